package rules

import (
	"slices"
	"strings"
	"sync"

	"expunge/petition"
)

// plan is a provision made ready to be asked.
type plan struct {
	law            Provision
	concerns, when node
	// both is the condition of a charge of which it is open whether the provision
	// concerns it: that stands before the others.
	both node
	// unread is the caution of a route whose present official text was not read, or empty.
	unread string
}

func planOf(law Provision) *plan {
	p := &plan{law: law, concerns: nodeOf(law.Concerns), when: nodeOf(law.When), unread: textNotRead(law)}
	p.both = node{kind: isAll, id: p.when.id, cite: p.when.cite, text: p.when.text, parts: append([]node{p.concerns}, p.when.parts...)}
	return p
}

// textNotRead is what is to be said of a route none of whose sources is the present
// official text, or a copy as good. It is empty for every other route.
func textNotRead(law Provision) string {
	var reported []string
	for _, s := range law.Sources {
		if s.Confidence == High || s.Confidence == MediumHigh {
			return ""
		}
		reported = append(reported, s.Name+" ("+s.Link+")")
	}
	if len(reported) == 0 {
		return ""
	}
	return "The present official text of " + string(law.Pathway) + " was not read for this edition; the route is applied as others report it: " + strings.Join(reported, "; ") + ". Read the section itself before relying on the answer."
}

// candidate is a provision that may concern a charge, with what is still open of that
// once it is known how the charge ended and of what grade it is.
type candidate struct {
	plan *plan
	open []node
}

// known is what the provisions are sorted by.
type known struct {
	ended petition.Outcome
	grade petition.Grade
}

// candidates returns the provisions that may concern a charge that ended so and is of
// the grade, in the order of the flow.
func candidates(ended petition.Outcome, grade petition.Grade) []candidate {
	if some, ok := sorted()[known{ended, grade}]; ok {
		return some
	}
	return sorted()[known{}]
}

// sorted are the provisions by what is known of a charge, and under nothing known all.
var sorted = sync.OnceValue(func() map[known][]candidate { return sortedBy(provisions()) })

func sortedBy(law []Provision) map[known][]candidate {
	out := map[known][]candidate{}
	var plans []*plan
	for _, p := range law {
		plans = append(plans, planOf(p))
	}
	for _, ended := range append(petition.Outcome("").Values(), "") {
		for _, grade := range append(petition.Grade("").Values(), "") {
			k := known{petition.Outcome(ended), petition.Grade(grade)}
			for _, p := range plans {
				if open, may := stillOpen(p.law.Concerns, k); may {
					out[k] = append(out[k], candidate{p, open})
				}
			}
		}
	}
	return out
}

// stillOpen returns the parts of a condition that what is known of a charge does not
// answer; all of them must be met. may is false when it answers one with no.
func stillOpen(c Condition, k known) (open []node, may bool) {
	whole, ok := c.(all)
	if !ok {
		return []node{nodeOf(c)}, true
	}
	for _, part := range whole.parts {
		q, _ := part.(ask)
		switch {
		case q.endings != nil && k.ended != "":
			if !slices.Contains(q.endings, k.ended) {
				return nil, false
			}
		case q.grades != nil && k.grade != "":
			if !slices.Contains(q.grades, k.grade) {
				return nil, false
			}
		default:
			open = append(open, nodeOf(part))
		}
	}
	return open, true
}
