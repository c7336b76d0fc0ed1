package rules

import (
	"slices"
	"testing"

	"expunge/petition"
)

// What is or may be open is told charge by charge, the matter's own left out.
func TestWhatIsPendingAndWhatMayBe(t *testing.T) {
	c := petition.Case{
		Record: petition.Record{PendingCharges: []petition.PendingCharge{{Offense: "theft"}}},
		Charges: []petition.Charge{
			{Outcome: petition.Dismissed},
			{},
			{Outcome: petition.Pending},
			{Outcome: petition.NoDisposition, Grade: petition.Misdemeanor},
			{Outcome: petition.NoDisposition, Grade: petition.Felony},
			{Outcome: petition.Nonadjudicated, Diversion: petition.Diversion{Completed: petition.No}},
			{Outcome: petition.Dismissed, Diversion: petition.Diversion{Under: petition.UnknownSection()}},
			{Outcome: petition.Nonadjudicated, Diversion: petition.Diversion{Completed: petition.Yes}},
			{Outcome: petition.Convicted, OffenseDate: date("2026-01-05"), OutcomeDate: date("2026-12-01")},
		},
	}
	open, missing := newMatter(&c, 0, date("2026-11-23")).pending()
	if want := []fact{{list: ofPending}, chargeFact(2, "outcome"), chargeFact(4, "outcome"), chargeFact(5, "diversion.completed"), chargeFact(8, "outcome")}; !slices.Equal(open, want) {
		t.Errorf("open are %v, want %v", open, want)
	}
	if want := []fact{chargeFact(1, "outcome"), chargeFact(6, "diversion.completed")}; !slices.Equal(missing, want) {
		t.Errorf("what may be open is %v, want %v", missing, want)
	}
}
