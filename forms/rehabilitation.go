package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// affidavitTitle names the petitioner's own affidavit. Section 63-11-30(13) asks for
// justification and not for rehabilitation.
func (b brief) affidavitTitle() string {
	if b.p.Pathway == rules.FirstDUI {
		return "Affidavit in Support of Petition"
	}
	return "Affidavit of Rehabilitation"
}

// asksRehabilitation reports whether the court weighs the person's life since the
// conviction: the rehabilitation of 99-19-71(2)(b), the showing of 21-23-7(6) and
// 9-11-15(3), and the justification of 63-11-30(13).
func asksRehabilitation(p rules.Pathway) bool {
	switch p {
	case rules.OneFelony, rules.FirstDUI, rules.MunicipalAny, rules.JusticeAny:
		return true
	default:
		return false
	}
}

// rehabilitated reports whether the petition has an affidavit of rehabilitation: the
// court weighs it, and the papers are ready to be sworn to.
func (b brief) rehabilitated() bool {
	return b.office.Papers.Extras && b.p.Draft == "" && asksRehabilitation(b.p.Pathway)
}

// rehabilitation is the petitioner's own affidavit, an exhibit of the petition where it is
// filed. It prompts and never supplies: what the person has not said is a line to write
// on, and every statement is the person's own.
func rehabilitation(b brief) doc.Document {
	return b.filed("rehabilitation", b.affidavitTitle(),
		centered("Exhibit ", letter(slices.Index(b.exhibits(), affidavit)), " to the ", b.petitionTitle()),
		doc.Para{Align: doc.Left, Spans: words("STATE OF MISSISSIPPI")},
		doc.Para{Align: doc.Left, Tight: true, Spans: words("COUNTY OF ", open(22))},
		b.appeared(),
		doc.Numbered{Items: b.testimony()},
		body("What I state here is true."),
		doc.Signature{Lines: []doc.SignLine{b.swears()}},
		b.jurat(),
	)
}

// testimony is what the affidavit states, or asks for. The justification of a DUI, and
// what was done since the conviction, stand there only where the file has them: the other
// items ask for the same, part by part.
func (b brief) testimony() []doc.Item {
	since := "the " + b.one("conviction", "convictions")
	var out []doc.Item
	for _, i := range b.p.Charges {
		if said := b.c.Charges[i].DUI.Justification; b.p.Pathway == rules.FirstDUI && squeeze(said) != "" {
			out = append(out, item("Why the record should be expunged: ", b.showing(petition.ChargePath(i, "dui.justification"), said)))
		}
	}
	if said := b.c.Showing.Rehabilitation; squeeze(said) != "" {
		out = append(out, item("What I have done since ", since, ": ", b.showing("showing.rehabilitation", said)))
	}
	return append(out,
		item("My work, schooling or training since ", since, ": ", open(60), " ", open(60)),
		item("My family, and what I do in my community: ", open(60), " ", open(60)),
		item("Treatment, counseling or programs I have completed, if any: ", open(60), " ", open(60)),
		item("My conduct since ", since, ": ", b.showing("showing.good_conduct", b.c.Showing.GoodConduct)),
		item("What this order would change for me and for others: ", b.showing("showing.best_interest", b.c.Showing.BestInterest)),
	)
}

// affidavitFiled points from the petition to the affidavit. Whether it is filed is for
// the petitioner, who need not swear to one.
func (b brief) affidavitFiled() []doc.Span {
	return b.attached(affidavit, " The petitioner's affidavit, if it is filed with this petition, is ")
}

// showing is what the person says of it, or lines to write on.
func (b brief) showing(path petition.Path, said string) []doc.Span {
	if squeeze(said) == "" {
		return words(open(60), " ", open(60))
	}
	return b.inQuotes(path, said)
}

// jurat is the certificate of the officer before whom an oath is taken. All of it is
// blank: the county is where the oath is taken, not where the court sits (section 25-34-31).
func (b brief) jurat() doc.Block {
	return doc.Keep{Blocks: []doc.Block{
		body("Sworn to or affirmed, and subscribed, before me this ", day(), ", by ", open(28), " (name of person)."),
		doc.Box{Label: "Official seal", Height: 7},
		doc.Signature{Lines: []doc.SignLine{
			rule("Signature of officer"),
			rule("Printed name and title (Notary Public, or other officer)"),
			line("Commission number (optional): ", open(10)),
			line("My commission expires: ", open(13)),
		}},
	}}
}

// letterGuide tells people who would write for the petitioner what helps a court.
func letterGuide(b brief) doc.Document {
	return sheet("letters", "Guide for character letters",
		lister{b, checklistEnglish()}.head(),
		para("Some courts like to see letters, or short affidavits, from people who know the petitioner; one guide speaks of two. No statute asks for them. Give this page to each person who is willing to write."),
		heading(2, "Who might write"),
		bullets(
			"An employer or someone from work; a teacher or trainer.",
			"A pastor, a sponsor, a counselor, a coach or a neighbor.",
			"Someone who has known the petitioner since before the case and can tell what has changed.",
		),
		heading(2, "What to put in the letter"),
		doc.Numbered{Items: []doc.Item{
			item("Who you are, how you know the petitioner, and for how long."),
			item("That you know there was a case. You need not describe it."),
			item("What you have seen yourself: work, family, service, promises kept. One true story says more than many kind words."),
			item("Why you think that the petitioner has changed, in your own words."),
			item("Your address and telephone number, the date you wrote it, and your signature."),
		}},
		heading(2, "What to leave out"),
		bullets(
			"Birth dates, Social Security numbers, account numbers, and the names of children.",
			"Anything you did not see or hear yourself, and anything you are not sure of.",
			"What the law says, or what the judge should do with the law.",
		),
		para("Write “To the Court”, and the name and cause number the petitioner gives you. Do not send it to the court yourself: give it to the petitioner or to the clinic."),
		note("If a court wants an affidavit, the letter is signed before a notary, with the notary's certificate below it."),
	)
}
