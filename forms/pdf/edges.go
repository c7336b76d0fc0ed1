package pdf

import (
	"fmt"

	"expunge/forms/doc"
)

// edges are the heads and feet of the pages of one paper. A head or foot that needs
// more than its margin takes from the text.
type edges struct {
	composer    composer
	doc         *doc.Document
	first, rest row   // heads of the first page and of the others
	mark        []row // what the foot of a sheet says at its left
	footHeight  float64
}

// widest stands for the number of a page that is not yet known.
const widest = 888

func newEdges(c composer, d *doc.Document) *edges {
	c.heights = false
	e := &edges{composer: c, doc: d}
	e.first = e.composer.set.stack(e.head(false))
	e.rest = e.first
	if d.Group != doc.NotForFiling {
		e.rest = e.composer.set.stack(e.head(true))
	}
	e.mark = e.line(bannerOf(d), doc.Bold, doc.Left, c.look.Margin)
	e.footHeight = e.foot(widest, widest).height
	return e
}

// bannerOf is the banner of a paper. A Spanish sheet has it in both languages: the
// English is for the clerk.
func bannerOf(d *doc.Document) string {
	if d.Group == doc.NotForFiling && d.Language == spanish {
		return d.Group.Banner() + " • NO SE PRESENTA AL TRIBUNAL"
	}
	return d.Group.Banner()
}

const spanish = "es"

// pageNumber is the place of a page at its foot.
func pageNumber(d *doc.Document, page, of int) string {
	if d.Language == spanish {
		return fmt.Sprintf("Página\u00a0%d\u00a0de\u00a0%d", page, of)
	}
	return fmt.Sprintf("Page\u00a0%d\u00a0of\u00a0%d", page, of)
}

func (e *edges) head(running bool) []row {
	look := e.composer.look
	var rows []row
	rows = append(rows, e.line(e.doc.Draft, doc.Bold, doc.Center, look.Size)...)
	rows = append(rows, e.line(bannerOf(e.doc), doc.Bold, doc.Center, look.Margin)...)
	if running && e.doc.Group != doc.NotForFiling && e.doc.Running != "" {
		rows = append(rows, e.line(e.doc.Running, doc.Roman, doc.Center, look.Margin)...)
		rows = append(rows, e.composer.across())
	}
	return mark(rows, Head)
}

func (e *edges) foot(page, of int) row {
	look := e.composer.look
	number := pageNumber(e.doc, page, of)
	if len(e.mark) == 0 {
		return e.composer.set.stack(mark(e.line(number, doc.Roman, doc.Center, look.Margin), Foot))
	}
	by := e.composer.width * e.composer.theme.FootTitle
	e.composer.narrow(by)
	title := e.doc.Title
	if e.doc.Letter {
		title = "Letter" // what is asked of whom is the letter's own to say
	}
	right := e.line(title+" • "+number, doc.Roman, doc.Right, look.Margin)
	e.composer.narrow(-by)
	return e.composer.set.stack(mark([]row{e.composer.across(), e.composer.set.abreast(e.mark, right)}, Foot))
}

// line sets text of our own, in as many lines as it needs.
func (e *edges) line(text string, style doc.Style, align doc.Align, size float64) []row {
	if text == "" {
		return nil
	}
	c := &e.composer
	return c.paragraph(paragraph{
		spans: []doc.Span{doc.Text{S: text}}, style: style, align: align,
		size: size, leading: size * c.look.Single, left: c.left, width: c.width,
	})
}

// mark says what the rows belong to.
func mark(rows []row, part Part) []row {
	for i := range rows {
		for j := range rows[i].lines {
			rows[i].lines[j].Part, rows[i].lines[j].Para = part, 0
		}
	}
	return rows
}

// top is where the text of page n begins.
func (e *edges) top(n int) float64 {
	t := e.composer.theme
	head := e.headOf(n)
	if head.height == 0 {
		return t.Top
	}
	return max(t.Top, t.HeadAt+head.height+t.HeadGap)
}

func (e *edges) headOf(n int) *row {
	if n == 1 {
		return &e.first
	}
	return &e.rest
}

// bottom is where the text of every page ends.
func (e *edges) bottom() float64 {
	t := e.composer.theme
	return t.Height - max(t.Bottom, t.FootAt+e.footHeight+t.HeadGap)
}

// finish sets the feet, now that the number of pages is known.
func (e *edges) finish(pages []Page) {
	t := e.composer.theme
	for i := range pages {
		p := &pages[i]
		p.Of = len(pages)
		foot := e.foot(p.Number, p.Of)
		p.Lines, p.Strokes = foot.place(p.Lines, p.Strokes, t.Height-t.FootAt-foot.height)
	}
}
