//go:build unix

package batch

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"expunge/petition/files"
)

// pipe puts a pipe in a place. Who reads it all the same comes to an end.
func pipe(t *testing.T, path string) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
	go func() {
		if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
			_ = f.Close()
		}
	}()
	t.Cleanup(func() {
		if f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0); err == nil {
			_ = f.Close()
		}
	})
}

// strangers are what can stand in the place of a file and is none of ours.
func strangers(most int64) map[string]func(t *testing.T, path string) {
	link := func(to string) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			t.Helper()
			if err := os.Symlink(to, path); err != nil {
				t.Fatal(err)
			}
		}
	}
	return map[string]func(t *testing.T, path string){
		"a pipe": pipe, "a link to a device": link("/dev/null"), "a link to a file": link("../victim"), "a link to nothing": link("nowhere"),
		"a folder": func(t *testing.T, path string) {
			t.Helper()
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		},
		"a huge file": func(t *testing.T, path string) {
			t.Helper()
			if err := errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, most+1)); err != nil {
				t.Fatal(err)
			}
		},
	}
}

// one is a clients file of one case.
func one() string {
	return sheetOf(person("CLINIC-2", "José", "Fauxworth", "1990-02-02").with(dismissed("Madison")))
}

// TestStrangersInThePlacesOfOutputsAreRefused puts what is no file of ours in the place of
// each file that a run reads or writes, in a folder that was done and in a new one.
func TestStrangersInThePlacesOfOutputsAreRefused(t *testing.T) {
	o := options()
	o.Combined, o.Only = true, []string{"fees"}
	for name, most := range map[string]int64{
		summaryName: files.MostOutput, sheetName: files.MostOutput, problemsName: files.MostOutput, manifestName: files.MostOutput, "combined-001.pdf": files.MostOutput,
		".expunge/folder.json": mostHead, ".expunge/journal.jsonl": files.MostOutput, ".expunge": 0, ".expunge/lock": 0,
	} {
		for what, place := range strangers(most) {
			if most == 0 && what == "a huge file" || name == hidden && what == "a folder" {
				continue
			}
			for _, done := range []bool{false, true} {
				parent := t.TempDir()
				dir, victim := filepath.Join(parent, "day"), filepath.Join(parent, "victim")
				if done {
					mustRun(t, one(), dir, o)
				}
				at := filepath.Join(dir, name)
				if err := errors.Join(os.WriteFile(victim, []byte("mine"), 0o600), os.RemoveAll(at), os.MkdirAll(filepath.Dir(at), 0o700)); err != nil {
					t.Fatal(err)
				}
				place(t, at)
				_, err := Run(t.Context(), read(t, one()), dir, o)
				var refused *files.PlaceError
				if !errors.As(err, &refused) || !strings.HasSuffix(refused.Path, name) {
					t.Errorf("%s in the place of %s (done before: %v): %v", what, name, done, err)
				}
				if text, err := os.ReadFile(victim); err != nil || string(text) != "mine" {
					t.Errorf("%s in the place of %s: what a link led to: %q %v", what, name, text, err)
				}
			}
		}
	}
}

// TestStrangersInAPacketAreToldOf puts what is no file of ours among the files of a packet,
// which has to be made again.
func TestStrangersInAPacketAreToldOf(t *testing.T) {
	for name, most := range map[string]int64{"packet.pdf": files.MostOutput, files.ReceiptName: files.MostReceipt} {
		for what, place := range strangers(most) {
			for _, altered := range []bool{false, true} {
				parent := t.TempDir()
				dir, victim := filepath.Join(parent, "day"), filepath.Join(parent, "victim")
				mustRun(t, one(), dir, options())
				at := filepath.Join(dir, "CLINIC-2", name)
				if err := errors.Join(os.WriteFile(victim, []byte("mine"), 0o600), os.Remove(at)); err != nil {
					t.Fatal(err)
				}
				place(t, at)
				if altered {
					rewrite(t, manifestPath(dir), "CLINIC-2", "CLINIC-9")
				}
				o := options()
				o.Force = true
				r := mustRun(t, one(), dir, o)
				var refused *files.PlaceError
				if what != "a huge file" && (len(r.Failures) != 1 || !errors.As(r.Failures[0].Err, &refused)) {
					t.Errorf("%s in the place of %s (altered: %v): %v", what, name, altered, r.Failures)
				}
				if text, err := os.ReadFile(victim); err != nil || string(text) != "mine" {
					t.Errorf("%s in the place of %s: what a link led to: %q %v", what, name, text, err)
				}
			}
		}
	}
}
