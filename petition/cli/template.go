package cli

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition/files"
	"expunge/petition/intake"
)

func newTemplate(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "template case|clients",
		Short: "Print a case file or a clients file to start from",
		Long: `Template prints a file to start from: a commented case file, or a clients file with every
column and an example row for each common situation. The examples are passed over when the
file is read.

With -o FILE it is written there. A clients file that ends in .xlsx is an Excel workbook with
lists to choose from, in which sections and cause numbers are text and stay as typed.`,
		Example: `  expunge template case > case.yaml
  expunge template clients > clients.csv
  expunge template clients -o clients.xlsx`,
		ValidArgs: templates(),
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("expunge template case, or expunge template clients", "template takes the name of one template")
			}
			return choose("template", args[0], templates())
		},
		RunE: acting(func(cmd *cobra.Command, args []string) error {
			f := cmd.Flags()
			out, _ := f.GetString("out")
			force, _ := f.GetBool("force")
			if !f.Changed("out") {
				_, err := io.WriteString(a.streams.Out, template(args[0]))
				return err
			}
			return a.writeTemplate(args[0], out, force)
		}),
	}
}

func templates() []string { return []string{"case", "clients"} }

// template is a template as text.
func template(name string) string {
	if name == "clients" {
		return intake.TemplateClients()
	}
	return intake.TemplateCase()
}

// writeTemplate writes a template to a file, in the form that the end of its name asks for.
func (a *app) writeTemplate(name, out string, force bool) error {
	text := []byte(template(name))
	kinds := []string{".yaml", ".yml"}
	if name == "clients" {
		kinds = []string{".csv", ".xlsx"}
	}
	switch ext := strings.ToLower(filepath.Ext(out)); {
	case ext != kinds[0] && ext != kinds[1]:
		return usage(fmt.Sprintf("for example: expunge template %s -o %s%s", name, name, kinds[1]), "--out: the template is a file that ends in %s or %s", kinds[0], kinds[1])
	case ext == ".xlsx":
		text = intake.TemplateClientsXLSX()
	}
	policy := files.Keep
	if force {
		policy = files.Replace
	}
	_, err := files.Put(a.streams.path(out), text, policy)
	return asOut(err, out)
}
