package pdf

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	reader "github.com/ledongthuc/pdf"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"expunge/forms/doc"
)

// Every paper of a volume begins on an odd page, the backs left over are empty, and each
// section has one bookmark.
func TestAVolumeIsPrintedOnBothSides(t *testing.T) {
	sections := []Section{{"Case A-1", samplePapers()}, {"Case B-2", samplePapers()}}
	var b bytes.Buffer
	if err := RenderVolume(&b, sections, sampleOptions()); err != nil {
		t.Fatal(err)
	}
	if err := api.Validate(bytes.NewReader(b.Bytes()), strict()); err != nil {
		t.Error(err)
	}
	file, err := reader.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	first, empty := 0, 0
	for n := 1; n <= file.NumPage(); n++ {
		text, err := file.Page(n).GetPlainText(nil)
		if err != nil {
			t.Fatal(err)
		}
		words := strings.NewReplacer("\u00a0", " ", "\n", "").Replace(text)
		switch {
		case strings.TrimSpace(words) == "":
			if empty++; n%2 == 1 {
				t.Errorf("page %d, a front, is empty", n)
			}
		case strings.Contains(words, "Page 1 of "):
			if first++; n%2 == 0 {
				t.Errorf("a paper begins on page %d", n)
			}
		}
	}
	if first != 2*len(samplePapers()) || empty == 0 || file.NumPage()%2 == 1 {
		t.Errorf("%d papers, %d empty backs, %d pages", first, empty, file.NumPage())
	}
	var marks []string
	for _, mark := range file.Outline().Child {
		marks = append(marks, mark.Title)
	}
	if strings.Join(marks, ", ") != "Case A-1, Case B-2" {
		t.Errorf("bookmarks %q", marks)
	}
}

func strict() *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationStrict
	return c
}

func TestAVolumeWithoutPapersIsAnError(t *testing.T) {
	for _, sections := range [][]Section{nil, {{"Case A-1", nil}}} {
		if err := RenderVolume(new(bytes.Buffer), sections, sampleOptions()); !errors.Is(err, ErrNoPapers) {
			t.Errorf("%v", err)
		}
	}
	bad := []Section{{"Case A-1", []doc.Document{{Name: "x", Blocks: []doc.Block{doc.Para{Spans: words("\u4e2d")}}}}}}
	var glyph GlyphError
	if err := RenderVolume(new(bytes.Buffer), bad, sampleOptions()); !errors.As(err, &glyph) {
		t.Errorf("%v", err)
	}
}
