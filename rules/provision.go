package rules

import (
	"slices"

	"expunge/petition"
)

// Pathway names a route to relief by the section that gives it.
type Pathway string

// The routes. None is the answer where no court of Mississippi could hear the petition.
const (
	FirstMisdemeanor    Pathway = "99-19-71(1)"
	OneFelony           Pathway = "99-19-71(2)"
	NonConviction       Pathway = "99-19-71(4)"
	Nonadjudication     Pathway = "99-15-26(5)"
	UnchargedOrCitation Pathway = "99-15-59"
	Intervention        Pathway = "99-15-123(3)"
	DrugDischarge       Pathway = "41-29-150(d)(2)"
	SmallMarijuana      Pathway = "41-29-139(c)(2)(A)"
	FirstDUI            Pathway = "63-11-30(13)"
	DUINonadjudication  Pathway = "63-11-30(14)"
	TrafficCourse       Pathway = "63-9-11(3)"
	UnderageAlcohol     Pathway = "67-3-70(6)"
	MunicipalAny        Pathway = "21-23-7(6)"
	MunicipalDismissed  Pathway = "21-23-7(13)"
	JusticeAny          Pathway = "9-11-15(3)"
	InterventionCourt   Pathway = "9-23-23"
	VeteransCourt       Pathway = "9-25-1"
	MentalHealthCourt   Pathway = "9-27-19"
	SurvivorVacatur     Pathway = "97-3-54.6(5)"
	Survivor            Pathway = "97-3-54.6(6)"
	IdentityTheft       Pathway = "97-45-27"
	LegacyPlea          Pathway = "99-15-57"
	YouthDismissed      Pathway = "43-21-159(1)"
	YouthSealing        Pathway = "43-21-263"
	YouthDestruction    Pathway = "43-21-265"
	None                Pathway = "none"
)

// Relief says how much is left to the court.
type Relief string

// The kinds of relief.
const (
	Mandatory     Relief = "mandatory"     // the court "shall"
	Discretionary Relief = "discretionary" // the court "may"
	Automatic     Relief = "automatic"
)

// Confidence says how well a statement of law is sourced. High: the official text was
// read and nothing contradicts it. Medium: an older official text, or independent
// readers who agree. Low: one reader, or an inference.
type Confidence string

// The grades of confidence.
const (
	High       Confidence = "high"
	MediumHigh Confidence = "medium-high"
	Medium     Confidence = "medium"
	Low        Confidence = "low"
)

// Source is where a statement of law was read, and when.
type Source struct {
	Name       string
	Link       string
	Read       string // year-month-day of the reading
	Confidence Confidence
}

// Provision is one route to relief: whose charges it concerns, and what must be true.
type Provision struct {
	Pathway Pathway
	Title   string
	Relief  Relief
	// Spends names the lifetime allowance the route uses up, or is empty.
	Spends string
	// Since is the day the route opened in the form decided here. Before it, a charge
	// the route concerns is for a lawyer to review.
	Since   petition.Date
	Sources []Source
	// Concerns says whether the charge is of the route's kind at all. A route that
	// does not concern a charge is not spoken of.
	Concerns Condition
	When     Condition
}

// act is the id of an enactment that a setting can hold back until its official text is read.
type act string

// chapter430 is House Bill 1546 of 2026. Its enrolled text was not read for this edition.
const chapter430 act = "2026-ch-430"

// Holdable lists the ids a user may hold back, so that the rule before them applies.
func Holdable() []string { return slices.Clone(holdable) }

var holdable = []string{string(chapter430)}

// waitRule is a waiting period in force from a day.
type waitRule struct {
	since   petition.Date
	years   int
	under   act // the enactment that can be held back, or empty
	sources []Source
	floor   bool // since is no enactment, but where this program's reading begins (see [Change.Floor])
}

// wait is a dated waiting period, oldest rule first.
type wait []waitRule

// knownLaw is the law that is counted by: without the acts held back, and without what
// began after a day, if there is one.
type knownLaw struct {
	held  []string
	until petition.Date
}

// without reports whether a rule is not part of that law. The oldest rule of a wait always
// is: what stood before it this program does not decide.
func (k knownLaw) without(i int, r waitRule) bool {
	return heldBack(r.under, k.held) || i > 0 && k.until.Known() && r.since.After(k.until)
}

// inForce returns the rule that governs a petition filed on the day. ok is false
// before the first.
func (w wait) inForce(day petition.Date, law knownLaw) (rule waitRule, ok bool) {
	for i, r := range w {
		if law.without(i, r) || day.Before(r.since) {
			continue
		}
		rule, ok = r, true
	}
	return rule, ok
}

// earliest returns the first safe day to file after a trigger, and the rule it opens by:
// the first day on which the rule then in force is met. Where a later rule asks for more
// years, what had opened can close again; asked from a day after that, the answer is the
// day it opens anew. The trigger day itself is not
// counted, and a 29 February that a year lacks becomes 1 March (sections 1-3-63 and
// 1-3-67). Nothing opens on a floor: a route asks apart which text governs (see [oneLaw]).
func (w wait) earliest(from, trigger petition.Date, law knownLaw) (open petition.Date, by waitRule) {
	for i, r := range w {
		closes := !from.Before(r.since) && r.since.Before(safeDay(trigger, r.years))
		if law.without(i, r) || (open.Known() && open.Before(r.since) && !closes) {
			continue
		}
		open, by = safeDay(trigger, r.years), r
		if !r.floor {
			open = petition.Latest(open, r.since)
		}
	}
	return open, by
}

// days are those on which a rule of the wait took effect.
func (w wait) days() []petition.Date {
	out := make([]petition.Date, len(w))
	for i, r := range w {
		out[i] = r.since
	}
	return out
}

// safeDay returns the day after which no reading of "n years after" can be unmet.
func safeDay(trigger petition.Date, years int) petition.Date {
	return trigger.AddDays(1).AddYears(years)
}

func heldBack(a act, held []string) bool {
	if a == "" {
		return false
	}
	for _, h := range held {
		if h == string(a) {
			return true
		}
	}
	return false
}
