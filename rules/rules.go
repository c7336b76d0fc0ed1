// Package rules answers, for a case and a day, which of its charges appear eligible to
// be expunged in Mississippi, by which section, and why.
//
// Each section of law is a triptych of files: what the section says with its source
// (s99_19_71.md), the same section as conditions in the order of the statute
// (s99_19_71.go), and vectors a lawyer can read (s99_19_71.yaml). Conditions answer
// yes, no or unknown; an unknown fact never counts as met. The tree of findings is the
// explanation.
//
// The package is pure: the day is an argument, nothing is read from disk or clock. It
// gives no legal advice; "appears eligible" is the most it says.
package rules

import (
	"slices"
	"sync"

	"expunge/petition"
)

// Provisions lists every route the edition knows, in the order of the decision flow.
// It is the one table of the law.
func Provisions() []Provision { return slices.Clone(provisions()) }

var provisions = sync.OnceValue(func() []Provision {
	misdemeanor, felony, nonconviction := s99_19_71[0], s99_19_71[1], s99_19_71[2]
	return slices.Concat(
		[]Provision{survivors(), survivorVacatur(), identityTheft()},
		programs(),
		[]Provision{municipalDismissed(), unchargedOrCitation(), nonconviction, firstDUI()},
		singleOffenses(),
		[]Provision{misdemeanor},
		lowerCourts(),
		[]Provision{felony},
		youthCourt(),
		[]Provision{elsewhere()},
	)
})

// Assess answers for every charge of the case as of the day. The case should be free
// of problems (see [petition.Case.Validate]); facts that are not known are answered as
// unknown. held names enactments to hold back, so that the rule before them applies
// (see [Holdable]).
func Assess(c petition.Case, asOf petition.Date, held ...string) Assessment {
	a := Assessment{Edition: Edition, AsOf: asOf, Held: held, Charges: make([]Verdict, len(c.Charges))}
	for i, ch := range c.Charges {
		m := matter{c: c, index: i, charge: ch, asOf: asOf, held: held}
		routes := routesOf(m)
		v := Verdict{Index: i, Route: routes[0], FileIn: filingCourt(ch, routes[0].Pathway), Alternatives: slices.Concat(routes[1:], questions(m))}
		other := m
		if other.held = Holdable(); len(held) > 0 {
			other.held = nil
		}
		v.Cautions = cautions(m, v, routesOf(other)[0])
		a.Charges[i] = v
	}
	markChoice(c, &a)
	markNotWhole(c, &a)
	return a
}

// routesOf answers every route that concerns the charge, the nearest first. There is
// always at least one.
func routesOf(m matter) []Route {
	var routes []Route
	for _, p := range provisions() {
		concerns := evaluate(p.Concerns, m)
		if concerns.Answer == No {
			continue
		}
		routes = append(routes, route(p, m, concerns))
	}
	if len(routes) == 0 {
		routes = append(routes, unplaced(m))
	}
	slices.SortStableFunc(routes, byPreference)
	return routes
}

// route answers one provision.
func route(p Provision, m matter, concerns Finding) Route {
	r := Route{Pathway: p.Pathway, Title: p.Title, Relief: p.Relief, claims: p.Claims, spends: p.Spends != ""}
	conditions := evaluate(p.When, m)
	r.Finding = conditions
	if concerns.Answer != Yes {
		r.Finding = Finding{ID: conditions.ID, Cite: conditions.Cite, Text: conditions.Text, Parts: append([]Finding{concerns}, conditions.Parts...)}
		r.Finding.Answer, r.Finding.Passing, r.Finding.From = allOf(r.Finding.Parts)
	}
	r.Status = judge(r.Finding)
	r.Because = because(r.Finding)
	r.Missing = r.Finding.MissingPaths()
	switch r.Status {
	case Eligible:
		r.Earliest, r.Missing = m.asOf, nil
	case Ineligible:
		r.Missing = nil
	case NotYet:
		r.Earliest = r.Finding.From
		closeIfBarredLater(&r, p, m)
	case Incomplete, Review:
	}
	return r
}

// closeIfBarredLater makes a wait a no when the law already known to be in force on the
// day it ends rules the charge out.
func closeIfBarredLater(r *Route, p Provision, m matter) {
	if !r.Earliest.Known() || !m.asOf.Before(r.Earliest) {
		return
	}
	later := m
	later.asOf = r.Earliest
	if f := evaluate(p.When, later); f.Answer == No && !f.Passing {
		r.Status, r.Earliest, r.Finding, r.Because, r.Missing = Ineligible, petition.Date{}, f, because(f), nil
	}
}

// unplaced is the answer for a charge that no route concerns.
func unplaced(m matter) Route {
	f := Finding{
		ID: "unplaced", Cite: "99-19-71", Text: "a section speaks of a charge that ended in this way, in this court",
		Why:   "no route this edition knows speaks of the charge as it is described; a lawyer should look at the papers",
		Doubt: "no route this edition knows speaks of the charge as it is described", Paths: []petition.Path{m.path("outcome"), m.path("court.level")},
	}
	return Route{Pathway: NonConviction, Title: "no route recognized", Status: Review, Because: []Citation{f.Cite}, Finding: f}
}

// filingCourt returns the court a petition for the charge is filed in: the court that
// decided it, but the circuit court of the county for a first DUI (63-11-30(13)). It is
// zero when no Mississippi court could hear it.
func filingCourt(ch petition.Charge, p Pathway) petition.Court {
	switch {
	case ch.Court.IsMississippi() == petition.No:
		return petition.Court{}
	case p == FirstDUI:
		return petition.Court{Level: petition.Circuit, County: ch.Court.County, District: ch.Court.District}
	default:
		return ch.Court
	}
}

// markChoice adds the caution that only one felony can be expunged to every charge of
// a case that asks for more than one event under (2).
func markChoice(c petition.Case, a *Assessment) {
	if len(FelonyEvents(c, *a)) < 2 {
		return
	}
	for i := range a.Charges {
		if asksFelony(c, a.Charges[i]) {
			a.Charges[i].Cautions = append(a.Charges[i].Cautions, chooseOne())
		}
	}
}

// markNotWhole adds a caution to every felony a petition can be drafted for while
// another asked-for felony of its event has to stay behind.
func markNotWhole(c petition.Case, a *Assessment) {
	ready := func(v Verdict) bool { return v.Status == Eligible || v.Status == Incomplete }
	for _, event := range FelonyEvents(c, *a) {
		if !slices.ContainsFunc(event, func(i int) bool { return !ready(a.Charges[i]) }) {
			continue
		}
		for _, i := range event {
			if ready(a.Charges[i]) {
				a.Charges[i].Cautions = append(a.Charges[i].Cautions, notWhole())
			}
		}
	}
}

// FelonyEvents groups the charges asked for under section 99-19-71(2), now or after a
// wait or a lawyer's review, by event, as indexes. Charges without a label are events of
// their own. More than one group means that a choice is still to be made.
func FelonyEvents(c petition.Case, a Assessment) [][]int {
	var events [][]int
	at := map[string]int{}
	for i, v := range a.Charges {
		if !asksFelony(c, v) {
			continue
		}
		label := petition.EventKey(c.Charges[i].Event)
		if g, ok := at[label]; ok && label != "" {
			events[g] = append(events[g], i)
			continue
		}
		at[label] = len(events)
		events = append(events, []int{i})
	}
	return events
}

func asksFelony(c petition.Case, v Verdict) bool {
	return v.Pathway == OneFelony && v.Status != Ineligible && c.Charges[v.Index].Asked()
}
