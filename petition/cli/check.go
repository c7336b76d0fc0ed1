package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"expunge/rules"
)

// checkOptions is what check acts on.
type checkOptions struct {
	session
	files []string
	why   bool
}

func newCheck(a *app, run func(context.Context, checkOptions) error) *cobra.Command {
	var o checkOptions
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "Say which charges appear eligible, and why",
		Long: `Check reads case files, says what is wrong with them, and assesses each charge: the
route that comes nearest, the court and the day, what decided, what is missing, what is
unsettled, and what to do next. --why adds the tree of reasons, every point of the law
with its answer. It writes no papers. "-" reads standard input.`,
		Example: `  expunge check case.yaml
  expunge check case.yaml --as-of 2027-03-02
  expunge check case.yaml --why
  expunge check --json a.yaml b.yaml`,
		Args:              atLeastOneFile("check"),
		ValidArgsFunction: caseFiles,
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			s, err := a.session(cmd)
			if err != nil {
				return err
			}
			o.session, o.files = s, args
			return run(cmd.Context(), o)
		}),
	}
	cmd.Flags().BoolVar(&o.why, "why", false, "add every reason, as a tree")
	bindKeys(cmd)
	return cmd
}

func atLeastOneFile(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage(fmt.Sprintf("for example: expunge %s case.yaml; \"-\" reads standard input", command), "%s needs a case file", command)
		}
		return nil
	}
}

// check assesses each file and prints what it finds.
func (a *app) check(ctx context.Context, o checkOptions) error {
	inputs, err := a.read(ctx, o.session, o.files)
	if err != nil {
		return err
	}
	var codes []int
	for i, in := range inputs {
		if ctx.Err() != nil {
			return errInterrupted
		}
		if len(in.problems) > 0 {
			codes = append(codes, exitProblems)
		}
		switch {
		case o.json:
			if err := a.encode(a.assessmentOf(in, o.session)); err != nil {
				return err
			}
			a.countProblems(in)
		case len(in.problems) > 0:
			a.showProblems(in)
		default:
			if i > 0 && !o.quiet {
				_, _ = io.WriteString(a.streams.Out, "\n")
			}
			if _, err := io.WriteString(a.streams.Out, describe(in, assess(in, o.session), o)); err != nil {
				return err
			}
		}
	}
	return ended(codes...)
}

func assess(in input, s session) rules.Assessment {
	return rules.Assess(in.record.Case, s.asOf, s.settings.Hold...)
}

// showProblems lists everything that is wrong with a file, with its place and a hint.
func (a *app) showProblems(in input) {
	for _, d := range in.problems {
		a.say("%s", printLines(d.String()))
	}
	a.countProblems(in)
}

func (a *app) countProblems(in input) {
	switch n := len(in.problems); n {
	case 0:
	case 1:
		a.say("%s: 1 problem; nothing was assessed", printable(in.name))
	default:
		a.say("%s: %d problems; nothing was assessed", printable(in.name), n)
	}
}

// printLines is printable for text of several lines.
func printLines(s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		lines[i] = printable(lines[i])
	}
	return strings.Join(lines, "\n")
}
