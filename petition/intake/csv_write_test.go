package intake_test

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"expunge/petition"
	"expunge/petition/intake"
)

// problemsOf writes every case of a table into a problems.csv.
func problemsOf(t rapid.TB, table *intake.Table, clients []intake.Client) string {
	var b bytes.Buffer
	w, err := intake.NewProblemsWriter(&b, table)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range clients {
		if err := w.Write(table, c.Rows, table.Record(c).Check(asOf)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestProblemsFile(t *testing.T) {
	table := openTable(t, "clients.csv", `case;Offense;Kind of court;Count
A-1;theft;circus;=1+1
A-1;"a;b";;@x
B-1;;;-2
`)
	got := problemsOf(t, table, table.All())
	want := "\ufeff" + `case,Offense,Kind of court,Count,expunge_problem,expunge_where,expunge_hint
A-1,theft,circus,'=1+1,charges[0].court.level: the word is not one of those this field takes,clients.csv:2:11 (Kind of court),"did you mean ""circuit""? The words are: circuit, county, justice, municipal, youth, federal, tribal, military, out_of_state"
A-1,a;b,,'@x,see the other rows of this case,,
B-1,,,'-2,see the other rows of this case,,
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestProblemsFileOfAWorkbook(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1", []any{"case", "Offense", "Grade"}, []any{"A-1", "theft", "felony"}, []any{"A-1", "arson", "bad"})
	})
	table := openTable(t, "clients.xlsx", content)
	rows, err := csv.NewReader(strings.NewReader(problemsOf(t, table, table.All()))).ReadAll()
	if err != nil || len(rows) != 3 || rows[2][4] != "clients.xlsx:Sheet1!C3 (Grade)" || rows[1][3] != "see the other rows of this case" {
		t.Errorf("%v, %q", err, rows)
	}
}

// TestProblemsFileRoundTrip writes rows of whatever cells, and reads the same cells back;
// a second time over changes nothing more.
func TestProblemsFileRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		cell := rapid.OneOf(
			rapid.StringMatching(`'{0,2}[=+\-@\t\r\n＝＋－＠]?[a-z "',;\n\r]{0,6}`),
			rapid.SampledFrom([]string{"", "=HYPERLINK(\"http://example.org\")", "'", "''", "'=", "\r\n", "\n=1", "＝1", "'＋", "Nuñez", "-"}),
		)
		var rows [][]string
		for range rapid.IntRange(1, 5).Draw(rt, "rows") {
			rows = append(rows, append([]string{"A-1"}, rapid.SliceOfN(cell, 2, 4).Draw(rt, "cells")...))
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		_ = w.Write([]string{"case", "Offense", "Count"})
		for _, row := range rows {
			guarded := slices.Clone(row) // as a careful program writes it
			for i, s := range guarded {
				if mayRun(strings.TrimLeft(s, "'")) {
					guarded[i] = "'" + s
				}
			}
			_ = w.Write(guarded)
		}
		w.Flush()
		table := openTable(t, "clients.csv", b.String())
		first := table.All()
		if got := cellsOf(first); !cmp.Equal(got, rows) {
			rt.Fatal(cmp.Diff(rows, got))
		}
		for range 2 {
			again := openTable(t, "problems.csv", problemsOf(rt, table, first))
			clients := again.All()
			for i, row := range cellsOf(clients) {
				if got := append(row[:3:3], row[min(6, len(row)):]...); !cmp.Equal(got, rows[i]) {
					rt.Fatal(cmp.Diff(rows[i], got))
				}
			}
			if len(again.Problems()) > 0 {
				rt.Fatal(again.Problems())
			}
		}
	})
}

func cellsOf(clients []intake.Client) (out [][]string) {
	for _, c := range clients {
		for _, r := range c.Rows {
			out = append(out, r.Cells)
		}
	}
	return out
}

// mayRun reports whether a spreadsheet may take a cell for a formula.
func mayRun(s string) bool {
	return s != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(s)[0])
}

// TestProblemsFileRunsNothing looks at what a spreadsheet would see.
func TestProblemsFileRunsNothing(t *testing.T) {
	table := openTable(t, "clients.csv", "case,Offense,\"=cmd|' /C calc'!A0\"\n=A-1,+1,x\n@B,-2,\"\tx\"\nC,\"\rx\",y,=1+1\nD,＝1+1,＋1,\"\n=1\"\nE,－1,＠SUM(1),\n")
	r := csv.NewReader(strings.NewReader(problemsOf(t, table, table.All())))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 6 {
		t.Fatal(err, rows)
	}
	for _, row := range rows {
		for _, s := range row {
			if mayRun(s) {
				t.Errorf("a spreadsheet may run %q", s)
			}
		}
	}
}

// TestMendedProblemsAreCases mends what was wrong and reads it again.
func TestMendedProblemsAreCases(t *testing.T) {
	table := openTable(t, "clients.csv", "case,Offense,Kind of court,Telephone\nA-1,theft,circus,+1 601-555-0123\nA-1,arson,,\n")
	file := strings.Replace(problemsOf(t, table, table.All()), ",circus,", ",circuit,", 1)
	again := openTable(t, "problems.csv", file)
	clients := again.All()
	if len(again.Problems()) > 0 || len(clients) != 1 {
		t.Fatal(again.Problems(), clients)
	}
	rec := again.Record(clients[0])
	if ds := rec.Check(asOf); len(ds) > 0 || rec.Case.Petitioner.Phone != "+1 601-555-0123" || len(rec.Case.Charges) != 2 || rec.Case.Charges[0].Court.Level != petition.Circuit {
		t.Errorf("%v\n%+v", ds, rec.Case)
	}
}
