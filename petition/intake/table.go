package intake

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"expunge/petition"
)

// TableKind is how a clients file is written.
type TableKind string

// The kinds of clients file.
const (
	CSV  TableKind = "csv"
	XLSX TableKind = "xlsx"
)

// Limits of a clients file. A spreadsheet program stops at the same length of a cell.
const (
	maxColumns = 2_000
	maxCell    = 32_767  // characters
	maxLine    = 4 << 20 // bytes of one row as written
	maxRows    = 1_000   // of one case
)

// limits bound what is taken of a clients file as a whole.
type limits struct {
	keptRows  int // by [Table.All]
	keptBytes int // of them, in memory
	blank     int // rows one after another that are empty

	// Of a workbook.
	packed   int64 // bytes as the file is
	parts    int   // that it lists
	unpacked int64 // bytes of its parts, and of the text of its cells
	part     int64 // bytes of a part that holds no text of cells
	rows     int
	slots    int // cells to the last of each row, those that are empty included
	tokens   int // tags, their attributes and the texts between them, in all parts
}

// usualLimits are those of every file that people hand in. A spreadsheet program stops at
// the same number of rows; a workbook of a hundred thousand takes a tenth of the others.
func usualLimits() limits {
	return limits{
		keptRows: 200_000, keptBytes: 256 << 20, blank: 1_048_576,
		packed: 64 << 20, parts: 10_000, unpacked: 256 << 20, part: 8 << 20, rows: 1_048_576, slots: 16_000_000, tokens: 64_000_000,
	}
}

// Row is one row of a clients file.
type Row struct {
	Number int      // as a spreadsheet counts rows: that of the headers, at the top, is 1
	Cells  []string // as the file has them; cells at the end may be left out

	line   int    // where it begins, in CSV
	spots  []spot // where each cell begins, in CSV; nil when the cells themselves tell
	marks  []mark // of each cell, in XLSX; nil when none has any
	faults []Diagnostic
	broken bool // the faults leave no cell that could be trusted
	beyond bool // there are cells beyond the last column that a file may have, which are not kept
}

// spot is where a cell begins: lines after that of the row, and the column.
type spot struct{ line, column int }

// mark is what a workbook says of a cell beside its text.
type mark int8

const (
	plainCell   mark = iota
	dayCell          // it holds a day or a time, whatever was typed
	errorCell        // it holds an error such as #REF!
	formulaCell      // it holds a formula without a result
	longCell         // it holds a number of more digits than a sheet keeps
	shownCell        // its format shows letters or figures that are not in its number
)

// unreliable is what is wrong with a cell of that mark, whatever fact it is of, or nil.
func (m mark) unreliable() *petition.Problem {
	const retype = "type it again in a column formatted as text"
	switch m {
	case errorCell:
		return &petition.Problem{Code: "cell.error", Message: "the cell holds an error instead of a value", Hint: "mend the formula, or type the value"}
	case formulaCell:
		return &petition.Problem{Code: "cell.error", Message: "the cell holds a formula without a result", Hint: "open the workbook in a spreadsheet program and save it, or type the value"}
	case longCell:
		return &petition.Problem{Code: "cell.error", Message: "the cell holds a number of more than 15 digits, of which a spreadsheet keeps only 15", Hint: retype}
	case shownCell:
		return &petition.Problem{Code: "cell.error", Message: "the sheet shows the number of this cell with letters or figures that are not in it", Hint: retype}
	default:
		return nil
	}
}

func (r Row) cell(i int) string {
	if i < 0 || i >= len(r.Cells) {
		return ""
	}
	return r.Cells[i]
}

func (r Row) mark(i int) mark {
	if i < 0 || i >= len(r.marks) {
		return plainCell
	}
	return r.marks[i]
}

// weight is about how many bytes of memory a row takes.
func (r Row) weight() int {
	n := 256 + len(r.Cells)*16 + len(r.spots)*16 + len(r.marks)
	for _, cell := range r.Cells {
		n += len(cell)
	}
	return n
}

func (r Row) blank() bool {
	for i, cell := range r.Cells {
		if strings.TrimSpace(cell) != "" || r.mark(i) != plainCell {
			return false
		}
	}
	return len(r.faults) == 0 && !r.beyond
}

// source is what the rows of one kind of file come from.
type source interface {
	next() (Row, error) // io.EOF after the last
}

// Table is a clients file that is being read. Its headers are bound to fields once, and
// its rows come one at a time.
type Table struct {
	Kind TableKind

	name      string
	most      limits
	sheet     string // of a workbook
	delimiter byte   // of CSV
	header    Row
	columns   []binding
	alike     alikes
	near      map[string]bool // headers compared with those that are known, by key
	idColumn  int             // -1 when there is none
	source    source
	problems  []Diagnostic
	notes     []string
	examples  int
	blanks    int // rows one after another that were empty, up to now
	err       error
}

// ReadTable begins to read a clients file, CSV or XLSX as its content shows; name is what
// positions call it. The columns are a clinic's own headers. The error is that of the
// reader alone: whatever is wrong with the content is in [Table.Problems] or goes with
// its row. A CSV file is read as its rows are asked for, in constant memory.
func ReadTable(name string, r io.Reader, columns []Column) (*Table, error) {
	return readTable(name, r, columns, usualLimits())
}

func readTable(name string, r io.Reader, columns []Column, most limits) (*Table, error) {
	t := &Table{Kind: CSV, name: name, most: most, idColumn: -1}
	b := bufio.NewReaderSize(r, sample)
	head, err := b.Peek(sample)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch what := foreign(head); {
	case what != "":
		t.fail("table.kind", what, "save it as CSV or as an Excel workbook (.xlsx)")
		return t, nil
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		t.Kind = XLSX
		if err := t.openWorkbook(b); err != nil || t.source == nil {
			return t, err
		}
	default:
		t.openText(b, columns)
	}
	return t, t.readHeader(columns)
}

// foreign names a kind of file that is often sent by mistake, or is empty.
func foreign(head []byte) string {
	for _, k := range []struct{ begins, what string }{
		{"\xd0\xcf\x11\xe0", "this is a workbook of the old kind (.xls), or one with a password"},
		{"%PDF", "this is a PDF file"},
		{"\x1f\x8b", "this file is compressed"},
		{"\x28\xb5\x2f\xfd", "this file is compressed"},
	} {
		if bytes.HasPrefix(head, []byte(k.begins)) {
			return k.what
		}
	}
	return ""
}

// readHeader takes the first row that is not empty as the headers.
func (t *Table) readHeader(columns []Column) error {
	for {
		row, err := t.source.next()
		switch {
		case errors.Is(err, io.EOF):
			t.fail("header.none", "the file is empty", "\"expunge template clients\" writes one to fill in")
			return nil
		case err != nil:
			return t.broke(err)
		case row.blank():
			if t.passBlank(); t.source == nil {
				return nil
			}
			continue
		}
		t.header = row
		break
	}
	if t.problems = append(t.problems, t.header.faults...); t.header.broken {
		t.source = nil
		return nil
	}
	for n := len(t.header.Cells); n > 0 && headerKey(t.header.Cells[n-1]) == ""; n-- {
		t.header.Cells = t.header.Cells[:n-1]
	}
	if t.header.beyond || len(t.header.Cells) > maxColumns {
		t.fail("table.columns", fmt.Sprintf("the file has more than %d columns", maxColumns), "remove the columns that are not needed")
		return nil
	}
	t.bindAll(columns)
	if t.idColumn < 0 && len(t.problems) == 0 {
		t.notes = append(t.notes, "there is no column for the case id, so each row is a case of its own, named for its row: row-00002")
	}
	return nil
}

// passBlank passes over an empty row. A sheet may end in as many as a spreadsheet program has;
// more of them are no clients file, and the reading ends.
func (t *Table) passBlank() {
	if t.blanks++; t.blanks > t.most.blank {
		t.fail("table.blank", fmt.Sprintf("more than %d rows one after another are empty", t.most.blank), "check that it is the right file, or remove the empty rows")
	}
}

// fail reports what is wrong with the file as a whole. No row is read after it.
func (t *Table) fail(code petition.Code, message, hint string) {
	t.problems = append(t.problems, Diagnostic{Position{File: t.name}, petition.Problem{Code: code, Message: message, Hint: hint}})
	t.source = nil
}

// broke ends the reading: what is wrong with the content is a problem, and anything else
// the error.
func (t *Table) broke(err error) error {
	var bad *contentError
	if errors.As(err, &bad) {
		t.fail(bad.code, bad.message, bad.hint)
		return nil
	}
	t.source = nil
	return err
}

// contentError is what a source says of content it cannot read on from.
type contentError struct {
	code          petition.Code
	message, hint string
}

func (e *contentError) Error() string { return e.message }

// Next returns the next row that is not empty. After the last it returns false, and
// [Table.Err] and [Table.Problems] may then say more than before.
func (t *Table) Next() (Row, bool) {
	for t.source != nil {
		row, err := t.source.next()
		switch {
		case errors.Is(err, io.EOF):
			t.source = nil
		case err != nil:
			t.err = t.broke(err)
		case row.blank():
			t.passBlank()
		default:
			t.blanks = 0
			return row, true
		}
	}
	return Row{}, false
}

// Err returns the error of the reader that ended the rows, if one did.
func (t *Table) Err() error { return t.err }

// Problems returns what is wrong with the file as a whole: with its headers, or with
// what keeps it from being read, to its end. With a problem among them the rows, if any,
// are not to be relied on: a fact may stand in a column that was not understood.
func (t *Table) Problems() []Diagnostic { return t.problems }

// Notes returns what is said once of the whole file. It is complete after the last row.
func (t *Table) Notes() []string {
	if t.examples == 0 {
		return t.notes
	}
	rows := "1 example row was"
	if t.examples > 1 {
		rows = strconv.Itoa(t.examples) + " example rows were"
	}
	return append(t.notes[:len(t.notes):len(t.notes)], rows+" skipped: the case begins with "+examplePrefix)
}

// Examples returns how many example rows were passed over so far.
func (t *Table) Examples() int { return t.examples }

// Headers returns the headers as the file has them.
func (t *Table) Headers() []string { return t.header.Cells }

// At returns the place of a cell, counted from 0. A cell that the row does not have is
// where it would stand.
func (t *Table) At(r Row, i int) Position {
	at := Position{File: t.name}
	if i < len(t.columns) && t.columns[i].use != noHeader {
		at.Header = t.columns[i].header
	}
	if t.Kind == XLSX {
		at.File += ":" + quoteSheet(t.sheet) + "!" + columnName(i) + strconv.Itoa(r.Number)
		return at
	}
	at.Line, at.Column = r.line, 1
	if i < len(r.spots) {
		at.Line, at.Column = r.line+r.spots[i].line, r.spots[i].column
		return at
	}
	if n := len(r.spots); n > 0 {
		at.Line, at.Column = r.line+r.spots[n-1].line, r.spots[n-1].column
		return at
	}
	for _, cell := range r.Cells[:min(i, len(r.Cells))] {
		at.Column += utf8.RuneCountInString(cell) + 1
	}
	return at
}
