package packet

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"expunge/petition"
	"expunge/rules"
)

// receiptOf is the receipt of a packet, as read.
func receiptOf(t *testing.T, p Packet) Receipt {
	t.Helper()
	r, err := ReadReceipt(p.Files[len(p.Files)-1].Bytes)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestAReceiptIsRead(t *testing.T) {
	r := receiptOf(t, build(t, dismissed(1), options()))
	if r.AsOf != "2026-11-23" || len(r.Charges) != 1 || len(r.Charges[0].Findings) != 64 || len(r.Files) != 2 {
		t.Errorf("%+v", r)
	}
	for _, text := range []string{"", "{}", "[]", `{"schema":"another/receipt/1","as_of":"2026-01-01"}`, `{"schema":"expunge/receipt/1"}`, `{"schema":"expunge/receipt/1","as_of":"tomorrow"}`} {
		if _, err := ReadReceipt([]byte(text)); !errors.Is(err, ErrNoReceipt) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestTheSameCaseHasTheSameFindings(t *testing.T) {
	c := dismissed(2)
	o := options()
	o.Held = rules.Holdable()
	r := receiptOf(t, build(t, c, o))
	if changed := r.Changes(c); len(changed) != 0 {
		t.Errorf("%+v", changed)
	}
	r.Charges[0].Findings = "" // as an older program wrote it
	if changed := r.Changes(c); len(changed) != 0 {
		t.Errorf("%+v", changed)
	}
}

func TestOtherFindingsAreFound(t *testing.T) {
	for name, change := range map[string]func(*petition.Case, *Receipt){
		"another status":    func(c *petition.Case, _ *Receipt) { c.Charges[0].Outcome = petition.Pending },
		"another reason":    func(_ *petition.Case, r *Receipt) { r.Charges[0].Findings = strings.Repeat("0", 64) },
		"another citation":  func(_ *petition.Case, r *Receipt) { r.Charges[0].Because = nil },
		"another caution":   func(_ *petition.Case, r *Receipt) { r.Charges[0].Cautions = []string{"notice.short"} },
		"one charge less":   func(c *petition.Case, _ *Receipt) { c.Charges = nil },
		"a charge not then": func(_ *petition.Case, r *Receipt) { r.Charges = nil },
	} {
		c := dismissed(1)
		r := receiptOf(t, build(t, c, options()))
		change(&c, &r)
		if changed := r.Changes(c); len(changed) != 1 || changed[0].Index != 0 {
			t.Errorf("%s: %+v", name, changed)
		}
	}
}

// The digest tells findings apart, and not the words they are told in.
func TestTheDigestOfFindings(t *testing.T) {
	verdict := func() rules.Verdict {
		return rules.Verdict{
			Route: rules.Route{Status: rules.NotYet, Pathway: rules.OneFelony, Earliest: petition.NewDate(2027, time.May, 4), Finding: rules.Finding{
				ID: "felony", Cite: "99-19-71(2)", Text: "a", Answer: rules.No, Why: "because of May 3",
				Parts: []rules.Finding{{ID: "felony.wait", Answer: rules.No, Passing: true}},
			}},
			Cautions:     []rules.Caution{{Code: "notice.short", Text: "words"}},
			Alternatives: []rules.Route{{Pathway: rules.Survivor, Status: rules.Incomplete}},
		}
	}
	base := FindingsDigest(verdict())
	for name, c := range map[string]struct {
		change func(*rules.Verdict)
		same   bool
	}{
		"nothing":            {func(*rules.Verdict) {}, true},
		"words":              {func(v *rules.Verdict) { v.Finding.Why, v.Finding.Text, v.Cautions[0].Text = "x", "y", "z" }, true},
		"the day":            {func(v *rules.Verdict) { v.Earliest = petition.NewDate(2027, time.May, 5) }, false},
		"the answer deep":    {func(v *rules.Verdict) { v.Finding.Parts[0].Answer = rules.Unknown }, false},
		"what can mend it":   {func(v *rules.Verdict) { v.Finding.Parts[0].Passing = false }, false},
		"what is missing":    {func(v *rules.Verdict) { v.Finding.Missing = []petition.Path{"record.complete"} }, false},
		"a caution":          {func(v *rules.Verdict) { v.Cautions = nil }, false},
		"an alternative":     {func(v *rules.Verdict) { v.Alternatives[0].Status = rules.Review }, false},
		"that it is doubted": {func(v *rules.Verdict) { v.Finding.Doubt = "a doubt" }, false},
	} {
		v := verdict()
		c.change(&v)
		if got := FindingsDigest(v) == base; got != c.same {
			t.Errorf("%s: the same: %v", name, got)
		}
	}
}

func TestTheReceiptKeepsNoSentence(t *testing.T) {
	p := build(t, dismissed(1), options())
	b := string(p.Files[len(p.Files)-1].Bytes)
	if why := p.Assessment.Charges[0].Finding.Parts[0].Why; why == "" || strings.Contains(b, why) {
		t.Errorf("%q stands in the receipt, or says nothing", why)
	}
	if !json.Valid([]byte(b)) {
		t.Error(b)
	}
}
