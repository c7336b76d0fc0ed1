package forms

import (
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/rules"
)

// crowded is a case whose captions and signatures are as tall as they come: two
// judicial districts, a long name, several causes, counsel with a firm.
func crowded() petition.Case {
	c := oneEvent()
	c.Petitioner.Name = petition.Name{First: "Maximiliana-Wilhelmina", Middle: "Persephone Antoinette", Last: "Featherstonehaugh-Montmorency", Suffix: "III"}
	c.Petitioner.Counsel = petition.Counsel{
		Name: "Bartholomew Q. Counselor-Longfellow", BarNumber: "000000", Firm: "The Example Legal Aid and Public Interest Law Center of Mississippi",
		Address: petition.Address{Street: "1420 Very Long Example Boulevard, Suite 14-B", City: "Bay Saint Louis", State: "MS", ZIP: "39520"},
		Phone:   "228-555-0199", Email: "bartholomew.counselor@example.org",
	}
	third := c.Charges[1]
	third.CauseNumber = "0125"
	c.Charges = append(c.Charges, third)
	c.Charges[0].Prosecutor = petition.Prosecutor{
		Name: "Dee Attorney", Office: "Office of the District Attorney, Seventh Circuit Court District",
		Address: petition.Address{Street: "5 Invented Street, Fifth Floor", City: "Jackson", State: "MS", ZIP: "39201"},
	}
	return c
}

func layoutCases() map[string]petition.Case {
	cases := sampleCases()
	cases["two courts"], cases["crowded"] = twoCourts(), crowded()
	crowdedDUI := routeCases()[rules.FirstDUI]
	crowdedDUI.Petitioner, crowdedDUI.Charges[0].Prosecutor = crowded().Petitioner, crowded().Charges[0].Prosecutor
	crowdedDUI.Charges[0].Prosecutor.Office = "Office of the City Prosecutor, Legal Department of the City of Brandon"
	cases["crowded DUI"] = crowdedDUI
	return cases
}

func pages(t *testing.T, docs []doc.Document) []pdf.Page {
	t.Helper()
	out, err := pdf.Layout(docs, pdf.Standard())
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPapersSignedBeforeOthersAreOnePageEach(t *testing.T) {
	for name, c := range layoutCases() {
		for _, p := range pages(t, compose(c, office())) {
			if p.Of > 1 && strings.Contains("verification certificate notice", p.Document) {
				t.Errorf("%s: the %s has %d pages", name, p.Document, p.Of)
			}
		}
	}
}

func TestNoPageHoldsOnlyAFewLines(t *testing.T) {
	for name, c := range layoutCases() {
		for _, p := range pages(t, compose(c, office())) {
			n := 0
			for _, l := range p.Lines {
				if l.Part == pdf.Body || l.Part == pdf.Title {
					n++
				}
			}
			if n < 5 && p.Of > 1 && p.Document != "exhibits" { // a cover sheet is meant to be bare
				t.Errorf("%s: page %d of %d of the %s has %d lines", name, p.Number, p.Of, p.Document, n)
			}
		}
	}
}

func TestLinesOfAnAddressStandTogether(t *testing.T) {
	order := paperNamed(t, compose(crowded(), office()), "order")
	var last pdf.Line
	lines := 0
	for _, p := range pages(t, []doc.Document{order}) {
		for _, l := range p.Lines {
			text := ""
			for _, r := range l.Runs {
				text += r.Text
			}
			if strings.HasPrefix(text, "Mississippi Bar No.") || strings.HasPrefix(text, "Bay Saint Louis") {
				lines++
				if gap := l.Y - last.Y; gap > 15 {
					t.Errorf("%.1f points above %q", gap, text)
				}
			}
			last = l
		}
	}
	if lines != 2 {
		t.Errorf("%d lines found", lines)
	}
}
