package rules

import (
	"slices"
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
	aloud  bool // reasons are wanted
	rested bool // what is held back bore on the reading in hand
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

// heldFor returns what is held back, for a waiting period to be counted without it.
func (m *matter) heldFor(w wait) []string {
	for i := range w {
		m.rested = m.rested || w[i].under != ""
	}
	return m.held
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
func (m *matter) drunk() bool { return m.record.charges[m.index].drunk }

// event returns the label of the matter's event, as labels are compared.
func (m *matter) event() string { return m.record.charges[m.index].event }

// diversions are the sections of the programs that end a charge without a conviction.
var diversions = map[string]petition.Outcome{
	"99-15-26": petition.Nonadjudicated, "99-15-57": petition.Nonadjudicated, "63-11-30": petition.Nonadjudicated,
	"99-15-123": petition.PretrialIntervention, "41-29-150": petition.ConditionalDischarge,
	"9-23-23": petition.InterventionCourt, "9-25-1": petition.VeteransCourt, "9-27-19": petition.MentalHealthCourt,
	"63-9-11": petition.TrafficSchool,
}

// ended returns how a charge ended. A dismissal at the end of a program is what the
// program's own section makes of it.
func ended(ch *petition.Charge) petition.Outcome {
	if ch.Outcome == petition.Dismissed || ch.Outcome == petition.NolleProsequi {
		if program, ok := diversions[ch.Diversion.Under.Base()]; ok {
			return program
		}
	}
	return ch.Outcome
}

// diverted reports whether a charge that ended so was in a program, whatever became of it.
func diverted(ended petition.Outcome) bool {
	switch ended {
	case petition.Nonadjudicated, petition.ConditionalDischarge, petition.PretrialIntervention,
		petition.InterventionCourt, petition.VeteransCourt, petition.MentalHealthCourt:
		return true
	default:
		return false
	}
}

// record is what a whole file holds, read once for all of its charges.
type record struct {
	charges     []count
	undecided   int // charges of which nobody says how they ended
	convictions []conviction
	reliefs     []relief
}

// count is what more than one rule asks of a charge.
type count struct {
	ended petition.Outcome
	event string
	drunk bool
}

// notCharged is the index of what stands in no charge of the file.
const notCharged = -1

// conviction is a conviction anywhere in the record, as first-offender status, later
// convictions and common events need it.
type conviction struct {
	charge   int // its index, or notCharged
	offense  string
	section  petition.Section
	grade    petition.Grade
	date     petition.Date // of the judgment
	sentence petition.Date // when later
	elsehow  bool          // decided outside the state courts of Mississippi
	shaken   bool          // an appeal has not left it standing, or it is someone else's
	drunk    bool          // the offense as written is driving under the influence
	event    string        // as labels are compared
	cause    string
	court    *petition.Court
	datePath fact
	path     fact
}

// relief is an earlier relief, whether listed as such or standing among the charges
// as a diversion that was completed.
type relief struct {
	charge  int // its index, or notCharged
	kind    petition.ReliefKind
	of      petition.ReliefOf
	section petition.Section
	date    petition.Date
	event   string // as labels are compared
	path    fact
}

// read fills the record in from a case.
func (r *record) read(c *petition.Case) {
	r.charges, r.convictions, r.reliefs, r.undecided = r.charges[:0], r.convictions[:0], r.reliefs[:0], 0
	r.charges = slices.Grow(r.charges, len(c.Charges))
	for i := range c.Charges {
		ch := &c.Charges[i]
		r.charges = append(r.charges, count{ended(ch), eventKey(ch.Event), drunk(ch.Offense)})
		if ch.Outcome == "" {
			r.undecided++
		}
	}
	r.readConvictions(c)
	r.readReliefs(c)
}

// eventKey is [petition.EventKey], without work for the labels that are most common:
// none, and one letter.
func eventKey(label string) string {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	switch {
	case label == "":
		return ""
	case len(label) == 1 && 'A' <= label[0] && label[0] <= 'Z':
		return letters[label[0]-'A':][:1]
	default:
		return petition.EventKey(label)
	}
}

func (r *record) readConvictions(c *petition.Case) {
	r.convictions = slices.Grow(r.convictions, len(c.Charges)+len(c.Record.OtherConvictions))
	for i := range c.Charges {
		ch := &c.Charges[i]
		if ch.Outcome != petition.Convicted {
			continue
		}
		r.convictions = append(r.convictions, conviction{
			charge: i, offense: ch.Offense, section: ch.Section, grade: ch.Grade, date: ch.OutcomeDate,
			sentence: ch.Sentence.Date, elsehow: ch.Court.IsMississippi() == petition.No,
			shaken: ch.Appeal.Outcome == petition.AppealReversed || ch.Appeal.Outcome == petition.AppealPending || ch.IdentityTheft == petition.Yes,
			drunk:  r.charges[i].drunk, event: r.charges[i].event, cause: ch.CauseNumber, court: &ch.Court,
			datePath: chargeFact(i, "outcome_date"), path: chargeFact(i, ""),
		})
	}
	for i := range c.Record.OtherConvictions {
		o, at := &c.Record.OtherConvictions[i], fact{list: ofConvictions, index: int32(i)}
		r.convictions = append(r.convictions, conviction{
			charge: notCharged, offense: o.Offense, section: o.Section, grade: o.Grade, date: o.Date,
			elsehow: (o.State != "" && o.State != "MS") || o.Court.IsMississippi() == petition.No,
			drunk:   drunk(o.Offense), event: eventKey(o.Event), court: &o.Court, datePath: at.Join("date"), path: at,
		})
	}
}

func (r *record) readReliefs(c *petition.Case) {
	for i := range c.Record.EarlierRelief {
		e := &c.Record.EarlierRelief[i]
		r.reliefs = append(r.reliefs, relief{notCharged, e.Kind, e.Of, e.Section, e.Date, eventKey(e.Event), fact{list: ofRelief, index: int32(i)}})
	}
	for i := range c.Charges {
		ch := &c.Charges[i]
		if kind := reliefByProgram(r.charges[i].ended); kind != "" {
			r.reliefs = append(r.reliefs, relief{charge: i, kind: kind, section: ch.Diversion.Under, date: ch.OutcomeDate, event: r.charges[i].event, path: chargeFact(i, "")})
		}
	}
}

// reliefByProgram returns the relief that a charge which ended so counts as later, or
// the empty string. Section 9-23-5 counts veterans and mental health courts among the
// intervention courts.
func reliefByProgram(ended petition.Outcome) petition.ReliefKind {
	switch ended {
	case petition.Nonadjudicated:
		return petition.ReliefNonadjudication
	case petition.ConditionalDischarge:
		return petition.ReliefConditionalDischarge
	case petition.PretrialIntervention:
		return petition.ReliefPretrialIntervention
	case petition.InterventionCourt, petition.VeteransCourt, petition.MentalHealthCourt:
		return petition.ReliefInterventionCourt
	default:
		return ""
	}
}

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

// reliefSections are the sections an earlier relief can have been given under. A relief
// under any other is for a lawyer.
var reliefSections = []string{
	"99-19-71", "99-15-26", "99-15-57", "99-15-59", "99-15-123",
	"41-29-150", "41-29-139", "63-11-30", "63-9-11", "67-3-70",
	"21-23-7", "9-11-15", "9-23-23", "9-25-1", "9-27-19",
	"97-3-54.6", "97-45-27", "43-21-159", "43-21-263", "43-21-265",
}

// unrecognized reports whether a relief names a section that gives none.
func (r *relief) unrecognized() bool {
	return r.section.Known() && !slices.Contains(reliefSections, r.section.Base())
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
		program := diverted(m.record.charges[i].ended)
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
