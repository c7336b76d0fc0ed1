package screen

import (
	"slices"
	"strings"

	"expunge/assets"
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// hand answers the cases of blocks, one block after another.
type hand struct {
	run    *run
	table  *intake.Table
	intake *intake.Hand
	rules  rules.Assessor
	last   petition.Date   // the last day that has come
	head   string          // what every JSON object begins with
	cities map[string]bool // whether Mississippi has one of that name, as was looked up before
}

func newHand(r *run) *hand {
	h := &hand{run: r, table: r.table, intake: r.table.Hand(), last: petition.Latest(r.o.AsOf, r.o.Today), cities: map[string]bool{}}
	if r.o.JSON {
		h.head = jsonHead(r.o)
	}
	return h
}

// answer answers a block.
func (h *hand) answer(j *job) {
	j.out = j.out[:0]
	j.tally.wipe()
	for h.intake.Take(&j.block); h.intake.Next(); {
		j.tally.cases++
		j.tally.rows += h.intake.Rows()
		if c, ok := h.intake.Case(); ok && c.SurelyValid(h.last) {
			h.judge(j, c, h.intake.RowOf)
		} else {
			h.carefully(j)
		}
	}
}

// carefully reads a case and the places of its facts, and says what is wrong with it.
func (h *hand) carefully(j *job) {
	client := h.intake.Client()
	record := h.table.Record(client)
	problems := record.Check(h.last)
	if len(problems) == 0 {
		h.judge(j, &record.Case, func(charge int) int {
			at := record.Origin.Nearest(petition.ChargePath(charge, ""))
			return client.Rows[h.table.RowAt(client, at)].Number
		})
		return
	}
	j.tally.refuse(len(client.Rows), problems)
	id := publicID(client.ID, problems)
	if h.run.o.JSON {
		j.out = h.appendRefusal(j.out, id, client, problems)
		return
	}
	for n, told := range byRow(h.table, client, problems) {
		j.out = appendProblem(j.out, id, client.Rows[n].Number, told)
	}
}

// judge answers for every charge of a case. rowOf tells the row of a charge.
func (h *hand) judge(j *job, c *petition.Case, rowOf func(int) int) {
	a := h.rules.Judge(*c, h.run.o.AsOf, h.run.o.Held...)
	for i := range a.Charges {
		v := &a.Charges[i]
		v.FileIn = h.courtOf(v.FileIn)
		j.tally.count(countyOf(&c.Charges[v.Index]), v.Pathway, v.Status, 1)
		if !h.run.o.JSON {
			j.out = appendVerdict(j.out, c.ID, rowOf(v.Index), v)
		}
	}
	if h.run.o.JSON {
		j.out = h.appendAnswer(j.out, c.ID, a.Charges, rowOf)
	}
}

// mostCities bounds what is remembered of cities.
const mostCities = 4096

// courtOf is a court without a city that Mississippi does not have: any text may stand
// there, a name among them.
func (h *hand) courtOf(c petition.Court) petition.Court {
	if c.City == "" {
		return c
	}
	known, met := h.cities[c.City]
	if !met {
		_, known = assets.FindMunicipality(c.City)
		if len(h.cities) >= mostCities {
			clear(h.cities)
		}
		h.cities[strings.Clone(c.City)] = known // the whole block would be remembered with it
	}
	if !known {
		c.City, c.Municipality = "", ""
	}
	return c
}

// countyOf is the county of a Mississippi court as the table of counties has it.
func countyOf(ch *petition.Charge) string {
	if ch.Court.IsMississippi() != petition.Yes {
		return ""
	}
	return ch.Court.CountyName()
}

// byRow returns the problems of each row of a case. Those of no row are told on the first.
func byRow(t *intake.Table, c intake.Client, problems []intake.Diagnostic) [][]intake.Diagnostic {
	out := make([][]intake.Diagnostic, len(c.Rows))
	for _, d := range problems {
		n := t.RowAt(c, d.Position)
		out[n] = append(out[n], d)
	}
	return out
}

// publicID returns the id of a case with problems, or nothing when it may be a name or a
// number of the person, or no id at all.
func publicID(id string, problems []intake.Diagnostic) string {
	hidden := slices.ContainsFunc(problems, func(d intake.Diagnostic) bool { return d.Path == "case" && d.Code == "text.identifier" })
	if hidden || !petition.IsCaseID(id) || petition.LooksLikeSSN(id) || !petition.LooksGivenOut(id) {
		return ""
	}
	return id
}
