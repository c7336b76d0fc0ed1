package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"slices"
	"strings"
	"testing"

	reader "github.com/ledongthuc/pdf"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"expunge/forms/doc"
)

// drawing is a picture with a see-through left half.
func drawing(width, height int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			c := color.NRGBA{R: 30, G: 60, B: uint8(y % 256), A: 255}
			if x < width/2 {
				c.A = 0
			}
			m.Set(x, y, c)
		}
	}
	return m
}

func pngFile(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegFile(t *testing.T, m image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, m, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func fitted(t *testing.T, file []byte) []byte {
	t.Helper()
	b, err := FitLogo(file)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func crestedOptions(t *testing.T) Options {
	t.Helper()
	o := sampleOptions()
	o.Logo = fitted(t, pngFile(t, drawing(900, 300)))
	return o
}

func renderWith(t *testing.T, docs []doc.Document, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, docs, o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func strictlyValid(t *testing.T, file []byte) {
	t.Helper()
	api.DisableConfigDir()
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(file), c); err != nil {
		t.Error(err)
	}
}

func TestALogoIsMadeToFit(t *testing.T) {
	gray := image.NewGray16(image.Rect(0, 0, 40, 40))
	palette := image.NewPaletted(image.Rect(3, 3, 10, 10), color.Palette{color.Black, color.Transparent})
	for name, c := range map[string]struct {
		file          []byte
		width, height int
	}{
		"wide":        {pngFile(t, drawing(1800, 300)), 360, 60},
		"tall":        {pngFile(t, drawing(90, 900)), 18, 180},
		"small":       {pngFile(t, drawing(64, 32)), 64, 32},
		"a hair":      {pngFile(t, drawing(3000, 1)), 360, 1},
		"deep gray":   {pngFile(t, gray), 40, 40},
		"palette":     {pngFile(t, palette), 7, 7},
		"JPEG":        {jpegFile(t, drawing(720, 360)), 360, 180},
		"gray JPEG":   {jpegFile(t, image.NewGray(image.Rect(0, 0, 30, 20))), 30, 20},
		"the largest": {pngFile(t, image.NewPaletted(image.Rect(0, 0, LogoMostPixels, LogoMostPixels), color.Palette{color.White})), 180, 180},
	} {
		small := fitted(t, c.file)
		l, err := readLogo(small)
		if err != nil || l.width != c.width || l.height != c.height {
			t.Errorf("%s: %d by %d, want %d by %d: %v", name, l.width, l.height, c.width, c.height, err)
		}
		if w, h := l.room(); w > logoWide+slack || h > logoTall+slack || w < logoWide-slack && h < logoTall-slack {
			t.Errorf("%s: %.1f by %.1f points", name, w, h)
		}
		if !bytes.Equal(small, fitted(t, c.file)) {
			t.Errorf("%s: the same file gives other bytes", name)
		}
	}
}

func TestATransparentLogoStandsOnWhite(t *testing.T) {
	m, err := png.Decode(bytes.NewReader(fitted(t, pngFile(t, drawing(900, 300)))))
	if err != nil {
		t.Fatal(err)
	}
	if r, g, b, a := m.At(0, 0).RGBA(); r != 0xffff || g != 0xffff || b != 0xffff || a != 0xffff {
		t.Errorf("the see-through half is %x %x %x %x", r, g, b, a)
	}
	if r, _, _, _ := m.At(m.Bounds().Dx()-1, 0).RGBA(); r>>8 != 30 {
		t.Errorf("the ink is %x", r)
	}
}

func TestWhatACameraWritesDownIsLeftOut(t *testing.T) {
	plain := jpegFile(t, drawing(60, 30))
	told := append([]byte("\xff\xd8\xff\xe1\x00\x16Exif\x00\x00WHERE-IT-STOOD"), plain[2:]...)
	if got := fitted(t, told); bytes.Contains(got, []byte("WHERE")) {
		t.Error("it stands in the picture")
	}
}

// scanned is a JPEG file that goes over its picture n times.
func scanned(t *testing.T, n int) []byte {
	t.Helper()
	file := jpegFile(t, drawing(60, 30))
	at := bytes.Index(file, []byte("\xff\xda"))
	scan, end := file[at:len(file)-2], file[len(file)-2:]
	return slices.Concat(file[:at], bytes.Repeat(scan, n), end)
}

func TestAPictureOfManyScansIsRefusedBeforeItIsRead(t *testing.T) {
	if got, want := fitted(t, scanned(t, LogoMostScans)), fitted(t, scanned(t, 1)); !bytes.Equal(got, want) {
		t.Error("a hundred scans make another picture than one")
	}
	many := scanned(t, LogoMostScans+1)
	for name, file := range map[string][]byte{"whole": many, "cut off, which only reading it tells": many[:len(many)-40]} {
		if _, err := FitLogo(file); !errors.Is(err, ErrLogoScans) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWhatIsNoLogo(t *testing.T) {
	whole := pngFile(t, drawing(300, 200))
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"empty":          {nil, ErrLogoFormat},
		"GIF":            {[]byte("GIF89a and so on"), ErrLogoFormat},
		"SVG":            {[]byte("<svg/>"), ErrLogoFormat},
		"PNG cut off":    {whole[:len(whole)/2], ErrLogoBroken},
		"PNG head alone": {[]byte(pngMagic), ErrLogoBroken},
		"JPEG cut off":   {jpegFile(t, drawing(300, 200))[:60], ErrLogoBroken},
		"many bytes":     {make([]byte, LogoMostBytes+1), ErrLogoBytes},
		"too wide":       {pngFile(t, image.NewGray(image.Rect(0, 0, LogoMostPixels+1, 1))), ErrLogoPixels},
		"too tall":       {pngFile(t, image.NewGray(image.Rect(0, 0, 1, LogoMostPixels+1))), ErrLogoPixels},
	} {
		if _, err := FitLogo(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
	for name, b := range map[string][]byte{"other bytes": []byte("logo"), "a PNG that was not fitted": whole} {
		o := sampleOptions()
		o.Logo = b
		if err := Render(&bytes.Buffer{}, samplePapers(), o); !errors.Is(err, ErrLogoBroken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOnlyTheFirstPageOfASheetHasTheLogo(t *testing.T) {
	docs := append(samplePapers(), confidentialPapers()...)
	for name, file := range map[string][]byte{"PNG": pngFile(t, drawing(900, 300)), "JPEG": jpegFile(t, drawing(900, 300))} {
		o := sampleOptions()
		o.Logo = fitted(t, file)
		data := renderWith(t, docs, o)
		strictlyValid(t, data)
		if !bytes.Equal(data, renderWith(t, docs, o)) {
			t.Errorf("%s: the same papers give other bytes", name)
		}
		if n := bytes.Count(data, []byte("/Subtype /Image")); n != 1 {
			t.Errorf("%s: the file holds the picture %d times", name, n)
		}
		r, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		pages, err := Layout(docs, Standard())
		if err != nil || len(pages) != r.NumPage() {
			t.Fatalf("%d pages, want %d: %v", r.NumPage(), len(pages), err)
		}
		for i, p := range pages {
			known := r.Page(i + 1).V.Key("Resources").Key("XObject").Keys()
			if want := p.Group == doc.NotForFiling && p.Number == 1; (len(known) == 1) != want {
				t.Errorf("%s: page %d of the %s knows the pictures %v", name, p.Number, p.Document, known)
			}
		}
	}
	o := crestedOptions(t)
	if !bytes.Equal(renderWith(t, []doc.Document{petitionPaper()}, o), render(t, []doc.Document{petitionPaper()})) {
		t.Error("a filed paper alone is drawn otherwise when there is a logo")
	}
}

func TestTheLogoHasRoomOfItsOwn(t *testing.T) {
	long := coverSheet()
	long.Blocks[0] = doc.Heading{Level: 1, Text: words(strings.Repeat("A title that goes on and on ", 4))}
	bare := coverSheet()
	bare.Blocks = bare.Blocks[1:]
	for name, d := range map[string]doc.Document{"usual": coverSheet(), "long title": long, "no title": bare, "nothing": {Name: "nothing"}} {
		for _, theme := range []Theme{Standard(), LargePrint()} {
			theme.LogoWidth, theme.LogoHeight = logoWide, logoTall
			pages, err := Layout([]doc.Document{d}, theme)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(inspect(pages, []doc.Document{d}, &theme)); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			at := pages[0].Logo
			if at.X < theme.Left || at.Y < theme.Top-slack || at.X+at.Width > theme.Width-theme.Right+slack {
				t.Errorf("%s: the logo leaves the margins: %+v", name, at)
			}
			for i := range pages[0].Lines {
				l := &pages[0].Lines[i]
				if l.X+l.Width > at.X && l.Y > at.Y && l.Y-l.Runs[0].Size*0.7 < at.Y+at.Height {
					t.Errorf("%s: a line at %.0f, %.0f runs into the logo", name, l.X, l.Y)
				}
			}
		}
	}
}

func TestCopies(t *testing.T) {
	one := []doc.Document{{Name: "one", Blocks: []doc.Block{doc.Para{Spans: words("one page")}}}}
	two := append(slices.Clone(one), one...)
	for name, c := range map[string]struct {
		docs        []doc.Document
		copies      int
		pages, each int
	}{
		"once":            {samplePapers(), 1, 0, 0},
		"one page":        {one, 3, 3, 1},
		"two papers":      {two, 5, 20, 4},
		"the most of all": {one, 500, 500, 1},
	} {
		o := sampleOptions()
		o.Copies = c.copies
		data := renderWith(t, c.docs, o)
		if c.pages == 0 {
			if !bytes.Equal(data, render(t, c.docs)) {
				t.Errorf("%s: one copy is not the file itself", name)
			}
			continue
		}
		strictlyValid(t, data)
		r, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil || r.NumPage() != c.pages {
			t.Fatalf("%s: %d pages, want %d: %v", name, r.NumPage(), c.pages, err)
		}
		for i := range c.each {
			first, err1 := r.Page(i + 1).GetPlainText(nil)
			last, err2 := r.Page(c.pages - c.each + i + 1).GetPlainText(nil)
			if err := errors.Join(err1, err2); err != nil || first != last {
				t.Errorf("%s: page %d of the last copy differs: %v", name, i+1, err)
			}
		}
		if limit := len(render(t, c.docs)) + c.pages*200; len(data) > limit {
			t.Errorf("%s: %d bytes, more than %d: copies do not share", name, len(data), limit)
		}
	}
}

func TestEveryPaperOfSeveralCopiesBeginsOnAFront(t *testing.T) {
	numbers := func(of ...int) []Page {
		var out []Page
		for _, n := range of {
			out = append(out, Page{Number: n, Group: doc.Filed})
		}
		return out
	}
	for _, c := range []struct{ given, want []Page }{
		{numbers(1), numbers(1)},
		{numbers(1, 2), numbers(1, 2)},
		{numbers(1, 2, 3, 1), numbers(1, 2, 3, 0, 1, 0)},
		{numbers(1, 1, 2), numbers(1, 0, 1, 2)},
	} {
		if got := fronted(c.given); fmt.Sprint(got) != fmt.Sprint(c.want) {
			t.Errorf("%v", got)
		}
	}
}

func TestCopiesWithALogo(t *testing.T) {
	o := crestedOptions(t)
	o.Copies = 3
	data := renderWith(t, samplePapers(), o)
	strictlyValid(t, data)
	if n := bytes.Count(data, []byte("/Subtype /Image")); n != 1 {
		t.Errorf("the file holds the picture %d times", n)
	}
}

func TestOnlyAFileOfOursIsTakenApart(t *testing.T) {
	whole := render(t, samplePapers())
	parts, ok := takeApart(whole)
	if !ok || !bytes.Equal(parts.file(), whole) {
		t.Error("a file taken apart and put together is another")
	}
	for _, b := range [][]byte{nil, []byte("no PDF"), whole[:len(whole)-40], append([]byte("x"), whole...)} {
		if _, ok := takeApart(b); ok && !bytes.Equal(b, whole) {
			t.Errorf("%d bytes were taken apart", len(b))
		}
	}
}
