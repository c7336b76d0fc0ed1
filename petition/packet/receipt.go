package packet

import (
	"encoding/json"
	"fmt"
	"slices"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/rules"
)

// receipt is what receipt.json holds. Nothing in it tells who the case is about.
type receipt struct {
	Schema      string          `json:"schema"`
	Program     string          `json:"program"`
	LawEdition  string          `json:"law_edition"`
	AsOf        string          `json:"as_of"`
	Held        []string        `json:"held"`
	InputSHA256 string          `json:"input_sha256"`
	DraftReview string          `json:"draft_review,omitempty"`
	Charges     []receiptCharge `json:"charges"`
	Files       []receiptFile   `json:"files"`
}

type receiptCharge struct {
	Index    int              `json:"index"`
	Status   rules.Status     `json:"status"`
	Pathway  rules.Pathway    `json:"pathway"`
	Because  []rules.Citation `json:"because"`
	Cautions []string         `json:"cautions"`
	Petition Fate             `json:"petition"`
}

type receiptFile struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
}

// ReceiptSchema names the shape of receipt.json.
const ReceiptSchema = "expunge/receipt/1"

// sign adds the receipt to the packet's files.
func (p *Packet) sign(o Options) error {
	r := receipt{
		Schema: ReceiptSchema, Program: o.Program, LawEdition: p.Assessment.Edition, AsOf: o.AsOf.String(),
		Held: append([]string{}, o.Held...), InputSHA256: o.InputDigest, DraftReview: o.Office.DraftReview,
		Charges: make([]receiptCharge, len(p.Assessment.Charges)), Files: make([]receiptFile, len(p.Files)),
	}
	for i, v := range p.Assessment.Charges {
		r.Charges[i] = receiptCharge{
			Index: v.Index, Status: v.Status, Pathway: v.Pathway, Petition: p.Fates[i],
			Because: append([]rules.Citation{}, v.Because...), Cautions: []string{},
		}
		for _, c := range v.Cautions {
			r.Charges[i].Cautions = append(r.Charges[i].Cautions, c.Code)
		}
	}
	for i, f := range p.Files {
		r.Files[i] = receiptFile{f.Name, files.Digest(f.Bytes)}
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("%s: %w", files.ReceiptName, err)
	}
	p.Files = append(p.Files, File{File: files.File{Name: files.ReceiptName, Bytes: append(text, '\n')}})
	return nil
}

// fates tells for each charge whether a petition of the packet covers it.
func fates(c petition.Case, a rules.Assessment, o Options) []Fate {
	covered := covered(c, a, o.Office)
	out := make([]Fate, len(a.Charges))
	for i, v := range a.Charges {
		switch {
		case !c.Charges[v.Index].Asked():
			out[i] = NotAsked
		case len(o.Only) > 0 && !slices.Contains(o.Only, "petition"):
			out[i] = LeftOut
		case covered[v.Index]:
			out[i] = Drafted
		default:
			out[i] = Withheld
		}
	}
	return out
}

// covered tells which charges the petitions of an office cover.
func covered(c petition.Case, a rules.Assessment, office forms.Office) map[int]bool {
	out := map[int]bool{}
	for _, p := range forms.Petitions(c, a, office) {
		for _, charge := range p.Charges {
			out[charge] = true
		}
	}
	return out
}

// reviewed lists the charges of petitions that only the office's reason drafts.
func reviewed(c petition.Case, a rules.Assessment, office forms.Office) []int {
	var out []int
	for _, p := range forms.Petitions(c, a, office) {
		if slices.ContainsFunc(p.Charges, func(i int) bool { return a.Charges[i].Status == rules.Review }) {
			out = append(out, p.Charges...)
		}
	}
	slices.Sort(out)
	return out
}

// reviewable lists the withheld charges that a reason for review would have drafted.
func reviewable(c petition.Case, p Packet, o Options) []int {
	office := o.Office
	office.DraftReview = "a reason"
	would := covered(c, p.Assessment, office)
	return slices.DeleteFunc(p.Withheld(), func(charge int) bool { return !would[charge] })
}
