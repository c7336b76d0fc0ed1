package rules

import (
	"slices"
	"testing"

	"expunge/petition"
)

func TestRoutesAreChosenInTheOrderOfTheContract(t *testing.T) {
	soon, later := petition.NewDate(2027, 1, 1), petition.NewDate(2028, 1, 1)
	want := []Route{
		{Title: "mandatory", Status: Eligible, Relief: Mandatory},
		{Title: "discretionary", Status: Eligible, Relief: Discretionary},
		{Title: "discretionary, spends an allowance", Status: Eligible, Relief: Discretionary, spends: true},
		{Title: "incomplete", Status: Incomplete},
		{Title: "sooner", Status: NotYet, Earliest: soon},
		{Title: "later", Status: NotYet, Earliest: later},
		{Title: "review", Status: Review},
		{Title: "not yet, no day", Status: NotYet},
		{Title: "ineligible", Status: Ineligible},
	}
	for shift := range want {
		got := slices.Concat(want[shift:], want[:shift])
		inOrder(got)
		for i := range want {
			if got[i].Title != want[i].Title {
				t.Fatalf("place %d is %q, want %q", i, got[i].Title, want[i].Title)
			}
		}
	}
}

func TestNoStatusSaysMoreThanAppearsEligible(t *testing.T) {
	for _, s := range []Status{"", Eligible, Incomplete, NotYet, Review, Ineligible} {
		if s.Words() == "" || s.Words() == "eligible" {
			t.Errorf("%q reads %q", s, s.Words())
		}
	}
	for _, truth := range truths {
		if truth.String() == "" {
			t.Error("a truth has no word")
		}
	}
}

func TestMissingListsEachFactOnce(t *testing.T) {
	c := petition.Case{Charges: []petition.Charge{
		{Outcome: petition.Convicted, Grade: petition.Felony, Court: petition.Court{Level: petition.Circuit}},
		{Outcome: petition.Convicted, Grade: petition.Felony, Court: petition.Court{Level: petition.Circuit}},
	}}
	got := Assess(c, date("2026-11-23")).Missing()
	if len(got) == 0 || !slices.Contains(got, "record.complete") {
		t.Fatalf("missing is %v", got)
	}
	for i, p := range got {
		if slices.Contains(got[:i], p) {
			t.Errorf("%s is listed twice", p)
		}
	}
}

// The answer of a charge changes from one day to the next only on a day the answer
// itself named, or on a day a version of the law began or a fact is dated.
func TestAnswersChangeOnlyOnDaysThatAreNamed(t *testing.T) {
	felony := petition.Charge{
		Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony,
		Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Outcome: petition.Convicted, OutcomeDate: date("2020-03-02"),
		Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2022-01-15"), FinesCostsPaid: petition.Yes, CrimeOfViolenceFinding: petition.No},
	}
	c := petition.Case{Charges: []petition.Charge{felony}, Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No}}
	named := []petition.Date{date("2019-07-01"), date("2020-03-02"), date("2022-01-15"), date("2026-07-01")}
	before := Assess(c, date("2018-12-31")).Charges[0]
	for d := date("2019-01-01"); d.Before(date("2028-01-01")); d = d.AddDays(1) {
		now := Assess(c, d).Charges[0]
		if now.Status != before.Status && d != before.Earliest && !slices.Contains(named, d) {
			t.Fatalf("on %s the answer turned from %s to %s, which nothing named", d, before.Status, now.Status)
		}
		if before.Status == NotYet && before.Earliest == d && now.Status != Eligible {
			t.Fatalf("the day promised, %s, came out as %s", d, now.Status)
		}
		before = now
	}
	if before.Status != Eligible {
		t.Errorf("the felony ends as %s", before.Status)
	}
}
