package screen_test

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/petition/screen"
	"expunge/rules"
)

// asked is a case, and how it is to be judged.
type asked struct {
	record intake.Record
	asOf   petition.Date
	held   string // separated by spaces
}

// everyVector is the case of every vector of the law.
func everyVector(t *testing.T) []asked {
	t.Helper()
	bases := intake.Bases{}
	var vectors []intake.Vector
	for _, p := range rules.Pages() {
		some, own, err := intake.ReadVectors(p.Name, p.Vectors)
		if err != nil {
			t.Fatal(err)
		}
		maps.Copy(bases, own)
		vectors = append(vectors, some...)
	}
	var out []asked
	for _, v := range vectors {
		asOf, err := petition.ParseDate(v.AsOf)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, asked{v.Record(bases), asOf, strings.Join(v.Hold, " ")})
	}
	return out
}

// everySample is the case of every sample.
func everySample(t *testing.T) []asked {
	t.Helper()
	files, err := filepath.Glob("../../samples/*/case.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var out []asked
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		record, err := intake.ReadYAML(name, f)
		_ = f.Close()
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, asked{record: record, asOf: day})
	}
	return out
}

// entry finds the entries of lists in a path.
var entry = regexp.MustCompile(`\[([0-9]+)\]`)

// rows writes a case as the rows of a clients file: a row for each charge, or one for all
// with numbered headers. A text of a list of texts joins those before it.
func rows(id string, r intake.Record, wide bool) []map[string]string {
	out := []map[string]string{{"case": id}}
	for f := range r.Facts() {
		path, row := string(f.Path), 0
		if path == "case" {
			continue
		}
		if rest, isText := strings.CutSuffix(path, "]"); isText {
			path = rest[:strings.LastIndexByte(rest, '[')]
		}
		path = entry.ReplaceAllStringFunc(path, func(s string) string {
			n, _ := strconv.Atoi(s[1 : len(s)-1])
			if !wide && strings.HasPrefix(path, "charges") {
				row = n
				return "[]"
			}
			return fmt.Sprintf("[%d]", n+1)
		})
		for len(out) <= row {
			out = append(out, map[string]string{"case": id})
		}
		if before := out[row][path]; before != "" {
			f.Text = before + "; " + f.Text
		}
		out[row][path] = f.Text
	}
	return out
}

// sheet writes cases as a clients file.
func sheet(t *testing.T, list []asked, wide bool) string {
	t.Helper()
	var all []map[string]string
	heads := map[string]bool{}
	for i, a := range list {
		for _, row := range rows(fmt.Sprintf("V-%d", i), a.record, wide) {
			all = append(all, row)
			for head := range row {
				heads[head] = true
			}
		}
	}
	columns := slices.Sorted(maps.Keys(heads))
	lines := [][]string{columns}
	for _, row := range all {
		var cells []string
		for _, head := range columns {
			cells = append(cells, row[head])
		}
		lines = append(lines, cells)
	}
	var b strings.Builder
	if err := csv.NewWriter(&b).WriteAll(lines); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestTheLawIsTheSameInAScreening writes the case of every vector of the law and of every
// sample as rows, and compares what screen says with check: of the rows, and of the case as
// it was.
func TestTheLawIsTheSameInAScreening(t *testing.T) {
	for what, list := range map[string][]asked{"vectors": everyVector(t), "samples": everySample(t)} {
		groups := map[string][]asked{}
		for _, a := range list {
			key := a.asOf.String() + " " + a.held
			groups[key] = append(groups[key], a)
		}
		judged, refused := 0, 0
		for _, group := range groups {
			o := screen.Options{AsOf: group[0].asOf, Today: petition.Latest(group[0].asOf, petition.NewDate(2027, 12, 31)), Held: strings.Fields(group[0].held)}
			for _, wide := range []bool{false, true} {
				text := sheet(t, group, wide)
				report := asChecked(t, text, o)
				judged, refused = judged+report.Cases-report.Refused, refused+report.Refused
				_, objects := checked(t, text, o)
				for i, a := range group {
					want := fmt.Sprint(plainly(rules.Assess(a.record.Case, o.AsOf, o.Held...)))
					if len(a.record.Check(o.Today)) == 0 && objects[i]["answers"] != want {
						t.Errorf("%s, case %s, wide %t: as rows it is another case:\n%v\n%s", what, cmp.Or(a.record.Case.ID, strconv.Itoa(i)), wide, objects[i], want)
					}
				}
			}
		}
		if want := 2 * len(list); judged+refused != want || refused > want/20 || len(list) < 15 {
			t.Errorf("%s: of %d cases, twice, %d were judged and %d refused", what, len(list), judged, refused)
		}
	}
}
