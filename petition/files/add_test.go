package files

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestAddSpeaksForItsOwnFilesAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "CASE-1")
	old := packet("one")
	if _, err := WriteFolder(dir, append(old, receiptOf(old)), Keep); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o750); err != nil { //nolint:gosec // the mode a user chose
		t.Fatal(err)
	}
	list := []File{{"list.pdf", []byte("list")}}
	for _, want := range []State{Written, Unchanged} {
		r, err := Add(dir, list, Keep)
		if err != nil || len(r.Entries) != 1 || r.Entries[0] != (Entry{"list.pdf", want}) {
			t.Fatalf("%+v, %v", r, err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != len(old)+2 {
		t.Errorf("%v, %v", entries, err)
	}
	info, err := os.Stat(dir)
	if err != nil || info.Mode().Perm() != 0o750 {
		t.Errorf("the folder has mode %v: %v", info.Mode(), err)
	}
	if info, err = os.Stat(filepath.Join(dir, "list.pdf")); err != nil || info.Mode().Perm() != fileMode {
		t.Errorf("the file has mode %v: %v", info.Mode(), err)
	}
}

func TestAddReplacesOnlyWhenAsked(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "CASE-1")
	if _, err := Add(dir, []File{{"a", []byte("one")}}, Keep); err != nil {
		t.Fatal(err)
	}
	other := []File{{"b", []byte("new")}, {"a", []byte("two")}}
	var exists *ExistsError
	if _, err := Add(dir, other, Keep); !errors.As(err, &exists) {
		t.Fatalf("%v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "b")); err == nil {
		t.Error("a file was written beside one that differs")
	}
	if _, err := Add(dir, other, Replace); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(filepath.Join(dir, "a")); err != nil || string(b) != "two" {
		t.Errorf("%q, %v", b, err)
	}
	var place *PlaceError
	if _, err := Add(filepath.Join(dir, "a"), other, Replace); !errors.As(err, &place) {
		t.Errorf("%v", err)
	}
	if _, err := Add(dir, []File{{"../a", nil}}, Replace); err == nil {
		t.Error("a name left the folder")
	}
	if link := filepath.Join(t.TempDir(), "link"); os.Symlink(dir, link) == nil {
		if r, err := Add(link, other, Keep); err != nil || !r.Unchanged() {
			t.Errorf("through a link: %+v, %v", r, err)
		}
	}
}
