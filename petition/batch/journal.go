package batch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"expunge/petition"
	"expunge/petition/files"
)

// hidden is the folder in which a batch folder keeps what only the program reads.
const hidden = ".expunge"

// mostHead is the most bytes that are read of folder.json.
const mostHead = 1 << 20

// headSchema names the shape of folder.json and of the head of a journal.
const headSchema = "expunge/batch/1"

// Head is what a batch folder keeps: all packets in it are of one day, one edition of the
// law and one version of the program.
type Head struct {
	Schema     string `json:"schema"`
	Program    string `json:"program"`
	LawEdition string `json:"law_edition"`
	AsOf       string `json:"as_of"`
	Papers     string `json:"papers"`  // the papers that were asked for by name, or "all"
	Formats    string `json:"formats"` // sorted
	Cases      string `json:"cases"`   // which of the clients file the last run was about: "all cases"
	// Outputs are the digests of the files beside the folders of the cases, as this program
	// wrote them last, by name. One that differs was changed by someone.
	Outputs map[string]string `json:"outputs"`
	Volumes Volumes           `json:"volumes"`
}

// Volumes are the papers to print that a folder holds. They belong to the choice of cases
// they were made with.
type Volumes struct {
	Choice string              `json:"choice"` // as [Head] has it
	Cases  map[string][]string `json:"cases"`  // by the name of the volume
}

func journalPath(dir string) string  { return filepath.Join(dir, hidden, "journal.jsonl") }
func headPath(dir string) string     { return filepath.Join(dir, hidden, "folder.json") }
func manifestPath(dir string) string { return filepath.Join(dir, manifestName) }

// note is a line of the journal: its head, a case whose folder is about to be written, or
// one that is done. Settled is one of an earlier run that came to its end.
type note struct {
	Head    *Head       `json:"head,omitempty"`
	Begun   string      `json:"begun,omitempty"`
	Files   []files.Sum `json:"files,omitempty"` // what is about to be written into the folder that is begun
	Done    *Entry      `json:"done,omitempty"`
	Settled bool        `json:"settled,omitempty"`

	Wrote *files.Sum `json:"wrote,omitempty"` // a file beside the folders that is about to be written

	Nameless bool `json:"nameless,omitempty"` // see memory
	Altered  bool `json:"altered,omitempty"`
}

// line writes a note with a digest of itself, by which [unbroken] knows it again.
func (n note) line() []byte {
	body := bytes.TrimSuffix(encode(n), []byte("}\n"))
	return fmt.Appendf(body, `,"sum":"%.16s"}`+"\n", files.Digest(body))
}

// unbroken reports whether a line of the journal is as it was written, to its end.
func unbroken(line string) bool {
	body, sum, ok := cutLast(line, `,"sum":"`)
	return ok && sum == fmt.Sprintf(`%.16s"}`+"\n", files.Digest([]byte(body)))
}

// ours reports whether a line speaks of nothing but what a run can have written: of cases by
// their ids and of files by their names. Anybody can compute its digest.
func (n note) ours() bool {
	return (n.Begun == "" || petition.IsCaseID(n.Begun)) &&
		(n.Done == nil || n.Done.Case == "" || petition.IsCaseID(n.Done.Case)) &&
		(n.Wrote == nil || isOutput(n.Wrote.Name))
}

// onlyOurs takes out of a head the names that no file beside the folders of the cases has.
func (h *Head) onlyOurs() {
	maps.DeleteFunc(h.Outputs, func(name, _ string) bool { return !isOutput(name) })
	maps.DeleteFunc(h.Volumes.Cases, func(name string, _ []string) bool { return !isOutput(name) })
}

// isOutput reports whether a name is that of a file beside the folders of the cases.
func isOutput(name string) bool {
	switch name {
	case manifestName, summaryName, sheetName, problemsName:
		return true
	default:
		return volumeName.MatchString(name)
	}
}

func cutLast(s, sep string) (before, after string, ok bool) {
	at := strings.LastIndex(s, sep)
	if at < 0 {
		return s, "", false
	}
	return s[:at], s[at+len(sep):], true
}

// earlier is an entry of an earlier run.
type earlier struct {
	Entry
	settled bool
}

// memory is what a folder knows of earlier runs.
type memory struct {
	head        Head // zero for a new folder
	interrupted bool // the last run did not come to its end
	altered     bool // the manifest, or a line of the journal, is not as it was written, and not believed
	nameless    bool // rows with problems wait whose case has no id to be known by
	done        map[string]earlier
	order       []string // the cases done, in the order of the manifest
	begun       map[string]bool
	writing     map[string][]files.Sum // by case: what runs that were stopped may have written into its folder
	wrote       map[files.Sum]bool     // files beside the folders that a run which was stopped wrote
}

func (m *memory) add(e Entry, settled bool) {
	if _, again := m.done[e.Case]; !again {
		m.order = append(m.order, e.Case)
	}
	m.done[e.Case] = earlier{e, settled}
}

// recall reads what a folder knows: from the journal of a run that did not come to its
// end, and else from the manifest. A line of the journal that was being written when the
// machine went down, or that was altered, is passed over, and an altered manifest as a
// whole: then the packets are made anew and compared with what stands there.
func recall(dir string) (*memory, error) {
	m := &memory{done: map[string]earlier{}, begun: map[string]bool{}, writing: map[string][]files.Sum{}, wrote: map[files.Sum]bool{}}
	if text, err := files.ReadPlain(headPath(dir), mostHead); err == nil {
		var h Head
		if json.Unmarshal(text, &h) == nil && h.Schema == headSchema {
			h.onlyOurs()
			m.head = h
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	text, err := files.ReadPlain(journalPath(dir), files.MostOutput)
	switch {
	case err == nil:
		m.replay(string(text))
		return m, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	text, err = files.ReadPlain(manifestPath(dir), files.MostOutput)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	m.altered = (err == nil || m.head.Schema != "") && m.head.Outputs[manifestName] != files.Digest(text)
	for _, e := range readManifest(text) {
		if m.head.Schema == "" { // enough to refuse another day by
			m.head = Head{Schema: headSchema, Program: e.Program, LawEdition: e.LawEdition, AsOf: e.AsOf}
		}
		if m.altered {
			continue
		}
		if e.Case == "" {
			m.nameless = true
			continue
		}
		m.add(e, true)
	}
	return m, nil
}

func (m *memory) replay(text string) {
	m.interrupted = true
	lines := slices.Collect(strings.Lines(text))
	m.altered = len(lines) == 0
	for i, line := range lines {
		var n note
		if !unbroken(line) || json.Unmarshal([]byte(line), &n) != nil || !n.ours() {
			m.altered = m.altered || i < len(lines)-1 || i == 0
			continue
		}
		switch {
		case n.Nameless:
			m.nameless = true
		case n.Altered:
			m.altered = true
		case n.Wrote != nil:
			m.wrote[*n.Wrote] = true
		case n.Head != nil && n.Head.Schema == headSchema:
			n.Head.onlyOurs()
			if m.head.Schema != "" { // the file was written with the journal or after it
				n.Head.Outputs, n.Head.Volumes = m.head.Outputs, m.head.Volumes
			}
			m.head = *n.Head
		case n.Begun != "":
			m.begun[n.Begun] = true
			m.writing[n.Begun] = append(m.writing[n.Begun], n.Files...)
		case n.Done != nil && n.Done.Schema == ManifestSchema && n.Done.Case != "":
			m.add(*n.Done, n.Settled)
			if n.Done.finished() {
				delete(m.writing, n.Done.Case) // all of it stands, as the entry lists it
			}
		}
	}
}

// journal is written while a run is at work, a line at a time. The disk need not keep a line
// at once: a packet whose line is lost is made anew and compared with what stands.
type journal struct {
	mu     sync.Mutex
	file   appended
	failed error // of the first line that was not written to its end
}

// appended is the file of a journal that is open.
type appended interface {
	io.WriteCloser
	Sync() error
}

// openJournal begins the journal of a run with all that the folder knew before. The old
// one stands until the new one is whole.
func openJournal(dir string, h Head, m *memory) (*journal, error) {
	text := note{Head: &h}.line()
	for _, n := range []note{{Nameless: m.nameless}, {Altered: m.altered}} {
		if n.Nameless || n.Altered {
			text = append(text, n.line()...)
		}
	}
	for _, id := range m.order {
		e := m.done[id]
		text = append(text, note{Done: &e.Entry, Settled: e.settled}.line()...)
	}
	for id := range m.begun {
		text = append(text, note{Begun: id, Files: m.writing[id]}.line()...)
	}
	for sum := range m.wrote {
		text = append(text, note{Wrote: &sum}.line()...)
	}
	path := journalPath(dir)
	if err := errors.Join(files.Write(path, text), files.SyncFolder(filepath.Dir(path))); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return &journal{file: f}, nil
}

// write adds a line. After one that failed no other is written: it would join the half that
// stands, and the journal would look as if somebody had changed it.
func (j *journal) write(n note) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.failed == nil {
		_, j.failed = j.file.Write(n.line())
	}
	return j.failed
}

// sync has the disk keep every line.
func (j *journal) sync() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.file.Sync()
}

// Close closes the journal, which stays.
func (j *journal) Close() error { return j.file.Close() }
