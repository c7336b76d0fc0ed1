package cli

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// page gathers lines of text for people, none wider than a small terminal where words
// allow.
type page struct{ b strings.Builder }

const (
	pageWidth  = 88
	labelWidth = 12
	markWidth  = 9
)

// String returns the text so far.
func (p *page) String() string { return p.b.String() }

// line writes one line as it is.
func (p *page) line(indent int, format string, args ...any) {
	text := strings.TrimRight(printable(fmt.Sprintf(format, args...)), " ")
	if text != "" {
		p.b.WriteString(strings.Repeat(" ", indent))
	}
	p.b.WriteString(text + "\n")
}

// labeled writes a label and, beside it, text in as many lines as it needs. width is
// the room for the label.
func (p *page) labeled(indent int, label string, width int, text string) {
	row := strings.Repeat(" ", indent) + fmt.Sprintf("%-*s", width, printable(label))
	hang := strings.Repeat(" ", indent+width)
	empty := true
	for _, word := range strings.Fields(printable(text)) {
		if !empty && utf8.RuneCountInString(row)+1+utf8.RuneCountInString(word) > pageWidth {
			p.b.WriteString(row + "\n")
			row, empty = hang, true
		}
		if !empty {
			row += " "
		}
		row, empty = row+word, false
	}
	p.b.WriteString(strings.TrimRight(row, " ") + "\n")
}

// text writes text in as many lines as it needs.
func (p *page) text(indent int, text string) { p.labeled(indent, "", 0, text) }

// field writes a labeled line of a block; nothing when there is no text.
func (p *page) field(label, text string) {
	if text != "" {
		p.labeled(2, label, labelWidth, text)
	}
}
