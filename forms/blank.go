package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// Blank returns what volunteers carry when there is no case yet: the clinic checklist,
// the intake sheet, the triage card and the flow chart for the wall. None of them asks
// anyone to sign in.
func Blank(o Office) []doc.Document {
	b := newBrief(petition.Case{}, rules.Assessment{Edition: rules.Edition}, o)
	return []doc.Document{checklist(b, nil), intakeSheet(b), triageCard(b), flowChart(b)}
}

// intakePart is a part of the intake sheet: the fields of the case file under a prefix.
type intakePart struct {
	title, lead string
	under       string // the fields whose path begins so
	except      []string
	newPage     bool
}

// intakeParts are in the order of the case file. A part takes the fields no part before
// it took.
var intakeParts = []intakePart{
	{title: "The case", under: "case"},
	{title: "The petitioner", under: "petitioner.", except: []string{"petitioner.counsel."}},
	{title: "The petitioner's lawyer, if there is one", under: "petitioner.counsel."},
	{title: "The whole record", under: "record.", except: []string{"record.other_convictions[]", "record.earlier_relief[]", "record.pending_charges[]"}},
	{title: "Another conviction", lead: "In any court and state, and not a charge of this file. A copy of this part for each.", under: "record.other_convictions[]"},
	{title: "An earlier expunction, nonadjudication or program", lead: "A copy of this part for each.", under: "record.earlier_relief[]"},
	{title: "A pending charge", lead: "A copy of this part for each.", under: "record.pending_charges[]"},
	{title: "A charge", lead: "A copy of this part for each charge, from its court papers. What is not known stays empty; never guess.", under: "charges[]", newPage: true},
	{title: "In the petitioner's own words", under: "showing."},
	{title: "The filing, once there is one", under: "filing."},
	{title: "Notes for the reviewing lawyer", under: "notes"},
}

// intakeSheet has a line for each field of the case file, in its order and by its name,
// so that a volunteer can write by hand what another types in later.
func intakeSheet(b brief) doc.Document {
	blocks := []doc.Block{
		note(joined("law as of "+edition(b.a.Edition), b.office.Clinic.Name)),
		para("One line for each field of the case file. Dates: year, month, day. Where words are given, circle one. The full birth date and the numbers on this sheet are confidential: keep it with the file and shred it when the case is typed in."),
	}
	for _, part := range intakeParts {
		fields := slices.DeleteFunc(petition.Fields(), func(p petition.Path) bool { return !part.takes(p) })
		if part.newPage {
			blocks = append(blocks, doc.PageBreak{})
		}
		blocks = append(blocks, heading(2, part.title))
		if part.lead != "" {
			blocks = append(blocks, note(part.lead))
		}
		t := doc.Table{Widths: []int{5, 6, 4}, Lines: true, Head: row(words("What"), words("Answer"), words("Field"))}
		for _, p := range fields {
			t.Rows = append(t.Rows, row(words(p.Label()), intakeAnswer(p), words(doc.Value{S: strings.TrimPrefix(strings.TrimPrefix(string(p), part.under), ".")})))
		}
		blocks = append(blocks, t)
	}
	return sheet("intake", "Intake sheet", blocks...)
}

func (part intakePart) takes(p petition.Path) bool {
	if !strings.HasPrefix(string(p), part.under) {
		return false
	}
	return !slices.ContainsFunc(part.except, func(x string) bool { return strings.HasPrefix(string(p), x) })
}

// intakeAnswer is where the answer goes: words to circle, or a line.
func intakeAnswer(p petition.Path) []doc.Span {
	if choices := p.Choices(); len(choices) > 0 {
		return words(strings.ReplaceAll(strings.Join(choices, " · "), "_", " "))
	}
	return words(open(24))
}

// triageCard sorts people at the door without writing anything down: a question a line,
// and where to send the person.
func triageCard(b brief) doc.Document {
	t := doc.Table{Widths: []int{1, 7, 6}, Lines: true, Head: row(words(""), words("Ask"), words("Then"))}
	for n, r := range triageRows() {
		t.Rows = append(t.Rows, row(words(number(n+1)), words(r[0]), words(r[1])))
	}
	return sheet("triage", "Triage card",
		note(joined("law as of "+edition(b.a.Edition), b.office.Clinic.Name)),
		para("For the volunteer at the door. Write no names on this card. It sorts people to tables; it answers nobody's question about the law."),
		t,
		heading(2, "Say to everyone"),
		bullets(
			"Nobody here can promise what a court will do.",
			"Bring every court paper you have. The sentencing order and the order of any earlier expunction decide most often.",
			"If you are not a citizen of the United States, see a lawyer before you sign anything.",
		),
	)
}

func triageRows() [][2]string {
	return [][2]string{
		{"Was the case in a Mississippi state court: circuit, county, justice, city or youth court?", "No, federal, tribal, military or another state: this clinic cannot help with it. Give the list of who can help."},
		{"Is it somebody else's case, entered in this person's name?", "Yes: to a lawyer at once."},
		{"Did it end without a conviction: dismissed, dropped, not guilty, never charged?", "Yes: table for cases without a conviction. No fines or waiting period stand in the way there by the statute, but the paper that ended the case is needed."},
		{"Did it end after a program: nonadjudication, pretrial intervention, drug court or another?", "Yes: table for programs. The order, and proof of completion, are needed."},
		{"Was it a DUI, or another traffic case?", "Yes: to a lawyer or the DUI table. A first DUI has its own section, a wait of five years, and goes to circuit court."},
		{"Was it a misdemeanor?", "Yes: misdemeanor table. Ask for every other conviction, anywhere."},
		{"Was it a felony?", "Yes: felony table. One in a lifetime; the sentencing order decides, and all fines and costs must be paid."},
		{"Is a charge pending anywhere, or is anyone unsure about any answer?", "Yes: to a lawyer."},
	}
}
