package cli

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// TestWhatIsWrittenIsTheOwnersAlone runs every command that writes, under a umask that
// takes nothing away, one that takes much and one that takes all, over what stood there wide open.
func TestWhatIsWrittenIsTheOwnersAlone(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil || filepath.Separator != '/' {
		t.Skip("this system has no umask")
	}
	for _, umask := range []string{"000", "077", "777"} {
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
			{"", "expunge screen clients.csv -o answers.csv"},
			{"", "expunge screen clients.csv --json -o answers.json"},
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
		batchesAgain(t, l, umask)
	}
}

// batchesAgain runs batch over folders that were opened to everybody, as they stand and with
// files of somebody else in them, and then purges one: what is not ours keeps its mode.
func batchesAgain(t *testing.T, l locked, umask string) {
	t.Helper()
	theirs := []string{"notes.txt", "day/list.txt", "day/DAY-02/scan.pdf", "day/DAY-02/scans/one.pdf"}
	for _, name := range theirs {
		path := filepath.Join(l.dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("theirs"), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(l.dir, "day/DAY-03/packet.pdf"), []byte("changed by someone"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(t, l.dir, nil)
	underUmask(t, l.dir, umask, "", "expunge batch clients.csv -o day")
	underUmask(t, l.dir, umask, "", "expunge batch clients.csv -o sealed --encrypt-to "+l.public)
	but := map[string]bool{"list.txt": true, "DAY-02/scan.pdf": true, "DAY-02/scans": true, "DAY-02/scans/one.pdf": true}
	if seen := owned(t, filepath.Join(l.dir, "day"), but) + owned(t, filepath.Join(l.dir, "sealed"), map[string]bool{}); seen < 60 {
		t.Errorf("umask %s: only %d files and folders of batches", umask, seen)
	}
	underUmask(t, l.dir, umask, "", "expunge purge day --yes")
	for _, name := range append(theirs, "day", "day/DAY-02", "day/DAY-02/scans", "two.yaml") {
		want := fs.FileMode(0o777)
		if name == "day/DAY-02" {
			want = 0o700 // our folder, with their files in it
		}
		info, err := os.Stat(filepath.Join(l.dir, filepath.FromSlash(name)))
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("umask %s: after a purge %s: %v %v, want %o", umask, name, info, err, want)
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
