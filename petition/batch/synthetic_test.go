package batch

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/petition/packet"
)

var day = petition.NewDate(2026, time.November, 23)

// options are those of a clinic that leaves out the papers around a petition.
func options() Options {
	papers := forms.DefaultPapers()
	papers.Extras = false
	return Options{Program: "expunge test", AsOf: day, Today: day, Office: forms.Office{Papers: papers}, Formats: []packet.Format{packet.PDF}}
}

// client is the facts of one row by header, over those of the person before.
type client map[string]string

var columns = []string{
	"case", "First name", "Last name", "Date of birth", "Street (petitioner)", "City, town or village (petitioner)", "State (petitioner)", "ZIP code (petitioner)", "Telephone (petitioner)",
	"Social Security number", "record.complete", "record.public_official", "Cause number", "court.level", "court.county", "court.city", "Offense", "charges[].section",
	"charges[].grade", "Outcome", "charges[].outcome_date", "charges[].sentence.all_terms_complete", "charges[].sentence.terms_completed",
	"charges[].sentence.fines_costs_paid", "charges[].sentence.restitution_paid", "charges[].sentence.crime_of_violence_finding", "charges[].arrest.kind", "charges[].arrest.date", "charges[].arrest.released", "charges[].offense_date",
}

// paths of the headers above that are no plain labels.
func headerOf(column string) string {
	return map[string]string{
		"First name": "petitioner.name.first", "Last name": "petitioner.name.last", "Date of birth": "petitioner.date_of_birth",
		"Street (petitioner)": "petitioner.address.street", "City, town or village (petitioner)": "petitioner.address.city", "State (petitioner)": "petitioner.address.state",
		"ZIP code (petitioner)": "petitioner.address.zip", "Telephone (petitioner)": "petitioner.phone", "Social Security number": "petitioner.ssn",
		"Cause number": "charges[].cause_number", "court.level": "charges[].court.level", "court.county": "charges[].court.county", "court.city": "charges[].court.city",
		"Offense": "charges[].offense", "Outcome": "charges[].outcome",
	}[column]
}

// table writes rows as CSV.
func sheetOf(rows ...client) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	headers := make([]string, len(columns))
	for i, c := range columns {
		if headers[i] = headerOf(c); headers[i] == "" {
			headers[i] = c
		}
	}
	_ = w.Write(headers)
	for _, r := range rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r[c]
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return b.String()
}

// person is a client of the clinic with nothing charged.
func person(id, first, last, born string) client {
	return client{
		"case": id, "First name": first, "Last name": last, "Date of birth": born, "Street (petitioner)": "1 Sample Street",
		"City, town or village (petitioner)": "Jackson", "State (petitioner)": "MS", "ZIP code (petitioner)": "39201", "Telephone (petitioner)": "601-555-0142",
		"record.complete": "yes", "record.public_official": "no",
	}
}

// with adds facts.
func (c client) with(facts client) client {
	out := client{}
	for k, v := range c {
		out[k] = v
	}
	for k, v := range facts {
		out[k] = v
	}
	return out
}

// The situations of a clinic.
func dismissed(county string) client {
	return client{
		"Cause number": "24-0019", "court.level": "justice", "court.county": county, "Offense": "simple assault", "charges[].section": "97-3-7(1)", "charges[].grade": "misdemeanor",
		"Outcome": "dismissed", "charges[].outcome_date": "2024-06-03", "charges[].arrest.kind": "arrest", "charges[].arrest.date": "2024-01-21", "charges[].arrest.released": "yes", "charges[].offense_date": "2024-01-20",
	}
}

func felony(county, completed string) client {
	return client{
		"Cause number": "2016-CR-0123", "court.level": "circuit", "court.county": county, "Offense": "grand larceny", "charges[].section": "97-17-41", "charges[].grade": "felony",
		"Outcome": "convicted", "charges[].outcome_date": "2016-11-14", "charges[].sentence.all_terms_complete": "yes", "charges[].sentence.terms_completed": completed,
		"charges[].sentence.fines_costs_paid": "yes", "charges[].sentence.restitution_paid": "yes", "charges[].sentence.crime_of_violence_finding": "no",
		"charges[].arrest.kind": "arrest", "charges[].arrest.date": "2016-03-09", "charges[].arrest.released": "yes", "charges[].offense_date": "2016-03-05",
	}
}

var (
	firsts   = []string{"Ada", "José", "Zoë", "Marlowe", "Quincy", "Renée", "Tobias", "Wren"}
	lasts    = []string{"Sampleton", "Fauxworth", "Notareal", "Müllerson", "Hypothet", "Inventado", "Pretendergast"}
	counties = []string{"Rankin", "Madison", "DeSoto", "Lee", "Forrest"}
)

// synthetic is a clients file of n cases as a clinic may see them: nearly half may file
// today, a third waits, for others nothing opens, one in twenty lacks a fact and has a second
// charge, and none has a problem. That makes about twelve pages a case, where the papers
// around a petition are left out. The same seed gives the same file.
func synthetic(n int, seed uint64) string {
	r := rand.New(rand.NewPCG(seed, 7))
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	var rows []client
	for i := range n {
		p := person(fmt.Sprintf("SYN-%05d", i), pick(firsts), pick(lasts), fmt.Sprintf("19%02d-%02d-%02d", 60+r.IntN(40), 1+r.IntN(12), 1+r.IntN(28)))
		p["Telephone (petitioner)"] = fmt.Sprintf("601-555-%04d", 100+r.IntN(99))
		county := pick(counties)
		cause := fmt.Sprintf("%d-%04d", 2010+r.IntN(15), r.IntN(10_000))
		switch k := r.IntN(20); {
		case k < 5:
			rows = append(rows, p.with(felony(county, fmt.Sprintf("20%02d-01-09", 18+r.IntN(3)))).with(client{"Cause number": cause}))
		case k < 9:
			rows = append(rows, p.with(dismissed(county)).with(client{"Cause number": cause}))
		case k < 15:
			rows = append(rows, p.with(felony(county, "2024-01-09")).with(client{"Cause number": cause}))
		case k < 19:
			rows = append(rows, p.with(felony(county, "2019-01-09")).with(client{"Cause number": cause, "Offense": "armed robbery", "charges[].section": "97-3-79"}))
		default:
			rows = append(rows, p.with(felony(county, "2019-01-09")).with(client{"charges[].sentence.fines_costs_paid": ""}),
				client{"case": p["case"]}.with(dismissed(county)).with(client{"Cause number": cause}))
		}
	}
	return sheetOf(rows...)
}

// clinic is a small clients file with something of everything.
func clinic() string {
	ada := person("CLINIC-1", "Ada", "Sampleton", "1984-04-12").with(client{"Social Security number": "000-12-3456"})
	return sheetOf(
		ada.with(felony("Rankin", "2019-01-09")),
		person("CLINIC-2", "José", "Fauxworth", "1990-02-02").with(dismissed("Madison")),
		person("CLINIC-3", "Wren", "Notareal", "1991-03-03").with(felony("Lee", "2024-01-09")), // waits
		client{"case": "CLINIC-1"}.with(dismissed("Rankin")),
		person("CLINIC-4", "Zoë", "Hypothet", "1992-04-04").with(felony("Lee", "2019-01-09")).with(client{"charges[].sentence.fines_costs_paid": ""}),
		person("CLINIC-5", "Tobias", "Inventado", "1993-05-05").with(dismissed("Rankn")), // no such county
		person("CLINIC-6", "ada", "SAMPLETON", "4/12/1984").with(dismissed("Forrest")),   // perhaps CLINIC-1
		person("", "Total", "", ""),
	)
}

func read(t testing.TB, text string) *intake.Table {
	t.Helper()
	table, err := intake.ReadTable("clients.csv", bytes.NewReader([]byte(text)), nil)
	if err != nil {
		t.Fatal(err)
	}
	return table
}
