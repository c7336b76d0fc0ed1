// Command licenses reads the license of every module that the program and its tests are
// built from, on every system a release is made for, prints the list, and fails when a
// module has none or one that is not on the list of those that may be linked in.
//
//	go run ./.ci/licenses
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "licenses:", err)
		os.Exit(1)
	}
}

// module is one module as go list tells it.
type module struct{ path, version, dir string }

func run(out io.Writer) error {
	all, err := modules()
	if err != nil {
		return err
	}
	var wrong []string
	for _, m := range all {
		names, err := licensesIn(m.dir)
		if err != nil {
			return err
		}
		text := strings.Join(names, " and ")
		if len(names) == 0 || slices.Contains(names, unknown) {
			wrong = append(wrong, m.path)
			text = "no license that may be linked in"
		}
		fmt.Fprintf(out, "%-45s %-40s %s\n", m.path, m.version, text)
	}
	fonts, err := os.ReadFile("assets/fonts/OFL.txt")
	if err != nil || nameOf(fonts) != "OFL-1.1" {
		wrong = append(wrong, "assets/fonts")
	}
	if len(wrong) > 0 {
		return fmt.Errorf("not on the list of licenses: %s", strings.Join(wrong, ", "))
	}
	fmt.Fprintf(out, "%d modules, every license on the list\n", len(all))
	return nil
}

// modules lists the modules of all packages that are built on one of the systems.
func modules() ([]module, error) {
	found := map[module]bool{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		cmd := exec.Command("go", "list", "-deps", "-test", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}", "./...")
		cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		cmd.Stderr = os.Stderr
		b, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("go list for %s: %w", system, err)
		}
		for line := range strings.Lines(string(b)) {
			if part := strings.Split(strings.TrimSpace(line), "\t"); len(part) == 3 {
				found[module{part[0], part[1], part[2]}] = true
			}
		}
	}
	if len(found) < 10 {
		return nil, fmt.Errorf("only %d modules were found", len(found))
	}
	var all []module
	for m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.path, b.path) })
	return all, nil
}

// licensesIn names the licenses at the top of a module, each once.
func licensesIn(dir string) ([]string, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if e.IsDir() || !(strings.HasPrefix(upper, "LICENSE") || strings.HasPrefix(upper, "LICENCE") || strings.HasPrefix(upper, "COPYING")) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		names = append(names, nameOf(text))
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}

// unknown is a license that is not on the list.
const unknown = "unknown"

// nameOf tells which license on the list a text is. The sentences are those that only that
// license has; the order matters where one license holds the words of another.
func nameOf(text []byte) string {
	plain := strings.Join(strings.Fields(string(bytes.ToLower(text))), " ")
	for _, one := range []struct{ name, sentence string }{
		{"MPL-2.0", "mozilla public license version 2.0"}, // it speaks of the GNU licenses
		{unknown, "gnu affero"},
		{unknown, "gnu lesser general public license version"},
		{unknown, "gnu general public license version"},
		{"Apache-2.0", "apache license version 2.0"},
		{"OFL-1.1", "sil open font license version 1.1"},
		{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
		{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose"},
		{"BSD", "redistribution and use in source and binary forms, with or without modification, are permitted"},
	} {
		if strings.Contains(strings.ReplaceAll(plain, ", version", " version"), one.sentence) {
			return one.name
		}
	}
	return unknown
}
