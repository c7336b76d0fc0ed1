package pdf

import "expunge/forms/doc"

// Theme holds every measure of the page. Lengths are points; a leading or a gap
// called a ratio is in multiples of the size of the type.
type Theme struct {
	Width, Height            float64 // the paper
	Top, Bottom, Left, Right float64 // the margins

	HeadAt, FootAt float64 // from the edge of the paper to the first line of the head, the last of the foot
	HeadGap        float64 // from the head or the foot to the text, at least

	Thin, Medium float64 // widths of rules
	Baseline     float64 // share of a line above its baseline, ratio
	Loosest      float64 // most that justification may add to one space, ratio
	SeamCost     float64 // room that a line broken within a word counts as leaving over, share of the measure

	BlankWidth float64 // a blank that asks for no width of its own
	BlankDrop  float64 // from the baseline to the rule of a blank
	BlankPitch float64 // least height of a line to write on

	CaptionLeft, CaptionRight float64 // shares of the measure: the parties, and where the number begins
	CaptionRule               float64 // share of the measure at which the two are parted
	CaptionLine, CaptionGap   float64 // between entries; around the columns

	SignLeft             float64 // share of the measure at which a signature begins
	SignRise, SignRuleTo float64 // height to sign in; from the rule to its label
	BoxWidth, BoxLine    float64 // share of the measure; height of one line of a box
	FramePad, FrameGap   float64 // within and around a frame
	CellPad, CellGap     float64 // above and below a cell; between columns
	CellLeast            float64 // least width of a column
	RuleGap, RuleRow     float64 // above and below a rule across the text; the height it takes itself
	FootTitle            float64 // share of the measure at which the title at the foot may begin

	LogoWidth, LogoHeight float64 // the picture at the head of a sheet; 0 when there is none

	ShortTail float64   // share of the last page of a paper below which it is set closer
	Closer    []float64 // how close, step by step: shares of the gaps that are kept
	Hole      float64   // share of a page that may stay empty so that a frame is not parted

	Narrow                  float64 // the margins of a paper that asks for narrow ones
	NarrowHead, NarrowGap   float64 // there, from the edge of the paper to the head and to the foot; from them to the text
	ChartSize               float64 // type of a chart; 0 sets its words in place of the picture
	ChartLeast, ChartStep   float64 // the least type of a chart that does not fit; and by how much it is made smaller
	ChartLeading            float64 // ratio
	ChartPadX, ChartPadY    float64 // within a box
	ChartGap, ChartLabelGap float64 // between rows of boxes; and where a labeled line passes
	ChartBandGap            float64 // between bands
	ChartHead               float64 // length of an arrowhead
	ChartThick              float64 // width of what is marked

	FormLine, FormGap      float64 // room for one line of handwriting below its label; between lines of entries
	FormLeading, FormPitch float64 // of the text of a form; from one line of boxes to the next, ratios
	FormTick, FormLabel    float64 // side of a box, ratio; least share of the width for a label that has its boxes beside it

	Filed, Sheet Look
}

// of returns the theme of one paper.
func (t *Theme) of(d *doc.Document) *Theme {
	if !d.Narrow || t.ChartSize == 0 {
		return t
	}
	n := *t
	n.Left, n.Right, n.Top, n.Bottom = t.Narrow, t.Narrow, t.Narrow, t.Narrow
	n.HeadAt, n.FootAt, n.HeadGap = t.NarrowHead, t.NarrowHead, t.NarrowGap
	return &n
}

// closer returns the theme with its gaps, and what is more than one line's height in a
// leading, cut to a share. What a hand must fit into gives way last and least.
func (t Theme) closer(share float64) Theme {
	gentle := (1 + share) / 2
	for _, gap := range []*float64{&t.CaptionLine, &t.CaptionGap, &t.FrameGap, &t.RuleGap} {
		*gap *= share
	}
	for _, gap := range []*float64{&t.FramePad, &t.CellPad, &t.SignRise, &t.BlankPitch, &t.BoxLine} {
		*gap *= gentle
	}
	for _, l := range []*Look{&t.Filed, &t.Sheet} {
		l.Leading = 1 + (l.Leading-1)*share
		l.Single = min(l.Single, max(l.Leading, 1.13))
		for i := range l.Before {
			l.Before[i] *= share
			l.After[i] *= share
		}
		for _, gap := range []*float64{&l.ParaGap, &l.SingleGap, &l.SignGap, &l.ListGap, &l.NodeGap} {
			*gap *= share
		}
	}
	return t
}

// Look is how one kind of paper is set: court papers, or sheets for people.
type Look struct {
	Roman, Bold, Italic string // names of faces

	Size, Small, Margin float64 // type of the text, of notes, of heads and feet
	Leading, Single     float64 // of running text and of everything else, ratios
	Justify             bool

	Headings     [3]float64 // sizes by level
	HeadingAlign [3]doc.Align
	Before       [3]float64 // space above a heading by level
	After        [3]float64

	ParaGap, SingleGap float64 // above running text; above text set single
	FirstLine, Step    float64 // indents
	SignGap, SignLabel float64 // above and below a signature; size of the words below its rules

	NumberAt, NumberText, NumberHang float64 // a number, its first line, its other lines
	SubAt, SubText                   float64 // a letter, its text
	HangText                         float64 // from the label of a hanging paragraph to its text
	ListText                         float64 // text of bullets and boxes
	ListGap, NodeGap                 float64 // between items; between the lower nodes of an outline
	Tick                             float64 // side of a box to tick, ratio
	MarkGap                          float64 // between the marks of an outline and its text
	Grown                            float64 // how many times larger the type is than usual
}

// Standard returns the theme of all papers: letter paper with margins of one inch,
// court papers in 12 point serif at one and a half lines, sheets in 10 point sans.
func Standard() Theme {
	return Theme{
		Width: 612, Height: 792,
		Top: 72, Bottom: 72, Left: 72, Right: 72,
		HeadAt: 32, FootAt: 36, HeadGap: 10,
		Thin: 0.5, Medium: 0.9, Baseline: 0.74, Loosest: 0.6, SeamCost: 0.3,
		BlankWidth: 126, BlankDrop: 2, BlankPitch: 20,
		CaptionLeft: 0.5, CaptionRule: 0.53, CaptionRight: 0.57, CaptionLine: 3, CaptionGap: 14,
		SignLeft: 0.5, SignRise: 30, SignRuleTo: 2,
		BoxWidth: 0.42, BoxLine: 14,
		FramePad: 9, FrameGap: 14,
		CellPad: 3.5, CellGap: 10, CellLeast: 45,
		RuleGap: 6, RuleRow: 6, FootTitle: 0.4,
		ShortTail: 0.6, Closer: []float64{0.85, 0.7, 0.6, 0.5, 0.4}, Hole: 0.3,
		Narrow: 36, NarrowHead: 20, NarrowGap: 5,
		ChartSize: 7.5, ChartLeast: 6.5, ChartStep: 0.25, ChartLeading: 1.13, ChartPadX: 4, ChartPadY: 2.2,
		ChartGap: 5, ChartLabelGap: 10, ChartBandGap: 15, ChartHead: 4.5, ChartThick: 2,
		FormLine: 16.5, FormGap: 3.5, FormLeading: 1.1, FormPitch: 1.45, FormTick: 1, FormLabel: 0.28,
		Filed: courtPaper(),
		Sheet: sheet(),
	}
}

// LargePrint returns the standard theme with the type of the sheets at 16 points, for
// people who read large print, and charts set in words. Court papers keep the size courts
// expect.
func LargePrint() Theme {
	t := Standard()
	t.Sheet = t.Sheet.larger(16 / t.Sheet.Size)
	t.BlankPitch, t.BoxLine, t.FormLine = t.BlankPitch*1.3, t.BoxLine*1.3, t.FormLine*1.3
	t.ChartSize = 0
	return t
}

// larger scales type, and what is measured by it.
func (l Look) larger(by float64) Look {
	for _, size := range []*float64{&l.Size, &l.Small, &l.SignLabel, &l.ListText, &l.NumberText, &l.NumberHang, &l.SubAt, &l.SubText, &l.HangText, &l.Step, &l.Grown} {
		*size *= by
	}
	for i := range l.Headings {
		l.Headings[i] *= 1 + (by-1)/2
	}
	return l
}

func courtPaper() Look {
	return Look{
		Roman: "serif", Bold: "serif-bold", Italic: "serif-italic",
		Size: 12, Small: 10, Margin: 9,
		Leading: 1.5, Single: 1.18, Justify: true,
		Headings:     [3]float64{13, 12, 12},
		HeadingAlign: [3]doc.Align{doc.Center, doc.Center, doc.Left},
		Before:       [3]float64{12, 14, 10},
		After:        [3]float64{12, 5, 3},
		ParaGap:      0, SingleGap: 6, SignGap: 16, SignLabel: 12,
		FirstLine: 36, Step: 36,
		NumberAt: 36, NumberText: 72, NumberHang: 0,
		SubAt: 72, SubText: 96, HangText: 24,
		ListText: 22, ListGap: 5, NodeGap: 3.5, Tick: 0.78, MarkGap: 14, Grown: 1,
	}
}

// sheet has no italic: no face of the sans is one, and its notes need none.
func sheet() Look {
	return Look{
		Roman: "sans", Bold: "sans-bold", Italic: "sans",
		Size: 10, Small: 8.5, Margin: 8,
		Leading: 1.36, Single: 1.36,
		Headings: [3]float64{16, 12, 10.5},
		Before:   [3]float64{0, 16, 11},
		After:    [3]float64{8, 4, 2},
		ParaGap:  6, SingleGap: 6, SignGap: 12, SignLabel: 8.5,
		FirstLine: 0, Step: 22,
		NumberAt: 0, NumberText: 22, NumberHang: 22,
		SubAt: 22, SubText: 42, HangText: 20,
		ListText: 20, ListGap: 5, NodeGap: 3.5, Tick: 0.88, MarkGap: 12, Grown: 1,
	}
}
