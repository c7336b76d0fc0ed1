package cli

import (
	"bytes"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func manualPages(t *testing.T) map[string][]byte {
	t.Helper()
	pages, err := Manual("1.2.3")
	if err != nil {
		t.Fatal(err)
	}
	return pages
}

// Every command has a page with its words, its flags and its place, and there is no page
// of anything else.
func TestEveryCommandHasAPageOfTheManual(t *testing.T) {
	pages := manualPages(t)
	root := newRoot(&app{})
	want := slices.Sorted(maps.Keys(completionScripts(root)))
	for i, name := range want {
		want[i] = "completions/" + name
	}
	for _, c := range everyCommand(root) {
		name := "man/" + pageName(c) + ".1"
		want = append(want, name)
		text := unroff(string(pages[name]))
		for _, part := range []string{c.UseLine(), lowerFirst(c.Short), "Expunge", "expunge 1.2.3", "EXIT STATUS"} {
			if !strings.Contains(text, part) {
				t.Errorf("%s does not say %q", name, part)
			}
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if !f.Hidden && f.Name != "help" && !strings.Contains(text, "--"+f.Name) {
				t.Errorf("%s does not name --%s", name, f.Name)
			}
		})
	}
	for _, topic := range topics() {
		want = append(want, "man/expunge-"+topic.name+".7")
	}
	slices.Sort(want)
	if d := cmp.Diff(want, slices.Sorted(maps.Keys(pages))); d != "" {
		t.Errorf("pages (- wanted, + written):\n%s", d)
	}
}

// A page says what a flag is when it is not given, as help does.
func TestPagesSayTheDefaults(t *testing.T) {
	pages := manualPages(t)
	for name, parts := range map[string][]string{
		"packet":    {`write packets under this FOLDER (default "packets")`, "among pdf, docx, md (default [pdf,docx])"},
		"checklist": {`(default "1")`, "among pdf, md (default [pdf])", `write the list under this FOLDER (default "packets")`},
		"screen":    {"write the answers to this FILE, in place of standard output\n"},
	} {
		text := unroff(string(pages["man/expunge-"+name+".1"]))
		for _, part := range parts {
			if !strings.Contains(text, part) {
				t.Errorf("%s does not say %q", name, part)
			}
		}
		if strings.Contains(text, "(default false)") || strings.Contains(text, `(default "")`) {
			t.Errorf("%s gives a default that says nothing", name)
		}
	}
	if text := unroff(string(pages["man/expunge-law.1"])); strings.Contains(text, "--out") || !strings.Contains(text, "--config") {
		t.Error("law lists a flag that does nothing, or not one that does")
	}
}

// Help is read in a terminal: its paragraphs fit.
func TestHelpFitsATerminal(t *testing.T) {
	const widest = 95
	for _, c := range everyCommand(newRoot(&app{})) {
		if c.Parent() != nil && c.Parent().Name() == "completion" {
			continue // in the words of cobra
		}
		for line := range strings.Lines(c.Long + "\n" + c.Example) {
			if n := utf8.RuneCountInString(strings.TrimRight(line, "\n")); n > widest {
				t.Errorf("%s: %d characters: %s", c.CommandPath(), n, line)
			}
		}
	}
}

// Every common flag that help lists for a command is a flag there is, and every command says
// which it has.
func TestEveryCommandSaysWhichCommonFlagsItUses(t *testing.T) {
	root := newRoot(&app{})
	for _, c := range root.Commands() {
		name := c.Name()
		if uses(name) == nil && name != "help" && name != "completion" {
			t.Errorf("nothing says which common flags %s uses", name)
		}
		for _, flag := range uses(name) {
			if f := c.Flag(flag); f == nil || f.Hidden {
				t.Errorf("%s: --%s is not listed", name, flag)
			}
		}
		root.PersistentFlags().VisitAll(func(f *pflag.Flag) {
			if mine := c.Flag(f.Name); mine == nil || mine.Hidden == slices.Contains(uses(name), f.Name) {
				t.Errorf("%s: --%s is not taken, or hidden though it is used, or listed though it is not", name, f.Name)
			}
		})
	}
}

// unroff undoes roff, so that a page can be searched for words.
func unroff(s string) string {
	return strings.NewReplacer(`\-`, "-", `\(aq`, "'", "\\`", "`", `\(sc`, "§", `\e`, `\`).Replace(s)
}

// A line of text that begins with a full stop or an apostrophe would vanish from the page.
func TestPagesHoldNoCommandButTheirOwn(t *testing.T) {
	known := regexp.MustCompile(`^\.(TH|SH|TP|PP|B|nf|fi|ad l|nh)( |$)`)
	for name, text := range manualPages(t) {
		if !strings.HasPrefix(name, "man/") {
			continue
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimRight(line, "\n"); strings.HasPrefix(line, "'") || (strings.HasPrefix(line, ".") && !known.MatchString(line)) {
				t.Errorf("%s: %q", name, line)
			}
		}
	}
	p := manPage{name: "x"}
	p.verbatim(".hidden\n'x' \\n § a-b")
	if got, want := p.b.String(), ".nf\n\\&.hidden\n\\(aqx\\(aq \\en \\(sc a\\-b\n.fi\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestTheManualIsAlwaysTheSame(t *testing.T) {
	first, second := manualPages(t), manualPages(t)
	for name := range first {
		if !bytes.Equal(first[name], second[name]) {
			t.Errorf("%s differs when it is written again", name)
		}
	}
}

// The scripts ask the program for words, so each must call it by its name.
func TestCompletionScriptsCallTheProgram(t *testing.T) {
	for name, text := range manualPages(t) {
		if strings.HasPrefix(name, "completions/") && (!bytes.Contains(text, []byte("__complete")) || !bytes.Contains(text, []byte("expunge"))) {
			t.Errorf("%s does not ask expunge for words", name)
		}
	}
}

// Every command offers words for its arguments: names, kinds of files, or nothing, but not
// by accident the files of the folder.
func TestEveryCommandCompletesItsArguments(t *testing.T) {
	for _, c := range everyCommand(newRoot(&app{})) {
		if c.HasSubCommands() || c.Parent() == nil || c.Parent().Name() == "completion" {
			continue
		}
		words, directive := completion(c)
		if directive == cobra.ShellCompDirectiveDefault && len(words) == 0 && c.Name() != "version" {
			t.Errorf("%s completes its arguments with any file", c.Name())
		}
	}
}

func completion(c *cobra.Command) ([]cobra.Completion, cobra.ShellCompDirective) {
	if c.ValidArgsFunction == nil {
		return c.ValidArgs, cobra.ShellCompDirectiveDefault
	}
	return c.ValidArgsFunction(c, nil, "")
}
