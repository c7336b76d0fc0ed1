package cli

import (
	"fmt"
	"strings"

	"expunge/petition"
	"expunge/petition/intake"
	"expunge/rules"
)

// howToRead opens what law --all prints.
const howToRead = `This is the law as the program applies it, printed from the rules themselves, for a lawyer to
review without reading code. It is not legal advice, and nobody licensed in Mississippi has
reviewed it unless the pages below say so.

Each route has two parts: whom it concerns, and what it asks, in the order of the statute. Each
point has its citation and its id, which "expunge explain" and every result of the program use.

* **all of**: met when every point under it is. **one of**: met when one point under it is.
* **unless**: met when the point under it is not.
* **fact**: a question the case file answers with yes, no or unknown. Unknown never counts as met.
* **court**: left to the court. It is pleaded and never bars.

Words in quotation marks are the statute's; the rest is a summary. A day after "from" is the first
on which the point reads so. Confidence is high where the official text was read and nothing
contradicts it, medium where it was an older text or several readers who agree, and low where it
was one reader or an inference. The vectors are cases with the answer that tests hold the program
to; everyone in them is invented.
`

// lawMarkdown is everything: routes, points, sources, vectors, changes, cautions, pages.
func lawMarkdown(program string, o lawOptions) (string, error) {
	vectors, err := vectorsByRoute()
	if err != nil {
		return "", err
	}
	var b strings.Builder
	say := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	say("# Mississippi expungement law in edition %s\n", rules.Edition)
	say("Printed by %s. %s.\n\n%s", program, edition(o), howToRead)
	routesTable(say)
	for _, r := range rules.Provisions() {
		routeMarkdown(say, r, vectors[r.Pathway], o.settings.Hold)
	}
	changesMarkdown(say, o.history.changes())
	say("## Cautions\n\nA caution stands beside an answer and does not change it.\n\n| Code | Means | What to do |\n|---|---|---|")
	for _, c := range rules.CautionCodes() {
		say("| `%s` | %s | %s |", c.Code, c.Means, c.Do)
	}
	for _, p := range rules.Pages() {
		say("\n%s", strings.TrimSpace(demoted(string(p.Text))))
	}
	return b.String(), nil
}

// printer writes a line.
type printer func(format string, args ...any)

func routesTable(say printer) {
	say("## Routes\n\n| Section | Route | Relief | Since | Spends | Confidence |\n|---|---|---|---|---|---|")
	for _, r := range rules.Provisions() {
		say("| %s | %s | %s | %s | %s | %s |", r.Pathway, r.Title, orDash(string(r.Relief)), orDash(r.Since.String()), orDash(r.Spends), orDash(string(r.Confidence())))
	}
	say("")
}

func routeMarkdown(say printer, r rules.Provision, vectors []intake.Vector, held []string) {
	say("## %s: %s\n", r.Pathway, r.Title)
	if r.Relief != "" {
		say("* Relief: %s%s", r.Relief, relief(r.Relief))
	}
	if r.Since.Known() {
		say("* Since: %s, in the form decided here", r.Since.Long())
	}
	say("* Spends: %s", orDash(r.Spends))
	say("* Confidence: %s\n", orDash(string(r.Confidence())))
	concerns, conditions := r.Elements()
	say("### Concerns\n")
	outlineMarkdown(say, concerns, held)
	say("\n### Asks\n")
	outlineMarkdown(say, conditions, held)
	if len(r.Sources) > 0 {
		say("\n### Sources\n")
		for _, s := range r.Sources {
			say("* %s: <%s>", sourceWords(s), s.Link)
		}
	}
	if page, ok := pageOf(r.Pathway); ok {
		say("\nThe text, with what is unsettled: %q below.", page.title)
	}
	say("\n### Vectors\n")
	for _, v := range vectors {
		say("* %s", sentence(v))
	}
	if len(vectors) == 0 {
		say("None is answered by this route.")
	}
	say("")
}

func outlineMarkdown(say printer, e rules.Element, held []string) {
	e.Walk(func(e rules.Element, depth int) {
		indent := strings.Repeat("  ", depth)
		say("%s* **%s** %s (%s) `%s`", indent, kindWord(e.Kind), e.Text, e.Cite, e.ID)
		for _, v := range e.Versions {
			say("%s  * %s", indent, versionWords(v, held))
			for _, s := range v.Sources {
				say("%s    * %s: <%s>", indent, sourceWords(s), s.Link)
			}
		}
		for _, n := range e.Names {
			say("%s  * %s", indent, namedWords(n, e.Cite))
		}
	})
}

// changesMarkdown lists the dated changes.
func changesMarkdown(say printer, list []rules.Change) {
	say("## What changed when\n\n| Day | Act | Change | Routes | Can be held back |\n|---|---|---|---|---|")
	for _, c := range list {
		say("| %s | %s | %s | %s | %s |", c.When(), orDash(c.Act), c.What, orDash(joined(c.Pathways)), orDash(c.Hold))
	}
	say("")
}

// sentence is a vector as a sentence with its answer.
func sentence(v intake.Vector) string {
	s := fmt.Sprintf("%s. On %s: **%s**", strings.TrimSuffix(v.Name, "."), v.AsOf, rules.Status(v.Expect).Words())
	if v.Earliest != "" && v.Earliest != "none" && v.Expect == string(rules.NotYet) {
		s += ", first safe day " + v.Earliest
	}
	if v.Charge > 0 {
		s += fmt.Sprintf(" (charge %d)", v.Charge+1)
	}
	if len(v.Because) > 0 {
		s += "; by " + strings.Join(v.Because, ", ")
	}
	if len(v.Missing) > 0 {
		s += "; missing " + strings.Join(v.Missing, ", ")
	}
	if len(v.Cautions) > 0 {
		s += "; caution " + strings.Join(v.Cautions, ", ")
	}
	if len(v.Hold) > 0 {
		s += "; held back: " + strings.Join(v.Hold, ", ")
	}
	return s
}

// vectorsByRoute lists every vector under the route that answers its charge.
func vectorsByRoute() (map[rules.Pathway][]intake.Vector, error) {
	var all []intake.Vector
	bases := intake.Bases{}
	for _, page := range rules.Pages() {
		vectors, own, err := intake.ReadVectors(page.Name, page.Vectors)
		if err != nil {
			return nil, err
		}
		all = append(all, vectors...)
		for name, facts := range own {
			bases[name] = facts
		}
	}
	out := map[rules.Pathway][]intake.Vector{}
	for _, v := range all {
		day, err := petition.ParseDate(v.AsOf)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", v.Name, err)
		}
		charges := rules.Assess(v.Record(bases).Case, day, v.Hold...).Charges
		if v.Charge < len(charges) {
			route := charges[v.Charge].Pathway
			out[route] = append(out[route], v)
		}
	}
	return out, nil
}

// demoted is a page with its headings one step lower.
func demoted(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") {
			b.WriteByte('#')
		}
		b.WriteString(line)
	}
	return b.String()
}
