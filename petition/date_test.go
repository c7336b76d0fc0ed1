package petition

import (
	"errors"
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2020-02-29": "2020-02-29", "2019-2-3": "2019-02-03", " 2026-07-01 ": "2026-07-01", "1900-01-01": "1900-01-01", "2000-02-29": "2000-02-29",
	} {
		if d, err := ParseDate(text); err != nil || d.String() != want {
			t.Errorf("%q is %s, %v", text, d, err)
		}
	}
	for text, want := range map[string]Code{
		"2019-02-29": "date.impossible", "1900-02-29": "date.impossible", "2021-13-01": "date.impossible", "2021-00-10": "date.impossible",
		"0219-01-01": "date.impossible", "2021-04-31": "date.impossible", "2201-01-01": "date.impossible",
		"02/29/2020": "date.format", "2/3/19": "date.format", "May 5, 2020": "date.format", "20200229": "date.format", "": "date.format", "2020-02-29T00:00": "date.format",
	} {
		_, err := ParseDate(text)
		var wrong *ValueError
		if !errors.As(err, &wrong) || wrong.Code != want || wrong.Hint == "" {
			t.Errorf("%q gives %v, want %s with a hint", text, err, want)
		}
	}
}

func TestDateStatesOfKnowledge(t *testing.T) {
	var d Date
	if d.Known() || d.StatedUnknown() || d.String() != "" || d.Long() != "" {
		t.Error("the zero date was not stated")
	}
	if err := d.UnmarshalText([]byte("?")); err != nil || d.Known() || !d.StatedUnknown() || d.String() != "unknown" || d != UnknownDate() {
		t.Error("? states that the date is unknown")
	}
	if d.AddDays(1) != d || d.AddMonths(1) != d || d.AddYears(1) != d {
		t.Error("an unknown date stays unknown")
	}
	day := NewDate(2020, time.May, 4)
	if d.Before(day) || day.Before(d) || d.After(day) || day.After(d) {
		t.Error("an unknown date is neither before nor after")
	}
	if Latest(d, Date{}) != (Date{}) || Latest(d, day, NewDate(2019, time.May, 4)) != day {
		t.Error("latest is the latest that is known")
	}
}

func TestAddYears(t *testing.T) {
	for _, c := range []struct {
		from  string
		years int
		want  string
	}{
		{"2020-02-29", 1, "2021-03-01"},
		{"2020-02-29", 4, "2024-02-29"},
		{"2020-02-29", -1, "2019-03-01"},
		{"2096-02-29", 4, "2100-03-01"},
		{"2021-03-01", 3, "2024-03-01"},
		{"2021-02-28", 3, "2024-02-28"},
		{"2021-12-31", 5, "2026-12-31"},
	} {
		if got := date(t, c.from).AddYears(c.years).String(); got != c.want {
			t.Errorf("%s and %d years is %s, want %s", c.from, c.years, got, c.want)
		}
	}
}

func TestAddMonths(t *testing.T) {
	for _, c := range []struct {
		from   string
		months int
		want   string
	}{
		{"2020-01-31", 1, "2020-03-01"},
		{"2021-01-29", 1, "2021-03-01"},
		{"2020-01-29", 1, "2020-02-29"},
		{"2021-03-31", 1, "2021-05-01"},
		{"2021-11-15", 3, "2022-02-15"},
		{"2021-03-31", -1, "2021-03-01"},
		{"2021-01-31", -2, "2020-12-01"},
		{"2021-12-31", 12, "2022-12-31"},
	} {
		if got := date(t, c.from).AddMonths(c.months).String(); got != c.want {
			t.Errorf("%s and %d months is %s, want %s", c.from, c.months, got, c.want)
		}
	}
}

func TestAddDays(t *testing.T) {
	if got := date(t, "2024-02-28").AddDays(2).String(); got != "2024-03-01" {
		t.Error(got)
	}
	if got := date(t, "2024-01-01").AddDays(-1).String(); got != "2023-12-31" {
		t.Error(got)
	}
	if got := date(t, "2026-11-23"); got.Weekday() != time.Monday || got.Long() != "November 23, 2026" {
		t.Error(got.Weekday(), got.Long())
	}
}

func TestDateOrderIsTheCalendars(t *testing.T) {
	d := NewDate(1999, time.December, 28)
	for range 800 {
		next := d.AddDays(1)
		if !d.Before(next) || !next.After(d) || next.Compare(d) <= 0 || next.AddDays(-1) != d {
			t.Fatalf("%s and %s", d, next)
		}
		if parsed, err := ParseDate(d.String()); err != nil || parsed != d {
			t.Fatalf("%s reads back as %s, %v", d, parsed, err)
		}
		d = next
	}
}

func TestDateOfTakesTheZoneOfTheMoment(t *testing.T) {
	late := time.Date(2026, time.November, 23, 23, 30, 0, 0, time.FixedZone("CST", -6*3600))
	if got := DateOf(late).String(); got != "2026-11-23" {
		t.Error(got)
	}
}

func date(t *testing.T, text string) Date {
	t.Helper()
	d, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
