package rules

import (
	"slices"

	"expunge/petition"
)

// Assess answers for every charge of the case as of the day. The case should be free
// of problems (see [petition.Case.Validate]); facts that are not known are answered as
// unknown. held names enactments to hold back, so that the rule before them applies
// (see [Holdable]).
func Assess(c petition.Case, asOf petition.Date, held ...string) Assessment {
	s := Assessor{aloud: true}
	return s.assess(c, asOf, petition.Date{}, held)
}

// Judge answers as [Assess] does and tells no reasons: every status, route, relief,
// day, court, citation, missing fact, caution and alternative is the same, and every
// Finding is empty. For many cases, use an [Assessor].
func Judge(c petition.Case, asOf petition.Date, held ...string) Assessment {
	return new(Assessor).Judge(c, asOf, held...)
}

// Assessor judges one case after another and uses its memory again, which is what
// makes it fast. Its zero value is ready. It must not be used by two goroutines at once.
type Assessor struct {
	aloud  bool // findings are wanted
	c      petition.Case
	record record
	seen   wordings
	acts   actTexts
	pad    pad

	// Three looks at the charge in hand: as it is; on a later day; and with what can be
	// held back taken the other way.
	m, later, other matter

	asked    []asked // the provisions that concern the charge in hand, in the order of the flow
	swapped  []Route // its routes, with what can be held back taken the other way
	verdicts []Verdict
	routes   []Route
	because  []Citation
	missing  []petition.Path
	cautions []Caution
	felonies []int // the charges that ask for a felony expunction
}

// Judge answers as the function [Judge] does. The answer is good until the next call.
func (s *Assessor) Judge(c petition.Case, asOf petition.Date, held ...string) Assessment {
	return s.assess(c, asOf, petition.Date{}, held)
}

// assess answers by the law known on the day until, or by that of the edition.
func (s *Assessor) assess(c petition.Case, asOf, until petition.Date, held []string) Assessment {
	s.c = c
	if !s.aloud {
		s.record.wordings = &s.seen
		if s.acts == nil || len(s.acts) >= mostActTexts {
			s.acts = actTexts{}
		}
	}
	s.record.read(&s.c)
	s.makeRoom(len(c.Charges))
	s.routes, s.because, s.missing, s.cautions = s.routes[:0], s.because[:0], s.missing[:0], s.cautions[:0]
	a := Assessment{Edition: Edition, AsOf: asOf, Held: held, Charges: s.verdicts[:len(c.Charges)]}
	for i := range s.c.Charges {
		s.pad.wipe()
		m := &s.m
		m.c, m.record, m.index, m.charge, m.asOf, m.until, m.held, m.pad = &s.c, &s.record, i, &s.c.Charges[i], asOf, until, held, &s.pad
		m.lookAround()
		s.verdict(&a.Charges[i])
	}
	s.markFelonies(&a)
	return a
}

// makeRoom makes room for the answers of n charges of the usual kind.
func (s *Assessor) makeRoom(n int) {
	if s.verdicts != nil && n <= cap(s.verdicts) {
		return
	}
	s.verdicts = make([]Verdict, n)
	s.routes = make([]Route, 0, 4*n)
	s.because, s.missing, s.cautions = make([]Citation, 0, 8*n), make([]petition.Path, 0, 4*n), make([]Caution, 0, 3*n)
	s.asked = make([]asked, 0, 8)
	s.m.otherConvictions = make([]*conviction, 0, len(s.record.convictions))
}

// verdict answers for the charge in hand.
func (s *Assessor) verdict(v *Verdict) {
	m, first := &s.m, len(s.routes)
	s.ask()
	other := s.otherwise(s.routes[first:])
	inOrder(s.routes[first:])
	s.question()
	routes := s.routes[first:len(s.routes):len(s.routes)]
	v.Index, v.Route, v.FileIn = m.index, routes[0], filingCourt(m.charge, routes[0].Pathway)
	v.Cautions, v.Alternatives = nil, nil
	if len(routes) > 1 {
		v.Alternatives = routes[1:]
	}
	if other == nil {
		other = &v.Route
	}
	from := len(s.cautions)
	s.cautions = cautions(s.cautions, m, v, other, s.acts)
	if to := len(s.cautions); to > from {
		v.Cautions = s.cautions[from:to:to]
	}
}

// asked is a provision that concerns the charge in hand, and its answer.
type asked struct {
	plan   *plan
	answer answer
	maybe  bool // it is open whether the provision concerns the charge
	rests  bool // on whether an act is held back
}

// ask answers every route that concerns the charge. There is always at least one.
func (s *Assessor) ask() {
	s.asked = s.asked[:0]
	near := candidates(s.m.ended(), s.m.charge.Grade)
	for i := range near {
		s.m.aloud = false
		p, concerns := near[i].plan, allTruths(near[i].open, &s.m)
		if concerns == No {
			continue
		}
		s.m.aloud = s.aloud
		s.asked = append(s.asked, asked{plan: p, maybe: concerns != Yes})
		q := &s.asked[len(s.asked)-1]
		if q.maybe {
			p.both.answer(&s.m, &q.answer)
		} else {
			p.when.answer(&s.m, &q.answer)
		}
		q.rests = q.answer.rests
		s.route(&s.m, q, s.nextRoute())
	}
	if len(s.asked) == 0 {
		s.routes = append(s.routes, unplaced(&s.m, s.aloud))
	}
}

// nextRoute returns an empty route at the end of the routes. Those of an Assessor in use
// never held a finding, so that needs no emptying.
func (s *Assessor) nextRoute() *Route {
	n := len(s.routes)
	if n == cap(s.routes) || s.aloud {
		s.routes = append(s.routes, Route{})
		return &s.routes[n]
	}
	s.routes = s.routes[:n+1]
	r := &s.routes[n]
	r.Earliest, r.spends, r.maybe, r.unread = petition.Date{}, false, 0, ""
	return r
}

// route turns the answer of a provision into a route.
func (s *Assessor) route(m *matter, q *asked, r *Route) {
	law := &q.plan.law
	r.Pathway, r.Title, r.Relief, r.spends = law.Pathway, law.Title, law.Relief, law.Spends != ""
	r.unread = q.plan.unread
	if q.maybe {
		r.maybe = placeOfMaybe(law.Pathway, m.ended())
	}
	s.tell(m, r, &q.answer)
	if r.Status == NotYet {
		r.Earliest = q.answer.from
		s.closeIfBarredLater(m, q, r)
	}
}

// tell fills a route in from its answer.
func (s *Assessor) tell(m *matter, r *Route, a *answer) {
	r.Status, r.Earliest, r.Because, r.Missing = a.status(), petition.Date{}, nil, nil
	from := len(s.because)
	s.because = a.because(s.because)
	if to := len(s.because); to > from {
		r.Because = s.because[from:to:to]
	}
	switch r.Status {
	case Eligible:
		r.Earliest = m.asOf
	case Ineligible:
	case NotYet, Incomplete, Review:
		from := len(s.missing)
		s.missing = a.missing(s.missing, from, m.pad)
		if to := len(s.missing); to > from {
			r.Missing = s.missing[from:to:to]
		}
	}
	if m.aloud {
		r.Finding = a.findings(m.pad)
	}
}

// closeIfBarredLater makes a wait a no when the law already known to be in force on the
// day it ends rules the charge out.
func (s *Assessor) closeIfBarredLater(m *matter, q *asked, r *Route) {
	if !r.Earliest.Known() || !m.asOf.Before(r.Earliest) {
		return
	}
	m.on(r.Earliest, &s.later)
	var a answer
	q.plan.when.answer(&s.later, &a)
	q.rests = q.rests || a.rests
	if a.truth == No && !a.passing {
		s.tell(&s.later, r, &a)
	}
}

// otherwise returns the nearest of the routes with what can be held back taken the other
// way, or nil when that changes none of them.
func (s *Assessor) otherwise(routes []Route) *Route {
	if !slices.ContainsFunc(s.asked, func(q asked) bool { return q.rests }) {
		return nil
	}
	s.swapped = append(s.swapped[:0], routes...)
	s.other = s.m
	s.other.aloud = false
	if s.other.held = holdable; len(s.m.held) > 0 {
		s.other.held = nil
	}
	same := true
	for i := range s.asked {
		q := &s.asked[i]
		if !q.rests {
			continue
		}
		if q.answer.again(&s.other) || q.answer.status() == NotYet { // what follows the wait may rest on it, too
			s.route(&s.other, q, &s.swapped[i])
			same = false
		}
	}
	if same {
		return nil
	}
	inOrder(s.swapped)
	return &s.swapped[0]
}

// question adds the routes that only an unstated fact could open. They are shown as
// questions to ask and never change the answer.
func (s *Assessor) question() {
	m := &s.m
	if m.charge.Court.IsMississippi() == petition.No {
		return
	}
	ask := func(p Pathway, title string, field string) {
		from, at := len(s.because), len(s.missing)
		s.because, s.missing = append(s.because, Citation(p)), append(s.missing, m.pad.spell(m.path(field)))
		r := s.nextRoute()
		r.Pathway, r.Title, r.Relief, r.Status = p, title, Discretionary, Incomplete
		r.Because, r.Missing = s.because[from:from+1:from+1], s.missing[at:at+1:at+1]
	}
	if m.charge.Outcome == petition.Convicted && m.charge.TraffickingSurvivor == petition.Unstated {
		ask(Survivor, "relief for a survivor of human trafficking", "trafficking_survivor")
	}
	if m.charge.IdentityTheft == petition.Unstated {
		ask(IdentityTheft, "removal of a record entered through identity theft", "identity_theft")
	}
}

// unplaced is the answer for a charge that no route concerns.
func unplaced(m *matter, aloud bool) Route {
	r := Route{Pathway: NonConviction, Title: "no route recognized", Relief: Discretionary, Status: Review, Because: []Citation{"99-19-71"}}
	if aloud {
		r.Finding = Finding{
			ID: "unplaced", Cite: "99-19-71", Text: "a section speaks of a charge that ended in this way, in this court",
			Why:   "no route this edition knows speaks of the charge as it is described; a lawyer should look at the papers",
			Doubt: "No route this edition knows speaks of the charge as it is described.", Paths: m.pad.spellAll([]fact{m.path("outcome"), m.path("court.level")}),
		}
	}
	return r
}
