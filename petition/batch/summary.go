package batch

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/rules"
)

// The files beside the folders of the cases.
const (
	manifestName = "manifest.jsonl"
	summaryName  = "summary.csv"
	sheetName    = "summary.pdf"
	problemsName = "problems.csv"
)

// writer writes what is written at the end of a run.
type writer struct {
	run    *run
	report *Report
	head   Head // with the digests of what was written
	spent  bool // problems.csv is the clients file, and none of its rows has a problem left
}

func (w *writer) all(ctx context.Context) error {
	if err := w.combined(ctx); err != nil {
		return err
	}
	sheet, err := w.sheet()
	if err != nil {
		return err
	}
	if err := w.put(sheetName, sheet); err != nil {
		return err
	}
	if err := w.put(summaryName, w.summary()); err != nil {
		return err
	}
	var manifest []byte
	for _, e := range w.report.Entries {
		manifest = append(manifest, encode(e)...)
	}
	if err := w.put(manifestName, manifest); err != nil {
		return err
	}
	return w.problems() // last: it may be the clients file, with rows that stand nowhere else
}

// problems writes the rows that did not become a packet, or removes those of an earlier
// run when there are none.
func (w *writer) problems() error {
	var b bytes.Buffer
	t := w.run.table
	p, err := intake.NewProblemsWriter(&b, t)
	if err != nil {
		return err
	}
	none := true
	for i, res := range w.run.results {
		if len(res.problems) == 0 {
			continue
		}
		none = false
		if err := p.Write(t, w.run.clients[i].Rows, res.problems); err != nil {
			return err
		}
	}
	if err := p.Close(); err != nil {
		return err
	}
	waiting, err := w.waiting()
	if err == nil {
		err = w.keepRows()
	}
	switch {
	case err != nil:
		return err
	case none && waiting:
		w.report.Waiting = problemsName
		if digest := w.run.memory.head.Outputs[problemsName]; digest != "" {
			w.head.Outputs[problemsName] = digest
		}
		return nil
	case none:
		have, err := files.DigestPlain(filepath.Join(w.run.dir, problemsName))
		if w.spent = err == nil && w.taken(have); w.spent {
			return nil // until the run is over, it may be needed to begin again
		}
		return w.drop(problemsName)
	case waiting:
		if w.report.Waiting, err = keepAside(w.run.dir, problemsName); err != nil {
			return err
		}
	}
	return w.put(problemsName, b.Bytes())
}

// keepRows has the disk keep the packets of this run, if the file of problems is the clients
// file: it is about to go, with rows that stand nowhere else. Also a packet that stood may be
// one that a run made which was stopped.
func (w *writer) keepRows() error {
	r := w.run
	have, err := files.DigestPlain(filepath.Join(r.dir, problemsName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil || !w.taken(have) {
		return err
	}
	for _, res := range r.results {
		if res.entry == nil || res.change == Outside || !res.entry.finished() || len(res.entry.Files) == 0 {
			continue
		}
		names := make([]string, len(res.entry.Files))
		for i, s := range res.entry.Files {
			names[i] = s.Name
		}
		if err := files.SyncFiles(filepath.Join(r.dir, res.entry.Case), names); err != nil {
			return err
		}
	}
	return files.SyncFolder(r.dir)
}

// waiting reports whether there is a file of problems that holds rows of cases which are
// not in this clients file and still have problems.
func (w *writer) waiting() (bool, error) {
	have, err := files.DigestPlain(filepath.Join(w.run.dir, problemsName))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil || w.taken(have) {
		return false, err
	}
	here := w.run.ids()
	all := true // of the cases that earlier runs knew are in this clients file
	for _, id := range w.run.memory.order {
		if !here[strings.ToLower(id)] {
			all = false
			if w.run.memory.done[id].Outcome == Problems {
				return true, nil
			}
		}
	}
	return w.run.memory.nameless && !all, nil
}

// taken reports whether a file of problems with that digest is the clients file of this
// run, and every row of it became part of a packet or stands among the problems again: then
// nothing is lost with it.
func (w *writer) taken(digest string) bool {
	if w.run.o.Source == nil || w.run.o.Source() != digest {
		return false
	}
	return w.run.table.Examples() == 0 && !slices.ContainsFunc(w.run.results, func(res result) bool {
		return len(res.problems) == 0 && (res.entry == nil || res.change == Outside || !res.entry.finished())
	})
}

// sheet is the coordinator's view, to be printed.
func (w *writer) sheet() ([]byte, error) {
	o := w.run.o
	paper := forms.Coordinator(forms.DeskSheet{AsOf: o.AsOf, Edition: rules.Edition, Held: o.Held, Office: o.Office, Lines: w.report.Desk})
	var b bytes.Buffer
	err := pdf.Render(&b, []doc.Document{paper}, w.run.about("Clinic summary"))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", sheetName, err)
	}
	return b.Bytes(), nil
}

// about is what a PDF file says of itself.
func (r *run) about(title string) pdf.Options {
	d := r.o.AsOf
	return pdf.Options{Title: title, Language: "en-US", Logo: r.o.Office.Clinic.Logo, Created: time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)}
}

// summary is one line for each charge.
func (w *writer) summary() []byte {
	var b bytes.Buffer
	b.WriteString("\ufeff") // by which a spreadsheet knows UTF-8
	out := csv.NewWriter(&b)
	line := func(cells ...string) {
		if !w.run.o.Names {
			cells = append(cells[:1:1], cells[2:]...)
		}
		for i := range cells {
			cells[i] = inert(cells[i])
		}
		_ = out.Write(cells) // a buffer takes everything
	}
	line("case", "name", "charge", "status", "standing", "route", "date", "county", "court", "petition", "missing", "what settles it", "to bring", "cautions", "like")
	names := map[string]string{}
	for _, res := range w.run.results {
		if res.entry != nil && res.name != "" {
			names[res.entry.Case] = res.name
		}
	}
	for _, e := range w.report.Entries {
		for _, s := range e.Statuses {
			charge := ""
			if s.Index >= 0 {
				charge = strconv.Itoa(s.Index + 1)
			}
			cautions := append(append([]string{}, e.Cautions...), s.Cautions...)
			line(e.called(), names[e.Case], charge, string(s.Status), string(s.Standing), string(s.Pathway), s.Earliest, s.County, s.Court, string(s.Petition),
				labels(s.Missing), strings.Join(s.Needs, "; "), strings.Join(s.Bring, "; "), strings.Join(cautions, "; "), strings.Join(e.Like, "; "))
		}
	}
	out.Flush()
	return b.Bytes()
}

// labels names facts as people call them.
func labels(paths []petition.Path) string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = p.Label()
	}
	return strings.Join(out, "; ")
}

// inert keeps a spreadsheet from taking a cell for a formula.
func inert(s string) string {
	if s != "" && strings.IndexByte("=+-@\t\r", s[0]) >= 0 {
		return "'" + s
	}
	return s
}
