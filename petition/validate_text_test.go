package petition

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

// everyStart looks for the day from each place of the text in turn, however slow.
type everyStart map[string]*regexp.Regexp

func (e everyStart) holdsDay(s string, d Date) bool {
	for _, f := range dayForms {
		for i := range len(s) + 1 {
			form := fmt.Sprintf(`^(?s:.{%d})(?:%s)`, i, f.form)
			if e[form] == nil {
				e[form] = regexp.MustCompile(form)
			}
			at := e[form].FindStringSubmatch(s)
			if at != nil && sameYear(at[f.year], d.Year()) && monthOf(at[f.month]) == int(d.Month()) && number(at[f.day]) == d.Day() {
				return true
			}
		}
	}
	return false
}

// TestTheSearchForADayMissesNone puts pieces of days together at random and compares the
// search with one that begins at every place.
func TestTheSearchForADayMissesNone(t *testing.T) {
	pieces := []string{"1", "2", "29", "88", "1988", "2-29-1988", "2/29/88", "1988-2-29", "Feb", "feb", "Jan", "uary", "FEBRUARY", ".", " ", ", ", "-", "/", "st", "29th", " day of ", "of", "x", "é", "JanFeb 29, 1988", " 29, 1988", "29 feb"}
	random := rand.New(rand.NewPCG(1, 2))
	slow, day, found := everyStart{}, NewDate(1988, 2, 29), 0
	for range 6_000 {
		var b strings.Builder
		for n := random.IntN(9); n >= 0; n-- {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		s := b.String()
		if len(s) > 40 {
			continue
		}
		want := slow.holdsDay(s, day)
		if want {
			found++
		}
		if holdsDay(s, day) != want {
			t.Errorf("%q: found %v, want %v", s, !want, want)
		}
	}
	if found < 300 {
		t.Errorf("only %d texts held the day", found)
	}
}

// A search that begins again within a word takes hours over this one.
func TestTheSearchForADayGoesOnBehindAWord(t *testing.T) {
	day := NewDate(1988, 2, 29)
	for end, want := range map[string]bool{" 12, 1988": false, " 29, 1988": false, " 12, 1988; Feb. 29, 1988": true} {
		if got := holdsDay(strings.Repeat("jan", 300_000)+end, day); got != want {
			t.Errorf("jan...%s: found %v", end, got)
		}
	}
}
