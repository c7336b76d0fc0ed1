package intake

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
)

// Limits of the XML of a workbook. What spreadsheets write takes a small part of them.
const (
	maxTag    = 64 << 10 // bytes of a tag with its attributes, or of a comment
	maxText   = 8 << 20  // bytes of text between two tags
	maxNested = 100      // elements within elements
)

// tokens reads the XML of a part, tag by tag. The decoder of the standard library holds
// as many attributes, and as much text, as there are; here both are limited. Its errors
// are those of the content, or what the decoder and the reader say.
type tokens struct {
	xml   *xml.Decoder
	in    *rationed
	depth int
	text  bool // the last token was text: the < behind it is taken
	left  *int // tokens that the workbook may still have
}

func newTokens(in *rationed, left *int) *tokens {
	return &tokens{xml: xml.NewDecoder(in), in: in, left: left}
}

// Token returns the next token. The bytes of text are good until the next call.
func (t *tokens) Token() (xml.Token, error) {
	t.in.begin(t.text)
	token, err := t.xml.RawToken()
	if t.in.wrong != nil {
		return nil, t.in.wrong
	}
	if err != nil {
		return nil, err
	}
	*t.left--
	t.text = false
	switch x := token.(type) {
	case xml.CharData:
		t.text = true
	case xml.StartElement:
		*t.left -= len(x.Attr)
		if t.depth++; t.depth > maxNested {
			return nil, badWorkbook(fmt.Sprintf("its parts are nested more than %d deep", maxNested))
		}
	case xml.EndElement:
		t.depth--
	case xml.Directive:
		return nil, badWorkbook("it has a document type declaration, which no spreadsheet writes")
	}
	if *t.left < 0 {
		return nil, tooLarge("the workbook has more tags than its cells can need")
	}
	return token, nil
}

// rest reads to the end, so that damage there is seen too.
func (t *tokens) rest() error {
	for {
		if _, err := t.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// rationed reads a part byte by byte, as the decoder asks for it, and stops where a token,
// or the part, is longer than it may be.
type rationed struct {
	r     io.Reader // nil when all is in buf
	limit int64     // of bytes from r
	over  error     // what to say beyond it
	taken int64     // bytes from r

	buf   []byte
	at    int
	left  int   // bytes that the token may still have
	tag   bool  // it is a tag
	wrong error // a limit that was passed
}

// begin readies for a token, which is a tag when its first byte is <, or was that.
func (r *rationed) begin(tag bool) {
	if r.at == len(r.buf) {
		_ = r.fill() // ReadByte meets the same error
	}
	r.tag = tag || r.at < len(r.buf) && r.buf[r.at] == '<'
	if r.left = maxText; r.tag {
		r.left = maxTag
	}
}

// ReadByte returns the next byte.
func (r *rationed) ReadByte() (byte, error) {
	if r.at == len(r.buf) {
		if err := r.fill(); err != nil {
			return 0, err
		}
	}
	if r.left--; r.left < 0 {
		r.wrong = badWorkbook(fmt.Sprintf("it has a text of more than %d MiB", maxText>>20))
		if r.tag {
			r.wrong = badWorkbook(fmt.Sprintf("it has a tag of more than %d KiB", maxTag>>10))
		}
		return 0, r.wrong
	}
	b := r.buf[r.at]
	r.at++
	return b, nil
}

// Read is there because a decoder is made from a reader; it takes single bytes alone.
func (r *rationed) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	b, err := r.ReadByte()
	if err != nil {
		return 0, err
	}
	p[0] = b
	return 1, nil
}

func (r *rationed) fill() error {
	if r.r == nil {
		return io.EOF
	}
	if cap(r.buf) == 0 {
		r.buf = make([]byte, 0, 16<<10)
	}
	n, err := io.ReadAtLeast(r.r, r.buf[:cap(r.buf)], 1)
	r.buf, r.at = r.buf[:n], 0
	if r.taken += int64(n); r.taken > r.limit {
		r.buf, r.wrong = r.buf[:0], r.over
		return r.over
	}
	return err
}
