// Command gates reads what go test -json tells, shows what go test alone would have shown,
// and fails unless the tests that guard the project were run, whole, and passed: a gate
// that is gone, has a new name or passes over a case is a gate that stands open.
//
//	go test -json ./... | go run ./.ci/gates
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Stdin, os.Stdout, guards()); err != nil {
		fmt.Fprintln(os.Stderr, "gates:", err)
		os.Exit(1)
	}
}

// event is what go test -json tells in one line.
type event struct{ Action, Package, Test, Output string }

// test is a test, or one of its cases after a slash.
type test struct{ folder, name string }

// fates is what became of the tests.
type fates struct {
	last    map[test]string // the last action
	said    map[test][]string
	skipped []test
}

func run(in io.Reader, out io.Writer, gates []test) error {
	f := fates{last: map[test]string{}, said: map[test][]string{}}
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		var e event
		switch {
		case line == "":
		case json.Unmarshal([]byte(line), &e) != nil:
			fmt.Fprint(out, line)
		default:
			f.take(e, out)
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
	}
	for _, t := range f.skipped {
		fmt.Fprintf(out, "skipped: %s %s\n", t.folder, t.name)
	}
	if open := f.open(gates); len(open) > 0 {
		return fmt.Errorf("not every gate is shut: mend the test, or the list in .ci/gates if it has a new name\n%s", strings.Join(open, "\n"))
	}
	fmt.Fprintf(out, "%d tests guard the project: all ran whole and passed\n", len(gates))
	return nil
}

// take notes an event, and prints what concerns a package or a test that failed.
func (f *fates) take(e event, out io.Writer) {
	t := test{strings.TrimPrefix(e.Package, "expunge/"), e.Test}
	switch {
	case e.Action == "output" && t.name != "":
		f.said[t] = append(f.said[t], e.Output)
		return
	case e.Output != "":
		if e.Output != "PASS\n" && !strings.HasPrefix(e.Output, "coverage: ") { // the line of the package says both
			fmt.Fprint(out, e.Output)
		}
		return
	}
	f.last[t] = e.Action
	switch {
	case e.Action == "fail":
		fmt.Fprint(out, strings.Join(f.said[t], ""))
	case e.Action == "skip" && t.name != "":
		f.skipped = append(f.skipped, t)
	}
	if e.Action == "fail" || e.Action == "pass" || e.Action == "skip" {
		delete(f.said, t)
	}
}

// open lists the gates that did not pass, or of which a case was passed over.
func (f *fates) open(gates []test) []string {
	var open []string
	for _, g := range gates {
		cases := slices.ContainsFunc(f.skipped, func(t test) bool {
			return t.folder == g.folder && strings.HasPrefix(t.name, g.name+"/")
		})
		switch {
		case f.last[g] == "":
			open = append(open, fmt.Sprintf("%s %s did not run", g.folder, g.name))
		case f.last[g] != "pass":
			open = append(open, fmt.Sprintf("%s %s: %s", g.folder, g.name, f.last[g]))
		case cases:
			open = append(open, fmt.Sprintf("%s %s passed over a case", g.folder, g.name))
		}
	}
	return open
}
