package forms

import (
	"slices"

	"expunge/petition"
	"expunge/rules"
)

// wording is what the papers of a route say in their own way: how the petition is
// called, what it asks, and what its paragraphs rest on. A route without one is never
// drafted.
type wording struct {
	title, titles string // of the petition, for one charge and for several
	ask, asks     string // what the opening asks for, in the same two forms
	motion        bool   // the section asks for no petition, so the paper moves for the order
	hearing       string // how the prayer speaks of the hearing, where the section does
	allegations   func() []allegation
}

// written returns the wording of a route.
func written(p rules.Pathway) wording { return wordings[p] }

const misdemeanorTitle, misdemeanorTitles = "Petition to Expunge Record of Misdemeanor Conviction", "Petition to Expunge Records of Misdemeanor Convictions"

var wordings = map[rules.Pathway]wording{
	rules.FirstMisdemeanor: {
		title: misdemeanorTitle, titles: misdemeanorTitles,
		ask: "to expunge the record of a misdemeanor conviction", asks: "to expunge the records of misdemeanor convictions",
		allegations: firstOffenderAllegations,
	},
	rules.OneFelony: {
		title: "Petition to Expunge Record of Felony Conviction", titles: "Petition to Expunge Records of Felony Convictions",
		ask: "to expunge the record of a felony conviction", asks: "to expunge the records of felony convictions",
		hearing: ", upon a hearing", allegations: felonyAllegations,
	},
	rules.NonConviction:      withoutConviction(nonConvictionAllegations),
	rules.MunicipalDismissed: withoutConviction(municipalDismissedAllegations),
	rules.Nonadjudication: {
		title: "Petition to Expunge Record of a Nonadjudicated Charge", titles: "Petition to Expunge Record of Nonadjudicated Charges",
		ask: "to expunge the record of a charge that was nonadjudicated and dismissed", asks: "to expunge the record of charges that were nonadjudicated and dismissed",
		allegations: nonadjudicationAllegations,
	},
	rules.Intervention: {
		title: "Petition to Expunge Record after Pretrial Intervention", titles: "Petition to Expunge Record after Pretrial Intervention",
		ask: "to expunge the record of a charge that ended in pretrial intervention", asks: "to expunge the record of charges that ended in pretrial intervention",
		allegations: interventionAllegations,
	},
	rules.DrugDischarge: {
		title: "Petition to Expunge Record after Conditional Discharge", titles: "Petition to Expunge Record after Conditional Discharge",
		ask: "to expunge the record of a charge that ended in a conditional discharge", asks: "to expunge the record of charges that ended in a conditional discharge",
		hearing: ", after a hearing", allegations: dischargeAllegations,
	},
	rules.UnchargedOrCitation: {
		title: "Petition to Expunge Record of Misdemeanor ", // title and request add what it was
		ask:   "to expunge the record of a misdemeanor ", asks: "to expunge the records of misdemeanor ",
		allegations: unchargedAllegations,
	},
	rules.UnderageAlcohol: {
		title: "Petition to Expunge Record of a Charge under Section 67-3-70", titles: "Petition to Expunge Record of Charges under Section 67-3-70",
		ask: "to expunge the record of a charge under that section", asks: "to expunge the record of charges under that section",
		allegations: underageAllegations,
	},
	rules.FirstDUI: {
		title: "Petition to Expunge Record of a First DUI Conviction", titles: "Petition to Expunge Record of a First DUI Conviction",
		ask: "to expunge the record of a first conviction of driving under the influence", asks: "to expunge the record of a first conviction of driving under the influence",
		allegations: duiAllegations,
	},
	rules.MunicipalAny: anyMisdemeanor(municipalAllegations),
	rules.JusticeAny:   anyMisdemeanor(justiceAllegations),
	rules.Survivor: {
		title: "Petition to Expunge Record of Conviction", titles: "Petition to Expunge Records of Convictions",
		ask: "to expunge the record of a conviction", asks: "to expunge the records of convictions",
		allegations: survivorAllegations,
	},
	rules.YouthDismissed: {
		title: "Petition to Expunge Youth Court Record", titles: "Petition to Expunge Youth Court Record",
		ask: "to expunge the record of a case that ended without an adjudication of delinquency", asks: "to expunge the record of a case that ended without an adjudication of delinquency",
		allegations: youthAllegations,
	},
	rules.InterventionCourt: orderAskedFor(interventionCourtAllegations),
	rules.MentalHealthCourt: orderAskedFor(mentalHealthCourtAllegations),
	rules.TrafficCourse:     orderAskedFor(trafficCourseAllegations),
	rules.SmallMarijuana:    orderAskedFor(marijuanaAllegations),
}

func withoutConviction(allegations func() []allegation) wording {
	const title, ask = "Petition to Expunge Record of a Case Ended Without Conviction", "to expunge the record of a case that ended without a conviction"
	return wording{title: title, titles: title, ask: ask, asks: ask, allegations: allegations}
}

func anyMisdemeanor(allegations func() []allegation) wording {
	return wording{
		title: misdemeanorTitle, titles: misdemeanorTitles,
		ask: "to expunge the record of a misdemeanor conviction", asks: "to expunge the records of misdemeanor convictions",
		hearing: ", upon a showing in open court", allegations: allegations,
	}
}

// orderAskedFor is the wording of a section that expunges without a petition.
func orderAskedFor(allegations func() []allegation) wording {
	const title, ask = "Motion for Entry of Order of Expunction", "to enter the order of expunction for which that section calls"
	return wording{title: title, titles: title, ask: ask, asks: ask, motion: true, allegations: allegations}
}

// generalSection reports whether the petition is under section 99-19-71 for a conviction,
// whose subsection (3) says what stays and what the order does.
func (b brief) generalSection() bool {
	return b.p.Pathway == rules.FirstMisdemeanor || b.p.Pathway == rules.OneFelony
}

// anyOrAll reports whether the petition is for any or all misdemeanors of a lower court.
func (b brief) anyOrAll() bool {
	return b.p.Pathway == rules.MunicipalAny || b.p.Pathway == rules.JusticeAny
}

// alternative reports whether subsection 99-19-71(4) holds as well, for every charge of a
// petition under another section, so that it is pleaded in the alternative. Where a lawyer
// has to decide whether it reaches the case, it is not pleaded.
func (b brief) alternative() bool {
	if b.p.Pathway == rules.NonConviction {
		return false
	}
	for _, i := range b.p.Charges {
		if !slices.ContainsFunc(b.a.Charges[i].Alternatives, func(r rules.Route) bool {
			return r.Pathway == rules.NonConviction && r.Status == rules.Eligible
		}) {
			return false
		}
	}
	return true
}

// restsOnNonConviction reports whether the order is one under subsection 99-19-71(4), be it
// in the alternative, so that it has the effect that subsection (3) gives one.
func (b brief) restsOnNonConviction() bool {
	return b.p.Pathway == rules.NonConviction || b.alternative()
}

// restsOn cites what the petition is under.
func (b brief) restsOn() string {
	if b.alternative() {
		return code(string(b.p.Pathway)) + " and in the alternative under " + code(string(rules.NonConviction))
	}
	return code(string(b.p.Pathway))
}

// program reports whether the petition follows the completion of a program.
func (b brief) program() bool {
	switch b.p.Pathway {
	case rules.Nonadjudication, rules.Intervention, rules.DrugDischarge, rules.InterventionCourt, rules.MentalHealthCourt, rules.TrafficCourse:
		return true
	default:
		return false
	}
}

// program reports whether an outcome is the end of a program.
func program(o petition.Outcome) bool {
	switch o {
	case petition.Nonadjudicated, petition.ConditionalDischarge, petition.PretrialIntervention,
		petition.InterventionCourt, petition.VeteransCourt, petition.MentalHealthCourt, petition.TrafficSchool:
		return true
	default:
		return false
	}
}

// dismissedAfterProgram reports whether the day of the outcome is that of the order which
// dismissed the charge when its program was completed, and not that of the program.
func dismissedAfterProgram(ch petition.Charge) bool {
	if !ch.OutcomeDate.Known() || ch.Diversion.Completed != petition.Yes {
		return false
	}
	switch ch.Outcome {
	case petition.Nonadjudicated, petition.ConditionalDischarge, petition.PretrialIntervention:
		return true
	case petition.InterventionCourt, petition.MentalHealthCourt:
		return ch.Diversion.SentencedAtPlea == petition.No
	default:
		return false
	}
}

// conviction reports whether the record to be expunged is of convictions.
func (b brief) conviction() bool {
	switch b.p.Pathway {
	case rules.FirstMisdemeanor, rules.OneFelony, rules.FirstDUI, rules.MunicipalAny, rules.JusticeAny, rules.SmallMarijuana, rules.Survivor:
		return true
	case rules.UnderageAlcohol:
		return !b.anyCharge(func(ch petition.Charge) bool { return ch.Outcome != petition.Convicted })
	case rules.InterventionCourt, rules.MentalHealthCourt:
		return !b.anyCharge(func(ch petition.Charge) bool { return ch.Diversion.SentencedAtPlea != petition.Yes })
	default:
		return false
	}
}

// newMatter reports whether the petition opens a matter that has no number yet: a first
// DUI goes to a court that did not convict, and a charge that was never filed has none.
func (b brief) newMatter() bool {
	return b.p.Pathway == rules.FirstDUI || b.neverFiled()
}

// neverFiled reports whether the petition is about a charge that never came to a court's
// docket, so that nobody was a defendant.
func (b brief) neverFiled() bool {
	ch := b.c.Charges[b.first()]
	return ch.Outcome == petition.Uncharged && ch.CauseNumber == "" && ch.Plaintiff == ""
}

// heard reports whether the petition goes to a hearing: where the section speaks of one or
// leaves the relief to the court, and where the case says that a day was set.
func (b brief) heard() bool {
	discretion := b.a.Charges[b.first()].Relief == rules.Discretionary
	return written(b.p.Pathway).hearing != "" || discretion || b.c.Filing.HearingOn.Known()
}

// sworn reports whether the petition has a verification. A motion asks for an order the
// court's own record calls for, and a draft is not to be sworn to.
func (b brief) sworn() bool {
	return b.office.Papers.Verification && b.p.Draft == "" && !written(b.p.Pathway).motion
}
