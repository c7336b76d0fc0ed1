package cli

import (
	"fmt"
	"slices"
	"strings"

	"expunge/rules"
)

// describe is what law SECTION prints for people.
func (l lookup) describe(o lawOptions) string {
	p := &page{}
	p.line(0, "%s", edition(o))
	if l.near {
		p.text(0, "No route is given by "+l.section+" itself. This is what the law of this edition says of its section.")
	}
	for _, r := range l.provisions {
		p.line(0, "")
		provision(p, r, o.settings.Hold)
	}
	for _, page := range l.pages {
		p.line(0, "")
		wholePage(p, page)
	}
	if len(l.elements) > 0 {
		p.line(0, "")
		p.line(0, "Where the routes speak of %s", l.section)
		var last rules.Pathway
		for _, x := range l.elements {
			if x.provision.Pathway != last {
				p.line(0, "")
				p.text(2, fmt.Sprintf("%s, %s", x.provision.Pathway, x.provision.Title))
			}
			last = x.provision.Pathway
			point(p, x.element, 4, o.settings.Hold)
		}
	}
	if len(l.passages) > 0 {
		p.line(0, "")
		p.line(0, "What the pages of the law say of it")
		last := ""
		for _, x := range l.passages {
			if x.page.Name != last {
				p.line(0, "")
				p.text(2, x.page.title)
			}
			last = x.page.Name
			p.labeled(4, "*", 2, x.text)
		}
	}
	p.line(0, "")
	p.line(0, notAdvice)
	return p.String()
}

// provision prints a route: what it is, what it asks, where that was read, and what its
// page leaves open.
func provision(p *page, r rules.Provision, held []string) {
	p.text(0, fmt.Sprintf("%s: %s", r.Pathway, r.Title))
	summary(p, r)
	concerns, conditions := r.Elements()
	p.line(0, "")
	p.line(2, "Concerns")
	outline(p, concerns, 4, held)
	p.line(0, "")
	p.line(2, "Asks, in the order of the statute")
	p.text(4, legend)
	outline(p, conditions, 4, held)
	if len(r.Sources) > 0 {
		p.line(0, "")
		p.line(2, "Sources")
		sources(p, r.Sources, 4)
	}
	if page, ok := pageOf(r.Pathway); ok && len(page.questions(r.Pathway)) > 0 {
		p.line(0, "")
		p.text(2, "Open questions, from the page \""+page.title+"\"")
		for _, q := range page.questions(r.Pathway) {
			p.labeled(4, "*", 2, q)
		}
	}
}

// summary prints how much a route leaves to the court, since when it stands, what it
// spends, and how sure its sources are.
func summary(p *page, r rules.Provision) {
	if r.Relief != "" {
		p.field("Relief", string(r.Relief)+relief(r.Relief))
	}
	if r.Since.Known() {
		p.field("Since", r.Since.Long()+", in the form decided here")
	}
	p.field("Spends", r.Spends)
	p.field("Confidence", string(r.Confidence()))
}

// legend says how the points of a route decide.
const legend = "(\"unless\" is met when the point under it is not; \"court\" is left to the court)"

// outline prints a point of the law and the points under it.
func outline(p *page, e rules.Element, indent int, held []string) {
	e.Walk(func(e rules.Element, depth int) {
		e.Parts = nil
		point(p, e, indent+2*depth, held)
	})
}

// point prints one point of the law: how it decides, its words, where they stand, its id,
// the days on which it changed, and the offenses it names.
func point(p *page, e rules.Element, indent int, held []string) {
	p.labeled(indent, kindWord(e.Kind), markWidth, fmt.Sprintf("%s [%s] %s", e.Text, e.Cite, e.ID))
	under := indent + markWidth
	for _, v := range e.Versions {
		p.labeled(under, "", 2, versionWords(v, held))
	}
	for _, n := range e.Names {
		p.labeled(under, "", 2, namedWords(n, e.Cite))
	}
}

// kindWord says how the parts of a point make its answer.
func kindWord(k rules.Kind) string {
	switch k {
	case rules.KindAll:
		return "all of"
	case rules.KindAny:
		return "one of"
	case rules.KindUnless:
		return "unless"
	case rules.KindReserve:
		return "court"
	default:
		return "fact"
	}
}

// versionWords says since when a point reads as it does.
func versionWords(v rules.Version, held []string) string {
	s := fmt.Sprintf("from %s: %s", v.Since.Long(), v.Says)
	switch {
	case v.Hold == "":
	case slices.Contains(held, v.Hold):
		s += fmt.Sprintf(" (%s, held back by a setting)", v.Hold)
	default:
		s += fmt.Sprintf(" (%s; a setting can hold it back)", v.Hold)
	}
	return s
}

// namedWords is a line of a list of offenses. What stands at the place of the point
// itself has its name already.
func namedWords(n rules.Named, at rules.Citation) string {
	s := strings.Join(n.Sections, ", ")
	if len(n.But) > 0 {
		s += ", but not " + strings.Join(n.But, ", ")
	}
	if n.Cite == at {
		return s
	}
	if n.Name != "" {
		s += ": " + n.Name
	}
	if n.Cite != "" {
		s += " [" + string(n.Cite) + "]"
	}
	return s
}

// sources prints where statements of law were read.
func sources(p *page, list []rules.Source, indent int) {
	for _, s := range list {
		p.labeled(indent, "*", 2, sourceWords(s))
		p.line(indent+2, "%s", s.Link)
	}
}

func sourceWords(s rules.Source) string {
	return fmt.Sprintf("%s; read %s, confidence %s", s.Name, s.Read, s.Confidence)
}

// wholePage prints a page of the law.
func wholePage(p *page, page lawPage) {
	for i, b := range page.blocks {
		switch b.kind {
		case heading:
			if i > 0 {
				p.line(0, "")
			}
			p.text(0, b.text)
		case entry:
			p.labeled(2, "*", 2, b.text)
		case row:
			p.labeled(2, "", 2, b.text)
		case paragraph:
			p.text(2, b.text)
		}
	}
}
