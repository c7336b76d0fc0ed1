package intake

import (
	"reflect"
	"slices"
	"strings"
	"time"
	"unsafe"

	"golang.org/x/text/unicode/norm"

	"expunge/petition"
)

// Case reads the facts of a case as [Table.Record] does, in a small part of the time. It
// keeps no places, and it returns false where anything is wrong, or so rare that it is
// better looked at with care: Record then says what. It changes nothing of the table. For
// many cases, use a [Hand].
func (t *Table) Case(c Client) (petition.Case, bool) {
	if c.broken || len(c.Rows) == 0 {
		return petition.Case{}, false
	}
	f := filler{table: t}
	for n := range c.Rows {
		r := &c.Rows[n]
		if r.broken || r.beyond || len(r.faults) > 0 || r.marks != nil && !datesOnly(t, r) || !f.row(r.Cells, c.Rows[0].Cells, n == 0, r.Number) {
			return petition.Case{}, false
		}
	}
	if t.idColumn < 0 {
		f.out.ID = c.ID
	}
	return *f.end(), true
}

// filler sets facts on a case, cell by cell.
type filler struct {
	table    *Table
	out      petition.Case
	room     []petition.Charge           // of earlier cases, for the charges of the next
	rowOf    []int                       // the number of each charge's row
	charges  []int                       // for each charge of the row, its header's number
	sections map[string]petition.Section // as they were read before
	raw      []byte
}

// begin forgets the case before and keeps its room.
func (f *filler) begin() {
	if cap(f.out.Charges) > cap(f.room) {
		f.room = f.out.Charges
	}
	f.out = petition.Case{Charges: f.room[:0]}
	f.rowOf = f.rowOf[:0]
}

// end returns the case.
func (f *filler) end() *petition.Case {
	if len(f.out.Charges) == 0 {
		f.out.Charges = nil
	}
	return &f.out
}

// charge returns the charge of the row with its header's number. False means that the row
// has the charges in another order than that, or that there are more than a case can have.
func (f *filler) charge(index, number int) (*petition.Charge, bool) {
	n := slices.Index(f.charges, index)
	if n < 0 {
		if last := len(f.charges) - 1; last >= 0 && f.charges[last] > index || len(f.out.Charges) == maxEntries {
			return nil, false
		}
		n = len(f.charges)
		f.charges = append(f.charges, index)
		f.out.Charges = append(f.out.Charges, petition.Charge{})
		f.rowOf = append(f.rowOf, number)
	}
	return &f.out.Charges[len(f.out.Charges)-len(f.charges)+n], true
}

// row reads the cells of a row. Those of the person may be left out behind the first row,
// and must otherwise say what that says.
func (f *filler) row(cells, first []string, isFirst bool, number int) bool {
	if f.table.alike != nil {
		return false // which column of a field to take needs care
	}
	f.charges = f.charges[:0]
	var charge *petition.Charge
	last := -1
	for i, cell := range cells {
		if cell == "" {
			continue
		}
		if cell[0] <= ' ' || cell[0] >= 0x80 || cell[len(cell)-1] <= ' ' || cell[len(cell)-1] >= 0x80 {
			if cell = strings.TrimSpace(cell); cell == "" {
				continue
			}
		}
		if i >= len(f.table.columns) {
			return false
		}
		b := &f.table.columns[i]
		switch {
		case b.use == noHeader:
			return false
		case b.use < personUse:
		case b.use == chargeUse:
			if b.index != last {
				var ok bool
				if charge, ok = f.charge(b.index, number); !ok {
					return false
				}
				last = b.index
			}
			if !f.set(b, unsafe.Pointer(charge), cell) {
				return false
			}
		case !isFirst:
			if i >= len(first) || cell != first[i] && cell != strings.TrimSpace(first[i]) {
				return false
			}
		case b.index > 0 || !f.set(b, f.person(b), cell):
			return false
		}
	}
	return true
}

// datesOnly reports whether every mark of a row is of a day where one belongs.
func datesOnly(t *Table, r *Row) bool {
	for i, m := range r.marks {
		if m != plainCell && (m != dayCell || i >= len(t.columns) || t.columns[i].plan.kind != dateKind) {
			return false
		}
	}
	return true
}

// person returns where the facts of a column of the person are set: the case, or the only
// entry of a list.
func (f *filler) person(b *binding) unsafe.Pointer {
	if b.list == "" {
		return unsafe.Pointer(&f.out)
	}
	list := reflect.ValueOf(&f.out).Elem().FieldByIndex(b.plan.list)
	if list.Len() == 0 {
		list.Set(reflect.MakeSlice(list.Type(), 1, 1))
	}
	return list.Index(0).Addr().UnsafePointer()
}

// isPlain reports whether a text has nothing but the letters of ASCII and of Latin beyond
// it, composed, so that no character of it can be one that papers do not carry.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return unprintable(s, false) < 0 && norm.NFC.IsNormalString(s)
		}
		if s[i] < ' ' || s[i] == 0x7f {
			return false
		}
	}
	return true
}

// fastDate reads YYYY-MM-DD and M/D/YYYY. False says nothing but that the careful way
// must.
func fastDate(s string) (petition.Date, bool) {
	var year, month, day int
	if isISO(s) {
		year, month, day = digits(s[:4]), digits(s[5:7]), digits(s[8:])
	} else {
		m, rest, _ := strings.Cut(s, "/")
		d, y, _ := strings.Cut(rest, "/")
		if len(m) > 2 || len(d) > 2 || len(y) != 4 {
			return petition.Date{}, false
		}
		year, month, day = digits(y), digits(m), digits(d)
	}
	if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 {
		return petition.Date{}, false
	}
	date := petition.NewDate(year, time.Month(month), day)
	return date, date.Day() == day
}

// digits reads a number of at most four digits. It is negative when there is none.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		c := s[i] - '0'
		if c > 9 {
			return -1
		}
		n = n*10 + int(c)
	}
	if s == "" {
		return -1
	}
	return n
}
