package forms

import (
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
)

// confidential holds the identifiers by which the clerk and the records center find
// the records. It is the one paper on which the full date of birth, the Social
// Security number, the state identification number, race and sex may stand.
func confidential(b brief) doc.Document {
	p := b.c.Petitioner
	person := doc.Table{Widths: []int{3, 5}, Lines: true}
	add := func(t *doc.Table, what string, span doc.Span) { t.Rows = append(t.Rows, row(words(what), words(span))) }
	person.Rows = append(person.Rows, row(words("Full name"), b.name(strings.TrimSpace)))
	add(&person, "Other names", b.value("petitioner.other_names[]", strings.Join(p.OtherNames, "; ")))
	add(&person, "Date of birth", b.value("petitioner.date_of_birth", p.DateOfBirth.Long()))
	add(&person, "Social Security number", b.value("petitioner.ssn", p.SSN))
	add(&person, "State identification number (SID)", b.value("petitioner.state_id", p.StateID))
	add(&person, "Race as on the record", b.value("petitioner.race", p.Race))
	add(&person, "Sex as on the record", b.value("petitioner.sex", p.Sex))
	blocks := []doc.Block{
		doc.Callout{Title: words("Handle with care"), Blocks: []doc.Block{bullets(
			"This sheet is not part of the public file. Do not attach it to the petition or to any copy that is served.",
			"Hand it to the clerk in a sealed envelope, for the clerk, the Mississippi Criminal Information Center and the arresting agency to find the records by.",
			"Leave blank what is not known. The center can look up the state identification number.",
		)}},
		heading(2, "How it travels (for the clerk or the judge to mark)"),
		doc.Checklist{Items: []doc.CheckItem{
			box("kept under seal with the clerk"),
			box("sent with the certified copies of the order"),
			box("sent to the Mississippi Criminal Information Center by the clerk directly"),
			box("other: ", open(35)),
		}},
		heading(2, "The person"),
		person,
	}
	for _, petition := range b.petitions {
		for _, i := range petition.Charges {
			blocks = append(blocks, heading(2, b.chargeTitle(i)), b.identifiers(i))
		}
	}
	return doc.Document{
		Name: "confidential", Title: "Confidential identifier sheet", Group: doc.Confidential,
		Blocks: append([]doc.Block{heading(1, "Confidential identifier sheet")}, blocks...),
	}
}

// identifiers are what the agencies know a charge by.
func (b brief) identifiers(i int) doc.Block {
	ch := b.c.Charges[i]
	offense, section, grade := ch.Offense, ch.Section, ch.Grade
	at := "" // where the charge at arrest is written
	if ch.Charged.Offense != "" || ch.Charged.Section.Known() {
		offense, section, grade, at = ch.Charged.Offense, ch.Charged.Section, ch.Charged.Grade, "charged."
	}
	ended := ""
	if ch.Outcome != "" {
		ended = outcomeWords(ch.Outcome)
		if ch.OutcomeDate.Known() {
			ended += ", " + ch.OutcomeDate.Long()
		}
	}
	t := doc.Table{Widths: []int{3, 5}, Lines: true}
	add := func(what, field, text string) {
		t.Rows = append(t.Rows, row(words(what), words(b.fact(i, field, text))))
	}
	add("Name given at arrest", "arrest.name", ch.Arrest.Name)
	add("Date of arrest", "arrest.date", ch.Arrest.Date.Long())
	add("Arresting agency", "arrest.agency", ch.Arrest.Agency)
	add("Agency case number", "arrest.agency_number", ch.Arrest.AgencyNumber)
	add("Arrest tracking number", "arrest.tracking_number", ch.Arrest.TrackingNumber)
	add("Charge at arrest", at+"offense", offense)
	add("Code section", at+"section", sectionText(section))
	add("Grade", at+"grade", string(grade))
	add("Court", "court.level", courtWords(ch.Court))
	add("Cause number", "cause_number", ch.CauseNumber)
	if ch.Count != "" {
		add("Count", "count", ch.Count)
	}
	add("Disposition and date", "outcome", ended)
	return t
}

func sectionText(s petition.Section) string {
	if s.Readable() {
		return typeset("§ " + s.String())
	}
	return s.String()
}
