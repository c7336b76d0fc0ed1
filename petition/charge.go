package petition

import "strings"

// Charge is one count with its disposition and sentence. Offense, Section and
// Grade are those of conviction, or of the charge disposed of without one.
type Charge struct {
	CauseNumber       string     `fact:"cause_number" label:"Cause number" validate:"max=60"`
	Plaintiff         string     `fact:"plaintiff" label:"Plaintiff as on the docket" validate:"max=120"`
	Court             Court      `fact:"court"`
	Prosecutor        Prosecutor `fact:"prosecutor"`
	LowerCourt        LowerCourt `fact:"lower_court"`
	Appeal            Appeal     `fact:"appeal"`
	Offense           string     `fact:"offense" label:"Offense" validate:"max=200"`
	Section           Section    `fact:"section" label:"Code section"`
	Ordinance         string     `fact:"ordinance" label:"City ordinance" validate:"max=120"`
	Grade             Grade      `fact:"grade" label:"Grade"`
	Charged           ChargedAs  `fact:"charged"`
	Count             string     `fact:"count" label:"Count" validate:"max=20"`
	Event             string     `fact:"event" label:"Event" validate:"max=40"`
	OffenseDate       Date       `fact:"offense_date" label:"Date of the offense"`
	Arrest            Arrest     `fact:"arrest"`
	Indicted          Answer     `fact:"indicted" label:"Was there an indictment?"`
	IndictmentDate    Date       `fact:"indictment_date" label:"Date of the indictment"`
	Outcome           Outcome    `fact:"outcome" label:"How the charge ended"`
	OutcomeDate       Date       `fact:"outcome_date" label:"Date of the judgment or dismissing order"`
	OutcomeWording    string     `fact:"outcome_wording" label:"The order's own words" validate:"max=400"`
	Sentence          Sentence   `fact:"sentence"`
	Diversion         Diversion  `fact:"diversion"`
	DUI               DUI        `fact:"dui"`
	CommercialLicense Answer     `fact:"commercial_license" label:"Commercial license at the time of the offense?"`
	InVehicle         Answer     `fact:"in_vehicle" label:"Marijuana in the passenger area of a vehicle?"`
	OfficialDuty      Answer     `fact:"official_duty" label:"Conviction related to duties of a public office?"`
	// Pardoned is the day of a pardon. A pardon opens no route to expunction by itself.
	Pardoned              Date     `fact:"pardoned" label:"Date of a pardon"`
	AfterReversal         Answer   `fact:"after_reversal" label:"Ended this way after a reversal on appeal?"`
	TraffickingSurvivor   Answer   `fact:"trafficking_survivor" label:"Committed while, and because, trafficked?"`
	RegistrableSexOffense Answer   `fact:"registrable_sex_offense" label:"Offense that requires sex-offender registration?"`
	IdentityTheft         Answer   `fact:"identity_theft" label:"Entered in this name by someone else?"`
	Keepers               []string `fact:"keepers" label:"Other offices that hold the record" validate:"max=20,dive,max=120"`
	Papers                Papers   `fact:"papers"`
	Ask                   Answer   `fact:"ask" label:"Ask for this charge to be expunged?"`
}

// Prosecutor is who is served with the petition.
type Prosecutor struct {
	Name    string  `fact:"name" label:"Prosecutor's name" validate:"max=120"`
	Office  string  `fact:"office" label:"Prosecutor's office" validate:"max=120"`
	Address Address `fact:"address"`
}

// LowerCourt is where a case began before it was bound over.
type LowerCourt struct {
	Court       Court  `fact:"court"`
	CauseNumber string `fact:"cause_number" label:"Cause number in the lower court" validate:"max=60"`
}

// Appeal is what became of the case on appeal.
type Appeal struct {
	Court       Court         `fact:"court"`
	CauseNumber string        `fact:"cause_number" label:"Cause number of the appeal" validate:"max=60"`
	Outcome     AppealOutcome `fact:"outcome" label:"Outcome of the appeal"`
	Date        Date          `fact:"date" label:"Date the appeal was decided"`
}

// IsZero reports whether no appeal is known.
func (a Appeal) IsZero() bool { return a == Appeal{} }

// ChargedAs is the offense charged, when the conviction is for something else.
type ChargedAs struct {
	Offense string  `fact:"offense" label:"Offense charged" validate:"max=200"`
	Section Section `fact:"section" label:"Code section charged"`
	Grade   Grade   `fact:"grade" label:"Grade charged"`
}

// Arrest is how the person came before the court.
type Arrest struct {
	Kind           ArrestKind `fact:"kind" label:"Arrest or citation?"`
	Date           Date       `fact:"date" label:"Date of arrest"`
	Name           string     `fact:"name" label:"Name given at arrest" validate:"max=120"`
	Agency         string     `fact:"agency" label:"Arresting agency" validate:"max=120"`
	AgencyNumber   string     `fact:"agency_number" label:"Agency case number" validate:"max=60"`
	TrackingNumber string     `fact:"tracking_number" label:"Arrest tracking number" validate:"max=60"`
	Place          string     `fact:"place" label:"Place of arrest" validate:"max=120"`
	Released       Answer     `fact:"released" label:"Released after the arrest?"`
}

// Sentence is the sentence of a conviction and how far it has been carried out.
type Sentence struct {
	Date Date `fact:"date" label:"Date of sentence"`
	// AllTermsComplete covers custody, supervision, restitution and programs;
	// fines and costs are asked apart.
	AllTermsComplete  Answer      `fact:"all_terms_complete" label:"Every term of the sentence completed?"`
	TermsCompleted    Date        `fact:"terms_completed" label:"Date the last term was completed"`
	SupervisionEnds   Date        `fact:"supervision_ends" label:"Date supervision ended or will end"`
	PaymentsCompleted Date        `fact:"payments_completed" label:"Date the last payment was made"`
	FinesCostsPaid    Answer      `fact:"fines_costs_paid" label:"All fines and court costs paid?"`
	BalanceDue        Money       `fact:"balance_due" label:"Balance due"`
	RestitutionPaid   Restitution `fact:"restitution_paid" label:"Restitution paid?"`
	// CrimeOfViolenceFinding asks whether the finding of section 97-3-2(2) stands in the sentencing order.
	CrimeOfViolenceFinding Answer `fact:"crime_of_violence_finding" label:"Crime-of-violence finding in the sentencing order?"`
	StatutoryRapeRebutted  Answer `fact:"statutory_rape_rebutted" label:"Crime-of-violence classification rebutted at a hearing?"`
}

// Diversion is a nonadjudication, intervention or like program.
type Diversion struct {
	Under           Section `fact:"under" label:"Section of the program"`
	Completed       Answer  `fact:"completed" label:"Program completed?"`
	FeesPaid        Answer  `fact:"fees_paid" label:"Program fines and fees paid or waived?"`
	SentencedAtPlea Answer  `fact:"sentenced_at_plea" label:"Sentenced at the plea?"`
	Ended           Date    `fact:"ended" label:"Date the program ended"`
}

// DUI is what section 63-11-30(13) asks about a first offense of driving under the influence.
type DUI struct {
	BAC           BAC    `fact:"bac" label:"Blood alcohol result"`
	RefusedTest   Answer `fact:"refused_test" label:"Refused a test?"`
	Drug          Answer `fact:"drug" label:"Involved a drug other than alcohol?"`
	Justification string `fact:"justification" label:"Justification for the court" validate:"max=4000"`
}

// Papers says which papers the petitioner has in hand.
type Papers struct {
	Charging        Paper `fact:"charging" label:"Charging paper"`
	Disposition     Paper `fact:"disposition" label:"Certified disposition"`
	SentencingOrder Paper `fact:"sentencing_order" label:"Sentencing order"`
	Discharge       Paper `fact:"discharge" label:"Discharge or completion paper"`
	DocketSheet     Paper `fact:"docket_sheet" label:"Docket sheet"`
	ZeroBalance     Paper `fact:"zero_balance" label:"Zero-balance statement"`
}

// EventKey returns the label of an event as labels are compared: without regard to
// case and to spaces around or between words.
func EventKey(label string) string { return strings.ToLower(strings.Join(strings.Fields(label), " ")) }

// Asked reports whether relief is asked for: it is, unless the file says no.
// "unknown" counts as asked, so that nothing is dropped in silence.
func (c Charge) Asked() bool { return c.Ask != No }

// Judgment returns the day clocks "from conviction" run from: the later of the
// judgment and the sentence, as far as they are known. It is zero when neither is.
func (c Charge) Judgment() Date { return Latest(c.OutcomeDate, c.Sentence.Date) }
