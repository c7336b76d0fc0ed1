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
	if err != nil || !info.IsDir() || info.Mode().Perm() == folderMode {
		return err
	}
	return os.Chmod(dir, folderMode)
}

// NarrowFiles is [NarrowFolder] for plain files of ours in a folder. One that is gone, or
// whose name leaves the folder, is passed over, and so is what is no plain file. A mode belongs
// to every name of a file: one that has another name too is written anew.
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
		case !info.Mode().IsRegular() || info.Mode().Perm() == fileMode:
			continue
		case shared(info):
			err = anew(path)
		default:
			err = os.Chmod(path, fileMode)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// anew writes the bytes of a file to a file of their own in its place.
func anew(path string) error {
	b, err := ReadPlain(path, MostOutput)
	if err != nil {
		return err
	}
	return swap(path, b)
}

// MakeFolder makes a folder and the parents it lacks, for their owner alone whatever the umask
// takes away. One that stands keeps its mode.
func MakeFolder(dir string) error {
	_, err := makeFolders(dir)
	return err
}
