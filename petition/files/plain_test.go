package files

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"testing"
)

func TestOnlyPlainFilesOfSomeLengthAreRead(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "file")
	if err := errors.Join(os.WriteFile(file, []byte("12345"), 0o600), os.Mkdir(filepath.Join(dir, "folder"), 0o700)); err != nil {
		t.Fatal(err)
	}
	if b, err := ReadPlain(file, 5); err != nil || string(b) != "12345" {
		t.Errorf("%q %v", b, err)
	}
	if d, err := DigestPlain(file); err != nil || d != Digest([]byte("12345")) {
		t.Errorf("%s %v", d, err)
	}
	if _, err := ReadPlain(filepath.Join(dir, "nowhere"), 5); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
	huge := filepath.Join(dir, "huge")
	if err := errors.Join(os.WriteFile(huge, nil, 0o600), os.Truncate(huge, MostOutput+1)); err != nil {
		t.Fatal(err)
	}
	refused := map[string]error{}
	_, refused["too long"] = ReadPlain(file, 4)
	_, refused["a folder"] = ReadPlain(filepath.Join(dir, "folder"), 5)
	_, refused["a huge file"] = DigestPlain(huge)
	for _, to := range []string{file, os.DevNull, filepath.Join(dir, "nowhere")} {
		link := filepath.Join(dir, "link")
		if err := os.Symlink(to, link); err != nil {
			t.Skip("this system makes no links")
		}
		_, refused["read: a link to "+to] = ReadPlain(link, 5)
		_, refused["digest: a link to "+to] = DigestPlain(link)
		if err := os.Remove(link); err != nil {
			t.Fatal(err)
		}
	}
	_, refused["a device"] = ReadPlain(os.DevNull, 5)
	for what, err := range refused {
		var place *PlaceError
		if !errors.As(err, &place) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if got, err := stands(dir, Sum{"huge", ""}); err != nil || got != Changed {
		t.Errorf("a huge file stands as %s: %v", got, err)
	}
}

func TestAFolderThatDiffersInCapitalsIsInTheWay(t *testing.T) {
	root := t.TempDir()
	if _, err := WriteFolder(filepath.Join(root, "A-1"), packet("one"), Keep); err != nil {
		t.Fatal(err)
	}
	want := tree(t, root)
	for what, do := range map[string]func(string, []File, Policy) (Result, error){"write": WriteFolder, "add": Add} {
		_, err := do(filepath.Join(root, "a-1"), packet("two"), Replace)
		var place *PlaceError
		if !errors.As(err, &place) || filepath.Base(place.Path) != "A-1" {
			t.Errorf("%s: %v", what, err)
		}
	}
	if got := tree(t, root); !maps.Equal(got, want) {
		t.Errorf("%v stand, want %v", got, want)
	}
	if _, err := WriteFolder(filepath.Join(root, "A-1"), packet("one"), Keep); err != nil {
		t.Errorf("the same name: %v", err)
	}
}
