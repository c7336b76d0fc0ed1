package cli

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"expunge/petition"
)

// TestFlagsOfTheDocsAreThere looks at each flag that the documents speak of: it has to be a
// flag of a command that the passage names, or that the section names where the passage
// names none, or one common to all; and what is written behind it has to be a value for it.
func TestFlagsOfTheDocsAreThere(t *testing.T) {
	looked := map[string]int{}
	for name, text := range documents(t) {
		for _, p := range passages(name, text) {
			for _, m := range flagInText.FindAllStringSubmatch(otherTools(p.text), -1) {
				looked[name]++
				if elsewhere(name, m[2]) {
					continue
				}
				if wrong := wrongFlag(p.commands, m[2], valueIn(m)); wrong != "" {
					t.Errorf("%s: %s\n%s", name, wrong, p.text)
				}
			}
			for _, m := range goFlag.FindAllStringSubmatch(p.text, -1) {
				for _, wrong := range wrongTests(t, append(strings.Fields(m[1]), "./...")) {
					t.Errorf("%s: %s: %s", name, m[1], wrong)
				}
			}
		}
	}
	if looked["README.md"] < 30 || looked["SECURITY.md"] < 8 || looked["help of expunge batch"] < 4 {
		t.Errorf("too few were found, the test no longer reads the documents: %v", looked)
	}
}

var (
	flagInText = regexp.MustCompile("(^|[^\\w-])--([a-z][a-z-]*)(?: ([^\\s`\"]+)[`\"])?")
	goFlag     = regexp.MustCompile("`(-(?:bench|run|update|rounds|race|v)(?: [^`]+)?)`")
)

// elsewhere reports whether a help text speaks of a flag of another command without its name:
// purge says what protects papers when they are made, by packet, batch and new.
func elsewhere(document, flag string) bool {
	return document == "help of expunge purge" && flag == "encrypt-to"
}

// docPassage is a paragraph, a line of a list or a row of a table, with the commands its flags
// may belong to; none means any.
type docPassage struct {
	text     string
	commands []string
}

// passages takes the prose of a document apart.
func passages(name, text string) []docPassage {
	var out []docPassage
	commands := commandNames()
	var own, section []string
	subject := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(name, "topics/"), "help of expunge "), ".md")
	if slices.Contains(commands, subject) {
		own = []string{subject}
	}
	current := ""
	end := func() {
		near := namedIn(current, commands)
		if strings.HasPrefix(name, "topics/") { // plain text: not all is quoted there
			near = append(near, namedPlainly(current, commands)...)
		}
		if strings.TrimSpace(current) != "" {
			section = append(section, near...)
			if len(near) == 0 {
				near = section
			}
			out = append(out, docPassage{current, slices.Concat(near, own)})
		}
		current = ""
	}
	codeAndProse(text, func(line string) {
		end()
		section = append(section, namedIn("`"+line+"`", commands)...)
	}, func(line string) {
		bare := strings.TrimSpace(line)
		if bare == "" || regexp.MustCompile(`^(?:[-*] |[|#]|\d+\. )`).MatchString(bare) {
			end()
		}
		if strings.HasPrefix(line, "#") {
			section = nil
		}
		current += line + "\n"
	})
	end()
	return out
}

// namedIn lists those of the commands that a text names where it quotes.
func namedIn(text string, commands []string) []string {
	var out []string
	for _, m := range slices.Concat(marked.FindAllStringSubmatch(text, -1), inQuotes.FindAllStringSubmatch(text, -1)) {
		_, line := fed(m[1])
		word, _, _ := strings.Cut(regexp.MustCompile(`^`+program+` `).ReplaceAllString(line, ""), " ")
		if slices.Contains(commands, word) {
			out = append(out, word)
		}
	}
	return out
}

// namedPlainly lists those of the commands whose names stand in a text as words.
func namedPlainly(text string, commands []string) []string {
	return slices.DeleteFunc(regexp.MustCompile(`[a-z]+`).FindAllString(text, -1), func(word string) bool { return !slices.Contains(commands, word) })
}

func commandNames() []string {
	var out []string
	for _, c := range newRoot(&app{}).Commands() {
		out = append(out, c.Name())
	}
	return out
}

// otherTools takes the commands of other tools out of a text.
func otherTools(text string) string {
	return marked.ReplaceAllStringFunc(text, func(span string) string {
		if foreign.MatchString(strings.Trim(span, "`")) && !typed.MatchString(strings.Trim(span, "`")) {
			return ""
		}
		return span
	})
}

// valueIn returns the value that stands behind a flag where both are quoted alone.
func valueIn(m []string) string {
	if m[1] == "`" || m[1] == `"` {
		return m[3]
	}
	return ""
}

// wrongFlag says what is wrong with a flag and its value. A value in capitals stands for one.
func wrongFlag(commands []string, name, value string) string {
	flag := flagOf(commands, name)
	switch {
	case flag == nil && len(commands) == 0:
		return fmt.Sprintf("no command has a flag --%s", name)
	case flag == nil:
		return fmt.Sprintf("none of %v has a flag --%s", commands, name)
	case value == "", regexp.MustCompile(`^"?[[A-Z/.-]+]?"?$`).MatchString(value):
		return ""
	case flag.Value.Type() == "bool":
		return fmt.Sprintf("--%s takes no value", name)
	case name == "as-of":
		if _, err := petition.ParseDate(value); err != nil {
			return fmt.Sprintf("--as-of: %v", err)
		}
	case flag.Value.Set(value) != nil:
		return fmt.Sprintf("--%s does not take %s", name, value)
	}
	return ""
}

// flagOf finds a flag of the commands, or of any where none is named.
func flagOf(commands []string, name string) *pflag.Flag {
	root := newRoot(&app{})
	for _, c := range root.Commands() {
		if len(commands) > 0 && !slices.Contains(commands, c.Name()) {
			continue
		}
		c.InitDefaultHelpFlag()
		if flag := c.Flags().Lookup(name); flag != nil {
			return flag
		}
	}
	return root.PersistentFlags().Lookup(name)
}

// The judge of flags is held to what it says.
func TestWrongFlags(t *testing.T) {
	text := "# A\n\nWith `batch` `--shard 2/8` and `--combyned`.\n\n`check` has --identity, and not\n--combined.\n\n# B\n\n`--as-of 2027-02-30`, `--as-of 2027-05-18`, `--why yes`, `--lang es`, `--out DIR`, `--nothing`\n\n`go test -bench . --none`\n"
	var got []string
	for _, p := range passages("x", text) {
		for _, m := range flagInText.FindAllStringSubmatch(otherTools(p.text), -1) {
			if wrong := wrongFlag(p.commands, m[2], valueIn(m)); wrong != "" {
				got = append(got, wrong)
			}
		}
	}
	want := []string{
		"none of [batch] has a flag --combyned", "none of [check] has a flag --combined",
		"--as-of: the date is not a day in the calendar", "--why takes no value", "no command has a flag --nothing",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
