package files

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// streamed writes a text as a stream and puts it in its place.
func streamed(t *testing.T, path, text string, p Policy) (State, error) {
	t.Helper()
	_, before := os.Stat(path)
	exists := before == nil
	s, err := Create(path)
	if err != nil {
		return "", err
	}
	defer s.Drop()
	for _, part := range strings.SplitAfter(text, "\n") {
		if _, err := s.Write([]byte(part)); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(path); err == nil && !exists {
		t.Error("the file is there before it is whole")
	}
	return s.Place(p)
}

func TestAStreamAppearsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "answers.csv")
	long := strings.Repeat("a line of the answers\n", 20_000)
	if state, err := streamed(t, path, long, Keep); err != nil || state != Written {
		t.Fatal(state, err)
	}
	if got := mode(t, path); got != fileMode {
		t.Errorf("the mode is %o", got)
	}
	if state, err := streamed(t, path, long, Keep); err != nil || state != Unchanged {
		t.Errorf("the same bytes: %s, %v", state, err)
	}
	var exists *ExistsError
	for _, other := range []string{long[1:], long + "x", long[:len(long)-1], "x" + long[1:], ""} {
		if _, err := streamed(t, path, other, Keep); !errors.As(err, &exists) || exists.Names[0] != "answers.csv" {
			t.Errorf("%d other bytes: %v", len(other), err)
		}
	}
	if b, _ := os.ReadFile(path); string(b) != long {
		t.Error("what stood there was changed")
	}
	if state, err := streamed(t, path, "short", Replace); err != nil || state != Written {
		t.Errorf("to be replaced: %s, %v", state, err)
	}
	if got := tree(t, dir); len(got) != 1 || got["answers.csv"] != "short" {
		t.Errorf("the folder holds %v", got)
	}
}

func TestAStreamThatIsDroppedLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	s, err := Create(filepath.Join(dir, "answers.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Write([]byte("half")); err != nil {
		t.Fatal(err)
	}
	s.Drop()
	s.Drop()
	if got := tree(t, dir); len(got) > 0 {
		t.Errorf("the folder holds %v", got)
	}
}

func TestAStreamGoesOnlyWhereAFileCanStand(t *testing.T) {
	dir := t.TempDir()
	link := filepath.Join(dir, "link")
	if err := os.Symlink("answers.csv", link); err != nil {
		t.Fatal(err)
	}
	var place *PlaceError
	for _, path := range []string{dir, link} {
		if _, err := Create(path); !errors.As(err, &place) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if _, err := Create(filepath.Join(dir, "no", "answers.csv")); err == nil || errors.As(err, &place) && place.Path == "no" {
		t.Error("a folder that is not there is no place", err)
	}
}
