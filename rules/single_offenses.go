package rules

import (
	"slices"
	"time"

	"expunge/petition"
)

// Sections that give relief for one kind of charge: an uncharged misdemeanor or a
// dismissed citation (99-15-59), beer and light wine under the age of 21 (67-3-70(6)),
// and a small-marijuana conviction (41-29-139(c)(2)(A)). See single_offenses.md.

var (
	bill1998   = Source{"1998 House Bill 1158, as sent to the Governor (section 99-15-59)", "https://billstatus.ls.state.ms.us/", "2026-11-23", MediumHigh}
	readers139 = Source{"Section 41-29-139(c)(2)(A), secondary readers; primary text not read", "https://www.recordclearing.org/states/mississippi/expungement-of-mississippi-convictions/", "2026-11-23", Medium}

	oneYear       = wait{{since: petition.NewDate(2000, time.July, 1), years: 1, sources: []Source{code2020}, floor: true}}
	marijuanaWait = wait{{since: petition.NewDate(2000, time.July, 1), years: 2, sources: []Source{readers139}, floor: true}}

	underageSections = code("67-3-70(1)", "67-3-70(2)")
)

func singleOffenses() []Provision {
	return []Provision{underageAlcohol(), marijuana()}
}

func unchargedOrCitation() Provision {
	return Provision{
		Pathway: UnchargedOrCitation, Title: "expunction of a misdemeanor that was never charged, or of a dismissed citation", Relief: Discretionary,
		Since: petition.NewDate(1998, time.July, 1), Sources: []Source{bill1998},
		Concerns: All("uncharged.concerns", "99-15-59", "a misdemeanor that was never charged, or that was dismissed on a citation, in a Mississippi court",
			GradeIn("uncharged.grade", "99-15-59", "the charge is a misdemeanor", petition.Misdemeanor, petition.Traffic),
			Ask("uncharged.kind", "99-15-59", "nothing was ever charged, or a citation was dismissed", unchargedKind),
			Ask("uncharged.court", "99-15-59", "a court of the state has “jurisdiction over the matter”", trialCourt)),
		When: All("uncharged", "99-15-59", "the person “may apply to the court with jurisdiction over the matter”",
			Ask("uncharged.time", "99-15-59", "twelve months have passed since the arrest without a formal charge, or the charge was dismissed", twelveMonths),
			Ask("uncharged.whole", "99-15-59", "no conviction came of the same case", wholeCase),
			Ask("uncharged.open", "99-15-59", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("uncharged.law", "99-15-59", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(1998, time.July, 1))),
			Reserve("uncharged.discretion", "99-15-59", "the court finds that the application should be granted")),
	}
}

// withoutConviction are the endings a citation can have without a conviction, and none.
var withoutConviction = []petition.Outcome{
	petition.Dismissed, petition.NolleProsequi, petition.NoDisposition, petition.RetiredToFile, petition.Acquitted, petition.Pending,
}

// unchargedKind reads whether the matter is one that section 99-15-59 speaks of.
func unchargedKind(m *matter) reading {
	path, outcome := m.path("outcome"), m.ended()
	citation := m.charge.Arrest.Kind == petition.CitationIssued
	switch {
	case outcome == "":
		return m.missing("how the charge ended is not known", path)
	case outcome == petition.Uncharged:
		return m.yes("nothing was ever charged", path)
	case !slices.Contains(withoutConviction, outcome):
		return m.no("section 99-15-59 does not speak of the charge", path)
	case citation:
		return m.yes(m.say("a citation ended: ", outcome), path, m.path("arrest.kind"))
	case m.charge.Arrest.Kind == "":
		return m.missing("whether there was an arrest or only a citation is not known", m.path("arrest.kind"))
	default:
		return m.no("there was an arrest, and section 99-19-71(4) speaks of that", m.path("arrest.kind"))
	}
}

// twelveMonths reads the two ways of section 99-15-59: dismissal, or twelve months from
// the arrest without a formal charge.
func twelveMonths(m *matter) reading {
	path, arrest := m.path("outcome"), m.path("arrest.date")
	open := m.charge.Arrest.Date.AddDays(1).AddMonths(12)
	program, after := m.afterProgram()
	switch outcome := m.charge.Outcome; {
	case !m.decided():
		return m.notYet(petition.Date{}, m.say("the charge was still open: it ended on ", m.charge.OutcomeDate), m.path("outcome_date"))
	case after:
		return program
	case outcome == petition.Dismissed || outcome == petition.NolleProsequi:
		return m.yes("the charge was dismissed", path)
	case outcome == petition.Pending:
		return m.notYet(petition.Date{}, "the charge is still open", path)
	case outcome == petition.Acquitted || outcome == petition.RetiredToFile:
		return m.doubtful("Section 99-15-59 speaks of a dismissal, and not of a charge that ended in this way on a citation.", path)
	case !m.charge.Arrest.Date.Known():
		return m.missing("the day of the arrest or citation is not known", arrest)
	case m.filedEarly(open):
		return m.refile(arrest)
	case m.lawDay().Before(open):
		return m.notYet(open, m.say("twelve months from ", m.charge.Arrest.Date, " have not passed; the first safe day is ", open, arguable(m, m.charge.Arrest.Date.AddMonths(12), open)), arrest)
	default:
		return m.yes(m.say("twelve months have passed since ", m.charge.Arrest.Date, " without a formal charge"), path, arrest)
	}
}

func underageAlcohol() Provision {
	return Provision{
		Pathway: UnderageAlcohol, Title: "expunction of a charge of beer or light wine under the age of 21", Relief: Mandatory,
		Since: petition.NewDate(2000, time.July, 1), Sources: []Source{code2020},
		Concerns: All("underage.concerns", "67-3-70", "a charge under 67-3-70(1) or (2) in a Mississippi court",
			Ask("underage.section", "67-3-70(6)", "the charge is under subsection (1) or (2)", underageSection),
			Ask("underage.court", "67-3-70(6)", "the case was in a court of the state", trialCourt)),
		When: All("underage", "67-3-70(6)", "the court “shall enter such order” on application",
			Ask("underage.subsection", "67-3-70(6)", "the subsection is known to be (1) or (2), and not (3), furnishing", underageSubsection),
			Ask("underage.ended", "67-3-70(6)", "the charge was dismissed and discharged, or the sentence served and the fine paid", underageEnded),
			Ask("underage.wait", "67-3-70(6)", "“not sooner than one (1) year after the dismissal and discharge or completion of any sentence and/or payment of any fine”", underageWait),
			Ask("underage.open", "67-3-70(6)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("underage.law", "67-3-70(6)", "one version of the law governs the filing and the hearing", oneLaw(oneYear[0].since))),
	}
}

func underageSection(m *matter) reading {
	s, path := m.charge.Section, m.path("section")
	if s.Base() == "67-3-70" && (s.Subsections() == "" || anyWithin(s, underageSections)) {
		return m.yes(m.say("the charge is under ", s), path)
	}
	return m.no("the charge is not under 67-3-70(1) or (2)", path)
}

func underageSubsection(m *matter) reading {
	if anyWithin(m.charge.Section, underageSections) {
		return m.yes(m.say(m.charge.Section, " is purchase, possession or a false age"), m.path("section"))
	}
	return m.missing("the subsection of 67-3-70 is not known", m.path("section"))
}

func underageEnded(m *matter) reading {
	switch m.ended() {
	case petition.Convicted:
		return folded(m, "the sentence was served and the fine paid", judgmentStands(m), finesPaid(m), termsComplete(m))
	case petition.Dismissed, petition.NolleProsequi, petition.Nonadjudicated, petition.ConditionalDischarge:
		return endedByDay(m)
	case petition.Pending:
		return m.notYet(petition.Date{}, "the charge is still open", m.path("outcome"))
	case "":
		return m.missing("how the charge ended is not known", m.path("outcome"))
	default:
		return m.doubtful("Section 67-3-70(6) speaks of a dismissal and discharge or of a sentence, and not of a charge that ended in this way.", m.path("outcome"))
	}
}

func endedByDay(m *matter) reading {
	if !m.decided() {
		return m.notYet(petition.Date{}, m.say("the charge was still open: it ended on ", m.charge.OutcomeDate), m.path("outcome_date"))
	}
	return m.yes("the charge was dismissed", m.path("outcome"))
}

// folded turns the readings of several questions, all of which must be met, into the
// reading of one.
func folded(m *matter, why string, parts ...reading) reading {
	answers := make([]answer, len(parts))
	for i, p := range parts {
		answers[i] = answer{truth: p.answer, passing: p.passing, from: p.from}
	}
	var out reading
	out.answer, out.passing, out.from = allOf(answers)
	n := m.pad.note()
	n.why = why
	for _, p := range parts {
		if p.notes == nil {
			continue
		}
		n.read = append(n.read, p.notes.read...)
		if out.answer != Yes {
			n.missing = append(n.missing, p.notes.missing...)
		}
		if p.answer != Yes {
			n.why = p.notes.why
		}
		if p.notes.doubt != "" {
			n.doubt = p.notes.doubt
		}
	}
	out.notes = n
	return out
}

// underageWait counts the year from the last of dismissal, sentence and payment.
func underageWait(m *matter) reading {
	day, path := m.charge.OutcomeDate, m.path("outcome_date")
	if m.ended() == petition.Convicted {
		start, known, paths := completion(m)
		if !known {
			return waitFromUnknownDay(m, oneYear, start, paths[0])
		}
		day, path = start, paths[0]
	}
	if !day.Known() {
		return m.missing("the day the year runs from is not known", path)
	}
	open, _ := oneYear.earliest(m.lawDay(), day, m.lawOf(oneYear))
	switch {
	case m.filedEarly(open):
		return m.refile(path)
	case m.lawDay().Before(open):
		return m.notYet(open, m.say("one year from ", day, " has not run; the first safe day is ", open, arguable(m, day.AddYears(1), open)), path)
	default:
		return m.yes(m.say("one year has run since ", day), path)
	}
}

func marijuana() Provision {
	return Provision{
		Pathway: SmallMarijuana, Title: "record of a small-marijuana conviction", Relief: Automatic,
		Since: petition.NewDate(2000, time.July, 1), Sources: []Source{readers139},
		Concerns: All("marijuana.concerns", "41-29-139(c)(2)(A)", "a conviction under 41-29-139(c)(2)(A) in a Mississippi court",
			EndedIn("marijuana.convicted", "41-29-139(c)(2)(A)", "the charge ended in a conviction", petition.Convicted),
			Ask("marijuana.section", "41-29-139(c)(2)(A)", "the conviction is under (c)(2)(A)", func(m *matter) reading {
				return m.when(anyWithin(m.charge.Section, smallMarijuanaSections), "the conviction is under 41-29-139(c)(2)(A)", m.path("section"))
			}),
			Ask("marijuana.court", "41-29-139(c)(2)(A)", "the conviction was had in a court of the state", trialCourt)),
		When: All("marijuana", "41-29-139(c)(2)(A)", "the record of a first or second conviction “shall be expunged at the end of the period of two (2) years”",
			Ask("marijuana.decided", "41-29-139(c)(2)(A)", "the judgment has been entered and stands", judgmentStands),
			Unless("marijuana.not-vehicle", "41-29-139(c)(2)(B)", "it was not in the passenger area of a vehicle", Ask("marijuana.vehicle", "41-29-139(c)(2)(B)", "it was in the passenger area of a vehicle", inVehicle)),
			Ask("marijuana.first-two", "41-29-139(c)(2)(A)", "it is a first or second conviction of the kind", firstTwoMarijuana),
			Ask("marijuana.wait", "41-29-139(c)(2)(A)", "two years have passed since the conviction", marijuanaTwoYears),
			Ask("marijuana.open", "41-29-139(c)(2)(A)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("marijuana.law", "41-29-139(c)(2)(A)", "one version of the law governs the filing and the hearing", oneLaw(marijuanaWait[0].since))),
	}
}

var smallMarijuanaSections = code("41-29-139(c)(2)(A)")

func inVehicle(m *matter) reading {
	path := m.path("in_vehicle")
	switch m.charge.InVehicle {
	case petition.Yes:
		return m.yes("it was in the passenger area of a vehicle", path)
	case petition.No:
		return m.no("it was not in the passenger area of a vehicle", path)
	default:
		return m.missing("whether it was in the passenger area of a vehicle is not known", path)
	}
}

// firstTwoMarijuana asks that at most one conviction of the kind came before. One whose
// section or day is not known may be another.
func firstTwoMarijuana(m *matter) reading {
	earlier, own := 0, m.charge.OutcomeDate
	var unsure []fact
	for _, o := range m.others() {
		switch is := smallMarijuana(o); {
		case is == No || o.date.After(own):
		case is == Unknown:
			unsure = append(unsure, o.path.Join("section"))
		case !o.date.Known():
			unsure = append(unsure, o.datePath)
		case !own.Known():
			unsure = append(unsure, m.path("outcome_date"))
		default:
			earlier++
		}
	}
	switch {
	case earlier > 1:
		return m.no("it is a third or later conviction of the kind", inFile("record.other_convictions"))
	case earlier+len(unsure) > 1:
		return m.missing("which conviction of the kind it is is not known", unsure...)
	case m.c.Record.Complete != petition.Yes:
		return m.missing("which conviction of the kind it is is known only when the whole record is in the file", inFile("record.complete"))
	default:
		return m.yes("it is a first or second conviction of the kind", inFile("record.other_convictions"))
	}
}

// smallMarijuana answers whether a conviction is under 41-29-139(c)(2)(A). It is open
// while the section is not known or too short to tell, and nothing else tells.
func smallMarijuana(o *conviction) Truth {
	switch s := o.section; {
	case anyWithin(s, smallMarijuanaSections):
		return Yes
	case o.elsehow || o.grade == petition.Felony || o.grade == petition.Traffic:
		return No
	case s.Readable() && !smallMarijuanaSections[0].Within(s):
		return No
	case !s.Readable() && o.offense != "" && !drugWords.in(o.offense):
		return No
	default:
		return Unknown
	}
}

// drugWords are words by which records name drug offenses.
var drugWords = wordsOf("mari", "cannab", "drug", "controlled", "substance", "poss", "narcotic", "weed", "thc", "mj")

func marijuanaTwoYears(m *matter) reading {
	day, path := m.charge.Judgment(), m.path("outcome_date")
	if !day.Known() {
		return m.missing("the day of the conviction is not known", path)
	}
	open, _ := marijuanaWait.earliest(m.lawDay(), day, m.lawOf(marijuanaWait))
	switch {
	case m.filedEarly(open):
		return m.refile(path)
	case m.lawDay().Before(open):
		return m.notYet(open, m.say("two years from ", day, " have not run; the first safe day is ", open, arguable(m, day.AddYears(2), open)), path)
	default:
		return m.yes(m.say("two years have run since ", day, "; the record should be treated as expunged already, so ask the clerk for the order"), path)
	}
}
