package petition

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The closed lists of the case file. The zero value of each is "not known".
type (
	// Level is the kind of court.
	Level string
	// District is the judicial district of a county that has two.
	District string
	// MunicipalityKind is what a municipality calls itself.
	MunicipalityKind string
	// Grade is the grade of an offense; Traffic is Title 63 other than DUI.
	Grade string
	// Outcome is how a charge ended.
	Outcome string
	// ReliefKind is the kind of an earlier relief.
	ReliefKind string
	// ReliefOf is what an earlier relief was for.
	ReliefOf string
	// ArrestKind tells an arrest from a citation.
	ArrestKind string
	// AppealOutcome is how an appeal ended.
	AppealOutcome string
	// Paper says whether a paper is in hand.
	Paper string
	// Restitution says whether restitution is paid; RestitutionNone means none was ordered.
	Restitution string
	// Language is a language the client summary can be printed in.
	Language string
)

// Kinds of court.
const (
	Circuit    Level = "circuit"
	County     Level = "county"
	Justice    Level = "justice"
	Municipal  Level = "municipal"
	Youth      Level = "youth"
	Federal    Level = "federal"
	Tribal     Level = "tribal"
	Military   Level = "military"
	OutOfState Level = "out_of_state"
)

// Judicial districts of the ten two-district counties.
const (
	FirstDistrict  District = "first"
	SecondDistrict District = "second"
)

// Kinds of municipality.
const (
	City    MunicipalityKind = "city"
	Town    MunicipalityKind = "town"
	Village MunicipalityKind = "village"
)

// Grades of offense.
const (
	Felony      Grade = "felony"
	Misdemeanor Grade = "misdemeanor"
	Traffic     Grade = "traffic"
)

// Outcomes of a charge.
const (
	Convicted             Outcome = "convicted"
	Acquitted             Outcome = "acquitted"
	NotGuiltyInsanity     Outcome = "not_guilty_insanity"
	Dismissed             Outcome = "dismissed"
	NolleProsequi         Outcome = "nolle_prosequi"
	NoBill                Outcome = "no_bill"
	RetiredToFile         Outcome = "retired_to_file"
	NoDisposition         Outcome = "no_disposition"
	Uncharged             Outcome = "uncharged"
	Pending               Outcome = "pending"
	Nonadjudicated        Outcome = "nonadjudicated"
	ConditionalDischarge  Outcome = "conditional_discharge"
	PretrialIntervention  Outcome = "pretrial_intervention"
	InterventionCourt     Outcome = "intervention_court"
	VeteransCourt         Outcome = "veterans_court"
	MentalHealthCourt     Outcome = "mental_health_court"
	TrafficSchool         Outcome = "traffic_school"
	AdjudicatedDelinquent Outcome = "adjudicated_delinquent"
	NotDelinquent         Outcome = "not_delinquent"
)

// Kinds of earlier relief.
const (
	ReliefExpunction           ReliefKind = "expunction"
	ReliefNonadjudication      ReliefKind = "nonadjudication"
	ReliefConditionalDischarge ReliefKind = "conditional_discharge"
	ReliefPretrialIntervention ReliefKind = "pretrial_intervention"
	ReliefInterventionCourt    ReliefKind = "intervention_court"
	ReliefTrafficSchool        ReliefKind = "traffic_school"
	ReliefVacatur              ReliefKind = "vacatur"
)

// What an earlier relief was for.
const (
	OfFelony        ReliefOf = "felony"
	OfMisdemeanor   ReliefOf = "misdemeanor"
	OfTraffic       ReliefOf = "traffic"
	OfDUI           ReliefOf = "dui"
	OfDrug          ReliefOf = "drug"
	OfNonconviction ReliefOf = "nonconviction"
)

// Kinds of arrest.
const (
	ArrestMade     ArrestKind = "arrest"
	CitationIssued ArrestKind = "citation"
)

// Outcomes of an appeal. AppealUnknown was written so, which says that there was an
// appeal; the zero value was not stated.
const (
	AppealAffirmed  AppealOutcome = "affirmed"
	AppealReversed  AppealOutcome = "reversed"
	AppealDismissed AppealOutcome = "dismissed"
	AppealPending   AppealOutcome = "pending"
	AppealUnknown   AppealOutcome = "unknown"
)

// Whether a paper is in hand.
const (
	PaperHave Paper = "have"
	PaperNeed Paper = "need"
	PaperNone Paper = "none"
)

// Whether restitution is paid. RestitutionUnknown was written so; the zero value was not stated.
const (
	RestitutionPaid    Restitution = "yes"
	RestitutionUnpaid  Restitution = "no"
	RestitutionNone    Restitution = "none"
	RestitutionUnknown Restitution = "unknown"
)

// Languages of the client summary.
const (
	English Language = "en"
	Spanish Language = "es"
)

// Values lists the words the type accepts in the case file, in the order a person
// should be offered them.
func (Level) Values() []string {
	return []string{"circuit", "county", "justice", "municipal", "youth", "federal", "tribal", "military", "out_of_state"}
}

// Values lists the words the type accepts in the case file.
func (District) Values() []string { return []string{"first", "second"} }

// Values lists the words the type accepts in the case file.
func (MunicipalityKind) Values() []string { return []string{"city", "town", "village"} }

// Values lists the words the type accepts in the case file.
func (Grade) Values() []string { return []string{"felony", "misdemeanor", "traffic"} }

// Values lists the words the type accepts in the case file.
func (Outcome) Values() []string {
	return []string{
		"convicted", "acquitted", "not_guilty_insanity", "dismissed", "nolle_prosequi", "no_bill",
		"retired_to_file", "no_disposition", "uncharged", "pending", "nonadjudicated", "conditional_discharge",
		"pretrial_intervention", "intervention_court", "veterans_court", "mental_health_court",
		"traffic_school", "adjudicated_delinquent", "not_delinquent",
	}
}

// Values lists the words the type accepts in the case file.
func (ReliefKind) Values() []string {
	return []string{
		"expunction", "nonadjudication", "conditional_discharge", "pretrial_intervention",
		"intervention_court", "traffic_school", "vacatur",
	}
}

// Values lists the words the type accepts in the case file.
func (ReliefOf) Values() []string {
	return []string{"felony", "misdemeanor", "traffic", "dui", "drug", "nonconviction"}
}

// Values lists the words the type accepts in the case file.
func (ArrestKind) Values() []string { return []string{"arrest", "citation"} }

// Values lists the words the type accepts in the case file beside unknown.
func (AppealOutcome) Values() []string {
	return []string{"affirmed", "reversed", "dismissed", "pending"}
}

// Values lists the words the type accepts in the case file.
func (Paper) Values() []string { return []string{"have", "need", "none"} }

// Values lists the words the type accepts in the case file.
func (Restitution) Values() []string { return []string{"yes", "no", "none", "unknown"} }

// Values lists the words the type accepts in the case file.
func (Language) Values() []string { return []string{"en", "es"} }

// UnmarshalText reads a word of the list; see [ValueError] for what it refuses.
func (v *Level) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *District) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *MunicipalityKind) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *Grade) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *Outcome) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *ReliefKind) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *ReliefOf) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *ArrestKind) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list, or one that says the outcome is unknown.
func (v *AppealOutcome) UnmarshalText(b []byte) error {
	if IsUnknownWord(string(b)) {
		*v = AppealUnknown
		return nil
	}
	return pick(v, b)
}

// UnmarshalText reads a word of the list.
func (v *Paper) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads a word of the list.
func (v *Language) UnmarshalText(b []byte) error { return pick(v, b) }

// UnmarshalText reads yes, no, none or unknown, in the spellings of [Answer].
func (v *Restitution) UnmarshalText(b []byte) error {
	if strings.EqualFold(strings.TrimSpace(string(b)), "none") {
		*v = RestitutionNone
		return nil
	}
	var a Answer
	if err := a.UnmarshalText(b); err != nil {
		return &ValueError{Code: "answer.unknown", Message: "the answer is not one of yes, no, none, unknown", Hint: "write none when no restitution was ordered"}
	}
	*v = Restitution(a.String())
	return nil
}

// word is what the closed lists have in common.
type word interface {
	~string
	Values() []string
}

// pick sets v to the word of its list that b spells, in any case, with spaces or
// hyphens for underscores. "unknown" and "?" leave the zero value.
func pick[T word](v *T, b []byte) error {
	given := strings.ToLower(strings.TrimSpace(string(b)))
	given = strings.NewReplacer(" ", "_", "-", "_").Replace(given)
	if IsUnknownWord(given) {
		*v = ""
		return nil
	}
	values := (*v).Values()
	if slices.Contains(values, given) {
		*v = T(given)
		return nil
	}
	hint := "write one of: " + strings.Join(values, ", ")
	if near := Nearest(given, values); near != "" {
		hint = fmt.Sprintf("did you mean %q? The words are: %s", near, strings.Join(values, ", "))
	}
	message := "the word is not one of those this field takes"
	if len(given) > 4 && IsSlipOf(given, values) { // anything else may be a name that slipped into the wrong column
		message = fmt.Sprintf("%q is not one of the words this field takes", clip(b))
	}
	return &ValueError{Code: "word.unknown", Message: message, Hint: hint}
}

// IsUnknownWord reports whether the text says that a fact is not known: unknown, ?, null or ~.
func IsUnknownWord(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "unknown", "?", "null", "~":
		return true
	default:
		return false
	}
}

// Answer is the answer to a yes-or-no question of fact. Unstated and Unknown are
// both "not known"; they differ where a fact can only open a route, which an
// unstated fact leaves closed and an unknown one leaves in doubt.
type Answer int8

// The four answers.
const (
	Unstated Answer = iota
	Unknown
	No
	Yes
)

// Known reports whether the answer is yes or no.
func (a Answer) Known() bool { return a == Yes || a == No }

// String returns yes, no or unknown, and the empty string for [Unstated].
func (a Answer) String() string {
	switch a {
	case Yes:
		return "yes"
	case No:
		return "no"
	case Unknown:
		return "unknown"
	default:
		return ""
	}
}

// UnmarshalText reads yes, y, true, no, n, false, unknown, ? or null in any case.
func (a *Answer) UnmarshalText(b []byte) error {
	switch s := strings.ToLower(strings.TrimSpace(string(b))); {
	case s == "yes" || s == "y" || s == "true":
		*a = Yes
	case s == "no" || s == "n" || s == "false":
		*a = No
	case IsUnknownWord(s):
		*a = Unknown
	default:
		return &ValueError{Code: "answer.unknown", Message: "the answer is not yes, no or unknown", Hint: "write yes, no or unknown"}
	}
	return nil
}

// Money is an amount in cents. The zero value is "not stated" as well as nothing owed;
// Stated tells them apart.
type Money struct {
	Cents  int64
	Stated bool
}

// String returns the amount as "$420.00", or the empty string when not stated.
func (m Money) String() string {
	if !m.Stated {
		return ""
	}
	return fmt.Sprintf("$%d.%02d", m.Cents/100, m.Cents%100)
}

var moneyText = regexp.MustCompile(`^\$?\s*([0-9]{1,3}(?:,[0-9]{3}){1,2}|[0-9]{1,9})(?:\.([0-9]{2}))?$`)

// UnmarshalText reads dollars, "420", "$1,420.50". Negative amounts are refused.
func (m *Money) UnmarshalText(b []byte) error {
	s := strings.TrimSpace(string(b))
	if IsUnknownWord(s) {
		*m = Money{}
		return nil
	}
	part := moneyText.FindStringSubmatch(s)
	if part == nil {
		return &ValueError{Code: "money.format", Message: "this is not an amount in dollars", Hint: "write dollars, for example 420 or 420.50"}
	}
	dollars, err := strconv.ParseInt(strings.ReplaceAll(part[1], ",", ""), 10, 64)
	if err != nil {
		return &ValueError{Code: "money.format", Message: "the amount is too large", Hint: "write dollars, for example 420 or 420.50"}
	}
	cents, _ := strconv.ParseInt("0"+part[2], 10, 64)
	*m = Money{Cents: dollars*100 + cents, Stated: true}
	return nil
}

// BAC is the result of a blood or breath test, in hundred-thousandths of one per cent,
// so that .16 compares exactly. NoResult means that no result exists.
type BAC struct {
	Value    int64
	Known    bool
	NoResult bool
}

// String returns the result as ".12", "none" where no result exists, and the empty
// string when not known.
func (b BAC) String() string {
	switch {
	case b.NoResult:
		return "none"
	case !b.Known:
		return ""
	default:
		s := strings.TrimRight(fmt.Sprintf("%d.%05d", b.Value/100000, b.Value%100000), "0")
		s = strings.TrimPrefix(strings.TrimSuffix(s, "."), "0")
		if s == "" {
			return ".00"
		}
		for dot := strings.IndexByte(s, '.'); dot >= 0 && len(s)-dot < 3; {
			s += "0"
		}
		return s
	}
}

// UnmarshalText reads a result such as 0.12 or .12, or the word none.
func (b *BAC) UnmarshalText(text []byte) error {
	s := strings.TrimSpace(string(text))
	if IsUnknownWord(s) {
		*b = BAC{}
		return nil
	}
	if strings.EqualFold(s, "none") {
		*b = BAC{NoResult: true}
		return nil
	}
	s = strings.TrimSuffix(s, "%")
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsNaN(v) || v < 0 || v >= 1 || strings.ContainsAny(s, "xXpPeE_") {
		return &ValueError{Code: "bac.format", Message: "this is not a test result", Hint: "write the figure on the paper, for example 0.12, or none when no result exists"}
	}
	*b = BAC{Value: min(int64(math.Round(v*100000)), 99999), Known: true}
	return nil
}

// clip shortens text quoted back in a message, and drops what could disturb a terminal.
func clip(b []byte) string {
	out := []rune{}
	for _, r := range string(b) {
		if r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) {
			r = ' '
		}
		out = append(out, r)
		if len(out) == 60 {
			return string(out) + "…"
		}
	}
	return string(out)
}

// Nearest returns the candidate that is most like the word, compared without case,
// or the empty string when none is near enough to be what the writer meant.
func Nearest(word string, candidates []string) string {
	if utf8.RuneCountInString(word) > 80 { // more than [distance] compares
		return ""
	}
	best, bestAt := "", len(word)/3+1
	for _, c := range candidates {
		if d := distance(strings.ToLower(word), strings.ToLower(c)); d <= bestAt && (best == "" || d < bestAt) {
			best, bestAt = c, d
		}
	}
	return best
}

// distance is the number of single-letter changes, swaps of neighbors included,
// between two words.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x) > 80 || len(y) > 80 {
		return 80
	}
	rows := make([][]int, len(x)+1)
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
		rows[i][0] = i
	}
	for j := range y {
		rows[0][j+1] = j + 1
	}
	for i := range x {
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			rows[i+1][j+1] = min(rows[i][j+1]+1, rows[i+1][j]+1, rows[i][j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				rows[i+1][j+1] = min(rows[i+1][j+1], rows[i-1][j-1]+1)
			}
		}
	}
	return rows[len(x)][len(y)]
}
