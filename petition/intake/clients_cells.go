package intake

import (
	"encoding"
	"errors"
	"reflect"
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

// ---- setting facts without the way through paths ----

// plan is how the cells of a column reach the case: where the field is, and what is known
// in advance of its values.
type plan struct {
	steps  []int // the struct fields from the list entry, or from the case
	list   []int // the struct fields from the case to the list
	date   bool
	money  bool
	number bool                     // a section, cause number or the like, of which a spreadsheet makes a day
	words  map[string]reflect.Value // what the plainest texts are read as
}

func planFor(b binding) plan {
	var p plan
	at := schema()
	for part := range strings.SplitSeq(string(b.list), ".") {
		if part != "" {
			at = at.byKey[part]
			p.list = append(p.list, at.index)
		}
	}
	for part := range strings.SplitSeq(b.rest, ".") {
		at = at.byKey[part]
		p.steps = append(p.steps, at.index)
	}
	root := reflect.TypeFor[petition.Case]()
	if len(p.list) > 0 {
		root = root.FieldByIndex(p.list).Type.Elem()
	}
	t := root.FieldByIndex(p.steps).Type
	p.date = t == reflect.TypeFor[petition.Date]()
	p.money = t == reflect.TypeFor[petition.Money]()
	last := b.rest[strings.LastIndexByte(b.rest, '.')+1:]
	p.number = t == reflect.TypeFor[petition.Section]() || last == "cause_number" || last == "zip" || last == "count"
	p.words = wordsOf(t)
	return p
}

// wordsOf reads the words of a closed list, and answers, as people mostly write them.
func wordsOf(t reflect.Type) map[string]reflect.Value {
	var plain []string
	switch v := reflect.Zero(t).Interface().(type) {
	case petition.Answer:
		plain = []string{"yes", "no", "Yes", "No", "YES", "NO", "y", "n", "Y", "N", "TRUE", "FALSE"}
	case interface{ Values() []string }:
		for _, word := range v.Values() {
			plain = append(plain, word, strings.ToUpper(word[:1])+word[1:], strings.ToUpper(word))
		}
	}
	out := map[string]reflect.Value{}
	for _, word := range plain {
		v := reflect.New(t)
		if r, ok := v.Interface().(encoding.TextUnmarshaler); ok && r.UnmarshalText([]byte(word)) == nil {
			out[word] = v.Elem()
		}
	}
	return out
}
