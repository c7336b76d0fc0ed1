package intake_test

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
)

// txtar is a comment followed by files, each after a line "-- name --".
type txtar struct {
	comment []byte
	files   []txtarFile
}

type txtarFile struct {
	name string
	data []byte
}

var txtarMark = regexp.MustCompile(`(?m)^-- (.+) --\n`)

func readTxtar(name string) (txtar, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return txtar{}, err
	}
	at := txtarMark.FindAllSubmatchIndex(data, -1)
	if len(at) == 0 {
		return txtar{comment: data}, nil
	}
	a := txtar{comment: data[:at[0][0]]}
	for i, m := range at {
		end := len(data)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		a.files = append(a.files, txtarFile{string(data[m[2]:m[3]]), data[m[1]:end]})
	}
	return a, nil
}

func (a txtar) format() []byte {
	b := bytes.NewBuffer(bytes.Clone(a.comment))
	for _, f := range a.files {
		fmt.Fprintf(b, "-- %s --\n%s", f.name, f.data)
	}
	return b.Bytes()
}
