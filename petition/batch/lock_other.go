//go:build !darwin && !dragonfly && !freebsd && !linux && !netbsd && !openbsd && !windows

package batch

import (
	"errors"
	"io/fs"
	"os"
)

// openLock makes the file of a lock, or returns errHeld when there is one. Here the system
// cannot tell whether the one who made it is alive; a file left by a dead process has to
// be removed by hand.
func openLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return nil, errHeld
	}
	return f, err
}
