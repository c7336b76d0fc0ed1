package forms

import "expunge/forms/doc"

// certificate is the certificate of service. It is signed on the day of service, so
// nothing of that day is filled in. The confidential identifiers are not served.
func certificate(b brief) doc.Document {
	served := [][]doc.Span{words(b.petitionTitle(), ", with its exhibits")}
	if b.sworn() {
		served = append(served, words(verificationTitle))
	}
	if b.rehabilitated() {
		served = append(served, words(rehabilitationTitle))
	}
	if b.poor() {
		served = append(served, words(pauperTitle))
	}
	served = append(served, words("Proposed ", b.orderTitle()))
	if b.heard() {
		served = append(served, words(noticeTitle))
	}
	blocks := []doc.Block{body("I certify that on this day I served a true and correct copy of these papers in this cause:")}
	blocks = append(blocks, listed(1, served)...)
	blocks = append(blocks, doc.Para{Align: doc.Left, Spans: words("on:")})
	blocks = append(blocks, tight(1, b.recipient())...)
	return b.filed("certificate", certificateTitle, append(blocks,
		doc.Para{Align: doc.Left, Spans: words("by the means marked:")},
		doc.Checklist{Items: []doc.CheckItem{
			box("hand delivery"),
			box("United States Mail, postage prepaid"),
			box("other: ", open(35)),
		}},
		doc.Keep{Blocks: []doc.Block{body("This ", day(), "."), b.signer("")}},
	)...)
}
