package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"expunge/petition"
)

// Hand reads the cases of blocks, one after another, and uses its memory again. It must
// not be used by two goroutines at once.
type Hand struct {
	table *Table
	csv   *csvRows // how rows are split; never read from
	fill  filler
	block *Block
	text  string // of the block, when its letters can be taken as they are
	whole bool   // text is good
	ends  bool   // a carriage return is in it
	from  int    // of the case in hand, among the rows of the block
	to    int
	cells []string
	rows  [][]string
}

// Hand returns a hand for the blocks of the table.
func (t *Table) Hand() *Hand {
	return &Hand{table: t, csv: &csvRows{table: t, delimiter: t.delimiter}, fill: filler{table: t}}
}

// Take begins with a block. The texts of its cases stay good as long as anything holds
// on to them; the block must not be filled anew before all its cases are read.
func (h *Hand) Take(b *Block) {
	h.block, h.from, h.to = b, 0, 0
	h.text = string(b.text)
	h.ends = bytes.IndexByte(b.text, '\r') >= 0
	h.whole = isASCII(b.text) || b.letters.wide && utf8.ValidString(h.text) && !strings.Contains(h.text, "\ufffd")
}

// Next goes on to the next case of the block.
func (h *Hand) Next() bool {
	rows := h.block.rows
	if h.from = h.to; h.from >= len(rows) {
		return false
	}
	for h.to++; h.to < len(rows) && !rows[h.to].begins; h.to++ {
	}
	return true
}

// Rows returns how many rows the case has.
func (h *Hand) Rows() int { return h.to - h.from }

// Client returns the case as [Table.Adjacent] does, with all that is wrong with its rows.
func (h *Hand) Client() Client {
	t, refs := h.table, h.block.rows[h.from:h.to]
	var c Client
	for i := range refs {
		row := h.row(&refs[i])
		if refs[i].fate == alone {
			return t.nameless(row)
		}
		if i == 0 {
			c.ID = t.idOf(row)
		}
		c.add(t, row)
		switch refs[i].fate {
		case comesBack:
			c.returns(t, row, "sort the file by case; what was said of the rows further up rests on half the record")
		case standsApart:
			c.returns(t, row, "sort the file by case")
		case goesOn:
			c.goesOn(t, row)
		case cut:
			c.tooLong(t, row)
		case heavy:
			c.tooHeavy(t, row)
		case sound, alone:
		}
	}
	return c
}

// row reads a row with the place of every cell.
func (h *Hand) row(ref *rowRef) Row {
	if ref.ready != nil {
		return *ref.ready
	}
	return h.csv.read(*ref, h.block.text[ref.start:ref.end], h.block.letters)
}

// Case reads the facts of the case as [Table.Case] does. It is good until the next call.
func (h *Hand) Case() (*petition.Case, bool) {
	refs := h.block.rows[h.from:h.to]
	if refs[0].fate != sound || len(refs) > maxRows {
		return nil, false
	}
	h.fill.begin()
	h.cells, h.rows = h.cells[:0], h.rows[:0]
	for i := range refs {
		cells, ok := h.split(&refs[i])
		if !ok {
			return nil, false
		}
		if h.rows = append(h.rows, cells); !h.fill.row(cells, h.rows[0], i == 0, refs[i].number) {
			return nil, false
		}
	}
	if h.table.idColumn < 0 {
		h.fill.out.ID = rowID(refs[0].number)
	}
	return h.fill.end(), true
}

// RowOf returns the number of the row that the last case's charge with the given index
// stands in.
func (h *Hand) RowOf(charge int) int { return h.fill.rowOf[charge] }

// split returns the cells of a row. False leaves it to the careful way.
func (h *Hand) split(ref *rowRef) ([]string, bool) {
	if r := ref.ready; r != nil {
		return r.Cells, !r.broken && !r.beyond && len(r.faults) == 0 && (r.marks == nil || datesOnly(h.table, r))
	}
	line := h.text[ref.start:ref.end]
	if !h.whole {
		own := h.block.letters
		var ok bool
		if line, ok = own.text(h.block.text[ref.start:ref.end]); !ok {
			return nil, false
		}
	}
	line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
	if h.ends && strings.Count(line, "\r") != strings.Count(line, "\r\n") {
		return nil, false // it may stand outside of quotes
	}
	from := len(h.cells)
	if ref.quoted {
		h.quoted(line)
	} else {
		h.plain(line)
	}
	return h.cells[from:len(h.cells):len(h.cells)], len(h.cells)-from <= maxColumns
}

// plain splits a row without quotes, as far as one cell more than it may have.
func (h *Hand) plain(line string) {
	for end := len(h.cells) + maxColumns; len(h.cells) <= end; {
		at := strings.IndexByte(line, h.csv.delimiter)
		if at < 0 {
			h.cells = append(h.cells, unguard(line))
			return
		}
		h.cells = append(h.cells, unguard(line[:at]))
		line = line[at+1:]
	}
}

// quoted splits a row whose quotes are in order, as far as one cell more than it may have.
func (h *Hand) quoted(line string) {
	for end := len(h.cells) + maxColumns; len(h.cells) <= end; {
		var cell string
		last := false
		if strings.HasPrefix(line, `"`) {
			n := closing(line)
			if cell = line[1:n]; strings.IndexByte(cell, '"') >= 0 {
				cell = strings.ReplaceAll(cell, `""`, `"`)
			}
			line = line[n+1:]
			last = line == ""
		} else if n := strings.IndexByte(line, h.csv.delimiter); n >= 0 {
			cell, line = line[:n], line[n:]
		} else {
			cell, last = line, true
		}
		h.cells = append(h.cells, unguard(cell))
		if last {
			return
		}
		line = line[1:]
	}
}
