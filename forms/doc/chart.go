package doc

// Chart is a picture of boxes with lines between them. It is drawn whole, on one page,
// and is as high as its texts make it; one that no page can hold is an error. Words say
// the same for those who read no picture: the readable twin, the editable twin and
// large print. A fact that stands in a box stands in the words as well.
type Chart struct {
	Bands []Band
	Links []Link
	Words []Block
}

// Band is a strip across the chart; each band stands below the one before. Columns are
// the relative widths of its grid, those of the empty columns between boxes included.
// Lanes share the grid and stack their rows each on its own: the boxes of one lane must
// not stand in the columns of another. The rows of a lower lane are spread over the
// height of the band.
type Band struct {
	Columns []int
	Lanes   []Lane
}

// Lane is a stack of rows of boxes.
type Lane [][]ChartBox

// ChartBox is one box: its title in bold, then its paragraphs. Column is where it
// begins and Span how many columns it covers; 0 counts as 1. ID is what links name it
// by. Marked boxes have a thick outline and a mark in the corner.
type ChartBox struct {
	ID           string
	Shape        Shape
	Column, Span int
	Title        []Span
	Lines        [][]Span
	Marked       bool
}

// Shape tells kinds of boxes apart without color.
type Shape int8

// The shapes.
const (
	Question Shape = iota // cut corners
	Plain                 // a plain frame
	Stop                  // a frame with double sides
)

// Link is a line with an arrowhead from one box to another. Leave and Enter are the
// sides it uses. A vertical line that is straight stands in the middle of what the two
// boxes share, or in the middle of the column Via when that is not 0. A Marked link is thick.
type Link struct {
	From, To     string
	Leave, Enter Side
	Via          int
	Label        string
	Marked       bool
}

// Side is a side of a box.
type Side int8

// The sides.
const (
	Below Side = iota
	Above
	Before // at the left
	After  // at the right
)

func (Chart) block() {}

func walkChart(c Chart, visit func(Span)) {
	for _, band := range c.Bands {
		for _, lane := range band.Lanes {
			for _, row := range lane {
				for _, box := range row {
					for _, spans := range append([][]Span{box.Title}, box.Lines...) {
						for _, s := range spans {
							visit(s)
						}
					}
				}
			}
		}
	}
	Walk(c.Words, visit)
}
