package forms

import (
	"strings"

	"expunge/petition"
)

// boxWords are a box to tick and the note under it.
type boxWords struct{ what, why string }

// checklistWords is the clinic checklist in one language: every sentence stands in each
// of them, in checklistEnglish and in checklistSpanish. A %s takes the words that its
// comment names.
type checklistWords struct {
	language    petition.Language
	title       string
	court       string // that papers for the court are in English; empty in English
	caseNumber  string // takes the id
	asOf, lawOf string // take a day
	disclaimer  string

	everyone      []boxWords
	fees, letters boxWords // where a petition may be filed
	idShown       string   // for the ID, where nobody swears an oath

	forEveryone, forConviction, forNoConviction, forSome, forRecord string // headings
	charge                                                          string // takes the number and the offense
	noOffense                                                       string

	checkEnding, checkSentence                                                                            boxWords
	driving, bloodTest, justification, programEnd, programFees                                            boxWords
	sentencing, judgment, ending, charging, indictment, docket, uncharged, openDocket, account, discharge boxWords
	violence                                                                                              string // stands after the note of the sentencing order of a felony
	stillOwed                                                                                             string // takes a sum
	inHand, noneThere                                                                                     string

	complete, ownRecord, anyEarlier, earlier boxWords // earlier takes the relief
	earlierRelief, reliefOn                  string   // a relief of no known kind; the relief and its day
	recordFiled                              string   // stands after the note of the own record, where it may be an exhibit

	missingTitle, missingNone, missingSome, missingConfidential string // the last takes the labels
	aboutLawyer, aboutRecord, aboutFiling, aboutYou             string
	prosecutorAddress, address, ownWords, whereBegan            string // the last two take a label
	supplier                                                    map[supplying]string

	notReadyTitle                      string
	notReady                           boxWords
	beforeTitle, afterTitle, doneTitle string

	blackedOut, filledIn, signed, signedByLawyer, notarized, copies, sealed, clerkTold, attorneyKnown boxWords // signed take what asks; clerkTold the cause number
	courtKnown, noCountyCourt, cityIn                                                                 string   // noCountyCourt takes a county; cityIn a municipality and its counties
	lettered, affidavit, copiesForTwo, servedOnTwo                                                    boxWords // lettered takes what asks; servedOnTwo that and what goes with it
	causeNumber, newCauseNumber                                                                       string   // the first takes what asks

	stamped, served, certified, heard, notHeard                    boxWords // stamped takes what asks; served that and what goes with it
	noticeMisdemeanor, noticeFelony, noticeLower, atHearing        boxWords
	ordered, certifiedCopies, recordsCenter, safety, shown, keepIt boxWords
	whoElseTitle                                                   string
	whoElse                                                        []string
	stopTitle                                                      string
	stop                                                           []string

	phrase  map[string]string // what the papers call what asks, and what is served with it
	facts   factWords
	outcome func(petition.Outcome) string
	where   func(petition.Court) string
	date    func(petition.Date) string
	label   func(petition.Path) string
	term    func(string) string // a word of a closed list
}

// factWords are the parts of a line about a charge. Each takes the fact; on takes how the
// charge ended and the day.
type factWords struct{ cause, section, count, ordinance, on string }

// supplying is who is likely to know a fact.
type supplying int8

const (
	lawyerKnows supplying = iota
	youKnow
	testReport
	programKnows
	stateRecord
	clerkGives
	clerkKnows
	arrestPapers
	accountStatement
	sentencingOrder
	dischargePaper
	prosecutorKnows
	docketOrJudgment
)

// checklistIn returns the words in a language; English where there are no others.
func checklistIn(l petition.Language) checklistWords {
	if l == petition.Spanish {
		return checklistSpanish()
	}
	return checklistEnglish()
}

func checklistEnglish() checklistWords {
	w := checklistWords{
		language:   petition.English,
		title:      "Clinic checklist",
		caseNumber: "Case %s",
		asOf:       "as of %s",
		lawOf:      "law as of %s",
		disclaimer: disclaimerText,

		everyone: []boxWords{
			{"Photo ID", "The notary must see it before you sign on oath."},
			{"Every court paper you have, also old or torn ones", "A cause number or a date on one of them can save a trip."},
			{"A mailing address, telephone and e-mail where the court can reach you safely", "They stand on the papers that are filed, which others may read. Say so if that is a danger to you."},
			{"Proof of income and how many people live in the household", "For free legal help, and if you ask the clerk about a pauper's affidavit."},
		},
		fees:    boxWords{"Money for the fees, in a form the clerk takes", "Ask first: exact cash, money order, cashier's check or card. See the fee notice."},
		letters: boxWords{"Letters from people who know you, signed, with a telephone number", "Some courts like character letters or affidavits. They are not required by the statute."},
		idShown: "The clerk and the court may ask for it.",

		forEveryone:     "For everyone",
		forConviction:   "For each case that ended in a conviction",
		forNoConviction: "For each case that ended without one",
		forSome:         "Besides, for some cases",
		forRecord:       "Your whole record",
		charge:          "Charge %s: %s",
		noOffense:       "offense not yet known",

		phrase: map[string]string{
			"petition": "petition", "motion": "motion", "petition or motion": "petition or motion",
		},
		facts:   factWords{"Cause No. %s", "§ %s", "Count %s", "ordinance %s", "%s %s"},
		outcome: outcomeWords,
		where:   courtWords,
		date:    petition.Date.Long,
		label:   petition.Path.Label,
		term:    func(s string) string { return strings.ReplaceAll(s, "_", " ") },
	}
	w.englishPapers()
	w.englishRecord()
	w.englishFiling()
	return w
}

func (w *checklistWords) englishPapers() {
	w.checkEnding = boxWords{"Judgment or order that ended the case", "It shows the offense and the section the answer rests on. Check them; a wrong section changes the answer."}
	w.checkSentence = boxWords{"Sentencing order", "It shows what the judge found."}
	w.driving = boxWords{"DUI: your driving record, from the Mississippi Department of Public Safety", "It shows whether there is another DUI, and what license you held at the time. It is an exhibit."}
	w.bloodTest = boxWords{"DUI: the result of the test of blood or breath", "It must be below .16, where there is a result. It is an exhibit."}
	w.justification = boxWords{"DUI: why the conviction should be expunged, in your own words", "The section calls it the justification. The judge states it in the order."}
	w.programEnd = boxWords{"Program: certificate, letter or order that shows you completed it", "From the program, the supervising officer or the clerk. It shows that every condition was met, and when. It is an exhibit."}
	w.programFees = boxWords{"Program: receipts for its fines and fees, or the order that waived them", "Some sections ask that they be paid or waived."}
	w.sentencing = boxWords{"Sentencing order", "It shows what was ordered, and when."}
	w.violence = "Look for a finding that the offense was a crime of violence (§ 97-3-2(2)): only this paper shows it, and it decides."
	w.judgment = boxWords{"Judgment of conviction, certified by the clerk", "It shows the offense, the section and the date. It is an exhibit."}
	w.ending = boxWords{"Order or docket entry that ended the case, certified by the clerk", "It must show how the case ended, in the court's own words. It is an exhibit."}
	w.charging = boxWords{"Charging paper (affidavit, information or indictment)", "It shows what was charged. It is an exhibit."}
	w.indictment = boxWords{"Indictment", "It shows what was charged. It is an exhibit."}
	w.docket = boxWords{"Clerk's docket sheet", "It shows every step of the case. It is an exhibit."}
	w.uncharged = boxWords{"Statement of the clerk that no charge was filed", "There is no docket sheet where no charge was filed. Ask the clerk for a letter. It is an exhibit."}
	w.openDocket = boxWords{"Clerk's docket sheet, certified by the clerk", "It shows that nothing ended the charge, or that none was filed. It is an exhibit."}
	w.account = boxWords{"Zero-balance statement or receipts from the clerk", "It shows that fines and costs are paid."}
	w.stillOwed = "By the case file %s is still owed."
	w.discharge = boxWords{"Discharge or completion paper", "It shows the day the last term of the sentence was done: release, probation, post-release supervision, restitution, programs."}
	w.inHand = "In hand."
	w.noneThere = "The case file says there is none. Ask the clerk for a letter that says so."
}

func (w *checklistWords) englishRecord() {
	w.complete = boxWords{"Every conviction, every pending charge and every earlier expunction or diversion, in any court and any state, is in this file", "The court will look. Leaving something out can undo an order later."}
	w.ownRecord = boxWords{"Your own state record, if anything is in doubt", "From the Mississippi Criminal Information Center: fingerprints and a signed release form. One guide gives $32 for a check by name; it is undated, so confirm. A sheriff's local check is not the same."}
	w.recordFiled = "Some courts want to see it with this petition, and it has a letter among the exhibits. It lists every case, so ask the clerk first. File it only if the court wants it, with the numbers and the full birth date blacked out."
	w.anyEarlier = boxWords{"The order of any earlier expunction, nonadjudication, conditional discharge or intervention, if there was one", "It can decide whether you are a first offender, or whether the one felony expunction is used."}
	w.earlier = boxWords{"The order: %s", "It shows the section it was given under, which can decide."}
	w.earlierRelief = "earlier relief"
	w.reliefOn = "%s of %s"

	w.missingTitle = "Facts still missing"
	w.missingNone = "None. Every fact that decides, and every fact the papers to file need, is in the file."
	w.missingSome = "Each of these is a blank line in the papers, or a fact that could change the answer."
	w.missingConfidential = "Blank on the confidential sheet, to be filled in where known: %s."
	w.aboutLawyer, w.aboutRecord, w.aboutFiling, w.aboutYou = "The lawyer", "The whole record", "The filing", "About you"
	w.prosecutorAddress, w.address = "Prosecutor's address", "Address"
	w.ownWords, w.whereBegan = "%s, in your own words", "%s where the case began"
	w.supplier = map[supplying]string{
		lawyerKnows:      "The lawyer knows.",
		youKnow:          "You know.",
		testReport:       "The test report; write none if no result exists.",
		programKnows:     "The program, or the order that ended the case.",
		stateRecord:      "You, checked against your state record.",
		clerkGives:       "The clerk gives it when the petition is filed.",
		clerkKnows:       "The clerk.",
		arrestPapers:     "The arresting agency, the jail or the charging paper.",
		accountStatement: "The clerk: ask for a statement of account.",
		sentencingOrder:  "The sentencing order, from the clerk.",
		dischargePaper:   "The discharge paper, the supervising officer or the Department of Corrections.",
		prosecutorKnows:  "The clerk or the prosecutor's office.",
		docketOrJudgment: "The clerk: the docket sheet or the judgment.",
	}
}

func (w *checklistWords) englishFiling() {
	w.notReadyTitle = "Before a petition can be filed"
	w.notReady = boxWords{"The papers are made again", "When what is missing is in hand, the day has come or the lawyer has decided. Dates, amounts and the law may change in the meantime."}
	w.beforeTitle, w.afterTitle, w.doneTitle = "Before filing", "After filing", "After the order is signed"

	w.blackedOut = boxWords{"Social Security numbers and full birth dates are blacked out on every exhibit", "Keep one set that is not blacked out for yourself. The clerk does not check this for you."}
	w.filledIn = boxWords{what: "Each blank line is filled in, and every paragraph is true"}
	w.signed = boxWords{what: "The %s is signed and dated"}
	w.signedByLawyer = boxWords{what: "The %s is signed and dated by your lawyer"}
	w.notarized = boxWords{"The verification is signed in front of a notary", "The notary fills in the county, the date and the name, and puts the seal on."}
	w.copies = boxWords{"Copies are made: the original for the clerk, one for the judge, one for the prosecutor, one for you", "A suggestion; ask this clerk how many."}
	w.copiesForTwo = boxWords{"Copies are made: the original for the clerk, one for the judge, one for each of the two prosecutors, one for you", "A suggestion; ask this clerk how many, and whether both prosecutors are served. The section on a first DUI does not say."}
	w.lettered = boxWords{"Each exhibit bears, at the foot of its first page, the letter that the %s gives it", "If a paper cannot be had, cross out the words that say it is attached, and its line in the list of exhibits."}
	w.affidavit = boxWords{"Your affidavit, if you use it, is filled in and signed in front of a notary", "Whether to file it is for you to choose. Mark it on the certificate of service only if you do."}
	w.sealed = boxWords{"The confidential identifier sheet is in a sealed envelope of its own", "It is not attached to what is filed and not served."}
	w.clerkTold = boxWords{"The clerk has told you: the fee, how to pay it, %s, and how the judge wants the proposed order", "Courts on electronic filing take the proposed order as a word-processing file and not on paper."}
	w.causeNumber = "whether the %s gets a new cause number"
	w.newCauseNumber = "the new cause number, which goes on every paper, and whether the heading should read otherwise"
	w.attorneyKnown = boxWords{"The clerk has confirmed which district attorney serves the county, and the address", "Circuit court districts may change with redistricting."}
	w.courtKnown = "The clerk has confirmed that the case was in this court and this county"
	w.noCountyCourt = "The list of courts used for these papers has no county court in %s County."
	w.cityIn = "The list of places used for these papers has %s in: %s."

	w.stamped = boxWords{what: "Your copy of the %s bears the clerk's stamp"}
	w.served = boxWords{what: "The prosecutor has been given every paper that the certificate of service lists"}
	w.servedOnTwo = boxWords{what: "Both prosecutors on the certificate of service have been given every paper that it lists, or the one the clerk says is not served is crossed out"}
	w.certified = boxWords{"The certificate of service is filled in, signed and filed", "Sign it only when it has been done."}
	w.heard = boxWords{what: "The hearing date is known, and the notice of hearing is filled in, served and filed"}
	w.notHeard = boxWords{"The clerk has told you whether the judge decides on the papers or wants a hearing", "The section asks for none. If a day is set, have a notice of hearing made and served."}
	w.noticeMisdemeanor = boxWords{"First-offender misdemeanor petition: the prosecutor had the papers at least ten days before the hearing", "§ 99-19-71(1) sets no number of days. Some courts ask for ten, and it is the careful course."}
	w.noticeFelony = boxWords{"Felony petition: the district attorney had ten days' written notice before the hearing", "§ 99-19-71(2)(b). Day of service not counted; leave a wide margin."}
	w.noticeLower = boxWords{"Petition for misdemeanors of a justice or municipal court, after two years: the prosecutor had prior notice", "§ 9-11-15(3) and § 21-23-7(6) set no number of days. Serve early; some courts ask for ten."}
	w.atHearing = boxWords{what: "At the hearing: photo ID, your papers, and anyone who will speak for you"}

	w.ordered = boxWords{"The order is signed and on the clerk's docket", "It is not final until it is entered."}
	w.certifiedCopies = boxWords{"Certified copies: one each for you, the arresting agency, the sheriff or jail, and the records center", "A suggestion; more if other offices hold the record."}
	w.recordsCenter = boxWords{"A certified copy has gone to the Mississippi Criminal Information Center", "Ask the clerk when it was sent. The center can act only on what reaches it."}
	w.safety = boxWords{"DUI: the order has been forwarded to the Department of Public Safety", "§ 63-11-30(13)(c) gives five days from its entry. Ask the clerk."}
	w.shown = boxWords{what: "Some weeks later: your own state record shows that it was done"}
	w.keepIt = boxWords{"The certified copy is in a safe place", "Keep it for good. You may need to show it, and it tells what may still be asked."}

	w.whoElseTitle = "Who else brings what"
	w.whoElse = []string{
		"The clinic: a notary with seal and journal, a printer and copier, markers to black out numbers, envelopes, this list.",
		"The reviewing lawyer: the worksheet and the Code sections it names, in their present text.",
		"People who come along to speak for you: photo ID.",
	}
	w.stopTitle = "Stop and ask a lawyer first if"
	w.stop = []string{
		"you are not a citizen of the United States: immigration law has its own rules about old cases;",
		"a charge is pending anywhere, or a case against someone charged with you is still open;",
		"two papers about the case say different things, or the case was moved between courts;",
		"the prosecutor objects, or will not approve the order as to form;",
		"you hope to vote, own a firearm or hold a license again because of this: what an order changes there is unsettled.",
	}
}
