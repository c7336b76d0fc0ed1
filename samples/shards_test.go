package samples

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/testscript"
	"go.yaml.in/yaml/v3"

	"expunge/petition/cli"
)

// TestMain lets the scripts find the program by its name.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"expunge": func() {
			os.Exit(cli.Main(context.Background(), os.Args[1:], cli.System(""), clock))
		},
	})
}

// clock is the morning of the clinic.
func clock() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) }

const parts = 8

// shardJob is what is read of the Kubernetes manifest.
type shardJob struct {
	APIVersion string `yaml:"apiVersion"`
	Kind       string
	Spec       struct {
		CompletionMode string `yaml:"completionMode"`
		Completions    int
		Parallelism    int
		Template       struct {
			Spec struct {
				RestartPolicy string `yaml:"restartPolicy"`
				Containers    []struct {
					Command      []string
					VolumeMounts []struct {
						MountPath string `yaml:"mountPath"`
					} `yaml:"volumeMounts"`
				}
			}
		}
	}
}

// arrays run all parts in a folder as an engine would, one task after another. The prefix
// is that of the files of the command: none for batch.
func arrays(prefix string) map[string]func(t *testing.T, dir string) {
	return map[string]func(t *testing.T, dir string){
		"kubernetes": func(t *testing.T, dir string) {
			text, err := os.ReadFile("shards/" + prefix + "kubernetes-job.yaml")
			if err != nil {
				t.Fatal(err)
			}
			var job shardJob
			if err := yaml.Unmarshal(text, &job); err != nil {
				t.Fatal(err)
			}
			s := job.Spec
			if job.APIVersion != "batch/v1" || job.Kind != "Job" || s.CompletionMode != "Indexed" || s.Completions != parts || s.Parallelism < 1 ||
				s.Template.Spec.RestartPolicy != "Never" || len(s.Template.Spec.Containers) != 1 {
				t.Fatalf("%+v", job)
			}
			c := s.Template.Spec.Containers[0]
			if len(c.VolumeMounts) != 1 || c.VolumeMounts[0].MountPath != "/clinic" {
				t.Fatalf("%+v", c.VolumeMounts)
			}
			command := slices.Clone(c.Command)
			last := len(command) - 1
			command[last] = strings.ReplaceAll(command[last], "/clinic/", dir+"/")
			for i := range s.Completions {
				task(t, dir, []string{fmt.Sprintf("JOB_COMPLETION_INDEX=%d", i)}, command...)
			}
		},
		"slurm": func(t *testing.T, dir string) {
			script := absolute(t, "shards/"+prefix+"slurm-array.sh")
			text, err := os.ReadFile(script)
			if err != nil || !strings.Contains(string(text), fmt.Sprintf("#SBATCH --array=1-%d\n", parts)) {
				t.Fatal("the array has another number of tasks", err)
			}
			for i := range parts {
				task(t, dir, []string{fmt.Sprintf("SLURM_ARRAY_TASK_ID=%d", i+1), fmt.Sprintf("SLURM_ARRAY_TASK_COUNT=%d", parts)}, "bash", script)
			}
		},
		"parallel": func(t *testing.T, dir string) {
			var path []string
			if _, err := exec.LookPath("parallel"); err != nil {
				path = []string{"PATH=" + standIn(t) + string(os.PathListSeparator) + os.Getenv("PATH")}
			}
			task(t, dir, path, "sh", absolute(t, "shards/"+prefix+"parallel.sh"))
		},
	}
}

// standIn is a folder with a parallel that knows just what our line asks of it: the last
// argument is a command, run for each line of the input in the place of {}.
func standIn(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	script := "#!/bin/sh\nfor command; do :; done\nexec xargs -I{} sh -c \"$command\"\n"
	if err := os.WriteFile(filepath.Join(dir, "parallel"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func absolute(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(name)
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// task runs a command as an engine would, which takes any other end than 0 for a failure.
func task(t *testing.T, dir string, environ []string, command ...string) {
	t.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir, cmd.Env = dir, append(os.Environ(), environ...)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", environ, err, out)
	}
}

// TestPartsAreTheWhole runs each way of dividing a clients file, and compares what the
// parts make with what one run makes: the lines of the manifests, and every packet.
func TestPartsAreTheWhole(t *testing.T) {
	clients, err := os.ReadFile("clinic-day/clients.csv")
	if err != nil {
		t.Fatal(err)
	}
	clinic := func(t *testing.T) string {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "clients.csv"), clients, 0o600); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	one := clinic(t)
	task(t, one, nil, "sh", "-c", "expunge batch clients.csv -o whole --as-of 2026-11-23 --formats pdf --quiet || [ $? -eq 4 ]")
	wantLines, wantPackets := gathered(t, one, "whole")
	if len(wantLines) < 5 || len(wantPackets) < 20 {
		t.Fatalf("one run makes %d lines and %d files", len(wantLines), len(wantPackets))
	}
	for name, run := range arrays("") {
		t.Run(name, func(t *testing.T) {
			dir := clinic(t)
			run(t, dir)
			lines, packets := gathered(t, dir, "part-*")
			if d := cmp.Diff(wantLines, lines); d != "" {
				t.Errorf("the manifests (-one run +parts)\n%s", d)
			}
			for file, text := range wantPackets {
				if packets[file] != text {
					t.Errorf("%s differs", file)
				}
			}
			if len(packets) != len(wantPackets) {
				t.Errorf("%d files, want %d", len(packets), len(wantPackets))
			}
			if text, err := os.ReadFile(filepath.Join(dir, "manifest.jsonl")); name == "parallel" && (err != nil || strings.Count(string(text), "\n") != len(wantLines)) {
				t.Errorf("the manifests were not put together: %v", err)
			}
			run(t, dir) // again: nothing is left to do, and it is no failure
		})
	}
}

// TestPartsOfAScreeningAreTheWhole runs each way of dividing a screening, twice, and compares
// the answers of the parts with those of one run.
func TestPartsOfAScreeningAreTheWhole(t *testing.T) {
	clients, err := os.ReadFile("clinic-day/clients.csv")
	if err != nil {
		t.Fatal(err)
	}
	records := func(t *testing.T) string {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "records.csv"), clients, 0o600); err != nil {
			t.Fatal(err)
		}
		return dir
	}
	one := records(t)
	task(t, one, nil, "sh", "-c", "expunge screen records.csv -o answers.csv --as-of 2026-11-23 --quiet || [ $? -eq 3 ]")
	head, want := answers(t, filepath.Join(one, "answers.csv"))
	if len(want) < 10 || !strings.Contains(strings.Join(want, ""), ",problem,") {
		t.Fatalf("one run gives %d answers", len(want))
	}
	for name, run := range arrays("screen-") {
		t.Run(name, func(t *testing.T) {
			dir := records(t)
			run(t, dir)
			run(t, dir) // again, and it is no failure
			var got []string
			for part := range parts {
				first, lines := answers(t, filepath.Join(dir, fmt.Sprintf("answers-%d.csv", part+1)))
				if got = append(got, lines...); first != head {
					t.Errorf("part %d begins with %q", part+1, first)
				}
			}
			slices.Sort(got)
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("the answers (-one run +parts)\n%s", d)
			}
			if name == "parallel" {
				first, together := answers(t, filepath.Join(dir, "answers.csv"))
				if d := cmp.Diff(want, together); d != "" || first != head {
					t.Errorf("the answers were not put together: %s", d)
				}
			}
		})
	}
}

// answers returns the headers of a file of answers, and its lines, sorted.
func answers(t *testing.T, path string) (head string, lines []string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Collect(strings.Lines(string(text)))
	if len(all) == 0 {
		t.Fatalf("%s is empty", path)
	}
	head, lines = all[0], all[1:]
	slices.Sort(lines)
	return head, lines
}

// gathered returns the lines of the manifests of some folders, sorted, and the files of
// their packets by case and name.
func gathered(t *testing.T, dir, pattern string) (lines []string, packets map[string]string) {
	t.Helper()
	folders, err := filepath.Glob(filepath.Join(dir, pattern))
	if err != nil || len(folders) == 0 {
		t.Fatal("no folder was made", err)
	}
	packets = map[string]string{}
	for _, folder := range folders {
		manifest, err := os.ReadFile(filepath.Join(folder, "manifest.jsonl"))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(strings.TrimSuffix(string(manifest), "\n"), "\n")...)
		found, err := filepath.Glob(filepath.Join(folder, "*", "*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range found {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if rel, _ := filepath.Rel(folder, file); !strings.HasPrefix(rel, ".") {
				packets[rel] = string(text)
			}
		}
	}
	lines = slices.DeleteFunc(lines, func(s string) bool { return s == "" })
	slices.Sort(lines)
	return lines, packets
}
