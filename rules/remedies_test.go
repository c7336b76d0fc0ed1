package rules_test

import (
	"slices"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// remediesOf answers a case made of facts, and lists the remedies of its first charge.
func remediesOf(t *testing.T, asOf string, with map[string]string, without ...string) (rules.Verdict, []rules.Remedy) {
	t.Helper()
	bases, _ := readVectors(t)
	c := caseOf(t, bases, vector{Base: "felony", AsOf: asOf, With: with, Without: without})
	v := rules.Assess(c, day(t, asOf)).Charges[0]
	return v, rules.Remedies(c, v)
}

func acts(rs []rules.Remedy) string {
	out := []string{}
	for _, r := range rs {
		out = append(out, r.Act)
	}
	return strings.Join(out, "\n")
}

// Over every vector: each missing fact stands under one paper that proves it, each paper
// once, with its office; what is not yet has something that would change it; a review
// names its point; and no answer but eligible is left without a word.
func TestEveryAnswerOfTheVectorsHasItsRemedies(t *testing.T) {
	bases, all := readVectors(t)
	for _, vectors := range all {
		for _, vec := range vectors {
			c := caseOf(t, bases, vec)
			v := rules.Assess(c, day(t, vec.AsOf), vec.Hold...).Charges[vec.Charge]
			rs := rules.Remedies(c, v)
			if (len(rs) == 0) != (v.Status == rules.Eligible) {
				t.Errorf("%s: %d remedies for %s", vec.Name, len(rs), v.Status)
			}
			for _, p := range v.Missing {
				n := 0
				for _, r := range rs {
					if r.Paper != "" && r.Office != "" && slices.Contains(r.Paths, p) {
						n++
					}
				}
				if n == 0 {
					t.Errorf("%s: %s has no paper", vec.Name, p)
				}
			}
			wellFormed(t, vec.Name, v, rs)
		}
	}
}

func wellFormed(t *testing.T, name string, v rules.Verdict, rs []rules.Remedy) {
	t.Helper()
	seen := map[string]bool{}
	for _, r := range rs {
		if seen[r.Act] {
			t.Errorf("%s: said twice: %s", name, r.Act)
		}
		seen[r.Act] = true
		if r.Cite == "" || (len(r.Paths) == 0 && v.Status != rules.Review) || (r.Paper == "") != (r.Office == "") || !strings.HasSuffix(r.Act, ".") || strings.Contains(r.Act, "  ") || strings.Contains(r.Act, "..") {
			t.Errorf("%s: not well formed: %+v", name, r)
		}
		switch v.Status {
		case rules.Review:
			if !strings.HasPrefix(r.Act, "Ask a lawyer to decide: ") {
				t.Errorf("%s: a review says %q", name, r.Act)
			}
		case rules.Ineligible:
			if !strings.HasPrefix(r.Act, "The answer turns on this: ") {
				t.Errorf("%s: what is ruled out says %q", name, r.Act)
			}
		}
	}
	if v.Status == rules.NotYet && v.Earliest.Known() && !slices.ContainsFunc(rs, func(r rules.Remedy) bool { return r.Day == v.Earliest }) {
		t.Errorf("%s: no remedy waits for %s:\n%s", name, v.Earliest, acts(rs))
	}
}

func TestRemediesOfWhatIsMissing(t *testing.T) {
	v, rs := remediesOf(t, "2026-11-23", map[string]string{"charges[0].court.county": "Hinds", "charges[0].court.district": "first"},
		"charges[0].section", "charges[0].sentence.crime_of_violence_finding", "charges[0].sentence.fines_costs_paid", "record.complete")
	if v.Status != rules.Incomplete {
		t.Fatalf("the answer is %s", v.Status)
	}
	want := strings.Join([]string{
		"Get the judgment and the sentencing order from the clerk of the Circuit Court of Hinds County, First Judicial District.",
		"Get a zero-balance statement from the clerk of the Circuit Court of Hinds County, First Judicial District.",
		"Get the fingerprint-based state record of the person's own history from the Mississippi Criminal Information Center (Department of Public Safety).",
	}, "\n")
	if got := acts(rs); got != want {
		t.Errorf("the remedies are\n%s\nwant\n%s", got, want)
	}
	if !slices.Contains(rs[0].Paths, "charges[0].section") {
		t.Errorf("the first paper proves %v", rs[0].Paths)
	}
}

func TestRemediesOfWhatIsNotYet(t *testing.T) {
	_, rs := remediesOf(t, "2026-11-23", map[string]string{"charges[0].sentence.fines_costs_paid": "no", "charges[0].sentence.balance_due": "420"})
	if got := acts(rs); !strings.Contains(got, "Pay $420.00 to the clerk of the Circuit Court of Rankin County, and get a zero-balance statement") {
		t.Errorf("the remedies are\n%s", got)
	}
	v, rs := remediesOf(t, "2026-11-23", map[string]string{"charges[0].outcome_date": "2021-11-23", "charges[0].sentence.terms_completed": "2024-02-28"})
	if got := acts(rs); got != "Wait until March 1, 2027, the first safe day to file. The law may have changed by then." || rs[0].Day != v.Earliest {
		t.Errorf("the remedies are\n%s", got)
	}
	_, rs = remediesOf(t, "2026-11-23", map[string]string{"charges[0].appeal.outcome": "pending"})
	if got := acts(rs); got != "Wait for the appeal to be decided, and get the order that decides it." {
		t.Errorf("the remedies are\n%s", got)
	}
	_, rs = remediesOf(t, "2026-11-23", map[string]string{
		"charges[0].outcome": "nonadjudicated", "charges[0].diversion.under": "99-15-26", "charges[0].diversion.completed": "no",
	})
	if got := acts(rs); !strings.HasPrefix(got, "Complete the program, and get the certificate of completion and the statement of fees from the program") {
		t.Errorf("the remedies are\n%s", got)
	}
	_, rs = remediesOf(t, "2026-11-23", map[string]string{"charges[0].sentence.supervision_ends": "2027-05-01"})
	if got := acts(rs); !strings.HasPrefix(got, "Finish the sentence, whose last term ends on May 1, 2027, and get the discharge or completion paper from the Mississippi Department of Corrections") {
		t.Errorf("the remedies are\n%s", got)
	}
}

// What outlasts another condition is told from the day the whole answer waits for.
func TestRemediesTellTheFirstSafeDayFromAnEarlierOne(t *testing.T) {
	v, rs := remediesOf(t, "2026-11-23", map[string]string{"charges[0].sentence.payments_completed": "2026-12-15"})
	want := "Wait until December 16, 2026 at least; what else is listed here may make it later.\nWait until " + v.Earliest.Long() + ", the first safe day to file. The law may have changed by then."
	if got := acts(rs); got != want {
		t.Errorf("the remedies are\n%s\nwant\n%s", got, want)
	}
}

// A bar decides alone: what is merely unpaid beside it is not asked for.
func TestRemediesOfABarAskForNothing(t *testing.T) {
	v, rs := remediesOf(t, "2026-11-23", map[string]string{"charges[0].section": "97-3-79", "charges[0].sentence.fines_costs_paid": "no"})
	if got := acts(rs); v.Status != rules.Ineligible || len(rs) != 1 || strings.Contains(got, "owed") {
		t.Errorf("%s says\n%s", v.Status, got)
	}
}

func TestRemediesOfAReviewAndOfANo(t *testing.T) {
	_, rs := remediesOf(t, "2026-11-23", map[string]string{"charges[0].section": "97-29-63"})
	if got := acts(rs); !strings.Contains(got, "Ask a lawyer to decide: Photographing or filming without consent (97-29-63) is not named beside voyeurism (97-29-61).") {
		t.Errorf("the remedies are\n%s", got)
	}
	_, rs = remediesOf(t, "2026-11-23", map[string]string{"charges[0].section": "97-3-79"})
	want := "The answer turns on this: section 97-3-79 is robbery, a crime of violence. To be sure that the record is right: get the judgment and the sentencing order from the clerk of the Circuit Court of Rankin County."
	if got := acts(rs); got != want {
		t.Errorf("the remedies are\n%s\nwant\n%s", got, want)
	}
	_, rs = remediesOf(t, "2026-11-23", map[string]string{"charges[0].court.level": "federal"})
	if len(rs) != 1 || rs[0].Paper != "" || strings.Contains(rs[0].Act, "clerk") {
		t.Errorf("what no Mississippi court can hear says\n%s", acts(rs))
	}
}

func TestRemediesOfNoCharge(t *testing.T) {
	if got := rules.Remedies(petition.Case{}, rules.Verdict{Index: 3, Route: rules.Route{Status: rules.Incomplete}}); got != nil {
		t.Errorf("a charge that is not there has remedies: %v", got)
	}
}
