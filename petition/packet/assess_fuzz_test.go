package packet_test

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"expunge/forms/doc/doctest"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// FuzzFillValidateAssess takes whatever text through a case file: read, filled in, checked,
// and assessed under the law of two days. Whatever it is, what a case that is read whole
// states fills the same again, every problem has a place, every answer is one that the program promises and
// names its source, and to ask again changes nothing.
func FuzzFillValidateAssess(f *testing.F) {
	cases, err := filepath.Glob("../../samples/*/case.yaml")
	if err != nil || len(cases) < 15 {
		f.Fatalf("%d samples: %v", len(cases), err)
	}
	var sample string
	for _, name := range cases {
		b, err := os.ReadFile(name) //nolint:gosec // a sample
		if err != nil {
			f.Fatal(err)
		}
		sample = string(b)
		f.Add(sample)
	}
	f.Add(intake.TemplateCase())
	for _, text := range doctest.Naughty() {
		if len(text) < 400 { // a long one is mutated slowly, and refused for its length
			f.Add("case: A-1\nrecord: {complete: yes, public_official: no}\ncharges:\n  - offense: " + text + "\n    outcome_wording: '" + strings.ReplaceAll(text, "'", "''") + "'\n    section: 97-17-41\n    outcome: dismissed\n")
		}
	}
	for _, seed := range doctest.Seeds()[:3] {
		f.Add(string(seed[:1<<10]))
	}
	f.Fuzz(func(t *testing.T, content string) {
		rec := readCase(t, content)
		if len(rec.Diagnostics) == 0 { // a value that was refused leaves the entry it stood in
			again := intake.Fill(rec.Facts())
			if len(again.Diagnostics) > 0 || !reflect.DeepEqual(again.Case, rec.Case) {
				t.Fatalf("what the case states fills another: %v\n%s\n%s", again.Diagnostics, intake.Marshal(rec.Case), intake.Marshal(again.Case))
			}
		}
		problems := rec.Check(fuzzedDay)
		for _, d := range problems {
			if d.Code == "" || d.Message == "" || d.File != "case.yaml" || d.Line < 1 {
				t.Fatalf("%#v", d)
			}
		}
		twin := readCase(t, content)
		if !reflect.DeepEqual(twin.Check(fuzzedDay), problems) {
			t.Fatalf("asked again, the problems are others: %v, not %v", twin.Check(fuzzedDay), problems)
		}
		for _, q := range questions() {
			a := q.ask(rec.Case)
			if again := q.ask(twin.Case); !reflect.DeepEqual(again, a) {
				t.Fatalf("%s: asked again, the answers are others", q.name)
			}
			if len(a.Charges) != len(rec.Case.Charges) {
				t.Fatalf("%s: %d answers for %d charges", q.name, len(a.Charges), len(rec.Case.Charges))
			}
			for _, v := range a.Charges {
				if !cited(v.Finding) { // an alternative may be no more than a question to ask
					t.Fatalf("%s: charge %d, %s: no finding names a source", q.name, v.Index, v.Pathway)
				}
				for _, r := range append(v.Alternatives, v.Route) {
					if fault := unfounded(r, a.AsOf); fault != "" {
						t.Fatalf("%s: charge %d, %s: %s", q.name, v.Index, r.Pathway, fault)
					}
				}
			}
		}
	})
}

var fuzzedDay = petition.NewDate(2026, time.November, 23)

// question is one put to a case.
type question struct {
	name string
	ask  func(petition.Case) rules.Assessment
}

// questions ask by the law of this edition, by that of an earlier day, and on the later day
// by the law of the earlier.
func questions() []question {
	before := petition.NewDate(2019, time.June, 30)
	return []question{
		{"now", func(c petition.Case) rules.Assessment { return rules.Assess(c, fuzzedDay) }},
		{"then", func(c petition.Case) rules.Assessment { return rules.Assess(c, before) }},
		{"now by the law of then", func(c petition.Case) rules.Assessment { return rules.AssessUnder(c, fuzzedDay, before) }},
	}
}

func readCase(t *testing.T, content string) intake.Record {
	t.Helper()
	rec, err := intake.ReadYAML("case.yaml", strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// unfounded says what an answer lacks of what every answer has, or nothing.
func unfounded(r rules.Route, asOf petition.Date) string {
	statuses := []rules.Status{rules.Eligible, rules.Incomplete, rules.NotYet, rules.Review, rules.Ineligible}
	switch {
	case !slices.Contains(statuses, r.Status):
		return "it is no status: " + string(r.Status)
	case len(r.Because) == 0 || slices.Contains(r.Because, ""):
		return "it is " + string(r.Status) + " without a source"
	case r.Status == rules.Eligible && (r.Earliest != asOf || len(r.Missing) > 0):
		return "it is eligible, and a day or a fact is wanting"
	case r.Status == rules.Incomplete && len(r.Missing) == 0:
		return "it is incomplete, and nothing is missing"
	}
	return ""
}

// cited reports whether a finding, or a part of it, names a source.
func cited(f rules.Finding) bool { return f.Cite != "" || slices.ContainsFunc(f.Parts, cited) }
