package rules

import (
	"time"

	"expunge/petition"
)

// noticeDays is the notice the district attorney must have before a hearing, in days
// (section 99-19-71(2)(b)).
const noticeDays = 10

// holidaysRead is the last year for which the list of legal holidays was read in the
// Code (section 3-3-7, official Code of July 2020).
const holidaysRead = 2026

// FirstHearingDay returns the first day a hearing is safe after notice was served: the
// day of service is not counted, the tenth day is, and a last day that falls on a
// Saturday, a Sunday or a legal holiday moves to the next day that is none (section
// 1-3-67; Combs v. Adams, 350 So. 2d 41 (Miss. 1977)). A day that is not known gives none.
func FirstHearingDay(served petition.Date) petition.Date {
	if !served.Known() {
		return petition.Date{}
	}
	day := served.AddDays(noticeDays)
	for closed(day) {
		day = day.AddDays(1)
	}
	return day
}

// LastServiceDay returns the latest day to serve notice for a hearing, or the zero Date.
func LastServiceDay(hearing petition.Date) petition.Date {
	if !hearing.Known() {
		return petition.Date{}
	}
	day := hearing.AddDays(-noticeDays)
	for FirstHearingDay(day).After(hearing) {
		day = day.AddDays(-1)
	}
	return day
}

// closed reports whether courts keep the day: Saturday, Sunday or a legal holiday.
func closed(d petition.Date) bool {
	return d.Weekday() == time.Saturday || d.Weekday() == time.Sunday || LegalHoliday(d) != ""
}

// LegalHoliday returns the name of the legal holiday kept on the day, or the empty
// string (section 3-3-7). A holiday that falls on a Sunday is kept on Monday. A county
// or city may trade one of them for another day by an order on its minutes, which this
// cannot know.
func LegalHoliday(d petition.Date) string {
	if name := fixedHoliday(d); name != "" {
		return name
	}
	if d.Weekday() == time.Monday {
		if name := fixedHoliday(d.AddDays(-1)); name != "" {
			return name
		}
	}
	week, last := (d.Day()-1)/7+1, d.AddDays(7).Month() != d.Month()
	switch {
	case d.Weekday() == time.Monday && d.Month() == time.January && week == 3:
		return "the third Monday of January"
	case d.Weekday() == time.Monday && d.Month() == time.February && week == 3:
		return "the third Monday of February"
	case d.Weekday() == time.Monday && d.Month() == time.April && last:
		return "the last Monday of April"
	case d.Weekday() == time.Monday && d.Month() == time.May && last:
		return "the last Monday of May"
	case d.Weekday() == time.Monday && d.Month() == time.September && week == 1:
		return "Labor Day"
	case d.Weekday() == time.Thursday && d.Month() == time.November && week == 4:
		return "Thanksgiving Day"
	default:
		return ""
	}
}

func fixedHoliday(d petition.Date) string {
	switch {
	case d.Month() == time.January && d.Day() == 1:
		return "New Year's Day"
	case d.Month() == time.July && d.Day() == 4:
		return "Independence Day"
	case d.Month() == time.November && d.Day() == 11:
		return "November 11"
	case d.Month() == time.December && d.Day() == 25:
		return "Christmas Day"
	default:
		return ""
	}
}
