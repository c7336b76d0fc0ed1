package forms

import (
	"expunge/forms/doc"
	"expunge/petition"
)

// What is pleaded under the sections for one kind of charge: a misdemeanor that was never
// charged or a dismissed citation (99-15-59), beer and light wine under the age of 21
// (67-3-70(6)), and a small-marijuana conviction (41-29-139(c)(2)(A)).

func unchargedAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"uncharged.court"}, plead: courtOverTheMatter, find: jurisdictionOverTheMatter},
		{plead: theArrest, find: identified},
		{ids: []string{"uncharged.grade"}, plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"uncharged.kind", "uncharged.time"}, plead: matterEnded, find: matterEndedFound},
		{ids: []string{"uncharged.whole"}, plead: noConviction, find: noConvictionFound},
		{ids: []string{"uncharged.discretion"}, plead: mayApply, find: properToGrant},
	}
}

func underageAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"underage.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{ids: []string{"underage.section", "underage.subsection"}, plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"underage.ended"}, plead: underageEnded, find: underageEndedFound},
		{ids: []string{"underage.wait"}, plead: oneYear, find: oneYear},
		{ids: []string{"underage.ended"}, plead: shallEnterOrder, find: orderDue},
	}
}

func marijuanaAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"marijuana.court"}, plead: courtOfConviction, find: jurisdictionOfConviction},
		{plead: theArrest, find: identified},
		{plead: theCharge, named: true},
		{plead: theIndictment},
		{ids: []string{"marijuana.convicted", "marijuana.section"}, plead: theConviction, find: convictionFound, named: true},
		{ids: []string{"marijuana.decided"}, plead: judgmentStands},
		{ids: []string{"marijuana.not-vehicle"}, plead: notInVehicle, find: notInVehicle},
		{ids: []string{"marijuana.first-two"}, plead: firstOrSecond, find: firstOrSecond},
		{ids: []string{"marijuana.wait"}, plead: twoYearsSinceConviction, find: twoYearsSinceConviction},
		{ids: []string{"marijuana.wait"}, plead: recordToBeExpunged, find: recordDue},
	}
}

// ---- never charged, or a dismissed citation, 99-15-59 ----

func courtOverTheMatter(b brief, i int) []doc.Span {
	return words("This Court has jurisdiction over the matter.", b.cameFrom(i))
}

func jurisdictionOverTheMatter(b brief, i int) []doc.Span {
	return words("The Court has jurisdiction over the matter.", b.cameFrom(i))
}

func matterEnded(b brief, i int) []doc.Span {
	out := words(matterEndedFound(b, i), b.recordsWords(i))
	if !disposed(b.c.Charges[i]) {
		return words(out, b.openDocket())
	}
	return words(out, b.attached(disposition, " A certified copy of the disposition is attached as "), b.docketSheet())
}

// matterEndedFound pleads the one of the two grounds that is true.
func matterEndedFound(b brief, i int) []doc.Span {
	switch ch := b.c.Charges[i]; ch.Outcome {
	case petition.Uncharged, petition.NoDisposition:
		return words("More than twelve months have passed since the ", arrestNoun(ch), ", and the petitioner has not been formally charged or prosecuted.")
	default:
		return theEndFound(b, i)
	}
}

func mayApply(b brief, i int) []doc.Span {
	return words("Under ", sec("99-15-59"), " a person so ", arrestWord(b.c.Charges[i]), " may apply to the court with jurisdiction over the matter to have the record expunged. The petitioner so applies, and asks the Court to grant this petition in its discretion.", b.ownWords())
}

// ---- beer and light wine, 67-3-70(6) ----

func underageEnded(b brief, i int) []doc.Span {
	out := words(underageEndedFound(b, i), b.recordsWords(i))
	if b.c.Charges[i].Outcome == petition.Convicted {
		return words(out, b.attached(disposition, " A certified copy of the judgment and sentencing order is attached as "),
			b.attached(account, " The clerk's account showing that nothing is owed is attached as "))
	}
	return words(out, b.dismissal(), b.docketSheet())
}

func underageEndedFound(b brief, i int) []doc.Span {
	if b.c.Charges[i].Outcome == petition.Convicted {
		return words(b.onOutcome(i), " the petitioner was convicted in this Court of ", b.convictedOf(i), b.sentenced(i), ". The petitioner has served the sentence", b.lastTerm(i), ". The petitioner has paid the fine", b.lastPayment(i), ".")
	}
	return words(b.onOutcome(i), " the charge was dismissed and the petitioner was discharged.")
}

func oneYear(b brief, i int) []doc.Span {
	return b.because(i, "underage.wait", "The year that "+sec("67-3-70(6)")+" sets has passed")
}

func shallEnterOrder(brief, int) []doc.Span {
	return words("Under ", sec("67-3-70(6)"), " the Court, so finding, “shall enter” an order to expunge the record. The petitioner is entitled to that relief.")
}

func orderDue(brief, int) []doc.Span {
	return words("The case is one in which the Court “shall enter” an order to expunge the record under ", sec("67-3-70(6)"), ".")
}

// ---- small marijuana, 41-29-139(c)(2)(A) ----

func notInVehicle(brief, int) []doc.Span {
	return words("The marijuana was not in the passenger area of a vehicle.")
}

func firstOrSecond(b brief, _ int) []doc.Span {
	return words("It is the petitioner's first or second conviction under ", sec("41-29-139(c)(2)(A)"), ".")
}

// twoYearsSinceConviction counts from the judgment or, where it came later, the sentence.
func twoYearsSinceConviction(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	field := "outcome_date"
	if ch.Sentence.Date.After(ch.OutcomeDate) {
		field = "sentence.date"
	}
	return words("More than two years have passed since the conviction, on ", b.fact(i, field, ch.Judgment().Long()), ".")
}

// recordToBeExpunged puts the subsection in other words: its text was not read.
func recordToBeExpunged(brief, int) []doc.Span {
	return words("Section 41-29-139(c)(2)(A) calls for the record of such a conviction to be expunged at the end of two years from its date. The petitioner knows of no order that has done so, and asks that it be entered.")
}

func recordDue(brief, int) []doc.Span {
	return words("The record is one that ", sec("41-29-139(c)(2)(A)"), " calls to be expunged.")
}
