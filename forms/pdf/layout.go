package pdf

import (
	"slices"

	"expunge/forms/doc"
)

// Page is one side of paper with all that stands on it. Lengths are points, x from
// the left edge of the paper and y from its top, downwards.
type Page struct {
	Document   string // name of the paper, as in doc.Document
	Title      string // what the bookmarks call it
	Group      doc.Group
	Number, Of int // place within the paper, from 1
	Lines      []Line
	Strokes    []Stroke
	Logo       Frame // the office's picture; none on most pages
	Fills      []Fill
}

// Line is one line of text. X and Y are where its baseline begins and Width is how far
// it reaches, with Stretch added to each of its spaces. Lines of one paragraph share
// the number Para, which counts from 1 within the paper; heads and feet have 0.
type Line struct {
	X, Y, Width float64
	Stretch     float64
	Part        Part
	Para        int
	Runs        []Run
}

// Part tells what a line belongs to.
type Part int8

// The parts of a page.
const (
	Body  Part = iota
	Title      // a heading
	Sign       // a signature block
	Head       // above the top margin, repeated
	Foot       // below the bottom margin, repeated
)

// Run is text in one face and size, beginning at X. Text is in code page 1252, or in
// UTF-8 when Unicode is set.
type Run struct {
	X, Size float64
	Face    string
	Unicode bool
	Text    string
}

// Stroke is a straight line of ink.
type Stroke struct{ X1, Y1, X2, Y2, Width float64 }

// Fill is an area of ink with straight sides.
type Fill []Point

// Point is a place on the page.
type Point struct{ X, Y float64 }

func (f Fill) down(by float64) Fill {
	out := make(Fill, len(f))
	for i, p := range f {
		out[i] = Point{p.X, p.Y + by}
	}
	return out
}

// Layout places the papers on pages. Each begins on a page of its own and counts its
// own pages; a paper without blocks is one page. The error joins a [ChartError] for
// every chart that no page can hold and a [GlyphError] for every fact with a character
// that no face can draw, or names a face that the theme asks for and does not exist.
func Layout(docs []doc.Document, t Theme) ([]Page, error) {
	set, err := newSetter(&t)
	if err != nil {
		return nil, err
	}
	return set.layout(docs)
}

// layout is [Layout], in the theme in use. The pages are good until another is used.
func (s *setter) layout(docs []doc.Document) ([]Page, error) {
	for i := range docs {
		s.pages = append(s.pages, layoutDocument(s, s.theme.of(&docs[i]), &docs[i])...)
	}
	return s.pages, s.problems()
}

// layoutDocument sets a paper as the theme has it. Where that would leave little on its
// last page it is set closer, by the first step that saves the page. The last step is
// tried before the others, for a paper that it does not help stays as it was. A court
// paper that stays one of several pages takes only the first half of the steps, for the
// bench wants room between its lines.
func layoutDocument(set *setter, t *Theme, d *doc.Document) []Page {
	p := setDocument(set, t, d, pass{})
	if smaller := chartTheme(set, t, d, &p); smaller != t {
		return p.deal()
	}
	pages := p.deal()
	steps := t.Closer
	if d.Group == doc.Filed && len(pages) > 2 {
		steps = steps[:(len(steps)+1)/2]
	}
	if len(pages) < 2 || p.tail() > t.ShortTail || len(steps) == 0 {
		return pages
	}
	saves := func(share float64) bool {
		closer := t.closer(share)
		return setDocument(set, &closer, d, pass{again: true, heights: true}).count() < len(pages)
	}
	last := len(steps) - 1
	if !saves(steps[last]) {
		return pages
	}
	least := slices.IndexFunc(steps[:last], saves)
	if least < 0 {
		least = last
	}
	closer := t.closer(steps[least])
	return setDocument(set, &closer, d, pass{again: true}).deal()
}

// pass is what is special about setting a paper, which may be done more than once.
type pass struct {
	again   bool // it was the last paper to be set, and only heights can differ
	heights bool // only heights are wanted: nothing needs to stand on the rows
}

// setDocument sets the text of a paper, ready to be dealt out to pages.
func setDocument(set *setter, t *Theme, d *doc.Document, how pass) *pager {
	look := &t.Sheet
	if d.Group == doc.Filed {
		look = &t.Filed
	}
	set.begin(d.Name)
	if !how.again {
		clear(set.texts) // those of another paper
		set.texts = set.texts[:0]
	}
	c := composer{theme: t, look: look, set: set, left: t.Left, width: t.Width - t.Left - t.Right, pass: how}
	edge := newEdges(c, d)
	c.rows, c.texts = set.whole[:0], &set.texts
	blocks := d.Blocks
	if t.crested(d) {
		blocks = c.crest(blocks)
	}
	c.blocks(blocks)
	keepHeadings(c.rows)
	set.whole = c.rows
	return &pager{theme: t, set: set, edge: edge, document: d, rows: c.rows}
}

// keepHeadings holds every heading to the two rows after it. The rows within a
// heading are held together where they are made.
func keepHeadings(rows []row) {
	for i := range rows {
		if !rows[i].heading {
			continue
		}
		for j := i; j < i+2 && j+1 < len(rows); j++ {
			rows[j].keep = hard
		}
	}
}
