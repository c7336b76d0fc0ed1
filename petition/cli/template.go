package cli

import (
	"io"

	"github.com/spf13/cobra"

	"expunge/petition/intake"
)

func newTemplate(a *app) *cobra.Command {
	return &cobra.Command{
		Use:       "template case",
		Short:     "Print a commented case file to start from",
		Example:   `  expunge template case > case.yaml`,
		ValidArgs: []string{"case"},
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("expunge template case", "template takes the name of one template")
			}
			if args[0] == "clients" {
				return usage("expunge template case", "the template of a clients file comes in a later release")
			}
			return choose("template", args[0], []string{"case"})
		},
		RunE: acting(func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.streams.Out, intake.TemplateCase())
			return err
		}),
	}
}
