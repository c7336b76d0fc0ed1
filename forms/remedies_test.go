package forms

import (
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// remedyText is what the blocks of a charge say.
func remedyText(c petition.Case, charge int) string {
	b := newBrief(c, rules.Assess(c, asOf), office())
	return strings.ReplaceAll(dump(doc.Document{Blocks: b.remedyBlocks(charge)}), "\u00a0", " ")
}

func TestRemediesOfAnIncompleteChargeNameThePaperAndTheOffice(t *testing.T) {
	c := readyFelony()
	c.Charges[0].Section, c.Charges[0].Sentence.FinesCostsPaid = petition.Section{}, petition.Unstated
	c.Record.Complete = petition.Unstated
	wantEach(t, "incomplete", remedyText(c, 0),
		"Which paper proves it, and where to get it",
		"Get the judgment and the sentencing order from the clerk of the Circuit Court of Hinds County, First Judicial District. [§ 99-19-71(2)(a)(i)]",
		"It settles: Code section",
		"Get a zero-balance statement from the clerk of the Circuit Court of Hinds County, First Judicial District.",
		"It settles: All fines and court costs paid.",
		"Mississippi Criminal Information Center",
	)
}

func TestRemediesOfWhatIsNotYetSayWhatWouldChangeIt(t *testing.T) {
	c := readyFelony()
	c.Charges[0].Sentence.FinesCostsPaid = petition.No
	c.Charges[0].Sentence.BalanceDue = petition.Money{Cents: 42000, Stated: true}
	wantEach(t, "not yet", remedyText(c, 0), "What would change it", "Pay $420.00 to the clerk of the Circuit Court of Hinds County")
	c = readyFelony()
	c.Charges[0].Sentence.TermsCompleted = asOf.AddYears(-3).AddDays(30)
	c.Charges[0].Sentence.PaymentsCompleted = petition.Date{}
	wantEach(t, "a wait", remedyText(c, 0), "What would change it", "Wait until "+asOf.AddDays(31).Long()+", the first safe day to file.")
}

func TestRemediesOfAReviewAndOfANo(t *testing.T) {
	c := readyFelony()
	c.Charges[0].Section = petition.ParseSection("97-3-79")
	got := remedyText(c, 0)
	wantEach(t, "ineligible", got, "What the answer turns on", "To be sure that the record is right: get the judgment and the sentencing order")
	if strings.Contains(got, "[ ]") || strings.Contains(got, "Pay ") || strings.Contains(got, "Wait ") {
		t.Errorf("a no asks for an act:\n%s", got)
	}
	if got := remedyText(readyFelony(), 0); strings.TrimSpace(got) != strings.TrimSpace(dump(doc.Document{})) {
		t.Errorf("a charge that appears eligible is told\n%s", got)
	}
}

func TestRemediesSayNothingOfPrivateFacts(t *testing.T) {
	for _, change := range []func(*petition.Charge){
		func(ch *petition.Charge) { ch.TraffickingSurvivor = petition.Unknown },
		func(ch *petition.Charge) { ch.TraffickingSurvivor = petition.Yes },
		func(ch *petition.Charge) { ch.IdentityTheft = petition.Unknown },
		func(ch *petition.Charge) { ch.IdentityTheft = petition.Yes },
	} {
		for _, c := range []petition.Case{readyFelony(), incompleteFelony(), municipalFirst(), acquittal()} {
			change(&c.Charges[0])
			if got := remedyText(c, 0); strings.Contains(got, "traffick") || strings.Contains(got, "97-3-54") || strings.Contains(got, "97-45") || strings.Contains(got, "in this name") {
				t.Errorf("the remedies tell a private fact:\n%s", got)
			}
		}
	}
}

func TestRemediesNameTheOtherChargeAFactBelongsTo(t *testing.T) {
	c := readyFelony()
	other := felony()
	other.Outcome, other.OutcomeDate, other.CauseNumber, other.Ask = "", petition.Date{}, "0999", petition.No
	c.Charges = append(c.Charges, other)
	wantEach(t, "another charge", remedyText(c, 0), "How the charge ended (Charge 2: grand larceny)")
}
