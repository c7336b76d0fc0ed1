package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"expunge/assets"
)

// objects are the numbered objects of a file that fpdf wrote with empty pages. What
// stands on the pages is put in here, and the programs of the fonts. The logo is given to
// its own pages alone, where fpdf gives all pages the same resources, and copies of a page
// share its content, where fpdf writes every page out in full.
type objects struct {
	head    []byte
	order   []int    // as they stand in the file
	all     []object // by number
	trailer []byte
}

// object is what stands between "obj" and "endobj". The content of a stream comes after it.
type object struct {
	text    []byte
	content []byte
	stream  bool
}

// How a stream begins and ends in a file of fpdf.
const streamBegins, streamEnds = "\nstream\n", "\nendstream"

// takeApart reads a file that fpdf wrote; ok is false for any other.
func takeApart(file []byte) (o objects, ok bool) {
	at := bytes.LastIndex(file, []byte("\nxref\n0 "))
	end := bytes.LastIndex(file, []byte("\ntrailer\n"))
	last := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 || end < at || last < end {
		return objects{}, false
	}
	o.trailer = file[end+1 : last]
	places, ok := placesOf(file[at+1:end], at)
	if !ok {
		return objects{}, false
	}
	o.all = make([]object, len(places)+1)
	for i, p := range places {
		to := at + 1
		if i+1 < len(places) {
			to = places[i+1].from
		}
		text, begins := bytes.CutPrefix(file[p.from:to], append(strconv.AppendInt(nil, int64(p.number), 10), " 0 obj\n"...))
		text, ends := bytes.CutSuffix(text, []byte("\nendobj\n"))
		if !begins || !ends {
			return objects{}, false
		}
		o.order = append(o.order, p.number)
		o.all[p.number].text = text
	}
	o.head = file[:places[0].from]
	return o, true
}

// place is where an object begins.
type place struct{ number, from int }

// placesOf reads the table of places, none of which is beyond most, and sorts it.
func placesOf(table []byte, most int) ([]place, bool) {
	entries := bytes.Split(table, []byte("\n"))
	if len(entries) < 4 {
		return nil, false
	}
	entries = entries[3:] // after "xref", the count and the free entry
	places := make([]place, len(entries))
	for i, entry := range entries {
		from, err := strconv.Atoi(string(entry[:min(10, len(entry))]))
		if err != nil || from > most {
			return nil, false
		}
		places[i] = place{i + 1, from}
	}
	slices.SortFunc(places, func(a, b place) int { return a.from - b.from })
	return places, true
}

// firstPage reads the content of the first page: how every page begins, and then the
// names of the fonts, which were chosen in the order of the keys.
func (o *objects) firstPage(number int, keys []fontKey) (begun []byte, fonts []fontName, ok bool) {
	_, content, ok := bytes.Cut(o.all[number].text, []byte(streamBegins))
	if !ok {
		return nil, nil, false
	}
	choice := []byte("BT /")
	if len(keys) == 0 {
		begun, ok = bytes.CutSuffix(content, []byte(streamEnds))
		return begun, nil, ok
	}
	begun, rest, ok := bytes.Cut(content, choice)
	for _, key := range keys {
		name, after, found := bytes.Cut(rest, []byte(" "))
		if !ok || !found {
			return nil, nil, false
		}
		fonts = append(fonts, fontName{key, string(name)})
		_, rest, _ = bytes.Cut(after, choice)
	}
	return begun, fonts, true
}

// fill makes an object the stream of a page.
func (o *objects) fill(number int, content []byte) {
	text := append(strconv.AppendInt([]byte("<</Length "), int64(len(content)), 10), ">>"...)
	o.all[number] = object{text, content, true}
}

// programs puts the programs of the faces in the place of their names.
func (o *objects) programs() {
	faces := assets.Faces()
	for n := range o.all {
		text, name, ok := bytes.Cut(o.all[n].text, []byte(streamBegins))
		name, ends := bytes.CutSuffix(name, []byte(streamEnds))
		if !ok || !ends {
			continue
		}
		i := slices.IndexFunc(faces, func(f assets.Face) bool { return f.Name == string(name) })
		if i < 0 {
			continue
		}
		length := fmt.Appendf(nil, "<</Length %d\n", len(faces[i].Program))
		o.all[n] = object{bytes.Replace(text, fmt.Appendf(nil, "<</Length %d\n", len(name)), length, 1), faces[i].Program, true}
	}
}

// add appends an object and returns its number.
func (o *objects) add(b object) int {
	n := len(o.all)
	o.order = append(o.order, n)
	o.all = append(o.all, b)
	return n
}

// pages lists the numbers of the pages, first to last.
func (o *objects) pages() []int {
	var out []int
	for n := range o.all {
		if bytes.HasPrefix(o.all[n].text, []byte("<</Type /Page\n")) {
			out = append(out, n)
		}
	}
	return out
}

// The objects fpdf always gives the same numbers.
const treeObject, resourcesObject = 1, 2

// crest adds the logo, once, and gives it to the pages that show it.
func (o *objects) crest(l logo, pages []Page) {
	if !slices.ContainsFunc(pages, func(p Page) bool { return p.Logo != (Frame{}) }) {
		return
	}
	none := []byte("/XObject <<\n>>")
	picture := o.add(object{text: l.object()})
	own := o.add(object{text: bytes.Replace(o.all[resourcesObject].text, none, fmt.Appendf(nil, "/XObject <<%s %d 0 R>>", logoName, picture), 1)})
	for i, n := range o.pages() {
		if pages[i].Logo != (Frame{}) {
			o.all[n].text = bytes.Replace(o.all[n].text, fmt.Appendf(nil, "/Resources %d 0 R", resourcesObject), fmt.Appendf(nil, "/Resources %d 0 R", own), 1)
		}
	}
}

// repeat makes so many copies of all pages. Each has pages of its own with the content of
// the first.
func (o *objects) repeat(copies int) {
	set := o.pages()
	kids := slices.Clone(set)
	for range copies - 1 {
		for _, n := range set {
			kids = append(kids, o.add(o.all[n]))
		}
	}
	tree := []byte("<</Type /Pages\n/Kids [")
	for _, n := range kids {
		tree = fmt.Appendf(tree, "%d 0 R ", n)
	}
	old := o.all[treeObject].text
	o.all[treeObject].text = append(fmt.Appendf(tree, "]\n/Count %d\n", len(kids)), old[bytes.Index(old, []byte("/MediaBox")):]...)
}

// file puts the objects together again.
func (o *objects) file() []byte {
	out := append(make([]byte, 0, o.size()), o.head...)
	at := make([]int, len(o.all))
	for _, n := range o.order {
		at[n] = len(out)
		out = append(strconv.AppendInt(out, int64(n), 10), " 0 obj\n"...)
		b := &o.all[n]
		out = append(out, b.text...)
		if b.stream {
			out = append(append(append(out, streamBegins...), b.content...), streamEnds...)
		}
		out = append(out, "\nendobj\n"...)
	}
	start := len(out)
	out = append(strconv.AppendInt(append(out, "xref\n0 "...), int64(len(at)), 10), "\n0000000000 65535 f \n"...)
	for _, from := range at[1:] {
		out = appendPlace(out, from)
	}
	size := bytes.Index(o.trailer, []byte("/Size "))
	rest := o.trailer[size+bytes.IndexByte(o.trailer[size:], '\n'):]
	out = append(strconv.AppendInt(append(append(out, o.trailer[:size]...), "/Size "...), int64(len(at)), 10), rest...)
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", start)
}

// size is how long the file is at most.
func (o *objects) size() int {
	const around = 64 // the number of an object, its ends, and its line in the table
	size := len(o.head) + len(o.trailer) + around
	for i := range o.all {
		size += len(o.all[i].text) + len(o.all[i].content) + around + len(streamBegins) + len(streamEnds)
	}
	return size
}

// appendPlace writes a line of the table of places.
func appendPlace(out []byte, from int) []byte {
	const digits = "0000000000"
	have := len(out)
	out = strconv.AppendInt(append(out, digits...), int64(from), 10)
	long := len(out) - have - len(digits)
	out = append(out[:have], out[have+long:]...)
	return append(out, " 00000 n \n"...)
}

// fronted adds empty pages so that every paper, and every copy of them all, begins on the
// front of a sheet that is printed on both sides.
func fronted(pages []Page) []Page {
	if len(pages) < 2 {
		return pages
	}
	var out []Page
	for _, p := range pages {
		if p.Number == 1 {
			out = evened(out)
		}
		out = append(out, p)
	}
	return evened(out)
}

func evened(pages []Page) []Page {
	if len(pages)%2 == 0 {
		return pages
	}
	return append(pages, Page{Group: pages[len(pages)-1].Group})
}
