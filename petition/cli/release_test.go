package cli

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"expunge/rules"
)

// release is what the tests hold of .goreleaser.yaml to; "goreleaser check" holds its form.
type release struct {
	Builds []struct {
		Goos, Goarch, Flags, Ldflags []string
		Timestamp                    string `yaml:"mod_timestamp"`
	}
	Archives []struct{ Files []struct{ Src string } }
	Nfpms    []struct {
		Formats  []string
		Contents []struct{ Src string }
	}
	Casks []struct {
		Manpages    []string
		Completions map[string]string
	} `yaml:"homebrew_casks"`
	Scoops []struct{ Name string }
}

func readRelease(t *testing.T) release {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(house, ".goreleaser.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var r release
	if err := yaml.Unmarshal(b, &r); err != nil {
		t.Fatal(err)
	}
	if len(r.Builds) != 1 || len(r.Archives) != 1 || len(r.Nfpms) != 1 || len(r.Casks) != 1 || len(r.Scoops) != 1 {
		t.Fatalf("not one build, archive, package, cask and scoop: %+v", r)
	}
	return r
}

func TestAReleaseIsForSixSystemsAndCanBeBuiltAgain(t *testing.T) {
	b := readRelease(t).Builds[0]
	slices.Sort(b.Goos)
	slices.Sort(b.Goarch)
	if !slices.Equal(b.Goos, []string{"darwin", "linux", "windows"}) || !slices.Equal(b.Goarch, []string{"amd64", "arm64"}) {
		t.Errorf("%v on %v", b.Goos, b.Goarch)
	}
	if !slices.Contains(b.Flags, "-trimpath") || !strings.Contains(b.Timestamp, ".CommitTimestamp") {
		t.Errorf("a second build would differ: %v, %s", b.Flags, b.Timestamp)
	}
	if flags := strings.Join(b.Ldflags, " "); !strings.Contains(flags, "-X main.version={{ .Version }}") || strings.Contains(flags, ".Date") {
		t.Errorf("the version is not stamped, or the clock is: %s", flags)
	}
	main, err := os.ReadFile(filepath.Join(house, "main.go"))
	if err != nil || !strings.Contains(string(main), "\nvar version string\n") {
		t.Errorf("main has no version to stamp: %v", err)
	}
}

// Every file that a release carries is in the source, or is among what .ci/manual writes.
func TestAReleaseCarriesFilesThatAreThere(t *testing.T) {
	r, pages := readRelease(t), manualPages(t)
	var sources []string
	for _, f := range r.Archives[0].Files {
		sources = append(sources, f.Src)
	}
	for _, f := range r.Nfpms[0].Contents {
		sources = append(sources, f.Src)
	}
	for _, page := range r.Casks[0].Manpages {
		sources = append(sources, ".build/manual/"+page)
	}
	for _, script := range r.Casks[0].Completions {
		sources = append(sources, ".build/manual/"+script)
	}
	for _, src := range sources {
		made, isMade := strings.CutPrefix(src, ".build/manual/")
		switch {
		case strings.HasPrefix(src, ".build/modules/"): // one for each system, by .ci/modules
		case isMade:
			if !anyMatch(t, strings.TrimSuffix(made, ".gz"), pages) {
				t.Errorf("a release carries %s, which nothing writes", src)
			}
		default:
			if _, err := os.Stat(filepath.Join(house, filepath.FromSlash(src))); err != nil {
				t.Errorf("a release carries %s, which is not there", src)
			}
		}
	}
	if len(sources) < 20 {
		t.Errorf("only %d files: the test no longer reads the configuration", len(sources))
	}
}

func anyMatch(t *testing.T, pattern string, pages map[string][]byte) bool {
	t.Helper()
	for name := range pages {
		if ok, err := filepath.Match(filepath.FromSlash(pattern), filepath.FromSlash(name)); err != nil {
			t.Fatal(err)
		} else if ok {
			return true
		}
	}
	return false
}

// Whoever reads README or CHANGELOG reads of the law that the program applies.
func TestTheDocumentsNameTheEdition(t *testing.T) {
	for name, want := range map[string]string{
		"README.md": "Law edition **" + rules.Edition + "**", "CHANGELOG.md": "- Edition " + rules.Edition,
	} {
		text, err := os.ReadFile(filepath.Join(house, name))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(text), want) {
			t.Errorf("%s does not say %q", name, want)
		}
	}
}
