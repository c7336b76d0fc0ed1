package rules

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/petition"
)

// The corners here are those that no record comes to through the routes of this edition:
// each is called by itself, so that a route of tomorrow finds it sound.

// A condition that stands alone has the same truth as one that is told with its reasons.
func TestTruthAloneIsTheTruthTold(t *testing.T) {
	for _, a := range truths {
		for _, b := range truths {
			for name, c := range map[string]Condition{
				"all": All("x", "x", "x", fixed(a), fixed(b)), "any": Any("x", "x", "x", fixed(a), fixed(b)),
				"unless": Unless("x", "x", "x", fixed(a)), "ask": fixed(a), "reserve": Reserve("x", "x", "x"),
			} {
				n := nodeOf(c)
				if got, want := n.truth(&matter{pad: &pad{}}), evaluate(c, &matter{}).Answer; got != want {
					t.Errorf("%s of %s and %s is %s, told it is %s", name, a, b, got, want)
				}
			}
		}
	}
}

// A yes needs nothing more, whatever else is unknown beside it.
func TestAYesLacksNothing(t *testing.T) {
	unknown := Ask("u", "u", "u", func(m *matter) reading { return m.missing("unknown", inFile("record.complete")) })
	for _, c := range []struct {
		condition Condition
		want      int
	}{
		{Any("x", "x", "x", fixed(Yes), unknown), 0},
		{Any("x", "x", "x", fixed(No), unknown), 1},
	} {
		m, a, n := &matter{pad: &pad{}, aloud: true}, answer{}, nodeOf(c.condition)
		n.answer(m, &a)
		if got := a.missing(nil, 0, m.pad); len(got) != c.want {
			t.Errorf("%s: missing %v, want %d", a.truth, got, c.want)
		}
	}
}

func TestEveryConditionIsCited(t *testing.T) {
	for _, c := range []Condition{All("x", "1-1-1", "x"), Any("x", "1-1-1", "x"), Unless("x", "1-1-1", "x", fixed(Yes)), Ask("x", "1-1-1", "x", nil), Reserve("x", "1-1-1", "x")} {
		if got := citeOf(c); got != "1-1-1" {
			t.Errorf("%T is cited %q", c, got)
		}
	}
}

// What is unknown of a charge, or unheard of, may concern every route.
func TestAnUnheardOfOutcomeConcernsEveryRoute(t *testing.T) {
	if got, want := len(candidates("unheard_of", "unheard_of")), len(candidates("", "")); got != want || want == 0 {
		t.Errorf("%d candidates, want %d", got, want)
	}
}

func TestAFigureStandsBeforeItsUnit(t *testing.T) {
	for text, want := range map[string]float64{"under 20 ": 20, "1,000": 1000, "about 2.5-": 2.5} {
		if got, ok := figureBefore(text); !ok || got != want {
			t.Errorf("%q: %v, %v", text, got, ok)
		}
	}
	for _, text := range []string{"twenty ", "1/2 ", "", "3 boxes "} {
		if got, ok := figureBefore(text); ok {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestAChangeTellsItsDayOrItsYear(t *testing.T) {
	ch := Change{Day: date("2026-07-01")}
	if got := ch.When(); got != "July 1, 2026" {
		t.Error(got)
	}
	if ch.YearOnly = true; ch.When() != "2026" {
		t.Error(ch.When())
	}
}

// A city ordinance that is no DUI by its words is none; one that is by its name may be.
func TestADUIOfAnOrdinance(t *testing.T) {
	ch := petition.Charge{Ordinance: "14-3", Offense: "noise"}
	if got := isDUIAmongCharges(&ch, false); got != No {
		t.Errorf("noise: %s", got)
	}
	if got := isDUIAmongCharges(&ch, true); got == No {
		t.Errorf("by its name: %s", got)
	}
}

func TestOnlySomeRoutesSpendAnAllowance(t *testing.T) {
	if got := spendsOf(OneFelony); got == "" {
		t.Error("the one felony spends nothing")
	}
	if got := spendsOf("nothing"); got != "" {
		t.Error(got)
	}
}

func TestAnAllowanceUsedBeforeIsTold(t *testing.T) {
	al := Allowance{Name: "the allowance", Spent: Yes}
	if got := spentWords(al); !strings.Contains(got, "none left to spend") {
		t.Error(got)
	}
	if al.Choices = []Choice{{}}; !strings.Contains(spentWords(al), "of the same event") {
		t.Error(spentWords(al))
	}
}

// Where all of an event is ready, or none of it, no part of it can be left behind.
func TestAnEventThatIsReadyLeavesNothingBehind(t *testing.T) {
	for _, status := range []Status{Eligible, NotYet} {
		ch := Choice{Charges: []Standing{{Charge: 0, Route: Route{Status: status}}}}
		if got := (planner{}).restOfEvent(ch); got != nil {
			t.Errorf("%s: %q", status, got)
		}
	}
}

// A conviction that is only listed, of the same day and without a label, may be of the event.
func TestAListedConvictionMayBeOfTheEvent(t *testing.T) {
	day := date("2018-01-10")
	c := petition.Case{Charges: []petition.Charge{{Outcome: petition.Convicted, OutcomeDate: day, Court: petition.Court{Level: petition.Circuit, County: "Rankin"}}}}
	p := plannerOf(c, Assess(c, date("2026-11-23")))
	listed := petition.OtherConviction{Date: day, Court: petition.Court{Level: petition.Circuit, County: "Rankin"}}
	if got := p.sameEventAs([]int{0}, listed); got != Unknown {
		t.Errorf("the same day, no label: %s", got)
	}
	if listed.Date = date("2001-01-01"); p.sameEventAs([]int{0}, listed) != No {
		t.Errorf("another day: %s", p.sameEventAs([]int{0}, listed))
	}
}

// A fact that no paper is known for is sought among the court's papers on the charge, and
// is cited as the whole answer is where no question reads it.
func TestAFactWithoutAPaperIsSoughtAtTheCourt(t *testing.T) {
	c := petition.Case{Charges: []petition.Charge{{}}}
	got := papersFor(c, 0, Finding{Cite: "1-1-1"}, []petition.Path{"charges[0].something", "elsewhere"})
	if len(got) != 1 || got[0].Paper != "the court's papers on the charge" || got[0].Cite != "1-1-1" || len(got[0].Paths) != 2 {
		t.Errorf("%+v", got)
	}
	if _, ok := proofOfSentence(c, 0, "sentence.something"); ok {
		t.Error("a paper proves a fact there is none of")
	}
}

// What is not met, unsettled or lasting is told for the parts that are so, and for no other.
func TestOnlyWhatDecidesIsTold(t *testing.T) {
	c := petition.Case{Charges: []petition.Charge{{}}}
	silent := Verdict{Route: Route{Finding: Finding{ID: "whole", Answer: No, Parts: []Finding{{ID: "part", Answer: No}}}}}
	if got := changesFor(c, silent); len(got) != 0 {
		t.Errorf("changes: %+v", got)
	}
	if got := turnsOn(c, silent); len(got) != 0 {
		t.Errorf("turns on: %+v", got)
	}
	silent.Finding = Finding{ID: "whole", Answer: Unknown, Parts: []Finding{{ID: "part", Answer: Unknown}}}
	if got := doubtsFor(c, silent); len(got) != 0 {
		t.Errorf("doubts: %+v", got)
	}
}

// Of the facts a judgment folds, the one that is still owed is told.
func TestTheFactThatIsStillOwed(t *testing.T) {
	paths := []petition.Path{"charges[0].outcome_date", "charges[0].sentence.fines_costs_paid", "charges[0].sentence.all_terms_complete"}
	var ch petition.Charge
	if got := unmet(ch, paths); got != paths[0] {
		t.Error(got)
	}
	if ch.Sentence.AllTermsComplete = petition.No; unmet(ch, paths) != paths[2] {
		t.Error(unmet(ch, paths))
	}
	if ch.Sentence.FinesCostsPaid = petition.No; unmet(ch, paths) != paths[1] {
		t.Error(unmet(ch, paths))
	}
	if got := unmet(ch, nil); got != "" {
		t.Error(got)
	}
}

func TestAnItemBeyondEveryListIsNone(t *testing.T) {
	if list, i, field := itemOf("charges[1].offense"); list != "charges" || i != 1 || field != "offense" {
		t.Error(list, i, field)
	}
	if list, _, field := itemOf("charges[99999999999999999999].offense"); list != "" || field != "charges[99999999999999999999].offense" {
		t.Error(list, field)
	}
	var c petition.Case
	for _, got := range []string{clerkOf(c, 0), clerkOf(c, -1), clerkOfOther(c, 0), clerkOfPending(c, 0)} {
		if got != unnamedClerk {
			t.Error(got)
		}
	}
}

// There are five kinds of condition. What is none of them asks nothing and stands nowhere.
func TestWhatIsNoConditionHasNoPlaceInTheLaw(t *testing.T) {
	if n := nodeOf(nil); n.read != nil || n.parts != nil || citeOf(nil) != "" {
		t.Errorf("%+v, cited %q", n, citeOf(nil))
	}
}

// A sentence given a part it cannot tell is a fault of the rules, and is never printed short.
func TestASentenceIsNeverToldShort(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("a part was passed over")
		}
	}()
	(&pad{}).sentence([]any{"of ", struct{}{}})
}

// Felonies of one event are one choice, those without a label each their own, and what is
// not asked for or cannot be had is no choice.
func TestFelonyEvents(t *testing.T) {
	var c petition.Case
	var a Assessment
	add := func(event string, ask petition.Answer, status Status, route Pathway) {
		a.Charges = append(a.Charges, Verdict{Index: len(c.Charges), Route: Route{Pathway: route, Status: status}})
		c.Charges = append(c.Charges, petition.Charge{Event: event, Ask: ask})
	}
	add("March", petition.Unstated, Eligible, OneFelony)
	add("", petition.Unstated, NotYet, OneFelony)
	add("march", petition.Unstated, Review, OneFelony)
	add("March", petition.No, Eligible, OneFelony)
	add("", petition.Unstated, Ineligible, OneFelony)
	add("", petition.Unstated, Eligible, NonConviction)
	add("", petition.Unstated, Incomplete, OneFelony)
	if diff := cmp.Diff([][]int{{0, 2}, {1}, {6}}, FelonyEvents(c, a)); diff != "" {
		t.Error(diff)
	}
}
