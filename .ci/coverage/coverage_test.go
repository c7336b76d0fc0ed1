package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const profile = `mode: set
expunge/rules/a.go:1.2,3.4 2 1
expunge/rules/a.go:5.2,6.4 1 0
expunge/rules/a.go:5.2,6.4 1 1
expunge/rules/b.go:9.1,9.1 0 0
expunge/forms/c.go:7.2,8.4 3 0
`

func TestTheBlocksOfAPackage(t *testing.T) {
	for _, c := range []struct{ profile, whole, says, fails string }{
		{profile, "expunge/rules", "all 2 blocks of statements of expunge/rules are run", ""},
		{profile, "expunge/forms", "expunge/forms/c.go:7:2: no test runs this", "1 of the 1 blocks of expunge/forms"},
		{profile, "", "expunge/forms                  0.00 % of     3 statements", ""},
		{profile, "expunge/rulez", "", "the profile has no package expunge/rulez"},
		{"mode: set\n", "", "", "is empty"},
		{"mode: set\nexpunge/rules/a.go 1\n", "", "", "is not a line of a profile"},
		{profile + strings.Repeat("x", 70_000), "expunge/rules", "", "token too long"},
	} {
		name := filepath.Join(t.TempDir(), "coverage.out")
		if err := os.WriteFile(name, []byte(c.profile), 0o600); err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		err := run([]string{"-whole", c.whole, name}, &out)
		if (err == nil) != (c.fails == "") || (err != nil && !strings.Contains(err.Error(), c.fails)) {
			t.Errorf("%q: %v, want %q", c.whole, err, c.fails)
		}
		if !strings.Contains(out.String(), c.says) {
			t.Errorf("%q does not say %q:\n%s", c.whole, c.says, out.String())
		}
	}
}
