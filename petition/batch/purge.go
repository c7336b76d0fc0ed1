package batch

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"expunge/petition"
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

// Purge adds to a purge what runs wrote into a batch folder beside the packets, and what a
// run that was stopped was writing into a packet. It returns the names it has looked at. The
// files that list the others go last, and stay while something they list does.
func Purge(dir string, p *files.Purge) (known, last []string, err error) {
	known = []string{hidden}
	if !Is(dir) {
		return known, nil, nil
	}
	m, err := recall(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, nil, err
	}
	before := p.Kept
	sums := m.beside()
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		if filepath.Base(name) != name || name == hidden {
			continue // no file of ours
		}
		known = append(known, name)
		if err := p.Listed(name, sums[name]...); err != nil {
			return nil, nil, err
		}
	}
	for _, id := range slices.Sorted(maps.Keys(m.writing)) {
		if info, err := os.Lstat(filepath.Join(dir, id)); !petition.IsCaseID(id) || err != nil || !info.IsDir() {
			continue
		}
		ours, err := p.Folder(id, m.writing[id]...)
		if err != nil {
			return nil, nil, err
		}
		if ours {
			known = append(known, id)
		}
	}
	folder, journal := filepath.Base(headPath(dir)), filepath.Base(journalPath(dir))
	if err := p.Hidden(hidden, filepath.Base(lockPath(dir)), p.Kept > before, folder, journal); err != nil {
		return nil, nil, err
	}
	return known, []string{manifestName, path.Join(hidden, folder), path.Join(hidden, journal)}, nil
}

// beside are the digests that the files beside the folders of the cases may have, by name:
// as the last run that came to its end wrote them, or one that was stopped since.
func (m *memory) beside() map[string][]string {
	out := map[string][]string{}
	for name, digest := range m.head.Outputs {
		out[name] = []string{digest}
	}
	for sum := range m.wrote {
		out[sum.Name] = append(out[sum.Name], sum.SHA256)
	}
	return out
}
