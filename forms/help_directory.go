package forms

import (
	"expunge/assets"
	"expunge/forms/doc"
)

// helpDirectory lists who can help, with the age of each contact.
func helpDirectory(b brief) doc.Document {
	t := doc.Table{Widths: []int{4, 4, 4, 3}, Lines: true, Head: row(words("Organization"), words("Contact"), words("What for"), words("How old this is"))}
	for _, r := range assets.Resources() {
		t.Rows = append(t.Rows, row(words(bold(r.Organization)), words(r.Contact), words(r.Serves), words(r.Age)))
	}
	blocks := []doc.Block{
		b.inBrief(),
		para("Contacts change. The last column says how old each one is; look it up again before you rely on it."),
		t,
		heading(2, "Offices that hold records"),
		bullets(
			"The clerk of the court where the case was: papers, what is owed, fees, hearing dates.",
			"The Mississippi Criminal Information Center, Department of Public Safety: your own state record.",
			"The Department of Public Safety: your driving record.",
			"The Department of Corrections or the supervising officer: the day a sentence was finished.",
		),
		para("Clerks cannot give legal advice. They can tell you what their court asks for."),
	}
	return sheet("help", "Who can help", blocks...)
}
