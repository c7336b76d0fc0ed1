package cli

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestACommandOfTheDocsIsTheWholeLine holds each line of code that is a command to be one and
// nothing else: the shells of macOS and Windows take a remark behind it for arguments.
func TestACommandOfTheDocsIsTheWholeLine(t *testing.T) {
	looked := map[string]int{}
	for name, text := range documents(t) {
		for _, line := range codeLines(text) {
			if !isCommand(line) {
				continue
			}
			looked[name]++
			if rest := remarkIn(line); rest != "" {
				t.Errorf("%s: %q stands behind a command; who pastes the line gives it to the command:\n%s", name, rest, line)
			}
		}
	}
	if looked["README.md"] < 20 || looked["topics/law.md"] < 5 || looked["help of expunge verify"] < 5 {
		t.Errorf("too few were found, the test no longer reads the documents: %v", looked)
	}
}

// codeLines are the lines of code as they stand, remarks and all.
func codeLines(text string) []string {
	var out []string
	inFence, isCode := false, false
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(bare, fence):
			inFence = !inFence
			isCode = slices.Contains([]string{"", "sh", "bash", "console"}, strings.TrimPrefix(bare, fence))
		case inFence && isCode, !inFence && strings.HasPrefix(line, "    "):
			out = append(out, bare)
		}
	}
	return out
}

func isCommand(line string) bool {
	line, _, _ = strings.Cut(line, "  ")
	return typed.MatchString(line) || foreign.MatchString(line)
}

// remarkIn returns what stands behind a command after " #" or two spaces.
func remarkIn(line string) string {
	bare := regexp.MustCompile(`"[^"]*"|'[^']*'`).ReplaceAllStringFunc(line, func(q string) string { return strings.Repeat("q", len(q)) })
	if at := regexp.MustCompile(` #|  `).FindStringIndex(bare); at != nil {
		return strings.TrimSpace(line[at[0]:])
	}
	return ""
}

// The judge of remarks is held to what it finds.
func TestRemarksBehindCommands(t *testing.T) {
	text := "# A\n\n    expunge law # one\n    go test ./...   two\n    brew install x      three\n    expunge law \"a  b # c\" > d\n    other   words\n\n```yaml\nexpunge law # four\n```\n\n```\n$ expunge law  # five\n```\n"
	var got []string
	for _, line := range codeLines(text) {
		if rest := remarkIn(line); isCommand(line) && rest != "" {
			got = append(got, rest)
		}
	}
	if want := []string{"# one", "two", "three", "# five"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}
