package rules

import (
	"strings"
	"time"

	"expunge/petition"
)

// Section 97-3-54.6(6): relief for survivors of human trafficking, new on 1 July 2026,
// and section 97-45-27, records entered through identity theft. See s97_3_54_6.md.

var (
	survivorAct  = Source{"Laws 2026 ch. 430 (House Bill 1546), enrolled text not read; 2026 Senate Bill 2336, as introduced, was", "http://billstatus.ls.state.ms.us/documents/2026/html/SB/2300-2399/SB2336IN.htm", "2026-11-23", MediumHigh}
	identityText = Source{"Sections 97-45-27 and 97-45-29; the text of 97-45-27 was not read", "https://legalfix.com/statutes/state-codes/mississippi/title-97/chapter-45/section-97-45-29", "2026-11-23", Low}
	survivorsOn  = petition.NewDate(2026, time.July, 1)
)

func survivors() Provision {
	return Provision{
		Pathway: Survivor, Title: "expunction for a survivor of human trafficking", Relief: Discretionary,
		Since: survivorsOn, Sources: []Source{survivorAct},
		Concerns: All("survivor.concerns", "97-3-54.6(6)", "a conviction in a Mississippi court of a person who was trafficked",
			EndedIn("survivor.convicted", "97-3-54.6(6)", "the charge ended in a conviction", petition.Convicted),
			Ask("survivor.stated", "97-3-54.6(6)", "the record says, or leaves open, that the offense was committed while, and because, trafficked", concernsSurvivor),
			Ask("survivor.court", "97-3-54.6(6)", "the conviction was had in a court of the state", trialCourt)),
		When: All("survivor", "97-3-54.6(6)", "the sentencing court may expunge a conviction that was a direct result of being trafficked",
			Ask("survivor.decided", "97-3-54.6(6)", "the judgment has been entered and stands", whileInForce(Yes, judgmentStands)),
			Ask("survivor.since", "97-3-54.6(6)", "the subsection is in force", survivorsInForce),
			Ask("survivor.result", "97-3-54.6(6)", "the offense was committed while, and because, trafficked", survivorResult),
			Unless("survivor.not-violence", "97-3-54.6(6)", "the conviction is not of a crime of violence", Ask("survivor.violence", "97-3-2", "a felony that is a crime of violence as provided in 97-3-2", whileInForce(No, survivorViolence))),
			Ask("survivor.open", "97-3-54.6(6)", "no fact that could open another route is marked unknown", nothingLeftOpen),
			Reserve("survivor.proof", "97-3-54.6(6)", "the court finds it by a preponderance of the evidence; agency documentation creates a presumption")),
	}
}

// survivorVacatur is subsection (5): a conviction under the trafficking act itself can
// be vacated.
func survivorVacatur() Provision {
	return Provision{
		Pathway: SurvivorVacatur, Title: "vacating a survivor's conviction under the trafficking act", Relief: Discretionary,
		Since: petition.NewDate(2013, time.July, 1), Sources: []Source{{"Section 97-3-54.6(5), secondary reader", "https://jysi.org/states/mississippi", "2026-11-23", Medium}},
		Concerns: All("vacatur.concerns", "97-3-54.6(5)", "a survivor's conviction under the trafficking act in a Mississippi court",
			Ask("vacatur.stated", "97-3-54.6(5)", "the record says, or leaves open, that the offense was committed while, and because, trafficked", concernsSurvivor),
			Ask("vacatur.act", "97-3-54.6(5)", "the conviction is under the trafficking act", func(m *matter) reading {
				return m.when(strings.HasPrefix(m.charge.Section.Base(), "97-3-54"), m.say("the conviction is under ", m.charge.Section), m.path("section"))
			})),
		When: Ask("vacatur", "97-3-54.6(5)", "the court may vacate it at any time", unsettled("Vacating a conviction is another petition than expunging it, and a lawyer should draft it.")),
	}
}

func survivorsInForce(m *matter) reading {
	if m.heldBack(chapter430) {
		return m.doubtful("Laws 2026 ch. 430, which made the subsection, is held back by a setting.", inFile("filing.filed_on"))
	}
	return inForceSince(survivorsOn, "Laws 2026 ch. 430")(m)
}

// whileInForce asks a question of the subsection only where the act that made it is not
// held back: a route that is put aside lacks no facts.
func whileInForce(otherwise Truth, read func(*matter) reading) func(*matter) reading {
	return func(m *matter) reading {
		if m.heldBack(chapter430) {
			return reading{answer: otherwise}
		}
		return read(m)
	}
}

func survivorResult(m *matter) reading {
	path := m.path("trafficking_survivor")
	if m.charge.TraffickingSurvivor == petition.Yes {
		return m.yes("the record says so", path)
	}
	return m.doubtful("It is marked unknown whether the offense was committed while, and because, trafficked. A lawyer should settle that before this route is chosen.", path)
}

func survivorViolence(m *matter) reading {
	switch m.charge.Grade {
	case petition.Misdemeanor, petition.Traffic:
		return m.no("the conviction is not of a felony", m.path("grade"))
	case petition.Felony:
		return crimeOfViolence(m)
	default:
		return m.missing("the grade of the offense is not known", m.path("grade"))
	}
}

func identityTheft() Provision {
	return Provision{
		Pathway: IdentityTheft, Title: "removal of a record entered through identity theft", Relief: Discretionary,
		Since: petition.NewDate(2004, time.July, 1), Sources: []Source{identityText},
		Concerns: All("identity.concerns", "97-45-27", "a record in a Mississippi court that is someone else's",
			Ask("identity.stated", "97-45-27", "the record says, or leaves open, that someone else was entered in this name", concernsIdentityTheft),
			Ask("identity.court", "97-45-27", "the case was in a court of the state", stateCourt)),
		When: All("identity", "97-45-27", "a person may petition to expunge what was “falsely entered” in the name through identity theft",
			Ask("identity.section", "97-45-27", "the court and the standard are known", unsettled("The text of section 97-45-27, and so the court and the standard it sets, was not read. A lawyer should read it; the record can also be challenged under section 45-27-11, and the attorney general may issue an identity theft passport under 97-45-29."))),
	}
}
