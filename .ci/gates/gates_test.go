package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAGateHasToRunWholeAndPass(t *testing.T) {
	gate := []test{{"rules", "TestA"}}
	const began = `{"Action":"run","Package":"expunge/rules","Test":"TestA"}
{"Action":"output","Package":"expunge/rules","Test":"TestA","Output":"a.go:1: why\n"}
`
	for _, c := range []struct{ told, shows, fails string }{
		{began + `{"Action":"pass","Package":"expunge/rules","Test":"TestA"}`, "1 tests guard", ""},
		{began + `{"Action":"fail","Package":"expunge/rules","Test":"TestA"}`, "a.go:1: why\n", "TestA: fail"},
		{began + `{"Action":"skip","Package":"expunge/rules","Test":"TestA"}`, "skipped: rules TestA\n", "TestA: skip"},
		{began, "", "TestA: run"},
		{`{"Action":"skip","Package":"expunge/rules","Test":"TestA/one"}` + "\n" + `{"Action":"pass","Package":"expunge/rules","Test":"TestA"}`, "skipped: rules TestA/one\n", "passed over a case"},
		{`{"Action":"skip","Package":"expunge/rules","Test":"TestAB/one"}` + "\n" + `{"Action":"pass","Package":"expunge/rules","Test":"TestA"}`, "1 tests guard", ""},
		{`{"Action":"pass","Package":"expunge/forms","Test":"TestA"}`, "", "rules TestA did not run"},
		{`{"ImportPath":"expunge/rules","Action":"build-output","Output":"a.go:1: undefined\n"}`, "a.go:1: undefined\n", "did not run"},
		{`{"Action":"output","Package":"expunge/rules","Output":"ok  \texpunge/rules\t1s\n"}`, "ok  \texpunge/rules\t1s\n", "did not run"},
		{"no json\n", "no json\n", "did not run"},
		{"", "", "did not run"},
	} {
		var out bytes.Buffer
		err := run(strings.NewReader(c.told), &out, gate)
		if (err == nil) != (c.fails == "") || (err != nil && !strings.Contains(err.Error(), c.fails)) {
			t.Errorf("%s\n%v, want %q", c.told, err, c.fails)
		}
		if !strings.Contains(out.String(), c.shows) || (err == nil && strings.Contains(out.String(), "why")) {
			t.Errorf("%s\nshows %q, want %q", c.told, out.String(), c.shows)
		}
	}
}

// Each test of the list is in the source.
func TestTheListIsOfTestsThatAreThere(t *testing.T) {
	for _, g := range guards() {
		files, err := filepath.Glob(filepath.Join("..", "..", filepath.FromSlash(g.folder), "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		there := false
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			there = there || strings.Contains(string(text), "\nfunc "+g.name+"(t *testing.T) {")
		}
		if !there {
			t.Errorf("%s has no test %s", g.folder, g.name)
		}
	}
	if len(guards()) < 25 {
		t.Errorf("only %d gates", len(guards()))
	}
}
