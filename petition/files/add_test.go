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

func TestWhatIsAddedAndListedIsKnown(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "CASE-1")
	old := packet("one")
	receipt := receiptOf(old)
	if _, err := WriteFolder(dir, append(old, receipt), Keep); err != nil {
		t.Fatal(err)
	}
	add := func(p Policy, list ...File) Result {
		t.Helper()
		r, err := AddListed(dir, list, p)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	pdf, md := File{"list.pdf", []byte("list")}, File{"list.md", []byte("list")}
	if r := add(Keep, pdf); r.Unchanged() {
		t.Errorf("the first time: %+v", r)
	}
	if r := add(Keep, md); len(r.Entries) != 2 || r.Entries[1] != (Entry{ListName, Written}) {
		t.Errorf("a second file: %+v", r)
	}
	if r := add(Keep, pdf); !r.Unchanged() {
		t.Errorf("the same again: %+v", r)
	}
	if got, known := addedTo(dir); !known || len(got) != 2 || got[0].Name != "list.md" || got[1].SHA256 != Digest(pdf.Bytes) {
		t.Errorf("listed %v", got)
	}
	if err := os.Remove(filepath.Join(dir, "list.md")); err != nil {
		t.Fatal(err)
	}
	add(Replace, File{"list.pdf", []byte("another")})
	if got, _ := addedTo(dir); len(got) != 1 || got[0].SHA256 != Digest([]byte("another")) {
		t.Errorf("listed %v", got)
	}
	if got := standings(t, dir, standing(dir).Files); got["list.pdf"] != Same || got[ListName] != "" {
		t.Errorf("%v", got)
	}
	if err := os.WriteFile(filepath.Join(dir, "list.pdf"), []byte("by hand"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := standings(t, dir, nil); got["list.pdf"] != Changed {
		t.Errorf("%v", got)
	}
	if err := os.Remove(filepath.Join(dir, "list.pdf")); err != nil {
		t.Fatal(err)
	}
	if got, named := standings(t, dir, nil)["list.pdf"]; named {
		t.Errorf("what is gone counts as %v", got)
	}
}

func standings(t *testing.T, dir string, list []Sum) map[string]Standing {
	t.Helper()
	all, err := Compare(dir, list)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]Standing{}
	for _, c := range all {
		out[c.Name] = c.Standing
	}
	return out
}

func TestAListThatIsNotOursIsKept(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, ListName)
	list := []File{{"list.pdf", []byte("list")}}
	var exists *ExistsError
	for _, text := range []string{"", "mine", `{"schema":"shop/added/1"}`} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := AddListed(dir, list, Keep); !errors.As(err, &exists) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := os.Stat(filepath.Join(dir, "list.pdf")); err == nil {
		t.Error("something was written beside it")
	}
	if _, err := AddListed(dir, list, Replace); err != nil {
		t.Error(err)
	}
	target := filepath.Join(t.TempDir(), "victim")
	if err := os.Remove(path); err != nil || os.Symlink(target, path) != nil {
		t.Skip("this system makes no links")
	}
	var place *PlaceError
	if _, err := AddListed(dir, list, Replace); !errors.As(err, &place) {
		t.Errorf("a link: %v", err)
	}
	if _, err := os.Lstat(target); err == nil {
		t.Error("the link was followed")
	}
}
