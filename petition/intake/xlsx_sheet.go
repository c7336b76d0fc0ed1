package intake

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"expunge/petition"
)

// sheetRows reads the rows of one sheet of a workbook.
type sheetRows struct {
	table  *Table
	book   *workbook
	xml    *tokens
	number int              // of the row read last
	rows   int              // read so far
	slots  int              // cells of these, to the last of each row, those without anything too
	bytes  int64            // of their text
	down   map[int][]merged // by row, cells whose text is that of the cell they are merged with
	kept   map[[2]int]held  // the cells that others are merged with, by column and row
	top    map[[2]int]bool
	filled int // cells in down, when it was made
	tail   int // where the content goes on behind the rows; 0 when it breaks off before
}

// merged is a cell that takes the text of the cell at the top of those it is merged with.
type merged struct{ column, top int }

// held is what a cell holds.
type held struct {
	text string
	mark mark
}

func newSheet(t *Table, w *workbook, content []byte) (*sheetRows, error) {
	s := &sheetRows{table: t, book: w, xml: newTokens(&rationed{buf: content}, &w.tokens), down: map[int][]merged{}, kept: map[[2]int]held{}, top: map[[2]int]bool{}}
	if err := s.readTail(content); err != nil {
		return nil, err
	}
	for {
		token, err := s.xml.Token()
		if err != nil {
			return nil, otherwise(err, "its first sheet holds no table")
		}
		if start, ok := token.(xml.StartElement); ok && start.Name.Local == "sheetData" {
			return s, nil
		}
	}
}

// readTail notes which cells are merged downward: they show one text for all their rows,
// and only the first has it. The list stands behind the rows, and is needed before them.
func (s *sheetRows) readTail(content []byte) error {
	if s.tail = endOfRows(content); s.tail == 0 {
		return nil // the reader of rows meets the same
	}
	t := newTokens(&rationed{buf: content[s.tail:]}, &s.book.tokens)
	for count := 0; ; {
		token, err := t.Token()
		if errors.Is(err, io.EOF) && t.depth < 0 {
			return nil
		}
		if err != nil {
			return otherwise(err, "its first sheet breaks off behind its rows")
		}
		start, _ := token.(xml.StartElement)
		switch start.Name.Local {
		case "sheetData":
			return badWorkbook("its first sheet holds two tables of rows")
		case "mergeCell":
			s.merge(attr(start, "ref"))
			if count++; count > maxMerged || s.filled > maxFilled {
				return badWorkbook("it has too many merged cells")
			}
		}
	}
}

// endOfRows returns where a sheet goes on behind its rows, or 0. It looks for the bytes
// alone; where they stand in a comment the rows end elsewhere.
func endOfRows(content []byte) int {
	name := []byte("sheetData")
	for at := 0; ; at += len(name) {
		i := bytes.Index(content[at:], name)
		if i < 0 {
			return 0
		}
		at += i
		before := content[max(at-maxName, 0):at]
		prefix, found := bytes.CutPrefix(before[max(bytes.LastIndexByte(before, '<'), 0):], []byte("</"))
		if found && (len(prefix) == 0 || prefix[len(prefix)-1] == ':') {
			return at + bytes.IndexByte(content[at:], '>') + 1
		}
	}
}

func (s *sheetRows) merge(ref string) {
	from, to, _ := strings.Cut(ref, ":")
	column, first, ok := cellAt(from)
	_, last, good := cellAt(to)
	if !ok || !good || last-first > maxRows {
		return
	}
	s.top[[2]int{column, first}] = last > first
	for row := first + 1; row <= last; row++ {
		s.down[row] = append(s.down[row], merged{column, first})
		s.filled++
	}
}

// next returns the next row that the sheet has.
func (s *sheetRows) next() (Row, error) {
	for {
		token, err := s.xml.Token()
		if err != nil {
			return Row{}, otherwise(err, "its first sheet breaks off after row "+strconv.Itoa(s.number))
		}
		switch x := token.(type) {
		case xml.StartElement:
			if x.Name.Local == "row" {
				return s.row(x)
			}
		case xml.EndElement:
			if x.Name.Local == "sheetData" {
				return Row{}, s.end()
			}
		}
	}
}

// end is the end of the rows, unless they were to end elsewhere.
func (s *sheetRows) end() error {
	if s.xml.xml.InputOffset() != int64(s.tail) && s.rows+s.tail > 0 {
		return badWorkbook("the rows of its first sheet end in two places")
	}
	return io.EOF
}

// advance takes the number of a row, which is greater than that of the row before.
func (s *sheetRows) advance(start xml.StartElement) error {
	said := attr(start, "r")
	if said == "" {
		s.number++
		return nil
	}
	n, err := strconv.ParseInt(said, 10, 32)
	if err != nil {
		return badWorkbook(fmt.Sprintf("the number of the row behind row %d cannot be read", s.number))
	}
	if int(n) <= s.number {
		return badWorkbook(fmt.Sprintf("row %d stands behind row %d", n, s.number))
	}
	s.number = int(n)
	return nil
}

func (s *sheetRows) row(start xml.StartElement) (Row, error) {
	if s.rows++; s.rows > s.book.most.rows {
		return Row{}, tooLarge(fmt.Sprintf("the first sheet of the workbook has more than %d rows", s.book.most.rows))
	}
	if err := s.advance(start); err != nil {
		return Row{}, err
	}
	row, size, cells := Row{Number: s.number}, 0, 0
	for after := 0; ; {
		token, err := s.xml.Token()
		if err != nil {
			return row, s.brokeOff(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			if x.Name.Local == "row" {
				return row, badWorkbook(fmt.Sprintf("another row stands within row %d", s.number))
			}
			if x.Name.Local != "c" {
				continue
			}
			if cells++; s.slots+cells > s.book.most.slots {
				return row, s.tooManyCells()
			}
			column, v, err := s.cell(x, after)
			if err != nil {
				return row, s.brokeOff(err)
			}
			if after = column + 1; size <= maxLine {
				size += s.put(&row, column, v)
			}
		case xml.EndElement:
			if x.Name.Local == "row" {
				size += s.fillDown(&row)
				return row, s.count(&row, size, cells)
			}
		}
	}
}

func (s *sheetRows) brokeOff(err error) error {
	return otherwise(err, "its first sheet breaks off in row "+strconv.Itoa(s.number))
}

// count holds a row, and all of them, against the limits. Cells that share a text hold it
// each: so they do on paper and in every file that is written of them.
func (s *sheetRows) count(row *Row, size, cells int) error {
	if size > maxLine {
		at := s.table.At(*row, 0)
		at.Header = ""
		*row = Row{Number: row.Number, broken: true, faults: []Diagnostic{{at, petition.Problem{Code: "row.size", Message: fmt.Sprintf("the row is longer than %d MiB", maxLine>>20), Hint: "is this a clients file? shorten the texts of its cells"}}}}
	}
	most := s.book.most
	if s.bytes += int64(size); s.bytes > most.unpacked {
		return tooLarge(fmt.Sprintf("the cells of the workbook hold more than %s of text", inBytes(most.unpacked)))
	}
	if s.slots += max(len(row.Cells), cells); s.slots > most.slots {
		return s.tooManyCells()
	}
	return nil
}

func (s *sheetRows) tooManyCells() error {
	return tooLarge(fmt.Sprintf("the first sheet of the workbook has more than %d cells", s.book.most.slots))
}

// put sets a cell of the row and returns how many bytes that adds to it. A cell far beyond
// the headers is a problem, once for each row, and is not kept: it would cost a cell for
// each column before it. One close behind them is kept, for whoever mends the row.
func (s *sheetRows) put(row *Row, column int, v held) int {
	if v == (held{}) {
		return 0
	}
	width := maxColumns
	if n := len(s.table.header.Cells); n > 0 {
		width = min(n+maxStray, maxColumns)
	}
	if column >= width {
		s.stray(row, column, v)
		return 0
	}
	for len(row.Cells) <= column {
		row.Cells = append(row.Cells, "")
	}
	v.text = cellText(v.text)
	row.Cells[column] = unguard(v.text)
	if v.mark != plainCell {
		for len(row.marks) <= column {
			row.marks = append(row.marks, plainCell)
		}
		row.marks[column] = v.mark
	}
	if at := [2]int{column, row.Number}; s.top[at] {
		s.kept[at] = v
	}
	return len(v.text)
}

// stray reports a cell far beyond the headers, unless it is blank or the row has another.
func (s *sheetRows) stray(row *Row, column int, v held) {
	again := func(d Diagnostic) bool { return d.Code == "row.long" }
	if v.mark == plainCell && strings.TrimSpace(v.text) == "" || slices.ContainsFunc(row.faults, again) {
		return
	}
	what := petition.Problem{Code: "row.long", Message: "this cell stands under no header", Hint: "remove it, or move it under a header"}
	if len(s.table.header.Cells) == 0 {
		what.Message = fmt.Sprintf("the cell stands beyond column %d", maxColumns)
	}
	s.fault(row, column, what)
}

// fault notes what is wrong with a cell, unless enough is said of its row.
func (s *sheetRows) fault(row *Row, column int, what petition.Problem) {
	const most = 3
	if len(row.faults) < most {
		row.faults = append(row.faults, Diagnostic{s.table.At(*row, column), what})
	}
}

// fillDown gives cells merged downward their text, and returns how many bytes that adds.
func (s *sheetRows) fillDown(row *Row) (size int) {
	for _, m := range s.down[row.Number] {
		if v, ok := s.kept[[2]int{m.column, m.top}]; ok && row.cell(m.column) == "" {
			size += s.put(row, m.column, v)
		}
	}
	delete(s.down, row.Number)
	return size
}

// place returns the column of a cell, which stands behind the cell before; without a name
// it is the next.
func (s *sheetRows) place(start xml.StartElement, after int) (column int, err error) {
	name := attr(start, "r")
	if name == "" {
		return after, nil
	}
	column, _, ok := cellAt(name)
	if !ok {
		return 0, badWorkbook(fmt.Sprintf("the name of a cell in row %d cannot be read", s.number))
	}
	if column < after {
		return 0, badWorkbook(fmt.Sprintf("cell %s%d stands twice, or behind one to the right of it", columnName(column), s.number))
	}
	return column, nil
}

// cell reads one cell to its end.
func (s *sheetRows) cell(start xml.StartElement, after int) (column int, v held, err error) {
	if column, err = s.place(start, after); err != nil {
		return column, v, err
	}
	var written strings.Builder
	inline, inside, formula := "", "", false
	for {
		token, err := s.xml.Token()
		if err != nil {
			return column, v, err
		}
		switch x := token.(type) {
		case xml.StartElement:
			if inside = x.Name.Local; inside == "is" {
				if inline, err = richText(s.xml, "is"); err != nil {
					return column, v, err
				}
			}
			formula = formula || inside == "f"
		case xml.CharData:
			if inside == "v" {
				writeSome(&written, x)
			}
		case xml.EndElement:
			if inside = ""; x.Name.Local == "c" {
				return column, s.book.holds(start, inline, written.String(), formula), nil
			}
		}
	}
}

// holds returns what a cell holds that has a text of its own, a value, or a formula. What
// it has and does not show is an error: a reader that takes it otherwise would see it.
func (w *workbook) holds(start xml.StartElement, inline, written string, formula bool) held {
	kind := attr(start, "t")
	v, lost := held{text: inline}, written
	if kind != "inlineStr" {
		v, lost = w.value(kind, attr(start, "s"), written), inline
	}
	if strings.TrimSpace(lost) != "" && lost != v.text {
		return held{text: lost, mark: errorCell}
	}
	if formula && v == (held{}) && kind != "str" {
		v.mark = formulaCell
	}
	return v
}

// value returns what a cell of a kind and a style holds.
func (w *workbook) value(kind, style, s string) held {
	switch kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(s))
		if err != nil || n < 0 || n >= len(w.texts) {
			return held{text: s, mark: errorCell}
		}
		return held{text: w.texts[n]}
	case "str":
		return held{text: unescape(s)}
	case "b":
		return truth(strings.TrimSpace(s))
	case "e":
		return held{text: s, mark: errorCell}
	case "d":
		day, clock, _ := strings.Cut(strings.TrimSuffix(strings.TrimSpace(s), "Z"), "T")
		if strings.Trim(clock, "0:.") != "" {
			day += " " + clock
		}
		return held{text: day, mark: dayCell}
	default:
		return w.number(style, strings.TrimSpace(s))
	}
}

// truth returns what a cell holds that is true or false.
func truth(s string) held {
	switch s {
	case "":
		return held{}
	case "1", "true":
		return held{text: "TRUE"}
	case "0", "false":
		return held{text: "FALSE"}
	default:
		return held{text: s, mark: errorCell}
	}
}

func attr(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name && a.Name.Space == "" {
			return a.Value
		}
	}
	return ""
}
