package packet

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/rules"
)

// ListOptions is what a checklist, or the papers for volunteers, depend on.
type ListOptions struct {
	AsOf       petition.Date // of a case; the papers for volunteers go by the law alone
	Held       []string      // enactments held back, see [rules.Holdable]
	Office     forms.Office  // its language is that of the papers
	Only       []string      // names of papers for volunteers; empty means every one
	Formats    []Format      // PDF and Markdown; any other makes nothing
	Copies     int           // how often the pages stand in the PDF file; 0 is once
	LargePrint bool
}

// checklistName is the name of the PDF file, without its ending.
const checklistName = "checklist"

// BlankPapers lists the names of the papers for volunteers.
func BlankPapers() []string {
	return []string{checklistName, "intake", "intake-charge", "intake-identifiers", "triage", "flow-chart"}
}

// Checklist makes the clinic checklist of a case alone: the file checklist.pdf, and its
// readable twin. The errors are those of [Build].
func Checklist(c petition.Case, o ListOptions) ([]File, error) {
	list := forms.Checklist(c, rules.Assess(c, o.AsOf, o.Held...), o.Office)
	made, err := listFiles([]doc.Document{list}, c.Petitioner, o.AsOf, o)
	return made, exposing(err, c)
}

// Blank makes the papers for volunteers, who have no case: one file checklist.pdf with
// all of them, and a readable twin of each. They carry the day of the law edition, so
// that they stay the same until the law does not.
func Blank(o ListOptions) ([]File, error) {
	day, err := petition.ParseDate(rules.Edition)
	if err != nil {
		return nil, fmt.Errorf("law edition: %w", err)
	}
	return listFiles(only(forms.Blank(o.Office), o.Only), petition.Person{}, day, o)
}

// listFiles draws the papers and looks for confidential facts in them, as in a packet.
func listFiles(papers []doc.Document, p petition.Person, day petition.Date, o ListOptions) ([]File, error) {
	var out []File
	if slices.Contains(o.Formats, PDF) && len(papers) > 0 {
		var buf bytes.Buffer
		if err := pdf.Render(&buf, papers, listAbout(papers, day, o)); err != nil {
			return nil, fmt.Errorf("%s.pdf: %w", checklistName, err)
		}
		out = append(out, File{files.File{Name: checklistName + ".pdf", Bytes: buf.Bytes()}, countPages(buf.Bytes())})
	}
	twins, err := twins(papers, Options{Formats: o.Formats})
	if err != nil {
		return nil, err
	}
	out = append(out, twins...)
	return out, guard(papers, out, p)
}

func listAbout(papers []doc.Document, day petition.Date, o ListOptions) pdf.Options {
	language := "en-US"
	if o.Office.Language == petition.Spanish {
		language = "es-US"
	}
	return pdf.Options{
		Title: papers[0].Title, Language: language, LargePrint: o.LargePrint, Logo: o.Office.Clinic.Logo, Copies: o.Copies,
		Created: time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC),
	}
}
