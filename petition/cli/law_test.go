package cli

import (
	"bytes"
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

func TestLawParses(t *testing.T) {
	for _, c := range []struct {
		args    []string
		section string
		files   []string
		all     bool
		changes bool
	}{
		{args: []string{"law"}},
		{args: []string{"law", "97-3-2"}, section: "97-3-2"},
		{args: []string{"law", "§", "97", "3", "2"}, section: "§ 97 3 2"},
		{args: []string{"law", "--all"}, all: true},
		{args: []string{"law", "--changes"}, changes: true},
		{args: []string{"law", "--changes", "a.yaml", "-"}, changes: true, files: []string{"a.yaml", "-"}},
	} {
		var got lawOptions
		err := parse(t, Streams{}, func(a *app) *cobra.Command {
			return newLaw(a, func(_ context.Context, o lawOptions) error { got = o; return nil })
		}, c.args...)
		if err != nil || got.section != c.section || !slices.Equal(got.files, c.files) || got.all != c.all || got.changes != c.changes || got.history.changes == nil || got.history.differences == nil {
			t.Errorf("%v: %v %+v", c.args, err, got)
		}
	}
}

// Everything that the law is made of stands in what a lawyer is given to review.
func TestTheReviewHoldsTheWholeLaw(t *testing.T) {
	text, err := lawMarkdown("expunge test", lawOptions{history: dated()})
	if err != nil {
		t.Fatal(err)
	}
	must := func(what string) {
		t.Helper()
		if !strings.Contains(text, what) {
			t.Errorf("%q is missing", what)
		}
	}
	for _, r := range rules.Provisions() {
		must("## " + string(r.Pathway) + ": " + r.Title + "\n")
		for _, s := range r.Sources {
			must(sourceWords(s) + ": <" + s.Link + ">")
		}
		for _, part := range parts(r) {
			part.Walk(func(e rules.Element, _ int) {
				must(" " + e.Text + " (" + string(e.Cite) + ") `" + e.ID + "`\n")
				for _, v := range e.Versions {
					must(versionWords(v, nil))
				}
				for _, n := range e.Names {
					must(strings.Join(n.Sections, ", "))
				}
			})
		}
	}
	n := 0
	for _, p := range rules.Pages() {
		must(strings.TrimSpace(demoted(string(p.Text))))
		vectors, _, err := intake.ReadVectors(p.Name, p.Vectors)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range vectors {
			n++
			must("* " + sentence(v) + "\n")
		}
	}
	if n < 400 || strings.Count(text, "\n# ") != 0 {
		t.Errorf("%d vectors", n)
	}
}

// A vector stands under the route that its sentence names, where it names one.
func TestVectorsStandUnderTheirRoute(t *testing.T) {
	byRoute, err := vectorsByRoute()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for route, vectors := range byRoute {
		for _, v := range vectors {
			if v.Pathway != "" {
				n++
			}
			if v.Pathway != "" && v.Pathway != string(route) {
				t.Errorf("%q stands under %s", v.Name, route)
			}
		}
	}
	if n < 50 {
		t.Errorf("only %d vectors name a route", n)
	}
}

func TestSentence(t *testing.T) {
	for _, c := range []struct {
		v    intake.Vector
		want string
	}{
		{intake.Vector{Name: "a case", AsOf: "2026-11-23", Expect: "eligible", Earliest: "2026-11-23"}, "a case. On 2026-11-23: **appears eligible**"},
		{intake.Vector{Name: "a case.", AsOf: "2026-11-23", Expect: "not_yet", Earliest: "2027-01-02", Because: []string{"1-1-1"}}, "a case. On 2026-11-23: **not yet**, first safe day 2027-01-02; by 1-1-1"},
		{
			intake.Vector{Name: "a case", AsOf: "2026-11-23", Expect: "incomplete", Charge: 1, Earliest: "none", Missing: []string{"record.complete"}, Cautions: []string{"notice.short"}, Hold: []string{"2026-ch-430"}},
			"a case. On 2026-11-23: **facts missing** (charge 2); missing record.complete; caution notice.short; held back: 2026-ch-430",
		},
	} {
		if got := sentence(c.v); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestBlocksOfAPage(t *testing.T) {
	got := blocksOf("# Title\n\nSome **bold**\ntext, see [a bill](https://example.org/a).\n\n| A | B |\n|---|---|\n| `x` | |\n\n* one\n  goes on\n* two\n## Next\nlast\n")
	want := []block{
		{heading, "Title"},
		{paragraph, "Some bold text, see a bill (https://example.org/a)."},
		{row, "A; B"},
		{row, "x"},
		{entry, "one goes on"},
		{entry, "two"},
		{heading, "Next"},
		{paragraph, "last"},
	}
	if d := cmp.Diff(want, got, cmp.AllowUnexported(block{})); d != "" {
		t.Error(d)
	}
}

func TestTheQuestionsOfAPage(t *testing.T) {
	page := lawPage{blocks: blocksOf(`# Section 1-2-3
| 1-2-4 | the text was not read |
| 1-2-3 | the text was not read |
* a settled point
* a point that is unsettled

## (1) First
Unsettled, and so for a lawyer: a first.

Unsettled:

* another first;

Settled again.

* settled

## (2) Second
Not settled:

* a second
`)}
	for of, want := range map[rules.Pathway][]string{
		"1-2-3(1)": {"1-2-3; the text was not read", "a point that is unsettled", "Unsettled, and so for a lawyer: a first.", "another first"},
		"1-2-3(2)": {"1-2-3; the text was not read", "a point that is unsettled", "a second"},
		"1-2-4":    {"1-2-4; the text was not read", "a point that is unsettled", "Unsettled, and so for a lawyer: a first.", "another first", "a second"},
	} {
		if d := cmp.Diff(want, page.questions(of)); d != "" {
			t.Errorf("%s: %s", of, d)
		}
	}
}

func TestSectionsInAText(t *testing.T) {
	for text, want := range map[string][]string{
		"97-3-27, -29, and -31":              {"97-3-27", "97-3-29", "97-3-31"},
		"see 97-3-54.6(6) and 99-19-71(2).":  {"97-3-54.6(6)", "99-19-71(2)"},
		"read on 2026-11-23, s97_3_2, 2026":  nil,
		"sections 21-23-7(6), (13), 9-11-15": {"21-23-7(6)", "9-11-15"},
	} {
		var got []string
		for _, s := range sectionsIn(text) {
			got = append(got, s.String())
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s: %s", text, d)
		}
	}
}

// Every section that the law speaks of can be looked up, and so can every route.
func TestEverySectionOfTheLawIsFound(t *testing.T) {
	known := knownSections()
	if len(known) < 80 || !slices.Contains(known, "1-3-67") || !slices.Contains(known, "97-3-2") {
		t.Fatalf("known: %v", known)
	}
	for _, s := range known {
		if _, err := lookUp(s); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
	for _, r := range rules.Provisions() {
		l, err := lookUp(string(r.Pathway))
		if err != nil || l.near || !slices.ContainsFunc(l.provisions, func(p rules.Provision) bool { return p.Pathway == r.Pathway }) {
			t.Errorf("%s: %+v %v", r.Pathway, l, err)
		}
	}
}

func TestALineOfAListNamesASection(t *testing.T) {
	rape := rules.Named{Cite: "97-3-2(1)(i)", Sections: []string{"97-3-65"}, But: []string{"97-3-65(1)"}}
	for section, want := range map[string]bool{
		"97-3-65": true, "97-3-65(4)": true, "97-3-65(1)": false, "97-3-65(1)(b)": false, "97-3-66": false, "97-3-2": true, "97-3-2(1)(i)": true, "97-3-2(1)(q)": false,
	} {
		if got := names(rape, petition.ParseSection(section)); got != want {
			t.Errorf("%s: %v", section, got)
		}
	}
}

// invented is a history that the tests know.
func invented() history {
	one := rules.Change{
		Day: petition.NewDate(2030, time.July, 1), Act: "Laws 2030 ch. 1", Hold: "2030-ch-1", What: "Three years became two.",
		Pathways: []rules.Pathway{rules.OneFelony, rules.FirstDUI}, Sources: []rules.Source{{Name: "the act", Link: "https://example.org/", Read: "2030-07-02", Confidence: rules.Low}},
	}
	return history{
		changes: func() []rules.Change {
			return []rules.Change{one, {Day: petition.NewDate(2031, time.July, 1), YearOnly: true, What: "Nothing."}}
		},
		differences: func(c petition.Case, asOf petition.Date, held ...string) []rules.Difference {
			if len(c.Charges) < 2 || len(held) > 0 || asOf != petition.DateOf(clock()) {
				return nil
			}
			return []rules.Difference{{Change: one, Charge: 1, Before: rules.Route{Status: rules.NotYet, Pathway: rules.OneFelony, Earliest: petition.NewDate(2032, time.May, 4)}, After: rules.Route{Status: rules.Eligible, Pathway: rules.OneFelony}}}
		},
	}
}

func runChanges(t *testing.T, o lawOptions) (out, errs string, code int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	o.changes, o.history = true, invented()
	o.asOf, o.today = petition.DateOf(clock()), petition.DateOf(clock())
	a := &app{streams: Streams{Out: &stdout, Err: &stderr, Dir: "testdata/cases"}}
	err := a.law(t.Context(), o)
	return stdout.String(), stderr.String(), codeOf(err)
}

func TestChangesAreListed(t *testing.T) {
	out, errs, code := runChanges(t, lawOptions{})
	const want = `Law edition ` + rules.Edition + `. What changed when, the oldest first.

July 1, 2030, Laws 2030 ch. 1
  Three years became two.
  Routes      99-19-71(2), 63-11-30(13)
  Held by     law: {hold: [2030-ch-1]}
  Source      the act; read 2030-07-02, confidence low
              https://example.org/

2031
  Nothing.
`
	if d := cmp.Diff(want, out); d != "" || errs != "" || code != exitDone {
		t.Errorf("%d %s\n%s", code, errs, d)
	}
}

func TestDifferencesAreTold(t *testing.T) {
	out, errs, code := runChanges(t, lawOptions{files: []string{"two.yaml", "early.yaml", "wrong.yaml"}})
	const want = `EXAMPLE-TWO
As of 2026-11-23, law edition ` + rules.Edition + `

Charge 1: grand larceny (97-17-41)
  No change of the law that is known here changes the answer.

Charge 2: shoplifting (97-23-93)
  July 1, 2030, Laws 2030 ch. 1
    Three years became two.
    Before      not yet under Miss. Code Ann. § 99-19-71(2), first safe day 2032-05-04
    With it     appears eligible under Miss. Code Ann. § 99-19-71(2)

EXAMPLE-EARLY
As of 2026-11-23, law edition ` + rules.Edition + `

Charge 1: grand larceny (97-17-41)
  No change of the law that is known here changes the answer.
`
	if d := cmp.Diff(want, out); d != "" || !strings.Contains(errs, "wrong.yaml") || code != exitProblems {
		t.Errorf("%d %s\n%s", code, errs, d)
	}
}

func TestDifferencesForPrograms(t *testing.T) {
	out, _, code := runChanges(t, lawOptions{session: session{json: true}, files: []string{"two.yaml", "wrong.yaml"}})
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != exitProblems || len(lines) != 2 {
		t.Fatalf("%d %s", code, out)
	}
	for _, want := range []string{
		`"schema":"expunge/differences/1"`, `"as_of":"2026-11-23"`, `"case":"EXAMPLE-TWO"`, `"problems":[]`,
		`"differences":[{"index":1,"change":{"day":"2030-07-01","when":"July 1, 2030","act":"Laws 2030 ch. 1","hold":"2030-ch-1"`,
		`"status":"not_yet","earliest":"2032-05-04"`, `"status":"eligible","earliest":null`,
	} {
		if !strings.Contains(lines[0], want) {
			t.Errorf("%s is missing: %s", want, lines[0])
		}
	}
	if !strings.HasSuffix(lines[1], `"differences":[]}`) || strings.Contains(lines[1], `"problems":[]`) {
		t.Error(lines[1])
	}
}

// Every code that a result can carry can be explained, and by one kind of word, but for
// the route that is also a rule.
func TestTheVocabularyIsWhole(t *testing.T) {
	kinds := map[string][]wordKind{}
	for _, w := range vocabulary() {
		kinds[w.code] = append(kinds[w.code], w.kind)
		if w.means == "" || w.do == "" || (w.kind == aRule && w.point == nil && w.code != unplacedID) {
			t.Errorf("%+v", w)
		}
	}
	for code, k := range kinds {
		if len(k) > 1 && code != "none" {
			t.Errorf("%s is %v", code, k)
		}
	}
	if len(kinds) < 250 {
		t.Errorf("only %d words", len(kinds))
	}
}

// Rules of one place in the Code may be of several routes: each route and its sources stand
// once, and so does each rule.
func TestWhatRulesShareIsExplainedOnce(t *testing.T) {
	words := vocabulary()
	several := 0
	for _, w := range words {
		if w.point == nil {
			continue
		}
		found := meant(words, string(w.point.Cite))
		text := describeWords(outermost(found), nil)
		routes := map[string]bool{}
		for _, x := range found {
			if x.point == nil {
				continue
			}
			routes[string(x.route.Pathway)] = true
			if n := strings.Count(text, x.point.ID+"\n"); n == 0 {
				t.Errorf("%s: %s is not explained", w.point.Cite, x.code)
			}
		}
		for route := range routes {
			if n := strings.Count(text, "  Under "+route+": "); n != 1 {
				t.Errorf("%s: %s stands %d times", w.point.Cite, route, n)
			}
		}
		several = max(several, len(routes))
	}
	if several < 2 {
		t.Error("no place in the Code has rules of two routes: the test shows less than it says")
	}
}
