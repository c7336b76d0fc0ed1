package cli

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"expunge/petition/screen"
	"expunge/rules"
)

// screenSchema names the shape of the totals that screen --json prints with -o.
const screenSchema = "expunge/screen/1"

type jsonScreen struct {
	Schema     string      `json:"schema"`
	Program    string      `json:"program"`
	LawEdition string      `json:"law_edition"`
	AsOf       string      `json:"as_of"`
	Held       []string    `json:"held"`
	File       string      `json:"file"`
	Rows       int         `json:"rows"`
	Cases      int         `json:"cases"`
	Charges    int         `json:"charges"`
	Refused    int         `json:"refused"` // cases with problems
	Counts     []jsonCount `json:"counts"`
}

type jsonCount struct {
	County  string        `json:"county"`
	Pathway rules.Pathway `json:"pathway"`
	Status  rules.Status  `json:"status"`
	Charges int           `json:"charges"` // or rows, of status problem
}

// tellScreen tells the totals, and the first problems.
func (a *app) tellScreen(r screen.Report, o screenOptions) error {
	for _, note := range r.Notes {
		a.say("note: %s", printable(note))
	}
	a.tellRefused(r, o)
	to := a.streams.Err
	if o.out != "" {
		to = a.streams.Out
	}
	switch {
	case o.json && o.out != "":
		return a.encode(a.screenOf(r, o))
	case o.quiet:
		return nil
	default:
		_, err := io.WriteString(to, describeScreen(r, o))
		return err
	}
}

// tellRefused tells the first problems, and how many there are beside.
func (a *app) tellRefused(r screen.Report, o screenOptions) {
	if r.Refused == 0 {
		return
	}
	for _, d := range r.Problems {
		a.say("%s", printLines(d.String()))
	}
	if r.More > 0 {
		a.say("and %d problems more; the answers have them all", r.More)
	}
	if r.Returned > 0 && o.file == "-" {
		a.say("warning: rows of one case stand apart in %d places, and a stream is read once: throw away what was said of the first rows of these cases, or sort by case and screen again", r.Returned)
	}
}

func (a *app) screenOf(r screen.Report, o screenOptions) jsonScreen {
	out := jsonScreen{
		Schema: screenSchema, Program: a.program(), LawEdition: rules.Edition, AsOf: o.asOf.String(), Held: filled(o.settings.Hold), File: o.file,
		Rows: r.Rows, Cases: r.Cases, Charges: r.Charges, Refused: r.Refused, Counts: []jsonCount{},
	}
	for _, c := range r.Counts() {
		out.Counts = append(out.Counts, jsonCount{c.County, c.Pathway, c.Status, c.Charges})
	}
	return out
}

// describeScreen is the totals for people: by county, and by route.
func describeScreen(r screen.Report, o screenOptions) string {
	p := &page{}
	p.line(0, "%s: as of %s, law edition %s", printable(o.file), o.asOf, rules.Edition)
	p.text(2, fmt.Sprintf("Rows: %d. Cases: %d. Charges: %d. Cases with problems, which were not judged: %d.", r.Rows, r.Cases, r.Charges, r.Refused))
	counts := r.Counts()
	countsTable(p, "Charges by county", counts, func(c screen.Place) string {
		if c.County == "" {
			return "not known, or not in Mississippi"
		}
		return c.County
	})
	countsTable(p, "Charges by route", counts, func(c screen.Place) string { return string(c.Pathway) })
	p.line(0, "")
	p.line(0, notAdvice)
	return p.String()
}

// screenColumns are the statuses as heads of narrow columns, in two lines.
func screenColumns() (statuses []rules.Status, heads [2]string) {
	statuses = []rules.Status{rules.Eligible, rules.Incomplete, rules.NotYet, rules.Review, rules.Ineligible}
	for _, words := range [][2]string{{"appears", "eligible"}, {"facts", "missing"}, {"", "not yet"}, {"lawyer's", "review"}, {"not", "available"}} {
		heads[0] += fmt.Sprintf("%10s", words[0])
		heads[1] += fmt.Sprintf("%10s", words[1])
	}
	return statuses, heads
}

// countsTable is a line for each of what charges are told apart by, and one for all.
func countsTable(p *page, title string, counts []screen.Count, by func(screen.Place) string) {
	statuses, heads := screenColumns()
	lines, all := map[string]map[rules.Status]int{}, map[rules.Status]int{}
	for _, c := range counts {
		if c.Status == screen.Problem {
			continue
		}
		key := by(c.Place)
		if lines[key] == nil {
			lines[key] = map[rules.Status]int{}
		}
		lines[key][c.Status] += c.Charges
		all[c.Status] += c.Charges
	}
	const room = pageWidth - 5*10
	line := func(name string, n map[rules.Status]int) {
		text := fmt.Sprintf("%-*s", room, name)
		for _, s := range statuses {
			text += fmt.Sprintf("%10d", n[s])
		}
		p.line(0, "%s", text)
	}
	p.line(0, "")
	p.line(0, "%-*s%s", room, "", heads[0])
	p.line(0, "%-*s%s", room, title, heads[1])
	for _, key := range slices.Sorted(maps.Keys(lines)) {
		line("  "+key, lines[key])
	}
	line("  All", all)
}
