package screen

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/petition/crash"
)

// secret is what the value of a panic may hold.
const secret = "Avery Inventado 900-12-3456"

// fails fails the test unless an error is a fault that was met while doing something, and
// tells nothing of a person.
func fails(t *testing.T, err error, doing string) {
	t.Helper()
	var f *crash.Error
	if !errors.As(err, &f) || f.Doing != doing || crash.Report(err) == "" {
		t.Fatalf("%s: %v", doing, err)
	}
	if text := err.Error() + crash.Report(err); strings.Contains(text, "Inventado") || strings.Contains(text, "900-12") {
		t.Errorf("%s: %s", doing, text)
	}
}

// failing gives a text, and then panics.
type failing struct{ text io.Reader }

func (f failing) Read(b []byte) (int, error) {
	n, err := f.text.Read(b)
	if err != nil {
		panic(secret)
	}
	return n, nil
}

// manyRows is a clients file of several blocks.
func manyRows() string {
	var b strings.Builder
	b.WriteString("case,Offense\n")
	for i := range 10_000 {
		fmt.Fprintf(&b, "A-%d,grand larceny\n", i)
	}
	return b.String()
}

func plainOptions(workers int) Options {
	day := petition.NewDate(2026, 11, 23)
	return Options{AsOf: day, Today: day, Workers: workers}
}

func TestAFaultInReadingEndsTheScreening(t *testing.T) {
	in := Input{Name: "records.csv", Open: func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(failing{strings.NewReader(manyRows())}), nil
	}}
	_, err := Run(t.Context(), in, io.Discard, plainOptions(2))
	fails(t, err, "reading the rows")
}

// TestAFaultInJudgingEndsTheScreening gives blocks to a hand that cannot take them: the
// first ends the screening, and nobody waits for either.
func TestAFaultInJudgingEndsTheScreening(t *testing.T) {
	ctx, stop := context.WithCancelCause(t.Context())
	queue, turn := make(chan *job, 2), make(chan *job, 2)
	for range 2 {
		j := &job{done: make(chan struct{}, 1)}
		queue <- j
		turn <- j
	}
	close(queue)
	close(turn)
	(&hand{}).work(queue, stop)
	r := &run{o: plainOptions(1)}
	var out strings.Builder
	fails(t, r.write(ctx, &out, turn, nil), "judging the rows")
	if out.String() != csvHead || len(turn) != 1 {
		t.Errorf("wrote %q, and took %d blocks", out.String(), 2-len(turn))
	}
}

func TestAFaultInUnpackingEndsTheScreening(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	a := &aside{ctx: ctx, source: &source{}, with: "gzip", full: make(chan chunk, 2), empty: make(chan []byte, 4)}
	done := false
	go a.run(failing{strings.NewReader("case,Offense\n")}, func() { done = true })
	text, err := io.ReadAll(a)
	fails(t, err, "unpacking")
	if len(text) > 0 || !done {
		t.Errorf("%q was unpacked, and the end was told: %t", text, done)
	}
}
