package petition

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
)

// IdentifierHint says where identifiers belong.
const IdentifierHint = "identifiers belong only in ssn, state_id and date_of_birth, which reach only the confidential sheet"

// identifier says in words what a text holds. None is empty.
type identifier string

const (
	ownSSN     identifier = "the petitioner's Social Security number"
	someSSN    identifier = "what looks like a Social Security number"
	ownBirth   identifier = "the petitioner's date of birth"
	ownStateID identifier = "the petitioner's state identification number"
	ownPhone   identifier = "the petitioner's telephone number"
)

// hint says what to do about what a text holds. Figures that read like the day of birth,
// or like a number that is not the petitioner's, may be something else: in words they can
// be said otherwise.
func (own Identifiers) hint(what identifier, s string, path Path) string {
	plainly := func(s string) bool { return own.holdsBirth(s, plain) }
	switch {
	case path == "case":
		return "choose an id that holds no number of the person, such as CLINIC-0042"
	case path.last() == "email":
		return "leave it out, or give an address without the birth date or the number"
	case isNumberField(path):
		return IdentifierHint
	case what == someSSN && !slices.ContainsFunc(readings(s), holdsNamedSSN):
		return IdentifierHint + "; the number of a docket is written here with slashes, 251/19/0042"
	case what == ownBirth && !slices.ContainsFunc(readings(s), plainly):
		return IdentifierHint + "; a section of the Code takes § before it, and another day the name of its month"
	default:
		return IdentifierHint
	}
}

// Identifiers are what may stand in no text: a Social Security number, the day the
// petitioner was born, and the petitioner's state identification number. This is the one
// place that knows how they are written.
//
// Whatever stands between letters and figures counts as one mark, whether it is seen or
// not. A number is found in whole groups of figures: in 7078051120 there is no 078051120.
// A day in figures is the day of birth whether its month or its day comes first, for none
// can tell: 12/4/1984 is refused to whoever was born on April 12, and on December 4, 1984.
type Identifiers struct {
	ssn     int // of the petitioner; -1 when none was given
	birth   Date
	stateID func() *regexp.Regexp // of the petitioner; it finds nothing when none was given
	person  Person
}

// Identifiers returns what no text about the person may hold.
func (p Person) Identifiers() Identifiers {
	own := Identifiers{ssn: -1, birth: p.DateOfBirth, person: p}
	if ssnText.MatchString(p.SSN) {
		own.ssn = number(onlyFigures(p.SSN))
	}
	own.stateID = sync.OnceValue(func() *regexp.Regexp {
		if !isStateID(p.StateID) {
			return nothing
		}
		signs := strings.Split(onlySigns(p.StateID), "")
		return regexp.MustCompile(`(?i)` + regexp.QuoteMeta(p.StateID) + `|(?:^|[^0-9a-z])` + strings.Join(signs, `[\s._-]?`) + `(?:[^0-9a-z]|$)`)
	})
	return own
}

var nothing = regexp.MustCompile(`$.`)

// InPaper names the Social Security number of the person or the date of birth where a
// text holds it in a form that is nothing else, or nothing. [Case.Validate] refuses
// whatever it finds, in every field.
func (own Identifiers) InPaper(s string) string {
	if digitsIn(s) < leastFigures {
		return ""
	}
	for _, s := range readings(s) {
		switch {
		case own.holdsSSN(s):
			return string(ownSSN)
		case own.holdsBirth(s, certain):
			return string(ownBirth)
		}
	}
	return ""
}

// leastFigures are those of the shortest identifier: 2 Feb 88.
const leastFigures = 3

// in names the identifier that a text holds, or nothing. Few texts have figures enough.
func (own Identifiers) in(s string, path Path) identifier {
	if digitsIn(s) < leastFigures {
		return ""
	}
	for _, s := range readings(s) {
		if what := own.read(s, path); what != "" {
			return what
		}
	}
	return ""
}

// read names the identifier in one reading of a text. A docket may number 251-04-1234, so
// in a field for numbers only the petitioner's own counts, or one that is called so.
func (own Identifiers) read(s string, path Path) identifier {
	figures := digitsIn(s)
	many := figures >= 9
	switch {
	case figures >= 7 && own.holdsSSN(s):
		return ownSSN
	case many && (holdsNamedSSN(s) || !isNumberField(path) && holdsDashedSSN(s)):
		return someSSN
	case own.holdsBirth(s, doubtIn(path)):
		return ownBirth
	case path != "petitioner.state_id" && own.stateID().MatchString(s):
		return ownStateID
	default:
		return ""
	}
}

// InID names the identifier of the person that the id of a case holds, or nothing. An id
// names folders and stands in every list, so it may also not be the person's telephone
// number.
func (p Person) InID(id string) string { return string(p.Identifiers().inID(id)) }

func (own Identifiers) inID(id string) identifier {
	if what := own.in(id, "case"); what != "" {
		return what
	}
	if signs := onlySigns(own.person.StateID); signs != "" && strings.EqualFold(onlySigns(id), signs) {
		return ownStateID
	}
	digits := onlyFigures(id)
	if phone := onlyFigures(extension.ReplaceAllString(own.person.Phone, "")); len(phone) >= 7 && strings.TrimPrefix(digits, "1") == strings.TrimPrefix(phone, "1") {
		return ownPhone
	}
	if slices.Contains(eightFigures(own.birth), number(digits)) && len(digits) == 8 {
		return ownBirth
	}
	return ""
}

// ---- how a text is read ----

// readings are the ways a text is read. One that holds invisible characters, such as the
// soft hyphen, is read as it looks and as if they stood between words.
func readings(s string) []string {
	wide := false
	for i := range len(s) {
		wide = wide || s[i] >= 0x80
	}
	if !wide {
		return []string{s}
	}
	apart, hidden := strings.Map(plainMark, s), false
	looks := strings.Map(func(r rune) rune {
		if isInvisible(r) {
			hidden = true
			return -1
		}
		return plainMark(r)
	}, s)
	if !hidden {
		return []string{looks}
	}
	return []string{looks, apart}
}

// plainMark is a dash as a hyphen, and a space or what is invisible as a space.
func plainMark(r rune) rune {
	switch {
	case r < 0x80:
		return r
	case r == '−' || unicode.Is(unicode.Pd, r):
		return '-'
	case unicode.IsSpace(r) || isInvisible(r):
		return ' '
	default:
		return r
	}
}

func isInvisible(r rune) bool {
	return r >= 0x80 && (unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) || r == '\u034f')
}

// group is a run of figures or of letters of ASCII in a text; all else parts them.
type group struct {
	from, to int
	word     bool
}

// next returns the first group at or behind a place, if there is one.
func next(s string, at int) (group, bool) {
	for at < len(s) && !isFigure(s[at]) && !isLetter(s[at]) {
		at++
	}
	if at == len(s) {
		return group{}, false
	}
	g := group{from: at, word: isLetter(s[at])}
	for at < len(s) && (g.word && isLetter(s[at]) || !g.word && isFigure(s[at])) {
		at++
	}
	g.to = at
	return g, true
}

func (g group) len() int { return g.to - g.from }

func isFigure(c byte) bool { return c-'0' < 10 }

func isLetter(c byte) bool { return c|0x20-'a' < 26 }

func isOneOf(word string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return len(w) == len(word) && strings.EqualFold(w, word) })
}

// onlySigns is a text without anything but letters and figures of ASCII.
func onlySigns(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 && isLetterOrDigit(r) {
			return r
		}
		return -1
	}, s)
}

func onlyFigures(s string) string {
	return strings.Map(func(r rune) rune {
		if '0' <= r && r <= '9' {
			return r
		}
		return -1
	}, s)
}

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if isFigure(s[i]) {
			n++
		}
	}
	return n
}

// number is the number that figures write, or 0 when they are no number. Nobody's has more
// than 18.
func number(figures string) int {
	n := 0
	for i := range len(figures) {
		if !isFigure(figures[i]) || i == 18 {
			return 0
		}
		n = 10*n + int(figures[i]-'0')
	}
	return n
}

// holdsNumber reports whether groups of figures that follow one another without a word
// between them, one of them or at most so many, together are a number of such a length.
func holdsNumber(s string, length, want, most int) bool {
	for first, ok := next(s, 0); ok; first, ok = next(s, first.to) {
		n, figures := 0, 0
		for g, more, i := first, true, 0; more && !g.word && i < most && figures+g.len() <= length; i++ {
			figures += g.len()
			for _, c := range []byte(s[g.from:g.to]) {
				n = 10*n + int(c-'0')
			}
			if figures == length && n == want {
				return true
			}
			g, more = next(s, g.to)
		}
	}
	return false
}

// ---- Social Security numbers ----

// LooksLikeSSN reports whether a text holds what may be a Social Security number: one
// that is written ddd-dd-dddd, or one that is called so.
func LooksLikeSSN(s string) bool {
	return digitsIn(s) >= 9 && slices.ContainsFunc(readings(s), func(s string) bool { return holdsDashedSSN(s) || holdsNamedSSN(s) })
}

func (own Identifiers) holdsSSN(s string) bool {
	return own.ssn >= 0 && (holdsNumber(s, 9, own.ssn, 9) || own.holdsCutSSN(s))
}

// holdsCutSSN finds the number in one group without the zeros before it, which a
// spreadsheet cuts off. In less than seven figures it is not certain enough.
func (own Identifiers) holdsCutSSN(s string) bool {
	length := len(strconv.Itoa(own.ssn))
	return 6 < length && length < 9 && holdsNumber(s, length, own.ssn, 1)
}

var (
	digitRun  = regexp.MustCompile(`[0-9][0-9-]*`)
	ssnDashed = regexp.MustCompile(`^[0-9]{3}-[0-9]{2}-[0-9]{4}$`)
)

// holdsDashedSSN finds ddd-dd-dddd that is not part of a longer run.
func holdsDashedSSN(s string) bool {
	return slices.ContainsFunc(digitRun.FindAllString(s, -1), func(run string) bool {
		return ssnDashed.MatchString(strings.TrimRight(run, "-"))
	})
}

// ssnNames begin what a Social Security number is called in English and in Spanish, and
// ssnWords may go on with it: SSN, SS No., S.S.N., Soc. Sec., número de seguro social es.
var (
	ssnNames = []string{"ssn", "ssns", "ss", "nss", "soc", "social"}
	ssnWords = []string{"n", "no", "nos", "nr", "nbr", "num", "number", "numbers", "numero", "mero", "sec", "security", "card", "tarjeta", "is", "was", "es"}
)

// holdsNamedSSN finds nine figures, in one group or in three as on the card, behind the
// name of what they are.
func holdsNamedSSN(s string) bool {
	named, last := false, ""
	for g, ok := next(s, 0); ok; g, ok = next(s, g.to) {
		if !g.word {
			if named && isOnCard(s, g) {
				return true
			}
			named, last = false, ""
			continue
		}
		word := s[g.from:g.to]
		named = isOneOf(word, ssnNames) || strings.EqualFold(word, "s") && strings.EqualFold(last, "s") || named && isOneOf(word, ssnWords)
		last = word
	}
	return false
}

// isOnCard reports whether figures that begin with a group are written 078051120 or
// 078 05 1120, whatever parts them.
func isOnCard(s string, first group) bool {
	if first.len() == 9 {
		return true
	}
	second, ok := next(s, first.to)
	third, more := next(s, second.to)
	return ok && more && !second.word && !third.word && first.len() == 3 && second.len() == 2 && third.len() == 4
}
