package forms

import (
	"strings"

	"expunge/forms/doc"
)

// exhibitCovers are the cover sheets that go before the exhibits, a page each, with the
// letter the petition gives it. There is none for a petition without exhibits.
func exhibitCovers(b brief) (doc.Document, bool) {
	var blocks []doc.Block
	for n, x := range b.exhibits() {
		if n > 0 {
			blocks = append(blocks, doc.PageBreak{})
		}
		blocks = append(blocks,
			doc.Space{Lines: 12},
			heading(1, "EXHIBIT ", letter(n)),
			centered(b.exhibitName(x)),
			doc.Space{Lines: 2},
			centered(b.name(strings.TrimSpace)),
		)
		for _, number := range b.numbers() {
			blocks = append(blocks, doc.Para{Align: doc.Center, Tight: true, Spans: number})
		}
	}
	title := "Exhibit cover sheets"
	if len(b.petitions) > 1 {
		title += b.ofPetition()
	}
	return doc.Document{Name: "exhibits", Title: title, Group: doc.Filed, Running: b.running("Exhibits"), Draft: b.p.Draft, Blocks: blocks}, len(blocks) > 0
}

func centered(parts ...any) doc.Block { return doc.Para{Align: doc.Center, Spans: words(parts...)} }
