package forms

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode"

	"expunge/forms/doc"
	"expunge/petition"
)

// A sheet that is composed in English for all is put into Spanish sentence by sentence, so
// that both say the same of the same facts. Facts of the case stay as they are. A sentence
// without a twin stays in English, and the sheet then says so at its end.

// spanishSheet is the sheet in the language of the petitioner.
func (b brief) spanishSheet(d doc.Document) doc.Document {
	if b.spoken() != petition.Spanish {
		return d
	}
	left := 0
	say := func(s string) string {
		said, ok := spanishTwin(s)
		if !ok {
			left++
			if b.missed != nil {
				b.missed(s)
			}
		}
		return said
	}
	d.Title, d.Blocks = say(d.Title), reworded(d.Blocks, say)
	if left > 0 {
		d.Blocks = append(d.Blocks, note(someEnglish))
	}
	return sheetIn(petition.Spanish, d)
}

// someEnglish is the honest line of a sheet that is not Spanish throughout.
const someEnglish = "Lo que está en inglés en esta hoja son razones de la ley en las palabras de la hoja para la revisión legal. Pida en la clínica que se las expliquen."

// phrase is a sentence that takes something. In the pattern %s stands for a name, which
// stays as it is, %n for a number or a letter, and %t for words that have a twin themselves.
type phrase struct {
	english *regexp.Regexp
	takes   []string
	spanish string
}

var slot = regexp.MustCompile(`%[snt]`)

var spanishPhrases = sync.OnceValue(func() []phrase {
	pairs := spanishTaking()
	out := make([]phrase, len(pairs))
	for i, pair := range pairs {
		pattern := slot.ReplaceAllStringFunc(regexp.QuoteMeta(pair[0]), func(p string) string {
			if p == "%n" {
				return `([^\s,.;]+)`
			}
			return "(.+?)"
		})
		out[i] = phrase{regexp.MustCompile("^" + pattern + "$"), slot.FindAllString(pair[0], -1), pair[1]}
	}
	return out
})

// spanishTwin is a text of a sheet in Spanish, and whether all of it is. Space at its ends
// stays. A text of several sentences that is not known as a whole is taken one by one.
func spanishTwin(s string) (string, bool) {
	text := unset(s)
	inner := strings.TrimSpace(text)
	if !strings.ContainsFunc(inner, unicode.IsLetter) || petition.ParseSection(strings.TrimPrefix(inner, "§ ")).Readable() {
		return s, true
	}
	at := strings.Index(text, inner)
	said, ok := spanishText(inner)
	return typeset(text[:at] + said + text[at+len(inner):]), ok
}

// spanishText is a sentence, or several.
func spanishText(s string) (string, bool) {
	if said, ok := spanishSentence(s); ok {
		return said, true
	}
	return spanishSentences(s)
}

func spanishSentences(s string) (string, bool) {
	parts := sentenceEnds.Split(s, -1)
	if len(parts) < 2 {
		return s, false
	}
	all := true
	for i, part := range parts {
		if i+1 < len(parts) {
			part += "."
		}
		said, ok := spanishSentence(part)
		parts[i], all = said, all && ok
	}
	return strings.Join(parts, " "), all
}

var sentenceEnds = regexp.MustCompile(`\. +`)

var citedAtEnd = regexp.MustCompile(`^(.+) (\[[^\]]*\])$`)

// spanishSentence is one sentence, or a part of one that a sentence takes, and whether
// there is a twin for all of it.
func spanishSentence(s string) (string, bool) {
	if said, ok := spanishSentenceTable()[s]; ok {
		return said, true
	}
	if d, ok := longDate(s); ok {
		return spanishDate(d), true
	}
	if said, ok := spanishYears(s); ok {
		return said, true
	}
	if short, ended := strings.CutSuffix(s, "."); ended && spanishSentenceTable()[short] != "" {
		return spanishSentenceTable()[short] + ".", true
	}
	if m := citedAtEnd.FindStringSubmatch(s); m != nil {
		said, ok := spanishText(m[1])
		return said + " " + m[2], ok
	}
	for _, p := range spanishPhrases() {
		if taken := p.english.FindStringSubmatch(s); taken != nil {
			if said, ok := p.fill(taken[1:]); ok {
				return said, true
			}
		}
	}
	return s, englishNames()[s]
}

// fill is the phrase with what it takes.
func (p phrase) fill(taken []string) (string, bool) {
	out := p.spanish
	for i, arg := range taken {
		if p.takes[i] == "%t" {
			said, ok := spanishText(arg)
			if !ok {
				return "", false
			}
			arg = said
		}
		out = strings.Replace(out, p.takes[i], arg, 1)
	}
	return out, true
}

// spanishYears reads a number of years as the rules write it, "three years", and writes it in
// Spanish. A wait of another length needs no sentence of its own.
func spanishYears(s string) (string, bool) {
	number, is := strings.CutSuffix(strings.ToLower(s), " years")
	words := []string{"two", "dos", "three", "tres", "four", "cuatro", "five", "cinco", "six", "seis", "seven", "siete", "eight", "ocho", "nine", "nueve"}
	for i := 0; is && i < len(words); i += 2 {
		if words[i] == number {
			return words[i+1] + " años", true
		}
	}
	return "", false
}

// unset takes off what typesetting put on.
func unset(s string) string { return strings.NewReplacer("’", "'", "\u00a0", " ").Replace(s) }

var dayInWords = regexp.MustCompile(`^([A-Z][a-z]+) (\d{1,2}), (\d{4})$`)

// longDate reads a day as papers write it: "July 1, 2026".
func longDate(s string) (petition.Date, bool) {
	m := dayInWords.FindStringSubmatch(s)
	if m == nil {
		return petition.Date{}, false
	}
	for month := range spanishMonths {
		d, err := petition.ParseDate(fmt.Sprintf("%s-%02d-%02s", m[3], month+1, m[2]))
		if err == nil && d.Long() == s {
			return d, true
		}
	}
	return petition.Date{}, false
}
