package forms

import (
	"strings"
	"sync"

	"expunge/petition"
)

// spanishTerm is a word of a closed list of the case file. A word it does not have stays
// in English.
func spanishTerm(word string) string {
	if s := spanishTerms()[word]; s != "" {
		return s
	}
	return strings.ReplaceAll(word, "_", " ")
}

// spanishTerms are nouns where English has participles, so that they fit any subject.
var spanishTerms = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"yes": "sí", "no": "no", "unknown": "no se sabe", "none": "ninguna", "en": "inglés", "es": "español",
		"felony": "delito grave", "misdemeanor": "delito menor", "traffic": "infracción de tránsito",
		"circuit": "de circuito", "county": "del condado", "justice": "de justicia", "municipal": "municipal", "youth": "de menores",
		"federal": "federal", "tribal": "tribal", "military": "militar", "out_of_state": "de otro estado",
		"first": "primero", "second": "segundo", "city": "ciudad", "town": "pueblo", "village": "villa",
		"expunction": "eliminación del registro", "nonadjudication": "suspensión del fallo", "conditional_discharge": "descargo condicional",
		"pretrial_intervention": "intervención previa al juicio", "intervention_court": "tribunal de intervención", "traffic_school": "curso de tránsito",
		"vacatur": "anulación de la condena", "dui": "DUI", "drug": "drogas", "nonconviction": "caso sin condena",
		"arrest": "arresto", "citation": "citación",
		"affirmed": "confirmación", "reversed": "revocación", "pending": "pendiente",
		"convicted": "condena", "acquitted": "absolución en juicio", "not_guilty_insanity": "absolución por incapacidad mental", "dismissed": "desestimación",
		"nolle_prosequi": "retiro de la acusación", "no_bill": "sin acusación del gran jurado", "retired_to_file": "archivo del caso", "no_disposition": "sin resolución",
		"uncharged": "sin cargo presentado", "nonadjudicated": "suspensión del fallo", "veterans_court": "tribunal para veteranos", "mental_health_court": "tribunal de salud mental",
		"adjudicated_delinquent": "declaración de delincuencia juvenil", "not_delinquent": "sin declaración de delincuencia juvenil",
		"have": "ya está", "need": "falta",
	}
})

// spanishLabel is the plain name of a field in Spanish: of its whole path, or else of the
// end of its path, for the parts that many fields share. A field it does not have keeps
// its English name.
func spanishLabel(p petition.Path) string {
	at := string(p.Pattern())
	for {
		if s := spanishLabels()[at]; s != "" {
			return s
		}
		_, rest, more := strings.Cut(at, ".")
		if !more {
			return p.Label()
		}
		at = rest
	}
}

var spanishLabels = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"case": "Clave del caso en la clínica", "notes": "Notas para la hoja de trabajo",
		"petitioner.name": "Nombre completo", "name.first": "Nombre", "name.middle": "Segundo nombre", "name.last": "Apellidos", "name.suffix": "Sufijo (Jr., Sr., III)",
		"other_names[]": "Otros nombres que aparecen en el registro", "date_of_birth": "Fecha de nacimiento",
		"address.street": "Calle y número", "address.city": "Ciudad", "address.state": "Estado", "address.zip": "Código postal (ZIP)", "address.county": "Condado",
		"phone": "Teléfono", "email": "Correo electrónico", "language": "Idioma del resumen",
		"ssn": "Número de Seguro Social", "state_id": "Número de identificación del estado", "race": "Raza, según el registro", "sex": "Sexo, según el registro",
		"counsel.name": "Nombre de quien representa a la persona", "counsel.bar_number": "Número de licencia (“Mississippi Bar number”)", "counsel.firm": "Bufete u organización",

		"record.complete": "¿Están todos los antecedentes en este expediente?", "record.public_official": "¿Ha ejercido alguna vez una función pública (“public office”)?",
		"offense": "Delito", "section": "Sección del Código (“Code section”)", "grade": "Clase de delito", "event": "Suceso (misma letra si fue el mismo)", "state": "Estado",
		"other_convictions[].date": "Fecha de la condena",
		"court.level":              "Tipo de tribunal", "court.county": "Condado", "court.district": "Distrito judicial del condado", "court.city": "Ciudad, pueblo o villa",
		"court.municipality": "¿Es ciudad, pueblo o villa?", "court.state": "Estado",
		"earlier_relief[].kind": "Tipo de beneficio", "earlier_relief[].of": "A qué se aplicó", "earlier_relief[].section": "Sección en que se basó", "earlier_relief[].date": "Fecha de la orden",

		"cause_number": "Número de causa (“cause number”)", "plaintiff": "Parte acusadora, como en el “docket”",
		"prosecutor.name": "Fiscal (nombre)", "prosecutor.office": "Fiscalía",
		"lower_court.cause_number": "Número de causa en el tribunal inferior", "appeal.cause_number": "Número de causa de la apelación",
		"appeal.outcome": "Resultado de la apelación", "appeal.date": "Fecha en que se decidió la apelación",
		"ordinance": "Ordenanza municipal", "charged.offense": "Delito de la acusación", "charged.section": "Sección de la acusación", "charged.grade": "Clase del delito de la acusación",
		"count": "Número del cargo (“count”)", "offense_date": "Fecha de los hechos",
		"arrest.kind": "¿Arresto o citación?", "arrest.date": "Fecha del arresto", "arrest.name": "Nombre usado en el arresto", "arrest.agency": "Agencia que hizo el arresto",
		"agency_number": "Número de caso de la agencia", "tracking_number": "Número de seguimiento del arresto (“tracking number”)", "arrest.place": "Lugar del arresto", "released": "¿Quedó en libertad después del arresto?",
		"indicted": "¿Hubo acusación del gran jurado (“indictment”)?", "indictment_date": "Fecha de la acusación del gran jurado (“indictment”)",
		"outcome": "Cómo terminó el cargo", "outcome_date": "Fecha de la sentencia o de la orden que desestimó el cargo", "outcome_wording": "Palabras exactas de la orden",
		"sentence.date": "Fecha en que se dictó la pena", "all_terms_complete": "¿Se cumplieron todas las partes de la sentencia?", "terms_completed": "Fecha en que se cumplió la última parte",
		"supervision_ends": "Fecha en que terminó o terminará la supervisión", "payments_completed": "Fecha del último pago", "fines_costs_paid": "¿Se pagaron todas las multas y costas?",
		"balance_due": "Saldo pendiente", "restitution_paid": "¿Se pagó la restitución?",
		"crime_of_violence_finding": "¿Dice la orden de sentencia que fue un delito violento (“crime of violence”)?",
		"statutory_rape_rebutted":   "¿Se refutó en una audiencia la clasificación de delito violento?",
		"diversion.under":           "Sección del programa", "diversion.completed": "¿Se completó el programa?", "diversion.fees_paid": "¿Se pagaron o perdonaron las multas y cuotas del programa?",
		"sentenced_at_plea": "¿Se dictó la pena al aceptar la culpa (“plea”)?", "diversion.ended": "Fecha en que terminó el programa",
		"dui.bac": "Nivel de alcohol en la sangre", "refused_test": "¿Se negó a hacer la prueba?", "dui.drug": "¿Hubo una droga distinta del alcohol?", "justification": "Justificación para el tribunal",
		"commercial_license": "¿Tenía licencia comercial en la fecha de los hechos?", "in_vehicle": "¿Había marihuana en el área de pasajeros de un vehículo?",
		"official_duty": "¿Tuvo que ver la condena con una función pública?", "pardoned": "Fecha de un indulto", "after_reversal": "¿Terminó así después de una revocación en apelación?",
		"trafficking_survivor":    "¿Ocurrió mientras la persona era víctima de trata, y por esa causa?",
		"registrable_sex_offense": "¿Exige el delito inscribirse en el registro de delitos sexuales?", "identity_theft": "¿Lo causó otra persona que usó este nombre?",
		"keepers[]":       "Otras oficinas que guardan el registro",
		"papers.charging": "Documento de acusación (“charging paper”)", "papers.disposition": "Resolución certificada (“certified disposition”)", "papers.sentencing_order": "Orden de sentencia (“sentencing order”)",
		"papers.discharge": "Constancia de cumplimiento (“discharge”)", "papers.docket_sheet": "Hoja de actuaciones (“docket sheet”)", "papers.zero_balance": "Constancia de saldo cero (“zero balance”)",
		"ask":                    "¿Se pide eliminar este cargo del registro?",
		"showing.rehabilitation": "Rehabilitación", "showing.good_conduct": "Buena conducta", "showing.best_interest": "El bien de la sociedad",
		"filing.cause_number": "Número de causa que recibió la petición", "filing.filed_on": "Fecha en que se presentó la petición",
		"prosecutor_served_on": "Fecha en que se entregó a la fiscalía", "hearing_on": "Fecha de la audiencia",
	}
})
