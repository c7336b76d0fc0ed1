package intake

import (
	"bytes"
	"errors"
	"io"
)

// BlockOptions say which cases of a table are wanted, and what is known of them.
type BlockOptions struct {
	Shard Shard
	Ahead *Ahead // what an earlier reading of the same file found; may be nil
}

// Ahead is what is known of a clients file that was read once before: which ids return
// after rows of other cases.
type Ahead struct{ returns, seen idSet }

// ReadAhead reads a table to its end, for the same file to be read again: with what it
// returns, all rows of an id that returns are a problem, and not the later ones alone. It
// takes nine to twelve bytes for each id.
func (t *Table) ReadAhead(s Shard) *Ahead {
	a := &Ahead{}
	blocks := t.Blocks(BlockOptions{Shard: s})
	blocks.seen, blocks.again = &a.seen, &a.returns
	for b := (Block{dry: true}); blocks.Next(&b); {
	}
	return a
}

// How much goes into a block, and where a case that goes on and on is cut: what is cut is
// a problem, so that memory stays bounded.
const (
	blockBytes = 128 << 10
	blockRows  = 1024
	cutBytes   = 16 << 20
	cutRows    = 4 * maxRows
)

// Block is a stretch of a clients file in which every case is whole. It can be used again
// for another stretch.
type Block struct {
	text    []byte // of the rows, one after another
	ready   int    // bytes of rows that are read already
	rows    []rowRef
	letters letters
	dry     bool // only the ids are wanted
}

// rowRef is where a row stands in the text of a block, or the row itself when it is read
// already: of a workbook, or broken.
type rowRef struct {
	ready        *Row
	start, end   int
	line, number int
	quoted       bool // it has quotes
	begins       bool // it is the first row of its case
	fate         fate // of the case that begins
}

// fate is what is known of a case before it is read.
type fate int8

const (
	sound       fate = iota
	alone            // a row without an id
	comesBack        // rows of the case stand further up, behind those of others, and were taken for all of it
	standsApart      // rows of the case stand further up, and are known not to be all
	goesOn           // and further down
	cut              // the case has too many rows
	heavy            // the rows of the case are too long together
)

// Blocks divides a table into blocks. One goroutine calls Next; many may then read the
// cases of the blocks, each with a [Hand] of its own.
type Blocks struct {
	table  *Table
	csv    *csvRows // nil for a workbook
	shard  Shard
	ahead  *Ahead
	seen   *idSet
	again  *idSet // where ids that return are noted, or nil
	found  bool   // a row that is no example
	peeked bool
	next   piece
	raw    []byte // of the next row, in the buffer of the reader

	open  string // the key of the case whose rows are coming, or nothing
	bytes []byte // its id as written, where that is plain
	out   bool   // its rows are not of the shard
	rows  int    // of it in the block
	cut   fate   // it was cut, and why; or sound
	lone  []rowRef
}

// piece is a row with its id.
type piece struct {
	rowRef
	id, key string
	same    bool // the id is written just as that of the row before
}

// Blocks begins to divide what is left of the table.
func (t *Table) Blocks(o BlockOptions) *Blocks {
	b := &Blocks{table: t, shard: o.Shard, ahead: o.Ahead, seen: &idSet{}}
	if o.Ahead != nil {
		b.seen = &o.Ahead.seen
		b.seen.clear()
	}
	b.csv, _ = t.source.(*csvRows)
	return b
}

// size is how much memory the rows of a block take, but for what each takes alike.
func (b *Block) size() int { return len(b.text) + b.ready }

// Next fills a block. After the last it returns false, and [Table.Err] and
// [Table.Problems] may then say more than before.
func (b *Blocks) Next(into *Block) bool {
	into.text, into.ready, into.rows = into.text[:0], 0, into.rows[:0]
	b.rows = 0
	for b.peek() {
		p := &b.next
		same := p.same || p.key != "" && p.key == b.open
		full := into.size() > blockBytes || len(into.rows) > blockRows
		isLone := p.key == "" && !p.same
		switch {
		case isLone && (full && b.open == "" || into.size() > cutBytes || len(b.lone) >= maxRows):
			b.flush(into)
			return true
		case isLone:
			b.loneRow(into, p)
		case same && !b.out && b.rows > cutRows:
			b.cutOff(into, cut)
			return true
		case same && !b.out && into.size() > cutBytes:
			b.cutOff(into, heavy)
			return true
		case same:
			b.take(into, p)
		case full:
			b.flush(into)
			return true
		default:
			b.flush(into)
			b.begin(into, p)
		}
		b.peeked = false
	}
	b.flush(into)
	if b.csv != nil {
		into.letters = b.csv.letters
	}
	return len(into.rows) > 0
}

// flush ends the open case, and puts the rows without an id behind it.
func (b *Blocks) flush(into *Block) {
	into.rows = append(into.rows, b.lone...)
	b.lone, b.open, b.bytes, b.rows, b.cut = b.lone[:0], "", b.bytes[:0], 0, sound
	if b.csv != nil {
		into.letters = b.csv.letters
	}
}

// cutOff ends a block in the middle of a case that is too long for any. What comes of it
// and what has come are problems.
func (b *Blocks) cutOff(into *Block, why fate) {
	for i := len(into.rows) - 1; i >= 0; i-- {
		if into.rows[i].begins {
			into.rows[i].fate = why
			break
		}
	}
	open, written, out := b.open, bytes.Clone(b.bytes), b.out
	b.flush(into)
	b.open, b.bytes, b.out, b.cut = open, written, out, why
}

// begin opens a case.
func (b *Blocks) begin(into *Block, p *piece) {
	b.open, b.out, b.rows = p.key, !b.shard.Holds(p.id), 0
	b.bytes = b.bytes[:0]
	if p.ready == nil && b.table.idColumn >= 0 && !p.quoted {
		b.bytes = append(b.bytes, b.csv.cellOf(b.raw, b.table.idColumn)...)
	}
	p.begins = true
	if b.table.idColumn >= 0 && !b.out {
		switch isNew := b.seen.add(p.key); {
		case !isNew:
			if p.fate = comesBack; b.ahead != nil && b.ahead.returns.has(p.key) {
				p.fate = standsApart
			}
			if b.again != nil {
				b.again.add(p.key)
			}
		case b.ahead != nil && b.ahead.returns.has(p.key):
			p.fate = goesOn
		}
	}
	b.take(into, p)
}

// take adds a row to the open case.
func (b *Blocks) take(into *Block, p *piece) {
	if b.cut != sound && b.rows == 0 {
		p.begins, p.fate = true, b.cut
	}
	b.rows++
	ref := b.keep(into, p, !b.out)
	if !b.out {
		into.rows = append(into.rows, ref)
	}
}

// loneRow adds a row without an id.
func (b *Blocks) loneRow(into *Block, p *piece) {
	p.begins, p.fate = true, alone
	wanted := b.shard.Holds(loneID(p.number))
	if ref := b.keep(into, p, wanted); wanted {
		b.lone = append(b.lone, ref)
	}
}

// keep takes a row from the reader, its text into the block.
func (b *Blocks) keep(into *Block, p *piece, wanted bool) rowRef {
	if p.ready != nil {
		if wanted {
			into.ready += p.ready.weight()
		}
		return p.rowRef
	}
	if wanted && !into.dry {
		p.start = len(into.text)
		into.text = append(into.text, b.raw...)
		p.end = len(into.text)
	}
	b.csv.skip(b.raw, p.quoted)
	return p.rowRef
}

// ---- one row ahead ----

// peek looks at the next row that is neither empty nor an example, without taking it.
func (b *Blocks) peek() bool {
	for !b.peeked && b.table.source != nil {
		b.next = piece{}
		var ok bool
		if b.csv == nil {
			ok = b.readRow()
		} else {
			ok = b.peekText()
		}
		if !ok {
			continue
		}
		if p := &b.next; !p.same {
			if isExample(p.id) {
				b.table.examples++
				b.drop()
				continue
			}
			p.key = caseKey(p.id)
		}
		b.peeked, b.found, b.table.blanks = true, true, 0
	}
	if !b.peeked && !b.found {
		b.table.checkEmpty()
	}
	return b.peeked
}

// drop passes over the row that was looked at.
func (b *Blocks) drop() {
	if b.next.ready == nil {
		b.csv.skip(b.raw, b.next.quoted)
	}
}

// readRow takes a row that is read at once: of a workbook, or one that is broken.
func (b *Blocks) readRow() bool {
	row, ok := b.table.Next()
	if !ok {
		return false
	}
	b.next = piece{rowRef: rowRef{ready: &row, number: row.Number, line: row.line}, id: b.table.idOf(row)}
	return true
}

// peekText looks at a row of text. False says that there is none, or that it is empty.
func (b *Blocks) peekText() bool {
	raw, quoted, odd, err := b.csv.peek()
	switch {
	case errors.Is(err, io.EOF):
		b.table.source = nil
		return false
	case err != nil:
		b.table.err = b.table.broke(err)
		return false
	case odd:
		return b.readRow()
	}
	b.raw = raw
	b.next.quoted, b.next.line, b.next.number = quoted, b.csv.line+1, b.csv.number+1
	if b.csv.learn(raw); quoted {
		return b.peekWith(raw)
	}
	t := b.table
	if t.idColumn < 0 {
		if !speaks(raw, b.csv.delimiter) {
			return b.peekWith(raw)
		}
		b.next.id = rowID(b.next.number)
		return true
	}
	cell := b.csv.cellOf(raw, t.idColumn)
	switch {
	case len(b.bytes) > 0 && bytes.Equal(cell, b.bytes):
		b.next.same = true
	case len(cell) == 0 || !plainID(cell):
		return b.peekWith(raw)
	default:
		b.next.id = string(cell)
	}
	return true
}

// peekWith looks at a row with the care that any row can be read with.
func (b *Blocks) peekWith(raw []byte) bool {
	row := b.csv.read(b.next.rowRef, raw, b.csv.letters)
	if row.blank() {
		b.csv.skip(raw, b.next.quoted)
		b.table.passBlank()
		return false
	}
	if row.broken {
		b.csv.skip(raw, b.next.quoted)
		b.next.ready = &row
	}
	b.next.id = b.table.idOf(row)
	return true
}

// plainID reports whether the cell of an id is read as it stands.
func plainID(cell []byte) bool {
	for _, c := range cell {
		if c <= ' ' || c >= 0x7f || c == '\'' {
			return false
		}
	}
	return true
}

// speaks reports whether a row without quotes surely has a cell that is not empty.
func speaks(raw []byte, delimiter byte) bool {
	for _, c := range raw {
		if c > ' ' && c < 0x7f && c != delimiter && c != '\'' {
			return true
		}
	}
	return false
}

// ---- rows of text, without splitting them ----

// peek returns the bytes of the next row, its line end included, without taking them. A
// row is odd when it cannot be read as it stands; [csvRows.next] then says why.
func (c *csvRows) peek() (raw []byte, quoted, odd bool, err error) {
	line, err := c.firstLine()
	switch {
	case err != nil:
		return nil, false, false, err
	case line == nil:
		return nil, false, true, nil
	case bytes.IndexByte(line, '"') < 0:
		return line, false, false, nil
	}
	whole, _, err := c.quoted()
	return whole, true, whole == nil, err
}

// skip takes a row that peek returned.
func (c *csvRows) skip(raw []byte, quoted bool) {
	c.number++
	switch {
	case quoted:
		c.take(len(raw))
	default:
		if c.start += len(raw); raw[len(raw)-1] == '\n' {
			c.line++
		}
	}
}

// learn lets the first letters beyond ASCII show how the file is written.
func (c *csvRows) learn(raw []byte) {
	if !c.letters.wide && !c.letters.western && !isASCII(raw) {
		c.letters.text(raw)
	}
}

// cellOf returns a cell of a row without quotes.
func (c *csvRows) cellOf(raw []byte, column int) []byte {
	raw = unended(raw)
	for ; column > 0; column-- {
		at := bytes.IndexByte(raw, c.delimiter)
		if at < 0 {
			return nil
		}
		raw = raw[at+1:]
	}
	if at := bytes.IndexByte(raw, c.delimiter); at >= 0 {
		return raw[:at]
	}
	return raw
}

// read splits a row with the place of every cell, given how the file is written.
func (c *csvRows) read(ref rowRef, raw []byte, l letters) Row {
	own := csvRows{table: c.table, delimiter: c.delimiter, letters: l}
	row := Row{line: ref.line, Number: ref.number}
	if bytes.IndexByte(raw, '"') >= 0 {
		own.split(&row, unended(raw))
	} else {
		own.plain(&row, unended(raw))
	}
	return row
}
