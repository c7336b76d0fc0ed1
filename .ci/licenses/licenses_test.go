package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	mit       = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
	secondly  = "1.12. \"Secondary License\" means either the GNU General Public License, Version 2.0, the GNU\n Lesser General Public License, Version 2.1, the GNU Affero General Public License, Version 3.0, or any later versions of those licenses."
	isMozilla = "Mozilla Public License Version 2.0\n"
)

func TestALicenseIsKnownByItsText(t *testing.T) {
	for text, want := range map[string]string{
		mit:                  "MIT",
		"The\n" + mit + "\n": "MIT",
		"Apache License\nVersion 2.0, January 2004":                                                            "Apache-2.0",
		"Redistribution and use in source and binary forms, with or without\nmodification, are permitted":      "BSD",
		"Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee": "ISC",
		"SIL OPEN FONT LICENSE Version 1.1":                                                                    "OFL-1.1",
		isMozilla + secondly:                                                                                   "MPL-2.0",
		isMozilla + secondly + " This file is under the GNU General Public License":                            unknown,
		"GNU Lesser General Public License v3.0\n" + mit:                                                       unknown,
		"GNU General Public License v3\n" + mit:                                                                unknown,
		"GNU Affero General Public License\n" + mit:                                                            unknown,
		"GNU Library General Public License, Version 2\n" + mit:                                                unknown,
		"SPDX-License-Identifier: LGPL-3.0-only\n" + mit:                                                       unknown,
		"Parts are under GPLv2.\n" + mit:                                                                       unknown,
		"All rights reserved.":                                                                                 unknown,
		"":                                                                                                     unknown,
	} {
		if got := nameOf([]byte(text)); got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

// someModule writes a module with the work of others inside, and an unrelated license.
func someModule(t *testing.T) part {
	t.Helper()
	root := t.TempDir()
	for name, text := range map[string]string{
		"LICENSE": mit + "\r\n", "NOTICE": "It holds a table.\n", "license.go": "package m",
		"a/b/LICENCE.txt": "Apache License Version 2.0", "a/b/c/c.go": "package c", "other/COPYING": "All rights reserved.",
	} {
		place := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(place), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(place, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return part{path: "example.org/m", version: "v1.2.3", root: root}
}

func TestTheTermsOfAPackageStandAboveIt(t *testing.T) {
	p := someModule(t)
	got, err := termsAbove(filepath.Join(p.root, "a", "b", "c"), p.root)
	slices.Sort(got)
	if want := []string{"LICENSE", "NOTICE", filepath.Join("a", "b", "LICENCE.txt")}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v; want %q", got, err, want)
	}
	if _, err := termsAbove(t.TempDir(), p.root); err == nil {
		t.Error("a folder outside of the module was searched")
	}
	p.files = got
	if names, err := licensesOf(p); err != nil || !slices.Equal(names, []string{"Apache-2.0", "MIT"}) {
		t.Errorf("%q, %v", names, err)
	}
}

func TestALicenseThatMayNotBeLinkedInFails(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	p := someModule(t)
	for _, c := range []struct {
		files []string
		right bool
	}{{[]string{"LICENSE"}, true}, {[]string{"LICENSE", "other/COPYING"}, false}, {[]string{"NOTICE"}, false}, {nil, false}} {
		p.files = c.files
		if err := check(&bytes.Buffer{}, []part{p}); (err == nil) != c.right {
			t.Errorf("%q: %v", c.files, err)
		}
	}
}

func TestTheTextsAreWholeAndTheSameEachTime(t *testing.T) {
	p := someModule(t)
	p.files = []string{"LICENSE", "NOTICE"}
	first, err := texts([]part{p})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"example.org/m v1.2.3: LICENSE\n", mit + "\n", "example.org/m v1.2.3: NOTICE\n", "It holds a table.\n"} {
		if strings.Count(string(first), want) != 1 {
			t.Errorf("%q is not there once in:\n%s", want, first)
		}
	}
	if strings.Contains(string(first), "\r") || strings.Contains(string(first), p.root) {
		t.Errorf("it holds a carriage return or the folder:\n%s", first)
	}
	if second, err := texts([]part{p}); err != nil || !bytes.Equal(first, second) {
		t.Errorf("the second time differs: %v", err)
	}
	p.files = []string{"NOTICE"}
	if _, err := texts([]part{p}); err == nil {
		t.Error("a module without a license was passed on")
	}
}

// What the program is built from has its terms in the file, and what only its tests use has not.
func TestTheFileHoldsWhatIsLinkedIn(t *testing.T) {
	t.Chdir(filepath.Join("..", ".."))
	file := filepath.Join(t.TempDir(), "new", "THIRD-PARTY-LICENSES")
	if err := run([]string{"-o", file}, &bytes.Buffer{}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for want, there := range map[string]bool{
		"\n" + standard + " go1.": true, "The Go Authors": true, "\ngithub.com/spf13/cobra v": true, ": NOTICE\n": true,
		": zstd/internal/xxhash/LICENSE.txt\n":     true, // the work of others inside a module
		"\ngithub.com/inconshreveable/mousetrap v": true, // on Windows alone
		"\npgregory.net/rapid v":                   false, "\nexpunge ": false,
	} {
		if strings.Contains(string(text), want) != there {
			t.Errorf("%q: there is %v, want %v", want, !there, there)
		}
	}
}
