package petition

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"expunge/assets"
)

// texts checks what is written in words: that every paper can print it, and that no
// identifier stands where a paper for the court's file would show it.
func (in *inspection) texts(c Case) {
	own := identifiersOf(c.Petitioner)
	eachText(reflect.ValueOf(c), textFields(), "", func(path Path, s string) {
		if !printable(s, inCapitals(path)) {
			in.add(path, "text.glyph", "write it in Latin letters as the court record has it", "the text holds a character that the papers cannot print")
		}
		if path == "petitioner.ssn" {
			return
		}
		what := own.in(s, path)
		if path == "case" {
			what = own.inID(s)
		}
		if what != "" {
			in.add(path, "text.identifier", IdentifierHint, "the text holds %s", what)
		}
	})
}

// textField is a field that is a text, or holds some. Its kind is that of what the field,
// or each entry of its list, is.
type textField struct {
	name  string
	index int
	kind  textKind
	list  bool
	kids  []textField
}

type textKind int8

const (
	plainTexts textKind = iota
	sections
	groups
)

// textFields is reflected once.
var textFields = sync.OnceValue(func() []textField { return textFieldsOf(reflect.TypeFor[Case]()) })

func textFieldsOf(t reflect.Type) []textField {
	var out []textField
	for i := range t.NumField() {
		ft, f := t.Field(i).Type, textField{name: t.Field(i).Tag.Get("fact"), index: i}
		if f.list = ft.Kind() == reflect.Slice; f.list {
			ft = ft.Elem()
		}
		switch {
		case f.name == "":
			continue
		case ft == reflect.TypeFor[string]():
			f.kind = plainTexts
		case ft == reflect.TypeFor[Section]():
			f.kind = sections
		case ft.Kind() == reflect.Struct && hasFacts(ft):
			f.kind, f.kids = groups, textFieldsOf(ft)
		default:
			continue
		}
		out = append(out, f)
	}
	return out
}

// eachText visits every text of a value, those of its lists and its sections included,
// that is not empty.
func eachText(v reflect.Value, fields []textField, at Path, visit func(Path, string)) {
	for _, f := range fields {
		field := v.Field(f.index)
		if !f.list {
			f.visit(field, at, f.name, visit)
			continue
		}
		for j := range field.Len() {
			f.visit(field.Index(j), at, f.name+"["+strconv.Itoa(j)+"]", visit)
		}
	}
}

func (f textField) visit(v reflect.Value, at Path, name string, visit func(Path, string)) {
	switch f.kind {
	case plainTexts:
		if v.Len() > 0 {
			visit(at.Join(name), v.String())
		}
	case sections:
		if s := v.Interface().(Section); s.Known() {
			visit(at.Join(name), s.String())
		}
	case groups:
		if !v.IsZero() {
			eachText(v, f.kids, at.Join(name), visit)
		}
	}
}

// ---- characters ----

// inCapitals reports whether a paper writes the field in capitals: the caption does.
func inCapitals(path Path) bool {
	s := string(path)
	return strings.HasPrefix(s, "petitioner.name.") || strings.HasSuffix(s, ".plaintiff") || strings.HasSuffix(s, "court.city") || strings.HasSuffix(s, "court.county")
}

// CanPrint reports whether the papers can print every character of a text.
func CanPrint(s string) bool { return printable(s, false) }

func printable(s string, capitals bool) bool {
	for _, r := range s {
		if r < unicode.MaxASCII {
			continue
		}
		if !hasShape(r) || capitals && !hasShape(unicode.ToUpper(r)) {
			return false
		}
	}
	return true
}

// hasShape reports whether a character is drawn, or is one that only says how a line
// may break. The type faces themselves are asked only beyond the common code page.
func hasShape(r rune) bool {
	switch r {
	case '\u2011', '\u202f', '\u200c', '\u200d', '\u2060', '\u200b':
		return true
	}
	if _, ok := assets.WinAnsi(r); ok || r < ' ' {
		return true
	}
	return shapes()[r]
}

// shapes are the characters that every type face draws.
var shapes = sync.OnceValue(func() map[rune]bool {
	faces := assets.Faces()
	out := map[rune]bool{}
	for r := range faces[0].Glyphs() {
		out[r] = true
	}
	for _, f := range faces[1:] {
		glyphs := f.Glyphs()
		for r := range out {
			if _, ok := glyphs[r]; !ok {
				delete(out, r)
			}
		}
	}
	return out
})

// ---- identifiers ----

// IdentifierHint says where identifiers belong.
const IdentifierHint = "identifiers belong only in ssn, state_id and date_of_birth, which reach only the confidential sheet"

// identifiers are what may stand in no text: a Social Security number, the day the
// petitioner was born, and the petitioner's state identification number.
type identifiers struct {
	ssn     func() *regexp.Regexp // of the petitioner; it finds nothing when none was given
	stateID func() *regexp.Regexp // of the petitioner; it finds nothing when none was given
	birth   Date
	year    string // the last two figures of the year of birth
	person  Person
}

func identifiersOf(p Person) identifiers {
	own := identifiers{birth: p.DateOfBirth, year: fmt.Sprintf("%02d", p.DateOfBirth.Year()%100), person: p}
	own.stateID = sync.OnceValue(func() *regexp.Regexp {
		if !isStateID(p.StateID) {
			return nothing
		}
		signs := strings.Split(onlySigns(p.StateID), "")
		return regexp.MustCompile(`(?i)` + regexp.QuoteMeta(p.StateID) + `|(?:^|[^0-9a-z])` + strings.Join(signs, `[\s._-]?`) + `(?:[^0-9a-z]|$)`)
	})
	own.ssn = sync.OnceValue(func() *regexp.Regexp {
		if !ssnText.MatchString(p.SSN) {
			return nothing
		}
		digits := strings.Split(strings.ReplaceAll(p.SSN, "-", ""), "")
		return regexp.MustCompile(`(?:^|[^0-9])` + strings.Join(digits, `[\s.-]{0,3}`) + `(?:[^0-9]|$)`)
	})
	return own
}

var nothing = regexp.MustCompile(`$.`)

// in names the identifier that a text holds, or nothing. Few texts have figures enough.
// A docket may number 251-04-1234, so in a cause number only the petitioner's own counts.
func (own identifiers) in(s string, path Path) string {
	figures := digitsIn(s)
	if figures < 5 {
		return ""
	}
	s = dashes.Replace(s)
	switch {
	case figures >= 9 && own.ssn().MatchString(s):
		return "the petitioner's Social Security number"
	case figures >= 9 && !strings.HasSuffix(string(path), "cause_number") && holdsSSN(s):
		return "what looks like a Social Security number"
	case own.birth.Known() && strings.Contains(s, own.year) && holdsDay(s, own.birth):
		return "the petitioner's date of birth"
	case path != "petitioner.state_id" && own.stateID().MatchString(s):
		return "the petitioner's state identification number"
	default:
		return ""
	}
}

// InID names the identifier of the person that the id of a case holds, or nothing. An id
// names folders and stands in every list, so it may also not be the person's telephone
// number, or the date of birth in figures alone, 19840412 or 04121984.
func (p Person) InID(id string) string { return identifiersOf(p).inID(id) }

func (own identifiers) inID(id string) string {
	if what := own.in(id, "case"); what != "" {
		return what
	}
	if signs := onlySigns(own.person.StateID); signs != "" && strings.EqualFold(onlySigns(id), signs) {
		return "the petitioner's state identification number"
	}
	digits := onlyFigures(id)
	if phone := onlyFigures(extension.ReplaceAllString(own.person.Phone, "")); len(phone) >= 7 && strings.TrimPrefix(digits, "1") == strings.TrimPrefix(phone, "1") {
		return "the petitioner's telephone number"
	}
	if d := own.birth; d.Known() {
		year, month, day := fmt.Sprintf("%04d", d.Year()), fmt.Sprintf("%02d", d.Month()), fmt.Sprintf("%02d", d.Day())
		for _, form := range []string{year + month + day, month + day + year, day + month + year} {
			if digits == form || slices.Contains(figureRuns.FindAllString(id, -1), form) {
				return "the petitioner's date of birth"
			}
		}
	}
	return ""
}

var figureRuns = regexp.MustCompile(`[0-9]+`)

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
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

var dashes = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-")

// LooksLikeSSN reports whether a text holds what may be a Social Security number.
func LooksLikeSSN(s string) bool { return digitsIn(s) >= 9 && holdsSSN(dashes.Replace(s)) }

var (
	digitRun  = regexp.MustCompile(`[0-9][0-9-]*`)
	ssnDashed = regexp.MustCompile(`^[0-9]{3}-[0-9]{2}-[0-9]{4}$`)
)

// holdsSSN finds ddd-dd-dddd that is not part of a longer run.
func holdsSSN(s string) bool {
	return slices.ContainsFunc(digitRun.FindAllString(s, -1), func(run string) bool {
		return ssnDashed.MatchString(strings.TrimRight(run, "-"))
	})
}

// The month is taken as a whole word, so that a search goes on behind it and not within.
const monthNames = `((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\.?`

var dayForms = []struct {
	form             *regexp.Regexp
	year, month, day int // which part of the form each is
}{
	{regexp.MustCompile(`(?:^|[^0-9])([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[^0-9]|$)`), 1, 2, 3},
	{regexp.MustCompile(`(?:^|[^0-9])([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})(?:[^0-9]|$)`), 3, 1, 2},
	{regexp.MustCompile(`(?:^|[^0-9])([0-9]{1,2})/([0-9]{1,2})/([0-9]{2})(?:[^0-9]|$)`), 3, 1, 2},
	{regexp.MustCompile(`(?i)\b` + monthNames + `\s*([0-9]{1,2})(?:st|nd|rd|th)?[\s,]+([0-9]{4})(?:[^0-9]|$)`), 3, 1, 2},
	{regexp.MustCompile(`(?i)(?:^|[^0-9])([0-9]{1,2})(?:st|nd|rd|th)?\s+(?:day\s+)?(?:of\s+)?` + monthNames + `[\s,]*([0-9]{4})(?:[^0-9]|$)`), 3, 2, 1},
}

// holdsDay reports whether a text names the day in one of the usual spellings. A day may
// begin within another (1/2/29/88), so the search goes on behind the first part of each.
func holdsDay(s string, d Date) bool {
	for _, f := range dayForms {
		for rest := s; ; {
			at := f.form.FindStringSubmatchIndex(rest)
			if at == nil {
				break
			}
			part := func(n int) string { return rest[at[2*n]:at[2*n+1]] }
			if sameYear(part(f.year), d.Year()) && monthOf(part(f.month)) == int(d.Month()) && number(part(f.day)) == d.Day() {
				return true
			}
			rest = rest[at[3]:]
		}
	}
	return false
}

func sameYear(s string, year int) bool {
	return number(s) == year || len(s) == 2 && number(s) == year%100
}

// monthOf reads a month as a number or by the first letters of its name.
func monthOf(s string) int {
	if n := number(s); n > 0 {
		return n
	}
	at := strings.Index("jan feb mar apr may jun jul aug sep oct nov dec", strings.ToLower(s[:3]))
	return at/4 + 1
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// IsSlipOf reports whether a word is one of the words but for a slip of the hand: one
// letter, or two in a long word. Capitals do not count.
func IsSlipOf(word string, words []string) bool {
	limit := 1
	if len(word) > 7 {
		limit = 2
	}
	return slices.ContainsFunc(words, func(w string) bool { return distance(strings.ToLower(word), strings.ToLower(w)) <= limit })
}
