package intake_test

import (
	"fmt"
	"runtime"
	"slices"
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

// costOf reads a workbook to its end within limits and returns what it cost in bytes
// allocated, and all that is wrong with it.
func costOf(t *testing.T, content string, most intake.Limits) (mib uint64, found []intake.Diagnostic) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	table, err := intake.ReadTableWithin("c.xlsx", strings.NewReader(content), most)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range table.All() {
		found = append(found, table.Record(c).Check(asOf)...)
	}
	runtime.ReadMemStats(&after)
	return (after.TotalAlloc - before.TotalAlloc) >> 20, append(table.Problems(), found...)
}

// bombs are workbooks that ask for much more memory than they have bytes, what each may
// cost, which is a small part of what it did once, and what is said of it.
func bombs() []bomb {
	row := `<row r="2"><c t="inlineStr"><is><t>A-1</t></is></c><c t="inlineStr"><is><t>theft</t></is></c></row>`
	longText := `<sst><si><t>` + strings.Repeat("x", 512<<10) + `</t></si></sst>`
	longRows := func(n int) string {
		return parts("S", rowsOf(strings.Repeat(`<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`, n)), longText, noStyles)
	}
	formats := func(n int) string {
		return parts("S", rowsOf(row), noTexts, `<styleSheet><cellXfs>`+strings.Repeat("<xf/>", n)+`</cellXfs></styleSheet>`)
	}
	var sparse strings.Builder
	for i := range 3_000 {
		fmt.Fprintf(&sparse, `<row><c r="BXX%d" t="b"><v>1</v></c></row>`, i+2)
	}
	deep := strings.Repeat("<r>", 1<<18)
	return []bomb{
		{"a long text in many cells", longRows(100), intake.Limits{}, 24, "cell.long", "32767"},
		{"a row of 1,000 long texts", parts("S", wideSheet(1_000), longText, noStyles), intake.Limits{}, 60, "row.size", "4 MiB"},
		{"long texts in all rows", longRows(140), intake.Limits{Unpacked: 8 << 20}, 24, "table.size", "8 MiB of text"},
		{"cells far out", parts("S", rowsOf(sparse.String()), noTexts, noStyles), intake.Limits{}, 24, "row.long", "under no header"},
		{"more than there may be of a part", formats(1 << 18), intake.Limits{Part: 64 << 10}, 12, "table.size", "styles.xml in the workbook unpacks to more than 64 KiB"},
		{"65,491 formats", formats(65_491), intake.Limits{}, 60, "table.workbook", "formats"},
		{"deep styles", parts("S", rowsOf(row), noTexts, `<styleSheet>`+deep), intake.Limits{}, 6, "table.workbook", "nested"},
		{"deep texts", parts("S", rowsOf(row), `<sst><si>`+deep, noStyles), intake.Limits{}, 6, "table.workbook", "nested"},
		{"a deep sheet", parts("S", deep, noTexts, noStyles), intake.Limits{}, 6, "table.workbook", "nested"},
		{"very many attributes", parts("S", rowsOf(`<row><c `+strings.Repeat(`a="&gt;>" `, 1<<17)+`/></row>`), noTexts, noStyles), intake.Limits{}, 12, "table.workbook", "64 KiB"},
		{"very many attributes behind a text", parts("S", rowsOf("<row>\n<c "+strings.Repeat(`a="" `, 1<<17)+`/></row>`), noTexts, noStyles), intake.Limits{}, 12, "table.workbook", "64 KiB"},
		{"a text of more than 8 MiB", parts("S", rowsOf(row), `<sst><si><t>`+strings.Repeat("x", 9<<20), noStyles), intake.Limits{}, 80, "table.workbook", "8 MiB"},
		{"an entity", parts("S", `<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>`+rowsOf(row), noTexts, noStyles), intake.Limits{}, 3, "table.workbook", "document type declaration"},
		{"an entity in the styles", parts("S", rowsOf(row), noTexts, `<!DOCTYPE w []>`+noStyles), intake.Limits{}, 3, "table.workbook", "document type declaration"},
		{"rows without end", parts("S", rowsOf(strings.Repeat("<row/>", 100_000)), noTexts, noStyles), intake.Limits{Rows: 1_000}, 4, "table.size", "more than 1000 rows"},
		{"empty cells without end", parts("S", rowsOf("<row>"+strings.Repeat("<c/>", 100_000)+"</row>"), noTexts, noStyles), intake.Limits{Slots: 1_000}, 4, "table.size", "more than 1000 cells"},
		{"empty cells in all rows", parts("S", rowsOf(strings.Repeat("<row>"+strings.Repeat("<c/>", 500)+"</row>", 100)), noTexts, noStyles), intake.Limits{Slots: 10_000}, 8, "table.size", "more than 10000 cells"},
		{"tags among the texts", parts("S", rowsOf(row), "<sst>"+strings.Repeat("<a/>", 50_000)+"</sst>", noStyles), intake.Limits{Tokens: 1_000}, 4, "table.size", "more tags"},
		{"tags before the rows", parts("S", "<worksheet>"+strings.Repeat("<a/>", 50_000)+strings.TrimPrefix(rowsOf(row), "<worksheet>"), noTexts, noStyles), intake.Limits{Tokens: 1_000}, 4, "table.size", "more tags"},
		{"tags behind the rows", parts("S", strings.TrimSuffix(rowsOf(row), "</worksheet>")+strings.Repeat("<a/>", 50_000)+"</worksheet>", noTexts, noStyles), intake.Limits{Tokens: 1_000}, 4, "table.size", "more tags"},
		{"attributes in all cells", parts("S", rowsOf("<row>"+strings.Repeat("<c"+strings.Repeat(` a=""`, 50)+"/>", 300)+"</row>"), noTexts, noStyles), intake.Limits{Tokens: 10_000}, 8, "table.size", "more tags"},
		{"more cells than are kept", parts("S", "<worksheet><sheetData>"+wideHead(2_000)+strings.Repeat(`<row><c r="BXX2" t="b"><v>1</v></c></row>`, 2_000)+"</sheetData></worksheet>", noTexts, noStyles), intake.Limits{Slots: 100_000}, 80, "table.size", "100000 cells"},
	}
}

type bomb struct {
	what, content string
	limits        intake.Limits
	most          uint64 // MiB
	code, says    string
}

func TestASmallWorkbookDoesNotAskForMuch(t *testing.T) {
	for _, c := range bombs() {
		cost, found := costOf(t, c.content, c.limits)
		said := func(d intake.Diagnostic) bool {
			return string(d.Code) == c.code && strings.Contains(d.Message, c.says) && d.Hint != "" && strings.HasPrefix(d.File, "c.xlsx")
		}
		if !slices.ContainsFunc(found, said) {
			t.Errorf("%s: not %s (%s) but %.300s", c.what, c.code, c.says, fmt.Sprint(found))
		}
		t.Logf("%s: %d MiB", c.what, cost)
		if cost > c.most {
			t.Errorf("%s: %d MiB allocated, of %d", c.what, cost, c.most)
		}
	}
}

// TestAWorkbookThatPassesASmallLimitIsReadWithinTheUsualOne holds that a limit was refused
// for what it is, and not for another.
func TestAWorkbookThatPassesASmallLimitIsReadWithinTheUsualOne(t *testing.T) {
	n := 0
	for _, c := range bombs() {
		if c.limits == (intake.Limits{}) || strings.Contains(c.says, "styles.xml") { // whose formats are too many, too
			continue
		}
		n++
		table := openTable(t, "c.xlsx", c.content)
		for _, ok := table.Next(); ok; _, ok = table.Next() {
		}
		for _, d := range table.Problems() {
			if strings.HasPrefix(string(d.Code), "table") && d.Code != "table.empty" {
				t.Errorf("%s: %v", c.what, d)
			}
		}
	}
	if n != 9 {
		t.Errorf("%d workbooks", n)
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
