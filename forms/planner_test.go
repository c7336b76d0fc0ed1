package forms

import (
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// planned is the plan of a case as text.
func planned(c petition.Case) string {
	b := newBrief(c, rules.Assess(c, asOf), office())
	return strings.ReplaceAll(dump(doc.Document{Blocks: b.plannerBlocks()}), "\u00a0", " ")
}

func TestThePlanSetsOutEveryChoice(t *testing.T) {
	c := twoFelonies()
	c.Record.OtherConvictions = []petition.OtherConviction{{Offense: "forgery", Grade: petition.Felony, Date: date(2001, time.May, 4), State: "TN"}}
	wantEach(t, "two felonies", planned(c),
		"## Lifetime allowances",
		"### The one felony expunction of a lifetime",
		"Before it is spent",
		"Granting a petition under 99-19-71(2) spends the one felony expunction of a lifetime",
		"[ ] Spend it on Charge 1: grand larceny (Cause No. 0123)",
		"[ ] Spend it on Charge 2: false pretenses (Cause No. 0124)",
		"Stays on the record: Charge 1 (grand larceny): could be chosen instead",
		"Stays on the record: Forgery, convicted May 4, 2001: no court of Mississippi can expunge it.",
		"recommends none of the choices")
}

func TestThePlanSaysWhatSpendsNothing(t *testing.T) {
	got := planned(municipalFirst())
	wantEach(t, "a first misdemeanor", got, "### What spends no lifetime allowance", "First-offender status is no lifetime allowance, but it is for one time")
	if strings.Contains(got, "Before it is spent") {
		t.Errorf("nothing is spent, and the plan warns:\n%s", got)
	}
}

func TestThePlanSaysWhatWouldTellWhetherItWasSpent(t *testing.T) {
	c := readyFelony()
	c.Record.Complete = petition.Unstated
	wantEach(t, "an open record", planned(c), "It is not known whether the one felony expunction of a lifetime was used before. What would tell: “Is the whole record in this file?”.")
}

func TestThePlanListsWhatIsRuledOut(t *testing.T) {
	c := readyFelony()
	c.Record.EarlierRelief = []petition.EarlierRelief{{Kind: petition.ReliefExpunction, Of: petition.OfFelony, Section: petition.ParseSection("99-19-71(2)(a)"), Date: date(2012, time.May, 4)}}
	got := planned(c)
	wantEach(t, "spent", got, "there is none left to spend", "Ruled out, whatever is chosen:", "- Charge 1 (grand larceny): not available [99-19-71(2)(a)].")
	if strings.Contains(got, "Spend it on") {
		t.Errorf("there is none left, and a choice is offered:\n%s", got)
	}
}

func TestWithoutAnythingToPlanThereIsNoBlock(t *testing.T) {
	for name, c := range map[string]petition.Case{"empty": {}, "federal": federal()} {
		if got := planned(c); strings.TrimSpace(got) != "" {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// The plan stands on a page for the petitioner, so it never tells what belongs on the
// worksheet alone.
func TestThePlanTellsNothingPrivate(t *testing.T) {
	for _, survivor := range []petition.Answer{petition.Yes, petition.Unknown} {
		for _, theft := range []petition.Answer{petition.Yes, petition.Unknown, petition.Unstated} {
			c := twoFelonies()
			c.Charges = slices.Clone(c.Charges)
			c.Charges[0].TraffickingSurvivor, c.Charges[1].IdentityTheft = survivor, theft
			got := strings.ToLower(planned(c))
			for _, secret := range []string{"97-3-54", "97-45-27", "traffick", "survivor", "identity", "someone else"} {
				if strings.Contains(got, secret) {
					t.Errorf("survivor %s, theft %s: the plan tells %q\n%s", survivor, theft, secret, got)
				}
			}
		}
	}
}
