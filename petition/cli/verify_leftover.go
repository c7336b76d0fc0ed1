package cli

import (
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"expunge/petition/files"
	"expunge/rules"
)

// leftover is what stands in a folder under the name of something unfinished: what a run that
// was interrupted was in the middle of writing, or one that is at work.
type leftover struct {
	path   string
	folder bool
}

// leftovers lists those of a folder: the folder itself, or what is in it, but not in that of a
// packet, whose comparison names them.
func (a *app) leftovers(dir string, packets []string) ([]leftover, error) {
	dir = filepath.Clean(dir)
	switch {
	case files.IsUnfinished(filepath.Base(dir)):
		return []leftover{{dir, true}}, nil
	case slices.Contains(packets, dir):
		return nil, nil
	}
	entries, err := os.ReadDir(a.streams.path(dir))
	if err != nil {
		return nil, machine(err, "")
	}
	var out []leftover
	for _, e := range entries {
		if files.IsUnfinished(e.Name()) && e.Type()&fs.ModeSymlink == 0 {
			out = append(out, leftover{filepath.Join(dir, e.Name()), e.IsDir()})
		}
	}
	return out, nil
}

// leftoverWords names the kind. What to do about it depends on what it is: no command may be
// told that would take the packets along.
const leftoverWords = "leftover of an interrupted run"

func (l leftover) remedy(inBatch bool) string {
	switch {
	case inBatch:
		return "run batch again, which removes it"
	case l.folder:
		return "when no run is at work, remove it with: expunge purge " + l.path
	default:
		return "when no run is at work, remove it"
	}
}

type jsonLeftover struct {
	Schema     string `json:"schema"`
	Program    string `json:"program"`
	LawEdition string `json:"law_edition"`
	Path       string `json:"path"`
	OK         bool   `json:"ok"`
	Error      string `json:"error"`
	Hint       string `json:"hint"`
}

// verifyLeftoverSchema names the shape of what verify --json prints of a leftover.
const verifyLeftoverSchema = "expunge/verify-leftover/1"

// tellLeftover prints that something is a leftover, and what to do.
func (a *app) tellLeftover(l leftover, inBatch bool, o verifyOptions) error {
	if o.json {
		return a.encode(jsonLeftover{verifyLeftoverSchema, a.program(), rules.Edition, l.path, false, leftoverWords, l.remedy(inBatch)})
	}
	p := &page{}
	p.line(0, "%s: %s", l.path, leftoverWords)
	p.line(2, "%s", l.remedy(inBatch))
	_, err := io.WriteString(a.streams.Out, p.String())
	return err
}
