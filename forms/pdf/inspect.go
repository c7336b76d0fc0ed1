package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"expunge/assets"
	"expunge/forms/doc"
)

// ErrMisplaced reports that pages do not show what their papers say: a fact is not on
// them, or a line leaves the margins. It is a fault of this program, never of the case.
var ErrMisplaced = errors.New("the pages do not show what the papers say")

// inspect walks the placed lines before anything is drawn. Every fact of every paper
// must stand on its pages, and every line within the margins. That each character has
// a glyph is settled before, while the lines are set. The error names papers and fields
// and never what stands in them.
func inspect(pages []Page, docs []doc.Document, t *Theme) error {
	return new(Press).inspect(pages, docs, t)
}

func (p *Press) inspect(pages []Page, docs []doc.Document, t *Theme) error {
	var problems []error
	next := 0
	for i := range docs {
		first := next
		for next < len(pages) && (next == first || pages[next].Number > 1) {
			problems = append(problems, outside(&pages[next], t.of(&docs[i]))...)
			next++
		}
		p.text = solid(p.text, pages[first:next])
		problems = append(problems, absent(&docs[i], p.text)...)
	}
	return errors.Join(problems...)
}

// slack is how far, in points, rounding may carry a line over a margin.
const slack = 0.01

func outside(p *Page, t *Theme) []error {
	var out []error
	for i := range p.Lines {
		l := &p.Lines[i]
		top, bottom := t.Top, t.Height-t.Bottom
		if l.Part == Head || l.Part == Foot {
			top, bottom = 0, t.Height
		}
		if l.X < t.Left-slack || l.X+l.Width > t.Width-t.Right+slack || l.Y < top-slack || l.Y > bottom+slack {
			out = append(out, fmt.Errorf("%w: a line leaves the margins on page %d of the paper %s", ErrMisplaced, p.Number, p.Document))
		}
	}
	return out
}

// absent looks for each fact of a paper in the text of its pages. Facts come in the order of the
// page but for columns, so the search goes on from the last one found and begins anew
// only when that fails.
func absent(d *doc.Document, text []byte) []error {
	var out []error
	var want, capitals []byte
	at := 0
	values(d.Blocks, func(v *doc.Value) {
		want = appendCompact(want[:0], v.S)
		if n := bytes.Index(text[at:], want); n >= 0 {
			at += n
			return
		}
		if bytes.Contains(text, want) {
			return
		}
		if capitals == nil {
			capitals = bytes.ToUpper(text)
		}
		if !bytes.Contains(capitals, bytes.ToUpper(want)) {
			out = append(out, fmt.Errorf("%w: the fact %q is not on the pages of the paper %s", ErrMisplaced, v.Path, d.Name))
		}
	})
	return out
}

// solid is the text of pages without heads, feet and spaces, in UTF-8: where a line
// ends and how wide its spaces are does not show in it. Paragraph follows paragraph, for
// the lines of two columns stand side by side.
//
// It is written into the room that is given.
func solid(room []byte, pages []Page) []byte {
	count := 0
	for i := range pages {
		count += len(pages[i].Lines)
	}
	lines := make([]*Line, 0, count)
	for i := range pages {
		for j := range pages[i].Lines {
			if l := &pages[i].Lines[j]; l.Part != Head && l.Part != Foot {
				lines = append(lines, l)
			}
		}
	}
	byPara := func(a, b *Line) int { return a.Para - b.Para }
	if !slices.IsSortedFunc(lines, byPara) {
		slices.SortStableFunc(lines, byPara)
	}
	out := room[:0]
	for _, l := range lines {
		for _, r := range l.Runs {
			if r.Unicode {
				out = appendCompact(out, r.Text)
				continue
			}
			out = appendWinAnsi(out, r.Text)
		}
	}
	return out
}

// appendWinAnsi appends text in code page 1252 as UTF-8, its spaces left out.
func appendWinAnsi(out []byte, s string) []byte {
	for len(s) > 0 {
		n := 0
		for n < len(s) && ' ' < s[n] && s[n] < 0x80 {
			n++
		}
		out = append(out, s[:n]...)
		if n == len(s) {
			break
		}
		if c := s[n]; c != ' ' && c != 0xA0 {
			out = utf8.AppendRune(out, assets.FromWinAnsi(c))
		}
		s = s[n+1:]
	}
	return out
}

// appendCompact appends text as it is drawn, without its spaces: of the characters that
// only say where a line may break, the hyphen alone is seen.
func appendCompact(out []byte, s string) []byte {
	for _, r := range s {
		switch r {
		case '\u2011':
			out = append(out, '-')
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060':
		default:
			if !unicode.IsSpace(r) {
				out = utf8.AppendRune(out, r)
			}
		}
	}
	return out
}

// values visits the facts of blocks in the order of the page.
func values(blocks []doc.Block, visit func(*doc.Value)) {
	doc.Walk(blocks, func(s doc.Span) {
		if v, ok := s.(doc.Value); ok && v.S != "" {
			visit(&v)
		}
	})
}
