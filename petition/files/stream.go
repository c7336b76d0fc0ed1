package files

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Stream is a file too large for memory that is being written beside its place, where it
// appears whole or not at all.
type Stream struct {
	path string
	file *os.File
	w    *bufio.Writer
}

// Create begins a file. A place that is a folder, a link or a device is refused with a
// [PlaceError].
func Create(path string) (*Stream, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &PlaceError{Path: path, Is: kind(info), Want: "a file"}
	}
	SweepBeside(path)
	f, err := stageFile(path)
	if err != nil {
		return nil, err
	}
	return &Stream{path, f, bufio.NewWriterSize(f, 256<<10)}, nil
}

// Write writes to the file beside the place.
func (s *Stream) Write(b []byte) (int, error) { return s.w.Write(b) }

// Drop forgets what was written. After [Stream.Place] it does nothing.
func (s *Stream) Drop() {
	if s.file != nil {
		_ = os.Remove(s.file.Name())
		_ = s.file.Close()
		s.file = nil
	}
}

// Place puts the file into its place. One that stands there and holds the same bytes is
// left as it is; one that differs is an [ExistsError] unless it is to be replaced.
func (s *Stream) Place(p Policy) (State, error) {
	defer s.Drop()
	if err := errors.Join(s.w.Flush(), s.file.Sync()); err != nil {
		return "", err
	}
	switch same, err := sameBytes(s.file, s.path); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return "", err
	case same:
		return Unchanged, s.narrow()
	case p != Replace:
		return "", &ExistsError{Dir: filepath.Dir(s.path), Names: []string{filepath.Base(s.path)}}
	}
	return Written, s.rename()
}

// rename puts the file into its place, whatever stands there.
func (s *Stream) rename() error {
	if err := os.Rename(s.file.Name(), s.path); err != nil {
		return err
	}
	f := s.file
	s.file = nil
	return f.Close()
}

// narrow takes from the file that stands and holds the same bytes the rights that others have.
func (s *Stream) narrow() error {
	info, err := os.Stat(s.path)
	switch {
	case err != nil || info.Mode().Perm() == fileMode:
		return err
	case shared(info):
		return s.rename()
	default:
		return os.Chmod(s.path, fileMode)
	}
}

// sameBytes compares a file with another, piece by piece.
func sameBytes(f *os.File, path string) (bool, error) {
	g, err := OpenPlain(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = g.Close() }()
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return false, err
	}
	var a, b [64 << 10]byte
	for {
		n, err := io.ReadFull(f, a[:])
		m, other := io.ReadFull(g, b[:])
		switch ended := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF); {
		case err != nil && !ended:
			return false, err
		case n != m || !bytes.Equal(a[:n], b[:m]):
			return false, nil
		case ended:
			return errors.Is(other, io.EOF) || errors.Is(other, io.ErrUnexpectedEOF), nil
		}
	}
}
