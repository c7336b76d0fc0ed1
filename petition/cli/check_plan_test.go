package cli

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"expunge/petition"
	"expunge/rules"
)

// felonies is a case of two felonies of one day, with their own event labels.
func felonies() petition.Case {
	on := petition.NewDate(2018, time.January, 10)
	one := petition.Charge{
		Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony, Event: "A", CauseNumber: "0456",
		Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Outcome: petition.Convicted, OutcomeDate: on,
		Sentence: petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: on.AddYears(2), FinesCostsPaid: petition.Yes, CrimeOfViolenceFinding: petition.No},
	}
	two := one
	two.Offense, two.Section, two.Event = "false pretenses", petition.ParseSection("97-19-39"), "B"
	return petition.Case{
		Petitioner: petition.Person{Name: petition.Name{First: "Ada", Last: "Sampleton"}},
		Record:     petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
		Charges:    []petition.Charge{one, two},
	}
}

func planText(c petition.Case) string {
	p := &page{}
	plan(p, c, rules.Assess(c, petition.NewDate(2026, time.November, 23)))
	return p.String()
}

func TestThePlanIsPrintedForPeople(t *testing.T) {
	got := planText(felonies())
	flat := strings.Join(strings.Fields(got), " ")
	for _, want := range []string{
		"Lifetime allowances", "The one felony expunction of a lifetime (99-19-71(2))", "Warning Granting a petition under 99-19-71(2) spends",
		"Choice 1 Spend on charge 1 (grand larceny): appears eligible", "Stays charge 2 (false pretenses): could be chosen instead", "Choice 2", "recommends none",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	for _, line := range strings.Split(got, "\n") {
		if utf8.RuneCountInString(line) > pageWidth || strings.HasSuffix(line, " ") {
			t.Errorf("%q", line)
		}
	}
	for _, secret := range []string{"Ada", "Sampleton", "0456"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is shown:\n%s", secret, got)
		}
	}
}

func TestThePlanPrintsEveryPart(t *testing.T) {
	c := felonies()
	c.Record.Complete = petition.Unstated
	c.Charges[1].Offense, c.Charges[1].Section = "armed robbery", petition.ParseSection("97-3-79")
	c.Charges[0].TraffickingSurvivor = petition.Unknown
	c.Charges[1].OutcomeDate, c.Charges[1].Event, c.Charges[1].Sentence.Date = c.Charges[0].OutcomeDate, "", petition.Date{}
	dismissed := c.Charges[0]
	dismissed.Outcome, dismissed.Sentence, dismissed.TraffickingSurvivor, dismissed.Event = petition.Dismissed, petition.Sentence{}, petition.Unstated, "A"
	dismissed.CauseNumber, dismissed.OutcomeDate = "0789", dismissed.OutcomeDate.AddDays(1)
	dismissed.Arrest = petition.Arrest{Kind: petition.ArrestMade, Released: petition.Yes}
	c.Charges = append(c.Charges, dismissed)
	flat := strings.Join(strings.Fields(planText(c)), " ")
	for _, want := range []string{
		"Missing Is the whole record in this file? (record.complete)", "Ruled out, whatever is chosen", "Unsettled charge 2 (armed robbery) came or may have come",
		"Beside it charge 1", "Changes charge 3", "Free charge 3", "What spends no lifetime allowance",
	} {
		if !strings.Contains(flat, want) {
			t.Errorf("%q is missing:\n%s", want, planText(c))
		}
	}
}

func TestNothingToPlanPrintsNothing(t *testing.T) {
	if got := planText(petition.Case{}); got != "" {
		t.Errorf("%q", got)
	}
}
