package rules_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"expunge/forms/doc/doctest"
	"expunge/petition"
	"expunge/rules"
)

// ---- cases by chance ----

// The pools hold what the law tells apart, and what it does not.
var (
	felonySections = []string{
		"97-17-41", "97-17-41", "97-17-41", "97-17-41", "97-17-41", "97-19-39", "97-19-39", "97-21-33", "97-21-33", "97-17-33", "97-17-33", "41-29-139(c)(1)", "41-29-139(a)(1)", "41-29-139(f)", "41-29-139", "97-17-1", "97-17-3",
		"97-3-7(2)(a)", "97-3-7", "97-3-73", "97-3-65", "97-3-65(1)", "97-1-7", "97-37-5", "97-29-51", "97-29-61", "97-29-63", "97-23-19", "97-9-113",
		"43-47-19", "45-33-33", "63-11-30(2)(c)", "63-11-30(5)", "97-3-107",
	}
	misdemeanorSections = []string{"97-17-43", "97-17-43", "97-35-7", "97-29-47", "97-3-7(1)", "67-3-70(1)", "67-3-70", "67-3-70(3)", "63-3-501", "63-11-30(2)(a)", "41-29-139(c)(2)(A)", "97-29-61"}
	reliefSections      = []string{"", "99-19-71", "99-19-71(1)", "99-19-71(2)(a)", "99-19-71(4)", "99-15-26", "63-11-30", "21-23-7(6)", "41-29-150(d)"}
	offenses            = []string{"", "OWI", "D.U.I.", "noise", "theft", "grand larceny", "armed robbery", "attempted burglary", "speeding", "disorderly conduct", "trafficking, 3 kilograms"}
	labels              = []string{"", "", "", "A", " a", "B"}
	// lawDays are the days on which a version of the law began.
	lawDays = daysOfChanges()
	// violenceFinding is the day from which an order can call a crime one of violence (97-3-2).
	violenceFinding = petition.NewDate(2014, time.July, 1)
)

// daysOfChanges are the days of the changes on which an answer can turn, each once.
func daysOfChanges() []petition.Date {
	var out []petition.Date
	for _, ch := range rules.Changes() {
		if !ch.Background && !slices.Contains(out, ch.Day) {
			out = append(out, ch.Day)
		}
	}
	return out
}

func days(texts ...string) []petition.Date {
	out := make([]petition.Date, len(texts))
	for i, text := range texts {
		d, err := petition.ParseDate(text)
		if err != nil {
			panic(err)
		}
		out[i] = d
	}
	return out
}

// anyAsOf draws the day asked about: today as a rule, or near a day the law turned on.
func anyAsOf(t *rapid.T) petition.Date {
	day := rapid.SampledFrom(slices.Concat(lawDays[len(lawDays)-1:], days("2026-11-23", "2026-11-23", "2026-07-01", "2026-07-01", "2019-07-01", "2016-07-01", "2027-03-01", "2028-02-29", "2028-03-01"))).Draw(t, "as of")
	return day.AddDays(rapid.IntRange(-2, 2).Draw(t, "days off"))
}

// anyDay draws a day whole years before asOf, give or take a few days, or a day on its own.
func anyDay(t *rapid.T, asOf petition.Date, name string) petition.Date {
	if rapid.IntRange(0, 5).Draw(t, name+" kind") == 0 {
		return rapid.SampledFrom(append(days("2012-02-29", "2014-06-30", "2020-02-29", "2024-02-29", "2026-12-31"), lawDays...)).Draw(t, name)
	}
	return asOf.AddYears(-rapid.IntRange(0, 9).Draw(t, name+" years")).AddDays(rapid.IntRange(-3, 2).Draw(t, name))
}

// mostly draws the usual value, and now and then another one.
func mostly[T any](t *rapid.T, name string, usual T, others ...T) T {
	if rapid.IntRange(0, 19).Draw(t, name+" is usual") < 19 {
		return usual
	}
	return rapid.SampledFrom(others).Draw(t, name)
}

func word[T interface {
	~string
	Values() []string
}](t *rapid.T, name string) T {
	var none T
	return T(rapid.SampledFrom(append(none.Values(), "")).Draw(t, name))
}

func anyAnswer(t *rapid.T, name string, usual petition.Answer) petition.Answer {
	return mostly(t, name, usual, petition.Unstated, petition.Unknown, petition.No, petition.Yes)
}

// anyCase draws a whole case, well filled as a rule, so that every answer comes up.
func anyCase(t *rapid.T, asOf petition.Date) petition.Case {
	c := petition.Case{Record: petition.Record{
		Complete: anyAnswer(t, "complete", petition.Yes), PublicOfficial: anyAnswer(t, "official", petition.No),
	}}
	c.Petitioner.DateOfBirth = mostly(t, "born", asOf.AddYears(-rapid.IntRange(20, 40).Draw(t, "age")), petition.Date{}, petition.UnknownDate())
	for range rapid.IntRange(1, 3).Draw(t, "charges") {
		c.Charges = append(c.Charges, anyCharge(t, asOf))
	}
	for range rapid.SampledFrom([]int{0, 0, 0, 1, 2}).Draw(t, "others") {
		c.Record.OtherConvictions = append(c.Record.OtherConvictions, anyConviction(t, asOf))
	}
	for range rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "reliefs") {
		c.Record.EarlierRelief = append(c.Record.EarlierRelief, anyRelief(t, asOf))
	}
	for range rapid.SampledFrom([]int{0, 0, 0, 0, 1}).Draw(t, "pending") {
		c.Record.PendingCharges = append(c.Record.PendingCharges, petition.PendingCharge{
			Offense: rapid.SampledFrom(offenses).Draw(t, "offense"), Grade: word[petition.Grade](t, "grade"), Court: anyCourt(t, petition.Circuit),
		})
	}
	if rapid.IntRange(0, 7).Draw(t, "filed") == 0 {
		c.Filing.FiledOn = anyDay(t, asOf, "filed on")
		c.Filing.HearingOn = mostly(t, "heard", asOf, petition.Date{}, asOf.AddDays(40))
	}
	for range rapid.IntRange(0, 2).Draw(t, "slips") {
		slip(t, &c, asOf)
	}
	for i := range c.Record.EarlierRelief {
		agree(&c.Record.EarlierRelief[i])
	}
	foreignSections(&c)
	for i := range c.Record.OtherConvictions {
		called(&c.Record.OtherConvictions[i].Offense, c.Record.OtherConvictions[i].Section)
	}
	for i := range c.Charges {
		ch := &c.Charges[i]
		called(&ch.Offense, ch.Section)
		if ch.Outcome == petition.Pending {
			ch.OutcomeDate = petition.Date{}
		}
		if s := &ch.Sentence; s.CrimeOfViolenceFinding == petition.Yes && ch.Judgment().Before(violenceFinding) { // no order could carry it
			s.CrimeOfViolenceFinding = petition.Unknown
		}
	}
	return c
}

func anyRelief(t *rapid.T, asOf petition.Date) petition.EarlierRelief {
	return petition.EarlierRelief{
		Kind: word[petition.ReliefKind](t, "kind"), Of: word[petition.ReliefOf](t, "of"), Section: petition.ParseSection(rapid.SampledFrom(reliefSections).Draw(t, "section")),
		Date: anyDay(t, asOf, "relief"), Event: rapid.SampledFrom(labels).Draw(t, "event"),
	}
}

// called gives an offense of which the law also reads the name the name of its section,
// and takes from another the name of a DUI.
func called(offense *string, s petition.Section) {
	if s.Readable() && (*offense == "OWI" || *offense == "D.U.I.") {
		*offense = "theft"
	}
	switch s.Base() {
	case "63-11-30":
		*offense = "DUI"
	case "41-29-139":
		*offense = "possession"
	}
}

// foreignSections gives what other courts decided a section of no Mississippi form: what
// reads as one of ours is only ours where the state is not known.
func foreignSections(c *petition.Case) {
	for i := range c.Record.OtherConvictions {
		o := &c.Record.OtherConvictions[i]
		if o.Section.Readable() && ((o.State != "" && o.State != "MS") || o.Court.IsMississippi() == petition.No) {
			o.Section = petition.ParseSection("TCA 39-14-103")
		}
	}
	for i := range c.Charges {
		ch := &c.Charges[i]
		switch {
		case ch.Section.Readable() && ch.Court.IsMississippi() == petition.No:
			ch.Section = petition.ParseSection("TCA 39-14-103")
		case !ch.Section.Known() && ch.Court.Level == petition.Municipal && ch.Grade != petition.Felony:
			ch.Ordinance = "14-3"
		}
	}
}

// agree makes what is said of a relief agree: a DUI has one section, which is of nothing
// else; only a felony is expunged under (2), and nothing but expunctions under 99-19-71.
// Where two facts contradict one another, to forget one of them can mend the answer.
func agree(r *petition.EarlierRelief) {
	if r.Of == petition.OfDUI && r.Kind != "" && r.Kind != petition.ReliefExpunction {
		r.Kind = petition.ReliefNonadjudication
	}
	program := map[petition.ReliefKind]string{
		petition.ReliefConditionalDischarge: "41-29-150", petition.ReliefNonadjudication: "99-15-26", petition.ReliefPretrialIntervention: "99-15-123",
		petition.ReliefInterventionCourt: "9-23-23", petition.ReliefTrafficSchool: "63-9-11", petition.ReliefVacatur: "97-3-54.6",
	}[r.Kind]
	switch {
	case r.Of == petition.OfDUI:
		r.Section = petition.ParseSection("63-11-30")
	case program != "" && r.Section.Known():
		r.Section = petition.ParseSection(program)
	case r.Section.Base() == "63-11-30" && r.Of != "":
		r.Section = petition.Section{}
	case r.Section.Subsections() == "(2)(a)" && r.Of != "":
		r.Of = petition.OfFelony
	case r.Section.Subsections() == "(1)" && r.Of != "":
		r.Of = petition.OfMisdemeanor
	}
}

func anyCourt(t *rapid.T, usual petition.Level) petition.Court {
	court := petition.Court{Level: mostly(t, "level", usual, petition.Circuit, petition.County, petition.Justice, petition.Municipal, petition.Youth, petition.Federal, petition.OutOfState, ""), County: "Rankin"}
	if court.Level == petition.Municipal {
		court.City = "Brandon"
	}
	return court
}

func anyConviction(t *rapid.T, asOf petition.Date) petition.OtherConviction {
	grade := word[petition.Grade](t, "grade")
	pool := misdemeanorSections
	if grade == petition.Felony {
		pool = felonySections
	}
	section, offense := petition.ParseSection(mostly(t, "section", rapid.SampledFrom(pool).Draw(t, "of pool"), "", "18 U.S.C. 922")), rapid.SampledFrom(offenses).Draw(t, "offense")
	if section.Base() == "63-11-30" {
		grade = petition.Misdemeanor
	}
	return petition.OtherConviction{
		Offense: offense, Section: section,
		Grade: grade, Date: mostly(t, "date", anyDay(t, asOf, "convicted"), petition.Date{}, petition.UnknownDate()),
		State: mostly(t, "state", "", "MS", "TX"), Court: anyCourt(t, petition.Municipal), Event: rapid.SampledFrom(labels).Draw(t, "event"),
	}
}

// anyCharge draws a charge of one of the kinds the routes speak of.
func anyCharge(t *rapid.T, asOf petition.Date) petition.Charge {
	ch := petition.Charge{
		Grade: petition.Misdemeanor, Offense: mostly(t, "offense", "theft", offenses...), Event: rapid.SampledFrom(labels).Draw(t, "event"),
		CauseNumber: mostly(t, "cause", "", "2016-0123"), OffenseDate: anyDay(t, asOf, "offense day"), OutcomeDate: mostly(t, "outcome day", anyDay(t, asOf, "outcome"), petition.Date{}, petition.UnknownDate()),
		Arrest: petition.Arrest{Kind: mostly(t, "arrest", petition.ArrestMade, petition.CitationIssued, ""), Date: anyDay(t, asOf, "arrested"), Released: anyAnswer(t, "released", petition.Yes)},
	}
	level, pool := rapid.SampledFrom([]petition.Level{petition.Circuit, petition.County, petition.Justice, petition.Municipal}).Draw(t, "court"), misdemeanorSections
	switch rapid.IntRange(0, 9).Draw(t, "charge") {
	case 0, 1, 2:
		ch.Outcome, ch.Grade, level, pool = petition.Convicted, petition.Felony, petition.Circuit, felonySections
	case 3, 4:
		ch.Outcome = petition.Convicted
	case 5:
		ch.Outcome, pool, ch.Offense = petition.Convicted, []string{"63-11-30(2)(a)", "63-11-30(3)", "63-11-30"}, "DUI"
	case 6:
		ch.Outcome, pool = petition.Convicted, []string{"41-29-139(c)(2)(A)", "67-3-70(1)", "67-3-70(2)"}
	case 7:
		ch.Outcome = rapid.SampledFrom([]petition.Outcome{petition.Dismissed, petition.NolleProsequi, petition.NoBill, petition.RetiredToFile, petition.Acquitted, petition.NoDisposition, petition.Uncharged, petition.Pending}).Draw(t, "outcome")
	case 8:
		ch.Outcome, pool = word[petition.Outcome](t, "outcome"), []string{"41-29-139(c)(1)", "97-17-41", "63-11-30(2)(a)"}
		ch.Diversion = petition.Diversion{Under: petition.ParseSection(rapid.SampledFrom([]string{"", "99-15-26", "41-29-150", "99-15-57"}).Draw(t, "under")), Completed: anyAnswer(t, "completed", petition.Yes), FeesPaid: anyAnswer(t, "fees", petition.Yes)}
	default:
		ch.Outcome, level = rapid.SampledFrom([]petition.Outcome{petition.Dismissed, petition.NotDelinquent, petition.AdjudicatedDelinquent}).Draw(t, "outcome"), petition.Youth
	}
	ch.Court, ch.Section = anyCourt(t, level), petition.ParseSection(mostly(t, "section", rapid.SampledFrom(pool).Draw(t, "of pool"), "", "97-99"))
	if ch.Outcome == petition.Convicted {
		ch.Sentence = anySentence(t, asOf, ch.OutcomeDate)
	}
	ch.DUI = petition.DUI{RefusedTest: anyAnswer(t, "refused", petition.No), BAC: mostly(t, "bac", petition.BAC{Value: 15999, Known: true}, petition.BAC{}, petition.BAC{Value: 16000, Known: true}, petition.BAC{NoResult: true}), Justification: mostly(t, "justification", "steady work", "")}
	ch.CommercialLicense, ch.InVehicle = anyAnswer(t, "commercial", petition.No), anyAnswer(t, "vehicle", petition.No)
	return ch
}

// anySentence draws a sentence that was completed on the day of the judgment or later.
func anySentence(t *rapid.T, asOf, judgment petition.Date) petition.Sentence {
	completed := petition.Latest(anyDay(t, asOf, "terms completed"), judgment)
	return petition.Sentence{
		AllTermsComplete: anyAnswer(t, "terms", petition.Yes), FinesCostsPaid: anyAnswer(t, "paid", petition.Yes), CrimeOfViolenceFinding: anyAnswer(t, "finding", petition.No),
		TermsCompleted:    mostly(t, "completed", completed, petition.Date{}, petition.UnknownDate()),
		SupervisionEnds:   mostly(t, "supervision", petition.Date{}, petition.UnknownDate(), petition.Latest(asOf.AddYears(-2), judgment), asOf.AddDays(1)),
		PaymentsCompleted: mostly(t, "payments", petition.Date{}, petition.UnknownDate(), petition.Latest(asOf.AddYears(-3), judgment), asOf.AddDays(1)),
		RestitutionPaid:   mostly(t, "restitution", "", petition.RestitutionPaid, petition.RestitutionUnpaid, petition.RestitutionNone, petition.RestitutionUnknown),
	}
}

// ---- the facts of a case, one by one ----

// place is one fact of a case, and where it stands.
type place struct {
	path  petition.Path
	value reflect.Value
}

// places lists every fact of the case that a rule could read.
func places(c *petition.Case) []place {
	var out []place
	var walk func(v reflect.Value, at petition.Path)
	walk = func(v reflect.Value, at petition.Path) {
		switch {
		case v.Kind() == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct:
			for i := range v.Len() {
				walk(v.Index(i), petition.Path(fmt.Sprintf("%s[%d]", at, i)))
			}
		case v.Kind() == reflect.Struct && hasFacts(v.Type()):
			for i := range v.NumField() {
				if name := v.Type().Field(i).Tag.Get("fact"); name != "" {
					walk(v.Field(i), at.Join(name))
				}
			}
		default:
			out = append(out, place{at, v})
		}
	}
	walk(reflect.ValueOf(c).Elem(), "")
	return out
}

func hasFacts(t reflect.Type) bool {
	return t.NumField() > 0 && t.Field(0).Tag.Get("fact") != ""
}

// forget makes a fact unknown, and reports whether it was known.
func (p place) forget() bool {
	if p.value.IsZero() {
		return false
	}
	switch was := p.value.Interface().(type) {
	case petition.Date:
		p.value.Set(reflect.ValueOf(petition.UnknownDate()))
		return was.Known()
	case petition.Answer:
		p.value.Set(reflect.ValueOf(petition.Unknown))
		return was.Known()
	case petition.Restitution:
		p.value.Set(reflect.ValueOf(petition.RestitutionUnknown))
		return was != petition.RestitutionUnknown
	case petition.AppealOutcome:
		p.value.Set(reflect.ValueOf(petition.AppealUnknown))
		return was != petition.AppealUnknown
	case petition.Section:
		p.value.Set(reflect.ValueOf(petition.UnknownSection()))
		return was.Known()
	default:
		p.value.SetZero()
		return true
	}
}

// slip puts another value of its kind in the place of one fact.
func slip(t *rapid.T, c *petition.Case, asOf petition.Date) {
	at := rapid.SampledFrom(places(c)).Draw(t, "slip")
	switch v := at.value.Interface().(type) {
	case petition.Date:
		if !strings.Contains(string(at.path), ".sentence.") && at.path.Pattern() != "charges[].outcome_date" { // these are drawn in order
			at.value.Set(reflect.ValueOf(anyDay(t, asOf, "slip day")))
		}
	case petition.Answer:
		at.value.Set(reflect.ValueOf(petition.Answer(rapid.IntRange(0, 3).Draw(t, "slip answer"))))
	case interface{ Values() []string }:
		at.value.SetString(rapid.SampledFrom(append(v.Values(), "")).Draw(t, "slip word"))
	case petition.Section:
		at.value.Set(reflect.ValueOf(petition.ParseSection(rapid.SampledFrom(append(slices.Concat(felonySections, misdemeanorSections), "")).Draw(t, "slip section"))))
	}
}

func copyOf(c petition.Case) petition.Case {
	c.Charges = slices.Clone(c.Charges)
	c.Record.OtherConvictions = slices.Clone(c.Record.OtherConvictions)
	c.Record.EarlierRelief = slices.Clone(c.Record.EarlierRelief)
	c.Record.PendingCharges = slices.Clone(c.Record.PendingCharges)
	return c
}

// better reports whether an answer is better than another: it became eligible, or the
// day its route opens on came nearer.
func better(now, before rules.Verdict) bool {
	switch {
	case before.Status == rules.Eligible:
		return false
	case now.Status == rules.Eligible:
		return true
	default:
		return now.Status == rules.NotYet && now.Pathway == before.Pathway && now.Earliest.Before(before.Earliest)
	}
}

func said(v rules.Verdict) string {
	return fmt.Sprintf("%s under %s %s", v.Status, v.Pathway, v.Earliest)
}

// ---- the properties ----

func TestForgettingAFactNeverMakesAnAnswerBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		if contradicts(c, asOf) {
			return
		}
		before := rules.Assess(c, asOf)
		for _, at := range places(&c) {
			kept := reflect.ValueOf(at.value.Interface())
			if cannotBar(at, asOf) || !at.forget() {
				continue
			}
			for k, now := range rules.Assess(c, asOf).Charges {
				if better(now, before.Charges[k]) {
					t.Fatalf("without %s, %v, charge %d is %s, and was %s\n%s", at.path, kept, k, said(now), said(before.Charges[k]), tree(before.Charges[k].Finding, 0))
				}
			}
			at.value.Set(kept)
		}
	})
}

// The section and the name of an offense are forgotten together, of a charge, a
// conviction or a pending charge: what is left must not read as something else.
func TestForgettingWhatAnOffenseWasNeverMakesAnAnswerBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		if contradicts(c, asOf) {
			return
		}
		before := rules.Assess(c, asOf)
		for _, o := range offensesOf(&c) {
			name, section := *o.name, *o.section
			*o.name, *o.section = "", petition.UnknownSection()
			notBetter(t, "without the section and the name of "+name, before, rules.Assess(c, asOf))
			*o.name, *o.section = name, section
		}
	})
}

// A word that nothing knows is put into the name of an offense. It must not make the name
// read as another offense's.
func TestAWordThatNothingKnowsNeverMakesAnAnswerBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		for _, o := range offensesOf(&c) {
			if *o.name == "" || rapid.Bool().Draw(t, "keep the section") {
				continue
			}
			*o.section = petition.Section{}
		}
		before := rules.Assess(c, asOf)
		for _, o := range offensesOf(&c) {
			name := *o.name
			if name == "" {
				continue
			}
			for _, with := range []string{name + " xyzzy", "xyzzy " + name, strings.Replace(name, " ", " xyzzy ", 1), name + ", Louis"} {
				*o.name = with
				notBetter(t, "named "+with, before, rules.Assess(c, asOf))
			}
			*o.name = name
		}
	})
}

// offenseOf is what a case says an entry was.
type offenseOf struct {
	name    *string
	section *petition.Section
}

func offensesOf(c *petition.Case) []offenseOf {
	var out []offenseOf
	for i := range c.Charges {
		out = append(out, offenseOf{&c.Charges[i].Offense, &c.Charges[i].Section})
	}
	for i := range c.Record.OtherConvictions {
		out = append(out, offenseOf{&c.Record.OtherConvictions[i].Offense, &c.Record.OtherConvictions[i].Section})
	}
	for i := range c.Record.PendingCharges {
		out = append(out, offenseOf{&c.Record.PendingCharges[i].Offense, &c.Record.PendingCharges[i].Section})
	}
	return out
}

func notBetter(t *rapid.T, what string, before, now rules.Assessment) {
	t.Helper()
	for k, was := range before.Charges {
		if better(now.Charges[k], was) {
			t.Fatalf("%s, charge %d is %s, and was %s\n%s", what, k, said(now.Charges[k]), said(was), tree(was.Finding, 0))
		}
	}
}

// contradicts reports whether two facts of a case contradict one another, so that the
// case file is refused, or an order is said to carry a finding that none could carry
// before July 1, 2014: to forget one of them can then mend the answer.
func contradicts(c petition.Case, asOf petition.Date) bool {
	if slices.ContainsFunc(c.Charges, func(ch petition.Charge) bool {
		return ch.Sentence.CrimeOfViolenceFinding == petition.Yes && ch.Judgment().Before(petition.NewDate(2014, 7, 1))
	}) {
		return true
	}
	return slices.ContainsFunc(c.Validate(asOf), func(p petition.Problem) bool {
		return p.Code == "fact.conflict" || p.Code == "court.grade" || p.Code == "grade.section"
	})
}

// cannotBar reports whether forgetting a fact takes away no bar: the name of an offense
// beside its section, what ties two entries together, the day of filing, without which the day asked about picks the law, a day
// that has not come, which says that a thing stated has not happened, and the court and
// number of an appeal, the last of which may be all that says there was one.
func cannotBar(at place, asOf petition.Date) bool {
	if d, isDay := at.value.Interface().(petition.Date); isDay && d.After(asOf) {
		return true
	}
	pattern := at.path.Pattern()
	return slices.Contains(ties, pattern) || strings.HasPrefix(string(pattern), "charges[].appeal.c")
}

// ties are facts that tie entries together, or to a law.
var ties = []petition.Path{
	"charges[].offense", "charges[].event", "charges[].cause_number", "record.other_convictions[].event", "record.earlier_relief[].event", "filing.filed_on",
}

func TestAnAnswerChangesOnlyOnADayThatIsNamed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		next := asOf.AddDays(1)
		before, now := rules.Assess(c, asOf), rules.Assess(c, next)
		for k, v := range now.Charges {
			was := before.Charges[k]
			same := v.Status == was.Status && v.Pathway == was.Pathway && (v.Status == rules.Eligible || v.Earliest == was.Earliest)
			if !same && !slices.Contains(turningDays(c), next) {
				t.Fatalf("on %s charge %d is %s, and was %s the day before\n%s", next, k, said(v), said(was), tree(v.Finding, 0))
			}
		}
	})
}

// turningDays are the days on which an answer may change: those on which the law did,
// and for each day written in the case the day itself, the day after, and the
// anniversaries and ages the law counts, with the safe day after them.
func turningDays(c petition.Case) []petition.Date {
	out := slices.Clone(lawDays)
	for _, p := range places(&c) {
		d, ok := p.value.Interface().(petition.Date)
		if !ok || !d.Known() {
			continue
		}
		for _, years := range append([]int{0, 1, 2, 3, 5, 21, 26}, rules.FelonyWaitYears()...) {
			out = append(out, d.AddYears(years), d.AddYears(years).AddDays(1), d.AddDays(1).AddYears(years))
		}
	}
	return out
}

func TestAnotherConvictionNeverMakesAnAnswerBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		more := copyOf(c)
		if rapid.Bool().Draw(t, "in the file") {
			ch := anyCharge(t, asOf)
			ch.Outcome = petition.Convicted
			more.Charges = append(more.Charges, ch)
		} else {
			more.Record.OtherConvictions = append(more.Record.OtherConvictions, anyConviction(t, asOf))
		}
		before, now := rules.Assess(c, asOf), rules.Assess(more, asOf)
		for k, was := range before.Charges {
			if better(now.Charges[k], was) {
				t.Fatalf("with one conviction more charge %d is %s, and was %s\n%s", k, said(now.Charges[k]), said(was), tree(was.Finding, 0))
			}
		}
	})
}

func TestTheOrderOfTheChargesDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		order := make([]int, len(c.Charges))
		for i := range order {
			order[i] = i
		}
		order = rapid.Permutation(order).Draw(t, "order")
		turned := copyOf(c)
		for to, from := range order {
			turned.Charges[to] = c.Charges[from]
		}
		before, now := rules.Assess(c, asOf), rules.Assess(turned, asOf)
		for to, from := range order {
			a, b := gist(before.Charges[from], nil), gist(now.Charges[to], order)
			if a != b {
				t.Fatalf("charge %d is\n%s\nand in the place %d it is\n%s", from, a, to, b)
			}
		}
	})
}

// gist is an answer in words, with the charges it names numbered as they were before order.
func gist(v rules.Verdict, order []int) string {
	number := func(p petition.Path) string {
		for to, from := range order {
			if rest, ok := strings.CutPrefix(string(p), fmt.Sprintf("charges[%d]", to)); ok {
				return fmt.Sprintf("charges[%d]%s", from, rest)
			}
		}
		return string(p)
	}
	var b strings.Builder
	for _, r := range append([]rules.Route{v.Route}, v.Alternatives...) {
		missing := []string{}
		for _, p := range r.Missing {
			missing = append(missing, number(p))
		}
		slices.Sort(missing)
		fmt.Fprintln(&b, r.Pathway, r.Status, r.Earliest, r.Because, missing)
	}
	for _, c := range v.Cautions {
		fmt.Fprintln(&b, c.Code)
	}
	return b.String()
}

func TestEveryAnswerIsWellFormed(t *testing.T) {
	seen := map[rules.Status]int{}
	rapid.Check(t, answersAreWellFormed(seen))
	for _, s := range everyAnswer {
		if seen[s] == 0 {
			t.Errorf("no case drawn came out as %s: %v", s, seen)
		}
	}
}

func FuzzEveryAnswerIsWellFormed(f *testing.F) {
	for _, seed := range doctest.Seeds() {
		f.Add(seed)
	}
	f.Fuzz(rapid.MakeFuzz(answersAreWellFormed(map[rules.Status]int{})))
}

var everyAnswer = []rules.Status{rules.Eligible, rules.Incomplete, rules.NotYet, rules.Review, rules.Ineligible}

// answersAreWellFormed counts the answers of a case drawn, and stops at one without form.
func answersAreWellFormed(seen map[rules.Status]int) func(*rapid.T) {
	return func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		for k, v := range rules.Assess(c, asOf).Charges {
			seen[v.Status]++
			if fault := malformed(v, asOf); fault != "" {
				t.Fatalf("charge %d: %s\n%s", k, fault, tree(v.Finding, 0))
			}
		}
	}
}

// malformed says what is wrong with the form of an answer, or nothing.
func malformed(v rules.Verdict, asOf petition.Date) string {
	for _, r := range append([]rules.Route{v.Route}, v.Alternatives...) {
		switch decided := r.Status == rules.Eligible || r.Status == rules.Ineligible; {
		case !slices.Contains(everyAnswer, r.Status):
			return fmt.Sprintf("%q is no status", r.Status)
		case decided && len(r.Missing) > 0:
			return fmt.Sprintf("it is %s and %v is missing", r.Status, r.Missing)
		case r.Status == rules.Incomplete && len(r.Missing) == 0:
			return "it is incomplete and nothing is missing"
		case r.Status == rules.Eligible && r.Earliest != asOf:
			return fmt.Sprintf("it is eligible from %q", r.Earliest)
		case r.Status == rules.NotYet && r.Earliest.Known() && !r.Earliest.After(asOf):
			return fmt.Sprintf("it is not yet open on a day that has come, %s", r.Earliest)
		case r.Status != rules.Eligible && r.Status != rules.NotYet && r.Earliest.Known():
			return fmt.Sprintf("it is %s and opens on %s", r.Status, r.Earliest)
		case slices.ContainsFunc(append(lacking(r.Finding), r.Missing...), func(p petition.Path) bool { return !slices.Contains(petition.Fields(), p.Pattern()) }):
			return fmt.Sprintf("a fact is missing that is no field: %v", r.Missing)
		case len(r.Because) == 0:
			return "nothing decided it"
		case r.Status == rules.Eligible && !met(r.Finding):
			return "it is eligible, and a condition is not met"
		}
	}
	return ""
}

// lacking lists the facts missing anywhere under a finding.
func lacking(f rules.Finding) []petition.Path {
	out := slices.Clone(f.Missing)
	for _, p := range f.Parts {
		out = append(out, lacking(p)...)
	}
	return out
}

// The answer of every vector has a form, and every fact it lacks is a field of the file.
func TestTheAnswerOfEveryVectorIsWellFormed(t *testing.T) {
	for _, v := range posedVectors(t) {
		for _, answer := range rules.Assess(v.c, v.asOf, v.Hold...).Charges {
			if fault := malformed(answer, v.asOf); fault != "" {
				t.Errorf("%s: %s", v.Name, fault)
			}
		}
	}
}

// met reports whether a finding is yes all the way down: every part of it, or the part
// that made one of several, or the failing of what it stands against.
func met(f rules.Finding) bool {
	switch no := func(p rules.Finding) bool { return p.Answer == rules.No }; {
	case f.Answer != rules.Yes:
		return false
	case len(f.Parts) == 1 && no(f.Parts[0]): // an Unless
		return !slices.ContainsFunc(f.Parts[0].Parts, func(p rules.Finding) bool { return !no(p) })
	default:
		return !slices.ContainsFunc(f.Parts, func(p rules.Finding) bool { return !met(p) })
	}
}

func TestAssessingTwiceSaysTheSameAndChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		asOf := anyAsOf(t)
		c := anyCase(t, asOf)
		kept := printed(t, c)
		first := printed(t, rules.Assess(c, asOf))
		if printed(t, c) != kept {
			t.Fatal("assessing changed the case")
		}
		if printed(t, rules.Assess(c, asOf)) != first {
			t.Fatal("assessing twice gave two answers")
		}
	})
}

func printed(t *rapid.T, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// A felony conviction set down in a court that cannot convict of one is a problem of the
// case file. Assessed all the same, it is for a lawyer.
func TestAFelonyOfALowerCourtIsForALawyer(t *testing.T) {
	for _, level := range []petition.Level{petition.Justice, petition.Municipal} {
		c := petition.Case{
			Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
			Charges: []petition.Charge{{
				Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony, Outcome: petition.Convicted,
				Court: petition.Court{Level: level, County: "Rankin"}, OutcomeDate: day(t, "2016-03-02"),
				Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: day(t, "2019-01-15"), FinesCostsPaid: petition.Yes, CrimeOfViolenceFinding: petition.No},
			}},
		}
		if got := rules.Assess(c, day(t, "2026-11-23")).Charges[0]; got.Status != rules.Review {
			t.Errorf("a felony conviction in %s court is %s", level, said(got))
		}
	}
}
