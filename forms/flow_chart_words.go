package forms

import (
	"expunge/rules"
)

// The short words of the flow chart. A box has no room for the whole question of a step;
// the words beside the chart give it in full. Each label belongs to a step of the rules'
// flow, and the tests hold the labels to the steps and to their questions.

// flowLabel is a step in a few words.
type flowLabel struct{ step, words string }

// flowQuestions are the boxes that sort a charge.
var flowQuestions = []flowLabel{
	{"start", "In a state court of Mississippi?"},
	{"identity", "Entered in this name by someone else?"},
	{"youth", "In youth court?"},
	{"youth.adjudicated", "Was the child adjudicated delinquent?"},
	{"court", "In justice, municipal, county or circuit court?"},
	{"convicted", "Did it end in a conviction?"},
	{"legacy", "Plea of 1982 or 1983?"},
	{"nonadjudicated", "Nonadjudicated?"},
	{"nonadjudicated.dui", "A DUI?"},
	{"intervention", "Pretrial intervention?"},
	{"discharge", "Drug charge with conditional discharge?"},
	{"intervention-court", "Intervention court?"},
	{"mental-health-court", "Mental health court?"},
	{"veterans-court", "Veterans treatment court?"},
	{"traffic-course", "Traffic-safety course?"},
	{"municipal-dismissed", "Municipal court, charged there?"},
	{"uncharged", "Misdemeanor never charged, or on a citation?"},
	{"nonconviction.kind", "Dismissed, dropped, not guilty, no disposition, or open?"},
	{"survivor", "Committed while, and because, trafficked?"},
	{"dui", "A DUI that is not a felony?"},
	{"felony", "A felony?"},
	{"underage", "Beer or light wine under 21?"},
	{"marijuana", "A small amount of marijuana?"},
	{"lower.which", "In municipal court?"},
}

// flowRoute is the box of a route, or of two between which a lawyer chooses: each has its
// name. Asks are in the order of the section. An ask without words is said by the others,
// or at the foot of the page; what stands under the closing question is what the section
// asks besides. Lawyer says what the law leaves to one on every such charge.
type flowRoute struct {
	ends   []rules.Pathway
	names  []string
	asks   []flowLabel
	lawyer string
}

var flowRoutes = []flowRoute{
	{[]rules.Pathway{rules.IdentityTheft}, []string{"Record entered through identity theft"}, []flowLabel{
		{"identity.closing", ""},
	}, "A lawyer settles which court and what standard."},
	{[]rules.Pathway{rules.YouthSealing, rules.YouthDestruction}, []string{"Sealing", "or destruction"}, []flowLabel{
		{"sealing.choice", ""},
	}, "A lawyer chooses between the two."},
	{[]rules.Pathway{rules.YouthDismissed}, []string{"No adjudication"}, []flowLabel{
		{"youth.ended", "ended without one"},
		{"youth.circuit", "no charge or conviction of a crime of circuit court’s own"},
		{"youth.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.LegacyPlea}, []string{"Plea of 1982 or 1983"}, []flowLabel{
		{"legacy.closing", ""},
	}, "A lawyer reads the section."},
	{[]rules.Pathway{rules.DUINonadjudication}, []string{"DUI"}, []flowLabel{
		{"dui-nonadjudication.completed", "completed and dismissed"},
		{"dui-nonadjudication.closing", ""},
	}, "Court unsettled."},
	{[]rules.Pathway{rules.Nonadjudication}, []string{"Nonadjudication"}, []flowLabel{
		{"nonadjudication.completed", "completed and dismissed"},
		{"nonadjudication.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.Intervention}, []string{"Pretrial intervention"}, []flowLabel{
		{"intervention.completed", "program completed"},
		{"intervention.since", ""},
		{"intervention.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.DrugDischarge}, []string{"Conditional discharge"}, []flowLabel{
		{"discharge.completed", "terms fulfilled, case dismissed"},
		{"discharge.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.InterventionCourt}, []string{"Intervention court"}, []flowLabel{
		{"intervention-court.not-dui", "no DUI"},
		{"intervention-court.completed", "requirements completed"},
		{"intervention-court.fees", "fees paid or waived"},
		{"intervention-court.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.MentalHealthCourt}, []string{"Mental health court"}, []flowLabel{
		{"mental-health-court.completed", "every requirement completed"},
		{"mental-health-court.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.VeteransCourt}, []string{"Veterans treatment court"}, []flowLabel{
		{"veterans-court.completed", "completed"},
		{"veterans-court.closing", ""},
	}, "Section unsettled."},
	{[]rules.Pathway{rules.TrafficCourse}, []string{"Traffic-safety course"}, []flowLabel{
		{"traffic-course.moving", "moving violation, Title 63, chapter 3, 5 or 7"},
		{"traffic-course.completed", "course completed in time"},
		{"traffic-course.not-commercial", "no commercial license"},
		{"traffic-course.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.MunicipalDismissed}, []string{"Municipal record"}, []flowLabel{
		{"municipal-dismissed.arrested", "arrest and release, or dismissed citation"},
		{"municipal-dismissed.ended", "dismissed, dropped, no disposition or not guilty"},
		{"municipal-dismissed.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.UnchargedOrCitation}, []string{"Uncharged, or citation"}, []flowLabel{
		{"uncharged.time", "dismissed, or 12 months since arrest"},
		{"uncharged.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.NonConviction}, []string{"Record without conviction"}, []flowLabel{
		{"nonconviction.arrested", "arrested"},
		{"nonconviction.released", "released"},
		{"nonconviction.ended", "dismissed, dropped, no disposition or not guilty"},
		{"nonconviction.whole", "no conviction in the same case"},
		{"nonconviction.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.Survivor}, []string{"Survivor of human trafficking"}, []flowLabel{
		{"survivor.decided", ""},
		{"survivor.not-violence", "no felony that is a crime of violence"},
		{"survivor.since", ""},
		{"survivor.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.SurvivorVacatur}, []string{"Vacating the conviction"}, []flowLabel{
		{"survivor.act", "convicted under the trafficking act itself"},
		{"vacatur.closing", ""},
	}, "A lawyer drafts it."},
	{[]rules.Pathway{rules.FirstDUI}, []string{"First DUI, in circuit court"}, []flowLabel{
		{"dui.decided", ""},
		{"dui.first", "first offense, (2)(a) or (3)"},
		{"dui.not-commercial", "no commercial license or permit"},
		{"dui.terms", "sentence completed"},
		{"dui.wait", "five years since then"},
		{"dui.fines", "fines and costs paid"},
		{"dui.refused", "no test refused"},
		{"dui.bac", "below .16, or no result"},
		{"dui.other", "no other DUI, convicted or pending"},
		{"dui.once", "no DUI nonadjudicated or expunged before"},
		{"dui.closing", "a justification for the court"},
	}, ""},
	{[]rules.Pathway{rules.OneFelony}, []string{"One felony conviction"}, []flowLabel{
		{"felony.decided", ""},
		{"felony.not-excluded", "not an excluded felony, no crime of violence"},
		{"felony.near-miss", ""},
		{"felony.fines", "fines and costs paid"},
		{"felony.terms", "all terms completed"},
		{"felony.wait", "three years since then (five under the law before July 1, 2026)"},
		{"felony.only-one", "no felony expunged before"},
		{"felony.not-official", "no tie to public office"},
		{"felony.pending", "no charge pending"},
		{"felony.later", "no later conviction"},
		{"felony.closing", "ten days’ notice to the district attorney; rehabilitation"},
	}, ""},
	{[]rules.Pathway{rules.UnderageAlcohol}, []string{"Beer or light wine under 21"}, []flowLabel{
		{"underage.ended", "dismissed, or sentence served and fine paid"},
		{"underage.wait", "one year since then"},
		{"underage.sooner", "sooner, see § 99-19-71(1)"},
		{"underage.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.SmallMarijuana}, []string{"Small marijuana"}, []flowLabel{
		{"marijuana.decided", ""},
		{"marijuana.first-two", "first or second of the kind"},
		{"marijuana.wait", "two years since the conviction"},
		{"marijuana.not-vehicle", "not in the passenger area of a vehicle"},
		{"marijuana.sooner", ""},
		{"marijuana.closing", ""},
	}, ""},
	{[]rules.Pathway{rules.FirstMisdemeanor}, []string{"First offender’s misdemeanor"}, []flowLabel{
		{"first.decided", ""},
		{"first.not-traffic", "no traffic violation"},
		{"first.offender", "a first offender"},
		{"first.terms", "sentence completed"},
		{"first.fines", "fines and costs paid"},
		{"first.not-official", "no tie to public office"},
		{"first.closing", ""},
		{"lower.after-bar", ""},
		{"lower.after-wait", ""},
		{"lower.after-doubt", ""},
	}, ""},
	{[]rules.Pathway{rules.MunicipalAny}, []string{"Any or all, municipal court"}, []flowLabel{
		{"municipal.two-years", "two years since the last conviction in any court"},
		{"municipal.decided", ""},
		{"municipal.closing", "notice to the prosecutor; rehabilitation, good conduct and best interest of society shown"},
	}, ""},
	{[]rules.Pathway{rules.JusticeAny}, []string{"Any or all, justice court"}, []flowLabel{
		{"justice.two-years", "two years since the last conviction in any court"},
		{"justice.decided", ""},
		{"justice.closing", "all else as in municipal court"},
	}, ""},
}
