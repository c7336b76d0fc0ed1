package petition

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/go-playground/validator/v10"

	"expunge/assets"
)

// Validate reports whatever is not a well-formed statement of facts: a county that
// does not exist, a day before the offense, two facts that cannot both be so. It does
// not say whether the law cares, and it never asks for a fact that is merely missing,
// except that a case must have a charge. asOf is the last day that has come: the later
// of the as-of date and today; when it is not known no date counts as future.
//
// Problems come in the order of the case file, at most one for each path and code.
// [Codes] lists what their codes mean. Their text never repeats a date, a name,
// or a number, of whomever and in whatever field.
func (c Case) Validate(asOf Date) Problems {
	in := &inspection{asOf: asOf}
	in.form(c)
	in.texts(c)
	if len(c.Charges) == 0 {
		in.add("charges", "charges.none", "list each charge under charges; \"expunge template case\" shows how", "no charge is listed")
	}
	in.courts(c)
	in.sections(c)
	in.sectionLengths(c)
	in.causes(c)
	in.future(c)
	in.birth(c)
	in.order(c)
	for i := range c.Charges {
		ch := &c.Charges[i]
		in.sentence(i, ch)
		in.outcome(i, ch)
		in.grade(i, ch)
		if c.Record.PublicOfficial == No && ch.OfficialDuty == Yes {
			in.conflict(ChargePath(i, "official_duty"), "this says the conviction related to a public office, but record.public_official is no")
		}
	}
	in.trafficGrades(c)
	in.repeated(c)
	in.hush()
	slices.SortStableFunc(in.found, func(a, b Problem) int { return compareInFile(a.Path, b.Path) })
	return in.found
}

// hush drops what else is said of a field that holds an identifier: it might quote it.
func (in *inspection) hush() {
	private := map[Path]bool{}
	for _, p := range in.found {
		private[p.Path] = private[p.Path] || p.Code == "text.identifier"
	}
	in.found = slices.DeleteFunc(in.found, func(p Problem) bool { return private[p.Path] && p.Code != "text.identifier" })
}

// Meaning is what a [Code] stands for, in one line each for what is wrong and how to mend it.
type Meaning struct {
	Code  Code
	Means string
	Mend  string
}

// Codes lists every code that [Case.Validate] and the types of the fields give, in
// alphabetical order.
func Codes() []Meaning {
	return []Meaning{
		{"answer.unknown", "a yes-or-no question has another answer", "write yes, no or unknown"},
		{"bac.format", "a blood alcohol result is not a figure", "write the figure on the paper, 0.12, or none when no result exists"},
		{"case.id", "the case id cannot be the name of a folder", "start with a letter or digit; use letters, digits, . - _; at most 64"},
		{"cause.format", "a cause number holds what no docket uses", "copy it again from the docket, or leave it empty"},
		{"charge.twice", "one conviction or charge is listed twice", "keep one of the two, or give each its own event label or count"},
		{"charges.none", "the case has no charge", "list each charge under charges"},
		{"county.unknown", "Mississippi has no county of that name", "check the spelling; for a court elsewhere choose its level or state"},
		{"court.city", "a city is given for a court that is not a municipal court", "remove it, or choose level: municipal"},
		{"court.district", "a judicial district is given for a county that has only one", "remove the district, or check the county"},
		{"court.grade", "a felony conviction stands in a court that cannot enter one", "check the court that sentenced, and the grade of conviction"},
		{"court.state", "a court is placed in two states", "give the state of the court once, as the record has it"},
		{"date.format", "a date is not written YYYY-MM-DD", "write the date as YYYY-MM-DD"},
		{"date.future", "something that has happened is dated after today", "look at the paper again"},
		{"date.impossible", "a day is not in the calendar", "look at the paper again; write unknown when it cannot be read"},
		{"date.order", "two dates stand in an order that cannot be", "look at the papers of both dates again"},
		{"email.format", "an e-mail address is not complete", "write it like name@example.org"},
		{"fact.conflict", "two facts cannot both be so", "look at the papers again and change one of the two"},
		{"grade.section", "driving under the influence is graded as traffic", "write misdemeanor or felony"},
		{"list.long", "a list has more entries than a case can have", "split the case, or leave out what is not needed"},
		{"money.format", "an amount is not in dollars", "write dollars, 420 or 420.50"},
		{"phone.format", "a telephone number is not one", "write it like 601-555-0123"},
		{"section.format", "a Mississippi section cannot be read", "write it like 97-17-41 or 63-11-30(2)(a)"},
		{"ssn.format", "a Social Security number does not have nine digits", "write nine digits, or leave it empty"},
		{"state.unknown", "a state is not one of the postal codes", "write two capital letters, such as MS"},
		{"state_id.format", "a state identification number has fewer than five digits or holds other signs", "copy it again from the state record, like MS01234567, or leave it empty"},
		{"text.glyph", "a text holds a character that the papers cannot print", "write it in Latin letters as the court record has it"},
		{"text.identifier", "a text holds a Social Security number, or the petitioner's date of birth or state identification number; an id of a case also the telephone number", "write identifiers only in ssn, state_id and date_of_birth, which reach only the confidential sheet; what only reads like one is written otherwise in a text: a section with § before it, a day with the name of its month, a docket with slashes (251/19/0042); choose another id, and leave an e-mail address out or give another"},
		{"text.long", "a text is longer than the papers have room for", "shorten it"},
		{"word.unknown", "a word is not in the list of words for this field", "choose one of the words in the hint"},
		{"zip.format", "a ZIP code does not have five or nine digits", "write it like 39201 or 39201-1234"},
	}
}

// inspection gathers the problems of one case.
type inspection struct {
	asOf  Date
	found Problems
}

func (in *inspection) add(path Path, code Code, hint, format string, args ...any) {
	for _, p := range in.found {
		if p.Path == path && p.Code == code {
			return
		}
	}
	in.found = append(in.found, Problem{Path: path, Code: code, Message: fmt.Sprintf(format, args...), Hint: hint})
}

func (in *inspection) conflict(path Path, format string, args ...any) {
	in.add(path, "fact.conflict", "look at the papers again and change one of the two; unknown is an answer too", format, args...)
}

// ---- the form of single facts ----

var wellFormed = sync.OnceValue(func() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(f reflect.StructField) string { return f.Tag.Get("fact") })
	for tag, good := range map[string]func(string) bool{
		"caseid": IsCaseID, "usstate": isState, "zip": zipText.MatchString, "phone": isPhone, "socialsecurity": ssnText.MatchString, "stateid": isStateID,
	} {
		if err := v.RegisterValidation(tag, func(f validator.FieldLevel) bool { return good(f.Field().String()) }); err != nil {
			panic("petition: " + tag + ": " + err.Error())
		}
	}
	return v
})

func (in *inspection) form(c Case) {
	var faults validator.ValidationErrors
	if !errors.As(wellFormed().Struct(c), &faults) {
		return
	}
	for _, f := range faults {
		_, path, _ := strings.Cut(f.Namespace(), ".")
		in.formFault(Path(path), f)
	}
}

func (in *inspection) formFault(path Path, f validator.FieldError) {
	switch f.Tag() {
	case "max":
		if f.Kind() == reflect.Slice {
			in.add(path, "list.long", "leave out what the papers do not need", "the list has more than %s entries", f.Param())
			return
		}
		in.add(path, "text.long", "shorten it", "the text is longer than %s characters", f.Param())
	case "caseid":
		in.add(path, "case.id", "start with a letter or digit; use letters, digits, . - _; at most 64; not the name of a device such as CON, and no dot at the end", "the case id cannot be used as the name of a folder")
	case "usstate":
		in.add(path, "state.unknown", stateHint(path, fmt.Sprint(f.Value())), "the state is not written as a postal code")
	case "zip":
		in.add(path, "zip.format", "write it like 39201 or 39201-1234", "the ZIP code does not have five or nine digits")
	case "phone":
		in.add(path, "phone.format", "write it like 601-555-0123", "the telephone number is not complete")
	case "email":
		in.add(path, "email.format", "write it like name@example.org", "the e-mail address is not complete")
	case "socialsecurity":
		in.add(path, "ssn.format", "write nine digits, or leave it empty", "the Social Security number does not have nine digits")
	case "stateid":
		in.add(path, "state_id.format", "copy it again from the state record, like MS01234567, or leave it empty", "the state identification number does not have five digits, or holds other signs")
	default:
		in.add(path, Code("fact."+f.Tag()), "", "the value cannot be used here")
	}
}

var (
	deviceName = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)`)
	zipText    = regexp.MustCompile(`^[0-9]{5}(-?[0-9]{4})?$`)
	ssnText    = regexp.MustCompile(`^[0-9]{3}-?[0-9]{2}-?[0-9]{4}$`)
	phoneText  = regexp.MustCompile(`(?i)^\+?[0-9().\- /]{7,25}(\s*(x|ext\.?)\s*[0-9]{1,6})?$`)
	extension  = regexp.MustCompile(`(?i)(x|ext\.?)\s*[0-9]+$`)
)

// isStateID reports whether a text can be a state identification number: letters, digits,
// spaces and hyphens, six of them letters or digits and five digits at least. What is
// shorter would be found by chance in papers that must not show the number.
func isStateID(s string) bool {
	digits, letters := 0, 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c|0x20 && c|0x20 <= 'z':
			letters++
		case c != ' ' && c != '-':
			return false
		}
	}
	return digits >= 5 && digits+letters >= 6
}

// IsCaseID reports whether a text can be the id of a case and the name of its folder.
func IsCaseID(s string) bool {
	if s == "" || len(s) > 64 || !isLetterOrDigit(rune(s[0])) || s[len(s)-1] == '.' {
		return false
	}
	for i := range len(s) {
		if c := s[i]; c >= 0x80 || !isLetterOrDigit(rune(c)) && c != '.' && c != '-' && c != '_' {
			return false
		}
	}
	name, _, _ := strings.Cut(s, ".")
	return len(name) < 3 || len(name) > 4 || !deviceName.MatchString(s)
}

// LooksGivenOut reports whether an id looks like one that an office gives out. In a row
// with problems the cells may stand one column off, and then a name, a day or a telephone
// number stands where the id belongs.
func LooksGivenOut(id string) bool {
	digits, letters := 0, 0
	for i := range len(id) {
		switch c := id[i] | 0x20; {
		case c >= '0' && c <= '9':
			digits++
		case c >= 'a' && c <= 'z':
			letters++
		}
	}
	return digits > 0 && (letters > 0 || digits < 5)
}

func isPhone(s string) bool {
	digits := 0
	for _, r := range extension.ReplaceAllString(s, "") {
		if r >= '0' && r <= '9' {
			digits++
		}
	}
	return phoneText.MatchString(s) && digits >= 7 && digits <= 15
}

const stateNames = "AL Alabama,AK Alaska,AS American Samoa,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut," +
	"DE Delaware,DC District of Columbia,FL Florida,GA Georgia,GU Guam,HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa," +
	"KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi," +
	"MO Missouri,MT Montana,NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York," +
	"NC North Carolina,ND North Dakota,MP Northern Mariana Islands,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania," +
	"PR Puerto Rico,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont," +
	"VI Virgin Islands,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming"

// stateCodes maps the code and the name of each state, in lower case, to the code.
var stateCodes = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(stateNames, ",") {
		code, name, _ := strings.Cut(line, " ")
		out[strings.ToLower(code)], out[strings.ToLower(name)] = code, code
	}
	return out
})

func isState(s string) bool { return s != "" && stateCodes()[strings.ToLower(s)] == s }

func stateHint(path Path, given string) string {
	code := stateCodes()[strings.ToLower(strings.ReplaceAll(given, ".", ""))]
	if code == "" || strings.HasPrefix(string(path), "petitioner.") {
		return "write two capital letters, such as MS"
	}
	return "write " + code
}

// ---- courts and counties ----

// seat is a court with its place in the case and the state the record gives beside it.
type seat struct {
	path  Path
	court Court
	state string
}

func (s seat) inMississippi() Answer {
	if s.state != "" && s.state != "MS" {
		return No
	}
	return s.court.IsMississippi()
}

func (c Case) seats() []seat {
	var out []seat
	for i, o := range c.Record.OtherConvictions {
		out = append(out, seat{entry("record.other_convictions", i, "court"), o.Court, o.State})
	}
	for i, p := range c.Record.PendingCharges {
		out = append(out, seat{entry("record.pending_charges", i, "court"), p.Court, ""})
	}
	for i, ch := range c.Charges {
		out = append(out, seat{ChargePath(i, "court"), ch.Court, ""},
			seat{ChargePath(i, "lower_court.court"), ch.LowerCourt.Court, ""},
			seat{ChargePath(i, "appeal.court"), ch.Appeal.Court, ""})
	}
	return out
}

func entry(list string, i int, field string) Path {
	return Path(list + "[" + strconv.Itoa(i) + "]").Join(field)
}

func (in *inspection) courts(c Case) {
	if a := c.Petitioner.Address; a.County != "" && (a.State == "" || a.State == "MS") {
		if _, ok := assets.FindCounty(a.County); !ok {
			in.add("petitioner.address.county", "county.unknown", countyHint(a.County), "Mississippi has no county of that name")
		}
	}
	for _, s := range c.seats() {
		in.courtState(s)
		if s.inMississippi() == Yes {
			in.courtCounty(s)
			in.courtCity(s)
		}
	}
}

func (in *inspection) courtState(s seat) {
	const hint = "give the state of the court once, as the record has it"
	switch {
	case s.court.Level == OutOfState && (s.court.State == "MS" || s.state == "MS"):
		in.add(s.path.Join("level"), "court.state", hint, "the level is out_of_state, but the state is MS")
	case isState(s.state) && isState(s.court.State) && s.state != s.court.State:
		in.add(s.path.Join("state"), "court.state", hint, "the court is in another state than the conviction")
	}
}

func (in *inspection) courtCounty(s seat) {
	if s.court.County == "" {
		return
	}
	county, ok := assets.FindCounty(s.court.County)
	switch {
	case !ok:
		in.add(s.path.Join("county"), "county.unknown", countyHint(s.court.County), "Mississippi has no county of that name")
	case s.court.District != "" && !county.TwoDistricts():
		in.add(s.path.Join("district"), "court.district", "remove the district, or check the county", "%s County is not divided into judicial districts", county.Name)
	}
}

func (in *inspection) courtCity(s seat) {
	const hint = "remove it, or write level: municipal if the case was in the city's own court"
	if s.court.Level == Municipal {
		return
	}
	switch {
	case s.court.City != "":
		in.add(s.path.Join("city"), "court.city", hint, "a %s court has no city", s.court.Level)
	case s.court.Municipality != "":
		in.add(s.path.Join("municipality"), "court.city", hint, "a %s court has no municipality", s.court.Level)
	}
}

func countyHint(given string) string {
	if m, ok := assets.FindMunicipality(given); ok {
		return fmt.Sprintf("that is a %s in %s County", m.Kind, m.County)
	}
	var names []string
	for _, c := range assets.Counties() {
		names = append(names, c.Name)
	}
	bare := given
	if n := len(given) - len(" county"); n > 0 && strings.EqualFold(given[n:], " county") {
		bare = given[:n]
	}
	if near := Nearest(bare, names); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return "write one of the 82 counties of Mississippi; for a court elsewhere write level: out_of_state"
}

// ---- sections ----

func (in *inspection) sections(c Case) {
	for i, o := range c.Record.OtherConvictions {
		s := seat{court: o.Court, state: o.State}
		if s.inMississippi() != No {
			in.section(entry("record.other_convictions", i, "section"), o.Section)
		}
	}
	for i, p := range c.Record.PendingCharges {
		if p.Court.IsMississippi() != No {
			in.section(entry("record.pending_charges", i, "section"), p.Section)
		}
	}
	for i, ch := range c.Charges {
		if ch.Court.IsMississippi() != No {
			in.section(ChargePath(i, "section"), ch.Section)
			in.section(ChargePath(i, "charged.section"), ch.Charged.Section)
			in.section(ChargePath(i, "diversion.under"), ch.Diversion.Under)
		}
	}
}

func (in *inspection) section(path Path, s Section) {
	if !s.Known() || s.Readable() {
		return
	}
	hint := "write one section, like 97-17-41 or 63-11-30(2)(a)"
	if path.Pattern() == "charges[].section" {
		hint += "; a city ordinance goes under ordinance"
	}
	in.add(path, "section.format", hint, "this is not a section of the Mississippi Code")
}

// ---- cause numbers ----

var (
	letterAmongDigits = regexp.MustCompile(`[0-9][OoIl]+[0-9]`)
	lettersAndDigits  = regexp.MustCompile(`[0-9A-Za-z]+`)
	letterForDigit    = regexp.MustCompile(`^[0-9OoIl]*(?:[0-9][OoIl]|[OoIl][0-9])[0-9OoIl]*$`)
)

// mistyped reports whether a letter O, I or l stands where a digit belongs: between
// digits, or beside one in a run that has no other letter.
func mistyped(cause string) bool {
	if letterAmongDigits.MatchString(cause) {
		return true
	}
	for _, run := range lettersAndDigits.FindAllString(cause, -1) {
		if letterForDigit.MatchString(run) {
			return true
		}
	}
	return false
}

func (in *inspection) causes(c Case) {
	in.cause("filing.cause_number", c.Filing.CauseNumber)
	for i, ch := range c.Charges {
		in.cause(ChargePath(i, "cause_number"), ch.CauseNumber)
		in.cause(ChargePath(i, "lower_court.cause_number"), ch.LowerCourt.CauseNumber)
		in.cause(ChargePath(i, "appeal.cause_number"), ch.Appeal.CauseNumber)
	}
}

// cause refuses only what is clearly not a cause number: courts number as they like.
func (in *inspection) cause(path Path, s string) {
	const code, again = "cause.format", "copy it again from the docket, or leave it empty"
	if s == "" {
		return
	}
	switch strings.ToLower(s) {
	case "n/a", "na", "none", "nil", "tbd", "to be determined":
		in.add(path, code, "leave it empty, or write unknown; the papers then show a blank", "this says that there is no cause number yet")
		return
	}
	switch at := strings.IndexAny(s, "@#!?=<>{}$%^*~;\""); {
	case at >= 0:
		in.add(path, code, again, "the cause number holds %q, which no docket uses", s[at])
	case strings.IndexFunc(s, isLetterOrDigit) < 0:
		in.add(path, code, again, "the cause number has no letter or digit")
	case mistyped(s):
		in.add(path, code, "check whether 0 or 1 is meant", "the cause number has the letter O, I or l beside a digit")
	}
}

func isLetterOrDigit(r rune) bool {
	return r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80
}

// ---- dates ----

// day is a date with its place in the case.
type day struct {
	path Path
	date Date
}

// past lists every date of something that has happened, the birth left out.
func (c Case) past() []day {
	var out []day
	for i, o := range c.Record.OtherConvictions {
		out = append(out, day{entry("record.other_convictions", i, "date"), o.Date})
	}
	for i, r := range c.Record.EarlierRelief {
		out = append(out, day{entry("record.earlier_relief", i, "date"), r.Date})
	}
	for i, ch := range c.Charges {
		at := func(field string, d Date) { out = append(out, day{ChargePath(i, field), d}) }
		at("appeal.date", ch.Appeal.Date)
		at("offense_date", ch.OffenseDate)
		at("arrest.date", ch.Arrest.Date)
		at("indictment_date", ch.IndictmentDate)
		at("outcome_date", ch.OutcomeDate)
		at("sentence.date", ch.Sentence.Date)
		at("sentence.terms_completed", ch.Sentence.TermsCompleted)
		at("sentence.payments_completed", ch.Sentence.PaymentsCompleted)
		at("diversion.ended", ch.Diversion.Ended)
		at("pardoned", ch.Pardoned)
	}
	return append(out, day{"filing.filed_on", c.Filing.FiledOn}, day{"filing.prosecutor_served_on", c.Filing.ProsecutorServedOn})
}

func (in *inspection) future(c Case) {
	hint := fmt.Sprintf("look at the paper again; the last day that has come is %s", in.asOf)
	if c.Petitioner.DateOfBirth.After(in.asOf) {
		in.add("petitioner.date_of_birth", "date.future", hint, "the date of birth is in the future")
	}
	for _, d := range c.past() {
		if d.date.After(in.asOf) {
			in.add(d.path, "date.future", hint, "the date is in the future")
		}
	}
}

// birth names the earliest date that comes before the birth: one wrong year would
// otherwise be reported at every date of the case.
func (in *inspection) birth(c Case) {
	days := append(c.past(), day{"filing.hearing_on", c.Filing.HearingOn})
	for i, ch := range c.Charges {
		days = append(days, day{ChargePath(i, "sentence.supervision_ends"), ch.Sentence.SupervisionEnds})
	}
	var first day
	for _, d := range days {
		if d.date.Before(c.Petitioner.DateOfBirth) && (first.path == "" || d.date.Before(first.date)) {
			first = d
		}
	}
	if first.path != "" {
		in.add("petitioner.date_of_birth", "date.order", "look at the papers of both dates again", "the date of birth is after %s", first.path)
	}
}

func (in *inspection) order(c Case) {
	for i, ch := range c.Charges {
		for _, pair := range chargeOrder(ch) {
			in.inOrder(ChargePath(i, ""), pair[0], pair[1])
		}
	}
	in.inOrder("filing", day{"filed_on", c.Filing.FiledOn}, day{"hearing_on", c.Filing.HearingOn})
	in.inOrder("filing", day{"prosecutor_served_on", c.Filing.ProsecutorServedOn}, day{"hearing_on", c.Filing.HearingOn})
}

// chargeOrder lists the pairs of dates of which the first cannot come after the second.
func chargeOrder(ch Charge) [][2]day {
	offense := day{"offense_date", ch.OffenseDate}
	arrest := day{"arrest.date", ch.Arrest.Date}
	indictment := day{"indictment_date", ch.IndictmentDate}
	outcome := day{"outcome_date", ch.OutcomeDate}
	sentence := day{"sentence.date", ch.Sentence.Date}
	pairs := [][2]day{
		{offense, arrest},
		{offense, indictment},
		{offense, outcome},
		{offense, sentence},
		{arrest, outcome},
		{indictment, outcome},
		{outcome, sentence},
		{offense, {"diversion.ended", ch.Diversion.Ended}},
		{outcome, {"sentence.terms_completed", ch.Sentence.TermsCompleted}},
		{sentence, {"sentence.terms_completed", ch.Sentence.TermsCompleted}},
		{outcome, {"sentence.supervision_ends", ch.Sentence.SupervisionEnds}},
		{outcome, {"pardoned", ch.Pardoned}},
	}
	// After a reversal the outcome that counts is the one on remand, later than the appeal.
	if ch.Appeal.Outcome == AppealReversed || ch.AfterReversal == Yes {
		return slices.DeleteFunc(pairs, func(p [2]day) bool {
			return ch.Outcome != Convicted && p[0] == outcome && strings.HasPrefix(string(p[1].path), "sentence.")
		})
	}
	return append(pairs, [2]day{outcome, {"appeal.date", ch.Appeal.Date}})
}

func (in *inspection) inOrder(at Path, early, late day) {
	if late.date.Before(early.date) {
		in.add(at.Join(string(late.path)), "date.order", "look at the papers of both dates again", "%s is before %s", late.path, early.path)
	}
}

// ---- facts that contradict one another ----

func (in *inspection) sentence(i int, ch *Charge) {
	s := &ch.Sentence
	if s.AllTermsComplete == No && s.TermsCompleted.Known() && !s.TermsCompleted.After(in.asOf) {
		in.conflict(ChargePath(i, "sentence.all_terms_complete"), "all_terms_complete is no, but terms_completed has passed")
	}
	if s.RestitutionPaid == RestitutionUnpaid && s.AllTermsComplete == Yes {
		in.conflict(ChargePath(i, "sentence.restitution_paid"), "restitution_paid is no, but all_terms_complete, which includes restitution, is yes")
	}
	if s.FinesCostsPaid == Yes && s.BalanceDue.Cents > 0 {
		in.conflict(ChargePath(i, "sentence.balance_due"), "there is a balance_due, but fines_costs_paid is yes")
	}
	if s.FinesCostsPaid == No && s.BalanceDue.Stated && s.BalanceDue.Cents == 0 {
		in.conflict(ChargePath(i, "sentence.balance_due"), "balance_due is nothing, but fines_costs_paid is no")
	}
}

func (in *inspection) outcome(i int, ch *Charge) {
	if ch.Indicted == No && ch.IndictmentDate.Known() {
		in.conflict(ChargePath(i, "indicted"), "indicted is no, but there is an indictment_date")
	}
	if ch.Outcome == NoBill && ch.Indicted == Yes {
		in.conflict(ChargePath(i, "indicted"), "indicted is yes, but the outcome is no_bill")
	}
	switch ch.Outcome {
	case Acquitted, NotGuiltyInsanity, Dismissed, NolleProsequi, NoBill:
	default:
		return
	}
	if ch.Diversion != (Diversion{}) || ch.AfterReversal == Yes || ch.Appeal.Outcome == AppealReversed {
		return // there was a sentence, or something like one, before the charge ended this way
	}
	if ch.Sentence.Date.Known() {
		in.conflict(ChargePath(i, "sentence.date"), "there is a date of sentence, but the outcome is %s", ch.Outcome)
	}
	if ch.Sentence.TermsCompleted.Known() {
		in.conflict(ChargePath(i, "sentence.terms_completed"), "there is a date a sentence was completed, but the outcome is %s", ch.Outcome)
	}
}

func (in *inspection) grade(i int, ch *Charge) {
	if ch.Grade != Felony || ch.Outcome != Convicted || ch.Court.IsMississippi() != Yes {
		return
	}
	if ch.Court.Level == Justice || ch.Court.Level == Municipal {
		in.add(ChargePath(i, "grade"), "court.grade", "give the court that sentenced under court and this one under lower_court, or the grade of conviction under grade", "a %s court cannot convict of a felony", ch.Court.Level)
	}
}

// drunkDriving is the section of driving under the influence.
const drunkDriving = "63-11-30"

func (in *inspection) trafficGrades(c Case) {
	check := func(path Path, g Grade, s Section) {
		if g == Traffic && s.Base() == drunkDriving {
			in.add(path, "grade.section", "driving under the influence is a misdemeanor or a felony; write which", "the grade is traffic, but the section is 63-11-30")
		}
	}
	for i, o := range c.Record.OtherConvictions {
		check(entry("record.other_convictions", i, "grade"), o.Grade, o.Section)
	}
	for i, p := range c.Record.PendingCharges {
		check(entry("record.pending_charges", i, "grade"), p.Grade, p.Section)
	}
	for i, ch := range c.Charges {
		check(ChargePath(i, "grade"), ch.Grade, ch.Section)
		check(ChargePath(i, "charged.grade"), ch.Charged.Grade, ch.Charged.Section)
	}
}

// ---- the same thing twice ----

func (in *inspection) repeated(c Case) {
	for i, o := range c.Record.OtherConvictions {
		at := entry("record.other_convictions", i, "")
		for j, ch := range c.Charges {
			if sameConviction(o, ch) {
				in.add(at, "charge.twice", "remove it here if it is the same conviction; give the two different event labels if it is not", "this looks like the conviction of charges[%d]", j)
			}
		}
		for j, earlier := range c.Record.OtherConvictions[:i] {
			if o.Date.Known() && o.Date == earlier.Date && o.Court == earlier.Court && strings.EqualFold(o.Event, earlier.Event) && sameOffense(o.Section, earlier.Section, o.Offense, earlier.Offense) {
				in.add(at, "charge.twice", "remove one if they are the same conviction; give the two different event labels if they are not", "this looks the same as record.other_convictions[%d]", j)
			}
		}
	}
	for i := range c.Charges {
		for j := range c.Charges[:i] {
			if sameCharge(&c.Charges[i], &c.Charges[j]) {
				in.add(ChargePath(i, ""), "charge.twice", "remove one if they are the same charge; give each its own count if they are not", "this looks the same as charges[%d]", j)
			}
		}
	}
}

func sameConviction(o OtherConviction, ch Charge) bool {
	if ch.Outcome != Convicted || !o.Date.Known() || (o.Date != ch.OutcomeDate && o.Date != ch.Sentence.Date) {
		return false
	}
	here, there := seat{court: ch.Court}.inMississippi(), seat{court: o.Court, state: o.State}.inMississippi()
	if here.Known() && there.Known() && here != there {
		return false
	}
	return !differ(o.Event, ch.Event) && !o.Court.Differs(ch.Court) && sameOffense(o.Section, ch.Section, o.Offense, ch.Offense)
}

func sameCharge(a, b *Charge) bool {
	return a.CauseNumber != "" && strings.EqualFold(a.CauseNumber, b.CauseNumber) && a.Court == b.Court && a.Count == b.Count &&
		a.Outcome == b.Outcome && a.OutcomeDate == b.OutcomeDate && !differ(a.Event, b.Event) && sameOffense(a.Section, b.Section, a.Offense, b.Offense)
}

// sameOffense compares the sections where both are known, one within the other counting
// as the same, and else the names. Nothing known on either side is not the same.
func sameOffense(s, t Section, offense, other string) bool {
	switch {
	case s.Readable() && t.Readable():
		return s.Within(t) || t.Within(s)
	case s.Known() && t.Known():
		return strings.EqualFold(s.String(), t.String())
	default:
		return offense != "" && strings.EqualFold(offense, other)
	}
}

// differ reports whether two texts are both known and not the same but for case.
func differ(a, b string) bool { return a != "" && b != "" && !strings.EqualFold(a, b) }

// ---- the order of the case file ----

var fieldRanks = sync.OnceValue(func() map[Path]int {
	out := map[Path]int{}
	for i, field := range Fields() {
		for p := string(field); p != ""; p = p[:max(strings.LastIndexAny(p, ".["), 0)] {
			if _, seen := out[Path(p)]; !seen {
				out[Path(p)] = i
			}
		}
	}
	return out
})

// compareInFile orders paths as the case file has them. An entry of a list comes before
// its fields, and a path that no field has comes last.
func compareInFile(a, b Path) int {
	listA, atA := splitEntry(a)
	listB, atB := splitEntry(b)
	return cmp.Or(cmp.Compare(fileRank(listA), fileRank(listB)), cmp.Compare(atA, atB),
		cmp.Compare(fileRank(a.Pattern()), fileRank(b.Pattern())), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
}

func fileRank(p Path) int {
	if rank, ok := fieldRanks()[p]; ok {
		return rank
	}
	return math.MaxInt
}

// splitEntry returns the list a path goes through and the number of its entry; for a path
// that goes through none, the path and -1.
func splitEntry(p Path) (Path, int) {
	open := strings.IndexByte(string(p), '[')
	if open < 0 {
		return p, -1
	}
	at := 0
	for _, r := range string(p[open+1:]) {
		if r < '0' || r > '9' {
			break
		}
		at = at*10 + int(r-'0')
	}
	return p[:open], at
}
