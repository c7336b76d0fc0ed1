package forms

import (
	"strings"
	"testing"
	"time"

	"expunge/petition"
	"expunge/rules"
)

// twoCourts is one event with a conviction in each of two courts, its labels typed in
// two ways.
func twoCourts() petition.Case {
	c := oneEvent()
	c.Charges[1].Court = petition.Court{Level: petition.Circuit, County: "Rankin"}
	c.Charges[1].LowerCourt = petition.LowerCourt{}
	c.Charges[1].Event = " a "
	return c
}

// papersOf are the texts of the papers of a name, one a petition.
func papersOf(c petition.Case, a rules.Assessment, o Office, name string) []string {
	var out []string
	for _, d := range Compose(c, a, o) {
		if d.Name == name {
			out = append(out, strings.ReplaceAll(dump(d), "\u00a0", " "))
		}
	}
	return out
}

func wantEach(t *testing.T, what, got string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", what, want, got)
		}
	}
}

func TestOneEventInTwoCourtsIsPleadedInEach(t *testing.T) {
	c := twoCourts()
	a := rules.Assess(c, asOf)
	petitions, orders := papersOf(c, a, office(), "petition"), papersOf(c, a, office(), "order")
	if len(petitions) != 2 || len(orders) != 2 {
		t.Fatalf("%d petitions, %d orders", len(petitions), len(orders))
	}
	wantEach(t, "first petition", petitions[0],
		"The conviction in this Court and the conviction of false pretenses in Cause No. 0124, Count 2 in the Circuit Court of Rankin County arose from a common nucleus of operative facts.",
		"The petitioner petitions that court as well, and asks that the convictions be counted as one in both.",
		"determine that the conviction in this Court and the conviction of false pretenses in Cause No. 0124",
		"that arose from one event with a conviction in another court. In support",
		"unless it be a conviction of the same event, named above. The petitioner asks for the one felony")
	wantEach(t, "second petition", petitions[1],
		"the conviction of grand larceny in Cause No. 0123 in the Circuit Court of Hinds County, First Judicial District arose from")
	wantEach(t, "first order", orders[0],
		"In its discretion the Court determines that the conviction in this Court and the conviction of false pretenses in Cause No. 0124",
		"and are one conviction for the purposes of § 99-19-71.")
	for _, sheet := range []string{"cover", "worksheet"} {
		wantEach(t, sheet, papersOf(c, a, office(), sheet)[0], "Petitions 1 and 2 belong together", "They spend one felony expunction only if the courts so find")
	}
	one := oneEvent()
	for _, sheet := range []string{"cover", "worksheet", "petition"} {
		if got := papersOf(one, rules.Assess(one, asOf), office(), sheet)[0]; strings.Contains(got, "belong together") || strings.Contains(got, "another court") {
			t.Errorf("one court only, and the %s speaks of two:\n%s", sheet, got)
		}
	}
}

func TestLabelsOfEventsAreComparedAsLabels(t *testing.T) {
	c := oneEvent()
	c.Charges[1].Event = " a"
	if ps := Petitions(c, rules.Assess(c, asOf), office()); len(ps) != 1 || len(ps[0].Charges) != 2 {
		t.Errorf("got %v", ps)
	}
}

func TestPetitionsForTwoFelonyEventsAreNeverDraftedTogether(t *testing.T) {
	later := func(c *petition.Case) {
		s := &c.Charges[1].Sentence
		s.TermsCompleted, s.PaymentsCompleted = date(2025, time.June, 30), date(2025, time.June, 30)
	}
	for name, change := range map[string]func(*petition.Case){"one is not ripe": later, "both are ready": func(*petition.Case) {}} {
		c := twoFelonies()
		change(&c)
		for _, reason := range []string{"", "reason"} {
			o := office()
			o.DraftReview = reason
			if ps := Petitions(c, rules.Assess(c, asOf), o); len(ps) > 0 {
				t.Errorf("%s, reason %q: drafted %v", name, reason, ps)
			}
		}
	}
}

func TestACountLeftBehindIsSaidPlainly(t *testing.T) {
	c := oneEvent()
	c.Charges[1].Sentence.FinesCostsPaid = petition.No
	a := rules.Assess(c, asOf)
	if a.Charges[0].Status != rules.Eligible || a.Charges[1].Status == rules.Eligible {
		t.Fatalf("statuses %s, %s", a.Charges[0].Status, a.Charges[1].Status)
	}
	said := "A count of the same event (Charge 2: false pretenses (Cause No. 0124)) is not in the felony petition"
	wantEach(t, "cover", papersOf(c, a, office(), "cover")[0], "Ask a lawyer before you file petition 1", said,
		"Filing now spends the one felony expunction of a lifetime, and that count would be left behind.")
	wantEach(t, "why-not", papersOf(c, a, office(), "why-not")[0], said, "A lawyer should decide whether to wait.")
	a.Charges[0].Cautions = nil
	for _, sheet := range []string{"cover", "why-not"} {
		if got := papersOf(c, a, office(), sheet)[0]; strings.Contains(got, "left behind") {
			t.Errorf("the %s warns without the caution:\n%s", sheet, got)
		}
	}
}

func TestAFelonyInCountyCourtIsNoticedToTheDistrictAttorney(t *testing.T) {
	for name, tt := range map[string]struct {
		prosecutor petition.Prosecutor
		want       string
	}{
		"nobody named":        {petition.Prosecutor{}, "District Attorney, Seventh Circuit Court District"},
		"another prosecuted":  {petition.Prosecutor{Name: "Ima County", Office: "County Prosecuting Attorney of Hinds County"}, "District Attorney, Seventh Circuit Court District"},
		"the attorney's name": {petition.Prosecutor{Name: "Dee Attorney", Office: "Office of the District Attorney"}, "Dee Attorney"},
	} {
		c := readyFelony()
		c.Charges[0].Court = petition.Court{Level: petition.County, County: "Hinds", District: petition.FirstDistrict}
		c.Charges[0].Prosecutor = tt.prosecutor
		a := rules.Assess(c, asOf)
		for _, paper := range []string{"certificate", "notice"} {
			got := papersOf(c, a, office(), paper)[0]
			wantEach(t, name+" "+paper, got, tt.want)
			if strings.Contains(got, "whichever") || strings.Contains(got, "Ima County") || strings.Contains(got, "County Prosecuting") {
				t.Errorf("%s: the %s goes to another:\n%s", name, paper, got)
			}
		}
		order := papersOf(c, a, office(), "order")[0]
		wantEach(t, name+" order", order, "§ 45-27-21", "the office of the District Attorney, Seventh Circuit Court District", "COUNTY COURT JUDGE")
		if strings.Contains(order, "whichever") {
			t.Errorf("%s: the order names no one office:\n%s", name, order)
		}
	}
}

func TestACaseWithoutDispositionHasTheDocketSheetForExhibit(t *testing.T) {
	for _, outcome := range []petition.Outcome{petition.NoDisposition, petition.Uncharged} {
		c := acquittal()
		c.Charges[0].Outcome, c.Charges[0].OutcomeDate, c.Charges[0].OutcomeWording = outcome, petition.Date{}, ""
		o := office()
		o.DraftReview = "reason"
		a := rules.Assess(c, asOf)
		a.Charges[0].Pathway, a.Charges[0].Status = rules.NonConviction, rules.Eligible
		b := newBrief(c, a, o)
		b = b.of(b.petitions[0])
		got := dump(draftPetition(b)) + plain(theEnd(b, 0))
		wantEach(t, string(outcome), got, "Certified copy of the clerk’s docket sheet", "A certified copy of the clerk’s docket sheet is attached as Exhibit")
		if strings.Contains(got, "copy of the disposition") || (outcome == petition.Uncharged && strings.Contains(got, "Charging paper")) {
			t.Errorf("%s: an exhibit that cannot be had:\n%s", outcome, got)
		}
		if list := dump(checklist(b, nil)); strings.Contains(list, "that ended the case") || !strings.Contains(list, "Clerk’s docket sheet, certified by the clerk") {
			t.Errorf("%s: the checklist asks for what cannot be had:\n%s", outcome, list)
		}
	}
}

func TestTheOrderFindsTenDaysOnlyWhereTheFileShowsThem(t *testing.T) {
	const had, blank = "had ten days’ written notice before the hearing", "The district attorney was given written notice under § 99-19-71(2)(b) on ____, and the hearing was held on ____."
	served := date(2026, time.December, 1)
	for name, tt := range map[string]struct {
		served, hearing petition.Date
		want            string
	}{
		"long enough":  {served, date(2026, time.December, 21), had},
		"short":        {served, date(2026, time.December, 4), blank},
		"no hearing":   {served, petition.Date{}, blank},
		"no service":   {petition.Date{}, date(2026, time.December, 21), blank},
		"nothing said": {petition.Date{}, petition.Date{}, blank},
	} {
		c := readyFelony()
		c.Filing = petition.Filing{ProsecutorServedOn: tt.served, HearingOn: tt.hearing}
		order := papersOf(c, rules.Assess(c, asOf), office(), "order")[0]
		if strings.Contains(order, had) != (tt.want == had) || strings.Contains(order, blank) != (tt.want == blank) {
			t.Errorf("%s: want %q in\n%s", name, tt.want, order)
		}
	}
}

func TestKeepersOfANonConvictionKeepWhatTheLawAllows(t *testing.T) {
	c := acquittal()
	a := rules.Assess(c, asOf)
	for _, paper := range []string{"petition", "order"} {
		wantEach(t, paper, papersOf(c, a, office(), paper)[0], ", subject to any nonpublic record the law allows:")
	}
}
