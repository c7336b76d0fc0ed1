package batch

import (
	"errors"
	"os"
	"syscall"
)

// errSharing is what Windows says of a file that another process has open.
const errSharing syscall.Errno = 32

// openLock opens the file of a lock so that nobody else can open it for writing, or
// returns errHeld.
func openLock(path string) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL, 0)
	switch {
	case err == nil:
		return os.NewFile(uintptr(h), path), nil
	case errors.Is(err, errSharing):
		return nil, errHeld
	default:
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
}
