//go:build unix

package cli

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestVerifyReadsNoPipeAndNoDevice puts what is no file in the place of a receipt, of a
// paper and of a manifest. A pipe would be waited for, and a device may never end.
func TestVerifyReadsNoPipeAndNoDevice(t *testing.T) {
	pipe := func(path string) error {
		err := syscall.Mkfifo(path, 0o600)
		go func() { // who reads it all the same comes to an end
			if f, err := os.OpenFile(path, os.O_WRONLY, 0); err == nil {
				_ = f.Close()
			}
		}()
		t.Cleanup(func() {
			if f, err := os.OpenFile(path, os.O_RDONLY|syscall.O_NONBLOCK, 0); err == nil {
				_ = f.Close()
			}
		})
		return err
	}
	link := func(path string) error { return os.Symlink("/dev/null", path) }
	huge := func(path string) error {
		return errors.Join(os.WriteFile(path, nil, 0o600), os.Truncate(path, 1<<30+1))
	}
	id := facts()["case"]
	for _, x := range []struct {
		name  string
		place func(string) error
		says  string
	}{
		{id + "/receipt.json", pipe, "it is a device, not a file"},
		{id + "/receipt.json", link, "it is a symbolic link, not a file"},
		{id + "/receipt.json", huge, "it is a file of more than 4 MiB"},
		{id + "/packet.pdf", pipe, "packet.pdf"},
		{id + "/packet.pdf", huge, "packet.pdf"},
		{"manifest.jsonl", pipe, "manifest.jsonl is a device, not a file"},
		{"manifest.jsonl", link, "manifest.jsonl is a symbolic link, not a file"},
		{"manifest.jsonl", huge, "manifest.jsonl is a file of more than 1024 MiB"},
		{".expunge/folder.json", huge, "folder.json is a file of more than 1 MiB"},
		{".expunge/folder.json", pipe, "folder.json is a device, not a file"},
		{"summary.csv", pipe, "summary.csv"},
	} {
		l := locked{dir: t.TempDir()}
		place(t, l.dir, "clients.csv", asCSV(t, asRows(facts())))
		if code, _, errs := l.run(t, "batch", "clients.csv", "-o", "day"); code != exitDone {
			t.Fatalf("exit code %d\n%s", code, errs)
		}
		at := filepath.Join(l.dir, "day", x.name)
		if err := errors.Join(os.Remove(at), x.place(at)); err != nil {
			t.Fatal(err)
		}
		code, out, errs := l.run(t, "verify", "day")
		if code != exitProblems || !strings.Contains(out+errs, x.says) || strings.Contains(out+errs, "nothing was written") {
			t.Errorf("%s: exit code %d\n%s%s", x.name, code, out, errs)
		}
	}
}
