// Package rules answers, for a case and a day, which of its charges appear eligible to
// be expunged in Mississippi, by which section, and why.
//
// Each section of law is a triptych of files: what the section says with its source
// (s99_19_71.md), the same section as conditions in the order of the statute
// (s99_19_71.go), and vectors a lawyer can read (s99_19_71.yaml). Conditions answer
// yes, no or unknown; an unknown fact never counts as met. The tree of findings is the
// explanation.
//
// The package is pure: the day is an argument, nothing is read from disk or clock. It
// gives no legal advice; "appears eligible" is the most it says.
package rules

import (
	"slices"
	"sync"

	"expunge/petition"
)

// Provisions lists every route the edition knows, in the order of the decision flow.
// It is the one table of the law.
func Provisions() []Provision { return slices.Clone(provisions()) }

var provisions = sync.OnceValue(func() []Provision {
	misdemeanor, felony, nonconviction := s99_19_71[0], s99_19_71[1], s99_19_71[2]
	return slices.Concat(
		[]Provision{survivors(), survivorVacatur(), identityTheft()},
		programs(),
		[]Provision{municipalDismissed(), unchargedOrCitation(), nonconviction, firstDUI()},
		singleOffenses(),
		[]Provision{misdemeanor},
		lowerCourts(),
		[]Provision{felony},
		youthCourt(),
		[]Provision{elsewhere()},
	)
})

// filingCourt returns the court a petition for the charge is filed in: the court that
// decided it, but the circuit court of the county for a first DUI (63-11-30(13)). It is
// zero when no Mississippi court could hear it.
func filingCourt(ch *petition.Charge, p Pathway) petition.Court {
	switch {
	case ch.Court.IsMississippi() == petition.No:
		return petition.Court{}
	case p == FirstDUI:
		return petition.Court{Level: petition.Circuit, County: ch.Court.County, District: ch.Court.District}
	default:
		return ch.Court
	}
}

// markFelonies adds the cautions that look at all felonies of a case at once: that only
// one can be expunged, to every charge of a case that asks for more than one event under
// (2); and, to every felony a petition can be drafted for, that another asked-for felony
// of its event has to stay behind.
func (s *Assessor) markFelonies(a *Assessment) {
	s.felonies = s.felonies[:0]
	for i := range a.Charges {
		if asksFelony(&s.c, &a.Charges[i]) {
			s.felonies = append(s.felonies, i)
		}
	}
	if len(s.felonies) < 2 {
		return
	}
	ready := func(i int) bool { return a.Charges[i].Status == Eligible || a.Charges[i].Status == Incomplete }
	choose := slices.ContainsFunc(s.felonies, func(i int) bool { return !s.oneEvent(i, s.felonies[0]) })
	for _, i := range s.felonies {
		if choose {
			s.caution(&a.Charges[i], chooseOne())
		}
		behind := func(j int) bool { return !ready(j) && s.oneEvent(i, j) }
		if ready(i) && slices.ContainsFunc(s.felonies, behind) {
			s.caution(&a.Charges[i], notWhole())
		}
	}
}

// oneEvent reports whether two charges are one, or have the same label.
func (s *Assessor) oneEvent(i, j int) bool {
	label := s.record.charges[i].event
	return i == j || label != "" && label == s.record.charges[j].event
}

// caution adds a caution to an answer. The cautions of all answers share one memory, so
// it moves those of the answer to the end of it.
func (s *Assessor) caution(v *Verdict, c Caution) {
	from := len(s.cautions)
	s.cautions = append(append(s.cautions, v.Cautions...), c)
	v.Cautions = s.cautions[from:len(s.cautions):len(s.cautions)]
}

// FelonyEvents groups the charges asked for under section 99-19-71(2), now or after a
// wait or a lawyer's review, by event, as indexes. Charges without a label are events of
// their own. More than one group means that a choice is still to be made.
func FelonyEvents(c petition.Case, a Assessment) [][]int {
	var events [][]int
	at := map[string]int{}
	for i := range a.Charges {
		if !asksFelony(&c, &a.Charges[i]) {
			continue
		}
		label := petition.EventKey(c.Charges[i].Event)
		if g, ok := at[label]; ok && label != "" {
			events[g] = append(events[g], i)
			continue
		}
		at[label] = len(events)
		events = append(events, []int{i})
	}
	return events
}

func asksFelony(c *petition.Case, v *Verdict) bool {
	return v.Pathway == OneFelony && v.Status != Ineligible && c.Charges[v.Index].Asked()
}
