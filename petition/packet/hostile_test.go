package packet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"expunge/forms"
	"expunge/petition"
)

// hostile texts mean something to a PDF reader or a word processor. Each is short enough
// for a name and is printed as it stands. The word in it is looked for.
func hostile() []string {
	return []string{
		`Zz) Tj ET Q endstream endobj`, `Zz\\) \051 \101 (((`, `Zz >> /JS (app.alert) >>`, `Zz /OpenAction <</S/Launch>>`, `Zz %%EOF startxref 0`,
		`</w:t></w:r><w:p>Zz`, `Zz]]><!--`, `Zz & < > " ' &#x41; &amp;`, `{ HYPERLINK Zz }`, `Zz <?xml version="1.0"?>`, `<!DOCTYPE Zz [<!ENTITY a "b">]>`,
		"Zz ]]&gt;", `=cmd|'/c calc'!Zz`, `[Zz](javascript:alert) <script> # *_~`,
	}
}

// dressed is a case whose every free text is the given one.
func dressed(text string) petition.Case {
	c := dismissed(1)
	c.Petitioner.Name.First, c.Petitioner.Name.Last = text, "Inventado"
	c.Petitioner.OtherNames = []string{text}
	c.Petitioner.Address.Street, c.Petitioner.Address.City = text, text
	c.Notes = text
	c.Showing.Rehabilitation, c.Showing.GoodConduct = text, text
	c.Charges[0].CauseNumber, c.Charges[0].Offense, c.Charges[0].Plaintiff = text, text, text
	c.Charges[0].Arrest.Agency, c.Charges[0].OutcomeWording = text, text
	c.Charges[0].Prosecutor.Name = text
	return c
}

func hostileOptions(text string) Options {
	o := options()
	o.Formats = []Format{PDF, DOCX, Markdown}
	o.Office.Papers = forms.DefaultPapers()
	o.Office.Clinic = forms.Clinic{Name: text, Address: text, Place: text, Date: text}
	o.Office.Attorney = forms.Attorney{Name: text, BarNumber: text, Phone: text, Email: text}
	return o
}

// livePDF are the names of what a reader would do something at.
var livePDF = regexp.MustCompile(`/(JS|JavaScript|OpenAction|AA|Launch|URI|SubmitForm|GoToR|EmbeddedFile|RichMedia|XFA|AcroForm)\b`)

func TestTextsThatMeanSomethingToAReaderArePrinted(t *testing.T) {
	api.DisableConfigDir()
	plain := build(t, dressed("Zz plain"), hostileOptions("Zz plain"))
	for _, text := range hostile() {
		p := build(t, dressed(text), hostileOptions(text))
		for _, f := range p.Files {
			switch {
			case strings.HasSuffix(f.Name, ".pdf"):
				safePDF(t, text, f.Bytes)
				if f.Name == "packet.pdf" && !strings.Contains(squeezed(wordsOf(t, f.Bytes)), squeezed(text)) {
					t.Errorf("%q is not printed as it stands in %s", text, f.Name)
				}
			case strings.HasSuffix(f.Name, ".md"):
				for _, live := range []string{"](javascript", "<script", "<!--", "<!DOCTYPE", "<?xml"} {
					if at := strings.Index(string(f.Bytes), live); at >= 0 && f.Bytes[max(0, at-1)] != '\\' {
						t.Errorf("%q is live in %s", live, f.Name)
					}
				}
			case strings.HasSuffix(f.Name, ".docx"):
				got, want := skeleton(t, f.Bytes), skeleton(t, named(plain, f.Name))
				if !slices.Equal(got, want) {
					t.Errorf("%q changes what %s is made of:\n%v\n%v", text, f.Name, got, want)
				}
			}
		}
	}
}

func TestWhatAReaderWouldDoIsSeen(t *testing.T) {
	if !livePDF.Match(withoutStrings([]byte(`<< /Type /Catalog /T (a \) b) /OpenAction 3 0 R >>`))) || livePDF.Match(withoutStrings([]byte(`<< /T (a \) (/JS) /Launch) >>`))) {
		t.Error("an action is not told from text")
	}
	live := packWord(t, "<w:p><w:fldSimple w:instr=\"HYPERLINK Zz\"/></w:p>")
	if slices.Equal(skeleton(t, live), skeleton(t, packWord(t, "<w:p>Zz</w:p>"))) {
		t.Error("a field is not told from text")
	}
}

func packWord(t *testing.T, body string) []byte {
	t.Helper()
	return wordDocument(t, "<w:document xmlns:w=\"w\">"+body+"</w:document>")
}

// safePDF checks that a file is strictly valid and does nothing by itself. What looks like
// an action inside a string is text.
func safePDF(t *testing.T, text string, b []byte) {
	t.Helper()
	how := model.NewDefaultConfiguration()
	how.ValidationMode = model.ValidationStrict
	if err := api.Validate(bytes.NewReader(b), how); err != nil {
		t.Errorf("%q: %v", text, err)
	}
	if at := livePDF.Find(withoutStrings(b)); at != nil {
		t.Errorf("%q: the file has %s", text, at)
	}
}

// withoutStrings leaves out the strings of a PDF file: "(...)", with what is escaped in them.
func withoutStrings(b []byte) []byte {
	var out []byte
	depth := 0
	for i := 0; i < len(b); i++ {
		switch c := b[i]; {
		case depth > 0 && c == '\\':
			i++
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth == 0:
			out = append(out, c)
		}
	}
	return out
}

func wordsOf(t *testing.T, b []byte) string {
	t.Helper()
	r, err := pdf.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := r.GetPlainText()
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(text)
	if err != nil {
		t.Fatal(err)
	}
	return string(all)
}

// squeezed leaves out what a typesetter may change: spaces, and the shape of quotes.
func squeezed(s string) string {
	return strings.NewReplacer("\u2019", "'", "\u2018", "'", "\u201c", `"`, "\u201d", `"`).Replace(strings.Join(strings.Fields(s), ""))
}

// skeleton is what the parts of a Word document are made of, without their text: the
// kinds of elements and every relationship.
func skeleton(t *testing.T, b []byte) []string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, part := range r.File {
		f, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		for d := xml.NewDecoder(f); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", part.Name, err)
			}
			switch x := token.(type) {
			case xml.StartElement:
				key := part.Name + " " + x.Name.Local
				if strings.HasSuffix(part.Name, ".rels") || strings.HasPrefix(x.Name.Local, "fld") || strings.HasPrefix(x.Name.Local, "instr") {
					for _, a := range x.Attr {
						key += " " + a.Name.Local + "=" + a.Value
					}
				}
				seen[key] = true
			case xml.Comment, xml.Directive:
				seen[part.Name+" comment or directive"] = true
			}
		}
		_ = f.Close()
	}
	var out []string
	for key := range seen {
		out = append(out, key)
	}
	slices.Sort(out)
	return out
}
