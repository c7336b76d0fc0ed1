package forms

import (
	"strings"

	"expunge/forms/doc"
)

// verification is the petitioner's oath, with the certificate of the officer before
// whom it is taken. Everything the officer or the petitioner writes is blank: the
// county is where the oath is taken, not where the court sits.
func verification(b brief) doc.Document {
	return b.filed("verification", verificationTitle,
		doc.Para{Align: doc.Left, Spans: words("STATE OF MISSISSIPPI")},
		doc.Para{Align: doc.Left, Tight: true, Spans: words("COUNTY OF ", open(22))},
		b.appeared(" that the petitioner has read the foregoing ",
			b.petitionTitle(), "; that what it states of the petitioner's own knowledge is true; and that the rest, taken from court and other records, is true to the best of the petitioner's knowledge and belief."),
		doc.Signature{Lines: []doc.SignLine{b.swears()}},
		b.sealed(),
	)
}

// appeared begins an oath. The officer certifies a person by name. In youth court no paper
// prints it, so there the name is written in by hand.
func (b brief) appeared(stating ...any) doc.Block {
	who := words(b.name(strings.ToUpper), ", the petitioner,")
	if b.minor() {
		who = words(open(30), " (full name, by hand), the petitioner named in this cause as ", b.name(strings.ToUpper), ",")
	}
	return body("Personally appeared before me, the undersigned officer, ", who, " who, having been duly sworn or having affirmed, states:", words(stating...))
}

// swears is the line on which whoever takes the oath signs.
func (b brief) swears() doc.SignLine {
	if b.minor() {
		return rule("Petitioner, named in this cause as ", b.name(strings.ToUpper))
	}
	return rule(b.name(strings.ToUpper), ", Petitioner")
}

// sealed ends an oath with its certificate and, where the page bears a name that the other
// papers keep back, asks that it be kept from the file.
func (b brief) sealed() doc.Block {
	if !b.minor() {
		return b.jurat()
	}
	return doc.Keep{Blocks: []doc.Block{
		b.jurat(), body("This page bears the petitioner's name. The petitioner asks the Court to keep it under seal."),
	}}
}
