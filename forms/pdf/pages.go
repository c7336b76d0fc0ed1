package pdf

import (
	"cmp"

	"expunge/forms/doc"
)

// row is a band across the page that is never parted. Its lines and strokes are
// measured down from its top.
type row struct {
	before  float64 // space above, dropped at the head of a page
	height  float64
	lines   []Line
	strokes []Stroke
	fills   []Fill // of a chart, which is a row of its own and never stacked
	repeat  []row  // drawn again when the row begins a page

	frame   int32 // the frame around it, or 0
	keep    keep
	heading bool
	breaks  bool // begins a new page; the row itself is empty
	chart   bool // needs a page that holds it
	blank   bool // empty height, dropped at the head of a page
}

// keep is how strongly a row holds to the next.
type keep int8

const (
	loose keep = iota
	mild       // part of a frame that is whole if that leaves no big hole before it
	soft       // part of something that is whole if a page can hold it
	hard       // parting the two would leave a heading, a signature or a line alone
)

// stack makes one row of many. The space above the first remains its own.
func (s *setter) stack(rows []row) row {
	if len(rows) == 0 {
		return row{}
	}
	lines, strokes := 0, 0
	for i := range rows {
		lines, strokes = lines+len(rows[i].lines), strokes+len(rows[i].strokes)
	}
	whole := s.empty(lines, strokes)
	whole.before, whole.frame = rows[0].before, rows[0].frame
	for i := range rows {
		if i > 0 {
			whole.height += rows[i].before
		}
		whole.lines, whole.strokes = rows[i].place(whole.lines, whole.strokes, whole.height)
		whole.height += rows[i].height
	}
	return whole
}

// empty is a row with room for lines and strokes.
func (s *setter) empty(lines, strokes int) row {
	return row{lines: s.lines.take(lines)[:0], strokes: s.strokes.take(strokes)[:0]}
}

// place appends what stands on the row, moved down by y.
func (r *row) place(lines []Line, strokes []Stroke, y float64) ([]Line, []Stroke) {
	for _, l := range r.lines {
		l.Y += y
		lines = append(lines, l)
	}
	for _, s := range r.strokes {
		s.Y1 += y
		s.Y2 += y
		strokes = append(strokes, s)
	}
	return lines, strokes
}

// height is that of rows set one below the other, without the space above the first.
func height(rows []row) float64 {
	sum := 0.0
	for i := range rows {
		sum += rows[i].height
		if i > 0 {
			sum += rows[i].before
		}
	}
	return sum
}

// pager deals the rows of one paper out to pages.
type pager struct {
	set      *setter
	theme    *Theme
	edge     *edges
	document *doc.Document
	rows     []row

	pages    []Page
	number   int     // of the page
	y        float64 // where the next row goes
	empty    bool    // nothing of the text stands on the page yet
	ended    bool    // what comes next begins a new page
	frame    int32   // the frame that is open on the page, or 0
	frameTop float64
	counting bool // only the number of pages is wanted
}

// deal returns the pages, complete with their heads and feet.
func (p *pager) deal() []Page {
	p.counting = false
	p.dealRows()
	p.settle()
	for i := range p.rows {
		if p.rows[i].chart && p.rows[i].height > p.room() {
			p.set.tooHigh(p.rows[i].height - p.room())
		}
	}
	p.edge.finish(p.pages)
	if p.theme.crested(p.document) {
		p.pages[0].Logo = p.theme.crestAt(p.edge)
	}
	return p.pages
}

// count returns how many pages there will be.
func (p *pager) count() int {
	p.counting = true
	p.dealRows()
	return p.number
}

// tail is the share of the last page that is filled.
func (p *pager) tail() float64 {
	top := p.edge.top(p.number)
	return (p.y - top) / (p.edge.bottom() - top)
}

func (p *pager) dealRows() {
	p.pages, p.number, p.frame = nil, 0, 0
	p.turn()
	for rows := p.rows; len(rows) > 0; {
		if rows[0].breaks || rows[0].blank && p.ended {
			p.ended = p.ended || !p.empty
			rows = rows[1:]
			continue
		}
		if p.ended {
			p.turn()
		}
		n := p.next(rows)
		if !p.fits(rows[:n]) && !p.empty {
			p.turn()
			p.repeat(rows[0])
		}
		for i := range rows[:n] {
			p.put(&rows[i])
		}
		rows = rows[n:]
	}
	p.closeFrame()
}

// next is how many rows stay together. A group that no page can hold gives up its
// mild bonds first, then its soft ones and then its hard ones; the mild ones also where
// moving the group to the next page would leave much of this one empty.
func (p *pager) next(rows []row) int {
	for bond := mild; bond <= hard; bond++ {
		n := 1
		for n < len(rows) && rows[n-1].keep >= bond && !rows[n].breaks {
			n++
		}
		if bond == mild && !p.fits(rows[:n]) && p.edge.bottom()-p.y > p.theme.Hole*p.room() {
			continue
		}
		if height(rows[:n])+height(rows[0].repeat)+2*p.theme.FramePad <= p.room() || n == 1 {
			return n
		}
	}
	return 1
}

// room is the height of the text on a page that is not the first.
func (p *pager) room() float64 { return p.edge.bottom() - p.edge.top(2) }

// fits tells whether the rows fit below what stands on the page.
func (p *pager) fits(rows []row) bool {
	end := p.y + height(rows)
	if !p.empty {
		end += rows[0].before
	}
	if rows[len(rows)-1].frame != 0 {
		end += p.theme.FramePad
	}
	return end <= p.edge.bottom()+hair
}

// put sets a row on the page.
func (p *pager) put(r *row) {
	if p.empty && r.blank {
		return
	}
	if p.frame != r.frame {
		p.closeFrame()
	}
	if !p.empty {
		p.y += r.before
	}
	if p.frame != r.frame {
		p.openFrame(r.frame)
	}
	if !p.counting {
		page, on := &p.pages[len(p.pages)-1], &p.set.onPage
		on.lines, on.strokes = r.place(on.lines, on.strokes, p.y)
		for _, f := range r.fills {
			page.Fills = append(page.Fills, f.down(p.y))
		}
	}
	p.y += r.height
	p.empty = false
}

// spare is the room that a page keeps for the lines and strokes of its foot.
const spare = 4

// settle gives the page what was set on it.
func (p *pager) settle() {
	if len(p.pages) == 0 {
		return
	}
	page, set := &p.pages[len(p.pages)-1], p.set
	page.Lines = append(set.pageLines.take(len(set.onPage.lines) + spare)[:0], set.onPage.lines...)
	page.Strokes = append(set.pageStrokes.take(len(set.onPage.strokes) + spare)[:0], set.onPage.strokes...)
}

// turn begins a new page.
func (p *pager) turn() {
	p.closeFrame()
	p.number++
	if d := p.document; !p.counting {
		p.settle()
		p.pages = append(p.pages, Page{
			Document: d.Name, Title: cmp.Or(d.Bookmark, d.Title), Group: d.Group, Number: p.number,
		})
		on := &p.set.onPage
		on.lines, on.strokes = p.edge.headOf(p.number).place(on.lines[:0], on.strokes[:0], p.theme.HeadAt)
	}
	p.y, p.empty, p.ended = p.edge.top(p.number), true, false
}

// repeat sets the head of a table above the row that continues it.
func (p *pager) repeat(r row) {
	for i := range r.repeat {
		p.put(&r.repeat[i])
	}
}

// openFrame begins a frame above the row to come. At the head of a page there is no
// space above the row for it, so the row moves down.
func (p *pager) openFrame(frame int32) {
	if p.empty {
		p.y += p.theme.FramePad
	}
	p.frame, p.frameTop = frame, p.y-p.theme.FramePad
}

// closeFrame draws the frame that is open around what stands within it.
func (p *pager) closeFrame() {
	if p.frame == 0 {
		return
	}
	p.frame = 0
	if p.counting {
		return
	}
	t, on := p.theme, &p.set.onPage
	on.strokes = append(on.strokes,
		rectangle(t.Left, p.frameTop, t.Width-t.Right, p.y+t.FramePad, t.Medium)...)
}

func rectangle(x1, y1, x2, y2, width float64) []Stroke {
	h := width / 2 // so that the corners are closed
	return []Stroke{
		{x1 - h, y1, x2 + h, y1, width},
		{x2, y1, x2, y2, width},
		{x2 + h, y2, x1 - h, y2, width},
		{x1, y2, x1, y1, width},
	}
}
