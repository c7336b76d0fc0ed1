package forms

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// spanishSheets are those that are composed in English and put into Spanish.
func spanishSheets() map[string]func(brief) doc.Document {
	return map[string]func(brief) doc.Document{"fees": feeNotice, "after-order": afterOrderSheet, "help": helpDirectory, "why-not": whyNot}
}

var (
	amountForm   = regexp.MustCompile(`\$\d[\d,]*(?:\.\d\d)?`)
	englishDay   = regexp.MustCompile(`(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, \d{4}`)
	spanishDay   = regexp.MustCompile(`\d{1,2} de [a-z]+ de \d{4}`)
	causeNumbers = regexp.MustCompile(`\b\d{2,4}(?:-\d+)?\b`)
)

// factsIn are the sections, amounts, days and numbers that a text names.
func factsIn(text string) []string {
	text = strings.ReplaceAll(text, "\u00a0", " ")
	out := append(sectionsIn(text), amountForm.FindAllString(text, -1)...)
	for _, day := range englishDay.FindAllString(text, -1) {
		if d, ok := longDate(day); ok {
			out = append(out, spanishDate(d))
		}
	}
	out = append(out, spanishDay.FindAllString(text, -1)...)
	out = append(out, causeNumbers.FindAllString(text, -1)...)
	slices.Sort(out)
	return out
}

// The Spanish of a sheet has the same parts, boxes and facts as its English, and nothing of
// it is left in English but reasons of the rules that have no twin, of which it then speaks.
func TestTheSpanishSheetsSayTheSame(t *testing.T) {
	compared := 0
	for name, compose := range spanishSheets() {
		for which, c := range listedCases() {
			a := rules.Assess(c, asOf)
			english, spanish := newBrief(c, a, office()), newBrief(c, a, inSpanish(office()))
			var left []string
			spanish.missed = func(s string) { left = append(left, s) }
			e, s := english.spanishSheet(compose(english)), spanish.spanishSheet(compose(spanish))
			if e.Language != "" || s.Language != "es" || e.Title == s.Title {
				t.Errorf("%s, %s: %q and %q", name, which, e.Title, s.Title)
			}
			if shape(e.Blocks) != shape(s.Blocks) {
				t.Errorf("%s, %s: the sheets differ:\n%s\n%s", name, which, shape(e.Blocks), shape(s.Blocks))
			}
			if a, b := factsIn(dump(e)), factsIn(dump(s)); !slices.Equal(a, b) {
				t.Errorf("%s, %s: the facts differ:\n%q\n%q\n%s", name, which, a, b, dump(s))
			}
			text := dump(s)
			if !strings.Contains(text, typeset(notRead)) || strings.Contains(text, typeset(someEnglish)) != (len(left) > 0) {
				t.Errorf("%s, %s: does not say what its Spanish is: %q", name, which, left)
			}
			if strings.Contains(text, "law as of") {
				t.Errorf("%s, %s: the line of the case is English", name, which)
			}
			if len(left) > 0 {
				t.Errorf("%s, %s: no Spanish for %q", name, which, left)
			}
			compared++
		}
	}
	if compared < 80 {
		t.Errorf("only %d sheets were compared", compared)
	}
}

func TestASentenceWithoutATwinIsOwnedUpTo(t *testing.T) {
	b := newBrief(petition.Case{}, rules.Assessment{}, inSpanish(office()))
	d := b.spanishSheet(sheet("x", "Fee notice", para("A reason that nobody has put into Spanish. Ask the clerk."), para("Not known either")))
	text := dump(d)
	for _, want := range []string{"Hoja de pagos", "A reason that nobody has put into Spanish. Pregunte en la secretaría.", typeset(someEnglish), typeset(notRead)} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q:\n%s", want, text)
		}
	}
}

func TestPhrasesTakeNamesNumbersAndWords(t *testing.T) {
	for english, want := range map[string]string{
		"The order on petition 2, Cause No. 0123 and 0124":            "La orden sobre la petición 2, causa núm. 0123 y 0124",
		"not yet. The first safe day to file is July 1, 2028.":        "todavía no. El primer día seguro para presentar es el 1 de julio de 2028.",
		"The statute sets a filing fee for 3 petitions: $450 in all.": "La ley fija una cuota para 3 peticiones: $450 en total.",
		" Confirm with the clerk. ":                                   " Confirme en la secretaría. ",
		"$420.00 is still owed. [§ 99-19-71(2)(a)]":                   "Todavía se deben $420.00. [§ 99-19-71(2)(a)]",
	} {
		got, ok := spanishTwin(typeset(english))
		if got = strings.ReplaceAll(got, "\u00a0", " "); got != want || !ok {
			t.Errorf("%q is %q, %v", english, got, ok)
		}
	}
	for _, untold := range []string{"Ask a lawyer to decide: Something that has no twin.", "A word"} {
		if got, ok := spanishTwin(untold); ok || got != untold {
			t.Errorf("%q is %q, %v", untold, got, ok)
		}
	}
}

// The court receives English, whatever the language of the person.
// A law that asks for another number of years leaves no sheet in English.
func TestAWaitOfAnyLengthHasASpanishSentence(t *testing.T) {
	for english, spanish := range map[string]string{
		"Two years": "dos", "Three years": "tres", "Four years": "cuatro", "Five years": "cinco", "Six years": "seis",
		"Seven years": "siete", "Eight years": "ocho", "Nine years": "nueve",
	} {
		said, ok := spanishTwin(english + " from June 1, 2024 have not run; the first safe day to file is June 2, 2028 (some would file on the anniversary itself, June 1, 2028).")
		if want := "No han pasado " + spanish + " años desde el 1 de junio de 2024; el primer día seguro"; !ok || !strings.HasPrefix(said, want) {
			t.Errorf("%s: %q", english, said)
		}
	}
}

func TestThePapersToFileAreEnglishForAll(t *testing.T) {
	for which, c := range listedCases() {
		c.Petitioner.Language = petition.English
		english := compose(c, office())
		c.Petitioner.Language = petition.Spanish
		for i, d := range compose(c, office()) {
			if d.Group != doc.NotForFiling && (d.Language != "" || dump(d) != dump(english[i])) {
				t.Errorf("%s: the %s changes with the language", which, d.Name)
			}
		}
	}
}

func TestEverySpanishSheetSaysWhoHasNotReadIt(t *testing.T) {
	said := typeset(notRead)
	c := readyFelony()
	a := rules.Assess(c, asOf)
	n := 0
	for _, d := range slices.Concat(Blank(inSpanish(office())), Compose(c, a, inSpanish(office())), []doc.Document{Checklist(c, a, inSpanish(office()))}) {
		if has := strings.Contains(dump(d), said); has != (d.Language == "es") {
			t.Errorf("the %s in %q says so: %v", d.Name, d.Language, has)
		}
		if d.Language == "es" {
			n++
		}
	}
	if n < 11 {
		t.Errorf("only %d sheets are Spanish", n)
	}
}

// The summary sends people to the other sheet by the name it bears.
func TestTheSummaryNamesTheOtherSheetAsItIsCalled(t *testing.T) {
	for _, o := range []Office{office(), inSpanish(office())} {
		docs := compose(notYetFelony(), o)
		if title := paperNamed(t, docs, "why-not").Title; !strings.Contains(dump(paperNamed(t, docs, "summary")), "“"+title+"”") {
			t.Errorf("%q: the summary does not name %q", o.Language, title)
		}
	}
}

// A sentence has one Spanish twin, wherever it stands.
func TestNoSentenceHasTwoTwins(t *testing.T) {
	first := map[string]string{}
	for _, table := range spanishTables() {
		for _, said := range table {
			if before, ok := first[said[0]]; ok {
				t.Errorf("%q is %q and %q", said[0], before, said[1])
			}
			first[said[0]] = said[1]
		}
	}
}
