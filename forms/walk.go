package forms

import "expunge/forms/doc"

// blanks lists the blanks for facts in papers, each path once, in the order of the
// papers. Lines that a signer or an official fills in have no path and are left out.
func blanks(papers []doc.Document) []doc.Blank {
	var out []doc.Blank
	seen := map[string]bool{}
	for _, d := range papers {
		doc.Walk(d.Blocks, func(s doc.Span) {
			if b, ok := s.(doc.Blank); ok && b.Path != "" && !seen[b.Path] {
				seen[b.Path] = true
				out = append(out, b)
			}
		})
	}
	return out
}
