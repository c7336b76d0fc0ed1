package forms

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/rules"
)

// routeCases are a case for each route with a petition, on which the charge appears
// eligible by that route.
func routeCases() map[rules.Pathway]petition.Case {
	of := func(change func(*petition.Charge)) petition.Case {
		c := municipalFirst()
		change(&c.Charges[0])
		return c
	}
	justice := petition.Court{Level: petition.Justice, County: "Rankin"}
	ended := func(o petition.Outcome, under string) func(*petition.Charge) {
		return func(ch *petition.Charge) {
			*ch = petition.Charge{
				CauseNumber: "21-77", Court: petition.Court{Level: petition.Circuit, County: "Rankin"}, Offense: "false pretenses",
				Section: petition.ParseSection("97-19-39"), Grade: petition.Felony, OffenseDate: date(2019, time.January, 5),
				Arrest:  petition.Arrest{Kind: petition.ArrestMade, Date: date(2019, time.January, 6), Agency: "Rankin County Sheriff's Department", Released: petition.Yes},
				Outcome: o, OutcomeDate: date(2021, time.March, 3),
				Diversion: petition.Diversion{Under: petition.ParseSection(under), Completed: petition.Yes, FeesPaid: petition.Yes, SentencedAtPlea: petition.No, Ended: date(2021, time.March, 1)},
			}
		}
	}
	drug := func(ch *petition.Charge) {
		ended(petition.ConditionalDischarge, "41-29-150")(ch)
		ch.Offense, ch.Section = "possession of a controlled substance", petition.ParseSection("41-29-139(c)(1)")
		ch.OffenseDate = date(2010, time.January, 5)
	}
	second := func(change func(*petition.Charge)) petition.Case {
		c := of(change)
		c.Record.OtherConvictions = []petition.OtherConviction{{Offense: "disorderly conduct", Section: petition.ParseSection("97-35-7"), Grade: petition.Misdemeanor, Date: date(2015, time.May, 5), State: "MS"}}
		return c
	}
	return map[rules.Pathway]petition.Case{
		rules.OneFelony: readyFelony(), rules.FirstMisdemeanor: municipalFirst(), rules.NonConviction: acquittal(),
		rules.Nonadjudication:   of(ended(petition.Nonadjudicated, "99-15-26")),
		rules.Intervention:      of(ended(petition.PretrialIntervention, "99-15-123")),
		rules.DrugDischarge:     of(drug),
		rules.InterventionCourt: of(ended(petition.InterventionCourt, "9-23-23")),
		rules.MentalHealthCourt: of(ended(petition.MentalHealthCourt, "9-27-19")),
		rules.TrafficCourse: of(func(ch *petition.Charge) {
			ended(petition.TrafficSchool, "63-9-11")(ch)
			ch.Court, ch.Offense, ch.Section, ch.Grade, ch.CommercialLicense = justice, "speeding", petition.ParseSection("63-3-501"), petition.Traffic, petition.No
			ch.Arrest.Kind = petition.CitationIssued
		}),
		rules.FirstDUI:     of(firstDUI),
		rules.MunicipalAny: second(func(*petition.Charge) {}),
		rules.JusticeAny:   second(func(ch *petition.Charge) { ch.Court, ch.Plaintiff = justice, "" }),
		rules.MunicipalDismissed: of(func(ch *petition.Charge) {
			ch.Outcome, ch.Sentence, ch.Arrest.Released = petition.Dismissed, petition.Sentence{}, petition.Yes
		}),
		rules.UnchargedOrCitation: of(func(ch *petition.Charge) {
			ch.Court, ch.Outcome, ch.OutcomeDate, ch.Sentence = justice, petition.Uncharged, petition.Date{}, petition.Sentence{}
			ch.CauseNumber, ch.Plaintiff = "", ""
		}),
		rules.UnderageAlcohol: of(func(ch *petition.Charge) {
			ch.Offense, ch.Section = "possession of beer under 21", petition.ParseSection("67-3-70(1)")
		}),
		rules.SmallMarijuana: of(func(ch *petition.Charge) {
			ch.Offense, ch.Section, ch.InVehicle = "possession of marijuana", petition.ParseSection("41-29-139(c)(2)(A)(1)"), petition.No
		}),
		rules.Survivor: of(func(ch *petition.Charge) {
			ch.TraffickingSurvivor = petition.Yes
			ch.Court = petition.Court{Level: petition.County, County: "Rankin"}
			ch.Section, ch.Offense = petition.ParseSection("97-29-49"), "prostitution"
			ch.Sentence.FinesCostsPaid = petition.No
		}),
		rules.YouthDismissed: of(func(ch *petition.Charge) {
			ended(petition.NotDelinquent, "")(ch)
			ch.Court, ch.Diversion = petition.Court{Level: petition.Youth, County: "Rankin"}, petition.Diversion{}
		}),
	}
}

// firstDUI makes a charge a first DUI that a municipal court convicted.
func firstDUI(ch *petition.Charge) {
	ch.Offense, ch.Section, ch.CommercialLicense = "DUI, first offense", petition.ParseSection("63-11-30(2)(a)"), petition.No
	ch.DUI = petition.DUI{BAC: petition.BAC{Value: 12000, Known: true}, RefusedTest: petition.No, Justification: "I have not driven after drinking since, and the work I do needs a clean record."}
}

func routes() []rules.Pathway { return slices.Sorted(maps.Keys(routeCases())) }

// officeFor is the office of a route. After the traffic course the file never tells which
// of its two ways the case went, so a lawyer asks for that draft.
func officeFor(p rules.Pathway) Office {
	o := office()
	if p == rules.TrafficCourse {
		o.DraftReview = "memo"
	}
	return o
}

func TestEveryRouteWithAPetitionHasACase(t *testing.T) {
	for p := range wordings {
		if _, ok := routeCases()[p]; !ok {
			t.Errorf("no case for %s", p)
		}
	}
	for _, p := range routes() {
		want := rules.Eligible
		if p == rules.TrafficCourse {
			want = rules.Review
		}
		if v := rules.Assess(routeCases()[p], asOf).Charges[0]; v.Pathway != p || v.Status != want {
			t.Errorf("%s: the case is %s by %s: %v", p, v.Status, v.Pathway, v.Missing)
		}
	}
}

func TestNothingIsDraftedOnTheOtherRoutes(t *testing.T) {
	for _, p := range rules.Provisions() {
		_, has := routeCases()[p.Pathway]
		if drafted := allegations(p.Pathway) != nil; drafted != has {
			t.Errorf("%s: drafted is %v", p.Pathway, drafted)
		}
	}
	for _, p := range []rules.Pathway{
		rules.DUINonadjudication, rules.VeteransCourt, rules.SurvivorVacatur, rules.IdentityTheft, rules.LegacyPlea, rules.YouthSealing, rules.YouthDestruction, rules.None,
	} {
		if allegations(p) != nil {
			t.Errorf("%s is drafted", p)
		}
	}
}

// filedText is everything that stands on the filed pages.
func filedText(docs []doc.Document) string {
	var out strings.Builder
	for _, d := range docs {
		if d.Group == doc.Filed {
			out.WriteString(d.Running + "\n" + dump(d))
		}
	}
	return strings.ReplaceAll(out.String(), "\u00a0", " ")
}

func TestTitlesByRoute(t *testing.T) {
	titles := map[rules.Pathway][2]string{
		rules.OneFelony:           {"Petition to Expunge Record of Felony Conviction", "Order Expunging Record of Felony Conviction"},
		rules.FirstMisdemeanor:    {"Petition to Expunge Record of Misdemeanor Conviction", "Order Expunging Record of Misdemeanor Conviction"},
		rules.NonConviction:       {"Petition to Expunge Record of a Case Ended Without Conviction", "Order Expunging Record of a Case Ended Without Conviction"},
		rules.MunicipalDismissed:  {"Petition to Expunge Record of a Case Ended Without Conviction", "Order Expunging Record of a Case Ended Without Conviction"},
		rules.Nonadjudication:     {"Petition to Expunge Record of a Nonadjudicated Charge", "Order Expunging Record of a Nonadjudicated Charge"},
		rules.Intervention:        {"Petition to Expunge Record after Pretrial Intervention", "Order Expunging Record after Pretrial Intervention"},
		rules.DrugDischarge:       {"Petition to Expunge Record after Conditional Discharge", "Order Expunging Record after Conditional Discharge"},
		rules.UnchargedOrCitation: {"Petition to Expunge Record of Misdemeanor Arrest", "Order Expunging Record of Misdemeanor Arrest"},
		rules.UnderageAlcohol:     {"Petition to Expunge Record of a Charge under Section 67-3-70", "Order Expunging Record of a Charge under Section 67-3-70"},
		rules.FirstDUI:            {"Petition to Expunge Record of a First DUI Conviction", "Order Expunging Record of a First DUI Conviction"},
		rules.MunicipalAny:        {"Petition to Expunge Record of Misdemeanor Conviction", "Order Expunging Record of Misdemeanor Conviction"},
		rules.JusticeAny:          {"Petition to Expunge Record of Misdemeanor Conviction", "Order Expunging Record of Misdemeanor Conviction"},
		rules.Survivor:            {"Petition to Expunge Record of Conviction", "Order Expunging Record of Conviction"},
		rules.YouthDismissed:      {"Petition to Expunge Youth Court Record", "Order Expunging Youth Court Record"},
		rules.InterventionCourt:   {"Motion for Entry of Order of Expunction", "Order of Expunction"},
		rules.MentalHealthCourt:   {"Motion for Entry of Order of Expunction", "Order of Expunction"},
		rules.TrafficCourse:       {"Motion for Entry of Order of Expunction", "Order of Expunction"},
		rules.SmallMarijuana:      {"Motion for Entry of Order of Expunction", "Order of Expunction"},
	}
	for _, p := range routes() {
		docs := compose(routeCases()[p], officeFor(p))
		asks, order := paperNamed(t, docs, "petition"), paperNamed(t, docs, "order")
		if asks.Title != titles[p][0] || order.Title != titles[p][1]+" (proposed)" {
			t.Errorf("%s: %q and %q", p, asks.Title, order.Title)
		}
		wantEach(t, string(p)+" order", dump(order), "on the "+titles[p][0]+" of", "# "+strings.ToUpper(titles[p][1]))
		wantEach(t, string(p)+" certificate", dump(paperNamed(t, docs, "certificate")), titles[p][0]+", with its exhibits", "Proposed "+titles[p][1])
		wantEach(t, string(p)+" petition", strings.ReplaceAll(dump(asks), "\u00a0", " "), "this Court under Miss. Code Ann. § "+string(p)+" to ")
	}
}

// forgotten are the facts that decide on a route, each of which may be unknown.
var forgotten = map[string]func(*petition.Case){
	"whole record": func(c *petition.Case) { c.Record.Complete = petition.Unstated },
	"fines":        func(c *petition.Case) { c.Charges[0].Sentence.FinesCostsPaid = petition.Unstated },
	"terms":        func(c *petition.Case) { c.Charges[0].Sentence.AllTermsComplete = petition.Unstated },
	"completion": func(c *petition.Case) {
		c.Charges[0].Sentence.TermsCompleted, c.Charges[0].Sentence.PaymentsCompleted = petition.Date{}, petition.Date{}
	},
	"program":       func(c *petition.Case) { c.Charges[0].Diversion.Completed = petition.Unstated },
	"fees":          func(c *petition.Case) { c.Charges[0].Diversion.FeesPaid = petition.Unstated },
	"license":       func(c *petition.Case) { c.Charges[0].CommercialLicense = petition.Unstated },
	"vehicle":       func(c *petition.Case) { c.Charges[0].InVehicle = petition.Unstated },
	"justification": func(c *petition.Case) { c.Charges[0].DUI.Justification = "" },
	"bac":           func(c *petition.Case) { c.Charges[0].DUI.BAC = petition.BAC{} },
	"refusal":       func(c *petition.Case) { c.Charges[0].DUI.RefusedTest = petition.Unstated },
	"subsection":    func(c *petition.Case) { c.Charges[0].Section = petition.ParseSection(c.Charges[0].Section.Base()) },
	"subsection and whole record": func(c *petition.Case) {
		c.Charges[0].Section, c.Record.Complete = petition.ParseSection(c.Charges[0].Section.Base()), petition.Unstated
	},
	"release":      func(c *petition.Case) { c.Charges[0].Arrest.Released = petition.Unstated },
	"arrest":       func(c *petition.Case) { c.Charges[0].Arrest.Kind = "" },
	"arrest day":   func(c *petition.Case) { c.Charges[0].Arrest.Date = petition.Date{} },
	"judgment day": func(c *petition.Case) { c.Charges[0].OutcomeDate = petition.Date{} },
	"offense day":  func(c *petition.Case) { c.Charges[0].OffenseDate = petition.Date{} },
	"birth":        func(c *petition.Case) { c.Petitioner.DateOfBirth = petition.Date{} },
	"office":       func(c *petition.Case) { c.Record.PublicOfficial = petition.Unstated },
	"grade":        func(c *petition.Case) { c.Charges[0].Grade = "" },
	"number":       func(c *petition.Case) { c.Charges[0].CauseNumber = "" },
	"county":       func(c *petition.Case) { c.Charges[0].Court.County = "" },
	"identity":     func(c *petition.Case) { c.Charges[0].IdentityTheft = petition.Unknown },
	"survivor":     func(c *petition.Case) { c.Charges[0].TraffickingSurvivor = petition.Unknown },
	"another": func(c *petition.Case) {
		c.Record.EarlierRelief = []petition.EarlierRelief{{Kind: petition.ReliefNonadjudication}}
	},
}

// withFactsForgotten composes the case of each route whole, and with each fact unknown.
func withFactsForgotten(visit func(name string, route rules.Pathway, c petition.Case, a rules.Assessment, docs []doc.Document)) {
	o := office()
	o.DraftReview = "reason"
	for _, p := range routes() {
		for _, fact := range append(slices.Sorted(maps.Keys(forgotten)), "") {
			c := routeCases()[p]
			if fact != "" {
				forgotten[fact](&c)
			}
			a := rules.Assess(c, asOf)
			visit(fmt.Sprintf("%s without %s", p, fact), p, c, a, Compose(c, a, o))
		}
	}
}

func TestEveryDraftedRouteComposesWithFactsMissingOrInReview(t *testing.T) {
	faults := []string{"  ", " ,", " .", "..", ",,", "the the ", "the The ", " of of ", "()", "[]", "“”", "%!", " ;", ":.", "____[]"}
	seen := map[rules.Pathway]map[rules.Status]bool{}
	withFactsForgotten(func(name string, _ rules.Pathway, _ petition.Case, a rules.Assessment, docs []doc.Document) {
		v := a.Charges[0]
		if seen[v.Pathway] == nil {
			seen[v.Pathway] = map[rules.Status]bool{}
		}
		seen[v.Pathway][v.Status] = true
		open := v.Status == rules.Eligible || v.Status == rules.Incomplete || v.Status == rules.Review
		if drafted := strings.Contains(names(docs), "petition"); drafted != (open && allegations(v.Pathway) != nil) {
			t.Errorf("%s: %s by %s, drafted is %v", name, v.Status, v.Pathway, drafted)
		}
		checklistNames(t, name, docs)
		for _, d := range docs {
			for _, l := range strings.Split(dump(d), "\n") {
				l = strings.NewReplacer("|  |", "|", " .12", " 0.12", " .16", " 0.16").Replace(strings.TrimLeft(l, " >|-"))
				for _, fault := range faults {
					if strings.Contains(l, fault) && !strings.HasPrefix(l, "[ ]") && !strings.Contains(l, "____.m.") {
						t.Errorf("%s: %s has %q in: %s", name, d.Name, fault, l)
					}
				}
			}
		}
	})
	for _, p := range routes() {
		if !seen[p][rules.Eligible] && p != rules.TrafficCourse || !seen[p][rules.Incomplete] && !seen[p][rules.Review] {
			t.Errorf("%s was seen only as %v", p, seen[p])
		}
	}
}

// checklistNames fails for a blank in the filed papers that the checklist does not name.
func checklistNames(t *testing.T, name string, docs []doc.Document) {
	t.Helper()
	list := dump(paperNamed(t, docs, "checklist"))
	for _, d := range docs {
		if d.Group != doc.Filed {
			continue
		}
		for _, b := range blanks([]doc.Document{d}) {
			if label := typeset(missingLabel(petition.Path(b.Path))); b.Label == "" && d.Draft != "" || !strings.Contains(list, "[ ] "+label+"\n") {
				t.Errorf("%s: %s has a blank for %s that the checklist does not name", name, d.Name, b.Path)
			}
		}
	}
}

func TestAMotionSpeaksOfNoPetition(t *testing.T) {
	for _, p := range routes() {
		docs := compose(routeCases()[p], officeFor(p))
		motion := slices.Contains([]rules.Pathway{rules.InterventionCourt, rules.MentalHealthCourt, rules.TrafficCourse, rules.SmallMarijuana}, p)
		if said := strings.Contains(strings.ToLower(filedText(docs)), "petition"); said == motion {
			t.Errorf("%s: speaks of a petition: %v", p, said)
		}
		if moved := strings.Contains(filedText(docs), "moves this Court"); moved != motion {
			t.Errorf("%s: moves the court: %v", p, moved)
		}
		if strings.Contains(names(docs), "verification") == motion {
			t.Errorf("%s: papers %s", p, names(docs))
		}
		wantEach(t, string(p)+" fees", dump(paperNamed(t, docs, "fees")), map[bool]string{true: "1 motion in this packet", false: "1 petition in this packet"}[motion])
	}
}

func TestANoticeOfHearingGoesWithAHearing(t *testing.T) {
	heard := []rules.Pathway{rules.OneFelony, rules.FirstMisdemeanor, rules.FirstDUI, rules.MunicipalAny, rules.JusticeAny, rules.DrugDischarge, rules.Survivor, rules.UnchargedOrCitation}
	for _, p := range routes() {
		c := routeCases()[p]
		docs := compose(c, officeFor(p))
		has := strings.Contains(names(docs), " notice ")
		if has != slices.Contains(heard, p) {
			t.Errorf("%s: notice is %v", p, has)
		}
		if served := strings.Contains(dump(paperNamed(t, docs, "certificate")), noticeTitle); served != has {
			t.Errorf("%s: the certificate names a notice: %v", p, served)
		}
		c.Filing.HearingOn = date(2027, time.March, 1)
		if !strings.Contains(names(compose(c, officeFor(p))), " notice ") {
			t.Errorf("%s: a hearing is set and there is no notice", p)
		}
	}
}

func TestWhoIsServed(t *testing.T) {
	for p, want := range map[rules.Pathway]string{
		rules.OneFelony: "District Attorney, Seventh Circuit Court District", rules.FirstDUI: "District Attorney, Twentieth Circuit Court District",
		rules.JusticeAny: "County Prosecuting Attorney of Rankin County", rules.MunicipalAny: "Municipal Prosecuting Attorney, City of Brandon",
		rules.YouthDismissed: "Prosecuting Attorney, Youth Court of Rankin County", rules.InterventionCourt: "District Attorney, Twentieth Circuit Court District",
	} {
		wantEach(t, string(p), dump(paperNamed(t, compose(routeCases()[p], officeFor(p)), "certificate")), want)
	}
	c := routeCases()[rules.FirstDUI]
	c.Charges[0].Prosecutor = petition.Prosecutor{Name: "Ima City", Office: "Municipal Prosecutor of Brandon"}
	docs := compose(c, office())
	wantEach(t, "certificate", dump(paperNamed(t, docs, "certificate")), "    (1) District Attorney, Twentieth", "    (2) Ima City\n\n    Municipal Prosecutor of Brandon\n")
	wantEach(t, "notice", dump(paperNamed(t, docs, "notice")), "TO:\n\n    District Attorney, Twentieth", "AND TO:\n\n    Ima City\n")
	if got := dump(paperNamed(t, docs, "order")); strings.Contains(got, "______\n                Ima City") || !strings.Contains(got, "______\n                District Attorney, Twentieth") {
		t.Errorf("who approves as to form:\n%s", got)
	}
	wantEach(t, "order", dump(paperNamed(t, docs, "order")), "Municipal Prosecutor of Brandon", "the office of the District Attorney, Twentieth Circuit Court District")
}

func TestNoticeByRoute(t *testing.T) {
	for p, want := range map[rules.Pathway]string{
		rules.JusticeAny:   "Section 9-11-15(3) of the Mississippi Code requires prior notice of the petition to the county prosecuting attorney. This is that notice.",
		rules.MunicipalAny: "Section 21-23-7(6) of the Mississippi Code requires prior notice of the petition to the municipal prosecuting attorney. This is that notice.",
		rules.OneFelony:    "ten days’ written notice to the district attorney",
	} {
		c := routeCases()[p]
		c.Filing.HearingOn = date(2027, time.March, 1)
		docs := compose(c, office())
		notice, cover := dump(paperNamed(t, docs, "notice")), dump(paperNamed(t, docs, "cover"))
		wantEach(t, string(p), notice, want)
		felony := p == rules.OneFelony
		if strings.Contains(notice+cover, "ten days") != felony {
			t.Errorf("%s speaks of ten days: %v", p, !felony)
		}
		if felony {
			wantEach(t, "cover", cover, "two weeks before the hearing", "These days are a suggestion", "Friday, February\u00a019, 2027 at the latest")
		} else {
			wantEach(t, "cover", cover, "sets no number of days; serve early")
		}
	}
}

func TestAFirstDUIGoesToCircuitCourt(t *testing.T) {
	docs := compose(routeCases()[rules.FirstDUI], office())
	asks, order := strings.ReplaceAll(dump(paperNamed(t, docs, "petition")), "\u00a0", " "), strings.ReplaceAll(dump(paperNamed(t, docs, "order")), "\u00a0", " ")
	wantEach(t, "petition", asks,
		"IN THE CIRCUIT COURT OF RANKIN COUNTY, MISSISSIPPI", "CAUSE NO. ____[",
		"On March 3, 2020, in the Municipal Court of the City of Brandon, in Cause No. B-77, the petitioner was convicted of DUI, first offense",
		"which is below sixteen one-hundredths percent (.16%)", "“I have not driven after drinking since",
		"the Clerk of the Municipal Court of the City of Brandon", "the Circuit Clerk of Rankin County", "within five days of its entry")
	wantEach(t, "order", order, "which the Court states in writing as § 63-11-30(13) requires. In the petitioner’s own words: “I have not driven",
		"The clerk shall forward this order to the Mississippi Department of Public Safety within five days of its entry", "permanent confidential registry", "CIRCUIT COURT JUDGE")
	c := routeCases()[rules.FirstDUI]
	c.Filing.CauseNumber = "26-NEW"
	wantEach(t, "with a number", strings.ReplaceAll(dump(paperNamed(t, compose(c, office()), "petition")), "\u00a0", " "), "CAUSE NO. 26-NEW", "in Cause No. B-77")
	c.Charges[0].Court = petition.Court{Level: petition.Justice, County: "Hinds"}
	wantEach(t, "two districts", dump(paperNamed(t, compose(c, office()), "petition")), "____[Judicial district of the county] JUDICIAL DISTRICT")
}

// What each order says of the records that stay, and of its effect, is what its section
// says, and it says nothing of another section's.
func TestOrdersSayWhatTheirSectionSays(t *testing.T) {
	sayings := map[string][]rules.Pathway{
		"solely to determine whether, in later proceedings, the petitioner is a first offender": {rules.OneFelony, rules.FirstMisdemeanor},
		"prospective juror":                                                      {rules.OneFelony, rules.FirstMisdemeanor},
		"is restored, in the contemplation of the law":                           {rules.OneFelony, rules.FirstMisdemeanor, rules.NonConviction, rules.MunicipalDismissed, rules.DrugDischarge},
		"guilty of perjury":                                                      {rules.OneFelony, rules.FirstMisdemeanor, rules.NonConviction, rules.MunicipalDismissed, rules.DrugDischarge},
		"Bureau of Narcotics shall keep its nonpublic record":                    {rules.DrugDischarge},
		"permanent confidential registry":                                        {rules.FirstDUI},
		"within five days of its entry":                                          {rules.FirstDUI},
		"legally stands as though never convicted":                               {rules.MunicipalAny, rules.JusticeAny},
		"does not apply to the confidential records of law enforcement agencies": {rules.MunicipalAny, rules.JusticeAny},
		"no effect on the driving record under Title 63":                         {rules.MunicipalAny, rules.JusticeAny},
		"“shall expunge”":                                                        {rules.NonConviction, rules.MunicipalDismissed, rules.Nonadjudication, rules.Intervention, rules.YouthDismissed},
	}
	for _, p := range routes() {
		order := strings.ReplaceAll(dump(paperNamed(t, compose(routeCases()[p], officeFor(p)), "order")), "movant", "petitioner")
		for saying, on := range sayings {
			if strings.Contains(order, saying) != slices.Contains(on, p) {
				t.Errorf("%s: %q is said: %v\n%s", p, saying, strings.Contains(order, saying), order)
			}
		}
	}
}

func TestInYouthCourtAPersonIsNamedByInitials(t *testing.T) {
	c := routeCases()[rules.YouthDismissed]
	c.Charges[0].Arrest.Name, c.Charges[0].Plaintiff = "Joey Sample", "In the interest of José Sample"
	docs := compose(c, office())
	filed := filedText(docs)
	for _, part := range []string{"José", "JOSÉ", "Sample", "SAMPLE", "Joe", "jose@"} {
		if strings.Contains(filed, part) {
			t.Errorf("a filed page says %q:\n%s", part, filed)
		}
	}
	wantEach(t, "filed", filed, "IN THE YOUTH COURT OF RANKIN COUNTY, MISSISSIPPI", "IN THE MATTER OF\nJ.Q.S.\nPETITIONER", "COMES NOW the petitioner, J.Q.S.,", "J.Q.S. – Cause No.", "YOUTH COURT JUDGE")
	if got := paperNamed(t, docs, "petition").Bookmark; !strings.HasSuffix(got, " – J.Q.S.") {
		t.Errorf("the bookmark is %q", got)
	}
	wantEach(t, "confidential", dump(paperNamed(t, docs, "confidential")), "José Q. Sample")
	c.Petitioner.Name = petition.Name{Last: "Sample"}
	if filed := filedText(compose(c, office())); strings.Contains(strings.ToLower(filed), "sample") || !strings.Contains(filed, "____[Initials]") {
		t.Errorf("half a name:\n%s", filed)
	}
}

func TestAnUnchargedMatterHasNoDefendantAndNoNumber(t *testing.T) {
	docs := compose(routeCases()[rules.UnchargedOrCitation], office())
	asks := strings.ReplaceAll(dump(paperNamed(t, docs, "petition")), "\u00a0", " ")
	wantEach(t, "petition", asks, "IN THE MATTER OF\nJOSÉ Q. SAMPLE\nPETITIONER\n", "CAUSE NO. ____[", "The arrest was for petit larceny, a misdemeanor",
		"More than twelve months have passed since the arrest, and the petitioner has not been formally charged or prosecuted.", "the record of the petitioner’s arrest for petit larceny on January 5, 2020, with every record that was made of it, be expunged",
		"A statement of the clerk that no charge was filed is attached as Exhibit A.")
	wantEach(t, "checklist", dump(paperNamed(t, docs, "checklist")), "[ ] Statement of the clerk that no charge was filed")
	for _, wrong := range []string{"VS.", "DEFENDANT", "was charged", "Charging paper", "pleas", "docket sheet"} {
		if strings.Contains(filedText(docs), wrong) {
			t.Errorf("says %q:\n%s", wrong, asks)
		}
	}
}

func TestAChargeThatWasChangedIsPleadedAsBoth(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		c.Charges[0].Charged = petition.ChargedAs{Offense: "simple assault", Section: petition.ParseSection("97-3-7(1)"), Grade: petition.Misdemeanor}
		asks := strings.ReplaceAll(dump(paperNamed(t, compose(c, officeFor(p)), "petition")), "\u00a0", " ")
		convicted := c.Charges[0].Outcome == petition.Convicted
		changed := "The charge was changed to " + c.Charges[0].Offense + ","
		if neither := c.Charges[0].Outcome == petition.Uncharged || p == rules.YouthDismissed; strings.Contains(asks, changed) == (convicted || neither) {
			t.Errorf("%s:\n%s", p, asks)
		}
		if convicted && p != rules.FirstDUI {
			wantEach(t, string(p), asks, "of a different offense, "+c.Charges[0].Offense)
		}
	}
}

// The facts of a survivor stand in the survivor's own petition and order and on the
// worksheet; those of identity theft, which has no petition here, on the worksheet alone.
func TestPrivateFactsStandWhereTheyMust(t *testing.T) {
	tellingWords := []string{"survivor", "trafficked", "trafficking", "identity theft", "97-3-54.6", "97-45-27", "in this name", "preponderance", "agency documentation"}
	for name, set := range map[string]func(*petition.Charge){
		"survivor":         func(ch *petition.Charge) { ch.TraffickingSurvivor = petition.Yes },
		"survivor unknown": func(ch *petition.Charge) { ch.TraffickingSurvivor = petition.Unknown },
		"identity":         func(ch *petition.Charge) { ch.IdentityTheft = petition.Yes },
		"identity unknown": func(ch *petition.Charge) { ch.IdentityTheft = petition.Unknown },
	} {
		for _, draft := range []string{"", "reason"} {
			c := readyFelony()
			c.Charges = append(c.Charges, acquittal().Charges...)
			set(&c.Charges[0])
			o := office()
			o.DraftReview = draft
			a := rules.Assess(c, asOf)
			own := 0
			for _, p := range Petitions(c, a, o) {
				if p.Pathway == rules.Survivor {
					own++
				}
			}
			told := 0
			for _, d := range Compose(c, a, o) {
				body := strings.ToLower(d.Title + d.Running + dump(d))
				tells := slices.ContainsFunc(tellingWords, func(w string) bool { return strings.Contains(body, w) })
				switch {
				case !tells || d.Name == "worksheet" || (own > 0 && d.Name == "exhibits"):
				case own > 0 && (d.Name == "petition" || d.Name == "order") && strings.Contains(body, "97-3-54.6(6)"):
					told++
				default:
					t.Errorf("%s, reason %q: the %s tells", name, draft, d.Name)
				}
			}
			if told != 2*own {
				t.Errorf("%s, reason %q: %d papers tell for %d petitions of that route", name, draft, told, own)
			}
		}
	}
}

func TestAnEligibleChargeWithoutAFormIsNotCalledUnavailable(t *testing.T) {
	c := acquittal()
	for status, want := range map[rules.Status]string{rules.Eligible: "the charge appears eligible, but this packet has no form", rules.Incomplete: "facts are missing, and this packet has no form"} {
		a := rules.Assess(c, asOf)
		a.Charges[0].Pathway, a.Charges[0].Status = rules.VeteransCourt, status
		docs := Compose(c, a, office())
		if strings.Contains(names(docs), "petition") {
			t.Fatal("drafted")
		}
		page := dump(paperNamed(t, docs, "why-not"))
		wantEach(t, string(status), page, want, "That is not a no")
		if strings.Contains(page, "not available") {
			t.Errorf("%s is called not available:\n%s", status, page)
		}
	}
}

func TestTheChecklistOfARouteBringsItsPapers(t *testing.T) {
	for p, want := range map[rules.Pathway][]string{
		rules.FirstDUI:           {"DUI: your driving record", "DUI: the result of the test", "forwarded to the Department of Public Safety"},
		rules.Nonadjudication:    {"Program: certificate, letter or order that shows you completed it", "Order or docket entry that ended the case"},
		rules.MunicipalAny:       {"the prosecutor had prior notice", "Zero-balance statement"},
		rules.MunicipalDismissed: {"whether the judge decides on the papers or wants a hearing"},
		rules.InterventionCourt:  {"The motion is signed and dated", "Program: receipts for its fines and fees"},
	} {
		wantEach(t, string(p), dump(paperNamed(t, compose(routeCases()[p], officeFor(p)), "checklist")), want...)
	}
	if got := dump(paperNamed(t, compose(routeCases()[rules.InterventionCourt], office()), "checklist")); strings.Contains(got, "verification") || strings.Contains(got, "Judgment of conviction") {
		t.Errorf("asks for what is not there:\n%s", got)
	}
}

// A first DUI that another court convicted is served on both prosecutors, whoever of them
// the file names; where circuit court convicted, and on every other route, on one.
func TestAFirstDUIIsServedOnBothProsecutors(t *testing.T) {
	for name, k := range map[string]struct {
		court  petition.Court
		office string
		second string // empty: one is served
	}{
		"city, nobody named":    {municipalFirst().Charges[0].Court, "", "Municipal Prosecuting Attorney, City of Brandon"},
		"city, the DA named":    {municipalFirst().Charges[0].Court, "District Attorney of Rankin County", "Municipal Prosecuting Attorney, City of Brandon"},
		"justice, nobody named": {petition.Court{Level: petition.Justice, County: "Rankin"}, "", "County Prosecuting Attorney of Rankin County"},
		"justice, one named":    {petition.Court{Level: petition.Justice, County: "Rankin"}, "County Attorney", "County Attorney"},
		"county, the DA named":  {petition.Court{Level: petition.County, County: "Rankin"}, "District Attorney", ""},
		"circuit":               {petition.Court{Level: petition.Circuit, County: "Rankin"}, "", ""},
	} {
		c := routeCases()[rules.FirstDUI]
		c.Charges[0].Court, c.Charges[0].Prosecutor.Office = k.court, k.office
		docs := compose(c, office())
		got := dump(paperNamed(t, docs, "certificate"))
		wantEach(t, name, got, "District Attorney")
		if two := strings.Contains(got, "by the means marked for each"); two != (k.second != "") || two && !strings.Contains(got, "(2) "+k.second) {
			t.Errorf("%s:\n%s", name, got)
		}
		if got, want := strings.Count(dump(paperNamed(t, docs, "cover")), "each prosecutor who is served"), 2; (got == want) != (k.second != "") {
			t.Errorf("%s: the cover speaks of each prosecutor %d times", name, got)
		}
		step, note := "ask the clerk who is to be served", "nor who is served: ask the clerk"
		if asked := strings.Contains(dump(paperNamed(t, docs, "cover")), step); asked != (k.second != "") {
			t.Errorf("%s: the cover says to ask who is served: %v", name, asked)
		}
		if noted := strings.Contains(dump(paperNamed(t, docs, "worksheet")), note); noted != (k.court.Level != petition.Circuit) {
			t.Errorf("%s: the worksheet notes the caption: %v", name, noted)
		}
	}
	for _, p := range routes() {
		if got := dump(paperNamed(t, compose(routeCases()[p], officeFor(p)), "certificate")); p != rules.FirstDUI && strings.Contains(got, "by the means marked for each") {
			t.Errorf("%s is served on two:\n%s", p, got)
		}
	}
}

func TestTheCaptionOfAFirstDUIIsNotedOnTheWorksheet(t *testing.T) {
	c := routeCases()[rules.FirstDUI]
	wantEach(t, "city", dump(paperNamed(t, compose(c, office()), "worksheet")), "The plaintiff is City of Brandon, as on the docket of the court that convicted.")
	c.Charges[0].Plaintiff = ""
	wantEach(t, "state", dump(paperNamed(t, compose(c, office()), "worksheet")), "The plaintiff is the State of Mississippi; the docket of the court that convicted may show another.")
}

// The affidavit is an exhibit the petition names, and no paper says that it was filed or
// served before somebody marks it.
func TestTheAffidavitIsTiedToItsPetition(t *testing.T) {
	for p, title := range map[rules.Pathway]string{
		rules.OneFelony: "Affidavit of Rehabilitation", rules.FirstDUI: "Affidavit in Support of Petition",
		rules.MunicipalAny: "Affidavit of Rehabilitation", rules.JusticeAny: "Affidavit of Rehabilitation",
	} {
		docs := compose(routeCases()[p], office())
		asks, sworn := dump(paperNamed(t, docs, "petition")), dump(paperNamed(t, docs, "rehabilitation"))
		named := regexp.MustCompile("The petitioner’s affidavit, if it is filed with this petition, is (Exhibit [A-Z]).").FindStringSubmatch(asks)
		if len(named) != 2 {
			t.Errorf("%s: the petition does not name it:\n%s", p, asks)
			continue
		}
		wantEach(t, string(p), asks, named[1]+" – "+title+", if it is filed")
		wantEach(t, string(p), sworn, "# "+strings.ToUpper(title), named[1]+" to the Petition to Expunge")
		wantEach(t, string(p), dump(paperNamed(t, docs, "certificate")), title+", "+named[1]+", if filed (mark here): ____")
	}
	o := office()
	o.Papers.Extras = false
	for _, d := range compose(readyFelony(), o) {
		if d.Group == doc.Filed && strings.Contains(dump(d), "ffidavit, if it is filed") {
			t.Errorf("the %s names an affidavit that is not made", d.Name)
		}
	}
}

func TestTheAffidavitSaysWhatTheFileSays(t *testing.T) {
	sworn := func(c petition.Case) string { return dump(paperNamed(t, compose(c, office()), "rehabilitation")) }
	wantEach(t, "DUI", sworn(routeCases()[rules.FirstDUI]), "1. Why the record should be expunged: “I have not driven after drinking since")
	wantEach(t, "felony", sworn(readyFelony()), "1. What I have done since the conviction: “I have worked")
	wantEach(t, "nothing said", sworn(routeCases()[rules.MunicipalAny]), "1. My work, schooling or training since the conviction: ____")
}

// No sheet goes before a paper that may not be there.
func TestCoverPagesAreForExhibitsThatAreAttached(t *testing.T) {
	o := office()
	o.Papers.ExhibitCovers = true
	for _, p := range routes() {
		c := routeCases()[p]
		one, all := dump(paperNamed(t, compose(c, officeFor(p)), "exhibits")), officeFor(p)
		all.Papers.ExhibitCovers = true
		every := dump(paperNamed(t, compose(c, all), "exhibits"))
		asks := dump(paperNamed(t, compose(c, officeFor(p)), "petition"))
		if strings.Contains(one, "# EXHIBIT A") || !strings.Contains(every, "# EXHIBIT A") {
			t.Errorf("%s: one sheet\n%s\nall sheets\n%s", p, one, every)
		}
		for _, l := range strings.Split(asks[strings.Index(asks, "# EXHIBITS"):], "\n") {
			mark, name, listed := strings.Cut(strings.TrimSpace(l), " – ")
			if !listed {
				continue
			}
			wantEach(t, string(p), one, "| "+strings.TrimPrefix(mark, "Exhibit ")+" | "+name+" | ____ |")
			if maybe := strings.Contains(name, "filed"); strings.Contains(name, ", if ") && strings.Contains(every, "# "+strings.ToUpper(mark)+"\n") == maybe {
				t.Errorf("%s: a page for %s", p, name)
			}
		}
	}
}

// A record that a section expunges without a petition may be gone already; the person is
// told before paying for papers, and on no other route.
func TestTheSummarySaysWhenTheRecordMayBeExpungedAlready(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		docs := compose(c, officeFor(p))
		got := strings.Contains(dump(paperNamed(t, docs, "summary")), "the court may have entered the order already")
		if want := written(p).motion && p != rules.TrafficCourse; got != want { // after the course a lawyer looks first
			t.Errorf("%s: the summary says so: %v", p, got)
		}
	}
}

// The finding is the section's own: what the petitioner was, and what came of it.
func TestTheSurvivorsOrderFindsWhatTheSectionAsks(t *testing.T) {
	docs := compose(routeCases()[rules.Survivor], office())
	order := strings.ReplaceAll(dump(paperNamed(t, docs, "order")), "\u00a0", " ")
	wantEach(t, "order", order, "finds, by a preponderance of the evidence, that the petitioner committed the offense while a victim, and as a direct result of being one, as § 97-3-54.6(6) uses those words.")
	if strings.Contains(strings.ToLower(order), "trafficking") {
		t.Errorf("the order, whose copies go to many offices, says more:\n%s", order)
	}
	wantEach(t, "petition", dump(paperNamed(t, docs, "petition")), "if any is filed with this petition, it is Exhibit", "Agency documentation, if any is filed")
}

func TestPeopleAreToldThatAnAddressIsPublic(t *testing.T) {
	docs := compose(routeCases()[rules.NonConviction], office())
	wantEach(t, "cover", dump(paperNamed(t, docs, "cover")), "ask a lawyer which address to give before you sign")
	wantEach(t, "summary", dump(paperNamed(t, docs, "summary")), "ask a lawyer which address to give")
	c := routeCases()[rules.NonConviction]
	c.Petitioner.Counsel.Name = "Pat Counselor"
	if got := dump(paperNamed(t, compose(c, office()), "cover")); strings.Contains(got, "which address to give") {
		t.Errorf("the address on the papers is counsel's:\n%s", got)
	}
}

// A petition of any length keeps the last lines of its prayer with the signature.
func TestThePrayerEndsWithTheSignature(t *testing.T) {
	for n := range 16 { // of other lengths, so that the prayer ends all over the page
		c := readyFelony()
		c.Showing.Rehabilitation = strings.Repeat("I work, and I keep the promises I made to my family. ", n+1)
		on := map[string]int{}
		for _, p := range pages(t, []doc.Document{paperNamed(t, compose(c, office()), "petition")}) {
			for _, l := range p.Lines {
				for _, mark := range []string{"direct the clerk to send", "grant whatever", "Respectfully"} {
					if strings.Contains(lineText(l), mark) {
						on[mark] = p.Number
					}
				}
			}
		}
		if on["grant whatever"] == 0 || on["direct the clerk to send"] != on["Respectfully"] || on["grant whatever"] != on["Respectfully"] {
			t.Errorf("%d: the prayer ends on pages %v", n, on)
		}
	}
}

// lineText is what a line of a page says.
func lineText(l pdf.Line) string {
	var out strings.Builder
	for _, r := range l.Runs {
		out.WriteString(r.Text)
	}
	return out.String()
}

// The letters stand in the petition in their order, and every order names the charge.
func TestExhibitsAreLetteredAsTheyAreSpokenOf(t *testing.T) {
	mention := regexp.MustCompile(`Exhibit ([A-Z])[.,]`)
	for _, p := range routes() {
		c := routeCases()[p]
		docs := compose(c, officeFor(p))
		text, _, _ := strings.Cut(strings.ReplaceAll(dump(paperNamed(t, docs, "petition")), "\u00a0", " "), "WHEREFORE")
		last := ""
		for _, m := range mention.FindAllStringSubmatch(text, -1) {
			if m[1] < last {
				t.Errorf("%s: Exhibit %s is spoken of after %s:\n%s", p, m[1], last, text)
			}
			last = m[1]
		}
		if last == "" {
			t.Errorf("%s speaks of no exhibit", p)
		}
		found, _, _ := strings.Cut(dump(paperNamed(t, docs, "order")), "IT IS THEREFORE ORDERED")
		wantEach(t, string(p), found, c.Charges[0].Offense)
	}
}

func TestAChargeThatWasChangedIsNamedInThePrayerAndTheOrder(t *testing.T) {
	c := routeCases()[rules.NonConviction]
	c.Charges[0].Charged = petition.ChargedAs{Offense: "commercial burglary", Grade: petition.Felony}
	docs := compose(c, office())
	for _, name := range []string{"petition", "order"} {
		wantEach(t, name, dump(paperNamed(t, docs, name)), c.Charges[0].Offense+" (charged as commercial burglary) in Cause No. ")
	}
}

func TestInCountyCourtTheClerkIsAskedWhoProsecuted(t *testing.T) {
	c := routeCases()[rules.Survivor]
	docs := compose(c, office())
	wantEach(t, "certificate", dump(paperNamed(t, docs, "certificate")), "whichever prosecuted the case (cross out the other)")
	wantEach(t, "order", dump(paperNamed(t, docs, "order")), "the office of the County Prosecuting Attorney of Rankin County", "the office of the District Attorney, Twentieth Circuit Court District")
	wantEach(t, "cover", dump(paperNamed(t, docs, "cover")), "Ask the clerk which of them is served")
	c.Charges[0].Prosecutor.Office = "County Attorney"
	if got := filedText(compose(c, office())) + dump(paperNamed(t, compose(c, office()), "cover")); strings.Contains(got, "cross out the other") {
		t.Errorf("the file names the prosecutor:\n%s", got)
	}
}

func TestWordsThatAreQuotedEndInAStop(t *testing.T) {
	for said, want := range map[string]string{"I changed": "“I changed.”", "I changed.": "“I changed.”", "Have I not?": "“Have I not?”"} {
		c := readyFelony()
		c.Showing.Rehabilitation = said
		docs := compose(c, office())
		wantEach(t, said, dump(paperNamed(t, docs, "petition")), want)
		wantEach(t, said, dump(paperNamed(t, docs, "rehabilitation")), want)
	}
}

func TestATableOfAMotionSpeaksOfNoPetition(t *testing.T) {
	table := doc.Table{Head: row(words("The petition")), Rows: [][][]doc.Span{row(words("the petitioner"), []doc.Span{doc.Value{S: "petition 1"}})}}
	got := dump(doc.Document{Blocks: reworded([]doc.Block{table}, asMotion)})
	if want := "| The motion |\n| the movant | petition 1 |\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
