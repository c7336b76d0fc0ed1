package pdf

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"
)

// objects are the numbered objects of a drawn file. fpdf gives all pages the same
// resources and writes every page out in full; here the logo is given to its own pages
// alone, and copies of a page share its content.
type objects struct {
	head    []byte
	order   []int          // as they stand in the file
	body    map[int][]byte // by number: what stands between "obj" and "endobj"
	trailer []byte
}

// takeApart reads a file that fpdf wrote; ok is false for any other.
func takeApart(file []byte) (o objects, ok bool) {
	at := bytes.LastIndex(file, []byte("\nxref\n0 "))
	end := bytes.LastIndex(file, []byte("\ntrailer\n"))
	last := bytes.LastIndex(file, []byte("startxref\n"))
	if at < 0 || end < at || last < end {
		return objects{}, false
	}
	o = objects{body: map[int][]byte{}, trailer: file[end+1 : last]}
	entries := bytes.Split(file[at+1:end], []byte("\n"))
	if len(entries) < 4 {
		return objects{}, false
	}
	entries = entries[3:] // after "xref", the count and the free entry
	type place struct{ number, from int }
	places := make([]place, len(entries))
	for i, entry := range entries {
		from, err := strconv.Atoi(string(entry[:min(10, len(entry))]))
		if err != nil || from > at {
			return objects{}, false
		}
		places[i] = place{i + 1, from}
	}
	slices.SortFunc(places, func(a, b place) int { return a.from - b.from })
	for i, p := range places {
		to := at + 1
		if i+1 < len(places) {
			to = places[i+1].from
		}
		body, begins := bytes.CutPrefix(file[p.from:to], fmt.Appendf(nil, "%d 0 obj\n", p.number))
		body, ends := bytes.CutSuffix(body, []byte("\nendobj\n"))
		if !begins || !ends {
			return objects{}, false
		}
		o.order = append(o.order, p.number)
		o.body[p.number] = body
	}
	o.head = file[:places[0].from]
	return o, true
}

// add appends an object and returns its number.
func (o *objects) add(body []byte) int {
	n := len(o.order) + 1
	o.order = append(o.order, n)
	o.body[n] = body
	return n
}

// pages lists the numbers of the pages, first to last.
func (o *objects) pages() []int {
	var out []int
	for n := range len(o.order) {
		if bytes.HasPrefix(o.body[n+1], []byte("<</Type /Page\n")) {
			out = append(out, n+1)
		}
	}
	return out
}

// The objects fpdf always gives the same numbers.
const treeObject, resourcesObject = 1, 2

// crest adds the logo, once, and gives it to the pages that show it.
func (o *objects) crest(l logo, pages []Page) {
	none := []byte("/XObject <<\n>>")
	picture := o.add(l.object())
	own := o.add(bytes.Replace(o.body[resourcesObject], none, fmt.Appendf(nil, "/XObject <<%s %d 0 R>>", logoName, picture), 1))
	for i, n := range o.pages() {
		if pages[i].Logo != (Frame{}) {
			o.body[n] = bytes.Replace(o.body[n], fmt.Appendf(nil, "/Resources %d 0 R", resourcesObject), fmt.Appendf(nil, "/Resources %d 0 R", own), 1)
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
			kids = append(kids, o.add(o.body[n]))
		}
	}
	tree := []byte("<</Type /Pages\n/Kids [")
	for _, n := range kids {
		tree = fmt.Appendf(tree, "%d 0 R ", n)
	}
	size := o.body[treeObject][bytes.Index(o.body[treeObject], []byte("/MediaBox")):]
	o.body[treeObject] = append(fmt.Appendf(tree, "]\n/Count %d\n", len(kids)), size...)
}

// file puts the objects together again.
func (o *objects) file() []byte {
	out := slices.Clone(o.head)
	at := make([]int, len(o.order)+1)
	for _, n := range o.order {
		at[n] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n%s\nendobj\n", n, o.body[n])
	}
	start := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(at))
	for _, from := range at[1:] {
		out = fmt.Appendf(out, "%010d 00000 n \n", from)
	}
	size := bytes.Index(o.trailer, []byte("/Size "))
	rest := o.trailer[size+bytes.IndexByte(o.trailer[size:], '\n'):]
	out = fmt.Appendf(append(out, o.trailer[:size]...), "/Size %d%s", len(at), rest)
	return fmt.Appendf(out, "startxref\n%d\n%%%%EOF\n", start)
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
