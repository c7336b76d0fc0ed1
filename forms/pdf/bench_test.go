package pdf

import (
	"bytes"
	"testing"

	"github.com/go-pdf/fpdf"

	"expunge/assets"
	"expunge/forms/doc"
)

// twelvePages is a packet of the usual size, without a name that needs Unicode.
func twelvePages(b *testing.B) []doc.Document {
	petition, worksheet := petitionPaper(), worksheetSheet()
	numbered := petition.Blocks[4].(doc.Numbered)
	numbered.Items[9].Spans[1] = value("court.prosecutor", "Alex Invented")
	docs := []doc.Document{coverSheet(), petition, orderPaper(), petition, orderPaper(), worksheet}
	pages, err := Layout(docs, Standard())
	if err != nil || len(pages) != 12 {
		b.Fatalf("%d pages, %v", len(pages), err)
	}
	return docs
}

func BenchmarkRender(b *testing.B) {
	docs, out := twelvePages(b), new(bytes.Buffer)
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		if err := Render(out, docs, sampleOptions()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(out.Len())/1024, "KB")
}

func BenchmarkRenderUnicode(b *testing.B) {
	docs, out := append(twelvePages(b)[:1:1], petitionPaper()), new(bytes.Buffer)
	for b.Loop() {
		out.Reset()
		if err := Render(out, docs, sampleOptions()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	docs := twelvePages(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Layout(docs, Standard()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFloor draws the pages of BenchmarkRender with nothing but the calls they
// need: what is left when all layout is free.
func BenchmarkFloor(b *testing.B) {
	pages, err := Layout(twelvePages(b), Standard())
	if err != nil {
		b.Fatal(err)
	}
	calls, fonts := record(pages), assets.Faces()
	out := new(bytes.Buffer)
	b.ReportAllocs()
	for b.Loop() {
		out.Reset()
		f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", SizeStr: "Letter"})
		f.SetCompression(false)
		f.SetCatalogSort(true)
		for i := range fonts {
			f.AddFontFromBytes(fonts[i].Name, "", fonts[i].Definition, fonts[i].Program)
		}
		for i := range calls {
			calls[i].replay(f)
		}
		if err := f.Output(out); err != nil {
			b.Fatal(err)
		}
	}
}

// call is one call of fpdf.
type call struct {
	kind       byte
	text       string
	a, b, c, d float64
}

func (c *call) replay(f *fpdf.Fpdf) {
	switch c.kind {
	case 'p':
		f.AddPage()
	case 'f':
		f.SetFont(c.text, "", c.a)
	case 't':
		f.Text(c.a, c.b, c.text)
	case 's':
		f.SetWordSpacing(c.a)
	case 'w':
		f.SetLineWidth(c.a)
	case 'l':
		f.Line(c.a, c.b, c.c, c.d)
	}
}

// record lists the calls of a pen.
func record(pages []Page) []call {
	var calls []call
	for _, p := range pages {
		calls = append(calls, call{kind: 'p'})
		var face string
		var size, stretch, width float64
		for _, l := range p.Lines {
			if l.Stretch != stretch {
				stretch = l.Stretch
				calls = append(calls, call{kind: 's', a: stretch})
			}
			for _, r := range l.Runs {
				if r.Face != face || r.Size != size {
					face, size = r.Face, r.Size
					calls = append(calls, call{kind: 'f', text: face, a: size})
				}
				calls = append(calls, call{kind: 't', text: r.Text, a: r.X, b: l.Y})
			}
		}
		for _, s := range p.Strokes {
			if s.Width != width {
				width = s.Width
				calls = append(calls, call{kind: 'w', a: width})
			}
			calls = append(calls, call{kind: 'l', a: s.X1, b: s.Y1, c: s.X2, d: s.Y2})
		}
	}
	return calls
}
