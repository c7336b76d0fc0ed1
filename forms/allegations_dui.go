package forms

import (
	"expunge/forms/doc"
	"expunge/petition"
)

// What is pleaded for a first conviction of driving under the influence, 63-11-30(13).
// The petition goes to the circuit court of the county, whichever court convicted, and
// meets the conditions of (13) one by one, in their order.

func duiAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{plead: theArrest, find: identified},
		{plead: duiCharge},
		{plead: theIndictment},
		{ids: []string{"dui.convicted", "dui.offense"}, plead: duiConviction, find: duiConvictionFound},
		{ids: []string{"dui.court"}, plead: circuitOfTheCounty, find: circuitJurisdiction},
		{ids: []string{"dui.decided"}, plead: judgmentStands},
		{ids: []string{"dui.first"}, plead: firstOffense, find: firstOffense},
		{ids: []string{"dui.not-commercial"}, plead: noCommercialLicense, find: noCommercialLicense},
		{ids: []string{"dui.terms"}, plead: duiTerms, find: duiTermsFound},
		{ids: []string{"dui.fines"}, plead: finesPaid, find: finesPaidFound},
		{ids: []string{"dui.wait"}, plead: fiveYears, find: fiveYears},
		{ids: []string{"dui.refused"}, plead: noTestRefused, find: noTestRefused},
		{ids: []string{"dui.bac"}, plead: testResult, find: testResultFound},
		{ids: []string{"dui.other"}, plead: noOtherDUI, find: noOtherDUIFound},
		{ids: []string{"dui.justification"}, plead: justified, find: justificationStated},
		{ids: []string{"dui.once"}, plead: noEarlierDUIRelief, find: noEarlierDUIRelief},
		{ids: []string{"dui.discretion"}, plead: grantForJustification, find: justificationSufficient},
	}
}

func duiCharge(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	return words("The petitioner was charged with ", b.charged(i), ", alleged to have been committed on ", b.fact(i, "offense_date", ch.OffenseDate.Long()), ".",
		b.attached(chargingPaper, " A copy of the charging paper is attached as "))
}

func duiConviction(b brief, i int) []doc.Span {
	return words(duiConvictionFound(b, i), b.attached(disposition, " A certified copy of the judgment and sentencing order is attached as "))
}

// duiConvictionFound names the court that convicted, with its own number: this petition
// is not in that cause.
func duiConvictionFound(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	court := words(", in the ", b.fact(i, "court.level", ch.Court.Name()))
	if ch.Court.Level == petition.Circuit {
		court = words(", in this Court")
	}
	return words("On ", b.fact(i, "outcome_date", ch.OutcomeDate.Long()), court, ", in ", b.inCause(i),
		", the petitioner was convicted of ", b.offense(i), b.sentenced(i), ".")
}

func circuitOfTheCounty(b brief, i int) []doc.Span {
	return words("The conviction was had in ", b.fact(i, "court.county", b.c.Charges[i].Court.CountyName()),
		" County. This Court is the circuit court of that county, where ", sec("63-11-30(13)"), " directs that the petition be filed, whichever court convicted.", b.cameFrom(i))
}

func circuitJurisdiction(b brief, i int) []doc.Span {
	return words("The Court has jurisdiction, being the circuit court of ", b.fact(i, "court.county", b.c.Charges[i].Court.CountyName()),
		" County, in which the conviction was had.", b.cameFrom(i))
}

func firstOffense(b brief, i int) []doc.Span {
	return words("The conviction is of a first offense, under ", sec(""), b.fact(i, "section", b.c.Charges[i].Section.String()), ".")
}

func noCommercialLicense(brief, int) []doc.Span {
	return words("The petitioner was not the holder of a commercial driver's license or a commercial learning permit at the time of the offense.")
}

func duiTerms(b brief, i int) []doc.Span {
	return words(duiTermsFound(b, i), b.attached(discharge, " A paper that shows completion is attached as "))
}

func duiTermsFound(b brief, i int) []doc.Span {
	return words("The petitioner has successfully completed all terms and conditions of the sentence imposed for the conviction", b.lastTerm(i), ".")
}

func fiveYears(brief, int) []doc.Span {
	return words("At least five years have passed since the successful completion of all terms and conditions of the sentence.")
}

func noTestRefused(brief, int) []doc.Span {
	return words("The petitioner did not refuse to submit to a test of blood or breath.")
}

func testResult(b brief, i int) []doc.Span {
	return words(testResultFound(b, i), b.attached(testPaper, " The result is attached as "))
}

func testResultFound(b brief, i int) []doc.Span {
	bac := b.c.Charges[i].DUI.BAC
	if bac.NoResult {
		return words("No test result is available.")
	}
	return words("The petitioner's blood alcohol concentration tested at ", b.fact(i, "dui.bac", bac.String()), " percent, which is below sixteen one-hundredths percent (.16%).")
}

func noOtherDUI(b brief, i int) []doc.Span {
	return words(noOtherDUIFound(b, i), b.attached(drivingRecord, " The petitioner's driving record is attached as "))
}

func noOtherDUIFound(brief, int) []doc.Span {
	return words("The petitioner has not been convicted of, and does not have pending, any other offense of driving under the influence.")
}

func justified(b brief, i int) []doc.Span {
	return words("The petitioner provides the Court with justification for the expunction.", b.affidavitFiled(), " In the petitioner's own words: ", b.justification(i))
}

func (b brief) justification(i int) []doc.Span {
	return b.quoted(petition.ChargePath(i, "dui.justification"), b.c.Charges[i].DUI.Justification)
}

// justificationStated puts the justification in writing, as the order must, and leaves
// the Court lines for words of its own.
func justificationStated(b brief, i int) []doc.Span {
	out := words("The petitioner has provided the Court with justification for the expunction, which the Court states in writing as ", sec("63-11-30(13)"), " requires. ")
	if squeeze(b.c.Charges[i].DUI.Justification) == "" {
		return words(out, "It is this: ", b.justification(i))
	}
	return words(out, "In the petitioner's own words: ", b.justification(i), " The Court adds: ", open(60))
}

func noEarlierDUIRelief(brief, int) []doc.Span {
	return words("The petitioner has not before had a nonadjudication or an expunction under ", sec("63-11-30"), ".")
}

func grantForJustification(b brief, _ int) []doc.Span {
	return words("The petitioner asks the Court to find the justification sufficient and to grant this petition.", b.ownWords())
}

func justificationSufficient(brief, int) []doc.Span {
	return words("The Court finds the justification sufficient.")
}
