package pdf

import (
	"bytes"
	"testing"

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
