package intake_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/petition/intake"
)

// identified is a sheet with the headers case, Offense, Cause number and notes.
func identified(rows string) string {
	head := ""
	for _, h := range []string{"case", "Offense", "Cause number", "Notes"} {
		head += `<c t="str"><v>` + h + `</v></c>`
	}
	return `<worksheet><sheetData><row>` + head + `</row>` + rows + `</sheetData></worksheet>`
}

// readCells returns the cells of the rows of a workbook, and where its problems are.
func readCells(t *testing.T, content string) (rows, found []string) {
	t.Helper()
	table := openTable(t, "c.xlsx", content)
	for _, c := range table.All() {
		for _, r := range c.Rows {
			rows = append(rows, strings.Join(r.Cells, "|"))
		}
		for _, d := range table.Record(c).Diagnostics {
			found = append(found, d.Position.String()+" "+string(d.Code)+": "+d.Message)
		}
	}
	for _, d := range table.Problems() {
		found = append(found, d.Position.String()+" "+string(d.Code)+": "+d.Message)
	}
	return rows, found
}

// A sheet keeps 15 digits. More of them are gone, or two numbers become one: what the file
// has is kept apart and is a problem.
func TestNumbersOfManyDigits(t *testing.T) {
	row := func(id, cause string) string {
		return `<row><c><v>` + id + `</v></c><c t="str"><v>theft</v></c><c s="1"><v>` + cause + `</v></c></row>`
	}
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
	rows, found := readCells(t, parts("S", identified(
		row("12345678901234561", "1")+row("12345678901234562", "999999999999999")+
			row("999999999999999", "1234567890123456789")+row("7", "-1E+15")+row("0.30000000000000004", "2")), noTexts, styles))
	if diff := cmp.Diff([]string{
		"12345678901234561|theft|0001", "12345678901234562|theft|999999999999999",
		"999999999999999|theft|1234567890123456789", "7|theft|-1E+15", "0.3|theft|0002",
	}, rows); diff != "" {
		t.Error(diff)
	}
	const says = " cell.error: the cell holds a number of more than 15 digits, of which a spreadsheet keeps only 15"
	if diff := cmp.Diff([]string{"c.xlsx:S!A2 (case)" + says, "c.xlsx:S!A3 (case)" + says, "c.xlsx:S!C4 (Cause number)" + says, "c.xlsx:S!C5 (Cause number)" + says}, found); diff != "" {
		t.Error(diff)
	}
}

// What stands twice, or out of order, would be read as the last of it, or as one case: no
// spreadsheet program writes it, and each shows it in its own way.
func TestWorkbooksThatSayThingsTwice(t *testing.T) {
	cell := func(name string) string { return `<c r="` + name + `" t="str"><v>` + name + `</v></c>` }
	end := `</sheetData></worksheet>`
	sheet := func(rows string) string { return parts("S", identified(rows), noTexts, noStyles) }
	tail := func(s string) string {
		return parts("S", strings.Replace(identified(""), end, s, 1), noTexts, noStyles)
	}
	for want, content := range map[string]string{
		"cell A2 stands twice":      sheet(`<row r="2">` + cell("A2") + cell("A2") + `</row>`),
		"cell A3 stands twice":      sheet(`<row r="3">` + cell("B3") + cell("A3") + `</row>`),
		"name of a cell in row 4":   sheet(`<row r="4">` + cell("A4") + cell("b4") + `</row>`),
		"row 5 stands behind row 5": sheet(`<row r="5">` + cell("A5") + `</row><row r="5">` + cell("A5") + `</row>`),
		"row 3 stands behind row 9": sheet(`<row r="9">` + cell("A9") + `</row><row r="3">` + cell("A3") + `</row>`),
		"the row behind row 1":      sheet(`<row r="x">` + cell("A2") + `</row>`),
		"within row 7":              sheet(`<row r="7">` + cell("A7") + `<row r="8">` + cell("B8") + `</row></row>`),
		"two tables of rows":        tail(`</sheetData><sheetData><row>` + cell("A2") + `</row>` + end),
		"end in two places":         tail(`<!--</sheetData>--><row>` + cell("A2") + `</row>` + end),
		"breaks off behind":         tail(`</sheetData><mergeCells>`),
	} {
		if _, found := readCells(t, content); len(found) != 1 || !strings.HasPrefix(found[0], "c.xlsx table.workbook: ") || !strings.Contains(found[0], want) {
			t.Errorf("not %q but %v", want, found)
		}
	}
	if _, found := readCells(t, sheet(`<row r="5">`+cell("A5")+cell("C5")+`</row><row>`+cell("A6")+`</row><row r="9">`+cell("A9")+`</row>`)); len(found) > 0 {
		t.Errorf("in order: %v", found)
	}
}

func TestTwoPartsOfOneName(t *testing.T) {
	whole := rawWorkbook(headRow, sheetEnd)
	for _, other := range []string{"xl/workbook.xml", "XL/WorkBook.xml", `\xl\workbook.xml`} {
		var b bytes.Buffer
		z, err := zip.NewReader(strings.NewReader(whole), int64(len(whole)))
		if err != nil {
			t.Fatal(err)
		}
		out := zip.NewWriter(&b)
		for _, f := range z.File {
			if err := out.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := out.Create(other); err != nil {
			t.Fatal(err)
		}
		if err := out.Close(); err != nil {
			t.Fatal(err)
		}
		if _, found := readCells(t, b.String()); len(found) != 1 || !strings.Contains(found[0], "the same name") {
			t.Errorf("%s: %v", other, found)
		}
	}
}

// A cell with text that is nothing to its kind is an error, and no empty cell.
func TestCellsThatHoldMoreThanTheyShow(t *testing.T) {
	row := func(cell string) string {
		return `<row><c t="str"><v>A-1</v></c><c t="str"><v>theft</v></c><c/>` + cell + `</row>`
	}
	for cell, want := range map[string]string{
		`<c t="b"><v>true</v></c>`:                       "TRUE",
		`<c t="b"><v>0</v></c>`:                          "FALSE",
		`<c t="b"/>`:                                     "",
		`<c t="inlineStr"><is><t>x</t></is></c>`:         "x",
		`<c t="inlineStr"><is><t>x</t></is><v>x</v></c>`: "x",
		`<c t="b"><v>maybe</v></c>`:                      "cell.error",
		`<c t="inlineStr"><v>x</v></c>`:                  "cell.error",
		`<c t="inlineStr"><is><t>x</t></is><v>y</v></c>`: "cell.error",
		`<c><is><t>x</t></is></c>`:                       "cell.error",
		`<c t="s"><is><t>x</t></is><v>0</v></c>`:         "cell.error",
	} {
		rows, found := readCells(t, parts("S", identified(row(cell)), `<sst><si><t>shared</t></si></sst>`, noStyles))
		got := strings.TrimPrefix(strings.TrimPrefix(rows[0], "A-1|theft"), "||")
		if want == "cell.error" {
			got = strings.Join(found, ",")
		} else if len(found) > 0 {
			t.Errorf("%s: %v", cell, found)
		}
		if !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s: %q, want %s", cell, got, want)
		}
	}
}

// A case id that is an error would be one case of the rows of many people.
func TestACaseIDThatIsAnError(t *testing.T) {
	row := `<row><c t="e"><v>#REF!</v></c><c t="str"><v>theft</v></c></row>`
	_, found := readCells(t, parts("S", identified(row+row+`<row><c><f>A1</f></c></row>`), noTexts, noStyles))
	const says = " (case) cell.error: the cell holds an error instead of a value"
	want := []string{"c.xlsx:S!A2" + says, "c.xlsx:S!A3" + says, "c.xlsx:S!A4 (case) case.missing: the row has no case id"}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
}

// What a clinic has passed over may hold what it likes.
func TestAnIgnoredColumnOfAWorkbookIsNotChecked(t *testing.T) {
	styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="&quot;V-&quot;000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`
	row := func(id, cell string) string {
		return `<row><c t="str"><v>` + id + `</v></c><c t="str"><v>theft</v></c><c/>` + cell + `</row>`
	}
	content := parts("S", identified(row("A-1", `<c><v>5312345678901234567</v></c>`)+row("A-2", `<c s="1"><v>7</v></c>`)+row("A-3", `<c t="e"><v>#REF!</v></c>`)), noTexts, styles)
	for header, want := range map[string]int{"Notes": 0, "Cause number": 3} {
		table := openTable(t, "c.xlsx", content, intake.Column{Header: header, Field: intake.IgnoredField})
		found := len(table.Problems())
		for _, c := range table.All() {
			found += len(table.Record(c).Diagnostics)
		}
		if found != want {
			t.Errorf("%s passed over: %d problems, want %d", header, found, want)
		}
	}
}

// Merged cells are found however their list is written.
func TestMergedCellsAreFound(t *testing.T) {
	for _, list := range []string{
		`<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`, `<mergeCells><mergeCell ref='A2:A3'/></mergeCells>`,
		"<mergeCells><mergeCell\nref = \"$A$2:$A$3\" /></mergeCells>", `<x:mergeCells><x:mergeCell a="" ref="A2:A3"></x:mergeCell></x:mergeCells>`,
		`<!-- sheetData> --><mergeCells><mergeCell ref="A2:A3"/></mergeCells><f>sheetData</f>`,
	} {
		sheet := identified(`<row><c t="str"><v>A-1</v></c></row><row><c/><c t="str"><v>theft</v></c></row>`)
		sheet = strings.Replace(sheet, `</sheetData>`, `</sheetData >`+list, 1)
		rows, found := readCells(t, parts("S", sheet, noTexts, noStyles))
		if diff := cmp.Diff([]string{"A-1", "A-1|theft"}, rows); diff != "" || len(found) > 0 {
			t.Errorf("%s: %v %s", list, found, diff)
		}
	}
}

// A number format may show letters and figures that the number does not have: they are of the
// cause number, and would be lost. A unit behind the number, and money, are not.
func TestFormatsThatShowLetters(t *testing.T) {
	for format, want := range map[string]string{
		`&quot;CR-&quot;0000`: "cell.error", `\C\R0000`: "cell.error", `&quot;No &quot;0`: "cell.error", `&quot;No &quot;General`: "cell.error",
		`&quot;2016-&quot;0000`: "cell.error", `\2\4\-0000`: "cell.error", `&quot;0&quot;0000`: "cell.error", `0000&quot;-24&quot;`: "cell.error",
		`0000&quot;-A&quot;`: "cell.error", `0&quot; months&quot;`: "1234", `&quot;USD &quot;#,##0.00`: "1234", `General`: "1234",
		`0000\-00`: "0012-34", `000000;&quot;under &quot;0`: "001234", `[Red]00000`: "01234", `[$USD] 0`: "1234",
	} {
		styles := `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="` + format + `"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>`
		rows, found := readCells(t, parts("S", identified(`<row><c t="str"><v>A-1</v></c><c t="str"><v>theft</v></c><c s="0"><v>1234</v></c></row>`), noTexts, styles))
		got := strings.TrimPrefix(rows[0], "A-1|theft|")
		if len(found) > 0 {
			got = strings.Join(found, ",")
		}
		if want == "cell.error" && !strings.Contains(got, "C2 (Cause number) cell.error: the sheet shows") || want != "cell.error" && got != want {
			t.Errorf("%s: %s, want %s", format, got, want)
		}
	}
}
