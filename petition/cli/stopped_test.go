//go:build unix

package cli

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// waiting is a run that waits for its input, with its answers half written.
type waiting struct {
	*exec.Cmd
	typed io.WriteCloser
	said  bytes.Buffer
	half  string // the file that is being written
}

// wait starts "expunge screen - -o packets/answers.csv" in a folder, under a script that runs
// "$@", and returns when its output has been begun.
func wait(t *testing.T, dir, wrap string) *waiting {
	t.Helper()
	beneath(t, dir, "packets/theirs.txt")
	w := &waiting{Cmd: exec.Command("sh", "-c", wrap, "sh", "expunge", "screen", "-", "-o", "packets/answers.csv")}
	w.Dir, w.Stderr, w.Stdout = dir, &w.said, &w.said
	var err error
	if w.typed, err = w.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	if err := w.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = w.Process.Kill()
		_ = w.Wait()
	})
	for range 60_000 {
		left, _ := filepath.Glob(filepath.Join(dir, "packets", ".tmp-answers.csv-*"))
		if len(left) == 1 && held(left[0]) {
			w.half = left[0]
			return w
		}
		time.Sleep(time.Millisecond)
	}
	t.Fatal("the run begins nothing")
	return nil
}

// beneath puts a file into a folder of its own.
func beneath(t *testing.T, dir, name string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o700); err != nil {
		t.Fatal(err)
	}
	place(t, dir, name, "half")
}

// held reports whether a run holds a file or folder.
func held(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() //nolint:errcheck // a file that was looked at
	return errors.Is(syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB), syscall.EWOULDBLOCK)
}

// finish gives the run its input and returns its exit code.
func (w *waiting) finish(t *testing.T, text string) int {
	t.Helper()
	if _, err := io.WriteString(w.typed, text); err != nil {
		t.Error(err)
	}
	_ = w.typed.Close()
	_ = w.Wait()
	return w.ProcessState.ExitCode()
}

// gone fails the test if something half written stands in a folder.
func gone(t *testing.T, dir string) {
	t.Helper()
	if left, _ := filepath.Glob(filepath.Join(dir, ".tmp-*")); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

// TestASignalStopsARunWhole: a terminal that closes sends its hangup more than once.
func TestASignalStopsARunWhole(t *testing.T) {
	for _, signals := range [][]syscall.Signal{{syscall.SIGINT}, {syscall.SIGTERM}, {syscall.SIGHUP, syscall.SIGHUP, syscall.SIGHUP}} {
		dir := t.TempDir()
		w := wait(t, dir, `exec "$@"`)
		for _, s := range signals {
			_ = w.Process.Signal(s)
		}
		_ = w.Wait()
		if code := w.ProcessState.ExitCode(); code != exitInterrupted || !strings.Contains(w.said.String(), "interrupted") {
			t.Errorf("%v: exit code %d: %s", signals, code, w.said.String())
		}
		gone(t, filepath.Join(dir, "packets"))
	}
}

// TestAHangupThatIsToBeIgnoredIs runs as under nohup.
func TestAHangupThatIsToBeIgnoredIs(t *testing.T) {
	dir := t.TempDir()
	w := wait(t, dir, `trap "" HUP; exec "$@"`)
	if err := w.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	if code := w.finish(t, clientsOf("A-1")); code != exitDone {
		t.Errorf("exit code %d: %s", code, w.said.String())
	}
}

// TestAKilledRunIsSweptByTheNext of the same command to the same place.
func TestAKilledRunIsSweptByTheNext(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "c.csv", clientsOf("A-1"))
	w := wait(t, l.dir, `exec "$@"`)
	_ = w.Process.Kill()
	_ = w.Wait()
	if _, err := os.Stat(w.half); err != nil {
		t.Fatalf("a killed run leaves nothing: %v", err)
	}
	beneath(t, l.dir, "packets/.tmp-EXAMPLE-TWO-1/packet.pdf")
	beneath(t, l.dir, "packets/.tmp-EXAMPLE-TWO-2/packet.pdf")
	place(t, l.dir, ".tmp-t.yaml-1", "half")
	alive, err := os.Open(filepath.Join(l.dir, "packets/.tmp-EXAMPLE-TWO-2"))
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Flock(int(alive.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) {
		t.Helper()
		if code, _, errs := l.run(t, args...); code != exitDone && code != exitWithheld {
			t.Errorf("%v: exit code %d: %s", args, code, errs)
		}
	}
	run("screen", "c.csv", "-o", "packets/answers.csv")
	run("template", "case", "-o", "t.yaml")
	run("packet", "two.yaml")
	if left, _ := filepath.Glob(filepath.Join(l.dir, "packets", ".tmp-*")); len(left) != 1 || left[0] != alive.Name() {
		t.Errorf("left are %v, want what a living run writes", left)
	}
	if err := alive.Close(); err != nil {
		t.Fatal(err)
	}
	beneath(t, l.dir, "packets/EXAMPLE-TWO/.tmp-packet.pdf-1")
	run("packet", "two.yaml", "--split", "--force")
	for _, dir := range []string{".", "packets", "packets/EXAMPLE-TWO"} {
		gone(t, filepath.Join(l.dir, dir))
	}
}

// TestAnInterviewSweepsWhatAKilledOneLeft beside its file.
func TestAnInterviewSweepsWhatAKilledOneLeft(t *testing.T) {
	dir := t.TempDir()
	place(t, dir, ".tmp-A-1.yaml-1", "half")
	sit(t, dir, misdemeanor, "new")
	gone(t, dir)
}

// TestABatchLeavesWhatARunBesideItWrites: another process in the same folder, and a packet that
// is being written.
func TestABatchLeavesWhatARunBesideItWrites(t *testing.T) {
	l := locked{dir: t.TempDir()}
	place(t, l.dir, "c.csv", clientsOf("A-1"))
	w := wait(t, l.dir, `exec "$@"`)
	beneath(t, l.dir, "packets/.tmp-B-1-5/packet.pdf")
	beneath(t, l.dir, "packets/.tmp-C-1-5/packet.pdf")
	alive, err := os.Open(filepath.Join(l.dir, "packets/.tmp-B-1-5"))
	if err != nil {
		t.Fatal(err)
	}
	defer alive.Close() //nolint:errcheck // it was only held
	if err := syscall.Flock(int(alive.Fd()), syscall.LOCK_EX); err != nil {
		t.Fatal(err)
	}
	if code, _, errs := l.run(t, "batch", "c.csv", "--only", "fees"); code != exitDone {
		t.Fatalf("exit code %d: %s", code, errs)
	}
	if !l.exists("packets/.tmp-B-1-5/packet.pdf") || l.exists("packets/.tmp-C-1-5") {
		t.Error("the batch took what a living run writes, or left what a dead one did")
	}
	if code := w.finish(t, clientsOf("A-1")); code != exitDone || !l.exists("packets/answers.csv") {
		t.Errorf("exit code %d: %s", code, w.said.String())
	}
	if _, err := os.Stat(w.half); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s is left", w.half)
	}
}

// TestAPipeInThePlaceOfAFileIsNotWaitedFor: nobody writes to it.
func TestAPipeInThePlaceOfAFileIsNotWaitedFor(t *testing.T) {
	l := lockedFolder(t)
	place(t, l.dir, "c.csv", clientsOf("A-1"))
	for _, c := range []struct {
		pipe string
		args []string
	}{
		{"case.yaml", []string{"template", "case", "-o", "case.yaml", "--force"}},
		{"clients.xlsx", []string{"template", "clients", "-o", "clients.xlsx"}},
		{"answers.csv", []string{"screen", "c.csv", "-o", "answers.csv", "--force"}},
		{"packets/EXAMPLE-TWO/packet.pdf", []string{"packet", "two.yaml", "--force"}},
		{"lists/EXAMPLE-TWO/checklist.pdf", []string{"checklist", "two.yaml", "-o", "lists", "--force"}},
		{"lists/EXAMPLE-TWO/checklist.json", []string{"checklist", "two.yaml", "-o", "lists", "--force"}},
		{"sealed/EXAMPLE-TWO/receipt.json", []string{"packet", "two.yaml", "-o", "sealed", "--encrypt-to", l.public, "--force"}},
	} {
		path := filepath.Join(l.dir, c.pipe)
		_ = os.RemoveAll(filepath.Join(l.dir, "lists"))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), syscall.Mkfifo(path, 0o600)); err != nil {
			t.Fatal(err)
		}
		if code, _, errs := l.run(t, c.args...); code != exitUsage || !strings.Contains(errs, "is a device, not a file") {
			t.Errorf("%v: exit code %d: %s", c.args, code, errs)
		}
		if info, err := os.Lstat(path); err != nil || info.Mode()&fs.ModeNamedPipe == 0 {
			t.Errorf("%v: the pipe was replaced", c.args)
		}
	}
	if err := syscall.Mkfifo(filepath.Join(l.dir, "a.yaml"), 0o600); err != nil {
		t.Fatal(err)
	}
	if d := sit(t, l.dir, misdemeanor, "new", "a.yaml"); d.code != exitUsage || !strings.Contains(d.errs, "a.yaml is a pipe or a device, not a case file") {
		t.Errorf("new: exit code %d: %s", d.code, d.errs)
	}
	place(t, l.dir, "b.yaml", strings.Replace(template("case"), "\ncase:", "\ncase: A-1", 1))
	if err := syscall.Mkfifo(filepath.Join(l.dir, "b.yaml.bak"), 0o600); err != nil {
		t.Fatal(err)
	}
	if d := sit(t, l.dir, "Ana\n", "new", "b.yaml"); !strings.Contains(d.errs, "kept as b.yaml.bak2") {
		t.Errorf("new: exit code %d: %s", d.code, d.errs)
	}
}
