package batch

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/intake"
)

// Report tells what a run did. It names nobody but, where names were asked for, in the
// lines of the desk.
type Report struct {
	AsOf    petition.Date
	Altered bool // the manifest or the journal was changed since it was written, and not believed
	Kept    bool // AsOf is the day the folder keeps, and nobody gave one
	Notes   []string
	Entries []Entry // the manifest
	Desk    []forms.DeskLine

	Cases    map[Change]int // cases of this run, by what was done
	Outcomes map[Outcome]int
	Remade   []string // cases whose rows or settings had changed
	Touched  []string // cases with a file that someone changed, which stays
	Twins    []string // cases with the same name and birth date as another
	Stale    []string // cases whose packet stands though their rows now have problems
	Gone     []string // cases of an earlier run that this clients file does not have
	Edited   []Edited
	Failures []Failure
	Problems []intake.Diagnostic // of rows, in the order of the file
	Rows     int                 // rows of cases with problems
	Waiting  string              // the file where rows of cases that this clients file does not have still wait
	Volumes  []string            // files of papers to print
	Dropped  []string            // volumes of an earlier run that no longer hold what the folders do
}

// Edited is a file that someone had changed and that was in the way.
type Edited struct{ Case, Was, Now string }

// Failure is a packet that was not made or not written.
type Failure struct {
	Case string
	Err  error
}

// report gathers the results in the order of the file. What earlier runs made of cases
// that this file does not have comes last.
func (r *run) report() Report {
	kept, _ := petition.ParseDate(r.memory.head.AsOf)
	out := Report{
		AsOf: r.o.AsOf, Altered: r.memory.altered, Kept: r.memory.head.Schema != "" && kept == r.o.AsOf, Notes: r.table.Notes(),
		Cases: map[Change]int{}, Outcomes: map[Outcome]int{},
	}
	here := map[string]bool{}
	out.Entries = make([]Entry, 0, len(r.results))
	for i, res := range r.results {
		if res.entry == nil {
			continue
		}
		e := *res.entry
		here[strings.ToLower(e.Case)] = true
		out.Entries = append(out.Entries, e)
		out.Desk = append(out.Desk, e.desk(res.name)...)
		if res.change != Outside {
			out.tell(e, res, len(r.clients[i].Rows))
		}
	}
	for _, id := range r.memory.order {
		if e := r.memory.done[id]; !here[strings.ToLower(id)] && r.remains(e) {
			out.Gone = append(out.Gone, id)
			out.Entries = append(out.Entries, e.Entry)
			out.Desk = append(out.Desk, e.desk("")...)
		}
	}
	return out
}

// remains reports whether something of an earlier case is still there to be told of.
func (r *run) remains(e earlier) bool {
	if len(e.Files) == 0 {
		return true
	}
	_, err := os.Stat(filepath.Join(r.dir, e.Case))
	return err == nil
}

func (out *Report) tell(e Entry, res result, rows int) {
	out.Cases[res.change]++
	out.Outcomes[e.Outcome]++
	switch res.change {
	case Remade:
		out.Remade = append(out.Remade, e.Case)
	case Touched:
		out.Touched = append(out.Touched, e.Case)
	default:
	}
	if len(e.Cautions) > 0 && e.Case != "" {
		out.Twins = append(out.Twins, e.Case)
	}
	if res.stale {
		out.Stale = append(out.Stale, e.Case)
	}
	for _, name := range res.edited {
		out.Edited = append(out.Edited, Edited{Case: e.Case, Now: name})
	}
	if res.err != nil {
		out.Failures = append(out.Failures, Failure{e.Case, res.err})
	}
	if len(res.problems) > 0 {
		out.Problems = append(out.Problems, res.problems...)
		out.Rows += rows
	}
}

// Withheld reports whether a petition that was asked for was withheld.
func (out Report) Withheld() bool { return out.Outcomes[Part]+out.Outcomes[Withheld] > 0 }

// Places lists the county and court of the desk's lines with how many of them stand where,
// by county and then court, those without one last.
func (out Report) Places() []Place { return placesOf(out.Desk) }

// Place is a court with its charges counted.
type Place struct {
	County, Court string
	Counts        map[forms.Standing]int
}

func placesOf(lines []forms.DeskLine) []Place {
	var all []Place
	at := map[[2]string]int{}
	for _, l := range lines {
		key := [2]string{l.County, l.Court}
		i, ok := at[key]
		if !ok {
			i = len(all)
			at[key] = i
			all = append(all, Place{l.County, l.Court, map[forms.Standing]int{}})
		}
		all[i].Counts[l.Standing]++
	}
	slices.SortFunc(all, func(a, b Place) int { return forms.ComparePlaces(a.County, a.Court, b.County, b.Court) })
	return all
}
