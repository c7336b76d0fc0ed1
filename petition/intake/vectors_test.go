package intake

import (
	"strings"
	"testing"

	"expunge/petition"
	"expunge/rules"
)

func TestReadVectors(t *testing.T) {
	vectors, bases, err := ReadVectors("law.yaml", []byte(`
bases:
  felony: {"charges[0].grade": felony, "charges[0].section": 97-17-41}
vectors:
- name: "a felony, held back"
  from: X-1
  base: felony
  as_of: 2026-11-23
  hold: [2026-ch-430]
  with: {"charges[0].cause_number": "0123", "charges[0].grade": misdemeanor}
  without: ["charges[0].section"]
  expect: not_yet
  pathway: 99-19-71(2)
  earliest: 2027-01-02
`))
	if err != nil || len(vectors) != 1 || bases["felony"]["charges[0].grade"] != "felony" {
		t.Fatalf("%+v %v %v", vectors, bases, err)
	}
	v := vectors[0]
	if v.Name != "a felony, held back" || v.AsOf != "2026-11-23" || v.Hold[0] != "2026-ch-430" || v.With["charges[0].cause_number"] != "0123" ||
		v.Expect != "not_yet" || v.Pathway != "99-19-71(2)" || v.Earliest != "2027-01-02" {
		t.Errorf("%+v", v)
	}
	ch := v.Record(bases).Case.Charges[0]
	if ch.CauseNumber != "0123" || ch.Grade != petition.Misdemeanor || ch.Section.Known() || bases["felony"]["charges[0].section"] == "" {
		t.Errorf("%+v", ch)
	}
	if none := (Vector{Base: "bogus"}).Record(bases); len(none.Case.Charges) != 0 {
		t.Errorf("%+v", none.Case)
	}
	if _, _, err := ReadVectors("law.yaml", []byte("vectors: [")); err == nil || !strings.HasPrefix(err.Error(), "law.yaml: ") {
		t.Errorf("%v", err)
	}
	if none, _, err := ReadVectors("empty.yaml", nil); err != nil || len(none) != 0 {
		t.Errorf("%v %v", none, err)
	}
}

// Every vector the law carries can be read as a sentence.
func TestTheCarriedVectorsAreSentences(t *testing.T) {
	n := 0
	for _, p := range rules.Pages() {
		vectors, _, err := ReadVectors(p.Name, p.Vectors)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range vectors {
			n++
			if v.Name == "" || v.AsOf == "" || v.Expect == "" {
				t.Errorf("%s: %+v", p.Name, v)
			}
		}
	}
	if n < 400 {
		t.Errorf("only %d vectors are carried", n)
	}
}
