package doc

// Form is a part of a sheet to be filled in by hand. Its entries stand beside each other
// where there is room, in the order given, and never break across pages.
type Form struct {
	Title   []Span
	Entries []Entry
}

// Entry is one thing to fill in: boxes of which to tick one, or lines to write on. Path
// names the field of the case file that the answer goes to.
type Entry struct {
	Path  string
	Label []Span
	Boxes [][]Span // what each box stands for; empty for lines
	Lines int      // lines to write on; 0 counts as 1
	Span  int      // its share of the width in twelfths; 0 is all of it
}

// FormGrid is the number of parts the width of a form is shared out in.
const FormGrid = 12

func (Form) block() {}

// InWords says a form for those who do not see it: its title, and an item for each entry.
func (f Form) InWords() []Block {
	var out []Block
	if len(f.Title) > 0 {
		out = append(out, Heading{Level: 3, Text: f.Title})
	}
	items := Bullets{}
	for _, e := range f.Entries {
		spans := append([]Span{}, e.Label...)
		if len(e.Boxes) == 0 {
			spans = append(spans, Text{S: " "}, Blank{Width: 22})
		}
		for _, box := range e.Boxes {
			spans = append(append(spans, Text{S: "  ☐\u00a0"}), box...)
		}
		items.Items = append(items.Items, spans)
	}
	return append(out, items)
}

func walkForm(f Form, visit func(Span)) {
	for _, s := range f.Title {
		visit(s)
	}
	for _, e := range f.Entries {
		for _, s := range e.Label {
			visit(s)
		}
		for _, box := range e.Boxes {
			for _, s := range box {
				visit(s)
			}
		}
	}
}
