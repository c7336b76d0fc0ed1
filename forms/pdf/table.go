package pdf

import "expunge/forms/doc"

// table sets a table. The cells of a row break across pages line by line when no page
// can hold the row; its head is set again where a page begins with one of its rows.
func (c *composer) table(v doc.Table) {
	columns := c.columns(v)
	head := c.tableRow(v.Head, columns, doc.Bold)
	if len(head) > 0 {
		c.underline(head)
		for i := range head {
			head[i].keep, head[i].frame = hard, c.frame
		}
	}
	c.add(append([]row(nil), head...), c.look.SingleGap)
	for _, cells := range v.Rows {
		rows := c.tableRow(cells, columns, doc.Roman)
		if v.Lines {
			c.underline(rows)
		}
		for i := range rows {
			rows[i].repeat = head
		}
		c.add(rows, 0)
	}
	c.after = c.look.SingleGap + c.theme.CellPad
}

// column is where a column of a table stands.
type column struct{ left, width float64 }

// columns shares the width of the column out among those of a table. One without a
// width counts as 1.
func (c *composer) columns(v doc.Table) []column {
	n := len(v.Head)
	for _, cells := range v.Rows {
		n = max(n, len(cells))
	}
	shares := make([]float64, n)
	for i := range shares {
		shares[i] = 1
		if i < len(v.Widths) && v.Widths[i] > 0 {
			shares[i] = float64(v.Widths[i])
		}
	}
	gap := c.theme.CellGap
	columns, x := make([]column, n), c.left
	for i, width := range shareOut(c.width-float64(n-1)*gap, c.theme.CellLeast, shares) {
		columns[i] = column{left: x, width: width}
		x += width + gap
	}
	return columns
}

// shareOut parts the room by shares, so that none is less than least if there is room
// for that.
func shareOut(room, least float64, shares []float64) []float64 {
	widths := make([]float64, len(shares))
	least = min(least, room/float64(len(shares)))
	for {
		left, sum := room, 0.0
		for i, share := range shares {
			if widths[i] > 0 {
				left -= widths[i]
			} else {
				sum += share
			}
		}
		settled := true
		for i, share := range shares {
			if widths[i] == 0 && left*share/sum < least {
				widths[i], settled = least, false
			}
		}
		if !settled {
			continue
		}
		for i, share := range shares {
			if widths[i] == 0 {
				widths[i] = left * share / sum
			}
		}
		return widths
	}
}

// tableRow sets one row of cells as a row for each of its lines, so that a page can
// end between any two.
func (c *composer) tableRow(cells [][]doc.Span, columns []column, style doc.Style) []row {
	var rows []row
	for i, spans := range cells {
		p := c.line(spans)
		p.left, p.width, p.style = columns[i].left, columns[i].width, style
		rows = c.abreastRows(rows, c.paragraph(p))
	}
	if len(rows) == 0 {
		return nil
	}
	pad := c.theme.CellPad
	whole := c.set.rows.take(1 + len(rows))
	copy(whole[1:], rows)
	last := len(whole) - 1
	for i := range whole[:last] {
		whole[i].keep = max(whole[i].keep, soft)
	}
	whole[0] = row{height: pad, keep: hard}
	whole[last].keep = loose
	whole[last].height += pad
	return whole
}

// underline draws a rule below the last of the rows.
func (c *composer) underline(rows []row) {
	if len(rows) == 0 {
		return
	}
	last := &rows[len(rows)-1]
	last.strokes = append(last.strokes, Stroke{c.left, last.height, c.left + c.width, last.height, c.theme.Thin})
}

// abreastRows sets the rows of b beside those of a, line by line.
func (c *composer) abreastRows(a, b []row) []row {
	if len(a) == 0 {
		return b
	}
	rows := c.set.rows.take(max(len(a), len(b)))
	for i := range rows {
		var left, right row
		if i < len(a) {
			left = a[i]
		}
		if i < len(b) {
			right = b[i]
		}
		r := &rows[i]
		r.height, r.keep = max(left.height, right.height), max(left.keep, right.keep)
		r.lines = c.set.lines.take(len(left.lines) + len(right.lines))[:0]
		r.lines, r.strokes = left.place(r.lines, nil, r.height-left.height)
		r.lines, r.strokes = right.place(r.lines, r.strokes, r.height-right.height)
	}
	return rows
}
