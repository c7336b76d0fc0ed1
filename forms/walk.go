package forms

import "expunge/forms/doc"

// blanks lists the blanks for facts in papers, each path once, in the order of the
// papers. Lines that a signer or an official fills in have no path and are left out.
func blanks(papers []doc.Document) []doc.Blank {
	var out []doc.Blank
	seen := map[string]bool{}
	for _, d := range papers {
		walk(d.Blocks, func(s doc.Span) {
			if b, ok := s.(doc.Blank); ok && b.Path != "" && !seen[b.Path] {
				seen[b.Path] = true
				out = append(out, b)
			}
		})
	}
	return out
}

// walk visits every span of the blocks in the order of the page.
func walk(blocks []doc.Block, visit func(doc.Span)) {
	each := func(runs ...[]doc.Span) {
		for _, spans := range runs {
			for _, s := range spans {
				visit(s)
			}
		}
	}
	for _, block := range blocks {
		switch v := block.(type) {
		case doc.Heading:
			each(v.Text)
		case doc.Para:
			each(v.Spans)
		case doc.Caption:
			each(v.Court...)
			each(v.Parties...)
			each(v.Number...)
		case doc.Numbered:
			for _, it := range v.Items {
				each(it.Spans)
				each(it.Sub...)
			}
		case doc.Bullets:
			each(v.Items...)
		case doc.Checklist:
			for _, it := range v.Items {
				each(it.Spans, it.Note)
			}
		case doc.Table:
			each(v.Head...)
			for _, cells := range v.Rows {
				each(cells...)
			}
		case doc.Signature:
			each(v.Before)
			for _, l := range v.Lines {
				each(l.Spans)
			}
		case doc.Callout:
			each(v.Title)
			walk(v.Blocks, visit)
		case doc.Outline:
			walkNodes(v.Nodes, visit)
		case doc.Keep:
			walk(v.Blocks, visit)
		case doc.Box, doc.Rule, doc.Space, doc.PageBreak:
		}
	}
}

func walkNodes(nodes []doc.Node, visit func(doc.Span)) {
	for _, n := range nodes {
		for _, s := range n.Spans {
			visit(s)
		}
		walkNodes(n.Nodes, visit)
	}
}
