package forms

import (
	"strings"

	"expunge/petition"
)

// blankWords are the intake sheet and the triage card in one language: every sentence
// stands in each of them.
type blankWords struct {
	language petition.Language
	lawOf    string // takes a day
	date     func(petition.Date) string

	intakeTitle, intakeLead string
	fieldsEnglish           string // that the case file is typed in English; empty in English
	what, answer, field     string
	parts                   map[string]boxWords // title and lead of a part, by what it stands under
	of                      map[string]string   // whose court or address it is; each takes a label
	label                   func(petition.Path) string
	choice                  func(petition.Path, string) string // a word to circle

	triageTitle, triageLead string
	ask, then               string
	triage                  []boxWords // a question, and where to send the person
	sayTitle                string
	say                     []string
}

// blankIn returns the words in a language; English where there are no others.
func blankIn(l petition.Language) blankWords {
	if l == petition.Spanish {
		return blankSpanish()
	}
	return blankEnglish()
}

func blankEnglish() blankWords {
	return blankWords{
		language: petition.English,
		lawOf:    "law as of %s",
		date:     petition.Date.Long,

		intakeTitle: "Intake sheet",
		intakeLead:  "One line for each field of the case file. Dates: year, month, day. Where words are given, circle one. The full birth date and the numbers on this sheet are confidential: keep it with the file, and shred it when the case is typed in.",
		what:        "What", answer: "Answer", field: "Field",
		parts: map[string]boxWords{
			"case":                       {what: "The case"},
			"petitioner.":                {what: "The petitioner"},
			"petitioner.counsel.":        {what: "The petitioner's lawyer, if there is one"},
			"record.":                    {what: "The whole record"},
			"record.other_convictions[]": {"Another conviction", "In any court and state, and not a charge of this file. A copy of this part for each."},
			"record.earlier_relief[]":    {"An earlier expunction, nonadjudication or program", "A copy of this part for each."},
			"record.pending_charges[]":   {"A pending charge", "A copy of this part for each."},
			"charges[]":                  {"A charge", "A copy of this part for each charge, from its court papers. What is not known stays empty; never guess."},
			"showing.":                   {what: "In the petitioner's own words"},
			"filing.":                    {what: "The filing, once there is one"},
			"notes":                      {what: "Notes for the reviewing lawyer"},
		},
		of:     map[string]string{"lower_court.court.": "Lower court: %s", "appeal.court.": "Appeal: %s", "prosecutor.address.": "Prosecutor: %s"},
		label:  petition.Path.Label,
		choice: func(_ petition.Path, word string) string { return strings.ReplaceAll(word, "_", " ") },

		triageTitle: "Triage card",
		triageLead:  "For the volunteer at the door. Write no names on this card. It sorts people to tables; it answers nobody's question about the law.",
		ask:         "Ask", then: "Then",
		triage: []boxWords{
			{"Was the case in a Mississippi state court: circuit, county, justice, city or youth court?", "No, federal, tribal, military or another state: this clinic cannot help with it. Give the list of who can help."},
			{"Is it somebody else's case, entered in this person's name?", "Yes: to a lawyer at once."},
			{"Did it end without a conviction: dismissed, dropped, not guilty, never charged?", "Yes: table for cases without a conviction. No fines or waiting period stand in the way there by the statute, but the paper that ended the case is needed."},
			{"Did it end after a program: nonadjudication, pretrial intervention, drug court or another?", "Yes: table for programs. The order, and proof of completion, are needed."},
			{"Was it a DUI, or another traffic case?", "Yes: to a lawyer or the DUI table. A first DUI has its own section, a wait of five years, and goes to circuit court."},
			{"Was it a misdemeanor?", "Yes: misdemeanor table. Ask for every other conviction, anywhere."},
			{"Was it a felony?", "Yes: felony table. One in a lifetime; the sentencing order decides, and all fines and costs must be paid."},
			{"Is a charge pending anywhere, or is anyone unsure about any answer?", "Yes: to a lawyer."},
		},
		sayTitle: "Say to everyone",
		say: []string{
			"Nobody here can promise what a court will do.",
			"Bring every court paper you have. The sentencing order and the order of any earlier expunction decide most often.",
			"If you are not a citizen of the United States, see a lawyer before you sign anything.",
		},
	}
}
