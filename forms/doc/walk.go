package doc

// Walk visits every span of the blocks in the order of the page.
func Walk(blocks []Block, visit func(Span)) {
	each := func(runs ...[]Span) {
		for _, spans := range runs {
			for _, s := range spans {
				visit(s)
			}
		}
	}
	for _, block := range blocks {
		switch v := block.(type) {
		case Heading:
			each(v.Text)
		case Para:
			each(v.Spans)
		case Caption:
			each(v.Court...)
			each(v.Parties...)
			each(v.Number...)
		case Numbered:
			for _, it := range v.Items {
				each(it.Spans)
				each(it.Sub...)
			}
		case Bullets:
			each(v.Items...)
		case Checklist:
			for _, it := range v.Items {
				each(it.Spans, it.Note)
			}
		case Table:
			each(v.Head...)
			for _, cells := range v.Rows {
				each(cells...)
			}
		case Signature:
			each(v.Before)
			for _, l := range v.Lines {
				each(l.Spans)
			}
		case Callout:
			each(v.Title)
			Walk(v.Blocks, visit)
		case Outline:
			walkNodes(v.Nodes, visit)
		case Keep:
			Walk(v.Blocks, visit)
		case Chart:
			walkChart(v, visit)
		case Form:
			walkForm(v, visit)
		case Box, Rule, Space, PageBreak:
		}
	}
}

func walkNodes(nodes []Node, visit func(Span)) {
	for _, n := range nodes {
		for _, s := range n.Spans {
			visit(s)
		}
		walkNodes(n.Nodes, visit)
	}
}
