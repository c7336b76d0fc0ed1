package cli

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/batch"
	"expunge/petition/files"
	"expunge/petition/intake"
)

const clientsHead = "case,First name,Last name,Date of birth,Social Security number,record.complete,record.public_official,Cause number,Kind of court (court),County (court),Offense,charges[].grade,How the charge ended,Date of the judgment or dismissing order\n"

// clientsOf is a clients file with so many cases of the same invented person.
func clientsOf(ids ...string) string {
	text := clientsHead
	for _, id := range ids {
		text += id + ",Canary,Birdsong,1977-07-17,000-12-9876,yes,no,24-7654321,justice,Rankin,simple assault,misdemeanor,dismissed,2024-06-03\n"
	}
	return text
}

func TestBatchParses(t *testing.T) {
	for _, c := range []struct {
		args []string
		want func(batchOptions) bool
	}{
		{[]string{"batch", "a.csv"}, func(o batchOptions) bool { return o.file == "a.csv" && !o.asOf.Known() && o.settings.Out == "packets" }},
		{[]string{"batch", "a.csv", "--as-of", "2026-11-23"}, func(o batchOptions) bool { return o.asOf == petition.DateOf(clock()) }},
		{[]string{"batch", "-", "--county", "hinds", "--shard", "2/3"}, func(o batchOptions) bool { return o.county == "Hinds" && o.shard == intake.Shard{Number: 2, Of: 3} }},
		{[]string{"batch", "a", "--only", "Cover, Petition", "--names", "--combined", "--dry-run", "--force"}, func(o batchOptions) bool {
			return strings.Join(o.only, ",") == "cover,petition" && o.names && o.combined && o.dryRun && o.force
		}},
	} {
		var got batchOptions
		err := parse(t, Streams{}, func(a *app) *cobra.Command {
			return newBatch(a, func(_ context.Context, o batchOptions) error { got = o; return nil })
		}, c.args...)
		if err != nil || !c.want(got) {
			t.Errorf("%v: %v %+v", c.args, err, got)
		}
	}
}

// Nothing that batch says tells who the cases are about, be it a case with problems, a
// folder in the way or a run that is stopped.
func TestBatchSaysNothingOfAPerson(t *testing.T) {
	dir := t.TempDir()
	text := clientsOf("A-1", "A-2", "A-3", "000-12-9876") + "A-4,Canary,Birdsong,7/17/77,000-12-9876,yes,no,24-7654321,justice,Rankin,simple assault,misdemeanor,dismissed,2024-06-03\n"
	if err := errors.Join(os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600), os.MkdirAll(filepath.Join(dir, "packets"), 0o700), os.WriteFile(filepath.Join(dir, "packets", "A-3"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	for _, more := range [][]string{{"--dry-run"}, {}, {"--quiet"}, {"--json"}, {"--force", "--combined", "--names"}} {
		var out, errs bytes.Buffer
		code := Main(t.Context(), append([]string{"batch", "c.csv"}, more...), Streams{Out: &out, Err: &errs, Dir: dir}, clock)
		if code != exitUsage && code != exitWithheld {
			t.Errorf("%v: exit code %d: %s", more, code, errs.String())
		}
		said := out.String() + errs.String()
		for _, canary := range []string{"Canary", "Birdsong", "1977", "/77", "000-12", "9876", "7654321"} {
			if strings.Contains(said, canary) {
				t.Errorf("%v: %q is said:\n%s", more, canary, said)
			}
		}
		if !strings.Contains(said, "A-1") && len(more) == 0 {
			t.Errorf("the twins are not named:\n%s", said)
		}
	}
}

func TestAStoppedBatchGoesOn(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(clientsOf("A-1", "A-2", "A-3")), 0o600); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var errs bytes.Buffer
	if code := Main(ctx, []string{"batch", "c.csv"}, Streams{Err: &errs, Dir: dir}, clock); code != exitInterrupted {
		t.Errorf("exit code %d: %s", code, errs.String())
	}
	if _, err := os.Stat(filepath.Join(dir, "packets", "manifest.jsonl")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a stopped run wrote a manifest")
	}
	if code := Main(t.Context(), []string{"batch", "c.csv"}, Streams{Dir: dir}, clock); code != exitDone {
		t.Errorf("exit code %d", code)
	}
}

func TestASecondBatchInOneFolderSaysSo(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(clientsOf("A-1")), 0o600); err != nil {
		t.Fatal(err)
	}
	table, err := intake.ReadTable("c.csv", strings.NewReader(clientsOf("A-1")), nil)
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	code := -1
	_, err = batch.Run(t.Context(), table, filepath.Join(dir, "packets"), batch.Options{Program: "expunge " + sourceVersion, Today: petition.DateOf(clock()), Watch: func(int, int) {
		code = Main(t.Context(), []string{"batch", "c.csv"}, Streams{Err: &errs, Dir: dir}, clock)
	}})
	if err != nil || code != exitUsage || !strings.Contains(errs.String(), "is at work in packets") {
		t.Errorf("%v %d %s", err, code, errs.String())
	}
}

func TestManyProblemsAreLeftToTheirFile(t *testing.T) {
	for _, c := range []struct{ problems, lines int }{{mostProblems, mostProblems}, {mostProblems + 2, mostProblems + 1}} {
		var errs bytes.Buffer
		a := &app{streams: Streams{Err: &errs}}
		a.sayProblems(make([]intake.Diagnostic, c.problems), false)
		if got := strings.Count(errs.String(), "\n"); got != c.lines || c.lines > mostProblems && !strings.Contains(errs.String(), "... and 2 more") {
			t.Errorf("%d problems: %d lines", c.problems, got)
		}
		errs.Reset()
		a.sayProblems(make([]intake.Diagnostic, c.problems), true)
		if got := strings.Count(errs.String(), "\n"); got != c.problems {
			t.Errorf("%d problems, all: %d lines", c.problems, got)
		}
	}
}

func TestTheEndsOfABatch(t *testing.T) {
	for _, c := range []struct {
		report batch.Report
		want   int
	}{
		{batch.Report{Outcomes: map[batch.Outcome]int{batch.Drafted: 3}}, exitDone},
		{batch.Report{Outcomes: map[batch.Outcome]int{batch.Part: 1}}, exitWithheld},
		{batch.Report{Problems: []intake.Diagnostic{{}}}, exitWithheld},
		{batch.Report{Outcomes: map[batch.Outcome]int{batch.Withheld: 1}, Failures: []batch.Failure{{Err: errors.New("disk on fire")}}}, exitMachine},
		{batch.Report{Failures: []batch.Failure{{Err: &files.ExistsError{}}}, Problems: []intake.Diagnostic{{}}}, exitUsage},
	} {
		if got := codeOf(ended(codesOf(c.report)...)); got != c.want {
			t.Errorf("%+v: %d, want %d", c.report, got, c.want)
		}
	}
}

func TestProgress(t *testing.T) {
	for _, c := range []struct {
		done, of int64
		since    time.Duration
		want     string
	}{
		{0, 0, 0, "[....................] 0 of 0 cases"},
		{0, 9, time.Minute, "[....................] 0 of 9 cases"},
		{5, 10, 500 * time.Millisecond, "[##########..........] 5 of 10 cases"},
		{250, 1000, 2 * time.Second, "[#####...............] 250 of 1000 cases, 125 a second, 6s left"},
		{10, 10, 2 * time.Second, "[####################] 10 of 10 cases, 5 a second, 0s left"},
	} {
		if d := cmp.Diff(c.want, progress(c.done, c.of, c.since)); d != "" {
			t.Error(d)
		}
	}
}

func TestTheCounterNeverGoesBackAndEndsClean(t *testing.T) {
	var b bytes.Buffer
	w := &watcher{w: &b, terminal: true, stop: make(chan struct{})}
	w.see(3, 9)
	w.see(2, 9)
	if w.done.Load() != 3 {
		t.Errorf("%d", w.done.Load())
	}
	w.stopped.Go(func() { w.run(time.Millisecond) })
	time.Sleep(20 * time.Millisecond)
	w.end()
	if said := b.String(); !strings.Contains(said, "3 of 9 cases") || !strings.HasSuffix(said, " \r") {
		t.Errorf("%q", said)
	}
}
