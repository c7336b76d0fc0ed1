package assets

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// Face is one type face in two forms: a small one for text within code page
// 1252, and a wider TrueType subset for names beyond it. Both draw the same
// shapes with the same advance widths.
//
// Source: Liberation fonts, SIL Open Font License 1.1; see fonts/README.md.
type Face struct {
	Name       string // "serif", "serif-bold", "serif-italic", "sans" or "sans-bold"
	Definition []byte // makefont JSON for the WinAnsi encoding
	Program    []byte // the compressed font file that Definition speaks of
	Unicode    []byte // the same face as a TrueType subset, for text in UTF-8

	// Widths are advance widths by cp1252 code, in thousandths of an em. A
	// code that cp1252 leaves undefined has the width of the missing glyph.
	Widths [256]int

	glyphs func() map[rune]int
}

// Glyphs returns every rune that the Unicode form draws, with its advance width
// in thousandths of an em. fpdf draws a rune outside of it as an empty box and
// reports no error, so ask here first. The map is shared, and nil for the zero
// Face. A rune of width zero is a combining mark; nothing places it over its
// letter, so compose text (Unicode form NFC) before it is measured or drawn.
func (f Face) Glyphs() map[rune]int {
	if f.glyphs == nil {
		return nil
	}
	return f.glyphs()
}

// Faces returns the five faces, in a slice of the caller's own. The bytes within
// are shared.
func Faces() []Face { return slices.Clone(faces()) }

var faces = sync.OnceValue(func() []Face {
	names := []string{"serif", "serif-bold", "serif-italic", "sans", "sans-bold"}
	all := make([]Face, len(names))
	for i, name := range names {
		f, err := face(name)
		if err != nil {
			panic("assets: " + err.Error())
		}
		all[i] = f
	}
	return all
})

func face(name string) (Face, error) {
	path := "fonts/" + name
	f := Face{
		Name:       name,
		Definition: file(path + ".json"),
		Program:    file(path + ".z"),
		Unicode:    file(path + ".ttf"),
		glyphs:     sync.OnceValue(func() map[rune]int { return glyphWidths(path + ".widths.csv") }),
	}
	var def struct{ Cw []int }
	if err := json.Unmarshal(f.Definition, &def); err != nil {
		return Face{}, fmt.Errorf("%s.json: %w", path, err)
	}
	if copy(f.Widths[:], def.Cw) != len(f.Widths) {
		return Face{}, fmt.Errorf("%s.json: %d widths, want %d", path, len(def.Cw), len(f.Widths))
	}
	return f, nil
}

// glyphWidths reads lines of a rune in hexadecimal, a comma and a width. It
// panics on a bad line, which only a bad build can hold.
func glyphWidths(name string) map[rune]int {
	text := string(file(name))
	widths := make(map[rune]int, strings.Count(text, "\n"))
	for line := range strings.Lines(text) {
		code, width, _ := strings.Cut(strings.TrimSuffix(line, "\n"), ",")
		r, err := strconv.ParseInt(code, 16, 32)
		w, err2 := strconv.Atoi(width)
		if err != nil || err2 != nil {
			panic(fmt.Sprintf("assets: %s: bad line %q", name, line))
		}
		widths[rune(r)] = w
	}
	return widths
}
