package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"expunge/petition"
	"expunge/petition/intake"
)

// codesOf reads a file of either kind and returns what is wrong with it, each with its place.
func codesOf(t *testing.T, name, content string) []intake.Diagnostic {
	t.Helper()
	today := petition.NewDate(2026, 11, 23)
	if strings.HasSuffix(name, ".yaml") {
		rec, err := intake.ReadYAML(name, strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		return rec.Check(today)
	}
	table := openTable(t, name, content)
	var out []intake.Diagnostic
	for _, c := range table.All() {
		out = append(out, table.Record(c).Check(today)...)
	}
	return append(table.Problems(), out...)
}

// TestEveryLimitIsAProblemWithAPlace goes over each limit by little, and by much.
func TestEveryLimitIsAProblemWithAPlace(t *testing.T) {
	charges := func(n int) string { return "charges:\n" + strings.Repeat("  - offense: theft\n", n) }
	bombOf := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 10; i++ {
		bombOf += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9)+fmt.Sprintf("*a%d", i-1))
	}
	far := workbook(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1", []any{"case", "Offense"}, []any{"A-1", "theft"})
		if err := f.SetCellStr("Sheet1", "BYZ2", "far out"); err != nil {
			t.Fatal(err)
		}
	})
	for _, c := range []struct {
		what, name, content string
		want                petition.Code
	}{
		{"a file of more than 1 MiB", "case.yaml", strings.Repeat("#", 1<<20+1), "yaml.size"},
		{"21 deep", "case.yaml", "notes: " + strings.Repeat("[", 21) + strings.Repeat("]", 21), "yaml.depth"},
		{"100,000 deep", "case.yaml", "notes: " + strings.Repeat("[", 100_000), "yaml.syntax"},
		{"100,000 deep and closed", "case.yaml", "notes: " + strings.Repeat("[", 100_000) + strings.Repeat("]", 100_000), "yaml.syntax"},
		{"20,001 values", "case.yaml", "x: [" + strings.Repeat("x, ", 20_001) + "x]", "yaml.nodes"},
		{"an alias bomb", "case.yaml", bombOf, "yaml.anchor"},
		{"1,001 charges", "case.yaml", charges(1_001), "list.long"},
		{"100,000 charges", "case.yaml", charges(40_000), "yaml.nodes"},
		{"a cell of 32,768 characters", "c.csv", "case,notes,Offense\nA-1," + strings.Repeat("x", 32_768) + ",theft\n", "cell.long"},
		{"a row of more than 4 MiB", "c.csv", "case,notes,Offense\nA-1," + strings.Repeat("x", 4<<20) + ",theft\n", "row.size"},
		{"a quote that never ends", "c.csv", "case,notes,Offense\nA-1,\"" + strings.Repeat("x\n", 3<<20), "row.quote"},
		{"2,001 columns", "c.csv", "case" + strings.Repeat(",Offense", 2_000) + "\n", "table.columns"},
		{"1,001 rows of one case", "c.csv", "case,Offense\n" + strings.Repeat("A-1,theft\n", 1_001), "case.rows"},
		{"charge 1,001 of a row", "c.csv", "case,charges[1001].offense\nA-1,theft\n", "header.unknown"},
		{"a charge beyond counting", "c.csv", "case,charges[99999999999999999999999].offense\nA-1,theft\n", "header.unknown"},
		{"a cell beyond column 2,000", "c.xlsx", far, "row.long"},
	} {
		found := codesOf(t, c.name, c.content)
		at := slices.IndexFunc(found, func(d intake.Diagnostic) bool { return d.Code == c.want })
		if at < 0 {
			t.Errorf("%s: not %s but %.300s", c.what, c.want, fmt.Sprint(found))
			continue
		}
		if d := found[at]; !strings.HasPrefix(d.Position.String(), c.name) || d.Message == "" || d.Hint == "" {
			t.Errorf("%s: no place, no words or no hint: %v", c.what, d)
		}
		if len(found) > 5_000 {
			t.Errorf("%s: %d problems", c.what, len(found))
		}
	}
}

// TestEveryFieldHasALimit gives every field more text than any paper has room for.
func TestEveryFieldHasALimit(t *testing.T) {
	long := strings.Repeat("long words ", 2_000)
	n := 0
	for _, p := range petition.Fields() {
		path := petition.Path(strings.ReplaceAll(string(p), "[]", "[0]"))
		rec := intake.Fill(slices.Values([]intake.Fact{{Path: path, Text: long, At: intake.Position{File: "case.yaml", Line: 7, Column: 3}}}))
		found := rec.Check(petition.NewDate(2026, 11, 23))
		at := slices.IndexFunc(found, func(d intake.Diagnostic) bool { return d.Path == path })
		if at < 0 {
			t.Errorf("%s takes %d characters", path, len(long))
			continue
		}
		if n++; found[at].Line != 7 {
			t.Errorf("%s: the place is %s", path, found[at].Position)
		}
		for _, d := range found {
			if len(d.Message)+len(d.Hint) > 1_000 {
				t.Errorf("%s: the problem itself is %d characters long", path, len(d.Message)+len(d.Hint))
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d fields", n)
	}
}
