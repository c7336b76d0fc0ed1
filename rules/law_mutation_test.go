package rules_test

import (
	"slices"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// posed is a vector with its case built.
type posed struct {
	vector
	c    petition.Case
	asOf petition.Date
}

func (v posed) answer() rules.Verdict {
	return rules.Assess(v.c, v.asOf, v.Hold...).Charges[v.Charge]
}

func posedVectors(t *testing.T) []posed {
	t.Helper()
	bases, all := readVectors(t)
	var out []posed
	for _, vectors := range all {
		for _, v := range vectors {
			out = append(out, posed{v, caseOf(t, bases, v), day(t, v.AsOf)})
		}
	}
	return out
}

// Every question of every provision matters: when the law is changed so that one of them
// is always answered yes, always no or always unknown, a vector notices.
func TestAChangedAnswerIsNoticed(t *testing.T) {
	vectors, law := posedVectors(t), rules.Provisions()
	mentions := map[rules.Pathway][]posed{}
	for _, v := range vectors {
		for _, r := range routesOf(v.answer()) {
			mentions[r.Pathway] = append(mentions[r.Pathway], v)
		}
	}
	seen := map[string]bool{}
	for i, p := range law {
		noticed := func(id string, forced rules.Forced, among []posed) {
			seen[id] = true
			changed := slices.Clone(law)
			changed[i] = rules.WithAnswer(p, id, forced)
			killed := slices.ContainsFunc(among, func(v posed) bool {
				return len(v.departures(rules.AssessUnder(changed, v.c, v.asOf, v.Hold...).Charges[v.Charge])) > 0
			})
			switch reason, excused := unnoticed[id+" "+string(forced)]; {
			case !killed && !excused:
				t.Errorf("no vector notices when %s is always %s", id, forced)
			case killed && excused:
				t.Errorf("a vector notices when %s is always %s, which is excused as: %s", id, forced, reason)
			}
		}
		for _, id := range rules.Questions(p.Concerns) {
			noticed(id, rules.ForcedYes, vectors)
			noticed(id, rules.ForcedNo, mentions[p.Pathway])
			noticed(id, rules.ForcedUnknown, mentions[p.Pathway])
		}
		for _, id := range rules.Questions(p.When) {
			for _, forced := range []rules.Forced{rules.ForcedYes, rules.ForcedNo, rules.ForcedUnknown} {
				noticed(id, forced, mentions[p.Pathway])
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d questions were changed", len(seen))
	}
}

// unnoticed are the changes that make no difference, with the reason.
var unnoticed = map[string]string{}

// Every element decides: some vector fails by it alone, and some vector is left open by
// it alone.
func TestEveryElementHasAVectorEachWay(t *testing.T) {
	fails, open := map[string]bool{}, map[string]bool{}
	for _, v := range posedVectors(t) {
		for _, r := range routesOf(v.answer()) {
			if by := deciders(r.Finding, r.Finding.Answer); len(by) == 1 {
				switch r.Finding.Answer {
				case rules.No:
					fails[by[0]] = true
				case rules.Unknown:
					open[by[0]] = true
				}
			}
		}
	}
	check := func(what string, ids []string, decided map[string]bool, excused map[string]string) {
		for _, id := range ids {
			if reason := excused[id]; decided[id] == (reason != "") {
				t.Errorf("%s: a vector %s by it alone is %v; excused: %q", id, what, decided[id], reason)
			}
		}
	}
	for _, p := range rules.Provisions() {
		// A route that does not concern a charge is not spoken of, so only an open question shows.
		check("left open", rules.Questions(p.Concerns), open, neverOpen)
		check("left open", rules.Questions(p.When), open, neverOpen)
		check("failing", rules.Questions(p.When), fails, neverFails)
	}
}

var neverOpen, neverFails = map[string]string{}, map[string]string{}

// routesOf lists the route of an answer and its alternatives, leaving out those that are
// only a question to ask.
func routesOf(v rules.Verdict) []rules.Route {
	return slices.DeleteFunc(append([]rules.Route{v.Route}, v.Alternatives...), func(r rules.Route) bool { return r.Finding.ID == "" })
}

// deciders lists the ids of the questions that made the finding what it is.
func deciders(f rules.Finding, answer rules.Truth) []string {
	if len(f.Parts) == 0 {
		return []string{f.ID}
	}
	var out []string
	for _, p := range f.Parts {
		turned := len(f.Parts) == 1 && p.Answer != answer // the part of an Unless
		if !p.Reserved && (p.Answer == answer || turned) {
			out = append(out, deciders(p, p.Answer)...)
		}
	}
	return out
}
