package forms

import (
	"fmt"
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/rules"
)

// feeNotice says what filing may cost, what of it the statutes settle, and what to ask
// the clerk. The amounts are those of package rules.
func feeNotice(b brief) doc.Document {
	blocks := []doc.Block{
		b.inBrief(),
		para("This notice sets out what the statutes say about the cost of filing. Fees differ from court to court and change. ", bold("Confirm every amount with the clerk before you bring money.")),
	}
	if len(b.petitions) == 0 {
		blocks = append(blocks, para("There is no petition in this packet, so there is nothing to pay for filing now. The notes below are for later."))
	} else {
		blocks = append(blocks, b.total(), heading(2, "Fee by fee"), b.feeTable())
	}
	costs := []string{"Certified copies of the judgment or disposition, and later of the order."}
	if b.oath() || !b.ready() {
		costs = append(costs, "A notary, for the verification. Ask first what it costs.")
	}
	costs = append(costs, "A copy of your own state record, if you need one. One guide gives $32 for a check by name; it is undated, so confirm.")
	blocks = append(blocks,
		heading(2, "Questions for the clerk"),
		bullets(
			"How much is the filing fee, and is it for each "+b.asked()+" or for each charge?",
			"How can it be paid: exact cash, money order, cashier's check, or card?",
			"What do copies and certified copies cost? Several certified copies of the signed order will be needed.",
			"If the fee cannot be paid: may a pauper's affidavit be filed? The statute for civil actions is § 11-53-17. Whether it covers this fee is not settled, so ask before relying on it.",
		),
		heading(2, "Other costs to plan for"),
		bullets(costs...),
		heading(2, "Old fines and costs are a different thing"),
		para("The filing fee pays for this ", b.asked(), ". Fines and court costs from the old case are separate, and a filing fee or a pauper's affidavit does not pay them.", strings.Join(append([]string{""}, b.oldFines()...), " ")),
		note("Fees as of ", edition(b.a.Edition), ". Where a note says so, an older text was read."),
	)
	return sheet("fees", "Fee notice", blocks...)
}

// mayFile reports whether a petition may be filed for a charge, today or later. Where none
// may, nobody has to plan for its cost.
func (b brief) mayFile() bool { return len(b.askedFor()) > 0 }

// oldFines says what the sections that the charges are on ask about fines and costs of the
// old case.
func (b brief) oldFines() []string {
	by := func(routes ...rules.Pathway) bool {
		return slices.ContainsFunc(b.askedFor(), func(i int) bool { return slices.Contains(routes, b.a.Charges[i].Pathway) })
	}
	var out []string
	add := func(is bool, text string) {
		if is {
			out = append(out, text)
		}
	}
	add(by(rules.OneFelony), "For a felony petition under § 99-19-71(2) all criminal fines and court costs must be paid before the petition is filed.")
	add(by(rules.FirstMisdemeanor), "For a misdemeanor petition under § 99-19-71(1) the section does not say so, but courts and clerks ask for it.")
	add(by(rules.MunicipalAny, rules.JusticeAny), "For misdemeanors of a justice or municipal court, under § 9-11-15(3) or § 21-23-7(6), the section does not say so, but the judge will want to know, and clerks ask for a zero balance.")
	add(by(rules.FirstDUI), "For a first DUI under § 63-11-30(13) they are terms of the sentence, all of which must be completed.")
	add(by(rules.UnderageAlcohol), "Under § 67-3-70(6) the year is counted from the payment of the fine, where there was one.")
	add(by(rules.InterventionCourt), "Under § 9-23-23 the fines and fees of the program must be paid, unless the court waived them.")
	return out
}

// total adds up what the statutes fix, and counts the petitions for which they do not.
func (b brief) total() doc.Block {
	cents, fixed := 0, 0
	for _, p := range b.petitions {
		settled := false
		for _, f := range rules.Fees(p.Pathway, p.Court.Level) {
			if f.Settled {
				cents, settled = cents+f.Cents, true
			}
		}
		if settled {
			fixed++
		}
	}
	title := b.countAsked(len(b.petitions)) + " in this packet"
	var said []string
	if fixed > 0 {
		said = append(said, fmt.Sprintf("The statute sets a filing fee for %s: %s in all.", b.countAsked(fixed), dollars(cents)))
	}
	if open := len(b.petitions) - fixed; open > 0 {
		said = append(said, fmt.Sprintf("For %s the amount is not settled by the statutes that were read. Only the clerk can tell.", b.countAsked(open)))
	}
	return doc.Callout{Title: words(title), Blocks: []doc.Block{bullets(said...)}}
}

// countAsked counts petitions, and motions where there is nothing else.
func (b brief) countAsked(n int) string {
	if b.asked() == "motion" {
		return count(n, "motion", "motions")
	}
	return count(n, "petition", "petitions")
}

func dollars(cents int) string {
	if cents%100 == 0 {
		return fmt.Sprintf("$%d", cents/100)
	}
	return fmt.Sprintf("$%d.%02d", cents/100, cents%100)
}

func (b brief) feeTable() doc.Block {
	t := doc.Table{Widths: []int{3, 5, 3, 6}, Lines: true, Head: row(capital(words(b.asked())), words("What"), words("Amount"), words("How settled"))}
	for _, p := range b.petitions {
		for n, f := range rules.Fees(p.Pathway, p.Court.Level) {
			who := ""
			if n == 0 {
				who = b.shortName(p)
			}
			amount := f.Amount
			if amount == "" {
				amount = "ask the clerk"
			}
			t.Rows = append(t.Rows, row(words(who), words(f.What, " (", cited(f.Cite), ")"), words(amount), words(settledWords(f), f.Note)))
		}
	}
	return t
}

func settledWords(f rules.Fee) string {
	if f.Settled {
		return "Set by the statute. "
	}
	return ""
}

// shortName names a petition: "1, Cause No. 0123". One that comes to a court that did not
// convict has no number there yet, and is about that of the other court.
func (b brief) shortName(p Petition) string {
	name := number(p.Number)
	var numbers []string
	for _, i := range p.Charges {
		if no := b.c.Charges[i].CauseNumber; no != "" && !slices.Contains(numbers, no) {
			numbers = append(numbers, no)
		}
	}
	if len(numbers) > 0 {
		lead, of := ", Cause No. ", ""
		if i := p.Charges[0]; b.of(p).fromAnotherCourt(i) {
			lead, of = ", about Cause No. ", " of the "+courtWords(b.c.Charges[i].Court)
		}
		name += lead + listOf(numbers) + of
	}
	return name
}
