package pdf

import (
	"math"

	"expunge/forms/doc"
)

// form sets the entries of a form on its grid, as many beside each other as have room.
// A line of entries is one row, which no page parts.
func (c *composer) form(v doc.Form) {
	if len(v.Title) > 0 {
		p := c.line(v.Title)
		p.style, p.part = doc.Bold, Title
		rows := c.paragraph(p)
		for i := range rows {
			rows[i].heading, rows[i].keep = true, hard
		}
		c.add(rows, 2*c.theme.FormGap)
	}
	for from := 0; from < len(v.Entries); {
		line := c.gridLine(v.Entries[from:])
		c.add([]row{c.gridRow(v.Entries[from:from+len(line)], line)}, c.theme.FormGap)
		from += len(line)
	}
	c.after = c.look.SingleGap
}

// gridLine is how many twelfths each of the entries has that stand on the next line. The
// larger the type, the more they take; the last takes what is left where it is little.
func (c *composer) gridLine(entries []doc.Entry) []int {
	var out []int
	left := doc.FormGrid
	for i := range entries {
		span := entries[i].Span
		if span == 0 {
			span = doc.FormGrid
		}
		span = min(doc.FormGrid, int(math.Ceil(float64(span)*c.look.Grown)))
		if span > left {
			break
		}
		out, left = append(out, span), left-span
	}
	if c.look.Grown > 1 {
		out[len(out)-1] += left
	}
	return out
}

// gridRow sets the entries of one line of the grid, all standing on its foot.
func (c *composer) gridRow(entries []doc.Entry, spans []int) row {
	cells := make([]row, len(entries))
	at, whole := 0, row{}
	unit := (c.width + c.theme.CellGap) / doc.FormGrid
	for i := range entries {
		left, width := c.left+float64(at)*unit, float64(spans[i])*unit-c.theme.CellGap
		cells[i] = c.entry(&entries[i], left, width)
		whole.height = max(whole.height, cells[i].height)
		at += spans[i]
	}
	for i := range cells {
		whole.lines, whole.strokes = cells[i].place(whole.lines, whole.strokes, whole.height-cells[i].height)
	}
	return whole
}

func (c *composer) entry(e *doc.Entry, left, width float64) row {
	if len(e.Boxes) > 0 {
		return c.boxesToTick(e, left, width)
	}
	label := c.set.stack(c.paragraph(c.formText(e.Label, left, width)))
	for range max(e.Lines, 1) {
		label.height += c.theme.FormLine
		label.strokes = append(label.strokes, Stroke{left, label.height, left + width, label.height, c.theme.Thin})
	}
	return label
}

// formText is text of a form, in the smaller size.
func (c *composer) formText(spans []doc.Span, left, width float64) paragraph {
	p := c.note(spans)
	p.leading = p.size * c.theme.FormLeading
	p.left, p.width = left, width
	return p
}

// boxesToTick sets boxes at the right of their label where there is room, so that those of
// several entries stand below each other. Otherwise they stand below the label, in columns
// where they need more than one line.
func (c *composer) boxesToTick(e *doc.Entry, left, width float64) row {
	side, gap := c.look.Small*c.theme.FormTick, c.look.Small/2
	wide := make([]float64, len(e.Boxes))
	sum, widest := -2*gap, 0.0
	for i, spans := range e.Boxes {
		wide[i] = side + gap + c.extent(spans, width)
		sum, widest = sum+wide[i]+2*gap, max(widest, wide[i])
	}
	if room := width - sum - 3*gap; room >= width*c.theme.FormLabel {
		out := c.set.stack(c.paragraph(c.formText(e.Label, left, room)))
		out.height = max(out.height, c.boxPitch())
		c.boxRow(&out, e.Boxes, wide, left+width-sum, out.height-c.boxPitch())
		return out
	}
	columns := len(e.Boxes)
	if sum > width {
		columns = max(1, int((width+2*gap)/(widest+2*gap)))
		for i := range wide {
			wide[i] = (width+2*gap)/float64(columns) - 2*gap
		}
	}
	out := c.set.stack(c.paragraph(c.formText(e.Label, left, width)))
	for from := 0; from < len(e.Boxes); from += columns {
		to := min(from+columns, len(e.Boxes))
		out.height += c.boxRow(&out, e.Boxes[from:to], wide[from:to], left, out.height)
	}
	return out
}

// boxPitch is the height of a line of boxes.
func (c *composer) boxPitch() float64 { return c.look.Small * c.theme.FormPitch }

// boxRow sets boxes of given widths side by side on a row, and returns how high they are:
// a line, or more where words are wider than their box has room for.
func (c *composer) boxRow(r *row, boxes [][]doc.Span, wide []float64, x, y float64) float64 {
	side, gap := c.look.Small*c.theme.FormTick, c.look.Small/2
	high := c.boxPitch()
	for i, spans := range boxes {
		p := c.formText(spans, x+side+gap, wide[i]-side-gap+hair)
		text, lead := c.set.stack(c.paragraph(p)), c.boxPitch()-p.leading
		r.lines, r.strokes = text.place(r.lines, r.strokes, y+lead)
		high = max(high, lead+text.height)
		foot := y + c.boxPitch() - c.theme.Medium
		r.strokes = append(r.strokes, rectangle(x, foot-side, x+side, foot, c.theme.Medium)...)
		x += wide[i] + 2*gap
	}
	return high
}

// extent is the width of a text of a form.
func (c *composer) extent(spans []doc.Span, width float64) float64 {
	p := c.formText(spans, 0, width)
	widest := 0.0
	for _, l := range c.broken(&p).lines {
		widest = max(widest, l.line.Width)
	}
	return widest
}
