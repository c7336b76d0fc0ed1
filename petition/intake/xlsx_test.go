package intake_test

import (
	"archive/zip"
	"bytes"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"expunge/petition"
)

// workbook writes a sheet with excelize, so that what we read was not written by us.
func workbook(t testing.TB, fill func(f *excelize.File)) string {
	t.Helper()
	f := excelize.NewFile()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func setRows(t testing.TB, f *excelize.File, sheet string, rows ...[]any) {
	t.Helper()
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow(sheet, cell, &row); err != nil {
			t.Fatal(err)
		}
	}
}

// styled gives a cell a number format.
func styled(t testing.TB, f *excelize.File, cell, format string) {
	t.Helper()
	id, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
		t.Fatal(err)
	}
}

func TestWorkbookCells(t *testing.T) {
	born := time.Date(1988, 2, 29, 0, 0, 0, 0, time.UTC)
	content := workbook(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1",
			[]any{"case", "Last name", "Date of birth", "Offense", "Cause number", "ZIP code", "Balance due", "Blood alcohol result", "Was there an indictment?", "Date of the offense"},
			[]any{"A-1", "Nuñez", born, "theft", 123, 3920, 420.5, 0.1 + 0.2 - 0.18, true, "3/4/2021"},
			[]any{"A-2", "Example", "1990-01-02", "assault", "0124", "39201", "420", "none", "no", 44259})
		styled(t, f, "E2", "0000")
		styled(t, f, "F2", "00000")
		styled(t, f, "G2", `"$"#,##0.00`)
		styled(t, f, "J3", `[$-409]mmmm\ d\,\ yyyy;@`)
	})
	table := openTable(t, "clients.xlsx", content)
	all := table.All()
	got, ds := dump(table, all)
	if len(ds) > 0 {
		t.Fatal(got)
	}
	want := `case "A-1" rows 2
  case = "A-1"
  petitioner.name.last = "Nuñez"
  petitioner.date_of_birth = "1988-02-29"
  petitioner.address.zip = "03920"
  charges[0].cause_number = "0123"
  charges[0].offense = "theft"
  charges[0].offense_date = "2021-03-04"
  charges[0].indicted = "yes"
  charges[0].sentence.balance_due = "420.50"
  charges[0].dui.bac = "0.12"
case "A-2" rows 3
  case = "A-2"
  petitioner.name.last = "Example"
  petitioner.date_of_birth = "1990-01-02"
  petitioner.address.zip = "39201"
  charges[0].cause_number = "0124"
  charges[0].offense = "assault"
  charges[0].offense_date = "2021-03-04"
  charges[0].indicted = "no"
  charges[0].sentence.balance_due = "420.00"
  charges[0].dui.bac = "none"
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, c := range all {
		fast, ok := table.Case(c)
		if ok && !cmp.Equal(fast, table.Record(c).Case, sameCase) {
			t.Errorf("%s is read otherwise when read fast", c.ID)
		}
		if !ok && c.ID == "A-2" {
			t.Errorf("%s is not read fast", c.ID)
		}
	}
}

func TestWorkbookProblemsNameTheCell(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		if err := f.SetSheetName("Sheet1", "Sign up"); err != nil {
			t.Fatal(err)
		}
		setRows(t, f, "Sign up",
			[]any{"case", "Code section", "Kind of court", "Offense", "Date of arrest"},
			[]any{"A-1", time.Date(2023, 9, 23, 0, 0, 0, 0, time.UTC), "circus", "theft", "1/2/19"},
			[]any{"A-2", "97-17-41", "circuit", "theft", time.Date(2023, 9, 23, 14, 30, 0, 0, time.UTC), "stray"})
	})
	table := openTable(t, "clients.xlsx", content)
	var got []string
	for _, c := range table.All() {
		for _, d := range table.Record(c).Check(asOf) {
			got = append(got, d.Position.String()+" "+string(d.Path)+" "+string(d.Code))
		}
	}
	want := []string{
		"clients.xlsx:'Sign up'!B2 (Code section) charges[0].section cell.date",
		"clients.xlsx:'Sign up'!E2 (Date of arrest) charges[0].arrest.date date.format",
		"clients.xlsx:'Sign up'!C2 (Kind of court) charges[0].court.level word.unknown",
		"clients.xlsx:'Sign up'!F3  row.long",
		"clients.xlsx:'Sign up'!E3 (Date of arrest) charges[0].arrest.date date.format",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWorkbookMergedCellsGoDown(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		setRows(t, f, "Sheet1",
			[]any{"case", "Last name", "Offense"},
			[]any{"A-1", "Sampleton", "theft"},
			[]any{nil, nil, "assault"},
			[]any{nil, nil, "arson"},
			[]any{nil, nil, "trespass"})
		for _, r := range [][2]string{{"A2", "A4"}, {"B2", "B4"}} {
			if err := f.MergeCell("Sheet1", r[0], r[1]); err != nil {
				t.Fatal(err)
			}
		}
	})
	table := openTable(t, "clients.xlsx", content)
	all := table.All()
	if len(all) != 2 || len(all[0].Rows) != 3 || len(table.Record(all[0]).Case.Charges) != 3 {
		got, _ := dump(table, all)
		t.Fatalf("the rows that share a cell are not one case:\n%s", got)
	}
	if ds := table.Record(all[1]).Diagnostics; len(ds) != 1 || ds[0].Code != "case.missing" {
		t.Errorf("the row below them: %v", ds)
	}
}

func TestWorkbookOtherSheets(t *testing.T) {
	content := workbook(t, func(f *excelize.File) {
		if _, err := f.NewSheet("People"); err != nil {
			t.Fatal(err)
		}
		if _, err := f.NewSheet("More"); err != nil {
			t.Fatal(err)
		}
		setRows(t, f, "People", []any{"case", "Offense"}, []any{"A-1", "theft"})
		f.SetActiveSheet(1)
		if err := f.SetSheetVisible("Sheet1", false); err != nil {
			t.Fatal(err)
		}
	})
	table := openTable(t, "clients.xlsx", content)
	got, _ := dump(table, table.All())
	want := "note: only the first sheet is read; the workbook has 1 more\ncase \"A-1\" rows 2\n  case = \"A-1\"\n  charges[0].offense = \"theft\"\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// rawWorkbook is a workbook of one sheet, written by hand.
func rawWorkbook(sheetData, more string) string {
	return zipped(map[string]string{
		"_rels/.rels":                `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="worksheets/s.xml"/><Relationship Id="r2" Type="http://x/styles" Target="/xl/styles.xml"/><Relationship Id="r3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/styles.xml":              `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
		"xl/sharedStrings.xml":       `<sst><si><t>the</t><rPh><t>reading</t></rPh></si><si><r><t>th</t></r><r><t>eft_x0041_</t></r></si></sst>`,
		"xl/worksheets/s.xml":        `<x:worksheet xmlns:x="x"><x:sheetData>` + sheetData + more,
	})
}

// zipped packs parts without making them smaller, which would take most of the time of a
// test: what excelize writes is.
func zipped(parts map[string]string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

const sheetEnd = `</x:sheetData></x:worksheet>`

// headRow is the headers case, Offense and Date of arrest, as texts in their cells.
const headRow = `<row r="1"><c t="inlineStr"><is><t>case</t></is></c><c t="inlineStr"><is><t>Off</t><t>ense</t></is></c><c t="str"><v>Date of arrest</v></c></row>`

func errorWorkbook() string {
	return rawWorkbook(headRow+`<row><c t="inlineStr"><is><t>A-1</t></is></c><c t="e"><v>#REF!</v></c><c><f>TODAY()</f></c></row>`, sheetEnd)
}

func TestWorkbookByHand(t *testing.T) {
	content := rawWorkbook(headRow+
		`<row r="5"><c r="A5" t="inlineStr"><is><t>A-1</t></is></c><c r="B5" t="s"><v>1</v></c><c r="C5" s="1"><v>39000</v></c></row>`+
		`<row><c t="str"><f>"A"</f><v>A-2</v></c><c r="C6" t="d"><v>2011-02-03T00:00:00Z</v></c></row>`, sheetEnd)
	table := openTable(t, "clients.xlsx", content)
	got, _ := dump(table, table.All())
	want := `case "A-1" rows 5
  case = "A-1"
  charges[0].offense = "theftA"
  charges[0].arrest.date = "2010-10-11"
case "A-2" rows 6
  case = "A-2"
  charges[0].arrest.date = "2011-02-03"
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWorkbookErrors(t *testing.T) {
	table := openTable(t, "clients.xlsx", errorWorkbook())
	var got []string
	for _, d := range table.Record(table.All()[0]).Check(asOf) {
		got = append(got, d.String())
	}
	want := []string{
		"clients.xlsx:S!B2 (Offense): charges[0].offense: the cell holds an error instead of a value\n    hint: mend the formula, or type the value",
		"clients.xlsx:S!C2 (Date of arrest): charges[0].arrest.date: the cell holds a formula without a result\n    hint: open the workbook in a spreadsheet program and save it, or type the value",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWorkbookThatBreaksOff(t *testing.T) {
	for name, content := range map[string]string{
		"in a row":        rawWorkbook(headRow+`<row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c>`, ""),
		"after a row":     rawWorkbook(headRow+`<row r="2"><c r="A2" t="inlineStr"><is><t>A-1</t></is></c></row>`, ""),
		"before the rows": zipped(map[string]string{"xl/workbook.xml": "<workbook>"}),
		"not a workbook":  zipped(map[string]string{"word/document.xml": "<x/>"}),
		"cut":             "PK\x03\x04",
	} {
		table := openTable(t, "clients.xlsx", content)
		table.All()
		if ps := table.Problems(); len(ps) != 1 || ps[0].Code != "table.workbook" || ps[0].Hint == "" || ps[0].File != "clients.xlsx" {
			t.Errorf("%s: %v", name, ps)
		}
	}
}

// TestSerialDays compares days with those of another reader, on both sides of the day in
// 1900 that never was.
func TestSerialDays(t *testing.T) {
	var days []time.Time
	rows := [][]any{{"case", "Date of arrest"}}
	for _, d := range []time.Time{
		time.Date(1900, 1, 2, 0, 0, 0, 0, time.UTC), time.Date(1900, 2, 28, 0, 0, 0, 0, time.UTC), time.Date(1900, 3, 1, 0, 0, 0, 0, time.UTC),
		time.Date(1999, 12, 31, 0, 0, 0, 0, time.UTC), time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC),
	} {
		days = append(days, d)
		rows = append(rows, []any{"A-" + d.Format("2006-01-02"), d})
	}
	table := openTable(t, "clients.xlsx", workbook(t, func(f *excelize.File) { setRows(t, f, "Sheet1", rows...) }))
	all := table.All()
	if len(all) != len(days) {
		t.Fatalf("%d cases", len(all))
	}
	for i, c := range all {
		rec := table.Record(c)
		if len(rec.Diagnostics) > 0 || rec.Case.Charges[0].Arrest.Date != petition.DateOf(days[i]) {
			t.Errorf("%s is read as %v: %v", days[i].Format(time.DateOnly), rec.Case.Charges, rec.Diagnostics)
		}
	}
}
