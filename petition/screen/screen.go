// Package screen tells which charges of a very large clients file appear eligible, and
// writes no papers. It reads the file as a stream, judges on every processor, and writes
// an answer for each charge in the order of the file, in memory that does not grow but for
// nine to twelve bytes for each case id.
//
// Its answers are those of "expunge check", problems included: a case that is not plainly
// in order is read and checked with the same care. Rows of one case must stand together.
// A file that can be read twice is read twice, so that a case whose rows stand apart is a
// problem on all of them; in a stream, on those that come later.
//
// Nothing that it writes names a person: the case ids, rows, courts, dates and codes do
// not. The same file and options give the same bytes, whatever the number of workers.
package screen

import (
	"context"
	"fmt"
	"io"
	"runtime"
	"sync"

	"expunge/petition"
	"expunge/petition/crash"
	"expunge/petition/intake"
)

// Options is what a screening depends on beside the file.
type Options struct {
	Program string
	AsOf    petition.Date
	Today   petition.Date
	Held    []string
	Columns []intake.Column
	Shard   intake.Shard
	JSON    bool // an object for each case, instead of CSV
	Workers int  // 0 means one for each processor
}

// Input is a clients file, CSV or XLSX, as it is or packed with gzip or zstd.
type Input struct {
	Name  string                                       // what positions call it
	Open  func(context.Context) (io.ReadCloser, error) // the context ends its reading
	Twice bool                                         // it can be opened again, and is then the same
}

// TableError reports that the file as a whole cannot be understood.
type TableError struct{ Problems []intake.Diagnostic }

func (e *TableError) Error() string {
	return fmt.Sprintf("the file has problems: %d", len(e.Problems))
}

// Run screens a file and writes the answers. The error is a [TableError], a [PackedError],
// a [crash.Error], that of the context, or one of the machine; with any of them the answers are not whole.
func Run(ctx context.Context, in Input, w io.Writer, o Options) (Report, error) {
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var ahead *intake.Ahead
	if in.Twice {
		err := withTable(ctx, in, o, func(t *intake.Table) error {
			ahead = t.ReadAhead(o.Shard)
			return nil
		})
		if err != nil {
			return Report{}, err
		}
	}
	r := &run{o: o, name: in.Name}
	err := withTable(ctx, in, o, func(t *intake.Table) error {
		r.table = t
		err := r.work(ctx, stop, t.Blocks(intake.BlockOptions{Shard: o.Shard, Ahead: ahead}), w)
		r.report.Notes = t.Notes()
		return err
	})
	return r.report, err
}

// withTable opens the file, reads its headers and has the rest read. What keeps it from
// being read to its end comes before what reading says.
func withTable(ctx context.Context, in Input, o Options, read func(*intake.Table) error) error {
	file, err := in.Open(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // nothing was written
	unpacked, err := unpack(ctx, file)
	if err != nil {
		return err
	}
	table, err := intake.ReadTable(in.Name, unpacked, o.Columns)
	if err == nil && len(table.Problems()) == 0 {
		err = read(table)
	}
	switch {
	case err != nil:
		return err
	case table.Err() != nil:
		return table.Err()
	case len(table.Problems()) > 0:
		return &TableError{table.Problems()}
	default:
		return nil
	}
}

// run is a screening at work.
type run struct {
	o      Options
	name   string
	table  *intake.Table
	report Report
}

// job is a block on its way: filled by the reader, answered by a worker, written in its
// turn, and used again.
type job struct {
	block intake.Block
	tally tally
	out   []byte
	done  chan struct{}
}

// work reads, judges and writes at once. Blocks are written in the order of the file. A
// fault in any part ends all of them, and is the error.
func (r *run) work(ctx context.Context, stop context.CancelCauseFunc, blocks *intake.Blocks, w io.Writer) error {
	workers := r.o.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	ring := workers + 3
	free, queue, turn := make(chan *job, ring), make(chan *job, ring), make(chan *job, ring)
	for range ring {
		free <- &job{done: make(chan struct{}, 1)}
	}
	var all sync.WaitGroup
	all.Go(func() {
		defer close(queue)
		defer close(turn)
		guard(stop, "reading the rows", func() {
			for j := range free {
				if ctx.Err() != nil || !blocks.Next(&j.block) {
					return
				}
				queue <- j // the ring has room for all
				turn <- j
			}
		})
	})
	for range workers {
		h := newHand(r)
		all.Go(func() { h.work(queue, stop) })
	}
	err := r.write(ctx, w, turn, free)
	stop(nil)
	close(free)
	for j := range turn { // what was begun, so that nobody waits
		<-j.done
	}
	all.Wait()
	return err
}

// work answers blocks until there are no more. A block in which there is a fault is done,
// too, so that nobody waits for it; by then the screening has been stopped.
func (h *hand) work(queue <-chan *job, stop context.CancelCauseFunc) {
	for j := range queue {
		guard(stop, "judging the rows", func() { h.answer(j) })
		j.done <- struct{}{}
	}
}

// guard does a part of the work. A fault in it stops the rest.
func guard(stop context.CancelCauseFunc, doing string, do func()) {
	if err := crash.Catch(doing, func() error { do(); return nil }); err != nil {
		stop(err)
	}
}

// write writes the answers as their turn comes.
func (r *run) write(ctx context.Context, w io.Writer, turn <-chan *job, free chan<- *job) error {
	if !r.o.JSON {
		if _, err := io.WriteString(w, csvHead); err != nil {
			return err
		}
	}
	for j := range turn {
		<-j.done
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if _, err := w.Write(j.out); err != nil {
			return err
		}
		r.report.add(&j.tally)
		free <- j
	}
	return context.Cause(ctx)
}
