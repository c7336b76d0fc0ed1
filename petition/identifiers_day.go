package petition

import (
	"slices"
	"strings"
)

// doubt is how much else figures may be that read like a day.
type doubt int8

const (
	// plain forms name the month, or begin with it or with the whole year: 4/12/1984, 19840412, 12-APR-84.
	plain doubt = iota
	// certain forms may be another day of the year of birth, the first figures being its
	// month: 12/4/1984. Nothing else in a record is of that year.
	certain
	// doubtful forms may be a section of the Code or the number of a docket: 4-12-84.
	doubtful
	// vague forms may be any number of six figures: 041284.
	vague
)

// numberFields end the paths of the fields that hold a number or an address which is what
// it is. What a docket, an agency or the Code has numbered so cannot be written otherwise.
var numberFields = []string{
	"cause_number", "section", "under", "ordinance", "count", "agency_number", "tracking_number", "bar_number", "state_id", "phone", "zip", "email",
}

// doubtIn is how doubtful a day may be to be refused in a field. In words it can always be
// said otherwise.
func doubtIn(path Path) doubt {
	last := string(path[strings.LastIndexByte(string(path), '.')+1:])
	switch {
	case path == "case":
		return doubtful
	case slices.Contains(numberFields, last):
		return certain
	default:
		return vague
	}
}

// holdsBirth reports whether a text holds the day of birth in a form of so much doubt at most.
func (own Identifiers) holdsBirth(s string, most doubt) bool {
	return own.birth.Known() && holdsYear(s, own.birth.Year()) && holdsDay(s, own.birth, most)
}

// holdsYear reports whether a text has the last two figures of the year, as every form of
// a day has. It is quick.
func holdsYear(s string, year int) bool {
	tens, ones := byte('0'+year/10%10), byte('0'+year%10)
	for i := 1; i < len(s); i++ {
		if s[i] == ones && s[i-1] == tens {
			return true
		}
	}
	return false
}

func holdsDay(s string, d Date, most doubt) bool {
	for i, want := range eightFigures(d) {
		if (i < 2 || most >= certain) && holdsNumber(s, 8, want, 4) {
			return true
		}
	}
	if most == vague {
		for _, want := range sixFigures(d) {
			if holdsNumber(s, 6, want, 1) {
				return true
			}
		}
	}
	return holdsWrittenDay(s, d, most)
}

// eightFigures are the day as YYYYMMDD, MMDDYYYY and DDMMYYYY.
func eightFigures(d Date) []int {
	if !d.Known() {
		return nil
	}
	year, month, day := d.Year(), int(d.Month()), d.Day()
	return []int{year*10_000 + month*100 + day, month*1_000_000 + day*10_000 + year, day*1_000_000 + month*10_000 + year}
}

// sixFigures are the day as YYMMDD, MMDDYY and DDMMYY.
func sixFigures(d Date) []int {
	year, month, day := d.Year()%100, int(d.Month()), d.Day()
	return []int{year*10_000 + month*100 + day, month*10_000 + day*100 + year, day*10_000 + month*100 + year}
}

// dayPart is a group of a text that may be the year, the month or the day of a date.
type dayPart struct {
	month   int // of a name, 0 for figures
	n       int // of figures
	figures int
	loose   bool // words such as "of" stand before it
	hyphen  bool // a hyphen and nothing else stands before it
	cited   bool // it is called a section
}

// holdsWrittenDay looks at every three parts that follow one another. A day may begin
// within another (1/2/29/88).
func holdsWrittenDay(s string, d Date, most doubt) bool {
	var last [3]dayPart // a part without figures and without a month is none
	loose, cited, end := false, false, 0
	for g, ok := next(s, 0); ok; g, ok = next(s, g.to) {
		before := s[end:g.from]
		end = g.to
		word := s[g.from:g.to]
		p := dayPart{loose: loose, hyphen: before == "-", cited: cited || strings.HasSuffix(strings.TrimRight(before, " "), "§")}
		switch {
		case !g.word && g.len() <= 4:
			p.n, p.figures = number(word), g.len()
		case g.word && isOneOf(word, betweenParts):
			loose = true
			continue
		case g.word:
			p.month = monthNamed(word)
		}
		cited, loose = g.word && isOneOf(word, citing), false
		if p.month == 0 && p.figures == 0 {
			last = [3]dayPart{}
			continue
		}
		last = [3]dayPart{last[1], last[2], p}
		if isDay(last, d, most) {
			return true
		}
	}
	return false
}

// betweenParts may stand between the parts of a day whose month is named: the 12th day of
// April, 12 de abril del año 1984.
var betweenParts = []string{"st", "nd", "rd", "th", "the", "day", "of", "year", "de", "del", "dia", "d", "a", "o", "ano", "ro", "er"}

// citing are the words that a section of the Code is written behind.
var citing = []string{"section", "sections", "sec", "secs", "ss", "code", "ann", "mca"}

// isDay reports whether three parts are the day, its year first or last.
func isDay(p [3]dayPart, d Date, most doubt) bool {
	named := p[0].month+p[1].month+p[2].month > 0
	if !named && (p[1].loose || p[2].loose || p[0].figures == 0) {
		return false
	}
	isDayAndMonth := func(day, month dayPart) bool {
		return (month.month == int(d.Month()) || month.figures > 0 && month.figures < 3 && month.n == int(d.Month())) &&
			day.figures > 0 && day.figures < 3 && day.n == d.Day()
	}
	either := func(a, b dayPart) bool {
		return isDayAndMonth(b, a) || (named || most >= certain) && isDayAndMonth(a, b)
	}
	isWhole := func(year dayPart) bool { return year.figures == 4 && year.n == d.Year() }
	isShort := func(year dayPart) bool { return year.figures == 2 && year.n == d.Year()%100 }
	section := p[0].cited && p[1].hyphen && p[2].hyphen
	switch {
	case isWhole(p[2]) && either(p[0], p[1]), isWhole(p[0]) && either(p[1], p[2]):
		return true
	case isShort(p[2]) && either(p[0], p[1]):
		return named || most >= doubtful && !section
	default: // year first, the month comes before the day
		return isShort(p[0]) && (isDayAndMonth(p[2], p[1]) || named && isDayAndMonth(p[1], p[2])) && most >= doubtful && !section
	}
}

// monthNamed reads the name of a month in English or in Spanish by its first letters, or
// returns 0.
func monthNamed(word string) int {
	if len(word) < 3 {
		return 0
	}
	first := [3]byte{word[0] | 0x20, word[1] | 0x20, word[2] | 0x20}
	for _, names := range [...]string{"jan feb mar apr may jun jul aug sep oct nov dec", "ene feb mar abr may jun jul ago set oct nov dic"} {
		if at := strings.Index(names, string(first[:])); at >= 0 {
			return at/4 + 1
		}
	}
	return 0
}
