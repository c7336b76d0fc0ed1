package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"expunge/rules"
)

// sourceVersion is the version of this source tree.
const sourceVersion = "0.1.0"

func (a *app) version() string {
	if a.streams.Version != "" {
		return a.streams.Version
	}
	return sourceVersion
}

// program is the name and version that receipts and results carry.
func (a *app) program() string { return "expunge " + a.version() }

func (a *app) versionLine() string {
	return fmt.Sprintf("%s (law edition %s)", a.program(), rules.Edition)
}

func newVersion(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say the version, the edition of the law and the build",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usage("expunge version", "version takes nothing after it")
			}
			return nil
		},
		RunE: acting(func(cmd *cobra.Command, _ []string) error {
			asJSON, _ := cmd.Flags().GetBool("json")
			quiet, _ := cmd.Flags().GetBool("quiet")
			return a.showVersion(asJSON, quiet)
		}),
	}
}

type build struct {
	Program    string `json:"program"`
	LawEdition string `json:"law_edition"`
	Go         string `json:"go"`
	System     string `json:"system"`
	Revision   string `json:"revision,omitempty"`
	Modified   bool   `json:"modified,omitempty"`
}

func (a *app) showVersion(asJSON, quiet bool) error {
	b := build{Program: a.program(), LawEdition: rules.Edition, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Revision = s.Value
			case "vcs.modified":
				b.Modified = s.Value == "true"
			}
		}
	}
	if asJSON {
		return a.encode(b)
	}
	if quiet {
		_, err := fmt.Fprintln(a.streams.Out, a.version())
		return err
	}
	if _, err := fmt.Fprintln(a.streams.Out, a.versionLine()); err != nil {
		return err
	}
	line := fmt.Sprintf("built with %s for %s", b.Go, b.System)
	if b.Revision != "" {
		line += ", revision " + b.Revision[:min(12, len(b.Revision))]
		if b.Modified {
			line += " with local changes"
		}
	}
	_, err := fmt.Fprintln(a.streams.Out, line)
	return err
}
