package rules

import (
	"strings"
	"testing"
)

func TestWordsAreFoundInCapitalsAndAnywhere(t *testing.T) {
	list := []string{"dui", "driving under", "kidnap", "first-degree arson"}
	w := wordsOf(list...)
	texts := []string{
		"", "d", "DUI", "a dUi first", "dudui", "driving  under", "Driving Under the influence", "drivingunder", "\u212aidnap", "kidna",
		"first\rdegree arson", "First-Degree Arson", "first_degree arson", "é DUI", "résumé", "duı", "DU\u0130",
	}
	for _, text := range texts {
		want := false
		for _, word := range list {
			want = want || strings.Contains(strings.ToLower(text), word)
		}
		if got := w.in(text); got != want {
			t.Errorf("in %q: %v, want %v", text, got, want)
		}
	}
}
