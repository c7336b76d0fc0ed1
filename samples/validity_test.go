package samples

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/packet"
)

// build makes the packet of a case in every format, by an office with much to say of
// itself.
func build(t *testing.T, c petition.Case) packet.Packet {
	t.Helper()
	p, err := packet.Build(c, packet.Options{
		Program: "expunge v9.8.7-canary", AsOf: today, Office: busyOffice(),
		Formats: []packet.Format{packet.PDF, packet.DOCX, packet.Markdown},
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func busyOffice() forms.Office {
	return forms.Office{
		Clinic:   forms.Clinic{Name: "Canary Lane Clinic", Address: "77 Canary Lane, Jackson", Place: "Canary Hall", Date: "Canary Day"},
		Attorney: forms.Attorney{Name: "Wren Canary", BarNumber: "987654", Phone: "601-555-0187", Email: "wren@canary.example.org"},
		Papers:   forms.DefaultPapers(),
	}
}

// named returns the bytes of a file of a packet, or nil.
func named(p packet.Packet, name string) []byte {
	for _, f := range p.Files {
		if f.Name == name {
			return f.Bytes
		}
	}
	return nil
}

func TestEveryFileIsStrictlyValid(t *testing.T) {
	api.DisableConfigDir()
	files, confidential := 0, 0
	for _, name := range matters(t) {
		t.Run(name, func(t *testing.T) {
			for _, f := range build(t, read(t, name)).Files {
				if path.Ext(f.Name) != ".pdf" {
					continue
				}
				how := model.NewDefaultConfiguration()
				how.ValidationMode = model.ValidationStrict
				if err := api.Validate(bytes.NewReader(f.Bytes), how); err != nil {
					t.Errorf("%s: %v", f.Name, err)
				}
				embedded(t, f)
				files++
				if f.Name == "confidential.pdf" {
					confidential++
				}
			}
		})
	}
	if files < 30 || confidential < 10 {
		t.Errorf("only %d files were validated, %d of them confidential", files, confidential)
	}
}

// embedded looks for the program of every font, and for pages of the right paper.
func embedded(t *testing.T, f packet.File) {
	t.Helper()
	b := readPDF(t, f.Bytes)
	if len(b.pages) != f.Pages || f.Pages == 0 {
		t.Errorf("%s: %d pages are read, %d are told of", f.Name, len(b.pages), f.Pages)
	}
	for i, p := range b.pages {
		if p.width != 612 || p.height != 792 || len(p.fonts) == 0 {
			t.Errorf("%s, page %d: %.0f by %.0f points, %d fonts", f.Name, i+1, p.width, p.height, len(p.fonts))
		}
		for _, font := range p.fonts {
			if font.Key("FontFile2").Reader() == nil || font.Key("FontFile2").Key("Length").Int64() == 0 {
				t.Errorf("%s: %s is not embedded", f.Name, font.Key("FontName").Name())
			}
		}
	}
}

func TestTheSameSampleGivesTheSameBytes(t *testing.T) {
	for _, name := range matters(t) {
		first, second := build(t, read(t, name)), build(t, read(t, name))
		for i, f := range first.Files {
			if !bytes.Equal(f.Bytes, second.Files[i].Bytes) {
				t.Errorf("%s: %s differs", name, f.Name)
			}
		}
	}
}

// A packet must pass through the mail: twelve pages in five faces stay below 200 KB, and
// longer ones below 10 KB a page.
func TestPacketsAreSmall(t *testing.T) {
	usual := 0
	for _, name := range matters(t) {
		for _, extras := range []bool{false, true} {
			o := office()
			o.Papers.Extras = extras
			p, err := packet.Build(read(t, name), packet.Options{Program: "expunge", AsOf: today, Office: o})
			if err != nil {
				t.Fatal(err)
			}
			f := p.Files[0]
			faces := bytes.Count(f.Bytes, []byte("/FontFile2"))
			if faces == 5 && f.Pages >= 12 && f.Pages <= 15 {
				usual++
			}
			limit := max(200_000, 10_000*f.Pages)
			if len(f.Bytes) >= limit {
				t.Errorf("%s: %d pages in %d faces have %d bytes", name, f.Pages, faces, len(f.Bytes))
			}
		}
	}
	if usual < 3 {
		t.Errorf("only %d packets of about twelve pages in five faces", usual)
	}
}

// Filed pages are the court's and the petitioner's: nothing on them tells of the program,
// the clinic or its attorney. Pages that are not filed say so at the head and the foot.
func TestFiledPagesAndSheetsAreToldApart(t *testing.T) {
	filed, sheets := 0, 0
	for _, name := range matters(t) {
		t.Run(name, func(t *testing.T) {
			p := build(t, read(t, name))
			for _, file := range []string{"packet.pdf", "confidential.pdf"} {
				data := named(p, file)
				if data == nil {
					continue
				}
				for _, paper := range papersOf(t, readPDF(t, data)) {
					for i, page := range paper.pages {
						if paper.filed {
							filed++
							saysNothingOfUs(t, i, page.text())
						} else {
							sheets++
							saysNotForFiling(t, file, page)
						}
					}
				}
			}
		})
	}
	if filed < 100 || sheets < 100 {
		t.Errorf("%d filed pages and %d of sheets were read", filed, sheets)
	}
}

func saysNothingOfUs(t *testing.T, page int, text string) {
	t.Helper()
	for _, mark := range []string{"NOT FOR FILING", "expunge v", "9.8.7", "Canary", "CANARY", "canary", "987654", "555-0187", "SAMPLE-", "appears eligible", "http"} {
		if strings.Contains(text, mark) {
			t.Errorf("a filed page, the %d. of its paper, says %q", page+1, mark)
		}
	}
}

func saysNotForFiling(t *testing.T, file string, page side) {
	t.Helper()
	head, foot := false, false
	for _, r := range page.rows {
		says := strings.Contains(soften(r.text), "NOT FOR FILING") && (file != "confidential.pdf" || strings.Contains(r.text, "CONFIDENTIAL"))
		head = head || says && r.y < 72
		foot = foot || says && r.y > 792-72
	}
	if !head || !foot {
		t.Errorf("%s: a page says NOT FOR FILING at the head: %v, at the foot: %v", file, head, foot)
	}
}

func TestAFileSaysNothingOfItsMaker(t *testing.T) {
	for _, name := range matters(t) {
		for file, b := range pdfsOf(t, build(t, read(t, name))) {
			if got := slices.Sorted(maps.Keys(b.about)); !slices.Equal(got, []string{"CreationDate", "ModDate", "Title"}) {
				t.Errorf("%s: %s tells %q of itself", name, file, b.about)
			}
		}
	}
}

func pdfsOf(t *testing.T, p packet.Packet) map[string]booklet {
	t.Helper()
	out := map[string]booklet{}
	for _, f := range p.Files {
		if path.Ext(f.Name) == ".pdf" {
			out[f.Name] = readPDF(t, f.Bytes)
		}
	}
	return out
}

// The bookmarks stand below "To file" and "Not for filing", one for each paper.
func TestBookmarksPartTheSets(t *testing.T) {
	for _, name := range matters(t) {
		b := pdfsOf(t, build(t, read(t, name)))["packet.pdf"]
		want := map[string]int{}
		for _, p := range papersOf(t, b) {
			if p.filed {
				want["To file"]++
			} else {
				want["Not for filing"]++
			}
		}
		got := map[string]int{}
		for _, set := range b.bookmarks {
			got[set.Title] += len(set.Child)
			if _, again := got[""]; again || len(set.Child) == 0 {
				t.Errorf("%s: the set %q has %d papers", name, set.Title, len(set.Child))
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: bookmarks %v, papers %v", name, got, want)
		}
	}
}

// The words of each filed paper can be copied from its pages in the order in which the
// Markdown twin has them, page after page.
func TestFiledPapersReadLikeTheirTwins(t *testing.T) {
	papers := 0
	for _, name := range matters(t) {
		t.Run(name, func(t *testing.T) {
			p := build(t, read(t, name))
			twins := twinsOf(p)
			i := 0
			for _, paper := range papersOf(t, readPDF(t, named(p, "packet.pdf"))) {
				if paper.filed {
					papers++
					sameWords(t, twins[i].Name, paper.pages, string(twins[i].Bytes))
				}
				i++
			}
		})
	}
	if papers < 60 {
		t.Errorf("only %d papers were compared", papers)
	}
}

// twinsOf are the readable twins, in the order of the papers.
func twinsOf(p packet.Packet) []packet.File {
	return slices.DeleteFunc(slices.Clone(p.Files), func(f packet.File) bool { return path.Ext(f.Name) != ".md" })
}

// sameWords follows the words of the twin through the pages. A line may end within a word.
func sameWords(t *testing.T, name string, pages []side, twin string) {
	t.Helper()
	want := wordsOf(twin)
	for n, page := range pages {
		for _, row := range page.rows {
			if row.y < 72 && n > 0 || row.y > 792-72 {
				continue // the foot, and the head but that of the first page, which only a draft has
			}
			fields := strings.Fields(wordMarks.Replace(soften(row.text)))
			for i, field := range fields {
				switch {
				case len(want) > 0 && want[0] == field:
					want = want[1:]
				case len(want) > 0 && i == len(fields)-1 && strings.HasPrefix(want[0], field):
					want[0] = want[0][len(field):]
				default:
					t.Errorf("%s, page %d: %q where the twin has %q", name, n+1, row.text, strings.Join(want[:min(6, len(want))], " "))
					return
				}
			}
		}
	}
	if len(want) > 0 {
		t.Errorf("%s: the pages end before %q", name, strings.Join(want[:min(9, len(want))], " "))
	}
}

// wordMarks drops what one of the two writes as a sign and the other draws: the rule of a
// blank, the point of a list, the box to tick, the edge of a cell.
var wordMarks = strings.NewReplacer(`\_`, "", "_", "", "•", "", `\`, "", "*", "", "|", "", "[ ]", "", "[x]", "")

// wordsOf are the words of a text in Markdown.
func wordsOf(markdown string) []string {
	var out []string
	for line := range strings.Lines(soften(markdown)) {
		line = strings.TrimLeft(strings.TrimSpace(line), "#>")
		if line = strings.TrimSpace(line); line == "---" || strings.HasPrefix(line, "| ---") {
			continue
		}
		line = strings.TrimPrefix(line, "- ")
		if strings.HasPrefix(line, "[ ") && strings.HasSuffix(line, " ]") { // a box for a seal
			line = strings.TrimSuffix(strings.TrimPrefix(line, "[ "), " ]")
		}
		out = append(out, strings.Fields(wordMarks.Replace(line))...)
	}
	return out
}

// Each spelling of what the confidential sheet alone may show is looked for in every file
// of every sample, and of a made case of each kind of binding.
func TestIdentifiersStandOnTheConfidentialSheetAlone(t *testing.T) {
	found := 0
	for _, name := range matters(t) {
		t.Run(name, func(t *testing.T) {
			c := read(t, name)
			c.Petitioner.SSN, c.Petitioner.StateID = "899-45-6712", "MSQ7654321X"
			c.Petitioner.Race, c.Petitioner.Sex = "Zemblan", "Quixotic"
			c.Petitioner.DateOfBirth = petition.NewDate(1971, 8, 23)
			for _, how := range []packet.Binding{packet.Joined, packet.Split} {
				p, err := packet.Build(c, packet.Options{
					Program: "expunge", AsOf: today, Office: busyOffice(), Binding: how,
					Formats: []packet.Format{packet.PDF, packet.DOCX, packet.Markdown},
				})
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range p.Files {
					found += canariesIn(t, f)
				}
			}
		})
	}
	if found < 100 {
		t.Errorf("the confidential sheets showed %d identifiers: the test looks for nothing", found)
	}
}

// canaries are the identifiers of the made person, in lower case and without spaces.
func canaries() map[string][]string {
	return map[string][]string{
		"the Social Security number": {"899-45-6712", "899456712"},
		"the state id":               {"msq7654321x"},
		"the date of birth":          {"1971-08-23", "august23,1971", "aug.23,1971", "23august1971", "8/23/1971", "08/23/1971", "8/23/71"},
		"the race":                   {"zemblan"},
		"the sex":                    {"quixotic"},
	}
}

// canariesIn returns how many identifiers a confidential file shows, which is all of them;
// a file that is not confidential shows none.
func canariesIn(t *testing.T, f packet.File) int {
	t.Helper()
	text := strings.ToLower(strings.Join(strings.Fields(readable(t, f.File)), ""))
	found := 0
	for what, spellings := range canaries() {
		shown := slices.ContainsFunc(spellings, func(s string) bool { return strings.Contains(text, s) })
		if confidential := strings.HasPrefix(f.Name, "confidential"); shown != confidential {
			t.Errorf("%s shows %s: %v", f.Name, what, shown)
		} else if shown {
			found++
		}
	}
	return found
}
