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

		papers: map[string]boxWords{
			"intake":             {"Hoja de datos", "Para la persona y todos sus antecedentes; cada cargo tiene su propia hoja, y los números de identidad van aparte. Marque una casilla de cada fila. Fechas: año, mes, día. Lo que nadie sabe queda en blanco, o se marca “no se sabe”; nunca adivine. El expediente se escribe en inglés: los números y el orden de las casillas son los mismos que en la hoja en inglés."},
			"intake-charge":      {"Hoja de datos: un cargo", "Una hoja para cada cargo, copiada de sus papeles del tribunal, en inglés. Escriba lo que dice el papel, aunque parezca equivocado, y pregunte lo demás."},
			"intake-identifiers": {"Hoja de datos: identidad", "Confidencial. Guarde esta hoja en un sobre, aparte de las otras, y destrúyala cuando los datos estén pasados a la computadora. Nada de esto puede aparecer en un papel que se presenta, salvo el año de nacimiento y los últimos cuatro dígitos. Deje en blanco lo que la persona prefiera no decir."},
		},
		head: map[string]string{headCase: "Clave del caso", headCharge: "Cargo núm., y de cuántos"},
		parts: map[string]boxWords{
			"person":      {what: "La persona"},
			"counsel":     {"Representación legal que firma por la persona", "en blanco si no la hay"},
			"showing":     {"En las propias palabras de la persona", "donde la vía lo pide"},
			"filing":      {"La presentación", "cuando la haya"},
			"notes":       {what: "Para la revisión legal"},
			"record":      {what: "Todos los antecedentes"},
			"other":       {"Otra condena", "en cualquier tribunal o estado, no un cargo de este caso"},
			"earlier":     {"Una eliminación, suspensión del fallo o programa anterior", "si hay más, otra copia de la página"},
			"pending":     {"Un cargo pendiente", "si hay más, otra copia de la página"},
			"docket":      {what: "En el registro del tribunal (“docket”)"},
			"offense":     {"El delito", "“de la acusación” solo si fue otro. La misma letra en “suceso”: nacieron juntos"},
			"arrest":      {what: "Arresto y acusación del gran jurado"},
			"ending":      {what: "Cómo terminó"},
			"sentence":    {"La sentencia", "solo si hubo condena"},
			"program":     {"El programa", "solo si el caso pasó por uno"},
			"driving":     {"Manejar bajo la influencia", "solo si fue un DUI"},
			"lower":       {"Dónde empezó", "solo si vino de otro tribunal"},
			"appeal":      {"Apelación", "solo si la hubo"},
			"prosecutor":  {what: "Quién acusó, y quién más guarda el registro"},
			"papers":      {"Los papeles", "ya está, falta, o no existe"},
			"private":     {"Para preguntar donde nadie más oiga", "nadie tiene que contestar"},
			"identifiers": {what: "Identidad"},
		},
		label: spanishLabel,
		choice: func(p petition.Path, word string) string {
			said := spanishTerm(word)
			if word == "none" && strings.Contains(string(p), ".papers.") {
				said = "no existe"
			}
			english := strings.ReplaceAll(word, "_", " ")
			if s := string(p); strings.Contains(s, ".papers.") || strings.Contains(s, "court.") || strings.HasSuffix(s, ".of") || strings.HasSuffix(s, ".language") || said == english || word == "yes" || word == "unknown" {
				return said
			}
			return said + " (" + english + ")"
		},

		triageTitle: "Tarjeta de orientación",
		triageLead:  "Para quien recibe en la puerta. Tome un caso a la vez y pregunte desde arriba; la primera respuesta que nombra una mesa termina las preguntas sobre ese caso. Nadie se registra, y en esta tarjeta no se escriben nombres. Sirve para orientar; no contesta preguntas sobre la ley. Si hay duda en cualquier pregunta: a la mesa de documentos, y después con un abogado o una abogada.",
		ask:         "Pregunte", ifYes: "Si dice que sí", ifNo: "Si dice que no",
		triage: []triageWords{
			{"¿Hay algún cargo abierto en cualquier lugar, o se acerca una fecha en el tribunal?", "Primero con un abogado o una abogada, y dígalo. Después siga.", "Siga."},
			{"¿Fue el caso en un tribunal del estado de Mississippi: de circuito (“circuit”), del condado (“county”), de justicia (“justice”), municipal (“city”) o de menores (“youth”)?", "Siga.", "Federal, tribal, militar o de otro estado: ningún tribunal de aquí puede eliminarlo. Dé la lista de quiénes pueden ayudar."},
			{"¿Fue en el tribunal de menores (“youth court”)?", "Con un abogado o una abogada. Ese tribunal tiene sus propias leyes.", "Siga."},
			{"¿Fue otra persona, que usó el nombre de esta?", "De inmediato con un abogado o una abogada.", "Siga."},
			{"¿Terminó después de un programa o con el fallo suspendido: “nonadjudication”, “pretrial intervention”, “conditional discharge”, “intervention court” (“drug court”), tribunal de salud mental o para veteranos, curso de tránsito?", "Mesa de programas, también si después se desestimó. Hacen falta la orden y la prueba de que se completó.", "Siga."},
			{"¿Terminó sin condena: desestimado (“dismissed”), retirado (“dropped”), absolución (“not guilty”), o nunca hubo cargo?", "Mesa de casos sin condena. Hace falta el papel que terminó el caso. Según la ley, allí no importan las multas; si fue un delito menor por el que nunca hubo cargo, puede hacer falta que pase un año.", "Hubo condena: aceptó la culpa (“guilty” o “no contest”) o un tribunal la declaró. Siga."},
			{"¿Fue por manejar bajo la influencia (“DUI”)?", "Mesa de DUI. El primero tiene su propia ley, con un plazo, y va al tribunal de circuito; cualquier otro, con un abogado o una abogada.", "Siga."},
			{"¿Fue un delito grave (“felony”)?", "Mesa de delitos graves. Uno en la vida; decide la orden de sentencia (“sentencing order”); todas las multas y costas deben estar pagadas antes de presentar.", "Siga."},
			{"¿Fue un delito menor (“misdemeanor”), una ordenanza municipal o un caso de tránsito?", "Mesa de delitos menores. Pregunte por todas las demás condenas, en cualquier lugar; deciden el tribunal y los años que han pasado.", "A la mesa de documentos: una hoja de actuaciones (“docket sheet”) o una sentencia tiene que mostrar qué fue."},
		},
		sayTitle: "Diga a todas las personas",
		say: []string{
			"Aquí nadie puede prometer lo que hará un tribunal.",
			"Algunas preguntas se hacen donde nadie más oye: por ejemplo, si alguien le obligó a lo que pasó. Usted decide si contesta.",
			"Traiga todos los papeles del tribunal que tenga. Los que deciden más a menudo son la orden de sentencia (“sentencing order”) y la orden de cualquier eliminación anterior (“expunction”).",
			"Si usted no tiene la ciudadanía de los Estados Unidos, hable con un abogado o una abogada antes de firmar nada.",
		},
	}
}
