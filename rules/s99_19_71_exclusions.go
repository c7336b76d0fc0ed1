package rules

import (
	"strings"

	"expunge/petition"
)

// exclusion is a line of section 99-19-71(2)(a).
type exclusion struct {
	listed
	id    string
	since petition.Date // zero: with the section itself
	under act           // the enactment that can be held back, or empty
}

// exclusions are (ii) to (xii) of section 99-19-71(2)(a), as quoted in s99_19_71.md;
// (i), a crime of violence, is in s97_3_2.go. An entry with a day was added on it.
var exclusions = []exclusion{
	{id: "felony.excluded.ii", listed: listed{cite: "99-19-71(2)(a)(ii)", name: "arson in the first degree", sections: code("97-17-1", "97-17-3")}},
	{id: "felony.excluded.iii", listed: listed{cite: "99-19-71(2)(a)(iii)", name: "trafficking in controlled substances", sections: code("41-29-139(f)", "41-29-139(g)")}},
	{id: "felony.excluded.iv", listed: listed{cite: "99-19-71(2)(a)(iv)", name: "a third, fourth or subsequent DUI", sections: code("63-11-30(2)(c)", "63-11-30(2)(d)")}},
	{id: "felony.excluded.v", listed: listed{cite: "99-19-71(2)(a)(v)", name: "possession of a firearm by a person with a felony conviction", sections: code("97-37-5")}},
	{id: "felony.excluded.vi", listed: listed{cite: "99-19-71(2)(a)(vi)", name: "failure to register as a sex offender", sections: code("45-33-33")}},
	{id: "felony.excluded.vii", listed: listed{cite: "99-19-71(2)(a)(vii)", name: "voyeurism", sections: code("97-29-61")}},
	{id: "felony.excluded.viii", listed: listed{cite: "99-19-71(2)(a)(viii)", name: "witness intimidation", sections: code("97-9-113")}},
	{id: "felony.excluded.ix", listed: listed{cite: "99-19-71(2)(a)(ix)", name: "abuse, neglect or exploitation of a vulnerable person", sections: code("43-47-19")}},
	{id: "felony.excluded.x", listed: listed{cite: "99-19-71(2)(a)(x)", name: "embezzlement", sections: code("97-11-25", "97-23-19")}},
	{id: "felony.excluded.xi", listed: listed{cite: "99-19-71(2)(a)(xi)", name: "felony procuring prostitution", sections: code("97-29-51")}, since: petition.NewDate(2026, 7, 1), under: chapter430},
	{id: "felony.excluded.xii", listed: listed{cite: "99-19-71(2)(a)(xii)", name: "promoting prostitution", sections: code("97-29-51")}, since: petition.NewDate(2026, 7, 1), under: chapter430},
}

// excludedBases are the sections of those lines without their subsections.
var excludedBases = func() map[string]bool {
	bases := map[string]bool{}
	for _, x := range exclusions {
		addBases(bases, x.sections)
	}
	return bases
}()

// felonyExclusion is the condition that the conviction is for an excluded felony.
func felonyExclusion() Condition {
	parts := []Condition{Ask("felony.excluded.i", "99-19-71(2)(a)(i)", "it is a crime of violence as provided in 97-3-2", crimeOfViolence)}
	for i := range exclusions {
		x := &exclusions[i]
		parts = append(parts, Ask(x.id, x.cite, "it is "+x.name, func(m *matter) reading {
			if !m.aloud && m.charge.Section.Readable() && !m.nearness().spoken {
				return reading{answer: No} // whatever is in force
			}
			if !m.inForce(x.since, x.under) {
				return m.no(m.say("this exclusion is not in force on ", m.lawDay()), m.path("section"))
			}
			return excludedBy(m, &x.listed)
		}))
	}
	return Any("felony.excluded", "99-19-71(2)(a)", "the conviction is for an excluded felony", parts...)
}

func excludedBy(m *matter, line *listed) reading {
	path := m.path("section")
	if !m.charge.Section.Readable() {
		return m.missing("the Code section of conviction is not known", path)
	}
	found, vague := line.names(m.charge.Section)
	switch {
	case found && m.charge.Section.Base() == "97-17-3" && report.in(m.charge.Offense):
		return m.doubtful("Section 97-17-3 also punishes a failure to report, which is arguably not arson in the first degree.", path)
	case found && m.nearness().attempted:
		return m.doubtful("The record speaks of an attempt or a conspiracy. The statute names the crime itself, and whether its attempt is excluded is unsettled.", path, m.path("offense"))
	case found:
		return m.yes(m.say(m.charge.Section, " is ", line.name), path)
	case vague && line.cite == "99-19-71(2)(a)(iii)" && m.charge.Judgment().Before(findingsBegan):
		return m.doubtful("Before July 1, 2014, trafficking in controlled substances was defined otherwise, and the section given names no subsection; the judgment decides.", path)
	case vague:
		return m.missing(m.say("the exclusion names ", line.sections, "; the judgment must say which subsection of ", m.charge.Section, " this is"), path)
	default:
		return m.no(m.say(m.charge.Section, " is not ", line.name), path)
	}
}

// nearMisses are offenses the exclusions do not name but come so near to that a lawyer decides.
var nearMisses = []struct {
	sections []string
	doubt    string
}{
	{[]string{"97-1-7", "97-1-1"}, "Attempts and conspiracies: the statute names attempted murder and no other attempt or conspiracy of an excluded crime."},
	{[]string{"97-1-3", "97-1-5"}, "Accessories: the statute does not say whether an accessory's conviction counts as the crime itself."},
	{[]string{"97-29-63"}, "Photographing or filming without consent (97-29-63) is not named beside voyeurism (97-29-61)."},
	{[]string{"97-9-115"}, "Tampering with a witness (97-9-115) is not named beside witness intimidation (97-9-113)."},
	{[]string{"97-11-29", "97-11-31", "97-23-25", "97-23-27"}, "Embezzlement-type offenses outside 97-11-25 and 97-23-19 are not named, and it is unsettled whether the word embezzlement reaches them."},
	{[]string{"97-3"}, "An offense against the person that section 97-3-2(1) does not list: a judge is likely to weigh the force or threat, and the list may have been amended since it was read."},
	{[]string{"97-5"}, "An offense against a child that section 97-3-2(1) does not list: a judge is likely to weigh it, and the list may have been amended since it was read."},
	{[]string{"43-47-18"}, "An offense against a vulnerable person outside section 43-47-19."},
	{[]string{"63-11-30"}, "A felony under the DUI statute that neither exclusion (iv) nor the list of crimes of violence names."},
}

// nearMiss asks whether the exclusions plainly do not reach the offense.
func nearMiss(m *matter) reading {
	s, path := m.charge.Section, m.path("section")
	if !s.Readable() {
		return m.missing("the Code section of conviction is not known", path)
	}
	if procedural(s) {
		return m.missing(m.say(s, " is in a title that punishes nothing; the judgment must name the section of conviction"), path)
	}
	near := m.nearness()
	if near.spoken {
		return m.yes(m.say("the exclusions themselves answer for ", s), path)
	}
	if near.doubt != "" {
		return m.doubtful(near.doubt, path)
	}
	if near.attempted {
		return m.doubtful("The record speaks of an attempt or a conspiracy, and the statute does not say whether one counts as the crime it aimed at.", m.path("offense"))
	}
	if near.large && beforeFindings(m) {
		return m.doubtful("Trafficking in controlled substances was defined otherwise before July 1, 2014, and the record speaks of an amount that is not plainly far below it.", path, m.path("offense"))
	}
	if near.misnamed {
		return m.doubtful("The name of the offense is that of an excluded felony, and the section given is not. The judgment must show which is right.", path, m.path("offense"))
	}
	return m.yes(m.say("no exclusion comes near ", s), path)
}

// procedural reports whether a section is of a title that says how things are done and
// punishes no felony: 1, laws and statutes; 99, criminal procedure.
func procedural(s petition.Section) bool {
	return strings.HasPrefix(s.Base(), "99-") || strings.HasPrefix(s.Base(), "1-")
}

// beforeFindings reports whether the offense or the judgment is, or may be, older than
// July 1, 2014, when the amounts that make trafficking were set.
func beforeFindings(m *matter) bool {
	judgment := m.charge.Judgment()
	return !judgment.Known() || judgment.Before(findingsBegan) || m.charge.OffenseDate.Before(findingsBegan)
}

// excludedWords are words by which records name excluded felonies. One of them beside a
// section that no exclusion names is a contradiction for a lawyer to clear up.
var excludedWords = wordsOf(
	"robbery", "murder", "manslaughter", "homicide", "rape", "sexual", "kidnap", "carjack", "dwelling", "traffick",
	"embezzle", "voyeur", "first degree arson", "first-degree arson", "aggravated assault", "child abuse", "molest",
	"felon in possession", "failure to register", "witness intimidation", "intimidating a witness",
)

// spokenOf reports whether an exclusion names the section, or a subsection of it.
func spokenOf(s petition.Section) bool {
	if !violentBases[s.Base()] && !excludedBases[s.Base()] {
		return false
	}
	if _, found, vague := violent(s); found || vague {
		return true
	}
	for i := range exclusions {
		if found, vague := exclusions[i].names(s); found || vague {
			return true
		}
	}
	return false
}

// Words by which records name what the statutes name by section.
var (
	conspiracy = wordsOf("conspir")
	tried      = wordsOf("attempt", "conspir")
	murder     = wordsOf("murder")
	report     = wordsOf("report")
	large      = wordsOf("kilo", "kg", "pound", "lbs", "large amount", "aggravated")
)

// registrable are sections whose convictions can require registration under chapter
// 45-33. The list was written from general knowledge and not read from the section;
// it only ever sends a charge to a lawyer. Each is a whole section.
var registrable = code(
	"97-3-53", "97-3-54.1", "97-3-65", "97-3-71", "97-3-95", "97-5-5", "97-5-23", "97-5-27", "97-5-31", "97-5-33",
	"97-5-41", "97-29-3", "97-29-45", "97-29-59", "97-29-61", "97-29-63", "43-47-18",
)

var registrableBases = addBases(map[string]bool{}, registrable)

// notRegistrable asks that the offense is not one that requires registration.
func notRegistrable(m *matter) reading {
	const point = "Registration and its publicity outlive an expunction (section 45-33-55; Ferguson v. Miss. Dep't of Pub. Safety, 278 So. 3d 1155 (Miss. 2019)); a lawyer should weigh what an order would do."
	path := m.path("registrable_sex_offense")
	switch {
	case m.charge.RegistrableSexOffense == petition.Yes:
		return m.doubtful("The offense requires sex-offender registration. "+point, path)
	case m.charge.RegistrableSexOffense == petition.Unknown:
		return m.doubtful("It is not known whether the offense requires sex-offender registration. "+point, path)
	case m.charge.RegistrableSexOffense == petition.No && m.nearness().registrable:
		return m.doubtful(m.say("The record says that the offense does not require registration, and convictions under ", m.charge.Section.Base(), " can require it. ", point), path, m.path("section"))
	case !m.charge.Section.Readable() && m.charge.Ordinance == "":
		return m.missing("the section of conviction is not known, and it tells whether the offense requires registration", m.path("section"))
	case m.charge.RegistrableSexOffense == petition.No:
		return m.yes("the record says that the offense does not require registration", path)
	case m.nearness().registrable:
		return m.doubtful(m.say("Convictions under ", m.charge.Section.Base(), " can require sex-offender registration. ", point), m.path("section"))
	default:
		return m.yes("the section is not one that requires registration", m.path("section"))
	}
}
