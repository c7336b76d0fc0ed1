package pdf

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"expunge/forms/doc"
)

func TestOutlineShowsThePage(t *testing.T) {
	got, err := Outline([]doc.Document{
		{Name: "order", Group: doc.Filed, Running: "Order", Blocks: []doc.Block{
			doc.Heading{Level: 1, Text: words("ORDER")},
			doc.Para{FirstLine: true, Spans: spans(bold("SO ORDERED"), text(" for “Nguyễn” on "), doc.Blank{Label: "day"}, text("."))},
			doc.PageBreak{},
			doc.Signature{Lines: []doc.SignLine{{Rule: true, Spans: words("Judge")}}},
		}},
		{Name: "checklist", Title: "Checklist", Blocks: []doc.Block{doc.Checklist{Items: []doc.CheckItem{{Spans: words("Sign"), Ticked: true}}}}},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := `== order, page 1 of 2
  82.8  282.5  ORDER
 113.2  108.0  SO ORDERED for “Nguyễn” on  [day].
 752.9  285.6  Page 1 of 2
strokes: 1 across, 0 down, 0 slanting

== order, page 2 of 2
  39.5  295.5  Order
 114.0  306.0  Judge
 752.9  285.6  Page 2 of 2
strokes: 2 across, 0 down, 0 slanting

== checklist, page 1 of 1
  39.4  273.8  NOT FOR FILING
  81.2   92.0  Sign
 752.5   72.0  NOT FOR FILING
 752.5  459.4  Checklist • Page 1 of 1
strokes: 3 across, 2 down, 2 slanting

`
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
