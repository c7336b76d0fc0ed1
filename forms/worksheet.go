package forms

import (
	"fmt"
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// worksheet is for the reviewing lawyer: for each charge the facts, the answer and the
// whole chain of reasons.
func worksheet(b brief) doc.Document {
	blocks := []doc.Block{b.about(), disclaimer()}
	if b.office.DraftReview != "" && b.drafted(draftReview, draftBoth) {
		blocks = append(blocks, doc.Callout{Title: words("Charges that need review were drafted all the same"), Blocks: []doc.Block{
			para("Reason given by the office: ", doc.Value{S: squeeze(b.office.DraftReview)}),
		}})
	}
	blocks = append(blocks, b.plannerBlocks()...)
	blocks = append(blocks, b.together()...)
	for i := range b.c.Charges {
		blocks = append(blocks, b.chargeReview(i)...)
	}
	if b.c.Notes != "" {
		blocks = append(blocks, heading(2, "Notes in the case file"))
		blocks = append(blocks, paragraphs("notes", b.c.Notes)...)
	}
	blocks = append(blocks, doc.Keep{Blocks: []doc.Block{
		heading(2, "Reviewed by"),
		doc.Para{Align: doc.Left, Spans: words("Name ", open(26), " Bar number ", open(11), " Date ", open(11))},
	}})
	return sheet("worksheet", "Reviewer’s worksheet", blocks...)
}

// paragraphs sets each line of a fact as a paragraph of its own.
func paragraphs(path, text string) []doc.Block {
	var out []doc.Block
	for line := range strings.Lines(text) {
		if line = squeeze(line); line != "" {
			out = append(out, para(doc.Value{Path: path, S: line}))
		}
	}
	return out
}

func (b brief) titles(charges []int) []string {
	var out []string
	for _, i := range charges {
		title := b.chargeTitle(i)
		if no := b.c.Charges[i].CauseNumber; no != "" {
			title += " (Cause No. " + no + ")"
		}
		out = append(out, title)
	}
	return out
}

// chargeReview is one charge on the worksheet.
func (b brief) chargeReview(i int) []doc.Block {
	v := b.a.Charges[i]
	route := fmt.Sprintf("§ %s, %s", v.Pathway, v.Title)
	if v.Pathway == rules.None {
		route = v.Title
	}
	relief := map[rules.Relief]string{
		rules.Mandatory: "mandatory (the court “shall”)", rules.Discretionary: "in the court's discretion (“may”)", rules.Automatic: "automatic by its section",
	}[v.Relief]
	t := doc.Table{Widths: []int{2, 7}}
	add := func(what string, text ...any) {
		if spans := words(text...); len(spans) > 0 {
			t.Rows = append(t.Rows, row(words(what), spans))
		}
	}
	add("Facts", b.chargeFacts(i))
	add("Answer", bold(b.answer(i)))
	if relief != "" {
		route += "; " + relief
	}
	add("Route", route)
	add("File in", v.FileIn.Name())
	switch {
	case v.Earliest.Known() && v.Status == rules.Eligible: // on the day asked about, not from it
		add("Open on", v.Earliest.Long())
	case v.Earliest.Known():
		add("Earliest", v.Earliest.Long())
	}
	add("Decided by", citedAll(v.Because))
	if b.c.Charges[i].Asked() {
		add("In the packet", b.inPacket(i))
		add("Caption", b.captionNote(i))
	}
	blocks := []doc.Block{heading(2, b.chargeTitle(i)), t}
	blocks = append(blocks, cautions(v)...)
	blocks = append(blocks, b.missing(v)...)
	blocks = append(blocks, heading(3, "Reasons"), doc.Outline{Nodes: []doc.Node{node(v.Finding)}})
	return append(blocks, alternatives(v)...)
}

// captionNote says whose name stands as plaintiff where that is a choice: a first DUI that
// another court convicted, which comes to a court with a docket of its own.
func (b brief) captionNote(i int) string {
	p, drafted := b.petitionOf(i)
	if !drafted || !b.of(p).fromAnotherCourt(i) {
		return ""
	}
	const open = " Whether the circuit clerk wants the plaintiff of that docket or the State is not settled by what was read, nor who is served: ask the clerk."
	if plaintiff := b.c.Charges[i].Plaintiff; plaintiff != "" {
		return "The plaintiff is " + plaintiff + ", as on the docket of the court that convicted." + open
	}
	return "The plaintiff is the State of Mississippi; the docket of the court that convicted may show another." + open
}

func cautions(v rules.Verdict) []doc.Block {
	if len(v.Cautions) == 0 {
		return nil
	}
	list := doc.Bullets{}
	for _, c := range v.Cautions {
		list.Items = append(list.Items, words(bold(c.Code), " – ", c.Text))
	}
	return []doc.Block{heading(3, "Cautions"), list}
}

// missing lists the facts that would decide, and the sections the name of the offense
// likely means where the section is one of them.
func (b brief) missing(v rules.Verdict) []doc.Block {
	if len(v.Missing) == 0 {
		return nil
	}
	list := doc.Bullets{}
	for _, p := range v.Missing {
		list.Items = append(list.Items, words(p.Label(), " (", string(p), ")"))
	}
	blocks := []doc.Block{heading(3, "Facts that would decide"), list}
	if slices.Contains(v.Missing, petition.ChargePath(v.Index, "section")) {
		if hint := rules.SectionHint(b.c.Charges[v.Index]); hint != "" {
			blocks = append(blocks, note(hint))
		}
	}
	return blocks
}

// node draws a finding and those under it. A list of which no line applies is drawn
// with its first line only.
func node(f rules.Finding) doc.Node {
	mark := f.Answer.String()
	if f.Reserved {
		mark = "court"
	}
	spans := words(f.Text)
	if f.Cite != "" {
		spans = words(spans, " (", cited(f.Cite), ")")
	}
	if f.Why != "" {
		spans = words(spans, ": ", f.Why)
	}
	if len(f.Also) > 0 {
		spans = words(spans, " [", citedAll(f.Also), "]")
	}
	out := doc.Node{Mark: mark, Spans: spans}
	if n := len(f.Parts); n > 2 && f.Answer == rules.No && allNo(f.Parts) {
		rest := doc.Node{Mark: "no", Spans: words(fmt.Sprintf("none of the other %d on the list", n-1))}
		out.Nodes = []doc.Node{node(f.Parts[0]), rest}
		return out
	}
	for _, p := range f.Parts {
		out.Nodes = append(out.Nodes, node(p))
	}
	return out
}

// allNo reports whether findings are alternatives of which none applies.
func allNo(parts []rules.Finding) bool {
	for _, p := range parts {
		if p.Answer != rules.No {
			return false
		}
	}
	return true
}

func alternatives(v rules.Verdict) []doc.Block {
	if len(v.Alternatives) == 0 {
		return nil
	}
	list := doc.Bullets{}
	for _, r := range v.Alternatives {
		list.Items = append(list.Items, alternative(r))
	}
	return []doc.Block{heading(3, "Other routes"), list}
}

func alternative(r rules.Route) []doc.Span {
	name := fmt.Sprintf("§ %s, %s", r.Pathway, r.Title)
	if r.Finding.ID == "" && len(r.Missing) == 1 {
		return words(name, ": a question to ask, “", r.Missing[0].Label(), "”")
	}
	text := name + ": " + r.Status.Words()
	if r.Status == rules.NotYet && r.Earliest.Known() {
		text += ", first safe day " + r.Earliest.Long()
	}
	return words(text)
}
