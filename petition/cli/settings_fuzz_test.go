package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"expunge/forms/doc/doctest"
)

// FuzzSettings gives whatever text as expunge.yaml to a command that reads settings. It is
// taken, or it is wrong usage with a place or a key; it never fails otherwise, and what is
// said of it can be printed.
func FuzzSettings(f *testing.F) {
	for _, s := range []string{
		"clinic: {name: Example, logo: logo.png}\nformats: [pdf, md]\nlanguage: es\n",
		"columns: [{header: \"Docket No.\", field: \"charges[].cause_number\"}, {header: T, field: ignore}]",
		"columns:\n  - {header: x, field: 'charges[99999999999999999999].offense'}\n  - {field: y}\n  - 7\n",
		"columns: {a: b}", "papers: {verification: maybe}", "law: {hold: [2026-ch-430, '\x1b[2J']}", "default_county: \"\u202eHinds\"",
		"a: &a [*a]", "out: ~root/../x", "clinic:\n", "---\n---\n", "? [a]\n: b\n", "1: 2\n~: 3\n", "clinic.name: x\nclinic: y\n", "\xff\xfe", "encrypt: {recipients: [AGE-SECRET-KEY-1]}",
	} {
		f.Add(s)
	}
	for _, text := range doctest.Naughty() {
		f.Add(text)
		f.Add("clinic: {name: " + text + "}\n")
		f.Add(fmt.Sprintf("%q: 1\n", text))
		f.Add(fmt.Sprintf("out: %q\ndefault_county: %q\n", text, text))
	}
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		file := filepath.Join(dir, "expunge.yaml")
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		var errs bytes.Buffer
		code := Main(t.Context(), []string{"check", "-", "--config", "expunge.yaml"}, Streams{Dir: dir, In: strings.NewReader("{}"), Err: &errs}, clock)
		if code != exitDone && code != exitProblems && code != exitUsage {
			t.Errorf("%q ends with %d: %s", text, code, errs.String())
		}
		said := errs.String()
		if !utf8.ValidString(said) {
			t.Errorf("%q says %q", text, said)
		}
		tame(t, fmt.Sprintf("%q", text), strings.ReplaceAll(said, "\ufffd", "")) // a setting may hold that sign
	})
}

// What never ends is too large: settings, keys and passphrases are read to a limit.
func TestSmallFilesAreReadToALimit(t *testing.T) {
	dir := t.TempDir()
	putFiles(t, dir, map[string][]byte{"most": make([]byte, mostBytes), "more": make([]byte, mostBytes+1)})
	if b, err := small(t.Context(), filepath.Join(dir, "most"), "most"); err != nil || len(b) != mostBytes {
		t.Errorf("%d bytes, %v", len(b), err)
	}
	var wrong *exitError
	if _, err := small(t.Context(), filepath.Join(dir, "more"), "more"); !errors.As(err, &wrong) || wrong.code != exitUsage || wrong.hint == "" {
		t.Errorf("one byte more: %v", err)
	}
	for _, args := range [][]string{
		{"check", "case.yaml", "--config", "more"},
		{"check", "case.yaml", "--identity", "more"},
		{"check", "case.yaml", "--passphrase-file", "more"},
	} {
		if code, _, errs := run(t, dir, args...); code != exitUsage || !strings.Contains(errs, "more is larger than 2 MiB") {
			t.Errorf("%v ends with %d: %s", args, code, errs)
		}
	}
	putFiles(t, dir, map[string][]byte{"expunge.yaml": []byte("encrypt: {recipients_file: more}")})
	if code, _, errs := run(t, dir, "packet", "case.yaml"); code != exitUsage || !strings.Contains(errs, "is larger than 2 MiB") {
		t.Errorf("recipients end with %d: %s", code, errs)
	}
}

// Settings that no clinic writes are refused with their place and a hint of their own.
func TestSettingsBeyondTheirLimitsSaySo(t *testing.T) {
	for text, want := range map[string]string{
		"clinic: " + strings.Repeat("{a: ", 4_000) + strings.Repeat("}", 4_000): "expunge.yaml:1:82: values are nested more than 20 deep\n    hint: a settings file is a few lines long",
		strings.Repeat("k", 2_000) + ": x\n":                                    "expunge.yaml:1:1: a key is longer than 1024 characters\n    hint: begin each line with the name of a setting",
		"clinic: &c {name: x}\nattorney: *c\n":                                  "expunge.yaml:1:9: an anchor (&) is not read\n    hint: ",
	} {
		dir := t.TempDir()
		putFiles(t, dir, map[string][]byte{"expunge.yaml": []byte(text)})
		if code, _, errs := run(t, dir, "check", "case.yaml", "--config", "expunge.yaml"); code != exitUsage || !strings.Contains(errs, want) {
			t.Errorf("%.40s ends with %d: %.300s", text, code, errs)
		}
	}
}
