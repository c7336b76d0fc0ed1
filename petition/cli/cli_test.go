package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/packet"
	"expunge/rules"
)

// clock is the day every script and test runs on.
func clock() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) }

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"expunge": func() {
			s := System("")
			s.ConfigDir, s.ConfigError = os.Getenv("EXPUNGE_TEST_CONFIG"), nil // the scripts own no folder of a user
			s.Environ = withoutTest(s.Environ)
			os.Exit(Main(context.Background(), os.Args[1:], s, clock))
		},
		"expunge-desk": func() { // the same at a plain terminal, at which a file is typed
			s := System("")
			s.InIsTerminal, s.OutIsTerminal, s.ConfigDir, s.ConfigError = true, true, "", nil
			s.Environ = []string{"EXPUNGE_ACCESSIBLE=1"}
			os.Exit(Main(context.Background(), os.Args[1:], s, clock))
		},
	})
}

func withoutTest(environ []string) []string {
	var out []string
	for _, entry := range environ {
		if !strings.HasPrefix(entry, "EXPUNGE_TEST_") {
			out = append(out, entry)
		}
	}
	return out
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		ContinueOnError:     true, // every line that differs, in one run
		Setup: func(e *testscript.Env) error {
			e.Setenv("EXPUNGE_TEST_CONFIG", filepath.Join(e.WorkDir, "user"))
			e.Setenv("EDITION", rules.Edition)
			return shared(e.WorkDir)
		},
		Condition: func(cond string) (bool, error) {
			if cond == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %q", cond)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"mode":  mode,
			"empty": empty,
		},
	})
}

// shared puts the cases that many scripts use beside the script's own files.
func shared(dir string) error {
	names, err := filepath.Glob("testdata/cases/*.yaml")
	if err != nil {
		return err
	}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, filepath.Base(name)), b, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// exits runs a program and checks its exit code: exits 3 expunge check bad.yaml
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits code program args...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	err = ts.Exec(args[1], args[2:]...)
	code := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		code = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// mode checks the permissions of files: mode 600 packets/A/packet.pdf
func mode(ts *testscript.TestScript, _ bool, args []string) {
	if len(args) < 2 {
		ts.Fatalf("usage: mode octal file...")
	}
	for _, name := range args[1:] {
		info, err := os.Stat(ts.MkAbs(name))
		ts.Check(err)
		if got := strconv.FormatInt(int64(info.Mode().Perm()), 8); got != args[0] {
			ts.Fatalf("%s has mode %s, want %s", name, got, args[0])
		}
	}
}

// empty checks that a folder holds nothing, hidden files included, or is not there.
func empty(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range args {
		entries, err := os.ReadDir(ts.MkAbs(name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			ts.Check(err)
		}
		if len(entries) > 0 {
			ts.Fatalf("%s holds %v", name, entries)
		}
	}
}

func TestTheSameCaseGivesTheSameBytesInEveryProcess(t *testing.T) {
	file, err := filepath.Abs("testdata/cases/two.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var runs [2]map[string][]byte
	for i := range runs {
		dir := t.TempDir()
		cmd := exec.Command("expunge", "packet", file, "--out", "packets", "--formats", "pdf,md")
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), fmt.Sprintf("TZ=Etc/GMT+%d", 5*i), fmt.Sprintf("GOMAXPROCS=%d", 1+i))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		runs[i] = contents(t, filepath.Join(dir, "packets"))
	}
	if len(runs[0]) < 3 {
		t.Fatalf("only %d files were written", len(runs[0]))
	}
	for name, b := range runs[0] {
		if !bytes.Equal(b, runs[1][name]) {
			t.Errorf("%s differs", name)
		}
	}
	if len(runs[0]) != len(runs[1]) {
		t.Errorf("%d files and %d files", len(runs[0]), len(runs[1]))
	}
}

func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		out[rel], err = os.ReadFile(path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestAnInterruptEndsAWaitForInput(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = writer.Close() })
	time.AfterFunc(20*time.Millisecond, cancel)
	var errs bytes.Buffer
	dir := t.TempDir()
	code := Main(ctx, []string{"packet", "-"}, Streams{In: reader, Err: &errs, Dir: dir}, clock)
	if code != exitInterrupted {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAnInterruptEndsAWaitForAPipe(t *testing.T) {
	dir := t.TempDir()
	if err := exec.Command("mkfifo", filepath.Join(dir, "pipe")).Run(); err != nil {
		t.Skip("this system makes no pipes by name")
	}
	putFiles(t, dir, map[string][]byte{"case.yaml": []byte("case: A-1\n")})
	for _, args := range [][]string{
		{"check", "pipe"},
		{"packet", "pipe"},
		{"screen", "pipe"},
		{"batch", "pipe"},
		{"check", "case.yaml", "--config", "pipe"},
		{"check", "case.yaml", "--identity", "pipe"},
		{"check", "case.yaml", "--passphrase-file", "pipe"},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		time.AfterFunc(20*time.Millisecond, cancel)
		done := make(chan int, 1)
		go func() { done <- Main(ctx, args, Streams{Dir: dir}, clock) }()
		select {
		case code := <-done:
			if code != exitInterrupted {
				t.Errorf("%s: exit code %d", args, code)
			}
		case <-time.After(10 * time.Second):
			t.Errorf("%s: still waits", args)
		}
	}
}

func TestACharacterWithoutAShapeIsAProblemOfTheInput(t *testing.T) {
	err := drawing(fmt.Errorf("packet.pdf: %w", pdf.GlyphError{Document: "petition", Path: "petitioner.name"}), "case.yaml")
	if codeOf(err) != exitProblems || strings.Contains(err.Error(), "U+") || !strings.Contains(err.Error(), "case.yaml: petitioner.name: ") {
		t.Errorf("%d %v", codeOf(err), err)
	}
	err = drawing(&packet.ExposingError{Problems: petition.Problems{{Path: "notes", Code: "text.identifier", Message: "the text holds a number", Hint: "leave it out"}}, Found: packet.ErrExposed}, "case.yaml")
	if codeOf(err) != exitProblems || !strings.Contains(err.Error(), "case.yaml") || !strings.Contains(err.Error(), "notes: the text holds a number") || !errors.Is(err, packet.ErrExposed) {
		t.Errorf("%d %v", codeOf(err), err)
	}
	if err := drawing(packet.ErrExposed, "case.yaml"); codeOf(err) != exitMachine {
		t.Errorf("a fault of the program: %d", codeOf(err))
	}
	if err := drawing(errors.New("disk on fire"), "case.yaml"); codeOf(err) != exitMachine {
		t.Error(err)
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestResultsNobodyReceivesAreNotDone(t *testing.T) {
	for _, args := range [][]string{{"version"}, {"template", "case"}, {"check", "two.yaml"}, {"--help"}} {
		var errs bytes.Buffer
		code := Main(t.Context(), args, Streams{Out: fullDisk{}, Err: &errs, Dir: "testdata/cases"}, clock)
		if code != exitMachine || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%v: exit code %d: %s", args, code, errs.String())
		}
	}
}

func TestNothingGivenIsNotAPanic(t *testing.T) {
	for _, args := range [][]string{nil, {"check"}, {"packet"}, {"check", "-"}, {"version"}} {
		Main(t.Context(), args, Streams{}, clock)
	}
}

func TestTheWorstOfSeveralEndsWins(t *testing.T) {
	for _, c := range []struct {
		codes []int
		want  int
	}{
		{nil, exitDone},
		{[]int{0, 0}, exitDone},
		{[]int{0, exitWithheld}, exitWithheld},
		{[]int{exitWithheld, exitProblems, 0}, exitProblems},
		{[]int{exitProblems, exitMachine, exitWithheld}, exitMachine},
		{[]int{exitWithheld, exitUsage}, exitUsage},
	} {
		if got := codeOf(ended(c.codes...)); got != c.want {
			t.Errorf("%v: %d, want %d", c.codes, got, c.want)
		}
	}
}
