//go:build unix

package batch

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"syscall"
	"testing"
	"time"

	"expunge/petition/packet"
)

// vietnamese gives one in fifty of synthetic clients a name that no face of a Western code
// page has, so that a font is cut to measure for it.
func vietnamese(text string) string {
	return regexp.MustCompile(`(?m)^(SYN-\d{3}[05]0),[^,]*,[^,]*,`).ReplaceAllString(text, "$1,Thị,Nguyễn,")
}

// BenchmarkBatch makes the packets of synthetic clients, from the clients file to the disk
// (that of the temporary folder): with the court papers and the sheets that go with them,
// with the Word twins besides, with Vietnamese names among them, and with the papers around a
// petition.
func BenchmarkBatch(b *testing.B) {
	const n = 400
	for _, kind := range []struct {
		name   string
		text   string
		change func(*Options)
	}{
		{"pdf", synthetic(n, 1), func(*Options) {}},
		{"pdf+docx", synthetic(n, 1), func(o *Options) { o.Formats = append(o.Formats, packet.DOCX) }},
		{"vietnamese", vietnamese(synthetic(n, 1)), func(*Options) {}},
		{"extras", synthetic(n, 1), func(o *Options) { o.Office.Papers.Extras = true }},
	} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", kind.name, workers), func(b *testing.B) {
				o := options()
				o.Workers = workers
				kind.change(&o)
				benchmark(b, kind.text, n, o)
			})
		}
	}
}

func benchmark(b *testing.B, text string, n int, o Options) {
	b.Helper()
	pages := 0
	var spent, worked time.Duration
	for b.Loop() {
		dir := b.TempDir()
		start, processor := b.Elapsed(), processorTime(b)
		r, err := Run(b.Context(), read(b, text), dir, o)
		spent, worked = spent+b.Elapsed()-start, worked+processorTime(b)-processor
		if err != nil || r.Cases[Made] != n {
			b.Fatalf("%v %v", err, r.Cases)
		}
		b.StopTimer()
		if pages == 0 {
			pages = pagesIn(b, dir)
		}
		if err := os.RemoveAll(dir); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
	rate := float64(n) * float64(b.N) / spent.Seconds()
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(rate, "cases/s")
	b.ReportMetric(rate*float64(pages)/float64(n), "pages/s")
	b.ReportMetric(float64(pages)/float64(n), "pages/case")
	b.ReportMetric(float64(n)*float64(b.N)/worked.Seconds(), "cases/cpu-s")
}

// pagesIn counts the pages of all packets.
func pagesIn(b *testing.B, dir string) int {
	b.Helper()
	made, err := filepath.Glob(filepath.Join(dir, "SYN-*", "*.pdf"))
	if err != nil {
		b.Fatal(err)
	}
	pages := 0
	for _, path := range made {
		text, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		pages += bytes.Count(text, []byte("/Type /Page\n"))
	}
	return pages
}

// processorTime is how long the processors have worked for this process. Beside it stands
// the clock, which also counts what others do on the machine.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// BenchmarkClients makes the packets of ever more clients, and looks every few milliseconds
// how much memory the process has taken for what lives and what is not collected yet.
func BenchmarkClients(b *testing.B) {
	for _, n := range []int{1000, 5000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text, most := synthetic(n, 1), uint64(0)
			stop, stopped := make(chan struct{}), make(chan struct{})
			go func() {
				defer close(stopped)
				for {
					var m runtime.MemStats
					runtime.ReadMemStats(&m)
					most = max(most, m.HeapInuse+m.StackInuse)
					select {
					case <-stop:
						return
					case <-time.After(20 * time.Millisecond):
					}
				}
			}()
			benchmark(b, text, n, options())
			close(stop)
			<-stopped
			b.ReportMetric(float64(most)/(1<<20), "MB")
		})
	}
}
