package rules

import (
	"fmt"
	"slices"

	"expunge/petition"
)

// cautions appends what a reader must know beside the answer of a charge. other is the
// answer with what can be held back taken the other way; acts, where what is said of that is
// remembered, or nil.
func cautions(out []Caution, m *matter, v *Verdict, other *Route, acts actTexts) []Caution {
	ch, open := m.charge, v.Status == Eligible || v.Status == Incomplete
	rests := other.Status != v.Status || other.Earliest != v.Earliest || other.Pathway != v.Pathway
	if rests && (v.Pathway == OneFelony || v.Pathway == Survivor || other.Pathway == Survivor) {
		out = append(out, Caution{"law.2026-ch-430", acts.of(m, other)})
	}
	add := func(is bool, code, text string) {
		if is {
			out = append(out, Caution{code, text})
		}
	}
	if open && v.unread != "" {
		out = append(out, Caution{"law.text-not-read", v.unread})
	}
	switch v.Pathway {
	case OneFelony:
		out = felonyCautions(out, m, open)
	case FirstMisdemeanor:
		add(open, "first.spends-status", "First-offender status is for one time: the record that remains is kept to tell whether a person is a first offender (sections 99-19-71(3) and 45-27-21).")
		add(open, "first.notice", "Subsection (1) sets no notice period. Some courts apply the ten days' notice of (2)(b) to it; giving the prosecutor ten days is the careful course.")
		add(trafficPrior(m), "first.traffic-prior", "A traffic conviction is on the record. No source treats a minor traffic ticket as defeating first-offender status; confirm it was no more than that.")
	case NonConviction:
		add(open && ch.Outcome == petition.RetiredToFile, "nonconviction.retired", "The charge was retired to the file. It is treated as dropped (Polk v. State, 150 So. 3d 967 (Miss. 2014)); confirm with the clerk that it is not open.")
		add(open && (ch.AfterReversal == petition.Yes || ch.Appeal.Outcome == petition.AppealReversed), "nonconviction.reversal", "The case ended this way after a reversal on appeal. Reading that as a dismissal under (4) is an inference.")
	default:
	}
	add(open && ch.IdentityTheft == petition.Yes, "route.choice", "Another route may be the better one: it would not ask for the record as the person's own, and would spend nothing. A lawyer should choose between the two before this one is filed.")
	add(ch.Pardoned.Known(), "pardon.not-expunction", "A pardon does not by itself allow an expunction (Polk v. State, 150 So. 3d 967 (Miss. 2014)).")
	switch v.Pathway {
	case FirstMisdemeanor:
		add(pendingAny(m), "record.pending", "A charge is pending. Subsection (1) does not speak of pending charges, but the court will want to know.")
	case FirstDUI:
		add(open, "dui.spends-the-one", "A person may have only one DUI expunged. Granting this petition spends it, and Public Safety keeps a confidential registry.")
	case MunicipalAny, JusticeAny:
		add(open, "lower.notice", "The prosecutor must have prior notice; the subsection sets no number of days. Ten days is the careful course.")
		add(open && (ch.Sentence.FinesCostsPaid != petition.Yes || ch.Sentence.AllTermsComplete != petition.Yes), "lower.unfinished", "The subsection does not ask whether the sentence is finished or the fine is paid, but the judge will, and clerks ask for a zero balance.")
	default:
	}
	add(v.Relief == Automatic && open, "automatic.confirm", "The section asks for no petition: the record should be expunged of itself. Some courts enter an order and others wait for a motion, so ask the clerk or the program for the order.")
	add(undatedPayment(m, v), "clock.payments-undated", "The day of the last payment is not in the file. If paying was a term of the sentence, the wait began no sooner than that day; if not, it began as counted here. The point is unsettled.")
	if v.Pathway == OneFelony {
		out = noticeCautions(out, m)
	}
	return closedDay(out, m, v)
}

// undatedPayment reports whether a wait from the completion of the sentence was counted
// without the day of the last payment.
func undatedPayment(m *matter, v *Verdict) bool {
	s, counted := &m.charge.Sentence, v.Pathway == OneFelony || v.Pathway == FirstDUI || (v.Pathway == UnderageAlcohol && m.ended() == petition.Convicted)
	return counted && (v.Status == Eligible || v.Status == NotYet) && s.FinesCostsPaid == petition.Yes && s.PaymentsCompleted == (petition.Date{}) && s.TermsCompleted.Known()
}

// closedDay tells of a hearing set on a day that courts keep. An order entered on a Sunday
// was void in Wactor v. Moon, 516 So. 2d 1364 (Miss. 1987).
func closedDay(out []Caution, m *matter, v *Verdict) []Caution {
	day := m.c.Filing.HearingOn
	if v.Pathway == None || !day.Known() || !closed(day) {
		return out
	}
	what := LegalHoliday(day)
	if what == "" {
		what = day.Weekday().String()
	}
	return append(out, Caution{"notice.closed-day", fmt.Sprintf("The hearing is set on %s, a day on which courts are closed (%s). Orders that a municipal court entered on a Sunday were void (Wactor v. Moon, 516 So. 2d 1364 (Miss. 1987)). Ask the clerk for another day.", day.Long(), what)})
}

// felonyCautions are those of a charge under section 99-19-71(2).
func felonyCautions(out []Caution, m *matter, open bool) []Caution {
	add := func(is bool, code, text string) {
		if is {
			out = append(out, Caution{code, text})
		}
	}
	ch := m.charge
	add(open, "felony.spends-the-one", "A person may have only one felony expunction. Granting this petition spends it.")
	add(open && labeled(m), "felony.common-nucleus", "Convictions from a common nucleus of operative facts count as one, and the court decides in its discretion whether these do (Rogers v. State, 364 So. 3d 784 (Miss. Ct. App. 2021)).")
	add(violenceAnsweredByDate(m), "cov.by-date", "The sentence came before July 1, 2014, so the sentencing order cannot carry a crime-of-violence finding under 97-3-2(2). Look at the order all the same.")
	add(ch.Section.Base() == "41-29-139" && ch.Judgment().Before(findingsBegan), "drug.pre-2014", "Trafficking in controlled substances was defined otherwise before July 1, 2014. Check the judgment for a trafficking conviction or a large amount.")
	if s := &ch.Sentence; paymentsExtend(s) {
		out = append(out, Caution{"clock.payments", "The waiting period is counted from the last payment, the cautious reading. If paying was not a term of the sentence, it began on " + petition.Latest(s.TermsCompleted, s.SupervisionEnds).Long() + "."})
	}
	return out
}

// actTexts remembers what was said where two answers differ by the act of 2026: thousands
// of charges of a docket have the same other answer.
type actTexts map[otherAnswer]string

type otherAnswer struct {
	held    bool
	status  Status
	pathway Pathway
	from    petition.Date
}

// mostActTexts bounds what is remembered.
const mostActTexts = 4096

func (t actTexts) of(m *matter, other *Route) string {
	key := otherAnswer{len(m.held) > 0, other.Status, other.Pathway, other.Earliest}
	text, ok := t[key]
	if !ok {
		if text = enrolledTextNotRead(m, other); t != nil {
			t[key] = text
		}
	}
	return text
}

// enrolledTextNotRead tells both answers where they differ by the act of 2026.
func enrolledTextNotRead(m *matter, other *Route) string {
	const act = "The three-year wait, the prostitution exclusions and the route of 97-3-54.6(6) rest on Laws 2026 ch. 430 (House Bill 1546), whose enrolled text was not read for this edition. "
	if len(m.held) > 0 {
		return act + "The act is held back by a setting. With it the answer would be: " + inWords(other) + "."
	}
	return act + "Under the rule before it the answer would be: " + inWords(other) + "."
}

// noticeCautions checks a hearing that is set against the ten days' notice of (2)(b).
func noticeCautions(out []Caution, m *matter) []Caution {
	f := &m.c.Filing
	if !f.HearingOn.Known() {
		return out
	}
	served := f.ProsecutorServedOn
	if f.HearingOn.Before(m.asOf) {
		return pastHearing(out, m)
	}
	how := "The district attorney was served on %s"
	if !served.Known() {
		served, how = m.asOf, "No service on the district attorney is recorded; served on %s"
	}
	first := FirstHearingDay(served)
	if f.HearingOn.Before(first) {
		out = append(out, Caution{"notice.short", fmt.Sprintf(how+", a hearing on %s comes before ten days' notice has run. The first day it could be held is %s (99-19-71(2)(b), 1-3-67).", served.Long(), f.HearingOn.Long(), first.Long())})
	}
	// The last day to serve rests on the holidays before the hearing, the first day to be
	// heard on those after the service.
	if year := max(first.Year(), f.HearingOn.Year()); year > holidaysRead {
		out = append(out, Caution{"notice.holidays", fmt.Sprintf("The legal holidays of %d were computed from the list read in 2020; confirm with the clerk that the court is open.", year)})
	}
	return out
}

// pastHearing tells of a hearing that was short of notice: no later day mends it.
func pastHearing(out []Caution, m *matter) []Caution {
	f := &m.c.Filing
	const then = " If an order was entered on it, a lawyer should look at it; if not, the hearing must be set again with ten days' notice (99-19-71(2)(b), 1-3-67)."
	switch {
	case !f.ProsecutorServedOn.Known():
		return append(out, Caution{"notice.short", fmt.Sprintf("A hearing was set on %s, and no service on the district attorney before it is recorded."+then, f.HearingOn.Long())})
	case f.HearingOn.Before(FirstHearingDay(f.ProsecutorServedOn)):
		return append(out, Caution{"notice.short", fmt.Sprintf("The hearing on %s was short of ten days' notice: the district attorney was served on %s."+then, f.HearingOn.Long(), f.ProsecutorServedOn.Long())})
	default:
		return out
	}
}

// chooseOne is the caution of a charge when more than one unrelated felony is asked for.
func chooseOne() Caution {
	return Caution{"felony.choose-one", "More than one unrelated felony is asked for, and only one can be expunged (State v. N.J., 373 So. 3d 579 (Miss. Ct. App. 2023)). Choose one event and write ask: no on the others; charges of one event carry the same event label."}
}

// notWhole is the caution of a felony whose event holds another that is left behind.
func notWhole() Caution {
	return Caution{"felony.event-not-whole", "Another conviction of the same event cannot be asked for today. Convictions of one event count as one and spend the one felony expunction together; a petition for this one alone may leave the other on the record for good. A lawyer should decide whether to wait."}
}

func inWords(r *Route) string {
	switch {
	case r.Status == NotYet && r.Earliest.Known():
		return "not yet under " + string(r.Pathway) + ", with " + r.Earliest.Long() + " as the first safe day"
	default:
		return r.Status.Words() + " under " + string(r.Pathway)
	}
}

func labeled(m *matter) bool {
	if m.charge.Event == "" {
		return false
	}
	return slices.ContainsFunc(m.others(), func(o *conviction) bool { return m.sameEvent(o) == Yes })
}

// violenceAnsweredByDate reports that the crime-of-violence answer came from the date
// of the sentence and not from the order.
func violenceAnsweredByDate(m *matter) bool {
	byDate := m.charge.Sentence.CrimeOfViolenceFinding != petition.No && m.charge.Judgment().Before(findingsBegan)
	return byDate && crimeOfViolence(m).answer == No
}

func pendingAny(m *matter) bool {
	open, _ := m.pending()
	return len(open) > 0
}

func paymentsExtend(s *petition.Sentence) bool {
	others := petition.Latest(s.TermsCompleted, s.SupervisionEnds)
	return others.Known() && s.PaymentsCompleted.After(others)
}

func trafficPrior(m *matter) bool {
	return slices.ContainsFunc(m.others(), func(o *conviction) bool { return o.grade == petition.Traffic })
}
