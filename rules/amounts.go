package rules

import "strconv"

// The amount of a drug as the name of an offense gives it, for convictions older than
// July 1, 2014. See s99_19_71.md for where the floor is set.

// farBelow is the floor under which an amount is plainly far below trafficking: in grams,
// and in dosage units. The least amounts of 41-29-139(f) are 30 grams and 40 units.
const farBelow = 10

// farBelowTrafficking reports whether a name gives no amount of a drug, or one plainly
// below the floor. An amount without a figure, or one that is only the least it was, is not.
func farBelowTrafficking(offense string) bool {
	amounts := 0
	for i := range len(offense) {
		if !isLetter(offense[i]) || (i > 0 && isLetter(offense[i-1])) {
			continue
		}
		perUnit, isUnit := unitOf(offense[i:])
		if !isUnit {
			continue
		}
		amounts++
		if n, ok := figureBefore(offense[:i]); !ok || n*perUnit >= farBelow {
			return false
		}
	}
	return amounts == 0 || !atLeast.in(offense)
}

// atLeast are words and marks that say that an amount may have been more.
var atLeast = wordsOf("more", "over", "above", "exceed", "excess", "greater", "least", "plus", "minimum")

// drugUnits are the units by which records give amounts, in grams or dosage units. Each
// ends with the end of its word.
var drugUnits = []struct {
	name string
	per  float64
}{
	{"g ", 1},
	{"gm ", 1},
	{"gms ", 1},
	{"gr ", 1},
	{"grs ", 1},
	{"gram ", 1},
	{"grams ", 1},
	{"mg ", 0.001},
	{"mgs ", 0.001},
	{"milligram ", 0.001},
	{"milligrams ", 0.001},
	{"oz ", 29},
	{"ozs ", 29},
	{"ounce ", 29},
	{"ounces ", 29},
	{"lb ", 454},
	{"lbs ", 454},
	{"pound ", 454},
	{"pounds ", 454},
	{"kg ", 1000},
	{"kgs ", 1000},
	{"kilo ", 1000},
	{"kilos ", 1000},
	{"kilogram ", 1000},
	{"kilograms ", 1000},
	{"du ", 1},
	{"dus ", 1},
	{"d u ", 1},
	{"dosage ", 1},
	{"dosages ", 1},
	{"dose ", 1},
	{"doses ", 1},
	{"unit ", 1},
	{"units ", 1},
	{"tablet ", 1},
	{"tablets ", 1},
	{"tab ", 1},
	{"tabs ", 1},
	{"pill ", 1},
	{"pills ", 1},
	{"capsule ", 1},
	{"capsules ", 1},
}

// unitOf reads the unit that a text begins with.
func unitOf(text string) (per float64, ok bool) {
	for i := range drugUnits {
		if u := &drugUnits[i]; phraseBegins(text, u.name) {
			return u.per, true
		}
	}
	return 0, false
}

// figureBefore reads the figure at the end of a text: "1,500 " is 1500. A second unit
// after the first, "dosage units", has the figure of the first.
func figureBefore(text string) (n float64, ok bool) {
	end := len(text)
	for {
		for end > 0 && (text[end-1] == ' ' || text[end-1] == '-' || text[end-1] == '.') {
			end--
		}
		start := end
		for start > 0 && isLetter(text[start-1]) {
			start--
		}
		if start == end {
			break
		}
		if _, unit := unitOf(text[start:end]); !unit {
			return 0, false
		}
		end = start
	}
	var figure [24]byte
	at := len(figure)
	for end > 0 && at > 0 && (isDigit(text[end-1]) || text[end-1] == '.' || text[end-1] == ',') {
		end--
		if text[end] != ',' {
			at--
			figure[at] = text[end]
		}
	}
	if end > 0 && text[end-1] == '/' || at == 0 {
		return 0, false
	}
	n, err := strconv.ParseFloat(string(figure[at:]), 64)
	return n, err == nil
}
