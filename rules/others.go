package rules

import (
	"slices"
	"strings"

	"expunge/petition"
)

// otherRoutes are the routes this edition recognizes and does not yet decide. A charge that
// belongs to one is never answered in silence: the answer is a review that names the
// section.
func otherRoutes() []Provision {
	return []Provision{
		claimed(Survivor, "relief for a survivor of human trafficking", Discretionary, concernsSurvivor),
		claimed(IdentityTheft, "removal of a record entered through identity theft", Discretionary, concernsIdentityTheft),
		claimed(DUINonadjudication, "record of a nonadjudicated DUI", Discretionary, func(m matter) reading {
			return when(ended(m.charge) == petition.Nonadjudicated && dui(m), "a DUI was nonadjudicated", m.path("outcome"))
		}),
		claimed(Nonadjudication, "record of a nonadjudicated charge", Mandatory, func(m matter) reading {
			return when(ended(m.charge) == petition.Nonadjudicated && !dui(m), "the charge was nonadjudicated", m.path("outcome"))
		}),
		claimed(Intervention, "record of a charge in pretrial intervention", Mandatory, outcomeIs(petition.PretrialIntervention)),
		claimed(DrugDischarge, "record of a conditional discharge", Mandatory, outcomeIs(petition.ConditionalDischarge)),
		claimed(InterventionCourt, "record of an intervention court graduate", Automatic, outcomeIs(petition.InterventionCourt)),
		claimed(MentalHealthCourt, "record of a mental health court graduate", Automatic, outcomeIs(petition.MentalHealthCourt)),
		claimed(VeteransCourt, "record of a veterans treatment court graduate", Automatic, outcomeIs(petition.VeteransCourt)),
		claimed(TrafficCourse, "traffic-safety course", Automatic, outcomeIs(petition.TrafficSchool)),
		claimed(UnchargedOrCitation, "misdemeanor never charged, or citation dismissed", Discretionary, concernsUncharged),
		claimed(FirstDUI, "expunction of a first DUI conviction", Discretionary, func(m matter) reading {
			s := strings.ToLower(m.charge.Section.Subsections())
			first := !slices.ContainsFunc([]string{"(2)(b)", "(2)(c)", "(2)(d)", "(5)", "(12)", "(14)"}, func(sub string) bool { return strings.HasPrefix(s, sub) })
			return when(m.charge.Outcome == petition.Convicted && dui(m) && m.charge.Grade != petition.Felony && first, "the conviction is of a first DUI", m.path("section"))
		}),
		claimed(UnderageAlcohol, "beer or light wine under the age of 21", Mandatory, func(m matter) reading {
			s := m.charge.Section.Subsections()
			return when(m.charge.Section.Base() == "67-3-70" && (s == "" || strings.HasPrefix(s, "(1)") || strings.HasPrefix(s, "(2)")),
				"the charge is of the kind section 67-3-70 speaks of", m.path("section"))
		}),
		claimed(SmallMarijuana, "record of a small-marijuana conviction", Automatic, func(m matter) reading {
			return when(m.charge.Outcome == petition.Convicted && anyWithin(m.charge.Section, smallMarijuana), "the conviction is under 41-29-139(c)(2)(A)", m.path("section"))
		}),
		claimed(YouthDismissed, "youth court case that ended without an adjudication", Mandatory, func(m matter) reading {
			return when(m.charge.Court.Level == petition.Youth && m.charge.Outcome != petition.AdjudicatedDelinquent, "the case was in youth court", m.path("court.level"))
		}),
		claimed(YouthSealing, "sealing of a youth court adjudication", Discretionary, func(m matter) reading {
			return when(m.charge.Court.Level == petition.Youth && m.charge.Outcome == petition.AdjudicatedDelinquent, "the case was adjudicated in youth court", m.path("court.level"))
		}),
		beside(MunicipalDismissed, "record of a municipal charge that ended without a conviction", Mandatory, func(m matter) reading {
			ended := []petition.Outcome{petition.Dismissed, petition.NolleProsequi, petition.RetiredToFile, petition.NoDisposition, petition.Acquitted}
			return when(m.charge.Court.Level == petition.Municipal && slices.Contains(ended, m.charge.Outcome), "the case ended in municipal court without a conviction", m.path("outcome"))
		}),
		beside(MunicipalAny, "any or all misdemeanors in a municipal court", Discretionary, lowerCourtConviction(petition.Municipal)),
		beside(JusticeAny, "any or all misdemeanors in a justice court", Discretionary, lowerCourtConviction(petition.Justice)),
		{
			Pathway: None, Title: "no Mississippi court can hear it", Decided: true,
			Concerns: Ask("none.concerns", "99-19-71", "the case was outside the state courts of Mississippi", func(m matter) reading {
				return when(m.charge.Court.IsMississippi() == petition.No, "the court is not a state court of Mississippi", m.path("court.level"))
			}),
			When: Ask("none", "99-19-71", "a Mississippi court had the case: the statutes speak of the court that did", func(m matter) reading {
				return no("no Mississippi court can expunge what another jurisdiction entered; ask about that jurisdiction's own law", m.path("court.level"))
			}),
		},
	}
}

var (
	smallMarijuana = code("41-29-139(c)(2)(A)")
	laterDUI       = code("63-11-30(2)(b)")
)

// claimed is an undecided route whose charges are its own.
func claimed(p Pathway, title string, r Relief, concerns func(matter) reading) Provision {
	route := beside(p, title, r, concerns)
	route.Claims = true
	return route
}

// beside is an undecided route that stands beside others.
func beside(p Pathway, title string, r Relief, concerns func(matter) reading) Provision {
	return Provision{
		Pathway: p, Title: title, Relief: r,
		Concerns: Ask("concerns."+string(p), Citation(p), "the charge is of the kind this section speaks of", func(m matter) reading {
			if m.charge.Court.IsMississippi() == petition.No {
				return no("the case was outside the state courts of Mississippi", m.path("court.level"))
			}
			return concerns(m)
		}),
		When: Ask("route."+string(p), Citation(p), "the section's own conditions are met", func(matter) reading {
			return doubtful("Section " + string(p) + " gives this relief its own conditions, which this edition of the program does not decide. A lawyer should read the section against the papers.")
		}),
	}
}

// when turns a fact of the charge into whether a route concerns it.
func when(is bool, why string, paths ...petition.Path) reading {
	if is {
		return yes(why, paths...)
	}
	return no("this section does not speak of the charge", paths...)
}

func outcomeIs(o petition.Outcome) func(matter) reading {
	return func(m matter) reading {
		return when(ended(m.charge) == o, "the charge ended in this way", m.path("outcome"))
	}
}

func dui(m matter) bool { return m.charge.Section.Base() == "63-11-30" }

func concernsSurvivor(m matter) reading {
	survivor := m.charge.TraffickingSurvivor
	return when(m.charge.Outcome == petition.Convicted && (survivor == petition.Yes || survivor == petition.Unknown), "the record says or leaves open that the offense was committed while, and because, trafficked", m.path("trafficking_survivor"))
}

func concernsIdentityTheft(m matter) reading {
	theft := m.charge.IdentityTheft
	return when(theft == petition.Yes || theft == petition.Unknown, "the record says or leaves open that someone else was entered in this name", m.path("identity_theft"))
}

func concernsUncharged(m matter) reading {
	citation := m.charge.Arrest.Kind == petition.CitationIssued && slices.Contains([]petition.Outcome{petition.Dismissed, petition.NolleProsequi, petition.RetiredToFile, petition.NoDisposition}, m.charge.Outcome)
	minor := m.charge.Grade == petition.Misdemeanor || m.charge.Grade == petition.Traffic
	return when(minor && (m.charge.Outcome == petition.Uncharged || citation), "a misdemeanor was never charged, or a citation was dismissed", m.path("outcome"), m.path("arrest.kind"))
}

func lowerCourtConviction(level petition.Level) func(matter) reading {
	return func(m matter) reading {
		minor := m.charge.Grade == petition.Misdemeanor || m.charge.Grade == petition.Traffic
		second := anyWithin(m.charge.Section, laterDUI)
		return when(m.charge.Court.Level == level && m.charge.Outcome == petition.Convicted && minor && !second, "the conviction was had in "+string(level)+" court", m.path("court.level"))
	}
}

// questions are the routes that only an unstated fact could open. They are shown as
// questions to ask and never change the answer.
func questions(m matter) []Route {
	var out []Route
	ask := func(p Pathway, title string, r Relief, fact string) {
		path := m.path(fact)
		out = append(out, Route{Pathway: p, Title: title, Relief: r, Status: Incomplete, Because: []Citation{Citation(p)}, Missing: []petition.Path{path}})
	}
	if m.charge.Court.IsMississippi() == petition.No {
		return nil
	}
	if m.charge.Outcome == petition.Convicted && m.charge.TraffickingSurvivor == petition.Unstated {
		ask(Survivor, "relief for a survivor of human trafficking", Discretionary, "trafficking_survivor")
	}
	if m.charge.IdentityTheft == petition.Unstated {
		ask(IdentityTheft, "removal of a record entered through identity theft", Discretionary, "identity_theft")
	}
	return out
}
