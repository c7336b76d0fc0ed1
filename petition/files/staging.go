package files

import (
	"errors"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// What is being written stands beside its place under a hidden name that begins with
// [unfinished], and the run that writes it holds it. The system lets it go with the process,
// however that ends: so the living are told from the dead without a clock.

// unfinished begins the names of what is being written.
const unfinished = ".tmp-"

// errHeld is what take returns when a living run holds what stands there.
var errHeld = errors.New("held by another run")

// staging is the part of a hidden name that tells what is being written. A long name is cut, so
// that the whole is not too long for the system.
func staging(name string) string {
	const most = 200
	for len(name) > most {
		_, size := utf8.DecodeLastRuneInString(name)
		name = name[:len(name)-size]
	}
	return unfinished + name + "-"
}

// stagingOf reports whether something stands under a hidden name for one of these.
func stagingOf(temp string, names []string) bool {
	for _, name := range names {
		if rest, ok := strings.CutPrefix(temp, staging(name)); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
			return true
		}
	}
	return false
}

// stage makes what will take the place of path, under the first hidden name that is free and
// that no sweep takes meanwhile.
func stage(path string, do func(temp string) (*os.File, error)) (temp string, held *os.File, err error) {
	const most = 10_000
	for range most {
		n := strconv.FormatUint(uint64(rand.Uint32()), 10)
		temp = filepath.Join(filepath.Dir(path), staging(filepath.Base(path))+n)
		held, err = do(temp)
		if !errors.Is(err, fs.ErrExist) && !errors.Is(err, errHeld) {
			break
		}
	}
	if err != nil {
		return "", nil, instead(err, path)
	}
	return temp, held, nil
}

// stageFile makes a file beside a path, for its owner alone. It is held until it is closed,
// also where it was renamed.
func stageFile(path string) (*os.File, error) {
	_, f, err := stage(path, func(temp string) (*os.File, error) {
		f, err := makeHeld(temp)
		if err != nil {
			return nil, err
		}
		if !sameFile(temp, f) {
			return nil, errors.Join(errHeld, f.Close())
		}
		return f, nil
	})
	return f, err
}

// stageFolder makes a folder beside a path, for its owner alone. What holds it is nil where the
// system holds nothing; there nothing is swept.
func stageFolder(path string) (temp string, held *os.File, err error) {
	return stage(path, func(temp string) (*os.File, error) {
		if err := os.Mkdir(temp, folderMode); err != nil {
			return nil, err
		}
		if err := os.Chmod(temp, folderMode); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, errors.Join(err, os.Remove(temp))
		}
		f, err := take(temp, true)
		switch {
		case err == nil && sameFile(temp, f):
			return f, nil
		case err == nil, errors.Is(err, errHeld), errors.Is(err, fs.ErrNotExist): // a sweep was quicker
			_ = os.Remove(temp)
			return nil, errors.Join(errHeld, let(f))
		default:
			return nil, nil
		}
	})
}

// alone holds a folder that is written into, until it is let go. A run writes for a moment only,
// so another one is waited for a little while before it is a [BusyError]. What holds the folder is
// nil where the system, or the file system, holds none; there all goes on without.
func alone(dir string) (*os.File, error) {
	const tries, pause = 20, 50 * time.Millisecond
	for range tries {
		held, err := occupy(dir)
		switch {
		case err == nil:
			return held, nil
		case !errors.Is(err, errHeld):
			return nil, nil
		}
		time.Sleep(pause)
	}
	return nil, &BusyError{dir}
}

// let lets go of what is held, if anything is.
func let(held *os.File) error {
	if held == nil {
		return nil
	}
	return held.Close()
}

// sameFile reports whether the open file is still what stands under that name.
func sameFile(path string, f *os.File) bool {
	named, err := os.Lstat(path)
	if err != nil {
		return false
	}
	open, err := f.Stat()
	return err == nil && os.SameFile(named, open)
}

// claim takes what a dead run left under a name of a folder, so that it can be removed before it
// is let go. It is nil for what a living run is writing, and where the system cannot tell.
func claim(root *os.Root, name string, folder bool) *os.File {
	f, err := take(filepath.Join(root.Name(), filepath.FromSlash(name)), folder)
	if err != nil {
		return nil
	}
	named, err := root.Lstat(name)
	if err == nil {
		var open fs.FileInfo
		if open, err = f.Stat(); err == nil && os.SameFile(named, open) && named.IsDir() == folder {
			return f
		}
	}
	_ = f.Close()
	return nil
}
