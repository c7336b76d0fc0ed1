package petition

import (
	"fmt"
	"slices"
	"strconv"
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
// it is. What a docket, an agency or the Code has numbered so cannot be written otherwise,
// nor can a house: P.O. Box 041284.
var numberFields = []string{
	"cause_number", "section", "under", "ordinance", "count", "agency_number", "tracking_number", "bar_number", "state_id", "phone", "zip", "street",
}

func isNumberField(path Path) bool { return slices.Contains(numberFields, path.last()) }

// last is the name of the field without those of its groups.
func (p Path) last() string { return string(p[strings.LastIndexByte(string(p), '.')+1:]) }

// doubtIn is how doubtful a day may be to be refused in a field. In words it can always be
// said otherwise, an id can be another, and an e-mail address can be left out.
func doubtIn(path Path) doubt {
	if isNumberField(path) {
		return certain
	}
	return vague
}

// holdsBirth reports whether a text holds the day of birth in a form of so much doubt at most.
func (own Identifiers) holdsBirth(s string, most doubt) bool {
	return own.birth.Known() && holdsYear(s, own.birth.Year()) && holdsDay(s, own.birth, most)
}

// holdsYear reports whether a text has the last two figures of the year one after the
// other, whatever parts them, as every form of a day has. It is quick.
func holdsYear(s string, year int) bool {
	tens, ones := byte('0'+year/10%10), byte('0'+year%10)
	last := byte(0)
	for i := range len(s) {
		c := s[i]
		if !isFigure(c) {
			continue
		}
		if c == ones && last == tens {
			return true
		}
		last = c
	}
	return false
}

func holdsDay(s string, d Date, most doubt) bool {
	for i, want := range eightFigures(d) {
		if (i < 2 || most >= certain) && holdsNumber(s, 8, want, 8) {
			return true
		}
	}
	return most == vague && holdsShortDay(s, d) || holdsWrittenDay(s, d, most)
}

// holdsShortDay finds the day without its century or without its zeros: in one group
// (041284, 4121984, 41284), in two that a mark parts, as figures of money are not parted
// (84-0412, 412-84), or in boxes of one figure.
func holdsShortDay(s string, d Date) bool {
	six, cut := sixFigures(d), cutFigures(d)
	var boxes []byte
	var last string
	end := -1
	for g, ok := next(s, 0); ok; g, ok = next(s, g.to) {
		word := s[g.from:g.to]
		if g.word || g.len() > 8 {
			boxes, last, end = nil, "", -1
			continue
		}
		isParted := end >= 0 && slices.Contains([]string{"-", "/", " "}, s[end:g.from])
		if isShortDay(word, six, cut) || isParted && len(last)+len(word) < 7 && isShortDay(last+word, six, cut) && areHalves(last, word) {
			return true
		}
		if boxes = append(boxes, word[0]); len(word) > 1 {
			boxes = nil
		}
		if n := len(boxes); n >= 6 && slices.Contains(six, number(string(boxes[n-6:]))) {
			return true
		}
		last, end = word, g.to
	}
	return false
}

// areHalves reports whether two groups are the year in two figures and the rest.
func areHalves(a, b string) bool { return len(a) == 2 && len(b) == 4 || len(b) == 2 && len(a) >= 3 }

func isShortDay(figures string, six []int, cut []string) bool {
	return len(figures) == 6 && slices.Contains(six, number(figures)) || slices.Contains(cut, figures)
}

// cutFigures are the day with the whole year first or last, or the last two figures of the
// year last, where zeros are left out: 4121984, 1984412, 41284. A year begins no five of
// them: ZIP codes do.
func cutFigures(d Date) []string {
	month, day, year := int(d.Month()), d.Day(), d.Year()
	if month > 9 && day > 9 {
		return nil
	}
	m, dd, short := strconv.Itoa(month), strconv.Itoa(day), fmt.Sprintf("%02d", year%100)
	whole := strconv.Itoa(year)
	out := []string{m + dd + whole, dd + m + whole, whole + m + dd}
	if len(m+dd) == 3 {
		out = append(out, m+dd+short, dd+m+short)
	}
	return out
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
	cited   bool // it is of a section, or of a list of them
}

// holdsWrittenDay looks at every three parts that follow one another. A day may begin
// within another (1/2/29/88).
func holdsWrittenDay(s string, d Date, most doubt) bool {
	var last [3]dayPart // a part without figures and without a month is none
	loose, cited, figures, end := false, false, false, 0
	for g, ok := next(s, 0); ok; g, ok = next(s, g.to) {
		before := s[end:g.from]
		end = g.to
		word := s[g.from:g.to]
		cited = cited && (!figures || goesOn(before)) || strings.HasSuffix(strings.TrimRight(before, " "), "§")
		p := dayPart{loose: loose, hyphen: before == "-", cited: cited}
		figures = !g.word
		switch {
		case !g.word && g.len() <= 4:
			p.n, p.figures = number(word), g.len()
		case g.word && isOneOf(word, betweenParts):
			loose, cited = true, cited && len(word) == 1 // as in (a)
			continue
		case g.word:
			p.month = monthNamed(word)
		}
		cited, loose = !g.word && cited || g.word && (isOneOf(word, citing) || cited && isOneOf(word, listing)), false
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
// April, 12 de abril del año 1984, in 1984 on April 12.
var betweenParts = []string{"in", "on", "en", "el", "st", "nd", "rd", "th", "the", "day", "of", "year", "de", "del", "dia", "d", "a", "o", "ano", "ro", "er"}

// citing are the words that a section of the Code is written behind.
var citing = []string{"section", "sections", "sec", "secs", "ss", "code", "ann", "mca"}

// listing are the words that a list of sections goes on with, and the letters of their
// paragraphs: sections 97-17-41(a) and 97-17-43.
var listing = []string{"and", "or", "to", "through", "et", "seq", "y", "b", "c", "e", "f", "g", "h", "i"}

// goesOn reports whether a list of sections goes on over the marks behind a figure. A
// sentence and a line end it.
func goesOn(marks string) bool { return strings.Trim(marks, " ,;&()-§") == "" }

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
	section := p[0].cited && p[1].cited && p[2].cited && (p[1].hyphen || p[2].hyphen)
	switch {
	case isWhole(p[2]) && either(p[0], p[1]), isWhole(p[0]) && either(p[1], p[2]):
		return true
	case isShort(p[2]) && either(p[0], p[1]):
		return named || most >= doubtful && !section
	default: // year first, the month comes before the day
		return isShort(p[0]) && !p[1].loose && (isDayAndMonth(p[2], p[1]) || named && isDayAndMonth(p[1], p[2])) && most >= doubtful && !section
	}
}

// monthNames are the months in English and in Spanish, whole and as they are usually cut
// short. Marks, married and Augusta are no months.
var monthNames = [...]struct {
	month int
	names []string
}{
	{1, []string{"january", "jan"}},
	{2, []string{"february", "feb", "febr", "febrero"}},
	{3, []string{"march", "mar", "marzo"}},
	{4, []string{"april", "apr"}},
	{5, []string{"may", "mayo"}},
	{6, []string{"june", "jun", "junio"}},
	{7, []string{"july", "jul", "julio"}},
	{8, []string{"august", "aug"}},
	{9, []string{"september", "sept", "sep", "septiembre"}},
	{10, []string{"october", "oct", "octubre"}},
	{11, []string{"november", "nov", "noviembre"}},
	{12, []string{"december", "dec"}},
	{1, []string{"enero", "ene"}},
	{4, []string{"abril", "abr"}},
	{8, []string{"agosto", "ago", "agto"}},
	{9, []string{"setiembre", "set"}},
	{12, []string{"diciembre", "dic"}},
}

// monthNamed reads the name of a month, or returns 0.
func monthNamed(word string) int {
	if len(word) < 3 || len(word) > len("septiembre") || !strings.ContainsRune("jfmasondeJFMASONDE", rune(word[0])) {
		return 0
	}
	for i := range monthNames {
		if isOneOf(word, monthNames[i].names) {
			return monthNames[i].month
		}
	}
	return 0
}
