package forms

import (
	"expunge/forms/doc"
	"expunge/rules"
)

// afterOrderSheet is what to do when an order is signed, for each petition of the packet
// that can be filed: who gets certified copies, what to look after and when, what may be
// said of the case, and what stays behind.
func afterOrderSheet(b brief) doc.Document {
	blocks := []doc.Block{
		b.inBrief(),
		para("Keep this page. It is for the time after the judge has signed and the clerk has entered the order. Until then, ask a lawyer before you answer a question about the case."),
		heading(2, "Step by step"),
		doc.Table{
			Widths: []int{3, 6, 2}, Lines: true, Head: row(words("When"), words("What"), words("Done on")),
			Rows: b.followUp(),
		},
	}
	for _, p := range b.petitions {
		if p.Draft == "" {
			blocks = append(blocks, b.of(p).afterPetition()...)
		}
	}
	return sheet("after-order", "After the order is signed", append(blocks,
		heading(2, "What an order does not do"),
		bullets(
			"It does not erase the case everywhere. Newspapers, websites and private background companies may still have it; send them a copy of the order and ask them to take it down.",
			"An expunged conviction, or a nonadjudication, can still count in a later case: to decide whether someone is a first offender, or for a longer sentence, and when someone applies to be a law enforcement officer (§ 45-27-21).",
			"What it changes about voting, firearms, licenses and immigration is not settled by these sections. Ask a lawyer before you rely on it.",
		),
		disclaimer(),
	)...)
}

func (b brief) followUp() [][][]doc.Span {
	add := func(when, what string) [][]doc.Span { return row(words(when), words(what), words(open(12))) }
	out := [][][]doc.Span{
		add("The day it is signed", "Ask the clerk to enter the order on the docket. It counts only then. Ask for certified copies."),
	}
	if b.readyBy(rules.FirstDUI) {
		out = append(out, add("Within five days of entry", "A DUI order is forwarded to the Department of Public Safety (§ 63-11-30(13)). Ask the clerk that it was sent."))
	}
	return append(out,
		add("Two weeks later", "Ask the clerk on what day the certified copy went to the Mississippi Criminal Information Center and to each office the order names. The center can act only on what reaches it (§§ 45-27-9, 45-27-21)."),
		add("Two to three months later", "Ask for your own state record, and see whether the case is gone. No section sets a number of days for it."),
		add("If it is still there", "Send the center a certified copy and ask in writing for a correction. An agency's refusal can be appealed to the county or circuit court within 30 days (§ 45-27-11)."),
	)
}

// afterPetition is what holds for the order on one petition.
func (b brief) afterPetition() []doc.Block {
	title := "The order on " + kindOf(b.p) + " " + b.shortName(b.p)
	blocks := []doc.Block{
		heading(2, title),
		heading(3, "Who should get a certified copy"),
		doc.Checklist{Items: b.copiesTo()},
		heading(3, "“Were you ever arrested or convicted?”"),
		bullets(b.mayAnswer()...),
		heading(3, "What stays, not public"),
		bullets(b.stays()...),
	}
	return blocks
}

func (b brief) copiesTo() []doc.CheckItem {
	out := []doc.CheckItem{box("you, to keep for good")}
	for _, k := range b.keepers() {
		out = append(out, doc.CheckItem{Spans: k})
	}
	return out
}

// mayAnswer is what the section of the route says of later questions, and no more.
func (b brief) mayAnswer() []string {
	switch {
	case b.generalSection():
		return []string{
			"By § 99-19-71(3) a person is not guilty of perjury or a false statement for not telling of the arrest or the case when asked, unless the question is asked to find out whether the person is a first offender.",
			"An employer may ask whether an order of expunction has been entered. The section does not forbid that question.",
			"A person called as a juror must, if asked, tell the judge of the conviction and the order, in private.",
		}
	case b.p.Pathway == rules.DrugDischarge:
		return []string{"By § 41-29-150(d)(2) a person is not guilty of perjury or a false statement for not telling of the arrest, the indictment or the trial when asked."}
	case b.p.Pathway == rules.SmallMarijuana:
		return []string{"As others quote § 41-29-139(c)(2)(A), such a record is not a criminal record “for the purpose of private or administrative inquiry”. Its text was not read for this sheet: ask a lawyer before a form or an interview asks you."}
	case b.anyOrAll():
		return []string{"By " + sec(string(b.p.Pathway)) + " a person stands as though never convicted of the offense, and may lawfully answer so to any question about prior convictions. The driving record is not changed."}
	case b.restsOnNonConviction():
		return []string{
			"By § 99-19-71(3) a person is not guilty of perjury or a false statement for not telling of the arrest or the case when asked, unless the question is asked to find out whether the person is a first offender.",
			"An employer may ask whether an order of expunction has been entered. The section does not forbid that question.",
		}
	default:
		return []string{"The section this order rests on, as far as its text was read, does not say how to answer. Ask a lawyer before a form or an interview asks you."}
	}
}

// stays is what records the route leaves, not public.
func (b brief) stays() []string {
	switch {
	case b.generalSection():
		return []string{
			"The Mississippi Criminal Information Center keeps a record, not public, only to tell whether a person is a first offender.",
			"The district attorney may keep a record, not public, for law enforcement only.",
		}
	case b.anyOrAll():
		return []string{"Confidential records of law enforcement agencies."}
	case b.p.Pathway == rules.DrugDischarge:
		return []string{"The Mississippi Bureau of Narcotics keeps a record, not public, to tell whether a person had a discharge before."}
	case b.p.Pathway == rules.FirstDUI:
		return []string{"The Department of Public Safety keeps a permanent confidential registry, because one DUI can be expunged in a lifetime."}
	default:
		return []string{"The records center keeps a confidential database of expunction orders that prosecutors and the officer standards board can ask for in writing (§ 45-27-21)."}
	}
}
