package rules

import (
	"strings"

	"expunge/petition"
)

// What the programs cannot be given for: the kinds of offense that section 99-15-26(1)
// leaves out, and the moving violations and the three years of section 63-9-11(3). The
// order has been made all the same where one of them is asked about, so a doubt is for a
// lawyer and never a bar.

// nonadjudicable asks that section 99-15-26(1)(a) to (d) let the court nonadjudicate the
// charge. Misdemeanor domestic violence may be, though it is against the person.
func nonadjudicable(m *matter) reading {
	const open = " so the order may be open to question."
	s, grade, path := m.charge.Section, m.charge.Grade, m.path("section")
	lower := m.charge.Court.Level == petition.Justice || m.charge.Court.Level == petition.Municipal
	_, listed, vague := violent(s)
	switch {
	case lower && grade == petition.Felony:
		return m.doubtful("A justice or municipal court can nonadjudicate misdemeanors alone,"+open, m.path("grade"), m.path("court.level"))
	case grade == "" && (lower || listed || vague || domestic(m)):
		return m.missing("the grade of the charge is not known, and it tells whether the charge could be nonadjudicated", m.path("grade"))
	case grade == petition.Misdemeanor && domestic(m):
		return m.yes("misdemeanor domestic violence may be nonadjudicated (99-15-26(1)(c))", path, m.path("grade"))
	case grade == petition.Felony && (listed || vague):
		return m.doubtful("A crime of violence as section 97-3-2 lists it cannot be nonadjudicated,"+open, path)
	case strings.HasPrefix(s.Base(), "97-3-"):
		return m.doubtful("A crime against the person cannot be nonadjudicated,"+open, path)
	case againstPerson.in(m.charge.Offense):
		return m.doubtful("The name of the charge is that of a crime against the person, which cannot be nonadjudicated,"+open, path, m.path("offense"))
	case publicFundsSections[s.Base()]:
		return m.doubtful("A violation of 97-11-31, or taking what was entrusted by virtue of a public office or employment, cannot be nonadjudicated,"+open, path)
	case embezzlementSections[s.Base()] || embezzle.in(m.charge.Offense):
		return privateFunds(m)
	default:
		return m.yes("the charge is not of a kind that the subsection leaves out", path)
	}
}

// domestic reports whether the charge is of simple domestic violence: by its subsection,
// or by its name where the section given is too short to tell.
func domestic(m *matter) bool {
	s := m.charge.Section
	named := domesticWords.in(m.charge.Offense) && !aggravated.in(m.charge.Offense)
	return anyWithin(s, domesticSections) || (named && ((s.Base() == "97-3-7" && s.Subsections() == "") || !s.Readable()))
}

// privateFunds asks of an embezzlement that nothing was entrusted by a public office.
func privateFunds(m *matter) reading {
	office, duty := m.c.Record.PublicOfficial, m.charge.OfficialDuty
	held, related := inFile("record.public_official"), m.path("official_duty")
	switch {
	case duty == petition.Yes:
		return m.doubtful("Misappropriating what was entrusted by virtue of a public office or employment cannot be nonadjudicated, so the order may be open to question.", related)
	case office == petition.No || duty == petition.No:
		return m.yes("nothing was entrusted by virtue of a public office", held, related)
	case office == petition.Yes:
		return m.missing("whether the charge related to the duties of the office is not known", related)
	default:
		return m.missing("whether the person ever held public office is not known", held)
	}
}

var (
	domesticSections     = code("97-3-7(3)")
	publicFundsSections  = addBases(map[string]bool{}, code("97-11-25", "97-11-29", "97-11-31", "97-11-33"))
	embezzlementSections = addBases(map[string]bool{}, code("97-23-19", "97-23-25", "97-23-27"))

	domesticWords = wordsOf("domestic", "dom viol", "dv ")
	aggravated    = wordsOf("aggrav", "agg ", "agg.")
	embezzle      = wordsOf("embezzl")
	traffick      = wordsOf("traffick")
	againstPerson = wordsOf(
		"assault", "asslt", "batter", "robbery", "murder", "manslaughter", "homicide", "kidnap", "carjack", "rape", "sexual",
		"stalk", "extort", "molest", "fondl", "child abuse",
	)
)

// movingViolation asks that the charge is under chapter 3, 5 or 7 of Title 63.
func movingViolation(m *matter) reading {
	s, path := m.charge.Section, m.path("section")
	switch {
	case isMoving(s):
		return m.yes(m.say(s, " is in the rules of the road and of equipment"), path)
	case s.Readable() && m.charge.Outcome != petition.TrafficSchool:
		return m.doubtful(m.say("The charge was dismissed after a course under 63-9-11, which is for moving violations under Title 63, chapters 3, 5 and 7, and ", s, " is none; the order must be read."), path, m.path("diversion.under"))
	case s.Readable():
		return m.no(m.say(s, " is not in Title 63, chapter 3, 5 or 7"), path)
	case m.charge.Ordinance != "":
		return m.doubtful("The charge is under a city ordinance, and the section speaks of moving violations under Title 63, chapters 3, 5 and 7.", m.path("ordinance"))
	default:
		return m.missing("the section of the charge is not known", path)
	}
}

// noCourseInThreeYears asks for a clean three years before the violation. The day of the
// violation counts, and the day the charge ended where that one is not known.
func noCourseInThreeYears(m *matter) reading {
	day := m.charge.OffenseDate
	if !day.Known() {
		day = m.charge.OutcomeDate
	}
	var unsure []fact
	within := func(d petition.Date, at fact) (hit bool) {
		switch {
		case !d.Known():
			unsure = append(unsure, at)
		case !day.Known():
			unsure = append(unsure, m.path("outcome_date"))
		default:
			hit = !d.After(day) && day.Before(d.AddYears(3))
		}
		return hit
	}
	const doubt = "There was another course or conviction of a moving violation in the three years before. The section gives the course to no one who had one, so the order may be open to question."
	for _, r := range m.earlierRelief() {
		if r.kind == petition.ReliefTrafficSchool && within(r.date, r.fact("date")) {
			return m.doubtful(doubt, r.path)
		}
	}
	for i := range m.c.Charges {
		if i != m.index && m.record.charges[i].ended == petition.TrafficSchool && within(m.c.Charges[i].OutcomeDate, chargeFact(i, "outcome_date")) {
			return m.doubtful(doubt, chargeFact(i, ""))
		}
	}
	for _, o := range m.others() {
		if (o.grade == petition.Traffic || (!o.elsehow && isMoving(o.section))) && within(o.date, o.datePath) {
			return m.doubtful(doubt, o.path)
		}
	}
	if len(unsure) > 0 {
		return m.missing("when another course or conviction of a moving violation was is not known", unsure...)
	}
	return m.yes("no other course and no conviction of a moving violation is recorded in the three years before", inFile("record.earlier_relief"), inFile("record.other_convictions"))
}

// courseRoute reads by which of the two ways the course ended the case. The file of a
// dismissed charge tells; of another it does not.
func courseRoute(m *matter) reading {
	if m.charge.Outcome == petition.Dismissed {
		return m.doubtful("After a plea the course ends the case in a dismissal, and the section has the court expunge of its own motion only after a trial. Whether the dismissed charge is left to 99-19-71(4) is for a lawyer.", m.path("outcome"))
	}
	return m.doubtful("After a trial the conviction is set aside and the court expunges of its own motion; after a plea the case is dismissed, and the section says nothing of expunging it. The file does not say which it was; the order must be read.", m.path("outcome"))
}
