package forms

import "expunge/forms/doc"

// exhibitCovers are the cover sheets that go before the exhibits, a page each, with the
// letter the petition gives it. There is none for a petition without exhibits.
func exhibitCovers(b brief) (doc.Document, bool) {
	var blocks []doc.Block
	for n, x := range b.exhibits() {
		if n > 0 {
			blocks = append(blocks, doc.PageBreak{})
		}
		blocks = append(blocks, b.caption(), doc.Space{Lines: 9}, heading(1, "EXHIBIT ", letter(n)), centered(b.exhibitName(x)))
	}
	return b.courtPaper("exhibits", "Exhibit Cover Sheets", blocks), len(blocks) > 0
}

func centered(parts ...any) doc.Block { return doc.Para{Align: doc.Center, Spans: words(parts...)} }
