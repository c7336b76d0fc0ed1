package intake

import (
	"context"
	"fmt"
	"io"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/huh/v2"
	"charm.land/lipgloss/v2"
)

// screen draws questions on a terminal that it holds from the first to the last, so that
// nothing typed ahead of a question is lost.
type screen struct {
	program *tea.Program
	answers chan answered
	over    chan struct{} // closed when the terminal is given back
	err     error         // why, once it is
	failed  first         // a fault of ours, which goes before what the library says
}

// answered is how a question was left.
type answered struct {
	Answer
	stopped bool
}

// put is the message that puts a question.
type put struct{ q Question }

func openScreen(ctx context.Context, in io.Reader, out io.Writer) *screen {
	s := &screen{answers: make(chan answered), over: make(chan struct{})}
	m := &desk{answer: func(a answered) {
		select {
		case s.answers <- a:
		case <-s.over:
		}
	}}
	g := guarded{m, func(err error) { s.failed.keep(err, s.program.Quit) }}
	s.program = tea.NewProgram(g, tea.WithContext(ctx), tea.WithInput(in), tea.WithOutput(out), tea.WithoutSignalHandler())
	go func() {
		_, s.err = s.program.Run()
		if s.failed.err != nil {
			s.err = s.failed.err
		}
		close(s.over)
	}()
	return s
}

// ask puts a question and waits for the answer.
func (s *screen) ask(q Question) (Answer, error) {
	s.program.Send(put{q})
	select {
	case a := <-s.answers:
		if a.stopped {
			return Answer{}, ErrStopped
		}
		return a.Answer, nil
	case <-s.over:
		if s.err != nil {
			return Answer{}, s.err
		}
		return Answer{}, ErrStopped
	}
}

func (s *screen) say(line string) { s.program.Println(line) }

func (s *screen) close() {
	s.program.Quit()
	<-s.over
}

// desk is what the screen shows: one question, or none. Keys that come while there is
// none wait for the next.
type desk struct {
	form    *huh.Form
	control *control
	value   *string
	size    tea.WindowSizeMsg
	waiting []tea.Msg
	answer  func(answered)
}

// Init asks for nothing.
func (d *desk) Init() tea.Cmd { return nil }

// Update takes a question or a key.
func (d *desk) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case put:
		return d, tea.Batch(d.put(msg.q), d.work())
	case tea.KeyPressMsg, tea.PasteMsg:
		d.waiting = append(d.waiting, msg)
		return d, d.work()
	case tea.WindowSizeMsg:
		d.size = msg
	}
	return d, d.pass(msg)
}

func (d *desk) put(q Question) tea.Cmd {
	value := q.Preselect
	d.value, d.control = &value, newControl(q, &value)
	d.form = huh.NewForm(huh.NewGroup(d.control).Title(q.Section + ": " + q.Title)).
		WithTheme(huh.ThemeFunc(quiet)).WithKeyMap(keyMap()).WithShowHelp(false)
	cmd := d.form.Init()
	if d.size.Width > 0 {
		return tea.Batch(cmd, d.pass(d.size))
	}
	return cmd
}

// pass gives a message to the question, if there is one.
func (d *desk) pass(msg tea.Msg) tea.Cmd {
	if d.form == nil {
		return nil
	}
	_, cmd := d.form.Update(msg)
	return cmd
}

// work gives the keys that wait to the question, until one of them answers it.
func (d *desk) work() tea.Cmd {
	var cmds []tea.Cmd
	for d.form != nil && len(d.waiting) > 0 {
		msg := d.waiting[0]
		d.waiting = d.waiting[1:]
		if press, ok := msg.(tea.KeyPressMsg); ok && press.String() == "ctrl+c" {
			d.leave(answered{stopped: true})
			break
		}
		cmd := d.pass(msg)
		switch {
		case d.control.leaving:
			d.leave(answered{Answer: Answer{Back: true}})
		case d.control.accepted:
			d.leave(answered{Answer: Answer{Text: strings.TrimSpace(*d.value)}})
		default:
			cmds = append(cmds, cmd)
		}
	}
	return tea.Batch(cmds...)
}

func (d *desk) leave(a answered) {
	d.form = nil
	go d.answer(a)
}

// View draws the question.
func (d *desk) View() tea.View {
	if d.form == nil {
		return tea.NewView("")
	}
	return tea.NewView("\n" + d.form.View())
}

// longList is the length from which a list is searched rather than walked.
const longList = 10

// control is a field with a line about its keys, a key to go back, and keys that move
// the mark. No key but Enter gives an answer.
type control struct {
	huh.Field
	keys     string
	jump     func(typed string) bool // moves the mark; false when nothing is meant
	search   bool                    // what is typed narrows the list
	typed    string
	lost     bool // what is typed finds nothing
	accepted bool
	leaving  bool
}

func newControl(q Question, value *string) *control {
	c := &control{keys: keysOf(q), search: len(q.Choices) > longList}
	about := q.Explain
	if q.Problem != "" {
		about += "\n! " + q.Problem
	}
	switch q.Kind {
	case Choice:
		c.Field = c.list(q, about, value)
	case Prose:
		c.Field = huh.NewText().Description(about).Value(value).Lines(6).CharLimit(4000).ExternalEditor(false).Validate(q.Validate)
	default:
		c.Field = huh.NewInput().Description(about).Value(value).Prompt("> ").Validate(q.Validate)
	}
	return c
}

// list is a field of choices. In a short one a letter moves the mark; a long one is
// narrowed to what is searched for.
func (c *control) list(q Question, about string, value *string) huh.Field {
	s := huh.NewSelect[string]().Description(about).Options(drawn(q.Choices)...).Value(value).Validate(q.Validate)
	if c.search {
		s.Height(longList + 6)
		c.jump = func(typed string) bool {
			found := searched(q.Choices, typed)
			if len(found) == 0 {
				return false
			}
			if typed != "" {
				*value = found[0].Value
			}
			s.Options(drawn(found)...).Value(value)
			return true
		}
		return s
	}
	c.jump = func(typed string) bool {
		v, ok := pick(q, typed)
		if !ok { // words meant for another question mark nothing
			v = q.Preselect
		}
		*value = v
		s.Value(value)
		return ok
	}
	return s
}

func drawn(choices []Option) []huh.Option[string] {
	out := make([]huh.Option[string], len(choices))
	for i, o := range choices {
		out[i] = huh.NewOption(o.Label, o.Value)
	}
	return out
}

// searched narrows choices to those that begin with the text, and then those that hold
// it. A question mark finds the choice of not knowing.
func searched(choices []Option, typed string) []Option {
	typed = strings.ToLower(typed)
	var first, then []Option
	for _, o := range choices {
		switch label := strings.ToLower(o.Label); {
		case strings.HasPrefix(label, typed), typed == "?" && o.Value == notKnown:
			first = append(first, o)
		case strings.Contains(label, typed):
			then = append(then, o)
		}
	}
	return append(first, then...)
}

func keysOf(q Question) string {
	switch {
	case q.Kind == Choice && len(q.Choices) > longList:
		return "Type to search, arrows move, Enter takes what is marked, Esc goes back."
	case q.Kind == Choice:
		return "A first letter or the arrows move, Enter takes what is marked, Esc goes back."
	case q.Preselect != "":
		return "Enter takes what stands here, Esc goes back."
	case q.Kind == Prose:
		return fmt.Sprintf("Enter when done, Alt-Enter for a new line. Enter alone: %s.", q.Nothing)
	case q.Kind == Day:
		return fmt.Sprintf("Write 2016-01-31 or 1/31/2016. Enter alone: %s.", q.Nothing)
	default:
		return fmt.Sprintf("Enter alone: %s.", q.Nothing)
	}
}

// Update handles the keys that the field does not know.
func (c *control) Update(msg tea.Msg) (huh.Model, tea.Cmd) {
	press, ok := msg.(tea.KeyPressMsg)
	if ok && c.key(press) {
		return c, nil
	}
	m, cmd := c.Field.Update(msg)
	if f, is := m.(huh.Field); is {
		c.Field = f
	}
	if ok {
		c.accepted = press.String() == "enter" && c.Error() == nil
	}
	return c, cmd
}

// key handles a key that is not for the field. It reports whether it was one.
func (c *control) key(press tea.KeyPressMsg) bool {
	name := press.String()
	switch {
	case name == "esc" || name == "shift+tab":
		c.leaving = true
	case c.jump == nil:
		return false
	case press.Text != "":
		c.find(c.typed + press.Text)
	case name == "backspace":
		r := []rune(c.typed)
		c.find(string(r[:max(len(r)-1, 0)]))
	case c.search:
		return c.lost // Enter takes nothing
	default:
		c.typed, c.lost = "", false
		return false
	}
	return true
}

// find looks for what is typed. In a short list a second letter that does not go on from
// the first takes its place.
func (c *control) find(typed string) {
	before := c.lost
	c.typed, c.lost = typed, !c.jump(typed)
	if r := []rune(typed); c.lost && !before && !c.search && len(r) == 2 {
		c.typed, c.lost = string(r[1:]), !c.jump(string(r[1:]))
	}
}

// View draws the field above the line about its keys.
func (c *control) View() string {
	foot := "  " + c.keys
	switch {
	case c.lost:
		foot = "  Nothing begins with \"" + c.typed + "\". Backspace takes letters away."
	case c.search && c.typed != "":
		foot = "  Search: " + c.typed
	}
	return c.Field.View() + "\n\n" + foot
}

// keyMap leaves letters to [control].
func keyMap() *huh.KeyMap {
	k := huh.NewDefaultKeyMap()
	k.Select.Up.SetKeys("up", "ctrl+p")
	k.Select.Down.SetKeys("down", "ctrl+n")
	k.Select.GotoTop.SetKeys("home")
	k.Select.GotoBottom.SetKeys("end")
	k.Select.Filter.SetEnabled(false)
	return k
}

// quiet is a theme without color.
func quiet(bool) *huh.Styles {
	t := huh.ThemeBase(false)
	bold, plain := lipgloss.NewStyle().Bold(true), lipgloss.NewStyle()
	t.Group.Title = bold
	t.Focused.Base = plain.PaddingLeft(2)
	t.Focused.SelectedOption = bold
	t.Focused.TextInput.Placeholder = plain
	t.Focused.ErrorIndicator = plain
	t.Focused.ErrorMessage = plain.SetString("  !")
	t.Blurred = t.Focused
	return t
}
