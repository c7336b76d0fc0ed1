package forms

import (
	"fmt"
	"slices"
	"strings"

	"expunge/assets"
	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// filed makes a document of the set that is filed, with its caption and its title.
func (b brief) filed(name, title string, blocks ...doc.Block) doc.Document {
	return b.courtPaper(name, title, slices.Concat([]doc.Block{b.caption(), heading(1, strings.ToUpper(title))}, blocks))
}

// courtPaper makes a document of the set that is filed of the blocks alone.
func (b brief) courtPaper(name, title string, blocks []doc.Block) doc.Document {
	mark := title
	if name == "order" {
		mark += " (proposed)"
	}
	if len(b.petitions) > 1 {
		mark += b.ofPetition()
	}
	if written(b.p.Pathway).motion {
		blocks = reworded(blocks, asMotion)
	}
	out := doc.Document{
		Name: name, Title: mark, Group: doc.Filed, Running: b.running(title), Draft: b.p.Draft,
		Blocks: blocks,
	}
	if name == "petition" { // one opens many files at a clinic; the bookmarks tell whose this is
		out.Bookmark = mark + " – " + b.plainName()
	}
	return out
}

// asMotion makes the words of a petition those of a motion, for the sections that expunge
// without a petition. Facts of the case are not touched.
func asMotion(s string) string { return motionWords.Replace(s) }

var motionWords = strings.NewReplacer(
	"petitioner", "movant", "Petitioner", "Movant", "PETITIONER", "MOVANT", "petition", "motion", "Petition", "Motion",
)

// ofPetition tells the papers of several petitions apart in a table of contents.
func (b brief) ofPetition() string { return " (" + called(b.p) + ")" }

// running is the line at the head of the later pages of a filed paper.
func (b brief) running(title string) string {
	cause := b.captionNumber()
	if cause == "" {
		cause = "________"
	}
	if b.several() && len(b.causes()) > 1 {
		cause += " and others"
	}
	court := b.p.Court.Name()
	if court != "" {
		court += " – "
	}
	return court + b.plainName() + " – Cause No. " + cause + " – " + title
}

// ---- the caption ----

func (b brief) caption() doc.Block {
	return doc.Caption{Court: b.courtLines(), Parties: b.parties(), Number: b.numbers()}
}

// courtLines name the court as its own papers do: the court of the petition, which for a
// first DUI is not the one that convicted.
func (b brief) courtLines() [][]doc.Span {
	i := b.first()
	court := b.p.Court
	if court.Level == petition.Municipal {
		return [][]doc.Span{words("IN THE MUNICIPAL COURT OF THE ",
			b.fact(i, "court.municipality", strings.ToUpper(court.MunicipalityWord())), " OF ",
			b.fact(i, "court.city", strings.ToUpper(court.City)), ", MISSISSIPPI")}
	}
	level := ""
	if court.IsMississippi() == petition.Yes {
		level = strings.ToUpper(string(court.Level))
	}
	lines := [][]doc.Span{words("IN THE ", b.fact(i, "court.level", level), " COURT OF ",
		b.fact(i, "court.county", strings.ToUpper(court.CountyName())), " COUNTY, MISSISSIPPI")}
	if county, ok := assets.FindCounty(court.County); ok && county.TwoDistricts() {
		lines = append(lines, words(b.fact(i, "court.district", strings.ToUpper(court.DistrictOrdinal())), " JUDICIAL DISTRICT"))
	}
	return lines
}

// parties are those of the docket. Where nobody was ever charged there is no plaintiff,
// and in youth court a person is named by initials alone.
func (b brief) parties() [][]doc.Span {
	if b.minor() || b.neverFiled() {
		return [][]doc.Span{words("IN THE MATTER OF"), b.name(strings.ToUpper), words("PETITIONER")}
	}
	return [][]doc.Span{b.plaintiff(), words("VS."), b.name(strings.ToUpper), words("DEFENDANT / PETITIONER")}
}

// plaintiff is the plaintiff as on the docket. A municipal court's docket may show the
// State or the city, so there the paper must say.
func (b brief) plaintiff() []doc.Span {
	i := b.first()
	ch := b.c.Charges[i]
	level := b.p.Court.Level
	if ch.Plaintiff == "" && (level == petition.Circuit || level == petition.County || level == petition.Justice) {
		return words("STATE OF MISSISSIPPI")
	}
	return words(b.fact(i, "plaintiff", strings.ToUpper(ch.Plaintiff)))
}

// numbers are the cause numbers, a line each. A petition that opens a matter has none
// before the clerk gives it one.
func (b brief) numbers() [][]doc.Span {
	var out [][]doc.Span
	for _, number := range b.captionNumbers() {
		out = append(out, words("CAUSE NO. ", number))
	}
	return out
}

// captionNumbers are the numbers of the caption, or blanks for them.
func (b brief) captionNumbers() []doc.Span {
	const given = "filing.cause_number"
	switch {
	case b.ownNumber():
		return []doc.Span{b.value(given, b.c.Filing.CauseNumber)}
	case b.newMatter():
		return []doc.Span{doc.Blank{Path: given, Label: "by clerk", Width: 9}}
	}
	var out []doc.Span
	for _, i := range b.causes() {
		out = append(out, b.fact(i, "cause_number", b.c.Charges[i].CauseNumber))
	}
	return out
}

// ownNumber reports whether the clerk gave the petition a number of its own. With more
// than one petition in the packet nobody can tell whose it is.
func (b brief) ownNumber() bool {
	return b.c.Filing.CauseNumber != "" && len(b.petitions) == 1
}

// captionNumber is the first number of the caption, or the empty string.
func (b brief) captionNumber() string {
	switch {
	case b.ownNumber():
		return b.c.Filing.CauseNumber
	case b.newMatter():
		return ""
	default:
		return b.c.Charges[b.first()].CauseNumber
	}
}

// causes lists, for each cause number of the petition, the first charge that has it.
// Charges whose number is not known count each.
func (b brief) causes() []int {
	var out []int
	seen := map[string]bool{}
	for _, i := range b.p.Charges {
		no := b.c.Charges[i].CauseNumber
		if no == "" || !seen[no] {
			out = append(out, i)
		}
		seen[no] = true
	}
	return out
}

// ---- the titles, which other papers repeat ----

const (
	verificationTitle = "Verification"
	certificateTitle  = "Certificate of Service"
	noticeTitle       = "Notice of Hearing"
)

func (b brief) petitionTitle() string {
	w := written(b.p.Pathway)
	if b.p.Pathway == rules.UnchargedOrCitation {
		return w.title + b.arrestTitle()
	}
	return b.one(w.title, w.titles)
}

// arrestTitle is what the record is of where no charge was tried: the one that is true, and
// both only where the file does not say.
func (b brief) arrestTitle() string {
	not := func(kind petition.ArrestKind) bool {
		return b.anyCharge(func(ch petition.Charge) bool { return ch.Arrest.Kind != kind })
	}
	switch {
	case !not(petition.ArrestMade):
		return b.one("Arrest", "Arrests")
	case !not(petition.CitationIssued):
		return b.one("Citation", "Citations")
	default:
		return b.one("Arrest or Citation", "Arrests or Citations")
	}
}

// orderTitle is the title of the petition as the order that grants it has it.
func (b brief) orderTitle() string {
	title := b.petitionTitle()
	if record, expunges := strings.CutPrefix(title, "Petition to Expunge "); expunges {
		return "Order Expunging " + record
	}
	return strings.TrimPrefix(title, "Motion for Entry of ")
}

// ---- the charge in words ----

func gradeWords(g petition.Grade) string {
	switch g {
	case petition.Felony:
		return "a felony"
	case petition.Misdemeanor:
		return "a misdemeanor"
	case petition.Traffic:
		return "a traffic offense"
	default:
		return ""
	}
}

// offense is the offense of conviction, or of the charge disposed of: "grand larceny,
// a felony, in violation of Miss. Code Ann. § 97-17-41".
func (b brief) offense(i int) []doc.Span {
	ch := b.c.Charges[i]
	return words(b.fact(i, "offense", ch.Offense), ", ", b.fact(i, "grade", gradeWords(ch.Grade)), ", in violation of ", b.section(i))
}

func (b brief) section(i int) []doc.Span {
	ch := b.c.Charges[i]
	switch {
	case ch.Section.Known() && !ch.Section.Readable():
		return words(b.fact(i, "section", ch.Section.String()))
	case !ch.Section.Known() && ch.Ordinance != "":
		return words("municipal ordinance ", b.fact(i, "ordinance", ch.Ordinance))
	default:
		return words(code(""), b.fact(i, "section", ch.Section.String()))
	}
}

// charged is the offense charged: its own where the conviction is for something else.
func (b brief) charged(i int) []doc.Span {
	ch := b.c.Charges[i]
	if ch.Charged.Offense == "" && !ch.Charged.Section.Known() {
		return b.offense(i)
	}
	out := words(b.fact(i, "charged.offense", ch.Charged.Offense))
	if g := gradeWords(ch.Charged.Grade); g != "" {
		out = words(out, ", ", b.fact(i, "charged.grade", g))
	}
	s := ch.Charged.Section
	if s.Known() && !s.Readable() {
		return words(out, ", in violation of ", b.fact(i, "charged.section", s.String()))
	}
	return words(out, ", in violation of ", code(""), b.fact(i, "charged.section", s.String()))
}

// ---- those who prosecute, keep records and sign ----

// recipient is the prosecutor to be served, a line each, with the address or lines to
// write it on.
func (b brief) recipient() [][]doc.Span {
	at := b.first()
	for _, i := range b.p.Charges {
		if p := b.c.Charges[i].Prosecutor; p.Name != "" || p.Office != "" {
			at = i
			break
		}
	}
	office := b.prosecutor()
	if b.eitherProsecutor() {
		office = words(office, " (cross out the other)")
	}
	if !b.servesAs(at) {
		return append([][]doc.Span{office}, noAddress()...)
	}
	return b.prosecutorOfRecord(at, office)
}

// prosecutorOfRecord is the prosecutor whom the file names for a charge, or else an
// office, with the address or lines to write it on.
func (b brief) prosecutorOfRecord(charge int, office []doc.Span) [][]doc.Span {
	p := b.c.Charges[charge].Prosecutor
	var lines [][]doc.Span
	if p.Name != "" {
		lines = append(lines, words(b.fact(charge, "prosecutor.name", p.Name)))
	}
	if p.Office != "" {
		lines = append(lines, words(b.fact(charge, "prosecutor.office", p.Office)))
	}
	if len(lines) == 0 {
		lines = append(lines, office)
	}
	return append(lines, b.address(petition.ChargePath(charge, "prosecutor.address"), p.Address)...)
}

// recipients are all who are served. Section 63-11-30(13) names nobody; where another court
// convicted, the prosecutor of that court is served beside the district attorney, for the
// record is that office's own.
func (b brief) recipients() [][][]doc.Span {
	out := [][][]doc.Span{b.recipient()}
	i := b.first()
	court := b.c.Charges[i].Court
	switch {
	case !b.fromAnotherCourt(i):
	case !b.servesAs(i):
		out = append(out, b.prosecutorOfRecord(i, b.prosecutorIn(court)))
	case court.Level != petition.County: // there the district attorney may have prosecuted
		out = append(out, append([][]doc.Span{b.prosecutorIn(court)}, noAddress()...))
	}
	return out
}

// noAddress are lines for an address that the case file has no room for.
func noAddress() [][]doc.Span {
	return [][]doc.Span{words(doc.Blank{Label: "Address", Width: 25}), words(open(25))}
}

// prosecutor is who prosecutes in the court of the petition, by office.
func (b brief) prosecutor() []doc.Span {
	if b.p.Court.Level == petition.County && b.p.Pathway == rules.OneFelony {
		return b.districtAttorney()
	}
	return b.prosecutorIn(b.p.Court)
}

// eitherProsecutor reports whether either of two offices may have prosecuted, and the file
// names neither: so it is in county court, where the clerk is asked.
func (b brief) eitherProsecutor() bool {
	named := func(ch petition.Charge) bool { return ch.Prosecutor.Name != "" || ch.Prosecutor.Office != "" }
	return b.p.Court.Level == petition.County && b.p.Pathway != rules.OneFelony && !b.anyCharge(named)
}

// prosecutorIn is who prosecutes in a court, by office.
func (b brief) prosecutorIn(court petition.Court) []doc.Span {
	i := b.first()
	county := words(b.fact(i, "court.county", court.CountyName()), " County")
	switch court.Level {
	case petition.Circuit:
		return b.districtAttorney()
	case petition.County:
		return words("County Prosecuting Attorney of ", county, ", or ", b.districtAttorney(), ", whichever prosecuted the case")
	case petition.Justice:
		return words("County Prosecuting Attorney of ", county)
	case petition.Municipal:
		return words("Municipal Prosecuting Attorney, ", b.place(i))
	case petition.Youth:
		return words("Prosecuting Attorney, Youth Court of ", county)
	default:
		return words("Prosecuting Attorney")
	}
}

// districtAttorney is the district attorney of the county of the petition.
func (b brief) districtAttorney() []doc.Span {
	i := b.first()
	court := b.p.Court
	if c, ok := assets.FindCounty(court.County); ok && !b.redistricted(c) {
		return words("District Attorney, ", c.CircuitOrdinal, " Circuit Court District")
	}
	return words("District Attorney for ", b.fact(i, "court.county", court.CountyName()), " County")
}

// servesAs reports whether the prosecutor of the record is the one to be served. The
// district attorney is, where subsection 99-19-71(2)(b) says so and where a first DUI comes
// to circuit court from another, and another office may have prosecuted.
func (b brief) servesAs(charge int) bool {
	felonyInCounty := b.p.Pathway == rules.OneFelony && b.p.Court.Level == petition.County
	if !felonyInCounty && !b.fromAnotherCourt(charge) {
		return true
	}
	return strings.Contains(strings.ToLower(squeeze(b.c.Charges[charge].Prosecutor.Office)), "district attorney")
}

// fromAnotherCourt reports whether the court of the petition is not the court of the
// charge: a first DUI that a lower court convicted.
func (b brief) fromAnotherCourt(charge int) bool {
	return b.p.Pathway == rules.FirstDUI && b.c.Charges[charge].Court.Level != petition.Circuit
}

// prosecutorsOffice is the prosecutor as a keeper of the record.
func (b brief) prosecutorsOffice() []doc.Span {
	for _, i := range b.p.Charges {
		if office := b.c.Charges[i].Prosecutor.Office; office != "" {
			return b.officeOf(petition.ChargePath(i, "prosecutor.office"), office)
		}
	}
	if i := b.first(); b.fromAnotherCourt(i) {
		return words("the office of the ", b.prosecutorIn(b.c.Charges[i].Court))
	}
	return words("the office of the ", b.prosecutor())
}

// officeOf is the office of a prosecutor as a keeper has it, whether the file names the
// office or the one who holds it.
func (b brief) officeOf(path petition.Path, name string) []doc.Span {
	if strings.Contains(strings.ToLower(name), "office") {
		return b.officeNamed(path, name)
	}
	return words("the office of ", b.officeNamed(path, name))
}

// place is a municipality: "City of Brandon".
func (b brief) place(i int) []doc.Span {
	court := b.c.Charges[i].Court
	return words(b.fact(i, "court.municipality", court.MunicipalityWord()), " of ", b.fact(i, "court.city", court.City))
}

// redistricted reports whether the county's circuit court district is not known for
// the day of the assessment.
func (b brief) redistricted(c assets.County) bool {
	return c.CircuitConfirmedThrough != "" && b.a.AsOf.String() > c.CircuitConfirmedThrough
}

// address is a postal address, a line each, with blanks for what is not known.
func (b brief) address(at petition.Path, a petition.Address) [][]doc.Span {
	if a.Street == "" && a.City == "" && a.ZIP == "" {
		street := at.Join("street")
		return [][]doc.Span{words(doc.Blank{Path: string(street), Label: "Address", Width: 25}), words(open(25))}
	}
	return [][]doc.Span{
		words(b.value(at.Join("street"), a.Street)),
		words(b.value(at.Join("city"), a.City), ", ", b.value(at.Join("state"), a.State), " ", b.value(at.Join("zip"), a.ZIP)),
	}
}

// clerk is the clerk of the court of the petition. The clerk of a county court is the
// circuit clerk.
func (b brief) clerk(court petition.Court, at petition.Path) []doc.Span {
	county := words(b.value(at.Join("county"), court.CountyName()), " County")
	switch court.Level {
	case petition.Circuit, petition.County:
		return words("the Circuit Clerk of ", county)
	case petition.Justice:
		return words("the Clerk of the Justice Court of ", county)
	case petition.Youth:
		return words("the Clerk of the Youth Court of ", county)
	case petition.Municipal:
		return words("the Clerk of the Municipal Court of the ", b.value(at.Join("municipality"), court.MunicipalityWord()), " of ", b.value(at.Join("city"), court.City))
	default:
		return words("the clerk of this Court")
	}
}

// keepers are the offices that hold the record, each once.
func (b brief) keepers() [][]doc.Span {
	var out [][]doc.Span
	seen := map[string]bool{}
	add := func(spans []doc.Span) {
		k := strings.ToLower(strings.TrimPrefix(key(spans), "the "))
		if !seen[k] {
			seen[k] = true
			out = append(out, spans)
		}
	}
	i := b.first()
	court := b.p.Court
	for _, clerk := range b.clerks() {
		add(clerk)
	}
	for _, i := range b.p.Charges {
		add(b.agency(i))
	}
	if court.Level != petition.Municipal && court.Level != "" && !b.arrestedBySheriff(court) {
		add(words("the Sheriff of ", b.fact(i, "court.county", court.CountyName()), " County"))
	}
	if b.eitherProsecutor() {
		add(words("the office of the County Prosecuting Attorney of ", b.fact(i, "court.county", court.CountyName()), " County"))
		add(words("the office of the ", b.districtAttorney()))
	} else {
		add(b.prosecutorsOffice())
	}
	if (b.p.Pathway == rules.OneFelony && court.Level == petition.County) || b.fromAnotherCourt(i) {
		add(words("the office of the ", b.districtAttorney()))
	}
	add(words("the Mississippi Criminal Information Center, Department of Public Safety"))
	switch b.p.Pathway {
	case rules.FirstDUI:
		add(words("the Mississippi Department of Public Safety"))
	case rules.SmallMarijuana:
		add(words("the Mississippi Bureau of Narcotics"))
	default:
	}
	for _, i := range b.p.Charges {
		for n, keeper := range b.c.Charges[i].Keepers {
			add(b.officeNamed(petition.ChargePath(i, fmt.Sprintf("keepers[%d]", n)), keeper))
		}
	}
	return out
}

// arrestedBySheriff reports whether the sheriff of the county is already among the
// keepers as the arresting agency.
func (b brief) arrestedBySheriff(court petition.Court) bool {
	return slices.ContainsFunc(b.p.Charges, func(i int) bool {
		agency := strings.ToLower(b.c.Charges[i].Arrest.Agency)
		return strings.Contains(agency, "sheriff") && strings.Contains(agency, strings.ToLower(court.CountyName()))
	})
}

// listed is a list in a pleading, numbered so that a line can be spoken of.
func listed(indent int, items [][]doc.Span) []doc.Block {
	out := make([]doc.Block, len(items))
	for n, spans := range items {
		out[n] = doc.Para{Indent: indent, Align: doc.Left, Tight: n > 0, Hang: true, Spans: words("("+number(n+1)+") ", spans)}
	}
	return out
}

// appearing is how the petitioner comes before the court.
func (b brief) appearing() string {
	if b.c.Petitioner.Counsel.IsZero() {
		return "appearing without counsel"
	}
	return "by and through counsel"
}

// signer is the block in which the petitioner, or counsel, signs.
func (b brief) signer(before string) doc.Block {
	s := doc.Signature{Before: words(before)}
	counsel := b.c.Petitioner.Counsel
	if counsel.IsZero() {
		s.Lines = append(s.Lines, rule(b.name(strings.ToUpper), ", Petitioner"), line("Appearing without counsel"))
	} else {
		s.Lines = append(s.Lines, line(b.name(strings.ToUpper), ", Petitioner"),
			rule("By: ", b.value("petitioner.counsel.name", counsel.Name)), line("Attorney for the Petitioner"))
	}
	for _, l := range b.contact() {
		s.Lines = append(s.Lines, doc.SignLine{Spans: l})
	}
	return s
}

// guarded reports whether the petition keeps the petitioner's own address off what is
// filed. A survivor may have to stay hidden, and in youth court an address tells the name.
func (b brief) guarded() bool {
	return b.p.Pathway == rules.Survivor || b.minor()
}

// contact is how the clerk reaches whoever signs. Where the address is guarded it is left to
// be written in.
func (b brief) contact() [][]doc.Span {
	if b.guarded() && b.c.Petitioner.Counsel.IsZero() {
		return [][]doc.Span{words(doc.Blank{Label: "mailing address", Width: 17}), words(open(25)), words("Telephone: ", open(15))}
	}
	at, p := petition.Path("petitioner"), b.c.Petitioner
	address, phone, email := p.Address, p.Phone, p.Email
	var out [][]doc.Span
	if !p.Counsel.IsZero() {
		at, address, phone, email = at.Join("counsel"), p.Counsel.Address, p.Counsel.Phone, p.Counsel.Email
		out = append(out, words("Mississippi Bar No. ", b.value(at.Join("bar_number"), p.Counsel.BarNumber)))
		if p.Counsel.Firm != "" {
			out = append(out, words(b.value(at.Join("firm"), p.Counsel.Firm)))
		}
	}
	out = append(out, b.address(at.Join("address"), address)...)
	out = append(out, words("Telephone: ", b.value(at.Join("phone"), phone)))
	if email != "" && (!b.minor() || !p.Counsel.IsZero()) { // an address often spells the name
		out = append(out, words("E-mail: ", b.value(at.Join("email"), email)))
	}
	return out
}
