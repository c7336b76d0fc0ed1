// Package doctest draws papers at random, for the tests of those that render them.
package doctest

import (
	"pgregory.net/rapid"

	"expunge/forms/doc"
)

// Paper draws a paper of any group with any blocks: empty, nested, longer than a page, with
// the names of the field and the strings that break programs. Now and then one holds a
// chart, whose texts may be more than a page has room for.
func Paper() *rapid.Generator[doc.Document] {
	return rapid.Custom(func(t *rapid.T) doc.Document {
		return doc.Document{
			Name: "petition", Title: Words().Draw(t, "title"),
			Group:   rapid.SampledFrom([]doc.Group{doc.NotForFiling, doc.Filed, doc.Confidential}).Draw(t, "group"),
			Running: Words().Draw(t, "running"), Draft: Words().Draw(t, "draft"),
			Narrow: rapid.Bool().Draw(t, "narrow"), Letter: rapid.Bool().Draw(t, "letter"), Language: rapid.SampledFrom([]string{"", "es"}).Draw(t, "language"),
			Blocks: blocks(t, deepest),
		}
	})
}

// Words draws the text of a run. Now and then no face can print it.
func Words() *rapid.Generator[string] {
	printable := rapid.OneOf(
		rapid.SampledFrom(strange()),
		rapid.StringOfN(rapid.RuneFrom([]rune("aeiou bcdst  ,.-§()'\"\u00a0\u2011\u00ad\u200d\n\tñéŹễ")), 0, 60, -1),
		rapid.StringOfN(rapid.RuneFrom([]rune("abcdefghij klmno")), 0, 600, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		if rapid.IntRange(0, 400).Draw(t, "unprintable") == 77 {
			return rapid.SampledFrom(unprintable()).Draw(t, "text")
		}
		return printable.Draw(t, "text")
	})
}

func unprintable() []string {
	return []string{"中", "🙂", "\x00", "\x1b[31mred", "\u202eabc", "\u2028", "\ufffd", "\xff\xfe", "\ufeff", "\U0010ffff", "Z͑͑ͣ͗a", "e\u0301"}
}

// strange are texts of the kind that has broken other programs. They can be printed.
func strange() []string {
	return []string{
		"", " ", "José Nuñez-O'Brien III", "Nguyễn Thị Ánh", "Ó Súilleabháin", "Kęstutis",
		"(unbalanced", "unbalanced)", `\`, `\\) Tj ET`, "endstream endobj", "<< /JS (x) >>", "%PDF-1.7", "]]>", "<w:p/>", "&amp; &#0;", "{{.}}", "${x}", "$(x)",
		"=HYPERLINK(\"x\")", "@SUM(1)", "../../etc", "CON",
		"# not a heading", "- not a list", "1. not a number", "| not | a table |", "[not](a link)", "`not code`", "*_~",
		"Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren", "a\u00a0b\u00a0c\u00a0d\u00a0e\u00a0f\u00a0g\u00a0h\u00a0i\u00a0j\u00a0k\u00a0l\u00a0m\u00a0n\u00a0o\u00a0p\u00a0q\u00a0r\u00a0s\u00a0t\u00a0u\u00a0v\u00a0w\u00a0x\u00a0y\u00a0z\u00a0a\u00a0b\u00a0c\u00a0d\u00a0e\u00a0f\u00a0g\u00a0h\u00a0i\u00a0j\u00a0k",
		"\u00a0", "\u2011", "\u00ad",
	}
}

// deepest is how deep blocks hold others. A chart stands in none.
const deepest = 3

func blocks(t *rapid.T, depth int) []doc.Block {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) doc.Block { return block(t, depth) }), 0, 6).Draw(t, "blocks")
}

func block(t *rapid.T, depth int) doc.Block {
	kinds := []func(*rapid.T) doc.Block{heading, para, caption, numbered, bullets, checklist, table, signature, box, outline, rule, space, pageBreak}
	if depth > 0 {
		kinds = append(kinds,
			func(t *rapid.T) doc.Block { return doc.Callout{Title: spans(t), Blocks: blocks(t, depth-1)} },
			func(t *rapid.T) doc.Block { return doc.Keep{Blocks: blocks(t, depth-1)} })
	}
	if depth == deepest {
		kinds = append(kinds, chart)
	}
	return kinds[rapid.IntRange(0, len(kinds)-1).Draw(t, "kind")](t)
}

func heading(t *rapid.T) doc.Block {
	return doc.Heading{Level: rapid.IntRange(0, 4).Draw(t, "level"), Text: spans(t)}
}

func para(t *rapid.T) doc.Block {
	return doc.Para{
		Spans: spans(t), Align: rapid.SampledFrom([]doc.Align{doc.Natural, doc.Left, doc.Center, doc.Right}).Draw(t, "align"),
		FirstLine: rapid.Bool().Draw(t, "first"), Indent: rapid.IntRange(0, 3).Draw(t, "indent"),
		Small: rapid.Bool().Draw(t, "small"), Tight: rapid.Bool().Draw(t, "tight"), Hang: rapid.Bool().Draw(t, "hang"),
	}
}

func caption(t *rapid.T) doc.Block {
	return doc.Caption{Court: rows(t), Parties: rows(t), Number: rows(t)}
}

func numbered(t *rapid.T) doc.Block {
	item := rapid.Custom(func(t *rapid.T) doc.Item { return doc.Item{Spans: spans(t), Sub: rows(t)} })
	return doc.Numbered{Start: rapid.IntRange(0, 30).Draw(t, "start"), Items: rapid.SliceOfN(item, 0, 5).Draw(t, "items")}
}

func bullets(t *rapid.T) doc.Block { return doc.Bullets{Items: rows(t)} }

func checklist(t *rapid.T) doc.Block {
	item := rapid.Custom(func(t *rapid.T) doc.CheckItem {
		return doc.CheckItem{Spans: spans(t), Note: spans(t), Ticked: rapid.Bool().Draw(t, "ticked")}
	})
	return doc.Checklist{Items: rapid.SliceOfN(item, 0, 5).Draw(t, "items")}
}

func table(t *rapid.T) doc.Block {
	columns := rapid.IntRange(1, 4).Draw(t, "columns")
	row := rapid.Custom(func(t *rapid.T) [][]doc.Span {
		return rapid.SliceOfN(rapid.Custom(spans), columns, columns).Draw(t, "row")
	})
	out := doc.Table{Widths: rapid.SliceOfN(rapid.IntRange(1, 4), columns, columns).Draw(t, "widths"), Rows: rapid.SliceOfN(row, 0, 5).Draw(t, "rows"), Lines: rapid.Bool().Draw(t, "lines")}
	if rapid.Bool().Draw(t, "head") {
		out.Head = row.Draw(t, "head row")
	}
	return out
}

func signature(t *rapid.T) doc.Block {
	line := rapid.Custom(func(t *rapid.T) doc.SignLine {
		return doc.SignLine{Rule: rapid.Bool().Draw(t, "rule"), Spans: spans(t)}
	})
	return doc.Signature{Before: spans(t), Lines: rapid.SliceOfN(line, 0, 5).Draw(t, "lines")}
}

func box(t *rapid.T) doc.Block {
	return doc.Box{Label: Words().Draw(t, "label"), Height: rapid.IntRange(0, 12).Draw(t, "height")}
}

func outline(t *rapid.T) doc.Block { return doc.Outline{Nodes: nodes(t, 3)} }

func nodes(t *rapid.T, depth int) []doc.Node {
	if depth == 0 {
		return nil
	}
	node := rapid.Custom(func(t *rapid.T) doc.Node {
		mark := rapid.SampledFrom([]string{"", "yes", "no", "unknown", "court"}).Draw(t, "mark")
		return doc.Node{Mark: mark, Spans: spans(t), Nodes: nodes(t, depth-1)}
	})
	return rapid.SliceOfN(node, 0, 3).Draw(t, "nodes")
}

func rule(*rapid.T) doc.Block { return doc.Rule{} }

func space(t *rapid.T) doc.Block { return doc.Space{Lines: rapid.IntRange(0, 4).Draw(t, "lines")} }

func pageBreak(*rapid.T) doc.Block { return doc.PageBreak{} }

func rows(t *rapid.T) [][]doc.Span {
	return rapid.SliceOfN(rapid.Custom(spans), 0, 4).Draw(t, "lines")
}

func spans(t *rapid.T) []doc.Span {
	return rapid.SliceOfN(rapid.Custom(span), 0, 4).Draw(t, "spans")
}

func span(t *rapid.T) doc.Span {
	style := rapid.SampledFrom([]doc.Style{doc.Roman, doc.Bold, doc.Italic}).Draw(t, "style")
	switch rapid.IntRange(0, 2).Draw(t, "span") {
	case 0:
		return doc.Text{S: Words().Draw(t, "text"), Style: style}
	case 1:
		return doc.Value{Path: "petitioner.name.last", S: Words().Draw(t, "value"), Style: style}
	default:
		return doc.Blank{Label: Words().Draw(t, "label"), Width: rapid.IntRange(0, 80).Draw(t, "width")}
	}
}
