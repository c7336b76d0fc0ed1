// Package docx writes a paper as a Word document: the twin of the drawn page that a
// lawyer edits and that a court takes as a word-processing file.
//
// The words are those of the page; where a line or a page ends is for the word
// processor to say. Everything that can be a style is one: headings, running text,
// numbered and lettered paragraphs that count themselves, the caption, signatures. A
// blank is a row of low lines, to be typed over or written on.
//
// The face is Times New Roman. Word has it everywhere; LibreOffice, where it is
// missing, sets Liberation Serif in its place, whose letters are as wide and which the
// font table names. The other way around Word would have to guess.
//
// The same paper gives the same bytes. A file names its paper and its language and
// nothing else: no author, no day, no program.
package docx

import (
	"errors"
	"fmt"

	"expunge/forms/doc"
)

// CharacterError reports a character that a document must not hold: a control
// character, one that turns the direction of the text, one that is no character. It
// says where the character stands by the path of its fact and not which it is: a
// letter of a name is personal. Path is empty in the words of the paper itself.
type CharacterError struct {
	Document string
	Path     string
}

func (e CharacterError) Error() string {
	where := e.Path
	if where == "" {
		where = "the text of the paper"
	}
	return fmt.Sprintf("%s: %s: a character stands there that cannot be printed; write it again by hand", e.Document, where)
}

// Render returns the paper as a file in the format of Word 2007 and later (ECMA-376). The error joins
// a [CharacterError] for every fact that cannot be written.
func Render(d doc.Document) ([]byte, error) {
	c := composer{}
	c.blocks(d.Blocks)
	w := writer{document: d.Name}
	parts := w.parts(d, &c)
	var problems []error
	for _, e := range w.refused {
		problems = append(problems, e)
	}
	if err := errors.Join(problems...); err != nil {
		return nil, err
	}
	return pack(parts)
}
