package files

import (
	"errors"
	"io/fs"
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
	return keep(f)
}

// SyncFiles has the disk keep the bytes of plain files in a folder, and their names there. One
// that is gone is an error, for nothing of it can be kept.
func SyncFiles(dir string, names []string) error {
	flag := os.O_RDONLY
	if runtime.GOOS == "windows" {
		flag = os.O_RDWR // it keeps only what may be written
	}
	for _, name := range names {
		path := filepath.Join(dir, name)
		f, err := openPlain(path,
			func() (fs.FileInfo, error) { return os.Lstat(path) },
			func() (*os.File, error) { return os.OpenFile(path, flag, 0) })
		if err == nil {
			err = keep(f)
		}
		if err != nil {
			return err
		}
	}
	return SyncFolder(dir)
}

// keep has the disk keep what is open, where the system can, and closes it.
func keep(f *os.File) error {
	err := f.Sync()
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
