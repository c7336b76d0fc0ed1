package rules

import (
	"os"
	"slices"
	"strings"
	"testing"

	"expunge/petition"
)

func likely(offense string, grade petition.Grade) []string {
	out := []string{}
	for _, o := range LikelySections(offense, grade) {
		for _, s := range o.Sections {
			out = append(out, s.String())
		}
	}
	return out
}

// Every line finds itself by each of its names, in capitals and with a plural too.
func TestEveryOffenseNameFindsItsLine(t *testing.T) {
	for _, o := range Offenses() {
		for _, name := range append([]string{o.Name}, o.Also...) {
			for _, text := range []string{name, strings.ToUpper(name), " " + strings.ReplaceAll(name, " ", "  ") + ". "} {
				if !slices.ContainsFunc(LikelySections(text, ""), func(f Offense) bool { return f.Name == o.Name }) {
					t.Errorf("%q does not find %s", text, o.Name)
				}
			}
			if got := LikelySections(name, o.Grades[0]); !slices.ContainsFunc(got, func(f Offense) bool { return f.Name == o.Name }) {
				t.Errorf("%q with its own grade does not find %s", name, o.Name)
			}
		}
	}
}

func TestEveryOffenseSaysWhereItWasRead(t *testing.T) {
	page, err := os.ReadFile("offenses.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, o := range Offenses() {
		if seen[o.Name] {
			t.Errorf("%s stands in the table twice", o.Name)
		}
		seen[o.Name] = true
		if len(o.Sections) == 0 || len(o.Grades) == 0 || len(o.Sources) == 0 {
			t.Errorf("%s has no section, grade or source", o.Name)
		}
		for _, s := range o.Sections {
			if !s.Readable() {
				t.Errorf("%s: %q is no section", o.Name, s)
			}
		}
		for _, src := range o.Sources {
			if src.Name == "" || src.Read == "" || src.Confidence == "" || (src.Link == "" && src.Confidence != Low) {
				t.Errorf("%s has a source without a name, a day, a confidence or a link: %+v", o.Name, src)
			}
		}
		if !strings.Contains(string(page), offenseLine(o)) {
			t.Errorf("the page lacks the line\n%s", offenseLine(o))
		}
	}
	for _, src := range []Source{fromHeadings, fromAmounts, fromViolence, fromExclusions} {
		if !strings.Contains(string(page), src.Name) {
			t.Errorf("the page does not name %q", src.Name)
		}
	}
	if len(seen) < 90 {
		t.Errorf("the table has %d lines", len(seen))
	}
}

// offenseLine is the line of the page for an offense.
func offenseLine(o Offense) string {
	sections := []string{}
	for _, s := range o.Sections {
		sections = append(sections, s.String())
	}
	least := High
	order := []Confidence{High, MediumHigh, Medium, Low}
	for _, s := range o.Sources {
		if slices.Index(order, s.Confidence) > slices.Index(order, least) {
			least = s.Confidence
		}
	}
	return "| " + strings.Join([]string{o.Name, strings.Join(sections, ", "), gradeWords(o.Grades), o.Limits, string(least)}, " | ") + " |"
}

func TestOffensesAsDocketsWriteThem(t *testing.T) {
	for _, c := range []struct {
		text  string
		grade petition.Grade
		want  string // the first section; empty for none
	}{
		{"GRAND LARCENY", "", "97-17-41"},
		{"Larceny, Grand", "", "97-17-41"},
		{"larceny", petition.Misdemeanor, "97-17-43"},
		{"larceny", petition.Felony, "97-17-41"},
		{"theft", "", "97-17-41"},
		{"Felony theft", "", "97-17-41"},
		{"misd. theft", "", "97-17-43"},
		{"Agg. Asslt.", "", "97-3-7(2)(a)"},
		{"simple asslt - dom viol", "", "97-3-7(3)"},
		{"Poss. C/S w/intent to distribute", "", "41-29-139(a)"},
		{"poss. CS w/ intent", "", "41-29-139(a)"},
		{"Poss of Cocaine < 2 grams", "", "41-29-139(c)"},
		{"sale of cocaine", "", "41-29-139(a)"},
		{"Sale of a Controlled Substance, to wit: Cocaine", "", "41-29-139(a)"},
		{"poss marihuana", "", "41-29-139(c)(2)(A)"},
		{"D.U.I. 1st", "", "63-11-30(2)(a)"},
		{"DUI - 2nd offense", "", "63-11-30(2)(b)"},
		{"Driving Under the Influence, 3rd", "", "63-11-30(2)(c)"},
		{"DWI 4th", "", "63-11-30(2)(d)"},
		{"DUI", petition.Felony, "63-11-30(2)(c)"},
		{"Burglary (Non-Dwelling)", "", "97-17-33"},
		{"burglary of a building other than a dwelling", "", "97-17-33"},
		{"House burglary", "", "97-17-23"},
		{"strong arm robbery", "", "97-3-73"},
		{"robbery w/ a deadly weapon", "", "97-3-79"},
		{"no driver's license", "", "63-1-5"},
		{"DRIVING W/ LICENSE SUSP.", "", "63-1-57"},
		{"felony fleeing", "", "97-9-72(2)"},
		{"fleeing law enforcement", petition.Misdemeanor, "97-9-72(1)"},
		{"minor in possession of beer", "", "67-3-70(1)"},
		{"convicted felon in possession of a firearm", "", "97-37-5"},
		{"bad checks", "", "97-19-55"},
		{"2 counts of forgery", "", "97-21-33"},
		{"trafficking marijuana", "", "41-29-139(f)"},
		{"failing to register as a sex offender", "", "45-33-33"},
		{"grand opening", "", ""},
		{"larch planting", "", ""},
		{"robber baron", "", ""},
		{"driving lessons", "", ""},
		{"felony", "", ""},
		{"xyzzy plugh", "", ""},
		{"", petition.Felony, ""},
		{"...", "", ""},
	} {
		got := likely(c.text, c.grade)
		first := ""
		if len(got) > 0 {
			first = got[0]
		}
		if first != c.want {
			t.Errorf("%q %s is likely %v, want %q first", c.text, c.grade, got, c.want)
		}
	}
}

func TestAnAttemptIsNotTheCompletedCrime(t *testing.T) {
	for text, want := range map[string]string{
		"attempted armed robbery": "97-1-7", "Att. Burglary of a Dwelling": "97-1-7", "conspiracy to sell cocaine": "97-1-1",
		"accessory after the fact to murder": "97-1-5", "attempted murder": "97-1-7(2)", "solicitation of murder": "", "aiding and abetting robbery": "",
	} {
		if got := strings.Join(likely(text, ""), " "); got != want {
			t.Errorf("%q is likely %q, want %q", text, got, want)
		}
	}
	if hint := SectionHint(petition.Charge{Offense: "attempted armed robbery"}); !strings.Contains(hint, "not always the section of the crime aimed at") || strings.Contains(hint, "97-3-79") {
		t.Errorf("the hint of an attempt is %q", hint)
	}
}

// The name of an excluded felony never hints at sections that no exclusion names, alone.
func TestAnExcludedNameIsNeverHintedAway(t *testing.T) {
	check := func(text string) {
		t.Helper()
		found := LikelySections(text, "")
		if len(found) == 0 || !excludedWords.in(withoutDenial(text)) {
			return
		}
		if !slices.ContainsFunc(found, func(o Offense) bool {
			return slices.ContainsFunc(o.Sections, func(s petition.Section) bool { return spokenOf(s) || anyWithin(s, generalSections) })
		}) {
			t.Errorf("%q hints at %v, which no exclusion names", text, likely(text, ""))
		}
	}
	for _, o := range Offenses() {
		for _, name := range append([]string{o.Name}, o.Also...) {
			check(name)
			for _, word := range slices.Concat(excludedWords[:]...) {
				check(name + " " + word)
				check(word + " " + name)
			}
		}
	}
	for _, text := range []string{"larceny from a dwelling", "trespass with voyeurism", "petit larceny, molest"} {
		if got := LikelySections(text, ""); slices.ContainsFunc(got, func(o Offense) bool { return o.Name == "grand larceny" || o.Name == "trespass" }) {
			t.Errorf("%q hints at %v", text, likely(text, ""))
		}
	}
	for _, x := range exclusions {
		if got := LikelySections(x.name, petition.Felony); len(got) == 0 || !slices.ContainsFunc(got, func(o Offense) bool {
			return slices.ContainsFunc(o.Sections, func(s petition.Section) bool { found, _ := x.names(s); return found })
		}) {
			t.Errorf("%s gives %v, which is not the exclusion's own section", x.name, likely(x.name, petition.Felony))
		}
	}
	for _, line := range crimesOfViolence {
		if got := LikelySections(line.name, petition.Felony); !slices.ContainsFunc(got, func(o Offense) bool {
			return slices.ContainsFunc(o.Sections, func(s petition.Section) bool { found, vague := line.names(s); return found || vague })
		}) {
			t.Errorf("%s gives %v, which is not the list's own section", line.name, likely(line.name, petition.Felony))
		}
	}
}

func TestSectionHint(t *testing.T) {
	for _, c := range []struct {
		charge petition.Charge
		want   string
	}{
		{petition.Charge{Offense: "grand larceny"}, "Records that say grand larceny usually mean 97-17-41 (felony); the judgment names the section."},
		{petition.Charge{Offense: "LARCENY"}, "Records with a name like this usually mean 97-17-41 (grand larceny, felony) or 97-17-43 (petit larceny, misdemeanor); the judgment names the section."},
		{petition.Charge{Offense: "aggravated assault"}, "Records that say aggravated assault usually mean 97-3-7(2)(a) or 97-3-7(2)(b) (felony); the judgment names the section."},
		{petition.Charge{Offense: "larceny", Grade: petition.Misdemeanor}, "Records that say petit larceny usually mean 97-17-43 (misdemeanor); the judgment names the section."},
		{petition.Charge{Offense: "grand larceny", Section: petition.ParseSection("97-17-41")}, ""},
		{petition.Charge{Offense: "trespass", Ordinance: "86-7"}, ""},
		{petition.Charge{Offense: "xyzzy"}, ""},
		{petition.Charge{}, ""},
	} {
		if got := SectionHint(c.charge); got != c.want {
			t.Errorf("%q %s: the hint is %q, want %q", c.charge.Offense, c.charge.Grade, got, c.want)
		}
	}
	if SectionHint(petition.Charge{Offense: "grand larceny", Section: petition.ParseSection("97-17-41 et seq.")}) == "" {
		t.Error("a section that cannot be read gives no hint")
	}
}

// The table is the same for every caller: changing what was handed out changes nothing.
func TestOffensesAreHandedOutWhole(t *testing.T) {
	Offenses()[0].Name = "changed"
	if Offenses()[0].Name == "changed" {
		t.Error("a caller can change the table")
	}
}

func FuzzLikelySections(f *testing.F) {
	f.Add("grand larceny", "felony")
	f.Add("poss. c/s w/ intent", "")
	f.Fuzz(func(t *testing.T, text, grade string) {
		for _, o := range LikelySections(text, petition.Grade(grade)) {
			if o.Name == "" || len(o.Sections) == 0 {
				t.Errorf("%q gives an empty line", text)
			}
		}
	})
}
