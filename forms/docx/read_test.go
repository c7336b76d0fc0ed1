package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// node is an element of any part.
type node struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []node     `xml:",any"`
	Text    string     `xml:",chardata"`
}

func (n *node) name() string { return n.XMLName.Local }

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// child finds the element at the end of a path below n, or an empty one.
func (n *node) child(path ...string) *node {
	for i := range n.Nodes {
		if n.Nodes[i].name() == path[0] {
			if len(path) == 1 {
				return &n.Nodes[i]
			}
			return n.Nodes[i].child(path[1:]...)
		}
	}
	return &node{}
}

func (n *node) has(path ...string) bool { return n.child(path...).name() != "" }

// walk visits n and all below it.
func (n *node) walk(visit func(*node)) {
	visit(n)
	for i := range n.Nodes {
		n.Nodes[i].walk(visit)
	}
}

// all lists the elements of a name.
func (n *node) all(name string) []*node {
	var out []*node
	n.walk(func(n *node) {
		if n.name() == name {
			out = append(out, n)
		}
	})
	return out
}

// file is a Word document, read again.
type file struct {
	names []string
	raw   map[string]string
	parts map[string]*node
}

// open reads a document. Every part has to be well-formed to its end.
func open(t *testing.T, b []byte) file {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	f := file{raw: map[string]string{}, parts: map[string]*node{}}
	for _, entry := range z.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err := errors.Join(err, r.Close()); err != nil {
			t.Fatalf("%s: %v", entry.Name, err)
		}
		f.names = append(f.names, entry.Name)
		f.raw[entry.Name], f.parts[entry.Name] = string(text), parse(t, entry.Name, text)
	}
	return f
}

func parse(t *testing.T, name string, text []byte) *node {
	t.Helper()
	for d := xml.NewDecoder(bytes.NewReader(text)); ; {
		if _, err := d.RawToken(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	root := &node{}
	if err := xml.Unmarshal(text, root); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return root
}

func (f file) body() *node { return f.parts["word/document.xml"].child("body") }

// styleOf finds a style.
func (f file) styleOf(id string) *node {
	for _, s := range f.parts["word/styles.xml"].all("style") {
		if s.attr("styleId") == id {
			return s
		}
	}
	return &node{}
}

// paragraphs lists what each paragraph of a part says, with the number or letter that
// the word processor sets before it. Those that say nothing are left out.
func (f file) paragraphs(t *testing.T, part string) []string {
	t.Helper()
	counts := counter{file: f, at: map[string][2]int{}}
	var out []string
	for _, p := range f.parts[part].all("p") {
		if text := normal(counts.label(t, p) + " " + textOf(p)); text != "" {
			out = append(out, text)
		}
	}
	return out
}

func textOf(p *node) string {
	var b strings.Builder
	p.walk(func(n *node) {
		switch n.name() {
		case "t":
			b.WriteString(n.Text)
		case "tab":
			b.WriteString(" ")
		case "noBreakHyphen":
			b.WriteString("-")
		}
	})
	return b.String()
}

var (
	lowLine  = regexp.MustCompile("_+")
	unseen   = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\u2011", "-")
	strayTab = regexp.MustCompile(`\s+`)
)

// normal makes texts comparable: one space where there is any white space, a blank of
// one length, the ordinary hyphen.
func normal(s string) string {
	s = strings.ReplaceAll(unseen.Replace(s), "\u00a0", " ")
	return strings.TrimSpace(strayTab.ReplaceAllString(lowLine.ReplaceAllString(s, "____"), " "))
}

// counter counts as a word processor does: each list by itself, its letters anew after
// each number.
type counter struct {
	file
	at map[string][2]int
}

func (c counter) label(t *testing.T, p *node) string {
	t.Helper()
	num := c.numbering(p)
	list := num.child("numId").attr("val")
	if list == "" || list == "0" {
		return ""
	}
	level, err := strconv.Atoi(num.child("ilvl").attr("val"))
	if err != nil || level > 1 {
		t.Fatalf("a paragraph has the level %q", num.child("ilvl").attr("val"))
	}
	kind, start := c.list(t, list)
	lvl := kind.all("lvl")[level]
	at, counted := c.at[list]
	switch {
	case level == 0 && !counted:
		at = [2]int{start}
	case level == 0:
		at = [2]int{at[0] + 1}
	default:
		at[1]++
	}
	c.at[list] = at
	text := strings.ReplaceAll(lvl.child("lvlText").attr("val"), "%1", strconv.Itoa(at[0]))
	if at[1] > 26 {
		t.Errorf("Word names paragraph %d with a doubled letter", at[1])
	}
	return strings.ReplaceAll(text, "%2", string(rune('a'+at[1]-1)))
}

// numbering finds the list of a paragraph: its own, or that of its style.
func (c counter) numbering(p *node) *node {
	if p.has("pPr", "numPr") {
		return p.child("pPr", "numPr")
	}
	for id := p.child("pPr", "pStyle").attr("val"); id != ""; {
		s := c.styleOf(id)
		if s.has("pPr", "numPr") {
			return s.child("pPr", "numPr")
		}
		id = s.child("basedOn").attr("val")
	}
	return &node{}
}

// list finds how a list counts and from which number.
func (f file) list(t *testing.T, id string) (kind *node, start int) {
	t.Helper()
	part := f.parts["word/numbering.xml"]
	for _, num := range part.all("num") {
		if num.attr("numId") != id {
			continue
		}
		for _, kind := range part.all("abstractNum") {
			if kind.attr("abstractNumId") != num.child("abstractNumId").attr("val") {
				continue
			}
			first := kind.all("lvl")[0].child("start").attr("val")
			if num.has("lvlOverride") {
				first = num.child("lvlOverride", "startOverride").attr("val")
			}
			start, err := strconv.Atoi(first)
			if err != nil {
				t.Fatal(err)
			}
			return kind, start
		}
	}
	t.Fatalf("list %s is not defined", id)
	return nil, 0
}
