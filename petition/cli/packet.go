package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"expunge/forms/pdf"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/packet"
	"expunge/rules"
)

// packetOptions is what packet acts on.
type packetOptions struct {
	session
	files       []string
	draftReview string
	only        []string
	split       bool
}

const packetHelp = `Packet assesses each case and writes its papers to a folder: packet.pdf with the papers
to file and then the sheets for the clinic, confidential.pdf with the identifiers, and
receipt.json. A petition is drafted for each charge that appears eligible, drafted with
blanks where facts are missing, and otherwise withheld; a page says why.

Without FILE, on a terminal, it asks for the facts first. "-" reads standard input.
Nothing is overwritten without --force; a second run for the same as-of date with the
same program and settings makes the same bytes and changes nothing.

With --encrypt-to, --passphrase or --passphrase-file, or encrypt: in the settings,
confidential.pdf.age is written in the place of confidential.pdf. A plain one of an earlier
run goes; one that was changed since, or that no receipt lists, stays and is named.
"age -d -i key.txt confidential.pdf.age > confidential.pdf" opens it; see
age-encryption.org. With --encrypt-to, or recipients in the settings,
--passphrase-file alone only opens the case file, and the keys encrypt.

--draft-review drafts what needs a lawyer's review for a named attorney, where this
release can; such a draft is not to be signed or filed.`

func newPacket(a *app, run func(context.Context, packetOptions) error) *cobra.Command {
	var o packetOptions
	cmd := &cobra.Command{
		Use:   "packet [FILE...]",
		Short: "Write the papers of each case",
		Long:  packetHelp,
		Example: `  expunge packet case.yaml
  expunge packet case.yaml -o ~/clinic/june --formats pdf,md
  expunge packet case.yaml --only petition,order --split -o copies
  expunge packet case.yaml --draft-review "A. Attorney: common nucleus, see memo of June 3"`,
		ValidArgsFunction: caseFiles,
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			if err := o.sane(cmd); err != nil {
				return err
			}
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.files = s, args
			if err := somethingToWrite(o.only, s.settings.Formats); err != nil {
				return err
			}
			return run(cmd.Context(), o)
		}),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.draftReview, "draft-review", "", "draft what needs a lawyer's review for a named attorney, where this release can, for this `REASON`; the receipt keeps it")
	f.StringSliceVar(&o.only, "only", nil, "write only these `PAPERS`: "+strings.Join(packet.Papers(), ","))
	f.BoolVar(&o.split, "split", false, "write one PDF file for each paper")
	_ = cmd.RegisterFlagCompletionFunc("only", completeList(packet.Papers()))
	_ = cmd.RegisterFlagCompletionFunc("draft-review", cobra.NoFileCompletions)
	bindLock(cmd, "confidential files")
	bindKeys(cmd)
	bindPassphrase(cmd, "confidential files")
	return cmd
}

// sane checks the command's own flags and puts them into their one form.
func (o *packetOptions) sane(cmd *cobra.Command) error {
	o.draftReview = strings.TrimSpace(o.draftReview)
	if cmd.Flags().Changed("draft-review") && o.draftReview == "" {
		return usage("say who asked for the draft and why; the receipt keeps it", "--draft-review needs a reason")
	}
	if err := fitForPaper("--draft-review", o.draftReview, 300); err != nil {
		return err
	}
	if petition.LooksLikeSSN(o.draftReview) {
		return usage("leave it out; the receipt keeps the reason", "--draft-review holds what looks like a Social Security number")
	}
	for i, name := range o.only {
		o.only[i] = strings.ToLower(strings.TrimSpace(name))
		if err := choose("--only", o.only[i], packet.Papers()); err != nil {
			return err
		}
	}
	if cmd.Flags().Changed("only") && len(o.only) == 0 {
		return usage("choose from: "+strings.Join(packet.Papers(), ", "), "--only names no paper")
	}
	return nil
}

// somethingToWrite refuses papers that are written in none of the formats: only a petition
// and an order are editable.
func somethingToWrite(only []string, formats []packet.Format) error {
	editable := func(name string) bool { return name == "petition" || name == "order" }
	if len(only) == 0 || slices.ContainsFunc(only, editable) || !slices.Equal(formats, []packet.Format{packet.DOCX}) {
		return nil
	}
	return usage("add pdf: --formats pdf,docx", "only a petition and an order are written as docx, so nothing would be written of %s", strings.Join(only, ", "))
}

// made is one packet on its way to its folder, or the reason why there is none.
type made struct {
	input
	dir    string
	packet packet.Packet
	result files.Result
	err    error
}

// packet builds every packet in memory, and only then writes them, each whole. What it
// tells of the cases comes in the order of the files.
func (a *app) packet(ctx context.Context, o packetOptions) error {
	if len(o.files) == 0 {
		file, err := a.askFirst(ctx, o)
		if err != nil {
			return err
		}
		o.files = []string{file}
	}
	inputs, err := a.read(ctx, o.session, o.files)
	if err != nil {
		return err
	}
	if err := a.distinct(inputs, o); err != nil {
		return err
	}
	all := make([]made, len(inputs))
	for i, in := range inputs {
		if ctx.Err() != nil {
			return errInterrupted
		}
		all[i] = made{input: in}
		if len(in.problems) == 0 {
			all[i] = a.build(in, o)
		}
	}
	var codes []int
	told := false
	for _, m := range all {
		if ctx.Err() != nil {
			return errInterrupted
		}
		code, err := a.deliver(m, o, told)
		if err != nil {
			return err
		}
		told = told || code == exitDone || code == exitWithheld
		codes = append(codes, code)
	}
	return ended(codes...)
}

// deliver writes one packet and tells of it, or tells why there is none. The code is that
// of the case; the error is that of telling.
func (a *app) deliver(m made, o packetOptions, more bool) (int, error) {
	switch {
	case len(m.problems) > 0:
		return exitProblems, a.refuse(m, o)
	case m.err != nil:
		return a.failed(m, o)
	default:
		a.unreviewed(m, o)
		return a.write(m, o, more)
	}
}

// failed tells of a case that ended in an error.
func (a *app) failed(m made, o packetOptions) (int, error) {
	code := report(a.streams.Err, m.err)
	if !o.json {
		return code, nil
	}
	return code, a.encode(a.packetOf(m, o.session))
}

// askFirst interviews where that can be done.
func (a *app) askFirst(ctx context.Context, o packetOptions) (string, error) {
	if !a.interactive(o.session) {
		reason := "this is not a terminal"
		if o.noInput {
			reason = "--no-input was given"
		}
		return "", usage("for example: expunge packet case.yaml; \"-\" reads standard input", "packet needs a case file: no question can be asked, because %s", reason)
	}
	return a.interview(ctx, newOptions{session: o.session})
}

// refuse tells what is wrong with a case that gets no packet.
func (a *app) refuse(m made, o packetOptions) error {
	if !o.json {
		a.showProblems(m.input)
		return nil
	}
	a.countProblems(m.input)
	return a.encode(a.packetOf(m, o.session))
}

// build makes one packet in memory.
func (a *app) build(in input, o packetOptions) made {
	m := made{input: in}
	if m.dir, m.err = a.folder(in, o.session); m.err != nil {
		return m
	}
	office := o.settings.Office
	office.DraftReview = o.draftReview
	binding := packet.Joined
	if o.split {
		binding = packet.Split
	}
	options := packet.Options{
		Program: a.program(), AsOf: o.asOf, Held: o.settings.Hold, Office: office, InputDigest: in.digest,
		Only: o.only, Binding: binding, Formats: o.settings.Formats, Lock: o.ring.lock,
	}
	options.Standing = a.kept(m.dir, o.ring, options)
	m.packet, m.err = packet.Build(in.record.Case, options)
	if m.err != nil {
		m.err = drawing(m.err, printable(in.name))
	}
	return m
}

// drawing turns an error of drawing papers into one with a code and a hint. Checking the
// case finds a character without a shape, and an identifier in a text, long before; this is
// the last resort.
func drawing(err error, name string) error {
	var exposing *packet.ExposingError
	if errors.As(err, &exposing) {
		return &exitError{code: exitProblems, message: name, cause: err, hint: exposing.Problems[0].Hint}
	}
	var glyph pdf.GlyphError
	if !errors.As(err, &glyph) {
		return machine(err, name)
	}
	where := name
	if glyph.Path != "" {
		where += ": " + glyph.Path
	}
	return &exitError{code: exitProblems, message: where + ": the text holds a character that the papers cannot print", hint: "write it in Latin letters as the court record has it"}
}

// write puts one packet into its folder and tells of it. The code is that of the case;
// the error is that of telling.
func (a *app) write(m made, o packetOptions, more bool) (int, error) {
	if m.packet.Empty() {
		return a.nothing(m, o)
	}
	policy := files.Keep
	if o.force {
		policy = files.Replace
	}
	var err error
	if m.result, err = files.WriteFolder(a.streams.path(m.dir), m.packet.Plain(), policy); err != nil {
		m.err = writing(err, o.asOf)
		return a.failed(m, o)
	}
	a.plainLeft(m, o.ring)
	code := exitDone
	if len(m.packet.Withheld()) > 0 {
		code = exitWithheld
	}
	switch {
	case o.json:
		return code, a.encode(a.packetOf(m, o.session))
	case o.quiet:
		_, err = fmt.Fprintln(a.streams.Out, printable(m.dir))
	default:
		text := m.describe()
		if more {
			text = "\n" + text
		}
		_, err = fmt.Fprint(a.streams.Out, text)
	}
	return code, err
}

// nothing is a case for which --only leaves no paper. That is no error: a packet without
// a withheld petition, say, has no page that says why.
func (a *app) nothing(m made, o packetOptions) (int, error) {
	if o.json {
		if err := a.encode(a.packetOf(m, o.session)); err != nil {
			return exitMachine, err
		}
	}
	if len(m.packet.Withheld()) > 0 {
		a.say("%s: nothing was written: the petition is withheld, and --only names no other paper the packet has", printable(m.name))
		return exitWithheld, nil
	}
	a.say("%s: nothing was written: the packet has no paper that --only names", printable(m.name))
	return exitDone, nil
}

// unreviewed says for which charges a reason for review drafts nothing, and why.
func (a *app) unreviewed(m made, o packetOptions) {
	if o.draftReview == "" {
		return
	}
	var why []string
	c := m.record.Case
	for _, v := range m.packet.Assessment.Charges {
		switch {
		case v.Status != rules.Review || !c.Charges[v.Index].Asked() || slices.Contains(m.packet.Reviewed, v.Index):
		case v.Pathway == rules.OneFelony:
			why = append(why, fmt.Sprintf("charge %d: choose one felony first", v.Index+1))
		case v.Pathway == rules.None:
			why = append(why, fmt.Sprintf("charge %d has no route in a Mississippi court", v.Index+1))
		default:
			why = append(why, fmt.Sprintf("charge %d is decided by %s, which this release does not draft", v.Index+1, v.Pathway))
		}
	}
	switch {
	case len(m.packet.Reviewed) == 0 && len(why) == 0:
		a.say("%s: --draft-review drafts nothing here: no charge needs a lawyer's review", printable(m.name))
	case len(m.packet.Reviewed) == 0:
		a.say("%s: --draft-review drafts nothing here: %s", printable(m.name), strings.Join(why, "; "))
	case len(why) > 0:
		a.say("%s: --draft-review does not draft every charge: %s", printable(m.name), strings.Join(why, "; "))
	}
}

// distinct refuses a file named twice, and two cases that would share a folder.
func (a *app) distinct(inputs []input, o packetOptions) error {
	named, seen := map[string]bool{}, map[string]string{}
	for _, in := range inputs {
		path := filepath.Clean(a.streams.path(in.name))
		if named[path] {
			return usage("name each file once", "%s is named twice", printable(in.name))
		}
		named[path] = true
		dir, err := a.folder(in, o.session)
		if len(in.problems) > 0 || err != nil {
			continue // told of when its turn comes
		}
		key := strings.ToLower(dir)
		if other, ok := seen[key]; ok {
			return usage("give each case an id of its own (case: ...)", "%s and %s would be written to the same folder", printable(other), printable(in.name))
		}
		seen[key] = in.name
	}
	return nil
}

// folder names the folder of a case: its id, else the name of its file, else, when the
// file is called case, the name of the folder it stands in.
func (a *app) folder(in input, s session) (string, error) {
	name := in.record.Case.ID
	if name == "" {
		path := a.streams.path(in.name)
		if info, err := os.Stat(path); in.name == standardInput || err == nil && !info.Mode().IsRegular() {
			return "", usage("give the case an id (case: ...)", "%s: a case that is not read from a file of its own has no name to call its folder by", printable(in.name))
		}
		base := strings.TrimSuffix(filepath.Base(path), files.SealedEnding)
		name = strings.TrimSuffix(base, filepath.Ext(base))
		if strings.EqualFold(name, "case") {
			if abs, err := filepath.Abs(path); err == nil {
				name = filepath.Base(filepath.Dir(abs))
			}
		}
	}
	if !petition.IsCaseID(name) {
		return "", usage("give the case an id (case: ...): letters, digits, . - _; at most 64", "%s: the name of the file cannot name a folder", printable(in.name))
	}
	if what := in.record.Case.Petitioner.InID(name); what != "" {
		return "", usage("give the case an id (case: ...) that is no number of the person", "the name of the case file, or of its folder, holds %s and cannot name a folder", what)
	}
	return filepath.Join(s.settings.Out, name), nil
}

// reason says in a sentence why a petition is withheld.
func reason(v rules.Verdict) string {
	for _, c := range v.Cautions {
		if c.Code == "felony.choose-one" && (v.Status == rules.Eligible || v.Status == rules.Incomplete) {
			return c.Text
		}
	}
	if texts := grounds(v); len(texts) > 0 {
		return strings.Join(texts, "; ")
	}
	return v.Status.Words()
}
