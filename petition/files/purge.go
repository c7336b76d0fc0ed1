package files

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Purge is what a folder holds of ours, to be removed, and what it holds beside that. It
// looks at one folder through [os.Root], so that nothing outside of it is ever reached, and
// follows no link within it. Paths are relative to the folder, with slashes.
type Purge struct {
	Remove  []string // files, in the order they go: what names people first, what lists them last
	Folders []string // that go too if they come out empty, the innermost first
	Packets int
	Kept    int // listed files that stay: they were changed, or there is no digest to know them by
	Left    []Left

	dir     string
	root    *os.Root
	held    []*os.File // what dead runs left
	choice  Choice
	refused map[string]string // lists that are not read, by their paths, and why
	moved   map[string]string // folders that [Purge.Run] is emptying, and what they are called meanwhile
}

// Left is something that stays, and why.
type Left struct {
	Path string `json:"path"`
	Why  string `json:"why"`
}

// Choice says what to remove.
type Choice struct {
	Wanted  func(name string) bool // nil for every file
	Changed bool                   // also files that were changed since they were written
}

// OpenPurge opens a folder. The error is a [PlaceError] when the folder is a link or no
// folder at all.
func OpenPurge(dir string, c Choice) (*Purge, error) {
	dir = filepath.Clean(dir)
	info, err := os.Lstat(dir)
	switch {
	case err != nil:
		return nil, err
	case !info.IsDir():
		return nil, &PlaceError{Path: dir, Is: kind(info), Want: "a folder"}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	return &Purge{dir: dir, root: root, choice: c, refused: map[string]string{}, moved: map[string]string{}}, nil
}

// Close gives the folder up.
func (p *Purge) Close() error {
	for _, f := range p.held {
		_ = f.Close()
	}
	p.held = nil
	return p.root.Close()
}

// dead takes what a dead run left, until the purge is closed. It leaves what a living run is
// writing, and what the system cannot tell from that.
func (p *Purge) dead(name string, folder bool) bool {
	f := claim(p.root, name, folder)
	if f == nil {
		p.leave(name, inWork)
		return false
	}
	p.held = append(p.held, f)
	return true
}

// wanted reports whether a file is among those to remove.
func (p *Purge) wanted(name string) bool { return p.choice.Wanted == nil || p.choice.Wanted(name) }

// everything reports whether whole packets are to go.
func (p *Purge) everything() bool { return p.choice.Wanted == nil }

func (p *Purge) leave(name, why string) {
	if refused, ok := p.refused[name]; ok {
		why = refused
	}
	p.Left = append(p.Left, Left{name, why})
}

// Why something stays.
const (
	notOurs     = "nothing of expunge lists it"
	wasChanged  = "changed since it was written"
	noDigest    = "listed without a digest to know it by; look at it, and remove it by hand if it is yours"
	tooLarge    = "larger than any file of expunge"
	listsMore   = "it lists what was left"
	noReceipt   = "a folder without a receipt"
	notRead     = "a folder that cannot be read"
	inWork      = "another run may be writing it"
	notPlain    = "not a plain file"
	notWhatItIs = "not a plain folder"
)

// Folder adds the packet in dir, "." for the folder itself, and what was added beside it, and
// also files that something else lists. It reports whether there is a list of ours: a
// receipt, or the list of what was added.
func (p *Purge) Folder(dir string, also ...Sum) (bool, error) {
	sums, listed := map[string][]string{}, map[string]bool{}
	var lists, names []string
	all := slices.Clone(also)
	for _, list := range []string{ReceiptName, ListName} {
		if r, ok := p.list(dir, list); ok {
			lists, listed[list] = append(lists, list), true
			all = append(all, r.Files...)
		}
	}
	for _, sum := range all {
		if plain(sum.Name) && sum.Name != ReceiptName && sum.Name != ListName {
			if !listed[sum.Name] {
				names, listed[sum.Name] = append(names, sum.Name), true
			}
			sums[sum.Name] = append(sums[sum.Name], sum.SHA256)
		}
	}
	if len(lists) == 0 {
		return false, nil
	}
	p.Packets++
	left := p.Kept
	for _, name := range names {
		if err := p.Listed(path.Join(dir, name), sums[name]...); err != nil {
			return true, err
		}
	}
	entries, err := p.entries(dir)
	if err != nil {
		return true, err
	}
	for _, e := range entries {
		if !listed[e.Name()] {
			p.beside(dir, e, listed)
		}
	}
	p.close(dir, lists, p.Kept > left)
	return true, nil
}

// close adds the lists of a folder, and the folder: not while something they list stays, so
// that with them the rest can be removed later.
func (p *Purge) close(dir string, lists []string, left bool) {
	if !p.everything() {
		return
	}
	for _, list := range lists {
		if left {
			p.leave(path.Join(dir, list), listsMore)
		} else {
			p.Remove = append(p.Remove, path.Join(dir, list))
		}
	}
	if !left {
		p.Folders = append(p.Folders, dir)
	}
}

// beside looks at what stands in a packet's folder and is not in its receipt.
func (p *Purge) beside(dir string, e fs.DirEntry, listed map[string]bool) {
	name := path.Join(dir, e.Name())
	switch {
	case e.Type().IsRegular() && (IsUnfinished(e.Name()) || halfWritten(e.Name(), listed)):
		if (p.everything() || p.wanted(strings.TrimPrefix(strings.TrimPrefix(e.Name(), "."), "tmp-"))) && p.dead(name, false) {
			p.Remove = append(p.Remove, name)
		}
	case p.everything() || p.wanted(e.Name()):
		p.leave(name, notOurs)
	}
}

// halfWritten reports whether a name is that of a listed file on its way: the name hidden
// and digits after it.
func halfWritten(name string, listed map[string]bool) bool {
	hidden, ok := strings.CutPrefix(name, ".")
	return ok && listed[strings.TrimRight(hidden, "0123456789")]
}

// tempName is the name of what an interrupted run was in the middle of writing.
// The screening of an older release named nothing.
var tempName = regexp.MustCompile(`^\.tmp-(.+-)?[0-9]+$`)

// IsUnfinished reports whether a name is that of a file or a folder that a run is in the
// middle of writing, or was when it was stopped.
func IsUnfinished(name string) bool { return tempName.MatchString(name) }

// Beside adds the packets in the folders of the folder, and what interrupted runs left
// there; all else in it is left, but for the names given, which were looked at already.
func (p *Purge) Beside(known ...string) error {
	entries, err := p.entries(".")
	if err != nil {
		return err
	}
	for _, e := range entries {
		switch {
		case slices.Contains(known, e.Name()):
		case e.IsDir() && IsUnfinished(e.Name()):
			err = p.temp(e.Name())
		case e.IsDir():
			var ours bool
			if ours, err = p.Folder(e.Name()); err == nil && !ours {
				p.stranger(e.Name())
			}
		case e.Type().IsRegular() && IsUnfinished(e.Name()):
			if p.everything() && p.dead(e.Name(), false) {
				p.Remove = append(p.Remove, e.Name())
			}
		case p.everything():
			p.leave(e.Name(), notOurs)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// stranger leaves a folder that lists nothing, or names the lists in it that are not read. Of
// a folder that cannot be opened nobody knows whether there are any.
func (p *Purge) stranger(dir string) {
	if !p.everything() {
		return
	}
	entries, err := p.entries(dir)
	why := noReceipt
	for _, list := range []string{ReceiptName, ListName} {
		name := path.Join(dir, list)
		switch {
		case p.refused[name] == "":
		case slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == list }):
			why = ""
			p.leave(name, notOurs)
		case err != nil && why != "":
			why = notRead
		}
	}
	if why != "" {
		p.leave(dir, why)
	}
}

// Unfinished adds all that is in the folder, which is what [IsUnfinished] knows by its name.
func (p *Purge) Unfinished() error { return p.temp(".") }

// temp adds a folder that was being written: plain files alone.
func (p *Purge) temp(dir string) error {
	entries, err := p.entries(dir)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !e.Type().IsRegular() }) {
		p.leave(dir, notWhatItIs)
		return nil
	}
	if !p.dead(dir, true) {
		return nil
	}
	for _, e := range entries {
		if p.wanted(e.Name()) {
			p.Remove = append(p.Remove, path.Join(dir, e.Name()))
		}
	}
	if p.everything() {
		p.Folders = append(p.Folders, dir)
	}
	return nil
}

// Hidden adds the files of a folder that holds what the program alone reads, and the
// folder. The lock in it is for its holder to remove; the lists of what stands beside it
// stay while something they list does.
func (p *Purge) Hidden(dir, lock string, listed bool, lists ...string) error {
	if !p.everything() {
		return nil
	}
	info, err := p.root.Lstat(dir)
	switch {
	case absentPath(err):
		return nil
	case err != nil:
		return p.named(err, dir)
	case !info.IsDir():
		p.leave(dir, notWhatItIs)
		return nil
	}
	entries, err := p.entries(dir)
	if err != nil {
		return err
	}
	stays := false
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		list := slices.Contains(lists, e.Name())
		switch {
		case e.Name() == lock && e.Type().IsRegular():
			continue
		case list && listed:
			p.leave(name, listsMore)
		case e.Type().IsRegular() && (list || IsUnfinished(e.Name())):
			p.Remove = append(p.Remove, name)
			continue
		default:
			p.leave(name, notOurs)
		}
		stays = true
	}
	if !stays {
		p.Folders = append(p.Folders, dir)
	}
	return nil
}

// Bare are the folders that go and hold no file that does: what an interrupted run or purge
// left of them.
func (p *Purge) Bare() []string {
	full := map[string]bool{}
	for _, name := range p.Remove {
		full[path.Dir(name)] = true
	}
	var out []string
	for _, dir := range p.Folders {
		if !full[dir] {
			out = append(out, dir)
		}
	}
	return out
}

// Sort puts the files that first reports first, keeps the rest in order, and puts what
// lists the others last, so that a purge that was broken off can be taken up.
func (p *Purge) Sort(first func(name string) bool, last ...string) {
	rank := func(name string) int {
		switch {
		case first(path.Base(name)):
			return 0
		case slices.Contains(last, name):
			return 3
		case path.Base(name) == ReceiptName, path.Base(name) == ListName:
			return 2
		default:
			return 1
		}
	}
	slices.SortStableFunc(p.Remove, func(a, b string) int { return rank(a) - rank(b) })
}
