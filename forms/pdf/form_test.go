package pdf

import (
	"strings"
	"testing"

	"expunge/forms/doc"
)

func said(s string) []doc.Span { return []doc.Span{doc.Text{S: s}} }

func saidEach(all ...string) [][]doc.Span {
	out := make([][]doc.Span, len(all))
	for i, s := range all {
		out[i] = said(s)
	}
	return out
}

func formPaper(entries ...doc.Entry) doc.Document {
	return doc.Document{Name: "form", Title: "Form", Narrow: true, Blocks: []doc.Block{doc.Form{Title: said("Part"), Entries: entries}}}
}

// lineOf finds the line with exactly the words.
func lineOf(t *testing.T, p Page, words string) Line {
	t.Helper()
	for _, l := range p.Lines {
		if l.words(codePage()) == words {
			return l
		}
	}
	t.Fatalf("no line says %q", words)
	return Line{}
}

func upright(strokes []Stroke) int {
	n := 0
	for _, s := range strokes {
		if s.X1 == s.X2 && s.Y2 != s.Y1 {
			n++
		}
	}
	return n
}

func TestABoxIsDrawnForEveryWordOfAClosedList(t *testing.T) {
	words := strings.Fields("one two three four five six seven eight nine ten eleven twelve thirteen fourteen")
	for n := 1; n <= len(words); n++ {
		pages := layout(t, []doc.Document{formPaper(doc.Entry{Label: said("Which?"), Boxes: saidEach(words[:n]...), Span: 6})})
		if got := upright(pages[0].Strokes); got != 2*n {
			t.Errorf("%d words: %d upright strokes", n, got)
		}
		for _, w := range words[:n] {
			lineOf(t, pages[0], w)
		}
	}
}

func TestBoxesOfSeveralEntriesStandBelowEachOther(t *testing.T) {
	answers := saidEach("yes", "no", "unknown")
	p := layout(t, []doc.Document{formPaper(
		doc.Entry{Label: said("Short?"), Boxes: answers, Span: 6},
		doc.Entry{Label: said("Beside it?"), Boxes: answers, Span: 6},
		doc.Entry{Label: said("A question so long that it takes more than one line of the half that it has?"), Boxes: answers, Span: 6},
	)})[0]
	var unknown []Line
	for _, l := range p.Lines {
		if l.words(codePage()) == "unknown" {
			unknown = append(unknown, l)
		}
	}
	if len(unknown) != 3 || unknown[0].X != unknown[2].X || unknown[0].Y != unknown[1].Y || unknown[1].X <= unknown[0].X {
		t.Errorf("boxes stand at %v", unknown)
	}
	if short := lineOf(t, p, "Short?"); short.X+short.Width > unknown[0].X || short.Y > unknown[0].Y+1 {
		t.Errorf("the label at %v, its boxes at %v", short, unknown[0])
	}
}

func TestEntriesShareALineAndWrapWhereTheTypeIsLarge(t *testing.T) {
	third := func(s string) doc.Entry { return doc.Entry{Label: said(s), Span: 4} }
	d := []doc.Document{formPaper(third("Left"), third("Middle"), third("Right"), doc.Entry{Label: said("Room"), Lines: 3})}
	p := layout(t, d)[0]
	left, middle, right := lineOf(t, p, "Left"), lineOf(t, p, "Middle"), lineOf(t, p, "Right")
	if left.Y != middle.Y || middle.Y != right.Y || middle.X <= left.X || right.X <= middle.X {
		t.Errorf("beside each other: %v %v %v", left, middle, right)
	}
	level := 0
	for _, s := range p.Strokes {
		if s.Y1 == s.Y2 && s.Y1 < 700 {
			level++
		}
	}
	if level != 6 {
		t.Errorf("%d lines to write on, not 6", level)
	}
	large, err := Layout(d, LargePrint())
	if err != nil {
		t.Fatal(err)
	}
	if a, b := lineOf(t, large[0], "Left"), lineOf(t, large[0], "Middle"); a.Y >= b.Y {
		t.Errorf("in large print they stand at %v and %v", a, b)
	}
}

// No entry is drawn over another, whatever the words.
func TestTheTextsOfAFormDoNotOverlap(t *testing.T) {
	var entries []doc.Entry
	for i, label := range []string{"A", "A label of some length", "A label that is longer than what it has room for on one line of the form"} {
		for span := 1; span <= 12; span++ {
			e := doc.Entry{Label: said(label), Span: span}
			if (i+span)%2 == 0 {
				e.Boxes = saidEach("yes", "no", "a rather longer answer", "unknown")
			}
			entries = append(entries, e)
		}
	}
	for _, theme := range []Theme{Standard(), LargePrint()} {
		pages, err := Layout([]doc.Document{formPaper(entries...)}, theme)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			for i, a := range p.Lines {
				for _, b := range p.Lines[i+1:] {
					high := size(a) * 0.8
					if a.X < b.X+b.Width-0.5 && b.X < a.X+a.Width-0.5 && a.Y-high < b.Y && b.Y-high < a.Y {
						t.Errorf("%s lies over %s", where(p, a), where(p, b))
					}
				}
			}
		}
	}
}
