package docx

import (
	"archive/zip"
	"bytes"
	_ "embed" // the parts that are the same in every file
	"hash/crc32"
	"io"
	"strconv"
	"strings"

	"expunge/forms/doc"
)

// The parts that no paper changes. They are read and never written.
var (
	//go:embed parts/content_types.xml
	contentTypes string
	//go:embed parts/package.rels
	packageRels string
	//go:embed parts/document.rels
	documentRels string
	//go:embed parts/styles.xml
	styles string
	//go:embed parts/numbering.xml
	numbering string
	//go:embed parts/settings.xml
	settings string
	//go:embed parts/fonts.xml
	fonts string
)

// part is a file of the package.
type part struct{ name, text string }

const (
	declaration = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	spaces      = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
)

// parts writes the parts in the order they are packed.
func (w *writer) parts(d doc.Document, c *composer) []part {
	return []part{
		{"[Content_Types].xml", contentTypes},
		{"_rels/.rels", packageRels},
		{"docProps/core.xml", w.core(d)},
		{"word/document.xml", w.body(c)},
		{"word/_rels/document.xml.rels", documentRels},
		{"word/styles.xml", styles},
		{"word/numbering.xml", counted(c.lists)},
		{"word/settings.xml", settings},
		{"word/fontTable.xml", fonts},
		{"word/header1.xml", w.head(d, false)},
		{"word/header2.xml", w.head(d, true)},
		{"word/footer1.xml", w.foot(d)},
		{"word/footer2.xml", w.foot(d)},
	}
}

// take returns what was written and begins anew.
func (w *writer) take() string {
	s := w.String()
	w.Reset()
	return s
}

func (w *writer) body(c *composer) string {
	w.say(declaration, `<w:document`, spaces, "><w:body>\n")
	elements := c.elements
	if n := len(elements); n == 0 {
		elements = []element{&paragraph{style: "Normal"}}
	} else if _, ok := elements[n-1].(*table); ok {
		elements = append(elements[:n:n], &paragraph{style: "Spacer"})
	}
	w.elements(elements)
	w.say(`<w:sectPr>`,
		`<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>`,
		`<w:footerReference w:type="first" r:id="footer1"/><w:footerReference w:type="default" r:id="footer2"/>`,
		`<w:pgSz w:w="12240" w:h="15840"/>`,
		`<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="640" w:footer="720" w:gutter="0"/>`,
		`<w:cols w:space="720"/><w:titlePg/></w:sectPr></w:body></w:document>`)
	return w.take()
}

// head writes the head of the first page or of the others, which name the paper.
func (w *writer) head(d doc.Document, running bool) string {
	var lines []element
	add := func(style, text string) {
		if text != "" {
			lines = append(lines, &paragraph{style: style, spans: []doc.Span{doc.Text{S: text}}})
		}
	}
	add("Draft", d.Draft)
	add("Banner", d.Group.Banner())
	if running && d.Group == doc.Filed {
		add("Header", d.Running)
	}
	if len(lines) == 0 {
		lines = append(lines, &paragraph{style: "Banner"})
	}
	w.say(declaration, `<w:hdr`, spaces, ">\n")
	w.elements(lines)
	w.say(`</w:hdr>`)
	return w.take()
}

// foot writes the number of the page, which the word processor counts.
func (w *writer) foot(d doc.Document) string {
	w.say(declaration, `<w:ftr`, spaces, ">\n")
	if word := d.Group.Banner(); word != "" {
		w.elements([]element{&paragraph{style: "Banner", spans: []doc.Span{doc.Text{S: word + " • " + d.Title}}}})
	}
	const (
		text  = `<w:r><w:t xml:space="preserve">`
		field = `<w:r><w:t>1</w:t></w:r></w:fldSimple>`
	)
	w.say(`<w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>`,
		text, "Page\u00a0</w:t></w:r>", `<w:fldSimple w:instr=" PAGE ">`, field,
		text, "\u00a0of\u00a0</w:t></w:r>", `<w:fldSimple w:instr=" NUMPAGES ">`, field,
		"</w:p></w:ftr>")
	return w.take()
}

// core writes what the file says of itself.
func (w *writer) core(d doc.Document) string {
	w.say(declaration, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
	title := texter{writer: w, open: true}
	title.words(strings.ReplaceAll(d.Title, "\u2011", "-"), look{}, "")
	w.say(`</dc:title><dc:language>en-US</dc:language></cp:coreProperties>`)
	return w.take()
}

// counted adds to the ways of numbering the lists of a paper: the numbered paragraphs,
// the bullets, and the numbered paragraphs that begin elsewhere.
func counted(l *lists) string {
	var b strings.Builder
	b.WriteString(strings.TrimSuffix(strings.TrimSpace(numbering), "</w:numbering>"))
	list := func(id, kind, start int) {
		b.WriteString(`<w:num w:numId="` + strconv.Itoa(id) + `"><w:abstractNumId w:val="` + strconv.Itoa(kind) + `"/>`)
		if start > 0 {
			b.WriteString(`<w:lvlOverride w:ilvl="0"><w:startOverride w:val="` + strconv.Itoa(start) + `"/></w:lvlOverride>`)
		}
		b.WriteString("</w:num>\n")
	}
	first := 1
	if len(l.starts) > 0 {
		first = l.starts[0]
	}
	list(firstList, 0, first)
	list(bulletList, 1, 0)
	for i, start := range l.starts {
		if i > 0 {
			list(bulletList+i, 0, start)
		}
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}

// firstDay is the first of January 1980, where the calendar of zip files begins.
const firstDay = 1<<5 | 1

// pack puts parts into one file. They are stored as they are: deflating them takes four
// times as long as all else, and so whoever looks for a text in the bytes finds it. Sizes stand
// before the parts and not after them, for readers that take the file as it comes.
func pack(parts []part) ([]byte, error) {
	var out bytes.Buffer
	size := 0
	for _, p := range parts {
		size += len(p.text) + 256
	}
	out.Grow(size)
	z := zip.NewWriter(&out)
	for _, p := range parts {
		n := uint64(len(p.text))
		f, err := z.CreateRaw(&zip.FileHeader{
			Name: p.name, Method: zip.Store, CRC32: crc32.ChecksumIEEE([]byte(p.text)), CompressedSize64: n, UncompressedSize64: n,
			ModifiedDate: firstDay, //nolint:staticcheck // the field that takes its place is not looked at here
		})
		if err != nil {
			return nil, err
		}
		if _, err := io.WriteString(f, p.text); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
