package cli

import (
	"slices"
	"strings"

	"expunge/petition"
	"expunge/rules"
)

// lookup is what the law of this build says of a section.
type lookup struct {
	section string
	// near says that no route or point is of the subsection asked for, so that those of
	// its section are shown.
	near       bool
	provisions []rules.Provision
	elements   []placed  // points of other routes that cite the section, or name it
	pages      []lawPage // pages that are about the section
	passages   []passage // what other pages say of it
}

// placed is a point of the law with the route it stands in.
type placed struct {
	provision rules.Provision
	element   rules.Element
}

// passage is a paragraph of a page of the law.
type passage struct {
	page lawPage
	text string
}

// lookUp searches the law for a section as people write one.
func lookUp(asked string) (lookup, error) {
	s := petition.ParseSection(asked)
	l := lookup{section: s.String()}
	l.provisions = routesUnder(func(of petition.Section) bool { return overlap(of, s) })
	if asked == string(rules.None) {
		l.provisions = routesUnder(nil)
	}
	l.elements = pointsOn(s, l.provisions)
	if len(l.provisions) == 0 {
		l.pages, l.passages = speakingOf(s)
	}
	if len(l.provisions)+len(l.elements)+len(l.pages)+len(l.passages) == 0 && s.Readable() {
		l.near = true
		l.provisions = routesUnder(func(of petition.Section) bool { return of.Base() == s.Base() })
		if len(l.provisions) == 0 {
			l.passages = passagesOn(petition.ParseSection(s.Base()))
		}
	}
	if len(l.provisions)+len(l.elements)+len(l.pages)+len(l.passages) == 0 {
		return lookup{}, unknownSection(asked, s)
	}
	return l, nil
}

// overlap reports whether one of two sections lies within the other.
func overlap(a, b petition.Section) bool { return a.Within(b) || b.Within(a) }

// routesUnder lists the routes whose section will do. Without a test it is the route of
// what no Mississippi court can hear.
func routesUnder(will func(petition.Section) bool) []rules.Provision {
	return slices.DeleteFunc(rules.Provisions(), func(p rules.Provision) bool {
		if will == nil {
			return p.Pathway != rules.None
		}
		return !will(petition.ParseSection(string(p.Pathway)))
	})
}

// pointsOn lists the points that cite the section, or whose lists name it, in routes
// other than those that are shown whole. Of a list only the lines that name it are kept.
// A list that names the whole chapter counts only where nothing names the section.
func pointsOn(s petition.Section, shown []rules.Provision) []placed {
	var exact, chapter []placed
	if !s.Readable() {
		return nil
	}
	for _, p := range rules.Provisions() {
		if slices.ContainsFunc(shown, func(x rules.Provision) bool { return x.Pathway == p.Pathway }) {
			continue
		}
		for _, part := range parts(p) {
			part.Walk(func(e rules.Element, _ int) {
				cited := petition.ParseSection(string(e.Cite)).Within(s)
				lines, near := linesOn(s, e.Names)
				e.Parts, e.Names = nil, lines
				switch {
				case cited || len(lines) > 0:
					exact = append(exact, placed{p, e})
				case len(near) > 0:
					e.Names = near
					chapter = append(chapter, placed{p, e})
				}
			})
		}
	}
	if len(exact) == 0 {
		return chapter
	}
	return exact
}

// linesOn picks the lines of a list that name the section, and those that name its chapter.
func linesOn(s petition.Section, list []rules.Named) (exact, chapter []rules.Named) {
	for _, n := range list {
		inChapter := func(text string) bool {
			return !petition.ParseSection(text).Readable() && strings.HasPrefix(s.Base(), text+"-")
		}
		switch {
		case names(n, s):
			exact = append(exact, n)
		case slices.ContainsFunc(n.Sections, inChapter):
			chapter = append(chapter, n)
		}
	}
	return exact, chapter
}

// parts returns the two halves of a route: whom it concerns, and what it asks.
func parts(p rules.Provision) []rules.Element {
	concerns, conditions := p.Elements()
	return []rules.Element{concerns, conditions}
}

// names reports whether a line of a list is of the section, or names it or a part of it.
func names(n rules.Named, s petition.Section) bool {
	if petition.ParseSection(string(n.Cite)).Within(s) {
		return true
	}
	without := func(text string) bool { return s.Within(petition.ParseSection(text)) }
	return !slices.ContainsFunc(n.But, without) && slices.ContainsFunc(n.Sections, func(text string) bool {
		return overlap(petition.ParseSection(text), s)
	})
}

// knownSections lists every section that the law of this build speaks of, without
// subsections.
func knownSections() []string {
	var out []string
	add := func(s petition.Section) {
		if s.Readable() && !slices.Contains(out, s.Base()) {
			out = append(out, s.Base())
		}
	}
	for _, p := range rules.Provisions() {
		add(petition.ParseSection(string(p.Pathway)))
		for _, part := range parts(p) {
			part.Walk(func(e rules.Element, _ int) {
				add(petition.ParseSection(string(e.Cite)))
				for _, n := range e.Names {
					for _, text := range n.Sections {
						add(petition.ParseSection(text))
					}
				}
			})
		}
	}
	for _, page := range lawPages() {
		for _, b := range page.blocks {
			for _, s := range sectionsIn(b.text) {
				add(s)
			}
		}
	}
	slices.Sort(out)
	return out
}
