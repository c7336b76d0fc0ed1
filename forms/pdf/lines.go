package pdf

import (
	"math"
	"slices"

	"expunge/forms/doc"
)

// paragraph is text to be set in lines. Indents are from left.
type paragraph struct {
	spans   []doc.Span
	size    float64
	leading float64 // height of a line
	style   doc.Style
	align   doc.Align // never Natural
	justify bool
	part    Part

	left, width float64 // of the column
	first, rest float64 // indents of the first line and of the others

	label   string // set before the first line
	labelAt float64
}

// setText is a paragraph broken into lines. How high the lines are and which paragraph of
// its paper it is are not settled yet, so that it may be used again.
type setText struct {
	of     paragraph
	look   textLook
	lines  []setLine
	widest float64 // part of it that no line may break
}

// setLine is a line with the rules of its blanks, its baseline at height 0. Its runs are
// those from and up to to of the paragraph.
type setLine struct {
	line     Line
	rules    []Stroke
	from, to int
}

// paragraph breaks p into rows, one a line. A paragraph without words has none.
func (c *composer) paragraph(p paragraph) []row {
	return c.textRows(&p, c.broken(&p))
}

// textRows makes the rows of a paragraph.
func (c *composer) textRows(p *paragraph, text *setText) []row {
	rows := c.set.rows.take(len(text.lines))
	for i := range rows {
		c.textRow(&rows[i], p, &text.lines[i])
	}
	holdTogether(rows)
	return rows
}

// broken returns a paragraph in lines. A paper that is set again has the same paragraphs, one
// after the other, and only their heights differ.
func (c *composer) broken(p *paragraph) *setText {
	c.para++
	look := textLook{c.look.Roman, c.look.Bold, c.look.Italic, c.look.Small}
	if c.texts == nil {
		return c.sought(p, look)
	}
	for len(*c.texts) < c.para {
		*c.texts = append(*c.texts, nil)
	}
	known := &(*c.texts)[c.para-1]
	if *known == nil || (*known).look != look || !(*known).of.breaksLike(p) {
		*known = c.sought(p, look)
	}
	return *known
}

// sought looks for a paragraph in the memory, and breaks it into lines if it is not there:
// most of what papers say is said to everyone. A paragraph with a character that no face
// has is not kept, for that is told of with its paper.
func (c *composer) sought(p *paragraph, look textLook) *setText {
	key := c.set.memory.key(p)
	if known := c.set.memory.find(key); known != nil && known.look == look && known.of.breaksLike(p) {
		return known
	}
	missing := len(c.set.missing)
	text := &setText{of: *p, look: look}
	c.breakText(p, text)
	if len(c.set.missing) == missing {
		c.set.memory.keep(key, text)
	}
	return text
}

// breaksLike reports whether the lines of the two are the same but for their height.
func (p *paragraph) breaksLike(o *paragraph) bool {
	return p.left == o.left && p.width == o.width && p.first == o.first && p.rest == o.rest && p.size == o.size &&
		p.style == o.style && p.align == o.align && p.justify == o.justify && p.part == o.part &&
		p.label == o.label && p.labelAt == o.labelAt && slices.Equal(p.spans, o.spans)
}

func (c *composer) breakText(p *paragraph, text *setText) {
	set := c.set
	set.start(c.look)
	for _, span := range p.spans {
		set.span(span, p.style, p.size, c.look.Small)
	}
	text.widest = set.widest()
	if len(set.pieces) == 0 && p.label == "" {
		return
	}
	var label Run
	if p.label != "" {
		label = set.plain(p.label+" ", p.style, p.size) // the space is for those who copy the text
		label.X = p.left + p.labelAt
		p.first = max(p.first, p.labelAt+set.plainWidth(label.Text, p.style, p.size))
	}
	set.fit(p.width - max(p.first, p.rest))
	ends := set.breaks(p.width-p.first, p.width-p.rest)
	text.lines = make([]setLine, len(ends))
	from := 0
	for i, end := range ends {
		text.lines[i] = c.setLine(p, label, from, end, i == len(ends)-1)
		from, label = end, Run{}
	}
	runs := slices.Clone(set.runList)
	for i := range text.lines {
		l := &text.lines[i]
		l.line.Runs = runs[l.from:l.to:l.to]
	}
}

// setLine sets the pieces from and up to end as one line. A label, if there is one, stands
// before them.
func (c *composer) setLine(p *paragraph, label Run, from, end int, last bool) setLine {
	indent := p.rest
	if from == 0 {
		indent = p.first
	}
	x, room := p.left+indent, p.width-indent
	natural, spaces := c.set.measure(from, end)
	stretch := 0.0
	switch {
	case p.align == doc.Right:
		x += room - natural
	case p.align == doc.Center:
		x += (room - natural) / 2
	case p.justify && !last && spaces > 0 && !c.set.longRule(end, room):
		stretch = (room - natural) / float64(spaces)
		if stretch > c.theme.Loosest*p.size {
			stretch = 0
		}
	}
	line := Line{X: x, Width: natural + stretch*float64(spaces), Stretch: stretch, Part: p.part}
	if label.Text != "" {
		line.X, line.Width = label.X, line.Width+x-label.X
	}
	first := len(c.set.runList)
	rules := c.set.runs(label, from, end, x, stretch)
	return setLine{line, rules, first, len(c.set.runList)}
}

// textRow makes a row of a line. Where only heights are wanted, nothing stands on it.
func (c *composer) textRow(r *row, p *paragraph, l *setLine) {
	r.height = p.leading
	if len(l.rules) > 0 {
		r.height = max(r.height, c.theme.BlankPitch)
	}
	if c.heights {
		return
	}
	r.lines = c.set.lines.take(1)
	r.lines[0] = l.line
	r.lines[0].Y, r.lines[0].Para = c.baseline(r.height, p.leading, p.size), c.para
	if len(l.rules) == 0 {
		return
	}
	r.strokes = slices.Clone(l.rules)
	for i := range r.strokes {
		r.strokes[i].Y1 += r.lines[0].Y
		r.strokes[i].Y2 += r.lines[0].Y
	}
}

// baseline is how far below the top of a row its text stands. Height that a blank
// adds goes above the text, where the hand needs it.
func (c *composer) baseline(height, leading, size float64) float64 {
	return height - leading + (leading-size)/2 + size*c.theme.Baseline
}

// holdTogether keeps the first two and the last two rows of a paragraph on one page.
func holdTogether(rows []row) {
	if n := len(rows); n > 1 {
		rows[0].keep, rows[n-2].keep = hard, hard
	}
}

// stop is a place where a line may end.
type stop struct {
	after int     // pieces before it
	end   float64 // where the text before it ends, were it all in one line
	begin float64 // where the text after it begins
	cost  float64 // of the best lines up to it
	from  int     // the stop before, in those
	seam  bool    // within a word
}

// breaks returns the piece after the last of each line. Of all ways to break it takes
// the one whose lines leave the least room over, summed by squares, the last line and one
// before a long rule apart:
// that spreads looseness over a paragraph where filling line after line heaps it up.
// What it returns is good until the next call.
func (s *setter) breaks(first, rest float64) []int {
	s.findStops()
	last := len(s.stops) - 1
	s.ends = s.ends[:0]
	if s.stops[last].end <= first+hair {
		return append(s.ends, s.stops[last].after)
	}
	for k := 1; k <= last; k++ {
		s.bestLine(k, first, rest)
	}
	for k := last; k > 0; k = s.stops[k].from {
		s.ends = append(s.ends, s.stops[k].after)
	}
	slices.Reverse(s.ends)
	return s.ends
}

// findStops lists the stops of the pieces, from the one before the first piece to the
// one after the last.
func (s *setter) findStops() {
	s.stops = append(s.stops[:0], stop{})
	x := 0.0
	for i := range s.pieces {
		p := &s.pieces[i]
		x += p.width
		if i == len(s.pieces)-1 || p.glue.breakable() {
			s.stops = append(s.stops, stop{after: i + 1, end: x, begin: x + p.gap, seam: p.glue == seam})
		}
		x += p.gap
	}
}

// bestLine finds where the line that ends at stop k had best begin. Of two as good it
// takes the fuller. A word that no line can hold has a line of its own.
func (s *setter) bestLine(k int, first, rest float64) {
	last := k == len(s.stops)-1
	end := &s.stops[k]
	end.cost, end.from = math.Inf(1), k-1
	widest := max(first, rest) + hair
	for j := k - 1; j >= 0; j-- {
		width := end.end - s.stops[j].begin
		if width > widest {
			return
		}
		room := rest
		if j == 0 {
			room = first
		}
		left := room - width
		if left < -hair {
			continue
		}
		if last || s.longRule(end.after, room) {
			left = 0
		} else if end.seam {
			left += s.theme.SeamCost * rest
		}
		if cost := s.stops[j].cost + left*left; cost <= end.cost {
			end.cost, end.from = cost, j
		}
	}
}

// hair is what sums of widths may differ by.
const hair = 0.001
