package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// Blank returns what volunteers carry when there is no case yet: the clinic checklist,
// the intake sheet, the triage card, all in the language of the office, and the flow chart
// for the wall. None of them asks anyone to sign in.
func Blank(o Office) []doc.Document {
	b := newBrief(petition.Case{}, rules.Assessment{Edition: rules.Edition}, o)
	b.language = o.Language
	return slices.Concat([]doc.Document{checklist(b, nil)}, intakePapers(b), []doc.Document{triageCard(b), flowChart(b)})
}

// intakePapers are the sheets that are filled in by hand: an entry for each field of the
// case file, numbered alike in every language, so that a volunteer can write down what
// another types in later.
func intakePapers(b brief) []doc.Document {
	w := blankIn(b.language)
	var out []doc.Document
	numbers := map[petition.Path]int{}
	for _, paper := range intakeSheets() {
		said := w.papers[paper.name]
		blocks := []doc.Block{b.blankHead(w), para(said.why)}
		for i, part := range paper.parts {
			if part.fresh {
				blocks = append(blocks, doc.PageBreak{})
			}
			form := w.form(part, numbers)
			if i == 0 {
				form.Entries = append(w.heads(paper.heads), form.Entries...)
			}
			blocks = append(blocks, form)
		}
		d := sheetIn(w.language, sheet(paper.name, said.what, blocks...))
		d.Narrow = true
		if paper.name == identifiers {
			d.Group = doc.Confidential
		}
		out = append(out, d)
	}
	return out
}

// heads are the lines that tie a sheet to the others of its case.
func (w blankWords) heads(of []string) []doc.Entry {
	out := make([]doc.Entry, len(of))
	for i, name := range of {
		out[i] = doc.Entry{Label: words(w.head[name]), Span: 2}
	}
	return out
}

// form is a part of a sheet. A field that has a number keeps it.
func (w blankWords) form(part intakePart, numbers map[petition.Path]int) doc.Form {
	said := w.parts[part.name]
	form := doc.Form{Title: words(said.what)}
	if said.why != "" {
		form.Title = words(form.Title, ": ", said.why)
	}
	for _, f := range part.fields() {
		if numbers[f.path] == 0 {
			numbers[f.path] = len(numbers) + 1
		}
		e := doc.Entry{Path: string(f.path), Label: words(bold(number(numbers[f.path])), " ", w.label(f.path)), Span: f.room, Lines: f.lines}
		for _, word := range w.boxesOf(f.path) {
			e.Boxes = append(e.Boxes, words(word))
		}
		form.Entries = append(form.Entries, e)
	}
	return form
}

// boxesOf are the words of a closed list, "unknown" always among them and last.
func (w blankWords) boxesOf(p petition.Path) []string {
	choices := p.Choices()
	if len(choices) == 0 {
		return nil
	}
	if !slices.Contains(choices, petition.Unknown.String()) {
		choices = append(slices.Clone(choices), petition.Unknown.String())
	}
	out := make([]string, len(choices))
	for i, c := range choices {
		out[i] = w.choice(p, c)
	}
	return out
}

// blankHead says by what law a paper for volunteers is, and whose it is.
func (b brief) blankHead(w blankWords) doc.Block {
	c := b.office.Clinic
	return note(begun(joined(lawOf(w.lawOf, w.date, b.a.Edition), c.Name, c.Address, c.Place, c.Date, b.office.Attorney.Name)))
}

// triageCard sorts people at the door without writing anything down: a question a line, in
// the order of the decision flow, and what to do for each answer.
func triageCard(b brief) doc.Document {
	w := blankIn(b.language)
	t := doc.Table{Widths: []int{1, 8, 9, 6}, Lines: true, Head: row(words(""), words(w.ask), words(w.ifYes), words(w.ifNo))}
	for n, r := range w.triage {
		t.Rows = append(t.Rows, row(words(number(n+1)), words(r.ask), words(r.yes), words(r.no)))
	}
	d := sheetIn(w.language, sheet("triage", w.triageTitle, b.blankHead(w), para(w.triageLead), t, heading(2, w.sayTitle), bullets(w.say...)))
	d.Narrow = true
	return d
}
