package pdf

import (
	"fmt"
	"strings"

	"expunge/assets"
	"expunge/forms/doc"
)

// Outline lays the papers out in the standard theme and writes the pages as text to
// read and compare: for each page the paper and its number, then a line for each line
// of text with the height of its baseline and its left end in points, in the order
// they are drawn, and last how many strokes there are across, down and slanting. The
// errors are those of [Layout].
func Outline(docs []doc.Document) (string, error) {
	pages, err := Layout(docs, Standard())
	if err != nil {
		return "", err
	}
	decode := codePage()
	var b strings.Builder
	for i := range pages {
		p := &pages[i]
		fmt.Fprintf(&b, "== %s, page %d of %d\n", p.Document, p.Number, p.Of)
		for j := range p.Lines {
			l := &p.Lines[j]
			fmt.Fprintf(&b, "%6.1f %6.1f  %s\n", l.Y, l.X, l.words(decode))
		}
		across, down, slant := directions(p.Strokes)
		fmt.Fprintf(&b, "strokes: %d across, %d down, %d slanting\n\n", across, down, slant)
	}
	return b.String(), nil
}

// words is the text of a line. The rule of a blank is a stroke and leaves no mark.
func (l *Line) words(decode map[byte]rune) string {
	var b strings.Builder
	for _, run := range l.Runs {
		if run.Unicode {
			b.WriteString(run.Text)
			continue
		}
		for i := range len(run.Text) {
			b.WriteRune(decode[run.Text[i]])
		}
	}
	return strings.TrimRight(b.String(), " ")
}

// codePage maps the codes of code page 1252 to their runes.
func codePage() map[byte]rune {
	runes := make(map[byte]rune)
	for r := rune(' '); r < 0x2200; r++ {
		if code, ok := assets.WinAnsi(r); ok {
			runes[code] = r
		}
	}
	return runes
}

func directions(strokes []Stroke) (across, down, slant int) {
	for _, s := range strokes {
		switch {
		case s.Y1 == s.Y2:
			across++
		case s.X1 == s.X2:
			down++
		default:
			slant++
		}
	}
	return across, down, slant
}
