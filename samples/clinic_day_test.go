package samples

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/petition/cli"
)

// digest is any digest: bytes may differ between releases of Go, so the sample does not
// keep them.
var digest = regexp.MustCompile(`[0-9a-f]{64}`)

// A clinic day is run as the README has it; what came of each case, the lines for the desk
// and the rows to mend are compared.
func TestTheClinicDayGivesItsManifest(t *testing.T) {
	out := t.TempDir()
	var said bytes.Buffer
	code := cli.Main(context.Background(), []string{"batch", "clinic-day/clients.csv", "-o", out, "--formats", "pdf"}, cli.Streams{Err: &said}, clock)
	if code != 4 {
		t.Fatalf("batch ends with %d: %s", code, said.String())
	}
	for _, name := range []string{"manifest.jsonl", "summary.csv", "problems.csv"} {
		b, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		got := digest.ReplaceAllString(string(b), "(digest)")
		path := filepath.Join("clinic-day", "expected", name)
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v; run: go test ./samples -update", err)
			continue
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s differs (- expected, + now); read it, then run: go test ./samples -update\n%s", name, diff)
		}
	}
}
