package rules

import (
	"os"
	"strings"
	"testing"
)

// Names as dockets write them, each with the sections it is taken for. The file stands
// beside the table and not in it, so that a name dropped from the table is missed.
func TestTheSectionsOfTheNamesDocketsWrite(t *testing.T) {
	b, err := os.ReadFile("testdata/offense_names.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		name, want, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			t.Fatalf("%q is not a name and its sections", line)
		}
		n++
		if got := strings.Join(likely(name, ""), " "); got != want {
			t.Errorf("%q is taken for %s, want %s", name, got, want)
		}
	}
	if n < 300 {
		t.Errorf("only %d names", n)
	}
}
