package forms

import (
	"fmt"

	"expunge/petition"
)

// tongue is the language of a sheet that is composed in English: each of its sentences has
// a twin in the table. A sentence that has none stays in English; the tests let none.
type tongue struct {
	language petition.Language
	table    map[string]string
	missed   func(string) // told of a sentence without a twin; nil but in tests
}

// say is the sentence in the language.
func (t tongue) say(english string) string {
	if t.language != petition.Spanish || english == "" {
		return english
	}
	if said, ok := t.table[english]; ok {
		return said
	}
	if t.missed != nil {
		t.missed(english)
	}
	return english
}

// sayf is the sentence with what it takes, which is in the language already.
func (t tongue) sayf(english string, take ...any) string { return fmt.Sprintf(t.say(english), take...) }

// sayAll are several sentences.
func (t tongue) sayAll(english ...string) []string {
	out := make([]string, len(english))
	for i, s := range english {
		out[i] = t.say(s)
	}
	return out
}

// long is a day.
func (t tongue) long(d petition.Date) string {
	if t.language == petition.Spanish {
		return spanishDate(d)
	}
	return d.Long()
}

// listed writes things with commas and a last "and".
func (t tongue) listed(things []string) string {
	if n := len(things); t.language == petition.Spanish && n > 1 {
		out := things[0]
		for _, s := range things[1 : n-1] {
			out += ", " + s
		}
		return out + " y " + things[n-1]
	}
	return listOf(things)
}

// speaking returns how a sheet with the table is said in a language.
func (b brief) speaking(l petition.Language, table func() map[string]string) tongue {
	t := tongue{language: l, missed: b.missed}
	if l == petition.Spanish {
		t.table = table()
	}
	return t
}
