package intake_test

import (
	"fmt"
	"runtime"
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
		{"a quote that never ends", "c.csv", "case,notes,Offense\nA-1,\"" + strings.Repeat(strings.Repeat("x", 99)+"\n", 20_000), "row.quote"},
		{"a cell in quotes of more than 4 MiB", "c.csv", "case,notes,Offense\nA-1,\"" + strings.Repeat(strings.Repeat("x", 999)+"\n", 6_000) + "\",theft\n", "row.size"},
		{"a row with quotes of more than 4 MiB", "c.csv", "case,notes,Offense\nA-1" + strings.Repeat(",\""+strings.Repeat(strings.Repeat("x", 99)+"\n", 300)+"\"", 180) + "\n", "row.size"},
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

// TestProblemsOfACaseAreBounded gives one case as much to be said of it as a file can hold:
// a row, a list and a case are each told of in few words, which count the rest.
func TestProblemsOfACaseAreBounded(t *testing.T) {
	charges := "case"
	for i := range 1_000 {
		charges += fmt.Sprintf(",charges[%d].offense", i+1)
	}
	for _, c := range []struct {
		what, content string
		want          []string
	}{
		{"a cell under no header", "case,Offense\nA-1,theft,a\n", []string{"row.long 2:11 this cell stands under no header"}},
		{"two", "case,Offense\nA-1,theft,,a,a\n", []string{"row.long 2:12 this cell and 1 more stand under no header"}},
		{"many", "case,Offense\nA-1,theft" + strings.Repeat(",a", 1_998) + "\n", []string{"row.long 2:11 this cell and 1997 more stand under no header"}},
		{"in quotes", "case,Offense\nA-1,\"theft\"" + strings.Repeat(",\"a\"", 20_000) + "\n", []string{"row.long 2:13 the row goes on beyond column 2000"}},
		{"far too many", "case,Offense\nA-1,theft" + strings.Repeat(",a", 30_000) + "\n", []string{"row.long 2:11 the row goes on beyond column 2000"}},
		{"far behind", "case,Offense\nA-1,theft" + strings.Repeat(",", 9_000) + "a\n", []string{"row.long 2:2008 the row goes on beyond column 2000"}},
		{"very many charges", charges + "\n" + strings.Repeat("A-1"+strings.Repeat(",t", 1_000)+"\n", 100), []string{"list.long 3:5 a list takes at most 1000 entries; from here on, 99000 values have no room in it"}},
		{"one charge too many", charges + "\nA-1" + strings.Repeat(",t", 1_000) + "\nA-1,t\n", []string{"list.long 3:5 a list takes at most 1000 entries"}},
		{"many names in a cell", "case,petitioner.other_names\nA-1," + strings.Repeat("Jo;", 5_000) + "\n", []string{"list.long 2:5 a list takes at most 1000 entries; from here on, 4000 values have no room in it"}},
	} {
		table := openTable(t, "c.csv", c.content)
		all := table.All()
		if len(all) != 1 || len(table.Problems()) > 0 {
			t.Fatalf("%s: %d cases, %v", c.what, len(all), table.Problems())
		}
		if _, fast := table.Case(all[0]); fast {
			t.Errorf("%s: read without care", c.what)
		}
		var got []string
		for _, d := range table.Record(all[0]).Diagnostics {
			got = append(got, fmt.Sprintf("%s %d:%d %s", d.Code, d.Line, d.Column, d.Message))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %.300q", c.what, got)
		}
		if len(all[0].Rows[0].Cells) > 2_000 {
			t.Errorf("%s: %d cells are kept", c.what, len(all[0].Rows[0].Cells))
		}
		byHand(t, "c.csv", c.content)
	}
}

// TestProblemsAreCountedTogether gives a case problems of reading and problems of what was
// read: a thousand of both are told, and one more says how many others there are.
func TestProblemsAreCountedTogether(t *testing.T) {
	charge := "  - {offense: theft, outcome_date: 2031-01-01}\n" // a day to come
	for _, c := range []struct {
		what, name, content string
		kept                int // problems of reading, the one that counts the others included
		more                int // problems of all that are not told
	}{
		{"of reading alone, in a file", "case.yaml", strings.Repeat("case: A-1\n", 1_501) + "charges: [{offense: theft}]\n", 1_500, 500},
		{"of what was read alone", "case.yaml", "case: A-1\nrecord: {other_convictions: [" + strings.Repeat("{date: 2031-01-01}, ", 300) + "]}\ncharges:\n" + strings.Repeat(charge, 900), 0, 202},
		{"of both", "case.yaml", "case: A-1\n" + strings.Repeat("case: A-1\n", 700) + "charges:\n" + strings.Repeat(charge, 600), 700, 301},
		{"of reading alone, in rows", "c.csv", "case,notes,Kind of court,Grade\n" + strings.Repeat("A-1,,circus,many\n", 1_000), 1_001, 1_000},
		{"more than are kept, and of what was read", "c.csv", "case,Kind of court,Grade,charges[].outcome_date\n" + strings.Repeat("A-1,circus,many,2031-01-01\n", 900), 1_001, 1_700},
		{"few of reading, and of what was read", "c.csv", "case,Kind of court,charges[].outcome_date\n" + strings.Repeat("A-1,circus,2031-01-01\n", 600), 600, 200},
	} {
		rec := recordOf(t, c.name, c.content)
		if len(rec.Diagnostics) != c.kept {
			t.Errorf("%s: %d problems of reading", c.what, len(rec.Diagnostics))
		}
		found := rec.Check(asOf)
		if len(found) != 1_001 {
			t.Errorf("%s: %d problems, the first %v", c.what, len(found), found[0])
			continue
		}
		want := fmt.Sprintf("there are %d more problems from here on", c.more)
		if last := found[1_000]; last.Code != "problems.more" || last.Message != want || last.Hint == "" || last.File == "" {
			t.Errorf("%s: the last is %v, want %s", c.what, last, want)
		}
		if slices.ContainsFunc(found[:1_000], func(d intake.Diagnostic) bool { return d.Code == "problems.more" }) {
			t.Errorf("%s: the rest is counted twice", c.what)
		}
	}
}

// recordOf reads a case file, or the only case of a clients file.
func recordOf(t *testing.T, name, content string) intake.Record {
	t.Helper()
	if strings.HasSuffix(name, ".yaml") {
		rec, err := intake.ReadYAML(name, strings.NewReader(content))
		if err != nil {
			t.Fatal(err)
		}
		return rec
	}
	table := openTable(t, name, content)
	all := table.All()
	if len(all) != 1 || len(table.Problems()) > 0 {
		t.Fatalf("%d cases, %v", len(all), table.Problems())
	}
	return table.Record(all[0])
}

// TestAListOfAFileIsTooLongOnce counts the values of a case file that have no room.
func TestAListOfAFileIsTooLongOnce(t *testing.T) {
	content := "charges:\n" + strings.Repeat("  - offense: theft\n    count: 1\n", 1_200)
	rec, err := intake.ReadYAML("case.yaml", strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if ds := rec.Diagnostics; len(ds) != 1 || ds[0].Path != "charges[1000].offense" || ds[0].Line != 2_002 || !strings.Contains(ds[0].Message, "400 values") {
		t.Errorf("%d problems: %.300s", len(ds), fmt.Sprint(ds))
	}
}

// TestALongCellIsNotComposed gives the letters of a cell that is too long their accents
// apart: it is refused before anything is made of it.
func TestALongCellIsNotComposed(t *testing.T) {
	cell := strings.Repeat("e\u0301", 1<<20)
	table := openTable(t, "c.csv", "case,First name,Last name,Date of birth\nA-1,"+cell+",Example,1960-01-02\n")
	c := table.All()[0]
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	table.Record(c)
	runtime.ReadMemStats(&after)
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<20 {
		t.Errorf("%d bytes were taken for a cell of %d", n, len(cell))
	}
	if ds := table.Record(c).Diagnostics; len(ds) != 1 || ds[0].Code != "cell.long" {
		t.Errorf("%v", ds)
	}
}

// TestAFileThatIsTooLargeIsNotKept holds that nothing of it is returned, and that it is
// screened all the same.
func TestAFileThatIsTooLargeIsNotKept(t *testing.T) {
	rows := func(n int) string {
		b := strings.Builder{}
		b.WriteString("case,Offense\n")
		for i := range n {
			fmt.Fprintf(&b, "A-%d,theft\n", i)
		}
		return b.String()
	}
	wideRows := "case,Offense\n" + strings.Repeat("A-1"+strings.Repeat(",", 1_990)+"x\n", 40) // as much in memory as 2,000 that are short
	for _, c := range []struct {
		what, content string
		limits        intake.Limits
		kept, all     int
	}{
		{"as many rows as are kept", rows(2_000), intake.Limits{KeptRows: 2_000}, 2_000, 2_000},
		{"a row more", rows(2_001), intake.Limits{KeptRows: 2_000}, 0, 2_001},
		{"little memory", wideRows, intake.Limits{KeptBytes: 2 << 20}, 1, 1},
		{"much memory", wideRows, intake.Limits{KeptBytes: 1 << 20}, 0, 1},
	} {
		open := func() *intake.Table {
			table, err := intake.ReadTableWithin("c.csv", strings.NewReader(c.content), c.limits)
			if err != nil {
				t.Fatal(err)
			}
			return table
		}
		table := open()
		if n := len(table.All()); n != c.kept {
			t.Errorf("%s: %d cases are kept", c.what, n)
		}
		switch ps := table.Problems(); {
		case c.kept > 0 && len(ps) > 0:
			t.Errorf("%s: %v", c.what, ps)
		case c.kept == 0 && (len(ps) != 1 || ps[0].Code != "table.size" || !strings.Contains(ps[0].Message, "more than 2000 rows") && !strings.Contains(ps[0].Message, "or 1 MiB") || !strings.Contains(ps[0].Hint, "expunge screen")):
			t.Errorf("%s: %v", c.what, ps)
		}
		table, n := open(), 0
		for range table.Adjacent() {
			n++
		}
		if n != c.all || len(table.Problems()) > 0 {
			t.Errorf("%s: %d cases one by one, %v", c.what, n, table.Problems())
		}
	}
}

// TestEmptyRowsEndSomewhere before the headers, among the rows and after them, whichever way
// the table is read: a spreadsheet's own number of them is passed over, and no more.
func TestEmptyRowsEndSomewhere(t *testing.T) {
	gap := func(n int) string { return strings.Repeat("\n", n/2) + strings.Repeat(" ,\n", n-n/2) }
	head, row := "case,Offense\n", "A-1,theft\n"
	for what, content := range map[string]string{
		"before the headers": "%s" + head + row + "A-2,theft\n",
		"before the rows":    head + "%s" + row,
		"among the rows":     head + row + "%s" + "A-2,theft\n",
		"at the end":         head + row + "%s",
		"twice":              head + row + "%[1]s" + "A-2,theft\n" + "%[1]s" + "A-3,theft\n%[1]s",
	} {
		for n, want := range map[int]string{20: "", 21: "[c.csv: more than 20 rows one after another are empty"} {
			for way, read := range map[string]func(*intake.Table){
				"as a whole": func(table *intake.Table) { table.All() },
				"one by one": func(table *intake.Table) {
					for range table.Adjacent() {
					}
				},
				"ahead": func(table *intake.Table) { table.ReadAhead(intake.Shard{}) },
			} {
				table, err := intake.ReadTableWithin("c.csv", strings.NewReader(fmt.Sprintf(content, gap(n))), intake.Limits{Blank: 20})
				if err != nil {
					t.Fatal(err)
				}
				read(table)
				if got := fmt.Sprint(table.Problems()); !strings.HasPrefix(got, want) || (want == "") != (got == "[]") {
					t.Errorf("%d %s, read %s: %s", n, what, way, got)
				}
			}
		}
	}
	if table := openTable(t, "c.csv", head+row+strings.Repeat(",\n", 1_048_576)); len(table.All()) != 1 || len(table.Problems()) > 0 {
		t.Errorf("what a spreadsheet makes of an empty sheet: %v", table.Problems())
	}
}

// TestQuotesWithoutAnEndAreGivenUp for each line of these costs a look at all that follow.
func TestQuotesWithoutAnEndAreGivenUp(t *testing.T) {
	line := "x\",\"\n"
	for what, content := range map[string]string{
		"longer than any row":   strings.Repeat(line, 1_800_000),
		"to the end":            strings.Repeat(line, 700_000),
		"up to text behind one": strings.Repeat(line, 700_000) + "\"z\n",
	} {
		for way, read := range map[string]func(*intake.Table){
			"one by one": func(table *intake.Table) {
				for range table.Adjacent() {
				}
			},
			"row by row": func(table *intake.Table) {
				for _, ok := table.Next(); ok; _, ok = table.Next() {
				}
			},
		} {
			table := openTable(t, "c.csv", "case,Offense\n"+content)
			read(table)
			if got := fmt.Sprint(table.Problems()); !strings.Contains(got, "too many cells in quotes do not end as they should") || !strings.Contains(got, "from row ") {
				t.Errorf("%s, %s: %.300s", what, way, got)
			}
		}
	}
	// A large file with a slip here and there is read to its end.
	table := openTable(t, "c.csv", "case,Offense\n"+strings.Repeat("A-1,\"theft\n"+strings.Repeat("B-1,theft\n", 20_000), 40))
	rows := 0
	for _, ok := table.Next(); ok; _, ok = table.Next() {
		rows++
	}
	if rows != 40*20_001 || len(table.Problems()) > 0 {
		t.Errorf("%d rows, %v", rows, table.Problems())
	}
}

// TestALetterThatWasLostIsNamedSo for to save the file once more does not bring it back.
func TestALetterThatWasLostIsNamedSo(t *testing.T) {
	for content, want := range map[string]string{
		"case,Offense\nA-1,Jos\ufffd\n":           "a letter of the row was lost",
		"\ufeffcase,Offense\nA-1,\"Jos\ufffd\"\n": "a letter of the row was lost",
		"\ufeffcase,Offense\nA-1,Jos\xe9\n":       "bytes of another encoding",
	} {
		if found := codesOf(t, "c.csv", content); len(found) == 0 || found[0].Code != "row.encoding" || !strings.Contains(found[0].Message, want) {
			t.Errorf("%q: %v", content, found)
		}
	}
}

// TestLongHeadersAreNotCompared bounds what is made of a row of headers without sense.
func TestLongHeadersAreNotCompared(t *testing.T) {
	var b strings.Builder
	for i := range 1_500 {
		fmt.Fprintf(&b, "unknown header %d,", i)
	}
	content := b.String() + "case,Offense" + strings.Repeat(","+strings.Repeat("OFFENSE ", 240), 200) + "\nA-1,theft\n"
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	table := openTable(t, "c.csv", content)
	runtime.ReadMemStats(&after)
	if n := len(table.Problems()); n != 1_700 {
		t.Errorf("%d problems", n)
	}
	if n := after.TotalAlloc - before.TotalAlloc; n > 1<<30 { // it would be many times that
		t.Errorf("%d MiB were taken for a header row of %d", n>>20, len(content))
	}
}
