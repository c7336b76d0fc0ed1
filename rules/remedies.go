package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"expunge/petition"
)

// Remedy is one thing that would help with an answer: a paper to get, an act to do, a
// day to wait for, or a point for a lawyer to decide. Its words say what to do and
// promise nothing.
type Remedy struct {
	// Act is a sentence: "Pay $420.00 to the clerk of the Municipal Court of the City of
	// Brandon, and get a zero-balance statement."
	Act string
	// Paths are the facts it would settle or change.
	Paths []petition.Path
	// Paper is the paper that proves it, and Office who issues it. Both are empty where
	// no paper does.
	Paper, Office string
	// Day is the first safe day it waits for, where one can be told.
	Day petition.Date
	// Cite is the law it serves.
	Cite Citation
}

// Remedies lists what would help with the answer of a charge, in the order of its tree:
// for facts that are missing the papers that prove them, each paper once; for an answer
// that is not yet, what would change it, and then the papers; for a review the points to
// decide. A charge that is ruled out has no act: its remedies say what the answer turns
// on, so that a mistake in the record can be found. An eligible charge needs nothing.
func Remedies(c petition.Case, v Verdict) []Remedy {
	if v.Index < 0 || v.Index >= len(c.Charges) {
		return nil
	}
	switch v.Status {
	case Incomplete:
		return papersFor(c, v.Index, v.Finding, v.Missing)
	case NotYet:
		return append(changesFor(c, v), papersFor(c, v.Index, v.Finding, v.Missing)...)
	case Review:
		return doubtsFor(c, v)
	case Ineligible:
		return turnsOn(c, v)
	default:
		return nil
	}
}

// papersFor groups missing facts by the paper that proves them and the office that issues it.
func papersFor(c petition.Case, charge int, f Finding, missing []petition.Path) []Remedy {
	var out []Remedy
	for _, p := range missing {
		proof, ok := proofOf(c, charge, p)
		if !ok {
			proof = proves{paper: "the court's papers on the charge", office: clerkOf(c, charge)}
		}
		i := slices.IndexFunc(out, func(r Remedy) bool { return r.Paper == proof.paper && r.Office == proof.office })
		if i < 0 {
			cite, found := askedBy(f, p)
			if !found {
				cite = f.Cite
			}
			out = append(out, Remedy{Act: proof.act(), Paper: proof.paper, Office: proof.office, Cite: cite})
			i = len(out) - 1
		}
		out[i].Paths = append(out[i].Paths, p)
	}
	return out
}

// askedBy returns the citation of the first finding under f that lacks the fact.
func askedBy(f Finding, p petition.Path) (Citation, bool) {
	if slices.Contains(f.Missing, p) {
		return f.Cite, true
	}
	for _, part := range f.Parts {
		if cite, ok := askedBy(part, p); ok {
			return cite, true
		}
	}
	return "", false
}

// deciders lists the single findings that made f's answer what it is, each once.
func deciders(f Finding) []Finding {
	var out []Finding
	add := func(p Finding) {
		if len(p.Parts) == 0 && !slices.ContainsFunc(out, func(o Finding) bool { return o.ID == p.ID && o.Why == p.Why }) {
			out = append(out, p)
		}
	}
	add(f)
	deciding(f, func(p Finding) {
		// A lasting bar alone decides; what is merely not yet stands beside it.
		if f.Answer == No && !f.Passing && p.Answer == No && p.Passing {
			return
		}
		add(p)
	})
	return out
}

// deciding walks the findings that made f's answer what it is, f itself left out:
// the failing parts of a no, the open parts of an unknown.
func deciding(f Finding, visit func(Finding)) {
	for _, p := range f.Parts {
		if p.Reserved {
			continue
		}
		inverted := len(f.Parts) == 1 && p.Answer != f.Answer && p.Answer == not(f.Answer)
		if p.Answer == f.Answer || inverted {
			visit(p)
			deciding(p, visit)
		}
	}
}

// changesFor says what would turn each condition that is not met yet.
func changesFor(c petition.Case, v Verdict) []Remedy {
	var out []Remedy
	for _, f := range deciders(v.Finding) {
		if !f.Passing {
			continue
		}
		r := changeOf(c, v, f)
		r.Cite, r.Day = f.Cite, f.From
		if !slices.ContainsFunc(out, func(o Remedy) bool { return o.Act == r.Act }) {
			out = append(out, r)
		}
	}
	return out
}

// changeOf says what would turn a condition that time or an act can mend, from the first
// fact it was read from.
func changeOf(c petition.Case, v Verdict, f Finding) Remedy {
	charge := v.Index
	path := unmet(c.Charges[charge], f.Paths)
	proof, _ := proofOf(c, charge, path)
	r := Remedy{Paths: f.Paths, Paper: proof.paper, Office: proof.office}
	s, own := c.Charges[charge].Sentence, strings.HasPrefix(string(path), string(petition.ChargePath(charge, ""))+".")
	switch field := fieldOf(path); {
	case field == "sentence.fines_costs_paid" && s.BalanceDue.Cents > 0:
		r.Act = "Pay " + s.BalanceDue.String() + " to " + proof.office + ", and get " + proof.paper + "; ask first for the exact amount, and whether it can be paid in parts."
	case field == "sentence.fines_costs_paid":
		r.Act = "Pay the fines and court costs that are owed to " + proof.office + ", and get " + proof.paper + "; ask first for the exact amount, and whether it can be paid in parts."
	case field == "sentence.restitution_paid":
		r.Act = "Pay the restitution that is owed, and get " + proof.paper + " from " + proof.office + " that shows it."
	case field == "diversion.completed":
		r.Act = "Complete the program, and get " + proof.paper + " from " + proof.office + "."
	case field == "diversion.fees_paid":
		r.Act = "Pay the program's fines and fees, or have them waived, and get " + proof.paper + " from " + proof.office + "."
	case strings.HasPrefix(field, "appeal."):
		r.Act = "Wait for the appeal to be decided, and get the order that decides it."
	case field == "arrest.released":
		r.Act = "Wait for release from custody on this charge, and get " + proof.paper + " from " + proof.office + "."
	case field == "sentence.supervision_ends", field == "sentence.all_terms_complete", field == "sentence.terms_completed" && f.From.Known() && f.From == s.TermsCompleted.AddDays(1):
		r.Act = finish(f.From) + ", and get " + proof.paper + " from " + proof.office + "."
	case f.From.Known():
		r.Act = waitUntil(f.From, v.Earliest)
		r.Paper, r.Office = "", ""
	case strings.HasPrefix(field, "sentence."):
		r.Act = "Finish the sentence and every payment first. The wait is counted from the last of them, and the first safe day can then be told."
	case field == "outcome_date" && own:
		r.Act = "Wait until the judgment or order that ends the charge is entered, and get " + proof.paper + " from " + proof.office + "."
	case own:
		r.Act = "Wait until the charge has ended, and get " + proof.paper + " from " + proof.office + "."
	default:
		r.Act = "Wait until the charge that is still open has been decided, and get " + proof.paper + " from " + proof.office + "."
	}
	return r
}

// unmet returns the fact that keeps a condition from being met: the first that was read,
// or, where a condition folds several, the one that says that something is still owed.
func unmet(ch petition.Charge, paths []petition.Path) petition.Path {
	for _, p := range paths {
		switch fieldOf(p) {
		case "sentence.fines_costs_paid":
			if ch.Sentence.FinesCostsPaid == petition.No && fieldOf(paths[0]) == "outcome_date" {
				return p
			}
		case "sentence.all_terms_complete":
			if ch.Sentence.AllTermsComplete == petition.No && fieldOf(paths[0]) == "outcome_date" {
				return p
			}
		}
	}
	if len(paths) == 0 {
		return ""
	}
	return paths[0]
}

// waitUntil tells the day the whole answer waits for from one that other conditions outlast.
func waitUntil(day, earliest petition.Date) string {
	if day == earliest {
		return "Wait until " + day.Long() + ", the first safe day to file. The law may have changed by then."
	}
	return "Wait until " + day.Long() + " at least; what else is listed here may make it later."
}

func finish(from petition.Date) string {
	if from.Known() {
		return "Finish the sentence, whose last term ends on " + from.AddDays(-1).Long()
	}
	return "Finish what is left of the sentence"
}

// doubtsFor lists the unsettled points, each in its own words.
func doubtsFor(c petition.Case, v Verdict) []Remedy {
	var out []Remedy
	for _, f := range deciders(v.Finding) {
		if f.Doubt == "" {
			continue
		}
		r := Remedy{Act: "Ask a lawyer to decide: " + f.Doubt, Paths: f.Paths, Cite: f.Cite}
		if len(f.Paths) > 0 {
			proof, _ := proofOf(c, v.Index, f.Paths[0])
			r.Paper, r.Office = proof.paper, proof.office
		}
		if !slices.ContainsFunc(out, func(o Remedy) bool { return o.Act == r.Act }) {
			out = append(out, r)
		}
	}
	return out
}

// turnsOn says which facts a lasting no was read from, and which paper shows whether
// they are right. It names no act: none changes the answer.
func turnsOn(c petition.Case, v Verdict) []Remedy {
	var out []Remedy
	for _, f := range deciders(v.Finding) {
		if f.Why == "" || len(f.Paths) == 0 {
			continue
		}
		r := Remedy{Act: "The answer turns on this: " + spoken(f.Why), Paths: f.Paths, Cite: f.Cite}
		if proof, ok := proofOf(c, v.Index, f.Paths[0]); ok && v.Pathway != None {
			r.Paper, r.Office = proof.paper, proof.office
			r.Act += " To be sure that the record is right: " + strings.ToLower(proof.act()[:1]) + proof.act()[1:]
		}
		if !slices.ContainsFunc(out, func(o Remedy) bool { return o.Act == r.Act }) {
			out = append(out, r)
		}
	}
	return out
}

// spoken writes a reason as the end of a sentence; one that begins with a section says so.
func spoken(why string) string {
	if first, _, _ := strings.Cut(why, " "); petition.ParseSection(first).Readable() {
		why = "section " + why
	}
	return strings.TrimSuffix(why, ".") + "."
}

var listedAt = regexp.MustCompile(`^([a-z_.]+)\[(\d+)\]\.?(.*)$`)

// fieldOf is the path of a field within its charge, or the whole path of any other fact.
func fieldOf(p petition.Path) string {
	if part := listedAt.FindStringSubmatch(string(p)); part != nil && part[1] == "charges" {
		return part[3]
	}
	return string(p)
}

// itemOf returns which item of which list a path is in.
func itemOf(p petition.Path) (list string, index int, field string) {
	part := listedAt.FindStringSubmatch(string(p))
	if part == nil {
		return "", 0, string(p)
	}
	index, err := strconv.Atoi(part[2])
	if err != nil {
		return "", 0, string(p)
	}
	return part[1], index, part[3]
}
