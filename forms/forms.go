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
}

// Clinic is where the papers are prepared. Every field may be empty.
type Clinic struct {
	Name    string
	Address string
	Place   string
	Date    string // as it is to be printed
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
}

// DefaultPapers returns the options as they are when nobody chose: with a verification
// and the prosecutor's line, without an exception for fingerprints.
func DefaultPapers() PaperOptions {
	return PaperOptions{Verification: true, ApprovedAsToForm: true}
}

// Compose returns the papers of a case in the order of the packet: the cover; for each
// petition the petition, its verification, the proposed order, the certificate of
// service and the notice of hearing; then the sheets; and last, where there is a
// petition, the confidential identifiers, which belong in a file of their own.
func Compose(c petition.Case, a rules.Assessment, o Office) []doc.Document {
	b := newBrief(c, a, o)
	var filed []doc.Document
	for _, p := range b.petitions {
		filed = append(filed, filing(b.of(p))...)
	}
	var sheets []doc.Document
	if len(b.withheld()) > 0 {
		sheets = append(sheets, whyNot(b))
	}
	sheets = append(sheets, worksheet(b), checklist(b, filed), feeNotice(b))
	if len(b.petitions) > 0 {
		sheets = append(sheets, confidential(b))
	}
	papers := append(filed, sheets...)
	return append([]doc.Document{cover(b, papers)}, papers...)
}

// Checklist returns the clinic checklist alone. For a case without charges it is the
// blank one that volunteers carry.
func Checklist(c petition.Case, a rules.Assessment, o Office) doc.Document {
	b := newBrief(c, a, o)
	var filed []doc.Document
	for _, p := range b.petitions {
		filed = append(filed, filing(b.of(p))...)
	}
	return checklist(b, filed)
}

// filing returns the papers of one petition: the verification where it is sworn to, and
// the notice where there is a hearing.
func filing(b brief) []doc.Document {
	papers := []doc.Document{draftPetition(b)}
	if b.sworn() {
		papers = append(papers, verification(b))
	}
	papers = append(papers, proposedOrder(b), certificate(b))
	if b.heard() {
		papers = append(papers, noticeOfHearing(b))
	}
	return papers
}
