package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/forms/doc"
)

// The people of these papers are invented.

func text(s string) doc.Span            { return doc.Text{S: s} }
func value(path, s string) doc.Span     { return doc.Value{Path: path, S: s} }
func spans(list ...doc.Span) []doc.Span { return list }
func words(s string) []doc.Span         { return spans(text(s)) }
func lines(list ...string) [][]doc.Span {
	var all [][]doc.Span
	for _, s := range list {
		all = append(all, words(s))
	}
	return all
}

func filed(blocks ...doc.Block) doc.Document {
	return doc.Document{Name: "petition", Title: "Petition", Group: doc.Filed, Running: "Petition – Cause No. 0123", Blocks: blocks}
}

// everything is a paper with every kind of block, in uneasy company.
func everything() doc.Document {
	return doc.Document{Name: "everything", Title: "A <title>\u2011mark & more", Draft: "DRAFT", Blocks: []doc.Block{
		doc.PageBreak{},
		doc.Caption{Court: lines("IN THE COURT"), Parties: lines("A", "VS.", "B"), Number: [][]doc.Span{spans(text("CAUSE NO. "), doc.Blank{Label: "number"})}},
		doc.Caption{Court: lines("ANOTHER COURT")},
		doc.Heading{Level: 1, Text: words("TITLE")},
		doc.Heading{Level: 9, Text: words("Deep")},
		doc.Heading{},
		doc.Para{FirstLine: true, Spans: words("Running\u00a0text under §\u00a099-19-71, self\u2011evident\u00ad.")},
		doc.Para{Hang: true, Indent: 1, Spans: words("(a) relief:")},
		doc.Para{Hang: true, Spans: words("single")},
		doc.Para{Hang: true},
		doc.Para{Align: doc.Left, Spans: words("1 Street")},
		doc.Para{Align: doc.Left, Tight: true, Spans: words("Town")},
		doc.Para{Align: doc.Center, Spans: words("middle")},
		doc.Para{Align: doc.Right, Spans: words("right")},
		doc.Para{Small: true, Indent: 2, Spans: spans(text("note "), doc.Blank{Width: 1})},
		doc.Para{},
		doc.Numbered{Start: 3, Items: []doc.Item{{Spans: words("three"), Sub: lines("x", "y")}, {Spans: words("four"), Sub: lines("z")}}},
		doc.Numbered{Start: 5, Items: []doc.Item{{Spans: words("five")}}},
		doc.Numbered{Start: 11, Items: []doc.Item{{Spans: words("eleven"), Sub: lines(slices.Repeat([]string{"sub"}, 28)...)}, {Spans: words("twelve")}}},
		doc.Bullets{Items: lines("point", "")},
		doc.Checklist{Items: []doc.CheckItem{{Spans: words("paper"), Note: words("ask"), Ticked: true}, {Spans: words("other")}}},
		doc.Table{Widths: []int{1, 2}, Head: lines("H1", "H2"), Rows: [][][]doc.Span{lines("c1", "c2"), lines("c3")}, Lines: true},
		doc.Table{Rows: [][][]doc.Span{lines("beside")}},
		doc.Table{},
		doc.Outline{Nodes: []doc.Node{{Mark: "yes", Spans: words("top"), Nodes: []doc.Node{{Mark: "unknown", Spans: words("below")}}}}},
		doc.Callout{Title: words("Stop"), Blocks: []doc.Block{doc.Para{Spans: words("in")}, doc.Callout{Blocks: []doc.Block{doc.Bullets{Items: lines("deep")}}}}},
		doc.Callout{Blocks: []doc.Block{doc.Table{Rows: [][][]doc.Span{lines("in a frame")}}}},
		doc.Callout{},
		doc.PageBreak{},
		doc.Table{Rows: [][][]doc.Span{lines("on a new page")}},
		doc.Rule{},
		doc.Space{Lines: 2},
		doc.Box{Label: "Filed", Height: 3},
		doc.Keep{Blocks: []doc.Block{doc.Box{Label: "Seal", Height: 90}, doc.Signature{Before: words("Signed,"), Lines: []doc.SignLine{{Rule: true, Spans: words("Judge")}, {Rule: true}}}}},
		doc.Signature{Lines: []doc.SignLine{{Rule: true, Spans: words("Clerk")}}},
		doc.Box{Label: "Stamp", Height: 2},
		doc.Signature{},
		doc.Box{Label: "last"},
		doc.PageBreak{},
	}}
}

func TestNamesAndSignsSurvive(t *testing.T) {
	names := []string{"Nguyễn Thị Ánh", "José Nuñez-O'Brien III", "Ó Súilleabháin", "Kęstutis", "Smith & <Sons> ]]> \"quoted\"", "a𝒳b"}
	var blocks []doc.Block
	for _, n := range names {
		blocks = append(blocks, doc.Para{Spans: spans(value("petitioner.name", n))})
	}
	d := filed(blocks...)
	d.Running, d.Title, d.Draft = names[4], names[4], names[0]
	f := render(t, d)
	if diff := cmp.Diff(names, f.paragraphs(t, "word/document.xml")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{names[0], names[4]}, f.paragraphs(t, "word/header2.xml")); diff != "" {
		t.Error(diff)
	}
	if got := f.parts["docProps/core.xml"].child("title").Text; got != names[4] {
		t.Errorf("the title is %q", got)
	}
}

func TestCharactersThatCannotBePrintedAreRefused(t *testing.T) {
	for _, s := range []string{"a\x00b", "a\x1bb", "a\x7fb", "a\u0085b", "a\u202eb", "a\u2067b", "a\u2028b", "a\ufffeb", "a\ufeffb", "a\xffb", "a\ufffdb", "a\ue000b"} {
		b, err := Render(filed(doc.Para{Spans: spans(value("petitioner.name", s), value("petitioner.name", s), text(s))}))
		want := errors.Join(CharacterError{"petition", "petitioner.name"}, CharacterError{"petition", ""})
		if err == nil || b != nil || err.Error() != want.Error() {
			t.Errorf("%q: %v", s, err)
		}
		var problem CharacterError
		if !errors.As(err, &problem) || problem.Path != "petitioner.name" {
			t.Errorf("%q: %#v", s, err)
		}
	}
	if _, err := Render(doc.Document{Name: "petition", Running: "a\x00", Group: doc.Filed}); err == nil {
		t.Error("a control character in the head is written")
	}
}

func TestSpacesAreSingleAndInPlace(t *testing.T) {
	f := render(t, filed(doc.Para{Spans: spans(text("  the  "), value("p", " day\n"), doc.Text{S: "\tof ", Style: doc.Bold}, text(" "), doc.Text{S: "May", Style: doc.Italic}, text("  "))}))
	var runs []string
	for _, r := range f.body().all("r") {
		runs = append(runs, textOf(r))
	}
	if diff := cmp.Diff([]string{"the day ", "of ", "May"}, runs); diff != "" {
		t.Error(diff)
	}
}

func TestARunHasItsLook(t *testing.T) {
	f := render(t, filed(doc.Para{Spans: spans(doc.Text{S: "b", Style: doc.Bold}, doc.Value{S: "i", Style: doc.Italic}, doc.Blank{Label: "what"}, text("plain"))}))
	var got []string
	for _, r := range f.body().all("r") {
		look := ""
		for _, n := range r.child("rPr").Nodes {
			look += n.name() + n.attr("val") + " "
		}
		got = append(got, look+normal(textOf(r)))
	}
	if diff := cmp.Diff([]string{"b b", "i i", "rStyleBlank ____", "rStyleBlankLabel [what]", "plain"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestBlanksAreAsWideAsOnThePage(t *testing.T) {
	for _, c := range []struct {
		tenths int
		size   float64
		want   int
	}{{0, 12, 21}, {5, 12, 6}, {1, 12, 3}, {35, 12, 42}, {200, 12, 78}, {10, 10, 14}} {
		if got := lowLines(c.tenths, c.size); got != c.want {
			t.Errorf("%d tenths in %v points: %d low lines, want %d", c.tenths, c.size, got, c.want)
		}
	}
	f := render(t, filed(doc.Para{Spans: spans(text("20"), doc.Blank{Width: 4}, text("."))}))
	if got := textOf(f.body().all("p")[0]); got != "20_____." {
		t.Errorf("%q", got)
	}
}

// TestSectionsStayOnOneLine tells the words of a paper from its facts, which are to be
// found as they were given.
func TestSectionsStayOnOneLine(t *testing.T) {
	f := render(t, filed(doc.Para{Spans: spans(text("§ 99-19-71(2), co-defendant, 5-, -5; "), value("cause", "25-1-CR"))}))
	p := f.body().all("p")[0]
	if n := len(p.all("noBreakHyphen")); n != 2 {
		t.Errorf("%d hyphens do not break", n)
	}
	if got := textOf(p); got != "§ 99-19-71(2), co-defendant, 5-, -5; 25-1-CR" {
		t.Errorf("%q", got)
	}
}

func TestSpacesThatDoNotBreakRemain(t *testing.T) {
	f := render(t, filed(doc.Para{Hang: true, Spans: words("(a)  §\u00a01\u202f2")}))
	if got := textOf(f.body().all("p")[0]); got != "(a) §\u00a01\u00a02" {
		t.Errorf("%q", got)
	}
}

// properties tells, for each paragraph that says something, one property as "name=value".
func properties(f file, element, attr string) map[string]string {
	out := map[string]string{}
	for _, p := range f.body().all("p") {
		if s := textOf(p); s != "" {
			out[s] = p.child("pPr", element).attr(attr)
		}
	}
	return out
}

func TestLinesOfAnAddressStandClose(t *testing.T) {
	f := render(t, filed(
		doc.Para{Align: doc.Left, Spans: words("street")}, doc.Para{Align: doc.Right, Tight: true, Spans: words("town")},
		doc.Para{Align: doc.Center, Spans: words("next")}, doc.Para{Spans: words("text")},
	))
	for _, c := range []struct {
		element, attr string
		want          map[string]string
	}{
		{"spacing", "before", map[string]string{"street": "", "town": "0", "next": "", "text": ""}},
		{"spacing", "after", map[string]string{"street": "0", "town": "", "next": "", "text": ""}},
		{"jc", "val", map[string]string{"street": "left", "town": "right", "next": "center", "text": ""}},
	} {
		if diff := cmp.Diff(c.want, properties(f, c.element, c.attr)); diff != "" {
			t.Errorf("%s %s: %s", c.element, c.attr, diff)
		}
	}
}

// TestTablesLookAsOnThePage examines the caption, the seal beside a signature, the head
// of a table and a frame within a frame.
func TestTablesLookAsOnThePage(t *testing.T) {
	f := render(t, filed(
		doc.Caption{Court: lines("COURT"), Parties: lines("A"), Number: lines("1")},
		doc.Box{Label: "Seal", Height: 3}, doc.Signature{Lines: []doc.SignLine{{Spans: words("Clerk")}}},
		doc.Table{Head: lines("H"), Rows: [][][]doc.Span{lines("x")}, Lines: true},
		doc.Callout{Blocks: []doc.Block{doc.Callout{Title: words("inner")}}},
		doc.Signature{Lines: []doc.SignLine{{Spans: words("Judge")}}},
	))
	tables := f.body().all("tbl")
	if len(tables) != 4 {
		t.Fatalf("%d tables", len(tables))
	}
	caption, seal, table := tables[0].all("tc"), tables[1].all("tc"), tables[2].all("tr")
	if tables[0].child("tblPr", "tblLook").attr("firstColumn") != "1" || caption[1].child("tcPr", "vAlign").attr("val") != "center" {
		t.Error("the caption is not parted, or its number does not stand half way down")
	}
	if b := seal[0].child("tcPr", "tcBorders"); len(b.Nodes) != 4 || seal[2].has("tcPr", "tcBorders") || tables[1].child("tr", "trPr", "trHeight").attr("val") != "1120" {
		t.Error("the seal is not a frame of its height")
	}
	if in := properties(f, "ind", "left"); in["Clerk"] != "0" || in["Judge"] != "" {
		t.Error("a signature beside a seal is set in twice, or one alone is not set in")
	}
	if !table[0].has("trPr", "tblHeader") || table[1].has("trPr", "tblHeader") || !table[1].has("tc", "tcPr", "tcBorders", "bottom") {
		t.Error("the head of the table is not repeated, or its rows have no rules")
	}
}

func TestNumbersGoOnWhereTheyStoppedAndBeginAnewElsewhere(t *testing.T) {
	f := render(t, everything())
	var lists []string
	for _, p := range f.body().all("p") {
		if p.child("pPr", "pStyle").attr("val") == "NumberedParagraph" {
			lists = append(lists, p.child("pPr", "numPr", "numId").attr("val"))
		}
	}
	if diff := cmp.Diff([]string{"1", "1", "1", "3", "3"}, lists); diff != "" {
		t.Error(diff)
	}
}

func TestASignatureIsNotLeftAlone(t *testing.T) {
	f := render(t, filed(
		doc.Para{Spans: words("loose")}, doc.Para{Spans: words("held")}, doc.Para{Spans: words("day")},
		doc.Signature{Before: words("by"), Lines: []doc.SignLine{{Rule: true, Spans: words("name")}, {Spans: words("address")}}},
		doc.Para{Spans: words("announces:")}, doc.Para{Spans: words("a")}, doc.Para{Spans: words("b")}, doc.Para{Spans: words("c")},
		doc.Box{Label: "seal"}, doc.Signature{Lines: []doc.SignLine{{Rule: true, Spans: words("clerk")}}},
		doc.Keep{Blocks: []doc.Block{doc.Para{Spans: words("one")}, doc.Para{Spans: words("two")}}},
	))
	var held []string
	for _, p := range f.body().all("p") {
		if s := textOf(p); s != "" && p.has("pPr", "keepNext") {
			held = append(held, normal(s))
		}
	}
	if diff := cmp.Diff([]string{"held", "day", "by", "____", "name", "announces:", "b", "c", "one"}, held); diff != "" {
		t.Error(diff)
	}
}

func TestAPageBreakIsAskedForOnce(t *testing.T) {
	f := render(t, filed(doc.PageBreak{}, doc.Para{Spans: words("first")}, doc.PageBreak{}, doc.PageBreak{}, doc.Para{Spans: words("second")},
		doc.PageBreak{}, doc.Table{Rows: [][][]doc.Span{lines("third", "beside")}}, doc.PageBreak{}))
	var begins []string
	for _, p := range f.body().all("p") {
		if p.has("pPr", "pageBreakBefore") {
			begins = append(begins, textOf(p))
		}
	}
	if diff := cmp.Diff([]string{"second", "third"}, begins); diff != "" {
		t.Error(diff)
	}
}

// TestHeadsAndFeet shows that a filed paper carries its draft line, its running head
// and its page number alone, and any other paper that it is not for filing.
func TestHeadsAndFeet(t *testing.T) {
	d := filed(doc.Para{Spans: words("x")})
	for _, c := range []struct {
		group doc.Group
		draft string
		want  [4]string
	}{
		{doc.Filed, "", [4]string{"", "Petition – Cause No. 0123", "Page 1 of 1", "Page 1 of 1"}},
		{doc.Filed, "DRAFT", [4]string{"DRAFT", "DRAFT|Petition – Cause No. 0123", "Page 1 of 1", "Page 1 of 1"}},
		{doc.NotForFiling, "", [4]string{"NOT FOR FILING", "NOT FOR FILING", "NOT FOR FILING • Petition|Page 1 of 1", "NOT FOR FILING • Petition|Page 1 of 1"}},
		{doc.Confidential, "", [4]string{"CONFIDENTIAL — NOT FOR FILING", "CONFIDENTIAL — NOT FOR FILING", "CONFIDENTIAL — NOT FOR FILING • Petition|Page 1 of 1", "CONFIDENTIAL — NOT FOR FILING • Petition|Page 1 of 1"}},
	} {
		d.Group, d.Draft = c.group, c.draft
		f := render(t, d)
		var got [4]string
		for i, part := range []string{"header1", "header2", "footer1", "footer2"} {
			got[i] = strings.Join(f.paragraphs(t, "word/"+part+".xml"), "|")
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("group %d: %s", c.group, diff)
		}
		fields := f.parts["word/footer1.xml"].all("fldSimple")
		if len(fields) != 2 || fields[0].attr("instr") != " PAGE " || fields[1].attr("instr") != " NUMPAGES " {
			t.Error("the foot does not count the pages")
		}
	}
}

func TestTheSamePaperGivesTheSameBytes(t *testing.T) {
	first, err := Render(everything())
	if err != nil {
		t.Fatal(err)
	}
	second, err := Render(everything())
	if err != nil || !bytes.Equal(first, second) {
		t.Errorf("the bytes differ (%v)", err)
	}
}

// TestAFileSaysNothingOfWhoMadeItAndWhen reads what stands beside the text.
func TestAFileSaysNothingOfWhoMadeItAndWhen(t *testing.T) {
	b, err := Render(filed())
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if z.Comment != "" {
		t.Errorf("the file has the comment %q", z.Comment)
	}
	for _, f := range z.File {
		if day := f.Modified.UTC().Format("2006-01-02 15:04:05"); day != "1980-01-01 00:00:00" || f.Comment != "" {
			t.Errorf("%s: %s %q", f.Name, day, f.Comment)
		}
	}
	f := open(t, b)
	var props []string
	for _, n := range f.parts["docProps/core.xml"].Nodes {
		props = append(props, n.name()+"="+n.Text)
	}
	if diff := cmp.Diff([]string{"title=Petition", "language=en-US"}, props); diff != "" {
		t.Error(diff)
	}
	for name, raw := range f.raw {
		if lower := strings.ToLower(raw); strings.Contains(lower, "expunge") || strings.Contains(lower, "rsid") || strings.Contains(lower, "creator") {
			t.Errorf("%s names who made it", name)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	var order doc.Document
	for _, d := range papers(b)["felony-ready"] {
		if d.Name == "order" {
			order = d
		}
	}
	size := 0
	b.ReportAllocs()
	for b.Loop() {
		out, err := Render(order)
		if err != nil {
			b.Fatal(err)
		}
		size = len(out)
	}
	b.ReportMetric(float64(size)/1024, "KB")
}
