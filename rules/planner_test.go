package rules_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
	"expunge/rules"
)

// planVector is one sentence about a plan.
type planVector struct {
	Name      string            `yaml:"name"`
	Base      string            `yaml:"base"`
	AsOf      string            `yaml:"as_of"`
	With      map[string]string `yaml:"with"`
	Without   []string          `yaml:"without"`
	Hold      []string          `yaml:"hold"`
	Allowance string            `yaml:"allowance"` // 99-19-71(2) when not given
	Spent     string            `yaml:"spent"`
	Choices   []string          `yaml:"choices"` // exactly these, where given
	Stays     []string          `yaml:"stays"`   // under the first choice, in this order
	Says      []string          `yaml:"says"`
	Silent    []string          `yaml:"silent"`
	Empty     bool              `yaml:"empty"`
}

// readPlanVectors returns the bases of all vectors, those of the planner among them, and
// the planner's own vectors.
func readPlanVectors(t *testing.T) (bases map[string]map[string]string, vectors []planVector) {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "planner.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	dec := yaml.NewDecoder(f)
	dec.KnownFields(true)
	var file struct {
		Bases   map[string]map[string]string `yaml:"bases"`
		Vectors []planVector                 `yaml:"vectors"`
	}
	if err := dec.Decode(&file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) < 38 {
		t.Fatalf("only %d vectors", len(file.Vectors))
	}
	bases, _ = readVectors(t)
	maps.Copy(bases, file.Bases)
	return bases, file.Vectors
}

func planOf(t *testing.T, bases map[string]map[string]string, v planVector) rules.Plan {
	t.Helper()
	c := caseOf(t, bases, vector{Base: v.Base, AsOf: v.AsOf, With: v.With, Without: v.Without})
	return rules.PlanOf(c, rules.Assess(c, day(t, v.AsOf), v.Hold...))
}

func TestEveryPlanSaysWhatItsSentenceSays(t *testing.T) {
	bases, vectors := readPlanVectors(t)
	for _, v := range vectors {
		t.Run(v.Name, func(t *testing.T) {
			p := planOf(t, bases, v)
			text := planText(p)
			if p.Empty() != v.Empty {
				t.Errorf("empty is %v", p.Empty())
			}
			al := allowanceOf(p, v.Allowance)
			if v.Spent != "" && al.Spent.String() != v.Spent {
				t.Errorf("spent is %s, want %s", al.Spent, v.Spent)
			}
			if v.Choices != nil && !slices.Equal(choicesOf(al), v.Choices) {
				t.Errorf("the choices are %q, want %q", choicesOf(al), v.Choices)
			}
			if v.Stays != nil && !slices.Equal(staysOf(al.Choices[0]), v.Stays) {
				t.Errorf("what stays is %q, want %q", staysOf(al.Choices[0]), v.Stays)
			}
			for _, s := range v.Says {
				if !strings.Contains(text, s) {
					t.Errorf("the plan does not say %q", s)
				}
			}
			for _, s := range v.Silent {
				if strings.Contains(text, s) {
					t.Errorf("the plan says %q", s)
				}
			}
			if t.Failed() {
				t.Logf("testdata/planner.yaml; the plan is now\n%s", text)
			}
		})
	}
}

func allowanceOf(p rules.Plan, pathway string) rules.Allowance {
	if pathway == "" {
		pathway = string(rules.OneFelony)
	}
	for _, al := range p.Allowances {
		if string(al.Pathway) == pathway {
			return al
		}
	}
	return rules.Allowance{}
}

// choicesOf writes each choice as "charges status day".
func choicesOf(al rules.Allowance) []string {
	out := []string{}
	for _, ch := range al.Choices {
		var charges []string
		status := rules.Eligible
		for _, s := range ch.Charges {
			charges = append(charges, string(rune('1'+s.Charge)))
			if s.Route.Status != rules.Eligible {
				status = s.Route.Status
			}
		}
		opens := ch.Opens.String()
		if opens == "" {
			opens = "none"
		}
		out = append(out, strings.Join(charges, "+")+" "+string(status)+" "+opens)
	}
	return out
}

func staysOf(ch rules.Choice) []string {
	out := []string{}
	for _, r := range ch.Stays {
		out = append(out, string(r.Path))
	}
	return out
}

// planText is every sentence of a plan, one a line.
func planText(p rules.Plan) string {
	var b strings.Builder
	say := func(kind string, texts ...string) {
		for _, text := range texts {
			if text != "" {
				b.WriteString(kind + ": " + text + "\n")
			}
		}
	}
	free := func(kind string, list []rules.FreeRoute) {
		for _, f := range list {
			say(kind, f.Text)
			say("remark", f.Remark)
			for _, e := range f.Effects {
				say("effect", e.Text)
			}
		}
	}
	for _, al := range p.Allowances {
		say(string(al.Pathway), al.Standing, al.Warning)
		for _, path := range al.Missing {
			say("tells", string(path))
		}
		for _, ch := range al.Choices {
			for _, s := range ch.Charges {
				say("choose", s.Text)
			}
			for _, r := range ch.Stays {
				say("stays", r.Text)
			}
			say("waiting", ch.Waiting...)
			say("unsettled", ch.Unsettled...)
			free("beside", ch.Beside)
			for _, e := range ch.Effects {
				say("effect", e.Text)
			}
		}
		for _, s := range al.Closed {
			say("closed", s.Text)
		}
		say("note", al.Notes...)
	}
	free("free", p.Free)
	return b.String()
}

// A plan is neutral: it never tells a person what to do.
func TestNoPlanRecommends(t *testing.T) {
	bases, vectors := readPlanVectors(t)
	for _, v := range vectors {
		text := strings.ToLower(strings.ReplaceAll(planText(planOf(t, bases, v)), "recommends none of the choices", ""))
		for _, word := range []string{"recommend", "should", "better", "best", "advise", "we suggest", "wise"} {
			if strings.Contains(text, word) {
				t.Errorf("%s: the plan says %q\n%s", v.Name, word, text)
			}
		}
	}
}

// Whatever the assessment, every choice of every vector of the rules is a charge that is
// not ruled out, each charge stands in one choice at most, and none both stays and is chosen.
func TestEveryPlanOfTheRulesVectorsHoldsTogether(t *testing.T) {
	bases, all := readVectors(t)
	n := 0
	for _, vectors := range all {
		for _, v := range vectors {
			c := caseOf(t, bases, v)
			a := rules.Assess(c, day(t, v.AsOf), v.Hold...)
			for _, al := range rules.PlanOf(c, a).Allowances {
				n++
				holdsTogether(t, v.Name, c, al)
			}
		}
	}
	if n < 100 {
		t.Fatalf("only %d allowances were planned", n)
	}
}

func holdsTogether(t *testing.T, name string, c petition.Case, al rules.Allowance) {
	t.Helper()
	chosen := map[int]bool{}
	for _, ch := range al.Choices {
		stays := staysOf(ch)
		for _, s := range ch.Charges {
			if s.Route.Status == rules.Ineligible || s.Route.Pathway != al.Pathway || chosen[s.Charge] {
				t.Errorf("%s: charge %d is chosen wrongly, as %s under %s", name, s.Charge+1, s.Route.Status, s.Route.Pathway)
			}
			chosen[s.Charge] = true
			if slices.Contains(stays, string(petition.ChargePath(s.Charge, ""))) || c.Charges[s.Charge].Outcome != petition.Convicted && c.Charges[s.Charge].Outcome != "" {
				t.Errorf("%s: charge %d is chosen and stays, or is no conviction", name, s.Charge+1)
			}
		}
		if ch.Ready() && ch.Opens.String() == "" {
			t.Errorf("%s: a choice is ready and opens on no day", name)
		}
	}
	if (al.Warning == "") != (len(al.Choices) == 0) {
		t.Errorf("%s: %d choices, and the warning is %q", name, len(al.Choices), al.Warning)
	}
}
