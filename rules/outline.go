package rules

import (
	"slices"

	"expunge/petition"
)

// Kind says how the parts of an [Element] make its answer.
type Kind string

// The kinds. See [All], [Any], [Unless], [Ask] and [Reserve].
const (
	KindAll     Kind = "all"     // met when every part is
	KindAny     Kind = "any"     // met when one part is
	KindUnless  Kind = "unless"  // met when its part is not
	KindAsk     Kind = "ask"     // a question the facts answer
	KindReserve Kind = "reserve" // left to the court
)

// Element is a condition of the law as it can be read without a case: what it asks, where
// that stands, since when, and which offenses it names.
type Element struct {
	ID       string
	Cite     Citation
	Text     string
	Kind     Kind
	Versions []Version // the days on which what it asks began or changed, the oldest first
	Names    []Named   // the offenses its list names
	Parts    []Element
}

// Version is what an element says from a day on.
type Version struct {
	Since   petition.Date
	Says    string
	Hold    string // the id by which a setting can hold it back, or empty (see [Holdable])
	Sources []Source
}

// Named is a line of a list of offenses. A section may be a chapter, "97-5", which
// stands for every section in it.
type Named struct {
	Cite     Citation
	Name     string
	Sections []string
	But      []string // sections within those that another line speaks of
}

// Elements returns what the route asks, in the order of the statute: whether it concerns
// a charge at all, and then what must be true. They are what [Assess] evaluates.
func (p Provision) Elements() (concerns, conditions Element) {
	return element(p.Concerns), element(p.When)
}

// Confidence is that of the least sure of the route's sources; empty without any.
func (p Provision) Confidence() Confidence {
	grades := []Confidence{High, MediumHigh, Medium, Low}
	var out Confidence
	for _, s := range p.Sources {
		if out == "" || slices.Index(grades, s.Confidence) > slices.Index(grades, out) {
			out = s.Confidence
		}
	}
	return out
}

// Walk visits the element and every part under it, in order, with how deep each stands.
func (e Element) Walk(visit func(e Element, depth int)) { e.walk(visit, 0) }

func (e Element) walk(visit func(Element, int), depth int) {
	visit(e, depth)
	for _, p := range e.Parts {
		p.walk(visit, depth+1)
	}
}

func element(c Condition) Element {
	var e Element
	switch c := c.(type) {
	case all:
		e = Element{ID: c.id, Cite: c.cite, Text: c.text, Kind: KindAll, Parts: elements(c.parts...)}
	case anyOf:
		e = Element{ID: c.id, Cite: c.cite, Text: c.text, Kind: KindAny, Parts: elements(c.parts...)}
	case unless:
		e = Element{ID: c.id, Cite: c.cite, Text: c.text, Kind: KindUnless, Parts: elements(c.part)}
	case ask:
		e = Element{ID: c.id, Cite: c.cite, Text: c.text, Kind: KindAsk}
	case reserve:
		e = Element{ID: c.id, Cite: c.cite, Text: c.text, Kind: KindReserve}
	}
	e.Versions, e.Names = versionsOf(e.ID), namesOf(e.ID)
	return e
}

func elements(parts ...Condition) []Element {
	out := make([]Element, len(parts))
	for i, p := range parts {
		out[i] = element(p)
	}
	return out
}

// versionsOf returns the dated parameters that the condition with the id reads.
func versionsOf(id string) []Version {
	switch id {
	case "felony.wait":
		return felonyWait.versions()
	case "dui.wait":
		return duiWait.versions()
	case "underage.wait":
		return oneYear.versions()
	case "marijuana.wait":
		return marijuanaWait.versions()
	case "municipal.two-years":
		return twoYearsMunicipal.versions()
	case "justice.two-years":
		return twoYearsJustice.versions()
	case "survivor.since":
		return []Version{{Since: survivorsOn, Says: "the subsection is in force", Hold: string(chapter430), Sources: []Source{survivorAct}}}
	case "felony.excluded.i":
		return []Version{
			{Since: findingsBegan, Says: "a sentencing order can carry the finding of 97-3-2(2)"},
			{Since: felonyWait[0].since, Says: "the exclusion is in force", Sources: []Source{code2019}},
		}
	case "nonconviction.ended":
		return []Version{{Since: acquittalsSince, Says: "acquittals are named", Sources: []Source{code2019}}}
	}
	for _, x := range exclusions {
		if x.id == id {
			return []Version{x.version()}
		}
	}
	return nil
}

// version is the day an exclusion began: its own, or that of the list it stands in.
func (x exclusion) version() Version {
	v := Version{Since: x.since, Says: "the exclusion is in force", Hold: string(x.under), Sources: []Source{act2026}}
	if !v.Since.Known() {
		v.Since, v.Sources = felonyWait[0].since, []Source{code2019}
	}
	return v
}

func (w wait) versions() []Version {
	out := make([]Version, len(w))
	for i, r := range w {
		out[i] = Version{Since: r.since, Says: "the wait is " + years(r.years), Hold: string(r.under), Sources: r.sources}
	}
	return out
}

// namesOf returns the list of offenses that the condition with the id compares with.
func namesOf(id string) []Named {
	switch id {
	case "felony.excluded.i", "survivor.violence":
		return namesIn(crimesOfViolence...)
	case "felony.near-miss":
		out := make([]Named, len(nearMisses))
		for i, n := range nearMisses {
			out[i] = Named{Name: n.doubt, Sections: n.sections}
		}
		return out
	case "first.registry", "felony.registry", "municipal.registry", "justice.registry":
		return []Named{{Cite: "45-33", Name: "offenses for which a person may have to register (a list from general knowledge; it only ever sends a charge to a lawyer)", Sections: texts(registrable)}}
	case "dui.first":
		return []Named{{Name: "a first offense", Sections: texts(firstDUISections)}, {Name: "a second or later offense", Sections: texts(laterDUISections)}}
	case "discharge.possession":
		return []Named{{Name: "possession or paraphernalia", Sections: texts(possessionSections)}}
	case "nonadjudication.drug":
		return []Named{{Name: "trafficking in controlled substances", Sections: texts(traffickingSections)}}
	case "marijuana.section":
		return []Named{{Name: "30 grams of marijuana or less", Sections: texts(smallMarijuanaSections)}}
	case "underage.section", "underage.subsection":
		return []Named{{Name: "purchase, possession or a false age", Sections: texts(underageSections)}}
	}
	for _, x := range exclusions {
		if x.id == id {
			return namesIn(x.listed)
		}
	}
	return nil
}

func namesIn(list ...listed) []Named {
	out := make([]Named, len(list))
	for i, line := range list {
		out[i] = Named{Cite: line.cite, Name: line.name, Sections: texts(line.sections), But: texts(line.but)}
	}
	return out
}

func texts(sections []petition.Section) []string {
	out := make([]string, len(sections))
	for i, s := range sections {
		out[i] = s.String()
	}
	return out
}
