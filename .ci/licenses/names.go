package main

import (
	"bytes"
	"regexp"
	"strings"
)

// unknown is a license that is not on the list.
const unknown = "unknown"

// gnu is any word of a license of GNU, such as GNU, LGPL or GPLv3.
var gnu = regexp.MustCompile(`\b(gnu|[al]?gpl)`)

// secondary is where the Mozilla Public License 2.0 names the licenses of GNU, in section 1.12.
const secondary = "either the gnu general public license version 2.0, the gnu lesser general public license version 2.1, the gnu affero general public license version 3.0, or any later versions"

// nameOf tells which license on the list a text is: by a sentence that only that license
// has. A text that names GNU is none of them, whatever else it holds.
func nameOf(text []byte) string {
	plain := strings.Join(strings.Fields(string(bytes.ToLower(text))), " ")
	plain = strings.ReplaceAll(plain, ", version", " version")
	if gnu.MatchString(strings.Replace(plain, secondary, "", 1)) {
		return unknown
	}
	for _, one := range []struct{ name, sentence string }{
		{"MPL-2.0", "mozilla public license version 2.0"},
		{"Apache-2.0", "apache license version 2.0"},
		{"OFL-1.1", "sil open font license version 1.1"},
		{"MIT", "permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
		{"ISC", "permission to use, copy, modify, and/or distribute this software for any purpose"},
		{"BSD", "redistribution and use in source and binary forms, with or without modification, are permitted"},
	} {
		if strings.Contains(plain, one.sentence) {
			return one.name
		}
	}
	return unknown
}
