package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"expunge/rules"
)

// Manual returns what is installed beside the program, by its path under the folder it is
// written to: a page of the manual for every command (man/expunge-packet.1) and every topic
// of help (man/expunge-privacy.7), and the completion script of each shell.
//
// It is for the build of a release; no command of the program reaches it, so the linker
// leaves it out. The pages carry no date: the version and the edition of the law say how
// old they are, and equal sources give equal pages.
func Manual(version string) (map[string][]byte, error) {
	a := &app{streams: Streams{Version: version}}
	root := newRoot(a)
	out := map[string][]byte{}
	for _, c := range everyCommand(root) {
		p := manPage{a: a, name: pageName(c)}
		out["man/"+p.name+".1"] = p.command(c)
	}
	for _, t := range topics() {
		p := manPage{a: a, name: "expunge-" + t.name}
		text, err := t.text()
		if err != nil {
			return nil, err
		}
		out["man/"+p.name+".7"] = p.topic(t, text)
	}
	for name, write := range completionScripts(root) {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out["completions/"+name] = b.Bytes()
	}
	return out, nil
}

// completionScripts are the scripts of the four shells, by the name each shell looks for.
func completionScripts(root *cobra.Command) map[string]func(*bytes.Buffer) error {
	return map[string]func(*bytes.Buffer) error{
		"expunge.bash": func(b *bytes.Buffer) error { return root.GenBashCompletionV2(b, true) },
		"_expunge":     func(b *bytes.Buffer) error { return root.GenZshCompletion(b) },
		"expunge.fish": func(b *bytes.Buffer) error { return root.GenFishCompletion(b, true) },
		"expunge.ps1":  func(b *bytes.Buffer) error { return root.GenPowerShellCompletionWithDesc(b) },
	}
}

// everyCommand lists a command and all beneath it that help shows.
func everyCommand(c *cobra.Command) []*cobra.Command {
	out := []*cobra.Command{c}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			out = append(out, everyCommand(sub)...)
		}
	}
	return out
}

// pageName is the name of the page of a command: expunge-completion-bash.
func pageName(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// manPage is one page, written in the man macros of roff.
type manPage struct {
	a    *app
	name string
	b    bytes.Buffer
}

func (p *manPage) command(c *cobra.Command) []byte {
	p.head(1, c.Short)
	p.section("SYNOPSIS")
	p.line(".B " + roff(c.UseLine()))
	p.section("DESCRIPTION")
	p.text(cmp.Or(c.Long, c.Short))
	if subs := everyCommand(c)[1:]; c.HasAvailableSubCommands() {
		p.section("COMMANDS")
		for _, sub := range subs {
			if sub.Parent() == c {
				p.entry(sub.Name(), sub.Short)
			}
		}
	}
	p.flags("OPTIONS", c.NonInheritedFlags())
	p.flags("OPTIONS OF EVERY COMMAND", c.InheritedFlags())
	if c.Example != "" {
		p.section("EXAMPLES")
		p.verbatim(c.Example)
	}
	p.section("EXIT STATUS")
	for _, e := range exitMeanings() {
		p.entry(fmt.Sprint(e.code), e.means)
	}
	p.section("SEE ALSO")
	p.text(seeAlso(c))
	return p.b.Bytes()
}

func (p *manPage) topic(t topic, text string) []byte {
	p.head(7, t.short)
	p.section("DESCRIPTION")
	p.verbatim(plainTopic(text))
	p.section("SEE ALSO")
	p.text("expunge(1)")
	return p.b.Bytes()
}

// head begins a page. The foot of the page holds what stands in the place of a date.
func (p *manPage) head(section int, short string) {
	p.line(fmt.Sprintf(`.TH "%s" "%d" "law edition %s" "%s" "Expunge"`, roff(strings.ToUpper(p.name)), section, rules.Edition, roff(p.a.program())))
	p.line(".ad l") // an even right edge tears gaps into lines with long words
	p.line(".nh")
	p.section("NAME")
	p.line(roff(p.name) + ` \- ` + roff(lowerFirst(short)))
}

func (p *manPage) section(title string) { p.line(`.SH "` + title + `"`) }

func (p *manPage) entry(term, means string) {
	p.line(".TP")
	p.line(`\fB` + roff(term) + `\fR`)
	p.line(roff(means))
}

// flags lists flags in their order; a hidden one is not listed.
func (p *manPage) flags(title string, flags *pflag.FlagSet) {
	if !flags.HasAvailableFlags() {
		return
	}
	p.section(title)
	flags.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		value, means := pflag.UnquoteUsage(f)
		term := "--" + f.Name
		if f.Shorthand != "" {
			term = "-" + f.Shorthand + ", " + term
		}
		p.entry(strings.TrimSpace(term+" "+value), means+unlessGiven(f))
	})
}

// unlessGiven says what a flag is when it is not given, as help says it.
func unlessGiven(f *pflag.Flag) string {
	switch f.DefValue {
	case "", "false", "[]":
		return ""
	}
	if f.Value.Type() == "string" {
		return fmt.Sprintf(" (default %q)", f.DefValue)
	}
	return fmt.Sprintf(" (default %s)", f.DefValue)
}

// text sets paragraphs to the width of the page; what is set in stays as it is.
func (p *manPage) text(text string) {
	for part := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		if strings.HasPrefix(part, " ") {
			p.verbatim(part)
			continue
		}
		p.line(".PP")
		p.lines(part)
	}
}

func (p *manPage) verbatim(text string) {
	p.line(".nf")
	p.lines(strings.TrimRight(text, "\n"))
	p.line(".fi")
}

func (p *manPage) lines(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		p.line(shielded(roff(line)))
	}
}

func (p *manPage) line(s string) { p.b.WriteString(s + "\n") }

// roff writes text so that it stands on the page as it is.
func roff(s string) string {
	return strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", "\\`", "§", `\(sc`).Replace(s)
}

// shielded keeps a line from being taken for a command of roff.
func shielded(line string) string {
	if strings.HasPrefix(line, ".") {
		return `\&` + line
	}
	return line
}

// seeAlso names the page above a command and those beneath the program.
func seeAlso(c *cobra.Command) string {
	if c.HasParent() {
		return pageName(c.Parent()) + "(1)"
	}
	var names []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, pageName(sub)+"(1)")
		}
	}
	for _, t := range topics() {
		names = append(names, "expunge-"+t.name+"(7)")
	}
	return strings.Join(names, ",\n")
}

// exitMeaning says what an exit code tells a script.
type exitMeaning struct {
	code  int
	means string
}

func exitMeanings() []exitMeaning {
	return []exitMeaning{
		{exitDone, "done"},
		{exitMachine, "the machine failed: a disk, a permission"},
		{exitUsage, "wrong usage, or output exists and differs"},
		{exitProblems, "the input has problems"},
		{exitWithheld, "a petition that was asked for was withheld"},
		{exitInterrupted, "interrupted"},
	}
}
