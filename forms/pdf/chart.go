package pdf

import (
	"fmt"
	"slices"

	"expunge/forms/doc"
)

// ChartError reports a chart that cannot be drawn as a whole: it is higher than a page,
// or a word is wider than its box. Nothing is ever cut off to make it fit.
type ChartError struct {
	Document string
	Box      string  // the box with the word, or empty
	Over     float64 // points that the page lacks
}

func (e ChartError) Error() string {
	if e.Box != "" {
		return fmt.Sprintf("%s: the chart box %s is too narrow for a word in it", e.Document, e.Box)
	}
	return fmt.Sprintf("%s: the chart is %.1f points higher than a page", e.Document, e.Over)
}

func (s *setter) tooHigh(by float64) {
	s.charts = append(s.charts, ChartError{Document: s.document, Over: by})
}

// placed is a box with its place on the chart: lengths are points, from the left edge of
// the paper and from the top of the chart. Text is what stands in it, from its top.
type placed struct {
	box        *doc.ChartBox
	text       row
	band, lane int
	x, y, w, h float64
}

func (p *placed) right() float64  { return p.x + p.w }
func (p *placed) bottom() float64 { return p.y + p.h }

// chart draws a chart as one row, or its words where the theme has no type for it.
func (c *composer) chart(v doc.Chart) {
	if c.theme.ChartSize == 0 {
		c.blocks(v.Words)
		return
	}
	p := plot{c: c, chart: &v}
	p.lay()
	lines := 0
	for i := range p.boxes {
		lines += len(p.boxes[i].text.lines)
	}
	r := c.set.empty(lines+len(v.Links), 9*len(p.boxes)+4*len(v.Links))
	r.height, r.chart = p.height, true
	for i := range p.boxes {
		p.draw(&r, &p.boxes[i])
	}
	for _, marked := range []bool{false, true} { // what is marked lies on top
		for i := range v.Links {
			if v.Links[i].Marked == marked {
				p.link(&r, &v.Links[i])
			}
		}
	}
	c.add([]row{r}, c.look.SingleGap)
	c.after = c.look.SingleGap
}

// chartTheme returns the theme in which each chart of a paper has one page with all that
// stands around it, and the pager of the paper in it: the theme itself, or one that is set
// closer and with smaller type in its charts, step by step down to the least.
func chartTheme(set *setter, t *Theme, d *doc.Document, p **pager) *Theme {
	charts := 0
	for _, b := range d.Blocks {
		if _, is := b.(doc.Chart); is {
			charts++
		}
	}
	if charts == 0 || t.ChartSize == 0 || (*p).count() <= charts {
		return t
	}
	for size := t.ChartSize; size >= t.ChartLeast; size -= t.ChartStep {
		smaller := t.closer(t.Closer[len(t.Closer)/2])
		smaller.ChartSize = size
		*p = setDocument(set, &smaller, d, pass{again: true})
		if (*p).count() <= charts {
			return &smaller
		}
	}
	*p = setDocument(set, t, d, pass{again: true})
	return t
}

// plot is a chart while it is laid out.
type plot struct {
	c      *composer
	chart  *doc.Chart
	boxes  []placed
	height float64
}

// lay measures every box and places it. Bands stand one below the other; within a band
// the rows of each lane are as high as their highest box, and lanes that end early are
// spread out.
func (p *plot) lay() {
	for b := range p.chart.Bands {
		if b > 0 {
			p.height += p.c.theme.ChartBandGap
		}
		first := len(p.boxes)
		columns := p.columns(&p.chart.Bands[b])
		lanes := make([]laneHeights, len(p.chart.Bands[b].Lanes))
		tall := 0.0
		for l, lane := range p.chart.Bands[b].Lanes {
			lanes[l] = p.lane(b, l, lane, columns)
			tall = max(tall, lanes[l].natural())
		}
		for i := first; i < len(p.boxes); i++ {
			box := &p.boxes[i]
			box.y = p.height + lanes[box.lane].top(int(box.y), tall)
		}
		p.height += tall
	}
}

// columns are where the columns of a band stand.
func (p *plot) columns(b *doc.Band) []column {
	sum := 0
	for _, width := range b.Columns {
		sum += width
	}
	out, x := make([]column, len(b.Columns)), p.c.left
	for i, width := range b.Columns {
		out[i] = column{left: x, width: p.c.width * float64(width) / float64(sum)}
		x += out[i].width
	}
	return out
}

// laneHeights are the heights of the rows of a lane and of the gaps below them.
type laneHeights struct{ rows, gaps []float64 }

func (l laneHeights) natural() float64 {
	sum := 0.0
	for i, h := range l.rows {
		sum += h
		if i+1 < len(l.rows) {
			sum += l.gaps[i]
		}
	}
	return sum
}

// top is where a row begins when the lane is spread over a height.
func (l laneHeights) top(row int, tall float64) float64 {
	extra := 0.0
	if n := len(l.rows); n > 1 {
		extra = (tall - l.natural()) / float64(n-1)
	}
	y := 0.0
	for i := range row {
		y += l.rows[i] + l.gaps[i] + extra
	}
	return y
}

// lane measures the boxes of a lane. Until the band is known as a whole, the height at
// which a box stands is the number of its row.
func (p *plot) lane(band, lane int, rows doc.Lane, columns []column) laneHeights {
	out := laneHeights{}
	for n, boxes := range rows {
		first, tall := len(p.boxes), 0.0
		for i := range boxes {
			at := boxes[i].Column
			last := columns[at+max(boxes[i].Span, 1)-1]
			box := p.measure(&boxes[i], columns[at].left, last.left+last.width-columns[at].left)
			box.band, box.lane, box.y = band, lane, float64(n)
			tall = max(tall, box.h)
			p.boxes = append(p.boxes, box)
		}
		gap := p.c.theme.ChartGap
		for i := first; i < len(p.boxes); i++ {
			if p.labeledBelow(p.boxes[i].box.ID) {
				gap = max(gap, p.c.theme.ChartLabelGap-(tall-p.boxes[i].h))
			}
		}
		if n+1 < len(rows) && p.enteredFromBehind(rows[n+1]) {
			gap = max(gap, p.c.theme.ChartBandGap)
		}
		out.rows, out.gaps = append(out.rows, tall), append(out.gaps, gap)
	}
	return out
}

// labeledBelow reports whether a line with a word leaves the box at its foot.
func (p *plot) labeledBelow(id string) bool {
	for i := range p.chart.Links {
		if l := &p.chart.Links[i]; l.From == id && l.Leave == doc.Below && l.Label != "" {
			return true
		}
	}
	return false
}

// enteredFromBehind reports whether a line comes along the gap above a row.
func (p *plot) enteredFromBehind(row []doc.ChartBox) bool {
	for i := range p.chart.Links {
		l := &p.chart.Links[i]
		if l.Leave == doc.Before && slices.ContainsFunc(row, func(b doc.ChartBox) bool { return b.ID == l.To }) {
			return true
		}
	}
	return false
}

// measure sets the text of a box and gives the box its height.
func (p *plot) measure(b *doc.ChartBox, x, width float64) placed {
	t := p.c.theme
	out := placed{box: b, text: p.c.set.empty(8, 0), x: x, w: width}
	y := t.ChartPadY
	for i, spans := range append([][]doc.Span{b.Title}, b.Lines...) {
		para := p.c.small(spans, x+t.ChartPadX, width-2*t.ChartPadX)
		if i == 0 {
			para.style, para.part = doc.Bold, Title
		}
		text := p.c.broken(&para)
		if text.widest > para.width+hair {
			p.c.set.charts = append(p.c.set.charts, ChartError{Document: p.c.set.document, Box: b.ID})
		}
		set := p.c.set.stack(p.c.textRows(&para, text))
		out.text.lines, out.text.strokes = set.place(out.text.lines, out.text.strokes, y)
		y += set.height
	}
	out.h = y + t.ChartPadY
	return out
}

// small is text of a chart.
func (c *composer) small(spans []doc.Span, left, width float64) paragraph {
	t := c.theme
	return paragraph{spans: spans, size: t.ChartSize, leading: t.ChartSize * t.ChartLeading, align: doc.Left, left: left, width: width}
}

// draw draws a box: its text, its outline, and the mark of one that is marked.
func (p *plot) draw(r *row, b *placed) {
	t := p.c.theme
	r.lines, r.strokes = b.text.place(r.lines, r.strokes, b.y)
	width := t.Thin
	if b.box.Marked {
		width = t.ChartThick
		r.fills = append(r.fills, square(b.x, b.y, 1.6*t.ChartPadX))
	}
	switch b.box.Shape {
	case doc.Question:
		r.strokes = append(r.strokes, cornered(b, width)...)
	case doc.Stop:
		r.strokes = append(r.strokes, rectangle(b.x, b.y, b.right(), b.bottom(), width)...)
		for _, x := range []float64{b.x + t.ChartPadX/2, b.right() - t.ChartPadX/2} {
			r.strokes = append(r.strokes, Stroke{x, b.y, x, b.bottom(), t.Thin})
		}
	case doc.Plain:
		r.strokes = append(r.strokes, rectangle(b.x, b.y, b.right(), b.bottom(), width)...)
	}
}

// square is a mark around a corner.
func square(x, y, side float64) Fill {
	h := side / 2
	return Fill{{x - h, y - h}, {x + h, y - h}, {x + h, y + h}, {x - h, y + h}}
}

// cornerCut is how much of a corner is cut off a question.
const cornerCut = 3.5

func cornered(b *placed, width float64) []Stroke {
	k := cornerCut
	corners := []Point{
		{b.x + k, b.y},
		{b.right() - k, b.y},
		{b.right(), b.y + k},
		{b.right(), b.bottom() - k},
		{b.right() - k, b.bottom()},
		{b.x + k, b.bottom()},
		{b.x, b.bottom() - k},
		{b.x, b.y + k},
	}
	return polyline(append(corners, corners[0]), width)
}

func polyline(points []Point, width float64) []Stroke {
	var out []Stroke
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		out = append(out, Stroke{a.X, a.Y, b.X, b.Y, width})
	}
	return out
}
