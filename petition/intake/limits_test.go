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

// TestOfManyProblemsTheRestIsCounted writes one key too often.
func TestOfManyProblemsTheRestIsCounted(t *testing.T) {
	for again, want := range map[int]string{
		999:   "case.yaml:1000:1: case: case is given twice; the first stands on line 1\n    hint: keep one of the two",
		1_000: "case.yaml:1001:1: there is 1 more problem here\n    hint: mend what is told above first, and check again",
		9_900: "case.yaml:1001:1: there are 8901 more problems from here on\n    hint: mend what is told above first, and check again",
	} {
		found := codesOf(t, "case.yaml", strings.Repeat("case: A-1\n", again+1))
		last := found[len(found)-1].String()
		if len(found) > 1_001 || last != want {
			t.Errorf("%d times more: %d problems, the last %s", again, len(found), last)
		}
	}
}

// A key so long that its colon is not seen is told for what it is, and another is not.
func TestAKeyBeyondReadingIsNamed(t *testing.T) {
	key := strings.Repeat("k", 100_000)
	for content, want := range map[string]string{
		key + ": x\n": "case.yaml:1:1: a key is longer than 1024 characters",
		"case: A-1\ncharges:\n  " + key + ": x\n":    "case.yaml:3:3: a key is longer than 1024 characters",
		"case: A-1\n\"" + key + "\": x\n":            "case.yaml:2:1: a key is longer than 1024 characters",
		"notes: " + key + ": x\n":                    "case.yaml:1:100008: a second colon stands where a value was expected",
		"case: \"" + key[:2_000] + ": x\ncharges:\n": "case.yaml:2:1: a text in quotes begins here and never ends",
	} {
		found := codesOf(t, "case.yaml", content)
		if len(found) != 1 || !strings.HasPrefix(found[0].String(), want) {
			t.Errorf("%.20s...: not %q but %.200v", content, want, found)
		}
	}
}

// TestSettingsHaveTheLimitsOfACaseFile names each place.
func TestSettingsHaveTheLimitsOfACaseFile(t *testing.T) {
	for _, c := range []struct{ what, content, want string }{
		{"as deep as can be", "clinic: " + strings.Repeat("[", 18) + strings.Repeat("]", 18), ""},
		{"too deep", "out: x\nclinic: " + strings.Repeat("{a: ", 4_000) + strings.Repeat("}", 4_000), "expunge.yaml:2:82: values are nested more than 20 deep"},
		{"as many as can be", "columns: [" + strings.Repeat("x, ", 19_996) + "x]", ""},
		{"too many", "columns: [" + strings.Repeat("x, ", 19_997) + "x]", "expunge.yaml:1:60002: the file holds more than 20000 values"},
		{"an anchor", "clinic:\n  name: &a Legal Aid\nattorney: {name: *a}\n", "expunge.yaml:2:9: an anchor (&) is not read"},
		{"an alias of itself", "a: &a [*a]", "expunge.yaml:1:4: an anchor (&) is not read"},
		{"an alias of nothing", "out: x\nclinic: {name: *a}\n", "expunge.yaml:2:16: an alias (*) is not read"},
		{"a merge key", "clinic: {<<: {name: x}}", "expunge.yaml:1:10: a merge key (<<) is not read"},
	} {
		_, wrong := intake.CheckSettings("expunge.yaml", []byte(c.content))
		switch {
		case c.want == "" && wrong != nil:
			t.Errorf("%s: %v", c.what, wrong)
		case c.want != "" && (wrong == nil || !strings.HasPrefix(wrong.String(), c.want) || wrong.Hint == ""):
			t.Errorf("%s: not %q but %v", c.what, c.want, wrong)
		}
	}
}
