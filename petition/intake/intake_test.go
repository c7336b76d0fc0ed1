package intake_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"expunge/petition"
	"expunge/petition/intake"
)

var update = flag.Bool("update", false, "rewrite the want section of every archive")

var asOf = petition.NewDate(2026, time.November, 23)

func read(t testing.TB, name, content string) intake.Record {
	t.Helper()
	rec, err := intake.ReadYAML(name, strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

func lines(ds []intake.Diagnostic) string {
	var b strings.Builder
	for _, d := range ds {
		fmt.Fprintln(&b, d)
	}
	return b.String()
}

// generated are the codes that need input no archive can hold.
func generated() map[petition.Code]string {
	return map[petition.Code]string{
		"yaml.size":     strings.Repeat("# a long comment\n", 70_000),
		"yaml.encoding": "case: CLINIC-1\nnotes: caf\xe9\n",
		"yaml.depth":    "notes: " + strings.Repeat("[", 30) + strings.Repeat("]", 30) + "\n",
		"yaml.nodes":    "petitioner:\n  other_names: [" + strings.Repeat("x, ", 20_000) + "x]\n",
		"list.long":     "petitioner:\n  other_names: [" + strings.Repeat("Jo, ", 1_000) + "Jo]\n",
		"yaml.syntax":   "notes: \x01\n",
		"problems.more": strings.Repeat("case: CLINIC-1\n", 1_002),
	}
}

func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 35 {
		t.Fatalf("found %d archives, want at least 35: %v", len(files), err)
	}
	seen := map[petition.Code]bool{}
	for code := range generated() {
		seen[code] = true
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			for _, d := range archive(t, file) {
				seen[d.Code] = true
			}
		})
	}
	for _, m := range slices.Concat(petition.Codes(), intake.Codes()) {
		if !seen[m.Code] && m.Code != "value.unreadable" && !isClients(m.Code) {
			t.Errorf("no archive shows %s", m.Code)
		}
	}
}

// archive compares the diagnostics of an archive's case with what it wants.
func archive(t *testing.T, file string) []intake.Diagnostic {
	a, err := readTxtar(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.files) != 2 || a.files[1].name != "want" || len(bytes.TrimSpace(a.comment)) == 0 {
		t.Fatal("an archive is a rule in words, a case, and what is wanted")
	}
	ds := read(t, a.files[0].name, string(a.files[0].data)).Check(asOf)
	got := lines(ds)
	if *update {
		a.files[1].data = []byte(got)
		if err := os.WriteFile(file, a.format(), 0o644); err != nil {
			t.Fatal(err)
		}
		return ds
	}
	if diff := cmp.Diff(string(a.files[1].data), got); diff != "" {
		t.Errorf("%s(-want +got)\n%s", a.comment, diff)
	}
	return ds
}

func TestEveryCodeGivenIsListed(t *testing.T) {
	listed := map[petition.Code]bool{}
	for _, m := range slices.Concat(petition.Codes(), intake.Codes()) {
		listed[m.Code] = true
	}
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		a, err := readTxtar(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range read(t, "case.yaml", string(a.files[0].data)).Check(asOf) {
			if !listed[d.Code] {
				t.Errorf("%s gives %s, which no list has", file, d.Code)
			}
		}
	}
}

func TestLimitsAreDiagnostics(t *testing.T) {
	for code, content := range generated() {
		ds := read(t, "case.yaml", content).Check(asOf)
		if !slices.ContainsFunc(ds, func(d intake.Diagnostic) bool { return d.Code == code }) {
			t.Errorf("want %s, got:\n%s", code, lines(ds))
		}
	}
	ds := read(t, "case.yaml", generated()["yaml.encoding"]).Check(asOf)
	if got := ds[0].Position.String(); got != "case.yaml:2:11" {
		t.Errorf("the byte that is not UTF-8 is at case.yaml:2:11, not %s", got)
	}
}

func TestReaderErrorIsReturned(t *testing.T) {
	broken := errors.New("broken")
	if _, err := intake.ReadYAML("case.yaml", iotest.ErrReader(broken)); !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}

func TestValuesStayAsTyped(t *testing.T) {
	rec := read(t, "case.yaml", `
case: 0042
petitioner:
  name: {first: No, last: Null}
  address: {zip: 01234}
charges:
  - {}
  -
  - cause_number: 0123
    count: 1e3
    section: § 97-17-41
    outcome_date: 2020-2-29
    offense: "unknown"
    grade: ?
    arrest: {released: ?, kind: null, place: null}
    indicted: null
    sentence: {balance_due: "$1,420.50", restitution_paid: ~}
    dui: {bac: .08}
    keepers: [?]
`)
	if got := lines(rec.Check(asOf)); got != "" {
		t.Fatal(got)
	}
	c := rec.Case.Charges[0]
	for name, pair := range map[string][2]string{
		"case": {rec.Case.ID, "0042"}, "first": {rec.Case.Petitioner.Name.First, "No"}, "last": {rec.Case.Petitioner.Name.Last, "Null"},
		"zip": {rec.Case.Petitioner.Address.ZIP, "01234"}, "cause": {c.CauseNumber, "0123"}, "count": {c.Count, "1e3"},
		"section": {c.Section.String(), "97-17-41"}, "date": {c.OutcomeDate.String(), "2020-02-29"}, "offense": {c.Offense, ""},
		"released": {c.Arrest.Released.String(), "unknown"}, "kind": {string(c.Arrest.Kind), ""}, "indicted": {c.Indicted.String(), "unknown"},
		"balance": {c.Sentence.BalanceDue.String(), "$1420.50"}, "restitution": {string(c.Sentence.RestitutionPaid), "unknown"},
		"bac": {c.DUI.BAC.String(), ".08"}, "keepers": {strings.Join(c.Keepers, "|"), ""},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", name, pair[0], pair[1])
		}
	}
	for path, want := range map[petition.Path]bool{
		"charges[0].offense": true, "charges[0].grade": true, "charges[0].arrest.released": true, "charges[0].arrest.kind": false,
		"charges[0].arrest.place": false, "charges[0].keepers": true, "charges[0].plaintiff": false,
	} {
		if rec.StatedUnknown(path) != want {
			t.Errorf("stated unknown of %s is %v", path, !want)
		}
	}
	if at, ok := rec.Origin.Of("charges[0].arrest.kind"); ok {
		t.Errorf("null is a fact at %s", at)
	}
	if at, _ := rec.Origin.Of("charges[0].arrest.released"); at.Line != 15 || at.Column != 24 {
		t.Errorf("released stands at %s", at)
	}
	if at := rec.Origin.Nearest("charges[0].court.county"); at.Line != 9 || at.Column != 5 {
		t.Errorf("nearest to a missing court is %s", at)
	}
}

func TestJSONIsACase(t *testing.T) {
	rec := read(t, "case.json", "\ufeff{\n\t\"case\": \"C-1\",\n\t\"charges\": [{\"cause_number\":\"0123\",\"offense\":\"a\\/b \\ud83d\\ude00\tc\",\"outcome\":\"convicted\",\"ask\":true,\"pardoned\":null, \"grade\": \"?x\"}]\n}\n")
	if got := rec.Case.Charges[0].Offense; got != "a/b 😀 c" {
		t.Errorf("offense is %q", got)
	}
	ds := rec.Check(asOf)
	if len(ds) != 2 || ds[0].Code != "text.glyph" || ds[1].Position.String() != "case.json:3:128" {
		t.Errorf("got:\n%s", lines(ds))
	}
	if rec.Case.Charges[0].Ask != petition.Yes {
		t.Error("true is not yes")
	}
}

func TestDiagnosticJSON(t *testing.T) {
	d := intake.Diagnostic{
		Position: intake.Position{File: "case.yaml", Line: 9, Column: 16},
		Problem:  petition.Problem{Path: "charges[0].outcome_date", Code: "date.impossible", Message: "m", Hint: "h"},
	}
	got, err := json.Marshal(d)
	want := `{"file":"case.yaml","line":9,"column":16,"path":"charges[0].outcome_date","code":"date.impossible","message":"m","hint":"h"}`
	if err != nil || string(got) != want {
		t.Errorf("got %s, %v", got, err)
	}
}

func TestPositionWithoutLineIsItsFile(t *testing.T) {
	d := intake.Diagnostic{Position: intake.Position{File: "clients.xlsx:Sheet1!F14"}, Problem: petition.Problem{Path: "case", Message: "m"}}
	if got := d.String(); got != "clients.xlsx:Sheet1!F14: case: m" {
		t.Error(got)
	}
}

func TestFillTakesFactsFromAnyReader(t *testing.T) {
	at := func(line int) intake.Position { return intake.Position{File: "clients.csv", Line: line, Column: 3} }
	rec := intake.Fill(slices.Values([]intake.Fact{
		{Path: "case", Text: " A-1 ", At: at(2)},
		{Path: "petitioner.other_names[0]", Text: "Jo Rivers", At: at(2)},
		{Path: "charges[1].court.level", Text: "circuit", At: at(3)},
		{Path: "charges[0].court.county", Text: "", At: at(2)},
		{Path: "charges[0].offense", Text: "theft", At: at(2)},
		{Path: "charges[0].offense", Text: "arson", At: at(4)},
		{Path: "charges[0].countt", Text: "red", At: at(4)},
		{Path: "charges[0].court", Text: "circuit", At: at(4)},
		{Path: "charges[99999999].offense", Text: "theft", At: at(4)},
		{Path: "charges[1].keepers[0]", Text: "unknown", At: at(3)},
	}))
	want := `clients.csv:4:3: charges[0].offense: offense is given twice; the first stands on line 2
    hint: keep one of the two
clients.csv:4:3: charges[0].countt: no field is called "countt" here
    hint: did you mean "count"?
clients.csv:4:3: charges[0].court: court has keys of its own
    hint: give one of them: level, county, district, city, municipality, state
clients.csv:4:3: charges[99999999].offense: a list takes at most 1000 entries
    hint: leave out what the papers do not need
`
	if diff := cmp.Diff(want, lines(rec.Diagnostics)); diff != "" {
		t.Error(diff)
	}
	if len(rec.Case.Charges) != 2 || rec.Case.Charges[0].Offense != "theft" || rec.Case.ID != "A-1" || len(rec.Case.Charges[1].Keepers) != 0 {
		t.Errorf("got %+v", rec.Case)
	}
	if got := rec.Origin.Nearest("charges[1].outcome").Line; got != 3 {
		t.Errorf("charges[1] is on line %d", got)
	}
}

// A message may be read over a shoulder, logged or sent for help.
func TestMessagesNeverRepeatThePetitioner(t *testing.T) {
	const secret = "XQZJ"
	for _, f := range petition.Fields() {
		if !strings.HasPrefix(string(f), "petitioner.") {
			continue
		}
		path := petition.Path(strings.ReplaceAll(string(f), "[]", "[0]"))
		for _, bad := range []string{secret + "\x07", strings.Repeat(secret, 90), secret, "13/13/" + secret} {
			rec := intake.Fill(slices.Values([]intake.Fact{{Path: path, Text: bad}, {Path: path, Text: bad}}))
			if got := lines(rec.Check(asOf)); strings.Contains(got, secret) {
				t.Errorf("%s: %s", path, got)
			}
		}
	}
	for _, dob := range []string{"1988-02-30", "2/29/1988", "2031-12-17"} {
		rec := intake.Fill(slices.Values([]intake.Fact{{Path: "petitioner.date_of_birth", Text: dob}}))
		if got := lines(rec.Check(asOf)); got == "" || strings.Contains(got, dob[len(dob)-2:]+" ") || strings.Contains(got, dob) || strings.Contains(got, "1988") {
			t.Errorf("%s: %s", dob, got)
		}
	}
}
