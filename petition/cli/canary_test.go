package cli

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"expunge/petition"
)

// canaryFacts describe an invented person by texts that stand nowhere else.
func canaryFacts() map[petition.Path]string {
	return map[petition.Path]string{
		"case": "A-1", "petitioner.name.first": "Quillonia", "petitioner.name.middle": "Zephyrette", "petitioner.name.last": "Vandermeep", "petitioner.name.suffix": "XIV",
		"petitioner.other_names[]": "Birdsonglia", "petitioner.date_of_birth": "1977-07-17", "petitioner.address.street": "7171 Featherstone Lane", "petitioner.address.city": "Nestington",
		"petitioner.address.state": "MS", "petitioner.address.zip": "39771", "petitioner.address.county": "Issaquena", "petitioner.phone": "601-555-7717", "petitioner.email": "tweet7717@example.org",
		"petitioner.ssn": "000-12-9876", "petitioner.state_id": "MS77177717", "petitioner.race": "Plumagian", "petitioner.sex": "Henlike",
		"petitioner.counsel.name": "Corvina Ravenscroft", "petitioner.counsel.bar_number": "717177", "record.complete": "yes", "record.public_official": "no",
		"charges[].cause_number": "24-7717717", "charges[].court.level": "municipal", "charges[].court.county": "Rankin", "charges[].court.city": "Brandon",
		"charges[].prosecutor.name": "Falconer Hawkesby", "charges[].offense": "simple assault", "charges[].section": "97-3-7(1)", "charges[].grade": "misdemeanor",
		"charges[].offense_date": "2017-07-07", "charges[].arrest.date": "2017-07-08", "charges[].arrest.name": "Sparrowina", "charges[].arrest.agency_number": "AG771777",
		"charges[].outcome": "dismissed", "charges[].outcome_date": "2024-06-03", "charges[].sentence.balance_due": "717.71", "charges[].ask": "yes",
		"showing.rehabilitation": "Eggshellwork", "notes": "Nestlingnote",
	}
}

// canaryWords are the parts of the facts by which the person would be known.
func canaryWords() []string {
	return []string{
		"Quillonia", "Zephyrette", "Vandermeep", "XIV", "Birdsonglia", "1977", "7/17", "Featherstone", "7171", "Nestington", "39771", "Issaquena", "7717", "tweet",
		"000-12", "9876", "Plumagian", "Henlike", "Corvina", "Ravenscroft", "717177", "Falconer", "Sparrowina", "771777", "717.71", "Eggshell", "Nestling",
	}
}

// slipped is a clients file of rows that slipped: at each column in turn a cell was left
// out, or an empty one put in, and the rest of the row moved along.
func slipped(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	var headers, row []string
	facts := canaryFacts()
	for _, p := range petition.Fields() {
		headers, row = append(headers, string(p)), append(row, facts[p])
		delete(facts, p)
	}
	if len(facts) > 0 {
		t.Fatalf("there are no such fields: %v", facts)
	}
	write := func(cells []string) {
		if err := w.Write(cells); err != nil {
			t.Fatal(err)
		}
	}
	write(headers)
	for i := range row {
		for _, cells := range [][]string{slices.Delete(slices.Clone(row), i, i+1), slices.Insert(slices.Clone(row), i, ""), slices.Insert(slices.Clone(row), i, "Quillonia")} {
			if i > 0 {
				cells[0] = fmt.Sprintf("A-%d-%d", i, len(cells))
			}
			write(cells)
		}
	}
	for i, p := range petition.Fields() { // a text that may be anything, in a row without fault and in one with
		if p == "charges[].court.city" || p == "charges[].offense" {
			for n, grade := range []string{"misdemeanor", "Vandermeep"} {
				cells := slices.Clone(row)
				cells[0], cells[i], cells[slices.Index(headers, "charges[].grade")] = fmt.Sprintf("B-%d-%d", i, n), "Nestington", grade
				write(cells)
			}
		}
	}
	w.Flush()
	return b.String()
}

// digests may hold any figures.
var digests = regexp.MustCompile(`[0-9a-f]{64}`)

// TestARowThatSlippedIsNotRepeated looks for the person in everything that is printed, and
// in everything that is written but the packets and the file for mending.
func TestARowThatSlippedIsNotRepeated(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "c.csv"), []byte(slipped(t)), 0o600); err != nil {
		t.Fatal(err)
	}
	silent := func(where, text string) {
		for _, word := range canaryWords() {
			for line := range strings.Lines(text) {
				if strings.Contains(digests.ReplaceAllString(line, ""), word) {
					t.Errorf("%s repeats %q: %.300s", where, word, line)
					break
				}
			}
		}
	}
	for _, args := range [][]string{{"batch", "c.csv"}, {"batch", "c.csv", "--json", "--dry-run"}, {"verify", "packets", "c.csv"}, {"verify", "packets", "c.csv", "--json"}, {"screen", "c.csv"}, {"screen", "c.csv", "--json"}} {
		var out, errs bytes.Buffer
		code := Main(t.Context(), args, Streams{Out: &out, Err: &errs, Dir: dir}, clock)
		if (args[0] == "batch") != (code == exitWithheld) {
			t.Errorf("%v: exit code %d", args, code)
		}
		silent(strings.Join(args, " ")+", standard output", out.String())
		silent(strings.Join(args, " ")+", standard error", errs.String())
	}
	bad, err := os.ReadFile(filepath.Join(dir, "packets", "problems.csv"))
	if err != nil || !strings.Contains(string(bad), "Vandermeep") {
		t.Errorf("the rows are not in problems.csv: %v", err)
	}
	for _, name := range []string{"manifest.jsonl", "summary.csv", "summary.pdf", ".expunge/folder.json"} {
		text, err := fs.ReadFile(os.DirFS(filepath.Join(dir, "packets")), name)
		if err != nil || len(text) < 100 {
			t.Fatal(name, err)
		}
		if name != "summary.pdf" { // the bytes of its type faces may be anything; its words are those of summary.csv
			silent(name, string(text))
		}
	}
}
