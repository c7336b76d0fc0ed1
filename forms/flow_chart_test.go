package forms

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
	"expunge/forms/markdown"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/rules"
)

var update = flag.Bool("update", false, "rewrite the expected files")

// golden compares a text with the one that was read and kept.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := "testdata/" + name
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; read it, then run: go test ./forms -update\n%s", file, got)
	}
}

func blankChart() doc.Document {
	papers := Blank(office())
	return papers[len(papers)-1]
}

// chartsOf are the charts of a paper.
func chartsOf(d doc.Document) []doc.Chart {
	var out []doc.Chart
	for _, b := range d.Blocks {
		if c, ok := b.(doc.Chart); ok {
			out = append(out, c)
		}
	}
	return out
}

func boxesOf(c doc.Chart) map[string]doc.ChartBox {
	out := map[string]doc.ChartBox{}
	for _, band := range c.Bands {
		for _, lane := range band.Lanes {
			for _, row := range lane {
				for _, b := range row {
					out[b.ID] = b
				}
			}
		}
	}
	return out
}

// The words of the chart belong to the steps of the rules. Where a question is asked in
// other words, or a step comes or goes, someone has to look at the label again.
func TestTheLabelsOfTheChartAreThoseOfTheSteps(t *testing.T) {
	steps, _ := rules.Flow()
	label := map[string]string{}
	add := func(l flowLabel) {
		if _, twice := label[l.step]; twice {
			t.Errorf("the step %s has two labels", l.step)
		}
		label[l.step] = l.words
	}
	for _, l := range flowQuestions {
		add(l)
	}
	for _, r := range flowRoutes {
		for _, l := range r.asks {
			add(l)
		}
	}
	var out strings.Builder
	for _, s := range steps {
		words, ok := label[s.ID]
		if !ok {
			t.Errorf("the step %s stands nowhere on the chart", s.ID)
		}
		delete(label, s.ID)
		fmt.Fprintf(&out, "%s | %s | %s | %s\n", s.ID, s.Question, s.Cite, words)
	}
	for id := range label {
		t.Errorf("the label %s belongs to no step", id)
	}
	golden(t, "flow-labels.txt", out.String())
}

func TestTheChartInWords(t *testing.T) {
	var out bytes.Buffer
	if err := markdown.Render(&out, blankChart()); err != nil {
		t.Fatal(err)
	}
	golden(t, "flow-chart.md", out.String())
}

func TestEveryEndOfTheFlowIsOnTheChart(t *testing.T) {
	boxes := boxesOf(chartsOf(blankChart())[0])
	_, ends := rules.Flow()
	for _, e := range ends {
		box, ok := boxes[flowBox(e.ID)]
		if !ok {
			t.Errorf("the end %s has no box", e.ID)
			continue
		}
		if e.Pathway != "" && e.Pathway != rules.None && !strings.Contains(plain(box.Title), "§\u00a0"+string(e.Pathway)) {
			t.Errorf("the box of %s does not name its section: %s", e.ID, plain(box.Title))
		}
	}
	if len(ends) < 25 {
		t.Errorf("only %d ends", len(ends))
	}
	for _, p := range rules.Provisions() {
		box := boxes[flowBox(string(p.Pathway))]
		text := ""
		for _, l := range box.Lines {
			text += plain(l)
		}
		if p.Pathway == rules.None {
			continue
		}
		if !strings.HasPrefix(text, reliefWords(p.Relief)) || reliefWords(p.Relief) == "" {
			t.Errorf("%s is %s, and its box says %q", p.Pathway, p.Relief, text)
		}
		if strings.Contains(text, "Spends") != (p.Spends != "") || !strings.Contains(text, p.Spends) {
			t.Errorf("%s spends %q, and its box says %q", p.Pathway, p.Spends, text)
		}
	}
}

func TestEveryBoxThatAsksNamesItsSection(t *testing.T) {
	steps, _ := rules.Flow()
	boxes := boxesOf(chartsOf(blankChart())[0])
	for _, s := range steps {
		if box := boxes[s.ID]; box.ID != "" && !strings.Contains(plain(box.Lines[0]), "§\u00a0"+string(s.Cite)) {
			t.Errorf("%s does not cite %s: %s", s.ID, s.Cite, plain(box.Lines[0]))
		}
	}
}

// undrawn are the ways between boxes that have no line; the words beside the chart tell them.
var undrawn = map[string]string{
	"municipal-dismissed.arrested > uncharged": "a citation that the municipal section does not name goes on to the next question",
}

// Each answer of each step leads along a line, to an answer that every route shares, or
// to where the box says in words.
func TestTheLinesOfTheChartAreTheAnswersOfTheRules(t *testing.T) {
	chart := chartsOf(blankChart())[0]
	boxes, lines := boxesOf(chart), map[string]bool{}
	for _, l := range chart.Links {
		lines[l.From+" > "+l.To] = false
	}
	steps, _ := rules.Flow()
	for _, s := range steps {
		from := flowBox(s.ID)
		question := from == s.ID
		for _, next := range []string{s.Yes, s.No, s.Later, s.Unsettled} {
			to := flowBox(next)
			if next == "" || to == from {
				continue
			}
			if _, drawn := lines[from+" > "+to]; drawn {
				lines[from+" > "+to] = true
				continue
			}
			shared := slices.Contains([]string{"not-yet", "lawyer", "not-available"}, to)
			said := question && strings.Contains(plain(slices.Concat(boxes[from].Lines...)), "If no:")
			if _, known := undrawn[s.ID+" > "+next]; !known && !said && (question || !shared) {
				t.Errorf("nothing leads from %s to %s", s.ID, next)
			}
		}
	}
	for l, used := range lines {
		if !used {
			t.Errorf("the line %s is no answer of the rules", l)
		}
	}
}

// The boxes with a mark are those of the steps the rules walk, found here by another way
// than the drawing does: by the route a step belongs to.
func TestTheMarkedBoxesAreThePathOfTheRules(t *testing.T) {
	for name, c := range flowCases() {
		a := rules.Assess(c, asOf)
		d, any := flowCharts(newBrief(c, a, office()))
		asked := slices.DeleteFunc(slices.Clone(c.Charges), func(ch petition.Charge) bool { return !ch.Asked() })
		charts := chartsOf(d)
		if any != (len(asked) > 0) || len(charts) != len(asked) {
			t.Errorf("%s: %d charts for %d charges", name, len(charts), len(asked))
			continue
		}
		for i, chart := range charts {
			boxes := boxesOf(chart)
			want := map[string]bool{}
			way := rules.PathThrough(c, i, asOf)
			if tellsAny(way) {
				way = nil
				want["start"] = true
			}
			for _, step := range way {
				id := step.Step.ID
				if _, ok := boxes[id]; !ok {
					id = string(step.Step.Pathway)
				}
				want[id] = true
				if _, ok := boxes[step.Next]; ok {
					want[step.Next] = true
				}
			}
			delete(want, "identity") // asked in private
			delete(want, "survivor")
			for id, box := range boxes {
				if box.Marked != want[id] && id != "legend" {
					t.Errorf("%s, charge %d: the box %s is marked %v", name, i+1, id, box.Marked)
				}
			}
			for _, l := range chart.Links {
				by := strings.Contains("identity survivor", l.From) || strings.Contains("identity survivor", l.To)
				if l.Marked && !by && (!boxes[l.From].Marked || !boxes[l.To].Marked) {
					t.Errorf("%s: a thick line from %s to %s", name, l.From, l.To)
				}
			}
		}
	}
}

// flowCases are charges that walk different ways.
func flowCases() map[string]petition.Case {
	out := sampleCases()
	one := func(name string, change func(*petition.Charge)) {
		c := readyFelony()
		change(&c.Charges[0])
		out[name] = c
	}
	one("survivor", func(ch *petition.Charge) { ch.TraffickingSurvivor = petition.Yes })
	one("perhaps a survivor", func(ch *petition.Charge) { ch.TraffickingSurvivor = petition.Unknown })
	one("identity", func(ch *petition.Charge) { ch.IdentityTheft = petition.Unknown })
	one("youth", func(ch *petition.Charge) {
		ch.Court.Level, ch.Outcome = petition.Youth, petition.AdjudicatedDelinquent
	})
	one("underage", func(ch *petition.Charge) {
		ch.Section, ch.Grade = petition.ParseSection("67-3-70(1)"), petition.Misdemeanor
		ch.Sentence.TermsCompleted, ch.Sentence.PaymentsCompleted = date(2026, time.March, 1), petition.Date{}
	})
	one("left as it is", func(ch *petition.Charge) { ch.Ask = petition.No })
	return out
}

// The page is for anybody to see, so a path that would tell of trafficking or of
// identity theft stops at the first question, and both look the same.
func TestThePathTellsNoPrivateFact(t *testing.T) {
	var seen []string
	for _, name := range []string{"survivor", "perhaps a survivor", "identity"} {
		d, _ := flowCharts(newBrief(flowCases()[name], rules.Assess(flowCases()[name], asOf), office()))
		text := dump(d)
		if !strings.Contains(text, "see the reviewer’s worksheet") || strings.Contains(text, "traffick") || strings.Contains(text, "entered in this name") {
			t.Errorf("%s:\n%s", name, text)
		}
		seen = append(seen, text)
	}
	if seen[0] != seen[1] || seen[0] != seen[2] {
		t.Error("the pages can be told apart")
	}
	if d, _ := flowCharts(newBrief(readyFelony(), rules.Assess(readyFelony(), asOf), office())); strings.Contains(dump(d), "reviewer") {
		t.Error("an open path is held back")
	}
}

func TestThePathSaysWhereItStops(t *testing.T) {
	for name, want := range map[string][]string{
		"not-yet":    {"Has the waiting period run? Not yet. §\u00a099-19-71(2)(a)", "Not yet: time has to pass"},
		"incomplete": {"The path stops where a fact is not known: Is the whole record in this file.", "Not known."},
		"federal":    {"Not available in a Mississippi court"},
		"ready":      {"Expunction of one felony conviction: appears open, and the court may. §\u00a099-19-71(2)"},
	} {
		c := sampleCases()[name]
		d, _ := flowCharts(newBrief(c, rules.Assess(c, asOf), office()))
		text := dump(d)
		for _, w := range want {
			if !strings.Contains(text, w) {
				t.Errorf("%s does not say %q:\n%s", name, w, text)
			}
		}
	}
	c := notYetFelony()
	d, _ := flowCharts(newBrief(c, rules.Assess(c, asOf), office()))
	box := boxesOf(chartsOf(d)[0])[string(rules.OneFelony)]
	if text, want := strings.ReplaceAll(plain(box.Lines[0]), "\u00a0", " "), labelOf("felony.wait")+" (not yet);"; !strings.Contains(text, want) {
		t.Errorf("the box does not say where the path stopped: %q is not in %s", want, text)
	}
}

// The chart says in years what the rules say in words of their own.
func TestTheWaitsOfTheChartAreThoseOfTheRules(t *testing.T) {
	for id, want := range map[string]struct{ section, rule, label string }{
		"dui.wait":       {"63-11-30(2)(a)", "five (5) years", "five years"},
		"underage.wait":  {"67-3-70(1)", "one (1) year", "one year"},
		"marijuana.wait": {"41-29-139(c)(2)(A)", "two years", "two years"},
		"municipal.two-years": {
			"97-17-43", "two (2) years", "two years",
		},
	} {
		c := municipalFirst()
		c.Charges[0].Section = petition.ParseSection(want.section)
		v := rules.Assess(c, asOf).Charges[0]
		var text string
		for _, r := range append([]rules.Route{v.Route}, v.Alternatives...) {
			if f, ok := findingOf(r.Finding, id); ok {
				text = f.Text
			}
		}
		if !strings.Contains(text, want.rule) || !strings.Contains(labelOf(id), want.label) {
			t.Errorf("%s: the rule says %q and the chart %q", id, text, labelOf(id))
		}
	}
}

// The one wait that changed is told on the chart with the number of today, the one before
// it, and the day between.
func TestTheChartTellsTheFelonyWaitAndTheOneBefore(t *testing.T) {
	var wait []rules.Version
	for _, p := range rules.Provisions() {
		_, when := p.Elements()
		when.Walk(func(e rules.Element, _ int) {
			if e.ID == "felony.wait" {
				wait = e.Versions
			}
		})
	}
	if len(wait) < 2 {
		t.Fatalf("the versions of felony.wait are %v", wait)
	}
	number := func(v rules.Version) string { return strings.TrimPrefix(v.Says, "the wait is ") }
	now, before := wait[len(wait)-1], wait[len(wait)-2]
	want := fmt.Sprintf("%s since then (%s under the law before %s)", number(now), strings.TrimSuffix(number(before), " years"), now.Since.Long())
	if got := labelOf("felony.wait"); got != want {
		t.Errorf("forms/flow_chart_words.go: the label of felony.wait is %q, want %q; its Spanish is in forms/flow_chart_es.go", got, want)
	}
}

func findingOf(f rules.Finding, id string) (rules.Finding, bool) {
	if f.ID == id {
		return f, true
	}
	for _, p := range f.Parts {
		if found, ok := findingOf(p, id); ok {
			return found, true
		}
	}
	return rules.Finding{}, false
}

func labelOf(id string) string {
	for _, r := range flowRoutes {
		for _, l := range r.asks {
			if l.step == id {
				return l.words
			}
		}
	}
	return ""
}

func TestTheChartIsAnExtraOfThePacket(t *testing.T) {
	o := office()
	if !strings.Contains(names(compose(readyFelony(), o)), " summary flow-chart ") {
		t.Errorf("the chart does not follow the summary: %s", names(compose(readyFelony(), o)))
	}
	o.Papers.Extras = false
	if strings.Contains(names(compose(readyFelony(), o)), "flow-chart") {
		t.Error("the chart comes although no extras are asked for")
	}
	c := readyFelony()
	c.Charges[0].Ask = petition.No
	if strings.Contains(names(compose(c, office())), "flow-chart") {
		t.Error("a chart for a charge that nothing is asked for")
	}
}

// A question asked in private is neither marked nor answered where the path goes by it, and
// picture and words say the same.
func TestThePathGoesByWhatIsAskedInPrivate(t *testing.T) {
	for _, o := range []Office{office(), inSpanish(office())} {
		d, _ := flowCharts(newBrief(readyFelony(), rules.Assess(readyFelony(), asOf), o))
		chart := chartsOf(d)[0]
		tongue := brief{}.speaking(o.Language, flowSpanish)
		aside := tongue.say(asideWords)
		said := tongue.say("A question that is asked in private; the path goes by it.")
		if n := strings.Count(dump(doc.Document{Blocks: chart.Words}), said); n != 2 {
			t.Errorf("%q: the words say %d times %q", o.Language, n, said)
		}
		boxes := boxesOf(chart)
		for _, id := range []string{"identity", "survivor"} {
			if text := plain(slices.Concat(boxes[id].Lines...)); boxes[id].Marked || !strings.Contains(text, aside) {
				t.Errorf("%q: the box %s, marked %v, says %q", o.Language, id, boxes[id].Marked, text)
			}
		}
		for _, l := range chart.Links {
			if from := l.From == "identity" || l.From == "survivor"; from && l.Marked && l.Label != "" {
				t.Errorf("%q: the line from %s says %q", o.Language, l.From, l.Label)
			}
		}
	}
}

// structure is a chart without its words: boxes, sections, lines and marks.
func structure(c doc.Chart) string {
	var out strings.Builder
	for _, band := range c.Bands {
		fmt.Fprintln(&out, band.Columns)
		for _, lane := range band.Lanes {
			for _, row := range lane {
				for _, b := range row {
					text := plain(b.Title) + " " + plain(slices.Concat(b.Lines...))
					fmt.Fprintln(&out, b.ID, b.Shape, b.Column, b.Span, b.Marked, len(b.Lines), sectionsIn(text))
				}
			}
		}
	}
	for _, l := range c.Links {
		fmt.Fprintln(&out, l.From, l.To, l.Leave, l.Enter, l.Via, l.Marked, l.Label == "")
	}
	return out.String() + shape(c.Words)
}

// Every sentence of the charts has a Spanish twin, and the pictures are the same but for
// their words.
func TestTheSpanishChartIsTheSameChart(t *testing.T) {
	said := map[string]bool{}
	compare := func(name string, make func(brief) doc.Document, c petition.Case, a rules.Assessment) {
		english, spanish := newBrief(c, a, office()), newBrief(c, a, inSpanish(office()))
		english.language, spanish.language = petition.English, petition.Spanish
		spanish.missed = func(s string) { said[s] = true }
		e, s := make(english), make(spanish)
		if s.Language != "es" || e.Language != "" || s.Title == e.Title {
			t.Errorf("%s: %q in %q", name, s.Title, s.Language)
		}
		for i, chart := range chartsOf(e) {
			if a, b := structure(chart), structure(chartsOf(s)[i]); a != b {
				t.Errorf("%s: chart %d differs:\n%s\n%s", name, i+1, a, b)
			}
		}
		pages, err := pdf.Layout([]doc.Document{s, e}, pdf.Standard())
		if err != nil || len(pages) != 2*len(chartsOf(e)) {
			t.Errorf("%s: %d charts on %d pages: %v", name, 2*len(chartsOf(e)), len(pages), err)
		}
	}
	compare("blank", flowChart, petition.Case{}, rules.Assessment{Edition: rules.Edition})
	for name, c := range flowCases() {
		if d, any := flowCharts(newBrief(c, rules.Assess(c, asOf), office())); any && d.Name != "" {
			compare(name, func(b brief) doc.Document { d, _ := flowCharts(b); return d }, c, rules.Assess(c, asOf))
		}
	}
	for name, c := range routeCases() {
		compare(string(name), func(b brief) doc.Document { d, _ := flowCharts(b); return d }, c, rules.Assess(c, asOf))
	}
	for s := range said {
		t.Errorf("no Spanish for %q", s)
	}
}
