package rules

import (
	"testing"

	"expunge/petition"
)

// What the fee notice may state as settled is one amount, for one kind of clerk.
func TestOnlyTheCircuitClerksLevyOnAConvictionIsSettled(t *testing.T) {
	for _, p := range Provisions() {
		for _, level := range append(petition.Level("").Values(), "") {
			fees := Fees(p.Pathway, petition.Level(level))
			if len(fees) == 0 {
				t.Fatalf("%s in %s court: nothing is said of fees", p.Pathway, level)
			}
			conviction := p.Pathway == FirstMisdemeanor || p.Pathway == OneFelony
			circuitClerk := level == "circuit" || level == "county"
			for _, f := range fees {
				if f.Settled != (conviction && circuitClerk) {
					t.Errorf("%s in %s court: settled is %v", p.Pathway, level, f.Settled)
				}
				if (f.Cents != 0) != f.Settled {
					t.Errorf("%s in %s court: %d cents without being settled", p.Pathway, level, f.Cents)
				}
				if f.Source.Name == "" || f.Note == "" || f.Cite == "" {
					t.Errorf("%s in %s court: a fee lacks its source, note or section", p.Pathway, level)
				}
			}
		}
	}
}

func TestFeesByCourt(t *testing.T) {
	for _, c := range []struct {
		p     Pathway
		level petition.Level
		want  []string
	}{
		{OneFelony, petition.Circuit, []string{"$150"}},
		{FirstMisdemeanor, petition.County, []string{"$150"}},
		{NonConviction, petition.Circuit, []string{""}},
		{FirstMisdemeanor, petition.Justice, []string{"", "up to $50"}},
		{NonConviction, petition.Municipal, []string{"", "up to $50; certified copy $5"}},
		{OneFelony, "", []string{""}},
		{FirstDUI, petition.Circuit, []string{""}},
		{FirstDUI, petition.Justice, []string{""}},
		{None, petition.Municipal, []string{""}},
		{JusticeAny, petition.Justice, []string{"", "up to $50"}},
		{MunicipalAny, petition.Municipal, []string{"", "up to $50; certified copy $5"}},
		{MunicipalDismissed, petition.Municipal, []string{"", "up to $50; certified copy $5"}},
		{UnchargedOrCitation, petition.Justice, []string{"", "up to $50"}},
		{UnchargedOrCitation, petition.Municipal, []string{"", "up to $50; certified copy $5"}},
		{UnderageAlcohol, petition.Justice, []string{"", "up to $50"}},
		{UnderageAlcohol, petition.Municipal, []string{"", "up to $50; certified copy $5"}},
		{UnderageAlcohol, petition.County, []string{""}},
		{Nonadjudication, petition.Circuit, []string{""}},
		{YouthDismissed, petition.Youth, []string{""}},
	} {
		fees := Fees(c.p, c.level)
		if len(fees) != len(c.want) {
			t.Errorf("%s in %s court: %d fees, want %d", c.p, c.level, len(fees), len(c.want))
			continue
		}
		for i, f := range fees {
			if f.Amount != c.want[i] {
				t.Errorf("%s in %s court: %q, want %q", c.p, c.level, f.Amount, c.want[i])
			}
		}
	}
}
