package rules

import (
	"slices"
	"strings"
	"sync"

	"expunge/petition"
)

// Offense is a name by which records write an offense, with the sections that likely
// stand behind it. It is a hint for whoever looks for the section: the judgment names it.
// One rule alone reads this table, and only to tell that another entry of the record is no
// DUI.
type Offense struct {
	Name string
	// Also are other ways in which records write the name.
	Also []string
	// Sections are the likely sections, the likeliest first.
	Sections []petition.Section
	// Grades are the grades the sections allow.
	Grades []petition.Grade
	// Limits says what tells the grades or the sections apart, and since when.
	Limits  string
	Sources []Source
}

// Offenses lists the table of offense names. Its sources, and how sure they are, stand
// in offenses.md.
func Offenses() []Offense {
	var out []Offense
	for _, e := range offenseNames() {
		out = append(out, e.Offense)
	}
	return out
}

// named is a line of the table with its names as sets of words.
type namedOffense struct {
	Offense
	names [][]string
}

var offenseNames = sync.OnceValue(func() []namedOffense {
	table := slices.Concat(propertyOffenses, fraudOffenses, personOffenses, childAndSexOffenses, drugOffenses, roadOffenses, orderOffenses, weaponOffenses, generalOffenses)
	out := make([]namedOffense, len(table))
	for i, o := range table {
		out[i] = namedOffense{Offense: o}
		for _, name := range append([]string{o.Name}, o.Also...) {
			words, _ := offenseWords(name)
			out[i].names = append(out[i].names, words)
		}
	}
	return out
})

// offenseVocabulary lists the words of the table, in order, each once.
var offenseVocabulary = sync.OnceValue(func() []string {
	var out []string
	for _, e := range offenseNames() {
		for _, name := range e.names {
			out = append(out, name...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
})

// LikelySections returns the lines of the table that an offense as written may mean, the
// likeliest first, and nothing when none is like it. A grade, given or written in the
// name, leaves out the lines that do not allow it while others do. An attempt, a
// conspiracy or an accessory's offense gives the section that punishes it in general and
// never the completed crime's; and a name that speaks of an excluded felony gives
// nothing where no line found is one.
func LikelySections(offense string, grade petition.Grade) []Offense {
	words, said := offenseWords(offense)
	if grade == "" {
		grade = said
	}
	found := linesNamed(words)
	if len(found) == 0 {
		if general, ok := inchoate(words); ok {
			found = linesNamed(general)
		} else {
			found = linesWithin(words)
		}
	}
	likely := ofGrade(found, grade)
	if hidesExclusion(offense, likely) {
		return nil
	}
	return likely
}

// SectionHint is one sentence for a charge whose section is not known or cannot be read,
// or the empty string when the table has nothing to say: "Records that say grand larceny
// usually mean 97-17-41 (felony); the judgment names the section."
func SectionHint(ch petition.Charge) string {
	if ch.Section.Readable() || ch.Ordinance != "" {
		return ""
	}
	found := LikelySections(ch.Offense, ch.Grade)
	if len(found) == 0 {
		return ""
	}
	const most = 3
	var names, means []string
	for _, o := range found[:min(len(found), most)] {
		names = append(names, o.Name)
		means = append(means, likelyText(o, len(found) > 1))
	}
	who := "Records that say " + names[0]
	if len(names) > 1 {
		who = "Records with a name like this"
	}
	but := ""
	words, _ := offenseWords(ch.Offense)
	if _, general := inchoate(words); general {
		but = ", and not always the section of the crime aimed at"
	}
	return who + " usually mean " + strings.Join(means, " or ") + but + "; the judgment names the section."
}

// likelyText writes the sections of a line with its grade, and with its name where
// several lines stand side by side.
func likelyText(o Offense, named bool) string {
	sections := make([]string, len(o.Sections))
	for i, s := range o.Sections {
		sections[i] = s.String()
	}
	note := gradeWords(o.Grades)
	if named {
		note = o.Name + ", " + note
	}
	return strings.Join(sections, " or ") + " (" + note + ")"
}

func gradeWords(grades []petition.Grade) string {
	words := make([]string, len(grades))
	for i, g := range grades {
		words[i] = string(g)
	}
	return strings.Join(words, " or ")
}

// linesNamed returns the lines one of whose names has exactly the words.
func linesNamed(words []string) []namedOffense {
	return linesWhere(func(name []string) bool { return slices.Equal(name, words) })
}

// linesWithin returns the lines one of whose names is among the words, the longest names
// alone: what speaks of armed robbery is not listed under robbery too.
func linesWithin(words []string) []namedOffense {
	most := 0
	within := func(name []string) bool { return len(name) > 0 && subset(name, words) }
	for _, e := range offenseNames() {
		for _, name := range e.names {
			if within(name) {
				most = max(most, len(name))
			}
		}
	}
	return linesWhere(func(name []string) bool { return len(name) == most && within(name) })
}

func linesWhere(like func(name []string) bool) []namedOffense {
	var out []namedOffense
	for _, e := range offenseNames() {
		if slices.ContainsFunc(e.names, func(name []string) bool { return len(name) > 0 && like(name) }) {
			out = append(out, e)
		}
	}
	return out
}

func subset(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(w string) bool { return !slices.Contains(whole, w) })
}

// inchoate reports whether words speak of an attempt, a conspiracy or an accessory, and
// the name of the offense that is in general.
func inchoate(words []string) (general []string, ok bool) {
	for _, w := range []string{"attempt", "conspiracy", "accessory", "solicitation", "aiding"} {
		if slices.Contains(words, w) {
			return []string{w}, true
		}
	}
	return nil, false
}

// hidesExclusion reports whether the name speaks of an excluded felony while none of the
// lines found is one, so that they would mislead.
func hidesExclusion(offense string, likely []Offense) bool {
	if !excludedWords.in(withoutDenial(offense)) {
		return false
	}
	return !slices.ContainsFunc(likely, func(o Offense) bool {
		return slices.ContainsFunc(o.Sections, func(s petition.Section) bool { return spokenOf(s) || anyWithin(s, generalSections) })
	})
}

// generalSections punish attempts, conspiracies and accessories of any crime.
var generalSections = code("97-1-7", "97-1-1", "97-1-5")

// ofGrade keeps the lines that allow the grade, and all of them when none does: then the
// name and the grade disagree, and whoever reads the hint should see it.
func ofGrade(found []namedOffense, grade petition.Grade) []Offense {
	var all, fitting []Offense
	for _, e := range found {
		all = append(all, e.Offense)
		if slices.Contains(e.Grades, grade) {
			fitting = append(fitting, e.Offense)
		}
	}
	if len(fitting) > 0 {
		return fitting
	}
	return all
}
