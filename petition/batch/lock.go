package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"expunge/petition/files"
)

// BusyError reports that another run is at work in a folder.
type BusyError struct {
	Dir     string
	Process int // 0 when it cannot be told
}

func (e *BusyError) Error() string {
	if e.Process == 0 {
		return "another run is at work in " + e.Dir
	}
	return fmt.Sprintf("another run (process %d) is at work in %s", e.Process, e.Dir)
}

// errHeld is what openLock returns when another process holds the lock.
var errHeld = errors.New("held")

// lock is held by the one run that may write into a folder. The system holds it for the
// process, so that it ends with the process, however that ends: the file that a dead one
// leaves behind binds nobody.
type lock struct{ file *os.File }

func lockPath(dir string) string { return filepath.Join(dir, hidden, "lock") }

// acquire takes the lock of a folder, whose hidden folder exists.
func acquire(dir string) (*lock, error) {
	path := lockPath(dir)
	if err := unlinked(dir); err != nil {
		return nil, err
	}
	for {
		f, err := openLock(path)
		if errors.Is(err, errHeld) {
			return nil, &BusyError{dir, holder(path)}
		}
		if err != nil {
			return nil, err
		}
		if !stands(path, f) { // the one who held it has just removed it
			_ = f.Close()
			continue
		}
		sign(f)
		return &lock{f}, nil
	}
}

// unlinked refuses a folder whose hidden files are links: what they lead to would be
// written over.
func unlinked(dir string) error {
	if err := files.PlainFolder(filepath.Join(dir, hidden)); err != nil {
		return err
	}
	for _, path := range []string{lockPath(dir), journalPath(dir), headPath(dir)} {
		if err := files.PlainFile(path); err != nil {
			return err
		}
	}
	return nil
}

// sign says in the lock whose it is, for others to be told. The lock holds without: a full
// disk has no room for the number, and a purge has to make room there.
func sign(f *os.File) {
	_ = f.Truncate(0)
	_, _ = f.WriteString(strconv.Itoa(os.Getpid()) + "\n")
}

// stands reports whether the open file is still the one of that name.
func stands(path string, f *os.File) bool {
	named, err := os.Stat(path)
	if err != nil {
		return false
	}
	open, err := f.Stat()
	return err == nil && os.SameFile(named, open)
}

// holder is the process that wrote its number into the lock, or 0.
func holder(path string) int {
	text, err := files.ReadPlain(path, 1<<10)
	if err != nil {
		return 0
	}
	n, _ := strconv.Atoi(strings.TrimSpace(string(text)))
	return n
}

// release gives the lock up.
func (l *lock) release() { l.drop(os.Remove) }

// drop is [lock.release] by way of a function that removes a file. Where the system lets nobody
// remove one that is open, it goes when it is closed; if another run has opened it by then, it
// stays for that one.
func (l *lock) drop(remove func(path string) error) {
	path := l.file.Name()
	err := remove(path)
	_ = l.file.Close()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		_ = remove(path)
	}
}
