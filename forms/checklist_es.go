package forms

import (
	"fmt"
	"strings"

	"expunge/petition"
)

// checklistSpanish says the same sentences in Spanish, with the formal "usted" and no word
// that takes the reader for a man or a woman. What a clerk has to find carries its English
// name in quotation marks.
func checklistSpanish() checklistWords {
	w := checklistWords{
		language:   petition.Spanish,
		title:      "Lista para la clínica",
		court:      "Los papeles que se presentan al tribunal están en inglés, porque el tribunal los recibe así. Esta lista es solo para usted y para la clínica.",
		caseNumber: "Caso %s",
		asOf:       "con fecha del %s",
		lawOf:      "ley vigente al %s",
		disclaimer: "Esta hoja da información tomada de lo que está en el expediente. No es consejo legal. “Parece reunir los requisitos” solo quiere decir que, en la fecha indicada, está lo que los documentos pueden mostrar; el tribunal decide.",

		everyone: []boxWords{
			{"Identificación con foto", "El notario público (“notary”) debe verla antes de que usted firme bajo juramento."},
			{"Todos los papeles del tribunal que tenga, también los viejos o rotos", "Un número de causa (“cause number”) o una fecha puede ahorrarle un viaje."},
			{"Una dirección postal, un teléfono y un correo electrónico donde el tribunal pueda comunicarse con usted sin peligro", "Estos datos aparecen en los papeles que se presentan, y otras personas pueden leerlos. Avise si eso es un peligro para usted."},
			{"Comprobantes de ingresos y el número de personas que viven en su hogar", "Para la ayuda legal gratuita, y por si pide en la secretaría una declaración de falta de recursos (“pauper's affidavit”)."},
		},
		fees:    boxWords{"Dinero para los pagos, en una forma que la secretaría del tribunal (“clerk”) acepte", "Pregunte antes: efectivo exacto, giro postal (“money order”), cheque de caja o tarjeta. Vea la hoja de pagos."},
		letters: boxWords{"Cartas de personas que le conocen, firmadas y con un número de teléfono", "Algunos tribunales aprecian cartas o declaraciones juradas sobre su conducta. La ley no las exige."},
		idShown: "La secretaría y el tribunal pueden pedirla.",

		forEveryone:     "Para todas las personas",
		forConviction:   "Para cada caso que terminó en condena",
		forNoConviction: "Para cada caso que terminó sin condena",
		forSome:         "Además, para algunos casos",
		forRecord:       "Todos sus antecedentes",
		charge:          "Cargo %s: %s",
		noOffense:       "delito aún no conocido",

		phrase: map[string]string{
			"petition": "petición", "motion": "moción (“motion”)", "petition or motion": "petición o moción (“motion”)",
		},
		facts:   factWords{"causa núm. %s (“cause number”)", "§ %s", "cargo %s (“count”)", "ordenanza %s", "%s, %s"},
		outcome: spanishOutcome,
		where:   spanishCourt,
		date:    spanishDate,
		label:   spanishLabel,
		term:    spanishNamed,
	}
	w.spanishPapers()
	w.spanishRecord()
	w.spanishFiling()
	return w
}

func (w *checklistWords) spanishPapers() {
	const exhibit = " Es un anexo (“exhibit”) de la petición."
	w.checkEnding = boxWords{"Sentencia u orden que terminó el caso (“judgment” u “order”)", "Muestra el delito y la sección de la ley en que se basa la respuesta. Revíselos: si la sección está equivocada, la respuesta cambia."}
	w.checkSentence = boxWords{"Orden de sentencia (“sentencing order”)", "Muestra lo que el tribunal determinó."}
	w.driving = boxWords{"DUI: su historial de manejo (“driving record”), del “Mississippi Department of Public Safety”", "Muestra si hay otro DUI y qué licencia tenía usted entonces." + exhibit}
	w.bloodTest = boxWords{"DUI: el resultado de la prueba de sangre o de aliento", "Si hay un resultado, debe ser menor de .16." + exhibit}
	w.justification = boxWords{"DUI: por qué se debe eliminar la condena, en sus propias palabras", "La ley lo llama justificación (“justification”). El tribunal la escribe en la orden."}
	w.programEnd = boxWords{"Programa: certificado, carta u orden que muestre que usted lo completó", "Del programa, de la oficina de supervisión o de la secretaría. Muestra que se cumplieron todas las condiciones, y cuándo." + exhibit}
	w.programFees = boxWords{"Programa: recibos de sus multas y cuotas, o la orden que las perdonó", "Algunas leyes piden que estén pagadas o perdonadas."}
	w.sentencing = boxWords{"Orden de sentencia (“sentencing order”)", "Muestra lo que se ordenó, y cuándo."}
	w.violence = "Busque si declara que fue un delito violento (“crime of violence”, § 97-3-2(2)): solo este papel lo muestra, y es decisivo."
	w.judgment = boxWords{"Sentencia condenatoria (“judgment of conviction”), certificada por la secretaría", "Muestra el delito, la sección y la fecha." + exhibit}
	w.ending = boxWords{"Orden o anotación que terminó el caso (“order” o “docket entry”), certificada por la secretaría", "Debe mostrar cómo terminó el caso, en las palabras del tribunal." + exhibit}
	w.charging = boxWords{"Documento de acusación (“affidavit”, “information” o “indictment”)", "Muestra de qué se le acusó." + exhibit}
	w.indictment = boxWords{"Acusación del gran jurado (“indictment”)", "Muestra de qué se le acusó." + exhibit}
	w.docket = boxWords{"Hoja de actuaciones (“docket sheet”) de la secretaría", "Muestra cada paso del caso." + exhibit}
	w.uncharged = boxWords{"Constancia de la secretaría de que no se presentó ningún cargo", "Donde no hubo cargo no hay hoja de actuaciones. Pida una carta en la secretaría." + exhibit}
	w.openDocket = boxWords{"Hoja de actuaciones (“docket sheet”), certificada por la secretaría", "Muestra que nada puso fin al cargo, o que no se presentó ninguno." + exhibit}
	w.account = boxWords{"Constancia de saldo cero (“zero balance”) o recibos de la secretaría", "Muestra que las multas y las costas están pagadas."}
	w.stillOwed = "Según el expediente, todavía se deben %s."
	w.discharge = boxWords{"Constancia de cumplimiento (“discharge” o “completion”)", "Muestra el día en que se cumplió la última parte de la sentencia: salida de la cárcel, libertad a prueba (“probation”), supervisión posterior, restitución, programas."}
	w.inHand = "Ya lo tiene."
	w.noneThere = "Según el expediente, no existe. Pida en la secretaría una carta que lo diga."
}

func (w *checklistWords) spanishRecord() {
	w.complete = boxWords{"Todas las condenas, todos los cargos pendientes y todas las eliminaciones o programas anteriores, en cualquier tribunal y estado, están en este expediente", "El tribunal lo va a revisar. Dejar algo fuera puede anular la orden más adelante."}
	w.ownRecord = boxWords{"Sus propios antecedentes del estado, si hay alguna duda", "Del “Mississippi Criminal Information Center”: huellas digitales y una autorización firmada. Una guía indica $32 por una búsqueda por nombre; no tiene fecha, así que confirme. La búsqueda local de un “sheriff” no es lo mismo."}
	w.recordFiled = "Algunos tribunales quieren verlos con esta petición, y tienen una letra entre los anexos (“exhibits”). Muestran todos los casos: pregunte antes en la secretaría. Preséntelos solo si el tribunal los quiere, con los números y la fecha de nacimiento completa tachados."
	w.anyEarlier = boxWords{"La orden de cualquier beneficio anterior, si lo hubo: eliminación (“expunction”), suspensión del fallo (“nonadjudication”), descargo condicional (“conditional discharge”) o intervención", "Puede decidir si la ley considera este su primer delito, o si ya se usó la única eliminación de un delito grave (“felony”)."}
	w.earlier = boxWords{"La orden de: %s", "Muestra la sección en que se basó, que puede ser decisiva."}
	w.earlierRelief = "beneficio anterior"
	w.reliefOn = "%s, %s"

	w.missingTitle = "Datos que todavía faltan"
	w.missingNone = "Ninguno. Están todos los datos que deciden y todos los que necesitan los papeles que se presentan."
	w.missingSome = "Cada uno es una línea en blanco en los papeles, o un dato que podría cambiar la respuesta."
	w.missingConfidential = "En blanco en la hoja confidencial; se llena lo que se sepa: %s."
	w.aboutLawyer, w.aboutRecord, w.aboutFiling, w.aboutYou = "Representación legal", "Todos los antecedentes", "La presentación de la petición", "Sobre usted"
	w.prosecutorAddress, w.address = "Dirección de la fiscalía", "Dirección"
	w.ownWords, w.whereBegan = "%s, en sus propias palabras", "%s donde empezó el caso"
	w.supplier = map[supplying]string{
		lawyerKnows:      "Lo sabe quien le representa.",
		youKnow:          "Lo sabe usted.",
		testReport:       "El informe de la prueba; escriba “none” si no hay resultado.",
		programKnows:     "El programa, o la orden que terminó el caso.",
		stateRecord:      "Usted; compárelo con sus antecedentes del estado.",
		clerkGives:       "La secretaría lo da cuando se presenta la petición.",
		clerkKnows:       "La secretaría del tribunal (“clerk”).",
		arrestPapers:     "La agencia que hizo el arresto, la cárcel o el documento de acusación.",
		accountStatement: "La secretaría: pida un estado de cuenta (“statement of account”).",
		sentencingOrder:  "La orden de sentencia (“sentencing order”), que da la secretaría.",
		dischargePaper:   "La constancia de cumplimiento, la oficina de supervisión o el “Department of Corrections”.",
		prosecutorKnows:  "La secretaría o la fiscalía.",
		docketOrJudgment: "La secretaría: la hoja de actuaciones (“docket sheet”) o la sentencia (“judgment”).",
	}
}

func (w *checklistWords) spanishFiling() {
	w.notReadyTitle = "Antes de poder presentar una petición"
	w.notReady = boxWords{"Los papeles se preparan de nuevo", "Cuando se tenga lo que falta, haya llegado el día o se haya tomado la decisión legal. Mientras tanto pueden cambiar las fechas, las cantidades y la ley."}
	w.beforeTitle, w.afterTitle, w.doneTitle = "Antes de presentar los papeles", "Después de presentarlos", "Después de que se firme la orden"

	w.blackedOut = boxWords{"Los números de Seguro Social y las fechas de nacimiento completas están tachados en todos los anexos (“exhibits”)", "Guarde para usted un juego sin tachar. La secretaría no lo revisa por usted."}
	w.filledIn = boxWords{what: "Todas las líneas en blanco están llenas y todos los párrafos son verdaderos"}
	w.signed = boxWords{what: "La %s está firmada y lleva la fecha"}
	w.signedByLawyer = boxWords{what: "La %s está firmada y fechada por quien le representa"}
	w.notarized = boxWords{"La declaración jurada (“verification”) se firma ante un notario público (“notary”)", "El notario escribe el condado, la fecha y el nombre, y pone el sello. En los Estados Unidos un “notary” no da consejo legal."}
	w.copies = boxWords{"Las copias están hechas: el original para la secretaría, una para el tribunal, una para la fiscalía y una para usted", "Es una sugerencia; pregunte en esta secretaría cuántas."}
	w.copiesForTwo = boxWords{"Las copias están hechas: el original para la secretaría, una para el tribunal, una para cada una de las dos fiscalías y una para usted", "Es una sugerencia; pregunte en esta secretaría cuántas, y si se entrega a las dos fiscalías. La ley sobre un primer DUI no lo dice."}
	w.lettered = boxWords{"Cada anexo (“exhibit”) lleva, al pie de su primera hoja, la letra que le da la %s", "Si un papel no se puede conseguir, tache las palabras que dicen que está adjunto y su línea en la lista de anexos."}
	w.affidavit = boxWords{"Su declaración jurada (“affidavit”), si la usa, está llena y firmada ante un notario público (“notary”)", "Usted decide si la presenta. Márquela en el certificado de entrega solo si la presenta."}
	w.sealed = boxWords{"La hoja confidencial de identificación está en un sobre cerrado aparte", "No se adjunta a lo que se presenta ni se entrega a la fiscalía."}
	w.clerkTold = boxWords{"La secretaría le ha dicho: cuánto cuesta, cómo se paga, %s y cómo quiere el tribunal la orden propuesta (“proposed order”)", "Los tribunales con presentación electrónica reciben la orden propuesta como documento de texto y no en papel."}
	w.causeNumber = "si la %s recibe un número de causa nuevo"
	w.newCauseNumber = "el número de causa nuevo, que va en todos los papeles, y si el encabezado debe decir otra cosa"
	w.attorneyKnown = boxWords{"La secretaría ha confirmado qué fiscalía de distrito (“district attorney”) atiende el condado, y su dirección", "Los distritos de los tribunales de circuito pueden cambiar cuando se trazan de nuevo."}
	w.courtKnown = "La secretaría ha confirmado que el caso estuvo en este tribunal y en este condado"
	w.noCountyCourt = "La lista de tribunales que se usó para estos papeles no tiene un tribunal de condado (“county court”) en el condado de %s."
	w.cityIn = "La lista de lugares que se usó para estos papeles pone a %s en: %s."

	w.stamped = boxWords{what: "Su copia de la %s lleva el sello de la secretaría"}
	w.served = boxWords{what: "La fiscalía ha recibido cada papel que nombra el certificado de entrega (“certificate of service”)"}
	w.servedOnTwo = boxWords{what: "Las dos fiscalías del certificado de entrega (“certificate of service”) han recibido cada papel que este nombra, o está tachada la que, según la secretaría, no los recibe"}
	w.certified = boxWords{"El certificado de entrega (“certificate of service”) está lleno, firmado y presentado", "Fírmelo solo cuando la entrega esté hecha."}
	w.heard = boxWords{what: "Se sabe la fecha de la audiencia, y el aviso de audiencia (“notice of hearing”) está lleno, entregado y presentado"}
	w.notHeard = boxWords{"La secretaría le ha dicho si el tribunal decide con los papeles o quiere una audiencia", "La ley no exige ninguna. Si se fija un día, pida que se prepare y se entregue un aviso de audiencia (“notice of hearing”)."}
	w.noticeMisdemeanor = boxWords{"Petición por un primer delito menor (“first-offender misdemeanor”): la fiscalía tuvo los papeles al menos diez días antes de la audiencia", "La § 99-19-71(1) no fija un número de días. Algunos tribunales piden diez, y es lo más prudente."}
	w.noticeFelony = boxWords{"Petición por un delito grave (“felony”): la fiscalía de distrito tuvo aviso por escrito diez días antes de la audiencia", "§ 99-19-71(2)(b). El día de la entrega no cuenta; deje un margen amplio."}
	w.noticeLower = boxWords{"Petición por delitos menores de un tribunal de justicia o municipal, después de dos años: la fiscalía tuvo aviso previo", "Las §§ 9-11-15(3) y 21-23-7(6) no fijan un número de días. Entréguelo con tiempo; algunos tribunales piden diez."}
	w.atHearing = boxWords{what: "En la audiencia: identificación con foto, sus papeles y quienes hablarán por usted; pida antes un intérprete (“interpreter”) si le hace falta"}

	w.ordered = boxWords{"La orden está firmada y anotada por la secretaría", "No es definitiva hasta que queda registrada (“entered”)."}
	w.certifiedCopies = boxWords{"Copias certificadas (“certified copies”): una para usted, una para la agencia que hizo el arresto, una para el “sheriff” o la cárcel y una para el centro de antecedentes", "Es una sugerencia; más si otras oficinas guardan el registro."}
	w.recordsCenter = boxWords{"Una copia certificada llegó al “Mississippi Criminal Information Center”", "Pregunte en la secretaría cuándo se envió. El centro solo puede actuar con lo que recibe."}
	w.safety = boxWords{"DUI: la orden se ha enviado al “Department of Public Safety”", "La § 63-11-30(13)(c) da cinco días desde que se registra. Pregunte en la secretaría."}
	w.shown = boxWords{what: "Algunas semanas después: sus propios antecedentes del estado muestran que se hizo"}
	w.keepIt = boxWords{"La copia certificada está en un lugar seguro", "Guárdela para siempre. Puede tener que mostrarla, y dice qué se le puede preguntar todavía."}

	w.whoElseTitle = "Qué traen otras personas"
	w.whoElse = []string{
		"La clínica: un notario público (“notary”) con sello y libro, impresora y copiadora, marcadores para tachar números, sobres, esta lista.",
		"Quien revisa la parte legal: la hoja de trabajo (“worksheet”) y las secciones del Código que nombra, en su texto actual.",
		"Las personas que vienen a hablar por usted: identificación con foto.",
	}
	w.stopTitle = "Antes de seguir, consulte a un abogado o una abogada si"
	w.stop = []string{
		"usted no tiene la ciudadanía de los Estados Unidos: la ley de inmigración tiene sus propias reglas sobre los casos viejos;",
		"hay un cargo pendiente en cualquier lugar, o sigue abierto el caso de otra persona acusada junto con usted;",
		"dos papeles sobre el caso dicen cosas distintas, o el caso pasó de un tribunal a otro;",
		"la fiscalía se opone, o no aprueba la forma de la orden (“as to form”);",
		"usted espera, gracias a esto, volver a votar, tener un arma de fuego o recuperar una licencia: no está claro qué cambia una orden en eso.",
	}
}

// spanishOutcome is how a charge ended, with the English word a clerk knows.
func spanishOutcome(o petition.Outcome) string {
	if o == "" {
		return "resultado aún no conocido"
	}
	return spanishNamed(string(o))
}

// spanishNamed is a word of a closed list with the English one, where they differ.
func spanishNamed(word string) string {
	said, english := spanishTerm(word), strings.ReplaceAll(word, "_", " ")
	if said == english {
		return said
	}
	return fmt.Sprintf("%s (“%s”)", said, english)
}

// spanishCourt names a court of Mississippi as its papers do, in English.
func spanishCourt(c petition.Court) string {
	switch {
	case c.Name() != "":
		return c.Name()
	case courtWords(c) == "":
		return ""
	case c.Level == petition.Federal, c.Level == petition.Tribal, c.Level == petition.Military:
		return "tribunal " + spanishTerm(string(c.Level))
	default:
		return "tribunal fuera de Mississippi"
	}
}
