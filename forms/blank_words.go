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

// blankSpanish says the same in Spanish, with the formal "usted".
func blankSpanish() blankWords {
	return blankWords{
		language: petition.Spanish,
		lawOf:    "ley vigente al %s",
		date:     spanishDate,

		intakeTitle:   "Hoja de datos",
		intakeLead:    "Una línea para cada dato del expediente. Fechas: año, mes, día. Donde haya palabras, encierre una en un círculo. La fecha de nacimiento completa y los números de esta hoja son confidenciales: guárdela con el expediente y destrúyala cuando los datos estén pasados a la computadora.",
		fieldsEnglish: "El expediente y los papeles para el tribunal se escriben en inglés; por eso casi todas las palabras llevan la suya en inglés entre paréntesis, y la última columna dice dónde va. “Sí” se escribe “yes”, y “no se sabe” se escribe “unknown”.",
		what:          "Dato", answer: "Respuesta", field: "Campo (en inglés)",
		parts: map[string]boxWords{
			"case":                       {what: "El caso"},
			"petitioner.":                {what: "La persona que pide"},
			"petitioner.counsel.":        {what: "Su representación legal, si la tiene"},
			"record.":                    {what: "Todos los antecedentes"},
			"record.other_convictions[]": {"Otra condena", "En cualquier tribunal y estado, y que no sea un cargo de este expediente. Una copia de esta parte para cada una."},
			"record.earlier_relief[]":    {"Una eliminación, suspensión del fallo o programa anterior", "Una copia de esta parte para cada beneficio."},
			"record.pending_charges[]":   {"Un cargo pendiente", "Una copia de esta parte para cada uno."},
			"charges[]":                  {"Un cargo", "Una copia de esta parte para cada cargo, según sus papeles del tribunal. Lo que no se sabe queda en blanco; nunca adivine."},
			"showing.":                   {what: "En palabras de la persona que pide"},
			"filing.":                    {what: "La presentación, cuando la haya"},
			"notes":                      {what: "Notas para la revisión legal"},
		},
		of:    map[string]string{"lower_court.court.": "Tribunal inferior: %s", "appeal.court.": "Apelación: %s", "prosecutor.address.": "Fiscalía: %s"},
		label: spanishLabel,
		choice: func(p petition.Path, word string) string {
			said := spanishTerm(word)
			if word == "none" && strings.Contains(string(p), ".papers.") {
				said = "no existe"
			}
			english := strings.ReplaceAll(word, "_", " ")
			if said == english || word == "yes" || word == "unknown" {
				return said
			}
			return said + " (" + english + ")"
		},

		triageTitle: "Tarjeta de orientación",
		triageLead:  "Para quien recibe en la puerta. No escriba nombres en esta tarjeta. Sirve para enviar a cada persona a su mesa; no contesta preguntas sobre la ley.",
		ask:         "Pregunte", then: "Después",
		triage: []boxWords{
			{"¿Fue el caso en un tribunal del estado de Mississippi: de circuito (“circuit”), del condado (“county”), de justicia (“justice”), municipal (“city”) o de menores (“youth”)?", "No, fue federal, tribal, militar o de otro estado: esta clínica no puede ayudar con él. Dé la lista de quiénes pueden ayudar."},
			{"¿Es el caso de otra persona, que usó el nombre de esta?", "Sí: de inmediato con un abogado o una abogada."},
			{"¿Terminó sin condena: desestimado (“dismissed”), retirado (“dropped”), absolución (“not guilty”), nunca hubo cargo?", "Sí: mesa de casos sin condena. Según la ley, allí no importan multas ni plazos, pero hace falta el papel que terminó el caso."},
			{"¿Terminó después de un programa: suspensión del fallo (“nonadjudication”), “pretrial intervention”, “drug court” u otro?", "Sí: mesa de programas. Hacen falta la orden y la prueba de que se completó."},
			{"¿Fue por manejar bajo la influencia (“DUI”) u otro caso de tránsito?", "Sí: con un abogado o una abogada, o a la mesa de DUI. Un primer DUI tiene su propia ley, un plazo de cinco años, y va al tribunal de circuito."},
			{"¿Fue un delito menor (“misdemeanor”)?", "Sí: mesa de delitos menores. Pregunte por todas las demás condenas, en cualquier lugar."},
			{"¿Fue un delito grave (“felony”)?", "Sí: mesa de delitos graves. Uno en la vida; decide la orden de sentencia (“sentencing order”), y todas las multas y costas deben estar pagadas."},
			{"¿Hay algún cargo pendiente en cualquier lugar, o alguna duda sobre una respuesta?", "Sí: con un abogado o una abogada."},
		},
		sayTitle: "Diga a todas las personas",
		say: []string{
			"Aquí nadie puede prometer lo que hará un tribunal.",
			"Traiga todos los papeles del tribunal que tenga. Los que deciden más a menudo son la orden de sentencia (“sentencing order”) y la orden de cualquier eliminación anterior (“expunction”).",
			"Si usted no tiene la ciudadanía de los Estados Unidos, hable con un abogado o una abogada antes de firmar nada.",
		},
	}
}
