package rules_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// vector is one sentence of law: a base case with a difference, a day, and the answer.
type vector struct {
	Name     string            `yaml:"name"`
	From     string            `yaml:"from"` // where the case was carried over from, if it was
	Base     string            `yaml:"base"`
	AsOf     string            `yaml:"as_of"`
	With     map[string]string `yaml:"with"`
	Without  []string          `yaml:"without"`
	Hold     []string          `yaml:"hold"`
	Charge   int               `yaml:"charge"`
	Expect   string            `yaml:"expect"`
	Pathway  string            `yaml:"pathway"`
	Relief   string            `yaml:"relief"`
	Earliest string            `yaml:"earliest"` // a day, or none
	Because  []string          `yaml:"because"`  // each must be among the citations that decided
	Missing  []string          `yaml:"missing"`  // exactly the facts missing
	Cautions []string          `yaml:"cautions"` // each must be among the codes
	Silent   []string          `yaml:"silent"`   // none of these may be among the codes
	Asks     []string          `yaml:"asks"`     // routes that must stand among the alternatives
}

type vectorFile struct {
	Bases   map[string]map[string]string `yaml:"bases"`
	Vectors []vector                     `yaml:"vectors"`
}

// readVectors reads every vector file; a base may be used by any of them.
func readVectors(t *testing.T) (bases map[string]map[string]string, vectors map[string][]vector) {
	t.Helper()
	files, err := filepath.Glob("*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no vector files: %v", err)
	}
	bases, vectors = map[string]map[string]string{}, map[string][]vector{}
	for _, name := range files {
		var vf vectorFile
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		dec := yaml.NewDecoder(f)
		dec.KnownFields(true)
		if err := dec.Decode(&vf); err != nil && !errors.Is(err, io.EOF) {
			t.Fatalf("%s: %v", name, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		for b, facts := range vf.Bases {
			if bases[b] != nil {
				t.Fatalf("%s: base %s is given twice", name, b)
			}
			bases[b] = facts
		}
		vectors[name] = vf.Vectors
	}
	return bases, vectors
}

// caseOf builds the case of a vector the way every front end does: from facts.
func caseOf(t *testing.T, bases map[string]map[string]string, v vector) petition.Case {
	t.Helper()
	base, ok := bases[v.Base]
	if !ok {
		t.Fatalf("no base is called %q", v.Base)
	}
	facts := map[string]string{}
	for p, text := range base {
		facts[p] = text
	}
	for _, p := range v.Without {
		if _, ok := facts[p]; !ok {
			t.Fatalf("without names %s, which the base does not have", p)
		}
		delete(facts, p)
	}
	for p, text := range v.With {
		if facts[p] == text {
			t.Fatalf("with repeats the base: %s", p)
		}
		facts[p] = text
	}
	paths := []string{}
	for p := range facts {
		paths = append(paths, p)
	}
	slices.Sort(paths)
	rec := intake.Fill(func(yield func(intake.Fact) bool) {
		for _, p := range paths {
			if !yield(intake.Fact{Path: petition.Path(p), Text: facts[p]}) {
				return
			}
		}
	})
	if found := rec.Check(petition.Latest(day(t, v.AsOf), day(t, "2027-12-31"))); len(found) > 0 {
		for _, d := range found {
			if d.Code != "charges.none" {
				t.Errorf("the case has a problem: %s: %s", d.Path, d.Message)
			}
		}
	}
	return rec.Case
}

func day(t *testing.T, text string) petition.Date {
	t.Helper()
	d, err := petition.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestEveryVectorGetsItsAnswer(t *testing.T) {
	bases, all := readVectors(t)
	for file, vectors := range all {
		for _, v := range vectors {
			t.Run(strings.TrimSuffix(file, ".yaml")+"/"+v.Name, func(t *testing.T) {
				c := caseOf(t, bases, v)
				a := rules.Assess(c, day(t, v.AsOf), v.Hold...)
				for _, d := range v.departures(a.Charges[v.Charge]) {
					t.Errorf("rules/%s:%d: %s", file, lineOf(t, file, v.Name), d)
					if testing.Verbose() { // go test -v ./rules -run TestEveryVector shows the reasons
						t.Log("\n" + tree(a.Charges[v.Charge].Finding, 0))
					}
				}
			})
		}
	}
}

// lineOf is the line of a file on which a vector begins.
func lineOf(t *testing.T, file, name string) int {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	before, _, found := strings.Cut(string(text), "- name: \""+name+"\"")
	if !found {
		return 1
	}
	return strings.Count(before, "\n") + 1
}

// departures lists in words where an answer is not the one the vector expects.
func (v vector) departures(got rules.Verdict) []string {
	var out []string
	differ := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	check := func(what, want, have string) {
		if want != "" && want != have {
			differ("%s is %q, want %q", what, have, want)
		}
	}
	earliest := got.Earliest.String()
	if earliest == "" {
		earliest = "none"
	}
	check("status", v.Expect, string(got.Status))
	check("pathway", v.Pathway, string(got.Pathway))
	check("relief", v.Relief, string(got.Relief))
	check("earliest", v.Earliest, earliest)
	for _, cite := range v.Because {
		if !slices.Contains(got.Because, rules.Citation(cite)) {
			differ("because is %v, want %s among them", got.Because, cite)
		}
	}
	if have := texts(got.Missing); v.Missing != nil && !slices.Equal(have, v.Missing) {
		differ("missing is %v, want %v", have, v.Missing)
	}
	codes := []string{}
	for _, c := range got.Cautions {
		codes = append(codes, c.Code)
	}
	for _, code := range v.Cautions {
		if !slices.Contains(codes, code) {
			differ("cautions are %v, want %s among them", codes, code)
		}
	}
	for _, code := range v.Silent {
		if slices.Contains(codes, code) {
			differ("cautions are %v, and %s should not be among them", codes, code)
		}
	}
	for _, p := range v.Asks {
		if !slices.ContainsFunc(got.Alternatives, func(r rules.Route) bool { return string(r.Pathway) == p }) {
			differ("no alternative is %s", p)
		}
	}
	return out
}

func texts[S ~string](list []S) []string {
	out := []string{}
	for _, s := range list {
		out = append(out, string(s))
	}
	return out
}

// tree prints a finding as the vectors' reader wants to see it when an answer is wrong.
func tree(f rules.Finding, depth int) string {
	s := fmt.Sprintf("%s%-7s %s [%s] %s\n", strings.Repeat("  ", depth), f.Answer, f.Text, f.Cite, f.Why)
	for _, p := range f.Parts {
		s += tree(p, depth+1)
	}
	return s
}

// The vectors reach every answer: each question of a decided route is answered in at
// least two ways, and each decided route ends in every status.
func TestTheVectorsReachEveryAnswer(t *testing.T) {
	bases, all := readVectors(t)
	answers := map[string]map[rules.Truth]bool{}
	statuses := map[rules.Pathway]map[rules.Status]bool{}
	var collect func(rules.Finding)
	collect = func(f rules.Finding) {
		if strings.HasSuffix(f.ID, ".concerns") { // shown only while it is open whether the route concerns the charge
			return
		}
		if !f.Reserved && f.ID != "" && len(f.Parts) == 0 {
			if answers[f.ID] == nil {
				answers[f.ID] = map[rules.Truth]bool{}
			}
			answers[f.ID][f.Answer] = true
		}
		for _, p := range f.Parts {
			collect(p)
		}
	}
	for _, vectors := range all {
		for _, v := range vectors {
			got := rules.Assess(caseOf(t, bases, v), day(t, v.AsOf), v.Hold...).Charges[v.Charge]
			for _, r := range append([]rules.Route{got.Route}, got.Alternatives...) {
				if !slices.ContainsFunc(rules.Provisions(), func(p rules.Provision) bool {
					return p.Pathway == r.Pathway && p.Pathway != rules.None
				}) {
					continue
				}
				collect(r.Finding)
				if statuses[r.Pathway] == nil {
					statuses[r.Pathway] = map[rules.Status]bool{}
				}
				statuses[r.Pathway][r.Status] = true
			}
		}
	}
	for id, seen := range answers {
		if len(seen) < 2 && !slices.Contains(oneAnswer, id) {
			t.Errorf("the vectors answer %s in one way only", id)
		}
	}
	for _, p := range rules.Provisions() {
		if p.Pathway == rules.None {
			continue
		}
		got := []string{}
		for s := range statuses[p.Pathway] {
			got = append(got, string(s))
		}
		slices.Sort(got)
		if want := reachable[p.Pathway]; strings.Join(got, " ") != want {
			t.Errorf("under %s the vectors reach %q, want %q", p.Pathway, strings.Join(got, " "), want)
		}
	}
}

// oneAnswer are questions that no fact answers: the law is unsettled whatever the record says.
var oneAnswer = []string{"identity.section", "legacy", "vacatur", "sealing.choice", "dui-nonadjudication.section", "veterans-court.section", "traffic-course.route", "unplaced"}

const (
	everyStatus = "eligible incomplete ineligible not_yet review"
	neverBarred = "eligible incomplete not_yet review"
)

// reachable are the statuses each route can end in, in the order of the alphabet.
var reachable = map[rules.Pathway]string{
	rules.FirstMisdemeanor: everyStatus, rules.OneFelony: everyStatus, rules.FirstDUI: everyStatus, rules.Survivor: everyStatus,
	rules.NonConviction: neverBarred, rules.Nonadjudication: neverBarred, rules.DrugDischarge: neverBarred,
	rules.MunicipalDismissed: neverBarred, rules.UnchargedOrCitation: neverBarred, rules.MentalHealthCourt: neverBarred,
	rules.UnderageAlcohol: neverBarred, rules.Intervention: neverBarred, rules.JusticeAny: everyStatus, rules.MunicipalAny: everyStatus,
	rules.YouthDismissed: everyStatus, rules.TrafficCourse: "incomplete ineligible not_yet review", rules.InterventionCourt: everyStatus, rules.SmallMarijuana: everyStatus,
	rules.VeteransCourt: "incomplete not_yet review", rules.DUINonadjudication: "incomplete not_yet review",
	rules.IdentityTheft:   "incomplete review", // incomplete while the court is not known
	rules.SurvivorVacatur: "review", rules.LegacyPlea: "review", rules.YouthSealing: "review",
}
