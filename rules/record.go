package rules

import (
	"slices"

	"expunge/petition"
)

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

// inUnnamedProgram reports whether a charge was dismissed at or after a program whose
// section is not known.
func inUnnamedProgram(ch *petition.Charge) bool {
	dismissed := ch.Outcome == petition.Dismissed || ch.Outcome == petition.NolleProsequi
	return dismissed && !ch.Diversion.Under.Known() && ch.Diversion != (petition.Diversion{})
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
	undecided   int       // charges of which nobody says how they ended
	wordings    *wordings // of earlier cases; nil keeps none
	convictions []conviction
	reliefs     []relief
}

// count is what more than one rule asks of a charge.
type count struct {
	ended   petition.Outcome
	program bool // it was in a program, whatever became of it, and whether or not its section is known
	event   string
	wording *wording
}

// notCharged is the index of what stands in no charge of the file.
const notCharged = -1

// conviction is a conviction anywhere in the record, as first-offender status, later
// convictions and common events need it.
type conviction struct {
	charge    int // its index, or notCharged
	offense   string
	section   petition.Section
	grade     petition.Grade
	date      petition.Date // of the judgment
	sentence  petition.Date // when later
	elsehow   bool          // decided outside the state courts of Mississippi
	shaken    bool          // an appeal has not left it standing, or it is someone else's
	drunk     bool          // the offense as written is driving under the influence
	wording   *wording      // of a charge's
	ordinance bool          // it was under a city's ordinance
	event     string        // as labels are compared
	cause     string
	court     *petition.Court
	datePath  fact
	path      fact
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
	var own []wording
	if r.wordings == nil {
		own = make([]wording, len(c.Charges))
	}
	for i := range c.Charges {
		ch := &c.Charges[i]
		end := ended(ch)
		var w *wording
		if r.wordings != nil {
			w = r.wordings.of(ch.Section, ch.Offense)
		} else {
			w = &own[i]
			w.drunk = drunk(ch.Offense)
		}
		r.charges = append(r.charges, count{end, diverted(end) || inUnnamedProgram(ch), eventKey(ch.Event), w})
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
			drunk:  r.charges[i].wording.drunk, wording: r.charges[i].wording, ordinance: ch.Ordinance != "", event: r.charges[i].event, cause: ch.CauseNumber, court: &ch.Court,
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
		r.reliefs = append(r.reliefs, relief{
			charge: notCharged, kind: e.Kind, of: e.Of, section: e.Section, date: e.Date, event: eventKey(e.Event), path: fact{list: ofRelief, index: int32(i)},
		})
	}
	for i := range c.Charges {
		ch := &c.Charges[i]
		if kind := reliefByProgram(r.charges[i].ended); kind != "" || inUnnamedProgram(ch) {
			r.reliefs = append(r.reliefs, relief{
				charge: i, kind: kind, section: ch.Diversion.Under, date: ch.OutcomeDate, event: r.charges[i].event,
				path: chargeFact(i, ""),
			})
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

// isOf answers whether the relief is of a program's kind. The section of an expunction
// tells what came before it: what was nonadjudicated is expunged under the same section.
// Where the kind is not stated, a section of that program leaves it open.
func (r *relief) isOf(kind petition.ReliefKind) Truth {
	byProgram := reliefByProgram(diversions[r.section.Base()]) == kind
	switch {
	case r.kind == kind || (r.kind == petition.ReliefExpunction && byProgram):
		return Yes
	case r.kind == petition.ReliefExpunction && !r.section.Known():
		return Unknown
	case r.kind == "" && (byProgram || !r.section.Known() || r.unrecognized()):
		return Unknown
	default:
		return No
	}
}

// fact names a field of the relief. Of one that stands among the charges, the section of
// the program tells everything but the day.
func (r *relief) fact(field string) fact {
	switch {
	case r.charge == notCharged:
		return r.path.Join(field)
	case field == "date":
		return r.path.Join("outcome_date")
	default:
		return r.path.Join("diversion.under")
	}
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
