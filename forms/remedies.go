package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// remedyBlocks says what would help with the answer of a charge: boxes for the papers to
// get, the acts to do and the days to wait for, and plain lines for the points a lawyer
// decides and for what a no turns on. It is empty for a charge that appears eligible,
// and says nothing of facts that belong on the reviewer's worksheet alone.
func (b brief) remedyBlocks(charge int) []doc.Block {
	v := b.a.Charges[charge]
	if private(v.Pathway) {
		return nil
	}
	title := map[rules.Status]string{
		rules.Incomplete: "Which paper proves it, and where to get it", rules.NotYet: "What would change it",
		rules.Review: "What a lawyer has to decide", rules.Ineligible: "What the answer turns on",
	}[v.Status]
	var boxes doc.Checklist
	var lines doc.Bullets
	why := whyLines(v)
	for _, r := range rules.Remedies(b.c, v) {
		act := notAgain(r.Act, why)
		switch spans := words(act, " [", cited(r.Cite), "]"); {
		case act == "", slices.ContainsFunc(r.Paths, kept):
		case v.Status == rules.Incomplete || v.Status == rules.NotYet:
			boxes.Items = append(boxes.Items, doc.CheckItem{Spans: spans, Note: b.provesWhat(charge, r)})
		default:
			lines.Items = append(lines.Items, spans)
		}
	}
	switch {
	case len(boxes.Items) > 0:
		return []doc.Block{heading(3, title), boxes}
	case len(lines.Items) > 0:
		return []doc.Block{heading(3, title), lines}
	default:
		return nil
	}
}

// notAgain leaves out of a remedy the reason that the page has given already, so that only
// the paper to check it by is left, if there is one.
func notAgain(act string, why []string) string {
	const check = " To be sure that the record is right: "
	for _, lead := range []string{"The answer turns on this: ", "Ask a lawyer to decide: "} {
		said, is := strings.CutPrefix(act, lead)
		if !is {
			continue
		}
		reason, paper, toCheck := strings.Cut(said, check)
		given := func(line string) bool { return strings.HasPrefix(line, plainly(reason)+" [") }
		switch again := slices.ContainsFunc(why, given); {
		case again && toCheck:
			return strings.TrimSpace(check) + " " + paper
		case again:
			return ""
		}
	}
	return act
}

// provesWhat names the facts that a paper settles, and whose they are where they are not
// the charge's own. It is empty for an act that settles no missing fact.
func (b brief) provesWhat(charge int, r rules.Remedy) []doc.Span {
	l := lister{b, checklistIn(b.spoken())}
	var out []string
	for _, p := range r.Paths {
		if !slices.Contains(b.a.Charges[charge].Missing, p) {
			continue
		}
		label := strings.TrimSuffix(l.missingLabel(p), "?")
		if other := l.ownerOf(p); strings.HasPrefix(string(p), "charges") && !strings.HasPrefix(string(p), string(petition.ChargePath(charge, ""))+".") {
			label += " (" + other + ")"
		}
		if !slices.Contains(out, label) {
			out = append(out, label)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return words("It settles: ", doc.Value{S: strings.Join(out, "; ") + "."})
}
