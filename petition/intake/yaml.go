package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
)

// Limits of a case file. A case of a hundred charges uses a tenth of them.
const (
	maxBytes = 1 << 20
	maxDepth = 20
	maxNodes = 20_000
)

// ReadYAML reads a case file, YAML or JSON; name is what positions call the file. The
// error is that of the reader alone: whatever is wrong with the content is a diagnostic
// of the record. A file that is not well-formed gives a record with nothing but the
// reason.
//
// An empty value is absent, and so is a mapping or list entry with nothing but empty
// values, which takes no number in its list. Anchors, aliases, merge keys, tags and a
// second document are refused.
func ReadYAML(name string, r io.Reader) (Record, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Record{}, err
	}
	start := Position{File: name, Line: 1, Column: 1}
	root, fault := parse(data)
	if fault != nil {
		return Record{unread: true, Origin: Origin{start: start}, Diagnostics: []Diagnostic{fault.at(name)}}, nil
	}
	w := walker{file: name, keys: map[petition.Path]Position{}}
	if root != nil {
		w.document(root)
	}
	rec := Fill(slices.Values(w.facts))
	rec.Origin.start = start
	for path, at := range w.keys {
		rec.Origin.keys[path] = at
	}
	rec.unread = w.unread
	rec.Diagnostics = append(w.diagnostics, rec.Diagnostics...)
	sortDiagnostics(rec.Diagnostics)
	return rec, nil
}

// parse returns the node tree of the only document, nil when the file is empty.
func parse(data []byte) (*yaml.Node, *fault) {
	clean, marks, f := prepare(data)
	if f != nil {
		return nil, f
	}
	var doc, second yaml.Node
	dec := yaml.NewDecoder(bytes.NewReader(clean))
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntaxFault(clean, err)
	}
	if err := dec.Decode(&second); !errors.Is(err, io.EOF) {
		return nil, &fault{secondDocument(clean), 1, "yaml.documents", "the file holds more than one document", "keep one case in a file, and remove the line ---"}
	}
	root := doc.Content[0]
	marks.restore(root)
	return root, nil
}

// secondDocument returns the line of the --- that opens a second document.
func secondDocument(data []byte) int {
	content := false
	for i, line := range splitLines(string(data)) {
		if strings.HasPrefix(line, "---") && content {
			return i + 1
		}
		bare := strings.TrimSpace(line)
		content = content || bare != "" && bare[0] != '#' && bare[0] != '%'
	}
	return 1
}

// walker turns a node tree into facts, with a diagnostic for each key that has no place
// in a case file.
type walker struct {
	file        string
	facts       []Fact
	keys        map[petition.Path]Position
	diagnostics []Diagnostic
	nodes       int
	unread      bool
}

func (w *walker) at(n *yaml.Node) Position {
	return Position{File: w.file, Line: n.Line, Column: n.Column}
}

func (w *walker) problem(n *yaml.Node, path petition.Path, code petition.Code, message, hint string) {
	w.diagnostics = append(w.diagnostics, Diagnostic{w.at(n), petition.Problem{Path: path, Code: code, Message: message, Hint: hint}})
}

// screen refuses what no case file needs and what could be made to hide something. A
// tree beyond the limits is not read further.
func (w *walker) screen(n *yaml.Node, depth int) {
	if w.nodes++; w.nodes > maxNodes || depth > maxDepth {
		w.unread = true
		if depth > maxDepth {
			w.problem(n, "", "yaml.depth", fmt.Sprintf("values are nested more than %d deep", maxDepth), "a case file is never this deep; check the brackets and the indentation")
		} else {
			w.problem(n, "", "yaml.nodes", fmt.Sprintf("the file holds more than %d values", maxNodes), "keep one case in a file")
		}
		return
	}
	const plain = "write the value itself wherever it belongs"
	switch {
	case n.Kind == yaml.AliasNode:
		w.problem(n, "", "yaml.alias", "an alias (*) is not read", plain)
	case n.Anchor != "":
		w.problem(n, "", "yaml.anchor", "an anchor (&) is not read", "put the text in quotes if it begins with &; otherwise remove the anchor")
	case n.Tag == "!!merge":
		w.problem(n, "", "yaml.merge", "a merge key (<<) is not read", plain)
	case n.Style&yaml.TaggedStyle != 0:
		w.problem(n, "", "yaml.tag", "a tag (!) is not read", "put the text in quotes if it begins with !; otherwise remove the tag")
	}
	for _, kid := range n.Content {
		if w.screen(kid, depth+1); w.unread {
			return
		}
	}
}

func (w *walker) document(root *yaml.Node) {
	w.screen(root, 1)
	switch {
	case w.unread:
	case root.Kind == yaml.MappingNode:
		w.mapping(root, schema(), "")
	case w.spaceless(root, schema(), ""):
		w.unread = true
	case !blank(root, nil):
		w.unread = true
		w.problem(root, "", "key.shape", "this is not a case file", "a case file begins with keys such as petitioner: and charges:; \"expunge template case\" writes one to fill in")
	}
}

func (w *walker) mapping(n *yaml.Node, f *field, at petition.Path) {
	if n.Kind != yaml.MappingNode {
		return
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i], n.Content[i+1]
		if key.Kind != yaml.ScalarNode {
			if key.Kind != yaml.AliasNode {
				w.problem(key, at, "key.shape", "a key must be a single word", "remove the question mark or the brackets before the colon")
			}
			continue
		}
		if key.Tag == "!!merge" {
			continue
		}
		kid := f.byKey[key.Value]
		first, again := seen[key.Value]
		seen[key.Value] = key
		switch {
		case again && kid == nil: // the first was reported
			continue
		case again:
			seen[key.Value] = first
			w.problem(key, at.Join(key.Value), "key.duplicate", twice(at.Join(key.Value), w.at(first), w.at(key)), "keep one of the two")
			continue
		case kid == nil && w.spaceless(key, f, at):
			continue
		case kid == nil:
			w.diagnostics = append(w.diagnostics, unknownKey(f, key.Value, at, w.at(key)))
			continue
		}
		path := at.Join(key.Value)
		w.keys[path] = w.at(key)
		w.value(val, kid, path)
	}
}

func (w *walker) value(n *yaml.Node, f *field, path petition.Path) {
	empty := blank(n, f)
	switch {
	case n.Kind == yaml.AliasNode:
	case f.shape == group && n.Kind == yaml.MappingNode:
		w.mapping(n, f, path)
	case f.shape == list && n.Kind == yaml.SequenceNode:
		w.entries(n, f, path)
	case f.shape == texts && n.Kind == yaml.SequenceNode:
		w.texts(n, f, path)
	case empty:
	case n.Kind == yaml.ScalarNode && (f.isLeaf() || f.shape == texts && isUnknown(strings.TrimSpace(n.Value), f)):
		w.facts = append(w.facts, Fact{path, n.Value, w.at(n)})
	default:
		w.misshapen(n, f, path)
	}
}

// entries reads a list of mappings. An entry that says nothing takes no number, but its
// keys are still checked.
func (w *walker) entries(n *yaml.Node, f *field, path petition.Path) {
	next := 0
	for _, entry := range n.Content {
		at := petition.Path(fmt.Sprintf("%s[%d]", path, next))
		if entry.Kind == yaml.AliasNode {
			continue
		}
		if blank(entry, f) {
			idle := walker{file: w.file, keys: map[petition.Path]Position{}}
			idle.mapping(entry, f, at)
			w.diagnostics = append(w.diagnostics, idle.diagnostics...)
			continue
		}
		if w.keys[at], next = w.at(entry), next+1; entry.Kind == yaml.MappingNode {
			w.mapping(entry, f, at)
			continue
		}
		if !w.spaceless(entry, f, at) {
			w.problem(entry, at, "key.shape", "each entry of this list has keys of its own", keysHint(f))
		}
	}
}

func (w *walker) texts(n *yaml.Node, f *field, path petition.Path) {
	next := 0
	for _, entry := range n.Content {
		at := petition.Path(fmt.Sprintf("%s[%d]", path, next))
		switch {
		case entry.Kind == yaml.AliasNode || blank(entry, f):
		case entry.Kind != yaml.ScalarNode:
			w.problem(entry, at, "key.shape", "each entry of this list is a plain text", "write one text after each -")
		default:
			w.facts = append(w.facts, Fact{at, entry.Value, w.at(entry)})
			if !isUnknown(strings.TrimSpace(entry.Value), f) {
				next++
			}
		}
	}
}

func (w *walker) misshapen(n *yaml.Node, f *field, path petition.Path) {
	name := f.key
	switch {
	case w.spaceless(n, f, path):
	case f.shape == group:
		w.problem(n, path, "key.shape", name+" has keys of its own", keysHint(f))
	case f.shape == list:
		w.problem(n, path, "key.shape", name+" is a list", "begin each entry on a line of its own with \"- \" below "+name+":")
	case f.shape == texts:
		w.problem(n, path, "key.shape", name+" is a list of texts", "write it in brackets: "+name+": [first, second]")
	case n.Kind == yaml.SequenceNode:
		w.problem(n, path, "key.shape", name+" takes a single value, not a list", "write one value after the colon; text that begins with [ needs quotes")
	default:
		w.problem(n, path, "key.shape", name+" takes a single value, not keys of its own", "write the value after the colon; text that begins with { needs quotes")
	}
}

// spaceless reports text that begins like "released:yes" where a key of f and its value
// belong.
func (w *walker) spaceless(n *yaml.Node, f *field, path petition.Path) bool {
	key, _, found := strings.Cut(n.Value, ":")
	if n.Kind != yaml.ScalarNode || n.Style != 0 || !found || f.byKey[key] == nil {
		return false
	}
	at := w.at(n)
	at.Column += len(key)
	w.diagnostics = append(w.diagnostics, Diagnostic{at, petition.Problem{Path: path, Code: "yaml.syntax", Message: spaceMissing, Hint: spaceHint}})
	return true
}

const (
	spaceMissing = "a space is missing after the colon"
	spaceHint    = "write key: value, with a space between the colon and the value"
)

func keysHint(f *field) string {
	if len(f.kids) > 14 {
		return "write its keys below it, set in by two spaces: " + strings.Join(f.keys()[:8], ", ") + " and so on"
	}
	return "write its keys below it, set in by two spaces: " + strings.Join(f.keys(), ", ")
}

// blank reports whether a node states nothing. f is the field it stands for, nil when
// there is none.
func blank(n *yaml.Node, f *field) bool {
	switch n.Kind {
	case yaml.ScalarNode:
		return strings.TrimSpace(n.Value) == "" || isNull(n, f)
	case yaml.SequenceNode:
		return !slices.ContainsFunc(n.Content, func(kid *yaml.Node) bool { return !blank(kid, f) })
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			var kid *field
			if f != nil {
				kid = f.byKey[n.Content[i].Value]
			}
			if !blank(n.Content[i+1], kid) {
				return false
			}
		}
		return true
	default:
		return false
	}
}

// isNull reports whether a scalar is YAML's null and means that nothing is stated. For
// a yes-or-no question it means unknown instead, and capitals make it text: Null is a
// surname.
func isNull(n *yaml.Node, f *field) bool {
	if n.Tag != "!!null" || f != nil && f.shape == answer {
		return false
	}
	return f == nil || f.isLeaf() && f.shape != text || n.Value == "null" || n.Value == "~"
}
