// Package assets holds the bytes that the program carries: the court geography
// of Mississippi, a short list of places that help, and the type faces of the
// printed papers. It is bytes and typed readers over them and imports nothing
// of ours.
//
// The tables are CSV files beside this one; SOURCES.md says where every row
// comes from. The faces are subsets of the Liberation fonts; fonts/README.md
// says how they were made.
//
// Each table is parsed when it is first asked for and never again. What the
// functions return may be shared between callers: read it, do not write to it.
package assets

import (
	"embed"
	"encoding/csv"
	"fmt"
	"strings"
)

//go:embed *.csv fonts/*.json fonts/*.z fonts/*.ttf fonts/*.csv
var files embed.FS

// row is one line of a CSV table by column name.
type row map[string]string

// list splits a semicolon list. An empty cell is no items, not one empty item.
func (r row) list(column string) []string {
	if r[column] == "" {
		return nil
	}
	return strings.Split(r[column], ";")
}

// table reads an embedded CSV file whose first line names the columns. It
// panics on a bad file, which only a bad build can hold; the tests load all.
func table(name string) []row {
	records, err := csv.NewReader(strings.NewReader(string(file(name)))).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("assets: %s: %v", name, err))
	}
	rows := make([]row, len(records)-1)
	for i, record := range records[1:] {
		rows[i] = make(row, len(record))
		for j, cell := range record {
			rows[i][records[0][j]] = cell
		}
	}
	return rows
}

// file returns the bytes of an embedded file. It panics where there is none.
func file(name string) []byte {
	data, err := files.ReadFile(name)
	if err != nil {
		panic("assets: " + err.Error())
	}
	return data
}

// squeeze is the form in which place names are compared: lower case, without
// spaces, periods and apostrophes.
func squeeze(name string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\u00a0', '.', '\'', '‘', '’':
			return -1
		}
		return r
	}, strings.ToLower(name))
}
