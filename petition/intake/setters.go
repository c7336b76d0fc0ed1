package intake

import (
	"encoding"
	"reflect"
	"strings"
	"unsafe"

	"expunge/petition"
)

// plan is how the cells of a column reach the case without the way through paths: where
// the field is, of what type, and what is known in advance of its values. It is made once
// for a file.
type plan struct {
	list   []int   // the struct fields from the case to the list
	offset uintptr // of the field from the list entry, or from the case
	kind   kind
	field  reflect.Type
	number bool              // a section, cause number or the like, of which a spreadsheet makes a day
	words  map[string]string // of a closed list, how people mostly write the words
}

// kind is how a cell is read. Kinds of which few files have many go the way of any type.
type kind int8

const (
	anyKind kind = iota
	textKind
	listKind
	wordKind
	answerKind
	dateKind
	sectionKind
)

func planFor(b binding) plan {
	var p plan
	at, root := schema(), reflect.TypeFor[petition.Case]()
	for part := range strings.SplitSeq(string(b.list), ".") {
		if part != "" {
			at = at.byKey[part]
			p.list = append(p.list, at.index)
		}
	}
	if len(p.list) > 0 {
		root = root.FieldByIndex(p.list).Type.Elem()
	}
	for part := range strings.SplitSeq(b.rest, ".") {
		at = at.byKey[part]
		p.offset += root.Field(at.index).Offset
		root = root.Field(at.index).Type
	}
	p.field, p.kind = root, kindOf(root)
	last := b.rest[strings.LastIndexByte(b.rest, '.')+1:]
	p.number = p.kind == sectionKind || last == "cause_number" || last == "zip" || last == "count"
	if p.kind == wordKind {
		p.words = wordsOf(root)
	}
	return p
}

func kindOf(t reflect.Type) kind {
	_, words := reflect.Zero(t).Interface().(interface{ Values() []string })
	switch {
	case t == reflect.TypeFor[petition.Date]():
		return dateKind
	case t == reflect.TypeFor[petition.Section]():
		return sectionKind
	case t == reflect.TypeFor[petition.Answer]():
		return answerKind
	case t == reflect.TypeFor[[]string]():
		return listKind
	case t == reflect.TypeFor[string]():
		return textKind
	case words && t.Kind() == reflect.String:
		return wordKind
	default:
		return anyKind
	}
}

// wordsOf reads the words of a closed list as people mostly write them.
func wordsOf(t reflect.Type) map[string]string {
	out := map[string]string{}
	list, _ := reflect.Zero(t).Interface().(interface{ Values() []string })
	for _, word := range list.Values() {
		for _, spelled := range []string{word, strings.ToUpper(word[:1]) + word[1:], strings.ToUpper(word)} {
			v := reflect.New(t)
			if r, ok := v.Interface().(encoding.TextUnmarshaler); ok && r.UnmarshalText([]byte(spelled)) == nil {
				out[spelled] = v.Elem().String()
			}
		}
	}
	return out
}

// set reads a cell into the field of an entry, or of the case, that begins at base. False
// leaves it to the careful way.
//
// This is the one place that reaches into memory by hand: by reflection, the setting of
// facts would take more time than all the rest. The plan knows offset and type from the
// struct itself.
func (f *filler) set(b *binding, base unsafe.Pointer, s string) bool {
	p := &b.plan
	at := unsafe.Add(base, p.offset)
	if p.kind == sectionKind {
		if known, ok := f.sections[s]; ok {
			*(*petition.Section)(at) = known
			return true
		}
	}
	if len(s) > maxCell || s[0] == '=' || !isPlain(s) || p.number && looksLikeDay(s) {
		return false
	}
	switch p.kind {
	case textKind:
		if !isUnknownText(s) {
			*(*string)(at) = s
		}
		return true
	case wordKind:
		if word, ok := p.words[s]; ok {
			*(*string)(at) = word
			return true
		}
	case answerKind:
		if a := plainAnswer(s); a != petition.Unstated {
			*(*petition.Answer)(at) = a
			return true
		}
	case dateKind:
		return setDate((*petition.Date)(at), s)
	case listKind:
		return setList((*[]string)(at), s)
	case anyKind, sectionKind:
	}
	if petition.LooksLikeSSN(s) {
		return false
	}
	if p.kind == sectionKind {
		return f.setSection((*petition.Section)(at), s)
	}
	f.raw = append(f.raw[:0], s...)
	v, ok := reflect.NewAt(p.field, at).Interface().(encoding.TextUnmarshaler)
	return ok && v.UnmarshalText(f.raw) == nil
}

func isUnknownText(s string) bool {
	return s == "?" || len(s) == len("unknown") && strings.EqualFold(s, "unknown")
}

func plainAnswer(s string) petition.Answer {
	switch s {
	case "yes", "Yes", "YES", "y", "Y", "TRUE":
		return petition.Yes
	case "no", "No", "NO", "n", "N", "FALSE":
		return petition.No
	default:
		return petition.Unstated
	}
}

func setDate(at *petition.Date, s string) bool {
	d, ok := fastDate(s)
	if !ok && petition.IsUnknownWord(s) {
		d, ok = petition.UnknownDate(), true
	}
	if ok {
		*at = d
	}
	return ok
}

func setList(at *[]string, s string) bool {
	list := parts(s)
	if len(list) > maxEntries {
		return false
	}
	for _, part := range list {
		if isUnknownText(part) {
			return false
		}
	}
	*at = list
	return true
}

// maxSections bounds what is remembered of sections: there are not many.
const maxSections = 4096

// setSection reads a section, and remembers how it was read.
func (f *filler) setSection(at *petition.Section, s string) bool {
	s = strings.Clone(s) // the whole block would be remembered with it
	if at.UnmarshalText([]byte(s)) != nil {
		return false
	}
	if len(f.sections) < maxSections && len(s) < 100 {
		if f.sections == nil {
			f.sections = map[string]petition.Section{}
		}
		f.sections[s] = *at
	}
	return true
}
