package intake_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"expunge/forms/doc/doctest"
	"expunge/petition/intake"
)

// FuzzClients reads whatever bytes. It never fails but for a reason of the reader's own,
// every problem points into the file, what is read fast is what is read with care, and
// reading in one pass gives the same rows.
func FuzzClients(f *testing.F) {
	f.Add([]byte("case,Offense,Date of arrest\nA-1,theft,1/2/2019\nA-1,\"a\nb\",x\nB-1,'=1,9-23-23\n"))
	f.Add([]byte("case;Last name;County (court);charges[2].offense\r\nA-1;\"Nu\xf1ez\";Hinds;theft\r\n;;;\r\nA-1;\"x;y\r\n"))
	f.Add([]byte("sep=\t\ncase\tGrade\tcolor\tGrade\nEXAMPLE-1\tfelony\t\t\nA-1\tunknown\t?\t\x00\n"))
	f.Add([]byte(wide("\ufeffcase,Offense\nA-1,th\u00e9ft\n", false)))
	f.Add([]byte("First name,Last name,ZIP code,Balance due,Restitution paid?\nJo,?,2023-09-23,420.5,none\n"))
	f.Add([]byte(rawWorkbook(headRow+`<row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>39000</v></c></row>`, sheetEnd)))
	f.Add([]byte(errorWorkbook()))
	f.Add([]byte(intake.TemplateClients()))
	for _, text := range doctest.Naughty() {
		f.Add([]byte("case,Offense,Last name\nA-1,theft," + text + "\n"))
		f.Add([]byte("case,Offense,Last name\nA-1,\"" + strings.ReplaceAll(text, `"`, `""`) + "\",x\n"))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table := openTable(t, "clients", string(data))
		pointsInside(t, data, table, table.Problems())
		rows := 0
		for _, c := range table.All() {
			rows += len(c.Rows)
			rec := table.Record(c)
			ds := rec.Check(asOf)
			pointsInside(t, data, table, ds)
			if fast, ok := table.Case(c); ok && (len(rec.Diagnostics) > 0 || !cmp.Equal(fast, rec.Case, sameCase)) {
				t.Fatalf("read fast in spite of %v\n%s", rec.Diagnostics, cmp.Diff(rec.Case, fast, sameCase))
			}
		}
		again := openTable(t, "clients", string(data))
		for c := range again.Adjacent() {
			rows -= len(c.Rows)
		}
		byHand(t, "clients", string(data))
		if rows != 0 {
			t.Fatalf("%d rows more when read at once than in one pass", rows)
		}
	})
}

func pointsInside(t *testing.T, data []byte, table *intake.Table, ds []intake.Diagnostic) {
	t.Helper()
	lines := strings.Count(string(data), "\n") + strings.Count(string(data), "\r") + 1
	for _, d := range ds {
		if d.Code == "" || d.Message == "" || !utf8.ValidString(d.String()) {
			t.Errorf("%#v", d)
		}
		if table.Kind == intake.CSV && (d.File != "clients" || d.Line > lines || d.Line > 0 && d.Column < 1) {
			t.Errorf("%v is not in a file of %d lines", d, lines)
		}
	}
}
