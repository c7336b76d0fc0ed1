package forms

import (
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/rules"
)

// textOf is what a paper of a case says, with plain spaces.
func textOf(t *testing.T, c petition.Case, o Office, name string) string {
	t.Helper()
	return strings.ReplaceAll(dump(paperNamed(t, compose(c, o), name)), "\u00a0", " ")
}

func wantNone(t *testing.T, what, got string, words ...string) {
	t.Helper()
	for _, word := range words {
		if strings.Contains(got, word) {
			t.Errorf("%s: %q in\n%s", what, word, got)
		}
	}
}

// ---- letters ----

// A paper that a petition has as an exhibit is asked for of whoever has it, unless the
// petitioner makes it or may leave it out.
func TestEveryExhibitOfARouteIsAskedFor(t *testing.T) {
	asked := map[exhibit][]string{
		disposition:   {"a certified copy of the judgment of conviction", "a certified copy of the order or docket entry that ended the case"},
		chargingPaper: {"a copy of the paper that began the case", "a copy of the petition or other paper that began the case"},
		indictment:    {"a copy of the paper that began the case"},
		discharge:     {"whether every term of the sentence was completed", "whether every term of the program was completed"},
		testPaper:     {"a copy of the result of the test of my blood or breath"},
		drivingRecord: {"my own complete driving record"},
		ownRecord:     {"I ask to see my own criminal history record"},
	}
	for _, p := range routes() {
		c := routeCases()[p]
		c.Charges[0].Papers = petition.Papers{}
		o := officeFor(p)
		b := newBrief(c, rules.Assess(c, asOf), o)
		b = b.of(b.petitions[0])
		letters := strings.Join(lettersIn(compose(c, o)), "\n")
		for _, x := range b.exhibits() {
			words := asked[x]
			switch {
			case x == account && b.neverFiled():
				words = []string{"a letter that says that no charge was filed"}
			case x == account && b.zeroBalance():
				words = []string{"or a zero balance"}
			case x == account:
				words = []string{"a certified copy of the docket sheet"}
			case x == affidavit, x == agencyPapers:
				continue
			}
			if !slices.ContainsFunc(words, func(w string) bool { return strings.Contains(letters, w) }) {
				t.Errorf("%s: no letter asks for the %s:\n%s", p, x, letters)
			}
		}
	}
}

// lettersIn are the letters among papers, whole.
func lettersIn(docs []doc.Document) []string {
	var out []string
	for _, d := range docs {
		if d.Name == "requests" {
			out = append(out, strings.ReplaceAll(dump(d), "\u00a0", " "))
		}
	}
	return out
}

// Where no charge was filed there is no docket sheet, and only the arrest to look by.
func TestAMatterNeverFiledIsAskedAboutByItsArrest(t *testing.T) {
	got := lettersOf(t, routeCases()[rules.UnchargedOrCitation])[0]
	wantEach(t, "letter", got, "| none known | petit larceny | no charge filed that I know of; arrest on January 5, 2020 by the Brandon Police Department |",
		"a letter that says that no charge was filed")
	wantNone(t, "letter", got, "docket sheet", "paper that began the case", "zero balance")
}

func TestALetterSpeaksOfAPetitionOnlyWhereThereIsOne(t *testing.T) {
	const filing, understanding = "I am preparing papers to have a record expunged.", "I want to understand my record."
	excluded := readyFelony()
	excluded.Charges[0].Section = petition.ParseSection("97-3-79")
	for name, k := range map[string]struct {
		c         petition.Case
		want, not string
	}{
		"ready": {readyFelony(), filing, understanding}, "draft": {incompleteFelony(), filing, understanding},
		"not yet": {notYetFelony(), understanding, filing}, "excluded": {excluded, understanding, filing},
	} {
		got := strings.Join(lettersOf(t, k.c), "\n")
		wantEach(t, name, got, k.want)
		wantNone(t, name, got, k.not)
	}
}

// Of a charge that is ruled out only the papers that check the answer are asked for.
func TestAChargeThatIsRuledOutIsChecked(t *testing.T) {
	c := readyFelony()
	c.Charges[0].Section, c.Charges[0].Papers = petition.ParseSection("97-3-79"), petition.Papers{}
	got := lettersOf(t, c)
	if len(got) != 2 {
		t.Fatalf("%d letters, want 2: %q", len(got), got)
	}
	wantEach(t, "letter", got[0], "the judgment of conviction", "the sentencing order")
	wantNone(t, "letter", got[0], "docket sheet", "began the case", "zero balance")
}

func TestALetterGivesTheNamesTheRecordMayBeUnder(t *testing.T) {
	c := readyFelony()
	c.Charges[0].Arrest.Name = "Joseph Sampel"
	for _, got := range lettersOf(t, c) {
		wantEach(t, "letter", got, "Other names the record may be under: Joe Sample; Joseph Sampel")
	}
	c.Petitioner.OtherNames, c.Charges[0].Arrest.Name = nil, c.Petitioner.Name.Full()
	for _, got := range lettersOf(t, c) {
		wantEach(t, "letter", got, "Other names the record may be under: ____")
	}
}

// A letter is the person's own: one page, without a title. Who picks it up from the pile
// still reads that it is not for filing.
func TestALetterIsOnePageWithoutATitle(t *testing.T) {
	for p, c := range routeCases() {
		for _, d := range compose(c, officeFor(p)) {
			if d.Name != "requests" {
				continue
			}
			if _, titled := d.Blocks[0].(doc.Heading); titled || !d.Letter || d.Group != doc.NotForFiling {
				t.Errorf("%s: %s is not a letter", p, d.Title)
			}
			ps := pages(t, []doc.Document{d})
			if len(ps) != 1 {
				t.Errorf("%s: %s has %d pages", p, d.Title, len(ps))
			}
			for _, l := range ps[0].Lines {
				if l.Part == pdf.Foot && strings.Contains(lineText(l), strings.TrimPrefix(d.Title, "Letter: ")) {
					t.Errorf("%s: the foot of %s says %q", p, d.Title, lineText(l))
				}
			}
		}
	}
	cover := textOf(t, routeCases()[rules.FirstDUI], office(), "cover")
	if n := strings.Count(cover, "Letters that ask for the papers still missing"); n != 1 {
		t.Errorf("the cover has %d lines for the letters", n)
	}
	wantEach(t, "cover", cover, "5 Request letters")
}

// ---- who signs and files ----

func TestARepresentedPersonIsNotToldToFile(t *testing.T) {
	c := readyFelony()
	own := textOf(t, c, office(), "summary")
	wantEach(t, "alone", own, "Take them to the clerk of the court, with the fee.", "Give the prosecutor a copy")
	c.Petitioner.Counsel = petition.Counsel{Name: "Pat Counselor", BarNumber: "1"}
	wantEach(t, "counsel", textOf(t, c, office(), "summary"), "You need not take them to the clerk.", "ask your lawyer for certified copies")
	wantNone(t, "counsel", textOf(t, c, office(), "summary"), "Take them to the clerk", "Give the prosecutor a copy")
	c.Petitioner.Language = petition.Spanish
	wantEach(t, "Spanish", textOf(t, c, office(), "summary"), "Usted no tiene que llevarlos a la secretaría")
	wantNone(t, "Spanish", textOf(t, c, office(), "summary"), "Llévelos a la secretaría", "Entregue una copia a la fiscalía")
	wantNone(t, "cover", textOf(t, c, office(), "cover"), "ask the clerk how the judge wants it", "Hand it to the clerk sealed", "file it with the petition as the exhibit")
}

// ---- addresses and names that are kept back ----

func TestSurvivorsAndYouthKeepTheirAddressOffTheFile(t *testing.T) {
	for _, p := range routes() {
		guarded := p == rules.Survivor || p == rules.YouthDismissed
		c := routeCases()[p]
		for _, d := range compose(c, officeFor(p)) {
			if d.Group != doc.Filed {
				continue
			}
			got := dump(d)
			signed := d.Name == "petition" || d.Name == "certificate" || d.Name == "order"
			if has := strings.Contains(got, c.Petitioner.Address.Street) || strings.Contains(got, c.Petitioner.Phone); has && guarded || signed && !has && !guarded {
				t.Errorf("%s: %s has the address: %v", p, d.Name, has)
			}
			if open := strings.Contains(got, "[mailing address]"); signed && open != guarded {
				t.Errorf("%s: %s has a line for an address: %v", p, d.Name, open)
			}
		}
		cover := textOf(t, c, officeFor(p), "cover")
		if says := strings.Contains(cover, "leave your address and telephone number open"); says != guarded {
			t.Errorf("%s: the cover says so: %v", p, says)
		}
		if says := strings.Contains(cover, "stand on papers that are filed"); says == guarded {
			t.Errorf("%s: the cover says that the address is printed: %v", p, says)
		}
		c.Petitioner.Counsel = petition.Counsel{Name: "Pat Counselor", BarNumber: "1", Phone: "601-555-0188", Address: petition.Address{Street: "9 Counsel Row", City: "Jackson", State: "MS", ZIP: "39201"}}
		wantEach(t, string(p), textOf(t, c, officeFor(p), "petition"), "9 Counsel Row", "601-555-0188")
	}
}

// An officer certifies a person by name, and no paper of youth court prints one.
func TestAYouthSwearsByANameWrittenByHand(t *testing.T) {
	c, o := routeCases()[rules.YouthDismissed], office()
	o.Papers.PauperAffidavit = true
	short := initials(c.Petitioner.Name)
	for _, name := range []string{"verification", "pauper"} {
		got := textOf(t, c, o, name)
		wantEach(t, name, got, "undersigned officer, ____ (full name, by hand), the petitioner named in this cause as "+short,
			"Petitioner, named in this cause as "+short, "asks the Court to keep it under seal")
		wantNone(t, name, got, "officer, "+short, c.Petitioner.Name.Last)
	}
	wantEach(t, "cover", textOf(t, c, o, "cover"), "ask the clerk to keep that page under seal")
	adult := textOf(t, readyFelony(), o, "verification")
	wantEach(t, "adult", adult, "officer, JOSÉ Q. SAMPLE, the petitioner, who, having been duly sworn")
	wantNone(t, "adult", adult, "by hand", "under seal")
}

// ---- exhibits and the checklist ----

func TestTheOwnRecordIsAnExhibitThatMayBeLeftOut(t *testing.T) {
	for _, p := range routes() {
		c := routeCases()[p]
		petition, list := textOf(t, c, officeFor(p), "petition"), textOf(t, c, officeFor(p), "checklist")
		const pleaded, named = "The petitioner’s own state record, if it is filed with this petition, is Exhibit ", "The petitioner’s own state record, redacted, if it is filed"
		wants := p == rules.FirstMisdemeanor || p == rules.MunicipalAny || p == rules.JusticeAny
		for what, got := range map[string]bool{
			"pleaded": strings.Contains(petition, pleaded), "listed": strings.Contains(petition, named),
			"explained": strings.Contains(list, "it has a letter among the exhibits"),
		} {
			if got != wants {
				t.Errorf("%s: %s: %v", p, what, got)
			}
		}
	}
}

func TestTheChecklistKnowsWhatIsFiledAndWhoIsServed(t *testing.T) {
	const lettered, affidavit, two = "the letter that the petition gives it", "Your affidavit, if you use it", "each of the two prosecutors"
	dui := textOf(t, routeCases()[rules.FirstDUI], office(), "checklist")
	wantEach(t, "DUI", dui, lettered, affidavit, two, "Both prosecutors on the certificate of service have been given every paper that it lists")
	wantNone(t, "DUI", dui, "The prosecutor has been given")
	mine := textOf(t, municipalFirst(), office(), "checklist")
	wantEach(t, "misdemeanor", mine, lettered, "one for the prosecutor", "The prosecutor has been given every paper that the certificate of service lists")
	wantNone(t, "misdemeanor", mine, affidavit, two)
	wantNone(t, "draft", textOf(t, incompleteFelony(), office(), "checklist"), lettered, affidavit)
	o := office()
	o.Language = petition.Spanish
	c := routeCases()[rules.FirstDUI]
	list := strings.ReplaceAll(dump(Checklist(c, rules.Assess(c, asOf), o)), "\u00a0", " ")
	wantEach(t, "Spanish", list, "la letra que le da la petición", "Su declaración jurada", "las dos fiscalías", "Dinero para los pagos")
}

// ---- paper for nothing ----

func TestWhereNothingCanBeFiledNobodyPlansForIt(t *testing.T) {
	excluded := readyFelony()
	excluded.Charges[0].Section = petition.ParseSection("97-3-79")
	boxes := []string{"Money for the fees", "Letters from people who know you"}
	if got := names(compose(excluded, office())); strings.Contains(got, "fees") {
		t.Errorf("there is a fee notice: %s", got)
	}
	list := textOf(t, excluded, office(), "checklist")
	wantNone(t, "excluded", list, append(boxes, "The notary must see it")...)
	wantEach(t, "not yet", textOf(t, notYetFelony(), office(), "checklist"), boxes...)
	wantEach(t, "blank", dump(Checklist(petition.Case{}, rules.Assessment{}, office())), boxes...)
	later := textOf(t, notYetFelony(), office(), "fees")
	wantEach(t, "not yet", later, "§ 99-19-71(2)")
	wantNone(t, "not yet", later, "63-11-30", "67-3-70", "9-23-23", "9-11-15")
}

func TestTheWhyNotPageGivesAReasonOnce(t *testing.T) {
	excluded := readyFelony()
	excluded.Charges[0].Section = petition.ParseSection("97-3-79")
	got := strings.ToLower(textOf(t, excluded, office(), "why-not"))
	if n := strings.Count(got, "97-3-79 is robbery, a crime of violence"); n != 1 {
		t.Errorf("the reason is given %d times:\n%s", n, got)
	}
	wantEach(t, "excluded", got, "to be sure that the record is right: get the judgment and the sentencing order")
	review := textOf(t, inReview(), office(), "why-not")
	_, why, _ := strings.Cut(review, "### Why")
	reason, _, cited := strings.Cut(strings.TrimSpace(why), " [")
	reason = strings.TrimLeft(reason, "-• ")
	if n := strings.Count(review, reason); !cited || len(reason) < 20 || n != 1 {
		t.Errorf("%q is given %d times:\n%s", reason, n, review)
	}
	wantNone(t, "review", review, "Ask a lawyer to decide: ")
}

func TestAChoiceBetweenFeloniesEndsEachSentenceOnce(t *testing.T) {
	c := twoFelonies()
	c.Charges[0].Sentence.TermsCompleted = asOf.AddYears(-1)
	got := textOf(t, c, office(), "why-not")
	wantEach(t, "choice", got, "Charge 1 today: not yet, first safe day ")
	wantNone(t, "choice", got, "].", "..")
}

// ---- answers and numbers ----

func TestWhatMayBeAnsweredIsWhatTheSectionSays(t *testing.T) {
	const ask, perjury = "as far as its text was read, does not say how to answer", "not guilty of perjury"
	for p, want := range map[rules.Pathway]string{
		rules.OneFelony: perjury, rules.FirstMisdemeanor: perjury, rules.NonConviction: perjury, rules.DrugDischarge: "By § 41-29-150(d)(2) a person is not guilty of perjury",
		rules.MunicipalAny: "may lawfully answer so", rules.SmallMarijuana: "private or administrative inquiry",
		rules.FirstDUI: ask, rules.InterventionCourt: ask, rules.YouthDismissed: ask, rules.Survivor: ask,
	} {
		got := textOf(t, routeCases()[p], office(), "after-order")
		wantEach(t, string(p), got, want)
		wantNone(t, string(p), got, "The sections differ")
	}
}

// A petition for a DUI that another court convicted has no number yet where it is filed.
func TestANumberOfAnotherCourtIsSaidToBe(t *testing.T) {
	for _, name := range []string{"fees", "after-order"} {
		got := textOf(t, routeCases()[rules.FirstDUI], office(), name)
		wantEach(t, name, got, "1, about Cause No. B-77 of the Municipal Court of the City of Brandon")
		wantNone(t, name, got, "1, Cause No.")
	}
	wantEach(t, "fees", textOf(t, municipalFirst(), office(), "fees"), "1, Cause No. B-77")
}

func TestTheFeeOfANonConvictionIsNoSum(t *testing.T) {
	got := textOf(t, acquittal(), office(), "fees")
	wantNone(t, "fees", got, "up to $150")
	wantEach(t, "fees", got, "the $150 levy is on petitions", "| ask the clerk |")
}

func TestTheWorksheetDoesNotTakeTheDayAskedAboutForTheFirst(t *testing.T) {
	wantEach(t, "eligible", textOf(t, readyFelony(), office(), "worksheet"), "Open on | November 23, 2026")
	wantNone(t, "eligible", textOf(t, readyFelony(), office(), "worksheet"), "Earliest")
	wantEach(t, "not yet", textOf(t, notYetWait(), office(), "worksheet"), "Earliest | ")
}

// A worksheet of one plain charge does not run over for its last lines.
func TestAShortWorksheetIsOnePage(t *testing.T) {
	for _, p := range []rules.Pathway{rules.NonConviction, rules.MunicipalDismissed, rules.UnchargedOrCitation, rules.YouthDismissed} {
		if n := len(pages(t, []doc.Document{paperNamed(t, compose(routeCases()[p], office()), "worksheet")})); n != 1 {
			t.Errorf("%s: the worksheet has %d pages", p, n)
		}
	}
}

func TestTheBlankListBeginsWithACapital(t *testing.T) {
	for l, want := range map[petition.Language]string{petition.English: "Law as of ", petition.Spanish: "Ley vigente al "} {
		o := office()
		o.Language = l
		d := Checklist(petition.Case{}, rules.Assessment{Edition: rules.Edition}, o)
		head, _ := d.Blocks[1].(doc.Para)
		if got := plain(head.Spans); !strings.HasPrefix(got, want) {
			t.Errorf("%q begins %q, want %q", l, got, want)
		}
	}
}

// notYetWait is a felony whose only want is time.
func notYetWait() petition.Case {
	c := readyFelony()
	c.Charges[0].Sentence.TermsCompleted = asOf.AddYears(-1)
	return c
}
