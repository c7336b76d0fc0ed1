package forms

import (
	"slices"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// cover is the first page: what is in the packet and what to do with each paper.
func cover(b brief, papers []doc.Document) doc.Document {
	blocks := []doc.Block{b.about()}
	blocks = append(blocks, b.warnings()...)
	blocks = append(blocks, slices.Concat(b.notWhole(), b.together())...)
	blocks = append(blocks, heading(2, "The answer for each charge"), b.answers())
	blocks = append(blocks, heading(2, "What is in this packet"), b.contents(papers))
	blocks = append(blocks, heading(2, "What to do, step by step"), doc.Numbered{Items: b.steps()})
	blocks = append(blocks, b.hearingDays()...)
	blocks = append(blocks,
		doc.Callout{Title: words("Please know"), Blocks: []doc.Block{bullets(b.mustKnow()...)}},
	)
	return sheet("cover", "Read this first", blocks...)
}

// warnings say aloud when papers are not ready or not there.
func (b brief) warnings() []doc.Block {
	var out []doc.Block
	if len(b.petitions) == 0 {
		out = append(out, doc.Callout{Title: words("There is nothing to file in this packet."), Blocks: []doc.Block{
			para(b.nothingToFile()),
		}})
	}
	if b.drafted(draftMissing, draftBoth) {
		out = append(out, doc.Callout{Title: words("Papers headed DRAFT are not ready."), Blocks: []doc.Block{
			para("Do not sign or file them. The checklist lists each fact that is missing and who can supply it; with those facts the papers can be made again."),
		}})
	}
	if b.drafted(draftReview, draftBoth) {
		out = append(out, doc.Callout{Title: words("Papers headed “DRAFT for review” are for the supervising attorney."), Blocks: []doc.Block{
			para("They were drafted because a lawyer asked for them, on a point of law that is not settled. Do not sign or file them: the supervising attorney decides what becomes of them."),
		}})
	}
	return out
}

// drafted reports whether a petition is headed with one of the lines.
func (b brief) drafted(lines ...string) bool {
	return slices.ContainsFunc(b.petitions, func(p Petition) bool { return slices.Contains(lines, p.Draft) })
}

func (b brief) nothingToFile() string {
	if len(b.withheld()) == 0 {
		return "No charge is listed for which something is asked."
	}
	return "No petition could be prepared today. The sheet “Why not, and what would help” says why, charge by charge, and what to do next."
}

// mustKnow is what a person should know before signing, by the petitions there are.
func (b brief) mustKnow() []string {
	out := b.mustKnowOfRoutes()
	out = append(out, "These papers are not legal advice, and nobody can promise what the court will decide. Where this packet says “appears eligible”, it means that what the record can show is there on the day named above.")
	if b.has(func(p Petition) bool { return p.Pathway != rules.YouthDismissed }) || len(b.petitions) == 0 {
		out = append(out, sentence("a "+b.asked()+" is a public paper until a court order says otherwise")+" Anyone may be able to read it at the clerk's office.")
	}
	stays := "An order does not erase the record everywhere. The state keeps a record that is not public."
	if b.has(byGeneralSection) || len(b.petitions) == 0 {
		stays = "An order does not erase the record everywhere. The state keeps a record that is not public, and an employer may still ask whether an order of expunction was entered."
	}
	out = append(out, b.whereYouAreReached()...)
	return append(out, stays, "Sign nothing before you have read it and it is true. If something is wrong, say so; it can be mended.")
}

// whereYouAreReached says what the papers to file tell of the petitioner's address. Counsel
// gives that of an office.
func (b brief) whereYouAreReached() []string {
	if !b.c.Petitioner.Counsel.IsZero() {
		return nil
	}
	var out []string
	if b.has(func(p Petition) bool { return !b.of(p).guarded() }) {
		out = append(out, "Your address and telephone number stand on papers that are filed. If it is not safe for you that others can read them, ask a lawyer which address to give before you sign.")
	}
	for _, p := range b.petitions {
		if !b.of(p).guarded() {
			continue
		}
		which := ""
		if len(b.petitions) > 1 {
			which = " of petition " + number(p.Number)
		}
		out = append(out, "The papers to file"+which+" leave your address and telephone number open. Write in, by hand, where the court can reach you and others may know of it. A court rule asks for an address of whoever signs: if none is safe, ask a lawyer before you sign.")
	}
	return out
}

// mustKnowOfRoutes is what goes with one route or another. Of a route that would itself
// tell a private fact it says nothing.
func (b brief) mustKnowOfRoutes() []string {
	var out []string
	add := func(is bool, text string) {
		if is {
			out = append(out, text)
		}
	}
	by := func(routes ...rules.Pathway) bool {
		return b.has(func(p Petition) bool { return slices.Contains(routes, p.Pathway) })
	}
	felony := by(rules.OneFelony)
	add(felony, "Mississippi lets a person have one felony expunged in a lifetime. If this petition is granted, that one is used.")
	add(felony && b.cautioned("law.2026-ch-430"), "The waiting period in the felony petition rests on a law of 2026 whose official text was not read for this packet. Have a lawyer confirm it before you file.")
	add(!felony && b.cautioned("law.2026-ch-430"), "A petition in this packet rests on a law of 2026 whose official text was not read. Have a lawyer confirm it before you file.")
	add(by(rules.FirstDUI), "Mississippi lets a person have one DUI conviction expunged in a lifetime. If this petition is granted, that one is used, and the Department of Public Safety keeps a confidential registry.")
	add(by(rules.FirstMisdemeanor), "A person is a first offender once. After this order the state still keeps a record, not public, to tell whether someone is one.")
	add(by(rules.MunicipalAny, rules.JusticeAny), "An order for any or all misdemeanors of a justice or municipal court leaves the driving record and the confidential records of law enforcement as they are.")
	add(b.has(func(p Petition) bool { return written(p.Pathway).motion }), "A motion in this packet rests on a section that expunges without a petition. The record may be expunged already: ask the clerk, or the program, whether an order was entered.")
	add(by(rules.YouthDismissed), "The youth court papers print your initials in place of your name, which stands in full on the confidential sheet alone. A page with an oath has a line for it, for a notary certifies a person by name: write it by hand in front of the notary, and ask the clerk to keep that page under seal. Ask too how you should sign the others.")
	return out
}

// has reports whether the packet holds a petition that is so.
func (b brief) has(is func(Petition) bool) bool { return slices.ContainsFunc(b.petitions, is) }

func byGeneralSection(p Petition) bool {
	return p.Pathway == rules.FirstMisdemeanor || p.Pathway == rules.OneFelony || p.Pathway == rules.NonConviction
}

// cautioned reports whether a charge of a petition carries the caution.
func (b brief) cautioned(code string) bool {
	return slices.ContainsFunc(b.a.Charges, func(v rules.Verdict) bool {
		_, drafted := b.petitionOf(v.Index)
		return drafted && slices.ContainsFunc(v.Cautions, func(c rules.Caution) bool { return c.Code == code })
	})
}

func (b brief) answers() doc.Block {
	t := doc.Table{Widths: []int{6, 3, 3}, Lines: true, Head: row(words("Charge"), words("Answer"), words("In this packet"))}
	for i := range b.c.Charges {
		t.Rows = append(t.Rows, row(words(bold(b.chargeTitle(i)), ". ", b.chargeFacts(i)), words(b.answer(i)), words(b.inPacket(i))))
	}
	return t
}

func (b brief) inPacket(i int) string {
	p, ok := b.petitionOf(i)
	switch {
	case !b.c.Charges[i].Asked():
		return "listed on the worksheet only"
	case ok && p.Draft == draftReview:
		return called(p) + ", drafted for the supervising attorney; not to be signed or filed"
	case ok && p.Draft != "":
		return called(p) + ", a draft that is not ready"
	case ok:
		return called(p)
	default:
		return "no petition; see “Why not, and what would help”"
	}
}

// called is a petition by its number on the sheets, or a motion: "petition 1".
func called(p Petition) string { return kindOf(p) + " " + number(p.Number) }

func kindOf(p Petition) string {
	if written(p.Pathway).motion {
		return "motion"
	}
	return "petition"
}

// contents is the table of the papers, with what is done with each.
func (b brief) contents(papers []doc.Document) doc.Block {
	t := doc.Table{Widths: []int{5, 7}, Lines: true, Head: row(words("Paper"), words("What to do with it"))}
	for n, d := range papers {
		title, use := d.Title, b.useOf(d)
		if d.Letter {
			if n > 0 && papers[n-1].Letter {
				continue
			}
			title, use = lettersRow(papers)
		}
		t.Rows = append(t.Rows, row(words(title), words(use)))
	}
	return t
}

// lettersRow is the one line of all the letters in the table of the papers, and what is
// done with them.
func lettersRow(papers []doc.Document) (title, use string) {
	n := 0
	for _, d := range papers {
		if d.Letter {
			n++
		}
	}
	if n == 1 {
		return "1 Request letter", "A letter that asks for what is still missing. Read, sign and send it."
	}
	return number(n) + " Request letters", "Letters that ask for the papers still missing. Read, sign and send them."
}

func (b brief) useOf(d doc.Document) string {
	if d.Draft == draftReview {
		return "A draft for the supervising attorney. Do not sign or file it."
	}
	if d.Draft != "" {
		return "A draft. Do not sign or file it."
	}
	if use, ok := signedByCounsel[d.Name]; ok && !b.c.Petitioner.Counsel.IsZero() {
		return use
	}
	if d.Name == "exhibits" && b.office.Papers.ExhibitCovers {
		return "The first sheet goes on top of the exhibits; write there how many pages each has. Put each other sheet before the exhibit it names. Black out Social Security numbers and full birth dates on the exhibits."
	}
	return map[string]string{
		"petition":       "Read it. Sign and date it. File it with its exhibits.",
		"verification":   "Sign it in front of a notary, with photo ID. It goes with the petition.",
		"order":          "For the judge to sign. Hand it in unsigned; ask the clerk how the judge wants it.",
		"certificate":    "Fill it in and sign it on the day the prosecutor is served. File it.",
		"notice":         "Fill in the hearing date, or the box below it. Sign it, serve it and file it.",
		"rehabilitation": "In your own words, where the court asks what has changed. Fill it in, cross out each line that stays empty, sign it in front of a notary, and file it with the petition as the exhibit it names. Mark it on the certificate of service only if you file it.",
		"pauper":         "Ask the clerk whether this court takes it. If so, sign it in front of a notary and file it with the petition.",
		"exhibits":       "It goes on top of the exhibits. Write the letter of each at the foot of its first page (“Exhibit A”), and here how many pages it has. Black out Social Security numbers and full birth dates on the exhibits.",
		"summary":        "Yours to keep: what was found, in plain words.",
		"flow-chart":     "Keep it. How the law sorts a charge, with the path of each of yours.",
		"letters":        "Give it to people who are willing to write for you.",
		"after-order":    "Keep it for the day the judge has signed.",
		"help":           "Keep it. Who can help, and how old each contact is.",
		"why-not":        "Keep it. It says why some charges have no petition, and what would help.",
		"worksheet":      "For the reviewing lawyer. Do not file it.",
		"checklist":      "Keep it. What to bring, what is missing, what to do after filing.",
		"fees":           "Keep it. What it may cost, to confirm with the clerk.",
		"confidential":   "In a file of its own. Hand it to the clerk sealed, as the clerk directs. Never attach it to the petition, and never serve it.",
	}[d.Name]
}

// signedByCounsel is what is done with a paper when a lawyer appears.
var signedByCounsel = map[string]string{
	"petition":       "Read it with your lawyer, who signs it and files it with its exhibits.",
	"certificate":    "Your lawyer fills it in and signs it on the day the prosecutor is served.",
	"notice":         "Your lawyer fills in the hearing, signs it, serves it and files it.",
	"order":          "For the judge to sign. Your lawyer hands it in unsigned.",
	"rehabilitation": "In your own words, where the court asks what has changed. Ask your lawyer whether to use it. If so, fill it in, cross out each line that stays empty, sign it in front of a notary, and give it to your lawyer, who files it.",
	"pauper":         "Ask your lawyer whether this court takes it. If so, sign it in front of a notary and give it to your lawyer.",
	"confidential":   "In a file of its own. Give it to your lawyer, who hands it to the clerk sealed. It is never attached to the petition, and never served.",
}

// steps are what is left to do, in order.
func (b brief) steps() []doc.Item {
	if len(b.petitions) > 0 && !slices.ContainsFunc(b.petitions, func(p Petition) bool { return p.Draft != draftReview }) {
		return reviewSteps()
	}
	if !b.ready() {
		return []doc.Item{
			item("Go through the checklist and gather what it lists."),
			item("Take this packet to a lawyer or a clinic. The worksheet tells them what was asked and answered."),
			item("Have the papers made again when that is done. Dates, amounts and the law may change in the meantime."),
		}
	}
	if !b.c.Petitioner.Counsel.IsZero() {
		return b.stepsWithCounsel()
	}
	asked := b.asked()
	steps := []doc.Item{
		item("Have a lawyer read the worksheet and the ", asked, ", where one is available."),
		item("Gather the exhibits on the checklist. Black out Social Security numbers and full birth dates on them."),
		item("Read the ", asked, ". Fill in each blank line; if an exhibit cannot be had, cross out the words that say it is attached, and its line in the list. Then sign and date it", b.beforeNotary(), "."),
		item("Make copies: one for the judge, one for ", b.theProsecutor(), ", one for yourself. The original goes to the clerk. (The number is a suggestion; ask the clerk.)"),
		item("File the ", asked, " with its exhibits at the clerk's office of the court in its heading. Ask about the fee first; see the fee notice."),
	}
	if b.hearings() {
		steps = append(steps,
			item("Ask the clerk how a hearing is set. Fill in the notice of hearing: the day you are given, or the box “as soon as the matter may be heard”."),
			b.serveStep())
	} else {
		steps = append(steps,
			b.serveStep(),
			item("Ask the clerk whether the judge decides on the papers or wants a hearing. The section asks for no hearing. If a day is set, have the papers made again with it: a notice of hearing then goes with them."))
	}
	steps = append(steps, b.noticeSteps()...)
	if b.hearings() {
		steps = append(steps, item("Go to the hearing with the papers, photo ID and anyone who will speak for you."))
	}
	return append(steps,
		item("When the order is signed, get certified copies and make sure one reaches the Mississippi Criminal Information Center and each office the order names."),
	)
}

// twoServed reports whether a petition that can be filed is served on two prosecutors.
func (b brief) twoServed() bool {
	return b.has(func(p Petition) bool { return p.Draft == "" && len(b.of(p).recipients()) > 1 })
}

// theProsecutor is whoever is served.
func (b brief) theProsecutor() string {
	if b.twoServed() {
		return "each prosecutor who is served"
	}
	return "the prosecutor"
}

// readyBy reports whether a petition that can be filed is by one of the routes.
func (b brief) readyBy(routes ...rules.Pathway) bool {
	return b.has(func(p Petition) bool { return p.Draft == "" && slices.Contains(routes, p.Pathway) })
}

// hearings reports whether a petition that can be filed goes to a hearing.
func (b brief) hearings() bool {
	return b.has(func(p Petition) bool { return p.Draft == "" && b.of(p).heard() })
}

// serveStep is the step of service. The certificate says which papers were served, so the
// step leaves none of them out.
func (b brief) serveStep() doc.Item {
	return item("Give ", b.theProsecutor(), " a copy of every paper that the certificate of service lists. Then fill in, sign and file the certificate.")
}

// asked is what the papers that ask are called on the sheets.
func (b brief) asked() string {
	motion := b.has(func(p Petition) bool { return written(p.Pathway).motion })
	switch petition := b.has(func(p Petition) bool { return !written(p.Pathway).motion }); {
	case motion && petition:
		return "petition or motion"
	case motion:
		return "motion"
	default:
		return "petition"
	}
}

// noticeSteps are the steps of routes whose section wants the prosecutor told beforehand,
// and of the one whose order goes to Public Safety.
func (b brief) noticeSteps() []doc.Item {
	var out []doc.Item
	if b.readyBy(rules.OneFelony) {
		out = append(out, item("For the felony petition: the district attorney must have ten days' written notice before any hearing (§ 99-19-71(2)(b)). Leave more time than that, for example two weeks."))
	}
	for _, p := range b.petitions {
		if o := b.of(p); p.Draft == "" && o.anyOrAll() {
			out = append(out, item("For petition ", number(p.Number), ": ", o.noticedProsecutor(), " must have prior notice (§ ", string(p.Pathway), "). The section sets no number of days; give it early."))
		}
	}
	if b.has(func(p Petition) bool { return p.Draft == "" && b.of(p).eitherProsecutor() }) {
		out = append(out, item("In county court the county prosecuting attorney or the district attorney may have prosecuted. Ask the clerk which of them is served, and cross out the other."))
	}
	if b.twoServed() {
		out = append(out, item("For the DUI petition: ask the clerk who is to be served. The section does not say. The certificate of service names the district attorney and the prosecutor of the court that convicted: serve both, or cross out the one the clerk says is not wanted."))
	}
	if b.readyBy(rules.FirstDUI) {
		out = append(out, item("For the DUI petition: when the order is entered, ask the clerk to forward it to the Department of Public Safety. The section gives five days."))
	}
	return out
}

// stepsWithCounsel are the steps where a lawyer appears: the lawyer signs and files, and
// the petitioner swears to the petition.
func (b brief) stepsWithCounsel() []doc.Item {
	steps := []doc.Item{
		item("Read the ", b.asked(), " with your lawyer. If something is wrong, say so; it can be mended."),
		item("Gather the exhibits on the checklist. Black out Social Security numbers and full birth dates on them. Where one cannot be had, cross out the words that say it is attached, and its line in the list."),
	}
	if b.oath() {
		steps = append(steps, item("Sign the verification in front of a notary, with photo ID."))
	}
	if b.hearings() {
		steps = append(steps, item("Your lawyer signs the ", b.asked(), ", files it with its exhibits, serves the prosecutor and sets the hearing."))
	} else {
		steps = append(steps, item("Your lawyer signs the ", b.asked(), ", files it with its exhibits, serves the prosecutor and asks whether the judge wants a hearing."))
	}
	steps = append(steps, b.noticeSteps()...)
	if b.hearings() {
		steps = append(steps, item("Go to the hearing with photo ID and anyone who will speak for you."))
	}
	return append(steps,
		item("When the order is signed, ask your lawyer for certified copies, and whether one has reached the Mississippi Criminal Information Center."),
	)
}

// reviewSteps are the steps when every petition was drafted for the supervising attorney.
func reviewSteps() []doc.Item {
	return []doc.Item{
		item("Hand this packet to the supervising attorney. The worksheet says which point of law is open, and why the draft was asked for."),
		item("Sign nothing and file nothing until that lawyer has decided."),
		item("Gather meanwhile what the checklist lists. Dates, amounts and the law may change: have the papers made again before they are filed."),
	}
}

func (b brief) beforeNotary() string {
	if b.oath() {
		return ", and sign the verification in front of a notary"
	}
	return ""
}

// oath reports whether a petition of the packet has a verification.
func (b brief) oath() bool {
	return b.has(func(p Petition) bool { return b.of(p).sworn() })
}

// hearingDays suggests days for a petition whose section wants notice before the hearing,
// where one end of the notice is known.
func (b brief) hearingDays() []doc.Block {
	var said []string
	if b.has(func(p Petition) bool { return p.Pathway == rules.OneFelony }) {
		said = b.felonyDays()
	}
	if d := b.c.Filing.HearingOn; d.Known() {
		for _, p := range b.petitions {
			if o := b.of(p); o.anyOrAll() {
				said = append(said, "Petition "+number(p.Number)+": the hearing is set for "+d.Long()+". Before it, "+o.noticedProsecutor()+" must have notice. § "+string(p.Pathway)+" sets no number of days; serve early, and ask the clerk what the judge expects.")
			}
		}
	}
	if len(said) == 0 {
		return nil
	}
	return []doc.Block{heading(3, "Days to keep in mind"), bullets(said...)}
}

// felonyDays count the ten days of subsection (2)(b) from the end that is known.
func (b brief) felonyDays() []string {
	served, hearing := b.c.Filing.ProsecutorServedOn, b.c.Filing.HearingOn
	var said []string
	if served.Known() {
		said = append(said, "The district attorney was served on "+served.Long()+". By the usual count of days the hearing could be held on "+rules.FirstHearingDay(served).Long()+" at the earliest.")
	}
	if hearing.Known() {
		said = append(said, "The hearing is set for "+hearing.Long()+". By the usual count of days the district attorney must be served by "+weekday(rules.LastServiceDay(hearing))+" at the latest. Do not wait for that day: serve well before it, for example two weeks before the hearing.")
	}
	if len(said) == 0 {
		return nil
	}
	if hearing.Before(rules.FirstHearingDay(served)) {
		said = append(said, "The hearing as it is set comes before the ten days have run. Ask the court for a later day.")
	}
	return append(said, "These days are a suggestion, computed from the list of legal holidays. Mail takes time and courts close: leave a wide margin, and confirm with the clerk.")
}

func weekday(d petition.Date) string { return d.Weekday().String() + ", " + d.Long() }
