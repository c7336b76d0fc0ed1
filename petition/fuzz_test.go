package petition

import (
	"errors"
	"testing"
	"unicode/utf8"
)

// FuzzParseDate reads whatever text as a date. What it reads it reads again the same;
// what it refuses it says why and what to do, and never repeats the text in its discreet
// words.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2020-02-29", "2019-02-29", " 2019-2-3 ", "02/29/2020", "1/2/19", "unknown", "?", "", "0000-00-00", "2020-02-29T00:00:00Z", "٢٠٢٠-٠١-٠١", "2020‑01‑01", "20200229", "9999-12-31", "\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := ParseDate(s)
		if err != nil {
			var wrong *ValueError
			if !errors.As(err, &wrong) || wrong.Code == "" || wrong.Hint == "" || d != (Date{}) {
				t.Fatalf("%q: %#v", s, err)
			}
			if utf8.ValidString(s) && !utf8.ValidString(wrong.Message) {
				t.Fatalf("%q is cut within a character: %q", s, wrong.Message)
			}
			return
		}
		again, err := ParseDate(d.String())
		if err != nil || again != d || !d.Known() {
			t.Fatalf("%q is %s, and that is %s, %v", s, d, again, err)
		}
		if next := d.AddDays(1); !next.After(d) || next.AddDays(-1) != d {
			t.Fatalf("the day after %s is %s", d, next)
		}
	})
}

// FuzzParseSection reads whatever text as a section. It never loses a text, and a
// section it can read is written in one way.
func FuzzParseSection(f *testing.F) {
	for _, s := range []string{"97-17-41", "§ 97-17-41(1)(a)", "Miss. Code Ann. § 63-11-30(2)(a)", "97 17 41", "97–17–41", "M.C.A. 99-15-26.", "97-3-7 (2) a", "18 U.S.C. 922", "97-17-41 et seq.", "078-05-1120", "2020-02-29", "97-3-54.1", "((((", "97-17-41(", "§§§§", "", "\u00a0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		first := ParseSection(s)
		again := ParseSection(first.String())
		if first.Readable() && (again != first || first.Base() == "") {
			t.Fatalf("%q is %s, and that is %s", s, first, again)
		}
		if !first.Readable() && first.Base() != "" {
			t.Fatalf("%q cannot be read and is %s", s, first.Base())
		}
	})
}
