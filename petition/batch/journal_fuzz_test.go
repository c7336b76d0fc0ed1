package batch

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc/doctest"
	"expunge/petition/files"
)

// FuzzMemory reads whatever text as a journal and as a manifest, the lines of the journal
// both as they come and with the digest that makes them count. What a run remembers of
// them is no more than they say, and is remembered again when it is written down.
func FuzzMemory(f *testing.F) {
	entry := Entry{Schema: ManifestSchema, Case: "A-1", Rows: []int{2}, Outcome: Drafted, Files: []files.Sum{{Name: "A-1/packet.pdf", SHA256: "00"}}}
	notes := []note{
		{Head: &Head{Schema: headSchema, Program: "expunge", AsOf: "2026-11-23", Outputs: map[string]string{"a": "b"}}},
		{Begun: "A-1"},
		{Done: &entry},
		{Done: &entry, Settled: true},
		{Wrote: &files.Sum{Name: "summary.csv"}},
		{Nameless: true},
		{Altered: true},
	}
	var all, bodies []byte
	for _, n := range notes {
		all, bodies = append(all, n.line()...), append(bodies, encode(n)...)
		f.Add(string(n.line()))
	}
	f.Add(string(all))
	f.Add(string(bodies))
	f.Add(string(encode(entry)))
	f.Add(string(bytes.Repeat(encode(entry), 3)))
	f.Add(strings.Repeat("[", 20_000))
	for _, text := range doctest.Naughty() {
		entry.Case = text
		f.Add(text)
		f.Add(string(encode(note{Done: &entry, Begun: text})))
		f.Add(string(encode(note{Done: &entry})) + string(encode(entry)))
	}
	f.Fuzz(func(t *testing.T, text string) {
		lines := strings.Count(text, "\n") + 1
		if n := len(readManifest([]byte(text))); n > lines {
			t.Errorf("%d entries in %d lines", n, lines)
		}
		for _, journal := range []string{text, sealed(text)} {
			m := replayed(journal)
			if len(m.order) > lines || len(m.order) != len(m.done) || len(m.begun) > lines || len(m.wrote) > lines {
				t.Fatalf("%d lines, and %d cases in the order of %d", lines, len(m.done), len(m.order))
			}
			first, again := written(m), written(replayed(written(m)))
			if first != again {
				t.Fatalf("remembered as\n%s\nand again as\n%s", first, again)
			}
		}
	})
}

// sealed gives each line the digest of a line that is as it was written.
func sealed(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		body := strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "}")
		fmt.Fprintf(&b, "%s,\"sum\":\"%.16s\"}\n", body, files.Digest([]byte(body)))
	}
	return b.String()
}

func replayed(journal string) *memory {
	m := &memory{done: map[string]earlier{}, begun: map[string]bool{}, writing: map[string][]files.Sum{}, wrote: map[files.Sum]bool{}}
	m.replay(journal)
	return m
}

// written is what a run writes down of a memory as it begins.
func written(m *memory) string {
	var b, rest []string
	b = append(b, string(note{Head: &m.head}.line()))
	for _, id := range m.order {
		e := m.done[id]
		b = append(b, string(note{Done: &e.Entry, Settled: e.settled}.line()))
	}
	for id := range m.begun {
		rest = append(rest, string(note{Begun: id}.line()))
	}
	for sum := range m.wrote {
		rest = append(rest, string(note{Wrote: &sum}.line()))
	}
	slices.Sort(rest)
	return strings.Join(append(b, rest...), "")
}

// The journals that the fuzz target begins with are those that count.
func TestASealedJournalIsRemembered(t *testing.T) {
	entry := Entry{Schema: ManifestSchema, Case: "A-1"}
	text := sealed(string(encode(note{Done: &entry})) + string(encode(note{Begun: "B-1"})))
	if m := replayed(text); len(m.order) != 1 || !m.begun["B-1"] || m.altered {
		t.Errorf("%#v", m)
	}
}
