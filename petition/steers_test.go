package petition_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"expunge/petition"
)

// Every character that is there comes out of JSON as it went in, and none that steers a
// terminal stands in it.
func TestJSONHoldsNothingThatSteers(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if r >= 0xd800 && r < 0xe000 {
			continue
		}
		steers := unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp)
		if r == '\u00ad' || r == '\u200c' || r == '\u200d' {
			steers = false
		}
		if petition.Steers(r) != steers {
			t.Fatalf("%U steers: %v", r, !steers)
		}
		if r > 0x3000 && !steers {
			continue
		}
		want := map[string]string{"a" + string(r): string(r) + "b<&>"}
		text, err := petition.JSON(want)
		if err != nil {
			t.Fatal(err)
		}
		if strings.ContainsFunc(string(text), petition.Steers) || !strings.Contains(string(text), "b<&>") {
			t.Fatalf("%U is written %q", r, text)
		}
		var got map[string]string
		if err := json.Unmarshal(text, &got); err != nil || got["a"+string(r)] != want["a"+string(r)] {
			t.Fatalf("%U comes back as %q: %v", r, got, err)
		}
	}
	if text, err := petition.JSON(func() {}); err == nil {
		t.Errorf("a function is %q", text)
	}
}
