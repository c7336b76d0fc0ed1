package pdf

import (
	"io"

	"expunge/forms/doc"
)

// Section is the papers of one case in a volume.
type Section struct {
	Title  string // of its bookmark
	Papers []doc.Document
}

// RenderVolume writes the papers of many cases as one PDF file to be printed on both
// sides: every paper begins on an odd page, so that no two share a sheet, and the back of
// a sheet is left empty for that. Each section has one bookmark. Otherwise it promises
// what [Render] does.
func RenderVolume(w io.Writer, sections []Section, o Options) error {
	theme, logo, err := o.theme()
	if err != nil {
		return err
	}
	var volume []Page
	for _, s := range sections {
		pages, err := Layout(s.Papers, theme)
		if err != nil {
			return err
		}
		if err := inspect(pages, s.Papers, &theme); err != nil {
			return err
		}
		first := true
		for _, p := range pages {
			if p.Number == 1 && len(volume)%2 == 1 {
				volume = append(volume, emptyBack())
			}
			// What stands on the page is settled. The rest only tells draw where a bookmark
			// goes: at the first page of the section, and under no set of papers.
			p.Group, p.Number = doc.Confidential, 2
			if first {
				p.Title, p.Number, first = s.Title, 1, false
			}
			volume = append(volume, p)
		}
	}
	if len(volume) == 0 {
		return ErrNoPapers
	}
	if len(volume)%2 == 1 {
		volume = append(volume, emptyBack()) // so that volumes printed one after another do not run together
	}
	file, err := new(Press).draw(volume, logo, o)
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

// emptyBack is the back of a sheet that nothing is printed on.
func emptyBack() Page { return Page{Group: doc.Confidential, Number: 2} }
