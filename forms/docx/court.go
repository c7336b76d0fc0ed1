package docx

import "expunge/forms/doc"

// caption adds the head of a court paper: the court in the middle, and below it a table
// with the parties at the left and the number at the right.
func (c *composer) caption(v doc.Caption) {
	for _, spans := range v.Court {
		c.add(&paragraph{style: "CaptionCourt", spans: spans})
	}
	if len(v.Parties)+len(v.Number) == 0 {
		return
	}
	c.add(&table{
		style: "CaptionTable", columns: []int{partiesWidth, measure - partiesWidth}, first: true,
		rows: []row{{cells: []cell{{elements: entries(v.Parties)}, {elements: entries(v.Number), middle: true}}}},
	})
}

func entries(lines [][]doc.Span) []element {
	var out []element
	for _, spans := range lines {
		out = append(out, &paragraph{style: "CaptionEntry", spans: spans})
	}
	if len(out) == 0 {
		out = append(out, &paragraph{style: "CaptionEntry"})
	}
	return out
}

// signature adds a block of lines to sign at the right, with the end of the text before it.
func (c *composer) signature(v doc.Signature) {
	lines := signLines(v)
	if len(lines) == 0 {
		return
	}
	c.heldAbove()
	lines[0].before, lines[len(lines)-1].after = signGap, signGap
	for i, p := range lines {
		p.keepNext = i < len(lines)-1
		c.add(p)
	}
}

// heldAbove keeps the two paragraphs above on the page of what comes: a signature alone
// on a page, with a date at most, could be put under anything.
func (c *composer) heldAbove() {
	if c.breaks {
		return
	}
	for _, e := range c.elements[max(len(c.elements)-2, 0):] {
		e.hold()
	}
}

func signLines(v doc.Signature) []*paragraph {
	var out []*paragraph
	add := func(spans []doc.Span) {
		if len(spans) == 0 {
			return
		}
		p := &paragraph{style: "Signature", spans: spans}
		if blank(spans) {
			p.line = writeOn
		}
		out = append(out, p)
	}
	add(v.Before)
	for _, l := range v.Lines {
		if l.Rule {
			out = append(out, &paragraph{style: "SignatureRule", spans: []doc.Span{doc.Blank{Width: signRule}}})
		}
		add(l.Spans)
	}
	return out
}

// signRule is the width of a line to sign on, in tenths of an inch.
const signRule = 32

// sealed sets a box at the left of the signature it stands next to. It tells whether
// the blocks are such a pair.
func (c *composer) sealed(a, b doc.Block) bool {
	if _, ok := a.(doc.Signature); ok {
		a, b = b, a
	}
	seal, ok := a.(doc.Box)
	if !ok {
		return false
	}
	sign, ok := b.(doc.Signature)
	lines := signLines(sign)
	if !ok || len(lines) == 0 {
		return false
	}
	right := make([]element, len(lines))
	for i, p := range lines {
		p.flush = true
		right[i] = p
	}
	c.heldAbove()
	c.add(&paragraph{style: "Spacer", before: signGap, keepNext: true}, &table{
		style: "Plain", columns: []int{boxWidth, signAt - boxWidth, measure - signAt},
		rows: []row{{height: boxHeight(seal), cells: []cell{box(seal), {elements: []element{&paragraph{style: "Spacer"}}}, {elements: right}}}},
	})
	return true
}

// box is an empty frame with a label in its foot.
func box(v doc.Box) cell {
	return cell{
		framed: true, foot: true,
		elements: []element{&paragraph{style: "BoxLabel", spans: []doc.Span{doc.Text{S: v.Label}}, small: true}},
	}
}

// boxHeight is never more than half a page.
func boxHeight(v doc.Box) int { return min((max(v.Height, 1)+1)*boxLine, 7200) }
