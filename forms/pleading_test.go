package forms

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// everyPleading visits the petition and the order of every route, whole and with each fact
// forgotten, and of the sample cases.
func everyPleading(visit func(name string, c petition.Case, a rules.Assessment, p Petition, asks, order string)) {
	o := office()
	o.DraftReview = "reason"
	each := func(name string, c petition.Case, a rules.Assessment, docs []doc.Document) {
		texts := map[string][]string{}
		for _, d := range docs {
			texts[d.Name] = append(texts[d.Name], strings.ReplaceAll(dump(d), "\u00a0", " "))
		}
		for n, p := range Petitions(c, a, o) {
			visit(name, c, a, p, texts["petition"][n], texts["order"][n])
		}
	}
	withFactsForgotten(func(name string, _ rules.Pathway, c petition.Case, a rules.Assessment, docs []doc.Document) {
		each(name, c, a, docs)
	})
	for name, c := range sampleCases() {
		a := rules.Assess(c, asOf)
		each(name, c, a, Compose(c, a, o))
	}
}

func TestEveryExhibitIsPleaded(t *testing.T) {
	listed := regexp.MustCompile(`\nExhibit ([A-Z]) – `)
	seen := 0
	check := func(name, asks string) {
		body, list, _ := strings.Cut(asks, "## EXHIBITS")
		for _, x := range listed.FindAllStringSubmatch(list, -1) {
			seen++
			if !strings.Contains(body, "Exhibit "+x[1]+".") {
				t.Errorf("%s: no paragraph has Exhibit %s:\n%s", name, x[1], asks)
			}
		}
	}
	everyPleading(func(name string, _ petition.Case, _ rules.Assessment, _ Petition, asks, _ string) { check(name, asks) })
	for _, p := range routes() {
		c := routeCases()[p]
		c.Charges[0].Indicted, c.Charges[0].Papers = petition.Yes, petition.Papers{Discharge: petition.PaperHave}
		check(string(p)+", indicted", paperText(t, c, p, "petition"))
	}
	if seen < 1000 {
		t.Errorf("only %d exhibits were looked for", seen)
	}
}

// elsewhereCited are the sections that need no finding of their own: those the clerk acts
// under, and those that the section of a route names to say what it reaches.
var elsewhereCited = []string{"45-27-9", "45-27-21", "99-15-101", "41-29-139", "97-3-2"}

func bases(f rules.Finding, out []string) []string {
	for _, c := range append([]rules.Citation{f.Cite}, f.Also...) {
		out = append(out, petition.ParseSection(string(c)).Base())
	}
	for _, p := range f.Parts {
		out = bases(p, out)
	}
	return out
}

func TestEverySectionPleadedIsInTheFinding(t *testing.T) {
	cites := regexp.MustCompile(`(?:§|Section) (\d+-\d+-\d+(?:\.\d+)?(?:\([0-9A-Za-z]+\))*)`)
	seen := 0
	everyPleading(func(name string, c petition.Case, a rules.Assessment, p Petition, asks, order string) {
		held := slices.Clone(elsewhereCited)
		held = append(held, petition.ParseSection(string(p.Pathway)).Base())
		alternative := true
		for _, i := range p.Charges {
			held = bases(a.Charges[i].Finding, held)
			held = append(held, c.Charges[i].Section.Base(), c.Charges[i].Charged.Section.Base())
			alternative = alternative && slices.ContainsFunc(a.Charges[i].Alternatives, func(r rules.Route) bool {
				return r.Pathway == rules.NonConviction && r.Status == rules.Eligible
			})
		}
		if alternative {
			held = append(held, "99-19-71")
		}
		for _, m := range cites.FindAllStringSubmatch(asks+order, -1) {
			seen++
			if !slices.Contains(held, petition.ParseSection(m[1]).Base()) {
				t.Errorf("%s: § %s is cited, and the finding does not hold it", name, m[1])
			}
		}
		if general := p.Pathway == rules.NonConviction || alternative; strings.Contains(asks+order, "99-19-71(4)") != general {
			t.Errorf("%s: 99-19-71(4) is pleaded: %v", name, !general)
		}
	})
	if seen < 1000 {
		t.Errorf("only %d citations were looked at", seen)
	}
}

func TestSubsectionFourIsPleadedInTheAlternativeWithItsElementsAndItsEffect(t *testing.T) {
	c := routeCases()[rules.MunicipalDismissed]
	said := map[string][]string{
		"petition": {
			"to expunge the record of a case that ended without a conviction, and in the alternative under Miss. Code Ann. § 99-19-71(4).",
			"In the alternative, the petitioner asks for the same relief under Miss. Code Ann. § 99-19-71(4). The petitioner was arrested and released, the case ended as stated above, and the petitioner was not convicted of any charge in it.",
			"restore the petitioner, in the contemplation of the law, to the status occupied before the arrest;",
		},
		"order": {
			"under Miss. Code Ann. § 21-23-7(13) and in the alternative under Miss. Code Ann. § 99-19-71(4).",
			"the case is also one whose record, upon petition, the Court “shall expunge” under § 99-19-71(4).",
			"is restored, in the contemplation of the law", "As § 99-19-71(3) provides, the petitioner shall not be held guilty of perjury",
		},
	}
	for paper, words := range said {
		wantEach(t, paper, paperText(t, c, rules.MunicipalDismissed, paper), words...)
	}
	wantEach(t, "after the order", dump(paperNamed(t, compose(c, office()), "after-order")), "not guilty of perjury")
	c.Charges[0].Arrest.Kind = petition.CitationIssued
	for _, paper := range []string{"petition", "order"} {
		text := paperText(t, c, rules.MunicipalDismissed, paper)
		for _, wrong := range []string{"99-19-71", "alternative", "restore", "perjury", "released"} {
			if strings.Contains(text, wrong) {
				t.Errorf("of a citation the %s says %q:\n%s", paper, wrong, text)
			}
		}
	}
}

func TestAProgramIsNotPleadedUnderTheGeneralSection(t *testing.T) {
	for _, p := range []rules.Pathway{rules.Nonadjudication, rules.Intervention, rules.InterventionCourt, rules.MentalHealthCourt} {
		for _, paper := range []string{"petition", "order"} {
			if text := paperText(t, routeCases()[p], p, paper); strings.Contains(text, "99-19-71") {
				t.Errorf("%s: the %s pleads what a lawyer has to decide:\n%s", p, paper, text)
			}
		}
	}
}

// An order finds what its section asks; what the petition tells the Court besides, it does
// not make a finding.
func TestAnOrderFindsNoMoreThanItsSectionAsks(t *testing.T) {
	for p, besides := range map[rules.Pathway][]string{
		rules.FirstMisdemeanor: {"has completed the sentence", "has paid all fines and costs"},
		rules.JusticeAny:       {"driving under the influence", "under the traffic laws", "has paid all fines and costs"},
		rules.MunicipalAny:     {"driving under the influence", "under the traffic laws", "has paid all fines and costs"},
	} {
		finds, _ := orderParts(t, routeCases()[p], p)
		asks := paperText(t, routeCases()[p], p, "petition")
		for _, words := range besides {
			if !strings.Contains(asks, words) || strings.Contains(finds, words) {
				t.Errorf("%s: %q is not pleaded, or found:\n%s", p, words, finds)
			}
		}
	}
}

func TestASwornPaperSpeaksOfFactsAndNotOfTheFile(t *testing.T) {
	everyPleading(func(name string, _ petition.Case, _ rules.Assessment, _ Petition, asks, order string) {
		for _, words := range []string{"is recorded", "came of the arrest", "came of the citation", "not of a felony."} {
			if strings.Contains(asks+order, words) && !strings.Contains(asks+order, "a traffic offense, and not of a felony.") {
				t.Errorf("%s: says %q", name, words)
			}
		}
	})
}

func TestTheTitleSaysArrestOrCitationAsItWas(t *testing.T) {
	for kind, want := range map[petition.ArrestKind]string{
		petition.ArrestMade: "Record of Misdemeanor Arrest", petition.CitationIssued: "Record of Misdemeanor Citation", "": "Record of Misdemeanor Arrest or Citation",
	} {
		c := routeCases()[rules.UnchargedOrCitation]
		c.Charges[0].Arrest.Kind = kind
		docs := compose(c, office())
		if got := paperNamed(t, docs, "petition").Title; got != "Petition to Expunge "+want {
			t.Errorf("%q: %q", kind, got)
		}
		wantEach(t, "order", paperNamed(t, docs, "order").Title, "Order Expunging "+want+" (proposed)")
	}
	wantEach(t, "several", paperNamed(t, compose(oneEvent(), office()), "order").Title, "Order Expunging Records of Felony Convictions (proposed)")
}

func TestThePagesOfAFiledPaperNameTheCourt(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		a := rules.Assess(c, asOf)
		for _, d := range Compose(c, a, officeFor(p)) {
			if court := Petitions(c, a, officeFor(p))[0].Court.Name(); d.Group == doc.Filed && !strings.HasPrefix(d.Running, court+" – ") {
				t.Errorf("%s: the %s runs %q", p, d.Name, d.Running)
			}
		}
	}
}

func TestInCountyCourtTheOrderDoesNotSayWhoProsecuted(t *testing.T) {
	c := routeCases()[rules.Survivor]
	_, orders := orderParts(t, c, rules.Survivor)
	wantEach(t, "order", orders, "the office of the County Prosecuting Attorney of Rankin County\n", "the office of the District Attorney, Twentieth Circuit Court District\n", "Prosecutor of the case")
	if strings.Contains(orders, "whichever") {
		t.Error("the order leaves open who is meant")
	}
	c.Charges[0].Prosecutor.Office = "County Prosecutor of Rankin County"
	_, orders = orderParts(t, c, rules.Survivor)
	wantEach(t, "order", orders, "the office of the County Prosecutor of Rankin County\n")
	if strings.Contains(orders, "District Attorney") || strings.Contains(orders, "Prosecutor of the case") {
		t.Errorf("the office is known:\n%s", orders)
	}
}

func TestKeepersAreNamedInOneWay(t *testing.T) {
	for given, want := range map[string]string{
		"Oxford Municipal Prosecutor":                "the office of the Oxford Municipal Prosecutor",
		"Office of the City Attorney":                "the Office of the City Attorney",
		"the District Attorney":                      "the office of the District Attorney",
		"Rankin County Prosecutor's Office":          "the Rankin County Prosecutor’s Office",
		"The Office of the Prosecutor":               "The Office of the Prosecutor",
		"District Attorney, Seventh Circuit Court D": "the office of the District Attorney, Seventh Circuit Court D",
	} {
		c := readyFelony()
		c.Charges[0].Prosecutor.Office = given
		_, orders := orderParts(t, c, rules.OneFelony)
		wantEach(t, given, orders, ") "+want+"\n")
	}
}

// A paper that is ready has no cue in its sentences; a draft keeps them.
func TestAPaperToFileHasNoCueInItsSentences(t *testing.T) {
	cue := func(c petition.Case) string {
		for _, line := range strings.Split(dump(paperNamed(t, compose(c, office()), "petition")), "\n") {
			if strings.Contains(line, "In the petitioner’s own words: ____") {
				return line
			}
		}
		return ""
	}
	c := readyFelony()
	c.Showing = petition.Showing{}
	if got := cue(c); got == "" || strings.Contains(got, "[") {
		t.Errorf("ready: %q", got)
	}
	c.Charges[0].Sentence.FinesCostsPaid = petition.Unknown
	if got := cue(c); !strings.Contains(got, "____[") {
		t.Errorf("draft: %q", got)
	}
}

func TestTheCoverTellsWhatToDoWithoutAnExhibit(t *testing.T) {
	c := readyFelony()
	for counsel, want := range map[string]string{
		"":              "if an exhibit cannot be had, cross out the words that say it is attached, and its line in the list.",
		"Pat Counselor": "Where one cannot be had, cross out the words that say it is attached, and its line in the list.",
	} {
		c.Petitioner.Counsel.Name = counsel
		wantEach(t, "cover", dump(paperNamed(t, compose(c, office()), "cover")), want)
	}
}
