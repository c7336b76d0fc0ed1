package files

import (
	"io/fs"
	"os"
	"path"
	"strings"
)

// unfinished begins the names of what is being written.
const unfinished = ".tmp-"

// Sweep removes what a run that was stopped was in the middle of writing in a folder, and in
// the folders of it that are named. It reaches nothing outside and follows no link: names
// that leave the folder, links and whatever this program does not write so stay. What cannot
// be removed is hidden and does no harm. Nobody else may be writing there.
func Sweep(dir string, within ...string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return
	}
	defer func() { _ = root.Close() }()
	sweep(root, ".")
	for _, name := range within {
		if strings.ContainsAny(name, `/\`) {
			continue
		}
		if info, err := root.Lstat(name); err == nil && info.IsDir() {
			sweep(root, name)
		}
	}
}

func sweep(root *os.Root, dir string) {
	entries, _ := fs.ReadDir(root.FS(), dir)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case !tempName.MatchString(e.Name()):
		case e.Type().IsRegular():
			_ = root.Remove(name)
		case e.IsDir():
			sweepFolder(root, name)
		}
	}
}

// sweepFolder removes a packet that was being written, which holds plain files alone.
func sweepFolder(root *os.Root, dir string) {
	entries, _ := fs.ReadDir(root.FS(), dir)
	for _, e := range entries {
		if !e.Type().IsRegular() {
			return
		}
	}
	for _, e := range entries {
		_ = root.Remove(path.Join(dir, e.Name()))
	}
	_ = root.Remove(dir) // not empty: it stays
}
