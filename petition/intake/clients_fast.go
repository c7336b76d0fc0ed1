package intake

import (
	"encoding"
	"reflect"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"expunge/petition"
)

// Case reads the facts of a case as [Table.Record] does, in a small part of the time. It
// keeps no places, and it returns false where anything is wrong, or so rare that it is
// better looked at with care: Record then says what. It changes nothing of the table.
func (t *Table) Case(c Client) (petition.Case, bool) {
	if c.broken || len(c.Rows) == 0 {
		return petition.Case{}, false
	}
	f := filler{table: t}
	f.out.Charges = make([]petition.Charge, 0, len(c.Rows))
	for n := range c.Rows {
		if !f.row(&c.Rows[n], &c.Rows[0]) {
			return petition.Case{}, false
		}
	}
	if t.idColumn < 0 {
		f.out.ID = c.ID
	}
	if len(f.out.Charges) == 0 {
		f.out.Charges = nil
	}
	return f.out, true
}

// filler sets facts on a case, cell by cell.
type filler struct {
	table   *Table
	out     petition.Case
	charges []int // for each charge of the row, its header's number
	raw     []byte
}

// charge returns the charge of the row with its header's number. False means that the row
// has the charges in another order than that.
func (f *filler) charge(index int) (*petition.Charge, bool) {
	n := slices.Index(f.charges, index)
	if n < 0 {
		if last := len(f.charges) - 1; last >= 0 && f.charges[last] > index {
			return nil, false
		}
		n = len(f.charges)
		f.charges = append(f.charges, index)
		f.out.Charges = append(f.out.Charges, petition.Charge{})
	}
	return &f.out.Charges[len(f.out.Charges)-len(f.charges)+n], true
}

func (f *filler) row(r, first *Row) bool {
	if r.broken || len(r.faults) > 0 || r.marks != nil && !datesOnly(f.table, r) {
		return false
	}
	f.charges = f.charges[:0]
	for i, cell := range r.Cells {
		if cell == "" {
			continue
		}
		if cell = strings.TrimSpace(cell); cell == "" {
			continue
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
			if charge, ok := f.charge(b.index); !ok || !f.set(b, reflect.ValueOf(charge).Elem().FieldByIndex(b.plan.steps), cell) {
				return false
			}
		case r != first:
			if cell != strings.TrimSpace(first.cell(i)) {
				return false
			}
		case b.index > 0 || !f.set(b, f.person(b).FieldByIndex(b.plan.steps), cell):
			return false
		}
	}
	return true
}

// datesOnly reports whether every mark of a row is of a day where one belongs.
func datesOnly(t *Table, r *Row) bool {
	for i, m := range r.marks {
		if m != plainCell && (m != dayCell || i >= len(t.columns) || !t.columns[i].plan.date) {
			return false
		}
	}
	return true
}

// person returns where the facts of a column of the person are set: the case, or the only
// entry of a list.
func (f *filler) person(b *binding) reflect.Value {
	at := reflect.ValueOf(&f.out).Elem()
	if b.list == "" {
		return at
	}
	list := at.FieldByIndex(b.plan.list)
	if list.Len() == 0 {
		list.Set(reflect.MakeSlice(list.Type(), 1, 1))
	}
	return list.Index(0)
}

// set reads a cell into a field. False leaves it to the careful way.
func (f *filler) set(b *binding, at reflect.Value, s string) bool {
	if len(s) > maxCell || !isPlain(s) || b.plan.number && looksLikeDay(s) {
		return false
	}
	if word, ok := b.plan.words[s]; ok {
		at.Set(word)
		return true
	}
	switch {
	case b.plan.date:
		d, ok := fastDate(s)
		if !ok && petition.IsUnknownWord(s) {
			d, ok = petition.UnknownDate(), true
		}
		if ok {
			*at.Addr().Interface().(*petition.Date) = d
		}
		return ok
	case b.field.shape == text:
		if !isUnknown(s, b.field) {
			at.SetString(s)
		}
		return true
	case b.field.shape == texts:
		list := parts(s)
		if slices.ContainsFunc(list, func(part string) bool { return isUnknown(part, b.field) }) {
			return false
		}
		at.Set(reflect.ValueOf(list))
		return true
	case petition.LooksLikeSSN(s):
		return false
	}
	f.raw = append(f.raw[:0], s...)
	return at.Addr().Interface().(encoding.TextUnmarshaler).UnmarshalText(f.raw) == nil
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
	if !isISO(s) {
		if s = isoDay(s); !isISO(s) {
			return petition.Date{}, false
		}
	}
	digit := func(i int) int { return int(s[i] - '0') }
	year := digit(0)*1000 + digit(1)*100 + digit(2)*10 + digit(3)
	month, day := digit(5)*10+digit(6), digit(8)*10+digit(9)
	if year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1 {
		return petition.Date{}, false
	}
	d := petition.NewDate(year, time.Month(month), day)
	return d, d.Day() == day
}
