package rules_test

import (
	"fmt"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// manyFelonies is a record of n like felonies, of which nothing tells which are one event.
func manyFelonies(n int, facts string) petition.Case {
	var c petition.Case
	day := petition.NewDate(2010, 1, 1)
	for i := range n {
		ch := petition.Charge{Offense: fmt.Sprintf("theft %d", i+1), Section: petition.ParseSection("97-17-41"), Grade: petition.Felony, Outcome: petition.Convicted, OutcomeDate: day}
		ch.Court = petition.Court{Level: petition.Circuit, County: "Rankin"}
		if facts == "apart" {
			ch.Event = fmt.Sprintf("event-%d", i)
		}
		c.Charges = append(c.Charges, ch)
	}
	return c
}

func TestALongRecordIsCountedWhereAShortOneIsTold(t *testing.T) {
	asOf := petition.NewDate(2026, 11, 23)
	for n, want := range map[int]struct {
		stays, waiting, unsettled int
		last                      []string
	}{
		2:  {1, 1, 1, nil},
		12: {11, 11, 11, nil},
		13: {11, 11, 11, []string{"and 2 more convictions (felonies among them: 2)", "And 2 more choices could be", "And 2 more choices may be"}},
		60: {11, 11, 11, []string{"and 49 more convictions (felonies among them: 49)", "And 49 more choices could be", "And 49 more choices may be"}},
	} {
		c := manyFelonies(n, "")
		for _, al := range rules.PlanOf(c, rules.Assess(c, asOf)).Allowances {
			if len(al.Choices) != n {
				t.Fatalf("%d charges are %d choices", n, len(al.Choices))
			}
			for _, ch := range al.Choices {
				if len(ch.Stays) != want.stays || len(ch.Waiting) != want.waiting || len(ch.Unsettled) != want.unsettled {
					t.Errorf("%d charges: %d stay, %d wait, %d are unsettled", n, len(ch.Stays), len(ch.Waiting), len(ch.Unsettled))
					continue
				}
				end := ch.Stays[want.stays-1]
				for i, text := range want.last {
					if got := []string{end.Text, ch.Waiting[want.waiting-1], ch.Unsettled[want.unsettled-1]}[i]; !strings.HasPrefix(got, text) {
						t.Errorf("%d charges: not %q but %q", n, text, got)
					}
				}
				if counted := end.Path == ""; counted != (want.last != nil) || !end.Felony {
					t.Errorf("%d charges: the last that stays is %+v", n, end)
				}
			}
		}
	}
}

// The felonies stand first, and what is counted last may hold none.
func TestOfALongRecordTheFeloniesAreTold(t *testing.T) {
	c := manyFelonies(2, "apart")
	for range 15 {
		c.Record.OtherConvictions = append(c.Record.OtherConvictions, petition.OtherConviction{Offense: "trespass", Grade: petition.Misdemeanor, Date: petition.NewDate(2001, 2, 3)})
	}
	plan := rules.PlanOf(c, rules.Assess(c, petition.NewDate(2026, 11, 23)))
	if len(plan.Allowances) != 1 {
		t.Fatalf("%d allowances", len(plan.Allowances))
	}
	for _, ch := range plan.Allowances[0].Choices {
		if end := ch.Stays[len(ch.Stays)-1]; !ch.Stays[0].Felony || len(ch.Stays) != 11 || end.Felony || end.Text != "and 6 more convictions (felonies among them: 0)" {
			t.Errorf("%d stay, and the last is %+v", len(ch.Stays), end)
		}
	}
}
