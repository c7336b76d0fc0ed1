// Package doc is the neutral tree of a paper: what stands on it, in which order, and
// what belongs together, with no word about ink. Package forms composes trees; the
// renderers in forms/pdf and forms/markdown draw them.
//
// The set of blocks and the set of spans are closed. A renderer switches over all of
// them; a new one is added here and then everywhere the compiler and the linter ask.
package doc

// Document is one paper.
type Document struct {
	// Name is the name of the paper: cover, petition, order, worksheet, and so on (see
	// package packet). A packet with more than one petition repeats names.
	Name string
	// Title is what the table of contents and the bookmarks call the paper.
	Title string
	// Bookmark is what the bookmarks call it, where they say more than the title.
	Bookmark string
	Group    Group
	// Language is the language of the words: empty for English, "es" for Spanish.
	Language string
	// Running is the line at the head of every page of a filed or a confidential paper but
	// the first.
	Running string
	// Draft, when not empty, is printed at the head of every page.
	Draft string
	// Narrow asks for margins of half an inch, as a chart needs them.
	Narrow bool
	// Letter marks a sheet that a person signs and sends: neither the logo of the office nor
	// its own title stands on the page.
	Letter bool
	Blocks []Block
}

// Group tells which set a paper belongs to.
type Group int8

// The sets of papers. Every page of a paper that is NotForFiling says so at its head
// and its foot; a Filed paper carries nothing but its own text; Confidential papers
// are kept in a file of their own.
const (
	NotForFiling Group = iota
	Filed
	Confidential
)

// Banner is what every page of a paper of the set says at its head and its foot. A filed
// paper says nothing.
func (g Group) Banner() string {
	switch g {
	case Filed:
		return ""
	case Confidential:
		return "CONFIDENTIAL — NOT FOR FILING"
	default:
		return "NOT FOR FILING"
	}
}

// Block is a part of a paper that stands on lines of its own.
type Block interface{ block() }

// Heading is a heading within a paper. Level 1 is the title of the paper, centered and
// in capitals on a filed paper; 2 and 3 are parts of it.
type Heading struct {
	Level int
	Text  []Span
}

// Para is a paragraph.
type Para struct {
	Spans []Span
	Align Align
	// FirstLine asks for the indent of a first line, as pleadings have.
	FirstLine bool
	// Indent moves the whole paragraph in by so many steps.
	Indent int
	// Small sets notes in the smaller size.
	Small bool
	// Tight sets it close below the paragraph before, as a line of an address.
	Tight bool
	// Hang takes its first word, such as "(a)", for a label that the other words stand
	// to the right of.
	Hang bool
}

// Align is how the lines of a paragraph meet the margins.
type Align int8

// The alignments. The zero value lets the renderer choose what its theme has for the kind of paper.
const (
	Natural Align = iota
	Left
	Center
	Right
)

// Caption is the head of a filed paper: the court, the parties at the left, the number at the right.
type Caption struct {
	Court   [][]Span // one entry a line, in capitals
	Parties [][]Span // one entry a line: plaintiff, "VS.", defendant with "PETITIONER"
	Number  [][]Span // one entry a line: "CAUSE NO. ____"
}

// Numbered is a run of numbered paragraphs.
type Numbered struct {
	Start int // number of the first; 0 counts as 1
	Items []Item
}

// Item is one numbered paragraph, with lettered paragraphs under it.
type Item struct {
	Spans []Span
	Sub   [][]Span
}

// Bullets is a list whose order does not matter.
type Bullets struct{ Items [][]Span }

// Checklist is a list of boxes to tick.
type Checklist struct{ Items []CheckItem }

// CheckItem is one box with what it is for. Note stands under it in the smaller size.
// Ticked draws the mark of a thing already in hand.
type CheckItem struct {
	Spans  []Span
	Note   []Span
	Ticked bool
}

// Table is a table. Widths are relative; Head may be empty. Lines asks for rules
// between the rows.
type Table struct {
	Widths []int
	Head   [][]Span
	Rows   [][][]Span
	Lines  bool
}

// Signature is a block of lines to be signed or filled in by hand at the right of the
// page. It is never parted from the text before it.
type Signature struct {
	Before []Span // "Respectfully submitted,"; may be empty
	Lines  []SignLine
}

// SignLine is one line of a signature block: a rule with a label under it when Rule is
// set, and otherwise text.
type SignLine struct {
	Rule  bool
	Spans []Span
}

// Box is an empty frame of Height lines for a stamp or a seal, with a small label.
type Box struct {
	Label  string
	Height int
}

// Callout is a framed part that must not be missed.
type Callout struct {
	Title  []Span
	Blocks []Block
}

// Outline is a tree of reasons, drawn indented.
type Outline struct{ Nodes []Node }

// Node is one line of an [Outline]. Mark is the word at its left: yes, no, unknown, court.
type Node struct {
	Mark  string
	Spans []Span
	Nodes []Node
}

// Keep holds blocks that stay on one page.
type Keep struct{ Blocks []Block }

// Rule is a thin line across the text.
type Rule struct{}

// Space is empty height, in lines.
type Space struct{ Lines int }

// PageBreak starts a new page.
type PageBreak struct{}

func (Heading) block()   {}
func (Para) block()      {}
func (Caption) block()   {}
func (Numbered) block()  {}
func (Bullets) block()   {}
func (Checklist) block() {}
func (Table) block()     {}
func (Signature) block() {}
func (Box) block()       {}
func (Callout) block()   {}
func (Outline) block()   {}
func (Keep) block()      {}
func (Rule) block()      {}
func (Space) block()     {}
func (PageBreak) block() {}

// Span is a run of text within a line.
type Span interface{ span() }

// Text is words of the form itself.
type Text struct {
	S     string
	Style Style
}

// Value is a fact of the case, with the path it came from.
type Value struct {
	Path  string
	S     string
	Style Style
}

// Blank is a line to write on: for a fact that is not known, with its Path and Label,
// or for an official or a signer, without a path. Width is in tenths of an inch;
// 0 lets the renderer choose.
type Blank struct {
	Path  string
	Label string
	Width int
}

func (Text) span()  {}
func (Value) span() {}
func (Blank) span() {}

// Style is the style of a run.
type Style int8

// The styles.
const (
	Roman Style = iota
	Bold
	Italic
)
