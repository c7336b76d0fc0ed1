package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	paint "image/draw"
	"image/jpeg"
	"image/png"

	"expunge/forms/doc"
)

// What a logo may be at most before it is made to fit: its file, each of its sides, and
// how often a JPEG file goes over the picture. Programs write ten scans at most, and a
// file of 2 MB has room for 60,000, each of which costs as much as a whole picture.
const (
	LogoMostBytes  = 2 << 20
	LogoMostPixels = 4000
	LogoMostScans  = 100
)

// A logo takes at most 1.2 by 0.6 inches of a page, at 300 pixels to the inch.
const (
	logoWide, logoTall             = 86.4, 43.2
	logoPixelsWide, logoPixelsTall = 360, 180
	logoQuality                    = 90
)

// Why a file cannot be a logo.
var (
	ErrLogoFormat = errors.New("it is not a PNG or JPEG picture")
	ErrLogoBroken = errors.New("the picture is damaged, or cut off")
	ErrLogoBytes  = errors.New("the file is larger than 2 MB")
	ErrLogoPixels = fmt.Errorf("the picture is larger than %d by %d pixels", LogoMostPixels, LogoMostPixels)
	ErrLogoScans  = fmt.Errorf("the picture is drawn in more than %d steps", LogoMostScans)
)

// FitLogo turns a PNG or JPEG file, told by its content, into the small picture that
// papers carry: on white where it was transparent, without anything the file says beside
// its picture (a camera writes down where it stood), and never wider or taller than
// paper can show. The same file gives the same bytes. The errors are ErrLogoFormat,
// ErrLogoBroken, ErrLogoBytes, ErrLogoPixels and ErrLogoScans.
func FitLogo(file []byte) ([]byte, error) {
	if len(file) > LogoMostBytes {
		return nil, ErrLogoBytes
	}
	kind, ok := pictureKind(file)
	switch {
	case !ok:
		return nil, ErrLogoFormat
	case kind.magic == jpegMagic && scans(file) > LogoMostScans:
		return nil, ErrLogoScans
	}
	size, err := kind.config(bytes.NewReader(file))
	switch {
	case err != nil || size.Width < 1 || size.Height < 1:
		return nil, ErrLogoBroken
	case size.Width > LogoMostPixels || size.Height > LogoMostPixels:
		return nil, ErrLogoPixels
	}
	whole, err := kind.decode(bytes.NewReader(file))
	if err != nil {
		return nil, ErrLogoBroken
	}
	var out bytes.Buffer
	if err := kind.encode(&out, shrunk(onWhite(whole))); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// pictureFormat is how one kind of file is read and written.
type pictureFormat struct {
	magic  string
	config func(*bytes.Reader) (image.Config, error)
	decode func(*bytes.Reader) (image.Image, error)
	encode func(*bytes.Buffer, image.Image) error
}

const pngMagic, jpegMagic = "\x89PNG\r\n\x1a\n", "\xff\xd8\xff"

// pictureKind tells the format of a file from its first bytes.
func pictureKind(file []byte) (pictureFormat, bool) {
	for _, kind := range []pictureFormat{
		{
			pngMagic,
			func(r *bytes.Reader) (image.Config, error) { return png.DecodeConfig(r) },
			func(r *bytes.Reader) (image.Image, error) { return png.Decode(r) },
			func(w *bytes.Buffer, m image.Image) error { return png.Encode(w, m) },
		},
		{
			jpegMagic,
			func(r *bytes.Reader) (image.Config, error) { return jpeg.DecodeConfig(r) },
			func(r *bytes.Reader) (image.Image, error) { return jpeg.Decode(r) },
			func(w *bytes.Buffer, m image.Image) error {
				return jpeg.Encode(w, m, &jpeg.Options{Quality: logoQuality})
			},
		},
	} {
		if bytes.HasPrefix(file, []byte(kind.magic)) {
			return kind, true
		}
	}
	return pictureFormat{}, false
}

// scans is how often a JPEG file goes over its picture, at most: the mark that begins a
// scan may also stand by chance among what the file says beside the picture.
func scans(file []byte) int { return bytes.Count(file, []byte("\xff\xda")) }

// onWhite is the picture on white paper.
func onWhite(m image.Image) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, m.Bounds().Dx(), m.Bounds().Dy()))
	paint.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, paint.Src)
	paint.Draw(out, out.Bounds(), m, m.Bounds().Min, paint.Over)
	return out
}

// shrunk is the picture with no more pixels than its place on paper can show: each is the
// mean of those it stands for.
func shrunk(m *image.RGBA) *image.RGBA {
	width, height := m.Rect.Dx(), m.Rect.Dy()
	by := min(1, float64(logoPixelsWide)/float64(width), float64(logoPixelsTall)/float64(height))
	if by == 1 {
		return m
	}
	out := image.NewRGBA(image.Rect(0, 0, max(1, int(float64(width)*by)), max(1, int(float64(height)*by))))
	for y := range out.Rect.Dy() {
		top, bottom := span(y, out.Rect.Dy(), height)
		for x := range out.Rect.Dx() {
			left, right := span(x, out.Rect.Dx(), width)
			out.SetRGBA(x, y, mean(m, image.Rect(left, top, right, bottom)))
		}
	}
	return out
}

// span is the part of many pixels that pixel i of few stands for. It is never empty.
func span(i, few, many int) (from, to int) {
	from = i * many / few
	return from, max(from+1, (i+1)*many/few)
}

func mean(m *image.RGBA, part image.Rectangle) color.RGBA {
	var sum [3]int
	for y := part.Min.Y; y < part.Max.Y; y++ {
		line := m.Pix[m.PixOffset(part.Min.X, y) : m.PixOffset(part.Max.X-1, y)+4]
		for i := 0; i < len(line); i += 4 {
			for c := range sum {
				sum[c] += int(line[i+c])
			}
		}
	}
	n := part.Dx() * part.Dy()
	of := func(c int) uint8 { return uint8((sum[c] + n/2) / n) } //nolint:gosec // the mean of bytes is a byte
	return color.RGBA{of(0), of(1), of(2), 0xff}
}

// logo is a picture as it stands in a PDF file.
type logo struct {
	width, height int // in pixels
	coding        string
	stream        []byte
}

// readLogo takes apart what [FitLogo] made. No bytes are no logo.
func readLogo(b []byte) (logo, error) {
	switch {
	case len(b) == 0:
		return logo{}, nil
	case bytes.HasPrefix(b, []byte(pngMagic)):
		return readPNG(b[len(pngMagic):])
	}
	size, err := jpeg.DecodeConfig(bytes.NewReader(b))
	if err != nil || size.ColorModel != color.YCbCrModel {
		return logo{}, ErrLogoBroken
	}
	return logo{size.Width, size.Height, "/Filter /DCTDecode", b}, nil
}

// readPNG finds the compressed lines in a PNG file of plain colors: PDF has the same.
func readPNG(chunks []byte) (logo, error) {
	var l logo
	for len(chunks) >= 12 {
		n := int(binary.BigEndian.Uint32(chunks))
		if n < 0 || n > len(chunks)-12 {
			return logo{}, ErrLogoBroken
		}
		name, data := string(chunks[4:8]), chunks[8:8+n]
		switch name {
		case "IHDR":
			plain := []byte{8, 2, 0, 0, 0} // eight bits, three colors, the usual filters, line after line
			if n != 13 || !bytes.Equal(data[8:], plain) {
				return logo{}, ErrLogoBroken
			}
			l.width, l.height = int(binary.BigEndian.Uint32(data)), int(binary.BigEndian.Uint32(data[4:]))
		case "IDAT":
			l.stream = append(l.stream, data...)
		}
		chunks = chunks[12+n:]
	}
	if l.width < 1 || l.height < 1 || len(l.stream) == 0 {
		return logo{}, ErrLogoBroken
	}
	l.coding = fmt.Sprintf("/Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors 3 /BitsPerComponent 8 /Columns %d>>", l.width)
	return l, nil
}

// object is the picture as an object of a PDF file.
func (l logo) object() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "<</Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 %s /Length %d>>\nstream\n", l.width, l.height, l.coding, len(l.stream))
	b.Write(l.stream)
	b.WriteString("\nendstream")
	return b.Bytes()
}

// room is the size of the picture on a page. The zero logo takes none.
func (l logo) room() (width, height float64) {
	if l.width == 0 || l.height == 0 {
		return 0, 0
	}
	by := min(logoWide/float64(l.width), logoTall/float64(l.height))
	return float64(l.width) * by, float64(l.height) * by
}

// Frame is a place on a page, from its upper left corner. The zero Frame is none.
type Frame struct{ X, Y, Width, Height float64 }

// crested reports whether a paper has the logo at its head: the sheets alone, never a
// paper that is filed or confidential, and no letter of the person's own.
func (t *Theme) crested(d *doc.Document) bool {
	return t.LogoHeight > 0 && d.Group == doc.NotForFiling && !d.Letter
}

// crest sets the title of a sheet, when it begins with one, at the left of the logo, and
// returns the blocks that follow.
func (c *composer) crest(blocks []doc.Block) []doc.Block {
	t := c.theme
	if len(blocks) > 0 {
		if title, ok := blocks[0].(doc.Heading); ok {
			c.width -= t.LogoWidth + t.CellGap
			c.heading(title)
			c.width += t.LogoWidth + t.CellGap
			blocks = blocks[1:]
		}
	}
	title := c.set.stack(c.rows)
	band := row{height: max(title.height, t.LogoHeight), heading: true, keep: hard}
	band.lines, band.strokes = title.place(nil, nil, (band.height-title.height)/2)
	c.rows = append(c.rows[:0], band)
	return blocks
}

// crestAt is where the logo stands on the first page.
func (t *Theme) crestAt(e *edges) Frame {
	return Frame{t.Width - t.Right - t.LogoWidth, e.top(1), t.LogoWidth, t.LogoHeight}
}
