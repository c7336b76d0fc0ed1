package cli

import (
	"fmt"

	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/rules"
)

// checklistSchema names the shape of what checklist --json prints.
const checklistSchema = "expunge/checklist/1"

type jsonChecklist struct {
	Schema     string              `json:"schema"`
	Program    string              `json:"program"`
	LawEdition string              `json:"law_edition"`
	AsOf       *string             `json:"as_of"` // null for the papers for volunteers
	Case       string              `json:"case"`
	File       string              `json:"file"`
	Dir        string              `json:"dir"`
	Language   petition.Language   `json:"language"`
	Copies     int                 `json:"copies"`
	Problems   []intake.Diagnostic `json:"problems"`
	Files      []jsonFile          `json:"files"`
	Error      *jsonError          `json:"error,omitempty"`
}

// listOf is the object checklist --json prints. Its lists are never null.
func (a *app) listOf(l list, o checklistOptions) jsonChecklist {
	out := jsonChecklist{
		Schema: checklistSchema, Program: a.program(), LawEdition: rules.Edition, Case: l.id(), File: l.name, Dir: l.dir,
		Language: l.language, Copies: o.copies, Problems: filled(l.problems), Files: []jsonFile{},
	}
	if o.file != "" {
		day := o.asOf.String()
		out.AsOf = &day
	}
	if l.err != nil {
		out.Error = &jsonError{codeOf(l.err), l.err.Error()}
		return out
	}
	for i, e := range l.result.Entries {
		entry := jsonFile{Name: e.Name, State: e.State}
		if i < len(l.files) {
			entry.Pages, entry.SHA256 = l.files[i].Pages, files.Digest(l.files[i].Bytes)
		}
		out.Files = append(out.Files, entry)
	}
	return out
}

// describe is what checklist prints for people.
func (l list) describe(o checklistOptions) string {
	p := &page{}
	p.line(0, "%s%s", l.dir, unchanged(l.result))
	for i, e := range l.result.Entries {
		if i >= len(l.files) {
			p.line(2, "%-17s %s", e.Name, "lists it, for verify and purge")
			continue
		}
		said := note(e, l.files[i])
		if l.files[i].Pages > 0 && o.copies > 1 {
			said += fmt.Sprintf(", %d copies", o.copies)
		}
		p.line(2, "%-17s %s", e.Name, said)
	}
	if o.file != "" {
		p.line(0, "As of %s, law edition %s", o.asOf, rules.Edition)
	} else {
		p.line(0, "Law edition %s", rules.Edition)
	}
	if next := l.next(o); next != "" {
		p.text(0, next)
	}
	p.line(0, notAdvice)
	return p.String()
}

// next says what to do with the file.
func (l list) next(o checklistOptions) string {
	for _, f := range l.files {
		switch {
		case f.Pages == 0:
		case o.copies > 1 && f.Pages > o.copies:
			return "Next: print checklist.pdf, on both sides if you like: every paper begins on the front of a sheet."
		default:
			return "Next: print checklist.pdf."
		}
	}
	return ""
}
