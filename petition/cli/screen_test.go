package cli

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
	"github.com/spf13/cobra"

	"expunge/petition/intake"
)

func TestScreenParses(t *testing.T) {
	for _, c := range []struct {
		args []string
		want func(screenOptions) bool
	}{
		{[]string{"screen", "a.csv"}, func(o screenOptions) bool { return o.file == "a.csv" && o.out == "" && o.asOf == o.today }},
		{[]string{"screen", "-", "--shard", "2/3", "-o", "b.csv", "--json", "--as-of", "2024-01-02"}, func(o screenOptions) bool {
			return o.out == "b.csv" && o.shard == intake.Shard{Number: 2, Of: 3} && o.json && o.asOf.String() == "2024-01-02"
		}},
	} {
		var got screenOptions
		err := parse(t, Streams{}, func(a *app) *cobra.Command {
			return newScreen(a, func(_ context.Context, o screenOptions) error { got = o; return nil })
		}, c.args...)
		if err != nil || !c.want(got) {
			t.Errorf("%v: %v %+v", c.args, err, got)
		}
	}
}

// screened runs screen in a folder.
func screened(t *testing.T, dir string, s Streams, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	if s.Out == nil {
		s.Out = &o
	}
	s.Err, s.Dir = &e, dir
	code = Main(t.Context(), append([]string{"screen"}, args...), s, clock)
	return code, o.String(), e.String()
}

// severalBlocks is a clients file of several blocks.
func severalBlocks() string {
	var ids []string
	for i := range 4_000 {
		ids = append(ids, fmt.Sprintf("A-%d", i))
	}
	return clientsOf(ids...)
}

// TestScreenPacked gives the same answers for a file that is packed, from disk and from a
// pipe, and none for one that is not whole.
func TestScreenPacked(t *testing.T) {
	dir := t.TempDir()
	text := severalBlocks()
	var gz, zst bytes.Buffer
	g := gzip.NewWriter(&gz)
	z, err := zstd.NewWriter(&zst)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range []io.WriteCloser{g, z} {
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
	}
	_, want, _ := screened(t, dir, Streams{In: strings.NewReader(text)}, "-", "--quiet")
	if strings.Count(want, ",incomplete,") != 4_000 {
		t.Fatalf("the plain file: %.400s", want)
	}
	for name, b := range map[string][]byte{"c.gz": gz.Bytes(), "c.zst": zst.Bytes()} {
		cut := b[:len(b)*3/4]
		if err := errors.Join(os.WriteFile(filepath.Join(dir, name), b, 0o600), os.WriteFile(filepath.Join(dir, "cut-"+name), cut, 0o600)); err != nil {
			t.Fatal(err)
		}
		if code, out, errs := screened(t, dir, Streams{}, name, "--quiet"); code != exitDone || out != want {
			t.Errorf("%s: exit code %d, %s", name, code, errs)
		}
		if code, out, _ := screened(t, dir, Streams{In: bytes.NewReader(b)}, "-", "--quiet"); code != exitDone || out != want {
			t.Errorf("%s from a pipe: exit code %d", name, code)
		}
		if code, _, errs := screened(t, dir, Streams{In: bytes.NewReader(cut)}, "-"); code != exitProblems || !strings.Contains(errs, "ends too early; what was written is not whole") {
			t.Errorf("%s cut, from a pipe: exit code %d: %s", name, code, errs)
		}
		code, _, errs := screened(t, dir, Streams{}, "cut-"+name, "-o", "out.csv")
		if left, _ := filepath.Glob(filepath.Join(dir, "*out*")); code != exitProblems || len(left) > 0 || !strings.Contains(errs, "nothing was written") {
			t.Errorf("%s cut: exit code %d, left %v: %s", name, code, left, errs)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".tmp-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// TestScreenIsInterrupted ends a screening that waits for its input, and one in the middle.
func TestScreenIsInterrupted(t *testing.T) {
	for name, text := range map[string]string{"before the headers": "", "among the rows": severalBlocks()} {
		dir := t.TempDir()
		r, w := io.Pipe()
		ctx, stop := context.WithCancel(t.Context())
		go func() {
			_, _ = io.WriteString(w, text) // and no end
			stop()
		}()
		var errs bytes.Buffer
		code := Main(ctx, []string{"screen", "-", "-o", "out.csv"}, Streams{In: r, Err: &errs, Dir: dir}, clock)
		if left, _ := os.ReadDir(dir); code != exitInterrupted || len(left) > 0 || !strings.Contains(errs.String(), "interrupted") {
			t.Errorf("%s: exit code %d, left %v: %s", name, code, left, errs.String())
		}
		_ = r.Close()
	}
}

// closedPipe takes one write, as head does.
type closedPipe struct{ taken int }

func (p *closedPipe) Write(b []byte) (int, error) {
	if p.taken++; p.taken > 1 {
		return 0, io.ErrClosedPipe
	}
	return len(b), nil
}

// TestScreenIntoAClosedPipe ends though its own input does not.
func TestScreenIntoAClosedPipe(t *testing.T) {
	r, w := io.Pipe()
	go func() { _, _ = io.WriteString(w, severalBlocks()) }()
	code, _, errs := screened(t, t.TempDir(), Streams{In: r, Out: &closedPipe{}}, "-")
	if code != exitMachine || !strings.Contains(errs, "closed pipe") {
		t.Errorf("exit code %d: %s", code, errs)
	}
	_ = r.Close()
}

// TestScreenSaysNothingOfAPerson looks for what identifies in all that is said.
func TestScreenSaysNothingOfAPerson(t *testing.T) {
	dir := t.TempDir()
	text := clientsOf("A-1", "A-2", "A-1", "000-12-9876") + "A-4,Canary,Birdsong,7/17/77,000-12-9876,yes,no,24-7654321,justice,Rankin,simple assault,misdemeanor,dismissed,2024-06-03\n"
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, more := range [][]string{{}, {"--quiet"}, {"--json"}, {"-o", "x.csv"}, {"-o", "x.jsonl", "--json"}} {
		code, out, errs := screened(t, dir, Streams{}, append([]string{"c.csv"}, more...)...)
		if code != exitProblems {
			t.Errorf("%v: exit code %d: %s", more, code, errs)
		}
		said := out + errs
		if len(more) > 1 {
			b, err := os.ReadFile(filepath.Join(dir, more[1]))
			if err != nil {
				t.Fatal(err)
			}
			said += string(b)
		}
		for _, canary := range []string{"Canary", "Birdsong", "1977", "/77", "000-12", "9876", "7654321"} {
			if strings.Contains(said, canary) {
				t.Errorf("%v: %q is said:\n%s", more, canary, said)
			}
		}
	}
}
