package rules

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"expunge/petition"
)

// walk visits every condition of the law, with whether it stands under an Unless.
func walk(c Condition, under bool, visit func(c Condition, id string, cite Citation, text string, under bool)) {
	switch c := c.(type) {
	case all:
		visit(c, c.id, c.cite, c.text, under)
		for _, p := range c.parts {
			walk(p, under, visit)
		}
	case anyOf:
		visit(c, c.id, c.cite, c.text, under)
		for _, p := range c.parts {
			walk(p, under, visit)
		}
	case unless:
		visit(c, c.id, c.cite, c.text, under)
		walk(c.part, true, visit)
	case ask:
		visit(c, c.id, c.cite, c.text, under)
	case reserve:
		visit(c, c.id, c.cite, c.text, under)
	}
}

func walkAll(visit func(c Condition, id string, cite Citation, text string, under bool)) {
	for _, p := range Provisions() {
		walk(p.Concerns, false, visit)
		walk(p.When, false, visit)
	}
}

func TestEveryConditionPointsToTheLaw(t *testing.T) {
	cited := regexp.MustCompile(`^[0-9]+-[0-9]+-[0-9.]+(\([0-9A-Za-z]+\))*$|^none$`)
	seen := map[string]bool{}
	walkAll(func(_ Condition, id string, cite Citation, text string, _ bool) {
		if !cited.MatchString(string(cite)) {
			t.Errorf("%s cites %q, which is no section", id, cite)
		}
		if text == "" {
			t.Errorf("%s says nothing", id)
		}
		if seen[id] {
			t.Errorf("the id %s is used twice", id)
		}
		seen[id] = true
	})
	if len(seen) < 60 {
		t.Fatalf("only %d conditions were walked", len(seen))
	}
}

func TestWhatIsReservedNeverStandsUnderUnless(t *testing.T) {
	walkAll(func(c Condition, id string, _ Citation, _ string, under bool) {
		if _, ok := c.(reserve); ok && under {
			t.Errorf("%s is reserved and stands under an Unless", id)
		}
	})
}

func TestEveryQuotedPhraseStandsInTheSectionsPage(t *testing.T) {
	pages, err := filepath.Glob("*.md")
	if err != nil || len(pages) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	var all strings.Builder
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		all.Write(b)
	}
	text := strings.Join(strings.Fields(all.String()), " ")
	quoted := regexp.MustCompile(`“([^”]+)”`)
	n := 0
	walkAll(func(_ Condition, id string, _ Citation, words string, _ bool) {
		for _, q := range quoted.FindAllStringSubmatch(words, -1) {
			n++
			if !strings.Contains(text, q[1]) {
				t.Errorf("%s quotes %q, which stands on no page", id, q[1])
			}
		}
	})
	if n == 0 {
		t.Fatal("nothing is quoted")
	}
}

func TestEverySectionOfTheListsStandsInItsPage(t *testing.T) {
	page, err := os.ReadFile("s97_3_2.md")
	if err != nil {
		t.Fatal(err)
	}
	felonies, err := os.ReadFile("s99_19_71.md")
	if err != nil {
		t.Fatal(err)
	}
	tail := regexp.MustCompile(`^[0-9]+-[0-9]+(-[0-9.]+)`)
	for _, line := range crimesOfViolence {
		for _, s := range line.sections {
			last := tail.FindStringSubmatch(s.Base())[1]
			if !strings.Contains(string(page), s.Base()) && !strings.Contains(string(page), last) {
				t.Errorf("%s is not on the page of 97-3-2", s)
			}
		}
	}
	for _, x := range exclusions {
		for _, s := range x.sections {
			if !strings.Contains(string(felonies), s.Base()) {
				t.Errorf("%s is not on the page of 99-19-71", s)
			}
		}
	}
}

func TestTheWaitsDoNotOverlap(t *testing.T) {
	for i := range felonyWait[1:] {
		if !felonyWait[i].since.Before(felonyWait[i+1].since) {
			t.Errorf("rule %d does not begin before the next", i)
		}
	}
	for _, r := range felonyWait {
		if len(r.sources) == 0 || r.years <= 0 {
			t.Errorf("the rule since %s lacks a source or its years", r.since)
		}
	}
}

func TestEveryRouteHasSourcesAndADay(t *testing.T) {
	for _, p := range Provisions() {
		if p.Pathway != None && (len(p.Sources) == 0 || !p.Since.Known()) {
			t.Errorf("%s has no source or no day", p.Pathway)
		}
	}
}

// Every fact a rule reads is a field of the case file.
func TestEveryPathTheRulesReadExists(t *testing.T) {
	fields := petition.Fields()
	c := petition.Case{Charges: []petition.Charge{{}, {Outcome: petition.Convicted}}, Record: petition.Record{
		OtherConvictions: []petition.OtherConviction{{}}, EarlierRelief: []petition.EarlierRelief{{}}, PendingCharges: []petition.PendingCharge{{}},
	}}
	known := func(p petition.Path) bool {
		return slices.ContainsFunc(fields, func(f petition.Path) bool {
			return f == p.Pattern() || strings.HasPrefix(string(f), string(p.Pattern())+".") || strings.HasPrefix(string(f), string(p.Pattern())+"[]")
		})
	}
	n := 0
	walkAll(func(cond Condition, id string, _ Citation, _ string, _ bool) {
		a, ok := cond.(ask)
		if !ok {
			return
		}
		f := evaluate(a, newMatter(&c, 0, date("2026-11-23")))
		for _, p := range append(f.Paths, f.Missing...) {
			n++
			if !known(p) {
				t.Errorf("%s reads %s, which is no field", id, p)
			}
		}
	})
	if n == 0 {
		t.Fatal("no path was read")
	}
}

// Silence never comes out as eligible: a case with nothing but an outcome, a grade and
// a court, and one with nothing at all, leave every route unknown or worse.
func TestSilenceIsNeverEligible(t *testing.T) {
	for _, outcome := range append(petition.Outcome("").Values(), "") {
		for _, grade := range append(petition.Grade("").Values(), "") {
			for _, level := range append(petition.Level("").Values(), "") {
				c := petition.Case{Charges: []petition.Charge{{Outcome: petition.Outcome(outcome), Grade: petition.Grade(grade), Court: petition.Court{Level: petition.Level(level), County: "Rankin"}}}}
				v := Assess(c, date("2026-11-23")).Charges[0]
				if v.Status == Eligible || v.Status == "" {
					t.Errorf("%q %q %q comes out as %q under %s", outcome, grade, level, v.Status, v.Pathway)
				}
			}
		}
	}
}
