package petition_test

import (
	"encoding"
	"reflect"
	"slices"
	"testing"

	"expunge/petition"
)

func TestChoicesAreTheWordsAFieldTakes(t *testing.T) {
	for path, want := range map[petition.Path][]string{
		"charges[2].arrest.kind":             {"arrest", "citation"},
		"record.complete":                    {"yes", "no", "unknown"},
		"charges[].sentence.balance_due":     nil,
		"petitioner.date_of_birth":           nil,
		"charges[0].offense":                 nil,
		"charges[0].papers.sentencing_order": {"have", "need", "none"},
	} {
		if got := path.Choices(); !slices.Equal(got, want) {
			t.Errorf("%s takes %q, want %q", path, got, want)
		}
	}
}

func TestEveryChoiceIsAccepted(t *testing.T) {
	n := 0
	for _, target := range []encoding.TextUnmarshaler{
		new(petition.Outcome), new(petition.Level), new(petition.Grade), new(petition.Answer), new(petition.Restitution), new(petition.Paper),
	} {
		list, ok := reflect.ValueOf(target).Elem().Interface().(interface{ Values() []string })
		if !ok {
			continue
		}
		for _, word := range list.Values() {
			if err := target.UnmarshalText([]byte(word)); err != nil {
				t.Errorf("%T refuses %q: %v", target, word, err)
			}
			n++
		}
	}
	if n == 0 {
		t.Fatal("no list was looked at")
	}
}
