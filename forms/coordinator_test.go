package forms

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"expunge/forms/doc"
	"expunge/forms/markdown"
	"expunge/petition"
	"expunge/rules"
)

func rendered(t *testing.T, d doc.Document) string {
	t.Helper()
	var b bytes.Buffer
	if err := markdown.Render(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTheCoordinatorSeesWhoStandsWhere(t *testing.T) {
	lines := []DeskLine{
		{Case: "B-2", Charge: 1, Standing: ReadyOnDate, Day: date(2028, time.January, 10), County: "Lee", Court: "Circuit Court of Lee County"},
		{Case: "B-3", Charge: 2, Standing: ReadyOnDate, Day: date(2027, time.May, 1), County: "Lee", Court: "Circuit Court of Lee County"},
		{Case: "A-1", Name: "Ada Sampleton", Charge: 1, Standing: ReadyToFile, County: "Forrest", Court: "Municipal Court of the City of Hattiesburg", Bring: []string{"a copy of the docket sheet"}},
		{Case: "C-4", Charge: 1, Standing: NeedsPaper, County: "Lee", Needs: []string{"the docket sheet from the clerk"}},
		{Case: "C-5", Charge: 1, Standing: NeedsPaper, County: "Lee", Needs: []string{"one", "two"}},
		{Case: "C-6", Charge: 1, Standing: NeedsPaper},
		{Case: "D-7", Standing: HasProblems},
	}
	before := append([]DeskLine{}, lines...)
	got := rendered(t, Coordinator(DeskSheet{AsOf: asOf, Edition: "2026-07-01", Held: []string{"2026-ch-430"}, Office: office(), Lines: lines}))
	if d := cmp.Diff(before[0].Case, lines[0].Case); d != "" {
		t.Error("the caller's lines were sorted")
	}
	at := -1
	for _, want := range []string{
		"held back by the office: 2026-ch-430", "Forrest County, Municipal Court", "Circuit Court of Lee County", "Court not known",
		"Appears eligible: can file today (1)", "A-1", "Ada Sampleton", "docket sheet",
		"Needs one paper or one step (1)", "C-4", "Needs more than one (2)", "one; two", "see the worksheet",
		"Waits for a day (2)", "B-3", "May 1, 2027", "B-2", "January 10, 2028", "Has problems, and got no packet (1)", "D-7", "problems.csv", "not legal advice",
	} {
		n := strings.Index(got[at+1:], want)
		if n < 0 {
			t.Fatalf("%q does not follow:\n%s", want, got)
		}
		at += 1 + n
	}
	if strings.Contains(got, "Needs a lawyer (") || strings.Contains(got, "| 0 |  |") {
		t.Errorf("a part without charges is there:\n%s", got)
	}
}

func TestTheCoordinatorReadsALongListOnce(t *testing.T) {
	papers := []string{"a certified copy of the order that ended the case", "a certified copy of the docket sheet"}
	var lines []DeskLine
	for _, id := range []string{"A-1", "A-2", "A-3"} {
		lines = append(lines, DeskLine{Case: id, Charge: 1, Standing: ReadyToFile, County: "Lee", Court: "Justice Court of Lee County", Bring: papers})
	}
	lines = append(lines, DeskLine{Case: "A-4", Charge: 1, Standing: ReadyToFile, County: "Lee", Court: "Justice Court of Lee County", Bring: []string{"a photo"}})
	got := rendered(t, Coordinator(DeskSheet{AsOf: asOf, Edition: "2026-07-01", Office: office(), Lines: lines}))
	if strings.Count(got, papers[0]) != 1 || strings.Count(got, "as for A-1") != 2 || !strings.Contains(got, "a photo") {
		t.Error(got)
	}
}

func TestStandingOfAnAnswer(t *testing.T) {
	later := date(2030, time.May, 1)
	for _, c := range []struct {
		status   rules.Status
		earliest petition.Date
		drafted  bool
		want     Standing
	}{
		{rules.Eligible, asOf, true, ReadyToFile},
		{rules.Eligible, asOf, false, NeedsLawyer},
		{rules.Incomplete, petition.Date{}, true, NeedsPaper},
		{rules.NotYet, later, false, ReadyOnDate},
		{rules.NotYet, petition.Date{}, false, NeedsPaper},
		{rules.Review, petition.Date{}, false, NeedsLawyer},
		{rules.Ineligible, petition.Date{}, false, NotAvailable},
	} {
		if got := standingOf(rules.Verdict{Route: rules.Route{Status: c.status, Earliest: c.earliest}}, c.drafted); got != c.want {
			t.Errorf("%s: %s, want %s", c.status, got, c.want)
		}
	}
}

func TestTheDeskHearsNothingPrivate(t *testing.T) {
	got := public([]petition.Path{"charges[0].trafficking_survivor", "charges[0].grade", "charges[1].identity_theft"})
	if d := cmp.Diff([]petition.Path{"charges[0].grade"}, got); d != "" {
		t.Error(d)
	}
}

func TestTheSeparatorSaysWhoseThePapersAre(t *testing.T) {
	c := petition.Case{ID: "A-1", Petitioner: petition.Person{Name: petition.Name{First: "Ada", Last: "Sampleton"}}}
	got := rendered(t, Separator(c, []DeskLine{{Charge: 2, Standing: ReadyOnDate, Day: date(2027, time.May, 1), County: "Lee"}}))
	for _, want := range []string{"Case A-1", "Ada Sampleton", "Ready on a date: May 1, 2027", "Lee County"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	if d := Separator(c, nil); d.Group != doc.NotForFiling {
		t.Error("a separator is no paper to file")
	}
}
