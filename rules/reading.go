package rules

import (
	"strconv"
	"strings"

	"expunge/petition"
)

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

// pad is the scratch paper of an assessment. What is written on it is good until it is
// wiped; its sentences and paths are good for ever.
type pad struct {
	answers []answer
	noted   []notes
	facts   []fact
	text    strings.Builder
	paths   []petition.Path
	spelled [ofPending + 1][][]spelling
}

type spelling struct {
	field string
	path  petition.Path
}

// wipe makes room for the next charge.
func (p *pad) wipe() { p.answers, p.noted, p.facts = p.answers[:0], p.noted[:0], p.facts[:0] }

// room returns n answers to fill in.
func (p *pad) room(n int) []answer {
	at := len(p.answers)
	if at+n > cap(p.answers) {
		p.answers, at = make([]answer, 0, max(64, n, 2*cap(p.answers))), 0
	}
	p.answers = p.answers[:at+n]
	return p.answers[at : at+n : at+n]
}

func (p *pad) note() *notes {
	if len(p.noted) == cap(p.noted) {
		p.noted = make([]notes, 0, max(48, 2*cap(p.noted)))
	}
	p.noted = append(p.noted, notes{})
	return &p.noted[len(p.noted)-1]
}

func (p *pad) keep(facts []fact) []fact {
	if len(facts) == 0 {
		return nil
	}
	if len(p.facts)+len(facts) > cap(p.facts) {
		p.facts = make([]fact, 0, max(64, len(facts), 2*cap(p.facts)))
	}
	at := len(p.facts)
	p.facts = append(p.facts, facts...)
	return p.facts[at:len(p.facts):len(p.facts)]
}

// sentence tells words as they are, days in full, sections and courts by name, and an
// outcome with spaces for underscores.
func (p *pad) sentence(parts []any) string {
	at := p.line()
	for _, part := range parts {
		switch part := part.(type) {
		case string:
			p.text.WriteString(part)
		case Citation:
			p.text.WriteString(string(part))
		case petition.Date:
			var day [20]byte
			p.text.Write(part.AppendLong(day[:0]))
		case petition.Section:
			p.text.WriteString(part.String())
		case []petition.Section:
			for i, s := range part {
				if i > 0 {
					p.text.WriteString(" and ")
				}
				p.text.WriteString(s.String())
			}
		case petition.Level:
			p.text.WriteString(string(part))
		case petition.Grade:
			p.text.WriteString(string(part))
		case petition.Outcome:
			p.text.WriteString(strings.ReplaceAll(string(part), "_", " "))
		case *petition.Court:
			p.text.WriteString(part.Name())
		case petition.Money:
			p.text.WriteString(part.String())
		case petition.BAC:
			p.text.WriteString(part.String())
		default:
			panic("rules: a sentence cannot tell a part of this kind")
		}
	}
	return p.text.String()[at:]
}

// line begins a new text and returns where it begins.
func (p *pad) line() int {
	const usual = 2048
	if p.text.Cap()-p.text.Len() < usual/8 {
		p.text = strings.Builder{} // the old one lives on in its texts
		p.text.Grow(usual)
	}
	return p.text.Len()
}

// spell returns the path of a fact. The same few are spelled again and again, so each
// is put together once.
func (p *pad) spell(f fact) petition.Path {
	if f.list == ofFile {
		return petition.Path(f.field)
	}
	entries := &p.spelled[f.list]
	for len(*entries) <= int(f.index) {
		*entries = append(*entries, make([]spelling, 0, 8))
	}
	known := &(*entries)[f.index]
	for i := range *known {
		if s := &(*known)[i]; s.field == f.field {
			return s.path
		}
	}
	at := p.line()
	p.text.WriteString(f.list.path())
	p.text.WriteByte('[')
	p.text.WriteString(strconv.Itoa(int(f.index)))
	p.text.WriteByte(']')
	if f.field != "" {
		p.text.WriteByte('.')
		p.text.WriteString(f.field)
	}
	path := petition.Path(p.text.String()[at:])
	*known = append(*known, spelling{f.field, path})
	return path
}

// spellAll returns the paths of facts.
func (p *pad) spellAll(facts []fact) []petition.Path {
	if len(facts) == 0 {
		return nil
	}
	if len(p.paths)+len(facts) > cap(p.paths) {
		p.paths = make([]petition.Path, 0, max(128, len(facts)))
	}
	at := len(p.paths)
	for _, f := range facts {
		p.paths = append(p.paths, p.spell(f))
	}
	return p.paths[at:len(p.paths):len(p.paths)]
}
