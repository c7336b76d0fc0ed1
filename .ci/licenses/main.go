// Command licenses reads the licenses of every module that the program and its tests are
// built from, and of the standard library of Go, on every system a release is made for. It
// prints the list, and fails when one has none or one that is not on the list of those that
// may be linked in. With -o it writes the texts of all that is linked into the program, for
// a release to carry.
//
//	go run ./.ci/licenses
//	go run ./.ci/licenses -o .build/THIRD-PARTY-LICENSES
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "licenses:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("licenses", flag.ContinueOnError)
	file := flags.String("o", "", "write the texts of what is linked into the program to this file")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("for example: go run ./.ci/licenses -o .build/THIRD-PARTY-LICENSES")
	}
	all, err := builtFrom("-test", "./...")
	if err != nil {
		return err
	}
	if err := check(out, all); err != nil || *file == "" {
		return err
	}
	linked, err := builtFrom(".")
	if err != nil {
		return err
	}
	text, err := texts(linked)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(*file), 0o755); err != nil {
		return err
	}
	return os.WriteFile(*file, text, 0o644)
}

// check prints the licenses of each part, and fails when one may not be linked in.
func check(out io.Writer, all []part) error {
	var wrong []string
	for _, p := range all {
		names, err := licensesOf(p)
		if err != nil {
			return err
		}
		text := strings.Join(names, " and ")
		if len(names) == 0 || slices.Contains(names, unknown) {
			wrong = append(wrong, p.path)
			text = "no license that may be linked in"
		}
		fmt.Fprintf(out, "%-45s %-40s %s\n", p.path, p.version, text)
	}
	fonts, err := os.ReadFile("assets/fonts/OFL.txt")
	if err != nil || nameOf(fonts) != "OFL-1.1" {
		wrong = append(wrong, "assets/fonts")
	}
	if len(wrong) > 0 {
		return fmt.Errorf("not on the list of licenses: %s", strings.Join(wrong, ", "))
	}
	fmt.Fprintf(out, "%d modules and the standard library, every license on the list\n", len(all)-1)
	return nil
}

// licensesOf names the licenses of a part, each once.
func licensesOf(p part) ([]string, error) {
	var names []string
	for _, file := range p.files {
		if !isLicense(filepath.Base(file)) {
			continue
		}
		text, err := os.ReadFile(filepath.Join(p.root, file))
		if err != nil {
			return nil, err
		}
		names = append(names, nameOf(text))
	}
	slices.Sort(names)
	return slices.Compact(names), nil
}
