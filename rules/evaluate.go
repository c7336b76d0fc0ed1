package rules

import (
	"slices"

	"expunge/petition"
)

// node is a condition made ready to be answered: the kinds of the law as one plain tree.
type node struct {
	kind  kind
	read  func(*matter) reading
	parts []node
	met   []Citation // what decides when every part is met
	id    string
	cite  Citation
	text  string
}

type kind uint8

const (
	isAll kind = iota
	isAny
	isUnless
	isAsk
	isReserved
)

func nodeOf(c Condition) node {
	switch c := c.(type) {
	case all:
		return branch(node{kind: isAll, id: c.id, cite: c.cite, text: c.text}, c.parts...)
	case anyOf:
		return branch(node{kind: isAny, id: c.id, cite: c.cite, text: c.text}, c.parts...)
	case unless:
		return branch(node{kind: isUnless, id: c.id, cite: c.cite, text: c.text}, c.part)
	case ask:
		return node{kind: isAsk, id: c.id, cite: c.cite, text: c.text, read: c.read}
	case reserve:
		return node{kind: isReserved, id: c.id, cite: c.cite, text: c.text}
	default:
		return node{}
	}
}

func branch(n node, parts ...Condition) node {
	for _, p := range parts {
		part := nodeOf(p)
		n.parts = append(n.parts, part)
		if part.kind != isReserved {
			n.met = addOnce(n.met, 0, part.cite)
		}
	}
	return n
}

// answer is the answer of a condition, before it is told to anyone.
type answer struct {
	of      *node
	truth   Truth
	passing bool
	rests   bool // on whether an act is held back
	from    petition.Date
	notes   *notes
	parts   []answer
}

// evaluate answers a condition over the facts of a matter, with its reasons.
func evaluate(c Condition, m *matter) Finding {
	n, aloud := nodeOf(c), *m
	aloud.aloud = true
	if aloud.pad == nil {
		aloud.pad = &pad{}
	}
	var a answer
	n.answer(&aloud, &a)
	return a.findings(aloud.pad)
}

// answer answers the condition, and every part of it, over the facts of a matter.
func (n *node) answer(m *matter, a *answer) {
	*a = answer{of: n}
	switch n.kind {
	case isAsk:
		m.rested = false
		r := n.read(m)
		a.rests = m.rested
		a.truth, a.passing, a.from, a.notes = r.answer, r.passing, r.from, r.notes
	case isReserved:
		a.truth = Yes
	case isAll, isAny, isUnless:
		a.parts = m.pad.room(len(n.parts))
		for i := range n.parts {
			n.parts[i].answer(m, &a.parts[i])
			a.rests = a.rests || a.parts[i].rests
		}
		a.combine()
	}
}

// again answers once more what rests on whether an act is held back, and nothing else. It
// reports whether any of that is otherwise now.
func (a *answer) again(m *matter) (otherwise bool) {
	if !a.rests {
		return false
	}
	if a.of.kind == isAsk {
		before := *a
		a.of.answer(m, a)
		return a.truth != before.truth || a.passing != before.passing || a.from != before.from || a.notes != nil || before.notes != nil
	}
	for i := range a.parts {
		otherwise = a.parts[i].again(m) || otherwise
	}
	if otherwise {
		a.combine()
	}
	return otherwise
}

// combine draws the answer from the answers of the parts.
func (a *answer) combine() {
	switch a.of.kind {
	case isAll:
		a.truth, a.passing, a.from = allOf(a.parts)
	case isAny:
		a.truth, a.passing, a.from = oneOf(a.parts)
	case isUnless:
		part := &a.parts[0]
		a.truth, a.passing, a.from = not(part.truth), part.truth == Yes && part.passing, part.from
	case isAsk, isReserved:
	}
}

// truth answers a condition that stands alone, as fast as can be: nothing is kept, and
// the first no of an All decides.
func (n *node) truth(m *matter) Truth {
	switch n.kind {
	case isAsk:
		return n.read(m).answer
	case isAll:
		return allTruths(n.parts, m)
	case isUnless:
		return not(n.parts[0].truth(m))
	default:
		var a answer
		n.answer(m, &a)
		return a.truth
	}
}

// allTruths is the truth of an All.
func allTruths(parts []node, m *matter) Truth {
	truth := Yes
	for i := range parts {
		switch parts[i].truth(m) {
		case No:
			return No
		case Unknown:
			truth = Unknown
		case Yes:
		}
	}
	return truth
}

func not(t Truth) Truth {
	switch t {
	case Yes:
		return No
	case No:
		return Yes
	default:
		return Unknown
	}
}

// allOf is Kleene's "and". A lasting no outweighs a passing one; passing ones end on
// the latest of their days, and on no day when one of them has none.
func allOf(parts []answer) (truth Truth, passing bool, from petition.Date) {
	truth, passing = Yes, true
	undated := false
	for i := range parts {
		switch p := &parts[i]; p.truth {
		case No:
			truth = No
			passing = passing && p.passing
			undated = undated || !p.from.Known()
			from = petition.Latest(from, p.from)
		case Unknown:
			if truth == Yes {
				truth = Unknown
			}
		case Yes:
		}
	}
	if truth != No || !passing {
		return truth, false, petition.Date{}
	}
	if undated {
		from = petition.Date{}
	}
	return No, true, from
}

// oneOf is Kleene's "or". It fails for good only when every part does; otherwise it
// opens on the earliest of the days.
func oneOf(parts []answer) (truth Truth, passing bool, from petition.Date) {
	truth = No
	for i := range parts {
		switch p := &parts[i]; p.truth {
		case Yes:
			return Yes, false, petition.Date{}
		case Unknown:
			truth = Unknown
		case No:
			passing = passing || p.passing
			if p.passing && p.from.Known() && (!from.Known() || p.from.Before(from)) {
				from = p.from
			}
		}
	}
	if truth == Unknown {
		return Unknown, false, petition.Date{}
	}
	return No, passing, from
}

// status turns the answer of a route into its status. A lasting bar comes first, then
// a condition not met yet, then a fact not known, then an unsettled point.
func (a *answer) status() Status {
	switch {
	case a.truth == Yes:
		return Eligible
	case a.truth == No && a.passing:
		return NotYet
	case a.truth == No:
		return Ineligible
	case a.openFacts():
		return Incomplete
	default:
		return Review
	}
}

// openFacts reports whether a fact that is not known keeps a from being decided.
func (a *answer) openFacts() bool {
	if a.truth != Unknown {
		return false
	}
	if a.notes != nil && len(a.notes.missing) > 0 {
		return true
	}
	for i := range a.parts {
		if a.parts[i].openFacts() {
			return true
		}
	}
	return false
}

// because appends the citations that decided a, each once, in the order of the tree.
func (a *answer) because(out []Citation) []Citation {
	from := len(out)
	if a.truth == Yes {
		return append(out, a.of.met...)
	}
	out = a.deciding(out, from, a.truth == No && !a.passing)
	if len(out) == from {
		out = addOnce(out, from, a.of.cite)
		if a.notes != nil {
			out = addOnce(out, from, a.notes.also)
		}
	}
	return out
}

// deciding appends the citations of the parts that made a's answer what it is: the
// failing parts of a no, the open parts of an unknown. A lasting bar alone decides;
// what else is unmet only stands beside it.
func (a *answer) deciding(out []Citation, from int, lasting bool) []Citation {
	for i := range a.parts {
		p := &a.parts[i]
		if p.of.kind == isReserved {
			continue
		}
		inverted := len(a.parts) == 1 && p.truth != a.truth && p.truth == not(a.truth)
		if p.truth != a.truth && !inverted {
			continue
		}
		if !lasting || p.truth != No || !p.passing {
			out = addOnce(out, from, p.of.cite)
			if p.notes != nil {
				out = addOnce(out, from, p.notes.also)
			}
		}
		out = p.deciding(out, from, lasting)
	}
	return out
}

// addOnce appends a citation unless it is empty or already stands in out[from:].
func addOnce(out []Citation, from int, c Citation) []Citation {
	if c == "" || slices.Contains(out[from:], c) {
		return out
	}
	return append(out, c)
}

// missing appends the facts under a that are not known and would help to decide: every
// one of them, in the order of the tree, each once.
func (a *answer) missing(out []petition.Path, from int, p *pad) []petition.Path {
	if a.notes != nil {
		for _, f := range a.notes.missing {
			if path := p.spell(f); !slices.Contains(out[from:], path) {
				out = append(out, path)
			}
		}
	}
	// A yes found despite an unknown part needs nothing more.
	if a.truth == Yes {
		return out
	}
	for i := range a.parts {
		part := &a.parts[i]
		lacks := part.notes != nil && len(part.notes.missing) > 0
		if part.truth == Unknown || lacks || part.truth == a.truth {
			out = part.missing(out, from, p)
		}
	}
	return out
}

// findings tells the answer with its reasons and those of its parts.
func (a *answer) findings(p *pad) Finding {
	var f Finding
	room := make([]Finding, a.count()-1)
	a.tell(&f, &room, p)
	return f
}

// count returns how many findings the answer makes, itself included.
func (a *answer) count() int {
	n := 1
	for i := range a.parts {
		n += a.parts[i].count()
	}
	return n
}

// tell writes the answer to f, and its parts to the front of room.
func (a *answer) tell(f *Finding, room *[]Finding, p *pad) {
	f.ID, f.Cite, f.Text = a.of.id, a.of.cite, a.of.text
	f.Answer, f.Passing, f.From, f.Reserved = a.truth, a.passing, a.from, a.of.kind == isReserved
	if n := a.notes; n != nil {
		f.Why, f.Doubt, f.Paths, f.Missing = n.why, n.doubt, p.spellAll(n.read), p.spellAll(n.missing)
		if n.also != "" {
			f.Also = []Citation{n.also}
		}
	}
	if len(a.parts) == 0 {
		return
	}
	n := len(a.parts)
	f.Parts, *room = (*room)[:n:n], (*room)[n:]
	for i := range a.parts {
		a.parts[i].tell(&f.Parts[i], room, p)
	}
}
