package screen_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"expunge/petition/screen"
)

func options() screen.Options {
	return screen.Options{Program: "expunge test", AsOf: day, Today: day}
}

// input is a file in memory.
func input(text string, twice bool) screen.Input {
	return screen.Input{Name: "records.csv", Twice: twice, Open: func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}
}

// BenchmarkScreen compares screening a file of forty columns with what encoding/csv alone
// needs to read it, in time and in processor time; the ratios are part of the result. The
// goal is at most four times on two cores, and 400,000 rows a second.
func BenchmarkScreen(b *testing.B) {
	const rows = 100_000
	file := records(rows, 1, 0).text()
	var alone, aloneCPU float64
	measure := func(b *testing.B, do func()) (wall, cpu float64) {
		b.SetBytes(int64(len(file)))
		before := processorTime()
		for b.Loop() {
			do()
		}
		each := float64(b.N * rows)
		wall, cpu = float64(b.Elapsed().Nanoseconds())/each, float64((processorTime()-before).Nanoseconds())/each
		b.ReportMetric(wall, "ns/row")
		b.ReportMetric(cpu, "cpu-ns/row")
		b.ReportMetric(1e9/wall, "rows/s")
		return wall, cpu
	}
	b.Run("encoding/csv", func(b *testing.B) {
		alone, aloneCPU = measure(b, func() {
			r := csv.NewReader(strings.NewReader(file))
			r.ReuseRecord = true
			for {
				if _, err := r.Read(); err == io.EOF {
					return
				} else if err != nil {
					b.Fatal(err)
				}
			}
		})
	})
	for name, o := range map[string]screen.Options{"csv": options(), "json": {AsOf: day, Today: day, JSON: true}, "one-worker": {AsOf: day, Today: day, Workers: 1}} {
		for _, twice := range []bool{false, true} {
			b.Run(name+map[bool]string{true: "/file", false: "/stream"}[twice], func(b *testing.B) {
				var r screen.Report
				wall, cpu := measure(b, func() {
					var err error
					if r, err = screen.Run(context.Background(), input(file, twice), io.Discard, o); err != nil || r.Refused > 0 || r.Charges != rows {
						b.Fatal(err, r.Refused, r.Charges, r.Problems)
					}
				})
				b.ReportMetric(wall/alone, "times-csv")
				b.ReportMetric(cpu/aloneCPU, "cpu-times-csv")
			})
		}
	}
}

// BenchmarkMemory screens five million rows that are made as they are read, 2.5 million
// cases, and looks every few milliseconds how much memory lives or is not collected yet,
// stacks included. What the program adds to keep it low, it sets itself: see the command.
func BenchmarkMemory(b *testing.B) {
	const rows = 5_000_000
	in := screen.Input{Name: "records.csv", Twice: true, Open: func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(records(rows, 1, 0)), nil
	}}
	before := debug.SetGCPercent(50)
	defer debug.SetGCPercent(before)
	for b.Loop() {
		most, stop, stopped := uint64(0), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(stopped)
			for tick := time.NewTicker(20 * time.Millisecond); ; {
				var m runtime.MemStats
				runtime.ReadMemStats(&m)
				most = max(most, m.HeapInuse+m.StackInuse)
				select {
				case <-stop:
					tick.Stop()
					return
				case <-tick.C:
				}
			}
		}()
		r, err := screen.Run(b.Context(), in, io.Discard, options())
		close(stop)
		<-stopped
		if err != nil || r.Charges != rows || r.Refused > 0 {
			b.Fatal(err, r.Charges, r.Refused)
		}
		b.ReportMetric(float64(most)/(1<<20), "MB")
		b.ReportMetric(float64(r.Cases), "cases")
	}
}

func run(t rapid.TB, in screen.Input, o screen.Options) (string, screen.Report) {
	t.Helper()
	var b bytes.Buffer
	r, err := screen.Run(context.Background(), in, &b, o)
	if err != nil {
		t.Fatal(err)
	}
	return b.String(), r
}
