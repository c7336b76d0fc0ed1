package screen

import (
	"encoding/json"
	"strings"
	"testing"
)

// TestEveryLetterIsWrittenAsJSON puts every byte at every place of texts of several lengths.
func TestEveryLetterIsWrittenAsJSON(t *testing.T) {
	plain := 0
	for _, length := range []int{1, 7, 8, 9, 17} {
		for at := range length {
			for c := range 0x80 {
				b := []byte(strings.Repeat("a", length))
				b[at] = byte(c)
				want := string(encoded(string(b)))
				if got := string(appendText(nil, string(b))); got != want {
					t.Fatalf("%q is written %s, want %s", b, got, want)
				}
				if standsAsItIs(string(b)) {
					if plain++; want != `"`+string(b)+`"` {
						t.Fatalf("%q is said to stand as it is", b)
					}
				}
			}
		}
	}
	if plain < 42*90 {
		t.Errorf("only %d texts stand as they are", plain)
	}
	for _, s := range []string{"", "Nuñez and eight more", "eight more and Nuñez", "\xff and more letters", "\u2028"} {
		var back string
		if err := json.Unmarshal(appendText(nil, s), &back); err != nil || back != strings.ToValidUTF8(s, "\ufffd") {
			t.Errorf("%q comes back as %q: %v", s, back, err)
		}
	}
}
