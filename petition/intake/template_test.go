package intake_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"expunge/petition"
	"expunge/petition/intake"
)

// uncommented is the template as someone has it who removed every "#" before a list entry.
func uncommented() string {
	return regexp.MustCompile(`(?m)^#(  )`).ReplaceAllString(intake.TemplateCase(), "$1")
}

func TestTemplateIsEmpty(t *testing.T) {
	rec := read(t, "case.yaml", intake.TemplateCase())
	if !reflect.DeepEqual(rec.Case, petition.Case{}) {
		t.Errorf("the template states %+v", rec.Case)
	}
	ds := rec.Check(asOf)
	if len(ds) != 1 || ds[0].Code != "charges.none" {
		t.Errorf("got:\n%s", lines(ds))
	}
}

// Editors take "# " away where a person may take "#": both must do.
func TestTemplateUncommentedParses(t *testing.T) {
	for name, from := range map[string]string{"#": "$1", "# ": ""} {
		content := regexp.MustCompile(`(?m)^#( )( )`).ReplaceAllString(intake.TemplateCase(), from+"$2")
		ds := read(t, "case.yaml", content).Check(asOf)
		if len(ds) != 1 || ds[0].Code != "charges.none" {
			t.Errorf("without %q got:\n%s", name, lines(ds))
		}
	}
}

// Filling "unknown" into every line of the uncommented template must state each field of
// the case as unknown, which proves that every field is there, in its place.
func TestTemplateHasEveryField(t *testing.T) {
	rec := read(t, "case.yaml", fillLeaves(uncommented()))
	for _, f := range petition.Fields() {
		path := petition.Path(strings.ReplaceAll(strings.TrimSuffix(string(f), "[]"), "[]", "[0]"))
		if !rec.StatedUnknown(path) {
			t.Errorf("the template lacks %s", f)
		}
	}
	for _, d := range rec.Diagnostics {
		t.Error(d)
	}
}

// fillLeaves writes "unknown" after each key that has no keys or entries below it.
func fillLeaves(content string) string {
	key := regexp.MustCompile(`^( *(?:- )?)([a-z_]+):( *(#.*)?)$`)
	bare := regexp.MustCompile(`^ *- *#`)
	var out []string
	for _, l := range strings.Split(content, "\n") {
		if s := strings.TrimSpace(l); s != "" && s[0] != '#' && !bare.MatchString(l) {
			out = append(out, l)
		}
	}
	depth := func(l string) int {
		return len(l) - len(strings.TrimLeft(l, " -"))
	}
	for i, l := range out {
		if part := key.FindStringSubmatch(l); part != nil && (i+1 == len(out) || depth(out[i+1]) <= depth(l)) {
			out[i] = part[1] + part[2] + ": unknown"
		}
	}
	return strings.Join(out, "\n")
}

func TestTemplateSpellsOutClosedLists(t *testing.T) {
	content := intake.TemplateCase()
	for _, words := range [][]string{
		petition.Level("").Values(), petition.District("").Values(), petition.MunicipalityKind("").Values(), petition.Grade("").Values(),
		petition.Outcome("").Values(), petition.ReliefKind("").Values(), petition.ReliefOf("").Values(), petition.ArrestKind("").Values(),
		petition.AppealOutcome("").Values(), petition.Paper("").Values(), petition.Restitution("").Values(), petition.Language("").Values(),
	} {
		for _, w := range words {
			if !regexp.MustCompile(`(?m)#.*\b` + w + `\b`).MatchString(content) {
				t.Errorf("no comment mentions %s", w)
			}
		}
	}
}

func TestTemplateCommentsEveryField(t *testing.T) {
	for i, l := range strings.Split(intake.TemplateCase(), "\n") {
		if regexp.MustCompile(`^#? *(- )?[a-z_]+:`).MatchString(l) && !regexp.MustCompile(`: +# \S`).MatchString(l) {
			t.Errorf("line %d has no comment: %s", i+1, l)
		}
	}
}
