package forms

import "expunge/forms/doc"

// reworded returns the blocks of a paper with other words in the text of the form.
// Facts of the case, and the labels of blanks for them, stay as they are.
func reworded(blocks []doc.Block, say func(string) string) []doc.Block {
	out := make([]doc.Block, len(blocks))
	for i, block := range blocks {
		out[i] = rewordedBlock(block, say)
	}
	return out
}

func rewordedBlock(block doc.Block, say func(string) string) doc.Block {
	switch v := block.(type) {
	case doc.Heading:
		v.Text = rewordedSpans(v.Text, say)
		return v
	case doc.Para:
		v.Spans = rewordedSpans(v.Spans, say)
		return v
	case doc.Caption:
		v.Court, v.Parties, v.Number = rewordedRuns(v.Court, say), rewordedRuns(v.Parties, say), rewordedRuns(v.Number, say)
		return v
	case doc.Numbered:
		items := make([]doc.Item, len(v.Items))
		for i, it := range v.Items {
			items[i] = doc.Item{Spans: rewordedSpans(it.Spans, say), Sub: rewordedRuns(it.Sub, say)}
		}
		v.Items = items
		return v
	case doc.Table:
		rows := make([][][]doc.Span, len(v.Rows))
		for i, cells := range v.Rows {
			rows[i] = rewordedRuns(cells, say)
		}
		v.Head, v.Rows = rewordedRuns(v.Head, say), rows
		return v
	case doc.Checklist:
		items := make([]doc.CheckItem, len(v.Items))
		for i, it := range v.Items {
			it.Spans, it.Note = rewordedSpans(it.Spans, say), rewordedSpans(it.Note, say)
			items[i] = it
		}
		v.Items = items
		return v
	case doc.Signature:
		lines := make([]doc.SignLine, len(v.Lines))
		for i, l := range v.Lines {
			l.Spans = rewordedSpans(l.Spans, say)
			lines[i] = l
		}
		v.Before, v.Lines = rewordedSpans(v.Before, say), lines
		return v
	case doc.Bullets:
		v.Items = rewordedRuns(v.Items, say)
		return v
	case doc.Callout:
		v.Title, v.Blocks = rewordedSpans(v.Title, say), reworded(v.Blocks, say)
		return v
	case doc.Keep:
		v.Blocks = reworded(v.Blocks, say)
		return v
	default: // the other kinds stand on sheets that are in English alone, or hold no words
		return block
	}
}

func rewordedRuns(runs [][]doc.Span, say func(string) string) [][]doc.Span {
	out := make([][]doc.Span, len(runs))
	for i, spans := range runs {
		out[i] = rewordedSpans(spans, say)
	}
	return out
}

func rewordedSpans(spans []doc.Span, say func(string) string) []doc.Span {
	out := make([]doc.Span, len(spans))
	for i, span := range spans {
		if t, ok := span.(doc.Text); ok {
			t.S = say(t.S)
			span = t
		}
		out[i] = span
	}
	return out
}
