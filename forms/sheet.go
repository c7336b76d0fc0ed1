package forms

import (
	"fmt"
	"strings"

	"expunge/forms/doc"
	"expunge/petition"
	"expunge/rules"
)

// sheet makes a document of the set that is not filed.
func sheet(name, title string, blocks ...doc.Block) doc.Document {
	return doc.Document{Name: name, Title: title, Group: doc.NotForFiling, Blocks: append([]doc.Block{heading(1, title)}, blocks...)}
}

// about says whose case this is, for what day, by what law, and who prepared it.
func (b brief) about() doc.Block {
	t := doc.Table{Widths: []int{2, 5}}
	add := func(what, text string) {
		if text != "" {
			t.Rows = append(t.Rows, row(words(what), words(doc.Value{S: text})))
		}
	}
	add("Name", b.c.Petitioner.Name.Full())
	add("Case", b.c.ID)
	add("As of", b.a.AsOf.Long())
	add("Law as of", edition(b.a.Edition))
	add("Held back by the office", strings.Join(b.a.Held, ", "))
	add("Prepared at", joined(b.office.Clinic.Name, b.office.Clinic.Address, b.office.Clinic.Place, b.office.Clinic.Date))
	at := b.office.Attorney
	bar := at.BarNumber
	if bar != "" {
		bar = "Bar No. " + bar
	}
	add("Supervising attorney", joined(at.Name, bar, at.Phone, at.Email))
	return t
}

// inBrief says the same in a line, for the sheets that follow, in the language of the
// petitioner.
func (b brief) inBrief() doc.Block { return lister{b, checklistIn(b.spoken())}.head() }

func edition(s string) string {
	if d, err := petition.ParseDate(s); err == nil {
		return d.Long()
	}
	return s
}

// joined writes what is given of some parts with commas.
func joined(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = squeeze(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ")
}

// disclaimer stands on every sheet that gives an answer.
func disclaimer() doc.Block { return note(disclaimerText) }

const disclaimerText = "This sheet is information prepared from what is in the case file. It is not legal advice. “Appears eligible” means only that what the record can show is there on the day named; the court decides."

// chargeTitle names a charge in a heading: "Charge 1: grand larceny".
func (b brief) chargeTitle(i int) string { return lister{b, checklistEnglish()}.title(i) }

// chargeFacts is a charge in a line, with what is known of it; the offense is in its title.
func (b brief) chargeFacts(i int) string { return lister{b, checklistEnglish()}.facts(i) }

// courtWords names any court, also one outside Mississippi.
func courtWords(c petition.Court) string {
	if name := c.Name(); name != "" {
		return name
	}
	where := map[petition.Level]string{
		petition.Federal: "federal court", petition.Tribal: "tribal court", petition.Military: "military court", petition.OutOfState: "court outside Mississippi",
	}[c.Level]
	if where == "" && c.State != "" && c.State != "MS" {
		where = "court outside Mississippi"
	}
	return where
}

func outcomeWords(o petition.Outcome) string {
	switch o {
	case "":
		return "outcome not yet known"
	case petition.Acquitted:
		return "found not guilty at trial"
	case petition.NotGuiltyInsanity:
		return "found not guilty by reason of insanity"
	case petition.NolleProsequi:
		return "dropped (nolle prosequi)"
	case petition.NoBill:
		return "no true bill"
	case petition.Uncharged:
		return "never charged"
	case petition.NotDelinquent:
		return "found not delinquent"
	default:
		return strings.ReplaceAll(string(o), "_", " ")
	}
}

// private reports whether the route itself would tell a fact that belongs on the
// reviewer's worksheet alone.
func private(p rules.Pathway) bool {
	return p == rules.Survivor || p == rules.SurvivorVacatur || p == rules.IdentityTheft
}

// tells reports whether a finding read one of those facts.
func tells(f rules.Finding) bool {
	for _, p := range f.Paths {
		if s := string(p); strings.HasSuffix(s, ".trafficking_survivor") || strings.HasSuffix(s, ".identity_theft") {
			return true
		}
	}
	return strings.Contains(f.ID, "97-3-54.6") || strings.Contains(f.ID, "97-45-27")
}

// answer is the status of a charge in a few words, with the day when one is known.
func (b brief) answer(i int) string {
	v := b.a.Charges[i]
	if !b.c.Charges[i].Asked() {
		return "on the record; nothing is asked for it"
	}
	words := v.Status.Words()
	if v.Status == rules.NotYet && v.Earliest.Known() {
		words += "; first safe day " + v.Earliest.Long()
	}
	return words
}

// routeName is the route of a charge for people, or the empty string where it would
// tell what it should not.
func routeName(v rules.Route) string {
	switch {
	case private(v.Pathway):
		return ""
	case v.Pathway == rules.None:
		return "no Mississippi court can hear it"
	default:
		return fmt.Sprintf("§ %s, %s", v.Pathway, v.Title)
	}
}

// reasons lists the findings that made the answer what it is, the single facts only.
func reasons(f rules.Finding) []rules.Finding {
	if len(f.Parts) == 0 {
		return []rules.Finding{f}
	}
	var out []rules.Finding
	for _, p := range f.Parts {
		inverted := len(f.Parts) == 1 && p.Answer != f.Answer && p.Answer != rules.Unknown
		decides := p.Answer == f.Answer || inverted
		// A lasting bar alone decides; what is merely not yet stands beside it.
		if p.Reserved || !decides || (f.Answer == rules.No && !f.Passing && p.Answer == rules.No && p.Passing) {
			continue
		}
		out = append(out, reasons(p)...)
	}
	return out
}
