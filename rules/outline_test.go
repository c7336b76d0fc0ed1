package rules

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The outline holds every condition once, in the order of the evaluation.
func TestTheOutlineIsTheLaw(t *testing.T) {
	var want, got []string
	walkAll(func(c Condition, id string, cite Citation, text string, _ bool) {
		kind := map[bool]Kind{true: KindReserve}[isReserve(c)]
		want = append(want, id+" "+string(cite)+" "+text+" "+string(kind))
	})
	for _, p := range Provisions() {
		concerns, conditions := p.Elements()
		for _, e := range []Element{concerns, conditions} {
			e.Walk(func(e Element, _ int) {
				kind := Kind("")
				if e.Kind == KindReserve {
					kind = e.Kind
				}
				got = append(got, e.ID+" "+string(e.Cite)+" "+e.Text+" "+string(kind))
			})
		}
	}
	if !slices.Equal(got, want) || len(got) < 100 {
		t.Errorf("the outline has %d elements, the law %d conditions", len(got), len(want))
	}
}

func isReserve(c Condition) bool {
	_, ok := c.(reserve)
	return ok
}

// find returns the element with the id.
func find(t *testing.T, id string) Element {
	t.Helper()
	var out Element
	for _, p := range Provisions() {
		concerns, conditions := p.Elements()
		for _, e := range []Element{concerns, conditions} {
			e.Walk(func(e Element, _ int) {
				if e.ID == id {
					out = e
				}
			})
		}
	}
	if out.ID == "" {
		t.Fatalf("there is no element %s", id)
	}
	return out
}

func TestTheKindsOfElements(t *testing.T) {
	for id, want := range map[string]Kind{
		"felony": KindAll, "felony.excluded": KindAny, "felony.not-excluded": KindUnless,
		"felony.wait": KindAsk, "felony.notice": KindReserve,
	} {
		if got := find(t, id).Kind; got != want {
			t.Errorf("%s is %q, want %q", id, got, want)
		}
	}
}

func TestTheWaitOfTheFelonyIsToldWithItsVersions(t *testing.T) {
	want := []string{ // one line for each rule of felonyWait: add yours
		"2019-07-01 the wait is five years",
		"2026-07-01 the wait is three years, held back by 2026-ch-430",
	}
	var got []string
	for _, v := range find(t, "felony.wait").Versions {
		line := v.Since.String() + " " + v.Says
		if v.Hold != "" {
			line += ", held back by " + v.Hold
		}
		if len(v.Sources) == 0 {
			line += " (no source)"
		}
		got = append(got, line)
	}
	if !slices.Equal(got, want) {
		t.Errorf("the versions of felony.wait are\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
	if v := find(t, "underage.wait").Versions; len(v) != 1 || v[0].Says != "the wait is one year" {
		t.Errorf("%+v", v)
	}
}

// Who asks for the sources of a route is told of every act its questions rest on.
func TestARouteNamesTheSourcesOfItsVersions(t *testing.T) {
	for _, p := range provisions() {
		_, when := p.Elements()
		when.Walk(func(e Element, _ int) {
			for _, v := range e.Versions {
				for _, s := range v.Sources {
					if !slices.Contains(p.Sources, s) {
						t.Errorf("%s: %q is a source of %s and not among the Sources of the route", p.Pathway, s.Name, e.ID)
					}
				}
			}
		})
	}
}

func TestTheExclusionsNameTheirSectionsAndTheirDay(t *testing.T) {
	e := find(t, "felony.excluded.xi")
	if len(e.Versions) != 1 || e.Versions[0].Since != date("2026-07-01") || e.Versions[0].Hold != "2026-ch-430" || !slices.Equal(e.Names[0].Sections, []string{"97-29-51"}) {
		t.Errorf("%+v", e)
	}
	if e := find(t, "felony.excluded.ii"); len(e.Versions) != 1 || e.Versions[0].Since != date("2019-07-01") || e.Versions[0].Hold != "" || !slices.Equal(e.Names[0].Sections, []string{"97-17-1", "97-17-3"}) {
		t.Errorf("%+v", e)
	}
	if e := find(t, "felony.excluded.i"); len(e.Names) != len(crimesOfViolence) || e.Names[8].But[0] != "97-3-65(1)" {
		t.Errorf("%+v", e)
	}
}

// declared lists the package's variables that are set to a literal of a type.
func declared(t *testing.T, typeName string) []string {
	t.Helper()
	var out []string
	for _, f := range sources(t) {
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			for i, v := range spec.Values {
				if lit, ok := v.(*ast.CompositeLit); ok {
					if id, ok := lit.Type.(*ast.Ident); ok && id.Name == typeName {
						out = append(out, spec.Names[i].Name)
					}
				}
			}
			return true
		})
	}
	return out
}

// sources parses the package, its tests left out.
func sources(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no source: %v", err)
	}
	var out []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

func TestNoWaitIsLeftOutOfTheOutline(t *testing.T) {
	b, err := os.ReadFile("outline.go")
	if err != nil {
		t.Fatal(err)
	}
	waits := declared(t, "wait")
	if len(waits) < 6 {
		t.Fatalf("only these waits were found: %v", waits)
	}
	for _, name := range waits {
		if !strings.Contains(string(b), "return "+name+".versions()") {
			t.Errorf("the outline does not show %s", name)
		}
	}
}

// An id that the outline gives a date or a list is the id of a condition.
func TestTheOutlineSpeaksOfConditionsThatExist(t *testing.T) {
	ids := map[string]bool{}
	walkAll(func(_ Condition, id string, _ Citation, _ string, _ bool) { ids[id] = true })
	f, err := parser.ParseFile(token.NewFileSet(), "outline.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ast.Inspect(f, func(node ast.Node) bool {
		c, ok := node.(*ast.CaseClause)
		if !ok {
			return true
		}
		for _, x := range c.List {
			if lit, ok := x.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				n++
				if id := strings.Trim(lit.Value, `"`); !ids[id] {
					t.Errorf("there is no condition %s", id)
				}
			}
		}
		return true
	})
	if n < 15 {
		t.Fatalf("only %d ids were found", n)
	}
}

func TestTheConfidenceOfARouteIsTheLeast(t *testing.T) {
	for _, c := range []struct {
		sources []Source
		want    Confidence
	}{
		{nil, ""},
		{[]Source{{Confidence: High}, {Confidence: MediumHigh}}, MediumHigh},
		{[]Source{{Confidence: Low}, {Confidence: High}}, Low},
		{[]Source{{Confidence: Medium}, {Confidence: MediumHigh}}, Medium},
	} {
		if got := (Provision{Sources: c.sources}).Confidence(); got != c.want {
			t.Errorf("%v: %q, want %q", c.sources, got, c.want)
		}
	}
}

func TestEveryPageAndEveryVectorFileIsCarried(t *testing.T) {
	texts, vectors := map[string]bool{}, map[string]bool{}
	for _, p := range Pages() {
		if len(p.Text) == 0 || !strings.HasPrefix(string(p.Text), "# ") {
			t.Errorf("%s has no text", p.Name)
		}
		texts[p.Name+".md"], vectors[p.Name+".yaml"] = true, len(p.Vectors) > 0
	}
	err := fs.WalkDir(library, ".", func(path string, _ fs.DirEntry, err error) error {
		switch {
		case filepath.Ext(path) == ".md" && !texts[path]:
			t.Errorf("no page is made of %s", path)
		case filepath.Ext(path) == ".yaml" && !vectors[path]:
			t.Errorf("no page carries %s", path)
		}
		return err
	})
	if err != nil || len(texts) < 10 {
		t.Errorf("%d pages, %v", len(texts), err)
	}
}

// Every route has one page, and the page speaks of its section.
func TestEveryRouteHasAPage(t *testing.T) {
	base := regexp.MustCompile(`^[0-9]+-[0-9]+-[0-9.]+`)
	for _, p := range Provisions() {
		if p.Pathway == None {
			continue
		}
		n := 0
		for _, page := range Pages() {
			if !slices.Contains(page.Pathways, p.Pathway) {
				continue
			}
			n++
			if !strings.Contains(string(page.Text), base.FindString(string(p.Pathway))) {
				t.Errorf("the page %s does not speak of %s", page.Name, p.Pathway)
			}
		}
		if n != 1 {
			t.Errorf("%s stands on %d pages", p.Pathway, n)
		}
	}
}
