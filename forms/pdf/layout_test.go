package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
)

func layout(t *testing.T, docs []doc.Document) []Page {
	t.Helper()
	pages, err := Layout(docs, Standard())
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

func allPapers() []doc.Document {
	docs := append(samplePapers(), nastyPapers()...)
	return append(docs, confidentialPapers()...)
}

func where(p Page, l Line) string {
	return fmt.Sprintf("%s page %d, y %.1f, %q", p.Document, p.Number, l.Y, l.words(codePage()))
}

// size is that of the type of a line, which has none if it is only a blank.
func size(l Line) float64 {
	if len(l.Runs) == 0 {
		return 0
	}
	return l.Runs[0].Size
}

func TestNothingStandsOutsideTheMargins(t *testing.T) {
	theme := Standard()
	for _, p := range layout(t, allPapers()) {
		for _, l := range p.Lines {
			if l.X < theme.Left-0.01 || l.X+l.Width > theme.Width-theme.Right+0.01 {
				t.Errorf("%s: reaches from %.1f to %.1f", where(p, l), l.X, l.X+l.Width)
			}
			top, bottom := theme.Top, theme.Height-theme.Bottom
			if l.Part == Head || l.Part == Foot {
				top, bottom = theme.HeadAt, theme.Height-theme.FootAt
			}
			if l.Y-size(l)*0.7 < top || l.Y+size(l)*0.22 > bottom {
				t.Errorf("%s: stands outside of the text", where(p, l))
			}
		}
		for _, s := range p.Strokes {
			if min(s.X1, s.X2) < theme.Left-1 || max(s.X1, s.X2) > theme.Width-theme.Right+1 ||
				min(s.Y1, s.Y2) < theme.HeadAt || max(s.Y1, s.Y2) > theme.Height-theme.FootAt {
				t.Errorf("%s page %d: stroke %v outside of the margins", p.Document, p.Number, s)
			}
		}
	}
}

func TestRunsFillTheirLineAndDoNotOverlap(t *testing.T) {
	theme := Standard()
	set, err := newSetter(&theme)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range layout(t, allPapers()) {
		for _, l := range p.Lines {
			x := l.X
			for _, r := range l.Runs {
				if r.X < x-0.01 {
					t.Errorf("%s: run %q overlaps the one before it", where(p, l), r.Text)
				}
				r.Text = strings.TrimRight(r.Text, " ")
				x = r.X + runWidth(set, r, l.Stretch)
			}
			if x > l.X+l.Width+0.01 {
				t.Errorf("%s: runs reach to %.2f, the line to %.2f", where(p, l), x, l.X+l.Width)
			}
		}
	}
}

func runWidth(set *setter, r Run, stretch float64) float64 {
	f, width := set.face(r.Face), 0.0
	if r.Unicode {
		for _, c := range r.Text {
			width += float64(f.glyphs()[c]) / 1000 * r.Size
		}
		return width
	}
	for i := range len(r.Text) {
		width += f.widths[r.Text[i]] * r.Size
		if r.Text[i] == ' ' {
			width += stretch
		}
	}
	return width
}

// Two lines with the same baseline stand side by side in columns.
func TestLinesDoNotOverlap(t *testing.T) {
	for _, p := range layout(t, allPapers()) {
		for i, a := range p.Lines {
			for _, b := range p.Lines[i+1:] {
				apart := a.X+a.Width <= b.X+0.01 || b.X+b.Width <= a.X+0.01
				if !apart && math.Abs(a.Y-b.Y) < 0.9*min(size(a), size(b)) {
					t.Errorf("%s overlaps %s", where(p, a), where(p, b))
				}
			}
		}
	}
}

func body(p Page) []Line {
	var lines []Line
	for _, l := range p.Lines {
		if l.Part != Head && l.Part != Foot {
			lines = append(lines, l)
		}
	}
	return lines
}

func TestNoLineOfAParagraphIsAlone(t *testing.T) {
	pages := layout(t, []doc.Document{petitionPaper(), runningPaper(), nastyPapers()[0]})
	for i := range pages[:len(pages)-1] {
		foot, head := body(pages[i]), body(pages[i+1])
		if pages[i+1].Number == 1 || len(foot) == 0 || len(head) == 0 {
			continue
		}
		para := foot[len(foot)-1].Para
		if para != head[0].Para {
			continue
		}
		if len(foot) > 1 && foot[len(foot)-2].Para != para {
			t.Errorf("alone at the foot: %s", where(pages[i], foot[len(foot)-1]))
		}
		if len(head) > 1 && head[1].Para != para {
			t.Errorf("alone at the head: %s", where(pages[i+1], head[0]))
		}
	}
}

// runningPaper has paragraphs of one to nine lines over many pages.
func runningPaper() doc.Document {
	d := doc.Document{Name: "running", Group: doc.Filed}
	for i := range 90 {
		d.Blocks = append(d.Blocks, doc.Para{FirstLine: true, Spans: words(longWords[:40+i*53%700])})
		if i%5 == 0 {
			d.Blocks = append(d.Blocks, doc.Heading{Level: 2, Text: words("A part")})
		}
		if i%7 == 0 {
			d.Blocks = append(d.Blocks, doc.Signature{Lines: []doc.SignLine{{Rule: true, Spans: words("Signed")}}})
		}
	}
	return d
}

func TestHeadingIsNeverLastOnAPage(t *testing.T) {
	for _, p := range layout(t, append(allPapers(), runningPaper())) {
		lines := body(p)
		if n := len(lines); n > 1 && lines[n-1].Part == Title && p.Number < p.Of {
			t.Errorf("last on its page: %s", where(p, lines[n-1]))
		}
	}
}

func TestSignatureIsNeverAlone(t *testing.T) {
	for _, p := range layout(t, []doc.Document{petitionPaper(), runningPaper(), nastyPapers()[0]}) {
		for i, l := range body(p) {
			if l.Part != Sign {
				continue
			}
			if i < 2 {
				t.Errorf("too little before it: %s", where(p, l))
			}
			break
		}
	}
}

func TestKeepStaysOnOnePage(t *testing.T) {
	kept := doc.Keep{Blocks: []doc.Block{doc.Para{Spans: words(longWords)}, doc.Para{Spans: words("The end of it.")}}}
	for fill := range 40 {
		d := doc.Document{Name: "keep", Group: doc.Filed}
		for range fill {
			d.Blocks = append(d.Blocks, doc.Para{Spans: words("A line.")})
		}
		d.Blocks = append(d.Blocks, kept)
		pages := layout(t, []doc.Document{d})
		last := body(pages[len(pages)-1])
		if got := last[len(last)-1].Para; last[0].Para == got || last[len(last)-2].Para != got-1 || countPara(last, got-1) != countPara(body(layout(t, []doc.Document{{Name: "keep", Group: doc.Filed, Blocks: []doc.Block{kept}}})[0]), got-1-fill) {
			t.Errorf("after %d lines the kept blocks are parted", fill)
		}
	}
}

func countPara(lines []Line, para int) int {
	n := 0
	for _, l := range lines {
		if l.Para == para {
			n++
		}
	}
	return n
}

func TestJustifiedLinesReachTheMargin(t *testing.T) {
	theme := Standard()
	pages := layout(t, []doc.Document{petitionPaper()})
	full, stretched := theme.Width-theme.Right, 0
	for _, l := range pages[0].Lines {
		if l.Stretch == 0 {
			continue
		}
		stretched++
		if math.Abs(l.X+l.Width-full) > 0.01 {
			t.Errorf("%s ends at %.2f", where(pages[0], l), l.X+l.Width)
		}
		if l.Stretch < 0 || l.Stretch > theme.Loosest*theme.Filed.Size {
			t.Errorf("%s is stretched by %.2f", where(pages[0], l), l.Stretch)
		}
	}
	if stretched < 10 {
		t.Errorf("%d justified lines on the first page", stretched)
	}
}

func TestEveryPageOfASheetSaysThatItIsNotForFiling(t *testing.T) {
	for _, p := range layout(t, allPapers()) {
		head, foot := "", ""
		for _, l := range p.Lines {
			switch l.Part {
			case Head:
				head += l.words(codePage()) + "\n"
			case Foot:
				foot += l.words(codePage()) + "\n"
			}
		}
		want := p.Group.Banner()
		if !strings.Contains(head, want) || !strings.Contains(foot, want) {
			t.Errorf("%s page %d: head %q, foot %q, want %q in both", p.Document, p.Number, head, foot, want)
		}
		if p.Group == doc.Filed && strings.Contains(head+foot, "FILING") {
			t.Errorf("%s page %d: a filed page says %q", p.Document, p.Number, head+foot)
		}
		if number := fmt.Sprintf("Page %d of %d", p.Number, p.Of); !strings.Contains(foot, number) {
			t.Errorf("%s page %d: foot %q lacks %q", p.Document, p.Number, foot, number)
		}
	}
}

func TestDraftStandsOnEveryPage(t *testing.T) {
	d := petitionPaper()
	d.Draft = "DRAFT: 2 FACTS MISSING"
	for _, p := range layout(t, []doc.Document{d}) {
		found := false
		for _, l := range p.Lines {
			found = found || l.Part == Head && l.words(codePage()) == d.Draft && l.Runs[0].Face == "serif-bold"
		}
		if !found {
			t.Errorf("page %d does not say that it is a draft", p.Number)
		}
	}
}

func TestTableHeadIsRepeated(t *testing.T) {
	for _, p := range layout(t, []doc.Document{worksheetSheet()})[1:] {
		if first := body(p)[0].words(codePage()); first != "Statute" {
			t.Errorf("page %d begins with %q", p.Number, first)
		}
	}
}

func TestPageBreaksMakeNoEmptyPages(t *testing.T) {
	d := doc.Document{Name: "breaks", Blocks: []doc.Block{doc.PageBreak{}, doc.Para{Spans: words("one")}, doc.PageBreak{}, doc.Space{Lines: 3}, doc.PageBreak{}, doc.Para{Spans: words("two")}, doc.PageBreak{}}}
	if n := len(layout(t, []doc.Document{d})); n != 2 {
		t.Errorf("%d pages, want 2", n)
	}
}

func TestThemeWithUnknownFaceIsAnError(t *testing.T) {
	theme := Standard()
	theme.Sheet.Bold = "script"
	if _, err := Layout(samplePapers(), theme); err == nil {
		t.Error("no error")
	}
}

// filled is a paper of so many lines and then the blocks.
func filled(group doc.Group, n int, blocks ...doc.Block) doc.Document {
	d := doc.Document{Name: "filled", Title: "Filled", Group: group}
	for range n {
		d.Blocks = append(d.Blocks, doc.Para{Spans: words("A line.")})
	}
	d.Blocks = append(d.Blocks, blocks...)
	return d
}

func TestAShortLastPageIsSavedByClosingUp(t *testing.T) {
	saved, most := 0, 0
	for n := range 100 {
		pages := layout(t, []doc.Document{filled(doc.Filed, n+1)})
		if got := pages[0]; len(pages) == 1 {
			most = n + 1
			if lines := body(got); lines[0].Runs[0].Size < 12 {
				t.Fatal("the type was made smaller")
			}
			continue
		}
		if last := body(pages[len(pages)-1]); len(last) < 5 {
			t.Errorf("%d lines: %d alone on the last page", n+1, len(last))
		}
		saved++
	}
	if most <= 37 || saved == 0 {
		t.Errorf("no page saved: at most %d lines on one", most)
	}
}

func TestACalloutMovesWholeUnlessThatLeavesAHole(t *testing.T) {
	var items [][]doc.Span
	for range 12 {
		items = append(items, words("An item of the list that must not be missed."))
	}
	callout := doc.Callout{Title: words("Please know"), Blocks: []doc.Block{doc.Bullets{Items: items}}}
	long := make([]doc.Block, 0, 40)
	for range 40 {
		long = append(long, doc.Para{Spans: words("After it.")})
	}
	parted, moved := 0, 0
	for n := range 40 {
		pages := layout(t, []doc.Document{filled(doc.NotForFiling, n, append([]doc.Block{callout}, long...)...)})
		var on []int
		bottom := 0.0
		for i, p := range pages {
			for _, l := range body(p) {
				if text := l.Runs[len(l.Runs)-1].Text; strings.HasPrefix(text, "An item") && !slices.Contains(on, i) {
					on = append(on, i)
				}
			}
			if i == 0 {
				lines := body(p)
				bottom = lines[len(lines)-1].Y
			}
		}
		hole := (720 - bottom) / (720 - 72)
		switch {
		case len(on) > 1:
			parted++
		case on[0] == 1:
			moved++
			if hole > 0.35 {
				t.Errorf("after %d lines: %.0f%% of the page is empty", n, 100*hole)
			}
		}
	}
	if moved == 0 || parted > moved {
		t.Errorf("moved %d times, parted %d times", moved, parted)
	}
}

func TestAHangingLabelStandsLeftOfItsText(t *testing.T) {
	para := doc.Para{Indent: 1, Hang: true, Spans: spans(text("(a) order that "), text(longWords))}
	lines := body(layout(t, []doc.Document{{Name: "petition", Group: doc.Filed, Blocks: []doc.Block{para, doc.Para{Hang: true}, doc.Para{Hang: true, Spans: words("word")}}}})[0])
	if got := lines[0].Runs; strings.TrimSpace(got[0].Text) != "(a)" || got[0].X != 108 || got[1].X != 132 {
		t.Errorf("got %+v", got)
	}
	if lines[1].X != 132 {
		t.Errorf("the second line begins at %.1f", lines[1].X)
	}
}

// A list of lines that runs over a page leaves none of them alone, and does so in the middle.
func TestAListLeavesNoLineAlone(t *testing.T) {
	theme, parted := Standard(), 0
	theme.Closer = nil
	for n := range 60 {
		theme.Top = 72 + 3*float64(n/12)
		var list []doc.Block
		for i := range 4 + n/12 {
			list = append(list, doc.Para{Align: doc.Left, Indent: 1, Hang: true, Tight: i > 0, Spans: words("(x) an office")})
		}
		pages, err := Layout([]doc.Document{filled(doc.Filed, 25+n%12, list...)}, theme)
		if err != nil {
			t.Fatal(err)
		}
		on := map[int]int{}
		for _, p := range pages {
			for _, l := range p.Lines {
				if strings.Contains(l.words(codePage()), "office") {
					on[p.Number]++
				}
			}
		}
		for page, lines := range on {
			if lines == 1 {
				t.Errorf("list %d: page %d has one line of it", n, page)
			}
		}
		if len(on) > 1 {
			parted++
		}
	}
	if parted < 3 {
		t.Errorf("the list ran over a page %d times", parted)
	}
}
