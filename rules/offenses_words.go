package rules

import (
	"slices"
	"strings"

	"expunge/petition"
)

// offenseWords reduces an offense as a docket writes it to the words that tell it from
// others: abbreviations written out, plurals, punctuation, order and small words gone.
// What says the grade is returned apart.
func offenseWords(text string) (words []string, grade petition.Grade) {
	text = phrases.Replace(" " + withoutDenial(marks.Replace(text)) + " ")
	text = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return ' '
	}, text)
	for _, token := range strings.Fields(text) {
		for _, w := range strings.Fields(writtenOut(token)) {
			switch w {
			case "felony":
				grade = petition.Felony
			case "misdemeanor":
				grade = petition.Misdemeanor
			default:
				if !slices.Contains(smallWords, w) && strings.Trim(w, "0123456789") != "" {
					words = append(words, w)
				}
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words), grade
}

// marks stand within words: D.U.I., driver's.
var marks = strings.NewReplacer(".", "", ",", " ", "'", "", "’", "")

// withoutDenial writes "non-dwelling" and "other than a dwelling" as one word, so that
// they do not read as a dwelling.
func withoutDenial(text string) string {
	return denials.Replace(strings.Join(strings.Fields(strings.ToLower(text)), " "))
}

var denials = strings.NewReplacer(
	"other than a dwelling", "nonresidence", "other than dwelling", "nonresidence", "not a dwelling", "nonresidence",
	"non-dwelling", "nonresidence", "non dwelling", "nonresidence", "nondwelling", "nonresidence", "non-residential", "nonresidence",
)

// phrases are written as one word before the text is cut into words.
var phrases = strings.NewReplacer(
	"driving under the influence", "dui", "driving while intoxicated", "dui", "operating under the influence", "dui",
	"operating while intoxicated", "dui", "operating while impaired", "dui", "driving while impaired", "dui", "implied consent", "dui",
	"controlled substances", "cs", "controlled substance", "cs", "cont subst", "cs", "cont sub", "cs", "c/s", "cs",
	"under the age of 21", "underage", "under 21", "underage", "under age", "underage", "by a minor", "underage", "by minor", "underage", "minor in possession", "possession underage",
	"w/intent", "intent", "w/i", "intent", "w/o", "without", "w/", " ", "after the fact", " ",
	"no drivers license", "without license", "no dl ", "without license ", "no license", "without license",
	"no insurance", "without insurance", "no proof of insurance", "without insurance", "no liability insurance", "without insurance",
	"peace officer", "officer", "law enforcement officer", "officer", "police officer", "officer",
)

// writtenOut returns the word or words an abbreviation stands for, a plural as its
// singular, and any other word as it is.
func writtenOut(token string) string {
	if w, ok := abbreviations[token]; ok {
		return w
	}
	if len(token) > 3 && strings.HasSuffix(token, "s") && !strings.HasSuffix(token, "ss") {
		token = strings.TrimSuffix(token, "s")
	}
	if w, ok := abbreviations[token]; ok {
		return w
	}
	return token
}

// smallWords tell no offense from another.
var smallWords = []string{
	"a", "an", "the", "of", "to", "in", "on", "by", "for", "from", "and", "or", "any", "with", "upon", "at", "as", "another",
	"offense", "degree", "count", "ct", "person", "while", "over", "under", "less", "more", "than", "driver", "gram", "amount", "unlawful", "crime",
}

var abbreviations = map[string]string{
	"poss": "possession", "possess": "possession", "possessing": "possession", "pwid": "possession cs intent", "pwi": "possession cs intent",
	"distribution": "sale", "distribute": "sale", "distributing": "sale", "selling": "sale", "sell": "sale", "delivery": "sale", "transfer": "sale", "int": "intent", "manufacturing": "manufacture",
	"mj": "marijuana", "marihuana": "marijuana", "cannabis": "marijuana", "coc": "cocaine", "crack": "cocaine", "meth": "methamphetamine", "para": "paraphernalia", "parap": "paraphernalia",
	"cocaine": "cs", "methamphetamine": "cs", "heroin": "cs", "fentanyl": "cs", "drug": "cs", "narcotic": "cs", "pill": "cs", "oxycodone": "cs", "hydrocodone": "cs", "xanax": "cs", "mdma": "cs", "ecstasy": "cs",
	"agg": "aggravated", "aggr": "aggravated", "asslt": "assault", "aslt": "assault", "dom": "domestic", "viol": "violence", "vio": "violence", "dv": "domestic violence", "simp": "simple",
	"burg": "burglary", "larc": "larceny", "mal": "malicious", "misch": "mischief", "residence": "dwelling", "residential": "dwelling", "house": "dwelling", "home": "dwelling",
	"bldg": "building", "business": "building", "commercial": "building", "store": "building", "shop": "building", "automobile": "vehicle", "auto": "vehicle", "car": "vehicle", "veh": "vehicle", "truck": "vehicle", "mv": "motor vehicle",
	"dwi": "dui", "oui": "dui", "owi": "dui", "drunken": "drunk", "drunkenness": "drunk", "intoxication": "drunk", "intoxicated": "drunk", "pub": "public",
	"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "subsequent": "fourth", "misd": "misdemeanor", "fel": "felony", "felonious": "felony",
	"lic": "license", "dl": "license", "susp": "suspended", "suspension": "suspended", "revoked": "suspended", "drv": "driving", "drvg": "driving", "operating": "driving",
	"disord": "disorderly", "cond": "conduct", "tresp": "trespass", "trespassing": "trespass", "shoplift": "shoplifting", "shoplifted": "shoplifting",
	"rec": "receiving", "recv": "receiving", "rcvg": "receiving", "receipt": "receiving", "prop": "property", "rsp": "receiving stolen property",
	"flee": "fleeing", "flight": "fleeing", "evading": "eluding", "elude": "eluding", "resist": "resisting", "obstructing": "resisting", "obstruction": "resisting", "leo": "officer", "police": "officer", "ofc": "officer",
	"wpn": "weapon", "gun": "firearm", "pistol": "firearm", "handgun": "firearm", "ccw": "concealed weapon", "conc": "concealed", "convicted": "felon",
	"chk": "check", "cc": "credit card", "pret": "pretense", "embezzling": "embezzlement", "utter": "uttering", "forged": "forgery",
	"attempted": "attempt", "att": "attempt", "attempting": "attempt", "conspire": "conspiracy", "conspiring": "conspiracy", "consp": "conspiracy", "solicit": "solicitation", "soliciting": "solicitation", "aid": "aiding", "abetting": "aiding", "abet": "aiding",
	"kidnap": "kidnapping", "kidnaping": "kidnapping", "sex": "sexual", "batt": "battery", "mansl": "manslaughter", "mur": "murder", "rob": "robbery", "stalk": "stalking",
	"contrib": "contributing", "delinq": "delinquency", "info": "information", "ident": "identification", "hinder": "hindering", "prostitute": "prostitution", "harassing": "harassment", "phone": "telephone",
	"reg": "register", "registration": "register", "neglecting": "neglect", "endanger": "endangerment", "mfg": "manufacture", "traffick": "trafficking", "liquor": "alcohol", "beer": "alcohol", "wine": "alcohol", "prot": "protection", "protective": "protection", "dist": "sale",
}
