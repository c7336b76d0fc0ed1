package pdf

import (
	"errors"
	"fmt"
	"slices"
	"unicode/utf8"

	"expunge/assets"
	"expunge/forms/doc"
)

// setter turns spans into pieces of text that have a width, and pieces into runs. Its
// buffers are used again for every paragraph, and those of the pages for every layout.
type setter struct {
	theme *Theme
	faces []*face

	styles [3]*face // of the look in use
	pieces []piece
	buf    []byte // the text of the pieces, one after the other
	text   string // buf as a string, made when the first run is asked for
	stops  []stop
	ends   []int

	runList []Run // of the paragraph

	memory textMemory
	texts  []*setText // of the paper that was set last

	// What is set for one layout stays in these until the next.
	pages       []Page
	pageLines   store[Line]
	pageStrokes store[Stroke]
	onPage      row // what stands on the page that is being filled

	// What is set for one paper stays in these until it is dealt out to pages.
	lines   store[Line]
	strokes store[Stroke]
	rows    store[row]
	whole   []row

	document string
	missing  []GlyphError
	charts   []ChartError
}

// face is a type face with its widths in points for type of one point.
type face struct {
	name   string
	widths [256]float64
	glyphs func() map[rune]int
}

// font is a face at a size, in one of its two encodings.
type font struct {
	face    *face
	size    float64
	unicode bool
}

// piece is text in one font within which no line may break, or the rule of a blank.
type piece struct {
	font     font
	from, to int // in the buffer
	width    float64
	gap      float64 // width of the space after it
	glue     glue
	rule     bool
}

// glue is what stands between a piece and the next.
type glue int8

const (
	join  glue = iota // nothing, and no line may break
	fixed             // a space at which no line may break
	seam              // nothing, but a line may break
	space             // a space at which a line may break
)

func (g glue) breakable() bool { return g >= seam }

// GlyphError reports a character that no face can draw. It says where the character
// stands by the path of its fact and not which it is: a letter of a name is personal,
// and so is the text around it. Path is empty in the words of the paper itself.
type GlyphError struct {
	Document string
	Path     string
}

func (e GlyphError) Error() string {
	where := e.Path
	if where == "" {
		where = "the text of the paper"
	}
	return fmt.Sprintf("%s: %s: a character stands there that no type face has", e.Document, where)
}

func newSetter(t *Theme) (*setter, error) {
	s := &setter{}
	all := assets.Faces()
	for i := range all {
		f := &face{name: all[i].Name, glyphs: all[i].Glyphs}
		for code, width := range all[i].Widths {
			f.widths[code] = float64(width) / 1000
		}
		s.faces = append(s.faces, f)
	}
	return s, s.use(t)
}

// use begins a layout in a theme. The pages of the one before are no longer good.
func (s *setter) use(t *Theme) error {
	for _, look := range []*Look{&t.Filed, &t.Sheet} {
		for _, name := range []string{look.Roman, look.Bold, look.Italic} {
			if s.face(name) == nil {
				return fmt.Errorf("the theme asks for an unknown face %q", name)
			}
		}
	}
	s.memory.use(t)
	s.theme, s.missing, s.charts = t, nil, nil
	clear(s.pages) // what they hold of another case goes with them
	s.pages = s.pages[:0]
	s.pageLines.reset()
	s.pageStrokes.reset()
	return nil
}

// face returns the face of a name, or nil.
func (s *setter) face(name string) *face {
	for _, f := range s.faces {
		if f.name == name {
			return f
		}
	}
	return nil
}

// begin begins a document. The rows of the one before are no longer needed.
func (s *setter) begin(document string) {
	s.document = document
	s.lines.reset()
	s.strokes.reset()
	s.rows.reset()
}

// problems joins what was found, each place once.
func (s *setter) problems() error {
	seen := make(map[GlyphError]bool)
	var errs []error
	for _, e := range s.missing {
		if !seen[e] {
			seen[e] = true
			errs = append(errs, e)
		}
	}
	for i, e := range s.charts {
		if !slices.Contains(s.charts[:i], e) {
			errs = append(errs, e)
		}
	}
	return errors.Join(errs...)
}

// start begins a paragraph in the faces of a look.
func (s *setter) start(l *Look) {
	s.styles = [3]*face{doc.Roman: s.face(l.Roman), doc.Bold: s.face(l.Bold), doc.Italic: s.face(l.Italic)}
	s.pieces, s.buf, s.text, s.runList = s.pieces[:0], s.buf[:0], "", s.runList[:0]
}

// span adds a span. Style is that of the paragraph and gives way to the span's own.
func (s *setter) span(span doc.Span, style doc.Style, size, small float64) {
	switch v := span.(type) {
	case doc.Text:
		s.words(v.S, s.font(style, v.Style, size), "")
	case doc.Value:
		s.words(v.S, s.font(style, v.Style, size), v.Path)
	case doc.Blank:
		s.blank(v, s.font(style, doc.Roman, size), s.font(doc.Italic, doc.Roman, min(size, small)))
	}
}

func (s *setter) font(base, own doc.Style, size float64) font {
	if own == doc.Roman {
		own = base
	}
	return font{face: s.styles[own], size: size}
}

// blank adds a rule to write on and, in brackets after it, what to write.
func (s *setter) blank(b doc.Blank, f, small font) {
	width := s.theme.BlankWidth
	if b.Width > 0 {
		width = float64(b.Width) * 7.2
	}
	s.pieces = append(s.pieces, piece{font: f, from: len(s.buf), to: len(s.buf), width: width, rule: true})
	if b.Label != "" {
		s.glue(fixed)
		s.words("["+b.Label+"]", small, "")
	}
}

// longRule reports whether the piece is a rule to write on of half a line or more. The line
// before it ends where the words do: it has not been filled with them.
func (s *setter) longRule(piece int, room float64) bool {
	return s.pieces[piece].rule && s.pieces[piece].width > room/2
}

// words adds the pieces of a text. White space of any length is one space; the words
// of two spans with none between them stay together.
func (s *setter) words(text string, f font, path string) {
	for i := 0; i < len(text); {
		if n := s.plainWord(text[i:], f); n > 0 {
			i += n
			continue
		}
		end, next, g := cut(text, i)
		if end > i {
			s.piece(text[i:end], f, path)
		}
		if g != join {
			s.glue(g)
		}
		i = next
	}
}

// plainWord adds a word and the space after it, if there is nothing in it but letters of
// ASCII and signs at which no line may break. It returns their length, or 0. Nearly every
// word is plain, and this is all there is to it.
func (s *setter) plainWord(text string, f font) int {
	widths, width := &f.face.widths, 0.0
	for i := range len(text) {
		switch c := text[i]; {
		case c == ' ' && i > 0:
			from := len(s.buf)
			s.buf = append(s.buf, text[:i+1]...)
			s.pieces = append(s.pieces, piece{
				font: f, from: from, to: from + i, width: width * f.size,
				glue: space, gap: widths[' '] * f.size,
			})
			return i + 1
		case c <= ' ' || c >= 0x7F || c == '-' || c == '/':
			return 0
		default:
			width += widths[c]
		}
	}
	return 0
}

// glue sets what follows the last piece. A space at the head of a paragraph, or after
// another, is dropped.
func (s *setter) glue(g glue) {
	if len(s.pieces) == 0 {
		return
	}
	last := &s.pieces[len(s.pieces)-1]
	if last.glue == space || last.glue == fixed {
		return
	}
	last.glue = g
	if g == space || g == fixed {
		last.gap = last.font.face.widths[' '] * last.font.size
		s.buf = append(s.buf, ' ')
	}
}

// cut finds the piece of text that begins at i: where it ends, where the next begins
// and what stands between the two.
func cut(text string, i int) (end, next int, g glue) {
	for j := i; j < len(text); j++ {
		switch c := text[j]; {
		case c == ' ' || '\t' <= c && c <= '\r':
			return j, j + 1, space
		case c == '/' || c == '-':
			if j > i && betweenLetters(text, j, j+1) {
				return j + 1, j + 1, seam
			}
		case c == 0xC2 || c == 0xE2:
			if end, next, g, ok := cutMark(text, i, j); ok {
				return end, next, g
			}
		}
	}
	return len(text), len(text), join
}

// cutMark does the work of cut at a mark outside of ASCII.
func cutMark(text string, i, j int) (end, next int, g glue, ok bool) {
	r, n := utf8.DecodeRuneInString(text[j:])
	switch r {
	case '\u00a0', '\u202f':
		return j, j + n, fixed, true
	case '\u00ad', '\u200c', '\u200d', '\u2060':
		return j, j + n, join, true
	case '\u200b':
		return j, j + n, seam, true
	case '—':
		return j + n, j + n, seam, j > i
	case '–':
		return j + n, j + n, seam, j > i && betweenLetters(text, j, j+n)
	}
	return 0, 0, join, false
}

// betweenLetters tells whether the mark from i to j has a letter on either side. A
// line may break after a hyphen only there: never within 99-19-71 or 4/1/2020.
func betweenLetters(text string, i, j int) bool {
	return i > 0 && j < len(text) && letter(text[i-1]) && letter(text[j])
}

func letter(c byte) bool {
	return 'a' <= c|0x20 && c|0x20 <= 'z' || c >= utf8.RuneSelf
}

// piece adds text without a break in code page 1252 or, if it has a rune that the
// code page lacks, in Unicode.
func (s *setter) piece(text string, f font, path string) {
	from, i, width := len(s.buf), 0, 0.0
	widths := &f.face.widths
	for i < len(text) && ' ' <= text[i] && text[i] < 0x7F { // most text is ASCII
		width += widths[text[i]]
		i++
	}
	s.buf = append(s.buf, text[:i]...)
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		code, ok := winAnsi(r)
		if !ok {
			s.buf = s.buf[:from]
			s.unicodePiece(text, f, path)
			return
		}
		s.buf = append(s.buf, code)
		width += widths[code]
		i += n
	}
	s.pieces = append(s.pieces, piece{font: f, from: from, to: len(s.buf), width: width * f.size})
}

// winAnsi is the code of a rune. The non-breaking hyphen has done its work by now.
func winAnsi(r rune) (byte, bool) {
	if r == '\u2011' {
		return '-', true
	}
	return assets.WinAnsi(r)
}

func (s *setter) unicodePiece(text string, f font, path string) {
	f.unicode = true
	from, width, glyphs := len(s.buf), 0, f.face.glyphs()
	for _, r := range text {
		if r == '\u2011' {
			r = '-'
		}
		w, ok := glyphs[r]
		if !ok {
			s.missing = append(s.missing, GlyphError{Document: s.document, Path: path})
			continue
		}
		width += w
		s.buf = utf8.AppendRune(s.buf, r)
	}
	s.pieces = append(s.pieces, piece{font: f, from: from, to: len(s.buf), width: float64(width) / 1000 * f.size})
}

// plain is a text of our own as one run at no place.
func (s *setter) plain(text string, style doc.Style, size float64) Run {
	return Run{Face: s.styles[style].name, Size: size, Text: text}
}

// plainWidth is the width of a text in ASCII.
func (s *setter) plainWidth(text string, style doc.Style, size float64) float64 {
	width := 0.0
	for i := range len(text) {
		width += s.styles[style].widths[text[i]]
	}
	return width * size
}

// measure is the width of the pieces from and up to end, and how many spaces it has.
func (s *setter) measure(from, end int) (width float64, spaces int) {
	for i := from; i < end; i++ {
		width += s.pieces[i].width
		if i+1 < end {
			width += s.pieces[i].gap
			if s.pieces[i].gap > 0 {
				spaces++
			}
		}
	}
	return width, spaces
}

// runs joins the pieces from and up to end into as few runs as their fonts allow, the
// first beginning at x, and draws the rules of blanks below a baseline at height 0. A
// label comes before them.
func (s *setter) runs(label Run, from, end int, x, stretch float64) []Stroke {
	if s.text == "" {
		s.text = string(s.buf)
	}
	w := runWriter{setter: s}
	if label.Text != "" {
		s.runList = append(s.runList, label)
	}
	for i := from; i < end; i++ {
		p := &s.pieces[i]
		if p.rule {
			w.flush()
			y := s.theme.BlankDrop
			w.strokes = append(w.strokes, Stroke{X1: x, Y1: y, X2: x + p.width, Y2: y, Width: s.theme.Thin})
		} else {
			w.add(p.font, p.from, p.to, x)
		}
		x += p.width
		if i+1 < end && p.gap > 0 {
			f := p.font
			f.unicode = false
			w.add(f, p.to, p.to+1, x)
			x += p.gap + stretch
		}
	}
	w.flush()
	return w.strokes
}

// runWriter gathers neighboring text in one font into one run.
type runWriter struct {
	setter   *setter
	font     font
	from, to int
	x        float64
	strokes  []Stroke
}

func (w *runWriter) add(f font, from, to int, x float64) {
	if f == w.font && from == w.to {
		w.to = to
		return
	}
	w.flush()
	w.font, w.from, w.to, w.x = f, from, to, x
}

func (w *runWriter) flush() {
	if w.to > w.from {
		s := w.setter
		s.runList = append(s.runList, Run{
			X: w.x, Size: w.font.size, Face: w.font.face.name,
			Unicode: w.font.unicode, Text: s.text[w.from:w.to],
		})
	}
	w.from, w.font = w.to, font{}
}

// widest is the width of the widest part of the text that no line may break.
func (s *setter) widest() float64 {
	most, width := 0.0, 0.0
	for i := range s.pieces {
		p := &s.pieces[i]
		width += p.width
		most = max(most, width)
		if p.glue.breakable() {
			width = 0
		} else {
			width += p.gap
		}
	}
	return most
}

// fit breaks what would not fit a line of the width: first where a line does not like
// to break, then anywhere.
func (s *setter) fit(width float64) {
	for i := 0; i < len(s.pieces); {
		end, total := i, 0.0
		for ; end < len(s.pieces); end++ {
			total += s.pieces[end].width
			if s.pieces[end].glue.breakable() {
				end++
				break
			}
			total += s.pieces[end].gap
		}
		if total > width+hair {
			end += s.loosen(i, end, width)
		}
		i = end
	}
}

// loosen lets lines break between the pieces from and up to end, and within those that
// are wider than a line. It returns by how many pieces that made them more.
func (s *setter) loosen(from, end int, width float64) int {
	more := 0
	for i := from; i < end+more; i++ {
		p := &s.pieces[i]
		switch {
		case p.width > width+hair && p.rule:
			p.width = width
		case p.width > width+hair:
			if s.split(i, width) {
				more++
			}
			p = &s.pieces[i]
		}
		switch p.glue {
		case join:
			p.glue = seam
		case fixed:
			p.glue = space
		case seam, space:
		}
	}
	return more
}

// split cuts piece i so that its first part, of one character at least, fits the
// width. It tells whether there was a second part.
func (s *setter) split(i int, width float64) bool {
	p := s.pieces[i]
	at, reach := p.from, 0.0
	for at < p.to {
		w, n := s.advance(&p, at)
		if at > p.from && reach+w > width {
			break
		}
		reach, at = reach+w, at+n
	}
	if at == p.to {
		return false
	}
	rest := p
	rest.from, rest.width = at, p.width-reach
	p.to, p.width, p.gap, p.glue = at, reach, 0, seam
	s.pieces[i] = p
	s.pieces = append(s.pieces, piece{})
	copy(s.pieces[i+2:], s.pieces[i+1:])
	s.pieces[i+1] = rest
	return true
}

// advance is the width of the character at a place in the buffer, and its length.
func (s *setter) advance(p *piece, at int) (float64, int) {
	if !p.font.unicode {
		return p.font.face.widths[s.buf[at]] * p.font.size, 1
	}
	r, n := utf8.DecodeRune(s.buf[at:])
	return float64(p.font.face.glyphs()[r]) / 1000 * p.font.size, n
}
