package cli

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/packet"
	"expunge/rules"
)

func TestAnswerInWords(t *testing.T) {
	later := petition.NewDate(2028, time.June, 3)
	for _, c := range []struct {
		status   rules.Status
		pathway  rules.Pathway
		earliest petition.Date
		want     string
	}{
		{rules.Eligible, rules.OneFelony, later, "appears eligible under Miss. Code Ann. § 99-19-71(2)"},
		{rules.Incomplete, rules.OneFelony, petition.Date{}, "facts missing to decide under Miss. Code Ann. § 99-19-71(2)"},
		{rules.NotYet, rules.OneFelony, later, "not yet under Miss. Code Ann. § 99-19-71(2), first safe day 2028-06-03"},
		{rules.NotYet, rules.OneFelony, petition.Date{}, "not yet under Miss. Code Ann. § 99-19-71(2)"},
		{rules.Review, rules.FirstDUI, petition.Date{}, "needs a lawyer's review under Miss. Code Ann. § 63-11-30(13)"},
		{rules.Ineligible, rules.None, petition.Date{}, "not available"},
		{"", rules.None, petition.Date{}, "not assessed"},
	} {
		v := rules.Verdict{Route: rules.Route{Status: c.status, Pathway: c.pathway, Earliest: c.earliest}}
		if got := answer(v); got != c.want {
			t.Errorf("%s: %q, want %q", c.status, got, c.want)
		}
	}
}

// exclusions is a list of exclusions under its exception.
func exclusions(answers ...rules.Truth) rules.Finding {
	inner := rules.Finding{Text: "it is excluded", Answer: rules.No}
	for _, a := range answers {
		inner.Parts = append(inner.Parts, rules.Finding{Text: "it is one of them", Answer: a})
		if a != rules.No {
			inner.Answer = a
		}
	}
	outer := rules.Finding{Text: "it is not excluded", Answer: rules.Yes, Parts: []rules.Finding{inner}}
	switch inner.Answer {
	case rules.Yes:
		outer.Answer = rules.No
	case rules.Unknown:
		outer.Answer = rules.Unknown
	}
	return outer
}

func TestOnlyListsThatDecideNothingAreFolded(t *testing.T) {
	failed := rules.Finding{Text: "every condition is met", Answer: rules.No}
	for range 5 {
		failed.Parts = append(failed.Parts, rules.Finding{Text: "a condition", Answer: rules.No, Why: "unmet"})
	}
	for _, c := range []struct {
		name   string
		f      rules.Finding
		d      depth
		lines  int
		folded bool
	}{
		{"none applies", exclusions(rules.No, rules.No, rules.No, rules.No), folded, 3, true},
		{"one is open", exclusions(rules.No, rules.Unknown, rules.No, rules.No), folded, 4, true},
		{"one applies", exclusions(rules.No, rules.Yes, rules.No, rules.No), folded, 4, true},
		{"a short list", exclusions(rules.No, rules.No), folded, 4, false},
		{"everything is wanted", exclusions(rules.No, rules.No, rules.No, rules.No), everything, 6, false},
		{"every condition failed", failed, folded, 6, false},
		{"a list seen without its exception", exclusions(rules.No, rules.No, rules.No, rules.No).Parts[0], folded, 5, false},
	} {
		p := &page{}
		tree(p, c.f, 0, c.d)
		if got := strings.Count(p.String(), "\n"); got != c.lines || strings.Contains(p.String(), "--why") != c.folded {
			t.Errorf("%s: %d lines, want %d:\n%s", c.name, got, c.lines, p)
		}
	}
}

func TestLinesKeepToThePage(t *testing.T) {
	p := &page{}
	p.field("Caution", strings.Repeat("würde ", 60))
	p.text(4, strings.Repeat("x", 200))
	p.field("Nothing", "")
	lines := strings.Split(strings.TrimSuffix(p.String(), "\n"), "\n")
	for _, line := range lines[:len(lines)-1] {
		if utf8.RuneCountInString(line) > pageWidth || strings.HasSuffix(line, " ") {
			t.Errorf("%q", line)
		}
	}
	if !strings.HasPrefix(lines[1], strings.Repeat(" ", 2+labelWidth)+"w") {
		t.Errorf("%q does not hang", lines[1])
	}
}

func TestNothingDisturbsTheTerminal(t *testing.T) {
	p := &page{}
	p.line(0, "a\x1b[31mb\u202ec\u009bd\ne")
	if got := p.String(); got != "a [31mbc d e\n" {
		t.Errorf("%q", got)
	}
}

func TestAPacketIsDescribedWithoutThePerson(t *testing.T) {
	c := petition.Case{
		ID:         "EXAMPLE-1",
		Petitioner: petition.Person{Name: petition.Name{First: "Ada", Last: "Sampleton"}, SSN: "078-05-1120"},
		Charges: []petition.Charge{
			{Offense: "shoplifting", CauseNumber: "0456"}, {Offense: "trespass"}, {Offense: "larceny"}, {Offense: "fraud"},
		},
	}
	verdict := func(i int, s rules.Status) rules.Verdict {
		return rules.Verdict{Index: i, Route: rules.Route{Status: s, Pathway: rules.NonConviction}}
	}
	m := made{dir: "packets/EXAMPLE-1", packet: packet.Packet{
		Assessment: rules.Assessment{Edition: "2026-07-01", AsOf: petition.DateOf(clock()), Charges: []rules.Verdict{
			verdict(0, rules.Incomplete), verdict(1, rules.Eligible), verdict(2, rules.Review), verdict(3, rules.Eligible),
		}},
		Fates:      []packet.Fate{packet.Drafted, packet.NotAsked, packet.Withheld, packet.LeftOut},
		Reviewable: []int{2},
		Files:      []packet.File{{File: files.File{Name: "packet.pdf"}, Pages: 1}},
	}}
	m.record.Case = c
	m.result = files.Result{Entries: []files.Entry{{Name: "packet.pdf", State: files.Written}, {Name: "old.md", State: files.Kept}}}
	got := m.describe()
	for _, want := range []string{
		"packet.pdf        1 page\n", "old.md            kept:", "As of 2026-11-23, law edition 2026-07-01", "with blanks",
		"the case says to ask for nothing here", "withheld: ", "--only does not name it", "For charge 3, --draft-review", "not legal advice",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is missing:\n%s", want, got)
		}
	}
	for _, secret := range []string{"Ada", "Sampleton", "078", "0456"} {
		if strings.Contains(got, secret) {
			t.Errorf("%q is shown:\n%s", secret, got)
		}
	}
}
