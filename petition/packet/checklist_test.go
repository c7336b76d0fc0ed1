package packet

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/forms"
	"expunge/petition"
)

func listNames(list []File) []string {
	var out []string
	for _, f := range list {
		out = append(out, f.Name)
	}
	return out
}

func TestTheFilesOfAList(t *testing.T) {
	office := forms.Office{Papers: forms.DefaultPapers(), Language: petition.Spanish}
	for _, c := range []struct {
		o    ListOptions
		want []string
	}{
		{ListOptions{Formats: []Format{PDF}}, []string{"checklist.pdf"}},
		{ListOptions{Formats: []Format{PDF, Markdown}, Only: []string{"triage", "intake"}}, []string{"checklist.pdf", "intake.md", "triage.md"}},
		{ListOptions{Formats: []Format{Markdown}}, []string{"checklist.md", "intake.md", "intake-charge.md", "intake-identifiers.md", "triage.md", "flow-chart.md"}},
		{ListOptions{Formats: []Format{DOCX}}, nil},
	} {
		c.o.Office = office
		got, err := Blank(c.o)
		again, err2 := Blank(c.o)
		if err := errors.Join(err, err2); err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, listNames(got)); d != "" {
			t.Error(d)
		}
		if d := cmp.Diff(got, again); d != "" {
			t.Error("the same options give other bytes")
		}
	}
}

func TestTheChecklistOfACaseIsThatOfItsPacket(t *testing.T) {
	c, o := dismissed(2), options()
	o.Only, o.Binding = []string{"checklist"}, Split
	want := build(t, c, o).Files[0]
	got, err := Checklist(c, ListOptions{AsOf: day, Office: o.Office, Formats: []Format{PDF}})
	if err != nil || len(got) != 1 || got[0].Name != want.Name || !bytes.Equal(got[0].Bytes, want.Bytes) || got[0].Pages != want.Pages {
		t.Errorf("%v: %v", listNames(got), err)
	}
	copies, err := Checklist(c, ListOptions{AsOf: day, Office: o.Office, Formats: []Format{PDF}, Copies: 3})
	if err != nil || copies[0].Pages != 3*(want.Pages+want.Pages%2) {
		t.Errorf("%d pages in three copies of %d: %v", copies[0].Pages, want.Pages, err)
	}
	if bytes.Contains(got[0].Bytes, []byte("078-05-1120")) {
		t.Error("the list holds the Social Security number")
	}
	c.Charges[0].Offense = "078-05-1120"
	if _, err := Checklist(c, ListOptions{AsOf: day, Office: o.Office, Formats: []Format{PDF}}); !errors.Is(err, ErrExposed) {
		t.Errorf("a number in the text of the list: %v", err)
	}
}
