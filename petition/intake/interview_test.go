package intake_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/petition/intake"
)

// script answers by path: each answer in turn, and what is not there with Enter alone.
type script struct {
	answers map[petition.Path][]string
	stop    int // after this many answers; 0 never
	asked   []intake.Question
}

func (s *script) Ask(_ context.Context, q intake.Question) (intake.Answer, error) {
	if s.stop > 0 && len(s.asked) == s.stop {
		return intake.Answer{}, intake.ErrStopped
	}
	if len(s.asked) > 300 {
		return intake.Answer{}, errors.New("the interview has no end")
	}
	s.asked = append(s.asked, q)
	list := s.answers[q.Path]
	if len(list) == 0 {
		if q.Kind == intake.Choice || q.Preselect == "MS" {
			return intake.Answer{Text: q.Preselect}, nil
		}
		return intake.Answer{}, nil
	}
	if len(list) > 1 {
		s.answers[q.Path] = list[1:]
	}
	return intake.Answer{Text: list[0], Back: list[0] == "<"}, nil
}

func (s *script) paths() []string {
	var out []string
	for _, q := range s.asked {
		out = append(out, string(q.Path))
	}
	return out
}

// says makes a script of lines "path: answer"; an answer may be given more than once.
func says(lines string) *script {
	s := &script{answers: map[petition.Path][]string{}}
	for line := range strings.Lines(lines) {
		if path, text, ok := strings.Cut(strings.TrimSpace(line), ": "); ok {
			s.answers[petition.Path(path)] = append(s.answers[petition.Path(path)], text)
		}
	}
	return s
}

func interview(t *testing.T, s *script, have intake.Record, o intake.InterviewOptions) intake.Record {
	t.Helper()
	o.AsOf = asOf
	r, err := intake.Interview(t.Context(), s, have, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const felony = `
case: CLINIC-0042
petitioner.name.first: Ana
petitioner.name.last: Example
petitioner.date_of_birth: 2/28/1988
charges[0].court.level: circuit
charges[0].court.county: Hinds
charges[0].court.district: first
charges[0].cause_number: 0123
charges[0].offense: grand larceny
charges[0].section: 97-17-41
charges[0].grade: felony
charges[0].arrest.kind: arrest
charges[0].arrest.date: 2015-05-01
charges[0].indicted: yes
charges[0].indictment_date: 2015-09-01
charges[0].outcome: convicted
charges[0].outcome_date: 2016-01-10
charges[0].sentence.all_terms_complete: yes
charges[0].sentence.terms_completed: 2020-01-10
charges[0].sentence.fines_costs_paid: yes
charges[0].sentence.restitution_paid: none
record.public_official: no
record.complete: yes
`

// findingMissing is the law as far as these tests need it.
func findingMissing(c petition.Case) intake.Outlook {
	var out intake.Outlook
	for i, ch := range c.Charges {
		if ch.Outcome == petition.Convicted && ch.Sentence.CrimeOfViolenceFinding == petition.Unstated {
			out.Missing = append(out.Missing, petition.ChargePath(i, "sentence.crime_of_violence_finding"))
		}
	}
	return out
}

func TestTheQuestionsFollowTheDocket(t *testing.T) {
	s := says(felony)
	interview(t, s, intake.Record{}, intake.InterviewOptions{Outlook: findingMissing})
	want := strings.Fields(`case petitioner.name.first petitioner.name.middle petitioner.name.last petitioner.name.suffix
		petitioner.other_names[0] petitioner.date_of_birth petitioner.address.street petitioner.address.city
		petitioner.address.state petitioner.address.zip petitioner.address.county petitioner.phone petitioner.email
		petitioner.language petitioner.counsel.name
		charges[0].court.level charges[0].court.county charges[0].court.district charges[0].cause_number charges[0].offense
		charges[0].section charges[0].grade charges[0].offense_date charges[0].arrest.kind charges[0].arrest.date
		charges[0].arrest.agency charges[0].indicted charges[0].indictment_date charges[0].outcome charges[0].outcome_date
		charges[0].sentence.date charges[0].sentence.all_terms_complete charges[0].sentence.terms_completed
		charges[0].sentence.fines_costs_paid charges[0].sentence.payments_completed charges[0].sentence.restitution_paid
		charges[0].sentence.crime_of_violence_finding charges[0].charged.offense charges[0].appeal.outcome
		charges[0].papers.disposition charges[0].papers.sentencing_order charges[0].papers.discharge
		charges[0].papers.zero_balance charges[0].papers.charging charges[0].papers.docket_sheet
		charges[1].court.level record.public_official record.other_convictions[0].offense record.pending_charges[0].offense
		record.earlier_relief[0].kind charges[0].trafficking_survivor showing.rehabilitation showing.good_conduct
		showing.best_interest record.complete`)
	if got := s.paths(); !slices.Equal(got, want) {
		t.Errorf("asked\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestAnAnswerDecidesWhatIsAskedNext(t *testing.T) {
	const base = "charges[0].court.county: Rankin\ncharges[0].offense: x\n"
	for name, tt := range map[string]struct {
		lines     string
		asked     string
		not       string
		defaulted map[string]string
	}{
		"a municipal court": {
			lines: base + "charges[0].court.level: municipal\ncharges[0].court.city: Flowood",
			asked: "charges[0].court.city charges[0].plaintiff charges[0].ordinance", not: "charges[0].court.municipality charges[0].court.district charges[0].indicted",
			defaulted: map[string]string{"charges[0].plaintiff": "City of Flowood", "charges[0].court.county": "Rankin"},
		},
		"a village that the table does not have": {
			lines: base + "charges[0].court.level: municipal\ncharges[0].court.city: Nowhere Bluff",
			asked: "charges[0].court.municipality",
		},
		"a court of another state": {
			lines: "charges[0].court.level: out_of_state\ncharges[0].court.state: TN",
			asked: "charges[0].court.state charges[0].outcome", not: "charges[0].court.county charges[0].cause_number charges[0].arrest.kind charges[0].papers.disposition charges[0].trafficking_survivor",
		},
		"a county with one district": {
			lines: base + "charges[0].court.level: circuit", not: "charges[0].court.district",
		},
		"a dismissed charge": {
			lines: base + "charges[0].court.level: justice\ncharges[0].outcome: dismissed",
			asked: "charges[0].arrest.released charges[0].outcome_wording", not: "charges[0].sentence.all_terms_complete charges[0].diversion.under record.public_official",
		},
		"a dismissed citation": {
			lines: base + "charges[0].court.level: justice\ncharges[0].outcome: dismissed\ncharges[0].arrest.kind: citation",
			not:   "charges[0].arrest.released",
		},
		"a nonadjudication": {
			lines: base + "charges[0].court.level: circuit\ncharges[0].outcome: nonadjudicated",
			asked: "charges[0].diversion.under charges[0].diversion.completed charges[0].diversion.ended charges[0].diversion.fees_paid", not: "charges[0].sentence.all_terms_complete charges[0].diversion.sentenced_at_plea",
		},
		"a first DUI": {
			lines: base + "charges[0].court.level: justice\ncharges[0].section: 63-11-30(2)(a)\ncharges[0].grade: misdemeanor\ncharges[0].outcome: convicted",
			asked: "charges[0].dui.bac charges[0].dui.refused_test charges[0].commercial_license",
		},
		"terms not complete, fines owed": {
			lines: base + "charges[0].court.level: circuit\ncharges[0].outcome: convicted\ncharges[0].sentence.all_terms_complete: no\ncharges[0].sentence.fines_costs_paid: no",
			asked: "charges[0].sentence.supervision_ends charges[0].sentence.balance_due", not: "charges[0].sentence.terms_completed charges[0].sentence.payments_completed",
		},
		"a lawyer": {
			lines: base + "petitioner.counsel.name: Lee Example", asked: "petitioner.counsel.bar_number petitioner.counsel.address.street",
		},
		"public office": {
			lines: base + "charges[0].outcome: convicted\nrecord.public_official: yes", asked: "charges[0].official_duty",
		},
		"an open charge has no day": {
			lines: base + "charges[0].outcome: pending", not: "charges[0].outcome_date",
		},
		"other convictions, one after another": {
			lines: base + "record.other_convictions[0].offense: shoplifting\nrecord.other_convictions[1].offense: trespass",
			asked: "record.other_convictions[0].date record.other_convictions[1].date record.other_convictions[2].offense",
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := says(tt.lines)
			interview(t, s, intake.Record{}, intake.InterviewOptions{})
			for _, p := range strings.Fields(tt.asked) {
				if !slices.Contains(s.paths(), p) {
					t.Errorf("%s was not asked", p)
				}
			}
			for _, p := range strings.Fields(tt.not) {
				if slices.Contains(s.paths(), p) {
					t.Errorf("%s was asked", p)
				}
			}
			for _, q := range s.asked {
				if want, ok := tt.defaulted[string(q.Path)]; ok && q.Preselect != want {
					t.Errorf("%s offers %q, want %q", q.Path, q.Preselect, want)
				}
			}
		})
	}
}

const twoCharges = felony + `
charges[1].court.level: circuit
charges[1].court.county: Hinds
charges[1].cause_number: 0123
charges[1].count: 2
charges[1].offense: false pretenses
charges[1].section: 97-19-39
charges[1].grade: felony
charges[1].outcome: convicted
charges[1].outcome_date: 2016-01-10
charges[1].event: A
charges[1].sentence.all_terms_complete: ?
petitioner.other_names[0]: Ana Sample; A. Example
petitioner.counsel.name: Lee Example
record.other_convictions[0].offense: trespass
record.other_convictions[0].date: unknown
record.earlier_relief[0].kind: nonadjudication
record.pending_charges[0].offense: trespass
showing.rehabilitation: sober since 2016
charges[0].trafficking_survivor: identity
`

func TestEveryQuestionIsAFieldAndExplainsItself(t *testing.T) {
	s := says(strings.Replace(twoCharges, "all_terms_complete: ?", "all_terms_complete: unknown", 1))
	interview(t, s, intake.Record{}, intake.InterviewOptions{Outlook: findingMissing})
	for _, q := range s.asked {
		if !slices.Contains(petition.Fields(), q.Path.Pattern()) {
			t.Errorf("%s is not a field", q.Path)
		}
		if q.Title == "" || q.Section == "" || !strings.HasSuffix(q.Explain, ".") || strings.Count(q.Explain, ". ") > 0 {
			t.Errorf("%s: title %q, explained as %q", q.Path, q.Title, q.Explain)
		}
		if q.Kind == intake.Choice && !slices.ContainsFunc(q.Choices, func(o intake.Option) bool { return o.Value == q.Preselect }) {
			t.Errorf("%s offers %q, which is no choice", q.Path, q.Preselect)
		}
		if !q.Optional && q.Kind == intake.Choice && !slices.Contains(q.Choices, intake.Option{Value: "unknown", Label: "I don't know"}) {
			t.Errorf("%s cannot be left unknown", q.Path)
		}
	}
}

// Stopped after any number of answers, the interview leaves a file that can be read, and
// going on from it comes to the same case without asking for anything twice.
func TestAnInterviewCanBeBrokenOffAnywhere(t *testing.T) {
	whole := says(strings.Replace(twoCharges, "all_terms_complete: ?", "all_terms_complete: unknown", 1))
	want := interview(t, whole, intake.Record{}, intake.InterviewOptions{Outlook: findingMissing})
	for k := 1; k < len(whole.asked); k += 1 + k/4 { // every one of the first, then fewer
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			var file bytes.Buffer
			first := says(strings.Replace(twoCharges, "all_terms_complete: ?", "all_terms_complete: unknown", 1))
			first.stop = k
			kept, err := intake.Interview(t.Context(), first, intake.Record{}, intake.InterviewOptions{
				AsOf: asOf, Outlook: findingMissing,
				Save: func(r intake.Record) error { file.Reset(); return intake.WriteYAML(&file, r) },
			})
			if !errors.Is(err, intake.ErrStopped) {
				t.Fatal(err)
			}
			read, err := intake.ReadYAML("case.yaml", &file)
			if err != nil || len(read.Diagnostics) > 0 || !reflect.DeepEqual(read.Case, kept.Case) {
				t.Fatalf("the file does not hold the answers: %v %v", err, read.Diagnostics)
			}
			stated := map[petition.Path]bool{}
			for f := range read.Facts() {
				stated[f.Path] = true
			}
			second := says(strings.Replace(twoCharges, "all_terms_complete: ?", "all_terms_complete: unknown", 1))
			got := interview(t, second, read, intake.InterviewOptions{Outlook: findingMissing})
			if !reflect.DeepEqual(got.Case, want.Case) {
				t.Errorf("got\n%s\nwant\n%s", intake.Marshal(got.Case), intake.Marshal(want.Case))
			}
			for _, q := range second.asked {
				if stated[q.Path] {
					t.Errorf("%s was asked again", q.Path)
				}
			}
		})
	}
}

func TestAFinishedFileIsAskedNothing(t *testing.T) {
	r := interview(t, says(felony), intake.Record{}, intake.InterviewOptions{Outlook: findingMissing})
	again := says("")
	interview(t, again, r, intake.InterviewOptions{Outlook: findingMissing})
	if len(again.asked) > 0 {
		t.Errorf("asked %v", again.paths())
	}
}

func TestNotKnowingIsKeptAndNotAskedAgain(t *testing.T) {
	r := interview(t, says("charges[0].outcome: convicted\ncharges[0].offense: ?\ncharges[0].outcome_date: unknown"), intake.Record{}, intake.InterviewOptions{})
	for _, p := range []petition.Path{"charges[0].offense", "charges[0].outcome_date", "charges[0].section", "petitioner.name.last", "charges[0].sentence.fines_costs_paid"} {
		if !r.StatedUnknown(p) {
			t.Errorf("%s is not kept as unknown", p)
		}
	}
	ch := r.Case.Charges[0]
	if ch.TraffickingSurvivor != petition.Unstated || ch.IdentityTheft != petition.Unstated {
		t.Error("leaving the last question unanswered stated something")
	}
	again := says("")
	interview(t, again, r, intake.InterviewOptions{})
	if len(again.asked) > 0 {
		t.Errorf("asked again: %v", again.paths())
	}
}

func TestAWrongAnswerIsExplainedAndAskedAgain(t *testing.T) {
	s := says("petitioner.date_of_birth: 2/30/1988\npetitioner.date_of_birth: 2/28/1988\ncase: not an id\ncase: A-1\ncharges[0].outcome: maybe\ncharges[0].outcome: convicted")
	r := interview(t, s, intake.Record{}, intake.InterviewOptions{})
	if got := r.Case.Petitioner.DateOfBirth.String(); got != "1988-02-28" {
		t.Errorf("date of birth %s", got)
	}
	problems := map[petition.Path]string{}
	for _, q := range s.asked {
		if q.Problem != "" {
			problems[q.Path] = q.Problem
		}
	}
	for path, want := range map[petition.Path]string{"petitioner.date_of_birth": "not a day", "case": "folder", "charges[0].outcome": "choose one"} {
		if !strings.Contains(problems[path], want) {
			t.Errorf("%s: %q", path, problems[path])
		}
	}
	if strings.Contains(problems["petitioner.date_of_birth"], "1988") {
		t.Error("the birth date is repeated")
	}
}

func TestAContradictionIsKeptWhenItIsGivenTwice(t *testing.T) {
	s := says("charges[0].arrest.date: 2016-01-01\ncharges[0].outcome: dismissed\ncharges[0].outcome_date: 2015-01-01")
	r := interview(t, s, intake.Record{}, intake.InterviewOptions{})
	if got := r.Case.Charges[0].OutcomeDate.String(); got != "2015-01-01" {
		t.Errorf("outcome date %s", got)
	}
	if n := len(slices.DeleteFunc(s.paths(), func(p string) bool { return p != "charges[0].outcome_date" })); n != 2 {
		t.Errorf("asked %d times", n)
	}
}

func TestAChangedAnswerTakesWithItWhatHungOnIt(t *testing.T) {
	s := says(`
		charges[0].outcome: convicted
		charges[0].outcome: dismissed
		charges[0].outcome_date: 2016-01-10
		charges[0].sentence.date: <
		charges[0].sentence.date: 2016-02-10`)
	s.answers["charges[0].outcome_date"] = []string{"2016-01-10", "<", "2016-01-10"}
	r := interview(t, s, intake.Record{}, intake.InterviewOptions{})
	if ch := r.Case.Charges[0]; ch.Outcome != petition.Dismissed || ch.Sentence != (petition.Sentence{}) || ch.OutcomeDate.String() != "2016-01-10" {
		t.Errorf("%+v", ch)
	}
}

func TestGoingBackKeepsEveryAnswer(t *testing.T) {
	s := says(felony)
	s.answers["petitioner.address.street"] = []string{"<", "1 Main St"}
	s.answers["petitioner.date_of_birth"] = []string{"1988-02-28", "<", "1988-02-28"}
	s.answers["petitioner.other_names[0]"] = []string{"", "Ana Sample"}
	r := interview(t, s, intake.Record{}, intake.InterviewOptions{})
	p := r.Case.Petitioner
	if p.Name.First != "Ana" || p.DateOfBirth.String() != "1988-02-28" || !slices.Equal(p.OtherNames, []string{"Ana Sample"}) {
		t.Errorf("%+v", p)
	}
	for _, q := range s.asked[8:10] {
		if q.Path == "petitioner.date_of_birth" && q.Preselect != "1988-02-28" {
			t.Errorf("the answer given before is not offered: %q", q.Preselect)
		}
	}
}

func TestTheDefaultCountyIsOfferedAndNotSupplied(t *testing.T) {
	s := says("petitioner.address.county: unknown\ncharges[0].court.level: circuit\ncharges[0].court.county: unknown")
	r := interview(t, s, intake.Record{}, intake.InterviewOptions{DefaultCounty: "Rankin"})
	for _, q := range s.asked {
		if strings.HasSuffix(string(q.Path), ".county") && (q.Preselect != "Rankin" || q.Choices[0].Value != "Rankin" || len(q.Choices) != 83) {
			t.Errorf("%s offers %q of %d", q.Path, q.Preselect, len(q.Choices))
		}
	}
	if r.Case.Petitioner.Address.County != "" || r.Case.Charges[0].Court.County != "" {
		t.Error("the setting supplied a fact")
	}
}

func TestAWrongFieldOfAFileIsAskedAgainWithTheReason(t *testing.T) {
	have, err := intake.ReadYAML("case.yaml", strings.NewReader(`
case: A-1
charges:
  - court: {level: circuit, county: Rankn}
    offense_date: 2016-13-01
    outcome: dismissed
record: {complete: yes}
`))
	if err != nil {
		t.Fatal(err)
	}
	s := says("charges[0].court.county: Rankin\ncharges[0].offense_date: 2016-12-01")
	r := interview(t, s, have, intake.InterviewOptions{})
	for path, want := range map[petition.Path]string{"charges[0].court.county": "did you mean", "charges[0].offense_date": "calendar"} {
		i := slices.IndexFunc(s.asked, func(q intake.Question) bool { return q.Path == path })
		if i < 0 || !strings.Contains(s.asked[i].Problem, want) {
			t.Errorf("%s was not asked again with its reason", path)
		}
	}
	if problems := r.Check(asOf); len(problems) > 0 {
		t.Errorf("still wrong: %v", problems)
	}
}

func TestWhatTheLawLacksIsAskedAndWhatCannotMatterIsNot(t *testing.T) {
	s := says(felony)
	interview(t, s, intake.Record{}, intake.InterviewOptions{Outlook: func(c petition.Case) intake.Outlook {
		out := intake.Outlook{Missing: []petition.Path{"charges[0].sentence.statutory_rape_rebutted", "charges[0].section"}, Closed: map[int]bool{}}
		for i, ch := range c.Charges {
			out.Closed[i] = ch.Outcome == petition.Convicted
		}
		return out
	}})
	got := s.paths()
	for _, p := range []string{"charges[0].sentence.all_terms_complete", "charges[0].papers.disposition", "showing.rehabilitation"} {
		if slices.Contains(got, p) {
			t.Errorf("%s cannot matter, and was asked", p)
		}
	}
	if !slices.Contains(got, "charges[0].sentence.statutory_rape_rebutted") {
		t.Error("a fact the law lacks was not asked")
	}
	if n := len(slices.DeleteFunc(got, func(p string) bool { return p != "charges[0].section" })); n != 2 {
		t.Errorf("a section that is too short was asked %d times", n)
	}
}

func TestTheErrorOfSavingEndsTheInterview(t *testing.T) {
	full := errors.New("no room")
	r, err := intake.Interview(t.Context(), says(felony), intake.Record{}, intake.InterviewOptions{AsOf: asOf, Save: func(intake.Record) error { return full }})
	if !errors.Is(err, full) || r.Case.ID != "CLINIC-0042" {
		t.Errorf("%v, case %q", err, r.Case.ID)
	}
}
