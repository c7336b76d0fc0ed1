package screen_test

import (
	"io"
	"math/rand/v2"
	"strconv"
	"strings"
	"time"

	"expunge/petition"
)

var day = petition.NewDate(2026, time.November, 23)

// columns are the forty of a case-management system's export.
var columns = []string{
	"case", "petitioner.name.first", "petitioner.name.middle", "petitioner.name.last", "petitioner.date_of_birth", "petitioner.address.street", "petitioner.address.city",
	"petitioner.address.state", "petitioner.address.zip", "petitioner.address.county", "petitioner.phone", "petitioner.email", "petitioner.language",
	"record.complete", "record.public_official", "charges[].cause_number", "charges[].court.level", "charges[].court.county", "charges[].court.city", "charges[].offense", "charges[].section",
	"charges[].grade", "charges[].count", "charges[].event", "charges[].offense_date", "charges[].arrest.kind", "charges[].arrest.date", "charges[].arrest.agency", "charges[].arrest.released",
	"charges[].outcome", "charges[].outcome_date", "charges[].sentence.date", "charges[].sentence.all_terms_complete", "charges[].sentence.terms_completed",
	"charges[].sentence.fines_costs_paid", "charges[].sentence.balance_due", "charges[].sentence.restitution_paid", "charges[].sentence.crime_of_violence_finding",
	"charges[].official_duty", "charges[].ask",
}

// synthetic is a clients file that is made as it is read: cases of one to three charges,
// of many kinds, all of invented people. The same seed gives the same file.
type synthetic struct {
	rows    int // to come
	mess    int // of a hundred cells, how many are something else
	buf     []byte
	at      int
	r       *rand.Rand
	n, left int
	person  []string
}

func records(rows int, seed uint64, mess int) *synthetic {
	s := &synthetic{rows: rows, mess: mess, r: rand.New(rand.NewPCG(seed, 5))}
	s.buf = append([]byte(strings.Join(columns, ",")), '\n')
	return s
}

// text is the whole file.
func (s *synthetic) text() string {
	b, _ := io.ReadAll(s)
	return string(b)
}

func (s *synthetic) Read(b []byte) (int, error) {
	if s.at == len(s.buf) {
		s.buf, s.at = s.buf[:0], 0
		for ; s.rows > 0 && len(s.buf) < 64<<10; s.rows-- {
			s.row()
		}
		if len(s.buf) == 0 {
			return 0, io.EOF
		}
	}
	n := copy(b, s.buf[s.at:])
	s.at += n
	return n, nil
}

func (s *synthetic) pick(from ...string) string { return from[s.r.IntN(len(from))] }

func (s *synthetic) day(from, years int) string {
	b := strconv.AppendInt(nil, int64(from+s.r.IntN(years)), 10)
	m, d := 1+s.r.IntN(12), 1+s.r.IntN(28)
	return string(append(b, '-', byte('0'+m/10), byte('0'+m%10), '-', byte('0'+d/10), byte('0'+d%10)))
}

// row adds a row.
func (s *synthetic) row() {
	if s.left == 0 {
		s.left = 1 + s.r.IntN(3)
		s.n++
		s.person = []string{
			"C-" + strconv.Itoa(1_000_000+s.n), s.pick("Ada", "José", "Wren", "Quincy", "Tobias"), "", s.pick("Sampleton", "Fauxworth", "Notareal", "Inventado"), s.day(1960, 30),
			"12 Invented Street", s.pick("Jackson", "Brandon", "Tupelo"), "MS", "39201", s.pick("Hinds", "Rankin", "Lee"), "601-555-0123", "", "en", "yes", "no",
		}
	}
	cells := append(append([]string{}, s.person...), s.charge()...)
	for i, cell := range cells {
		if i > 0 {
			s.buf = append(s.buf, ',')
		}
		if s.mess > 0 && s.r.IntN(100) < s.mess {
			cell = s.pick(messes...)
		}
		if strings.ContainsAny(cell, "\",\n\r") && s.r.IntN(30) > 0 {
			cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
		}
		s.buf = append(s.buf, cell...)
	}
	s.buf = append(s.buf, s.pick("\n", "\n", "\r\n")...)
	s.left--
}

// charge is the cells of a charge.
func (s *synthetic) charge() []string {
	county := s.pick("Rankin", "Madison", "DeSoto", "Lee", "Forrest", "Hinds", "Harrison")
	cause := strconv.Itoa(2000+s.r.IntN(20)) + "-" + strconv.Itoa(1000+s.r.IntN(9000))
	offense, arrest, outcome := s.day(2000, 3), s.day(2003, 2), s.day(2005, 15)
	event := s.pick("", "A", "B")
	switch s.r.IntN(5) {
	case 0:
		return []string{
			cause, "justice", county, "", "simple assault", "97-3-7(1)", "misdemeanor", "", event, offense, "arrest", arrest, "Sheriff's Office", "yes",
			s.pick("dismissed", "nolle_prosequi", "acquitted"), outcome, "", "", "", "", "", "", "", "no", "yes",
		}
	case 1:
		return []string{
			cause, "municipal", county, "Brandon", "petit larceny", "97-17-43", "misdemeanor", "", event, offense, "arrest", arrest, "Brandon Police Department", "yes",
			"convicted", outcome, outcome, "yes", s.day(2021, 4), "yes", "", "none", "", "no", "yes",
		}
	default:
		return []string{
			cause, "circuit", county, "", s.pick("grand larceny", "burglary"), s.pick("97-17-41", "97-17-33", "41-29-139(c)(1)(B)"), "felony", "1", event, offense, "arrest", arrest, "Brandon Police Department", "",
			"convicted", outcome, outcome, "yes", s.day(2021, 5), s.pick("yes", "yes", "yes", "no", ""), "", s.pick("yes", "none"), "no", "no", "yes",
		}
	}
}

// messes are what stands in the cells of real files where something else belongs.
var messes = []string{
	"", "", "unknown", "?", "yes", "NO", "maybe", "Y", "1/2/19", "1/2/2019", "13/13/2019", "2019-02-30", "2031-01-01", "1890-01-01", "Jan 3, 2019", "2019-01-02 00:00:00", "9/23/23", "9-23-23", "23-Sep",
	"=HYPERLINK(\"http://example.org\")", "+1", "@x", "-3", "'=1", "\x00", "\x07bell", "“smart” quotes", "Nuñez", "☃", "Jos\u00e9", "a,b", "a\nb", "say \"no\"", "\"", "000-12-3456", "000123456", "Rankn", "Hinds County", "hinds",
	"Felony", "felny", "convicted", "Convicted", "dismissed", "97-17-41", "Miss. Code Ann. § 97-17-41", "97 17 41", "97-17-41 and 97-17-43", "63-11-30(2)(a)", "federal", "out_of_state", "AL", "ms", "420", "420.5", "$1,200.00", "none", "0.12",
	"2O11-12", "N/A", "tbd", "#REF!", strings.Repeat("x", 70), strings.Repeat("y", 300), strings.Repeat("z", 40_000), " padded ", "\u00a0", "EXAMPLE-1", "C-1000001", "Total", "a@b.example.org", "ask@", "(601) 555-0100", "1988-02-29", "2/29/1988",
}
