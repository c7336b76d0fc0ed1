package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"time"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"expunge/assets"
	"expunge/forms/doc"
)

// draw writes the pages as a PDF file. Every setting is made on the one instance:
// the defaults of fpdf are shared by all of a program.
func draw(w io.Writer, pages []Page, l logo, o Options) error {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", SizeStr: "Letter"})
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false) // a new deflater for every page costs more than all of the drawing
	f.SetCatalogSort(true)  // else fonts are written in the order of a map
	describe(f, o)
	addFonts(f, pages)
	for range pages {
		f.AddPage()
	}
	papers := bookmarks(f, pages) // before any font is chosen: fpdf encodes them by the last one
	_, tall := f.GetPageSize()
	var ink []byte
	for i := range pages {
		f.SetPage(i + 1)
		p := pen{f: f, tall: tall, ink: ink}
		p.page(&pages[i])
		ink = p.ink
	}
	var file bytes.Buffer
	if err := f.Output(&file); err != nil {
		return err
	}
	countPapers(file.Bytes(), papers)
	whole, err := finished(file.Bytes(), pages, l, o.Copies)
	if err != nil {
		return err
	}
	_, err = w.Write(whole)
	return err
}

// errNotOurs cannot come about while fpdf writes files as it does.
var errNotOurs = errors.New("the drawn file has a shape that is not known")

// finished adds what fpdf cannot do: the logo, which only its own pages know, and copies
// that share their content. Without either the file is as drawn.
func finished(file []byte, pages []Page, l logo, copies int) ([]byte, error) {
	crested := slices.ContainsFunc(pages, func(p Page) bool { return p.Logo != (Frame{}) })
	if !crested && copies < 2 {
		return file, nil
	}
	parts, ok := takeApart(file)
	if !ok {
		return nil, errNotOurs
	}
	if crested {
		parts.crest(l, pages)
	}
	if copies > 1 {
		parts.repeat(copies)
	}
	return parts.file(), nil
}

// describe writes what the file says about itself. It does not name the program that
// made it.
func describe(f *fpdf.Fpdf, o Options) {
	created := o.Created.UTC()
	if o.Created.IsZero() {
		created = time.Unix(0, 0).UTC() // fpdf would take the time of day
	}
	f.SetCreationDate(created)
	f.SetModificationDate(created)
	f.SetProducer("", false)
	f.SetTitle(textString(o.Title), false)
	f.SetSubject(textString(o.Subject), false)
	f.SetAuthor(textString(o.Author), false)
	f.SetLang(o.Language)
}

// textString encodes a text outside of the pages: as it is in ASCII, and in UTF-16
// otherwise.
func textString(s string) string {
	ascii := true
	for i := range len(s) {
		ascii = ascii && s[i] < 0x80
	}
	if ascii {
		return s
	}
	encoded := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(s)) {
		encoded = append(encoded, byte(unit>>8), byte(unit))
	}
	return string(encoded)
}

// fontKey names a face in one of its encodings.
type fontKey struct {
	face    string
	unicode bool
}

// family is the name by which fpdf knows the font.
func (k fontKey) family() string {
	if k.unicode {
		return k.face + "-unicode"
	}
	return k.face
}

// addFonts adds the fonts that the pages use, and no other.
func addFonts(f *fpdf.Fpdf, pages []Page) {
	used := fontsOf(pages)
	faces := assets.Faces()
	for i := range faces {
		face := &faces[i]
		if key := (fontKey{face.Name, false}); used[key] {
			f.AddFontFromBytes(key.family(), "", face.Definition, face.Program)
		}
		if key := (fontKey{face.Name, true}); used[key] {
			f.AddUTF8FontFromBytes(key.family(), "", slices.Clone(face.Unicode)) // fpdf writes into it
		}
	}
}

func fontsOf(pages []Page) map[fontKey]bool {
	used := make(map[fontKey]bool)
	var last fontKey
	for i := range pages {
		for j := range pages[i].Lines {
			for k := range pages[i].Lines[j].Runs {
				run := &pages[i].Lines[j].Runs[k]
				if key := (fontKey{run.Face, run.Unicode}); key != last {
					used[key] = true
					last = key
				}
			}
		}
	}
	return used
}

// pen draws one page and knows what it last set. What it writes in one font it gathers
// and hands over at once: a call of fpdf for each line costs more than the line. The words
// are those that fpdf would write.
type pen struct {
	f       *fpdf.Fpdf
	tall    float64 // height of the page, for places are measured from its foot
	ink     []byte  // not yet handed over
	key     fontKey
	size    float64
	stretch float64
	width   float64
}

func (p *pen) page(page *Page) {
	if page.Logo != (Frame{}) {
		_, height := p.f.GetPageSize()
		p.crest(page.Logo, height)
	}
	for i := range page.Lines {
		p.line(&page.Lines[i])
	}
	for i := range page.Strokes {
		p.stroke(&page.Strokes[i])
	}
	p.flush()
	for _, fill := range page.Fills {
		corners := make([]fpdf.PointType, len(fill))
		for i, c := range fill {
			corners[i] = fpdf.PointType{X: c.X, Y: c.Y}
		}
		p.f.Polygon(corners, "F")
	}
}

// flush hands over what was gathered. fpdf ends it with a line break of its own.
func (p *pen) flush() {
	if n := len(p.ink); n > 0 {
		p.f.RawWriteStr(string(p.ink[:n-1]))
		p.ink = p.ink[:0]
	}
}

// number writes a number and what comes after it.
func (p *pen) number(v float64, decimals int, then string) {
	p.ink = strconv.AppendFloat(p.ink, v, 'f', decimals, 64)
	p.ink = append(p.ink, then...)
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
		if key := (fontKey{r.Face, r.Unicode}); key != p.key || r.Size != p.size {
			p.flush()
			p.f.SetFont(key.family(), "", r.Size)
			p.key, p.size = key, r.Size
		}
		if r.Unicode { // fpdf keeps account of the letters that the font must have
			p.flush()
			p.f.Text(r.X, l.Y, r.Text)
			continue
		}
		p.text(r.X, l.Y, r.Text)
	}
}

// text draws text in code page 1252.
func (p *pen) text(x, y float64, s string) {
	p.ink = append(p.ink, "BT "...)
	p.number(x, 2, " ")
	p.number(p.tall-y, 2, " Td (")
	for i := range len(s) {
		switch c := s[i]; c {
		case '\\', '(', ')':
			p.ink = append(p.ink, '\\', c)
		default:
			p.ink = append(p.ink, c)
		}
	}
	p.ink = append(p.ink, ") Tj ET\n"...)
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

// bookmarks adds an entry for every paper below one for its set, and returns how many
// papers each set has. A set is entered where its first paper stands. Confidential
// papers have a file of their own and need no entry for their set.
func bookmarks(f *fpdf.Fpdf, pages []Page) []int {
	entered := make(map[doc.Group]bool)
	var papers []int
	for i := range pages {
		group := pages[i].Group
		if entered[group] {
			continue
		}
		entered[group] = true
		name := setName(group)
		if name == "" {
			bookmarkSet(f, pages, group, 0)
			continue
		}
		f.SetPage(i + 1)
		f.Bookmark(name, 0, 0)
		papers = append(papers, bookmarkSet(f, pages, group, 1))
	}
	return papers
}

// bookmarkSet adds an entry for every paper of a set and returns their number.
func bookmarkSet(f *fpdf.Fpdf, pages []Page, group doc.Group, level int) int {
	papers := 0
	for i := range pages {
		if pages[i].Group == group && pages[i].Number == 1 {
			f.SetPage(i + 1)
			f.Bookmark(textString(pages[i].Title), level, 0)
			papers++
		}
	}
	return papers
}

func setName(g doc.Group) string {
	switch g {
	case doc.Filed:
		return "To file"
	case doc.Confidential:
		return ""
	default:
		return "Not for filing"
	}
}

// countPapers writes into the bookmark of each set how many papers stand below it.
// fpdf says 0 of every bookmark, which is not valid for one that has others below.
// The length of the file and so its table of places stay as they are: the room for
// the digits is taken from the height of the page, written without its decimals.
func countPapers(file []byte, papers []int) {
	rest := file[bytes.LastIndex(file, []byte("\nendstream\n"))+1:]
	for _, n := range papers {
		rest = rest[bytes.Index(rest, []byte("\n/First ")):]
		at := bytes.Index(rest, []byte(".00 null]\n/Count 0>>"))
		copy(rest[at:], fmt.Sprintf(" null]\n/Count %-4d>>", n))
		rest = rest[at:]
	}
}
