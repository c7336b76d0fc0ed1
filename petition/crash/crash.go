// Package crash turns a panic into an error that can be shown and reported: it tells
// where the program failed and never what it was working on. The value of a panic and the
// arguments of a call may hold facts of a person, so neither is kept.
package crash

import (
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

// Error is a fault of the program. Its text names nobody.
type Error struct {
	// Doing is what was being done, without facts of a person; may be empty.
	Doing string
	// Kind is the kind of the value of the panic. Only the text of an error of the run-time
	// system, which holds indexes and kinds, follows it.
	Kind string
	// Stack names the calls that led there, the innermost first: function, file and line.
	Stack []string
}

func (e *Error) Error() string {
	if e.Doing == "" {
		return "the program failed (" + e.Kind + ")"
	}
	return e.Doing + ": the program failed (" + e.Kind + ")"
}

// Of makes an error of what recover returned; nil of nil. It is called by the deferred
// function itself, so that the calls that led to the panic still stand.
func Of(recovered any, doing string) error {
	if recovered == nil {
		return nil
	}
	e := &Error{Doing: doing, Kind: fmt.Sprintf("%T", recovered), Stack: stack()}
	if err, ok := recovered.(runtime.Error); ok {
		e.Kind += ": " + err.Error()
	}
	return e
}

// Catch runs a function and returns a panic in it as an error.
func Catch(doing string, do func() error) (err error) {
	defer func() {
		if caught := Of(recover(), doing); caught != nil {
			err = caught
		}
	}()
	return do()
}

// Report is the text to send to those who look after the program, a line for each call.
func Report(err error) string {
	var e *Error
	if !errors.As(err, &e) {
		return ""
	}
	return strings.Join(e.Stack, "\n")
}

// deepest is the most calls that are told.
const deepest = 32

func stack() []string {
	pcs := make([]uintptr, deepest)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	var out []string
	for {
		f, more := frames.Next()
		if f.Function != "" && !strings.HasPrefix(f.Function, "runtime.") {
			out = append(out, fmt.Sprintf("%s %s:%d", f.Function, filepath.Base(f.File), f.Line))
		}
		if !more {
			return out
		}
	}
}
