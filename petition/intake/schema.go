package intake

import (
	"encoding"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"expunge/petition"
)

// shape is what may stand at a place of the case file.
type shape int8

const (
	group  shape = iota // a mapping with keys of its own
	list                // a list of mappings
	texts               // a list of plain text
	text                // plain text
	value               // text that a type of package petition reads
	answer              // likewise, and null means unknown
)

// field is one place of the case file: the `fact` tags of [petition.Case] as a tree.
type field struct {
	key     string
	pattern petition.Path
	shape   shape
	lines   bool // the text may have more than one line
	quoted  bool // written in quotes where another reader could take it for a number or a day
	index   int  // of the struct field
	kids    []*field
	byKey   map[string]*field
}

// isLeaf reports whether the field holds a value rather than other fields.
func (f *field) isLeaf() bool { return f.shape >= text }

func (f *field) keys() []string {
	out := make([]string, len(f.kids))
	for i, kid := range f.kids {
		out[i] = kid.key
	}
	return out
}

// visit passes over the field and all under it.
func (f *field) visit(do func(*field)) {
	do(f)
	for _, kid := range f.kids {
		kid.visit(do)
	}
}

// schema is reflected once; facts of many thousands of cases pass through it.
var schema = sync.OnceValue(func() *field { return groupOf(reflect.TypeFor[petition.Case](), &field{}) })

func groupOf(t reflect.Type, f *field) *field {
	f.byKey = map[string]*field{}
	for i := range t.NumField() {
		key := t.Field(i).Tag.Get("fact")
		if key == "" {
			continue
		}
		kid := &field{key: key, pattern: f.pattern.Join(key), index: i}
		describe(t.Field(i).Type, kid)
		f.kids = append(f.kids, kid)
		f.byKey[key] = kid
	}
	return f
}

var multiline = []petition.Path{
	"notes", "showing.rehabilitation", "showing.good_conduct", "showing.best_interest",
	"charges[].dui.justification", "charges[].outcome_wording",
}

func describe(t reflect.Type, f *field) {
	switch {
	case t == reflect.TypeFor[petition.Answer]() || t == reflect.TypeFor[petition.Restitution]():
		f.shape = answer
	case reflect.PointerTo(t).Implements(reflect.TypeFor[encoding.TextUnmarshaler]()):
		f.shape = value
		f.quoted = t == reflect.TypeFor[petition.Date]() || t == reflect.TypeFor[petition.Section]()
	case t.Kind() == reflect.String:
		f.shape, f.quoted, f.lines = text, true, slices.Contains(multiline, f.pattern)
	case t.Kind() == reflect.Slice && t.Elem().Kind() == reflect.String:
		f.shape, f.quoted, f.pattern = texts, true, f.pattern+"[]"
	case t.Kind() == reflect.Slice:
		f.shape, f.pattern = list, f.pattern+"[]"
		groupOf(t.Elem(), f)
	default:
		f.shape = group
		groupOf(t, f)
	}
}

// maxEntries bounds a list, so that a number in brackets cannot claim all memory.
const maxEntries = 1000

// place is where a path leads: the field, and the value in the case unless the path
// stops at a list or group.
type place struct {
	field *field
	value reflect.Value
	fault string        // "unknown" (field is then the innermost that is known), "group", "long" or nothing
	key   string        // the key that is not known
	under petition.Path // where it was looked for
}

// locate follows a path into the case, making room in its lists on the way.
func locate(c *petition.Case, path petition.Path) place {
	at := place{field: schema(), value: reflect.ValueOf(c).Elem()}
	for rest := string(path); rest != ""; {
		var segment string
		segment, rest, _ = strings.Cut(rest, ".")
		key, index, indexed := splitIndex(segment)
		kid := at.field.byKey[key]
		if kid == nil || indexed != (kid.shape == list) && kid.shape != texts {
			return place{field: at.field, fault: "unknown", key: segment, under: above(path, segment, rest)}
		}
		at.field, at.value = kid, at.value.Field(kid.index)
		if !indexed {
			continue
		}
		if index < 0 || index >= maxEntries {
			return place{field: kid, fault: "long"}
		}
		for at.value.Len() <= index {
			at.value.Set(reflect.Append(at.value, reflect.Zero(at.value.Type().Elem())))
		}
		at.value = at.value.Index(index)
	}
	if at.field.shape <= list {
		return place{field: at.field, fault: "group"}
	}
	return at
}

// above returns the part of a path before a segment and the rest after it.
func above(path petition.Path, segment, rest string) petition.Path {
	end := len(path) - len(segment)
	if rest != "" {
		end -= len(rest) + 1
	}
	return petition.Path(strings.TrimSuffix(string(path[:end]), "."))
}

// splitIndex takes "charges[2]" apart. A number that cannot be read gives -1.
func splitIndex(segment string) (key string, index int, indexed bool) {
	key, number, indexed := strings.Cut(segment, "[")
	if !indexed {
		return key, 0, false
	}
	index, err := strconv.Atoi(strings.TrimSuffix(number, "]"))
	if err != nil {
		return key, -1, true
	}
	return key, index, true
}
