package rules_test

import (
	"slices"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// Every way a program can end a charge, for every kind of offense, in every court that
// could have it: only what is listed comes out as eligible, and forgetting the section,
// the name or the grade never makes it so.
func TestAProgramOpensOnlyForWhatItCanBeGivenFor(t *testing.T) {
	kinds := map[string]petition.Charge{
		"property":           of("grand larceny", "97-17-41", petition.Felony),
		"petty":              of("petit larceny", "97-17-43", petition.Misdemeanor),
		"assault":            of("simple assault", "97-3-7(1)", petition.Misdemeanor),
		"violence":           of("burglary of a dwelling", "97-17-23", petition.Felony),
		"domestic":           of("simple domestic violence", "97-3-7(3)", petition.Misdemeanor),
		"domestic felony":    of("domestic violence, third", "97-3-7(3)", petition.Felony),
		"office":             of("fraud in office", "97-11-31", petition.Felony),
		"possession":         of("possession of cocaine", "41-29-139(c)(1)", petition.Felony),
		"sale":               of("sale of cocaine", "41-29-139(a)(1)", petition.Felony),
		"no subsection":      of("possession of cocaine", "41-29-139", petition.Felony),
		"trafficking":        of("trafficking", "41-29-139(f)", petition.Felony),
		"called trafficking": of("drug trafficking", "41-29-139(c)(1)", petition.Felony),
		"DUI":                of("DUI", "63-11-30(2)(a)", petition.Misdemeanor),
		"OWI":                of("OWI", "", petition.Misdemeanor),
		"speeding":           of("speeding", "63-3-501", petition.Traffic),
		"license":            of("no license", "63-1-5", petition.Traffic),
		"unknown":            of("xyzzy", "", petition.Misdemeanor),
		"unreadable":         of("xyzzy", "18 U.S.C. 922", petition.Misdemeanor),
		"nothing":            of("", "", ""),
	}
	every := []string{"property", "petty", "assault", "violence", "domestic", "domestic felony", "office", "possession", "sale", "no subsection", "trafficking", "called trafficking", "speeding", "license"}
	eligible := map[petition.Outcome][]string{
		petition.Nonadjudicated:       {"property", "petty", "domestic", "possession", "sale", "speeding", "license"},
		petition.PretrialIntervention: append([]string{"DUI", "OWI", "unknown", "unreadable", "nothing"}, every...),
		petition.ConditionalDischarge: {"possession", "called trafficking"},
		petition.InterventionCourt:    every,
		petition.MentalHealthCourt:    every,
		petition.VeteransCourt:        nil,
		petition.TrafficSchool:        nil,
	}
	under := map[petition.Outcome]string{
		petition.Nonadjudicated: "99-15-26", petition.PretrialIntervention: "99-15-123", petition.ConditionalDischarge: "41-29-150",
		petition.InterventionCourt: "9-23-23", petition.MentalHealthCourt: "9-27-19", petition.VeteransCourt: "9-25-1", petition.TrafficSchool: "63-9-11",
	}
	n := 0
	for outcome, may := range eligible {
		for kind, ch := range kinds {
			for _, level := range []petition.Level{petition.Circuit, petition.County, petition.Justice, petition.Municipal} {
				ch.Outcome, ch.Court, ch.Diversion.Under = outcome, petition.Court{Level: level, County: "Rankin"}, petition.ParseSection(under[outcome])
				lower := level == petition.Justice || level == petition.Municipal
				want := slices.Contains(may, kind) && (outcome != petition.Nonadjudicated || !lower || ch.Grade != petition.Felony)
				n++
				if got := statusOf(t, ch); (got == rules.Eligible) != want {
					t.Errorf("%s, %s in %s court, is %s", kind, outcome, level, got)
				}
				for _, less := range forgotten(ch) {
					if got := statusOf(t, less); got == rules.Eligible && !want {
						t.Errorf("%s, %s in %s court, is eligible with a fact forgotten: %+v", kind, outcome, level, less)
					}
				}
			}
		}
	}
	if n != len(eligible)*len(kinds)*4 {
		t.Errorf("only %d were asked", n)
	}
}

func of(offense, section string, grade petition.Grade) petition.Charge {
	born, _ := petition.ParseDate("2023-06-01")
	ended, _ := petition.ParseDate("2024-03-04")
	return petition.Charge{
		Offense: offense, Section: petition.ParseSection(section), Grade: grade, OffenseDate: born, OutcomeDate: ended, CommercialLicense: petition.No,
		Arrest:    petition.Arrest{Kind: petition.ArrestMade, Released: petition.Yes},
		Diversion: petition.Diversion{Completed: petition.Yes, FeesPaid: petition.Yes},
	}
}

func statusOf(t *testing.T, ch petition.Charge) rules.Status {
	t.Helper()
	c := petition.Case{Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No}, Charges: []petition.Charge{ch}}
	c.Petitioner.DateOfBirth = day(t, "2000-02-10")
	return rules.Assess(c, day(t, "2026-11-23")).Charges[0].Status
}

// forgotten lists the charge without its section, without section and name, and without
// its grade.
func forgotten(ch petition.Charge) []petition.Charge {
	noSection, nothing, noGrade := ch, ch, ch
	noSection.Section = petition.UnknownSection()
	nothing.Section, nothing.Offense = petition.UnknownSection(), ""
	noGrade.Grade = ""
	return []petition.Charge{noSection, nothing, noGrade}
}
