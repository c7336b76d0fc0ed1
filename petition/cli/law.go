package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
	"expunge/rules"
)

// lawOptions is what law acts on.
type lawOptions struct {
	session
	section string   // as typed; empty for the list
	files   []string // of --changes
	all     bool
	changes bool
	history history
}

func newLaw(a *app, run func(context.Context, lawOptions) error) *cobra.Command {
	var o lawOptions
	cmd := &cobra.Command{
		Use:   "law [SECTION]",
		Short: "Print the law as this build applies it",
		Long: `Law prints the rules themselves. Without SECTION it lists every route: its section, how
much is left to the court, since when it stands in the form decided here, how sure its
sources are, its title, and the lifetime allowance it spends, if any. With SECTION it
prints what the route asks in the order of the statute, each point with its citation and
its id, the days on which it changed, the offenses it names, the sources, and the open
questions. A section that gives no route, such as 97-3-2 or 1-3-67, is shown where the
rules and the pages of the law speak of it.

--all prints everything as Markdown, for a lawyer to review: every route and point, the
sources, the vectors with their expected answers, and the pages of the law.
--changes lists the dated changes of the law, or those of one section; with case files,
whose answer each changes.`,
		Example: `  expunge law
  expunge law "99-19-71(2)"
  expunge law "Miss. Code Ann. § 63-11-30"
  expunge law --all > law.md
  expunge law --changes "99-19-71(2)"
  expunge law --changes case.yaml`,
		ValidArgsFunction: completeLaw,
		Args:              func(*cobra.Command, []string) error { return nil }, // a section may be several words
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			if err := o.sane(args); err != nil {
				return err
			}
			if cmd.Flags().Changed("as-of") && len(o.files) == 0 {
				return usage("every dated version is printed; expunge law --changes case.yaml --as-of DATE asks of a day", "law takes --as-of only with --changes and case files")
			}
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.history = s, dated()
			return run(cmd.Context(), o)
		}),
	}
	cmd.Flags().BoolVar(&o.all, "all", false, "print everything as Markdown")
	cmd.Flags().BoolVar(&o.changes, "changes", false, "list the dated changes, all or of SECTION; with case files, whose answer changes")
	bindKeys(cmd)
	return cmd
}

// sane takes the words after the command for what the flags make of them.
func (o *lawOptions) sane(args []string) error {
	switch {
	case o.all && o.changes:
		return usage("run the command twice", "--all and --changes are two things to print")
	case o.all && len(args) > 0:
		return usage(fmt.Sprintf("expunge law --all, or expunge law %q", printable(args[0])), "--all prints every section, and takes no section")
	case o.changes && !petition.ParseSection(strings.Join(args, " ")).Readable():
		o.files = args
	default:
		o.section = strings.Join(args, " ")
	}
	return nil
}

// law prints what was asked for.
func (a *app) law(ctx context.Context, o lawOptions) error {
	switch {
	case o.changes:
		return a.lawChanges(ctx, o)
	case o.all && !o.json:
		text, err := lawMarkdown(a.program(), o)
		if err != nil {
			return err
		}
		_, err = io.WriteString(a.streams.Out, text)
		return err
	case o.section == "":
		return a.lawList(o)
	default:
		return a.lawSection(o)
	}
}

// lawList prints a line for every route.
func (a *app) lawList(o lawOptions) error {
	if o.json {
		out, err := a.lawOf(o, o.all)
		if err != nil {
			return err
		}
		return a.encode(out)
	}
	p := &page{}
	p.line(0, "%s", edition(o))
	p.line(0, "")
	const columns = "%-19s%-14s%-11s%-12s%s"
	p.line(0, columns, "SECTION", "RELIEF", "SINCE", "CONFIDENCE", "TITLE")
	for _, r := range rules.Provisions() {
		p.line(0, columns, r.Pathway, orDash(string(r.Relief)), orDash(r.Since.String()), orDash(string(r.Confidence())), titleAndSpends(r))
	}
	p.line(0, "")
	p.line(0, "\"expunge law SECTION\" prints what a route asks; --all prints everything.")
	_, err := io.WriteString(a.streams.Out, p.String())
	return err
}

// lawSection prints what the law of this build says of a section.
func (a *app) lawSection(o lawOptions) error {
	found, err := lookUp(o.section)
	if err != nil {
		return err
	}
	if o.json {
		return a.encode(a.lookupOf(found, o))
	}
	_, err = io.WriteString(a.streams.Out, found.describe(o))
	return err
}

// edition states which law is printed.
func edition(o lawOptions) string {
	s := "Law edition " + rules.Edition
	if len(o.settings.Hold) > 0 {
		s += ", held back: " + strings.Join(o.settings.Hold, ", ")
	}
	return s
}

func titleAndSpends(r rules.Provision) string {
	if r.Spends == "" {
		return r.Title
	}
	return r.Title + "; spends " + r.Spends
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// completeLaw completes sections, or case files after --changes.
func completeLaw(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if changes, _ := cmd.Flags().GetBool("changes"); changes {
		return caseFiles(cmd, args, typed)
	}
	if all, _ := cmd.Flags().GetBool("all"); all || len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, r := range rules.Provisions() {
		if strings.HasPrefix(string(r.Pathway), typed) {
			out = append(out, cobra.CompletionWithDesc(string(r.Pathway), r.Title))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// unknownSection is the end of a search that found nothing.
func unknownSection(asked string, s petition.Section) error {
	if !s.Readable() {
		if ids := knownCodes(); slices.Contains(ids, asked) {
			return usage("expunge explain "+asked, "%s is a code, not a section", asked)
		}
		return usage("write it like 99-19-71 or 63-11-30(13); \"expunge law\" lists the routes", "%q cannot be read as a section of the Mississippi Code", printable(asked))
	}
	hint := "\"expunge law\" lists the routes"
	if near := nearSections(s); len(near) > 0 {
		hint = "the nearest are: " + strings.Join(near, ", ")
	}
	return usage(hint, "no route, list or page of this edition speaks of %s", s)
}

// nearSections lists the sections of the law that are most like one it does not speak of.
func nearSections(s petition.Section) []string {
	const most = 6
	var out []string
	known := knownSections()
	if near := petition.Nearest(s.Base(), known); near != "" {
		out = append(out, near)
	}
	chapter := s.Base()[:strings.LastIndexByte(s.Base(), '-')+1]
	for _, k := range known {
		if strings.HasPrefix(k, chapter) && !slices.Contains(out, k) && len(out) < most {
			out = append(out, k)
		}
	}
	return out
}
