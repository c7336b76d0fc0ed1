package files

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// told are the paths of what a purge left, with why.
func told(p *Purge) map[string]string {
	out := map[string]string{}
	for _, l := range p.Left {
		out[l.Path] = l.Why
	}
	return out
}

func TestWhatIsListedWithoutADigestStays(t *testing.T) {
	good := Digest([]byte("mine"))
	for _, sum := range []string{"", " ", good[:63], good + "0", strings.ToUpper(good), "sha256:" + good} {
		for _, changed := range []bool{false, true} {
			dir := t.TempDir()
			packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
			writeReceipt(t, filepath.Join(dir, "A"), receipt{Schema: "expunge/receipt/1", Files: []Sum{{"packet.pdf", sum}}})
			p := purged(t, dir, Choice{Changed: changed})
			if got, want := everyFile(t, dir), []string{"A/packet.pdf", "A/receipt.json"}; !slices.Equal(got, want) {
				t.Errorf("%q, changed files too %v: left %v, want %v", sum, changed, got, want)
			}
			if left := told(p); left["A/packet.pdf"] != noDigest || left["A/receipt.json"] != listsMore {
				t.Errorf("%q: told of %v", sum, left)
			}
		}
	}
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf", "edited.pdf")
	writeReceipt(t, filepath.Join(dir, "A"), receipt{Schema: "expunge/receipt/1", Files: []Sum{
		{"packet.pdf", ""}, {"packet.pdf", Digest([]byte("packet.pdf"))}, {"edited.pdf", ""}, {"edited.pdf", good},
	}})
	p := purged(t, dir, Choice{})
	if got, want := everyFile(t, dir), []string{"A/edited.pdf", "A/receipt.json"}; !slices.Equal(got, want) || told(p)["A/edited.pdf"] != wasChanged {
		t.Errorf("left %v, told of %v", got, told(p))
	}
}

func TestAPurgeReadsNoListThatIsTooLongOrNoFile(t *testing.T) {
	for what, put := range map[string]func(path string) error{
		"too long": func(path string) error { return os.Truncate(path, MostReceipt+1) },
		"a folder": func(path string) error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o700)) },
		"a pipe":   func(path string) error { return errors.Join(os.Remove(path), mkfifo(path)) },
		"a link": func(path string) error {
			return errors.Join(os.Rename(path, path+".old"), os.Symlink(path+".old", path))
		},
	} {
		dir := t.TempDir()
		packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
		if err := put(filepath.Join(dir, "A", ReceiptName)); errors.Is(err, errors.ErrUnsupported) {
			t.Logf("%s: this system makes none", what)
			continue
		} else if err != nil {
			t.Fatal(err)
		}
		p := purged(t, dir, Choice{Changed: true})
		if _, err := os.Stat(filepath.Join(dir, "A", "packet.pdf")); err != nil {
			t.Errorf("%s: the paper is gone", what)
		}
		if why := told(p)["A/receipt.json"]; len(p.Left) != 1 || !strings.HasSuffix(why, "and was not read") || !strings.HasPrefix(why, "it is a ") {
			t.Errorf("%s: told of %v", what, p.Left)
		}
	}
}

// TestAListedFileIsReadNoFurtherThanAnyOfOurs puts a file without end in the place of a paper:
// it holds no room on the disk, and reading it to the end would take long.
func TestAListedFileIsReadNoFurtherThanAnyOfOurs(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
	if err := os.Truncate(filepath.Join(dir, "A", "packet.pdf"), MostOutput+1); err != nil {
		t.Fatal(err)
	}
	if p := purged(t, dir, Choice{}); told(p)["A/packet.pdf"] != tooLarge {
		t.Errorf("told of %v", p.Left)
	}
}

func TestAnErrorOfAPurgeNamesTheFolder(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
	p, err := OpenPurge(dir, Choice{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	if _, err := p.Folder("A"); err != nil {
		t.Fatal(err)
	}
	paper := filepath.Join(dir, "A", "packet.pdf")
	if err := errors.Join(os.Remove(paper), os.MkdirAll(filepath.Join(paper, "full"), 0o700)); err != nil {
		t.Fatal(err)
	}
	removed, err := p.Run()
	var at *fs.PathError
	if !errors.As(err, &at) || at.Path != paper || len(removed) > 0 {
		t.Errorf("%v: %v", removed, err)
	}
	if _, err := p.entries("absent"); !errors.As(err, &at) || at.Path != filepath.Join(dir, "absent") {
		t.Errorf("%v", err)
	}
}
