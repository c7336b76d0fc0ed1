package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"expunge/petition/files"
	"expunge/petition/packet"
)

// keepEdited gives another name to the files of an earlier run that people changed since,
// and to those that no earlier run lists, where the new packet has something else of their
// name, and returns those names. What a run that was stopped was about to write is no change.
func keepEdited(dir string, before, writing []files.Sum, p packet.Packet) ([]string, error) {
	compared, err := files.Compare(dir, slices.Concat(before, p.Sums)) // of a name the first counts
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	written := asWritten(dir, writing)
	var out []string
	for _, c := range compared {
		if c.Standing != files.Changed || slices.Contains(written, c.Name) {
			continue
		}
		have, err := files.DigestPlain(filepath.Join(dir, c.Name))
		if err != nil {
			return out, err
		}
		same := false
		for _, f := range p.Files {
			same = same || f.Name == c.Name && (files.Digest(f.Bytes) == have || tornIn(dir, f.File))
		}
		if same {
			continue
		}
		name, err := keepAside(dir, c.Name)
		if err != nil {
			return out, err
		}
		out = append(out, name)
	}
	return out, nil
}

// ours reports whether a packet takes the place of nothing but what runs of ours wrote into
// its folder: files that an earlier run lists, whatever people made of them since, and those
// that a run which was stopped was about to write, with these very bytes, or what a machine
// that lost power left of them. A folder that cannot be read is told of when it cannot be
// written.
func ours(dir string, before, writing []files.Sum, p packet.Packet) bool {
	compared, err := files.Compare(dir, p.Sums)
	if err != nil {
		return false
	}
	for _, c := range compared {
		listed := slices.ContainsFunc(before, func(s files.Sum) bool { return s.Name == c.Name })
		if c.Standing != files.Changed || listed || slices.Contains(asWritten(dir, writing), c.Name) {
			continue
		}
		if !slices.ContainsFunc(p.Plain(), func(f files.File) bool { return f.Name == c.Name && tornIn(dir, f) }) {
			return false
		}
	}
	return true
}

// asWritten are the names of the files that stand as a run was about to write them.
func asWritten(dir string, writing []files.Sum) []string {
	compared, err := files.Compare(dir, writing)
	if err != nil {
		return nil
	}
	var out []string
	for _, c := range compared {
		if c.Standing == files.Same {
			out = append(out, c.Name)
		}
	}
	return out
}

// keepAside gives a file another name, "petition.edited-1.docx", and returns it.
func keepAside(dir, name string) (string, error) {
	ext := filepath.Ext(name)
	for n := 1; ; n++ {
		other := fmt.Sprintf("%s.edited-%d%s", strings.TrimSuffix(name, ext), n, ext)
		_, err := os.Lstat(filepath.Join(dir, other))
		if errors.Is(err, fs.ErrNotExist) {
			return other, os.Rename(filepath.Join(dir, name), filepath.Join(dir, other))
		}
		if err != nil {
			return "", err
		}
	}
}

// clearUnlisted removes what a run that was stopped had written into the folder of a case
// and the new packet has not, as no receipt may list it yet.
func clearUnlisted(dir string, writing []files.Sum, p packet.Packet) error {
	for _, name := range asWritten(dir, writing) {
		if slices.ContainsFunc(p.Sums, func(s files.Sum) bool { return s.Name == name }) {
			continue
		}
		if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// outputs refuses a folder in which links, folders, pipes or devices stand in the places of
// the files beside the folders of the cases.
func outputs(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, e := range entries {
		if isOutput(e.Name()) && !e.Type().IsRegular() {
			return files.PlainFile(filepath.Join(dir, e.Name()))
		}
	}
	return nil
}

// namesIn are the names in a folder by themselves in small letters.
func namesIn(dir string) (map[string][]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	out := make(map[string][]string, len(entries))
	for _, e := range entries {
		key := strings.ToLower(e.Name())
		out[key] = append(out[key], e.Name())
	}
	return out, nil
}

// put writes a file beside the folders of the cases. One that stands there and that this
// program did not write so is kept under another name.
func (w *writer) put(name string, b []byte) error {
	digest := files.Digest(b)
	w.head.Outputs[name] = digest
	path := filepath.Join(w.run.dir, name)
	have, err := files.DigestPlain(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case have == digest:
		return nil
	default:
		if err := w.aside(name, have, b); err != nil {
			return err
		}
	}
	if err := w.run.journal.write(note{Wrote: &files.Sum{Name: name, SHA256: digest}}); err != nil {
		return err
	}
	return files.Write(path, b)
}

// drop removes a file that an earlier run wrote and this one does not.
func (w *writer) drop(name string) error {
	path := filepath.Join(w.run.dir, name)
	have, err := files.DigestPlain(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	if err := w.aside(name, have, nil); err != nil {
		return err
	}
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// aside keeps a file under another name if its digest is not of what we wrote, and it is not
// what a machine that lost power left of the bytes to come.
func (w *writer) aside(name, have string, b []byte) error {
	sum := files.Sum{Name: name, SHA256: have}
	if tornIn(w.run.dir, files.File{Name: name, Bytes: b}) {
		return nil
	}
	if w.run.memory.head.Outputs[name] == sum.SHA256 || w.run.memory.wrote[sum] || name == problemsName && w.taken(sum.SHA256) {
		return nil
	}
	other, err := keepAside(w.run.dir, name)
	if err == nil {
		w.report.Edited = append(w.report.Edited, Edited{Now: other, Was: name})
	}
	return err
}
