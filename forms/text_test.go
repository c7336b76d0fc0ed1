package forms

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is not looked at closely is text that setting would not change.
func TestTextIsSetWhereverItNeedsToBe(t *testing.T) {
	parts := []string{"a", " ", ".", "t", "'", "§", "§ ", "No. ", "No.", "Count ", "count ", "Exhibit ", "Ann. § ", "May ", "Maybe ", "March 3", "3", "12, 2026", "é", "\u00a0", "o. 4", " 9"}
	changed := 0
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 8).Draw(t, "parts"), "")
		got, want := typeset(s), bindDates(setting.Replace(s))
		if got != want {
			t.Fatalf("%q is set %q, not %q", s, got, want)
		}
		if got != s {
			changed++
		}
	})
	if changed == 0 {
		t.Error("no text needed to be set, so the test shows nothing")
	}
}
