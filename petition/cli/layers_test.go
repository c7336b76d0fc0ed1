package cli

import (
	"bufio"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// module is the path of the module; house is its folder, seen from this package.
const (
	module = "expunge"
	house  = "../.."
)

// door is what a package may import beside the standard library: packages of ours
// beneath it, and the libraries that open into it.
type door struct{ ours, theirs []string }

// doors is the diagram of the house, from the edge to the ground.
func doors() map[string]door {
	facts := []string{"petition", "assets"}
	papers := []string{"forms", "forms/doc", "forms/pdf", "forms/docx", "forms/markdown"}
	return map[string]door{
		".": {ours: []string{"petition/cli"}},
		"petition/cli": {
			ours:   slices.Concat(facts, papers, []string{"rules", "petition/intake", "petition/packet", "petition/files", "petition/batch", "petition/screen", "petition/crash"}),
			theirs: []string{"github.com/spf13/cobra", "github.com/spf13/pflag", "github.com/spf13/viper", "golang.org/x/term"},
		},
		"petition/batch":    {ours: slices.Concat(facts, papers, []string{"rules", "petition/intake", "petition/packet", "petition/files", "petition/crash"})},
		"petition/screen":   {ours: []string{"assets", "petition", "rules", "petition/intake", "petition/crash"}, theirs: []string{"github.com/klauspost/compress/zstd"}},
		"petition/intake":   {ours: slices.Concat(facts, []string{"petition/crash"}), theirs: []string{"go.yaml.in/yaml/v3", "golang.org/x/text", "charm.land"}},
		"petition/packet":   {ours: slices.Concat(papers, []string{"petition", "rules", "petition/files"})},
		"petition/files":    {theirs: []string{"filippo.io/age"}},
		"petition/crash":    {},
		"forms/pdf":         {ours: []string{"forms/doc", "assets"}, theirs: []string{"github.com/go-pdf/fpdf"}},
		"forms/docx":        {ours: []string{"forms/doc"}},
		"forms/markdown":    {ours: []string{"forms/doc"}},
		"forms":             {ours: []string{"rules", "petition", "forms/doc", "assets"}},
		"rules":             {ours: []string{"petition"}},
		"petition":          {ours: []string{"assets"}, theirs: []string{"github.com/go-playground/validator/v10"}},
		"forms/doc":         {},
		"forms/doc/doctest": {ours: []string{"forms/doc"}, theirs: []string{"pgregory.net/rapid"}}, // for tests alone
		"assets":            {},
		"samples":           {}, // tests alone
	}
}

// TestImportsObeyTheDiagram holds the program's code to the diagram. Tests may import
// what they need.
func TestImportsObeyTheDiagram(t *testing.T) {
	allowed := doors()
	for dir, sources := range packages(t) {
		d, ok := allowed[dir]
		if !ok {
			t.Errorf("package %s has no place in the diagram", dir)
			continue
		}
		for _, source := range sources {
			if strings.HasSuffix(source, "_test.go") {
				continue
			}
			for _, imported := range importsOf(t, source) {
				if !d.opens(imported) {
					t.Errorf("%s imports %s", path.Join(dir, filepath.Base(source)), imported)
				}
			}
		}
	}
	for dir := range allowed {
		if _, err := os.Stat(filepath.Join(house, dir)); err != nil {
			t.Errorf("the diagram shows a package that is not there: %s", dir)
		}
	}
}

func (d door) opens(imported string) bool {
	first, rest, _ := strings.Cut(imported, "/")
	switch {
	case first == module:
		return slices.Contains(d.ours, rest)
	case strings.Contains(first, "."):
		return slices.ContainsFunc(d.theirs, func(lib string) bool { return imported == lib || strings.HasPrefix(imported, lib+"/") })
	default:
		return true
	}
}

// packages lists the Go files of every folder of the house.
func packages(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(house, func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (d.Name() == "testdata" || (strings.HasPrefix(d.Name(), ".") && file != house)):
			return fs.SkipDir
		case d.IsDir() || filepath.Ext(file) != ".go":
			return nil
		}
		dir, err := filepath.Rel(house, filepath.Dir(file))
		dir = filepath.ToSlash(dir)
		out[dir] = append(out[dir], file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 5 {
		t.Fatalf("only %d packages were found", len(out))
	}
	return out
}

func importsOf(t *testing.T, source string) []string {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), source, nil, parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, spec := range f.Imports {
		out = append(out, strings.Trim(spec.Path.Value, `"`))
	}
	return out
}

// TestTheReadmeShowsTheHouse compares the tree in the README with the real one: every
// path it names exists, and every entry of the top and every folder of Go code is named.
func TestTheReadmeShowsTheHouse(t *testing.T) {
	named := readmeTree(t)
	for _, p := range named {
		found, err := filepath.Glob(filepath.Join(house, filepath.FromSlash(p)))
		if err != nil || len(found) == 0 {
			t.Errorf("README names %s, which is not there", p)
		}
	}
	top, err := os.ReadDir(house)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range top {
		if !passing(e.Name()) && !slices.Contains(named, e.Name()) {
			t.Errorf("README does not name %s", e.Name())
		}
	}
	for dir := range packages(t) {
		if dir != "." && !slices.Contains(named, dir) {
			t.Errorf("README does not name the package %s", dir)
		}
	}
}

// passing reports whether an entry of the top comes and goes: what git keeps for itself,
// and what .gitignore says the program, the build and the tests leave.
func passing(name string) bool {
	if name == ".git" {
		return true
	}
	b, err := os.ReadFile(filepath.Join(house, ".gitignore"))
	if err != nil {
		return false
	}
	for line := range strings.Lines(string(b)) {
		pattern := strings.Trim(strings.TrimSpace(line), "/")
		if match, err := path.Match(pattern, name); err == nil && match && pattern != "" {
			return true
		}
	}
	return false
}

var treeLine = regexp.MustCompile(`^((?:│   |    )*)(?:├── |└── )(.*)$`)

// readmeTree returns the paths of the first fenced block after "## The house". A line
// holds names two or more spaces apart, and then, perhaps, what they are for. A name
// may hold * or be <something>, which stands for any.
func readmeTree(t *testing.T) []string {
	t.Helper()
	f, err := os.Open(filepath.Join(house, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close() //nolint:errcheck // it was only read
	var out, parents []string
	state := 0 // 1 after the heading, 2 in the block
	for lines := bufio.NewScanner(f); lines.Scan() && state < 3; {
		line := strings.ReplaceAll(lines.Text(), "\u00a0", " ")
		switch {
		case line == "## The house":
			state = 1
		case state > 0 && strings.HasPrefix(line, "```"):
			state++
		case state == 2:
			part := treeLine.FindStringSubmatch(line)
			if part == nil {
				continue
			}
			depth := len([]rune(part[1])) / 4
			if depth > len(parents) {
				t.Fatalf("README: %q is set in too far", line)
			}
			for _, name := range treeNames(part[2]) {
				p := path.Join(append(slices.Clone(parents[:depth]), name)...)
				out = append(out, p)
				parents = append(parents[:depth:depth], name)
			}
		}
	}
	if len(out) == 0 {
		t.Fatal("README has no tree after the line \"## The house\"")
	}
	return out
}

var (
	gap  = regexp.MustCompile(` {2,}`)
	slot = regexp.MustCompile(`<[^<>]*>`)
)

// treeNames returns the names of a line of the tree: the first column, and those after
// it that can only be names.
func treeNames(text string) []string {
	var out []string
	for i, column := range gap.Split(strings.TrimSpace(text), -1) {
		isName := !strings.Contains(column, " ") && (strings.Contains(strings.TrimSuffix(column, "."), ".") || strings.HasSuffix(column, "/") || strings.ToUpper(column) == column)
		if i > 0 && !isName {
			break
		}
		for name := range strings.FieldsSeq(column) { // one column may list names a space apart
			out = append(out, strings.TrimSuffix(slot.ReplaceAllString(name, "*"), "/"))
		}
	}
	return out
}

func TestTreeNames(t *testing.T) {
	for text, want := range map[string][]string{
		"main.go                      the program: ten lines": {"main.go"},
		"go.mod  go.sum  README.md":                           {"go.mod", "go.sum", "README.md"},
		"LICENSE  CHANGELOG.md  .ci/   the only extras":       {"LICENSE", "CHANGELOG.md", ".ci"},
		"CHANGELOG.md  LICENSE":                               {"CHANGELOG.md", "LICENSE"},
		"petition/                    the matter.":            {"petition"},
		"fees.md fees.go fees.yaml":                           {"fees.md", "fees.go", "fees.yaml"},
		"<matter>/case.yaml":                                  {"*/case.yaml"},
		"draw.go  fpdf":                                       {"draw.go"},
	} {
		if got := treeNames(text); !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
}
