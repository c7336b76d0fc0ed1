package rules

import (
	"testing"

	"expunge/petition"
)

// Every fact a rule can lack has a paper that proves it and an office that issues it,
// whatever court, outcome and grade the charge has.
func TestEveryFactARuleCanLackHasAPaper(t *testing.T) {
	c := petition.Case{Record: petition.Record{OtherConvictions: []petition.OtherConviction{{}}, EarlierRelief: []petition.EarlierRelief{{}}, PendingCharges: []petition.PendingCharge{{}}}}
	n := 0
	for _, outcome := range append(petition.Outcome("").Values(), "") {
		for _, grade := range []petition.Grade{"", petition.Felony, petition.Misdemeanor} {
			c.Charges = []petition.Charge{{Outcome: petition.Outcome(outcome), Grade: grade}, {Outcome: petition.Convicted}, {}}
			for _, v := range Assess(c, date("2026-11-23")).Charges {
				for _, r := range append([]Route{v.Route}, v.Alternatives...) {
					for _, p := range r.Missing {
						n++
						if proof, ok := proofOf(c, v.Index, p); !ok || proof.paper == "" || proof.office == "" {
							t.Errorf("%s has no paper", p)
						}
					}
				}
			}
		}
	}
	if n == 0 {
		t.Fatal("nothing was missing")
	}
	for _, p := range []petition.Path{"petitioner.name.first", "charges[9].section", "charges[0].keepers", ""} {
		if proof, ok := proofOf(c, 0, p); ok {
			t.Errorf("%q is proved by %v", p, proof)
		}
	}
}
