package pdf

import (
	"math"
	"strconv"
)

// pen writes what stands on one page, in the words that fpdf would write, and knows what
// it last set. A call of fpdf for each line costs more than the line.
type pen struct {
	ink     []byte
	fonts   []fontName
	tall    float64 // height of the page, for places are measured from its foot
	key     fontKey
	size    float64
	stretch float64
	width   float64
}

// fontName is what the file calls a font.
type fontName struct {
	key  fontKey
	name string // "F" and a digest
}

func (p *pen) page(page *Page) {
	if page.Logo != (Frame{}) {
		p.crest(page.Logo)
	}
	for i := range page.Lines {
		p.line(&page.Lines[i])
	}
	for i := range page.Strokes {
		p.stroke(&page.Strokes[i])
	}
	for _, fill := range page.Fills {
		p.fill(fill)
	}
}

// number writes a number and what comes after it.
func (p *pen) number(v float64, decimals int, then string) {
	if decimals == 2 {
		p.ink = appendCents(p.ink, v)
	} else {
		p.ink = strconv.AppendFloat(p.ink, v, 'f', decimals, 64)
	}
	p.ink = append(p.ink, then...)
}

// appendCents writes a number with two decimals as strconv does, which has to be right for
// every number there is and is slower for it. What is close to the middle between two, or
// large, or below zero, is left to it.
func appendCents(out []byte, v float64) []byte {
	cents := v * 100
	whole := math.Floor(cents)
	rest := cents - whole
	if !(v >= 0 && v < 1e6) || math.Abs(rest-0.5) < 1e-6 || math.Signbit(v) {
		return strconv.AppendFloat(out, v, 'f', 2, 64)
	}
	n := int64(whole)
	if rest > 0.5 {
		n++
	}
	out = strconv.AppendInt(out, n/100, 10)
	return append(out, '.', byte('0'+n/10%10), byte('0'+n%10))
}

// line draws a line of text, each run of it in one go: the spaces are stretched by the
// reader of the file.
func (p *pen) line(l *Line) {
	if l.Stretch != p.stretch {
		p.number(l.Stretch, 5, " Tw\n")
		p.stretch = l.Stretch
	}
	for i := range l.Runs {
		r := &l.Runs[i]
		p.font(fontKey{r.Face, r.Unicode}, r.Size)
		p.ink = append(p.ink, "BT "...)
		p.number(r.X, 2, " ")
		p.number(p.tall-l.Y, 2, " Td (")
		if r.Unicode {
			p.unicode(r.Text)
		} else {
			p.codes(r.Text)
		}
		p.ink = append(p.ink, ") Tj ET\n"...)
	}
}

// font chooses a font, unless it is the one in use.
func (p *pen) font(key fontKey, size float64) {
	if key == p.key && size == p.size {
		return
	}
	p.key, p.size = key, size
	for i := range p.fonts {
		if p.fonts[i].key == key {
			p.ink = append(append(append(p.ink, "BT /"...), p.fonts[i].name...), ' ')
			p.number(size, 2, " Tf ET\n")
		}
	}
}

// codes writes text in code page 1252.
func (p *pen) codes(s string) {
	from := 0
	for i := range len(s) {
		if c := s[i]; c == '\\' || c == '(' || c == ')' {
			p.ink = append(append(p.ink, s[from:i]...), '\\')
			from = i
		}
	}
	p.ink = append(p.ink, s[from:]...)
}

// unicode writes text in UTF-16. All faces are of the first plane.
func (p *pen) unicode(s string) {
	for _, r := range s {
		for _, c := range [2]byte{byte(r >> 8), byte(r)} {
			switch c {
			case '\\', '(', ')':
				p.ink = append(p.ink, '\\', c)
			case '\r':
				p.ink = append(p.ink, `\r`...)
			default:
				p.ink = append(p.ink, c)
			}
		}
	}
}

func (p *pen) stroke(s *Stroke) {
	if s.Width != p.width {
		p.number(s.Width, 2, " w\n")
		p.width = s.Width
	}
	p.number(s.X1, 2, " ")
	p.number(p.tall-s.Y1, 2, " m ")
	p.number(s.X2, 2, " ")
	p.number(p.tall-s.Y2, 2, " l S\n")
}

// fill draws an area.
func (p *pen) fill(f Fill) {
	if len(f) < 3 {
		return
	}
	p.number(f[0].X, 2, " ")
	p.number(p.tall-f[0].Y, 2, " m\n")
	for i := range f {
		corner := f[(i+1)%len(f)]
		p.number(corner.X, 5, " ")
		p.number(p.tall-corner.Y, 5, " l \n")
	}
	p.ink = append(p.ink, "f\n"...)
}

// logoName is what the pages call the logo.
const logoName = "/Logo"

// crest draws the logo. A reader for the blind passes it over.
func (p *pen) crest(f Frame) {
	p.ink = append(p.ink, "/Artifact BMC q "...)
	p.number(f.Width, 2, " 0 0 ")
	p.number(f.Height, 2, " ")
	p.number(f.X, 2, " ")
	p.number(p.tall-f.Y-f.Height, 2, " cm "+logoName+" Do Q EMC\n")
}
