package rules_test

import (
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"expunge/petition"
	"expunge/rules"
)

// sameButFindings compares assessments without their trees of findings.
var sameButFindings = cmp.Options{
	cmpopts.IgnoreFields(rules.Route{}, "Finding"), cmpopts.IgnoreUnexported(rules.Route{}),
	cmpopts.EquateComparable(petition.Date{}),
}

// judged checks that judging answers as assessing does, and that it holds no finding.
func judged(t rapid.TB, s *rules.Assessor, c petition.Case, asOf petition.Date, held ...string) rules.Assessment {
	t.Helper()
	want := rules.Assess(c, asOf, held...)
	got := s.Judge(c, asOf, held...)
	if diff := cmp.Diff(want, got, sameButFindings); diff != "" {
		t.Fatalf("judging as of %s, held back %v, differs from assessing:\n%s", asOf, held, diff)
	}
	for _, v := range got.Charges {
		for _, r := range append([]rules.Route{v.Route}, v.Alternatives...) {
			once := slices.Clone(r.Because)
			slices.Sort(once)
			if len(once) == 0 || len(slices.Compact(once)) != len(r.Because) {
				t.Fatalf("charge %d is decided by %v", v.Index, r.Because)
			}
			if r.Finding.Text != "" || r.Finding.Parts != nil {
				t.Fatalf("charge %d holds a finding of %s", v.Index, r.Pathway)
			}
		}
	}
	return want
}

// everyCase builds the case of every vector, in a steady order.
func everyCase(t *testing.T) (cases []petition.Case, days []petition.Date) {
	t.Helper()
	bases, all := readVectors(t)
	for _, file := range slices.Sorted(maps.Keys(all)) {
		for _, v := range all[file] {
			cases, days = append(cases, caseOf(t, bases, v)), append(days, day(t, v.AsOf))
		}
	}
	return cases, days
}

func TestJudgingAnswersAsAssessingDoes(t *testing.T) {
	cases, days := everyCase(t)
	var s rules.Assessor // one for all, so that nothing of one case may reach the next
	for i, c := range cases {
		judged(t, &s, c, days[i])
		judged(t, &s, c, days[i], rules.Holdable()...)
	}
	if got := rules.Judge(cases[0], days[0]); len(got.Charges) != len(cases[0].Charges) {
		t.Errorf("Judge answers %d charges of %d", len(got.Charges), len(cases[0].Charges))
	}
}

func TestJudgingCasesMadeByChance(t *testing.T) {
	cases, _ := everyCase(t)
	var s rules.Assessor
	rapid.Check(t, func(t *rapid.T) {
		choose := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "choice") }
		c := madeCase(choose, cases)
		asOf := madeDays[2+choose(len(madeDays)-2)]
		var held []string
		if choose(2) == 0 {
			held = rules.Holdable()
		}
		a := judged(t, &s, c, asOf, held...)
		toldWhereTheActMatters(t, c, a)
	})
}

// toldWhereTheActMatters checks the caution of the act that can be held back against an
// assessment with it taken the other way.
func toldWhereTheActMatters(t rapid.TB, c petition.Case, a rules.Assessment) {
	t.Helper()
	held := rules.Holdable()
	if len(a.Held) > 0 {
		held = nil
	}
	other := rules.Assess(c, a.AsOf, held...)
	for i, v := range a.Charges {
		o := other.Charges[i]
		differ := v.Status != o.Status || v.Earliest != o.Earliest || v.Pathway != o.Pathway
		concerned := v.Pathway == rules.OneFelony || v.Pathway == rules.Survivor || o.Pathway == rules.Survivor
		told := slices.ContainsFunc(v.Cautions, func(c rules.Caution) bool { return c.Code == "law.2026-ch-430" })
		if told != (differ && concerned) {
			t.Fatalf("charge %d is %s under %s until %s, the other way %s under %s until %s, and the caution says %v", i, v.Status, v.Pathway, v.Earliest, o.Status, o.Pathway, o.Earliest, told)
		}
	}
}
