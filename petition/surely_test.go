package petition

import (
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// wellStated is a case of two charges in which nothing is wrong, and nearly everything is said.
func wellStated() Case {
	day := func(y, m, d int) Date { return NewDate(y, time.Month(m), d) }
	address := Address{Street: "12 Invented Street, Apt 4", City: "Jackson", State: "MS", ZIP: "39201", County: "Hinds"}
	charge := Charge{
		CauseNumber: "2011-CR-0123", Court: Court{Level: Circuit, County: "Hinds", District: FirstDistrict},
		Prosecutor: Prosecutor{Name: "Pat Sample", Office: "District Attorney", Address: address},
		LowerCourt: LowerCourt{Court: Court{Level: Municipal, County: "Hinds", City: "Jackson"}, CauseNumber: "10-44"},
		Offense:    "grand larceny", Section: ParseSection("97-17-41"), Grade: Felony, Count: "1", Event: "A",
		OffenseDate: day(2009, 5, 2), Arrest: Arrest{Kind: ArrestMade, Date: day(2009, 5, 3), Agency: "Jackson Police Department", TrackingNumber: "0123456789"},
		Indicted: Yes, IndictmentDate: day(2009, 8, 1), Outcome: Convicted, OutcomeDate: day(2010, 3, 4),
		Sentence: Sentence{Date: day(2010, 3, 4), AllTermsComplete: Yes, TermsCompleted: day(2014, 3, 31), FinesCostsPaid: Yes, RestitutionPaid: RestitutionNone},
		Keepers:  []string{"Jackson Police Department"},
	}
	other := charge
	other.CauseNumber, other.Count, other.Outcome, other.Sentence = "25CI1:26-cr-00123", "2", Dismissed, Sentence{}
	return Case{
		ID: "CLINIC-0042",
		Petitioner: Person{
			Name: Name{First: "José", Last: "Nuñez"}, OtherNames: []string{"Joe Nunez"}, DateOfBirth: day(1988, 2, 29), Address: address,
			Phone: "601-555-0123", Email: "jose.n@example.org", Language: English, Counsel: Counsel{Name: "Pat Counselor", Phone: "(601) 555-0100"},
		},
		Record:  Record{Complete: Yes, PublicOfficial: No, EarlierRelief: []EarlierRelief{{Kind: ReliefTrafficSchool, Of: OfTraffic, Section: ParseSection("63-9-11"), Date: day(2008, 1, 31)}}},
		Charges: []Charge{charge, other},
	}
}

// places are the values a case is made of, each by its path.
func places(c *Case) map[string]reflect.Value {
	out := map[string]reflect.Value{}
	var visit func(at string, v reflect.Value)
	visit = func(at string, v reflect.Value) {
		switch _, leaf := nasty()[v.Type()]; {
		case leaf:
			out[at] = v
			if v.Kind() != reflect.Slice {
				return
			}
			fallthrough
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				visit(at+"[]"+string(rune('0'+i)), v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				visit(at+"."+v.Type().Field(i).Name, v.Field(i))
			}
		default:
			out[at] = v
		}
	}
	visit("", reflect.ValueOf(c).Elem())
	return out
}

// nasty is what goes wrong with values of each type, among what does not.
var nasty = sync.OnceValue(func() map[reflect.Type][]any {
	texts := []any{
		"", "a", "Rankin", "Rankin County", "Brandon", "Nowhere", "MS", "AL", "ms", "39201", "39201-1234", "392", "601-555-0123", "(601) 555-0123 x7", "12", "no@where", "a.b-c@example.org", "a@b", ".a@example.org",
		"000-12-3456", "000123456", "my number is 000-12-3456", "000–12–3456", "0123456789", "6015550123", "MS 0123456", "ms0123456 on file", "19880229", "born 2/29/1988", "1988-02-29", "29 February 1988", "022988", "29FEB88", "29 feb 88", "2-29-88", "29.2.1988", "29 de febrero de 1988", "born\u00a029 Feb 88", "SSN 000123456", "12 of 88 and 1988", "É", "☃", "Nguyễn", "ß", "\x7f", "a\nb",
		"2O11-1", "20l1", "N/A", "tbd", "--", "12?", "A-1", "25CI1:26-cr-00123", "CON", "lpt1.x", "-x", "a.", strings.Repeat("a", 20), strings.Repeat("a", 41), strings.Repeat("a", 61), strings.Repeat("a", 81), strings.Repeat("a", 121), strings.Repeat("a", 201), strings.Repeat("a", 4001), strings.Repeat("é", 70),
	}
	days := []any{Date{}, UnknownDate(), NewDate(1900, 1, 1), NewDate(1988, 2, 29), NewDate(2009, 5, 1), NewDate(2010, 3, 5), NewDate(2020, 1, 1), today, today.AddDays(1), NewDate(2100, 1, 1)}
	out := map[reflect.Type][]any{
		reflect.TypeFor[string]():      texts,
		reflect.TypeFor[Date]():        days,
		reflect.TypeFor[Answer]():      {Unstated, Unknown, No, Yes},
		reflect.TypeFor[Money]():       {Money{}, Money{Stated: true}, Money{Cents: 4200, Stated: true}},
		reflect.TypeFor[BAC]():         {BAC{}, BAC{NoResult: true}, BAC{Value: 8000, Known: true}},
		reflect.TypeFor[Restitution](): {Restitution(""), RestitutionPaid, RestitutionUnpaid, RestitutionNone, RestitutionUnknown},
		reflect.TypeFor[[]string]():    {[]string(nil), []string{"a"}, []string{"000-12-3456"}, make([]string, 21)},
	}
	for _, s := range []string{"", "97-17-41", "63-11-30(2)(a)", "18 U.S.C. 1343", "97-17-41 and 97-17-43", "1988-02-29", "97-3-7 000-12-3456", strings.Repeat("a", 80), strings.Repeat("a", 81)} {
		out[reflect.TypeFor[Section]()] = append(out[reflect.TypeFor[Section]()], ParseSection(s))
	}
	for _, v := range []interface{ Values() []string }{Level(""), District(""), MunicipalityKind(""), Grade(""), Outcome(""), ReliefKind(""), ReliefOf(""), ArrestKind(""), AppealOutcome(""), Paper(""), Language("")} {
		t := reflect.TypeOf(v)
		for _, word := range append([]string{""}, v.Values()...) {
			out[t] = append(out[t], reflect.ValueOf(word).Convert(t).Interface())
		}
	}
	return out
})

// sure fails when a case is said to be in order and is not. It reports whether it was said.
func sure(t rapid.TB, c Case, how string) bool {
	t.Helper()
	if !c.SurelyValid(today) {
		return false
	}
	if ps := c.Validate(today); len(ps) > 0 {
		t.Fatalf("%s: said to be in order in spite of %v", how, ps)
	}
	return true
}

func TestWhatIsInOrderIsSeenAtOnce(t *testing.T) {
	c := wellStated()
	if ps := c.Validate(today); len(ps) > 0 {
		t.Fatal(ps)
	}
	if !c.SurelyValid(today) {
		t.Error("a case in order is not seen to be")
	}
	if c := freshCase(true); !sure(t, c, "others") {
		t.Errorf("a case in order that has other convictions and pending charges is not seen to be: %v", c.Validate(today))
	}
	c.Petitioner.Counsel.Phone, c.Charges[1].CauseNumber = "", "26-00123" // any form but the plainest costs a pattern
	if n := testing.AllocsPerRun(100, func() { c.SurelyValid(today) }); n > 1 {
		t.Errorf("looking takes new memory %v times", n)
	}
	if (&Case{}).SurelyValid(today) || c.SurelyValid(Date{}) {
		t.Error("a case without a charge, or without a day, is said to be in order")
	}
}

// TestEveryFactIsLookedAt gives every fact every value that may be wrong with it.
func TestEveryFactIsLookedAt(t *testing.T) {
	base := freshCase(true)
	said, in := 0, 0
	for _, more := range []bool{false, true} {
		for at := range places(&base) {
			c := freshCase(more)
			v, ok := places(&c)[at]
			if !ok {
				continue
			}
			for _, value := range nasty()[v.Type()] {
				c := freshCase(more)
				places(&c)[at].Set(reflect.ValueOf(value))
				in++
				if sure(t, c, at) {
					said++
				}
			}
		}
	}
	if in < 5_000 || said < in/5 {
		t.Errorf("of %d cases %d are said to be in order", in, said)
	}
}

func freshCase(more bool) Case {
	c := wellStated()
	if more {
		c.Record.OtherConvictions = []OtherConviction{
			{Offense: "theft", Section: ParseSection("13A-8-3"), State: "AL", Date: NewDate(2011, 2, 3)},
			{Offense: "grand larceny", Section: ParseSection("97-17-41"), Grade: Felony, Court: c.Charges[0].Court, Date: c.Charges[0].OutcomeDate, Event: "B"},
			{Offense: "grand larceny", Section: ParseSection("97-17-41"), Court: Court{Level: Circuit, County: "Rankin"}, Date: NewDate(2011, 2, 4), Event: "A"},
			{Offense: "petit larceny", Section: ParseSection("97-17-43"), State: "MS", Court: Court{Level: Justice, County: "Lee"}, Date: NewDate(2019, 1, 1)},
			{Offense: "petit larceny", Section: ParseSection("97-17-43"), Court: Court{Level: Justice, County: "Lee"}, Date: NewDate(2020, 1, 1)},
			{Offense: "first DUI", Section: ParseSection("63-11-30(2)(a)"), Grade: Misdemeanor, Date: NewDate(2012, 1, 1)},
		}
		c.Record.PendingCharges = []PendingCharge{{Offense: "theft", Section: ParseSection("97-17-43"), Grade: Misdemeanor, Court: Court{Level: Justice, County: "Rankin"}}, {Offense: "DUI", Section: ParseSection("63-11-30(2)(a)"), Court: Court{Level: Federal}}}
	}
	return c
}

func TestSeveralFactsChangedByChance(t *testing.T) {
	base := freshCase(true)
	var paths []string
	for at := range places(&base) {
		paths = append(paths, at)
	}
	values := nasty()
	rapid.Check(t, func(t *rapid.T) {
		c := freshCase(rapid.Bool().Draw(t, "more"))
		for range rapid.IntRange(1, 6).Draw(t, "changes") {
			if v, ok := places(&c)[rapid.SampledFrom(paths).Draw(t, "place")]; ok && len(values[v.Type()]) > 0 {
				v.Set(reflect.ValueOf(rapid.SampledFrom(values[v.Type()]).Draw(t, "value")))
			}
		}
		sure(t, c, "several changes")
	})
}

func BenchmarkValidate(b *testing.B) {
	c := wellStated()
	b.Run("full", func(b *testing.B) {
		for b.Loop() {
			_ = c.Validate(today)
		}
	})
	b.Run("sure", func(b *testing.B) {
		for b.Loop() {
			if !c.SurelyValid(today) {
				b.Fatal("not seen to be in order")
			}
		}
	})
}
