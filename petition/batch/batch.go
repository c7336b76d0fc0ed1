// Package batch makes the packets of a clients file, a folder for each case, and tells
// what became of them.
//
// [Run] can be stopped at any moment and begun again. A packet appears as a whole folder or
// not at all; a journal says which are done; a lock keeps a second run out. A run that
// follows makes only what is left and what was made from other facts or settings, and
// overwrites nothing that people changed since: such a file is kept under another name.
// When all is done, manifest.jsonl, summary.csv, summary.pdf and problems.csv are written
// whole, in the order of the clients file.
//
// A machine that loses power may lose the bytes of packets it wrote in its last seconds,
// even those of a run that came to its end: the disk is asked to keep the journal, the
// manifest and the files beside it, but not each packet, which takes longer than to make it.
// Only before a problems.csv that is the clients file goes, it is asked to keep the packets
// made from it: their rows stand nowhere else.
// A run that follows reads every file of a packet that the journal or the manifest lists, and
// makes anew what is gone, empty, cut short or holds zeros in the place of bytes.
//
// The same clients file and options give the same bytes, whatever the number of workers,
// encrypted files apart.
// Names stand in the packets and, when asked for, in the summaries; nothing else that is
// written or returned tells who a case is about, but for the rows of problems.csv.
package batch

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/crash"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// Options is what a run depends on beside the clients file.
type Options struct {
	Program string
	AsOf    petition.Date // zero: the day the folder keeps, or else Today
	Today   petition.Date
	Held    []string
	Office  forms.Office
	Formats []packet.Format
	Only    []string // names of papers; empty means every paper
	County  string   // as the table of counties has it; empty means all
	Shard   intake.Shard

	Names    bool // the summaries name people
	Combined bool // papers to print are gathered in volumes
	Force    bool // make everything again
	DryRun   bool // write nothing

	Lock *files.Lock // to whom the confidential sheets are encrypted; nil leaves them plain
	// Source returns the digest of the bytes of the clients file, once it is read to its
	// end. Without it a problems.csv that is given back is kept under another name.
	Source func() string

	Workers int // 0 means one for each processor
	// Watch is told how many cases are done of how many. It is called by many goroutines.
	Watch func(done, of int)
}

// KeptError reports that a folder keeps another day, edition of the law, version of the
// program, choice of papers or formats than the run has.
type KeptError struct {
	What      string // "as-of date"
	Kept, Now string
}

func (e *KeptError) Error() string {
	return fmt.Sprintf("the folder keeps the %s %s, and this run has %s", e.What, e.Kept, e.Now)
}

// TableError reports that the clients file as a whole cannot be understood. Nothing was
// written.
type TableError struct{ Problems []intake.Diagnostic }

func (e *TableError) Error() string {
	return fmt.Sprintf("the clients file has problems: %d", len(e.Problems))
}

// run is a run at work.
type run struct {
	o        Options
	dir      string
	table    *intake.Table
	clients  []intake.Client
	twins    map[string]intake.Client // by id, the cases that another may be the same person as
	memory   *memory
	journal  *journal
	settings string              // digest
	standing map[string][]string // the names in the folder at the beginning, by themselves in small letters
	added    bool                // volumes of other cases stand already, and those of this run come after them
	results  []result
	maker    *packet.Maker // of one worker
}

// Run makes the packets of a clients file in the folder dir. The error is a [TableError],
// a [BusyError], a [KeptError], that of the context, or one of the machine; what is wrong
// with single cases is in the report.
func Run(ctx context.Context, table *intake.Table, dir string, o Options) (Report, error) {
	r := &run{o: o, dir: filepath.Clean(dir), table: table, clients: table.All()}
	if table.Err() != nil {
		return Report{}, table.Err()
	}
	r.twins = map[string]intake.Client{}
	for _, c := range r.clients {
		if len(c.Twins) > 0 {
			r.twins[c.ID] = c
		}
	}
	if problems := table.Problems(); len(problems) > 0 {
		return Report{}, &TableError{problems}
	}
	unlock, err := r.enter()
	if err != nil {
		return Report{}, err
	}
	defer unlock()
	if err := r.settle(); err != nil {
		return Report{}, err
	}
	if !o.DryRun {
		if r.journal, err = openJournal(r.dir, r.head(), r.memory); err != nil {
			return Report{}, err
		}
		defer func() { _ = r.journal.Close() }()
	}
	if err := r.work(ctx); err != nil {
		return Report{}, err
	}
	report := r.report()
	if !o.DryRun {
		err = r.finish(ctx, &report)
	}
	return report, err
}

// enter takes the folder for this run and reads what it knows. A dry run takes nothing.
func (r *run) enter() (unlock func(), err error) {
	unlock = func() {}
	if info, err := os.Stat(r.dir); err == nil && !info.IsDir() {
		return nil, &files.PlaceError{Path: r.dir, Is: "a file", Want: "a folder"}
	}
	if err := errors.Join(unlinked(r.dir), outputs(r.dir)); err != nil {
		return nil, err
	}
	if !r.o.DryRun {
		own := filepath.Join(r.dir, hidden)
		if err := errors.Join(files.MakeFolder(own), files.NarrowFolder(own)); err != nil {
			return nil, err
		}
		l, err := acquire(r.dir)
		if err != nil {
			return nil, err
		}
		unlock = l.release
	}
	if r.memory, err = recall(r.dir); err != nil {
		unlock()
		return nil, err
	}
	if r.standing, err = namesIn(r.dir); err != nil {
		unlock()
		return nil, err
	}
	if !r.o.DryRun { // a run may have been stopped before it had a journal
		files.Sweep(r.dir, append(slices.Collect(maps.Keys(r.memory.begun)), hidden)...)
	}
	return unlock, nil
}

// settle fixes the day of the run, and refuses one that the folder does not keep.
func (r *run) settle() error {
	kept := r.memory.head
	if !r.o.AsOf.Known() {
		r.o.AsOf = r.o.Today
		if day, err := petition.ParseDate(kept.AsOf); err == nil {
			r.o.AsOf = day
		}
	}
	now := r.head()
	if kept.Schema != "" && !r.o.Force {
		for _, x := range []KeptError{
			{"as-of date", kept.AsOf, now.AsOf},
			{"law edition", kept.LawEdition, now.LawEdition},
			{"program version", kept.Program, now.Program},
			{"choice of papers", kept.Papers, now.Papers}, // fewer would take away what was made
			{"formats", kept.Formats, now.Formats},
		} {
			if x.Kept != x.Now && x.Kept != "" {
				return &x
			}
		}
		if err := r.settleVolumes(kept.Volumes); err != nil {
			return err
		}
	}
	formats := slices.Clone(r.o.Formats)
	slices.Sort(formats)
	r.settings = files.Digest(encode(struct {
		Held    []string
		Office  forms.Office
		Formats []packet.Format
		Only    []string
		Lock    []string `json:",omitempty"`
	}{r.o.Held, r.o.Office, formats, r.o.Only, r.o.Lock.Recipients()}))
	return nil
}

func (r *run) head() Head {
	papers, formats := "all", make([]string, len(r.o.Formats))
	if len(r.o.Only) > 0 {
		papers = strings.Join(slices.Sorted(slices.Values(r.o.Only)), ",")
	}
	for i, f := range r.o.Formats {
		formats[i] = string(f)
	}
	slices.Sort(formats)
	return Head{
		Schema: headSchema, Program: r.o.Program, LawEdition: rules.Edition, AsOf: r.o.AsOf.String(),
		Papers: papers, Formats: strings.Join(formats, ","), Cases: r.o.choice(), Outputs: r.memory.head.Outputs, Volumes: r.memory.head.Volumes,
	}
}

// choice says which cases of a clients file a run is about.
func (o Options) choice() string {
	choice := "all cases"
	if o.County != "" {
		choice = "the cases of " + o.County + " County"
	}
	if o.Shard.Of > 1 {
		choice += fmt.Sprintf(", part %d/%d", o.Shard.Number, o.Shard.Of)
	}
	return choice
}

// work does every case. It ends early when the context does, or when the machine fails.
func (r *run) work(ctx context.Context) error {
	defer collectLess()()
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	r.results = make([]result, len(r.clients))
	var next, done atomic.Int64
	var workers sync.WaitGroup
	for range max(1, min(r.workers(), len(r.clients))) {
		workers.Go(func() {
			worker := *r
			worker.maker = &packet.Maker{}
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(r.clients) {
					return
				}
				err := crash.Catch(faulty(r.clients[i]), func() error {
					res, err := worker.do(r.clients[i])
					if err != nil {
						return err
					}
					r.results[i] = res
					if n := int(done.Add(1)); r.o.Watch != nil {
						r.o.Watch(n, len(r.clients))
					}
					return nil
				})
				if err != nil {
					stop(err)
					return
				}
			}
		})
	}
	workers.Wait()
	return context.Cause(ctx)
}

// faulty names a case to a fault of the program, by its id or else its row.
func faulty(c intake.Client) string {
	switch id := publicID(c.ID); {
	case petition.LooksGivenOut(id):
		return "case " + id
	case len(c.Rows) > 0:
		return "row " + strconv.Itoa(c.Rows[0].Number)
	default:
		return "a case"
	}
}

func (r *run) workers() int {
	if r.o.Workers > 0 {
		return r.o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// finish writes what is written at the end, and only then forgets the journal. A clients
// file that goes because it is a problems.csv whose rows are all made goes after that.
func (r *run) finish(ctx context.Context, report *Report) error {
	w := &writer{run: r, report: report, head: r.head()}
	w.head.Outputs, w.head.Volumes = map[string]string{}, Volumes{Choice: r.o.choice(), Cases: map[string][]string{}}
	if err := r.journal.sync(); err != nil {
		return err
	}
	if err := w.all(ctx); err != nil {
		return err
	}
	if err := errors.Join(files.NarrowFiles(r.dir, slices.Collect(maps.Keys(w.head.Outputs))), files.SyncFolder(r.dir)); err != nil {
		return err
	}
	if err := errors.Join(files.Write(headPath(r.dir), encode(w.head)), files.SyncFolder(filepath.Join(r.dir, hidden))); err != nil {
		return err
	}
	if err := os.Remove(journalPath(r.dir)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if w.spent {
		return w.drop(problemsName)
	}
	return nil
}
