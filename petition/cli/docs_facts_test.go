package cli

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"filippo.io/age"
	"go.yaml.in/yaml/v3"

	"expunge/rules"
)

// readHouse reads a file of this project, by its path from the top.
func readHouse(t *testing.T, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(house, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// sectionOf returns what stands under a heading of a document, up to the next one.
func sectionOf(t *testing.T, text, heading string) string {
	t.Helper()
	_, rest, ok := strings.Cut(text, "\n## "+heading+"\n")
	if !ok {
		t.Fatalf("no section %q", heading)
	}
	section, _, _ := strings.Cut(rest, "\n## ")
	return section
}

// flat is a text without the breaks of its lines.
func flat(text string) string { return strings.Join(strings.Fields(text), " ") }

// The settings that README shows are taken as they stand, every key and every value, and also
// when the # of the line for encrypting is taken off and the key is somebody's.
func TestTheSettingsOfReadmeAreTaken(t *testing.T) {
	settings := settingsOfReadme(t)
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	const aside = "\n# encrypt: {recipients: [age1...]}"
	if strings.Count(settings, aside) != 1 {
		t.Fatalf("README no longer shows the line for encrypting:\n%s", settings)
	}
	locked := strings.Replace(settings, aside, "\nencrypt: {recipients: ["+key.Recipient().String()+"]}", 1)
	for text, sheet := range map[string]string{settings: "confidential.pdf", locked: "confidential.pdf.age"} {
		dir := t.TempDir()
		putFiles(t, dir, map[string][]byte{
			"expunge.yaml": []byte(text), "logo.png": smallLogo(t), "case.yaml": []byte(readHouse(t, "samples/felony-ready/case.yaml")),
		})
		if code, _, errs := run(t, dir, "packet", "case.yaml"); code != exitDone {
			t.Errorf("a packet with the settings of README ends with %d: %s\n%s", code, errs, text)
		}
		found, err := filepath.Glob(filepath.Join(dir, "packets", "*", "confidential.*"))
		if err != nil || len(found) != 1 || filepath.Base(found[0]) != sheet {
			t.Errorf("the confidential sheet is %q, want %s, %v", found, sheet, err)
		}
	}
	for _, key := range []string{"clinic: ", "attorney: ", "encrypt: ", "law: ", "papers: ", "columns: "} {
		if !strings.Contains(settings, key) {
			t.Errorf("README no longer shows the settings under %s", key)
		}
	}
}

func settingsOfReadme(t *testing.T) string {
	t.Helper()
	m := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindStringSubmatch(sectionOf(t, readHouse(t, "README.md"), "Settings"))
	if m == nil {
		t.Fatal("README shows no settings")
	}
	return m[1]
}

func smallLogo(t *testing.T) []byte {
	t.Helper()
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray(image.Rect(0, 0, 8, 8))); err != nil {
		t.Fatal(err)
	}
	return logo.Bytes()
}

// Who is mended after a run with --combined is in no file for the printer unless that run has
// it, too: the documents say so wherever they tell of both, and which file it is.
func TestMendedCasesComeToThePrinter(t *testing.T) {
	told := 0
	for name, text := range documents(t) {
		var gathered []string
		for _, line := range commandsIn(text) {
			m := regexp.MustCompile(`batch (\S+) -o (\w+)( --combined)?`).FindStringSubmatch(line)
			switch {
			case m == nil:
			case m[1] == "mended.csv":
				told++
				if slices.Contains(gathered, m[2]) && m[3] == "" {
					t.Errorf("%s: %q leaves the mended cases out of the files for the printer", name, line)
				}
				if !strings.Contains(text, "combined-002.pdf") {
					t.Errorf("%s does not say in which file the mended cases are printed", name)
				}
			case m[3] != "":
				gathered = append(gathered, m[2])
			}
		}
	}
	if told < 3 {
		t.Errorf("only %d documents tell of mended rows: the test no longer reads them", told)
	}
}

// The documents say where a row that is no client is removed, and the topic does not promise
// by an exit code more than that of the rows that were given.
func TestTheDocumentsTellOfRowsThatAreNoClient(t *testing.T) {
	docs := documents(t)
	said := regexp.MustCompile(`A row that is no client, such as one of totals, is removed from (?:the clients file|clients\.csv) itself`)
	for _, name := range []string{"README.md", "topics/batch.md", "help of expunge batch"} {
		if !said.MatchString(flat(docs[name])) {
			t.Errorf("%s does not say where a row that is no client is removed", name)
		}
	}
	if topic := flat(docs["topics/batch.md"]); strings.Count(topic, "of the rows that were given") != 2 {
		t.Errorf("the topic does not say that its exit codes 0 and 4 are of the rows that were given:\n%s", topic)
	}
}

// The line of exit codes in README has those of the manual, in its words.
func TestReadmeHasTheExitCodes(t *testing.T) {
	_, rest, ok := strings.Cut(readHouse(t, "README.md"), "\nExit codes: ")
	line, _, _ := strings.Cut(rest, "\n\n")
	parts := strings.Split(strings.TrimSuffix(flat(line), "."), " · ")
	if !ok || len(parts) != len(exitMeanings()) {
		t.Fatalf("README lists %d exit codes, and there are %d: %q", len(parts), len(exitMeanings()), parts)
	}
	for i, e := range exitMeanings() {
		means, _, _ := strings.Cut(e.means, ":")
		if want := fmt.Sprintf("`%d` %s", e.code, means); !strings.HasPrefix(parts[i], want) {
			t.Errorf("README says %q, the manual %q", parts[i], want)
		}
	}
}

// The table of commands in README has every command with its arguments, and no other.
func TestReadmeListsTheCommands(t *testing.T) {
	var listed []string
	for row := range strings.Lines(sectionOf(t, readHouse(t, "README.md"), "Commands")) {
		if cells := strings.Split(strings.ReplaceAll(row, `\|`, "\x00"), "|"); len(cells) > 2 {
			for _, m := range marked.FindAllStringSubmatch(cells[1], -1) {
				listed = append(listed, strings.ReplaceAll(bareUse(strings.TrimSuffix(m[1], " [-o DIR]")), "\x00", "|"))
			}
		}
	}
	want := []string{"expunge completion", "expunge help topics"}
	for _, c := range newRoot(&app{}).Commands() {
		if c.Name() != "help" && c.Name() != "completion" {
			want = append(want, "expunge "+bareUse(c.Use))
		}
	}
	slices.Sort(listed)
	slices.Sort(want)
	if !slices.Equal(listed, want) {
		t.Errorf("README lists\n%q, and there are\n%q", listed, want)
	}
}

// bareUse is a synopsis without its brackets.
func bareUse(use string) string { return strings.NewReplacer("[", "", "]", "").Replace(use) }

// The identifiers that CONTRIBUTING names are in the source.
func TestContributingNamesWhatIsThere(t *testing.T) {
	source := sourceOf(t, "./...", "*.go")
	identifier := regexp.MustCompile(`^(?:[a-z]+(?:[A-Z]\w*|\d+)|[A-Z][a-z]+)$`)
	var named, prose []string
	codeAndProse(readHouse(t, "CONTRIBUTING.md"), func(string) {}, func(line string) { prose = append(prose, line) })
	for _, m := range marked.FindAllStringSubmatch(strings.Join(prose, ""), -1) {
		if !identifier.MatchString(m[1]) || slices.Contains(named, m[1]) {
			continue
		}
		named = append(named, m[1])
		if !regexp.MustCompile(`(?m)^[^/"]*\b` + m[1] + `\b`).MatchString(source) {
			t.Errorf("CONTRIBUTING names %s, which the source does not have", m[1])
		}
	}
	for _, want := range []string{"felonyWait", "chapter430", "Edition", "sourceVersion"} {
		if !slices.Contains(named, want) {
			t.Errorf("CONTRIBUTING no longer names %s, or the test does not read it: %v", want, named)
		}
	}
}

// CONTRIBUTING says how many vectors there are, to the hundred below.
func TestContributingCountsTheVectors(t *testing.T) {
	m := regexp.MustCompile(`more than ([\d,]+) cases with their answer`).FindStringSubmatch(flat(readHouse(t, "CONTRIBUTING.md")))
	if m == nil {
		t.Fatal("CONTRIBUTING no longer counts the vectors")
	}
	names, err := filepath.Glob(filepath.Join(house, "rules", "*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var file struct{ Vectors []struct{ Name string } }
		if err := yaml.Unmarshal(b, &file); err != nil {
			t.Fatal(err)
		}
		total += len(file.Vectors)
	}
	if said, _ := strconv.Atoi(strings.ReplaceAll(m[1], ",", "")); total <= said || total > said+100 {
		t.Errorf("CONTRIBUTING says more than %d vectors, and there are %d", said, total)
	}
}

// What the documents say of the acts on the felony wait is what the rules say: help law tells
// of the newest if its text was not read, and README of each that was not read.
func TestTheDocumentsTellOfTheActsThatWereNotRead(t *testing.T) {
	topic, readme := flat(readHouse(t, "petition/cli/topics/law.md")), flat(readHouse(t, "README.md"))
	var newest rules.Change
	for _, c := range rules.Changes() {
		if !slices.Contains(c.Pathways, rules.OneFelony) || c.Background {
			continue
		}
		newest = c
		unread := regexp.MustCompile(fmt.Sprintf(`The enrolled text of %s \([^)]* on %d %s %d\) was not read\.`, regexp.QuoteMeta(actOf(c)), c.Day.Day(), c.Day.Month(), c.Day.Year()))
		if c.Hold != "" && !unread.MatchString(readme) {
			t.Errorf("README does not tell among its open questions that the text of %s was not read", actOf(c))
		}
	}
	const began = "The wait for felonies since "
	sentence := fmt.Sprintf(began+"%s, is one: the enrolled text of %s was not read. A clinic can keep to the rule before it with the setting law: {hold: [%s]}", newest.Day.Long(), actOf(newest), newest.Hold)
	switch {
	case newest.Hold == "" && strings.Contains(topic, began):
		t.Errorf("topics/law.md tells of a wait that rests on a text not read, and the newest change, of %s, was read", newest.Day)
	case newest.Hold != "" && !strings.Contains(topic, sentence):
		t.Errorf("topics/law.md and the rules part ways: it does not say %q", sentence)
	}
}

// actOf is the name of the act without that of its bill.
func actOf(c rules.Change) string {
	act, _, _ := strings.Cut(c.Act, " (")
	return act
}

// The filter that CONTRIBUTING gives for reading the goldens after a new edition passes over
// the lines that name the edition, whatever its first day.
func TestTheFilterOfTheGoldensFitsAnyEdition(t *testing.T) {
	line := regexp.MustCompile(`git diff -I .*`).FindString(readHouse(t, "CONTRIBUTING.md"))
	var filters []*regexp.Regexp
	for _, m := range regexp.MustCompile(`-I '([^']+)'`).FindAllStringSubmatch(line, -1) {
		filters = append(filters, regexp.MustCompile(m[1]))
	}
	names, err := filepath.Glob(filepath.Join(house, "samples", "*", "expected", "*.*"))
	if err != nil || len(filters) == 0 || strings.Contains(line, "July") {
		t.Fatalf("the filter: %q, %v", line, err)
	}
	edition := regexp.MustCompile(`(?i)(?:law|fees) as of|law edition|^.{15}July 1, 2026$|Law as of \|`)
	looked := 0
	for _, name := range names {
		if ext := filepath.Ext(name); ext != ".md" && ext != ".txt" {
			continue
		}
		for text := range strings.Lines(readHouse(t, relativeToHouse(t, name))) {
			text = strings.TrimRight(text, "\n")
			other := strings.NewReplacer("July 1, 2026", "January 1, 2028", rules.Edition, "2028-01-01").Replace(text)
			if !edition.MatchString(text) || other == text {
				continue
			}
			looked++
			for _, l := range []string{text, other} {
				if !slices.ContainsFunc(filters, func(f *regexp.Regexp) bool { return f.MatchString(l) }) {
					t.Errorf("%s: the filter of CONTRIBUTING does not pass over %q", name, l)
				}
			}
		}
	}
	if looked < 100 {
		t.Errorf("only %d lines name the edition: the test no longer reads the goldens", looked)
	}
}

func relativeToHouse(t *testing.T, name string) string {
	t.Helper()
	out, err := filepath.Rel(house, name)
	if err != nil {
		t.Fatal(err)
	}
	return filepath.ToSlash(out)
}
