package rules

import (
	"strconv"
	"strings"

	"expunge/petition"
)

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
