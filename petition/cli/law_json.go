package cli

import (
	"expunge/petition/intake"
	"expunge/rules"
)

// lawSchema names the shape of what law --json prints.
const lawSchema = "expunge/law/1"

type jsonLaw struct {
	Schema     string          `json:"schema"`
	Program    string          `json:"program"`
	LawEdition string          `json:"law_edition"`
	Held       []string        `json:"held"`
	Section    string          `json:"section,omitempty"`
	Provisions []jsonProvision `json:"provisions"`
	Elements   []jsonPlaced    `json:"elements,omitempty"` // points of other routes that cite or name the section
	Pages      []jsonPage      `json:"pages,omitempty"`    // pages about the section
	Passages   []jsonPassage   `json:"passages,omitempty"` // what other pages say of it
}

// jsonProvision is a route. In the list it has no elements.
type jsonProvision struct {
	Pathway    rules.Pathway    `json:"pathway"`
	Title      string           `json:"title"`
	Relief     rules.Relief     `json:"relief"`
	Since      *string          `json:"since"`
	Spends     string           `json:"spends"`
	Confidence rules.Confidence `json:"confidence"`
	Sources    []jsonSource     `json:"sources"`
	Concerns   *jsonElement     `json:"concerns,omitempty"`
	Conditions *jsonElement     `json:"conditions,omitempty"`
	Questions  []string         `json:"questions,omitempty"`
	Vectors    []jsonVector     `json:"vectors,omitempty"`
}

type jsonElement struct {
	ID       string         `json:"id"`
	Cite     rules.Citation `json:"cite"`
	Text     string         `json:"text"`
	Kind     rules.Kind     `json:"kind"`
	Versions []jsonVersion  `json:"versions,omitempty"`
	Names    []jsonNamed    `json:"names,omitempty"`
	Parts    []jsonElement  `json:"parts"`
}

type jsonVersion struct {
	Since   *string      `json:"since"`
	Says    string       `json:"says"`
	Hold    string       `json:"hold,omitempty"`
	Sources []jsonSource `json:"sources"`
}

type jsonNamed struct {
	Cite     rules.Citation `json:"cite,omitempty"`
	Name     string         `json:"name"`
	Sections []string       `json:"sections"`
	But      []string       `json:"but,omitempty"`
}

type jsonSource struct {
	Name       string           `json:"name"`
	Link       string           `json:"link"`
	Read       string           `json:"read"`
	Confidence rules.Confidence `json:"confidence"`
}

type jsonPlaced struct {
	Pathway rules.Pathway `json:"pathway"`
	Element jsonElement   `json:"element"`
}

type jsonPage struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

type jsonPassage struct {
	Page string `json:"page"`
	Text string `json:"text"`
}

type jsonVector struct {
	Name     string `json:"name"`
	AsOf     string `json:"as_of"`
	Expect   string `json:"expect"`
	Earliest string `json:"earliest,omitempty"`
}

func (a *app) newJSONLaw(o lawOptions) jsonLaw {
	return jsonLaw{
		Schema: lawSchema, Program: a.program(), LawEdition: rules.Edition, Held: filled(o.settings.Hold),
		Provisions: []jsonProvision{},
	}
}

// lawOf is the object law --json prints: every route, in full with --all.
func (a *app) lawOf(o lawOptions, full bool) (jsonLaw, error) {
	out := a.newJSONLaw(o)
	var vectors map[rules.Pathway][]intake.Vector
	if full {
		var err error
		if vectors, err = vectorsByRoute(); err != nil {
			return jsonLaw{}, err
		}
	}
	for _, r := range rules.Provisions() {
		p := provisionOf(r, full)
		for _, v := range vectors[r.Pathway] {
			p.Vectors = append(p.Vectors, jsonVector{v.Name, v.AsOf, v.Expect, v.Earliest})
		}
		out.Provisions = append(out.Provisions, p)
	}
	return out, nil
}

// lookupOf is the object law SECTION --json prints.
func (a *app) lookupOf(l lookup, o lawOptions) jsonLaw {
	out := a.newJSONLaw(o)
	out.Section = l.section
	for _, r := range l.provisions {
		out.Provisions = append(out.Provisions, provisionOf(r, true))
	}
	for _, x := range l.elements {
		out.Elements = append(out.Elements, jsonPlaced{x.provision.Pathway, elementOf(x.element)})
	}
	for _, p := range l.pages {
		out.Pages = append(out.Pages, jsonPage{p.Name, string(p.Text)})
	}
	for _, x := range l.passages {
		out.Passages = append(out.Passages, jsonPassage{x.page.Name, x.text})
	}
	return out
}

func provisionOf(r rules.Provision, full bool) jsonProvision {
	out := jsonProvision{
		Pathway: r.Pathway, Title: r.Title, Relief: r.Relief, Since: dateOrNull(r.Since), Spends: r.Spends,
		Confidence: r.Confidence(), Sources: sourcesOf(r.Sources),
	}
	if !full {
		return out
	}
	concerns, conditions := r.Elements()
	c, w := elementOf(concerns), elementOf(conditions)
	out.Concerns, out.Conditions = &c, &w
	if page, ok := pageOf(r.Pathway); ok {
		out.Questions = page.questions(r.Pathway)
	}
	return out
}

func elementOf(e rules.Element) jsonElement {
	out := jsonElement{ID: e.ID, Cite: e.Cite, Text: e.Text, Kind: e.Kind, Parts: []jsonElement{}}
	for _, v := range e.Versions {
		out.Versions = append(out.Versions, jsonVersion{dateOrNull(v.Since), v.Says, v.Hold, sourcesOf(v.Sources)})
	}
	for _, n := range e.Names {
		out.Names = append(out.Names, jsonNamed{n.Cite, n.Name, filled(n.Sections), n.But})
	}
	for _, p := range e.Parts {
		out.Parts = append(out.Parts, elementOf(p))
	}
	return out
}

func sourcesOf(list []rules.Source) []jsonSource {
	out := []jsonSource{}
	for _, s := range list {
		out = append(out, jsonSource(s))
	}
	return out
}
