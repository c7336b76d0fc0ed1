package files

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
	SweepBeside(dir)
	info, err := os.Stat(dir)
	switch {
	case absentPath(err):
		return create(dir, list, p)
	case err != nil:
		return Result{}, err
	case !info.IsDir():
		return Result{}, &PlaceError{Path: dir, Is: kind(info), Want: "a folder"}
	}
	names := []string{ListName}
	for _, f := range list {
		names = append(names, f.Name)
	}
	sweepNames(dir, names...)
	entries, differ, err := survey(dir, list)
	if err != nil {
		return Result{}, err
	}
	if len(differ) > 0 && p != Replace {
		return Result{}, &ExistsError{Dir: dir, Names: differ}
	}
	if err := replace(dir, list, entries, false); err != nil {
		return Result{}, err
	}
	return Result{Dir: dir, Entries: entries}, replace(dir, list, entries, true)
}

// AddListed puts files into a folder as [Add] does, and lists them in [ListName] there with
// their digests, so that a purge knows them and a comparison does not take them for strange.
// What the list named before stays in it, but what is gone. The list is written last. One
// that is not ours is kept unless files are to be replaced.
func AddListed(dir string, list []File, p Policy) (Result, error) {
	dir = filepath.Clean(dir)
	path := filepath.Join(dir, ListName)
	before, known := addedTo(dir)
	state, err := compare(path, nil)
	if err != nil && !absentPath(err) {
		return Result{}, err
	}
	if state != absent && !known && p != Replace {
		return Result{}, &ExistsError{Dir: dir, Names: []string{ListName}}
	}
	r, err := Add(dir, list, p)
	if err != nil {
		return r, err
	}
	b, err := listOf(dir, before, list)
	if err != nil {
		return r, err
	}
	entry := Entry{ListName, Unchanged}
	if state, err = compare(path, b); err != nil {
		return r, err
	}
	if state != same {
		entry.State = Written
		err = swap(path, b)
	} else {
		err = narrowFile(path, b)
	}
	r.Entries = append(r.Entries, entry)
	return r, err
}

// listOf is the list of what a folder was given: what it named before and still stands, then
// what is new, each name once.
func listOf(dir string, before []Sum, added []File) ([]byte, error) {
	r := receipt{Schema: listSchema}
	for _, f := range added {
		r.Files = append(r.Files, Sum{f.Name, Digest(f.Bytes)})
	}
	for _, s := range before {
		is := func(x Sum) bool { return x.Name == s.Name }
		if slices.ContainsFunc(r.Files, is) {
			continue
		}
		standing, err := stands(dir, s)
		if err != nil {
			return nil, err
		}
		if standing != Missing {
			r.Files = append(r.Files, s)
		}
	}
	slices.SortFunc(r.Files, func(a, b Sum) int { return strings.Compare(a.Name, b.Name) })
	b, err := json.MarshalIndent(r, "", "  ")
	return append(b, '\n'), err
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
