package packet

import (
	"archive/zip"
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/petition"
	"expunge/petition/files"
)

func private(t *testing.T) petition.Person {
	t.Helper()
	born, err := petition.ParseDate("1988-02-29")
	if err != nil {
		t.Fatal(err)
	}
	return petition.Person{SSN: "900-12-3456", StateID: "MS0009999", DateOfBirth: born, Race: "Invented", Sex: "Imagined"}
}

func made(name, text string) []File {
	return []File{{File: files.File{Name: name, Bytes: []byte("before " + text + " after")}}}
}

func TestNoFileShowsAConfidentialFact(t *testing.T) {
	p := private(t)
	for _, text := range []string{
		"900-12-3456", "900123456", "900 12 3456", "MS0009999", "1988-02-29", "February 29, 1988", "February\u00a029, 1988",
		"February\xa029, 1988", "2/29/1988", "02/29/1988",
	} {
		if err := guard(nil, made("packet.pdf", text), p); !errors.Is(err, ErrExposed) {
			t.Errorf("%q in packet.pdf: %v", text, err)
		} else if strings.Contains(err.Error(), text) {
			t.Errorf("the error tells it: %v", err)
		}
		if err := guard(nil, made("confidential.pdf", text), p); err != nil {
			t.Errorf("%q in confidential.pdf: %v", text, err)
		}
	}
	if err := guard(nil, made("packet.pdf", "born in 1988, cause 3456"), p); err != nil {
		t.Errorf("the year of birth alone: %v", err)
	}
}

// Where an object begins in a PDF file is nobody's number. All around the table is searched.
func TestTheTableOfAPDFFileTellsNothing(t *testing.T) {
	for text, exposed := range map[string]bool{
		"1 0 obj\nendobj\nxref\n0 2\n0000000000 65535 f \n0009001234 00000 n \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n":         false,
		"(0009001234) Tj\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000007 00000 n \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n": true,
		"1 0 obj\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</ID (0009001234)>>\nstartxref\n9\n%%EOF\n":              true,
		"\nxref\n0009001234": true, // not a table that ends
	} {
		err := guard(nil, []File{{File: files.File{Name: "packet.pdf", Bytes: []byte(text)}}}, petition.Person{StateID: "0009001234"})
		if errors.Is(err, ErrExposed) != exposed {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestThePartsOfAWordDocumentAreOpened(t *testing.T) {
	document := wordDocument(t, "<w:t>"+strings.Repeat("x", 400)+"900-12-3456</w:t>")
	if bytes.Contains(document, []byte("900-12-3456")) {
		t.Fatal("the part is not compressed, so the test shows nothing")
	}
	f := []File{{File: files.File{Name: "order.docx", Bytes: wordDocument(t, "<w:t>900-12-</w:t><w:t>3456</w:t>")}}}
	if err := guard(nil, f, private(t)); !errors.Is(err, ErrExposed) {
		t.Errorf("a number split over two runs: %v", err)
	}
	f = []File{{File: files.File{Name: "petition.docx", Bytes: document}}}
	if err := guard(nil, f, private(t)); !errors.Is(err, ErrExposed) {
		t.Errorf("a number within a part: %v", err)
	}
}

// wordDocument is a document with one part, compressed.
func wordDocument(t *testing.T, xml string) []byte {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	part, err := w.Create("word/document.xml")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := part.Write([]byte(xml)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func TestNoPaperHoldsAConfidentialField(t *testing.T) {
	paper := func(g doc.Group, path string) []doc.Document {
		return []doc.Document{{Name: "worksheet", Group: g, Blocks: []doc.Block{doc.Para{Spans: []doc.Span{doc.Value{Path: path, S: "Invented"}}}}}}
	}
	for _, path := range confidentialFacts {
		if err := guard(paper(doc.NotForFiling, string(path)), nil, petition.Person{}); !errors.Is(err, ErrExposed) {
			t.Errorf("%s on a sheet: %v", path, err)
		}
		if err := guard(paper(doc.Confidential, string(path)), nil, petition.Person{}); err != nil {
			t.Errorf("%s on the confidential sheet: %v", path, err)
		}
	}
	if err := guard(paper(doc.Filed, "petitioner.name"), nil, petition.Person{}); err != nil {
		t.Errorf("a name on a filed paper: %v", err)
	}
}

// A value of the case that no field may hold is found in the paper whatever its form, and
// the error says which field it stands in.
func TestAnExposedFieldIsNamed(t *testing.T) {
	for _, text := range []string{
		"born 29-FEB-1980", "29 de febrero de 1980", "February\u00a029,\u202f1980", "078/05/1120", "078\u00ad05\u00ad1120", "(078)05-1120", "02291980", "29.2.1980",
	} {
		c := dismissed(1)
		c.Charges[0].Arrest.Place, c.Charges[0].Offense = text, "theft, "+text
		var named *ExposingError
		_, err := Build(c, options())
		if !errors.As(err, &named) || !errors.Is(err, ErrExposed) {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if len(named.Problems) != 2 || !strings.Contains(err.Error(), "charges[0].arrest.place") || strings.Contains(err.Error(), text) {
			t.Errorf("%q: %v", text, err)
		}
	}
	c := dismissed(1)
	c.Charges[0].OutcomeDate = c.Petitioner.DateOfBirth
	var named *ExposingError
	if _, err := Build(c, options()); !errors.As(err, &named) || named.Problems[0].Path != "charges[0].outcome_date" {
		t.Errorf("a day in the case: %v", err)
	}
	o := options()
	o.Office.Clinic = forms.Clinic{Name: "Clinic of 078 05 1120", Address: "100 Example Street"}
	if _, err := Build(dismissed(1), o); !errors.Is(err, ErrExposed) || errors.As(err, &named) {
		t.Errorf("what no field of the case holds: %v", err)
	}
}

// A longer number that holds the figures is another number.
func TestALongerNumberIsNotTheirs(t *testing.T) {
	p := private(t)
	for text, exposed := range map[string]bool{"7900123456": false, "9001234567": false, "MS00099991": false, "12/29/1988": false, "2/29/19880": false, "x900123456y": true, "SSN900-12-3456": true} {
		if err := guard(nil, made("packet.pdf", text), p); errors.Is(err, ErrExposed) != exposed {
			t.Errorf("%q: %v", text, err)
		}
	}
	c := dismissed(1)
	c.Charges[0].Arrest.TrackingNumber, c.Notes = "7078051120", "tracked as 7078051120"
	if ps := c.Validate(day); len(ps) > 0 {
		t.Fatal(ps)
	}
	build(t, c, options())
	c.Charges[0].CauseNumber = strings.Repeat("29", 12) + "February29078051120" // wider than its column
	if ps := c.Validate(day); len(ps) > 0 {
		t.Fatal(ps)
	}
	build(t, c, options())
	drawn := []File{{File: files.File{Name: "packet.pdf", Bytes: []byte("(2900) Tj (900-12-3456) Tj")}}}
	if err := guard(nil, drawn, p); !errors.Is(err, ErrExposed) {
		t.Errorf("a value that no paper holds within a number: %v", err)
	}
}

// A state number is of letters and figures of any kind, and no search of a paper's texts
// knows it: that a paper holds it does not show that it is part of something else.
func TestAStateNumberInAPaperIsNotPartOfAnother(t *testing.T) {
	paper := func(text string) []doc.Document {
		return []doc.Document{{Name: "petition", Group: doc.Filed, Blocks: []doc.Block{doc.Para{Spans: []doc.Span{doc.Text{S: text}}}}}}
	}
	for text, exposed := range map[string]bool{"MS0009999": true, "7900123456": false} {
		if err := guard(paper(text), made("packet.pdf", strings.TrimPrefix(text, "7")), private(t)); errors.Is(err, ErrExposed) != exposed {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// Whatever passes the check of a case can be made, in every kind of file.
func TestWhatPassesTheCheckIsNeverExposed(t *testing.T) {
	o := options()
	o.Formats = []Format{PDF, DOCX, Markdown}
	passed := 0
	rapid.Check(t, func(t *rapid.T) {
		c := dismissed(1)
		piece := rapid.SampledFrom([]string{"2", "29", "02", "80", "1980", "0229", "February", "feb", "xFeb", "07805", "078", "05", "1120", "078051120", "7", "§ ", "of", " ", " ", "-", "/", ".", "\u00a0", "\u00ad", "x"})
		text := func() string { return strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, "text"), "") }
		ch := &c.Charges[0]
		ch.CauseNumber, ch.Offense, ch.OutcomeWording, ch.Arrest.Place, ch.Arrest.AgencyNumber = text(), text(), text(), text(), text()
		ch.Section, ch.Count, ch.Ordinance, c.Petitioner.Address.Street, c.Petitioner.Address.City = petition.ParseSection(text()), text(), text(), text(), text()
		if slices.ContainsFunc(c.Validate(day), func(p petition.Problem) bool { return p.Code == "text.identifier" }) {
			return
		}
		passed++
		if _, err := Build(c, o); err != nil {
			t.Fatal(err)
		}
	})
	if passed == 0 {
		t.Error("nothing passed")
	}
}
