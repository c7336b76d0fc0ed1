package rules

import (
	"fmt"
	"slices"

	"expunge/petition"
)

// Plan lays out what can be had only once in a lifetime, the one felony expunction of
// section 99-19-71(2) and the one DUI expunction of 63-11-30(13): the choices of what to
// spend it on, what each would leave behind, and what spends nothing. It states facts and
// recommends none of the choices: that is for the person and a lawyer.
type Plan struct {
	Allowances []Allowance
	// Free are the charges whose nearest route spends no allowance.
	Free []FreeRoute
}

// Empty reports whether there is nothing to plan.
func (p Plan) Empty() bool { return len(p.Allowances) == 0 && len(p.Free) == 0 }

// Allowance is something that is given once in a lifetime, with the choices of what to
// spend it on. Its sentences name charges by number and offense and hold nothing else of
// the person.
type Allowance struct {
	Pathway Pathway
	Name    string // "the one felony expunction of a lifetime"
	// Spent answers whether it was used before; Standing says so in a sentence, and
	// Missing are the facts that would tell.
	Spent    Truth
	Standing string
	Missing  []petition.Path
	// Warning says what granting a petition does. It is empty where nothing is left to
	// spend or nothing to spend it on.
	Warning string
	Choices []Choice
	// Closed are the charges the route rules out, whatever is chosen.
	Closed []Standing
	Notes  []string
}

// Choice is one event the allowance could be spent on, today or later: the charges that
// carry its label, or a charge without one.
type Choice struct {
	Charges []Standing
	// Opens is the day from which every charge of the event could be petitioned for: the
	// day asked about, a later one, or zero when no day can be told.
	Opens petition.Date
	// Stays is what would stay on the record, felonies first.
	Stays []Remainder
	// Waiting says what waiting would make possible, and Unsettled what is not settled.
	Waiting, Unsettled []string
	// Beside are other routes of the same charges that spend nothing and are not ruled out.
	Beside []FreeRoute
	// Effects are the other charges whose answer the choice would change.
	Effects []Effect
}

// Ready reports whether a petition for the whole event could be drafted for today.
func (ch Choice) Ready() bool {
	return !slices.ContainsFunc(ch.Charges, func(s Standing) bool { return s.Route.Status != Eligible })
}

// Standing is how a charge stands under a route.
type Standing struct {
	Charge int
	Route  Route
	Asked  bool
	Text   string
}

// Remainder is a conviction that would stay on the record. The last of a long list has no
// path: it counts those that are not listed, and is a felony when one of them is.
type Remainder struct {
	Path   petition.Path
	Felony bool
	Text   string
}

// FreeRoute is a charge with a route that spends no lifetime allowance. Remark is what
// is to be known of first-offender status, and Effects are the other charges whose
// answer relief for this one would change; both are empty for most routes.
type FreeRoute struct {
	Charge  int
	Route   Route
	Text    string
	Remark  string
	Effects []Effect
}

// PlanOf lays out the choices of a case by its assessment.
func PlanOf(c petition.Case, a Assessment) Plan {
	p := plannerOf(c, a)
	var out Plan
	for _, pathway := range []Pathway{OneFelony, FirstDUI} {
		if al, ok := p.allowance(pathway); ok {
			out.Allowances = append(out.Allowances, al)
		}
	}
	for _, v := range a.Charges {
		if r := v.Route; !r.spends && r.open() {
			out.Free = append(out.Free, p.free(v.Index, r))
		}
	}
	return out
}

// planner is what a plan is made from. events are the charges as far as telling whether
// two of them are one event goes: the record is read once for them all.
type planner struct {
	c      petition.Case
	a      Assessment
	events []matter
}

func plannerOf(c petition.Case, a Assessment) planner {
	p := planner{c, a, make([]matter, len(c.Charges))}
	var r record
	r.read(&c)
	for i := range p.events {
		p.events[i] = matter{c: &c, record: &r, index: i, charge: &c.Charges[i]}
	}
	return p
}

// open reports whether a route is one that time, facts or a lawyer could still open. A
// route that only an unstated fact could open is a question, and a charge that no route
// speaks of has none.
func (r Route) open() bool {
	return r.Status != Ineligible && r.Finding.ID != "" && r.Finding.ID != "unplaced"
}

// under returns the answer of a charge by one route, if the route concerns it. A charge
// that is free to go by another route today needs no allowance and has none.
func (p planner) under(v Verdict, pathway Pathway) (Route, bool) {
	if v.Pathway == pathway && v.Finding.ID != "unplaced" {
		return v.Route, true
	}
	for _, r := range v.Alternatives {
		if r.Pathway == pathway && r.Finding.ID != "" && v.Status != Eligible {
			return r, true
		}
	}
	return Route{}, false
}

// once are the questions that tell whether an allowance was used, and several the ones
// that tell of another offense of the kind.
var (
	once    = map[Pathway]string{OneFelony: "felony.only-one", FirstDUI: "dui.once"}
	several = map[Pathway][]string{FirstDUI: {"dui.other", "dui.first"}}
)

// allowance lays out one allowance. ok is false when the record raises no question of it.
func (p planner) allowance(pathway Pathway) (al Allowance, ok bool) {
	al = Allowance{Pathway: pathway, Name: spendsOf(pathway)}
	var open []Standing
	var only []Finding
	crowded := false
	for _, v := range p.a.Charges {
		r, concerned := p.under(v, pathway)
		if !concerned {
			continue
		}
		if f, found := r.Finding.Find(once[pathway]); found {
			only = append(only, f)
		}
		crowded = crowded || slices.ContainsFunc(several[pathway], func(id string) bool {
			f, found := r.Finding.Find(id)
			return found && f.Answer == No
		})
		if r.open() {
			open = append(open, p.standing(v.Index, r))
		} else {
			al.Closed = append(al.Closed, p.standing(v.Index, r))
		}
	}
	al.Spent, al.Missing = spent(only)
	al.Choices = p.choices(pathway, open)
	al.Standing, al.Warning = spentWords(al), warning(al)
	al.Notes = p.notes(al, crowded)
	return al, len(open) > 0 || crowded || (al.Spent == Yes && len(al.Closed) > 0)
}

func spendsOf(pathway Pathway) string {
	for _, p := range provisions() {
		if p.Pathway == pathway {
			return p.Spends
		}
	}
	return ""
}

// spent answers whether an allowance was used before from the findings that ask that it
// was not, with the facts that would tell. One charge that finds it used decides.
func spent(notUsed []Finding) (Truth, []petition.Path) {
	answer := No
	var lacking []petition.Path
	for _, f := range notUsed {
		switch f.Answer {
		case No:
			return Yes, nil
		case Unknown:
			answer = Unknown
			for _, path := range f.Missing {
				if !slices.Contains(lacking, path) {
					lacking = append(lacking, path)
				}
			}
		case Yes:
		}
	}
	if len(notUsed) == 0 {
		return Unknown, nil
	}
	return answer, lacking
}

// choices groups the charges that could use the allowance by their event.
func (p planner) choices(pathway Pathway, open []Standing) []Choice {
	var out []Choice
	at := map[string]int{}
	for _, s := range open {
		label := petition.EventKey(p.c.Charges[s.Charge].Event)
		if g, ok := at[label]; ok && label != "" {
			out[g].Charges = append(out[g].Charges, s)
			continue
		}
		at[label] = len(out)
		out = append(out, Choice{Charges: []Standing{s}})
	}
	for i := range out {
		out[i].Opens = opensOn(out[i].Charges, p.a.AsOf)
	}
	for i := range out {
		out[i].Stays = p.stays(pathway, out[i], out)
		out[i].Waiting = p.waiting(i, out)
		out[i].Unsettled = p.unsettledFor(i, out)
		out[i].Beside = p.beside(out[i])
		out[i].Effects = p.effects(pathway, out[i].indexes())
	}
	return out
}

// opensOn is the day every charge of an event is open, or zero where none can be told.
func opensOn(charges []Standing, asOf petition.Date) petition.Date {
	day := asOf
	for _, s := range charges {
		if !s.Route.Earliest.Known() {
			return petition.Date{}
		}
		day = petition.Latest(day, s.Route.Earliest)
	}
	return day
}

// indexes are the charges of a choice.
func (ch Choice) indexes() []int {
	out := make([]int, len(ch.Charges))
	for i, s := range ch.Charges {
		out[i] = s.Charge
	}
	return out
}

// holds reports whether the charge is one of the choice's.
func (ch Choice) holds(charge int) bool { return slices.Contains(ch.indexes(), charge) }

// beside lists other routes of the charges of a choice that spend nothing.
func (p planner) beside(ch Choice) []FreeRoute {
	var out []FreeRoute
	for _, s := range ch.Charges {
		v := p.a.Charges[s.Charge]
		for _, r := range append([]Route{v.Route}, v.Alternatives...) {
			if !r.spends && r.open() {
				out = append(out, p.free(s.Charge, r))
			}
		}
	}
	return out
}

// sameEvent answers whether two charges of the case arose from one event.
func (p planner) sameEvent(i, j int) Truth {
	return p.events[i].sameAs(j)
}

// sameEventAs answers whether a conviction listed beside the charges arose from the event
// of one of the charges given.
func (p planner) sameEventAs(charges []int, o petition.OtherConviction) Truth {
	answer := No
	for _, i := range charges {
		switch p.events[i].sameMatter(petition.EventKey(o.Event), "", &o.Court, o.Date, petition.Date{}) {
		case Yes:
			return Yes
		case Unknown:
			answer = Unknown
		case No:
		}
	}
	return answer
}

// convicted reports whether a charge is a conviction on the day.
func (p planner) convicted(i int) bool {
	ch := p.c.Charges[i]
	return ch.Outcome == petition.Convicted && !ch.OutcomeDate.After(p.a.AsOf)
}

// elsewhereListed reports whether a listed conviction was had outside the state courts of
// Mississippi.
func elsewhereListed(o petition.OtherConviction) bool {
	return (o.State != "" && o.State != "MS") || o.Court.IsMississippi() == petition.No
}

func otherPath(i int) petition.Path {
	return petition.Path(fmt.Sprintf("record.other_convictions[%d]", i))
}
