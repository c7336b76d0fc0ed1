package batch

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/packet"
)

func mustRun(t testing.TB, text, dir string, o Options) Report {
	t.Helper()
	r, err := Run(t.Context(), read(t, text), dir, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// tree is every file under a folder by its path.
func tree(t testing.TB, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		rel, _ := filepath.Rel(dir, path)
		b, err := os.ReadFile(path)
		out[filepath.ToSlash(rel)] = string(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sameTree compares two folders byte for byte.
func sameTree(t testing.TB, got, want string) {
	t.Helper()
	a, b := tree(t, got), tree(t, want)
	if d := cmp.Diff(slices.Sorted(maps.Keys(b)), slices.Sorted(maps.Keys(a))); d != "" {
		t.Fatalf("the files differ (- want, + got):\n%s", d)
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs", name)
		}
	}
}

func TestEachCaseIsDoneOrToldOf(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	r := mustRun(t, clinic(), dir, options())
	var got []string
	for _, e := range r.Entries {
		got = append(got, e.Case+" "+string(e.Outcome)+" "+strings.Join(e.Cautions, ",")+" "+strings.Join(e.Like, ","))
	}
	want := []string{
		"CLINIC-1 drafted case.possible-duplicate CLINIC-6", "CLINIC-2 drafted  ", "CLINIC-3 withheld  ", "CLINIC-4 drafted  ",
		"CLINIC-5 problems  ", "CLINIC-6 drafted case.possible-duplicate CLINIC-1", " problems  ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]int{2, 5}, r.Entries[0].Rows); d != "" {
		t.Error(d)
	}
	there := tree(t, dir)
	for _, name := range []string{"CLINIC-1/packet.pdf", "CLINIC-3/receipt.json", "manifest.jsonl", "summary.csv", "summary.pdf", "problems.csv", ".expunge/folder.json"} {
		if there[name] == "" {
			t.Errorf("%s is not there", name)
		}
	}
	for name := range there {
		if strings.HasPrefix(name, "CLINIC-5/") || strings.Contains(name, ".tmp") || strings.Contains(name, "journal") || strings.Contains(name, "lock") {
			t.Errorf("%s is there", name)
		}
	}
	if !strings.Contains(there["problems.csv"], "Tobias,Inventado") || !strings.Contains(there["problems.csv"], "clients.csv:7:") || strings.Count(there["problems.csv"], "\n") != 3 {
		t.Errorf("problems.csv:\n%s", there["problems.csv"])
	}
}

func TestStandings(t *testing.T) {
	r := mustRun(t, clinic(), t.TempDir(), options())
	var got []string
	for _, l := range r.Desk {
		got = append(got, strings.Join([]string{l.Case, string(l.Standing), l.Day.String(), l.County}, " "))
	}
	want := []string{
		"CLINIC-1 ready  Rankin", "CLINIC-1 ready  Rankin", "CLINIC-2 ready  Madison", "CLINIC-3 ready_on_date 2027-01-10 Lee",
		"CLINIC-4 needs_paper  Lee", "CLINIC-5 problems  ", "CLINIC-6 ready  Forrest", "row 9 problems  ",
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	places := r.Places()
	if first, last := places[0], places[len(places)-1]; first.County != "Forrest" || last.County != "" || last.Counts[forms.HasProblems] != 2 {
		t.Errorf("%+v", places)
	}
}

// from gives back a file as the clients file of a run.
func from(text string, o Options) Options {
	o.Source = func() string { return files.Digest([]byte(text)) }
	return o
}

// withProblems runs the clinic and writes a changed problems.csv into its folder.
func withProblems(t *testing.T, change func(string) string) (dir, text string) {
	t.Helper()
	dir = t.TempDir()
	mustRun(t, clinic(), dir, options())
	bad, err := os.ReadFile(filepath.Join(dir, problemsName))
	if err != nil {
		t.Fatal(err)
	}
	text = change(string(bad))
	if err := os.WriteFile(filepath.Join(dir, problemsName), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir, text
}

// mended puts the county right and leaves out the row of totals.
func mended(bad string) string {
	text := strings.ReplaceAll(bad, "Rankn", "Rankin")
	return text[:strings.LastIndex(strings.TrimSuffix(text, "\n"), "\n")+1]
}

func TestAMendedProblemsFileGoesStraightBack(t *testing.T) {
	dir, text := withProblems(t, mended)
	r := mustRun(t, text, dir, from(text, options()))
	if r.Outcomes[Drafted] != 1 || len(r.Gone) != 5 || len(r.Entries) != 6 || len(r.Problems) != 0 || r.Waiting != "" {
		t.Errorf("%+v", r)
	}
	there := tree(t, dir)
	if there["CLINIC-5/packet.pdf"] == "" || there["problems.csv"] != "" || there["problems.edited-1.csv"] != "" {
		t.Errorf("%v", slices.Sorted(maps.Keys(there)))
	}
	if n := strings.Count(there["manifest.jsonl"], "\n"); n != 6 {
		t.Errorf("the manifest tells of %d cases", n)
	}
}

// TestAProblemsFileThatIsGivenBackGoesLast looks at the folder when the file is about to be
// removed or replaced: a run that is stopped there can be begun again with it, or is over.
func TestAProblemsFileThatIsGivenBackGoesLast(t *testing.T) {
	some := func(bad string) string { return strings.ReplaceAll(bad, "Rankn", "Rankin") }
	for name, change := range map[string]func(string) string{"all rows": mended, "some": some} {
		dir, text := withProblems(t, change)
		o := options()
		var then map[string]string
		o.Source = func() string {
			then = tree(t, dir)
			return files.Digest([]byte(text))
		}
		mustRun(t, text, dir, o)
		now := tree(t, dir)
		if then[problemsName] != text || now[problemsName] == text {
			t.Errorf("%s: not the moment before", name)
		}
		for _, file := range []string{manifestName, summaryName, sheetName} {
			if then[file] != now[file] {
				t.Errorf("%s: %s comes after it", name, file)
			}
		}
		if _, journal := then[hidden+"/journal.jsonl"]; journal != (name == "some") {
			t.Errorf("%s: the run is over: %v", name, !journal)
		}
	}
}

func TestAVolunteersProblemsFileIsNotLost(t *testing.T) {
	const copied = "problems.edited-1.csv"
	// Only some rows are mended: the others are in the new file, and no copy is left.
	some := func(bad string) string { return strings.ReplaceAll(bad, "Rankn", "Rankin") }
	dir, text := withProblems(t, some)
	r := mustRun(t, text, dir, from(text, options()))
	there := tree(t, dir)
	if len(r.Edited) > 0 || there[copied] != "" || !strings.Contains(there[problemsName], "Total") || strings.Contains(there[problemsName], "Inventado") {
		t.Errorf("%+v\n%s", r.Edited, there[problemsName])
	}
	// The first file is run again in its stead: the work stays, under another name.
	dir, text = withProblems(t, some)
	r = mustRun(t, clinic(), dir, from(clinic(), options()))
	if there := tree(t, dir); there[copied] != text || len(r.Edited) != 1 || !strings.Contains(there[problemsName], "Rankn") {
		t.Errorf("%+v", r.Edited)
	}
	// Rows of another county are not taken, so they stay where they are.
	dir, text = withProblems(t, mended)
	lee := from(text, options())
	lee.County = "Lee"
	mustRun(t, text, dir, lee)
	if there := tree(t, dir); there[copied] != text && there[problemsName] != text {
		t.Errorf("%v", slices.Sorted(maps.Keys(there)))
	}
	// A row that was added for a case already made, and that this run is not about.
	more := strings.Replace(sheetOf(person("CLINIC-2", "José", "Fauxworth", "1990-02-02").with(dismissed("Madison")).with(client{"Cause number": "24-0020"})), "\n", ",,,\n", 2)
	dir, text = withProblems(t, func(bad string) string { return mended(bad) + more[strings.Index(more, "\n")+1:] })
	rankin := from(text, options())
	rankin.County = "Rankin"
	r = mustRun(t, text, dir, rankin)
	if there := tree(t, dir); r.Cases[Made] != 1 || there[copied] != text && there[problemsName] != text {
		t.Errorf("%v %v", r.Cases, slices.Sorted(maps.Keys(there)))
	}
	// Another clients file altogether: the rows that wait stay, and are told of.
	dir, text = withProblems(t, func(bad string) string { return bad })
	other := sheetOf(person("NEW-1", "Pat", "Fictivus", "1980-01-01").with(dismissed("Nowhereville")))
	r = mustRun(t, other, dir, from(other, options()))
	if there := tree(t, dir); there[copied] != text || r.Waiting != copied || !strings.Contains(there[problemsName], "Fictivus") {
		t.Errorf("%q, %v", r.Waiting, slices.Sorted(maps.Keys(there)))
	}
	r = mustRun(t, strings.Replace(other, "Nowhereville", "Lee", 1), dir, options())
	if there := tree(t, dir); there[copied] != text || r.Waiting != problemsName {
		t.Errorf("%q, %v", r.Waiting, slices.Sorted(maps.Keys(there)))
	}
}

func TestAnyNumberOfWorkersGivesTheSameBytes(t *testing.T) {
	one, four := t.TempDir(), t.TempDir()
	o := options()
	o.Combined, o.Names = true, true
	o.Workers = 1
	mustRun(t, clinic()+"", one, o)
	o.Workers = 4
	mustRun(t, clinic(), four, o)
	sameTree(t, four, one)
}

// A run is stopped again and again, at points that chance picks; what a machine that goes
// down leaves is added. The end is that of a run that nothing disturbed.
func TestStoppedAndResumedEndsTheSame(t *testing.T) {
	text := synthetic(16, 3)
	want := filepath.Join(t.TempDir(), "want")
	o := options()
	o.Only = []string{"petition", "checklist"}
	mustRun(t, text, want, o)
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 1))
		dir := filepath.Join(t.TempDir(), "got")
		stops := 0
		for {
			ctx, cancel := context.WithCancel(t.Context())
			o.Workers = 1 + r.IntN(3)
			until := 1 + r.IntN(16)
			var once sync.Once
			o.Watch = func(done, _ int) {
				if done >= until {
					once.Do(cancel)
				}
			}
			_, err := Run(ctx, read(t, text), dir, o)
			cancel()
			if err == nil {
				break
			}
			if !errors.Is(err, context.Canceled) {
				t.Fatal(err)
			}
			if _, err := os.Stat(manifestPath(dir)); err == nil {
				t.Fatal("a stopped run wrote a manifest")
			}
			if stops++; stops > 40 {
				break
			}
			wreck(t, dir, r)
		}
		o.Watch = nil
		mustRun(t, text, dir, o)
		sameTree(t, dir, want)
		if stops == 0 && seed == 0 {
			t.Error("nothing was stopped")
		}
	}
}

// wreck leaves what a machine that goes down can leave: a line of the journal cut off, a
// temporary folder, a lock, a folder that is not in the journal yet.
func wreck(t *testing.T, dir string, r *rand.Rand) {
	t.Helper()
	path := journalPath(dir)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if r.IntN(2) == 0 {
		cut := max(bytes.IndexByte(text, '\n')+1, len(text)-1-r.IntN(400))
		text = text[:cut]
	}
	half := filepath.Join(dir, ".tmp-SYN-00099-123")
	if err := errors.Join(os.WriteFile(path, text, 0o600), os.MkdirAll(half, 0o700), os.WriteFile(filepath.Join(half, "packet.pdf"), []byte("%PDF-"), 0o600),
		os.WriteFile(lockPath(dir), []byte("999999\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
}

func TestARerunDoesOnlyWhatIsLeft(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	before := tree(t, dir)
	stamp := func(name string) time.Time {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return info.ModTime()
	}
	past := time.Now().Add(-time.Hour) //nolint:forbidigo // the age of a file
	for name := range before {
		if err := os.Chtimes(filepath.Join(dir, name), past, past); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.RemoveAll(filepath.Join(dir, "CLINIC-2")); err != nil {
		t.Fatal(err)
	}
	r := mustRun(t, clinic(), dir, options())
	if r.Cases[Made] != 1 || r.Cases[Unchanged] != 4 || r.Cases[Remade] != 0 {
		t.Errorf("%v", r.Cases)
	}
	if d := cmp.Diff(before, tree(t, dir)); d != "" {
		t.Error("the folder is not what it was")
	}
	if stamp("CLINIC-1/packet.pdf").After(past.Add(time.Minute)) || stamp("manifest.jsonl").After(past.Add(time.Minute)) {
		t.Error("what stood was written again")
	}
	if !stamp("CLINIC-2/packet.pdf").After(past.Add(time.Minute)) {
		t.Error("what was gone was not made again")
	}
}

func TestAChangedRowIsMadeAgainAndListed(t *testing.T) {
	dir, fresh := t.TempDir(), t.TempDir()
	mustRun(t, clinic(), dir, options())
	changed := strings.ReplaceAll(clinic(), "24-0019,justice,Madison", "24-0020,justice,Madison")
	r := mustRun(t, changed, dir, options())
	if d := cmp.Diff([]string{"CLINIC-2"}, r.Remade); d != "" || r.Cases[Unchanged] != 4 {
		t.Errorf("%s %v", d, r.Cases)
	}
	mustRun(t, changed, fresh, options())
	sameTree(t, dir, fresh)
	o := options()
	o.Office.Clinic.Name = "Another Clinic"
	if r := mustRun(t, changed, dir, o); r.Cases[Remade] != 5 {
		t.Errorf("other settings: %v", r.Cases)
	}
}

func TestWhatPeopleChangedIsKept(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	mine := filepath.Join(dir, "CLINIC-2", "packet.pdf")
	notes := filepath.Join(dir, "summary.csv")
	for _, path := range []string{mine, notes} {
		if err := os.WriteFile(path, []byte("mine"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := mustRun(t, clinic(), dir, options())
	if got, _ := os.ReadFile(mine); string(got) != "mine" || !slices.Equal(r.Touched, []string{"CLINIC-2"}) {
		t.Errorf("%q %v", got, r.Touched)
	}
	if d := cmp.Diff([]Edited{{Was: "summary.csv", Now: "summary.edited-1.csv"}}, r.Edited); d != "" {
		t.Error(d)
	}
	changed := strings.ReplaceAll(clinic(), "24-0019,justice,Madison", "24-0020,justice,Madison")
	r = mustRun(t, changed, dir, options())
	got, _ := os.ReadFile(filepath.Join(dir, "CLINIC-2", "packet.edited-1.pdf"))
	if string(got) != "mine" || !slices.Equal(r.Remade, []string{"CLINIC-2"}) || len(r.Edited) != 1 {
		t.Errorf("%q %+v", got, r.Edited)
	}
}

// A run was stopped while it replaced the files of a case: some are already the new ones.
func TestWhatWasBegunBeforeTheJournalIsSwept(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.MkdirAll(filepath.Join(dir, hidden), 0o700), os.WriteFile(filepath.Join(dir, hidden, ".tmp-journal.jsonl-1"), nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	mustRun(t, clinic(), dir, options())
	if _, err := os.Stat(filepath.Join(dir, hidden, ".tmp-journal.jsonl-1")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("it is left over", err)
	}
}

func TestAHalfReplacedFolderIsFinished(t *testing.T) {
	dir, fresh := t.TempDir(), t.TempDir()
	changed := strings.ReplaceAll(clinic(), "24-0019,justice,Madison", "24-0020,justice,Madison")
	mustRun(t, clinic(), dir, options())
	mustRun(t, changed, fresh, options())
	b, err := os.ReadFile(filepath.Join(fresh, "CLINIC-2", "packet.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "CLINIC-2", "packet.pdf"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if r := mustRun(t, changed, dir, options()); len(r.Edited) > 0 {
		t.Errorf("our own files are taken for edited: %+v", r.Edited)
	}
	sameTree(t, dir, fresh)
}

// TestAStoppedUpdateIsNotTakenForEdited stops a run within the folder of a case: the old
// receipt, and new files. What follows is a run of the same rows, of others, or of the first.
func TestAStoppedUpdateIsNotTakenForEdited(t *testing.T) {
	second := strings.ReplaceAll(clinic(), "24-0019,justice,Madison", "24-0020,justice,Madison")
	third := strings.ReplaceAll(clinic(), "24-0019,justice,Madison", "24-0021,justice,Madison")
	for name, text := range map[string]string{"the same": second, "others": third, "the first": clinic()} {
		dir, between, fresh := t.TempDir(), t.TempDir(), t.TempDir()
		mustRun(t, clinic(), dir, options())
		mustRun(t, second, between, options())
		mustRun(t, text, fresh, options())
		m, err := recall(dir)
		if err != nil {
			t.Fatal(err)
		}
		j, err := openJournal(dir, m.head, m)
		if err != nil {
			t.Fatal(err)
		}
		var begun []files.Sum
		for name, text := range tree(t, filepath.Join(between, "CLINIC-2")) {
			if begun = append(begun, files.Sum{Name: name, SHA256: files.Digest([]byte(text))}); name == files.ReceiptName {
				continue
			}
			if err := os.WriteFile(filepath.Join(dir, "CLINIC-2", name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		begun = append(begun, files.Sum{Name: "confidential.docx", SHA256: files.Digest([]byte("new"))}) // of other settings
		if err := errors.Join(j.write(note{Begun: "CLINIC-2", Files: begun}), j.Close(), os.WriteFile(filepath.Join(dir, "CLINIC-2", "confidential.docx"), []byte("new"), 0o600)); err != nil {
			t.Fatal(err)
		}
		stoppedAfter(t, text, dir, 1) // what was written is remembered from run to run
		if r := mustRun(t, text, dir, options()); len(r.Edited) > 0 || len(r.Failures) > 0 {
			t.Errorf("%s: %+v %v", name, r.Edited, r.Failures)
		}
		sameTree(t, dir, fresh)
	}
}

// A run was stopped after it wrote a folder and before it could say so, and the row was
// changed before the next.
func TestAFolderThatWasBegunIsOurs(t *testing.T) {
	dir, fresh := t.TempDir(), t.TempDir()
	o := options()
	o.Workers = 1
	ctx, cancel := context.WithCancel(t.Context())
	o.Watch = func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}
	if _, err := Run(ctx, read(t, clinic()), dir, o); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	text, err := os.ReadFile(journalPath(dir))
	if err != nil {
		t.Fatal(err)
	}
	last := bytes.LastIndexByte(bytes.TrimSuffix(text, []byte("\n")), '\n') + 1
	if err := os.WriteFile(journalPath(dir), text[:last], 0o600); err != nil {
		t.Fatal(err)
	}
	o.Watch = nil
	changed := strings.ReplaceAll(clinic(), "24-0019,justice,Madison", "24-0020,justice,Madison")
	if r := mustRun(t, changed, dir, o); len(r.Failures) > 0 {
		t.Errorf("%v", r.Failures)
	}
	mustRun(t, changed, fresh, options())
	sameTree(t, dir, fresh)
}

func TestAPathIsPartOfTheInput(t *testing.T) {
	digestOf := func(header string) string {
		table := read(t, "case,"+header+"\nA-1,words\n")
		return inputDigest(table.Record(table.All()[0]))
	}
	if digestOf("notes") == digestOf("charges[].offense") {
		t.Error("a fact that moves to another field leaves the digest as it was")
	}
	if digestOf("notes") != digestOf("Notes for the worksheet") {
		t.Error("another header for the same field changes the digest")
	}
}

func TestWhatIsGoneIsForgotten(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	rows := strings.SplitAfter(clinic(), "\n")
	if err := os.RemoveAll(filepath.Join(dir, "CLINIC-3")); err != nil {
		t.Fatal(err)
	}
	r := mustRun(t, rows[0]+rows[2], dir, options())
	if d := cmp.Diff([]string{"CLINIC-1", "CLINIC-4", "CLINIC-5", "CLINIC-6"}, r.Gone); d != "" {
		t.Error(d)
	}
}

// After an interruption a file that differs may be what the machine lost.
func TestAfterAnInterruptionWhatDiffersIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Workers = 1
	ctx, cancel := context.WithCancel(t.Context())
	o.Watch = func(done, _ int) {
		if done == 2 {
			cancel()
		}
	}
	if _, err := Run(ctx, read(t, clinic()), dir, o); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	lost := filepath.Join(dir, "CLINIC-1", "packet.pdf")
	if err := os.WriteFile(lost, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o.Watch = nil
	mustRun(t, clinic(), dir, o)
	if got, _ := os.ReadFile(lost); !bytes.HasPrefix(got, []byte("%PDF-")) {
		t.Errorf("%d bytes", len(got))
	}
}

func TestAFolderKeepsItsDayLawAndProgram(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	later := options()
	later.AsOf, later.Today = petition.Date{}, day.AddDays(30)
	if r := mustRun(t, clinic(), dir, later); r.AsOf != day || !r.Kept || r.Cases[Unchanged] != 5 {
		t.Errorf("%v %v %v", r.AsOf, r.Kept, r.Cases)
	}
	later.AsOf = later.Today
	other := options()
	other.Program = "expunge 99"
	var kept *KeptError
	for what, o := range map[string]Options{"as-of date": later, "program version": other} {
		if _, err := Run(t.Context(), read(t, clinic()), dir, o); !errors.As(err, &kept) || kept.What != what {
			t.Errorf("%s: %v", what, err)
		}
		o.Force = true
		if r := mustRun(t, clinic(), dir, o); r.Cases[Remade] != 5 || r.Entries[0].AsOf != o.AsOf.String() || r.Entries[0].Program != o.Program {
			t.Errorf("%s, forced: %v", what, r.Cases)
		}
		back := options()
		back.Force = true
		mustRun(t, clinic(), dir, back)
	}
	if err := os.RemoveAll(filepath.Join(dir, hidden)); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(t.Context(), read(t, clinic()), dir, later); !errors.As(err, &kept) {
		t.Errorf("by the manifest alone: %v", err)
	}
}

func TestOneRunAtATime(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Workers = 1
	var second error
	var once sync.Once
	o.Watch = func(int, int) {
		once.Do(func() { _, second = Run(t.Context(), read(t, clinic()), dir, options()) })
	}
	mustRun(t, clinic(), dir, o)
	var busy *BusyError
	if !errors.As(second, &busy) || busy.Process != os.Getpid() {
		t.Errorf("the second run: %v", second)
	}
}

func TestTheLockOfADeadProcessBindsNobody(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, hidden), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(lockPath(dir), []byte("999999\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	if holder(lockPath(dir)) != os.Getpid() {
		t.Error("the lock does not say whose it is")
	}
	var busy *BusyError
	if _, err := acquire(dir); !errors.As(err, &busy) {
		t.Errorf("a lock that is held was given: %v", err)
	}
	l.release()
	if _, err := os.Stat(lockPath(dir)); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the lock is still there")
	}
	again, err := acquire(dir)
	if err != nil {
		t.Fatal(err)
	}
	again.release()
}

func TestALockThatWasRemovedIsNoLock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lock")
	f, err := openLock(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	if !stands(path, f) {
		t.Error("the lock does not stand")
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if stands(path, f) {
		t.Error("a lock that was removed stands")
	}
	other, err := openLock(path)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close() //nolint:errcheck // nothing was written
	if stands(path, f) || !stands(path, other) {
		t.Error("the lock of another is taken for this one")
	}
}

func TestManyWantTheLock(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, hidden), 0o700); err != nil {
		t.Fatal(err)
	}
	var inside, held sync.Mutex
	var wait sync.WaitGroup
	got := 0
	for range 8 {
		wait.Go(func() {
			for range 50 {
				l, err := acquire(dir)
				if err != nil {
					continue
				}
				if !inside.TryLock() {
					t.Error("two hold the lock")
					l.release()
					return
				}
				held.Lock()
				got++
				held.Unlock()
				inside.Unlock()
				l.release()
			}
		})
	}
	wait.Wait()
	if got == 0 {
		t.Error("nobody got the lock")
	}
}

func TestADryRunWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	o := options()
	o.DryRun = true
	r := mustRun(t, clinic(), dir, o)
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("a dry run made the folder")
	}
	real := mustRun(t, clinic(), dir, options())
	if d := cmp.Diff(real.Outcomes, r.Outcomes); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(real.Desk, r.Desk, cmpopts.EquateComparable(petition.Date{})); d != "" {
		t.Error(d)
	}
	before := tree(t, dir)
	if r := mustRun(t, clinic(), dir, o); r.Cases[Unchanged] != 5 {
		t.Errorf("%v", r.Cases)
	}
	if d := cmp.Diff(before, tree(t, dir)); d != "" {
		t.Error("a dry run changed something")
	}
}

func TestPartsTogetherAreTheWhole(t *testing.T) {
	text := synthetic(30, 5) + strings.SplitAfter(sheetOf(person("", "Total", "", ""), person("BAD", "Ada", "Sampleton", "1984-13-12").with(dismissed("Lee"))), "\n")[1]
	o := options()
	o.Only = []string{"checklist"}
	whole := t.TempDir()
	mustRun(t, text, whole, o)
	var lines []string
	packets := map[string]string{}
	for k := range 3 {
		part := t.TempDir()
		o.Shard = intake.Shard{Number: k + 1, Of: 3}
		r := mustRun(t, text, part, o)
		if len(r.Entries) == 0 || len(r.Entries) > 20 {
			t.Errorf("part %d has %d cases", k+1, len(r.Entries))
		}
		there := tree(t, part)
		lines = append(lines, strings.SplitAfter(there["manifest.jsonl"], "\n")...)
		for name, text := range there {
			if strings.Contains(name, "/") && !strings.HasPrefix(name, hidden) {
				packets[name] = text
			}
		}
	}
	want := tree(t, whole)
	all := strings.SplitAfter(want["manifest.jsonl"], "\n")
	slices.Sort(all)
	slices.Sort(lines)
	if d := cmp.Diff(slices.Compact(all), slices.Compact(lines)); d != "" {
		t.Error(d)
	}
	for name := range want {
		if strings.Contains(name, "/") && !strings.HasPrefix(name, hidden) && packets[name] != want[name] {
			t.Errorf("%s differs", name)
		}
	}
}

func TestOneCounty(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.County = "Rankin"
	r := mustRun(t, clinic(), dir, o)
	var got []string
	for _, e := range r.Entries {
		got = append(got, e.Case)
	}
	if d := cmp.Diff([]string{"CLINIC-1", "CLINIC-5", ""}, got); d != "" { // whose county cannot be told is not left out
		t.Error(d)
	}
	o.County = "Lee"
	r = mustRun(t, clinic(), dir, o)
	if len(r.Entries) != 5 || r.Cases[Made] != 2 {
		t.Errorf("what was made for another county is forgotten: %d %v", len(r.Entries), r.Cases)
	}
	mustRun(t, clinic(), dir, options())
	fresh := t.TempDir()
	mustRun(t, clinic(), fresh, options())
	sameTree(t, dir, fresh)
}

// digest may hold any figures.
var digest = regexp.MustCompile(`[0-9a-f]{64}`)

// Nothing but the packets, the volumes and problems.csv tells who a case is about.
func TestNothingTellsWhoACaseIsAbout(t *testing.T) {
	dir := t.TempDir()
	text := clinic() + strings.SplitAfter(sheetOf(person("000-12-9999", "Canary", "Birdsong", "1977-07-17").with(dismissed("Lee"))), "\n")[1]
	o := options()
	o.Workers = 1
	var journal string
	o.Watch = func(done, of int) {
		if done == of {
			b, _ := os.ReadFile(journalPath(dir))
			journal = string(b)
		}
	}
	mustRun(t, text, dir, o)
	there := tree(t, dir)
	there["journal"] = journal
	if !strings.Contains(journal, "CLINIC-6") {
		t.Fatal("the journal was not read")
	}
	for _, name := range []string{"manifest.jsonl", "summary.csv", "summary.pdf", ".expunge/folder.json", "journal", "CLINIC-1/receipt.json"} {
		if there[name] == "" {
			t.Errorf("%s is empty", name)
		}
		for _, canary := range []string{"Sampleton", "SAMPLETON", "Fauxworth", "Notareal", "Hypothet", "Inventado", "Birdsong", "1984", "1977-07", "000-12", "3456", "9999", "0142", "Sample Street", "2016-CR"} {
			if strings.Contains(digest.ReplaceAllString(there[name], ""), canary) {
				t.Errorf("%s holds %q", name, canary)
			}
		}
	}
	o = options()
	o.Names = true
	mustRun(t, text, dir, o)
	there = tree(t, dir)
	if !strings.Contains(there["summary.csv"], "Ada Sampleton") || strings.Contains(there["manifest.jsonl"], "Sampleton") {
		t.Error("--names puts names into the summaries, and nowhere else")
	}
}

// What a survivor of trafficking told stands in the petition and on the worksheet alone.
func TestPrivateRoutesAreNotNamed(t *testing.T) {
	text := strings.Replace(sheetOf(person("CLINIC-1", "Ada", "Sampleton", "1984-04-12").with(felony("Rankin", "2019-01-09"))), "charges[].offense_date\n", "charges[].offense_date,charges[].trafficking_survivor\n", 1)
	text = strings.TrimSuffix(text, "\n") + ",yes\n"
	dir := t.TempDir()
	r := mustRun(t, text, dir, options())
	if len(r.Problems) > 0 {
		t.Fatal(r.Problems)
	}
	there := tree(t, dir)
	if !strings.Contains(there["CLINIC-1/receipt.json"], "97-3-54.6") {
		t.Fatal("the route is another")
	}
	for _, name := range []string{"manifest.jsonl", "summary.csv", "summary.pdf"} {
		if strings.Contains(there[name], "97-3-54.6") || strings.Contains(there[name], "traffick") {
			t.Errorf("%s names the route", name)
		}
	}
}

func TestAFolderOfSomeoneElseIsNotOverwritten(t *testing.T) {
	dir := t.TempDir()
	if err := errors.Join(os.Mkdir(filepath.Join(dir, "CLINIC-1"), 0o700), os.WriteFile(filepath.Join(dir, "CLINIC-1", "packet.pdf"), []byte("other"), 0o600), os.WriteFile(filepath.Join(dir, "CLINIC-2"), []byte("other"), 0o600)); err != nil {
		t.Fatal(err)
	}
	r := mustRun(t, clinic(), dir, options())
	var exists *files.ExistsError
	var place *files.PlaceError
	if len(r.Failures) != 2 || !errors.As(r.Failures[0].Err, &exists) || !errors.As(r.Failures[1].Err, &place) || r.Outcomes[Failed] != 2 || r.Outcomes[Drafted] != 2 {
		t.Errorf("%+v", r.Failures)
	}
	there := tree(t, dir)
	if there["CLINIC-1/packet.pdf"] != "other" || !strings.Contains(there["problems.csv"], "the packet was not made") {
		t.Errorf("%s", there["problems.csv"])
	}
}

// TestAnInterruptionMakesNothingOfOthersOurs runs twice over a folder of someone else, the
// first time stopped after it began with the case, and over a file that came later.
func TestAnInterruptionMakesNothingOfOthersOurs(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "CLINIC-1", "packet.pdf")
	if err := errors.Join(os.Mkdir(filepath.Dir(mine), 0o700), os.WriteFile(mine, []byte("mine"), 0o600)); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		stoppedAfter(t, clinic(), dir, 2)
		r := mustRun(t, clinic(), dir, options())
		var exists *files.ExistsError
		if len(r.Failures) != 1 || !errors.As(r.Failures[0].Err, &exists) {
			t.Errorf("%v", r.Failures)
		}
		if got, _ := os.ReadFile(mine); string(got) != "mine" {
			t.Fatal("it was replaced")
		}
	}
	o := options()
	o.Force = true
	r := mustRun(t, clinic(), dir, o)
	if there := tree(t, dir); len(r.Failures) > 0 || there["CLINIC-1/packet.pdf"] == "mine" || there["CLINIC-1/packet.edited-1.pdf"] != "mine" {
		t.Errorf("%v", r.Failures)
	}
	if d := cmp.Diff([]Edited{{Case: "CLINIC-1", Now: "packet.edited-1.pdf"}}, r.Edited); d != "" {
		t.Error(d)
	}
	// A packet of ours grows by a file of which there is another's already.
	theirs := filepath.Join(dir, "CLINIC-2", "confidential.pdf.age")
	if err := os.WriteFile(theirs, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	o = options()
	o.Lock = lockOf(t)
	for range 2 {
		if r := mustRun(t, clinic(), dir, o); len(r.Failures) != 1 || r.Failures[0].Case != "CLINIC-2" || len(r.Edited) > 0 {
			t.Errorf("%v %v", r.Failures, r.Edited)
		}
		if there := tree(t, dir); there["CLINIC-2/confidential.pdf.age"] != "mine" || there["CLINIC-2/confidential.pdf"] == "" {
			t.Error("it was replaced")
		}
	}
	if err := os.Remove(theirs); err != nil { // what is ours is known yet
		t.Fatal(err)
	}
	if r := mustRun(t, clinic(), dir, o); len(r.Failures) > 0 || tree(t, dir)["CLINIC-2/confidential.pdf"] != "" {
		t.Errorf("%v", r.Failures)
	}
}

// lockOf encrypts to somebody.
func lockOf(t *testing.T) *files.Lock {
	t.Helper()
	key, err := age.GenerateX25519Identity()
	if err != nil {
		t.Fatal(err)
	}
	l, err := files.NewLock([]string{key.Recipient().String()})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// stoppedAfter runs until some cases are done.
func stoppedAfter(t *testing.T, text, dir string, cases int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	o := options()
	o.Workers, o.Watch = 1, func(done, _ int) {
		if done == cases {
			cancel()
		}
	}
	if _, err := Run(ctx, read(t, text), dir, o); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
}

func TestAFileThatCannotBeUnderstoodWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	var wrong *TableError
	if _, err := Run(t.Context(), read(t, "case,Frobnication\nA,b\n"), dir, options()); !errors.As(err, &wrong) || len(wrong.Problems) == 0 {
		t.Errorf("%v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the folder was made")
	}
}

func TestAnIdThatNamesAFileBesideTheFoldersIsAProblem(t *testing.T) {
	dir := t.TempDir()
	r := mustRun(t, sheetOf(person("Manifest.jsonl", "Ada", "Sampleton", "1984-04-12").with(dismissed("Lee"))), dir, options())
	if r.Outcomes[Problems] != 1 || r.Problems[0].Code != "case.id" || r.Entries[0].Case != "" {
		t.Errorf("%+v", r.Problems)
	}
}

func TestAStalePacketIsToldOf(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	broken := strings.ReplaceAll(clinic(), ",Madison,", ",Madson,")
	if r := mustRun(t, broken, dir, options()); !slices.Equal(r.Stale, []string{"CLINIC-2"}) || r.Outcomes[Problems] != 3 {
		t.Errorf("%v %v", r.Stale, r.Outcomes)
	}
	if r := mustRun(t, clinic(), dir, options()); len(r.Stale) > 0 || r.Outcomes[Drafted] != 4 {
		t.Errorf("%v %v", r.Stale, r.Outcomes)
	}
	fresh := t.TempDir()
	mustRun(t, clinic(), fresh, options())
	sameTree(t, dir, fresh)
}

func TestVolumes(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Only, o.Combined = []string{"checklist"}, true
	text := synthetic(volumeSize+1, 2)
	r := mustRun(t, text, dir, o)
	if d := cmp.Diff([]string{"combined-001.pdf", "combined-002.pdf"}, r.Volumes); d != "" {
		t.Fatal(d)
	}
	o.Combined = false
	if r := mustRun(t, text, dir, o); len(r.Dropped) > 0 {
		t.Errorf("dropped %v though nothing changed", r.Dropped)
	}
	if r := mustRun(t, strings.Replace(text, "Sample Street", "Example Street", 1), dir, o); len(r.Dropped) != 2 {
		t.Errorf("dropped %v", r.Dropped)
	}
	if there := tree(t, dir); there["combined-001.pdf"] != "" || there["summary.csv"] == "" {
		t.Error("volumes stand that no longer hold what the folders do")
	}
}

func TestFormulasAreNotWrittenBackLive(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Names = true
	mustRun(t, sheetOf(person("A-1", "=cmd()", "Sampleton", "1984-04-12").with(dismissed("Lee")), person("A-2", "+Ada", "Sampleton", "bad").with(dismissed("Lee"))), dir, o)
	there := tree(t, dir)
	for _, name := range []string{"summary.csv", "problems.csv"} {
		if strings.Contains(there[name], ",=cmd") || strings.Contains(there[name], ",+Ada") {
			t.Errorf("%s:\n%s", name, there[name])
		}
	}
	if !strings.Contains(there["summary.csv"], "'=cmd() Sampleton") && !strings.Contains(there["problems.csv"], "'=cmd()") {
		t.Error("the name is nowhere")
	}
}

func TestAManifestThatCannotBeReadIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	want := tree(t, dir)
	if err := errors.Join(os.RemoveAll(filepath.Join(dir, hidden)), os.WriteFile(manifestPath(dir), []byte("{\n\x00\nnull\n{\"schema\":\"other\"}\n"), 0o600)); err != nil {
		t.Fatal(err)
	}
	r := mustRun(t, clinic(), dir, options())
	if r.Cases[Unchanged] != 5 || !r.Altered {
		t.Errorf("%v", r.Cases)
	}
	got := tree(t, dir)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s differs", name)
		}
	}
}

// TestAnAlteredListIsNotBelieved changes a paper and, in the manifest or in the journal of
// a run that was stopped, its digest with it.
func TestAnAlteredListIsNotBelieved(t *testing.T) {
	lists := map[string]func(t *testing.T, dir, was, is string){
		"manifest": func(t *testing.T, dir, was, is string) { rewrite(t, manifestPath(dir), was, is) },
		"journal": func(t *testing.T, dir, was, is string) {
			m, err := recall(dir)
			if err != nil {
				t.Fatal(err)
			}
			j, err := openJournal(dir, m.head, m)
			if err != nil {
				t.Fatal(err)
			}
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
			rewrite(t, journalPath(dir), was, is)
		},
	}
	for name, alter := range lists {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			mustRun(t, clinic(), dir, options())
			want := tree(t, dir)
			paper := filepath.Join(dir, "CLINIC-2", "packet.pdf")
			changed := want["CLINIC-2/packet.pdf"] + "changed"
			if err := os.WriteFile(paper, []byte(changed), 0o600); err != nil {
				t.Fatal(err)
			}
			alter(t, dir, files.Digest([]byte(want["CLINIC-2/packet.pdf"])), files.Digest([]byte(changed)))
			r := mustRun(t, clinic(), dir, options())
			got := tree(t, dir)
			if !r.Altered || r.Cases[Made] != 1 || r.Cases[Unchanged] != 4 || got["CLINIC-2/packet.pdf"] != want["CLINIC-2/packet.pdf"] || got["CLINIC-2/packet.edited-1.pdf"] != changed {
				t.Errorf("%v %v", r.Altered, r.Cases)
			}
			for file := range want {
				if got[file] != want[file] {
					t.Errorf("%s differs", file)
				}
			}
		})
	}
}

// TestForceKeepsTheWorkOfPeopleThatNoMemoryListsAside has somebody write on a paper of a folder
// whose memory is then lost, as a whole, by half, and with the receipt.
func TestForceKeepsTheWorkOfPeopleThatNoMemoryListsAside(t *testing.T) {
	made := t.TempDir()
	mustRun(t, clinic(), made, options())
	want := tree(t, made)
	worked := want["CLINIC-2/packet.pdf"] + "work"
	forget := func(dir string) error {
		return errors.Join(os.Remove(manifestPath(dir)), os.RemoveAll(filepath.Join(dir, hidden)))
	}
	ways := map[string]func(dir string) error{
		"all": forget,
		"half of the journal": func(dir string) error {
			m, err := recall(dir)
			if err != nil {
				return err
			}
			j, err := openJournal(dir, m.head, m)
			if err != nil {
				return err
			}
			text, err := os.ReadFile(journalPath(dir))
			at := bytes.Index(text, []byte("CLINIC-2"))
			return errors.Join(err, j.Close(), os.WriteFile(journalPath(dir), text[:at], 0o600))
		},
		"the receipt, too": func(dir string) error {
			return errors.Join(forget(dir), os.WriteFile(filepath.Join(dir, "CLINIC-2", files.ReceiptName), nil, 0o600))
		},
	}
	for how, lose := range ways {
		dir := t.TempDir()
		err := os.CopyFS(dir, os.DirFS(made))
		if err := errors.Join(err, os.WriteFile(filepath.Join(dir, "CLINIC-2", "packet.pdf"), []byte(worked), 0o600), lose(dir)); err != nil {
			t.Fatal(err)
		}
		r := mustRun(t, clinic(), dir, options())
		if len(r.Failures) != 1 || tree(t, dir)["CLINIC-2/packet.pdf"] != worked {
			t.Errorf("%s, not forced: %v", how, r.Failures)
		}
		o := options()
		o.Force, o.Office.Clinic.Name = true, "Another Clinic" // no paper stands as it is
		r = mustRun(t, clinic(), dir, o)
		if d := cmp.Diff([]Edited{{Case: "CLINIC-2", Now: "packet.edited-1.pdf"}}, r.Edited); d != "" {
			t.Errorf("%s: %s", how, d)
		}
		if got := tree(t, dir); got["CLINIC-2/packet.edited-1.pdf"] != worked || got["CLINIC-2/packet.pdf"] == worked {
			t.Errorf("%s: the work is gone, or in the way", how)
		}
	}
}

// A packet of ours grows by a format, and a file of somebody else has the name of a new paper.
func TestForceKeepsAFileOfOthersWithTheNameOfAPaperAside(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, clinic(), dir, options())
	own := filepath.Join(dir, "CLINIC-2", "order.docx") // not of this run's formats
	if err := os.WriteFile(own, []byte("mine"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := options()
	o.Force, o.Formats = true, []packet.Format{packet.PDF, packet.DOCX}
	r := mustRun(t, clinic(), dir, o)
	got := tree(t, dir)
	if got["CLINIC-2/order.edited-1.docx"] != "mine" || got["CLINIC-2/order.docx"] == "mine" || len(r.Edited) != 1 || len(r.Failures) > 0 {
		t.Errorf("%v %v", r.Edited, r.Failures)
	}
	if r := mustRun(t, clinic(), dir, o); len(r.Edited) > 0 {
		t.Errorf("again: %v", r.Edited)
	}
}

// rewrite replaces a text in a file, which must be there.
func rewrite(t *testing.T, path, was, is string) {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil || !strings.Contains(string(text), was) {
		t.Fatal(path, err)
	}
	if err := os.WriteFile(path, []byte(strings.ReplaceAll(string(text), was, is)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestNoRunMakesVolumesFewer adds volumes for other cases, and refuses what would take
// cases out of those there are.
func TestNoRunMakesVolumesFewer(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Only, o.Combined = []string{"checklist"}, true
	first, second := person("A-1", "Ada", "Sampleton", "1984-04-12").with(dismissed("Lee")), person("A-2", "Zoe", "Fauxworth", "1985-04-12").with(dismissed("Rankin"))
	mustRun(t, sheetOf(first, second), dir, o)
	volume := tree(t, dir)["combined-001.pdf"]
	var kept *KeptError
	lee := o
	lee.County = "Lee"
	for what, run := range map[string]func() error{
		"a county": func() error { _, err := Run(t.Context(), read(t, sheetOf(first, second)), dir, lee); return err },
		"a file":   func() error { _, err := Run(t.Context(), read(t, sheetOf(first)), dir, o); return err },
	} {
		if err := run(); !errors.As(err, &kept) {
			t.Errorf("%s: %v", what, err)
		}
	}
	third := person("A-3", "Pat", "Notareal", "1986-04-12").with(dismissed("Lee"))
	r := mustRun(t, sheetOf(third), dir, o)
	got := tree(t, dir)
	if got["combined-001.pdf"] != volume || got["combined-002.pdf"] == "" || len(r.Dropped) > 0 {
		t.Errorf("%v %v", r.Volumes, r.Dropped)
	}
	r = mustRun(t, sheetOf(first, second, third), dir, o)
	got = tree(t, dir)
	if got["combined-001.pdf"] == volume || got["combined-002.pdf"] != "" || len(r.Dropped) != 1 {
		t.Errorf("all together: %v %v", r.Volumes, r.Dropped)
	}
	o.Force = true
	if r := mustRun(t, sheetOf(first), dir, o); len(r.Volumes) != 1 {
		t.Errorf("forced: %v", r.Volumes)
	}
}

func TestOnlyWithoutAPaperMakesNoFolder(t *testing.T) {
	dir := t.TempDir()
	o := options()
	o.Only = []string{"why-not"}
	for range 2 {
		r := mustRun(t, clinic(), dir, o)
		if _, err := os.Stat(filepath.Join(dir, "CLINIC-2")); !errors.Is(err, fs.ErrNotExist) || len(r.Entries[1].Files) > 0 {
			t.Error("a folder without a paper was made")
		}
		if _, err := os.Stat(filepath.Join(dir, "CLINIC-3", "packet.pdf")); err != nil {
			t.Error(err)
		}
	}
}

// An identifier that a paper would show is a problem of the fields that hold it, not a fault.
func TestAnExposedFieldIsAProblemOfItsRow(t *testing.T) {
	r := &run{o: Options{DryRun: true}}
	err := &packet.ExposingError{Problems: petition.Problems{{Path: "charges[0].offense", Code: "text.identifier", Message: "the text holds a number"}}, Found: packet.ErrExposed}
	res, stop := r.unmade(intake.Record{}, result{entry: &Entry{}}, err)
	if stop != nil || res.err != nil || res.entry.Outcome != Problems || len(res.problems) != 1 || res.problems[0].Path != "charges[0].offense" || len(res.entry.Problems) != 1 {
		t.Errorf("%v %v %+v %+v", stop, res.err, res.entry, res.problems)
	}
	if res, _ := r.unmade(intake.Record{}, result{entry: &Entry{}}, packet.ErrExposed); res.err == nil || res.entry.Outcome != Failed {
		t.Errorf("a fault of the program is %s", res.entry.Outcome)
	}
}
