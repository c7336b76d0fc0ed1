package forms

import (
	"strings"

	"expunge/petition"
)

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
