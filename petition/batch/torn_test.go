package batch

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"expunge/petition/files"
	"expunge/petition/packet"
)

func TestTorn(t *testing.T) {
	whole := []byte(strings.Repeat("0123456789abcdef", 100)) // three blocks and a bit
	hole := slices.Clone(whole)
	clear(hole[block : 2*block])
	tail := slices.Clone(whole)
	clear(tail[2*block:])
	odd := slices.Clone(whole)
	clear(odd[block+1 : 2*block])
	for _, c := range []struct {
		what, name string
		have       []byte
		want       bool
	}{
		{"what was written", "a.pdf", whole, false},
		{"nothing", "a.pdf", nil, true},
		{"zeros alone", "a.pdf", make([]byte, len(whole)), true},
		{"more zeros than bytes", "a.pdf", make([]byte, 9*len(whole)), true},
		{"a beginning of whole blocks", "a.pdf", whole[:2*block], true},
		{"a beginning that ends within a block", "a.pdf", whole[:700], false},
		{"all but the last byte", "a.md", whole[:len(whole)-1], false},
		{"a block of zeros", "a.pdf", hole, true},
		{"zeros to the end", "a.pdf", tail, true},
		{"a block of zeros, then the end", "a.pdf", hole[:1100], true},
		{"zeros within a block", "a.pdf", odd, false},
		{"another text", "a.pdf", []byte("mine"), false},
		{"one byte more", "a.pdf", append(slices.Clone(whole), '\n'), false},
		{"one byte changed", "a.pdf", append([]byte("X"), whole[1:]...), false},
		{"encrypted, nothing", "a.pdf.age", nil, true},
		{"encrypted, a block of zeros", "a.pdf.age", hole, true},
		{"encrypted, by somebody else", "a.pdf.age", []byte("age-encryption.org/v1\n"), false},
		{"encrypted at another time", "a.pdf.age", append([]byte("X"), whole[1:]...), false},
	} {
		if got := torn(c.have, files.File{Name: c.name, Bytes: whole}); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
}

// powerLoss does to a file what a machine that loses power may do.
func powerLoss() map[string]func(path string, b []byte) error {
	return map[string]func(path string, b []byte) error{
		"emptied": func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) },
		"cut":     func(path string, b []byte) error { return os.WriteFile(path, b[:len(b)/2/block*block], 0o600) },
		"zeroed":  func(path string, b []byte) error { return os.WriteFile(path, make([]byte, len(b)), 0o600) },
		"zeroed in part": func(path string, b []byte) error {
			b = slices.Clone(b)
			clear(b[len(b)/2/block*block:])
			return os.WriteFile(path, b, 0o600)
		},
		"removed": func(path string, _ []byte) error { return os.Remove(path) },
	}
}

// lose does so to every packet of a folder, to one file of each or to all.
func lose(t *testing.T, dir string, all bool, do func(path string, b []byte) error) int {
	t.Helper()
	n := 0
	last := ""
	for _, name := range slices.Sorted(maps.Keys(tree(t, dir))) {
		id, _, inside := strings.Cut(name, "/")
		if !inside || id == hidden || !all && id == last {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(name))
		b, err := os.ReadFile(path)
		if err == nil {
			err = do(path, b)
		}
		if err != nil {
			t.Fatal(err)
		}
		last, n = id, n+1
	}
	return n
}

// TestWhatAMachineLostIsMadeAgain has packets of a run that came to its end lose their bytes:
// the run that follows mends them, takes nothing for the work of people, and says what it made.
func TestWhatAMachineLostIsMadeAgain(t *testing.T) {
	o := options()
	o.Formats, o.Combined = []packet.Format{packet.PDF, packet.DOCX}, true
	want := t.TempDir()
	mustRun(t, clinic(), want, o)
	for how, do := range powerLoss() {
		for _, all := range []bool{false, true} {
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(want)); err != nil {
				t.Fatal(err)
			}
			if n := lose(t, dir, all, do); n < 4 {
				t.Fatalf("only %d files", n)
			}
			dry := o
			dry.DryRun = true
			if r := mustRun(t, clinic(), dir, dry); r.Cases[Made] != 5 {
				t.Errorf("%s, dry: %v", how, r.Cases)
			}
			r := mustRun(t, clinic(), dir, o)
			if r.Cases[Made] != 5 || len(r.Touched)+len(r.Edited)+len(r.Failures) > 0 {
				t.Errorf("%s: %v %v %v %v", how, r.Cases, r.Touched, r.Edited, r.Failures)
			}
			sameTree(t, dir, want)
		}
	}
}

// TestWhatAMachineLostOfAStoppedRunIsMadeAgain loses the bytes of packets and the lines of the
// journal that tell of them, or the journal's lines alone.
func TestWhatAMachineLostOfAStoppedRunIsMadeAgain(t *testing.T) {
	want := t.TempDir()
	mustRun(t, clinic(), want, options())
	ways := powerLoss()
	ways["kept"] = func(string, []byte) error { return nil }
	for how, do := range ways {
		for _, lines := range []bool{true, false} {
			dir := t.TempDir()
			stoppedAfter(t, clinic(), dir, 4)
			lose(t, dir, false, do)
			if !lines {
				text, err := os.ReadFile(journalPath(dir))
				if err != nil {
					t.Fatal(err)
				}
				head, _, _ := bytes.Cut(text, []byte("\n"))
				if err := os.WriteFile(journalPath(dir), append(head, '\n'), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if r := mustRun(t, clinic(), dir, options()); len(r.Failures)+len(r.Edited)+len(r.Touched) > 0 {
				t.Errorf("%s, lines %v: %v %v %v", how, lines, r.Failures, r.Edited, r.Touched)
			}
			sameTree(t, dir, want)
		}
	}
}

// TestWhatAMachineLostOfASealedSheet makes encrypted sheets again. What may be the file of
// somebody else is kept beside the new one.
func TestWhatAMachineLostOfASealedSheet(t *testing.T) {
	o := options()
	o.Lock = lockOf(t)
	for how, do := range powerLoss() {
		dir := t.TempDir()
		mustRun(t, clinic(), dir, o)
		before := tree(t, dir)
		sealed := filepath.Join(dir, "CLINIC-1", "confidential.pdf"+files.SealedEnding)
		b, err := os.ReadFile(sealed)
		if err == nil {
			err = do(sealed, b)
		}
		if err != nil {
			t.Fatal(err)
		}
		r := mustRun(t, clinic(), dir, o)
		if r.Cases[Made] != 1 || len(r.Touched) > 0 || len(r.Edited) > 1 || len(r.Edited) == 1 && how != "cut" {
			t.Errorf("%s: %v %v %v", how, r.Cases, r.Touched, r.Edited)
		}
		if again, _ := os.ReadFile(sealed); len(again) != len(b) || !bytes.HasPrefix(again, b[:20]) {
			t.Errorf("%s: %d bytes, %d before", how, len(again), len(b))
		}
		if after := tree(t, dir); before["CLINIC-1/packet.pdf"] != after["CLINIC-1/packet.pdf"] {
			t.Errorf("%s: the packet differs", how)
		}
	}
}

// A text whose end somebody took away stays as it is, and is kept when it is made again.
func TestADeletionAtTheEndIsNotTakenForALoss(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Formats = []packet.Format{packet.Markdown}
	mustRun(t, clinic(), dir, o)
	mine := filepath.Join(dir, "CLINIC-2", "petition.md")
	whole, err := os.ReadFile(mine)
	if err != nil {
		t.Fatal(err)
	}
	for _, less := range []int{1, 100} { // an editor's doing, and a paragraph
		if (len(whole)-less)%block == 0 {
			t.Fatal("it ends with a block")
		}
		if err := os.WriteFile(mine, whole[:len(whole)-less], 0o600); err != nil {
			t.Fatal(err)
		}
		r := mustRun(t, clinic(), dir, o)
		if got, _ := os.ReadFile(mine); len(got) != len(whole)-less || !slices.Equal(r.Touched, []string{"CLINIC-2"}) {
			t.Errorf("%d bytes less: touched %v, and %d of %d bytes stand", less, r.Touched, len(got), len(whole))
		}
	}
	o.Force = true
	r := mustRun(t, clinic(), dir, o)
	if got, _ := os.ReadFile(filepath.Join(dir, "CLINIC-2", "petition.edited-1.md")); len(got) != len(whole)-100 || len(r.Edited) != 1 {
		t.Errorf("forced: %v, %d bytes kept", r.Edited, len(got))
	}
}

// A file with all its bytes and some more is somebody's work.
func TestTheWorkOfPeopleIsNotTakenForALoss(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	mine := filepath.Join(dir, "CLINIC-1", "packet.pdf")
	b, err := os.ReadFile(mine)
	if err != nil {
		t.Fatal(err)
	}
	b = append(b, "% signed\n"...)
	if err := os.WriteFile(mine, b, 0o600); err != nil {
		t.Fatal(err)
	}
	r := mustRun(t, clinic(), dir, options())
	if got, _ := os.ReadFile(mine); !bytes.Equal(got, b) || !slices.Equal(r.Touched, []string{"CLINIC-1"}) {
		t.Errorf("%v %d bytes", r.Touched, len(got))
	}
}
