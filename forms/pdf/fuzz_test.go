package pdf

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"expunge/forms/doc"
	"expunge/forms/doc/doctest"
)

func TestWhateverPaperIsDrawnOrRefused(t *testing.T) {
	charts, logos := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		docs, o := drawnOrRefused(t)
		if slices.ContainsFunc(docs, func(d doc.Document) bool { return slices.ContainsFunc(d.Blocks, isChart) }) {
			charts++
		}
		if len(docs) > 0 && len(o.Logo) > 0 {
			logos++
		}
	})
	if charts == 0 || logos == 0 {
		t.Errorf("%d files with a chart and %d with a logo were drawn", charts, logos)
	}
}

func isChart(b doc.Block) bool { _, is := b.(doc.Chart); return is }

// FuzzRender lays out and draws whatever papers.
func FuzzRender(f *testing.F) {
	for _, seed := range doctest.Seeds() {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(func(t *rapid.T) { drawnOrRefused(t) }))
}

// drawnOrRefused renders papers, some with a logo. They are refused for a letter that no
// face can draw, and for a chart that no page can hold, and for nothing else; what is drawn
// is whole, and is the same again. It returns what was drawn.
func drawnOrRefused(t *rapid.T) ([]doc.Document, Options) {
	docs := rapid.SliceOfN(doctest.Paper(), 1, 3).Draw(t, "papers")
	o := Options{Title: doctest.Words().Draw(t, "title"), Subject: doctest.Words().Draw(t, "subject"), LargePrint: rapid.Bool().Draw(t, "large"), Logo: rapid.SampledFrom(logos(t)).Draw(t, "logo")}
	first, err := drawn(docs, o)
	if err != nil {
		var glyph GlyphError
		var chart ChartError
		if !errors.As(err, &glyph) && !errors.As(err, &chart) || errors.Is(err, ErrMisplaced) || len(first) > 0 {
			t.Fatalf("%v, and %d bytes", err, len(first))
		}
		return nil, o
	}
	if again, err := drawn(docs, o); err != nil || !bytes.Equal(first, again) {
		t.Fatalf("drawn again it is another file: %v", err)
	}
	if !bytes.HasPrefix(first, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(first), []byte("%%EOF")) {
		t.Fatal("the file is not whole")
	}
	return docs, o
}

// logos are pictures for the head of a sheet, and none.
func logos(t *rapid.T) [][]byte {
	out := [][]byte{nil}
	for _, m := range []image.Image{image.NewGray(image.Rect(0, 0, 3, 2)), image.NewNRGBA(image.Rect(0, 0, 400, 1)), image.NewPaletted(image.Rect(0, 0, 2, 90), color.Palette{color.White, color.Transparent})} {
		var file bytes.Buffer
		if err := png.Encode(&file, m); err != nil {
			t.Fatal(err)
		}
		fitted, err := FitLogo(file.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fitted)
	}
	return out
}

func drawn(docs []doc.Document, o Options) ([]byte, error) {
	var b bytes.Buffer
	err := Render(&b, docs, o)
	return b.Bytes(), err
}
