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

func TestDecidedInASentence(t *testing.T) {
	leaf := func(a rules.Truth, passing bool, why, doubt string) rules.Finding {
		return rules.Finding{Text: "a condition", Answer: a, Passing: passing, Why: why, Doubt: doubt}
	}
	tree := func(a rules.Truth, passing bool, parts ...rules.Finding) rules.Finding {
		return rules.Finding{Text: "every condition is met", Answer: a, Passing: passing, Parts: parts}
	}
	for _, c := range []struct {
		status rules.Status
		f      rules.Finding
		want   string
		doubts int
	}{
		{rules.Eligible, tree(rules.Yes, false, leaf(rules.Yes, false, "met", "")), "every condition the record can show is met", 0},
		{rules.Incomplete, tree(rules.Unknown, false, leaf(rules.Unknown, false, "a doubt", "a doubt")), "a fact that decides is not known (1-1-1)", 1},
		{rules.Review, tree(rules.Unknown, false, leaf(rules.Unknown, false, "a doubt", "a doubt"), leaf(rules.Unknown, false, "a doubt", "a doubt")), "a point is unsettled, or the choice is a lawyer's (1-1-1)", 1},
		{rules.NotYet, tree(rules.No, true, leaf(rules.No, true, "$420 is owed", ""), leaf(rules.Unknown, false, "a doubt", "a doubt")), "$420 is owed (1-1-1)", 1},
		{rules.Ineligible, tree(rules.No, false, leaf(rules.No, false, "robbery", ""), leaf(rules.No, true, "$420 is owed", ""), leaf(rules.Unknown, false, "a doubt", "a doubt")), "robbery (1-1-1)", 0},
	} {
		v := rules.Verdict{Route: rules.Route{Status: c.status, Finding: c.f, Because: []rules.Citation{"1-1-1"}}}
		if got := decided(v); got != c.want {
			t.Errorf("%s: %q, want %q", c.status, got, c.want)
		}
		if got := doubts(v); len(got) != c.doubts {
			t.Errorf("%s: doubts %q, want %d", c.status, got, c.doubts)
		}
	}
}

func TestTheTreeHoldsEveryFinding(t *testing.T) {
	p := &page{}
	tree(p, rules.Finding{Text: "every condition is met", Answer: rules.Unknown, Parts: []rules.Finding{
		{Text: "it is paid", Cite: "1-1-1", Answer: rules.No, Why: "it is owed"},
		{Text: "it is clear", Answer: rules.Unknown, Why: "It is not.", Doubt: "It is not."},
		{Text: "the court agrees", Answer: rules.Yes, Reserved: true},
	}}, 0)
	const want = `unknown  every condition is met
  no       it is paid [1-1-1]: it is owed
  unknown  it is clear: It is not. The cautious answer is taken.
  court    the court agrees
`
	if p.String() != want {
		t.Errorf("%s", p)
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
