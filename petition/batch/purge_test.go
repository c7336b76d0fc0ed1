package batch

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
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
