package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/rules"
)

// newOptions is what an interview is given beside the streams of the app.
type newOptions struct {
	session
	file string // the case file to write or resume; empty lets the interview choose
}

func newNew(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "new [FILE]",
		Short: "Ask for the facts of a case and write a case file",
		Long: `New asks for the facts of a case at the terminal, in the order a clerk reads a docket,
and writes them to a case file after every answer. A file that exists is resumed: only
what is missing, or wrong, is asked. Without FILE the file is called after the case id.

Every question can be left unanswered; "I don't know" is an answer, and is kept as one.
With --encrypt-to, --passphrase or --passphrase-file, or encrypt: in the settings, the file is
encrypted and its name ends in .age; nothing is saved unencrypted. To go on with it takes its
key (--identity) or its passphrase. With --encrypt-to, or recipients in the settings,
--passphrase-file alone only opens the file, and the keys encrypt.

EXPUNGE_ACCESSIBLE=1 asks line by line, for screen readers and plain terminals.`,
		Example: `  expunge new
  expunge new clinic-0042.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("expunge new "+printable(args[0]), "new takes one case file")
			}
			return nil
		},
		ValidArgsFunction: caseFiles,
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o := newOptions{session: s}
			if len(args) == 1 {
				o.file = args[0]
			}
			file, err := a.interview(cmd.Context(), o)
			if err != nil {
				return err
			}
			return a.found(cmd.Context(), file, o)
		}),
	}
	bindLock(cmd, "the case file")
	bindKeys(cmd)
	bindPassphrase(cmd, "the case file")
	return cmd
}

// interview asks for what is missing and returns the name of the case file it wrote.
func (a *app) interview(ctx context.Context, o newOptions) (string, error) {
	if !a.interactive(o.session) {
		reason := "this is not a terminal"
		if o.noInput {
			reason = "--no-input was given"
		}
		return "", usage("\"expunge template case\" prints a case file to fill in", "no question can be asked: %s", reason)
	}
	asker := a.asker()
	defer asker.Close()
	options := intake.InterviewOptions{
		AsOf: petition.Latest(o.asOf, o.today), DefaultCounty: o.settings.DefaultCounty,
		Outlook: func(c petition.Case) intake.Outlook { return prospect(c, o.session) },
	}
	if !o.quiet {
		a.say("Every answer is saved at once. %s", asker.Help())
	}
	d, err := a.draft(ctx, o, asker, options)
	if err != nil {
		return "", err
	}
	options.Save, options.Passed = d.save, d.passed
	if d.moves { // also where nothing is left to ask
		if err := d.save(d.record); err != nil {
			return "", machine(err, "the answers cannot be saved")
		}
	}
	_, err = intake.Interview(ctx, asker, d.record, options)
	asker.Close()
	switch {
	case errors.Is(err, intake.ErrStopped) || ctx.Err() != nil:
		a.say("%s", d.parting())
		return "", errInterrupted
	case err != nil:
		return "", machine(err, "the answers cannot be saved")
	case !d.exists && d.saves == 0:
		return "", usage("expunge new "+printable(d.name), "nothing was answered, so no file was written")
	}
	return d.name, nil
}

// prospect is what the interview needs to know of the law.
func prospect(c petition.Case, s session) intake.Outlook {
	assessment := rules.Assess(c, s.asOf, s.settings.Hold...)
	out := intake.Outlook{Missing: assessment.Missing(), Closed: map[int]bool{}}
	for _, v := range assessment.Charges {
		out.Closed[v.Index] = v.Status == rules.Ineligible
	}
	return out
}

// asker asks at the terminal of this run. Questions go where errors go, unless that is
// kept in a file; they are plain where the terminal is.
func (a *app) asker() *intake.Terminal {
	t := &intake.Terminal{In: a.streams.In, Out: a.streams.Err}
	if f, ok := t.Out.(*os.File); ok && !term.IsTerminal(int(f.Fd())) {
		t.Out = a.streams.Out
	}
	_, drawable := t.Out.(*os.File)
	wanted := a.variable(accessible)
	var plain petition.Answer
	asked := plain.UnmarshalText([]byte(wanted)) == nil && plain == petition.Yes || wanted == "1"
	kind := a.variable("TERM")
	t.Plain = asked || !drawable || kind == "dumb" || kind == "" && filepath.Separator == '/'
	return t
}

// variable returns a variable of the environment, the last one of that name.
func (a *app) variable(name string) string {
	value := ""
	for _, entry := range a.streams.Environ {
		if n, v, _ := strings.Cut(entry, "="); n == name {
			value = strings.TrimSpace(v)
		}
	}
	return value
}

// draft is a case file on its way through an interview.
type draft struct {
	name   string // as people know it
	path   string
	record intake.Record
	before []byte // what the file held, when it exists
	last   []byte // what stands at the path as far as this draft knows; nil for nothing
	exists bool
	seal   func([]byte) ([]byte, error) // nil leaves the file plain
	moves  bool                         // from a plain file to an encrypted one
	passed []petition.Path
	saves  int
	keep   bool // the file says more than its facts: a copy is kept before it is rewritten
	say    func(line string)
}

// draft finds the file of an interview and what it holds already.
func (a *app) draft(ctx context.Context, o newOptions, asker *intake.Terminal, options intake.InterviewOptions) (*draft, error) {
	if o.file != "" {
		return a.resume(o, o.file, asker, options)
	}
	id, err := intake.AskCaseID(ctx, asker, options)
	switch {
	case ctx.Err() != nil || errors.Is(err, intake.ErrStopped):
		asker.Close()
		a.say("nothing was answered, so no file was written")
		return nil, errInterrupted
	case err != nil:
		return nil, machine(err, "")
	case id == "":
		d := &draft{name: a.unused("case", ".yaml"), passed: []petition.Path{"case"}, say: asker.Say}
		if o.ring.lock != nil {
			d.name, d.seal = a.unused("case", ".yaml"+files.SealedEnding), o.ring.seal
		}
		d.path = a.streams.path(d.name)
		return d, nil
	}
	d, err := a.resume(o, id+".yaml", asker, options)
	if err != nil {
		return nil, err
	}
	if other := d.record.Case.ID; d.exists && !strings.EqualFold(other, id) {
		return nil, usage("name the file to go on with: expunge new "+printable(d.name), "%s exists already and is not the file of the case %s", printable(d.name), printable(id))
	}
	if !d.exists {
		d.record = intake.Fill(slices.Values([]intake.Fact{{Path: "case", Text: id}}))
	}
	return d, nil
}

// unused returns the first name that no file has: case.yaml, case-2.yaml.
func (a *app) unused(base, ext string) string {
	name := base + ext
	for n := 2; ; n++ {
		if _, err := os.Lstat(a.streams.path(name)); errors.Is(err, fs.ErrNotExist) {
			return name
		}
		name = base + "-" + strconv.Itoa(n) + ext
	}
}

// resume reads the file if there is one, and tells what is wrong with it. A file that
// cannot be read as a case file is left alone.
func (a *app) resume(n newOptions, given string, asker *intake.Terminal, o intake.InterviewOptions) (*draft, error) {
	name, saved, err := a.sealedName(given, n.ring)
	if err != nil {
		return nil, err
	}
	d := &draft{name: saved, path: a.streams.path(saved), say: asker.Say}
	if n.ring.lock != nil {
		d.seal = n.ring.seal
	}
	switch info, err := os.Stat(a.streams.path(name)); {
	case errors.Is(err, fs.ErrNotExist):
		return d, nil
	case err != nil:
		return nil, machine(err, "")
	case info.IsDir():
		return nil, usage("name a case file in it", "%s is a folder, not a case file", printable(name))
	case !info.Mode().IsRegular():
		return nil, usage("name another file; the answers are saved into it", "%s is a pipe or a device, not a case file", printable(name))
	case info.Size() > mostBytes:
		return nil, usage("name another file", "%s is too large for a case file", printable(name))
	}
	if d.before, err = files.ReadPlain(files.Target(a.streams.path(name)), mostBytes); err != nil {
		return nil, machine(err, "")
	}
	if files.Sealed(d.before) {
		asker.Close() // a passphrase may have to be asked for
	}
	plain, err := d.unseal(name, n.ring)
	if err != nil {
		return nil, err
	}
	d.exists = true
	if d.record, err = intake.ReadYAML(name, strings.NewReader(string(plain))); err != nil {
		return nil, machine(err, "")
	}
	if d.record.Unread() {
		asker.Close()
		a.showProblems(input{name: name, problems: d.record.Check(o.AsOf)})
		return nil, usage("mend the file, or name another one", "%s cannot be read as a case file and was left as it is", printable(name))
	}
	d.keep = name == saved && string(plain) != d.text(d.record)
	wrong := d.record.Check(o.AsOf)
	for _, x := range wrong {
		asker.Say(printLines(x.String()))
	}
	asker.Say(printable(name) + " is there already: only what is missing or wrong is asked")
	if d.moves = name != saved; !d.moves {
		d.last = d.before
	} else {
		asker.Say("the answers are saved to " + printable(saved) + ", encrypted; " + printable(name) + " stays as it is, unencrypted, until you remove it")
	}
	return d, nil
}

// text returns a record as its file has it.
func (d *draft) text(r intake.Record) string {
	var b strings.Builder
	_ = intake.WriteYAML(&b, r) // a builder takes everything
	return b.String()
}

// save writes the whole file. A copy is kept of a file that says more than its facts, the first
// time, and of what somebody else saved there meanwhile.
func (d *draft) save(r intake.Record) error {
	if d.keep {
		if err := d.aside(d.before, "the file as it was is kept as "); err != nil {
			return err
		}
		d.keep = false
	}
	if err := d.meanwhile(); err != nil {
		return err
	}
	if d.saves == 0 {
		files.SweepBeside(files.Target(d.path))
	}
	text := []byte(d.text(r))
	if d.seal != nil {
		var err error
		if text, err = d.seal(text); err != nil {
			return err
		}
	}
	if err := files.Write(d.path, text); err != nil {
		return err
	}
	d.last = text
	d.saves++
	return nil
}

// meanwhile keeps a copy of what stands in the file when it is not what this draft has read or
// written: another interview, or an editor, has saved there. A file that was removed is made
// anew; one that cannot be read is not written over.
func (d *draft) meanwhile() error {
	if _, err := os.Stat(d.path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	now, err := files.ReadPlain(files.Target(d.path), mostBytes)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case bytes.Equal(now, d.last):
		return nil
	}
	if err := d.aside(now, printable(d.name)+" was changed meanwhile by somebody else, and is written over; that text is kept as "); err != nil {
		return err
	}
	d.last = now
	return nil
}

// aside keeps a copy of a text beside the file and says so; it is encrypted where the file is.
func (d *draft) aside(text []byte, as string) error {
	if d.seal != nil && !files.Sealed(text) { // a plain file under the name of an encrypted one
		var err error
		if text, err = d.seal(text); err != nil {
			return err
		}
	}
	copied, err := keepCopy(d.path, text)
	if err != nil {
		return err
	}
	d.say(as + printable(filepath.Join(filepath.Dir(d.name), filepath.Base(copied))))
	return nil
}

// parting says where the answers are when an interview is broken off.
func (d *draft) parting() string {
	switch {
	case d.saves == 0 && !d.exists:
		return "nothing was answered, so no file was written"
	case d.saves == 0:
		return fmt.Sprintf("%s is as it was", printable(d.name))
	default:
		return fmt.Sprintf("the answers so far are in %s; \"expunge new %s\" goes on from there", printable(d.name), printable(d.name))
	}
}

// keepCopy writes a copy beside a file, whole or not at all, under the first free name or one
// that holds the same already.
func keepCopy(path string, b []byte) (string, error) {
	for n := 1; ; n++ {
		name := path + ".bak"
		if n > 1 {
			name += strconv.Itoa(n)
		}
		_, err := files.Put(name, b, files.Keep)
		var exists *files.ExistsError
		var place *files.PlaceError
		if !errors.As(err, &exists) && !errors.As(err, &place) {
			return name, err
		}
	}
}

// found says what an interview came to: how each charge stands, what is missing, where
// the file is, and what to do next.
func (a *app) found(ctx context.Context, file string, o newOptions) error {
	inputs, err := a.read(ctx, o.session, []string{file})
	if err != nil {
		return err
	}
	in := inputs[0]
	if len(in.problems) > 0 {
		a.showProblems(in)
		_, err := fmt.Fprintf(a.streams.Out, "The case file is %s\nTo mend it: expunge new %s\n", printable(file), printable(file))
		return errors.Join(err, ended(exitProblems))
	}
	p := &page{}
	if !o.quiet {
		outcome(p, in, o.session)
	}
	p.line(0, "The case file is %s", file)
	if !o.quiet {
		p.text(0, "Identifiers (ssn, state_id, race, sex) are not asked for; write them into the file only if the records center needs them.")
		p.line(0, "Next: expunge packet %s", file)
		p.line(0, notAdvice)
	}
	_, err = fmt.Fprint(a.streams.Out, p.String())
	return err
}

// outcome is a line for each charge and one for each fact that is missing.
func outcome(p *page, in input, s session) {
	assessment := assess(in, s)
	p.line(0, "")
	p.line(0, "%s", basis(assessment))
	for _, v := range assessment.Charges {
		p.line(0, "Charge %d, %s: %s", v.Index+1, offense(in.record.Case.Charges[v.Index]), answer(v))
		for _, m := range v.Missing {
			p.line(2, "missing: %s (%s)", m.Label(), m)
		}
	}
	p.line(0, "")
}
