package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// explainOptions is what explain acts on.
type explainOptions struct {
	session
	code string // empty for the list
}

func newExplain(a *app, run func(context.Context, explainOptions) error) *cobra.Command {
	var o explainOptions
	cmd := &cobra.Command{
		Use:   "explain [CODE]",
		Short: "Say what a code or the id of a rule means, and what to do",
		Long: `Explain says what a word of the program's public vocabulary means: the code of a problem in
a case file, the code of a caution, a status, a route, the id of a rule as the reasons of
check --json name it, or the id of an enactment that can be held back. A rule is explained
in the words that "expunge law" prints, and found by its place in the Code too. Without CODE
it lists every one, by kind.`,
		Example: `  expunge explain date.impossible
  expunge explain felony.choose-one
  expunge explain felony.wait
  expunge explain "99-19-71(2)(a)"
  expunge explain "63-11-30(13)"
  expunge explain not_yet --json
  expunge explain | less`,
		ValidArgsFunction: completeCode,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("expunge explain "+printable(args[0]), "explain takes one code")
			}
			return nil
		},
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			if o.session = s; len(args) > 0 {
				o.code = strings.TrimSpace(args[0])
			}
			return run(cmd.Context(), o)
		}),
	}
	return cmd
}

// wordKind says what kind of word is explained.
type wordKind string

// The kinds, in the order they are listed.
const (
	aProblem   wordKind = "problem"
	aCaution   wordKind = "caution"
	aStatus    wordKind = "status"
	aPathway   wordKind = "pathway"
	aRule      wordKind = "rule"
	anAct      wordKind = "enactment"
	unplacedID          = "unplaced"
)

// word is a word of the vocabulary. A rule has its point of the law; a rule or a pathway
// has its route.
type word struct {
	code  string
	kind  wordKind
	means string
	do    string
	point *rules.Element
	route *rules.Provision
}

// vocabulary lists every word that can be explained, by kind.
func vocabulary() []word {
	var out []word
	for _, m := range slices.Concat(petition.Codes(), intake.Codes()) {
		if !slices.ContainsFunc(out, func(w word) bool { return w.code == string(m.Code) }) {
			out = append(out, word{code: string(m.Code), kind: aProblem, means: m.Means, do: m.Mend})
		}
	}
	slices.SortFunc(out, func(a, b word) int { return strings.Compare(a.code, b.code) })
	for _, c := range rules.CautionCodes() {
		out = append(out, word{code: c.Code, kind: aCaution, means: c.Means, do: c.Do})
	}
	for _, c := range rules.StatusCodes() {
		out = append(out, word{code: c.Code, kind: aStatus, means: c.Means, do: c.Do})
	}
	out = append(out, lawWords()...)
	for _, id := range rules.Holdable() {
		out = append(out, word{
			code: id, kind: anAct, means: "an enactment whose official text was not read for this edition",
			do: "read it; the setting law: {hold: [" + id + "]} applies the rule before it, and \"expunge law --changes\" says what it changed",
		})
	}
	return out
}

// lawWords lists the routes and the ids of the rules.
func lawWords() []word {
	var routes, points []word
	for _, r := range rules.Provisions() {
		routes = append(routes, word{code: string(r.Pathway), kind: aPathway, means: r.Title, do: fmt.Sprintf("expunge law %q prints what it asks", r.Pathway), route: &r})
		for _, part := range parts(r) {
			part.Walk(func(e rules.Element, _ int) {
				points = append(points, word{code: e.ID, kind: aRule, means: e.Text, do: ruleHint(r), point: &e, route: &r})
			})
		}
	}
	points = append(points, word{code: unplacedID, kind: aRule, means: "no route this edition knows speaks of the charge as it is described", do: "show the papers to a lawyer"})
	return append(routes, points...)
}

// ruleHint says where a rule can be seen at work.
func ruleHint(r rules.Provision) string {
	return fmt.Sprintf("expunge check --why shows what it reads in a case; expunge law %q prints the whole route", r.Pathway)
}

// knownCodes lists every word that can be explained.
func knownCodes() []string {
	var out []string
	for _, w := range vocabulary() {
		out = append(out, w.code)
	}
	return out
}

// explain prints what a word means, or every word.
func (a *app) explain(_ context.Context, o explainOptions) error {
	words := vocabulary()
	if o.code != "" {
		if words = meant(words, o.code); len(words) == 0 {
			return unknownCode(o.code)
		}
	}
	if o.json {
		return a.encode(a.wordsOf(words))
	}
	text := ""
	if o.code == "" {
		text = listWords(words)
	} else {
		text = describeWords(outermost(words), o.settings.Hold)
	}
	_, err := io.WriteString(a.streams.Out, text)
	return err
}

// meant picks the words of a code or, where there is none, the rules of that place in the
// Code: 99-19-71(2)(a) is the wait after a felony.
func meant(words []word, code string) []word {
	those := func(is func(word) bool) []word {
		return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return !is(w) })
	}
	if found := those(func(w word) bool { return strings.EqualFold(w.code, code) }); len(found) > 0 {
		return found
	}
	s := petition.ParseSection(code)
	if !s.Readable() || s.String() == s.Base() {
		return nil // a whole section is for the command law
	}
	at := func(w word) petition.Section {
		if w.point == nil {
			return petition.Section{}
		}
		return petition.ParseSection(string(w.point.Cite))
	}
	if found := those(func(w word) bool { return at(w).String() == s.String() }); len(found) > 0 {
		return found
	}
	return those(func(w word) bool { return at(w).Within(s) })
}

// outermost drops the rules that stand under another of the words, which prints them.
func outermost(words []word) []word {
	under := map[string]bool{} // by route and id
	for _, w := range words {
		if w.point != nil {
			w.point.Walk(func(e rules.Element, depth int) {
				if depth > 0 {
					under[string(w.route.Pathway)+" "+e.ID] = true
				}
			})
		}
	}
	return slices.DeleteFunc(slices.Clone(words), func(w word) bool { return w.point != nil && under[string(w.route.Pathway)+" "+w.code] })
}

func unknownCode(code string) error {
	hint := "\"expunge explain\" lists every code"
	if s := petition.ParseSection(code); s.Readable() {
		hint = fmt.Sprintf("for a section of the law: expunge law %q", s)
	} else if near := petition.Nearest(code, knownCodes()); near != "" {
		hint = fmt.Sprintf("did you mean expunge explain %q?", near)
	}
	return usage(hint, "there is no code %q", printable(code))
}

// listWords prints every word by kind, a line or two each.
func listWords(words []word) string {
	titles := map[wordKind]string{
		aProblem: "Problems in a case file", aCaution: "Cautions beside an answer", aStatus: "Statuses",
		aPathway: "Routes", aRule: "Rules, in the order of the law", anAct: "Enactments that can be held back",
	}
	p := &page{}
	var last wordKind
	for _, w := range words {
		if w.kind != last {
			if last != "" {
				p.line(0, "")
			}
			p.line(0, "%s", titles[w.kind])
		}
		last = w.kind
		p.labeled(2, w.code+" ", codeWidth, w.means)
	}
	return p.String()
}

// codeWidth is the room for a code in the list.
const codeWidth = 27

// describeWords explains what one code stands for. What several rules of a route share is
// said once, after the last of them.
func describeWords(words []word, held []string) string {
	p := &page{}
	for i, w := range words {
		if i > 0 {
			p.line(0, "")
		}
		p.line(0, "%s (%s)", w.code, w.kind)
		if w.point == nil {
			p.field("Means", w.means)
		}
		if w.kind == aPathway {
			summary(p, *w.route)
		}
		if w.point == nil {
			p.field("What to do", w.do)
			continue
		}
		outline(p, *w.point, 2, held)
		if last := i == len(words)-1 || words[i+1].point == nil || words[i+1].route.Pathway != w.route.Pathway; last {
			p.line(0, "")
			p.text(2, fmt.Sprintf("Under %s: %s", w.route.Pathway, w.route.Title))
			sources(p, w.route.Sources, 2)
			p.line(0, "")
			p.field("What to do", w.do)
		}
	}
	return p.String()
}

// wordsSchema names the shape of what explain --json prints.
const wordsSchema = "expunge/codes/1"

type jsonWords struct {
	Schema     string     `json:"schema"`
	Program    string     `json:"program"`
	LawEdition string     `json:"law_edition"`
	Codes      []jsonWord `json:"codes"`
}

type jsonWord struct {
	Code    string        `json:"code"`
	Kind    wordKind      `json:"kind"`
	Means   string        `json:"means"`
	Do      string        `json:"do"`
	Pathway rules.Pathway `json:"pathway,omitempty"`
	Element *jsonElement  `json:"element,omitempty"`
	Sources []jsonSource  `json:"sources,omitempty"`
}

func (a *app) wordsOf(words []word) jsonWords {
	out := jsonWords{Schema: wordsSchema, Program: a.program(), LawEdition: rules.Edition, Codes: []jsonWord{}}
	for _, w := range words {
		j := jsonWord{Code: w.code, Kind: w.kind, Means: w.means, Do: w.do}
		if w.route != nil {
			j.Pathway, j.Sources = w.route.Pathway, sourcesOf(w.route.Sources)
		}
		if w.point != nil {
			e := elementOf(*w.point)
			j.Element = &e
		}
		out.Codes = append(out.Codes, j)
	}
	return out
}

// completeCode completes codes.
func completeCode(_ *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	var out []string
	for _, w := range vocabulary() {
		if len(args) == 0 && strings.HasPrefix(w.code, typed) {
			out = append(out, cobra.CompletionWithDesc(w.code, w.means))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
