package rules

import (
	"slices"

	"expunge/petition"
)

// Effect is a charge whose answer would change if others were expunged. No section says
// in so many words whether an expunged conviction still counts against another charge;
// sections 45-27-21 and 99-19-71(3) keep it for some ends. So both readings are taken:
// Counted is the answer where it still counts, Gone where it does not. Where they differ
// the point is unsettled.
type Effect struct {
	Charge               int
	Today, Counted, Gone Route
	Text                 string
}

// Unsettled reports whether the two readings differ.
func (e Effect) Unsettled() bool { return !alike(e.Counted, e.Gone) }

// reliefs are the earlier reliefs that a granted petition would leave on the record.
var reliefs = map[Pathway]petition.EarlierRelief{
	OneFelony:        {Kind: petition.ReliefExpunction, Of: petition.OfFelony, Section: petition.ParseSection("99-19-71(2)(a)")},
	FirstDUI:         {Kind: petition.ReliefExpunction, Of: petition.OfDUI, Section: petition.ParseSection("63-11-30(13)")},
	FirstMisdemeanor: {Kind: petition.ReliefExpunction, Of: petition.OfMisdemeanor, Section: petition.ParseSection("99-19-71(1)")},
}

// effects assesses the other charges of the case as if the chosen ones had been expunged
// by the route on the day asked about. Rivals for the same allowance are left out: that
// they have to stay is said where the choice says what stays.
func (p planner) effects(pathway Pathway, chosen []int) []Effect {
	var others []int
	for _, v := range p.a.Charges {
		if r, rival := p.under(v, pathway); !slices.Contains(chosen, v.Index) && (!rival || !r.spends) {
			others = append(others, v.Index)
		}
	}
	if len(others) == 0 {
		return nil
	}
	counted, gone := p.after(pathway, chosen)
	var out []Effect
	for _, i := range others {
		e := Effect{Charge: i, Today: p.a.Charges[i].Route, Counted: counted.Charges[i].Route, Gone: gone.Charges[i].Route}
		if alike(e.Today, e.Counted) && alike(e.Today, e.Gone) {
			continue
		}
		e.Text = p.name(i) + ": today " + inWords(&e.Today) + "; with this expunged, " + inWords(&e.Counted)
		if e.Unsettled() {
			e.Text += " if an expunged conviction still counts, and " + inWords(&e.Gone) + " if it does not, which is unsettled"
		}
		out = append(out, e)
	}
	return out
}

// after assesses the case by both readings of what an expunction leaves.
func (p planner) after(pathway Pathway, chosen []int) (counted, gone Assessment) {
	c := p.c
	granted := reliefs[pathway]
	granted.Date, granted.Event = p.a.AsOf, p.c.Charges[chosen[0]].Event
	c.Record.EarlierRelief = append(slices.Clone(c.Record.EarlierRelief), granted)
	counted = Assess(c, p.a.AsOf, p.a.Held...)
	c.Charges = slices.Clone(c.Charges)
	for _, i := range chosen {
		c.Charges[i] = petition.Charge{Outcome: petition.Dismissed} // counts for nothing, and keeps its place
	}
	return counted, Assess(c, p.a.AsOf, p.a.Held...)
}

// alike reports whether two routes are the same answer.
func alike(a, b Route) bool {
	return a.Pathway == b.Pathway && a.Status == b.Status && a.Earliest == b.Earliest
}
