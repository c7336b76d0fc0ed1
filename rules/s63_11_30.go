package rules

import (
	"strings"
	"time"

	"expunge/petition"
)

// Section 63-11-30(13): expunction of a first DUI conviction, as quoted in s63_11_30.md.

var (
	enrolled2022 = Source{"2022 Senate Bill 2095 (Laws 2022 ch. 303), enrolled, as one reader reports it", "https://billstatus.ls.state.ms.us/documents/2022/html/SB/2000-2099/SB2095SG.htm", "2026-11-23", MediumHigh}

	// duiWait is the waiting period of (13). House Bill 1546 of 2026 did not change it.
	duiWait = wait{{since: petition.NewDate(2013, time.July, 1), years: 5, sources: []Source{code2020, enrolled2022}}}

	firstDUISections = code("63-11-30(2)(a)", "63-11-30(3)")
	laterDUISections = code("63-11-30(2)(b)", "63-11-30(2)(c)", "63-11-30(2)(d)")
)

// mostBAC is the result from which (iii) bars: "below sixteen one-hundredths percent".
const mostBAC = 16000

func firstDUI() Provision {
	return Provision{
		Pathway: FirstDUI, Title: "expunction of a first DUI conviction", Relief: Discretionary, Spends: "the one DUI expunction of a lifetime",
		Since: petition.NewDate(2013, time.July, 1), Sources: []Source{code2020, enrolled2022},
		Concerns: All("dui.concerns", "63-11-30(13)", "a conviction of a misdemeanor DUI in a Mississippi court",
			EndedIn("dui.convicted", "63-11-30(13)(a)", "the charge ended in a conviction", petition.Convicted),
			Ask("dui.offense", "63-11-30(13)(a)", "the offense is a DUI that is not a felony", misdemeanorDUI),
			Ask("dui.court", "63-11-30(13)(a)", "the conviction was had in a court of the state", trialCourt)),
		When: All("dui", "63-11-30(13)", "a person convicted of a first DUI may petition the circuit court of the county to expunge it",
			Ask("dui.decided", "63-11-30(13)(a)", "the judgment has been entered and stands", judgmentStands),
			Ask("dui.first", "63-11-30(13)(a)", "the conviction is of a first offense under (2) or (3)", firstOffenseDUI),
			Unless("dui.not-commercial", "63-11-30(13)(a)", "the person was not the holder of a commercial license or permit “at the time of the offense”", Ask("dui.commercial", "63-11-30(13)(a)", "the person held a commercial license or permit", commercialLicense)),
			Ask("dui.terms", "63-11-30(13)(a)(i)", "all terms and conditions of the sentence are completed", termsComplete),
			Ask("dui.fines", "63-11-30(13)(a)(i)", "fines and costs, terms of the sentence, are paid", finesPaid),
			Ask("dui.wait", "63-11-30(13)(a)", "“at least five (5) years after successful completion of all terms and conditions of the sentence”", waitRun(duiWait)),
			Ask("dui.refused", "63-11-30(13)(a)(ii)", "the person “did not refuse to submit to a test of his blood or breath”", didNotRefuse),
			Ask("dui.bac", "63-11-30(13)(a)(iii)", "the result was “below sixteen one-hundredths percent (.16%) if test results are available”", belowSixteen),
			Ask("dui.other", "63-11-30(13)(a)(iv)", "the person “has not been convicted of and does not have pending any other offense of driving under the influence”", noOtherDUI),
			Ask("dui.justification", "63-11-30(13)(a)(v)", "the person has a justification to give the court", justification),
			Ask("dui.once", "63-11-30(13)(a)(vi)", "no DUI was nonadjudicated or expunged before under the section", noEarlierDUIRelief),
			Ask("dui.open", "63-11-30(13)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("dui.law", "63-11-30(13)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2013, time.July, 1))),
			Reserve("dui.discretion", "63-11-30(13)(b)", "the court finds the justification sufficient and states it in the order")),
	}
}

// misdemeanorDUI reads whether the charge is a DUI below a felony.
func misdemeanorDUI(m *matter) reading {
	r := chargeIsDUI(m)
	if r.answer == No || m.charge.Grade == petition.Felony {
		return m.no("the charge is not a misdemeanor DUI", m.path("section"), m.path("grade"))
	}
	if r.answer == Unknown {
		return m.no("nothing in the file says that the charge is a DUI", m.path("section"))
	}
	return r
}

// firstOffenseDUI reads the subsection of conviction: (2)(a) and (3) are first offenses.
func firstOffenseDUI(m *matter) reading {
	s, path := m.charge.Section, m.path("section")
	sub := strings.ToLower(s.Subsections())
	switch {
	case anyWithin(s, firstDUISections):
		return m.yes(m.say(s, " is a first offense"), path)
	case anyWithin(s, laterDUISections):
		return m.no(m.say(s, " is a second or later offense"), path)
	case !s.Readable() || sub == "" || sub == "(2)" || strings.HasPrefix(sub, "(1)"):
		return m.missing("the subsection of conviction is not known: (2)(a) or (3) for a first offense", path)
	default:
		return m.doubtful(m.say(s, " is not among the first offenses that (13) names; the judgment must be read."), path)
	}
}

// waitRun asks whether a waiting period from the completion of the sentence has run.
func waitRun(w wait) func(*matter) reading {
	return func(m *matter) reading {
		day := m.lawDay()
		start, known, paths := completion(m)
		rule, ok := w.inForce(day, m.lawOf(w))
		switch {
		case !ok:
			return m.doubtful("The day asked about lies before the subsection in the form known here.", inFile("filing.filed_on"))
		case !known:
			return waitFromUnknownDay(m, w, start, paths[0])
		}
		open, by := w.earliest(m.lawDay(), start, m.lawOf(w))
		switch {
		case !day.Before(open):
			return m.yes(m.say(years(rule.years), " have run since ", start), paths...)
		case m.filedEarly(open):
			return m.refile(paths...)
		case m.charge.Sentence.FinesCostsPaid != petition.Yes:
			return m.notYet(petition.Date{}, m.say(years(rule.years), " from ", start, " have not run, and the last payment may make the wait end later"), append(paths, m.path("sentence.fines_costs_paid"))...)
		default:
			return m.notYet(open, waitNotRun(m, start, open, rule, by), paths...)
		}
	}
}

func didNotRefuse(m *matter) reading {
	path := m.path("dui.refused_test")
	switch m.charge.DUI.RefusedTest {
	case petition.No:
		return m.yes("no test was refused", path)
	case petition.Yes:
		return m.no("a test was refused", path)
	default:
		return m.missing("whether a test was refused is not known", path)
	}
}

func belowSixteen(m *matter) reading {
	b, path := m.charge.DUI.BAC, m.path("dui.bac")
	switch {
	case b.NoResult:
		return m.yes("no test result exists, which is no bar", path)
	case !b.Known:
		return m.missing("the test result, or that none exists, is not known", path)
	case b.Value < mostBAC:
		return m.yes(m.say("the result was ", b, ", below .16"), path)
	default:
		return m.no(m.say("the result was ", b, ", and .16 is not below .16"), path)
	}
}

// noOtherDUI asks that no other DUI conviction is on the record, before or after and
// without limit of time, in this state or another, and that none is pending.
func noOtherDUI(m *matter) reading {
	unsure := m.undecided()
	for _, o := range m.others() {
		switch o.isDUI() {
		case Yes:
			return m.no("there is another conviction of driving under the influence", o.path)
		case Unknown:
			unsure = append(unsure, whatOf(o.path, o.offense, o.elsehow))
		case No:
		}
	}
	pending, open := m.pendingDUI()
	if len(pending) > 0 {
		return m.notYet(petition.Date{}, "another charge of driving under the influence is pending; a conviction or nonadjudication of it would bar this for good", pending...)
	}
	unsure = append(unsure, open...)
	if m.c.Record.Complete != petition.Yes {
		unsure = append(unsure, inFile("record.complete"))
	}
	if len(unsure) > 0 {
		return m.missing("whether there is another DUI is known only when the whole record is in the file", unsure...)
	}
	return m.yes("the record shows no other DUI, convicted or pending", inFile("record.complete"), inFile("record.other_convictions"), inFile("record.pending_charges"))
}

// pendingDUI lists the pending charges that are a DUI, and the facts that would tell of
// others whether they are.
func (m *matter) pendingDUI() (pending, unsure []fact) {
	weigh := func(is Truth, at, what fact) {
		switch is {
		case Yes:
			pending = append(pending, at)
		case Unknown:
			unsure = append(unsure, what)
		case No:
		}
	}
	for i := range m.c.Record.PendingCharges {
		p, at := &m.c.Record.PendingCharges[i], fact{list: ofPending, index: int32(i)}
		elsewhere := p.Court.IsMississippi() == petition.No
		weigh(isDUI(p.Section, p.Offense, drunk(p.Offense), elsewhere), at, whatOf(at, p.Offense, elsewhere))
	}
	open, _ := m.pending()
	for _, p := range open {
		if p.list == ofCharges {
			ch := &m.c.Charges[p.index]
			weigh(isDUIAmongCharges(ch, m.record.charges[p.index].wording.drunk), p, whatOf(p, ch.Offense, ch.Court.IsMississippi() == petition.No))
		}
	}
	return pending, unsure
}

func justification(m *matter) reading {
	path := m.path("dui.justification")
	if m.charge.DUI.Justification == "" {
		return m.missing("the justification the court must be given is not written yet", path)
	}
	return m.yes("a justification is given; whether it suffices is for the court", path)
}

func noEarlierDUIRelief(m *matter) reading {
	for _, r := range m.earlierRelief() {
		switch is := m.ofDUI(r); {
		case is == Yes:
			return m.no("a DUI was nonadjudicated or expunged before", r.path)
		case r.unrecognized():
			return m.doubtful("An earlier relief names a section that this program does not know as one that gives relief.", r.path)
		case is == Unknown && r.charge != notCharged && r.section.Known():
			return m.missing("of what offense a charge was that ended in a program is not known", whatOf(r.path, m.c.Charges[r.charge].Offense, false))
		case is == Unknown:
			return m.missing("what an earlier relief was for is not known", r.fact("of"))
		}
	}
	if m.c.Record.Complete != petition.Yes {
		return m.missing("whether there was an earlier relief is known only when the whole record is in the file", inFile("record.complete"))
	}
	return m.yes("the record shows no earlier relief of a DUI", inFile("record.complete"), inFile("record.earlier_relief"))
}
