package cli

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatIsWrittenIsTheOwnersAlone runs every command that writes, under a umask that
// takes nothing away and under one that takes much, over what stood there wide open.
func TestWhatIsWrittenIsTheOwnersAlone(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil || filepath.Separator != '/' {
		t.Skip("this system has no umask")
	}
	for _, umask := range []string{"000", "077"} {
		l := lockedFolder(t)
		clients, err := os.ReadFile("../../samples/clinic-day/clients.csv")
		if err != nil {
			t.Fatal(err)
		}
		place(t, l.dir, "clients.csv", string(clients))
		mine := map[string]bool{}
		for name := range contents(t, l.dir) {
			mine[name] = true
		}
		for _, c := range []struct{ typed, command string }{
			{"", "expunge packet two.yaml -o deep/er/packets --formats pdf,docx,md"},
			{"", "expunge packet two.yaml -o split --split --encrypt-to " + l.public},
			{"", "expunge checklist two.yaml -o lists"},
			{"", "expunge checklist -o blank"},
			{"", "expunge batch clients.csv -o day --combined"},
			{"", "expunge batch clients.csv -o sealed --encrypt-to " + l.public},
			{"", "expunge template clients -o new.xlsx"},
			{"", "expunge template case -o new.yaml"},
			{misdemeanor, "expunge-desk new"},
			{misdemeanor, "expunge-desk new --encrypt-to " + l.public},
		} {
			underUmask(t, l.dir, umask, c.typed, c.command)
		}
		seen := owned(t, l.dir, mine)
		if seen < 40 {
			t.Errorf("umask %s: only %d files and folders were written", umask, seen)
		}
		open(t, l.dir, mine)
		underUmask(t, l.dir, umask, "", "expunge packet two.yaml -o deep/er/packets --formats pdf,docx,md")
		underUmask(t, l.dir, umask, "", "expunge packet two.yaml -o split --split --force")
		for _, dir := range []string{"deep/er/packets/EXAMPLE-TWO", "split/EXAMPLE-TWO"} {
			owned(t, filepath.Join(l.dir, dir), nil)
		}
	}
}

// underUmask runs a command line under a umask. The exit code is not what is tested here, but a
// failure of the machine or wrong usage is one of the test.
func underUmask(t *testing.T, dir, umask, typed, command string) {
	t.Helper()
	cmd := exec.Command("sh", "-c", "umask "+umask+" && exec "+command)
	cmd.Dir, cmd.Stdin = dir, strings.NewReader(typed)
	out, _ := cmd.CombinedOutput()
	if code := cmd.ProcessState.ExitCode(); code == exitMachine || code == exitUsage || code < 0 {
		t.Fatalf("umask %s, %s: exit code %d\n%s", umask, command, code, out)
	}
}

// owned checks the modes of everything under a folder but the files that were there, and
// returns how many files and folders it looked at.
func owned(t *testing.T, dir string, but map[string]bool) int {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		if err != nil || but[rel] || rel == "." && but != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		seen++
		want := fs.FileMode(0o600)
		if d.IsDir() {
			want = 0o700
		}
		if got := info.Mode().Perm(); got != want {
			t.Errorf("%s has mode %o, want %o", rel, got, want)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return seen
}

// open gives everything to everybody.
func open(t *testing.T, dir string, but map[string]bool) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(dir, path)
		if err != nil || but[rel] {
			return err
		}
		return os.Chmod(path, 0o777)
	})
	if err != nil {
		t.Fatal(err)
	}
}
