package docx

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"expunge/forms/doc"
)

// texter writes the runs of one paragraph: as few as their looks allow, so that a word
// can be found that two spans share. White space of any length is one space, and there
// is none at the ends of a paragraph.
type texter struct {
	*writer
	look  look
	open  bool // a run is begun
	begun bool // the paragraph has a character
	space bool // a space is due before the next character
}

// look is how a run is set.
type look struct {
	style doc.Style
	role  string // a style of characters
}

// The styles of characters.
const (
	blankRole = "Blank"
	labelRole = "BlankLabel"
)

func (t *texter) span(span doc.Span, size float64) {
	switch v := span.(type) {
	case doc.Text:
		t.words(bound(v.S), look{style: v.Style}, "")
	case doc.Value:
		t.words(v.S, look{style: v.Style}, v.Path)
	case doc.Blank:
		t.words(strings.Repeat("_", lowLines(v.Width, size)), look{role: blankRole}, "")
		if v.Label != "" {
			t.words(" ["+v.Label+"]", look{role: labelRole}, "")
		}
	}
}

// lowLines is how many low lines make a blank of so many tenths of an inch: in the serif
// face one is half as wide as the type is high. The width of a blank that asks for
// none is that of the drawn page.
func lowLines(tenths int, size float64) int {
	points := 126.0
	if tenths > 0 {
		points = min(float64(tenths)*7.2, measure/20)
	}
	return max(int(math.Round(points/(size/2))), 3)
}

// words writes a text. What only forbids or allows a line to break, and is not to be
// seen, is left out, except for the space and the hyphen that do not break.
func (t *texter) words(s string, k look, path string) {
	for i := 0; i < len(s); {
		if n := plain(s[i:]); n > 0 {
			t.char(k)
			t.WriteString(s[i : i+n])
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch r {
		case ' ', '\t', '\n', '\v', '\f', '\r':
			t.space = t.begun
		case '&':
			t.put("&amp;", k)
		case '<':
			t.put("&lt;", k)
		case '>':
			t.put("&gt;", k)
		case '\u202f':
			t.put("\u00a0", k)
		case '\u2011':
			t.put(`</w:t><w:noBreakHyphen/><w:t xml:space="preserve">`, k)
		case '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060':
		default:
			if !unicode.IsGraphic(r) || r == utf8.RuneError {
				t.refuse(path)
				continue
			}
			t.put(s[i-n:i], k)
		}
	}
}

// bound keeps the sections that the paper itself cites on one line: their hyphens are
// those that do not break. A fact keeps the hyphens it came with, so that whoever
// searches the file for it finds it.
func bound(s string) string {
	if strings.IndexByte(s, '-') < 0 {
		return s
	}
	var b strings.Builder
	for i := range len(s) {
		if s[i] == '-' && i > 0 && i+1 < len(s) && digit(s[i-1]) && digit(s[i+1]) {
			b.WriteRune('\u2011')
		} else {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// plain is how many bytes at the beginning of a text are written as they are: letters,
// digits and signs of ASCII with single spaces between them.
func plain(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && i > 0 && i+1 < len(s) && s[i-1] != ' ' && ' ' < s[i+1] && s[i+1] < 0x7F:
		case c <= ' ', c >= 0x7F, c == '&', c == '<', c == '>':
			return i
		}
	}
	return len(s)
}

func (t *texter) put(text string, k look) {
	t.char(k)
	t.WriteString(text)
}

// char makes ready for a character in a look. A space that is due goes to the run before.
func (t *texter) char(k look) {
	if t.space {
		t.ready(t.look)
		t.WriteByte(' ')
		t.space = false
	}
	t.ready(k)
	t.begun = true
}

// ready begins a run of its own for a look.
func (t *texter) ready(k look) {
	if t.open && t.look == k {
		return
	}
	t.close()
	t.look, t.open = k, true
	t.say(`<w:r>`)
	switch {
	case k.role != "":
		t.say(`<w:rPr><w:rStyle w:val="`, k.role, `"/></w:rPr>`)
	case k.style == doc.Bold:
		t.say(`<w:rPr><w:b/></w:rPr>`)
	case k.style == doc.Italic:
		t.say(`<w:rPr><w:i/></w:rPr>`)
	}
	t.say(`<w:t xml:space="preserve">`)
}

func (t *texter) close() {
	if t.open {
		t.say(`</w:t></w:r>`)
		t.open = false
	}
}

// tab ends a label; no space follows it.
func (t *texter) tab() {
	t.close()
	t.say(`<w:r><w:tab/></w:r>`)
	t.begun, t.space = false, false
}

func (t *texter) refuse(path string) {
	err := CharacterError{Document: t.document, Path: path}
	if !slices.Contains(t.refused, err) {
		t.refused = append(t.refused, err)
	}
}
