package forms

import (
	"fmt"
	"strings"

	"expunge/assets"
	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// whyNot says, for each charge without a petition, what the answer is, why, what would
// change it, and where to turn.
func whyNot(b brief) doc.Document {
	blocks := []doc.Block{
		b.inBrief(),
		para("There is no petition in this packet for the charges below. That is the answer for today, from what is in the case file. It is not a judgment of a person, and for many people it changes with time, with a payment or with one more paper."),
	}
	choosing := b.events()
	if choosing != nil {
		blocks = append(blocks, b.chooseFelony(choosing)...)
	}
	for _, i := range b.withheld() {
		if choosing != nil && b.inEvents(choosing, i) {
			continue
		}
		blocks = append(blocks, b.whyNotCharge(i)...)
	}
	blocks = append(blocks, b.help()...)
	return sheet("why-not", "Why not, and what would help", append(blocks, disclaimer())...)
}

func (b brief) inEvents(events [][]int, charge int) bool {
	for _, e := range events {
		for _, i := range e {
			if i == charge {
				return true
			}
		}
	}
	return false
}

// chooseFelony tells the petitioner what the choice between felonies is.
func (b brief) chooseFelony(events [][]int) []doc.Block {
	blocks := []doc.Block{
		heading(2, "A choice to make first"),
		para("Mississippi law lets a person have only one felony expunged in a lifetime (§ 99-19-71(2)). Felony convictions that came from one event count as one. This case asks for more than one, so no felony petition is prepared until you choose. Take time, and talk with a lawyer: the choice cannot be made twice."),
	}
	for n, chosen := range events {
		var stays []string
		for m, other := range events {
			if m != n {
				stays = append(stays, b.titles(other)...)
			}
		}
		blocks = append(blocks, doc.Checklist{Items: []doc.CheckItem{{
			Spans: words(listOf(b.titles(chosen))),
			Note:  words("If this is chosen, these stay on the record: ", strings.Join(stays, "; "), ". ", b.answersNow(chosen)),
		}}})
	}
	return append(blocks, para("Some charges look unrelated and still came from one event. If that is so here, tell the lawyer; the court decides whether they count as one."))
}

// answersNow tells how the charges of an event stand today.
func (b brief) answersNow(charges []int) string {
	var out []string
	for _, i := range charges {
		v := b.a.Charges[i]
		answer := fmt.Sprintf("Charge %d today: %s", i+1, v.Status.Words())
		if v.Status == rules.NotYet && v.Earliest.Known() {
			answer += ", first safe day " + v.Earliest.Long()
		}
		out = append(out, answer+".")
		if v.Status != rules.Eligible {
			out = append(out, whyLines(v)...)
		}
	}
	return strings.Join(out, " ")
}

// whyNotCharge is one charge of the page.
func (b brief) whyNotCharge(i int) []doc.Block {
	v := b.a.Charges[i]
	blocks := []doc.Block{
		heading(2, b.chargeTitle(i)),
		para(doc.Value{S: lister{b, checklistIn(b.spoken())}.facts(i)}),
		para(bold("The answer: "), plainAnswer(v)),
	}
	if why := whyLines(v); len(why) > 0 {
		blocks = append(blocks, heading(3, "Why"), bullets(why...))
	}
	blocks = append(blocks, b.whatWouldHelp(i)...)
	blocks = append(blocks, heading(3, "What to do now"), bullets(nextSteps(v)...))
	return append(blocks, b.sameEventAs(i)...)
}

func plainAnswer(v rules.Verdict) string {
	switch {
	case v.Status == rules.Eligible:
		return "the charge appears eligible, but this packet has no form for a petition of that kind. That is not a no: a lawyer can draft one."
	case v.Status == rules.Incomplete:
		return "facts are missing, and this packet has no form for a petition of the kind that may be needed. That is not a no: with the facts in hand, a lawyer can tell."
	case v.Status == rules.NotYet && v.Earliest.Known():
		return "not yet. The first safe day to file is " + v.Earliest.Long() + "."
	case v.Status == rules.NotYet:
		return "not yet. Something has to happen first."
	case v.Status == rules.Review:
		return "a lawyer needs to read this one. That is not a no: the law leaves a question open here, or the choice is a lawyer's to make."
	case v.Pathway == rules.None:
		return "not available in Mississippi. The case was in another system of courts, and only that system can clear its own record."
	default:
		return "not available under the law as this packet knows it."
	}
}

// whyLines are the reasons, a sentence with its citation each. Facts that belong on the
// worksheet alone are not told here.
func whyLines(v rules.Verdict) []string {
	if private(v.Pathway) {
		return nil
	}
	var out []string
	for _, f := range reasons(v.Finding) {
		if tells(f) || f.Why == "" || (v.Status == rules.Review && f.Doubt == "") {
			continue
		}
		cites := append([]rules.Citation{f.Cite}, f.Also...)
		out = append(out, plainly(f.Why)+" ["+citedAll(cites)+"]")
	}
	return append(out, alsoConsidered(v)...)
}

// plainly writes a reason as a sentence; one that begins with a section says so.
func plainly(why string) string {
	if first, _, _ := strings.Cut(why, " "); petition.ParseSection(first).Readable() {
		why = "section " + why
	}
	return sentence(why)
}

// alsoConsidered says of the other routes why they do not serve.
func alsoConsidered(v rules.Verdict) []string {
	var out []string
	for _, r := range v.Alternatives {
		if private(r.Pathway) || r.Finding.ID == "" || (r.Status != rules.Ineligible && r.Status != rules.NotYet) {
			continue
		}
		var why []string
		for _, f := range reasons(r.Finding) {
			if !tells(f) && f.Why != "" {
				why = append(why, strings.TrimSuffix(f.Why, "."))
			}
		}
		if len(why) > 0 {
			out = append(out, fmt.Sprintf("Also considered: %s. The answer there is “%s”: %s.", routeName(r), r.Status.Words(), strings.Join(why, "; ")))
		}
	}
	return out
}

// whatWouldHelp lists the papers, acts and days that would change the answer, and what
// this office can do about it.
func (b brief) whatWouldHelp(i int) []doc.Block {
	v := b.a.Charges[i]
	out := b.remedyBlocks(i)
	switch {
	case v.Status == rules.Eligible:
		return append(out, para("A lawyer can draft the petition. Nothing in the case file stands in its way today."))
	case v.Status == rules.Review && drafts(v):
		return append(out, para("If the lawyer decides to go on, the office can have a draft petition made for that lawyer."))
	case v.Status == rules.Review:
		return append(out, para("This packet cannot draft a petition of the kind that may be needed; a lawyer can."))
	default:
		return out
	}
}

// drafts reports whether the office could have a petition drafted for the charge.
func drafts(v rules.Verdict) bool { return allegations(v.Pathway) != nil && v.Finding.ID != unplaced }

// nextSteps are what a person can do today.
func nextSteps(v rules.Verdict) []string {
	switch {
	case v.Pathway == rules.None:
		return []string{"Ask a lawyer or legal aid office where the case was about that place's own law.", "Keep the papers of the case; they will be asked for."}
	case v.Status == rules.NotYet && v.Earliest.Known():
		return []string{"Put the date in a calendar and keep this sheet.", "Gather the papers on the checklist now; some take weeks to get."}
	case v.Status == rules.NotYet:
		return []string{"Start with the first thing on the list above, and ask for a paper that proves it.", "Come back when it is done, and have the papers made then."}
	case v.Status == rules.Review:
		return []string{"Take this packet to one of the offices below. The worksheet shows the lawyer exactly where the question is."}
	case v.Status == rules.Eligible, v.Status == rules.Incomplete:
		return []string{"Take this packet to one of the offices below. The worksheet names the section and shows what was found."}
	default:
		return []string{"Check the papers against the facts above; a mistake in the record can be corrected.", "Ask a lawyer whether another kind of relief is open. (A pardon is one, but it does not by itself expunge a record.)"}
	}
}

// help lists where to turn, with how old each contact is.
func (b brief) help() []doc.Block {
	t := doc.Table{Widths: []int{4, 5, 7}, Lines: true, Head: row(words("Who"), words("How to reach them"), words("What we know"))}
	for _, r := range assets.Resources() {
		if county, local := strings.CutSuffix(strings.TrimSuffix(r.Serves, "."), " County"); local && !b.inCounty(strings.TrimPrefix(county, "Cases in ")) {
			continue
		}
		t.Rows = append(t.Rows, row(words(r.Organization), words(r.Contact), words(fmt.Sprintf("%s. Contact: %s.", strings.TrimSuffix(r.Serves, "."), r.Age))))
	}
	return []doc.Block{
		heading(2, "Where to get help"),
		para("Contacts go out of date. Confirm each one first."),
		t,
	}
}

// inCounty reports whether a charge of the case was in a court of the county.
func (b brief) inCounty(county string) bool {
	for _, ch := range b.c.Charges {
		if ch.Court.CountyName() == county {
			return true
		}
	}
	return false
}
