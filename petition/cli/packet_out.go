package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"expunge/petition"
	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// packetSchema names the shape of what packet --json prints.
const packetSchema = "expunge/packet/1"

type jsonPacket struct {
	Schema     string              `json:"schema"`
	Program    string              `json:"program"`
	LawEdition string              `json:"law_edition"`
	AsOf       string              `json:"as_of"`
	Case       string              `json:"case"`
	File       string              `json:"file"`
	Dir        string              `json:"dir"`
	Problems   []intake.Diagnostic `json:"problems"`
	Files      []jsonFile          `json:"files"`
	Statuses   []jsonStatus        `json:"statuses"`
	Withheld   []jsonWithheld      `json:"withheld"`
	Error      *jsonError          `json:"error,omitempty"`
}

// jsonError is how a case ended that got no packet: the exit code, and why.
type jsonError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

type jsonFile struct {
	Name   string      `json:"name"`
	State  files.State `json:"state"`
	Pages  int         `json:"pages"`
	SHA256 string      `json:"sha256"`
}

type jsonStatus struct {
	Index     int           `json:"index"`
	Status    rules.Status  `json:"status"`
	Pathway   rules.Pathway `json:"pathway"`
	Petition  packet.Fate   `json:"petition"`
	ForReview bool          `json:"for_review,omitempty"` // for the supervising attorney alone
}

type jsonWithheld struct {
	Index    int              `json:"index"`
	Status   rules.Status     `json:"status"`
	Pathway  rules.Pathway    `json:"pathway"`
	Earliest *string          `json:"earliest"`
	Because  []rules.Citation `json:"because"`
	Reason   string           `json:"reason"`
}

// packetOf is the object packet --json prints for one case. Its lists are never null.
func (a *app) packetOf(m made, s session) jsonPacket {
	out := jsonPacket{
		Schema: packetSchema, Program: a.program(), LawEdition: rules.Edition, AsOf: s.asOf.String(),
		Case: m.id(), File: m.name, Dir: m.dir, Problems: filled(m.problems),
		Files: []jsonFile{}, Statuses: []jsonStatus{}, Withheld: []jsonWithheld{},
	}
	if m.err != nil {
		out.Error = &jsonError{codeOf(m.err), m.err.Error()}
		return out
	}
	for _, e := range m.result.Entries {
		f := m.file(e.Name)
		entry := jsonFile{Name: e.Name, State: e.State, Pages: f.Pages}
		if f.Name != "" {
			entry.SHA256 = files.Digest(f.Bytes)
		}
		out.Files = append(out.Files, entry)
	}
	for i, v := range m.packet.Assessment.Charges {
		out.Statuses = append(out.Statuses, jsonStatus{v.Index, v.Status, v.Pathway, m.packet.Fates[i], m.forReview(v.Index)})
	}
	for _, i := range m.packet.Withheld() {
		v := m.packet.Assessment.Charges[i]
		out.Withheld = append(out.Withheld, jsonWithheld{v.Index, v.Status, v.Pathway, dateOrNull(v.Earliest), filled(v.Because), reason(v)})
	}
	return out
}

// forReview reports whether the petition for the charge was drafted for the supervising
// attorney alone.
func (m made) forReview(charge int) bool { return slices.Contains(m.packet.Reviewed, charge) }

// file returns the file of the packet with the name, or the zero File.
func (m made) file(name string) packet.File {
	for _, f := range m.packet.Files {
		if f.Name == name {
			return f
		}
	}
	return packet.File{}
}

// describe is what packet prints for people.
func (m made) describe() string {
	p := &page{}
	p.line(0, "%s%s", m.dir, unchanged(m.result))
	for _, e := range m.result.Entries {
		p.line(2, "%-17s %s", e.Name, note(e, m.file(e.Name)))
	}
	p.line(0, "%s", basis(m.packet.Assessment))
	c := m.record.Case
	for i, v := range m.packet.Assessment.Charges {
		m.charge(p, c, v, m.packet.Fates[i])
	}
	p.line(0, "")
	for _, text := range m.next() {
		p.text(0, text)
	}
	p.line(0, notAdvice)
	return p.String()
}

func (m made) charge(p *page, c petition.Case, v rules.Verdict, fate packet.Fate) {
	p.line(0, "")
	p.text(0, fmt.Sprintf("Charge %d: %s", v.Index+1, offense(c.Charges[v.Index])))
	p.text(2, capital(answer(v)))
	switch fate {
	case packet.Drafted:
		drafted := "drafted"
		if m.forReview(v.Index) {
			drafted = "drafted for the supervising attorney, not to be signed or filed"
		}
		p.field("Petition", drafted)
		if v.Status == rules.Incomplete {
			p.field("", "with blanks: not to be signed or filed until every fact is known")
		}
	case packet.NotAsked:
		p.field("Petition", "none; the case says to ask for nothing here")
	case packet.LeftOut:
		p.field("Petition", "left out; --only does not name it")
	case packet.Withheld:
		p.field("Petition", "withheld: "+reason(v))
	}
	for _, path := range v.Missing {
		p.field("Missing", fmt.Sprintf("%s (%s)", path.Label(), path))
	}
	for _, x := range v.Cautions {
		p.field("Caution", fmt.Sprintf("%s [%s]", x.Text, x.Code))
	}
}

func unchanged(r files.Result) string {
	if r.Unchanged() {
		return " (unchanged)"
	}
	return ""
}

// note says what a file is and what became of it.
func note(e files.Entry, f packet.File) string {
	switch {
	case e.State == files.Removed:
		return "removed: an earlier run made it, and this one does not"
	case e.State == files.Kept:
		return "kept: an earlier run made it, and it was changed since"
	case f.Pages == 1:
		return "1 page"
	case f.Pages > 1:
		return fmt.Sprintf("%d pages", f.Pages)
	default:
		return ""
	}
}

// ordinals lists charges as people count them.
func ordinals(indexes []int) string {
	out := make([]string, len(indexes))
	for i, n := range indexes {
		out[i] = strconv.Itoa(n + 1)
	}
	return strings.Join(out, ", ")
}

// next says what to do with the folder.
func (m made) next() []string {
	var out []string
	if m.file("packet.pdf").Name != "" {
		step := "Next: print packet.pdf."
		if len(m.packet.Reviewed) > 0 && len(m.packet.Reviewed) == len(m.fated(packet.Drafted)) {
			step = "Next: hand packet.pdf to the supervising attorney. No petition in it is to be signed or filed."
		}
		if slices.Contains(m.packet.Papers, "cover") {
			step += " Its first page lists every paper, which to file and which to keep."
		}
		out = append(out, step)
	}
	if some := m.packet.Reviewed; len(some) > 0 && len(some) < len(m.fated(packet.Drafted)) {
		out = append(out, fmt.Sprintf("The petition for charge %s is for the supervising attorney: do not sign or file it.", ordinals(some)))
	}
	if m.file("confidential.pdf").Name != "" {
		out = append(out, "Keep confidential.pdf apart; hand it to the clerk alone, sealed, as the clerk directs.")
	}
	if m.file("confidential.pdf.age").Name != "" {
		out = append(out, "confidential.pdf.age is encrypted; its keys or its passphrase open it with age -d.")
	}
	if len(m.packet.Reviewable) > 0 {
		out = append(out, fmt.Sprintf("For charge %s, --draft-review \"REASON\" drafts a petition for the supervising attorney.", ordinals(m.packet.Reviewable)))
	}
	return out
}

// fated lists the charges, from 0, whose petition had the fate.
func (m made) fated(f packet.Fate) []int {
	var out []int
	for i, fate := range m.packet.Fates {
		if fate == f {
			out = append(out, i)
		}
	}
	return out
}
