package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
)

// Whatever a press made before, and with whatever options, it makes what Render makes.
func TestWhatAPressMadeBeforeDoesNotShow(t *testing.T) {
	crested, large, copies, later := crestedOptions(t), sampleOptions(), sampleOptions(), sampleOptions()
	large.LargePrint, copies.Copies, later.Created = true, 3, time.Date(2031, time.May, 1, 0, 0, 0, 0, time.UTC)
	later.Title = "Another"
	papers := [][]doc.Document{samplePapers(), {orderPaper()}, nastyPapers(), confidentialPapers(), {coverSheet()}, {worksheetSheet()}}
	var press Press
	for round := range 2 {
		for i, docs := range papers {
			for j, o := range []Options{sampleOptions(), crested, large, copies, later} {
				got, err := press.Render(docs, o)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(got, renderWith(t, docs, o)) {
					t.Errorf("round %d, papers %d, options %d: another file", round, i, j)
				}
			}
		}
	}
}

// A frame is told from another by all that stands in it.
func TestAFrameIsUsedOnlyForWhatHasTheSame(t *testing.T) {
	var press Press
	seen := map[string]bool{}
	for _, change := range []func(*doc.Document, *Options){
		func(*doc.Document, *Options) {},
		func(d *doc.Document, _ *Options) { d.Title = "Another title" },
		func(d *doc.Document, _ *Options) { d.Group = doc.Confidential },
		func(d *doc.Document, _ *Options) {
			d.Blocks = append(d.Blocks, doc.PageBreak{}, doc.Para{Spans: words("more")})
		},
		func(_ *doc.Document, o *Options) { o.Subject = "A subject" },
		func(_ *doc.Document, o *Options) { o.Author = "An author" },
		func(_ *doc.Document, o *Options) { o.Language = "es" },
		func(_ *doc.Document, o *Options) { o.Created = o.Created.AddDate(0, 0, 1) },
	} {
		d, o := orderPaper(), sampleOptions()
		d.Blocks = slices.Clone(d.Blocks)
		change(&d, &o)
		got, err := press.Render([]doc.Document{d}, o)
		if err != nil {
			t.Fatal(err)
		}
		if seen[string(got)] || !bytes.Equal(got, renderWith(t, []doc.Document{d}, o)) {
			t.Errorf("after %d files, the frame of another", len(seen))
		}
		seen[string(got)] = true
	}
	if len(press.frames) != len(seen) {
		t.Errorf("%d frames for %d kinds of files", len(press.frames), len(seen))
	}
}

// However many papers a press has set, it keeps no more than it says.
func TestAPressForgets(t *testing.T) {
	var press Press
	for n := range 3 * mostTexts / 500 {
		var blocks []doc.Block
		for i := range 500 {
			blocks = append(blocks, doc.Para{Spans: words(fmt.Sprintf("what only paper %d says in its line %d", n, i))})
		}
		d := doc.Document{Name: "sheet", Title: fmt.Sprintf("Sheet %d", n), Blocks: blocks}
		if _, err := press.Render([]doc.Document{d}, sampleOptions()); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 2 * mostFrames {
		o := sampleOptions()
		o.Subject = fmt.Sprint("subject ", n)
		if _, err := press.Render([]doc.Document{orderPaper()}, o); err != nil {
			t.Fatal(err)
		}
	}
	m := &press.set.memory
	if len(m.young) > mostTexts || len(m.old) > mostTexts || len(m.old) == 0 || len(press.frames) > mostFrames {
		t.Errorf("%d and %d texts, %d frames", len(m.young), len(m.old), len(press.frames))
	}
}

// A character without a shape is told of each time, and of each paper.
func TestAPressDoesNotForgetWhatIsMissing(t *testing.T) {
	sheet := func(name string) doc.Document {
		return doc.Document{Name: name, Title: name, Blocks: []doc.Block{doc.Para{Spans: spans(value("petitioner.name", "ア"))}}}
	}
	var press Press
	for range 3 {
		_, err := press.Render([]doc.Document{sheet("one"), sheet("two")}, sampleOptions())
		for _, name := range []string{"one", "two"} {
			if err == nil || !strings.Contains(err.Error(), name+": petitioner.name") {
				t.Fatalf("the paper %s: %v", name, err)
			}
		}
	}
}
