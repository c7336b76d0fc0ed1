package intake

import (
	"sync"

	tea "charm.land/bubbletea/v2"

	"expunge/petition/crash"
)

// guarded is a desk whose faults end the interview as an error. Left alone, the library
// would print the value of the panic, which may hold an answer.
type guarded struct {
	tea.Model
	fail func(error)
}

// Init asks for nothing.
func (g guarded) Init() tea.Cmd { return nil }

// Update takes a question or a key.
func (g guarded) Update(msg tea.Msg) (m tea.Model, cmd tea.Cmd) {
	m = g
	err := crash.Catch("the interview", func() error {
		_, cmd = g.Model.Update(msg)
		return nil
	})
	if err != nil {
		g.fail(err)
	}
	return m, cmd
}

// View draws the question.
func (g guarded) View() (v tea.View) {
	err := crash.Catch("the interview", func() error {
		v = g.Model.View()
		return nil
	})
	if err != nil {
		g.fail(err)
	}
	return v
}

// first keeps the first error it is given.
type first struct {
	once sync.Once
	err  error
}

func (f *first) keep(err error, then func()) {
	f.once.Do(func() {
		f.err = err
		go then() // who fails may be the one who would have to listen
	})
}
