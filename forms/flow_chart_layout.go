package forms

import (
	"slices"
	"strings"
	"sync"

	"expunge/forms/doc"
	"expunge/rules"
)

// Where the boxes of the flow chart stand. The sorting begins at the top. Below it are two
// ladders, for charges that ended without a conviction and for convictions: the questions
// go down the left of each, and a yes leads to the route at the right. The widths are
// points of a page with margins of half an inch.

// flowColumns are the columns of both ladders: question, gap, route in two halves, gap;
// then question, gap, route, and the strip at its right where a line can pass a narrower box.
var flowColumns = []int{85, 17, 66, 6, 70, 16, 83, 17, 167, 13}

const (
	questionsLeft, routesLeft   = 0, 2
	questionsRight, routesRight = 6, 8
	rightHalf, stripRight       = 4, 9
	wholeLeft, wholeRight       = 3, 2 // spans of a route
)

// flowDrawing puts the words of the rules into boxes.
type flowDrawing struct {
	flowLaw
	t    tongue
	path flowPath
}

func newFlowDrawing(t tongue, p flowPath) flowDrawing { return flowDrawing{lawOfFlow(), t, p} }

// flowLaw is the law that every chart shows, by id and by route.
type flowLaw struct {
	at     map[string]rules.Step
	ends   map[string]rules.End
	relief map[rules.Pathway]rules.Provision
}

var lawOfFlow = sync.OnceValue(func() flowLaw {
	d := flowLaw{map[string]rules.Step{}, map[string]rules.End{}, map[rules.Pathway]rules.Provision{}}
	steps, ends := rules.Flow()
	for _, s := range steps {
		d.at[s.ID] = s
	}
	for _, e := range ends {
		d.ends[e.ID] = e
	}
	for _, p := range rules.Provisions() {
		d.relief[p.Pathway] = p
	}
	return d
})

// chart is the picture, with the path marked.
func (d flowDrawing) chart(words []doc.Block) doc.Chart {
	c := doc.Chart{Bands: []doc.Band{d.sorting(), d.ladders(), d.feet()}, Links: flowLinks(), Words: words}
	for i := range c.Links {
		l := &c.Links[i]
		l.Marked = d.path.passes(l.From, l.To)
		if from, asked := d.at[l.From]; l.Marked && asked && aside(from) {
			l.Label = "" // nobody said no
		}
		l.Label = d.t.say(l.Label)
	}
	return c
}

func (d flowDrawing) sorting() doc.Band {
	return doc.Band{Columns: flowColumns, Lanes: []doc.Lane{{{
		d.question("start", questionsLeft, 1), d.question("identity", routesLeft, wholeLeft),
		d.question("youth", questionsRight, 1), d.question("youth.adjudicated", routesRight, wholeRight),
	}}}}
}

func (d flowDrawing) ladders() doc.Band {
	return doc.Band{Columns: flowColumns, Lanes: []doc.Lane{d.withoutConviction(), d.convictions()}}
}

func (d flowDrawing) withoutConviction() doc.Lane {
	rung := func(q string, p rules.Pathway, more ...string) []doc.ChartBox {
		return []doc.ChartBox{d.question(q, questionsLeft, 1, more...), d.route(p, routesLeft, wholeLeft)}
	}
	return doc.Lane{
		{d.end(string(rules.None), questionsLeft), d.route(rules.IdentityTheft, routesLeft, wholeLeft)},
		rung("legacy", rules.LegacyPlea),
		{d.question("nonadjudicated", questionsLeft, 1), d.question("nonadjudicated.dui", routesLeft, wholeLeft)},
		{d.route(rules.DUINonadjudication, routesLeft, 1), d.route(rules.Nonadjudication, rightHalf, 1)},
		rung("intervention", rules.Intervention),
		rung("discharge", rules.DrugDischarge),
		rung("intervention-court", rules.InterventionCourt),
		rung("mental-health-court", rules.MentalHealthCourt),
		rung("veterans-court", rules.VeteransCourt),
		rung("traffic-course", rules.TrafficCourse),
		rung("municipal-dismissed", rules.MunicipalDismissed),
		rung("uncharged", rules.UnchargedOrCitation),
		rung("nonconviction.kind", rules.NonConviction, "If no: a lawyer decides."),
	}
}

func (d flowDrawing) convictions() doc.Lane {
	rung := func(q string, p rules.Pathway) []doc.ChartBox {
		return []doc.ChartBox{d.question(q, questionsRight, 1), d.route(p, routesRight, wholeRight)}
	}
	return doc.Lane{
		{d.question("court", questionsRight, 1, "If no: not available."), d.route(rules.YouthSealing, routesRight, 1)},
		{d.question("convicted", questionsRight, 1), d.route(rules.YouthDismissed, routesRight, wholeRight)},
		rung("survivor", rules.Survivor),
		{d.route(rules.SurvivorVacatur, routesRight, wholeRight)},
		rung("dui", rules.FirstDUI),
		rung("felony", rules.OneFelony),
		rung("underage", rules.UnderageAlcohol),
		{d.question("marijuana", questionsRight, 1), d.route(rules.SmallMarijuana, routesRight, 1)},
		{d.route(rules.FirstMisdemeanor, questionsRight, 4)},
		rung("lower.which", rules.MunicipalAny),
		{d.route(rules.JusticeAny, routesRight, wholeRight)},
	}
}

// feet are the answers that every route shares, and the legend.
func (d flowDrawing) feet() doc.Band {
	band := doc.Band{Columns: []int{106, 8, 96, 8, 92, 12, 218}}
	for i, id := range []string{"not-yet", "lawyer", "not-available"} {
		band.Lanes = append(band.Lanes, doc.Lane{{d.end(id, 2*i)}})
	}
	legend := doc.ChartBox{ID: "legend", Shape: doc.Question, Column: 6, Lines: [][]doc.Span{
		words(bold(d.t.say("Shall")), d.t.say(": the court must. "), bold(d.t.say("May")), d.t.say(": the court decides. "),
			bold(d.t.say("Of itself")), d.t.say(": should follow without a petition; confirm it.")),
	}}
	if d.path.drawn() {
		legend.Lines = append(legend.Lines, words(bold(d.t.say("Thick, with a black mark")), d.t.say(": the path of this charge. A question asked in private has no mark.")))
		legend.Marked = true
	}
	band.Lanes = append(band.Lanes, doc.Lane{{legend}})
	return band
}

// flowLinks are the lines of the chart.
func flowLinks() []doc.Link {
	route := func(p rules.Pathway) string { return string(p) }
	right := func(from, to, label string) doc.Link {
		return doc.Link{From: from, To: to, Leave: doc.After, Enter: doc.Before, Label: label}
	}
	down := func(from, to, label string) doc.Link {
		return doc.Link{From: from, To: to, Leave: doc.Below, Enter: doc.Above, Label: label}
	}
	links := []doc.Link{
		right("start", "identity", "yes"), right("identity", "youth", "no"), right("youth", "youth.adjudicated", "yes"),
		down("start", route(rules.None), "no"), down("identity", route(rules.IdentityTheft), "yes"),
		down("youth", "court", "no"), down("court", "convicted", "yes"), down("convicted", "survivor", "yes"),
		down("youth.adjudicated", route(rules.YouthSealing), "yes"),
		{From: "youth.adjudicated", To: route(rules.YouthDismissed), Leave: doc.Below, Enter: doc.Above, Via: stripRight, Label: "no"},
		{From: "convicted", To: "legacy", Leave: doc.Before, Enter: doc.Above, Label: "no"},
		right("nonadjudicated", "nonadjudicated.dui", "yes"),
		down("nonadjudicated.dui", route(rules.DUINonadjudication), "yes"),
		down("nonadjudicated.dui", route(rules.Nonadjudication), "no"),
		down(route(rules.Survivor), route(rules.SurvivorVacatur), "if a crime of violence"),
		{From: route(rules.UnderageAlcohol), To: route(rules.FirstMisdemeanor), Leave: doc.Below, Enter: doc.Above, Via: stripRight},
		down(route(rules.SmallMarijuana), route(rules.FirstMisdemeanor), "else, or sooner"),
		down("marijuana", route(rules.FirstMisdemeanor), "no"),
		{From: route(rules.FirstMisdemeanor), To: "lower.which", Leave: doc.Below, Enter: doc.Above, Label: "if it does not open, and the court was municipal or justice"},
		right("lower.which", route(rules.MunicipalAny), "yes"),
		{From: "lower.which", To: route(rules.JusticeAny), Leave: doc.Below, Enter: doc.Before, Label: "no"},
	}
	rungs := []struct {
		q string
		p rules.Pathway
	}{
		{"legacy", rules.LegacyPlea},
		{"nonadjudicated", ""},
		{"intervention", rules.Intervention},
		{"discharge", rules.DrugDischarge},
		{"intervention-court", rules.InterventionCourt},
		{"mental-health-court", rules.MentalHealthCourt},
		{"veterans-court", rules.VeteransCourt},
		{"traffic-course", rules.TrafficCourse},
		{"municipal-dismissed", rules.MunicipalDismissed},
		{"uncharged", rules.UnchargedOrCitation},
		{"nonconviction.kind", rules.NonConviction},
		{"survivor", rules.Survivor},
		{"dui", rules.FirstDUI},
		{"felony", rules.OneFelony},
		{"underage", rules.UnderageAlcohol},
		{"marijuana", rules.SmallMarijuana},
	}
	for i, r := range rungs {
		if r.p != "" {
			links = append(links, right(r.q, route(r.p), "yes"))
		}
		if i+1 < len(rungs) && rungs[i+1].q != "survivor" {
			links = append(links, down(r.q, rungs[i+1].q, "no"))
		}
	}
	return links
}

// question is the box of a step, with where a no leads that has no line.
func (d flowDrawing) question(id string, column, span int, more ...string) doc.ChartBox {
	box := doc.ChartBox{ID: id, Shape: doc.Question, Column: column, Span: span, Marked: d.path.walked(id)}
	box.Lines = [][]doc.Span{words(bold(d.t.say(flowLabelOf(id))), " ", cited(d.at[id].Cite))}
	if len(more) > 0 {
		box.Lines = append(box.Lines, words(strings.Join(d.t.sayAll(more...), " ")))
	}
	if box.Marked && aside(d.at[id]) {
		box.Marked = false
		box.Lines = append(box.Lines, words(d.t.say(asideWords)))
	}
	return box
}

// end is the box of an answer.
func (d flowDrawing) end(id string, column int) doc.ChartBox {
	title, rest, _ := strings.Cut(d.t.say(d.ends[id].Text), ":")
	return doc.ChartBox{
		ID: id, Shape: doc.Stop, Column: column, Marked: d.path.walked(id),
		Title: words(title), Lines: [][]doc.Span{words(sentence(rest))},
	}
}

// route is the box of a route: its name and section, what it asks and who decides.
func (d flowDrawing) route(p rules.Pathway, column, span int) doc.ChartBox {
	r := routeOf(p)
	var titles []string
	for i, e := range r.ends {
		titles = append(titles, d.t.say(r.names[i])+" § "+string(e))
	}
	first := d.relief[r.ends[0]]
	text := words(bold(d.t.say(reliefWords(first.Relief))))
	if asks := d.asks(r); len(asks) > 0 {
		text = words(text, bold(":"), " ", asks)
	}
	text = words(text, ". ", d.t.say(r.lawyer))
	if first.Spends != "" {
		text = words(text, " ", bold(sentence(d.t.say("spends "+first.Spends))))
	}
	return doc.ChartBox{
		ID: string(r.ends[0]), Shape: doc.Plain, Column: column, Span: span, Marked: d.path.walked(string(r.ends[0])),
		Title: words(strings.Join(titles, " ")), Lines: [][]doc.Span{text},
	}
}

// asks are the asks of a route. The one at which the path stopped is bold, with its answer.
func (d flowDrawing) asks(r flowRoute) []doc.Span {
	var out []doc.Span
	for _, a := range r.asks {
		text, stopped := d.t.say(a.words), d.path.stoppedAt(a.step)
		if text == "" && stopped == "" {
			continue
		}
		if text == "" {
			text = d.t.say("the section as a whole")
		}
		if len(out) > 0 {
			out = words(out, "; ")
		}
		if stopped == "" {
			out = words(out, text)
		} else {
			out = words(out, bold(text+" ("+d.t.say(stopped)+")"))
		}
	}
	return out
}

func reliefWords(r rules.Relief) string {
	switch r {
	case rules.Mandatory:
		return "Shall"
	case rules.Discretionary:
		return "May"
	case rules.Automatic:
		return "Of itself"
	default:
		return ""
	}
}

// routeOf is the box that holds a route.
func routeOf(p rules.Pathway) flowRoute {
	i := slices.IndexFunc(flowRoutes, func(r flowRoute) bool { return slices.Contains(r.ends, p) })
	return flowRoutes[i]
}
