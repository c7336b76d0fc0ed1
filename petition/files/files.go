// Package files writes the folder of a case: every file whole, the folder whole or not
// at all, readable by its owner alone, and nothing overwritten unless that was asked for.
//
// A folder that does not exist yet is written beside its place under a temporary name
// and renamed, so that it appears complete or not at all. In a folder that exists each
// file is replaced whole. Bytes that stand there already count as unchanged. Files of other
// names than those to be written, which no receipt of ours lists, are never touched.
package files

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// File is one file of a folder. Name is a plain name without folders.
type File struct {
	Name  string
	Bytes []byte
}

// State tells what became of a file.
type State string

// The states of a file.
const (
	Written   State = "written"
	Unchanged State = "unchanged"
	Renewed   State = "renewed" // a receipt that differed in the digest of its input alone
	Removed   State = "removed" // an older run made it and this one does not
	Kept      State = "kept"    // as Removed, but it was changed since, so it stays
)

// Entry is what became of one file.
type Entry struct {
	Name  string
	State State
}

// Result tells what became of a folder: an entry for each file given, in the order
// given, and then one for each file of an older run.
type Result struct {
	Dir     string
	Entries []Entry
}

// Unchanged reports whether the folder already held every byte, the digest of the input
// in its receipt apart.
func (r Result) Unchanged() bool {
	return !slices.ContainsFunc(r.Entries, func(e Entry) bool { return e.State != Unchanged && e.State != Renewed })
}

// Policy says what may happen to files that exist and differ. The zero value keeps them.
type Policy int8

// The policies.
const (
	Keep Policy = iota
	Replace
)

// ExistsError is returned by [WriteFolder] when files exist that differ and were not to
// be replaced. Nothing was written.
type ExistsError struct {
	Dir   string
	Names []string
	AsOf  string // the as-of date of the receipt that stands there; empty when there is none
}

func (e *ExistsError) Error() string {
	return fmt.Sprintf("%s already holds a different %s; nothing was written", e.Dir, strings.Join(e.Names, ", "))
}

// PlaceError is returned by [WriteFolder] when something that is not a plain folder or
// a plain file stands where one has to go. Nothing was written.
type PlaceError struct {
	Path string
	Is   string // "a symbolic link"
	Want string // "a folder"
}

func (e *PlaceError) Error() string {
	return fmt.Sprintf("%s is %s, not %s; nothing was written", e.Path, e.Is, e.Want)
}

// BusyError is returned by [WriteFolder] when another run is writing into the folder and does
// not come to its end soon. Nothing was written.
type BusyError struct{ Dir string }

func (e *BusyError) Error() string {
	return fmt.Sprintf("another run is writing into %s; nothing was written", e.Dir)
}

const (
	folderMode = 0o700
	fileMode   = 0o600
)

// WriteFolder puts the files into the folder dir, making it and its parents if need be.
// Any error but one in the middle of replacing files leaves everything as it was. A folder
// beside it whose name differs in capitals alone is in its way: on some systems the two are
// one. Of two runs that write into one folder the second waits for the first, so that the files
// are of one of them.
func WriteFolder(dir string, list []File, p Policy) (Result, error) {
	if err := lookAlike(filepath.Clean(dir)); err != nil {
		return Result{}, err
	}
	sweepPacket(filepath.Clean(dir), list)
	return PutFolder(dir, list, p)
}

// PutFolder is [WriteFolder] for those who know already what stands beside the folder, and
// have swept there: among very many, to look each time takes long.
func PutFolder(dir string, list []File, p Policy) (Result, error) {
	if err := plainNames(list); err != nil {
		return Result{}, err
	}
	dir = filepath.Clean(dir)
	info, err := os.Lstat(dir)
	switch {
	case absentPath(err):
		return create(dir, list, p)
	case err != nil:
		return Result{}, err
	case !info.IsDir():
		return Result{}, &PlaceError{Path: dir, Is: kind(info), Want: "a folder"}
	default:
		return update(dir, list, p, os.Remove)
	}
}

// lookAlike refuses a folder that does not stand while one does beside it whose name differs
// in capitals alone.
func lookAlike(dir string) error {
	name, other := filepath.Base(dir), ""
	entries, _ := os.ReadDir(filepath.Dir(dir)) // what cannot be listed may still be written
	for _, e := range entries {
		switch {
		case e.Name() == name:
			return nil
		case strings.EqualFold(e.Name(), name):
			other = e.Name()
		}
	}
	if other == "" {
		return nil
	}
	return &PlaceError{Path: filepath.Join(filepath.Dir(dir), other), Is: "the folder of another case id (the two differ in capitals alone)", Want: name}
}

func plainNames(list []File) error {
	seen := map[string]bool{}
	for _, f := range list {
		if !plain(f.Name) || seen[strings.ToLower(f.Name)] {
			return fmt.Errorf("%q cannot be the name of a file in a packet", f.Name)
		}
		seen[strings.ToLower(f.Name)] = true
	}
	return nil
}

// plain reports whether a name stays within its folder and is not hidden.
func plain(name string) bool {
	return filepath.IsLocal(name) && !strings.ContainsAny(name, `/\`) && !strings.HasPrefix(name, ".")
}

func kind(info fs.FileInfo) string {
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return "a symbolic link"
	case info.IsDir():
		return "a folder"
	case info.Mode().IsRegular():
		return "a file"
	default:
		return "a device"
	}
}

// PlainFolder refuses, with a [PlaceError], what stands in the place of a folder and is a link, a
// file or a device: what a link leads to belongs to somebody else.
func PlainFolder(dir string) error {
	info, err := os.Lstat(dir)
	switch {
	case absentPath(err):
		return nil
	case err != nil:
		return err
	case !info.IsDir():
		return &PlaceError{Path: dir, Is: kind(info), Want: "a folder"}
	default:
		return nil
	}
}

// PlainFile refuses, with a [PlaceError], what stands in the place of a file and is a link, a
// folder or a device.
func PlainFile(path string) error {
	info, err := os.Lstat(path)
	switch {
	case absentPath(err):
		return nil
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return &PlaceError{Path: path, Is: kind(info), Want: "a file"}
	default:
		return nil
	}
}

// create writes a folder that does not exist yet: beside its place, then renamed.
func create(dir string, list []File, p Policy) (Result, error) {
	parent := filepath.Dir(dir)
	made, err := makeFolders(parent)
	if err != nil {
		undo(made)
		return Result{}, err
	}
	temp, held, err := fill(dir, list)
	defer let(held) //nolint:errcheck // a folder that nothing was written through
	if err == nil {
		err = os.Rename(temp, dir)
	}
	if err == nil {
		r := Result{Dir: dir}
		for _, f := range list {
			r.Entries = append(r.Entries, Entry{f.Name, Written})
		}
		return r, nil
	}
	if temp != "" {
		err = errors.Join(err, os.RemoveAll(temp))
	}
	if info, there := os.Lstat(dir); there == nil && info.IsDir() {
		return update(dir, list, p, os.Remove) // another run was quicker
	}
	undo(made)
	return Result{}, err
}

// fill writes the files into a new temporary folder beside its place. Its name, and what holds
// it, are returned with an error too, when the folder exists and has to be removed.
func fill(dir string, list []File) (string, *os.File, error) {
	temp, held, err := stageFolder(dir)
	if err != nil {
		return "", nil, err
	}
	for _, f := range list {
		path := filepath.Join(temp, f.Name)
		if err := os.WriteFile(path, f.Bytes, fileMode); err != nil {
			return temp, held, instead(err, filepath.Join(dir, f.Name))
		}
		if err := os.Chmod(path, fileMode); err != nil {
			return temp, held, instead(err, filepath.Join(dir, f.Name))
		}
	}
	return temp, held, nil
}

// makeFolders makes a folder and the parents it lacks, and returns those it made, the
// innermost first. Each gets its mode at once, whatever the umask takes away.
func makeFolders(dir string) ([]string, error) {
	info, err := os.Stat(dir)
	switch {
	case err == nil && info.IsDir():
		return nil, nil
	case err == nil:
		return nil, &PlaceError{Path: dir, Is: kind(info), Want: "a folder"}
	case !absentPath(err):
		return nil, err
	}
	made, err := makeFolders(filepath.Dir(dir))
	if err != nil {
		return made, err
	}
	if err := os.Mkdir(dir, folderMode); err != nil {
		if !errors.Is(err, fs.ErrExist) {
			return made, err
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return made, &PlaceError{Path: dir, Is: "a link that leads nowhere", Want: "a folder"}
		}
		return made, nil
	}
	return append([]string{dir}, made...), os.Chmod(dir, folderMode)
}

// absentPath reports that nothing stands at a path, be it because a parent is no folder.
func absentPath(err error) bool {
	return errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR)
}

// undo removes folders that were made for nothing. One that is in use by now stays.
func undo(made []string) {
	for _, dir := range made {
		if err := os.Remove(dir); err != nil {
			return
		}
	}
}

// update writes into a folder that exists, the receipt last: until it stands, the
// folder still claims to be the older run, and the receipt of that one lists what has to
// go yet. It has the folder to itself, where the system can see to that.
func update(dir string, list []File, p Policy, remove func(path string) error) (Result, error) {
	held, err := alone(dir)
	if err != nil {
		return Result{}, err
	}
	defer let(held) //nolint:errcheck // a folder that nothing was written through
	r := Result{Dir: dir}
	var differ []string
	if r.Entries, differ, err = survey(dir, list); err != nil {
		return Result{}, err
	}
	renewed := renew(dir, list, r.Entries)
	if len(differ) > 0 && p != Replace && !renewed {
		return Result{}, &ExistsError{Dir: dir, Names: differ, AsOf: standing(dir).AsOf}
	}
	stale := leftovers(dir, list)
	if err := replace(dir, list, r.Entries, false); err != nil {
		return Result{}, err
	}
	if err := clearOut(dir, stale, remove); err != nil {
		return Result{}, err
	}
	if err := replace(dir, list, r.Entries, true); err != nil {
		return Result{}, err
	}
	r.Entries = append(r.Entries, stale...)
	return r, NarrowFolder(dir)
}

// renew marks the receipt when all else is unchanged and it differs only in the digest of
// its input: the same facts, written with another comment.
func renew(dir string, list []File, entries []Entry) bool {
	at := -1
	for i, e := range entries {
		switch {
		case e.Name == ReceiptName && e.State == Written:
			at = i
		case e.State != Unchanged:
			return false
		}
	}
	if at < 0 || !sameButInput(dir, list[at].Bytes) {
		return false
	}
	entries[at].State = Renewed
	return true
}

// narrowFile takes from a file of ours, which holds these bytes, the rights that others have. A
// mode belongs to every name of a file: one that has another name too is written anew.
func narrowFile(path string, b []byte) error {
	info, err := os.Stat(path)
	switch {
	case err != nil || info.Mode().Perm() == fileMode:
		return err
	case shared(info):
		return swap(path, b)
	default:
		return os.Chmod(path, fileMode)
	}
}

// clearOut removes what an older run made and this one does not. A file that cannot be
// removed is an error that names it.
func clearOut(dir string, stale []Entry, remove func(path string) error) error {
	for _, e := range stale {
		if e.State != Removed {
			continue
		}
		if err := remove(filepath.Join(dir, e.Name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// replace writes every file that is not unchanged, and narrows those that are: the receipt,
// or all else.
func replace(dir string, list []File, entries []Entry, receipt bool) error {
	for i, f := range list {
		if (f.Name == ReceiptName) != receipt {
			continue
		}
		do := swap
		if entries[i].State == Unchanged {
			do = narrowFile
		}
		if err := do(filepath.Join(dir, f.Name), f.Bytes); err != nil {
			return err
		}
	}
	return nil
}

// Write replaces or makes one file in one step, readable by its owner alone. A link stays
// one, and what it leads to is replaced.
func Write(path string, b []byte) error { return swap(Target(path), b) }

// Target is where the file of that name stands: what a link leads to, or else the path itself.
func Target(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		return target
	}
	return path
}

// Put is [Write] for a file that may stand there and be somebody's work: the same bytes count as
// unchanged, other ones are an [ExistsError] unless they are to be replaced, and what is no
// plain file, a link too, is a [PlaceError]. What a run that was stopped left there is swept.
func Put(path string, b []byte, p Policy) (State, error) {
	switch state, err := compare(path, b); {
	case err != nil:
		return "", err
	case state == same:
		return Unchanged, narrowFile(path, b)
	case state == differs && p != Replace:
		return "", &ExistsError{Dir: filepath.Dir(path), Names: []string{filepath.Base(path)}}
	}
	SweepBeside(path)
	return Written, swap(path, b)
}

// swap puts new bytes in the place of a file in one step, under a mode of their own. Until then
// they stand beside it, never in a folder of the system's, under a name that [Sweep] knows.
func swap(path string, b []byte) error {
	f, err := stageFile(path)
	if err != nil {
		return err
	}
	_, err = f.Write(b)
	err = errors.Join(err, f.Sync())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return instead(errors.Join(err, os.Remove(f.Name()), f.Close()), path)
	}
	return f.Close()
}

// instead names the file that was to be written in an error of the one that stands for it.
func instead(err error, path string) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return &fs.PathError{Op: at.Op, Path: path, Err: at.Err}
	}
	return err
}

type likeness int8

const (
	absent likeness = iota
	same
	differs
)

// compare tells whether a file holds exactly the bytes.
func compare(path string, b []byte) (likeness, error) {
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return absent, nil
	case err != nil:
		return absent, err
	case !info.Mode().IsRegular():
		return absent, &PlaceError{Path: path, Is: kind(info), Want: "a file"}
	case info.Size() != int64(len(b)):
		return differs, nil
	}
	have, err := ReadPlain(path, info.Size())
	if err != nil {
		return absent, err
	}
	if !bytes.Equal(have, b) {
		return differs, nil
	}
	return same, nil
}
