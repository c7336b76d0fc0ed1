// Package samples proves the program on invented matters: each folder holds a case file
// and, under expected, what must come of it.
package samples

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"expunge/forms"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/cli"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

var update = flag.Bool("update", false, "rewrite the expected files")

// today is the day every sample is assessed on.
var today = petition.NewDate(2026, time.November, 23)

// matters lists the folders of the samples. A walk that finds none, or fewer than are
// promised, fails.
func matters(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("*/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if len(found) < 8 {
		t.Fatalf("found %d samples, want at least 8", len(found))
	}
	for i, f := range found {
		found[i] = filepath.Dir(f)
	}
	return found
}

func TestEverySampleGivesItsPapers(t *testing.T) {
	for _, name := range matters(t) {
		t.Run(name, func(t *testing.T) {
			got := produce(t, name)
			dir := filepath.Join(name, "expected")
			if *update {
				rewrite(t, dir, got)
			}
			for file, text := range got {
				want, err := os.ReadFile(filepath.Join(dir, file))
				if err != nil {
					t.Errorf("%v; run: go test ./samples -update", err)
					continue
				}
				if diff := cmp.Diff(string(want), text); diff != "" {
					t.Errorf("%s differs (- expected, + now); read it, then run: go test ./samples -update\n%s", file, diff)
				}
			}
			for _, file := range kept(t, dir) {
				if _, ok := got[file]; !ok {
					t.Errorf("%s is expected and no longer made", file)
				}
			}
		})
	}
}

// produce makes everything a sample is judged by: the assessment as text, each paper
// as Markdown, and the outline of the pages.
func produce(t *testing.T, name string) map[string]string {
	t.Helper()
	c := read(t, name)
	out := map[string]string{"assessment.txt": check(t, name)}
	p, err := packet.Build(c, packet.Options{Program: "expunge", AsOf: today, Office: office(), Formats: []packet.Format{packet.Markdown}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range p.Files {
		if strings.HasSuffix(f.Name, ".md") {
			out[f.Name] = string(f.Bytes)
		}
	}
	pages, err := pdf.Outline(forms.Compose(c, rules.Assess(c, today), office()))
	if err != nil {
		t.Fatal(err)
	}
	out["pages.txt"] = pages
	return out
}

// office is the clinic of every sample.
func office() forms.Office { return forms.Office{Papers: forms.DefaultPapers()} }

func read(t *testing.T, name string) petition.Case {
	t.Helper()
	file := filepath.Join(name, "case.yaml")
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	rec, err := intake.ReadYAML(file, f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	for _, d := range rec.Check(today) {
		t.Errorf("the sample has a problem: %s", d)
	}
	return rec.Case
}

// check runs the command on the sample, as a reader of the README would.
func check(t *testing.T, name string) string {
	t.Helper()
	var out, errs bytes.Buffer
	clock := func() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) }
	code := cli.Main(context.Background(), []string{"check", "--why", name + "/case.yaml"}, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &errs}, clock)
	if code != 0 {
		t.Fatalf("check ends with %d: %s", code, errs.String())
	}
	return out.String()
}

func rewrite(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, old := range kept(t, dir) {
		if err := os.Remove(filepath.Join(dir, old)); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range slices.Sorted(maps.Keys(files)) {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(files[file]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// kept lists the expected files; pictures for the README are not among them.
func kept(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	var out []string
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".png") {
			out = append(out, e.Name())
		}
	}
	return out
}

// Each sample's folder is told of in the README, which uses them as its tutorial.
func TestTheReadmeTellsOfEverySample(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range matters(t) {
		if !bytes.Contains(readme, []byte("`"+name+"`")) {
			t.Errorf("the README does not tell of %s", name)
		}
	}
}
