package packet

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/go-pdf/fpdf"

	"expunge/assets"
	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// sample is the case the benchmarks draw: one felony, ready to file.
func sample(b testing.TB) petition.Case {
	b.Helper()
	text, err := os.ReadFile("../../samples/felony-ready/case.yaml")
	if err != nil {
		b.Fatal(err)
	}
	rec, err := intake.ReadYAML("case.yaml", bytes.NewReader(text))
	if err != nil {
		b.Fatal(err)
	}
	return rec.Case
}

// people are the sample with other people, days and numbers, as one client follows another.
func people(b testing.TB) []petition.Case {
	b.Helper()
	var out []petition.Case
	for i := range 24 {
		c := sample(b)
		c.ID = fmt.Sprintf("CASE-%02d", i)
		c.Petitioner.Name = petition.Name{First: []string{"Ada", "José", "Zoë", "Quincy", "Wren"}[i%5], Last: []string{"Sampleton", "Fauxworth", "Müllerson", "Inventado"}[i%4]}
		c.Petitioner.DateOfBirth = petition.NewDate(1970+i, time.Month(1+i%12), 1+i)
		c.Petitioner.Address.Street = fmt.Sprintf("%d Example Street", 100+i)
		c.Petitioner.SSN = fmt.Sprintf("000-%02d-12%02d", i, 34+i)
		for j := range c.Charges {
			c.Charges[j].CauseNumber = fmt.Sprintf("2016-CR-%04d", 123+7*i+j)
			c.Charges[j].Arrest.Date = petition.NewDate(2016, time.March, 6+i%20)
		}
		out = append(out, c)
	}
	return out
}

func benchOptions() Options {
	return Options{Program: "expunge", AsOf: day, Office: forms.Office{Papers: forms.DefaultPapers()}}
}

// BenchmarkPacket sets packets against their floor, turn and turn about so that both meet
// the same machine: how many times as long a packet takes, the median and at best. In a row
// is as a batch makes them, alone is a single one, such as the packet command makes.
func BenchmarkPacket(b *testing.B) {
	cases, o := people(b), benchOptions()
	floor := make([]func() error, len(cases))
	for i := range cases {
		calls, err := recorded(cases[i], o)
		if err != nil {
			b.Fatal(err)
		}
		floor[i] = func() error { return replayAll(calls, assets.Faces()) }
	}
	var maker Maker
	b.Run("in-a-row", func(b *testing.B) { against(b, cases, o, maker.Build, floor) })
	b.Run("alone", func(b *testing.B) { against(b, cases, o, Build, floor) })
}

func against(b *testing.B, cases []petition.Case, o Options, build func(petition.Case, Options) (Packet, error), floor []func() error) {
	b.Helper()
	timed := func(do func(n int) error) float64 {
		runtime.GC() // neither pays for what the other left behind
		start := b.Elapsed()
		for n := range 2 * len(cases) {
			if err := do(n % len(cases)); err != nil {
				b.Fatal(err)
			}
		}
		return (b.Elapsed() - start).Seconds() / float64(2*len(cases))
	}
	var packets, floors, ratios []float64
	for b.Loop() {
		packet := timed(func(n int) error { _, err := build(cases[n], o); return err })
		least := timed(func(n int) error { return floor[n]() })
		packets, floors, ratios = append(packets, packet), append(floors, least), append(ratios, packet/least)
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(packets)*1000, "ms/packet")
	b.ReportMetric(median(floors)*1000, "ms/floor")
	b.ReportMetric(median(ratios), "x-floor")
	b.ReportMetric(slices.Min(packets)/slices.Min(floors), "x-floor-at-best")
}

func median(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}

func replayAll(calls [][]call, faces []assets.Face) error {
	for i := range calls {
		if _, err := replay(calls[i], faces); err != nil {
			return err
		}
	}
	return nil
}

// BenchmarkCaseToBytes makes the whole packet of a case: rules, papers, pages, both
// PDF files and the receipt.
func BenchmarkCaseToBytes(b *testing.B) {
	cases, o := people(b), benchOptions()
	b.ReportAllocs()
	pages, next := 0, 0
	var maker Maker
	for b.Loop() {
		p, err := maker.Build(cases[next%len(cases)], o)
		next++
		if err != nil {
			b.Fatal(err)
		}
		pages = p.Files[0].Pages + p.Files[1].Pages
	}
	b.ReportMetric(float64(pages), "pages")
}

// BenchmarkFloor draws both files of the same packet with nothing but the calls they need,
// replayed through fpdf with the same settings: what is left when rules, papers, layout
// and the looking over of what was made are free.
func BenchmarkFloor(b *testing.B) {
	calls, err := recorded(sample(b), benchOptions())
	if err != nil {
		b.Fatal(err)
	}
	faces := assets.Faces()
	b.ReportAllocs()
	for b.Loop() {
		if err := replayAll(calls, faces); err != nil {
			b.Fatal(err)
		}
	}
}

// The floor is one only if it draws what the packet holds.
func TestTheFloorDrawsTheFilesOfThePacket(t *testing.T) {
	c, o := sample(t), benchOptions()
	calls, err := recorded(c, o)
	if err != nil {
		t.Fatal(err)
	}
	p := build(t, c, o)
	if len(calls) != 2 || len(p.Files) != 3 {
		t.Fatalf("%d files are replayed, %d were made", len(calls), len(p.Files))
	}
	for i := range calls {
		drawn, err := replay(calls[i], assets.Faces())
		if err != nil {
			t.Fatal(err)
		}
		// How many papers a bookmark has below it is written in after fpdf is done.
		counts := regexp.MustCompile(`(\.00)? null\]\n/Count \d+ *>>`)
		want, got := counts.ReplaceAll(p.Files[i].Bytes, nil), counts.ReplaceAll(drawn, nil)
		if !bytes.Equal(want, got) {
			t.Errorf("%s: the replay has %d bytes, the file %d", p.Files[i].Name, len(got), len(want))
		}
	}
}

// replay makes a file by the calls that were recorded.
func replay(calls []call, faces []assets.Face) ([]byte, error) {
	f := fpdf.NewCustom(&fpdf.InitType{UnitStr: "pt", SizeStr: "Letter"})
	f.SetAutoPageBreak(false, 0)
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.SetProducer("", false)
	for i := range calls {
		calls[i].replay(f, faces)
	}
	var out bytes.Buffer
	err := f.Output(&out)
	return out.Bytes(), err
}

// call is one call of fpdf.
type call struct {
	kind       byte
	text       string
	n          int
	a, b, c, d float64
	corners    []fpdf.PointType
}

func (c *call) replay(f *fpdf.Fpdf, faces []assets.Face) {
	switch c.kind {
	case 'i':
		f.SetTitle(c.text, false)
		f.SetLang("en-US")
		f.SetCreationDate(time.Unix(int64(c.n), 0).UTC())
		f.SetModificationDate(time.Unix(int64(c.n), 0).UTC())
	case 'a':
		f.AddFontFromBytes(faces[c.n].Name, "", faces[c.n].Definition, faces[c.n].Program)
	case 'p':
		f.AddPage()
	case 'g':
		f.SetPage(c.n)
	case 'b':
		f.Bookmark(c.text, c.n, 0)
	case 'f':
		f.SetFont(c.text, "", c.a)
	case 't':
		f.Text(c.a, c.b, c.text)
	case 's':
		f.SetWordSpacing(c.a)
	case 'w':
		f.SetLineWidth(c.a)
	case 'y':
		f.Polygon(c.corners, "F")
	case 'l':
		f.Line(c.a, c.b, c.c, c.d)
	}
}

// recorded lists the calls that draw each of the PDF files of a packet.
func recorded(c petition.Case, o Options) ([][]call, error) {
	var files [][]call
	for _, b := range bind(forms.Compose(c, rules.Assess(c, o.AsOf), o.Office), o.Binding) {
		pages, err := pdf.Layout(b.papers, pdf.Standard())
		if err != nil {
			return nil, err
		}
		about := about(b, o)
		calls := []call{{kind: 'i', text: about.Title, n: int(about.Created.Unix())}}
		calls = append(calls, faceCalls(pages)...)
		for range pages {
			calls = append(calls, call{kind: 'p'})
		}
		calls = append(calls, bookmarkCalls(pages)...)
		for i := range pages {
			calls = append(append(calls, call{kind: 'g', n: i + 1}), pageCalls(&pages[i])...)
		}
		files = append(files, calls)
	}
	return files, nil
}

func faceCalls(pages []pdf.Page) []call {
	used := map[string]bool{}
	for _, p := range pages {
		for _, l := range p.Lines {
			for _, r := range l.Runs {
				used[r.Face] = true
			}
		}
	}
	var calls []call
	for i, face := range assets.Faces() {
		if used[face.Name] {
			calls = append(calls, call{kind: 'a', n: i})
		}
	}
	return calls
}

func bookmarkCalls(pages []pdf.Page) []call {
	var calls []call
	mark := func(page int, text string, level int) {
		calls = append(calls, call{kind: 'g', n: page + 1}, call{kind: 'b', text: text, n: level})
	}
	for _, set := range []struct {
		group doc.Group
		name  string
	}{{doc.NotForFiling, "Not for filing"}, {doc.Filed, "To file"}, {doc.Confidential, ""}} {
		first := slices.IndexFunc(pages, func(p pdf.Page) bool { return p.Group == set.group })
		if first < 0 {
			continue
		}
		level := 0
		if set.name != "" {
			mark(first, set.name, 0)
			level = 1
		}
		for i, p := range pages {
			if p.Group == set.group && p.Number == 1 {
				mark(i, inUTF16(p.Title), level)
			}
		}
	}
	return calls
}

// inUTF16 is a title as a file has it, unless it is plain ASCII.
func inUTF16(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) {
		return s
	}
	out := "\xfe\xff"
	for _, unit := range utf16.Encode([]rune(s)) {
		out += string([]byte{byte(unit >> 8), byte(unit)})
	}
	return out
}

func pageCalls(p *pdf.Page) []call {
	var calls []call
	var face string
	var size, stretch, width float64
	for _, l := range p.Lines {
		if l.Stretch != stretch {
			stretch = l.Stretch
			calls = append(calls, call{kind: 's', a: stretch})
		}
		for _, r := range l.Runs {
			if r.Face != face || r.Size != size {
				face, size = r.Face, r.Size
				calls = append(calls, call{kind: 'f', text: face, a: size})
			}
			calls = append(calls, call{kind: 't', text: r.Text, a: r.X, b: l.Y})
		}
	}
	for _, s := range p.Strokes {
		if s.Width != width {
			width = s.Width
			calls = append(calls, call{kind: 'w', a: width})
		}
		calls = append(calls, call{kind: 'l', a: s.X1, b: s.Y1, c: s.X2, d: s.Y2})
	}
	for _, fill := range p.Fills {
		corners := make([]fpdf.PointType, len(fill))
		for i, c := range fill {
			corners[i] = fpdf.PointType{X: c.X, Y: c.Y}
		}
		calls = append(calls, call{kind: 'y', corners: corners})
	}
	return calls
}
