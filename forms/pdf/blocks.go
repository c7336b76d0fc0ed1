package pdf

import (
	"strconv"
	"strings"

	"expunge/forms/doc"
)

// composer turns the blocks of one paper into rows. Left and width are those of the
// column it is in.
type composer struct {
	theme       *Theme
	look        *Look
	set         *setter
	left, width float64

	rows  []row
	after float64 // space that the last block wants below it
	para  int     // paragraphs so far
	frame int32   // the frame it is in, or 0
	count int32   // frames so far

	pass
	texts *[]*setText // its paragraphs by their number, in case the paper is set again; none in heads and feet
}

func (c *composer) blocks(blocks []doc.Block) {
	for i := 0; i < len(blocks); i++ {
		if i+1 < len(blocks) && c.sealed(blocks[i], blocks[i+1]) {
			i++
			continue
		}
		if tight(blocks, i) && (!tight(blocks, i-1) || !tight(blocks, i+1)) && len(c.rows) > 0 {
			c.rows[len(c.rows)-1].keep = hard
		}
		c.block(blocks[i])
	}
}

// tight reports whether a block is a line below another of one list or address. The first
// two lines of those stay together, and the last two, so that no page has one alone.
func tight(blocks []doc.Block, i int) bool {
	if i < 0 || i >= len(blocks) {
		return false
	}
	p, is := blocks[i].(doc.Para)
	return is && p.Tight
}

func (c *composer) block(b doc.Block) {
	switch v := b.(type) {
	case doc.Heading:
		c.heading(v)
	case doc.Para:
		c.paraBlock(v)
	case doc.Caption:
		c.caption(v)
	case doc.Numbered:
		c.numbered(v)
	case doc.Bullets:
		c.bullets(v)
	case doc.Checklist:
		c.checklist(v)
	case doc.Table:
		c.table(v)
	case doc.Signature:
		c.sign(c.signature(v))
	case doc.Box:
		c.add([]row{c.box(v)}, c.theme.FrameGap)
		c.after = c.theme.FrameGap
	case doc.Callout:
		c.callout(v)
	case doc.Outline:
		c.outline(v)
	case doc.Keep:
		c.keep(v)
	case doc.Chart:
		c.chart(v)
	case doc.Form:
		c.form(v)
	case doc.Rule:
		c.add([]row{c.across()}, c.theme.RuleGap)
		c.after = c.theme.RuleGap
	case doc.Space:
		c.add([]row{{height: float64(v.Lines) * c.leading(), blank: true}}, 0)
	case doc.PageBreak:
		c.add([]row{{breaks: true}}, 0)
	}
}

// add appends rows with space above them: what they want or what the block before
// them wants, whichever is more.
func (c *composer) add(rows []row, before float64) {
	if len(rows) == 0 {
		return
	}
	rows[0].before = max(before, c.after)
	c.after = 0
	for i := range rows {
		rows[i].frame = c.frame
	}
	c.rows = append(c.rows, rows...)
}

// narrow moves the left edge of the column in.
func (c *composer) narrow(by float64) {
	c.left += by
	c.width -= by
}

// leading is the height of a line of running text.
func (c *composer) leading() float64 { return c.look.Size * c.look.Leading }

// single is the height of a line of other text of a size.
func (c *composer) single(size float64) float64 { return size * c.look.Single }

// text is running text that fills the column, as the look has it.
func (c *composer) text(spans []doc.Span) paragraph {
	return paragraph{
		spans: spans, size: c.look.Size, leading: c.leading(), align: doc.Left,
		justify: c.look.Justify, left: c.left, width: c.width,
	}
}

// note is text in the smaller size, set single.
func (c *composer) note(spans []doc.Span) paragraph {
	p := c.text(spans)
	p.size, p.leading, p.justify = c.look.Small, c.single(c.look.Small), false
	return p
}

// line is text of the usual size, set single and ragged.
func (c *composer) line(spans []doc.Span) paragraph {
	p := c.text(spans)
	p.leading, p.justify = c.single(c.look.Size), false
	return p
}

func (c *composer) heading(h doc.Heading) {
	level := min(max(h.Level, 1), len(c.look.Headings)) - 1
	size := c.look.Headings[level]
	p := c.line(h.Text)
	p.size, p.leading, p.style, p.part = size, c.single(size), doc.Bold, Title
	if align := c.look.HeadingAlign[level]; align != doc.Natural {
		p.align = align
	}
	rows := c.paragraph(p)
	for i := range rows {
		rows[i].heading, rows[i].keep = true, hard
	}
	c.add(rows, c.look.Before[level])
	c.after = c.look.After[level]
}

// paraBlock sets a paragraph. One that asks for an alignment is not running text: an
// address, a venue, a line in the middle of the page. It is set single.
func (c *composer) paraBlock(v doc.Para) {
	p, gap := c.text(v.Spans), c.look.ParaGap
	switch {
	case v.Small:
		p, gap = c.note(v.Spans), c.look.SingleGap
		p.justify = c.look.Justify
	case v.Align != doc.Natural:
		p, gap = c.line(v.Spans), c.look.SingleGap
	}
	if v.Align != doc.Natural {
		p.align, p.justify = v.Align, false
	}
	p.rest = float64(v.Indent) * c.look.Step
	p.first = p.rest
	if v.Hang && len(v.Spans) > 0 {
		c.hang(&p)
	}
	if v.FirstLine {
		p.first += c.look.FirstLine
	}
	after := gap
	if v.Tight {
		c.after, gap = 0, 0
	}
	c.add(announcing(v.Spans, c.paragraph(p)), gap)
	if after > c.look.ParaGap {
		c.after = after
	}
}

// announcing holds the rows of a paragraph that ends in a colon to what it announces.
func announcing(spans []doc.Span, rows []row) []row {
	if len(rows) == 0 || len(spans) == 0 {
		return rows
	}
	if last, ok := spans[len(spans)-1].(doc.Text); ok && strings.HasSuffix(last.S, ":") {
		rows[len(rows)-1].keep = hard
	}
	return rows
}

// hang takes the first word for the label of the paragraph.
func (c *composer) hang(p *paragraph) {
	first, ok := p.spans[0].(doc.Text)
	word, rest, cut := strings.Cut(first.S, " ")
	if !ok || !cut {
		return
	}
	first.S = rest
	p.spans = append([]doc.Span{first}, p.spans[1:]...)
	p.label, p.labelAt = word, p.rest
	p.first, p.rest = p.rest+c.look.HangText, p.rest+c.look.HangText
}

func (c *composer) numbered(v doc.Numbered) {
	for i, item := range v.Items {
		p := c.text(item.Spans)
		p.label = strconv.Itoa(max(v.Start, 1)+i) + "."
		p.labelAt, p.first, p.rest = c.look.NumberAt, c.look.NumberText, c.look.NumberHang
		c.add(announcing(item.Spans, c.paragraph(p)), c.look.ParaGap)
		for j, sub := range item.Sub {
			p := c.text(sub)
			p.label = "(" + letterOf(j) + ")"
			p.labelAt, p.first, p.rest = c.look.SubAt, c.look.SubText, c.look.SubText
			c.add(c.paragraph(p), c.look.ParaGap/2)
		}
	}
}

// letterOf names lettered paragraphs a to z, then aa, ab and on.
func letterOf(i int) string {
	last := string(rune('a' + i%26))
	if i < 26 {
		return last
	}
	return letterOf(i/26-1) + last
}

func (c *composer) bullets(v doc.Bullets) {
	for i, item := range v.Items {
		p := c.text(item)
		p.label = "\x95"
		p.labelAt, p.first, p.rest = c.look.ListText/2, c.look.ListText, c.look.ListText
		c.add(c.paragraph(p), c.itemGap(i))
	}
}

// itemGap is the space above item i of a list.
func (c *composer) itemGap(i int) float64 {
	if i == 0 {
		return c.look.SingleGap
	}
	return c.look.ListGap
}

func (c *composer) checklist(v doc.Checklist) {
	for i, item := range v.Items {
		p := c.line(item.Spans)
		p.first, p.rest = c.look.ListText, c.look.ListText
		rows := c.paragraph(p)
		if len(rows) == 0 {
			rows = []row{{height: p.leading}}
		}
		rows[0].strokes = append(rows[0].strokes, c.tick(rows[0].height, p.leading, item.Ticked)...)
		c.add(c.withNote(rows, item.Note), c.itemGap(i))
	}
	c.after = c.look.SingleGap
}

// withNote sets a note below rows and holds the two together.
func (c *composer) withNote(rows []row, spans []doc.Span) []row {
	p := c.note(spans)
	p.first, p.rest = c.look.ListText, c.look.ListText
	note := c.paragraph(p)
	if len(note) > 0 {
		rows[len(rows)-1].keep = hard
	}
	return append(rows, note...)
}

// tick is the box at the left of a line, its foot on the baseline.
func (c *composer) tick(height, leading float64, ticked bool) []Stroke {
	side := c.look.Size * c.look.Tick
	foot := c.baseline(height, leading, c.look.Size) + side/8
	x, y := c.left+c.theme.Medium, foot-side
	strokes := rectangle(x, y, x+side, foot, c.theme.Medium)
	if ticked {
		w := 2 * c.theme.Medium
		strokes = append(strokes,
			Stroke{x + side*0.2, y + side*0.5, x + side*0.43, y + side*0.78, w},
			Stroke{x + side*0.4, y + side*0.8, x + side*0.84, y + side*0.16, w})
	}
	return strokes
}

func (c *composer) outline(v doc.Outline) {
	column := c.markWidth(v.Nodes)
	if column > 0 {
		column += c.look.MarkGap
	}
	c.nodes(v.Nodes, column, 0)
}

// markWidth is the width of the widest mark of the nodes and all below them.
func (c *composer) markWidth(nodes []doc.Node) float64 {
	widest := 0.0
	for _, n := range nodes {
		p := c.mark(n.Mark)
		if lines := c.broken(&p).lines; len(lines) > 0 {
			widest = max(widest, lines[0].line.Width)
		}
		widest = max(widest, c.markWidth(n.Nodes))
	}
	return widest
}

func (c *composer) mark(word string) paragraph {
	p := c.line([]doc.Span{doc.Text{S: word}})
	p.style = doc.Bold
	return p
}

func (c *composer) nodes(nodes []doc.Node, column float64, depth int) {
	for i, n := range nodes {
		mark := c.paragraph(c.mark(n.Mark))
		p := c.line(n.Spans)
		p.rest = min(column+float64(depth)*c.look.Step, c.width/2)
		p.first = p.rest
		rows := c.abreastRows(mark, c.paragraph(p))
		gap := c.look.ListGap / 2
		if depth == 0 {
			gap = c.itemGap(i)
		}
		c.add(rows, gap)
		if len(n.Nodes) > 0 && len(rows) > 0 {
			c.rows[len(c.rows)-1].keep = hard
		}
		c.nodes(n.Nodes, column, depth+1)
	}
}

// keep holds blocks on one page if a page can hold them; the pager sees to that.
func (c *composer) keep(v doc.Keep) {
	from := len(c.rows)
	c.blocks(v.Blocks)
	for i := from; i < len(c.rows)-1; i++ {
		c.rows[i].keep = max(c.rows[i].keep, soft)
	}
}

// callout sets blocks within a frame. A callout within another shares its frame.
func (c *composer) callout(v doc.Callout) {
	outer := c.frame
	pad := c.theme.FramePad
	if outer == 0 {
		c.count++
		c.frame = c.count
		c.after = max(c.after, c.theme.FrameGap) + pad
		c.narrow(pad)
		c.width -= pad
	}
	p := c.line(v.Title)
	p.style, p.part = doc.Bold, Title
	title := c.paragraph(p)
	for i := range title {
		title[i].heading, title[i].keep = true, hard
	}
	from := len(c.rows)
	c.add(title, 0)
	c.blocks(v.Blocks)
	if outer == 0 {
		for i := from; i < len(c.rows)-1; i++ {
			c.rows[i].keep = max(c.rows[i].keep, mild)
		}
		c.width += pad
		c.narrow(-pad)
		c.after = max(c.after, c.theme.FrameGap) + pad
		c.frame = outer
	}
}

// across is a thin rule across the column.
func (c *composer) across() row {
	t := c.theme
	return row{height: t.RuleRow, strokes: []Stroke{{c.left, t.RuleRow / 2, c.left + c.width, t.RuleRow / 2, t.Thin}}}
}

// box is an empty frame with a label in its foot. It is never higher than half a page.
func (c *composer) box(v doc.Box) row {
	t := c.theme
	width := c.width * t.BoxWidth
	p := c.note([]doc.Span{doc.Text{S: v.Label}})
	p.align, p.width = doc.Center, width
	label := c.set.stack(c.paragraph(p))
	tall := min(float64(max(v.Height, 1))*t.BoxLine, t.Height/2)
	r := row{height: tall + label.height + t.CellPad}
	r.strokes = rectangle(c.left, 0, c.left+width, r.height, t.Thin)
	r.lines, r.strokes = label.place(r.lines, r.strokes, tall)
	return r
}
