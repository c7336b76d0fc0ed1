package files

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packetIn writes a packet of ours: a receipt that lists the files.
func packetIn(t *testing.T, dir string, names ...string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	r := receipt{Schema: "expunge/receipt/1", AsOf: "2026-11-23"}
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
		r.Files = append(r.Files, Sum{name, Digest([]byte(name))})
	}
	writeReceipt(t, dir, r)
}

func writeReceipt(t *testing.T, dir string, r receipt) {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ReceiptName), b, 0o600); err != nil {
		t.Fatal(err)
	}
}

func everyFile(t *testing.T, dir string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			rel, _ := filepath.Rel(dir, path)
			out = append(out, filepath.ToSlash(rel))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// purged removes what is ours in a folder and returns what was left.
func purged(t *testing.T, dir string, c Choice) *Purge {
	t.Helper()
	p, err := OpenPurge(dir, c)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Close() })
	single, err := p.Folder(".")
	if err == nil && !single {
		err = p.Beside()
	}
	if err == nil {
		_, err = p.Run()
	}
	if err != nil {
		t.Fatal(err)
	}
	p.Tidy()
	return p
}

func confidential(name string) bool { return strings.HasPrefix(name, "confidential.") }

func TestAPurgeRemovesWhatAReceiptListsAndNothingElse(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf", "confidential.pdf")
	packetIn(t, filepath.Join(dir, "B"), "packet.pdf", "petition.docx", "confidential.pdf.age")
	for name, text := range map[string]string{
		"A/notes.txt": "mine", "A/.packet.pdf123": "half", "A/.tmp-packet.pdf-4": "half", "B/petition.docx": "edited", "list.txt": "mine",
		".tmp-C-123/packet.pdf": "half", ".tmp-problems.csv-77": "half", "own/receipt.txt": "mine", "other/receipt.json": `{"schema":"shop/receipt/1","files":[{"name":"a"}]}`, "other/a": "mine",
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o700), os.WriteFile(path, []byte(text), 0o600)); err != nil {
			t.Fatal(err)
		}
	}
	p := purged(t, dir, Choice{})
	want := []string{"A/notes.txt", "B/petition.docx", "B/receipt.json", "list.txt", "other/a", "other/receipt.json", "own/receipt.txt"}
	if got := everyFile(t, dir); !slices.Equal(got, want) {
		t.Errorf("left %v, want %v", got, want)
	}
	var told []string
	for _, l := range p.Left {
		told = append(told, l.Path)
	}
	slices.Sort(told)
	if want := []string{"A/notes.txt", "B/petition.docx", "B/receipt.json", "list.txt", "other", "own"}; !slices.Equal(told, want) {
		t.Errorf("told of %v, want %v", told, want)
	}
	if p.Packets != 2 {
		t.Errorf("%d packets", p.Packets)
	}
	purged(t, dir, Choice{Changed: true})
	if got := everyFile(t, dir); slices.Contains(got, "B/petition.docx") || slices.Contains(got, "B/receipt.json") {
		t.Errorf("what was changed is still there: %v", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "B")); err == nil {
		t.Error("the empty folder is still there")
	}
}

func TestAPurgeOfConfidentialFilesLeavesTheRest(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf", "confidential.pdf", "confidential.md")
	packetIn(t, filepath.Join(dir, ".tmp-B-9"), "packet.pdf", "confidential.pdf")
	for _, name := range []string{"confidential.edited-1.pdf", ".tmp-confidential.pdf-8", ".confidential.pdf8"} {
		if err := os.WriteFile(filepath.Join(dir, "A", name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p := purged(t, dir, Choice{Wanted: confidential})
	want := []string{".tmp-B-9/packet.pdf", ".tmp-B-9/receipt.json", "A/confidential.edited-1.pdf", "A/packet.pdf", "A/receipt.json"}
	if got := everyFile(t, dir); !slices.Equal(got, want) {
		t.Errorf("left %v, want %v", got, want)
	}
	if len(p.Left) != 1 || p.Left[0].Path != "A/confidential.edited-1.pdf" {
		t.Errorf("told of %v", p.Left)
	}
}

func TestAPurgeKnowsWhatWasAddedBesideAPacketAndAlone(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf", "list.pdf")
	for _, at := range []string{"A", "B"} {
		list := []File{{"list.pdf", []byte("of " + at)}, {"list.md", []byte("list")}}
		if _, err := AddListed(filepath.Join(dir, at), list, Replace); err != nil {
			t.Fatal(err)
		}
	}
	list := []File{{"list.pdf", []byte("later replaced by the packet")}}
	if _, err := AddListed(filepath.Join(dir, "C"), list, Keep); err != nil {
		t.Fatal(err)
	}
	packetIn(t, filepath.Join(dir, "C"), "list.pdf")
	edited := filepath.Join(dir, "B", "list.md")
	if err := os.WriteFile(edited, []byte("by hand"), 0o600); err != nil {
		t.Fatal(err)
	}
	p := purged(t, dir, Choice{})
	if got, want := everyFile(t, dir), []string{"B/" + ListName, "B/list.md"}; !slices.Equal(got, want) || len(p.Left) != 2 {
		t.Errorf("left %v, told of %v", got, p.Left)
	}
	purged(t, dir, Choice{Changed: true})
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
		t.Errorf("left %v: %v", entries, err)
	}
}

func TestAPurgeFollowsNoLinkAndLeavesNoFolder(t *testing.T) {
	outside := t.TempDir()
	packetIn(t, outside, "packet.pdf", "victim.pdf")
	before := everyFile(t, outside)
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf", "linked.pdf")
	swap := func(target, name string) {
		_ = os.Remove(filepath.Join(dir, name))
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("this system makes no links")
		}
	}
	swap(filepath.Join(outside, "victim.pdf"), "A/linked.pdf")
	swap(outside, "whole")
	swap(filepath.Join(outside, "victim.pdf"), ".tmp-x-1")
	if err := os.Mkdir(filepath.Join(dir, ".tmp-y-1"), 0o700); err != nil {
		t.Fatal(err)
	}
	swap(outside, ".tmp-y-1/sub")
	r := receipt{Schema: "expunge/receipt/1"}
	for _, name := range []string{"../" + filepath.Base(outside) + "/victim.pdf", filepath.Join(outside, "victim.pdf"), "..", "sub/x", ".hidden", `..\x`} {
		r.Files = append(r.Files, Sum{name, Digest([]byte("victim.pdf"))})
	}
	if err := os.Mkdir(filepath.Join(dir, "E"), 0o700); err != nil {
		t.Fatal(err)
	}
	writeReceipt(t, filepath.Join(dir, "E"), r)
	purged(t, dir, Choice{Changed: true})
	if after := everyFile(t, outside); !slices.Equal(before, after) {
		t.Errorf("outside: %v, was %v", after, before)
	}
	if _, err := os.Lstat(filepath.Join(dir, "A", "linked.pdf")); err != nil {
		t.Error("the link in the place of a file was removed")
	}
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(outside, link); err != nil {
		t.Fatal(err)
	}
	var place *PlaceError
	for _, name := range []string{link, link + string(filepath.Separator), filepath.Join(outside, "victim.pdf")} {
		if _, err := OpenPurge(name, Choice{}); !errors.As(err, &place) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := OpenPurge(filepath.Join(link, "absent"), Choice{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestWhatListsTheOthersGoesLast(t *testing.T) {
	p := &Purge{Remove: []string{"A/receipt.json", "A/checklist.json", "A/packet.pdf", "manifest.jsonl", "B/confidential.pdf", "B/receipt.json"}}
	p.Sort(confidential, "manifest.jsonl")
	if want := []string{"B/confidential.pdf", "A/packet.pdf", "A/receipt.json", "A/checklist.json", "B/receipt.json", "manifest.jsonl"}; !slices.Equal(p.Remove, want) {
		t.Errorf("%v", p.Remove)
	}
}

// TestAFolderThatCannotBeOpenedIsNamedItself has lists refused that the folder has, or that
// nobody can see whether it has: even the owner of the machine is shown a folder that is gone.
func TestAFolderThatCannotBeOpenedIsNamedItself(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
	if err := os.Mkdir(filepath.Join(dir, "bare"), 0o700); err != nil {
		t.Fatal(err)
	}
	p, err := OpenPurge(dir, Choice{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	for _, folder := range []string{"A", "closed"} {
		for _, list := range []string{ReceiptName, ListName} {
			p.refused[folder+"/"+list] = "it cannot be read"
		}
	}
	for _, folder := range []string{"A", "bare", "closed"} {
		p.stranger(folder)
	}
	want := []Left{{"A/receipt.json", "it cannot be read"}, {"bare", noReceipt}, {"closed", notRead}}
	if !slices.Equal(p.Left, want) {
		t.Errorf("told of %v, want %v", p.Left, want)
	}
}
