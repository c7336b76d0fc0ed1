package cli

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"unicode/utf8"
)

// run runs a command line in a folder and returns its code, results and messages.
func run(t *testing.T, dir string, args ...string) (code int, out, errs string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = Main(context.Background(), args, Streams{Dir: dir, Out: &stdout, Err: &stderr}, clock)
	return code, stdout.String(), stderr.String()
}

func TestEveryTopicIsListedAndPrinted(t *testing.T) {
	_, list, _ := run(t, t.TempDir(), "help", "topics")
	for _, topic := range topics() {
		if !strings.Contains(list, "  "+topic.name+" ") || !strings.Contains(list, topic.short) {
			t.Errorf("help topics does not list %s", topic.name)
		}
		code, text, errs := run(t, t.TempDir(), "help", topic.name)
		if code != exitDone || errs != "" {
			t.Errorf("help %s ends with %d: %s", topic.name, code, errs)
		}
		own, _, _ := strings.Cut(text, "\nThe command\n")
		for line := range strings.Lines(own) {
			line = strings.TrimRight(line, "\n")
			if strings.HasPrefix(line, "#") || utf8.RuneCountInString(line) > 100 {
				t.Errorf("help %s is not plain: %q", topic.name, line)
			}
		}
		if strings.Count(own, "\n") < 20 {
			t.Errorf("help %s has only\n%s", topic.name, text)
		}
	}
	files, err := os.ReadDir("topics")
	if err != nil || len(files) != len(topics()) {
		t.Errorf("%d files of topics for %d topics, %v", len(files), len(topics()), err)
	}
}

// A topic with the name of a command also tells how to use the command; other words are
// commands, or wrong usage with a hint.
func TestHelpOnBoth(t *testing.T) {
	for _, name := range []string{"law", "batch"} {
		if _, text, _ := run(t, t.TempDir(), "help", name); !strings.Contains(text, "The command\n") || !strings.Contains(text, "expunge "+name+" ") {
			t.Errorf("help %s does not tell the usage of the command", name)
		}
	}
	if _, text, _ := run(t, t.TempDir(), "help", "privacy"); strings.Contains(text, "Usage:") {
		t.Error("help privacy tells the usage of a command there is none of")
	}
	if code, _, errs := run(t, t.TempDir(), "help", "case-fil"); code != exitUsage || !strings.Contains(errs, `did you mean "expunge help case-file"?`) {
		t.Errorf("help on a misspelled topic ends with %d: %s", code, errs)
	}
	if code, _, errs := run(t, t.TempDir(), "help", "zzzzzzzzzz"); code != exitUsage || !strings.Contains(errs, "hint: expunge help topics") {
		t.Errorf("help on nothing ends with %d: %s", code, errs)
	}
}
