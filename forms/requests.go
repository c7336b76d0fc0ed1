package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
)

// requests are the letters that ask for papers still to be had: one to each court, one to
// the records center for the person's own history, and those for papers that other
// offices hold. No address is invented: the person writes it in. Without a charge there is
// none.
func requests(b brief) (doc.Document, bool) {
	var letters [][]doc.Block
	for _, group := range b.papersToRequest() {
		letters = append(letters, b.clerkLetter(group))
	}
	if len(b.c.Charges) > 0 {
		letters = append(letters, b.recordsCenterLetter())
	}
	letters = append(letters, b.otherLetters()...)
	var blocks []doc.Block
	for n, l := range letters {
		if n > 0 {
			blocks = append(blocks, doc.PageBreak{})
		}
		blocks = append(blocks, l...)
	}
	return sheet("requests", "Request letters", blocks...), len(blocks) > 0
}

// courtRequest is what is asked of one court.
type courtRequest struct {
	charges []int // those of the court, as indexes
	papers  []clerkPaper
}

// papersToRequest groups what is not in hand by the court that holds it.
func (b brief) papersToRequest() []courtRequest {
	var out []courtRequest
	at := map[string]int{}
	for i, ch := range b.c.Charges {
		wanted := papersWanted(ch)
		if !ch.Asked() || len(wanted) == 0 || ch.Court.IsMississippi() != petition.Yes {
			continue
		}
		name := ch.Court.Name()
		n, seen := at[name]
		if !seen {
			n = len(out)
			at[name] = n
			out = append(out, courtRequest{})
		}
		out[n].charges = append(out[n].charges, i)
		for _, p := range wanted {
			if !slices.Contains(out[n].papers, p) {
				out[n].papers = append(out[n].papers, p)
			}
		}
	}
	return out
}

// clerkPaper is a paper that the clerk of a court gives out.
type clerkPaper int8

const (
	judgmentPaper clerkPaper = iota
	sentencingPaper
	endingPaper
	chargePaper
	docketPaper
	accountPaper
)

// papersWanted lists the clerk's papers of a charge that are not in hand and are not
// known to be none.
func papersWanted(ch petition.Charge) []clerkPaper {
	convicted := ch.Outcome == petition.Convicted || ch.Outcome == ""
	var out []clerkPaper
	want := func(is bool, state petition.Paper, what clerkPaper) {
		if is && state != petition.PaperHave && state != petition.PaperNone {
			out = append(out, what)
		}
	}
	want(convicted, ch.Papers.Disposition, judgmentPaper)
	want(convicted, ch.Papers.SentencingOrder, sentencingPaper)
	want(!convicted && disposed(ch), ch.Papers.Disposition, endingPaper)
	want(wasCharged(ch), ch.Papers.Charging, chargePaper)
	want(true, ch.Papers.DocketSheet, docketPaper)
	want(convicted || ch.Outcome == petition.InterventionCourt, ch.Papers.ZeroBalance, accountPaper) // 9-23-23 speaks of fines and fees
	return out
}

// asked names a paper in a letter to the clerk.
func (p clerkPaper) asked() string {
	switch p {
	case judgmentPaper:
		return "a certified copy of the judgment of conviction"
	case sentencingPaper:
		return "a certified copy of the sentencing order"
	case endingPaper:
		return "a certified copy of the order or docket entry that ended the case"
	case chargePaper:
		return "a copy of the paper that began the case (affidavit, citation, information or indictment)"
	case docketPaper:
		return "a certified copy of the docket sheet"
	default:
		return "a statement of account that shows what is still owed, or a zero balance"
	}
}

func (b brief) clerkLetter(r courtRequest) []doc.Block {
	first := r.charges[0]
	blocks := b.letterHead(b.clerk(b.c.Charges[first].Court, petition.ChargePath(first, "court")))
	blocks = append(blocks, heading(2, "Request for copies"), para("To the clerk:"),
		para("I am preparing papers to have a record expunged, and I ask for copies from the cases listed here, which were mine."))
	offense := "Offense"
	if b.c.Charges[first].Court.Level == petition.Youth {
		offense = "Act alleged"
		blocks = append(blocks, para("I know that youth court records are confidential. Please tell me how I show that the case was mine."))
	}
	t := doc.Table{Widths: []int{3, 5, 4}, Lines: true, Head: row(words("Cause No."), words(offense), words("How it ended"))}
	for _, i := range r.charges {
		ch := b.c.Charges[i]
		t.Rows = append(t.Rows, row(words(b.fact(i, "cause_number", ch.CauseNumber)), words(b.fact(i, "offense", ch.Offense)), words(endedWords(ch))))
	}
	blocks = append(blocks, t, para("Please give me, for each case as far as it is there:"), doc.Checklist{Items: boxes(r.papers, b.c.Charges[first])},
		para("Please tell me first what the copies cost and how I can pay. If a paper does not exist, a short letter that says so would help me."))
	return append(blocks, b.letterEnd()...)
}

func (b brief) recordsCenterLetter() []doc.Block {
	blocks := b.letterHead(words("the Mississippi Criminal Information Center, Department of Public Safety"))
	return append(append(blocks, heading(2, "Request to see my own record"), para("To the center:"),
		para("I ask to see my own criminal history record. Please send me the release form, and tell me where my fingerprints can be taken, what it costs and how I can pay.")),
		b.letterEnd()...)
}

// letterHead is the writer, a line for the date, and the office written to, with lines for
// its address: none is in the case, and none is guessed.
func (b brief) letterHead(to []doc.Span) []doc.Block {
	p := b.c.Petitioner
	from := append([][]doc.Span{b.name(strings.TrimSpace)}, b.address("petitioner.address", p.Address)...)
	from = append(from, words("Telephone: ", b.value("petitioner.phone", p.Phone)))
	blocks := tight(0, from)
	return append(blocks, doc.Para{Align: doc.Left, Spans: words("Date: ", open(20))}, doc.Para{Align: doc.Left, Spans: words("To ", to)},
		doc.Para{Align: doc.Left, Tight: true, Spans: words("Address: ", open(40))})
}

func (b brief) letterEnd() []doc.Block {
	return []doc.Block{
		para("Date of birth, if it is needed to find the record (to be written by hand, on the letter that is sent only): ", open(16)),
		doc.Signature{Before: words("Thank you."), Lines: []doc.SignLine{rule(b.name(strings.TrimSpace))}},
	}
}

func boxes(papers []clerkPaper, ch petition.Charge) []doc.CheckItem {
	out := make([]doc.CheckItem, len(papers))
	for i, p := range papers {
		out[i] = box(p.askedIn(ch))
	}
	return out
}

// askedIn names a paper in the words of the court: youth court has petitions and
// adjudications, and neither charges nor convictions.
func (p clerkPaper) askedIn(ch petition.Charge) string {
	switch youth := ch.Court.Level == petition.Youth; {
	case youth && p == chargePaper:
		return "a copy of the petition or other paper that began the case"
	case youth && p == endingPaper && ch.Outcome == petition.AdjudicatedDelinquent:
		return "certified copies of the orders of adjudication and of disposition"
	default:
		return p.asked()
	}
}

func endedWords(ch petition.Charge) string {
	said := outcomeWords(ch.Outcome)
	if dismissedAfterProgram(ch) {
		return said + "; dismissed " + ch.OutcomeDate.Long()
	}
	if ch.OutcomeDate.Known() {
		said += ", " + ch.OutcomeDate.Long()
	}
	return said
}
