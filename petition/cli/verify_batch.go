package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"expunge/petition"
	"expunge/petition/batch"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/rules"
)

// verifiedBatch is a batch folder as a whole with what its comparison found.
type verifiedBatch struct {
	dir     string
	folder  batch.Folder
	missing []string // cases of the manifest that have no folder
	unmade  []string // cases of the clients files of which the folder has no packet
	strange []string // packets made from no case of the clients files
	notes   []string
}

// isClients reports whether a file is read as a clients file: by the end of its name.
func isClients(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".xlsx":
		return true
	}
	return false
}

// readClients reads the cases of clients files, each as the input it was for its packet.
func (a *app) readClients(ctx context.Context, s session, names []string) ([]input, error) {
	var out []input
	for _, name := range names {
		table, err := a.table(ctx, name, s.settings.Columns, io.Discard)
		if err != nil {
			return nil, err
		}
		clients := table.All()
		if err := table.Err(); err != nil {
			return nil, machine(err, printable(name))
		}
		if problems := table.Problems(); len(problems) > 0 {
			for _, d := range problems {
				a.say("%s", printLines(d.String()))
			}
			return nil, &exitError{code: exitProblems, message: printable(name) + ": the file cannot be understood as a whole"}
		}
		for _, c := range clients {
			record := table.Record(c)
			out = append(out, input{inputName(name, c), batch.InputDigest(record), record, record.Check(petition.Latest(s.asOf, s.today)), false})
		}
	}
	return out, nil
}

// inputName says where the rows of a case stand.
func inputName(name string, c intake.Client) string {
	first, last := c.Rows[0].Number, c.Rows[len(c.Rows)-1].Number
	if first == last {
		return fmt.Sprintf("%s row %d", name, first)
	}
	return fmt.Sprintf("%s rows %d to %d", name, first, last)
}

// give pairs packets with the cases of clients files: the one with the digest of the
// receipt, else the one with the id of the folder. The rest is returned.
func give(packets []verified, clients []input) (rest []input) {
	byDigest, byID := map[string]int{}, map[string]int{}
	for i, v := range packets {
		byDigest[v.receipt.InputSHA256] = i
		byID[strings.ToLower(filepath.Base(v.dir))] = i
	}
	for _, in := range clients {
		i, ok := byDigest[in.digest]
		if !ok || packets[i].input != nil {
			i, ok = byID[strings.ToLower(in.record.Case.ID)]
		}
		if !ok || packets[i].input != nil && packets[i].input.digest == packets[i].receipt.InputSHA256 {
			rest = append(rest, in)
			continue
		}
		packets[i].input = &in
	}
	return rest
}

// judge notes what the folder as a whole lacks.
func (v *verifiedBatch) judge(packets []verified, strays []input, given bool) {
	at := map[string]*verified{}
	for i := range packets {
		at[filepath.Base(packets[i].dir)] = &packets[i]
	}
	told := map[string]bool{}
	for i := range v.folder.Entries {
		e := &v.folder.Entries[i]
		told[strings.ToLower(e.Case)] = true
		packet := at[e.Case]
		switch {
		case !e.Made():
		case packet == nil:
			v.missing = append(v.missing, e.Case)
		default:
			packet.entry = e
		}
	}
	bad, outside := map[string]bool{}, 0 // a case of several files counts once
	for _, in := range strays {
		switch id := strings.ToLower(in.record.Case.ID); {
		case len(in.problems) > 0 && v.made(id): // as they were before they were mended
		case len(in.problems) > 0:
			bad[cmp.Or(id, in.name)] = true
		case !v.folder.All && !told[id]:
			outside++
		case v.foldersOf(id):
		default:
			v.unmade = append(v.unmade, in.name)
		}
	}
	if len(bad) > 0 {
		v.notes = append(v.notes, fmt.Sprintf("cases with problems, which have no packet: %d", len(bad)))
	}
	if outside > 0 {
		v.notes = append(v.notes, fmt.Sprintf("the last run was about %s; cases of which it says nothing: %d", v.folder.Cases, outside))
	}
	for _, p := range packets {
		if given && p.input == nil {
			v.strange = append(v.strange, filepath.Base(p.dir))
		}
	}
}

// foldersOf reports whether the case with the id was done and asked for no paper.
func (v *verifiedBatch) foldersOf(id string) bool {
	return slices.ContainsFunc(v.folder.Entries, func(e batch.Entry) bool {
		return strings.EqualFold(e.Case, id) && !e.Made() && e.Outcome != batch.Problems && e.Outcome != batch.Failed
	})
}

// made reports whether the case with the id has a packet.
func (v *verifiedBatch) made(id string) bool {
	return slices.ContainsFunc(v.folder.Entries, func(e batch.Entry) bool { return strings.EqualFold(e.Case, id) && e.Made() })
}

// ok reports that nothing of the folder as a whole differs.
func (v *verifiedBatch) ok() bool {
	return !v.folder.Unfinished && !v.folder.Altered && len(v.missing)+len(v.unmade)+len(v.strange) == 0 &&
		!slices.ContainsFunc(v.folder.Beside, func(c files.Compared) bool { return c.Standing != files.Same })
}

func (v *verifiedBatch) describe() string {
	p := &page{}
	state := "ok"
	if !v.ok() {
		state = "differs"
	}
	p.line(0, "%s: %s", v.dir, state)
	if v.folder.Unfinished {
		p.labeled(2, "journal", fileWidth, "a run was stopped before its end, or is at work; run batch again")
	}
	for _, c := range v.folder.Beside {
		if c.Standing != files.Same {
			p.line(2, "%-17s %s", c.Name, strings.Replace(standingWords(c.Standing), "the receipt", "the last run", 1))
		}
	}
	for _, list := range []struct {
		what string
		ids  []string
	}{{"no packet stands of", v.missing}, {"no packet was made of", v.unmade}, {"made from no row given", v.strange}} {
		for _, id := range list.ids {
			p.line(2, "%-24s%s", list.what, id)
		}
	}
	for _, n := range v.notes {
		p.labeled(2, "note", fileWidth, n)
	}
	return p.String()
}

// verifyBatchSchema names the shape of what verify --json prints of a batch folder, before
// its packets.
const verifyBatchSchema = "expunge/verify-batch/1"

type jsonVerifiedBatch struct {
	Schema     string           `json:"schema"`
	Program    string           `json:"program"`
	LawEdition string           `json:"law_edition"`
	Dir        string           `json:"dir"`
	OK         bool             `json:"ok"`
	Unfinished bool             `json:"unfinished"`
	Files      []files.Compared `json:"files"`
	Missing    []string         `json:"missing"` // cases whose packet is gone
	Unmade     []string         `json:"unmade"`  // rows of the clients files that have no packet
	Strange    []string         `json:"strange"` // packets made from no row of the clients files
	Notes      []string         `json:"notes"`
}

// tellFolder prints what was found of a batch folder as a whole.
func (a *app) tellFolder(v verifiedBatch, o verifyOptions) error {
	if o.json {
		return a.encode(jsonVerifiedBatch{
			verifyBatchSchema, a.program(), rules.Edition, v.dir, v.ok(), v.folder.Unfinished,
			filled(v.folder.Beside), filled(v.missing), filled(v.unmade), filled(v.strange), filled(v.notes),
		})
	}
	if o.quiet && v.ok() {
		return nil
	}
	_, err := io.WriteString(a.streams.Out, v.describe())
	return err
}
