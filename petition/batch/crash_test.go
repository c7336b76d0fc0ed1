package batch

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"expunge/petition/crash"
)

func TestAFaultAmongTheWorkersEndsTheRunAndNamesTheCaseAlone(t *testing.T) {
	for _, workers := range []int{1, 3} {
		dir := filepath.Join(t.TempDir(), "out")
		o := options()
		o.Workers, o.Watch = workers, func(done, _ int) {
			if done == 3 {
				panic("Avery Inventado 900-12-3456")
			}
		}
		_, err := Run(t.Context(), read(t, clinic()), dir, o)
		var f *crash.Error
		if !errors.As(err, &f) || !strings.HasPrefix(err.Error(), "case CLINIC-") || crash.Report(err) == "" {
			t.Fatalf("%v", err)
		}
		if text := err.Error() + crash.Report(err); strings.Contains(text, "Inventado") || strings.Contains(text, "900-12") {
			t.Errorf("%s", text)
		}
		o.Watch = nil
		mustRun(t, clinic(), dir, o) // what was done is kept, and the run goes on from there
		undisturbed := filepath.Join(t.TempDir(), "out")
		mustRun(t, clinic(), undisturbed, o)
		sameTree(t, dir, undisturbed)
	}
}
