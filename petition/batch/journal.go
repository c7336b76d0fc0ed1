package batch

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"expunge/petition/files"
)

// hidden is the folder in which a batch folder keeps what only the program reads.
const hidden = ".expunge"

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
	// Outputs are the digests of the files beside the folders of the cases, as this program
	// wrote them last, by name. One that differs was changed by someone.
	Outputs map[string]string `json:"outputs"`
}

func journalPath(dir string) string  { return filepath.Join(dir, hidden, "journal.jsonl") }
func headPath(dir string) string     { return filepath.Join(dir, hidden, "folder.json") }
func manifestPath(dir string) string { return filepath.Join(dir, manifestName) }

// note is a line of the journal: its head, a case whose folder is about to be written, or
// one that is done. Settled is one of an earlier run that came to its end.
type note struct {
	Head    *Head  `json:"head,omitempty"`
	Begun   string `json:"begun,omitempty"`
	Done    *Entry `json:"done,omitempty"`
	Settled bool   `json:"settled,omitempty"`
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
	done        map[string]earlier
	order       []string // the cases done, in the order of the manifest
	begun       map[string]bool
}

func (m *memory) add(e Entry, settled bool) {
	if _, again := m.done[e.Case]; !again {
		m.order = append(m.order, e.Case)
	}
	m.done[e.Case] = earlier{e, settled}
}

// recall reads what a folder knows: from the journal of a run that did not come to its
// end, and else from the manifest. A line that was being written when the machine went
// down is passed over.
func recall(dir string) (*memory, error) {
	m := &memory{done: map[string]earlier{}, begun: map[string]bool{}}
	if text, err := os.ReadFile(headPath(dir)); err == nil {
		var h Head
		if json.Unmarshal(text, &h) == nil && h.Schema == headSchema {
			m.head = h
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	text, err := os.ReadFile(journalPath(dir))
	switch {
	case err == nil:
		m.replay(string(text))
		return m, nil
	case !errors.Is(err, fs.ErrNotExist):
		return nil, err
	}
	text, err = os.ReadFile(manifestPath(dir))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for _, e := range readManifest(text) {
		m.add(e, true)
		if m.head.Schema == "" {
			m.head = Head{Schema: headSchema, Program: e.Program, LawEdition: e.LawEdition, AsOf: e.AsOf}
		}
	}
	return m, nil
}

func (m *memory) replay(text string) {
	m.interrupted = true
	for line := range strings.Lines(text) {
		var n note
		if json.Unmarshal([]byte(line), &n) != nil {
			continue
		}
		switch {
		case n.Head != nil && n.Head.Schema == headSchema:
			m.head = *n.Head
		case n.Begun != "":
			m.begun[n.Begun] = true
		case n.Done != nil && n.Done.Schema == ManifestSchema && n.Done.Case != "":
			m.add(*n.Done, n.Settled)
		}
	}
}

// journal is written while a run is at work, a line at a time.
type journal struct {
	mu   sync.Mutex
	file *os.File
}

// openJournal begins the journal of a run with all that the folder knew before. The old
// one stands until the new one is whole.
func openJournal(dir string, h Head, m *memory) (*journal, error) {
	text := encode(note{Head: &h})
	for _, id := range m.order {
		e := m.done[id]
		text = append(text, encode(note{Done: &e.Entry, Settled: e.settled})...)
	}
	for id := range m.begun {
		text = append(text, encode(note{Begun: id})...)
	}
	path := journalPath(dir)
	if err := files.Write(path, text); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		return nil, err
	}
	return &journal{file: f}, nil
}

func (j *journal) write(n note) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	_, err := j.file.Write(encode(n))
	return err
}

// Close closes the journal, which stays.
func (j *journal) Close() error { return j.file.Close() }
