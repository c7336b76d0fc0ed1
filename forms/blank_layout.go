package forms

import (
	"fmt"
	"strings"

	"expunge/petition"
)

// intakePaper is one paper of the intake sheets: one for the person, one to copy for each
// charge, and the identifiers apart.
type intakePaper struct {
	name  string
	heads []string // what ties the paper to the others: lines with no field of their own
	parts []intakePart
}

// intakePart is a part of an intake sheet. Rows name fields of the case file under a
// path, each with its room in twelfths of the width, and behind an x the lines to write
// on: "offense:7 section:5".
type intakePart struct {
	name  string // of its words
	under petition.Path
	rows  []string
	fresh bool // it begins a page
}

// intakeField is a field on a sheet.
type intakeField struct {
	path        petition.Path
	room, lines int
}

const headCase, headCharge = "case", "charge"

// The rows that courts and addresses share.
const (
	courtLevel   = "court.level:12"
	courtPlace   = "court.county:5 court.city:5 court.state:2"
	courtWhich   = "court.district:6 court.municipality:6"
	addressRow   = "address.street:4 address.city:2 address.state:2 address.zip:2 address.county:2"
	oneCharge    = petition.Path("charges[]")
	intakeCharge = "intake-charge"
	identifiers  = "intake-identifiers"
)

// intakeSheets are in the order of the table: who it is, the whole record, then each
// charge as its docket tells it. Every field of the case file stands in one place.
func intakeSheets() []intakePaper {
	return []intakePaper{
		{name: "intake", parts: append(personParts(), recordParts()...)},
		{name: intakeCharge, heads: []string{headCase, headCharge}, parts: append(docketParts(), besideParts()...)},
		{name: identifiers, heads: []string{headCase}, parts: []intakePart{
			{name: "identifiers", under: "petitioner", rows: []string{"date_of_birth:4 ssn:4 state_id:4", "race:6 sex:6"}},
		}},
	}
}

func personParts() []intakePart {
	return []intakePart{
		{name: "person", rows: []string{"case:6 petitioner.language:6"}},
		{under: "petitioner", rows: []string{
			"name.first:4 name.middle:3 name.last:3 name.suffix:2", "other_names[]:12", addressRow, "phone:4 email:8",
		}},
		{name: "counsel", under: "petitioner.counsel", rows: []string{"name:4 firm:5 bar_number:3", addressRow, "phone:4 email:8"}},
		{name: "showing", under: "showing", rows: []string{"rehabilitation:12x2", "good_conduct:12x2", "best_interest:12x2"}},
		{name: "filing", under: "filing", rows: []string{"cause_number:3 filed_on:3 prosecutor_served_on:3 hearing_on:3"}},
		{name: "notes", rows: []string{"notes:12x2"}},
	}
}

func recordParts() []intakePart {
	other := intakePart{name: "other", under: "record.other_convictions[]", rows: []string{
		"offense:5 section:4 date:3", "grade:6 state:2 event:4", courtLevel, courtPlace, courtWhich,
	}}
	return []intakePart{
		{name: "record", under: "record", rows: []string{"complete:6 public_official:6"}, fresh: true},
		other, other, // many people have two
		{name: "earlier", under: "record.earlier_relief[]", rows: []string{"kind:12", "of:12", "section:4 date:4 event:4"}},
		{name: "pending", under: "record.pending_charges[]", rows: []string{"offense:8 section:4", "grade:12", courtLevel, courtPlace, courtWhich}},
	}
}

// docketParts are what a docket sheet and the judgment show.
func docketParts() []intakePart {
	return []intakePart{
		{name: "docket", under: oneCharge, rows: []string{"cause_number:4 plaintiff:4", courtLevel, courtPlace, courtWhich}},
		{name: "offense", under: oneCharge, rows: []string{
			"offense:7 section:5", "ordinance:4 offense_date:4 count:2 event:2", "charged.offense:7 charged.section:5", "grade:6 charged.grade:6",
		}},
		{name: "arrest", under: oneCharge, rows: []string{
			"arrest.date:3 arrest.agency:5 arrest.agency_number:4", "arrest.name:4 arrest.place:4 arrest.tracking_number:4",
			"arrest.kind:6 arrest.released:6", "indicted:6 indictment_date:6",
		}},
		{name: "ending", under: oneCharge, rows: []string{"outcome:12", "outcome_date:5 outcome_wording:7", "after_reversal:6 pardoned:6"}},
		{name: "sentence", under: oneCharge.Join("sentence"), rows: []string{
			"date:3 terms_completed:3 supervision_ends:3 payments_completed:3", "all_terms_complete:6 fines_costs_paid:6",
			"restitution_paid:6 balance_due:6", "crime_of_violence_finding:6 statutory_rape_rebutted:6",
		}},
	}
}

// besideParts are what other papers show, and what only the person can tell.
func besideParts() []intakePart {
	return []intakePart{
		{name: "program", under: oneCharge.Join("diversion"), rows: []string{"under:6 ended:6", "completed:6 fees_paid:6", "sentenced_at_plea:6"}},
		{name: "driving", under: oneCharge, rows: []string{"dui.refused_test:6 dui.drug:6", "commercial_license:6 dui.bac:6", "dui.justification:12x2"}},
		{name: "lower", under: oneCharge.Join("lower_court"), rows: []string{"cause_number:3 court.county:4 court.city:3 court.state:2", courtLevel, courtWhich}},
		{name: "appeal", under: oneCharge.Join("appeal"), rows: []string{
			"cause_number:3 court.county:4 court.city:3 court.state:2", courtLevel, courtWhich, "outcome:8 date:4",
		}},
		{name: "prosecutor", under: oneCharge, rows: []string{"prosecutor.name:4 prosecutor.office:4 keepers[]:4"}},
		{under: oneCharge.Join("prosecutor"), rows: []string{addressRow}},
		{name: "papers", under: oneCharge.Join("papers"), rows: []string{"charging:6 disposition:6", "sentencing_order:6 discharge:6", "docket_sheet:6 zero_balance:6"}},
		{under: oneCharge, rows: []string{"ask:6"}},
		{name: "private", under: oneCharge, rows: []string{"in_vehicle:6 official_duty:6", "registrable_sex_offense:6 identity_theft:6", "trafficking_survivor:6"}},
	}
}

// fields are the fields of the part in their order.
func (part intakePart) fields() []intakeField {
	var out []intakeField
	for _, row := range part.rows {
		for _, word := range strings.Fields(row) {
			name, room, _ := strings.Cut(word, ":")
			f := intakeField{path: part.under.Join(name), lines: 1}
			_, _ = fmt.Sscanf(room, "%dx%d", &f.room, &f.lines) // without an x there is one line
			out = append(out, f)
		}
	}
	return out
}
