package forms

import (
	"fmt"
	"slices"
	"strings"

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
	return []doc.Document{checklist(b, nil), intakeSheet(b), triageCard(b), flowChart(b)}
}

// intakePart is a part of the intake sheet: the fields of the case file under a prefix.
type intakePart struct {
	under   string // the fields whose path begins so; it names the words of the part
	except  []string
	newPage bool
}

// intakeParts are in the order of the case file. A part takes the fields no part before
// it took.
var intakeParts = []intakePart{
	{under: "case"},
	{under: "petitioner.", except: []string{"petitioner.counsel."}},
	{under: "petitioner.counsel."},
	{under: "record.", except: []string{"record.other_convictions[]", "record.earlier_relief[]", "record.pending_charges[]"}},
	{under: "record.other_convictions[]"},
	{under: "record.earlier_relief[]"},
	{under: "record.pending_charges[]"},
	{under: "charges[]", newPage: true},
	{under: "showing."},
	{under: "filing."},
	{under: "notes"},
}

// intakeSheet has a line for each field of the case file, in its order and by its name,
// so that a volunteer can write by hand what another types in later.
func intakeSheet(b brief) doc.Document {
	w := blankIn(b.language)
	blocks := []doc.Block{b.blankHead(w), para(w.intakeLead)}
	if w.fieldsEnglish != "" {
		blocks = append(blocks, para(w.fieldsEnglish))
	}
	for _, part := range intakeParts {
		fields := slices.DeleteFunc(petition.Fields(), func(p petition.Path) bool { return !part.takes(p) })
		if part.newPage {
			blocks = append(blocks, doc.PageBreak{})
		}
		said := w.parts[part.under]
		blocks = append(blocks, heading(2, said.what))
		if said.why != "" {
			blocks = append(blocks, note(said.why))
		}
		t := doc.Table{Widths: []int{8, 9, 10}, Lines: true, Head: row(words(w.what), words(w.answer), words(w.field))}
		for _, p := range fields {
			t.Rows = append(t.Rows, row(words(w.intakeLabel(p)), w.intakeAnswer(p), words(doc.Value{S: part.field(p)})))
		}
		blocks = append(blocks, t)
	}
	return in(w.language, sheet("intake", w.intakeTitle, blocks...))
}

// blankHead says by what law a paper for volunteers is, and whose it is.
func (b brief) blankHead(w blankWords) doc.Block {
	return note(joined(lawOf(w.lawOf, w.date, b.a.Edition), b.office.Clinic.Name))
}

func (part intakePart) takes(p petition.Path) bool {
	if !strings.HasPrefix(string(p), part.under) {
		return false
	}
	return !slices.ContainsFunc(part.except, func(x string) bool { return strings.HasPrefix(string(p), x) })
}

// field is the name of a field within its part, as the case file has it.
func (part intakePart) field(p petition.Path) string {
	if string(p) == part.under {
		return string(p)
	}
	return strings.TrimPrefix(strings.TrimPrefix(string(p), part.under), ".")
}

// intakeLabel is the plain name of a field; of a court or an address that is not the
// charge's or the person's own it also says whose.
func (w blankWords) intakeLabel(p petition.Path) string {
	for _, of := range []string{"lower_court.court.", "appeal.court.", "prosecutor.address."} {
		if strings.Contains(string(p), of) {
			return fmt.Sprintf(w.of[of], w.label(p))
		}
	}
	return w.label(p)
}

// intakeAnswer is where the answer goes: words to circle, or a line.
func (w blankWords) intakeAnswer(p petition.Path) []doc.Span {
	choices := p.Choices()
	if len(choices) == 0 {
		return words(open(22))
	}
	out := make([]string, len(choices))
	for i, c := range choices {
		out[i] = w.choice(p, c)
	}
	return words(strings.Join(out, " · "))
}

// triageCard sorts people at the door without writing anything down: a question a line,
// and where to send the person.
func triageCard(b brief) doc.Document {
	w := blankIn(b.language)
	t := doc.Table{Widths: []int{1, 7, 6}, Lines: true, Head: row(words(""), words(w.ask), words(w.then))}
	for n, r := range w.triage {
		t.Rows = append(t.Rows, row(words(number(n+1)), words(r.what), words(r.why)))
	}
	return in(w.language, sheet("triage", w.triageTitle, b.blankHead(w), para(w.triageLead), t, heading(2, w.sayTitle), bullets(w.say...)))
}
