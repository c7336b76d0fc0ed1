package pdf

import (
	"bytes"
	"errors"
	"testing"

	"pgregory.net/rapid"

	"expunge/forms/doc"
	"expunge/forms/doc/doctest"
)

func TestWhateverPaperIsDrawnOrRefused(t *testing.T) { rapid.Check(t, drawnOrRefused) }

// FuzzRender lays out and draws whatever papers.
func FuzzRender(f *testing.F) { f.Fuzz(rapid.MakeFuzz(drawnOrRefused)) }

// drawnOrRefused renders papers. They are refused for a letter that no face can draw and
// for nothing else; what is drawn is whole, and is the same again.
func drawnOrRefused(t *rapid.T) {
	docs := rapid.SliceOfN(doctest.Paper(), 1, 3).Draw(t, "papers")
	o := Options{Title: doctest.Words().Draw(t, "title"), Subject: doctest.Words().Draw(t, "subject"), LargePrint: rapid.Bool().Draw(t, "large")}
	first, err := drawn(docs, o)
	if err != nil {
		var glyph GlyphError
		if !errors.As(err, &glyph) || errors.Is(err, ErrMisplaced) || len(first) > 0 {
			t.Fatalf("%v, and %d bytes", err, len(first))
		}
		return
	}
	if again, err := drawn(docs, o); err != nil || !bytes.Equal(first, again) {
		t.Fatalf("drawn again it is another file: %v", err)
	}
	if !bytes.HasPrefix(first, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(first), []byte("%%EOF")) {
		t.Fatal("the file is not whole")
	}
}

func drawn(docs []doc.Document, o Options) ([]byte, error) {
	var b bytes.Buffer
	err := Render(&b, docs, o)
	return b.Bytes(), err
}
