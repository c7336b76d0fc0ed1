package forms

import (
	"fmt"

	"expunge/petition"
)

func summaryEnglish() summaryWords {
	return summaryWords{
		title:      "Your summary",
		intro:      "This page tells you in plain words what was found in your papers. It is not legal advice. A lawyer should read your papers before you sign or file anything.",
		noOffense:  "offense not yet known",
		chargeWord: "Charge",
		eligible:   "This charge appears eligible.",
		incomplete: "A fact is missing.",
		notYet:     "Not yet.",
		notYetDay:  "Not yet. The first safe day to file is %s.",
		review:     "A lawyer needs to look at this one.",
		ineligible: "This charge is not available for expungement.",

		meansEligible:   "It means that you may ask the court to expunge it. It does not mean that the court will say yes.",
		meansIncomplete: "We cannot answer until we know more. A draft is in your packet so that you can see what is missing. Do not sign or file it.",
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

		oneFelony: "You can have one felony expunged in your life. If the court says yes to this one, it is used.",
		oneDUI:    "You can have one DUI expunged in your life. If the court says yes to this one, it is used.",

		nextTitle: "What to do next",
		nextReady: []string{
			"Read the petition. If something in it is not true, do not sign; tell the clinic.",
			"Sign it in front of a notary where it says so. Bring photo ID.",
			"Take it to the clerk of the court, with the fee. Ask first how much it is.",
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
			"If you are not a citizen of the United States, talk to an immigration lawyer first.",
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
		intro:      "Esta hoja le explica en palabras sencillas lo que se encontró en sus papeles. No es consejo legal. Un abogado debe leer sus papeles antes de que usted firme o presente algo. Los papeles para el tribunal están en inglés porque el tribunal los pide así.",
		noOffense:  "delito aún no conocido",
		chargeWord: "Cargo",
		eligible:   "Este cargo parece reunir los requisitos.",
		incomplete: "Falta un dato.",
		notYet:     "Todavía no.",
		notYetDay:  "Todavía no. El primer día seguro para presentar la petición es el %s.",
		review:     "Un abogado tiene que revisar este cargo.",
		ineligible: "Este cargo no se puede eliminar del registro.",

		meansEligible:   "Quiere decir que usted puede pedirle al tribunal que lo elimine del registro (“expungement”). No quiere decir que el tribunal dirá que sí.",
		meansIncomplete: "No podemos contestar hasta saber más. En su paquete hay un borrador para que vea lo que falta. No lo firme ni lo presente.",
		meansNotYet:     "Primero tiene que ocurrir algo, o tiene que pasar más tiempo. La hoja “Why not, and what would help” dice qué es.",
		meansReview:     "La ley no es clara en este punto, o hay una decisión que un abogado debe tomar con usted.",
		meansNo:         "Una ley lo impide, o ningún tribunal de Mississippi puede hacerlo. La hoja “Why not, and what would help” dice cuál. Si un papel está equivocado, la respuesta puede cambiar.",

		getPapers: "Papeles que ayudarán:",
		owedSome:  "Todavía se deben multas o costos del tribunal. Pregunte en la secretaría del tribunal (“clerk”) cómo pagarlos.",
		owedSum:   "Según sus papeles, usted todavía debe %s de multas o costos del tribunal. Pregunte en la secretaría del tribunal (“clerk”) cómo pagarlos.",
		paper: map[clerkPaper]string{
			judgmentPaper:   "la sentencia condenatoria, “judgment of conviction” (pida una copia certificada al “clerk”)",
			sentencingPaper: "la orden de sentencia, “sentencing order” (pida una copia certificada al “clerk”)",
			endingPaper:     "la orden que terminó el caso (pida una copia certificada al “clerk”)",
			chargePaper:     "el documento de acusación, “charging paper” (pídalo al “clerk”)",
			docketPaper:     "la hoja de actuaciones, “docket sheet” (pídala al “clerk”)",
			accountPaper:    "un papel del “clerk” que muestre que usted no debe nada",
		},

		oneFelony: "Una persona puede eliminar un solo delito grave (“felony”) en su vida. Si el tribunal dice que sí a este, ya queda usado.",
		oneDUI:    "Una persona puede eliminar un solo caso de manejar bajo la influencia (“DUI”) en su vida. Si el tribunal dice que sí a este, ya queda usado.",

		nextTitle: "Qué hacer ahora",
		nextReady: []string{
			"Lea la petición con alguien que le ayude con el inglés. Si algo no es cierto, no firme; avise a la clínica.",
			"Firme ante un notario donde se indica. Lleve una identificación con foto.",
			"Llévela a la secretaría del tribunal (“clerk”), con el pago. Pregunte antes cuánto es.",
			"Entregue una copia al fiscal, como dice la primera hoja.",
			"Si hay una audiencia, vaya. Lleve su identificación, sus papeles y personas que hablen por usted. Pida antes un intérprete si lo necesita.",
			"Cuando el juez haya firmado, pida copias certificadas y guarde una para siempre.",
		},
		nextNothing: []string{
			"Hoy no hay nada que firmar ni presentar.",
			"Haga lo que dice arriba para cada cargo y guarde esta hoja.",
			"Vuelva con los papeles, o cuando haya llegado el día. Entonces se preparan de nuevo los papeles.",
		},
		knowTitle: "Es bueno saber",
		know: []string{
			"Hasta que un juez firme y la orden quede registrada, nada ha cambiado.",
			"Una petición es un documento público. Cualquier persona podría leerla.",
			"Si usted no es ciudadano o ciudadana de los Estados Unidos, hable primero con un abogado de inmigración.",
			"Nadie puede prometerle lo que hará el tribunal. No le pague a quien se lo prometa.",
		},
		date: spanishDate,
		asOf: "al %s",
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
