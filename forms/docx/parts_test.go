package docx

import (
	"path"
	"slices"
	"strings"
	"testing"

	"expunge/forms/doc"
)

// whole lists the documents whose parts are examined.
func whole(t *testing.T) map[string]file {
	t.Helper()
	out := map[string]file{"everything": render(t, everything()), "empty": render(t, filed()), "table last": render(t, filed(doc.Table{Rows: [][][]doc.Span{lines("x")}}))}
	for sample, all := range papers(t) {
		for _, d := range all {
			out[sample+" "+d.Name] = render(t, d)
		}
	}
	return out
}

// TestEveryPartHasATypeAndIsReached checks the package: what kind each part is, and
// that every relation leads to a part and every part is led to.
func TestEveryPartHasATypeAndIsReached(t *testing.T) {
	for name, f := range whole(t) {
		if f.names[0] != "[Content_Types].xml" {
			t.Errorf("%s: the first part is %s", name, f.names[0])
		}
		types := map[string]string{}
		for _, o := range f.parts["[Content_Types].xml"].all("Override") {
			types[strings.TrimPrefix(o.attr("PartName"), "/")] = o.attr("ContentType")
		}
		reached := map[string]bool{}
		for _, rels := range []string{"_rels/.rels", "word/_rels/document.xml.rels"} {
			for _, r := range f.parts[rels].all("Relationship") {
				kind := path.Base(r.attr("Type"))
				target := path.Join(path.Dir(path.Dir(rels)), r.attr("Target"))
				if f.parts[target] == nil {
					t.Errorf("%s: %s leads to %s, which is not there", name, rels, target)
				}
				if of := types[target]; kind != "core-properties" && kind != "officeDocument" && !strings.HasSuffix(of, "."+kind+"+xml") {
					t.Errorf("%s: %s is reached as %s and has the type %q", name, target, kind, of)
				}
				reached[target] = true
			}
		}
		for _, part := range f.names {
			if part != "[Content_Types].xml" && !strings.HasSuffix(part, ".rels") && (types[part] == "" || !reached[part]) {
				t.Errorf("%s: %s has the type %q; reached: %v", name, part, types[part], reached[part])
			}
		}
		if len(types) != len(reached) || len(types) != len(f.names)-3 {
			t.Errorf("%s: %d parts, %d types, %d reached", name, len(f.names), len(types), len(reached))
		}
	}
}

// TestHeadsAndFeetAreThoseOfTheSection follows the references of the section.
func TestHeadsAndFeetAreThoseOfTheSection(t *testing.T) {
	f := render(t, everything())
	ids := map[string]string{}
	for _, r := range f.parts["word/_rels/document.xml.rels"].all("Relationship") {
		ids[r.attr("Id")] = r.attr("Target")
	}
	section := f.body().child("sectPr")
	got := map[string]string{}
	for i := range section.Nodes {
		if n := &section.Nodes[i]; strings.HasSuffix(n.name(), "Reference") {
			got[n.name()+" "+n.attr("type")] = ids[n.attr("id")]
		}
	}
	want := map[string]string{
		"headerReference first": "header1.xml", "headerReference default": "header2.xml",
		"footerReference first": "footer1.xml", "footerReference default": "footer2.xml",
	}
	for what, target := range want {
		if got[what] != target {
			t.Errorf("%s is %q", what, got[what])
		}
	}
	size, margin := section.child("pgSz"), section.child("pgMar")
	if len(got) != 4 || !section.has("titlePg") || size.attr("w") != "12240" || size.attr("h") != "15840" || margin.attr("left") != "1440" || margin.attr("top") != "1440" {
		t.Errorf("the section is %+v", section)
	}
}

// TestStylesAndListsAreDefined looks up every style and every list that is used.
func TestStylesAndListsAreDefined(t *testing.T) {
	kinds := map[string]string{"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
	used := map[string]bool{}
	for name, f := range whole(t) {
		for part, root := range f.parts {
			root.walk(func(n *node) {
				id := n.attr("val")
				if kind := kinds[n.name()]; kind != "" {
					used[id] = true
					if s := f.styleOf(id); s.attr("type") != kind {
						t.Errorf("%s, %s: there is no style %q of a %s", name, part, id, kind)
					}
				}
				if n.name() == "numId" && part != "word/numbering.xml" && id != "0" {
					f.list(t, id)
				}
			})
		}
	}
	f := render(t, filed())
	for _, s := range f.parts["word/styles.xml"].all("style") {
		id := s.attr("styleId")
		for _, other := range []string{"basedOn", "next"} {
			if to := s.child(other).attr("val"); to != "" && f.styleOf(to).attr("type") != s.attr("type") {
				t.Errorf("style %s is %s %q, which is not there", id, other, to)
			}
			used[s.child(other).attr("val")] = true
		}
	}
	for _, s := range f.parts["word/styles.xml"].all("style") {
		if id := s.attr("styleId"); !used[id] && s.attr("default") != "1" {
			t.Errorf("style %s is never used", id)
		}
	}
}

// order is the order of what may stand in an element, from the schema of the standard,
// as far as these documents go. Word calls a document broken that has another.
func order() map[string][]string {
	paragraph := strings.Fields("pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr tabs spacing ind contextualSpacing jc outlineLvl")
	cells := strings.Fields("tcW tcBorders tcMar vAlign")
	table := strings.Fields("tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook")
	return map[string][]string{
		"pPr": paragraph, "tcPr": cells, "tblPr": table,
		"rPr":         strings.Fields("rStyle rFonts b bCs i iCs noProof sz szCs lang"),
		"style":       strings.Fields("name basedOn next uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr tblStylePr"),
		"lvl":         strings.Fields("start numFmt pStyle suff lvlText lvlJc pPr"),
		"abstractNum": strings.Fields("multiLevelType lvl"),
		"numbering":   strings.Fields("abstractNum num"),
		"num":         strings.Fields("abstractNumId lvlOverride"),
		"numPr":       strings.Fields("ilvl numId"),
		"tbl":         strings.Fields("tblPr tblGrid tr"),
		"tr":          strings.Fields("trPr tc"),
		"tcBorders":   strings.Fields("top left bottom right"),
		"tblBorders":  strings.Fields("top left bottom right"),
		"tcMar":       strings.Fields("top left bottom right"),
		"tblCellMar":  strings.Fields("top left bottom right"),
		"p":           strings.Fields("pPr r|fldSimple"),
		"r":           strings.Fields("rPr t|tab|noBreakHyphen"),
		"sectPr":      strings.Fields("headerReference footerReference pgSz pgMar cols titlePg"),
		"body":        strings.Fields("p|tbl sectPr"),
		"tc":          strings.Fields("tcPr p|tbl"),
		"hdr":         {"p"},
		"ftr":         {"p"},
		"settings":    strings.Fields("zoom defaultTabStop characterSpacingControl compat themeFontLang decimalSymbol listSeparator"),
		"font":        strings.Fields("altName panose1 charset family pitch"),
		"docDefaults": strings.Fields("rPrDefault pPrDefault"),
		"styles":      strings.Fields("docDefaults style"),
	}
}

func TestElementsStandInTheOrderOfTheStandard(t *testing.T) {
	orders, seen := order(), map[string]bool{}
	for name, f := range whole(t) {
		for part, root := range f.parts {
			if !strings.HasPrefix(part, "word/") || strings.HasSuffix(part, ".rels") {
				continue
			}
			root.walk(func(n *node) {
				want, ok := orders[n.name()]
				if !ok {
					return
				}
				seen[n.name()] = true
				at := 0
				for i := range n.Nodes {
					here := slices.IndexFunc(want, func(s string) bool { return slices.Contains(strings.Split(s, "|"), n.Nodes[i].name()) })
					if here < at {
						t.Errorf("%s, %s: %s in %s stands where it must not", name, part, n.Nodes[i].name(), n.name())
					}
					at = max(at, here)
				}
			})
		}
	}
	if len(seen) != len(orders) {
		t.Errorf("only %d kinds of %d were seen", len(seen), len(orders))
	}
}

// TestTablesAreWhole checks what Word cannot open without: as many cells as columns, a
// paragraph at the end of every cell, no two tables that touch.
func TestTablesAreWhole(t *testing.T) {
	tables := 0
	for name, f := range whole(t) {
		f.body().walk(func(n *node) {
			for i := range n.Nodes {
				if i > 0 && n.Nodes[i].name() == "tbl" && n.Nodes[i-1].name() == "tbl" {
					t.Errorf("%s: two tables touch", name)
				}
			}
			switch n.name() {
			case "tc":
				if last := n.Nodes[len(n.Nodes)-1]; last.name() != "p" {
					t.Errorf("%s: a cell ends in %s", name, last.name())
				}
			case "tbl":
				tables++
				columns := len(n.child("tblGrid").Nodes)
				for _, r := range n.Nodes[2:] {
					if cells := len(r.Nodes) - 1; cells != columns {
						t.Errorf("%s: a row has %d cells and %d columns", name, cells, columns)
					}
				}
			}
		})
		if n := len(f.body().Nodes); n < 2 || f.body().Nodes[n-2].name() != "p" {
			t.Errorf("%s: the text does not end in a paragraph", name)
		}
	}
	if tables < 50 {
		t.Errorf("only %d tables were seen", tables)
	}
}

// TestCourtPapersAreMadeOfStyles looks for what a lawyer who edits one relies on.
func TestCourtPapersAreMadeOfStyles(t *testing.T) {
	for name, f := range whole(t) {
		if !strings.HasSuffix(name, " petition") && !strings.HasSuffix(name, " order") {
			continue
		}
		styles := map[string]int{}
		for _, p := range f.body().all("p") {
			styles[p.child("pPr", "pStyle").attr("val")]++
		}
		for _, s := range []string{"Heading1", "NumberedParagraph", "CaptionCourt", "CaptionEntry", "BodyTextFirstIndent", "Signature", "SignatureRule"} {
			if styles[s] == 0 {
				t.Errorf("%s: nothing has the style %s", name, s)
			}
		}
		if got := f.body().all("tblStyle")[0].attr("val"); got != "CaptionTable" {
			t.Errorf("%s: the first table has the style %s", name, got)
		}
		for _, r := range f.body().all("tr") {
			if !r.has("trPr", "cantSplit") {
				t.Errorf("%s: a row may be parted by the end of a page", name)
			}
		}
	}
}

// TestWhatEveryPaperIsSetIn reads the measures that no paper changes.
func TestWhatEveryPaperIsSetIn(t *testing.T) {
	f := render(t, filed())
	usual := f.parts["word/styles.xml"].child("docDefaults")
	run := usual.child("rPrDefault", "rPr")
	for what, got := range map[string]string{
		"Times New Roman":  run.child("rFonts").attr("ascii"),
		"24":               run.child("sz").attr("val"),
		"en-US":            run.child("lang").attr("val"),
		"widowControl":     usual.child("pPrDefault", "pPr", "widowControl").name(),
		"Liberation Serif": f.parts["word/fontTable.xml"].child("font", "altName").attr("val"),
		"15":               f.parts["word/settings.xml"].child("compat", "compatSetting").attr("val"), // Word 2013 and later: the larger of two gaps counts
	} {
		if got != what {
			t.Errorf("%q, want %q", got, what)
		}
	}
	for _, id := range []string{"Heading1", "Heading2", "Heading3", "CaptionCourt", "CaptionEntry"} {
		if s := f.styleOf(id); !s.has("pPr", "keepNext") || !s.has("pPr", "keepLines") {
			t.Errorf("style %s may be parted from what follows", id)
		}
	}
}
