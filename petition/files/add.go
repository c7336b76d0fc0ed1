package files

import (
	"os"
	"path/filepath"
)

// Add puts files into a folder beside what stands there, making the folder and its
// parents if need be. Unlike [WriteFolder] it speaks for these files alone: it removes
// nothing, leaves a receipt as it is, and a folder that exists keeps its mode and may be a
// link. Any error but one in the middle of replacing files leaves everything as it was.
func Add(dir string, list []File, p Policy) (Result, error) {
	if err := plainNames(list); err != nil {
		return Result{}, err
	}
	dir = filepath.Clean(dir)
	if err := lookAlike(dir); err != nil {
		return Result{}, err
	}
	info, err := os.Stat(dir)
	switch {
	case absentPath(err):
		return create(dir, list, p)
	case err != nil:
		return Result{}, err
	case !info.IsDir():
		return Result{}, &PlaceError{Path: dir, Is: kind(info), Want: "a folder"}
	}
	entries, differ, err := survey(dir, list)
	if err != nil {
		return Result{}, err
	}
	if len(differ) > 0 && p != Replace {
		return Result{}, &ExistsError{Dir: dir, Names: differ}
	}
	return Result{Dir: dir, Entries: entries}, replace(dir, list, entries)
}

// survey compares the files with those of a folder: what will become of each, and which
// exist and differ.
func survey(dir string, list []File) (entries []Entry, differ []string, err error) {
	for _, f := range list {
		state, err := compare(filepath.Join(dir, f.Name), f.Bytes)
		if err != nil {
			return nil, nil, err
		}
		if state == differs {
			differ = append(differ, f.Name)
		}
		entry := Entry{f.Name, Written}
		if state == same {
			entry.State = Unchanged
		}
		entries = append(entries, entry)
	}
	return entries, differ, nil
}
