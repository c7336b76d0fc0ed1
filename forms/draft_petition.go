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
		b.prayerAndSignature(),
		[]doc.Block{b.exhibitList()},
	)...)
}

// prayerAndSignature keeps the last two lines of the prayer with the signature, so that no
// line of it stands on a page alone.
func (b brief) prayerAndSignature() []doc.Block {
	prayer := b.prayer()
	last := len(prayer) - 2
	end := append(slices.Clone(prayer[last:]), body("This ", day(), "."), b.signer("Respectfully submitted,"))
	return append(prayer[:last], doc.Keep{Blocks: end})
}

func (b brief) opening() doc.Block {
	w := written(b.p.Pathway)
	ask, does := b.one(w.ask, w.asks), "petitions"
	if b.p.Pathway == rules.UnchargedOrCitation {
		ask += strings.ToLower(b.arrestTitle())
	}
	if w.motion {
		does = "moves"
	}
	switch {
	case b.commonEvent() && len(b.elsewhere()) > 0:
		ask += " that arose from one event with a conviction in another court"
	case b.commonEvent():
		ask += " that arose from one event"
	}
	if b.alternative() {
		ask += ", and in the alternative under " + code(string(rules.NonConviction))
	}
	return body("COMES NOW the petitioner, ", b.name(strings.ToUpper), ", ", b.appearing(), ", and ", does, " this Court under ",
		code(string(b.p.Pathway)), " ", ask, ". In support, the petitioner states:")
}

// prayer asks for the relief and names the offices that hold the record.
func (b brief) prayer() []doc.Block {
	out := []doc.Block{body("WHEREFORE, the petitioner asks that the Court", b.uponHearing(), ":")}
	for n, r := range b.reliefAsked() {
		out = append(out, doc.Para{Indent: 1, Hang: true, Spans: words("("+string(rune('a'+n))+") ", r.asked)})
		if r.keepers {
			out = append(out, listed(2, b.keepers())...)
		}
	}
	return out
}

// relief is a line of the prayer. One of them has the offices that hold the record under it.
type relief struct {
	asked   []doc.Span
	keepers bool
}

func (b brief) uponHearing() string { return written(b.p.Pathway).hearing }

func (b brief) reliefAsked() []relief {
	var out []relief
	ask := func(parts ...any) { out = append(out, relief{asked: words(parts...)}) }
	if b.commonEvent() {
		ask("determine that ", b.eventConvictions(), " arose from a common nucleus of operative facts and count as one;")
	}
	if b.p.Pathway == rules.OneFelony {
		ask("determine, on the record or in writing, that the petitioner is rehabilitated from ", b.subject(), " of this petition;")
	}
	if b.p.Pathway == rules.FirstDUI {
		ask("find the justification sufficient, and state it in writing in the order;")
	}
	ask("order that ", b.recordOf(), " be expunged;")
	out = append(out, relief{words("direct each of these offices to expunge its official records of the matter", b.nonpublic(), ":"), true})
	if effect := b.effectAsked(); effect != "" {
		ask(effect, ";")
	}
	if b.p.Pathway == rules.FirstDUI {
		ask("direct that the order be forwarded to the Mississippi Department of Public Safety within five days of its entry;")
	}
	if b.p.Pathway == rules.Survivor {
		ask("direct, as far as the law allows, that this petition and its exhibits be kept under seal;")
	}
	ask("direct the clerk to send a certified copy of the order to the Mississippi Criminal Information Center and to each other office named; and")
	ask("grant whatever other relief is proper.")
	return out
}

// effectAsked is the effect of the order, for those sections that give it one.
func (b brief) effectAsked() string {
	const restore = "restore the petitioner, in the contemplation of the law, to the status occupied before "
	switch {
	case b.generalSection(), b.p.Pathway == rules.DrugDischarge:
		return restore + "the arrest or indictment"
	case b.restsOnNonConviction():
		return restore + "the arrest"
	case b.anyOrAll():
		return "declare, as " + sec(string(b.p.Pathway)) + " provides, that the petitioner legally stands as though never convicted of " + b.one("the offense", "the offenses")
	default:
		return ""
	}
}

// nonpublic is the limit of the expunction. Subsection (3) sets it for a conviction under
// section 99-19-71, and some sections set their own; the others do not speak of one, and
// an order under them takes nothing away that other law lets stand.
func (b brief) nonpublic() string {
	switch {
	case b.generalSection():
		return ", subject to the nonpublic records that " + sec("99-19-71(3)") + " allows"
	case b.anyOrAll():
		return ", the confidential records of law enforcement agencies excepted"
	case b.p.Pathway == rules.DrugDischarge:
		return ", other than the nonpublic record of the Mississippi Bureau of Narcotics"
	case b.p.Pathway == rules.FirstDUI:
		return ", subject to the permanent confidential registry of the Mississippi Department of Public Safety"
	default:
		return ", subject to any nonpublic record the law allows"
	}
}

// recordOf names what is to be expunged: "the record of the petitioner's conviction of
// grand larceny in Cause No. 0123, with every record of the arrest, the charge and the
// proceedings that led to it,".
func (b brief) recordOf() []doc.Span {
	lead, conviction := "the record of the case on the charge of ", b.conviction()
	switch ch := b.c.Charges[b.first()]; {
	case b.minor():
		lead = "the record of the case on the " + b.one("allegation", "allegations") + " of "
	case ch.Outcome == petition.Uncharged:
		lead = "the record of the petitioner's " + arrestNoun(ch) + " for "
	case conviction && b.several():
		lead = "the records of the petitioner's convictions of "
	case conviction:
		lead = "the record of the petitioner's conviction of "
	case b.several():
		lead = "the record of the case on the charges of "
	}
	out := words(lead, b.offenses(), b.begunAs())
	switch {
	case b.p.Pathway == rules.YouthDismissed:
		return words(out, ", with every record of the proceedings in it,")
	case b.neverFiled():
		return words(out, ", with every record that was made of it,")
	case !conviction && b.p.Pathway != rules.NonConviction:
		return words(out, ", with every record of the ", b.arrestOfAll(), " and of the proceedings in it,")
	case !conviction:
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
		out = words(out, b.fact(i, "offense", ch.Offense), b.chargedAs(i))
		switch {
		case ch.Outcome == petition.Uncharged && ch.CauseNumber == "":
			out = words(out, " on ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()))
		case !shared:
			out = words(out, " in ", b.inCause(i), b.convictingCourt(i))
		case ch.Count != "":
			out = words(out, " (Count ", b.fact(i, "count", ch.Count), ")")
		}
	}
	if shared {
		out = words(out, " in Cause No. ", b.fact(b.first(), "cause_number", b.c.Charges[b.first()].CauseNumber))
	}
	return out
}

// chargedAs is the offense charged, where it was another: by it the agencies know the arrest.
func (b brief) chargedAs(i int) []doc.Span {
	charged := b.c.Charges[i].Charged.Offense
	if charged == "" || charged == b.c.Charges[i].Offense {
		return nil
	}
	return words(" (charged as ", b.fact(i, "charged.offense", charged), ")")
}

// convictingCourt names the court of a cause that is not this Court's.
func (b brief) convictingCourt(i int) []doc.Span {
	court := b.c.Charges[i].Court
	if b.p.Pathway != rules.FirstDUI || court.Level == petition.Circuit {
		return nil
	}
	return words(" of the ", b.fact(i, "court.level", court.Name()))
}

// arrestOfAll is the arrest, or the citation where there was nothing else.
func (b brief) arrestOfAll() string {
	if b.anyCharge(func(ch petition.Charge) bool { return ch.Arrest.Kind != petition.CitationIssued }) {
		return "arrest"
	}
	return "citation"
}

func (b brief) theIndictment() string {
	if slices.ContainsFunc(b.p.Charges, func(i int) bool { return b.c.Charges[i].Indicted == petition.Yes }) {
		return "the indictment, "
	}
	return ""
}

func number(n int) string { return strconv.Itoa(n) }

// count writes a number of things: "1 petition", "2 petitions".
func count(n int, one, more string) string {
	if n == 1 {
		return fmt.Sprintf("%d %s", n, one)
	}
	return fmt.Sprintf("%d %s", n, more)
}
