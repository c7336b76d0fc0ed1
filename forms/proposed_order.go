package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// proposedOrder is the order for the judge to sign, edit or strike. Its findings are
// worded as the Court's and rest on the same findings as the petition.
func proposedOrder(b brief) doc.Document {
	found := b.findings()
	return b.filed("order", b.orderTitle(), slices.Concat(
		[]doc.Block{
			body("THIS CAUSE came before the Court on the ", b.petitionTitle(), " of ", b.name(strings.ToUpper), ", under ", b.restsOn(),
				". The Court, having considered the petition, its exhibits and what was presented to it, FINDS:"),
			doc.Numbered{Items: found},
			heading(2, "IT IS THEREFORE ORDERED:"),
			doc.Numbered{Start: len(found) + 1, Items: b.ordered()},
			b.judge(),
		},
		b.approval(),
		[]doc.Block{b.preparedBy(), b.certified()},
	)...)
}

// ordered are the paragraphs that give the relief.
func (b brief) ordered() []doc.Item {
	direct := item("Each of these offices shall expunge every official record of the matter in its keeping, including ", b.recordPapers(), b.fingerprints(), b.nonpublic(), ":")
	direct.Sub = append(b.keepers(), words("other: ", open(35)), words("other: ", open(35)))
	out := []doc.Item{
		item("The petition is granted. ", capital(b.recordOf()), b.expunged(), "."),
		direct,
		b.copies(),
	}
	out = append(out, b.retained()...)
	out = append(out, b.effect()...)
	if b.p.Pathway == rules.Survivor {
		out = append(out, item(open(4), " The petition and its exhibits shall be kept under seal, as far as the law allows. (The Court marks the line if it so orders.)"))
	}
	return append(out, b.identifiersTravel())
}

// identifiersTravel lets the clerk send the identifiers where the records are found by
// them, and no further. The confidential sheet says the same.
func (b brief) identifiersTravel() doc.Item {
	agency := "the arresting agency"
	for _, i := range b.p.Charges {
		if key(b.agency(i)) != key(b.agency(b.first())) {
			agency = "each arresting agency"
		}
	}
	return item("The full date of birth and the other identifiers needed to find these records are on a confidential identifier sheet that the petitioner may hand to the clerk under seal. It is not part of the public file. The clerk may send it, sealed, with the certified copies of this order to the Mississippi Criminal Information Center and to ", agency, ", and to no other office unless the Court so directs.")
}

// recordPapers are papers that such a record is likely to hold.
func (b brief) recordPapers() string {
	if b.minor() || b.neverFiled() {
		return "photographs, affidavits and statements"
	}
	return "photographs, affidavits, statements and pleas"
}

// capital makes a run begin with a capital.
func capital(spans []doc.Span) []doc.Span {
	out := slices.Clone(spans)
	if t, ok := out[0].(doc.Text); ok && t.S != "" {
		t.S = strings.ToUpper(t.S[:1]) + t.S[1:]
		out[0] = t
	}
	return out
}

func (b brief) expunged() string {
	if b.conviction() && b.several() {
		return " are expunged"
	}
	return " is expunged"
}

func (b brief) fingerprints() string {
	if b.office.Papers.FingerprintException {
		return ", except fingerprint records"
	}
	return ""
}

// copies directs the clerk. Section 45-27-21 names the circuit clerk, who is the clerk
// of a county court too; the clerks of other courts report under section 45-27-9.
func (b brief) copies() doc.Item {
	under := "45-27-9"
	if b.p.Court.Level == petition.Circuit || b.p.Court.Level == petition.County {
		under = "45-27-21"
	}
	return item("The clerk shall send a certified copy of this order to the Mississippi Criminal Information Center, Department of Public Safety, under ", code(under), ", and to each other office named above.")
}

func (b brief) judge() doc.Block {
	title := "JUDGE"
	switch b.p.Court.Level {
	case petition.Circuit:
		title = "CIRCUIT COURT JUDGE"
	case petition.County:
		title = "COUNTY COURT JUDGE"
	case petition.Justice:
		title = "JUSTICE COURT JUDGE"
	case petition.Municipal:
		title = "MUNICIPAL COURT JUDGE"
	case petition.Youth:
		title = "YOUTH COURT JUDGE"
	default: // the court is not known, or hears no petition of these
	}
	return doc.Keep{Blocks: []doc.Block{
		body("SO ORDERED, this ", day(), "."),
		doc.Signature{Lines: []doc.SignLine{rule(title)}},
	}}
}

func (b brief) approval() []doc.Block {
	if !b.office.Papers.ApprovedAsToForm {
		return nil
	}
	return []doc.Block{doc.Keep{Blocks: []doc.Block{
		doc.Para{Align: doc.Left, Spans: words("APPROVED AS TO FORM:")},
		doc.Signature{Lines: []doc.SignLine{rule(b.approver())}},
	}}}
}

// approver is the prosecutor below the line. In county court that is the office the file
// names, or else whoever prosecuted the case.
func (b brief) approver() []doc.Span {
	if b.p.Court.Level != petition.County || b.p.Pathway == rules.OneFelony {
		return b.prosecutor()
	}
	for _, i := range b.p.Charges {
		if office := b.c.Charges[i].Prosecutor.Office; office != "" {
			return words(b.fact(i, "prosecutor.office", office))
		}
	}
	return words("Prosecutor of the case")
}

// preparedBy names who drew the order.
func (b brief) preparedBy() doc.Block {
	who := words(b.name(strings.ToUpper), ", Petitioner, without counsel")
	if counsel := b.c.Petitioner.Counsel; !counsel.IsZero() {
		who = words(b.value("petitioner.counsel.name", counsel.Name), ", Attorney for the Petitioner")
	}
	lead := doc.Para{Align: doc.Left, Spans: words("PREPARED BY:")}
	return doc.Keep{Blocks: append([]doc.Block{lead}, tight(0, append([][]doc.Span{who}, b.contact()...))...)}
}

// certified is where the clerk certifies a copy of the signed order.
func (b brief) certified() doc.Block {
	return doc.Keep{Blocks: []doc.Block{
		doc.Rule{},
		doc.Para{Align: doc.Left, Spans: words("CLERK'S CERTIFICATE")},
		body("I certify that this is a true and correct copy of the order entered in this cause. This ", day(), "."),
		doc.Box{Label: "Seal of the clerk", Height: 7},
		doc.Signature{Lines: []doc.SignLine{rule("Clerk"), rule("By: Deputy Clerk")}},
	}}
}
