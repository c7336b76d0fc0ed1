package batch

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"expunge/petition/files"
)

// TestTheRowsOfAPacketThatIsNotKeptStay takes a packet away when its rows, which stand in
// problems.csv alone, are about to go: what the disk does not keep costs no row.
func TestTheRowsOfAPacketThatIsNotKeptStay(t *testing.T) {
	some := func(bad string) string { return strings.ReplaceAll(bad, "Rankn", "Rankin") }
	for name, change := range map[string]func(string) string{"all rows": mended, "some": some} {
		for _, lost := range []string{"CLINIC-5", "CLINIC-5/packet.pdf", "CLINIC-5/" + files.ReceiptName} {
			dir, text := withProblems(t, change)
			o := options()
			o.Source = func() string {
				if err := os.RemoveAll(filepath.Join(dir, lost)); err != nil {
					t.Error(err)
				}
				return files.Digest([]byte(text))
			}
			if _, err := Run(context.Background(), read(t, text), dir, o); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s, %s is gone: %v", name, lost, err)
			}
			if there := tree(t, dir); there[problemsName] != text {
				t.Errorf("%s, %s is gone: the rows went, too", name, lost)
			}
			o.Source = func() string { return files.Digest([]byte(text)) }
			if r := mustRun(t, text, dir, o); r.Cases[Made] != 1 {
				t.Errorf("%s, %s was gone: %v", name, lost, r.Cases)
			}
			if there := tree(t, dir); there["CLINIC-5/packet.pdf"] == "" || there[problemsName] == text {
				t.Errorf("%s, %s was gone: the rows are not made", name, lost)
			}
		}
	}
}

// TestAPacketThatIsGoneHoldsUpNoOtherRows gives back a problems.csv in which rows still have
// problems, of a case whose packet somebody removed.
func TestAPacketThatIsGoneHoldsUpNoOtherRows(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	mustRun(t, strings.ReplaceAll(clinic(), "Madison", "Madisn"), dir, options())
	bad, err := os.ReadFile(filepath.Join(dir, problemsName))
	if err == nil {
		err = os.RemoveAll(filepath.Join(dir, "CLINIC-2"))
	}
	text := strings.ReplaceAll(string(bad), "Rankn", "Rankin")
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, problemsName), []byte(text), 0o600)
	}
	if err != nil || !strings.Contains(text, "CLINIC-2") {
		t.Fatal(err, text)
	}
	if r := mustRun(t, text, dir, from(text, options())); r.Cases[Made] != 1 || len(r.Stale) != 1 {
		t.Errorf("%v %v", r.Cases, r.Stale)
	}
}

// TestWhatAMachineLostOfAFileBesideTheFoldersIsNobodysWork loses the manifest or the
// printed summary in every way. What somebody changed is kept all the same.
func TestWhatAMachineLostOfAFileBesideTheFoldersIsNobodysWork(t *testing.T) {
	want := t.TempDir()
	mustRun(t, clinic(), want, options())
	for how, do := range powerLoss() {
		for _, name := range []string{manifestName, sheetName} {
			if how == "cut" {
				do = func(path string, b []byte) error { return os.WriteFile(path, b[:len(b)/2/block*block], 0o600) }
			}
			dir := t.TempDir()
			if err := os.CopyFS(dir, os.DirFS(want)); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(dir, name)
			b, err := os.ReadFile(path)
			if err == nil {
				err = do(path, b)
			}
			if err != nil {
				t.Fatal(err)
			}
			if r := mustRun(t, clinic(), dir, options()); len(r.Edited) > 0 {
				t.Errorf("%s, %s: %v", name, how, r.Edited)
			}
			sameTree(t, dir, want)
		}
	}
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	rewrite(t, filepath.Join(dir, summaryName), "CLINIC-2", "CLINIC-9")
	if r := mustRun(t, clinic(), dir, options()); len(r.Edited) != 1 {
		t.Errorf("the work of somebody is not kept: %v", r.Edited)
	}
}
