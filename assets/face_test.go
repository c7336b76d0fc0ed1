package assets

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/go-pdf/fpdf"
)

const hard = "Nguyễn Thị Ánh Kęstutis Súilleabháin Nuñez § – — “ ” ’ •"

func TestFaces(t *testing.T) {
	var names []string
	for _, f := range Faces() {
		names = append(names, f.Name)
		for code, width := range f.Widths {
			if code >= 0x20 && (width <= 0 || width > 2000) {
				t.Errorf("%s: width of code %#x is %d", f.Name, code, width)
			}
		}
		glyphs := f.Glyphs()
		for _, r := range hard + "€…¶‘\u00a0\u2011☐ǅỰ\u0301" {
			if _, ok := glyphs[r]; !ok {
				t.Errorf("%s: no glyph for %q (%U)", f.Name, r, r)
			}
		}
		if _, ok := glyphs['漢']; ok {
			t.Errorf("%s: claims a glyph for 漢", f.Name)
		}
		if _, ok := glyphs['\n']; ok {
			t.Errorf("%s: claims a glyph for a line feed", f.Name)
		}
		if width := glyphs['\u0301']; width != 0 {
			t.Errorf("%s: a combining acute is %d wide", f.Name, width)
		}
	}
	if want := []string{"serif", "serif-bold", "serif-italic", "sans", "sans-bold"}; !slices.Equal(names, want) {
		t.Errorf("faces %q, want %q", names, want)
	}
	if (Face{}).Glyphs() != nil {
		t.Error("the zero Face has glyphs")
	}
}

// The two forms of a face must set the same text alike, or a line would change
// its length with one foreign letter.
func TestFormsAgree(t *testing.T) {
	for _, f := range Faces() {
		met := 0
		for r, width := range f.Glyphs() {
			code, ok := WinAnsi(r)
			if !ok {
				continue
			}
			met++
			if f.Widths[code] != width {
				t.Errorf("%s: %q is %d wide by code, %d by rune", f.Name, r, f.Widths[code], width)
			}
		}
		if met != 218 {
			t.Errorf("%s: %d of the 218 runes of cp1252", f.Name, met)
		}
	}
}

// fpdf must load both forms and measure text as the tables say.
func TestFpdfLoads(t *testing.T) {
	const narrow = "State of Mississippi, Plaintiff"
	for _, f := range Faces() {
		pdf := fpdf.New("P", "pt", "Letter", "")
		pdf.AddFontFromBytes("narrow", "", f.Definition, f.Program)
		pdf.AddUTF8FontFromBytes("wide", "", f.Unicode)
		pdf.AddPage()

		pdf.SetFont("narrow", "", 10)
		sum := 0
		for _, r := range narrow {
			code, _ := WinAnsi(r)
			sum += f.Widths[code]
		}
		measure(t, f.Name+" narrow", pdf.GetStringWidth(narrow), sum)
		pdf.Text(72, 72, narrow)

		pdf.SetFont("wide", "", 10)
		sum = 0
		for _, r := range hard {
			sum += f.Glyphs()[r]
		}
		measure(t, f.Name+" wide", pdf.GetStringWidth(hard), sum)
		pdf.Text(72, 90, hard)

		var out bytes.Buffer
		if err := pdf.Output(&out); err != nil {
			t.Errorf("%s: %v", f.Name, err)
		}
		if n := bytes.Count(out.Bytes(), []byte("/FontFile2")); n != 2 {
			t.Errorf("%s: %d embedded fonts, want 2", f.Name, n)
		}
	}
}

func measure(t *testing.T, what string, got float64, thousandths int) {
	t.Helper()
	if want := float64(thousandths) / 100; got < want-0.001 || got > want+0.001 {
		t.Errorf("%s: fpdf measures %.3f pt, the tables %.3f pt", what, got, want)
	}
}

// fonts/README.md names each file of its directory with its digest.
func TestDigests(t *testing.T) {
	text, err := os.ReadFile("fonts/README.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Fields(line); len(fields) == 2 && len(fields[0]) == 64 {
			listed[fields[1]] = fields[0]
		}
	}
	entries, err := os.ReadDir("fonts")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if name == "README.md" {
			continue
		}
		data, err := os.ReadFile("fonts/" + name)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(data)
		if got := hex.EncodeToString(sum[:]); listed[name] != got {
			t.Errorf("%s: digest %s, README says %q", name, got, listed[name])
		}
		delete(listed, name)
	}
	for name := range listed {
		t.Errorf("README lists %s, which is not there", name)
	}
}

// The reserved font name must not be the name of a modified font.
func TestReservedName(t *testing.T) {
	utf16 := func(s string) []byte { return []byte("\x00" + strings.Join(strings.Split(s, ""), "\x00")) }
	for _, f := range Faces() {
		if bytes.Contains(f.Unicode, utf16("Liberation")) || bytes.Contains(f.Definition, []byte("Liberation")) {
			t.Errorf("%s carries the reserved name", f.Name)
		}
		for _, kept := range []string{"Google Corporation", "Red Hat, Inc.", "SIL Open Font License", "Expunge S"} {
			if !bytes.Contains(f.Unicode, utf16(kept)) {
				t.Errorf("%s: the name table lacks %q", f.Name, kept)
			}
		}
	}
}

func TestWinAnsi(t *testing.T) {
	for r, want := range map[rune]byte{
		' ': 0x20, '~': 0x7E, '\u00a0': 0xA0, '§': 0xA7, '¶': 0xB6, 'ñ': 0xF1, 'ÿ': 0xFF,
		'€': 0x80, '‚': 0x82, '…': 0x85, 'Œ': 0x8C, 'Ž': 0x8E, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94,
		'•': 0x95, '–': 0x96, '—': 0x97, '™': 0x99, 'œ': 0x9C, 'ž': 0x9E, 'Ÿ': 0x9F,
	} {
		if got, ok := WinAnsi(r); got != want || !ok {
			t.Errorf("WinAnsi(%q) = %#x, %v; want %#x", r, got, ok, want)
		}
	}
	for _, r := range []rune{-1, 0, '\n', 0x1F, 0x7F, 0x80, 0x9F, 'ễ', 'ę', '\u2011', '☐', '\ufffd', '漢'} {
		if got, ok := WinAnsi(r); ok {
			t.Errorf("WinAnsi(%U) = %#x, want none", r, got)
		}
	}
	codes := map[byte]rune{}
	for r := rune(-1); r < 0x110000; r++ {
		code, ok := WinAnsi(r)
		if !ok {
			continue
		}
		if first, twice := codes[code]; twice {
			t.Errorf("code %#x is both %q and %q", code, first, r)
		}
		codes[code] = r
	}
	if len(codes) != 218 {
		t.Errorf("%d codes, want 218", len(codes))
	}
	for _, undefined := range []byte{0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D} {
		if r, ok := codes[undefined]; ok {
			t.Errorf("code %#x is %q, want none", undefined, r)
		}
	}
}

func BenchmarkFaceParse(b *testing.B) {
	for b.Loop() {
		if _, err := face("serif"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkGlyphsParse(b *testing.B) {
	for b.Loop() {
		glyphWidths("fonts/serif.widths.csv")
	}
}
