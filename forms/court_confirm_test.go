package forms

import (
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

// The tables of courts are not an authority: what they have against a court is for the
// clerk to settle, and the petition is drafted all the same.
func TestTheChecklistHasAWeakCourtConfirmed(t *testing.T) {
	const box = "The clerk has confirmed that the case was in this court and this county"
	for what, x := range map[string]struct {
		court petition.Court
		want  string
	}{
		"a county court that is listed":     {petition.Court{Level: petition.County, County: "Rankin"}, ""},
		"a county court that is not":        {petition.Court{Level: petition.County, County: "Alcorn"}, "has no county court in Alcorn County"},
		"a justice court":                   {petition.Court{Level: petition.Justice, County: "Alcorn"}, ""},
		"a city where the list has it":      {petition.Court{Level: petition.Municipal, County: "Rankin", City: "Brandon"}, ""},
		"a city in another county":          {petition.Court{Level: petition.Municipal, County: "Hinds", City: "Brandon"}, "has Brandon in: Rankin."},
		"a city in two counties":            {petition.Court{Level: petition.Municipal, County: "Lamar", City: "Hattiesburg"}, "has Hattiesburg in: Forrest, Lamar."},
		"a city in two, no county given":    {petition.Court{Level: petition.Municipal, City: "Hattiesburg"}, "has Hattiesburg in: Forrest, Lamar."},
		"a place that the list has nothing": {petition.Court{Level: petition.Municipal, County: "Rankin", City: "Zzyzx Landing"}, ""},
	} {
		c := municipalFirst()
		c.Charges[0].Court = x.court
		if rules.Assess(c, asOf).Charges[0].Status != rules.Eligible {
			t.Fatalf("%s: no petition", what)
		}
		got := textOf(t, c, office(), "checklist")
		if x.want == "" {
			wantNone(t, what, got, box, "for these papers has")
			continue
		}
		wantEach(t, what, got, box, x.want)
		if n := strings.Count(got, box); n != 1 {
			t.Errorf("%s: the box stands %d times", what, n)
		}
	}
}

// Where nobody said whether there was an indictment, the petition is silent and the
// checklist asks.
func TestAnUnknownIndictmentIsAskedFor(t *testing.T) {
	const question = "Facts still missing"
	for _, x := range []struct {
		indicted petition.Answer
		court    petition.Level
		asked    bool
	}{
		{petition.Yes, petition.Circuit, false},
		{petition.No, petition.Circuit, false},
		{petition.Unknown, petition.Circuit, true},
		{petition.Unstated, petition.Circuit, true},
		{petition.Unknown, petition.County, false},
	} {
		c := routeCases()[rules.OneFelony]
		c.Charges[0].Indicted, c.Charges[0].Court.Level = x.indicted, x.court
		label := missingLabel(petition.ChargePath(0, "indicted"))
		list := textOf(t, c, office(), "checklist")
		_, missing, ok := strings.Cut(list, question)
		if !ok {
			t.Fatal("the list has no missing facts")
		}
		missing, _, _ = strings.Cut(missing, "Before filing")
		if got := strings.Contains(missing, label); got != x.asked {
			t.Errorf("indicted %q in a %s court: %q is asked for: %v", x.indicted, x.court, label, got)
		}
	}
}
