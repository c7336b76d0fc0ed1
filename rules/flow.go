package rules

import (
	"slices"
	"sync"

	"expunge/petition"
)

// Step is a question of the decision flow: how one charge finds its route. A step is
// answered by the rules' own conditions, so the flow holds no law of its own.
type Step struct {
	ID       string
	Question string
	Cite     Citation
	// Pathway is the route the question belongs to, or empty while the charge is sorted.
	Pathway Pathway
	// Yes and No are where the answers lead: the id of a step or of an end.
	Yes, No string
	// Later is where a no leads that time or an act can mend, and Unsettled where a point
	// leads that the law leaves open. Empty means that the step has no such answer.
	Later, Unsettled string

	answer Condition
	flip   bool // the question asks for the opposite of the condition
}

// End is where the flow ends: a route that appears open, or one of the three answers
// that hold for every route.
type End struct {
	ID string
	// Pathway is empty for the ends that all routes share; the last step tells the route.
	Pathway Pathway
	Status  Status
	Text    string
	Cite    Citation
}

// Taken is a step of one charge's way through the flow. Next is where the answer led, and
// empty where a fact that is not known stops the way; Missing then names it.
type Taken struct {
	Step    Step
	Answer  Truth
	Next    string
	Missing []petition.Path
}

// The ends that every route shares.
const (
	endNotYet       = "not-yet"
	endLawyer       = "lawyer"
	endNotAvailable = "not-available"
)

// Flow returns the decision flow: the first step is where every charge begins. See
// flow.md for what it shows and what it leaves to the assessment.
func Flow() ([]Step, []End) {
	f := decisionFlow()
	return slices.Clone(f.steps), slices.Clone(f.ends)
}

// flow is the built chart.
type flow struct {
	steps []Step
	ends  []End
	at    map[string]int // of a step, by its id
}

var decisionFlow = sync.OnceValue(func() flow {
	f := flow{steps: slices.Concat(sorting(), withoutConvictionSteps(), convictionSteps(), routeSteps()), at: map[string]int{}}
	for i, s := range f.steps {
		f.at[s.ID] = i
	}
	f.ends = flowEnds()
	return f
})

// PathThrough returns the way of one charge through the flow on a day, with what is held
// back as in [Assess]. It stops where a fact is not known. The flow asks one question
// after another; where several routes fit or several things are unmet at once, the
// assessment weighs them all and the flow shows the first.
func PathThrough(c petition.Case, charge int, asOf petition.Date, held ...string) []Taken {
	if charge < 0 || charge >= len(c.Charges) {
		return nil
	}
	m := newMatter(&c, charge, asOf, held...)
	m.aloud = true
	f := decisionFlow()
	var out []Taken
	for id := f.steps[0].ID; ; {
		i, ok := f.at[id]
		if !ok || len(out) > len(f.steps) {
			return out
		}
		t := take(f.steps[i], m)
		out = append(out, t)
		id = t.Next
	}
}

// take answers a step's condition, and says where the answer leads.
func take(s Step, m *matter) Taken {
	n := nodeOf(s.answer)
	var a answer
	n.answer(m, &a)
	t := Taken{Step: s, Answer: a.truth}
	if s.flip {
		t.Answer = not(a.truth)
	}
	switch {
	case t.Answer == Yes:
		t.Next = s.Yes
	case t.Answer == No && a.passing && s.Later != "":
		t.Next = s.Later
	case t.Answer == No:
		t.Next = s.No
	case a.openFacts():
		t.Missing = a.missing(nil, 0, m.pad)
	default:
		t.Next = s.Unsettled
	}
	return t
}

// conditions finds every condition of the law by its id.
var conditions = sync.OnceValue(func() map[string]Condition {
	out := map[string]Condition{}
	for _, p := range provisions() {
		collect(p.Concerns, out)
		collect(p.When, out)
	}
	return out
})

func collect(c Condition, out map[string]Condition) {
	id, parts := "", []Condition(nil)
	switch c := c.(type) {
	case all:
		id, parts = c.id, c.parts
	case anyOf:
		id, parts = c.id, c.parts
	case unless:
		id, parts = c.id, []Condition{c.part}
	case ask:
		id = c.id
	case reserve:
		id = c.id
	}
	out[id] = c
	for _, p := range parts {
		collect(p, out)
	}
}

// citeOf is the place in the law a condition stands on.
func citeOf(c Condition) Citation {
	switch c := c.(type) {
	case all:
		return c.cite
	case anyOf:
		return c.cite
	case unless:
		return c.cite
	case ask:
		return c.cite
	case reserve:
		return c.cite
	default:
		return ""
	}
}

// asks makes a step of the condition with the id, cited as the condition is.
func asks(id, question, rule, yes, no string) Step {
	c := conditions()[rule]
	return Step{ID: id, Question: question, Cite: citeOf(c), Yes: yes, No: no, answer: c}
}

// link is one question of a route's chain. Where a no leads is the shared end unless it
// is set.
type link struct {
	id, question, rule   string
	no, later, unsettled string
}

// chain makes the steps of a route: each yes leads on, the last to the route's own end;
// a no to what is not available, a no that can be mended to what is not yet. A point the
// law leaves open leads on as well, for a bar or a wait further on comes before it; the
// closing question, over the whole section, sends it to a lawyer.
func chain(p Pathway, links ...link) []Step {
	out := make([]Step, len(links))
	for i, l := range links {
		next := string(p)
		if i+1 < len(links) {
			next = links[i+1].id
		}
		s := asks(l.id, l.question, l.rule, next, orElse(l.no, endNotAvailable))
		s.Pathway, s.Later, s.Unsettled = p, orElse(l.later, endNotYet), orElse(l.unsettled, next)
		if i+1 == len(links) {
			s.Unsettled = orElse(l.unsettled, endLawyer)
		}
		out[i] = s
	}
	return out
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return s
}

// closing is the last question of a route, over its whole section.
func closing(route, rule string) link {
	return link{id: route + ".closing", question: "Does nothing the section asks stand open, in fact or in law?", rule: rule}
}
