package rules

import (
	"slices"

	"expunge/petition"
)

// Edition is the day the law of this build was last brought up to. Nothing enacted
// later is known here.
const Edition = "2026-07-01"

// Status is the answer for a charge. Its zero value is no answer at all.
type Status string

// The statuses. Eligible means that a petition may be filed on the day: every element
// the record can show is met. It never means that relief will be granted.
const (
	Eligible   Status = "eligible"
	Incomplete Status = "incomplete"
	NotYet     Status = "not_yet"
	Review     Status = "review"
	Ineligible Status = "ineligible"
)

// Words returns the status as people read it. The program never says more than that a
// charge appears eligible.
func (s Status) Words() string {
	switch s {
	case Eligible:
		return "appears eligible"
	case Incomplete:
		return "facts missing"
	case NotYet:
		return "not yet"
	case Review:
		return "needs a lawyer's review"
	case Ineligible:
		return "not available"
	default:
		return "not assessed"
	}
}

// Caution is something a reader must know that does not change the answer.
type Caution struct {
	Code string
	Text string
}

// Route is the answer of one provision for one charge.
type Route struct {
	Pathway  Pathway
	Title    string
	Relief   Relief
	Status   Status
	Earliest petition.Date // the as-of date when eligible; the first safe day or zero when not yet
	Because  []Citation    // what decided
	Missing  []petition.Path
	Finding  Finding

	spends bool
	maybe  uint8  // 0 when the route certainly concerns the charge, else its place among those that may
	unread string // the caution of a route whose text was not read
}

// Verdict is the answer for one charge: the route that came nearest, with the other
// routes as alternatives.
type Verdict struct {
	Index int
	Route
	FileIn       petition.Court
	Cautions     []Caution
	Alternatives []Route
}

// Assessment is the answer for a case on a day.
type Assessment struct {
	Edition string
	AsOf    petition.Date
	Held    []string
	Charges []Verdict
}

// Missing lists every fact that would help to decide, each once, in the order of the charges.
func (a Assessment) Missing() []petition.Path {
	var out []petition.Path
	for _, v := range a.Charges {
		for _, p := range v.Missing {
			if !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// rank orders the routes of a charge; the lowest is the answer.
func rank(r *Route) int {
	switch {
	case r.Status == Eligible:
		return 1
	case r.Status == Incomplete:
		return 2
	case r.Status == NotYet && r.Earliest.Known():
		return 3
	case r.Status == Review:
		return 4
	case r.Status == NotYet:
		return 5
	default:
		return 6
	}
}

// byPreference orders two routes: rank; the earlier date; among the incomplete, what
// certainly concerns the charge before what only may; among the eligible, mandatory or
// automatic before discretionary, and what spends no lifetime allowance before what does.
// Equals keep the order of the flow.
func byPreference(a, b *Route) int {
	if d := rank(a) - rank(b); d != 0 {
		return d
	}
	if rank(a) == 3 {
		if d := a.Earliest.Compare(b.Earliest); d != 0 {
			return d
		}
	}
	if a.Status == Incomplete {
		return int(a.maybe) - int(b.maybe)
	}
	if a.Status != Eligible {
		return 0
	}
	if d := weight(a.Relief == Discretionary) - weight(b.Relief == Discretionary); d != 0 {
		return d
	}
	return weight(a.spends) - weight(b.spends)
}

// placeOfMaybe orders the routes that only may concern a charge: the general ones, which
// most charges go by, before the routes of one program or offense. Of a charge that
// ended in a program the program's own section speaks first.
func placeOfMaybe(p Pathway, ended petition.Outcome) uint8 {
	switch {
	case reliefByProgram(ended) != "":
		return 1 + uint8(weight(p == NonConviction))
	case p == NonConviction:
		return 1
	case p == FirstMisdemeanor:
		return 2
	case p == OneFelony:
		return 3
	default:
		return 4
	}
}

// inOrder puts the nearest route first.
func inOrder(routes []Route) {
	for i := 1; i < len(routes); i++ {
		for k := i; k > 0 && byPreference(&routes[k], &routes[k-1]) < 0; k-- {
			routes[k], routes[k-1] = routes[k-1], routes[k]
		}
	}
}

func weight(heavy bool) int {
	if heavy {
		return 1
	}
	return 0
}
