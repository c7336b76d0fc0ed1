// Package markdown writes a paper as plain CommonMark text: the twin of the drawn
// page that a lawyer reviews, a screen reader reads and a clinic pastes elsewhere.
//
// The text is meant to be read as it is as well as rendered. A paragraph is one line,
// whatever its length; numbers stand as they are printed; tables and boxes to tick are
// those of GitHub. Nothing of a paper's text is taken for markup. What only matters to
// the eye is left out: alignment, empty height, pages.
package markdown

import (
	"io"
	"strconv"
	"strings"

	"expunge/forms/doc"
)

// Render writes one paper to w, ending in a line break. The error is that of w.
func Render(w io.Writer, d doc.Document) error {
	var parts []string
	if d.Draft != "" {
		parts = append(parts, strong(escaped(d.Draft)))
	}
	switch d.Group {
	case doc.NotForFiling:
		parts = append(parts, "**NOT FOR FILING**")
	case doc.Confidential:
		parts = append(parts, "**CONFIDENTIAL — NOT FOR FILING**")
	case doc.Filed:
	}
	parts = append(parts, blocks(d.Blocks)...)
	_, err := io.WriteString(w, strings.Join(parts, "\n\n")+"\n")
	return err
}

// rule is what an officer or a party signs above.
const rule = "____________"

// broken ends a line within a paragraph.
const broken = "\\\n"

// blocks writes each block as one or more parts, to be set apart by empty lines.
func blocks(list []doc.Block) []string {
	var parts []string
	for _, b := range list {
		if p, ok := b.(doc.Para); ok && p.Tight && len(parts) > 0 {
			parts[len(parts)-1] += broken + line(p.Spans)
			continue
		}
		for _, part := range block(b) {
			if part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

func block(b doc.Block) []string {
	switch v := b.(type) {
	case doc.Heading:
		return heading(v)
	case doc.Para:
		return []string{line(v.Spans)}
	case doc.Caption:
		return caption(v)
	case doc.Numbered:
		return numbered(v)
	case doc.Bullets:
		return []string{bullets(v)}
	case doc.Checklist:
		return []string{checklist(v)}
	case doc.Table:
		return []string{table(v)}
	case doc.Signature:
		return signature(v)
	case doc.Box:
		return []string{"[ " + escaped(v.Label) + " ]"}
	case doc.Callout:
		return []string{callout(v)}
	case doc.Outline:
		return []string{nodes(v.Nodes, "")}
	case doc.Chart:
		return blocks(v.Words)
	case doc.Form:
		return blocks(v.InWords())
	case doc.Keep:
		return blocks(v.Blocks)
	case doc.Rule, doc.PageBreak:
		return []string{"---"}
	case doc.Space:
	}
	return nil
}

func heading(h doc.Heading) []string {
	text := inline(h.Text)
	if text == "" {
		return nil
	}
	if strings.HasSuffix(text, "#") { // signs at the end close a heading and are dropped
		text = strings.TrimSuffix(text, "#") + `\#`
	}
	return []string{strings.Repeat("#", min(max(h.Level, 1), 6)) + " " + text}
}

// caption writes the court, the parties and the number one below the other.
func caption(v doc.Caption) []string {
	court := make([]string, 0, len(v.Court))
	for _, spans := range v.Court {
		court = append(court, strong(inline(plain(spans))))
	}
	return []string{strings.Join(court, broken), stacked(v.Parties), stacked(v.Number)}
}

// plain takes the styles off, for a line that is set in one style as a whole.
func plain(spans []doc.Span) []doc.Span {
	all := make([]doc.Span, len(spans))
	for i, span := range spans {
		switch v := span.(type) {
		case doc.Text:
			all[i] = doc.Text{S: v.S}
		case doc.Value:
			all[i] = doc.Value{Path: v.Path, S: v.S}
		case doc.Blank:
			all[i] = v
		}
	}
	return all
}

// stacked writes lines of one paragraph.
func stacked(lines [][]doc.Span) string {
	all := make([]string, 0, len(lines))
	for _, spans := range lines {
		if text := line(spans); text != "" {
			all = append(all, text)
		}
	}
	return strings.Join(all, broken)
}

func numbered(v doc.Numbered) []string {
	var parts []string
	for i, item := range v.Items {
		number := strconv.Itoa(max(v.Start, 1)+i) + ". "
		parts = append(parts, number+line(item.Spans))
		for j, sub := range item.Sub {
			parts = append(parts, strings.Repeat(" ", len(number))+"("+letters(j)+") "+inline(sub))
		}
	}
	return parts
}

// letters names lettered paragraphs a to z, then aa, ab and on.
func letters(i int) string {
	last := string(rune('a' + i%26))
	if i < 26 {
		return last
	}
	return letters(i/26-1) + last
}

func bullets(v doc.Bullets) string {
	lines := make([]string, len(v.Items))
	for i, item := range v.Items {
		lines[i] = "- " + line(item)
	}
	return strings.Join(lines, "\n")
}

func checklist(v doc.Checklist) string {
	lines := make([]string, len(v.Items))
	for i, item := range v.Items {
		box := "- [ ] "
		if item.Ticked {
			box = "- [x] "
		}
		lines[i] = box + inline(item.Spans)
		if note := line(item.Note); note != "" {
			lines[i] += broken + "  " + note
		}
	}
	return strings.Join(lines, "\n")
}

// table writes a table. One without a head has an empty one, for Markdown has no other.
func table(v doc.Table) string {
	columns := len(v.Head)
	for _, cells := range v.Rows {
		columns = max(columns, len(cells))
	}
	if columns == 0 {
		return ""
	}
	lines := []string{tableRow(v.Head, columns), "|" + strings.Repeat(" --- |", columns)}
	for _, cells := range v.Rows {
		lines = append(lines, tableRow(cells, columns))
	}
	return strings.Join(lines, "\n")
}

func tableRow(cells [][]doc.Span, columns int) string {
	var b strings.Builder
	b.WriteString("|")
	for i := range columns {
		text := ""
		if i < len(cells) {
			text = strings.ReplaceAll(inline(cells[i]), "|", `\|`)
		}
		b.WriteString(" " + text + " |")
	}
	return b.String()
}

func signature(v doc.Signature) []string {
	var lines []string
	for _, l := range v.Lines {
		if l.Rule {
			lines = append(lines, rule)
		}
		if text := line(l.Spans); text != "" {
			lines = append(lines, text)
		}
	}
	return []string{line(v.Before), strings.Join(lines, broken)}
}

// callout quotes its blocks.
func callout(v doc.Callout) string {
	var parts []string
	if title := inline(plain(v.Title)); title != "" {
		parts = append(parts, strong(title))
	}
	parts = append(parts, blocks(v.Blocks)...)
	lines := strings.Split(strings.Join(parts, "\n\n"), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight("> "+l, " ")
	}
	return strings.Join(lines, "\n")
}

func nodes(list []doc.Node, indent string) string {
	var lines []string
	for _, n := range list {
		text := line(n.Spans)
		if n.Mark != "" {
			text = strings.TrimRight(strong(escaped(n.Mark))+" "+inline(n.Spans), " ")
		}
		lines = append(lines, indent+"- "+text)
		if len(n.Nodes) > 0 {
			lines = append(lines, nodes(n.Nodes, indent+"  "))
		}
	}
	return strings.Join(lines, "\n")
}
