package batch

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"expunge/petition/files"
)

// Is reports whether a folder is one of a batch: whether it holds what a run keeps there.
func Is(dir string) bool {
	info, err := os.Lstat(filepath.Join(dir, hidden))
	return err == nil && info.IsDir()
}

// Hold keeps runs out of a batch folder until release is called. The error is a
// [BusyError] while one is at work.
func Hold(dir string) (release func(), err error) {
	if !Is(dir) {
		return func() {}, nil
	}
	l, err := acquire(dir)
	if err != nil {
		return nil, err
	}
	return l.release, nil
}

// Purge adds to a purge what runs wrote into a batch folder beside the packets, and returns
// the names it has looked at. The files that list the others go last.
func Purge(dir string, p *files.Purge) (known, last []string, err error) {
	known = []string{hidden}
	if !Is(dir) {
		return known, nil, nil
	}
	m, err := recall(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	before := p.Changed
	for _, name := range slices.Sorted(maps.Keys(m.head.Outputs)) {
		if filepath.Base(name) != name || name == hidden {
			continue // no file of ours
		}
		known = append(known, name)
		if err := p.Listed(name, m.head.Outputs[name]); err != nil {
			return nil, nil, err
		}
	}
	folder, journal := filepath.Base(headPath(dir)), filepath.Base(journalPath(dir))
	if err := p.Hidden(hidden, filepath.Base(lockPath(dir)), folder, p.Changed > before, journal); err != nil {
		return nil, nil, err
	}
	return known, []string{manifestName, path.Join(hidden, folder), path.Join(hidden, journal)}, nil
}
