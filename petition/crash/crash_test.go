package crash

import (
	"errors"
	"fmt"
	"strings"
	"testing"
)

type person struct{ name string }

func TestAFaultTellsWhereAndNotWhat(t *testing.T) {
	for _, secret := range []any{"Jane Canary", errors.New("Jane Canary"), person{"Jane Canary"}, fmt.Errorf("born %s", "Jane Canary")} {
		err := Catch("case A-1", func() error { panic(secret) })
		if err == nil {
			t.Fatalf("%T: nothing was caught", secret)
		}
		text := err.Error() + Report(err)
		if strings.Contains(text, "Canary") {
			t.Errorf("%T: %s", secret, text)
		}
		for _, want := range []string{"case A-1: the program failed (", "crash.TestAFaultTellsWhereAndNotWhat", "crash_test.go:"} {
			if !strings.Contains(text, want) {
				t.Errorf("%T: %q lacks %q", secret, text, want)
			}
		}
	}
}

func TestAFaultOfTheRunTimeSystemIsNamed(t *testing.T) {
	none := []int{}
	err := Catch("", func() error { none[len(none)+3] = 1; return nil })
	if err == nil || !strings.Contains(err.Error(), "index out of range [3] with length 0") {
		t.Errorf("%v", err)
	}
}

func TestWhatIsNoFaultPasses(t *testing.T) {
	plain := errors.New("disk full")
	if err := Catch("x", func() error { return plain }); !errors.Is(err, plain) || Report(err) != "" {
		t.Errorf("%v", err)
	}
	if err := Catch("x", func() error { return nil }); err != nil {
		t.Errorf("%v", err)
	}
	if Of(nil, "x") != nil {
		t.Error("an error was made of nothing")
	}
}
