package forms

import (
	"fmt"
	"strings"

	"expunge/forms/doc"
)

// dump writes a document as plain text for tests and for reading.
func dump(d doc.Document) string {
	var out strings.Builder
	if d.Draft != "" {
		fmt.Fprintf(&out, "!! %s\n", d.Draft)
	}
	if d.Running != "" {
		fmt.Fprintf(&out, "(running: %s)\n", d.Running)
	}
	dumpBlocks(&out, d.Blocks, "")
	return out.String()
}

func dumpBlocks(out *strings.Builder, blocks []doc.Block, in string) {
	say := func(format string, args ...any) { fmt.Fprintf(out, in+format+"\n", args...) }
	for _, b := range blocks {
		switch v := b.(type) {
		case doc.Heading:
			say("\n%s%s %s", in, strings.Repeat("#", v.Level), said(v.Text))
		case doc.Para:
			say("\n%s%s%s", in, strings.Repeat("    ", v.Indent), said(v.Spans))
		case doc.Caption:
			for _, l := range v.Court {
				say("        %s", said(l))
			}
			for _, l := range v.Parties {
				say("%s", said(l))
			}
			for _, l := range v.Number {
				say("                         %s", said(l))
			}
		case doc.Numbered:
			for i, it := range v.Items {
				say("%d. %s", max(v.Start, 1)+i, said(it.Spans))
				for j, s := range it.Sub {
					say("   (%c) %s", 'a'+j, said(s))
				}
			}
		case doc.Bullets:
			for _, it := range v.Items {
				say("  - %s", said(it))
			}
		case doc.Checklist:
			for _, it := range v.Items {
				mark := " "
				if it.Ticked {
					mark = "x"
				}
				say("  [%s] %s", mark, said(it.Spans))
				if len(it.Note) > 0 {
					say("        %s", said(it.Note))
				}
			}
		case doc.Table:
			for _, cells := range append([][][]doc.Span{v.Head}, v.Rows...) {
				var line []string
				for _, c := range cells {
					line = append(line, said(c))
				}
				if len(line) > 0 {
					say("| %s |", strings.Join(line, " | "))
				}
			}
		case doc.Signature:
			say("                %s", said(v.Before))
			for _, l := range v.Lines {
				if l.Rule {
					say("                ______________________")
				}
				say("                %s", said(l.Spans))
			}
		case doc.Box:
			say("[box: %s]", v.Label)
		case doc.Callout:
			say("\n%s>> %s", in, said(v.Title))
			dumpBlocks(out, v.Blocks, in+"> ")
		case doc.Outline:
			dumpNodes(out, v.Nodes, in)
		case doc.Chart: // its boxes say the law of every charge
			dumpBlocks(out, v.Words, in)
		case doc.Keep:
			dumpBlocks(out, v.Blocks, in)
		case doc.Rule:
			say("----")
		}
	}
}

func dumpNodes(out *strings.Builder, nodes []doc.Node, in string) {
	for _, n := range nodes {
		fmt.Fprintf(out, "%s%s %s\n", in, n.Mark, said(n.Spans))
		dumpNodes(out, n.Nodes, in+"  ")
	}
}

func said(spans []doc.Span) string {
	var out strings.Builder
	for _, s := range spans {
		switch s := s.(type) {
		case doc.Text:
			out.WriteString(s.S)
		case doc.Value:
			out.WriteString(s.S)
		case doc.Blank:
			out.WriteString("____")
			if s.Label != "" {
				out.WriteString("[" + s.Label + "]")
			}
		}
	}
	// The space that does not break is tested once, and in the way everywhere else.
	return strings.NewReplacer("No.\u00a0", "No. ", "Exhibit\u00a0", "Exhibit ").Replace(out.String())
}
