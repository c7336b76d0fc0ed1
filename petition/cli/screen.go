package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/screen"
)

// screenOptions is what screen acts on.
type screenOptions struct {
	session
	file  string
	out   string // empty: standard output
	shard intake.Shard
}

const screenHelp = `Screen reads a clients file of any size, CSV or an Excel workbook, also packed with gzip or
zstd, and says of each charge what "expunge check" says: the status, the route, the first safe
day, the court, what decided and what is missing. It writes no papers and no names. The file
is read as a stream, on all processors, in memory that hardly grows with it.

The answers go to standard output, or whole or not at all to -o FILE, in the order of the
file: CSV, a line for each charge (its number in the case from 1), or with --json an object
for each case, as "check --json" prints it but for the reasons. At the end come totals by
status, county and route: on standard error, or on standard output with -o.

All rows of one case must stand together: sort the file by case. A case whose rows stand
apart is never judged on half a record. Its rows, like any that cannot be read, have the
status problem, the codes of what is wrong in the last column ("expunge explain" knows them),
and the exit code is 3. A file is read twice to know of such cases beforehand; a stream ("-")
can be read only once, and what was said of the first rows of such a case is then to be
thrown away.

--shard K/N does the K-th of N parts, the same cases as "batch --shard", for several
machines; the answers of the parts put together are those of the whole.`

func newScreen(a *app, run func(context.Context, screenOptions) error) *cobra.Command {
	var o screenOptions
	var shard string
	cmd := &cobra.Command{
		Use:   "screen RECORDS",
		Short: "Say which charges of a very large file appear eligible",
		Long:  screenHelp,
		Example: `  expunge screen records.csv > answers.csv
  expunge screen records.csv.gz -o answers.csv
  zcat records.csv.gz | expunge screen - --json | grep '"status":"eligible"'
  expunge screen records.csv.zst --shard 2/8 -o part-2.csv`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("for example: expunge screen records.csv; \"-\" reads standard input", "screen takes one clients file")
			}
			return nil
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return []string{"csv", "xlsx", "gz", "zst"}, cobra.ShellCompDirectiveFilterFileExt
		},
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.file = s, args[0]
			if f := cmd.Flags(); f.Changed("out") {
				if o.out, _ = f.GetString("out"); o.out == "" {
					return usage("for example: -o answers.csv", "--out names no file")
				}
			}
			if cmd.Flags().Changed("shard") {
				if o.shard, err = intake.ParseShard(shard); err != nil {
					return usage("write for example --shard 2/8", "--shard: %v", err)
				}
			}
			return run(cmd.Context(), o)
		}),
	}
	cmd.Flags().StringVar(&shard, "shard", "", "do only the part `K/N` of the cases, for several machines")
	_ = cmd.RegisterFlagCompletionFunc("shard", cobra.NoFileCompletions)
	return cmd
}

// Memory is collected when a fifth of what is in use was made since, and 64 MB that are
// never touched, so never taken from the machine, count as in use. Otherwise it would be
// collected all the time while little is in use, and too rarely later.
const (
	leanHeap = 20
	ballast  = 64 << 20
)

// lean keeps memory low until the returned function is called.
func lean() (done func()) {
	weight := make([]byte, ballast)
	before := debug.SetGCPercent(leanHeap)
	return func() {
		debug.SetGCPercent(before)
		runtime.KeepAlive(weight)
	}
}

// screen answers for every charge of a file.
func (a *app) screen(ctx context.Context, o screenOptions) error {
	if o.file != "-" {
		if err := a.readable([]string{o.file}); err != nil {
			return asClients(err)
		}
	}
	defer lean()()
	to := io.Writer(a.streams.Out)
	var stream *files.Stream
	if o.out != "" {
		var err error
		if stream, err = files.Create(a.streams.path(o.out)); err != nil {
			return asOut(err, o.out)
		}
		defer stream.Drop()
		to = stream
	}
	report, err := screen.Run(ctx, a.records(o.file), to, screen.Options{
		Program: a.program(), AsOf: o.asOf, Today: o.today, Held: o.settings.Hold, Columns: o.settings.Columns, Shard: o.shard, JSON: o.json,
	})
	if err != nil {
		return a.notWhole(ctx, err, o)
	}
	if stream != nil {
		policy := files.Keep
		if o.force {
			policy = files.Replace
		}
		if _, err := stream.Place(policy); err != nil {
			return asOut(err, o.out)
		}
	}
	if err := a.tellScreen(report, o); err != nil {
		return err
	}
	if report.Refused > 0 {
		return ended(exitProblems)
	}
	return nil
}

// records is the file to be screened. Only a plain file is the same when it is opened
// again.
func (a *app) records(name string) screen.Input {
	if name == "-" {
		return screen.Input{Name: standardInput, Open: func(ctx context.Context) (io.ReadCloser, error) {
			return io.NopCloser(patient{ctx, a.streams.In}), nil
		}}
	}
	path := a.streams.path(name)
	info, err := os.Stat(path)
	return screen.Input{Name: name, Twice: err == nil && info.Mode().IsRegular(), Open: func(ctx context.Context) (io.ReadCloser, error) {
		l := &lazy{path: path}
		return struct {
			io.Reader
			io.Closer
		}{patient{ctx, l}, l}, nil
	}}
}

// Close closes the file if it was opened.
func (l *lazy) Close() error {
	l.close()
	return nil
}

// asOut turns an error of writing the file that --out names into one with a code and a hint.
func asOut(err error, out string) error {
	var exists *files.ExistsError
	var place *files.PlaceError
	switch {
	case errors.As(err, &exists):
		return usage("choose another name, or use --force to replace it", "%s exists and is different; nothing was written", printable(out))
	case errors.As(err, &place):
		return usage("choose another name with --out", "%s is %s, not a file; nothing was written", printable(out), place.Is)
	case errors.Is(err, fs.ErrNotExist):
		dir, name := printable(filepath.Dir(out)), printable(filepath.Base(out))
		return &exitError{code: exitMachine, message: fmt.Sprintf("there is no folder %s to write %s into; nothing was written", dir, name), hint: "make it first, or choose another name with --out"}
	default:
		return machine(err, "")
	}
}

// notWhole turns the end of a screening before its time into one with a code and a hint.
func (a *app) notWhole(ctx context.Context, err error, o screenOptions) error {
	var table *screen.TableError
	var packed *screen.PackedError
	rest := "nothing was written"
	if o.out == "" {
		rest = "what was written is not whole"
	}
	switch {
	case ctx.Err() != nil:
		return errInterrupted
	case errors.As(err, &table):
		for _, d := range table.Problems {
			a.say("%s", printLines(d.String()))
		}
		return &exitError{code: exitProblems, message: printable(o.file) + ": the file cannot be understood as a whole"}
	case errors.As(err, &packed):
		return &exitError{code: exitProblems, message: fmt.Sprintf("%s: %s; %s", printable(o.file), packed, rest), hint: packed.Hint()}
	default:
		return machine(err, "")
	}
}
