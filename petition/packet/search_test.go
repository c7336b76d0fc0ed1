package packet

import (
	"bytes"
	"testing"

	"pgregory.net/rapid"
)

// stands looks for a text at every place, where it is no part of a longer number.
func stands(b, text []byte) bool {
	digit := func(at int) bool { return at >= 0 && at < len(b) && bytes.IndexByte([]byte("0123456789"), b[at]) >= 0 }
	for at := range b {
		end := at + len(text)
		if bytes.HasPrefix(b[at:], text) && (!digit(at) || !digit(at-1)) && (!digit(end-1) || !digit(end)) {
			return true
		}
	}
	return false
}

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
			want = want || stands(b, s.text)
		}
		got := newSearch(texts).in(b)
		if (got != nil) != want {
			t.Fatalf("found %v, want %v", got, want)
		}
		if got != nil && !stands(b, got.text) {
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
