package intake

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"expunge/petition"
)

// Asker puts one question to a person and returns the answer. It may check the text with
// [Question.Validate] before it returns. [ErrStopped] means that the person stopped.
type Asker interface {
	Ask(ctx context.Context, q Question) (Answer, error)
}

// ErrStopped is returned by an [Asker], and then by [Interview], when the person stops
// before the last question.
var ErrStopped = errors.New("the interview was stopped")

// Kind is the kind of answer a question takes.
type Kind int8

// The kinds of answer.
const (
	Line   Kind = iota // one line of text
	Prose              // text of several lines
	Day                // a date
	Choice             // one of the choices
)

// Question is one question of the interview. Its answer is the text of one field, as the
// case file would have it. An empty answer means that the fact is not known, or, where
// the question is optional, that there is none.
type Question struct {
	Path    petition.Path
	Section string // "Charge 1"
	Title   string
	Explain string // one plain sentence
	Kind    Kind
	Choices []Option
	// Preselect is offered for Enter alone to take. It is no answer until then.
	Preselect string
	// Optional questions may be left empty without a trace in the case file.
	Optional bool
	// Nothing says what an empty answer means: "none", "not known".
	Nothing string
	// Problem says what was wrong with the answer given before.
	Problem string
	// Validate explains what is wrong with an answer; nil accepts it.
	Validate func(text string) error

	again bool                     // asked once more although it stands in the file
	set   func(text string) []Fact // what the answer comes to, when it is more than one fact
}

// Option is one choice of a question: the text of the field and what it means.
type Option struct {
	Value string
	Label string
}

// Answer is what a person said. Back asks for the question before this one.
type Answer struct {
	Text string
	Back bool
}

// Outlook is what the law makes of a case so far: the facts that would help to decide,
// and the charges that nothing more could open, by index.
type Outlook struct {
	Missing []petition.Path
	Closed  map[int]bool
}

// InterviewOptions is what an interview needs beside the record it starts from. Every
// part may be left out.
type InterviewOptions struct {
	AsOf          petition.Date // the last day that has come
	DefaultCounty string        // preselected where a county is asked for
	Passed        []petition.Path
	Outlook       func(petition.Case) Outlook
	Save          func(Record) error // called with the whole record after every answer
}

// Interview asks for what the record lacks and matters, in the order a clerk reads a
// docket, and returns the record with the answers. What stands in the record is not
// asked for again, unless something is wrong with it; nor is what was stated to be
// unknown. Which questions matter is worked out anew after every answer, so resuming is
// the same as starting.
//
// An answer that cannot be read, or that cannot be so beside the others, is explained and
// asked for again. One that only contradicts others is kept when it is given twice.
//
// The record is returned with an error too: it holds every answer given before.
func Interview(ctx context.Context, a Asker, have Record, o InterviewOptions) (Record, error) {
	s := open(have, o)
	for {
		q, more := s.next()
		if !more {
			return s.record(), nil
		}
		given, err := a.Ask(ctx, q)
		if err != nil {
			return s.record(), err
		}
		if given.Back {
			s.back()
			continue
		}
		if err := s.check(q, given.Text); err != nil {
			s.fault[q.Path] = err.Error()
			continue
		}
		if s.take(q, given.Text) && o.Save != nil {
			if err := o.Save(s.record()); err != nil {
				return s.record(), err
			}
		}
	}
}

// AskCaseID asks the first question alone: the id of the case, which names its file. It
// is empty when none was given.
func AskCaseID(ctx context.Context, a Asker, o InterviewOptions) (string, error) {
	s := open(Record{}, o)
	for {
		q, _ := s.next()
		given, err := a.Ask(ctx, q)
		if err != nil {
			return "", err
		}
		if given.Back {
			continue
		}
		if err := s.check(q, given.Text); err != nil {
			s.fault[q.Path] = err.Error()
			continue
		}
		return strings.TrimSpace(given.Text), nil
	}
}

// sitting is an interview under way.
type sitting struct {
	o       InterviewOptions
	facts   map[petition.Path]Fact
	mine    map[petition.Path]bool   // facts given in this sitting
	done    map[petition.Path]bool   // questions answered in this sitting, or left empty
	again   map[petition.Path]bool   // questions asked once more in this sitting
	fault   map[petition.Path]string // what is wrong with an answer that stands or was given
	insist  string                   // the answer that was just called a contradiction
	trail   []petition.Path          // the questions answered, in order
	revisit petition.Path            // the question that was asked back for
}

func open(have Record, o InterviewOptions) *sitting {
	s := &sitting{
		o: o, facts: map[petition.Path]Fact{}, mine: map[petition.Path]bool{}, done: map[petition.Path]bool{},
		again: map[petition.Path]bool{}, fault: map[petition.Path]string{},
	}
	for f := range have.Facts() {
		s.facts[f.Path] = f
	}
	for _, p := range o.Passed {
		s.done[p] = true
	}
	for _, d := range have.Check(o.AsOf) {
		if s.fault[d.Path] == "" {
			s.fault[d.Path] = explain(d.Problem)
		}
	}
	return s
}

func explain(p petition.Problem) string {
	if p.Hint == "" {
		return p.Message
	}
	return p.Message + "; " + p.Hint
}

// record returns the case as it stands.
func (s *sitting) record() Record { return fillMap(s.facts) }

// fillMap sets facts in an order that does not vary.
func fillMap(facts map[petition.Path]Fact) Record {
	return Fill(func(yield func(Fact) bool) {
		for _, p := range slices.Sorted(maps.Keys(facts)) {
			if !yield(facts[p]) {
				return
			}
		}
	})
}

// next returns the question to put now. False means that nothing is left to ask.
func (s *sitting) next() (Question, bool) {
	list := s.questions(s.record())
	if s.revisit != "" {
		if i := slices.IndexFunc(list, func(q Question) bool { return q.Path == s.revisit }); i >= 0 {
			return s.prepare(list[i]), true
		}
	}
	last := -1
	for i, q := range list {
		if s.stated(q.Path) {
			last = i
		}
	}
	for i, q := range list {
		if s.pending(q, i < last) {
			return s.prepare(q), true
		}
	}
	return Question{}, false
}

// pending reports whether a question is still to be put. passed means that something
// later on the docket is already answered, so that an empty optional field was left so.
func (s *sitting) pending(q Question, passed bool) bool {
	switch {
	case q.again && !s.again[q.Path] && s.stated(q.Path):
		return true
	case s.done[q.Path]:
		return false
	case s.fault[q.Path] != "":
		return true
	case s.stated(q.Path):
		return false
	default:
		return !q.Optional || !passed
	}
}

// prepare completes a question that is about to be put.
func (s *sitting) prepare(q Question) Question {
	q.Problem = s.fault[q.Path]
	if now, ok := s.facts[q.Path]; ok && q.set == nil {
		q.Preselect = now.Text
	}
	q.Validate = func(text string) error { return s.check(q, text) }
	return q
}

func (s *sitting) stated(p petition.Path) bool { _, ok := s.facts[p]; return ok }

// changed returns the facts as they would stand after an answer. What was answered
// before in this sitting and is no longer asked for falls away with the answer it hung on.
func (s *sitting) changed(q Question, text string) map[petition.Path]Fact {
	facts := maps.Clone(s.facts)
	maps.DeleteFunc(facts, func(p petition.Path, _ Fact) bool {
		return p == q.Path || strings.HasSuffix(string(q.Path), "[0]") && p.Pattern() == q.Path.Pattern()
	})
	switch text = asWritten(q, text); {
	case text == "" && q.Optional:
	case text == "":
		facts[q.Path] = Fact{Path: q.Path, Text: "unknown"}
	case q.set != nil:
		for _, f := range q.set(text) {
			facts[f.Path] = f
		}
	default:
		facts[q.Path] = Fact{Path: q.Path, Text: text}
	}
	asked := map[petition.Path]bool{}
	for _, p := range s.questions(fillMap(facts)) {
		asked[p.Path] = true
	}
	for p := range s.mine {
		if !asked[p] && !besides(p) {
			delete(facts, p)
		}
	}
	return facts
}

// besides reports whether a field is given by the answer to the question of another.
func besides(p petition.Path) bool {
	return slices.Contains([]petition.Path{"charges[].event", "charges[].identity_theft", "petitioner.other_names[]"}, p.Pattern())
}

// check explains what is wrong with an answer.
func (s *sitting) check(q Question, text string) error {
	if q.Kind == Choice && !slices.ContainsFunc(q.Choices, func(o Option) bool { return o.Value == strings.TrimSpace(text) }) {
		return errors.New("choose one of the answers offered")
	}
	facts := s.changed(q, text)
	after := fillMap(facts)
	for _, d := range after.Diagnostics {
		return errors.New(explain(d.Problem))
	}
	before := s.record().Case.Validate(s.o.AsOf)
	for _, p := range after.Case.Validate(s.o.AsOf) {
		known := slices.ContainsFunc(before, func(b petition.Problem) bool { return b.Path == p.Path && b.Code == p.Code })
		if known && p.Path != q.Path || p.Code == "charges.none" {
			continue
		}
		if !contradiction(p.Code) {
			return errors.New(explain(p))
		}
		if s.insist != string(q.Path)+" "+text {
			s.insist = string(q.Path) + " " + text
			return fmt.Errorf("%s (the same answer again keeps it)", explain(p))
		}
	}
	return nil
}

// contradiction reports whether a problem lies between two facts, either of which may be
// the wrong one, rather than in the form of one.
func contradiction(c petition.Code) bool {
	switch c {
	case "date.order", "date.future", "fact.conflict", "charge.twice", "court.grade", "court.state", "grade.section", "cause.format":
		return true
	default:
		return false
	}
}

// take keeps an answer that was checked. It reports whether the record changed.
func (s *sitting) take(q Question, text string) bool {
	facts := s.changed(q, text)
	for p, f := range facts {
		if old, ok := s.facts[p]; !ok || old.Text != f.Text {
			s.mine[p] = true
		}
	}
	same := maps.EqualFunc(facts, s.facts, func(a, b Fact) bool { return a.Text == b.Text })
	s.facts = facts
	if s.done[q.Path] || q.again {
		s.again[q.Path] = true
	}
	s.done[q.Path] = true
	delete(s.fault, q.Path)
	s.insist, s.revisit = "", ""
	s.trail = append(slices.DeleteFunc(s.trail, func(p petition.Path) bool { return p == q.Path }), q.Path)
	return !same
}

// back asks for the question before the one that was just put, and keeps every answer.
func (s *sitting) back() {
	at := len(s.trail)
	if i := slices.Index(s.trail, s.revisit); i >= 0 {
		at = i
	}
	asked := map[petition.Path]bool{}
	for _, q := range s.questions(s.record()) {
		asked[q.Path] = true
	}
	for at--; at >= 0; at-- {
		if asked[s.trail[at]] {
			s.revisit = s.trail[at]
			return
		}
	}
}

// asWritten turns an answer into the text of the case file: an American date into the
// form of the file, and the words for "not known" into nothing but that.
func asWritten(q Question, text string) string {
	text = strings.TrimSpace(text)
	if q.Kind != Day {
		return text
	}
	var m, d, y int
	if n, err := fmt.Sscanf(text, "%d/%d/%d", &m, &d, &y); err == nil && n == 3 && y >= 1000 && strings.Count(text, "/") == 2 {
		return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	}
	return text
}

// Unread reports whether nothing could be read, so that the record says nothing of what
// the file holds: it is not well-formed, or has not one field of a case file.
func (r Record) Unread() bool {
	if r.unread {
		return true
	}
	for range r.Facts() {
		return false
	}
	return len(r.Diagnostics) > 0
}
