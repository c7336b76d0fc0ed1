package intake

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
)

// Limits of a workbook beside those of [limits].
const (
	maxStrings = 4_000_000
	maxFormats = 65_490    // of cells; a spreadsheet program stops there too
	maxStray   = 50        // columns beyond the headers in which cells are kept
	maxName    = 31        // characters of the name of a sheet, as in a spreadsheet program
	maxMerged  = 100_000   // ranges of cells
	maxFilled  = 1_000_000 // cells below the first of a range, all together
	maxRatio   = 100       // bytes that a byte may unpack to; rows alike but for their numbers take 30
	freeRatio  = 8 << 20   // bytes of a part for which that is not asked
)

// A workbook is read here rather than by excelize, with which the tests write theirs:
// its reader of rows does not tell a day from a number, takes text that breaks off for
// the end of the sheet, and puts large sheets into the system's folder for temporary
// files.

// workbook is what is needed of an .xlsx file: its first visible sheet, the texts its
// cells share, and which number formats show days.
type workbook struct {
	parts    map[string]*zip.File
	most     limits
	unpacked int64 // bytes that may still be unpacked
	tokens   int   // that may still be read
	texts    []string
	formats  []numberFormat // by the style of a cell
	from1904 bool
}

func badWorkbook(what string) error {
	return &contentError{"table.workbook", "the workbook cannot be read: " + what, "open it in a spreadsheet program and save it again as .xlsx or as CSV"}
}

// openWorkbook readies the first visible sheet of a workbook. What is wrong with the
// content is a problem of the table.
func (t *Table) openWorkbook(r io.Reader) error {
	data, err := io.ReadAll(io.LimitReader(r, t.most.packed+1))
	if err != nil {
		return err
	}
	if int64(len(data)) > t.most.packed {
		t.fail("table.size", "the workbook is larger than "+inBytes(t.most.packed), "save it as CSV, or remove sheets and pictures")
		return nil
	}
	w := &workbook{parts: map[string]*zip.File{}, most: t.most, unpacked: t.most.unpacked, tokens: t.most.tokens}
	if err := w.list(data); err != nil {
		return t.broke(err)
	}
	if err := w.open(t); err != nil {
		return t.broke(err)
	}
	return nil
}

// list notes the parts of a workbook. It unpacks none: too many, or parts that say
// themselves that they are too large, are refused before they cost memory. A part that is
// larger than it says is seen when it is unpacked.
func (w *workbook) list(data []byte) error {
	if bytes.Count(data, []byte("PK\x01\x02")) > w.most.parts { // each entry of the list begins so
		return tooLarge(fmt.Sprintf("the workbook has more than %d parts", w.most.parts))
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return badWorkbook("it is cut off or damaged")
	}
	left := uint64(w.most.unpacked) //nolint:gosec // not negative
	for _, f := range z.File {
		if f.UncompressedSize64 > left {
			return unpacksToMore(w.most.unpacked)
		}
		left -= f.UncompressedSize64
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if w.parts[name] != nil {
			return badWorkbook("two parts of it have the same name")
		}
		w.parts[name] = f
	}
	return nil
}

// inBytes writes a limit as people say it.
func inBytes(n int64) string {
	if n < 1<<20 {
		return fmt.Sprintf("%d KiB", n>>10)
	}
	return fmt.Sprintf("%d MiB", n>>20)
}

func (w *workbook) open(t *Table) error {
	book, err := w.bookPath()
	if err != nil {
		return err
	}
	sheet, others, err := w.firstSheet(book)
	if err != nil {
		return err
	}
	targets, err := w.targets(book)
	if err != nil {
		return err
	}
	if err := w.readTexts(targets.ofKind("sharedStrings")); err != nil {
		return err
	}
	if err := w.readFormats(targets.ofKind("styles")); err != nil {
		return err
	}
	at, ok := targets.byID[sheet.ID]
	if !ok {
		return badWorkbook("its first sheet is missing")
	}
	content, err := w.part(at)
	if err != nil {
		return err
	}
	if others > 0 {
		t.notes = append(t.notes, fmt.Sprintf("only the first sheet is read; the workbook has %d more", others))
	}
	t.sheet = firstRunes(sheet.Name, maxName)
	t.source, err = newSheet(t, w, content)
	return err
}

func tooLarge(what string) error {
	return &contentError{"table.size", what, "save it as CSV, or remove what is not needed"}
}

// openPart begins to unpack a part, unless it is made to take very much for what it is.
// Pictures, which may be all of one color, are not read.
func openPart(f *zip.File) (io.ReadCloser, error) {
	if f.UncompressedSize64 > freeRatio && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
		return nil, tooLarge(fmt.Sprintf("%s in the workbook unpacks to more than %d times its size", partName(f.Name), maxRatio))
	}
	r, err := f.Open()
	if err != nil {
		return nil, badWorkbook("a part of it is damaged")
	}
	return r, nil
}

// part unpacks a part of the workbook. One that is not there is empty.
func (w *workbook) part(name string) ([]byte, error) {
	f := w.parts[strings.ToLower(name)]
	if f == nil {
		return nil, nil
	}
	r, err := openPart(f)
	if err != nil {
		return nil, err
	}
	defer r.Close()   //nolint:errcheck // it was only read
	const most = 1032 // bytes that one byte can unpack to
	said := min(f.UncompressedSize64, uint64(max(w.unpacked, 0)))
	b := bytes.NewBuffer(make([]byte, 0, min(said, f.CompressedSize64*most)+1+bytes.MinRead))
	_, err = b.ReadFrom(io.LimitReader(r, int64(said)+1)) //nolint:gosec // at most what is left
	if w.unpacked -= int64(b.Len()); w.unpacked < 0 {
		return nil, unpacksToMore(w.most.unpacked)
	}
	if err != nil { // also where it is longer than it says
		return nil, badWorkbook("a part of it is damaged")
	}
	return b.Bytes(), nil
}

func unpacksToMore(most int64) error {
	return tooLarge("the workbook unpacks to more than " + inBytes(most))
}

// stream hands the tokens of a part to a reader, without unpacking it whole. A part that
// is not there is not read.
func (w *workbook) stream(name string, limit int64, read func(*tokens) error) error {
	f := w.parts[strings.ToLower(name)]
	if f == nil {
		return nil
	}
	r, err := openPart(f)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // it was only read
	over := unpacksToMore(w.most.unpacked)
	if limit < w.unpacked {
		over = tooLarge(partName(name) + " in the workbook unpacks to more than " + inBytes(limit))
	}
	in := &rationed{r: r, limit: min(limit, w.unpacked), over: over}
	err = read(newTokens(in, &w.tokens))
	w.unpacked -= in.taken
	return err
}

// partName is the file name of a part as a problem says it.
func partName(name string) string { return firstRunes(printableHeader(path.Base(name)), maxName) }

// read unpacks a part into a value; one that is not there leaves it as it is.
func (w *workbook) read(name string, into any) error {
	return w.stream(name, w.most.part, func(t *tokens) error {
		err := xml.NewTokenDecoder(t).Decode(into)
		if err == nil {
			err = t.rest()
		}
		return otherwise(err, partName(name)+" is damaged")
	})
}

// otherwise says what is wrong with a workbook, unless the error says it better.
func otherwise(err error, what string) error {
	var known *contentError
	if err == nil || errors.As(err, &known) {
		return err
	}
	return badWorkbook(what)
}

// targets are the parts that another part refers to.
type targets struct {
	byID   map[string]string
	byKind map[string]string // by the last word of the kind
}

func (t targets) ofKind(kind string) string { return t.byKind[kind] }

func (w *workbook) targets(of string) (targets, error) {
	var rels struct {
		Relationship []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	dir, base := path.Split(of)
	out := targets{map[string]string{}, map[string]string{}}
	if err := w.read(path.Join(dir, "_rels", base+".rels"), &rels); err != nil {
		return out, err
	}
	for _, r := range rels.Relationship {
		target := path.Join(dir, r.Target)
		if strings.HasPrefix(r.Target, "/") {
			target = strings.TrimPrefix(r.Target, "/")
		}
		out.byID[r.ID], out.byKind[path.Base(r.Type)] = target, target
	}
	return out, nil
}

func (w *workbook) bookPath() (string, error) {
	top, err := w.targets("")
	if err != nil {
		return "", err
	}
	book := top.ofKind("officeDocument")
	if book == "" {
		book = "xl/workbook.xml"
	}
	if w.parts[strings.ToLower(book)] == nil {
		return "", badWorkbook("it is not an Excel workbook")
	}
	return book, nil
}

type sheetEntry struct {
	Name  string     `xml:"name,attr"`
	State string     `xml:"state,attr"`
	Attrs []xml.Attr `xml:",any,attr"`
	ID    string     `xml:"-"`
}

// firstSheet returns the first sheet that is not hidden, and how many more there are.
func (w *workbook) firstSheet(book string) (first sheetEntry, others int, err error) {
	var b struct {
		Pr struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []sheetEntry `xml:"sheets>sheet"`
	}
	if err := w.read(book, &b); err != nil {
		return first, 0, err
	}
	w.from1904 = b.Pr.Date1904 == "1" || b.Pr.Date1904 == "true"
	seen := 0
	for _, s := range b.Sheets {
		if s.State == "hidden" || s.State == "veryHidden" {
			continue
		}
		if seen++; seen > 1 {
			continue
		}
		first = s
		for _, a := range s.Attrs {
			if a.Name.Local == "id" {
				first.ID = a.Value
			}
		}
	}
	if seen == 0 {
		return first, 0, badWorkbook("it has no sheet that is not hidden")
	}
	return first, seen - 1, nil
}

// readTexts reads the texts that cells share.
func (w *workbook) readTexts(name string) error {
	return w.stream(name, w.most.unpacked, func(t *tokens) error {
		for {
			token, err := t.Token()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err != nil {
				return otherwise(err, "its texts are damaged")
			}
			if start, ok := token.(xml.StartElement); ok && start.Name.Local == "si" {
				if len(w.texts) == maxStrings {
					return badWorkbook("it holds too many texts")
				}
				s, err := richText(t, "si")
				if err != nil {
					return otherwise(err, "its texts are damaged")
				}
				w.texts = append(w.texts, s)
			}
		}
	})
}

// richText reads to the end of an element and returns the text of its t elements, without
// the readings that are set beside Asian writing. Text that no cell can hold is cut.
func richText(t *tokens, element string) (string, error) {
	var b strings.Builder
	inText, reading := false, 0
	for {
		token, err := t.Token()
		if err != nil {
			return "", err
		}
		switch x := token.(type) {
		case xml.StartElement:
			inText = x.Name.Local == "t"
			if x.Name.Local == "rPh" {
				reading++
			}
		case xml.EndElement:
			inText = false
			switch x.Name.Local {
			case "rPh":
				reading--
			case element:
				return cellText(unescape(b.String())), nil
			}
		case xml.CharData:
			if inText && reading == 0 {
				writeSome(&b, x)
			}
		}
	}
}

// writeSome adds to the text of a cell what [cellText] may need of it: _x000D_ takes seven
// bytes for a character.
func writeSome(b *strings.Builder, more []byte) {
	const most = 7 * (maxCell + 2)
	b.Write(more[:min(len(more), max(most-b.Len(), 0))])
}

// cellText cuts a text that is too long for a cell to one character more than a cell can
// hold, so that it is still seen to be too long.
func cellText(s string) string { return firstRunes(s, maxCell+1) }

// firstRunes returns the beginning of a text, of at most n characters.
func firstRunes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for at := range s {
		if n--; n < 0 {
			return strings.Clone(s[:at])
		}
	}
	return s
}

// unescape reads _x000D_, by which a workbook writes what XML cannot hold.
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i+7 <= len(s) && s[i:i+2] == "_x" && s[i+6] == '_' {
			if n, err := strconv.ParseUint(s[i+2:i+6], 16, 16); err == nil {
				b.WriteRune(rune(n))
				i += 6
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// columnName returns A for 0, and AA for 26.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// cellAt reads "F14" as column 5 and row 14, "$F$14" too.
func cellAt(ref string) (column, row int, ok bool) {
	ref = strings.ReplaceAll(ref, "$", "")
	digits := strings.TrimLeft(ref, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := ref[:len(ref)-len(digits)]
	row, err := strconv.Atoi(digits)
	if err != nil || row < 1 || len(letters) < 1 || len(letters) > 3 {
		return 0, 0, false
	}
	for _, c := range letters {
		column = column*26 + int(c-'A') + 1
	}
	return column - 1, row, true
}

// quoteSheet writes the name of a sheet as a spreadsheet does in the name of a cell.
func quoteSheet(name string) string {
	plain := func(r rune) bool {
		return r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
	}
	if strings.IndexFunc(name, func(r rune) bool { return !plain(r) }) < 0 {
		return name
	}
	return "'" + strings.ReplaceAll(printableHeader(name), "'", "''") + "'"
}
