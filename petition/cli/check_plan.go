package cli

import (
	"fmt"
	"slices"

	"expunge/petition"
	"expunge/rules"
)

// choosing reports whether there is a choice of what to spend a lifetime allowance on, or
// of when: an event of which a count has to stay behind today.
func choosing(c petition.Case, a rules.Assessment) bool {
	for _, v := range a.Charges {
		if slices.ContainsFunc(v.Cautions, func(x rules.Caution) bool { return x.Code == "felony.event-not-whole" }) {
			return true
		}
	}
	return slices.ContainsFunc(rules.PlanOf(c, a).Allowances, func(al rules.Allowance) bool { return len(al.Choices) > 1 })
}

// plan prints what can be had only once in a lifetime, with the choices of what to spend
// it on, and what spends nothing; nothing at all when there is nothing to plan.
func plan(p *page, c petition.Case, a rules.Assessment) {
	out := rules.PlanOf(c, a)
	if out.Empty() {
		return
	}
	p.line(0, "")
	p.line(0, "Lifetime allowances")
	for _, al := range out.Allowances {
		p.line(0, "")
		allowance(p, al)
	}
	if len(out.Free) > 0 {
		p.line(0, "")
		p.line(2, "What spends no lifetime allowance")
		free(p, "Free", out.Free)
	}
}

func allowance(p *page, al rules.Allowance) {
	p.line(2, "%s (%s)", capital(al.Name), al.Pathway)
	planned(p, "Warning", al.Warning)
	planned(p, "So far", al.Standing)
	for _, m := range al.Missing {
		planned(p, "Missing", fmt.Sprintf("%s (%s)", m.Label(), m))
	}
	for n, ch := range al.Choices {
		p.line(4, "Choice %d", n+1)
		choice(p, ch)
	}
	if len(al.Closed) > 0 {
		p.line(4, "Ruled out, whatever is chosen")
		for _, s := range al.Closed {
			planned(p, "", capital(s.Text))
		}
	}
	for _, text := range al.Notes {
		planned(p, "Note", text)
	}
}

func choice(p *page, ch rules.Choice) {
	for _, s := range ch.Charges {
		planned(p, "Spend on", s.Text)
	}
	for _, r := range ch.Stays {
		planned(p, "Stays", r.Text)
	}
	for _, text := range ch.Waiting {
		planned(p, "Waiting", text)
	}
	for _, text := range ch.Unsettled {
		planned(p, "Unsettled", text)
	}
	free(p, "Beside it", ch.Beside)
	changed(p, ch.Effects)
}

// free prints routes that spend nothing, with what is to be known of first-offender status.
func free(p *page, label string, list []rules.FreeRoute) {
	for _, f := range list {
		planned(p, label, f.Text)
		planned(p, "", f.Remark)
		changed(p, f.Effects)
	}
}

// changed prints the other charges a choice would change.
func changed(p *page, list []rules.Effect) {
	for _, e := range list {
		planned(p, "Changes", e.Text)
	}
}

// planned prints a labeled line of the plan; nothing when there is no text.
func planned(p *page, label, text string) {
	if text != "" {
		p.labeled(6, label, labelWidth, text)
	}
}
