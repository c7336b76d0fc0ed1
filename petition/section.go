package petition

import (
	"regexp"
	"slices"
	"strings"
)

// Section is a section of the Mississippi Code as a record writes it, with the parts
// that could be read out of it. A text that is not a Mississippi section (a federal
// one, say) is kept as given and is not [Section.Readable]. The zero value means that no
// section was stated; a section may also be stated to be unknown.
type Section struct {
	text    string // base and subs when readable, else as given
	base    string // "97-3-7"
	subs    string // "(2)(a)"
	unknown bool
}

// UnknownSection returns a section that was stated to be unknown.
func UnknownSection() Section { return Section{unknown: true} }

// ParseSection reads "97-17-41", "§ 97-17-41(1)(a)", "Miss. Code Ann. § 63-11-30(2)(a)",
// "97 17 41", "MCA 97-17-41 (Rev. 2014)" and "Section 97-17-41, as amended". Letters of
// subsections keep their case. What could mean more than one thing ("97-3-7 (2) a",
// "97-17-41 et seq.", "97-17-41 and 97-17-43", a date, a Social Security number) is not
// guessed at: for it, and for any other text, the Section holds the text and is not
// readable.
func ParseSection(text string) Section {
	s := Section{text: strings.Join(strings.Fields(text), " ")}
	if base, subs, ok := plainSection(s.text); ok {
		s.base, s.subs = base, subs
		return s
	}
	if base, subs, ok := dressedSection(s.text); ok {
		s.base, s.subs = base, subs
		s.text = base + subs // so that two spellings of one section are equal
	}
	return s
}

// plainSection reads a section written in the plainest way, "97-3-7(2)(a)" without
// spaces, words or leading zeros, which nearly all are: it spares them the pattern.
func plainSection(text string) (base, subs string, ok bool) {
	base = text
	if i := strings.IndexByte(text, '('); i >= 0 {
		base, subs = text[:i], text[i:]
	}
	title, rest, _ := strings.Cut(base, "-")
	chapter, number, _ := strings.Cut(rest, "-")
	if !isNumber(title, 2) || !isNumber(chapter, 3) || !isNumber(number, 4) || isYear(number) {
		return "", "", false
	}
	for rest := subs; rest != ""; {
		end := strings.IndexByte(rest, ')')
		if rest[0] != '(' || end < 0 || !isSubsection(rest[1:end]) {
			return "", "", false
		}
		rest = rest[end+1:]
	}
	return base, subs, true
}

var sectionNumbers = regexp.MustCompile(`^(|.*?[^0-9-])([0-9]{1,3})\s*[- ]\s*([0-9]{1,3})\s*[- ]\s*([0-9]{1,4}(?:\.[0-9]{1,3})?)(|[^0-9].*)$`)

// dressedSection reads a section with the words, marks and spaces that records put
// before and after it.
func dressedSection(text string) (base, subs string, ok bool) {
	part := sectionNumbers.FindStringSubmatch(plainDashes.Replace(text))
	if part == nil || !onlyWords(part[1], citingWords) {
		return "", "", false
	}
	number := [3]string{}
	for i := range number {
		number[i] = strings.TrimLeft(part[2+i], "0")
	}
	if !isNumber(number[0], 2) || number[1] == "" || number[2] == "" || isYear(number[2]) {
		return "", "", false
	}
	if strings.Contains(part[5], "()") || strings.Count(part[5], "(") != strings.Count(part[5], ")") {
		return "", "", false // a subsection was begun and is not there
	}
	subs, rest := subsections(part[5])
	return strings.Join(number[:], "-"), subs, onlyWords(rest, editionWords)
}

// plainDashes turns the dashes a word processor puts into a section, and the minus of a
// spreadsheet, into hyphens.
var plainDashes = strings.NewReplacer("‐", "-", "‑", "-", "‒", "-", "–", "-", "—", "-", "−", "-")

// citingWords stand before a section, and editionWords after it: they name the Code and
// its edition, and say nothing of the offense.
var (
	citingWords = []string{
		"miss", "mississippi", "ms", "code", "st", "ann", "anno", "annotated", "of", "the", "1972", "mca", "misscode",
		"section", "sections", "sec", "secs", "s", "ss",
	}
	editionWords = append([]string{"as", "amended", "rev", "revised", "supp", "supplement", "west"}, citingWords...)
)

// onlyWords reports whether a text holds nothing but the words and years, whatever marks
// stand between them.
func onlyWords(text string, words []string) bool {
	text = sectionMarks.Replace(strings.ToLower(text))
	return !slices.ContainsFunc(strings.Fields(text), func(w string) bool { return !slices.Contains(words, w) && !isYear(w) })
}

var sectionMarks = strings.NewReplacer(".", "", "§", " ", ",", " ", ";", " ", "(", " ", ")", " ")

var subsectionWord = regexp.MustCompile(`(?i)^[\s,]*(?:subsections?|subsec\.?|sub\.?)\s*\(`)

// subsections takes the subsections off the head of a text: "(1) (a), as amended" is
// "(1)(a)" and ", as amended".
func subsections(text string) (subs, rest string) {
	if word := subsectionWord.FindString(text); word != "" {
		text = text[len(word)-1:]
	}
	for {
		inside, ok := strings.CutPrefix(strings.TrimSpace(text), "(")
		group, after, closed := strings.Cut(inside, ")")
		if group = strings.TrimSpace(group); !ok || !closed || !isSubsection(group) {
			return subs, text
		}
		subs, text = subs+"("+group+")", after
	}
}

// isSubsection reports whether a text between parentheses is the mark of a subsection:
// a number, a letter or two, or a Roman numeral. "(2a)" and "(Rev)" are none.
func isSubsection(mark string) bool {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	low := strings.ToLower(mark)
	switch {
	case low == "" || len(low) > 5:
		return false
	case strings.Trim(low, "0123456789") == "":
		return len(low) <= 3
	case strings.Trim(low, letters) != "":
		return false
	default:
		return len(low) <= 2 || strings.Trim(low, "ivxl") == ""
	}
}

// isNumber reports whether a text is a number of at most so many digits without leading zeros.
func isNumber(text string, digits int) bool {
	return text != "" && len(text) <= digits && text[0] != '0' && strings.Trim(text, "0123456789") == ""
}

// isYear reports whether a text is a year of the last or the present century. No section
// has such a number; an edition and a date do.
func isYear(text string) bool {
	return isNumber(text, 4) && len(text) == 4 && (text[:2] == "19" || text[:2] == "20")
}

// UnmarshalText keeps any text, and reads a word that says the section is unknown; [Case.Validate] says whether it had to be readable.
func (s *Section) UnmarshalText(b []byte) error {
	if IsUnknownWord(string(b)) {
		*s = UnknownSection()
		return nil
	}
	*s = ParseSection(string(b))
	return nil
}

// Known reports whether any text was given.
func (s Section) Known() bool { return s.text != "" }

// StatedUnknown reports whether the section was stated to be unknown, as opposed to left out.
func (s Section) StatedUnknown() bool { return s.unknown }

// Readable reports whether the text is a section of the Mississippi Code.
func (s Section) Readable() bool { return s.base != "" }

// Base returns the section without subsections, "97-3-7", or the empty string.
func (s Section) Base() string { return s.base }

// Subsections returns the subsections, "(2)(a)", or the empty string.
func (s Section) Subsections() string { return s.subs }

// String returns "97-3-7(2)(a)" when readable, and otherwise the text as given. It is
// empty when the section is not known, stated so or not.
func (s Section) String() string {
	return s.text
}

// Within reports whether s is the section other, or a subsection somewhere under it:
// 97-3-7(2)(a)(i) is within 97-3-7(2)(a).
func (s Section) Within(other Section) bool {
	return s.Readable() && s.base == other.base && len(s.subs) >= len(other.subs) && strings.EqualFold(s.subs[:len(other.subs)], other.subs)
}
