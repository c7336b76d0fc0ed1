package intake_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
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
