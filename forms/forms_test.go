package forms

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

func TestPapersComeInTheOrderOfThePacket(t *testing.T) {
	const ready, draft = "petition verification rehabilitation order certificate notice exhibits", "petition order certificate notice exhibits"
	for name, want := range map[string]string{
		"ready":        "cover " + ready + " summary flow-chart worksheet checklist fees requests requests requests letters after-order help confidential",
		"incomplete":   "cover " + draft + " summary flow-chart worksheet checklist fees requests requests requests help confidential",
		"not-yet":      "cover summary flow-chart why-not worksheet checklist fees requests requests requests help",
		"municipal":    "cover petition verification order certificate notice exhibits summary flow-chart worksheet checklist fees requests requests after-order help confidential",
		"acquittal":    "cover petition verification order certificate exhibits summary flow-chart worksheet checklist fees requests requests after-order help confidential",
		"one-event":    "cover " + ready + " summary flow-chart worksheet checklist fees requests requests requests letters after-order help confidential",
		"two-felonies": "cover summary flow-chart why-not worksheet checklist fees requests requests requests help",
		"federal":      "cover summary flow-chart why-not worksheet checklist requests help",
		"bare":         "cover petition order certificate exhibits summary flow-chart worksheet checklist fees requests help confidential",
		"empty":        "cover summary worksheet checklist help",
	} {
		if got := names(compose(sampleCases()[name], office())); got != want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, want)
		}
	}
}

func TestTheOfficeChoosesThePapersAroundAPetition(t *testing.T) {
	o := office()
	o.Papers.Extras, o.Papers.PauperAffidavit = false, true
	want := "cover petition verification pauper order certificate notice worksheet checklist fees confidential"
	if got := names(compose(readyFelony(), o)); got != want {
		t.Errorf("\n got %s\nwant %s", got, want)
	}
	if got := dump(paperNamed(t, compose(readyFelony(), o), "certificate")); !strings.Contains(got, typeset(pauperTitle)) || strings.Contains(got, "Affidavit of Rehabilitation") {
		t.Errorf("what is served is not what is there:\n%s", got)
	}
}

func TestGroupsAreThoseTheContractNames(t *testing.T) {
	filed := "petition verification rehabilitation pauper order certificate notice exhibits"
	for name, c := range sampleCases() {
		for _, d := range compose(c, office()) {
			want := doc.NotForFiling
			if strings.Contains(filed, d.Name) {
				want = doc.Filed
			}
			if d.Name == "confidential" {
				want = doc.Confidential
			}
			if d.Group != want {
				t.Errorf("%s: %s is in group %d", name, d.Name, d.Group)
			}
		}
	}
}

func TestEveryFiledPaperOfADraftSaysSoAndNoOtherDoes(t *testing.T) {
	for name, want := range map[string]string{"incomplete": draftMissing, "bare": draftMissing, "ready": ""} {
		for _, d := range compose(sampleCases()[name], office()) {
			if d.Group == doc.Filed && d.Draft != want || d.Group != doc.Filed && d.Draft != "" {
				t.Errorf("%s: %s is headed %q", name, d.Name, d.Draft)
			}
		}
	}
}

func TestACaseInReviewIsDraftedOnlyForTheNamedReason(t *testing.T) {
	c := readyFelony()
	c.Record.PendingCharges = []petition.PendingCharge{{Offense: "simple assault", Grade: petition.Misdemeanor}}
	if got := names(compose(c, office())); strings.Contains(got, "petition") {
		t.Errorf("drafted without a reason: %s", got)
	}
	o := office()
	o.DraftReview = "for Ms. Supervisor"
	docs := compose(c, o)
	if p := paperNamed(t, docs, "petition"); p.Draft != draftReview || !strings.Contains(dump(p), unproved+" No criminal charge is pending against the petitioner in any court.") {
		t.Errorf("not drafted as a review: %q\n%s", p.Draft, dump(p))
	}
	if strings.Contains(names(docs), "verification") {
		t.Error("a draft has a verification")
	}
	if !strings.Contains(dump(paperNamed(t, docs, "worksheet")), "for Ms. Supervisor") {
		t.Error("the worksheet does not give the reason")
	}
}

func TestIdentifiersStandInTheConfidentialPaperAlone(t *testing.T) {
	secrets := []string{"987-65-4321", "987654321", "4321", "MS-SID-77777", "Martian", "Nonesuch", "February\u00a029, 1988", "1988-02-29"}
	o := office()
	o.DraftReview = "reason"
	for name, c := range sampleCases() {
		for _, d := range append(compose(c, office()), compose(c, o)...) {
			if d.Group == doc.Confidential {
				continue
			}
			for _, s := range secrets {
				if strings.Contains(d.Title+dump(d), s) {
					t.Errorf("%s: %s has %q", name, d.Name, s)
				}
			}
		}
	}
	got := dump(paperNamed(t, compose(readyFelony(), office()), "confidential"))
	for _, s := range []string{"987-65-4321", "MS-SID-77777", "Martian", "Nonesuch", "February\u00a029, 1988", "ATN-9", "JPD-1"} {
		if !strings.Contains(got, s) {
			t.Errorf("the confidential paper lacks %q", s)
		}
	}
}

func TestFiledPapersCarryNothingOfTheOffice(t *testing.T) {
	for name, c := range sampleCases() {
		for _, d := range compose(c, office()) {
			if d.Group != doc.Filed {
				continue
			}
			for _, word := range []string{"Clinic", "Supervisor", "CLINIC-", "NOT FOR FILING", "eligible", "citizen"} {
				if strings.Contains(d.Running+dump(d), word) {
					t.Errorf("%s: %s says %q", name, d.Name, word)
				}
			}
		}
	}
}

func TestEveryFindingIsPleadedOrAccountedFor(t *testing.T) {
	pleaded := map[string]bool{}
	for p := range wordings {
		for _, a := range allegations(p) {
			for _, id := range a.ids {
				pleaded[id] = true
			}
		}
	}
	seen, faulty := map[string]bool{}, map[string]bool{}
	var check func(rules.Finding)
	check = func(f rules.Finding) {
		seen[f.ID] = true
		switch {
		case pleaded[f.ID], notPleaded[f.ID] != "":
		case len(f.Parts) > 0:
			for _, p := range f.Parts {
				check(p)
			}
		default:
			faulty[f.ID] = true
		}
	}
	visit := func(c petition.Case) {
		for _, v := range rules.Assess(c, asOf).Charges {
			for _, r := range append(v.Alternatives, v.Route) {
				if allegations(r.Pathway) != nil && r.Finding.ID != unplaced && r.Finding.ID != "" {
					check(r.Finding)
				}
			}
		}
	}
	for _, c := range sampleCases() {
		everyEnd(c, visit)
	}
	withFactsForgotten(func(_ string, _ rules.Pathway, c petition.Case, _ rules.Assessment, _ []doc.Document) { visit(c) })
	for id := range faulty {
		t.Errorf("finding %s is neither pleaded nor accounted for", id)
	}
	for id := range pleaded {
		// A concern stands in the tree only while it is open, and some never are.
		if !seen[id] && !isConcern(id) {
			t.Errorf("an allegation rests on %s, which no assessment has", id)
		}
	}
	for id := range notPleaded {
		if !seen[id] && !isConcern(id) {
			t.Errorf("%s is accounted for, and no assessment has it", id)
		}
	}
}

// everyEnd visits the case with every grade and outcome for its charges.
func everyEnd(c petition.Case, visit func(petition.Case)) {
	for _, grade := range append(petition.Grade("").Values(), "") {
		for _, outcome := range append(petition.Outcome("").Values(), "") {
			for i := range c.Charges {
				c.Charges[i].Grade, c.Charges[i].Outcome = petition.Grade(grade), petition.Outcome(outcome)
			}
			visit(c)
		}
	}
}

// without returns the tree without the finding, or with another answer for it.
func without(f rules.Finding, id string, answer *rules.Truth) rules.Finding {
	var parts []rules.Finding
	for _, p := range f.Parts {
		if p.ID == id {
			if answer == nil {
				continue
			}
			p.Answer = *answer
		}
		parts = append(parts, without(p, id, answer))
	}
	f.Parts = parts
	return f
}

func TestThePleadingNeverSaysWhatTheAssessmentDidNotFind(t *testing.T) {
	no, unknown := rules.No, rules.Unknown
	o := office()
	o.DraftReview = "memo" // one route is never without a point for a lawyer
	for name, c := range routeCases() {
		for _, al := range allegations(name) {
			for _, id := range al.ids {
				if isConcern(id) {
					continue
				}
				pleadings := func(answer *rules.Truth) string {
					a := rules.Assess(c, asOf)
					a.Charges[0].Finding = without(a.Charges[0].Finding, id, answer)
					docs := Compose(c, a, o)
					return dump(paperNamed(t, docs, "petition")) + dump(paperNamed(t, docs, "order"))
				}
				b := newBrief(c, rules.Assess(c, asOf), o)
				b = b.of(b.petitions[0])
				allegation := plain(al.plead(b, 0))
				for what, got := range map[string]string{"left out": pleadings(nil), "no": pleadings(&no)} {
					if strings.Contains(got, allegation) {
						t.Errorf("%s %s: still pleaded: %s", id, what, allegation)
					}
				}
				if !strings.Contains(pleadings(&unknown), unproved) {
					t.Errorf("%s unknown: nothing is marked to be confirmed", id)
				}
			}
		}
	}
}

func TestTheChecklistNamesEveryBlankInTheFiledPapers(t *testing.T) {
	for name, c := range sampleCases() {
		docs := compose(c, office())
		checklistNames(t, name, docs)
		list := dump(paperNamed(t, docs, "checklist"))
		for _, p := range rules.Assess(c, asOf).Missing() {
			if !strings.Contains(list, "[ ] "+typeset(missingLabel(p))+"\n") {
				t.Errorf("%s: the checklist does not name the missing fact %s", name, p)
			}
		}
	}
}

func TestNothingIsSignedOrDatedBeforehand(t *testing.T) {
	for name, c := range sampleCases() {
		for _, d := range compose(c, office()) {
			if d.Group == doc.Filed && strings.Contains(dump(d), "2026") {
				t.Errorf("%s: %s has a date of this year", name, d.Name)
			}
		}
	}
}

func TestGrouping(t *testing.T) {
	two := func(change func(a, b *petition.Charge)) petition.Case {
		c := acquittal()
		c.Charges = append(c.Charges, c.Charges[0])
		c.Charges[1].Count = "2"
		change(&c.Charges[0], &c.Charges[1])
		return c
	}
	for name, tt := range map[string]struct {
		c    petition.Case
		want string
	}{
		"one cause, one petition":           {two(func(a, b *petition.Charge) {}), "[[0 1]]"},
		"two causes, two petitions":         {two(func(a, b *petition.Charge) { b.CauseNumber = "other" }), "[[0] [1]]"},
		"no cause known, one each":          {two(func(a, b *petition.Charge) { a.CauseNumber, b.CauseNumber = "", "" }), "[[0] [1]]"},
		"two courts, two petitions":         {two(func(a, b *petition.Charge) { b.Court.County = "Hinds" }), "[[0] [1]]"},
		"spelling of a county is one":       {two(func(a, b *petition.Charge) { b.Court.County = "RANKIN county" }), "[[0 1]]"},
		"nothing asked, no petition":        {two(func(a, b *petition.Charge) { a.Ask = petition.No }), "[[1]]"},
		"one event, two causes":             {oneEvent(), "[[0 1]]"},
		"two felonies, none until a choice": {twoFelonies(), "[]"},
	} {
		got := [][]int{}
		for _, p := range Petitions(tt.c, rules.Assess(tt.c, asOf), office()) {
			got = append(got, p.Charges)
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: got %v, want %s", name, got, tt.want)
		}
	}
}

func TestTwoFelonyPetitionsNeverLeaveTogether(t *testing.T) {
	c := twoFelonies()
	c.Charges[1].OutcomeDate = date(2016, time.March, 2) // later, so the earlier one is in review
	o := office()
	o.DraftReview = "reason"
	if ps := Petitions(c, rules.Assess(c, asOf), o); len(ps) > 0 {
		t.Errorf("drafted: %v", ps)
	}
	if got := dump(paperNamed(t, compose(c, o), "worksheet")); !strings.Contains(got, "Spend it on ") {
		t.Error("the worksheet does not show the choice")
	}
}

func TestCaptions(t *testing.T) {
	for name, tt := range map[string]struct {
		set  func(*petition.Charge)
		want []string
	}{
		"two districts":  {func(ch *petition.Charge) {}, []string{"IN THE CIRCUIT COURT OF HINDS COUNTY, MISSISSIPPI\n", "FIRST JUDICIAL DISTRICT", "STATE OF MISSISSIPPI", "CAUSE NO. 0123"}},
		"no district":    {func(ch *petition.Charge) { ch.Court.District = "" }, []string{"____[Judicial district of the county] JUDICIAL DISTRICT"}},
		"county court":   {func(ch *petition.Charge) { ch.Court.Level, ch.Grade = petition.County, petition.Misdemeanor }, []string{"IN THE COUNTY COURT OF HINDS COUNTY", "COUNTY COURT JUDGE", "§\u00a045-27-21"}},
		"own plaintiff":  {func(ch *petition.Charge) { ch.Plaintiff = "City of Jackson" }, []string{"CITY OF JACKSON\nVS.\nJOSÉ Q. SAMPLE\nDEFENDANT / PETITIONER"}},
		"municipal":      {func(ch *petition.Charge) { *ch = municipalFirst().Charges[0]; ch.Plaintiff = "" }, []string{"IN THE MUNICIPAL COURT OF THE CITY OF BRANDON, MISSISSIPPI", "____[Plaintiff as on the docket]", "MUNICIPAL COURT JUDGE"}},
		"a small place":  {func(ch *petition.Charge) { *ch = municipalFirst().Charges[0]; ch.Court.City = "Nowhere" }, []string{"COURT OF THE ____[" + petition.ChargePath(0, "court.municipality").Label() + "] OF NOWHERE"}},
		"section, space": {func(ch *petition.Charge) {}, []string{"Miss. Code Ann.\u00a0§\u00a097-17-41"}},
	} {
		c := readyFelony()
		tt.set(&c.Charges[0])
		docs := compose(c, office())
		got := dump(paperNamed(t, docs, "petition")) + dump(paperNamed(t, docs, "order"))
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", name, want, got)
			}
		}
	}
}

func TestThePetitionPleadsOnlyTheTrueEnd(t *testing.T) {
	ends := map[petition.Outcome]string{
		petition.Acquitted: "found not guilty at trial", petition.Dismissed: "the case was dismissed",
		petition.NolleProsequi: "nolle prosequi", petition.NoBill: "no true bill", petition.RetiredToFile: "retired to the file",
	}
	for outcome, want := range ends {
		c := acquittal()
		c.Charges[0].Outcome, c.Charges[0].OutcomeWording = outcome, ""
		got := dump(paperNamed(t, compose(c, office()), "petition"))
		for other, words := range ends {
			if strings.Contains(got, words) != (other == outcome) {
				t.Errorf("%s: %q pleaded or missing (want only %q)", outcome, words, want)
			}
		}
		if strings.Contains(got, "with prejudice") || strings.Contains(got, "grand jury of") {
			t.Errorf("%s: pleads what the record does not say:\n%s", outcome, got)
		}
	}
}

func TestTheClerksNumberIsTheCaptionsWhenThereIsOnePetition(t *testing.T) {
	c := readyFelony()
	c.Filing.CauseNumber = "26-NEW"
	got := dump(paperNamed(t, compose(c, office()), "petition"))
	for _, want := range []string{"CAUSE NO. 26-NEW", "The record to be expunged is that of Cause No. 0123."} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestOptionsOfTheOffice(t *testing.T) {
	o := office()
	o.Papers = PaperOptions{FingerprintException: true}
	docs := compose(readyFelony(), o)
	order := dump(paperNamed(t, docs, "order"))
	if strings.Contains(names(docs), "verification") || strings.Contains(dump(paperNamed(t, docs, "certificate")), "Verification") {
		t.Error("a verification that was switched off")
	}
	if strings.Contains(order, "APPROVED AS TO FORM") || !strings.Contains(order, "except fingerprint records") {
		t.Errorf("options not followed:\n%s", order)
	}
	if got := dump(paperNamed(t, compose(readyFelony(), office()), "order")); strings.Contains(got, "fingerprint") || !strings.Contains(got, "APPROVED AS TO FORM") {
		t.Errorf("defaults not followed:\n%s", got)
	}
}

func TestCounselSignsForTheClient(t *testing.T) {
	c := readyFelony()
	c.Petitioner.Counsel = petition.Counsel{Name: "Ada Counsel", BarNumber: "12345"}
	got := dump(paperNamed(t, compose(c, office()), "petition"))
	for _, want := range []string{"by and through counsel", "By: Ada Counsel", "Mississippi Bar No. 12345", "Attorney for the Petitioner"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "without counsel") || strings.Contains(got, "1 Example Street") {
		t.Errorf("signs as if without counsel:\n%s", got)
	}
}

func TestWhyNotTellsWhatWouldChangeTheAnswer(t *testing.T) {
	for name, want := range map[string][]string{
		"not-yet":      {"$420.00", "Finish the sentence and every payment first", "Confirm each one first"},
		"two-felonies": {"these stay on the record: Charge 2: false pretenses (Cause No. 0124)"},
		"federal":      {"only that system can clear its own record"},
	} {
		got := dump(paperNamed(t, compose(sampleCases()[name], office()), "why-not"))
		for _, w := range want {
			if !strings.Contains(got, w) {
				t.Errorf("%s: no %q in\n%s", name, w, got)
			}
		}
	}
}

func TestFeesCountPetitions(t *testing.T) {
	c := readyFelony()
	other := municipalFirst().Charges[0]
	other.Ask, other.OutcomeDate, other.OffenseDate, other.Sentence = petition.No, date(2010, time.March, 3), petition.Date{}, petition.Sentence{}
	c.Charges = append(c.Charges, other)
	if got := dump(paperNamed(t, compose(c, office()), "fees")); !strings.Contains(got, "1 petition: $150 in all") {
		t.Errorf("got\n%s", got)
	}
	if got := dump(paperNamed(t, compose(acquittal(), office()), "fees")); !strings.Contains(got, "not settled") || strings.Contains(got, "in all") {
		t.Errorf("got\n%s", got)
	}
}

func TestTheBlankChecklistNeedsNoCase(t *testing.T) {
	got := dump(Checklist(petition.Case{}, rules.Assess(petition.Case{}, asOf), office()))
	for _, want := range []string{"For each case that ended in a conviction", "For each case that ended without one", "Photo ID"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q", want)
		}
	}
	if strings.Contains(got, "Facts still missing") {
		t.Error("a blank list speaks of missing facts")
	}
}

func TestComposingTwiceGivesTheSame(t *testing.T) {
	for name, c := range sampleCases() {
		one, two := "", ""
		for _, d := range compose(c, office()) {
			one += dump(d)
		}
		for _, d := range compose(c, office()) {
			two += dump(d)
		}
		if one != two {
			t.Errorf("%s differs from one time to the next", name)
		}
	}
}

func TestListsReadAsSentences(t *testing.T) {
	for want, things := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b, and c": {"a", "b", "c"}} {
		if got := listOf(things); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if !slices.Equal(words("§ 1's"), []doc.Span{doc.Text{S: "§\u00a01’s"}}) {
		t.Error("text is not set")
	}
}

// everyShape are cases of several courts and every grade and outcome, with little else known.
func everyShape(visit func(name string, c petition.Case)) {
	for _, level := range []petition.Level{petition.Circuit, petition.Justice, petition.Municipal, petition.Youth, petition.Federal, ""} {
		for _, grade := range append(petition.Grade("").Values(), "") {
			for _, outcome := range append(petition.Outcome("").Values(), "") {
				for _, full := range []bool{true, false} {
					c := petition.Case{Charges: []petition.Charge{{}}}
					if full {
						c = readyFelony()
						c.Charges[0].Arrest.Released = petition.Yes
					}
					ch := &c.Charges[0]
					ch.Court.Level, ch.Grade, ch.Outcome = level, petition.Grade(grade), petition.Outcome(outcome)
					visit(fmt.Sprintf("%s %s %s %v", level, grade, outcome, full), c)
				}
			}
		}
	}
}

func TestEveryShapeOfCaseReadsCleanly(t *testing.T) {
	faults := []string{"  ", " ,", " .", "..", ",,", "the the ", "the The ", " of of ", "()", "[]", "“”", "%!", " ;", ":.", "____[]"}
	everyShape(func(name string, c petition.Case) {
		o := office()
		o.DraftReview = "reason"
		for _, d := range compose(c, o) {
			if len(d.Blocks) == 0 || d.Title == "" {
				t.Errorf("%s: %s is empty", name, d.Name)
			}
			for _, l := range strings.Split(dump(d), "\n") {
				l = strings.ReplaceAll(strings.TrimLeft(l, " >|-"), "|  |", "|")
				for _, fault := range faults {
					if strings.Contains(l, fault) && !strings.HasPrefix(l, "[ ]") && !strings.Contains(l, "____.m.") {
						t.Fatalf("%s: %s has %q in: %s", name, d.Name, fault, l)
					}
				}
			}
		}
	})
}

func TestNothingUnchosenIsEverDrafted(t *testing.T) {
	everyShape(func(name string, c petition.Case) {
		a := rules.Assess(c, asOf)
		for _, p := range Petitions(c, a, office()) {
			for _, i := range p.Charges {
				if s := a.Charges[i].Status; s != rules.Eligible && s != rules.Incomplete || allegations(p.Pathway) == nil {
					t.Errorf("%s: drafted by %s when %s", name, p.Pathway, s)
				}
			}
		}
	})
}

func TestNumbersStayWithTheirWords(t *testing.T) {
	if got := plain(words("Cause No. ", "0123, Exhibit ", "A")); got != "Cause No.\u00a00123, Exhibit\u00a0A" {
		t.Errorf("got %q", got)
	}
}

func TestCountsOfOneCauseAreListedWithTheirOwnEnds(t *testing.T) {
	c := acquittal()
	c.Charges = append(c.Charges, c.Charges[0])
	c.Charges[0].Count, c.Charges[1].Count = "1", "2"
	c.Charges[1].Outcome, c.Charges[1].Offense, c.Charges[1].OutcomeWording = petition.Dismissed, "grand larceny", "dismissed with prejudice."
	docs := compose(c, office())
	got := dump(paperNamed(t, docs, "petition")) + dump(paperNamed(t, docs, "order"))
	for _, want := range []string{
		"Count\u00a01 (burglary of a dwelling): On March\u00a03, 2025 the petitioner was found not guilty at trial.",
		"Count\u00a02 (grand larceny): On March\u00a03, 2025 the charge was dismissed. In the words of the record: “dismissed with prejudice.”",
		"the charges of burglary of a dwelling (Count\u00a01) and grand larceny (Count\u00a02) in Cause No. 25-1-CR, with every record",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestAHearingSetTooSoonIsSaidOnTheCover(t *testing.T) {
	c := readyFelony()
	c.Filing.HearingOn = date(2026, time.December, 4)
	if got := dump(paperNamed(t, compose(c, office()), "cover")); !strings.Contains(got, "comes before the ten days have run") || !strings.Contains(got, "December\u00a011, 2026 at the earliest") {
		t.Errorf("got\n%s", got)
	}
}

// Nobody is asked to sign what is not there, or a draft.
func TestWithoutAReadyPetitionTheChecklistAsksForNoSignature(t *testing.T) {
	excluded := readyFelony()
	excluded.Charges[0].Section = petition.ParseSection("97-3-79")
	missing := readyFelony()
	missing.Charges[0].Sentence.FinesCostsPaid = petition.Unknown
	for _, c := range []petition.Case{excluded, missing} {
		got := dump(paperNamed(t, compose(c, office()), "checklist"))
		for _, wrong := range []string{"is signed", "sealed envelope", "clerk's stamp", "clerk’s stamp"} {
			if strings.Contains(got, wrong) {
				t.Errorf("the checklist says %q without a petition to file:\n%s", wrong, got)
			}
		}
	}
	if got := dump(paperNamed(t, compose(excluded, office()), "checklist")); !strings.Contains(got, "Judgment or order that ended the case") {
		t.Errorf("the checklist of an excluded charge does not ask for its judgment:\n%s", got)
	}
	if got := dump(paperNamed(t, compose(readyFelony(), office()), "checklist")); !strings.Contains(got, "The petition is signed") {
		t.Errorf("the checklist of a ready petition does not ask for its signature:\n%s", got)
	}
}

func TestWithCounselTheCoverLeavesSigningToTheLawyer(t *testing.T) {
	c := readyFelony()
	c.Petitioner.Counsel.Name = "Pat Counselor"
	got := dump(paperNamed(t, compose(c, office()), "cover"))
	if strings.Contains(got, "Sign and date it") || !strings.Contains(got, "Your lawyer signs the petition") {
		t.Errorf("got\n%s", got)
	}
}

func TestTheChecklistNamesTheBlanksOfTheConfidentialSheet(t *testing.T) {
	c := readyFelony()
	c.Petitioner.StateID = ""
	if got := dump(paperNamed(t, compose(c, office()), "checklist")); !strings.Contains(got, "Blank on the confidential sheet") || !strings.Contains(got, "State identification number") {
		t.Errorf("got\n%s", got)
	}
}

// missingLabel is the plain name of a fact in English.
func missingLabel(p petition.Path) string { return lister{w: checklistEnglish()}.missingLabel(p) }
