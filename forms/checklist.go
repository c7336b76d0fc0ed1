package forms

import (
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
	blocks := []doc.Block{
		b.inBrief(),
		heading(2, "For everyone"),
		doc.Checklist{Items: b.forEveryone()},
	}
	blocks = append(blocks, b.papersByCharge()...)
	blocks = append(blocks, heading(2, "Your whole record"), doc.Checklist{Items: b.wholeRecord()})
	blocks = append(blocks, b.stillMissing(filed)...)
	blocks = append(blocks, b.filingSteps()...)
	blocks = append(blocks,
		heading(2, "Who else brings what"), whoElse(),
		doc.Callout{Title: words("Stop and ask a lawyer first if"), Blocks: []doc.Block{bullets(
			"you are not a citizen of the United States: immigration law has its own rules about old cases;",
			"a charge is pending anywhere, or a case against someone charged with you is still open;",
			"two papers about the case say different things, or the case was moved between courts;",
			"the prosecutor objects, or will not approve the order as to form;",
			"you hope to vote, own a firearm or hold a license again because of this: what an order changes there is unsettled.",
		)}},
		disclaimer(),
	)
	return sheet("checklist", "Clinic checklist", blocks...)
}

// filingSteps are the boxes of filing. They stand only where a petition is ready, and on
// the blank checklist: nobody should look for a paper that is not there, or sign a draft.
func (b brief) filingSteps() []doc.Block {
	if len(b.c.Charges) > 0 && !b.ready() {
		return []doc.Block{
			heading(2, "Before a petition can be filed"),
			doc.Checklist{Items: []doc.CheckItem{
				noted(words("The papers are made again"), "When what is missing is in hand, the day has come or the lawyer has decided. Dates, amounts and the law may change in the meantime."),
			}},
		}
	}
	return []doc.Block{
		heading(2, "Before filing"),
		doc.Checklist{Items: b.beforeFiling()},
		heading(2, "After filing"),
		doc.Checklist{Items: b.afterFiling()},
		heading(2, "After the order is signed"),
		doc.Checklist{Items: b.afterOrder()},
	}
}

func (b brief) signedBy() string {
	signed := "The " + b.asked() + " is signed and dated"
	if b.c.Petitioner.Counsel.IsZero() {
		return signed
	}
	return signed + " by your lawyer"
}

// ready reports whether the packet holds a petition that can be signed and filed.
func (b brief) ready() bool {
	return slices.ContainsFunc(b.petitions, func(p Petition) bool { return p.Draft == "" })
}

func noted(spans []doc.Span, why ...any) doc.CheckItem {
	return doc.CheckItem{Spans: spans, Note: words(why...)}
}

func (b brief) forEveryone() []doc.CheckItem {
	shown := "The notary must see it before you sign on oath."
	if b.ready() && !b.oath() {
		shown = "The clerk and the court may ask for it."
	}
	return []doc.CheckItem{
		noted(words("Photo ID"), shown),
		noted(words("Every court paper you have, also old or torn ones"), "A cause number or a date on one of them can save a trip."),
		noted(words("A mailing address, telephone and e-mail where the court can reach you safely"), "They stand on the papers that are filed, which others may read. Say so if that is a danger to you."),
		noted(words("Money for the fees, in a form the clerk takes"), "Ask first: exact cash, money order, cashier's check or card. See the fee notice."),
		noted(words("Proof of income and how many people live in the household"), "For free legal help, and if you ask the clerk about a pauper's affidavit."),
		noted(words("Letters from people who know you, signed, with a telephone number"), "Some courts like character letters or affidavits. They are not required by the statute."),
	}
}

// ---- papers by charge ----

func (b brief) papersByCharge() []doc.Block {
	if len(b.c.Charges) == 0 {
		felony := petition.Charge{Outcome: petition.Convicted, Grade: petition.Felony}
		return []doc.Block{
			heading(2, "For each case that ended in a conviction"),
			doc.Checklist{Items: papers(felony, rules.OneFelony)},
			heading(2, "For each case that ended without one"),
			doc.Checklist{Items: papers(petition.Charge{Outcome: petition.Dismissed}, rules.NonConviction)},
			heading(2, "Besides, for some cases"),
			doc.Checklist{Items: slices.Concat(duiPapers(petition.Charge{}), programPapers(petition.Charge{}))},
		}
	}
	var blocks []doc.Block
	for i, ch := range b.c.Charges {
		v := b.a.Charges[i]
		if !ch.Asked() {
			continue
		}
		if v.Status == rules.Ineligible {
			blocks = append(blocks, heading(2, b.chargeTitle(i)), para(b.chargeFacts(i)), doc.Checklist{Items: papersThatCheck(ch)})
			continue
		}
		blocks = append(blocks, heading(2, b.chargeTitle(i)), para(b.chargeFacts(i)), doc.Checklist{Items: papers(ch, v.Pathway)})
	}
	return blocks
}

// papersThatCheck are what shows whether a charge was described rightly, when the answer
// is that it is not available.
func papersThatCheck(ch petition.Charge) []doc.CheckItem {
	out := []doc.CheckItem{paper("Judgment or order that ended the case", ch.Papers.Disposition, "It shows the offense and the section the answer rests on. Check them; a wrong section changes the answer.")}
	if ch.Outcome == petition.Convicted {
		out = append(out, paper("Sentencing order", ch.Papers.SentencingOrder, "It shows what the judge found."))
	}
	return out
}

// papers are what a charge needs and why, by the route it is on.
func papers(ch petition.Charge, route rules.Pathway) []doc.CheckItem {
	switch {
	case route == rules.FirstDUI:
		return append(recordPapers(ch, true, true), duiPapers(ch)...)
	case program(ch.Outcome):
		return append(recordPapers(ch, ch.Diversion.SentencedAtPlea == petition.Yes, false), programPapers(ch)...)
	case route == rules.Survivor, route == rules.SmallMarijuana: // what is left of the sentence decides nothing there
		return recordPapers(ch, true, false)
	default:
		convicted := ch.Outcome == petition.Convicted || ch.Outcome == ""
		return recordPapers(ch, convicted, convicted)
	}
}

// duiPapers are what section 63-11-30(13) asks about beside the judgment.
func duiPapers(ch petition.Charge) []doc.CheckItem {
	out := []doc.CheckItem{noted(words("DUI: your driving record, from the Mississippi Department of Public Safety"), "It shows whether there is another DUI, and what license you held at the time. It is an exhibit.")}
	if !ch.DUI.BAC.NoResult {
		out = append(out, noted(words("DUI: the result of the test of blood or breath"), "It must be below .16, where there is a result. It is an exhibit."))
	}
	why := noted(words("DUI: why the conviction should be expunged, in your own words"), "The section calls it the justification. The judge states it in the order.")
	why.Ticked = squeeze(ch.DUI.Justification) != ""
	return append(out, why)
}

// programPapers are what shows the end of a program.
func programPapers(ch petition.Charge) []doc.CheckItem {
	return []doc.CheckItem{
		paper("Program: certificate, letter or order that shows you completed it", ch.Papers.Discharge, "From the program, the supervising officer or the clerk. It shows that every condition was met, and when. It is an exhibit."),
		noted(words("Program: receipts for its fines and fees, or the order that waived them"), "Some sections ask that they be paid or waived."),
	}
}

// recordPapers are the papers of the case itself; served says that the route asks whether
// the sentence was served and paid.
func recordPapers(ch petition.Charge, convicted, served bool) []doc.CheckItem {
	felony := ch.Grade == petition.Felony
	p := ch.Papers
	var out []doc.CheckItem
	add := func(is bool, what string, state petition.Paper, why string) {
		if is {
			out = append(out, paper(what, state, why))
		}
	}
	why := "It shows what was ordered, and when."
	if felony {
		why += " Look for a finding that the offense was a crime of violence (§ 97-3-2(2)): only this paper shows it, and it decides."
	}
	add(convicted, "Sentencing order", p.SentencingOrder, why)
	add(convicted, "Judgment of conviction, certified by the clerk", p.Disposition, "It shows the offense, the section and the date. It is an exhibit.")
	add(!convicted && disposed(ch), "Order or docket entry that ended the case, certified by the clerk", p.Disposition, "It must show how the case ended, in the court's own words. It is an exhibit.")
	charging := "Charging paper (affidavit, information or indictment)"
	if ch.Indicted == petition.Yes {
		charging = "Indictment"
	}
	add(wasCharged(ch), charging, p.Charging, "It shows what was charged. It is an exhibit.")
	add(disposed(ch), "Clerk's docket sheet", p.DocketSheet, "It shows every step of the case. It is an exhibit.")
	filed := ch.Outcome != petition.Uncharged || ch.CauseNumber != ""
	add(!filed, "Statement of the clerk that no charge was filed", p.DocketSheet, "There is no docket sheet where no charge was filed. Ask the clerk for a letter. It is an exhibit.")
	add(filed && !disposed(ch), "Clerk's docket sheet, certified by the clerk", p.DocketSheet, "It shows that nothing ended the charge, or that none was filed. It is an exhibit.")
	add(served, "Zero-balance statement or receipts from the clerk", p.ZeroBalance, strings.TrimSpace("It shows that fines and costs are paid. "+owed(ch)))
	add(served, "Discharge or completion paper", p.Discharge, "It shows the day the last term of the sentence was done: release, probation, post-release supervision, restitution, programs.")
	return out
}

func owed(ch petition.Charge) string {
	if ch.Sentence.FinesCostsPaid == petition.No && ch.Sentence.BalanceDue.Cents > 0 {
		return "By the case file " + ch.Sentence.BalanceDue.String() + " is still owed."
	}
	return ""
}

func paper(what string, state petition.Paper, why string) doc.CheckItem {
	switch state {
	case petition.PaperHave:
		return doc.CheckItem{Spans: words(what), Ticked: true, Note: words("In hand. ", why)}
	case petition.PaperNone:
		return doc.CheckItem{Spans: words(what), Note: words("The case file says there is none. Ask the clerk for a letter that says so. ", why)}
	default:
		return doc.CheckItem{Spans: words(what), Note: words(why)}
	}
}

// ---- the record ----

func (b brief) wholeRecord() []doc.CheckItem {
	out := []doc.CheckItem{
		{
			Spans:  words("Every conviction, every pending charge and every earlier expunction or diversion, in any court and any state, is in this file"),
			Note:   words("The court will look. Leaving something out can undo an order later."),
			Ticked: b.c.Record.Complete == petition.Yes,
		},
		noted(words("Your own state record, if anything is in doubt"), "From the Mississippi Criminal Information Center: fingerprints and a signed release form. One guide gives $32 for a check by name; it is undated, so confirm. A sheriff's local check is not the same."),
	}
	if len(b.c.Record.EarlierRelief) == 0 {
		return append(out, noted(words("The order of any earlier expunction, nonadjudication, conditional discharge or intervention, if there was one"), "It can decide whether you are a first offender, or whether the one felony expunction is used."))
	}
	for _, r := range b.c.Record.EarlierRelief {
		what := strings.ReplaceAll(string(r.Kind), "_", " ")
		if what == "" {
			what = "earlier relief"
		}
		if r.Date.Known() {
			what += " of " + r.Date.Long()
		}
		out = append(out, noted(words("The order: ", what), "It shows the section it was given under, which can decide."))
	}
	return out
}

// ---- facts still missing ----

// stillMissing lists every blank in the papers that are filed and every fact the
// assessment lacks, with who can supply it.
func (b brief) stillMissing(filed []doc.Document) []doc.Block {
	if len(b.c.Charges) == 0 {
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
	for _, p := range b.a.Missing() {
		add(p)
	}
	blocks := []doc.Block{heading(2, "Facts still missing")}
	if len(paths) == 0 {
		blocks = append(blocks, para("None. Every fact that decides, and every fact the papers to file need, is in the file."))
	} else {
		blocks = append(blocks, para("Each of these is a blank line in the papers, or a fact that could change the answer."))
	}
	for _, group := range b.byOwner(paths) {
		blocks = append(blocks, heading(3, group.title), doc.Checklist{Items: group.items})
	}
	return append(blocks, b.blankIdentifiers()...)
}

// blankIdentifiers names the blanks of the confidential sheet, which the records center
// can often do without.
func (b brief) blankIdentifiers() []doc.Block {
	if len(b.petitions) == 0 {
		return nil
	}
	var labels []string
	for _, blank := range blanks([]doc.Document{confidential(b)}) {
		if label := petition.Path(blank.Path).Label(); !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
	}
	if len(labels) == 0 {
		return nil
	}
	return []doc.Block{para("Blank on the confidential sheet, to be filled in where known: " + strings.Join(labels, "; ") + ".")}
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
func (b brief) byOwner(paths []petition.Path) []missingGroup {
	var out []missingGroup
	at := map[string]int{}
	for _, p := range paths {
		title := b.ownerOf(p)
		n, ok := at[title]
		if !ok {
			n = len(out)
			at[title] = n
			out = append(out, missingGroup{title: title})
		}
		out[n].items = append(out[n].items, noted(words(missingLabel(p)), supplier(p)))
	}
	return out
}

// missingLabel is the plain name of a fact on the checklist. An address that is wholly
// unknown is one blank.
func missingLabel(p petition.Path) string {
	switch s := string(p.Pattern()); {
	case strings.HasSuffix(s, "prosecutor.address.street"):
		return "Prosecutor's address"
	case strings.HasSuffix(s, "address.street"):
		return "Address"
	case strings.HasPrefix(s, "showing."), s == "charges[].dui.justification":
		return p.Label() + ", in your own words"
	case strings.Contains(s, "lower_court.court"):
		return p.Label() + " where the case began"
	default:
		return p.Label()
	}
}

var chargeIndex = regexp.MustCompile(`^charges\[(\d+)\]`)

func (b brief) ownerOf(p petition.Path) string {
	if m := chargeIndex.FindStringSubmatch(string(p)); m != nil {
		if i, err := strconv.Atoi(m[1]); err == nil && i < len(b.c.Charges) {
			return b.chargeTitle(i)
		}
	}
	switch {
	case strings.HasPrefix(string(p), "petitioner.counsel"):
		return "The lawyer"
	case strings.HasPrefix(string(p), "record"):
		return "The whole record"
	case strings.HasPrefix(string(p), "filing"):
		return "The filing"
	default:
		return "About you"
	}
}

// supplier says who is likely to know a fact.
func supplier(p petition.Path) string {
	s := string(p.Pattern())
	switch {
	case strings.HasPrefix(s, "petitioner.counsel"):
		return "The lawyer knows."
	case strings.HasPrefix(s, "petitioner."), strings.HasPrefix(s, "showing."), s == "record.public_official", s == "charges[].official_duty",
		s == "charges[].dui.justification", s == "charges[].commercial_license", s == "charges[].dui.refused_test":
		return "You know."
	case s == "charges[].dui.bac":
		return "The test report; write none if no result exists."
	case strings.Contains(s, ".diversion."):
		return "The program, or the order that ended the case."
	case strings.HasPrefix(s, "record."):
		return "You, checked against your state record."
	case s == "filing.cause_number":
		return "The clerk gives it when the petition is filed."
	case strings.HasPrefix(s, "filing."):
		return "The clerk."
	case strings.Contains(s, ".arrest."):
		return "The arresting agency, the jail or the charging paper."
	case strings.HasSuffix(s, "fines_costs_paid"), strings.HasSuffix(s, "balance_due"), strings.HasSuffix(s, "payments_completed"):
		return "The clerk: ask for a statement of account."
	case strings.HasSuffix(s, "crime_of_violence_finding"), strings.HasSuffix(s, "statutory_rape_rebutted"):
		return "The sentencing order, from the clerk."
	case strings.Contains(s, ".sentence."):
		return "The discharge paper, the supervising officer or the Department of Corrections."
	case strings.Contains(s, ".prosecutor."):
		return "The clerk or the prosecutor's office."
	default:
		return "The clerk: the docket sheet or the judgment."
	}
}

// ---- before and after ----

func (b brief) beforeFiling() []doc.CheckItem {
	out := []doc.CheckItem{
		noted(words("Social Security numbers and full birth dates are blacked out on every exhibit"), "Keep one set that is not blacked out for yourself. The clerk does not check this for you."),
		noted(words("Each blank line is filled in, and every paragraph is true")),
		noted(words(b.signedBy())),
	}
	if b.oath() || len(b.c.Charges) == 0 {
		out = append(out, noted(words("The verification is signed in front of a notary"), "The notary fills in the county, the date and the name, and puts the seal on."))
	}
	whether := "whether the " + b.asked() + " gets a new cause number"
	if b.has(func(p Petition) bool { return b.of(p).newMatter() }) {
		whether = "the new cause number, which goes on every paper, and whether the heading should read otherwise"
	}
	out = append(out,
		noted(words("Copies are made: the original for the clerk, one for the judge, one for the prosecutor, one for you"), "A suggestion; ask this clerk how many."),
		noted(words("The confidential identifier sheet is in a sealed envelope of its own"), "It is not attached to what is filed and not served."),
		noted(words("The clerk has told you: the fee, how to pay it, ", whether, ", and how the judge wants the proposed order"), "Courts on electronic filing take the proposed order as a word-processing file and not on paper."),
	)
	if slices.ContainsFunc(b.petitions, func(p Petition) bool {
		return p.Court.Level == petition.Circuit || p.Pathway == rules.OneFelony
	}) {
		out = append(out, noted(words("The clerk has confirmed which district attorney serves the county, and the address"), "Circuit court districts may change with redistricting."))
	}
	return out
}

func (b brief) afterFiling() []doc.CheckItem {
	hearing := b.hearings() || len(b.c.Charges) == 0
	out := []doc.CheckItem{
		noted(words("Your copy of the ", b.asked(), " bears the clerk's stamp")),
		noted(words("The prosecutor has been given the ", b.asked(), b.servedWith())),
		noted(words("The certificate of service is filled in, signed and filed"), "Sign it only when it has been done."),
	}
	if hearing {
		out = append(out, noted(words("The hearing date is known, and the notice of hearing is filled in, served and filed")))
	} else {
		out = append(out, noted(words("The clerk has told you whether the judge decides on the papers or wants a hearing"), "The section asks for none. If a day is set, have a notice of hearing made and served."))
	}
	by := func(routes ...rules.Pathway) bool { return len(b.c.Charges) == 0 || b.readyBy(routes...) }
	if by(rules.FirstMisdemeanor) {
		out = append(out, noted(words("First-offender misdemeanor petition: the prosecutor had the papers at least ten days before the hearing"), "§ 99-19-71(1) sets no number of days. Some courts ask for ten, and it is the careful course."))
	}
	if by(rules.OneFelony) {
		out = append(out, noted(words("Felony petition: the district attorney had ten days' written notice before the hearing"), "§ 99-19-71(2)(b). Day of service not counted; leave a wide margin."))
	}
	if by(rules.MunicipalAny, rules.JusticeAny) {
		out = append(out, noted(words("Petition for misdemeanors of a justice or municipal court, after two years: the prosecutor had prior notice"), "§ 9-11-15(3) and § 21-23-7(6) set no number of days. Serve early; some courts ask for ten."))
	}
	if hearing {
		out = append(out, noted(words("At the hearing: photo ID, your papers, and anyone who will speak for you")))
	}
	return out
}

func (b brief) afterOrder() []doc.CheckItem {
	out := []doc.CheckItem{
		noted(words("The order is signed and on the clerk's docket"), "It is not final until it is entered."),
		noted(words("Certified copies: one each for you, the arresting agency, the sheriff or jail, and the records center"), "A suggestion; more if other offices hold the record."),
		noted(words("A certified copy has gone to the Mississippi Criminal Information Center"), "Ask the clerk when it was sent. The center can act only on what reaches it."),
	}
	if len(b.c.Charges) == 0 || b.readyBy(rules.FirstDUI) {
		out = append(out, noted(words("DUI: the order has been forwarded to the Department of Public Safety"), "§ 63-11-30(13)(c) gives five days from its entry. Ask the clerk."))
	}
	return append(out,
		noted(words("Some weeks later: your own state record shows that it was done")),
		noted(words("The certified copy is in a safe place"), "Keep it for good. You may need to show it, and it tells what may still be asked."),
	)
}

func whoElse() doc.Block {
	return bullets(
		"The clinic: a notary with seal and journal, a printer and copier, markers to black out numbers, envelopes, this list.",
		"The reviewing lawyer: the worksheet and the Code sections it names, in their present text.",
		"People who come along to speak for you: photo ID.",
	)
}
