package rules

import (
	"testing"
	"time"

	"expunge/petition"
)

func date(text string) petition.Date {
	d, err := petition.ParseDate(text)
	if err != nil {
		panic(err)
	}
	return d
}

func TestFirstHearingDay(t *testing.T) {
	for _, c := range []struct{ served, want, why string }{
		{"1975-11-14", "1975-11-24", "Combs v. Adams: 14 to 24 November is ten days"},
		{"2026-11-03", "2026-11-13", "ten days, no roll"},
		{"2026-11-04", "2026-11-16", "the tenth day is a Saturday"},
		{"2026-11-05", "2026-11-16", "the tenth day is a Sunday"},
		{"2026-11-16", "2026-11-27", "the tenth day is Thanksgiving"},
		{"2026-12-15", "2026-12-28", "Christmas on a Friday, then a weekend"},
		{"2026-08-28", "2026-09-08", "the tenth day is Labor Day"},
		{"2027-06-24", "2027-07-06", "4 July 2027 is a Sunday, kept on Monday"},
		{"2028-02-18", "2028-02-28", "over a leap February"},
	} {
		if got := FirstHearingDay(date(c.served)); got != date(c.want) {
			t.Errorf("served %s: %s, want %s (%s)", c.served, got, c.want, c.why)
		}
	}
	if got := LastServiceDay(petition.Date{}); got.Known() {
		t.Errorf("no day of hearing gave %s", got)
	}
	if got := FirstHearingDay(petition.Date{}); got.Known() {
		t.Errorf("no day of service gave %s", got)
	}
}

func TestLastServiceDayIsTheLatestThatIsSafe(t *testing.T) {
	for hearing := date("2026-01-01"); hearing.Before(date("2028-01-01")); hearing = hearing.AddDays(1) {
		day := LastServiceDay(hearing)
		if FirstHearingDay(day).After(hearing) {
			t.Fatalf("service on %s is too late for %s", day, hearing)
		}
		if next := day.AddDays(1); !FirstHearingDay(next).After(hearing) {
			t.Fatalf("service on %s is also safe for %s, later than %s", next, hearing, day)
		}
	}
}

func TestLegalHolidaysOf2026(t *testing.T) {
	want := []string{
		"2026-01-01", "2026-01-19", "2026-02-16", "2026-04-27", "2026-05-25", "2026-07-04",
		"2026-09-07", "2026-11-11", "2026-11-26", "2026-12-25",
	}
	var got []string
	for d := date("2026-01-01"); d.Year() == 2026; d = d.AddDays(1) {
		if LegalHoliday(d) != "" {
			got = append(got, d.String())
		}
	}
	if len(got) != len(want) {
		t.Fatalf("holidays are %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("holidays are %v, want %v", got, want)
		}
	}
	if LegalHoliday(petition.NewDate(2023, time.January, 2)) == "" {
		t.Error("New Year's Day 2023 fell on a Sunday and is kept on Monday")
	}
}

func TestTheFirstSafeDayIsTheLeastOverTheRules(t *testing.T) {
	for _, c := range []struct{ done, want, why string }{
		{"2023-06-30", "2026-07-01", "three years"},
		{"2024-02-29", "2027-03-01", "leap day"},
		{"2024-02-28", "2027-03-01", "the day before a leap day"},
		{"2022-01-15", "2026-07-01", "the new rule opens before five years are over"},
		{"2021-06-28", "2026-06-29", "five years are over before the new rule"},
		{"2021-06-29", "2026-06-30", "the last day of the old rule"},
		{"2021-06-30", "2026-07-01", "both rules open on one day"},
		{"2012-01-01", "2019-07-01", "the section itself opened in 2019"},
	} {
		if got, _ := felonyWait.earliest(date("2026-11-23"), date(c.done), knownLaw{}); got != date(c.want) {
			t.Errorf("done %s: %s, want %s (%s)", c.done, got, c.want, c.why)
		}
	}
	if got, _ := felonyWait.earliest(date("2026-11-23"), date("2022-01-15"), knownLaw{held: Holdable()}); got != date("2027-01-16") {
		t.Errorf("with the 2026 act held back: %s, want five years", got)
	}
}

// Asked on any day, a wait opens on the first day, then or later, on which the rule then in
// force is met, and it stays open for as long as the law asks for no more years.
func TestTheWaitOpensOnItsDayAndStaysOpen(t *testing.T) {
	opensOnItsDay(t, "felonyWait", felonyWait)
}

// A legislature may make a wait longer again: what had opened closes, and opens anew. Two
// windows and none are told apart.
func TestAWaitThatBecomesLongerClosesAgain(t *testing.T) {
	longer := wait{
		{since: date("2019-07-01"), years: 5},
		{since: date("2026-07-01"), years: 3},
		{since: date("2027-07-01"), years: 4},
	}
	opensOnItsDay(t, "longer", longer)
	for _, c := range []struct{ asked, done, want, why string }{
		{"2026-11-23", "2024-02-29", "2027-03-01", "three years are over before the fourth is asked for"},
		{"2027-06-30", "2024-02-29", "2027-03-01", "still open on the last day of the three years"},
		{"2027-07-01", "2024-02-29", "2028-03-01", "closed since the fourth year is asked for"},
		{"2027-07-01", "2021-01-15", "2026-01-16", "open before and after"},
		{"2026-11-23", "2024-09-01", "2028-09-02", "it never opened under the three years"},
	} {
		if got, _ := longer.earliest(date(c.asked), date(c.done), knownLaw{}); got != date(c.want) {
			t.Errorf("asked %s, done %s: %s, want %s (%s)", c.asked, c.done, got, c.want, c.why)
		}
	}
}

func opensOnItsDay(t *testing.T, name string, w wait) {
	t.Helper()
	met := func(day, done petition.Date) bool {
		rule, ok := w.inForce(day, knownLaw{})
		return ok && !day.Before(safeDay(done, rule.years))
	}
	for done := date("2019-01-01"); done.Before(date("2026-12-31")); done = done.AddDays(17) {
		for asked := date("2026-01-05"); asked.Before(date("2032-12-31")); asked = asked.AddDays(31) {
			open, _ := w.earliest(asked, done, knownLaw{})
			switch {
			case !met(open, done):
				t.Fatalf("%s: done %s, asked on %s: on %s, the promised day, it is not met", name, done, asked, open)
			case met(asked, done) != !asked.Before(open):
				t.Fatalf("%s: done %s, asked on %s: met is %v, and the promised day is %s", name, done, asked, met(asked, done), open)
			case open.After(asked) && met(open.AddDays(-1), done):
				t.Fatalf("%s: done %s, asked on %s: %s is promised, and the day before is met too", name, done, asked, open)
			}
		}
	}
}

// A number of years is written as in the Code.
func TestYearsInWords(t *testing.T) {
	for n, want := range map[int]string{1: "one year", 2: "two years", 4: "four years", 9: "nine years", 10: "10 years"} {
		if got := years(n); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}
