package pdf

import (
	"hash/maphash"
	"math"

	"expunge/forms/doc"
)

// textMemory keeps paragraphs that were broken into lines. What is used again and again
// stays; what is not is forgotten when newer text has filled the room.
type textMemory struct {
	seed       maphash.Seed
	theme      textTheme
	young, old map[uint64]*setText
}

// mostTexts is how many paragraphs each half of the memory holds: some ten packets.
const mostTexts = 2048

// textLook is what of a look shapes a paragraph beside the paragraph's own measures.
type textLook struct {
	roman, bold, italic string
	small               float64
}

// textTheme is what of a theme shapes every paragraph.
type textTheme struct{ loosest, seam, blank, drop, thin float64 }

// use makes the memory one of paragraphs in a theme.
func (m *textMemory) use(t *Theme) {
	theme := textTheme{t.Loosest, t.SeamCost, t.BlankWidth, t.BlankDrop, t.Thin}
	if m.young != nil && theme == m.theme {
		return
	}
	*m = textMemory{seed: maphash.MakeSeed(), theme: theme, young: map[uint64]*setText{}}
}

// key is where a paragraph is looked for: paragraphs with the same key may differ.
func (m *textMemory) key(p *paragraph) uint64 {
	key := math.Float64bits(p.width)*31 + math.Float64bits(p.size) + uint64(p.style)
	for _, span := range p.spans {
		text := ""
		switch s := span.(type) {
		case doc.Text:
			text = s.S
		case doc.Value:
			text = s.S
		case doc.Blank:
			text = s.Label
		}
		key = key*31 + maphash.String(m.seed, text)
	}
	return key*31 + maphash.String(m.seed, p.label)
}

// find returns what was kept under a key, or nil.
func (m *textMemory) find(key uint64) *setText {
	if text := m.young[key]; text != nil {
		return text
	}
	text := m.old[key]
	if text != nil {
		m.keep(key, text)
	}
	return text
}

func (m *textMemory) keep(key uint64, text *setText) {
	if len(m.young) >= mostTexts {
		m.old, m.young = m.young, make(map[uint64]*setText, mostTexts)
	}
	m.young[key] = text
}
