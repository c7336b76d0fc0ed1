package forms

import ("testing";"os";"expunge/forms/pdf";"expunge/forms/doc";"expunge/forms/markdown";"bytes";"expunge/rules")

func TestLook(t *testing.T) {
	look := func(name string, d doc.Document) {
		var b bytes.Buffer
		if err := pdf.Render(&b, []doc.Document{d}, pdf.Options{}); err != nil { t.Error(name, err); return }
		os.WriteFile("/tmp/wLpics/"+name+".pdf", b.Bytes(), 0o644)
		var m bytes.Buffer
		_ = markdown.Render(&m, d)
		os.WriteFile("/tmp/wLpics/"+name+".md", m.Bytes(), 0o644)
	}
	d0 := flowChart(newBrief(notYetFelony(), rules.Assess(notYetFelony(), asOf), office())); look("blank", d0)
	for n, c := range sampleCases() {
		d, any := flowCharts(newBrief(c, rules.Assess(c, asOf), office()))
		if any { look(n, d) }
	}
}
