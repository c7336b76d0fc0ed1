package screen

import (
	"strconv"
	"strings"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// Problem is the status of a row that was not judged, because of it or of another row of
// its case.
const Problem rules.Status = "problem"

// Schema names the shape of a JSON object, which is that of "expunge check --json" with
// the rows in place of the findings.
const Schema = "expunge/assessment/1"

// ---- CSV ----

const csvHead = "case,row,charge,status,pathway,relief,earliest,file_in,because,missing,cautions,problem\n"

// between stands between the entries of a list in a cell.
const between = "; "

// appendVerdict appends the line of a charge. No cell of it begins as a formula does: an
// id begins with a letter or a digit, and all else is ours but the names in a court's.
func appendVerdict(b []byte, id string, row int, v *rules.Verdict) []byte {
	b = append(append(b, id...), ',')
	b = append(strconv.AppendInt(b, int64(row), 10), ',')
	b = append(strconv.AppendInt(b, int64(v.Index)+1, 10), ',')
	b = append(append(b, v.Status...), ',')
	b = append(append(b, v.Pathway...), ',')
	b = append(append(b, v.Relief...), ',')
	b = append(appendDay(b, v.Earliest), ',')
	from := len(b)
	b = append(quoteFrom(v.FileIn.AppendName(b), from), ',')
	b = append(appendList(b, v.Because), ',')
	b = append(appendList(b, v.Missing), ',')
	for i := range v.Cautions {
		if i > 0 {
			b = append(b, between...)
		}
		b = append(b, v.Cautions[i].Code...)
	}
	return append(b, ",\n"...)
}

// appendProblem appends the line of a row that was not judged: the code of each problem
// and the field it is in. Their words may quote what slipped into a wrong column.
func appendProblem(b []byte, id string, row int, problems []intake.Diagnostic) []byte {
	b = append(append(b, id...), ',')
	b = append(strconv.AppendInt(b, int64(row), 10), ",,"...)
	b = append(append(b, Problem...), ",,,,,,,,"...)
	from := len(b)
	if len(problems) == 0 {
		b = append(b, "see the other rows of this case"...)
	}
	for i, d := range problems {
		if i > 0 {
			b = append(b, between...)
		}
		if b = append(b, d.Code...); d.Path != "" {
			b = append(append(b, ": "...), d.Path...)
		}
	}
	return append(quoteFrom(b, from), '\n')
}

func appendList[T ~string](b []byte, list []T) []byte {
	from := len(b)
	for i, s := range list {
		if i > 0 {
			b = append(b, between...)
		}
		b = append(b, s...)
	}
	return quoteFrom(b, from) // a decision is cited with commas
}

// appendDay appends YYYY-MM-DD, or nothing for a day that is not known.
func appendDay(b []byte, d petition.Date) []byte {
	if !d.Known() {
		return b
	}
	y, m, day := d.Year(), int(d.Month()), d.Day()
	two := func(n int) (byte, byte) { return byte('0' + n/10%10), byte('0' + n%10) }
	y1, y2 := two(y / 100)
	y3, y4 := two(y)
	m1, m2 := two(m)
	d1, d2 := two(day)
	return append(b, y1, y2, y3, y4, '-', m1, m2, '-', d1, d2)
}

// quoteFrom puts the text from a place on in quotes if CSV asks for them.
func quoteFrom(b []byte, from int) []byte {
	for _, c := range b[from:] {
		switch c {
		case ',', '"', '\n', '\r':
			cell := strings.ReplaceAll(string(b[from:]), `"`, `""`)
			return append(append(append(b[:from], '"'), cell...), '"')
		}
	}
	return b
}

// ---- JSON ----

// jsonHead is what every object begins with: all that is the same for every case.
func jsonHead(o Options) string {
	held := o.Held
	if held == nil {
		held = []string{}
	}
	b := append([]byte(`{"schema":`), quoted(Schema)...)
	b = append(append(b, `,"program":`...), quoted(o.Program)...)
	b = append(append(b, `,"law_edition":`...), quoted(rules.Edition)...)
	b = append(append(b, `,"as_of":`...), quoted(o.AsOf.String())...)
	b = append(append(b, `,"held":`...), encoded(held)...)
	return string(append(b, `,"case":`...))
}

// appendAnswer appends the object of a case.
func (h *hand) appendAnswer(b []byte, id string, verdicts []rules.Verdict, rowOf func(int) int) []byte {
	b = h.appendHead(b, id)
	last := 0
	for i := range verdicts {
		if n := rowOf(verdicts[i].Index); n != last {
			if last > 0 {
				b = append(b, ',')
			}
			b = strconv.AppendInt(b, int64(n), 10)
			last = n
		}
	}
	b = append(b, `],"problems":[],"charges":[`...)
	for i := range verdicts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendCharge(b, &verdicts[i])
	}
	return append(b, "]}\n"...)
}

// appendRefusal appends the object of a case that was not judged.
func (h *hand) appendRefusal(b []byte, id string, c intake.Client, problems []intake.Diagnostic) []byte {
	b = h.appendHead(b, id)
	for i, row := range c.Rows {
		if i > 0 {
			b = append(b, ',')
		}
		b = strconv.AppendInt(b, int64(row.Number), 10)
	}
	b = append(append(b, `],"problems":`...), encoded(problems)...)
	return append(b, ",\"charges\":[]}\n"...)
}

func (h *hand) appendHead(b []byte, id string) []byte {
	b = appendText(append(b, h.head...), id)
	b = appendText(append(b, `,"file":`...), h.run.name)
	return append(b, `,"rows":[`...)
}

func appendCharge(b []byte, v *rules.Verdict) []byte {
	b = strconv.AppendInt(append(b, `{"index":`...), int64(v.Index), 10)
	b = appendText(append(b, `,"status":`...), string(v.Status))
	b = appendText(append(b, `,"pathway":`...), string(v.Pathway))
	b = appendText(append(b, `,"relief":`...), string(v.Relief))
	var name [160]byte
	b = appendText(append(b, `,"file_in":`...), string(v.FileIn.AppendName(name[:0])))
	b = appendRest(b, &v.Route)
	b = append(b, `,"cautions":[`...)
	for i := range v.Cautions {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(append(b, `{"code":`...), v.Cautions[i].Code)
		b = append(appendText(append(b, `,"text":`...), v.Cautions[i].Text), '}')
	}
	b = append(b, `],"alternatives":[`...)
	for i := range v.Alternatives {
		r := &v.Alternatives[i]
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(append(b, `{"pathway":`...), string(r.Pathway))
		b = appendText(append(b, `,"title":`...), r.Title)
		b = appendText(append(b, `,"relief":`...), string(r.Relief))
		b = appendText(append(b, `,"status":`...), string(r.Status))
		b = append(appendRest(b, r), '}')
	}
	return append(b, "]}"...)
}

// appendRest appends the day, the citations and the missing facts of a route.
func appendRest(b []byte, r *rules.Route) []byte {
	b = append(b, `,"earliest":`...)
	if r.Earliest.Known() {
		b = append(appendDay(append(b, '"'), r.Earliest), '"')
	} else {
		b = append(b, "null"...)
	}
	b = appendTexts(append(b, `,"because":`...), r.Because)
	return appendTexts(append(b, `,"missing":`...), r.Missing)
}

func appendTexts[T ~string](b []byte, list []T) []byte {
	b = append(b, '[')
	for i, s := range list {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendText(b, string(s))
	}
	return append(b, ']')
}

// appendText appends a text as JSON has it.
func appendText(b []byte, s string) []byte {
	if !standsAsItIs(s) {
		return append(b, quoted(s)...)
	}
	return append(append(append(b, '"'), s...), '"')
}

// standsAsItIs reports whether a text is of ASCII and holds nothing that JSON writes in
// another way. Most of what is written are the sentences of cautions, so it takes eight
// bytes at a time: a byte is found to be under a limit, or equal to one, by what
// subtracting leaves in its highest bit.
func standsAsItIs(s string) bool {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	zero := func(v uint64) uint64 { return (v - ones) & ^v } // the highest bit of a byte that is zero
	for ; len(s) >= 8; s = s[8:] {
		v := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		if (v|(v-ones*' ')|zero(v^ones*'"')|zero(v^ones*'\\')|zero(v^ones*0x7f))&highs != 0 {
			return false
		}
	}
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

func quoted(s string) []byte { return encoded(s) }

// encoded is a value as JSON.
func encoded(v any) []byte {
	text, _ := petition.JSON(v) // plain values into memory cannot fail
	return text
}
