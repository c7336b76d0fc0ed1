//go:build unix

package cli

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// TestAFullDiskKeepsNobodyFromPurging runs the program where no byte can be written to a
// file, as on a full disk: batch fails, and purge, which makes room, does not.
func TestAFullDiskKeepsNobodyFromPurging(t *testing.T) {
	l := locked{dir: t.TempDir()}
	place(t, l.dir, "c.csv", manyClients(2, "Hinds"))
	run := func(script string, want int) {
		t.Helper()
		cmd := exec.Command("sh", "-c", script)
		cmd.Dir = l.dir
		if code, said := ran(cmd); code != want {
			t.Fatalf("%s: exit code %d: %.1000s", script, code, said)
		}
	}
	full := "ulimit -f 0; exec "
	for range 2 {
		run(full+"expunge batch c.csv --quiet", exitMachine)
	}
	if !l.exists("packets/.expunge") {
		t.Fatal("the failed run left nothing, so the test shows nothing")
	}
	run(full+"expunge purge packets --yes", exitDone)
	run(full+"expunge batch c.csv --quiet", exitMachine)
	run("exec expunge batch c.csv --quiet", exitWithheld)
	run("exec expunge verify packets c.csv --quiet", exitDone)
	run(full+"expunge purge packets --yes", exitDone)
	entries, err := os.ReadDir(l.dir)
	if err != nil || slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.IsDir() }) {
		t.Errorf("left %v in %s: %v", entries, filepath.Base(l.dir), err)
	}
}
