package rules

import (
	"slices"

	"expunge/petition"
)

// listed is a line of a statute's list of offenses.
type listed struct {
	cite     Citation
	name     string
	sections []petition.Section
	// but are subsections that another line of the list speaks of.
	but []petition.Section
}

// code reads the sections of a list.
func code(texts ...string) []petition.Section {
	out := make([]petition.Section, len(texts))
	for i, text := range texts {
		out[i] = petition.ParseSection(text)
	}
	return out
}

// crimesOfViolence is section 97-3-2(1), as quoted in s97_3_2.md.
var crimesOfViolence = []listed{
	{cite: "97-3-2(1)(a)", name: "aggravated or child-endangerment DUI", sections: code("63-11-30(5)", "63-11-30(12)(d)")},
	{cite: "97-3-2(1)(b)", name: "murder or attempted murder", sections: code("97-1-7(2)", "97-3-19", "97-3-23", "97-3-25")},
	{cite: "97-3-2(1)(c)", name: "aggravated assault", sections: code("97-3-7(2)(a)", "97-3-7(2)(b)", "97-3-7(4)(a)")},
	{cite: "97-3-2(1)(d)", name: "manslaughter", sections: code(
		"97-3-27", "97-3-29", "97-3-31", "97-3-33", "97-3-35", "97-3-39", "97-3-41", "97-3-43", "97-3-45", "97-3-47",
	)},
	{cite: "97-3-2(1)(e)", name: "killing of an unborn child", sections: code("97-3-37(2)(a)", "97-3-37(2)(b)")},
	{cite: "97-3-2(1)(f)", name: "kidnapping", sections: code("97-3-53")},
	{cite: "97-3-2(1)(g)", name: "human trafficking", sections: code("97-3-54.1")},
	{cite: "97-3-2(1)(h)", name: "poisoning", sections: code("97-3-61")},
	{cite: "97-3-2(1)(i)", name: "rape", sections: code("97-3-65", "97-3-71"), but: code("97-3-65(1)")},
	{cite: "97-3-2(1)(j)", name: "robbery", sections: code("97-3-73", "97-3-79")},
	{cite: "97-3-2(1)(k)", name: "sexual battery", sections: code("97-3-95")},
	{cite: "97-3-2(1)(l)", name: "drive-by shooting or bombing", sections: code("97-3-109")},
	{cite: "97-3-2(1)(m)", name: "carjacking", sections: code("97-3-117")},
	{cite: "97-3-2(1)(n)", name: "felonious neglect, abuse or battery of a child", sections: code("97-5-39")},
	{cite: "97-3-2(1)(o)", name: "burglary of a dwelling", sections: code("97-17-23", "97-17-37")},
	{cite: "97-3-2(1)(p)", name: "use of explosives or weapons of mass destruction", sections: code("97-37-25")},
	{cite: "97-3-2(1)(q)", name: "statutory rape", sections: code("97-3-65(1)")},
	{cite: "97-3-2(1)(r)", name: "exploitation of a child", sections: code("97-5-33")},
	{cite: "97-3-2(1)(s)", name: "gratification of lust", sections: code("97-5-23")},
	{cite: "97-3-2(1)(t)", name: "shooting into a dwelling", sections: code("97-37-29")},
}

// statutoryRape is the one line of the list that a judge can find rebutted.
const statutoryRape Citation = "97-3-2(1)(q)"

// findingsBegan is the day from which a sentencing order can carry the finding of
// section 97-3-2(2).
var findingsBegan = petition.NewDate(2014, 7, 1)

// violentBases are the sections of that list without their subsections: most offenses
// are under none of them and need no closer look.
var violentBases = func() map[string]bool {
	bases := map[string]bool{}
	for _, line := range crimesOfViolence {
		addBases(bases, line.sections)
	}
	return bases
}()

func addBases(bases map[string]bool, sections []petition.Section) map[string]bool {
	for _, s := range sections {
		bases[s.Base()] = true
	}
	return bases
}

// violent compares an offense with the list. hit is the line it falls under. vague
// reports that the section as given is too short to tell.
func violent(s petition.Section) (hit *listed, found, vague bool) {
	if !violentBases[s.Base()] {
		return nil, false, false
	}
	for i := range crimesOfViolence {
		line := &crimesOfViolence[i]
		switch is, near := line.names(s); {
		case is:
			return line, true, false
		case near:
			hit, vague = line, true
		}
	}
	return hit, false, vague
}

// names reports whether the line names the section; vague, that it only names a
// subsection of it, so that the section as given is too short to tell.
func (l *listed) names(s petition.Section) (found, vague bool) {
	if anyWithin(s, l.but) {
		return false, false
	}
	for i := range l.sections {
		named := &l.sections[i]
		if named.Base() != s.Base() {
			continue
		}
		if s.Within(*named) {
			return true, false
		}
		vague = vague || named.Within(s)
	}
	return false, vague
}

func anyWithin(s petition.Section, sections []petition.Section) bool {
	for i := range sections {
		if sections[i].Base() == s.Base() && s.Within(sections[i]) {
			return true
		}
	}
	return false
}

// crimeOfViolence asks whether the conviction is classified as a crime of violence: by
// the list of section 97-3-2(1), or by a finding under (2) in the sentencing order.
func crimeOfViolence(m *matter) reading {
	section := m.path("section")
	var line *listed
	found, vague := false, false
	if m.nearness().spoken {
		line, found, vague = violent(m.charge.Section)
	}
	switch {
	case found && line.cite == statutoryRape:
		return rebuttable(m, line)
	case found && splitFrom(m.charge.Section, line.but) && m.charge.Sentence.StatutoryRapeRebutted != petition.Unstated && m.charge.Sentence.StatutoryRapeRebutted != petition.No:
		return m.citing(line.cite, m.missing(m.say(m.charge.Section, " holds rape and statutory rape, and a classification rebutted at a hearing points to the latter; the judgment must say which one"), section))
	case found && m.nearness().attempted:
		return m.citing(line.cite, m.doubtful(m.say("The record speaks of an attempt or a conspiracy. The list names attempted murder and no other, so whether this counts as ", line.name, " is unsettled."), section, m.path("offense")))
	case found:
		return m.citing(line.cite, m.yes(m.say(m.charge.Section, " is ", line.name, ", a crime of violence"), section))
	case vague && attemptSection(m.charge.Section):
		return m.doubtful("The list names attempted murder, section 97-1-7(2), and no other attempt; whether the attempt of another listed crime is a crime of violence is unsettled.", section)
	case vague:
		return m.citing(line.cite, m.missing(m.say("the list names only some subsections of ", m.charge.Section, ", such as ", line.sections[0], " (", line.name, "); the judgment must say which one"), section))
	case !m.charge.Section.Readable():
		return m.missing("the Code section of conviction is not known", section)
	default:
		return violenceFinding(m, m.say(m.charge.Section, " is not on the list"))
	}
}

func rebuttable(m *matter, line *listed) reading {
	path := m.path("sentence.statutory_rape_rebutted")
	switch m.charge.Sentence.StatutoryRapeRebutted {
	case petition.Yes:
		return violenceFinding(m, "a judge found the classification of statutory rape rebutted at a hearing")
	case petition.Unknown:
		return m.citing(line.cite, m.missing("statutory rape is a crime of violence unless a judge found otherwise at a hearing", path))
	default:
		return m.citing(line.cite, m.yes("statutory rape is a crime of violence unless a judge found otherwise at a hearing, and no such finding is recorded", path))
	}
}

// violenceFinding reads the finding of section 97-3-2(2) for an offense that the list
// does not decide; unlisted says why it does not. A sentence before 1 July 2014
// cannot carry one.
func violenceFinding(m *matter, unlisted string) reading {
	path := m.path("sentence.crime_of_violence_finding")
	switch finding, day := m.charge.Sentence.CrimeOfViolenceFinding, m.charge.Judgment(); {
	case finding == petition.Yes && day.Before(findingsBegan):
		return m.citing("97-3-2(2)", m.doubtful("The record has a crime-of-violence finding in an order made before July 1, 2014, when no order could yet carry one under 97-3-2(2). The order must be read.", path, m.path("outcome_date")))
	case finding == petition.Yes:
		return m.citing("97-3-2(2)", m.yes("the sentencing order finds a crime of violence", path))
	case finding == petition.No:
		return m.no(m.say(unlisted, ", and the sentencing order makes no finding under 97-3-2(2)"), m.path("section"), path)
	case day.Before(findingsBegan):
		return m.no(m.say(unlisted, "; the sentence came before ", findingsBegan, ", when no order could yet carry the finding of 97-3-2(2)"), m.path("section"), m.path("outcome_date"))
	default:
		return m.citing("97-3-2(2)", m.missing("only the sentencing order shows whether the judge found a crime of violence", path))
	}
}

// splitFrom reports whether a section as given is too short to tell it from those that
// another line of the list speaks of.
func splitFrom(s petition.Section, but []petition.Section) bool {
	return slices.ContainsFunc(but, func(b petition.Section) bool { return b.Within(s) })
}

// attemptSection reports whether the section punishes attempts in general.
func attemptSection(s petition.Section) bool { return s.Base() == "97-1-7" && s.Subsections() == "" }
