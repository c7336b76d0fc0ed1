package pdf

import (
	"fmt"
	"slices"

	"expunge/forms/doc"
)

// find returns the box with the id.
func (p *plot) find(id string) *placed {
	for i := range p.boxes {
		if p.boxes[i].box.ID == id {
			return &p.boxes[i]
		}
	}
	return nil
}

// link draws a line from box to box with its arrowhead and its word. One that names no
// box is a fault of the chart.
func (p *plot) link(r *row, l *doc.Link) {
	from, to := p.find(l.From), p.find(l.To)
	if from == nil || to == nil {
		p.c.set.charts = append(p.c.set.charts, ChartError{Document: p.c.set.document, Box: fmt.Sprintf("%s or %s", l.From, l.To)})
		return
	}
	points := p.route(l, from, to)
	width := p.c.theme.Thin
	if l.Marked {
		width = p.c.theme.ChartThick
	}
	tip, before := points[len(points)-1], points[len(points)-2]
	head, neck := p.arrow(before, tip, l.Marked)
	r.fills = append(r.fills, head)
	points[len(points)-1] = neck
	r.strokes = append(r.strokes, closedCorners(polyline(points, width))...)
	p.label(r, l, append(points[:len(points)-1:len(points)-1], tip))
}

// route is the way of a line, corner by corner, from the edge of one box to the edge of
// the other.
func (p *plot) route(l *doc.Link, from, to *placed) []Point {
	switch {
	case l.Leave == doc.After && l.Enter == doc.Before:
		return p.across(from, to)
	case l.Leave == doc.Below && l.Enter == doc.Before:
		x, y := from.x+from.w/2, to.y+to.h/2
		return []Point{{x, from.bottom()}, {x, y}, {to.x, y}}
	case l.Leave == doc.Before:
		return p.back(from, to)
	default:
		return p.down(l, from, to)
	}
}

// across leads to the right: straight where the boxes stand side by side.
func (p *plot) across(from, to *placed) []Point {
	top, bottom := max(from.y, to.y), min(from.bottom(), to.bottom())
	if top < bottom {
		y := (top + bottom) / 2
		return []Point{{from.right(), y}, {to.x, y}}
	}
	a, b, x := from.y+from.h/2, to.y+to.h/2, (from.right()+to.x)/2
	return []Point{{from.right(), a}, {x, a}, {x, b}, {to.x, b}}
}

// back leads from the left of a box, beside it up or down, and along the gap above the
// other box to its head.
func (p *plot) back(from, to *placed) []Point {
	t := p.c.theme
	a, x := from.y+from.h/2, from.x-2*t.ChartPadX
	b, y := to.x+to.w/2, to.y-0.66*t.ChartBandGap
	return []Point{{from.x, a}, {x, a}, {x, y}, {b, y}, {b, to.y}}
}

// down leads from the foot of one box to the head of another: straight where the two
// share a column, and otherwise across in the gap above the other.
func (p *plot) down(l *doc.Link, from, to *placed) []Point {
	left, right := max(from.x, to.x), min(from.right(), to.right())
	if l.Via > 0 {
		c := p.columns(&p.chart.Bands[from.band])[l.Via]
		left, right = c.left, c.left+c.width
	}
	if left < right {
		x := (left + right) / 2
		return []Point{{x, from.bottom()}, {x, to.y}}
	}
	a, b, y := from.x+from.w/2, to.x+to.w/2, to.y-p.c.theme.ChartBandGap*0.62
	return []Point{{a, from.bottom()}, {a, y}, {b, y}, {b, to.y}}
}

// arrow is the head of a line that ends at tip, and where the line meets it.
func (p *plot) arrow(before, tip Point, marked bool) (Fill, Point) {
	long, half := p.c.theme.ChartHead, p.c.theme.ChartHead*0.4
	if marked {
		long, half = long*1.35, half*1.7
	}
	if before.Y == tip.Y {
		neck := Point{tip.X - long, tip.Y}
		return Fill{tip, {neck.X, neck.Y - half}, {neck.X, neck.Y + half}}, neck
	}
	neck := Point{tip.X, tip.Y - long}
	return Fill{tip, {neck.X - half, neck.Y}, {neck.X + half, neck.Y}}, neck
}

// closedCorners lengthens strokes so that they meet at their corners.
func closedCorners(s []Stroke) []Stroke {
	for i := 1; i < len(s); i++ {
		h := s[i].Width / 2
		switch {
		case s[i-1].X1 < s[i-1].X2:
			s[i-1].X2 += h
		case s[i-1].X1 > s[i-1].X2:
			s[i-1].X2 -= h
		case s[i-1].Y1 < s[i-1].Y2:
			s[i-1].Y2 += h
		}
	}
	return s
}

// label sets the word of a line: above one that leads across, and at the right of one
// that leads down, near the box it leaves, or near the box it enters where it bends.
func (p *plot) label(r *row, l *doc.Link, points []Point) {
	if l.Label == "" {
		return
	}
	t := p.c.theme
	spans := []doc.Span{doc.Text{S: l.Label}}
	if l.Marked {
		spans[0] = doc.Text{S: l.Label, Style: doc.Bold}
	}
	first, last := points[0], points[len(points)-1]
	para := p.c.small(spans, 0, t.Width)
	set := p.c.set.stack(p.c.paragraph(para))
	if p.c.heights { // nothing stands on the rows, and links add no height
		return
	}
	ink := 0.0 // what a thick line takes from the room beside it
	if l.Marked {
		ink = t.ChartThick / 2
	}
	x, y := first.X+t.ChartPadX+ink, first.Y+1.5
	switch {
	case first.Y == last.Y:
		x, y = first.X+ink+1.5, first.Y-set.height-ink-0.2
	case len(points) > 3:
		x, y = last.X+t.ChartPadX+ink, last.Y-set.height-0.5
	}
	if width := set.lines[0].Width; x+width > p.c.left+p.c.width {
		x = first.X - t.ChartPadX - width
	}
	for i := range set.lines {
		shift(&set.lines[i], x)
	}
	r.lines, r.strokes = set.place(r.lines, r.strokes, y)
}

// shift moves a line to the right. Its runs may be kept for when the paper is set again,
// so it has its own.
func shift(l *Line, by float64) {
	l.X += by
	l.Runs = slices.Clone(l.Runs)
	for i := range l.Runs {
		l.Runs[i].X += by
	}
}
