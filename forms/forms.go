// Package forms composes the papers of a packet: the petition and what is filed with
// it, the sheets for the people who work on it, and the confidential identifiers.
//
// [Compose] takes the facts of a case, the assessment of its charges and the office
// that prepares the papers, and returns documents in the order of the packet. A form
// file reads from top to bottom like the page it makes, in whole sentences, so that a
// lawyer can proof-read it.
//
// Two promises hold everywhere. A fact that is not known becomes a blank that carries
// its path, so that the checklist can name every blank in the packet. And a petition
// alleges only what the assessment found: each allegation names the findings it rests
// on (see allegations.go).
//
// The full date of birth, the Social Security number, the state identification number,
// race and sex stand in the confidential document and nowhere else.
package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// Office is who prepares the papers. It appears on sheets only, never on a filed
// paper: counsel of record is the petitioner's own, and is a fact of the case.
type Office struct {
	Clinic   Clinic
	Attorney Attorney
	Papers   PaperOptions
	// DraftReview is why charges that need a lawyer's review are drafted all the same,
	// for the supervising attorney. Empty withholds them.
	DraftReview string
	// Language is that of the papers for volunteers, of a checklist printed alone, and of
	// the summary where the case names none. Empty is English.
	Language petition.Language
}

// Clinic is where the papers are prepared. Every field may be empty.
type Clinic struct {
	Name    string
	Address string
	Place   string
	Date    string // as it is to be printed
	// Logo is a picture for the sheets, small enough to be drawn: what pdf.FitLogo returns.
	// It reaches the PDF files alone.
	Logo []byte
}

// Attorney is the supervising attorney, for the sheets.
type Attorney struct {
	Name      string
	BarNumber string
	Phone     string
	Email     string
}

// PaperOptions are the choices an office makes about its papers.
type PaperOptions struct {
	Verification         bool // a verification on oath goes with each petition
	ApprovedAsToForm     bool // the proposed order has a line for the prosecutor
	FingerprintException bool // the proposed order leaves fingerprint records alone
	PauperAffidavit      bool // an affidavit of poverty goes with each petition, for a clerk who takes it
	ExhibitCovers        bool // a page goes before each exhibit, beside the sheet on top of them all
	// Extras adds the papers around the petition: a cover sheet for its exhibits, the
	// affidavit of rehabilitation with a guide for letters, request letters, the summary
	// for the person, what to do after the order, and who can help.
	Extras bool
}

// DefaultPapers returns the options as they are when nobody chose: with a verification,
// the prosecutor's line and the papers around the petition; without an exception for
// fingerprints and without an affidavit of poverty.
func DefaultPapers() PaperOptions {
	return PaperOptions{Verification: true, ApprovedAsToForm: true, Extras: true}
}

// Compose returns the papers of a case in the order of the packet: the cover; for each
// petition the petition, its verification and affidavits, the proposed order, the
// certificate of service, the notice of hearing and the cover sheet of its exhibits;
// then the sheets; and last, where there is a petition, the confidential identifiers,
// which belong in a file of their own.
func Compose(c petition.Case, a rules.Assessment, o Office) []doc.Document {
	b := newBrief(c, a, o)
	var filed []doc.Document
	for _, p := range b.petitions {
		filed = append(filed, filing(b.of(p))...)
	}
	papers := append(filed, sheets(b, filed)...)
	return append([]doc.Document{cover(b, papers)}, papers...)
}

// Checklist returns the clinic checklist alone. For a case without charges it is the
// blank one that volunteers carry. It is in the language of the office; in a packet,
// where the clinic works with it, it is in English.
func Checklist(c petition.Case, a rules.Assessment, o Office) doc.Document {
	b := newBrief(c, a, o)
	b.language = o.Language
	var filed []doc.Document
	for _, p := range b.petitions {
		filed = append(filed, filing(b.of(p))...)
	}
	return checklist(b, filed)
}

// filing returns the papers of one petition: the verification where it is sworn to, the
// affidavits the route and the office ask for, and the notice where there is a hearing.
func filing(b brief) []doc.Document {
	papers := []doc.Document{draftPetition(b)}
	if b.sworn() {
		papers = append(papers, verification(b))
	}
	if b.rehabilitated() {
		papers = append(papers, rehabilitation(b))
	}
	if b.poor() {
		papers = append(papers, pauper(b))
	}
	papers = append(papers, proposedOrder(b), certificate(b))
	if b.heard() {
		papers = append(papers, noticeOfHearing(b))
	}
	if covers, any := exhibitCovers(b); any && b.office.Papers.Extras {
		papers = append(papers, covers)
	}
	return papers
}

// sheets returns what is not filed: for the person, for those who help, and for the clerk.
func sheets(b brief, filed []doc.Document) []doc.Document {
	extras := b.office.Papers.Extras
	var out []doc.Document
	if extras {
		out = append(out, clientSummary(b))
	}
	if chart, any := flowCharts(b); any && extras {
		out = append(out, chart)
	}
	if len(b.withheld()) > 0 {
		out = append(out, b.spanishSheet(whyNot(b)))
	}
	out = append(out, worksheet(b), checklist(b, filed))
	if b.mayFile() {
		out = append(out, b.spanishSheet(feeNotice(b)))
	}
	if extras {
		out = append(out, requests(b)...)
	}
	if extras && slices.ContainsFunc(b.petitions, func(p Petition) bool { return b.of(p).rehabilitated() }) {
		out = append(out, letterGuide(b))
	}
	if extras && b.ready() {
		out = append(out, b.spanishSheet(afterOrderSheet(b)))
	}
	if extras {
		out = append(out, b.spanishSheet(helpDirectory(b)))
	}
	for _, p := range b.petitions {
		out = append(out, confidential(b.of(p)))
	}
	return out
}
