package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

func chartText(s string) []doc.Span { return []doc.Span{doc.Text{S: s}} }

// smallChart asks once: a fact stands in its first box.
func smallChart() doc.Chart {
	return doc.Chart{
		Bands: []doc.Band{
			{Columns: []int{3, 1, 4, 1}, Lanes: []doc.Lane{{
				{
					{ID: "ask", Lines: [][]doc.Span{{doc.Text{S: "Is it "}, doc.Value{Path: "charges[0].offense", S: "grand larceny"}, doc.Text{S: "?"}}}, Marked: true},
					{ID: "yes", Shape: doc.Plain, Column: 2, Title: chartText("Yes"), Lines: [][]doc.Span{chartText(strings.Repeat("long words ", 30))}},
				},
				{{ID: "no", Shape: doc.Stop, Title: chartText("No"), Marked: true}},
			}}},
			{Columns: []int{1, 1, 1}, Lanes: []doc.Lane{{{{ID: "end", Column: 2, Title: chartText("End")}}}}},
		},
		Links: []doc.Link{
			{From: "ask", To: "yes", Leave: doc.After, Enter: doc.Before, Label: "yes"},
			{From: "ask", To: "no", Leave: doc.Below, Enter: doc.Above, Label: "no", Marked: true},
			{From: "no", To: "end", Leave: doc.Below, Enter: doc.Above},
		},
		Words: []doc.Block{doc.Para{Spans: []doc.Span{doc.Text{S: "In words: is it "}, doc.Value{Path: "charges[0].offense", S: "grand larceny"}}}},
	}
}

func chartSheet(c doc.Chart) []doc.Document {
	return []doc.Document{{Name: "chart", Title: "A chart", Narrow: true, Blocks: []doc.Block{c}}}
}

// plotted lays a chart out as a page of its own has it.
func plotted(t *testing.T, c doc.Chart) (*plot, Theme) {
	t.Helper()
	standard := Standard()
	theme := *standard.of(&doc.Document{Narrow: true})
	set, err := newSetter(&theme)
	if err != nil {
		t.Fatal(err)
	}
	p := &plot{c: &composer{theme: &theme, look: &theme.Sheet, set: set, left: theme.Left, width: theme.Width - theme.Left - theme.Right}, chart: &c}
	p.lay()
	return p, theme
}

// flowCharts are the charts a packet can hold: the page for the wall, and paths.
func flowCharts(t *testing.T) map[string]doc.Document {
	t.Helper()
	out := map[string]doc.Document{}
	add := func(name string, docs []doc.Document) {
		for _, d := range docs {
			if d.Name == "flow-chart" {
				out[name] = d
			}
		}
	}
	o := forms.Office{Clinic: forms.Clinic{Name: "Sample Legal Clinic"}, Papers: forms.DefaultPapers()}
	add("blank", forms.Blank(o))
	for outcome, court := range map[petition.Outcome]petition.Level{petition.Convicted: petition.Circuit, petition.Acquitted: petition.Municipal, petition.Pending: petition.Municipal, petition.Nonadjudicated: petition.County} {
		for _, section := range []string{"97-17-41", "63-11-30(2)(a)", "67-3-70(1)", "41-29-139(c)(2)(A)"} {
			for _, grade := range []petition.Grade{petition.Felony, petition.Misdemeanor} {
				c := petition.Case{Charges: []petition.Charge{{
					Court: petition.Court{Level: court, County: "Hinds", City: "Jackson", State: "MS"}, Outcome: outcome, Grade: grade, Section: petition.ParseSection(section),
					Offense: strings.Repeat("a long offense ", 4),
				}}}
				c.Petitioner.Name = petition.Name{First: "Maximiliana", Middle: "Alexandrina", Last: "Hypothetica-Longname"}
				day := petition.NewDate(2026, time.November, 23)
				add(fmt.Sprint(outcome, section, grade), forms.Compose(c, rules.Assess(c, day), o))
			}
		}
	}
	if len(out) != 33 {
		t.Fatalf("%d charts", len(out))
	}
	return out
}

func theChart(t *testing.T, d doc.Document) doc.Chart {
	t.Helper()
	for _, b := range d.Blocks {
		if c, ok := b.(doc.Chart); ok {
			return c
		}
	}
	t.Fatalf("%s has no chart", d.Name)
	return doc.Chart{}
}

func TestTheBoxesOfAChartKeepApart(t *testing.T) {
	charts := map[string]doc.Chart{"small": smallChart()}
	for name, d := range flowCharts(t) {
		charts[name] = theChart(t, d)
	}
	for name, chart := range charts {
		p, theme := plotted(t, chart)
		for i := range p.boxes {
			a := &p.boxes[i]
			if a.x < theme.Left-slack || a.right() > theme.Width-theme.Right+slack || a.y < -slack || a.bottom() > p.height+slack {
				t.Errorf("%s: the box %s leaves the chart", name, a.box.ID)
			}
			for _, l := range a.text.lines {
				if l.X < a.x+theme.ChartPadX-slack || l.X+l.Width > a.right()-theme.ChartPadX+slack || l.Y > a.h-theme.ChartPadY/2 || l.Y < theme.ChartSize/2 {
					t.Errorf("%s: text leaves the box %s", name, a.box.ID)
				}
				for _, r := range l.Runs {
					if r.Size < 7.5 {
						t.Errorf("%s: type of %.1f points", name, r.Size)
					}
				}
			}
			for j := range p.boxes[:i] {
				b := &p.boxes[j]
				if a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom() {
					t.Errorf("%s: the boxes %s and %s overlap", name, a.box.ID, b.box.ID)
				}
			}
		}
	}
}

// Every line begins and ends at the edge of its boxes and crosses neither a box nor,
// but where two share their beginning, another line.
func TestTheLinesOfAChartEndAtBoxes(t *testing.T) {
	for name, d := range map[string]doc.Document{"small": {Name: "small", Blocks: []doc.Block{smallChart()}}, "flow": flowCharts(t)["blank"]} {
		chart := theChart(t, d)
		p, _ := plotted(t, chart)
		var drawn [][]Point
		for i := range chart.Links {
			l := &chart.Links[i]
			from, to := p.find(l.From), p.find(l.To)
			points := p.route(l, from, to)
			if !onEdge(points[0], from) || !onEdge(points[len(points)-1], to) {
				t.Errorf("%s: the line from %s to %s hangs in the air", name, l.From, l.To)
			}
			for j := range p.boxes {
				if b := &p.boxes[j]; b != from && b != to && through(points, b) {
					t.Errorf("%s: the line from %s to %s runs through %s", name, l.From, l.To, b.box.ID)
				}
			}
			for j, other := range drawn {
				if crossing(points, other) {
					t.Errorf("%s: the lines %d and %d cross", name, i, j)
				}
			}
			drawn = append(drawn, points)
		}
	}
}

func onEdge(at Point, b *placed) bool {
	inside := at.X >= b.x-slack && at.X <= b.right()+slack && at.Y >= b.y-slack && at.Y <= b.bottom()+slack
	near := func(a, b float64) bool { return math.Abs(a-b) < slack }
	return inside && (near(at.X, b.x) || near(at.X, b.right()) || near(at.Y, b.y) || near(at.Y, b.bottom()))
}

func through(points []Point, b *placed) bool {
	for i := 1; i < len(points); i++ {
		x1, x2 := min(points[i-1].X, points[i].X), max(points[i-1].X, points[i].X)
		y1, y2 := min(points[i-1].Y, points[i].Y), max(points[i-1].Y, points[i].Y)
		if x1 < b.right() && x2 > b.x && y1 < b.bottom() && y2 > b.y {
			return true
		}
	}
	return false
}

// crossing reports whether a part of one line goes over a part of another across it.
func crossing(a, b []Point) bool {
	for i := 1; i < len(a); i++ {
		for j := 1; j < len(b); j++ {
			flat, steep := [2]Point{a[i-1], a[i]}, [2]Point{b[j-1], b[j]}
			if flat[0].Y != flat[1].Y {
				flat, steep = steep, flat
			}
			if flat[0].Y != flat[1].Y || steep[0].X != steep[1].X {
				continue
			}
			x, y := steep[0].X, flat[0].Y
			if x > min(flat[0].X, flat[1].X) && x < max(flat[0].X, flat[1].X) && y > min(steep[0].Y, steep[1].Y) && y < max(steep[0].Y, steep[1].Y) {
				return true
			}
		}
	}
	return false
}

// The words of lines stand clear of boxes and of each other.
func TestTheWordsOfLinesStandClear(t *testing.T) {
	for name, d := range flowCharts(t) {
		chart := theChart(t, d)
		p, theme := plotted(t, chart)
		type area struct {
			x1, y1, x2, y2 float64
			what           string
		}
		var labels []area
		for i := range chart.Links {
			l := &chart.Links[i]
			var r row
			p.label(&r, l, p.route(l, p.find(l.From), p.find(l.To)))
			for _, line := range r.lines {
				labels = append(labels, area{line.X, line.Y - 0.7*theme.ChartSize, line.X + line.Width, line.Y, l.From + " > " + l.To})
			}
		}
		if len(labels) < 30 {
			t.Errorf("%s: only %d words", name, len(labels))
		}
		for i, a := range labels {
			if a.x1 < theme.Left || a.x2 > theme.Width-theme.Right {
				t.Errorf("%s: the word of %s leaves the page", name, a.what)
			}
			for j := range p.boxes {
				b := &p.boxes[j]
				if a.x1 < b.right()-0.5 && a.x2 > b.x+0.5 && a.y1 < b.bottom() && a.y2 > b.y {
					t.Errorf("%s: the word of %s stands in the box %s", name, a.what, b.box.ID)
				}
			}
			for _, b := range labels[:i] {
				if a.x1 < b.x2 && a.x2 > b.x1 && a.y1 < b.y2 && a.y2 > b.y1 {
					t.Errorf("%s: the words of %s and %s overlap", name, a.what, b.what)
				}
			}
		}
	}
}

func TestEachFlowChartIsOnePage(t *testing.T) {
	for name, d := range flowCharts(t) {
		pages, err := Layout([]doc.Document{d}, Standard())
		if err != nil || len(pages) != 1 {
			t.Errorf("%s: %d pages, %v", name, len(pages), err)
		}
	}
}

func TestWhatIsMarkedIsThick(t *testing.T) {
	pages, err := Layout(chartSheet(smallChart()), Standard())
	if err != nil {
		t.Fatal(err)
	}
	thick := 0
	for _, s := range pages[0].Strokes {
		if s.Width == Standard().ChartThick {
			thick++
		}
	}
	if thick != 8+4+1 { // a question, a frame, a straight line
		t.Errorf("%d thick strokes", thick)
	}
	if len(pages[0].Fills) != 2+3 { // two marks, three arrowheads
		t.Errorf("%d fills", len(pages[0].Fills))
	}
	for _, f := range pages[0].Fills {
		for _, at := range f {
			if at.X < 36-4 || at.X > 612-36 || at.Y < 36-4 || at.Y > 792-36 {
				t.Errorf("ink at %v", at)
			}
		}
	}
	var file bytes.Buffer
	if err := Render(&file, chartSheet(smallChart()), Options{}); err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(file.Bytes(), []byte(" l \n")); n != 2*4+3*3 { // fpdf closes each area with a line to where it began
		t.Errorf("%d sides of areas in the file", n)
	}
}

func TestAChartThatDoesNotFitIsAnError(t *testing.T) {
	high := smallChart()
	high.Bands[0].Lanes[0][0][1].Lines = [][]doc.Span{chartText(strings.Repeat("long words ", 2000))}
	wide := smallChart()
	wide.Bands[0].Lanes[0][0][0].Title = chartText(strings.Repeat("m", 80))
	loose := smallChart()
	loose.Links[0].To = "nowhere"
	for want, chart := range map[string]doc.Chart{"points higher than a page": high, "the chart box ask is too narrow": wide, "ask or nowhere": loose} {
		_, err := Layout(chartSheet(chart), Standard())
		var bad ChartError
		if !errors.As(err, &bad) || !strings.Contains(err.Error(), want) {
			t.Errorf("want %q, got %v", want, err)
		}
	}
	if _, err := Layout(chartSheet(smallChart()), Standard()); err != nil {
		t.Error(err)
	}
}

func TestTheFactsOfAChartAreLookedFor(t *testing.T) {
	docs, theme := chartSheet(smallChart()), Standard()
	facts := 0
	values(docs[0].Blocks, func(*doc.Value) { facts++ })
	if facts != 2 { // in a box, and in the words
		t.Errorf("%d facts are looked for", facts)
	}
	pages, err := Layout(docs, theme)
	if err != nil {
		t.Fatal(err)
	}
	if err := inspect(pages, docs, &theme); err != nil {
		t.Error(err)
	}
	pages[0].Lines = slices.DeleteFunc(pages[0].Lines, func(l Line) bool { return strings.Contains(l.words(codePage()), "larceny") })
	if err := inspect(pages, docs, &theme); !errors.Is(err, ErrMisplaced) || !strings.Contains(err.Error(), "charges[0].offense") {
		t.Errorf("a lost fact: %v", err)
	}
}

// Large print has no room for a picture, and says the chart in words.
func TestLargePrintSaysTheChart(t *testing.T) {
	pages, err := Layout(chartSheet(smallChart()), LargePrint())
	if err != nil {
		t.Fatal(err)
	}
	text := string(solid(nil, pages))
	if !strings.Contains(text, "Inwords:isitgrandlarceny") || strings.Contains(text, "End") || len(pages[0].Fills) > 0 {
		t.Errorf("%s", text)
	}
	if err := Render(&bytes.Buffer{}, []doc.Document{flowCharts(t)["blank"]}, Options{LargePrint: true}); err != nil {
		t.Error(err)
	}
}
