package pdf

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	reader "github.com/ledongthuc/pdf"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"expunge/forms/doc"
)

// digestVariable asks the test binary for nothing but the digest of the sample papers.
const digestVariable = "EXPUNGE_PDF_DIGEST"

func TestMain(m *testing.M) {
	if os.Getenv(digestVariable) != "" {
		var b bytes.Buffer
		if err := Render(&b, samplePapers(), sampleOptions()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		if _, err := fmt.Fprintf(os.Stdout, "%x", sha256.Sum256(b.Bytes())); err != nil {
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

func render(t *testing.T, docs []doc.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Render(&b, docs, sampleOptions()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSameInputGivesSameBytes(t *testing.T) {
	want := render(t, samplePapers())
	for i := range 20 {
		if !bytes.Equal(render(t, samplePapers()), want) {
			t.Fatalf("render %d differs", i)
		}
	}
	t.Setenv(digestVariable, "1")
	got, err := exec.Command(os.Args[0]).Output()
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%x", sha256.Sum256(want)); string(got) != want {
		t.Errorf("another process: digest %s, want %s", got, want)
	}
}

func TestManyMayRenderAtOnce(t *testing.T) {
	want := render(t, samplePapers())
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			var b bytes.Buffer
			if err := Render(&b, samplePapers(), sampleOptions()); err != nil || !bytes.Equal(b.Bytes(), want) {
				t.Errorf("a render beside others differs: %v", err)
			}
		})
	}
	wait.Wait()
}

func TestFileIsStrictlyValid(t *testing.T) {
	api.DisableConfigDir()
	for name, docs := range map[string][]doc.Document{"sample": samplePapers(), "nasty": nastyPapers(), "confidential": confidentialPapers()} {
		c := model.NewDefaultConfiguration()
		c.ValidationMode = model.ValidationStrict
		if err := api.Validate(bytes.NewReader(render(t, docs)), c); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWordsCanBeReadBack(t *testing.T) {
	data := render(t, samplePapers())
	r, err := reader.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for i := range r.NumPage() {
		text, err := r.Page(i + 1).GetPlainText(nil)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(text + " ")
	}
	got := strings.Join(strings.Fields(b.String()), " ")
	for _, want := range []string{
		"IN THE CIRCUIT COURT OF HINDS COUNTY, MISSISSIPPI", "CAUSE NO. 25-CR-00417-TEST",
		"under Section 99-19-71 of the", "nurse’s aide", "NOT FOR FILING", "Page 2 of 3", "date of arrest",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q cannot be read back from the file", want)
		}
	}
	if name := textString("Nguyễn")[2:]; !bytes.Contains(data, []byte(name)) { // the reader cannot map UTF-16
		t.Error("the Unicode name is not in the file")
	}
}

func TestFileDescribesItself(t *testing.T) {
	data := string(render(t, []doc.Document{orderPaper()}))
	for _, want := range []string{
		"/Title (Expungement papers)", "/Author (A clinic)", "/Lang (en-US)",
		"/CreationDate (D:20260302093000)", "/ModDate (D:20260302093000)", "(To file)", "(Proposed Order)",
	} {
		if !strings.Contains(data, want) {
			t.Errorf("the file lacks %s", want)
		}
	}
	for _, not := range []string{"Producer", "FPDF", "fpdf", "Creator", "Not for filing"} {
		if strings.Contains(data, not) {
			t.Errorf("the file says %s", not)
		}
	}
}

func TestDateNotGivenIsNotTheTimeOfDay(t *testing.T) {
	var b bytes.Buffer
	if err := Render(&b, []doc.Document{orderPaper()}, Options{}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(b.String(), "/CreationDate (D:19700101000000)") {
		t.Error("the zero time was not written as 1970")
	}
}

func TestOnlyFontsInUseAreEmbedded(t *testing.T) {
	data := string(render(t, []doc.Document{orderPaper()}))
	if n := strings.Count(data, "/Type /FontDescriptor"); n != 2 {
		t.Errorf("%d fonts in a paper of roman and bold serif, want 2", n)
	}
	if strings.Contains(data, "utf8") {
		t.Error("a Unicode font in a paper that needs none")
	}
}

func TestCharacterWithoutShapeIsAnError(t *testing.T) {
	docs := []doc.Document{{Name: "petition", Blocks: []doc.Block{doc.Para{Spans: spans(
		text("Secret "), value("petitioner.name", "A王B王"), text(" \U0001F600"))}}}}
	var b bytes.Buffer
	err := Render(&b, docs, sampleOptions())
	var glyph GlyphError
	if !errors.As(err, &glyph) || glyph != (GlyphError{"petition", "petitioner.name"}) {
		t.Fatalf("got %v", err)
	}
	want := "petition: petitioner.name: a character stands there that no type face has\n" +
		"petition: the text of the paper: a character stands there that no type face has"
	if err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
	if b.Len() > 0 {
		t.Error("something was written")
	}
}

func TestNoPapersIsAnError(t *testing.T) {
	if err := Render(&bytes.Buffer{}, nil, Options{}); !errors.Is(err, ErrNoPapers) {
		t.Errorf("got %v", err)
	}
}

func TestCreatedIsWrittenInUTC(t *testing.T) {
	o := sampleOptions()
	o.Created = o.Created.In(time.FixedZone("", -6*3600))
	var b bytes.Buffer
	if err := Render(&b, samplePapers(), o); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), render(t, samplePapers())) {
		t.Error("the zone of the date changed the bytes")
	}
}
