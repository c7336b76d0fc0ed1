package cli

import (
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// ignored reports whether .gitignore keeps a file or folder of the top out of a commit. It
// knows what is used there: comments, "!", a slash at the beginning and at the end, and "*".
func ignored(t *testing.T, patterns, name string, folder bool) bool {
	t.Helper()
	out := false
	for line := range strings.Lines(patterns) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		pattern, again := strings.CutPrefix(line, "!")
		pattern, folders := strings.CutSuffix(strings.TrimPrefix(pattern, "/"), "/")
		ok, err := path.Match(pattern, name)
		if err != nil {
			t.Fatalf(".gitignore: %s: %v", line, err)
		}
		if ok && (folder || !folders) {
			out = !again
		}
	}
	return out
}

// public are the files that documented commands write and that hold nothing of a person, or
// that stand in for the reader's own folders.
func public() []string { return []string{"samples", "law.md", "public.txt"} }

// wantIgnored looks at a folder in which the commands of a document were run, in the place of
// a clone: what they wrote and read is left out of a commit.
func wantIgnored(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	patterns := readHouse(t, ".gitignore")
	for _, e := range entries {
		if name := e.Name(); !ignored(t, patterns, name, e.IsDir()) && !slices.Contains(public(), name) {
			t.Errorf("who follows the document in a clone has %s there, and .gitignore does not keep it out of a commit", name)
		}
	}
}

// What belongs to the project is not ignored, and the reader of patterns reads them right.
func TestTheProjectIsNotIgnored(t *testing.T) {
	entries, err := os.ReadDir(house)
	if err != nil {
		t.Fatal(err)
	}
	patterns := readHouse(t, ".gitignore")
	tree := sectionOf(t, readHouse(t, "README.md"), "The house")
	looked := 0
	for _, e := range entries {
		if strings.Contains(tree, "── "+e.Name()) {
			looked++
			if ignored(t, patterns, e.Name(), e.IsDir()) {
				t.Errorf(".gitignore keeps %s out of a commit", e.Name())
			}
		}
	}
	if looked < 12 {
		t.Errorf("only %d files of the project were found", looked)
	}
	for name, want := range map[string]bool{"a.yaml": true, "b.yaml": false, "a.csv": false, "out": false, "out/": true} {
		name, folder := strings.CutSuffix(name, "/")
		if got := ignored(t, "# x\n/*.yaml\n!/b.yaml\nout/\n", name, folder); got != want {
			t.Errorf("%s is ignored: %v", name, got)
		}
	}
}
