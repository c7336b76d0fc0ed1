package forms

import (
	"testing"

	"expunge/petition"
)

func TestTheIntakeSheetHasEachFieldOnce(t *testing.T) {
	fields := petition.Fields()
	if len(fields) < 100 {
		t.Fatalf("only %d fields", len(fields))
	}
	for _, p := range fields {
		n := 0
		for _, part := range intakeParts {
			if part.takes(p) {
				n++
			}
		}
		if n != 1 {
			t.Errorf("%s stands on the intake sheet %d times", p, n)
		}
	}
}
