package forms

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
	"expunge/forms/markdown"
	"expunge/petition"
	"expunge/rules"
)

// sentences lists what stands in a table of words, each by its key: the names of its
// fields, the keys of its maps, and the numbers of its lists.
func sentences(key string, v reflect.Value, out map[string]string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			sentences(key+"."+v.Type().Field(i).Name, v.Field(i), out)
		}
	case reflect.Slice:
		for i := range v.Len() {
			sentences(fmt.Sprintf("%s[%d]", key, i), v.Index(i), out)
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			sentences(fmt.Sprintf("%s[%v]", key, k), v.MapIndex(k), out)
		}
	case reflect.String:
		out[key] = v.String()
	default: // what is done with words, not words
	}
}

var taken = regexp.MustCompile(`%[a-z]`)

func TestEverySentenceStandsInBothLanguages(t *testing.T) {
	onlySpanish := []string{"checklist.court"}
	noNote := 0
	for name, tables := range map[string][2]any{
		"checklist": {checklistEnglish(), checklistSpanish()},
		"blank":     {blankEnglish(), blankSpanish()},
		"summary":   {summaryEnglish(), summarySpanish()},
	} {
		english, spanish := map[string]string{}, map[string]string{}
		sentences(name, reflect.ValueOf(tables[0]), english)
		sentences(name, reflect.ValueOf(tables[1]), spanish)
		if len(english) < 25 {
			t.Fatalf("%s: only %d sentences", name, len(english))
		}
		for key, e := range english {
			s, ok := spanish[key]
			switch {
			case slices.Contains(onlySpanish, key):
				if e != "" || s == "" {
					t.Errorf("%s: %q and %q", key, e, s)
				}
			case strings.HasSuffix(key, ".why") && e == "" && s == "":
				noNote++
			case !ok || e == "" || s == "":
				t.Errorf("%s: %q and %q", key, e, s)
			case !slices.Equal(taken.FindAllString(e, -1), taken.FindAllString(s, -1)):
				t.Errorf("%s takes other words: %q and %q", key, e, s)
			}
		}
		for key := range spanish {
			if _, ok := english[key]; !ok {
				t.Errorf("%s stands in Spanish alone", key)
			}
		}
	}
	if noNote == 0 {
		t.Error("no note was empty: the test reads nothing")
	}
}

func TestEveryFieldAndChoiceHasASpanishName(t *testing.T) {
	for _, p := range petition.Fields() {
		if spanishLabel(p) == p.Label() {
			t.Errorf("%s is called %q in Spanish", p, p.Label())
		}
		for _, word := range p.Choices() {
			if spanishTerms()[word] == "" {
				t.Errorf("%s: the word %s has no Spanish", p, word)
			}
		}
	}
	if got := spanishLabel("charges[3].lower_court.court.county"); got != "Condado" {
		t.Errorf("a field in a list is called %q", got)
	}
	for _, o := range petition.Outcome("").Values() {
		if said := spanishOutcome(petition.Outcome(o)); !strings.Contains(said, "(“") {
			t.Errorf("%s: %q lacks the English word", o, said)
		}
	}
}

// shape is a document without its words: what kinds of blocks, how many items, what is
// ticked.
func shape(blocks []doc.Block) string {
	var out strings.Builder
	for _, b := range blocks {
		switch v := b.(type) {
		case doc.Checklist:
			for _, item := range v.Items {
				fmt.Fprintf(&out, "box %v %v\n", item.Ticked, len(item.Note) > 0)
			}
		case doc.Bullets:
			fmt.Fprintf(&out, "bullets %d\n", len(v.Items))
		case doc.Numbered:
			fmt.Fprintf(&out, "numbered %d\n", len(v.Items))
		case doc.Heading:
			fmt.Fprintf(&out, "heading %d\n", v.Level)
		case doc.Callout:
			out.WriteString("callout\n" + shape(v.Blocks))
		case doc.Keep:
			out.WriteString("keep\n" + shape(v.Blocks))
		case doc.Table:
			fmt.Fprintf(&out, "table %d\n", len(v.Rows))
		case doc.Para:
			if !v.Small {
				out.WriteString("para\n")
			}
		case doc.Form:
			fmt.Fprintf(&out, "form %d\n", len(v.Entries))
		default:
			fmt.Fprintf(&out, "%T\n", b)
		}
	}
	return out.String()
}

// listedCases are the sample cases and one for every route.
func listedCases() map[string]petition.Case {
	out := sampleCases()
	for p, c := range routeCases() {
		out[string(p)] = c
	}
	return out
}

func inSpanish(o Office) Office {
	o.Language = petition.Spanish
	return o
}

func TestTheSpanishChecklistHasTheSameItems(t *testing.T) {
	for name, c := range listedCases() {
		a := rules.Assess(c, asOf)
		english, spanish := Checklist(c, a, office()), Checklist(c, a, inSpanish(office()))
		if e, s := shape(english.Blocks), shape(spanish.Blocks); e != s {
			t.Errorf("%s: the lists differ:\n%s\n%s", name, e, s)
		}
		if spanish.Language != "es" || english.Language != "" {
			t.Errorf("%s: languages %q and %q", name, spanish.Language, english.Language)
		}
		if text := dump(spanish); strings.Contains(text, "%!") || strings.Contains(text, "the clerk") {
			t.Errorf("%s: words went astray:\n%s", name, text)
		}
	}
}

func TestWhatTheListTakesFromOtherPapersHasWords(t *testing.T) {
	for name, c := range listedCases() {
		b := newBrief(c, rules.Assess(c, asOf), office())
		for _, w := range []checklistWords{checklistEnglish(), checklistSpanish()} {
			if said := b.asked(); w.phrase[said] == "" {
				t.Errorf("%s: %q has no words in %s", name, said, w.language)
			}
		}
	}
}

func TestThePacketsChecklistIsEnglishWhateverTheOffice(t *testing.T) {
	d := paperNamed(t, compose(readyFelony(), inSpanish(office())), "checklist")
	if d.Title != "Clinic checklist" || d.Language != "" {
		t.Errorf("%q in %q", d.Title, d.Language)
	}
}

func TestTheBlankPapersInBothLanguages(t *testing.T) {
	english, spanish := Blank(office()), Blank(inSpanish(office()))
	for i, d := range english {
		if e, s := shape(d.Blocks), shape(spanish[i].Blocks); e != s {
			t.Errorf("%s: the papers differ:\n%s\n%s", d.Name, e, s)
		}
		if spanish[i].Language != "es" || spanish[i].Name != d.Name || spanish[i].Title == d.Title {
			t.Errorf("%s: %q %q %q", d.Name, spanish[i].Name, spanish[i].Title, spanish[i].Language)
		}
	}
	edition, err := petition.ParseDate(rules.Edition)
	if err != nil {
		t.Fatal(err)
	}
	if text := dump(english[0]); strings.Contains(text, "as of,") || !strings.Contains(text, "Law as of "+edition.Long()+", Sample Legal Clinic") {
		t.Errorf("the head of the blank list: %s", text[:200])
	}
}

func TestTheSummaryFollowsTheCaseAndThenTheOffice(t *testing.T) {
	for _, x := range []struct {
		of, office petition.Language
		title      string
	}{
		{"", "", "Your summary"},
		{"", petition.Spanish, "Su resumen"},
		{petition.English, petition.Spanish, "Your summary"},
		{petition.Spanish, "", "Su resumen"},
	} {
		c, o := readyFelony(), office()
		c.Petitioner.Language, o.Language = x.of, x.office
		if d := paperNamed(t, compose(c, o), "summary"); d.Title != x.title || (d.Language == "es") != (x.title == "Su resumen") {
			t.Errorf("case %q, office %q: %q in %q", x.of, x.office, d.Title, d.Language)
		}
	}
}

func TestTheSummarySpeaksOfADraftOnlyWhereThereIsOne(t *testing.T) {
	for name, c := range sampleCases() {
		docs := compose(c, office())
		drafted := slices.ContainsFunc(docs, func(d doc.Document) bool { return d.Name == "petition" && d.Draft != "" })
		if said := strings.Contains(dump(paperNamed(t, docs, "summary")), "A draft is in your packet"); said && !drafted {
			t.Errorf("%s: the summary speaks of a draft that is not there", name)
		}
	}
	c := twoFelonies()
	if said := dump(paperNamed(t, compose(c, office()), "summary")); !strings.Contains(said, "Choose with a lawyer which one") {
		t.Errorf("two felonies: the summary does not speak of the choice:\n%s", said)
	}
}

func TestALogoLeavesMarkdownAsItIs(t *testing.T) {
	o := office()
	o.Clinic.Logo = []byte("a picture")
	with, without := compose(readyFelony(), o), compose(readyFelony(), office())
	for i := range with {
		var a, b strings.Builder
		if err := markdown.Render(&a, with[i]); err != nil {
			t.Fatal(err)
		}
		if err := markdown.Render(&b, without[i]); err != nil {
			t.Fatal(err)
		}
		if a.String() != b.String() {
			t.Errorf("%s differs", with[i].Name)
		}
	}
}

var sectionForm = regexp.MustCompile(`\d+-\d+-\d+(?:\.\d+)?(?:\([0-9a-z]+\))*`)

// sectionsIn are the sections of law that a text names, in order.
func sectionsIn(text string) []string {
	out := sectionForm.FindAllString(text, -1)
	slices.Sort(out)
	return out
}
