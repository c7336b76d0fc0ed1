package forms

import (
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
)

// What is pleaded under 97-3-54.6(6), for a survivor of human trafficking. The petition
// says what the subsection asks and nothing else of the person's life; the order finds it
// in the words of the subsection and does not name the crime of others, for its certified
// copies go to many offices. No other paper of the packet
// but the worksheet says any of it.

func survivorAllegations() []allegation {
	return []allegation{
		{plead: whoTheSurvivorIs},
		{ids: []string{"survivor.court"}, plead: sentencingCourt, find: jurisdictionOfSentence},
		{plead: theArrest, find: identified},
		{plead: theCharge, named: true},
		{plead: theIndictment},
		{ids: []string{"survivor.convicted"}, plead: theConviction, find: convictionFound, named: true},
		{ids: []string{"survivor.decided"}, plead: judgmentStands},
		{ids: []string{"survivor.not-violence"}, plead: notViolent, find: notViolent},
		{ids: []string{"survivor.stated", "survivor.result"}, plead: directResult, find: asTheSubsectionRequires},
		{ids: []string{"survivor.proof"}, plead: proofOffered, find: properToGrant},
	}
}

func whoTheSurvivorIs(b brief, _ int) []doc.Span {
	return words("The petitioner, ", b.name(strings.TrimSpace), ", is the defendant in ", b.one("this cause.", "these causes."))
}

func sentencingCourt(b brief, i int) []doc.Span {
	return words("This Court is the sentencing court.", b.cameFrom(i))
}

func jurisdictionOfSentence(b brief, i int) []doc.Span {
	return words("The Court has jurisdiction, being the sentencing court.", b.cameFrom(i))
}

func notViolent(b brief, i int) []doc.Span {
	switch b.c.Charges[i].Grade {
	case petition.Misdemeanor:
		return words("The conviction is of a misdemeanor.")
	case petition.Traffic:
		return words("The conviction is of a traffic offense, and not of a felony.")
	default:
		return words("The conviction is not of a crime of violence as provided in ", code("97-3-2"), ".")
	}
}

func directResult(b brief, _ int) []doc.Span {
	return words("The petitioner committed ", b.one("the offense", "the offenses"), " while a victim of human trafficking, and as a direct result of it.")
}

func asTheSubsectionRequires(b brief, _ int) []doc.Span {
	return words("The Court finds, by a preponderance of the evidence, that the petitioner committed ", b.one("the offense", "the offenses"), " while a victim, and as a direct result of being one, as ", sec("97-3-54.6(6)"), " uses those words.")
}

func proofOffered(b brief, _ int) []doc.Span {
	out := words("The petitioner will prove this by a preponderance of the evidence, as ", sec("97-3-54.6(6)"), " asks.")
	return words(out, b.attached(agencyPapers, " Documentation from an agency creates a presumption, but the section does not require it; if any is filed with this petition, it is "))
}
