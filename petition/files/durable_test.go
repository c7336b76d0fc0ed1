package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestAFolderIsSynced(t *testing.T) {
	dir := t.TempDir()
	if err := SyncFolder(dir); err != nil {
		t.Error(err)
	}
	if err := SyncFolder(filepath.Join(dir, "gone")); runtime.GOOS != "windows" && !errors.Is(err, fs.ErrNotExist) {
		t.Error("a folder that is not there was synced", err)
	}
}

func TestNarrowTakesFromOursAlone(t *testing.T) {
	if runtime.GOOS == "windows" {
		return // it has no such modes
	}
	top := t.TempDir()
	dir, outside := filepath.Join(top, "A-1"), filepath.Join(top, "outside.txt")
	if err := errors.Join(os.MkdirAll(filepath.Join(dir, "theirs"), 0o700), os.Symlink(outside, filepath.Join(dir, "link.pdf")), os.Symlink(top, filepath.Join(top, "B-1"))); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{outside, filepath.Join(dir, "packet.pdf"), filepath.Join(dir, "scan.pdf")} {
		if err := os.WriteFile(path, []byte("text"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	another := filepath.Join(top, "another name")
	if err := errors.Join(os.WriteFile(another, []byte("linked"), 0o600), os.Link(another, filepath.Join(dir, "linked.pdf"))); err != nil {
		t.Fatal(err)
	}
	all := []string{top, dir, outside, filepath.Join(dir, "packet.pdf"), filepath.Join(dir, "scan.pdf"), filepath.Join(dir, "theirs"), another, filepath.Join(dir, "linked.pdf")}
	for _, path := range all {
		if err := os.Chmod(path, 0o777); err != nil { //nolint:gosec // what is to be narrowed
			t.Fatal(err)
		}
	}
	err := errors.Join(
		NarrowFolder(dir), NarrowFolder(filepath.Join(top, "B-1")),
		NarrowFiles(dir, []string{"packet.pdf", "linked.pdf", "link.pdf", "theirs", "gone.pdf", "../outside.txt"}),
	)
	if err != nil {
		t.Error(err)
	}
	for i, want := range []fs.FileMode{0o777, 0o700, 0o777, 0o600, 0o777, 0o777, 0o777, 0o600} {
		if got := mode(t, all[i]); got != want {
			t.Errorf("%s has the mode %o, want %o", all[i], got, want)
		}
	}
}

func TestFilesAreSynced(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
	if err := SyncFiles(filepath.Join(dir, "A"), []string{"packet.pdf", ReceiptName}); err != nil {
		t.Error(err)
	}
	if err := SyncFiles(filepath.Join(dir, "A"), []string{"packet.pdf", "gone.pdf"}); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a file that is not there was synced", err)
	}
	var place *PlaceError
	if err := SyncFiles(dir, []string{"A"}); !errors.As(err, &place) {
		t.Error("a folder in the place of a file was synced", err)
	}
}
