package forms

import (
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
)

const confidentialTitle = "Confidential identifier sheet"

// confidential holds the identifiers by which the clerk and the records center find
// the records of one petition. It is the one paper on which the full date of birth, the
// Social Security number, the state identification number, race and sex may stand. Each
// petition has a sheet of its own, so that no court reads of a charge in another.
func confidential(b brief) doc.Document {
	blocks := []doc.Block{
		heading(1, confidentialTitle),
		b.sheetFor(),
		doc.Callout{Title: words("Handle with care"), Blocks: []doc.Block{bullets(
			"This sheet is not part of the public file. Do not attach it to the petition or to any copy that is served.",
			"Hand it to the clerk in a sealed envelope, for the clerk, the Mississippi Criminal Information Center and the arresting agency to find the records by.",
			"Leave blank what is not known. The center can look up the state identification number.",
		)}},
		doc.Keep{Blocks: []doc.Block{
			heading(2, "How it travels (for the clerk or the judge to mark)"),
			para("The proposed order lets the clerk send it, sealed, to the center and the arresting agency, and to another office only if the Court so directs."),
			doc.Checklist{Items: []doc.CheckItem{
				box("kept under seal with the clerk"),
				box("sent, sealed, to the Mississippi Criminal Information Center with the certified copy of the order"),
				box("sent, sealed, to the arresting agency with the certified copy of the order"),
				box("sent, as the Court directs, to: ", open(35)),
			}},
		}},
		doc.Keep{Blocks: []doc.Block{heading(2, "The person"), b.identity()}},
	}
	for n, i := range b.p.Charges {
		title := "The charge"
		if b.several() {
			title = "Charge " + number(n+1) + " of this petition"
		}
		blocks = append(blocks, doc.Keep{Blocks: []doc.Block{heading(2, title), b.identifiers(i)}})
	}
	return doc.Document{
		Name: "confidential", Title: b.sheetTitle(), Group: doc.Confidential,
		Running: joined(b.c.Petitioner.Name.Full(), b.sheetMatter()), Blocks: blocks,
	}
}

// sheetTitle tells the sheets of several petitions apart, in a few words that do not say
// that there are several.
func (b brief) sheetTitle() string {
	switch cause := b.captionNumber(); {
	case len(b.petitions) < 2:
		return confidentialTitle
	case cause != "":
		return confidentialTitle + ", Cause No. " + cause
	default:
		return confidentialTitle + ", no cause number yet"
	}
}

// sheetMatter is the court and the number of the petition, as far as they are known.
func (b brief) sheetMatter() string {
	cause := b.captionNumber()
	if cause != "" {
		cause = "Cause No. " + cause
	}
	return joined(b.p.Court.Name(), cause)
}

// sheetFor says which petition the sheet goes with.
func (b brief) sheetFor() doc.Block {
	t := doc.Table{Widths: []int{3, 5}, Lines: true}
	t.Rows = append(t.Rows,
		row(words("Goes with"), words(b.petitionTitle())),
		row(words("Filed in"), words(b.fact(b.first(), "court.level", courtWords(b.p.Court)))),
	)
	for _, number := range b.captionNumbers() {
		t.Rows = append(t.Rows, row(words("Cause number"), words(number)))
	}
	return t
}

// identity is what tells the person from every other.
func (b brief) identity() doc.Block {
	p := b.c.Petitioner
	t := doc.Table{Widths: []int{3, 5}, Lines: true}
	add := func(what string, spans ...any) { t.Rows = append(t.Rows, row(words(what), words(spans...))) }
	if p.Name.IsComplete() {
		add("Full name", doc.Value{Path: "petitioner.name", S: p.Name.Full()})
	} else {
		add("Full name", b.value("petitioner.name.first", p.Name.First), " ", b.value("petitioner.name.last", p.Name.Last))
	}
	add("Other names", b.value("petitioner.other_names[]", strings.Join(p.OtherNames, "; ")))
	add("Date of birth", b.value("petitioner.date_of_birth", p.DateOfBirth.Long()))
	add("Social Security number", b.value("petitioner.ssn", p.SSN))
	add("State identification number (SID)", b.value("petitioner.state_id", p.StateID))
	add("Race as on the record", b.value("petitioner.race", p.Race))
	add("Sex as on the record", b.value("petitioner.sex", p.Sex))
	return t
}

// identifiers are what the courts and the agencies know a charge by.
func (b brief) identifiers(i int) doc.Block {
	ch := b.c.Charges[i]
	t := doc.Table{Widths: []int{3, 5}, Lines: true}
	add := func(what, field, text string) {
		t.Rows = append(t.Rows, row(words(what), words(b.fact(i, field, text))))
	}
	add("Name given at arrest", "arrest.name", ch.Arrest.Name)
	add("Date of arrest", "arrest.date", ch.Arrest.Date.Long())
	add("Arresting agency", "arrest.agency", ch.Arrest.Agency)
	add("Agency case number", "arrest.agency_number", ch.Arrest.AgencyNumber)
	add("Arrest tracking number", "arrest.tracking_number", ch.Arrest.TrackingNumber)
	add("Date of the offense", "offense_date", ch.OffenseDate.Long())
	if was := ch.Charged; was.Offense != "" || was.Section.Known() {
		became := "Changed to"
		if ch.Outcome == petition.Convicted {
			became = "Convicted of"
		}
		offenseRows(add, "Charge at arrest", "charged.", was.Offense, was.Section, was.Grade)
		offenseRows(add, became, "", ch.Offense, ch.Section, ch.Grade)
	} else {
		offenseRows(add, "Charge at arrest", "", ch.Offense, ch.Section, ch.Grade)
	}
	if ch.Ordinance != "" {
		add("Ordinance", "ordinance", ch.Ordinance)
	}
	add("Court", "court.level", courtWords(ch.Court))
	add("Cause number", "cause_number", ch.CauseNumber)
	if ch.Count != "" {
		add("Count", "count", ch.Count)
	}
	if lower := ch.LowerCourt; lower != (petition.LowerCourt{}) {
		add("Court in which it began", "lower_court.court.level", courtWords(lower.Court))
		add("Cause number there", "lower_court.cause_number", lower.CauseNumber)
	}
	ended := ""
	if ch.Outcome != "" {
		ended = endedWords(ch)
	}
	add("Disposition and date", "outcome", ended)
	if ch.Sentence.Date.Known() {
		add("Date of sentence", "sentence.date", ch.Sentence.Date.Long())
	}
	return t
}

// offenseRows are an offense, its section and its grade.
func offenseRows(add func(what, field, text string), what, at, offense string, section petition.Section, grade petition.Grade) {
	add(what, at+"offense", offense)
	add("Code section", at+"section", sectionText(section))
	add("Grade", at+"grade", string(grade))
}

func sectionText(s petition.Section) string {
	if s.Readable() {
		return typeset("§ " + s.String())
	}
	return s.String()
}
