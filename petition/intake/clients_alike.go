package intake

import (
	"fmt"
	"maps"

	"expunge/petition"
)

// alikes are the columns whose header means what that of a column before them means, as a
// web form has when it asks a question on more than one of its pages. It is nil where every
// header is another.
type alikes map[int]alike

// alike is a further column of a field: that of its first one, and which of them it is.
type alike struct{ first, nth int }

// add notes that a column means what another before it means.
func (a *alikes) add(first, column int) {
	if *a == nil {
		*a = alikes{}
	}
	nth := 1
	for _, x := range *a {
		if x.first == first {
			nth++
		}
	}
	(*a)[column] = alike{first, nth}
}

// firstOf returns the first column with the field of the given one.
func (a alikes) firstOf(column int) int {
	if x, ok := a[column]; ok {
		return x.first
	}
	return column
}

// settle leaves one cell of a row for each fact where columns are alike. Cells that differ
// are a problem. So is a row that fills the first column of one field and the second of
// another: it may tell of two charges, and to make one of them would be a guess.
func (m *merger) settle(cells []placed) []placed {
	if m.table.alike == nil {
		return cells
	}
	said, out := map[int]placed{}, cells[:0:0]
	for _, c := range cells {
		first := m.table.alike.firstOf(c.column)
		before, again := said[first]
		switch {
		case !again:
			said[first] = c
		case c.wrong == nil && before.wrong == nil && m.table.columns[c.column].agrees(before.text, c.text):
			continue
		case c.wrong == nil:
			c.wrong = m.apart(before, "the two columns of one field do not agree: the cell at %s says something else")
		}
		out = append(out, c)
	}
	m.unmix(out, m.filled(cells))
	return out
}

// filled returns for each entry and each first column with others like it which of the
// columns a row fills.
func (m *merger) filled(cells []placed) map[slot]map[int]map[int]bool {
	shared := map[int]bool{}
	for _, x := range m.table.alike {
		shared[x.first] = true
	}
	out := map[slot]map[int]map[int]bool{}
	for _, c := range cells {
		s, first := m.slotOf(c), m.table.alike.firstOf(c.column)
		if !shared[first] {
			continue
		}
		if out[s] == nil {
			out[s] = map[int]map[int]bool{}
		}
		if out[s][first] == nil {
			out[s][first] = map[int]bool{}
		}
		out[s][first][m.table.alike[c.column].nth] = true
	}
	return out
}

// unmix finds cells wrong that stand in another set of columns than those before them.
func (m *merger) unmix(cells []placed, filled map[slot]map[int]map[int]bool) {
	left := map[slot]map[int]bool{} // of the columns, which can still be those of the row
	since := map[slot]placed{}
	for i := range cells {
		c := &cells[i]
		s := m.slotOf(*c)
		here := filled[s][m.table.alike.firstOf(c.column)]
		if here == nil {
			continue
		}
		both := maps.Clone(here)
		if before, begun := left[s]; begun {
			maps.DeleteFunc(both, func(nth int, _ bool) bool { return !before[nth] })
		}
		switch {
		case len(both) > 0:
			left[s], since[s] = both, *c
		case c.wrong == nil:
			c.wrong = m.apart(since[s], "columns with the same header are filled in part here and in part at %s, and may tell of two charges")
		}
	}
}

// apart says that a cell does not go with another.
func (m *merger) apart(other placed, message string) *petition.Problem {
	at := m.at(other)
	at.Header = ""
	return &petition.Problem{
		Code: "header.duplicate", Message: fmt.Sprintf(message, at.String()),
		Hint: "fill one of the columns, or number the charges in the headers: \"Offense (charge 2)\" or charges[2].offense",
	}
}
