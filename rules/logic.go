package rules

import (
	"slices"

	"expunge/petition"
)

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

// Condition is a part of a provision. The set is closed: [All], [Any], [Unless], [Ask]
// and [Reserve] make the only kinds, plain values that the evaluator, the tests of the
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
		read func(matter) reading
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
func Ask(id string, cite Citation, text string, read func(matter) reading) Condition {
	return ask{id, cite, text, read}
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

// reading is what an Ask reads off the facts.
type reading struct {
	answer         Truth
	why            string
	also           []Citation
	paths, missing []petition.Path
	doubt          string
	passing        bool
	from           petition.Date
}

func yes(why string, paths ...petition.Path) reading {
	return reading{answer: Yes, why: why, paths: paths}
}

// no is a lasting no: no act and no time mends it.
func no(why string, paths ...petition.Path) reading {
	return reading{answer: No, why: why, paths: paths}
}

// notYet is a no that ends on the day from, or on a day nobody can tell when from is zero.
func notYet(from petition.Date, why string, paths ...petition.Path) reading {
	return reading{answer: No, passing: true, from: from, why: why, paths: paths}
}

// missing is an unknown that the facts named would settle.
func missing(why string, paths ...petition.Path) reading {
	return reading{why: why, paths: paths, missing: paths}
}

// doubtful is an unknown that no fact settles: the law does.
func doubtful(doubt string, paths ...petition.Path) reading {
	return reading{why: doubt, doubt: doubt, paths: paths}
}

func (r reading) citing(cites ...Citation) reading {
	r.also = append(r.also, cites...)
	return r
}

// evaluate answers a condition over the facts of a matter.
func evaluate(c Condition, m matter) Finding {
	switch c := c.(type) {
	case all:
		f := Finding{ID: c.id, Cite: c.cite, Text: c.text, Parts: evaluateEach(c.parts, m)}
		f.Answer, f.Passing, f.From = allOf(f.Parts)
		return f
	case anyOf:
		f := Finding{ID: c.id, Cite: c.cite, Text: c.text, Parts: evaluateEach(c.parts, m)}
		f.Answer, f.Passing, f.From = oneOf(f.Parts)
		return f
	case unless:
		part := evaluate(c.part, m)
		return Finding{
			ID: c.id, Cite: c.cite, Text: c.text, Parts: []Finding{part},
			Answer: not(part.Answer), Passing: part.Answer == Yes && part.Passing, From: part.From,
		}
	case ask:
		r := c.read(m)
		return Finding{
			ID: c.id, Cite: c.cite, Text: c.text, Answer: r.answer, Why: r.why, Also: r.also,
			Paths: r.paths, Missing: r.missing, Doubt: r.doubt, Passing: r.passing, From: r.from,
		}
	case reserve:
		return Finding{ID: c.id, Cite: c.cite, Text: c.text, Answer: Yes, Reserved: true}
	default:
		return Finding{}
	}
}

func evaluateEach(parts []Condition, m matter) []Finding {
	out := make([]Finding, len(parts))
	for i, p := range parts {
		out[i] = evaluate(p, m)
	}
	return out
}

func not(t Truth) Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	default:
		return Unknown
	}
}

// allOf is Kleene's "and". A lasting no outweighs a passing one; passing ones end on
// the latest of their days, and on no day when one of them has none.
func allOf(parts []Finding) (answer Truth, passing bool, from petition.Date) {
	answer, passing = Yes, true
	undated := false
	for _, p := range parts {
		switch p.Answer {
		case No:
			answer = No
			passing = passing && p.Passing
			undated = undated || !p.From.Known()
			from = petition.Latest(from, p.From)
		case Unknown:
			if answer == Yes {
				answer = Unknown
			}
		case Yes:
		}
	}
	if answer != No || !passing {
		return answer, false, petition.Date{}
	}
	if undated {
		from = petition.Date{}
	}
	return No, true, from
}

// oneOf is Kleene's "or". It fails for good only when every part does; otherwise it
// opens on the earliest of the days.
func oneOf(parts []Finding) (answer Truth, passing bool, from petition.Date) {
	answer = No
	for _, p := range parts {
		switch p.Answer {
		case Yes:
			return Yes, false, petition.Date{}
		case Unknown:
			answer = Unknown
		case No:
			passing = passing || p.Passing
			if p.Passing && p.From.Known() && (!from.Known() || p.From.Before(from)) {
				from = p.From
			}
		}
	}
	if answer == Unknown {
		return Unknown, false, petition.Date{}
	}
	return No, passing, from
}

// deciding walks the findings that made f's answer what it is, f itself left out:
// the failing parts of a no, the open parts of an unknown.
func deciding(f Finding, visit func(Finding)) {
	for _, p := range f.Parts {
		if p.Reserved {
			continue
		}
		inverted := len(f.Parts) == 1 && p.Answer != f.Answer && p.Answer == not(f.Answer)
		if p.Answer == f.Answer || inverted {
			visit(p)
			deciding(p, visit)
		}
	}
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

// MissingPaths lists the facts under f that are not known and would help to decide:
// every one of them, in the order of the tree, each once.
func (f Finding) MissingPaths() []petition.Path {
	var out []petition.Path
	f.collectMissing(&out)
	return out
}

func (f Finding) collectMissing(out *[]petition.Path) {
	for _, p := range f.Missing {
		if !slices.Contains(*out, p) {
			*out = append(*out, p)
		}
	}
	// A yes found despite an unknown part needs nothing more.
	if f.Answer == Yes {
		return
	}
	for _, p := range f.Parts {
		if p.Answer == Unknown || len(p.Missing) > 0 || p.Answer == f.Answer {
			p.collectMissing(out)
		}
	}
}
