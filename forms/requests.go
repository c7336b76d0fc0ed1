package forms

import (
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// requests are the letters that ask for papers still to be had, each a paper of its own:
// one to each court, one to the records center for the person's own history, and those for
// papers that other offices hold. No address is invented: the person writes it in. Without
// a charge there is none.
func requests(b brief) []doc.Document {
	var out []doc.Document
	for _, group := range b.papersToRequest() {
		out = append(out, b.clerkLetter(group))
	}
	if len(b.c.Charges) > 0 {
		out = append(out, b.recordsCenterLetter())
	}
	return append(out, b.otherLetters()...)
}

// message is what one letter says. Of the charges it is about it tells the names they may
// be recorded under.
type message struct {
	title    string // in a list of papers
	to       []doc.Span
	subject  string
	greeting string
	body     []doc.Block
	charges  []int
}

func (b brief) posted(m message) doc.Document {
	blocks := append(b.letterHead(m.to), doc.Para{Align: doc.Left, Spans: words(bold("Re: " + m.subject))}, para(m.greeting))
	return doc.Document{
		Name: "requests", Title: "Letter: " + m.title, Group: doc.NotForFiling, Letter: true,
		Blocks: slices.Concat(blocks, m.body, b.letterEnd(m.charges)),
	}
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
		wanted := b.papersWanted(i)
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
	noChargePaper
	accountPaper
)

// papersWanted lists the clerk's papers of a charge that are not in hand and are not
// known to be none: the exhibits of a petition by its route and, where the sentence counts,
// what shows that it is paid. Of a charge that is ruled out they are what shows whether it
// was described rightly.
func (b brief) papersWanted(i int) []clerkPaper {
	ch, v := b.c.Charges[i], b.a.Charges[i]
	alone := b.of(Petition{Pathway: v.Pathway, Court: v.FileIn, Charges: []int{i}})
	ruledOut := v.Status == rules.Ineligible
	exhibit := func(x exhibit) bool { return !ruledOut && alone.attaches(x) }
	convicted := ch.Outcome == petition.Convicted || ch.Outcome == ""
	ended := ruledOut && disposed(ch) || exhibit(disposition)
	filed := !alone.neverFiled()
	var wanted []clerkPaper
	want := func(is bool, state petition.Paper, what clerkPaper) {
		if is && state != petition.PaperHave && state != petition.PaperNone {
			wanted = append(wanted, what)
		}
	}
	want(convicted && ended, ch.Papers.Disposition, judgmentPaper)
	want(convicted && ended, ch.Papers.SentencingOrder, sentencingPaper)
	want(!convicted && ended, ch.Papers.Disposition, endingPaper)
	want(exhibit(chargingPaper) || exhibit(indictment), ch.Papers.Charging, chargePaper)
	want(filed && exhibit(account), ch.Papers.DocketSheet, docketPaper)
	want(!filed && exhibit(account), ch.Papers.DocketSheet, noChargePaper)
	want(!ruledOut && (alone.zeroBalance() || convicted && sentenceCounts(v.Pathway)), ch.Papers.ZeroBalance, accountPaper)
	return wanted
}

// sentenceCounts reports whether it matters to a route for a conviction what is left of the
// sentence, and what is owed.
func sentenceCounts(p rules.Pathway) bool { return p != rules.Survivor && p != rules.SmallMarijuana }

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
	case noChargePaper:
		return "a letter that says that no charge was filed"
	default:
		return "a statement of account that shows what is still owed, or a zero balance"
	}
}

func (b brief) clerkLetter(r courtRequest) doc.Document {
	first := r.charges[0]
	offense := "Offense"
	body := []doc.Block{para(b.purpose(r.charges), " I ask for copies from the cases listed here, which were mine.")}
	if b.c.Charges[first].Court.Level == petition.Youth {
		offense = "Act alleged"
		body = append(body, para("I know that youth court records are confidential. Please tell me how I show that the case was mine."))
	}
	t := doc.Table{Widths: []int{3, 5, 4}, Lines: true, Head: row(words("Cause No."), words(offense), words("How it ended"))}
	for _, i := range r.charges {
		ch := b.c.Charges[i]
		t.Rows = append(t.Rows, row(b.causeOrNone(i), words(b.fact(i, "offense", ch.Offense)), b.endedOrArrested(i)))
	}
	return b.posted(message{
		title: "the clerk of a court, for copies", to: b.clerk(b.c.Charges[first].Court, petition.ChargePath(first, "court")),
		subject: "Request for copies", greeting: "To the clerk:", charges: r.charges,
		body: append(body, t, para("Please give me, for each case as far as it is there:"), doc.Checklist{Items: boxes(r.papers, b.c.Charges[first])},
			para("Please tell me first what the copies cost and how I can pay. If a paper does not exist, a short letter that says so would help me.")),
	})
}

// purpose is why copies are asked for: papers to file only where the packet has some.
func (b brief) purpose(charges []int) string {
	if slices.ContainsFunc(charges, func(i int) bool { _, drafted := b.petitionOf(i); return drafted }) {
		return "I am preparing papers to have a record expunged."
	}
	return "I want to understand my record."
}

// causeOrNone is the number of a case; one that was never filed has none.
func (b brief) causeOrNone(i int) []doc.Span {
	if b.of(Petition{Charges: []int{i}}).neverFiled() {
		return words("none known")
	}
	return words(b.fact(i, "cause_number", b.c.Charges[i].CauseNumber))
}

// endedOrArrested is how a case ended. Of one that was never filed the arrest is what the
// clerk can look for.
func (b brief) endedOrArrested(i int) []doc.Span {
	ch := b.c.Charges[i]
	if !b.of(Petition{Charges: []int{i}}).neverFiled() {
		return words(endedWords(ch))
	}
	return words("no charge filed that I know of; "+arrestNoun(ch)+" on ", b.fact(i, "arrest.date", ch.Arrest.Date.Long()), " by ", b.agency(i))
}

func (b brief) recordsCenterLetter() doc.Document {
	return b.posted(message{
		title: "the records center, for your own record", to: words("the Mississippi Criminal Information Center, Department of Public Safety"),
		subject: "Request to see my own record", greeting: "To the center:", charges: b.everyCharge(),
		body: []doc.Block{para("I ask to see my own criminal history record. Please send me the release form, and tell me where my fingerprints can be taken, what it costs and how I can pay.")},
	})
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

func (b brief) letterEnd(charges []int) []doc.Block {
	return []doc.Block{
		doc.Para{Align: doc.Left, Spans: words("Other names the record may be under: ", b.namesOnRecord(charges))},
		para("Date of birth, if it is needed to find the record (to be written by hand, on the letter that is sent only): ", open(16)),
		doc.Signature{Before: words("Thank you."), Lines: []doc.SignLine{rule(b.name(strings.TrimSpace))}},
	}
}

// namesOnRecord are the names beside the petitioner's own that an office may have to search
// by: those the person gives, and those given at the arrests. Without one there is a line.
func (b brief) namesOnRecord(charges []int) []doc.Span {
	var out []doc.Span
	seen := []string{b.c.Petitioner.Name.Full()}
	add := func(path petition.Path, name string) {
		name = squeeze(name)
		if name == "" || slices.Contains(seen, name) {
			return
		}
		if len(seen) > 1 {
			out = words(out, "; ")
		}
		seen = append(seen, name)
		out = words(out, b.value(path, name))
	}
	for _, name := range b.c.Petitioner.OtherNames {
		add("petitioner.other_names[]", name)
	}
	for _, i := range charges {
		add(petition.ChargePath(i, "arrest.name"), b.c.Charges[i].Arrest.Name)
	}
	if len(out) == 0 {
		return words(open(30))
	}
	return out
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
