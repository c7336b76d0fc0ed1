package cli

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
)

// newRoot is the table of contents of the program.
func newRoot(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "expunge",
		Short: "Prepare Mississippi expungement papers from a file of facts",
		Long: `Expunge reads the facts of a case from a file, says which charges appear eligible to
be expunged in Mississippi and why, and draws the papers a clinic files and works with.

It gives no legal advice: a lawyer reads every paper before it is signed or filed.`,
		Example: `  expunge template case > case.yaml
  expunge check case.yaml
  expunge packet case.yaml
  expunge batch clients.csv
  expunge law "99-19-71(2)"
  expunge help topics`,
		Version:       a.version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          a.noSuchCommand,
		RunE:          func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SetIn(a.streams.In)
	root.SetOut(a.streams.Out)
	root.SetErr(a.streams.Err)
	root.SetVersionTemplate(a.versionLine() + "\n")
	root.SetFlagErrorFunc(flagError)
	bindCommon(root)
	root.AddCommand(
		newNew(a),
		newCheck(a, a.check),
		newPacket(a, a.packet),
		newBatch(a, a.batch),
		newScreen(a, a.screen),
		newChecklist(a, a.checklist),
		newLaw(a, a.law),
		newExplain(a, a.explain),
		newVerify(a, a.verify),
		newPurge(a, a.purge),
		newTemplate(a),
		newVersion(a),
	)
	help := newHelp(a, root)
	root.SetHelpCommand(help)
	root.AddCommand(help)
	strictCompletion(root)
	fit(root, root.PersistentFlags())
	root.PersistentPreRun = func(cmd *cobra.Command, _ []string) { a.idle(cmd) }
	return root
}

// strictCompletion makes completion for a shell there is none for wrong usage.
func strictCompletion(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, c := range root.Commands() {
		if c.Name() != "completion" {
			continue
		}
		c.Short = "Print the completion script of a shell"
		c.Args = func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			return choose("completion", args[0], []string{"bash", "fish", "powershell", "zsh"})
		}
		c.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	}
}

// completeList completes the last item of a list with commas, from the words that the list
// does not have yet.
func completeList(from []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		taken := strings.Split(strings.ToLower(before), ",")
		var out []string
		for _, word := range from {
			if !slices.Contains(taken, word) && strings.HasPrefix(word, strings.ToLower(typed[len(before):])) {
				out = append(out, before+word)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
}

// noSuchCommand explains a first word that is not a command.
func (a *app) noSuchCommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names = append(names, c.Name())
		}
	}
	hint := "the commands are: " + strings.Join(names, ", ")
	if near := petition.Nearest(args[0], names); near != "" {
		hint = fmt.Sprintf("did you mean \"expunge %s\"?", near)
	} else if info, err := os.Stat(a.streams.path(args[0])); err == nil && !info.IsDir() {
		hint = fmt.Sprintf("to assess the file: expunge check %s", printable(args[0]))
	}
	return usage(hint, "there is no command %q", printable(args[0]))
}

// session is what the common flags and the settings come to for one run.
type session struct {
	asOf     petition.Date
	today    petition.Date
	settings settings
	json     bool
	noInput  bool
	force    bool
	quiet    bool
	ring     keyring
}

// session reads the common flags and the settings.
func (a *app) session(cmd *cobra.Command) (session, error) {
	f := cmd.Flags()
	s := session{today: a.today, asOf: a.today}
	s.json, _ = f.GetBool("json")
	s.noInput, _ = f.GetBool("no-input")
	s.force, _ = f.GetBool("force")
	s.quiet, _ = f.GetBool("quiet")
	if text, _ := f.GetString("as-of"); f.Changed("as-of") {
		day, err := petition.ParseDate(text)
		if err != nil {
			return session{}, usage("write the date as YYYY-MM-DD, with a year from 1900 to 2200", "--as-of: %v", err)
		}
		s.asOf = day
	}
	var err error
	if s.settings, err = a.settings(cmd); err != nil {
		return s, err
	}
	s.ring, err = a.keyring(cmd, s)
	return s, err
}

// interactive reports whether questions may be asked.
func (a *app) interactive(s session) bool {
	return !s.noInput && a.streams.InIsTerminal && a.streams.OutIsTerminal
}

// caseFiles completes the names of case files.
func caseFiles(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return []string{"yaml", "yml", "json", "age"}, cobra.ShellCompDirectiveFilterFileExt
}
