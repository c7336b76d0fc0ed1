package forms

import (
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// asOf is the day all sample cases are assessed on.
var asOf = petition.NewDate(2026, time.November, 23)

func date(y int, m time.Month, d int) petition.Date { return petition.NewDate(y, m, d) }

func office() Office {
	return Office{
		Clinic: Clinic{Name: "Sample Legal Clinic", Place: "Jackson", Date: "November 23, 2026"}, Papers: DefaultPapers(),
		Attorney: Attorney{Name: "Alma Supervisor", BarNumber: "00001", Phone: "601-555-0100", Email: "alma@example.org"},
	}
}

func person() petition.Person {
	return petition.Person{
		Name:       petition.Name{First: "José", Middle: "Q.", Last: "Sample"},
		OtherNames: []string{"Joe Sample"}, DateOfBirth: date(1988, time.February, 29),
		Address: petition.Address{Street: "1 Example Street", City: "Jackson", State: "MS", ZIP: "39201", County: "Hinds"},
		Phone:   "601-555-0123", Email: "jose@example.org",
		SSN: "987-65-4321", StateID: "MS-SID-77777", Race: "Martian", Sex: "Nonesuch",
	}
}

func hinds() petition.Court {
	return petition.Court{Level: petition.Circuit, County: "Hinds", District: petition.FirstDistrict}
}

// felony is a felony conviction for which every element is met.
func felony() petition.Charge {
	return petition.Charge{
		CauseNumber: "0123", Court: hinds(), Offense: "grand larceny", Section: petition.ParseSection("97-17-41"), Grade: petition.Felony,
		OffenseDate: date(2014, time.May, 4),
		Arrest:      petition.Arrest{Kind: petition.ArrestMade, Date: date(2014, time.May, 5), Agency: "Jackson Police Department", AgencyNumber: "JPD-1", TrackingNumber: "ATN-9"},
		Indicted:    petition.Yes, IndictmentDate: date(2014, time.July, 1),
		LowerCourt: petition.LowerCourt{Court: petition.Court{Level: petition.Justice, County: "Hinds"}, CauseNumber: "J-5"},
		Outcome:    petition.Convicted, OutcomeDate: date(2015, time.March, 2),
		Sentence: petition.Sentence{
			AllTermsComplete: petition.Yes, TermsCompleted: date(2019, time.June, 30), FinesCostsPaid: petition.Yes,
			PaymentsCompleted: date(2018, time.June, 1), RestitutionPaid: petition.RestitutionPaid, CrimeOfViolenceFinding: petition.No,
		},
		Papers: petition.Papers{SentencingOrder: petition.PaperHave, DocketSheet: petition.PaperNeed},
	}
}

func whole() petition.Record {
	return petition.Record{Complete: petition.Yes, PublicOfficial: petition.No}
}

func readyFelony() petition.Case {
	return petition.Case{
		ID: "CLINIC-0042", Petitioner: person(), Record: whole(), Charges: []petition.Charge{felony()},
		Showing: petition.Showing{Rehabilitation: "I have worked at the same shop for six years and coach a youth team."},
		Filing:  petition.Filing{ProsecutorServedOn: date(2026, time.December, 1)},
	}
}

func incompleteFelony() petition.Case {
	c := readyFelony()
	c.Showing, c.Filing = petition.Showing{}, petition.Filing{}
	c.Record.Complete = petition.Unstated
	ch := &c.Charges[0]
	ch.Court.District, ch.CauseNumber, ch.Sentence.TermsCompleted, ch.Sentence.PaymentsCompleted = "", "", petition.Date{}, petition.Date{}
	ch.Sentence.FinesCostsPaid, ch.Arrest.Agency = petition.Unknown, ""
	return c
}

func notYetFelony() petition.Case {
	c := readyFelony()
	s := &c.Charges[0].Sentence
	s.TermsCompleted, s.FinesCostsPaid, s.BalanceDue, s.PaymentsCompleted = date(2025, time.June, 30), petition.No, petition.Money{Cents: 42000, Stated: true}, petition.Date{}
	return c
}

func municipalFirst() petition.Case {
	return petition.Case{
		ID: "CLINIC-0043", Petitioner: person(), Record: whole(),
		Charges: []petition.Charge{{
			CauseNumber: "B-77", Plaintiff: "City of Brandon", Court: petition.Court{Level: petition.Municipal, City: "Brandon", County: "Rankin"},
			Offense: "petit larceny", Section: petition.ParseSection("97-17-43"), Grade: petition.Misdemeanor, OffenseDate: date(2020, time.January, 5),
			Arrest:  petition.Arrest{Kind: petition.ArrestMade, Date: date(2020, time.January, 5), Agency: "Brandon Police Department"},
			Outcome: petition.Convicted, OutcomeDate: date(2020, time.March, 3),
			Sentence: petition.Sentence{AllTermsComplete: petition.Yes, FinesCostsPaid: petition.Yes, RestitutionPaid: petition.RestitutionNone, TermsCompleted: date(2020, time.September, 1)},
		}},
	}
}

func acquittal() petition.Case {
	return petition.Case{
		ID: "CLINIC-0044", Petitioner: person(), Record: whole(),
		Charges: []petition.Charge{{
			CauseNumber: "25-1-CR", Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Offense: "burglary of a dwelling",
			Section: petition.ParseSection("97-17-23"), Grade: petition.Felony, OffenseDate: date(2024, time.January, 5),
			Arrest:  petition.Arrest{Kind: petition.ArrestMade, Date: date(2024, time.January, 6), Agency: "Rankin County Sheriff's Department", Released: petition.Yes},
			Outcome: petition.Acquitted, OutcomeDate: date(2025, time.March, 3), OutcomeWording: "not guilty on all counts",
		}},
	}
}

func oneEvent() petition.Case {
	c := readyFelony()
	other := felony()
	other.CauseNumber, other.Count, other.Offense, other.Section = "0124", "2", "false pretenses", petition.ParseSection("97-19-39")
	c.Charges = append(c.Charges, other)
	c.Charges[0].Event, c.Charges[1].Event = "A", "A"
	return c
}

func twoFelonies() petition.Case {
	c := oneEvent()
	c.Charges[1].Event = "B"
	// The later of two convictions is for a lawyer, so both stand on one day and differ in event.
	return c
}

func federal() petition.Case {
	c := readyFelony()
	c.Charges[0].Court = petition.Court{Level: petition.Federal}
	return c
}

func sampleCases() map[string]petition.Case {
	return map[string]petition.Case{
		"ready": readyFelony(), "incomplete": incompleteFelony(), "not-yet": notYetFelony(), "municipal": municipalFirst(),
		"acquittal": acquittal(), "one-event": oneEvent(), "two-felonies": twoFelonies(), "federal": federal(), "empty": {},
		"bare": {Charges: []petition.Charge{{}}},
	}
}

func compose(c petition.Case, o Office) []doc.Document {
	return Compose(c, rules.Assess(c, asOf), o)
}

// names are the names of documents in a line.
func names(docs []doc.Document) string {
	var out []string
	for _, d := range docs {
		out = append(out, d.Name)
	}
	return strings.Join(out, " ")
}

func paperNamed(t *testing.T, docs []doc.Document, name string) doc.Document {
	t.Helper()
	for _, d := range docs {
		if d.Name == name {
			return d
		}
	}
	t.Fatalf("no document %q among: %s", name, names(docs))
	return doc.Document{}
}
