package rules

import "expunge/petition"

// reading is what an Ask reads off the facts. It is small, so that the thousands of
// answers of a screening cost nothing; what is worth telling stands in its notes.
type reading struct {
	answer  Truth
	passing bool          // a no that time or an act can mend
	from    petition.Date // then the first safe day, where one can be told
	notes   *notes        // nil when there is nothing to tell
}

// notes are the reasons of a reading.
type notes struct {
	why           string
	doubt         string // the unsettled point of law that keeps the answer unknown
	also          Citation
	read, missing []fact
}

// fact names a fact by its place in the file. It is spelled as a path only for a reader.
type fact struct {
	list  list
	index int32 // of the entry in its list
	field string
}

// list is one of the lists of the file that facts stand in.
type list uint8

const (
	ofFile list = iota // no list: the field is the whole path
	ofCharges
	ofConvictions
	ofRelief
	ofPending
)

// path returns the path of the list.
func (l list) path() string {
	return [...]string{ofCharges: "charges", ofConvictions: "record.other_convictions", ofRelief: "record.earlier_relief", ofPending: "record.pending_charges"}[l]
}

// inFile names a fact that stands in no list: "record.complete".
func inFile(path string) fact { return fact{field: path} }

// Join names a field of the entry f.
func (f fact) Join(field string) fact {
	f.field = field
	return f
}

// path names a field of the charge.
func (m *matter) path(field string) fact { return chargeFact(m.index, field) }

func chargeFact(index int, field string) fact { return fact{ofCharges, int32(index), field} }

func (m *matter) yes(why string, read ...fact) reading {
	if !m.aloud {
		return reading{answer: Yes}
	}
	return reading{answer: Yes, notes: m.tell(why, read)}
}

// no is a lasting no: no act and no time mends it.
func (m *matter) no(why string, read ...fact) reading {
	if !m.aloud {
		return reading{answer: No}
	}
	return reading{answer: No, notes: m.tell(why, read)}
}

// notYet is a no that ends on the day from, or on a day nobody can tell when from is zero.
func (m *matter) notYet(from petition.Date, why string, read ...fact) reading {
	r := reading{answer: No, passing: true, from: from}
	if m.aloud {
		r.notes = m.tell(why, read)
	}
	return r
}

// missing is an unknown that the facts named would settle.
func (m *matter) missing(why string, facts ...fact) reading {
	n := m.pad.note()
	n.why, n.missing = why, m.pad.keep(facts)
	n.read = n.missing
	return reading{notes: n}
}

// doubtful is an unknown that no fact settles: the law does.
func (m *matter) doubtful(doubt string, read ...fact) reading {
	if !m.aloud {
		return reading{}
	}
	n := m.tell(doubt, read)
	n.doubt = doubt
	return reading{notes: n}
}

// when turns a fact of the charge into whether a route concerns it.
func (m *matter) when(is bool, why string, read ...fact) reading {
	if is {
		return m.yes(why, read...)
	}
	return m.no("this section does not speak of the charge", read...)
}

// citing adds a further citation that decided, such as the line of a table.
func (m *matter) citing(also Citation, r reading) reading {
	if r.notes == nil {
		r.notes = m.pad.note()
	}
	r.notes.also = also
	return r
}

// lacking adds facts that are not known to a reading that is not yet.
func (m *matter) lacking(r reading, facts ...fact) reading {
	if r.notes == nil {
		r.notes = m.pad.note()
	}
	r.notes.missing = m.pad.keep(facts)
	return r
}

// tell notes why an answer was given and what was read for it.
func (m *matter) tell(why string, read []fact) *notes {
	n := m.pad.note()
	n.why, n.read = why, m.pad.keep(read)
	return n
}

// say makes one sentence of words, days, sections and what else the law speaks of (see
// [pad.sentence]). It says nothing when no reasons are wanted.
func (m *matter) say(parts ...any) string {
	if !m.aloud {
		return ""
	}
	return m.pad.sentence(parts)
}
