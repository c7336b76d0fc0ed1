package rules

// The steps of the decision flow in the order of the page: sorting, what ended without a
// conviction, convictions, and the questions of each route.

// sorting asks whose record it is and which court had it.
func sorting() []Step {
	elsewhere := asks("start", "Was the case in a state court of Mississippi: justice, municipal, county, circuit or youth court?", "none.concerns", "identity", string(None))
	elsewhere.flip = true
	identity := asks("identity", "Does the record say, or leave open, that someone else was entered in this name, and is no other route nearer?", "identity.concerns", "identity.closing", "youth")
	identity.answer = All("", identity.Cite, "", identity.answer, Ask("", identity.Cite, "", nearestIsIdentity))
	return []Step{
		elsewhere,
		identity,
		asks("youth", "Was the case in youth court?", "youth.court", "youth.adjudicated", "court"),
		asks("court", "Was it in justice, municipal, county or circuit court?", "felony.court", "convicted", string(None)),
		asks("convicted", "Did the charge end in a conviction?", "felony.convicted", "survivor", "legacy"),
		asks("youth.adjudicated", "Was the child adjudicated delinquent?", "sealing.adjudicated", "sealing.choice", "youth.circuit"),
	}
}

// nearestIsIdentity asks whether 97-45-27 comes nearest of all routes, which only the whole
// assessment can tell: what is open under another section comes before it.
func nearestIsIdentity(m *matter) reading {
	return m.when(Judge(*m.c, m.asOf, m.held...).Charges[m.index].Pathway == IdentityTheft, "no other route comes nearer", m.path("identity_theft"))
}

// withoutConvictionSteps sort a charge that did not end in a conviction by how it ended.
func withoutConvictionSteps() []Step {
	return []Step{
		asks("legacy", "Was it disposed of under 99-15-57, for pleas of 1982 and 1983?", "legacy.concerns", "legacy.closing", "nonadjudicated"),
		asks("nonadjudicated", "Was it nonadjudicated?", "nonadjudication.kind", "nonadjudicated.dui", "intervention"),
		asks("nonadjudicated.dui", "Is it a DUI?", "nonadjudication.dui", "dui-nonadjudication.completed", "nonadjudication.completed"),
		asks("intervention", "Did it go to pretrial intervention?", "intervention.kind", "intervention.completed", "discharge"),
		asks("discharge", "Did it end in a conditional discharge for a drug charge?", "discharge.kind", "discharge.completed", "intervention-court"),
		asks("intervention-court", "Did it go to intervention court?", "intervention-court.kind", "intervention-court.not-dui", "mental-health-court"),
		asks("mental-health-court", "Did it go to mental health court?", "mental-health-court.kind", "mental-health-court.completed", "veterans-court"),
		asks("veterans-court", "Did it go to veterans treatment court?", "veterans-court.kind", "veterans-court.completed", "traffic-course"),
		asks("traffic-course", "Did it end in the traffic-safety course?", "traffic-course.kind", "traffic-course.not-commercial", "municipal-dismissed"),
		asks("municipal-dismissed", "Was it in municipal court, and formally charged there?", "municipal-dismissed.concerns", "municipal-dismissed.ended", "uncharged"),
		asks("uncharged", "Is it a misdemeanor that was never charged, or that ended on a citation?", "uncharged.concerns", "uncharged.time", "nonconviction.kind"),
		asks("nonconviction.kind", "Was it dismissed or dropped, was there no disposition, or was the person found not guilty, or is it still open?", "nonconviction.kind", "nonconviction.arrested", endLawyer),
	}
}

// convictionSteps sort a conviction by what it is for.
func convictionSteps() []Step {
	return []Step{
		asks("survivor", "Does the record say, or leave open, that the offense was committed while, and because, trafficked?", "survivor.stated", "survivor.not-violence", "dui"),
		asks("dui", "Is it a DUI that is not a felony?", "dui.offense", "dui.first", "felony"),
		asks("felony", "Is it a felony?", "felony.grade", "felony.not-excluded", "underage"),
		asks("underage", "Is it beer or light wine under the age of 21, 67-3-70(1) or (2)?", "underage.section", "underage.ended", "marijuana"),
		asks("marijuana", "Is it a small amount of marijuana, 41-29-139(c)(2)(A)?", "marijuana.section", "marijuana.not-vehicle", "first.not-traffic"),
		within(Survivor, asks("survivor.act", "Is the conviction under the trafficking act itself?", "vacatur.act", "vacatur.closing", endNotAvailable)),
		sooner("underage.sooner", UnderageAlcohol),
		sooner("marijuana.sooner", SmallMarijuana),
		inLowerCourt("lower.after-bar", endNotAvailable),
		inLowerCourt("lower.after-wait", endNotYet),
		inLowerCourt("lower.after-doubt", endLawyer),
		asks("lower.which", "Was it in municipal court?", "municipal.court", "municipal.two-years", "justice.two-years"),
	}
}

// inLowerCourt asks whether the two-year route of municipal and justice courts is there
// to turn to when (1) does not open; elsewhere the answer under (1) stands.
func inLowerCourt(id, otherwise string) Step {
	return Step{
		ID: id, Question: "Was the conviction in municipal or justice court, which may expunge any or all misdemeanors?", Cite: "21-23-7(6)",
		Pathway: FirstMisdemeanor, Yes: "lower.which", No: otherwise,
		answer: Any("", "21-23-7(6)", "", conditions()["municipal.court"], conditions()["justice.court"]),
	}
}

// sooner asks, where a route has to be waited for, whether (1) is open in the meantime.
func sooner(id string, p Pathway) Step {
	s := within(p, asks(id, "Is (1) open in the meantime, to a first offender with everything done?", "first", string(FirstMisdemeanor), endNotYet))
	s.Unsettled = endNotYet
	return s
}

func within(p Pathway, s Step) Step {
	s.Pathway = p
	return s
}

// routeSteps are the questions of each route, what bars it for good before what time can mend.
func routeSteps() []Step {
	var out []Step
	add := func(p Pathway, links ...link) { out = append(out, chain(p, links...)...) }
	add(IdentityTheft, closing("identity", "identity"))
	add(YouthSealing, link{id: "sealing.choice", question: "Is it settled that the record should be sealed, and not destroyed?", rule: "sealing.choice", no: string(YouthDestruction)})
	add(YouthDismissed,
		link{id: "youth.circuit", question: "Is there no charge or conviction of a crime of the circuit court's own?", rule: "youth.circuit"},
		link{id: "youth.ended", question: "Has the case ended without an adjudication?", rule: "youth.ended"}, closing("youth", "youth"))
	add(LegacyPlea, closing("legacy", "legacy"))
	add(Nonadjudication, link{id: "nonadjudication.completed", question: "Were the conditions completed and the case dismissed?", rule: "nonadjudication.completed"}, closing("nonadjudication", "nonadjudication"))
	add(DUINonadjudication, link{id: "dui-nonadjudication.completed", question: "Were the conditions completed and the case dismissed?", rule: "dui-nonadjudication.completed"}, closing("dui-nonadjudication", "dui-nonadjudication"))
	add(Intervention,
		link{id: "intervention.completed", question: "Was the program completed?", rule: "intervention.completed"},
		link{id: "intervention.since", question: "Is the subsection in force?", rule: "intervention.since"}, closing("intervention", "intervention"))
	add(DrugDischarge, link{id: "discharge.completed", question: "Were the terms fulfilled and the proceedings dismissed?", rule: "discharge.completed"}, closing("discharge", "discharge"))
	add(InterventionCourt,
		link{id: "intervention-court.not-dui", question: "Is it no implied consent violation?", rule: "intervention-court.not-dui"},
		link{id: "intervention-court.completed", question: "Was every requirement completed?", rule: "intervention-court.completed"},
		link{id: "intervention-court.fees", question: "Are the fines and fees paid or waived?", rule: "intervention-court.fees"}, closing("intervention-court", "intervention-court"))
	add(MentalHealthCourt, link{id: "mental-health-court.completed", question: "Was every requirement completed?", rule: "mental-health-court.completed"}, closing("mental-health-court", "mental-health-court"))
	add(VeteransCourt, link{id: "veterans-court.completed", question: "Was every requirement completed?", rule: "veterans-court.completed"}, closing("veterans-court", "veterans-court"))
	add(TrafficCourse,
		link{id: "traffic-course.not-commercial", question: "Was there no commercial license?", rule: "traffic-course.not-commercial"},
		link{id: "traffic-course.moving", question: "Is it a moving violation under Title 63, chapter 3, 5 or 7?", rule: "traffic-course.moving"},
		link{id: "traffic-course.completed", question: "Was the course completed in time?", rule: "traffic-course.completed"}, closing("traffic-course", "traffic-course"))
	add(MunicipalDismissed,
		link{id: "municipal-dismissed.ended", question: "Has the case ended in one of the four ways?", rule: "municipal-dismissed.ended"},
		link{id: "municipal-dismissed.arrested", question: "Was there an arrest and a release, or a citation that was dismissed?", rule: "municipal-dismissed.arrested", unsettled: "uncharged"},
		closing("municipal-dismissed", "municipal-dismissed"))
	add(UnchargedOrCitation, link{id: "uncharged.time", question: "Was it dismissed, or have twelve months passed since the arrest?", rule: "uncharged.time"}, closing("uncharged", "uncharged"))
	add(NonConviction,
		link{id: "nonconviction.arrested", question: "Was there an arrest?", rule: "nonconviction.arrested"},
		link{id: "nonconviction.released", question: "Was the person released?", rule: "nonconviction.released"},
		link{id: "nonconviction.ended", question: "Has the case ended in one of the four ways?", rule: "nonconviction.ended"},
		link{id: "nonconviction.whole", question: "Did no conviction come of the same case?", rule: "nonconviction.whole"}, closing("nonconviction", "nonconviction"))
	out = append(out, survivorSteps()...)
	out = append(out, duiSteps()...)
	out = append(out, misdemeanorSteps()...)
	return append(out, felonySteps()...)
}

func survivorSteps() []Step {
	return append(chain(Survivor,
		link{id: "survivor.not-violence", question: "Is it no felony that is a crime of violence?", rule: "survivor.not-violence", no: "survivor.act"},
		link{id: "survivor.decided", question: "Has the judgment been entered, and does it stand?", rule: "survivor.decided"},
		link{id: "survivor.since", question: "Is the subsection in force?", rule: "survivor.since"}, closing("survivor", "survivor")),
		chain(SurvivorVacatur, closing("vacatur", "vacatur"))...)
}

func duiSteps() []Step {
	return chain(FirstDUI,
		link{id: "dui.first", question: "Is it a first offense, under (2)(a) or (3)?", rule: "dui.first"},
		link{id: "dui.not-commercial", question: "Was there no commercial license or permit at the time?", rule: "dui.not-commercial"},
		link{id: "dui.refused", question: "Was no test refused?", rule: "dui.refused"},
		link{id: "dui.bac", question: "Was the result below .16, or is there none?", rule: "dui.bac"},
		link{id: "dui.other", question: "Is there no other DUI, convicted or pending?", rule: "dui.other"},
		link{id: "dui.once", question: "Was no DUI nonadjudicated or expunged before?", rule: "dui.once"},
		link{id: "dui.decided", question: "Has the judgment been entered, and does it stand?", rule: "dui.decided"},
		link{id: "dui.terms", question: "Is the sentence completed?", rule: "dui.terms"},
		link{id: "dui.wait", question: "Have five years run since then?", rule: "dui.wait"},
		link{id: "dui.fines", question: "Are fines and costs paid?", rule: "dui.fines"}, closing("dui", "dui"))
}

func misdemeanorSteps() []Step {
	const afterBar, afterWait, afterDoubt = "lower.after-bar", "lower.after-wait", "lower.after-doubt"
	out := chain(UnderageAlcohol,
		link{id: "underage.ended", question: "Was it dismissed, or the sentence served and the fine paid?", rule: "underage.ended"},
		link{id: "underage.wait", question: "Has one year run since then?", rule: "underage.wait", later: "underage.sooner"}, closing("underage", "underage"))
	out = append(out, chain(SmallMarijuana,
		link{id: "marijuana.not-vehicle", question: "Was it not in the passenger area of a vehicle?", rule: "marijuana.not-vehicle", no: "first.not-traffic"},
		link{id: "marijuana.first-two", question: "Is it a first or second conviction of the kind?", rule: "marijuana.first-two", no: "first.not-traffic"},
		link{id: "marijuana.decided", question: "Has the judgment been entered, and does it stand?", rule: "marijuana.decided"},
		link{id: "marijuana.wait", question: "Have two years passed since the conviction?", rule: "marijuana.wait", later: "marijuana.sooner"}, closing("marijuana", "marijuana"))...)
	out = append(out, chain(FirstMisdemeanor,
		link{id: "first.not-traffic", question: "Is it no traffic violation?", rule: "first.not-traffic", no: afterBar},
		link{id: "first.offender", question: "Is the person a first offender?", rule: "first.offender", no: afterBar},
		link{id: "first.not-official", question: "Is it unrelated to the duties of a public office?", rule: "first.not-official", no: afterBar},
		link{id: "first.decided", question: "Has the judgment been entered, and does it stand?", rule: "first.decided"},
		link{id: "first.terms", question: "Is the sentence completed?", rule: "first.terms", later: afterWait},
		link{id: "first.fines", question: "Are fines and costs paid?", rule: "first.fines", later: afterWait},
		link{id: "first.closing", question: closing("first", "first").question, rule: "first", unsettled: afterDoubt})...)
	for _, lower := range []struct {
		p    Pathway
		name string
	}{{MunicipalAny, "municipal"}, {JusticeAny, "justice"}} {
		out = append(out, chain(lower.p,
			link{id: lower.name + ".two-years", question: "Have two years passed since the last conviction in any court?", rule: lower.name + ".two-years"},
			link{id: lower.name + ".decided", question: "Has the judgment been entered, and does it stand?", rule: lower.name + ".decided"}, closing(lower.name, lower.name))...)
	}
	return out
}

func felonySteps() []Step {
	return chain(OneFelony,
		link{id: "felony.not-excluded", question: "Is it none of the excluded felonies, and no crime of violence?", rule: "felony.not-excluded"},
		link{id: "felony.not-official", question: "Is it unrelated to the duties of a public office?", rule: "felony.not-official"},
		link{id: "felony.only-one", question: "Has no felony been expunged before?", rule: "felony.only-one"},
		link{id: "felony.decided", question: "Has the judgment been entered, and does it stand?", rule: "felony.decided"},
		link{id: "felony.terms", question: "Is every term of the sentence completed?", rule: "felony.terms"},
		link{id: "felony.wait", question: "Has the waiting period run?", rule: "felony.wait"},
		link{id: "felony.fines", question: "Are all fines and costs paid?", rule: "felony.fines"},
		link{id: "felony.near-miss", question: "Does no exclusion come near?", rule: "felony.near-miss", unsettled: endLawyer},
		link{id: "felony.pending", question: "Is no charge pending?", rule: "felony.pending", unsettled: endLawyer},
		link{id: "felony.later", question: "Is there no later conviction?", rule: "felony.later", unsettled: endLawyer}, closing("felony", "felony"))
}

// flowEnds are the ends: each route that appears open, and the three shared ones.
func flowEnds() []End {
	var out []End
	for _, p := range provisions() {
		e := End{ID: string(p.Pathway), Pathway: p.Pathway, Status: Eligible, Cite: Citation(p.Pathway), Text: endText(p)}
		if p.Pathway == None {
			e.Status, e.Cite, e.Text = Ineligible, "99-19-71", "Not available in a Mississippi court: the statutes speak of the court that had the case"
		}
		out = append(out, e)
		if p.Pathway == YouthSealing {
			out = append(out, End{ID: string(YouthDestruction), Pathway: YouthDestruction, Status: Eligible, Cite: Citation(YouthDestruction), Text: "Destruction of a youth court record: the youth court may order it"})
		}
	}
	return append(out,
		End{ID: endNotYet, Status: NotYet, Cite: "99-19-71", Text: "Not yet: time has to pass, or something has to be done first"},
		End{ID: endLawyer, Status: Review, Cite: "99-19-71", Text: "A lawyer decides: the law leaves a point open here"},
		End{ID: endNotAvailable, Status: Ineligible, Cite: "99-19-71", Text: "Not available: a statute rules it out"})
}

// endText says what an open route gives, and how much is left to the court.
func endText(p Provision) string {
	return p.Title + map[Relief]string{
		Mandatory: ": appears open, and the court shall", Discretionary: ": appears open, and the court may", Automatic: ": should follow of itself; confirm it",
	}[p.Relief]
}
