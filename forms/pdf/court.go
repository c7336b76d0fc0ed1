package pdf

import "expunge/forms/doc"

// caption sets the head of a court paper: the court in the middle; below it the
// parties at the left, closed off by a rule at their right and their foot; and the
// number at the right, half way down.
func (c *composer) caption(v doc.Caption) {
	t := c.theme
	var court []row
	for _, spans := range v.Court {
		p := c.line(spans)
		p.style, p.align, p.part = doc.Bold, doc.Center, Title
		court = append(court, c.paragraph(p)...)
	}
	parties := c.set.stack(c.entries(v.Parties, 0, t.CaptionLeft))
	number := c.set.stack(c.entries(v.Number, t.CaptionRight, 1))

	tall := max(parties.height, number.height)
	r := row{height: tall + t.CaptionLine}
	r.lines, r.strokes = parties.place(r.lines, r.strokes, 0)
	r.lines, r.strokes = number.place(r.lines, r.strokes, (tall-number.height)/2)
	x := c.left + t.CaptionRule*c.width
	r.strokes = append(r.strokes,
		Stroke{x, 0, x, r.height, t.Medium},
		Stroke{c.left, r.height, x + t.Medium/2, r.height, t.Medium})

	rows := court
	if tall > 0 {
		r.before = t.CaptionGap
		rows = append(rows, r)
	}
	for i := range rows {
		rows[i].keep = hard
	}
	c.add(rows, 0)
	c.after = t.CaptionGap
}

// entries sets lines in the part of the column between two shares of it.
func (c *composer) entries(entries [][]doc.Span, from, to float64) []row {
	var rows []row
	for i, spans := range entries {
		p := c.line(spans)
		p.left, p.width, p.part = c.left+from*c.width, (to-from)*c.width, Title
		entry := c.paragraph(p)
		if i > 0 && len(entry) > 0 {
			entry[0].before = c.theme.CaptionLine
		}
		rows = append(rows, entry...)
	}
	return rows
}

// sign adds rows that hold a signature and keeps the end of the text before with them.
func (c *composer) sign(rows []row) {
	for i := max(len(c.rows)-2, 0); i < len(c.rows) && len(rows) > 0; i++ {
		c.rows[i].keep = hard
	}
	for i := range len(rows) - 1 {
		rows[i].keep = hard
	}
	c.add(rows, c.look.SignGap)
	c.after = c.look.SignGap
}

// sealed sets a box at the left of the signature it stands next to. It tells whether
// the blocks are such a pair.
func (c *composer) sealed(a, b doc.Block) bool {
	if _, ok := a.(doc.Signature); ok {
		a, b = b, a
	}
	box, ok := a.(doc.Box)
	if !ok {
		return false
	}
	sign, ok := b.(doc.Signature)
	if ok {
		c.sign([]row{c.set.abreast([]row{c.box(box)}, c.signature(sign))})
	}
	return ok
}

// signature is a block of lines to sign at the right.
func (c *composer) signature(v doc.Signature) []row {
	from := c.theme.SignLeft
	rows := c.signText(v.Before, c.look.Size)
	for _, line := range v.Lines {
		if !line.Rule {
			rows = append(rows, c.signText(line.Spans, c.look.Size)...)
			continue
		}
		x, y := c.left+from*c.width, c.theme.SignRise
		rows = append(rows, row{
			height:  y + c.theme.SignRuleTo,
			strokes: []Stroke{{x, y, c.left + c.width, y, c.theme.Thin}},
		})
		rows = append(rows, c.signText(line.Spans, c.look.SignLabel)...)
	}
	return rows
}

func (c *composer) signText(spans []doc.Span, size float64) []row {
	p := c.line(spans)
	p.size, p.leading, p.part = size, c.single(size), Sign
	p.left, p.width = c.left+c.theme.SignLeft*c.width, (1-c.theme.SignLeft)*c.width
	return c.paragraph(p)
}

// abreast sets two stacks of rows side by side as one row.
func (s *setter) abreast(left, right []row) row {
	a, b := s.stack(left), s.stack(right)
	r := s.empty(len(a.lines)+len(b.lines), len(a.strokes)+len(b.strokes))
	r.before, r.height = max(a.before, b.before), max(a.height, b.height)
	r.lines, r.strokes = a.place(r.lines, r.strokes, 0)
	r.lines, r.strokes = b.place(r.lines, r.strokes, 0)
	return r
}
