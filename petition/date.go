package petition

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Date is a civil date: a day in the calendar without hour or zone. The zero value
// means that no date was stated. A date may also be stated to be unknown. Dates are
// comparable with ==.
type Date struct {
	year       int16
	month, day int8
	unknown    bool
}

// NewDate returns the date, rolling an impossible day forward as [time.Date] does.
func NewDate(year int, month time.Month, day int) Date {
	if month >= 1 && month <= 12 && day >= 1 && day <= 28 {
		return Date{year: int16(year), month: int8(month), day: int8(day)} //nolint:gosec // no year of a record is near the limit
	}
	return fromTime(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// UnknownDate returns a date that was stated to be unknown.
func UnknownDate() Date { return Date{unknown: true} }

// DateOf returns the civil date of a moment in the moment's own zone.
func DateOf(t time.Time) Date { return fromTime(t) }

func fromTime(t time.Time) Date {
	return Date{year: int16(t.Year()), month: int8(t.Month()), day: int8(t.Day())}
}

var (
	isoDate   = regexp.MustCompile(`^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})$`)
	slashDate = regexp.MustCompile(`^([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2,4})$`)
)

// ParseDate reads a date written YYYY-MM-DD. Any other text gives a [ValueError] that
// tells a day that is not in the calendar from a date written in another form.
func ParseDate(text string) (Date, error) {
	s := strings.TrimSpace(text)
	part := isoDate.FindStringSubmatch(s)
	if part == nil {
		hint := "write the date as YYYY-MM-DD"
		if slash := slashDate.FindStringSubmatch(s); slash != nil && len(slash[3]) == 4 {
			hint = "write the date as YYYY-MM-DD; month first, 3/5/2019 is 2019-03-05"
		}
		return Date{}, &ValueError{Code: "date.format", Message: "the date is not written YYYY-MM-DD", Hint: hint}
	}
	year, _ := strconv.Atoi(part[1])
	month, _ := strconv.Atoi(part[2])
	day, _ := strconv.Atoi(part[3])
	d := NewDate(year, time.Month(month), day)
	impossible := &ValueError{Code: "date.impossible", Hint: "look at the paper again; write the date as YYYY-MM-DD, or unknown"}
	switch {
	case int(d.month) != month || int(d.day) != day || int(d.year) != year:
		impossible.Message = "the date is not a day in the calendar"
	case year < 1900 || year > 2200:
		impossible.Message = "the date has a year this program does not take"
		impossible.Hint = "look at the paper again; years run from 1900 to 2200"
	default:
		return d, nil
	}
	return Date{}, impossible
}

// UnmarshalText reads YYYY-MM-DD, or a word that says the date is unknown.
func (d *Date) UnmarshalText(b []byte) error {
	if IsUnknownWord(string(b)) {
		*d = UnknownDate()
		return nil
	}
	parsed, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Known reports whether the date is a day in the calendar.
func (d Date) Known() bool { return d.month != 0 }

// StatedUnknown reports whether the date was stated to be unknown, as opposed to left out.
func (d Date) StatedUnknown() bool { return d.unknown }

// String returns the date as YYYY-MM-DD, "unknown" when stated so, and the empty
// string when no date was stated.
func (d Date) String() string {
	switch {
	case d.unknown:
		return "unknown"
	case !d.Known():
		return ""
	default:
		return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
	}
}

// Long returns the date as "January 2, 2006", or the empty string when not known.
func (d Date) Long() string {
	if !d.Known() {
		return ""
	}
	var buf [20]byte
	return string(d.AppendLong(buf[:0]))
}

// AppendLong appends the date as [Date.Long] gives it.
func (d Date) AppendLong(b []byte) []byte {
	if !d.Known() {
		return b
	}
	b = append(b, time.Month(d.month).String()...)
	b = strconv.AppendInt(append(b, ' '), int64(d.day), 10)
	return strconv.AppendInt(append(b, ", "...), int64(d.year), 10)
}

// Year returns the year, or 0 when not known.
func (d Date) Year() int { return int(d.year) }

// Month returns the month, or 0 when not known.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day returns the day of the month, or 0 when not known.
func (d Date) Day() int { return int(d.day) }

// Weekday returns the day of the week. It is Sunday for a date that is not known.
func (d Date) Weekday() time.Weekday { return d.time().Weekday() }

// Before reports whether d is an earlier day than e. It is false unless both are known.
func (d Date) Before(e Date) bool { return d.Known() && e.Known() && d.Compare(e) < 0 }

// After reports whether d is a later day than e. It is false unless both are known.
func (d Date) After(e Date) bool { return d.Known() && e.Known() && d.Compare(e) > 0 }

// Compare orders dates; one that is not known comes before every day.
func (d Date) Compare(e Date) int {
	return d.order() - e.order()
}

// order is a number that grows with the date.
func (d Date) order() int { return int(d.year)<<16 + int(d.month)<<8 + int(d.day) }

// AddDays returns the day n days later, or earlier for a negative n. A date that is
// not known stays so.
func (d Date) AddDays(n int) Date {
	if !d.Known() {
		return d
	}
	if day := int(d.day) + n; n >= 0 && day <= 28 {
		d.day = int8(day)
		return d
	}
	return fromTime(d.time().AddDate(0, 0, n))
}

// AddYears returns the same day n calendar years later. 29 February falls to 1 March
// in a year that has none. A date that is not known stays so.
func (d Date) AddYears(n int) Date {
	if !d.Known() {
		return d
	}
	if d.month != 2 || d.day < 29 {
		d.year += int16(n)
		return d
	}
	return NewDate(int(d.year)+n, time.Month(d.month), int(d.day))
}

// AddMonths returns the same day n calendar months later; where that month is too
// short the result is the first day of the month after it. A date that is not known
// stays so.
func (d Date) AddMonths(n int) Date {
	if !d.Known() {
		return d
	}
	first := time.Date(int(d.year), time.Month(int(d.month)+n), 1, 0, 0, 0, 0, time.UTC)
	if day := first.AddDate(0, 0, int(d.day)-1); day.Month() == first.Month() {
		return fromTime(day)
	}
	return fromTime(first.AddDate(0, 1, 0))
}

func (d Date) time() time.Time {
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC)
}

// Latest returns the latest of the dates that are known, or the zero Date.
func Latest(dates ...Date) Date {
	var latest Date
	for _, d := range dates {
		if d.Known() && d.Compare(latest) > 0 {
			latest = d
		}
	}
	return latest
}
