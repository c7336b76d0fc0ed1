package rules

import "expunge/petition"

// Truth is the answer of a condition. Its zero value is [Unknown]: silence decides nothing.
type Truth int8

// The three truths.
const (
	Unknown Truth = iota
	No
	Yes
)

// String returns yes, no or unknown.
func (t Truth) String() string {
	switch t {
	case Yes:
		return "yes"
	case No:
		return "no"
	default:
		return "unknown"
	}
}

// Citation is a place in the law: "99-19-71(2)(a)", "Laws 2026 ch. 430". A bare section
// is of the Mississippi Code.
type Citation string

// Condition is a part of a provision. The set is closed: [All], [Any], [Unless], [Ask],
// [EndedIn], [GradeIn] and [Reserve] make the only kinds, plain values that the evaluator, the tests of the
// law and whatever else wants to read the law can walk.
type Condition interface{ condition() }

type (
	all struct {
		id    string
		cite  Citation
		text  string
		parts []Condition
	}
	anyOf struct {
		id    string
		cite  Citation
		text  string
		parts []Condition
	}
	unless struct {
		id   string
		cite Citation
		text string
		part Condition
	}
	ask struct {
		id   string
		cite Citation
		text string
		read func(*matter) reading
		// endings and grades are those of a charge that is not turned away by the question,
		// where that is all it asks.
		endings []petition.Outcome
		grades  []petition.Grade
	}
	reserve struct {
		id   string
		cite Citation
		text string
	}
)

func (all) condition()     {}
func (anyOf) condition()   {}
func (unless) condition()  {}
func (ask) condition()     {}
func (reserve) condition() {}

// All is met when every part is; one part that fails decides.
func All(id string, cite Citation, text string, parts ...Condition) Condition {
	return all{id, cite, text, parts}
}

// Any is met when one part is; it fails only when every part does.
func Any(id string, cite Citation, text string, parts ...Condition) Condition {
	return anyOf{id, cite, text, parts}
}

// Unless is met when its part is not: the exception as the statute writes it.
func Unless(id string, cite Citation, text string, part Condition) Condition {
	return unless{id, cite, text, part}
}

// Ask is a question the facts answer.
func Ask(id string, cite Citation, text string, read func(*matter) reading) Condition {
	return ask{id: id, cite: cite, text: text, read: read}
}

// EndedIn is the question whether the charge ended in one of the ways named.
func EndedIn(id string, cite Citation, text string, endings ...petition.Outcome) Condition {
	return ask{id: id, cite: cite, text: text, read: endedIn(endings), endings: endings}
}

// GradeIn is the question whether the offense is of one of the grades named.
func GradeIn(id string, cite Citation, text string, grades ...petition.Grade) Condition {
	return ask{id: id, cite: cite, text: text, read: gradeIn(grades), grades: grades}
}

// Reserve is a question that only the court or the future can answer. It never bars,
// it is always pleaded, and it stands on the worksheet.
func Reserve(id string, cite Citation, text string) Condition { return reserve{id, cite, text} }

// Finding is the answer of a condition with its reasons.
type Finding struct {
	// ID is the stable name of the rule, "felony.wait".
	ID     string
	Cite   Citation
	Text   string
	Answer Truth
	// Why says in a sentence what was read and what followed.
	Why string
	// Also are further citations that decided, such as the line of a table.
	Also []Citation
	// Paths are the facts that were read; Missing those of them that are not known.
	Paths, Missing []petition.Path
	// Doubt is an unsettled point of law that keeps the answer unknown.
	Doubt string
	// Reserved marks what is left to the court.
	Reserved bool
	// Passing marks a No that time or an act can mend. From is then the first safe day,
	// where one can be told.
	Passing bool
	From    petition.Date
	Parts   []Finding
}

// Find returns the finding with the given id in the tree under f, f included.
func (f Finding) Find(id string) (Finding, bool) {
	if f.ID == id {
		return f, true
	}
	for _, p := range f.Parts {
		if found, ok := p.Find(id); ok {
			return found, true
		}
	}
	return Finding{}, false
}
