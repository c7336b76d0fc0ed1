package intake

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"charm.land/huh/v2"

	"expunge/petition"
)

// Terminal asks at a terminal. Plain asks line by line, for screen readers and for
// terminals that cannot be drawn on. In must be the terminal itself unless Plain is set.
// After the last question it has to be closed.
type Terminal struct {
	In    io.Reader
	Out   io.Writer
	Plain bool

	section string
	lines   *lines
	screen  *screen
}

// Help tells in a line or two how to answer, for the words before the first question.
func (t *Terminal) Help() string {
	if t.Plain {
		return "Enter takes what is offered, ? means \"I don't know\", - leaves a line empty, < goes back, Ctrl-C stops."
	}
	return "Enter takes what is marked, Esc goes back one question, Ctrl-C stops."
}

// Ask puts one question and waits for the answer.
func (t *Terminal) Ask(ctx context.Context, q Question) (Answer, error) {
	ask := t.draw
	if t.Plain {
		ask = t.spell
	}
	answer, err := ask(ctx, q)
	if ctx.Err() != nil {
		return Answer{}, ErrStopped
	}
	return answer, err
}

// Say writes a line above the question.
func (t *Terminal) Say(line string) {
	if t.screen != nil {
		t.screen.say(line)
		return
	}
	_, _ = fmt.Fprintln(t.Out, line)
}

// Close gives the terminal back. Another question would take it again.
func (t *Terminal) Close() {
	if t.screen != nil {
		t.screen.close()
		t.screen = nil
	}
}

// draw asks on the screen. What was answered stays behind as one line.
func (t *Terminal) draw(ctx context.Context, q Question) (Answer, error) {
	if t.screen == nil {
		t.screen = openScreen(ctx, t.In, t.Out)
	}
	answer, err := t.screen.ask(q)
	if err != nil || answer.Back {
		return answer, err
	}
	if t.section != q.Section {
		t.section = q.Section
		t.Say(" ")
		t.Say(q.Section)
	}
	t.Say(fmt.Sprintf("  %s: %s", q.Title, q.shown(answer.Text)))
	return answer, nil
}

// spell asks in lines of text.
func (t *Terminal) spell(ctx context.Context, q Question) (Answer, error) {
	if t.lines == nil {
		t.lines = &lines{from: bufio.NewReader(t.In)}
	}
	t.lines.ctx = ctx
	t.describe(q)
	var text string
	back := false
	err := huh.NewInput().Title(prompt(q)).Value(&text).WithTheme(huh.ThemeFunc(bare)).(*huh.Input).Validate(func(typed string) error {
		text := strings.TrimSpace(typed)
		if back = text == "<"; back {
			return nil
		}
		value, err := q.meant(text)
		if err != nil || q.Validate == nil {
			return err
		}
		return q.Validate(value)
	}).RunAccessible(t.Out, t.lines)
	switch {
	case err != nil:
		return Answer{}, err
	case t.lines.ended:
		return Answer{}, ErrStopped
	case back:
		return Answer{Back: true}, nil
	}
	value, err := q.meant(text)
	if err == nil && (q.Kind == Choice || q.Kind == Day) {
		_, _ = fmt.Fprintf(t.Out, "  %s: %s\n", q.Title, q.shown(value))
	}
	return Answer{Text: value}, err
}

func (t *Terminal) describe(q Question) {
	if t.section != q.Section {
		t.section = q.Section
		_, _ = fmt.Fprintf(t.Out, "\n== %s ==\n", q.Section)
	}
	_, _ = fmt.Fprintf(t.Out, "\n%s\n  %s\n", q.Title, q.Explain)
	if q.Problem != "" {
		_, _ = fmt.Fprintf(t.Out, "  Wrong before: %s\n", q.Problem)
	}
	if len(q.Choices) > 2*longList {
		_, _ = fmt.Fprintln(t.Out, "  Type the name or how it begins.")
		return
	}
	for i, o := range q.Choices {
		_, _ = fmt.Fprintf(t.Out, "  %d. %s\n", i+1, o.Label)
	}
}

func prompt(q Question) string {
	switch {
	case q.Preselect != "" || q.Kind == Choice:
		return "[Enter: " + q.shown(q.Preselect) + "]"
	case q.Kind == Day:
		return "2016-01-31 or 1/31/2016 [Enter: " + q.Nothing + "]"
	default:
		return "[Enter: " + q.Nothing + "]"
	}
}

// meant turns what was typed into the text of the answer: nothing is what is offered, a
// choice may be named by its number, its words, or how they begin.
func (q Question) meant(typed string) (string, error) {
	if typed == "" {
		return q.Preselect, nil
	}
	if typed == "-" && q.Kind != Choice {
		return "", nil
	}
	if q.Kind != Choice {
		return typed, nil
	}
	if n, err := strconv.Atoi(typed); err == nil && n >= 1 && n <= len(q.Choices) {
		return q.Choices[n-1].Value, nil
	}
	if v, ok := pick(q, typed); ok {
		return v, nil
	}
	var labels []string
	for _, o := range q.Choices {
		labels = append(labels, o.Label)
	}
	if near := petition.Nearest(typed, labels); near != "" {
		return "", fmt.Errorf("there is no such answer; did you mean %s?", near)
	}
	return "", errors.New("there is no such answer; type the number of one, or how it begins")
}

// pick finds the choice that a text names: in full, or else by how it begins, the first
// of them. A question mark is the choice of not knowing.
func pick(q Question, text string) (string, bool) {
	if text = strings.ToLower(text); text == "" {
		return "", false
	}
	for _, o := range q.Choices {
		if strings.ToLower(o.Label) == text || strings.ToLower(o.Value) == text || text == "?" && o.Value == notKnown {
			return o.Value, true
		}
	}
	for _, o := range q.Choices {
		if strings.HasPrefix(strings.ToLower(o.Label), text) {
			return o.Value, true
		}
	}
	return "", false
}

// shown is an answer in words.
func (q Question) shown(value string) string {
	for _, o := range q.Choices {
		if o.Value == value {
			return o.Label
		}
	}
	value = asWritten(q, value)
	switch day, err := petition.ParseDate(value); {
	case value == "":
		return q.Nothing
	case value == "?" || value == notKnown:
		return "not known"
	case q.Kind == Day && err == nil:
		return day.Long()
	default:
		return value
	}
}

// bare is a theme without any marks at all.
func bare(bool) *huh.Styles { return &huh.Styles{} }

// lines hands out one line for each read, so that what is typed ahead is not lost to a
// reader that buffers. It ends with its context, even while the terminal is silent.
type lines struct {
	ctx   context.Context
	from  *bufio.Reader
	rest  []byte
	ended bool
}

// Read returns what is left of the line, or the next one.
func (l *lines) Read(b []byte) (int, error) {
	if len(l.rest) == 0 {
		line := make(chan []byte, 1)
		go func() {
			text, _ := l.from.ReadBytes('\n')
			line <- text
		}()
		select {
		case <-l.ctx.Done():
		case l.rest = <-line:
		}
	}
	if len(l.rest) == 0 {
		l.ended = true
		return 0, io.EOF
	}
	n := copy(b, l.rest)
	l.rest = l.rest[n:]
	return n, nil
}
