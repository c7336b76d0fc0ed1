//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package files

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

// draft is a whole packet of which every byte tells whose it is.
func draft(text string, more ...File) []File {
	list := append(packet(text), more...)
	return append(list, receiptOf(list))
}

// TestTwoRunsDoNotMixTheirPackets: one that comes while another is halfway is sent away, and what
// stands in the end is of the other alone.
func TestTwoRunsDoNotMixTheirPackets(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "A-1")
	if _, err := WriteFolder(dir, draft("old", File{"petition-2.pdf", []byte("old")}), Keep); err != nil {
		t.Fatal(err)
	}
	met := false
	_, err := update(dir, draft("first"), Replace, func(path string) error {
		met = true
		before := tree(t, dir)
		var busy *BusyError
		if _, err := WriteFolder(dir, draft("second"), Replace); !errors.As(err, &busy) || busy.Dir != dir {
			t.Errorf("the second: %v", err)
		}
		if !maps.Equal(before, tree(t, dir)) {
			t.Error("the second wrote")
		}
		return os.Remove(path)
	})
	if err != nil || !met {
		t.Fatalf("the first: %v; halfway: %t", err, met)
	}
	want := filepath.Join(t.TempDir(), "A-1")
	if _, err := WriteFolder(want, draft("first"), Keep); err != nil {
		t.Fatal(err)
	}
	if got := tree(t, dir); !maps.Equal(got, tree(t, want)) {
		t.Errorf("two packets are mixed: %v", got)
	}
}

// TestAFolderIsLetGo whatever becomes of the run.
func TestAFolderIsLetGo(t *testing.T) {
	failed := errors.New("no")
	remove := func(string) error { return failed }
	for name, run := range map[string]func(dir string) error{
		"made":      func(string) error { return nil },
		"unchanged": func(dir string) error { _, err := WriteFolder(dir, draft("old"), Keep); return err },
		"replaced":  func(dir string) error { _, err := WriteFolder(dir, draft("new"), Replace); return err },
		"kept": func(dir string) error {
			var exists *ExistsError
			if _, err := WriteFolder(dir, draft("new"), Keep); !errors.As(err, &exists) {
				return errors.Join(errors.New("it did not keep"), err)
			}
			return nil
		},
		"a folder in the way": func(dir string) error {
			var place *PlaceError
			err := os.Mkdir(filepath.Join(dir, "letter.pdf"), folderMode)
			if _, wrote := WriteFolder(dir, draft("old", File{"letter.pdf", nil}), Replace); !errors.As(wrote, &place) {
				return errors.Join(errors.New("it was not refused"), err, wrote)
			}
			return err
		},
		"broken off": func(dir string) error {
			if _, err := update(dir, draft("old")[1:], Replace, remove); !errors.Is(err, failed) {
				return errors.Join(errors.New("it was not broken off"), err)
			}
			return nil
		},
	} {
		dir := filepath.Join(t.TempDir(), "A-1")
		if _, err := WriteFolder(dir, draft("old"), Keep); err != nil {
			t.Fatal(err)
		}
		if err := run(dir); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		held, err := take(dir, true)
		if err != nil {
			t.Errorf("%s: the folder is still held: %v", name, err)
		}
		_ = let(held)
	}
}

// TestAFolderThatCannotBeHeldIsWrittenInto as on a system that holds nothing: a network file
// system, or a folder that may be written and not listed.
func TestAFolderThatCannotBeHeldIsWrittenInto(t *testing.T) {
	if held, err := alone(filepath.Join(t.TempDir(), "none")); held != nil || err != nil {
		t.Errorf("%v, %v", held, err)
	}
}
