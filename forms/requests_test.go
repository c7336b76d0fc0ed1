package forms

import (
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// lettersOf are the request letters of a case, a text each.
func lettersOf(t *testing.T, c petition.Case) []string {
	t.Helper()
	var out []string
	for _, d := range compose(c, office()) {
		if d.Name != "requests" {
			continue
		}
		_, after, dated := strings.Cut(strings.ReplaceAll(dump(d), "\u00a0", " "), "Date: ____")
		if !dated {
			t.Errorf("%s has no line for the date", d.Title)
		}
		out = append(out, strings.TrimSpace(after))
	}
	return out
}

// The first line of each letter is the office it goes to: one letter to each, and none to
// an office that has nothing to give.
func TestEachOfficeGetsOneLetter(t *testing.T) {
	const center = "To the Mississippi Criminal Information Center, Department of Public Safety"
	dui := routeCases()[rules.FirstDUI]
	dui.Charges[0].Papers = petition.Papers{Disposition: petition.PaperHave, SentencingOrder: petition.PaperHave, Charging: petition.PaperHave, ZeroBalance: petition.PaperHave}
	noTest := routeCases()[rules.FirstDUI]
	noTest.Charges[0].DUI.BAC = petition.BAC{NoResult: true}
	noTest.Charges[0].Papers.Discharge = petition.PaperHave
	two := oneEvent()
	two.Charges[0].Papers.Discharge = petition.PaperHave
	supervisor := "To ____ (the office that supervised the sentence, or the Mississippi Department of Corrections)"
	city, hinds := "To the Clerk of the Municipal Court of the City of Brandon", "To the Circuit Clerk of Hinds County"
	for name, k := range map[string]struct {
		c    petition.Case
		want []string
	}{
		"felony":        {readyFelony(), []string{hinds, center, supervisor}},
		"two counts":    {two, []string{hinds, center, supervisor}},
		"DUI":           {dui, []string{city, center, "To the Mississippi Department of Public Safety", "To the Brandon Police Department", supervisor}},
		"DUI, no test":  {noTest, []string{city, center, "To the Mississippi Department of Public Safety"}},
		"misdemeanor":   {municipalFirst(), []string{city, center}},
		"program":       {routeCases()[rules.Intervention], []string{"To the Circuit Clerk of Rankin County", center, "To ____ (the program, or the office that ran it)"}},
		"not available": {federal(), []string{center}},
	} {
		got := lettersOf(t, k.c)
		if len(got) != len(k.want) {
			t.Errorf("%s: %d letters, want %d: %q", name, len(got), len(k.want), got)
			continue
		}
		for i, want := range k.want {
			if to, _, _ := strings.Cut(got[i], "\n"); to != want {
				t.Errorf("%s: letter %d goes %q, want %q", name, i+1, to, want)
			}
		}
	}
}

func TestLettersAskForWhatTheRouteNeeds(t *testing.T) {
	dui := strings.Join(lettersOf(t, routeCases()[rules.FirstDUI]), "\n")
	wantEach(t, "DUI", dui, "my own complete driving record", "the result of the test of my blood or breath that was made after my arrest on January 5, 2020")
	wantEach(t, "felony", strings.Join(lettersOf(t, readyFelony()), "\n"), "whether every term of the sentence was completed, and on what day")
	wantEach(t, "intervention court", strings.Join(lettersOf(t, routeCases()[rules.InterventionCourt]), "\n"), "a zero balance", "whether every term of the program was completed")
}

func TestALetterToYouthCourtHasItsWords(t *testing.T) {
	c := routeCases()[rules.YouthDismissed]
	got := lettersOf(t, c)[0]
	wantEach(t, "letter", got, "Act alleged", "youth court records are confidential", "a copy of the petition or other paper that began the case")
	for _, wrong := range []string{"Offense", "indictment", "convict", "charge"} {
		if strings.Contains(got, wrong) {
			t.Errorf("says %q:\n%s", wrong, got)
		}
	}
	c.Charges[0].Outcome = petition.AdjudicatedDelinquent
	wantEach(t, "adjudicated", lettersOf(t, c)[0], "certified copies of the orders of adjudication and of disposition")
}

func TestYouthCourtPapersSpeakOfAllegations(t *testing.T) {
	docs := compose(routeCases()[rules.YouthDismissed], office())
	for _, name := range []string{"petition", "order", "exhibits"} {
		if got := dump(paperNamed(t, docs, name)); strings.Contains(got, "on the charge of") || strings.Contains(strings.ToLower(got), "charging paper") {
			t.Errorf("the %s speaks of a charge:\n%s", name, got)
		}
	}
	wantEach(t, "petition", dump(paperNamed(t, docs, "petition")), "was before this Court on an allegation of", "the record of the case on the allegation of", "Petition or other paper that began the case")
}

// A program and a sentence in one court have keepers of their own.
func TestAProgramAndASentenceAreAskedAboutApart(t *testing.T) {
	c := readyFelony()
	after := routeCases()[rules.Intervention].Charges[0]
	after.Court = c.Charges[0].Court
	c.Charges = append(c.Charges, after)
	asked := 0
	for _, l := range lettersOf(t, c) {
		if strings.Contains(l, "Request for a paper that shows completion") {
			asked++
		}
	}
	if asked != 2 {
		t.Errorf("%d letters ask for a paper that shows completion, want 2", asked)
	}
}
