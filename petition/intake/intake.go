// Package intake reads the facts of a case from wherever people write them down.
//
// Every reader does the same small thing: it yields each value as a [Fact], the text
// exactly as typed with its path and its position, and [Fill] sets the facts on a
// [petition.Case]. Nothing is guessed on the way: a cause number 0123 stays 0123, and
// what cannot be read is reported, all of it at once, as [Diagnostic] values that say
// where it stands and what to do. [Record.Check] adds what [petition.Case.Validate]
// finds, with positions.
//
// A diagnostic may quote a word or a key that is nearly one of those there are. It never
// repeats another value, in whatever field: a cell may stand in the wrong column.
package intake

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"expunge/petition"
)

// Position is a place in a file, counted from 1, columns in characters. A Line of 0
// means that File says it all, as "clients.xlsx:Sheet1!F14" does. Header is what stands
// above the cell in a clients file, and is empty elsewhere.
type Position struct {
	File   string
	Line   int
	Column int
	Header string
}

// String returns "file:line:col", or the file alone where there is no line, and the
// header in parentheses where there is one.
func (p Position) String() string {
	s := p.File
	if p.Line != 0 {
		s = fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
	}
	if p.Header != "" {
		s += " (" + p.Header + ")"
	}
	return s
}

// Fact is one value as typed, the field it is for, and where it stands.
type Fact struct {
	Path petition.Path
	Text string
	At   Position
}

// Diagnostic is a problem with the place to mend it.
type Diagnostic struct {
	Position
	petition.Problem
}

// String returns "file:line:col: path: message", and the hint on a second line, set in
// by four spaces, when there is one.
func (d Diagnostic) String() string {
	s := d.Problem.String()
	if at := d.Position.String(); at != "" {
		s = at + ": " + s
	}
	if d.Hint != "" {
		s += "\n    hint: " + d.Hint
	}
	return s
}

// MarshalJSON writes the object that "expunge check --json" lists under problems.
func (d Diagnostic) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		File    string        `json:"file"`
		Line    int           `json:"line"`
		Column  int           `json:"column"`
		Header  string        `json:"header,omitempty"`
		Path    petition.Path `json:"path"`
		Code    petition.Code `json:"code"`
		Message string        `json:"message"`
		Hint    string        `json:"hint"`
	}{d.File, d.Line, d.Column, d.Header, d.Path, d.Code, d.Message, d.Hint})
}

// Record is a case, where each of its facts stands, and what was wrong with the writing.
type Record struct {
	Case        petition.Case
	Origin      Origin
	Diagnostics []Diagnostic // of a case of a clients file, at most a thousand, and one that counts the rest

	untold int                        // problems that Diagnostics counts and does not tell
	long   map[petition.Path]overlong // by list
	unread bool                       // nothing could be read, so nothing can be said of what is missing
}

// StatedUnknown reports whether the field was written as unknown, as opposed to left
// out, whatever the type of the field.
func (r Record) StatedUnknown(path petition.Path) bool { return r.Origin.unknown[path] }

// Check returns everything that is wrong with the record, in the order of the file: the
// diagnostics of reading, and the problems of [petition.Case.Validate] at the place of
// the field or of its nearest ancestor in the file. A field that could not be read is
// not also reported for what it then lacks. A record that could not be read at all has
// only the diagnostics of reading. A thousand are told, of both kinds together, and one
// more counts the rest.
func (r Record) Check(asOf petition.Date) []Diagnostic {
	out := slices.Clone(r.told())
	if !r.unread {
		refused := r.refused()
		for _, p := range r.Case.Validate(asOf) {
			if !refused[p.Path] {
				out = append(out, Diagnostic{r.Origin.Nearest(p.Path), p})
			}
		}
	}
	sortDiagnostics(out)
	return bounded(out, r.untold)
}

// told is what the diagnostics tell, without the one that counts the rest.
func (r Record) told() []Diagnostic {
	if r.untold > 0 {
		return r.Diagnostics[:len(r.Diagnostics)-1]
	}
	return r.Diagnostics
}

// maxProblems is how many problems of one record are told.
const maxProblems = 1_000

// bounded returns the first problems of a record and, where there are more, how many: those
// beyond the first, and those untold that were not even kept.
func bounded(ds []Diagnostic, untold int) []Diagnostic {
	more := max(len(ds)-maxProblems, 0) + untold
	if more == 0 {
		return ds
	}
	at := ds[min(len(ds)-1, maxProblems)].Position
	rest := petition.Problem{Code: "problems.more", Message: fmt.Sprintf("there are %d more problems from here on", more), Hint: "mend what is told above first, and check again"}
	if more == 1 {
		rest.Message = "there is 1 more problem here"
	}
	ds = ds[:min(len(ds), maxProblems):min(len(ds), maxProblems)]
	return append(ds, Diagnostic{at, rest})
}

// refused is every field that reading already found fault with, in itself or in something
// in it.
func (r Record) refused() map[petition.Path]bool {
	out := map[petition.Path]bool{}
	for _, d := range r.Diagnostics {
		for p := d.Path; p != "" && !out[p]; p = parent(p) {
			out[p] = true
		}
	}
	return out
}

// within reports whether path is the given ancestor or lies under it.
func within(path, ancestor petition.Path) bool {
	rest, ok := strings.CutPrefix(string(path), string(ancestor))
	return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
}

func sortDiagnostics(ds []Diagnostic) {
	slices.SortStableFunc(ds, func(a, b Diagnostic) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}

// Origin says where the facts of a record stand. The zero value knows of none.
type Origin struct {
	facts   map[petition.Path]Position
	keys    map[petition.Path]Position // ancestors of facts, and keys without a value
	unknown map[petition.Path]bool
	start   Position
}

// Of returns where the fact stands. False means that the field was not stated.
func (o Origin) Of(path petition.Path) (Position, bool) {
	at, ok := o.facts[path]
	return at, ok
}

// Nearest returns where the field stands, or else its key without a value, or else its
// nearest ancestor, or else the start of the file.
func (o Origin) Nearest(path petition.Path) Position {
	for p := path; p != ""; p = parent(p) {
		if at, ok := o.facts[p]; ok {
			return at
		}
		if at, ok := o.keys[p]; ok {
			return at
		}
	}
	return o.start
}

// note remembers a fact's place, for the fact and for ancestors not yet placed.
func (o Origin) note(path petition.Path, at Position) {
	o.facts[path] = at
	for p := parent(path); p != ""; p = parent(p) {
		if _, ok := o.keys[p]; ok {
			return
		}
		o.keys[p] = at
	}
}

// parent returns "charges[0]" for "charges[0].court", "charges" for "charges[0]", and
// the empty path for "charges".
func parent(p petition.Path) petition.Path {
	return p[:max(strings.LastIndexAny(string(p), ".["), 0)]
}
