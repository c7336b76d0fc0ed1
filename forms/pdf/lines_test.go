package pdf

import (
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
)

// broken sets a text in a column so narrow that every break there may be is taken.
func broken(t *testing.T, width float64, content ...doc.Span) []string {
	t.Helper()
	theme := Standard()
	set, err := newSetter(&theme)
	if err != nil {
		t.Fatal(err)
	}
	c := composer{theme: &theme, look: &theme.Sheet, set: set, width: width}
	var got []string
	for _, r := range c.paragraph(c.line(content)) {
		got = append(got, r.lines[0].words(codePage()))
	}
	return got
}

func TestLinesBreak(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"at spaces, of any length", "one  two\n\tthree ", "one|two|three"},
		{"not at a no-break space", "of\u00a0no use", "of no|use"},
		{"not at a no-break hyphen", "a\u2011b c", "a-b|c"},
		{"after a hyphen between letters", "well-known", "well-|known"},
		{"not within a section", "99-19-71 a", "99-19-71|a"},
		{"not within a date", "4/1/2020 a", "4/1/2020|a"},
		{"after a slash between letters", "and/or", "and/|or"},
		{"after a dash", "yes—no 1–2 a–b", "yes—|no|1–2|a–|b"},
		{"not where spans meet without a space", "(word) again", "(word)|again"},
		{"with soft hyphens dropped", "ex\u00adpunge", "expunge"},
	} {
		if got := strings.Join(broken(t, 44, text(test.text)), "|"); got != test.want && !fitsWhole(got, test.want) {
			t.Errorf("lines break %s: got %s, want %s", test.name, got, test.want)
		}
	}
}

// fitsWhole tells whether got has only breaks of want. Short words share a line.
func fitsWhole(got, want string) bool {
	allowed := strings.Split(want, "|")
	for _, line := range strings.Split(got, "|") {
		rest := strings.ReplaceAll(line, " ", "")
		for rest != "" {
			if len(allowed) == 0 {
				return false
			}
			next := strings.ReplaceAll(allowed[0], " ", "")
			if !strings.HasPrefix(rest, next) {
				return false
			}
			rest, allowed = strings.TrimPrefix(rest, next), allowed[1:]
		}
	}
	return len(allowed) == 0
}

func TestSpansMeetWithoutABreak(t *testing.T) {
	got := broken(t, 44, text("to ("), value("x", "name"), text("), and"))
	if want := []string{"to", "(name),", "and"}; !slices.Equal(got, want) && !slices.Equal(got, []string{"to (", "name), and"}) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestWordLongerThanALineIsCut(t *testing.T) {
	long := strings.Repeat("Donaudampfschiff", 5)
	got := broken(t, 60, text(long))
	if len(got) < 4 || strings.Join(got, "") != long {
		t.Errorf("got %q", got)
	}
	got = broken(t, 60, text("Nguyễn"+strings.Repeat("ễ", 40)))
	if len(got) < 4 || strings.Join(got, "") != "Nguyễn"+strings.Repeat("ễ", 40) {
		t.Errorf("got %q", got)
	}
}

func TestOnlyTheWordThatNeedsItIsSetInUnicode(t *testing.T) {
	theme := Standard()
	set, err := newSetter(&theme)
	if err != nil {
		t.Fatal(err)
	}
	c := composer{theme: &theme, look: &theme.Filed, set: set, width: 400}
	rows := c.paragraph(c.text(words("Ms. Nguyễn Thị Hương of “Jackson”")))
	var got []string
	for _, r := range rows[0].lines[0].Runs {
		form := "w:"
		if r.Unicode {
			form = "u:"
		}
		got = append(got, form+r.Text)
	}
	if want := []string{"w:Ms. ", "u:Nguyễn", "w: ", "u:Thị", "w: ", "u:Hương", "w: of \x93Jackson\x94"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLetters(t *testing.T) {
	for i, want := range map[int]string{0: "a", 25: "z", 26: "aa", 27: "ab", 52: "ba"} {
		if got := letterOf(i); got != want {
			t.Errorf("letter %d is %q, want %q", i, got, want)
		}
	}
}

// The words before a long rule to write on fill their lines as if the text ended there, and
// the last of them is not spread: the rule is what made it short.
func TestTheWordsBeforeALongRuleAreSetAsIfTheyWereTheLast(t *testing.T) {
	const said = "The petitioner is rehabilitated from the offense which is the subject of this petition and says in the petitioner's own words:"
	theme := Standard()
	set, err := newSetter(&theme)
	if err != nil {
		t.Fatal(err)
	}
	c := composer{theme: &theme, look: &theme.Filed, set: set, texts: &set.texts, width: 468}
	lines := func(content ...doc.Span) []Line {
		p := c.line(content)
		p.justify = true
		var out []Line
		for _, r := range c.paragraph(p) {
			out = append(out, r.lines[0])
		}
		return out
	}
	alone, before := lines(text(said)), lines(text(said+" "), doc.Blank{Width: 60})
	if len(before) != len(alone)+1 || len(alone) < 2 {
		t.Fatalf("%d lines, and %d with the rule", len(alone), len(before))
	}
	for i, want := range alone {
		if got := before[i]; got.words(codePage()) != want.words(codePage()) || got.Stretch != want.Stretch {
			t.Errorf("line %d is %q, stretched by %.2f; want %q, by %.2f", i+1, got.words(codePage()), got.Stretch, want.words(codePage()), want.Stretch)
		}
	}
	if short := lines(text(said+" "), doc.Blank{Width: 5}); len(short) > len(before) {
		t.Errorf("%d lines with a short rule", len(short))
	}
}
