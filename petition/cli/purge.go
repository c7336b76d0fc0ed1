package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"expunge/petition/batch"
	"expunge/petition/files"
	"expunge/petition/packet"
)

// purgeOptions is what purge acts on.
type purgeOptions struct {
	session
	dir          string
	confidential bool
	yes          bool
	dryRun       bool
}

const purgeHelp = `Purge removes the papers that this program wrote: DIR is the folder of a packet, a folder of
packets, or the folder of a batch with its summaries, problems.csv, manifest and journal. It
asks first; --yes answers for a script.

It removes what a receipt, the list of a checklist (checklist.json) or a manifest lists, and
what an interrupted run left half written.
It leaves and lists everything else: files that were changed since they were written (--force
removes them too), files nobody of ours made, and links, which it never follows. Folders that
come out empty go as well. Case files and clients files are not touched.

--confidential removes the confidential sheets alone. A receipt still lists them: verify says
that they are missing, and batch makes them again.

Removing is not erasing. On solid-state drives, in backups, in synchronized folders and in
snapshots the bytes may stay until they are overwritten. Disk encryption, or --encrypt-to when
the papers are made, is what protects them.`

func newPurge(a *app, run func(context.Context, purgeOptions) error) *cobra.Command {
	var o purgeOptions
	cmd := &cobra.Command{
		Use:   "purge DIR",
		Short: "Remove packets and confidential sheets",
		Long:  purgeHelp,
		Example: `  expunge purge packets --dry-run         what would go and what would stay
  expunge purge packets/CLINIC-0042
  expunge purge saturday --confidential --yes`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("for example: expunge purge packets --dry-run", "purge takes one folder")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.dir = s, filepath.Clean(args[0])
			return run(cmd.Context(), o)
		}),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.dryRun, "dry-run", false, "say what would be removed, and remove nothing")
	f.BoolVar(&o.confidential, "confidential", false, "remove the confidential sheets alone")
	f.BoolVar(&o.yes, "yes", false, "remove without asking")
	return cmd
}

// purge removes what the folder holds of ours.
func (a *app) purge(ctx context.Context, o purgeOptions) error {
	if !o.yes && !o.dryRun && !a.interactive(o.session) {
		return usage("look with --dry-run first, then give --yes", "nobody can be asked whether to remove the papers: this is not a terminal, or --no-input was given")
	}
	dir := a.streams.path(o.dir)
	release := func() {}
	if !o.dryRun {
		held, err := batch.Hold(dir)
		if err != nil {
			return a.cannotPurge(err, o)
		}
		release = sync.OnceFunc(held)
		defer release()
	}
	return a.purgeHeld(ctx, dir, release, o)
}

// purgeHeld looks, asks and removes while no batch is at work in the folder.
func (a *app) purgeHeld(ctx context.Context, dir string, release func(), o purgeOptions) error {
	p, err := survey(dir, o)
	if err != nil {
		return a.cannotPurge(err, o)
	}
	defer p.Close() //nolint:errcheck // a folder that was looked at
	if p.Packets == 0 && len(p.Remove) == 0 {
		return usage("name the folder that \"expunge packet\" or \"expunge batch\" printed", "%s holds nothing that a receipt, a checklist.json or a manifest of expunge lists", printable(o.dir))
	}
	if o.dryRun || len(p.Remove) == 0 {
		return a.tellPurge(p, nil, o)
	}
	if !o.yes {
		sure, err := a.sure(ctx, p, o)
		if err != nil || !sure {
			return err
		}
	}
	removed, err := p.Run()
	release()
	if err != nil {
		a.say("%d of %d files were removed before this; the same command goes on from there", len(removed), len(p.Remove))
		return machine(err, "")
	}
	if p.Tidy() && !o.confidential {
		_ = p.Close() // some systems let nobody remove a folder that is open
		_ = os.Remove(dir)
	}
	return a.tellPurge(p, removed, o)
}

// survey finds what is ours in a folder.
func survey(dir string, o purgeOptions) (*files.Purge, error) {
	choice := files.Choice{Changed: o.force}
	if o.confidential {
		choice.Wanted = packet.IsConfidential
	}
	p, err := files.OpenPurge(dir, choice)
	if err != nil {
		return nil, err
	}
	single, err := p.Folder(".")
	if err == nil && !single {
		var known, last []string
		if known, last, err = batch.Purge(dir, p); err == nil {
			err = p.Beside(known...)
		}
		p.Sort(packet.IsConfidential, last...)
	} else {
		p.Sort(packet.IsConfidential)
	}
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	return p, nil
}

// cannotPurge says why a folder cannot be looked at.
func (a *app) cannotPurge(err error, o purgeOptions) error {
	var place *files.PlaceError
	var busy *batch.BusyError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage("name the folder that \"expunge packet\" or \"expunge batch\" printed", "there is no folder %s", printable(o.dir))
	case errors.As(err, &place):
		return usage("name the folder itself; links are never followed", "%s is %s, not %s", printable(place.Path), place.Is, place.Want)
	case errors.As(err, &busy):
		return usage("wait for it to end", "%s", printable((&batch.BusyError{Dir: o.dir, Process: busy.Process}).Error()))
	default:
		return machine(err, "")
	}
}

// sure asks at the terminal. Nothing but yes is yes.
func (a *app) sure(ctx context.Context, p *files.Purge, o purgeOptions) (bool, error) {
	_, _ = io.WriteString(a.streams.Err, describePurge(p, p.Remove, "to remove", o))
	_, _ = fmt.Fprint(a.streams.Err, "Remove them? There is no way back. Type yes: ")
	line, err := bufio.NewReader(patient{ctx, a.streams.In}).ReadString('\n')
	switch {
	case ctx.Err() != nil:
		return false, errInterrupted
	case err != nil && !errors.Is(err, io.EOF):
		return false, machine(err, "standard input cannot be read")
	case strings.EqualFold(strings.TrimSpace(line), "yes"):
		return true, nil
	default:
		a.say("nothing was removed")
		return false, nil
	}
}

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

// describePurge is what purge prints for people.
func describePurge(p *files.Purge, names []string, verb string, o purgeOptions) string {
	page := &page{}
	page.line(0, "%s: %s: %s of %s", o.dir, verb, counted(len(names), "file"), counted(p.Packets, "packet"))
	for _, kind := range kinds(names) {
		page.line(2, "%-37s %d", kind, kind.count)
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
	Files   int            `json:"files"` // removed, or to be removed
	Kinds   map[string]int `json:"kinds"` // by name
	Left    []files.Left   `json:"left"`
}

// tellPurge says what was removed and what was left.
func (a *app) tellPurge(p *files.Purge, removed []string, o purgeOptions) error {
	verb := "removed"
	if o.dryRun {
		verb, removed = "would be removed", p.Remove
	}
	if o.json {
		return a.encode(jsonPurge{purgeSchema, a.program(), o.dir, o.dryRun, p.Packets, len(removed), realNames(removed), filled(p.Left)})
	}
	if o.quiet {
		return nil
	}
	text := describePurge(p, removed, verb, o)
	if !o.dryRun && len(removed) > 0 {
		more := &page{}
		more.text(0, "Removing is not erasing: on solid-state drives, in backups and in synchronized folders the bytes may stay until they are overwritten. Case files, clients files and copies elsewhere were not touched.")
		text += more.String()
	}
	_, err := io.WriteString(a.streams.Out, text)
	return err
}
