package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"expunge/petition"
	"expunge/petition/files"
)

// Exit codes.
const (
	exitDone        = 0
	exitMachine     = 1
	exitUsage       = 2
	exitProblems    = 3
	exitWithheld    = 4
	exitInterrupted = 130
)

// exitError is an end of the run other than done. An empty message means that all there
// was to say has been said.
type exitError struct {
	code    int
	message string
	hint    string
	cause   error
}

func (e *exitError) Error() string {
	switch {
	case e.cause == nil:
		return e.message
	case e.message == "":
		return e.cause.Error()
	default:
		return e.message + ": " + e.cause.Error()
	}
}

func (e *exitError) Unwrap() error { return e.cause }

var errInterrupted = &exitError{code: exitInterrupted, message: "interrupted"}

// usage is wrong usage.
func usage(hint, format string, args ...any) error {
	return &exitError{code: exitUsage, message: fmt.Sprintf(format, args...), hint: hint}
}

// machine is a failure of the world; it keeps errors that already know their code.
func machine(err error, doing string) error {
	var known *exitError
	if err == nil || errors.As(err, &known) {
		return err
	}
	e := &exitError{code: exitMachine, message: doing, cause: err}
	if errors.Is(err, fs.ErrPermission) {
		e.hint = "check who may read and write there"
	}
	return e
}

// writing turns an error of package files into one with a code and a hint. asOf is the day
// of this run.
func writing(err error, asOf petition.Date) error {
	var exists *files.ExistsError
	var place *files.PlaceError
	var busy *files.BusyError
	switch {
	case errors.As(err, &exists):
		hint := "use --force to replace it, or choose another folder with --out"
		if exists.AsOf != "" && exists.AsOf != asOf.String() {
			hint = fmt.Sprintf("what stands there is as of another day: use --as-of %s to keep to it, --force to replace it, or choose another folder with --out", printable(exists.AsOf))
		}
		return &exitError{code: exitUsage, cause: err, hint: hint}
	case errors.As(err, &place):
		return &exitError{code: exitUsage, cause: err, hint: "move it away, or choose another folder with --out"}
	case errors.As(err, &busy):
		return &exitError{code: exitUsage, cause: err, hint: "wait for it to end, then run this again"}
	default:
		return machine(err, "")
	}
}

// ended returns the end of a run over several cases: nil when all is done.
func ended(codes ...int) error {
	for _, code := range []int{exitMachine, exitUsage, exitProblems, exitWithheld} {
		if slices.Contains(codes, code) {
			return &exitError{code: code}
		}
	}
	return nil
}

// codeOf returns the exit code of an error. What cobra finds wrong with a command line
// has no code of its own and is wrong usage.
func codeOf(err error) int {
	var e *exitError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &e):
		return e.code
	default:
		return exitUsage
	}
}

// report is the one place that turns an error into words and an exit code.
func report(w io.Writer, err error) int {
	code := codeOf(err)
	if err == nil {
		return code
	}
	if text := err.Error(); text != "" {
		_, _ = fmt.Fprintf(w, "expunge: %s\n", printLines(text))
	}
	var e *exitError
	if errors.As(err, &e) && e.hint != "" {
		_, _ = fmt.Fprintf(w, "    hint: %s\n", printLines(e.hint))
	}
	return code
}

// acting makes what a command does when it runs: an error without a code is the machine's.
func acting(do func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error { return machine(do(cmd, args), "") }
}

// flagError explains a flag that cannot be read, and names the one that was meant.
func flagError(cmd *cobra.Command, err error) error {
	hint := fmt.Sprintf("\"%s --help\" lists the flags", cmd.CommandPath())
	var invalid *pflag.InvalidValueError
	if errors.As(err, &invalid) {
		return invalidFlag(invalid.GetFlag(), hint)
	}
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "" {
		var names []string
		collect := func(f *pflag.Flag) { names = append(names, f.Name) }
		cmd.Flags().VisitAll(collect)
		cmd.InheritedFlags().VisitAll(collect)
		if near := petition.Nearest(unknown.GetSpecifiedName(), names); near != "" {
			hint = fmt.Sprintf("did you mean --%s?", near)
		}
	}
	return &exitError{code: exitUsage, message: lowerFirst(err.Error()), hint: hint}
}

// invalidFlag explains a value that the kind of a flag does not take.
func invalidFlag(f *pflag.Flag, hint string) error {
	if f.Value.Type() == "bool" {
		return usage(fmt.Sprintf("write --%s alone, or leave it out", f.Name), "--%s takes no value but true or false", f.Name)
	}
	return usage(hint, "--%s has a value that cannot be read", f.Name)
}

func lowerFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}

// choose checks a word against a closed list.
func choose(what, word string, from []string) error {
	if slices.Contains(from, word) {
		return nil
	}
	hint := "choose from: " + strings.Join(from, ", ")
	if near := petition.Nearest(word, from); near != "" {
		hint = fmt.Sprintf("did you mean %q? Choose from: %s", near, strings.Join(from, ", "))
	}
	return usage(hint, "%s has no %q", what, shortened(word))
}
