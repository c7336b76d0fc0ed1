package packet

import "bytes"

// search looks for many texts in one pass, however long the bytes: it looks at two bytes
// at a time and skips as far as no text can end (Wu and Manber's way).
type search struct {
	texts []spelling
	least int // length of the shortest text
	skip  [1 << 12]uint8
}

// pair is where two bytes stand in the table. Pairs may share a place; that costs a look.
func pair(a, b byte) int { return (int(a)<<4 ^ int(b)) & (1<<12 - 1) }

// newSearch prepares to look for texts of two bytes or more.
func newSearch(texts []spelling) *search {
	s := &search{texts: texts, least: 64}
	for _, t := range texts {
		s.least = min(s.least, len(t.text))
	}
	for i := range s.skip {
		s.skip[i] = uint8(s.least - 1)
	}
	for _, t := range texts {
		for i := 1; i < s.least; i++ {
			at := pair(t.text[i-1], t.text[i])
			s.skip[at] = min(s.skip[at], uint8(s.least-1-i))
		}
	}
	return s
}

// in returns the first of the texts that stands in the bytes, or nil. One that begins or
// ends within a longer number or word does not stand there.
func (s *search) in(b []byte) *spelling {
	if len(s.texts) == 0 {
		return nil
	}
	for i := s.least - 1; i < len(b); {
		if skip := s.skip[pair(b[i-1], b[i])]; skip > 0 {
			i += int(skip)
			continue
		}
		at := i - s.least + 1
		for t := range s.texts {
			if text := s.texts[t].text; bytes.HasPrefix(b[at:], text) && isApart(b, at, at+len(text)) {
				return &s.texts[t]
			}
		}
		i++
	}
	return nil
}

// isApart reports whether a part of the bytes goes on neither before nor behind: a figure
// next to a figure, or a letter next to a letter, is of the same number or word.
func isApart(b []byte, from, to int) bool {
	same := func(x, y byte) bool { return kindOf(x) > 0 && kindOf(x) == kindOf(y) }
	return (from == 0 || !same(b[from-1], b[from])) && (to == len(b) || !same(b[to-1], b[to]))
}

// kindOf is 1 for a figure, 2 for a letter of ASCII and 0 for anything else.
func kindOf(c byte) int {
	switch {
	case c-'0' < 10:
		return 1
	case c|0x20-'a' < 26:
		return 2
	default:
		return 0
	}
}
