package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func packet(text string) []File {
	return []File{{"packet.pdf", []byte(text)}, {"confidential.pdf", []byte("same")}}
}

func receiptOf(list []File) File {
	var b strings.Builder
	b.WriteString(`{"schema":"expunge/receipt/1","files":[`)
	for i, f := range list {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString(`{"name":"` + f.Name + `","sha256":"` + Digest(f.Bytes) + `"}`)
	}
	b.WriteString("]}")
	return File{ReceiptName, []byte(b.String())}
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		b, err := os.ReadFile(path)
		out[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestANewFolderAppearsWholeWithNarrowModes(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "packets", "CASE-1")
	r, err := WriteFolder(dir, packet("one"), Keep)
	if err != nil {
		t.Fatal(err)
	}
	if r.Unchanged() {
		t.Error("a new folder is not unchanged")
	}
	want := map[string]string{"packets/CASE-1/packet.pdf": "one", "packets/CASE-1/confidential.pdf": "same"}
	if d := cmp.Diff(want, tree(t, root)); d != "" {
		t.Error(d)
	}
	if runtime.GOOS == "windows" {
		return
	}
	for path, mode := range map[string]fs.FileMode{
		"packets": 0o700, "packets/CASE-1": 0o700, "packets/CASE-1/packet.pdf": 0o600,
	} {
		info, err := os.Stat(filepath.Join(root, path))
		if err != nil || info.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v; want %v", path, info.Mode().Perm(), err, mode)
		}
	}
}

func TestTheSameBytesCountAsUnchanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "CASE-1")
	for i := range 2 {
		r, err := WriteFolder(dir, packet("one"), Keep)
		if err != nil {
			t.Fatal(err)
		}
		if r.Unchanged() != (i == 1) {
			t.Errorf("run %d: %v", i, r)
		}
	}
}

func TestADifferentFileIsKeptAndNothingIsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "CASE-1")
	if _, err := WriteFolder(dir, packet("one"), Keep); err != nil {
		t.Fatal(err)
	}
	_, err := WriteFolder(dir, append(packet("two"), File{"new.md", nil}), Keep)
	var exists *ExistsError
	if !errors.As(err, &exists) {
		t.Fatalf("got %v", err)
	}
	if d := cmp.Diff([]string{"packet.pdf"}, exists.Names); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(map[string]string{"packet.pdf": "one", "confidential.pdf": "same"}, tree(t, dir)); d != "" {
		t.Error(d)
	}
}

func TestReplaceRemovesOnlyWhatAnOlderRunMadeAndNobodyChanged(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "CASE-1")
	old := []File{{"packet.pdf", []byte("one")}, {"petition.md", []byte("ours")}, {"order.md", []byte("ours")}}
	if _, err := WriteFolder(dir, append(old, receiptOf(old)), Keep); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"order.md": "edited by hand", "letter.txt": "theirs"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	now := []File{{"packet.pdf", []byte("two")}}
	rec := receiptOf(now)
	r, err := WriteFolder(dir, append(now, rec), Replace)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"packet.pdf": "two", "order.md": "edited by hand", "letter.txt": "theirs", ReceiptName: string(rec.Bytes)}
	if d := cmp.Diff(want, tree(t, dir)); d != "" {
		t.Error(d)
	}
	entries := []Entry{{"packet.pdf", Written}, {ReceiptName, Written}, {"petition.md", Removed}, {"order.md", Kept}}
	if d := cmp.Diff(entries, r.Entries); d != "" {
		t.Error(d)
	}
}

func TestAReplacedFileIsNarrowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes on this system")
	}
	dir := t.TempDir()
	path := filepath.Join(dir, "packet.pdf")
	if err := os.WriteFile(path, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFolder(dir, packet("new"), Replace); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info.Mode(), err)
	}
}

func TestLinksAndFoldersAreNotWrittenThrough(t *testing.T) {
	root := t.TempDir()
	elsewhere := filepath.Join(root, "elsewhere")
	if err := os.Mkdir(elsewhere, 0o700); err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(root, "CASE-1")
	if err := os.Symlink(elsewhere, link); err != nil {
		t.Skip("this system makes no links here")
	}
	var place *PlaceError
	if _, err := WriteFolder(link, packet("one"), Replace); !errors.As(err, &place) {
		t.Errorf("a linked folder: %v", err)
	}
	if _, err := WriteFolder(link+"/", packet("one"), Replace); !errors.As(err, &place) {
		t.Errorf("a linked folder with a slash: %v", err)
	}
	if err := os.Symlink(filepath.Join(root, "secret"), filepath.Join(elsewhere, "packet.pdf")); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFolder(elsewhere, packet("one"), Replace); !errors.As(err, &place) {
		t.Errorf("a linked file: %v", err)
	}
	if err := os.WriteFile(filepath.Join(root, "plain"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"plain", "plain/CASE-1"} {
		if _, err := WriteFolder(filepath.Join(root, dir), packet("one"), Replace); err == nil {
			t.Errorf("%s: written into a file", dir)
		}
	}
}

func TestAFailureLeavesNothingBehind(t *testing.T) {
	root := t.TempDir()
	long := strings.Repeat("x", 300)
	_, err := WriteFolder(filepath.Join(root, "packets", "deep", "CASE-1"), []File{{"ok", nil}, {long, nil}}, Keep)
	if err == nil {
		t.Skip("this system takes names of any length")
	}
	left, err := os.ReadDir(root)
	if err != nil || len(left) != 0 {
		t.Errorf("left behind: %v %v", left, err)
	}
}

func TestNamesStayWithinTheFolder(t *testing.T) {
	for _, name := range []string{"", ".", "..", "../x", "a/b", `a\b`, "/x", ".hidden"} {
		if _, err := WriteFolder(filepath.Join(t.TempDir(), "d"), []File{{Name: name}}, Keep); err == nil {
			t.Errorf("%q was taken", name)
		}
	}
	if _, err := WriteFolder(filepath.Join(t.TempDir(), "d"), []File{{Name: "a"}, {Name: "A"}}, Keep); err == nil {
		t.Error("two names that differ in case alone were taken")
	}
}

func TestAReceiptCannotPointOutOfItsFolder(t *testing.T) {
	root := t.TempDir()
	outside := filepath.Join(root, "outside")
	if err := os.WriteFile(outside, []byte("theirs"), 0o600); err != nil {
		t.Fatal(err)
	}
	bad := []byte(`{"schema":"expunge/receipt/1","files":[{"name":"../outside","sha256":"` + Digest([]byte("theirs")) + `"}]}`)
	dir := filepath.Join(root, "CASE-1")
	if _, err := WriteFolder(dir, []File{{ReceiptName, bad}}, Keep); err != nil {
		t.Fatal(err)
	}
	if _, err := WriteFolder(dir, []File{{"packet.pdf", nil}, {ReceiptName, []byte("{}")}}, Replace); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}
