package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"expunge/petition"
)

// Section 99-19-71 of the Code, as quoted in s99_19_71.md: the first-offender
// misdemeanor of (1), the one felony of (2), the record without a conviction of (4),
// and the public officials of (5). What is asked stands in the order of the statute.

var (
	reprint2026 = Source{"Section 99-19-71 as reprinted in 2026 Senate Bill 2336, as introduced", "http://billstatus.ls.state.ms.us/documents/2026/html/SB/2300-2399/SB2336IN.htm", "2026-11-23", High}
	code2019    = Source{"Section 99-19-71, 2019 Code", "https://law.justia.com/codes/mississippi/2019/title-99/chapter-19/in-general/section-99-19-71/", "2026-11-23", High}
	act2026     = Source{"Laws 2026 ch. 430 (House Bill 1546): enrolled text not read; three accounts from two projects agree", "https://billstatus.ls.state.ms.us/documents/2026/html/HB/1500-1599/HB1546SG.htm", "2026-11-23", MediumHigh}
)

// felonyWait is the waiting period of section 99-19-71(2)(a).
var felonyWait = wait{
	{since: petition.NewDate(2019, time.July, 1), years: 5, sources: []Source{code2019, reprint2026}},
	{since: petition.NewDate(2026, time.July, 1), years: 3, under: chapter430, sources: []Source{act2026}},
}

var s99_19_71 = []Provision{
	{
		Pathway: FirstMisdemeanor, Title: "expunction of a first offender's misdemeanor conviction", Relief: Discretionary,
		Since: petition.NewDate(2003, time.April, 24), Sources: []Source{code2019, reprint2026},
		Concerns: All("first.concerns", "99-19-71(1)", "a conviction in a Mississippi court that is not of a felony",
			EndedIn("first.convicted", "99-19-71(1)", "the charge ended in a conviction", petition.Convicted),
			GradeIn("first.grade", "99-19-71(1)", "the conviction is not of a felony", petition.Misdemeanor, petition.Traffic),
			Ask("first.court", "99-19-71(1)", "the conviction was had in a “justice, county, circuit or municipal court”", trialCourt),
		),
		When: All("first", "99-19-71(1)", "a first offender may petition to expunge a misdemeanor that is not a traffic violation",
			Ask("first.decided", "99-19-71(1)", "the judgment has been entered and stands", judgmentStands),
			Unless("first.not-traffic", "99-19-71(1)", "the offense is not a traffic violation",
				Ask("first.traffic", "99-19-71(1)", "the offense is a “traffic violation”", trafficViolation)),
			Ask("first.offender", "99-19-71(1)", "the person “is a first offender”", firstOffender),
			Ask("first.terms", "99-19-71(1)", "the sentence is completed (asked in practice; the text is silent)", termsComplete),
			Ask("first.fines", "99-19-71(1)", "fines and costs are paid (asked in practice; the text is silent)", finesPaid),
			notOfficial("first"),
			Ask("first.registry", "45-33-55", "the offense does not require sex-offender registration", notRegistrable),
			Ask("first.open", "99-19-71(1)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("first.law", "99-19-71(1)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2003, time.April, 24))),
			Reserve("first.discretion", "99-19-71(1)", "the court finds that the petition should be granted"),
		),
	},
	{
		Pathway: OneFelony, Title: "expunction of one felony conviction", Relief: Discretionary, Spends: "the one felony expunction of a lifetime",
		Since: petition.NewDate(2019, time.July, 1), Sources: []Source{code2019, reprint2026, act2026},
		Concerns: All("felony.concerns", "99-19-71(2)(a)", "a conviction of a felony in a Mississippi court",
			EndedIn("felony.convicted", "99-19-71(2)(a)", "the charge ended in a conviction", petition.Convicted),
			GradeIn("felony.grade", "99-19-71(2)(a)", "the conviction is of a felony", petition.Felony),
			Ask("felony.court", "99-19-71(2)(a)", "there is a “court in which the conviction was had” in Mississippi", trialCourt),
		),
		When: All("felony", "99-19-71(2)", "a person convicted of a felony that is not excluded may petition to expunge it",
			Ask("felony.decided", "99-19-71(2)(a)", "the judgment has been entered and stands", judgmentStands),
			Unless("felony.not-excluded", "99-19-71(2)(a)", "the felony is not one of those excluded", felonyExclusion()),
			Ask("felony.near-miss", "99-19-71(2)(a)", "no exclusion comes so near that a lawyer must decide", nearMiss),
			Ask("felony.event", "99-19-71(2)(a)", "no conviction of the same event is for an excluded felony", eventNotExcluded),
			Ask("felony.fines", "99-19-71(2)(a)", "the person “has paid all criminal fines and costs of court”", finesPaid),
			Ask("felony.terms", "99-19-71(2)(a)", "there was “successful completion of all terms and conditions of the sentence”", termsComplete),
			Ask("felony.wait", "99-19-71(2)(a)", "the waiting period has run since the sentence was completed", felonyWaitRun),
			Ask("felony.only-one", "99-19-71(2)(a)", "no felony has been expunged before: “only one (1) felony expunction under this paragraph”", firstFelonyExpunction),
			notOfficial("felony"),
			Ask("felony.pending", "99-19-71(2)(b)", "no charge is pending", nothingPending),
			Ask("felony.later", "99-19-71(2)(b)", "there is no later conviction", noLaterConviction),
			Ask("felony.registry", "45-33-55", "the offense does not require sex-offender registration", notRegistrable),
			Ask("felony.open", "99-19-71(2)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("felony.law", "99-19-71(2)", "one version of the law governs the filing and the hearing", oneLaw(felonyWait.days()...)),
			Reserve("felony.notice", "99-19-71(2)(b)", "ten days' written notice is given to the district attorney before any hearing"),
			Reserve("felony.rehabilitated", "99-19-71(2)(b)", "the court determines that the person is “rehabilitated from the offense which is the subject of the petition”"),
		),
	},
	{
		Pathway: NonConviction, Title: "expunction of a record that ended without a conviction", Relief: Mandatory,
		Since: petition.NewDate(2003, time.April, 24), Sources: []Source{code2019, reprint2026},
		Concerns: All("nonconviction.concerns", "99-19-71(4)", "a charge in a Mississippi court that ended without a conviction, or is still open",
			EndedIn("nonconviction.kind", "99-19-71(4)", "the charge did not end in a conviction",
				petition.Acquitted, petition.NotGuiltyInsanity, petition.Dismissed, petition.NolleProsequi, petition.NoBill,
				petition.RetiredToFile, petition.NoDisposition, petition.Uncharged, petition.Pending,
				petition.Nonadjudicated, petition.PretrialIntervention),
			Ask("nonconviction.route", "99-15-59", "it is not a misdemeanor that was never charged, nor a program that only its own section reaches", notUnchargedMisdemeanor),
			Ask("nonconviction.court", "99-19-71(4)", "the case was in a “justice, county, circuit or municipal court”", trialCourt),
		),
		When: All("nonconviction", "99-19-71(4)", "upon petition the court “shall expunge” the record",
			Ask("nonconviction.arrested", "99-19-71(4)", "there was an arrest", unlessBeside(arrested)),
			Ask("nonconviction.released", "99-19-71(4)", "the person was released", unlessBeside(released)),
			Ask("nonconviction.ended", "99-19-71(4)", "the case was dismissed, the charges were dropped, there was no disposition, or the person was found not guilty at trial", endedWithoutConviction),
			Ask("nonconviction.whole", "99-19-71(4)", "no conviction came of the same case", unlessBeside(wholeCase)),
			Ask("nonconviction.open", "99-19-71(4)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("nonconviction.law", "99-19-71(4)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2003, time.April, 24), petition.NewDate(2019, time.July, 1))),
		),
	},
}

// endedIn asks whether the charge ended in one of the outcomes.
func endedIn(outcomes []petition.Outcome) func(*matter) reading {
	return func(m *matter) reading {
		path := m.path("outcome")
		outcome := m.ended()
		switch {
		case outcome == "":
			return m.missing("how the charge ended is not known", path)
		case slices.Contains(outcomes, outcome):
			return m.yes(m.say("the charge ended: ", outcome), path)
		default:
			return m.no(m.say("the charge ended: ", outcome), path)
		}
	}
}

// gradeIn asks whether the offense is of one of the grades.
func gradeIn(grades []petition.Grade) func(*matter) reading {
	return func(m *matter) reading {
		path := m.path("grade")
		if m.charge.Grade == "" {
			return m.missing("the grade of the offense is not known", path)
		}
		for _, g := range grades {
			if m.charge.Grade == g {
				return m.yes(m.say("the grade is ", g), path)
			}
		}
		return m.no(m.say("the grade is ", m.charge.Grade), path)
	}
}

// trialCourt asks whether the court is one that section 99-19-71 speaks of.
func trialCourt(m *matter) reading {
	path := m.path("court.level")
	court := &m.charge.Court
	switch {
	case court.IsMississippi() == petition.No:
		return m.no("the court is not a state court of Mississippi", path)
	case court.Level == "":
		return m.missing("the court is not known", path)
	case court.Level == petition.Youth:
		return m.no("the case was in youth court", path)
	default:
		return m.yes(m.say("the court is the ", court), path)
	}
}

// stateCourt asks whether the court is any state court of Mississippi, youth court included.
func stateCourt(m *matter) reading {
	if m.charge.Court.Level == petition.Youth && m.charge.Court.IsMississippi() == petition.Yes {
		return m.yes(m.say("the court is the ", &m.charge.Court), m.path("court.level"))
	}
	return trialCourt(m)
}

// judgmentStands asks whether there is a judgment on the day that no appeal has undone.
func judgmentStands(m *matter) reading {
	outcome, appeal := m.path("outcome_date"), m.path("appeal.outcome")
	court, lower := m.charge.Court.Level, m.charge.Court.Level == petition.Justice || m.charge.Court.Level == petition.Municipal
	switch a := &m.charge.Appeal; {
	case !m.decided():
		return m.notYet(petition.Date{}, m.say("the judgment of ", m.charge.OutcomeDate, " had not been entered"), outcome)
	case m.charge.Grade == petition.Felony && lower:
		return m.doubtful(m.say("The record has a felony conviction in ", court, " court, which cannot convict of a felony; the papers must be checked."), m.path("court.level"), m.path("grade"))
	case a.IsZero():
		return m.yes("the judgment has been entered, and no appeal is recorded", outcome)
	case a.Outcome == petition.AppealPending || a.Date.After(m.asOf):
		return m.notYet(petition.Date{}, "an appeal is pending", appeal)
	case a.Outcome == petition.AppealReversed:
		return m.doubtful("The conviction was reversed on appeal. What remains to be expunged, and by which subsection, depends on what the trial court did next.", appeal)
	case lower && a.Outcome == petition.AppealDismissed:
		return m.yes("the appeal was dismissed, and the conviction stands where it was had", appeal)
	case lower:
		return m.doubtful(m.say("The case went on appeal from ", court, " court, where it is tried anew; the “court in which the conviction was had” is then arguably the appellate trial court."), appeal)
	case a.Outcome == "" || a.Outcome == petition.AppealUnknown:
		return m.missing("how the appeal ended is not known", appeal)
	default:
		return m.yes("the conviction stood on appeal", appeal)
	}
}

// trafficViolation asks whether the offense is a traffic violation: anything under Title 63.
func trafficViolation(m *matter) reading {
	s, path := m.charge.Section, m.path("section")
	switch traffic, lacking := trafficByName(m); {
	case m.charge.Grade == petition.Traffic:
		return m.yes("the grade is traffic", m.path("grade"))
	case traffic == Yes:
		return m.yes(m.say(s, " is in Title 63, the traffic laws"), path)
	case traffic == No && s.Readable():
		return m.no(m.say(s, " is not in Title 63, the traffic laws"), path)
	case traffic == No:
		return m.no("the grade is not traffic", m.path("grade"))
	case lacking != fact{}:
		return m.missing("the offense may be one under the traffic laws, and what would tell is not known", lacking)
	default:
		return m.doubtful("The offense as written may be a traffic violation under a city ordinance, and subsection (1) leaves traffic violations out.", m.path("offense"), m.path("ordinance"))
	}
}

// trafficByName answers whether the offense is one under the traffic laws, by grade,
// section or, where no section can be read, name. Of an unknown, lacking is the fact that
// would tell; none would of an ordinance whose offense has a name.
func trafficByName(m *matter) (is Truth, lacking fact) {
	ch := m.charge
	switch {
	case ch.Grade == petition.Traffic || strings.HasPrefix(ch.Section.Base(), "63-"):
		return Yes, fact{}
	case ch.Section.Readable():
		return No, fact{}
	case ch.Ordinance != "" && ch.Offense == "":
		return Unknown, m.path("offense")
	case !onTheRoad(ch.Offense):
		return No, fact{}
	case ch.Ordinance != "":
		return Unknown, fact{}
	default:
		return Unknown, m.path("section")
	}
}

// eventNotExcluded asks that no conviction of the same event is excluded: one conviction
// takes in all of a common nucleus of operative facts.
func eventNotExcluded(m *matter) reading {
	var unsure []fact
	for _, o := range m.others() {
		if (o.grade != petition.Felony && o.grade != "") || m.sameEvent(o) != Yes {
			continue
		}
		if o.wording != nil && !o.wording.nearness(o.section, o.offense).spoken && o.section.Readable() {
			continue
		}
		switch found, vague := named(o.section, m); {
		case found && o.grade == petition.Felony:
			return m.doubtful("Another conviction of the same event is for a felony that (2)(a) names. Convictions of a common nucleus of operative facts count as one, and whether the rest can be expunged without it is unsettled.", o.path)
		case found:
			unsure = append(unsure, o.path.Join("grade"))
		case !o.elsehow && (vague || !o.section.Readable()):
			unsure = append(unsure, o.path.Join("section"))
		}
	}
	if len(unsure) > 0 {
		return m.missing("whether an excluded felony came of the same event is not known", unsure...)
	}
	return m.yes("no excluded felony is recorded of the same event", m.path("event"))
}

// named reports whether an exclusion in force names the section; vague, that one only
// names a subsection of it.
func named(s petition.Section, m *matter) (found, vague bool) {
	if _, found, vague = violent(s); found {
		return true, false
	}
	for i := range exclusions {
		x := &exclusions[i]
		is, near := x.names(s)
		if (!is && !near) || !m.inForce(x.since, x.under) {
			continue
		}
		if is {
			return true, false
		}
		vague = true
	}
	return false, vague
}

// finesPaid asks whether all criminal fines and costs of court are paid.
func finesPaid(m *matter) reading {
	s, path := &m.charge.Sentence, m.path("sentence.fines_costs_paid")
	switch {
	case s.FinesCostsPaid == petition.No && s.BalanceDue.Cents > 0:
		return m.notYet(petition.Date{}, m.say(s.BalanceDue, " is still owed"), path, m.path("sentence.balance_due"))
	case s.FinesCostsPaid == petition.No:
		return m.notYet(petition.Date{}, "fines or costs are still owed", path)
	case s.FinesCostsPaid == petition.Yes && s.PaymentsCompleted.After(m.asOf):
		return m.notYet(s.PaymentsCompleted.AddDays(1), m.say("the last payment was made on ", s.PaymentsCompleted), m.path("sentence.payments_completed"))
	case s.FinesCostsPaid == petition.Yes:
		return m.yes("all fines and costs are paid", path)
	default:
		return m.missing("whether all fines and costs are paid is not known", path)
	}
}

// termsComplete asks whether every term of the sentence has been completed: custody,
// supervision, restitution and programs.
func termsComplete(m *matter) reading {
	s, path := &m.charge.Sentence, m.path("sentence.all_terms_complete")
	switch {
	case s.RestitutionPaid == petition.RestitutionUnpaid:
		return m.notYet(petition.Date{}, "restitution is still owed, and it is normally a term of the sentence", m.path("sentence.restitution_paid"))
	case s.SupervisionEnds.After(m.asOf) && s.RestitutionPaid == petition.RestitutionUnknown:
		r := m.notYet(petition.Date{}, m.say("supervision ends on ", s.SupervisionEnds, ", and whether restitution is paid is not known"), m.path("sentence.supervision_ends"))
		return m.lacking(r, m.path("sentence.restitution_paid"))
	case s.SupervisionEnds.After(m.asOf):
		return m.notYet(s.SupervisionEnds.AddDays(1), m.say("supervision ends on ", s.SupervisionEnds), m.path("sentence.supervision_ends"))
	case s.AllTermsComplete == petition.No:
		return m.notYet(petition.Date{}, "a term of the sentence is not completed", path)
	case s.TermsCompleted.After(m.asOf):
		return m.notYet(s.TermsCompleted.AddDays(1), m.say("the last term was completed on ", s.TermsCompleted), m.path("sentence.terms_completed"))
	case s.RestitutionPaid == petition.RestitutionUnknown:
		return m.missing("whether restitution is paid is not known", m.path("sentence.restitution_paid"))
	case s.SupervisionEnds.StatedUnknown() && s.AllTermsComplete != petition.Yes:
		return m.missing("the end of supervision is marked unknown", m.path("sentence.supervision_ends"))
	case s.AllTermsComplete == petition.Yes:
		return m.yes("every term of the sentence is completed", path)
	default:
		return m.missing("whether every term of the sentence is completed is not known", path)
	}
}

// completion returns the day the waiting period runs from: the latest of the last
// term, the end of supervision and the last payment, so that no reading of the statute
// starts it later. known is false when that day cannot be told; then day is only the
// earliest it can have been.
func completion(m *matter) (day petition.Date, known bool, paths []fact) {
	s := &m.charge.Sentence
	day = petition.Latest(s.TermsCompleted, s.SupervisionEnds, s.PaymentsCompleted, m.charge.Judgment())
	terms, supervision, payments := m.path("sentence.terms_completed"), m.path("sentence.supervision_ends"), m.path("sentence.payments_completed")
	paths = m.pad.keep([]fact{terms, supervision, payments})[:1]
	if s.SupervisionEnds.Known() {
		paths = append(paths, supervision)
	}
	if s.PaymentsCompleted.Known() {
		paths = append(paths, payments)
	}
	switch {
	case s.PaymentsCompleted.StatedUnknown():
		return day, false, m.pad.keep([]fact{payments})
	case s.SupervisionEnds.StatedUnknown():
		return day, false, m.pad.keep([]fact{supervision})
	case s.TermsCompleted.Known() || s.SupervisionEnds.After(m.asOf):
		return day, true, paths
	case s.TermsCompleted.StatedUnknown():
		return day, false, paths[:1]
	case s.SupervisionEnds.Known() && s.PaymentsCompleted.Known() && s.AllTermsComplete == petition.Yes:
		return day, true, paths
	default:
		return day, false, paths[:1]
	}
}

// felonyWaitRun asks whether the waiting period of section 99-19-71(2)(a) has run on the
// day of filing, under the rule then in force.
func felonyWaitRun(m *matter) reading {
	day := m.lawDay()
	rule, ok := felonyWait.inForce(day, m.lawOf(felonyWait))
	if !ok {
		return m.doubtful("Before July 1, 2019, subsection (2) reached a short list of felonies and offenses before the age of 21; this program does not decide under it.", inFile("filing.filed_on"))
	}
	start, known, paths := completion(m)
	if !known {
		return waitFromUnknownDay(m, felonyWait, start, paths[0])
	}
	open, by := felonyWait.earliest(day, start, m.lawOf(felonyWait))
	period := years(rule.years)
	switch {
	case !day.Before(open) && !day.Before(safeDay(start, rule.years)):
		return m.yes(m.say(period, " have run since ", start), paths...)
	case m.filedEarly(open):
		return m.doubtful(m.say("The petition was filed on ", day, ", before ", period, " had run since ", start, ". The wait is over by the time it can be heard; refiling is the simple cure."), append(paths, inFile("filing.filed_on"))...)
	case m.charge.Sentence.FinesCostsPaid != petition.Yes:
		return m.notYet(petition.Date{}, m.say(period, " from ", start, " have not run, and the last payment may make the wait end later"), append(paths, m.path("sentence.fines_costs_paid"))...)
	default:
		return m.notYet(open, waitNotRun(m, start, open, rule, by), paths...)
	}
}

// waitNotRun says how long the wait lasts under the rule of the day, and the arguable
// earlier day where the rule it opens by is an anniversary.
func waitNotRun(m *matter, start, open petition.Date, now, by waitRule) string {
	why := m.say(years(now.years), " from ", start, " have not run; the first safe day to file is ", open)
	if open == by.since {
		return m.say(why, ", when the wait becomes ", years(by.years))
	}
	return m.say(why, arguable(m, start.AddYears(by.years), open))
}

// arguable tells the earlier day on which some would file: the anniversary itself, or the
// day before the safe one where a year lacks the day and the two are the same.
func arguable(m *matter, anniversary, open petition.Date) string {
	if !anniversary.Before(open) {
		anniversary = open.AddDays(-1)
	}
	return m.say(" (some would file on the anniversary itself, ", anniversary, ")")
}

// unlessBegun is [arguable], and says nothing where the day is that on which the rule began.
func unlessBegun(m *matter, anniversary, open petition.Date, by waitRule) string {
	if open == by.since {
		return ""
	}
	return arguable(m, anniversary, open)
}

// waitFromUnknownDay answers a wait when the day it runs from is not known; path is the
// fact that would tell, atLeast the earliest that day can have been, where that is known.
func waitFromUnknownDay(m *matter, w wait, atLeast petition.Date, path fact) reading {
	s := &m.charge.Sentence
	open, _ := w.earliest(m.lawDay(), atLeast, m.lawOf(w))
	switch {
	case s.AllTermsComplete == petition.No || s.RestitutionPaid == petition.RestitutionUnpaid:
		return m.notYet(petition.Date{}, "the wait begins only when the last term of the sentence is completed", path)
	case m.lawDay().Before(open):
		r := m.notYet(petition.Date{}, "the day the sentence was completed is not known, and it cannot have been early enough for the wait to have run", path)
		return m.lacking(r, path)
	default:
		return m.missing("the day the waiting period runs from is not known", path)
	}
}

// filedEarly reports that the petition was filed before the day its route opens, and that
// the day will have come when it is heard, or has come. Waiting does not mend that.
func (m *matter) filedEarly(open petition.Date) bool {
	return m.filed() && m.lawDay().Before(open) && (!m.heardOn().Before(open) || !open.After(m.asOf))
}

// refile answers a wait that a petition was filed before the end of.
func (m *matter) refile(read ...fact) reading {
	return m.doubtful("The petition was filed before the wait had run. The wait is over by the time it can be heard; refiling is the simple cure.", append(read, inFile("filing.filed_on"))...)
}

// years writes a number of years in words, in figures from ten on.
func years(n int) string {
	words := [...]string{"no years", "one year", "two years", "three years", "four years", "five years", "six years", "seven years", "eight years", "nine years"}
	if n < len(words) {
		return words[n]
	}
	return strconv.Itoa(n) + " years"
}

// firstFelonyExpunction asks that the one felony expunction has not been used.
func firstFelonyExpunction(m *matter) reading {
	var open []fact
	doubt := ""
	for _, r := range m.earlierRelief() {
		switch used, point := felonyRelief(m, r); {
		case used == Yes:
			return m.no(m.say("a felony was expunged before, under ", r.section), r.path)
		case point != "":
			doubt = point
		case used == Unknown:
			open = append(open, r.fact("section"))
		}
	}
	switch {
	case m.c.Record.Complete != petition.Yes:
		return m.missing("whether a felony was ever expunged is known only when the whole record is in the file", append(open, inFile("record.complete"))...)
	case len(open) > 0:
		return m.missing("the section of an earlier expunction is not known", open...)
	case doubt != "":
		return m.doubtful(doubt, inFile("record.earlier_relief"))
	default:
		return m.yes("the record shows no earlier felony expunction", inFile("record.complete"), inFile("record.earlier_relief"))
	}
}

// felonyRelief answers whether an earlier relief used up the felony expunction; point
// is the unsettled point, if that is why it cannot be told.
func felonyRelief(m *matter, r *relief) (used Truth, point string) {
	sub, felony := r.section.Subsections(), r.section.Base() == "99-19-71"
	lesser := r.of == petition.OfMisdemeanor || r.of == petition.OfTraffic || r.of == petition.OfDUI || r.of == petition.OfNonconviction
	switch {
	case r.unrecognized():
		return Unknown, "An earlier relief names a section that this program does not know as one that gives relief."
	case r.charge != notCharged && !r.section.Known(): // a program expunges nothing
		return No, ""
	case r.kind == "" && !r.section.Known():
		return Unknown, ""
	case r.kind != petition.ReliefExpunction && r.kind != "" && felony && strings.HasPrefix(sub, "(2)"):
		return Unknown, "An earlier relief is said to have been given under 99-19-71(2), which gives expunctions alone; the order must be read."
	case r.kind != petition.ReliefExpunction && r.kind != "":
		return No, ""
	case lesser && !strings.HasPrefix(sub, "(2)"):
		return No, ""
	case !r.section.Known():
		return Unknown, ""
	case !felony:
		return No, ""
	case strings.HasPrefix(sub, "(4)"):
		return No, ""
	case strings.HasPrefix(sub, "(1)") && r.of == petition.OfFelony:
		return Unknown, "An earlier expunction is said to be of a felony under 99-19-71(1), which is for misdemeanors; the order must be read."
	case strings.HasPrefix(sub, "(1)"):
		return No, ""
	case m.event() != "" && m.event() == r.event:
		return Unknown, "A felony of the same event was expunged before. Convictions from a common nucleus of operative facts count as one, in the discretion of the court; a second petition for the rest is unsettled."
	case sub == "(2)" || strings.HasPrefix(sub, "(2)(a)"):
		return Yes, ""
	default:
		return Unknown, "A felony was expunged before under section 99-19-71, but the record does not show under which paragraph. The repealed paragraph for offenses before the age of 21 was a different one."
	}
}

// notOfficial is subsection (5): the conviction of a public official that relates to
// official duties is out of (1) and (2).
func notOfficial(route string) Condition {
	return Unless(route+".not-official", "99-19-71(5)", "the conviction is not one of a public official that relates to official duties",
		Ask(route+".official", "99-19-71(5)", "a “public official” was convicted of something “related to his official duties”", func(m *matter) reading {
			office, duty := m.c.Record.PublicOfficial, m.charge.OfficialDuty
			held, related := inFile("record.public_official"), m.path("official_duty")
			switch {
			case office == petition.No:
				return m.no("the person has never held public office", held)
			case duty == petition.Yes:
				return m.yes("the conviction relates to the duties of a public office", held, related)
			case duty == petition.No:
				return m.no("the conviction does not relate to the duties of a public office", related)
			case office == petition.Yes:
				return m.missing("whether the conviction related to the duties of the office is not known", related)
			default:
				return m.missing("whether the person ever held public office is not known", held)
			}
		}))
}

// nothingPending asks that no charge is open: one goes to rehabilitation, so a lawyer decides.
func nothingPending(m *matter) reading {
	open, unsure := m.pending()
	if m.c.Record.Complete != petition.Yes {
		unsure = append(unsure, inFile("record.complete"))
	}
	if len(open) > 0 {
		return m.doubtful("A charge is pending. It does not bar the petition by the words of the statute, but it goes to rehabilitation, and an order was set aside where one came to light later (Johnson v. State, No. 2020-CA-01395-COA (Miss. Ct. App. 2022)).", open...)
	}
	if len(unsure) > 0 {
		return m.missing("whether a charge is pending is known only when the whole record, and how each charge ended, is in the file", unsure...)
	}
	return m.yes("no charge is pending in any court", inFile("record.complete"), inFile("record.pending_charges"))
}

// noLaterConviction asks that nothing but traffic followed the conviction.
func noLaterConviction(m *matter) reading {
	open := m.undecided()
	if m.c.Record.Complete != petition.Yes {
		open = append(open, inFile("record.complete"))
	}
	judgment := m.charge.Judgment()
	for _, o := range m.others() {
		switch {
		case (o.grade == petition.Traffic && !o.drunk && !o.nameless()) || m.sameEvent(o) == Yes:
		case !o.date.Known():
			open = append(open, o.datePath)
		case o.date.After(judgment) && o.grade == "":
			open = append(open, o.path.Join("grade"))
		case o.date.After(judgment) && o.grade == petition.Traffic && o.nameless():
			open = append(open, o.path.Join("offense"))
		case o.date.After(judgment):
			return m.doubtful("A later conviction does not bar the petition by the words of the statute, but it goes to rehabilitation.", o.path)
		case !judgment.Known():
			open = append(open, m.path("outcome_date"))
		}
	}
	if len(open) > 0 {
		return m.missing("whether a conviction followed is not known", open...)
	}
	return m.yes("no later conviction is on the record", inFile("record.complete"), inFile("record.other_convictions"))
}

// nothingLeftOpen asks that no fact which could only open another route, and no doubt
// about registration, was written as unknown: whether to go on without knowing it is a lawyer's choice. A fact that was
// not stated at all is only a question to ask (see questions).
func nothingLeftOpen(m *matter) reading {
	open := func(field, what string) reading {
		return m.doubtful(m.say("It is marked unknown ", what, ". A lawyer should settle that before this route is chosen."), m.path(field))
	}
	switch ch := m.charge; {
	case ch.TraffickingSurvivor == petition.Unknown:
		return open("trafficking_survivor", "whether the offense was committed while, and because, trafficked (97-3-54.6)")
	case ch.IdentityTheft == petition.Unknown:
		return open("identity_theft", "whether someone else was entered in this name (97-45-27)")
	case ch.Pardoned.StatedUnknown():
		return open("pardoned", "whether there was a pardon")
	case ch.AfterReversal == petition.Unknown:
		return open("after_reversal", "whether the charge ended this way after a reversal on appeal")
	case ch.RegistrableSexOffense == petition.Unknown:
		return open("registrable_sex_offense", "whether the offense requires sex-offender registration (45-33-55)")
	default:
		return m.yes("nothing of the kind is marked unknown")
	}
}

// oneLaw asks that a petition already filed is heard under the version of the law it
// was filed under. The days are those on which a version took effect.
func oneLaw(versions ...petition.Date) func(*matter) reading {
	return func(m *matter) reading {
		filed, heard := m.lawDay(), m.heardOn()
		if filed.Before(versions[0]) {
			return m.doubtful(m.say("The day asked about lies before ", versions[0], "; this program does not decide under the older text."), inFile("filing.filed_on"))
		}
		for _, v := range versions {
			if v == survivorsOn && m.heldBack(chapter430) || m.until.Known() && v.After(m.until) {
				continue
			}
			if heard.Known() && filed.Before(v) && !heard.Before(v) {
				return m.doubtful(m.say("The petition was filed before ", v, " and is heard after the law changed on that day. The act has no clause on pending petitions; refiling is the simple cure."), inFile("filing.filed_on"), inFile("filing.hearing_on"))
			}
		}
		return m.yes(m.say("the law in force on ", filed, " governs"), inFile("filing.filed_on"))
	}
}

// arrested asks whether there was an arrest, which subsection (4) presupposes.
func arrested(m *matter) reading {
	path := m.path("arrest.kind")
	switch kind := m.charge.Arrest.Kind; {
	case kind == petition.ArrestMade:
		return m.yes("there was an arrest", path)
	case kind == petition.CitationIssued && m.charge.Outcome == petition.Pending:
		return m.notYet(petition.Date{}, "the citation is still open", path)
	case kind == petition.CitationIssued && m.charge.Grade == "":
		return m.missing("there was a citation and no arrest, and the grade of the charge is not known", m.path("grade"))
	case kind == petition.CitationIssued:
		return m.doubtful("There was a citation and no arrest. Subsection (4) speaks of an arrest and a release; sections 99-15-59 and 21-23-7(13) may reach the citation.", path)
	default:
		return m.missing("whether there was an arrest or only a citation is not known", path)
	}
}

// released asks whether the person was released after the arrest.
func released(m *matter) reading {
	path := m.path("arrest.released")
	if m.charge.Arrest.Kind == petition.CitationIssued {
		return m.yes("there was a citation, and no custody to be released from", m.path("arrest.kind"))
	}
	switch m.charge.Arrest.Released {
	case petition.Yes:
		return m.yes("the person was released", path)
	case petition.No:
		return m.notYet(petition.Date{}, "the person has not been released", path)
	default:
		return m.missing("whether the person was released after the arrest is not known", path)
	}
}

// acquittalsSince is the day acquittals came into subsection (4).
var acquittalsSince = petition.NewDate(2019, time.July, 1)

// endedWithoutConviction asks whether the case ended in one of the four ways of subsection (4).
func endedWithoutConviction(m *matter) reading {
	path := m.path("outcome")
	if m.besideProgram() {
		return overlapping(m)
	}
	if m.charge.Outcome == petition.Pending {
		return m.notYet(petition.Date{}, "the charge is still open", path)
	}
	if !m.decided() {
		return m.notYet(petition.Date{}, m.say("the charge was still open: it ended on ", m.charge.OutcomeDate), path, m.path("outcome_date"))
	}
	switch a := &m.charge.Appeal; {
	case a.IsZero():
	case a.Outcome == petition.AppealPending || a.Date.After(m.asOf):
		return m.notYet(petition.Date{}, "an appeal is pending", m.path("appeal.outcome"))
	case a.Outcome == "" || a.Outcome == petition.AppealUnknown:
		return m.missing("how the appeal ended is not known", m.path("appeal.outcome"))
	case a.Outcome == petition.AppealReversed && !a.Date.Before(m.charge.OutcomeDate):
		return m.doubtful("A judgment was reversed on appeal, and the record does not show that the case ended in this way after that.", m.path("appeal.date"), m.path("outcome_date"))
	}
	if r, program := m.afterProgram(); program {
		return r
	}
	switch m.charge.Outcome {
	case petition.Dismissed:
		return m.yes("the case was dismissed", path)
	case petition.NolleProsequi:
		return m.yes("the charges were dropped: nolle prosequi", path)
	case petition.NoBill:
		return m.yes("the charges were dropped: the grand jury returned no true bill", path)
	case petition.RetiredToFile:
		return m.yes("the charge was retired to the file, which is treated as dropped", path)
	case petition.Acquitted:
		if m.charge.AfterReversal == petition.Yes {
			return m.doubtful("A judgment was reversed on appeal and the person acquitted. Where the appellate court itself rendered the acquittal, whether that is a person found not guilty at trial is unsettled.", path, m.path("after_reversal"))
		}
		if m.lawDay().Before(acquittalsSince) {
			return m.doubtful("Acquittals were not named in subsection (4) until July 1, 2019.", path)
		}
		return m.yes("the person was found not guilty at trial", path)
	case petition.NotGuiltyInsanity:
		return m.doubtful("Subsection (4) speaks of a person found not guilty at trial and does not say whether a verdict of not guilty by reason of insanity is one.", path)
	case petition.NoDisposition, petition.Uncharged:
		return noDisposition(m)
	default:
		return m.missing("how the charge ended is not known", path)
	}
}

// afterProgram reads a charge that ended at or after a program whose section the record
// does not name, or which this program does not know.
func (m *matter) afterProgram() (reading, bool) {
	path := m.path("diversion.under")
	switch d := &m.charge.Diversion; {
	case *d == (petition.Diversion{}):
		return reading{}, false
	case d.Under.StatedUnknown():
		return m.missing("the section of the program is not known, and it decides", path), true
	default:
		return m.doubtful("The charge ended at or after a program of nonadjudication or intervention, and its section decides; the record does not name one that this program knows.", path), true
	}
}

// noDisposition reads a charge on which nothing was ever done. The statute sets no age
// for one, but what can still be prosecuted is for a lawyer.
func noDisposition(m *matter) reading {
	path, arrest := m.path("outcome"), m.path("arrest.date")
	switch open := m.charge.Arrest.Date.AddDays(1).AddMonths(12); {
	case m.charge.Grade == petition.Felony:
		return m.doubtful("There is no disposition, and the statute sets no age for one; a felony can still be put before a grand jury.", path)
	case m.charge.Grade == "":
		return m.missing("the grade of the charge is not known", m.path("grade"))
	case !m.charge.Arrest.Date.Known():
		return m.missing("the day of the arrest is not known", arrest)
	case m.asOf.Before(open):
		return m.doubtful("There is no disposition yet, and twelve months have not passed since the arrest.", path, arrest)
	default:
		return m.yes("there is no disposition, and twelve months have passed since the arrest", path, arrest)
	}
}

// notUnchargedMisdemeanor sends a misdemeanor that was never charged to section 99-15-59,
// and what was nonadjudicated under another section than 99-15-26 to that section.
func notUnchargedMisdemeanor(m *matter) reading {
	switch {
	case m.charge.Outcome == petition.Uncharged && m.charge.Grade != petition.Felony && m.charge.Grade != "":
		return m.no("a misdemeanor was never charged; section 99-15-59 speaks of that", m.path("outcome"), m.path("grade"))
	case m.ended() == petition.Nonadjudicated && (m.charge.Diversion.Under.Base() == "99-15-57" || chargeIsDUI(m).answer != No):
		return m.no("only the section of the nonadjudication reaches the charge", m.path("outcome"), m.path("diversion.under"))
	default:
		return m.yes("no other section claims the charge for itself", m.path("outcome"))
	}
}

// besideProgram reports whether subsection (4) stands beside the section of a program,
// which gives the same expunction in the same words and is the one to plead.
func (m *matter) besideProgram() bool {
	ended := m.ended()
	return ended == petition.Nonadjudicated || ended == petition.PretrialIntervention
}

// overlapping reads a charge that ended in such a program. It is never nearer than the
// program's own section: what keeps that one waiting keeps this one waiting too.
func overlapping(m *matter) reading {
	if r := programCompleted(m); r.answer != Yes {
		return r
	}
	return m.doubtful("The program's own section gives the expunction. Whether the dismissal that ends a program can be pleaded under (4) as well is open: plead the program's section; whether to cite (4) beside it is for a lawyer.", m.path("outcome"), m.path("diversion.under"))
}

// unlessBeside asks a question of subsection (4) only where it stands alone.
func unlessBeside(read func(*matter) reading) func(*matter) reading {
	return func(m *matter) reading {
		if m.besideProgram() {
			return m.yes("the section of the program is the one to plead", m.path("diversion.under"))
		}
		return read(m)
	}
}

// openCount looks for another charge of the same case that has not ended, or ended in
// a program: (4) speaks of a case that ended.
func (m *matter) openCount() (r reading, found bool) {
	for i := range m.c.Charges {
		ch, path := &m.c.Charges[i], chargeFact(i, "outcome")
		if i == m.index || m.sameAs(i) == No {
			continue
		}
		switch {
		case ch.Outcome == petition.Pending || ch.OutcomeDate.After(m.asOf):
			return m.notYet(petition.Date{}, "another charge of the same case is still open", path), true
		case ch.Outcome == "":
			r, found = m.missing("how another charge of the same case ended is not known", path), true
		case m.record.charges[i].program && !found:
			r, found = m.doubtful("Another charge of the same case ended in a program of nonadjudication or intervention, and subsection (4) speaks of a case.", path), true
		}
	}
	return r, found
}

// wholeCase asks that no conviction came of the case that ended without one.
func wholeCase(m *matter) reading {
	const point = "Subsection (4) speaks of a case, and the supreme court has allowed counts to be expunged one by one (Polk v. State, 150 So. 3d 967 (Miss. 2014)); whether a dismissed count can go while a conviction of the same case stays is for a lawyer."
	for _, o := range m.others() {
		switch m.sameEvent(o) {
		case Yes:
			return m.doubtful("A conviction came of the same event. "+point, o.path)
		case Unknown:
			return m.doubtful("A conviction has the same day or cause number, and may have come of the same event; giving both an event label settles that. "+point, o.path, m.path("event"))
		case No:
		}
	}
	if r, open := m.openCount(); open {
		return r
	}
	if unsure := m.untold(); len(unsure) > 0 {
		return m.missing("whether something else came of the same case is not known", unsure...)
	}
	return m.yes("no conviction is recorded of the same case", inFile("record.other_convictions"))
}

// untold lists the facts without which nobody can tell whether a conviction or a program
// shares the charge's own day, where no labels tell. A day of the charge's own, or of a
// program, that was only left out is not asked for.
func (m *matter) untold() (out []fact) {
	own, labeled := m.charge.OutcomeDate.StatedUnknown(), m.event() != ""
	unsure := func(event string, known bool, fact fact) {
		switch {
		case labeled && event != "":
		case !known:
			out = append(out, fact)
		case own:
			out = append(out, m.path("outcome_date"))
		}
	}
	for _, o := range m.others() {
		unsure(o.event, o.date.Known(), o.datePath)
	}
	for i := range m.c.Charges {
		ch, c := &m.c.Charges[i], &m.record.charges[i]
		switch {
		case i == m.index:
		case ch.Outcome == "":
			unsure(c.event, ch.OutcomeDate.Known(), chargeFact(i, "outcome"))
		case c.program:
			unsure(c.event, !ch.OutcomeDate.StatedUnknown(), chargeFact(i, "outcome_date"))
		}
	}
	return out
}
