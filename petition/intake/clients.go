package intake

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"expunge/petition"
)

// Client is one case of a clients file: its rows, in their order.
type Client struct {
	ID   string // as the first row has it; row-00002 without a column for it; empty when the cell is
	Rows []Row

	// Twins are the ids of other cases of the file with the same name and birth date,
	// at most the first ten, which carry the caution [PossibleDuplicate]. Only [Table.All] knows of them.
	Twins []string

	faults []Diagnostic // of the rows as a case
	broken bool         // the faults leave no case to judge
}

// PossibleDuplicate is the code of the caution for the same name and birth date under two
// case ids.
const PossibleDuplicate petition.Code = "case.possible-duplicate"

// examplePrefix begins the ids of the rows that a template shows.
const examplePrefix = "EXAMPLE-"

// caseKey is a case id as ids are compared: without regard to case.
func caseKey(id string) string { return strings.ToLower(strings.TrimSpace(id)) }

// idOf returns the case id of a row. Without a column for it the row is a case of its own.
func (t *Table) idOf(r Row) string {
	if t.idColumn < 0 {
		return rowID(r.Number)
	}
	return strings.TrimSpace(r.cell(t.idColumn))
}

// rowID is the id of a row that is a case of its own.
func rowID(number int) string {
	digits := strconv.Itoa(number)
	return "row-" + "00000"[min(len(digits), 5):] + digits
}

// isExample reports whether a row is one that a template shows.
func isExample(id string) bool {
	return len(id) >= len(examplePrefix) && strings.EqualFold(id[:len(examplePrefix)], examplePrefix)
}

// cases yields rows with their ids, those that are examples left out. A table without any
// has a problem: nobody gives one on purpose.
func (t *Table) cases() iter.Seq2[string, Row] {
	return func(yield func(string, Row) bool) {
		rows := 0
		for row, ok := t.Next(); ok; row, ok = t.Next() {
			id := t.idOf(row)
			if isExample(id) {
				t.examples++
				continue
			}
			if rows++; !yield(id, row) {
				return
			}
		}
		if rows == 0 {
			t.checkEmpty()
		}
	}
}

// checkEmpty says of a file without rows that it has headers and nothing to do, unless it
// was said why.
func (t *Table) checkEmpty() {
	if t.err != nil || len(t.problems) > 0 {
		return
	}
	message, hint := "the file has headers and no rows under them", "write one row for each charge under the headers"
	if t.examples > 0 {
		message = "the file has no rows but examples"
		hint = "rows whose case begins " + examplePrefix + " are skipped: write the clinic's own rows under them, with case ids of their own"
	}
	t.fail("table.empty", message, hint)
}

// nameless is a row without an id where the file has ids.
func (t *Table) nameless(r Row) Client {
	c := Client{Rows: []Row{r}, broken: true}
	if !r.broken {
		c.faults = []Diagnostic{{t.At(r, t.idColumn), petition.Problem{Path: "case", Code: "case.missing", Message: "the row has no case id", Hint: "write the id of the case on every row of it; remove a row of totals"}}}
	}
	return c
}

// Adjacent yields the cases of the table in constant memory, but for nine to twelve bytes
// for each id. The rows of one case must follow one another: an id that returns later is
// a problem of its rows, which are never judged on half a record. See [Table.Blocks] for
// many cases at once.
func (t *Table) Adjacent() iter.Seq[Client] {
	return func(yield func(Client) bool) {
		blocks, hand := t.Blocks(BlockOptions{}), t.Hand()
		var b Block
		for blocks.Next(&b) {
			for hand.Take(&b); hand.Next(); {
				if !yield(hand.Client()) {
					return
				}
			}
		}
	}
}

// returns is a case that began further up.
func (c *Client) returns(t *Table, r Row, hint string) {
	c.broken = true
	c.faults = append(c.faults, Diagnostic{t.At(r, t.idColumn), petition.Problem{Path: "case", Code: "case.returns", Message: "this case began further up, and rows of other cases stand between", Hint: hint}})
}

// goesOn is a case whose rows are known not to be all of its rows.
func (c *Client) goesOn(t *Table, r Row) {
	c.broken = true
	c.faults = append(c.faults, Diagnostic{t.At(r, t.idColumn), petition.Problem{Path: "case", Code: "case.returns", Message: "more rows of this case stand further down, behind rows of other cases", Hint: "sort the file by case"}})
}

func (c *Client) add(t *Table, r Row) {
	if c.Rows = append(c.Rows, r); len(c.Rows) == maxRows+1 {
		c.tooLong(t, r)
	}
}

func (c *Client) tooLong(t *Table, r Row) {
	c.broken = true
	c.faults = append(c.faults, Diagnostic{t.At(r, max(t.idColumn, 0)), petition.Problem{Path: "case", Code: "case.rows", Message: fmt.Sprintf("the case has more than %d rows", maxRows), Hint: "check the case ids"}})
}

// tooHeavy is a case that was cut because its rows are too long together.
func (c *Client) tooHeavy(t *Table, r Row) {
	c.broken = true
	c.faults = append(c.faults, Diagnostic{t.At(r, max(t.idColumn, 0)), petition.Problem{Path: "case", Code: "case.size", Message: fmt.Sprintf("the rows of the case are longer than %d MiB together", cutBytes>>20), Hint: "check the case ids, and that it is the right file"}})
}

// tooMuch ends the reading of a file that is larger than can be kept.
func (t *Table) tooMuch() {
	t.fail("table.size", fmt.Sprintf("the file is larger than can be read as a whole: more than %d rows, or %s of them in memory", t.most.keptRows, inBytes(int64(t.most.keptBytes))),
		"divide it into smaller files, with all rows of a case in one of them, and run each by itself: each part of --shard reads the whole file, too; \"expunge screen\" reads files of any size")
}

// All reads the table to its end and returns its cases in the order of their first rows,
// wherever their rows stand. A row that belongs to no case is a Client of its own. Of a
// file larger than can be kept it returns none, and [Table.Problems] says so.
func (t *Table) All() []Client {
	var out []Client
	at := map[string]int{}
	rows, bytes := 0, 0
	for id, row := range t.cases() {
		if rows, bytes = rows+1, bytes+row.weight(); rows > t.most.keptRows || bytes > t.most.keptBytes {
			t.tooMuch()
			return nil
		}
		key := caseKey(id)
		if key == "" {
			out = append(out, t.nameless(row))
			continue
		}
		n, again := at[key]
		if !again {
			at[key] = len(out)
			out = append(out, Client{ID: id, Rows: []Row{row}})
			continue
		}
		out[n].add(t, row)
	}
	t.findTwins(out)
	return out
}

// maxTwins is how many other cases are named for one: a sheet may say "Doe" of everybody.
const maxTwins = 10

// findTwins notes which cases have the same name and birth date.
func (t *Table) findTwins(clients []Client) {
	same := map[string][]int{}
	for i, c := range clients {
		if who := t.person(c); who != "" {
			same[who] = append(same[who], i)
		}
	}
	for _, group := range same {
		for i, j := range toCompare(group) {
			if i != j && len(clients[i].Twins) < maxTwins {
				clients[i].Twins = append(clients[i].Twins, clients[j].ID)
			}
		}
	}
}

// toCompare pairs each of a group of cases that are alike with the first ones, itself perhaps
// among them, and never with all: the time is in proportion to the group.
func toCompare(group []int) iter.Seq2[int, int] {
	return func(yield func(i, j int) bool) {
		for _, i := range group {
			for _, j := range group[:min(len(group), maxTwins+1)] {
				if !yield(i, j) {
					return
				}
			}
		}
	}
}

// person returns the name and birth date of a case as they are compared, or nothing when
// one of them is not known.
func (t *Table) person(c Client) string {
	if c.broken {
		return ""
	}
	var found [4]string
	for i, b := range t.columns {
		n := slices.Index([]string{"petitioner.name.first", "petitioner.name.last", "petitioner.date_of_birth", "petitioner.name.suffix"}, b.rest)
		if n < 0 || b.use != personUse || found[n] != "" {
			continue
		}
		for _, r := range c.Rows {
			if found[n], _ = fitting(r.cell(i)); found[n] != "" {
				break
			}
		}
	}
	born, err := petition.ParseDate(isoDay(found[2]))
	if err != nil || found[0] == "" || found[1] == "" {
		return ""
	}
	name := petition.Name{First: found[0], Last: found[1], Suffix: found[3]}
	return strings.ToLower(name.Full()) + "|" + born.String()
}

// idSet remembers ids by a number made of each, in parts that grow apart from one another
// so that growing takes little room. That two ids of a file share a number is less likely
// than that the machine fails.
type idSet struct{ parts [256]idPart }

type idPart struct {
	slots []uint64
	used  int
}

// add reports whether the id is new.
func (s *idSet) add(id string) bool {
	n := hash64(id)
	return s.parts[n>>56].add(n)
}

// has reports whether the id was added.
func (s *idSet) has(id string) bool {
	n := hash64(id)
	p := &s.parts[n>>56]
	for i := 0; i < len(p.slots); i++ {
		switch p.slots[(n+uint64(i))%uint64(len(p.slots))] { //nolint:gosec // not negative
		case n:
			return true
		case 0:
			return false
		}
	}
	return false
}

// clear forgets every id and keeps the room.
func (s *idSet) clear() {
	for i := range s.parts {
		clear(s.parts[i].slots)
		s.parts[i].used = 0
	}
}

func (p *idPart) add(n uint64) bool {
	if (p.used+1)*8 > len(p.slots)*7 {
		old := p.slots
		p.slots, p.used = make([]uint64, max(16, len(old)*5/4)), 0
		for _, n := range old {
			if n != 0 {
				p.add(n)
			}
		}
	}
	for i := n % uint64(len(p.slots)); ; i = (i + 1) % uint64(len(p.slots)) {
		switch p.slots[i] {
		case n:
			return false
		case 0:
			p.slots[i] = n
			p.used++
			return true
		}
	}
}

// hash64 is never 0.
func hash64(s string) uint64 {
	h := fnv1a(s) // mixed, so that every bit counts
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	h ^= h >> 32
	return max(h, 1)
}
