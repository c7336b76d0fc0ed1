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
		if len(v.departures(v.answer())) > 0 {
			t.Fatal("a vector departs from the law as it stands: see TestEveryVectorGetsItsAnswer first")
		}
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
			killed := false
			rules.UnderLaw(changed, func() {
				killed = slices.ContainsFunc(among, func(v posed) bool { return len(v.departures(v.answer())) > 0 })
			})
			switch reason, excused := unnoticed[id+" "+string(forced)]; {
			case !killed && !excused:
				t.Errorf("no vector notices when %s is always %s", id, forced)
			case killed && excused:
				t.Errorf("a vector notices when %s is always %s, which is excused as: %s", id, forced, reason)
			}
		}
		for _, id := range rules.Questions(p.Concerns) {
			for _, forced := range everyForced { // a route may begin to concern any charge
				noticed(id, forced, vectors)
			}
		}
		for _, id := range rules.Questions(p.When) {
			for _, forced := range everyForced {
				noticed(id, forced, mentions[p.Pathway])
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d questions were changed", len(seen))
	}
}

var everyForced = []rules.Forced{rules.ForcedYes, rules.ForcedNo, rules.ForcedUnknown}

// unnoticed are the changes that make no difference, with the reason.
var unnoticed = map[string]string{
	"survivor.convicted yes":              "survivor.stated asks it too",
	"dui-nonadjudication.section unknown": "it is unsettled whatever the record says",
	"identity.section unknown":            "it is unsettled whatever the record says",
	"legacy unknown":                      "it is unsettled whatever the record says",
	"sealing.choice unknown":              "it is unsettled whatever the record says",
	"vacatur unknown":                     "it is unsettled whatever the record says",
	"veterans-court.section unknown":      "it is unsettled whatever the record says",
	"traffic-course.route unknown":        "it is unsettled whatever the record says",
	"traffic-course.open yes":             "traffic-course.route sends it to a lawyer too",
	"traffic-course.open unknown":         "traffic-course.route sends it to a lawyer too",
	"traffic-course.law yes":              "traffic-course.route sends it to a lawyer too",
	"traffic-course.law unknown":          "traffic-course.route sends it to a lawyer too",
	"dui.law yes":                         "the wait says the same of the older text, and the law did not change since",
	"survivor.result yes":                 "survivor.open asks it too",
	"justice.law yes":                     "the wait ends on no earlier day, and says so",
}

// Every element decides: some vector fails by it alone, and some vector is left open by
// it alone. What brings a charge under a route is not held to that: a route that does not
// concern a charge is not spoken of.
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
	for _, p := range rules.Provisions() {
		for _, id := range rules.Questions(p.When) {
			if fails[id] == slices.Contains(neverFails, id) {
				t.Errorf("%s: a vector fails by it alone: %v", id, fails[id])
			}
			if open[id] == slices.Contains(neverOpen, id) {
				t.Errorf("%s: a vector is left open by it alone: %v", id, open[id])
			}
		}
	}
}

// neverFails are the elements by which no vector can fail alone.
var neverFails = slices.Concat(
	// What is left to a lawyer or to another paper, and bars nothing.
	[]string{
		"discharge.age", "discharge.once", "discharge.possession", "nonadjudication.under", "nonadjudication.once", "nonadjudication.class", "nonadjudication.drug", "traffic-course.three-years",
		"felony.near-miss", "felony.event", "felony.pending", "felony.later", "felony.registry", "first.registry", "municipal.registry", "justice.registry",
		"municipal.traffic", "justice.traffic", "mental-health-court.dui", "dui.justification", "underage.subsection", "survivor.result",
	},
	// What is unsettled whatever the record says.
	[]string{"dui-nonadjudication.section", "identity.section", "legacy", "sealing.choice", "traffic-course.route", "vacatur", "veterans-court.section"},
	// What keeps two routes or two versions of the law apart.
	[]string{
		"discharge.open", "dui.open", "felony.open", "first.open", "intervention-court.open", "intervention.open", "justice.open", "mental-health-court.open",
		"municipal-dismissed.open", "municipal.open", "nonadjudication.open", "nonconviction.open", "uncharged.open", "underage.open", "youth.open",
		"marijuana.open", "survivor.open", "traffic-course.open",
		"discharge.law", "dui.law", "felony.law", "first.law", "intervention-court.law", "justice.law", "marijuana.law", "mental-health-court.law",
		"municipal-dismissed.law", "municipal.law", "nonadjudication.law", "nonconviction.law", "traffic-course.law", "uncharged.law", "underage.law", "youth.law",
	},
	// (xi) and (xii) name one section; a citation that is open is also a charge that is open.
	[]string{"felony.excluded.xi", "felony.excluded.xii", "nonconviction.arrested"},
)

// neverOpen are the elements by which no vector can be left open alone: the unsettled
// point of the route stands beside them, (xi) and (xii) name one section, the wait says
// what dui.law and justice.law do, survivor.open asks what survivor.result does, and the
// others answer yes or no. Voyeurism, (vii), can require registration, which is asked beside it,
// and where the section does not tell of a DUI it does not tell of registration.
var neverOpen = []string{
	"traffic-course.commercial", "traffic-course.moving", "traffic-course.three-years", "traffic-course.completed", "traffic-course.open", "traffic-course.law",
	"felony.excluded.vii", "municipal.dui", "justice.dui",
	"dui-nonadjudication.completed", "veterans-court.completed", "felony.excluded.xi", "felony.excluded.xii", "dui.law", "justice.law",
	"survivor.result", "none",
}

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
