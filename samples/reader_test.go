package samples

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/ledongthuc/pdf"

	"expunge/petition/files"
)

// The files of a packet are read here as a stranger would: by libraries that know nothing
// of the ones that wrote them.

// booklet is a PDF file as it is read back.
type booklet struct {
	pages     []side
	bookmarks []pdf.Outline
	about     map[string]string // what the file says of itself
}

// side is one page. Its rows are in the order of the file.
type side struct {
	width, height float64
	rows          []printed
	fonts         []pdf.Value
}

// printed is text that stands on one baseline, drawn in one go. Y is measured from the
// top, as X is from the left.
type printed struct {
	x, y, width, size float64
	text              string
}

func readPDF(t *testing.T, data []byte) booklet {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	b := booklet{bookmarks: r.Outline().Child, about: map[string]string{}}
	info := r.Trailer().Key("Info")
	for _, key := range info.Keys() {
		b.about[key] = info.Key(key).Text()
	}
	types := map[string]typeface{}
	for n := range r.NumPage() {
		b.pages = append(b.pages, readSide(t, r.Page(n+1), types))
	}
	return b
}

// readSide follows the operators of a page. Those for text are all that it needs.
func readSide(t *testing.T, p pdf.Page, types map[string]typeface) side {
	t.Helper()
	box := p.V.Key("Parent").Key("MediaBox")
	s := side{width: box.Index(2).Float64(), height: box.Index(3).Float64()}
	for _, name := range p.Fonts() {
		if _, ok := types[name]; !ok {
			types[name] = readTypeface(t, p.Font(name).V)
		}
		s.fonts = append(s.fonts, types[name].descriptor)
	}
	var face typeface
	var size, x, y, spacing float64
	pdf.Interpret(p.V.Key("Contents"), func(stack *pdf.Stack, operator string) {
		args := make([]pdf.Value, stack.Len())
		for i := len(args) - 1; i >= 0; i-- {
			args[i] = stack.Pop()
		}
		switch operator {
		case "BT":
			x, y = 0, 0
		case "Tf":
			face, size = types[args[0].Name()], args[1].Float64()
		case "Tw":
			spacing = args[0].Float64()
		case "Td":
			x, y = x+args[0].Float64(), y+args[1].Float64()
		case "Tj":
			raw := args[0].RawString()
			width := face.width(raw) * size / 1000
			if !face.wide {
				width += spacing * float64(strings.Count(raw, " "))
			}
			s.add(printed{x, s.height - y, width, size, face.text(raw)})
		case "TJ", "'", "\"", "Tm", "T*", "cm", "Do":
			t.Errorf("the reader does not follow %s", operator)
		}
	})
	return s
}

// add joins text to the text that it goes on from on the same line.
func (s *side) add(p printed) {
	if n := len(s.rows); n > 0 && s.rows[n-1].y == p.y {
		if last := &s.rows[n-1]; p.x >= last.x && p.x-(last.x+last.width) < 0.5 {
			last.text += p.text
			last.width = p.x + p.width - last.x
			return
		}
	}
	s.rows = append(s.rows, p)
}

// text is all that stands on a page, a row a line, its hard spaces made soft.
func (s side) text() string {
	var b strings.Builder
	for _, r := range s.rows {
		b.WriteString(r.text + "\n")
	}
	return soften(b.String())
}

func soften(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// typeface is a font of a PDF file: what its codes mean and how wide they are.
type typeface struct {
	descriptor pdf.Value
	wide       bool // two bytes a code
	widths     map[int]float64
	usual      float64
	decode     func(string) string
}

func readTypeface(t *testing.T, v pdf.Value) typeface {
	t.Helper()
	f := typeface{descriptor: v.Key("FontDescriptor"), widths: map[int]float64{}}
	if v.Key("Subtype").Name() == "Type0" {
		below := v.Key("DescendantFonts").Index(0)
		f.wide, f.descriptor, f.usual = true, below.Key("FontDescriptor"), below.Key("DW").Float64()
		f.wideWidths(below.Key("W"))
		meaning, err := io.ReadAll(v.Key("ToUnicode").Reader())
		if err != nil || !bytes.Contains(meaning, []byte("<0000> <FFFF> <0000>")) {
			t.Errorf("a font does not say that its codes are UTF-16: %v", err)
		}
		return f
	}
	if v.Key("Encoding").Name() != "WinAnsiEncoding" {
		t.Errorf("a font is encoded by %v", v.Key("Encoding"))
	}
	font := pdf.Font{V: v}
	f.decode = font.Encoder().Decode
	first := int(v.Key("FirstChar").Int64())
	for i, width := range font.Widths() {
		f.widths[first+i] = width
	}
	return f
}

// wideWidths reads both forms of a list of widths: a code and the widths from there on,
// or two codes and the width of all between.
func (f *typeface) wideWidths(w pdf.Value) {
	for i := 0; i+1 < w.Len(); {
		first := int(w.Index(i).Int64())
		if list := w.Index(i + 1); list.Kind() == pdf.Array {
			for j := range list.Len() {
				f.widths[first+j] = list.Index(j).Float64()
			}
			i += 2
			continue
		}
		for code := first; code <= int(w.Index(i+1).Int64()); code++ {
			f.widths[code] = w.Index(i + 2).Float64()
		}
		i += 3
	}
}

// codes are those of a string.
func (f typeface) codes(raw string) []uint16 {
	var out []uint16
	for i := 0; i < len(raw); i++ {
		if !f.wide {
			out = append(out, uint16(raw[i]))
		} else if i%2 == 1 {
			out = append(out, uint16(raw[i-1])<<8|uint16(raw[i]))
		}
	}
	return out
}

func (f typeface) width(raw string) float64 {
	sum := 0.0
	for _, code := range f.codes(raw) {
		w, ok := f.widths[int(code)]
		if !ok {
			w = f.usual
		}
		sum += w
	}
	return sum
}

func (f typeface) text(raw string) string {
	if f.wide {
		return string(utf16.Decode(f.codes(raw)))
	}
	return f.decode(raw)
}

// readWord returns the words of every part of a Word document, one paragraph a line.
func readWord(t *testing.T, data []byte) string {
	t.Helper()
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, part := range archive.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		readPart(t, r, &b)
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return soften(b.String())
}

// readPart adds the text and the attributes of a part: a value may hide in either.
func readPart(t *testing.T, r io.Reader, b *strings.Builder) {
	t.Helper()
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := token.(type) {
		case xml.CharData:
			b.Write(v)
		case xml.StartElement:
			for _, a := range v.Attr {
				if v.Name.Local != "t" {
					b.WriteString("\n" + a.Value + "\n")
				}
			}
		case xml.EndElement:
			if v.Name.Local == "p" {
				b.WriteString("\n")
			}
		}
	}
}

// readable returns what a reader finds in a file of any kind.
func readable(t *testing.T, f files.File) string {
	t.Helper()
	switch {
	case strings.HasSuffix(f.Name, ".docx"):
		return readWord(t, f.Bytes)
	case strings.HasSuffix(f.Name, ".pdf"):
		b := readPDF(t, f.Bytes)
		var out strings.Builder
		for _, p := range b.pages {
			out.WriteString(p.text())
		}
		for _, said := range b.about {
			out.WriteString(said + "\n")
		}
		for _, title := range titles(b.bookmarks) {
			out.WriteString(title + "\n")
		}
		return out.String() + string(f.Bytes)
	default:
		return soften(string(f.Bytes))
	}
}

// titles are those of bookmarks and of all below them.
func titles(list []pdf.Outline) []string {
	var out []string
	for _, o := range list {
		out = append(append(out, o.Title), titles(o.Child)...)
	}
	return out
}

var (
	footOfFiled = regexp.MustCompile(`^Page (\d+) of (\d+)$`)
	footOfSheet = regexp.MustCompile(`• Page (\d+) of (\d+)$`)
)

// paper is the pages of one paper, as the numbers at their feet tell.
type paper struct {
	filed bool
	pages []side
}

// papersOf parts a file into its papers.
func papersOf(t *testing.T, b booklet) []paper {
	t.Helper()
	var out []paper
	for i, p := range b.pages {
		last := soften(p.rows[len(p.rows)-1].text)
		foot, filed := footOfFiled.FindStringSubmatch(last), true
		if foot == nil {
			foot, filed = footOfSheet.FindStringSubmatch(soften(strings.TrimSpace(last))), false
		}
		if foot == nil {
			t.Fatalf("page %d ends with %q", i+1, last)
		}
		if foot[1] == "1" {
			out = append(out, paper{filed: filed})
		}
		now := &out[len(out)-1]
		now.pages = append(now.pages, p)
		if now.filed != filed {
			t.Errorf("page %d is of another set than the page before", i+1)
		}
	}
	return out
}
