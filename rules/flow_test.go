package rules_test

import (
	"slices"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

func ids(steps []rules.Step, ends []rules.End) (map[string]rules.Step, map[string]rules.End) {
	at, end := map[string]rules.Step{}, map[string]rules.End{}
	for _, s := range steps {
		at[s.ID] = s
	}
	for _, e := range ends {
		end[e.ID] = e
	}
	return at, end
}

func exits(s rules.Step) []string {
	var out []string
	for _, id := range []string{s.Yes, s.No, s.Later, s.Unsettled} {
		if id != "" {
			out = append(out, id)
		}
	}
	return out
}

func TestTheFlowIsWhole(t *testing.T) {
	steps, ends := rules.Flow()
	at, end := ids(steps, ends)
	if len(at) != len(steps) || len(end) != len(ends) {
		t.Error("an id is used twice")
	}
	for _, s := range steps {
		if s.Question == "" || !strings.HasSuffix(s.Question, "?") || s.Yes == "" || s.No == "" {
			t.Errorf("%s lacks a question or an exit", s.ID)
		}
		if !petition.ParseSection(string(s.Cite)).Readable() {
			t.Errorf("%s cites %q, which is no section", s.ID, s.Cite)
		}
		if _, both := end[s.ID]; both {
			t.Errorf("%s is a step and an end", s.ID)
		}
		for _, id := range exits(s) {
			_, isStep := at[id]
			_, isEnd := end[id]
			if !isStep && !isEnd {
				t.Errorf("%s leads to %q, which is nowhere", s.ID, id)
			}
		}
	}
	for _, e := range ends {
		if e.Text == "" || e.Status == "" || !petition.ParseSection(string(e.Cite)).Readable() {
			t.Errorf("the end %s lacks a text, a status or a section", e.ID)
		}
	}
}

func TestEveryStepAndEndOfTheFlowIsReachedAndNoneTwice(t *testing.T) {
	steps, ends := rules.Flow()
	at, end := ids(steps, ends)
	reached, open := map[string]bool{}, map[string]bool{}
	var visit func(id string)
	visit = func(id string) {
		if open[id] {
			t.Fatalf("the flow runs in a circle through %s", id)
		}
		if reached[id] {
			return
		}
		open[id], reached[id] = true, true
		for _, next := range exits(at[id]) {
			visit(next)
		}
		open[id] = false
	}
	visit(steps[0].ID)
	for id := range at {
		if !reached[id] {
			t.Errorf("no way leads to the step %s", id)
		}
	}
	for id := range end {
		if !reached[id] {
			t.Errorf("no way leads to the end %s", id)
		}
	}
}

// contractPathways are the routes the public contract names.
var contractPathways = strings.Fields(`99-19-71(1) 99-19-71(2) 99-19-71(4) 99-15-26(5) 99-15-59 99-15-123(3) 41-29-150(d)(2)
	41-29-139(c)(2)(A) 63-11-30(13) 63-11-30(14) 63-9-11(3) 67-3-70(6) 21-23-7(6) 21-23-7(13) 9-11-15(3) 9-23-23 9-25-1 9-27-19
	97-3-54.6(5) 97-3-54.6(6) 97-45-27 99-15-57 43-21-159(1) 43-21-263 43-21-265 none`)

func TestEveryPathwayIsAnEnd(t *testing.T) {
	_, ends := rules.Flow()
	var got []string
	for _, e := range ends {
		if e.Pathway != "" {
			got = append(got, string(e.Pathway))
		}
	}
	slices.Sort(got)
	want := slices.Sorted(slices.Values(contractPathways))
	if !slices.Equal(got, want) {
		t.Errorf("the ends are\n%v\nwant\n%v", got, want)
	}
}

// arrival is where a way ends: the route of its end, or of its last step, and the status
// the end stands for; Incomplete when a fact that is not known stopped it.
func arrival(t *testing.T, way []rules.Taken) (rules.Pathway, rules.Status) {
	t.Helper()
	_, ends := rules.Flow()
	_, end := ids(nil, ends)
	if len(way) == 0 {
		t.Fatal("the way is empty")
	}
	last := way[len(way)-1]
	if last.Next == "" {
		if len(last.Missing) == 0 {
			t.Errorf("the way stops at %s, and no fact is missing", last.Step.ID)
		}
		return last.Step.Pathway, rules.Incomplete
	}
	e := end[last.Next]
	if e.Pathway != "" {
		return e.Pathway, e.Status
	}
	return last.Step.Pathway, e.Status
}

// waysApart are the vectors whose way through the flow ends elsewhere than the verdict,
// each with the reason. The flow asks one question after another; the assessment weighs
// everything at once.
var waysApart = map[string]string{
	"(2)(a)(xi) a wait that would end after the exclusion began never ends":                                     "the flow looks at the day asked about; the assessment looks ahead to the day the wait ends",
	"(1) tried anew on appeal: a lawyer finds the court":                                                        "both routes go to a lawyer; the flow names the last",
	"(1) a DUI cited by the subsection that defines it is a first DUI, and its wait runs":                       "a missing fact stops the way before the wait that decides",
	"(1) a DWI under a city ordinance is a DUI for all the file says":                                           "a missing fact stops the way before the wait that decides",
	"(1) a D.U.I. under a city ordinance is no first offender's misdemeanor":                                    "a missing fact stops the way before the wait that decides",
	"67-3-70(6) dismissed a year and a day ago, without an arrest":                                              "two routes are open, and the assessment takes the mandatory one",
	"41-29-139(c)(2)(A) in the passenger area it is another offense":                                            "no route is open; the flow names the last",
	"41-29-139(c)(2)(A) a third conviction":                                                                     "no route is open; the flow names the last",
	"A survivor's theft, the day before the subsection began: it opens on 1 July 2026":                          "two routes concern it, and the assessment takes the one that is open",
	"Beer under the age of 21 with a prior: where the two years of good conduct end first, they are the answer": "two waits compete, and the assessment takes the one that ends first",
	"An adjudication set down in circuit court is nothing a section speaks of":                                  "no route speaks of it; the assessment names the general one, and the flow none",
	"The day before this program's text of 21-23-7(6) begins, a conviction in city court is for a lawyer":       "both routes go to a lawyer; the flow names the last",
	"A charge still open, of which nobody says whether there was an arrest":                                     "a missing fact stops the way before the end of the charge, which decides",
	"21-23-7(13) a citation that ended in an acquittal":                                                         "both routes go to a lawyer; the flow names the last",
}

func TestTheWayOfEveryVectorEndsWhereItsVerdictDoes(t *testing.T) {
	bases, all := readVectors(t)
	n, apart := 0, map[string]bool{}
	for _, vectors := range all {
		for _, vec := range vectors {
			c := caseOf(t, bases, vec)
			v := rules.Assess(c, day(t, vec.AsOf), vec.Hold...).Charges[vec.Charge]
			way := rules.PathThrough(c, vec.Charge, day(t, vec.AsOf), vec.Hold...)
			p, s := arrival(t, way)
			n++
			if s == rules.Eligible && v.Status != rules.Eligible {
				t.Errorf("%s: the way ends at an open route, and the verdict is %s", vec.Name, v.Status)
			}
			if agrees(v, p, s) {
				continue
			}
			apart[vec.Name] = true
			if waysApart[vec.Name] == "" {
				t.Errorf("%s: the way ends %s under %q after %s, the verdict is %s under %s", vec.Name, s, p, way[len(way)-1].Step.ID, v.Status, v.Pathway)
			}
		}
	}
	for name := range waysApart {
		if !apart[name] {
			t.Errorf("%s is explained, and its way ends where its verdict does", name)
		}
	}
	if len(waysApart) > 16 || n == 0 {
		t.Errorf("%d of %d ways end elsewhere than their verdict", len(waysApart), n)
	}
}

// agrees compares the end of a way with a verdict. A way that a missing fact stops may
// stop before any route is reached.
func agrees(v rules.Verdict, p rules.Pathway, s rules.Status) bool {
	if s == rules.Incomplete {
		return v.Status == rules.Incomplete
	}
	return s == v.Status && p == v.Pathway
}

// A way never ends at an open route unless the assessment finds one: not for a charge of
// which little is known, and not where one fact of a ready case is taken away.
func TestNoWayIsOpenUnlessTheVerdictIs(t *testing.T) {
	check := func(name string, c petition.Case) {
		t.Helper()
		v := rules.Assess(c, day(t, "2026-11-23")).Charges[0]
		if p, s := arrival(t, rules.PathThrough(c, 0, day(t, "2026-11-23"))); s == rules.Eligible && v.Status != rules.Eligible {
			t.Errorf("%s: the way ends open under %s, and the verdict is %s under %s", name, p, v.Status, v.Pathway)
		}
	}
	for _, outcome := range append(petition.Outcome("").Values(), "") {
		for _, grade := range append(petition.Grade("").Values(), "") {
			for _, level := range append(petition.Level("").Values(), "") {
				check(outcome+" "+grade+" "+level, petition.Case{Charges: []petition.Charge{{
					Outcome: petition.Outcome(outcome), Grade: petition.Grade(grade), Court: petition.Court{Level: petition.Level(level), County: "Rankin"},
				}}})
			}
		}
	}
	bases, _ := readVectors(t)
	for base, facts := range bases {
		for fact := range facts {
			check(base+" without "+fact, caseOf(t, bases, vector{Base: base, AsOf: "2026-11-23", Without: []string{fact}}))
		}
	}
}

func TestTheWayOfANoChargeIsEmpty(t *testing.T) {
	if way := rules.PathThrough(petition.Case{}, 0, day(t, "2026-11-23")); way != nil {
		t.Errorf("the way is %v", way)
	}
}

func TestAWayTellsItsStepsAndStopsWhereAFactIsMissing(t *testing.T) {
	bases, _ := readVectors(t)
	c := caseOf(t, bases, vector{Base: "felony", AsOf: "2026-11-23"})
	way := rules.PathThrough(c, 0, day(t, "2026-11-23"))
	if last := way[len(way)-1]; last.Next != "99-19-71(2)" || way[0].Step.ID != "start" || way[0].Answer != rules.Yes {
		t.Errorf("the way begins at %s and ends at %q", way[0].Step.ID, last.Next)
	}
	c.Charges[0].Section = petition.Section{}
	way = rules.PathThrough(c, 0, day(t, "2026-11-23"))
	if last := way[len(way)-1]; last.Step.ID != "felony.not-excluded" || last.Answer != rules.Unknown || last.Next != "" || !slices.Contains(last.Missing, "charges[0].section") {
		t.Errorf("without the section the way ends at %+v", last)
	}
}
