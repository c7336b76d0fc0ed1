package files

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strconv"
)

// Run removes the files. It returns those it removed, also with an error, which names the
// file. What a purge that was broken off leaves, another knows again: a folder keeps its lists
// until nothing but them is in it, and then bears the name of something unfinished while they
// and it go.
func (p *Purge) Run() (removed []string, err error) {
	going := p.going()
	for _, name := range p.Remove {
		at := name
		if isList(name) {
			at = path.Join(p.retire(path.Dir(name), going), path.Base(name))
		}
		if err := p.root.Remove(at); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return removed, p.named(err, at)
		}
		removed = append(removed, name)
	}
	return removed, nil
}

// isList reports whether a file lists the others of its folder.
func isList(name string) bool {
	return path.Base(name) == ReceiptName || path.Base(name) == ListName
}

// going are the folders that go, and the lists.
func (p *Purge) going() map[string]bool {
	out := map[string]bool{}
	for _, dir := range p.Folders {
		out[dir] = true
	}
	for _, name := range p.Remove {
		if isList(name) {
			out[name] = true
		}
	}
	return out
}

// retire gives a folder that holds its lists alone, and is to go with them, the name of
// something unfinished, and returns the name it has then. One that holds more, or cannot be
// renamed, keeps its own; so does the folder that the purge is of.
func (p *Purge) retire(dir string, going map[string]bool) string {
	if now, ok := p.moved[dir]; ok {
		return now
	}
	p.moved[dir] = dir
	entries, err := p.entries(dir)
	more := func(e fs.DirEntry) bool { return !going[path.Join(dir, e.Name())] }
	if err != nil || dir == "." || IsUnfinished(path.Base(dir)) || !going[dir] || slices.ContainsFunc(entries, more) {
		return dir
	}
	for n := 1; n < 100; n++ {
		other := path.Join(path.Dir(dir), unfinished+path.Base(dir)+"-"+strconv.Itoa(n))
		if _, err := p.root.Lstat(other); absentPath(err) && p.root.Rename(dir, other) == nil {
			p.moved[dir] = other
			break
		}
	}
	return p.moved[dir]
}

// Tidy removes the folders that came out empty; "." stands for the folder itself, which is
// left to the caller. It reports whether that one is empty. A folder into which somebody
// has put something meanwhile stays, under its own name.
func (p *Purge) Tidy() (empty bool) {
	for _, dir := range p.Folders {
		at := dir
		if now, ok := p.moved[dir]; ok {
			at = now
		}
		if dir != "." && p.root.Remove(at) != nil && at != dir {
			_ = p.root.Rename(at, dir)
		}
	}
	entries, err := p.entries(".")
	return err == nil && len(entries) == 0
}
