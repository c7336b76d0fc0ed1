package intake_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"expunge/petition/intake"
)

// parts is a workbook of one sheet with the parts that a test is about.
func parts(name, sheet, texts, styles string) string {
	return zipped(map[string]string{
		"xl/workbook.xml":            `<workbook xmlns:r="r"><sheets><sheet name="` + name + `" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="http://x/styles" Target="styles.xml"/><Relationship Id="r3" Type="http://x/sharedStrings" Target="texts.xml"/></Relationships>`,
		"xl/s.xml":                   sheet,
		"xl/texts.xml":               texts,
		"xl/styles.xml":              styles,
	})
}

const (
	noTexts  = `<sst/>`
	noStyles = `<styleSheet/>`
)

// rowsOf is a sheet with the headers case, Offense and Date of arrest.
func rowsOf(rows string) string {
	return `<worksheet><sheetData>` + headRow + rows + `</sheetData></worksheet>`
}

// costOf reads a workbook to its end and returns what it cost in bytes allocated, and all
// that is wrong with it.
func costOf(t *testing.T, content string) (mib uint64, found []intake.Diagnostic) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	found = codesOf(t, "c.xlsx", content)
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) >> 20, found
}

// TestASmallWorkbookDoesNotAskForMuch reads workbooks of a few kilobytes that ask for all
// memory there is. What each may allocate in all is a small part of what it did once.
func TestASmallWorkbookDoesNotAskForMuch(t *testing.T) {
	row := `<row r="2"><c t="inlineStr"><is><t>A-1</t></is></c><c t="inlineStr"><is><t>theft</t></is></c></row>`
	longText := `<sst><si><t>` + strings.Repeat("x", 4<<20) + `</t></si></sst>`
	var sparse strings.Builder
	for i := range 30_000 {
		fmt.Fprintf(&sparse, `<row><c r="BXX%d" t="b"><v>1</v></c></row>`, i+2)
	}
	for _, c := range []struct {
		what, content string
		most          uint64 // MiB
		code, says    string
	}{
		{"one text of 4 MiB in many cells", parts("S", rowsOf(strings.Repeat(`<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`, 100)), longText, noStyles), 80, "cell.long", "32767"},
		{"a row of 1,000 long texts", parts("S", wideSheet(1_000), longText, noStyles), 120, "row.size", "4 MiB"},
		{"long texts in all rows", parts("S", rowsOf(strings.Repeat(`<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`, 4_200)), longText, noStyles), 250, "table.size", "256 MiB"},
		{"cells far out", parts("S", rowsOf(sparse.String()), noTexts, noStyles), 150, "row.long", "under no header"},
		{"3 million formats", parts("S", rowsOf(row), noTexts, `<styleSheet><cellXfs>`+strings.Repeat("<xf/>", 3<<20)+`</cellXfs></styleSheet>`), 600, "table.size", "styles.xml"},
		{"65,491 formats", parts("S", rowsOf(row), noTexts, `<styleSheet><cellXfs>`+strings.Repeat("<xf/>", 65_491)+`</cellXfs></styleSheet>`), 60, "table.workbook", "formats"},
		{"deep styles", parts("S", rowsOf(row), noTexts, `<styleSheet>`+strings.Repeat("<r>", 5<<20)), 40, "table.workbook", "nested"},
		{"deep texts", parts("S", rowsOf(row), `<sst><si>`+strings.Repeat("<r>", 5<<20), noStyles), 40, "table.workbook", "nested"},
		{"a deep sheet", parts("S", strings.Repeat("<a>", 5<<20), noTexts, noStyles), 60, "table.workbook", "nested"},
		{"millions of attributes", parts("S", rowsOf(`<row><c `+strings.Repeat(`a="&gt;>" `, 2<<20)+`/></row>`), noTexts, noStyles), 60, "table.workbook", "64 KiB"},
		{"millions of attributes behind a text", parts("S", rowsOf("<row>\n<c "+strings.Repeat(`a="" `, 2<<20)+`/></row>`), noTexts, noStyles), 60, "table.workbook", "64 KiB"},
		{"a text of more than 8 MiB", parts("S", rowsOf(row), `<sst><si><t>`+strings.Repeat("x", 9<<20), noStyles), 80, "table.workbook", "8 MiB"},
		{"an entity", parts("S", `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>`+rowsOf(row), noTexts, noStyles), 10, "table.workbook", "document type declaration"},
		{"an entity in the styles", parts("S", rowsOf(row), noTexts, `<!DOCTYPE w []>`+noStyles), 10, "table.workbook", "document type declaration"},
		{"more rows than a spreadsheet has", parts("S", rowsOf(strings.Repeat("<row/>", 1_048_576)), noTexts, noStyles), 500, "table.size", "1048576 rows"},
		{"more cells than are kept", parts("S", "<worksheet><sheetData>"+wideHead(2_000)+strings.Repeat(`<row><c r="BXX2" t="b"><v>1</v></c></row>`, 8_000)+"</sheetData></worksheet>", noTexts, noStyles), 1_000, "table.size", "16000000 cells"},
	} {
		cost, found := costOf(t, c.content)
		said := false
		for _, d := range found {
			said = said || string(d.Code) == c.code && strings.Contains(d.Message, c.says) && d.Hint != "" && strings.HasPrefix(d.File, "c.xlsx")
		}
		if !said {
			t.Errorf("%s: not %s (%s) but %.300s", c.what, c.code, c.says, fmt.Sprint(found))
		}
		t.Logf("%s: %d MiB", c.what, cost)
		if cost > c.most {
			t.Errorf("%s: %d MiB allocated, of %d", c.what, cost, c.most)
		}
	}
}

// wideHead is a row of headers.
func wideHead(columns int) string {
	return `<row r="1"><c t="str"><v>case</v></c>` + strings.Repeat(`<c t="str"><v>Offense</v></c>`, columns-1) + `</row>`
}

// wideSheet has a row in which every cell holds the first of the shared texts.
func wideSheet(columns int) string {
	return "<worksheet><sheetData>" + wideHead(columns) + "<row>" + strings.Repeat(`<c t="s"><v>0</v></c>`, columns) + "</row></sheetData></worksheet>"
}

func TestTheNameOfASheetIsCut(t *testing.T) {
	content := parts(strings.Repeat("é", 30_000), rowsOf(`<row><c t="str"><v>A-1</v></c><c/><c/><c t="str"><v>stray</v></c></row>`), noTexts, noStyles)
	found := codesOf(t, "c.xlsx", content)
	if want := "c.xlsx:'" + strings.Repeat("é", 31) + "'!D2"; len(found) == 0 || found[0].File != want {
		t.Errorf("%.200v, want %s", found, want)
	}
}

// A row says once that it has cells far beyond the headers; those close behind them are
// kept, so that a list of problems still has them.
func TestStrayCells(t *testing.T) {
	content := parts("S", rowsOf(`<row r="2"><c r="A2" t="str"><v>A-1</v></c><c r="E2" t="str"><v>near</v></c><c r="GA2" t="str"><v>far</v></c><c r="GB2" t="str"><v>far</v></c><c r="GC2" t="str"><v> </v></c></row>`), noTexts, noStyles)
	table := openTable(t, "c.xlsx", content)
	all := table.All()
	var got []string
	for _, d := range table.Record(all[0]).Diagnostics {
		got = append(got, d.Position.String()+" "+string(d.Code))
	}
	if want := "c.xlsx:S!GA2 row.long,c.xlsx:S!E2 row.long"; strings.Join(got, ",") != want {
		t.Errorf("%v, want %s", got, want)
	}
	if cells := all[0].Rows[0].Cells; len(cells) != 5 || cells[4] != "near" {
		t.Errorf("%d cells are kept", len(cells))
	}
}

// A cell without a name stands behind the one before it, be that empty or not.
func TestCellsWithoutNamesKeepTheirPlace(t *testing.T) {
	table := openTable(t, "c.xlsx", parts("S", rowsOf(`<row><c t="str"><v>A-1</v></c><c/><c t="str"><v>2011-02-03</v></c></row>`), noTexts, noStyles))
	if row, ok := table.Next(); !ok || strings.Join(row.Cells, ",") != "A-1,,2011-02-03" {
		t.Errorf("%q", row.Cells)
	}
}
