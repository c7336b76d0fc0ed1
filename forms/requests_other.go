package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// Letters for papers that no clerk holds: the driving record and the test result of a
// first DUI, and the paper that shows that a sentence or a program was completed. An
// office that the case does not name is a line to write on.

// otherLetters are those letters, each once for the charges of one keeper.
func (b brief) otherLetters() []doc.Document {
	var out []doc.Document
	open := func(is func(int) bool) []int {
		return slices.DeleteFunc(b.askedFor(), func(i int) bool { return !is(i) })
	}
	if dui := open(b.onDUIRoute); len(dui) > 0 {
		out = append(out, b.drivingLetter(dui))
	}
	for _, i := range open(func(i int) bool { return b.onDUIRoute(i) && !b.c.Charges[i].DUI.BAC.NoResult }) {
		out = append(out, b.testLetter(i))
	}
	for _, group := range b.byCourt(open(b.lacksDischarge)) {
		out = append(out, b.completionLetter(group))
	}
	return out
}

// everyCharge are all charges of the case.
func (b brief) everyCharge() []int {
	out := make([]int, len(b.c.Charges))
	for i := range out {
		out[i] = i
	}
	return out
}

// askedFor are the charges for which something is asked and not ruled out.
func (b brief) askedFor() []int {
	var out []int
	for _, v := range b.a.Charges {
		if b.c.Charges[v.Index].Asked() && v.Status != rules.Ineligible {
			out = append(out, v.Index)
		}
	}
	return out
}

func (b brief) onDUIRoute(i int) bool { return b.a.Charges[i].Pathway == rules.FirstDUI }

// lacksDischarge reports whether the route rests on the completion of a sentence or a
// program, and the paper that shows it is not in hand.
func (b brief) lacksDischarge(i int) bool {
	ch := b.c.Charges[i]
	needed := waitOf(b.a.Charges[i].Pathway) != "" || program(ch.Outcome)
	return needed && ch.Papers.Discharge != petition.PaperHave && ch.Papers.Discharge != petition.PaperNone
}

// byCourt groups charges by the court they were in, those after a program apart from
// those after a sentence.
func (b brief) byCourt(charges []int) [][]int {
	var out [][]int
	same := func(i, j int) bool {
		x, y := b.c.Charges[i], b.c.Charges[j]
		return x.Court.Name() == y.Court.Name() && program(x.Outcome) == program(y.Outcome)
	}
	for _, i := range charges {
		at := slices.IndexFunc(out, func(group []int) bool { return same(group[0], i) })
		if at < 0 {
			out = append(out, []int{i})
			continue
		}
		out[at] = append(out[at], i)
	}
	return out
}

func (b brief) drivingLetter(charges []int) doc.Document {
	return b.posted(message{
		title: "Public Safety, for the driving record", to: words("the Mississippi Department of Public Safety"),
		subject: "Request for my own driving record", greeting: "To the department:", charges: charges,
		body: []doc.Block{para("I ask for my own complete driving record, with every conviction and the class of license or permit I held at each time. Please tell me which form you want, what it costs and how I can pay.")},
	})
}

func (b brief) testLetter(i int) doc.Document {
	arrest := b.c.Charges[i].Arrest
	what := words("I ask for a copy of the result of the test of my blood or breath that was made after my arrest on ", b.fact(i, "arrest.date", arrest.Date.Long()))
	if arrest.AgencyNumber != "" {
		what = words(what, ", agency case number ", b.fact(i, "arrest.agency_number", arrest.AgencyNumber))
	}
	return b.posted(message{
		title: "the arresting agency, for the test result", to: b.agency(i),
		subject: "Request for a test result", greeting: "To the records office:", charges: []int{i},
		body: []doc.Block{
			doc.Para{Spans: words(what, ".")},
			para("If another office has it, please tell me which. If there was no test or there is no result, a short letter that says so would help me. Please tell me first what a copy costs and how I can pay."),
		},
	})
}

// completionLetter asks whoever supervised a sentence, or ran a program, for the paper that
// shows that all of it was completed, and on what day.
func (b brief) completionLetter(group []int) doc.Document {
	to, of, when := words(open(40), " (the office that supervised the sentence, or the Mississippi Department of Corrections)"), "the sentence", "my sentence"
	if program(b.c.Charges[group[0]].Outcome) {
		to, of, when = words(open(40), " (the program, or the office that ran it)"), "the program", "the program"
	}
	t := doc.Table{Widths: []int{3, 5, 5}, Lines: true, Head: row(words("Cause No."), words("Offense"), words("Court"))}
	for _, i := range group {
		ch := b.c.Charges[i]
		t.Rows = append(t.Rows, row(words(b.fact(i, "cause_number", ch.CauseNumber)), words(b.fact(i, "offense", ch.Offense)), words(courtWords(ch.Court))))
	}
	return b.posted(message{
		title: "for a paper that shows completion of " + of, to: to,
		subject: "Request for a paper that shows completion", greeting: "To whom it may concern:", charges: group,
		body: []doc.Block{
			para(b.purpose(group), " Please give me a certificate, discharge or letter that says whether every term of "+of+" was completed, and on what day, for:"), t,
			para("If another office can say when ", when, " was finished, please tell me which."),
		},
	})
}
