package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// part is a module, or the standard library of Go, and those of its files that say under
// what terms it may be passed on. The names of the files are relative to root.
type part struct {
	path, version, root string
	files               []string
}

// standard is the name of what comes with Go itself.
const standard = "the standard library of Go"

// listing is what go list prints of a package: its folder, and the name, the version and
// the folder of its module. Of our own packages and those of Go it prints nothing.
const listing = `{{with .Module}}{{if not .Main}}{{$.Dir}}|{{.Path}}|{{.Version}}|{{.Dir}}{{end}}{{end}}`

// builtFrom lists the parts that packages are built from on any of the systems, in the
// order of their names. The terms of a module are those at its top and those that stand
// beside or above one of the packages: some modules hold the work of others.
func builtFrom(packages ...string) ([]part, error) {
	library, err := standardLibrary()
	if err != nil {
		return nil, err
	}
	found := map[string]part{standard: library}
	for _, system := range []string{"linux", "darwin", "windows"} {
		b, err := goTells(system, append([]string{"list", "-deps", "-f", listing}, packages...)...)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(b) {
			field := strings.Split(strings.TrimSpace(line), "|")
			if len(field) != 4 {
				continue
			}
			p := part{path: field[1], version: field[2], root: field[3]}
			terms, err := termsAbove(field[0], p.root)
			if err != nil {
				return nil, err
			}
			p.files = append(found[p.path].files, terms...)
			found[p.path] = p
		}
	}
	if len(found) < 10 {
		return nil, fmt.Errorf("only %d modules were found", len(found))
	}
	return inOrder(found), nil
}

// standardLibrary is the part of every program in Go; one license at its top is for all of it.
func standardLibrary() (part, error) {
	b, err := goTells("", "env", "GOROOT", "GOVERSION")
	if err != nil {
		return part{}, err
	}
	root, version, _ := strings.Cut(strings.TrimSpace(b), "\n")
	p := part{path: standard, version: version, root: root}
	p.files, err = termsAbove(root, root)
	return p, err
}

// goTells runs go for a system, or for this one, and returns what it prints.
func goTells(system string, args ...string) (string, error) {
	cmd := exec.Command("go", args...)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if system != "" {
		cmd.Env = append(cmd.Env, "GOOS="+system)
	}
	cmd.Stderr = os.Stderr
	b, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s for %s: %w", args[0], system, err)
	}
	return string(b), nil
}

// inOrder sorts the parts, and lists each file once.
func inOrder(found map[string]part) []part {
	var all []part
	for _, p := range found {
		slices.Sort(p.files)
		p.files = slices.Compact(p.files)
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b part) int { return strings.Compare(a.path, b.path) })
	return all
}

// termsAbove lists the licenses and notices in a folder and in those above it, up to root.
func termsAbove(dir, root string) ([]string, error) {
	var files []string
	for {
		rel, err := filepath.Rel(root, dir)
		if err != nil || strings.HasPrefix(rel, "..") {
			return nil, fmt.Errorf("%s is not under %s", dir, root)
		}
		entries, err := os.ReadDir(dir)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if !e.IsDir() && (isLicense(e.Name()) || isNotice(e.Name())) {
				files = append(files, filepath.Join(rel, e.Name()))
			}
		}
		if rel == "." {
			return files, nil
		}
		dir = filepath.Dir(dir)
	}
}

// isLicense tells the name of a file that holds a license.
func isLicense(name string) bool { return begins(name, "LICENSE", "LICENCE", "COPYING") } //nolint:misspell // the British name is in use

// isNotice tells the name of a file that must go with a license, though it is none.
func isNotice(name string) bool { return begins(name, "NOTICE", "PATENTS") }

// begins reports whether a name is one of those, with any ending but that of a program.
func begins(name string, with ...string) bool {
	upper := strings.ToUpper(name)
	return filepath.Ext(upper) != ".GO" && slices.ContainsFunc(with, func(w string) bool { return strings.HasPrefix(upper, w) })
}
