package cli

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"expunge/petition"
	"expunge/petition/intake"
)

// The canaries: an invented person whose number, birth date and name stand nowhere else.
const (
	canaryNumber = "987-65-4321"
	canaryBorn   = "1961-07-23"
	canaryFirst  = "Zephyrine"
	canaryLast   = "Quillfeather"
)

// identifiers finds the number and the birth date, however they are written; theName finds
// the name.
var (
	identifiers = regexp.MustCompile(`(?i)987[- ]?65[- ]?4321|1961-07-23|0?7/23/(19)?61|19610723|July.23,.1961|Jul 23,? 1961|\b22484\b`)
	theName     = regexp.MustCompile(`(?i)zephyrine|quillfeather`)
)

// sung fails the test if a text tells of the person.
func sung(t *testing.T, what, text string, songs ...*regexp.Regexp) {
	t.Helper()
	for _, song := range songs {
		if at := song.FindStringIndex(text); at != nil {
			t.Errorf("%s: %q stands in: ...%s...", what, text[at[0]:at[1]], text[max(0, at[0]-200):min(len(text), at[1]+100)])
		}
	}
}

// facts are those of the canary's case by path: a dismissed charge and a felony.
func facts() map[petition.Path]string {
	return map[petition.Path]string{
		"case": "CANARY-1", "petitioner.name.first": canaryFirst, "petitioner.name.last": canaryLast, "petitioner.date_of_birth": canaryBorn,
		"petitioner.ssn": canaryNumber, "petitioner.address.street": "1 Invented Way", "petitioner.address.city": "Jackson", "petitioner.address.state": "MS",
		"petitioner.address.zip": "39201", "record.complete": "yes", "record.public_official": "no",
		"charges[0].cause_number": "0123", "charges[0].court.level": "circuit", "charges[0].court.county": "Hinds", "charges[0].court.district": "first",
		"charges[0].offense": "grand larceny", "charges[0].section": "97-17-41", "charges[0].grade": "felony", "charges[0].outcome": "convicted",
		"charges[0].outcome_date": "2015-03-02", "charges[0].sentence.all_terms_complete": "yes", "charges[0].sentence.terms_completed": "2018-03-01",
		"charges[0].sentence.fines_costs_paid": "yes", "charges[0].sentence.payments_completed": "2018-03-01", "charges[0].sentence.crime_of_violence_finding": "no",
		"charges[0].registrable_sex_offense": "no",
	}
}

// first is the first place of a field of a list.
func firstOf(p petition.Path) petition.Path {
	return petition.Path(strings.ReplaceAll(string(p), "[]", "[0]"))
}

// asYAML writes facts as a case file.
func asYAML(t *testing.T, facts map[petition.Path]string) string {
	t.Helper()
	var list []intake.Fact
	for _, p := range petition.Fields() {
		if text, ok := facts[firstOf(p)]; ok {
			list = append(list, intake.Fact{Path: firstOf(p), Text: text})
		}
	}
	var b strings.Builder
	if err := intake.WriteYAML(&b, intake.Fill(slices.Values(list))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// asRows writes facts as the rows of a clients file: headers and one row.
func asRows(facts map[petition.Path]string) [][]string {
	rows := make([][]string, 2)
	for _, p := range petition.Fields() {
		if text, ok := facts[firstOf(p)]; ok {
			rows[0], rows[1] = append(rows[0], string(p)), append(rows[1], text)
		}
	}
	return rows
}

func asCSV(t *testing.T, rows [][]string) string {
	t.Helper()
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func asXLSX(t *testing.T, rows [][]string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close() //nolint:errcheck // it is in memory
	for i, row := range rows {
		for j, cell := range row {
			name, err := excelize.CoordinatesToCellName(j+1, i+1)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStr("Sheet1", name, cell); err != nil {
				t.Fatal(err)
			}
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// quietFiles fails the test if a file under the folder tells more than it may.
func quietFiles(t *testing.T, dir string) (confidential, papers int) {
	t.Helper()
	for name, b := range contents(t, dir) {
		base := filepath.Base(name)
		text := string(b)
		if strings.HasSuffix(base, ".docx") {
			text = unzipped(t, b)
		}
		switch {
		case strings.HasPrefix(base, "confidential."):
			if identifiers.MatchString(text) {
				confidential++
			}
		case base == "problems.csv" || strings.HasPrefix(base, "case") || strings.HasPrefix(base, "clients"):
			// what was given, and its rows to be mended
		case strings.HasSuffix(base, ".json") || strings.HasSuffix(base, ".jsonl") || base == "answers.csv" || base == "summary.csv" || base == "summary.pdf" && strings.Count(filepath.ToSlash(name), "/") == 1: // of a batch
			sung(t, name, text, identifiers, theName)
		default:
			sung(t, name, text, identifiers)
			if theName.MatchString(text) {
				papers++
			}
		}
		sung(t, "the name of a file", name, identifiers, theName)
	}
	return confidential, papers
}

// unzipped is the text of the parts of a Word document.
func unzipped(t *testing.T, b []byte) string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, part := range r.File {
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&out, f); err != nil {
			t.Fatal(err)
		}
		_ = f.Close()
	}
	return out.String()
}

func TestIdentifiersReachTheConfidentialSheetAlone(t *testing.T) {
	l := lockedFolder(t)
	rows := asRows(facts())
	place(t, l.dir, "case.yaml", asYAML(t, facts()))
	place(t, l.dir, "clients.csv", asCSV(t, rows))
	place(t, l.dir, "clients.xlsx", asXLSX(t, rows))
	broken := slices.Clone(rows[1])
	broken[slices.Index(rows[0], "charges[].outcome_date")] = "2015-13-02"
	broken[0] = "CANARY-2"
	place(t, l.dir, "clients-broken.csv", asCSV(t, append(slices.Clone(rows), broken)))
	for _, line := range []string{
		"check case.yaml", "check case.yaml --json", "check case.yaml --why", "law --changes case.yaml",
		"packet case.yaml --formats pdf,docx,md", "packet case.yaml --formats pdf,docx,md --json", "packet case.yaml -o split --split",
		"packet case.yaml -o sealed --encrypt-to " + l.public, "checklist case.yaml -o lists", "checklist case.yaml -o lists2 --json",
		"verify packets case.yaml", "verify packets case.yaml --json", "explain person.dob",
		"batch clients.csv -o day --combined", "batch clients.xlsx -o day2 --json", "batch clients-broken.csv -o day3", "batch clients-broken.csv -o day3", "batch clients.csv -o dry --dry-run",
		"screen clients.csv", "screen clients.xlsx --json", "screen clients-broken.csv", "screen clients-broken.csv --json",
		"screen clients-broken.csv -o answers.csv", "screen clients.csv -o answers.jsonl --json", "screen clients.csv --shard 1/2",
		"packet case.yaml --as-of 2026-11-24", "packet case.yaml --only petition", "purge split --dry-run", "purge packets --confidential --dry-run --json",
	} {
		_, out, errs := l.run(t, strings.Fields(line)...)
		sung(t, line, out+errs, identifiers, theName)
	}
	confidential, papers := quietFiles(t, l.dir)
	if confidential < 6 || papers < 12 {
		t.Errorf("only %d confidential sheets and %d papers were found to tell of the person, so the test shows nothing", confidential, papers)
	}
}

func TestAnInterviewTellsNothingOfThePerson(t *testing.T) {
	l := locked{dir: t.TempDir()}
	typed := strings.NewReplacer("Ana\n", canaryFirst+"\n", "Example\n", canaryLast+"\n", "2/28/1988", "7/23/1961").Replace(misdemeanor)
	d := sit(t, l.dir, typed, "new")
	if d.code != exitDone {
		t.Fatalf("exit code %d\n%s", d.code, d.errs)
	}
	sung(t, "new", d.out, identifiers, theName)
	sung(t, "new", d.errs, theName) // the day is read back to the one who typed it
	lines := strings.SplitAfter(typed, "\n")
	broken := sit(t, t.TempDir(), strings.Join(lines[:12], ""), "new")
	sung(t, "new, broken off", broken.out, identifiers, theName)
	sung(t, "new, broken off", broken.errs, theName)
	if b := string(contents(t, l.dir)["A-1.yaml"]); !strings.Contains(b, canaryLast) || !strings.Contains(b, canaryBorn) {
		t.Error("the case file lacks the person, so the test shows nothing")
	}
}

// planted is what is written into each field in turn. In a field that takes a date only
// what is not quite one is planted: a date there is a date of the record.
func planted(p petition.Path) []string {
	out := []string{canaryNumber, "7/23/61", "1961-07-23x"}
	if p != "petitioner.state_id" { // a number that is the name would be found in every paper, and none is made
		out = append(out, canaryFirst+" "+canaryLast)
	}
	if !strings.Contains(string(p), "date") && !strings.HasSuffix(string(p), "_completed") && !strings.HasSuffix(string(p), "_on") && !strings.HasSuffix(string(p), "_ends") && !strings.HasSuffix(string(p), "pardoned") {
		out = append(out, canaryBorn)
	}
	return out
}

// TestWhatIsBrokenIsToldOfNowhereElse plants the number, the birth date and the name in every
// field of a case file and of a row, and reads everything that is printed and written.
func TestWhatIsBrokenIsToldOfNowhereElse(t *testing.T) {
	fields := petition.Fields()
	if len(fields) < 100 {
		t.Fatalf("only %d fields", len(fields))
	}
	l := locked{dir: t.TempDir()}
	refused := 0
	rows := [][]string{nil}
	for _, p := range fields {
		rows[0] = append(rows[0], string(p))
	}
	for _, p := range fields {
		for _, text := range planted(p) {
			f := facts()
			f[firstOf(p)] = text
			given := asGiven(f)
			place(t, l.dir, "case.yaml", given)
			what := fmt.Sprintf("%s: %s", p, text)
			bad := false
			for _, args := range [][]string{{"check", "case.yaml"}, {"check", "--json", "case.yaml"}, {"packet", "case.yaml", "--only", "fees", "--force"}} {
				if args[0] == "packet" && bad && refused%10 > 0 {
					continue // it tells the same problems in the same words
				}
				code, out, errs := l.run(t, args...)
				if bad = code == exitProblems; bad {
					refused++
				}
				sung(t, what, errs, identifiers, theName)
				if !resultsRepeat(p) {
					sung(t, what, out, identifiers, theName)
				}
			}
			if p == "case" {
				continue
			}
			f["case"] = fmt.Sprintf("ROW-%d", len(rows))
			row := make([]string, len(rows[0]))
			for i, head := range rows[0] {
				row[i] = f[firstOf(petition.Path(head))]
			}
			rows = append(rows, row)
		}
	}
	if refused < 800 {
		t.Errorf("only %d runs found a problem, so the test shows little", refused)
	}
	place(t, l.dir, "clients.csv", asCSV(t, rows))
	place(t, l.dir, "clients.xlsx", asXLSX(t, rows))
	for _, args := range [][]string{{"batch", "clients.csv", "--only", "fees", "-o", "day"}, {"batch", "clients.xlsx", "--only", "fees", "-o", "day2", "--json"}} {
		code, out, errs := l.run(t, args...)
		if code == exitMachine || code == exitUsage {
			t.Errorf("%v: exit code %d", args, code)
		}
		sung(t, args[1], out+errs, identifiers, theName)
	}
	quietFiles(t, l.dir)
}

// resultsRepeat reports whether results name the field as it is written: what the person
// was charged with, and the id of the case.
func resultsRepeat(p petition.Path) bool {
	return p == "case" || strings.Contains(string(p), "offense")
}

// asGiven writes facts as a case file, with values that no field takes as they are.
func asGiven(facts map[petition.Path]string) string {
	var b strings.Builder
	var at []string
	for _, p := range petition.Fields() {
		text, ok := facts[firstOf(p)]
		if !ok {
			continue
		}
		steps := strings.Split(string(p), ".")
		same := 0
		for same < len(at) && same < len(steps)-1 && at[same] == steps[same] {
			same++
		}
		for depth := same; depth < len(steps); depth++ {
			name, list := strings.CutSuffix(steps[depth], "[]")
			fmt.Fprintf(&b, "%s%s:", strings.Repeat("    ", depth), name)
			switch {
			case depth == len(steps)-1 && list:
				fmt.Fprintf(&b, " [%q]\n", text)
			case depth == len(steps)-1:
				fmt.Fprintf(&b, " %q\n", text)
			case list:
				fmt.Fprintf(&b, "\n%s  -\n", strings.Repeat("    ", depth))
			default:
				b.WriteByte('\n')
			}
		}
		at = steps[:len(steps)-1]
	}
	return b.String()
}

// TestACaseFileThatCannotBeReadIsNotRepeated breaks the file itself around the canaries.
func TestACaseFileThatCannotBeReadIsNotRepeated(t *testing.T) {
	name := canaryFirst + " " + canaryLast
	for what, text := range map[string]string{
		"a key that is a name":      name + ": yes\n",
		"a key that is a number":    "petitioner:\n  " + canaryNumber + ": yes\n",
		"a key given twice":         "petitioner:\n  ssn: \"" + canaryNumber + "\"\n  ssn: \"" + canaryNumber + "\"\n",
		"a colon too many":          "petitioner:\n  ssn: " + canaryNumber + ": x\n",
		"a quote left open":         "petitioner:\n  name: {first: \"" + canaryFirst + "\n",
		"a bracket left open":       "petitioner: {name: {first: " + canaryFirst + ", last: " + canaryLast + "\n",
		"a tab":                     "petitioner:\n\tssn: " + canaryNumber + "\n",
		"an anchor":                 "petitioner: &" + canaryLast + " {ssn: " + canaryNumber + "}\n",
		"an alias":                  "petitioner: *" + canaryLast + "\n",
		"a tag":                     "petitioner: !" + canaryLast + " {ssn: " + canaryNumber + "}\n",
		"a list for a text":         "petitioner: {ssn: [" + canaryNumber + ", " + name + "]}\n",
		"a text for a group":        "petitioner: " + name + " " + canaryNumber + "\n",
		"a group for a text":        "petitioner: {ssn: {" + canaryLast + ": " + canaryNumber + "}}\n",
		"a name alone":              name + " " + canaryNumber + "\n",
		"two documents":             "case: A\n---\n" + name + ": " + canaryNumber + "\n",
		"a byte that is no letter":  "petitioner: {ssn: \"" + canaryNumber + "\xff\"}\n",
		"a character out of place":  "petitioner: {ssn: \"" + canaryNumber + "\x01\"}\n",
		"an id that is the number":  "case: " + canaryNumber + "\n",
		"an id that is the name":    "case: " + name + "\n",
		"an indent out of line":     "petitioner:\n    ssn: " + canaryNumber + "\n  name: " + name + "\n",
		"a merge":                   "petitioner: {<<: {" + canaryLast + ": " + canaryNumber + "}}\n",
		"a JSON that is cut":        `{"petitioner": {"ssn": "` + canaryNumber + `", "name": {"first": "` + canaryFirst,
		"a line that is a sentence": "petitioner: born " + canaryBorn + ", " + name + ": see notes\n  more\n",
	} {
		l := locked{dir: t.TempDir()}
		place(t, l.dir, "case.yaml", text)
		for _, args := range [][]string{{"check", "case.yaml"}, {"check", "--json", "case.yaml"}, {"packet", "case.yaml"}, {"packet", "case.yaml", "--json"}, {"checklist", "case.yaml"}} {
			code, out, errs := l.run(t, args...)
			if code != exitProblems {
				t.Errorf("%s: %v: exit code %d\n%s", what, args, code, errs)
			}
			sung(t, what, out+errs, identifiers, theName)
		}
		if d := sit(t, l.dir, "\n", "new", "case.yaml"); !strings.HasPrefix(what, "an id") { // an id is offered back to be mended
			sung(t, what+": new", d.out+d.errs, identifiers, theName)
		}
		if left := contents(t, l.dir); len(left) != 1 {
			t.Errorf("%s: written: %d files", what, len(left))
		}
	}
}
