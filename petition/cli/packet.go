package cli

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

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

func newPacket(a *app, run func(context.Context, packetOptions) error) *cobra.Command {
	var o packetOptions
	cmd := &cobra.Command{
		Use:   "packet [FILE...]",
		Short: "Write the papers of each case",
		Long: `Packet assesses each case and writes its papers to a folder: packet.pdf with the papers
to file and then the sheets for the clinic, confidential.pdf with the identifiers, and
receipt.json. A petition is drafted for each charge that appears eligible, drafted with
blanks where facts are missing, and otherwise withheld; a page says why.

Without FILE, on a terminal, it asks for the facts first. "-" reads standard input.
Nothing is overwritten without --force; a second run with the same facts changes nothing.`,
		Example: `  expunge packet case.yaml
  expunge packet case.yaml -o ~/clinic/june --formats pdf,md
  expunge packet case.yaml --only petition,order --split
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
			return run(cmd.Context(), o)
		}),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringVar(&o.draftReview, "draft-review", "", "draft what needs a lawyer's review, for this `REASON`; the receipt keeps it")
	f.StringSliceVar(&o.only, "only", nil, "write only these `PAPERS`: "+strings.Join(packet.Papers(), ","))
	f.BoolVar(&o.split, "split", false, "write one PDF file for each paper")
	_ = cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(packet.Papers(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("draft-review", cobra.NoFileCompletions)
	return cmd
}

// sane checks the command's own flags and puts them into their one form.
func (o *packetOptions) sane(cmd *cobra.Command) error {
	o.draftReview = strings.TrimSpace(o.draftReview)
	if cmd.Flags().Changed("draft-review") && o.draftReview == "" {
		return usage("say who asked for the draft and why; the receipt keeps it", "--draft-review needs a reason")
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

// made is one packet on its way to its folder.
type made struct {
	input
	dir    string
	packet packet.Packet
	result files.Result
}

// packet builds every packet in memory, and only then writes them, each whole.
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
	ready, codes, err := a.buildEach(ctx, inputs, o)
	if err != nil {
		return err
	}
	for i, m := range ready {
		if ctx.Err() != nil {
			return errInterrupted
		}
		code, err := a.write(m, o, i > 0)
		if err != nil {
			return err
		}
		codes = append(codes, code)
	}
	return ended(codes...)
}

// buildEach makes every packet that can be made, and tells why the others cannot, with
// a code for each of those.
func (a *app) buildEach(ctx context.Context, inputs []input, o packetOptions) (ready []made, codes []int, err error) {
	for _, in := range inputs {
		if ctx.Err() != nil {
			return nil, nil, errInterrupted
		}
		if len(in.problems) > 0 {
			if err := a.refuse(in, o); err != nil {
				return nil, nil, err
			}
			codes = append(codes, exitProblems)
			continue
		}
		m, err := a.build(in, o)
		if err != nil {
			codes = append(codes, report(a.streams.Err, err))
			continue
		}
		ready = append(ready, m)
	}
	return ready, codes, nil
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
func (a *app) refuse(in input, o packetOptions) error {
	if !o.json {
		a.showProblems(in)
		return nil
	}
	a.countProblems(in)
	return a.encode(a.packetOf(made{input: in}, o.session))
}

// build makes one packet in memory.
func (a *app) build(in input, o packetOptions) (made, error) {
	dir, err := a.folder(in, o.session)
	if err != nil {
		return made{}, err
	}
	office := o.settings.Office
	office.DraftReview = o.draftReview
	binding := packet.Joined
	if o.split {
		binding = packet.Split
	}
	p, err := packet.Build(in.record.Case, packet.Options{
		Program: a.program(), AsOf: o.asOf, Held: o.settings.Hold, Office: office, InputDigest: in.digest,
		Only: o.only, Binding: binding, Formats: o.settings.Formats,
	})
	if err != nil {
		return made{}, machine(err, printable(in.name))
	}
	return made{input: in, dir: dir, packet: p}, nil
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
		return report(a.streams.Err, writing(err)), nil
	}
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

// nothing is a case for which --only leaves no paper.
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
	return exitUsage, nil
}

// distinct refuses two cases that would share a folder.
func (a *app) distinct(inputs []input, o packetOptions) error {
	seen := map[string]string{}
	for _, in := range inputs {
		if len(in.problems) > 0 {
			continue
		}
		dir, err := a.folder(in, o.session)
		if err != nil {
			return err
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
		base := filepath.Base(path)
		name = strings.TrimSuffix(base, filepath.Ext(base))
		if strings.EqualFold(name, "case") {
			if abs, err := filepath.Abs(path); err == nil {
				name = filepath.Base(filepath.Dir(abs))
			}
		}
	}
	if name == "" || strings.HasPrefix(name, ".") || !filepath.IsLocal(name) || strings.ContainsAny(name, `/\`) {
		return "", usage("give the case an id (case: ...)", "%s: the name of the file cannot name a folder", printable(in.name))
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
