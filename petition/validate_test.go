package petition

import (
	"slices"
	"strings"
	"testing"
	"time"
)

var today = NewDate(2026, time.November, 23)

func codes(ps Problems) string {
	var out []string
	for _, p := range ps {
		out = append(out, string(p.Path)+" "+string(p.Code))
	}
	return strings.Join(out, "; ")
}

func TestAnEmptyCaseLacksOnlyACharge(t *testing.T) {
	if got := codes(Case{}.Validate(today)); got != "charges charges.none" {
		t.Error(got)
	}
	if got := codes(Case{Charges: []Charge{{}}}.Validate(today)); got != "" {
		t.Error(got)
	}
}

func TestCaseID(t *testing.T) {
	for id, good := range map[string]bool{
		"CLINIC-0042": true, "a": true, "0042": true, "a.b_c-d": true, "console": true, "com10": true, strings.Repeat("a", 64): true,
		strings.Repeat("a", 65): false, "-a": false, ".a": false, "_a": false, "a.": false, "a b": false, "a/b": false, "é": false, "a\n": false,
		"CON": false, "nul": false, "Com1": false, "lpt9.txt": false, "aux.": false, "prn.a.b": false,
	} {
		if got := codes(Case{ID: id, Charges: []Charge{{}}}.Validate(today)); (got == "") != good {
			t.Errorf("%q: %q", id, got)
		}
	}
}

func TestFormOfNumbers(t *testing.T) {
	for phone, good := range map[string]bool{
		"601-555-0123": true, "(601) 555-0123": true, "+1 601 555 0123": true, "601.555.0123 ext. 12": true, "555-0123": true,
		"555-12": false, "call me": false, "601-555-0123 or 0124": false, "-------": false,
	} {
		if isPhone(phone) != good {
			t.Errorf("%q", phone)
		}
	}
	for state, good := range map[string]bool{"MS": true, "DC": true, "PR": true, "ms": false, "Mississippi": false, "XX": false, "": false} {
		if isState(state) != good {
			t.Errorf("%q", state)
		}
	}
	for ssn, good := range map[string]bool{"123-45-6789": true, "123456789": true, "12-345-6789": false, "12345678": false} {
		if ssnText.MatchString(ssn) != good {
			t.Errorf("%q", ssn)
		}
	}
	for id, good := range map[string]bool{
		"MS01234567": true, "MS-SID-77777": true, "1234567": true, "MS 012 345": true, "12345": false, "MS1234": false, "§ 97-17-41": false, "MS0123456é": false, "": false,
	} {
		if isStateID(id) != good {
			t.Errorf("%q", id)
		}
	}
	for zip, good := range map[string]bool{"39201": true, "39201-1234": true, "3920": false, "39201-": false} {
		if zipText.MatchString(zip) != good {
			t.Errorf("%q", zip)
		}
	}
}

func TestListsAreReachedInside(t *testing.T) {
	c := Case{
		Charges: []Charge{{}, {Prosecutor: Prosecutor{Address: Address{State: "Miss."}}, Keepers: []string{strings.Repeat("a", 121)}}},
		Record:  Record{OtherConvictions: []OtherConviction{{State: "xx"}}},
	}
	want := "record.other_convictions[0].state state.unknown; charges[1].prosecutor.address.state state.unknown; charges[1].keepers[0] text.long"
	if got := codes(c.Validate(today)); got != want {
		t.Error(got)
	}
}

func TestCauseNumbers(t *testing.T) {
	for cause, good := range map[string]bool{
		"2021-0123": true, "25CI1:26-cr-00123": true, "03-062-KA": true, "0123": true, "CR-1": true, "B2401-2020-00123": true, "No. 12 (A)": true, "12/345": true, "12 & 13": true,
		"2O19-123": false, "20l9-1": false, "1I1": false, "12#3": false, "12?": false, "--": false, "N/A": false, "tbd": false, "None": false, "~": false, "1=2": false, "a*": false,
	} {
		c := Case{Charges: []Charge{{CauseNumber: cause}}}
		ps := c.Validate(today)
		if (len(ps) == 0) != good {
			t.Errorf("%q: %s", cause, codes(ps))
		}
		for _, p := range ps {
			if len(cause) > 3 && strings.Contains(p.String(), cause) {
				t.Errorf("%q is repeated: %s", cause, p)
			}
		}
	}
}

func TestFutureIsAfterTheDayGiven(t *testing.T) {
	c := Case{Charges: []Charge{{OutcomeDate: today}}}
	if got := codes(c.Validate(today)); got != "" {
		t.Error(got)
	}
	if got := codes(c.Validate(today.AddDays(-1))); got != "charges[0].outcome_date date.future" {
		t.Error(got)
	}
	if got := codes(c.Validate(Date{})); got != "" {
		t.Error(got)
	}
}

func TestSameConviction(t *testing.T) {
	day := NewDate(2020, time.May, 4)
	charge := Charge{Section: ParseSection("97-17-41"), Outcome: Convicted, OutcomeDate: day, Event: "A", Court: Court{Level: Circuit, County: "Hinds"}}
	base := OtherConviction{Section: ParseSection("97-17-41(1)"), Date: day}
	for name, c := range map[string]struct {
		change func(*OtherConviction, *Charge)
		want   bool
	}{
		"as they are":        {func(*OtherConviction, *Charge) {}, true},
		"county in full":     {func(o *OtherConviction, _ *Charge) { o.Court.County = "hinds county" }, true},
		"same label":         {func(o *OtherConviction, _ *Charge) { o.Event = "a" }, true},
		"day of sentence":    {func(_ *OtherConviction, ch *Charge) { ch.OutcomeDate, ch.Sentence.Date = day.AddDays(-9), day }, true},
		"another label":      {func(o *OtherConviction, _ *Charge) { o.Event = "B" }, false},
		"another day":        {func(o *OtherConviction, _ *Charge) { o.Date = day.AddDays(1) }, false},
		"no day":             {func(o *OtherConviction, ch *Charge) { o.Date, ch.OutcomeDate = Date{}, Date{} }, false},
		"another county":     {func(o *OtherConviction, _ *Charge) { o.Court.County = "Rankin" }, false},
		"another state":      {func(o *OtherConviction, _ *Charge) { o.State = "AL" }, false},
		"another section":    {func(o *OtherConviction, _ *Charge) { o.Section = ParseSection("97-17-43") }, false},
		"not convicted":      {func(_ *OtherConviction, ch *Charge) { ch.Outcome = Dismissed }, false},
		"by name":            {func(o *OtherConviction, ch *Charge) { o.Section, o.Offense, ch.Offense = Section{}, "Theft", "theft" }, true},
		"by another name":    {func(o *OtherConviction, ch *Charge) { o.Section, o.Offense, ch.Offense = Section{}, "arson", "theft" }, false},
		"nothing to compare": {func(o *OtherConviction, ch *Charge) { o.Section, ch.Section = Section{}, Section{} }, false},
	} {
		o, ch := base, charge
		c.change(&o, &ch)
		ps := Case{Charges: []Charge{ch}, Record: Record{OtherConvictions: []OtherConviction{o}}}.Validate(today)
		if got := strings.Contains(codes(ps), "charge.twice"); got != c.want {
			t.Errorf("%s: %q", name, codes(ps))
		}
	}
}

func TestCodesAreSortedAndComplete(t *testing.T) {
	all := Codes()
	if !slices.IsSortedFunc(all, func(a, b Meaning) int { return strings.Compare(string(a.Code), string(b.Code)) }) {
		t.Error("codes are not in order")
	}
	for i, m := range all {
		if m.Means == "" || m.Mend == "" || i > 0 && m.Code == all[i-1].Code {
			t.Errorf("%s is listed twice or says nothing", m.Code)
		}
	}
}

func TestProblemsAreOncePerPathAndCode(t *testing.T) {
	twin := Charge{CauseNumber: "1", Section: ParseSection("97-17-41")}
	got := codes(Case{Charges: []Charge{twin, twin, twin}}.Validate(today))
	if got != "charges[1] charge.twice; charges[2] charge.twice" {
		t.Error(got)
	}
}

func TestTextsOfThePapers(t *testing.T) {
	for s, good := range map[string]bool{
		"Núñez": true, "Nu\u0301n\u0303ez": true, "“Łódź” – a\u00a0b\u2011c": true, "5 µg": true, "line\nline": true,
		"李": false, "Иван": false, "😀": false, "\ufffd": false,
	} {
		if CanPrint(s) != good {
			t.Errorf("%q", s)
		}
	}
	c := Case{Charges: []Charge{{Offense: "5 µg", Plaintiff: "City of µ"}}}
	if got := codes(c.Validate(today)); got != "charges[0].plaintiff text.glyph" { // the caption is in capitals
		t.Error(got)
	}
}

func TestIdentifiersInTexts(t *testing.T) {
	own := Person{DateOfBirth: NewDate(1984, time.April, 12), SSN: "000123456"}
	for s, bad := range map[string]bool{
		"078-05-1120": true, "251-19-0042": true, "251/19/0042": false, "SSN 251/19/0042": true, "SSN 078-05-1120.": true, "ssn078–05–1120": true, "(000-12-3456)": true, "000 12 3456": true, "000123456": true,
		"078-05-1120-": true, "1078-05-1120": false, "078-05-11201": false, "078-05-1120-1": false, "000-123-456": true, "10001234567": false,
		"2016-CR-0123": false, "25CI1:26-cr-00123": false, "97-17-41": false, "63-11-30(2)(a)": false, "601-555-0123": false, "39201-1234": false,
		"1984-04-12": true, "4/12/1984": true, "04/12/1984": true, "4/12/84": true, "4.12.1984": true, "April 12, 1984": true, "APRIL 12 1984": true, "Apr. 12th, 1984": true,
		"12 April 1984": true, "the 12th day of April, 1984": true, "5/1/2020, 4/12/1984": true,
		"4/12/2024": false, "12 April 1985": false, "April 2, 1984": false, "4-12-84": true, "14/12/1984": false, "born in 1984": false, "1984-04-120": false,
	} {
		c := Case{Petitioner: own, Charges: []Charge{{}}, Notes: s}
		got := codes(c.Validate(today))
		if got == "notes text.identifier" != bad || !bad && got != "" {
			t.Errorf("%q: %q", s, got)
		}
	}
	c := Case{Petitioner: own, Charges: []Charge{{CauseNumber: "251-04-1234"}, {CauseNumber: "000-12-3456"}}}
	if got := codes(c.Validate(today)); got != "charges[1].cause_number text.identifier" {
		t.Error(got)
	}
	c = Case{ID: "A 078-05-1120", Charges: []Charge{{Court: Court{Level: Circuit, County: "078-05-1120"}}}}
	for _, p := range c.Validate(today) {
		if p.Code != "text.identifier" || strings.Contains(p.String()+p.Hint, "078") {
			t.Errorf("%s %s", p, p.Hint)
		}
	}
}

func TestTheStateNumberInTexts(t *testing.T) {
	own := Person{StateID: "MS01234567"}
	for s, bad := range map[string]bool{
		"MS01234567": true, "ms01234567": true, "SID MS-01234567.": true, "MS 0123 4567": true, "xMS012345678": true, "xms01234567": true,
		"01234567": false, "MS0123456": false, "MS 01, 23, 45, 67": false,
	} {
		c := Case{Petitioner: own, Charges: []Charge{{Arrest: Arrest{AgencyNumber: s}}}, Notes: s}
		want := ""
		if bad {
			want = "charges[0].arrest.agency_number text.identifier|notes text.identifier"
		}
		if got := strings.Join(codesOf(c.Validate(today)), "|"); got != want {
			t.Errorf("%q: %q", s, got)
		}
	}
	c := Case{Petitioner: Person{StateID: "6015550123", Phone: "601-555-0123"}, Charges: []Charge{{}}}
	if got := codes(c.Validate(today)); got != "petitioner.phone text.identifier" || c.SurelyValid(today) {
		t.Error(got)
	}
}

func codesOf(ps Problems) []string {
	var out []string
	for _, p := range ps {
		out = append(out, string(p.Path)+" "+string(p.Code))
	}
	slices.Sort(out)
	return out
}

func TestAnIdIsNoNumberOfThePerson(t *testing.T) {
	own := Person{SSN: "000129876", StateID: "MS01234567", Phone: "(601) 555-0123 x7", DateOfBirth: NewDate(1957, time.August, 29)}
	for id, bad := range map[string]bool{
		"MS01234567": true, "ms-0123-4567": true, "QX.MS01234567": true, "000129876": true, "000-12-9876": true, "078-05-1120": true,
		"6015550123": true, "601-555-0123": true, "1.601.555.0123": true, "tel-6015550123": true,
		"19570829": true, "08291957": true, "29081957": true, "QX-19570829": true, "1957-08-29": true, "08.29.1957": true, "08_29_1957": true, "QX-08-29-57": true, "29AUG57": true, "QX-082957": true, "082957": true, "JS290857": true, "570829": true, "QX-082958": false, "QX-0829571": false,
		"QX-1": false, "CLINIC-0042": false, "19570828": false, "6015550124": false, "1957": false, "0123": false, "2024-000129": false,
	} {
		c := Case{ID: id, Petitioner: own, Charges: []Charge{{}}}
		ps := c.Validate(today)
		want := ""
		if bad {
			want = "case text.identifier"
		}
		if got := codes(ps); got != want {
			t.Errorf("%s: %q", id, got)
		}
		for _, p := range ps {
			if text := p.String() + p.Hint; strings.Contains(text, id) {
				t.Errorf("%s", text)
			}
		}
		if bad && c.SurelyValid(today) || !bad && own.InID(id) != "" {
			t.Errorf("%s: %q", id, own.InID(id))
		}
	}
}

func TestAProblemWithTheBirthNeverSaysTheDay(t *testing.T) {
	for _, birth := range []Date{NewDate(2031, time.December, 17), NewDate(2019, time.December, 17)} {
		c := Case{
			Petitioner: Person{DateOfBirth: birth},
			Filing:     Filing{FiledOn: NewDate(2001, time.May, 4), HearingOn: NewDate(2001, time.June, 4)},
			Charges:    []Charge{{OffenseDate: NewDate(2001, time.January, 4), OutcomeDate: NewDate(2001, time.February, 4), Sentence: Sentence{SupervisionEnds: NewDate(2002, time.January, 4)}}},
		}
		ps := c.Validate(today)
		if len(ps) == 0 {
			t.Error("nothing is wrong")
		}
		for _, p := range ps {
			if s := p.String() + p.Hint; strings.Contains(s, birth.String()) || strings.Contains(s, birth.Long()) {
				t.Errorf("%s", s)
			}
		}
	}
}
