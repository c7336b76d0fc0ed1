package screen

import (
	"cmp"
	"slices"

	"expunge/petition/intake"
	"expunge/rules"
)

// Report is what became of a file.
type Report struct {
	Cases, Rows, Charges int
	Refused              int                 // cases with problems
	Returned             int                 // of them, those whose rows stand apart
	Problems             []intake.Diagnostic // the first of them
	More                 int                 // problems beside those
	Notes                []string

	counts map[Place]int
}

// Place is what charges are counted by. County and Pathway are empty for rows that were
// not judged, which have the status [Problem], and County where there is none.
type Place struct {
	County  string
	Pathway rules.Pathway
	Status  rules.Status
}

// Count is how many charges there are of a place, or rows that were not judged.
type Count struct {
	Place
	Charges int
}

// Counts lists every place that has charges, in order.
func (r *Report) Counts() []Count {
	out := make([]Count, 0, len(r.counts))
	for p, n := range r.counts {
		out = append(out, Count{p, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(a.County, b.County), cmp.Compare(a.Pathway, b.Pathway), cmp.Compare(a.Status, b.Status))
	})
	return out
}

// maxTold is how many problems a report tells in full. The answers have them all.
const maxTold = 20

// tally is what became of a block.
type tally struct {
	cases, rows, refused, returned, problems int
	told                                     []intake.Diagnostic
	counts                                   map[Place]int
}

func (t *tally) wipe() {
	clear(t.counts)
	*t = tally{counts: t.counts, told: t.told[:0]}
	if t.counts == nil {
		t.counts = map[Place]int{}
	}
}

func (t *tally) count(county string, p rules.Pathway, s rules.Status, n int) {
	t.counts[Place{county, p, s}] += n
}

// refuse counts a case that was not judged.
func (t *tally) refuse(rows int, problems []intake.Diagnostic) {
	t.refused++
	t.problems += len(problems)
	t.count("", "", Problem, rows)
	t.told = append(t.told, problems[:min(len(problems), maxTold-len(t.told))]...)
	if slices.ContainsFunc(problems, func(d intake.Diagnostic) bool { return d.Code == "case.returns" }) {
		t.returned++
	}
}

// add adds what became of a block.
func (r *Report) add(t *tally) {
	if r.counts == nil {
		r.counts = map[Place]int{}
	}
	for p, n := range t.counts {
		r.counts[p] += n
		if p.Status != Problem {
			r.Charges += n
		}
	}
	told := t.told[:min(len(t.told), maxTold-len(r.Problems))]
	r.Problems = append(r.Problems, told...)
	r.Cases, r.Rows, r.Refused, r.Returned, r.More = r.Cases+t.cases, r.Rows+t.rows, r.Refused+t.refused, r.Returned+t.returned, r.More+t.problems-len(told)
}
