package forms

import (
	"fmt"
	"slices"

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
	blocks = append(blocks,
		heading(2, "Questions for the clerk"),
		bullets(
			"How much is the filing fee for each petition, and is it per petition or per charge?",
			"How can it be paid: exact cash, money order, cashier's check, or card?",
			"What do copies and certified copies cost? Several certified copies of the signed order will be needed.",
			"If the fee cannot be paid: may a pauper's affidavit be filed? The statute for civil actions is § 11-53-17. Whether it covers this fee is not settled, so ask before relying on it.",
		),
		heading(2, "Other costs to plan for"),
		bullets(
			"Certified copies of the judgment or disposition, and later of the order.",
			"A notary, for the verification. Ask first what it costs.",
			"A copy of your own state record, if you need one. One guide gives $32 for a check by name; it is undated, so confirm.",
		),
		heading(2, "Old fines and costs are a different thing"),
		para("The filing fee pays for this petition. Fines and court costs from the old case are separate, and a filing fee or a pauper's affidavit does not pay them. For a felony petition under § 99-19-71(2) all criminal fines and court costs must be paid before the petition is filed. For a misdemeanor petition under § 99-19-71(1) the section does not say so, but courts and clerks ask for it."),
		note("Fees as of ", edition(b.a.Edition), ". Where a note says so, an older text was read."),
	)
	return sheet("fees", "Fee notice", blocks...)
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
	title := count(len(b.petitions), "petition", "petitions") + " in this packet"
	var said []string
	if fixed > 0 {
		said = append(said, fmt.Sprintf("The statute sets a filing fee for %s: %s in all.", count(fixed, "petition", "petitions"), dollars(cents)))
	}
	if open := len(b.petitions) - fixed; open > 0 {
		said = append(said, fmt.Sprintf("For %s the amount is not settled by the statutes that were read. Only the clerk can tell.", count(open, "petition", "petitions")))
	}
	return doc.Callout{Title: words(title), Blocks: []doc.Block{bullets(said...)}}
}

func dollars(cents int) string {
	if cents%100 == 0 {
		return fmt.Sprintf("$%d", cents/100)
	}
	return fmt.Sprintf("$%d.%02d", cents/100, cents%100)
}

func (b brief) feeTable() doc.Block {
	t := doc.Table{Widths: []int{3, 5, 3, 6}, Lines: true, Head: row(words("Petition"), words("What"), words("Amount"), words("How settled"))}
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

// shortName names a petition: "1, Cause No. 0123".
func (b brief) shortName(p Petition) string {
	name := number(p.Number)
	var numbers []string
	for _, i := range p.Charges {
		if no := b.c.Charges[i].CauseNumber; no != "" && !slices.Contains(numbers, no) {
			numbers = append(numbers, no)
		}
	}
	if len(numbers) > 0 {
		name += ", Cause No. " + listOf(numbers)
	}
	return name
}
