package markdown

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"expunge/forms/doc/doctest"
)

func TestWhateverPaperIsWritten(t *testing.T) { rapid.Check(t, written) }

// FuzzRender writes whatever papers.
func FuzzRender(f *testing.F) {
	for _, seed := range doctest.Seeds() {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(written))
}

// written renders a paper. It is never refused; what comes is text that a terminal can
// show: no byte of it steers one.
func written(t *rapid.T) {
	var b strings.Builder
	if err := Render(&b, doctest.Paper().Draw(t, "paper")); err != nil {
		t.Fatal(err)
	}
	if !utf8.ValidString(b.String()) {
		t.Fatal("it is not UTF-8")
	}
	for _, r := range b.String() {
		if r != '\n' && r < ' ' || r >= 0x7f && r < 0xa0 || r == '\u202e' {
			t.Fatalf("it holds %U", r)
		}
	}
}
