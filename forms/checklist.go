package forms

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// checklist is what this person brings, what is still missing in the papers, and what
// comes after filing. Without charges it is the blank list for volunteers.
func checklist(b brief, filed []doc.Document) doc.Document {
	l := lister{b, checklistIn(b.language)}
	w := l.w
	blocks := []doc.Block{l.head()}
	if w.court != "" {
		blocks = append(blocks, note(w.court))
	}
	blocks = append(blocks, heading(2, w.forEveryone), doc.Checklist{Items: l.everyone()})
	blocks = append(blocks, l.papersByCharge()...)
	blocks = append(blocks, heading(2, w.forRecord), doc.Checklist{Items: l.wholeRecord()})
	blocks = append(blocks, l.stillMissing(filed)...)
	blocks = append(blocks, l.filingSteps()...)
	blocks = append(blocks,
		heading(2, w.whoElseTitle), bullets(w.whoElse...),
		doc.Callout{Title: words(w.stopTitle), Blocks: []doc.Block{bullets(w.stop...)}},
		note(w.disclaimer),
	)
	return sheetIn(w.language, sheet("checklist", w.title, blocks...))
}

// sheetIn marks the language of a sheet, which says of Spanish who has not read it.
func sheetIn(l petition.Language, d doc.Document) doc.Document {
	if l == petition.Spanish {
		d.Blocks = append(d.Blocks, note(notRead))
	}
	return in(l, d)
}

// in marks the language of a paper's words.
func in(l petition.Language, d doc.Document) doc.Document {
	if l == petition.Spanish {
		d.Language = string(l)
	}
	return d
}

// lister writes the checklist of a case in the words of one language.
type lister struct {
	brief
	w checklistWords
}

// blank reports whether there is no case: the list is for volunteers.
func (l lister) blank() bool { return len(l.c.Charges) == 0 }

// head says whose list this is and by what law; on a blank list the law alone.
func (l lister) head() doc.Block {
	var id, day string
	if l.c.ID != "" {
		id = fmt.Sprintf(l.w.caseNumber, l.c.ID)
	}
	if l.a.AsOf.Known() {
		day = fmt.Sprintf(l.w.asOf, l.w.date(l.a.AsOf))
	}
	return note(doc.Value{S: begun(joined(l.c.Petitioner.Name.Full(), id, day, lawOf(l.w.lawOf, l.w.date, l.a.Edition), l.office.Clinic.Name))})
}

// lawOf says of what day the law is, in the words of a language.
func lawOf(words string, long func(petition.Date) string, edition string) string {
	if d, err := petition.ParseDate(edition); err == nil {
		edition = long(d)
	}
	return fmt.Sprintf(words, edition)
}

// box is a box to tick with what its words take.
func (l lister) box(x boxWords, take ...any) doc.CheckItem {
	if len(take) > 0 {
		x.what = fmt.Sprintf(x.what, take...)
	}
	return noted(words(x.what), x.why)
}

func noted(spans []doc.Span, why ...any) doc.CheckItem {
	return doc.CheckItem{Spans: spans, Note: words(why...)}
}

// ready reports whether the packet holds a petition that can be signed and filed.
func (b brief) ready() bool {
	return slices.ContainsFunc(b.petitions, func(p Petition) bool { return p.Draft == "" })
}

func (l lister) everyone() []doc.CheckItem {
	out := make([]doc.CheckItem, len(l.w.everyone))
	for i, x := range l.w.everyone {
		if i == 0 && !l.blank() && !l.oath() && (l.ready() || !l.mayFile()) {
			x.why = l.w.idShown
		}
		out[i] = l.box(x)
	}
	if l.blank() || l.mayFile() {
		out = append(out, l.box(l.w.fees), l.box(l.w.letters))
	}
	return out
}

// ---- papers by charge ----

func (l lister) papersByCharge() []doc.Block {
	if l.blank() {
		felony := petition.Charge{Outcome: petition.Convicted, Grade: petition.Felony}
		return []doc.Block{
			heading(2, l.w.forConviction),
			doc.Checklist{Items: l.papers(felony, rules.OneFelony)},
			heading(2, l.w.forNoConviction),
			doc.Checklist{Items: l.papers(petition.Charge{Outcome: petition.Dismissed}, rules.NonConviction)},
			heading(2, l.w.forSome),
			doc.Checklist{Items: slices.Concat(l.duiPapers(petition.Charge{}), l.programPapers(petition.Charge{}))},
		}
	}
	var blocks []doc.Block
	for i, ch := range l.c.Charges {
		v := l.a.Charges[i]
		if !ch.Asked() {
			continue
		}
		items := l.papers(ch, v.Pathway)
		if v.Status == rules.Ineligible {
			items = l.papersThatCheck(ch)
		}
		blocks = append(blocks, heading(2, l.title(i)), para(l.facts(i)), doc.Checklist{Items: items})
	}
	return blocks
}

// title names a charge in a heading.
func (l lister) title(i int) string {
	offense := squeeze(l.c.Charges[i].Offense)
	if offense == "" {
		offense = l.w.noOffense
	}
	return fmt.Sprintf(l.w.charge, number(i+1), offense)
}

// facts is a charge in a line, with what is known of it.
func (l lister) facts(i int) string {
	ch, w := l.c.Charges[i], l.w.facts
	with := func(words, fact string) string {
		if fact == "" {
			return ""
		}
		return fmt.Sprintf(words, fact)
	}
	section := ch.Section.String()
	if ch.Section.Readable() {
		section = fmt.Sprintf(w.section, section)
	}
	ended := l.w.outcome(ch.Outcome)
	if dismissedAfterProgram(ch) {
		ended += "; " + l.w.outcome(petition.Dismissed)
	}
	if ch.OutcomeDate.Known() {
		ended = fmt.Sprintf(w.on, ended, l.w.date(ch.OutcomeDate))
	}
	grade := string(ch.Grade)
	if grade != "" {
		grade = l.w.term(grade)
	}
	return joined(section, with(w.ordinance, ch.Ordinance), grade, with(w.cause, ch.CauseNumber), with(w.count, ch.Count), l.w.where(ch.Court), ended)
}

// papersThatCheck are what shows whether a charge was described rightly, when the answer
// is that it is not available.
func (l lister) papersThatCheck(ch petition.Charge) []doc.CheckItem {
	out := []doc.CheckItem{l.paper(l.w.checkEnding, ch.Papers.Disposition)}
	if ch.Outcome == petition.Convicted {
		out = append(out, l.paper(l.w.checkSentence, ch.Papers.SentencingOrder))
	}
	return out
}

// papers are what a charge needs and why, by the route it is on.
func (l lister) papers(ch petition.Charge, route rules.Pathway) []doc.CheckItem {
	switch {
	case route == rules.FirstDUI:
		return append(l.recordPapers(ch, true, true), l.duiPapers(ch)...)
	case program(ch.Outcome):
		return append(l.recordPapers(ch, ch.Diversion.SentencedAtPlea == petition.Yes, false), l.programPapers(ch)...)
	case route == rules.Survivor, route == rules.SmallMarijuana: // what is left of the sentence decides nothing there
		return l.recordPapers(ch, true, false)
	default:
		convicted := ch.Outcome == petition.Convicted || ch.Outcome == ""
		return l.recordPapers(ch, convicted, convicted)
	}
}

// duiPapers are what section 63-11-30(13) asks about beside the judgment.
func (l lister) duiPapers(ch petition.Charge) []doc.CheckItem {
	out := []doc.CheckItem{l.box(l.w.driving)}
	if !ch.DUI.BAC.NoResult {
		out = append(out, l.box(l.w.bloodTest))
	}
	why := l.box(l.w.justification)
	why.Ticked = squeeze(ch.DUI.Justification) != ""
	return append(out, why)
}

// programPapers are what shows the end of a program.
func (l lister) programPapers(ch petition.Charge) []doc.CheckItem {
	return []doc.CheckItem{l.paper(l.w.programEnd, ch.Papers.Discharge), l.box(l.w.programFees)}
}

// recordPapers are the papers of the case itself; served says that the route asks whether
// the sentence was served and paid.
func (l lister) recordPapers(ch petition.Charge, convicted, served bool) []doc.CheckItem {
	p, w := ch.Papers, l.w
	var out []doc.CheckItem
	add := func(is bool, x boxWords, state petition.Paper) {
		if is {
			out = append(out, l.paper(x, state))
		}
	}
	if ch.Grade == petition.Felony {
		w.sentencing.why += " " + w.violence
	}
	add(convicted, w.sentencing, p.SentencingOrder)
	add(convicted, w.judgment, p.Disposition)
	add(!convicted && disposed(ch), w.ending, p.Disposition)
	charging := w.charging
	if ch.Indicted == petition.Yes {
		charging = w.indictment
	}
	add(wasCharged(ch), charging, p.Charging)
	add(disposed(ch), w.docket, p.DocketSheet)
	filed := ch.Outcome != petition.Uncharged || ch.CauseNumber != ""
	add(!filed, w.uncharged, p.DocketSheet)
	add(filed && !disposed(ch), w.openDocket, p.DocketSheet)
	if ch.Sentence.FinesCostsPaid == petition.No && ch.Sentence.BalanceDue.Cents > 0 {
		w.account.why += " " + fmt.Sprintf(w.stillOwed, ch.Sentence.BalanceDue)
	}
	add(served, w.account, p.ZeroBalance)
	add(served, w.discharge, p.Discharge)
	return out
}

// paper is a box for a paper, ticked when it is in hand.
func (l lister) paper(x boxWords, state petition.Paper) doc.CheckItem {
	out := l.box(x)
	switch state {
	case petition.PaperHave:
		out.Ticked, out.Note = true, words(l.w.inHand+" ", x.why)
	case petition.PaperNone:
		out.Note = words(l.w.noneThere+" ", x.why)
	case petition.PaperNeed:
	}
	return out
}

// ---- the record ----

func (l lister) wholeRecord() []doc.CheckItem {
	complete := l.box(l.w.complete)
	complete.Ticked = l.c.Record.Complete == petition.Yes
	own := l.w.ownRecord
	if l.has(func(p Petition) bool { return showsRecord(p.Pathway) }) {
		own.why += " " + l.w.recordFiled
	}
	out := []doc.CheckItem{complete, l.box(own)}
	if len(l.c.Record.EarlierRelief) == 0 {
		return append(out, l.box(l.w.anyEarlier))
	}
	for _, r := range l.c.Record.EarlierRelief {
		what := l.w.earlierRelief
		if r.Kind != "" {
			what = l.w.term(string(r.Kind))
		}
		if r.Date.Known() {
			what = fmt.Sprintf(l.w.reliefOn, what, l.w.date(r.Date))
		}
		out = append(out, l.box(l.w.earlier, what))
	}
	return out
}

// ---- facts still missing ----

// stillMissing lists every blank in the papers that are filed and every fact the
// assessment lacks, with who can supply it.
func (l lister) stillMissing(filed []doc.Document) []doc.Block {
	if l.blank() {
		return nil
	}
	var paths []petition.Path
	add := func(p petition.Path) {
		if !slices.Contains(paths, p) && !kept(p) {
			paths = append(paths, p)
		}
	}
	for _, blank := range blanks(filed) {
		add(petition.Path(blank.Path))
	}
	for _, p := range l.a.Missing() {
		add(p)
	}
	said := l.w.missingSome
	if len(paths) == 0 {
		said = l.w.missingNone
	}
	blocks := []doc.Block{heading(2, l.w.missingTitle), para(said)}
	for _, group := range l.byOwner(paths) {
		blocks = append(blocks, heading(3, group.title), doc.Checklist{Items: group.items})
	}
	return append(blocks, l.blankIdentifiers()...)
}

// blankIdentifiers names the blanks of the confidential sheet, which the records center
// can often do without.
func (l lister) blankIdentifiers() []doc.Block {
	if len(l.petitions) == 0 {
		return nil
	}
	var labels []string
	var sheets []doc.Document
	for _, p := range l.petitions {
		sheets = append(sheets, confidential(l.of(p)))
	}
	for _, blank := range blanks(sheets) {
		if label := l.w.label(petition.Path(blank.Path)); !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	if len(labels) == 0 {
		return nil
	}
	return []doc.Block{para(fmt.Sprintf(l.w.missingConfidential, strings.Join(labels, "; ")))}
}

// kept reports whether a fact is for the reviewer's worksheet alone.
func kept(p petition.Path) bool {
	s := string(p)
	return strings.HasSuffix(s, ".trafficking_survivor") || strings.HasSuffix(s, ".identity_theft")
}

type missingGroup struct {
	title string
	items []doc.CheckItem
}

// byOwner sorts paths under the person, the record and the charges they belong to.
func (l lister) byOwner(paths []petition.Path) []missingGroup {
	var out []missingGroup
	at := map[string]int{}
	for _, p := range paths {
		title := l.ownerOf(p)
		n, ok := at[title]
		if !ok {
			n = len(out)
			at[title] = n
			out = append(out, missingGroup{title: title})
		}
		out[n].items = append(out[n].items, noted(words(l.missingLabel(p)), l.w.supplier[supplier(p)]))
	}
	return out
}

// missingLabel is the plain name of a fact on the checklist. An address that is wholly
// unknown is one blank.
func (l lister) missingLabel(p petition.Path) string {
	switch s := string(p.Pattern()); {
	case strings.HasSuffix(s, "prosecutor.address.street"):
		return l.w.prosecutorAddress
	case strings.HasSuffix(s, "address.street"):
		return l.w.address
	case strings.HasPrefix(s, "showing."), s == "charges[].dui.justification":
		return fmt.Sprintf(l.w.ownWords, l.w.label(p))
	case strings.Contains(s, "lower_court.court"):
		return fmt.Sprintf(l.w.whereBegan, l.w.label(p))
	default:
		return l.w.label(p)
	}
}

var chargeIndex = regexp.MustCompile(`^charges\[(\d+)\]`)

func (l lister) ownerOf(p petition.Path) string {
	if m := chargeIndex.FindStringSubmatch(string(p)); m != nil {
		if i, err := strconv.Atoi(m[1]); err == nil && i < len(l.c.Charges) {
			return l.title(i)
		}
	}
	switch {
	case strings.HasPrefix(string(p), "petitioner.counsel"):
		return l.w.aboutLawyer
	case strings.HasPrefix(string(p), "record"):
		return l.w.aboutRecord
	case strings.HasPrefix(string(p), "filing"):
		return l.w.aboutFiling
	default:
		return l.w.aboutYou
	}
}

// supplier tells who is likely to know a fact.
func supplier(p petition.Path) supplying {
	s := string(p.Pattern())
	switch {
	case strings.HasPrefix(s, "petitioner.counsel"):
		return lawyerKnows
	case strings.HasPrefix(s, "petitioner."), strings.HasPrefix(s, "showing."), s == "record.public_official", s == "charges[].official_duty",
		s == "charges[].dui.justification", s == "charges[].commercial_license", s == "charges[].dui.refused_test":
		return youKnow
	case s == "charges[].dui.bac":
		return testReport
	case strings.Contains(s, ".diversion."):
		return programKnows
	case strings.HasPrefix(s, "record."):
		return stateRecord
	case s == "filing.cause_number":
		return clerkGives
	case strings.HasPrefix(s, "filing."):
		return clerkKnows
	case strings.Contains(s, ".arrest."):
		return arrestPapers
	case strings.HasSuffix(s, "fines_costs_paid"), strings.HasSuffix(s, "balance_due"), strings.HasSuffix(s, "payments_completed"):
		return accountStatement
	case strings.HasSuffix(s, "crime_of_violence_finding"), strings.HasSuffix(s, "statutory_rape_rebutted"):
		return sentencingOrder
	case strings.Contains(s, ".sentence."):
		return dischargePaper
	case strings.Contains(s, ".prosecutor."):
		return prosecutorKnows
	default:
		return docketOrJudgment
	}
}

// ---- before and after ----

// filingSteps are the boxes of filing. They stand only where a petition is ready, and on
// the blank checklist: nobody should look for a paper that is not there, or sign a draft.
func (l lister) filingSteps() []doc.Block {
	if !l.blank() && !l.ready() {
		return []doc.Block{heading(2, l.w.notReadyTitle), doc.Checklist{Items: []doc.CheckItem{l.box(l.w.notReady)}}}
	}
	return []doc.Block{
		heading(2, l.w.beforeTitle),
		doc.Checklist{Items: l.beforeFiling()},
		heading(2, l.w.afterTitle),
		doc.Checklist{Items: l.afterFiling()},
		heading(2, l.w.doneTitle),
		doc.Checklist{Items: l.afterOrder()},
	}
}

// asks is what the papers that ask are called.
func (l lister) asks() string { return l.w.phrase[l.asked()] }

func (l lister) beforeFiling() []doc.CheckItem {
	w, signed := l.w, l.w.signed
	if !l.c.Petitioner.Counsel.IsZero() {
		signed = w.signedByLawyer
	}
	out := []doc.CheckItem{l.box(w.blackedOut), l.box(w.filledIn), l.box(signed, l.asks())}
	if l.oath() || l.blank() {
		out = append(out, l.box(w.notarized))
	}
	whether := fmt.Sprintf(w.causeNumber, l.asks())
	if l.has(func(p Petition) bool { return l.of(p).newMatter() }) {
		whether = w.newCauseNumber
	}
	out = append(out, l.withPetition()...)
	copies := w.copies
	if l.twoServed() {
		copies = w.copiesForTwo
	}
	out = append(out, l.box(copies), l.box(w.sealed), l.box(w.clerkTold, whether))
	if slices.ContainsFunc(l.petitions, func(p Petition) bool {
		return p.Court.Level == petition.Circuit || p.Pathway == rules.OneFelony
	}) {
		out = append(out, l.box(w.attorneyKnown))
	}
	return out
}

// withPetition are the boxes of what is filed with a petition.
func (l lister) withPetition() []doc.CheckItem {
	var out []doc.CheckItem
	filed := func(is func(brief) bool) bool {
		return l.has(func(p Petition) bool { return p.Draft == "" && is(l.of(p)) })
	}
	if l.blank() || filed(func(b brief) bool { return len(b.exhibits()) > 0 }) {
		out = append(out, l.box(l.w.lettered, l.asks()))
	}
	if filed(brief.rehabilitated) {
		out = append(out, l.box(l.w.affidavit))
	}
	return out
}

func (l lister) afterFiling() []doc.CheckItem {
	w, hearing := l.w, l.hearings() || l.blank()
	served := w.served
	if l.twoServed() {
		served = w.servedOnTwo
	}
	out := []doc.CheckItem{l.box(w.stamped, l.asks()), l.box(served, l.asks(), w.phrase[l.servedWith()]), l.box(w.certified)}
	if hearing {
		out = append(out, l.box(w.heard))
	} else {
		out = append(out, l.box(w.notHeard))
	}
	by := func(x boxWords, routes ...rules.Pathway) {
		if l.blank() || l.readyBy(routes...) {
			out = append(out, l.box(x))
		}
	}
	by(w.noticeMisdemeanor, rules.FirstMisdemeanor)
	by(w.noticeFelony, rules.OneFelony)
	by(w.noticeLower, rules.MunicipalAny, rules.JusticeAny)
	if hearing {
		out = append(out, l.box(w.atHearing))
	}
	return out
}

func (l lister) afterOrder() []doc.CheckItem {
	w := l.w
	out := []doc.CheckItem{l.box(w.ordered), l.box(w.certifiedCopies), l.box(w.recordsCenter)}
	if l.blank() || l.readyBy(rules.FirstDUI) {
		out = append(out, l.box(w.safety))
	}
	return append(out, l.box(w.shown), l.box(w.keepIt))
}
