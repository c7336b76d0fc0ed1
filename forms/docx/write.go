package docx

import (
	"bytes"
	"strconv"

	"expunge/forms/doc"
)

// writer writes elements as WordprocessingML. The order of the properties within an
// element is that of the standard, which Word insists on.
type writer struct {
	bytes.Buffer
	document string
	refused  []CharacterError // each place once
}

func (w *writer) say(parts ...string) {
	for _, s := range parts {
		w.WriteString(s)
	}
}

// elements writes what the body or a cell holds, which ends in a paragraph.
func (w *writer) elements(all []element) {
	for _, e := range all {
		switch v := e.(type) {
		case *paragraph:
			w.paragraph(v)
		case *table:
			w.table(v)
		}
	}
}

func (w *writer) paragraph(p *paragraph) {
	w.say(`<w:p><w:pPr><w:pStyle w:val="`, p.style, `"/>`)
	if p.keepNext {
		w.say(`<w:keepNext/>`)
	}
	if p.pageBreak {
		w.say(`<w:pageBreakBefore/>`)
	}
	switch {
	case p.list > 0:
		w.say(`<w:numPr><w:ilvl w:val="`, strconv.Itoa(p.level), `"/><w:numId w:val="`, strconv.Itoa(p.list), `"/></w:numPr>`)
	case p.list == uncounted:
		w.say(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`)
	}
	w.spacing(p)
	w.indent(p)
	if jc := [...]string{"", "left", "center", "right"}[p.align]; jc != "" {
		w.say(`<w:jc w:val="`, jc, `"/>`)
	}
	w.say(`</w:pPr>`)
	w.text(p)
	w.say("</w:p>\n")
}

func (w *writer) spacing(p *paragraph) {
	if p.before == 0 && p.after == 0 && p.line == 0 {
		return
	}
	w.say(`<w:spacing`)
	if p.before != 0 {
		w.say(` w:before="`, strconv.Itoa(max(int(p.before), 0)), `"`)
	}
	if p.after != 0 {
		w.say(` w:after="`, strconv.Itoa(max(int(p.after), 0)), `"`)
	}
	if p.line != 0 {
		rule := "atLeast"
		if p.exact {
			rule = "exact"
		}
		w.say(` w:line="`, strconv.Itoa(p.line), `" w:lineRule="`, rule, `"`)
	}
	w.say(`/>`)
}

func (w *writer) indent(p *paragraph) {
	switch {
	case p.flush:
		w.say(`<w:ind w:left="0"/>`)
	case p.hanging > 0:
		w.say(`<w:ind w:left="`, strconv.Itoa(p.left), `" w:hanging="`, strconv.Itoa(p.hanging), `"/>`)
	case p.left > 0:
		w.say(`<w:ind w:left="`, strconv.Itoa(p.left), `"/>`)
	}
}

// text writes the runs of a paragraph.
func (w *writer) text(p *paragraph) {
	t := texter{writer: w}
	if p.label != "" {
		style := doc.Roman
		if p.labelBold {
			style = doc.Bold
		}
		t.words(p.label, look{style: style}, "")
	}
	if p.label != "" || p.hanging > 0 {
		t.tab()
	}
	size := 12.0
	if p.small {
		size = 10
	}
	for _, span := range p.spans {
		t.span(span, size)
	}
	t.close()
}

func (w *writer) table(t *table) {
	w.say(`<w:tbl><w:tblPr><w:tblStyle w:val="`, t.style, `"/><w:tblW w:w="`, strconv.Itoa(sum(t.columns)), `" w:type="dxa"/><w:tblLayout w:type="fixed"/>`)
	if t.first {
		w.say(`<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	} else {
		w.say(`<w:tblLook w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>`)
	}
	w.say(`</w:tblPr><w:tblGrid>`)
	for _, width := range t.columns {
		w.say(`<w:gridCol w:w="`, strconv.Itoa(width), `"/>`)
	}
	w.say("</w:tblGrid>\n")
	for i := range t.rows {
		w.row(t, &t.rows[i])
	}
	w.say("</w:tbl>\n")
}

func sum(widths []int) int {
	total := 0
	for _, width := range widths {
		total += width
	}
	return total
}

func (w *writer) row(t *table, r *row) {
	w.say(`<w:tr><w:trPr>`)
	if !t.parts {
		w.say(`<w:cantSplit/>`)
	}
	if r.height > 0 {
		w.say(`<w:trHeight w:val="`, strconv.Itoa(r.height), `" w:hRule="atLeast"/>`)
	}
	if r.head {
		w.say(`<w:tblHeader/>`)
	}
	w.say(`</w:trPr>`)
	for i := range r.cells {
		w.cell(&r.cells[i], t.columns[i])
	}
	w.say("</w:tr>\n")
}

func (w *writer) cell(c *cell, width int) {
	w.say(`<w:tc><w:tcPr><w:tcW w:w="`, strconv.Itoa(width), `" w:type="dxa"/>`)
	const line = ` w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
	switch {
	case c.framed:
		w.say(`<w:tcBorders><w:top`, line, `<w:left`, line, `<w:bottom`, line, `<w:right`, line, `</w:tcBorders>`)
	case c.lined:
		w.say(`<w:tcBorders><w:bottom`, line, `</w:tcBorders>`)
	}
	switch {
	case c.middle:
		w.say(`<w:vAlign w:val="center"/>`)
	case c.foot:
		w.say(`<w:vAlign w:val="bottom"/>`)
	}
	w.say("</w:tcPr>\n")
	w.elements(c.elements)
	w.say(`</w:tc>`)
}
