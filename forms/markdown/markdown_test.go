package markdown

import (
	"errors"
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

func rendered(t *testing.T, d doc.Document) string {
	t.Helper()
	var b strings.Builder
	if err := Render(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestPetitionReadsFromTopToBottom(t *testing.T) {
	got := rendered(t, doc.Document{Group: doc.Filed, Draft: "DRAFT: NOT READY TO FILE", Running: "Petition", Blocks: []doc.Block{
		doc.Caption{
			Court:   lines("IN THE CIRCUIT COURT OF HINDS COUNTY, MISSISSIPPI", "FIRST JUDICIAL DISTRICT"),
			Parties: [][]doc.Span{words("STATE OF MISSISSIPPI"), words("VS."), spans(value("petitioner.name", "JANE EXAMPLE"), text(", PETITIONER"))},
			Number:  [][]doc.Span{spans(text("CAUSE NO. "), doc.Blank{Path: "court.cause_number", Label: "cause number"})},
		},
		doc.Heading{Level: 1, Text: words("PETITION FOR EXPUNGEMENT")},
		doc.Para{FirstLine: true, Spans: spans(doc.Text{S: "COMES NOW ", Style: doc.Bold}, text("the Petitioner under Section\u00a099\u201119\u201171 and states:"))},
		doc.Numbered{Start: 9, Items: []doc.Item{
			{Spans: words("The Petitioner was sentenced to:"), Sub: lines("one year; and", "a fine.")},
			{Spans: spans(text("Arrested by "), doc.Value{S: "the police", Style: doc.Italic}, text("."))},
		}},
		doc.Keep{Blocks: []doc.Block{doc.Space{Lines: 2}, doc.Signature{Before: words("Respectfully submitted,"), Lines: []doc.SignLine{
			{Rule: true, Spans: words("Jane Example, Petitioner")}, {Spans: words("1 Invented Street")}, {Rule: true},
		}}}},
		doc.PageBreak{},
		doc.Para{Spans: spans(text("SWORN TO this the "), doc.Blank{Width: 5}, text(" day of "), doc.Blank{}, text(", 20"), doc.Blank{}, text("."))},
		doc.Box{Label: "Official seal", Height: 8},
	}})
	want := `**DRAFT: NOT READY TO FILE**

**IN THE CIRCUIT COURT OF HINDS COUNTY, MISSISSIPPI**\
**FIRST JUDICIAL DISTRICT**

STATE OF MISSISSIPPI\
VS.\
JANE EXAMPLE, PETITIONER

CAUSE NO. ____ [cause number]

# PETITION FOR EXPUNGEMENT

**COMES NOW** the Petitioner under Section 99-19-71 and states:

9. The Petitioner was sentenced to:

   (a) one year; and

   (b) a fine.

10. Arrested by *the police*.

Respectfully submitted,

____________\
Jane Example, Petitioner\
1 Invented Street\
____________

---

SWORN TO this the ____ day of \_\_\_\_, 20____.

[ Official seal ]
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestSheetReadsFromTopToBottom(t *testing.T) {
	got := rendered(t, doc.Document{Blocks: []doc.Block{
		doc.Heading{Level: 2, Text: words("What to do")},
		doc.Callout{Title: words("First"), Blocks: []doc.Block{
			doc.Para{Spans: words("Do not sign at home.")},
			doc.Bullets{Items: lines("Bring an identification.", "Bring $5.")},
		}},
		doc.Checklist{Items: []doc.CheckItem{
			{Spans: words("Judgment"), Note: words("Ask the clerk."), Ticked: true},
			{Spans: spans(text("Date: "), doc.Blank{Label: "date of arrest"})},
		}},
		doc.Table{Head: lines("Paper", "Pages"), Rows: [][][]doc.Span{lines("Petition | draft", "3"), lines("Order")}},
		doc.Table{Rows: [][][]doc.Span{lines("a", "b")}},
		doc.Outline{Nodes: []doc.Node{
			{Mark: "yes", Spans: words("Eligible"), Nodes: []doc.Node{{Mark: "unknown", Spans: words("No other felony")}}},
			{Spans: words("Unmarked")},
		}},
		doc.Rule{},
		doc.Para{},
		doc.Table{},
		doc.Heading{},
	}})
	want := `**NOT FOR FILING**

## What to do

> **First**
>
> Do not sign at home.
>
> - Bring an identification.
> - Bring $5.

- [x] Judgment\
  Ask the clerk.
- [ ] Date: ____ [date of arrest]

| Paper | Pages |
| --- | --- |
| Petition \| draft | 3 |
| Order |  |

|  |  |
| --- | --- |
| a | b |

- **yes** Eligible
  - **unknown** No other felony
- Unmarked

---
`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestConfidentialPaperSaysSo(t *testing.T) {
	got := rendered(t, doc.Document{Group: doc.Confidential})
	if want := "**CONFIDENTIAL — NOT FOR FILING**\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTextIsNotTakenForMarkup(t *testing.T) {
	for _, test := range []struct {
		spans []doc.Span
		want  string
	}{
		{words("5 * 3 * 2 and a_b_c"), `5 \* 3 \* 2 and a\_b\_c`},
		{words("# 12"), `\# 12`},
		{words("no # 12"), `no # 12`},
		{words("1. not a list"), `1\. not a list`},
		{words("2019) not a list"), `2019\) not a list`},
		{words("2019 is a year."), `2019 is a year.`},
		{words("- not a list"), `\- not a list`},
		{words("> not a quotation"), `\> not a quotation`},
		{words("<b> AT&T &amp; & ; &x y;"), `\<b> AT&T \&amp; & ; &x y;`},
		{words("a\\b `c` ~~d~~"), "a\\\\b \\`c\\` \\~\\~d\\~\\~"},
		{words("[sic](link)"), `[sic]\(link)`},
		{spans(doc.Blank{Label: "date"}, text("(if known)")), `____ [date]\(if known)`},
		{words("one\ntwo\tthree"), "one two three"},
		{spans(doc.Blank{}), `\____`},
		{spans(text("County: "), doc.Blank{}), `County: ____`},
		{spans(text("a "), doc.Blank{}, text("b "), doc.Blank{}), `a \_\_\_\_b ____`},
		{spans(doc.Text{S: " bold ", Style: doc.Bold}, text("x")), `**bold** x`},
		{spans(doc.Text{S: "  ", Style: doc.Bold}, text("x")), `x`},
		{words("Nguyễn “O’Neil”"), "Nguyễn “O’Neil”"},
	} {
		got := strings.TrimPrefix(rendered(t, doc.Document{Group: doc.Filed, Blocks: []doc.Block{doc.Para{Spans: test.spans}}}), "\n")
		if got != test.want+"\n" {
			t.Errorf("%v: got %q, want %q", test.spans, got, test.want)
		}
	}
}

func TestSignAtTheEndOfAHeadingStays(t *testing.T) {
	got := rendered(t, doc.Document{Group: doc.Filed, Blocks: []doc.Block{doc.Heading{Level: 9, Text: words("Case #")}}})
	if want := "###### Case \\#\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrorOfTheWriterIsReturned(t *testing.T) {
	if err := Render(full{}, doc.Document{}); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestLinesOfAnAddressAreOneParagraph(t *testing.T) {
	got := rendered(t, doc.Document{Group: doc.Filed, Blocks: []doc.Block{
		doc.Para{Spans: words("TO:")}, doc.Para{Tight: true, Spans: words("Jane Example")}, doc.Para{Tight: true, Spans: words("1 Invented Street")}, doc.Para{Spans: words("After.")},
	}})
	if want := "TO:\\\nJane Example\\\n1 Invented Street\n\nAfter.\n"; got != want {
		t.Errorf("got %q", got)
	}
}

// GitHub makes a link of a bare address. A fact is not to be followed; our own words are.
func TestNoFactIsALink(t *testing.T) {
	got := rendered(t, doc.Document{Blocks: []doc.Block{
		doc.Para{Spans: spans(text("See https://example.org/a or www.example.org."), value("notes", " see https://example.net/x_y, ftp://example.net, WWW.EXAMPLE.NET or www.example.net"))},
		doc.Table{Widths: []int{1}, Rows: [][][]doc.Span{{spans(value("charges[0].offense", "http://example.net"))}}},
		doc.Caption{Court: [][]doc.Span{spans(doc.Value{S: "HTTP://EXAMPLE.NET", Style: doc.Bold})}},
	}})
	for _, want := range []string{
		"See https://example.org/a or www.example.org. see https:\\//example.net/x\\_y, ftp:\\//example.net, WWW.EXAMPLE.NET or www\\.example.net\n",
		"| http:\\//example.net |", "**HTTP:\\//EXAMPLE.NET**",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %s in\n%s", want, got)
		}
	}
}
