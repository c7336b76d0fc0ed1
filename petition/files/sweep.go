package files

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Sweep removes what a run that was stopped was in the middle of writing in a folder, and in
// the folders of it that are named. It reaches nothing outside and follows no link: names
// that leave the folder, links and whatever this program does not write so stay, and so does
// what a living run is writing. What cannot be removed is hidden and does no harm.
func Sweep(dir string, within ...string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return
	}
	defer func() { _ = root.Close() }()
	sweep(root, ".", tempName.MatchString)
	for _, name := range within {
		if strings.ContainsAny(name, `/\`) {
			continue
		}
		if info, err := root.Lstat(name); err == nil && info.IsDir() {
			sweep(root, name, tempName.MatchString)
		}
	}
}

// SweepBeside removes what runs that were stopped left beside a file or a folder they were in
// the middle of writing, as [Sweep] does.
func SweepBeside(path string) { sweepNames(filepath.Dir(path), filepath.Base(path)) }

// sweepNames is [Sweep] for what was to take one of these names in the folder.
func sweepNames(dir string, names ...string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return
	}
	defer func() { _ = root.Close() }()
	sweep(root, ".", func(temp string) bool { return stagingOf(temp, names) })
}

// sweepPacket sweeps beside the folder of a packet, and in it for the files of the list and of
// the run before.
func sweepPacket(dir string, list []File) {
	SweepBeside(dir)
	if info, err := os.Lstat(dir); err != nil || !info.IsDir() {
		return
	}
	var names []string
	for _, f := range list {
		names = append(names, f.Name)
	}
	for _, s := range standing(dir).Files {
		names = append(names, s.Name)
	}
	sweepNames(dir, names...)
}

func sweep(root *os.Root, dir string, left func(name string) bool) {
	entries, _ := fs.ReadDir(root.FS(), dir)
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		if !left(e.Name()) || !e.IsDir() && !e.Type().IsRegular() {
			continue
		}
		held := claim(root, name, e.IsDir())
		switch {
		case held == nil:
		case e.IsDir():
			sweepFolder(root, name)
		default:
			_ = root.Remove(name)
		}
		_ = let(held)
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
