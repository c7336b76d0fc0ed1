package rules

import (
	"strings"
	"testing"

	"expunge/petition"
)

// Where the act of 2026 changes the answer, both answers are told in words.
func TestTheCautionOfTheActTellsTheOtherAnswer(t *testing.T) {
	text := func(asOf string, held ...string) string {
		for _, c := range Assess(finished2022(), date(asOf), held...).Charges[0].Cautions {
			if c.Code == "law.2026-ch-430" {
				return c.Text
			}
		}
		return ""
	}
	for _, c := range []struct {
		asOf string
		held []string
		want string
	}{
		{"2026-11-23", nil, "Under the rule before it the answer would be: not yet under 99-19-71(2), with January 16, 2027 as the first safe day."},
		{"2026-11-23", Holdable(), "The act is held back by a setting. With it the answer would be: appears eligible under 99-19-71(2)."},
	} {
		if got := text(c.asOf, c.held...); !strings.HasSuffix(got, c.want) {
			t.Errorf("on %s with %v: %q, want %q at its end", c.asOf, c.held, got, c.want)
		}
	}
	for r, want := range map[*Route]string{
		{Pathway: OneFelony, Status: NotYet}:                                 "not yet under 99-19-71(2)",
		{Pathway: OneFelony, Status: Eligible, Earliest: date("2026-11-23")}: "appears eligible under 99-19-71(2)",
	} {
		if got := inWords(r); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// Two routes are alike when route, status and day are all the same.
func TestRoutesThatDifferInOneThingAreNotAlike(t *testing.T) {
	a := Route{Pathway: OneFelony, Status: Review}
	for _, b := range []Route{{Pathway: FirstDUI, Status: Review}, {Pathway: OneFelony, Status: Ineligible}, {Pathway: OneFelony, Status: Review, Earliest: date("2027-01-01")}} {
		if alike(a, b) {
			t.Errorf("%+v is taken for %+v", b, a)
		}
	}
	if !alike(a, a) {
		t.Error("a route is not like itself")
	}
}

// A list of sections reads as one.
func TestSectionsAreJoinedByAnd(t *testing.T) {
	p := &pad{}
	if got := p.sentence([]any{"names ", code("97-17-1", "97-17-3"), ", and ", []petition.Section{petition.ParseSection("97-37-5")}}); got != "names 97-17-1 and 97-17-3, and 97-37-5" {
		t.Errorf("%q", got)
	}
}

// The day on which some would file stands beside the first safe one: the anniversary, or
// the day before where a year lacks it.
func TestTheArguableDayIsEarlier(t *testing.T) {
	m := newMatter(&petition.Case{Charges: []petition.Charge{{}}}, 0, date("2026-11-23"))
	m.aloud = true
	for _, c := range []struct{ anniversary, open, want string }{
		{"2027-03-05", "2027-03-06", "March 5, 2027"},
		{"2027-03-01", "2027-03-01", "February 28, 2027"},
	} {
		if got := arguable(m, date(c.anniversary), date(c.open)); !strings.Contains(got, c.want) {
			t.Errorf("%q, want %s", got, c.want)
		}
	}
	rule := waitRule{since: date("2016-07-01"), years: 2}
	if got := unlessBegun(m, date("2012-05-10"), rule.since, rule); got != "" {
		t.Errorf("beside the day the rule began stands %q", got)
	}
	if got := unlessBegun(m, date("2027-03-05"), date("2027-03-06"), rule); !strings.Contains(got, "March 5, 2027") {
		t.Errorf("beside the safe day stands %q", got)
	}
}

// What is owed is told where it is known.
func TestABalanceIsToldOnlyWhereItIsKnown(t *testing.T) {
	for balance, want := range map[petition.Money]string{
		{}: "fines or costs are still owed", {Stated: true}: "fines or costs are still owed", {Cents: 42000, Stated: true}: "$420.00 is still owed",
	} {
		c := petition.Case{Charges: []petition.Charge{{Sentence: petition.Sentence{FinesCostsPaid: petition.No, BalanceDue: balance}}}}
		m := newMatter(&c, 0, date("2026-11-23"))
		m.aloud = true
		if got := finesPaid(m).notes.why; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
