package intake

import (
	"bytes"
	"fmt"
	"io"
	"iter"
	"reflect"
	"regexp"
	"strings"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
)

// Facts yields every fact the record states, in the order of the case file, as text that
// [Fill] reads back to the same record; a fact stated to be unknown is the word unknown.
// Facts set on the case since it was read have no position.
func (r Record) Facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		r.facts(reflect.ValueOf(r.Case), schema(), "", yield)
	}
}

func (r Record) facts(v reflect.Value, f *field, at petition.Path, yield func(Fact) bool) bool {
	for _, kid := range f.kids {
		path, val := at.Join(kid.key), v.Field(kid.index)
		switch {
		case kid.shape == group:
			if !r.facts(val, kid, path, yield) {
				return false
			}
		case kid.shape == list || kid.shape == texts && val.Len() > 0:
			for i := range val.Len() {
				entry := petition.Path(fmt.Sprintf("%s[%d]", path, i))
				if kid.shape == list && !r.facts(val.Index(i), kid, entry, yield) || kid.shape == texts && !r.fact(val.Index(i), kid, entry, yield) {
					return false
				}
			}
		default:
			if !r.fact(val, kid, path, yield) {
				return false
			}
		}
	}
	return true
}

func (r Record) fact(v reflect.Value, f *field, path petition.Path, yield func(Fact) bool) bool {
	s := ""
	if f.shape != texts || v.Kind() == reflect.String {
		s = written(v)
	}
	if s == "" && r.StatedUnknown(path) {
		s = "unknown"
	}
	if s == "" {
		return true
	}
	at, _ := r.Origin.Of(path)
	return yield(Fact{path, s, at})
}

// written returns the text of a value as the case file has it.
func written(v reflect.Value) string {
	switch x := v.Interface().(type) {
	case petition.Money:
		return strings.TrimPrefix(x.String(), "$")
	case petition.BAC:
		if s := x.String(); strings.HasPrefix(s, ".") {
			return "0" + s
		}
		return x.String()
	case fmt.Stringer:
		return x.String()
	default:
		return v.String()
	}
}

// Marshal returns a case as a tidy case file with nothing but the facts that are stated.
func Marshal(c petition.Case) []byte {
	var b bytes.Buffer
	_ = WriteYAML(&b, Record{Case: c}) // a buffer takes everything
	return b.Bytes()
}

// WriteYAML writes a record as a tidy case file, in the order of the case file, with
// nothing but the facts that are stated or stated to be unknown. [ReadYAML] reads it
// back to the same case, list entries without any fact left out. The error is that of
// the writer.
func WriteYAML(w io.Writer, r Record) error {
	t := tree{"": {Kind: yaml.MappingNode}}
	for f := range r.Facts() {
		t.node(f.Path, yaml.ScalarNode).SetString(f.Text)
		dress(t[f.Path], locate(&petition.Case{}, zeroed(f.Path)).field, f.Text)
	}
	if len(t[""].Content) == 0 {
		return nil
	}
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(t[""]); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

// tree is a node tree that grows by path.
type tree map[petition.Path]*yaml.Node

// node returns the node at a path, making it and its ancestors if need be.
func (t tree) node(path petition.Path, kind yaml.Kind) *yaml.Node {
	if n, ok := t[path]; ok {
		return n
	}
	n := &yaml.Node{Kind: kind}
	t[path] = n
	up := parent(path)
	if strings.HasSuffix(string(path), "]") {
		list := t.node(up, yaml.SequenceNode)
		list.Content = append(list.Content, n)
		return n
	}
	key := strings.TrimPrefix(string(path[len(up):]), ".")
	above := t.node(up, yaml.MappingNode)
	above.Content = append(above.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, n)
	return n
}

// zeroed returns the path with every index 0, to find the field without growing a list.
func zeroed(p petition.Path) petition.Path {
	return petition.Path(strings.ReplaceAll(string(p.Pattern()), "[]", "[0]"))
}

var (
	plainText = regexp.MustCompile(`^\p{L}[\p{L}\p{N} .,'()/&-]*$`)
	plainWord = regexp.MustCompile(`(?i)^(y|n|yes|no|true|false|on|off|null|none|unknown)$`)
)

// dress quotes whatever YAML, or a reader of it less careful than ours, would take for
// something other than text.
func dress(n *yaml.Node, f *field, s string) {
	n.Tag, n.Style = "", 0
	switch {
	case !f.quoted || s == "unknown":
	case strings.Contains(s, "\n"):
		n.Tag, n.Style = "!!str", yaml.LiteralStyle
	case plainText.MatchString(s) && !plainWord.MatchString(s):
	default:
		n.Tag, n.Style = "!!str", yaml.DoubleQuotedStyle
	}
}
