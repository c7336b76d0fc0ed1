package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/term"
)

// watcher shows how far a run has come: on a terminal one line that is written over, and
// elsewhere a line now and then. It counts cases and knows nothing else of them.
type watcher struct {
	w        io.Writer
	terminal bool
	done, of atomic.Int64
	stop     chan struct{}
	stopped  sync.WaitGroup
	width    int // of what stands on the line
}

// How often the line changes on a terminal, and how often one is written elsewhere.
const (
	blink = 250 * time.Millisecond
	pause = 15 * time.Second
)

// watch begins to show progress on standard error; a silent one shows nothing.
func (a *app) watch(silent bool) *watcher {
	w := &watcher{w: a.streams.Err, stop: make(chan struct{})}
	if silent {
		return w
	}
	every := pause
	if f, ok := a.streams.Err.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		w.terminal, every = true, blink
	}
	w.stopped.Go(func() { w.run(every) })
	return w
}

// see is told how far the run has come.
func (w *watcher) see(done, of int) {
	w.of.Store(int64(of))
	for {
		most := w.done.Load()
		if int64(done) <= most || w.done.CompareAndSwap(most, int64(done)) {
			return
		}
	}
}

// run shows a line at every tick. The ticks are the clock.
func (w *watcher) run(every time.Duration) {
	ticker := time.NewTicker(every)
	defer ticker.Stop()
	for ticks := 1; ; ticks++ {
		select {
		case <-w.stop:
			if w.terminal {
				w.over("")
			}
			return
		case <-ticker.C:
			done, of := w.done.Load(), w.of.Load()
			if of == 0 {
				continue
			}
			line := progress(done, of, time.Duration(ticks)*every)
			if w.terminal {
				w.over(line)
			} else {
				_, _ = fmt.Fprintln(w.w, line)
			}
		}
	}
}

// over writes a line over the one before.
func (w *watcher) over(line string) {
	_, _ = fmt.Fprintf(w.w, "\r%-*s\r%s", w.width, "", line)
	w.width = len(line)
}

// end takes the line away.
func (w *watcher) end() {
	close(w.stop)
	w.stopped.Wait()
}

// barWidth is the length of the bar in characters.
const barWidth = 20

// progress says how many cases are done, how fast, and about how long the rest will take.
func progress(done, of int64, since time.Duration) string {
	full := int(done * barWidth / max(of, 1))
	line := fmt.Sprintf("[%s%s] %d of %d cases", strings.Repeat("#", full), strings.Repeat(".", barWidth-full), done, of)
	if done == 0 || since < time.Second {
		return line
	}
	rate := float64(done) / since.Seconds()
	left := time.Duration(float64(of-done) / rate * float64(time.Second)).Round(time.Second)
	return fmt.Sprintf("%s, %.0f a second, %s left", line, rate, left)
}
