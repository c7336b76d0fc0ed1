package cli

import (
	"embed"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"expunge/petition"
)

//go:embed topics/*.md
var topicFiles embed.FS

// topic is a page of help that belongs to no one command, or to more than its command.
type topic struct{ name, short string }

func topics() []topic {
	return []topic{
		{"case-file", "The file of facts: how it is written and read"},
		{"clients-file", "The spreadsheet of a clinic day"},
		{"law", "The edition, its answers, and what it leaves open"},
		{"privacy", "What is written where, and what is never written"},
		{"batch", "A clinic day from the sign-up sheet to the papers"},
	}
}

// topicsWord is the word after help that lists the topics.
const topicsWord = "topics"

// text returns the topic as it is kept, in Markdown.
func (t topic) text() (string, error) {
	b, err := topicFiles.ReadFile("topics/" + t.name + ".md")
	return string(b), err
}

// plainTopic is a topic for a terminal: the text is kept plain, so that only the marks of
// the headings go.
func plainTopic(markdown string) string {
	var b strings.Builder
	for line := range strings.Lines(markdown) {
		if strings.HasPrefix(line, "#") {
			line = strings.TrimLeft(line, "# ")
		}
		b.WriteString(line)
	}
	return b.String()
}

func findTopic(name string) (topic, bool) {
	for _, t := range topics() {
		if t.name == name {
			return t, true
		}
	}
	return topic{}, false
}

// newHelp is help on a command, a topic, or the list of topics. A topic that shares the
// name of a command ends with the usage of the command. Help on what is not there is wrong
// usage.
func newHelp(a *app, root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND|TOPIC]",
		Short: "Explain a command or a topic; \"expunge help topics\" lists the topics",
		Example: `  expunge help packet
  expunge help topics
  expunge help case-file`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return helpWords(root), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				if args[0] == topicsWord {
					return a.listTopics()
				}
				if t, ok := findTopic(args[0]); ok {
					return a.showTopic(t, root)
				}
			}
			return helpOn(root, args)
		},
	}
}

// helpWords are the words help knows.
func helpWords(root *cobra.Command) []string {
	out := []string{topicsWord}
	for _, t := range topics() {
		out = append(out, t.name)
	}
	for _, c := range root.Commands() {
		if _, both := findTopic(c.Name()); c.IsAvailableCommand() && !both {
			out = append(out, c.Name())
		}
	}
	return out
}

func helpOn(root *cobra.Command, args []string) error {
	cmd, rest, err := root.Find(args)
	if err == nil && (len(rest) == 0 || cmd != root) {
		cmd.InitDefaultHelpFlag()
		cmd.InitDefaultVersionFlag()
		return cmd.Help()
	}
	words := helpWords(root)
	hint := "expunge help topics"
	if near := petition.Nearest(args[0], words); near != "" {
		hint = fmt.Sprintf("did you mean \"expunge help %s\"?", near)
	}
	return usage(hint, "there is no command and no topic %q", printable(args[0]))
}

func (a *app) listTopics() error {
	var b strings.Builder
	b.WriteString("Topics:\n")
	for _, t := range topics() {
		fmt.Fprintf(&b, "  %-13s %s\n", t.name, t.short)
	}
	b.WriteString("\n\"expunge help TOPIC\" prints one; \"expunge COMMAND --help\" explains a command.\n")
	_, err := fmt.Fprint(a.streams.Out, b.String())
	return machine(err, "")
}

// showTopic prints a topic, and the usage of the command of its name, if there is one.
func (a *app) showTopic(t topic, root *cobra.Command) error {
	text, err := t.text()
	if err != nil {
		return machine(err, "")
	}
	out := plainTopic(text)
	if cmd, _, err := root.Find([]string{t.name}); err == nil && cmd != root {
		cmd.InitDefaultHelpFlag()
		out += "\nThe command\n\n" + cmd.UsageString()
	}
	_, err = fmt.Fprint(a.streams.Out, out)
	return machine(err, "")
}
