package rules

import (
	"slices"
	"strconv"

	"expunge/petition"
)

// Change is one change of the law: an act, the day it took effect, what it changed, and
// which routes it touched.
type Change struct {
	Day petition.Date
	// YearOnly says that only the year was read. Day is then July 1 of it, the day on
	// which acts take effect as a rule.
	YearOnly bool
	// Act is the enactment, or what is known of it; empty where Floor is set.
	Act string
	// Hold is the id by which the change can be held back (see [Holdable]), or empty.
	Hold     string
	What     string
	Pathways []Pathway
	Sources  []Source
	// Floor marks a day that is no enactment: the first on which this program applies
	// the text it read, where nothing was read of the act that made the text.
	Floor bool
	// Background marks history and neighboring statutes, on which no answer turns.
	Background bool

	// part picks the charges of its routes that an amendment reached, where it was not
	// the whole route; before it, they are for a lawyer.
	part func(petition.Charge) bool
}

// When returns the day in words, or the year alone where no more was read.
func (ch Change) When() string {
	if ch.YearOnly {
		return strconv.Itoa(ch.Day.Year())
	}
	return ch.Day.Long()
}

// concerns reports whether the change touched the route.
func (ch Change) concerns(p Pathway) bool { return slices.Contains(ch.Pathways, p) }

// Difference is a charge whose answer a change of the law changes: its route under the
// law of the day before, and with the change.
type Difference struct {
	Change        Change
	Charge        int
	Before, After Route
}

// AssessUnder is [Assess] by the law as it was known on a day: nothing that took effect
// after law is known, whatever the day asked about. Time still runs to asOf, so that a
// wait of five years can have run under a law long replaced. A route whose text, or whose
// part for the charge, began after law is for a lawyer to review, because this program
// does not decide under the older text; only what the text read rules out for good stays
// so. Without a day the law is that of the edition.
func AssessUnder(c petition.Case, asOf, law petition.Date, held ...string) Assessment {
	s := Assessor{aloud: true}
	return older(c, s.assess(c, asOf, law, holding(held, law)), law, held)
}

// holding adds to what is held back every act that took effect after the law's day.
func holding(held []string, law petition.Date) []string {
	out := slices.Clone(held)
	for _, ch := range changes() {
		if ch.Hold != "" && ch.Day.After(law) && !slices.Contains(out, ch.Hold) {
			out = append(out, ch.Hold)
		}
	}
	return out
}

// older takes back the answers of an assessment that rest on a text that began after law.
// held is what the caller holds back, without what only the day does.
func older(c petition.Case, a Assessment, law petition.Date, held []string) Assessment {
	if edition, err := petition.ParseDate(Edition); err == nil && law.Before(edition) {
		a.Edition = law.String()
	}
	added := len(a.Held) > len(held)
	a.Held, a.Charges = held, slices.Clone(a.Charges)
	for i, v := range a.Charges {
		if added { // it would name a setting that nobody made
			v.Cautions = slices.DeleteFunc(slices.Clone(v.Cautions), func(x Caution) bool { return x.Code == "law.2026-ch-430" })
		}
		a.Charges[i] = underOlder(v, c.Charges[i], law)
	}
	return a
}

// underOlder is the answer of one charge under the law of a day. Cautions speak of the
// route that was chosen, so they fall away with it.
func underOlder(v Verdict, ch petition.Charge, law petition.Date) Verdict {
	var routes, asked []Route
	taken := false
	for _, r := range append([]Route{v.Route}, v.Alternatives...) {
		switch began := beganAfter(r.Pathway, ch, law); {
		case r.Finding.ID == "":
			asked = append(asked, r)
		case began.Known() && r.Status != Ineligible:
			routes, taken = append(routes, notDecided(r, began, law)), true
		default:
			routes = append(routes, r)
		}
	}
	if !taken {
		return v
	}
	slices.SortStableFunc(routes, func(a, b Route) int { return placeOf(a.Pathway) - placeOf(b.Pathway) })
	slices.SortStableFunc(routes, func(a, b Route) int { return byPreference(&a, &b) })
	if routes[0].Pathway != v.Pathway || routes[0].Status != v.Status {
		v.Cautions = nil
	}
	v.Route, v.Alternatives = routes[0], append(routes[1:], asked...)
	v.FileIn = filingCourt(&ch, v.Pathway)
	return v
}

// placeOf is the place of a route in the order of the decision flow.
func placeOf(p Pathway) int {
	return slices.IndexFunc(provisions(), func(x Provision) bool { return x.Pathway == p })
}

// beganAfter returns the day a route, or its part for the charge, began, when that is
// after law, and otherwise the zero Date.
func beganAfter(p Pathway, ch petition.Charge, law petition.Date) petition.Date {
	for _, x := range provisions() {
		if x.Pathway == p && x.Since.After(law) {
			return x.Since
		}
	}
	for _, x := range changes() {
		if x.Day.After(law) && x.concerns(p) && x.part != nil && x.part(ch) {
			return x.Day
		}
	}
	return petition.Date{}
}

// notDecided is a route under a text older than the one this program decides by.
func notDecided(r Route, began, law petition.Date) Route {
	doubt := "By the law of " + law.Long() + " this route stood in an older text, or was not there at all: the text this program decides by begins on " + began.Long() + ". A lawyer would have to read the older one."
	r.Status, r.Earliest, r.Missing, r.Because = Review, petition.Date{}, nil, []Citation{Citation(r.Pathway)}
	r.Finding = Finding{ID: r.Finding.ID, Cite: Citation(r.Pathway), Text: r.Finding.Text, Why: doubt, Doubt: doubt}
	return r
}

// Differences lists the charges whose answer on asOf a change of the law changes: the
// answer by the law of the day before it against the answer by the law of its own day,
// nothing later known. A change that is held back changes nothing; where an older text
// is not decided by this program, the answer before reads as a lawyer's review.
func Differences(c petition.Case, asOf petition.Date, held ...string) []Difference {
	var out []Difference
	var last petition.Date
	for _, ch := range changes() {
		if ch.Day == last {
			continue
		}
		last = ch.Day
		before, after := AssessUnder(c, asOf, ch.Day.AddDays(-1), held...), AssessUnder(c, asOf, ch.Day, held...)
		for i := range c.Charges {
			out = append(out, differs(ch.Day, i, before.Charges[i].Route, after.Charges[i].Route)...)
		}
	}
	return out
}

// differs names the changes of a day that turned the answer of a charge.
func differs(day petition.Date, charge int, before, after Route) []Difference {
	if alike(before, after) {
		return nil
	}
	var out []Difference
	for _, ch := range changes() {
		if ch.Day == day && !ch.Floor && !ch.Background && (ch.concerns(before.Pathway) || ch.concerns(after.Pathway)) {
			out = append(out, Difference{Change: ch, Charge: charge, Before: before, After: after})
		}
	}
	return out
}
