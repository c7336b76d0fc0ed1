// Package pdf draws papers on US Letter pages.
//
// A paper goes through three steps, each of them plain data to the next. Lines are
// broken and blocks become rows; the rows are dealt out to pages, which settles what
// stays together; the pages are drawn. Text is measured and broken once, so what was
// measured is what is drawn.
//
// The package promises that nothing is drawn outside of the margins or cut off, that
// a character without a shape in the type faces is an error and never an empty box,
// and that the same papers and options give the same bytes. It keeps no state and
// may be used from many goroutines.
package pdf

import (
	"errors"
	"io"
	"time"

	"expunge/forms/doc"
)

// Options are the words about a file that stand in it but not on its pages.
type Options struct {
	Title, Subject, Author string

	// Language is the language of the text, such as "en-US". Empty leaves it unsaid.
	Language string

	// LargePrint sets the sheets in larger type, see [LargePrint].
	LargePrint bool

	// Logo is a picture as [FitLogo] makes it, for the head of the first page of each
	// sheet. Papers that are filed or confidential never have it.
	Logo []byte

	// Copies is how often the pages stand in the file; 0 and 1 are once. In several
	// copies of more than one page, each paper begins on the front of a sheet.
	Copies int

	// Created is written, in UTC and to the second, as the day the file was made and
	// last changed. The zero time is written as the first second of 1970.
	Created time.Time
}

// ErrNoPapers reports that there is nothing to draw.
var ErrNoPapers = errors.New("no papers to draw")

// Render writes the papers to w as one PDF file, each beginning on a page of its own.
// Before it draws it looks at what was placed: every fact of the papers stands on their
// pages and every line within the margins, or the error is [ErrMisplaced]. Nothing is
// written when the papers cannot be drawn; see [Layout] for the other reasons.
func Render(w io.Writer, docs []doc.Document, o Options) error {
	file, err := new(Press).Render(docs, o)
	if err != nil {
		return err
	}
	_, err = w.Write(file)
	return err
}

// Press makes one file after another in the room it needed for those before: for many
// packets it costs a fraction of [Render]. The zero Press is ready. What it makes does not
// depend on what it made before. It is not for two goroutines at once, and keeps what it
// last set, names and all, until it is used again or forgotten.
type Press struct {
	set    *setter
	ink    []byte // of the pages, one after the other
	frames map[string]*frame
	key    []byte // of the last
	text   []byte // of the last paper that was looked over
}

// Render is [Render], and returns the file.
func (p *Press) Render(docs []doc.Document, o Options) ([]byte, error) {
	if len(docs) == 0 {
		return nil, ErrNoPapers
	}
	theme, logo, err := o.theme()
	if err != nil {
		return nil, err
	}
	if p.set == nil {
		p.set, err = newSetter(&theme)
	} else {
		err = p.set.use(&theme)
	}
	if err != nil {
		return nil, err
	}
	pages, err := p.set.layout(docs)
	if err != nil {
		return nil, err
	}
	if err := p.inspect(pages, docs, &theme); err != nil {
		return nil, err
	}
	if o.Copies > 1 {
		pages = fronted(pages)
	}
	return p.draw(pages, logo, o)
}

// theme returns the theme the options ask for, with room for their logo.
func (o Options) theme() (Theme, logo, error) {
	theme := Standard()
	if o.LargePrint {
		theme = LargePrint()
	}
	l, err := readLogo(o.Logo)
	theme.LogoWidth, theme.LogoHeight = l.room()
	return theme, l, err
}
