package intake

import (
	_ "embed"
	"encoding/csv"
	"maps"
	"strings"

	"expunge/petition"
)

// The workbook is written by the test that compares it with these columns and examples.
//
//go:embed clients_template.xlsx
var clientsWorkbook []byte

// TemplateClientsXLSX returns a workbook to fill in: the columns and examples of
// [TemplateClients], with lists to choose from where a field takes certain words, days as
// days, and all else as text, so that no spreadsheet makes a day of section 9-23-23 or
// takes the zeros off a cause number.
func TemplateClientsXLSX() []byte { return clientsWorkbook }

// TemplateClients returns a clients file to fill in, CSV: a column for every field under
// its plain header, and an example for each common situation. The examples are passed
// over when the file is read; the people in them are invented.
func TemplateClients() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	for _, row := range templateRows() {
		_ = w.Write(row) // a builder takes everything
	}
	w.Flush()
	return b.String()
}

// templateRows returns the headers and the examples.
func templateRows() [][]string {
	fields := petition.Fields()
	headers := make([]string, len(fields))
	for i, p := range fields {
		headers[i] = HeaderOf(p)
	}
	rows := [][]string{headers}
	for _, facts := range templateExamples() {
		row := make([]string, len(fields))
		for i, p := range fields {
			row[i] = facts[p]
		}
		rows = append(rows, row)
	}
	return rows
}

// examplePerson returns what every example states of its person. The record of each is whole.
func examplePerson(id, first, last, born, street, city, zip, county string) map[petition.Path]string {
	return map[petition.Path]string{
		"case": examplePrefix + id, "petitioner.name.first": first, "petitioner.name.last": last, "petitioner.date_of_birth": born,
		"petitioner.address.street": street, "petitioner.address.city": city, "petitioner.address.state": "MS",
		"petitioner.address.zip": zip, "petitioner.address.county": county, "petitioner.phone": "601-555-0123",
		"petitioner.language": "en", "record.complete": "yes", "record.public_official": "no", "charges[].ask": "yes",
	}
}

func templateExamples() []map[petition.Path]string {
	felony := examplePerson("FELONY", "Jordan", "Sampleton", "1984-04-12", "100 Example Street", "Brandon", "39042", "Rankin")
	maps.Copy(felony, map[petition.Path]string{
		"petitioner.other_names[]": "Jordy Sampleton; J. Sampleton", "charges[].cause_number": "2016-CR-0123",
		"charges[].court.level": "circuit", "charges[].court.county": "Rankin", "charges[].offense": "grand larceny", "charges[].section": "97-17-41",
		"charges[].grade": "felony", "charges[].offense_date": "2016-03-05", "charges[].arrest.kind": "arrest", "charges[].arrest.date": "2016-03-09",
		"charges[].arrest.agency": "Rankin County Sheriff's Office", "charges[].arrest.released": "yes", "charges[].indicted": "yes",
		"charges[].outcome": "convicted", "charges[].outcome_date": "2016-11-14", "charges[].sentence.date": "2017-01-09",
		"charges[].sentence.all_terms_complete": "yes", "charges[].sentence.terms_completed": "2020-01-09", "charges[].sentence.fines_costs_paid": "yes",
		"charges[].sentence.payments_completed": "2019-08-30", "charges[].sentence.balance_due": "0", "charges[].sentence.restitution_paid": "yes",
		"charges[].sentence.crime_of_violence_finding": "no", "charges[].papers.disposition": "have", "charges[].papers.discharge": "need",
	})
	misdemeanor := examplePerson("MISDEMEANOR", "Taylor", "Fauxworth", "1996-05-05", "9 Pretend Avenue", "Hattiesburg", "39401", "Forrest")
	maps.Copy(misdemeanor, map[petition.Path]string{
		"charges[].cause_number": "M-22-00871", "charges[].plaintiff": "City of Hattiesburg", "charges[].court.level": "municipal",
		"charges[].court.county": "Forrest", "charges[].court.city": "Hattiesburg", "charges[].offense": "petit larceny", "charges[].section": "97-17-43",
		"charges[].grade": "misdemeanor", "charges[].offense_date": "2022-05-14", "charges[].arrest.kind": "arrest", "charges[].arrest.date": "2022-05-14",
		"charges[].arrest.agency": "Hattiesburg Police Department", "charges[].arrest.released": "yes", "charges[].outcome": "convicted",
		"charges[].outcome_date": "2022-07-06", "charges[].sentence.all_terms_complete": "yes", "charges[].sentence.terms_completed": "2023-01-06",
		"charges[].sentence.fines_costs_paid": "yes", "charges[].sentence.restitution_paid": "none", "charges[].papers.disposition": "have",
	})
	return append([]map[petition.Path]string{felony, misdemeanor}, templateNonconvictions()...)
}

func templateNonconvictions() []map[petition.Path]string {
	dismissed := examplePerson("DISMISSED", "Riley", "Notareal", "1999-07-19", "7 Sample Lane", "Biloxi", "39530", "Harrison")
	maps.Copy(dismissed, map[petition.Path]string{
		"charges[].cause_number": "24-0019", "charges[].court.level": "justice", "charges[].court.county": "Harrison", "charges[].court.district": "second",
		"charges[].offense": "simple assault", "charges[].section": "97-3-7(1)", "charges[].grade": "misdemeanor", "charges[].offense_date": "2024-01-20",
		"charges[].arrest.kind": "arrest", "charges[].arrest.date": "2024-01-21", "charges[].arrest.agency": "Biloxi Police Department",
		"charges[].arrest.released": "yes", "charges[].outcome": "dismissed", "charges[].outcome_date": "2024-06-03", "charges[].papers.disposition": "have",
	})
	dui := examplePerson("DUI", "Alex", "Hypothet", "1990-11-11", "3 Makebelieve Way", "Oxford", "38655", "Lafayette")
	maps.Copy(dui, map[petition.Path]string{
		"charges[].cause_number": "T-55120", "charges[].plaintiff": "City of Oxford", "charges[].court.level": "municipal", "charges[].court.county": "Lafayette",
		"charges[].court.city": "Oxford", "charges[].offense": "DUI, first offense", "charges[].section": "63-11-30(2)(a)", "charges[].grade": "misdemeanor",
		"charges[].offense_date": "2017-04-01", "charges[].arrest.kind": "arrest", "charges[].arrest.date": "2017-04-01",
		"charges[].arrest.agency": "Oxford Police Department", "charges[].outcome": "convicted", "charges[].outcome_date": "2017-05-16",
		"charges[].sentence.all_terms_complete": "yes", "charges[].sentence.terms_completed": "2018-05-16", "charges[].sentence.fines_costs_paid": "yes",
		"charges[].commercial_license": "no", "charges[].dui.bac": "0.12", "charges[].dui.refused_test": "no",
		"charges[].dui.justification": "A clear record would let me drive for the school district again.",
	})
	nonadjudicated := examplePerson("NONADJUDICATED", "Casey", "Inventado", "2001-02-03", "21 Fiction Road", "Tupelo", "38801", "Lee")
	maps.Copy(nonadjudicated, map[petition.Path]string{
		"charges[].cause_number": "2021-0044", "charges[].court.level": "circuit", "charges[].court.county": "Lee", "charges[].offense": "possession of a controlled substance",
		"charges[].section": "41-29-139(c)", "charges[].grade": "felony", "charges[].offense_date": "2021-01-15", "charges[].arrest.kind": "arrest",
		"charges[].arrest.date": "2021-01-15", "charges[].arrest.agency": "Tupelo Police Department", "charges[].outcome": "nonadjudicated",
		"charges[].outcome_date": "2024-08-12", "charges[].diversion.under": "99-15-26", "charges[].diversion.completed": "yes",
		"charges[].diversion.fees_paid": "yes", "charges[].diversion.sentenced_at_plea": "no", "charges[].diversion.ended": "2024-08-12",
	})
	return []map[petition.Path]string{dismissed, dui, nonadjudicated}
}
