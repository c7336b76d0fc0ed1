package batch

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/packet"
	"expunge/rules"
)

// ManifestSchema names the shape of a line of manifest.jsonl.
const ManifestSchema = "expunge/manifest/1"

// Outcome is what became of a case.
type Outcome string

// The outcomes.
const (
	Drafted  Outcome = "drafted"  // every petition that was asked for
	Part     Outcome = "part"     // some of them
	Withheld Outcome = "withheld" // none of them
	Problems Outcome = "problems" // the rows have problems; nothing was made
	Failed   Outcome = "failed"   // the packet could not be made or written
)

// Entry is a line of the manifest: one case. Nothing in it tells who the case is about.
type Entry struct {
	Schema         string         `json:"schema"`
	Case           string         `json:"case"` // empty where the id cannot be one
	Rows           []int          `json:"rows"`
	InputSHA256    string         `json:"input_sha256"`    // of the facts, or of the cells where they could not be read
	SettingsSHA256 string         `json:"settings_sha256"` // of all else that shapes the packet
	LawEdition     string         `json:"law_edition"`
	AsOf           string         `json:"as_of"`
	Program        string         `json:"program"`
	Outcome        Outcome        `json:"outcome"`
	Statuses       []Status       `json:"statuses"`
	Cautions       []string       `json:"cautions"` // of the case; those of a charge stand with it
	Like           []string       `json:"like"`     // the cases of case.possible-duplicate
	Problems       []EntryProblem `json:"problems"`
	Files          []files.Sum    `json:"files"`
}

// Status is the answer for a charge. What would tell a private fact is left out.
type Status struct {
	Index    int             `json:"index"`
	Status   rules.Status    `json:"status"` // "problem" where nothing was assessed
	Standing forms.Standing  `json:"standing"`
	Pathway  rules.Pathway   `json:"pathway"`
	Earliest string          `json:"earliest"`
	Petition packet.Fate     `json:"petition"`
	County   string          `json:"county"`
	Court    string          `json:"court"`
	Missing  []petition.Path `json:"missing"`
	Needs    []string        `json:"needs"`
	Bring    []string        `json:"bring"`
	Cautions []string        `json:"cautions"`
}

// EntryProblem is a problem without the words that say what stands in the cell.
type EntryProblem struct {
	Path petition.Path `json:"path"`
	Code petition.Code `json:"code"`
}

// unassessed is the status of a charge whose rows have problems.
const unassessed rules.Status = "problem"

// madeFrom reports whether two entries are of packets made from the same input by the same
// program, law and settings.
func (e *Entry) madeFrom(o *Entry) bool {
	return e.Case == o.Case && e.InputSHA256 == o.InputSHA256 && e.SettingsSHA256 == o.SettingsSHA256 &&
		e.LawEdition == o.LawEdition && e.AsOf == o.AsOf && e.Program == o.Program
}

// finished reports whether the entry is of a packet that was made.
func (e *Entry) finished() bool {
	return e.Outcome == Drafted || e.Outcome == Part || e.Outcome == Withheld
}

// called is the case as people can find it: by its id, or else by its rows.
func (e *Entry) called() string {
	switch n := len(e.Rows); {
	case e.Case != "" || n == 0:
		return e.Case
	case n == 1:
		return fmt.Sprintf("row %d", e.Rows[0])
	default:
		return fmt.Sprintf("rows %d to %d", e.Rows[0], e.Rows[n-1])
	}
}

// desk returns the lines of the coordinator's sheet for the case.
func (e *Entry) desk(name string) []forms.DeskLine {
	var out []forms.DeskLine
	for _, s := range e.Statuses {
		if s.Standing == "" {
			continue // nothing is asked for it
		}
		line := forms.DeskLine{
			Case: e.called(), Name: name, Charge: s.Index + 1, Standing: s.Standing, Route: s.Pathway,
			County: s.County, Court: s.Court, Missing: s.Missing, Needs: s.Needs, Bring: s.Bring,
		}
		if s.Standing == forms.ReadyOnDate {
			line.Day, _ = petition.ParseDate(s.Earliest)
		}
		if s.Status == unassessed && s.Index < 0 {
			line.Charge = 0
		}
		out = append(out, line)
	}
	return out
}

// encode writes a value as a line of JSON.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v) // plain values into memory cannot fail
	return b.Bytes()
}

// readManifest reads the lines of a manifest. One whose case is none is passed over.
func readManifest(text []byte) []Entry {
	var out []Entry
	for line := range strings.Lines(string(text)) {
		var e Entry
		if json.Unmarshal([]byte(line), &e) == nil && e.Schema == ManifestSchema && (e.Case == "" || petition.IsCaseID(e.Case)) {
			out = append(out, e)
		}
	}
	return out
}

// outcomeOf sums up the fates of the petitions of a case.
func outcomeOf(p packet.Packet) Outcome {
	withheld, drafted := len(p.Withheld()), 0
	for _, f := range p.Fates {
		if f == packet.Drafted {
			drafted++
		}
	}
	switch {
	case withheld == 0:
		return Drafted
	case drafted > 0:
		return Part
	default:
		return Withheld
	}
}
