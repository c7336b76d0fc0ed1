package packet

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// The search finds what looking for each text by itself finds, in bytes of few kinds, so
// that there is much that nearly fits.
func TestSearchAgreesWithLookingForEach(t *testing.T) {
	text := func(least, most int) *rapid.Generator[[]byte] {
		return rapid.SliceOfN(rapid.SampledFrom([]byte("01-/ \xa0")), least, most)
	}
	found := 0
	rapid.Check(t, func(t *rapid.T) {
		var texts []spelling
		for _, s := range rapid.SliceOfN(text(2, 5), 0, 4).Draw(t, "texts") {
			texts = append(texts, spelling{text: s})
		}
		b := text(0, 80).Draw(t, "bytes")
		want := false
		for _, s := range texts {
			want = want || bytes.Contains(b, s.text)
		}
		got := newSearch(texts).in(b)
		if (got != nil) != want {
			t.Fatalf("found %v, want %v", got, want)
		}
		if got != nil && !bytes.Contains(b, got.text) {
			t.Fatalf("%q is not there", got.text)
		}
		if want {
			found++
		}
	})
	if found == 0 {
		t.Error("nothing was ever there to be found")
	}
}
