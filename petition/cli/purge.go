package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
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
removes them too), files listed without a digest to know them by, files nobody of ours made,
and links, which it never follows. Folders that come out empty go as well. Case files and
clients files are not touched. A purge that was broken off is finished by the same command.

It says what goes by kind and count before it asks, and again when it is done, then with the
path of each file below DIR, as a record; --json has the paths, too. The folder of a packet
that may be called after a person is counted there and not named.

DIR may also be what an interrupted run left of one packet (.tmp-CLINIC-0042-123), when no run
is at work.

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
		Example: `  expunge purge packets --dry-run
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
	if p.Packets == 0 && len(p.Remove) == 0 && len(p.Folders) == 0 {
		return a.nothingToPurge(dir, p, o)
	}
	if o.dryRun || len(p.Remove) == 0 && len(p.Folders) == 0 {
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
		return errors.Join(machine(err, ""), a.tellPurge(p, removed, o))
	}
	if p.Tidy() && !o.confidential {
		_ = p.Close() // some systems let nobody remove a folder that is open
		_ = os.Remove(dir)
	}
	return a.tellPurge(p, removed, o)
}

// nothingToPurge is a folder in which nothing is known to be ours. An empty one is what a
// purge leaves that was broken off at its very end, or what somebody made: nothing tells
// which, so it stays.
func (a *app) nothingToPurge(dir string, p *files.Purge, o purgeOptions) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return machine(err, "")
	}
	if len(entries) == 0 {
		a.say("%s is empty; the folder itself stays, as nothing tells whose it is", printable(o.dir))
		return a.tellPurge(p, nil, o)
	}
	return usage("name the folder that \"expunge packet\" or \"expunge batch\" printed", "%s holds nothing that a receipt, a checklist.json or a manifest of expunge lists", printable(o.dir))
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
	last, err := gather(dir, p)
	if err != nil {
		return nil, errors.Join(err, p.Close())
	}
	p.Sort(packet.IsConfidential, last...)
	return p, nil
}

// gather adds what is ours to a purge, and returns the files that go last.
func gather(dir string, p *files.Purge) (last []string, err error) {
	if files.IsUnfinished(filepath.Base(dir)) {
		return nil, p.Unfinished()
	}
	single, err := p.Folder(".")
	if err != nil || single {
		return nil, err
	}
	known, last, err := batch.Purge(dir, p)
	if err != nil {
		return nil, err
	}
	return last, p.Beside(known...)
}

// cannotPurge says why a folder cannot be looked at.
func (a *app) cannotPurge(err error, o purgeOptions) error {
	var place *files.PlaceError
	var busy *batch.BusyError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return usage("name the folder that \"expunge packet\" or \"expunge batch\" printed", "there is no folder %s", printable(o.dir))
	case errors.As(err, &place):
		hint := "name the folder itself; links are never followed"
		if place.Path != a.streams.path(o.dir) {
			hint = "move it away, and run purge again"
		}
		return usage(hint, "%s is %s, not %s", printable(place.Path), place.Is, place.Want)
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
