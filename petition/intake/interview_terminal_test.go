package intake_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/petition/intake"
)

// typed is what a person types before the input ends.
func typed(t *testing.T, lines string) (intake.Record, string, error) {
	t.Helper()
	var out bytes.Buffer
	terminal := &intake.Terminal{In: strings.NewReader(lines), Out: &out, Plain: true}
	defer terminal.Close()
	r, err := intake.Interview(t.Context(), terminal, intake.Record{}, intake.InterviewOptions{AsOf: asOf, DefaultCounty: "Rankin"})
	return r, out.String(), err
}

func TestPlainQuestionsAreAskedInLines(t *testing.T) {
	r, out, err := typed(t, strings.Join([]string{
		"A-1", "Ana", "", "Example", "", "Ana Sample; A. Example", "2/30/1988", "2/28/1988", "1 Main St", "Jackson", "", "39201",
		"hin", "", "-", "2", "", "mun", "<", "circ", "",
	}, "\n")+"\n")
	if !errors.Is(err, intake.ErrStopped) {
		t.Fatal(err)
	}
	p := r.Case.Petitioner
	if p.Name.Full() != "Ana Example" || len(p.OtherNames) != 2 || p.DateOfBirth.String() != "1988-02-28" || p.Address.State != "MS" ||
		p.Address.County != "Hinds" || p.Language != petition.Spanish || r.Case.Charges[0].Court != (petition.Court{Level: petition.Circuit, County: "Rankin"}) {
		t.Errorf("%s", intake.Marshal(r.Case))
	}
	for _, want := range []string{
		"== The person ==", "First name\n  The first name as it stands on the court papers.\n[Enter: not known] ",
		"the date is not a day in the calendar", "Date of birth: February 28, 1988", "Type the name or how it begins.", "[Enter: Rankin]",
		"  2. Spanish\n", "[Enter: English]", "Court: Circuit court",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("%q was not printed in\n%s", want, out)
		}
	}
	if strings.Contains(out, "\x1b") {
		t.Error("plain questions carry escape sequences")
	}
}

func TestAPlainChoiceIsNamedByNumberOrWord(t *testing.T) {
	q := intake.Question{Title: "Court", Kind: intake.Choice, Preselect: "unknown", Choices: []intake.Option{
		{Value: "circuit", Label: "Circuit court"}, {Value: "county", Label: "County court"}, {Value: "unknown", Label: "I don't know"},
	}}
	for text, want := range map[string]string{"2": "county", "circuit": "circuit", "cou": "county", "?": "unknown", "": "unknown", "COUNTY COURT": "county", "9\n1": "circuit", "x\n1": "circuit"} {
		terminal := &intake.Terminal{In: strings.NewReader(text + "\n"), Out: io.Discard, Plain: true}
		if a, err := terminal.Ask(t.Context(), q); err != nil || a.Text != want {
			t.Errorf("%q: %q %v, want %q", text, a.Text, err, want)
		}
	}
}

func TestAPlainQuestionEndsWithItsContext(t *testing.T) {
	silent, _ := io.Pipe()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	terminal := &intake.Terminal{In: silent, Out: io.Discard, Plain: true}
	if _, err := terminal.Ask(ctx, intake.Question{Title: "Offense"}); !errors.Is(err, intake.ErrStopped) {
		t.Errorf("%v", err)
	}
}

// keys types at a screen that nothing is drawn for, all of it before the first question.
func keys(t *testing.T, in string, questions ...intake.Question) []intake.Answer {
	t.Helper()
	r, w := io.Pipe()
	go func() { _, _ = io.WriteString(w, in) }()
	terminal := &intake.Terminal{In: r, Out: io.Discard}
	defer func() { _ = w.Close(); terminal.Close() }()
	var out []intake.Answer
	for _, q := range questions {
		a, err := terminal.Ask(t.Context(), q)
		if errors.Is(err, intake.ErrStopped) {
			a.Text = "stopped"
		} else if err != nil {
			t.Fatal(err)
		}
		out = append(out, a)
	}
	return out
}

func accept(string) error { return nil }

func TestNothingTypedAheadIsLost(t *testing.T) {
	line := intake.Question{Title: "Offense", Validate: accept}
	yes := intake.Question{Title: "Paid?", Kind: intake.Choice, Preselect: "unknown", Validate: accept, Choices: []intake.Option{{Value: "yes", Label: "Yes"}, {Value: "no", Label: "No"}, {Value: "none", Label: "None was ordered"}, {Value: "unknown", Label: "I don't know"}}}
	got := keys(t, "larceny\ry\rno\rnone\rsober\r\rpetty\ryn\r", line, yes, yes, yes, yes, yes, line, yes)
	want := []string{"larceny", "yes", "no", "none", "unknown", "unknown", "petty", "no"}
	for i, a := range got {
		if a.Text != want[i] {
			t.Errorf("answer %d is %q, want %q", i+1, a.Text, want[i])
		}
	}
}

func TestALongListIsSearched(t *testing.T) {
	q := intake.Question{Title: "County", Kind: intake.Choice, Preselect: "unknown", Validate: accept}
	for _, name := range []string{"Adams", "Alcorn", "Amite", "Attala", "Benton", "Bolivar", "Washington", "Hinds", "Rankin", "Yazoo"} {
		q.Choices = append(q.Choices, intake.Option{Value: name, Label: name})
	}
	q.Choices = append(q.Choices, intake.Option{Value: "unknown", Label: "I don't know"})
	got := keys(t, "hin\rxx\r\x7f\x7fran\r?\r\r", q, q, q, q)
	for i, want := range []string{"Hinds", "Rankin", "unknown", "unknown"} {
		if got[i].Text != want {
			t.Errorf("answer %d is %q, want %q", i+1, got[i].Text, want)
		}
	}
}

func TestARefusedLineIsTypedAgain(t *testing.T) {
	q := intake.Question{Title: "Date", Kind: intake.Day, Validate: func(s string) error {
		if s != "2016-01-31" {
			return errors.New("no")
		}
		return nil
	}}
	if got := keys(t, "2016-01-32\r\x7f1\r", q); got[0].Text != "2016-01-31" {
		t.Errorf("%q", got[0].Text)
	}
}

func TestTheKeysThatLeaveAQuestion(t *testing.T) {
	q := intake.Question{Title: "Offense", Validate: func(string) error { return errors.New("never right") }}
	if got := keys(t, "half\x1b[Z", q); !got[0].Back {
		t.Error("Shift-Tab does not go back")
	}
	if got := keys(t, "half\x03", q); got[0].Text != "stopped" {
		t.Error("Ctrl-C does not stop")
	}
}
