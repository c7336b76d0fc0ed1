package forms

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// draftPetition is the petition itself.
func draftPetition(b brief) doc.Document {
	return b.filed("petition", b.petitionTitle(), slices.Concat(
		[]doc.Block{b.opening(), doc.Numbered{Items: b.paragraphs()}},
		b.prayer(),
		[]doc.Block{
			doc.Keep{Blocks: []doc.Block{
				body("This ", day(), "."),
				b.signer("Respectfully submitted,"),
			}},
			b.exhibitList(),
		},
	)...)
}

func (b brief) opening() doc.Block {
	ask := map[rules.Pathway]string{
		rules.OneFelony:        "to expunge the record of a felony conviction",
		rules.FirstMisdemeanor: "to expunge the record of a misdemeanor conviction",
		rules.NonConviction:    "to expunge the record of a case that ended without a conviction",
	}[b.p.Pathway]
	if b.several() && b.p.Pathway != rules.NonConviction {
		ask = strings.Replace(strings.Replace(ask, "record of a ", "records of ", 1), "conviction", "convictions", 1)
	}
	switch {
	case b.commonEvent() && len(b.elsewhere()) > 0:
		ask += " that arose from one event with a conviction in another court"
	case b.commonEvent():
		ask += " that arose from one event"
	}
	return body("COMES NOW the petitioner, ", b.name(strings.ToUpper), ", ", b.appearing(), ", and petitions this Court under ",
		code(string(b.p.Pathway)), " ", ask, ". In support, the petitioner states:")
}

// prayer asks for the relief and names the offices that hold the record.
func (b brief) prayer() []doc.Block {
	out := []doc.Block{body("WHEREFORE, the petitioner asks that the Court", b.uponHearing(), ":")}
	for n, asked := range b.reliefAsked() {
		out = append(out, doc.Para{Indent: 1, Hang: true, Spans: words("("+string(rune('a'+n))+") ", asked)})
		if n == b.keepersAt() {
			out = append(out, listed(2, b.keepers())...)
		}
	}
	return out
}

func (b brief) uponHearing() string {
	if b.p.Pathway == rules.OneFelony {
		return ", upon a hearing"
	}
	return ""
}

func (b brief) reliefAsked() [][]doc.Span {
	var out [][]doc.Span
	if b.commonEvent() {
		out = append(out, words("determine that ", b.eventConvictions(), " arose from a common nucleus of operative facts and count as one;"))
	}
	if b.p.Pathway == rules.OneFelony {
		out = append(out, words("determine, on the record or in writing, that the petitioner is rehabilitated from ", b.subject(), " of this petition;"))
	}
	status := "the arrest or indictment"
	if b.p.Pathway == rules.NonConviction {
		status = "the arrest"
	}
	return append(out,
		words("order that ", b.recordOf(), " be expunged;"),
		words("direct each of these offices to expunge its official records of the matter", b.nonpublic(), ":"),
		words("restore the petitioner, in the contemplation of the law, to the status occupied before ", status, ";"),
		words("direct the clerk to send a certified copy of the order to the Mississippi Criminal Information Center and to each office named; and"),
		words("grant whatever other relief is proper."),
	)
}

// keepersAt is the place of the offices in the prayer.
func (b brief) keepersAt() int {
	at := 1
	if b.commonEvent() {
		at++
	}
	if b.p.Pathway == rules.OneFelony {
		at++
	}
	return at
}

// nonpublic is the limit of the expunction. Subsection (3) sets it for a conviction;
// (4) does not speak of one, and its order takes nothing away that other law lets stand.
func (b brief) nonpublic() string {
	if b.p.Pathway == rules.NonConviction {
		return ", subject to any nonpublic record the law allows"
	}
	return ", subject to the nonpublic records that " + sec("99-19-71(3)") + " allows"
}

// recordOf names what is to be expunged: "the record of the petitioner's conviction of
// grand larceny in Cause No. 0123, with every record of the arrest, the charge and the
// proceedings that led to it,".
func (b brief) recordOf() []doc.Span {
	lead, conviction := "the record of the case on the charge of ", b.p.Pathway != rules.NonConviction
	switch {
	case conviction && b.several():
		lead = "the records of the petitioner's convictions of "
	case conviction:
		lead = "the record of the petitioner's conviction of "
	case b.several():
		lead = "the record of the case on the charges of "
	}
	out := words(lead, b.offenses())
	if !conviction {
		return words(out, ", with every record of the arrest and of the proceedings in it,")
	}
	return words(out, ", with every record of the arrest, ", b.theIndictment(), b.one("the charge and the proceedings that led to it,", "the charges and the proceedings that led to them,"))
}

// offenses lists the offenses of the petition with their cause numbers; a cause number
// that they share is said once.
func (b brief) offenses() []doc.Span {
	var out []doc.Span
	shared := b.several() && len(b.causes()) == 1
	for n, i := range b.p.Charges {
		ch := b.c.Charges[i]
		switch {
		case n > 0 && n == len(b.p.Charges)-1:
			out = words(out, " and ")
		case n > 0:
			out = words(out, ", ")
		}
		out = words(out, b.fact(i, "offense", ch.Offense))
		switch {
		case !shared:
			out = words(out, " in ", b.inCause(i))
		case ch.Count != "":
			out = words(out, " (Count ", b.fact(i, "count", ch.Count), ")")
		}
	}
	if shared {
		out = words(out, " in Cause No. ", b.fact(b.first(), "cause_number", b.c.Charges[b.first()].CauseNumber))
	}
	return out
}

func (b brief) theIndictment() string {
	if slices.ContainsFunc(b.p.Charges, func(i int) bool { return b.c.Charges[i].Indicted == petition.Yes }) {
		return "the indictment, "
	}
	return ""
}

// ---- exhibits ----

// exhibit is a kind of paper attached to the petition.
type exhibit string

const (
	disposition   exhibit = "disposition"
	chargingPaper exhibit = "charging"
	indictment    exhibit = "indictment"
	account       exhibit = "account"
	discharge     exhibit = "discharge"
)

// exhibits are the papers attached, in the order of their letters. One that is known
// not to exist for any of the charges is not among them.
func (b brief) exhibits() []exhibit {
	exists := func(paper func(petition.Papers) petition.Paper) bool {
		return slices.ContainsFunc(b.p.Charges, func(i int) bool { return paper(b.c.Charges[i].Papers) != petition.PaperNone })
	}
	var out []exhibit
	if b.anyCharge(disposed) && exists(func(p petition.Papers) petition.Paper { return p.Disposition }) || (b.p.Pathway != rules.NonConviction && exists(func(p petition.Papers) petition.Paper { return p.SentencingOrder })) {
		out = append(out, disposition)
	}
	if b.theIndictment() != "" {
		out = append(out, indictment)
	} else if b.anyCharge(wasCharged) && exists(func(p petition.Papers) petition.Paper { return p.Charging }) {
		out = append(out, chargingPaper)
	}
	if exists(func(p petition.Papers) petition.Paper { return p.DocketSheet }) || (b.p.Pathway != rules.NonConviction && exists(func(p petition.Papers) petition.Paper { return p.ZeroBalance })) {
		out = append(out, account)
	}
	if b.p.Pathway == rules.OneFelony && exists(func(p petition.Papers) petition.Paper { return p.Discharge }) {
		out = append(out, discharge)
	}
	return out
}

// disposed reports whether a disposition of the charge can be on paper at all. Where
// there was none, the docket sheet is what shows it.
func disposed(ch petition.Charge) bool {
	return ch.Outcome != petition.NoDisposition && ch.Outcome != petition.Uncharged
}

func wasCharged(ch petition.Charge) bool { return ch.Outcome != petition.Uncharged }

// anyCharge reports whether something holds of a charge of the petition.
func (b brief) anyCharge(is func(petition.Charge) bool) bool {
	return slices.ContainsFunc(b.p.Charges, func(i int) bool { return is(b.c.Charges[i]) })
}

// attached points to an exhibit, where the petition has it.
func (b brief) attached(x exhibit, lead string) []doc.Span {
	n := slices.Index(b.exhibits(), x)
	if n < 0 {
		return nil
	}
	return words(lead, "Exhibit ", letter(n), ".")
}

func letter(n int) string { return string(rune('A' + n)) }

func (b brief) exhibitList() doc.Block {
	what := map[exhibit]string{
		disposition:   "Certified copy of the judgment and sentencing order",
		chargingPaper: "Charging paper",
		indictment:    "Indictment",
		account:       "Clerk's docket sheet or statement of account, showing a zero balance",
		discharge:     "Discharge or other paper that shows completion of the sentence",
	}
	if b.p.Pathway == rules.NonConviction {
		what[disposition], what[account] = "Certified copy of the disposition", "Clerk's docket sheet"
		if !b.anyCharge(disposed) {
			what[account] = "Certified copy of the clerk's docket sheet"
		}
	}
	each := ""
	if len(b.causes()) > 1 {
		each = ", in each cause"
	}
	blocks := []doc.Block{heading(2, "EXHIBITS")}
	for n, x := range b.exhibits() {
		blocks = append(blocks, doc.Para{Align: doc.Left, Spans: words("Exhibit ", letter(n), " – ", what[x], each)})
	}
	blocks = append(blocks, doc.Para{Align: doc.Left, Spans: words("Further exhibits: ", open(40))})
	return doc.Keep{Blocks: blocks}
}

func number(n int) string { return strconv.Itoa(n) }

// count writes a number of things: "1 petition", "2 petitions".
func count(n int, one, more string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, more)
}
