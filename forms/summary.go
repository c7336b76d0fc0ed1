package forms

import (
	"fmt"
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// clientSummary tells the person, on a page or two and in plain words, what was found
// for each charge and what to do next. It is written in the language of the petitioner,
// English or Spanish, from the same facts; the papers to file stay in English.
func clientSummary(b brief) doc.Document {
	w := summaryIn(b.spoken())
	blocks := []doc.Block{
		note(doc.Value{S: joined(b.c.Petitioner.Name.Full(), b.c.ID, w.day(b.a.AsOf), b.office.Clinic.Name)}),
		para(w.intro),
	}
	for i, ch := range b.c.Charges {
		if !ch.Asked() {
			continue
		}
		blocks = append(blocks, heading(2, w.charge(i+1), ": ", offenseOr(ch, w.noOffense)), doc.Keep{Blocks: []doc.Block{
			para(bold(w.answer(b.a.Charges[i]))),
			para(b.meaning(i, w)),
		}})
		blocks = append(blocks, b.summaryOf(i, w)...)
	}
	blocks = append(blocks, heading(2, w.nextTitle))
	next := w.nextNothing
	switch {
	case b.ready() && !b.c.Petitioner.Counsel.IsZero():
		next = w.nextCounsel
	case b.ready():
		next = w.nextReady
	}
	items := make([]doc.Item, len(next))
	for n, s := range next {
		items[n] = item(s)
	}
	blocks = append(blocks, doc.Numbered{Items: items}, doc.Callout{Title: words(w.knowTitle), Blocks: []doc.Block{bullets(w.know...)}})
	return sheetIn(b.spoken(), sheet("summary", w.title, blocks...))
}

// spoken is the language of the petitioner, or else that of the office.
func (b brief) spoken() petition.Language {
	if l := b.c.Petitioner.Language; l != "" {
		return l
	}
	return b.office.Language
}

func summaryIn(l petition.Language) summaryWords {
	if l == petition.Spanish {
		return summarySpanish()
	}
	return summaryEnglish()
}

// meaning says what the answer for a charge means. Of a draft it speaks only where the
// packet has one.
func (b brief) meaning(i int, w summaryWords) string {
	said := w.means(b.a.Charges[i].Status)
	if _, drafted := b.petitionOf(i); drafted && b.a.Charges[i].Status == rules.Incomplete {
		said += " " + w.aDraft
	}
	return said
}

// toChoose reports whether the charge is a felony among which one is still to be chosen.
func (b brief) toChoose(i int) bool {
	return slices.ContainsFunc(b.events(), func(event []int) bool { return slices.Contains(event, i) })
}

// summaryOf is what a charge still needs, when it is nothing private.
func (b brief) summaryOf(i int, w summaryWords) []doc.Block {
	v := b.a.Charges[i]
	var out []doc.Block
	if v.Status == rules.Incomplete {
		if wanted := b.papersWanted(i); len(wanted) > 0 {
			out = append(out, para(w.getPapers), bullets(w.papers(wanted)...))
		}
	}
	if v.Status == rules.NotYet && b.c.Charges[i].Sentence.FinesCostsPaid == petition.No {
		out = append(out, para(w.owed(b.c.Charges[i].Sentence.BalanceDue.String())))
	}
	switch {
	case b.toChoose(i):
		out = append(out, para(w.chooseFelony))
	case v.Status == rules.Eligible && v.Pathway == rules.OneFelony:
		out = append(out, para(w.oneFelony))
	}
	if v.Status == rules.Eligible && written(v.Pathway).motion {
		out = append(out, para(w.alreadyDone))
	}
	if v.Status == rules.Eligible && v.Pathway == rules.FirstDUI {
		out = append(out, para(w.oneDUI))
	}
	return out
}

func offenseOr(ch petition.Charge, none string) string {
	if s := squeeze(ch.Offense); s != "" {
		return s
	}
	return none
}

// summaryWords is the summary in one language. Every sentence stands in each of them.
type summaryWords struct {
	title, intro, noOffense                 string
	chargeWord                              string
	eligible, incomplete, notYet, notYetDay string // notYetDay takes the day
	review, ineligible                      string
	meansEligible, meansIncomplete, aDraft  string
	meansNotYet, meansReview, meansNo       string
	getPapers, owedSome, owedSum            string // owedSum takes the sum
	paper                                   map[clerkPaper]string
	oneFelony, chooseFelony, oneDUI         string
	alreadyDone                             string // where a section expunges without a petition
	nextTitle                               string
	nextReady, nextCounsel, nextNothing     []string // nextCounsel where a lawyer signs and files
	knowTitle                               string
	know                                    []string
	date                                    func(petition.Date) string
	asOf                                    string // takes the day
}

func (w summaryWords) day(d petition.Date) string { return fmt.Sprintf(w.asOf, w.date(d)) }
func (w summaryWords) charge(n int) string        { return fmt.Sprintf("%s %d", w.chargeWord, n) }

func (w summaryWords) answer(v rules.Verdict) string {
	switch v.Status {
	case rules.Eligible:
		return w.eligible
	case rules.Incomplete:
		return w.incomplete
	case rules.NotYet:
		if v.Earliest.Known() {
			return fmt.Sprintf(w.notYetDay, w.date(v.Earliest))
		}
		return w.notYet
	case rules.Ineligible:
		return w.ineligible
	default:
		return w.review
	}
}

func (w summaryWords) means(s rules.Status) string {
	switch s {
	case rules.Eligible:
		return w.meansEligible
	case rules.Incomplete:
		return w.meansIncomplete
	case rules.NotYet:
		return w.meansNotYet
	case rules.Ineligible:
		return w.meansNo
	default:
		return w.meansReview
	}
}

func (w summaryWords) owed(sum string) string {
	if sum == "" || sum == "$0.00" || sum == "$0" {
		return w.owedSome
	}
	return fmt.Sprintf(w.owedSum, sum)
}

// papers names the papers still to be had.
func (w summaryWords) papers(wanted []clerkPaper) []string {
	out := make([]string, len(wanted))
	for i, p := range wanted {
		out[i] = w.paper[p]
	}
	return out
}
