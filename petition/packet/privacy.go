package packet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/petition/files"
)

// ErrExposed reports that a confidential value would have stood in a file that is not
// confidential. The packet is not made. It is a fault of this program, unless the error is
// also an [ExposingError].
var ErrExposed = errors.New("a confidential fact would stand in a file that is not confidential")

// ExposingError is an [ErrExposed] that is owed to fields of the case, which
// [petition.Case.Validate] finds as well.
type ExposingError struct {
	Problems petition.Problems // of the fields
	Found    error             // which file or paper would have shown it
}

func (e *ExposingError) Error() string { return e.Found.Error() + "\n" + e.Problems.Error() }

func (e *ExposingError) Unwrap() error { return e.Found }

// exposing names the fields of the case that an exposed value stands in, if there are any.
func exposing(err error, c petition.Case) error {
	if !errors.Is(err, ErrExposed) {
		return err
	}
	if problems := c.Exposing(); len(problems) > 0 {
		return &ExposingError{problems, err}
	}
	return err
}

// confidentialFacts are the fields that reach the confidential sheet alone. Of the date
// of birth the other papers may show the year.
var confidentialFacts = []petition.Path{
	"petitioner.ssn", "petitioner.state_id", "petitioner.race", "petitioner.sex",
}

// guard looks for confidential facts where they must not be: by field in the papers, as
// [petition.Identifiers] finds them in each text of the papers, and by value in the bytes
// of every file but the confidential one. Race and sex are single words that may stand
// anywhere with another meaning, so they are looked for by field only.
func guard(papers []doc.Document, made []File, p petition.Person) error {
	own := p.Identifiers()
	for i := range papers {
		if papers[i].Group == doc.Confidential {
			continue
		}
		if what := shown(papers[i], own); what != "" {
			return fmt.Errorf("%w: %s in the paper %s", ErrExposed, what, papers[i].Name)
		}
	}
	return searched(papers, made, spellings(p))
}

// searched looks for values in the files. A value that the papers hold within a longer
// number is none, and a narrow line may part it from the rest of that number.
func searched(papers []doc.Document, made []File, values []spelling) error {
	secrets := newSearch(values)
	for _, f := range made {
		if IsConfidential(f.Name) {
			continue
		}
		readable, err := contents(f.File)
		if err != nil {
			return err
		}
		for _, text := range readable {
			s := secrets.in(text)
			switch {
			case s == nil:
			case s.path != "petitioner.state_id" && isWithin(papers, s):
				rest := slices.DeleteFunc(slices.Clone(values), func(v spelling) bool { return bytes.Equal(v.text, s.text) })
				return searched(papers, made, rest)
			default:
				return fmt.Errorf("%w: %s in %s", ErrExposed, s.path, f.Name)
			}
		}
	}
	return nil
}

// isWithin reports whether a text of a paper that is not confidential holds a value. What
// it holds has been looked at: it is part of something else.
func isWithin(papers []doc.Document, s *spelling) bool {
	plain := strings.NewReplacer("\u00a0", " ", "\xa0", " ")
	value, found := plain.Replace(string(s.text)), false
	for i := range papers {
		if papers[i].Group != doc.Confidential {
			eachText(papers[i], func(text string) { found = found || strings.Contains(plain.Replace(text), value) })
		}
	}
	return found
}

// shown names a confidential fact that a paper holds, or nothing.
func shown(paper doc.Document, own petition.Identifiers) string {
	what := ""
	doc.Walk(paper.Blocks, func(s doc.Span) {
		if v, ok := s.(doc.Value); ok && slices.Contains(confidentialFacts, petition.Path(v.Path)) {
			what = v.Path
		}
	})
	eachText(paper, func(text string) {
		if what == "" {
			what = own.InPaper(text)
		}
	})
	return what
}

// eachText visits the texts of a paper, those of its spans and those at its head.
func eachText(paper doc.Document, visit func(string)) {
	doc.Walk(paper.Blocks, func(s doc.Span) {
		switch v := s.(type) {
		case doc.Value:
			visit(v.S)
		case doc.Text:
			visit(v.S)
		case doc.Blank:
			visit(v.Label)
		}
	})
	visit(paper.Title)
	visit(paper.Bookmark)
	visit(paper.Running)
}

// spelling is one way a confidential fact is written.
type spelling struct {
	path petition.Path
	text []byte
}

// leastSearched is the length below which a value is too short to be told from chance.
const leastSearched = 6

// spellings lists how the program itself writes the Social Security number, the state
// identification number and the full date of birth. Whatever other way a text of the case
// writes them, it stands in a paper as a text does, and is found there.
func spellings(p petition.Person) []spelling {
	var out []spelling
	add := func(path petition.Path, texts ...string) {
		for _, s := range texts {
			if len(s) >= leastSearched {
				out = append(out, spelling{path, []byte(s)})
			}
		}
	}
	digits := onlyDigits(p.SSN)
	if len(digits) == 9 {
		add("petitioner.ssn", digits[:3]+"-"+digits[3:5]+"-"+digits[5:], digits[:3]+" "+digits[3:5]+" "+digits[5:], digits)
	}
	add("petitioner.state_id", p.StateID)
	if d := p.DateOfBirth; d.Known() {
		long := d.Long()
		add("petitioner.date_of_birth", d.String(), long,
			string(bytes.Replace([]byte(long), []byte(" "), []byte{0xA0}, 1)), // as the papers bind month and day
			string(bytes.Replace([]byte(long), []byte(" "), []byte("\u00a0"), 1)),
			fmt.Sprintf("%d/%d/%d", d.Month(), d.Day(), d.Year()), fmt.Sprintf("%02d/%02d/%d", d.Month(), d.Day(), d.Year()))
	}
	return out
}

func onlyDigits(s string) string {
	return string(bytes.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, []byte(s)))
}

// contents returns what can be read in a file: its bytes, or those of the parts of a Word
// document, each as it stands and as its runs of text read one after another. The table at
// the end of a PDF file says where its objects begin, in rows of ten digits that may happen
// to be someone's number.
func contents(f files.File) ([][]byte, error) {
	if strings.HasSuffix(f.Name, ".pdf") {
		table := bytes.LastIndex(f.Bytes, []byte("\nxref\n"))
		rest := bytes.LastIndex(f.Bytes, []byte("\ntrailer\n"))
		if 0 <= table && table < rest {
			return [][]byte{f.Bytes[:table], f.Bytes[rest:]}, nil
		}
	}
	if !strings.HasSuffix(f.Name, ".docx") {
		return [][]byte{f.Bytes}, nil
	}
	archive, err := zip.NewReader(bytes.NewReader(f.Bytes), int64(len(f.Bytes)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.Name, err)
	}
	var out [][]byte
	for _, part := range archive.File {
		b, err := contentsOf(part)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", f.Name, part.Name, err)
		}
		out = append(out, b, withoutTags(b))
	}
	return out, nil
}

func contentsOf(part *zip.File) ([]byte, error) {
	r, err := part.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close() //nolint:errcheck // it was only read
	return io.ReadAll(r)
}

// withoutTags is the text of an XML part without its tags, so that a value that a change
// of style splits is found.
func withoutTags(xml []byte) []byte {
	out := make([]byte, 0, len(xml)/4)
	inTag := false
	for _, c := range xml {
		switch {
		case c == '<':
			inTag = true
		case c == '>':
			inTag = false
		case !inTag:
			out = append(out, c)
		}
	}
	return out
}
