package batch

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// held is a lock that a test holds.
func held(t *testing.T) *lock {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, hidden), 0o700); err != nil {
		t.Fatal(err)
	}
	l, err := acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// TestALockIsRemovedWhereNothingOpenCanBe lets nobody remove a file that is open.
func TestALockIsRemovedWhereNothingOpenCanBe(t *testing.T) {
	l := held(t)
	l.drop(func(path string) error {
		if _, err := l.file.Stat(); err == nil {
			return fs.ErrPermission
		}
		return os.Remove(path)
	})
	if _, err := os.Lstat(l.file.Name()); err == nil {
		t.Error("the lock is left over")
	}
}

// TestTheLockOfAnotherIsNotRemoved has somebody remove the lock by hand, and another run take
// the place.
func TestTheLockOfAnotherIsNotRemoved(t *testing.T) {
	l, asked := held(t), 0
	l.drop(func(string) error { asked++; return fs.ErrNotExist })
	if asked != 1 {
		t.Errorf("a lock that was gone is removed %d times", asked)
	}
}
