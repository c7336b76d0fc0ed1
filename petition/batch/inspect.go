package batch

import (
	"slices"
	"strings"

	"expunge/petition/files"
	"expunge/petition/intake"
)

// Folder is what a batch folder says of itself, beside what stands in it.
type Folder struct {
	Unfinished bool             // a run was stopped, or is at work
	Cases      string           // which cases of the clients file the last run was about
	All        bool             // it was about all of them
	Beside     []files.Compared // the files beside the folders of the cases, as the last run wrote them
	Altered    bool             // the manifest is not as it was written, so there are no entries
	Entries    []Entry
}

// Inspect reads what a batch folder says of itself and changes nothing. False means that
// the folder is no batch folder.
func Inspect(dir string) (Folder, bool, error) {
	m, err := recall(dir)
	if err != nil || m.head.Schema == "" && !m.interrupted {
		return Folder{}, false, err
	}
	out := Folder{Unfinished: m.interrupted, Cases: m.head.Cases, All: m.head.Cases == "" || m.head.Cases == Options{}.choice(), Altered: m.altered}
	var sums []files.Sum
	for name, digest := range m.head.Outputs {
		sums = append(sums, files.Sum{Name: name, SHA256: digest})
	}
	slices.SortFunc(sums, func(a, b files.Sum) int { return strings.Compare(a.Name, b.Name) })
	if out.Beside, err = files.Compare(dir, sums); err != nil {
		return Folder{}, false, err
	}
	if _, listed := m.head.Outputs[manifestName]; !listed && m.altered {
		out.Beside = append(out.Beside, files.Compared{Name: manifestName, Standing: files.Changed})
	}
	out.Beside = slices.DeleteFunc(out.Beside, func(c files.Compared) bool { return c.Standing == files.Extra || c.Standing == files.Leftover })
	text, err := files.ReadPlain(manifestPath(dir), files.MostOutput)
	if err == nil && !out.Altered && !out.Unfinished {
		out.Entries = readManifest(text)
	}
	return out, true, nil
}

// Made reports whether the entry is of a packet that was made, with files to show for it.
func (e *Entry) Made() bool { return e.finished() && len(e.Files) > 0 }

// InputDigest is the digest by which a packet of a batch knows the facts it was made from:
// of each with its field, wherever it stands in the clients file and under which header.
func InputDigest(record intake.Record) string { return inputDigest(record) }
