package docx

import (
	"slices"
	"strings"

	"expunge/forms/doc"
)

// Lengths are twips, the twentieth part of a point. The measures here are those that no
// style can hold; those of styles and lists stand in parts/styles.xml and
// parts/numbering.xml, and those of the page where the body is written.
const (
	measure    = 9360 // the width of the text
	indentStep = 720
	hangStep   = 480  // from the label of a hanging paragraph to its text
	subText    = 1920 // the text of a lettered paragraph
	markStep   = 1100
	nodeStep   = 440

	partiesWidth = 4961 // of the caption, up to its rule
	boxWidth     = 3931
	signAt       = 4680 // where a signature begins
	boxLine      = 280

	lineHeight = 360 // of running text
	writeOn    = 400 // least height of a line to write on
	signGap    = 320 // above and below a signature
	frameGap   = 280 // above a frame
)

// element is a paragraph or a table, which is what the body of a Word document and each
// cell of its tables are made of.
type element interface {
	hold()   // keeps it on the page of what follows
	broken() // begins a new page with it
}

// paragraph is a paragraph. Its style says what the other fields leave at zero.
type paragraph struct {
	style string
	spans []doc.Span

	label     string // typed before the text, with a tab after it
	labelBold bool

	list, level int // the list that counts the paragraph, and how deep

	left, hanging int
	flush         bool // no indent, whatever the style has
	align         doc.Align
	before, after gap
	line          int // least height of a line
	exact         bool
	small         bool // for the width of its blanks

	keepNext, pageBreak bool
}

// gap is space above or below a paragraph. The zero value leaves it to the style.
type gap int

const none gap = -1

func (p *paragraph) hold()   { p.keepNext = true }
func (p *paragraph) broken() { p.pageBreak = true }

// table is a table. Its rows are never parted by the end of a page unless Parts is set.
type table struct {
	style   string
	columns []int
	rows    []row
	first   bool // the first column has a look of its own
	parts   bool
}

type row struct {
	cells  []cell
	head   bool
	height int // at least
}

type cell struct {
	elements []element
	framed   bool
	lined    bool // a rule below
	middle   bool // set in the middle of the height
	foot     bool // set at the foot
}

func (t *table) hold() {
	for _, r := range t.rows {
		for _, c := range r.cells {
			for _, e := range c.elements {
				e.hold()
			}
		}
	}
}

func (t *table) broken() {
	for _, r := range t.rows[:1] {
		for _, c := range r.cells[:1] {
			for _, e := range c.elements[:1] {
				e.broken()
			}
		}
	}
}

// composer turns blocks into elements.
type composer struct {
	elements []element
	lists    *lists
	breaks   bool // what comes next begins a new page
	framed   bool // it composes what stands in a frame
}

// lists are the lists of numbered paragraphs of a paper.
type lists struct {
	starts []int // the first number of each
	next   int   // the number after the last of all
}

// bulletList is the list of all bullets; the list of the first numbered paragraphs is 1,
// and others follow.
const (
	firstList  = 1
	bulletList = 2
)

// begin returns the list that counts on from a number: the last one, if that is where
// it stands, so that a paragraph put in by hand moves all that follow.
func (l *lists) begin(start, items int) int {
	if len(l.starts) == 0 || l.next != start {
		l.starts = append(l.starts, start)
	}
	l.next = start + items
	return l.last()
}

func (l *lists) last() int {
	if n := len(l.starts); n > 1 {
		return bulletList + n - 1
	}
	return firstList
}

func (c *composer) blocks(blocks []doc.Block) {
	if c.lists == nil {
		c.lists = &lists{}
	}
	for i := 0; i < len(blocks); i++ {
		if i+1 < len(blocks) && c.sealed(blocks[i], blocks[i+1]) {
			i++
			continue
		}
		c.block(blocks[i])
	}
}

func (c *composer) block(b doc.Block) {
	switch v := b.(type) {
	case doc.Heading:
		c.heading(v)
	case doc.Para:
		c.para(v)
	case doc.Caption:
		c.caption(v)
	case doc.Numbered:
		c.numbered(v)
	case doc.Bullets:
		for _, item := range v.Items {
			c.add(&paragraph{style: "ListBullet", spans: item, list: bulletList})
		}
	case doc.Checklist:
		c.checklist(v)
	case doc.Table:
		c.table(v)
	case doc.Signature:
		c.signature(v)
	case doc.Box:
		c.add(gapAbove(), &table{style: "Plain", columns: []int{boxWidth}, rows: []row{{cells: []cell{box(v)}, height: boxHeight(v)}}})
	case doc.Callout:
		c.callout(v)
	case doc.Outline:
		c.nodes(v.Nodes, 0)
	case doc.Keep:
		from := len(c.elements)
		c.blocks(v.Blocks)
		together(c.elements[from:])
	case doc.Chart:
		c.blocks(v.Words)
	case doc.Form:
		c.blocks(v.InWords())
	case doc.Rule:
		c.add(&paragraph{style: "Rule"})
	case doc.Space:
		c.add(&paragraph{style: "Normal", line: max(v.Lines, 1) * lineHeight, exact: true})
	case doc.PageBreak:
		c.breaks = len(c.elements) > 0
	}
}

// add adds elements. Word makes one table of two that touch, so a line of no height
// goes between them.
func (c *composer) add(all ...element) {
	for _, e := range all {
		_, follows := e.(*table)
		if n := len(c.elements); n > 0 && follows {
			if _, ok := c.elements[n-1].(*table); ok {
				c.elements = append(c.elements, &paragraph{style: "Spacer"})
			}
		}
		if c.breaks {
			e.broken()
			c.breaks = false
		}
		c.elements = append(c.elements, e)
	}
}

// together keeps elements on one page, if a page can hold them.
func together(elements []element) {
	for i := range max(len(elements)-1, 0) {
		elements[i].hold()
	}
}

func (c *composer) heading(h doc.Heading) {
	if len(h.Text) == 0 {
		return
	}
	c.add(&paragraph{style: []string{"Heading1", "Heading2", "Heading3"}[min(max(h.Level, 1), 3)-1], spans: h.Text})
}

// para adds a paragraph. One that asks for an alignment is not running text: an
// address, a venue, a line in the middle of the page. It is set single.
func (c *composer) para(v doc.Para) {
	if len(v.Spans) == 0 {
		return
	}
	p := &paragraph{style: "BodyText", spans: v.Spans, align: v.Align, left: v.Indent * indentStep, keepNext: announces(v.Spans)}
	switch {
	case v.Small:
		p.style, p.small = "Note", true
	case v.Align != doc.Natural:
		p.style = "Line"
		if blank(v.Spans) {
			p.line = writeOn
		}
	case v.FirstLine && !v.Hang && v.Indent == 0:
		p.style = "BodyTextFirstIndent"
	}
	if v.Hang {
		hang(p)
	}
	if v.Tight {
		p.before = none
		if n := len(c.elements); n > 0 {
			if above, ok := c.elements[n-1].(*paragraph); ok {
				above.after = none
			}
		}
	}
	c.add(p)
}

// announces tells whether a paragraph ends in a colon and so belongs to what follows.
func announces(spans []doc.Span) bool {
	if len(spans) == 0 {
		return false
	}
	last, ok := spans[len(spans)-1].(doc.Text)
	return ok && strings.HasSuffix(last.S, ":")
}

func blank(spans []doc.Span) bool {
	return slices.ContainsFunc(spans, func(s doc.Span) bool { _, ok := s.(doc.Blank); return ok })
}

// hang takes the first word for the label of the paragraph.
func hang(p *paragraph) {
	first, ok := p.spans[0].(doc.Text)
	word, rest, cut := strings.Cut(first.S, " ")
	if !ok || !cut {
		return
	}
	first.S = rest
	p.spans = append([]doc.Span{first}, p.spans[1:]...)
	p.label = word
	p.left, p.hanging = p.left+hangStep, hangStep
}

// numbered adds paragraphs that count themselves.
func (c *composer) numbered(v doc.Numbered) {
	list := c.lists.begin(max(v.Start, 1), len(v.Items))
	for _, item := range v.Items {
		c.add(&paragraph{style: "NumberedParagraph", spans: item.Spans, list: list, keepNext: announces(item.Spans)})
		for i, sub := range item.Sub {
			p := &paragraph{style: "LetteredParagraph", spans: sub, list: list, level: 1}
			if len(item.Sub) > len("abcdefghijklmnopqrstuvwxyz") { // Word's letters go on with bb, the paper's with ab
				p.list, p.label = uncounted, "("+letters(i)+")"
				p.left, p.hanging = subText, hangStep
			}
			c.add(p)
		}
	}
}

// uncounted is the list of a paragraph whose style counts and which does not.
const uncounted = -1

// letters names lettered paragraphs a to z, then aa, ab and on.
func letters(i int) string {
	last := string(rune('a' + i%26))
	if i < 26 {
		return last
	}
	return letters(i/26-1) + last
}

func (c *composer) checklist(v doc.Checklist) {
	for _, item := range v.Items {
		p := &paragraph{style: "Checklist", spans: item.Spans, label: "☐", keepNext: len(item.Note) > 0}
		if item.Ticked {
			p.label = "☒"
		}
		c.add(p)
		if len(item.Note) > 0 {
			c.add(&paragraph{style: "ChecklistNote", spans: item.Note, small: true})
		}
	}
}

func (c *composer) nodes(nodes []doc.Node, depth int) {
	for _, n := range nodes {
		left := min(markStep+depth*nodeStep, measure/2)
		c.add(&paragraph{style: "Outline", spans: n.Spans, label: n.Mark, labelBold: true, left: left, hanging: left, keepNext: len(n.Nodes) > 0})
		c.nodes(n.Nodes, depth+1)
	}
}

// callout frames blocks. The frame is a table of one cell, which ends in a paragraph; a
// callout within another shares its frame.
func (c *composer) callout(v doc.Callout) {
	if c.framed {
		c.titled(v)
		return
	}
	in := composer{lists: c.lists, framed: true}
	in.titled(v)
	if n := len(in.elements); n == 0 {
		return
	} else if _, ok := in.elements[n-1].(*table); ok {
		in.add(&paragraph{style: "Spacer"})
	}
	c.add(gapAbove(), &table{style: "Callout", columns: []int{measure}, rows: []row{{cells: []cell{{elements: in.elements}}}}, parts: true})
}

func (c *composer) titled(v doc.Callout) {
	if len(v.Title) > 0 {
		c.add(&paragraph{style: "CalloutTitle", spans: v.Title})
	}
	c.blocks(v.Blocks)
}

// gapAbove is the space above a frame, which a table cannot ask for.
func gapAbove() element { return &paragraph{style: "Spacer", before: frameGap, keepNext: true} }
