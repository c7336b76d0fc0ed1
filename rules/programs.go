package rules

import (
	"time"

	"expunge/petition"
)

// The programs that end a charge without a conviction, each by its own section:
// nonadjudication (99-15-26, and 63-11-30(14) for a DUI), pretrial intervention
// (99-15-123), conditional discharge (41-29-150(d)), the intervention, mental health and
// veterans treatment courts (9-23-23, 9-27-19, 9-25-1), and the traffic-safety course
// (63-9-11). See programs.md.

var (
	code2024    = Source{"Section 99-15-26 as brought forward in 2024 Senate Bill 2599 and House Bill 1252; later subsections from a 2020 amendment", "https://billstatus.ls.state.ms.us/documents/2024/html/SB/2500-2599/SB2599PS.htm", "2026-11-23", MediumHigh}
	copy123     = Source{"Section 99-15-123, public copy", "https://statutes.laws.com/mississippi/title-99/15/99-15-123/", "2026-11-23", High}
	readers150  = Source{"Section 41-29-150(d), secondary readers; current primary text not read", "https://www.recordclearing.org/states/mississippi/expungement-of-mississippi-convictions/", "2026-11-23", Medium}
	code2020    = Source{"Official Mississippi Code, release of July 8, 2020", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", High}
	opinionDUI  = Source{"Attorney General's opinion Shirley, No. 01-0719 (2001), annotation in the official Code", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", Medium}
	opinionVets = Source{"Sections 9-25-1, 9-23-5 and 9-23-23, official Code of July 8, 2020", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", Medium}
)

func programs() []Provision {
	return []Provision{
		nonadjudication(), duiNonadjudication(), pretrialIntervention(), conditionalDischarge(),
		interventionCourt(), mentalHealthCourt(), veteransCourt(), trafficCourse(), legacyPlea(),
	}
}

// legacyPlea is section 99-15-57, for pleas of guilty in the half year before 31 March 1983.
func legacyPlea() Provision {
	return Provision{
		Pathway: LegacyPlea, Title: "plea of 1982 or 1983 under the section before nonadjudication", Relief: Mandatory,
		Since: petition.NewDate(1983, time.March, 31), Sources: []Source{{"Section 99-15-57, from annotations to the official Code and Polk v. State", "https://github.com/UniCourt/cic-code-ms", "2026-11-23", Medium}},
		Concerns: Ask("legacy.concerns", "99-15-57", "the disposition was under section 99-15-57", underLegacySection),
		When:     Ask("legacy", "99-15-57", "the section still gives relief", unsettled("Section 99-15-57 reached pleas of guilty within six months before 31 March 1983; its text was not read, and a lawyer should read it against the papers.")),
	}
}

func nonadjudication() Provision {
	return Provision{
		Pathway: Nonadjudication, Title: "expunction of a nonadjudicated charge", Relief: Mandatory,
		Since: petition.NewDate(2008, time.July, 1), Sources: []Source{code2024},
		Concerns: All("nonadjudication.concerns", "99-15-26", "a charge other than a DUI that was nonadjudicated in a Mississippi court",
			EndedIn("nonadjudication.kind", "99-15-26(1)", "the charge was nonadjudicated", petition.Nonadjudicated),
			Unless("nonadjudication.not-legacy", "99-15-57", "it was not under the section before it", Ask("nonadjudication.legacy", "99-15-57", "it was under section 99-15-57", underLegacySection)),
			Unless("nonadjudication.not-dui", "99-15-26(1)", "the charge is not a DUI, which only 63-11-30 reaches", Ask("nonadjudication.dui", "63-11-30(14)", "the charge is a DUI", chargeIsDUI)),
			Ask("nonadjudication.court", "99-15-26(1)", "the court is a trial court of the state", trialCourt)),
		When: All("nonadjudication", "99-15-26(5)", "upon petition the court “shall expunge” the record of a nonadjudicated charge that was dismissed",
			Ask("nonadjudication.under", "99-15-26(1)", "it was under section 99-15-26", programUnder("99-15-26")),
			Ask("nonadjudication.completed", "99-15-26(4)", "the conditions were completed and the case was dismissed", programCompleted),
			Ask("nonadjudication.once", "99-15-26(1)", "it was the first nonadjudication", onlyOnce(petition.ReliefNonadjudication, "Section 99-15-26 allows one nonadjudication. An earlier one is on the record, so the order may be open to question.")),
			Ask("nonadjudication.class", "99-15-26(1)", "the charge is of a kind that can be nonadjudicated in the court that had it", nonadjudicable),
			Ask("nonadjudication.drug", "99-15-26(1)", "the charge is not of trafficking in controlled substances", notTrafficking),
			Ask("nonadjudication.open", "99-15-26(5)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("nonadjudication.law", "99-15-26(5)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2008, time.July, 1)))),
	}
}

func duiNonadjudication() Provision {
	return Provision{
		Pathway: DUINonadjudication, Title: "record of a nonadjudicated DUI", Relief: Discretionary,
		Since: petition.NewDate(2014, time.July, 1), Sources: []Source{code2020, opinionDUI},
		Concerns: All("dui-nonadjudication.concerns", "63-11-30(14)", "a DUI that was nonadjudicated in a Mississippi court",
			EndedIn("dui-nonadjudication.kind", "63-11-30(14)", "the charge was nonadjudicated", petition.Nonadjudicated),
			Ask("dui-nonadjudication.dui", "63-11-30(14)", "the charge is a DUI", chargeIsDUI),
			Ask("dui-nonadjudication.court", "63-11-30(14)", "the court is a trial court of the state", trialCourt)),
		When: All("dui-nonadjudication", "63-11-30(14)", "the record of a nonadjudicated DUI is expunged",
			Ask("dui-nonadjudication.completed", "63-11-30(14)", "the conditions were completed and the case was dismissed", programCompleted),
			Ask("dui-nonadjudication.section", "63-11-30(14)", "a section says which court expunges it, and how", unsettled("A nonadjudication does not by itself expunge. The attorney general has said that the court may act on petition or of its own motion (Op. Shirley, 2001); which section and which court is unsettled."))),
	}
}

func pretrialIntervention() Provision {
	return Provision{
		Pathway: Intervention, Title: "expunction of a charge that ended in pretrial intervention", Relief: Mandatory,
		Since: petition.NewDate(2008, time.July, 1), Sources: []Source{copy123},
		Concerns: All("intervention.concerns", "99-15-123", "a charge that went to pretrial intervention in a Mississippi court",
			EndedIn("intervention.kind", "99-15-123(1)", "the charge went to pretrial intervention", petition.PretrialIntervention),
			Ask("intervention.court", "99-15-123(1)", "the court is a trial court of the state", trialCourt)),
		When: All("intervention", "99-15-123(3)", "upon petition the court “shall expunge” the record of the dismissed charge",
			Ask("intervention.completed", "99-15-123(1)", "the program was completed and the charge ended in a noncriminal disposition", programCompleted),
			Ask("intervention.since", "99-15-123(3)", "the subsection is in force", inForceSince(petition.NewDate(2008, time.July, 1), "Laws 2008 ch. 444")),
			Ask("intervention.open", "99-15-123(3)", "no fact that could open another route is marked unknown", nothingLeftOpen)),
	}
}

func conditionalDischarge() Provision {
	return Provision{
		Pathway: DrugDischarge, Title: "expunction of a conditional discharge", Relief: Mandatory,
		Since: petition.NewDate(2010, time.July, 1), Sources: []Source{readers150},
		Concerns: All("discharge.concerns", "41-29-150(d)", "a possession charge that ended in a conditional discharge in a Mississippi court",
			EndedIn("discharge.kind", "41-29-150(d)(1)", "the charge ended in a conditional discharge", petition.ConditionalDischarge),
			Ask("discharge.court", "41-29-150(d)(1)", "the court is a trial court of the state", trialCourt)),
		When: All("discharge", "41-29-150(d)(2)", "after dismissal and discharge the court shall enter an order to expunge",
			Ask("discharge.completed", "41-29-150(d)(1)", "the terms were fulfilled and the proceedings dismissed", programCompleted),
			Ask("discharge.possession", "41-29-150(d)(1)", "the offense is possession or paraphernalia, 41-29-139(c) or (d)", possession),
			Ask("discharge.once", "41-29-150(d)(1)", "it was the first discharge", onlyOnce(petition.ReliefConditionalDischarge, "A conditional discharge is allowed only once. An earlier one is on the record, so the order may be open to question.")),
			Ask("discharge.age", "41-29-150(d)(2)", "the person was under 26 at the time of the offense", underTwentySix),
			Ask("discharge.open", "41-29-150(d)(2)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("discharge.law", "41-29-150(d)(2)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2010, time.July, 1)))),
	}
}

func interventionCourt() Provision {
	return Provision{
		Pathway: InterventionCourt, Title: "record of an intervention court graduate", Relief: Automatic,
		Since: petition.NewDate(2003, time.July, 1), Sources: []Source{code2020},
		Concerns: All("intervention-court.concerns", "9-23-23", "a charge that went to intervention court in Mississippi",
			EndedIn("intervention-court.kind", "9-23-23", "the charge went to intervention court", petition.InterventionCourt),
			Ask("intervention-court.court", "9-23-23", "the court is a trial court of the state", trialCourt)),
		When: All("intervention-court", "9-23-23", "completion of the program results in the record being expunged",
			Unless("intervention-court.not-dui", "9-23-23", "the charge is not an implied consent violation: “no expunction of any implied consent violation shall be allowed”",
				Ask("intervention-court.dui", "9-23-23", "the charge is a DUI", chargeIsDUI)),
			Ask("intervention-court.completed", "9-23-23", "every requirement was completed", programCompleted),
			Ask("intervention-court.fees", "9-23-23", "the fines and fees “assessed and not waived” are paid", programFees),
			Ask("intervention-court.open", "9-23-23", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("intervention-court.law", "9-23-23", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2003, time.July, 1)))),
	}
}

func mentalHealthCourt() Provision {
	return Provision{
		Pathway: MentalHealthCourt, Title: "record of a mental health court graduate", Relief: Automatic,
		Since: petition.NewDate(2019, time.July, 1), Sources: []Source{code2020},
		Concerns: All("mental-health-court.concerns", "9-27-19", "a charge that went to mental health court in Mississippi",
			EndedIn("mental-health-court.kind", "9-27-19", "the charge went to mental health court", petition.MentalHealthCourt),
			Ask("mental-health-court.court", "9-27-19", "the court is a trial court of the state", trialCourt)),
		When: All("mental-health-court", "9-27-19", "completion of the program results in the record being expunged",
			Ask("mental-health-court.completed", "9-27-19", "every requirement was completed", programCompleted),
			Ask("mental-health-court.dui", "9-27-19", "no unsettled point about a DUI arises", func(m *matter) reading {
				switch r := chargeIsDUI(m); r.answer {
				case Yes:
					return m.doubtful("Section 9-27-19 has no sentence on implied consent violations, and section 9-23-23, whose courts include mental health courts, forbids their expunction.", m.path("section"))
				case Unknown:
					return r
				default:
					return m.yes("the charge is not a DUI", m.path("section"))
				}
			}),
			Ask("mental-health-court.open", "9-27-19", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("mental-health-court.law", "9-27-19", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2019, time.July, 1)))),
	}
}

func veteransCourt() Provision {
	return Provision{
		Pathway: VeteransCourt, Title: "record of a veterans treatment court graduate", Relief: Automatic,
		Since: petition.NewDate(2014, time.July, 1), Sources: []Source{opinionVets},
		Concerns: All("veterans-court.concerns", "9-25-1", "a charge that went to veterans treatment court in Mississippi",
			EndedIn("veterans-court.kind", "9-25-1", "the charge went to veterans treatment court", petition.VeteransCourt),
			Ask("veterans-court.court", "9-25-1", "the court is a trial court of the state", trialCourt)),
		When: All("veterans-court", "9-25-1", "completion of the program results in the record being expunged",
			Ask("veterans-court.completed", "9-25-1", "every requirement was completed", programCompleted),
			Ask("veterans-court.section", "9-25-1", "a section gives expunction to its graduates", unsettled("The veterans section has no expunction clause in the text of 2020. Section 9-23-5 counts veterans courts among intervention courts, so 9-23-23 arguably applies."))),
	}
}

func trafficCourse() Provision {
	return Provision{
		Pathway: TrafficCourse, Title: "traffic-safety course", Relief: Automatic,
		Since: petition.NewDate(2000, time.July, 1), Sources: []Source{code2020},
		Concerns: All("traffic-course.concerns", "63-9-11", "a moving violation that ended in the traffic-safety course in a Mississippi court",
			EndedIn("traffic-course.kind", "63-9-11(3)", "the charge ended in the traffic-safety course", petition.TrafficSchool),
			Ask("traffic-course.court", "63-9-11(3)", "the court is a trial court of the state", trialCourt)),
		When: All("traffic-course", "63-9-11(3)", "completion of the course ends the case, and the court expunges on its own motion",
			Unless("traffic-course.not-commercial", "63-9-11(4)", "the person held no commercial license", Ask("traffic-course.commercial", "63-9-11(4)", "the person held a commercial license", commercialLicense)),
			Ask("traffic-course.moving", "63-9-11(3)", "the charge is of a moving violation under Title 63, chapter 3, 5 or 7", movingViolation),
			Ask("traffic-course.three-years", "63-9-11(3)", "no such conviction and no course in the three years before", noCourseInThreeYears),
			Ask("traffic-course.completed", "63-9-11(3)", "the course was completed in time", programCompleted),
			Ask("traffic-course.route", "63-9-11(3)", "the record shows that the course followed a trial, after which the court expunges of its own motion", courseRoute),
			Ask("traffic-course.open", "63-9-11(3)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("traffic-course.law", "63-9-11(3)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2000, time.July, 1)))),
	}
}

// ---- what the programs ask ----

func underLegacySection(m *matter) reading {
	return m.when(m.charge.Diversion.Under.Base() == "99-15-57", m.say("the disposition was under ", m.charge.Diversion.Under), m.path("diversion.under"))
}

// programUnder asks that the program was under the section.
func programUnder(base string) func(*matter) reading {
	return func(m *matter) reading {
		under, path := m.charge.Diversion.Under, m.path("diversion.under")
		switch {
		case !under.Known():
			return m.missing("the section the program was under is not known", path)
		case under.Base() == base:
			return m.yes(m.say("the program was under ", under), path)
		default:
			return m.doubtful(m.say("The program was under ", under, ", which is another section than the one this outcome belongs to; the order must be read."), path)
		}
	}
}

// programCompleted asks whether the program was completed by the day.
func programCompleted(m *matter) reading {
	d, path := &m.charge.Diversion, m.path("diversion.completed")
	switch {
	case d.Ended.After(m.asOf):
		return m.notYet(d.Ended.AddDays(1), m.say("the program ends on ", d.Ended), m.path("diversion.ended"))
	case !m.decided():
		return m.notYet(petition.Date{}, m.say("the case had not ended: it ended on ", m.charge.OutcomeDate), m.path("outcome_date"))
	case d.Completed == petition.Yes:
		return m.yes("the program is completed", path)
	case d.Completed == petition.No:
		return m.notYet(petition.Date{}, "the program is not completed", path)
	default:
		return m.missing("whether the program is completed is not known", path)
	}
}

// programFees asks whether the fines and fees of the program are paid or waived.
func programFees(m *matter) reading {
	path := m.path("diversion.fees_paid")
	switch m.charge.Diversion.FeesPaid {
	case petition.Yes:
		return m.yes("the program's fines and fees are paid or waived", path)
	case petition.No:
		return m.notYet(petition.Date{}, "fines or fees of the program are still owed", path)
	default:
		return m.missing("whether the program's fines and fees are paid or waived is not known", path)
	}
}

// onlyOnce asks that no earlier relief of the kind is on the record.
func onlyOnce(kind petition.ReliefKind, doubt string) func(*matter) reading {
	return func(m *matter) reading {
		unsure := m.undecided()
		for _, r := range m.earlierRelief() {
			sameEvent := r.event != "" && r.event == m.event()
			switch is := r.isOf(kind); {
			case is == No || sameEvent:
			case is == Yes:
				return m.doubtful(doubt, r.path)
			default:
				unsure = append(unsure, r.fact(lackingOf(r)))
			}
		}
		if len(unsure) > 0 {
			return m.missing("of what kind an earlier relief was, or how another charge ended, is not known", unsure...)
		}
		if m.c.Record.Complete != petition.Yes {
			return m.yes("no earlier one is in the file, which does not say that it holds the whole record", inFile("record.earlier_relief"))
		}
		return m.yes("no earlier one is on the record", inFile("record.earlier_relief"))
	}
}

// lackingOf names the field that would tell of what program an earlier relief was: of an
// expunction its section, of another its kind.
func lackingOf(r *relief) string {
	if r.kind == petition.ReliefExpunction {
		return "section"
	}
	return "kind"
}

// notTrafficking asks that the charge is not one that nonadjudication cannot reach.
func notTrafficking(m *matter) reading {
	const doubt = "Trafficking in controlled substances cannot be nonadjudicated under section 99-15-26, so the order may be open to question."
	s, path := m.charge.Section, m.path("section")
	switch {
	case anyWithin(s, traffickingSections):
		return m.doubtful(doubt, path)
	case traffick.in(m.charge.Offense):
		return m.doubtful(doubt, path, m.path("offense"))
	case s.Base() == "41-29-139" && s.Subsections() == "":
		return m.missing("the subsection of 41-29-139 is not known, and trafficking under (f) cannot be nonadjudicated", path)
	default:
		return m.yes("the charge is not of trafficking", path)
	}
}

var (
	traffickingSections = code("41-29-139(f)", "41-29-139(g)")
	possessionSections  = code("41-29-139(c)", "41-29-139(d)")
)

// possession asks that the offense is one a conditional discharge can be given for.
func possession(m *matter) reading {
	path := m.path("section")
	switch {
	case anyWithin(m.charge.Section, possessionSections):
		return m.yes(m.say(m.charge.Section, " is possession or paraphernalia"), path)
	case !m.charge.Section.Readable() || (m.charge.Section.Base() == "41-29-139" && m.charge.Section.Subsections() == ""):
		return m.missing("the subsection of 41-29-139 is not known", path)
	default:
		return m.doubtful("A conditional discharge is for possession or paraphernalia under 41-29-139(c) or (d); the order is for another offense and may be open to question.", path)
	}
}

// underTwentySix reads the age at the offense. Older authority limits (d)(2) to offenses
// before the age of 26; readers of the present text report no limit.
func underTwentySix(m *matter) reading {
	born, offense := m.c.Petitioner.DateOfBirth, m.charge.OffenseDate
	birth, day := inFile("petitioner.date_of_birth"), m.path("offense_date")
	switch {
	case !born.Known():
		return m.missing("the date of birth is not known", birth)
	case !offense.Known():
		return m.missing("the day of the offense is not known", day)
	case offense.Before(born.AddYears(26)):
		return m.yes("the person was under 26 at the time of the offense", birth, day)
	default:
		return m.doubtful("Older authority limits this relief to offenses before the age of 26 (Caldwell v. State, 564 So. 2d 1371 (Miss. 1990)); readers of the present text report no limit, and that text was not read.", birth, day)
	}
}

// commercialLicense reads whether a commercial license or permit was held at the time.
func commercialLicense(m *matter) reading {
	path := m.path("commercial_license")
	switch m.charge.CommercialLicense {
	case petition.Yes:
		return m.yes("a commercial license or permit was held at the time of the offense", path)
	case petition.No:
		return m.no("no commercial license or permit was held at the time of the offense", path)
	default:
		return m.missing("whether a commercial license or permit was held at the time of the offense is not known", path)
	}
}

// unsettled is a question that no fact answers.
func unsettled(doubt string) func(*matter) reading {
	return func(m *matter) reading { return m.doubtful(doubt) }
}

// inForceSince asks that the petition is filed on or after the day a subsection took
// effect. A subsection that opens on a known day is a wait until it.
func inForceSince(day petition.Date, by string) func(*matter) reading {
	return func(m *matter) reading {
		switch {
		case m.filedEarly(day):
			return m.doubtful(m.say("The petition was filed before ", day, ", when the subsection took effect (", by, "). Refiling is the simple cure."), inFile("filing.filed_on"))
		case m.lawDay().Before(day):
			return m.notYet(day, m.say("the subsection took effect on ", day, " (", by, ")"), inFile("filing.filed_on"))
		default:
			return m.yes(m.say("in force since ", day, " (", by, ")"), inFile("filing.filed_on"))
		}
	}
}
