package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
)

// fault is a reason why a file cannot be read at all.
type fault struct {
	line, column int
	code         petition.Code
	message      string
	hint         string
}

func (f *fault) at(file string) Diagnostic {
	return Diagnostic{Position{File: file, Line: f.line, Column: f.column}, petition.Problem{Code: f.code, Message: f.message, Hint: f.hint}}
}

// marks are characters that stand in for what the YAML library does not read, one for
// one, so that columns stay what they are on the screen.
type marks struct{ question, pad rune }

// restore puts back what the marks stand for.
func (m marks) restore(n *yaml.Node) {
	if strings.ContainsRune(n.Value, m.question) || strings.ContainsRune(n.Value, m.pad) {
		n.Value = strings.NewReplacer(string(m.question), "?", string(m.pad), "").Replace(n.Value)
		if n.Value == "?" {
			n.Tag = "!!str"
		}
	}
	for _, kid := range n.Content {
		m.restore(kid)
	}
}

// prepare checks the encoding, and makes two things readable that the library refuses:
// a question mark as a value, and JSON's own escapes and tabs.
func prepare(data []byte) ([]byte, marks, *fault) {
	if len(data) > maxBytes {
		return nil, marks{}, &fault{1, 1, "yaml.size", "the file is larger than 1 MiB", "a case file is a few pages long; is this the right file?"}
	}
	if !utf8.Valid(data) {
		line, column := firstInvalid(data)
		return nil, marks{}, &fault{line, column, "yaml.encoding", "the file is not written in UTF-8", "save it again as UTF-8; editors offer this under \"save as\""}
	}
	s := strings.TrimPrefix(string(data), "\ufeff")
	m := marks{question: freeRune(s, 0xe000)}
	m.pad = freeRune(s, m.question+1)
	if strings.HasPrefix(strings.TrimSpace(s), "{") {
		s = plainJSON(s, m.pad)
	}
	return []byte(questionValue.ReplaceAllString(s, "${1}"+string(m.question)+"${2}")), m, nil
}

var questionValue = regexp.MustCompile(`(?m)([:,-][ \t]+|\[[ \t]*)\?([ \t]*(?:\r?$|[ \t]#|[,}\]]))`)

// freeRune returns the first character, from the one given, that the text does not hold.
func freeRune(s string, from rune) rune {
	taken := map[rune]bool{}
	for _, r := range s {
		if r >= from {
			taken[r] = true
		}
	}
	for taken[from] {
		from++
	}
	return from
}

// plainJSON writes tabs as spaces, \/ as a slash, and a pair of surrogate escapes as the
// one character they mean, padded to the same width.
func plainJSON(s string, pad rune) string {
	var b strings.Builder
	inString := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			b.WriteByte(' ')
		case c == '"':
			inString = !inString
			b.WriteByte(c)
		case c != '\\' || !inString || i+1 == len(s):
			b.WriteByte(c)
		case s[i+1] == '/':
			b.WriteByte('/')
			b.WriteRune(pad)
			i++
		case surrogates(s[i:]) != 0:
			fmt.Fprintf(&b, "\\U%08X%c%c", surrogates(s[i:]), pad, pad)
			i += len(`\ud83d\ude00`) - 1
		default:
			b.WriteString(s[i : i+2])
			i++
		}
	}
	return b.String()
}

// surrogates returns the character that s begins with as two escapes, or 0.
func surrogates(s string) rune {
	if len(s) < 12 || s[:2] != `\u` || s[6:8] != `\u` {
		return 0
	}
	high, err := strconv.ParseUint(s[2:6], 16, 16)
	low, err2 := strconv.ParseUint(s[8:12], 16, 16)
	if r := utf16.DecodeRune(rune(high), rune(low)); err == nil && err2 == nil && r != utf8.RuneError {
		return r
	}
	return 0
}

func firstInvalid(data []byte) (line, column int) {
	line, column = 1, 1
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		if r == utf8.RuneError && size == 1 {
			break
		}
		if column++; r == '\n' {
			line, column = line+1, 1
		}
		data = data[size:]
	}
	return line, column
}

// splitLines cuts the text where YAML ends a line.
func splitLines(s string) []string {
	return lineEnd.Split(s, -1)
}

var lineEnd = regexp.MustCompile("\r\n|[\r\n\u0085\u2028\u2029]")

var libraryLine = regexp.MustCompile(`^yaml: (?:line ([0-9]+): )?(.*)$`)

// syntaxFault says in plain words, and at the right place, why the library gave up.
func syntaxFault(data []byte, err error) *fault {
	good := lastGoodLine(data)
	if f := missingSpace(data, good); f != nil {
		return f
	}
	lines := splitLines(string(data))
	part := libraryLine.FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	if part == nil {
		part = []string{"", "", err.Error()}
	}
	line, _ := strconv.Atoi(part[1])
	if strings.HasPrefix(part[2], "did not find expected") {
		line++ // the library counts these from 0
	}
	line = min(max(line, good+1, 1), len(lines))
	for line > 1 && strings.TrimSpace(lines[line-1]) == "" {
		line-- // nothing can be mended where nothing stands
	}
	f := &fault{line: line, column: 1, code: "yaml.syntax"}
	if name, ok := strings.CutPrefix(part[2], "unknown anchor '"); ok {
		name, _, _ = strings.Cut(name, "'")
		for i, l := range lines {
			if at := strings.Index(l, "*"+name); at >= 0 {
				f.line, f.column = i+1, utf8.RuneCountInString(l[:at])+1
				break
			}
		}
		f.code, f.message, f.hint = "yaml.alias", "an alias (*) is not read", "put the text in quotes if it begins with *"
		return f
	}
	indent := lines[line-1][:len(lines[line-1])-len(strings.TrimLeft(lines[line-1], " \t"))]
	if tab := strings.IndexByte(indent, '\t'); tab >= 0 {
		f.column, f.message, f.hint = tab+1, "a tab stands where only spaces can", "set lines in with spaces, two for each step"
		return f
	}
	if start, long := longKey(lines[line-1]); long && aboutColon.MatchString(part[2]) {
		f.column, f.message, f.hint = start, fmt.Sprintf("a key is longer than %d characters", maxKey), "begin the line with one of the keys of \"expunge template case\"; text goes behind the colon"
		return f
	}
	f.message, f.hint = explainSyntax(part[2])
	f.column = columnOf(lines[line-1], part[2])
	return f
}

var (
	keyWithoutSpace = regexp.MustCompile(`(?m)^[ \t]*(?:-[ \t]+)*([a-z][a-z_]*)(:)[^\s:]`)
	secondColon     = regexp.MustCompile(`:(?:\s|$)`)
	needsQuotes     = regexp.MustCompile("[:,\\[{-][ \\t]+([@`%|>])")
)

// missingSpace finds the key whose value follows its colon without a space, the slip that
// ends most files before their time. A line is blamed only when a space put in there
// lets more of the file be read.
func missingSpace(data []byte, good int) *fault {
	words := map[string]bool{}
	schema().visit(func(f *field) { words[f.key] = true })
	tried := 0
	for _, at := range keyWithoutSpace.FindAllSubmatchIndex(data, -1) {
		if !words[string(data[at[2]:at[3]])] {
			continue
		}
		if tried++; tried > 20 {
			return nil
		}
		mended := slices.Concat(data[:at[5]], []byte(" "), data[at[5]:])
		if readable(mended) || lastGoodLine(mended) > good {
			before := string(data[:at[4]])
			start := strings.LastIndexAny(before, "\r\n") + 1
			return &fault{len(splitLines(before)), utf8.RuneCountInString(before[start:]) + 1, "yaml.syntax", spaceMissing, spaceHint}
		}
	}
	return nil
}

// readable reports whether the library reads the text, or finds nothing in it.
func readable(data []byte) bool {
	var doc yaml.Node
	err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&doc)
	return err == nil || errors.Is(err, io.EOF)
}

// maxKey is how long a key may be for the library to see its colon.
const maxKey = 1024

// aboutColon is what the library says when it has missed a colon.
var aboutColon = regexp.MustCompile(`^(?:mapping values are not allowed|could not find expected ':')`)

// longKey returns where a line begins that has its first colon further off than the
// library looks for one.
func longKey(line string) (column int, long bool) {
	bare := strings.TrimLeft(line, " ")
	at := secondColon.FindStringIndex(bare)
	return len(line) - len(bare) + 1, at != nil && utf8.RuneCountInString(bare[:at[0]]) > maxKey
}

// columnOf finds what the library complains of in the line, and is otherwise the first
// character of the line that is not a space.
func columnOf(line, library string) int {
	at := len(line) - len(strings.TrimLeft(line, " \t"))
	switch {
	case strings.Contains(library, "mapping values are not allowed"):
		if colons := secondColon.FindAllStringIndex(line, 2); len(colons) == 2 {
			at = colons[1][0]
		}
	case strings.Contains(library, "cannot start any token"):
		if mark := needsQuotes.FindStringSubmatchIndex(line); mark != nil {
			at = mark[2]
		}
	case strings.Contains(library, "expected ',' or"), strings.Contains(library, "expected node content"):
		if open := strings.IndexAny(line, "[{"); open >= 0 {
			at = open
		}
	case strings.Contains(library, "unexpected end of stream"), strings.Contains(library, "unexpected document indicator"):
		if quote := strings.IndexAny(line, `"'`); quote >= 0 {
			at = quote
		}
	}
	return utf8.RuneCountInString(line[:at]) + 1
}

func explainSyntax(library string) (message, hint string) {
	for _, known := range []struct{ part, message, hint string }{
		{"mapping values are not allowed", "a second colon stands where a value was expected", "put the text after the first colon in quotes, or check that the line is set in like its neighbors"},
		{"unexpected end of stream", "a text in quotes begins here and never ends", "close the quotes"},
		{"unexpected document indicator", "a text in quotes is not closed", "close the quotes"},
		{"expected node content", "a bracket opened here is not closed, or a value is missing", "close the bracket, or write the value"},
		{"expected ',' or", "a bracket opened here is not closed, or a comma is missing", "close the bracket, or put a comma between the values; a text with an apostrophe needs double quotes"},
		{"could not find expected ':'", "a colon is missing after the key", "write key: value; a text of several lines needs quotes"},
		{"cannot start any token", "a value begins with a character that needs quotes", "put the value in quotes"},
		{"escape", "a backslash in double quotes is followed by something unexpected", "use single quotes around the text"},
		{"sequence entries are not allowed", "a list entry (-) stands where none can", "begin the list on the next line"},
		{"mapping keys are not allowed", "a question mark stands where a value was expected", "write unknown, or put the text in quotes"},
		{"expected '-' indicator", "this line is not set in like its neighbors", "set it in with spaces, like the other entries of its list; text that begins with a quote needs quotes around all of it"},
		{"did not find expected key", "this line is not set in like its neighbors, or a quote closes too early", "set it in with spaces like the other keys beside it; write O'Brien with an apostrophe in double quotes"},
		{"control characters", "the file holds control characters", "is this a text file? save it again from a text editor"},
		{"exceeded max depth", "values are nested too deep", "check the brackets"},
	} {
		if strings.Contains(library, known.part) {
			return known.message, known.hint
		}
	}
	return "the file is not well-formed here", "compare the line with \"expunge template case\"; text with special characters needs quotes"
}

// lastGoodLine returns the number of lines, from the first, that can be read without the
// rest: the trouble begins after them. The library itself often names only the start of
// the mapping it was in. The answer for a very large file is 0.
func lastGoodLine(data []byte) int {
	if len(data) > 1<<16 {
		return 0
	}
	ends := []int{0}
	for _, at := range lineEnd.FindAllIndex(data, -1) {
		ends = append(ends, at[1])
	}
	good := func(n int) bool { return readable(data[:ends[n]]) }
	low, high := 0, len(ends)
	for low+1 < high {
		middle := (low + high) / 2
		// A value over several lines is not good until its last: look a little further.
		found := -1
		for n := middle; n < min(middle+12, high) && found < 0; n++ {
			if good(n) {
				found = n
			}
		}
		if found >= 0 {
			low = found
		} else {
			high = middle
		}
	}
	return low
}
