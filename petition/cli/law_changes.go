package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// history is what law --changes asks of the rules.
type history struct {
	changes     func() []rules.Change
	differences func(c petition.Case, asOf petition.Date, held ...string) []rules.Difference
}

// dated is the history of the law as the rules of this build know it.
func dated() history { return history{changes: rules.Changes, differences: rules.Differences} }

// lawChanges lists the dated changes, all or those of the routes of one section; with case
// files, whose answer each changes.
func (a *app) lawChanges(ctx context.Context, o lawOptions) error {
	if len(o.files) > 0 {
		return a.lawDifferences(ctx, o)
	}
	list := o.history.changes()
	if o.section != "" {
		s := petition.ParseSection(o.section)
		list = slices.DeleteFunc(slices.Clone(list), func(c rules.Change) bool {
			return !slices.ContainsFunc(c.Pathways, func(p rules.Pathway) bool { return overlap(petition.ParseSection(string(p)), s) })
		})
		if len(list) == 0 {
			return usage(fmt.Sprintf("expunge law %q prints what this edition says of it; \"expunge law --changes\" lists every change", s), "no dated change of this edition concerns a route of %s", s)
		}
	}
	if o.json {
		return a.encode(a.changesOf(list, o))
	}
	_, err := io.WriteString(a.streams.Out, describeChanges(list, o))
	return err
}

func describeChanges(list []rules.Change, o lawOptions) string {
	p := &page{}
	p.line(0, "%s. What changed when, the oldest first.", edition(o))
	for _, c := range list {
		p.line(0, "")
		p.text(0, changeTitle(c))
		p.text(2, c.What)
		p.field("Routes", joined(c.Pathways))
		if c.Hold != "" {
			p.field("Held by", "law: {hold: ["+c.Hold+"]}")
		}
		for _, s := range c.Sources {
			p.field("Source", sourceWords(s))
			p.field("", s.Link)
		}
	}
	return p.String()
}

// changeTitle names a change: its day and its act.
func changeTitle(c rules.Change) string {
	if c.Act == "" {
		return c.When()
	}
	return c.When() + ", " + c.Act
}

// lawDifferences says of each case whose answer the changes change.
func (a *app) lawDifferences(ctx context.Context, o lawOptions) error {
	inputs, err := a.read(ctx, o.session, o.files)
	if err != nil {
		return err
	}
	var codes []int
	for i, in := range inputs {
		if ctx.Err() != nil {
			return errInterrupted
		}
		var list []rules.Difference
		if len(in.problems) > 0 {
			codes = append(codes, exitProblems)
		} else {
			list = o.history.differences(in.record.Case, o.asOf, o.settings.Hold...)
		}
		switch {
		case o.json:
			err = a.encode(a.differencesOf(in, list, o))
			a.countProblems(in)
		case len(in.problems) > 0:
			a.showProblems(in)
		default:
			if i > 0 {
				_, _ = io.WriteString(a.streams.Out, "\n")
			}
			_, err = io.WriteString(a.streams.Out, describeDifferences(in, list, o))
		}
		if err != nil {
			return err
		}
	}
	return ended(codes...)
}

func describeDifferences(in input, list []rules.Difference, o lawOptions) string {
	p := &page{}
	p.line(0, "%s", in.label())
	p.line(0, "%s", basis(rules.Assessment{Edition: rules.Edition, AsOf: o.asOf, Held: o.settings.Hold}))
	for i, ch := range in.record.Case.Charges {
		p.line(0, "")
		p.text(0, "Charge "+ordinals([]int{i})+": "+offense(ch))
		none := true
		for _, d := range list {
			if d.Charge != i {
				continue
			}
			none = false
			p.text(2, changeTitle(d.Change))
			p.text(4, d.Change.What)
			p.labeled(4, "Before", labelWidth, phrase(d.Before))
			p.labeled(4, "With it", labelWidth, phrase(d.After))
		}
		if none {
			p.text(2, "No change of the law that is known here changes the answer.")
		}
	}
	return p.String()
}

// changesSchema and differencesSchema name the shapes of what law --changes --json prints.
const (
	changesSchema     = "expunge/changes/1"
	differencesSchema = "expunge/differences/1"
)

type jsonChanges struct {
	Schema     string       `json:"schema"`
	Program    string       `json:"program"`
	LawEdition string       `json:"law_edition"`
	Held       []string     `json:"held"`
	Changes    []jsonChange `json:"changes"`
}

type jsonChange struct {
	Day      *string         `json:"day"`
	When     string          `json:"when"`
	Act      string          `json:"act"`
	Hold     string          `json:"hold,omitempty"`
	What     string          `json:"what"`
	Pathways []rules.Pathway `json:"pathways"`
	Sources  []jsonSource    `json:"sources"`
}

type jsonDifferences struct {
	Schema      string              `json:"schema"`
	Program     string              `json:"program"`
	LawEdition  string              `json:"law_edition"`
	AsOf        string              `json:"as_of"`
	Held        []string            `json:"held"`
	Case        string              `json:"case"`
	File        string              `json:"file"`
	Problems    []intake.Diagnostic `json:"problems"`
	Differences []jsonDifference    `json:"differences"`
}

type jsonDifference struct {
	Index  int        `json:"index"`
	Change jsonChange `json:"change"`
	Before jsonRoute  `json:"before"`
	After  jsonRoute  `json:"after"`
}

func (a *app) changesOf(list []rules.Change, o lawOptions) jsonChanges {
	out := jsonChanges{Schema: changesSchema, Program: a.program(), LawEdition: rules.Edition, Held: filled(o.settings.Hold), Changes: []jsonChange{}}
	for _, c := range list {
		out.Changes = append(out.Changes, changeOf(c))
	}
	return out
}

func changeOf(c rules.Change) jsonChange {
	return jsonChange{dateOrNull(c.Day), c.When(), c.Act, c.Hold, c.What, filled(c.Pathways), sourcesOf(c.Sources)}
}

func (a *app) differencesOf(in input, list []rules.Difference, o lawOptions) jsonDifferences {
	out := jsonDifferences{
		Schema: differencesSchema, Program: a.program(), LawEdition: rules.Edition, AsOf: o.asOf.String(), Held: filled(o.settings.Hold),
		Case: in.id(), File: in.name, Problems: filled(in.problems), Differences: []jsonDifference{},
	}
	for _, d := range list {
		out.Differences = append(out.Differences, jsonDifference{d.Charge, changeOf(d.Change), routeOf(d.Before), routeOf(d.After)})
	}
	return out
}

// joined lists citations or routes.
func joined[T ~string](list []T) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return strings.Join(out, ", ")
}
