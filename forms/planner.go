package forms

import (
	"strings"

	"expunge/forms/doc"
	"expunge/rules"
)

// The plan of what can be had only once in a lifetime, for the worksheet and for the page
// of the petitioner. Package rules words it; here it is set. Facts that belong on the
// worksheet alone are left out of both.

// plannerBlocks lays out the choices, or nothing where there is nothing to plan.
func (b brief) plannerBlocks() []doc.Block {
	plan := rules.PlanOf(b.c, b.a)
	var out []doc.Block
	for _, al := range plan.Allowances {
		out = append(out, b.allowance(al)...)
	}
	if free := freeLines(plan.Free); len(free) > 0 {
		out = append(out, heading(3, "What spends no lifetime allowance"), bullets(free...))
	}
	if len(out) == 0 {
		return nil
	}
	return append([]doc.Block{heading(2, "Lifetime allowances")}, out...)
}

// allowance is one allowance with its choices.
func (b brief) allowance(al rules.Allowance) []doc.Block {
	out := []doc.Block{heading(3, strings.TrimSuffix(sentence(al.Name), "."))}
	if al.Warning != "" {
		out = append(out, doc.Callout{Title: words("Before it is spent"), Blocks: []doc.Block{para(al.Warning)}})
	}
	standing := al.Standing
	if len(al.Missing) > 0 {
		facts := make([]string, len(al.Missing))
		for i, path := range al.Missing {
			facts[i] = "“" + path.Label() + "”"
		}
		standing += " What would tell: " + listOf(facts) + "."
	}
	out = append(out, para(standing))
	for _, ch := range al.Choices {
		out = append(out, b.choiceBlocks(ch)...)
	}
	if len(al.Closed) > 0 {
		closed := make([]string, len(al.Closed))
		for i, s := range al.Closed {
			closed[i] = sentence(s.Text)
		}
		out = append(out, para("Ruled out, whatever is chosen:"), bullets(closed...))
	}
	for _, text := range al.Notes {
		out = append(out, note(text))
	}
	return out
}

// choiceBlocks is one choice: a box to tick, and under it what it means.
func (b brief) choiceBlocks(ch rules.Choice) []doc.Block {
	var charges []int
	var standing []string
	for _, s := range ch.Charges {
		charges, standing = append(charges, s.Charge), append(standing, sentence(s.Text))
	}
	list := doc.Bullets{}
	add := func(what string, texts ...string) {
		for _, text := range texts {
			list.Items = append(list.Items, words(bold(what), " ", sentence(text)))
		}
	}
	for _, r := range ch.Stays {
		add("Stays on the record:", r.Text)
	}
	add("Waiting:", ch.Waiting...)
	add("Unsettled:", ch.Unsettled...)
	add("Beside it:", freeLines(ch.Beside)...)
	add("Would change:", effectLines(ch.Effects)...)
	box := doc.Checklist{Items: []doc.CheckItem{{
		Spans: words("Spend it on ", bold(listOf(b.titles(charges)))), Note: words(strings.Join(standing, " ")),
	}}}
	if len(list.Items) == 0 {
		return []doc.Block{box}
	}
	return []doc.Block{box, list}
}

// freeLines are the routes that spend nothing, a sentence each.
func freeLines(list []rules.FreeRoute) []string {
	var out []string
	for _, f := range list {
		if private(f.Route.Pathway) {
			continue
		}
		text := sentence(f.Text)
		for _, more := range append([]string{f.Remark}, effectLines(f.Effects)...) {
			if more != "" {
				text += " " + sentence(more)
			}
		}
		out = append(out, text)
	}
	return out
}

// effectLines are the other charges a choice would change.
func effectLines(list []rules.Effect) []string {
	var out []string
	for _, e := range list {
		if !private(e.Today.Pathway) && !private(e.Counted.Pathway) && !private(e.Gone.Pathway) {
			out = append(out, e.Text)
		}
	}
	return out
}
