package forms

import "expunge/forms/doc"

// exhibitCovers is the sheet that goes on top of the exhibits. It names each with the
// letter the petition gives it, and has a line for what is attached. An office that wants
// a page before each exhibit gets those too. There is none for a petition without exhibits.
func exhibitCovers(b brief) (doc.Document, bool) {
	list := b.exhibits()
	if len(list) == 0 {
		return doc.Document{}, false
	}
	blocks := []doc.Block{
		b.caption(), heading(1, "EXHIBITS"), centered("to the ", b.petitionTitle()), doc.Space{Lines: 1}, b.exhibitTable(list),
	}
	title := "Exhibit Cover Sheet"
	if b.office.Papers.ExhibitCovers {
		title += "s"
		blocks = append(blocks, b.coverPages(list)...)
	}
	return b.courtPaper("exhibits", title, blocks), true
}

// exhibitTable has a line for each exhibit. What is not attached gets no number of pages.
func (b brief) exhibitTable(list []exhibit) doc.Table {
	t := doc.Table{Widths: []int{2, 8, 3}, Lines: true, Head: row(words("Exhibit"), words("Paper"), words("Pages attached"))}
	for n, x := range list {
		t.Rows = append(t.Rows, row(words(bold(letter(n))), words(b.exhibitName(x)), words(open(8))))
	}
	return t
}

// coverPages are a page for each exhibit that the petition says is attached.
func (b brief) coverPages(list []exhibit) []doc.Block {
	var out []doc.Block
	for n, x := range list {
		if !ifFiled(x) {
			out = append(out, doc.PageBreak{}, b.caption(), doc.Space{Lines: 9}, heading(1, "EXHIBIT ", letter(n)), centered(b.exhibitName(x)))
		}
	}
	return out
}

func centered(parts ...any) doc.Block { return doc.Para{Align: doc.Center, Spans: words(parts...)} }
