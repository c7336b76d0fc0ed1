package petition

import (
	"encoding"
	"errors"
	"slices"
	"strings"
	"testing"
)

// closed lists a value of every closed list with the words it takes.
func closed() map[string]struct {
	values []string
	fresh  func() encoding.TextUnmarshaler
} {
	type entry = struct {
		values []string
		fresh  func() encoding.TextUnmarshaler
	}
	return map[string]entry{
		"level":        {Level("").Values(), func() encoding.TextUnmarshaler { return new(Level) }},
		"district":     {District("").Values(), func() encoding.TextUnmarshaler { return new(District) }},
		"municipality": {MunicipalityKind("").Values(), func() encoding.TextUnmarshaler { return new(MunicipalityKind) }},
		"grade":        {Grade("").Values(), func() encoding.TextUnmarshaler { return new(Grade) }},
		"outcome":      {Outcome("").Values(), func() encoding.TextUnmarshaler { return new(Outcome) }},
		"relief kind":  {ReliefKind("").Values(), func() encoding.TextUnmarshaler { return new(ReliefKind) }},
		"relief of":    {ReliefOf("").Values(), func() encoding.TextUnmarshaler { return new(ReliefOf) }},
		"arrest":       {ArrestKind("").Values(), func() encoding.TextUnmarshaler { return new(ArrestKind) }},
		"appeal":       {AppealOutcome("").Values(), func() encoding.TextUnmarshaler { return new(AppealOutcome) }},
		"paper":        {Paper("").Values(), func() encoding.TextUnmarshaler { return new(Paper) }},
		"restitution":  {Restitution("").Values(), func() encoding.TextUnmarshaler { return new(Restitution) }},
		"language":     {Language("").Values(), func() encoding.TextUnmarshaler { return new(Language) }},
	}
}

func TestClosedLists(t *testing.T) {
	for name, list := range closed() {
		if sorted := slices.Compact(slices.Sorted(slices.Values(list.values))); len(sorted) != len(list.values) {
			t.Errorf("%s has a word twice", name)
		}
		for _, w := range list.values {
			if err := list.fresh().UnmarshalText([]byte(w)); err != nil {
				t.Errorf("%s refuses its own word %q: %v", name, w, err)
			}
		}
		var wrong *ValueError
		if err := list.fresh().UnmarshalText([]byte("marmalade")); !errors.As(err, &wrong) || wrong.Code == "" || wrong.Hint == "" {
			t.Errorf("%s takes marmalade, or says no more than %v", name, err)
		}
		for _, w := range []string{"unknown", "?", "NULL"} {
			if err := list.fresh().UnmarshalText([]byte(w)); err != nil {
				t.Errorf("%s refuses %q", name, w)
			}
		}
	}
}

func TestWordsInOtherSpellings(t *testing.T) {
	var o Outcome
	for _, text := range []string{"No Bill", "no-bill", " NO_BILL "} {
		if err := o.UnmarshalText([]byte(text)); err != nil || o != NoBill {
			t.Errorf("%q is %q, %v", text, o, err)
		}
	}
}

func TestAnswer(t *testing.T) {
	for text, want := range map[string]Answer{
		"yes": Yes, "Y": Yes, "TRUE": Yes, "no": No, "n": No, "False": No, "unknown": Unknown, "?": Unknown, "null": Unknown, "~": Unknown,
	} {
		var a Answer
		if err := a.UnmarshalText([]byte(text)); err != nil || a != want {
			t.Errorf("%q is %q, %v", text, a, err)
		}
	}
	var a Answer
	if err := a.UnmarshalText([]byte("maybe")); err == nil || a != Unstated || a.Known() || a.String() != "" {
		t.Errorf("maybe is %q, %v", a, err)
	}
}

func TestRestitution(t *testing.T) {
	for text, want := range map[string]Restitution{"y": RestitutionPaid, "no": RestitutionUnpaid, "None": RestitutionNone, "?": RestitutionUnknown} {
		var r Restitution
		if err := r.UnmarshalText([]byte(text)); err != nil || r != want {
			t.Errorf("%q is %q, %v", text, r, err)
		}
	}
}

func TestMoney(t *testing.T) {
	for text, want := range map[string]string{
		"420": "$420.00", "$1,420.50": "$1420.50", "0": "$0.00", "$ 12.05": "$12.05", "999,999,999.99": "$999999999.99", "unknown": "", "0420": "$420.00",
	} {
		var m Money
		if err := m.UnmarshalText([]byte(text)); err != nil || m.String() != want {
			t.Errorf("%q is %q, %v", text, m, err)
		}
	}
	for _, text := range []string{"-5", "4.5", "about 400", "1,42", "420 USD", "12345678901", "999,999,999,999,999,999", "1e3", ""} {
		var m Money
		if err := m.UnmarshalText([]byte(text)); err == nil || m.Stated {
			t.Errorf("%q is %q", text, m)
		}
	}
}

func TestBAC(t *testing.T) {
	for text, want := range map[string]string{
		"0.12": ".12", ".16": ".16", "0.08%": ".08", "0": ".00", "0.1": ".10", "none": "none", "?": "", ".0825": ".0825", "0.999999": ".99999",
	} {
		var b BAC
		if err := b.UnmarshalText([]byte(text)); err != nil || b.String() != want {
			t.Errorf("%q is %q, %v", text, b, err)
		}
	}
	for _, text := range []string{"12", "1", "-0.1", "twelve", "NaN", "inf", "0x.1", "1e-2", ""} {
		var b BAC
		if err := b.UnmarshalText([]byte(text)); err == nil || b.Known {
			t.Errorf("%q is %q", text, b)
		}
	}
}

func TestNearest(t *testing.T) {
	words := []string{"circuit", "county", "justice", "municipal"}
	for given, want := range map[string]string{"circut": "circuit", "cuonty": "county", "JUSTICE": "justice", "federal": "", "": "", "x": "", strings.Repeat("charges", 50): ""} {
		if got := Nearest(given, words); got != want {
			t.Errorf("%q is near %q, want %q", given, got, want)
		}
	}
}

func TestMessagesQuoteLittle(t *testing.T) {
	var g Grade
	err := g.UnmarshalText([]byte("felony\x1b[31m" + string(make([]byte, 500))))
	if err == nil || len(err.Error()) > 200 {
		t.Error("a long word is quoted whole")
	}
}
