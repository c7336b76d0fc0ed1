package cli

import (
	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// assessmentSchema names the shape of what check --json prints.
const assessmentSchema = "expunge/assessment/1"

type jsonAssessment struct {
	Schema     string              `json:"schema"`
	Program    string              `json:"program"`
	LawEdition string              `json:"law_edition"`
	AsOf       string              `json:"as_of"`
	Held       []string            `json:"held"`
	Case       string              `json:"case"`
	File       string              `json:"file"`
	Problems   []intake.Diagnostic `json:"problems"`
	Charges    []jsonCharge        `json:"charges"`
}

type jsonCharge struct {
	Index        int              `json:"index"`
	Status       rules.Status     `json:"status"`
	Pathway      rules.Pathway    `json:"pathway"`
	Relief       rules.Relief     `json:"relief"`
	FileIn       string           `json:"file_in"`
	Earliest     *string          `json:"earliest"`
	Because      []rules.Citation `json:"because"`
	Missing      []petition.Path  `json:"missing"`
	Cautions     []jsonCaution    `json:"cautions"`
	Findings     jsonFinding      `json:"findings"`
	Alternatives []jsonRoute      `json:"alternatives"`
}

type jsonCaution struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

type jsonFinding struct {
	ID       string           `json:"id"`
	Cite     rules.Citation   `json:"cite"`
	Text     string           `json:"text"`
	Answer   string           `json:"answer"`
	Why      string           `json:"why,omitempty"`
	Also     []rules.Citation `json:"also,omitempty"`
	Missing  []petition.Path  `json:"missing,omitempty"`
	Doubt    string           `json:"doubt,omitempty"`
	Reserved bool             `json:"reserved,omitempty"`
	Parts    []jsonFinding    `json:"parts"`
}

type jsonRoute struct {
	Pathway  rules.Pathway    `json:"pathway"`
	Title    string           `json:"title"`
	Relief   rules.Relief     `json:"relief"`
	Status   rules.Status     `json:"status"`
	Earliest *string          `json:"earliest"`
	Because  []rules.Citation `json:"because"`
	Missing  []petition.Path  `json:"missing"`
}

// assessmentOf is the object check --json prints for one file. Its lists are never null.
func (a *app) assessmentOf(in input, s session) jsonAssessment {
	out := jsonAssessment{
		Schema: assessmentSchema, Program: a.program(), LawEdition: rules.Edition, AsOf: s.asOf.String(),
		Held: filled(s.settings.Hold), Case: in.id(), File: in.name,
		Problems: filled(in.problems), Charges: []jsonCharge{},
	}
	if len(in.problems) > 0 {
		return out
	}
	for _, v := range assess(in, s).Charges {
		c := jsonCharge{
			Index: v.Index, Status: v.Status, Pathway: v.Pathway, Relief: v.Relief, FileIn: v.FileIn.Name(),
			Earliest: dateOrNull(v.Earliest), Because: filled(v.Because), Missing: filled(v.Missing),
			Cautions: []jsonCaution{}, Findings: finding(v.Finding), Alternatives: []jsonRoute{},
		}
		for _, x := range v.Cautions {
			c.Cautions = append(c.Cautions, jsonCaution{x.Code, x.Text})
		}
		for _, r := range v.Alternatives {
			c.Alternatives = append(c.Alternatives, routeOf(r))
		}
		out.Charges = append(out.Charges, c)
	}
	return out
}

func routeOf(r rules.Route) jsonRoute {
	return jsonRoute{r.Pathway, r.Title, r.Relief, r.Status, dateOrNull(r.Earliest), filled(r.Because), filled(r.Missing)}
}

func finding(f rules.Finding) jsonFinding {
	out := jsonFinding{
		ID: f.ID, Cite: f.Cite, Text: f.Text, Answer: spoken(f), Why: f.Why, Also: f.Also,
		Missing: f.Missing, Doubt: f.Doubt, Reserved: f.Reserved, Parts: []jsonFinding{},
	}
	for _, p := range f.Parts {
		out.Parts = append(out.Parts, finding(p))
	}
	return out
}

// spoken is the answer of a finding. What is reserved to the court is not answered.
func spoken(f rules.Finding) string {
	if f.Reserved {
		return rules.Unknown.String()
	}
	return f.Answer.String()
}

func dateOrNull(d petition.Date) *string {
	if !d.Known() {
		return nil
	}
	s := d.String()
	return &s
}

// filled returns the list, or an empty one in place of nil.
func filled[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
