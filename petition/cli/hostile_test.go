package cli

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"expunge/petition"
)

// badIDs cannot be the name of a folder, on some system or on all of them.
func badIDs() map[string]string {
	out := map[string]string{
		"up": "..", "here": ".", "up and out": "../out", "far up": "../../../../etc/passwd", "up in another way": `..\out`, "from the top": "/tmp/out", "a drive": "C:out",
		"a share": `\\host\share`, "a stream": "A-1:hidden", "hidden": ".hidden", "an option": "-rf", "a space at the end": "A-1 .", "a dot at the end": "A-1.", "too long": strings.Repeat("A", 65),
		"another alphabet": "\u0410-1", "wide letters": "\uff21-1", "a letter of no width": "A\u200b-1", "turned around": "A\u202e1-", "an accent apart": "Ae\u0301-1", "a device with a raised number": "COM\u00b9",
		"a NUL": "A\x00B", "a line end": "A\nB", "an escape": "A\x1b[31m", "percent": "%2e%2e", "a tilde": "~root", "a star": "A*", "a variable": "$HOME",
	}
	for _, device := range []string{"CON", "prn", "Aux", "NUL", "COM0", "COM1", "com9", "LPT1", "lpt9", "CON.txt", "nul.tar.gz", "AUX.A-1"} {
		out["the device "+device] = device
	}
	return out
}

func TestAnIdThatIsNoFolderIsRefusedAndWritesNothing(t *testing.T) {
	for what, id := range badIDs() {
		parent := t.TempDir()
		l := locked{dir: filepath.Join(parent, "in")}
		if err := os.Mkdir(l.dir, 0o700); err != nil {
			t.Fatal(err)
		}
		f := facts()
		f["case"] = id
		place(t, l.dir, "case.yaml", asGiven(f))
		for _, args := range [][]string{{"packet", "case.yaml", "-o", "out"}, {"checklist", "case.yaml", "-o", "out"}, {"check", "case.yaml"}} {
			if code, out, errs := l.run(t, args...); code != exitProblems {
				t.Errorf("%s: %v: exit code %d\n%s%s", what, args, code, out, errs)
			}
		}
		place(t, l.dir, "clients.csv", asCSV(t, asRows(f)))
		if code, _, errs := l.run(t, "batch", "clients.csv", "-o", "day", "--only", "fees"); code != exitWithheld && code != exitProblems {
			t.Errorf("%s: batch: exit code %d\n%s", what, code, errs)
		}
		if code, out, errs := l.run(t, "screen", "clients.csv"); code != exitProblems || strings.Count(out, "\n") != 2 || !strings.Contains(out, "\n,2,,problem,") {
			t.Errorf("%s: screen: exit code %d\n%s%s", what, code, out, errs)
		}
		for name := range contents(t, parent) {
			name = filepath.ToSlash(name)
			if !slices.Contains([]string{"in/case.yaml", "in/clients.csv", "in/day/manifest.jsonl", "in/day/problems.csv", "in/day/summary.csv", "in/day/summary.pdf", "in/day/.expunge/folder.json"}, name) {
				t.Errorf("%s: %s was written", what, name)
			}
		}
	}
}

func TestAFileWithoutAnIdNamesNoDevice(t *testing.T) {
	f := facts()
	delete(f, "case")
	for _, name := range []string{"con.yaml", "NUL.yaml", "com1.old.yaml", ".yaml", "-x.yaml", "\u0410.yaml", strings.Repeat("a", 70) + ".yaml", "a b.yaml", "~.yaml"} {
		l := locked{dir: t.TempDir()}
		place(t, l.dir, name, asGiven(f))
		if code, _, errs := l.run(t, "packet", "--", name); code != exitUsage || !strings.Contains(errs, "cannot name a folder") {
			t.Errorf("%s: exit code %d\n%s", name, code, errs)
		}
		if l.exists("packets") {
			t.Errorf("%s: something was written", name)
		}
	}
}

func TestLookAlikesShareNoFolder(t *testing.T) {
	l := locked{dir: t.TempDir()}
	f := facts()
	place(t, l.dir, "a.yaml", asGiven(f))
	f["case"] = strings.ToLower(f["case"])
	place(t, l.dir, "b.yaml", asGiven(f))
	if code, _, errs := l.run(t, "packet", "a.yaml", "b.yaml"); code != exitUsage || !strings.Contains(errs, "same folder") || l.exists("packets") {
		t.Errorf("exit code %d\n%s", code, errs)
	}
}

// commands of a terminal: colors, a new title, a bell, letters turned around, ends of lines,
// characters of no width, and a byte that some take for an escape.
const commands = "Zz\x1b[31m\x1b]0;owned\x07\b\r\u202eb\u2066\u009b2J\u200f\u200e\u061c\u2028\u2029\u0085\ufeff\u200b\u2060\u206a\U000e0041"

// steering lists what may not be printed on its own account, and not as the program does.
func steering() []*unicode.RangeTable {
	return []*unicode.RangeTable{unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Bidi_Control, unicode.Other_Default_Ignorable_Code_Point}
}

// tame fails the test if a text would do something to a terminal.
func tame(t *testing.T, what, text string) {
	t.Helper()
	for i, r := range text {
		innocent := strings.ContainsRune("\n\t\u00ad\u200c\u200d", r) // joiners and the soft hyphen stand in names
		if !innocent && unicode.In(r, steering()...) || r == utf8.RuneError {
			t.Errorf("%s: %U is printed: %q", what, r, text[max(0, i-60):min(len(text), i+20)])
			return
		}
	}
}

func TestNothingPrintedCommandsTheTerminal(t *testing.T) {
	l := locked{dir: t.TempDir()}
	run := func(what string, args ...string) {
		_, out, errs := l.run(t, args...)
		tame(t, what, out)
		tame(t, what, errs)
	}
	rows := [][]string{nil}
	for _, p := range petition.Fields() {
		rows[0] = append(rows[0], string(p))
	}
	for _, p := range petition.Fields() {
		f := facts()
		f[firstOf(p)] = commands
		place(t, l.dir, "case.yaml", asGiven(f))
		run(string(p), "check", "case.yaml")
		run(string(p), "packet", "case.yaml", "--only", "fees", "--force")
		row := make([]string, len(rows[0]))
		for i, head := range rows[0] {
			row[i] = f[firstOf(petition.Path(head))]
		}
		rows = append(rows, row)
	}
	rows[0][len(rows[0])-1] = commands
	place(t, l.dir, "clients.csv", asCSV(t, rows))
	run("a clients file", "batch", "clients.csv", "--only", "fees", "-o", "day")
	run("a clients file", "screen", "clients.csv")
	run("a clients file", "screen", "clients.csv", "--json")
	place(t, l.dir, "case.yaml", fmt.Sprintf("%q: x\npetitioner: {%q: 1, name: {first: [%q]}}\n%q: {}\n", commands, commands, commands, commands))
	run("keys", "check", "case.yaml")
	place(t, l.dir, "raw.yaml", "petitioner: "+commands+"\n")
	run("a raw file", "check", "raw.yaml")
	place(t, l.dir, settingsFile, fmt.Sprintf("clinic: {name: %q}\n", commands))
	run("a setting", "check", "case.yaml")
	place(t, l.dir, settingsFile, fmt.Sprintf("%q: 1\n", commands))
	run("a key of the settings", "check", "case.yaml")
	if err := os.Remove(filepath.Join(l.dir, settingsFile)); err != nil {
		t.Fatal(err)
	}
	name := strings.ReplaceAll(commands, "/", "")
	place(t, l.dir, "case.yaml", asGiven(facts()))
	place(t, l.dir, name+".yaml", asGiven(facts()))
	for _, args := range [][]string{
		{name},
		{"check", name},
		{"check", name + ".yaml"},
		{"packet", name + ".yaml", "-o", name},
		{"packet", name + ".yaml", "-o", name},
		{"packet", "case.yaml", "-o", name, "--as-of", "2026-11-24"},
		{"verify", name},
		{"purge", name, "--dry-run"},
		{"purge", name, "--yes"},
		{"purge", "absent" + name, "--yes"},
		{"batch", name},
		{"batch", "clients.csv", "-o", name},
		{"law", name},
		{"explain", name},
		{"template", name},
		{"--" + name},
		{"check", "--" + name},
		{"packet", "case.yaml", "--only", name},
		{"packet", "case.yaml", "--formats", name},
		{"packet", "case.yaml", "--as-of", name},
		{"check", "case.yaml", "--config", name},
		{"packet", "case.yaml", "--draft-review", name},
		{"batch", "clients.csv", "--county", name},
		{"batch", "clients.csv", "--shard", name},
		{"packet", "case.yaml", "--encrypt-to", name},
		{"check", "case.yaml", "--identity", name},
		{"check", "case.yaml", "--passphrase-file", name},
		{"checklist", "--lang", name},
		{"checklist", "--copies", name},
		{"completion", name},
		{"help", name},
		{"template", "case", "-o", name},
	} {
		run(strings.Join(args, " ")[:min(20, len(strings.Join(args, " ")))], args...)
	}
}

// strangers puts the text into what an earlier run wrote: the receipt, and the heads of the
// batch folder, where somebody else may have written anything.
func strangers(t *testing.T, l locked, text string) {
	t.Helper()
	for _, name := range []string{"out/CANARY-1/receipt.json", "day/CANARY-1/receipt.json"} {
		var r map[string]any
		at := filepath.Join(l.dir, filepath.FromSlash(name))
		b, err := os.ReadFile(at)
		if err != nil || json.Unmarshal(b, &r) != nil {
			t.Fatalf("%s: %v", name, err)
		}
		r["program"], r["law_edition"], r["held"] = text, text, []string{text}
		r["files"] = append(r["files"].([]any), map[string]string{"name": text, "sha256": text})
		if b, err = json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, b, 0o600); err != nil {
			t.Fatal(err)
		}
		place(t, filepath.Dir(at), text+".pdf", "stray")
	}
	place(t, filepath.Join(l.dir, "day"), text, "stray")
	head := filepath.Join(l.dir, "day", ".expunge", "folder.json")
	var h map[string]any
	b, err := os.ReadFile(head)
	if err != nil || json.Unmarshal(b, &h) != nil {
		t.Fatal(err)
	}
	h["program"], h["outputs"] = text, map[string]string{text: text, "summary.csv": text}
	if b, err = json.Marshal(h); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(head, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// What a command writes for programs means the same and steers no terminal, whatever stands
// in the names and in the files it reads.
func TestNoJSONCommandsTheTerminal(t *testing.T) {
	l := locked{dir: t.TempDir()}
	name := commands + ".yaml"
	place(t, l.dir, "case.yaml", asGiven(facts()))
	place(t, l.dir, name, asGiven(facts()))
	place(t, l.dir, commands+".csv", asCSV(t, asRows(facts())))
	place(t, l.dir, "keys.yaml", fmt.Sprintf("%q: x\npetitioner: {%q: 1, name: {first: [%q]}}\n", commands, commands, commands))
	wrong := facts()
	wrong["charges[0].offense"], wrong["petitioner.name.last"] = commands, commands
	place(t, l.dir, "bad "+commands+".csv", asCSV(t, asRows(wrong)))
	l.run(t, "packet", "case.yaml", "-o", "out")
	l.run(t, "batch", commands+".csv", "-o", "day", "--only", "fees")
	strangers(t, l, commands)
	for _, c := range []struct {
		args   []string
		speaks bool // the text is in what it writes
	}{
		{[]string{"check", name}, true},
		{[]string{"check", "keys.yaml"}, false},
		{[]string{"packet", name, "-o", commands}, true},
		{[]string{"checklist", name, "-o", commands}, true},
		{[]string{"batch", commands + ".csv", "-o", "day " + commands}, true},
		{[]string{"batch", "bad " + commands + ".csv", "-o", "bad " + commands}, true},
		{[]string{"screen", commands + ".csv"}, true},
		{[]string{"screen", "bad " + commands + ".csv"}, true},
		{[]string{"verify", "out"}, true},
		{[]string{"verify", filepath.Join("out", "CANARY-1"), name}, true},
		{[]string{"verify", "day", commands + ".csv"}, true},
		{[]string{"purge", "out", "--dry-run"}, true},
		{[]string{"purge", "day", "--dry-run"}, true},
		{[]string{"purge", commands, "--dry-run"}, true},
		{[]string{"purge", "day", "--yes"}, true},
		{[]string{"law", "--changes", name}, true},
		{[]string{"law", "--all"}, false},
		{[]string{"version"}, false},
	} {
		what := fmt.Sprintf("%q", c.args)
		if c.args[0] == "verify" || slices.Contains(c.args, "--dry-run") { // what was written is told to people as well
			_, out, errs := l.run(t, c.args...)
			tame(t, what, out)
			tame(t, what, errs)
		}
		_, out, errs := l.run(t, append(c.args, "--json")...)
		tame(t, what, out)
		tame(t, what, errs)
		said := false
		for d := json.NewDecoder(strings.NewReader(out)); d.More(); {
			var v any
			if err := d.Decode(&v); err != nil {
				t.Fatalf("%s: %v\n%s", what, err, out)
			}
			said = said || strings.Contains(fmt.Sprint(v), "\u009b2J\u200f\u200e")
		}
		if said != c.speaks {
			t.Errorf("%s: the text is in it: %v\n%s\n%s", what, said, out, errs)
		}
	}
}

func TestFormulasComeOutAsText(t *testing.T) {
	l := locked{dir: t.TempDir()}
	formula := `=cmd|'/C calc'!A0`
	rows := [][]string{nil}
	for _, p := range petition.Fields() {
		rows[0] = append(rows[0], string(p))
	}
	for i, p := range petition.Fields() {
		f := facts()
		f[firstOf(p)] = formula
		if p != "case" {
			f["case"] = fmt.Sprintf("ROW-%d", i)
		}
		row := make([]string, len(rows[0]))
		for j, head := range rows[0] {
			row[j] = f[firstOf(petition.Path(head))]
		}
		rows = append(rows, row)
	}
	place(t, l.dir, "clients.csv", asCSV(t, rows))
	l.run(t, "batch", "clients.csv", "--only", "fees", "--names", "-o", "day")
	seen := 0
	for _, name := range []string{"problems.csv", "summary.csv"} {
		b, err := os.ReadFile(filepath.Join(l.dir, "day", name))
		if err != nil {
			t.Fatal(err)
		}
		cells, err := csv.NewReader(strings.NewReader(string(b))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range cells {
			for _, cell := range row {
				if strings.Contains(cell, "cmd|") {
					seen++
				}
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					t.Errorf("%s: a spreadsheet would work this out: %q", name, cell)
				}
			}
		}
	}
	if seen < 20 {
		t.Errorf("only %d cells held the formula", seen)
	}
}

func TestLinksInTheWayAreNotWrittenThrough(t *testing.T) {
	csvText := asCSV(t, asRows(facts()))
	for _, name := range []string{
		"day/summary.csv", "day/summary.pdf", "day/manifest.jsonl", "day/problems.csv", "day/combined-001.pdf", "day/CANARY-1", "day/CANARY-1/packet.pdf", "day/CANARY-1/receipt.json", "day/CANARY-1/checklist.json", "day/answers.csv",
		"day/.expunge", "day/.expunge/lock", "day/.expunge/journal.jsonl", "day/.expunge/folder.json",
	} {
		for _, again := range []bool{false, true} {
			l := locked{dir: t.TempDir()}
			place(t, l.dir, "clients.csv", csvText)
			place(t, l.dir, "case.yaml", asGiven(facts()))
			outside := filepath.Join(t.TempDir(), "outside")
			if err := os.MkdirAll(outside, 0o700); err != nil {
				t.Fatal(err)
			}
			place(t, outside, "victim", "mine")
			target := filepath.Join(outside, "victim")
			if name == "day/.expunge" || name == "day/CANARY-1" {
				target = outside
			}
			if again {
				l.run(t, "batch", "clients.csv", "-o", "day", "--combined", "--only", "fees,confidential")
			}
			at := filepath.Join(l.dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
				t.Fatal(err)
			}
			_ = os.RemoveAll(at)
			if err := os.Symlink(target, at); err != nil {
				t.Skip("this system makes no links")
			}
			for _, args := range [][]string{
				{"batch", "clients.csv", "-o", "day", "--combined", "--only", "fees,confidential"},
				{"batch", "clients.csv", "-o", "day", "--force"},
				{"packet", "case.yaml", "-o", "day", "--force"},
				{"checklist", "case.yaml", "-o", "day", "--force"},
				{"screen", "clients.csv", "-o", "day/answers.csv", "--force"},
				{"template", "case", "-o", "day/answers.csv", "--force"},
				{"purge", "day", "--yes", "--force"},
			} {
				l.run(t, args...)
				left := contents(t, outside)
				delete(left, "checklist.pdf") // a folder for that, and for its list, may be a link
				delete(left, "checklist.json")
				if len(left) != 1 || string(left["victim"]) != "mine" {
					t.Fatalf("%s, again %v: %v wrote through the link: %d files", name, again, args, len(left))
				}
			}
		}
	}
}
