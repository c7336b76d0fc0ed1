package rules

import "expunge/petition"

// The table of offense names, by what the offense is against. Each line says only what
// its sources carry; offenses.md shows the same lines for reading.

var (
	aFelony      = []petition.Grade{petition.Felony}
	aMisdemeanor = []petition.Grade{petition.Misdemeanor}
	eitherGrade  = []petition.Grade{petition.Felony, petition.Misdemeanor}
	aTraffic     = []petition.Grade{petition.Traffic}
)

const (
	byValue = "a felony at $1,000 or more from July 1, 2014, and at $500 or more before it"
	readIt  = "the section was not read for this table"
)

var propertyOffenses = []Offense{
	{Name: "grand larceny", Also: []string{"larceny", "theft", "felony theft", "grand theft"}, Sections: code("97-17-41"), Grades: aFelony, Limits: byValue, Sources: []Source{fromAmounts, fromAmounts03, fromTheftGuide}},
	{Name: "petit larceny", Also: []string{"petty larceny", "larceny", "theft", "petty theft", "petit theft"}, Sections: code("97-17-43"), Grades: aMisdemeanor, Limits: "below $1,000 from July 1, 2014, and below $500 before it; a third conviction can be a felony", Sources: []Source{fromAmounts, fromAmounts03, fromTheftGuide}},
	{Name: "shoplifting", Also: []string{"shoplifting merchandise", "shoplifting first", "shoplifting second"}, Sections: code("97-23-93"), Grades: eitherGrade, Limits: byValue, Sources: []Source{fromAmounts, fromTheftBill, fromAmounts03}},
	{Name: "motor vehicle theft", Also: []string{"theft of a vehicle", "stolen vehicle", "larceny of a motor vehicle", "auto theft", "grand theft auto", "taking of a motor vehicle"}, Sections: code("97-17-42"), Grades: eitherGrade, Limits: "a felony at any value by the act of 2024; the value decided before it", Sources: []Source{fromCarTheft, fromAmounts03}},
	{Name: "larceny of timber", Also: []string{"timber theft", "stealing timber"}, Sections: code("97-17-59"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromTheftBill}},
	{Name: "larceny of rental property", Also: []string{"theft of rental property", "larceny under lease or rental agreement", "failure to return rental property"}, Sections: code("97-17-62"), Grades: eitherGrade, Limits: byValue, Sources: []Source{fromTheftBill}},
	{Name: "receiving stolen property", Also: []string{"possession of stolen property", "receiving stolen goods", "rsp"}, Sections: code("97-17-70"), Grades: eitherGrade, Limits: byValue, Sources: []Source{fromAmounts, fromTheftBill}},
	{Name: "malicious mischief", Also: []string{"vandalism", "criminal mischief", "destruction of property", "damage to property"}, Sections: code("97-17-67"), Grades: eitherGrade, Limits: byValue, Sources: []Source{fromAmounts, fromTheftBill}},
	{Name: "burglary of a dwelling", Also: []string{"house burglary", "residential burglary", "burglary", "burglary inhabited dwelling", "breaking and entering a dwelling"}, Sections: code("97-17-23"), Grades: aFelony, Limits: "a dwelling is a crime of violence by 97-3-2(1)(o); another building is not on that list", Sources: []Source{fromViolence, fromBurglary}},
	{Name: "home invasion", Sections: code("97-17-37"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(o)", Sources: []Source{fromViolence}},
	{Name: "commercial burglary", Also: []string{"burglary (non-dwelling)", "burglary of a building", "burglary of a business", "business burglary", "burglary", "auto burglary", "burglary of a vehicle", "burglary of a church", "burglary of a shed", "breaking and entering a building"}, Sections: code("97-17-33"), Grades: aFelony, Limits: "a building other than a dwelling", Sources: []Source{fromArson}},
	{Name: "looting", Sections: code("97-17-65"), Grades: aFelony, Sources: []Source{fromLooting}},
	{Name: "first-degree arson", Also: []string{"arson", "arson of a dwelling", "arson of a church", "arson, 1st degree"}, Sections: code("97-17-1", "97-17-3"), Grades: aFelony, Limits: "a dwelling or a school, 97-17-1; a place of worship, 97-17-3", Sources: []Source{fromExclusions, fromArson}},
	{Name: "second-degree arson", Also: []string{"arson", "arson of a building", "arson, 2nd degree"}, Sections: code("97-17-5"), Grades: aFelony, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "third-degree arson", Also: []string{"arson", "arson of personal property", "arson, 3rd degree"}, Sections: code("97-17-7"), Grades: aFelony, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "fourth-degree arson", Also: []string{"arson, 4th degree"}, Sections: code("97-17-9"), Grades: aFelony, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "trespass", Also: []string{"criminal trespass", "willful trespass", "malicious trespass", "trespass upon land"}, Sections: code("97-17-87", "97-17-97", "97-17-93"), Grades: aMisdemeanor, Limits: "willful, 97-17-87; after a warning, 97-17-97; entry without permission, 97-17-93", Sources: []Source{fromTrespass, fromTrespass97}},
	{Name: "trespass after warning", Also: []string{"trespass after notice", "trespass after being forbidden"}, Sections: code("97-17-97"), Grades: aMisdemeanor, Sources: []Source{fromTrespass, fromTrespass97}},
}

var fraudOffenses = []Offense{
	{Name: "bad check", Also: []string{"worthless check", "bad checks", "insufficient funds check", "NSF check"}, Sections: code("97-19-55"), Grades: eitherGrade, Limits: "97-19-67 sets the punishment by the amount and the number of convictions", Sources: []Source{fromChecks, fromFrauds}},
	{Name: "false pretense", Also: []string{"false pretenses", "obtaining under false pretense", "obtaining property by false pretenses", "obtaining with intent to defraud"}, Sections: code("97-19-39"), Grades: eitherGrade, Limits: byValue, Sources: []Source{fromAmounts03, fromTheftBill}},
	{Name: "forgery", Also: []string{"forgery of a check", "forged instrument"}, Sections: code("97-21-33"), Grades: eitherGrade, Limits: byValue, Sources: []Source{fromAmounts, fromTheftBill, fromAmounts03}},
	{Name: "uttering forgery", Also: []string{"uttering", "uttering a forged instrument", "uttering a forged check", "uttering a counterfeit instrument"}, Sections: code("97-21-59"), Grades: eitherGrade, Limits: "the act of 2014 lists the section; its heading was not read", Sources: []Source{fromAmounts, fromHeadings}},
	{Name: "credit card fraud", Also: []string{"fraudulent use of a credit card", "credit card", "unlawful use of credit card", "debit card fraud"}, Sections: code("97-19-21"), Grades: eitherGrade, Limits: "by the value and the number of convictions", Sources: []Source{fromCards, fromFrauds}},
	{Name: "mail or wire fraud", Also: []string{"wire fraud", "mail fraud", "communication fraud", "fraud by mail"}, Sections: code("97-19-83"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromFrauds}},
	{Name: "identity theft", Also: []string{"theft of identity", "identity fraud", "fraudulent use of identity"}, Sections: code("97-45-19"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "embezzlement", Also: []string{"embezzlement by employee", "embezzlement by agent", "embezzlement by clerk"}, Sections: code("97-23-19", "97-11-25"), Grades: eitherGrade, Limits: "an employee or agent, 97-23-19, by the value; a public officer or trustee, 97-11-25", Sources: []Source{fromExclusions, fromAmounts03}},
	{Name: "embezzlement by public officer", Also: []string{"embezzlement by officer", "embezzlement by public official", "embezzlement by public employee", "embezzlement by trustee"}, Sections: code("97-11-25", "97-11-31"), Grades: aFelony, Limits: "97-11-31 is fraud in public office, which no exclusion names", Sources: []Source{fromExclusions, fromHeadings}},
	{Name: "embezzlement of property held in trust", Also: []string{"embezzlement of property", "embezzlement held in trust"}, Sections: code("97-23-25", "97-23-27", "97-23-19"), Grades: eitherGrade, Limits: "only 97-23-19 and 97-11-25 are named by the exclusion", Sources: []Source{fromHeadings}},
}

var personOffenses = []Offense{
	{Name: "simple assault", Also: []string{"assault", "assault by threat", "assault and battery", "simple assault by physical menace"}, Sections: code("97-3-7(1)"), Grades: eitherGrade, Limits: "a felony on an officer, teacher and other protected persons", Sources: []Source{fromAssault, fromDomestic}},
	{Name: "simple assault on an officer", Also: []string{"assault on an officer", "assault on a police officer", "assault on law enforcement officer"}, Sections: code("97-3-7(1)(b)", "97-3-7(1)"), Grades: aFelony, Sources: []Source{fromAssault}},
	{Name: "aggravated assault", Also: []string{"assault with a deadly weapon", "aggravated assault on an officer", "felony assault"}, Sections: code("97-3-7(2)(a)", "97-3-7(2)(b)"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(c)", Sources: []Source{fromViolence, fromAssault}},
	{Name: "simple domestic violence", Also: []string{"domestic violence", "domestic assault", "domestic violence simple assault", "simple assault domestic violence", "simple assault domestic", "domestic simple assault"}, Sections: code("97-3-7(3)"), Grades: eitherGrade, Limits: "a third conviction is a felony", Sources: []Source{fromDomestic, fromAssault}},
	{Name: "aggravated domestic violence", Also: []string{"aggravated domestic assault", "domestic aggravated assault", "aggravated assault domestic violence"}, Sections: code("97-3-7(4)(a)", "97-3-7(4)"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(c)", Sources: []Source{fromViolence, fromAssault}},
	{Name: "violation of a protection order", Also: []string{"violation of domestic protection order", "violation of a restraining order", "violating protective order"}, Sections: code("93-21-21"), Grades: aMisdemeanor, Sources: []Source{fromProtection}},
	{Name: "stalking", Also: []string{"misdemeanor stalking"}, Sections: code("97-3-107(1)"), Grades: aMisdemeanor, Limits: "subsection (2), aggravated stalking, is a felony", Sources: []Source{fromStalking}},
	{Name: "aggravated stalking", Also: []string{"felony stalking"}, Sections: code("97-3-107(2)"), Grades: aFelony, Sources: []Source{fromStalking}},
	{Name: "cyberstalking", Also: []string{"cyber stalking"}, Sections: code("97-45-15"), Grades: aFelony, Sources: []Source{fromCyber}},
	{Name: "telephone harassment", Also: []string{"harassing telephone calls", "obscene telephone call", "harassment by telephone", "obscene communication"}, Sections: code("97-29-45"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromExposure}},
	{Name: "murder", Also: []string{"capital murder", "first-degree murder", "second-degree murder", "murder in the first degree", "murder in the second degree", "homicide"}, Sections: code("97-3-19"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(b)", Sources: []Source{fromViolence}},
	{Name: "attempted murder", Also: []string{"attempt to commit murder"}, Sections: code("97-1-7(2)"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(b)", Sources: []Source{fromViolence}},
	{Name: "manslaughter", Also: []string{"culpable negligence manslaughter", "heat of passion manslaughter", "voluntary manslaughter", "involuntary manslaughter"}, Sections: code("97-3-27", "97-3-35", "97-3-47"), Grades: aFelony, Limits: "97-3-27 to 97-3-47 hold manslaughter; each is a crime of violence by 97-3-2(1)(d)", Sources: []Source{fromViolence}},
	{Name: "killing of an unborn child", Also: []string{"homicide of an unborn child"}, Sections: code("97-3-37(2)(a)", "97-3-37(2)(b)"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(e)", Sources: []Source{fromViolence}},
	{Name: "kidnapping", Also: []string{"kidnap"}, Sections: code("97-3-53"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(f)", Sources: []Source{fromViolence}},
	{Name: "human trafficking", Also: []string{"sex trafficking", "trafficking of a person", "involuntary servitude"}, Sections: code("97-3-54.1"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(g)", Sources: []Source{fromViolence}},
	{Name: "poisoning", Sections: code("97-3-61"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(h)", Sources: []Source{fromViolence}},
	{Name: "robbery", Also: []string{"strong-arm robbery", "strong arm robbery", "simple robbery", "unarmed robbery"}, Sections: code("97-3-73"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(j)", Sources: []Source{fromViolence}},
	{Name: "armed robbery", Also: []string{"robbery with a deadly weapon", "robbery using a deadly weapon", "robbery with a firearm"}, Sections: code("97-3-79"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(j)", Sources: []Source{fromViolence}},
	{Name: "extortion", Sections: code("97-3-82"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "carjacking", Also: []string{"armed carjacking", "car jacking"}, Sections: code("97-3-117"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(m)", Sources: []Source{fromViolence, fromFleeing}},
	{Name: "drive-by shooting", Also: []string{"drive by shooting", "drive-by bombing"}, Sections: code("97-3-109"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(l)", Sources: []Source{fromViolence}},
	{Name: "shooting into a dwelling", Also: []string{"shooting into an occupied dwelling", "shooting into a house"}, Sections: code("97-37-29"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(t)", Sources: []Source{fromViolence}},
	{Name: "vulnerable person abuse", Also: []string{"abuse of a vulnerable person", "abuse of a vulnerable adult", "neglect of a vulnerable person", "neglect of a vulnerable adult", "exploitation of a vulnerable person", "exploitation of a vulnerable adult", "vulnerable person", "vulnerable adult"}, Sections: code("43-47-19"), Grades: eitherGrade, Limits: "exploitation is a felony from $250; pain and mental anguish have felony grades", Sources: []Source{fromExclusions, fromCode2020}},
}

var childAndSexOffenses = []Offense{
	{Name: "child abuse", Also: []string{"felony child abuse", "felonious child abuse", "battery of a child", "abuse of a child"}, Sections: code("97-5-39"), Grades: eitherGrade, Limits: "(1)(a) is a misdemeanor; felonious neglect, abuse or battery is a crime of violence by 97-3-2(1)(n)", Sources: []Source{fromChild, fromViolence}},
	{Name: "child neglect", Also: []string{"felony child neglect", "neglect of a child", "child endangerment"}, Sections: code("97-5-39"), Grades: eitherGrade, Limits: "(1)(a) is a misdemeanor; felonious neglect is a crime of violence by 97-3-2(1)(n)", Sources: []Source{fromChild, fromViolence}},
	{Name: "contributing to the delinquency of a minor", Also: []string{"contributing to the neglect of a child", "contributing to delinquency", "contributing to the delinquency of a child"}, Sections: code("97-5-39(1)(a)"), Grades: aMisdemeanor, Sources: []Source{fromChild}},
	{Name: "exploitation of a child", Also: []string{"child exploitation", "child pornography", "possession of child pornography"}, Sections: code("97-5-33"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(r)", Sources: []Source{fromViolence}},
	{Name: "gratification of lust", Also: []string{"touching a child for lustful purposes", "child molestation", "fondling", "fondling of a child", "molestation"}, Sections: code("97-5-23"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(s)", Sources: []Source{fromViolence}},
	{Name: "sexual battery", Sections: code("97-3-95"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(k)", Sources: []Source{fromViolence}},
	{Name: "statutory rape", Sections: code("97-3-65(1)"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(q), which a judge can find rebutted", Sources: []Source{fromViolence}},
	{Name: "rape", Also: []string{"forcible rape", "forcible sexual intercourse", "assault with intent to ravish"}, Sections: code("97-3-65", "97-3-71"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(i)", Sources: []Source{fromViolence}},
	{Name: "voyeurism", Also: []string{"peeping tom", "felonious trespass by voyeurism"}, Sections: code("97-29-61"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(vii)", Sources: []Source{fromExclusions, fromVoyeurism}},
	{Name: "photographing without permission", Also: []string{"photographing or filming without permission", "filming without consent", "video voyeurism"}, Sections: code("97-29-63", "97-29-61"), Grades: aFelony, Limits: "97-29-63 is not named beside voyeurism", Sources: []Source{fromFilming, fromExclusions}},
	{Name: "failure to register as a sex offender", Also: []string{"failure to register", "sex offender failure to register", "failing to register", "sex offender registration violation"}, Sections: code("45-33-33"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(vi)", Sources: []Source{fromExclusions, fromCode2020}},
	{Name: "prostitution", Sections: code("97-29-49"), Grades: aMisdemeanor, Limits: readIt, Sources: []Source{fromSexBill}},
	{Name: "procuring prostitution", Also: []string{"procuring services of a prostitute", "procuring"}, Sections: code("97-29-51"), Grades: eitherGrade, Limits: "the felony is named by 99-19-71(2)(a)(xi) from July 1, 2026", Sources: []Source{fromSexBill}},
	{Name: "promoting prostitution", Also: []string{"pimping", "promotion of prostitution"}, Sections: code("97-29-51"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(xii) from July 1, 2026", Sources: []Source{fromSexBill}},
	{Name: "indecent exposure", Also: []string{"lewd exposure", "public indecency", "public exposure"}, Sections: code("97-29-31"), Grades: eitherGrade, Limits: "a misdemeanor in the text read, which proposed a felony before a child", Sources: []Source{fromExposure}},
}

var drugOffenses = []Offense{
	{Name: "possession of a controlled substance", Also: []string{"possession of cocaine", "possession of drugs", "poss. CS", "simple possession of a controlled substance", "drug possession", "possession schedule II controlled substance", "possession schedule I controlled substance"}, Sections: code("41-29-139(c)"), Grades: eitherGrade, Limits: "the schedule and the amount decide the grade", Sources: []Source{fromDrugs, fromMarijuana}},
	{Name: "possession of marijuana", Also: []string{"simple possession of marijuana", "marijuana", "marijuana possession", "possession of marijuana, 30 grams or less"}, Sections: code("41-29-139(c)(2)(A)", "41-29-139(c)(2)(B)", "41-29-139(c)(2)"), Grades: eitherGrade, Limits: "30 grams or less is (c)(2)(A), in the passenger area of a vehicle (c)(2)(B); larger amounts are felonies", Sources: []Source{fromMarijuana}},
	{Name: "possession of marijuana in a vehicle", Also: []string{"possession of marijuana in a motor vehicle", "marijuana in a vehicle"}, Sections: code("41-29-139(c)(2)(B)"), Grades: aMisdemeanor, Sources: []Source{fromMarijuana}},
	{Name: "possession with intent", Also: []string{"possession of a controlled substance with intent", "possession with intent to distribute", "possession of a controlled substance with intent to distribute", "poss. CS w/ intent", "PWID", "possession of marijuana with intent", "possession of marijuana with intent to distribute"}, Sections: code("41-29-139(a)"), Grades: aFelony, Limits: "trafficking amounts are (f) and (g)", Sources: []Source{fromDrugs}},
	{Name: "sale of a controlled substance", Also: []string{"sale of cocaine", "sale of drugs", "sale of marijuana", "sale", "distribution of a controlled substance", "transfer of a controlled substance", "drug sale"}, Sections: code("41-29-139(a)"), Grades: aFelony, Limits: "trafficking amounts are (f) and (g); before July 1, 2014, trafficking was defined otherwise", Sources: []Source{fromDrugs}},
	{Name: "manufacture of a controlled substance", Also: []string{"manufacture of methamphetamine", "manufacture of marijuana", "cultivation of marijuana"}, Sections: code("41-29-139(a)"), Grades: aFelony, Sources: []Source{fromDrugs}},
	{Name: "trafficking in controlled substances", Also: []string{"drug trafficking", "trafficking cocaine", "trafficking", "trafficking in marijuana", "aggravated drug trafficking"}, Sections: code("41-29-139(f)", "41-29-139(g)"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(iii); before July 1, 2014, it was defined otherwise", Sources: []Source{fromExclusions, fromTraffick}},
	{Name: "possession of paraphernalia", Also: []string{"paraphernalia", "drug paraphernalia", "possession of drug paraphernalia"}, Sections: code("41-29-139(d)(1)"), Grades: aMisdemeanor, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "minor in possession of alcohol", Also: []string{"possession of beer under 21", "possession of alcohol under 21", "beer possession by a minor", "underage possession of alcohol", "purchase of beer by a minor", "alcohol possession under age"}, Sections: code("67-3-70(1)", "67-1-81"), Grades: aMisdemeanor, Limits: "beer and light wine, 67-3-70(1); liquor, 67-1-81, which has no clause on expunction", Sources: []Source{fromCode2020}},
	{Name: "false identification to buy alcohol", Also: []string{"false ID to buy beer", "fake ID alcohol", "minor false identification"}, Sections: code("67-3-70(2)"), Grades: aMisdemeanor, Sources: []Source{fromCode2020}},
	{Name: "furnishing alcohol to a minor", Also: []string{"sale of alcohol to a minor", "sale of beer to a minor", "furnishing beer to a minor"}, Sections: code("67-3-70(3)"), Grades: aMisdemeanor, Limits: "no clause on expunction; 67-3-70(6) reaches (1) and (2) alone", Sources: []Source{fromCode2020}},
}

var roadOffenses = []Offense{
	{Name: "DUI, first offense", Also: []string{"DUI 1st", "DUI first", "first DUI", "DUI 1", "DUI refusal first", "DUI"}, Sections: code("63-11-30(2)(a)"), Grades: aMisdemeanor, Limits: "the subsection of conviction tells which offense it was", Sources: []Source{fromCode2020}},
	{Name: "DUI, second offense", Also: []string{"DUI 2nd", "second DUI"}, Sections: code("63-11-30(2)(b)"), Grades: aMisdemeanor, Sources: []Source{fromCode2020}},
	{Name: "DUI, third offense", Also: []string{"DUI 3rd", "third DUI", "felony DUI", "DUI"}, Sections: code("63-11-30(2)(c)"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(iv)", Sources: []Source{fromExclusions, fromCode2020}},
	{Name: "DUI, fourth or subsequent offense", Also: []string{"DUI 4th", "DUI fourth", "fourth DUI", "DUI subsequent"}, Sections: code("63-11-30(2)(d)"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(iv)", Sources: []Source{fromExclusions, fromCode2020}},
	{Name: "DUI under 21", Also: []string{"zero tolerance DUI", "underage DUI", "DUI minor"}, Sections: code("63-11-30(3)"), Grades: aMisdemeanor, Limits: "a result from .02 to .079", Sources: []Source{fromCode2020}},
	{Name: "aggravated DUI", Also: []string{"DUI causing death", "DUI causing injury", "DUI homicide", "DUI mayhem", "DUI manslaughter", "DUI death"}, Sections: code("63-11-30(5)"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(a)", Sources: []Source{fromViolence}},
	{Name: "DUI child endangerment", Also: []string{"child endangerment by DUI", "endangering a child by DUI"}, Sections: code("63-11-30(12)"), Grades: eitherGrade, Limits: "(12)(d) is a crime of violence by 97-3-2(1)(a); (12)(c) is a felony no exclusion names", Sources: []Source{fromViolence, fromCode2020}},
	{Name: "driving without a license", Also: []string{"no driver's license", "no license", "no DL", "expired driver's license"}, Sections: code("63-1-5"), Grades: aTraffic, Sources: []Source{fromLicenses}},
	{Name: "driving with a suspended license", Also: []string{"suspended license", "driving while license suspended", "suspended driver's license", "driving while suspended", "revoked license", "driving under suspension"}, Sections: code("63-1-57"), Grades: aTraffic, Limits: "a suspension for a DUI has a section of its own", Sources: []Source{fromLicenses}},
	{Name: "no insurance", Also: []string{"no proof of insurance", "no liability insurance", "driving without insurance"}, Sections: code("63-15-4"), Grades: aTraffic, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "speeding", Sections: code("63-3-501"), Grades: aTraffic, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "reckless driving", Sections: code("63-3-1201"), Grades: aTraffic, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "careless driving", Sections: code("63-3-1213"), Grades: aTraffic, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "leaving the scene of an accident", Also: []string{"hit and run", "leaving the scene"}, Sections: code("63-3-401"), Grades: []petition.Grade{petition.Traffic, petition.Felony}, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "fleeing in a motor vehicle", Also: []string{"fleeing", "eluding", "fleeing or eluding", "fleeing law enforcement", "fleeing or eluding law enforcement", "fleeing a law enforcement officer", "misdemeanor fleeing", "failure to stop for blue lights", "eluding an officer"}, Sections: code("97-9-72(1)"), Grades: aMisdemeanor, Limits: "reckless disregard, injury or death makes it a felony under (2) to (4)", Sources: []Source{fromFleeing}},
	{Name: "felony fleeing", Also: []string{"felony fleeing or eluding", "felony eluding", "felony fleeing law enforcement", "felony fleeing a law enforcement officer", "felony fleeing in a motor vehicle", "felony eluding an officer"}, Sections: code("97-9-72(2)"), Grades: aFelony, Sources: []Source{fromFleeing}},
}

var orderOffenses = []Offense{
	{Name: "disorderly conduct", Also: []string{"disorderly conduct failure to comply", "failure to comply", "failure to obey an officer", "disorderly"}, Sections: code("97-35-7", "97-35-9"), Grades: aMisdemeanor, Limits: "failure to comply with an officer, 97-35-7 (not read); disturbance of the peace of a family, 97-35-9", Sources: []Source{fromPeace, fromHeadings}},
	{Name: "disturbance of the peace", Also: []string{"disturbing the peace", "disturbing the peace of a family", "disturbance of a family", "breach of the peace", "public disturbance"}, Sections: code("97-35-9"), Grades: aMisdemeanor, Limits: "the peace of a family or person; other sections of chapter 35 speak of public places", Sources: []Source{fromPeace}},
	{Name: "public drunk", Also: []string{"public drunkenness", "public intoxication", "drunk in public", "public profanity", "profanity"}, Sections: code("97-29-47"), Grades: aMisdemeanor, Sources: []Source{fromDrunk}},
	{Name: "resisting arrest", Also: []string{"obstructing arrest", "resisting", "resisting or obstructing arrest", "resisting an officer"}, Sections: code("97-9-73"), Grades: aMisdemeanor, Sources: []Source{fromFleeing}},
	{Name: "false information to an officer", Also: []string{"false information", "giving false information", "false identification", "false ID to an officer", "false name", "giving a false name"}, Sections: code("97-9-79"), Grades: aMisdemeanor, Limits: readIt, Sources: []Source{fromHeadings}},
	{Name: "false reporting of a crime", Also: []string{"false report", "filing a false report", "false police report"}, Sections: code("97-35-47"), Grades: aMisdemeanor, Sources: []Source{fromFalse}},
	{Name: "hindering prosecution", Also: []string{"hindering apprehension", "hindering prosecution or apprehension", "rendering criminal assistance"}, Sections: code("97-9-105"), Grades: eitherGrade, Limits: "the grade follows the crime that was covered up; the section was not read", Sources: []Source{fromObstruct}},
	{Name: "intimidating a witness", Also: []string{"witness intimidation", "intimidation of a witness"}, Sections: code("97-9-113"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(viii)", Sources: []Source{fromExclusions, fromObstruct}},
	{Name: "tampering with a witness", Also: []string{"witness tampering"}, Sections: code("97-9-115"), Grades: eitherGrade, Limits: "not named beside witness intimidation", Sources: []Source{fromObstruct}},
	{Name: "tampering with evidence", Also: []string{"evidence tampering", "tampering with physical evidence"}, Sections: code("97-9-125"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromObstruct}},
	{Name: "escape", Also: []string{"jail escape", "felony escape", "escape from custody", "escape from jail"}, Sections: code("97-9-49"), Grades: eitherGrade, Limits: "a felony where the custody was on a felony", Sources: []Source{fromEscape}},
	{Name: "contempt of court", Also: []string{"contempt", "criminal contempt"}, Sections: code("9-1-17"), Grades: aMisdemeanor, Limits: "a power of the court; the order tells what it was for", Sources: []Source{fromContempt}},
}

var weaponOffenses = []Offense{
	{Name: "felon in possession of a firearm", Also: []string{"felon in possession", "possession of a firearm by a felon", "possession of a firearm by a convicted felon", "possession of a weapon by a felon", "felon with a firearm", "possession of a firearm by a person with a felony conviction", "felon carrying a concealed weapon"}, Sections: code("97-37-5"), Grades: aFelony, Limits: "named by 99-19-71(2)(a)(v)", Sources: []Source{fromExclusions, fromFirearms}},
	{Name: "carrying a concealed weapon", Also: []string{"concealed weapon", "CCW", "carrying concealed firearm", "concealed firearm", "possession of a concealed weapon"}, Sections: code("97-37-1"), Grades: eitherGrade, Limits: "a third conviction, or an earlier felony, makes it a felony", Sources: []Source{fromConcealed}},
	{Name: "weapon on educational property", Also: []string{"possession of a weapon on school property", "weapon on school property", "weapon at school", "firearm on school property"}, Sections: code("97-37-17"), Grades: eitherGrade, Limits: readIt, Sources: []Source{fromFirearms}},
	{Name: "possession of a stolen firearm", Also: []string{"stolen firearm", "receiving a stolen firearm"}, Sections: code("97-37-35"), Grades: aFelony, Limits: readIt, Sources: []Source{fromFirearms}},
	{Name: "explosives", Also: []string{"weapons of mass destruction", "use of explosives", "bombing"}, Sections: code("97-37-25"), Grades: aFelony, Limits: "a crime of violence by 97-3-2(1)(p)", Sources: []Source{fromViolence}},
}

var generalOffenses = []Offense{
	{Name: "attempt", Also: []string{"attempt to commit an offense"}, Sections: code("97-1-7"), Grades: eitherGrade, Limits: "some sections punish their own attempt", Sources: []Source{fromViolence, fromHeadings}},
	{Name: "conspiracy", Also: []string{"conspiracy to commit a crime"}, Sections: code("97-1-1"), Grades: eitherGrade, Sources: []Source{fromConspiracy}},
	{Name: "accessory after the fact", Also: []string{"accessory"}, Sections: code("97-1-5"), Grades: aFelony, Sources: []Source{fromAccessory}},
}
