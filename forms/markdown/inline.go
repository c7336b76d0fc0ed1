package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"expunge/forms/doc"
)

// unlinked keeps an address in a fact from being a link, which GitHub makes of one that
// stands bare. Addresses in our own words are to be followed.
func unlinked(text string) string {
	return strings.NewReplacer("://", `:\//`, "www.", `www\.`).Replace(text)
}

// blank is a line to write on.
const blank = "____"

// line writes spans that begin a line, where more characters are markup than within.
func line(spans []doc.Span) string { return guarded(inline(spans)) }

// guarded escapes what would make a line a heading, a quotation, an item of a list or
// a rule across the page.
func guarded(text string) string {
	if text == "" {
		return ""
	}
	if strings.ContainsRune("#>+-=:", rune(text[0])) || strings.Trim(text, "_ ") == "" {
		return `\` + text
	}
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits > 0 && digits < len(text) && (text[digits] == '.' || text[digits] == ')') {
		return text[:digits] + `\` + text[digits:]
	}
	return text
}

// inline writes spans within a line.
func inline(spans []doc.Span) string {
	var b strings.Builder
	for i, span := range spans {
		switch v := span.(type) {
		case doc.Text:
			add(&b, styled(v.S, v.Style))
		case doc.Value:
			add(&b, unlinked(styled(v.S, v.Style)))
		case doc.Blank:
			b.WriteString(blankText(v, b.String(), spans[i+1:]))
		}
	}
	return strings.TrimSpace(b.String())
}

// add appends text. A bracket after a bracket would make a link of the two.
func add(b *strings.Builder, text string) {
	if strings.HasSuffix(b.String(), "]") && text != "" && strings.ContainsRune("([:", rune(text[0])) {
		b.WriteByte('\\')
	}
	b.WriteString(text)
}

func blankText(v doc.Blank, before string, after []doc.Span) string {
	if v.Label != "" {
		return blank + " [" + escaped(v.Label) + "]"
	}
	if opens(before, after) {
		return strings.ReplaceAll(blank, "_", `\_`)
	}
	return blank
}

// opens tells whether underscores between the two could begin an emphasis, which the
// underscores of a later blank would end: not if white space follows them, and not if
// they stand between a letter and a sign.
func opens(before string, after []doc.Span) bool {
	next, _ := utf8.DecodeRuneInString(inline(after))
	if len(after) == 0 || next == utf8.RuneError || unicode.IsSpace(next) || startsWithSpace(after[0]) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return !word(last) || word(next)
}

func startsWithSpace(span doc.Span) bool {
	text := ""
	switch v := span.(type) {
	case doc.Text:
		text = v.S
	case doc.Value:
		text = v.S
	case doc.Blank:
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsSpace(first)
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// styled writes a text in its style. Spaces at its ends stay outside of the marks,
// which would not be marks beside them.
func styled(text string, style doc.Style) string {
	text = escaped(text)
	mark := ""
	switch style {
	case doc.Bold:
		mark = "**"
	case doc.Italic:
		mark = "*"
	case doc.Roman:
		return text
	}
	core := strings.TrimSpace(text)
	if core == "" {
		return text
	}
	start := strings.Index(text, core)
	return text[:start] + mark + core + mark + text[start+len(core):]
}

func strong(text string) string {
	if text == "" {
		return ""
	}
	return "**" + text + "**"
}

// escaped makes a text stand for itself: markup is escaped, breaks become spaces, and
// the spaces and hyphens that only forbid a break become ordinary ones, so that a
// section can be searched for as it is read. See [shown] for characters without a look.
func escaped(text string) string {
	var b strings.Builder
	for i, r := range text {
		switch r {
		case '\\', '`', '*', '_', '<', '~':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '&':
			if entity(text[i:]) {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		case '(', '[', ':':
			if i > 0 && text[i-1] == ']' {
				b.WriteByte('\\')
			}
			b.WriteRune(r)
		case '\n', '\r', '\t', '\u00a0', '\u202f':
			b.WriteByte(' ')
		case '\u2011':
			b.WriteByte('-')
		case '\u00ad', '\u200b', '\u2060':
		default:
			b.WriteRune(shown(r))
		}
	}
	return b.String()
}

// shown is the character, or a mark in the place of one that has no look of its own and
// might steer a terminal instead.
func shown(r rune) rune {
	if unicode.IsGraphic(r) {
		return r
	}
	return unicode.ReplacementChar
}

// entity tells whether text begins with what Markdown would read as one character.
func entity(text string) bool {
	end := strings.IndexByte(text, ';')
	return end > 1 && !strings.ContainsFunc(text[1:end], func(r rune) bool {
		return r != '#' && !word(r)
	})
}
