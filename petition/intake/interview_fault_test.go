package intake

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"expunge/petition/crash"
)

func TestAFaultInAQuestionEndsTheInterviewWithoutItsAnswers(t *testing.T) {
	in, typed := io.Pipe()
	t.Cleanup(func() { _ = typed.Close() })
	var out bytes.Buffer
	s := openScreen(t.Context(), in, &out)
	done := make(chan error, 1)
	go func() {
		_, err := s.ask(Question{Section: "The person", Title: "Name", Validate: func(string) error { panic("Jane Canary") }})
		done <- err
	}()
	go func() { _, _ = typed.Write([]byte("x\r")) }()
	select {
	case err := <-done:
		var f *crash.Error
		if !errors.As(err, &f) || strings.Contains(err.Error()+crash.Report(err), "Canary") {
			t.Errorf("%v", err)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the interview did not end")
	}
	if strings.Contains(out.String(), "Canary") {
		t.Errorf("printed: %q", out.String())
	}
}
