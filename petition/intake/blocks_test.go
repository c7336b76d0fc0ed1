package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/petition/intake"
)

// told is what reading says of a case, in full.
func told(table *intake.Table, c intake.Client) string {
	var numbers []int
	for _, r := range c.Rows {
		numbers = append(numbers, r.Number)
	}
	rec := table.Record(c)
	return fmt.Sprintf("%q %v\n%+v\n%v", c.ID, numbers, rec.Case, rec.Check(asOf))
}

// byHand reads a clients file in blocks, and checks that every case is as it is when the
// file is read at once, and what is read fast is what is read with care.
func byHand(t testing.TB, name, content string, columns ...intake.Column) {
	t.Helper()
	whole := openTable(t, name, content, columns...)
	var want, got []string
	returned := map[string]bool{}
	for _, c := range whole.All() {
		want = append(want, told(whole, c))
	}
	table := openTable(t, name, content, columns...)
	blocks, hand := table.Blocks(intake.BlockOptions{}), table.Hand()
	for b := new(intake.Block); blocks.Next(b); {
		for hand.Take(b); hand.Next(); {
			c := hand.Client()
			rec := table.Record(c)
			for _, d := range rec.Diagnostics {
				returned["returned"] = returned["returned"] || d.Code == "case.returns"
			}
			got = append(got, told(table, c))
			fast, ok := hand.Case()
			if !ok {
				continue
			}
			if len(rec.Diagnostics) > 0 || !cmp.Equal(*fast, rec.Case, sameCase) {
				t.Fatalf("read fast in spite of %v\n%s", rec.Diagnostics, cmp.Diff(rec.Case, *fast, sameCase))
			}
			for i := range fast.Charges {
				if n := hand.RowOf(i); !slices.ContainsFunc(c.Rows, func(r intake.Row) bool { return r.Number == n }) {
					t.Fatalf("charge %d is of row %d, which is not of the case", i, n)
				}
			}
		}
	}
	slices.Sort(want) // a row without an id comes behind the case it stands in
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" && !returned["returned"] {
		t.Fatal(diff)
	}
	if diff := cmp.Diff(whole.Problems(), table.Problems()); diff != "" {
		t.Fatal(diff)
	}
	if diff := cmp.Diff(whole.Notes(), table.Notes()); diff != "" {
		t.Fatal(diff)
	}
}

// TestBlocksOfLargeFiles reads files of many blocks, with all that can stand at their ends.
func TestBlocksOfLargeFiles(t *testing.T) {
	var b strings.Builder
	b.WriteString("First name,case,Offense,notes,Date of the offense\n")
	for i := range 1_300 {
		switch i % 97 {
		case 3:
			b.WriteString(",,total,,\n")
		case 5:
			fmt.Fprintf(&b, "Jo,\"C-%d\",\"theft, \"\"petty\"\"\",\"two\nlines\",1/2/2019\n", i/3)
		case 7:
			b.WriteString(",,,,\n\n")
		case 11:
			b.WriteString("Jo,EXAMPLE-1,theft,,\n")
		case 13:
			fmt.Fprintf(&b, "José, c-%d ,theft,'=1,2019-01-02\r\n", i/3)
		case 17:
			fmt.Fprintf(&b, "Jo,C-%d,\"theft,,\n", i/3)
		default:
			fmt.Fprintf(&b, "Jo,C-%d,theft,%s,2019-01-02\n", i/3, strings.Repeat("x", i%400))
		}
	}
	byHand(t, "clients.csv", b.String())
	byHand(t, "clients.csv", strings.ReplaceAll(b.String(), "José", "Jos\xe9"))
	byHand(t, "clients.csv", wide("\ufeff"+b.String(), false))
	byHand(t, "clients.csv", strings.Replace(b.String(), "case,", "Last name,", 1))
}

func TestTableFilesInBlocks(t *testing.T) {
	for name, content := range generatedTables() {
		if name != "many-rows.csv" { // where a case is cut is told otherwise
			byHand(t, name, content)
		}
	}
	byHand(t, "forty.csv", fortyColumns(1_200)) // three blocks
}

const outOfOrder = `case,Offense
A-1,theft
B-1,theft
A-1,arson
C-1,theft
a-1,arson
`

// TestAheadAllRowsOfACaseThatReturnsAreAProblem reads a file twice: nothing is said of a
// case on half of its record.
func TestAheadAllRowsOfACaseThatReturnsAreAProblem(t *testing.T) {
	ahead := openTable(t, "clients.csv", outOfOrder).ReadAhead(intake.Shard{})
	table := openTable(t, "clients.csv", outOfOrder)
	blocks, hand := table.Blocks(intake.BlockOptions{Ahead: ahead}), table.Hand()
	var got []string
	for b := new(intake.Block); blocks.Next(b); {
		for hand.Take(b); hand.Next(); {
			_, fast := hand.Case()
			c := hand.Client()
			s := fmt.Sprint(c.ID, " ", c.Rows[0].Number, " ", fast)
			for _, d := range table.Record(c).Diagnostics {
				s += " " + string(d.Code) + " " + d.Position.String()
			}
			got = append(got, s)
		}
	}
	want := []string{
		"A-1 2 false case.returns clients.csv:2:1 (case)",
		"B-1 3 true",
		"A-1 4 false case.returns clients.csv:4:1 (case)",
		"C-1 5 true",
		"a-1 6 false case.returns clients.csv:6:1 (case)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestShardsDivideTheFile holds that every case is in one part, whole.
func TestShardsDivideTheFile(t *testing.T) {
	content := fortyColumns(1_200) + ",Total\n,Sum\n"
	list := func(s intake.Shard) (out []string) {
		table := openTable(t, "clients.csv", content)
		blocks, hand := table.Blocks(intake.BlockOptions{Shard: s}), table.Hand()
		for b := new(intake.Block); blocks.Next(b); {
			for hand.Take(b); hand.Next(); {
				c := hand.Client()
				if !s.HoldsClient(c) {
					t.Errorf("%q is not of part %v", c.ID, s)
				}
				out = append(out, told(table, c))
			}
		}
		return out
	}
	var parts []string
	for k := range 3 {
		part := list(intake.Shard{Number: k + 1, Of: 3})
		if len(part) < 150 {
			t.Errorf("part %d has %d cases", k+1, len(part))
		}
		parts = append(parts, part...)
	}
	all := list(intake.Shard{})
	slices.Sort(all)
	slices.Sort(parts)
	if diff := cmp.Diff(all, parts); diff != "" {
		t.Error(diff)
	}
}

// TestACaseWithoutEndIsCut holds that memory is bounded whatever the file: the pieces of
// a case that goes on and on are problems, and what follows is read.
func TestACaseWithoutEndIsCut(t *testing.T) {
	table := openTable(t, "clients.csv", "case,Offense\n"+strings.Repeat("A-1,theft\n", 10_000)+"B-1,theft\n")
	rows, last := 0, ""
	for c := range table.Adjacent() {
		if last = c.ID; c.ID == "B-1" {
			continue
		}
		if rows += len(c.Rows); len(c.Rows) > 4_001 {
			t.Errorf("a piece has %d rows", len(c.Rows))
		}
		if ds := table.Record(c).Diagnostics; len(ds) == 0 || ds[0].Code != "case.rows" {
			t.Errorf("a piece is read: %v", ds)
		}
	}
	if rows != 10_000 || last != "B-1" {
		t.Errorf("%d rows, the last case is %s", rows, last)
	}
}

// TestABlockEndsWhateverItsRowsAre holds that no block grows with the file: rows without
// an id fill one as others do, and so do rows that are broken.
func TestABlockEndsWhateverItsRowsAre(t *testing.T) {
	long := strings.Repeat("x", 1<<20)
	for name, rows := range map[string]string{
		"rows without an id":            strings.Repeat(",theft\n", 5_000),
		"behind a case":                 "A-1,theft\n" + strings.Repeat(",theft\n", 5_000),
		"long rows without an id":       strings.Repeat(","+long+"\n", 24),
		"long ones behind a case":       "A-1,theft\n" + strings.Repeat(","+long+"\n", 24),
		"long rows that cannot be read": strings.Repeat(",\"x\"y"+long+"\n", 24),
	} {
		table := openTable(t, "clients.csv", "case,Offense\n"+rows)
		blocks, hand := table.Blocks(intake.BlockOptions{}), table.Hand()
		cases, most := 0, 0
		for b := new(intake.Block); blocks.Next(b); {
			bytes, n := 0, 0
			for hand.Take(b); hand.Next(); n++ {
				for _, r := range hand.Client().Rows {
					bytes += len(strings.Join(r.Cells, ""))
				}
			}
			cases += n
			if most = max(most, n); bytes > 20<<20 {
				t.Errorf("%s: a block of %d bytes", name, bytes)
			}
		}
		if want := strings.Count(rows, "\n"); cases != want || most > 2_100 {
			t.Errorf("%s: %d cases, want %d; up to %d in a block", name, cases, want, most)
		}
	}
}

// TestACaseOfLongRowsIsCutForItsLength says what is true: it has few rows.
func TestACaseOfLongRowsIsCutForItsLength(t *testing.T) {
	row := "A-1,theft" + strings.Repeat(","+strings.Repeat("x", 30_000), 64) + "\n"
	table := openTable(t, "clients.csv", "case,Offense"+strings.Repeat(",notes", 64)+"\n"+strings.Repeat(row, 10)+"B-1,theft\n")
	cases := 0
	for c := range table.Adjacent() {
		if cases++; c.ID == "B-1" {
			continue
		}
		if ds := table.Record(c).Diagnostics; len(ds) != 1 || ds[0].Code != "case.size" || !strings.Contains(ds[0].Message, "16 MiB") {
			t.Errorf("a piece of %d rows: %v", len(c.Rows), ds)
		}
	}
	if cases != 3 {
		t.Errorf("%d pieces, want 3", cases)
	}
}
