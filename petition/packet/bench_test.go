package packet

import (
	"bytes"
	"os"
	"testing"

	"github.com/go-pdf/fpdf"

	"expunge/assets"
	"expunge/forms"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// sample is the case the benchmarks draw: one felony, ready to file.
func sample(b *testing.B) petition.Case {
	b.Helper()
	text, err := os.ReadFile("../../samples/felony-ready/case.yaml")
	if err != nil {
		b.Fatal(err)
	}
	rec, err := intake.ReadYAML("case.yaml", bytes.NewReader(text))
	if err != nil {
		b.Fatal(err)
	}
	return rec.Case
}

// BenchmarkCaseToBytes makes the whole packet of a case: rules, papers, pages, both
// PDF files and the receipt.
func BenchmarkCaseToBytes(b *testing.B) {
	c := sample(b)
	o := Options{Program: "expunge", AsOf: day, Office: forms.Office{Papers: forms.DefaultPapers()}}
	b.ReportAllocs()
	for b.Loop() {
		p, err := Build(c, o)
		if err != nil {
			b.Fatal(err)
		}
		pages := 0
		for _, f := range p.Files {
			pages += f.Pages
		}
		b.ReportMetric(float64(pages), "pages")
	}
}

// BenchmarkFloor draws the same pages with nothing but the calls they need: what is
// left when rules, papers and layout are free.
func BenchmarkFloor(b *testing.B) {
	c := sample(b)
	papers := forms.Compose(c, rules.Assess(c, day), forms.Office{Papers: forms.DefaultPapers()})
	pages, err := pdf.Layout(papers, pdf.Standard())
	if err != nil {
		b.Fatal(err)
	}
	calls, faces := record(pages), assets.Faces()
	b.ReportAllocs()
	for b.Loop() {
		if err := replay(calls, faces); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(pages)), "pages")
}

func replay(calls []call, faces []assets.Face) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", SizeStr: "Letter"})
	f.SetCompression(false)
	f.SetCatalogSort(true)
	for i := range faces {
		f.AddFontFromBytes(faces[i].Name, "", faces[i].Definition, faces[i].Program)
	}
	for i := range calls {
		calls[i].replay(f)
	}
	return f.Output(new(bytes.Buffer))
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

// record lists the calls that draw the pages.
func record(pages []pdf.Page) []call {
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
