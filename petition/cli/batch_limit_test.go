package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestAFileThatIsTooLargeIsToBeDivided gives batch more rows than it keeps, as a whole and in
// parts: it writes nothing, and says what to do.
func TestAFileThatIsTooLargeIsToBeDivided(t *testing.T) {
	dir := t.TempDir()
	text := "case,Offense\n" + strings.Repeat("A-1,theft\n", 200_001)
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"batch", "c.csv"}, {"batch", "c.csv", "--shard", "2/8"}, {"batch", "c.csv", "--shard", "2/8", "--dry-run"}} {
		var out, errs bytes.Buffer
		if code := Main(t.Context(), args, Streams{Out: &out, Err: &errs, Dir: dir}, clock); code != exitProblems || out.Len() > 0 {
			t.Errorf("%v: exit code %d: %s", args, code, out.String())
		}
		for _, want := range []string{
			"more than 200000 rows",
			"divide it into smaller files, with all rows of a case in one of them, and run each by itself",
			"each part of --shard reads the whole file, too",
			"nothing was written",
		} {
			if !strings.Contains(errs.String(), want) {
				t.Errorf("%v lacks %q:\n%s", args, want, errs.String())
			}
		}
		if _, err := os.Stat(filepath.Join(dir, "packets")); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%v: a folder stands: %v", args, err)
		}
	}
}
