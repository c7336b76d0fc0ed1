package batch

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"expunge/petition/files"
	"expunge/petition/packet"
)

func TestAFolderIsNotPurgedUnderARun(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustRun(t, clinic(), dir, options())
	l, err := acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	var busy *BusyError
	if _, err := Hold(dir); !errors.As(err, &busy) {
		t.Errorf("%v", err)
	}
	l.release()
	release, err := Hold(dir)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), read(t, clinic()), dir, options()); !errors.As(err, &busy) {
		t.Errorf("a run began under a purge: %v", err)
	}
	release()
	if left, _ := filepath.Glob(filepath.Join(dir, hidden, "lock")); len(left) > 0 {
		t.Errorf("left %v", left)
	}
	plain := t.TempDir()
	if _, err := Hold(plain); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(plain); len(left) > 0 {
		t.Errorf("a folder of no batch got %v", left)
	}
}

// TestAPurgeKnowsWhatAStoppedRunWrote purges a folder whose run was stopped before it could
// say what it wrote beside the packets, and within one that it was replacing.
func TestAPurgeKnowsWhatAStoppedRunWrote(t *testing.T) {
	for _, edited := range []string{"", summaryName, "CLINIC-2/confidential.pdf.age"} {
		dir := filepath.Join(t.TempDir(), "out")
		o := options()
		o.Combined = true
		mustRun(t, clinic(), dir, o)
		m, err := recall(dir)
		if err != nil {
			t.Fatal(err)
		}
		extra := files.Sum{Name: "confidential.pdf.age", SHA256: files.Digest([]byte("sealed"))}
		outputs := m.head.Outputs
		m.head.Outputs = nil
		j, err := openJournal(dir, m.head, m)
		if err != nil {
			t.Fatal(err)
		}
		for name, digest := range outputs {
			err = errors.Join(err, j.write(note{Wrote: &files.Sum{Name: name, SHA256: digest}}))
		}
		err = errors.Join(err, j.write(note{Begun: "CLINIC-2", Files: []files.Sum{extra}}), j.Close(), os.Remove(headPath(dir)),
			os.WriteFile(filepath.Join(dir, "CLINIC-2", extra.Name), []byte("sealed"), 0o600))
		if edited != "" {
			err = errors.Join(err, os.WriteFile(filepath.Join(dir, filepath.FromSlash(edited)), []byte("mine"), 0o600))
		}
		if err != nil {
			t.Fatal(err)
		}
		var want []string
		switch edited {
		case summaryName:
			want = []string{hidden + "/journal.jsonl", summaryName}
		case "":
		default:
			want = []string{hidden + "/journal.jsonl", edited, "CLINIC-2/receipt.json"}
		}
		last := purge(t, dir)
		if got := slices.Sorted(maps.Keys(tree(t, dir))); !slices.Equal(got, want) {
			t.Errorf("%q edited: left %v, want %v", edited, got, want)
		}
		if edited == "" && last != hidden+"/journal.jsonl" {
			t.Errorf("last went %s", last)
		}
	}
}

// purge removes what a purge of everything does, and returns the last of it.
func purge(t *testing.T, dir string) string {
	t.Helper()
	removed, err := looked(t, dir).Run()
	if err != nil || len(removed) == 0 {
		t.Fatal(err)
	}
	return removed[len(removed)-1]
}

// TestAPurgeOfABatchThatWasBrokenOffIsFinishedByAnother stops a purge after each of its files.
func TestAPurgeOfABatchThatWasBrokenOffIsFinishedByAnother(t *testing.T) {
	made := filepath.Join(t.TempDir(), "out")
	mustRun(t, clinic(), made, options())
	for n, last := 0, false; !last; n++ {
		dir := filepath.Join(t.TempDir(), "out")
		if err := os.CopyFS(dir, os.DirFS(made)); err != nil {
			t.Fatal(err)
		}
		p := looked(t, dir)
		last = n >= len(p.Remove)
		p.Remove = p.Remove[:min(n, len(p.Remove))]
		if _, err := p.Run(); err != nil {
			t.Fatal(err)
		}
		again := looked(t, dir)
		if len(again.Left) > 0 {
			t.Errorf("broken off after %d files: another leaves %v", n, again.Left)
		}
		if _, err := again.Run(); err != nil || !again.Tidy() {
			left, _ := os.ReadDir(dir)
			t.Errorf("broken off after %d files: another left %v: %v", n, left, err)
		}
	}
}

// looked is a purge of everything that has looked, and removed nothing.
func looked(t *testing.T, dir string) *files.Purge {
	t.Helper()
	p, err := files.OpenPurge(dir, files.Choice{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	known, last, err := Purge(dir, p)
	if err == nil {
		err = p.Beside(known...)
	}
	if err != nil {
		t.Fatal(err)
	}
	p.Sort(packet.IsConfidential, last...)
	return p
}

// TestWhatABatchListsWithoutADigestStays empties the digests by which the folder knows its
// summaries.
func TestWhatABatchListsWithoutADigestStays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	mustRun(t, clinic(), dir, options())
	m, err := recall(dir)
	if err != nil {
		t.Fatal(err)
	}
	m.head.Outputs[summaryName] = ""
	if err := os.WriteFile(headPath(dir), encode(m.head), 0o600); err != nil {
		t.Fatal(err)
	}
	purge(t, dir)
	if got, want := slices.Sorted(maps.Keys(tree(t, dir))), []string{hidden + "/folder.json", summaryName}; !slices.Equal(got, want) {
		t.Errorf("left %v, want %v", got, want)
	}
}
