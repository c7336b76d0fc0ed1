package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// flowTitle is the title of the page.
const flowTitle = "How Mississippi expungement works"

// flowChart is the page for the wall: the decision flow of the rules as one picture.
func flowChart(b brief) doc.Document {
	return flowSheet([]doc.Block{heading(1, flowTitle)},
		b.flowPage(note("One charge at a time, from the top left. Every box names its section. The page sorts; it does not decide."), flowPath{}, flowInWords()))
}

// flowCharts is the page of a person: for each charge that something is asked for, the
// chart with its path. Of a path that would itself tell a private fact only the first
// question is drawn.
func flowCharts(b brief) (doc.Document, bool) {
	var pages [][]doc.Block
	for i := range b.c.Charges {
		if b.c.Charges[i].Asked() {
			pages = append(pages, b.flowOf(i))
		}
	}
	var blocks []doc.Block
	for n, page := range pages {
		if n > 0 {
			blocks = append(blocks, doc.PageBreak{})
		}
		blocks = append(blocks, heading(1, flowTitle))
		blocks = append(blocks, page...)
	}
	return flowSheet(blocks), len(pages) > 0
}

func flowSheet(parts ...[]doc.Block) doc.Document {
	return doc.Document{Name: "flow-chart", Title: flowTitle, Group: doc.NotForFiling, Narrow: true, Blocks: slices.Concat(parts...)}
}

// flowPage is a lead, the chart, and at its foot the edition and the day.
func (b brief) flowPage(lead doc.Block, p flowPath, inWords []doc.Block) []doc.Block {
	asOf := ""
	if b.a.AsOf.Known() {
		asOf = "answers as of " + b.a.AsOf.Long()
	}
	foot := joined("Law as of "+edition(b.a.Edition), asOf, b.office.Clinic.Name)
	return []doc.Block{
		lead, newFlowDrawing(p).chart(inWords),
		note(foot, ". Every route for a conviction asks that the judgment has been entered and stands. Where all is met, a charge appears eligible; the court decides. This page is information and not legal advice."),
	}
}

// flowOf is the page of one charge.
func (b brief) flowOf(charge int) []doc.Block {
	way := rules.PathThrough(b.c, charge, b.a.AsOf, b.a.Held...)
	v := b.a.Charges[charge]
	var lead []doc.Span
	if who := joined(b.c.Petitioner.Name.Full(), b.c.ID); who != "" {
		lead = words(doc.Value{S: who}, ". ")
	}
	lead = words(lead, bold(b.chargeTitle(charge)+". "))
	if private(v.Pathway) || tellsAny(way) {
		lead = words(lead, "For this charge see the reviewer's worksheet. The first question is marked; the path beyond it is not drawn here.")
		return b.flowPage(doc.Para{Spans: lead, Small: true}, newFlowPath(way[:1], false), pathInWords(way[:1]))
	}
	path := newFlowPath(way, true)
	lead = words(lead, "The answer: ", b.answer(charge), ". ", b.otherRoute(v.Route, path), stopsAt(way))
	return b.flowPage(doc.Para{Spans: lead, Small: true}, path, pathInWords(way))
}

// otherRoute says that the assessment, which weighs every route, names another one than
// the path ends at.
func (b brief) otherRoute(v rules.Route, p flowPath) string {
	at := p.route()
	if at == v.Pathway || at == "" || routeName(v) == "" {
		return ""
	}
	return "The chart asks one question after another; the assessment weighs all routes and names " + cited(rules.Citation(v.Pathway)) + ". "
}

// stopsAt says which facts would lead on, where one that is not known stops the path.
func stopsAt(way []rules.Taken) string {
	last := way[len(way)-1]
	if last.Next != "" {
		return ""
	}
	return "The path stops where a fact is not known: " + strings.TrimSuffix(labelsOf(last.Missing), "?") + "."
}

// tellsAny reports whether a way goes into a route that would itself tell a private fact,
// or lacks one.
func tellsAny(way []rules.Taken) bool {
	return slices.ContainsFunc(way, func(t rules.Taken) bool {
		return private(t.Step.Pathway) || private(rules.Pathway(t.Next)) || tells(rules.Finding{Paths: t.Missing})
	})
}

// flowPath is the way of a charge through the chart; the zero value is none. Boxes are
// those it goes through, in order. Ends says that where it ends is drawn as well.
type flowPath struct {
	steps []rules.Taken
	boxes []string
	ends  bool
}

func newFlowPath(way []rules.Taken, ends bool) flowPath {
	p := flowPath{steps: way, ends: ends}
	add := func(id string) {
		if n := len(p.boxes); id != "" && (n == 0 || p.boxes[n-1] != id) {
			p.boxes = append(p.boxes, id)
		}
	}
	for _, t := range way {
		add(flowBox(t.Step.ID))
	}
	if ends && p.drawn() {
		add(flowBox(way[len(way)-1].Next))
	}
	return p
}

func (p flowPath) drawn() bool { return len(p.steps) > 0 }

// flowBox is the box that holds a step or an end: its own, or that of its route.
func flowBox(id string) string {
	if slices.ContainsFunc(flowQuestions, func(l flowLabel) bool { return l.step == id }) {
		return id
	}
	for _, r := range flowRoutes {
		if slices.Contains(r.ends, rules.Pathway(id)) || slices.ContainsFunc(r.asks, func(l flowLabel) bool { return l.step == id }) {
			return string(r.ends[0])
		}
	}
	return id
}

func (p flowPath) walked(box string) bool { return slices.Contains(p.boxes, box) }

// passes reports whether the path goes from the one box to the other.
func (p flowPath) passes(from, to string) bool {
	for i := 1; i < len(p.boxes); i++ {
		if p.boxes[i-1] == from && p.boxes[i] == to {
			return true
		}
	}
	return false
}

// stoppedAt is the answer to a step that the path did not get past within a route, or
// the empty string.
func (p flowPath) stoppedAt(step string) string {
	if !p.ends {
		return ""
	}
	for i, t := range p.steps {
		if t.Step.ID == step && t.Answer != rules.Yes && (i+1 == len(p.steps) || flowBox(t.Step.ID) != flowBox(t.Next)) {
			return answerWord(t)
		}
	}
	return ""
}

// route is the route whose box the path ends in, or whose last question was asked.
func (p flowPath) route() rules.Pathway {
	if !p.drawn() {
		return ""
	}
	last := p.steps[len(p.steps)-1]
	_, ends := rules.Flow()
	for _, e := range ends {
		if e.ID == last.Next && e.Pathway != "" {
			return e.Pathway
		}
	}
	return last.Step.Pathway
}

// answerWord is the answer to a step in a word or two.
func answerWord(t rules.Taken) string {
	switch {
	case t.Answer == rules.Yes:
		return "yes"
	case t.Answer == rules.No && t.Next == t.Step.Later && t.Step.Later != "":
		return "not yet"
	case t.Answer == rules.No:
		return "no"
	case len(t.Missing) > 0:
		return "not known"
	default:
		return "open in law"
	}
}

// pathInWords is a way as a list: question, answer, section. The end is its last item. The
// two private questions are left out, whatever their answer.
func pathInWords(way []rules.Taken) []doc.Block {
	out := doc.Numbered{}
	for _, t := range way {
		if private(rules.Pathway(t.Step.Cite)) {
			continue
		}
		out.Items = append(out.Items, item(t.Step.Question, " ", bold(sentence(answerWord(t))), " ", cited(t.Step.Cite)))
	}
	last := way[len(way)-1]
	if last.Next == "" {
		return []doc.Block{out}
	}
	_, ends := rules.Flow()
	for _, e := range ends {
		if e.ID == last.Next {
			out.Items = append(out.Items, item(sentence(e.Text), " ", cited(e.Cite)))
		}
	}
	return []doc.Block{out}
}

func labelsOf(paths []petition.Path) string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = p.Label()
	}
	return listOf(out)
}

// flowInWords is the whole flow as a list: each question with where its answers lead.
func flowInWords() []doc.Block {
	steps, ends := rules.Flow()
	numbers := map[string]int{}
	for i, s := range steps {
		numbers[s.ID] = i + 1
	}
	said := map[string]string{}
	for _, e := range ends {
		said[e.ID] = sentence(e.Text)
		if e.Pathway != "" && e.Pathway != rules.None {
			said[e.ID] = sentence(e.Text + ", " + cited(e.Cite))
		}
	}
	leads := func(id string) string {
		if n, ok := numbers[id]; ok {
			return "Go on with " + number(n) + "."
		}
		return said[id]
	}
	out := doc.Numbered{}
	for _, s := range steps {
		it := item(s.Question, " ", cited(s.Cite))
		it.Sub = append(it.Sub, words("Yes: ", leads(s.Yes)), words("No: ", leads(s.No)))
		if s.Later != "" && s.Later != s.No {
			it.Sub = append(it.Sub, words("Not yet: ", leads(s.Later)))
		}
		if s.Unsettled != "" && s.Unsettled != s.Yes {
			it.Sub = append(it.Sub, words("Open in law: ", leads(s.Unsettled)))
		}
		out.Items = append(out.Items, it)
	}
	return []doc.Block{out}
}
