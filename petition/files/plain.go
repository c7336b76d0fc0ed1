package files

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// The most bytes that are read of what this program wrote. More has somebody else's hand in
// it.
const (
	MostReceipt = 4 << 20
	MostOutput  = 1 << 30
)

// OpenPlain opens a plain file. A link, a folder, a pipe or a device is refused with a
// [PlaceError]: to open a pipe is to wait, and a device may never end.
func OpenPlain(path string) (*os.File, error) {
	return openPlain(path, func() (fs.FileInfo, error) { return os.Lstat(path) }, func() (*os.File, error) { return os.Open(path) })
}

// openPlain is [OpenPlain] by way of functions that look at the file and open it.
func openPlain(path string, look func() (fs.FileInfo, error), open func() (*os.File, error)) (*os.File, error) {
	named, err := look()
	if err != nil {
		return nil, err
	}
	if !named.Mode().IsRegular() {
		return nil, &PlaceError{Path: path, Is: kind(named), Want: "a file"}
	}
	f, err := open()
	if err != nil {
		return nil, err
	}
	opened, err := f.Stat()
	if err == nil && !os.SameFile(named, opened) { // it was replaced in between
		err = &PlaceError{Path: path, Is: "changing at this moment", Want: "a file that stands"}
	}
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	return f, nil
}

// ReadPlain reads a plain file of at most so many bytes. A longer one is refused with a
// [PlaceError], as is what [OpenPlain] refuses.
func ReadPlain(path string, most int64) ([]byte, error) {
	f, err := OpenPlain(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	return readOpen(f, path, most)
}

// readOpen is [ReadPlain] of an open file.
func readOpen(f *os.File, path string, most int64) ([]byte, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() > most {
		return nil, tooLong(path, most)
	}
	b := make([]byte, 0, info.Size()+1) // room to see the end
	for {
		n, err := f.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		switch {
		case err == io.EOF:
			return b, nil
		case err != nil:
			return nil, err
		case int64(len(b)) > most:
			return nil, tooLong(path, most)
		case len(b) == cap(b):
			b = append(b, 0)[:len(b)] // it grew meanwhile
		}
	}
}

// DigestPlain is [Digest] of a plain file, read piece by piece. One of more than
// [MostOutput] is refused with a [PlaceError].
func DigestPlain(path string) (string, error) {
	f, err := OpenPlain(path)
	if err != nil {
		return "", err
	}
	defer func() { _ = f.Close() }()
	return digestOpen(f, path)
}

// digestOpen is [DigestPlain] of an open file.
func digestOpen(f *os.File, path string) (string, error) {
	sum := sha256.New()
	info, err := f.Stat()
	if err != nil {
		return "", err
	}
	if info.Size() > MostOutput {
		return "", tooLong(path, MostOutput)
	}
	n, err := io.Copy(sum, io.LimitReader(f, MostOutput+1))
	switch {
	case err != nil:
		return "", err
	case n > MostOutput:
		return "", tooLong(path, MostOutput)
	default:
		return hex.EncodeToString(sum.Sum(nil)), nil
	}
}

func tooLong(path string, most int64) error {
	return &PlaceError{Path: path, Is: fmt.Sprintf("a file of more than %d MiB", most>>20), Want: "one that this program wrote"}
}
