package rules

import (
	"testing"

	"expunge/petition"
)

// fiveCharges is a typical record: a felony that has waited, a misdemeanor in justice
// court, a dismissed charge, a nonadjudication and a traffic ticket.
func fiveCharges() petition.Case {
	rankin := func(level petition.Level) petition.Court { return petition.Court{Level: level, County: "Rankin"} }
	served := petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2019-01-15"), FinesCostsPaid: petition.Yes, PaymentsCompleted: date("2018-11-02"), CrimeOfViolenceFinding: petition.No}
	return petition.Case{
		ID: "EXAMPLE-1", Petitioner: petition.Person{DateOfBirth: date("1988-02-29")},
		Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
		Charges: []petition.Charge{
			{
				CauseNumber: "16-101", Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony, Event: "A",
				Court: rankin(petition.Circuit), Outcome: petition.Convicted, OutcomeDate: date("2016-03-02"), Sentence: served,
			},
			{
				CauseNumber: "12-202", Offense: "petit larceny", Section: petition.ParseSection("97-17-43"), Grade: petition.Misdemeanor, Event: "B",
				Court: rankin(petition.Justice), Outcome: petition.Convicted, OutcomeDate: date("2012-08-20"), Sentence: served,
			},
			{
				CauseNumber: "18-303", Offense: "simple assault", Section: petition.ParseSection("97-3-7(1)(a)"), Grade: petition.Misdemeanor,
				Court: rankin(petition.County), Outcome: petition.Dismissed, OutcomeDate: date("2018-05-09"),
				Arrest: petition.Arrest{Kind: petition.ArrestMade, Date: date("2018-02-11"), Released: petition.Yes},
			},
			{
				CauseNumber: "20-404", Offense: "malicious mischief", Section: petition.ParseSection("97-17-67"), Grade: petition.Misdemeanor,
				Court: rankin(petition.County), Outcome: petition.Nonadjudicated, OutcomeDate: date("2020-10-14"),
				Diversion: petition.Diversion{Under: petition.ParseSection("99-15-26"), Completed: petition.Yes, FeesPaid: petition.Yes},
			},
			{
				CauseNumber: "T-505", Offense: "speeding", Section: petition.ParseSection("63-3-501"), Grade: petition.Traffic,
				Court: petition.Court{Level: petition.Municipal, County: "Rankin", City: "Brandon"}, Outcome: petition.Convicted, OutcomeDate: date("2021-04-06"), Sentence: served,
			},
		},
	}
}

// fiveAnswers are the statuses and routes of fiveCharges on benchDay.
var (
	benchDay    = petition.NewDate(2026, 11, 23)
	fiveAnswers = []struct {
		status Status
		route  Pathway
	}{{Eligible, OneFelony}, {Eligible, JusticeAny}, {Eligible, NonConviction}, {Eligible, Nonadjudication}, {Review, MunicipalAny}}
)

func checkFive(tb testing.TB, a Assessment) {
	for i, want := range fiveAnswers {
		if got := &a.Charges[i]; got.Status != want.status || got.Pathway != want.route || len(got.Because) == 0 {
			tb.Fatalf("charge %d is %s under %s because of %v, want %s under %s", i, got.Status, got.Pathway, got.Because, want.status, want.route)
		}
	}
}

// BenchmarkAssess answers five charges, every route, reason and finding included. The
// goal is 20 microseconds on one core.
func BenchmarkAssess(b *testing.B) {
	c := fiveCharges()
	b.ReportAllocs()
	for b.Loop() {
		a := Assess(c, benchDay)
		checkFive(b, a)
		if len(a.Charges[0].Finding.Parts) == 0 {
			b.Fatal("there is no tree")
		}
	}
}

// BenchmarkJudge answers the same five charges without the tree: status, route, relief,
// day, court, citations, missing facts, cautions and alternatives. The goal is 3
// microseconds on one core.
func BenchmarkJudge(b *testing.B) {
	c := fiveCharges()
	var s Assessor
	b.ReportAllocs()
	for b.Loop() {
		checkFive(b, s.Judge(c, benchDay))
	}
}

// BenchmarkFloor copies the bytes of the five charges, so that figures of different
// machines can be told as ratios.
func BenchmarkFloor(b *testing.B) {
	c := fiveCharges()
	into := make([]petition.Charge, len(c.Charges))
	for b.Loop() {
		copy(into, c.Charges)
	}
}

func TestAnAssessorUsesItsMemoryAgain(t *testing.T) {
	var s Assessor
	c := fiveCharges()
	if n := testing.AllocsPerRun(100, func() { s.Judge(c, benchDay) }); n > 0 {
		t.Errorf("judging takes new memory %v times", n)
	}
}
