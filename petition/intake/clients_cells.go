package intake

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"expunge/petition"
)

// ---- days ----

var (
	slashDay = regexp.MustCompile(`^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})$`)
	midnight = regexp.MustCompile(`^(.*[0-9])[ T](?:0?0:00(?::00(?:\.0+)?)?|12:00(?::00)? ?[Aa][Mm])$`)
	oneDigit = regexp.MustCompile(`^[$0-9,]*[0-9]\.[0-9]$`)
	namedDay = regexp.MustCompile(`(?i)^(?:[0-9]{1,2}-(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:-(?:[0-9]{2}|[0-9]{4}))?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)-(?:[0-9]{2}|[0-9]{4}))$`)
)

// cleanDate reads M/D/YYYY, month first, as YYYY-MM-DD, and leaves out a time of
// midnight. Nothing is guessed: two figures do not tell a year.
func cleanDate(s string) (string, *petition.Problem) {
	if isISO(s) {
		return s, nil
	}
	if m := midnight.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	part := slashDay.FindStringSubmatch(s)
	const forms = "write the date as YYYY-MM-DD or M/D/YYYY"
	switch {
	case part == nil && (petition.IsUnknownWord(s) || hasDateForm(s)):
		return s, nil
	case part == nil:
		return "", &petition.Problem{Code: "date.format", Message: "the date is not written YYYY-MM-DD or M/D/YYYY", Hint: forms + ", or unknown"}
	case len(part[3]) == 2:
		return "", &petition.Problem{Code: "date.format", Message: "the year has only two figures", Hint: forms + ", with all four figures of the year"}
	case number(part[1]) > 12 && number(part[2]) <= 12:
		return "", &petition.Problem{Code: "date.impossible", Message: "there is no such month; the month comes first", Hint: forms}
	}
	return isoDay(s), nil
}

// hasDateForm reports whether a text is a date as the case file has it, if only in form.
func hasDateForm(s string) bool {
	_, err := petition.ParseDate(s)
	var wrong *petition.ValueError
	return err == nil || errors.As(err, &wrong) && wrong.Code != "date.format"
}

// isoDay writes M/D/YYYY as YYYY-MM-DD, and leaves any other text as it is.
func isoDay(s string) string {
	part := slashDay.FindStringSubmatch(s)
	if part == nil || len(part[3]) == 2 {
		return s
	}
	return part[3] + "-" + two(part[1]) + "-" + two(part[2])
}

func two(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// isISO reports whether a text has the form YYYY-MM-DD.
func isISO(s string) bool {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return false
	}
	for i := range len(s) {
		if i != 4 && i != 7 && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// looksLikeDay reports whether a spreadsheet made a day of what was a number with dashes:
// 9/23/23, 2023-09-23, 23-Sep or Sep-23.
func looksLikeDay(s string) bool {
	if len(s) < 5 || len(s) > 24 {
		return false
	}
	if strings.IndexByte(s, ':') > 0 {
		if m := midnight.FindStringSubmatch(s); m != nil {
			s = m[1]
		}
	}
	if isISO(s) {
		_, err := petition.ParseDate(s)
		return err == nil
	}
	if strings.IndexByte(s, '/') > 0 {
		part := slashDay.FindStringSubmatch(s)
		return part != nil && strings.Count(s, "/") == 2 && number(part[1]) <= 12 && number(part[2]) <= 31
	}
	return hasWord(s) && namedDay.MatchString(s)
}

// hasWord reports whether three letters of ASCII stand together.
func hasWord(s string) bool {
	run := 0
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			run = 0
		} else if run++; run == 3 {
			return true
		}
	}
	return false
}
