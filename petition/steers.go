package petition

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
)

// Steers reports whether a character has no look of its own and may do something to what
// shows it: the controls, C1 among them, the ends of lines and paragraphs, and what Unicode
// calls format, such as the marks that turn letters around. A line feed steers. The soft
// hyphen and the two joiners, which stand in names, do not.
func Steers(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d':
		return false
	}
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// JSON is a value as JSON for programs, on one line and without the line feed. Signs of
// HTML stand as they are. What [Steers] is escaped, which leaves the meaning as it is, so
// that a terminal can show it: encoding/json escapes only what is below U+0020.
func JSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return escapeSteering(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// escapeSteering escapes in a text of JSON on one line, which has letters beyond ASCII
// only within its strings.
func escapeSteering(text []byte) []byte {
	if !bytes.ContainsFunc(text, Steers) {
		return text
	}
	var b strings.Builder
	for _, r := range string(text) {
		if !Steers(r) {
			b.WriteRune(r)
			continue
		}
		for _, unit := range utf16.Encode([]rune{r}) {
			fmt.Fprintf(&b, `\u%04x`, unit)
		}
	}
	return []byte(b.String())
}
