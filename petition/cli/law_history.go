package cli

import (
	"slices"

	"expunge/petition"
	"expunge/rules"
)

// dated returns the history of the law as the rules of this build know it: the days on
// which their points changed, and the answers that an enactment a setting can hold back
// changes.
func dated() history { return history{changes: outlined, differences: heldDifferences} }

// outlined lists the dated points of the law, the oldest first.
func outlined() []change {
	var out []change
	for _, r := range rules.Provisions() {
		for _, part := range parts(r) {
			part.Walk(func(e rules.Element, _ int) {
				for _, v := range e.Versions {
					c := change{Day: v.Since, When: v.Since.Long(), Hold: v.Hold, What: e.Text + ": " + v.Says, Pathways: []rules.Pathway{r.Pathway}, Sources: v.Sources}
					if len(v.Sources) > 0 {
						c.Act = v.Sources[0].Name
					}
					out = append(out, c)
				}
			})
		}
	}
	slices.SortStableFunc(out, func(a, b change) int { return a.Day.Compare(b.Day) })
	return out
}

// heldDifferences compares each answer with the one that holding an enactment back gives.
func heldDifferences(c petition.Case, asOf petition.Date, held ...string) []difference {
	var out []difference
	after := rules.Assess(c, asOf, held...)
	for _, ch := range outlined() {
		if ch.Hold == "" || slices.Contains(held, ch.Hold) {
			continue
		}
		before := rules.Assess(c, asOf, append(slices.Clone(held), ch.Hold)...)
		for i := range c.Charges {
			was, is := before.Charges[i].Route, after.Charges[i].Route
			same := was.Status == is.Status && was.Pathway == is.Pathway && was.Earliest == is.Earliest
			if !same && (slices.Contains(ch.Pathways, is.Pathway) || slices.Contains(ch.Pathways, was.Pathway)) {
				out = append(out, difference{ch, i, was, is})
			}
		}
	}
	return out
}
