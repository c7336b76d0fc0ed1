package forms

import (
	"fmt"

	"expunge/petition"
)

func summaryEnglish() summaryWords {
	return summaryWords{
		title:      "Your summary",
		intro:      "This page tells you in plain words what was found about each charge, from what the clinic knows of your record. It is not legal advice. A lawyer should read your papers before you sign or file anything.",
		noOffense:  "offense not yet known",
		chargeWord: "Charge",
		eligible:   "This charge appears eligible.",
		incomplete: "We cannot answer yet: something is missing.",
		notYet:     "Not yet.",
		notYetDay:  "Not yet. The first safe day to file is %s.",
		review:     "A lawyer needs to look at this one.",
		ineligible: "This charge is not available for expungement.",

		meansEligible:   "It means that you may ask the court to expunge it: to clear it from the public record. It does not mean that the court will say yes.",
		meansIncomplete: "When we know what is missing, we can look again. Ask the clinic how to find it out.",
		aDraft:          "A draft is in your packet so that you can see the blanks. Do not sign or file it.",
		meansNotYet:     "Something must happen first, or more time must pass. The sheet “Why not, and what would help” says what.",
		meansReview:     "The law on this point is not clear, or there is a choice that a lawyer should make with you.",
		meansNo:         "A law rules it out, or no court in Mississippi can do it. The sheet “Why not, and what would help” says which. If a paper is wrong, the answer can change.",

		getPapers: "Papers that will help:",
		owedSome:  "Fines or court costs are still owed. Ask the clerk how to pay them.",
		owedSum:   "By your papers you still owe %s in fines or court costs. Ask the clerk how to pay it.",
		paper: map[clerkPaper]string{
			judgmentPaper:   "the judgment of conviction (ask the clerk for a certified copy)",
			sentencingPaper: "the sentencing order (ask the clerk for a certified copy)",
			endingPaper:     "the order that ended the case (ask the clerk for a certified copy)",
			chargePaper:     "the charging paper (ask the clerk)",
			docketPaper:     "the docket sheet (ask the clerk)",
			accountPaper:    "a paper from the clerk that shows you owe nothing",
		},

		oneFelony:    "You can have one felony expunged in your life. If the court says yes to this one, it is used.",
		chooseFelony: "You can have one felony expunged in your life, and there is more than one in your record. Choose with a lawyer which one to ask for. The petition is made after that.",
		oneDUI:       "You can have one DUI expunged in your life. If the court says yes to this one, it is used.",

		nextTitle: "What to do next",
		nextReady: []string{
			"Read the petition. If something in it is not true, do not sign; tell the clinic.",
			"Sign it in front of a notary where it says so. Bring photo ID.",
			"Take it to the clerk of the court, with the fee. Ask first how much it is, and how many copies the clerk wants.",
			"Give the prosecutor a copy, as the cover page says.",
			"If there is a hearing, go. Bring ID, your papers, and people who will speak for you.",
			"When the judge has signed, ask for certified copies and keep one for good.",
		},
		nextNothing: []string{
			"There is nothing to sign or file today.",
			"Do what stands under each charge above, and keep this page.",
			"Come back with the papers, or when the day has come. The papers are then made again.",
		},
		knowTitle: "Good to know",
		know: []string{
			"Until a judge has signed and the clerk has entered the order, nothing has changed.",
			"A petition is a public paper. Anyone may be able to read it.",
			"If you are not a citizen of the United States, talk to an immigration lawyer before you sign anything.",
			"Nobody can promise you what the court will do. Do not pay anyone who does.",
		},
		date: petition.Date.Long,
		asOf: "as of %s",
	}
}

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
		meansNotYet:     "Primero tiene que ocurrir algo, o tiene que pasar más tiempo. La hoja “Why not, and what would help” dice qué; pida en la clínica que se la expliquen.",
		meansReview:     "La ley no es clara en este punto, o hay una decisión que usted debe tomar con ayuda legal.",
		meansNo:         "Una ley lo impide, o ningún tribunal de Mississippi puede hacerlo. La hoja “Why not, and what would help” dice cuál; pida en la clínica que se la expliquen. Si un papel está equivocado, la respuesta puede cambiar.",

		getPapers: "Papeles que ayudan; se piden en la secretaría del tribunal (“clerk”):",
		owedSome:  "Todavía se deben multas o costas del tribunal. Pregunte en la secretaría del tribunal (“clerk”) cómo pagarlas.",
		owedSum:   "Según sus papeles, usted todavía debe %s de multas o costas del tribunal. Pregunte en la secretaría del tribunal (“clerk”) cómo pagarlas.",
		paper: map[clerkPaper]string{
			judgmentPaper:   "la sentencia condenatoria, “judgment of conviction” (pida en la secretaría una copia certificada, “certified copy”)",
			sentencingPaper: "la orden de sentencia, “sentencing order” (pida en la secretaría una copia certificada)",
			endingPaper:     "la orden que terminó el caso (pida en la secretaría una copia certificada)",
			chargePaper:     "el documento de acusación, “charging paper” (pídalo en la secretaría)",
			docketPaper:     "la hoja de actuaciones, “docket sheet” (pídala en la secretaría)",
			accountPaper:    "una constancia de la secretaría de que usted no debe nada, “zero balance”",
		},

		oneFelony:    "En la vida se puede eliminar del registro un solo delito grave (“felony”). Si el tribunal dice que sí a este, esa única vez queda usada.",
		chooseFelony: "En la vida se puede eliminar del registro un solo delito grave (“felony”), y en sus antecedentes hay más de uno. Decida con ayuda legal por cuál pedir. La petición se prepara después.",
		oneDUI:       "En la vida se puede eliminar del registro un solo caso de manejar bajo la influencia (“DUI”). Si el tribunal dice que sí a este, esa única vez queda usada.",

		nextTitle: "Qué hacer ahora",
		nextReady: []string{
			"Lea la petición con alguien que le ayude con el inglés. Si algo no es cierto, no firme; avise a la clínica.",
			"Firme ante un notario público (“notary”) donde se indica. Lleve una identificación con foto. En los Estados Unidos un “notary” no da consejo legal.",
			"Llévela a la secretaría del tribunal (“clerk”), con el pago. Pregunte antes cuánto es y cuántas copias quieren.",
			"Entregue una copia a la fiscalía (“prosecutor”), como dice la primera hoja.",
			"Si hay una audiencia, vaya. Lleve su identificación, sus papeles y personas que hablen por usted. Pida antes un intérprete (“interpreter”) si le hace falta.",
			"Cuando la orden esté firmada, pida copias certificadas (“certified copies”) y guarde una para siempre.",
		},
		nextNothing: []string{
			"Hoy no hay nada que firmar ni presentar.",
			"Haga lo que dice arriba para cada cargo y guarde esta hoja.",
			"Vuelva con los papeles, o cuando haya llegado el día. Entonces se prepara todo de nuevo.",
		},
		knowTitle: "Es bueno saber",
		know: []string{
			"Hasta que la orden esté firmada y registrada (“entered”), nada ha cambiado.",
			"Una petición es un documento público. Cualquier persona podría leerla.",
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
