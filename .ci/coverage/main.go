// Command coverage reads a profile of go test, prints how much of each package its tests
// run, and lists every statement of one package that no test reaches. It fails when there
// is one.
//
// A block of a profile is a run of statements between two branches: every case of a switch
// and both sides of an if that hold a statement are blocks of their own. The arms of && and
// ||, and an if that is never false, are not seen.
//
//	go test -coverprofile coverage.out ./...
//	go run ./.ci/coverage -whole expunge/rules coverage.out
package main

import (
	"bufio"
	"cmp"
	"flag"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "coverage:", err)
		os.Exit(1)
	}
}

// block is a run of statements in the file.
type block struct {
	file                      string
	line, column, end, endsAt int
	statements                int
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("coverage", flag.ContinueOnError)
	whole := flags.String("whole", "", "the package of which every statement must be run")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() != 1 {
		return fmt.Errorf("for example: go run ./.ci/coverage -whole expunge/rules coverage.out")
	}
	counts, err := read(flags.Arg(0))
	if err != nil {
		return err
	}
	report(out, counts)
	if *whole == "" {
		return nil
	}
	return isWhole(out, counts, *whole)
}

// isWhole lists the blocks of a package that no test runs, and fails when there is one.
func isWhole(out io.Writer, counts map[block]int, name string) error {
	blocks, missed := 0, 0
	for _, b := range sorted(counts) {
		if b.statements == 0 || path.Dir(b.file) != name {
			continue
		}
		blocks++
		if counts[b] == 0 {
			missed++
			fmt.Fprintf(out, "%s:%d:%d: no test runs this: %s\n", b.file, b.line, b.column, source(b))
		}
	}
	switch {
	case blocks == 0:
		return fmt.Errorf("the profile has no package %s: check -whole", name)
	case missed > 0:
		return fmt.Errorf("%d of the %d blocks of %s are not run by any test", missed, blocks, name)
	}
	fmt.Fprintf(out, "all %d blocks of statements of %s are run; Go counts blocks, not the arms of a condition\n", blocks, name)
	return nil
}

// read returns how often each block was run, over all the tests of the profile.
func read(name string) (map[block]int, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // it was only read
	counts := map[block]int{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		line := lines.Text()
		if strings.HasPrefix(line, "mode:") {
			continue
		}
		var b block
		var times int
		file, rest, ok := strings.Cut(line, ":")
		if _, err := fmt.Sscanf(rest, "%d.%d,%d.%d %d %d", &b.line, &b.column, &b.end, &b.endsAt, &b.statements, &times); !ok || err != nil {
			return nil, fmt.Errorf("%s: %q is not a line of a profile", name, line)
		}
		b.file = file
		counts[b] += times
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(counts) == 0 {
		return nil, fmt.Errorf("%s is empty", name)
	}
	return counts, nil
}

func report(out io.Writer, counts map[block]int) {
	type sum struct{ run, all int }
	sums := map[string]sum{}
	for b, times := range counts {
		s := sums[path.Dir(b.file)]
		s.all += b.statements
		if times > 0 {
			s.run += b.statements
		}
		sums[path.Dir(b.file)] = s
	}
	for _, name := range slices.Sorted(maps.Keys(sums)) {
		s := sums[name]
		fmt.Fprintf(out, "%-28s %6.2f %% of %5d statements\n", name, 100*float64(s.run)/float64(max(s.all, 1)), s.all)
	}
}

func sorted(counts map[block]int) []block {
	return slices.SortedFunc(maps.Keys(counts), func(a, b block) int {
		if a.file != b.file {
			return strings.Compare(a.file, b.file)
		}
		return cmp.Or(a.line-b.line, a.column-b.column)
	})
}

// source is the first line of a block, from the module's folder.
func source(b block) string {
	_, name, _ := strings.Cut(b.file, "/")
	text, err := os.ReadFile(name)
	if err != nil {
		return ""
	}
	lines := strings.Split(string(text), "\n")
	if b.line > len(lines) {
		return ""
	}
	return strings.TrimSpace(lines[b.line-1])
}
