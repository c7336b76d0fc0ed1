package forms

import (
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/petition"
)

// inReview is a felony with a charge pending elsewhere, which is a lawyer's question.
func inReview() petition.Case {
	c := readyFelony()
	c.Record.PendingCharges = []petition.PendingCharge{{Offense: "simple assault", Grade: petition.Misdemeanor}}
	return c
}

func TestADraftForReviewSpeaksOfNoMissingFact(t *testing.T) {
	o := office()
	o.DraftReview = "reason"
	cover := dump(paperNamed(t, compose(inReview(), o), "cover"))
	for _, want := range []string{"for the supervising attorney", "drafted for the supervising attorney; not to be signed or filed", "Hand this packet to the supervising attorney"} {
		if !strings.Contains(cover, want) {
			t.Errorf("the cover does not say %q:\n%s", want, cover)
		}
	}
	if strings.Contains(cover, "fact that is missing") || strings.Contains(cover, "not ready") {
		t.Errorf("the cover speaks of missing facts:\n%s", cover)
	}
	c := readyFelony()
	c.Charges[0].Sentence.FinesCostsPaid = petition.Unstated
	if got := dump(paperNamed(t, compose(c, o), "cover")); !strings.Contains(got, "each fact that is missing") || strings.Contains(got, "for the supervising attorney") {
		t.Errorf("a draft with blanks is not called one:\n%s", got)
	}
}

func TestTheWorksheetGivesAReasonThatWasUsed(t *testing.T) {
	o := office()
	o.DraftReview = "for Ms. Supervisor"
	for name, c := range map[string]petition.Case{"used": inReview(), "not used": readyFelony()} {
		if got := strings.Contains(dump(paperNamed(t, compose(c, o), "worksheet")), "for Ms. Supervisor"); got != (name == "used") {
			t.Errorf("%s: printed is %v", name, got)
		}
	}
}

func TestNotesKeepTheirParagraphs(t *testing.T) {
	c := readyFelony()
	c.Notes = "First line.\nSecond  line.\n\nThird."
	d := paperNamed(t, compose(c, office()), "worksheet")
	if got := dump(d); !strings.Contains(got, "First line.\n\nSecond line.\n\nThird.\n") {
		t.Errorf("%s", got)
	}
	if strings.Contains(d.Title, "'") {
		t.Error("the title of the sheet has a straight apostrophe")
	}
}

// A motion is called one wherever its number stands.
func TestAMotionIsNumberedAsOne(t *testing.T) {
	for pathway, c := range routeCases() {
		want, not := "petition 1", "motion 1"
		if written(pathway).motion {
			want, not = not, want
		}
		for _, d := range compose(c, officeFor(pathway)) {
			if !slices.Contains([]string{"cover", "worksheet", "after-order"}, d.Name) {
				continue // a draft for review has no sheet for after the order
			}
			if got := dump(d); !strings.Contains(got, want) || strings.Contains(got, not) {
				t.Errorf("%s: the %s does not say %q alone", pathway, d.Name, want)
			}
		}
	}
}

func TestTheStepOfServiceLeavesNoPaperOut(t *testing.T) {
	if got := dump(paperNamed(t, compose(readyFelony(), office()), "cover")); !strings.Contains(got, "a copy of every paper that the certificate of service lists") {
		t.Errorf("%s", got)
	}
}

func TestOneLetterIsNotSeveral(t *testing.T) {
	letter := doc.Document{Letter: true}
	for n, want := range map[int]string{1: "1 Request letter: A letter that asks", 2: "2 Request letters: Letters that ask"} {
		title, use := lettersRow(slices.Repeat([]doc.Document{letter}, n))
		if got := title + ": " + use; !strings.HasPrefix(got, want) {
			t.Errorf("%d: %q", n, got)
		}
	}
}
