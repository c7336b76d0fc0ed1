package pdf

import (
	"strings"
	"time"

	"expunge/forms/doc"
)

// The people of these papers are invented.

func text(s string) doc.Span            { return doc.Text{S: s} }
func bold(s string) doc.Span            { return doc.Text{S: s, Style: doc.Bold} }
func value(path, s string) doc.Span     { return doc.Value{Path: path, S: s} }
func spans(list ...doc.Span) []doc.Span { return list }
func words(s string) []doc.Span         { return spans(text(s)) }
func lines(list ...string) [][]doc.Span {
	var all [][]doc.Span
	for _, s := range list {
		all = append(all, words(s))
	}
	return all
}

func sampleOptions() Options {
	return Options{
		Title: "Expungement papers", Subject: "Petition — first draft", Author: "A clinic",
		Language: "en-US", Created: time.Date(2026, 3, 2, 9, 30, 0, 0, time.UTC),
	}
}

func samplePapers() []doc.Document {
	return []doc.Document{coverSheet(), petitionPaper(), orderPaper(), checklistSheet(), worksheetSheet()}
}

func courtCaption() doc.Block {
	return doc.Caption{
		Court: lines("IN THE CIRCUIT COURT OF HINDS COUNTY, MISSISSIPPI", "FIRST JUDICIAL DISTRICT"),
		Parties: [][]doc.Span{
			words("STATE OF MISSISSIPPI"),
			words("VS."),
			spans(value("petitioner.name", "MARGUERITE ANNE EXAMPLE-DELACROIX"), text(", also known as "),
				value("petitioner.aliases", "MARGARET EXAMPLE"), text(", PETITIONER")),
		},
		Number: [][]doc.Span{spans(text("CAUSE NO. "), value("court.cause_number", "25-CR-00417-TEST"))},
	}
}

func petitionPaper() doc.Document {
	return doc.Document{
		Name: "petition", Title: "Petition for Expungement", Group: doc.Filed,
		Running: "Petition for Expungement, Cause No. 25-CR-00417-TEST",
		Blocks: []doc.Block{
			courtCaption(),
			doc.Heading{Level: 1, Text: words("PETITION FOR EXPUNGEMENT OF RECORD")},
			doc.Para{FirstLine: true, Spans: spans(bold("COMES NOW"), text(" the Petitioner, "),
				value("petitioner.name", "Marguerite Anne Example-Delacroix"),
				text(", by and through counsel, and respectfully petitions this Honorable Court under Section\u00a099-19-71 of the Mississippi Code of 1972 for an order expunging all public records of the matter described below, and in support states:"))},
			doc.Heading{Level: 2, Text: words("Parties and Jurisdiction")},
			doc.Numbered{Items: allegations()},
			doc.Heading{Level: 2, Text: words("Prayer for Relief")},
			doc.Para{FirstLine: true, Spans: spans(bold("WHEREFORE, PREMISES CONSIDERED,"), text(" the Petitioner prays that this Court set the petition for hearing if it finds one necessary, grant the petition, and enter an order expunging from all public records the arrest, charge, disposition and sentence described above. The Petitioner further prays for such other relief as the Court finds just and proper in the premises."))},
			doc.Signature{
				Before: words("Respectfully submitted,"),
				Lines: []doc.SignLine{
					{Rule: true, Spans: words("Marguerite Anne Example-Delacroix, Petitioner")},
					{Rule: true, Spans: words("Attorney for the Petitioner")},
					{Spans: words("Pat Sample, MSB No. 000000")},
					{Spans: words("1 Invented Street, Jackson, Mississippi 39201")},
					{Spans: spans(text("Telephone: "), doc.Blank{Width: 15})},
				},
			},
			doc.PageBreak{},
			doc.Heading{Level: 1, Text: words("VERIFICATION")},
			doc.Para{Align: doc.Left, Spans: words("STATE OF MISSISSIPPI")},
			doc.Para{Align: doc.Left, Spans: spans(text("COUNTY OF "), doc.Blank{Width: 20})},
			doc.Para{FirstLine: true, Spans: words("Personally appeared before me, the undersigned authority in and for the county and state named above, the Petitioner, who, being first duly sworn, states on oath that the matters and facts in the petition are true and correct as stated, to the best of her knowledge, information and belief.")},
			doc.Signature{Lines: []doc.SignLine{{Rule: true, Spans: words("Marguerite Anne Example-Delacroix")}}},
			doc.Keep{Blocks: []doc.Block{
				doc.Para{FirstLine: true, Spans: spans(text("SWORN TO AND SUBSCRIBED before me by "), value("petitioner.name", "Marguerite Anne Example-Delacroix"), text(" on this the "), doc.Blank{Width: 5}, text(" day of "), doc.Blank{Width: 15}, text(", 20"), doc.Blank{Width: 3}, text("."))},
				doc.Box{Label: "Official seal", Height: 8},
				doc.Signature{Lines: []doc.SignLine{
					{Rule: true, Spans: words("Notary Public")},
					{Rule: true, Spans: words("Printed name")},
					{Spans: spans(text("My commission expires: "), doc.Blank{Width: 12})},
				}},
			}},
		},
	}
}

func allegations() []doc.Item {
	return []doc.Item{
		{Spans: spans(text("The Petitioner is an adult resident of Hinds County, Mississippi, born in "), value("petitioner.birth", "1987"), text(", whose mailing address is 100 Nowhere Lane, Apartment 4, Jackson, Mississippi 39201."))},
		{Spans: words("This Court has jurisdiction of the subject matter and of the parties because the conviction was entered in this Court.")},
		{Spans: spans(text("On or about "), doc.Blank{Path: "charges[0].arrest_date", Label: "date of arrest", Width: 15}, text(" the Petitioner was arrested by the "), value("charges[0].agency", "Hinds County Regional Narcotics and Community Safety Task Force"), text(" on a charge of possession of a controlled substance."))},
		{
			Spans: words("On April 4, 2011, the Petitioner pleaded guilty to one count of possession of a controlled substance, a felony, in violation of Section\u00a041-29-139(c) of the Mississippi Code of 1972, and was sentenced to a term of:"),
			Sub:   [][]doc.Span{words("three years in the custody of the Mississippi Department of Corrections, all of it suspended;"), words("three years of supervised probation, which the Petitioner completed on April 4, 2014, as the certificate of discharge attached to this petition shows; and"), words("a fine of $1,000.00 with court costs, paid in full on June 30, 2013.")},
		},
		{Spans: words("More than five years have passed since the Petitioner successfully completed all terms and conditions of the sentence.")},
		{Spans: words("The offense is not one that the statute excludes: it is not a crime of violence as defined in Section\u00a097-3-2, not arson in the first degree, not trafficking in controlled substances, not a third, fourth or subsequent offense of driving under the influence, not felon in possession of a firearm, not failure to register as a sex offender, not voyeurism, not witness intimidation, not abuse, neglect or exploitation of a vulnerable person, and not embezzlement.")},
		{Spans: words("The Petitioner has no other felony conviction in this or any other state.")},
		{Spans: words("The Petitioner has had no prior felony expunged under Section\u00a099-19-71.")},
		{Spans: words("The Petitioner has been rehabilitated: since 2014 she has been steadily employed as a licensed practical nurse’s aide, volunteers at her church’s food pantry, and cares for two children and a parent.")},
		{Spans: spans(text("Ten days’ written notice of this petition was given to the district attorney, "), value("court.prosecutor", "Nguyễn Thị Hương Mẫu"), text(", by certified mail."))},
		{Spans: words("No other petition for this relief is pending in any court.")},
	}
}

func orderPaper() doc.Document {
	return doc.Document{
		Name: "order", Title: "Proposed Order", Group: doc.Filed, Running: "Order of Expungement", Draft: "DRAFT: NOT READY TO FILE",
		Blocks: []doc.Block{
			courtCaption(),
			doc.Heading{Level: 1, Text: words("ORDER OF EXPUNGEMENT")},
			doc.Para{FirstLine: true, Spans: words("THIS MATTER having come before the Court on the petition filed in the cause above, and the Court having considered the petition and being fully advised in the premises, finds that it is well taken and should be granted.")},
			doc.Para{FirstLine: true, Spans: spans(bold("IT IS THEREFORE ORDERED"), text(" that the record of the arrest and conviction be expunged from all public records, and that the circuit clerk send a certified copy of this order to the Mississippi Criminal Information Center."))},
			doc.Para{FirstLine: true, Spans: spans(bold("SO ORDERED"), text(" on this the "), doc.Blank{Width: 5}, text(" day of "), doc.Blank{Width: 15}, text(", 20"), doc.Blank{Width: 3}, text("."))},
			doc.Signature{Lines: []doc.SignLine{{Rule: true, Spans: words("Circuit Judge")}}},
		},
	}
}

func coverSheet() doc.Document {
	return doc.Document{
		Name: "cover", Title: "Cover Sheet",
		Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: words("Your expungement papers")},
			doc.Para{Spans: spans(text("Prepared for "), doc.Value{Path: "petitioner.name", S: "Marguerite Anne Example-Delacroix", Style: doc.Bold}, text(" on March 2, 2026. This packet appears complete except for the facts listed below."))},
			doc.Callout{Title: words("Do this before anything else"), Blocks: []doc.Block{
				doc.Para{Spans: words("Do not sign the verification at home. Sign it in front of a notary, who must see you sign and must see your identification.")},
				doc.Bullets{Items: lines("Bring a driver’s license, a passport or another identification with a photograph.", "Bring $5 for the notary; some banks and libraries ask for nothing.")},
			}},
			doc.Heading{Level: 2, Text: words("What is in this packet")},
			doc.Table{
				Widths: []int{5, 2, 6}, Lines: true,
				Head: lines("Paper", "Pages", "What to do with it"),
				Rows: [][][]doc.Span{
					lines("Petition for Expungement", "3", "Sign before a notary, make three copies, file with the circuit clerk."),
					lines("Proposed Order", "1", "Leave blank. Hand it to the clerk together with the petition; the judge signs it."),
					lines("Checklist", "1", "Keep. Tick each box as you go."),
				},
			},
			doc.Heading{Level: 2, Text: words("Facts still missing")},
			doc.Numbered{Items: []doc.Item{{Spans: words("The date of arrest on the first charge. The arresting agency can tell you, and so can the clerk.")}, {Spans: words("The telephone number of the attorney.")}}},
			doc.Rule{},
			doc.Para{Small: true, Spans: words("The addresses of the clerks are as of January 2026. This sheet is information and not legal advice.")},
		},
	}
}

func checklistSheet() doc.Document {
	return doc.Document{
		Name: "checklist", Title: "Checklist",
		Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: words("Checklist")},
			doc.Heading{Level: 2, Text: words("Gather")},
			doc.Checklist{Items: []doc.CheckItem{
				{Spans: words("Certified copy of the judgment"), Note: words("Ask the circuit clerk; copies are usually $1 a page."), Ticked: true},
				{Spans: words("Certificate of discharge from probation"), Note: words("The Department of Corrections sends it on request. Allow three weeks. If they cannot find it, a letter from the probation office that says all terms were completed will often do, but ask the district attorney first.")},
				{Spans: spans(text("Date of arrest: "), doc.Blank{Path: "charges[0].arrest_date", Width: 20})},
				{Spans: words("Receipt for the fine and costs")},
			}},
			doc.Heading{Level: 2, Text: words("File")},
			doc.Checklist{Items: []doc.CheckItem{
				{Spans: words("Sign the verification before a notary")},
				{Spans: words("File the petition and pay the fee of $150")},
				{Spans: words("Serve a copy on the district attorney at least ten days before the hearing")},
			}},
			doc.Heading{Level: 3, Text: words("Notes")},
			doc.Box{Label: "For your own notes", Height: 6},
		},
	}
}

func worksheetSheet() doc.Document {
	rows := [][][]doc.Span{}
	for range 30 {
		rows = append(rows, lines("§ 99-19-71(2)(a)", "A person who has been convicted of a felony may petition for expungement five years after completing all terms of the sentence.", "met"))
	}
	return doc.Document{
		Name: "worksheet", Title: "Worksheet for the Attorney",
		Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: words("Why this conviction appears eligible")},
			doc.Outline{Nodes: []doc.Node{
				{Mark: "yes", Spans: words("Possession of a controlled substance, April 4, 2011"), Nodes: []doc.Node{
					{Mark: "yes", Spans: words("The offense is not excluded"), Nodes: []doc.Node{
						{Mark: "yes", Spans: words("Not a crime of violence under Section 97-3-2, which lists the crimes by name and lets the court add others that involved force")},
						{Mark: "unknown", Spans: words("No other felony conviction")},
					}},
					{Mark: "yes", Spans: words("Five years have passed since April 4, 2014")},
					{Mark: "court", Spans: words("The Petitioner has been rehabilitated")},
				}},
				{Mark: "no", Spans: words("Simple assault, 2019"), Nodes: []doc.Node{{Mark: "no", Spans: words("The case is still open")}}},
			}},
			doc.Heading{Level: 2, Text: words("Every element")},
			doc.Table{Widths: []int{3, 8, 1}, Lines: true, Head: lines("Statute", "Element", "Status"), Rows: rows},
		},
	}
}

var longWords = strings.Repeat("the quick brown fox jumps over the lazy dog and then rests a while, ", 23)

func confidentialPapers() []doc.Document {
	return []doc.Document{{Name: "confidential", Title: "Personal identifiers", Group: doc.Confidential, Blocks: []doc.Block{
		doc.Heading{Level: 1, Text: words("Personal identifiers")},
		doc.Table{Widths: []int{1, 2}, Rows: [][][]doc.Span{
			{words("Social security number"), spans(doc.Blank{Label: "social security number"})},
			{words("Date of birth"), spans(doc.Blank{Label: "date of birth"})},
		}},
	}}, {Name: "confidential", Title: "Addresses — Nguyễn", Group: doc.Confidential}}
}

// nastyPapers hold what a careless case can: text that is too long for its place.
func nastyPapers() []doc.Document {
	long := strings.Repeat("Wolfeschlegelsteinhausenbergerdorff", 4)
	agency := "Mississippi Bureau of Narcotics and Coastal Interdiction Unit"
	name := "Nguyễn-Trương Thị Hồng Phượng Đặng-Vũ Example, also known as " + long
	var blocks []doc.Block
	blocks = append(blocks,
		doc.Caption{
			Court:   lines("IN THE COUNTY COURT OF "+strings.ToUpper(agency)+" AND ITS SEVENTH JUDICIAL DISTRICT", long),
			Parties: [][]doc.Span{words("STATE OF MISSISSIPPI"), words("VS."), spans(value("petitioner.name", name))},
			Number:  lines("CAUSE NO. 2019-000001, 2019-000002, 2019-000003 AND 2019-000004/CONSOLIDATED", long),
		},
		doc.Heading{Level: 1, Text: words(strings.ToUpper(longWords[:200]))},
		doc.Para{FirstLine: true, Spans: spans(text(longWords), value("x", long), text(longWords))},
	)
	for level := 1; level <= 3; level++ {
		var items []doc.Item
		for i := range 11 {
			items = append(items, doc.Item{
				Spans: spans(text(longWords[:120*(i%4)+60]), value("charges[0].agency", agency), bold(long), doc.Blank{Label: longWords[:150], Width: 90}),
				Sub:   [][]doc.Span{words(longWords[:80*i]), spans(value("y", name)), spans(doc.Blank{})},
			})
		}
		blocks = append(blocks, doc.Heading{Level: level, Text: words("A part with a heading")}, doc.Numbered{Start: 98, Items: items},
			doc.Para{Spans: words("One last line.")},
			doc.Signature{Before: words("Respectfully submitted,"), Lines: []doc.SignLine{
				{Rule: true, Spans: spans(value("petitioner.name", name))}, {Spans: words(long)}, {Rule: true},
			}},
		)
	}
	papers := []doc.Document{{Name: "petition", Title: longWords[:300], Running: longWords[:250], Group: doc.Filed, Draft: longWords[:200], Blocks: blocks}}
	return append(papers, doc.Document{Name: "worksheet", Title: "Thị " + longWords[:200], Blocks: nastySheet(blocks, long)})
}

func nastySheet(blocks []doc.Block, long string) []doc.Block {
	cell := words(longWords)
	huge := words(strings.Repeat(longWords, 12))
	var nodes []doc.Node
	for range 12 {
		nodes = []doc.Node{{Mark: "unknown", Spans: words(longWords[:200]), Nodes: nodes}, {Spans: words(long)}, {Mark: "no"}}
	}
	return append(blocks[1:len(blocks):len(blocks)],
		doc.Table{Widths: []int{1, 40}, Head: lines("Head of the column", long), Lines: true, Rows: [][][]doc.Span{
			{words(long), cell, cell}, {cell, cell, cell, cell, words("x")}, {words("short"), huge}, {}, {nil, words("y")},
		}},
		doc.Callout{Title: words("A long warning"), Blocks: []doc.Block{
			doc.Para{Spans: huge},
			doc.Callout{Title: words("Inner"), Blocks: []doc.Block{doc.Bullets{Items: lines("a", long)}}},
			doc.Table{Rows: [][][]doc.Span{lines("a", "b"), {cell, cell}}},
			doc.Rule{},
		}},
		doc.Callout{Blocks: []doc.Block{doc.Para{Spans: cell}}},
		doc.Checklist{Items: []doc.CheckItem{{Spans: cell, Note: cell, Ticked: true}, {Note: words(long)}, {}}},
		doc.Keep{Blocks: []doc.Block{doc.Para{Spans: huge}, doc.Para{Small: true, Align: doc.Right, Indent: 3, Spans: cell}}},
		doc.Outline{Nodes: nodes}, doc.PageBreak{}, doc.PageBreak{}, doc.Space{Lines: 200},
		doc.Box{Label: long, Height: 90}, doc.Numbered{}, doc.Caption{}, doc.Signature{}, doc.Heading{}, doc.Para{},
		doc.Heading{Level: 9, Text: words("The end")}, doc.PageBreak{})
}
