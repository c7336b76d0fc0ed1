package rules

import (
	"strings"

	"expunge/petition"
)

// firstOffender asks whether the person is a first offender. Section 99-19-71 does not
// define the word. A known earlier Mississippi misdemeanor, nonadjudication or
// expunged conviction defeats it (section 45-27-21); a felony, an out-of-state, a DUI, a
// later or a same-event conviction leaves it unsettled; a traffic ticket does not count.
func firstOffender(m *matter) reading {
	var open []fact
	var doubt string
	var doubted fact
	weigh := func(t Truth, why string, at, lacking fact) (reading, bool) {
		switch {
		case t == No:
			return m.no(why, at), true
		case lacking != fact{}:
			open = append(open, lacking)
		case why != "" && doubt == "":
			doubt, doubted = why, at
		}
		return reading{}, false
	}
	for _, o := range m.others() {
		t, why, lacking := priorConviction(m, o)
		if r, done := weigh(t, why, o.path, lacking); done {
			return r
		}
	}
	for _, e := range m.earlierRelief() {
		t, why, lacking := priorRelief(m, e)
		if r, done := weigh(t, why, e.path, lacking); done {
			return r
		}
	}
	open = append(open, m.undecided()...)
	if m.c.Record.Complete != petition.Yes {
		open = append(open, inFile("record.complete"))
	}
	switch {
	case len(open) > 0:
		return m.missing("first-offender status depends on the whole record, and part of it is not known", open...)
	case doubt != "":
		return m.doubtful(doubt, doubted)
	default:
		return m.yes("the record shows no other conviction, nonadjudication or expunged conviction that counts", inFile("record.complete"), inFile("record.other_convictions"), inFile("record.earlier_relief"))
	}
}

// priorConviction weighs another conviction: No when it defeats first-offender status;
// Yes when it does not count; Unknown with the reason or the fact that is lacking.
func priorConviction(m *matter, o *conviction) (t Truth, why string, lacking fact) {
	switch same := m.sameEvent(o); {
	case o.grade == petition.Traffic && o.nameless():
		return Unknown, "", o.path.Join("offense")
	case o.grade == petition.Traffic && !o.drunk:
		return Yes, "", fact{}
	case o.shaken:
		return Unknown, "Another conviction is on appeal, was reversed, or may be someone else's, and whether it counts is for a lawyer.", fact{}
	case same != No:
		return Unknown, "Another conviction came of the same event or day. Practitioners differ on whether a first offender may expunge several misdemeanors of one incident; the definition of common events in (2)(a) uses words that (1) does not.", fact{}
	case o.elsehow:
		return Unknown, "There is a conviction outside the state courts of Mississippi, and its effect on first-offender status is unsettled.", fact{}
	case o.grade == petition.Felony:
		return Unknown, "There is a felony conviction on the record, and its effect on first-offender status under (1) is unsettled.", fact{}
	case !o.section.Readable() && onTheRoad(o.offense):
		return Unknown, "", o.path.Join("section")
	case strings.HasPrefix(o.section.Base(), "63-"):
		return Unknown, "There is a conviction under the traffic laws, Title 63, and its effect on first-offender status is unsettled.", fact{}
	case o.grade == "":
		return Unknown, "", o.path.Join("grade")
	case !o.date.Known():
		return Unknown, "", o.datePath
	case !m.charge.OutcomeDate.Known():
		return Unknown, "", m.path("outcome_date")
	case o.date.Before(m.charge.OutcomeDate):
		return No, "there is an earlier misdemeanor conviction", fact{}
	default:
		return Unknown, "A later conviction is on the record. The statute says “is a first offender”, in the present tense; some read it to ask for no conviction since.", fact{}
	}
}

// priorRelief weighs an earlier relief in the same way.
func priorRelief(m *matter, e *relief) (t Truth, why string, lacking fact) {
	sub := e.section.Subsections()
	noConviction := e.of == petition.OfNonconviction || nonconvictionRelief(e.section)
	unsaid := e.of == "" && sub == "" && (!e.section.Known() || e.section.Base() == "99-19-71" || e.section.Base() == "21-23-7")
	switch {
	case e.unrecognized():
		return Unknown, "An earlier relief names a section that this program does not know as one that gives relief.", fact{}
	case e.kind == petition.ReliefTrafficSchool || e.of == petition.OfTraffic:
		return Yes, "", fact{}
	case e.kind == "":
		return Unknown, "", e.fact("kind")
	case e.of == petition.OfDUI || e.section.Base() == "63-11-30":
		return Unknown, "A DUI was expunged or nonadjudicated before. It is a matter under Title 63, as one that was not expunged is, and its effect on first-offender status is unsettled.", fact{}
	case e.kind == petition.ReliefExpunction && noConviction:
		return Yes, "", fact{}
	case e.kind == petition.ReliefExpunction && unsaid:
		return Unknown, "", e.fact("of")
	case e.kind != petition.ReliefExpunction && e.kind != petition.ReliefNonadjudication:
		return Unknown, "There was an earlier discharge or intervention, and whether it counts against first-offender status is unsettled (section 45-27-21 speaks of expunged and nonadjudicated convictions).", fact{}
	case !e.date.Known():
		return Unknown, "", e.fact("date")
	case !m.charge.OutcomeDate.Known():
		return Unknown, "", m.path("outcome_date")
	case m.event() != "" && m.event() == e.event:
		return Unknown, "Relief was given before for the same event, and its effect on first-offender status is unsettled.", fact{}
	case e.date.After(m.charge.OutcomeDate):
		return Unknown, "Relief was given after this conviction. The statute says “is a first offender”, in the present tense; its effect is unsettled.", fact{}
	default:
		return No, "an earlier expunged or nonadjudicated case counts under section 45-27-21", fact{}
	}
}

// nonconvictionRelief reports whether a section expunges what was no conviction.
func nonconvictionRelief(s petition.Section) bool {
	return anyWithin(s, nonconvictionSections)
}

var nonconvictionSections = code("99-19-71(4)", "99-15-59", "21-23-7(13)", "43-21-159", "97-45-27")
