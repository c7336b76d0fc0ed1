package intake_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"expunge/petition"
	"expunge/petition/intake"
)

// isClients tells the codes that only a clients file gives.
func isClients(code petition.Code) bool {
	family, _, _ := strings.Cut(string(code), ".")
	return slices.Contains([]string{"header", "row", "cell", "table"}, family) ||
		slices.Contains([]petition.Code{"case.missing", "case.returns", "case.rows", "case.size", intake.PossibleDuplicate}, code)
}

// dump tells all that was read of a clients file, each case as its facts or else as what
// is wrong with it.
func dump(table *intake.Table, clients []intake.Client) (string, []intake.Diagnostic) {
	var b strings.Builder
	all := slices.Clone(table.Problems())
	for _, d := range table.Problems() {
		fmt.Fprintln(&b, d)
	}
	for _, note := range table.Notes() {
		fmt.Fprintln(&b, "note:", note)
	}
	for _, c := range clients {
		fmt.Fprintf(&b, "case %q rows", c.ID)
		for _, r := range c.Rows {
			fmt.Fprint(&b, " ", r.Number)
		}
		if len(c.Twins) > 0 {
			fmt.Fprintf(&b, " like %s", strings.Join(c.Twins, ", "))
		}
		fmt.Fprintln(&b)
		rec := table.Record(c)
		ds := rec.Check(asOf)
		all = append(all, ds...)
		for _, d := range ds {
			fmt.Fprintln(&b, d)
		}
		if len(ds) == 0 {
			for f := range rec.Facts() {
				fmt.Fprintf(&b, "  %s = %q\n", f.Path, f.Text)
			}
		}
	}
	return b.String(), all
}

// columnsOf reads the columns an archive maps, a line each: "Docket No. = charges[].cause_number".
func columnsOf(s string) []intake.Column {
	var out []intake.Column
	for line := range strings.Lines(s) {
		header, field, _ := strings.Cut(strings.TrimSpace(line), " = ")
		out = append(out, intake.Column{Header: header, Field: petition.Path(field)})
	}
	return out
}

// TestClientsArchives reads each archive of a rule in words, the columns of a clinic if it
// has its own, a clients file, and what is wanted.
func TestClientsArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/clients/*.txtar")
	if err != nil || len(files) < 15 {
		t.Fatalf("found %d archives, want at least 15: %v", len(files), err)
	}
	seen := map[petition.Code]bool{intake.PossibleDuplicate: true, "table.size": true, "table.blank": true, "case.size": true} // TestTwins, TestEmptyRowsEndSomewhere, TestASmallWorkbookDoesNotAskForMuch, TestACaseOfLongRowsIsCutForItsLength
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			for _, d := range clientsArchive(t, file) {
				seen[d.Code] = true
			}
		})
	}
	for name, content := range generatedTables() {
		table := openTable(t, name, content)
		_, ds := dump(table, table.All())
		for _, d := range ds {
			seen[d.Code] = true
		}
	}
	returning := openTable(t, "clients.csv", "case,Offense\nA-1,theft\nB-1,theft\na-1,theft\n")
	for c := range returning.Adjacent() {
		for _, d := range returning.Record(c).Check(asOf) {
			seen[d.Code] = true
		}
	}
	for _, m := range intake.Codes() {
		if isClients(m.Code) && !seen[m.Code] {
			t.Errorf("nothing shows %s", m.Code)
		}
	}
	listed := slices.Concat(petition.Codes(), intake.Codes())
	for code := range seen {
		if !slices.ContainsFunc(listed, func(m petition.Meaning) bool { return m.Code == code }) {
			t.Errorf("%s is given and not listed", code)
		}
	}
}

func clientsArchive(t *testing.T, file string) []intake.Diagnostic {
	t.Helper()
	a, err := readTxtar(file)
	if err != nil {
		t.Fatal(err)
	}
	var columns []intake.Column
	if a.files[0].name == "columns" {
		columns = columnsOf(string(a.files[0].data))
	}
	last := len(a.files) - 1
	if last < 1 || a.files[last].name != "want" || len(bytes.TrimSpace(a.comment)) == 0 {
		t.Fatal("an archive is a rule in words, perhaps columns, a clients file, and what is wanted")
	}
	in := a.files[last-1]
	table := openTable(t, in.name, string(in.data), columns...)
	clients := table.All()
	for _, c := range clients {
		rec := table.Record(c)
		if fast, ok := table.Case(c); ok && (len(rec.Diagnostics) > 0 || !cmp.Equal(fast, rec.Case, sameCase)) {
			t.Errorf("%s: read fast in spite of %v\n%s", c.ID, rec.Diagnostics, cmp.Diff(rec.Case, fast, sameCase))
		}
	}
	byHand(t, in.name, string(in.data), columns...)
	got, ds := dump(table, clients)
	if *update {
		a.files[last].data = []byte(got)
		if err := os.WriteFile(file, a.format(), 0o644); err != nil {
			t.Fatal(err)
		}
		return ds
	}
	if diff := cmp.Diff(string(a.files[last].data), got); diff != "" {
		t.Errorf("%s(-want +got)\n%s", a.comment, diff)
	}
	return ds
}

// generatedTables are files that no archive can hold, by what they are named.
func generatedTables() map[string]string {
	const head = "case,Offense,notes\nA-1,theft,"
	return map[string]string{
		"long-cell.csv":    head + strings.Repeat("x", 40_000) + "\n",
		"long-line.csv":    head + strings.Repeat("x", 5<<20) + "\nA-2,theft,\n",
		"encodings.csv":    "case,Last name\nA-1,Nu\u00f1ez\nA-2,Nu\xf1ez\n",
		"many-columns.csv": "case" + strings.Repeat(",Offense", 2_001) + "\n",
		"many-rows.csv":    "case,Offense\n" + strings.Repeat("A-1,theft\n", 1_001),
		"old.xls":          "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
		"cut.xlsx":         "PK\x03\x04 and no more",
		"error.xlsx":       errorWorkbook(),
	}
}

const sheet = `First name,Last name,Date of birth,Offense,Cause number
José,Nuñez,1988-02-29,theft,0123
`

// TestEncodings reads one sheet in every encoding a spreadsheet writes.
func TestEncodings(t *testing.T) {
	western, err := charmap.Windows1252.NewEncoder().String(sheet)
	if err != nil {
		t.Fatal(err)
	}
	want := openTable(t, "clients.csv", sheet)
	first := want.All()[0]
	good := want.Record(first).Case
	if good.Petitioner.Name.Full() != "José Nuñez" || good.Charges[0].CauseNumber != "0123" {
		t.Fatalf("the plain sheet is read as %+v", good)
	}
	semicolons := func(s string) string { return strings.ReplaceAll(s, ",", ";") }
	for name, content := range map[string]string{
		"UTF-8 with a mark":              "\ufeff" + sheet,
		"Windows-1252":                   western,
		"Windows-1252 with semicolons":   semicolons(western),
		"tabs":                           strings.ReplaceAll(sheet, ",", "\t"),
		"the delimiter named":            "sep=;\n" + semicolons(sheet),
		"and in capitals":                "SEP=;\n" + semicolons(sheet),
		"CRLF":                           strings.ReplaceAll(sheet, "\n", "\r\n"),
		"CR alone":                       strings.ReplaceAll(sheet, "\n", "\r"),
		"no line end at the end":         strings.TrimSuffix(sheet, "\n"),
		"everything in quotes":           `"` + strings.ReplaceAll(strings.ReplaceAll(strings.TrimSpace(sheet), ",", `","`), "\n", "\"\n\"") + `"`,
		"UTF-16, little end, a mark":     wide("\ufeff"+sheet, false),
		"UTF-16, big end, a mark":        wide("\ufeff"+sheet, true),
		"UTF-16, little end, no mark":    wide(sheet, false),
		"UTF-16, big end, no mark":       wide(sheet, true),
		"UTF-16 with tabs, as Excel has": wide("\ufeff"+strings.ReplaceAll(strings.ReplaceAll(sheet, ",", "\t"), "\n", "\r\n"), false),
	} {
		table, err := intake.ReadTable("clients.csv", iotest.OneByteReader(strings.NewReader(content)), nil)
		if err != nil {
			t.Fatal(err)
		}
		all := table.All()
		if len(all) != 1 || len(table.Problems()) > 0 {
			t.Errorf("%s: %d cases, %v", name, len(all), table.Problems())
			continue
		}
		got := table.Record(all[0])
		got.Case.ID = good.ID // the row is another where the delimiter is named
		if diff := cmp.Diff(good, got.Case, sameCase); diff != "" || len(got.Diagnostics) > 0 {
			t.Errorf("%s: %v\n%s", name, got.Diagnostics, diff)
		}
	}
}

// TestMixedEncodings joins files of two programs: what is not in the encoding that the mark or
// the first letter shows is refused, never read as other letters.
func TestMixedEncodings(t *testing.T) {
	head, latin, utf8 := "case,First name,Offense\n", "A-%d,Jos\xe9,theft\n", "A-%d,Zo\u00eb,theft\n"
	quoted := "\"A-%d\",Zo\u00eb,theft\n"
	for _, c := range []struct {
		what, mark string
		rows       []string
		refused    []int // rows as a spreadsheet counts them
	}{
		{"Latin-1 first", "", []string{latin, utf8, quoted, latin}, []int{3, 4}},
		{"UTF-8 first", "", []string{utf8, latin, quoted}, []int{3}},
		{"behind a mark", "\ufeff", []string{latin, utf8, latin}, []int{2, 4}},
		{"Latin-1 alone", "", []string{latin, latin}, nil},
		{"UTF-8 alone", "\ufeff", []string{utf8, quoted}, nil},
	} {
		content := c.mark + head
		for i, row := range c.rows {
			content += fmt.Sprintf(row, i+1)
		}
		table := openTable(t, "c.csv", content)
		var got []int
		for _, client := range table.All() {
			rec := table.Record(client)
			if ds := rec.Diagnostics; len(ds) > 0 {
				if got = append(got, client.Rows[0].Number); len(ds) > 1 || ds[0].Code != "row.encoding" {
					t.Errorf("%s: %v", c.what, ds)
				}
			} else if name := rec.Case.Petitioner.Name.First; name != "José" && name != "Zoë" {
				t.Errorf("%s: %q", c.what, name)
			}
		}
		if !slices.Equal(got, c.refused) {
			t.Errorf("%s: rows %v are refused, want %v", c.what, got, c.refused)
		}
		byHand(t, "c.csv", content)
	}
}

// TestAnotherLineEndWithinALine holds that two rows are never read as one: a carriage return
// ends no line of a file that ends them with line feeds, and is nothing a cell may hold.
func TestAnotherLineEndWithinALine(t *testing.T) {
	const within = "row.encoding a line end of another kind than the file has stands within this cell"
	for _, c := range []struct{ what, row, want string }{
		{"in the middle", "A-1,theft\rA-2,arson", "c.csv:2:5 (Offense): " + within},
		{"at the end of a cell", "A-1,theft\r,x", "c.csv:2:5 (Offense): " + within},
		{"in the id", "A-1\r,theft,x", "c.csv:2:1 (case): " + within},
		{"behind a guard", "A-1,'=theft,x\rA-2", "c.csv:2:13 (notes): " + within},
		{"in a line of CRLF", "A-1,theft\rA-2,arson\r", "c.csv:2:5 (Offense): " + within},
		{"beside quotes", "A-1,\"theft\",x\rA-2,theft", "c.csv:2:13 (notes): " + within},
		{"beside quotes, at the end", "A-1,\"theft\",x\rA-2", "c.csv:2:13 (notes): " + within},
		{"below quotes", "A-1,\"two\nlines\",x\rA-2", "c.csv:3:8 (notes): " + within},
		{"at the end of the line", "A-1,theft,x\r\r", ""},
		{"in quotes", "A-1,theft,\"two\rlines\"", "c.csv:2:11 (notes): text.control the text holds a character that cannot be printed (U+000D)"},
		{"CRLF in quotes", "A-1,theft,\"two\r\nlines\"\r", ""},
	} {
		content := "case,Offense,notes\n" + c.row + "\nB-1,theft,\n"
		table := openTable(t, "c.csv", content)
		all := table.All()
		got := ""
		for _, d := range table.Record(all[0]).Diagnostics {
			got += d.Position.String() + ": " + string(d.Code) + " " + d.Message
		}
		if len(all) != 2 || got != c.want {
			t.Errorf("%s: %d cases, %q", c.what, len(all), got)
		}
		byHand(t, "c.csv", content)
	}
	table := openTable(t, "c.csv", "case,Offense\rA-1,theft\rA-2,\"x\ny\"\r")
	if ps := table.Problems(); len(ps) != 1 || ps[0].Code != "row.encoding" {
		t.Errorf("in the headers: %v", ps)
	}
}

func wide(s string, bigEnd bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(s)) {
		low, high := byte(u), byte(u>>8)
		if bigEnd {
			low, high = high, low
		}
		b.WriteByte(low)
		b.WriteByte(high)
	}
	return b.String()
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"2021-02-03":          "2021-02-03",
		"2/3/2021":            "2021-02-03",
		"02/03/2021":          "2021-02-03",
		"2021-2-3":            "2021-02-03",
		"2021-02-03 00:00:00": "2021-02-03",
		"2/3/2021 0:00":       "2021-02-03",
		"2/3/2021 12:00 AM":   "2021-02-03",
		"unknown":             "unknown",
		"?":                   "unknown",
		"1/2/19":              "date.format",
		"13/4/2021":           "date.impossible",
		"2/30/2021":           "date.impossible",
		"2021-02-30":          "date.impossible",
		"2/3/2021 14:22":      "date.format",
		"2/3/2021 12:00 PM":   "date.format",
		"Feb 3, 2021":         "date.format",
		"2-3-2021":            "date.format",
		"44230":               "date.format",
	} {
		table := openTable(t, "clients.csv", "case,Offense,Date of the offense\nA-1,theft,\""+text+"\"\n")
		c := table.All()[0]
		rec := table.Record(c)
		got := ""
		if len(rec.Diagnostics) > 0 {
			got = string(rec.Diagnostics[0].Code)
		} else {
			got = rec.Case.Charges[0].OffenseDate.String()
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
		if fast, ok := table.Case(c); ok && !cmp.Equal(fast, rec.Case, sameCase) {
			t.Errorf("%q: read fast, %s", text, cmp.Diff(rec.Case, fast, sameCase))
		}
	}
}

func TestADayIsNoNumber(t *testing.T) {
	for text, is := range map[string]bool{
		"9/23/2023": true, "9/23/23": true, "2023-09-23": true, "2023-09-23 00:00:00": true, "23-Sep": true, "23-Sep-23": true, "Sep-23": true,
		"9-23-23": false, "97-17-41": false, "2023-0923": false, "99/12345": false, "11-CR-0456": false, "2011-MAR-12": false, "13/40/2023": false,
	} {
		for _, header := range []string{"Code section", "Cause number", "Count"} {
			table := openTable(t, "clients.csv", "case,"+header+"\nA-1,"+text+"\n")
			ds := table.Record(table.All()[0]).Diagnostics
			if got := len(ds) == 1 && ds[0].Code == "cell.date"; got != is {
				t.Errorf("%s %s: a day is %v, %v", header, text, got, ds)
			}
		}
	}
}

func TestEveryFieldHasAHeader(t *testing.T) {
	for _, p := range petition.Fields() {
		for _, header := range []string{intake.HeaderOf(p), string(p), strings.ToUpper(intake.HeaderOf(p)), "  " + string(p) + " "} {
			table := openTable(t, "clients.csv", `"`+header+`"`+"\nunknown\n")
			if len(table.Problems()) > 0 {
				t.Errorf("%q: %v", header, table.Problems())
				continue
			}
			rec := table.Record(table.All()[0])
			at := petition.Path(strings.ReplaceAll(strings.TrimSuffix(string(p), "[]"), "[]", "[0]"))
			if p != "case" && !rec.StatedUnknown(at) {
				t.Errorf("%q does not reach %s: %v", header, at, rec.Diagnostics)
			}
		}
	}
}

// What is suggested for a header that is not known is a header that is.
func TestOtherWordsAreSuggested(t *testing.T) {
	for header, want := range map[string]string{"DOB": "Date of birth", "Phone": "Telephone", "Docket No.": "Cause number", "Disposition": "How the charge ended"} {
		table := openTable(t, "clients.csv", "case,"+header+"\nA-1,x\n")
		if table.All(); len(table.Problems()) != 1 || table.Problems()[0].Hint != "did you mean "+strconv.Quote(want)+"?" {
			t.Errorf("%s: %v", header, table.Problems())
		}
		if table := openTable(t, "clients.csv", want+"\nx\n"); len(table.Problems()) > 0 {
			t.Errorf("%s is suggested: %v", want, table.Problems())
		}
	}
}

func TestColumnsOfAClinic(t *testing.T) {
	table := openTable(t, "clients.csv", "Zeitstempel,Docket No.,offense\nx,0123,theft\n",
		intake.Column{Header: "zeitstempel", Field: intake.IgnoredField}, intake.Column{Header: "docket no.", Field: "charges[].cause_number"},
		intake.Column{Header: "not there", Field: "charges[].count"})
	rec := table.Record(table.All()[0])
	if len(table.Problems()) > 0 || len(rec.Diagnostics) > 0 || rec.Case.Charges[0].CauseNumber != "0123" {
		t.Errorf("%v %v %+v", table.Problems(), rec.Diagnostics, rec.Case.Charges)
	}
	if rec.Case.ID != "row-00002" {
		t.Errorf("the row is the case %s", rec.Case.ID)
	}
}

// TestTheSenderOfAForm is not taken for the client, unless the clinic says so.
func TestTheSenderOfAForm(t *testing.T) {
	const sheet = "Timestamp,Email Address,Offense\n11/2/2026 9:15:02,a@b.example,theft\n"
	table := openTable(t, "clients.csv", sheet)
	rec := table.Record(table.All()[0])
	if len(table.Problems()) > 0 || rec.Case.Petitioner.Email != "" || !strings.Contains(strings.Join(table.Notes(), "\n"), `column B, "Email Address", is not read`) {
		t.Errorf("%v %v %q", table.Problems(), table.Notes(), rec.Case.Petitioner.Email)
	}
	table = openTable(t, "clients.csv", sheet, intake.Column{Header: "Email Address", Field: "petitioner.email"})
	if rec := table.Record(table.All()[0]); len(table.Problems()) > 0 || rec.Case.Petitioner.Email != "a@b.example" {
		t.Errorf("mapped: %v %q", table.Problems(), rec.Case.Petitioner.Email)
	}
	table = openTable(t, "clients.csv", "Offense,Email Address\ntheft,a@b.example\n")
	if table.All(); len(table.Problems()) != 1 || table.Problems()[0].Code != "header.unknown" {
		t.Errorf("elsewhere: %v", table.Problems())
	}
}

// TestAFormulaIsNoValue keeps a formula off the papers, and nothing else that begins so.
func TestAFormulaIsNoValue(t *testing.T) {
	for text, is := range map[string]bool{
		`=HYPERLINK(""http://example.org"")`: true, "=VLOOKUP(A2;x;1)": true, "=B2": true, "=+$C$14": true, "'=T(A1)": true,
		"= as charged": false, "=theft": false, "=>": false, "A=B2": false, "+1 (see note)": false,
	} {
		table := openTable(t, "clients.csv", "case,Offense,Notes for the worksheet\nA-1,\""+text+"\",\""+text+"\"\n")
		all := table.All()
		ds := table.Record(all[0]).Diagnostics
		if got := len(ds) == 2 && ds[0].Code == "cell.error" && ds[1].Code == "cell.error"; got != is || !is && len(ds) > 0 {
			t.Errorf("%s: %v", text, ds)
		}
		if _, fast := table.Case(all[0]); fast && is {
			t.Errorf("%s is read fast", text)
		}
	}
}

func TestTwins(t *testing.T) {
	table := openTable(t, "clients.csv", `case,First name,Last name,Date of birth,Offense
A-1,Jordan,Example,1988-02-29,theft
B-1,JORDAN,example,2/29/1988,theft
C-1,Jordan,Example,1988-03-01,theft
D-1,Jordan,Example,,theft
E-1,Jordan,Example,,theft
`)
	got := map[string][]string{}
	for _, c := range table.All() {
		if c.Twins != nil {
			got[c.ID] = c.Twins
		}
	}
	if diff := cmp.Diff(map[string][]string{"A-1": {"B-1"}, "B-1": {"A-1"}}, got); diff != "" {
		t.Error(diff)
	}
}

// TestAdjacent reads as screening does: in one pass, and rows that return are no case.
func TestAdjacent(t *testing.T) {
	table := openTable(t, "clients.csv", `case,Offense
A-1,theft
a-1,assault
,total
A-1,arson
B-1,theft
A-1,theft
`)
	var got []string
	for c := range table.Adjacent() {
		s := c.ID
		for _, r := range c.Rows {
			s += fmt.Sprint(" ", r.Number)
		}
		_, fast := table.Case(c)
		rec := table.Record(c)
		for _, d := range rec.Check(asOf) {
			s += " " + d.Position.String() + " " + string(d.Code)
		}
		if fast != (len(rec.Diagnostics) == 0) && fast {
			t.Errorf("%s is read fast in spite of %v", c.ID, rec.Diagnostics)
		}
		got = append(got, s)
	}
	want := []string{
		"A-1 2 3 5",
		" 4 clients.csv:4:1 (case) case.missing",
		"B-1 6",
		"A-1 7 clients.csv:7:1 (case) case.returns",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAdjacentStopsWhenAsked(t *testing.T) {
	table := openTable(t, "clients.csv", "case,Offense\nA-1,theft\n,x\nB-1,theft\nC-1,theft\n")
	for c := range table.Adjacent() {
		if c.ID != "A-1" {
			t.Fatalf("went on to %q", c.ID)
		}
		break
	}
}

func TestReaderFails(t *testing.T) {
	broken := fmt.Errorf("the disk failed")
	if _, err := intake.ReadTable("clients.csv", iotest.ErrReader(broken), nil); !errors.Is(err, broken) {
		t.Errorf("before the headers: %v", err)
	}
	in := fortyColumns(2_000)
	table, err := intake.ReadTable("clients.csv", iotest.TimeoutReader(strings.NewReader(in)), nil)
	for err == nil {
		if _, ok := table.Next(); !ok {
			err = table.Err()
			break
		}
	}
	if !errors.Is(err, iotest.ErrTimeout) {
		t.Errorf("among the rows: %v", err)
	}
}

// TestABrokenRowTakesItsCaseAlong holds that no case is judged on the rows that are left
// when one of its own cannot be read.
func TestABrokenRowTakesItsCaseAlong(t *testing.T) {
	table := openTable(t, "clients.csv", "case,Offense\nA-1,theft\nA-1,\"arson\nB-1,\"theft\"\n")
	for _, c := range table.All() {
		_, fast := table.Case(c)
		ds := table.Record(c).Check(asOf)
		if good := c.ID == "B-1"; fast != good || (len(ds) == 0) != good {
			t.Errorf("%s of %d rows: read fast %v, %v", c.ID, len(c.Rows), fast, ds)
		}
	}
}

// TestIDsAreRemembered adds far more ids than the set begins with.
func TestIDsAreRemembered(t *testing.T) {
	var b strings.Builder
	b.WriteString("case,Offense\n")
	for i := range 40_000 {
		fmt.Fprintf(&b, "C-%d,theft\n", i%30_000)
	}
	table := openTable(t, "clients.csv", b.String())
	returned := 0
	for c := range table.Adjacent() {
		if _, ok := table.Case(c); !ok {
			returned++
		}
	}
	if returned != 10_000 {
		t.Errorf("%d cases returned, want 10000", returned)
	}
}

func TestEmptyColumnsBehindTheHeaders(t *testing.T) {
	commas := strings.Repeat(",", 3_000)
	table := openTable(t, "clients.csv", "case,Offense"+commas+"\nA-1,theft"+commas+"\n")
	got, _ := dump(table, table.All())
	if want := "case \"A-1\" rows 2\n  case = \"A-1\"\n  charges[0].offense = \"theft\"\n"; got != want {
		t.Errorf("%s", got)
	}
}

// TestAccentsWrittenApart gives the letters of a name and their accents as one character
// and as two. Both are the same name, in a row, on a later row of the same case, in the
// quick reading and in the careful one, and where twins are looked for.
func TestAccentsWrittenApart(t *testing.T) {
	const sheet = `case,First name,Last name,Date of birth,Cause number,Offense
A-1,Nguyễn,Ánh,1988-02-29,ĐA-é1,theft
A-1,%[1]s,Ánh,1988-02-29,ĐA-é2,theft
B-1,%[1]s,Ánh,1988-02-29,ĐA-é1,theft
`
	apart := norm.NFD.String("Nguyễn")
	read := func(text string) (*intake.Table, []intake.Client) {
		table := openTable(t, "clients.csv", text)
		return table, table.All()
	}
	whole, clients := read(fmt.Sprintf(sheet, "Nguyễn"))
	want := whole.Record(clients[0])
	for _, text := range []string{fmt.Sprintf(sheet, apart), norm.NFD.String(fmt.Sprintf(sheet, "Nguyễn"))} {
		table, clients := read(text)
		rec := table.Record(clients[0])
		if !reflect.DeepEqual(want.Case, rec.Case) || len(rec.Diagnostics) > 0 {
			t.Errorf("the careful reading gives %v\n%+v, want\n%+v", rec.Diagnostics, rec.Case, want.Case)
		}
		if c, ok := table.Case(clients[0]); ok && !reflect.DeepEqual(want.Case, c) {
			t.Errorf("the quick reading gives\n%+v, want\n%+v", c, want.Case)
		}
		if diff := cmp.Diff([]string{"B-1"}, clients[0].Twins); diff != "" {
			t.Error(diff)
		}
	}
}
