package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/packet"
)

// checklistOptions is what checklist acts on.
type checklistOptions struct {
	session
	file     string // the case; empty for the papers for volunteers
	only     []string
	copies   int
	large    bool
	language petition.Language // as asked for on the command line; empty leaves it to the case
}

// mostCopies is how many copies one file can have.
const mostCopies = 500

const checklistHelp = `Checklist prints what to bring and what to do. Without FILE it writes the papers that
volunteers carry, DIR/checklist.pdf: the blank clinic checklist; intake sheets with a box or a
line for every field of the case file, one of them to copy for each charge and one for the
confidential identifiers; a triage card for the door; and the flow chart. With FILE it writes
the checklist of that case alone, DIR/<case>/checklist.pdf: the papers it needs, the facts
that are missing and who can supply them, and the steps before and after filing.

--copies repeats the pages in one file; each paper then begins on the front of a sheet, so
that the stack can be printed on both sides. --large-print sets the type at 16 points.
--lang es writes Spanish; without it the language is that of the case, then the setting
"language". The papers for the court stay in English.

"-" reads a case from standard input. Nothing is overwritten without --force. In the folder
of a packet the list stands beside the packet, and its receipt does not name it: the small
file checklist.json does, so that verify and purge know the list of a case. The papers for
volunteers name nobody, and purge leaves them.`

func newChecklist(a *app, run func(context.Context, checklistOptions) error) *cobra.Command {
	var o checklistOptions
	copies, lang := "1", ""
	cmd := &cobra.Command{
		Use:   "checklist [FILE]",
		Short: "Write the checklist of a case, or blank papers for volunteers",
		Long:  checklistHelp,
		Example: `  expunge checklist
  expunge checklist --copies 40 --only intake-charge -o clinic
  expunge checklist --lang es --large-print -o clinic/june
  expunge checklist case.yaml`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("run it once for each case", "checklist takes one case file")
			}
			return nil
		},
		ValidArgsFunction: caseFiles,
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.file = args[0]
			}
			if err := o.sane(cmd, copies, lang); err != nil {
				return err
			}
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session = s
			if o.settings.Formats, err = listFormats(cmd, s.settings.Formats); err != nil {
				return err
			}
			return run(cmd.Context(), o)
		}),
	}
	f := cmd.Flags()
	f.SortFlags = false
	f.StringSliceVar(&o.only, "only", nil, "without FILE, write only these `PAPERS`: "+strings.Join(packet.BlankPapers(), ","))
	f.StringVar(&copies, "copies", copies, fmt.Sprintf("repeat the pages this `NUMBER` of times, at most %d", mostCopies))
	f.BoolVar(&o.large, "large-print", false, "set the type at 16 points")
	f.StringVar(&lang, "lang", "", "write in this `LANGUAGE`, en or es")
	_ = cmd.RegisterFlagCompletionFunc("only", completeList(packet.BlankPapers()))
	_ = cmd.RegisterFlagCompletionFunc("lang", cobra.FixedCompletions(petition.Language("").Values(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("copies", cobra.NoFileCompletions)
	bindKeys(cmd)
	return cmd
}

// sane checks the command's own flags and puts them into their one form.
func (o *checklistOptions) sane(cmd *cobra.Command, copies, lang string) error {
	given := cmd.Flags().Changed
	n, err := strconv.Atoi(strings.TrimSpace(copies))
	if err != nil || n < 1 || n > mostCopies {
		return usage("for example --copies 40", "--copies takes a number from 1 to %d, not %q", mostCopies, printable(copies))
	}
	o.copies = n
	if given("lang") {
		lang = strings.ToLower(strings.TrimSpace(lang))
		if err := choose("--lang", lang, petition.Language("").Values()); err != nil {
			return err
		}
		o.language = petition.Language(lang)
	}
	for i, name := range o.only {
		o.only[i] = strings.ToLower(strings.TrimSpace(name))
		if err := choose("--only", o.only[i], packet.BlankPapers()); err != nil {
			return err
		}
	}
	switch {
	case given("only") && o.file != "":
		return usage("leave out --only, or the case file", "--only chooses among the papers for volunteers; the list of a case is one paper")
	case given("only") && len(o.only) == 0:
		return usage("choose from: "+strings.Join(packet.BlankPapers(), ", "), "--only names no paper")
	case given("as-of") && o.file == "":
		return usage("leave out --as-of, or name a case file", "the papers for volunteers go by no day; they name the law edition")
	}
	return nil
}

// listFormats are the formats a list can have. An editable twin is made of petitions and
// orders alone: asked for on the command line it is wrong usage, and in the settings it is
// meant for packets.
func listFormats(cmd *cobra.Command, chosen []packet.Format) ([]packet.Format, error) {
	var out []packet.Format
	for _, f := range chosen {
		if f != packet.DOCX {
			out = append(out, f)
		} else if cmd.Flags().Changed("formats") {
			return nil, usage("choose from: pdf, md", "--formats: a checklist is not written as docx")
		}
	}
	if len(out) == 0 {
		out = []packet.Format{packet.PDF}
	}
	return out, nil
}

// list is a checklist, or the papers for volunteers, on the way to its folder.
type list struct {
	input    // zero without a case
	dir      string
	language petition.Language
	files    []packet.File
	result   files.Result
	err      error
}

// checklist makes the files in memory, and only then writes them.
func (a *app) checklist(ctx context.Context, o checklistOptions) error {
	var l list
	if o.file != "" {
		inputs, err := a.read(ctx, o.session, []string{o.file})
		if err != nil {
			return err
		}
		l.input = inputs[0]
	}
	if len(l.problems) > 0 {
		return a.refuseList(l, o)
	}
	l.language = o.spoken(l.record.Case)
	l.make(a, o)
	if l.err == nil {
		l.err = l.write(a, o)
	}
	if ctx.Err() != nil {
		return errInterrupted
	}
	return a.deliverList(l, o)
}

// spoken is the language of the list: as asked for, else that of the case, else the
// setting's.
func (o checklistOptions) spoken(c petition.Case) petition.Language {
	for _, l := range []petition.Language{o.language, c.Petitioner.Language} {
		if l != "" {
			return l
		}
	}
	return o.settings.Language
}

func (l *list) make(a *app, o checklistOptions) {
	options := packet.ListOptions{
		AsOf: o.asOf, Held: o.settings.Hold, Office: o.settings.Office, Only: o.only,
		Formats: o.settings.Formats, Copies: o.copies, LargePrint: o.large,
	}
	options.Office.Language = l.language
	if o.file == "" {
		l.dir = o.settings.Out
		l.files, l.err = packet.Blank(options)
		l.err = machine(l.err, "the papers for volunteers")
		return
	}
	if l.dir, l.err = a.folder(l.input, o.session); l.err != nil {
		return
	}
	if l.files, l.err = packet.Checklist(l.record.Case, options); l.err != nil {
		l.err = drawing(l.err, printable(l.name))
	}
}

func (l *list) write(a *app, o checklistOptions) error {
	policy := files.Keep
	if o.force {
		policy = files.Replace
	}
	plain := make([]files.File, len(l.files))
	for i, f := range l.files {
		plain[i] = f.File
	}
	add := files.Add
	if o.file != "" {
		add = files.AddListed // what names people is to be found again by purge
	}
	var err error
	l.result, err = add(a.streams.path(l.dir), plain, policy)
	return writing(err, o.asOf)
}

// refuseList tells what is wrong with a case that gets no list.
func (a *app) refuseList(l list, o checklistOptions) error {
	if !o.json {
		a.showProblems(l.input)
		return ended(exitProblems)
	}
	a.countProblems(l.input)
	if err := a.encode(a.listOf(l, o)); err != nil {
		return err
	}
	return ended(exitProblems)
}

// deliverList tells what was written, or why nothing was.
func (a *app) deliverList(l list, o checklistOptions) error {
	switch {
	case o.json:
		if err := a.encode(a.listOf(l, o)); err != nil {
			return err
		}
		return l.err
	case l.err != nil:
		return l.err
	case o.quiet:
		_, err := fmt.Fprintln(a.streams.Out, printable(l.dir))
		return err
	default:
		_, err := fmt.Fprint(a.streams.Out, l.describe(o))
		return err
	}
}
