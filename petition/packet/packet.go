// Package packet makes the files of one case: it assesses the case, composes the papers,
// draws them, and writes down in a receipt what was made and from what.
//
// [Build] is pure. It touches no disk and no clock; the same case and options give the
// same bytes, encrypted files apart. What is meant for filing and what is not share packet.pdf, in that order;
// identifiers go to confidential.pdf and to no other PDF. The receipt holds no path, name,
// number or fact of a person.
package packet

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/docx"
	"expunge/forms/markdown"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/rules"
)

// Format is a kind of file the papers can be written as.
type Format string

// The formats. DOCX adds an editable twin of each petition and proposed order,
// "petition.docx"; Markdown adds a readable twin of each paper, "petition.md".
const (
	PDF      Format = "pdf"
	DOCX     Format = "docx"
	Markdown Format = "md"
)

// Binding says how papers share PDF files.
type Binding int8

// The bindings. Joined makes packet.pdf and confidential.pdf; Split makes one file a paper.
const (
	Joined Binding = iota
	Split
)

// Options is what a packet depends on beside the case.
type Options struct {
	Program     string // name and version, as the receipt has it
	AsOf        petition.Date
	Held        []string // enactments held back, see [rules.Holdable]
	Office      forms.Office
	InputDigest string   // SHA-256 of the file the case was read from; may be empty
	Only        []string // names of papers; empty means every paper
	Binding     Binding
	Formats     []Format // empty means PDF alone

	Lock     *files.Lock // to whom the confidential files are encrypted; nil leaves them plain
	Standing Standing    // may be nil
}

// File is one file of a packet. Pages is 0 where pages mean nothing.
type File struct {
	files.File
	Pages int
}

// Fate is what became of the petition for a charge.
type Fate string

// The fates.
const (
	Drafted  Fate = "drafted"
	Withheld Fate = "withheld"
	NotAsked Fate = "not_asked" // the case says to ask for nothing
	LeftOut  Fate = "left_out"  // Options.Only names no petition
)

// Packet is what was made for a case.
type Packet struct {
	Files      []File      // in the order to be shown; the receipt last
	Sums       []files.Sum // of the files
	Assessment rules.Assessment
	Fates      []Fate // one for each charge

	// Papers names the papers that were made, in order.
	Papers []string

	// Reviewed lists the charges, from 0, whose petition was drafted for the supervising
	// attorney alone: it rests on the office's reason for review.
	Reviewed []int

	Encryption *Encryption // nil where nothing is encrypted

	// Reviewable lists the withheld charges, from 0, that a reason for review in the
	// office would have drafted.
	Reviewable []int
}

// Withheld lists the charges, from 0, whose petition was asked for and withheld.
func (p Packet) Withheld() []int {
	var out []int
	for i, f := range p.Fates {
		if f == Withheld {
			out = append(out, i)
		}
	}
	return out
}

// Empty reports whether the packet holds no paper, only at most a receipt.
func (p Packet) Empty() bool { return len(p.Files) < 2 }

// Plain returns the files as package files takes them.
func (p Packet) Plain() []files.File {
	out := make([]files.File, len(p.Files))
	for i, f := range p.Files {
		out[i] = f.File
	}
	return out
}

// Papers lists the names of the papers a packet can hold, in the order of the packet.
func Papers() []string {
	return []string{
		"cover", "petition", "verification", "rehabilitation", "pauper", "order", "certificate", "notice", "exhibits",
		"summary", "flow-chart", "why-not", "worksheet", "checklist", "fees", "requests", "letters", "after-order", "help", "confidential",
	}
}

// Build makes the packet of a case. The case should be free of problems. The error is
// that of drawing, such as a letter no type face has, or [ErrExposed] when a file that is
// not confidential would show a confidential fact; where a field of the case is to blame
// it is an [ExposingError].
func Build(c petition.Case, o Options) (Packet, error) { return new(Maker).Build(c, o) }

// Maker makes one packet after another in the room it needed for those before, which is
// quicker than [Build] where there are many. The zero Maker is ready. It is not for two
// goroutines at once.
type Maker struct{ press pdf.Press }

// Build is [Build]: what the Maker made before does not show in it.
func (m *Maker) Build(c petition.Case, o Options) (Packet, error) {
	assessment := rules.Assess(c, o.AsOf, o.Held...)
	p := Packet{Assessment: assessment, Reviewed: reviewed(c, assessment, o.Office)}
	given := o.Office.DraftReview
	if len(p.Reviewed) == 0 {
		o.Office.DraftReview = "" // a reason that drafts nothing changes nothing, and nobody keeps it
	}
	papers := only(forms.Compose(c, assessment, o.Office), o.Only)
	for _, d := range papers {
		p.Papers = append(p.Papers, d.Name)
	}
	p.Fates = fates(c, assessment, o)
	if given == "" {
		p.Reviewable = reviewable(c, p, o)
	}
	drawn, err := m.draw(papers, o)
	if err != nil {
		return Packet{}, err
	}
	editable, err := editable(papers, o)
	if err != nil {
		return Packet{}, err
	}
	twins, err := twins(papers, o)
	if err != nil {
		return Packet{}, err
	}
	p.Files = slices.Concat(drawn, editable, twins)
	if err := exposing(guard(papers, p.Files, c.Petitioner), c); err != nil {
		return Packet{}, err
	}
	if err := p.seal(o); err != nil {
		return Packet{}, err
	}
	return p, p.sign(o)
}

func only(papers []doc.Document, names []string) []doc.Document {
	if len(names) == 0 {
		return papers
	}
	return slices.DeleteFunc(slices.Clone(papers), func(d doc.Document) bool { return !slices.Contains(names, d.Name) })
}

// draw makes the PDF files.
func (m *Maker) draw(papers []doc.Document, o Options) ([]File, error) {
	if len(o.Formats) > 0 && !slices.Contains(o.Formats, PDF) {
		return nil, nil
	}
	var out []File
	for _, b := range bind(papers, o.Binding) {
		file, err := m.press.Render(b.papers, about(b, o))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.name, err)
		}
		out = append(out, File{files.File{Name: b.name, Bytes: file}, countPages(file)})
	}
	return out, nil
}

// booklet is the papers that share one PDF file.
type booklet struct {
	name   string
	title  string
	papers []doc.Document
}

func bind(papers []doc.Document, how Binding) []booklet {
	var open, closed []doc.Document
	for _, d := range papers {
		if d.Group == doc.Confidential {
			closed = append(closed, d)
		} else {
			open = append(open, d)
		}
	}
	var out []booklet
	if how == Split {
		names := numbered(open)
		for i, d := range open {
			out = append(out, booklet{names[i] + ".pdf", d.Title, open[i : i+1]})
		}
	} else if len(open) > 0 {
		out = append(out, booklet{"packet.pdf", "Expungement packet", open})
	}
	if len(closed) > 0 {
		out = append(out, booklet{"confidential.pdf", "Confidential information", closed})
	}
	return out
}

// numbered returns a file name, without its ending, for each paper: "petition", "petition-2".
func numbered(papers []doc.Document) []string {
	seen := map[string]int{}
	out := make([]string, len(papers))
	for i, d := range papers {
		seen[d.Name]++
		out[i] = d.Name
		if n := seen[d.Name]; n > 1 {
			out[i] = fmt.Sprintf("%s-%d", d.Name, n)
		}
	}
	return out
}

// about returns what the PDF file says of itself: nothing of the person, and the as-of
// date in place of a clock.
func about(b booklet, o Options) pdf.Options {
	return pdf.Options{
		Title:    b.title,
		Language: "en-US",
		Logo:     o.Office.Clinic.Logo,
		Created:  time.Date(o.AsOf.Year(), o.AsOf.Month(), o.AsOf.Day(), 0, 0, 0, 0, time.UTC),
	}
}

// countPages counts the page objects of a PDF file that package pdf made.
func countPages(b []byte) int { return bytes.Count(b, []byte("/Type /Page\n")) }

// editable makes the editable twins: of the petition, which counsel may rewrite, and of the proposed
// order, which courts on electronic filing take as a word-processing file. The papers that are
// sworn or served are not to be changed.
func editable(papers []doc.Document, o Options) ([]File, error) {
	if !slices.Contains(o.Formats, DOCX) {
		return nil, nil
	}
	var out []File
	for i, name := range numbered(papers) {
		if papers[i].Name != "petition" && papers[i].Name != "order" {
			continue
		}
		text, err := docx.Render(papers[i])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, File{File: files.File{Name: name + ".docx", Bytes: text}})
	}
	return out, nil
}

// twins makes the readable twin of each paper. The confidential sheets share one, as they
// share one PDF file.
func twins(papers []doc.Document, o Options) ([]File, error) {
	if !slices.Contains(o.Formats, Markdown) {
		return nil, nil
	}
	var out []File
	var closed bytes.Buffer
	for i, name := range numbered(papers) {
		var buf bytes.Buffer
		if err := markdown.Render(&buf, papers[i]); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if papers[i].Name != "confidential" {
			out = append(out, File{File: files.File{Name: name + ".md", Bytes: buf.Bytes()}})
			continue
		}
		if closed.Len() > 0 {
			closed.WriteByte('\n')
		}
		closed.Write(buf.Bytes())
	}
	if closed.Len() > 0 {
		out = append(out, File{File: files.File{Name: "confidential.md", Bytes: closed.Bytes()}})
	}
	return out, nil
}
