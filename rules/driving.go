package rules

import (
	"slices"
	"strings"

	"expunge/petition"
)

// How records name driving under the influence, here and in other states, and how an
// entry of the record is told to be that, to be something else, or neither. An
// abbreviation that nobody listed here must not read as another offense: what is not
// known leaves the answer open.

// duiPhrases are read from the beginning of a word, whatever dots and marks stand between
// the letters; one that ends with a space ends with a word: "Louis" is no "OUI".
var duiPhrases = wordsOf(
	"dui ", "d u i ", "duid ", "duii ", "dwi ", "d w i ", "dwai ", "d w a i ", "dwui ", "dubac ", "dubal ",
	"ovi ", "o v i ", "ovwi ", "omvi ", "omvwi ", "o m v i ", "owi ", "o w i ", "owvi ", "oui ", "o u i ", "ouil ", "ouid ",
	"bac ", "b a c ", "blood alcohol", "breath alcohol", "alcohol concentration", "implied consent", "physical control", "wet reckless",
	"under the infl", "under infl", "u the infl", "u infl",
)

// Words by which records name driving under the influence together.
var (
	driving  = wordsOf("dui", "dwi")
	behind   = wordsOf("driving under", "driving while", "operating under", "operating while")
	license  = wordsOf("licen", "suspen", "revo", "privilege", "disqualif", "without", "uninsur")
	impaired = wordsOf("impair")
	drinking = wordsOf("drunk", "intox")
	inPublic = wordsOf("public", "disorderly", "profan", "liquor", "beverage", "possess", "sale", "sell")
	wheels   = wordsOf("driv", "wheel", "vehicle", "operat")
	// near are words that beside driving may tell of an influence, in a name of which
	// nothing is sure.
	near = wordsOf("alcohol", "drug", "drink", "drank", "liquor", "substance", "sober", "influence", "consent", "refus", "test", "toxic", "bac", "high")
	road = wordsOf("driv", "wheel", "vehic", "operat", "reckless", "careless", "motor")
)

// drunk reports whether an offense as written is driving under the influence, whatever
// grade it is given. Drunkenness in public, dealing in liquor and driving without a license are other
// offenses.
func drunk(offense string) bool {
	switch {
	case driving.in(offense) || duiPhrases.begin(offense):
		return true
	case behind.in(offense) && !license.in(offense):
		return true
	case drinking.in(offense):
		return !inPublic.in(offense) || wheels.in(offense)
	default:
		return impaired.in(offense) && wheels.in(offense)
	}
}

// begin reports whether one of the words begins where a word of the text does. Dots and
// apostrophes are not read, and any other marks are read as one space.
func (w *words) begin(text string) bool {
	for i := range len(text) {
		first := small(text[i])
		if first < 'a' || first > 'z' || (i > 0 && isLetter(text[i-1])) {
			continue
		}
		for _, phrase := range w[first-'a'] {
			if phraseBegins(text[i:], phrase) {
				return true
			}
		}
	}
	return false
}

func phraseBegins(text, phrase string) bool {
	at := 0
	for k := range len(phrase) {
		for at < len(text) && (text[at] == '.' || text[at] == '\'') {
			at++
		}
		switch {
		case phrase[k] != ' ':
			if at == len(text) || small(text[at]) != phrase[k] {
				return false
			}
			at++
		case at < len(text) && isLetter(text[at]):
			return false
		default:
			for at < len(text) && !isLetter(text[at]) && !isDigit(text[at]) {
				at++
			}
		}
	}
	return true
}

func isLetter(c byte) bool { return 'a' <= small(c) && small(c) <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// isDUI answers whether an entry of the record is of driving under the influence. Only a
// section of Mississippi, or a name known to be another offense's, says that it is not:
// another state's section may look like one of ours.
func isDUI(s petition.Section, offense string, byName, elsewhere bool) Truth {
	switch ours := s.Readable() && !elsewhere; {
	case byName || (ours && s.Base() == "63-11-30"):
		return Yes
	case ours || knownOtherwise(offense):
		return No
	default:
		return Unknown
	}
}

// knownOtherwise reports whether every word of a name is known from the table of
// offenses, and the offense found there is no DUI.
func knownOtherwise(offense string) bool {
	if offense == "" || (near.in(offense) && road.in(offense)) {
		return false
	}
	said, _ := offenseWords(offense)
	for _, w := range said {
		if _, found := slices.BinarySearch(offenseVocabulary(), w); !found {
			return false
		}
	}
	likely := LikelySections(offense, "")
	return len(likely) > 0 && !slices.ContainsFunc(likely, func(o Offense) bool {
		return slices.ContainsFunc(o.Sections, func(s petition.Section) bool { return s.Base() == "63-11-30" })
	})
}

// whatOf names the fact that would tell of what an entry of the record was: its section,
// or its name where no section of ours can be had.
func whatOf(entry fact, offense string, elsewhere bool) fact {
	if offense == "" || elsewhere {
		return entry.Join("offense")
	}
	return entry.Join("section")
}

// isDUI answers whether the conviction is of driving under the influence. One under an
// ordinance has no section, and its name tells.
func (o *conviction) isDUI() Truth {
	if o.ordinance && !o.section.Readable() && o.offense != "" && !o.drunk {
		return No
	}
	return isDUI(o.section, o.offense, o.drunk, o.elsehow)
}

// isDUIAmongCharges answers the same of a charge of the file.
func isDUIAmongCharges(ch *petition.Charge, byName bool) Truth {
	if ch.Ordinance != "" && !ch.Section.Readable() && ch.Offense != "" && !byName {
		return No
	}
	return isDUI(ch.Section, ch.Offense, byName, ch.Court.IsMississippi() == petition.No)
}

// nameless reports whether neither a section nor a name says what the conviction was of:
// a ticket that is only called traffic may be a DUI of another state.
func (o *conviction) nameless() bool { return !o.section.Readable() && o.offense == "" }

// chargeIsDUI reads whether the charge is under the implied consent law.
func chargeIsDUI(m *matter) reading {
	path, ch := m.path("section"), m.charge
	switch {
	case dui(m) || m.drunk():
		return m.yes("the charge is of driving under the influence", path, m.path("offense"))
	case ch.Section.Readable():
		return m.no(m.say(ch.Section, " is not the DUI statute"), path)
	case ch.Ordinance == "":
		return m.missing("the section of the charge is not known", path)
	case ch.Offense == "":
		return m.missing("the offense under the ordinance is not known", m.path("offense"))
	default:
		return m.no("the offense under the ordinance is not named as driving under the influence", m.path("ordinance"), m.path("offense"))
	}
}

func dui(m *matter) bool { return m.charge.Section.Base() == "63-11-30" }

// ofDUI answers whether an earlier relief was of a DUI. One that stands among the charges
// was of its charge; what else is not stated is not guessed at.
func (m *matter) ofDUI(r *relief) Truth {
	if r.of == petition.OfDUI || r.section.Base() == "63-11-30" {
		return Yes
	}
	if r.charge != notCharged {
		if is := isDUIAmongCharges(&m.c.Charges[r.charge], m.record.charges[r.charge].wording.drunk); is != No {
			return is
		}
	}
	if r.kind == petition.ReliefTrafficSchool || r.of != "" || r.section.Known() {
		return No
	}
	return Unknown
}

// onTheRoad reports whether an offense as written may be one under the traffic laws.
func onTheRoad(offense string) bool { return drunk(offense) || roadWords.in(offense) }

// roadWords are words by which records name offenses under the traffic laws.
var roadWords = wordsOf("speeding", "license", "traffic", "driving", "reckless", "careless", "accident", "insurance", "seat belt", "stop sign")

// movingChapters are the chapters of Title 63 that hold the moving violations.
var movingChapters = []string{"63-3-", "63-5-", "63-7-"}

func isMoving(s petition.Section) bool {
	return slices.ContainsFunc(movingChapters, func(chapter string) bool { return strings.HasPrefix(s.Base(), chapter) })
}
