package forms

import (
	"sync"

	"expunge/assets"
)

// The Spanish of the sheets, by the English. Names of offices, courts and papers keep the
// English that the person will hear and read there.

// englishNames stay as they are on a Spanish sheet.
var englishNames = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, r := range assets.Resources() {
		out[r.Organization], out[r.Contact] = true, true
	}
	for _, c := range assets.Counties() {
		out[c.CircuitOrdinal] = true
	}
	for _, name := range []string{
		"Circuit Court District", "County", "of", ", or the District Attorney, whichever prosecuted the case", "County Prosecuting Attorney of",
		"District Attorney,", "District Attorney for", "Municipal Prosecuting Attorney,", "Prosecuting Attorney", "Prosecuting Attorney, Youth Court of",
		"the Circuit Clerk of", "the Clerk of the Justice Court of", "the Clerk of the Municipal Court of the", "the Clerk of the Youth Court of", "the clerk of this Court",
		"the Mississippi Bureau of Narcotics", "the Mississippi Criminal Information Center, Department of Public Safety", "the Mississippi Department of Public Safety",
		"the Sheriff of", "the office of the", "the office of the County Prosecuting Attorney of",
	} {
		out[name] = true
	}
	return out
})

var spanishSentenceTable = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, table := range spanishTables() {
		for _, said := range table {
			out[said[0]] = said[1]
		}
	}
	return out
})

// spanishTables are pairs of a sentence, or a part of one, in English and in Spanish.
func spanishTables() [][][2]string {
	return [][][2]string{sharedSpanish(), feesSpanish(), orderSpanish(), orderRightsSpanish(), helpSpanish(), whyNotSpanish(), reasonsSpanish(), papersSpanish()}
}

func sharedSpanish() [][2]string {
	return [][2]string{
		{"This sheet is information prepared from what is in the case file.", "Esta hoja da información tomada de lo que está en el expediente."},
		{"It is not legal advice.", "No es consejo legal."},
		{"“Appears eligible” means only that what the record can show is there on the day named; the court decides.", "“Parece reunir los requisitos” solo quiere decir que, en la fecha indicada, está lo que los documentos pueden mostrar; el tribunal decide."},
		{"What", "Qué"},
		{"When", "Cuándo"},
		{"Who", "Quién"},
		{"Why", "Por qué"},
		{"petition", "petición"},
		{"motion", "moción (“motion”)"},
		{"petition or motion", "petición o moción (“motion”)"},
		{"Petition", "Petición"},
		{"Motion", "Moción (“motion”)"},
		{"Petition or motion", "Petición o moción (“motion”)"},
		{"appears eligible", "parece reunir los requisitos"},
		{"not yet", "todavía no"},
		{"a lawyer's review", "revisión legal"},
		{"incomplete", "faltan datos"},
		{"needs a lawyer's review", "necesita revisión legal"},
		{"not available", "no disponible"},
		{"facts missing", "faltan datos"},
		{"not assessed", "sin evaluar"},
	}
}

// spanishTaking are sentences that take something, the longer ones first.
func spanishTaking() [][2]string {
	return [][2]string{
		{"%t. Contact: %t.", "%t. Contacto: %t."},
		{"How much is the filing fee, and is it for each %t or for each charge?", "¿Cuánto cuesta presentar, y se paga por cada %t o por cada cargo?"},
		{"The statute sets a filing fee for %t: %n in all.", "La ley fija una cuota para %t: %n en total."},
		{"For %t the amount is not settled by the statutes that were read.", "Para %t, las leyes que se leyeron no fijan la cantidad."},
		{"%t in this packet", "%t en este paquete"},
		{"1 petition", "1 petición"},
		{"1 motion", "1 moción (“motion”)"},
		{"%n petitions", "%n peticiones"},
		{"%n motions", "%n mociones (“motions”)"},
		{"The order on petition %t", "La orden sobre la petición %t"},
		{"The order on motion %t", "La orden sobre la moción (“motion”) %t"},
		{"%n, about Cause No. %s of the %s", "%n, sobre la causa núm. %s de: %s"},
		{"%n, Cause No. %t", "%n, causa núm. %t"},
		{"%n, Cause No. %s", "%n, causa núm. %s"},
		{"%n and %n", "%n y %n"},
		{"%n, %n, and %n", "%n, %n y %n"},
		{"%n", "%n"},
		{"Cases in %s County", "Casos del condado de %s"},
		{"%n northern counties", "%n condados del norte"},
		{"%n southern counties", "%n condados del sur"},
		{"as of %n, repeated in a %n guide", "de %n, repetido en una guía de %n"},
		{"telephone as of May %n, repeated in a %n guide", "teléfono de mayo de %n, repetido en una guía de %n"},
		{"as of September %n", "de septiembre de %n"},
		{"as of a %n list", "de una lista de %n"},
		{"as of %n", "de %n"},
		{"as of %n; no referral telephone number confirmed", "de %n; sin teléfono de referencia confirmado"},
		{"website as of %n; no current telephone number found", "sitio web de %n; no se halló un teléfono actual"},
		{"websites as of %n or %n", "sitios web de %n o %n"},
		{"By § %s a person stands as though never convicted of the offense, and may lawfully answer so to any question about prior convictions.", "Según § %s, la persona queda como si nunca hubiera sido condenada por ese delito, y puede contestar así, conforme a la ley, a cualquier pregunta sobre condenas anteriores."},
		{"Charge %n today: %t, first safe day %t", "Cargo %n hoy: %t, primer día seguro el %t"},
		{"Charge %n today: %t", "Cargo %n hoy: %t"},
		{"Charge %n: %s (Cause No. %s)", "Cargo %n: %s (causa núm. %s)"},
		{"Charge %n: %s", "Cargo %n: %s"},
		{"Section %n is %s, a crime of violence.", "La sección %n es “%s”, un delito violento (“crime of violence”)."},
		{"section %n is %s, a crime of violence.", "la sección %n es “%s”, un delito violento (“crime of violence”)."},
		{"not yet. The first safe day to file is %t.", "todavía no. El primer día seguro para presentar es el %t."},
		{"Ask a lawyer to decide: %t", "Pida que un abogado o una abogada decida: %t"},
		{"The answer turns on this: %t To be sure that the record is right: get %t from %t.", "La respuesta depende de esto: %t Para saber que el registro está bien, pida %t a %t."},
		{"The answer turns on this: %t", "La respuesta depende de esto: %t"},
		{"Pay %n.%n to %t, and get a zero-balance statement; ask first for the exact amount, and whether it can be paid in parts.", "Pague %n.%n a %t y pida una constancia de saldo cero (“zero balance”); antes pregunte la cantidad exacta y si se puede pagar en partes."},
		{"Pay the fines and court costs that are owed to %t, and get a zero-balance statement; ask first for the exact amount, and whether it can be paid in parts.", "Pague las multas y costas que se deben a %t y pida una constancia de saldo cero (“zero balance”); antes pregunte la cantidad exacta y si se puede pagar en partes."},
		{"Complete the program, and get %t from %t.", "Complete el programa y pida %t a %t."},
		{"Finish the sentence, whose last term ends on %t, and get %t from %t.", "Termine la sentencia, cuya última parte acaba el %t, y pida %t a %t."},
		{"Finish what is left of the sentence, and get %t from %t.", "Termine lo que falta de la sentencia y pida %t a %t."},
		{"Wait until %t, the first safe day to file.", "Espere hasta el %t, el primer día seguro para presentar."},
		{"Wait until %t at least; what else is listed here may make it later.", "Espere por lo menos hasta el %t; lo demás de esta lista puede retrasarlo."},
		{"Wait until the charge that is still open has been decided, and get %t from %t.", "Espere a que se decida el cargo que sigue abierto y pida %t a %t."},
		{"Wait until the judgment or order that ends the charge is entered, and get %t from %t.", "Espere a que se registre la sentencia u orden que termina el cargo y pida %t a %t."},
		{"Wait until the charge has ended, and get %t from %t.", "Espere a que el cargo termine y pida %t a %t."},
		{"Get %t from %t.", "Pida %t a %t."},
		{"Ask the petitioner: %t.", "Usted puede decirlo: %t."},
		{"the clerk of the court that had the case", "la secretaría (“clerk”) del tribunal que tuvo el caso"},
		{"the clerk of the %s", "la secretaría (“clerk”) de: %s"},
		{"the program, or %t", "el programa, o a %t"},
		{"the office that supervised the sentence, or %t", "la oficina que supervisó la sentencia, o a %t"},
		{"%n.%n is still owed.", "Todavía se deben %n.%n."},
		{"%t from %t have not run; the first safe day to file is %t (some would file on the anniversary itself, %t)", "no han pasado %t desde el %t; el primer día seguro para presentar es el %t (hay quien presenta el mismo aniversario, el %t)"},
		{"%t from %t have not run, and the last payment may make the wait end later.", "No han pasado %t desde el %t, y el último pago puede retrasar el fin del plazo."},
		{"%t from %t have not run; the first safe day to file is %t (some would file on the anniversary itself, %t).", "No han pasado %t desde el %t; el primer día seguro para presentar es el %t (hay quien presenta el mismo aniversario, el %t)."},
	}
}

func feesSpanish() [][2]string {
	return [][2]string{
		{"Fee notice", "Hoja de pagos"},
		{"Fee by fee", "Pago por pago"},
		{"Amount", "Cantidad"},
		{"How settled", "Qué tan seguro es"},
		{"Fees as of", "Pagos según la ley vigente al"},
		{"This notice sets out what the statutes say about the cost of filing.", "Esta hoja reúne lo que dicen las leyes sobre el costo de presentar los papeles."},
		{"Fees differ from court to court and change.", "Los pagos varían de un tribunal a otro y cambian."},
		{"Confirm every amount with the clerk before you bring money.", "Confirme cada cantidad en la secretaría (“clerk”) antes de llevar dinero."},
		{"There is no petition in this packet, so there is nothing to pay for filing now.", "En este paquete no hay petición, así que hoy no hay nada que pagar por presentarla."},
		{"The notes below are for later.", "Lo que sigue es para más adelante."},
		{"Only the clerk can tell.", "Solo la secretaría puede decirlo."},
		{"Questions for the clerk", "Preguntas para la secretaría (“clerk”)"},
		{"How can it be paid: exact cash, money order, cashier's check, or card?", "¿Cómo se puede pagar: efectivo exacto, giro postal (“money order”), cheque de caja o tarjeta?"},
		{"What do copies and certified copies cost? Several certified copies of the signed order will be needed.", "¿Cuánto cuestan las copias y las copias certificadas (“certified copies”)? Harán falta varias copias certificadas de la orden firmada."},
		{"If the fee cannot be paid: may a pauper's affidavit be filed? The statute for civil actions is § 11-53-17. Whether it covers this fee is not settled, so ask before relying on it.", "Si no se puede pagar: ¿se puede presentar una declaración de falta de recursos (“pauper's affidavit”)? La ley para casos civiles es § 11-53-17. No está resuelto si cubre este pago; pregunte antes de confiar en ella."},
		{"Other costs to plan for", "Otros costos que conviene prever"},
		{"Certified copies of the judgment or disposition, and later of the order.", "Copias certificadas de la sentencia o resolución, y después de la orden."},
		{"A notary, for the verification.", "Un notario público (“notary”), para la declaración jurada."},
		{"Ask first what it costs.", "Pregunte antes cuánto cuesta."},
		{"A copy of your own state record, if you need one.", "Una copia de sus propios antecedentes del estado, si la necesita."},
		{"One guide gives $32 for a check by name; it is undated, so confirm.", "Una guía indica $32 por una búsqueda por nombre; no tiene fecha, así que confirme."},
		{"Old fines and costs are a different thing", "Las multas y costas antiguas son otra cosa"},
		{"The filing fee pays for this", "La cuota de presentación paga esta"},
		{". Fines and court costs from the old case are separate, and a filing fee or a pauper's affidavit does not pay them.", ". Las multas y costas del caso antiguo van aparte, y ni la cuota ni una declaración de falta de recursos las pagan."},
		{"For a felony petition under § 99-19-71(2) all criminal fines and court costs must be paid before the petition is filed.", "Para una petición por delito grave (“felony”) según § 99-19-71(2), todas las multas penales y costas del tribunal deben estar pagadas antes de presentarla."},
		{"For a misdemeanor petition under § 99-19-71(1) the section does not say so, but courts and clerks ask for it.", "Para una petición por delito menor según § 99-19-71(1), la sección no lo dice, pero los tribunales y las secretarías lo piden."},
		{"For misdemeanors of a justice or municipal court, under § 9-11-15(3) or § 21-23-7(6), the section does not say so, but the judge will want to know, and clerks ask for a zero balance.", "Para delitos menores de un tribunal de justicia o municipal, según § 9-11-15(3) o § 21-23-7(6), la sección no lo dice, pero el tribunal querrá saberlo, y las secretarías piden saldo cero."},
		{"For a first DUI under § 63-11-30(13) they are terms of the sentence, all of which must be completed.", "Para un primer DUI según § 63-11-30(13), son parte de la sentencia, y toda la sentencia debe estar cumplida."},
		{"Under § 67-3-70(6) the year is counted from the payment of the fine, where there was one.", "Según § 67-3-70(6), el año se cuenta desde el pago de la multa, si la hubo."},
		{"Under § 9-23-23 the fines and fees of the program must be paid, unless the court waived them.", "Según § 9-23-23, las multas y cuotas del programa deben estar pagadas, salvo que el tribunal las haya perdonado."},
		{". Where a note says so, an older text was read.", ". Donde una nota lo dice, se leyó un texto más antiguo."},
		{"Set by the statute.", "La fija la ley."},
		{"ask the clerk", "pregunte en la secretaría"},
		{"filing fee", "cuota de presentación"},
		{", for", ", para la"},
		{", for this cause and for", ", para esta causa y para la"},
		{"Cause No.", "causa núm."},
		{"filing fee for a petition to expunge an offense under section 99-19-71", "cuota por una petición para eliminar un delito según la sección 99-19-71"},
		{"the $150 levy on petitions under section 99-19-71", "el cargo de $150 sobre las peticiones según la sección 99-19-71"},
		{"justice court fee for an expungement or dismissal", "cuota del tribunal de justicia por una eliminación o desestimación"},
		{"municipal court costs", "costas del tribunal municipal"},
		{"up to $150", "hasta $150"},
		{"up to $50", "hasta $50"},
		{"up to $50; certified copy $5", "hasta $50; copia certificada $5"},
		{"By its words the $150 levy is on petitions under section 99-19-71, not on this route.", "Según sus palabras, el cargo de $150 es para las peticiones según la sección 99-19-71, no para esta vía."},
		{"Ask the clerk what is charged.", "Pregunte en la secretaría cuánto se cobra."},
		{"Ask the clerk.", "Pregunte en la secretaría."},
		{"Collected by the circuit clerk.", "La cobra la secretaría del tribunal de circuito (“circuit clerk”)."},
		{"Bills to raise it were not enacted as far as was found; confirm the amount with the clerk.", "Hasta donde se halló, no se aprobaron proyectos para subirla; confirme la cantidad en la secretaría."},
		{"Not settled for a case that ended without a conviction: the $150 levy is on petitions “to expunge an offense”, and local practice differs.", "Sin resolver para un caso que terminó sin condena: el cargo de $150 es sobre peticiones “to expunge an offense” (para eliminar un delito), y la práctica varía."},
		{"Confirm with the clerk before bringing money.", "Confirme en la secretaría (“clerk”) antes de llevar dinero."},
		{"Not settled for this court: the section has the circuit clerk collect it, and this court has its own clerk.", "Sin resolver para este tribunal: según la sección la cobra el “circuit clerk”, y este tribunal tiene su propia secretaría."},
		{"Confirm with the clerk.", "Confirme en la secretaría."},
		{"Confirm with the justice court clerk.", "Confirme en la secretaría del tribunal de justicia."},
		{"Confirm with the municipal court clerk.", "Confirme en la secretaría del tribunal municipal."},
		{"The court may impose it (text of 2020).", "El tribunal puede imponerla (texto de 2020)."},
		{"The list of costs allows up to $50 for items it does not name, and $5 for a certified copy (text of 2020).", "La lista de costas permite hasta $50 por lo que no nombra, y $5 por una copia certificada (texto de 2020)."},
		{"The court is not known yet, and the fee depends on it.", "Aún no se sabe qué tribunal es, y el pago depende de eso."},
	}
}

func orderSpanish() [][2]string {
	return [][2]string{
		{"After the order is signed", "Cuando la orden esté firmada"},
		{"Step by step", "Paso a paso"},
		{"Done on", "Hecho el"},
		{"Keep this page.", "Guarde esta página."},
		{"It is for the time after the judge has signed and the clerk has entered the order.", "Es para después de que el tribunal firme la orden y la secretaría (“clerk”) la registre."},
		{"Until then, ask a lawyer before you answer a question about the case.", "Hasta entonces, consulte con un abogado o una abogada antes de contestar una pregunta sobre el caso."},
		{"The day it is signed", "El día de la firma"},
		{"Within five days of entry", "A los cinco días del registro, como máximo"},
		{"Two weeks later", "Dos semanas después"},
		{"Two to three months later", "De dos a tres meses después"},
		{"If it is still there", "Si todavía aparece"},
		{"Ask the clerk to enter the order on the docket.", "Pida en la secretaría que registren la orden en el “docket”."},
		{"It counts only then.", "Solo entonces vale."},
		{"Ask for certified copies.", "Pida copias certificadas (“certified copies”)."},
		{"A DUI order is forwarded to the Department of Public Safety (§ 63-11-30(13)).", "La orden de un DUI se envía al “Department of Public Safety” (§ 63-11-30(13))."},
		{"Ask the clerk that it was sent.", "Pregunte en la secretaría si se envió."},
		{"Ask the clerk on what day the certified copy went to the Mississippi Criminal Information Center and to each office the order names.", "Pregunte en la secretaría qué día salió la copia certificada hacia el “Mississippi Criminal Information Center” y hacia cada oficina que nombra la orden."},
		{"The center can act only on what reaches it (§§ 45-27-9, 45-27-21).", "El centro solo puede actuar sobre lo que le llega (§§ 45-27-9, 45-27-21)."},
		{"Ask for your own state record, and see whether the case is gone.", "Pida sus propios antecedentes del estado y vea si el caso ya no aparece."},
		{"No section sets a number of days for it.", "Ninguna sección fija un número de días para eso."},
		{"Send the center a certified copy and ask in writing for a correction.", "Envíe al centro una copia certificada y pida por escrito una corrección."},
		{"An agency's refusal can be appealed to the county or circuit court within 30 days (§ 45-27-11).", "La negativa de una agencia se puede apelar ante el tribunal del condado o de circuito dentro de 30 días (§ 45-27-11)."},
		{"Who should get a certified copy", "Quién debe recibir una copia certificada"},
		{"you, to keep for good", "usted, para guardarla siempre"},
		{"“Were you ever arrested or convicted?”", "“¿Alguna vez le arrestaron o le condenaron?”"},
		{"What stays, not public", "Lo que queda, sin ser público"},
		{"What an order does not do", "Lo que una orden no hace"},
		{"It does not erase the case everywhere.", "No borra el caso en todas partes."},
		{"Newspapers, websites and private background companies may still have it; send them a copy of the order and ask them to take it down.", "Periódicos, sitios web y empresas privadas de antecedentes pueden tenerlo todavía; envíeles una copia de la orden y pida que lo retiren."},
		{"An expunged conviction, or a nonadjudication, can still count in a later case: to decide whether someone is a first offender, or for a longer sentence, and when someone applies to be a law enforcement officer (§ 45-27-21).", "Una condena eliminada, o una “nonadjudication”, todavía puede contar en un caso posterior: para decidir si la ley considera que es la primera vez (“first offender”), o para una pena mayor, y cuando alguien solicita trabajo como agente de la ley (§ 45-27-21)."},
		{"What it changes about voting, firearms, licenses and immigration is not settled by these sections.", "Lo que cambia sobre el voto, las armas, las licencias y la inmigración no lo resuelven estas secciones."},
		{"Ask a lawyer before you rely on it.", "Consulte con un abogado o una abogada antes de confiar en ello."},
	}
}

func orderRightsSpanish() [][2]string {
	return [][2]string{
		{"By § 41-29-150(d)(2) a person is not guilty of perjury or a false statement for not telling of the arrest, the indictment or the trial when asked.", "Según § 41-29-150(d)(2), una persona no comete perjurio ni declaración falsa por no hablar del arresto, de la acusación formal o del juicio cuando se lo preguntan."},
		{"The section this order rests on, as far as its text was read, does not say how to answer.", "La sección en que se apoya esta orden, en lo que se leyó de su texto, no dice cómo contestar."},
		{"Ask a lawyer before a form or an interview asks you.", "Consulte a un abogado o una abogada antes de que se lo pregunten en un formulario o una entrevista."},
		{"As others quote § 41-29-139(c)(2)(A), such a record is not a criminal record “for the purpose of private or administrative inquiry”.", "Según lo citan otros, § 41-29-139(c)(2)(A) dice que ese registro no es un antecedente penal “for the purpose of private or administrative inquiry” (para consultas privadas o administrativas)."},
		{"Its text was not read for this sheet: ask a lawyer before a form or an interview asks you.", "Su texto no se leyó para esta hoja: consulte a un abogado o una abogada antes de que se lo pregunten en un formulario o una entrevista."},
		{"By § 99-19-71(3) a person is not guilty of perjury or a false statement for not telling of the arrest or the case when asked, unless the question is asked to find out whether the person is a first offender.", "Según § 99-19-71(3), una persona no comete perjurio ni declaración falsa por no hablar del arresto o del caso cuando se lo preguntan, salvo que la pregunta sea para saber si es su primera vez (“first offender”)."},
		{"An employer may ask whether an order of expunction has been entered.", "Un empleador puede preguntar si existe una orden de eliminación (“order of expunction”)."},
		{"The section does not forbid that question.", "La sección no prohíbe esa pregunta."},
		{"A person called as a juror must, if asked, tell the judge of the conviction and the order, in private.", "Una persona llamada como jurado debe, si se lo preguntan, hablar de la condena y de la orden con el juez o la jueza, en privado."},
		{"The driving record is not changed.", "El historial de manejo no cambia."},
		{"The sections differ in what they say of this.", "Las secciones no dicen todas lo mismo sobre esto."},
		{"Ask a lawyer, before a form or an interview asks you.", "Consulte con un abogado o una abogada antes de que un formulario o una entrevista se lo pregunte."},
		{"The Mississippi Criminal Information Center keeps a record, not public, only to tell whether a person is a first offender.", "El “Mississippi Criminal Information Center” guarda un registro, no público, solo para saber si una persona es “first offender” (su primera vez)."},
		{"The district attorney may keep a record, not public, for law enforcement only.", "La fiscalía (“district attorney”) puede guardar un registro, no público, solo para hacer cumplir la ley."},
		{"Confidential records of law enforcement agencies.", "Registros confidenciales de las agencias que hacen cumplir la ley."},
		{"The Mississippi Bureau of Narcotics keeps a record, not public, to tell whether a person had a discharge before.", "El “Mississippi Bureau of Narcotics” guarda un registro, no público, para saber si una persona ya tuvo antes un descargo (“discharge”)."},
		{"The Department of Public Safety keeps a permanent confidential registry, because one DUI can be expunged in a lifetime.", "El “Department of Public Safety” guarda un registro confidencial permanente, porque en la vida se puede eliminar un solo DUI."},
		{"The records center keeps a confidential database of expunction orders that prosecutors and the officer standards board can ask for in writing (§ 45-27-21).", "El centro de registros guarda una base confidencial de órdenes de eliminación que las fiscalías y la junta de normas de agentes pueden pedir por escrito (§ 45-27-21)."},
	}
}

func helpSpanish() [][2]string {
	return [][2]string{
		{"Who can help", "Quién puede ayudar"},
		{"Organization", "Organización"},
		{"Contact", "Contacto"},
		{"What for", "Para qué"},
		{"How old this is", "De cuándo es este dato"},
		{"Contacts change.", "Los contactos cambian."},
		{"The last column says how old each one is; look it up again before you rely on it.", "La última columna dice de cuándo es cada uno; búsquelo otra vez antes de confiar en él."},
		{"Both legal services programs; the whole state", "Los dos programas de servicios legales; todo el estado"},
		{"Volunteer lawyers and expungement clinics", "Abogados y abogadas voluntarios, y clínicas de eliminación de antecedentes"},
		{"Expungement clinics in several counties", "Clínicas de eliminación de antecedentes en varios condados"},
		{"Self-help information", "Información para hacerlo por cuenta propia"},
		{"Civil questions only; said not to take criminal matters", "Solo preguntas civiles; se dice que no toma asuntos penales"},
		{"Keeps a list of legal aid groups", "Tiene una lista de grupos de ayuda legal"},
		{"Legal aid; ask whom it serves now", "Ayuda legal; pregunte a quién atiende ahora"},
		{"website undated; the division may have changed", "sitio web sin fecha; la división puede haber cambiado"},
		{"Offices that hold records", "Oficinas que guardan registros"},
		{"The clerk of the court where the case was: papers, what is owed, fees, hearing dates.", "La secretaría (“clerk”) del tribunal donde fue el caso: papeles, lo que se debe, pagos, fechas de audiencia."},
		{"The Mississippi Criminal Information Center, Department of Public Safety: your own state record.", "El “Mississippi Criminal Information Center”, del “Department of Public Safety”: sus propios antecedentes del estado."},
		{"The Department of Public Safety: your driving record.", "El “Department of Public Safety”: su historial de manejo."},
		{"The Department of Corrections or the supervising officer: the day a sentence was finished.", "El “Department of Corrections” o la oficina de supervisión: el día en que se terminó una sentencia."},
		{"Clerks cannot give legal advice.", "La secretaría no puede dar consejo legal."},
		{"They can tell you what their court asks for.", "Sí puede decirle qué pide su tribunal."},
	}
}

func whyNotSpanish() [][2]string {
	return [][2]string{
		{"Why not, and what would help", "Por qué no, y qué ayudaría"},
		{"There is no petition in this packet for the charges below.", "En este paquete no hay petición para los cargos que siguen."},
		{"That is the answer for today, from what is in the case file.", "Es la respuesta de hoy, según lo que está en el expediente."},
		{"It is not a judgment of a person, and for many people it changes with time, with a payment or with one more paper.", "No juzga a nadie, y para muchas personas cambia con el tiempo, con un pago o con un papel más."},
		{"A choice to make first", "Primero hay que elegir"},
		{"Mississippi law lets a person have only one felony expunged in a lifetime (§ 99-19-71(2)).", "La ley de Mississippi permite eliminar un solo delito grave (“felony”) en la vida (§ 99-19-71(2))."},
		{"Felony convictions that came from one event count as one.", "Las condenas por delitos graves que vienen de un mismo suceso cuentan como una."},
		{"This case asks for more than one, so no felony petition is prepared until you choose.", "En este caso se pide más de una, así que no se prepara ninguna petición por delito grave hasta que usted elija."},
		{"Take time, and talk with a lawyer: the choice cannot be made twice.", "Tome su tiempo y hable con un abogado o una abogada: no se puede elegir dos veces."},
		{"If this is chosen, these stay on the record:", "Si se elige este, quedan en el registro:"},
		{"Some charges look unrelated and still came from one event.", "Algunos cargos parecen separados y aun así vienen de un mismo suceso."},
		{"If that is so here, tell the lawyer; the court decides whether they count as one.", "Si es así aquí, dígalo a quien revisa el caso; el tribunal decide si cuentan como uno."},
		{"The answer:", "La respuesta:"},
		{"What to do now", "Qué hacer ahora"},
		{"Where to get help", "Dónde pedir ayuda"},
		{"How to reach them", "Cómo comunicarse"},
		{"What we know", "Lo que sabemos"},
		{"Contacts go out of date.", "Los contactos envejecen."},
		{"Confirm each one first.", "Confirme cada uno antes."},
		{"the charge appears eligible, but this packet has no form for a petition of that kind.", "el cargo parece reunir los requisitos, pero este paquete no tiene un formulario para una petición de esa clase."},
		{"facts are missing, and this packet has no form for a petition of the kind that may be needed.", "faltan datos, y este paquete no tiene un formulario para la clase de petición que puede hacer falta."},
		{"That is not a no: a lawyer can draft one.", "No es un no: un abogado o una abogada puede redactarla."},
		{"That is not a no: with the facts in hand, a lawyer can tell.", "No es un no: con los datos, un abogado o una abogada puede decirlo."},
		{"not yet.", "todavía no."},
		{"Something has to happen first.", "Primero tiene que ocurrir algo."},
		{"a lawyer needs to read this one.", "este caso necesita revisión legal."},
		{"That is not a no: the law leaves a question open here, or the choice is a lawyer's to make.", "No es un no: la ley deja aquí una pregunta abierta, o hay que elegir con ayuda legal."},
		{"not available in Mississippi.", "no disponible en Mississippi."},
		{"The case was in another system of courts, and only that system can clear its own record.", "El caso fue en otro sistema de tribunales, y solo ese sistema puede limpiar su propio registro."},
		{"not available under the law as this packet knows it.", "no disponible según la ley que este paquete conoce."},
		{"Which paper proves it, and where to get it", "Qué papel lo prueba, y dónde se consigue"},
		{"What would change it", "Qué lo cambiaría"},
		{"What a lawyer has to decide", "Lo que se decide en la revisión legal"},
		{"What the answer turns on", "De qué depende la respuesta"},
		{"It settles:", "Aclara:"},
		{"A lawyer can draft the petition.", "Un abogado o una abogada puede redactar la petición."},
		{"Nothing in the case file stands in its way today.", "Nada del expediente lo impide hoy."},
		{"If the lawyer decides to go on, the office can have a draft petition made for that lawyer.", "Si la revisión legal decide seguir, la oficina puede preparar un borrador de la petición para esa revisión."},
		{"This packet cannot draft a petition of the kind that may be needed; a lawyer can.", "Este paquete no puede redactar la clase de petición que puede hacer falta; un abogado o una abogada sí."},
		{"Ask a lawyer or legal aid office where the case was about that place's own law.", "Pregunte a un abogado, una abogada o una oficina de ayuda legal del lugar donde fue el caso por la ley de allí."},
		{"Keep the papers of the case; they will be asked for.", "Guarde los papeles del caso; se los pedirán."},
		{"Put the date in a calendar and keep this sheet.", "Anote la fecha en un calendario y guarde esta hoja."},
		{"Gather the papers on the checklist now; some take weeks to get.", "Reúna desde ahora los papeles de la lista; algunos tardan semanas."},
		{"Start with the first thing on the list above, and ask for a paper that proves it.", "Empiece por lo primero de la lista de arriba y pida un papel que lo pruebe."},
		{"Come back when it is done, and have the papers made then.", "Vuelva cuando esté hecho; entonces se preparan los papeles."},
		{"Take this packet to one of the offices below.", "Lleve este paquete a una de las oficinas de abajo."},
		{"The worksheet shows the lawyer exactly where the question is.", "La hoja de trabajo muestra a quien la revise dónde está exactamente la pregunta."},
		{"The worksheet names the section and shows what was found.", "La hoja de trabajo nombra la sección y muestra lo que se encontró."},
		{"Check the papers against the facts above; a mistake in the record can be corrected.", "Compare los papeles con los datos de arriba; un error en el registro se puede corregir."},
		{"Ask a lawyer whether another kind of relief is open. (A pardon is one, but it does not by itself expunge a record.)", "Pregunte a un abogado o una abogada si hay otro camino. (Un indulto es uno, pero por sí solo no elimina un registro.)"},
		{"The law may have changed by then.", "La ley puede haber cambiado para entonces."},
		{"Finish the sentence and every payment first.", "Primero termine la sentencia y todos los pagos."},
		{"The wait is counted from the last of them, and the first safe day can then be told.", "El plazo se cuenta desde lo último, y entonces se puede saber el primer día seguro."},
		{"Wait for the appeal to be decided, and get the order that decides it.", "Espere a que se decida la apelación y pida la orden que la decide."},
	}
}

// reasonsSpanish are the reasons that the rules give most often. Others stay in English.
func reasonsSpanish() [][2]string {
	return [][2]string{
		{"All fines and costs are paid.", "Todas las multas y costas están pagadas."},
		{"Fines or costs are still owed.", "Todavía se deben multas o costas."},
		{"Every term of the sentence is completed.", "Todas las partes de la sentencia están cumplidas."},
		{"No charge is pending in any court.", "No hay ningún cargo pendiente en ningún tribunal."},
		{"No later conviction is on the record.", "No hay ninguna condena posterior en el registro."},
		{"The record shows no earlier felony expunction.", "El registro no muestra otra eliminación de un delito grave."},
		{"The judgment has been entered, and no appeal is recorded.", "La sentencia está registrada, y no consta una apelación."},
		{"After a trial the conviction is set aside and the court expunges of its own motion; after a plea the case is dismissed, and the section says nothing of expunging it.", "Después de un juicio, la condena se deja sin efecto y el tribunal la elimina por sí mismo; después de aceptar la culpa (“plea”), el caso se desestima y la sección no dice nada de eliminarlo."},
		{"A later conviction does not bar the petition by the words of the statute, but it goes to rehabilitation.", "Según las palabras de la ley, una condena posterior no impide la petición, pero cuenta para la rehabilitación."},
		{"A nonadjudication does not by itself expunge.", "Una suspensión del fallo (“nonadjudication”) no elimina por sí sola el registro."},
		{"The attorney general has said that the court may act on petition or of its own motion (Op. Shirley, 2001); which section and which court is unsettled.", "La procuraduría del estado (“attorney general”) ha dicho que el tribunal puede actuar a petición o por sí mismo (Op. Shirley, 2001); no está resuelto qué sección ni qué tribunal."},
		{"The file does not say which it was; the order must be read.", "El expediente no dice cuál fue; hay que leer la orden."},
		{"there is no expunction without a statute (Caldwell v. State, 564 So. 2d 1371 (Miss. 1990)), and each statute speaks of the court that had the case; ask about that jurisdiction's own law.", "no hay eliminación sin una ley (Caldwell v. State, 564 So. 2d 1371 (Miss. 1990)), y cada ley habla del tribunal que tuvo el caso; pregunte por la ley de ese lugar."},
	}
}

func papersSpanish() [][2]string {
	return [][2]string{
		{"the judgment and the sentencing order", "la sentencia y la orden de sentencia (“judgment” y “sentencing order”)"},
		{"the certified order or docket entry that ended the case", "la orden o anotación certificada que terminó el caso"},
		{"the docket sheet", "la hoja de actuaciones (“docket sheet”)"},
		{"the charging paper (affidavit, information or indictment)", "el documento de acusación (“affidavit”, “information” o “indictment”)"},
		{"a zero-balance statement", "una constancia de saldo cero (“zero balance”)"},
		{"the discharge or completion paper", "la constancia de cumplimiento (“discharge” o “completion”)"},
		{"the certificate of completion and the statement of fees", "el certificado de que se completó y el estado de cuotas"},
		{"the arrest record", "el registro del arresto"},
		{"the driving record with any test result", "el historial de manejo con el resultado de cualquier prueba"},
		{"the fingerprint-based state record of the person's own history", "los antecedentes propios del estado, con huellas digitales"},
		{"the petitioner", "usted"},
		{"the Mississippi Department of Public Safety", "el “Mississippi Department of Public Safety”"},
		{"the Mississippi Criminal Information Center (Department of Public Safety)", "el “Mississippi Criminal Information Center” (“Department of Public Safety”)"},
		{"the judgment of the other conviction", "la sentencia de la otra condena"},
		{"the docket sheet of the pending charge", "la hoja de actuaciones del cargo pendiente"},
		{"the order that gave the earlier relief", "la orden del beneficio anterior"},
		{"the clerk of the court that gave it", "la secretaría del tribunal que lo dio"},
		{"was a public office ever held", "si alguna vez ejerció un cargo público"},
		{"the court's papers on the charge", "los papeles del tribunal sobre el cargo"},
		{"the order that placed the case in the program", "la orden que envió el caso al programa"},
		{"did the conviction relate to the duties of a public office", "si la condena tuvo relación con un cargo público"},
		{"the pardon, if there was one", "el indulto, si lo hubo"},
		{"the arresting agency or the jail", "la agencia que hizo el arresto o la cárcel"},
		{"the Mississippi Department of Corrections, or the probation office that supervised the sentence", "el “Mississippi Department of Corrections” o la oficina de “probation” que supervisó la sentencia"},
	}
}
