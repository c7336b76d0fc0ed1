package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
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

// TestWhatCannotBeRemovedStaysListed stops a run before and after each file it removes. The
// receipt lists what is left over until it is gone, and the next run ends the same.
func TestWhatCannotBeRemovedStaysListed(t *testing.T) {
	old := []File{{"packet.pdf", []byte("one")}, {"confidential.pdf", []byte("plain")}, {"petition-2.pdf", []byte("ours")}}
	now := []File{{"packet.pdf", []byte("two")}, {"confidential.pdf.age", []byte("sealed")}}
	now = append([]File{receiptOf(now)}, now...)
	for at, stopped := range []string{"confidential.pdf", "petition-2.pdf"} {
		for _, after := range []bool{false, true} {
			dir := filepath.Join(t.TempDir(), "CASE-1")
			if _, err := WriteFolder(dir, append(slices.Clone(old), receiptOf(old)), Keep); err != nil {
				t.Fatal(err)
			}
			calls := 0
			remove := func(path string) error {
				if calls++; calls <= at {
					return os.Remove(path)
				}
				if after {
					return errors.Join(os.Remove(path), &fs.PathError{Op: "remove", Path: path, Err: fs.ErrPermission})
				}
				return &fs.PathError{Op: "remove", Path: path, Err: fs.ErrPermission}
			}
			if _, err := update(dir, now, Replace, remove); err == nil || !strings.Contains(err.Error(), filepath.Join(dir, stopped)) {
				t.Errorf("the error does not name %s: %v", stopped, err)
			}
			if got := tree(t, dir)[ReceiptName]; got != string(receiptOf(old).Bytes) {
				t.Errorf("%s: the new receipt stands already: %s", stopped, got)
			}
			if _, err := WriteFolder(dir, now, Replace); err != nil {
				t.Fatal(err)
			}
			want := map[string]string{"packet.pdf": "two", "confidential.pdf.age": "sealed", ReceiptName: string(now[0].Bytes)}
			if d := cmp.Diff(want, tree(t, dir)); d != "" {
				t.Error(d)
			}
		}
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

func mode(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode().Perm()
}

func TestWhatIsUnchangedIsNarrowedToo(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes on this system")
	}
	root := t.TempDir()
	dir := filepath.Join(root, "CASE-1")
	if _, err := WriteFolder(dir, packet("one"), Keep); err != nil {
		t.Fatal(err)
	}
	theirs := filepath.Join(dir, "letter.txt")
	if err := os.WriteFile(theirs, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, loose := range map[string]fs.FileMode{root: 0o755, dir: 0o755, filepath.Join(dir, "packet.pdf"): 0o644, theirs: 0o644} {
		if err := os.Chmod(path, loose); err != nil {
			t.Fatal(err)
		}
	}
	if r, err := WriteFolder(dir, packet("one"), Keep); err != nil || !r.Unchanged() {
		t.Fatal(r, err)
	}
	for path, want := range map[string]fs.FileMode{root: 0o755, dir: 0o700, filepath.Join(dir, "packet.pdf"): 0o600, theirs: 0o644} {
		if got := mode(t, path); got != want {
			t.Errorf("%s: %v, want %v", filepath.Base(path), got, want)
		}
	}
}

func TestAReceiptOfTheSameFactsIsRenewed(t *testing.T) {
	receipt := func(asOf, input string) File {
		return File{ReceiptName, []byte(`{"schema":"expunge/receipt/1","as_of":"` + asOf + `","input_sha256":"` + input + `"}`)}
	}
	dir := filepath.Join(t.TempDir(), "CASE-1")
	if _, err := WriteFolder(dir, append(packet("one"), receipt("2026-11-23", "a")), Keep); err != nil {
		t.Fatal(err)
	}
	r, err := WriteFolder(dir, append(packet("one"), receipt("2026-11-23", "b")), Keep)
	if err != nil || !r.Unchanged() || r.Entries[2].State != Renewed {
		t.Fatal(r, err)
	}
	if got := tree(t, dir)[ReceiptName]; !strings.Contains(got, `"b"`) {
		t.Error(got)
	}
	for name, list := range map[string][]File{
		"another day":   append(packet("one"), receipt("2026-11-24", "b")),
		"another paper": append(packet("two"), receipt("2026-11-23", "c")),
	} {
		_, err := WriteFolder(dir, list, Keep)
		var exists *ExistsError
		if !errors.As(err, &exists) || exists.AsOf != "2026-11-23" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOneFileIsWrittenWhole(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "case.yaml")
	for _, text := range []string{"one", "two"} {
		if err := Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if runtime.GOOS != "windows" && mode(t, path) != 0o600 {
			t.Errorf("mode %v", mode(t, path))
		}
		if err := os.Chmod(path, 0o644); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(map[string]string{"case.yaml": text}, tree(t, dir)); d != "" {
			t.Error(d)
		}
	}
	link := filepath.Join(dir, "link.yaml")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("this system makes no links here")
	}
	if err := Write(link, []byte("three")); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 || tree(t, dir)["case.yaml"] != "three" {
		t.Error("the link was replaced", err)
	}
	if err := Write(filepath.Join(dir, "nowhere", "x"), nil); err == nil {
		t.Error("written into a folder that is not there")
	}
}

func TestCompare(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"same.pdf": "a", "changed.pdf": "b", ReceiptName: "{}", "extra.txt": "c"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "more"), 0o700); err != nil {
		t.Fatal(err)
	}
	sum := func(name string) Sum { return Sum{name, Digest([]byte("a"))} }
	got, err := Compare(dir, []Sum{sum("same.pdf"), sum("changed.pdf"), sum("gone.pdf"), sum("folder.pdf"), sum("../same.pdf")})
	if err != nil {
		t.Fatal(err)
	}
	want := []Compared{
		{"same.pdf", Same},
		{"changed.pdf", Changed},
		{"gone.pdf", Missing},
		{"folder.pdf", Changed},
		{"../same.pdf", Missing},
		{"extra.txt", Extra},
		{"more", Extra},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	got, err = Compare(dir, []Sum{sum("changed.pdf"), {"changed.pdf", Digest([]byte("b"))}, sum("changed.pdf"), {ReceiptName, Digest([]byte("{}"))}})
	if err != nil || cmp.Diff([]Compared{{"changed.pdf", Changed}, {ReceiptName, Same}}, got[:2]) != "" || len(got) != 6 {
		t.Errorf("a name that is listed again and again: %v, %v", got, err)
	}
	if _, err := Compare(filepath.Join(dir, "nowhere"), nil); err == nil {
		t.Error("a folder that is not there was compared")
	}
}

func TestSweepTakesOnlyWhatWasUnfinished(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a[b]") // no pattern
	for _, name := range []string{".tmp-A-1-123/packet.pdf", ".tmp-summary.csv-9", "A-1/packet.pdf", "A-1/.tmp-packet.pdf-4", ".tmpx", "x.tmp-y", ".tmp-mine", ".tmp-work-1/of/mine", "../up/.tmp-a-1", "../up/.tmp-b-1/c"} {
		path := filepath.Join(dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, nil, 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	up := filepath.Join(filepath.Dir(dir), "up")
	links := os.Symlink(up, filepath.Join(dir, "link")) == nil && os.Symlink(up, filepath.Join(dir, ".tmp-link-1")) == nil
	Sweep(dir, "A-1", "link", "../up", up, "..", "nowhere")
	if got := tree(t, up); len(got) != 2 {
		t.Errorf("outside are left %v", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "A-1", ".tmp-packet.pdf-4")); err == nil {
		t.Error("what a folder within held is left")
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var left []string
	for _, e := range entries {
		left = append(left, e.Name())
	}
	want := []string{".tmp-mine", ".tmp-work-1", ".tmpx", "A-1", "x.tmp-y"}
	if links {
		want = []string{".tmp-link-1", ".tmp-mine", ".tmp-work-1", ".tmpx", "A-1", "link", "x.tmp-y"}
	}
	if !slices.Equal(left, want) {
		t.Errorf("left are %q, want %q", left, want)
	}
}

func TestAnErrorOfWritingNamesTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "there-is-no-such-folder", "summary.csv")
	var at *fs.PathError
	if err := Write(path, nil); !errors.As(err, &at) || at.Path != path {
		t.Errorf("%v", err)
	}
}
