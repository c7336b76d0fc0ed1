package forms

import (
	"slices"

	"expunge/forms/doc"
)

// certificate is the certificate of service. It is signed on the day of service, so
// nothing of that day is filled in. The confidential identifiers are not served.
func certificate(b brief) doc.Document {
	served := [][]doc.Span{words(b.petitionTitle(), ", with its exhibits")}
	if b.sworn() {
		served = append(served, words(verificationTitle))
	}
	served = append(served, words("Proposed ", b.orderTitle()))
	if b.heard() {
		served = append(served, words(noticeTitle))
	}
	served = append(served, b.mayBeServed()...)
	blocks := []doc.Block{body("I certify that on this day I served a true and correct copy of these papers in this cause:")}
	blocks = append(blocks, listed(1, served)...)
	blocks = append(blocks, b.servedOn()...)
	return b.filed("certificate", certificateTitle, append(blocks,
		doc.Keep{Blocks: []doc.Block{body("This ", day(), "."), b.signer("")}},
	)...)
}

// mayBeServed are the affidavits that go along only where the petitioner files them.
// Whoever signs marks them on the day.
func (b brief) mayBeServed() [][]doc.Span {
	var out [][]doc.Span
	if b.rehabilitated() {
		out = append(out, words(b.affidavitTitle(), ", Exhibit ", letter(slices.Index(b.exhibits(), affidavit)), ", if filed (mark here): ", open(5)))
	}
	if b.poor() {
		out = append(out, words(pauperTitle, ", if filed (mark here): ", open(5)))
	}
	return out
}

// servedOn names who is served, and the ways to serve a paper, to be marked for each. For
// two they stand in a line, so that the certificate stays on its page.
func (b brief) servedOn() []doc.Block {
	const byHand, byMail, other = "hand delivery", "United States Mail, postage prepaid", "other: "
	left := func(parts ...any) doc.Block { return doc.Para{Align: doc.Left, Spans: words(parts...)} }
	to := b.recipients()
	if len(to) == 1 {
		return slices.Concat([]doc.Block{left("on:")}, tight(1, to[0]), []doc.Block{
			left("by the means marked:"),
			doc.Checklist{Items: []doc.CheckItem{box(byHand), box(byMail), box(other, open(35))}},
		})
	}
	out := []doc.Block{left("on, by the means marked for each:")}
	for n, who := range to {
		out = append(out, doc.Para{Align: doc.Left, Indent: 1, Spans: words("("+number(n+1)+") ", who[0])})
		out = append(out, tight(1, who[1:])...)
		out = append(out, doc.Para{Align: doc.Left, Indent: 1, Spans: words("by ", open(3), " "+byHand+", ", open(3), " "+byMail+", ", open(3), " "+other, open(8))})
	}
	return out
}
