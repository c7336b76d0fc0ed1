package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A stream that panics stands in for any fault of the program: the value of the panic
// holds facts of a person, as that of a real one may.
type panicky struct{ after string }

const whatFaultsHold = "Jane Canaryson 900-12-3456 1961-07-23"

func (f panicky) Write(b []byte) (int, error) {
	if bytes.Contains(b, []byte(f.after)) {
		panic(whatFaultsHold)
	}
	return len(b), nil
}

func (panicky) Read([]byte) (int, error) { panic(whatFaultsHold) }

// hold fails the test if a text tells something of the person of a fault.
func hold(t *testing.T, text string) {
	t.Helper()
	for word := range strings.FieldsSeq(whatFaultsHold) {
		if strings.Contains(text, word) {
			t.Errorf("%q stands in:\n%s", word, text)
		}
	}
}

func TestAFaultOfTheProgramNamesNobody(t *testing.T) {
	dir := t.TempDir()
	two, err := os.ReadFile("testdata/cases/two.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "two.yaml"), two, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, s := range map[string]Streams{
		"check two.yaml":     {Out: panicky{}},
		"packet two.yaml":    {Out: panicky{}},
		"packet - -o other":  {In: panicky{}},
		"batch - -o batch":   {In: panicky{}},
		"screen -":           {In: panicky{}},
		"screen - --json":    {In: strings.NewReader(severalBlocks()), Out: panicky{"A-0"}},
		"template case":      {Out: panicky{}},
		"law 99-19-71(2)":    {Out: panicky{}},
		"check --json -":     {In: panicky{}},
		"checklist two.yaml": {Out: panicky{}},
	} {
		var errs bytes.Buffer
		s.Err, s.Dir = &errs, dir
		code := Main(t.Context(), strings.Fields(name), s, clock)
		hold(t, errs.String())
		for _, want := range []string{"the program failed (string)", "a fault of expunge, not of your file", "cli.panicky.", "crash_test.go:", "law edition"} {
			if code != exitMachine || !strings.Contains(errs.String(), want) {
				t.Errorf("%s: exit code %d, %q is missing from:\n%s", name, code, want, errs.String())
			}
		}
	}
}
