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
		rows = abreastRows(rows, c.paragraph(p))
	}
	if len(rows) == 0 {
		return nil
	}
	pad, last := c.theme.CellPad, len(rows)-1
	for i := range rows[:last] {
		rows[i].keep = max(rows[i].keep, soft)
	}
	rows[last].keep = loose
	top := row{height: pad, keep: hard}
	rows[last].height += pad
	return append([]row{top}, rows...)
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
func abreastRows(a, b []row) []row {
	rows := make([]row, max(len(a), len(b)))
	for i := range rows {
		var left, right row
		if i < len(a) {
			left = a[i]
		}
		if i < len(b) {
			right = b[i]
		}
		r := row{height: max(left.height, right.height), keep: max(left.keep, right.keep)}
		r.lines, r.strokes = left.place(nil, nil, r.height-left.height)
		r.lines, r.strokes = right.place(r.lines, r.strokes, r.height-right.height)
		rows[i] = r
	}
	return rows
}
