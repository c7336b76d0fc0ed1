// Package cli is the edge of the program: commands, settings, streams and exit codes.
//
// What a user may rely on:
//
//   - Results go to standard output, everything else to standard error.
//   - Nothing of a packet is written until all of it has succeeded, and nothing is
//     overwritten without --force.
//   - Questions are asked only on a terminal, and only for facts still missing;
//     --no-input turns them into an error.
//   - Every run states its as-of date and the edition of the law.
//   - The program says "appears eligible", never more.
//   - No name, birth date or number of a person stands in a log, a receipt, a line of
//     progress or an error. What check prints on standard output names offenses only.
//   - No meaning is carried by color; there is none.
//   - Errors are one line that says what and where, then hints that say what next. They
//     begin with a small letter and end without a full stop.
//
// Exit codes: 0 done; 1 the machine failed; 2 wrong usage, or output exists and
// differs; 3 the input has problems; 4 a petition that was asked for was withheld;
// 130 interrupted.
package cli

import (
	"context"
	"io"
	"os"
	"os/signal"
	"runtime"
	"syscall"
	"time"

	"expunge/petition"
	"expunge/petition/crash"
)

// Streams is what the system gives a run: where to read and write, and what surrounds
// it. The zero value has no input, no output, and an empty environment.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer

	InIsTerminal  bool
	OutIsTerminal bool

	Environ   []string // NAME=value
	Dir       string   // the working folder; empty is that of the process
	ConfigDir string   // the user's configuration folder; empty when there is none
	Version   string   // as linked into a release; empty means the version of this source

	ConfigError error // why nothing says where the user's configuration folder is
}

// Main runs the program and returns its exit code. It asks for the time once.
func Main(ctx context.Context, args []string, s Streams, now func() time.Time) int {
	ctx, stop := interruptible(ctx)
	defer stop()

	out := &sink{to: s.Out}
	s.Out = out
	if s.In == nil {
		s.In = emptyReader{}
	}
	if s.Err == nil {
		s.Err = io.Discard
	}
	a := &app{streams: s, today: petition.DateOf(now())}
	err := crash.Catch("", func() error {
		root := newRoot(a)
		root.SetArgs(append([]string{}, args...))
		return root.ExecuteContext(ctx)
	})
	if text := crash.Report(err); text != "" {
		return a.crash(err, text)
	}
	if ctx.Err() != nil {
		err = errInterrupted
	}
	if err == nil && out.err != nil {
		err = machine(out.err, "standard output cannot be written")
	}
	return report(s.Err, err)
}

// interruptible ends the context with an interrupt, a request to end, or the closing of the
// terminal. A second interrupt ends the program at once. A second hangup does not: where a
// terminal closes, the shell and the system each send one. A hangup that was to be ignored
// (nohup) stays ignored; Windows tells of the closing as a request to end.
func interruptible(ctx context.Context) (_ context.Context, stop func()) {
	ctx, deaf := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	hangup := func() {}
	if !signal.Ignored(syscall.SIGHUP) {
		ctx, hangup = signal.NotifyContext(ctx, syscall.SIGHUP)
	}
	context.AfterFunc(ctx, deaf)
	return ctx, func() {
		deaf()
		hangup()
	}
}

// crash tells of a fault of the program: where it failed, never what it was working on.
func (a *app) crash(err error, stack string) int {
	a.say("expunge: %v", err)
	a.say("    hint: this is a fault of expunge, not of your file; what was written before it is whole")
	a.say("    hint: what follows holds no facts of a case; send it to those who look after the program")
	a.say("%s, %s %s/%s", a.versionLine(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
	a.say("%s", stack)
	return exitMachine
}

// app is what every command of one run shares.
type app struct {
	streams Streams
	today   petition.Date
}

// sink remembers that a write failed, so that results nobody received do not count as done.
type sink struct {
	to  io.Writer
	err error
}

func (w *sink) Write(b []byte) (int, error) {
	if w.to == nil {
		return len(b), nil
	}
	n, err := w.to.Write(b)
	if err != nil && w.err == nil {
		w.err = err
	}
	return n, err
}

type emptyReader struct{}

func (emptyReader) Read([]byte) (int, error) { return 0, io.EOF }
