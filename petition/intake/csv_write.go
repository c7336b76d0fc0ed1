package intake

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The columns that [ProblemsWriter] adds. A file that is read again may have them; they
// are passed over.
const (
	problemColumn = "expunge_problem"
	whereColumn   = "expunge_where"
	hintColumn    = "expunge_hint"
)

func addedColumns() []string { return []string{problemColumn, whereColumn, hintColumn} }

// ProblemsWriter writes problems.csv: rows of a clients file that did not become a
// packet, their cells unchanged, and why. Once mended, it can be read as a clients file:
// the columns it adds are passed over, and the apostrophe that keeps a spreadsheet from
// taking a cell for a formula is dropped.
type ProblemsWriter struct {
	csv   *csv.Writer
	width int   // of the headers of the file
	kept  []int // those columns of it that no earlier problems.csv added
}

// NewProblemsWriter begins a problems.csv with the headers of the file that was read. It
// writes UTF-8 with a mark at the start, by which a spreadsheet knows it.
func NewProblemsWriter(w io.Writer, t *Table) (*ProblemsWriter, error) {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return nil, err
	}
	p := &ProblemsWriter{csv: csv.NewWriter(w), width: len(t.header.Cells)}
	headers := make([]string, 0, len(t.header.Cells)+3)
	for i, header := range t.header.Cells {
		if !isAdded(header) {
			p.kept = append(p.kept, i)
			headers = append(headers, guard(header))
		}
	}
	return p, p.csv.Write(append(headers, addedColumns()...))
}

func isAdded(header string) bool {
	switch headerKey(header) {
	case problemColumn, whereColumn, hintColumn:
		return true
	}
	return false
}

// Write writes the rows of one case. Each problem is told on the row where it stands; the
// other rows of the case go along, so that the whole case can be mended and read again.
// Problems of none of the rows, such as that no charge is listed, are told on the first.
// Without rows nothing is written.
func (p *ProblemsWriter) Write(t *Table, rows []Row, problems []Diagnostic) error {
	told := make([][]Diagnostic, len(rows))
	for _, d := range problems {
		if len(rows) > 0 {
			n := rowOf(t, rows, d.Position)
			told[n] = append(told[n], d)
		}
	}
	for n, row := range rows {
		if err := p.row(row, told[n]); err != nil {
			return err
		}
	}
	return nil
}

func (p *ProblemsWriter) row(row Row, problems []Diagnostic) error {
	cells := make([]string, 0, len(p.kept)+3)
	for _, i := range p.kept {
		cells = append(cells, guard(row.cell(i)))
	}
	var what, where, hints []string
	for _, d := range problems {
		what = append(what, d.Problem.String())
		where = append(where, d.Position.String())
		if d.Hint != "" {
			hints = append(hints, d.Hint)
		}
	}
	if len(problems) == 0 {
		what = []string{"see the other rows of this case"}
	}
	for _, list := range [][]string{what, where, hints} {
		cells = append(cells, guard(strings.Join(list, " | ")))
	}
	for i := p.width; i < len(row.Cells); i++ {
		cells = append(cells, guard(row.Cells[i])) // under no header, so behind all that have one
	}
	return p.csv.Write(cells)
}

// RowAt returns which of the rows of a case, counted from 0, a place is in: the first when
// it is in none.
func (t *Table) RowAt(c Client, at Position) int { return rowOf(t, c.Rows, at) }

// rowOf returns which of the rows a place is in, the first when it is in none.
func rowOf(t *Table, rows []Row, at Position) int {
	found := 0
	for n, row := range rows {
		switch {
		case t.Kind == XLSX && strings.HasSuffix(strings.TrimRight(at.File, "0123456789")+strconv.Itoa(row.Number), at.File):
			return n
		case t.Kind == CSV && at.File == t.name && row.line <= at.Line:
			found = n
		}
	}
	return found
}

// Close writes what is still held back and returns the first error of writing.
func (p *ProblemsWriter) Close() error {
	p.csv.Flush()
	return p.csv.Error()
}

// guard puts an apostrophe before a cell that a spreadsheet would take for a formula, and
// before one that already looks so guarded.
func guard(s string) string {
	if wouldRun(s) {
		return "'" + s
	}
	return s
}

// unguard takes the apostrophe off again.
func unguard(s string) string {
	if s != "" && s[0] == '\'' && wouldRun(s) {
		return s[1:]
	}
	return s
}

// wouldRun reports whether a cell begins with a character that starts a formula, behind
// any apostrophes: one of = + - @, of ordinary or of full width, as East Asian keyboards
// type them, or a character that a spreadsheet may pass over before one.
func wouldRun(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'"))
	switch first {
	case '=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20':
		return true
	}
	return false
}
