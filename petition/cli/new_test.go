package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"expunge/petition/files"
	"expunge/petition/intake"
)

// desk is a plain terminal at which a person types lines, and the folder beside it.
type desk struct {
	dir, out, errs string
	code           int
}

// sit runs the program at a plain terminal.
func sit(t *testing.T, dir, typed string, args ...string) desk {
	t.Helper()
	var out, errs bytes.Buffer
	code := Main(t.Context(), args, Streams{
		In: strings.NewReader(typed), Out: &out, Err: &errs, InIsTerminal: true, OutIsTerminal: true, Dir: dir,
		Environ: []string{"EXPUNGE_ACCESSIBLE=1"},
	}, clock)
	return desk{dir, out.String(), errs.String(), code}
}

// misdemeanor is a whole interview, a line for each question.
var misdemeanor = strings.Join([]string{
	"A-1", "Ana", "", "Example", "", "", "2/28/1988", "1 Main St", "Brandon", "", "39042", "rankin", "", "", "", "", // the person, no lawyer
	"justice", "rankin", "0123", "petit larceny", "97-17-43", "misdemeanor", "", "arrest", "2015-05-01", "Brandon Police", // the charge
	"convicted", "2016-01-10", "", "yes", "2017-01-10", "yes", "", "none", "", "", // how it ended
	"have", "", "", "", "", "", "", // papers, no more charges
	"no", "", "", "", "", "", "", "", "yes", // the rest of the record
}, "\n") + "\n"

func TestAnInterviewEndsWithWhatWasFound(t *testing.T) {
	d := sit(t, t.TempDir(), misdemeanor, "new")
	if d.code != exitDone {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	for _, want := range []string{
		"Charge 1, petit larceny (97-17-43): appears eligible under Miss. Code Ann. § 99-19-71(1)",
		"The case file is A-1.yaml", "Next: expunge packet A-1.yaml", notAdvice, "As of 2026-11-23",
	} {
		if !strings.Contains(d.out, want) {
			t.Errorf("%q is not said in\n%s", want, d.out)
		}
	}
	if strings.Contains(d.out, "Example") || strings.Contains(d.out, "1988") {
		t.Errorf("the person is named:\n%s", d.out)
	}
	info, err := os.Stat(filepath.Join(d.dir, "A-1.yaml"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if left, _ := filepath.Glob(filepath.Join(d.dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestAnInterviewBrokenOffIsTakenUp(t *testing.T) {
	dir := t.TempDir()
	lines := strings.SplitAfter(misdemeanor, "\n")
	d := sit(t, dir, strings.Join(lines[:20], ""), "new")
	if d.code != exitInterrupted || !strings.Contains(d.errs, `the answers so far are in A-1.yaml; "expunge new A-1.yaml" goes on from there`) {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	d = sit(t, dir, strings.Join(lines[20:], ""), "new", "A-1.yaml")
	if d.code != exitDone || !strings.Contains(d.out, "appears eligible") || strings.Contains(d.errs, "First name") {
		t.Fatalf("exit code %d\n%s\n%s", d.code, d.out, d.errs)
	}
	before, _ := os.ReadFile(filepath.Join(dir, "A-1.yaml"))
	if d = sit(t, dir, "A-1\n", "new"); d.code != exitDone || !strings.Contains(d.errs, "A-1.yaml is there already") {
		t.Errorf("the same id does not go on with its file: %d\n%s", d.code, d.errs)
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "A-1.yaml")); !bytes.Equal(before, after) {
		t.Error("a finished file was rewritten")
	}
	if copies, _ := filepath.Glob(filepath.Join(dir, "*.bak*")); len(copies) > 0 {
		t.Errorf("copies of our own file: %v", copies)
	}
}

func TestPacketAsksFirstAndGoesOn(t *testing.T) {
	d := sit(t, t.TempDir(), misdemeanor, "packet")
	if d.code != exitDone {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	if _, err := os.Stat(filepath.Join(d.dir, "packets", "A-1", "packet.pdf")); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(d.dir, "A-1.yaml")); err != nil {
		t.Error(err)
	}
}

func TestWithoutAnIDTheFileOfAnotherPersonIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "case.yaml"), []byte("case: other\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d := sit(t, dir, "\nAna\n", "new")
	if d.code != exitInterrupted || !strings.Contains(d.errs, "case-2.yaml") {
		t.Errorf("exit code %d\n%s", d.code, d.errs)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "case.yaml")); string(b) != "case: other\n" {
		t.Errorf("%s", b)
	}
	if err := os.Rename(filepath.Join(dir, "case.yaml"), filepath.Join(dir, "A-1.yaml")); err != nil {
		t.Fatal(err)
	}
	if d := sit(t, dir, "A-1\nAna\n", "new"); d.code != exitUsage || !strings.Contains(d.errs, "is not the file of the case A-1") {
		t.Errorf("exit code %d\n%s", d.code, d.errs)
	}
}

func TestWhatAFileSaysBesideItsFactsIsKept(t *testing.T) {
	dir := t.TempDir()
	text := strings.Replace(intake.TemplateCase(), "\ncase:", "\ncase: A-1", 1)
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	d := sit(t, dir, "Ana\n", "new", "a.yaml")
	if d.code != exitInterrupted || !strings.Contains(d.errs, "kept as a.yaml.bak") {
		t.Errorf("exit code %d\n%s", d.code, d.errs)
	}
	if b, _ := os.ReadFile(filepath.Join(dir, "a.yaml.bak")); string(b) != text {
		t.Error("the copy differs")
	}
	if info, _ := os.Stat(filepath.Join(dir, "a.yaml")); info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

// TestACopyTakesTheFirstFreeName leaves what stands in the place of a copy, whatever it is.
func TestACopyTakesTheFirstFreeName(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	for _, want := range []string{".bak", ".bak", ".bak3"} {
		if want == ".bak3" { // another text, and a folder stands in the next place
			if err := errors.Join(os.WriteFile(path+".bak", []byte("theirs"), 0o600), os.Mkdir(path+".bak2", 0o700)); err != nil {
				t.Fatal(err)
			}
		}
		got, err := keepCopy(path, []byte("case: A-1\n"))
		if err != nil || got != path+want {
			t.Errorf("kept as %s, want %s: %v", got, want, err)
		}
		if b, _ := os.ReadFile(got); string(b) != "case: A-1\n" {
			t.Errorf("%s holds %q", got, b)
		}
	}
	if b, _ := os.ReadFile(path + ".bak"); string(b) != "theirs" {
		t.Errorf("what stood there holds %q", b)
	}
}

// answered is a case of which an answer tells whose it is.
func answered(first string) intake.Record {
	return intake.Fill(slices.Values([]intake.Fact{{Path: "case", Text: "A-1"}, {Path: "petitioner.name.first", Text: first}}))
}

// TestWhatSomebodyElseSavedMeanwhileIsKept by two interviews of one file: a new one, where neither
// has read anything.
func TestWhatSomebodyElseSavedMeanwhileIsKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	var said []string
	one := &draft{name: "a.yaml", path: path, say: func(line string) { said = append(said, line) }}
	two := *one
	for _, step := range []struct {
		d     *draft
		first string
		kept  map[string]string
	}{
		{one, "Ana", nil},
		{one, "Anna", nil},
		{&two, "Ben", map[string]string{".bak": "Anna"}},
		{&two, "Bert", map[string]string{".bak": "Anna"}},
		{one, "Anne", map[string]string{".bak": "Anna", ".bak2": "Bert"}},
	} {
		if err := step.d.save(answered(step.first)); err != nil {
			t.Fatal(err)
		}
		want := map[string]string{"": step.first}
		maps.Copy(want, step.kept)
		if len(said) != len(step.kept) {
			t.Errorf("%s: it says %q", step.first, said)
		}
		found, _ := filepath.Glob(path + "*")
		for _, at := range found {
			b, _ := os.ReadFile(at)
			if first := want[strings.TrimPrefix(at, path)]; string(b) != one.text(answered(first)) {
				t.Errorf("%s: %s holds\n%s", step.first, filepath.Base(at), b)
			}
		}
		if len(found) != len(want) {
			t.Errorf("%s: there are %v", step.first, found)
		}
	}
	if want := "a.yaml was changed meanwhile by somebody else, and is written over; that text is kept as a.yaml.bak2"; len(said) != 2 || said[1] != want {
		t.Errorf("it says %q", said)
	}
}

// TestAnAnswerGoesOverNothingThatCannotBeKept: a file that went is made anew, through a link that
// leads nowhere too, and one that cannot be read back stays.
func TestAnAnswerGoesOverNothingThatCannotBeKept(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.yaml")
	d := &draft{name: "a.yaml", path: path, say: func(line string) { t.Errorf("it says %s", line) }}
	if err := errors.Join(d.save(answered("Ana")), os.Remove(path), d.save(answered("Ana"))); err != nil {
		t.Fatal(err)
	}
	if os.Remove(path) == nil && os.Symlink("none", path) == nil {
		if err := d.save(answered("Ana")); err != nil {
			t.Errorf("a link that leads nowhere: %v", err)
		}
	}
	if err := os.WriteFile(path, make([]byte, mostBytes+1), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := d.save(answered("Ana")); err == nil {
		t.Error("a file that no case file can be is written over")
	}
}

// TestWhatAnEditorSavedDuringAnInterviewIsKept also where the interview reads the file first, and
// encrypted where the interview is.
func TestWhatAnEditorSavedDuringAnInterviewIsKept(t *testing.T) {
	l := lockedFolder(t)
	for _, args := range [][]string{{"new", "a.yaml"}, {"new", "a.yaml.age", "--encrypt-to", l.public}} {
		path := filepath.Join(l.dir, args[1])
		place(t, l.dir, args[1], "case: A-1\n")
		edited := false
		in := readerFunc(func(b []byte) (int, error) {
			if edited {
				return 0, io.EOF
			}
			edited = true
			return copy(b, "Ana\n"), os.WriteFile(path, []byte("case: A-1\nnotes: mine\n"), 0o600)
		})
		var errs bytes.Buffer
		code := Main(t.Context(), args, Streams{
			In: in, Out: io.Discard, Err: &errs, InIsTerminal: true, OutIsTerminal: true, Dir: l.dir, Environ: []string{"EXPUNGE_ACCESSIBLE=1"},
		}, clock)
		if code != exitInterrupted || !strings.Contains(errs.String(), "changed meanwhile by somebody else") {
			t.Errorf("exit code %d\n%s", code, errs.String())
		}
		b, err := os.ReadFile(path + ".bak")
		if sealed := len(args) > 2; err != nil || files.Sealed(b) != sealed || !sealed && string(b) != "case: A-1\nnotes: mine\n" {
			t.Errorf("%s: the copy holds %q: %v", args[1], b, err)
		}
	}
}

type readerFunc func(b []byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

// TestTheProblemsOfAFileThatCannotBeReadAreCapped as those of any other are.
func TestTheProblemsOfAFileThatCannotBeReadAreCapped(t *testing.T) {
	dir := t.TempDir()
	var text strings.Builder
	for i := range 3_000 {
		fmt.Fprintf(&text, "strange%d: x\n", i)
	}
	place(t, dir, "a.yaml", text.String())
	d := sit(t, dir, "", "new", "a.yaml")
	if n := strings.Count(d.errs, "a.yaml:"); d.code != exitUsage || n > 1_010 || !strings.Contains(d.errs, "there are 2001 more problems from here on") {
		t.Errorf("exit code %d, %d lines of problems\n%.2000s", d.code, n, d.errs)
	}
}

func TestTheCopyOfAPlainFileWithTheNameOfAnEncryptedOneIsEncrypted(t *testing.T) {
	l := lockedFolder(t)
	text := strings.Replace(intake.TemplateCase(), "\ncase:", "\ncase: A-1", 1)
	place(t, l.dir, "a.yaml.age", text)
	d := sit(t, l.dir, "Ana\n", "new", "a.yaml.age", "--encrypt-to", l.public)
	if d.code != exitInterrupted || !strings.Contains(d.errs, "kept as a.yaml.age.bak") {
		t.Errorf("exit code %d\n%s", d.code, d.errs)
	}
	for _, name := range []string{"a.yaml.age", "a.yaml.age.bak"} {
		if b, err := os.ReadFile(filepath.Join(l.dir, name)); err != nil || !files.Sealed(b) {
			t.Errorf("%s is not encrypted: %v", name, err)
		}
	}
}

func TestWhatIsWrongInAFileIsSaidAndAskedAgain(t *testing.T) {
	dir := t.TempDir()
	text := "case: A-1\ncharges:\n  - court: {level: circuit, county: Rankn}\n    outcome: pending\n    offense: theft\n"
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	d := sit(t, dir, strings.Repeat("\n", 8)+"rankin\n", "new", "a.yaml")
	for _, want := range []string{"a.yaml:3:37: charges[0].court.county", `Wrong before: Mississippi has no county of that name`} {
		if !strings.Contains(d.errs, want) {
			t.Errorf("%q is not said in\n%s", want, d.errs)
		}
	}
}

func TestNoQuestionIsAskedWhereNoneCanBeAnswered(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"notes.yaml": "one: two\n", "broken.yaml": "case: [\n", "list.yaml": "- one\n"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d := sit(t, dir, "A-1\n", "new", name)
		if b, _ := os.ReadFile(filepath.Join(dir, name)); d.code != exitUsage || string(b) != text || !strings.Contains(d.errs, "was left as it is") {
			t.Errorf("%s: exit code %d\n%s", name, d.code, d.errs)
		}
	}
	if d := sit(t, dir, "A-1\n", "new", "--no-input"); d.code != exitUsage || !strings.Contains(d.errs, "--no-input was given") {
		t.Errorf("exit code %d\n%s", d.code, d.errs)
	}
	if d := sit(t, dir, "A-1\n", "new", "."); d.code != exitUsage {
		t.Errorf("a folder: exit code %d\n%s", d.code, d.errs)
	}
	if d := sit(t, t.TempDir(), "", "new"); d.code != exitInterrupted || !strings.Contains(d.errs, "no file was written") {
		t.Errorf("exit code %d\n%s", d.code, d.errs)
	}
	var errs bytes.Buffer
	if code := Main(t.Context(), []string{"new"}, Streams{In: strings.NewReader("A-1\n"), Err: &errs, Dir: dir}, clock); code != exitUsage || !strings.Contains(errs.String(), "not a terminal") {
		t.Errorf("exit code %d\n%s", code, errs.String())
	}
}

func TestThePlainTerminalIsChosen(t *testing.T) {
	for _, environ := range [][]string{nil, {"TERM=dumb"}, {"TERM=xterm", "EXPUNGE_ACCESSIBLE=1"}, {"TERM=xterm", "EXPUNGE_ACCESSIBLE=yes"}} {
		a := &app{streams: Streams{Err: os.Stderr, Environ: environ}}
		if !a.asker().Plain {
			t.Errorf("%v draws", environ)
		}
	}
}
