package forms

import (
	"expunge/forms/doc"
	"expunge/rules"
)

// noticeOfHearing tells the prosecutor of the hearing. The setting is the court's, so
// it is blank unless the case says what day was given.
func noticeOfHearing(b brief) doc.Document {
	var blocks []doc.Block
	for n, who := range b.recipients() {
		to := "TO:"
		if n > 0 {
			to = "AND TO:"
		}
		blocks = append(append(blocks, doc.Para{Align: doc.Left, Spans: words(to)}), tight(1, who)...)
	}
	blocks = append(blocks,
		body("TAKE NOTICE that the petitioner will bring the ", b.petitionTitle(), " on for hearing before this Court:"),
		b.setting(),
	)
	switch {
	case b.p.Pathway == rules.OneFelony:
		blocks = append(blocks, body("Section 99-19-71(2)(b) of the Mississippi Code requires ten days' written notice to the district attorney before any hearing on the petition. This is that notice."))
	case b.anyOrAll():
		blocks = append(blocks, body("Section "+string(b.p.Pathway)+" of the Mississippi Code requires prior notice of the petition to ", b.noticedProsecutor(), ". This is that notice."))
	}
	return b.filed("notice", noticeTitle, append(blocks,
		doc.Keep{Blocks: []doc.Block{body("This ", day(), "."), b.signer("Respectfully submitted,")}},
	)...)
}

func (b brief) setting() doc.Block {
	on := words("on ", open(20), ", 20", open(4))
	set := b.c.Filing.HearingOn.Known()
	if set {
		on = words("on ", b.value("filing.hearing_on", b.c.Filing.HearingOn.Long()))
	}
	return doc.Checklist{Items: []doc.CheckItem{
		{Ticked: set, Spans: words(on, ", at ", open(8), " o'clock ", open(4), ".m., in ", open(25), " (courtroom and place); or")},
		box("as soon as the matter may be heard."),
	}}
}
