package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"testing"

	"pgregory.net/rapid"

	"expunge/forms/doc/doctest"
)

func TestWhateverPaperIsWrittenOrRefused(t *testing.T) { rapid.Check(t, writtenOrRefused) }

// FuzzRender writes whatever papers.
func FuzzRender(f *testing.F) {
	for _, seed := range doctest.Seeds() {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(writtenOrRefused))
}

// writtenOrRefused renders a paper. It is refused for a character that Word cannot hold
// and for nothing else; every part of what is written is XML from end to end.
func writtenOrRefused(t *rapid.T) {
	file, err := Render(doctest.Paper().Draw(t, "paper"))
	if err != nil {
		var character CharacterError
		if !errors.As(err, &character) || file != nil {
			t.Fatalf("%v, and %d bytes", err, len(file))
		}
		return
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range z.File {
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(r); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
		}
		if err := r.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
