package rules

import (
	"strings"

	"expunge/petition"
)

// proves is the paper that proves a fact and who issues it.
type proves struct{ paper, office string }

// act is how to get it: "Get the judgment and the sentencing order from the clerk of ...".
func (p proves) act() string {
	if p.office == petitioner {
		return "Ask the petitioner: " + p.paper + "."
	}
	return "Get " + p.paper + " from " + p.office + "."
}

// The papers, as clinics and clerks ask for them.
const (
	sentencingPapers = "the judgment and the sentencing order"
	orderOfEnding    = "the certified order or docket entry that ended the case"
	docketSheet      = "the docket sheet"
	chargingPaper    = "the charging paper (affidavit, information or indictment)"
	zeroBalance      = "a zero-balance statement"
	dischargePaper   = "the discharge or completion paper"
	programPaper     = "the certificate of completion and the statement of fees"
	arrestRecord     = "the arrest record"
	drivingRecord    = "the driving record with any test result"
	ownHistory       = "the fingerprint-based state record of the person's own history"
	petitioner       = "the petitioner"
	records          = "the Mississippi Criminal Information Center (Department of Public Safety)"
	publicSafety     = "the Mississippi Department of Public Safety"
)

// proofOf returns the paper that proves a fact and the office that issues it. ok is
// false for a path that no paper is known for.
func proofOf(c petition.Case, charge int, p petition.Path) (proves, bool) {
	list, index, field := itemOf(p)
	switch {
	case list == "charges" && index < len(c.Charges):
		return proofOfCharge(c, index, field)
	case list == "record.other_convictions":
		return proves{"the judgment of the other conviction", clerkOfOther(c, index)}, true
	case list == "record.pending_charges":
		return proves{"the docket sheet of the pending charge", clerkOfPending(c, index)}, true
	case list == "record.earlier_relief", p == "record.earlier_relief":
		return proves{"the order that gave the earlier relief", "the clerk of the court that gave it"}, true
	case p == "record.public_official":
		return proves{"was a public office ever held", petitioner}, true
	case strings.HasPrefix(string(p), "record."):
		return proves{ownHistory, records}, true
	case p == "petitioner.date_of_birth":
		return proves{"the date of birth, as on the photo ID", petitioner}, true
	case strings.HasPrefix(string(p), "filing."):
		return proves{"the stamped copy of the petition and the notice of hearing", clerkOf(c, charge)}, true
	default:
		return proves{}, false
	}
}

// proofOfCharge is proofOf for a field of a charge. The empty field is the whole charge.
func proofOfCharge(c petition.Case, i int, field string) (proves, bool) {
	ch := c.Charges[i]
	clerk := clerkOf(c, i)
	switch part, _, _ := strings.Cut(field, "."); part {
	case "sentence":
		return proofOfSentence(c, i, field)
	case "diversion":
		if field == "diversion.under" || field == "diversion.sentenced_at_plea" {
			return proves{"the order that placed the case in the program", clerk}, true
		}
		return proves{programPaper, "the program, or " + clerk}, true
	case "arrest":
		return proves{arrestRecord, arresting(ch)}, true
	case "dui":
		if field == "dui.justification" {
			return proves{"why the court should grant it, in the petitioner's own words", petitioner}, true
		}
		return proves{drivingRecord, publicSafety}, true
	case "commercial_license":
		return proves{drivingRecord, publicSafety}, true
	case "official_duty":
		return proves{"did the conviction relate to the duties of a public office", petitioner}, true
	case "trafficking_survivor", "identity_theft":
		return proves{"an account of what happened, in confidence and with a lawyer", petitioner}, true
	case "pardoned":
		return proves{"the pardon, if there was one", petitioner}, true
	case "offense_date", "in_vehicle", "charged", "indicted", "indictment_date":
		return proves{chargingPaper, clerk}, true
	// An earlier relief that stands among the charges can be asked for by the names of a relief.
	case "section", "grade", "offense", "outcome_date", "ordinance", "count", "registrable_sex_offense", "date", "kind", "of":
		return proves{paperOfEnding(ch), clerk}, true
	case "", "outcome", "outcome_wording", "court", "appeal", "after_reversal", "event", "cause_number", "lower_court":
		return proves{docketSheet, clerk}, true
	default:
		return proves{}, false
	}
}

func proofOfSentence(c petition.Case, i int, field string) (proves, bool) {
	switch field {
	case "sentence.fines_costs_paid", "sentence.balance_due", "sentence.payments_completed", "sentence.restitution_paid":
		return proves{zeroBalance, clerkOf(c, i)}, true
	case "sentence.all_terms_complete", "sentence.terms_completed", "sentence.supervision_ends":
		return proves{dischargePaper, supervising(c, i)}, true
	case "sentence.date", "sentence.crime_of_violence_finding", "sentence.statutory_rape_rebutted":
		return proves{sentencingPapers, clerkOf(c, i)}, true
	default:
		return proves{}, false
	}
}

// paperOfEnding is what shows the offense, its section and its day.
func paperOfEnding(ch petition.Charge) string {
	switch ch.Outcome {
	case petition.Convicted:
		return sentencingPapers
	case "":
		return docketSheet
	default:
		return orderOfEnding
	}
}

// clerkOf names the clerk of the court that had a charge.
func clerkOf(c petition.Case, i int) string {
	if i < 0 || i >= len(c.Charges) {
		return unnamedClerk
	}
	return clerkOfCourt(c.Charges[i].Court)
}

func clerkOfOther(c petition.Case, i int) string {
	if i >= len(c.Record.OtherConvictions) {
		return unnamedClerk
	}
	return clerkOfCourt(c.Record.OtherConvictions[i].Court)
}

func clerkOfPending(c petition.Case, i int) string {
	if i >= len(c.Record.PendingCharges) {
		return unnamedClerk
	}
	return clerkOfCourt(c.Record.PendingCharges[i].Court)
}

const unnamedClerk = "the clerk of the court that had the case"

func clerkOfCourt(court petition.Court) string {
	if name := court.Name(); name != "" {
		return "the clerk of the " + name
	}
	return unnamedClerk
}

// arresting names the agency that made the arrest, as far as it is known.
func arresting(ch petition.Charge) string {
	if ch.Arrest.Agency != "" {
		return ch.Arrest.Agency + ", or the jail"
	}
	return "the arresting agency or the jail"
}

// supervising is who can say that a sentence was finished: for a felony the Department
// of Corrections, and otherwise whoever supervised it.
func supervising(c petition.Case, i int) string {
	if c.Charges[i].Grade == petition.Felony {
		return "the Mississippi Department of Corrections, or the probation office that supervised the sentence"
	}
	return "the office that supervised the sentence, or " + clerkOf(c, i)
}
