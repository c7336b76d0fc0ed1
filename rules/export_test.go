package rules

// What the tests over the law as data need of the inside: the questions of a provision,
// a provision with one of them answered beforehand, and an assessment under a law so changed.

// Forced is an answer put in the place of what the facts say.
type Forced string

// The answers a question can be forced to.
const (
	ForcedYes     Forced = "yes"
	ForcedNo      Forced = "no"
	ForcedUnknown Forced = "unknown"
)

// Questions lists the ids of what a condition asks, in the order it asks them.
func Questions(c Condition) []string {
	var ids []string
	walk(c, false, func(c Condition, id string, _ Citation, _ string, _ bool) {
		if _, ok := c.(ask); ok {
			ids = append(ids, id)
		}
	})
	return ids
}

// WithAnswer returns the provision with one of its questions answered beforehand.
func WithAnswer(p Provision, id string, forced Forced) Provision {
	p.Concerns, p.When = answered(p.Concerns, id, forced), answered(p.When, id, forced)
	return p
}

func answered(c Condition, id string, forced Forced) Condition {
	each := func(parts []Condition) []Condition {
		out := make([]Condition, len(parts))
		for i, p := range parts {
			out[i] = answered(p, id, forced)
		}
		return out
	}
	switch c := c.(type) {
	case all:
		c.parts = each(c.parts)
		return c
	case anyOf:
		c.parts = each(c.parts)
		return c
	case unless:
		c.part = answered(c.part, id, forced)
		return c
	case ask:
		if c.id == id {
			c.endings, c.grades = nil, nil
			c.read = map[Forced]func(*matter) reading{
				ForcedYes:     func(m *matter) reading { return m.yes("") },
				ForcedNo:      func(m *matter) reading { return m.no("") },
				ForcedUnknown: func(m *matter) reading { return m.doubtful("it is answered so beforehand") },
			}[forced]
		}
		return c
	default:
		return c
	}
}

// UnderLaw runs something while other provisions than those of the edition are the law.
// It is not safe beside another assessment.
func UnderLaw(law []Provision, run func()) {
	standing, byKind := provisions, sorted
	changed := sortedBy(law)
	provisions, sorted = func() []Provision { return law }, func() map[known][]candidate { return changed }
	defer func() { provisions, sorted = standing, byKind }()
	run()
}

// FelonyWaitYears are the numbers of years that the table of section 99-19-71(2)(a) holds.
func FelonyWaitYears() []int {
	var out []int
	for _, r := range felonyWait {
		out = append(out, r.years)
	}
	return out
}
