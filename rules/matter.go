package rules

import (
	"strings"

	"expunge/petition"
)

// matter is one charge of a case, looked at on a day. What is dated after the day has
// not happened yet.
type matter struct {
	c      *petition.Case
	record *record
	index  int
	charge *petition.Charge
	asOf   petition.Date
	held   []string
	until  petition.Date // nothing that began after this day is known, if there is one
	aloud  bool          // reasons are wanted
	rested bool          // what is held back bore on the reading in hand
	pad    *pad

	// otherConvictions and earlier are what others and earlierRelief found, looked up once.
	otherConvictions []*conviction
	earlier          []*relief
}

// newMatter looks at one charge of a case on a day.
func newMatter(c *petition.Case, index int, asOf petition.Date, held ...string) *matter {
	m := &matter{c: c, record: &record{}, index: index, charge: &c.Charges[index], asOf: asOf, held: held, pad: &pad{}}
	m.record.read(c)
	m.lookAround()
	return m
}

// on makes later the matter as it stands on another day.
func (m *matter) on(day petition.Date, later *matter) {
	others, earlier := later.otherConvictions, later.earlier
	*later = *m
	later.asOf, later.otherConvictions, later.earlier = day, others, earlier
	later.lookAround()
}

// lookAround finds what the rest of the record holds as of the day.
func (m *matter) lookAround() {
	m.otherConvictions, m.earlier = m.otherConvictions[:0], m.earlier[:0]
	for i := range m.record.convictions {
		if o := &m.record.convictions[i]; o.charge != m.index && !o.date.After(m.asOf) {
			m.otherConvictions = append(m.otherConvictions, o)
		}
	}
	for i := range m.record.reliefs {
		if r := &m.record.reliefs[i]; r.charge != m.index && !r.date.After(m.asOf) {
			m.earlier = append(m.earlier, r)
		}
	}
}

// heldBack reports whether an act is held back by a setting.
func (m *matter) heldBack(a act) bool {
	m.rested = m.rested || a != ""
	return heldBack(a, m.held)
}

// inForce reports whether what began on a day under an act is the law that governs.
func (m *matter) inForce(since petition.Date, under act) bool {
	return !m.heldBack(under) && !m.lawDay().Before(since) && (!m.until.Known() || !since.After(m.until))
}

// lawOf returns the law that a waiting period is counted by.
func (m *matter) lawOf(w wait) knownLaw {
	for i := range w {
		m.rested = m.rested || w[i].under != ""
	}
	return knownLaw{m.held, m.until}
}

// lawDay returns the day whose law governs: the day of filing when the petition has
// been filed, and otherwise the day asked about.
func (m *matter) lawDay() petition.Date {
	if m.filed() {
		return m.c.Filing.FiledOn
	}
	return m.asOf
}

// filed reports whether the petition has been filed by the day.
func (m *matter) filed() bool { return m.c.Filing.FiledOn.Known() && !m.c.Filing.FiledOn.After(m.asOf) }

// heardOn returns the day the petition is heard, as early as it can still be: the day
// of the hearing; without one, the day asked about for a petition that is filed. It is
// zero when nothing is filed and no hearing is set.
func (m *matter) heardOn() petition.Date {
	switch h := m.c.Filing.HearingOn; {
	case h.Known():
		return h
	case m.filed():
		return m.asOf
	default:
		return petition.Date{}
	}
}

// decided reports whether the charge's outcome, and the sentence of a conviction, had
// happened by the day.
func (m *matter) decided() bool {
	if m.charge.Outcome == petition.Convicted {
		return !m.charge.Judgment().After(m.asOf)
	}
	return !m.charge.OutcomeDate.After(m.asOf)
}

// ended returns how the charge ended (see [ended]).
func (m *matter) ended() petition.Outcome { return m.record.charges[m.index].ended }

// drunk reports whether the offense as written is driving under the influence.
func (m *matter) drunk() bool { return m.record.charges[m.index].wording.drunk }

// nearness returns what the section and the name of a felony tell of the exclusions.
func (m *matter) nearness() *wording {
	return m.record.charges[m.index].wording.nearness(m.charge.Section, m.charge.Offense)
}

// event returns the label of the matter's event, as labels are compared.
func (m *matter) event() string { return m.record.charges[m.index].event }

// others lists every conviction of the record but the matter's own, as of the day.
func (m *matter) others() []*conviction { return m.otherConvictions }

// earlierRelief lists every earlier relief of the record as of the day, the matter's own charge left out.
func (m *matter) earlierRelief() []*relief { return m.earlier }

// sameEvent answers whether a conviction arose from the matter's own event. Labels
// decide when both have one; otherwise a shared day or cause number leaves it open.
func (m *matter) sameEvent(o *conviction) Truth {
	return m.sameMatter(o.event, o.cause, o.court, o.date, o.sentence)
}

// sameAs answers whether another charge of the file arose from the matter's own event.
func (m *matter) sameAs(index int) Truth {
	ch := &m.c.Charges[index]
	return m.sameMatter(m.record.charges[index].event, ch.CauseNumber, &ch.Court, ch.OutcomeDate, ch.Sentence.Date)
}

func (m *matter) sameMatter(event, cause string, court *petition.Court, judgment, sentence petition.Date) Truth {
	if mine := m.event(); mine != "" && event != "" {
		if mine == event {
			return Yes
		}
		return No
	}
	onDay := func(d petition.Date) bool {
		return d.Known() && (d == m.charge.OutcomeDate || d == m.charge.Sentence.Date)
	}
	sameCause := m.charge.CauseNumber != "" && strings.EqualFold(m.charge.CauseNumber, cause) && !m.charge.Court.Differs(*court)
	if onDay(judgment) || onDay(sentence) || sameCause {
		return Unknown
	}
	return No
}

// undecided lists the other charges of the file of which nobody says how they ended:
// each may be a conviction, a nonadjudication or a charge still open.
func (m *matter) undecided() []fact {
	if m.record.undecided == 0 {
		return nil
	}
	var out []fact
	for i := range m.c.Charges {
		if i != m.index && m.c.Charges[i].Outcome == "" {
			out = append(out, chargeFact(i, "outcome"))
		}
	}
	return out
}

// pending lists the charges still open in any court as of the day, and the facts that
// would tell of others whether they are. A program not completed leaves its charge open,
// and so does a felony that was never disposed of.
func (m *matter) pending() (open, missing []fact) {
	for i := range m.c.Record.PendingCharges {
		open = append(open, fact{list: ofPending, index: int32(i)})
	}
	for i := range m.c.Charges {
		ch := &m.c.Charges[i]
		if i == m.index {
			continue
		}
		unresolved := ch.Outcome == petition.NoDisposition || ch.Outcome == petition.Uncharged
		program := m.record.charges[i].program
		switch {
		case ch.Outcome == "":
			missing = append(missing, chargeFact(i, "outcome"))
		case ch.Outcome == petition.Pending || (ch.OutcomeDate.After(m.asOf) && !ch.OffenseDate.After(m.asOf)):
			open = append(open, chargeFact(i, "outcome"))
		case unresolved && ch.Grade != petition.Misdemeanor && ch.Grade != petition.Traffic:
			open = append(open, chargeFact(i, "outcome"))
		case program && ch.Diversion.Completed == petition.No:
			open = append(open, chargeFact(i, "diversion.completed"))
		case program && ch.Diversion.Completed != petition.Yes:
			missing = append(missing, chargeFact(i, "diversion.completed"))
		}
	}
	return open, missing
}
