// Command manual writes the pages of the manual and the completion scripts that a release
// carries, each page also as the .gz that systems install. What an earlier run left is
// removed: a page of a command that is gone would enter the release.
//
//	go run ./.ci/manual -o dist/manual -version 1.2.3
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"expunge/petition/cli"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "manual:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("manual", flag.ContinueOnError)
	out := flags.String("o", "", "write under this folder")
	version := flags.String("version", "", "version on the pages; empty is that of the source")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *out == "" || flags.NArg() > 0 {
		return fmt.Errorf("for example: go run ./.ci/manual -o dist/manual")
	}
	pages, err := cli.Manual(*version)
	if err != nil {
		return err
	}
	for _, folder := range []string{"man", "completions"} {
		if err := os.RemoveAll(filepath.Join(*out, folder)); err != nil {
			return err
		}
	}
	for name, text := range pages {
		if err := write(filepath.Join(*out, filepath.FromSlash(name)), text); err != nil {
			return err
		}
		if strings.HasPrefix(name, "man/") {
			if text, err = zipped(text); err == nil {
				err = write(filepath.Join(*out, filepath.FromSlash(name)+".gz"), text)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func write(path string, text []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, text, 0o644)
}

// zipped compresses without a name and a date, so that equal pages stay equal.
func zipped(text []byte) ([]byte, error) {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(text); err != nil {
		return nil, err
	}
	err = z.Close()
	return b.Bytes(), err
}
