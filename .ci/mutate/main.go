// Command mutate breaks the rules on purpose, one small change at a time, and reports
// which changes no test of package rules notices.
//
//	go run ./.ci/mutate                      every mutant
//	go run ./.ci/mutate -n 200 -seed 7       a sample
//	go run ./.ci/mutate -file s63_11_30.go   the mutants of one file
//
// A mutant is a file of the package with one change, put in the place of the file by the
// -overlay flag of go test: nothing is written into the repository. It is killed when the
// tests fail or do not end in time, void when it does not compile, and survives otherwise.
// Each survivor is printed with its place; the last line tells the share killed.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"
)

func main() {
	if err := run(os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

// options say which mutants are tried, and how.
type options struct {
	dir, first, file string
	n, workers       int
	seed             uint64
	limit            time.Duration
	list             bool
}

func run(args []string, out, progress io.Writer) error {
	var o options
	flags := flag.NewFlagSet("mutate", flag.ContinueOnError)
	flags.StringVar(&o.dir, "dir", "rules", "folder of the package")
	flags.StringVar(&o.first, "first", "TestEveryVectorGetsItsAnswer", "the tests to run first, the quickest to notice")
	flags.StringVar(&o.file, "file", "", "only the mutants of one file")
	flags.IntVar(&o.n, "n", 0, "try a sample of this many; 0 is all")
	flags.Uint64Var(&o.seed, "seed", 1, "seed of the sample")
	flags.IntVar(&o.workers, "workers", 2, "mutants tried at once")
	flags.DurationVar(&o.limit, "limit", 90*time.Second, "time a mutant has")
	flags.BoolVar(&o.list, "list", false, "list the mutants and try none")
	if err := flags.Parse(args); err != nil {
		return err
	}
	mutants, err := mutantsOf(o.dir, o.file)
	if err != nil {
		return err
	}
	if len(mutants) == 0 {
		return fmt.Errorf("no mutant in %s: check -dir and -file", filepath.Join(o.dir, o.file))
	}
	mutants = sample(mutants, o.n, o.seed)
	if o.list {
		for _, m := range mutants {
			fmt.Fprintln(out, m)
		}
		return nil
	}
	return try(mutants, o, out, progress)
}

// sample returns n of the mutants in the order of the files, or all of them.
func sample(mutants []mutant, n int, seed uint64) []mutant {
	if n <= 0 || n >= len(mutants) {
		return mutants
	}
	picked := rand.New(rand.NewPCG(seed, seed)).Perm(len(mutants))[:n]
	slices.Sort(picked)
	out := make([]mutant, n)
	for i, p := range picked {
		out[i] = mutants[p]
	}
	return out
}

// fate is what became of a mutant.
type fate string

const (
	killed   fate = "killed"
	survived fate = "survived"
	void     fate = "void"
)

// try runs the tests against every mutant and prints what survived.
func try(mutants []mutant, o options, out, progress io.Writer) error {
	scratch, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch) //nolint:errcheck // a folder that is left over changes no result
	if verdict, output, err := fateOf(mutant{}, o, scratch); err != nil || verdict != survived {
		return errors.Join(err, fmt.Errorf("the tests fail before anything is changed:\n%s", output))
	}
	var (
		group sync.WaitGroup
		lock  sync.Mutex
		fault error
		tally = map[fate]int{}
		queue = make(chan mutant)
	)
	for w := range o.workers {
		group.Go(func() {
			for m := range queue {
				verdict, _, err := fateOf(m, o, filepath.Join(scratch, fmt.Sprint(w)))
				lock.Lock()
				tally[verdict]++
				fault = errors.Join(fault, err)
				if verdict == survived {
					fmt.Fprintln(out, m)
				}
				if done := tally[killed] + tally[survived] + tally[void]; done%25 == 0 {
					fmt.Fprintf(progress, "%d of %d tried, %d survived\n", done, len(mutants), tally[survived])
				}
				lock.Unlock()
			}
		})
	}
	for _, m := range mutants {
		queue <- m
	}
	close(queue)
	group.Wait()
	if tried := tally[killed] + tally[survived]; tried > 0 {
		fmt.Fprintf(out, "%d of %d mutants killed, %.1f percent; %d do not compile\n", tally[killed], tried, 100*float64(tally[killed])/float64(tried), tally[void])
	}
	return fault
}

// fateOf runs the tests with the mutant in its place; a mutant without a file changes nothing.
func fateOf(m mutant, o options, scratch string) (fate, []byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), o.limit)
	defer cancel()
	args := []string{"test", "-count=1", "-failfast", "-vet=off"}
	if m.file != "" {
		overlay, err := overlayOf(m, scratch)
		if err != nil {
			return void, nil, err
		}
		args = append(args, "-overlay", overlay)
	}
	output, err := goTest(ctx, append(args, "-run", o.first), o.dir)
	if err == nil {
		output, err = goTest(ctx, args, o.dir)
	}
	switch {
	case err == nil:
		return survived, output, nil
	case ctx.Err() != nil:
		return killed, output, nil
	case bytes.Contains(output, []byte("[build failed]")) || bytes.Contains(output, []byte("[setup failed]")):
		return void, output, nil
	default:
		return killed, output, nil
	}
}

// goTest runs the tests of the package; a property that fails is not made smaller and leaves no file.
func goTest(ctx context.Context, args []string, dir string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, "go", append(args, "./"+filepath.ToSlash(dir), "-rapid.nofailfile", "-rapid.shrinktime=0s")...)
	cmd.WaitDelay = time.Second
	return cmd.CombinedOutput()
}

// overlayOf writes the mutant beside the map that puts it in the place of its file.
func overlayOf(m mutant, scratch string) (string, error) {
	if err := os.MkdirAll(scratch, 0o700); err != nil {
		return "", err
	}
	place, err := filepath.Abs(m.file)
	if err != nil {
		return "", err
	}
	changed, overlay := filepath.Join(scratch, "mutant.go"), filepath.Join(scratch, "overlay.json")
	replace, err := json.Marshal(map[string]map[string]string{"Replace": {place: changed}})
	if err != nil {
		return "", err
	}
	return overlay, errors.Join(os.WriteFile(changed, m.source, 0o600), os.WriteFile(overlay, replace, 0o600))
}

// mutantsOf lists the mutants of every file of the package that is no test.
func mutantsOf(dir, only string) ([]mutant, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var out []mutant
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || (only != "" && filepath.Base(file) != only) {
			continue
		}
		found, err := mutate(file)
		if err != nil {
			return nil, err
		}
		out = append(out, found...)
	}
	return out, nil
}
