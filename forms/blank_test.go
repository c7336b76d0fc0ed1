package forms

import (
	"io"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
)

// entriesOf are what is to be filled in on a paper.
func entriesOf(d doc.Document) []doc.Entry {
	var out []doc.Entry
	for _, b := range d.Blocks {
		if f, ok := b.(doc.Form); ok {
			out = append(out, f.Entries...)
		}
	}
	return out
}

// blankPapers are the papers for volunteers by their names.
func blankPapers(o Office) map[string]doc.Document {
	out := map[string]doc.Document{}
	for _, d := range Blank(o) {
		out[d.Name] = d
	}
	return out
}

func TestTheIntakeSheetsHaveEachFieldOnce(t *testing.T) {
	fields := petition.Fields()
	if len(fields) < 100 {
		t.Fatalf("only %d fields", len(fields))
	}
	times := map[string]int{}
	for _, d := range Blank(office()) {
		for _, e := range entriesOf(d) {
			times[e.Path]++
		}
	}
	for _, p := range fields {
		want := 1
		if strings.HasPrefix(string(p), "record.other_convictions[]") {
			want = 2 // with room for two of them
		}
		if n := times[string(p)]; n != want {
			t.Errorf("%s stands on the intake sheets %d times", p, n)
		}
		delete(times, string(p))
	}
	delete(times, "") // what ties the sheets together
	for path := range times {
		t.Errorf("%q is no field of the case file", path)
	}
}

func TestEveryClosedListHasABoxForEachWordAndForUnknown(t *testing.T) {
	w, boxed := blankEnglish(), 0
	for _, d := range Blank(office()) {
		for _, e := range entriesOf(d) {
			p := petition.Path(e.Path)
			var want []string
			for _, word := range p.Choices() {
				want = append(want, w.choice(p, word))
			}
			if len(want) > 0 && !slices.Contains(want, "unknown") {
				want = append(want, "unknown")
			}
			var got []string
			for _, box := range e.Boxes {
				got = append(got, plain(box))
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s has the boxes %q, not %q", p, got, want)
			}
			if len(got) > 0 {
				boxed++
			}
		}
	}
	if boxed < 30 {
		t.Errorf("only %d fields have boxes", boxed)
	}
}

// The identifiers that only the confidential paper may hold are asked for on a sheet apart,
// which says so on its pages.
func TestTheIdentifiersAreAskedForApart(t *testing.T) {
	apart := []string{"petitioner.date_of_birth", "petitioner.ssn", "petitioner.state_id", "petitioner.race", "petitioner.sex"}
	for _, d := range Blank(office()) {
		var here []string
		for _, e := range entriesOf(d) {
			if slices.Contains(apart, e.Path) {
				here = append(here, e.Path)
			}
		}
		confidential := d.Name == "intake-identifiers"
		if confidential != (d.Group == doc.Confidential) || confidential != slices.Equal(here, apart) || !confidential && len(here) > 0 {
			t.Errorf("%s, of the set %d, asks for %q", d.Name, d.Group, here)
		}
	}
}

// A row of a sheet is whole: what stands beside each other fills the width, but for a last
// row of boxes.
func TestTheRowsOfTheIntakeSheetsFit(t *testing.T) {
	for _, paper := range intakeSheets() {
		for _, part := range paper.parts {
			for _, row := range part.rows {
				sum := 0
				for _, f := range (intakePart{under: part.under, rows: []string{row}}).fields() {
					sum += f.room
				}
				if sum > doc.FormGrid || sum < 6 {
					t.Errorf("%s: %q takes %d twelfths", paper.name, row, sum)
				}
			}
		}
	}
}

func TestTheIntakeSheetsAreShort(t *testing.T) {
	for _, x := range []struct {
		office Office
		large  bool
		most   map[string]int
	}{
		{office(), false, map[string]int{"intake": 2, "intake-charge": 2, "intake-identifiers": 1, "triage": 1, "flow-chart": 1}},
		{inSpanish(office()), false, map[string]int{"intake": 2, "intake-charge": 3, "intake-identifiers": 1, "triage": 1, "flow-chart": 1}},
		{office(), true, map[string]int{"intake": 6, "intake-charge": 6, "intake-identifiers": 1, "triage": 3}},
	} {
		theme := pdf.Standard()
		if x.large {
			theme = pdf.LargePrint()
		}
		papers := blankPapers(x.office)
		for name, most := range x.most {
			pages, err := pdf.Layout([]doc.Document{papers[name]}, theme)
			if err != nil {
				t.Fatal(err)
			}
			if len(pages) > most {
				t.Errorf("%s in %q, large %v: %d pages", name, x.office.Language, x.large, len(pages))
			}
		}
	}
	if err := pdf.Render(io.Discard, Blank(inSpanish(office())), pdf.Options{LargePrint: true}); err != nil {
		t.Error(err)
	}
}

// The two languages have the same entries under the same numbers, with as many boxes.
func TestTheSpanishIntakeSheetsAskTheSame(t *testing.T) {
	english, spanish := blankPapers(office()), blankPapers(inSpanish(office()))
	for name, d := range english {
		e, s := entriesOf(d), entriesOf(spanish[name])
		if len(e) != len(s) {
			t.Fatalf("%s: %d and %d entries", name, len(e), len(s))
		}
		for i := range e {
			if e[i].Path != s[i].Path || len(e[i].Boxes) != len(s[i].Boxes) || plain(e[i].Label[:1]) != plain(s[i].Label[:1]) && e[i].Path != "" {
				t.Errorf("%s: %q and %q", name, plain(e[i].Label), plain(s[i].Label))
			}
		}
	}
}

// A case that a program ended was dismissed as well, so the program is asked about first;
// and what no court here can hear, or a lawyer has to see, comes before all else.
func TestTheTriageCardAsksInTheOrderOfTheFlow(t *testing.T) {
	for _, w := range []blankWords{blankEnglish(), blankSpanish()} {
		at := 0
		for _, word := range []string{"Mississippi", "youth", "", "nonadjudication", "dismissed", "DUI", "felony", "misdemeanor"} {
			i := slices.IndexFunc(w.triage[at:], func(r triageWords) bool { return strings.Contains(r.ask, word) })
			if i < 0 {
				t.Fatalf("%s: %q is not asked about in its place", w.language, word)
			}
			at += i + 1
		}
		for _, r := range w.triage {
			if r.ask == "" || r.yes == "" || r.no == "" {
				t.Errorf("%s: %q lacks an answer", w.language, r.ask)
			}
		}
	}
}
