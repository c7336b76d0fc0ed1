package petition

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestASectionOfAnyStateIsShort(t *testing.T) {
	long, fits := ParseSection(strings.Repeat("x", longestSection+1)), ParseSection(strings.Repeat("x", longestSection))
	elsewhere := Court{Level: OutOfState, State: "TN"}
	of := func(s Section) Case {
		return Case{
			Record: Record{
				OtherConvictions: []OtherConviction{{Section: s, State: "TN"}}, EarlierRelief: []EarlierRelief{{Section: s}},
				PendingCharges: []PendingCharge{{Section: s, Court: elsewhere}},
			},
			Charges: []Charge{{Court: elsewhere, Section: s, Charged: ChargedAs{Section: s}, Diversion: Diversion{Under: s}}},
		}
	}
	places := func(c Case) []string {
		var out []string
		for _, p := range c.Validate(NewDate(2026, time.November, 23)) {
			if p.Code == "text.long" {
				out = append(out, string(p.Path))
			}
		}
		slices.Sort(out)
		return out
	}
	want := []string{
		"charges[0].charged.section", "charges[0].diversion.under", "charges[0].section",
		"record.earlier_relief[0].section", "record.other_convictions[0].section", "record.pending_charges[0].section",
	}
	if got := places(of(long)); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := places(of(fits)); len(got) > 0 {
		t.Errorf("a text that fits: %v", got)
	}
}
