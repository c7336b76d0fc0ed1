package cli

import (
	"runtime/debug"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What the Go tool recorded is told; a module that was replaced is told as what replaced it.
func TestTheBuildTellsItsModules(t *testing.T) {
	var b build
	b.add(&debug.BuildInfo{
		Settings: []debug.BuildSetting{
			{Key: "vcs.revision", Value: "0123456789abcdef"},
			{Key: "vcs.time", Value: "2026-11-23T08:00:00Z"},
			{Key: "vcs.modified", Value: "true"},
			{Key: "GOOS", Value: "linux"},
		},
		Deps: []*debug.Module{
			{Path: "example.org/a", Version: "v1.0.0", Sum: "h1:a"},
			{Path: "example.org/b", Version: "v1.0.0", Replace: &debug.Module{Path: "example.org/c", Version: "v2.0.0", Sum: "h1:c"}},
		},
	})
	want := build{
		Revision: "0123456789abcdef", Time: "2026-11-23T08:00:00Z", Modified: true,
		Modules: []library{{"example.org/a", "v1.0.0", "h1:a"}, {"example.org/c", "v2.0.0", "h1:c"}},
	}
	if d := cmp.Diff(want, b); d != "" {
		t.Error(d)
	}
}
