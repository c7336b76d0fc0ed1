package petition

import (
	"regexp"
	"strings"
)

// Section is a section of the Mississippi Code as a record writes it, with the parts
// that could be read out of it. A text that is not a Mississippi section (a federal
// one, say) is kept as given and is not [Section.Readable].
type Section struct {
	text string // base and subs when readable, else as given
	base string // "97-3-7"
	subs string // "(2)(a)"
}

var sectionText = regexp.MustCompile(`(?i)^(?:miss(?:issippi)?\.?\s*code(?:\s*(?:of\s*)?1972)?(?:\s*ann(?:otated)?\.?)?|m\.?c\.?a\.?)?[\s,]*(?:§+|sections?|secs?\.?)?\s*([0-9]{1,3})\s*[-–— ]\s*([0-9]{1,3})\s*[-–— ]\s*([0-9]{1,4}(?:\.[0-9]{1,3})?)\s*((?:\(\s*[0-9a-z]{1,5}\s*\)\s*)*)\.?$`)

// ParseSection reads "97-17-41", "§ 97-17-41(1)(a)", "Miss. Code Ann. § 63-11-30(2)(a)"
// and "97 17 41". Letters of subsections keep their case. For any other text it
// returns a Section that holds the text and is not readable.
func ParseSection(text string) Section {
	s := Section{text: strings.Join(strings.Fields(text), " ")}
	if base, subs, ok := plainSection(s.text); ok {
		s.base, s.subs = base, subs
		return s
	}
	part := sectionText.FindStringSubmatch(s.text)
	if part == nil {
		return s
	}
	trim := func(n string) string {
		if n = strings.TrimLeft(n, "0"); n == "" {
			return "0"
		}
		return n
	}
	s.base = trim(part[1]) + "-" + trim(part[2]) + "-" + trim(part[3])
	s.subs = strings.ReplaceAll(part[4], " ", "")
	s.text = s.base + s.subs // so that two spellings of one section are equal
	return s
}

// plainSection reads a section written in the plainest way, "97-3-7(2)(a)" without
// spaces, words or leading zeros, which nearly all are: it spares them the pattern.
func plainSection(text string) (base, subs string, ok bool) {
	base, subs = text, ""
	if i := strings.IndexByte(text, '('); i >= 0 {
		base, subs = text[:i], text[i:]
	}
	part := strings.Split(base, "-")
	if len(part) != 3 {
		return "", "", false
	}
	for i, p := range part {
		if len(p) == 0 || len(p) > 4 || (i < 2 && len(p) > 3) || p[0] == '0' || strings.Trim(p, "0123456789") != "" {
			return "", "", false
		}
	}
	for rest := subs; rest != ""; {
		end := strings.IndexByte(rest, ')')
		if rest[0] != '(' || end < 2 || end > 6 || strings.Trim(rest[1:end], "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != "" {
			return "", "", false
		}
		rest = rest[end+1:]
	}
	return base, subs, true
}

// UnmarshalText keeps any text; [Case.Validate] says whether it had to be readable.
func (s *Section) UnmarshalText(b []byte) error {
	if IsUnknownWord(string(b)) {
		*s = Section{}
		return nil
	}
	*s = ParseSection(string(b))
	return nil
}

// Known reports whether any text was given.
func (s Section) Known() bool { return s.text != "" }

// Readable reports whether the text is a section of the Mississippi Code.
func (s Section) Readable() bool { return s.base != "" }

// Base returns the section without subsections, "97-3-7", or the empty string.
func (s Section) Base() string { return s.base }

// Subsections returns the subsections, "(2)(a)", or the empty string.
func (s Section) Subsections() string { return s.subs }

// String returns "97-3-7(2)(a)" when readable, and otherwise the text as given.
func (s Section) String() string {
	return s.text
}

// Within reports whether s is the section other, or a subsection somewhere under it:
// 97-3-7(2)(a)(i) is within 97-3-7(2)(a).
func (s Section) Within(other Section) bool {
	return s.Readable() && s.base == other.base && len(s.subs) >= len(other.subs) && strings.EqualFold(s.subs[:len(other.subs)], other.subs)
}
