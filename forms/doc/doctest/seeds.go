package doctest

import (
	"math/rand/v2"
	"strings"
)

// Seeds are bytes for a fuzz target that rapid makes, of several lengths. Rapid takes eight
// at a time and gives a case up where they end: each of these reaches the end of a paper.
func Seeds() [][]byte {
	counting := make([]byte, 8<<10)
	for i := range counting {
		counting[i] = byte(i)
	}
	out := [][]byte{make([]byte, 8<<10), counting}
	for i := range 5 {
		b := make([]byte, 4<<10<<i)
		for j, source := 0, rand.New(rand.NewPCG(uint64(i), 6)); j < len(b); j++ { //nolint:gosec // the same seeds each time
			b[j] = byte(source.Uint32())
		}
		out = append(out, b)
	}
	return out
}

// Naughty are texts that have broken programs: as a name, in a cell, in a value of YAML.
func Naughty() []string {
	return []string{
		`'`, `"`, `'"`, "`", `\`, `\\`, `\'`, `"; rm -rf ~; "`, "$(touch x)", "`touch x`", "${IFS}", "%s%s%s%n", "%d", "%!(EXTRA int=1)", "{{.}}", "{0}",
		"<script>alert(1)</script>", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hosts\">]>&e;", "]]>", "<![CDATA[", "<w:p/>", "&amp;lt;", "&#x1;", "<!--", "-->",
		`{\rtf1\object}`, `\par `, "(unbalanced", ") Tj ET", "endstream endobj", "/JS (x)", "'; DROP TABLE cases;--", "1' OR '1'='1",
		"../../../etc/passwd", `..\..\x`, "/dev/null", `C:\CON`, "file:///x", "http://example.org/?a=b", "javascript:alert(1)", "a\x00b", "\x00", "\ufeff", "\ufeffa", "\xff\xfe", "\xc0\xaf", "\xed\xa0\x80", "\xed\xb0\x80", "\ufffe", "\uffff", "\U0010ffff",
		"\u202eabc\u202c", "\u2066a\u2069", "\u200f\u061c", "a\u200bb", "\u2060", "\u2028", "\u2029", "\u0085", "\x1b[2J", "\u009b2J", "\x7f", "\b\r\t\v\f",
		"Z" + strings.Repeat("\u0351\u0363\u0357", 40) + "a", "e\u0301", "\u1100\u1161\u11a8", "\u0130\u0131\u1e9e\u00df\ufb03", "\u0645\u0631\u062d\u0628\u0627 abc 12", "\u05e9\u05dc\u05d5\u05dd", "\u7530\u4e2d\u3055\u3093", "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466", "\U0001f3f4\U000e0067\U000e0062\U000e007f", "\u2764\ufe0f", "\uff11\u0661\u00bd\u00b2", "\u0410bc",
		strings.Repeat("W", 5_000), strings.Repeat("\u00ad", 500), strings.Repeat("long ", 1_000), strings.Repeat("[", 300), strings.Repeat("- ", 300),
		"1e309", "-1e-400", "NaN", "Infinity", "-0", "0x7fffffffffffffff", "99999999999999999999", "012", "1_000", "1,000.00", "1/0", ".", "-", "+",
		`=cmd|'/c calc'!A1`, "@SUM(1)", "+1+1", "-2+3", "=HYPERLINK(\"x\")", "\t=1", "null", "undefined", "nil", "None", "true", "yes", "NO", "~", "", " ", "\u00a0", "\u3000", "?", "unknown",
		"!!python/object:os.system", "!!binary aGk=", "&a [*a]", "*a", "<<", "<<: {a: 1}", "? x", ": ", "- ", "# x", "a: b", "{a", "|", ">-", "---", "...", "%YAML 9", "@", "2001-01-01T00:00:00Z", "2019-02-30", "0000-00-00", "9999-12-31", "12:30:45", "=",
	}
}
