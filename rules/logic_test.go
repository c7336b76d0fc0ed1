package rules

import (
	"fmt"
	"testing"

	"expunge/petition"
)

var truths = []Truth{Unknown, No, Yes}

// fixed is a condition with a given answer.
func fixed(t Truth) Condition {
	return Ask("t", "t", "t", func(*matter) reading { return reading{answer: t} })
}

func TestAllIsTheLeastOfItsParts(t *testing.T) {
	order := map[Truth]int{No: 0, Unknown: 1, Yes: 2}
	for _, a := range truths {
		for _, b := range truths {
			for _, c := range truths {
				got := evaluate(All("x", "x", "x", fixed(a), fixed(b), fixed(c)), &matter{}).Answer
				if want := min(order[a], order[b], order[c]); order[got] != want {
					t.Errorf("All(%s, %s, %s) is %s", a, b, c, got)
				}
			}
		}
	}
}

func TestAnyIsAllTurnedOver(t *testing.T) {
	for _, a := range truths {
		for _, b := range truths {
			anyone := evaluate(Any("x", "x", "x", fixed(a), fixed(b)), &matter{}).Answer
			turned := not(evaluate(All("x", "x", "x", fixed(not(a)), fixed(not(b))), &matter{}).Answer)
			if anyone != turned {
				t.Errorf("Any(%s, %s) is %s, by De Morgan it is %s", a, b, anyone, turned)
			}
		}
	}
}

func TestUnlessTurnsItsPart(t *testing.T) {
	for _, a := range truths {
		if got := evaluate(Unless("x", "x", "x", fixed(a)), &matter{}).Answer; got != not(a) {
			t.Errorf("Unless(%s) is %s", a, got)
		}
	}
}

func TestReserveNeverBars(t *testing.T) {
	f := evaluate(All("x", "x", "x", fixed(Yes), Reserve("r", "r", "r")), &matter{})
	if f.Answer != Yes || !f.Parts[1].Reserved {
		t.Errorf("a reserved part gave %s", f.Answer)
	}
}

func TestAWaitEndsOnTheLatestOfItsDays(t *testing.T) {
	early, late := petition.NewDate(2027, 1, 1), petition.NewDate(2028, 1, 1)
	wait := func(d petition.Date) Condition {
		return Ask("w", "w", "w", func(*matter) reading { return (&matter{}).notYet(d, "") })
	}
	bar := Ask("b", "b", "b", func(*matter) reading { return (&matter{}).no("") })
	for _, c := range []struct {
		name  string
		parts []Condition
		want  string
	}{
		{"two waits", []Condition{wait(early), wait(late)}, "true 2028-01-01"},
		{"a wait without a day", []Condition{wait(early), wait(petition.Date{})}, "true "},
		{"a bar beside a wait", []Condition{wait(early), bar}, "false "},
	} {
		f := evaluate(All("x", "x", "x", c.parts...), &matter{})
		if got := fmt.Sprint(f.Passing, " ", f.From); f.Answer != No || got != c.want {
			t.Errorf("%s: %s %s, want %s", c.name, f.Answer, got, c.want)
		}
	}
	f := evaluate(Any("x", "x", "x", wait(late), wait(early), bar), &matter{})
	if f.Answer != No || !f.Passing || f.From != early {
		t.Errorf("any of two waits ends on %s, want the earlier", f.From)
	}
}
