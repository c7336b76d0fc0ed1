package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// preface begins the file of texts.
const preface = `Licenses and notices of what is linked into expunge.

The program itself is under the license in LICENSE, its fonts under that in OFL.txt. It is
built from the standard library of Go and from the modules below. The source of a module is
at the address that is its name, and with the module proxies of Go.
`

// texts returns the licenses and notices of all parts, one after the other; the same parts
// give the same bytes. A part without a license is an error: it may not be passed on.
func texts(linked []part) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(preface)
	for _, p := range linked {
		licensed := false
		for _, file := range p.files {
			text, err := os.ReadFile(filepath.Join(p.root, file))
			if err != nil {
				return nil, err
			}
			licensed = licensed || isLicense(filepath.Base(file))
			fmt.Fprintf(&b, "\n%s\n%s %s: %s\n%s\n\n", rule, p.path, p.version, filepath.ToSlash(file), rule)
			b.WriteString(strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
			b.WriteByte('\n')
		}
		if !licensed {
			return nil, fmt.Errorf("%s %s has no license in %s", p.path, p.version, p.root)
		}
	}
	return b.Bytes(), nil
}

// rule sets the heading of a text apart.
var rule = strings.Repeat("=", 78)
