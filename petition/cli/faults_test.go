//go:build unix

package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// rounds is how many times a batch is disturbed:
//
//	go test ./petition/cli -run TestADisturbedBatch -rounds 200 -v
var rounds = flag.Int("rounds", 7, "how many times a batch is disturbed and run again")

// a faulty is a batch that is disturbed: the clients file of the run, perhaps one of a run
// before it, and what a run that nobody disturbs makes of them.
type faulty struct {
	before, text string
	papers       []string            // flags that say which papers are made
	want         map[string]string   // by path, what stands at the end
	seen         map[string][]string // by path, what may stand there on the way
	code         int
	takes        time.Duration // of the processor
}

// manyClients is a clients file of so many cases, each in the court of the county; the last
// has a problem.
func manyClients(n int, county string) string {
	text := clientsHead
	for i := range n {
		text += fmt.Sprintf("A-%03d,Given%d,Sampleton,1977-07-17,,yes,no,24-%04d,justice,%s,simple assault,misdemeanor,dismissed,2024-06-03\n", i, i, i, county)
	}
	return text + "A-999,Ada,Sampleton,1984-04-12,,yes,no,1,justice,Rankn,simple assault,misdemeanor,dismissed,2024-06-03\n"
}

// twice gives each case of a clients file a second charge, and so a second petition.
func twice(text string) string {
	lines := strings.SplitAfter(text, "\n")
	out := lines[0]
	for _, line := range lines[1:] {
		out += line
		if strings.HasPrefix(line, "A-") && !strings.HasPrefix(line, "A-999") {
			out += strings.NewReplacer(",24-", ",25-", ",Lee,", ",Hinds,", ",Rankin,", ",Hinds,").Replace(line)
		}
	}
	return out
}

// command runs the program on the clients file of a folder. Wrap is a script that runs "$@"
// under some hardship.
func (f *faulty) command(dir, wrap string) *exec.Cmd {
	args := append([]string{"expunge", "batch", "c.csv", "--quiet", "--combined"}, f.papers...)
	if wrap != "" {
		args = append([]string{"sh", "-c", wrap, "sh"}, args...)
	}
	cmd := exec.Command(args[0], args[1:]...)
	cmd.Dir = dir
	return cmd
}

// ran returns the exit code of a command that ended by itself, or -1, and what it said.
func ran(cmd *exec.Cmd) (int, string) {
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return -1, err.Error()
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

func (f *faulty) put(t *testing.T, dir, text string) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// begin prepares a folder: that of the run before, if there is one.
func (f *faulty) begin(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if f.before != "" {
		f.put(t, dir, f.before)
		if code, said := ran(f.command(dir, "")); code != f.code {
			t.Fatalf("exit code %d: %s", code, said)
		}
	}
	f.put(t, dir, f.text)
	return dir
}

// undisturbed notes what a run makes that nobody disturbs.
func (f *faulty) undisturbed(t *testing.T) {
	t.Helper()
	f.code = exitWithheld // a row has a problem
	dir := f.begin(t)
	f.seen = map[string][]string{}
	note := func() {
		f.want = standing(t, dir)
		for name, text := range f.want {
			f.seen[name] = append(f.seen[name], text)
		}
	}
	if f.before != "" {
		note()
	}
	cmd := f.command(dir, "")
	if code, said := ran(cmd); code != f.code {
		t.Fatalf("exit code %d: %s", code, said)
	}
	f.takes = cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	note()
	if len(f.want) < 20 {
		t.Fatalf("a run makes only %d files", len(f.want))
	}
}

// standing is every file of a batch folder.
func standing(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(filepath.Join(dir, "packets"), func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(filepath.Join(dir, "packets"), path)
		if info, err := d.Info(); err == nil && info.Mode().Perm() != 0o600 {
			t.Errorf("%s has the mode %v", rel, info.Mode())
		}
		text, err := os.ReadFile(path)
		out[rel] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// whole checks that whatever can be seen is whole: every file as some run makes it and, for
// a first run, every folder with all its files.
func (f *faulty) whole(t *testing.T, dir string) {
	t.Helper()
	got := standing(t, dir)
	cases := map[string]bool{}
	for name, text := range got {
		first, rest, inside := strings.Cut(name, "/")
		if strings.HasPrefix(first, ".") || strings.HasPrefix(rest, ".tmp-") {
			continue
		}
		if inside {
			cases[first] = true
		}
		if !slices.Contains(f.seen[name], text) {
			t.Errorf("%s is not whole: %d bytes", name, len(text))
		}
	}
	for name := range f.want {
		first, _, inside := strings.Cut(name, "/")
		if _, there := got[name]; inside && cases[first] && !there {
			t.Errorf("%s is not there, though its folder is", name)
		}
	}
}

// again runs the batch once more and compares what stands with an undisturbed run.
func (f *faulty) again(t *testing.T, dir string) {
	t.Helper()
	f.put(t, dir, f.text)
	if code, said := ran(f.command(dir, "")); code != f.code {
		t.Errorf("run again: exit code %d: %s", code, said)
	}
	got := standing(t, dir)
	for name, text := range f.want {
		if got[name] != text {
			t.Errorf("run again: %s differs", name)
		}
	}
	for name := range got {
		if _, known := f.want[name]; !known {
			t.Errorf("run again: %s is left over", name)
		}
	}
}

// some is a random part of the time a run takes, and a little more.
func (f *faulty) some(r *rand.Rand) time.Duration {
	return time.Duration(r.Float64() * 1.2 * float64(f.takes))
}

// stopped runs the batch and sends it a signal in the middle.
func (f *faulty) stopped(t *testing.T, dir string, r *rand.Rand, signal os.Signal) {
	t.Helper()
	cmd := f.command(dir, "")
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(f.some(r))
	_ = cmd.Process.Signal(signal)
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != -1 && code != f.code && code != exitInterrupted {
		t.Errorf("exit code %d: %s", code, said.String())
	}
}

// disturb does one kind of harm to a run.
type disturb struct {
	name string
	do   func(t *testing.T, f *faulty, dir string, r *rand.Rand)
}

func disturbances() []disturb {
	return []disturb{
		{"killed", func(t *testing.T, f *faulty, dir string, r *rand.Rand) {
			for range 1 + r.IntN(3) {
				f.stopped(t, dir, r, os.Kill)
				f.whole(t, dir)
			}
		}},
		{"interrupted", func(t *testing.T, f *faulty, dir string, r *rand.Rand) { f.stopped(t, dir, r, os.Interrupt) }},
		{"full disk", smallDisk},
		{"file limit", func(t *testing.T, f *faulty, dir string, r *rand.Rand) {
			failing(t, f, dir, fmt.Sprintf(`ulimit -f %d; exec "$@"`, 1+r.IntN(120)), f.code)
		}},
		{"read only", readOnly},
		{"input gone", func(t *testing.T, f *faulty, dir string, r *rand.Rand) {
			cmd := f.command(dir, "")
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(f.some(r))
			if err := os.Remove(filepath.Join(dir, "c.csv")); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait()
			if code := cmd.ProcessState.ExitCode(); code != f.code && code != exitUsage {
				t.Errorf("exit code %d", code)
			}
		}},
		{"two at once", func(t *testing.T, f *faulty, dir string, r *rand.Rand) {
			other := f.command(dir, "")
			if err := other.Start(); err != nil {
				t.Fatal(err)
			}
			time.Sleep(f.some(r) / 2)
			code, said := ran(f.command(dir, ""))
			if code != f.code && (code != exitUsage || !strings.Contains(said, "is at work in packets")) {
				t.Errorf("exit code %d: %s", code, said)
			}
			_ = other.Wait()
			if code := other.ProcessState.ExitCode(); code != f.code && code != exitUsage {
				t.Errorf("the other: exit code %d", code)
			}
		}},
	}
}

// failing runs the batch where it may fail to write: then it says which file.
func failing(t *testing.T, f *faulty, dir, wrap string, fine int) {
	t.Helper()
	code, said := ran(f.command(dir, wrap))
	if code == fine {
		return
	}
	if code != exitMachine || !strings.Contains(said, "packets") {
		t.Errorf("exit code %d: %.1000s", code, said)
	}
	for name := range standing(t, dir) {
		if strings.Contains(name, ".tmp-") {
			t.Errorf("a failed run leaves %s", name)
		}
	}
	if strings.Contains(said, "Sampleton") || strings.Contains(said, "goroutine") {
		t.Errorf("it says too much: %.1000s", said)
	}
}

// smallDisk lets the disk run full, in a file system of its own where the system lets us
// have one; what stands there then is brought back.
func smallDisk(t *testing.T, f *faulty, dir string, r *rand.Rand) {
	if !unshares() {
		t.Log("this system gives no file system of its own: a limit on files stands in for a full disk")
		failing(t, f, dir, fmt.Sprintf(`ulimit -f %d; exec "$@"`, 1+r.IntN(120)), f.code)
		return
	}
	failing(t, f, dir, ownDisk(fmt.Sprintf("%d", 4+4*r.IntN(500)), ""), f.code)
}

// readOnly lets nothing be written.
func readOnly(t *testing.T, f *faulty, dir string, _ *rand.Rand) {
	if unshares() {
		failing(t, f, dir, ownDisk("64000", "mount -o remount,ro packets;"), -1)
		return
	}
	packets := filepath.Join(dir, "packets")
	if err := os.MkdirAll(packets, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(packets, 0o500); err != nil {
		t.Fatal(err)
	}
	t.Log("this system gives no file system of its own: the mode of the folder stands in for one that cannot be written")
	failing(t, f, dir, "exec \"$@\"", f.code)
	if err := os.Chmod(packets, 0o700); err != nil {
		t.Fatal(err)
	}
}

// ownDisk is a script that runs "$@" with the folder packets on a disk of its own, and
// afterwards puts what stands on it in the folder's place. The room is in kilobytes, beside
// what stands there.
func ownDisk(room, then string) string {
	return `unshare ` + unshareFlags() + ` sh -c '
		mkdir -p packets kept
		mount -t tmpfs -o size=64m none kept || exit 99
		cp -a packets/. kept/
		mount -t tmpfs -o size=64m none packets || exit 99
		cp -a kept/. packets/
		used=$(du -sk packets | cut -f1)
		mount -o remount,size=$((used + ` + room + `))k packets || exit 99
		` + then + `
		"$@"
		code=$?
		find kept -mindepth 1 -delete
		cp -a packets/. kept/
		umount packets
		find packets -mindepth 1 -delete
		cp -a kept/. packets/
		exit $code' sh "$@"`
}

// unshares reports whether a process may have file systems of its own.
func unshares() bool {
	return exec.Command("sh", "-c", `unshare `+unshareFlags()+` sh -c 'mount -t tmpfs none /mnt'`).Run() == nil
}

func unshareFlags() string {
	if os.Geteuid() == 0 {
		return "-m"
	}
	return "-Urm"
}

// TestADisturbedBatchEndsAsIfItHadNotBeen stops a batch in every way a clinic may see, and
// runs it again.
func TestADisturbedBatchEndsAsIfItHadNotBeen(t *testing.T) {
	sheets := []string{"--only", "checklist,fees", "--formats", "pdf"}
	kinds, folders := disturbances(), []*faulty{
		{text: manyClients(30, "Lee"), papers: sheets},
		{before: manyClients(30, "Lee"), text: strings.Replace(manyClients(30, "Rankin"), "A-999,Ada", "A-999,Zoe", 1), papers: sheets},
		{before: twice(manyClients(8, "Lee")), text: manyClients(8, "Lee"), papers: []string{"--only", "petition,order", "--names"}}, // a petition is no longer made
	}
	for _, f := range folders {
		f.undisturbed(t)
	}
	done := map[string]int{}
	for n := range *rounds {
		f, kind := folders[n%len(folders)], kinds[n%len(kinds)] // 3 and 7: each meets each
		done[kind.name]++
		t.Run(fmt.Sprintf("%03d %s %d", n, kind.name, n%len(folders)), func(t *testing.T) {
			dir := f.begin(t)
			kind.do(t, f, dir, rand.New(rand.NewPCG(uint64(n), rand.Uint64())))
			f.whole(t, dir)
			f.again(t, dir)
		})
	}
	t.Logf("%d rounds: %v; a run takes %v", *rounds, done, folders[0].takes)
}
