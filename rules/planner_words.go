package rules

import (
	"fmt"
	"slices"
	"strings"

	"expunge/petition"
)

// The sentences of a plan. They say what each choice leaves and never which to take.

// noAdvice stands under every list of choices.
const noAdvice = "This lists facts and recommends none of the choices. Which to take, and when, is for the person and a lawyer to decide."

// mostTold is how many other charges or convictions a choice speaks of one by one; it
// counts the rest. What is said of each of two hundred would be two hundred times as long,
// and nobody would read it.
const mostTold = 10

// toldOf shortens what a choice says of other charges, each in a sentence of its own, and
// counts the rest with rest, which names them.
func toldOf(texts []string, rest string) []string {
	if more := len(texts) - mostTold; more > 1 {
		return append(texts[:mostTold:mostTold], fmt.Sprintf("And %d more "+rest+".", more))
	}
	return texts
}

// name names a charge in a sentence, "charge 2 (grand larceny)".
func (p planner) name(i int) string {
	offense := p.c.Charges[i].Offense
	if offense == "" {
		offense = "offense not stated"
	}
	return fmt.Sprintf("charge %d (%s)", i+1, offense)
}

func (p planner) names(charges []int) string {
	out := make([]string, len(charges))
	for n, i := range charges {
		out[n] = p.name(i)
	}
	return strings.Join(out, " and ")
}

func (p planner) standing(i int, r Route) Standing {
	s := Standing{Charge: i, Route: r, Asked: p.c.Charges[i].Asked()}
	s.Text = p.name(i) + ": " + r.Status.Words()
	switch {
	case r.Status == NotYet && r.Earliest.Known():
		s.Text += ", first safe day " + r.Earliest.Long()
	case r.Status == NotYet:
		s.Text += ", and no day can be told"
	}
	if r.Status != Eligible {
		s.Text += " [" + cites(r.Because) + "]"
	}
	if !s.Asked {
		s.Text += "; nothing is asked for it in this file"
	}
	return s
}

func cites(list []Citation) string {
	out := make([]string, len(list))
	for i, c := range list {
		out[i] = string(c)
	}
	return strings.Join(out, ", ")
}

func spentWords(al Allowance) string {
	switch {
	case al.Spent == Yes && len(al.Choices) > 0:
		return "The record shows that " + al.Name + " was used before. What is listed below is of the same event, or the order must be read; whether it can still be expunged is unsettled."
	case al.Spent == Yes:
		return "The record shows that " + al.Name + " was used before, so there is none left to spend."
	case al.Spent == No:
		return "The record shows no earlier use of " + al.Name + "."
	case len(al.Missing) > 0:
		return "It is not known whether " + al.Name + " was used before."
	default:
		return "Whether " + al.Name + " was used before is unsettled on this record; a lawyer must read the earlier order."
	}
}

func warning(al Allowance) string {
	switch {
	case len(al.Choices) == 0:
		return ""
	case al.Pathway == FirstDUI:
		return "Granting a petition under 63-11-30(13) spends " + al.Name + ". Public Safety keeps a permanent confidential registry of it."
	default:
		return "Granting a petition under 99-19-71(2) spends " + al.Name + ": “A person is eligible for only one (1) felony expunction under this paragraph.” After it, no felony of another event can be expunged under 99-19-71(2)."
	}
}

func (p planner) notes(al Allowance, crowded bool) []string {
	var out []string
	add := func(is bool, text string) {
		if is {
			out = append(out, text)
		}
	}
	n := len(al.Choices)
	add(n > 1, "Unrelated felonies do not rule one another out: one event may be chosen (State v. N.J., 373 So. 3d 579 (Miss. Ct. App. 2023)). No felony petition is drafted while more than one event is asked for; ask: no in the case file leaves one out.")
	add(crowded && al.Pathway == FirstDUI, "63-11-30(13) is for a first DUI of a person who has no other DUI, convicted or pending, before or after and in any state. A second one rules out the first as well, so more than one leaves nothing to choose among.")
	add(n > 0 && p.c.Record.Complete != petition.Yes, "The file does not say that it holds the whole record, so more may stay than is listed here.")
	add(n > 0, noAdvice)
	return out
}

// stays lists what a choice leaves on the record, felonies first. What has a route of
// its own that spends nothing is left out: it need not stay.
func (p planner) stays(pathway Pathway, ch Choice, all []Choice) []Remainder {
	var out []Remainder
	for _, v := range p.a.Charges {
		if ch.holds(v.Index) || !p.convicted(v.Index) {
			continue
		}
		if why := p.whyStays(pathway, v, ch, all); why != "" {
			out = append(out, Remainder{petition.ChargePath(v.Index, ""), p.c.Charges[v.Index].Grade == petition.Felony, p.name(v.Index) + ": " + why})
		}
	}
	for i, o := range p.c.Record.OtherConvictions {
		if !o.Date.After(p.a.AsOf) {
			out = append(out, Remainder{otherPath(i), o.Grade == petition.Felony, p.listed(o)})
		}
	}
	slices.SortStableFunc(out, func(a, b Remainder) int { return weight(b.Felony) - weight(a.Felony) })
	return shortRecord(out)
}

// shortRecord counts the convictions that stay beyond the first, which are the felonies.
func shortRecord(list []Remainder) []Remainder {
	if len(list) <= mostTold+1 {
		return list
	}
	felonies := 0
	for _, r := range list[mostTold:] {
		felonies += weight(r.Felony)
	}
	last := Remainder{Felony: felonies > 0, Text: fmt.Sprintf("and %d more convictions (felonies among them: %d)", len(list)-mostTold, felonies)}
	return append(list[:mostTold:mostTold], last)
}

// whyStays says why another charge stays, or nothing when it need not.
func (p planner) whyStays(pathway Pathway, v Verdict, ch Choice, all []Choice) string {
	rival := slices.ContainsFunc(all, func(o Choice) bool { return o.holds(v.Index) })
	maybe := slices.ContainsFunc(ch.indexes(), func(i int) bool { return p.sameEvent(i, v.Index) != No })
	switch {
	case p.c.Charges[v.Index].Court.IsMississippi() == petition.No:
		return "no court of Mississippi can expunge it"
	case rival && maybe:
		return "could be chosen instead; it stays unless the court finds that both came of one event"
	case rival:
		return "could be chosen instead; it stays once " + spendsOf(pathway) + " is spent"
	case v.Status == Ineligible && maybe && pathway == OneFelony && p.c.Charges[v.Index].Grade == petition.Felony:
		return "ruled out [" + cites(v.Because) + "], although it may have come of the same event"
	case v.Status == Ineligible:
		return "ruled out [" + cites(v.Because) + "]"
	default:
		return ""
	}
}

// listed says what becomes of a conviction that stands beside the charges.
func (p planner) listed(o petition.OtherConviction) string {
	name := o.Offense
	if name == "" {
		name = "a conviction, offense not stated"
	}
	if o.Date.Known() {
		name += ", convicted " + o.Date.Long()
	}
	switch {
	case elsewhereListed(o):
		return name + ": no court of Mississippi can expunge it"
	case o.Grade == petition.Felony:
		return name + ": listed with the record and not assessed here; written as a charge with ask: no, it would show whether it is a choice of its own"
	default:
		return name + ": listed with the record and not assessed here"
	}
}

// waiting says what waiting would make possible for the choice at place n.
func (p planner) waiting(n int, all []Choice) []string {
	ch := all[n]
	var out []string
	switch {
	case ch.Opens.After(p.a.AsOf):
		out = append(out, "This choice opens on "+ch.Opens.Long()+".")
	case !ch.Opens.Known() && len(ch.Charges) > 1:
		out = append(out, p.restOfEvent(ch)...)
	}
	if ch.Opens.After(p.a.AsOf) && len(ch.Charges) > 1 {
		out = append(out, p.restOfEvent(ch)...)
	}
	var later []string
	for m, other := range all {
		if m != n && !other.Ready() {
			later = append(later, p.laterChoice(other))
		}
	}
	return append(out, toldOf(later, "choices could be taken instead of this one, later or on a condition")...)
}

// restOfEvent warns where part of an event could be asked for before the rest.
func (p planner) restOfEvent(ch Choice) []string {
	var ready, rest []int
	var last petition.Date
	for _, s := range ch.Charges {
		if s.Route.Status == Eligible || s.Route.Status == Incomplete {
			ready = append(ready, s.Charge)
			continue
		}
		rest, last = append(rest, s.Charge), petition.Latest(last, s.Route.Earliest)
	}
	if len(ready) == 0 || len(rest) == 0 {
		return nil
	}
	text := "A petition for " + p.names(ready) + " alone would spend the allowance and may leave " + p.names(rest) + ", of the same event, on the record for good"
	if ch.Opens.After(p.a.AsOf) {
		return []string{text + "; waiting until " + ch.Opens.Long() + " makes one petition for the whole event possible."}
	}
	if last.Known() {
		return []string{text + "; part of the rest opens on " + last.Long() + "."}
	}
	return []string{text + "; no day can be told for the rest."}
}

// laterChoice says when another event could be chosen instead.
func (p planner) laterChoice(other Choice) string {
	lead := p.names(other.indexes()) + " could be chosen instead "
	if other.Opens.Known() {
		return "On " + other.Opens.Long() + " " + lead + "if nothing has been spent by then."
	}
	switch worst := furthest(other.Charges); worst.Route.Status {
	case Incomplete:
		return lead + "if the facts that are missing bear it out: " + labels(worst.Route.Missing) + "."
	case Review:
		return lead + "if a lawyer's review clears it."
	default:
		return lead + "once what is unmet has been done; no day can be told."
	}
}

// furthest is the charge of an event that is furthest from a petition.
func furthest(charges []Standing) Standing {
	return slices.MaxFunc(charges, func(a, b Standing) int { return rank(&a.Route) - rank(&b.Route) })
}

func labels(paths []petition.Path) string {
	out := make([]string, len(paths))
	for i, path := range paths {
		out[i] = path.Label()
	}
	return strings.Join(out, "; ")
}

// unsettledFor lists what is not settled about the choice at place n.
func (p planner) unsettledFor(n int, all []Choice) []string {
	const court = "Whether convictions arose from a common nucleus of operative facts is for the court to decide (Rogers v. State, 364 So. 3d 784 (Miss. Ct. App. 2021))"
	ch := all[n]
	var out []string
	if len(ch.Charges) > 1 {
		out = append(out, p.names(ch.indexes())+" carry one event label. "+court+"; if it does not so find, one of them may be chosen and the rest stay.")
	}
	var one []string
	for m, other := range all {
		if m != n && p.possiblyOne(ch, other) {
			one = append(one, "Possibly one event: "+p.names(ch.indexes())+" and "+p.names(other.indexes())+" share a day or a cause number and do not both carry a label. "+court+"; if it so finds, they count as one and nothing has to be chosen between them.")
		}
	}
	out = append(out, toldOf(one, "choices may be of one event with this one, for the same reason")...)
	for _, v := range p.a.Charges {
		excluded := p.c.Charges[v.Index].Grade == petition.Felony && p.convicted(v.Index) && v.Status == Ineligible
		if excluded && slices.ContainsFunc(ch.indexes(), func(i int) bool { return p.sameEvent(i, v.Index) != No }) {
			out = append(out, p.name(v.Index)+" came or may have come of the same event and is ruled out. Whether the rest of an event can be expunged without it is unsettled.")
		}
	}
	for _, o := range p.c.Record.OtherConvictions {
		if o.Grade == petition.Felony && !elsewhereListed(o) && p.sameEventAs(ch.indexes(), o) != No {
			out = append(out, "Another felony that is only listed with the record came or may have come of the same event; written as a charge, it could be asked for together with this one.")
		}
	}
	for _, s := range ch.Charges {
		if s.Route.Status == Review {
			out = append(out, p.name(s.Charge)+" needs a lawyer's review before anything is spent on it ["+cites(s.Route.Because)+"].")
		}
	}
	return out
}

// possiblyOne reports whether two choices may be one event for want of labels.
func (p planner) possiblyOne(a, b Choice) bool {
	return slices.ContainsFunc(a.indexes(), func(i int) bool {
		return slices.ContainsFunc(b.indexes(), func(j int) bool { return p.sameEvent(i, j) == Unknown })
	})
}

// free describes a charge with a route that spends nothing.
func (p planner) free(i int, r Route) FreeRoute {
	f := FreeRoute{Charge: i, Route: r}
	f.Text = p.name(i) + ": " + inWords(&r) + ", a route that spends no lifetime allowance"
	if r.Pathway == FirstMisdemeanor {
		f.Remark = "First-offender status is no lifetime allowance, but it is for one time: the record that remains is kept to tell whether a person is a first offender (sections 99-19-71(3) and 45-27-21)."
		if r.Status != Review { // whether it spends the status at all is then the lawyer's question
			f.Effects = p.effects(FirstMisdemeanor, []int{i})
		}
	}
	return f
}
