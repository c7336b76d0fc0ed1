package intake_test

import (
	"strings"
	"testing"

	"expunge/petition/intake"
)

// TestColumnsOfOneField reads a form that asks the same on two of its pages.
func TestColumnsOfOneField(t *testing.T) {
	const head = "case,First name,Offense,How the charge ended,Offense,How the charge ended,First name\n"
	for row, want := range map[string]string{
		"A-1,Ada,theft,dismissed,,,":                  "theft dismissed",
		"A-1,Ada,,,theft,dismissed,":                  "theft dismissed",
		"A-1,Ada,theft,dismissed,theft,Dismissed,Ada": "theft dismissed",
		"A-1,,theft,dismissed,,dismissed,Ada":         "theft dismissed",
		"A-1,Ada,theft,,theft,dismissed,":             "theft dismissed",
		"A-1,Ada,theft,dismissed,arson,,":             "clients.csv:2:25 charges[0].offense header.duplicate 2:9",
		"A-1,Ada,theft,,,dismissed,":                  "clients.csv:2:17 charges[0].outcome header.duplicate 2:9",
		"A-1,Ada,,dismissed,theft,,":                  "clients.csv:2:20 charges[0].offense header.duplicate 2:10",
		"A-1,Ada,theft,dismissed,,,Eve":               "clients.csv:2:27 petitioner.name.first header.duplicate 2:5",
		"A-1,Ada,theft,dismissed,,,\nA-1,,,,,,Eve":    "clients.csv:3:10 petitioner.name.first row.conflict 2:5",
	} {
		table := openTable(t, "clients.csv", head+row+"\n")
		all := table.All()
		if len(table.Problems()) > 0 || len(all) != 1 {
			t.Fatal(table.Problems())
		}
		rec := table.Record(all[0])
		got := ""
		for _, d := range rec.Diagnostics {
			at := d.Position
			at.Header = ""
			_, other, _ := strings.Cut(d.Message, "clients.csv:")
			other, _, _ = strings.Cut(other, " ")
			got += strings.TrimSpace(at.String()+" "+string(d.Path)+" "+string(d.Code)+" "+strings.TrimSuffix(other, ",")) + "\n"
		}
		if got == "" && rec.Case.Petitioner.Name.First == "Ada" {
			got = rec.Case.Charges[0].Offense + " " + string(rec.Case.Charges[0].Outcome)
		}
		if strings.TrimSpace(got) != want {
			t.Errorf("%s: %q, want %q", row, got, want)
		}
		if c, ok := table.Case(all[0]); ok {
			t.Errorf("%s: read without care: %+v", row, c)
		}
	}
}

// TestTwoColumnsOfCases are not read: it cannot be told which rows are one case.
func TestTwoColumnsOfCases(t *testing.T) {
	table := openTable(t, "clients.csv", "case,Offense,Case id\nA-1,theft,A-2\n")
	if p := table.Problems(); len(p) != 1 || p[0].Code != "header.duplicate" {
		t.Errorf("%v", p)
	}
}

// TestColumnsOfOneFieldAreSaid names both columns once, and whoever sees them finds twins.
func TestColumnsOfOneFieldAreSaid(t *testing.T) {
	table := openTable(t, "clients.csv", "case,First name,Last name,Date of birth,Last name,Docket\nA-1,Ada,Example,1960-01-02,,1\nA-2,Ada,,1960-01-02,Example,2\n",
		intake.Column{Header: "Docket", Field: "charges[].cause_number"})
	all := table.All()
	if len(all) != 2 || len(all[0].Twins) != 1 || len(all[1].Twins) != 1 {
		t.Errorf("%+v", all)
	}
	want := `row 1, column E, "Last name", means the same as column C: a row may fill one of the two, and is a problem where they differ`
	if n := table.Notes(); len(n) != 1 || n[0] != want {
		t.Errorf("%q", n)
	}
}
