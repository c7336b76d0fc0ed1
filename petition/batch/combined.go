package batch

import (
	"bytes"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"expunge/forms"
	"expunge/forms/doc"
	"expunge/forms/pdf"
	"expunge/petition/crash"
	"expunge/petition/intake"
	"expunge/rules"
)

// volumeSize is the most cases that are printed together.
const volumeSize = 100

// volumeName is the name of a file of papers to print.
var volumeName = regexp.MustCompile(`^combined-[0-9]{3,}\.pdf$`)

// combined writes the papers of all cases in the order of the clients file, in volumes, or
// removes those of an earlier run that no longer hold what the folders do. The papers are
// composed again from the cases. The confidential sheets are not among them.
func (w *writer) combined(ctx context.Context) error {
	before := w.run.memory.head
	if w.run.o.Combined {
		if err := w.volumes(ctx, before.Volumes.Cases); err != nil {
			return err
		}
	}
	for name, digest := range before.Outputs {
		_, written := w.head.Outputs[name]
		switch {
		case written || !volumeName.MatchString(name):
		case w.holds(before.Volumes.Cases[name]):
			w.head.Outputs[name] = digest
			w.head.Volumes.Choice = before.Volumes.Choice
			w.head.Volumes.Cases[name] = before.Volumes.Cases[name]
		default:
			if err := w.drop(name); err != nil {
				return err
			}
			w.report.Dropped = append(w.report.Dropped, name)
		}
	}
	slices.Sort(w.report.Dropped)
	return nil
}

// settleVolumes sees to it that no volume is replaced by one with fewer cases: those of
// another choice of cases stay, and those of other cases altogether are added to.
func (r *run) settleVolumes(kept Volumes) error {
	if !r.o.Combined || len(kept.Cases) == 0 {
		return nil
	}
	here := r.ids()
	held, missing := 0, 0
	for _, ids := range kept.Cases {
		for _, id := range ids {
			if held++; !here[strings.ToLower(id)] {
				missing++
			}
		}
	}
	r.added = missing == held
	switch now := r.o.choice(); {
	case r.added:
		return nil
	case kept.Choice != now:
		return &KeptError{"volumes of", kept.Choice, now}
	case missing > 0:
		return &KeptError{"volumes of cases that are not in this clients file:", strconv.Itoa(missing), "fewer"}
	default:
		return nil
	}
}

// ids are those of the clients file, in small letters.
func (r *run) ids() map[string]bool {
	out := map[string]bool{}
	for _, c := range r.clients {
		out[strings.ToLower(c.ID)] = true
	}
	return out
}

// holds reports whether a volume of an earlier run still holds what the folders do: it is
// of other cases than this run prints or makes, or nothing changed.
func (w *writer) holds(ids []string) bool {
	if w.run.o.Combined {
		return apart(ids, w.printed())
	}
	return w.report.Cases[Made]+w.report.Cases[Remade] == 0 || apart(ids, w.run.clients)
}

// apart reports whether there are ids, and none is that of one of the cases.
func apart(ids []string, cases []intake.Client) bool {
	return len(ids) > 0 && !slices.ContainsFunc(cases, func(c intake.Client) bool {
		return slices.ContainsFunc(ids, func(id string) bool { return strings.EqualFold(id, c.ID) })
	})
}

// printed are the cases whose papers go into the volumes of this run.
func (w *writer) printed() []intake.Client {
	var out []intake.Client
	for i, res := range w.run.results {
		if res.entry != nil && res.change != Outside && res.entry.finished() {
			out = append(out, w.run.clients[i])
		}
	}
	return out
}

// volumes writes the volumes of this run. Earlier ones of other cases keep their names: their
// rows may have problems in this clients file, and their packets stand.
func (w *writer) volumes(ctx context.Context, before map[string][]string) error {
	printed := w.printed()
	n := 0
	name := func() string { return fmt.Sprintf("combined-%03d.pdf", n) }
	for some := range slices.Chunk(printed, volumeSize) {
		text, err := w.run.volume(ctx, some)
		if err != nil {
			return err
		}
		if text == nil {
			continue
		}
		for n++; apart(before[name()], printed); n++ {
		}
		if err := w.put(name(), text); err != nil {
			return err
		}
		w.report.Volumes = append(w.report.Volumes, name())
		for _, c := range some {
			w.head.Volumes.Cases[name()] = append(w.head.Volumes.Cases[name()], c.ID)
		}
	}
	return nil
}

// volume draws the papers of some cases, each behind a separator sheet. It is nil when
// they have no papers.
func (r *run) volume(ctx context.Context, clients []intake.Client) ([]byte, error) {
	sections := make([]pdf.Section, len(clients))
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	var workers sync.WaitGroup
	room := make(chan struct{}, r.workers())
	for i, c := range clients {
		workers.Go(func() {
			room <- struct{}{}
			if ctx.Err() == nil {
				err := crash.Catch(faulty(c), func() error { sections[i] = r.section(c); return nil })
				if err != nil {
					stop(err)
				}
			}
			<-room
		})
	}
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	sections = slices.DeleteFunc(sections, func(s pdf.Section) bool { return len(s.Papers) < 2 })
	if len(sections) == 0 {
		return nil, nil
	}
	var b bytes.Buffer
	if err := pdf.RenderVolume(&b, sections, r.about("Expungement packets")); err != nil {
		return nil, fmt.Errorf("combined papers: %w", err)
	}
	return b.Bytes(), nil
}

// section is the papers of one case behind its separator.
func (r *run) section(client intake.Client) pdf.Section {
	c := r.table.Record(client).Case
	a := rules.Assess(c, r.o.AsOf, r.o.Held...)
	separator := forms.Separator(c, forms.Desk(c, a, r.o.Office))
	papers := []doc.Document{separator}
	for _, d := range forms.Compose(c, a, r.o.Office) {
		if d.Group != doc.Confidential && (len(r.o.Only) == 0 || slices.Contains(r.o.Only, d.Name)) {
			papers = append(papers, d)
		}
	}
	return pdf.Section{Title: separator.Title, Papers: papers}
}
