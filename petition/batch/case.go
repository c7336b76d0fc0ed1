package batch

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"expunge/assets"
	"expunge/forms"
	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// Change is what a run did about a case.
type Change string

// The changes.
const (
	Made      Change = "made"
	Remade    Change = "remade"    // it was made before, from other facts or settings
	Unchanged Change = "unchanged" // it was made before, and stands
	Touched   Change = "touched"   // as Unchanged, but someone changed a file of it since, which stays
	NotMade   Change = ""          // there is nothing to make
	Outside   Change = "outside"   // this run is not about it; an earlier one made it
)

// result is what became of a case. It has no entry when the run is not about the case.
type result struct {
	entry    *Entry
	change   Change
	name     string // when names are wanted
	problems []intake.Diagnostic
	err      error    // why the packet failed
	edited   []string // files that people had changed, kept under these names
	stale    bool     // a packet of an earlier run stands, though the rows now have problems
}

// do makes the packet of one case, unless it stands already. The error is the machine's
// and ends the run.
func (r *run) do(c intake.Client) (result, error) {
	if !r.o.Shard.HoldsClient(c) {
		return r.outside(c), nil
	}
	record, problems := r.check(c)
	if !r.inCounty(record.Case, len(problems) > 0) {
		return r.outside(c), nil
	}
	if len(problems) > 0 {
		return r.refuse(c, record, problems)
	}
	res := result{entry: r.entry(c, inputDigest(record)), change: Made}
	if r.o.Names {
		res.name = record.Case.Petitioner.Name.Full()
	}
	before, again := r.memory.done[res.entry.Case]
	if again && before.finished() {
		if before.madeFrom(res.entry) && !r.o.Force {
			change := r.stands(before)
			if change == Touched && r.lost(record, res.entry, before) {
				change = Made
			}
			if change != Made {
				e := before.Entry
				e.Rows, e.Like, e.Cautions = res.entry.Rows, res.entry.Like, res.entry.Cautions
				res.entry, res.change = &e, change
				return res, r.narrow(before)
			}
		} else {
			res.change = Remade
		}
	}
	return r.make(record, res)
}

// outside is a case that this run is not about.
func (r *run) outside(c intake.Client) result {
	before, ok := r.memory.done[c.ID]
	if !ok {
		return result{}
	}
	return result{entry: &before.Entry, change: Outside}
}

// reserved refuses an id that could be the name of a file beside the folders.
func reserved(c intake.Client, record intake.Record) []intake.Diagnostic {
	switch strings.ToLower(filepath.Ext(c.ID)) {
	case ".csv", ".jsonl", ".pdf":
	default:
		return nil
	}
	return []intake.Diagnostic{{Position: record.Origin.Nearest("case"), Problem: petition.Problem{
		Path: "case", Code: "case.id", Message: "a case id cannot end as the name of a file does that stands beside the folders of the cases",
		Hint: "leave .csv, .jsonl or .pdf out of the id",
	}}}
}

// alike refuses an id that differs in capitals alone from the name of a folder that stands:
// ids are compared without regard to them, as among the rows of one file, and so are names
// on some systems.
func (r *run) alike(c intake.Client, record intake.Record) []intake.Diagnostic {
	other, there := r.standing[strings.ToLower(c.ID)]
	if !there || slices.Contains(other, c.ID) {
		return nil
	}
	return []intake.Diagnostic{{Position: record.Origin.Nearest("case"), Problem: petition.Problem{
		Path: "case", Code: "case.id", Message: "the case id differs in capitals alone from that of a case whose folder stands already",
		Hint: "write the id as the name of that folder has it; rows of another person need another case id",
	}}}
}

// inCounty reports whether a case has a charge of the county that is asked for. A case
// with problems belongs to every county when its own cannot be told.
func (r *run) inCounty(c petition.Case, broken bool) bool {
	known := false
	for _, ch := range c.Charges {
		county, ok := assets.FindCounty(ch.Court.County)
		if known = known || ok; ok && county.Name == r.o.County {
			return true
		}
	}
	return r.o.County == "" || broken && !known
}

// entry begins the line of a case.
func (r *run) entry(c intake.Client, input string) *Entry {
	e := &Entry{
		Schema: ManifestSchema, Case: publicID(c.ID), InputSHA256: input, SettingsSHA256: r.settings,
		LawEdition: rules.Edition, AsOf: r.o.AsOf.String(), Program: r.o.Program,
		Rows: []int{}, Statuses: []Status{}, Cautions: []string{}, Like: []string{}, Problems: []EntryProblem{}, Files: []files.Sum{},
	}
	for _, row := range c.Rows {
		e.Rows = append(e.Rows, row.Number)
	}
	for _, id := range c.Twins {
		if r.shows(id) {
			e.Like = append(e.Like, id)
		}
	}
	if len(c.Twins) > 0 {
		e.Cautions = append(e.Cautions, string(intake.PossibleDuplicate))
	}
	return e
}

// publicID returns an id that may be shown, or nothing when it may be a number of the
// person, or no id at all.
func publicID(id string) string {
	if !petition.IsCaseID(id) || petition.LooksLikeSSN(id) {
		return ""
	}
	return id
}

// shows reports whether the id of a case with a twin may stand in the line of the other. An
// id that its own rows are refused for may be a number of the person, who is the same.
func (r *run) shows(id string) bool {
	if publicID(id) == "" {
		return false
	}
	c := r.twins[id]
	_, problems := r.check(c)
	return !r.hides(id, problems)
}

// hides reports whether the problems of a case leave doubt what its id is: it may be a name
// or a number of the person.
func (r *run) hides(id string, problems []intake.Diagnostic) bool {
	_, known := r.memory.done[id]
	return wrong(problems, "case") || len(problems) > 0 && !known && !petition.LooksGivenOut(id)
}

// check reads a case and says what is wrong with it.
func (r *run) check(c intake.Client) (intake.Record, []intake.Diagnostic) {
	record := r.table.Record(c)
	return record, slices.Concat(record.Check(petition.Latest(r.o.AsOf, r.o.Today)), reserved(c, record), r.alike(c, record))
}

// wrong reports whether a problem is of a field or of what is in it.
func wrong(problems []intake.Diagnostic, under petition.Path) bool {
	return slices.ContainsFunc(problems, func(d intake.Diagnostic) bool { return strings.HasPrefix(string(d.Path), string(under)) })
}

// inputDigest is a digest of the facts of a case. Where they stand in the file, and under
// which header, does not change it.
func inputDigest(record intake.Record) string {
	var b strings.Builder
	for f := range record.Facts() {
		b.WriteString(string(f.Path) + "=" + strconv.Quote(f.Text) + "\n")
	}
	return files.Digest([]byte(b.String()))
}

// refuse is a case whose rows have problems.
func (r *run) refuse(c intake.Client, record intake.Record, problems []intake.Diagnostic) (result, error) {
	var cells strings.Builder
	for _, row := range c.Rows {
		for _, cell := range row.Cells {
			cells.WriteString(strconv.Quote(cell) + ",")
		}
		cells.WriteByte('\n')
	}
	e := r.entry(c, files.Digest([]byte(cells.String())))
	e.Outcome = Problems
	if r.hides(e.Case, problems) {
		e.Case = ""
	}
	for _, d := range problems {
		e.Problems = append(e.Problems, EntryProblem{d.Path.Pattern(), d.Code})
	}
	for i, ch := range record.Case.Charges {
		s := blankStatus(i)
		s.County = countyOf(ch.Court)
		if !wrong(problems, petition.ChargePath(i, "court")) {
			s.Court = courtOf(ch.Court)
		}
		e.Statuses = append(e.Statuses, s)
	}
	if len(e.Statuses) == 0 {
		e.Statuses = append(e.Statuses, blankStatus(-1))
	}
	before, made := r.memory.done[e.Case]
	res := result{entry: e, problems: problems, stale: made && len(before.Files) > 0}
	switch e.Files = append(e.Files, before.Files...); {
	case r.o.DryRun:
		return res, nil
	case e.Case == "":
		return res, r.journal.write(note{Nameless: true})
	default:
		return res, r.journal.write(note{Done: e})
	}
}

// countyOf names a county of Mississippi. Any other is a text like all that people write.
func countyOf(c petition.Court) string {
	county, _ := assets.FindCounty(c.County)
	return county.Name
}

// courtOf names a court, its city only if there is one of that name in Mississippi.
func courtOf(c petition.Court) string {
	if _, known := assets.FindMunicipality(c.City); !known {
		c.City, c.Municipality = "", ""
	}
	return c.Name()
}

func blankStatus(index int) Status {
	return Status{Index: index, Status: unassessed, Standing: forms.HasProblems, Missing: []petition.Path{}, Needs: []string{}, Bring: []string{}, Cautions: []string{}}
}

// stands compares a packet of an earlier run with what stands in its folder. Made says
// that it has to be made again.
func (r *run) stands(before earlier) Change {
	if len(r.memory.writing[before.Case]) > 0 {
		return Made // a run was stopped while it replaced the files
	}
	if len(before.Files) == 0 {
		return Unchanged // --only left no paper
	}
	dir := filepath.Join(r.dir, before.Case)
	compared, err := files.Compare(dir, before.Files)
	if err != nil || files.PlainFolder(dir) != nil {
		return Made // a folder that cannot be read is told of when it cannot be written
	}
	change := Unchanged
	for _, c := range compared {
		switch {
		case c.Standing == files.Missing:
			return Made
		case c.Standing == files.Changed && !before.settled:
			return Made // the run was interrupted, so the machine may have lost a part of it
		case c.Standing == files.Changed:
			change = Touched
		}
	}
	return change
}

// narrow takes from a packet that stands the rights that others were given.
func (r *run) narrow(before earlier) error {
	if r.o.DryRun || len(before.Files) == 0 {
		return nil
	}
	names := make([]string, len(before.Files))
	for i, s := range before.Files {
		names[i] = s.Name
	}
	dir := filepath.Join(r.dir, before.Case)
	return errors.Join(files.NarrowFolder(dir), files.NarrowFiles(dir, names))
}

func (r *run) build(record intake.Record, e *Entry, formats []packet.Format) (packet.Packet, error) {
	return r.maker.Build(record.Case, packet.Options{
		Program: r.o.Program, AsOf: r.o.AsOf, Held: r.o.Held, Office: r.o.Office, InputDigest: e.InputSHA256,
		Only: r.o.Only, Formats: formats, Lock: r.o.Lock,
	})
}

// make builds the packet of a case and writes it.
func (r *run) make(record intake.Record, res result) (result, error) {
	p, err := r.build(record, res.entry, r.formats())
	if err != nil {
		return r.unmade(record, res, err)
	}
	e := res.entry
	e.Outcome, e.Statuses = outcomeOf(p), statuses(record.Case, p, r.o.Office)
	if !p.Empty() {
		e.Files = append(e.Files, p.Sums...)
	}
	if r.o.DryRun {
		return res, nil
	}
	edited, same, err := r.put(e, p)
	if res.edited = edited; same && r.memory.altered {
		res.change = Unchanged // it was made anew only to compare it
	}
	if err != nil {
		var exists *files.ExistsError
		var place *files.PlaceError
		if !errors.As(err, &exists) && !errors.As(err, &place) {
			return res, err
		}
		e.Files = append([]files.Sum{}, r.memory.done[e.Case].Files...) // nothing was written: they stand
		return r.unmade(record, res, err)
	}
	return res, r.journal.write(note{Done: e})
}

// formats are those of the packets. A dry run draws nothing.
func (r *run) formats() []packet.Format {
	if r.o.DryRun {
		return []packet.Format{"none"}
	}
	return r.o.Formats
}

// unmade is a case whose packet could not be made or written. A character that no type
// face has, or a text that would show an identifier, is a problem of its rows.
func (r *run) unmade(record intake.Record, res result, err error) (result, error) {
	e := res.entry
	e.Statuses = statuses(record.Case, packet.Packet{Assessment: rules.Assess(record.Case, r.o.AsOf, r.o.Held...)}, r.o.Office)
	for i := range e.Statuses {
		if e.Statuses[i].Standing != "" {
			e.Statuses[i].Standing = forms.HasProblems
		}
	}
	res.change, res.err = NotMade, err
	d := intake.Diagnostic{Position: record.Origin.Nearest(""), Problem: petition.Problem{
		Message: "the packet was not made: " + strings.ReplaceAll(err.Error(), r.dir+string(filepath.Separator), ""),
		Hint:    "run batch again when this is mended",
	}}
	var exists *files.ExistsError
	if errors.As(err, &exists) {
		d.Hint = "use --force to replace it, or choose another folder with --out"
	}
	e.Outcome = Failed
	var glyph pdf.GlyphError
	if errors.As(err, &glyph) {
		path := petition.Path(glyph.Path)
		e.Outcome, res.err = Problems, nil
		d = intake.Diagnostic{Position: record.Origin.Nearest(path), Problem: petition.Problem{Path: path, Code: "text.glyph", Message: "the text holds a character that the papers cannot print", Hint: "write it in Latin letters as the court record has it"}}
		e.Problems = append(e.Problems, EntryProblem{path.Pattern(), d.Code})
	}
	res.problems = []intake.Diagnostic{d}
	var exposing *packet.ExposingError
	if errors.As(err, &exposing) {
		e.Outcome, res.err, res.problems = Problems, nil, nil
		for _, p := range exposing.Problems {
			res.problems = append(res.problems, intake.Diagnostic{Position: record.Origin.Nearest(p.Path), Problem: p})
			e.Problems = append(e.Problems, EntryProblem{p.Path.Pattern(), p.Code})
		}
	}
	if r.o.DryRun {
		return res, nil
	}
	return res, r.journal.write(note{Done: e})
}

// put writes the folder of a case. What an earlier run of ours made is replaced, but what
// people changed of it since is kept beside it; what nobody of ours made stays, or with Force
// is kept beside it, too. Same says that every byte stood there already.
func (r *run) put(e *Entry, p packet.Packet) (edited []string, same bool, err error) {
	if p.Empty() {
		return nil, false, nil
	}
	dir := filepath.Join(r.dir, e.Case)
	if err := files.PlainFolder(dir); err != nil {
		return nil, false, err
	}
	before := r.memory.done[e.Case].Files
	if len(before) == 0 && r.o.Force || before == nil && r.memory.altered {
		before = receipted(dir)
	}
	writing := r.memory.writing[e.Case]
	policy := files.Keep
	if r.o.Force || ours(dir, before, writing, p) {
		policy = files.Replace
	}
	if policy == files.Replace {
		edited, err = keepEdited(dir, before, writing, p)
		if err == nil {
			err = clearUnlisted(dir, writing, p)
		}
		if err != nil {
			return edited, false, err
		}
	}
	if err := r.journal.write(note{Begun: e.Case, Files: p.Sums}); err != nil {
		return edited, false, err
	}
	written, err := files.PutFolder(dir, p.Plain(), policy)
	return edited, err == nil && written.Unchanged(), err
}

// receipted are the files that a packet's own receipt lists, where nothing else tells which
// of them are ours.
func receipted(dir string) []files.Sum {
	text, err := files.ReadPlain(filepath.Join(dir, files.ReceiptName), files.MostReceipt)
	if err != nil {
		return nil
	}
	receipt, err := packet.ReadReceipt(text)
	if err != nil {
		return nil
	}
	return append(receipt.Files, files.Sum{Name: files.ReceiptName, SHA256: files.Digest(text)})
}

// statuses are the answers of a packet, with a line for each charge.
func statuses(c petition.Case, p packet.Packet, o forms.Office) []Status {
	out := make([]Status, len(p.Assessment.Charges))
	for i, v := range p.Assessment.Charges {
		out[i] = Status{
			Index: v.Index, Status: v.Status, County: countyOf(c.Charges[v.Index].Court), Court: courtOf(v.FileIn),
			Missing: []petition.Path{}, Needs: []string{}, Bring: []string{}, Cautions: []string{},
		}
		if v.Earliest.Known() {
			out[i].Earliest = v.Earliest.String()
		}
		if i < len(p.Fates) {
			out[i].Petition = p.Fates[i]
		}
		for _, x := range v.Cautions {
			out[i].Cautions = append(out[i].Cautions, x.Code)
		}
	}
	for _, line := range forms.Desk(c, p.Assessment, o) {
		s := &out[line.Charge-1]
		s.Standing, s.Pathway = line.Standing, line.Route
		s.Missing = append(s.Missing, line.Missing...)
		s.Needs = append(s.Needs, line.Needs...)
		s.Bring = append(s.Bring, line.Bring...)
	}
	return out
}
