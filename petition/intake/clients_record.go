package intake

import (
	"cmp"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"expunge/petition"
)

// Record reads the facts of a case: each charge from its row, those of the person from
// the first row that states them. Whatever is wrong with a cell, or with two that do not
// agree, is a diagnostic with its place. It changes nothing of the table, so that many
// cases may be read at once.
func (t *Table) Record(c Client) Record {
	m := merger{table: t, client: c, first: map[int]placed{}, entries: map[slot]bool{}}
	m.client.Rows = slices.Clone(c.Rows) // they learn where their cells begin
	for n := range c.Rows {
		m.fault(c.Rows[n].faults...)
		if !c.Rows[n].broken && !c.broken {
			m.row(n)
		}
	}
	m.state()
	if t.idColumn < 0 && len(c.Rows) > 0 {
		at := t.At(c.Rows[0], 0)
		at.Header = ""
		m.facts = append(m.facts, Fact{"case", c.ID, at})
	}
	r := Fill(slices.Values(m.facts))
	r.Diagnostics = append(append(slices.Clone(c.faults), m.wrong...), r.Diagnostics...)
	sortDiagnostics(r.Diagnostics)
	r.untold = m.untold + max(len(r.Diagnostics)-maxProblems, 0)
	r.Diagnostics = bounded(r.Diagnostics, m.untold)
	r.unread = c.broken || slices.ContainsFunc(c.Rows, func(r Row) bool { return r.broken })
	if len(c.Rows) > 0 {
		r.Origin.start = t.At(c.Rows[0], 0)
		r.Origin.start.Header = ""
	}
	return r
}

// merger gathers the facts of the rows of one case.
type merger struct {
	table  *Table
	client Client
	cells  []placed
	first  map[int]placed // by column of a field, the first cell that states a fact of the person
	facts  []Fact
	wrong  []Diagnostic
	untold int // problems beyond those

	entries map[slot]bool // charges
	over    placed        // the first cell of a charge that a case has no room for
	overs   int           // such cells
}

// fault keeps problems, as long as there are not too many to read.
func (m *merger) fault(ds ...Diagnostic) {
	for _, d := range ds {
		if len(m.wrong) >= maxProblems {
			m.untold++
			continue
		}
		m.wrong = append(m.wrong, d)
	}
}

// placed is a cell that states a fact, or what is wrong with it.
type placed struct {
	row, column int
	text        string
	wrong       *petition.Problem
}

func (m *merger) at(c placed) Position { return m.table.At(m.client.Rows[c.row], c.column) }

// row takes the cells of a row that state something.
func (m *merger) row(n int) {
	r := &m.client.Rows[n]
	if m.table.Kind == CSV && r.spots == nil {
		r.spots = spotsOf(r.Cells)
	}
	var cells, stray []placed
	for i := range max(len(r.Cells), len(r.marks)) {
		c := placed{row: n, column: i}
		if r.mark(i) == plainCell && strings.TrimSpace(r.cell(i)) == "" {
			continue
		}
		if i >= len(m.table.columns) || m.table.columns[i].use == noHeader {
			stray = append(stray, c)
			continue
		}
		if b := &m.table.columns[i]; b.use >= personUse && m.hasRoom(c) {
			if c.text, c.wrong = fitting(r.cell(i)); c.wrong == nil {
				c.text, c.wrong = b.clean(c.text, r.mark(i))
			}
			cells = append(cells, c)
		}
	}
	m.strays(n, stray)
	for _, c := range m.settle(cells) {
		m.note(c)
	}
}

// hasRoom reports whether a case has room for the charge of a cell. One row may take more
// room than there is: which of its charges come first shows only when they are numbered.
func (m *merger) hasRoom(c placed) bool {
	if m.table.columns[c.column].use != chargeUse {
		return true
	}
	s := m.slotOf(c)
	if m.entries[s] || len(m.entries) < maxEntries+maxColumns {
		m.entries[s] = true
		return true
	}
	m.leaveOut(c)
	return false
}

// leaveOut notes a cell of a charge that the case has no room for.
func (m *merger) leaveOut(c placed) {
	if m.overs++; m.overs == 1 || c.row < m.over.row || c.row == m.over.row && c.column < m.over.column {
		m.over = c
	}
}

// strays says of a row once that it has cells under no header.
func (m *merger) strays(n int, stray []placed) {
	r := &m.client.Rows[n]
	message := "this cell stands under no header"
	switch more := len(stray) - 1; {
	case r.beyond:
		message = fmt.Sprintf("the row goes on beyond column %d", maxColumns)
		stray = append(stray, placed{row: n, column: maxColumns})
	case more < 0:
		return
	case more == 1:
		message = "this cell and 1 more stand under no header"
	case more > 1:
		message = fmt.Sprintf("this cell and %d more stand under no header", more)
	}
	hint := "give the column a header, or remove the cell"
	if name := delimiterName(m.table.delimiter); name != "" {
		hint = "put text that holds a " + name + " in quotes, " + hint
	}
	m.fault(Diagnostic{m.at(stray[0]), petition.Problem{Code: "row.long", Message: message, Hint: hint}})
}

// spotsOf returns where the cells of a line of CSV without quotes begin.
func spotsOf(cells []string) []spot {
	out := make([]spot, len(cells))
	column := 1
	for i, cell := range cells {
		out[i].column = column
		column += utf8.RuneCountInString(cell) + 1
	}
	return out
}

// note keeps a cell, unless it is one of a person whom an earlier row describes: then it
// must say the same.
func (m *merger) note(c placed) {
	b := &m.table.columns[c.column]
	column := m.table.alike.firstOf(c.column)
	first, again := m.first[column]
	switch {
	case b.use == chargeUse:
	case !again:
		m.first[column] = c
	case c.wrong != nil || first.wrong != nil:
	case b.agrees(first.text, c.text):
		return
	default:
		at := m.at(first)
		at.Header = ""
		c.wrong = &petition.Problem{
			Code:    "row.conflict",
			Message: "the rows of one case do not agree: the cell at " + at.String() + " says something else",
			Hint:    "make the two the same, or leave the later one empty; rows of another person need another case id",
		}
	}
	m.cells = append(m.cells, c)
}

// agrees reports whether two cells state the same fact.
func (b *binding) agrees(first, later string) bool {
	if b.rest == "case" || b.field.isLeaf() && b.field.shape != text {
		return strings.EqualFold(first, later)
	}
	return strings.Join(strings.Fields(first), " ") == strings.Join(strings.Fields(later), " ")
}

// slot is an entry of a list as the file has it: of a row for charges, of the person for
// others.
type slot struct {
	list       petition.Path
	row, index int
}

func (m *merger) slotOf(c placed) slot {
	b := &m.table.columns[c.column]
	if b.use == chargeUse {
		return slot{b.list, c.row, b.index}
	}
	return slot{list: b.list, index: b.index}
}

// numbers gives every entry its number in the list of the case, without gaps: charges in
// the order of the rows and, in a row, of their headers' numbers; others by those alone.
func (m *merger) numbers() map[slot]int {
	out := map[slot]int{}
	var slots []slot
	for _, c := range m.cells {
		s := m.slotOf(c)
		if _, again := out[s]; !again {
			out[s] = 0
			slots = append(slots, s)
		}
	}
	slices.SortFunc(slots, func(a, b slot) int { return cmp.Or(a.row-b.row, a.index-b.index) })
	used := map[petition.Path]int{}
	for _, s := range slots {
		out[s] = used[s.list]
		used[s.list]++
	}
	return out
}

// state turns the cells into facts.
func (m *merger) state() {
	numbers := m.numbers()
	for _, c := range m.cells {
		b := &m.table.columns[c.column]
		n := numbers[m.slotOf(c)]
		path := b.path(n)
		switch {
		case n >= maxEntries:
			m.leaveOut(c)
		case c.wrong != nil:
			c.wrong.Path = path
			m.fault(Diagnostic{m.at(c), *c.wrong})
		case b.field.shape != texts || isUnknown(c.text, b.field):
			m.facts = append(m.facts, Fact{path, c.text, m.at(c)})
		default:
			list := parts(c.text)
			if len(list) > maxEntries {
				m.fault(Diagnostic{m.at(c), tooMany(path, len(list)-maxEntries)})
			}
			for n, part := range list[:min(len(list), maxEntries)] {
				m.facts = append(m.facts, Fact{petition.Path(string(path) + "[" + strconv.Itoa(n) + "]"), part, m.at(c)})
			}
		}
	}
	if m.overs > 0 {
		m.wrong = append(m.wrong, Diagnostic{m.at(m.over), tooMany("charges", m.overs)})
	}
}

// parts splits a cell at its semicolons.
func parts(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// clean returns the text of a cell as [Fill] is to read it, or what is wrong with the
// cell as one of a spreadsheet.
func (b *binding) clean(s string, m mark) (string, *petition.Problem) {
	if what := m.unreliable(); what != nil {
		return "", what
	}
	switch {
	case b.rest != "case" && formula.MatchString(s):
		return "", &petition.Problem{Code: "cell.error", Message: "the cell holds a formula in the place of its result", Hint: "type the value, or export the sheet with values in the place of formulas"}
	case b.plan.kind == dateKind:
		return cleanDate(s)
	case m == dayCell && !b.field.lines, b.plan.number && looksLikeDay(s):
		return "", &petition.Problem{Code: "cell.date", Message: "the cell holds a day or a time, where none belongs", Hint: b.retype()}
	case b.plan.field == reflect.TypeFor[petition.Money]() && oneDigit.MatchString(s):
		return s + "0", nil // a spreadsheet leaves out the last zero of 420.50
	case b.field.shape == text && !b.field.lines && strings.ContainsAny(s, "\r\n"):
		return lineBreaks.ReplaceAllString(s, " "), nil
	default:
		return s, nil
	}
}

// fitting returns the text of a cell, composed, or that it is longer than any may be: that
// is seen first, as composing takes its time.
func fitting(cell string) (string, *petition.Problem) {
	if len(cell) > maxCell && utf8.RuneCountInString(cell) > maxCell {
		return "", &petition.Problem{Code: "cell.long", Message: fmt.Sprintf("the cell holds more than %d characters", maxCell), Hint: "shorten it"}
	}
	return composed(cell), nil
}

// formula is the beginning of a cell that holds a formula, as some programs export it, in
// the place of its result: a function, or the name of another cell.
var formula = regexp.MustCompile(`^=\+?(?:[A-Za-z][A-Za-z0-9._]*\(|\$?[A-Za-z]{1,3}\$?[0-9])`)

// lineBreaks are where people break a line in a cell for which one line is enough.
var lineBreaks = regexp.MustCompile(`[ \t]*[\r\n]+[ \t]*`)

func (b *binding) retype() string {
	switch {
	case b.field.shape != text:
		return "a spreadsheet makes a day of 9-23-23: type it again in a column formatted as text"
	case strings.HasSuffix(b.rest, "cause_number"):
		return "a spreadsheet made a day of it: type it again in a column formatted as text; if the docket has it so, write No. before it"
	default:
		return "a spreadsheet made a day of it: type it again in a column formatted as text"
	}
}
