package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/term"

	"expunge/petition"
	"expunge/petition/crash"
	"expunge/petition/files"
	"expunge/petition/intake"
)

// System returns the streams of this process.
func System(version string) Streams {
	s := Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		InIsTerminal:  term.IsTerminal(int(os.Stdin.Fd())),
		OutIsTerminal: term.IsTerminal(int(os.Stdout.Fd())),
		Environ:       os.Environ(),
		Version:       version,
	}
	s.ConfigDir, s.ConfigError = configFolder(os.UserConfigDir())
	return s
}

// configFolder is where the user's settings are, given what the system says of the folder
// for settings. One that is not written out in full would be another in each working folder,
// whoever made it, and is an error.
func configFolder(dir string, err error) (string, error) {
	switch {
	case err != nil:
		return "", err
	case !filepath.IsAbs(dir):
		return "", errors.New("the folder for settings is not written out in full")
	default:
		return filepath.Join(dir, "expunge"), nil
	}
}

// path returns where a file named on the command line is.
func (s Streams) path(name string) string {
	if s.Dir == "" || filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.Dir, name)
}

// standardInput is what diagnostics call the file "-".
const standardInput = "stdin"

// mostBytes is more than a case file may have; intake refuses what is longer than its
// own limit, and never sees more than this.
const mostBytes = 2 << 20

// input is one case file as read, with all that is wrong with it.
type input struct {
	name     string
	digest   string
	record   intake.Record
	problems []intake.Diagnostic
	sealed   bool // it was encrypted
}

// label returns what people know the case by: its id, or else the name of its file.
func (in input) label() string {
	if in.record.Case.ID != "" {
		return in.record.Case.ID
	}
	return printable(in.name)
}

// id returns the id of the case, unless something is wrong with it: then it may be a
// number of the person.
func (in input) id() string {
	if slices.ContainsFunc(in.problems, func(d intake.Diagnostic) bool { return d.Path == "case" }) {
		return ""
	}
	return in.record.Case.ID
}

// read reads case files. Names that cannot be case files are wrong usage and are found
// before anything is read.
func (a *app) read(ctx context.Context, s session, names []string) ([]input, error) {
	if err := a.readable(names); err != nil {
		return nil, err
	}
	out := make([]input, len(names))
	for i, name := range names {
		b, err := a.bytes(ctx, name)
		if err != nil {
			return nil, err
		}
		if name == "-" {
			name = standardInput
		}
		plain, err := s.ring.open(name, b)
		if err != nil {
			return nil, err
		}
		record, err := intake.ReadYAML(name, strings.NewReader(string(plain)))
		if err != nil {
			return nil, machine(err, "")
		}
		out[i] = input{name, files.Digest(b), record, record.Check(petition.Latest(s.asOf, s.today)), files.Sealed(b)}
	}
	return out, nil
}

func (a *app) readable(names []string) error {
	stdin := 0
	for _, name := range names {
		if name == "-" {
			stdin++
			continue
		}
		info, err := os.Stat(a.streams.path(name))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return usage("\"expunge template case\" prints a case file to start from", "there is no file %s", printable(name))
		case err != nil:
			return machine(err, "")
		case info.IsDir():
			return usage("name a case file in it, for example "+filepath.Join(printable(name), "case.yaml"), "%s is a folder, not a case file", printable(name))
		}
	}
	if stdin > 1 {
		return usage("", "standard input can be read once only")
	}
	return nil
}

// bytes reads a case file, or standard input.
func (a *app) bytes(ctx context.Context, name string) ([]byte, error) {
	doing := ""
	var b []byte
	var err error
	if name == "-" {
		doing = "standard input cannot be read"
		b, err = upTo(ctx, a.streams.In, mostBytes)
	} else {
		b, err = fileUpTo(ctx, a.streams.path(name), mostBytes)
	}
	if err != nil {
		return nil, machine(err, doing)
	}
	return b, nil
}

// small reads a file that is never large: settings, keys, a passphrase. A device or a pipe
// that never ends is no more than a file that is too large.
func small(ctx context.Context, path, name string) ([]byte, error) {
	b, err := fileUpTo(ctx, path, mostBytes+1)
	if err != nil {
		return nil, err
	}
	if len(b) > mostBytes {
		return nil, usage("name another file", "%s is larger than %d MiB", printable(name), mostBytes>>20)
	}
	return b, nil
}

// upTo reads at most so many bytes. An interrupt ends the wait, also for a pipe that nobody
// writes to; what still waits for it ends with the program.
func upTo(ctx context.Context, in io.Reader, most int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(patient{ctx, in}, most))
	if ctx.Err() != nil {
		return nil, errInterrupted
	}
	return b, err
}

// fileUpTo reads at most so many bytes of a file.
func fileUpTo(ctx context.Context, path string, most int64) ([]byte, error) {
	in := &lazy{path: path}
	b, err := upTo(ctx, in, most)
	if ctx.Err() == nil {
		in.close() // a reader that still waits keeps it
	}
	return b, err
}

// lazy is a file that is opened when it is first read: to open a pipe is to wait.
type lazy struct {
	path string
	file *os.File
}

func (l *lazy) Read(b []byte) (int, error) {
	if l.file == nil {
		f, err := os.Open(l.path)
		if err != nil {
			return 0, err
		}
		l.file = f
	}
	return l.file.Read(b)
}

func (l *lazy) close() {
	if l.file != nil {
		_ = l.file.Close() // nothing was written
	}
}

// patient reads until the context ends, even while the reader beneath it waits.
type patient struct {
	ctx context.Context
	in  io.Reader
}

func (p patient) Read(b []byte) (int, error) {
	type result struct {
		n   int
		err error
	}
	done := make(chan result, 1)
	own := make([]byte, len(b))
	go func() {
		var r result
		caught := crash.Catch("reading", func() (err error) {
			r.n, r.err = p.in.Read(own)
			return nil
		})
		if caught != nil {
			r = result{0, caught}
		}
		done <- r
	}()
	select {
	case <-p.ctx.Done():
		return 0, p.ctx.Err()
	case r := <-done:
		return copy(b, own[:r.n]), r.err
	}
}

// encode writes one object for programs, on one line. All JSON that a command prints goes
// through [petition.JSON], so that none of it steers a terminal.
func (a *app) encode(v any) error {
	text, err := petition.JSON(v)
	if err != nil {
		return err
	}
	_, err = a.streams.Out.Write(append(text, '\n'))
	return err
}

// say writes a line for people to standard error.
func (a *app) say(format string, args ...any) {
	_, _ = fmt.Fprintf(a.streams.Err, format+"\n", args...)
}

// printable drops what could disturb a terminal. A space stands for a control and for the
// end of a line.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.In(r, unicode.Cc, unicode.Zl, unicode.Zp):
			return ' '
		case petition.Steers(r):
			return -1
		default:
			return r
		}
	}, s)
}
