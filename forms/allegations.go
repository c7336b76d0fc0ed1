package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// allegation is a paragraph of the petition and the finding of the proposed order that
// answers it. Both rest on the findings of the assessment with the ids: all of them
// found, the paragraph is pleaded; one open, it stands there as words to be stated only
// if they prove true, which the draft banner goes with; one not there, nothing is said.
type allegation struct {
	ids   []string
	plead func(b brief, charge int) []doc.Span // nil where the petition says it elsewhere
	find  func(b brief, charge int) []doc.Span // nil where the order need not find it
	named bool                                 // the words name the charge themselves
}

// allegations lists what a petition by the route says, in the order of the page. Those
// without ids state facts of the papers and depend on no finding.
func allegations(p rules.Pathway) []allegation {
	if list := written(p).allegations; list != nil {
		return append(list(), allegation{plead: alternatively, find: alternativelyFound})
	}
	return nil
}

func felonyAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"felony.court"}, plead: courtOfConviction, find: jurisdictionOfConviction},
		{plead: theArrest, find: identified},
		{ids: []string{"felony.grade"}, plead: theCharge, named: true},
		{plead: theIndictment},
		{ids: []string{"felony.convicted", "felony.grade"}, plead: theConviction, find: convictionFound, named: true},
		{ids: []string{"felony.decided"}, plead: judgmentStands},
		{plead: commonEvent, find: commonEventFound},
		{ids: []string{"felony.not-excluded", "felony.near-miss"}, plead: notExcluded, find: notExcluded},
		{ids: []string{"felony.fines"}, plead: felonyFines, find: felonyFinesFound},
		{ids: []string{"felony.terms"}, plead: felonyTerms, find: felonyTermsFound},
		{ids: []string{"felony.wait"}, plead: felonyWait, find: felonyWait},
		{ids: []string{"felony.only-one"}, plead: onlyOne, find: onlyOneFound},
		{ids: []string{"felony.not-official"}, plead: notOfficial, find: notOfficial},
		{ids: []string{"felony.pending"}, plead: nothingPending},
		{ids: []string{"felony.later"}, plead: nothingLater},
		{ids: []string{"felony.notice"}, plead: noticeToCome, find: noticeFound},
		{ids: []string{"felony.rehabilitated"}, plead: rehabilitated, find: rehabilitatedFound},
	}
}

func firstOffenderAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"first.court"}, plead: courtOfConviction, find: jurisdictionOfConviction},
		{plead: theArrest, find: identified},
		{ids: []string{"first.grade"}, plead: theCharge, named: true},
		{plead: theIndictment},
		{ids: []string{"first.convicted", "first.grade"}, plead: theConviction, find: convictionFound, named: true},
		{ids: []string{"first.decided"}, plead: judgmentStands},
		{ids: []string{"first.not-traffic"}, plead: notTraffic, find: notTraffic},
		{ids: []string{"first.offender"}, plead: firstOffender, find: firstOffenderFound},
		{ids: []string{"first.terms"}, plead: sentenceComplete},
		{ids: []string{"first.fines"}, plead: finesPaid},
		{ids: []string{"first.not-official"}, plead: notOfficial, find: notOfficial},
		{ids: []string{"first.discretion"}, plead: reasonsToGrant, find: properToGrant},
	}
}

func nonConvictionAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"nonconviction.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{ids: []string{"nonconviction.arrested", "nonconviction.released"}, plead: arrestAndRelease, find: identifiedAndReleased},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"nonconviction.kind", "nonconviction.route", "nonconviction.ended"}, plead: theEnd, find: theEndFound},
		{ids: []string{"nonconviction.whole"}, plead: noConviction, find: noConvictionFound},
		{ids: []string{"nonconviction.ended"}, plead: shallExpunge, find: entitled},
	}
}

// paragraphs are the numbered paragraphs of the petition.
func (b brief) paragraphs() []doc.Item {
	return b.say(func(a allegation) func(brief, int) []doc.Span { return a.plead })
}

// findings are what the proposed order finds.
func (b brief) findings() []doc.Item {
	return b.say(func(a allegation) func(brief, int) []doc.Span { return a.find })
}

func (b brief) say(pick func(allegation) func(brief, int) []doc.Span) []doc.Item {
	var out []doc.Item
	for _, a := range allegations(b.p.Pathway) {
		write := pick(a)
		if write == nil {
			continue
		}
		var said []statement
		for _, i := range b.p.Charges {
			truth := b.standing(i, a.ids)
			if spans := write(b, i); truth != rules.No && len(spans) > 0 {
				said = append(said, statement{i, b.uncued(spans), truth == rules.Unknown})
			}
		}
		if len(said) > 0 {
			out = append(out, b.each(said, a.named))
		}
	}
	return out
}

// uncued takes the cue from the blanks of a sentence, whose words tell what belongs there. A
// draft keeps its cues: they are for those who complete it.
func (b brief) uncued(spans []doc.Span) []doc.Span {
	if b.p.Draft != "" {
		return spans
	}
	out := slices.Clone(spans)
	for i, s := range out {
		if blank, ok := s.(doc.Blank); ok {
			blank.Label = ""
			out[i] = blank
		}
	}
	return out
}

// ---- who, and which court ----

func whoThePetitionerIs(b brief, _ int) []doc.Span {
	p := b.c.Petitioner
	out := stopped(words("The petitioner is ", b.name(strings.TrimSpace), b.residence(), b.otherNames()))
	if born := p.DateOfBirth; born.Known() {
		out = words(out, " The petitioner was born in ", b.value("petitioner.date_of_birth", number(born.Year())), ".")
	}
	return out
}

// residence is the city and county the petitioner lives in, as far as they are known.
func (b brief) residence() []doc.Span {
	a := b.c.Petitioner.Address
	city, county := b.value("petitioner.address.city", a.City), words(b.value("petitioner.address.county", a.County), " County")
	out := words(", a resident of ")
	switch {
	case a.City != "" && a.County != "":
		out = words(out, city, ", in ", county)
	case a.City != "":
		out = words(out, city)
	case a.County != "":
		out = words(out, county)
	default:
		return nil
	}
	if a.State == "MS" {
		out = words(out, ", Mississippi")
	}
	return out
}

func courtOfConviction(b brief, i int) []doc.Span {
	return words("This Court is the court in which the ", b.one("conviction was", "convictions were"), " had.", b.cameFrom(i))
}

func jurisdictionOfConviction(b brief, i int) []doc.Span {
	return words("The Court has jurisdiction, being the court in which the ", b.one("conviction was", "convictions were"), " had.", b.cameFrom(i))
}

func courtOfCase(b brief, i int) []doc.Span {
	return words("The case was in this Court.", b.cameFrom(i))
}

func jurisdictionOfCase(b brief, i int) []doc.Span {
	return words("The Court has jurisdiction, the case having been in this Court.", b.cameFrom(i))
}

// cameFrom adds where the case began, and its own number when the clerk gave the
// petition another.
func (b brief) cameFrom(i int) []doc.Span {
	var out []doc.Span
	if lower := b.c.Charges[i].LowerCourt; lower != (petition.LowerCourt{}) {
		to := "this Court"
		if b.fromAnotherCourt(i) {
			to = "the court that convicted"
		}
		out = words(out, " The case began in the ", b.fact(i, "lower_court.court.level", lower.Court.Name()),
			" under Cause No. ", b.fact(i, "lower_court.cause_number", lower.CauseNumber), " and was bound over to ", to, ".")
	}
	if b.ownNumber() && !b.newMatter() && b.c.Filing.CauseNumber != b.c.Charges[i].CauseNumber {
		out = words(out, " The record to be expunged is that of Cause No. ", b.fact(i, "cause_number", b.c.Charges[i].CauseNumber), ".")
	}
	return out
}

// ---- arrest, charge, judgment ----

func theArrest(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	out := words("On ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()), " the petitioner was ", arrestWord(ch), " by ", b.agency(i))
	return words(out, b.arrestDetail(i), ".")
}

// arrestWord says arrested where the record does, or where no citation could have
// begun the case.
func arrestWord(ch petition.Charge) string {
	switch {
	case ch.Arrest.Kind == petition.CitationIssued:
		return "cited"
	case ch.Arrest.Kind == petition.ArrestMade, ch.Grade == petition.Felony:
		return "arrested"
	default:
		return "arrested or cited"
	}
}

// arrestNoun is the arrest, or the citation where the record says there was one.
func arrestNoun(ch petition.Charge) string {
	if ch.Arrest.Kind == petition.CitationIssued {
		return "citation"
	}
	return "arrest"
}

func (b brief) arrestDetail(i int) []doc.Span {
	var at []doc.Span
	if place := b.c.Charges[i].Arrest.Place; place != "" {
		at = words(" at ", b.fact(i, "arrest.place", place))
	}
	return words(at, b.arrestNumber(i), b.arrestName(i))
}

func arrestAndRelease(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	return words("On ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()), " the petitioner was arrested by ",
		b.agency(i), b.arrestDetail(i), ". The petitioner was released.")
}

func theCharge(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	if ch.Outcome == petition.Uncharged {
		return words("The ", arrestNoun(ch), " was for ", b.charged(i), ".")
	}
	out := words("In ", b.inCause(i), ", the petitioner was charged with ", b.charged(i), ", alleged to have been committed on ", b.fact(i, "offense_date", ch.OffenseDate.Long()), ".")
	return words(out, b.changed(i), b.attached(chargingPaper, " A copy of the charging paper is attached as "))
}

// changed tells what a charge that ended without a conviction became, where it did not end
// as it was charged. A conviction says so itself.
func (b brief) changed(i int) []doc.Span {
	ch := b.c.Charges[i]
	if ch.Outcome == petition.Convicted || (ch.Charged.Offense == "" && !ch.Charged.Section.Known()) {
		return nil
	}
	return words(" The charge was changed to ", b.offense(i), ".")
}

func theIndictment(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	if ch.Indicted != petition.Yes {
		return nil
	}
	out := words("On ", b.fact(i, "indictment_date", ch.IndictmentDate.Long()), " the grand jury of ",
		b.fact(i, "court.county", ch.Court.CountyName()), " County returned an indictment on ", b.one("the charge", "the charges"), ".")
	return words(out, b.attached(indictment, " A copy of the indictment is attached as "))
}

func theConviction(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	of := b.convictedOf(i)
	on := b.fact(i, "outcome_date", ch.OutcomeDate.Long())
	out := words("On ", on, " the petitioner was convicted in this Court of ", of)
	if b.several() {
		out = words("In ", b.inCause(i), ", on ", on, ", the petitioner was convicted in this Court of ", b.offense(i))
	}
	out = words(out, b.sentenced(i), ".", b.attached(disposition, " A certified copy of the judgment and sentencing order is attached as "))
	if !b.pleadsPayment(i) {
		out = words(out, b.docketSheet())
	}
	return out
}

// pleadsPayment reports whether a paragraph on payment has the clerk's account as its exhibit.
func (b brief) pleadsPayment(i int) bool {
	return b.generalSection() || b.anyOrAll() && len(sentenceServed(b, i)) > 0
}

// convictedOf is the offense of conviction after the offense charged was named.
func (b brief) convictedOf(i int) []doc.Span {
	if ch := b.c.Charges[i].Charged; ch.Offense != "" || ch.Section.Known() {
		return words("a different offense, ", b.offense(i))
	}
	return words("that offense")
}

func (b brief) sentenced(i int) []doc.Span {
	ch := b.c.Charges[i]
	if !ch.Sentence.Date.Known() || ch.Sentence.Date == ch.OutcomeDate {
		return nil
	}
	return words(", and was sentenced on ", b.fact(i, "sentence.date", ch.Sentence.Date.Long()))
}

func convictionFound(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	return words("On ", b.fact(i, "outcome_date", ch.OutcomeDate.Long()), ", in ", b.inCause(i),
		", the petitioner was convicted of ", b.offense(i), b.sentenced(i), ".")
}

func judgmentStands(b brief, i int) []doc.Span {
	switch appeal := b.c.Charges[i].Appeal; {
	case appeal.IsZero():
		return words(b.one("The", "Each"), " judgment has been entered, and no appeal from it appears of record.")
	case appeal.Outcome == petition.AppealAffirmed:
		return words("The conviction was affirmed on appeal", b.onDay(i, "appeal.date", appeal.Date), ".")
	case appeal.Outcome == petition.AppealDismissed:
		return words("An appeal from the judgment was dismissed", b.onDay(i, "appeal.date", appeal.Date), ".")
	case appeal.Outcome == petition.AppealUnknown:
		return words("An appeal was taken from the judgment; its outcome was ", b.fact(i, "appeal.outcome", ""), ".")
	default:
		return words("An appeal was taken from the judgment; its outcome was ", b.fact(i, "appeal.outcome", string(appeal.Outcome)), ".")
	}
}

// onDay adds a date that the sentence can do without.
func (b brief) onDay(i int, field string, d petition.Date) []doc.Span {
	if !d.Known() {
		return nil
	}
	return words(" on ", b.fact(i, field, d.Long()))
}

// ---- one felony, 99-19-71(2) ----

func commonEvent(b brief, _ int) []doc.Span {
	if !b.commonEvent() {
		return nil
	}
	return words(capital(b.eventConvictions()), " arose from a common nucleus of operative facts. Under ", sec("99-19-71(2)(a)"),
		" such convictions count as one, in the discretion of the Court, and the petitioner asks the Court so to determine.", b.elsewhereToo())
}

func commonEventFound(b brief, _ int) []doc.Span {
	if !b.commonEvent() {
		return nil
	}
	return words("In its discretion the Court determines that ", b.eventConvictions(), " arose from a common nucleus of operative facts and are one conviction for the purposes of ", sec("99-19-71"), ".")
}

func notExcluded(b brief, _ int) []doc.Span {
	return words(b.one("The conviction is not", "None of the convictions is"), " for a crime of violence as provided in ", code("97-3-2"), ", or for any other felony that ", sec("99-19-71(2)(a)"), " excludes from expunction.")
}

func felonyFines(b brief, i int) []doc.Span {
	return words(felonyFinesFound(b, i), b.attached(account, " The clerk's account showing that nothing is owed is attached as "))
}

func felonyFinesFound(b brief, i int) []doc.Span {
	return words("The petitioner has paid all criminal fines and costs of court imposed in ", b.one("the sentence", "each sentence"), " of conviction", b.lastPayment(i), ".")
}

func (b brief) lastPayment(i int) []doc.Span {
	d := b.c.Charges[i].Sentence.PaymentsCompleted
	if !d.Known() {
		return nil
	}
	return words("; the last payment was made on ", b.fact(i, "sentence.payments_completed", d.Long()))
}

func felonyTerms(b brief, i int) []doc.Span {
	out := felonyTermsFound(b, i)
	switch b.c.Charges[i].Sentence.RestitutionPaid {
	case petition.RestitutionPaid:
		out = words(out, " Restitution is paid in full.")
	case petition.RestitutionNone:
		out = words(out, " No restitution was ordered.")
	case petition.RestitutionUnpaid, petition.RestitutionUnknown:
	}
	return words(out, b.attached(discharge, " A paper that shows completion is attached as "))
}

func felonyTermsFound(b brief, i int) []doc.Span {
	return words("The petitioner has successfully completed all terms and conditions of ", b.one("the sentence", "each sentence"), b.lastTerm(i), ".")
}

// waitOf names the finding of a wait that runs from the end of the sentence.
func waitOf(p rules.Pathway) string {
	return map[rules.Pathway]string{rules.OneFelony: "felony.wait", rules.FirstDUI: "dui.wait"}[p]
}

// lastTerm says when the sentence ended. Where a wait runs from that day the petition
// needs it, and it is blank when not known.
func (b brief) lastTerm(i int) []doc.Span {
	wait, _ := b.a.Charges[i].Finding.Find(waitOf(b.p.Pathway))
	switch s := b.c.Charges[i].Sentence; {
	case !s.TermsCompleted.Known() && s.SupervisionEnds.Known() && wait.Answer != rules.Unknown:
		return words("; supervision ended on ", b.fact(i, "sentence.supervision_ends", s.SupervisionEnds.Long()))
	case s.TermsCompleted.Known() || waitOf(b.p.Pathway) != "":
		return words("; the last term was completed on ", b.fact(i, "sentence.terms_completed", s.TermsCompleted.Long()))
	default:
		return nil
	}
}

// felonyWait takes the period and the day it runs from out of the assessment, for both
// depend on the law in force on the day of filing.
func felonyWait(b brief, i int) []doc.Span {
	return b.because(i, "felony.wait", "The waiting period that "+sec("99-19-71(2)(a)")+" sets after completion of "+b.one("the sentence", "each sentence")+" has ended")
}

// because ends a sentence with what the assessment read off the facts, where it found so.
func (b brief) because(i int, id, lead string) []doc.Span {
	if f, _ := b.a.Charges[i].Finding.Find(id); f.Answer == rules.Yes && f.Why != "" {
		return words(lead, ": ", f.Why, ".")
	}
	return words(lead, ".")
}

func onlyOne(b brief, i int) []doc.Span {
	return words(onlyOneFound(b, i), " The petitioner asks for the one felony expunction that the section allows.")
}

func onlyOneFound(b brief, _ int) []doc.Span {
	return words("No felony of the petitioner has been expunged before under ", sec("99-19-71(2)"), b.besidesElsewhere(), ".")
}

func notOfficial(b brief, _ int) []doc.Span {
	return words(b.one("The conviction is not", "None of the convictions is"), " one of a public official related to official duties, so ", sec("99-19-71(5)"), " does not apply.")
}

func nothingPending(brief, int) []doc.Span {
	return words("No criminal charge is pending against the petitioner in any court.")
}

func nothingLater(b brief, _ int) []doc.Span {
	return words("Since the ", b.one("conviction", "convictions"), " named in this petition the petitioner has been convicted of no offense that arose from other facts, traffic violations apart.")
}

func rehabilitated(b brief, _ int) []doc.Span {
	return words("The petitioner is rehabilitated from ", b.subject(), " of this petition and asks for a hearing to show it.", b.affidavitFiled(), " In the petitioner's own words: ",
		b.quoted("showing.rehabilitation", b.c.Showing.Rehabilitation))
}

// subject is what the petitioner must be rehabilitated from.
func (b brief) subject() string {
	return b.one("the offense which is the subject", "the offenses which are the subject")
}

func rehabilitatedFound(b brief, _ int) []doc.Span {
	return words("The Court determines in writing, as ", sec("99-19-71(2)(b)"), " allows, that the petitioner is rehabilitated from ", b.subject(), " of the petition.")
}

func noticeToCome(brief, int) []doc.Span {
	return words("The petitioner will give the district attorney ten days' written notice before any hearing on this petition, as ", sec("99-19-71(2)(b)"), " requires.")
}

// noticeFound finds that the ten days were had only where both of their ends are in the
// file and the assessment does not count them short. Otherwise the Court writes in what
// it finds.
func noticeFound(b brief, i int) []doc.Span {
	f := b.c.Filing
	if !f.ProsecutorServedOn.Known() || !f.HearingOn.Known() || b.cautionedCharge(i, "notice.short") {
		return words("The district attorney was given written notice under ", sec("99-19-71(2)(b)"), " on ", open(20), ", and the hearing was held on ", open(20), ".")
	}
	return words("The district attorney had ten days' written notice before the hearing, as ", sec("99-19-71(2)(b)"), " requires.")
}

// quoted is what the petitioner says, or lines to say it on.
func (b brief) quoted(path petition.Path, text string) []doc.Span {
	if squeeze(text) == "" {
		return words(b.value(path, ""), " ", open(60), " ", open(60))
	}
	return b.inQuotes(path, text)
}

// inQuotes sets a fact in quotation marks, with the full stop it may lack.
func (b brief) inQuotes(path petition.Path, text string) []doc.Span {
	stop := "."
	if text = squeeze(text); strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		stop = ""
	}
	return words("“", b.value(path, text), stop+"”")
}

// ---- a first offender's misdemeanor, 99-19-71(1) ----

func notTraffic(brief, int) []doc.Span {
	return words("The offense is not a traffic violation.")
}

func firstOffender(b brief, _ int) []doc.Span {
	return words("The petitioner states that the petitioner is a first offender, as ", sec("99-19-71(1)"), " uses those words.", b.recordFiled())
}

func firstOffenderFound(brief, int) []doc.Span {
	return words("The petitioner is a first offender, as ", sec("99-19-71(1)"), " uses those words.")
}

// sentenceComplete and finesPaid tell the Court what it will want to know. Subsection (1)
// does not ask it, so the order need not find it.
func sentenceComplete(b brief, i int) []doc.Span {
	return words("The petitioner has completed the sentence", b.lastTerm(i), ".", b.attached(discharge, " A paper that shows completion is attached as "))
}

func finesPaid(b brief, i int) []doc.Span {
	return words(finesPaidFound(b, i), b.attached(account, " The clerk's account showing that nothing is owed is attached as "))
}

func finesPaidFound(b brief, i int) []doc.Span {
	return words("The petitioner has paid all fines and costs", b.lastPayment(i), ".")
}

// reasonsToGrant has no lines to write on: (1) asks for no showing.
func reasonsToGrant(b brief, _ int) []doc.Span {
	return words("The petitioner asks the Court to grant this petition in its discretion.", b.ownWords())
}

// ownWords are what the petitioner says, as far as anything is said.
func (b brief) ownWords() []doc.Span {
	s := b.c.Showing
	var out []doc.Span
	for _, said := range []struct {
		path petition.Path
		text string
	}{{"showing.rehabilitation", s.Rehabilitation}, {"showing.good_conduct", s.GoodConduct}, {"showing.best_interest", s.BestInterest}} {
		if squeeze(said.text) == "" {
			continue
		}
		out = words(out, " In the petitioner's own words: ", b.quoted(said.path, said.text))
	}
	return out
}

func properToGrant(brief, int) []doc.Span {
	return words("The petition should be granted.")
}

// ---- a case ended without conviction, 99-19-71(4) ----

// theEnd pleads the one way in which the case ended, and no other.
func theEnd(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	out := theEndFound(b, i)
	if ch.AfterReversal == petition.Yes || ch.Appeal.Outcome == petition.AppealReversed {
		out = words(out, " This followed the reversal of an earlier judgment on appeal", b.onDay(i, "appeal.date", ch.Appeal.Date), ".")
	}
	out = words(out, b.recordsWords(i))
	if !disposed(ch) {
		return words(out, b.openDocket())
	}
	return words(out, b.attached(disposition, " A certified copy of the disposition is attached as "), b.docketSheet())
}

// docketSheet points to the clerk's docket sheet, where no paragraph on payment does.
func (b brief) docketSheet() []doc.Span {
	return b.attached(account, " The clerk's docket sheet is attached as ")
}

// recordsWords quotes the order or the docket, where its words are in the file.
func (b brief) recordsWords(i int) []doc.Span {
	said := b.c.Charges[i].OutcomeWording
	if said == "" {
		return nil
	}
	return words(" In the words of the record: “", b.fact(i, "outcome_wording", strings.TrimRight(said, ".")), ".”")
}

func theEndFound(b brief, i int) []doc.Span {
	ch := b.c.Charges[i]
	on := words("On ", b.fact(i, "outcome_date", ch.OutcomeDate.Long()))
	switch ch.Outcome {
	case petition.Dismissed:
		return words(on, " the ", b.one("case", "charge"), " was dismissed.")
	case petition.NolleProsequi:
		return words(on, " the charge was dropped by an entry of nolle prosequi.")
	case petition.NoBill:
		return words(on, " the grand jury returned no true bill, and the charge was dropped.")
	case petition.RetiredToFile:
		return words(on, " the charge was retired to the file, and so dropped.")
	case petition.Acquitted:
		return words(on, " the petitioner was found not guilty at trial.")
	case petition.NotGuiltyInsanity:
		return words(on, " the petitioner was found not guilty at trial by reason of insanity.")
	case petition.NoDisposition:
		return words("There has been no disposition of the charge.")
	case petition.Uncharged:
		return words("No charge followed the arrest, and there has been no disposition.")
	default:
		return words(on, " the case ended in this way: ", b.fact(i, "outcome", ""), ".")
	}
}

func noConviction(b brief, i int) []doc.Span {
	if ch := b.c.Charges[i]; ch.Outcome == petition.Uncharged {
		return words("No conviction of the petitioner resulted from the ", arrestNoun(ch), ".")
	}
	return words("The petitioner was not convicted of any charge in the same case.")
}

func noConvictionFound(b brief, i int) []doc.Span {
	if ch := b.c.Charges[i]; ch.Outcome == petition.Uncharged {
		return noConviction(b, i)
	}
	return words("No conviction came of the same case.")
}

func shallExpunge(brief, int) []doc.Span {
	return words("Section 99-19-71(4) provides that, upon petition, the Court “shall expunge” the record of such a case. The petitioner is entitled to that relief.")
}

func entitled(b brief, _ int) []doc.Span {
	return words("The case is one whose record, upon petition, the Court “shall expunge” under ", sec(string(b.p.Pathway)), ".")
}
