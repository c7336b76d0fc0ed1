package forms

import (
	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// What is pleaded after a program: nonadjudication, pretrial intervention, conditional
// discharge, the intervention and mental health courts, and the traffic-safety course.

func nonadjudicationAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"nonadjudication.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"nonadjudication.not-dui"}, plead: chargeNotDUI, find: chargeNotDUI},
		{ids: []string{"nonadjudication.kind", "nonadjudication.under"}, plead: nonadjudicated, find: nonadjudicated},
		{ids: []string{"nonadjudication.completed"}, plead: conditionsCompleted, find: conditionsCompletedFound},
		{ids: []string{"nonadjudication.completed"}, plead: nonadjudicatedShall, find: entitled},
	}
}

func interventionAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"intervention.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"intervention.kind"}, plead: admittedToIntervention, find: admittedToIntervention},
		{ids: []string{"intervention.completed"}, plead: interventionCompleted, find: interventionCompletedFound},
		{ids: []string{"intervention.completed"}, plead: mustExpunge, find: entitled},
	}
}

func dischargeAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"discharge.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"discharge.possession"}, plead: isPossession, find: isPossession},
		{ids: []string{"discharge.kind"}, plead: proceedingsDeferred, find: proceedingsDeferred},
		{ids: []string{"discharge.completed"}, plead: discharged, find: dischargedFound},
		{ids: []string{"discharge.age"}, plead: underTwentySix},
		{ids: []string{"discharge.completed"}, plead: dischargeShall, find: dischargeEntitled},
	}
}

func interventionCourtAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"intervention-court.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"intervention-court.not-dui"}, plead: notImpliedConsent, find: notImpliedConsent},
		{ids: []string{"intervention-court.kind"}, plead: enteredCourtProgram, find: enteredCourtProgram},
		{ids: []string{"intervention-court.completed"}, plead: courtProgramCompleted, find: courtProgramCompletedFound},
		{ids: []string{"intervention-court.fees"}, plead: programFeesPaid, find: programFeesPaidFound},
		{ids: []string{"intervention-court.completed"}, plead: graduateExpunged, find: graduateEntitled},
	}
}

func mentalHealthCourtAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"mental-health-court.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"mental-health-court.dui"}, plead: chargeNotDUI, find: chargeNotDUI},
		{ids: []string{"mental-health-court.kind"}, plead: enteredCourtProgram, find: enteredCourtProgram},
		{ids: []string{"mental-health-court.completed"}, plead: courtProgramCompleted, find: courtProgramCompletedFound},
		{ids: []string{"mental-health-court.completed"}, plead: graduateExpunged, find: graduateEntitled},
	}
}

func trafficCourseAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"traffic-course.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{plead: theArrest, find: identified},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"traffic-course.moving"}, plead: movingViolation, find: movingViolation},
		{ids: []string{"traffic-course.not-commercial"}, plead: noCommercialLicense, find: noCommercialLicense},
		{ids: []string{"traffic-course.kind", "traffic-course.completed"}, plead: courseCompleted, find: courseCompletedFound},
		{ids: []string{"traffic-course.completed"}, plead: courseExpunged, find: courseEntitled},
	}
}

// ---- shared ----

func chargeFound(b brief, i int) []doc.Span {
	if ch := b.c.Charges[i]; ch.Outcome == petition.Uncharged {
		return words("The ", arrestNoun(ch), " was for ", b.charged(i), ".")
	}
	return words("In ", b.inCause(i), ", the petitioner was charged with ", b.charged(i), ".", b.changed(i))
}

func chargeNotDUI(b brief, _ int) []doc.Span {
	return words(b.one("The charge is not one", "None of the charges is one"), " of driving under the influence.")
}

// completion points to the paper that shows the end of a program, and to the docket sheet.
func (b brief) completion() []doc.Span {
	return words(b.attached(discharge, " A paper that shows completion is attached as "), b.programDocket())
}

// dismissal points to the order that ended the case.
func (b brief) dismissal() []doc.Span {
	return b.attached(disposition, " A certified copy of the order that ended the case is attached as ")
}

// programDocket is the docket sheet of a case that ended in a program, unless the clerk's
// account is the exhibit of a paragraph on its fees.
func (b brief) programDocket() []doc.Span {
	if b.p.Pathway == rules.InterventionCourt {
		return nil
	}
	return b.docketSheet()
}

// programEnded adds the day the program ended, where it is in the file.
func (b brief) programEnded(i int) []doc.Span {
	d := b.c.Charges[i].Diversion.Ended
	if !d.Known() {
		return nil
	}
	return words("; the program ended on ", b.fact(i, "diversion.ended", d.Long()))
}

// onOutcome is the day of the order that ended the case.
func (b brief) onOutcome(i int) []doc.Span {
	return words("On ", b.fact(i, "outcome_date", b.c.Charges[i].OutcomeDate.Long()))
}

func mustExpunge(b brief, _ int) []doc.Span {
	return words("Section " + string(b.p.Pathway) + " provides that, upon petition, the Court “shall expunge” the record of such a case. The petitioner is entitled to that relief.")
}

// ---- nonadjudication, 99-15-26(5) ----

func nonadjudicated(b brief, _ int) []doc.Span {
	return words(b.one("The charge was", "The charges were"), " not adjudicated: the Court nonadjudicated ", b.one("it", "them"), " under ", code("99-15-26"), ".")
}

func conditionsCompleted(b brief, i int) []doc.Span {
	return words(conditionsCompletedFound(b, i), b.recordsWords(i), b.dismissal(), b.completion())
}

func conditionsCompletedFound(b brief, i int) []doc.Span {
	return words("The petitioner completed every condition that was imposed", b.programEnded(i), ". ", b.onOutcome(i), " the case was dismissed.")
}

// nonadjudicatedShall pleads (5) alone. Whether a dismissal after nonadjudication can be
// pleaded under 99-19-71(4) as well is open, and the worksheet leaves it to the lawyer.
func nonadjudicatedShall(brief, int) []doc.Span {
	return words("Section 99-15-26(5) provides that, upon petition, the Court “shall expunge” the record of a case that was dismissed. The petitioner is entitled to that relief.")
}

// ---- pretrial intervention, 99-15-123(3) ----

func admittedToIntervention(b brief, _ int) []doc.Span {
	return words("The petitioner was admitted to pretrial intervention on ", b.one("the charge", "the charges"), ", under ", code("99-15-101"), " and the sections that follow it.")
}

func interventionCompleted(b brief, i int) []doc.Span {
	return words(interventionCompletedFound(b, i), b.recordsWords(i), b.dismissal(), b.completion())
}

func interventionCompletedFound(b brief, i int) []doc.Span {
	return words("The petitioner completed the program", b.programEnded(i), ". ", b.onOutcome(i), " the Court made a noncriminal disposition of the charge, as ", sec("99-15-123(1)"), " directs, and the charge was dismissed.")
}

// ---- conditional discharge, 41-29-150(d) ----

func isPossession(b brief, _ int) []doc.Span {
	return words(b.one("The offense is", "The offenses are"), " one of those under ", code("41-29-139(c)"), " or (d), possession or paraphernalia, for which a discharge may be given.")
}

func proceedingsDeferred(brief, int) []doc.Span {
	return words("Without entering a judgment of guilt, the Court deferred further proceedings and placed the petitioner on conditional discharge under ", code("41-29-150(d)(1)"), ".")
}

func discharged(b brief, i int) []doc.Span {
	return words(dischargedFound(b, i), b.recordsWords(i), b.dismissal(), b.completion())
}

func dischargedFound(b brief, i int) []doc.Span {
	return words("The petitioner fulfilled the terms and conditions", b.programEnded(i), ". ", b.onOutcome(i), " the Court discharged the petitioner and dismissed the proceedings.")
}

// underTwentySix answers the older reading of (d)(2). A draft for review, of a person who
// was older, says so and leaves the reading to the Court.
func underTwentySix(b brief, i int) []doc.Span {
	born, offense := b.c.Petitioner.DateOfBirth, b.c.Charges[i].OffenseDate
	if born.Known() && offense.Known() && !offense.Before(born.AddYears(26)) {
		return words("The petitioner was not under the age of 26 at the time of the offense. Whether ", sec("41-29-150(d)(2)"), " is limited to offenses before that age is for the Court.")
	}
	return words("The petitioner was under the age of 26 at the time of the offense.")
}

// dischargeShall puts the subsection in other words: its present text was not read.
func dischargeShall(brief, int) []doc.Span {
	return words("Under ", sec("41-29-150(d)(2)"), " a person who has been so discharged may apply to expunge the matter from all official records, other than the nonpublic record of the Mississippi Bureau of Narcotics; and when the Court determines, after a hearing, that the proceedings were dismissed and the person discharged, it shall enter the order.")
}

func dischargeEntitled(brief, int) []doc.Span {
	return words("After a hearing the Court determines that the proceedings were dismissed and the petitioner was discharged, so that the order for which ", sec("41-29-150(d)(2)"), " provides shall be entered.")
}

// ---- intervention and mental health courts, 9-23-23 and 9-27-19 ----

// courtProgram names the problem-solving court of the route.
func (b brief) courtProgram() string {
	if b.p.Pathway == rules.MentalHealthCourt {
		return "mental health court"
	}
	return "intervention court"
}

func notImpliedConsent(b brief, _ int) []doc.Span {
	return words(b.one("The charge is not", "None of the charges is"), " an implied consent violation, whose expunction ", sec("9-23-23"), " does not allow.")
}

func enteredCourtProgram(b brief, _ int) []doc.Span {
	return words("The petitioner took part in the program of the ", b.courtProgram(), " on ", b.one("the charge.", "the charges."))
}

func courtProgramCompleted(b brief, i int) []doc.Span {
	return words(courtProgramCompletedFound(b, i), b.recordsWords(i), b.graduateExhibit(), b.completion())
}

// courtProgramCompletedFound says what became of the charge only as far as the file does.
func courtProgramCompletedFound(b brief, i int) []doc.Span {
	out := words("The petitioner completed every requirement that the ", b.courtProgram(), " imposed", b.programEnded(i), ".")
	ch := b.c.Charges[i]
	switch {
	case ch.Diversion.SentencedAtPlea == petition.Yes:
		return words(out, " The petitioner had been sentenced when the plea of guilty was entered.")
	case ch.Diversion.SentencedAtPlea == petition.No || ch.Outcome == petition.Dismissed:
		return words(out, " ", b.onOutcome(i), " the charge was dismissed.")
	default:
		return words(out, " ", b.onOutcome(i), " the case ended.")
	}
}

func (b brief) graduateExhibit() []doc.Span {
	if b.conviction() {
		return b.attached(disposition, " A certified copy of the judgment and sentencing order is attached as ")
	}
	return b.dismissal()
}

func programFeesPaid(b brief, i int) []doc.Span {
	return words(programFeesPaidFound(b, i), b.attached(account, " The clerk's account is attached as "))
}

func programFeesPaidFound(brief, int) []doc.Span {
	return words("The fines and fees assessed and not waived are paid.")
}

// graduateExpunged quotes the clause on a sentence given at the plea where there was one.
func graduateExpunged(b brief, _ int) []doc.Span {
	section := string(b.p.Pathway)
	if b.conviction() {
		return words("Section " + section + " provides that, where the participant was sentenced at the plea, completion “will result in the record of the criminal conviction or adjudication being expunged.” The petitioner knows of no order that has done so, and asks that it be entered.")
	}
	return words("The petitioner understands ", sec(section), " to call for the record of a participant who completed the program to be expunged. The petitioner knows of no order that has done so, and asks that it be entered.")
}

func graduateEntitled(b brief, _ int) []doc.Span {
	return words("Having completed the program, the petitioner is entitled to have the record expunged.")
}

// ---- the traffic-safety course, 63-9-11(3) ----

func movingViolation(brief, int) []doc.Span {
	return words("The charge was a moving violation under Title 63, chapter 3, 5 or 7.")
}

func courseCompleted(b brief, i int) []doc.Span {
	return words(courseCompletedFound(b, i), b.recordsWords(i), b.dismissal(), b.completion())
}

func courseCompletedFound(b brief, i int) []doc.Span {
	return words("The petitioner completed the traffic-safety course", b.programEnded(i), ". ", b.onOutcome(i), " the case ended as ", sec("63-9-11(3)"), " provides.")
}

func courseExpunged(brief, int) []doc.Span {
	return words("Section 63-9-11(3) provides that the record be expunged. The petitioner knows of no order that has done so, and asks that it be entered.")
}

func courseEntitled(brief, int) []doc.Span {
	return words("The record is one to be expunged under ", sec("63-9-11(3)"), ".")
}
