package intake

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"

	"go.yaml.in/yaml/v3"

	"expunge/petition"
)

// Vector is a sentence of law with its expected answer, as a vector file of package
// rules holds it: a case that differs from a base, a day, and what must come out.
type Vector struct {
	Name     string            `yaml:"name"`
	Base     string            `yaml:"base"`
	AsOf     string            `yaml:"as_of"`
	With     map[string]string `yaml:"with"`
	Without  []string          `yaml:"without"`
	Hold     []string          `yaml:"hold"`
	Charge   int               `yaml:"charge"`
	Expect   string            `yaml:"expect"`
	Pathway  string            `yaml:"pathway"` // empty where the sentence leaves it open
	Relief   string            `yaml:"relief"`
	Earliest string            `yaml:"earliest"` // a day, or none
	Because  []string          `yaml:"because"`
	Missing  []string          `yaml:"missing"`
	Cautions []string          `yaml:"cautions"`
}

// Bases are the facts of the cases that vectors begin with, by name. A vector may begin
// with a base of another file.
type Bases map[string]map[string]string

// ReadVectors reads a vector file and its bases. Keys that only the tests of the law
// need are passed over.
func ReadVectors(name string, data []byte) ([]Vector, Bases, error) {
	var file struct {
		Bases   Bases    `yaml:"bases"`
		Vectors []Vector `yaml:"vectors"`
	}
	if err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&file); err != nil && !errors.Is(err, io.EOF) {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	return file.Vectors, file.Bases, nil
}

// Record builds the case of the vector from its facts, as every reader does. A base that
// is not there gives a case with nothing but what differs.
func (v Vector) Record(bases Bases) Record {
	facts := maps.Clone(bases[v.Base])
	if facts == nil {
		facts = map[string]string{}
	}
	for _, path := range v.Without {
		delete(facts, path)
	}
	maps.Copy(facts, v.With)
	return Fill(func(yield func(Fact) bool) {
		for _, path := range slices.Sorted(maps.Keys(facts)) {
			if !yield(Fact{Path: petition.Path(path), Text: facts[path]}) {
				return
			}
		}
	})
}
