package cli

import (
	"fmt"
	"io"
	"slices"

	"expunge/petition/files"
	"expunge/petition/intake"
	"expunge/petition/packet"
	"expunge/rules"
)

// note says what differs from this build without being a difference of the packet.
func (v *verified) note(a *app) {
	if was := v.receipt.Program; was != a.program() {
		v.notes = append(v.notes, fmt.Sprintf("made by %s; this is %s", was, a.program()))
	}
	if was := v.receipt.LawEdition; was != rules.Edition {
		v.notes = append(v.notes, fmt.Sprintf("law edition %s; this build has %s", was, rules.Edition))
	}
	for _, id := range v.receipt.Held {
		if !slices.Contains(rules.Holdable(), id) {
			v.notes = append(v.notes, fmt.Sprintf("%s was held back, and this build does not know it", id))
		}
	}
	if v.input != nil && slices.ContainsFunc(v.receipt.Charges, func(c packet.ReceiptCharge) bool { return c.Findings == "" }) {
		v.notes = append(v.notes, "the receipt has no digest of findings; statuses, citations and cautions were compared")
	}
}

// tell prints what the comparison of one packet found.
func (a *app) tell(v verified, o verifyOptions) error {
	if v.input != nil && len(v.input.problems) > 0 && !o.json {
		a.showProblems(*v.input)
	}
	if o.json {
		return a.encode(a.verifiedOf(v))
	}
	if o.quiet && v.ok() {
		return nil
	}
	_, err := io.WriteString(a.streams.Out, v.describe())
	return err
}

func (v verified) describe() string {
	p := &page{}
	state := "ok"
	if !v.ok() {
		state = "differs"
	}
	p.line(0, "%s: %s", v.dir, state)
	if v.err != nil {
		p.line(2, "%-17s %v", files.ReceiptName, v.err)
		return p.String()
	}
	for _, f := range v.files {
		if f.Standing != files.Same {
			p.line(2, "%-17s %s", f.Name, standingWords(f.Standing))
		}
	}
	switch in := v.input; {
	case in == nil:
	case len(in.problems) > 0:
		p.line(2, "%-17s %s", "input", "has problems; nothing was assessed")
	case in.digest != v.receipt.InputSHA256 && len(v.changed) == 0:
		p.line(2, "%-17s %s", "input", "changed; the findings are the same")
	case in.digest != v.receipt.InputSHA256:
		p.line(2, "%-17s %s", "input", "changed")
	}
	for _, x := range v.changed {
		p.labeled(2, fmt.Sprintf("charge %d", x.Index+1), fileWidth, changedWords(x))
	}
	for _, n := range v.notes {
		p.labeled(2, "note", fileWidth, n)
	}
	return p.String()
}

// fileWidth is the room for the name of a file.
const fileWidth = 18

func standingWords(s files.Standing) string {
	switch s {
	case files.Missing:
		return "missing"
	case files.Changed:
		return "changed since the receipt"
	case files.Extra:
		return "not in the receipt"
	case files.Leftover:
		return leftoverWords + "; when no run is at work, remove it"
	default:
		return "the same"
	}
}

func changedWords(x packet.Changed) string {
	then, now := chargeWords(x.Then), chargeWords(x.Now)
	if then == now {
		return "other findings: " + then + " as before, for other reasons"
	}
	return "other findings: " + then + " in the receipt, " + now + " now"
}

// verifySchema names the shape of what verify --json prints.
const verifySchema = "expunge/verify/1"

type jsonVerified struct {
	Schema     string           `json:"schema"`
	Program    string           `json:"program"`
	LawEdition string           `json:"law_edition"`
	Dir        string           `json:"dir"`
	OK         bool             `json:"ok"`
	Error      string           `json:"error,omitempty"`
	Receipt    *jsonReceipt     `json:"receipt"`
	Files      []files.Compared `json:"files"`
	Input      *jsonInput       `json:"input"`
	Charges    []jsonChanged    `json:"charges"` // those that come out otherwise
	Notes      []string         `json:"notes"`
}

type jsonReceipt struct {
	Program    string   `json:"program"`
	LawEdition string   `json:"law_edition"`
	AsOf       string   `json:"as_of"`
	Held       []string `json:"held"`
}

type jsonInput struct {
	File     string              `json:"file"`
	Same     bool                `json:"same"`
	Problems []intake.Diagnostic `json:"problems"`
}

type jsonChanged struct {
	Index int         `json:"index"`
	Then  *jsonAnswer `json:"then"` // null where the receipt has no such charge
	Now   *jsonAnswer `json:"now"`  // null where the case has no such charge
}

type jsonAnswer struct {
	Status   rules.Status     `json:"status"`
	Pathway  rules.Pathway    `json:"pathway"`
	Because  []rules.Citation `json:"because"`
	Cautions []string         `json:"cautions"`
}

// verifiedOf is the object verify --json prints for one packet. Its lists are never null.
func (a *app) verifiedOf(v verified) jsonVerified {
	out := jsonVerified{
		Schema: verifySchema, Program: a.program(), LawEdition: rules.Edition, Dir: v.dir, OK: v.ok(),
		Files: filled(v.files), Charges: []jsonChanged{}, Notes: filled(v.notes),
	}
	if v.err != nil {
		out.Error = v.err.Error()
		return out
	}
	out.Receipt = &jsonReceipt{v.receipt.Program, v.receipt.LawEdition, v.receipt.AsOf, filled(v.receipt.Held)}
	if in := v.input; in != nil {
		out.Input = &jsonInput{in.name, in.digest == v.receipt.InputSHA256, filled(in.problems)}
	}
	for _, x := range v.changed {
		out.Charges = append(out.Charges, jsonChanged{x.Index, answerIn(x.Then), answerIn(x.Now)})
	}
	return out
}

func answerIn(c packet.ReceiptCharge) *jsonAnswer {
	if c.Status == "" {
		return nil
	}
	return &jsonAnswer{c.Status, c.Pathway, filled(c.Because), filled(c.Cautions)}
}
