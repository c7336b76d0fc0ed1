package files

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
)

// errSharing is what Windows says of a file that another process has open.
const errSharing syscall.Errno = 32

// asItIs opens a link itself and not what it leads to.
const asItIs = 0x00200000 // FILE_FLAG_OPEN_REPARSE_POINT

// makeHeld makes a file that does not stand yet, and holds it.
func makeHeld(path string) (*os.File, error) { return hold(path, syscall.CREATE_NEW) }

// take opens the file or folder of that name and holds it until it is closed, or returns
// errHeld. It follows no link.
func take(path string, _ bool) (*os.File, error) { return hold(path, syscall.OPEN_EXISTING) }

// hold opens a file so that nobody else can open it for writing. It may be renamed and removed
// while it is open.
func hold(path string, how uint32) (*os.File, error) {
	name, err := syscall.UTF16PtrFromString(path)
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_READ|syscall.GENERIC_WRITE, syscall.FILE_SHARE_READ|syscall.FILE_SHARE_DELETE, nil, how, syscall.FILE_ATTRIBUTE_NORMAL|syscall.FILE_FLAG_BACKUP_SEMANTICS|asItIs, 0)
	switch {
	case err == nil:
		return os.NewFile(uintptr(h), path), nil
	case errors.Is(err, errSharing):
		return nil, errHeld
	default:
		return nil, &os.PathError{Op: "open", Path: path, Err: err}
	}
}

// occupy holds nothing: a file is renamed into a folder by opening the folder for writing, and
// here a folder that is held cannot be opened so, not by its holder either.
func occupy(string) (*os.File, error) { return nil, errors.ErrUnsupported }

// shared reports whether a file has another name too. Here a mode is of no account.
func shared(fs.FileInfo) bool { return false }
