package intake_test

import (
	"slices"
	"testing"

	"expunge/petition/intake"
)

func BenchmarkFill(b *testing.B) {
	rec, facts := benchCase(b)
	b.ReportAllocs()
	for b.Loop() {
		if rec = intake.Fill(slices.Values(facts)); len(rec.Diagnostics) > 0 {
			b.Fatal(rec.Diagnostics)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	rec, _ := benchCase(b)
	b.ReportAllocs()
	for b.Loop() {
		if ds := rec.Check(asOf); len(ds) > 0 {
			b.Fatal(ds)
		}
	}
}

func benchCase(b *testing.B) (intake.Record, []intake.Fact) {
	a, err := readTxtar("testdata/valid.txtar")
	if err != nil {
		b.Fatal(err)
	}
	rec := read(b, "case.yaml", string(a.files[0].data))
	return rec, slices.Collect(rec.Facts())
}
