package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"expunge/assets"
	"expunge/forms/doc"
)

// draw writes the pages as a PDF file. fpdf makes its frame: the file with its fonts and
// bookmarks, all pages empty. What stands on the pages and the programs of the fonts are put
// in afterwards, once and where they belong; fpdf would carry them from buffer to buffer. The
// bytes are those of a file that fpdf draws by itself.
func (p *Press) draw(pages []Page, l logo, o Options) ([]byte, error) {
	f, err := p.frame(pages, o)
	if err != nil {
		return nil, err
	}
	ends := make([]int, len(pages))
	p.ink = slices.Grow(p.ink[:0], inkOf(pages))
	for i := range pages {
		pen := pen{ink: append(p.ink, f.begun...), tall: pageTall, fonts: f.fonts}
		pen.page(&pages[i])
		p.ink, ends[i] = pen.ink, len(pen.ink)
	}
	parts := f.parts
	parts.all = slices.Clone(parts.all)
	from := 0
	for i, n := range parts.pages() {
		parts.fill(n+1, p.ink[from:ends[i]])
		from = ends[i]
	}
	parts.crest(l, pages)
	if o.Copies > 1 {
		parts.repeat(o.Copies)
	}
	return parts.file(), nil
}

// inkOf is about how many bytes it takes to draw the pages.
func inkOf(pages []Page) int {
	const page, run, stroke = 100, 60, 36
	bytes := 0
	for i := range pages {
		bytes += page + stroke*len(pages[i].Strokes)
	}
	eachRun(pages, func(r *Run) { bytes += run + len(r.Text) })
	return bytes
}

// pageTall is the height of a page in points.
const pageTall = 792

// errNotOurs cannot come about while fpdf writes files as it does.
var errNotOurs = errors.New("the drawn file has a shape that is not known")

// frame is a file with nothing on its pages.
type frame struct {
	parts objects
	begun []byte // how every page begins
	fonts []fontName
}

// mostFrames is how many frames a press keeps.
const mostFrames = 64

// frame returns the frame of a file. Those for papers of the same names on as many pages
// are the same, unless there is a letter for which a font is cut to measure.
func (p *Press) frame(pages []Page, o Options) (*frame, error) {
	keys := fontsOf(pages)
	p.key = frameKey(p.key[:0], pages, keys, o)
	if known := p.frames[string(p.key)]; known != nil {
		return known, nil
	}
	made, err := newFrame(pages, keys, o)
	if err != nil || slices.ContainsFunc(keys, func(k fontKey) bool { return k.unicode }) {
		return made, err
	}
	if p.frames == nil || len(p.frames) >= mostFrames {
		p.frames = make(map[string]*frame)
	}
	p.frames[string(p.key)] = made
	return made, nil
}

// frameKey tells one frame from another.
func frameKey(key []byte, pages []Page, fonts []fontKey, o Options) []byte {
	text := func(s string) { key = append(strconv.AppendInt(key, int64(len(s)), 10), ':'); key = append(key, s...) }
	for _, s := range []string{o.Title, o.Subject, o.Author, o.Language} {
		text(s)
	}
	key = strconv.AppendInt(key, o.Created.Unix(), 10)
	for _, f := range fonts {
		text(f.face)
	}
	for i := range pages {
		key = append(key, '/', byte('0'+pages[i].Group))
		if pages[i].Number == 1 { // it has a bookmark
			text(pages[i].Title)
		}
	}
	return key
}

func newFrame(pages []Page, keys []fontKey, o Options) (*frame, error) {
	file, err := drawFrame(pages, keys, o)
	if err != nil {
		return nil, err
	}
	parts, ok := takeApart(file)
	numbers := parts.pages()
	if !ok || len(numbers) != len(pages) {
		return nil, errNotOurs
	}
	begun, fonts, ok := parts.firstPage(numbers[0]+1, keys)
	if !ok {
		return nil, errNotOurs
	}
	parts.programs()
	return &frame{parts, begun, fonts}, nil
}

// drawFrame has fpdf draw a frame. On its first page stands what tells how fpdf calls the
// fonts, and which letters of the Unicode ones are used; the name of each face stands for
// its program. Every setting is made on the one instance: the defaults of fpdf are shared
// by all of a program.
func drawFrame(pages []Page, keys []fontKey, o Options) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", SizeStr: "Letter"})
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false) // a new deflater for every page costs more than all of the drawing
	f.SetCatalogSort(true)  // else fonts are written in the order of a map
	describe(f, o)
	addFonts(f, keys)
	for range pages {
		f.AddPage()
	}
	papers := bookmarks(f, pages) // before any font is chosen: fpdf encodes them by the last one
	f.SetPage(1)
	for _, key := range keys {
		f.SetFont(key.family(), "", 1)
	}
	for _, key := range keys {
		if key.unicode {
			f.SetFont(key.family(), "", 1)
			eachRun(pages, func(r *Run) {
				if (fontKey{r.Face, r.Unicode}) == key {
					f.Text(0, 0, r.Text)
				}
			})
		}
	}
	f.SetPage(len(pages)) // fpdf writes no page beyond the one it is on
	var file taken
	if err := f.Output(&file); err != nil {
		return nil, err
	}
	countPapers(file.bytes, papers)
	return file.bytes, nil
}

// taken keeps what fpdf writes, all at once, without a copy: fpdf is done with it.
type taken struct{ bytes []byte }

func (t *taken) Write(b []byte) (int, error) {
	if t.bytes != nil {
		return 0, errNotOurs
	}
	t.bytes = b
	return len(b), nil
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

// fontsOf lists the fonts that the pages use, by name.
func fontsOf(pages []Page) []fontKey {
	var keys []fontKey
	var last fontKey
	eachRun(pages, func(r *Run) {
		if key := (fontKey{r.Face, r.Unicode}); key != last {
			last = key
			if !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	})
	slices.SortFunc(keys, func(a, b fontKey) int { return strings.Compare(a.family(), b.family()) })
	return keys
}

// addFonts adds the fonts.
func addFonts(f *fpdf.Fpdf, keys []fontKey) {
	for _, face := range assets.Faces() {
		if slices.Contains(keys, fontKey{face.Name, false}) {
			f.AddFontFromBytes(fontKey{face.Name, false}.family(), "", face.Definition, []byte(face.Name))
		}
		if slices.Contains(keys, fontKey{face.Name, true}) {
			f.AddUTF8FontFromBytes(fontKey{face.Name, true}.family(), "", slices.Clone(face.Unicode)) // fpdf writes into it
		}
	}
}

func eachRun(pages []Page, visit func(*Run)) {
	for i := range pages {
		for j := range pages[i].Lines {
			for k := range pages[i].Lines[j].Runs {
				visit(&pages[i].Lines[j].Runs[k])
			}
		}
	}
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
