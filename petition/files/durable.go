package files

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"syscall"
)

// SyncFolder has the disk keep the names in a folder, as [Write] has it keep the bytes of a
// file: until then a machine that loses power may forget that a file was renamed or removed.
// Where a system has no such call for folders, nothing is done.
func SyncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	return errors.Join(err, f.Close())
}

// NarrowFolder takes from a folder of ours the rights that others have. What stands in its
// place and is no folder is left alone.
func NarrowFolder(dir string) error {
	info, err := os.Lstat(dir)
	if err != nil || !info.IsDir() {
		return err
	}
	return narrow(dir, folderMode)
}

// NarrowFiles is [NarrowFolder] for plain files of ours in a folder. One that is gone, or
// whose name leaves the folder, is passed over, and so is what is no plain file.
func NarrowFiles(dir string, names []string) error {
	for _, name := range names {
		if !plain(name) {
			continue
		}
		path := filepath.Join(dir, name)
		info, err := os.Lstat(path)
		switch {
		case absentPath(err):
			continue
		case err != nil:
			return err
		case !info.Mode().IsRegular():
			continue
		}
		if err := narrow(path, fileMode); err != nil {
			return err
		}
	}
	return nil
}
