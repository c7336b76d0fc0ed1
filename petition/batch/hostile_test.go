package batch

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"expunge/petition/files"
)

// lineOf is a line of a journal as anybody can write it.
func lineOf(body string) string {
	return fmt.Sprintf(`%s,"sum":"%.16s"}`+"\n", body, files.Digest([]byte(body)))
}

// TestAJournalCannotPointOutOfItsFolder gives a run a journal that somebody made up. What it
// names stands outside of the folder, or is reached through a link in it.
func TestAJournalCannotPointOutOfItsFolder(t *testing.T) {
	for what, id := range map[string]string{
		"up": "../victim", "further up and down": "../../P/victim", "from the top": "ABS", "by a link": "LINK", "within": "CLINIC-1/../../victim", "the other slash": `..\victim`, "itself": ".", "up alone": "..", "huge": strings.Repeat("../victim/", 100_000),
	} {
		t.Run(what, func(t *testing.T) {
			parent := filepath.Join(t.TempDir(), "P")
			dir, victim := filepath.Join(parent, "day"), filepath.Join(parent, "victim")
			mustRun(t, clinic(), dir, options())
			for _, name := range []string{".tmp-work-123/precious.txt", ".tmp-note-7"} {
				path := filepath.Join(victim, name)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte("mine"), 0o600)); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Symlink(victim, filepath.Join(dir, "LINK")); err != nil {
				t.Skip("this system makes no links")
			}
			want := tree(t, victim)
			m, err := recall(dir)
			if err != nil {
				t.Fatal(err)
			}
			journal := string(note{Head: &m.head}.line())
			if id == "ABS" {
				id = victim
			}
			done := m.done["CLINIC-1"].Entry
			done.Case, done.Files = id, []files.Sum{{Name: "../precious.txt", SHA256: strings.Repeat("0", 64)}, {Name: ".tmp-note-7", SHA256: files.Digest([]byte("mine"))}}
			for _, n := range []note{{Begun: id}, {Done: &done}, {Wrote: &files.Sum{Name: id}}} {
				journal += string(n.line())
			}
			journal += lineOf(fmt.Sprintf(`{"begun":%q`, id))
			if err := os.WriteFile(journalPath(dir), []byte(journal), 0o600); err != nil {
				t.Fatal(err)
			}
			r := mustRun(t, clinic(), dir, options())
			if got := tree(t, victim); !maps.Equal(got, want) {
				t.Errorf("outside is left %q", slices.Sorted(maps.Keys(got)))
			}
			if id != "LINK" && (slices.Contains(r.Gone, id) || !r.Altered) {
				t.Errorf("the case was believed: %d %v", len(r.Gone), r.Altered)
			}
		})
	}
}

// TestTheListsOfAFolderAreBelievedOnlyOfItsOwnNames gives a run a head and a manifest that
// agree with each other and were made up.
func TestTheListsOfAFolderAreBelievedOnlyOfItsOwnNames(t *testing.T) {
	parent := t.TempDir()
	dir := filepath.Join(parent, "day")
	mustRun(t, clinic(), dir, options())
	victim := filepath.Join(parent, "precious.csv")
	own := filepath.Join(dir, "notes.txt")
	if err := errors.Join(os.WriteFile(victim, []byte("mine"), 0o600), os.WriteFile(own, []byte("mine"), 0o600), os.Mkdir(filepath.Join(parent, "X"), 0o700)); err != nil {
		t.Fatal(err)
	}
	m, err := recall(dir)
	if err != nil {
		t.Fatal(err)
	}
	manifest := ""
	for _, id := range m.order {
		e := m.done[id].Entry
		manifest += string(encode(e))
		e.Case = "../X"
		manifest += string(encode(e))
	}
	for _, name := range []string{"../precious.csv", victim, "notes.txt", "CLINIC-1", "..", "combined-001.pdf/../../precious.csv", "\x1b[31m"} {
		m.head.Outputs[name] = files.Digest([]byte("mine"))
		m.head.Volumes.Cases = map[string][]string{name: {"CLINIC-1"}}
	}
	m.head.Outputs[manifestName] = files.Digest([]byte(manifest))
	if err := errors.Join(os.WriteFile(manifestPath(dir), []byte(manifest), 0o600), os.WriteFile(headPath(dir), encode(m.head), 0o600)); err != nil {
		t.Fatal(err)
	}
	folder, ok, err := Inspect(dir)
	if err != nil || !ok || len(folder.Beside) != 4 || len(folder.Entries) != len(m.order) {
		t.Errorf("%v %v: %v, %d entries", ok, err, folder.Beside, len(folder.Entries))
	}
	o := options()
	o.Force = true
	r := mustRun(t, clinic(), dir, o)
	if len(r.Gone) > 0 || len(r.Dropped) > 0 {
		t.Errorf("it was believed of %v %v", r.Gone, r.Dropped)
	}
	for _, path := range []string{victim, own} {
		if text, err := os.ReadFile(path); err != nil || string(text) != "mine" {
			t.Errorf("%s: %v", path, err)
		}
	}
}

// TestALinkInThePlaceOfACaseIsNotFollowed makes a packet again whose folder somebody put a
// link in the place of.
func TestALinkInThePlaceOfACaseIsNotFollowed(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	mustRun(t, clinic(), dir, options())
	if err := errors.Join(os.RemoveAll(filepath.Join(dir, "CLINIC-2")), os.WriteFile(filepath.Join(outside, "packet.pdf"), []byte("mine"), 0o600)); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(dir, "CLINIC-2")); err != nil {
		t.Skip("this system makes no links")
	}
	want := tree(t, outside)
	o := options()
	o.Force = true
	r := mustRun(t, clinic(), dir, o)
	var place *files.PlaceError
	if len(r.Failures) != 1 || !errors.As(r.Failures[0].Err, &place) {
		t.Errorf("%v", r.Failures)
	}
	if got := tree(t, outside); !maps.Equal(got, want) {
		t.Errorf("outside stand %q", slices.Sorted(maps.Keys(got)))
	}
}

// TestIdsThatDifferInCapitalsAreOneCaseAcrossRuns gives a folder, one run after another, ids
// that differ in capitals alone.
func TestIdsThatDifferInCapitalsAreOneCaseAcrossRuns(t *testing.T) {
	dir := t.TempDir()
	ada := sheetOf(person("A-1", "Ada", "Sampleton", "1984-04-12").with(dismissed("Rankin")))
	other := sheetOf(person("a-1", "José", "Fauxworth", "1990-02-02").with(dismissed("Madison")))
	mustRun(t, ada, dir, options())
	want := tree(t, filepath.Join(dir, "A-1"))
	for _, lost := range []bool{false, true} {
		if lost { // nothing tells of the case but its folder
			if err := errors.Join(os.Remove(manifestPath(dir)), os.RemoveAll(filepath.Join(dir, hidden))); err != nil {
				t.Fatal(err)
			}
		}
		for _, force := range []bool{false, true} {
			o := options()
			o.Force = force
			r := mustRun(t, other, dir, o)
			if len(r.Problems) != 1 || r.Problems[0].Code != "case.id" || r.Problems[0].Path != "case" {
				t.Errorf("lost %v, force %v: %v", lost, force, r.Problems)
			}
			if got := tree(t, filepath.Join(dir, "A-1")); !maps.Equal(got, want) {
				t.Errorf("lost %v, force %v: the packet that stood is another", lost, force)
			}
			entries, err := os.ReadDir(dir)
			if err != nil || slices.ContainsFunc(entries, func(e os.DirEntry) bool { return e.Name() == "a-1" }) {
				t.Errorf("lost %v, force %v: a second folder stands: %v", lost, force, err)
			}
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, "A-1")); err != nil {
		t.Fatal(err)
	}
	if r := mustRun(t, other, dir, options()); r.Cases[Made] != 1 || len(r.Entries) != 1 {
		t.Errorf("once the folder is gone: %v, %d entries", r.Cases, len(r.Entries))
	}
}
