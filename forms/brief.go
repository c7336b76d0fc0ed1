package forms

import (
	"slices"
	"strings"
	"unicode"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// brief is all that the writer of a paper has on the desk: the case, its assessment,
// the office, the petitions of the packet, and the one the paper belongs to.
type brief struct {
	c         petition.Case
	a         rules.Assessment
	office    Office
	petitions []Petition
	p         Petition          // zero on sheets
	language  petition.Language // of the checklist; empty is English, as in a packet
	missed    func(string)      // see tongue
}

func newBrief(c petition.Case, a rules.Assessment, o Office) brief {
	return brief{c: c, a: a, office: o, petitions: Petitions(c, a, o)}
}

// of returns the brief for the papers of one petition.
func (b brief) of(p Petition) brief {
	b.p = p
	return b
}

// first is the first charge of the petition. What all its charges share is read there.
func (b brief) first() int { return b.p.Charges[0] }

// several reports whether the petition covers more than one charge.
func (b brief) several() bool { return len(b.p.Charges) > 1 }

// one chooses the words for a petition that covers one charge or more.
func (b brief) one(one, more string) string {
	if b.several() {
		return more
	}
	return one
}

// petitionOf returns the petition that covers the charge.
func (b brief) petitionOf(charge int) (Petition, bool) {
	for _, p := range b.petitions {
		if slices.Contains(p.Charges, charge) {
			return p, true
		}
	}
	return Petition{}, false
}

// withheld lists the charges that relief is asked for and no petition covers.
func (b brief) withheld() []int {
	var out []int
	for _, v := range b.a.Charges {
		if _, ok := b.petitionOf(v.Index); !ok && b.c.Charges[v.Index].Asked() {
			out = append(out, v.Index)
		}
	}
	return out
}

// events are the felonies among which a choice is still to be made, or nil.
func (b brief) events() [][]int {
	if events := rules.FelonyEvents(b.c, b.a); len(events) > 1 {
		return events
	}
	return nil
}

// value is a fact of the case, or a blank for it when it is not known.
func (b brief) value(path petition.Path, text string) doc.Span {
	if text = squeeze(text); text != "" {
		return doc.Value{Path: string(path), S: bindDates(text)}
	}
	return doc.Blank{Path: string(path), Label: path.Label(), Width: blankWidth(path)}
}

// fact is a fact of a charge, or a blank for it.
func (b brief) fact(charge int, field, text string) doc.Span {
	return b.value(petition.ChargePath(charge, field), text)
}

// blankWidth is how long a line a fact needs, in tenths of an inch.
func blankWidth(path petition.Path) int {
	p := string(path.Pattern())
	switch {
	case strings.HasPrefix(p, "showing."):
		return 60
	case strings.HasSuffix(p, "offense"), strings.HasSuffix(p, "agency"), strings.HasSuffix(p, "street"):
		return 25
	case strings.HasSuffix(p, "district"), strings.HasSuffix(p, "municipality"), strings.HasSuffix(p, "section"), strings.HasSuffix(p, "state"):
		return 12
	default:
		return 16
	}
}

// name is the petitioner's name as on papers, in capitals when a caption wants it so.
func (b brief) name(write func(string) string) []doc.Span {
	n := b.c.Petitioner.Name
	switch {
	case b.minor() && n.IsComplete():
		return []doc.Span{doc.Value{Path: "petitioner.name", S: initials(n)}}
	case b.minor():
		return []doc.Span{doc.Blank{Path: "petitioner.name.first", Label: "Initials", Width: 8}}
	case n.IsComplete():
		return []doc.Span{doc.Value{Path: "petitioner.name", S: write(n.Full())}}
	}
	return words(b.value("petitioner.name.first", write(n.First)), " ", b.value("petitioner.name.last", write(n.Last)))
}

// plainName is the petitioner's name for a heading or a running line.
func (b brief) plainName() string {
	switch n := b.c.Petitioner.Name; {
	case !n.IsComplete():
		return "the petitioner"
	case b.minor():
		return initials(n)
	default:
		return n.Full()
	}
}

// initials are the first letters of a name, "J.Q.S.".
func initials(n petition.Name) string {
	var out strings.Builder
	for _, part := range []string{n.First, n.Middle, n.Last} {
		for _, r := range squeeze(part) {
			out.WriteRune(unicode.ToUpper(r))
			out.WriteByte('.')
			break
		}
	}
	return out.String()
}

// standing is how the findings with the ids stand for a charge: Yes when all are
// found, Unknown when one is open, and No when one is not there at all. A concern of
// the route is not in the tree when it is met, for then the route was open without it.
func (b brief) standing(charge int, ids []string) rules.Truth {
	truth := rules.Yes
	for _, id := range ids {
		f, found := b.a.Charges[charge].Finding.Find(id)
		switch {
		case !found && isConcern(id):
		case !found, f.Answer == rules.No:
			return rules.No
		case f.Answer == rules.Unknown:
			truth = rules.Unknown
		}
	}
	return truth
}

// statement is what is said of a charge, and whether it is still to be confirmed.
type statement struct {
	charge int
	spans  []doc.Span
	open   bool
}

// each writes the statements of the charges of the petition as one paragraph: once,
// where the words are the same for all, and otherwise charge by charge. Words that name
// the charge themselves need no heading.
func (b brief) each(said []statement, named bool) doc.Item {
	same := !slices.ContainsFunc(said[1:], func(s statement) bool { return key(s.spans) != key(said[0].spans) })
	if same && len(said) == len(b.p.Charges) {
		unsure := slices.ContainsFunc(said, func(s statement) bool { return s.open })
		return doc.Item{Spans: confirmed(said[0].spans, unsure)}
	}
	item := doc.Item{Spans: words("As to each charge:")}
	for _, s := range said {
		spans := confirmed(s.spans, s.open)
		if !named {
			spans = words(b.tag(s.charge), ": ", spans)
		}
		item.Sub = append(item.Sub, spans)
	}
	return item
}

// unproved stands before words that rest on a finding that is open, so that the paper
// never says what the assessment did not find.
const unproved = "[State only if it proves true:]"

// confirmed marks words that rest on a finding that is open.
func confirmed(spans []doc.Span, open bool) []doc.Span {
	if !open {
		return spans
	}
	return words(bold(unproved), " ", spans)
}

// inCause is where a charge stands on the docket: "Cause No. 0123, Count 2".
func (b brief) inCause(charge int) []doc.Span {
	ch := b.c.Charges[charge]
	out := words("Cause No. ", b.fact(charge, "cause_number", ch.CauseNumber))
	if ch.Count != "" {
		out = words(out, ", Count ", b.fact(charge, "count", ch.Count))
	}
	return out
}

// tag names a charge of a petition that covers several.
func (b brief) tag(charge int) []doc.Span {
	out := b.inCause(charge)
	if offense := b.c.Charges[charge].Offense; offense != "" {
		out = words(out, " (", b.fact(charge, "offense", offense), ")")
	}
	return out
}

// key is what tells two runs of spans apart on paper: their words, and which facts
// are blank.
func key(spans []doc.Span) string {
	var out strings.Builder
	for _, s := range spans {
		if blank, ok := s.(doc.Blank); ok {
			out.WriteString("\x00" + blank.Path + "\x00")
			continue
		}
		out.WriteString(plain([]doc.Span{s}))
	}
	return out.String()
}

// survivor reports whether the petition is a survivor's, whose papers say of the person
// only what its section asks.
func (b brief) survivor() bool { return b.p.Pathway == rules.Survivor }

// minor reports whether the papers of the petition are youth court's, where a person is
// named by initials.
func (b brief) minor() bool { return b.p.Pathway == rules.YouthDismissed }
