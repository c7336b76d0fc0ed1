package intake

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"expunge/petition"
)

// endless gives as many bytes as it is asked for.
type endless struct{}

func (endless) Read(b []byte) (int, error) { return len(b), nil }

// TestTheUsualLimits holds what people were told, in the change log too.
func TestTheUsualLimits(t *testing.T) {
	want := limits{
		keptRows: 200_000, keptBytes: 256 << 20, blank: 1_048_576,
		packed: 64 << 20, parts: 10_000, unpacked: 256 << 20, part: 8 << 20, rows: 1_048_576, slots: 16_000_000, tokens: 64_000_000,
	}
	if got := usualLimits(); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// problemsOf opens a workbook within limits, and returns all that is wrong with it.
func problemsOf(t *testing.T, r io.Reader, most limits) []Diagnostic {
	t.Helper()
	table := &Table{name: "clients.xlsx", most: most}
	if err := table.openWorkbook(r); err != nil {
		t.Fatal(err)
	}
	return table.Problems()
}

func TestAWorkbookThatIsTooLongIsNotUnpacked(t *testing.T) {
	most := usualLimits()
	most.packed = 64 << 10
	for size, want := range map[int64]petition.Code{most.packed: "table.workbook", most.packed + 1: "table.size", 1 << 40: "table.size"} {
		found := problemsOf(t, io.LimitReader(endless{}, size), most)
		if len(found) != 1 || found[0].Code != want || found[0].Hint == "" || want == "table.size" && !strings.Contains(found[0].Message, "larger than 64 KiB") {
			t.Errorf("%d bytes: %v, want %s", size, found, want)
		}
	}
}

// listed is a workbook whose list of parts says sizes that its bytes need not have.
func listed(t *testing.T, parts int, content string, unpacked uint64) []byte {
	t.Helper()
	var packed, out bytes.Buffer
	small, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err == nil {
		_, err = io.WriteString(small, content)
	}
	if err == nil {
		err = small.Close()
	}
	z := zip.NewWriter(&out)
	for i := range parts {
		head := &zip.FileHeader{Name: fmt.Sprintf("xl/part%d.xml", i), Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: unpacked}
		if i == 0 {
			head.Name = "xl/workbook.xml"
		}
		var w io.Writer
		if err == nil {
			w, err = z.CreateRaw(head)
		}
		if err == nil {
			_, err = w.Write(packed.Bytes())
		}
	}
	if err == nil {
		err = z.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// allocatedBy returns how many bytes a function takes, given back or not.
func allocatedBy(do func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	do()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// TestTheListOfPartsIsBelievedWhenItSaysTooMuch refuses a workbook for what it lists, all
// parts together, before anything is unpacked.
func TestTheListOfPartsIsBelievedWhenItSaysTooMuch(t *testing.T) {
	most := usualLimits()
	for _, c := range []struct {
		what     string
		parts    int
		unpacked uint64
		want     string
	}{
		{"300 MiB in one part", 1, 300 << 20, "the workbook unpacks to more than 256 MiB"},
		{"all that a number can say", 1, 1<<64 - 1, "the workbook unpacks to more than 256 MiB"},
		{"together more than a number can say", 3, 1<<63 + 1<<62, "the workbook unpacks to more than 256 MiB"},
		{"together a byte too many", 2, 128<<20 + 1, "the workbook unpacks to more than 256 MiB"},
		{"together as many as may be", 2, 128 << 20, "workbook.xml in the workbook unpacks to more than 100 times its size"},
		{"as much as may be of a small part", 1, 8 << 20, "damaged"}, // for the rest of what it says is not true
		{"more of a small part", 1, 8<<20 + 1, "workbook.xml in the workbook unpacks to more than 100 times its size"},
		{"a part too many", most.parts + 1, 0, "the workbook has more than 10000 parts"},
		{"as many as may be", most.parts, 0, "damaged"},
	} {
		data := listed(t, c.parts, "<workbook/>", c.unpacked)
		var found []Diagnostic
		cost := allocatedBy(func() { found = problemsOf(t, bytes.NewReader(data), most) })
		if len(found) != 1 || !strings.Contains(found[0].Message, c.want) || found[0].Hint == "" || found[0].File != "clients.xlsx" {
			t.Errorf("%s: %v, want %s", c.what, found, c.want)
		}
		if c.parts <= most.parts && cost > uint64(10*len(data)+1<<20) {
			t.Errorf("%s: %d bytes were taken for a workbook of %d", c.what, cost, len(data))
		}
		if c.parts > most.parts && cost > uint64(6*len(data)) { // reading the bytes; a list of them would be as much again
			t.Errorf("%s: %d bytes were taken for a workbook of %d", c.what, cost, len(data))
		}
	}
}

// TestTheListOfPartsIsNotBelievedWhenItSaysTooLittle unpacks no more than it says, nor more
// than is left, whatever is there.
func TestTheListOfPartsIsNotBelievedWhenItSaysTooLittle(t *testing.T) {
	data := listed(t, 1, strings.Repeat(" ", 4<<20), 100)
	for _, left := range []int64{99, 100, 1 << 20} {
		w := &workbook{parts: map[string]*zip.File{}, most: usualLimits()}
		if err := w.list(data); err != nil {
			t.Fatal(err)
		}
		w.unpacked = left
		var err error
		cost := allocatedBy(func() { _, err = w.part("xl/workbook.xml") })
		if err == nil || !strings.Contains(err.Error(), map[bool]string{true: "unpacks to more than", false: "damaged"}[left < 100]) || cost > 256<<10 {
			t.Errorf("%d left: %v, and %d bytes were taken", left, err, cost)
		}
		w.unpacked = left
		cost = allocatedBy(func() { err = w.readTexts("xl/workbook.xml") })
		if err == nil || cost > 256<<10 {
			t.Errorf("%d left: %v, and %d bytes were taken", left, err, cost)
		}
	}
}

func TestTheTextsOfAWorkbookAreCounted(t *testing.T) {
	part := zipped(t, "texts.xml", "<sst><si><t>the last</t></si></sst>")
	for had, fails := range map[int]bool{maxStrings - 1: false, maxStrings: true} {
		w := &workbook{parts: part, most: usualLimits(), unpacked: 1 << 20, tokens: 10, texts: make([]string, had, maxStrings)}
		err := w.readTexts("texts.xml")
		if fails != (err != nil) || fails && !strings.Contains(err.Error(), "too many texts") {
			t.Errorf("%d texts before: %v", had, err)
		}
	}
}

func TestAPartThatUnpacksToTooMuchIsAProblem(t *testing.T) {
	part := zipped(t, "texts.xml", "<sst></sst>")
	for left, fails := range map[int64]bool{11: false, 10: true, 0: true} {
		w := &workbook{parts: part, most: usualLimits(), unpacked: left}
		if _, err := w.part("texts.xml"); fails != (err != nil) || fails && !strings.Contains(err.Error(), "unpacks to more than 256 MiB") {
			t.Errorf("%d bytes left: %v", left, err)
		}
	}
}

// What is read as it is unpacked counts as what is unpacked whole does.
func TestAllPartsTogetherAreCounted(t *testing.T) {
	w := &workbook{parts: zipped(t, "texts.xml", "<sst></sst>"), most: usualLimits(), unpacked: 22, tokens: 10}
	for n, want := range []string{"", "", "unpacks to more than 256 MiB"} {
		if err := w.readTexts("texts.xml"); (err != nil) != (want != "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("read %d times before: %v", n, err)
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
		_, err := newSheet(&Table{}, &workbook{tokens: 1 << 20}, sheet(c.ranges, c.rows))
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
