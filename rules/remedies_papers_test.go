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

// Who issues what proves a fact.
func TestWhoIssuesThePaper(t *testing.T) {
	hinds := petition.Court{Level: petition.Circuit, County: "Hinds", District: petition.FirstDistrict}
	c := petition.Case{
		Charges: []petition.Charge{{Outcome: petition.Convicted, Grade: petition.Felony, Court: hinds}, {Outcome: petition.Dismissed, Arrest: petition.Arrest{Agency: "Brandon Police Department"}}},
		Record:  petition.Record{OtherConvictions: []petition.OtherConviction{{Court: petition.Court{Level: petition.Justice, County: "Rankin"}}}, PendingCharges: []petition.PendingCharge{{}}},
	}
	const clerk = "the clerk of the Circuit Court of Hinds County, First Judicial District"
	for path, want := range map[petition.Path]proves{
		"charges[0].section":                            {sentencingPapers, clerk},
		"charges[0].sentence.crime_of_violence_finding": {sentencingPapers, clerk},
		"charges[0].sentence.fines_costs_paid":          {zeroBalance, clerk},
		"charges[0].sentence.terms_completed":           {dischargePaper, "the Mississippi Department of Corrections, or the probation office that supervised the sentence"},
		"charges[0].outcome":                            {docketSheet, clerk},
		"charges[0].offense_date":                       {chargingPaper, clerk},
		"charges[0].dui.bac":                            {drivingRecord, publicSafety},
		"charges[0].commercial_license":                 {drivingRecord, publicSafety},
		"charges[0].diversion.completed":                {programPaper, "the program, or " + clerk},
		"charges[1].outcome_date":                       {orderOfEnding, unnamedClerk},
		"charges[1].arrest.released":                    {arrestRecord, "Brandon Police Department, or the jail"},
		"record.complete":                               {ownHistory, records},
		"record.public_official":                        {"was a public office ever held", petitioner},
		"record.other_convictions[0].grade":             {"the judgment of the other conviction", "the clerk of the Justice Court of Rankin County"},
		"record.other_convictions[7].grade":             {"the judgment of the other conviction", unnamedClerk},
		"record.pending_charges[0].offense":             {"the docket sheet of the pending charge", unnamedClerk},
		"record.earlier_relief[0].section":              {"the order that gave the earlier relief", "the clerk of the court that gave it"},
	} {
		if got, ok := proofOf(c, 0, path); !ok || got != want {
			t.Errorf("%s is proved by %v, want %v", path, got, want)
		}
	}
}
