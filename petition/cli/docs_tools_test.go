package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestOtherToolsOfTheDocs looks at the commands of the documents that are not run: what the
// lines of go and of .ci name has to be there, and a line of any other tool has to be one of
// the forms that are listed here.
func TestOtherToolsOfTheDocs(t *testing.T) {
	looked := map[string]int{}
	for name, text := range documents(t) {
		for _, command := range foreignIn(text) {
			looked[name]++
			for _, wrong := range wrongTool(t, command) {
				t.Errorf("%s: %s: %s", name, command, wrong)
			}
		}
	}
	if looked["README.md"] < 15 || looked["CONTRIBUTING.md"] < 15 || looked["topics/privacy.md"] < 1 {
		t.Errorf("too few were found, the test no longer reads the documents: %v", looked)
	}
}

var (
	foreign  = regexp.MustCompile(`^(?:[A-Z_]+=\S+ )?(?:go|git|goreleaser|age|age-keygen|sha256sum|shasum|tar|sudo|brew|scoop|xattr|\.ci/[\w/]+)(?: .*)?$`)
	marked   = regexp.MustCompile("`([^`]+)`")
	inQuotes = regexp.MustCompile(`"([^"]+)"`)
	broken   = regexp.MustCompile("[`\"](?:" + program + `|go|age|age-keygen) [^` + "`\"" + `]*$`)
)

// foreignIn lists the commands of a text that are not of this program.
func foreignIn(text string) []string {
	var out []string
	take := func(command string) {
		if foreign.MatchString(command) && !typed.MatchString(command) {
			out = append(out, command)
		}
	}
	codeAndProse(text, take, func(line string) {
		for _, m := range slices.Concat(marked.FindAllStringSubmatch(line, -1), inQuotes.FindAllStringSubmatch(line, -1)) {
			take(m[1])
		}
	})
	return out
}

// A command that goes over the end of a line would be read by no test.
func TestNoCommandOfTheDocsIsBroken(t *testing.T) {
	for name, text := range documents(t) {
		codeAndProse(text, func(string) {}, func(line string) {
			rest := quoted.ReplaceAllString(marked.ReplaceAllString(line, ""), "")
			if m := broken.FindString(rest); m != "" {
				t.Errorf("%s: %s goes on in the next line, where no test finds it", name, m)
			}
		})
	}
}

// wrongTool says what is wrong with a command that is not of this program.
func wrongTool(t *testing.T, command string) []string {
	t.Helper()
	if slices.ContainsFunc(known(), func(form *regexp.Regexp) bool { return form.MatchString(command) }) {
		return nil
	}
	args, _ := arguments(t, t.TempDir(), command)
	setting, _, isSet := strings.Cut(args[0], "=")
	if isSet {
		args = args[1:]
	} else {
		setting = ""
	}
	switch {
	case strings.HasPrefix(args[0], ".ci/"):
		return wrongScript(args[0], setting)
	case len(args) == 1 && !isSet:
		return nil // the name of a tool
	case len(args) > 1 && args[0] == "go" && args[1] == "test":
		return wrongTests(t, args[2:])
	case len(args) > 2 && args[0] == "go" && args[1] == "run" && strings.HasPrefix(args[2], "./"):
		return wrongRun(t, args[2], args[3:])
	default:
		return []string{"this form is not among those that are listed here"}
	}
}

// known are the forms of commands that are not looked into.
func known() []*regexp.Regexp {
	release := `expunge_\d+\.\d+\.\d+_linux_amd64`
	var out []*regexp.Regexp
	for _, form := range []string{
		`age-keygen -o key\.txt`,
		`age -d -i key\.txt confidential\.pdf\.age > confidential\.pdf`,
		`age -d`,
		`go build \.`,
		`go run`,
		`go version -m`,
		`go run golang\.org/x/vuln/cmd/govulncheck@latest \./\.\.\.`,
		`goreleaser check`,
		`(?:RELEASE_OWNER=example )?goreleaser release(?: --snapshot)? --clean`,
		`git grep -n "[\w. ]+"`,
		`git diff(?: -I '[^']+')+ --( samples| forms)+`,
		`sha256sum -c --ignore-missing checksums\.txt`,
		`shasum -a 256 -c --ignore-missing checksums\.txt`,
		`sudo dpkg -i ` + release + `\.deb`,
		`sudo rpm -i ` + release + `\.rpm`,
		`tar -xzf ` + release + `\.tar\.gz`,
		`sudo install expunge /usr/local/bin/`,
		`brew install --cask OWNER/tap/expunge`,
		`scoop bucket add expunge https://github\.com/OWNER/scoop-bucket`,
		`scoop install expunge`,
		`xattr -d com\.apple\.quarantine expunge`,
	} {
		out = append(out, regexp.MustCompile("^"+form+"$"))
	}
	return out
}

// wrongScript looks for a script of ours, and for the variable it is given.
func wrongScript(path, setting string) []string {
	info, err := os.Stat(filepath.Join(house, filepath.FromSlash(path)))
	if err != nil || info.IsDir() {
		return []string{"it is not there"}
	}
	text, err := os.ReadFile(filepath.Join(house, filepath.FromSlash(path)))
	if err != nil || (setting != "" && !strings.Contains(string(text), "${"+setting)) {
		return []string{"it does not read " + setting}
	}
	return nil
}

// wrongRun looks for the flags of one of our own tools in its source.
func wrongRun(t *testing.T, folder string, args []string) (wrong []string) {
	t.Helper()
	source := sourceOf(t, folder, "*.go")
	if !strings.Contains(source, "\nfunc main() {") {
		return []string{"there is no program in " + folder}
	}
	for _, arg := range args {
		if name, ok := strings.CutPrefix(arg, "-"); ok && !regexp.MustCompile(`flags\.\w+\((?:&[\w.]+, )?"`+regexp.QuoteMeta(name)+`",`).MatchString(source) {
			wrong = append(wrong, folder+" has no flag -"+name)
		}
	}
	return wrong
}

// wrongTests looks for the packages, the flags, the tests and the benchmarks of "go test".
func wrongTests(t *testing.T, args []string) (wrong []string) {
	t.Helper()
	wanted, folders, custom := map[string]string{}, []string{}, []string{}
	for i := 0; i < len(args); i++ {
		name, isFlag := strings.CutPrefix(args[i], "-")
		switch {
		case !isFlag:
			folders = append(folders, args[i])
		case slices.Contains([]string{"v", "race", "short"}, name):
		case name == "run" || name == "bench":
			if i++; i == len(args) {
				return append(wrong, "-"+name+" names nothing")
			}
			wanted[name] = args[i]
		default:
			custom = append(custom, name)
			if i+1 < len(args) && regexp.MustCompile(`^\d+$`).MatchString(args[i+1]) {
				i++
			}
		}
	}
	if len(folders) == 0 {
		folders = []string{"./..."}
	}
	for _, folder := range folders {
		wrong = append(wrong, wrongFolder(t, folder, wanted, custom)...)
	}
	return wrong
}

func wrongFolder(t *testing.T, folder string, wanted map[string]string, custom []string) (wrong []string) {
	t.Helper()
	source := sourceOf(t, folder, "*_test.go")
	if source == "" {
		return []string{folder + " has no tests"}
	}
	for _, name := range custom {
		if !regexp.MustCompile(`flag\.\w+\("` + regexp.QuoteMeta(name) + `",`).MatchString(source) {
			wrong = append(wrong, "the tests of "+folder+" have no flag -"+name)
		}
	}
	for flag, kinds := range map[string]string{"run": "Test|Fuzz|Example", "bench": "Benchmark"} {
		pattern, asked := wanted[flag]
		if !asked || pattern == "^$" {
			continue
		}
		like, err := regexp.Compile(pattern)
		names := regexp.MustCompile(`(?m)^func ((?:`+kinds+`)\w*)\(`).FindAllStringSubmatch(source, -1)
		if err != nil || !slices.ContainsFunc(names, func(m []string) bool { return like.MatchString(m[1]) }) {
			wrong = append(wrong, folder+" has nothing for -"+flag+" "+pattern)
		}
	}
	return wrong
}

// sourceOf returns the files of a package one after another; ./... stands for all packages.
func sourceOf(t *testing.T, folder, pattern string) string {
	t.Helper()
	root, all := strings.CutSuffix(folder, "...")
	var out strings.Builder
	take := func(dir string) {
		names, _ := filepath.Glob(filepath.Join(dir, pattern))
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out.WriteString("\n" + string(b))
		}
	}
	root = filepath.Join(house, filepath.FromSlash(root))
	if !all {
		take(root)
		return out.String()
	}
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			take(path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// The judge of other tools is held to what it says.
func TestWrongTools(t *testing.T) {
	for command, right := range map[string]bool{
		"go test ./...": true,
		"go test -bench Screen -run '^$' ./petition/screen":  true,
		"go test -bench Screams -run '^$' ./petition/screen": false,
		"go test ./petition/screan":                          false,
		"go test ./samples -update":                          true,
		"go test ./samples -updates":                         false,
		"go test ./petition/cli -run TestNothingOfThisName":  false,
		"go run ./.ci/mutate -n 200 -seed 7":                 true,
		"go run ./.ci/mutate -n 200 -sead 7":                 false,
		"go run ./.ci/mutation":                              false,
		".ci/run":                                            true,
		".ci/walk":                                           false,
		"RELEASE=1 .ci/run":                                  true,
		"RELEASED=1 .ci/run":                                 false,
		"age-keygen -o key.txt":                              true,
		"age-keygen --out key.txt":                           false,
		"go vet -x ./...":                                    false,
	} {
		if wrong := wrongTool(t, command); (len(wrong) == 0) != right {
			t.Errorf("%s: %v", command, wrong)
		}
	}
}
