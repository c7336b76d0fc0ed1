package cli

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v3"

	"expunge/rules"
)

// release is what the tests hold of .goreleaser.yaml to; "goreleaser check" holds its form.
type release struct {
	Builds []struct {
		Goos, Goarch, Flags, Ldflags []string
		Binary                       string
		Timestamp                    string `yaml:"mod_timestamp"`
	}
	Archives []struct {
		Wrapped bool `yaml:"wrap_in_directory"`
		Files   []struct {
			Src, Dst string
			Flat     bool `yaml:"strip_parent"`
			Info     struct{ Mode fs.FileMode }
		}
	}
	Nfpms []struct {
		Formats  []string
		Contents []struct{ Src, Dst, Packager string }
	}
	Casks []struct {
		Binaries, Manpages []string
		Completions        map[string]string
		Hooks              struct{ Post struct{ Install string } }
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
	for _, src := range sources {
		made, isMade := strings.CutPrefix(src, ".build/manual/")
		switch {
		case strings.HasPrefix(src, ".build/modules/"): // one for each system, by .ci/modules
		case src == thirdParties: // by .ci/licenses, whose tests read it
		case isMade:
			if !anyMatch(t, strings.TrimSuffix(made, ".gz"), pages) {
				t.Errorf("a release carries %s, which nothing writes", src)
			}
		default:
			if len(housed(t, src)) == 0 {
				t.Errorf("a release carries %s, which is not there", src)
			}
		}
	}
	if len(sources) < 18 {
		t.Errorf("only %d files: the test no longer reads the configuration", len(sources))
	}
}

// thirdParties is where the hooks of a release write the licenses of what is linked in.
const thirdParties = ".build/THIRD-PARTY-LICENSES"

// Who passes a program on passes on the licenses of all that is in it.
func TestAReleaseCarriesTheLicensesOfOthers(t *testing.T) {
	config, err := os.ReadFile(filepath.Join(house, ".goreleaser.yaml"))
	if err != nil || !strings.Contains(string(config), "go run ./.ci/licenses -o "+thirdParties+"\n") {
		t.Errorf("no hook writes %s: %v", thirdParties, err)
	}
	r := readRelease(t)
	if !slices.Contains(archived(t, r), path.Base(thirdParties)) {
		t.Errorf("the archives do not hold %s", thirdParties)
	}
	packed := false
	for _, c := range r.Nfpms[0].Contents {
		packed = packed || c.Src == thirdParties && c.Dst == "/usr/share/doc/expunge/THIRD-PARTY-LICENSES" && c.Packager == ""
	}
	if !packed {
		t.Errorf("the packages do not hold %s", thirdParties)
	}
}

// housed lists the files of the source that a pattern names, by their paths from the top.
func housed(t *testing.T, pattern string) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(house, filepath.FromSlash(pattern)))
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range found {
		found[i] = relativeToHouse(t, name)
	}
	return found
}

// Whoever has an archive and no network has the README with its pictures, and the samples
// that its commands read.
func TestAnArchiveHoldsWhatReadmeShows(t *testing.T) {
	names, readme := archived(t, readRelease(t)), readHouse(t, "README.md")
	wanted := map[string]bool{}
	for _, m := range regexp.MustCompile(`\]\(([\w./-]+)\)`).FindAllStringSubmatch(readme, -1) {
		wanted[m[1]] = true
	}
	for _, m := range regexp.MustCompile(`samples/[\w-]+/[\w-]+\.\w+`).FindAllString(readme, -1) {
		wanted[m] = true
	}
	for _, m := range regexp.MustCompile("(?m)^\\| `([a-z-]+)` \\|").FindAllStringSubmatch(sectionOf(t, readme, "Five minutes with the samples"), -1) {
		wanted["samples/"+m[1]+"/case.yaml"] = true
	}
	for name := range wanted {
		if !slices.Contains(names, name) {
			t.Errorf("README shows %s, which is not in the archive", name)
		}
	}
	if len(wanted) < 26 || slices.ContainsFunc(names, func(n string) bool { return path.Ext(n) == ".go" }) {
		t.Errorf("README shows %d files, too few, or the archive holds source", len(wanted))
	}
}

// What somebody runs as it stands in the source is run as it stands in the archive: a script
// is executable there, and nothing else is.
func TestAnArchiveKeepsScriptsExecutable(t *testing.T) {
	scripts := 0
	for _, f := range readRelease(t).Archives[0].Files {
		names := []string{f.Src}
		if !strings.HasPrefix(f.Src, ".build/") {
			names = housed(t, f.Src)
		}
		for _, name := range names {
			want := fs.FileMode(0o644)
			if path.Ext(name) == ".sh" {
				scripts++
				want = 0o755
			}
			if f.Info.Mode != want {
				t.Errorf("%s has the mode %o in the archive, want %o", name, f.Info.Mode, want)
			}
		}
	}
	if there := len(housed(t, "samples/shards/*.sh")); scripts != there || scripts == 0 {
		t.Errorf("%d scripts are in the archive, and %d in samples/shards", scripts, there)
	}
}

// archived lists what an archive holds, by the paths that its reader sees.
func archived(t *testing.T, r release) []string {
	t.Helper()
	names := []string{r.Builds[0].Binary}
	for _, f := range r.Archives[0].Files {
		pattern, made := strings.CutPrefix(f.Src, ".build/manual/")
		switch {
		case made && !f.Flat:
			t.Errorf("%s: the folders of the build would enter the archive", f.Src)
		case made:
			for name := range manualPages(t) {
				if ok, err := path.Match(pattern, name); err != nil {
					t.Fatal(err)
				} else if ok {
					names = append(names, path.Join(f.Dst, path.Base(name)))
				}
			}
		case f.Flat:
			names = append(names, path.Join(f.Dst, path.Base(f.Src)))
		case f.Dst != "":
			names = append(names, f.Dst)
		default:
			names = append(names, housed(t, f.Src)...)
		}
	}
	if r.Archives[0].Wrapped {
		for i, name := range names {
			names[i] = "folder/" + name
		}
	}
	slices.Sort(names)
	return names
}

// A cask names files by their path in the archive: all that it names are there, and it
// names every page of the manual.
func TestTheCaskFindsItsFiles(t *testing.T) {
	r := readRelease(t)
	cask, names := r.Casks[0], archived(t, r)
	for _, want := range append(slices.Collect(maps.Values(cask.Completions)), cask.Binaries...) {
		if !slices.Contains(names, want) {
			t.Errorf("the cask names %s, which is not in the archive", want)
		}
	}
	if len(cask.Completions) != 3 || len(cask.Binaries) != 1 {
		t.Errorf("completions %v, programs %v", cask.Completions, cask.Binaries)
	}
	var named, pages []string
	for _, pattern := range cask.Manpages {
		before := len(named)
		for _, name := range names {
			if ok, err := path.Match(pattern, name); err == nil && ok {
				named = append(named, name)
			}
		}
		if len(named) == before {
			t.Errorf("the cask names %s, which is not in the archive", pattern)
		}
	}
	for name := range manualPages(t) {
		if strings.HasPrefix(name, "man/") {
			pages = append(pages, name)
		}
	}
	slices.Sort(named)
	slices.Sort(pages)
	if d := cmp.Diff(pages, named); d != "" {
		t.Errorf("the pages of the manual (-) and those of the cask (+):\n%s", d)
	}
	if hook := cask.Hooks.Post.Install; !strings.Contains(hook, "if OS.mac?") || !strings.Contains(hook, `"com.apple.quarantine", "#{staged_path}/`+r.Builds[0].Binary+`"`) {
		t.Errorf("macOS would not start the program, which is not signed: %q", hook)
	}
}

// A shell looks for its completions where its system keeps them.
func TestPackagesPutCompletionsWhereTheShellLooks(t *testing.T) {
	where := map[string]string{}
	for _, c := range readRelease(t).Nfpms[0].Contents {
		if path.Base(c.Dst) == "_expunge" {
			where[c.Packager] = path.Dir(c.Dst)
		}
	}
	want := map[string]string{"deb": "/usr/share/zsh/vendor-completions", "rpm": "/usr/share/zsh/site-functions"}
	if !maps.Equal(where, want) {
		t.Errorf("zsh: %v, want %v", where, want)
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
