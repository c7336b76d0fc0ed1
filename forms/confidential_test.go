package forms

import (
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// sheetsOf are the confidential sheets of a case, in the order of its petitions.
func sheetsOf(c petition.Case, o Office) []doc.Document {
	var out []doc.Document
	for _, d := range compose(c, o) {
		if d.Group == doc.Confidential {
			out = append(out, d)
		}
	}
	return out
}

// threeCourts is a case with a petition in each of three courts, one of them for two counts.
func threeCourts() petition.Case {
	c := acquittal()
	c.Charges[0].Count = "1"
	second := c.Charges[0]
	second.Count, second.Offense = "2", "malicious mischief"
	city := routeCases()[rules.MunicipalDismissed].Charges[0]
	uncharged := routeCases()[rules.UnchargedOrCitation].Charges[0]
	uncharged.Offense, uncharged.Arrest.Agency, uncharged.Court.County = "trespass", "Harbor Police", "Stone"
	c.Charges = append(c.Charges, second, city, uncharged)
	return c
}

func TestEachPetitionHasASheetThatNamesNoChargeOfAnother(t *testing.T) {
	c := threeCourts()
	petitions, sheets := Petitions(c, rules.Assess(c, asOf), office()), sheetsOf(c, office())
	if len(petitions) != 3 || len(sheets) != 3 {
		t.Fatalf("%d petitions and %d sheets", len(petitions), len(sheets))
	}
	for n, d := range sheets {
		own := map[int]bool{}
		for _, i := range petitions[n].Charges {
			own[i] = true
		}
		text := d.Title + "\n" + d.Running + "\n" + dump(d)
		for i, ch := range c.Charges {
			for what, s := range map[string]string{"offense": ch.Offense, "number": ch.CauseNumber, "court": ch.Court.Name(), "agency": ch.Arrest.Agency} {
				if s == "" || own[i] {
					if s != "" && !strings.Contains(text, s) {
						t.Errorf("sheet %d lacks the %s of its charge %d:\n%s", n+1, what, i+1, text)
					}
					continue
				}
				if strings.Contains(text, s) {
					t.Errorf("sheet %d has the %s of charge %d, of another petition:\n%s", n+1, what, i+1, text)
				}
			}
		}
		for _, tells := range []string{"Charge 3", "Charge 4", "petition 2", "petition 3"} {
			if strings.Contains(text, tells) {
				t.Errorf("sheet %d says %q:\n%s", n+1, tells, text)
			}
		}
		wantEach(t, "sheet", text, c.Petitioner.SSN, petitions[n].Court.Name())
		wantEach(t, "the line of later pages", d.Running, "José Q. Sample", petitions[n].Court.Name())
	}
}

func TestTheSheetHasWhatTheRecordIsFoundBy(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		ch := &c.Charges[0]
		ch.Charged = petition.ChargedAs{Offense: "simple assault", Section: petition.ParseSection("97-3-7(1)"), Grade: petition.Misdemeanor}
		ch.LowerCourt = petition.LowerCourt{Court: petition.Court{Level: petition.Justice, County: "Stone"}, CauseNumber: "J-456"}
		ch.Sentence.Date = ch.OutcomeDate
		docs := compose(c, officeFor(p))
		filed, sheet := paperNamed(t, docs, "petition"), dump(paperNamed(t, docs, "confidential"))
		became := "Changed to"
		if ch.Outcome == petition.Convicted {
			became = "Convicted of"
		}
		wantEach(t, string(p), strings.ReplaceAll(sheet, "\u00a0", " "),
			"| Goes with | "+filed.Title+" |", "| Charge at arrest | simple assault |\n| Code section | § 97-3-7(1) |\n| Grade | misdemeanor |\n",
			"| "+became+" | "+ch.Offense+" |\n| Code section | § "+ch.Section.String()+" |\n",
			"| Date of the offense | "+ch.OffenseDate.Long()+" |", "| Court in which it began | Justice Court of Stone County |", "| Cause number there | J-456 |")
		if ch.Sentence.Date.Known() {
			wantEach(t, string(p), strings.ReplaceAll(sheet, "\u00a0", " "), "| Date of sentence | "+ch.Sentence.Date.Long()+" |")
		}
	}
	dui := dump(sheetsOf(routeCases()[rules.FirstDUI], office())[0])
	wantEach(t, "first DUI", dui, "| Filed in | Circuit Court of Rankin County |", "| Court | Municipal Court of the City of Brandon |")
}

func TestTheOrderAndTheSheetSayTheSameOfHowItTravels(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		order := strings.ReplaceAll(paperText(t, c, p, "order"), "(proposed)", "")
		wantEach(t, string(p)+" order", order, "on a confidential identifier sheet that the petitioner may hand to the clerk under seal. It is not part of the public file.",
			"The clerk may send it, sealed, with the certified copies of this order to the Mississippi Criminal Information Center and to the arresting agency, and to no other office unless the Court so directs.")
		wantEach(t, string(p)+" sheet", dump(sheetsOf(c, officeFor(p))[0]), "This sheet is not part of the public file.",
			"The proposed order lets the clerk send it, sealed, to the center and the arresting agency, and to another office only if the Court so directs.",
			"[ ] sent, sealed, to the Mississippi Criminal Information Center", "[ ] sent, sealed, to the arresting agency", "[ ] sent, as the Court directs, to: ")
	}
	c := oneEvent()
	c.Charges[1].Arrest.Agency = "Harbor Police"
	wantEach(t, "two agencies", paperText(t, c, rules.OneFelony, "order"), "Center and to each arresting agency, and to no other office")
}

func TestTheDayACaseWasDismissedIsNotThatOfTheProgram(t *testing.T) {
	on := date(2024, time.February, 5)
	for outcome, want := range map[petition.Outcome]string{
		petition.Nonadjudicated: "nonadjudicated; dismissed February 5, 2024", petition.ConditionalDischarge: "conditional discharge; dismissed February 5, 2024",
		petition.PretrialIntervention: "pretrial intervention; dismissed February 5, 2024", petition.InterventionCourt: "intervention court; dismissed February 5, 2024",
		petition.TrafficSchool: "traffic school, February 5, 2024", petition.Dismissed: "dismissed, February 5, 2024",
	} {
		ch := petition.Charge{Outcome: outcome, OutcomeDate: on, Diversion: petition.Diversion{Completed: petition.Yes, SentencedAtPlea: petition.No}}
		if got := endedWords(ch); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		ch.Diversion.Completed = petition.Unknown
		if got := endedWords(ch); strings.Contains(got, "; dismissed") {
			t.Errorf("says dismissed of a program that may not be completed: %q", got)
		}
	}
	docs := compose(routeCases()[rules.Nonadjudication], office())
	for _, paper := range []string{"cover", "checklist", "worksheet", "confidential"} {
		wantEach(t, paper, strings.ReplaceAll(dump(paperNamed(t, docs, paper)), "\u00a0", " "), "nonadjudicated; dismissed March 3, 2021")
	}
}
