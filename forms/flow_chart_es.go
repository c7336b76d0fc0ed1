package forms

import "sync"

// notRead stands on every Spanish sheet that says what the law is.
const notRead = "Ningún intérprete certificado de los tribunales ha revisado este texto en español; si hay duda, vale el inglés."

// flowSpanish are the sentences of the flow chart in Spanish. What a clerk or a docket
// calls by an English name carries it.
var flowSpanish = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, table := range []map[string]string{flowSpanishPage(), flowSpanishLabels(), flowSpanishRoutes(), flowSpanishSorting(), flowSpanishQuestions(), flowSpanishEnds()} {
		for english, spanish := range table {
			out[english] = spanish
		}
	}
	return out
})

func flowSpanishPage() map[string]string {
	return map[string]string{
		flowTitle: "Cómo funciona la eliminación de antecedentes en Mississippi",
		"One charge at a time, from the top left. Every box names its section. The page sorts; it does not decide.": "Un cargo a la vez, desde arriba a la izquierda. Cada casilla nombra su sección de la ley. La página orienta; no decide.",
		"Law as of %s": "Ley vigente al %s", "answers as of %s": "respuestas con fecha del %s",
		"Every route for a conviction asks that the judgment has been entered and stands. Where all is met, a charge appears eligible; the court decides. This page is information and not legal advice.": "Toda vía para una condena pide que la sentencia esté registrada y siga en pie. Donde todo se cumple, un cargo parece reunir los requisitos; el tribunal decide. Esta página es información y no consejo legal.",
		"For this charge see the reviewer's worksheet. The first question is marked; the path beyond it is not drawn here.":                                                                               "Sobre este cargo, vea la hoja de la revisión legal. La primera pregunta está marcada; el camino que sigue no se dibuja aquí.",
		"The answer: ": "La respuesta: ",
		"The chart asks one question after another; the assessment weighs all routes and names %s. ": "El diagrama hace una pregunta tras otra; la evaluación compara todas las vías y nombra %s. ",
		"The path stops where a fact is not known: %s.":                                              "El camino se detiene donde falta un dato: %s.",
		"A question that is asked in private; the path goes by it.":                                  "Una pregunta que se hace en privado; el camino sigue de largo.",
		asideWords:       "Se pregunta en privado; el camino sigue de largo.",
		"go on with %s.": "siga con %s.",
		"Yes: ":          "Sí: ", "No: ": "No: ", "If that can change: ": "Si eso puede cambiar: ", "Open in law: ": "Sin resolver en la ley: ",
		"Yes.": "Sí.", "No.": "No.", "Not yet.": "Todavía no.", "Not known.": "No se sabe.", "Open in law.": "Sin resolver en la ley.",
		"yes": "sí", "no": "no", "not yet": "todavía no", "not known": "no se sabe", "open in law": "sin resolver",
		"if a crime of violence": "si es delito violento", "else, or sooner": "si no, o antes",
		"if it does not open, and the court was municipal or justice": "si no se abre, y el tribunal fue municipal o de justicia",
		"Shall": "Debe", "May": "Puede", "Of itself": "Por sí solo",
		": the court must. ": ": el tribunal está obligado. ", ": the court decides. ": ": el tribunal decide. ",
		": should follow without a petition; confirm it.":                     ": debe ocurrir sin petición; confírmelo.",
		"Thick, with a black mark":                                            "Línea gruesa y marca negra",
		": the path of this charge. A question asked in private has no mark.": ": el camino de este cargo. Una pregunta privada no lleva marca.",
		"If no: a lawyer decides.":                                            "Si no: revisión legal.",
		"If no: not available.":                                               "Si no: no disponible.",
		"the section as a whole":                                              "la sección en conjunto",
		"spends the one DUI expunction of a lifetime":                         "solo un DUI en la vida",
		"spends the one felony expunction of a lifetime":                      "solo un delito grave en la vida",
	}
}

func flowSpanishLabels() map[string]string {
	return map[string]string{
		"In a state court of Mississippi?":                         "¿En un tribunal estatal de Mississippi?",
		"Entered in this name by someone else?":                    "¿Lo causó otra persona con este nombre?",
		"In youth court?":                                          "¿De menores (“youth court”)?",
		"Was the child adjudicated delinquent?":                    "¿Hubo declaración de delincuencia juvenil?",
		"In justice, municipal, county or circuit court?":          "¿De justicia, municipal, del condado o de circuito?",
		"Did it end in a conviction?":                              "¿Terminó en condena?",
		"Plea of 1982 or 1983?":                                    "¿“Plea” de 1982 o 1983?",
		"Nonadjudicated?":                                          "¿Fallo suspendido (“nonadjudicated”)?",
		"A DUI?":                                                   "¿Un DUI?",
		"Pretrial intervention?":                                   "¿“Pretrial intervention”?",
		"Drug charge with conditional discharge?":                  "¿“Conditional discharge”?",
		"Intervention court?":                                      "¿“Intervention court”?",
		"Mental health court?":                                     "¿“Mental health court”?",
		"Veterans treatment court?":                                "¿“Veterans court”?",
		"Traffic-safety course?":                                   "¿Curso de tránsito?",
		"Municipal court, charged there?":                          "¿Tribunal municipal, con cargo allí?",
		"Misdemeanor never charged, or on a citation?":             "¿Delito menor sin cargo, o por citación?",
		"Dismissed, dropped, not guilty, no disposition, or open?": "¿Desestimado, retirado, sin resolución, absuelto o abierto?",
		"Committed while, and because, trafficked?":                "¿Mientras y porque era víctima de trata?",
		"A DUI that is not a felony?":                              "¿Un DUI que no es delito grave?",
		"A felony?":                                                "¿Delito grave (“felony”)?",
		"Beer or light wine under 21?":                             "¿Cerveza o vino, menor de 21?",
		"A small amount of marijuana?":                             "¿Poca marihuana?",
		"In municipal court?":                                      "¿Tribunal municipal?",
	}
}

func flowSpanishRoutes() map[string]string {
	return map[string]string{
		"Record entered through identity theft": "Registro por robo de identidad", "A lawyer settles which court and what standard.": "Se define con ayuda legal.",
		"Sealing": "Sellado", "or destruction": "o destrucción", "A lawyer chooses between the two.": "Se elige entre los dos con ayuda legal.",
		"No adjudication": "Sin declaración", "ended without one": "terminó sin ella",
		"no charge or conviction of a crime of circuit court’s own": "sin cargo ni condena por un delito propio del tribunal de circuito",
		"A lawyer reads the section.":                               "Revisión legal de la sección.",
		"DUI":                                                       "DUI", "completed and dismissed": "cumplido y desestimado", "Court unsettled.": "Tribunal incierto.",
		"Nonadjudication": "Fallo suspendido", "Pretrial intervention": "“Pretrial intervention”", "program completed": "programa completado",
		"Plea of 1982 or 1983":  "“Plea” de 1982 o 1983",
		"Conditional discharge": "“Conditional discharge”", "terms fulfilled, case dismissed": "condiciones cumplidas, caso desestimado",
		"Intervention court": "“Intervention court”", "no DUI": "no es DUI", "requirements completed": "requisitos cumplidos", "fees paid or waived": "cuotas pagadas o perdonadas",
		"Mental health court": "“Mental health court”", "every requirement completed": "requisitos cumplidos",
		"Veterans treatment court": "“Veterans court”", "completed": "completado", "Section unsettled.": "Sección incierta.",
		"Traffic-safety course": "Curso de tránsito", "moving violation, Title 63, chapter 3, 5 or 7": "en movimiento, Título 63, cap. 3, 5 o 7",
		"course completed in time": "curso a tiempo", "no commercial license": "sin licencia comercial",
		"Municipal record": "Registro municipal", "arrest and release, or dismissed citation": "arresto y libertad, o citación desestimada",
		"dismissed, dropped, no disposition or not guilty": "desestimado, retirado, sin resolución o absuelto",
		"Uncharged, or citation":                           "Sin cargo, o citación", "dismissed, or 12 months since arrest": "desestimado, o 12 meses desde el arresto",
		"Record without conviction": "Registro sin condena", "arrested": "con arresto", "released": "con libertad", "no conviction in the same case": "sin condena en el mismo caso",
		"Survivor of human trafficking": "Sobreviviente de trata", "no felony that is a crime of violence": "no es delito grave violento",
		"Vacating the conviction": "Anulación de la condena", "convicted under the trafficking act itself": "condena según la ley de trata", "A lawyer drafts it.": "Se redacta con ayuda legal.",
		"First DUI, in circuit court": "Primer DUI, en circuito", "first offense, (2)(a) or (3)": "primera vez, (2)(a) o (3)", "no commercial license or permit": "sin licencia ni permiso comercial",
		"sentence completed": "sentencia cumplida", "five years since then": "cinco años desde entonces", "fines and costs paid": "multas y costas pagadas",
		"no test refused": "sin negarse a una prueba", "below .16, or no result": "menos de .16, o sin resultado", "no other DUI, convicted or pending": "sin otro DUI, condenado o pendiente",
		"no DUI nonadjudicated or expunged before": "ninguno suspendido o eliminado antes", "a justification for the court": "justificación",
		"One felony conviction": "Una condena por delito grave", "not an excluded felony, no crime of violence": "no está excluido ni es delito violento",
		"all terms completed": "todas las partes cumplidas", "three years since then (five under the law before July 1, 2026)": "tres años desde entonces (cinco según la ley antes del 1 de julio de 2026)",
		"no felony expunged before": "sin delito grave eliminado antes", "no tie to public office": "ajeno a un cargo público", "no charge pending": "sin cargo pendiente",
		"no later conviction": "sin condena posterior", "ten days’ notice to the district attorney; rehabilitation": "diez días de aviso a la fiscalía; rehabilitación",
		"Beer or light wine under 21": "Cerveza o vino, menor de 21", "dismissed, or sentence served and fine paid": "desestimado, o sentencia cumplida y multa pagada",
		"one year since then": "un año desde entonces", "sooner, see § 99-19-71(1)": "antes, vea § 99-19-71(1)",
		"Small marijuana": "Poca marihuana", "first or second of the kind": "primera o segunda de su clase", "two years since the conviction": "dos años desde la condena",
		"not in the passenger area of a vehicle": "no en el área de pasajeros de un vehículo",
		"First offender’s misdemeanor":           "Delito menor, primera vez", "no traffic violation": "no es infracción de tránsito", "a first offender": "primera vez (“first offender”)",
		"Any or all, municipal court": "Uno o todos, tribunal municipal", "two years since the last conviction in any court": "dos años desde la última condena en cualquier tribunal",
		"notice to the prosecutor; rehabilitation, good conduct and best interest of society shown": "aviso a la fiscalía; rehabilitación, buena conducta y bien de la sociedad",
		"Any or all, justice court": "Uno o todos, tribunal de justicia", "all else as in municipal court": "lo demás como en el municipal",
	}
}

func flowSpanishSorting() map[string]string {
	return map[string]string{
		"Was the case in a state court of Mississippi: justice, municipal, county, circuit or youth court?":             "¿Fue el caso en un tribunal estatal de Mississippi: de justicia, municipal, del condado, de circuito o de menores?",
		"Does the record say, or leave open, that someone else was entered in this name, and is no other route nearer?": "¿Dice el registro, o deja abierto, que otra persona causó el caso con este nombre, y no hay otra vía más cercana?",
		"Was the case in youth court?":                                             "¿Fue el caso en el tribunal de menores (“youth court”)?",
		"Was it in justice, municipal, county or circuit court?":                   "¿Fue en un tribunal de justicia, municipal, del condado o de circuito?",
		"Did the charge end in a conviction?":                                      "¿Terminó el cargo en una condena?",
		"Was it disposed of under 99-15-57, for pleas of 1982 and 1983?":           "¿Se resolvió según 99-15-57, para las “pleas” de 1982 y 1983?",
		"Was it nonadjudicated?":                                                   "¿Se suspendió el fallo (“nonadjudicated”)?",
		"Is it a DUI?":                                                             "¿Es un DUI?",
		"Did it go to pretrial intervention?":                                      "¿Pasó a intervención previa al juicio (“pretrial intervention”)?",
		"Did it end in a conditional discharge for a drug charge?":                 "¿Terminó con un descargo condicional (“conditional discharge”) por un cargo de drogas?",
		"Did it go to intervention court?":                                         "¿Pasó al tribunal de intervención (“intervention court”)?",
		"Did it go to mental health court?":                                        "¿Pasó al tribunal de salud mental (“mental health court”)?",
		"Did it go to veterans treatment court?":                                   "¿Pasó al tribunal para veteranos (“veterans treatment court”)?",
		"Did it end in the traffic-safety course?":                                 "¿Terminó con el curso de seguridad de tránsito?",
		"Was it in municipal court, and formally charged there?":                   "¿Fue en un tribunal municipal, con cargo formal allí?",
		"Is it a misdemeanor that was never charged, or that ended on a citation?": "¿Es un delito menor por el que nunca hubo cargo, o que terminó con una citación?",
		"Was it dismissed or dropped, was there no disposition, or was the person found not guilty, or is it still open?": "¿Se desestimó o se retiró, quedó sin resolución, hubo absolución, o sigue abierto?",
		"Does the record say, or leave open, that the offense was committed while, and because, trafficked?":              "¿Dice el registro, o deja abierto, que los hechos ocurrieron mientras la persona era víctima de trata, y por esa causa?",
		"Is it a DUI that is not a felony?": "¿Es un DUI que no es delito grave?",
		"Is it a felony?":                   "¿Es un delito grave (“felony”)?",
		"Is it beer or light wine under the age of 21, 67-3-70(1) or (2)?":                             "¿Es por cerveza o vino ligero antes de los 21 años, 67-3-70(1) o (2)?",
		"Is it a small amount of marijuana, 41-29-139(c)(2)(A)?":                                       "¿Es por una pequeña cantidad de marihuana, 41-29-139(c)(2)(A)?",
		"Is the conviction under the trafficking act itself?":                                          "¿Es la condena según la propia ley de trata?",
		"Is (1) open in the meantime, to a first offender with everything done?":                       "¿Está abierta mientras tanto la vía de (1), por ser la primera vez (“first offender”) y tener todo cumplido?",
		"Was the conviction in municipal or justice court, which may expunge any or all misdemeanors?": "¿Fue la condena en un tribunal municipal o de justicia, que puede eliminar uno o todos los delitos menores?",
		"Was it in municipal court?":                                                                   "¿Fue en un tribunal municipal?",
	}
}

func flowSpanishQuestions() map[string]string {
	return map[string]string{
		"Does nothing the section asks stand open, in fact or in law?":            "¿No queda nada abierto de lo que pide la sección, ni en los hechos ni en la ley?",
		"Is it settled that the record should be sealed, and not destroyed?":      "¿Está decidido que el registro se selle, y no que se destruya?",
		"Is there no charge or conviction of a crime of the circuit court's own?": "¿No hay cargo ni condena por un delito propio del tribunal de circuito?",
		"Has the case ended without an adjudication?":                             "¿Terminó el caso sin declaración de delincuencia?",
		"Were the conditions completed and the case dismissed?":                   "¿Se cumplieron las condiciones y se desestimó el caso?",
		"Was the program completed?":                                              "¿Se completó el programa?",
		"Is the subsection in force?":                                             "¿Está vigente la subsección?",
		"Were the terms fulfilled and the proceedings dismissed?":                 "¿Se cumplieron las condiciones y se desestimó el proceso?",
		"Is it no implied consent violation?":                                     "¿No es una infracción de la ley de consentimiento implícito (DUI)?",
		"Was every requirement completed?":                                        "¿Se cumplieron todos los requisitos?",
		"Are the fines and fees paid or waived?":                                  "¿Están pagadas o perdonadas las multas y cuotas?",
		"Was there no commercial license?":                                        "¿No había licencia comercial?",
		"Is it a moving violation under Title 63, chapter 3, 5 or 7?":             "¿Es una infracción en movimiento del Título 63, capítulo 3, 5 o 7?",
		"Was the course completed in time?":                                       "¿Se completó el curso a tiempo?",
		"Has the case ended in one of the four ways?":                             "¿Terminó el caso de una de las cuatro maneras?",
		"Was there an arrest and a release, or a citation that was dismissed?":    "¿Hubo arresto y libertad, o una citación que se desestimó?",
		"Was it dismissed, or have twelve months passed since the arrest?":        "¿Se desestimó, o han pasado doce meses desde el arresto?",
		"Was there an arrest?":                                                    "¿Hubo arresto?",
		"Was the person released?":                                                "¿Quedó la persona en libertad?",
		"Did no conviction come of the same case?":                                "¿No hubo condena en el mismo caso?",
		"Is it no felony that is a crime of violence?":                            "¿No es un delito grave violento (“crime of violence”)?",
		"Has the judgment been entered, and does it stand?":                       "¿Está registrada la sentencia, y sigue en pie?",
		"Is it a first offense, under (2)(a) or (3)?":                             "¿Es la primera vez, según (2)(a) o (3)?",
		"Was there no commercial license or permit at the time?":                  "¿No había entonces licencia ni permiso comercial?",
		"Was no test refused?":                                                    "¿No hubo negativa a una prueba?",
		"Was the result below .16, or is there none?":                             "¿Fue el resultado menor de .16, o no existe?",
		"Is there no other DUI, convicted or pending?":                            "¿No hay otro DUI, condenado o pendiente?",
		"Was no DUI nonadjudicated or expunged before?":                           "¿No se suspendió ni se eliminó antes otro DUI?",
		"Is the sentence completed?":                                              "¿Está cumplida la sentencia?",
		"Have five years run since then?":                                         "¿Han pasado cinco años desde entonces?",
		"Are fines and costs paid?":                                               "¿Están pagadas las multas y las costas?",
		"Was it dismissed, or the sentence served and the fine paid?":             "¿Se desestimó, o se cumplió la sentencia y se pagó la multa?",
		"Has one year run since then?":                                            "¿Ha pasado un año desde entonces?",
		"Was it not in the passenger area of a vehicle?":                          "¿No fue en el área de pasajeros de un vehículo?",
		"Is it a first or second conviction of the kind?":                         "¿Es la primera o la segunda condena de su clase?",
		"Have two years passed since the conviction?":                             "¿Han pasado dos años desde la condena?",
		"Is it no traffic violation?":                                             "¿No es una infracción de tránsito?",
		"Is the person a first offender?":                                         "¿Es la primera vez, según la ley (“first offender”)?",
		"Is it unrelated to the duties of a public office?":                       "¿No tiene relación con las funciones de un cargo público?",
		"Have two years passed since the last conviction in any court?":           "¿Han pasado dos años desde la última condena en cualquier tribunal?",
		"Is it none of the excluded felonies, and no crime of violence?":          "¿No es uno de los delitos graves excluidos, ni un delito violento?",
		"Has no felony been expunged before?":                                     "¿No se eliminó antes ningún delito grave?",
		"Is every term of the sentence completed?":                                "¿Están cumplidas todas las partes de la sentencia?",
		"Has the waiting period run?":                                             "¿Ha pasado el plazo de espera?",
		"Are all fines and costs paid?":                                           "¿Están pagadas todas las multas y costas?",
		"Does no exclusion come near?":                                            "¿No se acerca ninguna exclusión?",
		"Is no charge pending?":                                                   "¿No hay ningún cargo pendiente?",
		"Is there no later conviction?":                                           "¿No hay una condena posterior?",
	}
}

func flowSpanishEnds() map[string]string {
	const shall, may, itself = ": parece abierta, y el tribunal debe concederla", ": parece abierta, y el tribunal puede concederla", ": debe ocurrir por sí solo; confírmelo"
	return map[string]string{
		"expunction for a survivor of human trafficking: appears open, and the court may":                                 "eliminación para sobrevivientes de trata de personas" + may,
		"vacating a survivor's conviction under the trafficking act: appears open, and the court may":                     "anulación de la condena de una persona sobreviviente según la ley de trata" + may,
		"removal of a record entered through identity theft: appears open, and the court may":                             "eliminación de un registro por robo de identidad" + may,
		"expunction of a nonadjudicated charge: appears open, and the court shall":                                        "eliminación de un cargo con fallo suspendido (“nonadjudicated”)" + shall,
		"record of a nonadjudicated DUI: appears open, and the court may":                                                 "eliminación del registro de un DUI con fallo suspendido" + may,
		"expunction of a charge that ended in pretrial intervention: appears open, and the court shall":                   "eliminación de un cargo que terminó en “pretrial intervention”" + shall,
		"expunction of a conditional discharge: appears open, and the court shall":                                        "eliminación de un descargo condicional (“conditional discharge”)" + shall,
		"record of an intervention court graduate: should follow of itself; confirm it":                                   "registro de quien completó el “intervention court”" + itself,
		"record of a mental health court graduate: should follow of itself; confirm it":                                   "registro de quien completó el “mental health court”" + itself,
		"record of a veterans treatment court graduate: should follow of itself; confirm it":                              "registro de quien completó el “veterans treatment court”" + itself,
		"traffic-safety course: should follow of itself; confirm it":                                                      "curso de seguridad de tránsito" + itself,
		"plea of 1982 or 1983 under the section before nonadjudication: appears open, and the court shall":                "eliminación de una “plea” de 1982 o 1983 según la sección anterior" + shall,
		"expunction of a municipal record that ended without a conviction: appears open, and the court shall":             "eliminación de un registro municipal que terminó sin condena" + shall,
		"expunction of a misdemeanor that was never charged, or of a dismissed citation: appears open, and the court may": "eliminación de un delito menor sin cargo, o de una citación desestimada" + may,
		"expunction of a record that ended without a conviction: appears open, and the court shall":                       "eliminación de un registro que terminó sin condena" + shall,
		"expunction of a first DUI conviction: appears open, and the court may":                                           "eliminación de la condena por un primer DUI" + may,
		"expunction of a charge of beer or light wine under the age of 21: appears open, and the court shall":             "eliminación de un cargo por cerveza o vino ligero antes de los 21 años" + shall,
		"record of a small-marijuana conviction: should follow of itself; confirm it":                                     "registro de una condena por poca marihuana" + itself,
		"expunction of a first offender's misdemeanor conviction: appears open, and the court may":                        "eliminación de la condena por un delito menor de primera vez (“first offender”)" + may,
		"expunction of any or all misdemeanors in a municipal court: appears open, and the court may":                     "eliminación de uno o todos los delitos menores en un tribunal municipal" + may,
		"expunction of any or all misdemeanors in a justice court: appears open, and the court may":                       "eliminación de uno o todos los delitos menores en un tribunal de justicia" + may,
		"expunction of one felony conviction: appears open, and the court may":                                            "eliminación de una condena por delito grave" + may,
		"expunction of a youth court case that ended without an adjudication: appears open, and the court shall":          "eliminación de un caso de menores que terminó sin declaración" + shall,
		"sealing of a youth court adjudication: appears open, and the court may":                                          "sellado de una declaración del tribunal de menores" + may,
		"Destruction of a youth court record: the youth court may order it":                                               "Destrucción de un registro de menores: el tribunal de menores puede ordenarla",
		"Not available in a Mississippi court: the statutes speak of the court that had the case":                         "No disponible en Mississippi: la ley habla del tribunal que tuvo el caso",
		"Not yet: time has to pass, or something has to be done first":                                                    "Todavía no: tiene que pasar tiempo, o hay que hacer algo antes",
		"A lawyer decides: the law leaves a point open here":                                                              "Revisión legal: la ley deja aquí un punto abierto",
		"Not available: a statute rules it out":                                                                           "No disponible: una ley lo impide",
	}
}
