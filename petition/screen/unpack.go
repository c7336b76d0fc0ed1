package screen

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"io"

	"github.com/klauspost/compress/zstd"

	"expunge/petition/crash"
)

// PackedError reports that a packed file cannot be unpacked to its end.
type PackedError struct {
	With string // "gzip"
	Err  error
}

func (e *PackedError) Error() string {
	switch {
	case errors.Is(e.Err, io.ErrUnexpectedEOF):
		return "the " + e.With + " file ends too early"
	case errors.Is(e.Err, gzip.ErrHeader):
		return "the gzip file is damaged, or something that is not of it follows its end"
	case e.isLarge():
		return "the " + e.With + " file asks for more memory than it may have"
	default:
		return "the " + e.With + " file is damaged"
	}
}

// Hint says what to do with the file.
func (e *PackedError) Hint() string {
	if e.isLarge() {
		return "pack it again without --long or --ultra"
	}
	return "copy the file again, or pack it again"
}

// isLarge reports whether the file asks for more memory than it may have.
func (e *PackedError) isLarge() bool {
	return errors.Is(e.Err, zstd.ErrWindowSizeExceeded) || errors.Is(e.Err, zstd.ErrDecoderSizeExceeded)
}

func (e *PackedError) Unwrap() error { return e.Err }

// maxWindow is how much of its own text a zstd file may refer back to: that of the
// highest level without --long, and twice that.
const maxWindow = 16 << 20

// unpack returns the file without its packing, which its first bytes tell. To unpack is
// the work of a goroutine of its own, which the context ends.
func unpack(ctx context.Context, r io.Reader) (io.Reader, error) {
	from := &source{r: r}
	b := bufio.NewReaderSize(from, 64<<10)
	head, err := b.Peek(4)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	a := &aside{ctx: ctx, source: from, full: make(chan chunk, 2), empty: make(chan []byte, 4)}
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		a.with = "gzip"
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, a.blame(err)
		}
		go a.run(z, func() { _ = z.Close() })
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")), len(head) == 4 && head[0]&0xf0 == 0x50 && string(head[1:]) == "\x2a\x4d\x18":
		a.with = "zstd"
		z, err := zstd.NewReader(b, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxWindow(maxWindow))
		if err != nil {
			return nil, a.blame(err)
		}
		go a.run(z, z.Close)
	default:
		return b, nil
	}
	return a, nil
}

// source remembers what went wrong beneath the packing.
type source struct {
	r   io.Reader
	err error
}

func (s *source) Read(b []byte) (int, error) {
	n, err := s.r.Read(b)
	if err != nil && !errors.Is(err, io.EOF) {
		s.err = err
	}
	return n, err
}

// aside unpacks in a goroutine of its own, a few chunks ahead of who reads.
type aside struct {
	ctx    context.Context
	source *source
	with   string
	full   chan chunk
	empty  chan []byte
	now    chunk
	read   int // of it
}

type chunk struct {
	bytes []byte
	err   error // behind the bytes
}

const chunkBytes = 256 << 10

// blame tells damage of the file from what went wrong beneath it.
func (a *aside) blame(err error) error {
	switch {
	case err == nil || errors.Is(err, io.EOF):
		return err
	case a.source.err != nil:
		return a.source.err
	default:
		return &PackedError{a.with, err}
	}
}

// run unpacks until the end, an error, or the end of the context. A fault is an error.
func (a *aside) run(from io.Reader, done func()) {
	if err := crash.Catch("unpacking", func() error { a.unpack(from, done); return nil }); err != nil {
		select {
		case a.full <- chunk{nil, err}:
		case <-a.ctx.Done():
		}
	}
}

func (a *aside) unpack(from io.Reader, done func()) {
	defer done()
	for range cap(a.empty) {
		a.empty <- make([]byte, chunkBytes)
	}
	for {
		var room []byte
		select {
		case room = <-a.empty:
		case <-a.ctx.Done():
			return
		}
		n, err := fill(from, room)
		select {
		case a.full <- chunk{room[:n], a.blame(err)}:
		case <-a.ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}

// fill reads until the room is full. Unlike [io.ReadFull] it says of an end what the
// reader says.
func fill(from io.Reader, room []byte) (n int, err error) {
	for n < len(room) && err == nil {
		var more int
		more, err = from.Read(room[n:])
		n += more
	}
	return n, err
}

func (a *aside) Read(b []byte) (int, error) {
	for a.read == len(a.now.bytes) {
		if a.now.err != nil {
			return 0, a.now.err
		}
		if a.now.bytes != nil {
			a.empty <- a.now.bytes[:chunkBytes]
		}
		select {
		case a.now = <-a.full:
			a.read = 0
		case <-a.ctx.Done():
			return 0, a.ctx.Err()
		}
	}
	n := copy(b, a.now.bytes[a.read:])
	a.read += n
	return n, nil
}
