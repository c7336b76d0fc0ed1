package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/batch"
	"expunge/petition/files"
	"expunge/petition/packet"
)

// verifyOptions is what verify acts on.
type verifyOptions struct {
	session
	dir    string
	inputs []string
}

const verifyHelp = `Verify compares a packet with its receipt: every file the receipt lists, byte for byte, and
what else stands in the folder; a checklist that was added to it is compared with the list in
checklist.json. DIR is the folder of a packet, or a folder of packets; then every folder in it
that has a receipt is compared. It says when a packet was made by another version of the
program or under another edition of the law. Of a batch folder it also says whether the run
came to its end, whether the manifest, the summaries, problems.csv and the volumes are as the
run wrote them, and which packets are missing. What an interrupted run was in the middle of
writing is named as its leftover, with what to do about it.

With INPUT, the case files the packets were made from or the clients files (CSV, XLSX), it
also compares the input, and assesses each case again as of the day of the receipt, with the
enactments held back that the receipt names: the findings must be the same. A batch folder
needs every file that batch was given: the clients file, and the one with the mended rows.

It prints a line for each packet, and exactly what differs. The exit code is 0 when nothing
does, 3 when something does. A receipt shows what changed since it was made, not who made it.`

func newVerify(a *app, run func(context.Context, verifyOptions) error) *cobra.Command {
	var o verifyOptions
	cmd := &cobra.Command{
		Use:   "verify DIR [INPUT...]",
		Short: "Compare packets with their receipts",
		Long:  verifyHelp,
		Example: `  expunge verify packets/CLINIC-0042
  expunge verify packets/CLINIC-0042 case.yaml
  expunge verify packets
  expunge verify packets *.yaml --json
  expunge verify saturday clients.csv mended.csv`,
		Args: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(args) == 0:
				return usage("for example: expunge verify packets", "verify needs the folder of a packet")
			case cmd.Flags().Changed("as-of"):
				return usage("leave out --as-of", "verify goes by the as-of date of each receipt")
			}
			return nil
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return nil, cobra.ShellCompDirectiveFilterDirs
			}
			return caseFiles(cmd, args, typed)
		},
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.dir, o.inputs = s, args[0], args[1:]
			return run(cmd.Context(), o)
		}),
	}
	bindKeys(cmd)
	return cmd
}

// verified is a packet with what its comparison found.
type verified struct {
	dir     string
	err     error // the receipt cannot be read
	receipt packet.Receipt
	files   []files.Compared
	input   *input       // nil when none was given for it
	entry   *batch.Entry // of the manifest, if there is one
	changed []packet.Changed
	notes   []string
}

// verify compares every packet of the folder.
func (a *app) verify(ctx context.Context, o verifyOptions) error {
	dirs, whole, err := a.packetFolders(o.dir)
	if err != nil {
		return err
	}
	leftovers, err := a.leftovers(o.dir, dirs)
	if err != nil {
		return err
	}
	if len(dirs)+len(leftovers) == 0 && whole == nil {
		return usage("name the folder of a packet, or a folder of packets", "%s holds no receipt", printable(o.dir))
	}
	named := slices.IndexFunc(o.inputs, func(name string) bool { return !isClients(name) })
	inputs, err := a.read(ctx, o.session, slices.DeleteFunc(slices.Clone(o.inputs), isClients))
	if err != nil {
		return err
	}
	clients, err := a.readClients(ctx, o.session, slices.DeleteFunc(slices.Clone(o.inputs), func(name string) bool { return !isClients(name) }))
	if err != nil {
		return err
	}
	var packets []verified
	for _, dir := range dirs {
		v, err := a.compare(dir)
		if err != nil {
			return err
		}
		packets = append(packets, v)
	}
	left := give(packets, clients)
	strays := a.pair(packets, inputs, o.session)
	var codes []int
	if whole == nil && !a.hasReceipt(o.dir) {
		strays = append(strays, left...)
	}
	if whole != nil {
		whole.judge(packets, left, len(o.inputs) > 0 && named < 0)
		if err := a.tellFolder(*whole, o); err != nil {
			return err
		}
		if !whole.ok() {
			codes = append(codes, exitProblems)
		}
	}
	for i := range packets {
		if ctx.Err() != nil {
			return errInterrupted
		}
		if err := packets[i].judge(a, o.today); err != nil {
			return err
		}
		if err := a.tell(packets[i], o); err != nil {
			return err
		}
		if !packets[i].ok() {
			codes = append(codes, exitProblems)
		}
	}
	for _, l := range leftovers {
		codes = append(codes, exitProblems)
		if err := a.tellLeftover(l, whole != nil, o); err != nil {
			return err
		}
	}
	for _, in := range strays {
		codes = append(codes, exitProblems)
		a.say("%s: no packet in %s was made from this case", printable(in.name), printable(o.dir))
	}
	return ended(codes...)
}

// packetFolders lists the folders that have a receipt: the folder itself, or those in it. A
// batch folder is told of as a whole besides.
func (a *app) packetFolders(dir string) ([]string, *verifiedBatch, error) {
	info, err := os.Stat(a.streams.path(dir))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil, usage("name the folder that \"expunge packet\" printed", "there is no folder %s", printable(dir))
	case err != nil:
		return nil, nil, machine(err, "")
	case !info.IsDir():
		return nil, nil, usage("name the folder it stands in", "%s is a file, not the folder of a packet", printable(dir))
	case files.IsUnfinished(filepath.Base(dir)):
		return nil, nil, nil
	case a.hasReceipt(dir):
		return []string{filepath.Clean(dir)}, nil, nil
	}
	var whole *verifiedBatch
	folder, ok, err := batch.Inspect(a.streams.path(dir))
	var place *files.PlaceError
	switch {
	case errors.As(err, &place):
		return nil, nil, &exitError{code: exitProblems, message: fmt.Sprintf("%s is %s, not %s", printable(place.Path), place.Is, place.Want), hint: "move it away; batch writes it again"}
	case err != nil:
		return nil, nil, machine(err, "")
	}
	if ok {
		whole = &verifiedBatch{dir: filepath.Clean(dir), folder: folder}
	}
	entries, err := os.ReadDir(a.streams.path(dir))
	if err != nil {
		return nil, nil, machine(err, "")
	}
	var out []string
	for _, e := range entries {
		if at := filepath.Join(dir, e.Name()); e.IsDir() && !files.IsUnfinished(e.Name()) && a.hasReceipt(at) {
			out = append(out, at)
		}
	}
	return out, whole, nil
}

func (a *app) hasReceipt(dir string) bool {
	_, err := os.Lstat(filepath.Join(a.streams.path(dir), files.ReceiptName))
	return err == nil
}

// compare compares one folder with its receipt.
func (a *app) compare(dir string) (verified, error) {
	v := verified{dir: dir}
	path := a.streams.path(dir)
	b, err := files.ReadPlain(filepath.Join(path, files.ReceiptName), files.MostReceipt)
	var place *files.PlaceError
	switch {
	case errors.As(err, &place):
		v.err = fmt.Errorf("it is %s, not %s", place.Is, place.Want)
		return v, nil
	case err != nil:
		return v, machine(err, "")
	}
	if v.receipt, v.err = packet.ReadReceipt(b); v.err != nil {
		return v, nil
	}
	v.files, err = files.Compare(path, v.receipt.Files)
	return v, machine(err, "")
}

// pair gives each packet its input: the one with the digest of the receipt, else the one
// whose folder has the packet's name, else, of one packet and one input, that. The rest
// is returned.
func (a *app) pair(packets []verified, inputs []input, s session) []input {
	rest := match(packets, inputs, func(v verified, in input) bool { return v.receipt.InputSHA256 == in.digest })
	rest = match(packets, rest, func(v verified, in input) bool {
		folder, err := a.folder(in, s)
		return err == nil && strings.EqualFold(filepath.Base(v.dir), filepath.Base(folder))
	})
	alone := len(packets) == 1 && len(inputs) == 1
	return match(packets, rest, func(verified, input) bool { return alone })
}

// match gives each input to the first packet without one that it belongs to, and returns
// those that belong to none.
func match(packets []verified, inputs []input, belongs func(verified, input) bool) (rest []input) {
	for _, in := range inputs {
		at := slices.IndexFunc(packets, func(v verified) bool { return v.input == nil && belongs(v, in) })
		if at < 0 {
			rest = append(rest, in)
			continue
		}
		packets[at].input = &in
	}
	return rest
}

// judge compares the input and what came of it, and notes what is worth knowing.
func (v *verified) judge(a *app, today petition.Date) error {
	if v.err != nil {
		return nil
	}
	v.note(a)
	if err := v.listed(a); err != nil || v.input == nil {
		return err
	}
	asOf, err := petition.ParseDate(v.receipt.AsOf)
	if err != nil {
		return nil // ReadReceipt refuses such a receipt
	}
	v.input.problems = v.input.record.Check(petition.Latest(asOf, today))
	switch {
	case len(v.input.problems) == 0:
		v.changed = v.receipt.Changes(v.input.record.Case)
	case v.entry != nil && v.input.digest != v.receipt.InputSHA256:
		v.notes = append(v.notes, "the packet was made from other rows than these; give the file with the mended rows, too")
	}
	return nil
}

// listed compares the receipt itself with the manifest of its batch, which lists it among
// the files: who alters a paper may alter its receipt.
func (v *verified) listed(a *app) error {
	if v.entry == nil {
		return nil
	}
	compared, err := files.Compare(a.streams.path(v.dir), v.entry.Files)
	if err != nil {
		return machine(err, "")
	}
	for _, c := range compared {
		if c.Name == files.ReceiptName && c.Standing == files.Changed {
			v.files = append(v.files, c)
		}
	}
	return nil
}

// ok reports that nothing differs. What is noted alone is no difference.
func (v verified) ok() bool {
	inputOK := v.input == nil || (v.input.digest == v.receipt.InputSHA256 && len(v.input.problems) == 0)
	return v.err == nil && inputOK && len(v.changed) == 0 &&
		!slices.ContainsFunc(v.files, func(f files.Compared) bool { return f.Standing != files.Same })
}

func chargeWords(c packet.ReceiptCharge) string {
	if c.Status == "" {
		return "no such charge"
	}
	return fmt.Sprintf("%s by %s", c.Status.Words(), c.Pathway)
}
