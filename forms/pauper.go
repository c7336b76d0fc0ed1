package forms

import "expunge/forms/doc"

const pauperTitle = "Pauper's Affidavit"

// poor reports whether the petition has an affidavit of poverty.
func (b brief) poor() bool { return b.office.Papers.PauperAffidavit && b.p.Draft == "" }

// pauper is the sworn affidavit of a person too poor to pay costs ahead, with the
// elements of section 11-53-17. That section speaks of civil actions, and whether it
// reaches a petition to expunge is not settled, so an office must ask for the paper by a
// setting and the person must ask the clerk.
func pauper(b brief) doc.Document {
	return b.filed("pauper", pauperTitle,
		doc.Para{Align: doc.Left, Spans: words("STATE OF MISSISSIPPI")},
		doc.Para{Align: doc.Left, Tight: true, Spans: words("COUNTY OF ", open(22))},
		b.appeared(),
		doc.Numbered{Items: []doc.Item{
			item("I am a citizen of Mississippi."),
			item("Because of poverty I am not able to pay the costs of this matter, or to give security for them. The matter is my ", b.petitionTitle(), "."),
			item("I believe that I am entitled to the relief I ask for in it."),
			item("I ask the Court, under ", code("11-53-17"), ", to let me go on without paying the costs ahead."),
		}},
		doc.Signature{Lines: []doc.SignLine{b.swears()}},
		b.sealed(),
	)
}
