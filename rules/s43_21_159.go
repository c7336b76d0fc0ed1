package rules

import (
	"time"

	"expunge/petition"
)

// Youth court: section 43-21-159(1) and (4), and the sealing and destruction of
// 43-21-263 and 43-21-265. See s43_21_159.md.

func youthCourt() []Provision {
	return []Provision{youthDismissed(), youthSealing()}
}

func youthDismissed() Provision {
	return Provision{
		Pathway: YouthDismissed, Title: "expunction of a youth court case that ended without an adjudication", Relief: Mandatory,
		Since: petition.NewDate(2000, time.July, 1), Sources: []Source{code2020},
		Concerns: All("youth.concerns", "43-21-159(1)", "a youth court case that was not adjudicated",
			Ask("youth.court", "43-21-159(1)", "the case was in youth court", inYouthCourt),
			Unless("youth.not-adjudicated", "43-21-159(1)", "the child was not adjudicated delinquent", Ask("youth.adjudicated", "43-21-159(1)", "the child was adjudicated delinquent", youthAdjudicated))),
		When: All("youth", "43-21-159(1)", "upon petition the youth court “shall expunge” the record",
			Ask("youth.ended", "43-21-159(1)", "the case was dismissed, the charges were dropped, there was no disposition, or the child was found not delinquent", youthEnded),
			Ask("youth.circuit", "43-21-159(4)", "no charge is pending, and no conviction was had, for a crime in circuit court's original jurisdiction", noCircuitCrime),
			Ask("youth.open", "43-21-159(1)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Ask("youth.law", "43-21-159(1)", "one version of the law governs the filing and the hearing", oneLaw(petition.NewDate(2000, time.July, 1)))),
	}
}

func youthSealing() Provision {
	return Provision{
		Pathway: YouthSealing, Title: "sealing of a youth court adjudication", Relief: Discretionary,
		Since: petition.NewDate(2000, time.July, 1), Sources: []Source{code2020},
		Concerns: All("sealing.concerns", "43-21-263", "a youth court adjudication",
			Ask("sealing.court", "43-21-263", "the case was in youth court", inYouthCourt),
			Ask("sealing.adjudicated", "43-21-263", "the child was adjudicated delinquent", youthAdjudicated)),
		When: All("sealing", "43-21-263", "the youth court may seal the record, or order its destruction under 43-21-265",
			Ask("sealing.choice", "43-21-263", "no lawyer is needed to choose between them", unsettled("An adjudication is not expunged. The youth court may seal it (43-21-263) or order it destroyed (43-21-265); both are in its discretion and a lawyer should choose."))),
	}
}

func inYouthCourt(m *matter) reading {
	return m.when(m.charge.Court.Level == petition.Youth && m.charge.Court.IsMississippi() == petition.Yes, "the case was in youth court", m.path("court.level"))
}

func youthAdjudicated(m *matter) reading {
	return m.when(m.charge.Outcome == petition.AdjudicatedDelinquent, "the child was adjudicated delinquent", m.path("outcome"))
}

// youthEnded reads the endings of (1); "not delinquent" came in with the act of 2019.
func youthEnded(m *matter) reading {
	path := m.path("outcome")
	switch m.charge.Outcome {
	case petition.NotDelinquent:
		if m.lawDay().Before(petition.NewDate(2019, time.July, 1)) {
			return m.doubtful("A finding of not delinquent was not named until 2019.", path)
		}
		return endedByDay(m)
	case petition.Dismissed, petition.NolleProsequi, petition.NoDisposition, petition.RetiredToFile:
		return endedByDay(m)
	case petition.Pending:
		return m.notYet(petition.Date{}, "the case is still open", path)
	case "":
		return m.missing("how the case ended is not known", path)
	default:
		return m.doubtful("Section 43-21-159(1) does not speak of a youth court case that ended in this way.", path)
	}
}

// triedIn returns the grade of a charge that is or may be open, and the court that has it.
func (m *matter) triedIn(f fact) (petition.Grade, petition.Level) {
	if f.list == ofPending {
		p := &m.c.Record.PendingCharges[f.index]
		return p.Grade, p.Court.Level
	}
	ch := &m.c.Charges[f.index]
	return ch.Grade, ch.Court.Level
}

// noCircuitCrime is subsection (4): it does not help a person with a charge pending in,
// or a conviction of, a crime of the circuit court's original jurisdiction.
func noCircuitCrime(m *matter) reading {
	unsure := m.undecided()
	for _, o := range m.others() {
		switch {
		case o.grade == petition.Felony && !o.elsehow, o.court.Level == petition.Circuit:
			return m.no("there is a conviction of a crime in circuit court's original jurisdiction", o.path)
		case o.grade == "":
			unsure = append(unsure, o.path.Join("grade"))
		case o.court.Level == "" && !o.elsehow:
			unsure = append(unsure, o.path.Join("court.level"))
		}
	}
	pending, untold := m.pending()
	for _, f := range pending {
		switch grade, level := m.triedIn(f); {
		case grade == petition.Felony || level == petition.Circuit || (grade == "" && f.list == ofPending):
			return m.notYet(petition.Date{}, "a charge is pending that circuit court tries", f)
		case grade == "":
			unsure = append(unsure, f.Join("grade"))
		case level == "":
			unsure = append(unsure, f.Join("court.level"))
		}
	}
	for _, f := range untold { // a program of which nobody says that it was completed
		if grade, level := m.triedIn(f); grade == petition.Felony || grade == "" || level == petition.Circuit || level == "" {
			unsure = append(unsure, f)
		}
	}
	if m.c.Record.Complete != petition.Yes {
		unsure = append(unsure, inFile("record.complete"))
	}
	if len(unsure) > 0 {
		return m.missing("whether a circuit court charge or conviction exists is known only when the whole record is in the file", unsure...)
	}
	return m.yes("the record shows no such charge or conviction", inFile("record.complete"), inFile("record.other_convictions"), inFile("record.pending_charges"))
}
