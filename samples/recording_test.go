package samples

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"expunge/petition/cli"
)

// recording is the picture of a terminal that README shows.
const recording = "terminal.svg"

// session is what is typed in the recording, in a folder that holds samples.
func session() [][]string {
	return [][]string{
		{"check", "samples/felony-later/case.yaml"},
		{"packet", "samples/felony-ready/case.yaml", "-o", "out"},
		{"verify", "out/SAMPLE-01", "samples/felony-ready/case.yaml"},
	}
}

// The recording in README is what the program prints today, drawn as a picture.
func TestTheRecordingIsTrue(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"felony-later", "felony-ready"} {
		text, err := os.ReadFile(filepath.Join(name, "case.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "samples", name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "samples", name, "case.yaml"), text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	clock := func() time.Time { return time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC) }
	var screen bytes.Buffer
	for _, args := range session() {
		fmt.Fprintf(&screen, "$ expunge %s\n", strings.Join(args, " "))
		if code := cli.Main(context.Background(), args, cli.Streams{Dir: dir, Out: &screen, Err: &screen}, clock); code != 0 {
			t.Fatalf("expunge %s ends with %d:\n%s", strings.Join(args, " "), code, screen.String())
		}
		screen.WriteString("\n")
	}
	got := asPicture(strings.TrimRight(screen.String(), "\n"))
	if *update {
		if err := os.WriteFile(recording, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(recording)
	if err != nil {
		t.Fatalf("%v; run: go test ./samples -update", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (- as kept, + as printed now); read it, then run: go test ./samples -update\n%s", recording, diff)
	}
	if strings.Contains(got, dir) {
		t.Error("the recording holds the folder of the test")
	}
}

// asPicture draws a screen of text as a picture: what is typed stands out.
func asPicture(screen string) string {
	const width, height, margin = 8.4, 18, 16 // of a letter, of a line, around the screen
	lines := strings.Split(screen, "\n")
	columns := 0
	for _, line := range lines {
		columns = max(columns, utf8.RuneCountInString(line))
	}
	across, down := int(float64(columns)*width)+2*margin, len(lines)*height+2*margin
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %[1]d %[2]d" role="img" aria-label="A terminal in which expunge runs">`+"\n", across, down)
	b.WriteString(`<rect width="100%" height="100%" rx="6" fill="#1d2530"/>` + "\n")
	b.WriteString(`<g font-family="ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14">` + "\n")
	for i, line := range lines {
		if line == "" {
			continue
		}
		style := ` fill="#dfe5ec"` // on each line: not every viewer hands it down
		if strings.HasPrefix(line, "$ ") {
			style = ` fill="#8fd3a8" font-weight="bold"`
		}
		fmt.Fprintf(&b, `<text x="%d" y="%d" xml:space="preserve"%s>%s</text>`+"\n", margin, margin+14+i*height, style, escaped(line))
	}
	b.WriteString("</g>\n</svg>\n")
	return b.String()
}

func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes all that it is given
	return b.String()
}
