package packet

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"expunge/forms"
	"expunge/petition"
	"expunge/petition/files"
	"expunge/rules"
)

// Receipt is what receipt.json holds. Nothing in it tells who the case is about.
type Receipt struct {
	Schema      string          `json:"schema"`
	Program     string          `json:"program"`
	LawEdition  string          `json:"law_edition"`
	AsOf        string          `json:"as_of"`
	Held        []string        `json:"held"`
	InputSHA256 string          `json:"input_sha256"`
	DraftReview string          `json:"draft_review,omitempty"`
	Encryption  *Encryption     `json:"encryption,omitempty"` // nil where nothing is encrypted
	Charges     []ReceiptCharge `json:"charges"`
	Files       []files.Sum     `json:"files"`
}

// ReceiptCharge is the answer for a charge as the receipt keeps it.
type ReceiptCharge struct {
	Index    int              `json:"index"`
	Status   rules.Status     `json:"status"`
	Pathway  rules.Pathway    `json:"pathway"`
	Because  []rules.Citation `json:"because"`
	Cautions []string         `json:"cautions"`
	// Findings is [FindingsDigest]; empty in a receipt made before there were any.
	Findings string `json:"findings_sha256"`
	Petition Fate   `json:"petition"`
}

// ReceiptSchema names the shape of receipt.json.
const ReceiptSchema = "expunge/receipt/1"

// ErrNoReceipt is returned by [ReadReceipt] for bytes that are no receipt of this program.
var ErrNoReceipt = errors.New("not a receipt of expunge")

// ReadReceipt reads a receipt.json. The error is [ErrNoReceipt].
func ReadReceipt(b []byte) (Receipt, error) {
	var r Receipt
	if json.Unmarshal(b, &r) != nil || !strings.HasPrefix(r.Schema, "expunge/receipt/") {
		return Receipt{}, ErrNoReceipt
	}
	if _, err := petition.ParseDate(r.AsOf); err != nil {
		return Receipt{}, ErrNoReceipt
	}
	return r, nil
}

// sign adds the receipt to the packet's files.
func (p *Packet) sign(o Options) error {
	r := Receipt{
		Schema: ReceiptSchema, Program: o.Program, LawEdition: p.Assessment.Edition, AsOf: o.AsOf.String(),
		Held: append([]string{}, o.Held...), InputSHA256: o.InputDigest, DraftReview: o.Office.DraftReview, Encryption: p.Encryption,
		Charges: make([]ReceiptCharge, len(p.Assessment.Charges)), Files: make([]files.Sum, len(p.Files)),
	}
	for i, v := range p.Assessment.Charges {
		r.Charges[i] = ReceiptCharge{
			Index: v.Index, Status: v.Status, Pathway: v.Pathway, Petition: p.Fates[i], Findings: FindingsDigest(v),
			Because: append([]rules.Citation{}, v.Because...), Cautions: cautionCodes(v),
		}
	}
	for i, f := range p.Files {
		r.Files[i] = files.Sum{Name: f.Name, SHA256: files.Digest(f.Bytes)}
	}
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("%s: %w", files.ReceiptName, err)
	}
	text = append(text, '\n')
	p.Files = append(p.Files, File{File: files.File{Name: files.ReceiptName, Bytes: text}})
	p.Sums = append(r.Files, files.Sum{Name: files.ReceiptName, SHA256: files.Digest(text)})
	return nil
}

func cautionCodes(v rules.Verdict) []string {
	out := []string{}
	for _, c := range v.Cautions {
		out = append(out, c.Code)
	}
	return out
}

// FindingsDigest is a digest of the reasons for an answer: of the answer, its cautions,
// its alternatives, and the tree of findings by id, citation, answer and missing fact.
// The sentences of the tree, which repeat dates and offenses, are left out, so that
// better wording does not change it.
func FindingsDigest(v rules.Verdict) string {
	type standing struct {
		Status   rules.Status
		Pathway  rules.Pathway
		Relief   rules.Relief
		Earliest string
		Because  []rules.Citation
		Missing  []petition.Path
	}
	of := func(r rules.Route) standing {
		return standing{r.Status, r.Pathway, r.Relief, r.Earliest.String(), r.Because, r.Missing}
	}
	var text strings.Builder
	e := json.NewEncoder(&text)
	write := func(v any) { _ = e.Encode(v) } // plain values into memory cannot fail
	write(v.Index)
	write(of(v.Route))
	write(cautionCodes(v))
	for _, r := range v.Alternatives {
		write(of(r))
	}
	write(branch(v.Finding))
	return files.Digest([]byte(text.String()))
}

// node is a finding without its sentences.
type node struct {
	ID       string
	Cite     rules.Citation
	Answer   string
	Also     []rules.Citation
	Missing  []petition.Path
	Doubt    bool
	Reserved bool
	Passing  bool
	Parts    []node
}

func branch(f rules.Finding) node {
	n := node{f.ID, f.Cite, f.Answer.String(), f.Also, f.Missing, f.Doubt != "", f.Reserved, f.Passing, nil}
	for _, p := range f.Parts {
		n.Parts = append(n.Parts, branch(p))
	}
	return n
}

// Changed is a charge whose answer or reasons are no longer those of the receipt. Then or
// Now is zero where only the other has the charge.
type Changed struct {
	Index     int
	Then, Now ReceiptCharge
}

// Changes assesses the case again, as of the day of the receipt and with the same
// enactments held back, and lists the charges that come out otherwise.
func (r Receipt) Changes(c petition.Case) []Changed {
	asOf, err := petition.ParseDate(r.AsOf)
	if err != nil {
		return nil
	}
	var out []Changed
	now := rules.Assess(c, asOf, r.Held...).Charges
	for i := range max(len(now), len(r.Charges)) {
		x := Changed{Index: i}
		if i < len(r.Charges) {
			x.Then = r.Charges[i]
		}
		if i < len(now) {
			x.Now = ReceiptCharge{Index: i, Status: now[i].Status, Pathway: now[i].Pathway, Because: now[i].Because, Cautions: cautionCodes(now[i]), Findings: FindingsDigest(now[i])}
		}
		if !x.same() {
			out = append(out, x)
		}
	}
	return out
}

// same compares what both have: an older receipt has no digest of findings.
func (x Changed) same() bool {
	return x.Then.Status == x.Now.Status && x.Then.Pathway == x.Now.Pathway &&
		slices.Equal(x.Then.Because, x.Now.Because) && slices.Equal(x.Then.Cautions, x.Now.Cautions) &&
		(x.Then.Findings == x.Now.Findings || x.Then.Findings == "")
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
