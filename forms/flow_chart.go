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
	t := b.speaking(b.language, flowSpanish)
	lead := note(t.say("One charge at a time, from the top left. Every box names its section. The page sorts; it does not decide."))
	return flowSheet(t, []doc.Block{heading(1, t.say(flowTitle))}, b.flowPage(t, lead, flowPath{}, flowInWords(t)))
}

// flowCharts is the page of a person, in the person's language: for each charge that
// something is asked for, the chart with its path. Of a path that would itself tell a
// private fact only the first question is drawn.
func flowCharts(b brief) (doc.Document, bool) {
	t := b.speaking(b.spoken(), flowSpanish)
	var pages [][]doc.Block
	for i := range b.c.Charges {
		if b.c.Charges[i].Asked() {
			pages = append(pages, b.flowOf(t, i))
		}
	}
	var blocks []doc.Block
	for n, page := range pages {
		if n > 0 {
			blocks = append(blocks, doc.PageBreak{})
		}
		blocks = append(blocks, heading(1, t.say(flowTitle)))
		blocks = append(blocks, page...)
	}
	return flowSheet(t, blocks), len(pages) > 0
}

func flowSheet(t tongue, parts ...[]doc.Block) doc.Document {
	return in(t.language, doc.Document{Name: "flow-chart", Title: t.say(flowTitle), Group: doc.NotForFiling, Narrow: true, Blocks: slices.Concat(parts...)})
}

// flowPage is a lead, the chart, and at its foot the edition and the day.
func (b brief) flowPage(t tongue, lead doc.Block, p flowPath, inWords []doc.Block) []doc.Block {
	asOf := ""
	if b.a.AsOf.Known() {
		asOf = t.sayf("answers as of %s", t.long(b.a.AsOf))
	}
	foot := joined(lawOf(t.say("Law as of %s"), t.long, b.a.Edition), asOf, b.office.Clinic.Name)
	said := t.say("Every route for a conviction asks that the judgment has been entered and stands. Where all is met, a charge appears eligible; the court decides. This page is information and not legal advice.")
	if t.language == petition.Spanish {
		said += " " + notRead
	}
	return []doc.Block{lead, newFlowDrawing(t, p).chart(inWords), note(foot, ". ", said)}
}

// flowOf is the page of one charge.
func (b brief) flowOf(t tongue, charge int) []doc.Block {
	way := rules.PathThrough(b.c, charge, b.a.AsOf, b.a.Held...)
	v := b.a.Charges[charge]
	var lead []doc.Span
	if who := joined(b.c.Petitioner.Name.Full(), b.c.ID); who != "" {
		lead = words(doc.Value{S: who}, ". ")
	}
	lead = words(lead, bold(lister{b, checklistIn(t.language)}.title(charge)+". "))
	if private(v.Pathway) || tellsAny(way) {
		lead = words(lead, t.say("For this charge see the reviewer's worksheet. The first question is marked; the path beyond it is not drawn here."))
		return b.flowPage(t, doc.Para{Spans: lead, Small: true}, newFlowPath(way[:1], false), pathInWords(t, way[:1]))
	}
	path := newFlowPath(way, true)
	lead = words(lead, t.say("The answer: "), t.answer(b, charge), ". ", b.otherRoute(t, v.Route, path), stopsAt(t, way))
	return b.flowPage(t, doc.Para{Spans: lead, Small: true}, path, pathInWords(t, way))
}

// answer is the status of a charge in a few words, in the language.
func (t tongue) answer(b brief, charge int) string {
	if t.language != petition.Spanish {
		return b.answer(charge)
	}
	return strings.TrimSuffix(lowered(summarySpanish().answer(b.a.Charges[charge])), ".")
}

// otherRoute says that the assessment, which weighs every route, names another one than
// the path ends at.
func (b brief) otherRoute(t tongue, v rules.Route, p flowPath) string {
	at := p.route()
	if at == v.Pathway || at == "" || routeName(v) == "" {
		return ""
	}
	return t.sayf("The chart asks one question after another; the assessment weighs all routes and names %s. ", cited(rules.Citation(v.Pathway)))
}

// stopsAt says which facts would lead on, where one that is not known stops the path.
func stopsAt(t tongue, way []rules.Taken) string {
	last := way[len(way)-1]
	if last.Next != "" {
		return ""
	}
	return t.sayf("The path stops where a fact is not known: %s.", strings.TrimSuffix(labelsOf(t, last.Missing), "?"))
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
	if e, ok := lawOfFlow().ends[last.Next]; ok && e.Pathway != "" {
		return e.Pathway
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

// asideWords stand where the path goes by a question that is asked in private. Nothing in
// the file says yes to it, or there would be no path; that is no answer.
const asideWords = "Asked in private; the path goes by."

// aside reports whether a question is asked in private.
func aside(s rules.Step) bool { return private(rules.Pathway(s.Cite)) }

// pathInWords is a way as a list: question, answer, section. The end is its last item.
func pathInWords(t tongue, way []rules.Taken) []doc.Block {
	out := doc.Numbered{}
	for _, taken := range way {
		if aside(taken.Step) { // its box stands on every chart; here even its section would be out of place
			out.Items = append(out.Items, item(t.say("A question that is asked in private; the path goes by it.")))
			continue
		}
		out.Items = append(out.Items, item(t.say(taken.Step.Question), " ", bold(t.say(sentence(answerWord(taken)))), " ", cited(taken.Step.Cite)))
	}
	last := way[len(way)-1]
	if last.Next == "" {
		return []doc.Block{out}
	}
	if e, ok := lawOfFlow().ends[last.Next]; ok {
		out.Items = append(out.Items, item(sentence(t.say(e.Text)), " ", cited(e.Cite)))
	}
	return []doc.Block{out}
}

// flowLabelOf is a sorting question in a few words.
func flowLabelOf(step string) string {
	i := slices.IndexFunc(flowQuestions, func(l flowLabel) bool { return l.step == step })
	return flowQuestions[i].words
}

func labelsOf(t tongue, paths []petition.Path) string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = checklistIn(t.language).label(p)
	}
	return t.listed(out)
}

// flowInWords is the whole flow as a list: each question with where its answers lead. What
// the answers that many routes share mean is said once, after it.
func flowInWords(t tongue) []doc.Block {
	steps, ends := rules.Flow()
	leads := map[string]string{}
	var shared [][]doc.Span
	for i, s := range steps {
		leads[s.ID] = t.sayf("go on with %s.", number(i+1))
	}
	for _, e := range ends {
		said := t.say(e.Text)
		if e.Pathway != "" && e.Pathway != rules.None {
			leads[e.ID] = sentence(said + ", " + cited(e.Cite))
			continue
		}
		short, rest, _ := strings.Cut(said, ":")
		leads[e.ID] = sentence(short)
		shared = append(shared, words(bold(short), ":", rest, "."))
	}
	out := doc.Numbered{}
	for _, s := range steps {
		spans := words(bold(t.say(s.Question)), " ", cited(s.Cite), ". ", t.say("Yes: "), leads[s.Yes], " ", t.say("No: "), leads[s.No])
		if s.Later != "" && s.Later != s.No {
			spans = words(spans, " ", t.say("If that can change: "), leads[s.Later])
		}
		if s.Unsettled != "" && s.Unsettled != s.Yes {
			spans = words(spans, " ", t.say("Open in law: "), leads[s.Unsettled])
		}
		out.Items = append(out.Items, doc.Item{Spans: spans})
	}
	return []doc.Block{out, doc.Bullets{Items: shared}}
}
