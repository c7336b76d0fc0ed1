package intake

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// A search through the text for each character in turn takes hours over the last of these.
func TestTheFirstFreeCharacterIsFound(t *testing.T) {
	var every strings.Builder
	for range 4 {
		for r := rune(0xe000); r < utf8.MaxRune; r++ {
			every.WriteRune(r)
		}
	}
	for _, c := range []struct {
		text       string
		from, want rune
	}{
		{"", 0xe000, 0xe000},
		{"plain", 0xe000, 0xe000},
		{"\ue001\ue000 and \ue003", 0xe000, 0xe002},
		{"\ue001\ue000 and \ue003", 0xe003, 0xe004},
		{"\ue001", 0xe000, 0xe000},
		{every.String(), 0xe000, utf8.MaxRune},
	} {
		if got := freeRune(c.text, c.from); got != c.want {
			t.Errorf("%.40q from %U: %U, want %U", c.text, c.from, got, c.want)
		}
	}
}
