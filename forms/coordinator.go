package forms

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// Standing says what stands between a charge and its petition, as the person at the desk
// of a clinic sorts charges.
type Standing string

// The standings, the nearest first.
const (
	ReadyToFile  Standing = "ready"
	ReadyOnDate  Standing = "ready_on_date"
	NeedsPaper   Standing = "needs_paper" // or an act, such as a payment
	NeedsLawyer  Standing = "needs_lawyer"
	NotAvailable Standing = "not_available"
	HasProblems  Standing = "problems" // the rows could not be read, so nothing was assessed
)

// Standings lists them in their order.
func Standings() []Standing {
	return []Standing{ReadyToFile, ReadyOnDate, NeedsPaper, NeedsLawyer, NotAvailable, HasProblems}
}

// Words names a standing at the head of a column.
func (s Standing) Words() string {
	switch s {
	case ReadyToFile:
		return "ready to file"
	case ReadyOnDate:
		return "ready on a date"
	case NeedsPaper:
		return "needs a paper"
	case NeedsLawyer:
		return "needs a lawyer"
	case NotAvailable:
		return "not available"
	default:
		return "problems"
	}
}

// DeskLine is a charge as the desk needs it. It tells nothing of the person but the name,
// which may be left empty, and nothing that belongs on the reviewer's worksheet alone.
type DeskLine struct {
	Case, Name    string
	Charge        int // from 1; 0 when no charge could be read
	Standing      Standing
	Day           petition.Date // the first safe day of one that is ready on a date
	Route         rules.Pathway // empty where it would tell a private fact
	County, Court string        // of the filing court, as far as known
	Missing       []petition.Path
	Needs         []string // what would settle or change the answer, and who has it
	Bring         []string // papers that go with a petition and are not in hand
}

// Desk returns a line for each charge for which something is asked.
func Desk(c petition.Case, a rules.Assessment, o Office) []DeskLine {
	drafted := map[int]bool{}
	for _, p := range Petitions(c, a, o) {
		for _, charge := range p.Charges {
			drafted[charge] = true
		}
	}
	var out []DeskLine
	for _, v := range a.Charges {
		ch := c.Charges[v.Index]
		if !ch.Asked() {
			continue
		}
		line := DeskLine{Case: c.ID, Charge: v.Index + 1, Standing: standingOf(v, drafted[v.Index]), County: ch.Court.CountyName(), Court: v.FileIn.Name()}
		if line.Standing == ReadyOnDate {
			line.Day = v.Earliest
		}
		if !private(v.Pathway) {
			line.Route, line.Missing, line.Needs = v.Pathway, public(v.Missing), needs(c, v)
		}
		if v.Status != rules.Ineligible {
			for _, p := range newBrief(c, a, o).papersWanted(v.Index) {
				line.Bring = append(line.Bring, p.asked())
			}
		}
		out = append(out, line)
	}
	return out
}

// standingOf sorts an answer. A charge that appears eligible and that no petition covers,
// as when one felony is still to be chosen, waits for a lawyer.
func standingOf(v rules.Verdict, drafted bool) Standing {
	switch {
	case v.Status == rules.Eligible && drafted:
		return ReadyToFile
	case v.Status == rules.NotYet && v.Earliest.Known():
		return ReadyOnDate
	case v.Status == rules.Incomplete, v.Status == rules.NotYet:
		return NeedsPaper
	case v.Status == rules.Ineligible:
		return NotAvailable
	default:
		return NeedsLawyer
	}
}

// public leaves out the facts that belong on the reviewer's worksheet alone.
func public(paths []petition.Path) []petition.Path {
	return slices.DeleteFunc(slices.Clone(paths), func(p petition.Path) bool { return tells(rules.Finding{Paths: []petition.Path{p}}) })
}

// needs says what would settle or change an answer: a paper and who has it, a question
// for the petitioner, or an act. Sums are left to the checklist.
func needs(c petition.Case, v rules.Verdict) []string {
	if v.Status != rules.Incomplete && v.Status != rules.NotYet {
		return nil
	}
	var out []string
	for _, r := range rules.Remedies(c, v) {
		if len(r.Paths) > 0 && len(public(r.Paths)) == 0 {
			continue
		}
		text := r.Act
		switch {
		case r.Office == "the petitioner":
			text = "ask: " + r.Paper
		case r.Paper != "":
			text = r.Paper + " from " + r.Office
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return out
}

// DeskSheet is what [Coordinator] is made from.
type DeskSheet struct {
	AsOf    petition.Date
	Edition string
	Held    []string
	Office  Office
	Lines   []DeskLine // those with problems among them
}

// Coordinator is the sheet of the person who runs a clinic: how many charges stand where,
// court by court, and then who can file today, who needs one paper, and who waits until
// when. Cases go by their ids, and by names only where the lines have them.
func Coordinator(s DeskSheet) doc.Document {
	s.Lines = slices.Clone(s.Lines)
	slices.SortStableFunc(s.Lines, func(a, b DeskLine) int { return ComparePlaces(a.County, a.Court, b.County, b.Court) })
	basis := []string{s.Office.Clinic.Name, s.Office.Clinic.Place, s.Office.Clinic.Date, "as of " + s.AsOf.Long(), "law as of " + edition(s.Edition)}
	if len(s.Held) > 0 {
		basis = append(basis, "held back by the office: "+strings.Join(s.Held, " "))
	}
	blocks := []doc.Block{note(joined(basis...)), heading(2, "Charges by county and court"), s.counts()}
	for _, p := range deskParts() {
		blocks = append(blocks, s.part(p)...)
	}
	return sheet("coordinator", "Clinic summary", append(blocks, disclaimer())...)
}

// deskPart is a part of the coordinator's sheet: the charges of a standing, or some of
// them, and what the last column says of each.
type deskPart struct {
	title    string
	standing Standing
	is       func(DeskLine) bool // nil for all
	column   string
	say      func(DeskLine) string // nil for no column
}

func deskParts() []deskPart {
	one := func(l DeskLine) bool { return len(l.Needs) == 1 }
	more := func(l DeskLine) bool { return !one(l) }
	bring := func(l DeskLine) string { return strings.Join(l.Bring, "; ") }
	until := func(l DeskLine) string { return l.Day.Long() }
	reason := func(DeskLine) string { return "the reason is in problems.csv" }
	return []deskPart{
		{"Appears eligible: can file today", ReadyToFile, nil, "Still to bring, where not in hand", bring},
		{"Needs one paper or one step", NeedsPaper, one, "What", needsInWords},
		{"Needs more than one", NeedsPaper, more, "What", needsInWords},
		{"Waits for a day", ReadyOnDate, nil, "First safe day", until},
		{"Needs a lawyer", NeedsLawyer, nil, "", nil},
		{"Not available", NotAvailable, nil, "", nil},
		{"Has problems, and got no packet", HasProblems, nil, "What", reason},
	}
}

func needsInWords(l DeskLine) string {
	if len(l.Needs) == 0 {
		return "see the worksheet"
	}
	return strings.Join(l.Needs, "; ")
}

// ComparePlaces orders courts by county and then by name, those that are not known last.
func ComparePlaces(county, court, otherCounty, otherCourt string) int {
	return cmp.Or(atEnd(county, otherCounty), atEnd(court, otherCourt))
}

// atEnd compares names, an empty one after all others.
func atEnd(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	return cmp.Compare(a, b)
}

// place names the court of a line, and its county where the court does not.
func (l DeskLine) place() string {
	county := l.County
	if county != "" {
		county += " County"
	}
	switch {
	case l.Court == "" && county == "":
		return "Court not known, or none in Mississippi"
	case l.Court == "":
		return county
	case county == "" || strings.Contains(l.Court, county):
		return l.Court
	default:
		return county + ", " + l.Court
	}
}

// counts is a row for each court, with how many of its charges stand where.
func (s DeskSheet) counts() doc.Block {
	t := doc.Table{Widths: []int{12}, Lines: true, Head: row(words("Court"))}
	for _, standing := range Standings() {
		t.Widths, t.Head = append(t.Widths, 5), append(t.Head, words(sentenceCase(standing.Words())))
	}
	add := func(name string, lines []DeskLine) {
		cells := row(words(name))
		for _, standing := range Standings() {
			n := 0
			for _, l := range lines {
				if l.Standing == standing {
					n++
				}
			}
			cells = append(cells, words(strconv.Itoa(n)))
		}
		t.Rows = append(t.Rows, cells)
	}
	for _, group := range byPlace(s.Lines) {
		add(group[0].place(), group)
	}
	add("All", s.Lines)
	return t
}

func sentenceCase(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// byPlace parts sorted lines by court.
func byPlace(lines []DeskLine) [][]DeskLine {
	var out [][]DeskLine
	for i, l := range lines {
		if i == 0 || l.place() != lines[i-1].place() {
			out = append(out, nil)
		}
		out[len(out)-1] = append(out[len(out)-1], l)
	}
	return out
}

// part lists the charges of one standing under their courts, those that wait for a day in
// the order of their days.
func (s DeskSheet) part(p deskPart) []doc.Block {
	lines := slices.DeleteFunc(slices.Clone(s.Lines), func(l DeskLine) bool { return l.Standing != p.standing || p.is != nil && !p.is(l) })
	if len(lines) == 0 {
		return nil
	}
	slices.SortStableFunc(lines, func(a, b DeskLine) int {
		return cmp.Or(ComparePlaces(a.County, a.Court, b.County, b.Court), a.Day.Compare(b.Day))
	})
	named := slices.ContainsFunc(lines, func(l DeskLine) bool { return l.Name != "" })
	blocks := []doc.Block{heading(2, fmt.Sprintf("%s (%d)", p.title, len(lines)))}
	for _, group := range byPlace(lines) {
		blocks = append(blocks, heading(3, group[0].place()), p.table(group, named))
	}
	return blocks
}

// table is a row for each of the lines.
func (p deskPart) table(lines []DeskLine, named bool) doc.Table {
	t := doc.Table{Lines: true, Widths: []int{5, 2}, Head: row(words("Case"), words("Charge")), Rows: make([][][]doc.Span, len(lines))}
	column := func(width int, head string, cell func(DeskLine) doc.Span) {
		t.Widths, t.Head = append(t.Widths, width), append(t.Head, words(head))
		for i, l := range lines {
			t.Rows[i] = append(t.Rows[i], words(cell(l)))
		}
	}
	for i, l := range lines {
		charge := ""
		if l.Charge > 0 {
			charge = strconv.Itoa(l.Charge)
		}
		t.Rows[i] = row(words(doc.Value{S: l.Case}), words(charge))
	}
	if named {
		column(6, "Name", func(l DeskLine) doc.Span { return doc.Value{S: l.Name} })
	}
	if p.say != nil {
		said := map[string]DeskLine{}
		column(11, p.column, func(l DeskLine) doc.Span {
			text := p.say(l)
			if first, again := said[text]; again && len(text) > longCell {
				return doc.Text{S: "as for " + first.Case}
			}
			said[text] = l
			return doc.Text{S: typeset(text)}
		})
	}
	return t
}

// longCell is how many letters a cell may have before it is not said again: a hundred
// charges of one court ask for the same papers.
const longCell = 60

// Separator is the sheet that stands before the papers of a case where many are printed
// together.
func Separator(c petition.Case, lines []DeskLine) doc.Document {
	title := "Case " + c.ID
	t := doc.Table{Widths: []int{2, 5, 8}, Lines: true, Head: row(words("Charge"), words("Stands"), words("Court"))}
	for _, l := range lines {
		stands := sentenceCase(l.Standing.Words())
		if l.Day.Known() {
			stands += ": " + l.Day.Long()
		}
		t.Rows = append(t.Rows, row(words(strconv.Itoa(l.Charge)), words(stands), words(l.place())))
	}
	blocks := []doc.Block{para(doc.Value{S: c.Petitioner.Name.Full()})}
	if len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	return sheet("separator", title, append(blocks,
		para("The papers of this case follow, each on a sheet of its own. The confidential sheet is not among them: print it from the folder of the case, and keep it apart."))...)
}
