package petition

import (
	"slices"
	"testing"
)

func TestFieldsAreUniqueAndLabelled(t *testing.T) {
	fields := Fields()
	seen := map[Path]bool{}
	for _, f := range fields {
		if seen[f] {
			t.Errorf("%s is there twice", f)
		}
		seen[f] = true
		if labels()[f] == "" {
			t.Errorf("%s has no label", f)
		}
		if f != f.Pattern() {
			t.Errorf("%s is not a pattern", f)
		}
	}
	for _, want := range []Path{"case", "petitioner.other_names[]", "record.other_convictions[].court.level", "charges[].sentence.terms_completed", "charges[].keepers[]", "notes"} {
		if !seen[want] {
			t.Errorf("there is no %s", want)
		}
	}
	if fields[0] != "case" || fields[len(fields)-1] != "notes" {
		t.Errorf("fields run from %s to %s", fields[0], fields[len(fields)-1])
	}
}

func TestPathPattern(t *testing.T) {
	for path, want := range map[Path]Path{
		"charges[12].sentence.date":  "charges[].sentence.date",
		"petitioner.other_names[0]":  "petitioner.other_names[]",
		"charges[].offense":          "charges[].offense",
		"petitioner.address.zip":     "petitioner.address.zip",
		ChargePath(3, "court.level"): "charges[].court.level",
		ChargePath(0, ""):            "charges[]",
		"":                           "",
	} {
		if got := path.Pattern(); got != want {
			t.Errorf("%q is %q, want %q", path, got, want)
		}
	}
}

func TestPathLabel(t *testing.T) {
	for path, want := range map[Path]string{
		"charges[2].outcome_date": "Date of the judgment or dismissing order",
		"charges[2]":              "charges",
		"charges[2].lower_court":  "lower court",
	} {
		if got := path.Label(); got != want {
			t.Errorf("%q is %q", path, got)
		}
	}
}

func TestPathJoin(t *testing.T) {
	if p := Path("").Join("case"); p != "case" {
		t.Error(p)
	}
	if p := Path("filing").Join(""); p != "filing" {
		t.Error(p)
	}
	if p := ChargePath(1, "dui").Join("bac"); p != "charges[1].dui.bac" {
		t.Error(p)
	}
}

func TestOrderOfTheCaseFile(t *testing.T) {
	want := []Path{
		"case", "petitioner.other_names[0]", "petitioner.other_names[10]", "petitioner.address.zip", "record.complete",
		"record.other_convictions[0]", "record.other_convictions[0].date", "record.other_convictions[1].offense",
		"charges", "charges[0]", "charges[0].cause_number", "charges[0].outcome_date", "charges[2].court.county",
		"charges[10].cause_number", "filing.hearing_on", "no.such.field",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, compareInFile)
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
