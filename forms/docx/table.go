package docx

import "expunge/forms/doc"

// table adds a table. Its head is set again on every page the table reaches.
func (c *composer) table(v doc.Table) {
	columns := widths(v)
	if len(columns) == 0 {
		return
	}
	t := &table{style: "Sheet", columns: columns}
	if len(v.Head) > 0 {
		t.rows = append(t.rows, row{head: true, cells: cells(v.Head, len(columns), "TableHead", true)})
	}
	for _, r := range v.Rows {
		t.rows = append(t.rows, row{cells: cells(r, len(columns), "TableText", v.Lines)})
	}
	c.add(t)
}

func cells(texts [][]doc.Span, columns int, style string, lined bool) []cell {
	out := make([]cell, columns)
	for i := range out {
		p := &paragraph{style: style}
		if i < len(texts) {
			p.spans = texts[i]
		}
		out[i] = cell{elements: []element{p}, lined: lined}
	}
	return out
}

// widths shares the measure out among the columns of a table. One without a width
// counts as 1.
func widths(v doc.Table) []int {
	n := len(v.Head)
	for _, r := range v.Rows {
		n = max(n, len(r))
	}
	shares, sum := make([]int, n), 0
	for i := range shares {
		shares[i] = 1
		if i < len(v.Widths) && v.Widths[i] > 0 {
			shares[i] = v.Widths[i]
		}
		sum += shares[i]
	}
	for i := range shares {
		shares[i] = measure * shares[i] / sum
	}
	return shares
}
