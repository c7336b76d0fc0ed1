package rules

import (
	"fmt"

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
	if filed := m.c.Filing.FiledOn; filed.Known() && !filed.After(m.asOf) {
		return filed
	}
	return m.asOf
}

// heardOn returns the day a filed petition is heard, as early as it can still be: the
// hearing day, or the day asked about when none is set. It is zero when nothing is filed.
func (m matter) heardOn() petition.Date {
	if m.lawDay() == m.asOf && m.c.Filing.FiledOn != m.asOf {
		return petition.Date{}
	}
	if h := m.c.Filing.HearingOn; h.Known() {
		return h
	}
	return m.asOf
}

// decided reports whether the charge's outcome had happened by the day.
func (m matter) decided() bool { return !m.charge.OutcomeDate.After(m.asOf) }

// conviction is a conviction anywhere in the record, as first-offender status, later
// convictions and common events need it.
type conviction struct {
	offense  string
	section  petition.Section
	grade    petition.Grade
	date     petition.Date
	elsehow  bool // decided outside the state courts of Mississippi
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
			elsehow: ch.Court.IsMississippi() == petition.No, event: ch.Event, cause: ch.CauseNumber, court: ch.Court,
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
	if m.charge.Event != "" && o.event != "" {
		if m.charge.Event == o.event {
			return Yes
		}
		return No
	}
	sameDay := o.date.Known() && (o.date == m.charge.OutcomeDate || o.date == m.charge.Sentence.Date)
	sameCause := m.charge.CauseNumber != "" && m.charge.CauseNumber == o.cause && m.charge.Court == o.court
	if sameDay || sameCause {
		return Unknown
	}
	return No
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
	}
	for i, ch := range m.c.Charges {
		kind, ok := kinds[ch.Outcome]
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

// pending lists the charges still open in any court as of the day.
func (m matter) pending() []petition.Path {
	var out []petition.Path
	for i := range m.c.Record.PendingCharges {
		out = append(out, petition.Path(fmt.Sprintf("record.pending_charges[%d]", i)))
	}
	for i, ch := range m.c.Charges {
		if i == m.index {
			continue
		}
		if ch.Outcome == petition.Pending || (ch.Outcome != "" && ch.OutcomeDate.After(m.asOf) && !ch.OffenseDate.After(m.asOf)) {
			out = append(out, petition.ChargePath(i, "outcome"))
		}
	}
	return out
}
