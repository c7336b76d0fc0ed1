package doctest

import (
	"fmt"

	"pgregory.net/rapid"

	"expunge/forms/doc"
)

// chart draws a ladder of questions in one or two bands. A line leads from each question to
// the next, and from some to a box beside it. No box is empty; its texts may be too much for
// a page.
func chart(t *rapid.T) doc.Block {
	d := &ladder{}
	for band := range rapid.IntRange(1, 2).Draw(t, "bands") {
		d.band(t, band)
	}
	return doc.Chart{Bands: d.bands, Links: d.links, Words: inWords(d.bands)}
}

// inWords says in paragraphs what stands in the boxes.
func inWords(bands []doc.Band) []doc.Block {
	var out []doc.Block
	for _, band := range bands {
		for _, row := range band.Lanes[0] {
			for _, box := range row {
				for _, spans := range append([][]doc.Span{box.Title}, box.Lines...) {
					out = append(out, doc.Para{Spans: spans})
				}
			}
		}
	}
	return out
}

type ladder struct {
	bands []doc.Band
	links []doc.Link
	last  string // the box to lead on from
}

func (d *ladder) band(t *rapid.T, band int) {
	var lane doc.Lane
	for row := range rapid.IntRange(1, 3).Draw(t, "rows") {
		asks := chartBox(t, fmt.Sprintf("%d.%d", band, row), 0)
		boxes := []doc.ChartBox{asks}
		if rapid.Bool().Draw(t, "beside") {
			beside := chartBox(t, asks.ID+".yes", 2)
			boxes = append(boxes, beside)
			d.link(t, asks.ID, beside.ID, doc.After, doc.Before)
		}
		if d.last != "" {
			d.link(t, d.last, asks.ID, doc.Below, doc.Above)
		}
		d.last = asks.ID
		lane = append(lane, boxes)
	}
	d.bands = append(d.bands, doc.Band{Columns: []int{3, 1, 4, 1}, Lanes: []doc.Lane{lane}})
}

func (d *ladder) link(t *rapid.T, from, to string, leave, enter doc.Side) {
	d.links = append(d.links, doc.Link{From: from, To: to, Leave: leave, Enter: enter, Label: rapid.SampledFrom([]string{"", "yes", "no", "n\u00e3o"}).Draw(t, "label"), Marked: rapid.Bool().Draw(t, "marked")})
}

func chartBox(t *rapid.T, id string, column int) doc.ChartBox {
	return doc.ChartBox{
		ID: id, Column: column, Shape: rapid.SampledFrom([]doc.Shape{doc.Question, doc.Plain, doc.Stop}).Draw(t, "shape"),
		Span: rapid.IntRange(0, 2).Draw(t, "span"), Marked: rapid.Bool().Draw(t, "marked"),
		Title: append([]doc.Span{doc.Text{S: "Ask: "}}, spans(t)...), Lines: rapid.SliceOfN(rapid.Custom(spans), 0, 2).Draw(t, "lines"),
	}
}
