package screen_test

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"pgregory.net/rapid"

	"expunge/assets"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/petition/screen"
	"expunge/rules"
)

// checked is what "expunge check" would say of every case of a file, line by line as CSV
// and object by object: every case is read at once, with the place of every fact, checked
// in full and assessed with every reason.
func checked(t rapid.TB, text string, o screen.Options) (lines []string, objects []map[string]any) {
	t.Helper()
	table, err := intake.ReadTable("records.csv", strings.NewReader(text), o.Columns)
	if err != nil {
		t.Fatal(err)
	}
	for c := range table.Adjacent() {
		record := table.Record(c)
		problems := record.Check(petition.Latest(o.AsOf, o.Today))
		object := map[string]any{"case": c.ID, "problems": len(problems)}
		if len(problems) > 0 {
			lines = append(lines, refused(table, c, problems)...)
			objects = append(objects, object)
			continue
		}
		a := rules.Assess(record.Case, o.AsOf, o.Held...)
		object["answers"] = fmt.Sprint(plainly(a))
		objects = append(objects, object)
		for _, v := range a.Charges {
			row := c.Rows[table.RowAt(c, record.Origin.Nearest(petition.ChargePath(v.Index, "")))].Number
			var cautions []string
			for _, x := range v.Cautions {
				cautions = append(cautions, x.Code)
			}
			lines = append(lines, strings.Join([]string{
				record.Case.ID, strconv.Itoa(row), strconv.Itoa(v.Index + 1), string(v.Status), string(v.Pathway), string(v.Relief), v.Earliest.String(),
				courtOf(v.FileIn), listed(v.Because), listed(v.Missing), listed(cautions), "",
			}, "\t"))
		}
	}
	return lines, objects
}

// courtOf names a court, without a city that Mississippi does not have.
func courtOf(c petition.Court) string {
	if _, known := assets.FindMunicipality(c.City); !known {
		c.City, c.Municipality = "", ""
	}
	return c.Name()
}

func listed[T ~string](list []T) string {
	var out []string
	for _, s := range list {
		out = append(out, string(s))
	}
	return strings.Join(out, "; ")
}

// refused is the lines of a case with problems: one for each row, with the problems in it.
func refused(table *intake.Table, c intake.Client, problems []intake.Diagnostic) []string {
	var lines []string
	for n, row := range c.Rows {
		var what []string
		for _, d := range problems {
			if table.RowAt(c, d.Position) == n {
				what = append(what, strings.TrimSuffix(string(d.Code)+": "+string(d.Path), ": "))
			}
		}
		if what == nil {
			what = []string{"see the other rows of this case"}
		}
		id := c.ID
		tells := slices.ContainsFunc(problems, func(d intake.Diagnostic) bool { return d.Path == "case" && d.Code == "text.identifier" })
		if tells || !petition.IsCaseID(id) || petition.LooksLikeSSN(id) || !petition.LooksGivenOut(id) {
			id = ""
		}
		lines = append(lines, strings.Join([]string{id, strconv.Itoa(row.Number), "", "problem", "", "", "", "", "", "", "", strings.Join(what, "; ")}, "\t"))
	}
	return lines
}

// plainly is an assessment without its reasons, as the JSON has it.
func plainly(a rules.Assessment) []string {
	var out []string
	for _, v := range a.Charges {
		s := fmt.Sprint(v.Index, v.Status, v.Pathway, v.Relief, courtOf(v.FileIn), v.Earliest, v.Because, v.Missing, v.Cautions)
		for _, r := range v.Alternatives {
			s += fmt.Sprint(r.Pathway, r.Title, r.Relief, r.Status, r.Earliest, r.Because, r.Missing)
		}
		out = append(out, s)
	}
	return out
}

// cells reads the answers, and checks that none would run in a spreadsheet.
func cells(t rapid.TB, answers string) []string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(answers)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(rows[0], ","); got != "case,row,charge,status,pathway,relief,earliest,file_in,because,missing,cautions,problem" {
		t.Fatalf("the header is %s", got)
	}
	var out []string
	for _, row := range rows[1:] {
		for _, cell := range row {
			if cell != "" && strings.IndexByte("=+-@\t\r", cell[0]) >= 0 {
				t.Fatalf("a cell would run: %q", cell)
			}
		}
		out = append(out, strings.Join(row, "\t"))
	}
	return out
}

// asChecked screens a file and compares the answers with those of check.
func asChecked(t rapid.TB, text string, o screen.Options) screen.Report {
	t.Helper()
	lines, objects := checked(t, text, o)
	answers, report := run(t, input(text, false), o)
	if diff := cmp.Diff(lines, cells(t, answers)); diff != "" {
		t.Fatalf("screen (+) differs from check (-):\n%s", diff)
	}
	o.JSON = true
	answers, again := run(t, input(text, false), o)
	var got []map[string]any
	for line := range strings.Lines(answers) {
		got = append(got, simple(t, line))
	}
	for i, o := range objects {
		if got[i]["case"] == "" {
			o["case"] = ""
		}
	}
	if diff := cmp.Diff(objects, got); diff != "" {
		t.Fatalf("the objects of screen (+) differ from check (-):\n%s", diff)
	}
	if diff := cmp.Diff(report.Counts(), again.Counts()); diff != "" || report.Refused != again.Refused {
		t.Fatal("the totals depend on the form of the answers", diff)
	}
	return report
}

type object struct {
	Case, Program string
	Problems      []struct{ Path, Code string }
	Rows          []int
	Charges       []struct {
		Index                           int
		Status, Pathway, Relief, FileIn string
		Earliest                        *string
		Because, Missing                []string
		Cautions                        []rules.Caution
		Alternatives                    []route
	}
}

type route struct {
	Pathway, Title, Relief, Status string
	Earliest                       *string
	Because, Missing               []string
}

// simple reads an object and tells it as checked does.
func simple(t rapid.TB, line string) map[string]any {
	t.Helper()
	var o object
	if err := json.Unmarshal([]byte(strings.ReplaceAll(line, `"file_in"`, `"FileIn"`)), &o); err != nil {
		t.Fatalf("%v: %s", err, line)
	}
	out := map[string]any{"case": o.Case, "problems": len(o.Problems)}
	if len(o.Problems) > 0 {
		return out
	}
	date := func(s *string) petition.Date {
		if s == nil {
			return petition.Date{}
		}
		d, err := petition.ParseDate(*s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	var answers []string
	for _, c := range o.Charges {
		s := fmt.Sprint(c.Index, rules.Status(c.Status), rules.Pathway(c.Pathway), rules.Relief(c.Relief), c.FileIn, date(c.Earliest), c.Because, c.Missing, c.Cautions)
		for _, r := range c.Alternatives {
			s += fmt.Sprint(rules.Pathway(r.Pathway), r.Title, rules.Relief(r.Relief), rules.Status(r.Status), date(r.Earliest), r.Because, r.Missing)
		}
		answers = append(answers, s)
	}
	out["answers"] = fmt.Sprint(answers)
	return out
}

// TestAnswersAreThoseOfCheck screens files made by chance, from clean to a mess.
func TestAnswersAreThoseOfCheck(t *testing.T) {
	for seed, mess := range []int{0, 0, 1, 2, 5, 30} {
		r := asChecked(t, records(250, uint64(seed), mess).text(), options())
		if mess == 0 && r.Refused > 0 || mess > 1 && r.Refused < 10 || r.Rows != 250 && mess == 0 {
			t.Errorf("mess %d: %d cases refused, %d rows", mess, r.Refused, r.Rows)
		}
	}
	o := options()
	o.AsOf, o.Held = petition.NewDate(2024, 1, 2), rules.Holdable()
	asChecked(t, records(150, 9, 1).text(), o)
}

func TestAnswersAreThoseOfCheckByChance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seed, mess := rapid.Uint64().Draw(t, "seed"), rapid.IntRange(0, 12).Draw(t, "mess")
		asChecked(t, records(rapid.IntRange(1, 10).Draw(t, "rows"), seed, mess).text(), options())
	})
}

// TestSameBytesWhateverTheWorkers holds for a file of many blocks, mess and all.
func TestSameBytesWhateverTheWorkers(t *testing.T) {
	text := records(3_000, 3, 1).text()
	o := options()
	o.Workers = 1
	want, report := run(t, input(text, true), o)
	for _, workers := range []int{2, 3, 16} {
		o.Workers = workers
		got, r := run(t, input(text, true), o)
		if got != want {
			t.Errorf("%d workers give other bytes than one", workers)
		}
		if diff := cmp.Diff(report.Counts(), r.Counts()); diff != "" || r.Refused != report.Refused || r.More != report.More {
			t.Error(diff)
		}
	}
	if strings.Count(want, "\n") < 2_500 || report.Refused == 0 || len(report.Problems) != 20 || report.More == 0 {
		t.Errorf("%d lines, %d cases refused, %d problems told and %d more", strings.Count(want, "\n"), report.Refused, len(report.Problems), report.More)
	}
}

// TestShardsAreTheWhole holds that the parts of a file put together are the whole.
func TestShardsAreTheWhole(t *testing.T) {
	text := records(3_000, 4, 1).text() + "Total" + strings.Repeat(",", 39) + "\n,Sum\n"
	whole, report := run(t, input(text, true), options())
	var parts []string
	total := map[screen.Place]int{}
	for k := range 4 {
		o := options()
		o.Shard = intake.Shard{Number: k + 1, Of: 4}
		answers, r := run(t, input(text, true), o)
		part := cells(t, answers)
		if len(part) < 300 {
			t.Errorf("part %d has %d lines", k+1, len(part))
		}
		parts = append(parts, part...)
		for _, c := range r.Counts() {
			total[c.Place] += c.Charges
		}
	}
	want := cells(t, whole)
	slices.Sort(want)
	slices.Sort(parts)
	if diff := cmp.Diff(want, parts); diff != "" {
		t.Error(diff)
	}
	for _, c := range report.Counts() {
		if total[c.Place] != c.Charges {
			t.Errorf("%v: %d, the parts have %d", c.Place, c.Charges, total[c.Place])
		}
	}
}

// apart is a file in which the rows of a case stand apart: each half alone would be judged
// otherwise than the whole.
func apart() string {
	s := records(60, 8, 0)
	lines := strings.SplitAfter(s.text(), "\n")
	last := len(lines) - 2
	first, _, _ := strings.Cut(lines[1], ",")
	_, rest, _ := strings.Cut(lines[last], ",")
	return strings.Join(lines[:last], "") + strings.ToLower(first) + "," + rest
}

// TestRowsThatStandApart holds that no case is judged on half of its record.
func TestRowsThatStandApart(t *testing.T) {
	file, report := run(t, input(apart(), true), options())
	stream, streamed := run(t, input(apart(), false), options())
	count := func(answers, status string) (n int) {
		for _, line := range cells(t, answers) {
			if f := strings.Split(line, "\t"); strings.EqualFold(f[0], "C-1000001") && f[3] == status {
				n++
			}
		}
		return n
	}
	if n := count(file, "problem"); n < 2 || strings.Count(file, "C-1000001,")+strings.Count(file, "c-1000001,") != n {
		t.Errorf("in a file, %d rows are a problem:\n%s", n, file)
	}
	if report.Returned != 2 || report.Refused != 2 || !strings.Contains(file, "case.returns") {
		t.Errorf("in a file, %d of %d pieces are told to stand apart", report.Returned, report.Refused)
	}
	if n := count(stream, "problem"); n != 1 || streamed.Returned != 1 {
		t.Errorf("in a stream, %d rows are a problem, %d returned", n, streamed.Returned)
	}
}

func gz(t rapid.TB, text string) string { return packed(t, text, "gzip") }

func TestPackedFiles(t *testing.T) {
	text := records(3_000, 5, 0).text()
	want, _ := run(t, input(text, true), options())
	for _, with := range []string{"gzip", "zstd"} {
		whole := packed(t, text, with)
		for name, in := range map[string]string{"one": whole, "two": packed(t, text[:50_000], with) + packed(t, text[50_000:], with)} {
			if got, _ := run(t, input(in, true), options()); got != want {
				t.Errorf("%s, %s: other answers than of the plain file", with, name)
			}
		}
		damaged := []byte(whole)
		damaged[len(damaged)/2] ^= 0x55
		for name, in := range map[string]string{"cut": whole[:len(whole)*2/3], "head": whole[:6], "cut at the end": whole[:len(whole)-2], "damaged": string(damaged)} {
			var b bytes.Buffer
			_, err := screen.Run(context.Background(), input(in, false), &b, options())
			var bad *screen.PackedError
			if !errors.As(err, &bad) || bad.With != with {
				t.Errorf("%s, %s: %v", with, name, err)
			} else if early := strings.Contains(err.Error(), "too early"); early != strings.HasPrefix(name, "cut") && name != "head" {
				t.Errorf("%s, %s: %v", with, name, err)
			}
		}
	}
}

// TestAZstdFileCannotClaimAllMemory refuses a window larger than any usual file has.
func TestAZstdFileCannotClaimAllMemory(t *testing.T) {
	var b bytes.Buffer
	z, err := zstd.NewWriter(&b, zstd.WithWindowSize(256<<20), zstd.WithSingleSegment(false))
	if err != nil {
		t.Fatal(err)
	}
	_, _ = io.Copy(z, io.LimitReader(records(200_000, 1, 0), 20<<20))
	_ = z.Close()
	_, err = screen.Run(context.Background(), input(b.String(), false), io.Discard, options())
	if err == nil || !strings.Contains(err.Error(), "more memory") {
		t.Error(err)
	}
	if bad := (*screen.PackedError)(nil); !errors.As(err, &bad) || !strings.Contains(bad.Hint(), "without --long") {
		t.Errorf("the hint is not of a window: %v", err)
	}
}

// TestBehindTheEndOfAPackedFile holds that bytes behind it are refused with words of their
// own, not with the hint for a file that asks for too much memory.
func TestBehindTheEndOfAPackedFile(t *testing.T) {
	for what, behind := range map[string]string{"zeros": strings.Repeat("\x00", 512), "text": strings.Repeat("and more\n", 9)} {
		for with, want := range map[string]string{"gzip": "something that is not of it follows its end", "zstd": "the zstd file is damaged"} {
			_, err := screen.Run(context.Background(), input(packed(t, records(50, 5, 0).text(), with)+behind, false), io.Discard, options())
			var bad *screen.PackedError
			if !errors.As(err, &bad) || !strings.Contains(bad.Error(), want) || bad.Hint() != "copy the file again, or pack it again" {
				t.Errorf("%s behind %s: %v", what, with, err)
			}
		}
	}
}

func TestHeadersThatAreNotUnderstood(t *testing.T) {
	for name, text := range map[string]string{"strange": "case,Whatever\nA-1,x\n", "empty": "", "other": "%PDF-1.4", "packed twice": gz(t, gz(t, "case,Offense\n"))} {
		var b bytes.Buffer
		_, err := screen.Run(context.Background(), input(text, true), &b, options())
		var table *screen.TableError
		if !errors.As(err, &table) || len(table.Problems) == 0 || b.Len() > 0 {
			t.Errorf("%s: %v, and wrote %q", name, err, b.String())
		}
	}
}

// TestEnds stops a screening in every way it can be stopped, and waits for all of it.
func TestEnds(t *testing.T) {
	text := records(5_000, 6, 0).text()
	broken := errors.New("the disk is full")
	if _, err := screen.Run(context.Background(), input(text, false), failing{broken}, options()); !errors.Is(err, broken) {
		t.Errorf("writing fails: %v", err)
	}
	ctx, stop := context.WithCancel(context.Background())
	stopping := &stopAfter{n: 3, stop: stop}
	if _, err := screen.Run(ctx, input(text, true), stopping, options()); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	in := screen.Input{Name: "records.csv", Open: func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(strings.NewReader(text[:700_000]), iotest.ErrReader(broken))), nil
	}}
	if _, err := screen.Run(context.Background(), in, io.Discard, options()); !errors.Is(err, broken) {
		t.Errorf("reading fails: %v", err)
	}
	in.Open = func(context.Context) (io.ReadCloser, error) { return nil, broken }
	if _, err := screen.Run(context.Background(), in, io.Discard, options()); !errors.Is(err, broken) {
		t.Errorf("opening fails: %v", err)
	}
}

type failing struct{ err error }

func (f failing) Write([]byte) (int, error) { return 0, f.err }

type stopAfter struct {
	n    int
	stop func()
}

func (s *stopAfter) Write(b []byte) (int, error) {
	if s.n--; s.n == 0 {
		s.stop()
	}
	return len(b), nil
}

// TestNoNames holds that the answers name nobody. The words of a problem, which JSON has as
// check has them, may quote what slipped into a wrong column; the codes may not.
func TestNoNames(t *testing.T) {
	for mess, o := range []screen.Options{{AsOf: day, Today: day, JSON: true}, options(), options(), options()} {
		answers, _ := run(t, input(records(500, 7, mess*3).text(), true), o)
		for _, private := range []string{"Sampleton", "Fauxworth", "Quincy", "555-0123", "Invented Street", "000-12-3456"} {
			if strings.Contains(answers, private) {
				t.Errorf("the answers hold %q", private)
			}
		}
	}
}
