package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"expunge/forms"
	"expunge/petition/batch"
	"expunge/petition/intake"
	"expunge/rules"
)

// batchSchema names the shape of what batch --json prints.
const batchSchema = "expunge/batch/1"

type jsonBatch struct {
	Schema     string                `json:"schema"`
	Program    string                `json:"program"`
	LawEdition string                `json:"law_edition"`
	AsOf       string                `json:"as_of"`
	Dir        string                `json:"dir"`
	DryRun     bool                  `json:"dry_run"`
	Changes    map[batch.Change]int  `json:"changes"`
	Outcomes   map[batch.Outcome]int `json:"outcomes"`
	Places     []jsonPlace           `json:"places"`
	Remade     []string              `json:"remade"`
	Kept       []string              `json:"kept"` // changed by someone since, and left as they are
	Failed     []string              `json:"failed"`
	Altered    bool                  `json:"altered"` // the manifest or journal was not as it was written, and not believed
	Waiting    string                `json:"waiting"` // the file where rows of other cases still wait, if any
	Volumes    []string              `json:"volumes"`
	Problems   []intake.Diagnostic   `json:"problems"`
}

type jsonPlace struct {
	County string                 `json:"county"`
	Court  string                 `json:"court"`
	Counts map[forms.Standing]int `json:"counts"`
}

// tellBatch says what became of the cases: notes and problems on standard error, the table on
// standard output.
func (a *app) tellBatch(r batch.Report, o batchOptions) error {
	a.beside(r, o)
	switch {
	case o.json:
		return a.encode(a.batchOf(r, o))
	case o.quiet:
		_, err := fmt.Fprintln(a.streams.Out, printable(o.settings.Out))
		return err
	default:
		_, err := io.WriteString(a.streams.Out, describeBatch(r, o))
		return err
	}
}

func (a *app) batchOf(r batch.Report, o batchOptions) jsonBatch {
	out := jsonBatch{
		Schema: batchSchema, Program: a.program(), LawEdition: rules.Edition, AsOf: r.AsOf.String(), Dir: o.settings.Out, DryRun: o.dryRun,
		Changes: map[batch.Change]int{}, Outcomes: r.Outcomes, Places: []jsonPlace{}, Remade: filled(r.Remade), Kept: filled(r.Touched), Failed: []string{}, Problems: filled(r.Problems),
		Altered: r.Altered, Waiting: r.Waiting, Volumes: filled(r.Volumes),
	}
	for change, n := range r.Cases {
		if change != batch.NotMade {
			out.Changes[change] = n
		}
	}
	for _, p := range r.Places() {
		out.Places = append(out.Places, jsonPlace(p))
	}
	for _, f := range r.Failures {
		out.Failed = append(out.Failed, f.Case)
	}
	return out
}

// beside says on standard error what a person must know beside the table.
func (a *app) beside(r batch.Report, o batchOptions) {
	for _, note := range r.Notes {
		a.say("note: %s", printable(note))
	}
	if r.Kept && !o.asOf.Known() && r.AsOf != o.today {
		a.say("note: the folder keeps the as-of date %s of its first run", r.AsOf)
	}
	if !o.json {
		a.sayProblems(r.Problems, o.dryRun)
	}
	if r.Altered {
		a.say("note: manifest.jsonl or the journal is not as it was written, so it was not believed: packets were made anew and compared; cases that are not in this clients file are no longer listed")
	}
	for _, e := range r.Edited {
		name := filepath.Join(e.Case, e.Now)
		more := ""
		if e.Case == "" && e.Was == "problems.csv" {
			more = "; it holds personal data: give it to batch, or delete it when you no longer need it"
		}
		a.say("note: a file that someone had changed or put there is kept as %s%s", printable(name), more)
	}
	a.plainLeftInBatch(r, o)
	if r.Waiting != "" {
		a.say("note: rows of other cases still wait in %s; mend them in a copy and give that to batch", printable(r.Waiting))
	}
	for _, list := range []struct {
		what string
		ids  []string
	}{
		{"the same name and birth date as in another case (case.possible-duplicate; summary.csv says which)", r.Twins},
		{"changed by someone since it was made, so it stays as it is; --force makes it again", r.Touched},
		{"the packet of an earlier run stands, but the rows now have problems", r.Stale},
		{"not in this clients file; what an earlier run made of it stays", r.Gone},
	} {
		if len(list.ids) > 0 {
			a.say("note: %s: %s", list.what, some(list.ids))
		}
	}
	switch {
	case len(r.Dropped) > 0 && o.combined:
		a.say("note: removed, because their cases are in the volumes of this run: %s", some(r.Dropped))
	case len(r.Dropped) > 0:
		a.say("note: removed, because the packets changed: %s; --combined makes them again", some(r.Dropped))
	}
}

// mostProblems is how many problems are said before the rest is left to problems.csv.
const mostProblems = 40

// sayProblems says what is wrong with rows. A dry run writes no problems.csv and says all.
func (a *app) sayProblems(problems []intake.Diagnostic, all bool) {
	said := problems
	if !all && len(problems) > mostProblems {
		said = problems[:mostProblems]
	}
	for _, d := range said {
		a.say("%s", printLines(d.String()))
	}
	if more := len(problems) - len(said); more > 0 {
		a.say("... and %d more, each beside its row in problems.csv", more)
	}
}

// some lists ids, at most a dozen of them.
func some(ids []string) string {
	const most = 12
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
}

// describeBatch is what batch prints for people: what was done, and the table of who
// stands where.
func describeBatch(r batch.Report, o batchOptions) string {
	p := &page{}
	p.line(0, "%s: as of %s, law edition %s", o.settings.Out, r.AsOf, rules.Edition)
	p.text(2, doneInWords(r, o.dryRun))
	if len(r.Remade) > 0 {
		p.text(2, "Other facts or settings than before: "+some(r.Remade))
	}
	p.line(0, "")
	placesTable(p, r.Places())
	p.line(0, "")
	if o.dryRun {
		p.line(0, "Nothing was written: --dry-run.")
	} else {
		p.text(0, nextInBatch(r))
	}
	p.line(0, notAdvice)
	return p.String()
}

// doneInWords counts what was done.
func doneInWords(r batch.Report, dry bool) string {
	words := map[batch.Change]string{batch.Made: "made", batch.Remade: "made again", batch.Unchanged: "already there", batch.Touched: "changed by someone, left as they are"}
	if dry {
		words[batch.Made], words[batch.Remade] = "to make", "to make again"
	}
	var parts []string
	for _, change := range []batch.Change{batch.Made, batch.Remade, batch.Unchanged, batch.Touched} {
		if n := r.Cases[change]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, words[change]))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, "none")
	}
	text := "Packets: " + strings.Join(parts, ", ") + "."
	if n := r.Outcomes[batch.Part] + r.Outcomes[batch.Withheld]; n > 0 {
		text += fmt.Sprintf(" A petition was withheld in %d.", n)
	}
	if n := r.Outcomes[batch.Problems]; n > 0 {
		text += fmt.Sprintf(" Cases with problems: %d.", n)
	}
	if n := r.Outcomes[batch.Failed]; n > 0 {
		text += fmt.Sprintf(" Not made: %d.", n)
	}
	return text
}

// placesTable counts charges by county and court.
func placesTable(p *page, places []batch.Place) {
	heads := [2]string{}
	for _, s := range forms.Standings() {
		first, rest := headOf(s)
		heads[0] += fmt.Sprintf("%10s", first)
		heads[1] += fmt.Sprintf("%10s", rest)
	}
	const room = pageWidth - 6*10
	p.line(0, "%-*s%s", room, "", heads[0])
	p.line(0, "%-*s%s", room, "Charges", heads[1])
	total := map[forms.Standing]int{}
	county := "\x00"
	for _, place := range places {
		if place.County != county {
			county = place.County
			p.line(0, "%s", countyTitle(county))
		}
		lines := wrap(courtTitle(place), room-4)
		for _, line := range lines[:len(lines)-1] {
			p.line(2, "%s", line)
		}
		p.line(2, "%-*s%s", room-2, lines[len(lines)-1], countsInWords(place.Counts))
		for s, n := range place.Counts {
			total[s] += n
		}
	}
	p.line(0, "%-*s%s", room, "All", countsInWords(total))
}

// headOf is a standing as the head of a narrow column, in two lines.
func headOf(s forms.Standing) (first, rest string) {
	if s == forms.HasProblems {
		return "", "problems"
	}
	words := strings.Fields(s.Words())
	return words[0], strings.Join(words[1:], " ")
}

func countsInWords(counts map[forms.Standing]int) string {
	out := ""
	for _, s := range forms.Standings() {
		out += fmt.Sprintf("%10d", counts[s])
	}
	return out
}

func countyTitle(county string) string {
	if county == "" {
		return "County not known, or none in Mississippi"
	}
	return county + " County"
}

// courtTitle names a court under its county.
func courtTitle(p batch.Place) string {
	if p.Court == "" {
		return "court not known"
	}
	return strings.Replace(p.Court, " of "+p.County+" County", "", 1)
}

// wrap breaks a text into lines.
func wrap(text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(text) {
		last := &lines[len(lines)-1]
		switch {
		case *last == "":
			*last = word
		case len(*last)+1+len(word) > width:
			lines = append(lines, word)
		default:
			*last += " " + word
		}
	}
	return lines
}

// nextInBatch says what to do with the folder.
func nextInBatch(r batch.Report) string {
	next := "Next: print summary.pdf; it says who can file today, who needs a paper and who waits until when."
	switch len(r.Volumes) {
	case 0:
		next += " The papers of each case are in the folder of its id."
	case 1:
		next += " To print all papers on both sides: " + r.Volumes[0] + "."
	default:
		next += fmt.Sprintf(" To print all papers on both sides: %s to %s.", r.Volumes[0], r.Volumes[len(r.Volumes)-1])
	}
	if r.Rows > 0 {
		next += " Mend the rows in a copy of problems.csv, and give the copy to batch with the same --out."
	}
	return next
}
