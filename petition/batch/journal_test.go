package batch

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// full is a file whose disk has room for half a line, and for all again a moment later.
type full struct {
	*os.File
	freed bool
}

var errFull = errors.New("no space left")

func (f *full) Write(b []byte) (int, error) {
	if f.freed {
		return f.File.Write(b)
	}
	f.freed = true
	n, err := f.File.Write(b[:len(b)/2])
	return n, errors.Join(errFull, err)
}

// TestAHalfLineOfTheJournalIsItsLast has two workers write when the disk is full: what the
// second adds would make of the half a line that nobody wrote.
func TestAHalfLineOfTheJournalIsItsLast(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, hidden), 0o700); err != nil {
		t.Fatal(err)
	}
	j, err := openJournal(dir, Head{Schema: headSchema}, &memory{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = j.Close() }()
	j.file = &full{File: j.file.(*os.File)}
	for _, id := range []string{"A-1", "A-2", "A-3"} {
		if err := j.write(note{Begun: id}); !errors.Is(err, errFull) {
			t.Errorf("%s: %v", id, err)
		}
	}
	m, err := recall(dir)
	if err != nil || m.altered || len(m.begun) > 0 {
		t.Errorf("altered %v, begun %v: %v", m.altered, m.begun, err)
	}
}
