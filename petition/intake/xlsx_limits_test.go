package intake

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

// endless gives as many bytes as it is asked for.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

func TestAWorkbookOfMoreThan64MiBIsNotUnpacked(t *testing.T) {
	for size, want := range map[int64]string{maxWorkbook: "table.workbook", maxWorkbook + 1: "table.size", 1 << 40: "table.size"} {
		table := &Table{name: "clients.xlsx"}
		if err := table.openWorkbook(io.LimitReader(endless{}, size)); err != nil {
			t.Fatal(err)
		}
		if found := table.Problems(); len(found) != 1 || string(found[0].Code) != want || found[0].Hint == "" {
			t.Errorf("%d bytes: %v, want %s", size, found, want)
		}
	}
}

func TestTheTextsOfAWorkbookAreCounted(t *testing.T) {
	part := zipped(t, "texts.xml", "<sst><si><t>the last</t></si></sst>")
	for had, fails := range map[int]bool{maxStrings - 1: false, maxStrings: true} {
		w := &workbook{parts: part, unpacked: maxUnpacked, texts: make([]string, had, maxStrings)}
		err := w.readTexts("texts.xml")
		if fails != (err != nil) || fails && !strings.Contains(err.Error(), "too many texts") {
			t.Errorf("%d texts before: %v", had, err)
		}
	}
}

func TestAPartThatUnpacksToTooMuchIsAProblem(t *testing.T) {
	part := zipped(t, "texts.xml", "<sst></sst>")
	for left, fails := range map[int64]bool{11: false, 10: true, 0: true} {
		w := &workbook{parts: part, unpacked: left}
		if _, err := w.part("texts.xml"); fails != (err != nil) || fails && !strings.Contains(err.Error(), "unpacks to more than 256 MiB") {
			t.Errorf("%d bytes left: %v", left, err)
		}
	}
}

// A merged range costs memory for each row that it covers, so that a few bytes can ask for
// much; the ranges and what they cover are both counted.
func TestMergedCellsAreCounted(t *testing.T) {
	sheet := func(ranges, rows int) []byte {
		var b strings.Builder
		b.WriteString("<worksheet><sheetData></sheetData><mergeCells>")
		for i := range ranges {
			fmt.Fprintf(&b, `<mergeCell ref="A%d:A%d"/>`, i+1, i+rows)
		}
		return []byte(b.String() + "</mergeCells></worksheet>")
	}
	for _, c := range []struct {
		ranges, rows int
		fails        bool
	}{
		{maxMerged, 1, false},
		{maxMerged + 1, 1, true},
		{maxFilled / 1000, 1001, false},
		{maxFilled/1000 + 1, 1001, true},
	} {
		_, err := newSheet(&Table{}, &workbook{}, sheet(c.ranges, c.rows))
		if c.fails != (err != nil) || c.fails && !strings.Contains(err.Error(), "too many merged cells") {
			t.Errorf("%d ranges of %d rows: %v", c.ranges, c.rows, err)
		}
	}
}

// zipped is the parts of a workbook with one part.
func zipped(t *testing.T, name, content string) map[string]*zip.File {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	part, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(part, content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return map[string]*zip.File{name: r.File[0]}
}
