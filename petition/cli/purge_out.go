package cli

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"expunge/petition"
	"expunge/petition/files"
)

// counter is the number that tells papers of one kind apart.
var counter = regexp.MustCompile(`-[0-9]+(\.[a-z.]+)$`)

// halfWritten is what purge calls a file that an interrupted run was writing.
const halfWritten = "half written"

// realNames counts files by their names. What the program keeps for itself is named with its
// hidden folder, so that it can be found.
func realNames(removed []string) map[string]int {
	count := map[string]int{}
	for _, name := range removed {
		dir, base := path.Split(name)
		switch {
		case strings.HasPrefix(base, "."), strings.HasPrefix(path.Base(dir), ".tmp-"):
			base = halfWritten
		case strings.HasPrefix(dir, "."):
			base = name
		}
		count[base]++
	}
	return count
}

// purgedKind is a line of what purge tells: files that differ in a number alone.
type purgedKind struct {
	first, last string
	count       int
}

// kinds gathers names by what they are: "petition.docx to petition-2.docx".
func kinds(removed []string) []purgedKind {
	count := realNames(removed)
	all := map[string]*purgedKind{}
	names := slices.SortedFunc(maps.Keys(count), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b)) // 2 before 10
	})
	for _, name := range names {
		key := counter.ReplaceAllString(name, "$1")
		if all[key] == nil {
			all[key] = &purgedKind{first: name}
		}
		all[key].last, all[key].count = name, all[key].count+count[name]
	}
	var out []purgedKind
	for _, key := range slices.Sorted(maps.Keys(all)) {
		out = append(out, *all[key])
	}
	return out
}

func (k purgedKind) String() string {
	if k.first == k.last {
		return k.first
	}
	return k.first + " to " + k.last
}

// described are the files that can be named in a record of what was removed, by their paths, and the
// number of the rest. The folder of a packet has the case id for its name, or, without one, the
// name of the case file, and that may be a person's: one that does not look like an id that an
// office gives out is counted alone. What is left is named all the same: it has to be found.
func described(names []string) (paths []string, unnamed int) {
	for _, name := range slices.Sorted(slices.Values(names)) {
		if dir := path.Dir(name); dir == "." || strings.HasPrefix(dir, ".") && !files.IsUnfinished(dir) || givenOut(dir) {
			paths = append(paths, name)
		} else {
			unnamed++
		}
	}
	return paths, unnamed
}

// givenOut reports whether the name of a folder, be it one half written, looks like an id.
func givenOut(dir string) bool {
	if files.IsUnfinished(dir) {
		dir = strings.TrimPrefix(dir, ".tmp-")
		dir = dir[:strings.LastIndex(dir, "-")]
	}
	return petition.LooksGivenOut(dir) && !petition.LooksLikeSSN(dir)
}

// listPurge names each file for a record of what was removed.
func listPurge(names []string, verb string, o purgeOptions) string {
	page := &page{}
	paths, unnamed := described(names)
	if len(paths) > 0 {
		page.line(0, "%s: %s, by path:", o.dir, verb)
	}
	for _, name := range paths {
		page.line(2, "%s", name)
	}
	if unnamed > 0 {
		page.line(0, "%s: %s, not named as the folders may be called after people: %d", o.dir, verb, unnamed)
	}
	return page.String()
}

// describePurge is what purge prints for people.
func describePurge(p *files.Purge, names []string, verb string, o purgeOptions) string {
	page := &page{}
	page.line(0, "%s: %s: %s of %s", o.dir, verb, counted(len(names), "file"), counted(p.Packets, "packet"))
	for _, kind := range kinds(names) {
		page.line(2, "%-37s %d", kind, kind.count)
	}
	if n := len(p.Bare()); n > 0 {
		page.line(2, "%-37s %d", "empty folders of interrupted runs", n)
	}
	if len(p.Left) > 0 {
		page.line(0, "Left as they are: %d", len(p.Left))
		for _, l := range p.Left {
			page.line(2, "%s: %s", filepath.Join(o.dir, filepath.FromSlash(l.Path)), l.Why)
		}
	}
	return page.String()
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// purgeSchema names the shape of what purge --json prints.
const purgeSchema = "expunge/purge/1"

type jsonPurge struct {
	Schema  string         `json:"schema"`
	Program string         `json:"program"`
	Dir     string         `json:"dir"`
	DryRun  bool           `json:"dry_run"`
	Packets int            `json:"packets"`
	Files   int            `json:"files"`         // removed, or to be removed
	Kinds   map[string]int `json:"kinds"`         // by name
	Paths   []string       `json:"paths"`         // below dir
	Unnamed int            `json:"unnamed"`       // files whose folders may be called after people
	Empty   int            `json:"empty_folders"` // that interrupted runs left
	Left    []files.Left   `json:"left"`
}

// tellPurge says what was removed and what was left.
func (a *app) tellPurge(p *files.Purge, removed []string, o purgeOptions) error {
	verb := "removed"
	if o.dryRun {
		verb, removed = "would be removed", p.Remove
	}
	if o.json {
		paths, unnamed := described(removed)
		return a.encode(jsonPurge{purgeSchema, a.program(), o.dir, o.dryRun, p.Packets, len(removed), realNames(removed), filled(paths), unnamed, len(p.Bare()), filled(p.Left)})
	}
	if o.quiet {
		return nil
	}
	text := describePurge(p, removed, verb, o)
	if len(removed) > 0 {
		text = listPurge(removed, verb, o) + text
	}
	if !o.dryRun && len(removed) > 0 {
		more := &page{}
		more.text(0, "Removing is not erasing: on solid-state drives, in backups and in synchronized folders the bytes may stay until they are overwritten. Case files, clients files and copies elsewhere were not touched.")
		text += more.String()
	}
	_, err := io.WriteString(a.streams.Out, text)
	return err
}
