package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"expunge/petition"
)

// csvRows reads rows of CSV as spreadsheets write them: a cell in quotes may hold the
// delimiter, line ends and quotes written twice; a quote inside any other cell is a quote.
//
// The standard library's reader gives up at such a quote, and one that never closes takes
// the rest of the file with it. Here either costs one line, which is reported, and the
// next line is read as if nothing had happened.
type csvRows struct {
	table     *Table // for positions
	r         io.Reader
	delimiter byte
	letters   letters

	buf     []byte
	start   int // of what is not yet read
	end     int
	ended   bool // the reader has no more
	tooLong bool // quoted stopped because the row is longer than any may be
	total   int  // bytes that the reader gave
	missed  int  // bytes that quoted looked through for the end of rows that have none
	line    int  // lines already read
	number  int  // rows already read
}

// next returns the next row, empty ones included.
func (c *csvRows) next() (Row, error) {
	line, err := c.firstLine()
	if err != nil {
		return Row{}, err
	}
	row := Row{line: c.line + 1, Number: c.number + 1}
	c.number++
	if line == nil {
		return c.endless(row)
	}
	if bytes.IndexByte(line, '"') < 0 {
		c.take(len(line))
		c.plain(&row, unended(line))
		return row, nil
	}
	whole, opened, err := c.quoted()
	if err != nil {
		return Row{}, err
	}
	if whole == nil {
		return c.unclosed(row, opened)
	}
	c.take(len(whole))
	c.split(&row, unended(whole))
	return row, nil
}

// unclosed takes the first line of a row whose quotes do not end as they should, or not
// before it is longer than any row may be. The next line is read as if nothing had
// happened: to skip all that may stand in quotes could be to skip the rest of the file.
func (c *csvRows) unclosed(row Row, opened int) (Row, error) {
	tooLong := c.tooLong
	line, err := c.firstLine() // it may have moved
	if err != nil {
		return Row{}, err
	}
	c.take(len(line))
	c.plain(&row, unended(line))
	if tooLong {
		c.fault(&row, opened, "row.size", fmt.Sprintf("a cell in quotes begins here, and the row is longer than %d MiB", maxLine>>20), "close the quotes, and shorten the cell; each line of it is read as a row")
		return row, nil
	}
	c.fault(&row, opened, "row.quote", "a cell in quotes begins here and does not end as it should", "close the quotes before the next "+delimiterName(c.delimiter)+", and write a quote inside quotes twice")
	return row, nil
}

// firstLine returns the bytes to the end of the line, that included. A line longer than
// any row may be gives nil.
func (c *csvRows) firstLine() ([]byte, error) {
	for from := 0; ; {
		rest := c.buf[c.start:c.end]
		if at := bytes.IndexByte(rest[from:], '\n'); at >= 0 {
			return notTooLong(rest[:from+at+1]), nil
		}
		if c.ended {
			if len(rest) == 0 {
				return nil, io.EOF
			}
			return notTooLong(rest), nil
		}
		if from = len(rest); from > maxLine {
			return nil, nil
		}
		if err := c.fill(); err != nil {
			return nil, err
		}
	}
}

// notTooLong returns a line, or nil when it is longer than any row may be.
func notTooLong(line []byte) []byte {
	if len(line) > maxLine {
		return nil
	}
	return line
}

// fill reads more, keeping what is not yet read.
func (c *csvRows) fill() error {
	if c.start > 0 {
		copy(c.buf, c.buf[c.start:c.end])
		c.end -= c.start
		c.start = 0
	}
	if c.end == len(c.buf) {
		c.buf = append(c.buf, make([]byte, max(len(c.buf), sample))...)
	}
	n, err := io.ReadAtLeast(c.r, c.buf[c.end:], 1)
	c.end, c.total = c.end+n, c.total+n
	if errors.Is(err, io.EOF) {
		c.ended = true
		return nil
	}
	return err
}

// take moves past bytes that were read, and counts their lines.
func (c *csvRows) take(n int) {
	c.line += bytes.Count(c.buf[c.start:c.start+n], []byte("\n"))
	c.start += n
}

// skipLine passes over a line that is no row of the table.
func (c *csvRows) skipLine() {
	if line, err := c.firstLine(); err == nil {
		c.take(len(line))
		c.number++
	}
}

// quoted returns the bytes of a row that has quotes, which may run over several lines, or
// nil and where the cell begins whose quotes do not end as they should. A row that has no
// end costs a look at much of the file, and its next line may cost another: a file of such
// rows is given up.
func (c *csvRows) quoted() (whole []byte, opened int, err error) {
	for {
		rest := c.buf[c.start:c.end]
		end, bad, opened := rowEnd(rest, c.delimiter)
		c.tooLong = !bad && (end > maxLine || end < 0 && len(rest) > maxLine)
		switch {
		case bad:
			return nil, max(opened, 0), c.miss(end)
		case c.tooLong:
			return nil, max(opened, 0), c.miss(len(rest))
		case end >= 0:
			return rest[:end], 0, nil
		case c.ended && opened < 0:
			return rest, 0, nil
		case c.ended:
			return nil, max(opened, 0), c.miss(len(rest))
		}
		if err := c.fill(); err != nil {
			return nil, 0, err
		}
	}
}

// miss counts bytes that were looked through in vain, and gives up when they are far more
// than those of the file.
func (c *csvRows) miss(n int) error {
	const few, times = 16 << 20, 4
	if c.missed += n; c.missed <= few+times*c.total {
		return nil
	}
	return &contentError{
		code:    "row.quote",
		message: fmt.Sprintf("from row %d on, too many cells in quotes do not end as they should", c.number+1),
		hint:    "check that it is the right file, or save it again in a spreadsheet program",
	}
}

// rowEnd finds where a row ends, behind its line feed. Without an end in sight it returns
// -1 and, if the row stops within quotes, where they opened, else -1. A closing quote
// that text follows is bad, and the end is that text; the last byte seen cannot yet be.
func rowEnd(b []byte, delimiter byte) (end int, bad bool, opened int) {
	for i := 0; i < len(b); {
		if b[i] != '"' {
			at := bytes.IndexByte(b[i:], delimiter)
			nl := bytes.IndexByte(b[i:], '\n')
			switch {
			case nl >= 0 && (at < 0 || nl < at):
				return i + nl + 1, false, -1
			case at < 0:
				return -1, false, -1
			}
			i += at + 1
			continue
		}
		from := i
		for i++; ; i += 2 {
			at := bytes.IndexByte(b[i:], '"')
			if at < 0 || i+at+1 == len(b) {
				return -1, false, closedAtEnd(from, at)
			}
			if i += at; b[i+1] != '"' {
				break
			}
		}
		switch i++; {
		case b[i] == delimiter:
			i++
		case b[i] == '\n':
			return i + 1, false, -1
		case b[i] == '\r' && i+1 == len(b):
			return -1, false, -1
		case b[i] == '\r' && b[i+1] == '\n':
			return i + 2, false, -1
		default:
			return i, true, from
		}
	}
	return -1, false, -1
}

// closedAtEnd tells a cell whose last byte is its closing quote from one that is open.
func closedAtEnd(from, at int) int {
	if at >= 0 {
		return -1
	}
	return from
}

// unended cuts off the end of the last line.
func unended(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

// plain splits a row that is read without regard to quotes.
func (c *csvRows) plain(row *Row, line []byte) {
	s := c.text(row, line)
	if s == "" {
		return
	}
	written, guarded := s, false
	row.Cells = make([]string, 0, min(strings.Count(s, string(c.delimiter))+1, maxColumns))
	for more := true; more; {
		var cell string
		cell, s, more = strings.Cut(s, string(c.delimiter))
		bare := unguard(cell)
		guarded = guarded || len(bare) != len(cell)
		row.add(bare)
	}
	if guarded { // the cells no longer tell where each begins
		row.spots = c.spotsIn(written)
	}
	if at := loneReturn(written); at >= 0 {
		c.returns(row, strings.Count(written[:at], string(c.delimiter)))
	}
}

// loneReturn finds a carriage return that does not stand at the end of a line without
// quotes, or returns -1.
func loneReturn(s string) int {
	return strings.IndexByte(strings.TrimRight(s, "\r"), '\r')
}

// returns reports a carriage return in a cell without quotes, unless the row is refused
// already. A spreadsheet takes what follows for another row.
func (c *csvRows) returns(row *Row, cell int) {
	if row.broken {
		return
	}
	row.refuse(Diagnostic{c.table.At(*row, cell), petition.Problem{Code: "row.encoding", Message: "a line end of another kind than the file has stands within this cell", Hint: "save the whole file again as CSV UTF-8; put text of more than one line in quotes"}})
}

// refuse reports what leaves a row without cells to trust.
func (r *Row) refuse(d Diagnostic) {
	r.broken = true
	r.faults = append(r.faults, d)
}

// add appends a cell. Beyond the last column that a file may have no cell is kept, and none
// is missed that was empty.
func (r *Row) add(cell string) {
	switch {
	case len(r.Cells) < maxColumns:
		r.Cells = append(r.Cells, cell)
	case strings.TrimSpace(cell) != "":
		r.beyond = true
	}
}

// spotsIn returns where the cells of a line begin.
func (c *csvRows) spotsIn(s string) []spot {
	var out []spot
	column := 1
	for cell := range strings.SplitSeq(s, string(c.delimiter)) {
		if len(out) == maxColumns {
			break
		}
		out = append(out, spot{column: column})
		column += utf8.RuneCountInString(cell) + 1
	}
	return out
}

// split takes a row apart whose quotes are in order.
func (c *csvRows) split(row *Row, b []byte) {
	s := c.text(row, b)
	at := spot{column: 1}
	for {
		if len(row.spots) < maxColumns {
			row.spots = append(row.spots, at)
		}
		cell, rest := s, ""
		last := false
		if strings.HasPrefix(s, `"`) {
			n := closing(s)
			cell, rest = strings.ReplaceAll(s[1:n], `""`, `"`), s[n+1:]
			last = rest == ""
		} else if n := strings.IndexByte(s, c.delimiter); n >= 0 {
			if cell, rest = s[:n], s[n:]; strings.IndexByte(cell, '\r') >= 0 {
				c.returns(row, len(row.Cells))
			}
		} else if last = true; loneReturn(cell) >= 0 {
			c.returns(row, len(row.Cells))
		}
		row.add(unguard(cell))
		if last {
			return
		}
		written := s[:len(s)-len(rest)+1]
		if lines := strings.Count(written, "\n"); lines > 0 {
			at = spot{at.line + lines, 1}
			written = written[strings.LastIndexByte(written, '\n')+1:]
		}
		at.column += utf8.RuneCountInString(written)
		s = rest[1:]
	}
}

// closing returns where the quotes close that a text begins with.
func closing(s string) int {
	for i := 1; ; i += 2 {
		at := strings.IndexByte(s[i:], '"')
		if at < 0 {
			return len(s) - 1
		}
		if i += at; i+1 >= len(s) || s[i+1] != '"' {
			return i
		}
	}
}

func (c *csvRows) text(row *Row, b []byte) string {
	s, ok := c.letters.text(b)
	switch {
	case !ok && utf8.Valid(b) && bytes.ContainsRune(b, utf8.RuneError):
		c.fault(row, 0, "row.encoding", "a letter of the row was lost when the file was saved before: it shows as \ufffd", "type it again, as the papers have it")
	case !ok:
		c.fault(row, 0, "row.encoding", "the row is not written as the file begins: it holds bytes of another encoding", "save the whole file again as CSV UTF-8")
	}
	return s
}

// fault reports what leaves a row without cells to trust.
func (c *csvRows) fault(row *Row, offset int, code petition.Code, message, hint string) {
	at := Position{File: c.table.name, Line: row.line, Column: 1}
	for i := 0; i < len(row.Cells) && offset > 0; i++ {
		offset -= len(row.Cells[i]) + 1
		at.Column += utf8.RuneCountInString(row.Cells[i]) + 1
	}
	row.refuse(Diagnostic{at, petition.Problem{Code: code, Message: message, Hint: hint}})
}

// endless passes over a line that is longer than any row.
func (c *csvRows) endless(row Row) (Row, error) {
	c.fault(&row, 0, "row.size", fmt.Sprintf("the row is longer than %d MiB", maxLine>>20), "is this a clients file? keep each row on a line of its own")
	for {
		rest := c.buf[c.start:c.end]
		if at := bytes.IndexByte(rest, '\n'); at >= 0 {
			c.take(at + 1)
			return row, nil
		}
		c.start = c.end
		if c.ended {
			return row, nil
		}
		if err := c.fill(); err != nil {
			return Row{}, err
		}
	}
}

func delimiterName(b byte) string {
	return map[byte]string{',': "comma", ';': "semicolon", '\t': "tab"}[b]
}
