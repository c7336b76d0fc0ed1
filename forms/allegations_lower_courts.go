package forms

import (
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// What is pleaded for any or all misdemeanors of a municipal or justice court, 21-23-7(6)
// and 9-11-15(3), and for what ended in municipal court without a conviction, 21-23-7(13).

func municipalAllegations() []allegation { return twoYearAllegations("municipal") }

func justiceAllegations() []allegation { return twoYearAllegations("justice") }

// twoYearAllegations are the same for both courts: their sections have the same words.
func twoYearAllegations(court string) []allegation {
	id := func(names ...string) []string {
		for i := range names {
			names[i] = court + "." + names[i]
		}
		return names
	}
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: id("court"), plead: courtOfConviction, find: jurisdictionOfConviction},
		{plead: theArrest, find: identified},
		{ids: id("grade"), plead: theCharge, named: true},
		{plead: theIndictment},
		{ids: id("convicted", "grade"), plead: theConviction, find: convictionFound, named: true},
		{ids: id("decided"), plead: judgmentStands},
		{ids: id("not-dui"), plead: convictionNotDUI},
		{ids: id("traffic"), plead: notTrafficLaw, find: reachesTrafficLaw},
		{plead: sentenceServed},
		{ids: id("two-years"), plead: twoYearsPassed, find: twoYearsPassed},
		{ids: id("notice"), plead: priorNoticeToCome, find: priorNoticeFound},
		{ids: id("showing"), plead: showsRehabilitation, find: showingFound},
		{ids: id("showing"), plead: showsGoodConduct},
		{ids: id("showing"), plead: showsBestInterest},
	}
}

func convictionNotDUI(b brief, _ int) []doc.Span {
	return words(b.one("The conviction is not", "None of the convictions is"), " of driving under the influence.")
}

// notTrafficLaw says so only where it is so. A draft for review, of an offense under the
// traffic laws, leaves the reach of the subsection to the Court.
func notTrafficLaw(b brief, i int) []doc.Span {
	if ch := b.c.Charges[i]; ch.Grade == petition.Traffic || strings.HasPrefix(ch.Section.Base(), "63-") {
		return words("The offense is one under the traffic laws. Whether ", sec(string(b.p.Pathway)), " reaches such a conviction is for the Court.")
	}
	return words(b.one("The offense is not", "None of the offenses is"), " one under the traffic laws, Title 63 of the Code.")
}

// reachesTrafficLaw leaves the Court what the petition leaves to it. That an offense is not
// under the traffic laws is no element of the section, and the order need not find it.
func reachesTrafficLaw(b brief, i int) []doc.Span {
	if ch := b.c.Charges[i]; ch.Grade == petition.Traffic || strings.HasPrefix(ch.Section.Base(), "63-") {
		return words("The offense is one under the traffic laws. The Court determines that ", sec(string(b.p.Pathway)), " reaches the conviction.")
	}
	return nil
}

// sentenceServed tells the Court what it will want to know and the subsection does not
// ask: that nothing of the sentence is left, where the file says so without a doubt.
func sentenceServed(b brief, i int) []doc.Span {
	s := b.c.Charges[i].Sentence
	over := petition.Latest(s.TermsCompleted, s.SupervisionEnds, s.PaymentsCompleted)
	restitution := s.RestitutionPaid != petition.RestitutionUnpaid && s.RestitutionPaid != petition.RestitutionUnknown
	if s.AllTermsComplete != petition.Yes || s.FinesCostsPaid != petition.Yes || over.After(b.a.AsOf) || !restitution {
		return nil
	}
	return words("The petitioner has completed ", b.one("the sentence", "each sentence"), " and has paid all fines and costs.", b.attached(account, " The clerk's account showing that nothing is owed is attached as "))
}

// twoYearsPassed takes the day of the last conviction out of the assessment.
func twoYearsPassed(b brief, i int) []doc.Span {
	if f, _ := b.a.Charges[i].Finding.Find(b.twoYears()); f.Answer == rules.Yes && f.Why != "" {
		return words(sentence(f.Why))
	}
	return words("Two years have passed since the last conviction of the petitioner in any court.")
}

func (b brief) twoYears() string {
	if b.p.Pathway == rules.JusticeAny {
		return "justice.two-years"
	}
	return "municipal.two-years"
}

// noticedProsecutor is who must have prior notice, in the words of the section.
func (b brief) noticedProsecutor() string {
	if b.p.Pathway == rules.JusticeAny {
		return "the county prosecuting attorney"
	}
	return "the municipal prosecuting attorney"
}

func priorNoticeToCome(b brief, _ int) []doc.Span {
	return words("The petitioner will give ", b.noticedProsecutor(), " prior notice of this petition, as ", sec(string(b.p.Pathway)), " requires.")
}

func priorNoticeFound(b brief, _ int) []doc.Span {
	return words(capital(words(b.noticedProsecutor())), " was given prior notice of the petition, on ", open(20), ", as ", sec(string(b.p.Pathway)), " requires.")
}

func showsRehabilitation(b brief, _ int) []doc.Span {
	return words("The petitioner will show in open court that the petitioner is rehabilitated. In the petitioner's own words: ", b.quoted("showing.rehabilitation", b.c.Showing.Rehabilitation))
}

func showsGoodConduct(b brief, _ int) []doc.Span {
	return words("The petitioner will show in open court good conduct for a period of two years since the last conviction in any court.", b.recordFiled(), " In the petitioner's own words: ", b.quoted("showing.good_conduct", b.c.Showing.GoodConduct))
}

func showsBestInterest(b brief, _ int) []doc.Span {
	return words("The petitioner will show in open court that the expunction serves the best interest of society.", b.affidavitFiled(), " In the petitioner's own words: ", b.quoted("showing.best_interest", b.c.Showing.BestInterest))
}

func showingFound(b brief, _ int) []doc.Span {
	return words("Upon a showing made in open court the Court finds that the petitioner is rehabilitated; that the petitioner's conduct has been good for a period of two years since the last conviction in any court; and that to expunge ", b.one("this conviction", "these convictions"), " serves the best interest of society.")
}

// ---- ended without a conviction in municipal court, 21-23-7(13) ----

func municipalDismissedAllegations() []allegation {
	return []allegation{
		{plead: whoThePetitionerIs},
		{ids: []string{"municipal-dismissed.court"}, plead: courtOfCase, find: jurisdictionOfCase},
		{ids: []string{"municipal-dismissed.arrested"}, plead: arrestOrCitation, find: arrestOrCitationFound},
		{plead: theCharge, find: chargeFound, named: true},
		{plead: theIndictment},
		{ids: []string{"municipal-dismissed.kind", "municipal-dismissed.ended"}, plead: theEnd, find: theEndFound},
		{ids: []string{"municipal-dismissed.whole"}, plead: noConviction, find: noConvictionFound},
		{ids: []string{"municipal-dismissed.ended"}, plead: judgeShallExpunge, find: judgeShallExpungeFound},
	}
}

func arrestOrCitation(b brief, i int) []doc.Span {
	if b.c.Charges[i].Arrest.Kind != petition.CitationIssued {
		return arrestAndRelease(b, i)
	}
	return theArrest(b, i)
}

func arrestOrCitationFound(b brief, i int) []doc.Span {
	if b.c.Charges[i].Arrest.Kind != petition.CitationIssued {
		return identifiedAndReleased(b, i)
	}
	return identified(b, i)
}

func judgeShallExpunge(brief, int) []doc.Span {
	return words("Section 21-23-7(13) provides that the municipal judge “shall expunge” the record of such a case. The petitioner is entitled to that relief.")
}

func judgeShallExpungeFound(brief, int) []doc.Span {
	return words("The case is one whose record the municipal judge “shall expunge” under ", sec("21-23-7(13)"), ".")
}
