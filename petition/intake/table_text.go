package intake

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// sample is how much of a file is looked at to tell how it is written.
const sample = 64 << 10

// openText readies a CSV file, with the delimiter that splits its headers into most
// known columns.
func (t *Table) openText(b *bufio.Reader, columns []Column) {
	b, wide := toASCII(b)
	head, _ := b.Peek(sample)
	delimiter, named := namedDelimiter(head)
	if !named {
		delimiter = t.likeliest(head, columns)
	}
	t.delimiter = delimiter
	rows := &csvRows{table: t, r: b, delimiter: delimiter, letters: letters{wide: wide}}
	t.source = rows
	if named {
		rows.skipLine()
	}
}

// toASCII returns a reader of bytes in which ASCII stands for itself and lines end with
// a line feed: UTF-8 and Windows-1252 as they are, without a mark at the start, and
// UTF-16 as UTF-8. Without a mark it says nothing of the first two: which of them it is
// shows with the first letter beyond ASCII.
func toASCII(b *bufio.Reader) (_ *bufio.Reader, isUTF8 bool) {
	head, _ := b.Peek(sample)
	var wide *transform.Reader
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		_, _ = b.Discard(3)
		isUTF8 = true
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		wide = transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder())
	case nulsAt(head, 1):
		wide = transform.NewReader(b, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewDecoder())
	case nulsAt(head, 0):
		wide = transform.NewReader(b, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewDecoder())
	}
	if wide != nil {
		b, isUTF8 = bufio.NewReaderSize(wide, sample), true
	}
	if head, _ = b.Peek(sample); bytes.IndexByte(head, '\r') >= 0 && bytes.IndexByte(head, '\n') < 0 {
		b = bufio.NewReaderSize(returns{b}, sample)
	}
	return b, isUTF8
}

// nulsAt reports whether text has the zero bytes of UTF-16 at even or odd places, and
// there alone.
func nulsAt(head []byte, odd int) bool {
	head = head[:min(len(head), 4096)]
	var nuls [2]int
	for i, c := range head {
		if c == 0 {
			nuls[i%2]++
		}
	}
	half := len(head) / 2
	return nuls[odd] > half/2 && nuls[1-odd] <= half/20
}

// returns reads lines that end with a carriage return alone, as those of old Macs do.
type returns struct{ r io.Reader }

func (m returns) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

var namesDelimiter = regexp.MustCompile(`^(?i:sep)=([,;\t])\r?\n`)

// namedDelimiter reads the first line "sep=;" that Excel writes and understands, in capitals too.
func namedDelimiter(head []byte) (byte, bool) {
	if m := namesDelimiter.FindSubmatch(head); m != nil {
		return m[1][0], true
	}
	return 0, false
}

func (t *Table) likeliest(head []byte, columns []Column) byte {
	own := ownFields(columns)
	best, most := byte(','), -1
	for _, delimiter := range []byte{',', ';', '\t'} {
		rows := &csvRows{table: t, r: bytes.NewReader(head), delimiter: delimiter}
		row, err := rows.next()
		for err == nil && row.blank() {
			row, err = rows.next()
		}
		known := 0
		for _, header := range row.Cells {
			if b, doubt := headers().read(header, own); b.use >= leftOut || doubt != nil {
				known++
			}
		}
		if known > most {
			best, most = delimiter, known
		}
	}
	return best
}

// letters turns the bytes of rows into text. The mark at the start of a file or else the
// first letter beyond ASCII shows how the whole file is written: a row that is not so
// cannot be read. Letters of Windows-1252 hardly ever come together as UTF-8 has them.
type letters struct{ wide, western bool }

// text returns the text of a row. False means that the row is not in the file's encoding.
func (l *letters) text(b []byte) (string, bool) {
	if isASCII(b) {
		return string(b), true
	}
	s := string(b)
	if utf8.ValidString(s) {
		l.wide = !l.western
		return s, l.wide && !strings.ContainsRune(s, '\ufffd')
	}
	if l.wide {
		return strings.ToValidUTF8(s, "\ufffd"), false
	}
	l.western = true
	s, err := charmap.Windows1252.NewDecoder().String(s)
	return s, err == nil && !strings.ContainsRune(s, '\ufffd')
}

func isASCII(b []byte) bool {
	for len(b) >= 8 {
		if binary.LittleEndian.Uint64(b)&0x8080808080808080 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}
