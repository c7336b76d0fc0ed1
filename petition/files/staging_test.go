package files

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// dying leaves what a run leaves that dies while it writes a file, or a folder, to a path.
func dying(t *testing.T, path string, folder bool) (temp string) {
	t.Helper()
	temp, held := living(t, path, folder)
	if err := held.Close(); err != nil {
		t.Fatal(err)
	}
	return temp
}

// living is what a run is writing to a path that is held by it.
func living(t *testing.T, path string, folder bool) (temp string, held *os.File) {
	t.Helper()
	var err error
	if !folder {
		if held, err = stageFile(path); err == nil {
			_, err = held.WriteString("half")
			temp = held.Name()
		}
	} else if temp, held, err = stageFolder(path); err == nil {
		err = os.WriteFile(filepath.Join(temp, "packet.pdf"), []byte("half"), fileMode)
	}
	if err != nil {
		t.Fatal(err)
	}
	if held == nil {
		t.Fatal("this system holds nothing")
	}
	t.Cleanup(func() { _ = held.Close() })
	return temp, held
}

// writers are all that write to a place of the user's choice.
func writers() map[string]func(dir string) error {
	list := packet("new")
	stream := func(dir string) error {
		s, err := Create(filepath.Join(dir, "packet.pdf"))
		if err != nil {
			return err
		}
		_, err = s.Place(Replace)
		return err
	}
	return map[string]func(string) error{
		"packet":      func(dir string) error { _, err := WriteFolder(dir, list, Replace); return err },
		"checklist":   func(dir string) error { _, err := Add(dir, list, Replace); return err },
		"case's list": func(dir string) error { _, err := AddListed(dir, list, Replace); return err },
		"template": func(dir string) error {
			_, err := Put(filepath.Join(dir, "packet.pdf"), []byte("new"), Replace)
			return err
		},
		"screen": stream,
		"batch":  func(dir string) error { Sweep(filepath.Dir(dir), "A-1"); return nil },
	}
}

// TestTheNextRunSweepsWhatADeadOneLeft at the same place, and never what a living run is
// writing or what is of another place.
func TestTheNextRunSweepsWhatADeadOneLeft(t *testing.T) {
	for name, write := range writers() {
		root := t.TempDir()
		dir := filepath.Join(root, "A-1")
		if err := os.Mkdir(dir, folderMode); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(dir, "packet.pdf")
		dead := []string{dying(t, file, false)}
		folder, _ := living(t, dir, true)
		half, _ := living(t, file, false)
		stay := []string{folder, half}
		switch name {
		case "packet", "checklist", "case's list", "batch":
			dead = append(dead, dying(t, dir, true))
		}
		if name != "batch" { // which has the whole folder to itself
			stay = append(stay, dying(t, filepath.Join(root, "A-1-2"), true), dying(t, filepath.Join(root, "A"), true), dying(t, filepath.Join(dir, "letter.pdf"), false))
		}
		if err := write(dir); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, path := range dead {
			if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
				t.Errorf("%s: %s is left", name, path)
			}
		}
		for _, path := range stay {
			if _, err := os.Lstat(path); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if _, err := os.Lstat(filepath.Join(folder, "packet.pdf")); err != nil {
			t.Errorf("%s: what a living run had written: %v", name, err)
		}
	}
}

// TestAReplacedPacketSweepsWhatTheRunBeforeListed and this one no longer has.
func TestAReplacedPacketSweepsWhatTheRunBeforeListed(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "A-1")
	old := []File{{"petition-2.pdf", []byte("two")}}
	if _, err := WriteFolder(dir, append(old, receiptOf(old)), Keep); err != nil {
		t.Fatal(err)
	}
	temp := dying(t, filepath.Join(dir, "petition-2.pdf"), false)
	now := packet("one")
	if _, err := WriteFolder(dir, append(now, receiptOf(now)), Replace); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Lstat(temp); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("%s is left", temp)
	}
}

// TestManyRunsAndSweepsAtOnceLoseNothing: a sweep may come between the making of a file and the
// holding of it; the run then makes another.
func TestManyRunsAndSweepsAtOnceLoseNothing(t *testing.T) {
	root := t.TempDir()
	var runs, sweeps sync.WaitGroup
	stop := make(chan struct{})
	for range 3 {
		sweeps.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
					Sweep(root)
				}
			}
		})
	}
	for n := range 4 {
		runs.Go(func() {
			for i := range 50 {
				dir, file := filepath.Join(root, fmt.Sprintf("A-%d-%d", n, i)), filepath.Join(root, fmt.Sprintf("f-%d", n))
				_, err := PutFolder(dir, packet("one"), Keep)
				if err = errors.Join(err, Write(file, []byte("one"))); err != nil {
					t.Error(err)
				}
				if entries, _ := os.ReadDir(dir); len(entries) != 2 {
					t.Errorf("%s holds %v", dir, entries)
				}
			}
		})
	}
	runs.Wait()
	close(stop)
	sweeps.Wait()
	if left, _ := filepath.Glob(filepath.Join(root, unfinished+"*")); len(left) > 0 {
		t.Errorf("left are %v", left)
	}
}

func TestWhatIsHeldIsNotTakenTwice(t *testing.T) {
	dir := t.TempDir()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close() //nolint:errcheck // a folder that was looked at
	for _, folder := range []bool{true, false} {
		temp, held := living(t, filepath.Join(dir, "A-1"), folder)
		name := filepath.Base(temp)
		if claim(root, name, folder) != nil {
			t.Errorf("%s was taken from a living run", name)
		}
		if err := held.Close(); err != nil {
			t.Fatal(err)
		}
		first := claim(root, name, folder)
		if first == nil || claim(root, name, folder) != nil || claim(root, name, !folder) != nil {
			t.Errorf("%s was not taken once", name)
		}
		_ = let(first)
	}
	if err := os.Symlink("packet.pdf", filepath.Join(dir, ".tmp-link-1")); err == nil {
		if err := os.WriteFile(filepath.Join(dir, "packet.pdf"), nil, fileMode); err != nil {
			t.Fatal(err)
		}
		if claim(root, ".tmp-link-1", false) != nil {
			t.Error("a link was followed")
		}
	}
}

func TestALongNameCanStillBeStaged(t *testing.T) {
	for _, name := range []string{strings.Repeat("x", 251) + ".csv", strings.Repeat("é", 125) + ".csv"} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, nil, fileMode); err != nil {
			t.Skip("this system takes no such names")
		}
		temp := dying(t, path, false)
		if !stagingOf(filepath.Base(temp), []string{name}) || !tempName.MatchString(filepath.Base(temp)) {
			t.Errorf("%q is not known", temp)
		}
		if state, err := Put(path, []byte("new"), Replace); err != nil || state != Written {
			t.Error(state, err)
		}
		if _, err := os.Lstat(temp); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%q is left", temp)
		}
	}
}

// TestAnotherNameOfAFileKeepsItsModeAndItsBytes: a mode belongs to all names of a file.
func TestAnotherNameOfAFileKeepsItsModeAndItsBytes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes on this system")
	}
	for _, name := range slices.Sorted(func(yield func(string) bool) {
		for name := range writers() {
			if name != "batch" && !yield(name) {
				return
			}
		}
	}) {
		for _, before := range []string{"old", "new", ""} { // it differs, or it is the same
			root := t.TempDir()
			dir, other := filepath.Join(root, "A-1"), filepath.Join(root, "theirs.pdf")
			path := filepath.Join(dir, "packet.pdf")
			if err := errors.Join(os.Mkdir(dir, folderMode), os.WriteFile(path, []byte(before), 0o644), os.Chmod(path, 0o644), os.Link(path, other)); err != nil {
				t.Fatal(err)
			}
			if err := writers()[name](dir); err != nil {
				t.Fatal(err)
			}
			if b, _ := os.ReadFile(other); mode(t, other) != 0o644 || string(b) != before {
				t.Errorf("%s over %q: the other name has mode %o and %q", name, before, mode(t, other), b)
			}
			if mode(t, path) != fileMode {
				t.Errorf("%s over %q: mode %o", name, before, mode(t, path))
			}
		}
	}
}

func TestPutKeepsWhatDiffersAndOpensOnlyPlainFiles(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "case.yaml")
	for _, c := range []struct {
		text string
		p    Policy
		want State
	}{{"one", Keep, Written}, {"one", Keep, Unchanged}, {"two", Keep, ""}, {"two", Replace, Written}} {
		state, err := Put(path, []byte(c.text), c.p)
		var exists *ExistsError
		if state != c.want || (c.want == "") != errors.As(err, &exists) {
			t.Errorf("%v: %q, %v", c, state, err)
		}
	}
	link, gone := filepath.Join(dir, "link.yaml"), filepath.Join(dir, "gone.yaml")
	if err := errors.Join(os.Symlink(path, link), os.Symlink(filepath.Join(dir, "nowhere"), gone)); err != nil {
		t.Skip("this system makes no links here")
	}
	var place *PlaceError
	for _, path := range []string{dir, link, gone, os.DevNull} {
		if _, err := Put(path, []byte("three"), Replace); !errors.As(err, &place) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if b, _ := os.ReadFile(path); string(b) != "two" {
		t.Errorf("written through a link: %s", b)
	}
}

// TestAPurgeLeavesWhatALivingRunWrites until that run has ended.
func TestAPurgeLeavesWhatALivingRunWrites(t *testing.T) {
	root := t.TempDir()
	dir := filepath.Join(root, "A-1")
	if err := os.Mkdir(dir, folderMode); err != nil {
		t.Fatal(err)
	}
	list := packet("one")
	folder, held := living(t, filepath.Join(root, "B-1"), true)
	file, also := living(t, filepath.Join(dir, "packet.pdf"), false)
	stream, more := living(t, filepath.Join(root, "answers.csv"), false)
	dying(t, filepath.Join(root, "C-1"), true)
	for _, alive := range []bool{true, false} {
		if _, err := PutFolder(dir, append(slices.Clone(list), receiptOf(list)), Keep); err != nil {
			t.Fatal(err)
		}
		p, err := OpenPurge(root, Choice{})
		if err == nil {
			err = p.Beside()
		}
		if err == nil {
			_, err = p.Run()
		}
		if err != nil {
			t.Fatal(err)
		}
		p.Tidy()
		if err := p.Close(); err != nil {
			t.Fatal(err)
		}
		for _, path := range []string{filepath.Join(folder, "packet.pdf"), file, stream} {
			if _, err := os.Lstat(path); (err == nil) != alive {
				t.Errorf("alive: %v, %s: %v", alive, path, err)
			}
		}
		if err := errors.Join(let(held), let(also), let(more)); alive && err != nil {
			t.Fatal(err)
		}
		if alive && len(p.Left) != 3 {
			t.Errorf("left are %v", p.Left)
		}
	}
	if entries, _ := os.ReadDir(root); len(entries) > 0 {
		t.Errorf("left are %v", entries)
	}
}
