// Package petition holds the facts of one matter: the person, the whole record,
// and each charge with its disposition and sentence.
//
// A [Case] is a plain value. It says nothing about law and nothing about paper;
// package rules reads it to assess, package forms to compose. Every field has
// one name, its [Path], which the case file, the clients file, the interview,
// the diagnostics and the rules all share. The names are the `fact` tags below.
//
// Nothing here is required to be known. The zero value of every field means
// "not stated", and a fact may also be stated to be unknown; the two are kept
// apart where the difference matters (see [Answer] and [Date]).
package petition

// Case is everything known about one matter.
type Case struct {
	ID         string   `fact:"case" label:"Case id" validate:"omitempty,caseid"`
	Petitioner Person   `fact:"petitioner"`
	Record     Record   `fact:"record"`
	Charges    []Charge `fact:"charges" validate:"max=200,dive"`
	Showing    Showing  `fact:"showing"`
	Filing     Filing   `fact:"filing"`
	Notes      string   `fact:"notes" label:"Notes for the worksheet" validate:"max=4000"`
}

// Record is what is known of the person's record beyond the charges of the case.
type Record struct {
	// Complete says that every conviction, pending charge and earlier relief,
	// in any court and state, is in the file. Routes that depend on the whole
	// record cannot be answered until it is yes.
	Complete         Answer            `fact:"complete" label:"Is the whole record in this file?"`
	PublicOfficial   Answer            `fact:"public_official" label:"Ever held public office?"`
	OtherConvictions []OtherConviction `fact:"other_convictions" validate:"max=200,dive"`
	EarlierRelief    []EarlierRelief   `fact:"earlier_relief" validate:"max=200,dive"`
	PendingCharges   []PendingCharge   `fact:"pending_charges" validate:"max=200,dive"`
}

// OtherConviction is a conviction for which nothing is asked in this file.
type OtherConviction struct {
	Offense string  `fact:"offense" label:"Offense" validate:"max=200"`
	Section Section `fact:"section" label:"Code section"`
	Grade   Grade   `fact:"grade" label:"Grade"`
	Date    Date    `fact:"date" label:"Date of conviction"`
	State   string  `fact:"state" label:"State" validate:"omitempty,usstate"`
	Court   Court   `fact:"court"`
	Event   string  `fact:"event" label:"Event" validate:"max=40"`
}

// EarlierRelief is an expunction, diversion or like relief the person already had.
type EarlierRelief struct {
	Kind    ReliefKind `fact:"kind" label:"Kind of relief"`
	Of      ReliefOf   `fact:"of" label:"What the relief was for"`
	Section Section    `fact:"section" label:"Section it was given under"`
	Date    Date       `fact:"date" label:"Date of the order"`
	Event   string     `fact:"event" label:"Event" validate:"max=40"`
}

// PendingCharge is a charge still open in any court.
type PendingCharge struct {
	Offense string  `fact:"offense" label:"Offense" validate:"max=200"`
	Section Section `fact:"section" label:"Code section"`
	Grade   Grade   `fact:"grade" label:"Grade"`
	Court   Court   `fact:"court"`
}

// Showing is what the petitioner wishes to tell the court, in the petitioner's own words.
type Showing struct {
	Rehabilitation string `fact:"rehabilitation" label:"Rehabilitation" validate:"max=4000"`
	GoodConduct    string `fact:"good_conduct" label:"Good conduct" validate:"max=4000"`
	BestInterest   string `fact:"best_interest" label:"Best interest of society" validate:"max=4000"`
}

// Filing is what has happened, or is set to happen, with the petition itself.
type Filing struct {
	CauseNumber        string `fact:"cause_number" label:"Cause number given to the petition" validate:"max=60"`
	FiledOn            Date   `fact:"filed_on" label:"Date the petition was filed"`
	ProsecutorServedOn Date   `fact:"prosecutor_served_on" label:"Date the prosecutor was served"`
	HearingOn          Date   `fact:"hearing_on" label:"Date of the hearing"`
}
