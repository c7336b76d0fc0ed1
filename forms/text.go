package forms

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// words joins text, spans and runs of spans into one run. Text is set with the
// typographic apostrophe, and with a space that does not break where a number or a
// letter belongs to the word before it.
func words(parts ...any) []doc.Span {
	out := make([]doc.Span, 0, len(parts))
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			if p != "" {
				out = append(out, doc.Text{S: typeset(p)})
			}
		case doc.Span:
			out = append(out, p)
		case []doc.Span:
			out = append(out, p...)
		}
	}
	return out
}

var setting = strings.NewReplacer("'", "’", "Ann. § ", "Ann.\u00a0§\u00a0", "§ ", "§\u00a0", "No. ", "No.\u00a0", "Count ", "Count\u00a0", "Exhibit ", "Exhibit\u00a0")

func typeset(s string) string {
	sign, number := marks(s) // most text has neither, and setting it is slow
	if sign {
		s = setting.Replace(s)
	}
	if number {
		s = bindDates(s)
	}
	return s
}

// marks reports whether there is something in a text that setting changes, and whether
// there is a number after a space.
func marks(s string) (sign, number bool) {
	for i := range len(s) {
		switch s[i] {
		case '\'':
			sign = true
		case ' ':
			number = number || i+1 < len(s) && '0' <= s[i+1] && s[i+1] <= '9'
			sign = sign || i > 1 && bound(s[:i])
		}
	}
	return sign, number
}

// bound reports whether the space after a text is one that does not break.
func bound(s string) bool {
	switch s[len(s)-1] {
	case '.':
		return strings.HasSuffix(s, "No.")
	case 't':
		return strings.HasSuffix(s, "Count") || strings.HasSuffix(s, "Exhibit")
	default:
		return strings.HasSuffix(s, "§")
	}
}

// bindDates keeps the month and the day of a date on one line.
func bindDates(s string) string {
	for from := 0; ; {
		n := strings.IndexByte(s[from:], ' ')
		if n < 0 || from+n+1 == len(s) {
			return s
		}
		at := from + n
		if c := s[at+1]; '0' <= c && c <= '9' && endsInMonth(s[:at]) {
			s = s[:at] + "\u00a0" + s[at+1:]
		}
		from = at + 1
	}
}

// endsInMonth reports whether the last word of a text is the name of a month.
func endsInMonth(s string) bool {
	word := s[strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	switch word {
	case "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	default:
		return false
	}
}

func bold(s string) doc.Span { return doc.Text{S: typeset(s), Style: doc.Bold} }

// plain is what spans say, with a blank as a low line.
func plain(spans []doc.Span) string {
	var out strings.Builder
	for _, span := range spans {
		switch s := span.(type) {
		case doc.Text:
			out.WriteString(s.S)
		case doc.Value:
			out.WriteString(s.S)
		case doc.Blank:
			out.WriteString("____")
		}
	}
	return out.String()
}

// squeeze makes one line of text with single spaces.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// sentence begins with a capital and ends with a full stop.
func sentence(s string) string {
	s = squeeze(s)
	if s == "" {
		return ""
	}
	first := []rune(s)[0]
	s = strings.ToUpper(string(first)) + s[len(string(first)):]
	if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, ".”") {
		s += "."
	}
	return s
}

// begun begins a line with a capital.
func begun(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// stopped ends a sentence, unless it ends in a name that has its own full stop.
func stopped(spans []doc.Span) []doc.Span {
	if strings.HasSuffix(plain(spans), ".") {
		return spans
	}
	return words(spans, ".")
}

// listOf writes things with commas and a last "and".
func listOf(things []string) string {
	switch n := len(things); n {
	case 0:
		return ""
	case 1:
		return things[0]
	case 2:
		return things[0] + " and " + things[1]
	default:
		return strings.Join(things[:n-1], ", ") + ", and " + things[n-1]
	}
}

// code cites a section of the Code in full: "Miss. Code Ann. § 99-19-71(2)".
func code(section string) string { return "Miss. Code Ann. § " + section }

// cited is a citation for a sheet: "§ 99-19-71(2)(a)" or "Laws 2026 ch. 430".
func cited(c rules.Citation) string {
	if petition.ParseSection(string(c)).Readable() {
		return "§ " + string(c)
	}
	return string(c)
}

// sec cites a section again, after it was cited in full.
func sec(section string) string { return "§ " + section }

func citedAll(cites []rules.Citation) string {
	out := make([]string, len(cites))
	for i, c := range cites {
		out[i] = cited(c)
	}
	return strings.Join(out, "; ")
}

func heading(level int, parts ...any) doc.Block {
	return doc.Heading{Level: level, Text: words(parts...)}
}

func para(parts ...any) doc.Block { return doc.Para{Spans: words(parts...)} }

// body is a paragraph of a pleading.
func body(parts ...any) doc.Block { return doc.Para{Spans: words(parts...), FirstLine: true} }

func note(parts ...any) doc.Block { return doc.Para{Spans: words(parts...), Small: true} }

func bullets(items ...string) doc.Block {
	out := doc.Bullets{}
	for _, s := range items {
		out.Items = append(out.Items, words(s))
	}
	return out
}

func item(parts ...any) doc.Item { return doc.Item{Spans: words(parts...)} }

// box is a box to tick.
func box(parts ...any) doc.CheckItem { return doc.CheckItem{Spans: words(parts...)} }

// rule is a line to sign or write on, with what goes there below it.
func rule(parts ...any) doc.SignLine { return doc.SignLine{Rule: true, Spans: words(parts...)} }

func line(parts ...any) doc.SignLine { return doc.SignLine{Spans: words(parts...)} }

// open is a line for a signer or an officer to fill in, so many tenths of an inch wide.
func open(width int) doc.Blank { return doc.Blank{Width: width} }

// day is a date that whoever signs writes in: "the ___ day of ________, 20___".
func day() []doc.Span {
	return words("the ", open(5), " day of ", open(15), ", 20", open(4))
}

// tight are lines of one block, such as an address.
func tight(indent int, lines [][]doc.Span) []doc.Block {
	out := make([]doc.Block, len(lines))
	for i, spans := range lines {
		out[i] = doc.Para{Align: doc.Left, Indent: indent, Tight: true, Spans: spans}
	}
	return out
}

// row is a row of a table.
func row(cells ...[]doc.Span) [][]doc.Span { return cells }

// lowered begins with a small letter.
func lowered(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToLower(r)) + s[size:]
}
