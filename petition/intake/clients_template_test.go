package intake_test

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"expunge/assets"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

const templateFile = "clients_template.xlsx"

// TestTemplateWorkbookIsUpToDate writes the workbook again and compares its parts.
func TestTemplateWorkbookIsUpToDate(t *testing.T) {
	fresh := templateWorkbook(t)
	if *update {
		if err := os.WriteFile(templateFile, fresh, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(workbookParts(t, intake.TemplateClientsXLSX()), workbookParts(t, fresh)); diff != "" {
		t.Errorf("go test ./petition/intake -run TemplateWorkbook -update writes it again (-is +should be)\n%s", diff)
	}
}

// workbookParts leaves out what tells only when a workbook was written.
func workbookParts(t *testing.T, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(f.Name, "docProps/") {
			out[f.Name] = string(b)
		}
	}
	return out
}

// templateWorkbook writes the starter workbook: the cells of the starter CSV, formats that
// keep a spreadsheet from changing what is typed, and lists to choose from.
func templateWorkbook(t *testing.T) []byte {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(intake.TemplateClients())).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // nothing of it is on a disk
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const sheet, lists = "Clients", "Lists"
	must(f.SetSheetName("Sheet1", sheet))
	_, err = f.NewSheet(lists)
	must(err)
	head, err := f.NewStyle(&excelize.Style{NumFmt: 49, Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	must(err)
	plain, err := f.NewStyle(&excelize.Style{NumFmt: 49})
	must(err)
	iso := "yyyy\\-mm\\-dd"
	days, err := f.NewStyle(&excelize.Style{CustomNumFmt: &iso})
	must(err)
	for i, p := range petition.Fields() {
		column, err := excelize.ColumnNumberToName(i + 1)
		must(err)
		style := plain
		if fieldType(p) == "date" {
			style = days
		}
		must(f.SetColStyle(sheet, column, style))
		must(f.SetColWidth(sheet, column, column, 20))
		for n, row := range rows {
			cell := fmt.Sprint(column, n+1)
			if d, err := petition.ParseDate(row[i]); err == nil && style == days {
				must(f.SetCellFloat(sheet, cell, serial(d), 0, 64))
				must(f.SetCellStyle(sheet, cell, cell, days))
				continue
			}
			if row[i] != "" {
				must(f.SetCellStr(sheet, cell, row[i]))
			}
		}
		must(f.SetCellStyle(sheet, column+"1", column+"1", head))
		if words := wordsFor(p); words != nil {
			must(choose(f, sheet, lists, column, i, words, p))
		}
	}
	must(f.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}))
	must(f.SetSheetVisible(lists, false))
	var b bytes.Buffer
	must(f.Write(&b))
	return b.Bytes()
}

// serial is the number by which a workbook writes a day after February 1900.
func serial(d petition.Date) float64 {
	n := 0
	for e := petition.NewDate(1899, 12, 30); e.Before(d); n++ {
		e = e.AddDays(1)
	}
	return float64(n)
}

// fieldType tells dates and questions from other fields, by what they read.
func fieldType(p petition.Path) string {
	path := petition.Path(strings.ReplaceAll(string(p), "[]", "[0]"))
	fill := func(s string) []intake.Diagnostic {
		return intake.Fill(slices.Values([]intake.Fact{{Path: path, Text: s}})).Diagnostics
	}
	if len(fill("2021-02-03")) == 0 && len(fill("2021-02-30")) > 0 {
		return "date"
	}
	if len(fill("yes")) == 0 && len(fill("perhaps so")) > 0 {
		return "answer"
	}
	return ""
}

// wordsFor returns what a field can be chosen from: its closed list, or the counties.
func wordsFor(p petition.Path) []string {
	switch {
	case strings.HasSuffix(string(p), "restitution_paid"):
		return petition.Restitution("").Values()
	case fieldType(p) == "answer":
		return []string{"yes", "no", "unknown"}
	case strings.HasSuffix(string(p), ".county"):
		var names []string
		for _, c := range assets.Counties() {
			names = append(names, c.Name)
		}
		return names
	}
	path := petition.Path(strings.ReplaceAll(string(p), "[]", "[0]"))
	ds := intake.Fill(slices.Values([]intake.Fact{{Path: path, Text: "zzzzzzzz"}})).Diagnostics
	if len(ds) == 0 {
		return nil
	}
	_, words, ok := strings.Cut(ds[0].Hint, "one of: ")
	if !ok {
		return nil
	}
	return strings.Split(words, ", ")
}

// choose offers words below a header; another may be typed only where a court of another
// state has another county.
func choose(f *excelize.File, sheet, lists, column string, i int, words []string, p petition.Path) error {
	for n, word := range words {
		if err := f.SetCellStr(lists, fmt.Sprint(column, n+1), word); err != nil {
			return err
		}
	}
	v := excelize.NewDataValidation(true)
	v.SetSqref(fmt.Sprintf("%s2:%s5000", column, column))
	v.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", lists, column, column, len(words)))
	style := excelize.DataValidationErrorStyleStop
	if strings.HasSuffix(string(p), ".county") {
		style = excelize.DataValidationErrorStyleWarning
	}
	v.SetError(style, intake.HeaderOf(p), "Choose one of the list.")
	return f.AddDataValidation(sheet, v)
}

func TestTemplatesHoldExamplesAlone(t *testing.T) {
	for name, content := range map[string]string{"clients.csv": intake.TemplateClients(), "clients.xlsx": string(intake.TemplateClientsXLSX())} {
		table := openTable(t, name, content)
		if got := table.All(); len(got) > 0 || len(table.Problems()) != 1 || table.Problems()[0].Code != "table.empty" || table.Err() != nil {
			t.Errorf("%s: %d cases, %v, %v", name, len(got), table.Problems(), table.Err())
		}
		if want := []string{"5 example rows were skipped: the case begins with EXAMPLE-"}; !slices.Equal(table.Notes(), want) {
			t.Errorf("%s: notes are %q", name, table.Notes())
		}
	}
}

func TestTemplateExamplesAreCases(t *testing.T) {
	pathways := map[string]string{"FELONY": "99-19-71(2)", "MISDEMEANOR": "99-19-71(1)", "DISMISSED": "99-19-71(4)", "DUI": "63-11-30(13)", "NONADJUDICATED": "99-15-26(5)"}
	workbook := renamed(t, intake.TemplateClientsXLSX())
	for name, content := range map[string]string{"clients.csv": strings.ReplaceAll(intake.TemplateClients(), "EXAMPLE-", ""), "clients.xlsx": workbook} {
		table := openTable(t, name, content)
		seen := map[string]string{}
		for _, c := range table.All() {
			r := table.Record(c)
			if ds := r.Check(asOf); len(ds) > 0 {
				t.Errorf("%s", lines(ds))
				continue
			}
			if fast, ok := table.Case(c); !ok || !cmp.Equal(fast, r.Case, sameCase) {
				t.Errorf("%s: read fast, the case is %s", c.ID, cmp.Diff(r.Case, fast, sameCase))
			}
			a := rules.Assess(r.Case, asOf).Charges[0]
			if a.Status != rules.Eligible {
				t.Errorf("%s is %s under %s, missing %v", c.ID, a.Status, a.Pathway, a.Missing)
			}
			seen[c.ID] = string(a.Pathway)
		}
		if diff := cmp.Diff(pathways, seen); diff != "" {
			t.Errorf("%s: the routes of the examples (-want +got)\n%s", name, diff)
		}
	}
}

// renamed takes the prefix of examples off the case ids of a workbook.
func renamed(t *testing.T, data []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for row := 2; row <= 6; row++ {
		cell := fmt.Sprint("A", row)
		id, err := f.GetCellValue("Clients", cell)
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStr("Clients", cell, strings.TrimPrefix(id, "EXAMPLE-")); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTemplateWorkbookGuards looks at the workbook with eyes not our own.
func TestTemplateWorkbookGuards(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(intake.TemplateClientsXLSX()))
	if err != nil {
		t.Fatal(err)
	}
	validations, err := f.GetDataValidations("Clients")
	if err != nil {
		t.Fatal(err)
	}
	chosen := map[string]bool{}
	for _, v := range validations {
		column, _, _ := strings.Cut(v.Sqref, "2:")
		chosen[column] = true
	}
	for i, p := range petition.Fields() {
		column, _ := excelize.ColumnNumberToName(i + 1)
		id, err := f.GetColStyle("Clients", column)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if isText := style.NumFmt == 49; isText == (fieldType(p) == "date") {
			t.Errorf("column %s, %s, has the number format %d", column, p, style.NumFmt)
		}
		if want := wordsFor(p) != nil; chosen[column] != want {
			t.Errorf("column %s, %s: a list to choose from is %v", column, p, chosen[column])
		}
	}
	if len(chosen) < 40 {
		t.Errorf("only %v columns have a list", slices.Sorted(maps.Keys(chosen)))
	}
}
