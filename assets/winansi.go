package assets

import "unicode/utf8"

// winAnsiExtras are the runes of the codes 0x80 to 0x9F in order, with U+FFFD at
// the five that code page 1252 leaves undefined.
//
// Source: PDF 32000-1, annex D, WinAnsiEncoding.
const winAnsiExtras = "€\ufffd‚ƒ„…†‡ˆ‰Š‹Œ\ufffdŽ\ufffd\ufffd‘’“”•–—˜™š›œ\ufffdžŸ"

// WinAnsi returns the cp1252 code of a rune, or false if it has none. Control
// characters have none.
func WinAnsi(r rune) (byte, bool) {
	if 0x20 <= r && r <= 0x7E || 0xA0 <= r && r <= 0xFF {
		return byte(r), true
	}
	if r < 0xA0 || r == utf8.RuneError {
		return 0, false
	}
	code := byte(0x80)
	for _, extra := range winAnsiExtras {
		if extra == r {
			return code, true
		}
		code++
	}
	return 0, false
}

// FromWinAnsi returns the rune of a cp1252 code, or U+FFFD for a code that has none.
func FromWinAnsi(code byte) rune {
	if code < 0x80 || code >= 0xA0 {
		return rune(code)
	}
	at := byte(0x80)
	for _, extra := range winAnsiExtras {
		if at == code {
			return extra
		}
		at++
	}
	return utf8.RuneError
}
