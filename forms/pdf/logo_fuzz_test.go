package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"

	"expunge/forms/pdf"
)

// FuzzFitLogo gives whatever bytes as the picture of a clinic. What is taken is a picture
// that can be decoded, small enough to print, and taken again as it is.
func FuzzFitLogo(f *testing.F) {
	for _, m := range []image.Image{image.NewGray(image.Rect(0, 0, 3, 2)), image.NewNRGBA(image.Rect(0, 0, 40, 1)), image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.White, color.Transparent})} {
		var a, b bytes.Buffer
		if png.Encode(&a, m) == nil {
			f.Add(a.Bytes())
		}
		if jpeg.Encode(&b, m, nil) == nil {
			f.Add(b.Bytes())
			f.Add(b.Bytes()[:b.Len()/2])
		}
	}
	f.Add([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff\xff\xff\xff\xff\xff\xff\x08\x06\x00\x00\x00"))
	f.Add([]byte("<svg/>"))
	f.Fuzz(func(t *testing.T, file []byte) {
		fitted, err := pdf.FitLogo(file)
		if err != nil {
			return
		}
		size, _, err := image.DecodeConfig(bytes.NewReader(fitted))
		if err != nil || size.Width < 1 || size.Height < 1 {
			t.Fatalf("taken, and then %d x %d, %v", size.Width, size.Height, err)
		}
		again, err := pdf.FitLogo(fitted)
		if err != nil {
			t.Fatal(err)
		}
		if next, _, err := image.DecodeConfig(bytes.NewReader(again)); err != nil || next.Width != size.Width || next.Height != size.Height {
			t.Errorf("%v becomes %v when it is fitted again, %v", size, next, err)
		}
	})
}
