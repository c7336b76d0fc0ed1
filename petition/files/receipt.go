package files

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
)

// ReceiptName is the file in which a folder lists what a run made.
const ReceiptName = "receipt.json"

// ListName is the file in which a folder lists what was added to it beside a packet.
const ListName = "checklist.json"

// listSchema names the shape of that file.
const listSchema = "expunge/added/1"

// receipt is the part of a receipt that tells which files are ours.
type receipt struct {
	Schema string `json:"schema"`
	AsOf   string `json:"as_of,omitempty"`
	Files  []Sum  `json:"files"`
}

// ours reads a list of the kind its name says, if it is one of ours.
func ours(name string, raw []byte) (receipt, bool) {
	kind := "expunge/receipt/"
	if name == ListName {
		kind = "expunge/added/"
	}
	var r receipt
	if json.Unmarshal(raw, &r) != nil || !strings.HasPrefix(r.Schema, kind) {
		return receipt{}, false
	}
	return r, true
}

// Sum is a file of a receipt with its digest.
type Sum struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// Standing tells how a file of a folder compares with the receipt.
type Standing string

// How a file can stand.
const (
	Same    Standing = "same"
	Missing Standing = "missing"
	Changed Standing = "changed"
	Extra   Standing = "extra" // the receipt does not list it
	// Leftover is what an interrupted run was in the middle of writing, or one at work is.
	Leftover Standing = "leftover"
)

// Compared is how one file stands.
type Compared struct {
	Name     string   `json:"name"`
	Standing Standing `json:"state"`
}

// Compare compares a folder with the files that a receipt lists: each of them in that
// order, then what was added beside them and is listed for itself, and then whatever else
// the folder holds beside its receipt, folders included. What was added and is gone is no
// difference: nobody but its own list speaks of it. A name that is listed twice counts once, by
// its first digest, so that a long list reads no file again and again. A name that leaves the
// folder is never followed: no file of ours has one, so it is missing. What stands in a file's
// place and is no plain file counts as changed.
func Compare(dir string, list []Sum) ([]Compared, error) {
	var out []Compared
	known := map[string]bool{ReceiptName: true}
	for _, want := range once(list) {
		known[want.Name] = true
		standing, err := stands(dir, want)
		if err != nil {
			return nil, err
		}
		out = append(out, Compared{want.Name, standing})
	}
	added, there := addedTo(dir)
	if there {
		known[ListName] = true
	}
	for _, want := range added {
		if known[want.Name] {
			continue
		}
		standing, err := stands(dir, want)
		if err != nil {
			return nil, err
		}
		if known[want.Name] = true; standing != Missing {
			out = append(out, Compared{want.Name, standing})
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	for _, e := range entries {
		switch {
		case known[e.Name()]:
		case IsUnfinished(e.Name()):
			out = append(out, Compared{e.Name(), Leftover})
		default:
			out = append(out, Compared{e.Name(), Extra})
		}
	}
	return out, nil
}

// addedTo returns what the list of a folder names, and whether there is a list of ours.
func addedTo(dir string) ([]Sum, bool) {
	raw, err := ReadPlain(filepath.Join(dir, ListName), MostReceipt)
	if err != nil {
		return nil, false
	}
	r, ok := ours(ListName, raw)
	return r.Files, ok
}

// once returns the entries of a list without those whose name stands in it before.
func once(list []Sum) []Sum {
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(list), func(s Sum) bool {
		again := seen[s.Name]
		seen[s.Name] = true
		return again
	})
}

// stands compares one file with its digest.
func stands(dir string, want Sum) (Standing, error) {
	if !plain(want.Name) {
		return Missing, nil
	}
	path := filepath.Join(dir, want.Name)
	info, err := os.Lstat(path)
	switch {
	case absentPath(err):
		return Missing, nil
	case err != nil:
		return "", err
	case !info.Mode().IsRegular():
		return Changed, nil
	}
	if info.Size() > MostOutput {
		return Changed, nil
	}
	have, err := DigestPlain(path)
	if err != nil {
		return "", err
	}
	if have != want.SHA256 {
		return Changed, nil
	}
	return Same, nil
}

// Digest returns the SHA-256 digest of bytes, in hexadecimal.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// standing returns the receipt that stands in dir, or none when there is no receipt of
// ours.
func standing(dir string) receipt {
	raw, err := ReadPlain(filepath.Join(dir, ReceiptName), MostReceipt)
	if err != nil {
		return receipt{}
	}
	r, _ := ours(ReceiptName, raw)
	return r
}

// sameButInput reports whether the receipt that stands in dir differs from a new one in
// the digest of the input alone.
func sameButInput(dir string, fresh []byte) bool {
	raw, err := ReadPlain(filepath.Join(dir, ReceiptName), MostReceipt)
	var have, want map[string]any
	if err != nil || json.Unmarshal(raw, &have) != nil || json.Unmarshal(fresh, &want) != nil {
		return false
	}
	for _, r := range []map[string]any{have, want} {
		if _, ok := r["input_sha256"]; !ok {
			return false
		}
		delete(r, "input_sha256")
	}
	return reflect.DeepEqual(have, want)
}

// leftovers lists the files that the receipt in dir says an older run made and that
// this run does not make. One that was changed since is somebody's work and is kept.
func leftovers(dir string, list []File) []Entry {
	old := standing(dir)
	now := map[string]bool{ReceiptName: true}
	for _, f := range list {
		now[f.Name] = true
	}
	var out []Entry
	for _, f := range old.Files {
		if now[f.Name] || !plain(f.Name) {
			continue
		}
		now[f.Name] = true
		path := filepath.Join(dir, f.Name)
		info, err := os.Lstat(path)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		state := Kept
		if have, err := DigestPlain(path); err == nil && have == f.SHA256 {
			state = Removed
		}
		out = append(out, Entry{f.Name, state})
	}
	return out
}
