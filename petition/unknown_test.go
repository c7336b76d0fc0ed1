package petition_test

import (
	"bytes"
	"slices"
	"testing"

	"expunge/petition"
	"expunge/petition/intake"
)

func filled(facts ...intake.Fact) intake.Record { return intake.Fill(slices.Values(facts)) }

// An appeal or a program of which the one thing said is that it is unknown is not lost,
// and is written back so.
func TestWhatIsStatedToBeUnknownIsKeptAndWrittenBack(t *testing.T) {
	for _, word := range []string{"unknown", "Unknown", "?", "null"} {
		r := filled(intake.Fact{Path: "charges[0].appeal.outcome", Text: word}, intake.Fact{Path: "charges[0].diversion.under", Text: word})
		if len(r.Diagnostics) > 0 {
			t.Fatalf("%s is refused: %v", word, r.Diagnostics)
		}
		ch := r.Case.Charges[0]
		if ch.Appeal.IsZero() || ch.Appeal.Outcome != petition.AppealUnknown {
			t.Errorf("%s: the appeal is %+v", word, ch.Appeal)
		}
		if ch.Diversion == (petition.Diversion{}) || !ch.Diversion.Under.StatedUnknown() {
			t.Errorf("%s: the program is %+v", word, ch.Diversion)
		}
		var b bytes.Buffer
		if err := intake.WriteYAML(&b, r); err != nil {
			t.Fatal(err)
		}
		again, err := intake.ReadYAML("case.yaml", &b)
		if err != nil || len(again.Case.Charges) != 1 {
			t.Fatalf("%s: %v, %v", word, err, again.Diagnostics)
		}
		if again.Case.Charges[0].Appeal != ch.Appeal || again.Case.Charges[0].Diversion != ch.Diversion {
			t.Errorf("%s is written back as %+v and %+v", word, again.Case.Charges[0].Appeal, again.Case.Charges[0].Diversion)
		}
	}
}

func TestAnAppealIsNotOfferedAsUnknown(t *testing.T) {
	if slices.Contains(petition.AppealOutcome("").Values(), string(petition.AppealUnknown)) {
		t.Error("unknown is offered beside the outcomes of an appeal")
	}
	var v petition.AppealOutcome
	if err := v.UnmarshalText([]byte("unknwon")); err == nil {
		t.Errorf("a slip is read as %q", v)
	}
}
