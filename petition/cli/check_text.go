package cli

import (
	"fmt"
	"slices"
	"strings"

	"expunge/petition"
	"expunge/rules"
)

// notAdvice ends whatever people read.
const notAdvice = "This is not legal advice: a lawyer reads every paper before it is signed or filed."

// describe is what check prints for people: the answer for each charge on one screen,
// and with --why the reasons.
func describe(in input, a rules.Assessment, o checkOptions) string {
	p := &page{}
	if o.quiet {
		for _, v := range a.Charges {
			p.line(0, "%s charge %d: %s", in.label(), v.Index+1, answer(v))
		}
		return p.String()
	}
	p.line(0, "%s", in.label())
	p.line(0, "%s", basis(a))
	for _, v := range a.Charges {
		p.line(0, "")
		charge(p, in.record.Case, v)
	}
	if o.why || choosing(in.record.Case, a) {
		plan(p, in.record.Case, a)
	}
	p.line(0, "")
	if o.why {
		reasons(p, a)
		p.line(0, notAdvice)
		return p.String()
	}
	p.text(0, notAdvice+" Every reason: --why.")
	return p.String()
}

// reasons prints the tree behind each answer.
func reasons(p *page, a rules.Assessment) {
	p.line(0, "Reasons")
	for _, v := range a.Charges {
		p.line(0, "")
		p.line(2, "Charge %d, by %s", v.Index+1, v.Pathway)
		tree(p, v.Finding, 4)
		for _, r := range v.Alternatives {
			if r.Finding.ID != "" {
				p.line(0, "")
				p.line(2, "Charge %d, by %s", v.Index+1, r.Pathway)
				tree(p, r.Finding, 4)
			}
		}
	}
	p.line(0, "")
}

// basis states the day and the law an answer rests on.
func basis(a rules.Assessment) string {
	s := fmt.Sprintf("As of %s, law edition %s", a.AsOf, a.Edition)
	if len(a.Held) > 0 {
		s += ", held back: " + strings.Join(a.Held, ", ")
	}
	return s
}

// answer is the status of a charge in a phrase.
func answer(v rules.Verdict) string { return phrase(v.Route) }

// phrase is how a route stands in a phrase.
func phrase(r rules.Route) string {
	s := r.Status.Words()
	if r.Status == rules.Incomplete {
		s += " to decide"
	}
	if r.Pathway != rules.None {
		s += " under " + code(r.Pathway)
	}
	if r.Status == rules.NotYet && r.Earliest.Known() {
		s += ", first safe day " + r.Earliest.String()
	}
	return s
}

func code(p rules.Pathway) string { return "Miss. Code Ann. § " + string(p) }

// charge is the block of one charge.
func charge(p *page, c petition.Case, v rules.Verdict) {
	ch := c.Charges[v.Index]
	p.text(0, fmt.Sprintf("Charge %d: %s", v.Index+1, offense(ch)))
	p.text(2, capital(answer(v))+reliefShort(v))
	p.field("File in", v.FileIn.Name())
	p.field("Day", earliest(v))
	p.field("Because", decided(v))
	missingFacts(p, c, v)
	for _, text := range doubts(v) {
		p.field("Unsettled", text+" The cautious answer is taken.")
	}
	next(p, c, v)
	if !ch.Asked() {
		p.field("Asked for", "no; the case says to ask for nothing here")
	}
	for _, r := range v.Alternatives {
		p.field(alternative(r))
	}
	for _, x := range v.Cautions {
		p.field("Caution", fmt.Sprintf("%s [%s]", x.Text, x.Code))
	}
}

// missingFacts lists the facts that would decide, with the sections the name of the
// offense likely means where the section is one of them.
func missingFacts(p *page, c petition.Case, v rules.Verdict) {
	for _, m := range v.Missing {
		p.field("Missing", fmt.Sprintf("%s (%s)", m.Label(), m))
	}
	if slices.Contains(v.Missing, petition.ChargePath(v.Index, "section")) {
		p.field("Hint", rules.SectionHint(c.Charges[v.Index]))
	}
}

// next says what to do: the papers to get, the acts and days that would change the
// answer, or what is left to do where nothing would.
func next(p *page, c petition.Case, v rules.Verdict) {
	var acts []string
	if v.Status == rules.Incomplete || v.Status == rules.NotYet {
		for _, r := range rules.Remedies(c, v) {
			acts = append(acts, r.Act)
		}
	}
	if len(acts) == 0 {
		acts = []string{whatNext(v)}
	}
	for _, act := range acts {
		p.field("Next", act)
	}
}

// decided says in a sentence what made the answer what it is. What is unsettled or
// missing has lines of its own.
func decided(v rules.Verdict) string {
	s := ""
	switch v.Status {
	case rules.Eligible:
		return "every condition the record can show is met"
	case rules.Incomplete:
		s = "a fact that decides is not known"
	case rules.Review:
		s = "a point is unsettled, or the choice is a lawyer's"
	case rules.NotYet, rules.Ineligible:
		s = strings.Join(grounds(v), "; ")
	}
	if len(v.Because) > 0 {
		s += " (" + joined(v.Because) + ")"
	}
	return s
}

// doubts lists the points of law that keep an answer open, each once.
func doubts(v rules.Verdict) []string {
	var out []string
	var collect func(rules.Finding)
	collect = func(f rules.Finding) {
		if f.Doubt != "" && !slices.Contains(out, f.Doubt) {
			out = append(out, f.Doubt)
		}
		for _, part := range f.Parts {
			collect(part)
		}
	}
	if v.Status != rules.Eligible && v.Status != rules.Ineligible {
		collect(v.Finding)
	}
	return out
}

// reliefShort is how much is left to the court, for the end of a line, where a petition
// can be drafted.
func reliefShort(v rules.Verdict) string {
	if v.Status != rules.Eligible && v.Status != rules.Incomplete {
		return ""
	}
	switch v.Relief {
	case rules.Mandatory:
		return "; the court shall grant"
	case rules.Discretionary:
		return "; the court may grant"
	case rules.Automatic:
		return "; without a petition"
	default:
		return ""
	}
}

// offense names a charge without a name or number of the person.
func offense(ch petition.Charge) string {
	s := ch.Offense
	if s == "" {
		s = "offense not stated"
	}
	if ch.Section.Known() {
		s += " (" + ch.Section.String() + ")"
	}
	return s
}

func relief(r rules.Relief) string {
	switch r {
	case rules.Mandatory:
		return "; the court shall grant it when the conditions are met"
	case rules.Discretionary:
		return "; the court may grant it"
	case rules.Automatic:
		return "; the court acts by itself"
	default:
		return ""
	}
}

func earliest(v rules.Verdict) string {
	switch {
	case v.Status == rules.Eligible:
		return v.Earliest.String() + ", the as-of date"
	case v.Earliest.Known():
		return v.Earliest.String()
	case v.Status == rules.NotYet:
		return "no day can be told yet"
	default:
		return ""
	}
}

// grounds says in sentences what stands in the way of relief; nothing does when the
// charge appears eligible, and what is missing is listed elsewhere.
func grounds(v rules.Verdict) []string {
	var out []string
	for _, f := range decisive(v.Finding) {
		switch {
		case v.Status == rules.NotYet && f.Passing, v.Status == rules.Ineligible && !f.Passing:
			out = append(out, why(f))
		case v.Status == rules.Review && f.Doubt != "":
			out = append(out, f.Doubt)
		}
	}
	return out
}

// whatNext says what would change the answer, or what is left to do.
func whatNext(v rules.Verdict) string {
	switch v.Status {
	case rules.Eligible:
		return nextWhenOpen(v.Relief)
	case rules.Incomplete:
		return "find out what is missing, write it into the case file, and check again"
	case rules.NotYet:
		return "check again on the day, or when what is unmet has been done"
	case rules.Review:
		return "a lawyer decides; expunge drafts nothing by itself"
	case rules.Ineligible:
		return "no day and no act mends this under the law of this edition"
	default:
		return ""
	}
}

// nextWhenOpen is what is left to do for a charge that appears eligible, by how much is
// left to the court.
func nextWhenOpen(r rules.Relief) string {
	switch r {
	case rules.Automatic:
		return "ask the clerk or the program whether the order was entered; a motion for it can be drafted for a lawyer to read"
	case rules.Mandatory:
		return "a petition can be drafted for a lawyer to read"
	default:
		return "a petition can be drafted for a lawyer to read; the court decides"
	}
}

func why(f rules.Finding) string {
	if f.Why != "" {
		return f.Why
	}
	return "not so: " + f.Text
}

// decisive lists the leaves that made the answer what it is, each once.
func decisive(f rules.Finding) []rules.Finding {
	if len(f.Parts) == 0 {
		return []rules.Finding{f}
	}
	inverted := len(f.Parts) == 1 && f.Answer != rules.Unknown && f.Parts[0].Answer != f.Answer
	var out []rules.Finding
	for _, p := range f.Parts {
		if p.Reserved || (p.Answer != f.Answer && !inverted) {
			continue
		}
		for _, leaf := range decisive(p) {
			if !slices.ContainsFunc(out, func(o rules.Finding) bool { return why(o) == why(leaf) }) {
				out = append(out, leaf)
			}
		}
	}
	return out
}

// alternative is a route beside the answer, on a line: a question to ask where one fact
// alone would open it, and otherwise how it stands.
func alternative(r rules.Route) (label, text string) {
	if r.Status == rules.Incomplete && len(r.Missing) == 1 && r.Finding.ID == "" {
		return "Ask also", fmt.Sprintf("%s (yes opens %s)", r.Missing[0].Label(), r.Pathway)
	}
	text = fmt.Sprintf("%s: %s", r.Pathway, r.Status.Words())
	if r.Status == rules.NotYet && r.Earliest.Known() {
		text += ", first safe day " + r.Earliest.String()
	}
	if r.Status == rules.Incomplete {
		facts := make([]string, len(r.Missing))
		for i, m := range r.Missing {
			facts[i] = fmt.Sprintf("%s (%s)", m.Label(), m)
		}
		text += ": " + strings.Join(facts, "; ")
	}
	return "Or", text
}

// tree prints a finding and its parts, indented. An exception that does not apply is said
// in its own words before its list.
func tree(p *page, f rules.Finding, indent int) {
	text := f.Text
	if f.Cite != "" {
		text += " [" + string(f.Cite) + "]"
	}
	if f.Why != "" {
		text += ": " + f.Why
	}
	if f.Doubt != "" {
		text += " The cautious answer is taken."
	}
	p.labeled(indent, mark(f), markWidth, text)
	for _, part := range f.Parts {
		tree(p, part, indent+2)
	}
}

func mark(f rules.Finding) string {
	if f.Reserved {
		return "court"
	}
	return f.Answer.String()
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
