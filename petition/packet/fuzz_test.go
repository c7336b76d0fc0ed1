package packet_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms"
	"expunge/forms/doc/doctest"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// examples are the rows of the starter clients file, the header first.
func examples(tb testing.TB) [][]string {
	tb.Helper()
	rows, err := csv.NewReader(strings.NewReader(intake.TemplateClients())).ReadAll()
	if err != nil || len(rows) < 2 {
		tb.Fatal(err)
	}
	for i := range rows[1:] {
		rows[i+1][0] = strings.TrimPrefix(rows[i+1][0], "EXAMPLE-")
	}
	return rows
}

// FuzzCellToPacket puts whatever text in one cell of a client. Whatever it is, the rules
// answer; and where reading found no problem, every file of the packet can be made.
func FuzzCellToPacket(f *testing.F) {
	rows := examples(f)
	for _, s := range []string{
		"José Nuñez-O'Brien III", "Nguyễn Thị Ánh", "Smith\u2011Jones", "Smith\u00adJones", "unknown", "?", "none", "2019-02-29", "1/2/19", "97-3-7(2)(a)", "§ 97-17-41", "municipal",
		"=HYPERLINK(\"x\")", "(unbalanced", `\) Tj`, "]]>", "&#0;", "\x00", "\u202e", "中", "\u00a0", "# x", strings.Repeat("long ", 400), strings.Repeat("W", 300),
	} {
		for column := 0; column < len(rows[0]); column += 7 {
			f.Add(uint8(column), uint8(column), s)
		}
	}
	for i, text := range doctest.Naughty() {
		f.Add(uint8(i), uint8(i*11), text)
	}
	f.Fuzz(func(t *testing.T, row, column uint8, cell string) {
		client := slices.Clone(rows[1+int(row)%(len(rows)-1)])
		client[int(column)%len(client)] = cell
		var b bytes.Buffer
		if err := csv.NewWriter(&b).WriteAll([][]string{rows[0], client}); err != nil {
			t.Fatal(err)
		}
		table, err := intake.ReadTable("clients.csv", &b, nil)
		if err != nil {
			t.Fatal(err)
		}
		asOf := petition.NewDate(2026, time.November, 23)
		for _, c := range table.All() {
			rec := table.Record(c)
			rules.Assess(rec.Case, asOf)
			if len(rec.Check(asOf)) > 0 || len(table.Problems()) > 0 {
				continue
			}
			o := packet.Options{Program: "expunge test", AsOf: asOf, Office: forms.Office{Papers: forms.DefaultPapers()}, Formats: []packet.Format{packet.PDF, packet.DOCX, packet.Markdown}}
			if _, err := packet.Build(rec.Case, o); err != nil {
				t.Fatalf("%q under %s: %v", cell, rows[0][int(column)%len(client)], err)
			}
		}
	})
}
