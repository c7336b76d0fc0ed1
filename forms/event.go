package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// Convictions of one event count as one felony expunction if the court so finds. Where
// they were had in several courts, each court has a petition of its own and must be told
// of the others; where one of them cannot be asked for yet, it may be left behind. What
// the papers say of both stands here.

// cautionNotWhole is the caution of a charge that leaves a count of its event behind.
const cautionNotWhole = "felony.event-not-whole"

// event is the label of the event of a charge, as labels are compared.
func (b brief) event(charge int) string { return petition.EventKey(b.c.Charges[charge].Event) }

// elsewhere are the petitions of the packet for convictions of the same event in other
// courts.
func (b brief) elsewhere() []Petition {
	if b.p.Pathway != rules.OneFelony || b.event(b.first()) == "" {
		return nil
	}
	var out []Petition
	for _, p := range b.petitions {
		if p.Number != b.p.Number && p.Pathway == rules.OneFelony && b.event(p.Charges[0]) == b.event(b.first()) {
			out = append(out, p)
		}
	}
	return out
}

// commonEvent reports whether the petition asks that convictions count as one: its own,
// or its own with those of another court.
func (b brief) commonEvent() bool {
	return b.p.Pathway == rules.OneFelony && b.event(b.first()) != "" && (b.several() || len(b.elsewhere()) > 0)
}

// eventConvictions names the convictions of the event. Those of another court are named
// with their cause and their court, for this Court knows nothing of them.
func (b brief) eventConvictions() []doc.Span {
	others := b.elsewhere()
	if len(others) == 0 {
		return words("the convictions")
	}
	out := words(b.one("the conviction in this Court", "the convictions in this Court"))
	for _, p := range others {
		o := b.of(p)
		out = words(out, " and ", o.one("the conviction of ", "the convictions of "), o.offenses(),
			" in the ", o.fact(o.first(), "court.level", p.Court.Name()))
	}
	return out
}

// elsewhereToo adds what the petitioner does in the other courts.
func (b brief) elsewhereToo() []doc.Span {
	switch len(b.elsewhere()) {
	case 0:
		return nil
	case 1:
		return words(" The petitioner petitions that court as well, and asks that the convictions be counted as one in both.")
	default:
		return words(" The petitioner petitions those courts as well, and asks that the convictions be counted as one in each.")
	}
}

// besidesElsewhere excepts the other court's order, should it come first.
func (b brief) besidesElsewhere() string {
	if len(b.elsewhere()) == 0 {
		return ""
	}
	return ", unless it be a conviction of the same event, named above"
}

// together tells what it means that one event has petitions in several courts.
func (b brief) together() []doc.Block {
	var numbers []string
	for _, p := range b.petitions {
		if len(b.of(p).elsewhere()) > 0 {
			numbers = append(numbers, number(p.Number))
		}
	}
	if len(numbers) == 0 {
		return nil
	}
	return []doc.Block{doc.Callout{Title: words("Petitions ", listOf(numbers), " belong together"), Blocks: []doc.Block{
		para("They ask for felony convictions of one event that were had in different courts. File every one of them, each in its own court. Each court decides for itself whether the convictions count as one. They spend one felony expunction only if the courts so find; if a court does not, the conviction there may have to stay. Ask a lawyer which to have heard first."),
	}}}
}

// cautionedCharge reports whether the charge carries the caution.
func (b brief) cautionedCharge(charge int, code string) bool {
	return slices.ContainsFunc(b.a.Charges[charge].Cautions, func(c rules.Caution) bool { return c.Code == code })
}

// leftBehind lists the charges of the same event that no petition covers.
func (b brief) leftBehind(charge int) []int {
	var out []int
	for i := range b.c.Charges {
		_, drafted := b.petitionOf(i)
		if i != charge && !drafted && b.event(i) != "" && b.event(i) == b.event(charge) {
			out = append(out, i)
		}
	}
	return out
}

// notWhole warns of each felony petition that would leave a count of its event behind.
func (b brief) notWhole() []doc.Block {
	var out []doc.Block
	for _, p := range b.petitions {
		at := slices.IndexFunc(p.Charges, func(i int) bool { return b.cautionedCharge(i, cautionNotWhole) })
		if p.Pathway != rules.OneFelony || at < 0 {
			continue
		}
		out = append(out, doc.Callout{Title: words("Ask a lawyer before you file petition ", number(p.Number)), Blocks: []doc.Block{
			para(b.spentNow(p.Charges[at])),
		}})
	}
	return out
}

// spentNow says what filing now costs.
func (b brief) spentNow(charge int) string {
	other := "Another count of the same event"
	if rest := b.leftBehind(charge); len(rest) > 0 {
		other = "A count of the same event (" + strings.Join(b.titles(rest), "; ") + ")"
	}
	return other + " is not in the felony petition: the law rules it out, or its time has not come. Filing now spends the one felony expunction of a lifetime, and that count would be left behind. A lawyer should decide whether to wait."
}

// sameEventAs warns on the page of a charge without a petition that a petition for its
// event would leave it behind.
func (b brief) sameEventAs(charge int) []doc.Block {
	mates := func(i int) bool {
		return i == charge || (b.event(i) != "" && b.event(i) == b.event(charge))
	}
	for i := range b.c.Charges {
		if mates(i) && b.cautionedCharge(i, cautionNotWhole) {
			return []doc.Block{doc.Callout{Title: words("Before a felony petition of the same event is filed"), Blocks: []doc.Block{
				para(b.spentNow(i)),
			}}}
		}
	}
	return nil
}
