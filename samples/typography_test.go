package samples

import (
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"expunge/forms"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// hardNames are names that a careless program would spoil.
func hardNames() []petition.Name {
	return []petition.Name{
		{First: "José", Last: "Nuñez-O'Brien", Suffix: "III"},
		{First: "Nguyễn", Middle: "Thị", Last: "Ánh"},
		{First: "Caoimhín", Last: "Ó Súilleabháin"},
		{First: "Kęstutis", Last: "Šimkevičius-Žąsytė"},
		{First: "Đặng", Middle: "Thùy", Last: "Dương-Łukasiewicz", Suffix: "Jr."},
		{First: strings.Repeat("Maximiliana ", 6) + "Rose", Middle: strings.Repeat("Theodora-", 8) + "Ann", Last: strings.Repeat("Featherstonehaugh", 4), Suffix: "VIII"},
	}
}

const (
	agency      = "Mississippi Gulf Coast Regional Narcotics & Safety Task Unit" // sixty characters
	paperOrder  = "order"
	paperAsking = "petition"
)

// hardCases are cases that need more room than most, by what is hard in them.
func hardCases(t *testing.T) map[string]petition.Case {
	t.Helper()
	out := map[string]petition.Case{}
	for i, name := range hardNames() {
		c := read(t, "felony-ready")
		c.Petitioner.Name, c.Petitioner.OtherNames = name, []string{name.Last + ", " + name.First}
		c.Charges[0].Arrest.Agency = agency
		c.Charges[0].Arrest.Name = name.Full()
		out[fmt.Sprintf("name %d", i+1)] = c
	}

	dui := read(t, "first-dui")
	dui.Charges[0].DUI.Justification = strings.TrimSpace(strings.Repeat("I have not driven after drinking since that night. ", 33)) + " That is all."
	dui.Charges[0].Arrest.Agency = agency
	out["a justification of three hundred words"] = dui

	counts := read(t, "two-counts-one-event")
	counts.Charges = eleven(counts.Charges[0], func(c *petition.Charge, i int) { c.Count = fmt.Sprint(i + 1) })
	out["eleven counts in one petition"] = counts

	apart := read(t, "acquittal")
	apart.Charges = eleven(apart.Charges[0], func(c *petition.Charge, i int) { c.CauseNumber = fmt.Sprintf("EL-%04d", i+1) })
	out["eleven charges"] = apart
	return out
}

func eleven(c petition.Charge, change func(*petition.Charge, int)) []petition.Charge {
	out := make([]petition.Charge, 11)
	for i := range out {
		out[i] = c
		change(&out[i], i)
	}
	return out
}

// drawn are the papers of a case by name, as read back from its PDF files.
func drawn(t *testing.T, c petition.Case) map[string][]paper {
	t.Helper()
	p := build(t, c)
	var read []paper
	for _, file := range []string{"packet.pdf", "confidential.pdf"} {
		if data := named(p, file); data != nil {
			read = append(read, papersOf(t, readPDF(t, data))...)
		}
	}
	if len(read) != len(p.Papers) {
		t.Fatalf("%d papers are read, %d were made", len(read), len(p.Papers))
	}
	out := map[string][]paper{}
	for i, name := range p.Papers {
		out[name] = append(out[name], read[i])
	}
	return out
}

// flat is the text of a paper as one line, without its heads and feet.
func (p paper) flat() string {
	var b strings.Builder
	for _, page := range p.pages {
		for _, r := range page.rows {
			if r.y > 72 && r.y < 720 {
				b.WriteString(soften(r.text) + " ")
			}
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// solid leaves out the spaces: a long name may be broken where no space is.
func solid(s string) string { return strings.Join(strings.Fields(soften(s)), "") }

func TestHardNamesPrintRight(t *testing.T) {
	for i, name := range hardNames() {
		t.Run(fmt.Sprint(i+1), func(t *testing.T) {
			c := hardCases(t)[fmt.Sprintf("name %d", i+1)]
			papers := drawn(t, c)
			full := name.Full()
			for _, kind := range []string{paperAsking, paperOrder} {
				text := solid(papers[kind][0].flat())
				if want := strings.ToUpper(full); !strings.Contains(text, solid(want)) {
					t.Errorf("the caption of the %s does not name %s: %s", kind, want, text)
				}
			}
			text := solid(papers[paperAsking][0].flat())
			for _, want := range []string{full, c.Petitioner.OtherNames[0], agency} {
				if !strings.Contains(text, solid(want)) {
					t.Errorf("the petition does not say %s: %s", want, text)
				}
			}
			runningHeads(t, papers[paperAsking][0], full)
			bookmarked(t, c, full)
		})
	}
}

// runningHeads looks for the name at the head of every page but the first.
func runningHeads(t *testing.T, p paper, name string) {
	t.Helper()
	if len(p.pages) < 2 {
		t.Fatal("the petition has one page")
	}
	for i, page := range p.pages[1:] {
		head := ""
		for _, r := range page.rows[:min(4, len(page.rows))] {
			head += r.text
		}
		if !strings.Contains(solid(head), solid(name)) {
			t.Errorf("page %d is headed %q", i+2, head)
		}
	}
}

// bookmarked looks for the bookmark of the petition, which tells whose it is.
func bookmarked(t *testing.T, c petition.Case, name string) {
	t.Helper()
	const title = "Petition to Expunge Record of Felony Conviction"
	got := titles(readPDF(t, named(build(t, c), "packet.pdf")).bookmarks)
	if !slices.ContainsFunc(got, func(s string) bool { return soften(s) == title+" – "+soften(name) }) {
		t.Errorf("the bookmarks are %q", got)
	}
}

// Papers that need more room take more pages, and every page is whole: each line within
// the margins and clear of the others, and no page with a line or two alone.
func TestHardCasesOverflowGracefully(t *testing.T) {
	for name, c := range hardCases(t) {
		t.Run(name, func(t *testing.T) {
			for kind, papers := range drawn(t, c) {
				for _, p := range papers {
					for i, page := range p.pages {
						neat(t, fmt.Sprintf("%s, page %d", kind, i+1), page)
					}
					if least := 3; len(p.pages) > 1 && kind != "exhibits" && bodyRows(p.pages[len(p.pages)-1]) < least {
						t.Errorf("%s: its last page, the %d., has fewer than %d lines", kind, len(p.pages), least)
					}
				}
			}
		})
	}
}

func neat(t *testing.T, where string, page side) {
	t.Helper()
	const slack = 0.05 // the file is written to the hundredth of a point
	margin := 72.0
	if strings.HasPrefix(where, "flow-chart") { // a picture, and never filed
		margin = 36
	}
	for i, r := range page.rows {
		width := r.width
		if text := strings.TrimRight(r.text, " "); text == "" {
			continue
		}
		if r.x < margin-slack || r.x+width > 612-margin+slack || r.y-r.size*0.7 < 0 || r.y+r.size*0.25 > 792 {
			t.Errorf("%s: %q leaves the margins: from %.2f to %.2f at %.2f", where, r.text, r.x, r.x+width, r.y)
		}
		for _, o := range page.rows[:i] {
			if math.Abs(o.y-r.y) < 0.7*min(o.size, r.size) && min(o.x+o.width, r.x+r.width)-max(o.x, r.x) > 0.5 {
				t.Errorf("%s: %q is printed over %q", where, r.text, o.text)
			}
		}
	}
}

// bodyRows counts the lines between the head and the foot.
func bodyRows(page side) int {
	heights := map[float64]bool{}
	for _, r := range page.rows {
		if r.y > 72 && r.y < 720 {
			heights[r.y] = true
		}
	}
	return len(heights)
}

// Nothing of what was told is cut off.
func TestLongFactsArePrintedWhole(t *testing.T) {
	cases := hardCases(t)
	dui := cases["a justification of three hundred words"]
	if n := len(strings.Fields(dui.Charges[0].DUI.Justification)); n < 300 {
		t.Fatalf("the justification has %d words", n)
	}
	if text := drawn(t, dui)[paperAsking][0].flat(); !strings.Contains(solid(text), solid(dui.Charges[0].DUI.Justification)) {
		t.Error("the justification is not whole in the petition")
	}
	counts := drawn(t, cases["eleven counts in one petition"])
	if len(counts[paperAsking]) != 1 {
		t.Fatalf("eleven counts of one event have %d petitions", len(counts[paperAsking]))
	}
	for _, kind := range []string{paperAsking, paperOrder} {
		text := solid(counts[kind][0].flat())
		for i := range 11 {
			if !strings.Contains(text, solid(fmt.Sprintf("Count %d", i+1))) && !strings.Contains(text, solid(fmt.Sprintf("Counts %d", i+1))) {
				t.Errorf("the %s does not name count %d", kind, i+1)
			}
		}
	}
	if n := len(drawn(t, cases["eleven charges"])[paperAsking]); n != 11 {
		t.Errorf("eleven charges have %d petitions", n)
	}
}

// A letter that no face has, text that runs from right to left and signs that are not
// text are refused where the case is read, with the place and a reason.
func TestWhatCannotBePrintedIsRefusedWithItsPlace(t *testing.T) {
	for what, name := range map[string]string{
		"Hebrew":                 "משה",
		"Arabic":                 "محمد",
		"Chinese":                "漢字",
		"an override":            "Ada\u202eadA",
		"an isolate":             "\u2067Ada\u2069",
		"a mark from the right":  "Ada\u200f",
		"a bell":                 `"Ada\a"`,
		"a null":                 `"A\0da"`,
		"an escape":              `"Ada\e[31m"`,
		"a delete":               `"Ada\x7f"`,
		"a control of Latin 1":   `"Ada\x9b"`,
		"a picture":              "Ada \U0001F600",
		"a private character":    "Ada\ue000",
		"a character never made": "Ada\ufffd",
	} {
		text := "petitioner:\n  name:\n    first: " + name + "\n    last: Hypothet\n"
		rec, err := intake.ReadYAML("case.yaml", strings.NewReader(text))
		if err != nil {
			t.Errorf("%s: %v", what, err)
			continue
		}
		found := false
		for _, d := range rec.Check(today) {
			if d.Path == "petitioner.name.first" && d.Line == 3 && d.Column == 12 && slices.Contains([]petition.Code{"text.glyph", "text.control"}, d.Code) && d.Message != "" && d.Hint != "" {
				found = true
			} else if strings.Contains(d.String(), name) {
				t.Errorf("%s: the complaint repeats it: %s", what, d)
			}
		}
		if !found {
			t.Errorf("%s: not refused: %v", what, rec.Check(today))
		}
	}
}

// Where a case was not validated, drawing it is an error that tells the paper and the fact.
func TestAGlyphNoFaceHasIsNeverABox(t *testing.T) {
	c := read(t, "felony-ready")
	c.Petitioner.Name.First = "漢字"
	papers := forms.Compose(c, rules.Assess(c, today), office())
	err := pdf.Render(io.Discard, papers, pdf.Options{})
	if err == nil || !strings.Contains(err.Error(), "petition: petitioner.name") || strings.Contains(err.Error(), "漢") {
		t.Errorf("got %v", err)
	}
	if _, err := packet.Build(c, packet.Options{AsOf: today, Office: office()}); err == nil {
		t.Error("a packet was made")
	}
}

// Some systems write a letter and its accent as two characters. The papers are the same to
// the byte, whichever way a name, a cause number or a sentence was typed.
func TestAccentsWrittenApartPrintTheSame(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("felony-ready", "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	written := strings.NewReplacer(
		"first: Jordan, middle: Lee, last: Sampleton", "first: Nguyễn, middle: Thị, last: Ánh",
		"2016-CR-0123", "Đặng-é-0123",
	).Replace(string(text))
	made := func(text string) map[string]string {
		rec, err := intake.ReadYAML("case.yaml", strings.NewReader(text))
		if err != nil || len(rec.Check(today)) > 0 {
			t.Fatal(err, rec.Check(today))
		}
		out := map[string]string{}
		for _, f := range build(t, rec.Case).Files {
			out[f.Name] = string(f.Bytes)
		}
		return out
	}
	whole, apart := made(written), made(norm.NFD.String(written))
	for _, name := range []string{"petition.md", "order.md"} {
		if text := soften(whole[name]); !strings.Contains(text, "NGUYỄN THỊ ÁNH") || !strings.Contains(text, "Đặng-é-") {
			t.Errorf("%s lacks the name or the number", name)
		}
	}
	for name, want := range whole {
		if apart[name] != want {
			t.Errorf("%s differs where accents are written apart", name)
		}
	}
}
