package forms

import (
	"fmt"
	"slices"
	"strings"

	"expunge/petition"
	"expunge/rules"
)

// Petition is one petition of a packet: the charges it covers, the route, and the
// court it is filed in.
type Petition struct {
	Number  int // from 1, in the order of the packet
	Pathway rules.Pathway
	Court   petition.Court
	Charges []int  // indexes into the charges of the case, ascending
	Draft   string // what each page is headed with; empty when the papers are ready
}

// What heads the pages of papers that are not ready.
const (
	draftMissing = "DRAFT: facts missing, do not sign or file"
	draftReview  = "DRAFT for review by the supervising attorney, do not sign or file"
	draftBoth    = "DRAFT for review by the supervising attorney, facts missing, do not sign or file"
)

// Petitions says which charges share which petition: one for each filing court, cause
// number and route, in the order of the case. Counts of one event under section
// 99-19-71(2) in one court share one; a charge whose cause number is not known has one
// of its own. Charges that are withheld are in none, and so are those on a route that the
// office drafts nothing for. While more than one event is asked
// for under (2), in review and not yet ripe ones counted, no petition under (2) is drafted:
// two petitions for two felonies must not leave the office side by side.
func Petitions(c petition.Case, a rules.Assessment, o Office) []Petition {
	choose := len(rules.FelonyEvents(c, a)) > 1
	var out []Petition
	at := map[string]int{}
	for _, v := range a.Charges {
		if !draftable(c, v, o) || (choose && v.Pathway == rules.OneFelony) {
			continue
		}
		key := groupKey(c.Charges[v.Index], v)
		n, seen := at[key]
		if !seen {
			n = len(out)
			at[key] = n
			out = append(out, Petition{Number: n + 1, Pathway: v.Pathway, Court: v.FileIn})
		}
		out[n].Charges = append(out[n].Charges, v.Index)
	}
	for n := range out {
		out[n].Draft = draftLine(a, out[n].Charges)
	}
	return out
}

// unplaced is the finding of a charge that no section speaks of.
const unplaced = "unplaced"

// draftable reports whether a petition for the charge is drafted, the choice between
// felonies apart.
func draftable(c petition.Case, v rules.Verdict, o Office) bool {
	if !c.Charges[v.Index].Asked() || !drafts(v) {
		return false
	}
	switch v.Status {
	case rules.Eligible, rules.Incomplete:
		return true
	case rules.Review:
		return o.DraftReview != ""
	default:
		return false
	}
}

// groupKey tells petitions apart.
func groupKey(ch petition.Charge, v rules.Verdict) string {
	court := v.FileIn
	what := "cause " + ch.CauseNumber
	switch {
	case v.Pathway == rules.OneFelony && petition.EventKey(ch.Event) != "":
		what = "event " + petition.EventKey(ch.Event)
	case ch.CauseNumber == "":
		what = fmt.Sprintf("charge %d", v.Index)
	}
	return strings.Join([]string{
		string(v.Pathway), string(court.Level), court.CountyName(), string(court.District), strings.ToLower(court.City), what,
	}, "\n")
}

func draftLine(a rules.Assessment, charges []int) string {
	has := func(s rules.Status) bool {
		return slices.ContainsFunc(charges, func(i int) bool { return a.Charges[i].Status == s })
	}
	switch review, missing := has(rules.Review), has(rules.Incomplete); {
	case review && missing:
		return draftBoth
	case review:
		return draftReview
	case missing:
		return draftMissing
	default:
		return ""
	}
}
