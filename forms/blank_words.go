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

	papers map[string]boxWords // title and lead of an intake sheet, by its name
	head   map[string]string   // what ties a sheet to the others
	parts  map[string]boxWords // title of a part, and what is said behind it
	label  func(petition.Path) string
	choice func(petition.Path, string) string // a word to circle

	triageTitle, triageLead string
	ask, ifYes, ifNo        string
	triage                  []triageWords
	sayTitle                string
	say                     []string
}

// triageWords are a question at the door, and what to do for each answer.
type triageWords struct{ ask, yes, no string }

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

		papers: map[string]boxWords{
			"intake":             {"Intake sheet", "For the person and the whole record; each charge has a sheet of its own, and the identifiers stand apart. Tick one box of each row. Dates: year, month, day. What nobody here knows stays empty, or its box “unknown” is ticked; never guess. The numbers are the same on the Spanish sheet."},
			"intake-charge":      {"Intake sheet: one charge", "One sheet for each charge, copied from its court papers. Write what the paper says, also where it looks wrong, and ask about the rest."},
			"intake-identifiers": {"Intake sheet: identifiers", "Confidential. Keep this sheet in an envelope, apart from the others, and shred it when the case is typed in. Nothing here may stand on a paper that is filed, but for the year of birth and the last four digits. Leave empty what the person would rather not say."},
		},
		head: map[string]string{headCase: "Case id", headCharge: "Charge no., and of how many"},
		parts: map[string]boxWords{
			"person":      {what: "The person"},
			"counsel":     {"A lawyer who signs for the person", "empty if there is none"},
			"showing":     {"In the person's own words", "where the route asks for it"},
			"filing":      {"The filing", "once there is one"},
			"notes":       {what: "For the reviewing lawyer"},
			"record":      {what: "The whole record"},
			"other":       {"Another conviction", "in any court or state, not a charge of this case"},
			"earlier":     {"An earlier expunction, nonadjudication or program", "if more, another copy of the page"},
			"pending":     {"A charge now pending", "if more, another copy of the page"},
			"docket":      {what: "On the docket"},
			"offense":     {"The offense", "“charged” only where it was another. Same letter under “event”: arose together"},
			"arrest":      {what: "Arrest and indictment"},
			"ending":      {what: "How it ended"},
			"sentence":    {"The sentence", "only for a conviction"},
			"program":     {"The program", "only where the case went through one"},
			"driving":     {"Driving under the influence", "only for a DUI"},
			"lower":       {"Where it began", "only if it came from another court"},
			"appeal":      {"Appeal", "only if there was one"},
			"prosecutor":  {what: "Who prosecuted, and who else holds the record"},
			"papers":      {"The papers", "in hand, still to get, or there is none"},
			"private":     {"To ask where nobody else hears", "nobody has to answer"},
			"identifiers": {what: "Identifiers"},
		},
		label:  petition.Path.Label,
		choice: englishChoice,

		triageTitle: "Triage card",
		triageLead:  "For the volunteer at the door. Take one case at a time and ask from the top; the first answer that names a table ends the questions for that case. Nobody signs in, and no name is written on this card. It sorts; it answers nobody's question about the law. Not sure, at any question: to the table for records, and then to a lawyer.",
		ask:         "Ask", ifYes: "If yes", ifNo: "If no",
		triage: []triageWords{
			{"Is a charge still open anywhere, or is a court day near?", "To a lawyer first, with this said. Then go on.", "Go on."},
			{"Was the case in a state court of Mississippi: circuit, county, justice, city or youth court?", "Go on.", "Federal, tribal, military or another state: no court here can clear it. Give the list of who can help."},
			{"Was it in youth court?", "To a lawyer. Youth court has its own sections.", "Go on."},
			{"Was it somebody else, who used this person's name?", "To a lawyer at once.", "Go on."},
			{"Did it end after a program or a plea that was held back: nonadjudication, pretrial intervention, conditional discharge, intervention court (drug court), mental health or veterans court, a traffic-safety course?", "Table for programs, also if it was dismissed afterward. The order, and proof of completion, are needed.", "Go on."},
			{"Did it end without a conviction: dismissed, dropped, not guilty, or never charged?", "Table for cases without a conviction. The paper that ended the case is needed. Fines do not stand in the way there by the statute; for a misdemeanor that was never charged a year may have to pass.", "There was a conviction: a plea of guilty or of no contest, or a finding. Go on."},
			{"Was it a DUI?", "Table for DUI. A first one has its own section, with a wait, and goes to circuit court; any other, to a lawyer.", "Go on."},
			{"Was it a felony?", "Felony table. One in a lifetime; the sentencing order decides; every fine and cost must be paid before filing.", "Go on."},
			{"Was it a misdemeanor, a city ordinance or a traffic case?", "Misdemeanor table. Ask for every other conviction, anywhere; the court and the years since then decide.", "To the table for records: a docket sheet or a judgment has to show what it was."},
		},
		sayTitle: "Say to everyone",
		say: []string{
			"Nobody here can promise what a court will do.",
			"Some questions are asked where nobody else hears: for one, whether anyone forced you into what happened. You choose whether to answer.",
			"Bring every court paper you have. The sentencing order and the order of any earlier expunction decide most often.",
			"If you are not a citizen of the United States, see a lawyer before you sign anything.",
		},
	}
}

// englishChoice is a word of a closed list as it stands beside its box.
func englishChoice(_ petition.Path, word string) string {
	switch word {
	case string(petition.English):
		return "English"
	case string(petition.Spanish):
		return "Spanish"
	case string(petition.OfDUI):
		return "DUI"
	default:
		return strings.ReplaceAll(word, "_", " ")
	}
}
