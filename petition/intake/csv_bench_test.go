package intake_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"strings"
	"testing"

	"expunge/petition/intake"
)

// fortyColumns is a clients file of forty columns, a charge a row and two rows a case, as
// a case-management system exports it.
func fortyColumns(rows int) string {
	headers, cells := fortyFields()
	var b strings.Builder
	b.WriteString(strings.Join(headers, ",") + "\n")
	for i := range rows {
		fmt.Fprintf(&b, "CLINIC-%06d,%s\n", i/2, strings.ReplaceAll(cells, "#", fmt.Sprint(i)))
	}
	return b.String()
}

func fortyFields() (headers []string, cells string) {
	facts := [][2]string{
		{"case", ""},
		{"petitioner.name.first", "Jordan"},
		{"petitioner.name.middle", ""},
		{"petitioner.name.last", "Example"},
		{"petitioner.date_of_birth", "1988-02-29"},
		{"petitioner.address.street", "12 Invented Street"},
		{"petitioner.address.city", "Jackson"},
		{"petitioner.address.state", "MS"},
		{"petitioner.address.zip", "39201"},
		{"petitioner.address.county", "Hinds"},
		{"petitioner.phone", "601-555-0123"},
		{"petitioner.email", ""},
		{"petitioner.language", "en"},
		{"record.complete", "yes"},
		{"record.public_official", "no"},
		{"charges[].cause_number", "2011-#"},
		{"charges[].court.level", "circuit"},
		{"charges[].court.county", "Rankin"},
		{"charges[].court.district", ""},
		{"charges[].offense", "grand larceny"},
		{"charges[].section", "97-17-41"},
		{"charges[].grade", "felony"},
		{"charges[].count", ""},
		{"charges[].event", "A"},
		{"charges[].offense_date", "2009-05-02"},
		{"charges[].arrest.kind", "arrest"},
		{"charges[].arrest.date", "2009-05-03"},
		{"charges[].arrest.agency", "Brandon Police Department"},
		{"charges[].indicted", "yes"},
		{"charges[].outcome", "convicted"},
		{"charges[].outcome_date", "2010-03-04"},
		{"charges[].sentence.date", ""},
		{"charges[].sentence.all_terms_complete", "yes"},
		{"charges[].sentence.terms_completed", "2014-03-04"},
		{"charges[].sentence.fines_costs_paid", "yes"},
		{"charges[].sentence.balance_due", ""},
		{"charges[].sentence.restitution_paid", "none"},
		{"charges[].sentence.crime_of_violence_finding", "no"},
		{"charges[].official_duty", "no"},
		{"charges[].ask", "yes"},
	}
	var values []string
	for i, f := range facts {
		headers = append(headers, f[0])
		if i > 0 {
			values = append(values, f[1])
		}
	}
	return headers, strings.Join(values, ",")
}

// BenchmarkTable compares reading a clients file into cases with what encoding/csv alone
// needs for its cells; the ratio is part of the result.
func BenchmarkTable(b *testing.B) {
	const rows = 20_000
	file := fortyColumns(rows)
	var alone, ours float64
	perRow := func(b *testing.B) float64 { return float64(b.Elapsed().Nanoseconds()) / float64(b.N*rows) }
	b.Run("encoding/csv", func(b *testing.B) {
		b.SetBytes(int64(len(file)))
		for b.Loop() {
			r := csv.NewReader(strings.NewReader(file))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err == io.EOF {
					break
				} else if err != nil {
					b.Fatal(err)
				}
			}
		}
		alone = perRow(b)
	})
	b.Run("rows", func(b *testing.B) {
		b.SetBytes(int64(len(file)))
		for b.Loop() {
			t := openTable(b, "clients.csv", file)
			for _, ok := t.Next(); ok; _, ok = t.Next() {
			}
		}
		b.ReportMetric(perRow(b)/alone, "times-csv")
	})
	b.Run("cases", func(b *testing.B) {
		b.SetBytes(int64(len(file)))
		b.ReportAllocs()
		for b.Loop() {
			t := openTable(b, "clients.csv", file)
			blocks, hand := t.Blocks(intake.BlockOptions{}), t.Hand()
			for block := new(intake.Block); blocks.Next(block); {
				for hand.Take(block); hand.Next(); {
					if _, ok := hand.Case(); !ok {
						b.Fatal(t.Record(hand.Client()).Diagnostics)
					}
				}
			}
		}
		ours = perRow(b)
		b.ReportMetric(ours/alone, "times-csv")
		b.ReportMetric(ours, "ns/row")
	})
	b.Run("ahead", func(b *testing.B) {
		for b.Loop() {
			openTable(b, "clients.csv", file).ReadAhead(intake.Shard{})
		}
		b.ReportMetric(perRow(b)/alone, "times-csv")
		b.ReportMetric(perRow(b), "ns/row")
	})
	b.Run("records", func(b *testing.B) {
		for b.Loop() {
			t := openTable(b, "clients.csv", file)
			for c := range t.Adjacent() {
				if r := t.Record(c); len(r.Diagnostics) > 0 {
					b.Fatal(r.Diagnostics)
				}
			}
		}
		b.ReportMetric(perRow(b)/alone, "times-csv")
	})
}

func openTable(t testing.TB, name, content string, columns ...intake.Column) *intake.Table {
	t.Helper()
	table, err := intake.ReadTable(name, strings.NewReader(content), columns)
	if err != nil {
		t.Fatal(err)
	}
	return table
}
