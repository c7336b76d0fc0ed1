package intake_test

import (
	"strings"
	"testing"
)

// FuzzWorkbook reads a workbook of whatever sheet, shared texts and styles. What is said
// of it is bounded by what it holds, and every problem has its place.
func FuzzWorkbook(f *testing.F) {
	inline := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	for _, seed := range [][3]string{
		{rowsOf(`<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>39000</v></c></row>`), `<sst><si><t>A-1</t></si><si><r><rPr><b/></rPr><t xml:space="preserve"> the</t></r><r><t>ft_x000D_</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>`, `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>`},
		{`<worksheet><sheetData>` + headRow + `<row r="2">` + inline("A-1") + inline("theft") + `</row><row r="3">` + inline("") + inline("arson") + `</row></sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells></worksheet>`, noTexts, noStyles},
		{rowsOf(`<row><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c><f t="shared" si="0"/></c></row><row><c t="str"><f>B1&amp;"x"</f><v>A-2</v></c><c t="d"><v>2011-02-03T04:05:06Z</v></c><c s="9"><v>1e400</v></c></row>`), noTexts, noStyles},
		{rowsOf(`<row r="99999999999">` + inline("EXAMPLE-1") + `</row><row r="-1"><c r="ZZZ1" t="b"><v>1</v></c><c r="a$1"/><c r="$B$7"><v>-0.5</v></c><c s="-1"><v>60</v></c></row>`), `<sst><si/></sst>`, `<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>`},
		{rowsOf(`<row>` + inline("../../con") + inline("=cmd|' /C calc'!A0") + inline("&#x202E;gpj&#xD;&#xA;\x7f") + inline("<![CDATA[<script>]]>") + `</row><row>` + inline("&#xFEFF;A-1") + inline("Z͑ͫ̓a̴l̵go 田中 🏳️‍🌈") + `<c t="s"><v>-1</v></c></row>`), `<!DOCTYPE x>`, `<styleSheet><cellXfs><xf numFmtId="x"/></cellXfs></styleSheet>`},
		{`<?xml version="1.0" encoding="UTF-8"?><!-- > ' " --><x:worksheet xmlns:x="x"><x:sheetData/></x:worksheet>`, `<sst><si><t>cut`, ``},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		table := openTable(t, "clients.xlsx", parts("Sign up", sheet, texts, styles))
		all := table.All()
		found, rows := table.Problems(), 0
		for _, c := range all {
			rows += len(c.Rows)
			for _, r := range c.Rows {
				if len(r.Cells) > 2_000 {
					t.Fatalf("%d cells in a row", len(r.Cells))
				}
			}
			found = append(found, table.Record(c).Check(asOf)...)
		}
		size := len(sheet) + len(texts) + len(styles)
		if rows > strings.Count(sheet, "row") || len(found) > 100+size {
			t.Fatalf("%d rows and %d problems in %d bytes", rows, len(found), size)
		}
		for _, d := range found {
			if !strings.HasPrefix(d.File, "clients.xlsx") || d.Code == "" || d.Message == "" || len(d.String()) > 2_000+2*len(sheet) {
				t.Errorf("%.2000s", d.String())
			}
		}
	})
}
