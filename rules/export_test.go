package rules

import "expunge/petition"

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
			c.read = map[Forced]func(matter) reading{
				ForcedYes:     func(matter) reading { return yes("") },
				ForcedNo:      func(matter) reading { return no("") },
				ForcedUnknown: func(matter) reading { return doubtful("it is answered so beforehand") },
			}[forced]
		}
		return c
	default:
		return c
	}
}

// AssessUnder assesses a case under other provisions than those of the edition. It is
// not safe beside another assessment.
func AssessUnder(law []Provision, c petition.Case, asOf petition.Date, held ...string) Assessment {
	standing := provisions
	provisions = func() []Provision { return law }
	defer func() { provisions = standing }()
	return Assess(c, asOf, held...)
}
