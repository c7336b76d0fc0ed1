package petition

import (
	"reflect"
	"strconv"
	"strings"
	"sync"
)

// Path is the one name of a field: "charges[0].sentence.terms_completed". The case
// file, the clients file, the interview, the diagnostics, the rules and the papers
// all use it.
type Path string

// ChargePath returns the path of a field of the charge with the given index, from 0.
// An empty field gives the charge itself.
func ChargePath(index int, field string) Path {
	p := Path("charges[" + strconv.Itoa(index) + "]")
	return p.Join(field)
}

// Join returns the path of a field under p.
func (p Path) Join(field string) Path {
	switch {
	case field == "":
		return p
	case p == "":
		return Path(field)
	default:
		return p + "." + Path(field)
	}
}

// Pattern returns the path with the numbers of its lists left out:
// "charges[].sentence.terms_completed".
func (p Path) Pattern() Path {
	var b strings.Builder
	skip := false
	for _, r := range string(p) {
		switch {
		case r == '[':
			skip = true
			b.WriteString("[]")
		case r == ']':
			skip = false
		case !skip:
			b.WriteRune(r)
		}
	}
	return Path(b.String())
}

// Label returns the plain name of the field for people, "Cause number", or the last
// part of the path when the field has none.
func (p Path) Label() string {
	if label := labels()[p.Pattern()]; label != "" {
		return label
	}
	s := strings.TrimSuffix(string(p.Pattern()), "[]")
	return strings.ReplaceAll(s[strings.LastIndexByte(s, '.')+1:], "_", " ")
}

// Fields lists the pattern of every field of the case file, in the order of the file.
// Fields of lists carry [] after the list: "charges[].offense"; a list of plain text
// is one field, "petitioner.other_names[]".
func Fields() []Path {
	var out []Path
	walkFields(reflect.TypeFor[Case](), "", func(p Path, _ reflect.StructField) { out = append(out, p) })
	return out
}

var labels = sync.OnceValue(func() map[Path]string {
	out := map[Path]string{}
	walkFields(reflect.TypeFor[Case](), "", func(p Path, f reflect.StructField) { out[p] = f.Tag.Get("label") })
	return out
})

func walkFields(t reflect.Type, at Path, visit func(Path, reflect.StructField)) {
	for i := range t.NumField() {
		f := t.Field(i)
		name := f.Tag.Get("fact")
		if name == "" {
			continue
		}
		p := at.Join(name)
		ft := f.Type
		if ft.Kind() == reflect.Slice {
			p += "[]"
			ft = ft.Elem()
		}
		if ft.Kind() == reflect.Struct && hasFacts(ft) {
			walkFields(ft, p, visit)
			continue
		}
		visit(p, f)
	}
}

func hasFacts(t reflect.Type) bool {
	for i := range t.NumField() {
		if t.Field(i).Tag.Get("fact") != "" {
			return true
		}
	}
	return false
}
