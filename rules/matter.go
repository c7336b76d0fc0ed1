package rules

import (
	"fmt"
	"slices"
	"strings"

	"expunge/petition"
)

// matter is one charge of a case, looked at on a day. What is dated after the day has
// not happened yet.
type matter struct {
	c      petition.Case
	index  int
	charge petition.Charge
	asOf   petition.Date
	held   []string
}

// path returns the path of a field of the charge.
func (m matter) path(field string) petition.Path { return petition.ChargePath(m.index, field) }

// lawDay returns the day whose law governs: the day of filing when the petition has
// been filed, and otherwise the day asked about.
func (m matter) lawDay() petition.Date {
	if m.filed() {
		return m.c.Filing.FiledOn
	}
	return m.asOf
}

// filed reports whether the petition has been filed by the day.
func (m matter) filed() bool { return m.c.Filing.FiledOn.Known() && !m.c.Filing.FiledOn.After(m.asOf) }

// heardOn returns the day the petition is heard, as early as it can still be: the day
// of the hearing; without one, the day asked about for a petition that is filed. It is
// zero when nothing is filed and no hearing is set.
func (m matter) heardOn() petition.Date {
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
func (m matter) decided() bool {
	if m.charge.Outcome == petition.Convicted {
		return !m.charge.Judgment().After(m.asOf)
	}
	return !m.charge.OutcomeDate.After(m.asOf)
}

// diversions are the sections of the programs that end a charge without a conviction.
var diversions = map[string]petition.Outcome{
	"99-15-26": petition.Nonadjudicated, "99-15-57": petition.Nonadjudicated, "63-11-30": petition.Nonadjudicated,
	"99-15-123": petition.PretrialIntervention, "41-29-150": petition.ConditionalDischarge,
	"9-23-23": petition.InterventionCourt, "9-25-1": petition.VeteransCourt, "9-27-19": petition.MentalHealthCourt,
	"63-9-11": petition.TrafficSchool,
}

// ended returns how a charge ended. A dismissal at the end of a program is what the
// program's own section makes of it.
func ended(ch petition.Charge) petition.Outcome {
	if ch.Outcome == petition.Dismissed || ch.Outcome == petition.NolleProsequi {
		if program, ok := diversions[ch.Diversion.Under.Base()]; ok {
			return program
		}
	}
	return ch.Outcome
}

// diverted reports whether a charge was in a program, whatever became of it.
func diverted(ch petition.Charge) bool {
	switch ended(ch) {
	case petition.Nonadjudicated, petition.ConditionalDischarge, petition.PretrialIntervention,
		petition.InterventionCourt, petition.VeteransCourt, petition.MentalHealthCourt:
		return true
	default:
		return false
	}
}

// conviction is a conviction anywhere in the record, as first-offender status, later
// convictions and common events need it.
type conviction struct {
	offense  string
	section  petition.Section
	grade    petition.Grade
	date     petition.Date // of the judgment
	sentence petition.Date // when later
	elsehow  bool          // decided outside the state courts of Mississippi
	shaken   bool          // an appeal has not left it standing, or it is someone else's
	event    string
	cause    string
	court    petition.Court
	datePath petition.Path
	path     petition.Path
}

// others lists every conviction of the record but the matter's own, as of the day.
func (m matter) others() []conviction {
	var out []conviction
	for i, ch := range m.c.Charges {
		if i == m.index || ch.Outcome != petition.Convicted || ch.OutcomeDate.After(m.asOf) {
			continue
		}
		out = append(out, conviction{
			offense: ch.Offense, section: ch.Section, grade: ch.Grade, date: ch.OutcomeDate,
			sentence: ch.Sentence.Date, elsehow: ch.Court.IsMississippi() == petition.No,
			shaken: ch.Appeal.Outcome == petition.AppealReversed || ch.Appeal.Outcome == petition.AppealPending || ch.IdentityTheft == petition.Yes,
			event:  ch.Event, cause: ch.CauseNumber, court: ch.Court,
			datePath: petition.ChargePath(i, "outcome_date"), path: petition.ChargePath(i, ""),
		})
	}
	for i, o := range m.c.Record.OtherConvictions {
		if o.Date.After(m.asOf) {
			continue
		}
		at := petition.Path(fmt.Sprintf("record.other_convictions[%d]", i))
		out = append(out, conviction{
			offense: o.Offense, section: o.Section, grade: o.Grade, date: o.Date,
			elsehow: (o.State != "" && o.State != "MS") || o.Court.IsMississippi() == petition.No,
			event:   o.Event, court: o.Court, datePath: at.Join("date"), path: at,
		})
	}
	return out
}

// sameEvent answers whether a conviction arose from the matter's own event. Labels
// decide when both have one; otherwise a shared day or cause number leaves it open.
func (m matter) sameEvent(o conviction) Truth {
	return m.sameMatter(o.event, o.cause, o.court, o.date, o.sentence)
}

// sameAs answers whether another charge of the file arose from the matter's own event.
func (m matter) sameAs(ch petition.Charge) Truth {
	return m.sameMatter(ch.Event, ch.CauseNumber, ch.Court, ch.OutcomeDate, ch.Sentence.Date)
}

func (m matter) sameMatter(event, cause string, court petition.Court, days ...petition.Date) Truth {
	mine, other := petition.EventKey(m.charge.Event), petition.EventKey(event)
	if mine != "" && other != "" {
		if mine == other {
			return Yes
		}
		return No
	}
	sameDay := slices.ContainsFunc(days, func(d petition.Date) bool {
		return d.Known() && (d == m.charge.OutcomeDate || d == m.charge.Sentence.Date)
	})
	sameCause := m.charge.CauseNumber != "" && strings.EqualFold(m.charge.CauseNumber, cause) && !m.charge.Court.Differs(court)
	if sameDay || sameCause {
		return Unknown
	}
	return No
}

// undecided lists the other charges of the file of which nobody says how they ended:
// each may be a conviction, a nonadjudication or a charge still open.
func (m matter) undecided() []petition.Path {
	var out []petition.Path
	for i, ch := range m.c.Charges {
		if i != m.index && ch.Outcome == "" {
			out = append(out, petition.ChargePath(i, "outcome"))
		}
	}
	return out
}

// relief is an earlier relief, whether listed as such or standing among the charges
// as a diversion that was completed.
type relief struct {
	kind    petition.ReliefKind
	of      petition.ReliefOf
	section petition.Section
	date    petition.Date
	event   string
	path    petition.Path
}

// earlierRelief lists every earlier relief of the record as of the day, the matter's own charge left out.
func (m matter) earlierRelief() []relief {
	var out []relief
	for i, r := range m.c.Record.EarlierRelief {
		if !r.Date.After(m.asOf) {
			out = append(out, relief{r.Kind, r.Of, r.Section, r.Date, r.Event, petition.Path(fmt.Sprintf("record.earlier_relief[%d]", i))})
		}
	}
	kinds := map[petition.Outcome]petition.ReliefKind{
		petition.Nonadjudicated:       petition.ReliefNonadjudication,
		petition.ConditionalDischarge: petition.ReliefConditionalDischarge,
		petition.PretrialIntervention: petition.ReliefPretrialIntervention,
		petition.InterventionCourt:    petition.ReliefInterventionCourt,
		petition.VeteransCourt:        petition.ReliefInterventionCourt, // section 9-23-5 counts both among
		petition.MentalHealthCourt:    petition.ReliefInterventionCourt, // the intervention courts
	}
	for i, ch := range m.c.Charges {
		kind, ok := kinds[ended(ch)]
		if i == m.index || !ok || ch.OutcomeDate.After(m.asOf) {
			continue
		}
		out = append(out, relief{kind: kind, section: ch.Diversion.Under, date: ch.OutcomeDate, event: ch.Event, path: petition.ChargePath(i, "")})
	}
	return out
}

// reliefSections are the sections an earlier relief can have been given under. A relief
// under any other is for a lawyer.
var reliefSections = map[string]bool{
	"99-19-71": true, "99-15-26": true, "99-15-57": true, "99-15-59": true, "99-15-123": true,
	"41-29-150": true, "41-29-139": true, "63-11-30": true, "63-9-11": true, "67-3-70": true,
	"21-23-7": true, "9-11-15": true, "9-23-23": true, "9-25-1": true, "9-27-19": true,
	"97-3-54.6": true, "97-45-27": true, "43-21-159": true, "43-21-263": true, "43-21-265": true,
}

// unrecognized reports whether a relief names a section that gives none.
func (r relief) unrecognized() bool {
	return r.section.Known() && !reliefSections[r.section.Base()]
}

// pending lists the charges still open in any court as of the day, and the facts that
// would tell of others whether they are. A program not completed leaves its charge open,
// and so does a felony that was never disposed of.
func (m matter) pending() (open, missing []petition.Path) {
	for i := range m.c.Record.PendingCharges {
		open = append(open, petition.Path(fmt.Sprintf("record.pending_charges[%d]", i)))
	}
	for i, ch := range m.c.Charges {
		if i == m.index {
			continue
		}
		unresolved := ch.Outcome == petition.NoDisposition || ch.Outcome == petition.Uncharged
		switch {
		case ch.Outcome == "":
			missing = append(missing, petition.ChargePath(i, "outcome"))
		case ch.Outcome == petition.Pending || (ch.OutcomeDate.After(m.asOf) && !ch.OffenseDate.After(m.asOf)):
			open = append(open, petition.ChargePath(i, "outcome"))
		case unresolved && ch.Grade != petition.Misdemeanor && ch.Grade != petition.Traffic:
			open = append(open, petition.ChargePath(i, "outcome"))
		case diverted(ch) && ch.Diversion.Completed == petition.No:
			open = append(open, petition.ChargePath(i, "diversion.completed"))
		case diverted(ch) && ch.Diversion.Completed != petition.Yes:
			missing = append(missing, petition.ChargePath(i, "diversion.completed"))
		}
	}
	return open, missing
}
