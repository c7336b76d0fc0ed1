package rules

import (
	"testing"

	"expunge/petition"
)

// BenchmarkAssess answers one felony, every route and reason included.
func BenchmarkAssess(b *testing.B) {
	c := petition.Case{
		Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
		Charges: []petition.Charge{{
			Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony,
			Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Outcome: petition.Convicted, OutcomeDate: date("2016-03-02"),
			Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2019-01-15"), FinesCostsPaid: petition.Yes, CrimeOfViolenceFinding: petition.No},
		}},
	}
	asOf := date("2026-11-23")
	b.ReportAllocs()
	for b.Loop() {
		if Assess(c, asOf).Charges[0].Status != Eligible {
			b.Fatal("the felony is not eligible")
		}
	}
}
