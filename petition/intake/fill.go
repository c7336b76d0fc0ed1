package intake

import (
	"encoding"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"expunge/petition"
)

// Fill sets facts on a case and says, in one pass, what was wrong with them: fields
// that do not exist, facts given twice (the first stands), and values that the type of
// the field refuses. A fact without text is absent. A list grows to the largest index
// it is given; the reader that numbers the entries leaves no gaps.
func Fill(facts iter.Seq[Fact]) Record {
	r := Record{Origin: Origin{
		facts:   map[petition.Path]Position{},
		keys:    map[petition.Path]Position{},
		unknown: map[petition.Path]bool{},
	}}
	for f := range facts {
		if r.Origin.start.File == "" {
			r.Origin.start = f.At
		}
		if f.Text = composed(f.Text); f.Text != "" {
			r.set(f)
		}
	}
	return r
}

// composed is a text without the spaces around it, each letter and its accents as one
// character (Unicode NFC). Some systems write é as two: the faces have no such pairs, and
// two spellings of one name or number would not be the same.
func composed(s string) string { return norm.NFC.String(strings.TrimSpace(s)) }

func (r *Record) problem(f Fact, code petition.Code, message, hint string) {
	r.Diagnostics = append(r.Diagnostics, Diagnostic{f.At, petition.Problem{Path: f.Path, Code: code, Message: message, Hint: hint}})
}

func (r *Record) set(f Fact) {
	if first, ok := r.Origin.Of(f.Path); ok {
		r.problem(f, "key.duplicate", twice(f.Path, first, f.At), "keep one of the two")
		return
	}
	at := locate(&r.Case, f.Path)
	switch at.fault {
	case "unknown":
		r.Diagnostics = append(r.Diagnostics, unknownKey(at.field, at.key, at.under, f.At))
		return
	case "group":
		r.problem(f, "key.shape", at.field.key+" has keys of its own", "give one of them: "+strings.Join(at.field.keys(), ", "))
		return
	case "long":
		r.tooLong(f)
		return
	}
	if at.field.shape == texts && isUnknown(f.Text, at.field) {
		r.unknownList(f)
		return
	}
	r.Origin.note(f.Path, f.At)
	if bad := unprintable(f.Text, at.field.lines); bad >= 0 {
		r.problem(f, "text.control", fmt.Sprintf("the text holds a character that cannot be printed (U+%04X)", bad), "type the text again instead of pasting it; use a space for a tab")
		return
	}
	if isUnknown(f.Text, at.field) {
		r.Origin.unknown[f.Path] = true
		if at.field.shape <= text {
			return
		}
	}
	if at.field.isLeaf() && at.field.shape != text && petition.LooksLikeSSN(f.Text) {
		r.problem(f, "text.identifier", "this looks like a Social Security number", petition.IdentifierHint)
		return
	}
	if err := assign(at, f.Text); err != nil {
		r.refuse(f, err)
	}
}

// tooLong says of a list once that it is too long, and how many values it has no room for.
func (r *Record) tooLong(f Fact) {
	list := listOf(f.Path)
	if r.long == nil {
		r.long = map[petition.Path]overlong{}
	}
	said, again := r.long[list]
	if !again {
		said.at = len(r.Diagnostics)
		r.Diagnostics = append(r.Diagnostics, Diagnostic{f.At, petition.Problem{Path: f.Path}})
	}
	said.values++
	r.long[list] = said
	d := &r.Diagnostics[said.at]
	d.Problem = tooMany(d.Path, said.values)
}

// overlong is a list with more entries than it can have.
type overlong struct{ at, values int } // where the diagnostics speak of it, and values without room

// listOf returns the list whose entry has too high a number.
func listOf(path petition.Path) petition.Path {
	for from := 0; ; {
		at := strings.IndexByte(string(path[from:]), '[')
		if at < 0 {
			return path
		}
		from += at + 1
		digits, _, _ := strings.Cut(string(path[from:]), "]")
		if n, err := strconv.Atoi(digits); err != nil || n >= maxEntries {
			return path[:from-1]
		}
	}
}

// tooMany says of a list that it has more entries than it can have, given how many values
// it has no room for.
func tooMany(path petition.Path, values int) petition.Problem {
	message := fmt.Sprintf("a list takes at most %d entries", maxEntries)
	if values > 1 {
		message += fmt.Sprintf("; from here on, %d values have no room in it", values)
	}
	return petition.Problem{Path: path, Code: "list.long", Message: message, Hint: "leave out what the papers do not need"}
}

// unknownList remembers that a list of texts was stated to be unknown, in its place or in
// one of its entries, and takes back the room made for the entry.
func (r *Record) unknownList(f Fact) {
	path := petition.Path(strings.TrimSuffix(string(f.Path), "]"))
	if path != f.Path {
		path = parent(f.Path)
		entries := locate(&r.Case, path).value
		if last := entries.Len() - 1; entries.Index(last).String() == "" {
			entries.SetLen(last)
		}
	}
	r.Origin.note(path, f.At)
	r.Origin.unknown[path] = true
}

// isUnknown reports whether the text states that the fact is not known. In plain text
// only the word and the question mark do: Null is a surname.
func isUnknown(s string, f *field) bool {
	if f.isLeaf() && f.shape != text {
		return petition.IsUnknownWord(s)
	}
	return s == "?" || strings.EqualFold(s, "unknown")
}

func assign(at place, s string) error {
	switch v := at.value; {
	case at.field.isLeaf() && at.field.shape != text:
		return v.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText([]byte(s))
	case v.Kind() == reflect.Slice:
		v.Set(reflect.Append(v, reflect.ValueOf(s)))
	default:
		v.SetString(strings.ReplaceAll(s, "\r\n", "\n"))
	}
	return nil
}

// refuse reports what the type of a field said of a text.
func (r *Record) refuse(f Fact, err error) {
	var wrong *petition.ValueError
	if !errors.As(err, &wrong) {
		r.problem(f, "value.unreadable", "the value cannot be read", "")
		return
	}
	r.problem(f, wrong.Code, wrong.Message, wrong.Hint)
}

// unprintable returns the first character that no paper may carry, or -1: controls,
// what turns the direction of writing, and invisible marks.
func unprintable(s string, lines bool) rune {
	for i, c := range s {
		switch {
		case lines && (c == '\n' || c == '\r' && strings.HasPrefix(s[i:], "\r\n")):
		case unicode.IsControl(c), c == 0x061c, c == 0x200b, c == 0x200e, c == 0x200f, c == 0xfeff,
			c >= 0x2028 && c <= 0x202e, c >= 0x2066 && c <= 0x2069:
			return c
		}
	}
	return -1
}

func twice(path petition.Path, first, second Position) string {
	where := "at " + first.String()
	switch {
	case first.Line == 0 || first.File != second.File:
	case first.Line == second.Line:
		where = fmt.Sprintf("in column %d of this line", first.Column)
	default:
		where = fmt.Sprintf("on line %d", first.Line)
	}
	name := string(path[strings.LastIndexByte(string(path), '.')+1:])
	return fmt.Sprintf("%s is given twice; the first stands %s", name, where)
}

// unknownKey says that a key is not known among those of f, which stands at the path
// under, and what may be meant. A key that is not like those there are may be a person's
// name or number that slipped before a colon: it is not repeated.
func unknownKey(f *field, key string, under petition.Path, at Position) Diagnostic {
	d := Diagnostic{at, petition.Problem{Path: under, Code: "key.unknown", Message: "this is not a field here", Hint: fieldsHint(f)}}
	if speakable(f, key) {
		d.Path, d.Message, d.Hint = under.Join(key), fmt.Sprintf("no field is called %q here", key), keyHint(f, key)
	}
	return d
}

var keyLike = regexp.MustCompile(`^[A-Za-z][A-Za-z_]{0,30}(?:\[[0-9]{1,4}\])?$`)

// speakable reports whether a key that is not known may be repeated: it looks like a key,
// and is near one there is or made of the words of such keys.
func speakable(f *field, key string) bool {
	if !keyLike.MatchString(key) {
		return false
	}
	key, _, _ = strings.Cut(strings.ToLower(key), "[")
	if petition.IsSlipOf(key, f.keys()) {
		return true
	}
	for word := range strings.SplitSeq(key, "_") {
		if !vocabulary()[word] {
			return false
		}
	}
	return true
}

// vocabulary is every word of every key.
var vocabulary = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	schema().visit(func(f *field) {
		for word := range strings.SplitSeq(f.key, "_") {
			out[word] = true
		}
	})
	delete(out, "")
	return out
})

func keyHint(f *field, key string) string {
	if homes := homesOf(f, strings.ToLower(key)); homes != nil {
		return fmt.Sprintf("%s belongs under %s", strings.ToLower(key), strings.Join(homes, " or "))
	}
	if near := petition.Nearest(key, f.keys()); near != "" {
		return fmt.Sprintf("did you mean %q?", near)
	}
	return fieldsHint(f)
}

func fieldsHint(f *field) string {
	if len(f.kids) == 0 || len(f.kids) > 14 {
		return "\"expunge template case\" shows every field there is"
	}
	return "the fields here are: " + strings.Join(f.keys(), ", ")
}

// homesOf returns where a key that was not found under f has its place: within f, if it
// is there, else least deep; three places at most. There are none when no such key
// exists, or when it is right here but for its case.
func homesOf(f *field, key string) []string {
	if f.byKey[key] != nil {
		return nil
	}
	var homes []string
	best := 0
	var visit func(g *field, depth int)
	visit = func(g *field, depth int) {
		rank := depth + 100
		if f.pattern != "" && within(g.pattern, f.pattern) {
			rank = depth
		}
		if g.byKey[key] != nil && g.pattern != "" && (homes == nil || rank <= best) {
			if rank < best {
				homes = nil
			}
			homes, best = append(homes, strings.ReplaceAll(string(g.pattern), "[]", "")), rank
		}
		for _, kid := range g.kids {
			visit(kid, depth+1)
		}
	}
	visit(schema(), 0)
	return homes[:min(len(homes), 3)]
}
