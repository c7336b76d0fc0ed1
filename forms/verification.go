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
		body("Personally appeared before me, the undersigned officer, ", b.name(strings.ToUpper),
			", the petitioner, who, having been duly sworn or having affirmed, states: that the petitioner has read the foregoing ",
			b.petitionTitle(), "; that what it states of the petitioner's own knowledge is true; and that the rest, taken from court and other records, is true to the best of the petitioner's knowledge and belief."),
		doc.Signature{Lines: []doc.SignLine{rule(b.name(strings.ToUpper), ", Petitioner")}},
		b.jurat(),
	)
}
