package intake_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"expunge/forms/doc/doctest"
	"expunge/petition"
	"expunge/petition/intake"
)

var sameCase = cmp.Options{
	cmp.Exporter(func(reflect.Type) bool { return true }),
	cmp.FilterValues(func(a, b []string) bool { return len(a) == 0 && len(b) == 0 }, cmp.Ignore()),
}

func TestWriteQuotesWhatYAMLWouldReinterpret(t *testing.T) {
	rec := read(t, "case.yaml", `
case: CLINIC-0042
petitioner: {name: {first: "no", last: O'Brien}, other_names: ["J. Rivers", "12"], ssn: unknown}
record: {complete: YES}
charges:
  - {cause_number: 0123, section: 97-17-41, outcome_date: 2020-02-29, outcome: out of state, ask: n, dui: {bac: .12}, sentence: {balance_due: 420}}
  - {court: {level: Out-of-State}, outcome_date: unknown, offense: ?, event: 'a: b'}
showing: {rehabilitation: "one\ntwo"}
`)
	want := `case: CLINIC-0042
petitioner:
  name:
    first: "no"
    last: O'Brien
  other_names:
    - J. Rivers
    - "12"
  ssn: unknown
record:
  complete: yes
charges:
  - cause_number: "0123"
    section: "97-17-41"
    outcome_date: "2020-02-29"
    sentence:
      balance_due: 420.00
    dui:
      bac: 0.12
    ask: no
  - court:
      level: out_of_state
    offense: unknown
    event: "a: b"
    outcome_date: unknown
showing:
  rehabilitation: |-
    one
    two
`
	var b bytes.Buffer
	if err := intake.WriteYAML(&b, rec); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	again := read(t, "case.yaml", b.String())
	if len(again.Diagnostics) > 0 || !again.StatedUnknown("charges[1].offense") || !again.StatedUnknown("petitioner.ssn") {
		t.Errorf("does not read back:\n%s", lines(again.Diagnostics))
	}
}

// A case that is written is read back as the same case.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyCase(t)
		rec, err := intake.ReadYAML("case.yaml", bytes.NewReader(intake.Marshal(c)))
		if err != nil || len(rec.Diagnostics) > 0 {
			t.Fatalf("%v\n%s\n%s", err, lines(rec.Diagnostics), intake.Marshal(c))
		}
		if diff := cmp.Diff(c, rec.Case, sameCase); diff != "" {
			t.Fatalf("%s\n%s", diff, intake.Marshal(c))
		}
		refilled := intake.Fill(rec.Facts())
		if diff := cmp.Diff(c, refilled.Case, sameCase); diff != "" || len(refilled.Diagnostics) > 0 {
			t.Fatalf("refilled: %s\n%s", diff, lines(refilled.Diagnostics))
		}
	})
}

func anyCase(t *rapid.T) petition.Case {
	var c petition.Case
	fillAny(t, reflect.ValueOf(&c).Elem(), "")
	return c
}

// fillAny states some facts at random. Entries that state nothing are left out.
func fillAny(t *rapid.T, v reflect.Value, name string) {
	switch x := v.Addr().Interface().(type) {
	case *petition.Date:
		*x = rapid.SampledFrom([]petition.Date{{}, petition.UnknownDate(), petition.NewDate(1988, time.February, 29), petition.NewDate(2026, time.July, 1)}).Draw(t, name)
	case *petition.Section:
		*x = petition.ParseSection(rapid.SampledFrom([]string{"", "§ 97-17-41", "63 11 30(2)(a)", "18 U.S.C. 1344", "No. 7: ordinance"}).Draw(t, name))
	case *petition.Money:
		if rapid.Bool().Draw(t, name) {
			*x = petition.Money{Cents: rapid.Int64Range(0, 99_999_999_999).Draw(t, name), Stated: true}
		}
	case *petition.BAC:
		if rapid.Bool().Draw(t, name) {
			*x = petition.BAC{Value: rapid.Int64Range(0, 99_999).Draw(t, name), Known: true}
		} else if rapid.Bool().Draw(t, name) {
			*x = petition.BAC{NoResult: true}
		}
	case *petition.Answer:
		*x = petition.Answer(rapid.IntRange(0, 3).Draw(t, name))
	case interface{ Values() []string }:
		v.SetString(rapid.SampledFrom(append(x.Values(), "")).Draw(t, name))
	default:
		fillKind(t, v, name)
	}
}

func fillKind(t *rapid.T, v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillAny(t, v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.Slice:
		for range rapid.IntRange(0, 2).Draw(t, name) {
			e := reflect.New(v.Type().Elem()).Elem()
			fillAny(t, e, name)
			if !e.IsZero() {
				v.Set(reflect.Append(v, e))
			}
		}
	case reflect.String:
		v.SetString(anyText(t, name))
	}
}

func anyText(t *rapid.T, name string) string {
	s := rapid.OneOf(
		rapid.SampledFrom([]string{"", "0123", "yes", "null", "Null", "~", "No", "2020-01-01", "1e3", "- a", "a: b", "a #b", "é", "'", `"\`, "<<", "*a", "&a", "!a", "%", "@", "{", "[x]", "|", ">", "0x1F", ".5", "3:18", "?x", "x ?", "\ue000", "12:30:45", "=", "---", "..."}),
		rapid.StringOfN(rapid.SampledFrom([]rune("aZ09 .,:;#-?!'\"{}[]&*|>%@`\\/éñ§日😀\u00a0\u00ad\u200d")), 0, 20, -1),
	).Draw(t, name)
	if s = strings.TrimSpace(s); s == "?" || strings.EqualFold(s, "unknown") {
		return ""
	}
	if slices.Contains([]string{"Rehabilitation", "GoodConduct", "BestInterest", "Notes", "Justification", "OutcomeWording"}, name) && s != "" && rapid.Bool().Draw(t, name) {
		return s + rapid.SampledFrom([]string{"\n", "\n\n", " \n", "\n  ", "\n# "}).Draw(t, name) + "end"
	}
	return s
}

func FuzzReadYAML(f *testing.F) {
	f.Add(intake.TemplateCase())
	f.Add(uncommented())
	f.Add("{\"case\": \"A\", \"charges\": [{\"offense\": \"x\\/y\"}]}")
	f.Add("charges:\n  - released: ?\n    a: 'O'Brien'\n")
	f.Add("a: &b [*b, <<: *c]\n---\n!!str x: \"\\q\"\n\t- {")
	for _, text := range doctest.Naughty() {
		f.Add(text)
		f.Add("petitioner: {name: {last: " + text + "}}\n")
		f.Add(fmt.Sprintf("case: A-1\nnotes: %q\n", text))
	}
	for _, content := range generated() {
		if len(content) < 1_000 {
			f.Add(content)
		}
	}
	f.Fuzz(func(t *testing.T, content string) {
		rec := read(t, "case.yaml", content)
		count := lineCount(content)
		for _, d := range rec.Check(asOf) {
			if d.Line < 1 || d.Line > count || d.Column < 1 || d.Message == "" || d.Code == "" {
				t.Errorf("%d lines, and:\n%s", count, d)
			}
		}
		if len(rec.Diagnostics) > 0 {
			return
		}
		var b bytes.Buffer
		if err := intake.WriteYAML(&b, rec); err != nil {
			t.Fatal(err)
		}
		if again := read(t, "case.yaml", b.String()); len(again.Diagnostics) > 0 {
			t.Errorf("does not read back:\n%s\n%s", lines(again.Diagnostics), b.String())
		}
	})
}

// lineCount counts lines as YAML does.
func lineCount(s string) int {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return 1 + strings.Count(s, "\n") + strings.Count(s, "\r") + strings.Count(s, "\u0085") + strings.Count(s, "\u2028") + strings.Count(s, "\u2029")
}
