package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// bindCommon adds the flags every command takes. Their values are read by [app.session].
func bindCommon(root *cobra.Command) {
	f := root.PersistentFlags()
	f.SortFlags = false
	f.String("as-of", "", "assess as of this `DATE`, YYYY-MM-DD (default today)")
	f.StringP("out", "o", "packets", "write packets under this `FOLDER`")
	f.StringSlice("formats", []string{"pdf", "docx"}, "what to write, `FORMATS` among pdf, docx, md")
	f.Bool("json", false, "write results for programs")
	f.Bool("no-input", false, "never ask a question")
	f.Bool("force", false, "replace files that exist and differ")
	f.Bool("quiet", false, "say less")
	f.String("config", "", "read settings from this `FILE` alone")
	_ = root.RegisterFlagCompletionFunc("formats", completeList(formatNames()))
	_ = root.MarkPersistentFlagDirname("out")
	_ = root.MarkPersistentFlagFilename("config", "yaml", "yml")
	_ = root.RegisterFlagCompletionFunc("as-of", cobra.NoFileCompletions)
}

// uses names the common flags that do something for a command. Every command takes all of
// them, so that a script can give the same flags to each; its help lists these alone.
func uses(command string) []string {
	switch command {
	case "expunge", "packet":
		return []string{"as-of", "out", "formats", "json", "no-input", "force", "quiet", "config"}
	case "new":
		return []string{"as-of", "no-input", "quiet", "config"}
	case "check":
		return []string{"as-of", "json", "no-input", "quiet", "config"}
	case "batch":
		return []string{"as-of", "out", "formats", "json", "force", "quiet", "config"}
	case "screen":
		return []string{"as-of", "out", "json", "force", "quiet", "config"}
	case "checklist":
		return []string{"as-of", "out", "formats", "json", "no-input", "force", "quiet", "config"}
	case "law":
		return []string{"as-of", "json", "no-input", "config"}
	case "explain":
		return []string{"json", "config"}
	case "verify":
		return []string{"json", "no-input", "quiet", "config"}
	case "purge":
		return []string{"json", "no-input", "force", "quiet"}
	case "template":
		return []string{"out", "force"}
	case "version":
		return []string{"json", "quiet"}
	default:
		return nil // help and completion
	}
}

// ownWords are a common flag as one command means it.
type ownWords struct {
	usage   string
	without string // in the place of the default; empty says none
	words   []string
}

// ownMeaning returns what a common flag means for a command, where that is not what it means
// for packet.
func ownMeaning(command, flag string) (ownWords, bool) {
	w, ok := map[string]ownWords{
		"screen out":        {usage: "write the answers to this `FILE`, in place of standard output"},
		"screen force":      {usage: "replace the file of -o if it exists and differs"},
		"template out":      {usage: "write the template to this `FILE`, in place of standard output"},
		"template force":    {usage: "replace the file of -o if it exists and differs"},
		"checklist out":     {usage: "write the list under this `FOLDER`", without: "packets"},
		"checklist formats": {usage: "what to write, `FORMATS` among pdf, md", without: "[pdf]", words: []string{"pdf", "md"}},
		"checklist as-of":   {usage: "with FILE, assess as of this `DATE`, YYYY-MM-DD (default today)"},
		"law as-of":         {usage: "with --changes and case files, assess as of this `DATE`, YYYY-MM-DD (default today)"},
		"new as-of":         {usage: "ask for what matters as of this `DATE`, YYYY-MM-DD (default today)"},
		"batch as-of":       {usage: "assess as of this `DATE`, YYYY-MM-DD (default today, or the date the folder keeps)"},
		"batch force":       {usage: "make everything again, and replace files that exist and differ"},
		"purge force":       {usage: "also remove listed files that were changed since they were written"},
		"version quiet":     {usage: "print the version alone"},
	}[command+" "+flag]
	return w, ok
}

// fit makes the common flags of a command, and of those beneath it, its own: what does
// nothing there is taken and not listed, and what means something else says so.
func fit(c *cobra.Command, common *pflag.FlagSet) {
	for _, sub := range c.Commands() {
		fit(sub, common)
	}
	if !c.HasParent() {
		return
	}
	acts := uses(topCommand(c))
	common.VisitAll(func(f *pflag.Flag) {
		own, differs := ownMeaning(c.Name(), f.Name)
		idle := !slices.Contains(acts, f.Name)
		if c.Flags().Lookup(f.Name) != nil || !idle && !differs {
			return
		}
		mine := *f
		mine.Hidden = idle
		c.Flags().AddFlag(&mine)
		if !idle {
			speak(c, &mine, own)
		}
	})
}

// speak gives a flag the words and the completion that a command has for it.
func speak(c *cobra.Command, f *pflag.Flag, own ownWords) {
	f.Usage = own.usage
	switch f.Name {
	case "out":
		f.DefValue = own.without
		if own.without == "" {
			f.Annotations = nil // a file of any name, not a folder
		}
	case "formats":
		f.DefValue = own.without
		_ = c.RegisterFlagCompletionFunc(f.Name, completeList(own.words))
	case "as-of":
		_ = c.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions)
	}
}

// topCommand is the name of the command that stands right under the program.
func topCommand(c *cobra.Command) string {
	for c.HasParent() && c.Parent().HasParent() {
		c = c.Parent()
	}
	return c.Name()
}

// idle tells of flags that ask for something and do nothing here, so that nobody waits for
// it. What only keeps a run quiet, or says where settings are, asks for nothing.
func (a *app) idle(c *cobra.Command) {
	if quiet, _ := c.Flags().GetBool("quiet"); quiet || c.Hidden {
		return
	}
	for _, name := range []string{"as-of", "out", "formats", "json", "force"} {
		if c.HasParent() && c.Flags().Changed(name) && !slices.Contains(uses(topCommand(c)), name) {
			a.say("note: --%s does nothing for %s", name, strings.TrimPrefix(c.CommandPath(), "expunge "))
		}
	}
}
