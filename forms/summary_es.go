package forms

import (
	"fmt"

	"expunge/petition"
)

// summarySpanish says the same sentences in Spanish, with the formal "usted".
func summarySpanish() summaryWords {
	return summaryWords{
		title:      "Su resumen",
		intro:      "Esta hoja le explica en palabras sencillas lo que se encontró sobre cada cargo, según lo que la clínica sabe de sus antecedentes. No es consejo legal. Un abogado o una abogada debe leer sus papeles antes de que usted firme o presente algo. Los papeles para el tribunal están en inglés, porque el tribunal los recibe así.",
		noOffense:  "delito aún no conocido",
		chargeWord: "Cargo",
		eligible:   "Este cargo parece reunir los requisitos (“appears eligible”).",
		incomplete: "Todavía no podemos contestar: falta algo.",
		notYet:     "Todavía no.",
		notYetDay:  "Todavía no. El primer día seguro para presentar la petición es el %s.",
		review:     "Este cargo necesita la revisión de un abogado o una abogada.",
		ineligible: "Este cargo no se puede eliminar del registro.",

		meansEligible:   "Quiere decir que usted puede pedirle al tribunal que lo elimine del registro público (“expungement”). No quiere decir que el tribunal vaya a decir que sí.",
		meansIncomplete: "Cuando sepamos lo que falta, podremos verlo de nuevo. Pregunte en la clínica cómo averiguarlo.",
		aDraft:          "En su paquete hay un borrador para que vea las líneas en blanco. No lo firme ni lo presente.",
		meansNotYet:     "Primero tiene que ocurrir algo, o tiene que pasar más tiempo. La hoja “Por qué no, y qué ayudaría” dice qué.",
		meansReview:     "La ley no es clara en este punto, o hay una decisión que usted debe tomar con ayuda legal.",
		meansNo:         "Una ley lo impide, o ningún tribunal de Mississippi puede hacerlo. La hoja “Por qué no, y qué ayudaría” dice cuál. Si un papel está equivocado, la respuesta puede cambiar.",

		getPapers: "Papeles que ayudan; se piden en la secretaría del tribunal (“clerk”):",
		owedSome:  "Todavía se deben multas o costas del tribunal. Pregunte en la secretaría del tribunal (“clerk”) cómo pagarlas.",
		owedSum:   "Según sus papeles, usted todavía debe %s de multas o costas del tribunal. Pregunte en la secretaría del tribunal (“clerk”) cómo pagarlas.",
		paper: map[clerkPaper]string{
			judgmentPaper:   "la sentencia condenatoria, “judgment of conviction” (pida en la secretaría una copia certificada, “certified copy”)",
			sentencingPaper: "la orden de sentencia, “sentencing order” (pida en la secretaría una copia certificada)",
			endingPaper:     "la orden que terminó el caso (pida en la secretaría una copia certificada)",
			chargePaper:     "el documento de acusación, “charging paper” (pídalo en la secretaría)",
			docketPaper:     "la hoja de actuaciones, “docket sheet” (pídala en la secretaría)",
			noChargePaper:   "una carta de la secretaría que diga que no se presentó ningún cargo",
			accountPaper:    "una constancia de la secretaría de que usted no debe nada, “zero balance”",
		},

		oneFelony:    "En la vida se puede eliminar del registro un solo delito grave (“felony”). Si el tribunal dice que sí a este, esa única vez queda usada.",
		chooseFelony: "En la vida se puede eliminar del registro un solo delito grave (“felony”), y en sus antecedentes hay más de uno. Decida con ayuda legal por cuál pedir. La petición se prepara después.",
		oneDUI:       "En la vida se puede eliminar del registro un solo caso de manejar bajo la influencia (“DUI”). Si el tribunal dice que sí a este, esa única vez queda usada.",

		alreadyDone: "La ley habla de eliminar este registro sin necesidad de petición, y puede que el tribunal ya haya dado la orden. Antes de presentar los papeles, pregunte en la secretaría del tribunal (“clerk”) o, si hubo un programa, en el programa. Si ya hay una orden, usted necesita una copia certificada de ella y no estos papeles.",

		nextTitle: "Qué hacer ahora",
		nextReady: []string{
			"Lea los papeles que se van a presentar con alguien que le ayude con el inglés. Si algo no es cierto, no firme; avise a la clínica.",
			"Firme donde se indica. Si un papel pide un notario público (“notary”), fírmelo ante uno. Lleve una identificación con foto. En los Estados Unidos un “notary” no da consejo legal.",
			"Llévelos a la secretaría del tribunal (“clerk”), con el pago. Pregunte antes cuánto es y cuántas copias quieren.",
			"Entregue una copia a la fiscalía (“prosecutor”), como dice la primera hoja.",
			"Si hay una audiencia, vaya. Lleve su identificación, sus papeles y personas que hablen por usted. Pida antes un intérprete (“interpreter”) si le hace falta.",
			"Cuando la orden esté firmada, pida copias certificadas (“certified copies”) y guarde una para siempre.",
		},
		nextCounsel: []string{
			"Lea los papeles que se van a presentar con quien le representa y, si hace falta, con alguien que le ayude con el inglés. Si algo no es cierto, dígalo; se puede corregir.",
			"Firme solo lo que le pida quien le representa. Si un papel pide un notario público (“notary”), fírmelo ante uno. Lleve una identificación con foto. En los Estados Unidos un “notary” no da consejo legal.",
			"Quien le representa firma los demás papeles, los presenta y entrega una copia a la fiscalía (“prosecutor”). Usted no tiene que llevarlos a la secretaría del tribunal (“clerk”). Pregunte cuánto cuesta y quién lo paga.",
			"Si hay una audiencia, vaya. Lleve su identificación y personas que hablen por usted. Pida antes un intérprete (“interpreter”) si le hace falta.",
			"Cuando la orden esté firmada, pida a quien le representa copias certificadas (“certified copies”) y guarde una para siempre.",
		},
		nextNothing: []string{
			"Hoy no hay nada que firmar ni presentar.",
			"Haga lo que dice arriba para cada cargo y guarde esta hoja.",
			"Vuelva con los papeles, o cuando haya llegado el día. Entonces los papeles se preparan de nuevo.",
		},
		knowTitle: "Es bueno saber",
		know: []string{
			"Hasta que la orden esté firmada y registrada (“entered”), nada ha cambiado.",
			"Lo que se presenta es un documento público en la mayoría de los tribunales. Cualquier persona podría leerlo.",
			"Si su dirección aparece en un papel que se va a presentar y no es seguro para usted que otras personas la lean, pregunte a un abogado o una abogada qué dirección dar.",
			"Si usted no tiene la ciudadanía de los Estados Unidos, consulte sobre inmigración con un abogado o una abogada antes de firmar nada.",
			"Nadie puede prometerle lo que hará el tribunal. No le pague a quien se lo prometa.",
		},
		date: spanishDate,
		asOf: "con fecha del %s",
	}
}

var spanishMonths = [...]string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}

// spanishDate is a day as Spanish writes it: "23 de noviembre de 2026".
func spanishDate(d petition.Date) string {
	if !d.Known() {
		return ""
	}
	return fmt.Sprintf("%d de %s de %d", d.Day(), spanishMonths[d.Month()-1], d.Year())
}
