//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package files

import (
	"errors"
	"io/fs"
	"os"
)

// makeHeld makes a file that does not stand yet. Here the system holds nothing.
func makeHeld(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, fileMode)
}

// take takes nothing: the system cannot tell the living from the dead, and so nothing is swept.
func take(string, bool) (*os.File, error) { return nil, errors.ErrUnsupported }

// occupy holds nothing either.
func occupy(string) (*os.File, error) { return nil, errors.ErrUnsupported }

// shared reports whether a file has another name too; here that is not known.
func shared(fs.FileInfo) bool { return false }
