package forms

import (
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/rules"
)

// Who prepared the papers stands on every sheet, and on nothing that a court receives.
func TestTheClinicStandsOnSheetsAlone(t *testing.T) {
	o := office()
	o.Clinic = Clinic{Name: "Name Of Clinic", Address: "12 Clinic Street", Place: "Clinic Hall", Date: "Clinic Day"}
	o.Attorney = Attorney{Name: "Supervising Attorney Name", BarNumber: "99887", Phone: "601-555-0198", Email: "supervisor@example.org"}
	o.Papers.PauperAffidavit = true
	all := []string{o.Clinic.Name, o.Clinic.Address, o.Clinic.Place, o.Clinic.Date, o.Attorney.Name, o.Attorney.BarNumber, o.Attorney.Phone, o.Attorney.Email}
	sheets, filed := 0, 0
	look := func(name string, d doc.Document, everything bool) {
		text := dump(d)
		for i, s := range all {
			switch there := strings.Contains(text, s); {
			case d.Name == "requests": // letters that the person sends
			case d.Group == doc.NotForFiling && (i == 0 || everything) && !there:
				t.Errorf("%s: the sheet %s lacks %q", name, d.Name, s)
			case d.Group != doc.NotForFiling && there && !strings.HasPrefix(d.Name, "intake"):
				t.Errorf("%s: the paper %s has %q", name, d.Name, s)
			}
		}
		if d.Group == doc.NotForFiling {
			sheets++
		} else {
			filed++
		}
	}
	for _, office := range []Office{o, inSpanish(o)} {
		for name, c := range listedCases() {
			a := rules.Assess(c, asOf)
			for _, d := range Compose(c, a, office) {
				look(name, d, d.Name == "cover")
			}
			look(name, Checklist(c, a, office), false)
		}
		for _, d := range Blank(office) {
			look("blank", d, false)
		}
	}
	if sheets < 100 || filed < 100 {
		t.Errorf("only %d sheets and %d papers", sheets, filed)
	}
}
