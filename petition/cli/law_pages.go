package cli

import (
	"regexp"
	"slices"
	"strings"

	"expunge/petition"
	"expunge/rules"
)

// lawPage is a page of the law, cut into paragraphs.
type lawPage struct {
	rules.Page
	title  string
	blocks []block
}

// block is a paragraph, an entry of a list or a row of a table, on one line.
type block struct {
	kind blockKind
	text string
}

type blockKind int8

const (
	paragraph blockKind = iota
	heading
	entry
	row
)

func lawPages() []lawPage {
	var out []lawPage
	for _, p := range rules.Pages() {
		page := lawPage{Page: p, blocks: blocksOf(string(p.Text))}
		if len(page.blocks) > 0 && page.blocks[0].kind == heading {
			page.title = page.blocks[0].text
		}
		out = append(out, page)
	}
	return out
}

// blocksOf cuts the plain Markdown of the pages into blocks. Lines of one block are
// joined; the rule below the head of a table is dropped.
func blocksOf(text string) []block {
	var out []block
	open := false // the last block goes on
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			open = false
		case strings.HasPrefix(line, "#"):
			out, open = append(out, block{heading, strings.TrimSpace(strings.TrimLeft(line, "#"))}), false
		case strings.HasPrefix(line, "|"):
			if strings.Trim(line, "|- :") != "" {
				out = append(out, block{row, cells(line)})
			}
			open = false
		case strings.HasPrefix(line, "* "):
			out, open = append(out, block{entry, plainText(line[2:])}), true
		case open:
			out[len(out)-1].text += " " + plainText(line)
		default:
			out, open = append(out, block{paragraph, plainText(line)}), true
		}
	}
	return out
}

// cells joins the cells of a table's row that hold something.
func cells(line string) string {
	var out []string
	for cell := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
		if cell = strings.TrimSpace(plainText(cell)); cell != "" {
			out = append(out, cell)
		}
	}
	return strings.Join(out, "; ")
}

var link = regexp.MustCompile(`\[([^\]]+)\]\((https?://[^)]+)\)`)

// plainText takes the marks of Markdown out of a line.
func plainText(s string) string {
	s = link.ReplaceAllString(s, "$1 ($2)")
	return strings.NewReplacer("**", "", "`", "").Replace(s)
}

// questions lists what the page of a route leaves open: the entries under "Unsettled",
// and whatever else it says is unsettled or was not read. What stands under the heading
// of another subsection is left out.
func (p lawPage) questions(of rules.Pathway) []string {
	var out []string
	under, other := false, false
	for _, b := range p.blocks {
		opens := strings.HasPrefix(b.text, "Unsettled") || strings.HasPrefix(b.text, "Not settled")
		switch {
		case b.kind == heading:
			under, other = false, otherSubsection(b.text, of)
		case other:
		case opens && strings.HasSuffix(b.text, ":"):
			under = true
		case b.kind == paragraph:
			under = false
			if opens {
				out = append(out, b.text)
			}
		case b.kind == row && ofAnother(b.text, of):
		case opens, under, openWords(b.text):
			out = append(out, strings.TrimRight(b.text, ";"))
		}
	}
	return out
}

// ofAnother reports whether a row of a table begins with the section of another route.
func ofAnother(row string, of rules.Pathway) bool {
	first, _, _ := strings.Cut(row, ";")
	found := sectionsIn(first)
	return len(found) > 0 && !slices.ContainsFunc(found, func(s petition.Section) bool { return overlap(s, petition.ParseSection(string(of))) })
}

// otherSubsection reports whether a heading is that of a subsection, "(2) One felony",
// and not of the route's.
func otherSubsection(heading string, of rules.Pathway) bool {
	sub, _, found := strings.Cut(heading, " ")
	mine := petition.ParseSection(string(of)).Subsections()
	return found && strings.HasPrefix(sub, "(") && mine != "" && !strings.HasPrefix(mine, sub)
}

// openWords reports whether a text says that something is open.
func openWords(text string) bool {
	return slices.ContainsFunc([]string{"unsettled", "not settled", "not read", "not defined", "open to question", "are open"}, func(w string) bool {
		return strings.Contains(text, w)
	})
}

// pageOf returns the page of a route.
func pageOf(p rules.Pathway) (lawPage, bool) {
	for _, page := range lawPages() {
		if slices.Contains(page.Pathways, p) {
			return page, true
		}
	}
	return lawPage{}, false
}

var (
	sectionInText = regexp.MustCompile(`([0-9]+-[0-9]+-)([0-9]+(?:\.[0-9]+)?)((?:\([0-9A-Za-z]+\))*)((?:, (?:and )?-[0-9]+)*)`)
	tailInText    = regexp.MustCompile(`-([0-9]+)`)
)

// sectionsIn lists the sections a text names. A list such as "97-3-27, -29" names both.
func sectionsIn(text string) []petition.Section {
	var out []petition.Section
	for _, m := range sectionInText.FindAllStringSubmatch(text, -1) {
		if s := petition.ParseSection(m[1] + m[2] + m[3]); s.Readable() && !isDate(m[1]) {
			out = append(out, s)
		}
		for _, tail := range tailInText.FindAllStringSubmatch(m[4], -1) {
			out = append(out, petition.ParseSection(m[1]+tail[1]))
		}
	}
	return out
}

// isDate reports whether what looks like the title and chapter of a section is a year
// and a month.
func isDate(start string) bool { return strings.IndexByte(start, '-') > 3 }

// speakingOf lists the pages that are about a section, and what other pages say of it.
func speakingOf(s petition.Section) (pages []lawPage, passages []passage) {
	for _, page := range lawPages() {
		if s.Subsections() == "" && page.isAbout(s) {
			pages = append(pages, page)
		}
	}
	for _, x := range passagesOn(s) {
		if !slices.ContainsFunc(pages, func(p lawPage) bool { return p.Name == x.page.Name }) {
			passages = append(passages, x)
		}
	}
	return pages, passages
}

// isAbout reports whether the title of the page names the section.
func (p lawPage) isAbout(s petition.Section) bool {
	return s.Readable() && slices.ContainsFunc(sectionsIn(p.title), func(t petition.Section) bool { return t.Base() == s.Base() })
}

// passagesOn lists the paragraphs that name the section or a part of it, and those under
// the heading of the subsection on a page about its section.
func passagesOn(s petition.Section) []passage {
	var out []passage
	for _, page := range lawPages() {
		about, under := page.isAbout(s), false
		for _, b := range page.blocks {
			if b.kind == heading {
				under = about && s.Subsections() != "" && strings.HasPrefix(b.text, s.Subsections()+" ")
				continue
			}
			if under || slices.ContainsFunc(sectionsIn(b.text), func(t petition.Section) bool { return t.Within(s) }) {
				out = append(out, passage{page, b.text})
			}
		}
	}
	return out
}
