package petition

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// said is a person with a number and a day, as the records of the tests write them.
func said() Person {
	return Person{DateOfBirth: NewDate(1984, time.April, 12), SSN: "078-05-1120"}
}

// refused returns what is said of a text in a field of a case, where nothing else is wrong.
func refused(t rapid.TB, p Person, field, text string) string {
	t.Helper()
	c := Case{Petitioner: p, Charges: []Charge{{}}}
	switch field {
	case "notes":
		c.Notes = text
	case "cause_number":
		c.Charges[0].CauseNumber = text
	case "section":
		c.Charges[0].Section, c.Charges[0].Court.Level = ParseSection(text), Federal
	case "place":
		c.Charges[0].Arrest.Place = text
	case "wording":
		c.Charges[0].OutcomeWording = text
	case "agency_number":
		c.Charges[0].Arrest.AgencyNumber = text
	default:
		t.Fatal(field)
	}
	ps := c.Validate(today)
	if len(ps) > 0 && c.SurelyValid(today) {
		t.Fatalf("%q: said to be in order in spite of %v", text, ps)
	}
	return codes(ps)
}

func TestTheDayOfBirthInEveryForm(t *testing.T) {
	for _, day := range []string{
		"12-Apr-1984", "12-APR-1984", "12APR1984", "12/Apr/1984", "Apr-12-1984", "12. April 1984", "1984 Apr 12", "Apr 12 84", "1984, April 12", "12 Apr 84", "12APR84", "Apr. 12, '84", "84-Apr-12", "APR12TH1984",
		"04-12-84", "4.12.84", "04121984", "19840412", "041284", "4 / 12 / 1984", "04 12 1984", "12.4.1984", "12041984", "120484", "840412", "0412 1984", "0412/1984", "4-12-'84", "84/4/12", "84.04.12",
		"4,12,1984", "4_12_1984", "4\\12\\1984", "1984_04_12", "4·12·1984", "4–12–1984", "1984/4/12", "4:12:1984", "5/4/12/1984",
		"12 de abril de 1984", "abril 12, 1984", "12 de abril del año 1984", "ABR 12 1984", "12º de abril de 1984", "el 12 abr. 84", "abril 12 de 1984",
		"April the 12th, 1984", "April 12 of 1984", "12th April, 1984", "the 12th day of April, in 1984 or April 12 1984", "Apr. 12th 1984", "DOB04121984", "b12apr1984x",
		"April\u00a012,\u00a01984", "April\u202f12, 1984", "Ap\u00adril 12, 1984", "April\u200c12\u200c1984", "4/12\u200b/1984", "4\u20131\u200b2-1984", "April\u200b12\u200b1984",
	} {
		for _, field := range []string{"notes", "place", "wording"} {
			if got := refused(t, said(), field, "Brandon, born "+day+" x"); !strings.HasSuffix(got, "text.identifier") {
				t.Errorf("%q in %s: %q", day, field, got)
			}
			if got := refused(t, said(), field, day); !strings.HasSuffix(got, "text.identifier") {
				t.Errorf("%q alone in %s: %q", day, field, got)
			}
		}
	}
}

func TestWhatIsNotTheDayOfBirth(t *testing.T) {
	for _, text := range []string{
		"December 4, 1984", "4 December 1984", "4/13/1984", "4/12/1985", "April 12, 2016", "16-CR-84 and April 12, 2016", "4041284", "0412840", "114/12/1984", "4/12/19840",
		"§ 4-12-84", "§4-12-84(2)", "Section 4-12-84", "Miss. Code Ann. § 4-12-84", "secs. 84-4-12", "1984", "counts 4 and 12 of 1984 x", "in April 1984", "age 4, 12 months in 1984",
		"maps 12 1984 s", "JanFeb 12, 1984", "4/12 of the 84", "ApriI2 1984",
	} {
		if got := refused(t, said(), "notes", text); got != "" {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// A section stands in a list as it stands alone. What is behind the list is none.
func TestAListOfSections(t *testing.T) {
	for text, bad := range map[string]bool{
		"§§ 97-17-41, 63-11-30": false, "sections 97-17-41 and 63-11-30": false, "§ 97-17-41(1)(a), (b) and 63-11-30(2)(a)": false, "Miss. Code 1972, 63-11-30": false,
		"§§ 63-11-30; 97-17-41 & 63-11-30": false, "sections 97-17-41 to 63-11-30": false, "Sections 97-11-30, 63-11-31": false, "§ 97-17-41(1)(d), 63-11-30": false,
		"§ 97-17-41. 63-11-30": true, "§ 97-17-41\n63-11-30": true, "§ 97-17-41 on 63-11-30": true, "§ 97-17-41, born 63-11-30": true, "§ 97-17-41, 11/30/63": true,
		"97-17-41, 63-11-30": true, "§ 97-17-41, 1963-11-30": true, "code 63/11/30": true,
	} {
		want := ""
		if bad {
			want = "notes text.identifier"
		}
		if got := refused(t, Person{DateOfBirth: NewDate(1963, time.November, 30)}, "notes", text); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
	if got := refused(t, Person{DateOfBirth: NewDate(1997, time.March, 7)}, "notes", "§ 97-3-7 and 97-3-7"); got != "" {
		t.Error(got)
	}
}

// A house may number what reads like the day, but no street is called 12 April 1984.
func TestAStreetMayReadLikeTheDay(t *testing.T) {
	for text, bad := range map[string]bool{
		"P.O. Box 041284": false, "041284 County Road": false, "Apt 4-12, 84 Oak Street": false, "84 Octavia #12": false, "12 Augusta, 84 Lot": false, "41284 Highway 8": false,
		"12 April 1984": true, "12/4/1984": true, "04121984": true,
	} {
		c := Case{Petitioner: said(), Charges: []Charge{{}}}
		c.Petitioner.Address.Street = text
		want := ""
		if bad {
			want = "petitioner.address.street text.identifier"
		}
		if got := codes(c.Validate(today)); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// Only the name of a month is one.
func TestTheNamesOfTheMonths(t *testing.T) {
	for month, names := range map[time.Month]string{
		time.January: "January jan enero ene", time.February: "February FEB febrero", time.March: "march mar marzo", time.April: "april Apr abril abr", time.May: "May mayo",
		time.June: "june jun junio", time.July: "July jul julio", time.August: "august aug agosto ago", time.September: "september sept sep septiembre setiembre set",
		time.October: "October oct octubre", time.November: "November nov noviembre", time.December: "december dec diciembre dic",
	} {
		for _, name := range strings.Fields(names) {
			if got := refused(t, Person{DateOfBirth: NewDate(1984, month, 12)}, "notes", "born 12 "+name+" 84"); got == "" {
				t.Errorf("%s is no month", name)
			}
		}
		for _, word := range []string{"marks", "married", "Augusta", "Octavia", "mayor", "second", "decided", "janitor", "septic", "novel", "my"} {
			if got := refused(t, Person{DateOfBirth: NewDate(1984, month, 12)}, "notes", "my 12 "+word+" 84; "+word+" 12, 1984"); got != "" {
				t.Errorf("%s is %s", word, month)
			}
		}
	}
}

// A spreadsheet cuts off the zeros before a number, and a form has a box for each figure.
func TestFiguresWithoutTheirZeros(t *testing.T) {
	early := Person{DateOfBirth: NewDate(2003, time.April, 2), SSN: "001-05-1120"}
	for text, bad := range map[string]bool{
		"4121984": true, "1241984": true, "1984412": true, "41284": true, "12484": true, "412-84": true, "84-0412": true, "0412/84": true, "0412 84": true,
		"0 4 1 2 1 9 8 4": true, "0 4 1 2 8 4": true, "|0|4|1|2|1|9|8|4|": true, "born in 1984 on April 12": true, "on April 12 in 1984": true, "nació en 1984 el 12 de abril": true, "78051120": true,
		"84412": false, "4-1284": false, "041-284": false, "412.84": false, "$1204.84": false, "84-412": false, "4121985": false, "14121984": false, "0 4 1 2 7 8 4": false, "412x84": false, "412, 84": false,
		"16-CR-84 on April 12, 2016": false, "7805112": false, "78051120a": true, "178051120": false, "780511200": false, "78 051120": false,
	} {
		for _, field := range []string{"notes", "wording"} {
			got := refused(t, said(), field, "x "+text+" x")
			if strings.HasSuffix(got, "text.identifier") != bad || !bad && got != "" {
				t.Errorf("%s %q: %q", field, text, got)
			}
		}
	}
	for text, bad := range map[string]bool{"422003": true, "242003": true, "200342": true, "4203": false, "2403": false, "1051120": true, "001051120": true, "01051120": false} {
		if got := refused(t, early, "notes", text); (got != "") != bad {
			t.Errorf("%q: %q", text, got)
		}
	}
	if got := refused(t, Person{SSN: "000129876"}, "notes", "129876 of 2016"); got != "" {
		t.Error(got)
	}
	for _, text := range []string{"4121984", "41284", "412-84", "84-0412"} {
		if got := refused(t, said(), "agency_number", text); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// fieldsOfNumbers is a case with a text in every field for numbers.
func fieldsOfNumbers(p Person, text string) Case {
	p.Address.ZIP, p.Phone, p.Counsel.BarNumber, p.Address.Street = text, text, text, text
	in := ParseSection(text)
	ch := Charge{
		CauseNumber: text, Section: in, Ordinance: text, Count: text, Court: Court{Level: Federal},
		Arrest: Arrest{AgencyNumber: text, TrackingNumber: text}, Diversion: Diversion{Under: in},
	}
	return Case{Petitioner: p, Charges: []Charge{ch}}
}

// Of the fields for numbers each is one: what may be a day or a docket is what it is.
func TestEveryFieldForNumbers(t *testing.T) {
	at := []Path{
		"charges[0].arrest.agency_number", "charges[0].arrest.tracking_number", "charges[0].cause_number", "charges[0].count",
		"charges[0].diversion.under", "charges[0].ordinance", "charges[0].section", "petitioner.address.street", "petitioner.address.zip", "petitioner.counsel.bar_number", "petitioner.phone",
	}
	seen := map[string]bool{"state_id": true} // it stands on the confidential sheet alone
	for _, path := range at {
		seen[path.last()] = true
	}
	if len(seen) != len(numberFields) {
		t.Errorf("%d fields are looked at, of %d", len(seen), len(numberFields))
	}
	for text, bad := range map[string]bool{"041284": false, "4-12-84": false, "251-19-0042": false, "SSN 251-19-0042": true, "4-12-1984": true, "078051120": true} {
		var got []Path
		for _, p := range fieldsOfNumbers(said(), text).Validate(today) {
			if p.Code == "text.identifier" {
				got = append(got, p.Path)
				if p.Hint != IdentifierHint {
					t.Errorf("%s %q: %s", p.Path, text, p.Hint)
				}
			}
		}
		slices.Sort(got)
		want := at
		if !bad {
			want = nil
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: %v, want %v", text, got, want)
		}
	}
	c := Case{Petitioner: said(), Charges: []Charge{{}}}
	for text, bad := range map[string]bool{"04-12-84": false, "251-19-0042": false, "4-12-1984": true} {
		c.Petitioner.StateID = text
		if got := strings.Contains(codes(c.Validate(today)), "petitioner.state_id text.identifier"); got != bad {
			t.Errorf("state_id %q: %v", text, got)
		}
	}
}

// An address and an id can be others, and a docket can be written otherwise: each is told
// the way out of its own, and the way out passes.
func TestEveryRefusalTellsItsWayOut(t *testing.T) {
	hint := func(change func(*Case)) string {
		c := Case{Petitioner: said(), Charges: []Charge{{}}}
		change(&c)
		ps := c.Validate(today)
		if len(ps) != 1 || ps[0].Code != "text.identifier" || c.SurelyValid(today) {
			t.Fatalf("%v", ps)
		}
		return ps[0].Hint
	}
	for _, email := range []string{"jordan04121984@example.org", "jordan.april12.84@example.org", "jordan041284@example.org", "j078051120@example.org"} {
		for _, got := range []string{hint(func(c *Case) { c.Petitioner.Email = email }), hint(func(c *Case) { c.Petitioner.Counsel.Email = email })} {
			if !strings.Contains(got, "leave it out") || strings.Contains(got, "§") {
				t.Errorf("%s: %s", email, got)
			}
		}
	}
	for _, id := range []string{"JS041284", "041284", "840412", "JS120484", "JS4121984", "4-12-84", "1984-04-12"} {
		if got := hint(func(c *Case) { c.ID = id }); !strings.Contains(got, "choose an id") || strings.Contains(got, "§") {
			t.Errorf("%s: %s", id, got)
		}
	}
	if got := hint(func(c *Case) { c.Notes = "see cause no. 251-19-0042" }); !strings.Contains(got, "251/19/0042") || refused(t, said(), "notes", "see cause no. 251/19/0042") != "" {
		t.Error(got)
	}
	for _, text := range []string{"078-05-1120", "SSN 251-19-0042"} {
		if got := hint(func(c *Case) { c.Notes = text }); got != IdentifierHint {
			t.Errorf("%s: %s", text, got)
		}
	}
}

// What a docket, an agency or the Code has numbered so cannot be written otherwise.
func TestNumbersThatReadLikeTheDay(t *testing.T) {
	for text, bad := range map[string]bool{
		"4-12-84": false, "041284": false, "04-12-84": false, "12-4-84": false, "84-4-12": false,
		"4-12-1984": true, "1984-0412": true, "04121984": true, "12-Apr-84": true,
	} {
		for field, want := range map[string]string{
			"cause_number": "charges[0].cause_number text.identifier", "section": "charges[0].section text.identifier", "agency_number": "charges[0].arrest.agency_number text.identifier",
		} {
			if !bad {
				want = ""
			}
			if got := refused(t, said(), field, text); got != want {
				t.Errorf("%s %q: %q", field, text, got)
			}
		}
	}
	born := Person{DateOfBirth: NewDate(1963, time.November, 30)}
	if got := refused(t, born, "section", "63-11-30(2)(a)"); got != "" {
		t.Error(got)
	}
	if got := refused(t, born, "notes", "63-11-30"); got != "notes text.identifier" {
		t.Error(got)
	}
	c := Case{Petitioner: born, Charges: []Charge{{}}, Notes: "63-11-30"}
	if hint := c.Validate(today)[0].Hint; !strings.Contains(hint, "§") {
		t.Errorf("the way out is not told: %s", hint)
	}
}

func TestTheSocialSecurityNumberInEveryForm(t *testing.T) {
	for text, bad := range map[string]bool{
		"078/05/1120": true, "078,05,1120": true, "(078)05-1120": true, "078:05:1120": true, "078·05·1120": true, "078_05_1120": true, "078051120": true, "0 7 8 0 5 1 1 2 0": true,
		"078--05--1120": true, "0780 51120": true, "078'05'1120": true, "078\u00a005\u00a01120": true, "078\u202f05\u202f1120": true, "078\u200b05\u200b1120": true, "078\u00ad051120": true, "SSN078051120": true, "078-05-1120a": true,
		"7078051120": false, "0780511201": false, "7\u00ad078051120": true, "078-05-112": false, "078x051120": false,
	} {
		for _, field := range []string{"notes", "place"} {
			got := refused(t, said(), field, "on file: "+text+" (x)")
			if strings.HasSuffix(got, "text.identifier") != bad || !bad && got != "" {
				t.Errorf("%s %q: %q", field, text, got)
			}
		}
	}
	if got := refused(t, said(), "agency_number", "7078051120"); got != "" {
		t.Error(got)
	}
}

func TestANumberThatIsCalledASocialSecurityNumber(t *testing.T) {
	nobody := Person{}
	for text, bad := range map[string]bool{
		"SSN 078051120": true, "SSN 078 05 1120": true, "SS# 078.05.1120": true, "ss no. 078/05/1120": true, "SSN: 078051120": true, "S.S.N. 078051120": true, "S.S. No. 078 05 1120": true, "SSN078051120": true,
		"Soc. Sec. 078 05 1120": true, "soc sec no 078051120": true, "Social Security number is 078051120": true, "social: 078 05 1120": true, "seguro social 078051120": true, "número de seguro social es 078 05 1120": true,
		"SSN\u00a0078\u00a005\u00a01120": true, "078-05-1120": true,
		"078051120": false, "SSN": false, "SSN 0780511201": false, "SSN 601-555-0123": false, "social worker 078051120": false, "SSN unknown, file 078051120": false, "078 05 1120": false, "mass 078051120": false, "SSN 1120, 078051120": false,
		"ss. 97-3-7, 97-17-41 and 97-17-43": false,
	} {
		want := ""
		if bad {
			want = "notes text.identifier"
		}
		if got := refused(t, nobody, "notes", text); got != want {
			t.Errorf("%q: %q", text, got)
		}
		if LooksLikeSSN(text) != bad {
			t.Errorf("%q looks otherwise", text)
		}
	}
	if got := refused(t, nobody, "cause_number", "SSN 078051120"); got != "charges[0].cause_number text.identifier" {
		t.Error(got)
	}
}

func TestNothingHappensOnTheDayOfBirth(t *testing.T) {
	for at, v := range places(&Case{Charges: []Charge{{}}, Record: Record{OtherConvictions: []OtherConviction{{}}, EarlierRelief: []EarlierRelief{{}}}}) {
		if v.Type() != reflect.TypeFor[Date]() || at == ".Petitioner.DateOfBirth" {
			continue
		}
		c := Case{Petitioner: said(), Charges: []Charge{{}}, Record: Record{OtherConvictions: []OtherConviction{{}}, EarlierRelief: []EarlierRelief{{}}}}
		places(&c)[at].Set(reflect.ValueOf(c.Petitioner.DateOfBirth))
		got := c.Validate(today)
		if !strings.Contains(codes(got), "date.order") || c.SurelyValid(today) || len(c.Exposing()) != 1 {
			t.Errorf("%s: %q", at, codes(got))
		}
		for _, p := range got {
			if strings.Contains(p.String()+p.Hint, "1984") {
				t.Errorf("%s", p)
			}
		}
	}
}

// anyDay is a day someone may be born on.
func anyDay(t *rapid.T) Date {
	return NewDate(rapid.IntRange(1920, 2015).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"))
}

// written draws a form of a day, and reports whether it is one in every field.
func written(t *rapid.T, d Date) (string, bool) {
	pad := func(n int) string {
		if rapid.Bool().Draw(t, "padded") {
			return fmt.Sprintf("%02d", n)
		}
		return strconv.Itoa(n)
	}
	spanish := []string{"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"}[d.Month()-1]
	english := d.Month().String()
	named := rapid.Bool().Draw(t, "named")
	month, day := pad(int(d.Month())), pad(d.Day())
	if named {
		month = rapid.SampledFrom([]string{english, english[:3], spanish, spanish[:3], english[:3] + ".", strings.ToUpper(english)}).Draw(t, "name")
	}
	whole := rapid.Bool().Draw(t, "whole year")
	year := fmt.Sprintf("%02d", d.Year()%100)
	if whole {
		year = strconv.Itoa(d.Year())
	}
	between := rapid.StringOfN(rapid.SampledFrom([]rune(" -/.,:_·'–\u00a0\u202f\u2011\u00ad\u200b\n\t")), 1, 3, -1)
	parts := rapid.SampledFrom([][]string{{day, month, year}, {month, day, year}, {year, month, day}}).Draw(t, "order")
	sep := func() string {
		if rapid.Bool().Draw(t, "hidden") {
			return rapid.SampledFrom([]string{" ", "-", "/"}).Draw(t, "mark")
		}
		return between.Draw(t, "between")
	}
	return parts[0] + sep() + parts[1] + sep() + parts[2], whole || named && parts[2] == year
}

// around are words that may stand beside an identifier.
func around(t *rapid.T, form string) string {
	before := rapid.SampledFrom([]string{"", "born ", "(", "DOB:", "at Brandon,\u00a0", "in 2016, on ", "x"}).Draw(t, "before")
	after := rapid.SampledFrom([]string{"", ".", " in Brandon", ")", "\u00a0(sic)", ", count 2"}).Draw(t, "after")
	if before == "x" && isLetter(form[0]) {
		before = "x "
	}
	return before + form + after
}

func TestAnyDayOfBirthIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Person{DateOfBirth: anyDay(t)}
		form, everywhere := written(t, p.DateOfBirth)
		text := around(t, form)
		if got := refused(t, p, "notes", text); got != "notes text.identifier" {
			t.Fatalf("%q of %s: %q", text, p.DateOfBirth, got)
		}
		if everywhere && p.Identifiers().InPaper(text) == "" {
			t.Fatalf("%q of %s passes in a paper", text, p.DateOfBirth)
		}
	})
}

func TestAnyNumberIsRefused(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := fmt.Sprintf("%09d", rapid.IntRange(0, 999_999_999).Draw(t, "number"))
		p := Person{SSN: n}
		between := rapid.StringOfN(rapid.SampledFrom([]rune(" -/.,:_·'–()\u00a0\u202f\u2011\u00ad\u200b\n")), 0, 3, -1)
		text := around(t, n[:3]+between.Draw(t, "first")+n[3:5]+between.Draw(t, "second")+n[5:])
		if got := refused(t, p, "notes", text); got != "notes text.identifier" || p.Identifiers().InPaper(text) == "" {
			t.Fatalf("%q: %q", text, got)
		}
	})
}

// What passes in a field passes in a paper, and whatever the quick look lets pass.
func TestWhatPassesInAFieldPassesInAPaper(t *testing.T) {
	passed := 0
	rapid.Check(t, func(t *rapid.T) {
		p := Person{SSN: "078051120", DateOfBirth: NewDate(1984, time.April, 12)}
		pieces := rapid.SampledFrom([]string{"4", "12", "04", "84", "1984", "0412", "April", "abr", "xApril", "éApril", "078", "05", "1120", "078051120", "7", "§", "Section", "of", "de", "th", " ", " ", "-", "-", "/", ".", "\u00a0", "\u00ad", "x", "²", "SSN"})
		text := strings.Join(rapid.SliceOfN(pieces, 1, 9).Draw(t, "pieces"), "")
		field := rapid.SampledFrom([]string{"notes", "cause_number", "section", "agency_number", "place"}).Draw(t, "field")
		if strings.Contains(refused(t, p, field, text), "text.identifier") {
			return
		}
		passed++
		if what := p.Identifiers().InPaper(text); what != "" {
			t.Fatalf("%q passes in %s, and holds %s", text, field, what)
		}
	})
	if passed == 0 {
		t.Error("nothing passed")
	}
}

// A search that begins again within a word takes hours over this one.
func TestTheSearchForADayGoesOnBehindAWord(t *testing.T) {
	day := NewDate(1988, time.February, 29)
	for end, want := range map[string]bool{" 12, 1988": false, " 29, 1988": false, " 12, 1988; Feb. 29, 1988": true} {
		for _, much := range []string{"jan", "1 ", "1", "S.S.N. "} {
			text := strings.Repeat(much, 300_000)
			if got := holdsDay(text+"jan"+end, day, vague); got != want {
				t.Errorf("%s...%s: found %v", much, end, got)
			}
			if holdsNamedSSN(text) {
				t.Errorf("%s...: a number is found", much)
			}
		}
	}
}
