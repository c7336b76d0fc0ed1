package files

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// brokenOff removes so many of the files that a purge of a folder would, and nothing after.
func brokenOff(t *testing.T, dir string, files int) (last bool) {
	t.Helper()
	p, err := OpenPurge(dir, Choice{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	if err := p.Beside(); err != nil {
		t.Fatal(err)
	}
	p.Sort(confidential)
	last = files >= len(p.Remove)
	p.Remove = p.Remove[:min(files, len(p.Remove))]
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	return last
}

// TestAPurgeThatWasBrokenOffIsFinishedByAnother stops a purge after each of its files: the
// next one leaves nothing but what was never a packet's.
func TestAPurgeThatWasBrokenOffIsFinishedByAnother(t *testing.T) {
	for n, last := 0, false; !last; n++ {
		dir := t.TempDir()
		packetIn(t, filepath.Join(dir, "A"), "packet.pdf", "confidential.pdf")
		packetIn(t, filepath.Join(dir, "B"), "packet.pdf")
		if _, err := AddListed(filepath.Join(dir, "B"), []File{{"list.pdf", []byte("list")}}, Keep); err != nil {
			t.Fatal(err)
		}
		for _, empty := range []string{"empty", "B-old"} {
			if err := os.Mkdir(filepath.Join(dir, empty), 0o700); err != nil {
				t.Fatal(err)
			}
		}
		last = brokenOff(t, dir, n)
		purged(t, dir, Choice{})
		entries, err := os.ReadDir(dir)
		if err != nil || len(entries) != 2 || entries[0].Name() != "B-old" || entries[1].Name() != "empty" {
			t.Errorf("broken off after %d files, another left %v: %v", n, entries, err)
		}
	}
}

func TestAFolderThatGoesMakesWayForWhatStandsAlready(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
	taken := filepath.Join(dir, ".tmp-A-1")
	if err := os.Symlink(t.TempDir(), taken); err != nil {
		t.Skip("this system makes no links")
	}
	purged(t, dir, Choice{})
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || entries[0].Name() != filepath.Base(taken) {
		t.Errorf("left %v: %v", entries, err)
	}
}

func TestWhatIsPutIntoAFolderThatGoesStays(t *testing.T) {
	dir := t.TempDir()
	packetIn(t, filepath.Join(dir, "A"), "packet.pdf")
	packetIn(t, filepath.Join(dir, "B"), "packet.pdf")
	p, err := OpenPurge(dir, Choice{})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = p.Close() }()
	if err := p.Beside(); err != nil {
		t.Fatal(err)
	}
	p.Sort(confidential)
	early := filepath.Join(dir, "A", "mine.txt")
	if err := os.WriteFile(early, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := p.Run(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, p.moved["B"], "late.txt"), []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	if p.moved["A"] != "A" {
		t.Error("a folder that holds somebody's file lost its name")
	}
	if p.moved["B"] == "B" {
		t.Error("the folder kept its name while it went, so that a purge broken off there would not know it")
	}
	p.Tidy()
	if got, want := everyFile(t, dir), []string{"A/mine.txt", "B/late.txt"}; !slices.Equal(got, want) {
		t.Errorf("left %v, want %v", got, want)
	}
}
