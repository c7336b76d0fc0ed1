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
		Long: `Version says which release this is, which edition of the law it applies and how it was
built. With --json it also lists the modules the program was built with and their sums,
the same list that a release carries as modules.txt.`,
		Example: `  expunge version
  expunge version --json`,
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

// build is what version tells of the program. Version is that of the release, or of the
// source tree when none was linked in.
type build struct {
	Program    string    `json:"program"`
	Version    string    `json:"version"`
	LawEdition string    `json:"law_edition"`
	Go         string    `json:"go"`
	System     string    `json:"system"`
	Revision   string    `json:"revision,omitempty"`
	Time       string    `json:"time,omitempty"` // of the revision
	Modified   bool      `json:"modified,omitempty"`
	Modules    []library `json:"modules,omitempty"`
}

// library is a module the program was built with, as "go version -m" lists it.
type library struct {
	Path    string `json:"path"`
	Version string `json:"version"`
	Sum     string `json:"sum,omitempty"`
}

// built tells of the program from what was linked in and from what the Go tool recorded.
// It names no folder and no clock, so that equal sources give equal answers.
func (a *app) built() build {
	b := build{
		Program: a.program(), Version: a.version(), LawEdition: rules.Edition,
		Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH,
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		b.add(info)
	}
	return b
}

// add adds what the Go tool recorded.
func (b *build) add(info *debug.BuildInfo) {
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Revision = s.Value
		case "vcs.time":
			b.Time = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		b.Modules = append(b.Modules, library{m.Path, m.Version, m.Sum})
	}
}

func (a *app) showVersion(asJSON, quiet bool) error {
	b := a.built()
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
