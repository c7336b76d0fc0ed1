package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"expunge/petition"
)

// finished2022 is a felony whose sentence was finished on 15 January 2022.
func finished2022() petition.Case {
	return petition.Case{
		Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
		Charges: []petition.Charge{{
			Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony,
			Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Outcome: petition.Convicted, OutcomeDate: date("2020-03-02"),
			Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2022-01-15"), FinesCostsPaid: petition.Yes, CrimeOfViolenceFinding: petition.No},
		}},
	}
}

func TestChangesStandInOrderAndSayWhere(t *testing.T) {
	list := Changes()
	for i, ch := range list {
		name := ch.Day.String() + " " + ch.Act
		if i > 0 && ch.Day.Before(list[i-1].Day) {
			t.Errorf("%s stands after a later day", name)
		}
		if !ch.Day.Known() || ch.What == "" || len(ch.Sources) == 0 || len(ch.Pathways) == 0 {
			t.Errorf("%s lacks a day, words, a source or a route", name)
		}
		if ch.Floor == (ch.Act != "") {
			t.Errorf("%s: a floor has no act, and a change has one", name)
		}
		if ch.YearOnly && (ch.Day.Month() != time.July || ch.Day.Day() != 1 || ch.When() != ch.Day.String()[:4]) {
			t.Errorf("%s reads %s, and only its year was read", name, ch.When())
		}
		for _, s := range ch.Sources {
			if s.Name == "" || s.Read == "" || s.Confidence == "" || !strings.HasPrefix(s.Link, "http") {
				t.Errorf("%s has a source with a gap: %+v", name, s)
			}
		}
		for _, p := range ch.Pathways {
			if placeOf(p) < 0 {
				t.Errorf("%s names %s, which is no route", name, p)
			}
		}
		if ch.Hold != "" && !slices.Contains(Holdable(), ch.Hold) {
			t.Errorf("%s is held by %s, which no setting knows", name, ch.Hold)
		}
	}
	if newest := list[len(list)-1].Day.String(); newest != Edition {
		t.Errorf("the newest change is of %s, and the edition of %s: if the rest of the law was read too, move Edition in rules/assessment.go", newest, Edition)
	}
}

func TestChangesHandsOutACopy(t *testing.T) {
	Changes()[0].Act = "spoiled"
	if Changes()[0].Act == "spoiled" {
		t.Error("a caller can change the list")
	}
}

// Every route's first day, and every act that can be held back, is a change that names it.
func TestEveryFirstDayOfARouteIsAChange(t *testing.T) {
	for _, p := range Provisions() {
		if !p.Since.Known() {
			continue
		}
		if !slices.ContainsFunc(Changes(), func(ch Change) bool {
			return ch.Day == p.Since && ch.concerns(p.Pathway) && !ch.Background
		}) {
			t.Errorf("no change says that %s began on %s", p.Pathway, p.Since)
		}
	}
	for _, id := range Holdable() {
		if !slices.ContainsFunc(Changes(), func(ch Change) bool { return ch.Hold == id }) {
			t.Errorf("no change can be held back as %s", id)
		}
	}
}

// Every day written into the rules as one on which law began is a change, wherever it
// stands in the code.
func TestEveryDayWrittenIntoTheRulesIsAChange(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatalf("no files: %v", err)
	}
	literal := regexp.MustCompile(`NewDate\(([0-9]{4}), (?:time\.)?([A-Za-z]+|[0-9]+), ([0-9]+)\)`)
	n := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || strings.HasPrefix(name, "changes") {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range literal.FindAllStringSubmatch(string(text), -1) {
			n++
			d := dayOf(t, part)
			if !slices.ContainsFunc(Changes(), func(ch Change) bool { return ch.Day == d && !ch.Background }) {
				t.Errorf("%s reads %s, and no change is of that day: add one to rules/changes_list.go", name, d)
			}
		}
	}
	if n < 20 {
		t.Fatalf("only %d days were found", n)
	}
}

func dayOf(t *testing.T, part []string) petition.Date {
	t.Helper()
	year, _ := strconv.Atoi(part[1])
	day, _ := strconv.Atoi(part[3])
	month, err := strconv.Atoi(part[2])
	for m := time.January; err != nil && m <= time.December; m++ {
		if m.String() == part[2] {
			month, err = int(m), nil
		}
	}
	if err != nil {
		t.Fatalf("%s is no month", part[2])
	}
	return petition.NewDate(year, time.Month(month), day)
}

func TestASentenceFinishedIn2022UnderEachLaw(t *testing.T) {
	c := finished2022()
	for _, x := range []struct {
		name, asOf, law string
		held            []string
		status          Status
		earliest        string
	}{
		{"the act is known in advance", "2026-06-30", "", nil, NotYet, "2026-07-01"},
		{"by the law of the day before, the act is not known", "2026-06-30", "2026-06-30", nil, NotYet, "2027-01-16"},
		{"the act is in force", "2026-07-01", "", nil, Eligible, "2026-07-01"},
		{"by the law of its day", "2026-07-01", "2026-07-01", nil, Eligible, "2026-07-01"},
		{"the older wait still runs", "2027-01-15", "2026-06-30", nil, NotYet, "2027-01-16"},
		{"the older wait has run", "2027-01-16", "2026-06-30", nil, Eligible, "2027-01-16"},
		{"held back by a setting", "2026-07-01", "", []string{"2026-ch-430"}, NotYet, "2027-01-16"},
		{"before 2019 the older text is for a lawyer", "2026-07-01", "2019-06-30", nil, Review, ""},
	} {
		law := petition.Date{}
		if x.law != "" {
			law = date(x.law)
		}
		got := AssessUnder(c, date(x.asOf), law, x.held...).Charges[0]
		if got.Status != x.status || got.Earliest.String() != x.earliest || got.Pathway != OneFelony {
			t.Errorf("%s: %s under %s, earliest %q; want %s, %q", x.name, got.Status, got.Pathway, got.Earliest, x.status, x.earliest)
		}
	}
}

func TestTheDayBeforeTheActIsTheActHeldBack(t *testing.T) {
	c := finished2022()
	under, hold := AssessUnder(c, date("2026-07-01"), date("2026-06-30")), Assess(c, date("2026-07-01"), string(chapter430))
	if under.Charges[0].Status != hold.Charges[0].Status || under.Charges[0].Earliest != hold.Charges[0].Earliest {
		t.Errorf("%s %s, held back %s %s", under.Charges[0].Status, under.Charges[0].Earliest, hold.Charges[0].Status, hold.Charges[0].Earliest)
	}
	if under.Edition != "2026-06-30" || len(under.Held) != 0 {
		t.Errorf("the edition is %s and %v is held back", under.Edition, under.Held)
	}
	if slices.ContainsFunc(under.Charges[0].Cautions, func(x Caution) bool { return x.Code == "law.2026-ch-430" }) {
		t.Error("the answer speaks of a setting that nobody made")
	}
}

func TestLawOfTheEditionIsTheAnswerItself(t *testing.T) {
	c := finished2022()
	asOf := date(Edition).AddDays(145)
	plain := Assess(c, asOf)
	for _, law := range []petition.Date{{}, date(Edition), asOf} {
		got := AssessUnder(c, asOf, law)
		if got.Edition != plain.Edition || got.Charges[0].Status != plain.Charges[0].Status || len(got.Charges[0].Cautions) != len(plain.Charges[0].Cautions) {
			t.Errorf("by the law of %q: %s, edition %s", law, got.Charges[0].Status, got.Edition)
		}
	}
}

// A new number in the table of a wait is a change that somebody is told of: a sentence that
// has run for the shorter of two waits and not for the longer is answered otherwise from
// its day on.
func TestEveryNewNumberOfTheFelonyWaitChangesAnAnswer(t *testing.T) {
	for i, r := range felonyWait {
		if i == 0 {
			continue
		}
		c := finished2022()
		c.Charges[0].Sentence.TermsCompleted = r.since.AddYears(-min(r.years, felonyWait[i-1].years)).AddDays(-30)
		c.Charges[0].OutcomeDate = c.Charges[0].Sentence.TermsCompleted.AddYears(-1)
		if !slices.ContainsFunc(Differences(c, r.since), func(d Difference) bool {
			return d.Change.Day == r.since && d.Before.Status != d.After.Status
		}) {
			t.Errorf("\"law --changes\" does not tell of the wait of %d years from %s: its day needs an entry in rules/changes_list.go that names 99-19-71(2)", r.years, r.since)
		}
	}
}

// dated is the part of a Difference the tests compare.
type dated struct {
	day           string
	charge        int
	before, after Status
}

func differences(c petition.Case, asOf string, since string, held ...string) []dated {
	var out []dated
	for _, d := range Differences(c, date(asOf), held...) {
		if !d.Change.Day.Before(date(since)) {
			out = append(out, dated{d.Change.Day.String(), d.Charge, d.Before.Status, d.After.Status})
		}
	}
	return out
}

func TestDifferencesNameTheActThatTurnedAnAnswer(t *testing.T) {
	act := func(before, after Status) []dated { return []dated{{"2026-07-01", 0, before, after}} }
	procuring := finished2022()
	procuring.Charges[0].Offense, procuring.Charges[0].Section = "procuring prostitution", petition.ParseSection("97-29-51")
	procuring.Charges[0].Sentence.TermsCompleted, procuring.Charges[0].OutcomeDate = date("2018-01-15"), date("2016-01-15")
	survivor := finished2022()
	survivor.Charges[0].TraffickingSurvivor = petition.Yes
	robbery := finished2022()
	robbery.Charges[0].Offense, robbery.Charges[0].Section = "armed robbery", petition.ParseSection("97-3-79")
	for _, x := range []struct {
		name string
		c    petition.Case
		asOf string
		held []string
		want []dated
	}{
		{"three years instead of five", finished2022(), "2026-07-01", nil, act(NotYet, Eligible)},
		{"the day to come moves", finished2022(), "2026-06-30", nil, act(NotYet, NotYet)},
		{"both waits have run", finished2022(), "2027-01-16", nil, nil},
		{"felony procuring prostitution is excluded", procuring, "2026-07-01", nil, act(Eligible, Ineligible)},
		{"a survivor has a route without a wait", survivor, "2026-07-01", nil, act(NotYet, Eligible)},
		{"a crime of violence is excluded before and after", robbery, "2026-07-01", nil, nil},
		{"an act held back changes nothing", finished2022(), "2026-07-01", []string{"2026-ch-430"}, nil},
	} {
		if got := differences(x.c, x.asOf, "2020-01-01", x.held...); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
	d := Differences(finished2022(), date("2026-07-01"))
	last := d[len(d)-1]
	if !strings.Contains(last.Change.Act, "ch. 430") || last.Before.Earliest != date("2027-01-16") || last.After.Earliest != date("2026-07-01") {
		t.Errorf("%s: before %s, after %s", last.Change.Act, last.Before.Earliest, last.After.Earliest)
	}
}

func TestOlderActsTurnTheAnswersOfTheirOwnRoutes(t *testing.T) {
	acquitted := petition.Case{
		Record: petition.Record{Complete: petition.Yes},
		Charges: []petition.Charge{{
			Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony, Outcome: petition.Acquitted, OutcomeDate: date("2018-01-10"),
			Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Arrest: petition.Arrest{Kind: petition.ArrestMade, Released: petition.Yes},
		}},
	}
	dismissed := petition.Case{Record: acquitted.Record, Charges: slices.Clone(acquitted.Charges)}
	dismissed.Charges[0].Outcome = petition.Dismissed
	justice := petition.Case{
		Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No, OtherConvictions: []petition.OtherConviction{{
			Offense: "simple assault", Section: petition.ParseSection("97-3-7(1)"), Grade: petition.Misdemeanor, Date: date("2009-05-01"), State: "MS",
		}}},
		Charges: []petition.Charge{{
			Offense: "petit larceny", Section: petition.ParseSection("97-17-43"), Grade: petition.Misdemeanor, Outcome: petition.Convicted, OutcomeDate: date("2018-01-10"),
			Court: petition.Court{Level: petition.Justice, County: "Rankin"}, Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2018-02-10"), FinesCostsPaid: petition.Yes},
		}},
	}
	for _, x := range []struct {
		name string
		c    petition.Case
		want []dated
	}{
		{"a felony conviction", finished2022(), []dated{{"2019-07-01", 0, Review, NotYet}, {"2026-07-01", 0, NotYet, Eligible}}},
		{"an acquittal", acquitted, []dated{{"2019-07-01", 0, Review, Eligible}}},
		{"a dismissal was always reached", dismissed, nil},
		{"a second misdemeanor in justice court", justice, []dated{{"2016-07-01", 0, Review, Eligible}}},
	} {
		if got := differences(x.c, "2026-07-01", "2010-01-01"); !slices.Equal(got, x.want) {
			t.Errorf("%s: %v, want %v", x.name, got, x.want)
		}
	}
}

// A day that is only where this program's reading begins is not reported as a change of
// the law, though the answer before it is a lawyer's.
func TestAFloorIsNoDifference(t *testing.T) {
	c := petition.Case{Record: petition.Record{Complete: petition.Yes}, Charges: []petition.Charge{{
		Offense: "possession", Section: petition.ParseSection("41-29-139(c)"), Grade: petition.Felony, Outcome: petition.Nonadjudicated, OutcomeDate: date("2018-01-10"),
		Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Diversion: petition.Diversion{Under: petition.ParseSection("99-15-26"), Completed: petition.Yes},
	}}}
	if got := AssessUnder(c, date("2026-11-23"), date("2008-06-30")).Charges[0]; got.Status != Review || len(got.Missing) != 0 {
		t.Errorf("before the floor the answer is %s", got.Status)
	}
	if got := AssessUnder(c, date("2026-11-23"), date("2008-07-01")).Charges[0]; got.Status != Eligible {
		t.Errorf("from the floor the answer is %s", got.Status)
	}
	if got := Differences(c, date("2026-11-23")); len(got) != 0 {
		t.Errorf("%d differences, the first by %s", len(got), got[0].Change.Act)
	}
}

// Routes that fall to a lawyer together keep the order of the flow, and what was said of
// the route that was chosen goes with it.
func TestRoutesOfAnOlderLawKeepTheirOrder(t *testing.T) {
	c := petition.Case{
		Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No, OtherConvictions: []petition.OtherConviction{{
			Offense: "theft", Grade: petition.Misdemeanor, Date: date("2009-05-01"), State: "AL",
		}}},
		Charges: []petition.Charge{{
			Offense: "petit larceny", Section: petition.ParseSection("97-17-43"), Grade: petition.Misdemeanor, Outcome: petition.Convicted, OutcomeDate: date("2018-01-10"),
			Court: petition.Court{Level: petition.Justice, County: "Rankin"}, Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2018-02-10"), FinesCostsPaid: petition.Yes},
		}},
	}
	spoken := func(v Verdict) bool {
		return slices.ContainsFunc(v.Cautions, func(x Caution) bool { return x.Code == "lower.notice" })
	}
	now, then := Assess(c, date("2026-11-23")).Charges[0], AssessUnder(c, date("2026-11-23"), date("2016-06-30")).Charges[0]
	if now.Pathway != JusticeAny || now.Status != Eligible || !spoken(now) {
		t.Fatalf("today: %s under %s", now.Status, now.Pathway)
	}
	if then.Pathway != FirstMisdemeanor || then.Status != Review || spoken(then) {
		t.Errorf("by the law of 2016: %s under %s, cautions %v", then.Status, then.Pathway, then.Cautions)
	}
}

// The court goes with the route: a first DUI is filed in circuit court, and a survivor's
// petition where the conviction was had.
func TestTheCourtGoesWithTheRouteOfTheOlderLaw(t *testing.T) {
	c := petition.Case{
		Record: petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
		Charges: []petition.Charge{{
			Offense: "DUI first offense", Section: petition.ParseSection("63-11-30(2)(a)"), Grade: petition.Misdemeanor, Outcome: petition.Convicted, OutcomeDate: date("2010-01-10"),
			Court: petition.Court{Level: petition.Justice, County: "Rankin"}, TraffickingSurvivor: petition.Yes, CommercialLicense: petition.No,
			DUI:      petition.DUI{RefusedTest: petition.No, BAC: petition.BAC{NoResult: true}, Justification: "Steady work."},
			Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: date("2010-02-10"), FinesCostsPaid: petition.Yes},
		}},
	}
	for law, want := range map[string]struct {
		pathway Pathway
		level   petition.Level
	}{
		"2026-07-01": {Survivor, petition.Justice}, "2026-06-30": {FirstDUI, petition.Circuit}, "2013-06-30": {Survivor, petition.Justice},
	} {
		if got := AssessUnder(c, date("2026-11-23"), date(law)).Charges[0]; got.Pathway != want.pathway || got.FileIn.Level != want.level {
			t.Errorf("by the law of %s: %s in %s court, want %s in %s court", law, got.Pathway, got.FileIn.Level, want.pathway, want.level)
		}
	}
}
