//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A diskCall is what a run asked of the disk: to keep a file or folder, to rename one, or to
// remove one. Paths are relative to the folder of the run.
type diskCall struct{ does, path, to string }

// traces reports whether the calls of a program can be seen here.
func traces(t *testing.T) bool {
	t.Helper()
	return exec.Command("strace", traced(filepath.Join(t.TempDir(), "trace"), "true")...).Run() == nil
}

// traced are the arguments of a trace of a command: what it keeps, renames and removes.
func traced(trace string, command ...string) []string {
	return append([]string{"-f", "-y", "-qq", "-s", "4096", "-e", "trace=/^(fsync|rename|unlink)", "-e", "signal=none", "-o", trace}, command...)
}

// calls runs the batch of a clients file and returns what it asked of the disk, in order.
func calls(t *testing.T, dir, clients string, code int) []diskCall {
	t.Helper()
	trace := filepath.Join(t.TempDir(), "trace")
	cmd := exec.Command("strace", traced(trace, "expunge", "batch", clients, "--quiet", "--only", "checklist,fees", "--formats", "pdf", "-o", "packets")...)
	cmd.Dir = dir
	if got, said := ran(cmd); got != code {
		t.Fatalf("exit code %d: %s", got, said)
	}
	text, err := os.ReadFile(trace)
	if err != nil {
		t.Fatal(err)
	}
	var (
		call   = regexp.MustCompile(`^\d+ +(fsync|rename|unlink)\w*\((.*)`)
		opened = regexp.MustCompile(`^\d+<([^>]*)>`)
		quoted = regexp.MustCompile(`"([^"]*)"`)
		out    []diskCall
	)
	under := func(path string) string {
		if !filepath.IsAbs(path) {
			return path
		}
		rel, err := filepath.Rel(dir, path)
		if err != nil {
			t.Fatal(err)
		}
		return rel
	}
	for line := range strings.Lines(string(text)) {
		m := call.FindStringSubmatch(line)
		if m == nil {
			continue // the end of a call that another thread broke into
		}
		c := diskCall{does: m[1]}
		if file := opened.FindStringSubmatch(m[2]); c.does == "fsync" && file != nil {
			c.path = under(file[1])
		}
		if names := quoted.FindAllStringSubmatch(m[2], 2); c.does != "fsync" && len(names) > 0 {
			c.path, c.to = under(names[0][1]), under(names[len(names)-1][1])
		}
		out = append(out, c)
	}
	return out
}

// last is where a call stands the last time, or -1. Of a rename it is the place that counts.
func last(all []diskCall, does, path string) int {
	for i, c := range slices.Backward(all) {
		if c.does == does && (c.path == path && does != "rename" || c.to == path && does == "rename") {
			return i
		}
	}
	return -1
}

// wantOrder holds that the calls were made, each after the one before it.
func wantOrder(t *testing.T, all []diskCall, want ...diskCall) {
	t.Helper()
	before := -1
	for i, c := range want {
		at := last(all, c.does, c.path)
		if at <= before {
			t.Errorf("%s %s is call %d; it has to come after call %d, %+v\n%+v", c.does, c.path, at, before, want[max(i-1, 0)], all)
			return
		}
		before = at
	}
}

// wantKept holds that whatever took the place of a file beside the folders of the cases, or of
// one that the program alone reads, was kept by the disk under its other name first.
func wantKept(t *testing.T, all []diskCall) {
	t.Helper()
	renamed := 0
	for i, c := range all {
		if c.does != "rename" || filepath.Dir(c.to) != "packets" && filepath.Dir(c.to) != "packets/.expunge" || filepath.Ext(c.to) == "" {
			continue
		}
		renamed++
		if last(all[:i], "fsync", c.path) < 0 {
			t.Errorf("%s is put in its place before the disk keeps it", c.to)
		}
	}
	if renamed < 4 {
		t.Errorf("only %d files were put in their places: %+v", renamed, all)
	}
}

// TestTheDiskKeepsWhatARunRestsOn traces what a batch asks of the disk: the journal before the
// manifest, every name before the journal goes, and the packets made from a problems.csv, file
// by file, before the rows go. Where there is no strace, or it may not trace, nothing is shown.
func TestTheDiskKeepsWhatARunRestsOn(t *testing.T) {
	if !traces(t) {
		t.Log("no strace here, or it may not trace: nothing is shown about what the disk is asked to keep")
		return
	}
	dir, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	const journal, problems = "packets/.expunge/journal.jsonl", "packets/problems.csv"
	text := manyClients(1, "Lee")
	row := text[strings.Index(text, "A-999"):]
	text += strings.ReplaceAll(row, "A-999,Ada", "A-998,Zoe")
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	end := []diskCall{
		{does: "fsync", path: "packets"},
		{does: "rename", path: "packets/.expunge/folder.json"},
		{does: "fsync", path: "packets/.expunge"},
		{does: "unlink", path: journal},
	}
	all := calls(t, dir, "c.csv", exitWithheld)
	wantKept(t, all)
	wantOrder(t, all, append([]diskCall{{does: "rename", path: journal}, {does: "fsync", path: journal}, {does: "rename", path: "packets/manifest.jsonl"}, {does: "rename", path: problems}}, end...)...)
	for _, mend := range []struct {
		id   string
		code int
		goes string // the call that takes the rows away
	}{{"A-999", exitWithheld, "rename"}, {"A-998", 0, "unlink"}} {
		path := filepath.Join(dir, problems)
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.SplitAfter(string(b), "\n")
		for i, line := range lines {
			if strings.Contains(line, mend.id) {
				lines[i] = strings.ReplaceAll(line, "Rankn", "Rankin")
			}
		}
		if err := os.WriteFile(path, []byte(strings.Join(lines, "")), 0o600); err != nil {
			t.Fatal(err)
		}
		all := calls(t, dir, problems, mend.code)
		wantKept(t, all)
		goes := last(all, mend.goes, problems)
		if goes < 0 {
			t.Fatalf("the rows of %s did not go: %+v", mend.id, all)
		}
		entries, err := os.ReadDir(filepath.Join(dir, "packets", mend.id))
		if err != nil || len(entries) < 2 {
			t.Fatalf("%s: %v %v", mend.id, entries, err)
		}
		folder := "packets/" + mend.id
		for _, e := range entries {
			wantOrder(t, all[:goes], diskCall{does: "fsync", path: folder + "/" + e.Name()}, diskCall{does: "fsync", path: folder}, diskCall{does: "fsync", path: "packets"})
		}
	}
}
