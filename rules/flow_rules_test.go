package rules

import "testing"

// A question of a route that bears the name of a rule is answered by that rule.
func TestTheQuestionsOfARouteAreAnsweredByTheirOwnRules(t *testing.T) {
	steps, _ := Flow()
	n := 0
	for _, s := range steps {
		rule, ok := conditions()[s.ID]
		if s.Pathway == "" || !ok {
			continue
		}
		n++
		if textOf(s.answer) != textOf(rule) || s.Cite != citeOf(rule) {
			t.Errorf("%s is answered by %q, which is another rule", s.ID, textOf(s.answer))
		}
	}
	if n < 30 {
		t.Errorf("only %d questions were compared", n)
	}
	for _, s := range steps {
		if s.answer == nil {
			t.Errorf("%s is answered by no rule", s.ID)
		}
	}
}

func textOf(c Condition) string {
	switch c := c.(type) {
	case all:
		return c.text
	case unless:
		return c.text
	case ask:
		return c.text
	default:
		return ""
	}
}
