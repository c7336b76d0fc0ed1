package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatStandsInTheWayIsNamed asks for places where nothing can be written.
func TestWhatStandsInTheWayIsNamed(t *testing.T) {
	l := locked{dir: t.TempDir()}
	f := facts()
	place(t, l.dir, "clients.csv", asCSV(t, asRows(f)))
	place(t, l.dir, "case.yaml", asGiven(f))
	f["case"] = strings.ToLower(f["case"])
	place(t, l.dir, "small.yaml", asGiven(f))
	place(t, l.dir, "a-file", "mine")
	if code, _, errs := l.run(t, "packet", "case.yaml", "-o", "out"); code != exitDone {
		t.Fatalf("exit code %d\n%s", code, errs)
	}
	if err := os.MkdirAll(filepath.Join(l.dir, "day"), 0o700); err != nil {
		t.Fatal(err)
	}
	says := map[string][]string{
		"there is no folder nodir to write x.csv into": {"screen", "clients.csv", "-o", "nodir/x.csv"},
		"differ in capitals alone":                     {"packet", "small.yaml", "-o", "out"},
		".expunge is a symbolic link, not a folder":    {"batch", "clients.csv", "-o", "day"},
	}
	if err := os.Symlink(filepath.Join("..", "a-file"), filepath.Join(l.dir, "day", ".expunge")); err != nil {
		t.Skip("this system makes no links")
	}
	for want, args := range says {
		code, _, errs := l.run(t, args...)
		ends := exitUsage
		if args[0] == "screen" {
			ends = exitMachine
		}
		if code != ends || !strings.Contains(errs, want) || !strings.Contains(errs, "nothing was written") || !strings.Contains(errs, "hint: ") {
			t.Errorf("%v: exit code %d\n%s", args, code, errs)
		}
	}
}
