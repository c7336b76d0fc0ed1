package cli

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"filippo.io/age"
	"github.com/klauspost/compress/zstd"

	"expunge/petition/intake"
)

// TestEveryCommandOfTheDocsRuns runs what the documents tell people to type: each document
// in a folder of its own, in the order of the text, against the samples and fresh templates.
// A command ends with 0, unless [otherEnds] says how and why.
func TestEveryCommandOfTheDocsRuns(t *testing.T) {
	for name, text := range documents(t) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ran := 0
			dir := workbench(t, text)
			for _, line := range commandsIn(text) {
				feeder, line := fed(line)
				for _, command := range spelledOut(line) {
					ran++
					runDocumented(t, dir, name, feeder, command)
				}
			}
			t.Logf("%d commands ran", ran)
			wantIgnored(t, dir)
			if ran < fewest(name) {
				t.Errorf("only %d commands were found in %s: the test no longer reads the document", ran, name)
			}
		})
	}
}

// fewest is how many commands a document has at least; so a change of its form cannot hide them.
func fewest(name string) int {
	switch name {
	case "README.md":
		return 40
	case "CONTRIBUTING.md", "CHANGELOG.md":
		return 0 // it may name none
	case "SECURITY.md":
		return 3
	case "topics/case-file.md", "topics/law.md", "topics/batch.md":
		return 4
	default:
		return 1
	}
}

// documents are the texts that hold commands, by name: the documents of the top, the topics
// of help, and the help of every command: its examples, and what it says before them. What
// stands in samples/shards is run by the tests of the samples.
func documents(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range []string{filepath.Join(house, "*.md"), "topics/*.md"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) < 4 {
			t.Fatalf("%s: %d files, %v", pattern, len(names), err)
		}
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			out[filepath.ToSlash(strings.TrimPrefix(name, house+string(filepath.Separator)))] = string(b)
		}
	}
	for _, c := range everyCommand(newRoot(&app{})) {
		if path := c.CommandPath(); !strings.HasPrefix(path, "expunge completion") { // that help is written by cobra
			out["help of "+path] = c.Long + "\n\n" + indented(c.Example) + "\n"
		}
	}
	return out
}

// indented makes a block of code of examples, whatever they begin with.
func indented(example string) string {
	return "    " + strings.ReplaceAll(example, "\n", "\n    ")
}

var (
	program  = `(?:(?:\./)?expunge|go run \.)`
	feeders  = `(?:zcat|cat) \S+`
	typed    = regexp.MustCompile(`^(?:\$ )?(?:` + feeders + ` \| )?` + program + `(?: .*)?$`)
	spans    = regexp.MustCompile("`(?:\\$ )?(" + program + ` [^` + "`" + `]*)` + "`")
	quoted   = regexp.MustCompile(`"(expunge (?:[^"]|\\")*)"`)
	remark   = regexp.MustCompile(` {2,}.*$| # .*$`)
	fence    = "```"
	optional = regexp.MustCompile(`\[([^\[\]]*)\]`)
)

// commandsIn lists the commands of a text: lines of code, spans of code, and in plain text
// what stands in quotes. A fence with a word after it holds something else.
func commandsIn(text string) []string {
	var out []string
	codeAndProse(text, func(line string) {
		if typed.MatchString(line) {
			out = append(out, line)
		}
	}, func(line string) {
		for _, m := range slices.Concat(spans.FindAllStringSubmatch(line, -1), quoted.FindAllStringSubmatch(line, -1)) {
			out = append(out, m[1])
		}
	})
	return out
}

// codeAndProse hands on the lines of a text: those of code as they are typed, without
// prompt and remarks, and the others as they are.
func codeAndProse(text string, code, prose func(line string)) {
	inFence, isCode := false, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\n")
		bare := strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(bare, fence):
			inFence = !inFence
			isCode = slices.Contains([]string{"", "sh", "bash", "console"}, strings.TrimPrefix(bare, fence))
		case (inFence && isCode) || (!inFence && strings.HasPrefix(line, "    ")):
			code(strings.TrimPrefix(remark.ReplaceAllString(bare, ""), "$ "))
		case !inFence:
			prose(line)
		}
	}
}

// fed takes a command apart from the one that feeds it: "zcat FILE | expunge screen -".
func fed(line string) (feeder, command string) {
	if m := regexp.MustCompile(`^(` + feeders + `) \| (.*)$`).FindStringSubmatch(line); m != nil {
		return m[1], m[2]
	}
	return "", line
}

// spelledOut writes the forms that a synopsis stands for: with and without what is in
// brackets, each of the words with a bar between, and names for the placeholders.
func spelledOut(line string) []string {
	line = strings.ReplaceAll(line, `\|`, "|")
	line = regexp.MustCompile(`^`+program+` ?`).ReplaceAllString(line, "")
	if m := optional.FindStringSubmatchIndex(line); m != nil {
		without := line[:m[0]] + line[m[1]:]
		with := line[:m[0]] + line[m[2]:m[3]] + line[m[1]:]
		return append(spelledOut("expunge "+without), spelledOut("expunge "+with)...)
	}
	words := strings.Fields(line)
	for i, w := range words {
		if a, b, both := strings.Cut(w, "|"); both && a != "" && b != "" && !strings.ContainsAny(line, `"'`) {
			var out []string
			for one := range strings.SplitSeq(w, "|") {
				words[i] = one
				out = append(out, spelledOut("expunge "+strings.Join(words, " "))...)
			}
			return out
		}
	}
	return []string{placeholders().Replace(line)}
}

func placeholders() *strings.Replacer {
	return strings.NewReplacer("FILE...", "case.yaml", "INPUT...", "case.yaml", "FILE", "case.yaml", "CLIENTS", "clients.csv",
		"RECORDS", "clients.csv", "DIR", "packets", "SECTION", "99-19-71", "CODE", "felony.wait", "COMMAND", "packet", "TOPIC", "privacy", "DATE", "2027-03-02")
}

// pending are commands that the documents speak of before they are there.
func pending() []string { return nil }

// refused are the documented commands that end as wrong usage here, with the reason.
func refused() map[string]string {
	return map[string]string{
		"new":                  "the interview needs a terminal",
		"new case.yaml":        "the interview needs a terminal",
		"new clinic-0042.yaml": "the interview needs a terminal",
		"screen":               "it needs a clients file",
		"check":                "it needs a case file",

		"packet":                        "without a file it asks at the terminal",
		"packet case.yaml --passphrase": "a passphrase is asked for at the terminal",
		"purge packets":                 "what is removed is asked about at the terminal",
		"purge packets/CLINIC-0042":     "what is removed is asked about at the terminal",
		"new --encrypt-to age1...":      "the interview needs a terminal",
	}
}

// end is how a command ends, and why.
type end struct {
	code   int
	reason string
}

// otherEnds are the documented commands that do their work and end with another code than 0.
func otherEnds() map[string]end {
	out := map[string]end{}
	for _, rest := range []string{"", " --dry-run", " -o packets", " -o saturday --combined", " -o checklists --only checklist --county Hinds"} {
		out["batch clients.csv"+rest] = end{exitWithheld, "rows of the clinic day wait in problems.csv, and petitions are withheld"}
	}
	for _, command := range []string{"batch samples/clinic-day/clients.csv --dry-run", "batch samples/clinic-day/clients.csv -o saturday --combined"} {
		out[command] = out["batch clients.csv"]
	}
	for _, command := range []string{"screen clients.csv", "screen records.csv", "screen records.csv.gz -o answers.csv", "screen - --json"} {
		out[command] = end{exitProblems, "rows of the clinic day cannot be used"}
	}
	return out
}

// alone is a command without what takes up its output.
func alone(command string) string {
	command, _, _ = strings.Cut(command, " | ")
	command, _, _ = strings.Cut(command, " > ")
	return strings.TrimSpace(command)
}

// What is said to end otherwise is in the documents.
func TestOtherEndsAreOfDocumentedCommands(t *testing.T) {
	found := map[string]bool{}
	for name, text := range documents(t) {
		for _, line := range commandsIn(text) {
			_, line = fed(line)
			for _, command := range spelledOut(line) {
				found[alone(command)], found[name+": "+alone(command)] = true, true
			}
		}
	}
	for command := range otherEnds() {
		if !found[command] {
			t.Errorf("no document has %q any more", command)
		}
	}
}

func runDocumented(t *testing.T, dir, name, feeder, command string) {
	t.Helper()
	command = strings.TrimSpace(command)
	args, into := arguments(t, dir, command)
	if len(args) > 0 && slices.Contains(pending(), args[0]) {
		return
	}
	var stdout, stderr bytes.Buffer
	code := Main(t.Context(), withKey(t, dir, args), Streams{Dir: dir, In: food(t, dir, feeder), Out: &stdout, Err: &stderr}, clock)
	if into != "" {
		keep(t, filepath.Join(dir, into), stdout.String())
	}
	want := end{exitDone, "all is done"}
	if reason, ok := refused()[strings.Join(args, " ")]; ok {
		want = end{exitUsage, reason}
	}
	for _, key := range []string{alone(command), name + ": " + alone(command)} {
		if other, ok := otherEnds()[key]; ok {
			want = other
		}
	}
	if code != want.code {
		t.Errorf("expunge %s ends with %d, not with %d (%s):\n%s", command, code, want.code, want.reason, stderr.String()+stdout.String())
	}
}

// food is what a command reads from the one before it in a pipe.
func food(t *testing.T, dir, feeder string) io.Reader {
	t.Helper()
	with, name, _ := strings.Cut(feeder, " ")
	if with == "" {
		return nil
	}
	b, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Error(err)
	}
	if with != "zcat" {
		return bytes.NewReader(b)
	}
	r, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Error(err)
		return nil
	}
	return r
}

// withKey puts the public key of the workbench where the documents write "age1...".
func withKey(t *testing.T, dir string, args []string) []string {
	t.Helper()
	public, err := os.ReadFile(filepath.Join(dir, "public.txt"))
	if err != nil {
		t.Fatal(err)
	}
	out := slices.Clone(args)
	for i := range out {
		if out[i] == "age1..." {
			out[i] = string(public)
		}
	}
	return out
}

// keep writes what a command printed to a file. A template does not replace the file that
// stands for the reader's own, filled in.
func keep(t *testing.T, path, text string) {
	t.Helper()
	if text == "" {
		t.Errorf("nothing was printed for %s", filepath.Base(path))
	}
	if _, err := os.Stat(path); err == nil {
		return
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// A command that has arrived is no longer pending.
func TestPendingCommandsAreNotThereYet(t *testing.T) {
	for _, c := range newRoot(&app{}).Commands() {
		if slices.Contains(pending(), c.Name()) {
			t.Errorf("%s is there: take it out of pending, so that the documents are tested", c.Name())
		}
	}
}

// arguments splits a command as a shell does: quotes, * for files, ~ for the folder, and
// "> FILE". What comes after a pipe is somebody else's program.
func arguments(t *testing.T, dir, command string) (args []string, into string) {
	t.Helper()
	command, _, _ = strings.Cut(command, " | ")
	command, into, _ = strings.Cut(command, " > ")
	word, open, started := "", rune(0), false
	end := func() {
		if started {
			args = append(args, globbed(t, dir, word)...)
		}
		word, started = "", false
	}
	for _, r := range command {
		switch {
		case open != 0 && r == open:
			open = 0
		case open == 0 && (r == '"' || r == '\''):
			open, started = r, true
		case open == 0 && r == ' ':
			end()
		default:
			word, started = word+string(r), true
		}
	}
	end()
	if open != 0 {
		t.Errorf("%s: a quote is not closed", command)
	}
	return args, strings.TrimSpace(into)
}

func globbed(t *testing.T, dir, word string) []string {
	t.Helper()
	word = strings.Replace(word, "~/", dir+string(filepath.Separator), 1)
	if !strings.Contains(word, "*") {
		return []string{word}
	}
	found, err := filepath.Glob(filepath.Join(dir, word))
	if err != nil || len(found) == 0 {
		t.Errorf("%s: no files, %v", word, err)
	}
	for i := range found {
		found[i], _ = filepath.Rel(dir, found[i])
	}
	return found
}

// workbench is a folder as a reader of the documents has it: the samples, a case file and
// its packet, a clients file, and the folders that the text names and does not make.
func workbench(t *testing.T, text string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "samples"), samplesOnly{os.DirFS(filepath.Join(house, "samples"))}); err != nil {
		t.Fatal(err)
	}
	ready, err := os.ReadFile(filepath.Join(house, "samples", "felony-ready", "case.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	ready = bytes.Replace(ready, []byte("SAMPLE-01"), []byte("CLINIC-0042"), 1)
	clients, err := os.ReadFile(filepath.Join(house, "samples", "clinic-day", "clients.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string][]byte{
		"case.yaml": ready, "a.yaml": bytes.Replace(ready, []byte("CLINIC-0042"), []byte("A"), 1),
		"b.yaml":      bytes.Replace(ready, []byte("CLINIC-0042"), []byte("B"), 1),
		"clients.csv": clients, "mended.csv": mended(t, clients), "records.csv": clients, "records.csv.gz": gzipped(t, clients), "records.csv.zst": zstdOf(t, clients), "clients.xlsx": intake.TemplateClientsXLSX(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	lockUp(t, dir, ready)
	if code, _, errs := run(t, dir, "packet", "case.yaml", "a.yaml", "b.yaml"); code != exitDone {
		t.Fatalf("the packets to verify: %d: %s", code, errs)
	}
	if strings.Contains(text, " saturday") && !strings.Contains(text, "-o saturday") {
		if code, _, errs := run(t, dir, "batch", "clients.csv", "-o", "saturday"); code != exitWithheld {
			t.Fatalf("the folder of a clinic day: %d: %s", code, errs)
		}
		if code, _, errs := run(t, dir, "batch", "mended.csv", "-o", "saturday"); code != exitDone {
			t.Fatalf("the mended rows of a clinic day: %d: %s", code, errs)
		}
	}
	return dir
}

// mended are the rows of the clinic day that could not be used, put right, as a reader saves
// them beside the clients file.
func mended(t *testing.T, clients []byte) []byte {
	t.Helper()
	header, rows, _ := strings.Cut(string(clients), "\n")
	out := header + "\n"
	for row := range strings.Lines(rows) {
		right := strings.NewReplacer("Rankn", "Rankin", "1/2/19,", "1/2/1990,").Replace(row)
		if right != row {
			out += right
		}
	}
	if strings.Count(out, "\n") != 3 {
		t.Fatalf("the clinic day has not two rows to mend any more:\n%s", out)
	}
	return []byte(out)
}

func gzipped(t *testing.T, plain []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(plain)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstdOf(t *testing.T, plain []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(plain, nil)
}

// lockUp writes the keys of age to the folder, and a case file that only they open.
func lockUp(t *testing.T, dir string, plain []byte) {
	t.Helper()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	var closed bytes.Buffer
	w, err := age.Encrypt(&closed, key.Recipient())
	if err != nil {
		t.Fatal(err)
	}
	_, err = w.Write(plain)
	if err := errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"key.txt": key.String() + "\n", "public.txt": key.Recipient().String(), "clinic-0042.yaml.age": closed.String()} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// samplesOnly is the folder of samples without the expected papers.
type samplesOnly struct{ fs.FS }

func (s samplesOnly) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(s.FS, name)
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return e.Name() == "expected" || filepath.Ext(e.Name()) == ".go" }), err
}

// Every other path that the documents tell people to run or to read is there.
func TestPathsOfTheDocsAreThere(t *testing.T) {
	place := regexp.MustCompile(`(?:\./)?((?:\.ci|samples|rules|forms|petition|assets)/[\w./-]*[\w]|\.ci/\w+)`)
	for _, name := range []string{"README.md", "CONTRIBUTING.md", "SECURITY.md"} {
		b, err := os.ReadFile(filepath.Join(house, name))
		if err != nil {
			t.Fatal(err)
		}
		found := place.FindAllStringSubmatch(string(b), -1)
		if len(found) == 0 {
			t.Errorf("%s names no path: the test no longer reads it", name)
		}
		for _, m := range found {
			if strings.Contains(m[1], "NN_NN") { // stands for a section
				continue
			}
			if _, err := os.Stat(filepath.Join(house, filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s names %s, which is not there", name, m[1])
			}
		}
	}
}

// The reader of documents is held to what it finds.
func TestCommandsInADocument(t *testing.T) {
	text := "Type `expunge law` or \"expunge help topics\".\n\n    go run . check a.yaml      # why\n    expunge law \"a b\" > x.md\n    other\n\n```yaml\nexpunge no\n```\n\n```\n$ expunge yes\n```\n"
	want := []string{"expunge law", "expunge help topics", "go run . check a.yaml", `expunge law "a b" > x.md`, "expunge yes"}
	if got := commandsIn(text); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := spelledOut(`expunge template case\|clients [-o DIR]`), []string{"template case", "template clients", "template case -o packets", "template clients -o packets"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	args, into := arguments(t, t.TempDir(), `law "a  b" 'c' d > x.md`)
	if !slices.Equal(args, []string{"law", "a  b", "c", "d"}) || into != "x.md" {
		t.Errorf("%q > %q", args, into)
	}
}
