package rules

import (
	"strings"
	"testing"
)

// What was not read is said of the routes that rest on reports alone, with who reported.
func TestOfWhichRoutesTheTextWasNotRead(t *testing.T) {
	want := map[Pathway]bool{DrugDischarge: true, SmallMarijuana: true, VeteransCourt: true, SurvivorVacatur: true, IdentityTheft: true, LegacyPlea: true}
	for _, p := range Provisions() {
		got := textNotRead(p)
		if (got != "") != want[p.Pathway] {
			t.Errorf("%s: %q", p.Pathway, got)
		}
		if got == "" {
			continue
		}
		for _, part := range []string{string(p.Pathway), p.Sources[0].Name, p.Sources[0].Link, "was not read for this edition; the route is applied as others report it"} {
			if !strings.Contains(got, part) {
				t.Errorf("%s does not say %q: %s", p.Pathway, part, got)
			}
		}
	}
	for _, c := range CautionCodes() {
		if c.Code == "law.text-not-read" && !strings.HasSuffix(c.Means, "was not read for this edition; the route is applied as others report it") {
			t.Errorf("the caution is explained in other words: %s", c.Means)
		}
	}
}
