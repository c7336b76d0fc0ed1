package forms

import "slices"

// The reasons why a finding stands in no paragraph.
const (
	otherRoutes = "it concerns other routes and may concern private facts; the worksheet shows it"
	whichLaw    = "which version of the law governs is for the court; the worksheet shows it"
	registry    = "registration is no element of the section; the worksheet shows it"
	rightlyMade = "it goes to whether the program was rightly given, not to this relief; the worksheet shows it"
)

// notPleaded are the findings no paragraph rests on, with the reason.
var notPleaded = map[string]string{
	"first.registry": registry, "felony.registry": registry, "municipal.registry": registry, "justice.registry": registry,

	"first.open": otherRoutes, "felony.open": otherRoutes, "nonconviction.open": otherRoutes, "municipal.open": otherRoutes,
	"justice.open": otherRoutes, "municipal-dismissed.open": otherRoutes, "uncharged.open": otherRoutes, "underage.open": otherRoutes,
	"dui.open": otherRoutes, "nonadjudication.open": otherRoutes, "intervention.open": otherRoutes, "discharge.open": otherRoutes,
	"intervention-court.open": otherRoutes, "mental-health-court.open": otherRoutes, "youth.open": otherRoutes,
	"survivor.open": otherRoutes, "marijuana.open": otherRoutes, "traffic-course.open": otherRoutes,

	"first.law": whichLaw, "felony.law": whichLaw, "nonconviction.law": whichLaw, "municipal-dismissed.law": whichLaw,
	"dui.law": whichLaw, "intervention.since": whichLaw, "nonadjudication.law": whichLaw, "discharge.law": whichLaw,
	"intervention-court.law": whichLaw, "mental-health-court.law": whichLaw, "traffic-course.law": whichLaw, "uncharged.law": whichLaw,
	"underage.law": whichLaw, "marijuana.law": whichLaw, "municipal.law": whichLaw, "justice.law": whichLaw, "youth.law": whichLaw, "survivor.since": whichLaw,

	"nonadjudication.once": rightlyMade, "nonadjudication.drug": rightlyMade, "nonadjudication.class": rightlyMade,
	"traffic-course.three-years": rightlyMade, "discharge.once": rightlyMade,

	"traffic-course.route":       "after a plea or after a trial: the file does not say which; the worksheet shows it",
	"nonadjudication.not-legacy": "the paragraph that names the section of the nonadjudication says it",
	"felony.event":               "what an excluded count of the event does to the rest is for a lawyer; the worksheet shows it",
}

// isConcern reports whether the finding only says that a route concerns a charge. The
// assessment leaves those out once they are met.
func isConcern(id string) bool { return slices.Contains(concerns, id) }

var concerns = []string{
	"first.convicted", "first.grade", "first.court", "felony.convicted", "felony.grade", "felony.court",
	"nonconviction.kind", "nonconviction.route", "nonconviction.court",
	"nonadjudication.kind", "nonadjudication.not-legacy", "nonadjudication.not-dui", "nonadjudication.court",
	"intervention.kind", "intervention.court", "discharge.kind", "discharge.court",
	"intervention-court.kind", "intervention-court.court", "mental-health-court.kind", "mental-health-court.court",
	"traffic-course.kind", "traffic-course.court", "dui.convicted", "dui.offense", "dui.court",
	"municipal.convicted", "municipal.grade", "municipal.court", "justice.convicted", "justice.grade", "justice.court",
	"municipal-dismissed.kind", "municipal-dismissed.court", "uncharged.grade", "uncharged.kind", "uncharged.court",
	"underage.section", "underage.court", "marijuana.convicted", "marijuana.section", "marijuana.court",
	"survivor.convicted", "survivor.stated", "survivor.court", "youth.court", "youth.not-adjudicated",
}
