//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package batch

import (
	"errors"
	"os"
	"syscall"
)

// openLock opens the file of a lock and takes it, or returns errHeld.
func openLock(path string) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		switch {
		case err == nil:
			return f, f.Chmod(0o600) // for the next run, whatever the umask took away
		case errors.Is(err, syscall.EINTR):
			continue
		case errors.Is(err, syscall.EWOULDBLOCK):
			err = errHeld
		default:
			err = &os.PathError{Op: "lock", Path: path, Err: err}
		}
		return nil, errors.Join(err, f.Close())
	}
}
