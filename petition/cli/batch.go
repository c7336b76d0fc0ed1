package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/batch"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/packet"
)

// batchOptions is what batch acts on.
type batchOptions struct {
	session
	file     string
	asOf     petition.Date // zero when none was given
	only     []string
	county   string
	shard    intake.Shard
	names    bool
	combined bool
	dryRun   bool
}

const batchHelp = `Batch reads a clients file, CSV or an Excel workbook, and writes a packet for each case into a
folder of its own. Rows with the same case id are one case; "expunge template clients" shows
the columns, and columns: in expunge.yaml maps a clinic's own headers.

Rows that cannot be used do not stop the others. They go to problems.csv with their cells
unchanged and the reason beside them; mend them in a copy with another name, which verify
asks for later, and give the copy to batch with the same folder, and with --combined if the
first run had it: the mended cases then come in combined-002.pdf. Or mend the clients file.
A row that is no client, such as one of totals, is removed from the clients file itself.

At the end the folder holds manifest.jsonl (what became of each case, for programs),
summary.csv (a line for each charge), summary.pdf (who can file today, who needs one paper,
who waits until when) and, when there are any, problems.csv. Names stand in the packets, in
the files of --combined and in problems.csv; with --names in the two summaries too.

It can be stopped at any moment and run again: it makes what is left, and again what was made
from other facts or settings. A file that someone changed since is never overwritten; it
stays, or is kept as NAME.edited-1. problems.csv itself may be given back where it stands, but
then no file has the mended rows any more, and verify cannot compare their packets. After a
power cut run it again, even if it had come to its end: packets of the last seconds may be
gone or empty, and are made anew. The folder keeps the as-of date, the law edition and the
version of the program of its first run; --force makes everything again.

--combined adds combined-001.pdf and so on: all papers in the order of the clients file, a
separator sheet before each case, every paper on a sheet of its own when printed on both
sides, at most 100 cases to a file. The confidential sheets are not in them. Cases that are
in none of them yet are added in further files; a run of fewer cases does not replace them.

With --encrypt-to, or encrypt: in the settings, each confidential.pdf becomes
confidential.pdf.age. The clients file and problems.csv hold what they held and stay plain.

--shard K/N does the K-th of N parts, for several machines. Give each part a folder of its
own; the manifests together have the lines that one run would write, in another order. Each
part reads the whole file, to find people who are in it twice: the limit of 200,000 rows holds
for all parts together.`

func newBatch(a *app, run func(context.Context, batchOptions) error) *cobra.Command {
	var o batchOptions
	var shard string
	cmd := &cobra.Command{
		Use:   "batch CLIENTS",
		Short: "Write the packets of a spreadsheet of clients",
		Long:  batchHelp,
		Example: `  expunge template clients > clients.csv
  expunge batch clients.csv --dry-run
  expunge batch clients.csv -o saturday --combined
  expunge batch mended.csv -o saturday --combined
  expunge batch clients.csv -o checklists --only checklist --county Hinds`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("for example: expunge batch clients.csv; \"-\" reads standard input", "batch takes one clients file")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"csv", "xlsx"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			if err := o.sane(cmd, shard); err != nil {
				return err
			}
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.file = s, args[0]
			if cmd.Flags().Changed("as-of") {
				o.asOf = s.asOf
			}
			if err := somethingToWrite(o.only, s.settings.Formats); err != nil {
				return err
			}
			return run(cmd.Context(), o)
		}),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.BoolVar(&o.dryRun, "dry-run", false, "say what would be made, and write nothing")
	f.StringSliceVar(&o.only, "only", nil, "write only these `PAPERS`: "+strings.Join(packet.Papers(), ","))
	f.StringVar(&o.county, "county", "", "do only cases with a charge in this `COUNTY`")
	f.BoolVar(&o.names, "names", false, "write names into the summaries")
	f.BoolVar(&o.combined, "combined", false, "also gather all papers for printing on both sides")
	f.StringVar(&shard, "shard", "", "do only the part `K/N` of the cases, for several machines")
	_ = cmd.RegisterFlagCompletionFunc("only", completeList(packet.Papers()))
	_ = cmd.RegisterFlagCompletionFunc("county", cobra.NoFileCompletions)
	_ = cmd.RegisterFlagCompletionFunc("shard", cobra.NoFileCompletions)
	bindLock(cmd, "confidential sheets")
	return cmd
}

// sane checks the command's own flags and puts them into their one form.
func (o *batchOptions) sane(cmd *cobra.Command, shard string) error {
	papers := packetOptions{only: o.only}
	if err := papers.sane(cmd); err != nil {
		return err
	}
	o.only = papers.only
	var err error
	if cmd.Flags().Changed("county") && strings.TrimSpace(o.county) == "" {
		return usage("for example: --county Hinds", "--county names no county")
	}
	if o.county, err = county("--county", strings.TrimSpace(o.county)); err != nil {
		return err
	}
	if cmd.Flags().Changed("shard") {
		if o.shard, err = intake.ParseShard(shard); err != nil {
			return usage("write for example --shard 2/8", "--shard: %v", err)
		}
	}
	return nil
}

// batch makes the packets of a clients file and tells what became of them.
func (a *app) batch(ctx context.Context, o batchOptions) error {
	sum := sha256.New()
	table, err := a.table(ctx, o.file, o.settings.Columns, sum)
	if err != nil {
		return err
	}
	watch := a.watch(o.quiet || o.json)
	report, err := batch.Run(ctx, table, a.streams.path(o.settings.Out), batch.Options{
		Program: a.program(), AsOf: o.asOf, Today: o.today, Held: o.settings.Hold, Office: o.settings.Office, Formats: o.settings.Formats,
		Only: o.only, County: o.county, Shard: o.shard, Names: o.names, Combined: o.combined, Force: o.force, DryRun: o.dryRun,
		Lock: o.ring.lock, Watch: watch.see, Source: func() string { return hex.EncodeToString(sum.Sum(nil)) },
	})
	watch.end()
	if err != nil {
		return a.stopped(ctx, err, o)
	}
	if err := a.tellBatch(report, o); err != nil {
		return err
	}
	return ended(codesOf(report)...)
}

// table begins to read a clients file. What is read is written to sum as well.
func (a *app) table(ctx context.Context, name string, columns []intake.Column, sum io.Writer) (*intake.Table, error) {
	if name == "-" {
		name = standardInput
		return intake.ReadTable(name, io.TeeReader(patient{ctx, a.streams.In}, sum), columns)
	}
	if err := a.readable([]string{name}); err != nil {
		return nil, asClients(err)
	}
	file := &whole{lazy: lazy{path: a.streams.path(name)}}
	t, err := intake.ReadTable(name, io.TeeReader(patient{ctx, file}, sum), columns)
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	return t, machine(err, printable(name))
}

// whole is a file that is closed as soon as it is read: problems.csv may be given back to
// the run that will write it anew, and some systems let nobody rename a file that is open.
type whole struct {
	lazy
	ended error
}

func (w *whole) Read(b []byte) (int, error) {
	if w.ended != nil {
		return 0, w.ended
	}
	n, err := w.lazy.Read(b)
	if err != nil {
		w.ended = err
		w.close()
	}
	return n, err
}

// asClients turns a hint about case files into one about clients files.
func asClients(err error) error {
	var e *exitError
	if errors.As(err, &e) && e.code == exitUsage {
		return &exitError{code: e.code, message: strings.Replace(e.message, "not a case file", "not a clients file", 1), hint: "\"expunge template clients\" prints a clients file to start from"}
	}
	return err
}

// stopped turns the end of a run into one with a code and a hint.
func (a *app) stopped(ctx context.Context, err error, o batchOptions) error {
	var table *batch.TableError
	var busy *batch.BusyError
	var kept *batch.KeptError
	switch {
	case ctx.Err() != nil:
		if !o.dryRun {
			a.say("stopped; what is done is kept, and the same command goes on from here")
		}
		return errInterrupted
	case errors.As(err, &table):
		for _, d := range table.Problems {
			a.say("%s", printLines(d.String()))
		}
		why := "the file cannot be understood as a whole"
		if table.Problems[0].Code == "table.empty" {
			why = "there is nothing to do"
		}
		return &exitError{code: exitProblems, message: printable(o.file) + ": " + why + "; nothing was written"}
	case errors.As(err, &busy):
		return usage("wait for it to end, or choose another folder with --out", "%s", printable(busyText(busy, o)))
	case errors.As(err, &kept):
		hint := "choose a new folder with --out, or make everything in this one again with --force"
		if kept.What == "as-of date" {
			hint = fmt.Sprintf("leave out --as-of to keep to %s, ", printable(kept.Kept)) + hint
		}
		return usage(hint, "%s keeps the %s %s, and this run has %s", printable(o.settings.Out), kept.What, printable(kept.Kept), printable(kept.Now))
	default:
		return writing(err, o.session.asOf)
	}
}

func busyText(e *batch.BusyError, o batchOptions) string {
	e = &batch.BusyError{Dir: o.settings.Out, Process: e.Process}
	return e.Error()
}

// codesOf are the ends of the cases.
func codesOf(r batch.Report) []int {
	var out []int
	for _, f := range r.Failures {
		out = append(out, codeOf(failure(f.Err)))
	}
	if r.Withheld() || len(r.Problems) > 0 {
		out = append(out, exitWithheld)
	}
	return out
}

// failure is why a packet was not made, with its code.
func failure(err error) error {
	var exists *files.ExistsError
	var place *files.PlaceError
	if errors.As(err, &exists) || errors.As(err, &place) {
		return &exitError{code: exitUsage, cause: err}
	}
	return machine(err, "")
}
