package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"testing"
)

func TestPagesOfAnEarlierRunGo(t *testing.T) {
	out := t.TempDir()
	for _, name := range []string{"man/expunge-gone.1", "man/expunge-gone.1.gz", "completions/gone.bash", "mine.txt"} {
		if err := write(filepath.Join(out, filepath.FromSlash(name)), []byte("old")); err != nil {
			t.Fatal(err)
		}
	}
	if err := run([]string{"-o", out, "-version", "1.2.3"}); err != nil {
		t.Fatal(err)
	}
	for name, stays := range map[string]bool{
		"man/expunge-gone.1": false, "man/expunge-gone.1.gz": false, "completions/gone.bash": false,
		"mine.txt": true, "man/expunge.1": true, "man/expunge-law.7": true, "completions/_expunge": true,
	} {
		if _, err := os.Stat(filepath.Join(out, filepath.FromSlash(name))); (err == nil) != stays {
			t.Errorf("%s: %v", name, err)
		}
	}
	page, err := os.ReadFile(filepath.Join(out, "man", "expunge.1"))
	if err != nil {
		t.Fatal(err)
	}
	packed, err := os.Open(filepath.Join(out, "man", "expunge.1.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer packed.Close() //nolint:errcheck // it was only read
	z, err := gzip.NewReader(packed)
	if err != nil {
		t.Fatal(err)
	}
	if unpacked, err := io.ReadAll(z); err != nil || !bytes.Equal(unpacked, page) {
		t.Errorf("the packed page is another: %v", err)
	}
}
