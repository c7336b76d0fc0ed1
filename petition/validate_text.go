package petition

import (
	"reflect"
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
	own := c.Petitioner.Identifiers()
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
			in.add(path, "text.identifier", own.hint(what, s, path), "the text holds %s", what)
		}
	})
	in.onTheDayOfBirth(c)
}

// onTheDayOfBirth refuses what has happened on the day the petitioner was born: it cannot
// be, and the papers would show the day.
func (in *inspection) onTheDayOfBirth(c Case) {
	born := c.Petitioner.DateOfBirth
	if !born.Known() {
		return
	}
	days := append(c.past(), day{"filing.hearing_on", c.Filing.HearingOn})
	for i := range c.Charges {
		days = append(days, day{ChargePath(i, "sentence.supervision_ends"), c.Charges[i].Sentence.SupervisionEnds})
	}
	for _, d := range days {
		if d.date == born {
			in.add(d.path, "date.order", "look at the papers of both dates again", "this is the day the petitioner was born")
		}
	}
}

// Exposing lists the problems of a case by which a paper would show an identifier: they
// are among those of [Case.Validate].
func (c Case) Exposing() Problems {
	in := &inspection{}
	in.texts(c)
	return slices.DeleteFunc(in.found, func(p Problem) bool { return p.Code == "text.glyph" })
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

// IsSlipOf reports whether a word is one of the words but for a slip of the hand: one
// letter, or two in a long word. Capitals do not count.
func IsSlipOf(word string, words []string) bool {
	limit := 1
	if len(word) > 7 {
		limit = 2
	}
	return slices.ContainsFunc(words, func(w string) bool { return distance(strings.ToLower(word), strings.ToLower(w)) <= limit })
}
