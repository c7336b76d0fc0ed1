package packet

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/rules"
)

var day = petition.NewDate(2026, time.November, 23)

// dismissed is a case with one charge that appears eligible, as often as asked.
func dismissed(charges int) petition.Case {
	c := petition.Case{
		ID:         "SECRET-1",
		Petitioner: petition.Person{Name: petition.Name{First: "Ada", Last: "Sampleton"}, SSN: "078-05-1120", DateOfBirth: petition.NewDate(1980, time.February, 29)},
		Record:     petition.Record{Complete: petition.Yes, PublicOfficial: petition.No},
	}
	for i := range charges {
		c.Charges = append(c.Charges, petition.Charge{
			CauseNumber: "SECRET-CAUSE-" + string(rune('A'+i)), Court: petition.Court{Level: petition.Justice, County: "Hinds"},
			Offense: "shoplifting", Section: petition.ParseSection("97-23-93"), Grade: petition.Misdemeanor,
			Outcome: petition.Dismissed, OutcomeDate: petition.NewDate(2016, time.March, 2),
			Arrest: petition.Arrest{Kind: petition.ArrestMade, Date: petition.NewDate(2016, time.January, 1), Released: petition.Yes},
		})
	}
	return c
}

func options() Options {
	return Options{Program: "expunge test", AsOf: day, Office: forms.Office{Papers: forms.DefaultPapers()}, InputDigest: "abc"}
}

func names(p Packet) []string {
	var out []string
	for _, f := range p.Files {
		out = append(out, f.Name)
	}
	return out
}

func build(t *testing.T, c petition.Case, o Options) Packet {
	t.Helper()
	p, err := Build(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestTheFilesOfAPacket(t *testing.T) {
	only := func(names ...string) func(*Options) { return func(o *Options) { o.Only = names } }
	for _, c := range []struct {
		name    string
		charges int
		change  func(*Options)
		want    []string
	}{
		{"joined", 1, func(*Options) {}, []string{"packet.pdf", "confidential.pdf", "receipt.json"}},
		{"some papers", 1, only("petition"), []string{"packet.pdf", "receipt.json"}},
		{"confidential alone", 1, only("confidential"), []string{"confidential.pdf", "receipt.json"}},
		{"none", 1, only("why-not"), []string{"receipt.json"}},
		{"split", 2, func(o *Options) { o.Only, o.Binding = []string{"petition", "confidential"}, Split }, []string{"petition.pdf", "petition-2.pdf", "confidential.pdf", "receipt.json"}},
		{"twins beside", 2, func(o *Options) { o.Only, o.Formats = []string{"petition"}, []Format{PDF, Markdown} }, []string{"packet.pdf", "petition.md", "petition-2.md", "receipt.json"}},
		{"editable twins", 2, func(o *Options) {
			o.Formats = []Format{Markdown, DOCX, PDF}
			o.Only = []string{"petition", "order"}
		}, []string{
			"packet.pdf", "petition.docx", "order.docx", "petition-2.docx", "order-2.docx",
			"petition.md", "order.md", "petition-2.md", "order-2.md", "receipt.json",
		}},
		{"editable twins alone", 1, func(o *Options) { o.Formats = []Format{DOCX} }, []string{"petition.docx", "order.docx", "receipt.json"}},
		{"nothing to edit", 1, func(o *Options) { o.Only, o.Formats = []string{"confidential"}, []Format{DOCX} }, []string{"receipt.json"}},
		{"twins alone", 1, func(o *Options) { o.Only, o.Formats = []string{"petition"}, []Format{Markdown} }, []string{"petition.md", "receipt.json"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := options()
			c.change(&o)
			if d := cmp.Diff(c.want, names(build(t, dismissed(c.charges), o))); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestEveryComposedPaperHasAnOfferedName(t *testing.T) {
	offered := map[string]bool{}
	for _, name := range Papers() {
		offered[name] = true
	}
	c := dismissed(2)
	c.Charges[1].Outcome = petition.Pending
	for _, d := range forms.Compose(c, rules.Assess(c, day), options().Office) {
		if !offered[d.Name] {
			t.Errorf("%s cannot be chosen with Only", d.Name)
		}
	}
}

func TestTheSameCaseGivesTheSameBytes(t *testing.T) {
	o := options()
	o.Formats = []Format{PDF, DOCX, Markdown}
	first, second := build(t, dismissed(2), o), build(t, dismissed(2), o)
	for i, f := range first.Files {
		if !bytes.Equal(f.Bytes, second.Files[i].Bytes) {
			t.Errorf("%s differs", f.Name)
		}
	}
}

func TestPagesAreCounted(t *testing.T) {
	c := dismissed(2)
	var open []doc.Document
	for _, d := range forms.Compose(c, rules.Assess(c, day), options().Office) {
		if d.Group != doc.Confidential {
			open = append(open, d)
		}
	}
	pages, err := pdf.Layout(open, pdf.Standard())
	if err != nil {
		t.Fatal(err)
	}
	if got := build(t, c, options()).Files[0].Pages; got != len(pages) {
		t.Errorf("%d pages, want %d", got, len(pages))
	}
}

func TestTheReceiptTellsNothingOfThePerson(t *testing.T) {
	o := options()
	o.Held = rules.Holdable()
	p := build(t, dismissed(1), o)
	last := p.Files[len(p.Files)-1]
	for _, secret := range []string{"Ada", "Sampleton", "078", "1980", "SECRET", "2016", "Hinds", "shoplifting", "charges[", "null"} {
		if strings.Contains(string(last.Bytes), secret) {
			t.Errorf("the receipt holds %q:\n%s", secret, last.Bytes)
		}
	}
	var r Receipt
	if err := json.Unmarshal(last.Bytes, &r); err != nil {
		t.Fatal(err)
	}
	if r.Schema != ReceiptSchema || r.AsOf != "2026-11-23" || r.LawEdition != rules.Edition || r.InputSHA256 != "abc" || len(r.Files) != len(p.Files)-1 || r.Charges[0].Petition != Drafted {
		t.Errorf("%+v", r)
	}
}

func TestIdentifiersStayOutOfThePacket(t *testing.T) {
	o := options()
	o.Formats = []Format{DOCX, Markdown}
	found := false
	for _, f := range build(t, dismissed(1), o).Files {
		if has := bytes.Contains(f.Bytes, []byte("078-05-1120")); has && f.Name != "confidential.md" {
			t.Errorf("%s holds the Social Security number", f.Name)
		} else if has {
			found = true
		}
	}
	if !found {
		t.Error("no paper holds the Social Security number: the test looks for nothing")
	}
}

func TestWhatThePDFSaysOfItselfNamesNobody(t *testing.T) {
	for _, how := range []Binding{Joined, Split} {
		for _, b := range bind(forms.Compose(dismissed(1), rules.Assess(dismissed(1), day), options().Office), how) {
			o := about(b, options())
			if said := o.Title + o.Subject + o.Author; strings.Contains(said, "Sampleton") || strings.Contains(said, "SECRET") {
				t.Errorf("%s says %q", b.name, said)
			}
			if !o.Created.Equal(time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)) {
				t.Errorf("%s was made %v", b.name, o.Created)
			}
		}
	}
}

func TestFates(t *testing.T) {
	c := dismissed(4)
	for i := range c.Charges {
		c.Charges[i].Event = string(rune('A' + i))
	}
	c.Charges[1].Ask = petition.No
	c.Charges[2].Outcome = petition.Pending
	c.Charges[3].Outcome, c.Charges[3].Section = petition.Nonadjudicated, petition.ParseSection("63-11-30(2)(a)")
	p := build(t, c, options())
	if d := cmp.Diff([]Fate{Drafted, NotAsked, Withheld, Withheld}, p.Fates); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]int{2, 3}, p.Withheld()); d != "" {
		t.Error(d)
	}
	o := options()
	o.Only = []string{"checklist"}
	if d := cmp.Diff([]Fate{LeftOut, NotAsked, LeftOut, LeftOut}, build(t, c, o).Fates); d != "" {
		t.Error(d)
	}
}

func TestAReasonIsAskedForOnlyWhereItWouldDraft(t *testing.T) {
	c := dismissed(2)
	c.Charges[0].Outcome = petition.Nonadjudicated // a route without a form
	c.Charges[1].IdentityTheft = petition.Unknown
	c.Charges[1].Outcome = petition.Convicted
	c.Charges[1].Grade = petition.Felony
	c.Charges[1].Court.Level = petition.Circuit
	p := build(t, c, options())
	for _, i := range p.Reviewable {
		o := options()
		o.Office.DraftReview = "memo"
		if build(t, c, o).Fates[i] != Drafted {
			t.Errorf("charge %d is not drafted with a reason", i)
		}
	}
	if len(p.Reviewable) > 0 && p.Reviewable[0] == 0 {
		t.Error("a route without a form was offered for review")
	}
}

func TestALetterWithoutAShapeIsAnError(t *testing.T) {
	c := dismissed(1)
	c.Petitioner.Name.First = "漢字"
	p, err := Build(c, options())
	if err == nil || len(p.Files) > 0 {
		t.Errorf("%v with %d files", err, len(p.Files))
	}
	if err != nil && strings.Contains(err.Error(), "Sampleton") {
		t.Errorf("the error names the person: %v", err)
	}
}

func TestACaseWithoutAnythingIsNotAPanic(t *testing.T) {
	if _, err := Build(petition.Case{}, Options{}); err != nil {
		t.Error(err)
	}
}

func TestAReasonIsKeptOnlyWhereItDrafts(t *testing.T) {
	review := dismissed(1)
	ch := &review.Charges[0]
	ch.Outcome, ch.Grade, ch.Court.Level, ch.Section = petition.Convicted, petition.Felony, petition.Circuit, petition.ParseSection("97-17-41")
	ch.Sentence = petition.Sentence{AllTermsComplete: petition.Yes, TermsCompleted: ch.OutcomeDate, FinesCostsPaid: petition.Yes, CrimeOfViolenceFinding: petition.No}
	ch.RegistrableSexOffense = petition.Unknown
	for name, c := range map[string]petition.Case{"used": review, "not used": dismissed(1)} {
		o := options()
		o.Office.DraftReview = "A. Attorney: memo"
		p := build(t, c, o)
		kept := strings.Contains(string(p.Files[len(p.Files)-1].Bytes), "A. Attorney: memo")
		if used := name == "used"; kept != used || (len(p.Reviewed) == 1) != used || p.Fates[0] != Drafted {
			t.Errorf("%s: kept %v, reviewed %v, %v", name, kept, p.Reviewed, p.Fates)
		}
		if name == "not used" && !bytes.Equal(p.Files[0].Bytes, build(t, c, options()).Files[0].Bytes) {
			t.Error("a reason that drafts nothing changes the papers")
		}
	}
}

// However many petitions there are, the identifiers stand in one PDF file and one twin, a
// sheet for each.
func TestTheConfidentialSheetsShareOneFile(t *testing.T) {
	o := options()
	o.Formats, o.Only = []Format{PDF, Markdown}, []string{"confidential"}
	p := build(t, dismissed(2), o)
	var names []string
	for _, f := range p.Files {
		names = append(names, f.Name)
		if n := bytes.Count(f.Bytes, []byte("# Confidential identifier sheet\n")); f.Name == "confidential.md" && n != 2 {
			t.Errorf("%d sheets in the twin:\n%s", n, f.Bytes)
		}
		if f.Name == "confidential.pdf" && f.Pages < 2 {
			t.Errorf("two sheets share %d page", f.Pages)
		}
	}
	if got := strings.Join(names, " "); got != "confidential.pdf confidential.md receipt.json" {
		t.Errorf("files %s", got)
	}
}

// What a Maker made before does not show in what it makes next.
func TestAMakerMakesWhatBuildMakes(t *testing.T) {
	var m Maker
	strange := dismissed(1)
	strange.Petitioner.Name.Last = "Nguyễn"
	for i, c := range []petition.Case{sample(t), dismissed(3), strange, {}, sample(t), dismissed(1)} {
		o := options()
		want, err1 := Build(c, o)
		got, err2 := m.Build(c, o)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		if !slices.EqualFunc(want.Files, got.Files, func(a, b File) bool { return a.Name == b.Name && bytes.Equal(a.Bytes, b.Bytes) }) {
			t.Errorf("case %d: other files", i)
		}
	}
}
