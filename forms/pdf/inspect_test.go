package pdf

import (
	"errors"
	"strings"
	"testing"

	"expunge/forms/doc"
)

func inspected(t *testing.T, change func([]Page)) error {
	t.Helper()
	theme := Standard()
	docs := []doc.Document{
		{Name: "petition", Group: doc.Filed, Blocks: []doc.Block{
			doc.Para{Spans: []doc.Span{doc.Text{S: "The petitioner is "}, doc.Value{Path: "petitioner.name", S: "Nguyễn Thị Ánh Hypothet"}, doc.Text{S: "."}}},
		}},
		{Name: "cover", Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: []doc.Span{doc.Value{Path: "case", S: "Clinic-“1”"}}},
			doc.Para{Spans: []doc.Span{doc.Value{Path: "charges[0].offense", S: strings.Repeat("a very long offense ", 40)}}},
		}},
	}
	pages, err := Layout(docs, theme)
	if err != nil {
		t.Fatal(err)
	}
	change(pages)
	return inspect(pages, docs, &theme)
}

func TestWhatWasPlacedIsLookedAt(t *testing.T) {
	if err := inspected(t, func([]Page) {}); err != nil {
		t.Errorf("pages as they were set: %v", err)
	}
	err := inspected(t, func(p []Page) { p[0].Lines = nil })
	if !errors.Is(err, ErrMisplaced) || !strings.Contains(err.Error(), "petitioner.name") || strings.Contains(err.Error(), "Hypothet") {
		t.Errorf("a page that lost its lines: %v", err)
	}
	err = inspected(t, func(p []Page) { p[1].Lines[1].X += 400 })
	if !errors.Is(err, ErrMisplaced) || !strings.Contains(err.Error(), "margins") {
		t.Errorf("a line moved out to the right: %v", err)
	}
	err = inspected(t, func(p []Page) { p[1].Lines[1].Y = 780 })
	if !errors.Is(err, ErrMisplaced) {
		t.Errorf("a line moved off the foot: %v", err)
	}
}
