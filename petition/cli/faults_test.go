//go:build unix

package cli

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
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

// workedIn reports whether a process that is dead was at work in the folder: its number stands
// in the lock, which it takes when the clients file is read and gives up when it ends.
func workedIn(dir string, process int) bool {
	text, err := os.ReadFile(filepath.Join(dir, "packets", ".expunge", "lock"))
	return err == nil && string(text) == fmt.Sprintln(process)
}

func TestAKillBeforeTheWorkIsNotCounted(t *testing.T) {
	dir := t.TempDir()
	if workedIn(dir, 17) {
		t.Error("a program that did not begin was at work")
	}
	lock := filepath.Join(dir, "packets", ".expunge", "lock")
	if err := os.MkdirAll(filepath.Dir(lock), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(lock, []byte("17\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if workedIn(dir, 1) || !workedIn(dir, 17) {
		t.Error("the lock does not tell whose it is")
	}
}

// stopped runs the batch and sends it a signal in the middle. It reports whether the signal
// met it at work.
func (f *faulty) stopped(t *testing.T, dir string, r *rand.Rand, signal os.Signal) bool {
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
	code := cmd.ProcessState.ExitCode()
	if code != -1 && code != f.code && code != exitInterrupted {
		t.Errorf("exit code %d: %s", code, said.String())
	}
	return code == exitInterrupted || code == -1 && workedIn(dir, cmd.Process.Pid)
}

// disturb does one kind of harm to a run, and says what it met with: "" when the run was
// over by then, or needed nothing of what was taken from it.
type disturb struct {
	name string
	do   func(t *testing.T, f *faulty, dir string, r *rand.Rand) (met string)
}

func disturbances() []disturb {
	return []disturb{
		{"killed", func(t *testing.T, f *faulty, dir string, r *rand.Rand) (met string) {
			for range 1 + r.IntN(3) {
				if f.stopped(t, dir, r, os.Kill) {
					met = "killed at work"
				}
				f.whole(t, dir)
			}
			return met
		}},
		{"interrupted", func(t *testing.T, f *faulty, dir string, r *rand.Rand) string {
			if f.stopped(t, dir, r, os.Interrupt) {
				return "interrupted at work"
			}
			return ""
		}},
		{"file limit", func(t *testing.T, f *faulty, dir string, r *rand.Rand) string {
			return failing(t, f, dir, fmt.Sprintf(`ulimit -f %d; exec "$@"`, 1+r.IntN(120)), f.code, "file too large")
		}},
		{"full disk", smallDisk},
		{"read only", readOnly},
		{"input gone", inputGone},
		{"two at once", twoAtOnce},
	}
}

// inputGone takes the clients file away: before it is opened, while it is read, or when the
// packets are made. What is read once is not read again, so that only the first harms.
func inputGone(t *testing.T, f *faulty, dir string, r *rand.Rand) string {
	switch r.IntN(3) {
	case 0:
		return goneBefore(t, f, dir)
	case 1:
		return goneWhileRead(t, f, dir, r)
	default:
		return goneAtWork(t, f, dir)
	}
}

func goneBefore(t *testing.T, f *faulty, dir string) string {
	t.Helper()
	before := standing(t, dir)
	if err := os.Remove(filepath.Join(dir, "c.csv")); err != nil {
		t.Fatal(err)
	}
	if code, said := ran(f.command(dir, "")); code != exitUsage || !strings.Contains(said, "there is no file c.csv") {
		t.Errorf("exit code %d: %s", code, said)
	}
	if !maps.Equal(before, standing(t, dir)) {
		t.Error("a run without a clients file changed the folder")
	}
	return "gone before it was opened"
}

// goneWhileRead has the file come through a pipe of its name, so that the name goes when a
// part is read and no more.
func goneWhileRead(t *testing.T, f *faulty, dir string, r *rand.Rand) string {
	t.Helper()
	path := filepath.Join(dir, "c.csv")
	if err := errors.Join(os.Remove(path), syscall.Mkfifo(path, 0o600)); err != nil {
		t.Fatal(err)
	}
	cmd := f.command(dir, "")
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		if f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0); err == nil { // it never opened it
			_ = f.Close()
		}
		close(ended)
	}()
	pipe, err := os.OpenFile(path, os.O_WRONLY, 0) // waits until the program opens it, too
	if err != nil {
		t.Fatal(err)
	}
	part := 1 + r.IntN(len(f.text)-1)
	_, first := pipe.WriteString(f.text[:part])
	gone := os.Remove(path)
	_, rest := pipe.WriteString(f.text[part:])
	if err := errors.Join(first, gone, rest, pipe.Close()); err != nil {
		t.Error(err)
	}
	<-ended
	if code := cmd.ProcessState.ExitCode(); code != f.code {
		t.Errorf("exit code %d: %s", code, said.String())
	}
	return "gone while it was read"
}

// goneAtWork waits for the journal, which begins when the file is read to its end.
func goneAtWork(t *testing.T, f *faulty, dir string) string {
	t.Helper()
	cmd := f.command(dir, "")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { _ = cmd.Wait(); close(ended) }()
	met := ""
	for met == "" {
		if _, err := os.Stat(filepath.Join(dir, "packets", ".expunge", "journal.jsonl")); err == nil {
			met = "gone while packets were made"
		}
		select {
		case <-ended:
			return ""
		default:
		}
	}
	if err := os.Remove(filepath.Join(dir, "c.csv")); err != nil {
		t.Error(err)
	}
	<-ended
	if code := cmd.ProcessState.ExitCode(); code != f.code {
		t.Errorf("exit code %d", code)
	}
	return met
}

func twoAtOnce(t *testing.T, f *faulty, dir string, r *rand.Rand) (met string) {
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
	first := other.ProcessState.ExitCode()
	if first != f.code && first != exitUsage {
		t.Errorf("the other: exit code %d", first)
	}
	if code == exitUsage || first == exitUsage {
		return "one sent away"
	}
	return ""
}

// failing runs the batch where it may fail to write: then it says which file, and why.
func failing(t *testing.T, f *faulty, dir, wrap string, fine int, why string) (met string) {
	t.Helper()
	code, said := ran(f.command(dir, wrap))
	if code == fine {
		return ""
	}
	if code != exitMachine || !strings.Contains(said, "packets") || !strings.Contains(said, why) {
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
	return why
}

// smallDisk lets the disk run full, in a file system of its own where the system lets us
// have one; what stands there then is brought back. A first run never has room for all.
func smallDisk(t *testing.T, f *faulty, dir string, r *rand.Rand) string {
	if !unshares() {
		return failing(t, f, dir, fmt.Sprintf(`ulimit -f %d; exec "$@"`, 1+r.IntN(120)), f.code, "file too large")
	}
	needs, biggest := 0, 0
	for _, text := range f.want {
		needs, biggest = needs+len(text), max(biggest, len(text))
	}
	fine := -1
	if f.before != "" { // its files take the place of others, the biggest beside the one before
		needs, fine = biggest, f.code
	}
	return failing(t, f, dir, ownDisk(fmt.Sprintf("%d", 4+r.IntN(needs>>10-4)), ""), fine, "no space left on device")
}

// readOnly lets nothing be written.
func readOnly(t *testing.T, f *faulty, dir string, _ *rand.Rand) string {
	if unshares() {
		return failing(t, f, dir, ownDisk("64000", "mount -o remount,ro packets;"), -1, "read-only file system")
	}
	packets := filepath.Join(dir, "packets")
	if err := os.MkdirAll(packets, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(packets, 0o500); err != nil {
		t.Fatal(err)
	}
	met := failing(t, f, dir, "exec \"$@\"", f.code, "permission denied") // nothing is denied to root
	if err := os.Chmod(packets, 0o700); err != nil {
		t.Fatal(err)
	}
	return met
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
// runs it again. Where the system gives a process no file system of its own, a limit on the
// size of files stands in for the full disk and the mode of the folder for one that cannot be
// written; .ci/run says so.
func TestADisturbedBatchEndsAsIfItHadNotBeen(t *testing.T) {
	if !unshares() {
		t.Log("this system gives no file system of its own (unshare and mount): a limit on files stands in for the full disk")
	}
	sheets := []string{"--only", "checklist,fees", "--formats", "pdf"}
	kinds, folders := disturbances(), []*faulty{
		{text: manyClients(30, "Lee"), papers: sheets},
		{before: manyClients(30, "Lee"), text: strings.Replace(manyClients(30, "Rankin"), "A-999,Ada", "A-999,Zoe", 1), papers: sheets},
		{before: twice(manyClients(8, "Lee")), text: manyClients(8, "Lee"), papers: []string{"--only", "petition,order", "--names"}}, // a petition is no longer made
	}
	for _, f := range folders {
		f.undisturbed(t)
	}
	told := tally{}
	for n := range *rounds {
		at := n % len(folders) // 3 and 7: each kind meets each folder, and within seven rounds the full disk a first run
		f, kind := folders[at], kinds[n%len(kinds)]
		t.Run(fmt.Sprintf("%03d %s %d", n, kind.name, at), func(t *testing.T) {
			dir := f.begin(t)
			told.add(kind.name, kind.do(t, f, dir, rand.New(rand.NewPCG(uint64(n), rand.Uint64()))))
			f.whole(t, dir)
			f.again(t, dir)
		})
	}
	t.Logf("%d rounds; a run takes %v\n%s", *rounds, folders[0].takes, told.table(kinds))
	for _, kind := range []string{"full disk", "read only"} {
		if x := told[kind]; x != nil && x.met == 0 && unshares() && *rounds >= len(kinds) {
			t.Errorf("%s: in no round was it so", kind)
		}
	}
}

// tally counts, for each kind of disturbance, how often it was tried and what it met with.
type tally map[string]*tried

type tried struct {
	rounds, met int
	states      map[string]int
}

func (t tally) add(kind, met string) {
	if t[kind] == nil {
		t[kind] = &tried{states: map[string]int{}}
	}
	t[kind].rounds++
	if met != "" {
		t[kind].met++
		t[kind].states[met]++
	}
}

// table has a line for each kind.
func (t tally) table(kinds []disturb) string {
	out := fmt.Sprintf("%-12s %6s %9s  %s\n", "disturbed", "rounds", "really so", "how")
	for _, k := range kinds {
		x := t[k.name]
		if x == nil {
			continue
		}
		var how []string
		for _, state := range slices.Sorted(maps.Keys(x.states)) {
			how = append(how, fmt.Sprintf("%s: %d", state, x.states[state]))
		}
		out += fmt.Sprintf("%-12s %6d %9d  %s\n", k.name, x.rounds, x.met, strings.Join(how, ", "))
	}
	return out
}
