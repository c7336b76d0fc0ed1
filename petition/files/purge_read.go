package files

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
)

// named says of an error at which path it arose: that of the folder with what stands in it.
func (p *Purge) named(err error, name string) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return &fs.PathError{Op: at.Op, Path: filepath.Join(p.dir, filepath.FromSlash(name)), Err: at.Err}
	}
	return err
}

// entries lists a folder.
func (p *Purge) entries(dir string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(p.root.FS(), dir)
	return entries, p.named(err, dir)
}

// open opens a plain file, as [OpenPlain] does, without leaving the folder.
func (p *Purge) open(name string) (*os.File, error) {
	f, err := openPlain(filepath.Join(p.dir, filepath.FromSlash(name)),
		func() (fs.FileInfo, error) { return p.root.Lstat(name) },
		func() (*os.File, error) { return p.root.Open(name) })
	return f, p.named(err, name)
}

// list reads a list of a folder, if it is a plain file of ours and no longer than one. Why
// another is not read is noted, and it stays.
func (p *Purge) list(dir, list string) (receipt, bool) {
	name := path.Join(dir, list)
	f, err := p.open(name)
	if err == nil {
		defer func() { _ = f.Close() }()
		var raw []byte
		if raw, err = readOpen(f, f.Name(), MostReceipt); err == nil {
			return ours(list, raw)
		}
	}
	var place *PlaceError
	switch {
	case absentPath(err):
	case errors.As(err, &place):
		p.refused[name] = "it is " + place.Is + ", not " + place.Want + ", and was not read"
	default:
		p.refused[name] = "it cannot be read"
	}
	return receipt{}, false
}

// digest is a SHA-256 digest as this program writes it.
var digest = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Listed adds a file that a receipt or a manifest lists with its digest, or with one of
// several. What is no digest lists nothing: a file with no other stays, whatever the choice.
func (p *Purge) Listed(name string, sha256 ...string) error {
	if !p.wanted(path.Base(name)) {
		return nil
	}
	info, err := p.root.Lstat(name)
	switch {
	case absentPath(err):
		return nil
	case err != nil:
		return p.named(err, name)
	case !info.Mode().IsRegular():
		p.leave(name, notPlain)
		return nil
	}
	why, err := p.differs(name, info.Size(), sha256)
	switch {
	case err != nil:
		return err
	case why != "":
		p.Kept++
		p.leave(name, why)
	default:
		p.Remove = append(p.Remove, name)
	}
	return nil
}

// differs says why a listed file stays; nothing when it goes.
func (p *Purge) differs(name string, size int64, sums []string) (why string, err error) {
	switch {
	case !slices.ContainsFunc(sums, digest.MatchString):
		return noDigest, nil
	case p.choice.Changed:
		return "", nil
	case size > MostOutput:
		return tooLarge, nil
	}
	f, err := p.open(name)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	have, err := digestOpen(f, f.Name())
	switch {
	case err != nil:
		return "", p.named(err, name)
	case !slices.Contains(sums, have):
		return wasChanged, nil
	default:
		return "", nil
	}
}
