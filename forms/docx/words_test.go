package docx

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"expunge/assets"
	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// papers composes the papers of every sample.
func papers(t testing.TB) map[string][]doc.Document {
	t.Helper()
	found, err := filepath.Glob("../../samples/*/case.yaml")
	if err != nil || len(found) < 8 {
		t.Fatalf("found %d samples, want at least 8 (%v)", len(found), err)
	}
	out := map[string][]doc.Document{}
	day := petition.NewDate(2026, time.November, 23)
	for _, name := range found {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		rec, err := intake.ReadYAML(name, bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		office := forms.Office{Papers: forms.DefaultPapers()}
		out[filepath.Base(filepath.Dir(name))] = forms.Compose(rec.Case, rules.Assess(rec.Case, day), office)
	}
	return out
}

// render renders a paper and reads it again.
func render(t *testing.T, d doc.Document) file {
	t.Helper()
	b, err := Render(d)
	if err != nil {
		t.Fatal(err)
	}
	return open(t, b)
}

func TestEveryPaperSaysWhatItsTreeSays(t *testing.T) {
	for sample, all := range papers(t) {
		for _, d := range append(all, everything()) {
			got := render(t, d).paragraphs(t, "word/document.xml")
			if diff := cmp.Diff(said(d.Blocks), got); diff != "" {
				t.Errorf("%s, %s (- tree, + document):\n%s", sample, d.Name, diff)
			}
		}
	}
}

// TestFiledPapersSayWhatTheirPagesSay compares with what is drawn, heads and feet too.
// A line may end on the page within a word, and a blank and a box are strokes there, so white space, low
// lines and boxes are left out.
func TestFiledPapersSayWhatTheirPagesSay(t *testing.T) {
	compared, letters := map[string]int{}, codePage()
	for sample, all := range papers(t) {
		for _, d := range all {
			if d.Group != doc.Filed {
				continue
			}
			compared[d.Name]++
			pages, err := pdf.Layout([]doc.Document{d}, pdf.Standard())
			if err != nil {
				t.Fatal(err)
			}
			f := render(t, d)
			same := func(what, drawn, part string) {
				t.Helper()
				if got := squeeze(strings.Join(f.paragraphs(t, part), "")); got != squeeze(drawn) {
					t.Errorf("%s, %s: the %s differs\n page:     %s\n document: %s", sample, d.Name, what, squeeze(drawn), got)
				}
			}
			same("text", drawn(letters, pages, pdf.Body, pdf.Title, pdf.Sign), "word/document.xml")
			same("head of the first page", drawn(letters, pages[:1], pdf.Head), "word/header1.xml")
			if len(pages) > 1 {
				same("head of other pages", drawn(letters, pages[1:2], pdf.Head), "word/header2.xml")
			}
			foot := strings.TrimSuffix(squeeze(drawn(letters, pages[:1], pdf.Foot)), strconv.Itoa(len(pages))) + "1" // counted when it is opened
			same("foot", foot, "word/footer1.xml")
			same("foot", foot, "word/footer2.xml")
		}
	}
	if compared["petition"] < 8 || compared["order"] < 8 {
		t.Errorf("too few papers were compared: %v", compared)
	}
}

var strokes = strings.NewReplacer("_", "", "☐", "", "☒", "", " ", "")

func squeeze(s string) string { return strokes.Replace(normal(s)) }

// codePage is the letters of the codes in which the pages are drawn.
func codePage() map[byte]rune {
	letters := map[byte]rune{}
	for r := rune(' '); r < 0xFFFF; r++ {
		if code, ok := assets.WinAnsi(r); ok {
			letters[code] = r
		}
	}
	return letters
}

// drawn is the text of some parts of pages.
func drawn(letters map[byte]rune, pages []pdf.Page, parts ...pdf.Part) string {
	var b strings.Builder
	for _, p := range pages {
		for _, l := range p.Lines {
			if !slices.Contains(parts, l.Part) {
				continue
			}
			for _, r := range l.Runs {
				if r.Unicode {
					b.WriteString(r.Text)
					continue
				}
				for i := range len(r.Text) {
					b.WriteRune(letters[r.Text[i]])
				}
			}
		}
	}
	return b.String()
}

// said is what blocks say, a paragraph an entry.
func said(blocks []doc.Block) []string {
	var out []string
	add := func(parts ...string) {
		if text := normal(strings.Join(parts, " ")); text != "" {
			out = append(out, text)
		}
	}
	each := func(lines [][]doc.Span) {
		for _, l := range lines {
			add(plainText(l))
		}
	}
	for i := 0; i < len(blocks); i++ {
		switch v := blocks[i].(type) {
		case doc.Heading:
			add(plainText(v.Text))
		case doc.Para:
			add(plainText(v.Spans))
		case doc.Caption:
			each(v.Court)
			each(v.Parties)
			each(v.Number)
		case doc.Numbered:
			for n, item := range v.Items {
				add(strconv.Itoa(max(v.Start, 1)+n)+".", plainText(item.Spans))
				for k, sub := range item.Sub {
					add("("+letterOf(k)+")", plainText(sub))
				}
			}
		case doc.Bullets:
			for _, item := range v.Items {
				add("•", plainText(item))
			}
		case doc.Checklist:
			for _, item := range v.Items {
				add(map[bool]string{false: "☐", true: "☒"}[item.Ticked], plainText(item.Spans))
				add(plainText(item.Note))
			}
		case doc.Table:
			each(v.Head)
			for _, cells := range v.Rows {
				each(cells)
			}
		case doc.Signature:
			if i+1 < len(blocks) {
				if box, ok := blocks[i+1].(doc.Box); ok { // the box stands at the left
					add(box.Label)
					i++
				}
			}
			add(plainText(v.Before))
			for _, l := range v.Lines {
				if l.Rule {
					add("____")
				}
				add(plainText(l.Spans))
			}
		case doc.Box:
			add(v.Label)
		case doc.Callout:
			add(plainText(v.Title))
			out = append(out, said(v.Blocks)...)
		case doc.Outline:
			out = append(out, saidNodes(v.Nodes)...)
		case doc.Chart:
			out = append(out, said(v.Words)...)
		case doc.Keep:
			out = append(out, said(v.Blocks)...)
		}
	}
	return out
}

func saidNodes(nodes []doc.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, normal(n.Mark+" "+plainText(n.Spans)))
		out = append(out, saidNodes(n.Nodes)...)
	}
	return out
}

func letterOf(k int) string {
	if k < 26 {
		return string(rune('a' + k))
	}
	return letterOf(k/26-1) + string(rune('a'+k%26))
}

func plainText(spans []doc.Span) string {
	var b strings.Builder
	for _, span := range spans {
		switch v := span.(type) {
		case doc.Text:
			b.WriteString(v.S)
		case doc.Value:
			b.WriteString(v.S)
		case doc.Blank:
			b.WriteString("____")
			if v.Label != "" {
				b.WriteString(" [" + v.Label + "]")
			}
		}
	}
	return b.String()
}
