package rules

import "embed"

//go:embed *.md *.yaml
var library embed.FS

// Page is one body of law as people review it: what it says and where that was read, in
// Markdown, and its vectors, in YAML. The rules read neither; they are carried so that
// the law can be printed by a program that has nothing but itself.
type Page struct {
	Name    string // "s99_19_71"
	Text    []byte
	Vectors []byte // empty where the page has none
	// Pathways are the routes the page is the page of.
	Pathways []Pathway
}

// Pages lists every page, in the order of the decision flow, those without a route last.
func Pages() []Page {
	pages := []Page{
		{Name: "s99_19_71", Pathways: []Pathway{FirstMisdemeanor, OneFelony, NonConviction}},
		{Name: "s97_3_2"},
		{Name: "programs", Pathways: []Pathway{
			Nonadjudication, DUINonadjudication, Intervention, DrugDischarge, InterventionCourt, MentalHealthCourt,
			VeteransCourt, TrafficCourse, LegacyPlea,
		}},
		{Name: "s63_11_30", Pathways: []Pathway{FirstDUI}},
		{Name: "single_offenses", Pathways: []Pathway{UnchargedOrCitation, UnderageAlcohol, SmallMarijuana}},
		{Name: "lower_courts", Pathways: []Pathway{MunicipalAny, MunicipalDismissed, JusticeAny}},
		{Name: "s97_3_54_6", Pathways: []Pathway{Survivor, SurvivorVacatur, IdentityTheft}},
		{Name: "s43_21_159", Pathways: []Pathway{YouthDismissed, YouthSealing, YouthDestruction}},
		{Name: "offenses"},
		{Name: "flow"},
		{Name: "notice"},
		{Name: "fees"},
	}
	for i := range pages {
		p := &pages[i]
		p.Text, _ = library.ReadFile(p.Name + ".md") // a test finds a page without its text
		p.Vectors, _ = library.ReadFile(p.Name + ".yaml")
	}
	return pages
}
