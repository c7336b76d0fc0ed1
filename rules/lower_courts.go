package rules

import (
	"time"

	"expunge/petition"
)

// The relief that only municipal and justice courts give: any or all misdemeanors after
// two years of good conduct (21-23-7(6), 9-11-15(3)), and the municipal judge's duty
// toward what ended without a conviction (21-23-7(13)). See lower_courts.md.

var (
	// twoYears is the good conduct the two sections ask for, from the last conviction in
	// any court. The justice court's subsection began on 1 July 2016.
	twoYearsMunicipal = wait{{since: petition.NewDate(2000, time.July, 1), years: 2, sources: []Source{code2020}, floor: true}}
	twoYearsJustice   = wait{{since: petition.NewDate(2016, time.July, 1), years: 2, sources: []Source{code2020}}}
)

func lowerCourts() []Provision {
	return []Provision{
		anyMisdemeanor(MunicipalAny, petition.Municipal, "municipal", twoYearsMunicipal),
		anyMisdemeanor(JusticeAny, petition.Justice, "justice", twoYearsJustice),
	}
}

func anyMisdemeanor(p Pathway, level petition.Level, word string, w wait) Provision {
	cite := Citation(p)
	return Provision{
		Pathway: p, Title: "expunction of any or all misdemeanors in a " + word + " court", Relief: Discretionary,
		Since: w[0].since, Sources: []Source{code2020},
		Concerns: All(word+".concerns", cite, "a misdemeanor conviction in a "+word+" court",
			EndedIn(word+".convicted", cite, "the charge ended in a conviction", petition.Convicted),
			GradeIn(word+".grade", cite, "the conviction is of a misdemeanor", petition.Misdemeanor, petition.Traffic),
			Ask(word+".court", cite, "the conviction was had “in that court”", atLevel(level))),
		When: All(word, cite, "the court may expunge “any or all misdemeanors in that court”",
			Ask(word+".decided", cite, "the judgment has been entered and stands", judgmentStands),
			Unless(word+".not-dui", "63-11-30(13)", "the conviction is not a DUI, for which the statute names the circuit court alone", Ask(word+".dui", "63-11-30(13)", "the conviction is a DUI", chargeIsDUI)),
			Ask(word+".traffic", cite, "the subsection reaches the offense", reachesTraffic),
			Ask(word+".two-years", cite, "“good conduct for a period of two (2) years since the last conviction in any court”", twoYearsClean(w)),
			Ask(word+".registry", "45-33-55", "the offense does not require sex-offender registration", notRegistrable),
			Ask(word+".open", cite, "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask(word+".law", cite, "one version of the law governs the filing and the hearing", oneLaw(w[0].since)),
			Reserve(word+".notice", cite, "prior notice is given to the prosecutor; the subsection sets no number of days"),
			Reserve(word+".showing", cite, "the court finds in open court rehabilitation, good conduct and the best interest of society")),
	}
}

func atLevel(level petition.Level) func(*matter) reading {
	return func(m *matter) reading {
		path := m.path("court.level")
		switch m.charge.Court.Level {
		case level:
			return trialCourt(m)
		case "":
			return m.no(m.say("the court is not known to be a ", level, " court"), path)
		default:
			return m.no(m.say("the court is not a ", level, " court"), path)
		}
	}
}

// reachesTraffic leaves it open whether the two-year subsections reach traffic convictions.
func reachesTraffic(m *matter) reading {
	path := m.path("section")
	switch traffic, lacking := trafficByName(m); {
	case traffic == Yes:
		return m.doubtful("An order under this subsection has no effect on the driving record under Title 63, and whether it can reach a traffic conviction is unsettled.", m.path("grade"), path)
	case traffic == No:
		return m.yes("the offense is not one under the traffic laws", m.path("grade"), path)
	case lacking != fact{}:
		return m.missing("whether the offense is one under the traffic laws is not known", lacking)
	default:
		return m.doubtful("The offense as written may be a traffic violation under a city ordinance, and whether an order under this subsection can reach one is unsettled.", m.path("offense"), m.path("ordinance"))
	}
}

// twoYearsClean asks whether two years have passed since the last conviction in any court.
func twoYearsClean(w wait) func(*matter) reading {
	return func(m *matter) reading {
		last, at := m.charge.Judgment(), m.path("outcome_date")
		unsure := m.undecided()
		if !last.Known() {
			unsure = append(unsure, at)
		}
		for _, o := range m.others() {
			when := petition.Latest(o.date, o.sentence)
			switch {
			case !when.Known():
				unsure = append(unsure, o.datePath)
			case when.After(last):
				last, at = when, o.path
			}
		}
		day := m.lawDay()
		open, by := w.earliest(m.lawDay(), last, m.lawOf(w))
		switch {
		case last.Known() && m.filedEarly(open) && len(unsure) == 0:
			return m.refile(at)
		case last.Known() && day.Before(open):
			r := m.notYet(open, m.say("the last conviction in any court was on ", last, "; the first safe day to file is ", open, unlessBegun(m, last.AddYears(2), open, by)), at)
			if len(unsure) > 0 {
				r.from = petition.Date{}
				return m.lacking(r, unsure...)
			}
			return r
		case m.c.Record.Complete != petition.Yes:
			return m.missing("the last conviction in any court is known only when the whole record is in the file", append(unsure, inFile("record.complete"))...)
		case len(unsure) > 0:
			return m.missing("the day of the last conviction in any court is not known", unsure...)
		default:
			return m.yes(m.say("two years have passed since the last conviction in any court, on ", last), at, inFile("record.complete"))
		}
	}
}

// municipalDismissed is 21-23-7(13), the duty that asks for no petition.
func municipalDismissed() Provision {
	return Provision{
		Pathway: MunicipalDismissed, Title: "expunction of a municipal record that ended without a conviction", Relief: Mandatory,
		Since: petition.NewDate(2000, time.July, 1), Sources: []Source{code2020},
		Concerns: All("municipal-dismissed.concerns", "21-23-7(13)", "a charge in municipal court that ended without a conviction, or is still open",
			EndedIn("municipal-dismissed.kind", "21-23-7(13)", "the charge did not end in a conviction or a diversion",
				petition.Acquitted, petition.NotGuiltyInsanity, petition.Dismissed, petition.NolleProsequi,
				petition.RetiredToFile, petition.NoDisposition, petition.Pending),
			Ask("municipal-dismissed.court", "21-23-7(13)", "the case was in municipal court", atLevel(petition.Municipal))),
		When: All("municipal-dismissed", "21-23-7(13)", "the municipal judge “shall expunge” the record",
			Ask("municipal-dismissed.ended", "21-23-7(13)", "the case was dismissed, the charges were dropped, there was no disposition, or the person was found not guilty at trial", endedWithoutConviction),
			Ask("municipal-dismissed.arrested", "21-23-7(13)", "there was an arrest and a release, or a citation for a dismissed charge", arrestOrCitation),
			Ask("municipal-dismissed.whole", "21-23-7(13)", "no conviction came of the same case", wholeCase),
			Ask("municipal-dismissed.open", "21-23-7(13)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("municipal-dismissed.law", "21-23-7(13)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2000, time.July, 1), petition.NewDate(2019, time.July, 1)))),
	}
}

// arrestOrCitation reads the arrest and release the subsection speaks of. A dismissed
// citation is expunged too (attorney general's opinion Miller, No. 01-0570 (2001)).
func arrestOrCitation(m *matter) reading {
	switch kind := m.charge.Arrest.Kind; {
	case kind == petition.CitationIssued && m.charge.Outcome == petition.Dismissed:
		return m.yes("there was a citation, and the charge was dismissed (AG Op. Miller, No. 01-0570 (2001))", m.path("arrest.kind"))
	case kind == petition.CitationIssued:
		return m.doubtful("There was a citation and no arrest. The attorney general has spoken of dismissed citations (Op. Miller, 2001), and not of one that ended in this way.", m.path("arrest.kind"))
	case kind == petition.ArrestMade:
		return released(m)
	default:
		return m.missing("whether there was an arrest or only a citation is not known", m.path("arrest.kind"))
	}
}
