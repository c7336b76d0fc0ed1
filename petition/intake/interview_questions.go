package intake

import (
	"fmt"
	"slices"
	"strings"

	"expunge/assets"
	"expunge/petition"
)

// docket gathers the questions that matter to a case, in the order a clerk reads.
type docket struct {
	c       petition.Case
	o       InterviewOptions
	outlook Outlook
	stated  func(petition.Path) bool
	section string
	moot    bool // what follows can no longer matter; it is only kept where it was answered
	asked   []Question
}

// questions lists every question that matters to the record, answered or not.
func (s *sitting) questions(r Record) []Question {
	facts := map[petition.Path]bool{}
	for f := range r.Facts() {
		facts[f.Path] = true
	}
	d := &docket{c: r.Case, o: s.o, stated: func(p petition.Path) bool { return facts[p] }}
	if s.o.Outlook != nil {
		d.outlook = s.o.Outlook(r.Case)
	}
	d.section = "The case"
	d.ask(Question{Path: "case", Title: "Case id", Explain: "A short name of your own for this case, such as CLINIC-0042; the file and the folder are called after it.", Optional: true, Nothing: "no id"})
	d.person()
	d.counsel()
	for i := range d.c.Charges {
		d.charge(i)
	}
	d.another(len(d.c.Charges))
	d.record()
	d.closing()
	return d.asked
}

// ask adds a question, with the ways of not answering among its choices.
func (d *docket) ask(q Question) {
	if d.moot && !d.stated(q.Path) {
		return
	}
	q.Section = d.section
	if q.Title == "" {
		q.Title = q.Path.Label()
	}
	if q.Nothing == "" {
		q.Nothing = "not known"
		if q.Optional {
			q.Nothing = "leave empty"
		}
	}
	if q.Kind == Choice && q.Optional {
		q.Choices = append(slices.Clip(q.Choices), Option{"", capital(q.Nothing)})
	}
	if q.Kind == Choice && !q.Optional {
		unknown := Option{notKnown, dontKnow}
		if q.Preselect == "" && len(q.Choices) > longList { // so that a long list opens at its top
			q.Choices = append([]Option{unknown}, q.Choices...)
		} else {
			q.Choices = append(slices.Clip(q.Choices), unknown)
		}
		if q.Preselect == "" {
			q.Preselect = notKnown
		}
	}
	d.asked = append(d.asked, q)
}

// wanted reports whether the law turns on a fact that is not known, or was told already.
func (d *docket) wanted(p petition.Path) bool {
	return slices.Contains(d.outlook.Missing, p) || d.stated(p)
}

func (d *docket) person() {
	d.section = "The person"
	d.ask(Question{Path: "petitioner.name.first", Explain: "The first name as it stands on the court papers."})
	d.ask(Question{Path: "petitioner.name.middle", Explain: "The middle name or initial.", Optional: true, Nothing: "none"})
	d.ask(Question{Path: "petitioner.name.last", Explain: "The last name as it stands on the court papers."})
	d.ask(Question{Path: "petitioner.name.suffix", Explain: "Jr., Sr., III and the like.", Optional: true, Nothing: "none"})
	d.otherNames()
	d.ask(Question{Path: "petitioner.date_of_birth", Kind: Day, Explain: "The full date reaches only the confidential sheet; the petition shows the year."})
	d.address("petitioner.address", "The person's own address, for the papers and for the court's letters.")
	if s := d.c.Petitioner.Address.State; s == "" || s == "MS" {
		d.ask(Question{Path: "petitioner.address.county", Title: "County where the person lives", Kind: Choice, Choices: countyChoices(d.o.DefaultCounty), Preselect: d.o.DefaultCounty, Explain: "The petition says in which county the petitioner lives."})
	}
	d.ask(Question{Path: "petitioner.phone", Explain: "So that the clinic and the court can reach the person.", Optional: true, Nothing: "none"})
	d.ask(Question{Path: "petitioner.email", Explain: "Only if the person reads it.", Optional: true, Nothing: "none"})
	d.ask(Question{Path: "petitioner.language", Kind: Choice, Choices: []Option{{"en", "English"}, {"es", "Spanish"}}, Preselect: "en", Optional: true, Explain: "The summary that the person takes home is printed in this language."})
}

func (d *docket) otherNames() {
	q := Question{
		Path: "petitioner.other_names[0]", Optional: true, Nothing: "none",
		Explain:   "Maiden names, aliases and other spellings the record may carry, with a semicolon between them.",
		Preselect: strings.Join(d.c.Petitioner.OtherNames, "; "),
	}
	q.set = func(text string) []Fact {
		var out []Fact
		for name := range strings.SplitSeq(text, ";") {
			if name = strings.TrimSpace(name); name != "" {
				out = append(out, Fact{Path: petition.Path(fmt.Sprintf("petitioner.other_names[%d]", len(out))), Text: name})
			}
		}
		return out
	}
	d.ask(q)
}

func (d *docket) address(at petition.Path, why string) {
	d.ask(Question{Path: at.Join("street"), Explain: why})
	d.ask(Question{Path: at.Join("city"), Explain: "The city or town of the address."})
	d.ask(Question{Path: at.Join("state"), Preselect: "MS", Explain: "The state of the address, in two capital letters."})
	d.ask(Question{Path: at.Join("zip"), Explain: "The ZIP code of the address."})
}

func (d *docket) counsel() {
	d.section = "The lawyer"
	d.ask(Question{Path: "petitioner.counsel.name", Title: "Lawyer of record", Optional: true, Nothing: "no lawyer appears", Explain: "Only a lawyer who signs and files for the person; leave it empty when the person files without one."})
	if d.c.Petitioner.Counsel.Name == "" {
		return
	}
	d.ask(Question{Path: "petitioner.counsel.bar_number", Explain: "The number stands below the lawyer's signature."})
	d.ask(Question{Path: "petitioner.counsel.firm", Optional: true, Nothing: "none", Explain: "The firm or legal-aid office."})
	d.address("petitioner.counsel.address", "The lawyer's office.")
	d.ask(Question{Path: "petitioner.counsel.phone", Title: "Lawyer's telephone", Explain: "It stands below the lawyer's signature."})
	d.ask(Question{Path: "petitioner.counsel.email", Title: "Lawyer's e-mail", Optional: true, Nothing: "none", Explain: "It stands below the lawyer's signature."})
}

func (d *docket) charge(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "")
	d.section = fmt.Sprintf("Charge %d", i+1)
	d.ask(d.levelOf(i))
	d.court(i)
	if ch.Court.IsMississippi() != petition.No {
		d.ask(Question{Path: at.Join("cause_number"), Preselect: d.before(i).CauseNumber, Explain: "The number of the case as on the docket, every zero and letter of it."})
	}
	d.offense(i)
	d.arrest(i)
	d.ask(Question{Path: at.Join("outcome"), Kind: Choice, Choices: outcomes(), Explain: "How this charge ended, by the last paper of the court."})
	if ch.Outcome != petition.Pending && ch.Outcome != petition.Uncharged && ch.Outcome != petition.NoDisposition {
		d.ask(Question{Path: at.Join("outcome_date"), Title: "Date it ended", Kind: Day, Explain: "The day of the judgment or of the order that ended the charge, not the day of the arrest."})
	}
	if p := at.Join("section"); ch.Section.Known() && slices.Contains(d.outlook.Missing, p) {
		d.ask(Question{Path: p, again: true, Explain: "The law treats the subsections of this section differently: look at the judgment and add the one it names, or leave it as it is."})
	}
	d.event(i)
	d.moot = d.outlook.Closed[i]
	d.after(i)
	d.papers(i)
	d.moot = false
}

// before returns the charge before this one, whose court and cause are often the same.
func (d *docket) before(i int) petition.Charge {
	if i == 0 {
		return petition.Charge{}
	}
	return d.c.Charges[i-1]
}

func (d *docket) levelOf(i int) Question {
	return Question{
		Path: petition.ChargePath(i, "court.level"), Title: "Court", Kind: Choice, Choices: levels(), Preselect: string(d.before(i).Court.Level),
		Explain: "The court that entered the conviction or closed the charge; it stands at the top of the papers.",
	}
}

// another asks whether there is a further charge, which is the first question of it.
func (d *docket) another(n int) {
	if n >= 200 {
		return
	}
	d.section = fmt.Sprintf("Charge %d", n+1)
	q := d.levelOf(n)
	if n > 0 {
		q.Title, q.Optional, q.Nothing, q.Preselect = "Another charge to ask about?", true, "no more charges", ""
		q.Explain = "Each count is a charge of its own; choose the court of the next one, or no more."
	}
	d.ask(q)
}

// court asks what the caption names beside the level of the court.
func (d *docket) court(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "court")
	switch {
	case ch.Court.Level == petition.OutOfState:
		d.ask(Question{Path: at.Join("state"), Explain: "The state of the court, in two capital letters."})
		return
	case ch.Court.IsMississippi() == petition.No:
		return
	case ch.Court.Level == petition.Municipal:
		d.city(i)
	}
	first := d.o.DefaultCounty
	if m, ok := assets.FindMunicipality(ch.Court.City); ok && ch.Court.Level == petition.Municipal {
		first = m.County
	} else if c := d.before(i).Court.County; c != "" {
		first = c
	}
	d.ask(Question{Path: at.Join("county"), Title: "County of the court", Kind: Choice, Choices: countyChoices(first), Preselect: first, Explain: "The county stands in the caption and decides where the petition is filed."})
	if c, ok := assets.FindCounty(ch.Court.County); ok && c.TwoDistricts() && ch.Court.Level != petition.Municipal {
		d.ask(Question{
			Path: at.Join("district"), Kind: Choice, Preselect: string(d.before(i).Court.District),
			Choices: []Option{{"first", "First Judicial District, " + c.DistrictSeats[0]}, {"second", "Second Judicial District, " + c.DistrictSeats[1]}},
			Explain: c.Name + " County has two judicial districts, each with its own courthouse and clerk.",
		})
	}
}

func (d *docket) city(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "court")
	d.ask(Question{Path: at.Join("city"), Preselect: d.before(i).Court.City, Explain: "The city, town or village whose court it was."})
	if ch.Court.City == "" {
		return
	}
	if _, ok := assets.FindMunicipality(ch.Court.City); !ok {
		d.ask(Question{Path: at.Join("municipality"), Kind: Choice, Choices: []Option{{"city", "City"}, {"town", "Town"}, {"village", "Village"}}, Explain: "What the place calls itself; the caption needs the word."})
	}
	plaintiff := d.before(i).Plaintiff
	if word := ch.Court.MunicipalityWord(); plaintiff == "" && word != "" {
		plaintiff = word + " of " + ch.Court.City
	}
	d.ask(Question{Path: petition.ChargePath(i, "plaintiff"), Preselect: plaintiff, Optional: true, Nothing: "the State of Mississippi", Explain: "Who brought the case, as on the docket: usually the city; empty means the State of Mississippi."})
}

func (d *docket) offense(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "")
	d.ask(Question{Path: at.Join("offense"), Explain: "The offense of conviction, or the charge that was closed, in the words of the record."})
	d.ask(Question{Path: at.Join("section"), Explain: "The Code section with its subsection, like 97-17-41 or 63-11-30(2)(a); the law turns on it."})
	if !ch.Section.Known() && ch.Court.Level == petition.Municipal {
		d.ask(Question{Path: at.Join("ordinance"), Optional: true, Nothing: "none", Explain: "The city ordinance, when there is no Code section."})
	}
	d.ask(Question{Path: at.Join("grade"), Kind: Choice, Choices: grades(), Explain: "The grade of this offense as it ended, not of what was first charged."})
	if i > 0 && ch.CauseNumber != "" && ch.CauseNumber == d.before(i).CauseNumber {
		d.ask(Question{Path: at.Join("count"), Explain: "The number of the count, since the cause number is that of the charge before."})
	}
	d.ask(Question{Path: at.Join("offense_date"), Kind: Day, Optional: true, Nothing: "not known", Explain: "The day it happened, if the papers say."})
}

func (d *docket) arrest(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "arrest")
	if ch.Court.IsMississippi() == petition.No {
		return
	}
	d.ask(Question{Path: at.Join("kind"), Kind: Choice, Choices: []Option{{"arrest", "Arrest"}, {"citation", "Citation or ticket only"}}, Explain: "Whether the person was taken in or only given a paper."})
	d.ask(Question{Path: at.Join("date"), Title: "Date of the arrest or citation", Kind: Day, Explain: "The agencies look the record up by this day."})
	d.ask(Question{Path: at.Join("agency"), Explain: "The police department or sheriff's office that has the arrest record.", Preselect: d.before(i).Arrest.Agency})
	if ch.Grade == petition.Felony {
		d.ask(Question{Path: petition.ChargePath(i, "indicted"), Kind: Choice, Choices: yesNo(), Explain: "Whether a grand jury returned an indictment on the charge."})
		if ch.Indicted == petition.Yes {
			d.ask(Question{Path: petition.ChargePath(i, "indictment_date"), Kind: Day, Explain: "The day on the indictment."})
		}
	}
}

// after asks what depends on how the charge ended.
func (d *docket) after(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "")
	switch {
	case ch.Outcome == petition.Convicted:
		d.sentence(i)
		d.conviction(i)
	case diverted(ch.Outcome):
		d.diversion(i)
	case ch.Outcome != "":
		d.ask(Question{Path: at.Join("outcome_wording"), Optional: true, Nothing: "leave empty", Explain: "The very words of the order that closed the charge, if it is at hand."})
		if ch.Arrest.Kind != petition.CitationIssued {
			d.ask(Question{Path: at.Join("arrest.released"), Kind: Choice, Choices: yesNo(), Explain: "Whether the person was let go after the arrest, on bond or otherwise; the law asks it."})
		}
	}
	if ch.Section.Base() == "63-11-30" && (ch.Outcome == petition.Convicted || ch.Outcome == petition.Nonadjudicated) && ch.Grade != petition.Felony {
		d.dui(i)
	}
	if ch.Outcome == petition.Convicted && ch.Section.Within(petition.ParseSection("41-29-139(c)(2)(A)")) {
		d.ask(Question{Path: at.Join("in_vehicle"), Kind: Choice, Choices: yesNo(), Explain: "Whether the marijuana was where people sit in a vehicle."})
	}
}

func (d *docket) sentence(i int) {
	s, at := d.c.Charges[i].Sentence, petition.ChargePath(i, "sentence")
	d.ask(Question{Path: at.Join("date"), Kind: Day, Optional: true, Nothing: "the same day as the judgment", Explain: "Only when the sentence came on a later day than the judgment."})
	d.ask(Question{Path: at.Join("all_terms_complete"), Kind: Choice, Choices: yesNo(), Explain: "Prison, probation, supervision, restitution and programs, all finished; fines and court costs are asked next."})
	if s.AllTermsComplete == petition.Yes {
		d.ask(Question{Path: at.Join("terms_completed"), Kind: Day, Explain: "The day the last of them was finished, by the discharge paper; a waiting period can run from it."})
	}
	if s.AllTermsComplete == petition.No {
		d.ask(Question{Path: at.Join("supervision_ends"), Kind: Day, Explain: "The day supervision will end, by the sentencing order."})
	}
	d.ask(Question{Path: at.Join("fines_costs_paid"), Kind: Choice, Choices: yesNo(), Explain: "Every fine, fee and court cost of this case, paid in full; the clerk's statement of account shows it."})
	if s.FinesCostsPaid == petition.No {
		d.ask(Question{Path: at.Join("balance_due"), Explain: "What is still owed, in dollars."})
	}
	if s.FinesCostsPaid == petition.Yes {
		d.ask(Question{Path: at.Join("payments_completed"), Kind: Day, Optional: true, Nothing: "not known", Explain: "The day of the last payment, if the statement shows it."})
	}
	d.ask(Question{Path: at.Join("restitution_paid"), Kind: Choice, Choices: append(yesNo(), Option{"none", "None was ordered"}), Explain: "Money the court ordered for the person harmed."})
	if p := at.Join("crime_of_violence_finding"); d.wanted(p) {
		d.ask(Question{Path: p, Kind: Choice, Choices: yesNo(), Explain: "Whether the sentencing order itself says that the judge found a crime of violence (section 97-3-2); only that paper shows it."})
	}
}

func (d *docket) conviction(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "")
	if d.c.Record.PublicOfficial == petition.Yes || d.stated(at.Join("official_duty")) {
		d.ask(Question{Path: at.Join("official_duty"), Kind: Choice, Choices: yesNo(), Explain: "Whether the offense had to do with the duties of the public office the person held."})
	}
	d.ask(Question{Path: at.Join("charged.offense"), Title: "First charged with something else?", Optional: true, Nothing: "the same offense", Explain: "The offense first charged, when the conviction is for another one."})
	if ch.Charged.Offense != "" {
		d.ask(Question{Path: at.Join("charged.section"), Explain: "The Code section first charged."})
		d.ask(Question{Path: at.Join("charged.grade"), Kind: Choice, Choices: grades(), Explain: "The grade of the offense first charged."})
	}
	d.ask(Question{
		Path: at.Join("appeal.outcome"), Title: "Was there an appeal?", Kind: Choice, Optional: true, Nothing: "no appeal",
		Choices: []Option{{"affirmed", "Yes, and the conviction stood"}, {"reversed", "Yes, and it was reversed"}, {"dismissed", "Yes, and the appeal was dismissed"}, {"pending", "Yes, and it is still open"}},
		Explain: "An appeal can change which court decides.",
	})
	if o := ch.Appeal.Outcome; o != "" && o != petition.AppealPending && o != petition.AppealUnknown {
		d.ask(Question{Path: at.Join("appeal.date"), Kind: Day, Explain: "The day the appeal was decided."})
	}
}

func (d *docket) diversion(i int) {
	at := petition.ChargePath(i, "diversion")
	d.ask(Question{Path: at.Join("under"), Explain: "The Code section the program was under, like 99-15-26, by the order."})
	d.ask(Question{Path: at.Join("completed"), Kind: Choice, Choices: yesNo(), Explain: "Whether the program was finished and the charge closed because of it."})
	d.ask(Question{Path: at.Join("ended"), Kind: Day, Explain: "The day the program ended."})
	d.ask(Question{Path: at.Join("fees_paid"), Kind: Choice, Choices: yesNo(), Explain: "Every fine and fee of the program, paid or waived."})
	if d.c.Charges[i].Outcome == petition.InterventionCourt {
		d.ask(Question{Path: at.Join("sentenced_at_plea"), Kind: Choice, Choices: yesNo(), Explain: "Whether a sentence was given when the person pleaded."})
	}
}

func (d *docket) dui(i int) {
	at := petition.ChargePath(i, "dui")
	d.ask(Question{Path: at.Join("bac"), Explain: "The figure of the breath or blood test, like 0.12; none when there is no result."})
	d.ask(Question{Path: at.Join("refused_test"), Kind: Choice, Choices: yesNo(), Explain: "Whether the person refused a breath or blood test."})
	d.ask(Question{Path: at.Join("drug"), Kind: Choice, Choices: yesNo(), Explain: "Whether a drug other than alcohol was part of it."})
	d.ask(Question{Path: petition.ChargePath(i, "commercial_license"), Kind: Choice, Choices: yesNo(), Explain: "Whether the person held a commercial driver's license on the day of the offense."})
	d.ask(Question{Path: at.Join("justification"), Kind: Prose, Optional: true, Explain: "Why it should be expunged, for the court, in the person's own words."})
}

// event asks whether the charge and an earlier one arose from the same event, which
// matters as soon as one of them is a conviction. The label of a charge is a letter.
func (d *docket) event(i int) {
	convicted := slices.ContainsFunc(d.c.Charges[:i+1], func(ch petition.Charge) bool { return ch.Outcome == petition.Convicted })
	if i == 0 || i > 20 || !convicted {
		return
	}
	labels, given := d.labels(i)
	own := d.c.Charges[i].Event
	if own == "" || slices.Contains(labels, own) {
		own = freeLabel(append(labels, d.events()...))
	}
	q := Question{
		Path: petition.ChargePath(i, "event"), Title: "From the same event as another charge?", Kind: Choice, Preselect: d.c.Charges[i].Event,
		Explain: "The law can treat charges that came of one event as one.",
	}
	for j, label := range labels {
		if !slices.Contains(labels[:j], label) {
			q.Choices = append(q.Choices, Option{label, fmt.Sprintf("Yes, the same event as charge %d", j+1)})
		}
	}
	q.Choices = append(q.Choices, Option{own, "No, an event of its own"})
	q.set = func(text string) []Fact {
		facts := []Fact{{Path: q.Path, Text: text}}
		if text != notKnown {
			facts = append(facts, given...)
		}
		return facts
	}
	d.ask(q)
}

// labels returns a label for each charge before the one given, and as facts those that
// are new.
func (d *docket) labels(i int) (labels []string, given []Fact) {
	for j, ch := range d.c.Charges[:i] {
		label := ch.Event
		if label == "" {
			label = freeLabel(append(d.events(), labels...))
			given = append(given, Fact{Path: petition.ChargePath(j, "event"), Text: label})
		}
		labels = append(labels, label)
	}
	return labels, given
}

func (d *docket) events() []string {
	var out []string
	for _, ch := range d.c.Charges {
		out = append(out, ch.Event)
	}
	return out
}

// freeLabel returns the first letter that is not among the labels.
func freeLabel(taken []string) string {
	for l := 'A'; l <= 'Z'; l++ {
		if !slices.ContainsFunc(taken, func(t string) bool { return strings.EqualFold(t, string(l)) }) {
			return string(l)
		}
	}
	return ""
}

// papers asks which papers are in hand, so that the checklist names only what is not.
func (d *docket) papers(i int) {
	ch, at := d.c.Charges[i], petition.ChargePath(i, "papers")
	if ch.Court.IsMississippi() == petition.No || ch.Outcome == "" {
		return
	}
	fields := []string{"disposition", "charging", "docket_sheet"}
	if ch.Outcome == petition.Convicted {
		fields = []string{"disposition", "sentencing_order", "discharge", "zero_balance", "charging", "docket_sheet"}
	} else if diverted(ch.Outcome) {
		fields = []string{"disposition", "discharge", "charging", "docket_sheet"}
	}
	for _, f := range fields {
		p := at.Join(f)
		d.ask(Question{Path: p, Title: p.Label() + " in hand?", Kind: Choice, Choices: inHand(), Optional: true, Nothing: "not looked yet", Explain: "The checklist of papers to fetch is made from this."})
	}
}

// record asks about the rest of the record.
func (d *docket) record() {
	d.section = "The whole record"
	if slices.ContainsFunc(d.c.Charges, func(ch petition.Charge) bool { return ch.Outcome == petition.Convicted }) || d.wanted("record.public_official") {
		d.ask(Question{Path: "record.public_official", Kind: Choice, Choices: yesNo(), Explain: "An elected or appointed office, such as alderman, constable or school board member."})
	}
	r := d.c.Record
	for i := range len(r.OtherConvictions) + 1 {
		d.otherConviction(i, i < len(r.OtherConvictions))
	}
	for i := range len(r.PendingCharges) + 1 {
		d.pendingCharge(i, i < len(r.PendingCharges))
	}
	for i := range len(r.EarlierRelief) + 1 {
		d.earlierRelief(i, i < len(r.EarlierRelief))
	}
}

// entryOf completes the first question of a list entry: for a new entry it asks whether
// there is one, and an empty answer ends the list.
func entryOf(q Question, i int, there bool, one, more, nothing string) Question {
	if there {
		return q
	}
	q.Title, q.Optional, q.Nothing = one, true, nothing
	if i > 0 {
		q.Title = more
	}
	return q
}

func (d *docket) otherConviction(i int, there bool) {
	at := petition.Path(fmt.Sprintf("record.other_convictions[%d]", i))
	q := Question{Path: at.Join("offense"), Explain: "Every conviction not listed above, in any court of any state, even a small one; name the offense."}
	d.ask(entryOf(q, i, there, "Any other conviction?", "Another conviction?", "no other conviction"))
	if !there {
		return
	}
	d.ask(Question{Path: at.Join("grade"), Kind: Choice, Choices: grades(), Explain: "The grade of that conviction."})
	d.ask(Question{Path: at.Join("date"), Kind: Day, Explain: "The day of that conviction; it matters whether it came before or after."})
	d.ask(Question{Path: at.Join("state"), Preselect: "MS", Explain: "The state of that conviction, in two capital letters."})
	d.ask(Question{Path: at.Join("section"), Optional: true, Nothing: "not known", Explain: "The Code section of that conviction, if it is known."})
}

func (d *docket) pendingCharge(i int, there bool) {
	at := petition.Path(fmt.Sprintf("record.pending_charges[%d]", i))
	q := Question{Path: at.Join("offense"), Explain: "Every charge still open in any court of any state; name the offense."}
	d.ask(entryOf(q, i, there, "Any charge still open?", "Another open charge?", "no open charge"))
	if !there {
		return
	}
	d.ask(Question{Path: at.Join("grade"), Kind: Choice, Choices: grades(), Explain: "The grade of the open charge."})
	d.ask(Question{Path: at.Join("section"), Optional: true, Nothing: "not known", Explain: "The Code section of the open charge, if it is known."})
}

func (d *docket) earlierRelief(i int, there bool) {
	at := petition.Path(fmt.Sprintf("record.earlier_relief[%d]", i))
	q := Question{Path: at.Join("kind"), Kind: Choice, Choices: reliefKinds(), Explain: "Anything cleared before, by any court: some relief is given only once."}
	d.ask(entryOf(q, i, there, "Any earlier expungement or program?", "Another one?", "no"))
	if !there {
		return
	}
	d.ask(Question{Path: at.Join("of"), Kind: Choice, Choices: reliefOf(), Explain: "What that relief was for."})
	d.ask(Question{Path: at.Join("section"), Explain: "The Code section it was given under, by the order, like 99-19-71(2)."})
	d.ask(Question{Path: at.Join("date"), Kind: Day, Explain: "The day of that order."})
}

// closing asks what may open a further route, what the law still lacks, what the person
// wishes to say, and at last whether this is all.
func (d *docket) closing() {
	d.lacking()
	open := false
	for i, ch := range d.c.Charges {
		if ch.Court.IsMississippi() != petition.No {
			d.gentle(i)
			open = open || !d.outlook.Closed[i]
		}
	}
	if open {
		d.section = "In the person's own words"
		d.ask(Question{Path: "showing.rehabilitation", Kind: Prose, Optional: true, Explain: "What has changed since then; the court reads it."})
		d.ask(Question{Path: "showing.good_conduct", Kind: Prose, Optional: true, Explain: "Work, school, family, service."})
		d.ask(Question{Path: "showing.best_interest", Kind: Prose, Optional: true, Explain: "Why clearing the record is good for others too."})
	}
	if len(d.c.Charges) == 0 {
		return
	}
	d.section = "The whole record"
	d.ask(Question{Path: "record.complete", Title: "Is that everything?", Kind: Choice, Choices: []Option{{"yes", "Yes, nothing is left out"}, {"no", "No, there is more"}}, Explain: "Every conviction, open charge and earlier relief, in any court and any state, is now in the file, checked against the state record if there is one."})
}

// gentle leaves room for facts that open a route of their own. Not answering leaves them
// unstated, so that nothing hangs on them.
func (d *docket) gentle(i int) {
	at := petition.ChargePath(i, "")
	q := Question{
		Path: at.Join("trafficking_survivor"), Title: "Anything else behind this charge?", Kind: Choice, Optional: true, Nothing: "leave unanswered",
		Explain: "Some people have a further right; nobody has to answer, and it appears on no paper but its own.",
	}
	d.section = fmt.Sprintf("Charge %d", i+1)
	if d.c.Charges[i].Outcome == petition.Convicted {
		q.Choices = append(q.Choices, Option{"yes", "It happened while, and because, the person was trafficked"})
	}
	q.Choices = append(q.Choices, Option{"identity", "Someone else used the person's name"})
	switch ch := d.c.Charges[i]; {
	case ch.TraffickingSurvivor == petition.Yes && ch.Outcome == petition.Convicted:
		q.Preselect = "yes"
	case ch.IdentityTheft == petition.Yes:
		q.Preselect = "identity"
	}
	q.set = func(text string) []Fact {
		if text == "identity" {
			return []Fact{{Path: at.Join("identity_theft"), Text: "yes"}}
		}
		return []Fact{{Path: at.Join("trafficking_survivor"), Text: text}}
	}
	d.ask(q)
}

// lacking asks for whatever else the law turns on, one plain question for each fact.
func (d *docket) lacking() {
	for _, p := range d.outlook.Missing {
		if p == "record.complete" || slices.ContainsFunc(d.asked, func(q Question) bool { return q.Path == p }) {
			continue
		}
		place := locate(&petition.Case{}, zeroed(p))
		if place.fault != "" {
			continue
		}
		d.section = sectionOf(p)
		q := Question{Path: p, Explain: "The answer turns on it."}
		switch v := place.value.Interface().(type) {
		case petition.Answer:
			q.Kind, q.Choices = Choice, yesNo()
		case petition.Date:
			q.Kind = Day
		case interface{ Values() []string }:
			q.Kind, q.Choices = Choice, wordChoices(v.Values())
		}
		d.ask(q)
	}
}

// sectionOf names the part of the interview a field belongs to.
func sectionOf(p petition.Path) string {
	if list, n := listEntry(p); list == "charges" {
		return fmt.Sprintf("Charge %d", n+1)
	}
	return "The whole record"
}

// listEntry returns the list a path goes through first and the index in it.
func listEntry(p petition.Path) (string, int) {
	segment, _, _ := strings.Cut(string(p), ".")
	key, index, _ := splitIndex(segment)
	return key, index
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
