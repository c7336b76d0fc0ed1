package forms

import (
	"expunge/forms/doc"
	"expunge/petition"
)

// What is pleaded in youth court under 43-21-159(1).

func youthAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs, find: identifiedInYouthCourt},
		{ids: []string{"youth.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: youthMatter, find: youthMatterFound, named: true},
		{ids: []string{"youth.ended"}, plead: youthEnd, find: youthEndFound},
		{ids: []string{"youth.not-adjudicated"}, plead: notAdjudicated, find: notAdjudicated},
		{ids: []string{"youth.circuit"}, plead: noCircuitCrime, find: noCircuitCrime},
		{ids: []string{"youth.ended"}, plead: youthShall, find: entitled},
	}
}

func youthMatter(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	out := words(youthMatterFound(b, i), " The act was alleged to have been committed on ", b.fact(i, "offense_date", ch.OffenseDate.Long()), ".")
	if ch.Arrest.Kind == petition.ArrestMade {
		out = words(out, " The petitioner was taken into custody on ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()), " by ", b.agency(i), b.arrestNumber(i), ".")
	}
	return words(out, b.attached(chargingPaper, " A copy of the petition or other paper that began the case is attached as "))
}

func youthMatterFound(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	return words("In ", b.inCause(i), ", the petitioner was before this Court on an allegation of ", b.fact(i, "offense", ch.Offense), ", in violation of ", b.section(i), ".")
}

func youthEnd(b brief, i int) []doc.Span {
	out := words(youthEndFound(b, i), b.recordsWords(i))
	if !disposed(b.c.Charges[i]) {
		return words(out, b.openDocket())
	}
	return words(out, b.attached(disposition, " A certified copy of the disposition is attached as "), b.docketSheet())
}

func youthEndFound(b brief, i int) []doc.Span {
	if b.c.Charges[i].Outcome == petition.NotDelinquent {
		return words(b.onOutcome(i), " the petitioner was found not delinquent.")
	}
	return theEndFound(b, i)
}

func notAdjudicated(brief, int) []doc.Span {
	return words("The petitioner was not adjudicated delinquent in the case.")
}

func noCircuitCrime(brief, int) []doc.Span {
	return words("The petitioner has no pending charge and no conviction for a crime in the original jurisdiction of circuit court, so ", sec("43-21-159(4)"), " does not apply.")
}

func youthShall(brief, int) []doc.Span {
	return words("Section 43-21-159(1) provides that, upon petition, the youth court “shall expunge” the record of such a case. The petitioner is entitled to that relief.")
}
